"""AdamW with traced settings, against its formulas in NumPy and against optax."""

import chex
import jax
import jax.numpy as jnp
import numpy as np
import optax
import pytest

from diayn_jax import optimizer

B1, B2 = 0.8, 0.95


def gradients(steps):
    rng = np.random.default_rng(0)
    return [
        {"w": rng.normal(size=3).astype(np.float32), "b": np.array(rng.normal(), np.float32)}
        for _ in range(steps)
    ]


def start():
    return {"w": jnp.array([1.0, -2.0, 3.0]), "b": jnp.array(0.5)}


def follow(learning_rate, weight_decay=0.0, max_norm=0.0):
    adam = optimizer.make_adam(B1, B2)
    step = jax.jit(adam.step)
    params, state, norms = start(), adam.init(start()), []
    for grads in gradients(6):
        params, state, norm = step(grads, state, params, learning_rate, weight_decay, max_norm)
        norms.append(float(norm))
    return params, norms


def test_adamw_by_hand():
    params, _ = follow(0.1, weight_decay=0.2)
    expected = {k: np.asarray(v, np.float64) for k, v in start().items()}
    m = {k: np.zeros_like(v) for k, v in expected.items()}
    v = {k: np.zeros_like(x) for k, x in expected.items()}
    for t, grads in enumerate(gradients(6), start=1):
        for k, g in grads.items():
            m[k] = B1 * m[k] + (1 - B1) * g
            v[k] = B2 * v[k] + (1 - B2) * g**2
            direction = (m[k] / (1 - B1**t)) / (np.sqrt(v[k] / (1 - B2**t)) + 1e-8)
            expected[k] = expected[k] - 0.1 * (direction + 0.2 * expected[k])
    for k in expected:
        np.testing.assert_allclose(params[k], expected[k], rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("max_norm", [0.5, 100.0])
def test_clipping_is_by_the_global_norm(max_norm):
    params, norms = follow(0.1, max_norm=max_norm)
    reference = optax.chain(optax.clip_by_global_norm(max_norm), optax.adam(0.1, B1, B2))
    expected, state = start(), reference.init(start())
    for grads, norm in zip(gradients(6), norms, strict=True):
        assert norm == pytest.approx(float(np.sqrt(sum(np.sum(g**2) for g in grads.values()))), rel=1e-5)
        updates, state = reference.update(grads, state, expected)
        expected = optax.apply_updates(expected, updates)
    for k in expected:
        np.testing.assert_allclose(params[k], expected[k], rtol=1e-4, atol=1e-5)


def test_a_norm_of_nought_clips_nothing():
    free, _ = follow(0.1, max_norm=0.0)
    wide, _ = follow(0.1, max_norm=1e9)
    chex.assert_trees_all_equal(free, wide)


def test_gradients_of_nought_move_nothing():
    adam = optimizer.make_adam(B1, B2)
    zero = jax.tree.map(jnp.zeros_like, start())
    params, _, norm = adam.step(zero, adam.init(start()), start(), 0.1, 0.0, 1.0)
    chex.assert_trees_all_equal(params, start())
    assert float(norm) == 0


def test_lanes_have_their_own_settings():
    adam = optimizer.make_adam(B1, B2)
    grads, rates = gradients(1)[0], jnp.array([0.1, 0.01])
    moved, _, _ = jax.vmap(lambda rate: adam.step(grads, adam.init(start()), start(), rate))(rates)
    for i, rate in enumerate(rates):
        alone, _, _ = adam.step(grads, adam.init(start()), start(), rate)
        jax.tree.map(lambda a, b, i=i: np.testing.assert_allclose(a[i], b, rtol=1e-6), moved, alone)


def test_a_step_that_is_held_leaves_parameters_and_moments():
    adam = optimizer.make_adam(B1, B2)
    step = jax.jit(adam.step)
    first, *rest = gradients(6)
    params, state, _ = step(first, adam.init(start()), start(), 0.1)
    held = params, state
    for grads in rest:
        *held, norm = step(grads, held[1], held[0], 0.1, 0.2, 1.0, held=True)
        assert norm == pytest.approx(float(np.sqrt(sum(np.sum(g**2) for g in grads.values()))), rel=1e-5)
    chex.assert_trees_all_equal(tuple(held), (params, state))
    # The next step is the same as without the held steps.
    found = step(rest[0], held[1], held[0], 0.1, held=False)
    chex.assert_trees_all_equal(found, step(rest[0], state, params, 0.1))
