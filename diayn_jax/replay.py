"""Replay on device: a ring of time slices, each observation once.

Row t holds s_t and what was done there; s_{t+1} is row t+1. So a transition costs one
observation where buffers of (s, a, s') pairs cost two, and the skill is a small integer. Where
an observation stacks the last n frames, each frame is stored once too, and stacked when drawn.
"""

from collections.abc import Callable

import jax
import jax.numpy as jnp
from flax import struct
from jax.typing import DTypeLike

from diayn_jax.types import Array, Key, PyTree, Step

# Pairs of a batch's rows and environments that `sample` can count, in 32 bits.
MAX_PAIRS = 2**32


class Replay(struct.PyTreeNode):
    """A ring of T time slices of E environments.

    `position` and `size` are shared by all environments (and by the lanes of a vmapped
    sweep), so that an insert is one contiguous write.
    """

    rows: Step  # leaves [T, E, ...]
    position: Array  # [], int32: the slice written next
    size: Array  # [], int32: slices filled
    counts: Array  # [K], float32: valid rows of each skill that can be drawn, over devices; [0]: uncounted


def stored_dtype(dtype: DTypeLike, precision: str) -> DTypeLike:
    """The type in which a ring of this precision keeps observations and actions of type `dtype`."""
    return precision if jnp.issubdtype(dtype, jnp.floating) else dtype


def init(step: Step, capacity: int, num_skills: int, precision: str = "float32") -> Replay:
    """An empty ring of `capacity` slices shaped and typed like `step` (leaves [E, ...]).

    Args:
      step: a slice.
      capacity: T.
      num_skills: K; 0 where rows are not counted by skill.
      precision: of observations and actions that are floats. Features stay float32: they tell places apart,
        and what is learned from is how these change in a step.
    """

    def empty(x: Array, dtype: DTypeLike) -> Array:
        return jnp.zeros((capacity, *x.shape), dtype)

    rows = jax.tree.map(lambda x: empty(x, x.dtype), step)._replace(
        obs=empty(step.obs, stored_dtype(step.obs.dtype, precision)),
        action=empty(step.action, stored_dtype(step.action.dtype, precision)),
    )
    zero = jnp.zeros((), jnp.int32)
    return Replay(rows, zero, zero, jnp.zeros(num_skills))


def insert(replay: Replay, step: Step, frames: int = 1) -> tuple[Replay, Array]:
    """Writes one slice over the oldest.

    Args:
      replay: the ring.
      step: the slice; of a stacked observation, the newest frame.
      frames: n, how many frames an observation stacks.

    Returns:
      The ring, and the change [K] of `counts` on this device, which the caller sums over
      devices and adds. The newest slice has no successor yet, and the oldest n − 1 lack the
      frames before them, so what becomes available is the slice before the newest, and what
      goes is the oldest that was whole.
    """
    capacity = replay.rows.valid.shape[0]
    previous = (replay.position - 1) % capacity

    def count(index):
        if not replay.counts.size:
            return replay.counts
        valid = replay.rows.valid[index]
        skill = replay.rows.skill[index].astype(jnp.int32)
        return jnp.zeros_like(replay.counts).at[skill].add(valid.astype(jnp.float32))

    gained = jnp.where(replay.size >= frames, count(previous), 0.0)
    lost = jnp.where(replay.size == capacity, count((replay.position + frames - 1) % capacity), 0.0)
    rows = jax.tree.map(
        lambda ring, x: jax.lax.dynamic_update_index_in_dim(
            ring, _narrowed(x, ring.dtype), replay.position, 0
        ),
        replay.rows,
        step,
    )
    new = replay.replace(
        rows=rows,
        position=(replay.position + 1) % capacity,
        size=jnp.minimum(replay.size + 1, capacity),
    )
    return new, gained - lost


def _narrowed(x: Array, dtype: DTypeLike) -> Array:
    """As the ring keeps it; what float16 cannot hold is its largest number, not infinity."""
    if dtype == jnp.float16:
        most = jnp.finfo(dtype).max
        x = jnp.clip(x, -most, most)
    return x.astype(dtype)


