"""Replay on device: a ring buffer of time slices that stores each observation once.

Row t holds s_t and the action taken in it; row t + 1 holds s_{t+1}. So a transition costs one observation,
where a buffer of (s, a, s') stores two. The skill is stored as a small integer. If an observation stacks the
last n frames, each frame is stored once, and frames are stacked when a batch is drawn.
"""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp
from flax import struct
from jax.typing import DTypeLike

from diayn_jax.types import Array, Key, PyTree, Step

# The largest product of rows in a batch and environments: `sample` computes in 32 bits.
MAX_PAIRS = 2**32


class Replay(struct.PyTreeNode):
    """A ring buffer of T time slices of E environments.

    All environments (and all lanes of a vmapped sweep) share `position` and `size`, so that an insert is one
    contiguous write.
    """

    rows: Step  # leaves [T, E, ...]
    position: Array  # [], int32: the slice that is written next
    size: Array  # [], int32: slices filled
    counts: Array  # [K], int32: drawable valid rows of each skill, over all devices; [0] if not counted


def stored_dtype(dtype: DTypeLike, precision: str) -> DTypeLike:
    """Returns the type in which replay of this precision stores observations and actions of type `dtype`."""
    return precision if jnp.issubdtype(dtype, jnp.floating) else dtype


def init(step: Step, capacity: int, num_skills: int, precision: str = "float32") -> Replay:
    """Makes an empty ring buffer of `capacity` slices with the shapes and types of `step`.

    Args:
      step: an example of a slice, leaves [E, ...].
      capacity: T.
      num_skills: K; 0 if rows are not counted by skill.
      precision: type of the observations and actions that are floats. Features stay float32, because
        objectives learn from their small changes from one step to the next.
    """

    def empty(x: Array, dtype: DTypeLike) -> Array:
        return jnp.zeros((capacity, *x.shape), dtype)

    rows = jax.tree.map(lambda x: empty(x, x.dtype), step)._replace(
        obs=empty(step.obs, stored_dtype(step.obs.dtype, precision)),
        action=empty(step.action, stored_dtype(step.action.dtype, precision)),
    )
    zero = jnp.zeros((), jnp.int32)
    return Replay(rows, zero, zero, jnp.zeros(num_skills, jnp.int32))


def insert(replay: Replay, step: Step, frames: int = 1) -> tuple[Replay, Array]:
    """Writes one slice in place of the oldest.

    Args:
      step: the slice, leaves [E, ...]; a stacked observation is given by its newest frame.
      frames: n, the number of frames that an observation stacks.

    Returns:
      The new ring buffer, and the change [K] of `counts` on this device. The caller sums the change over
      devices and adds it to `counts`. The newest slice cannot be drawn, because it has no successor yet. The
      oldest n − 1 slices cannot be drawn, because they lack the frames before them. So the insert makes the
      slice before the newest available and, if the buffer is full, removes the oldest available slice.
    """
    capacity = replay.rows.valid.shape[0]
    previous = (replay.position - 1) % capacity

    def count(index):
        if not replay.counts.size:
            return replay.counts
        valid = replay.rows.valid[index]
        skill = replay.rows.skill[index].astype(jnp.int32)
        return jnp.zeros_like(replay.counts).at[skill].add(valid.astype(jnp.int32))

    gained = jnp.where(replay.size >= frames, count(previous), 0)
    lost = jnp.where(replay.size == capacity, count((replay.position + frames - 1) % capacity), 0)
    rows = jax.tree.map(
        lambda ring, x: jax.lax.dynamic_update_index_in_dim(
            ring, _narrowed(x, ring.dtype), replay.position, 0
        ),
        replay.rows,
        step,
    )
    new = replay.replace(
        rows=rows, position=(replay.position + 1) % capacity, size=jnp.minimum(replay.size + 1, capacity)
    )
    return new, gained - lost


def _narrowed(x: Array, dtype: DTypeLike) -> Array:
    """Converts an array to the stored type. Float16 values are clipped to the largest finite number."""
    if dtype == jnp.float16:
        most = jnp.finfo(dtype).max
        x = jnp.clip(x, -most, most)
    return x.astype(dtype)


def to_be_overwritten(replay: Replay, count: int) -> Replay:
    """Copies everything that the next `count` inserts will change, for `undo_inserts`."""
    capacity = replay.rows.valid.shape[0]
    slices = (replay.position + jnp.arange(min(count, capacity))) % capacity
    kept = replay.replace(rows=jax.tree.map(lambda ring: ring[slices], replay.rows))
    return jax.tree.map(jnp.copy, kept)


