"""Adam with traced hyperparameters, over gradients summed over devices."""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp
import optax

from diayn_jax.types import Array, PyTree


class Optimizer(NamedTuple):
    """`init(params)`, `step(grads, state, params, learning_rate, ...) -> params, state, norm`.

    `held`, [] bool, is for an update that does not train these parameters. Where it is True, parameters and
    state stay as they are: a step size of 0 would move the moments and the count, and so the steps that
    follow. None: the step is always made.
    """

    init: Callable[[PyTree], PyTree]
    step: Callable[..., tuple[PyTree, PyTree, Array]]


def make_adam(b1: float, b2: float) -> Optimizer:
    """AdamW (Loshchilov and Hutter 2019) whose step size is an argument.

    The step size, decay and clipping are traced so that a sweep can vary them per lane.
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
        norm = jnp.sqrt(sum(jnp.sum(jnp.square(g)) for g in jax.tree.leaves(grads)))
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
