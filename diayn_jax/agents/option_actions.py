"""How policies within options act, and what their actions are worth on average, by the kind of action."""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations
from diayn_jax.types import Array, Key, PyTree

QOf = Callable[[Array | None], Array]  # an action -> what twin critics say of it


class Actions(NamedTuple):
    """Actions of a kind: vectors or one of n.

    `value(outputs, q_of, noise, alpha)` gives E_a[min_i Q_i(a) − α log π(a)] and H(π), [B] each: of vectors
    by one draw, of one of n exactly. `q_of(action)` gives [2, B] of vectors [B, A], or [2, B, n] of None.
    """

    mode: Callable[[PyTree], Array]
    sample: Callable[[PyTree, Key], Array]  # of one row
    noise: Callable[[Key], PyTree]  # of one row, for the actions at s and at s'
    value: Callable[[PyTree, QOf, PyTree, Array], tuple[Array, Array]]


def vectors(size: int) -> Actions:
    """Vectors in (−1, 1), by mean and log deviation of a Gaussian that tanh squashes."""

    def sample(outputs: tuple[Array, Array], key: Key) -> Array:
        return equations.tanh_gaussian(*outputs, jax.random.normal(key, (size,)))[0]

    def value(outputs: tuple[Array, Array], q_of: QOf, noise: Array, alpha: Array):
        action, log_prob = equations.tanh_gaussian(*outputs, noise)
        return q_of(action).min(axis=0) - alpha * log_prob, -log_prob

    return Actions(
        mode=lambda outputs: jnp.tanh(outputs[0]),
        sample=sample,
        noise=lambda key: jax.random.normal(key, (2, size)),
        value=value,
    )


def one_of_n() -> Actions:
    """One of n, by its logits."""

    def value(logits: Array, q_of: QOf, noise: PyTree, alpha: Array):
        del noise
        log_p = jax.nn.log_softmax(logits)
        p = jnp.exp(log_p)
        of_each = q_of(None).min(axis=0) - alpha * log_p
        return jnp.sum(p * of_each, axis=-1), -jnp.sum(p * log_p, axis=-1)

    return Actions(
        mode=lambda logits: jnp.argmax(logits, axis=-1).astype(jnp.int32),
        sample=lambda logits, key: jax.random.categorical(key, logits).astype(jnp.int32),
        noise=lambda key: (),
        value=value,
    )
