"""States of several runs stacked as one: how lanes are taken out, put in, copied and left out.

The axis of the lanes of each part is that of `Trainer.lane_axes`, None where lanes share it.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp
from jax.sharding import NamedSharding
from jax.sharding import PartitionSpec as P

from diayn_jax.training.state import TrainState
from diayn_jax.training.trainer import Trainer
from diayn_jax.types import PyTree


def lane_state(state: TrainState, axes: TrainState, index: int, with_replay: bool) -> TrainState:
    """The state of one lane out of the stacked ones, with which it shares no buffer.

    Args:
      state: of all lanes.
      axes: `Trainer.lane_axes`.
      index: of the lane.
      with_replay: False leaves replay out.
    """
    if not with_replay:
        axes, state = (tree.replace(replay=()) for tree in (axes, state))

    def take(axis: int | None, part: PyTree) -> PyTree:
        return jax.tree.map(jnp.copy if axis is None else lambda x: x[index], part)

    return _map(take, axes, state)


def repeated(trainer: Trainer, state: TrainState, count: int) -> TrainState:
    """`count` lanes that are all in this state of a single run."""

    def repeat(axis: int | None, part: PyTree) -> PyTree:
        if axis is None:
            return jax.tree.map(jnp.copy, part)
        return jax.tree.map(lambda x: jnp.broadcast_to(x[None], (count, *x.shape)).copy(), part)

    return _laid_out(trainer, _map(repeat, trainer.lane_axes, state))


def put(trainer: Trainer, states: TrainState, index: int, state: TrainState) -> TrainState:
    """The stacked states with this one at `index`; they are donated, and what lanes share stays theirs."""

    def write(axis: int | None, whole: PyTree, part: PyTree) -> PyTree:
        return whole if axis is None else jax.tree.map(lambda x, y: _set(x, y, jnp.int32(index)), whole, part)

    return _laid_out(trainer, _map(write, trainer.lane_axes, states, state))


def kept(trainer: Trainer, states: TrainState, indices: Sequence[int]) -> TrainState:
    """The lanes at `indices` alone, in that order; the others' memory is free at once."""
    chosen = jnp.array(indices, jnp.int32)

    def take(x: jax.Array) -> jax.Array:
        # One array after another, so that never more than one is there twice.
        taken = jax.block_until_ready(jnp.take(x, chosen, axis=0))
        x.delete()
        return taken

    return _laid_out(
        trainer,
        _map(
            lambda axis, part: part if axis is None else jax.tree.map(take, part), trainer.lane_axes, states
        ),
    )


def copied(
    trainer: Trainer, states: TrainState, source: int, target: int, hparams: Mapping[str, float]
) -> TrainState:
    """The stacked states, donated, in which the lane `target` goes on as `source` does.

    Everything is copied but three things: the hyperparameters are `hparams` (those that are left out are
    copied too), the key is another, so that the two part, and the steps counted are the target's own.
    """
    state = lane_state(states, trainer.lane_axes, source, True)
    values = {name: jnp.asarray(x, jnp.float32) for name, x in hparams.items()}
    state = state.replace(
        hparams={**state.hparams, **values},
        key=jax.random.fold_in(state.key, target),
        counters=state.counters.replace(env_steps=states.counters.env_steps[target]),
    )
    return put(trainer, states, target, state)


def _map(function: Callable[..., PyTree], axes: TrainState, *states: TrainState) -> Any:
    return jax.tree.map(function, axes, *states, is_leaf=lambda axis: axis is None)


@functools.partial(jax.jit, donate_argnums=0)
def _set(x: jax.Array, part: jax.Array, index: jax.Array) -> jax.Array:
    return x.at[index].set(part)


def _laid_out(trainer: Trainer, states: TrainState) -> TrainState:
    """The states where a compiled epoch wants them: each part over the mesh as that of a single run."""
    mesh = trainer.mesh
    if mesh is None:
        return states
    # Specs and axes stand for parts of different sizes: here each stands for every array.
    shared = _map(lambda axis, part: jax.tree.map(lambda _: axis is None, part), trainer.lane_axes, states)

    def lay(spec: P, of_all: PyTree, part: PyTree) -> PyTree:
        def place(is_shared: bool, x: jax.Array) -> jax.Array:
            lanes = spec if is_shared else P(None, *spec)
            return jax.device_put(x, NamedSharding(mesh, lanes if x.size else P()))

        return jax.tree.map(place, of_all, part)

    return jax.tree.map(lay, trainer.specs, shared, states, is_leaf=lambda x: isinstance(x, P))
