"""Stacked states of several runs: functions that take lanes out, put them in, copy them and select them.

`Trainer.lane_axes` has the axis of the lanes in each part, or None if lanes share the part. If lanes are
dealt out to devices (`dealt_out`), each lane is read and written on its own device. For an index into the
whole array, XLA would gather all lanes on every device. One program reads or writes all arrays that share
their devices, because a program for each array would take longer to start than to run.
"""

import functools
import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp
from jax.sharding import NamedSharding, Sharding
from jax.sharding import PartitionSpec as P

from diayn_jax.training.state import TrainState, dealt_out, lane_specs, shardings
from diayn_jax.training.trainer import COPY, Trainer
from diayn_jax.types import PyTree

_BATCH = 1 << 26  # bytes of arrays that are in memory twice at most, unless a single array is larger


def lane_state(trainer: Trainer, states: TrainState, index: int, with_replay: bool) -> TrainState:
    """Returns the state of the lane at `index`. It shares no buffer with the stacked states.

    The state is sharded over the trainer's mesh like that of a single run.
    """
    axes, specs = trainer.lane_axes, trainer.specs
    if not with_replay:
        axes, specs, states = (tree.replace(replay=()) for tree in (axes, specs, states))
    state = _taken(axes, states, index)
    return state if trainer.mesh is None else jax.device_put(state, shardings(trainer.mesh, specs, state))


def repeated(trainer: Trainer, state: TrainState, count: int) -> TrainState:
    """Returns the stacked states of `count` lanes that all have this state of a single run."""
    parts, tree = jax.tree.flatten(state)
    shared = _shared(trainer.lane_axes, state)
    layout = jax.tree.leaves(_layout(trainer, state, count))

    def repeat(is_shared: bool, of: Sequence[int]) -> Sequence[jax.Array]:
        xs, to = [parts[i] for i in of], [layout[i] for i in of]
        return jax.device_put(_copy(xs), to) if is_shared else _stacked([xs] * count, to)

    return jax.tree.unflatten(tree, _by(shared, repeat))


def set_lane(trainer: Trainer, states: TrainState, index: int, state: TrainState) -> TrainState:
    """Returns the stacked states, donated, with `state` at `index`. Parts that lanes share do not change."""
    xs, tree = jax.tree.flatten(states)
    ys = jax.tree.leaves(state)
    shared = _shared(trainer.lane_axes, states)

    def write(parts: int, of: Sequence[int]) -> Sequence[jax.Array]:
        return _put([xs[i] for i in of], [ys[i] for i in of], index) if parts else [xs[i] for i in of]

    # 0 marks arrays that do not change.
    parts = [0 if is_shared or not x.size else _num_parts(x) for is_shared, x in zip(shared, xs, strict=True)]
    return jax.tree.unflatten(tree, _by(parts, write))


def select_lanes(trainer: Trainer, states: TrainState, indices: Sequence[int]) -> TrainState:
    """Returns only the lanes at `indices`, in that order. Frees the memory of the other lanes at once."""
    xs, tree = jax.tree.flatten(states)
    shared = _shared(trainer.lane_axes, states)
    layout = jax.tree.leaves(_layout(trainer, states, len(indices)))

    def select(group: tuple[bool, int], of: Sequence[int]) -> Sequence[jax.Array]:
        some, to = [xs[i] for i in of], [layout[i] for i in of]
        if group[0]:
            return jax.device_put(some, to)
        lanes = jax.block_until_ready([_lane_of(some, index) for index in indices])
        for x in some:
            x.delete()
        return jax.block_until_ready(_stacked(lanes, to))

    # Take a few arrays after others, so that at most these are in memory twice.
    return jax.tree.unflatten(tree, _by(list(zip(shared, _batches(xs), strict=True)), select))


def copy_lane(
    trainer: Trainer, states: TrainState, source: int, target: int, hparams: Mapping[str, float]
) -> TrainState:
    """Returns the stacked states, donated, with the lane `source` copied to the lane `target`.

    The copy differs in three parts. The hyperparameters in `hparams` replace those of the source. The key is
    new, so that the two lanes diverge. The step counter stays that of the target.
    """
    state = _taken(trainer.lane_axes, states, source)
    values = {name: jnp.asarray(x, jnp.float32) for name, x in hparams.items()}
    state = state.replace(
        hparams={**state.hparams, **values},
        key=jax.random.fold_in(jax.random.fold_in(state.key, COPY), target),
        counters=state.counters.replace(env_steps=_lane_of([states.counters.env_steps], target)[0]),
    )
    return set_lane(trainer, states, target, state)


def _shared(axes: TrainState, states: TrainState) -> list[bool]:
    """Returns for each array whether the lanes share it."""
    shared = jax.tree.map(
        lambda axis, part: jax.tree.map(lambda _: axis is None, part),
        axes,
        states,
        is_leaf=lambda axis: axis is None,
    )
    return jax.tree.leaves(shared)


def _by(
    groups: Sequence[Any], function: Callable[[Any, Sequence[int]], Sequence[jax.Array]]
) -> list[jax.Array]:
    """Calls a function on the positions of each group; returns its results by position."""
    found: dict[int, jax.Array] = {}
    for group in dict.fromkeys(groups):
        of = [i for i, own in enumerate(groups) if own == group]
        found.update(zip(of, function(group, of), strict=True))
    return [found[i] for i in range(len(groups))]