def _widened(x: Array) -> Array:
    return x.astype(jnp.float32) if x.dtype == jnp.float16 else x


def to_be_overwritten(replay: Replay, count: int) -> Replay:
    """A copy of all that the next `count` inserts change, in which a ring is as short as they are many.

    `undo_inserts` has what was there from it. `count` is no more than the ring's slices.
    """
    capacity = replay.rows.valid.shape[0]
    slices = (replay.position + jnp.arange(count)) % capacity
    kept = replay.replace(rows=jax.tree.map(lambda ring: ring[slices], replay.rows))
    return jax.tree.map(jnp.copy, kept)


def undo_inserts(replay: Replay, before: Replay) -> Replay:
    """The ring as it was before some inserts, of which `to_be_overwritten` gave `before`."""
    capacity = replay.rows.valid.shape[0]
    slices = (before.position + jnp.arange(before.rows.valid.shape[0])) % capacity
    rows = jax.tree.map(lambda ring, old: ring.at[slices].set(old), replay.rows, before.rows)
    return before.replace(rows=rows)


def in_order(replay: Replay, length: int, frames: int = 1) -> Step:
    """The newest `length` rows, the oldest of them first: leaves [length, E, ...].

    Args:
      replay: a full ring of length + frames − 1 slices.
      length: T.
      frames: n, how many frames an observation stacks, as `sample` does.
    """
    rows = jax.tree.map(lambda ring: jnp.roll(ring, -replay.position, axis=0), replay.rows)
    newest = jax.tree.map(lambda x: x[frames - 1 :], rows)
    if frames == 1:
        return newest
    num_envs = rows.valid.shape[1]
    time = jnp.broadcast_to(jnp.arange(frames - 1, frames - 1 + length)[:, None], (length, num_envs))
    env = jnp.arange(num_envs)
    stack = [newest.obs]
    for _ in range(frames - 1):
        # An action that was ignored led to this row: it is an episode's first.
        time = jnp.where(rows.valid[time - 1, env], time - 1, time)
        stack.append(rows.obs[time, env])
    return newest._replace(obs=jnp.concatenate(stack[::-1], axis=-1))


def sample(
    replay: Replay,
    keys: Key,
    row_index: Array,
    first_env: Array,
    num_rows: int,
    num_envs: int,
    frames: int = 1,
) -> tuple[Step, Step]:
    """Transitions drawn uniformly over the ring, stratified over environments.

    Row b of a batch of B comes from environment ⌊(b·E + ⌊u·E⌋)/B⌋, u uniform in [0, 1): each
    environment is drawn equally often, a row's marginal is uniform, and which rows a device
    needs depends on b alone, so a mesh of any size draws the same batch.

    Args:
      replay: the ring; its leaves hold this device's environments.
      keys: one per row, [B].
      row_index: [B], global index of each row in its batch.
      first_env: [], global index of this device's first environment.
      num_rows: B over all devices.
      num_envs: E over all devices.
      frames: n, how many frames an observation stacks; the ring must hold n + 1 slices.

    Returns:
      The rows (s, a, …) and the rows after them (s'), leaves [B, ...], observations stacked
      along their last axis, the newest frame last. Before an episode's first frame stands the
      first again, as `envs.stack_frames` has it.

    Raises:
      ValueError: more rows times environments than `MAX_PAIRS`.
    """
    env, age = _draw(replay, keys, row_index, first_env, num_rows, num_envs, frames)
    time = (replay.position - 2 - age) % replay.rows.valid.shape[0]
    return _rows_at(replay, time, env, frames), _rows_at(replay, time + 1, env, frames)


