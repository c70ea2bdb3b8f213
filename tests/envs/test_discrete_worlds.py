"""Worlds with discrete actions: cart-pole against Gymnasium's, four rooms against another gridworld."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import keys

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.envs import Variation
from diayn_jax.envs.worlds import four_rooms


def make(name, **variation):
    """Returns a world whose functions are compiled as a whole, and not operation by operation."""
    return compiled(envs.make(name, **variation))


def compiled(env):
    return env._replace(reset=jax.jit(env.reset), step=jax.jit(env.step))


# Cart-pole.


def gymnasiums_cartpole():
    gymnasium = pytest.importorskip("gymnasium")
    return gymnasium.make("CartPole-v1").unwrapped


def test_a_step_of_cartpole_is_gymnasiums():
    # The states lie in the range of the world's episodes and far beyond it, so that both ends occur.
    env, rng = gymnasiums_cartpole(), np.random.default_rng(0)
    states = rng.uniform(-1, 1, (400, 4)) * np.array([2.6, 3.0, 0.25, 3.0])
    actions = rng.integers(0, 2, 400)
    rows = []
    for state, action in zip(states, actions, strict=True):
        env.reset(seed=0)
        env.state = tuple(state)
        rows.append(env.step(int(action))[:3])
    obs, reward, terminated = (np.array(column) for column in zip(*rows, strict=True))
    ours = make("cartpole").step(jnp.asarray(states, jnp.float32), jnp.asarray(actions, jnp.int32))
    np.testing.assert_allclose(ours.obs, obs, rtol=1e-5, atol=2e-6)
    np.testing.assert_array_equal(ours.reward, reward)
    np.testing.assert_array_equal(ours.terminated, terminated)
    assert 0.2 < terminated.mean() < 0.8


def test_an_episode_of_cartpole_is_gymnasiums():
    env, rng = gymnasiums_cartpole(), np.random.default_rng(1)
    actions = rng.integers(0, 2, (100, 4))
    starts = rng.uniform(-0.05, 0.05, (4, 4))
    ours = envs.make("cartpole")

    def body(state, action):
        after = ours.step(state, action)
        return after.state, (after.obs, after.terminated)

    play = jax.jit(lambda state, actions: jax.lax.scan(body, state, actions)[1])
    obs, terminated = jax.device_get(play(jnp.asarray(starts, jnp.float32), jnp.asarray(actions, jnp.int32)))
    for i, start in enumerate(starts):
        env.reset(seed=0)
        env.state = tuple(start)
        for t in range(100):
            their_obs, _, their_end, _, _ = env.step(int(actions[t, i]))
            np.testing.assert_allclose(obs[t, i], their_obs, rtol=1e-3, atol=1e-3)
            assert terminated[t, i] == their_end
            if their_end:
                break
        assert t < 99  # random pushes let it fall


def test_cartpole_starts_and_varies():
    env = make("cartpole")
    first = env.reset(keys(2000))
    assert (np.abs(first.obs) <= 0.05).all()
    np.testing.assert_allclose(np.ptp(first.obs, axis=0), 0.1, rtol=0.05)
    assert not first.terminated.any()
    # At rest and upright, only the push accelerates the pole. Twice the strength gives twice the
    # acceleration.
    still, right = jnp.zeros((1, 4)), jnp.ones(1, jnp.int32)
    strong = make("cartpole", actuator_strength=2.0).step(still, right).obs
    np.testing.assert_allclose(strong, 2 * env.step(still, right).obs, rtol=1e-6)
    # Without gravity, the cart's push alone moves a leaning pole that is at rest.
    leaning = jnp.array([[0.0, 0.0, 0.1, 0.0]])
    floating = make("cartpole", gravity=0.0).step(leaning, right).obs
    assert float(floating[0, 3]) < float(env.step(leaning, right).obs[0, 3])


# Four rooms.

# The layout of figure 2 in Option-Critic's paper, written in another way than in the package: by the
# coordinates of walls and doors.
WALLS = {(r, c) for r in range(13) for c in range(13) if r in (0, 12) or c in (0, 12)}
WALLS |= {(r, 6) for r in range(13)} | {(6, c) for c in range(6)} | {(7, c) for c in range(7, 13)}
DOORS = {(3, 6), (10, 6), (6, 2), (7, 9)}
OPEN = sorted({(r, c) for r in range(13) for c in range(13)} - (WALLS - DOORS))
MOVES = [(-1, 0), (1, 0), (0, -1), (0, 1)]


def around(cell):
    row, column = OPEN[cell]
    return [OPEN.index((row + r, column + c)) for r, c in MOVES if (row + r, column + c) in OPEN]


def ahead(cell, action):
    row, column = OPEN[cell][0] + MOVES[action][0], OPEN[cell][1] + MOVES[action][1]
    return OPEN.index((row, column)) if (row, column) in OPEN else cell


def transition(cell, action):
    """Returns the probabilities [104] of the cells that an action leads to."""
    found, moved = np.zeros(len(OPEN)), ahead(cell, action)
    if moved == cell:
        found[cell] = 1
        return found
    found[moved] += 2 / 3
    for slipped in around(moved):
        found[slipped] += 1 / 3 / len(around(moved))
    return found


def test_the_cells_are_numbered_row_by_row():
    assert len(OPEN) == four_rooms.NUM_CELLS == 104
    assert [tuple(cell) for cell in four_rooms.CELLS] == OPEN
    assert OPEN[four_rooms.GOAL] == (7, 9)


def test_moves_and_slips_have_their_probabilities():
    # From each cell, each action is taken 600 times.
    env, many = envs.make("four_rooms"), 600
    cell, action = (x.ravel() for x in np.meshgrid(np.arange(104), np.arange(4), indexing="ij"))
    step = jax.jit(env.step)
    state = (jnp.asarray(np.repeat(cell, many)), keys(len(cell) * many))
    after = jax.device_get(step(state, jnp.asarray(np.repeat(action, many), jnp.int32)))
    counts = np.zeros((len(cell), 104))
    np.add.at(counts, (np.repeat(np.arange(len(cell)), many), after.state[0]), 1)
    expected = np.array([transition(c, a) for c, a in zip(cell, action, strict=True)])
    assert (counts[expected == 0] == 0).all()
    np.testing.assert_allclose(counts / many, expected, atol=0.1)
    np.testing.assert_allclose((counts / many - expected).std(), 0, atol=0.01)
    np.testing.assert_array_equal(after.obs, np.eye(104)[after.state[0]])
    np.testing.assert_array_equal(after.reward, after.state[0] == 62)
    np.testing.assert_array_equal(after.terminated, after.state[0] == 62)
    column, row = after.features["xy"].T
    np.testing.assert_array_equal(np.stack([12 - row, column], axis=1), np.array(OPEN)[after.state[0]])
    # Each step has its own random numbers.
    assert not np.array_equal(after.state[1], state[1])


def test_episodes_start_anywhere_but_at_the_goal():
    starts = np.asarray(make("four_rooms").reset(keys(5000)).state[0])
    assert set(starts) == set(range(104)) - {62}
    elsewhere = compiled(four_rooms.make_four_rooms("jax", Variation(), goal=0))
    first = elsewhere.reset(keys(3000))
    assert set(np.asarray(first.state[0])) == set(range(1, 104))
    after = elsewhere.step((jnp.array([1, 62]), keys(2)), jnp.array([2, 0]))
    np.testing.assert_array_equal(after.terminated, np.asarray(after.state[0]) == 0)
    with pytest.raises(ConfigError, match=r"goal=104: four_rooms has cells 0 to 103"):
        four_rooms.make_four_rooms("jax", Variation(), goal=104)