def _batches(xs: Sequence[jax.Array]) -> list[int]:
    """Returns for each array a number, which arrays share that have at most `_BATCH` bytes together."""
    ends = itertools.accumulate(x.nbytes for x in xs)
    return [end // _BATCH for end in ends]


def _taken(axes: TrainState, states: TrainState, index: int) -> TrainState:
    """Returns the state of one lane. Each array stays on its devices."""
    xs, tree = jax.tree.flatten(states)

    def take(is_shared: bool, of: Sequence[int]) -> Sequence[jax.Array]:
        some = [xs[i] for i in of]
        return _copy(some) if is_shared else _lane_of(some, index)

    return jax.tree.unflatten(tree, _by(_shared(axes, states), take))


def _parts(x: jax.Array) -> list[jax.Array]:
    """Returns the part of each device of an array [N, ...] if lanes are dealt out; otherwise, the array."""
    if _num_parts(x) == 1:
        return [x]
    return [shard.data for shard in sorted(x.addressable_shards, key=lambda shard: shard.index[0].start)]


def _num_parts(x: jax.Array) -> int:
    return x.shape[0] // x.sharding.shard_shape(x.shape)[0]


def _lane_of(xs: Sequence[jax.Array], index: int) -> Sequence[jax.Array]:
    """Returns the arrays of one lane: [N, ...] -> [...]."""

    def take(parts: int, of: Sequence[int]) -> Sequence[jax.Array]:
        which, place = divmod(index, xs[0].shape[0] // parts)
        return _take([_parts(xs[i])[which] for i in of], place)

    return _by([_num_parts(x) for x in xs], take)


def _put(xs: Sequence[jax.Array], ys: Sequence[jax.Array], index: int) -> Sequence[jax.Array]:
    """Returns the arrays `xs` [N, ...], donated, with `ys` [...] at `index`. All have equally many parts."""
    layout, parts = [x.sharding for x in xs], [_parts(x) for x in xs]
    if len(parts[0]) == 1:
        return jax.device_put(_set(xs, ys, index), layout)
    which, place = divmod(index, xs[0].shape[0] // len(parts[0]))
    own = [of_one[which] for of_one in parts]
    written = _set(own, jax.device_put(ys, [x.sharding for x in own]), place)
    return [
        jax.make_array_from_single_device_arrays(x.shape, to, [*of_one[:which], new, *of_one[which + 1 :]])
        for x, to, of_one, new in zip(xs, layout, parts, written, strict=True)
    ]


@jax.jit
def _copy(xs: Sequence[jax.Array]) -> Sequence[jax.Array]:
    return [jnp.copy(x) for x in xs]


@jax.jit
def _take(xs: Sequence[jax.Array], index: jax.Array) -> Sequence[jax.Array]:
    return [jax.lax.dynamic_index_in_dim(x, index, keepdims=False) for x in xs]


@functools.partial(jax.jit, donate_argnums=0)
def _set(xs: Sequence[jax.Array], parts: Sequence[jax.Array], index: jax.Array) -> Sequence[jax.Array]:
    return [x.at[index].set(part) for x, part in zip(xs, parts, strict=True)]


@jax.jit
def _stack(lanes: Sequence[Sequence[jax.Array]]) -> Sequence[jax.Array]:
    return [jnp.stack(of_one) for of_one in zip(*lanes, strict=True)]


def _stacked(lanes: Sequence[Sequence[jax.Array]], to: Sequence[Sharding]) -> list[jax.Array]:
    """Stacks the arrays [...] of lanes into arrays [N, ...] with the shardings `to`."""
    count = len(lanes)
    shapes = [(count, *x.shape) for x in lanes[0]]

    def stack(each: int, of: Sequence[int]) -> Sequence[jax.Array]:
        some: list[list[jax.Array]] = [[lane[i] for i in of] for lane in lanes]
        own: list[Any] = [to[i] for i in of]
        if not each:
            return _stack(some)
        if each == count:
            of_one = [NamedSharding(x.mesh, P(*x.spec[1:])) for x in own]
            return jax.device_put(_stack([jax.device_put(lane, of_one) for lane in some]), own)
        parts = [
            _stack([jax.device_put(lane, device) for lane in some[i * each : (i + 1) * each]])
            for i, device in enumerate(own[0].mesh.devices.flat)
        ]
        return [
            jax.make_array_from_single_device_arrays(shapes[i], to[i], of_one)
            for i, of_one in zip(of, zip(*parts, strict=True), strict=True)
        ]

    # The lanes that each device holds; 0 if there is no mesh.
    each = [
        x.shard_shape(shape)[0] if isinstance(x, NamedSharding) else 0
        for x, shape in zip(to, shapes, strict=True)
    ]
    return _by(each, stack)


def _layout(trainer: Trainer, states: TrainState, lanes: int) -> TrainState:
    """Returns the sharding of each array of `lanes` lanes that a compiled epoch takes.

    On one device, the shardings stay as they are. `states` may be stacked states, or the state of a single
    run: on a mesh, only the axes of arrays matter, and whether they are empty.
    """
    mesh = trainer.mesh
    if mesh is None:
        return jax.tree.map(lambda x: x.sharding, states)
    if dealt_out(lanes, mesh.size):
        return shardings(mesh, lane_specs(trainer.lane_axes), states)
    # A spec and an axis may each stand for a whole part of the state. Expand the axes to one per array.
    shared = jax.tree.unflatten(jax.tree.structure(states), _shared(trainer.lane_axes, states))

    def lay(spec: P, of_all: PyTree, part: PyTree) -> PyTree:
        def place(is_shared: bool, x: jax.Array) -> NamedSharding:
            lanes = spec if is_shared else P(None, *spec)
            return NamedSharding(mesh, lanes if x.size else P())

        return jax.tree.map(place, of_all, part)

    return jax.tree.map(lay, trainer.specs, shared, states, is_leaf=lambda x: isinstance(x, P))
