"""Where a trainer's functions are compiled: the one place with jit and donation, and lanes."""

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from jax.sharding import Mesh
from jax.sharding import PartitionSpec as P

from diayn_jax import objectives, parallel
from diayn_jax.config import Config
from diayn_jax.training.state import TrainState, dealt_out, lane_specs
from diayn_jax.training.trainer import Stages, Trainer, make_trainer
from diayn_jax.types import HParams, Key, Metrics


class Compiled(NamedTuple):
    """A trainer's functions, made of jitted ones.

    The state that `epoch`, `refill`, `undo` and `stages.advance` get is donated.
    `keep(state)` copies all that an epoch changes: of replay, the slices that it overwrites.
    `undo(after, kept)` gives the state before the epoch back.

    Of lanes, keys and hyperparameters have a leading axis [N], and states one where
    `Trainer.lane_axes` says so.
    """

    init: Callable[[Key, HParams], TrainState]
    epoch: Callable[[TrainState], tuple[TrainState, Metrics]]
    refill: Callable[[TrainState], TrainState]
    stages: Stages
    keep: Callable[[TrainState], TrainState]
    undo: Callable[[TrainState, TrainState], TrainState]


def compiled(trainer: Trainer, lanes: bool = False, mesh: Mesh | None = None) -> Compiled:
    """Jits a trainer's functions, for one run or for the lanes of a sweep side by side.

    The donation stands outside the vmap: inside, JAX would drop it, and hold two of each lane's ring.

    Args:
      trainer: of the run.
      lanes: whether there are several.
      mesh: of devices to which the lanes of a trainer of one device are dealt out, each whole, so that no
        device waits for another. Their number divides that of the lanes. None: each lane lies as a single
        run of the trainer does.
    """
    make_pool, begin, advance = trainer.stages.make_pool, trainer.stages.begin, trainer.stages.advance
    keep, undo = functools.partial(_keep, trainer), functools.partial(_undo, trainer)
    if lanes:
        axes: Any = trainer.lane_axes
        make_pool = jax.vmap(make_pool)
        begin = jax.vmap(begin, out_axes=axes)
        # By the axis' name, an objective that lanes share sums over them.
        advance = jax.vmap(advance, in_axes=(axes, 0, None), out_axes=(axes, 0), axis_name=parallel.LANES)
        keep = jax.vmap(keep, in_axes=(axes,), out_axes=axes)
        undo = jax.vmap(undo, in_axes=(axes, axes), out_axes=axes)
    if mesh is not None:
        over = functools.partial(jax.shard_map, mesh=mesh, check_vma=False)
        lane, specs = P(parallel.AXIS), lane_specs(trainer.lane_axes)
        make_pool = over(make_pool, in_specs=lane, out_specs=lane)
        begin = over(begin, in_specs=(lane, lane, lane), out_specs=specs)
        advance = over(advance, in_specs=(specs, lane, P()), out_specs=(specs, lane))
        keep = over(keep, in_specs=(specs,), out_specs=specs)
        undo = over(undo, in_specs=(specs, specs), out_specs=specs)
    stages = trainer.stages._replace(
        make_pool=jax.jit(make_pool), begin=jax.jit(begin), advance=jax.jit(advance, donate_argnums=0)
    )
    return Compiled(
        init=stages.init,
        epoch=stages.epoch,
        refill=stages.refill,
        stages=stages,
        keep=jax.jit(keep),
        undo=jax.jit(undo, donate_argnums=0),
    )


def compiled_lanes(config: Config, trainer: Trainer, lanes: int) -> Compiled:
    """The jitted functions of so many lanes, dealt out to the trainer's devices where these divide them."""
    islands: tuple[str, ...] = ()
    if trainer.mesh is not None and dealt_out(lanes, trainer.mesh.size):
        if objectives.spec(config.objective).shared_over_lanes:
            islands = (parallel.LANES, parallel.AXIS)
        each = make_trainer(config, trainer.env, island_axes=islands)
        return compiled(each, lanes=True, mesh=trainer.mesh)
    if objectives.spec(config.objective).shared_over_lanes:
        trainer = make_trainer(config, trainer.env, trainer.mesh, (parallel.LANES,))
    return compiled(trainer, lanes=True)


def _keep(trainer: Trainer, state: TrainState) -> TrainState:
    # Copied, for XLA would give back what it was given, which the epoch then takes as its own.
    rest = jax.tree.map(jnp.copy, state.replace(replay=()))
    return rest.replace(replay=trainer.learner.keep(state.replay, trainer.slices_per_epoch))


def _undo(trainer: Trainer, after: TrainState, kept: TrainState) -> TrainState:
    return kept.replace(replay=trainer.learner.undo(after.replay, kept.replay))
