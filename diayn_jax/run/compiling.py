"""Compiles the programs of one trainer; each program is compiled once and shared."""

import functools
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
from jax.sharding import Sharding, SingleDeviceSharding

from diayn_jax import training
from diayn_jax.evaluation import evaluators
from diayn_jax.machine.aot import compile_ahead
from diayn_jax.run.console import Console
from diayn_jax.run.plan import Plan

_COMPILING = {
    "make_pool": "Compiling the resets of environments",
    "begin": "Compiling the initial states of runs",
    "advance": "Compiling an epoch of training",
}


class CompileCache(NamedTuple):
    """The parts that all programs of one trainer share: evaluator, functions and compiled stages.

    `functions(slots)` returns the trainer's functions for a program with that many slots.
    """

    evaluator: evaluators.Evaluator
    functions: Callable[[int], training.Compiled]
    programs: dict[tuple[str, int], Any]  # compiled stages, by name and number of lanes

    def compiled(self, name: str, lanes: int, args: tuple[Any, ...], screen: Console) -> tuple[Any, float]:
        """Returns a stage, compiled for arguments of these shapes, and the seconds that compiling it took.

        The seconds are 0 if it was compiled before.
        """
        if (name, lanes) in self.programs:
            return self.programs[name, lanes], 0.0
        begun = time.perf_counter()
        screen.status(_COMPILING[name], row=False)
        self.programs[name, lanes] = compile_ahead(getattr(self.functions(lanes).stages, name), *args)
        return self.programs[name, lanes], time.perf_counter() - begun

    def compile_all(self, lanes: int, args: tuple[Any, ...], screen: Console) -> float:
        """Compiles all stages for new runs, and runs none; returns the seconds that it took.

        `args` are those of `Stages.init`.
        """
        stages, seconds = self.functions(lanes).stages, 0.0

        def results(name: str, *args: Any) -> Any:
            """Compiles a stage for arguments of these shapes; returns the shapes of its results."""
            nonlocal seconds
            stage, taken = self.compiled(name, lanes, args, screen)
            seconds += taken
            shapes = jax.eval_shape(getattr(stages, name), *args)
            return jax.tree.map(_struct, shapes, stage.output_shardings)

        # `init` calls all stages with the right arguments: here with shapes, and nothing runs.
        named: dict[str, Any] = {name: functools.partial(results, name) for name in _COMPILING}
        stages._replace(**named).init(*args)
        return seconds


def _struct(x: jax.ShapeDtypeStruct, sharding: Sharding) -> jax.ShapeDtypeStruct:
    # A program that names its only device would commit its results to it, and other programs would then be
    # compiled a second time.
    single = isinstance(sharding, SingleDeviceSharding)
    return jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=None if single else sharding)


def make_compile_cache(plan: Plan, lanes: bool) -> CompileCache:
    """Makes the parts that programs of the plan's trainer share; nothing is compiled yet."""

    @functools.cache
    def functions(slots: int) -> training.Compiled:
        if not lanes:
            return training.compiled(plan.trainer)
        return training.compiled_lanes(plan.config, plan.trainer, slots)

    return CompileCache(evaluators.make_evaluator(plan.config, plan.trainer), functions, {})
