"""Random arrays, comparisons and small references that tests of agents, objectives and worlds share."""

import jax
import numpy as np
import optax


def normal(seed, *shape):
    return jax.random.normal(jax.random.key(seed), shape)


def keys(count, seed=0):
    """Returns the keys of environments, [count, 2], as `Env.reset` takes them."""
    return jax.random.key_data(jax.random.split(jax.random.key(seed), count))


def close(a, b, rtol=1e-4, atol=1e-5):
    """Asserts that all arrays of two trees are equal up to rounding; numbers broadcast."""
    jax.tree.map(lambda x, y: np.testing.assert_allclose(x, y, rtol=rtol, atol=atol), a, b)


def same(a, b):
    """Returns whether all arrays of two trees are equal."""
    return all(np.array_equal(x, y) for x, y in zip(jax.tree.leaves(a), jax.tree.leaves(b), strict=True))


def adam_step(loss, params, learning_rate):
    """Returns parameters after the first step of Adam."""
    adam = optax.adam(learning_rate)
    updates, _ = adam.update(jax.grad(loss)(params), adam.init(params))
    return optax.apply_updates(params, updates)


def loss_and_step(loss, params, learning_rate):
    """Returns a loss, and the parameters after the first step of Adam; one program computes both."""
    return jax.jit(lambda params: (loss(params), adam_step(loss, params, learning_rate)))(params)


def phi(params, x):
    """Applies a map of two dense layers with a ReLU between them, in NumPy."""
    first, second = (params["params"][f"Dense_{i}"] for i in range(2))
    hidden = np.maximum(np.asarray(x) @ np.asarray(first["kernel"]) + np.asarray(first["bias"]), 0)
    return hidden @ np.asarray(second["kernel"]) + np.asarray(second["bias"])
