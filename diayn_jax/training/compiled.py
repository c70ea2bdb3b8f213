"""Where a trainer's functions are compiled: the one place with jit and donation, and lanes."""

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import replay
from diayn_jax.training.state import TrainState
from diayn_jax.training.trainer import Trainer
from diayn_jax.types import HParams, Key, Metrics


class Compiled(NamedTuple):
    """A trainer's functions, jitted. The state that `epoch`, `refill` and `undo` get is donated.

    `keep(state)` copies all that an epoch changes: of replay, the slices that it overwrites.
    `undo(after, kept)` gives the state before the epoch back.

    Of lanes, keys and hyperparameters have a leading axis [N], and states one where
    `Trainer.lane_axes` says so.
    """

    init: Callable[[Key, HParams], TrainState]
    epoch: Callable[[TrainState], tuple[TrainState, Metrics]]
    refill: Callable[[TrainState], TrainState]
    keep: Callable[[TrainState], TrainState]
    undo: Callable[[TrainState, TrainState], TrainState]


def compiled(trainer: Trainer, lanes: bool = False) -> Compiled:
    """Jits a trainer's functions, for one run or for the lanes of a sweep side by side.

    The donation stands outside the vmap: inside, JAX would drop it, and hold two of each lane's ring.
    """
    init, epoch, refill = trainer.init, trainer.epoch, trainer.refill
    keep, undo = functools.partial(_keep, trainer.slices_per_epoch), _undo
    if lanes:
        axes: Any = trainer.lane_axes
        init = jax.vmap(init, out_axes=axes)
        epoch = jax.vmap(epoch, in_axes=(axes,), out_axes=(axes, 0))
        refill = jax.vmap(refill, in_axes=(axes,), out_axes=axes)
        keep = jax.vmap(keep, in_axes=(axes,), out_axes=axes)
        undo = jax.vmap(undo, in_axes=(axes, axes), out_axes=axes)
    return Compiled(
        init=jax.jit(init),
        epoch=jax.jit(epoch, donate_argnums=0),
        refill=jax.jit(refill, donate_argnums=0),
        keep=jax.jit(keep),
        undo=jax.jit(undo, donate_argnums=0),
    )


def _keep(slices: int, state: TrainState) -> TrainState:
    count = min(slices, state.replay.rows.valid.shape[0])
    # Copied, for XLA would give back what it was given, which the epoch then takes as its own.
    rest = jax.tree.map(jnp.copy, state.replace(replay=()))
    return rest.replace(replay=replay.to_be_overwritten(state.replay, count))


def _undo(after: TrainState, kept: TrainState) -> TrainState:
    return kept.replace(replay=replay.undo_inserts(after.replay, kept.replay))
