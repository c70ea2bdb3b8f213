"""Counts the least work of a part of a program, and measures how fast the machine can do it.

Operations and bytes are counted from the equations of the traced program. XLA's own count for a compiled
program (`cost_analysis`) counts the body of a loop once, whatever its length, and the whole ring buffer for
each row that is read or written.
"""

import contextlib
import math
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from jax.extend.core import ClosedJaxpr, Jaxpr, Literal
from jax.sharding import Mesh, NamedSharding
from jax.sharding import PartitionSpec as P

from diayn_jax import parallel

# These cost one operation for each output number; reductions cost one for each input number.
# fmt: off
_ELEMENTWISE = frozenset((
    "abs", "acos", "add", "add_any", "asin", "atan", "atan2", "cbrt", "ceil", "cos", "cosh", "div", "erf",
    "erf_inv", "exp", "exp2", "expm1", "floor", "integer_pow", "log", "log1p", "logistic", "max", "min",
    "mul", "neg", "pow", "rem", "round", "rsqrt", "sign", "sin", "sinh", "sqrt", "square", "sub", "tan",
    "tanh",
))
_REDUCTIONS = frozenset((
    "cummax", "cummin", "cumprod", "cumsum", "reduce_max", "reduce_min", "reduce_prod", "reduce_sum",
))
# fmt: on

# A product of two matrices with fewer operations runs like elementwise operations: those of the physics,
# which multiplies 3 × 3 matrices by the thousand.
_LARGE_PRODUCT = 1e4


class Cost(NamedTuple):
    """The work of a step, over all devices."""

    flops: float  # floating-point operations
    bytes: float  # read and written


class Operations(NamedTuple):
    """The operations of a program, by kind; those on integers are not counted."""

    products: float = 0.0  # floating-point operations in products of large matrices
    others: float = 0.0  # all other floating-point operations
    equations: float = 0.0  # equations that are executed
    # Those of `others` that are in steps of the environment, if the counter knows: its arrays are small, and
    # its operations take several times as long.
    simulated: float = 0.0


class Rates(NamedTuple):
    """The speed of all devices together."""

    flops: float  # operations per second, in a large matrix product (float32)
    bytes: float  # bytes per second, of a large array that is read and written


def seconds(work: Cost, rates: Rates) -> float:
    """Returns the floor: the time of the operations or of the bytes, whichever is longer."""
    return max(work.flops / rates.flops, work.bytes / rates.bytes)


def step_of(program: Callable[..., Any], *arguments: Any) -> Cost:
    """Counts the work of one step of a program's last loop, over all devices that share it.

    The bytes are those of its inputs and outputs, each array once; intermediate arrays may stay in a cache.

    Raises:
      ValueError: the program has no loop.
    """
    body, devices = loop_of(program, *arguments)
    _, used = _needed(body)
    moved = sum(map(_size_in_bytes, [v for v in body.invars if v in used] + list(body.outvars)))
    return Cost(devices * operations(body), devices * moved)


def operations_of_step(program: Callable[..., Any], *arguments: Any) -> Operations:
    """Counts the operations of one step of a program's last loop, over all devices that share it.

    Raises:
      ValueError: the program has no loop.
    """
    body, devices = loop_of(program, *arguments)
    return times(devices, counted(body))


def times(number: float, work: Operations) -> Operations:
    """Multiplies operations."""
    return Operations(*(number * x for x in work))


def loop_of(program: Callable[..., Any], *arguments: Any) -> tuple[Jaxpr, int]:
    """Returns the body of a program's last outermost loop, and how many devices it runs on.

    Raises:
      ValueError: the program has no loop.
    """
    found = _last_loop(jax.make_jaxpr(program)(*arguments).jaxpr)
    if found is None:
        raise ValueError("the program has no loop")
    return found


def _last_loop(jaxpr: Jaxpr) -> tuple[Jaxpr, int] | None:
    """As `loop_of`, for the equations of a program; None: there is no loop."""
    bodies = {"scan": "jaxpr", "while": "body_jaxpr"}
    for eqn in reversed(jaxpr.eqns):
        if eqn.primitive.name in bodies:
            return eqn.params[bodies[eqn.primitive.name]].jaxpr, 1
        for inner in _inner(eqn):
            found = _last_loop(inner)
            if found is not None:
                body, devices = found
                return body, devices * (eqn.params["mesh"].size if eqn.primitive.name == "shard_map" else 1)
    return None


def operations(jaxpr: Jaxpr) -> float:
    """Counts the floating-point operations of a program that its results depend on."""
    found = counted(jaxpr)
    return found.products + found.others


def counted(jaxpr: Jaxpr) -> Operations:
    """Counts the operations of a program that its results depend on, by kind.

    A loop of unknown length counts as one step, and a branch counts as its cheapest case.
    """
    return _total(map(_counted, _needed(jaxpr)[0]))


def _total(counts: Iterable[Operations]) -> Operations:
    return Operations(*map(sum, zip(Operations(), *counts, strict=True)))


