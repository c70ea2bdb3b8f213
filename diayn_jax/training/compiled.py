"""Compiles a trainer's functions: the one place for their jit, their donation and their vmap over lanes."""

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

# jaxlib 0.11.1 came without XLA's older code generator, and refuses an option that it does not know.
_LAST_WITH_OLDER_GENERATOR = (0, 11, 0)


class BriefJit:
    """A jitted function whose program runs briefly, and which XLA therefore compiles sooner on CPUs.

    XLA's older code generator compiles it. Physics runs up to a quarter slower with that generator, and SAC's
    optimisers three times as slowly, so the program of an epoch is not for it. Versions of XLA without that
    generator compile the function as others.

    JAX refuses options of the compiler within another trace, so there the function is jitted without them.
    """

    def __init__(
        self, function: Callable[..., Any], level: int | None = None, static_argnums: tuple[int, ...] = ()
    ):
        """Jits the function; nothing is compiled yet.

        Args:
          function: of arrays and, in the places `static_argnums`, of hashable values.
          level: how much LLVM optimises the program: 0, not at all, to 3; None: as much as XLA wants.
          static_argnums: as in `jax.jit`.
        """
        # Its name, as jax.jit keeps it, but not its attributes, which may be those of another brief function.
        functools.update_wrapper(self, function, updated=())
        self._options: dict[str, bool | int] = {"xla_cpu_use_fusion_emitters": False}
        if level is not None:
            self._options["xla_backend_optimization_level"] = level
        self._jit = functools.partial(jax.jit, function, static_argnums=static_argnums)
        self._within_a_trace = self._jit()

    @functools.cached_property
    def _alone(self) -> Any:
        # Only now, because this starts JAX, and a module that is imported must not.
        takes_them = jax.default_backend() == "cpu" and jax.__version_info__ <= _LAST_WITH_OLDER_GENERATOR
        return self._jit(compiler_options=self._options if takes_them else None)

    def lower(self, *args: Any) -> Any:
        """Traces the function for arguments, as `lower` of `jax.jit` does."""
        return self._alone.lower(*args)

    def clear_cache(self) -> None:
        """Forgets what was traced and compiled, as `clear_cache` of `jax.jit` does."""
        jitted: Any  # JAX's type lacks this function
        for jitted in (self._within_a_trace, self._alone):
            jitted.clear_cache()

    def __call__(self, *args: Any) -> Any:
        """Calls the function."""
        return (self._within_a_trace if _traced(args) else self._alone)(*args)


def _traced(args: tuple[Any, ...]) -> bool:
    """Returns whether a call with these arguments is within a trace of JAX."""
    # Within another jit a new array is traced, too, even if the arguments come from outside.
    return any(isinstance(x, jax.core.Tracer) for x in [jnp.zeros(()), *jax.tree.leaves(args)])


class Compiled(NamedTuple):
    """A trainer's functions, compiled.

    `epoch`, `refill`, `undo` and `stages.advance` donate the state that they get.
    `keep(state)` copies everything that an epoch changes. It copies only the slices of replay that the epoch
    overwrites. `undo(after, kept)` returns the state before the epoch.

    With lanes, keys and hyperparameters have a leading axis [N]. `Trainer.lane_axes` says which parts of the
    state have one.
    """

    init: Callable[[Key, HParams], TrainState]
    epoch: Callable[[TrainState], tuple[TrainState, Metrics]]
    refill: Callable[[TrainState], TrainState]
    stages: Stages
    keep: Callable[[TrainState], TrainState]
    undo: Callable[[TrainState, TrainState], TrainState]


def compiled(trainer: Trainer, lanes: bool = False, mesh: Mesh | None = None) -> Compiled:
    """Jits a trainer's functions, for one run or for the lanes of a sweep side by side.

    The donation is outside the vmap: inside, JAX would ignore it, and hold two copies of each lane's ring.

    Args:
      lanes: whether the functions are for several lanes.
      mesh: the devices to deal lanes out to. Each device gets whole lanes, so no device waits for another.
        The trainer must then be a trainer for one device, and the number of devices must divide the number
        of lanes. None: each lane is sharded like a single run of the trainer.
    """
    make_pool, begin, advance = trainer.stages.make_pool, trainer.stages.begin, trainer.stages.advance
    keep, undo = functools.partial(_keep, trainer), functools.partial(_undo, trainer)
    if lanes:
        axes: Any = trainer.lane_axes
        make_pool = jax.vmap(make_pool)
        begin = jax.vmap(begin, out_axes=axes)
        # The axis has a name, because an objective that lanes share sums over it.
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
        make_pool=BriefJit(make_pool),  # before every epoch
        begin=BriefJit(begin, level=0),  # once in a run
        advance=jax.jit(advance, donate_argnums=0),
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
    """Jits the functions for `lanes` lanes. Deals them out if the number of devices divides that of lanes."""
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
    # Copy, because XLA would otherwise return the same buffers, which the epoch then overwrites.
    rest = jax.tree.map(jnp.copy, state.replace(replay=()))
    return rest.replace(replay=trainer.learner.keep(state.replay, trainer.slices_per_epoch))


def _undo(trainer: Trainer, after: TrainState, kept: TrainState) -> TrainState:
    return kept.replace(replay=trainer.learner.undo(after.replay, kept.replay))
