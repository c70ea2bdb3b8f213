"""Formulas of managers and workers, row by row against NumPy."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import equations
from diayn_jax.agents.feudal import equations as feudal

TIME, ENVS, SIZE, HORIZON = 9, 3, 2, 4


def rows():
    """Returns φ of ten states, nine goals, and which rows are steps; one episode ends in environment 1."""
    generator = np.random.default_rng(0)
    features = generator.normal(size=(TIME + 1, ENVS, SIZE)).astype(np.float32)
    goal = generator.normal(size=(TIME, ENVS, SIZE)).astype(np.float32)
    valid = np.ones((TIME, ENVS), bool)
    valid[3, 1] = False
    valid[[0, 8], 2] = False
    return features, goal, valid


def cosine(x, y):
    return x @ y / (np.linalg.norm(x) * np.linalg.norm(y))


def test_smdp_target_by_hand():
    # Three steps of two choices: the first choice ends at its second step, the second one continues.
    reward = jnp.array([[1.0, 2.0, np.nan], [1.0, 2.0, 4.0]])
    valid = jnp.array([[True, True, False], [True, True, True]])
    total, discount = jax.jit(equations.smdp_return)(reward, valid, jnp.float32(0.5))
    np.testing.assert_allclose(total, [1 + 0.5 * 2, 1 + 0.5 * 2 + 0.25 * 4])
    np.testing.assert_allclose(discount, [0.25, 0.125])
    # y = R + γ^k V(s_{t+k}), and y = R if s_{t+k} is terminal.
    target = equations.soft_td_target(
        total, jnp.array([False, True]), jnp.array([[8.0, 8.0], [9.0, 7.0]]), jnp.zeros(2), discount, 0.1
    )
    np.testing.assert_allclose(target, [2 + 0.25 * 8, 3])


@pytest.mark.parametrize("discount", [0.0, 0.9, 1.0])
def test_smdp_return_is_the_sum(discount):
    generator = np.random.default_rng(0)
    reward, steps = generator.normal(size=(5, 7)).astype(np.float32), generator.integers(1, 8, 5)
    total, factor = equations.smdp_return(reward, np.arange(7) < steps[:, None], discount)
    for row, k in enumerate(steps):
        np.testing.assert_allclose(total[row], sum(discount**i * reward[row, i] for i in range(k)), rtol=1e-5)
        np.testing.assert_allclose(factor[row], discount**k, rtol=1e-5)


def test_a_goal_stays_where_it_is():
    s, after, goal = np.random.default_rng(0).normal(size=(3, 5, 2)).astype(np.float32)
    left = feudal.goal_transition(goal, s, after)
    np.testing.assert_allclose(after + left, s + goal, rtol=1e-5)
    expected = [-np.linalg.norm(a + g - b) for a, g, b in zip(s, goal, after, strict=True)]
    np.testing.assert_allclose(feudal.goal_distance_reward(goal, s, after), expected, rtol=1e-5)


def test_likelihood_of_actions_by_hand():
    action = jnp.array([[[1.0, 0.0], [0.0, 2.0], [9.0, 9.0]]])
    mean = jnp.array([[[[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]]], [[[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]]]])
    found = feudal.actions_log_likelihood(action, mean, jnp.array([[True, True, False]]))
    np.testing.assert_allclose(found, [[-2.5], [-0.5]])


def test_cosine_and_its_gradient():
    x, y = np.random.default_rng(0).normal(size=(2, 6, 3)).astype(np.float32)
    np.testing.assert_allclose(
        feudal.cosine(x, y), [cosine(a, b) for a, b in zip(x, y, strict=True)], rtol=1e-5
    )
    # The zero vector has no direction. Its cosine is 0, and the gradient is finite.
    assert feudal.cosine(jnp.zeros(3), y[0]) == 0
    assert np.isfinite(jax.grad(lambda x: feudal.cosine(x, y[0]))(jnp.zeros(3))).all()


def test_the_state_some_steps_ahead():
    features, _, valid = rows()
    found = jax.jit(feudal.features_ahead, static_argnums=2)(features, valid, HORIZON)
    for env in range(ENVS):
        for t in range(TIME):
            k = 0
            while k < HORIZON and t + k < TIME and valid[t + k, env]:
                k += 1
            np.testing.assert_array_equal(found[t, env], features[t + k, env])


def test_which_states_ahead_are_there():
    *_, valid = rows()
    terminated = np.zeros((TIME, ENVS), bool)
    for ends in (False, True):
        terminated[-1, 1] = ends
        found = jax.jit(feudal.seen_ahead, static_argnums=2)(terminated, valid, HORIZON)
        # Up to the row of time 5 the state four rows ahead exists. In environment 1 the episode of rows 4 to
        # 8 may end in a terminal state. In environment 2 the last row ends an episode.
        assert found[:, 0].tolist() == [True] * 6 + [False] * 3
        assert found[:, 1].tolist() == [True] * 6 + [ends] * 3
        assert found[:, 2].all()


def test_the_worker_is_paid_for_following_the_last_directions():
    features, goal, valid = rows()
    found = jax.jit(feudal.directional_reward, static_argnums=3)(features, goal, valid, HORIZON)
    for env in range(ENVS):
        for t in range(TIME):
            along = []
            for i in range(1, HORIZON + 1):
                at = t + 1 - i
                if at < 0 or not valid[at : t + 1, env].all():
                    break
                along.append(cosine(features[t + 1, env] - features[at, env], goal[at, env]))
            expected = np.mean(along) if along else 0.0
            np.testing.assert_allclose(found[t, env], expected, rtol=1e-4, atol=1e-6)


def test_projection_by_hand():
    features, goal, valid = rows()
    found = feudal.projection_reward(features, goal, valid)
    expected = np.einsum("tef,tef->te", goal, np.diff(features, axis=0)) * valid
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-6)