def _counted(eqn: Any) -> Operations:
    name, inner = eqn.primitive.name, [counted(jaxpr) for jaxpr in _inner(eqn)]
    if name == "custom_linear_solve":
        # The other programs of the equation are for gradients, and the operator that it inverts.
        return counted(eqn.params["jaxprs"].solve.jaxpr)
    if name == "scan":
        return times(eqn.params["length"], _total(inner))
    if name == "cond":
        return min(inner, key=lambda each: each.products + each.others)
    if inner:
        return _total(inner)
    out = eqn.outvars[0].aval
    if not jnp.issubdtype(out.dtype, jnp.floating):
        return Operations()
    size = float(math.prod(out.shape))
    if name == "dot_general":
        (contracted, _), (batched, _) = eqn.params["dimension_numbers"]
        terms, matrices = (
            math.prod(eqn.invars[0].aval.shape[d] for d in dims) for dims in (contracted, batched)
        )
        flops = 2.0 * size * terms
        is_large = flops / max(matrices, 1) >= _LARGE_PRODUCT
        return Operations(products=flops, equations=1.0) if is_large else Operations(0.0, flops, 1.0)
    if name in _REDUCTIONS:
        return Operations(others=float(math.prod(eqn.invars[0].aval.shape)), equations=1.0)
    return Operations(others=size, equations=1.0) if name in _ELEMENTWISE else Operations()


def _needed(jaxpr: Jaxpr) -> tuple[list[Any], set[Any]]:
    """Returns the equations that the results depend on, and all variables that they and the results use."""
    used = {v for v in jaxpr.outvars if not isinstance(v, Literal)}
    kept = []
    for eqn in reversed(jaxpr.eqns):
        if used.intersection(eqn.outvars):
            kept.append(eqn)
            used.update(v for v in eqn.invars if not isinstance(v, Literal))
    return kept, used


def _inner(eqn: Any) -> list[Jaxpr]:
    """Returns the programs inside an equation."""
    found = []
    for value in eqn.params.values():
        for each in value if isinstance(value, tuple | list) else (value,):
            if isinstance(each, ClosedJaxpr):
                found.append(each.jaxpr)
            elif isinstance(each, Jaxpr):
                found.append(each)
    return found


def _size_in_bytes(variable: Any) -> float:
    aval = variable.aval
    # A key has two numbers of four bytes.
    width = 8 if jnp.issubdtype(aval.dtype, jax.dtypes.prng_key) else aval.dtype.itemsize
    return float(math.prod(aval.shape) * width)


def measure(mesh: Mesh | None, side: int = 2048, megabytes: int = 64, repeats: int = 7) -> Rates:
    """Measures the rates of the devices of a mesh, each on its own arrays; the best of several repeats.

    Args:
      mesh: the mesh of the devices; None: one device.
      side: rows and columns of the matrices.
      megabytes: size of the array.
      repeats: how often each is measured.
    """
    devices = 1 if mesh is None else mesh.size

    def laid_out(x: jax.Array) -> jax.Array:
        return x if mesh is None else jax.device_put(x, NamedSharding(mesh, P(parallel.AXIS)))

    def on_each(function: Callable[[jax.Array], jax.Array]) -> Callable[[jax.Array], jax.Array]:
        if mesh is None:
            return function
        spec = P(parallel.AXIS)
        return jax.shard_map(function, mesh=mesh, in_specs=spec, out_specs=spec, check_vma=False)

    def best(function: Callable[[jax.Array], jax.Array], x: jax.Array) -> float:
        x = jax.block_until_ready(function(x))
        found = []
        for _ in range(repeats):
            begun = time.perf_counter()
            x = jax.block_until_ready(function(x))
            found.append(time.perf_counter() - begun)
        return min(found)

    # All entries are 1/side, so that the product of the matrix with itself is the same matrix.
    matrices = laid_out(jnp.full((devices, side, side), 1.0 / side))
    product = best(jax.jit(on_each(lambda x: x @ x)), matrices)
    array = laid_out(jnp.zeros((devices, megabytes * 2**18)))
    copy = best(jax.jit(on_each(lambda x: x + 1.0), donate_argnums=0), array)
    return Rates(2.0 * devices * side**3 / product, 2.0 * devices * megabytes * 2**20 / copy)


def has_cores_to_choose() -> bool:
    """Whether `one_core` has an effect: on Linux, on a CPU with several cores."""
    return hasattr(os, "sched_setaffinity") and parallel.platform() == "cpu" and parallel.num_cores() > 1


@contextlib.contextmanager
def one_core() -> Iterator[None]:
    """Keeps all threads of this process on one core within the `with` block."""
    cores = os.sched_getaffinity(0)

    def keep_on(chosen: set[int]) -> None:
        for task in Path("/proc/self/task").iterdir():
            with contextlib.suppress(ProcessLookupError):  # the thread has ended meanwhile
                os.sched_setaffinity(int(task.name), chosen)

    keep_on({min(cores)})
    try:
        yield
    finally:
        keep_on(cores)
