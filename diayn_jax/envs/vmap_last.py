"""A `vmap` whose batch is the last axis of each array, which makes physics faster on CPUs.

On a CPU, XLA's loops run over the last axis of an array. `jax.vmap` puts the batch first, so in physics the
last axis is that of a vector or a quaternion, with three or four numbers. If the batch is last, the processor
computes many environments with each instruction.
"""

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.extend.core import ClosedJaxpr, Literal, jaxpr_as_fun

from diayn_jax.types import Array, PyTree

# Sums of products of at most so many terms are written out. Longer ones stay products of matrices.
_MOST_TERMS = 16


class _Value(NamedTuple):
    """An array [...] that is the same for the whole batch, or, if `batched`, an array [..., B]."""

    array: Any
    batched: bool


def vmap_last(function: Callable[..., PyTree]) -> Callable[..., PyTree]:
    """Returns a function of arrays [B, ...] that does what `jax.vmap(function)` does, except for rounding.

    The batch is moved to the last axis at the beginning, and back at the end. Operations without a rule here
    are batched by `jax.vmap`. Do not differentiate the result: derivatives that Brax defines for a function
    as a whole, such as those of its arccosine at ±1, are lost. Results have no weak types. `jax.shard_map`
    needs `check_vma=False`.

    Args:
      function: of trees with at least one array, for one element of the batch.
    """

    def of_batch(*args: PyTree) -> PyTree:
        leaves, tree = jax.tree.flatten(args)
        one = [jax.ShapeDtypeStruct(x.shape[1:], x.dtype) for x in leaves]
        jaxpr, results = jax.make_jaxpr(function, return_shape=True)(*jax.tree.unflatten(tree, one))
        given = [_Value(jnp.moveaxis(x, 0, -1), True) for x in leaves]
        size = leaves[0].shape[0]
        found = [_spread(x, size) for x in _evaluate(jaxpr, given, size)]
        first = [jnp.moveaxis(x, -1, 0) for x in found]
        return jax.tree.unflatten(jax.tree.structure(results), first)

    return of_batch


def _evaluate(jaxpr: ClosedJaxpr, given: Sequence[_Value], size: int) -> list[_Value]:
    """Returns the results of a function of one element for B = `size` elements, [..., B] if they differ."""
    values: dict[Any, _Value] = {}
    inner = jaxpr.jaxpr
    values.update(zip(inner.constvars, (_Value(x, False) for x in jaxpr.consts), strict=True))
    values.update(zip(inner.invars, given, strict=True))

    def read(atom: Any) -> _Value:
        if isinstance(atom, Literal):
            aval: Any = atom.aval
            return _Value(jnp.asarray(atom.val, aval.dtype), False)
        return values[atom]

    for equation in inner.eqns:
        inputs = [read(atom) for atom in equation.invars]
        name = equation.primitive.name
        rule = _elementwise if name in _ELEMENTWISE else _RULES.get(name)
        if rule is _function or any(x.batched for x in inputs):
            found = rule and rule(equation, inputs, size)
            results = _as_vmap(_alone(inner, equation), inputs) if found is None else found
        else:
            results = [_Value(x, False) for x in _alone(inner, equation)(*[x.array for x in inputs])]
        values.update(zip(equation.outvars, results, strict=True))
    return [read(atom) for atom in inner.outvars]


def _alone(jaxpr: Any, equation: Any) -> Callable[..., list[Any]]:
    """Returns an equation of a jaxpr as a function of all its inputs."""
    inputs = list(dict.fromkeys(atom for atom in equation.invars if not isinstance(atom, Literal)))
    one = jaxpr.replace(constvars=[], invars=inputs, outvars=equation.outvars, eqns=[equation])
    run = jaxpr_as_fun(ClosedJaxpr(one, ()))

    def function(*arrays: Any) -> list[Any]:
        pairs = zip(equation.invars, arrays, strict=True)
        given = {atom: x for atom, x in pairs if not isinstance(atom, Literal)}
        return run(*[given[atom] for atom in inputs])

    return function


def _bound(equation: Any, arrays: Sequence[Any], **params: Any) -> list[_Value]:
    """Applies the operation of an equation to arrays of a batch, with its parameters or with others."""
    found = equation.primitive.bind(*arrays, **(equation.params | params))
    return [_Value(x, True) for x in (found if equation.primitive.multiple_results else [found])]


