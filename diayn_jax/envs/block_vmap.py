"""Steps many environments in blocks, so that the intermediate arrays of a step fit in a CPU's cache."""

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax.types import Array, PyTree

# With the spring ant, steps per second fall by two fifths from 128 to 512 environments per core (Intel Xeon).
MOST = 128
# If the batch is the last axis (`vmap_last`), ant and half-cheetah are fastest with 256, humanoid with 128.
MOST_IF_LAST = 256
_LEAST = 32  # with smaller blocks, the larger number of blocks costs more than it gains


def in_blocks(
    step: Callable[[PyTree, Array], PyTree],
    most: int = MOST,
    derivatives_of: Callable[[PyTree, Array], PyTree] | None = None,
) -> Callable[[PyTree, Array], PyTree]:
    """Returns the same step as a loop over blocks of environments, if E divides into blocks (`block_size`).

    If runs are vmapped, the environments of all runs are divided into blocks together.

    Args:
      step: (states [E, ...], actions [E, ...]) -> a tree of [E, ...]; environments are independent.
      most: the largest number of environments in a block.
      derivatives_of: the same function, to differentiate instead of `step`; None: `step`.
    """

    @jax.custom_batching.custom_vmap
    def blocked(state: PyTree, action: Array) -> PyTree:
        number = action.shape[0]
        size = block_size(number, most)
        if size == number:
            return step(state, action)
        blocks = jax.tree.map(lambda x: x.reshape(number // size, size, *x.shape[1:]), (state, action))
        done = jax.lax.map(lambda block: step(*block), blocks)
        return jax.tree.map(lambda x: x.reshape(number, *x.shape[2:]), done)

    @blocked.def_vmap
    def of_runs(runs: int, is_batched: Any, state: PyTree, action: Array) -> tuple[PyTree, PyTree]:
        number = action.shape[1 if is_batched[1] else 0]

        def merged(x: Array, batched: bool) -> Array:
            x = x if batched else jnp.broadcast_to(x, (runs, *x.shape))
            return x.reshape(runs * number, *x.shape[2:])

        done = blocked(*jax.tree.map(merged, (state, action), tuple(is_batched)))
        done = jax.tree.map(lambda x: x.reshape(runs, number, *x.shape[1:]), done)
        return done, jax.tree.map(lambda x: True, done)

    # JAX cannot differentiate a function that has a custom batching rule.
    @jax.custom_jvp
    def differentiable(state: PyTree, action: Array) -> PyTree:
        return blocked(state, action)

    @differentiable.defjvp
    def derivative(at: tuple[PyTree, Array], along: tuple[PyTree, Array]) -> tuple[PyTree, PyTree]:
        return jax.jvp(derivatives_of or step, at, along)

    return differentiable


def block_size(number: int, most: int) -> int:
    """Returns the largest divisor of `number` up to `most`, or `number` if this divisor is too small."""
    if number <= most:
        return number
    size = next(n for n in range(most, 0, -1) if number % n == 0)
    return size if size >= _LEAST else number
