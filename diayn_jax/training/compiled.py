"""Where a trainer's functions are compiled: the one place with jit and donation, and lanes."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax

from diayn_jax.training.state import TrainState
from diayn_jax.training.trainer import Trainer
from diayn_jax.types import HParams, Key, Metrics


class Compiled(NamedTuple):
    """A trainer's functions, jitted. The state that `epoch` and `refill` get is donated.

    Of lanes, keys and hyperparameters have a leading axis [N], and states one where
    `Trainer.lane_axes` says so.
    """

    init: Callable[[Key, HParams], TrainState]
    epoch: Callable[[TrainState], tuple[TrainState, Metrics]]
    refill: Callable[[TrainState], TrainState]


def compiled(trainer: Trainer, lanes: bool = False) -> Compiled:
    """Jits a trainer's functions, for one run or for the lanes of a sweep side by side.

    The donation stands outside the vmap: inside, JAX would drop it, and hold two of each lane's ring.
    """
    init, epoch, refill = trainer.init, trainer.epoch, trainer.refill
    if lanes:
        axes: Any = trainer.lane_axes
        init = jax.vmap(init, out_axes=axes)
        epoch = jax.vmap(epoch, in_axes=(axes,), out_axes=(axes, 0))
        refill = jax.vmap(refill, in_axes=(axes,), out_axes=axes)
    return Compiled(jax.jit(init), jax.jit(epoch, donate_argnums=0), jax.jit(refill, donate_argnums=0))