def _spread(value: _Value, size: int) -> Array:
    """Returns a value as an array [..., B]."""
    x = value.array
    return x if value.batched else jnp.broadcast_to(x[..., None], (*x.shape, size))


def _as_vmap(function: Callable[..., list[Any]], inputs: Sequence[_Value]) -> list[_Value]:
    """Batches an operation that has no rule: [...] or [..., B] -> [..., B]."""
    axes = [-1 if x.batched else None for x in inputs]
    found = jax.vmap(function, in_axes=axes, out_axes=-1)(*[x.array for x in inputs])
    return [_Value(x, True) for x in found]


def _elementwise(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value]:
    # Scalars may stand beside arrays.
    shape = (*equation.outvars[0].aval.shape, size)
    arrays = [jnp.broadcast_to(_spread(x, size), shape) for x in inputs]
    return _bound(equation, arrays)


def _slice(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value]:
    params = equation.params
    return _bound(
        equation,
        [inputs[0].array],
        start_indices=(*params["start_indices"], 0),
        limit_indices=(*params["limit_indices"], size),
        strides=params["strides"] and (*params["strides"], 1),
    )


def _reshape(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value]:
    return _bound(equation, [inputs[0].array], new_sizes=(*equation.params["new_sizes"], size))


def _transpose(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value]:
    del size
    permutation = equation.params["permutation"]
    return _bound(equation, [inputs[0].array], permutation=(*permutation, len(permutation)))


def _broadcast_in_dim(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value]:
    shape, dimensions = equation.params["shape"], equation.params["broadcast_dimensions"]
    return _bound(
        equation,
        [inputs[0].array],
        shape=(*shape, size),
        broadcast_dimensions=(*dimensions, len(shape)),
    )


def _along_own_axes(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value]:
    """The rule for operations whose axes are counted from the first, so that the last does not move them."""
    return _bound(equation, [_spread(x, size) for x in inputs])


def _dot_general(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value] | None:
    """Writes a short product out as a sum, over whose terms the processor's vectors run along the batch."""
    (left_sum, right_sum), (left_own, right_own) = equation.params["dimension_numbers"]
    left, right = (atom.aval for atom in equation.invars)
    shape = [left.shape[axis] for axis in left_sum]
    if not shape or not 0 < math.prod(shape) <= _MOST_TERMS:
        return None
    left_free = [axis for axis in range(left.ndim) if axis not in (*left_sum, *left_own)]
    right_free = [axis for axis in range(right.ndim) if axis not in (*right_sum, *right_own)]
    own, batch = len(left_own), equation.outvars[0].aval.ndim
    # The axes of the result: shared, free on the left, free on the right, batch.
    of_left, of_right = range(own, own + len(left_free)), range(own + len(left_free), batch)
    dtype = equation.outvars[0].aval.dtype
    a, b = (_spread(x, size).astype(dtype) for x in inputs)
    terms = [
        _part(a, dict(zip(left_sum, index, strict=True)), (*left_own, *left_free), of_right)
        * _part(b, dict(zip(right_sum, index, strict=True)), (*right_own, *right_free), of_left)
        for index in np.ndindex(*shape)
    ]
    return [_Value(functools.reduce(jnp.add, terms), True)]


def _part(x: Array, at: Mapping[int, int], order: Sequence[int], new: Sequence[int]) -> Array:
    """Returns the part of x [..., B] at indices of some axes: its other axes in this order, with new ones."""
    begins = [at.get(axis, 0) for axis in range(x.ndim)]
    ends = [at[axis] + 1 if axis in at else x.shape[axis] for axis in range(x.ndim)]
    part = lax.squeeze(lax.slice(x, begins, ends), tuple(at))
    part = lax.transpose(part, [*(sorted(order).index(axis) for axis in order), len(order)])
    return lax.expand_dims(part, tuple(new))


def _gather(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value] | None:
    operand, indices = inputs
    if indices.batched:
        return None
    numbers, ndim = equation.params["dimension_numbers"], equation.outvars[0].aval.ndim
    return _bound(
        equation,
        [operand.array, indices.array],
        dimension_numbers=numbers._replace(offset_dims=(*numbers.offset_dims, ndim)),
        slice_sizes=(*equation.params["slice_sizes"], size),
    )