def sample_windows(
    replay: Replay,
    keys: Key,
    row_index: Array,
    first_env: Array,
    num_rows: int,
    num_envs: int,
    length: int,
    rows_before: Callable[[PyTree], Array],
    frames: int = 1,
) -> tuple[Step, Array, Array]:
    """Windows of successive rows of one environment, each around a row drawn as by `sample`.

    A window ends with its episode. One that begins before the oldest row, or is cut by the newest, is not
    whole: what it would have held is gone, or has not happened yet. Of one that is whole, any of its rows may
    be drawn, so those with more rows come more often; divided by how many these are, all weigh the same.

    Args:
      replay, keys, row_index, first_env, num_rows, num_envs, frames: as of `sample`.
      length: T, the most steps in a window.
      rows_before: (extras of the rows drawn, leaves [B, ...]) -> [B], how far before each its window begins.
        The row behind an episode's last step is of its last window, where that has fewer than T steps.

    Returns:
      Rows, leaves [B, T + 1, ...], of which step i leads from row i to row i + 1; which steps are of the
      window, [B, T]; and of how many rows that can be drawn it is the window, [B], 0 where it is not whole.

    Raises:
      ValueError: as `sample`.
    """
    env, age = _draw(replay, keys, row_index, first_env, num_rows, num_envs, frames)
    time = (replay.position - 2 - age) % replay.rows.valid.shape[0]
    extras = jax.tree.map(lambda ring: _take(ring, time, env), replay.rows.extras)
    # How many slices are newer than the window's first row, and than each of its rows.
    newer = age + 1 + rows_before(extras)
    begins = newer <= replay.size - frames
    newer = newer[:, None] - jnp.arange(length + 1)
    there = newer >= 0
    rows = _rows_at(replay, replay.position - 1 - jnp.maximum(newer, 0), env[:, None], frames)
    steps = rows.valid[:, :-1] & there[:, 1:]
    valid = jnp.cumsum(~steps, axis=1) == 0
    # Where there are fewer than T steps, a row that is no step of the episode any more stands behind them.
    count = valid.sum(axis=1)
    ended, has_successor = (
        jnp.take_along_axis(x, count[:, None], axis=1)[:, 0] for x in (there & ~rows.valid, newer > 0)
    )
    whole = begins & valid[:, 0] & (valid[:, -1] | ended)
    return rows, valid, jnp.where(whole, count + (~valid[:, -1] & has_successor), 0)


def _draw(
    replay: Replay,
    keys: Key,
    row_index: Array,
    first_env: Array,
    num_rows: int,
    num_envs: int,
    frames: int,
) -> tuple[Array, Array]:
    """As `sample`: environments on this device, and how many rows with a successor are newer, [B] each."""
    if num_rows * num_envs > MAX_PAIRS:
        raise ValueError(f"A batch of {num_rows} rows over {num_envs} environments exceeds 2^32 pairs.")
    uniform = jax.vmap(lambda key: jax.random.uniform(key, (2,)))(keys)
    # In whole numbers: rounded up, a float would cross into the next device's environments.
    offset = jnp.floor(uniform[:, 0] * num_envs).astype(jnp.uint32)
    env = (row_index.astype(jnp.uint32) * num_envs + offset) // num_rows
    age = jnp.floor(uniform[:, 1] * (replay.size - frames)).astype(jnp.int32)
    return env.astype(jnp.int32) - first_env, jnp.clip(age, 0, replay.size - frames - 1)


def _take(ring: Array, time: Array, env: Array) -> Array:
    """What a leaf [T, E, ...] of the ring has at these times and environments, [B] or [B, n] each."""
    capacity, local_envs = ring.shape[:2]
    # One flat index: a gather by (time, env) pairs makes XLA copy the whole ring.
    flat = ring.reshape(capacity * local_envs, *ring.shape[2:])
    return _widened(flat.at[time % capacity * local_envs + env].get(mode="promise_in_bounds"))


def _rows_at(replay: Replay, time: Array, env: Array, frames: int) -> Step:
    """Rows [B, ...] or [B, n, ...], their frames stacked."""
    rows = jax.tree.map(lambda ring: _take(ring, time, env), replay.rows)
    if frames == 1:
        return rows
    stack = [rows.obs]
    for _ in range(frames - 1):
        before = time - 1
        # An action that was ignored led to this row: it is an episode's first.
        time = jnp.where(_take(replay.rows.valid, before, env), before, time)
        stack.append(_take(replay.rows.obs, time, env))
    return rows._replace(obs=jnp.concatenate(stack[::-1], axis=-1))
