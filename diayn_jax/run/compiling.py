"""What is compiled for the programs of one trainer, once for all of them."""

import functools
import time
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import training
from diayn_jax.evaluation import evaluators
from diayn_jax.machine.aot import compile_ahead
from diayn_jax.run.console import Console
from diayn_jax.run.plan import Plan
from diayn_jax.types import PyTree

_COMPILING = {
    "make_pool": "Compiling how episodes begin",
    "begin": "Compiling how runs begin",
    "advance": "Compiling an epoch",
}


class CompileCache(NamedTuple):
    """What programs of one trainer share: its evaluator, its functions, and what is compiled of them.

    `functions(slots)` are those of a program of as many slots.
    """

    evaluator: evaluators.Evaluator
    functions: Callable[[int], training.Compiled]
    programs: dict[tuple[str, int], Any]  # by stage and number of lanes

    def compiled(self, name: str, lanes: int, args: tuple[Any, ...], screen: Console) -> tuple[Any, float]:
        """The stage `name` for as many lanes and these arguments, and the seconds that compiling it took.

        It is 0 where it was compiled before.
        """
        if (name, lanes) in self.programs:
            return self.programs[name, lanes], 0.0
        begun = time.perf_counter()
        screen.status(_COMPILING[name], row=False)
        self.programs[name, lanes] = compile_ahead(getattr(self.functions(lanes).stages, name), *args)
        return self.programs[name, lanes], time.perf_counter() - begun


def make_compile_cache(plan: Plan, lanes: bool) -> CompileCache:
    """What programs of the plan's trainer share; nothing is compiled yet."""

    @functools.cache
    def functions(slots: int) -> training.Compiled:
        if not lanes:
            return training.compiled(plan.trainer)
        return training.compiled_lanes(plan.config, plan.trainer, slots)

    return CompileCache(evaluators.make_evaluator(plan.config, plan.trainer), functions, {})


@functools.partial(jax.jit, static_argnums=1)
def _all_finite(leaves: list[jax.Array], lanes: int) -> jax.Array:
    return jnp.stack([jnp.isfinite(x).reshape(lanes, -1).all(axis=1) for x in leaves])


def finite_of(tree: PyTree, lanes: int) -> tuple[list[str], jax.Array]:
    """Whether each floating leaf is finite: names, and bools [leaves, lanes]."""
    leaves = [
        (jax.tree_util.keystr(path, simple=True, separator="."), x)
        for path, x in jax.tree_util.tree_leaves_with_path(tree)
        if jnp.issubdtype(x.dtype, jnp.floating) and x.size
    ]
    return [name for name, _ in leaves], _all_finite([x for _, x in leaves], lanes)
