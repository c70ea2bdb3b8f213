"""Adam with traced hyperparameters, for gradients that are already summed over devices."""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp
import optax

from diayn_jax.types import Array, PyTree


class Optimizer(NamedTuple):
    """`init(params) -> state` and `step(grads, state, params, learning_rate, ...) -> params, state, norm`.

    `norm`, [], is the global norm of the gradients before clipping. If the optional argument `held`, [] bool,
    is True, parameters and state stay unchanged. A step size of 0 would not do: it would still change the
    moments and the step count, and so all later steps.
    """

    init: Callable[[PyTree], PyTree]
    step: Callable[..., tuple[PyTree, PyTree, Array]]


def with_moments(state: PyTree, change: Callable[[PyTree], PyTree]) -> PyTree:
    """Returns the state with both moments changed by a function of parameters; the step count stays."""
    return state._replace(mu=change(state.mu), nu=change(state.nu))


def make_adam(b1: float, b2: float) -> Optimizer:
    """Makes AdamW (Loshchilov and Hutter 2019) with the step size as an argument.

    Step size, weight decay and clipping are traced, so that a sweep can vary them per lane.

    Args:
      b1, b2: Adam's decay rates.
    """
    adam = optax.scale_by_adam(b1=b1, b2=b2)

    def step(
        grads: PyTree,
        state: PyTree,
        params: PyTree,
        learning_rate: Array,
        weight_decay: Array | float = 0.0,
        max_norm: Array | float = 0.0,
        held: Array | None = None,
    ) -> tuple[PyTree, PyTree, Array]:
        # One sum over all parameters. A sum for each array would be a kernel each on a GPU.
        flat = jnp.concatenate([jnp.ravel(g) for g in jax.tree.leaves(grads)])
        norm = jnp.sqrt(jnp.sum(jnp.square(flat)))
        factor = jnp.where(max_norm > 0, jnp.minimum(1.0, max_norm / jnp.maximum(norm, 1e-12)), 1.0)
        updates, moved = adam.update(jax.tree.map(lambda g: g * factor, grads), state)
        stepped = jax.tree.map(lambda p, u: p - learning_rate * (u + weight_decay * p), params, updates)
        if held is None:
            return stepped, moved, norm
        params, state = jax.tree.map(
            lambda old, new: jnp.where(held, old, new), (params, state), (stepped, moved)
        )
        return params, state, norm

    return Optimizer(adam.init, step)