def _scatter(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value] | None:
    operand, indices, updates = inputs
    if indices.batched:
        return None
    numbers, ndim = equation.params["dimension_numbers"], equation.invars[2].aval.ndim
    return _bound(
        equation,
        [_spread(operand, size), indices.array, _spread(updates, size)],
        dimension_numbers=numbers._replace(update_window_dims=(*numbers.update_window_dims, ndim)),
    )


def _function(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value]:
    """The rule for a function within the function; its own derivatives are not kept."""
    params = equation.params
    return _evaluate(params["jaxpr"] if "jaxpr" in params else params["call_jaxpr"], inputs, size)


def _scan(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value]:
    params = equation.params
    constants, carried = params["num_consts"], params["num_carry"]
    consts, first, rows = inputs[:constants], inputs[constants:][:carried], inputs[constants + carried :]

    def body(carry: list[Array], row: list[Array]) -> tuple[list[Array], list[Array]]:
        carry_now = [_Value(x, True) for x in carry]
        row_now = [_Value(x, of.batched) for x, of in zip(row, rows, strict=True)]
        results = _evaluate(params["jaxpr"], [*consts, *carry_now, *row_now], size)
        found = [_spread(x, size) for x in results]
        return found[:carried], found[carried:]

    options = {name: params[name] for name in ("length", "reverse", "unroll")}
    carry, out = lax.scan(body, [_spread(x, size) for x in first], [x.array for x in rows], **options)
    return [_Value(x, True) for x in (*carry, *out)]


def _while(equation: Any, inputs: Sequence[_Value], size: int) -> list[_Value]:
    params = equation.params
    split = params["cond_nconsts"], params["cond_nconsts"] + params["body_nconsts"]
    cond_consts, body_consts, first = inputs[: split[0]], inputs[split[0] : split[1]], inputs[split[1] :]

    def cond(carry: list[Array]) -> _Value:
        (found,) = _evaluate(params["cond_jaxpr"], [*cond_consts, *(_Value(x, True) for x in carry)], size)
        return found

    def body(carry: list[Array]) -> list[Array]:
        found = _evaluate(params["body_jaxpr"], [*body_consts, *(_Value(x, True) for x in carry)], size)
        # Elements whose loop has ended keep their results.
        runs = _spread(cond(carry), size)
        return [jnp.where(runs, _spread(x, size), old) for x, old in zip(found, carry, strict=True)]

    last = lax.while_loop(lambda carry: cond(carry).array.any(), body, [_spread(x, size) for x in first])
    return [_Value(x, True) for x in last]


# Operations that compute each number of the result from the numbers at the same place.
_ELEMENTWISE = frozenset(
    """
    abs acos acosh add and asin asinh atan atan2 atanh cbrt ceil clamp copy cos cosh div eq erf exp exp2 expm1
    floor ge gt integer_pow is_finite le log log1p logistic lt max min mul ne neg nextafter not or pow
    reduce_precision rem round rsqrt select_n shift_left shift_right_arithmetic shift_right_logical sign sin
    sinh sqrt square stop_gradient sub tan tanh xor
    """.split()  # noqa: SIM905
)
# A rule takes an equation, its inputs and B, and returns its results; None if it does not cover this case.
_RULES: dict[str, Callable[[Any, Sequence[_Value], int], list[_Value] | None]] = {
    "broadcast_in_dim": _broadcast_in_dim,
    "closed_call": _function,
    "concatenate": _along_own_axes,
    "convert_element_type": _along_own_axes,
    "custom_jvp_call": _function,
    "custom_vjp_call": _function,
    "dot_general": _dot_general,
    "gather": _gather,
    "jit": _function,
    "pjit": _function,  # its name in older versions of JAX
    "reduce_and": _along_own_axes,
    "reduce_max": _along_own_axes,
    "reduce_min": _along_own_axes,
    "reduce_or": _along_own_axes,
    "reduce_prod": _along_own_axes,
    "reduce_sum": _along_own_axes,
    "reshape": _reshape,
    "rev": _along_own_axes,
    "scan": _scan,
    "scatter": _scatter,
    "scatter-add": _scatter,
    "slice": _slice,
    "split": _along_own_axes,
    "squeeze": _along_own_axes,
    "transpose": _transpose,
    "while": _while,
}
