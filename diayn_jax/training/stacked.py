"""Stacked states of several runs: functions that take lanes out, put them in, copy them and select them.

`Trainer.lane_axes` has the axis of the lanes in each part, or None if lanes share the part. If lanes are
dealt out to devices (`dealt_out`), each lane is read and written on its own device. For an index into the
whole array, XLA would gather all lanes on every device.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp
from jax.sharding import NamedSharding, Sharding
from jax.sharding import PartitionSpec as P

from diayn_jax.training.state import TrainState, dealt_out, lane_specs, shardings
from diayn_jax.training.trainer import COPY, Trainer
from diayn_jax.types import PyTree


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

    def repeat(axis: int | None, layout: PyTree, part: PyTree) -> PyTree:
        if axis is None:
            return jax.tree.map(lambda x, to: jax.device_put(jnp.copy(x), to), part, layout)
        return jax.tree.map(lambda x, to: _stacked([x] * count, to), part, layout)

    return _map(repeat, trainer.lane_axes, _layout(trainer, state, count), state)


def set_lane(trainer: Trainer, states: TrainState, index: int, state: TrainState) -> TrainState:
    """Returns the stacked states, donated, with `state` at `index`. Parts that lanes share do not change."""

    def write(axis: int | None, whole: PyTree, part: PyTree) -> PyTree:
        return whole if axis is None else jax.tree.map(lambda x, y: _put(x, y, index), whole, part)

    return _map(write, trainer.lane_axes, states, state)


def select_lanes(trainer: Trainer, states: TrainState, indices: Sequence[int]) -> TrainState:
    """Returns only the lanes at `indices`, in that order. Frees the memory of the other lanes at once."""

    def take(x: jax.Array, to: Sharding) -> jax.Array:
        # Take one array after another, so that at most one array is in memory twice.
        lanes = jax.block_until_ready([_lane_of(x, index) for index in indices])
        x.delete()
        return jax.block_until_ready(_stacked(lanes, to))

    def keep(axis: int | None, layout: PyTree, part: PyTree) -> PyTree:
        return jax.tree.map(jax.device_put if axis is None else take, part, layout)

    return _map(keep, trainer.lane_axes, _layout(trainer, states, len(indices)), states)


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
        counters=state.counters.replace(env_steps=_lane_of(states.counters.env_steps, target)),
    )
    return set_lane(trainer, states, target, state)


def _map(function: Callable[..., PyTree], axes: TrainState, *states: TrainState) -> Any:
    return jax.tree.map(function, axes, *states, is_leaf=lambda axis: axis is None)


def _taken(axes: TrainState, states: TrainState, index: int) -> TrainState:
    """Returns the state of one lane. Each array stays on its devices."""

    def take(axis: int | None, part: PyTree) -> PyTree:
        return jax.tree.map(jnp.copy if axis is None else lambda x: _lane_of(x, index), part)

    return _map(take, axes, states)


def _parts(x: jax.Array) -> list[jax.Array]:
    """Returns the part of each device of an array [N, ...] if lanes are dealt out; otherwise, the array."""
    if x.sharding.shard_shape(x.shape)[0] == x.shape[0]:
        return [x]
    return [shard.data for shard in sorted(x.addressable_shards, key=lambda shard: shard.index[0].start)]


def _lane_of(x: jax.Array, index: int) -> jax.Array:
    """Returns the array of one lane: [N, ...] -> [...]."""
    parts = _parts(x)
    which, place = divmod(index, x.shape[0] // len(parts))
    return parts[which][place]


def _put(x: jax.Array, y: jax.Array, index: int) -> jax.Array:
    """Returns the array `x` [N, ...], donated, with `y` [...] at `index`."""
    if not x.size:
        return x
    layout, parts = x.sharding, _parts(x)
    if len(parts) == 1:
        return jax.device_put(_set(x, y, jnp.int32(index)), layout)
    which, place = divmod(index, x.shape[0] // len(parts))
    y = jax.device_put(y, parts[which].sharding)
    parts[which] = _set(parts[which], y, jnp.int32(place))
    return jax.make_array_from_single_device_arrays(x.shape, layout, parts)


@functools.partial(jax.jit, donate_argnums=0)
def _set(x: jax.Array, part: jax.Array, index: jax.Array) -> jax.Array:
    return x.at[index].set(part)


@jax.jit
def _stack(lanes: Sequence[jax.Array]) -> jax.Array:
    return jnp.stack(lanes)


def _stacked(lanes: Sequence[jax.Array], to: Sharding) -> jax.Array:
    """Stacks the arrays [...] of lanes into one array [N, ...] with the sharding `to`."""
    shape = (len(lanes), *lanes[0].shape)
    if not isinstance(to, NamedSharding):
        return _stack(lanes)
    each = to.shard_shape(shape)[0]
    if each == len(lanes):
        of_one = NamedSharding(to.mesh, P(*to.spec[1:]))
        return jax.device_put(_stack([jax.device_put(x, of_one) for x in lanes]), to)
    parts = [
        _stack([jax.device_put(x, device) for x in lanes[i * each : (i + 1) * each]])
        for i, device in enumerate(to.mesh.devices.flat)
    ]
    return jax.make_array_from_single_device_arrays(shape, to, parts)


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
    shared = _map(lambda axis, part: jax.tree.map(lambda _: axis is None, part), trainer.lane_axes, states)

    def lay(spec: P, of_all: PyTree, part: PyTree) -> PyTree:
        def place(is_shared: bool, x: jax.Array) -> NamedSharding:
            lanes = spec if is_shared else P(None, *spec)
            return NamedSharding(mesh, lanes if x.size else P())

        return jax.tree.map(place, of_all, part)

    return jax.tree.map(lay, trainer.specs, shared, states, is_leaf=lambda x: isinstance(x, P))