def undo_inserts(replay: Replay, before: Replay) -> Replay:
    """Restores the ring as it was before some inserts; `before` is `to_be_overwritten` of that time."""
    capacity = replay.rows.valid.shape[0]
    slices = (before.position + jnp.arange(before.rows.valid.shape[0])) % capacity
    rows = jax.tree.map(lambda ring, old: ring.at[slices].set(old), replay.rows, before.rows)
    return before.replace(rows=rows)


def in_order(replay: Replay, length: int, frames: int = 1) -> Step:
    """Returns the newest `length` rows of a full ring in the order of time: leaves [length, E, ...].

    The ring has length + frames − 1 slices, if an observation stacks `frames` frames as in `sample`.
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
        # If the row before is a reset row, this row is an episode's first.
        time = jnp.where(rows.valid[time - 1, env], time - 1, time)
        stack.append(rows.obs[time, env])
    return newest._replace(obs=jnp.concatenate(stack[::-1], axis=-1))


class Draw(NamedTuple):
    """The arguments of a draw of one row per key. `num_rows`, `num_envs` and `frames` are Python integers."""

    keys: Key  # [B], one per row
    row_index: Array  # [B], global index of each row in its batch
    first_env: Array  # [], global index of this device's first environment
    num_rows: int  # B over all devices
    num_envs: int  # E over all devices
    frames: int = 1  # n, how many frames an observation stacks; the ring must hold n + 1 slices


def sample(replay: Replay, draw: Draw) -> tuple[Step, Step]:
    """Draws transitions uniformly over the ring, stratified over environments.

    Row b of a batch of B comes from environment ⌊(b·E + ⌊u·E⌋)/B⌋, with u uniform in [0, 1). Each environment
    is drawn equally often, and the marginal distribution of a row is uniform. A row depends on b and on no
    other row, so a mesh of any size draws the same batch.

    The ring's leaves hold this device's environments.

    Returns:
      The rows (s, a, …) and the rows after them (s'), leaves [B, ...]. The frames of an observation are
      stacked along its last axis, the newest frame last. At an episode's start, its first frame is repeated
      in place of earlier frames, as in `envs.stack_frames`.

    Raises:
      ValueError: rows times environments exceeds `MAX_PAIRS`.
    """
    env, age = _places(replay, draw)
    time = (replay.position - 2 - age) % replay.rows.valid.shape[0]
    return _rows_at(replay, time, env, draw.frames), _rows_at(replay, time + 1, env, draw.frames)


def sample_windows(
    replay: Replay, draw: Draw, length: int, rows_before: Callable[[PyTree], Array]
) -> tuple[Step, Array, Array]:
    """Draws windows of successive rows of one environment: each window is around a row drawn as in `sample`.

    A window ends with its episode. A window is not whole if it begins before the oldest row in replay, or if
    it reaches past the newest row. A whole window is found from each of its rows that can be drawn, so longer
    windows are drawn more often. Weights of 1 / (number of these rows) give all windows the same weight.

    Args:
      replay, draw: see `sample`.
      length: T, the most steps in a window.
      rows_before: (extras of the drawn rows, leaves [B, ...]) -> [B], the number of rows from the window's
        first row to the drawn row. The reset row after an episode's last step belongs to the last window of
        the episode, if this window has fewer than T steps.

    Returns:
      Rows, leaves [B, T + 1, ...]: step i leads from row i to row i + 1.
      The steps that belong to the window, [B, T], bool.
      The number of rows from which the window can be drawn, [B]; 0 if the window is not whole.

    Raises:
      ValueError: see `sample`.
    """
    env, age = _places(replay, draw)
    frames = draw.frames
    time = (replay.position - 2 - age) % replay.rows.valid.shape[0]
    extras = jax.tree.map(lambda ring: _take(ring, time, env), replay.rows.extras)
    # The number of slices that are newer than the window's first row, and then for each of its rows.
    newer = age + 1 + rows_before(extras)
    begins = newer <= replay.size - frames
    newer = newer[:, None] - jnp.arange(length + 1)
    there = newer >= 0
    rows = _rows_at(replay, replay.position - 1 - jnp.maximum(newer, 0), env[:, None], frames)
    steps = rows.valid[:, :-1] & there[:, 1:]
    valid = jnp.cumsum(~steps, axis=1) == 0
    # In a window of fewer than T steps, a reset row follows the last step.
    count = valid.sum(axis=1)
    ended, has_successor = (
        jnp.take_along_axis(x, count[:, None], axis=1)[:, 0] for x in (there & ~rows.valid, newer > 0)
    )
    whole = begins & valid[:, 0] & (valid[:, -1] | ended)
    return rows, valid, jnp.where(whole, count + (~valid[:, -1] & has_successor), 0)


class EpisodeRows(NamedTuple):
    """Other rows of the episodes of the drawn rows: see `types.EpisodeStates`."""

    first: Step  # leaves [B, ...]
    first_known: Array  # [B], bool
    last: Step  # leaves [B, ...]; its action and reward belong to no step
    last_known: Array  # [B], bool
    ahead: Step  # leaves [B, ...]
    steps_ahead: Array  # [B], int32


def sample_episodes(replay: Replay, draw: Draw, steps_ahead: int) -> EpisodeRows:
    """Returns other rows of the episodes of the rows that `sample` draws; `steps_ahead` is c."""
    capacity = replay.rows.valid.shape[0]
    env, age = _places(replay, draw)
    place = capacity - 2 - age  # in the order of time
    start, end = (_take(x, place, env) for x in _episode_bounds(replay))
    last = jnp.minimum(end, capacity - 1)
    # A reset row is the last row of its episode, so no row of the episode is ahead of it.
    last = jnp.maximum(last, place)
    ahead = jnp.minimum(place + steps_ahead, last)

    def rows(place: Array) -> Step:
        return _rows_at(replay, replay.position + place, env, draw.frames)

    oldest = jnp.where(start < 0, capacity - replay.size, start)
    return EpisodeRows(rows(oldest), start >= 0, rows(last), end < capacity, rows(ahead), ahead - place)


def _episode_bounds(replay: Replay) -> tuple[Array, Array]:
    """Returns the first and the last row of each row's episode, in the order of time, [T, E] each.

    The first is −1 if the ring does not show where the episode begins. The last is the row with the last
    state, and T if the episode has not ended.
    """
    capacity = replay.rows.valid.shape[0]
    place = jnp.arange(capacity, dtype=jnp.int32)[:, None]
    filled = place >= capacity - replay.size
    valid = jnp.roll(replay.rows.valid, -replay.position, axis=0)
    is_last = filled & ~valid
    before = jax.lax.cummax(jnp.where(is_last, place, -1), axis=0)
    # An episode's last row belongs to that episode, not to the next.
    start = jnp.concatenate([jnp.full_like(before[:1], -1), before[:-1]]) + 1
    end = jax.lax.cummin(jnp.where(is_last, place, capacity), axis=0, reverse=True)
    # It is unknown whether the oldest row is the first row of its episode: others may be overwritten, and a
    # run that is resumed without its replay fills the ring from the middle of episodes.
    return jnp.where(start > 0, start, -1), end


def _places(replay: Replay, draw: Draw) -> tuple[Array, Array]:
    """Returns the local environment of each drawn row, and the number of newer drawable rows, [B] each.

    Raises:
      ValueError: see `sample`.
    """
    num_rows, num_envs, frames = draw.num_rows, draw.num_envs, draw.frames
    if num_rows * num_envs > MAX_PAIRS:
        raise ValueError(f"A batch of {num_rows} rows over {num_envs} environments exceeds 2^32 pairs.")
    uniform = jax.vmap(lambda key: jax.random.uniform(key, (2,)))(draw.keys)
    # Compute in integers: a float that is rounded up would give an environment of the next device.
    offset = jnp.floor(uniform[:, 0] * num_envs).astype(jnp.uint32)
    env = (draw.row_index.astype(jnp.uint32) * num_envs + offset) // num_rows
    age = jnp.floor(uniform[:, 1] * (replay.size - frames)).astype(jnp.int32)
    return env.astype(jnp.int32) - draw.first_env, jnp.clip(age, 0, replay.size - frames - 1)


def _take(ring: Array, time: Array, env: Array) -> Array:
    """Takes the entries of a leaf [T, E, ...] at these times and environments, [B] or [B, n] each."""
    capacity, local_envs = ring.shape[:2]
    # Use one flat index, because XLA copies the whole buffer for a gather by (time, env) pairs.
    flat = ring.reshape(capacity * local_envs, *ring.shape[2:])
    found = flat.at[time % capacity * local_envs + env].get(mode="promise_in_bounds")
    return found.astype(jnp.float32) if found.dtype == jnp.float16 else found


def _rows_at(replay: Replay, time: Array, env: Array, frames: int) -> Step:
    """Takes the rows at these times and environments, [B] or [B, n] each, with stacked frames."""
    rows = jax.tree.map(lambda ring: _take(ring, time, env), replay.rows)
    if frames == 1:
        return rows
    stack = [rows.obs]
    for _ in range(frames - 1):
        before = time - 1
        # If the row before is a reset row, this row is an episode's first.
        time = jnp.where(_take(replay.rows.valid, before, env), before, time)
        stack.append(_take(replay.rows.obs, time, env))
    return rows._replace(obs=jnp.concatenate(stack[::-1], axis=-1))
