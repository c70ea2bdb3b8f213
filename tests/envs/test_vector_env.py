"""Episodes of an environment that counts: time limits, and resets on the next step."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import blind, brittle, counter

from diayn_jax import envs
from diayn_jax.envs import is_sound, make_vector_env, step_of_episodes

NUM_ENVS = 3
POOL_SIZE = 4


def raw_keys(seed, size=NUM_ENVS):
    return jax.random.key_data(jax.random.split(jax.random.key(seed), size))


def play(env, episode_length, num_steps):
    """Returns the first state, the outputs of each step (leaves [num_steps, E, ...]), and the pool."""
    vector = make_vector_env(env, episode_length, POOL_SIZE)

    def run():
        pool = vector.make_pool(raw_keys(1, NUM_ENVS))
        first = vector.reset(raw_keys(0, NUM_ENVS))

        def body(state, time):
            action = jnp.full((NUM_ENVS, 1), 1.0 + time)
            state, terminated, valid, _ = vector.step(state, action, pool, time)
            return state, (state, terminated, valid)

        _, steps = jax.lax.scan(body, first, jnp.arange(num_steps))
        return first, steps, pool

    return jax.jit(run)()


@functools.cache
def of_three():
    """Returns what `play` does for nine steps in episodes of three steps."""
    return play(counter(), 3, 9)


def test_a_fresh_episode_has_no_steps_and_is_not_over():
    first, _, _ = of_three()
    np.testing.assert_array_equal(first.steps, np.zeros(NUM_ENVS))
    assert not first.done.any()
    np.testing.assert_array_equal(first.timestep.obs[:, 0], np.zeros(NUM_ENVS))


@pytest.mark.parametrize("staggered", [False, True])
def test_to_begin_is_a_reset_to_the_first_states_of_a_pool(staggered):
    vector = make_vector_env(envs.make("pendulum"), 7, POOL_SIZE, staggered)
    pool = vector.make_pool(raw_keys(1))
    state, reset = jax.jit(vector.begin)(raw_keys(0), pool), vector.reset(raw_keys(0))
    for mine, its in ((state.steps, reset.steps), (state.limit, reset.limit), (state.done, reset.done)):
        np.testing.assert_array_equal(mine, its)
    jax.tree.map(lambda x, y: np.testing.assert_array_equal(x, y[0]), state.timestep, pool)
    assert jax.tree.structure(state) == jax.tree.structure(reset)
    # All first states are different.
    obs = np.asarray(pool.obs).reshape(-1, 3)
    assert len(np.unique(obs, axis=0)) == POOL_SIZE * NUM_ENVS


def test_truncation():
    _, (state, terminated, valid), _ = of_three()
    # Three steps, then the step that resets.
    count = [1, 2, 3, 0, 1, 2, 3, 0, 1]
    for e in range(NUM_ENVS):
        np.testing.assert_array_equal(state.timestep.obs[:, e, 0], count)
        np.testing.assert_array_equal(state.steps[:, e], count)
        np.testing.assert_array_equal(state.done[:, e], np.equal(count, 3))
        np.testing.assert_array_equal(valid[:, e], np.not_equal(count, 0))
    assert not terminated.any()


def test_staggered_environments_are_not_of_one_age():
    """The first episodes end anywhere up to the time limit, all others at the time limit."""
    size, length = 400, 5
    vector = make_vector_env(counter(), length, staggered=True)
    keys = raw_keys(0, size)
    state, pool = vector.reset(keys), vector.make_pool(raw_keys(1, size))
    step = jax.jit(vector.step)
    np.testing.assert_array_equal(state.steps, np.zeros(size))
    lengths = [[] for _ in range(size)]
    for time in range(3 * (length + 1)):
        state, _, valid, _ = step(state, jnp.zeros((size, 1)), pool, time)
        for e in np.flatnonzero(state.done):
            lengths[e].append(int(state.steps[e]))
            assert valid[e]
    firsts = np.array([each[0] for each in lengths])
    # The lengths are uniform over 1..5: 80 of each, with a standard deviation of 8.
    np.testing.assert_allclose(np.bincount(firsts, minlength=6)[1:], 80, atol=32)
    assert {n for each in lengths for n in each[1:]} == {length}


@pytest.mark.parametrize("episode_length", [2, 50])
def test_termination_wins_even_on_the_last_step(episode_length):
    _, (state, terminated, valid), _ = play(counter(lifetime=2), episode_length, 6)
    count = [1, 2, 0, 1, 2, 0]
    for e in range(NUM_ENVS):
        np.testing.assert_array_equal(state.timestep.obs[:, e, 0], count)
        np.testing.assert_array_equal(terminated[:, e], np.equal(count, 2))
        np.testing.assert_array_equal(state.done[:, e], np.equal(count, 2))
        np.testing.assert_array_equal(valid[:, e], np.not_equal(count, 0))


def test_termination_at_once():
    _, (state, terminated, valid), _ = play(counter(lifetime=1), 10, 4)
    np.testing.assert_array_equal(state.timestep.obs[:, 0, 0], [1, 0, 1, 0])
    np.testing.assert_array_equal(terminated[:, 0], [True, False, True, False])
    np.testing.assert_array_equal(valid[:, 0], [True, False, True, False])


def test_environments_end_each_at_its_own_time():
    _, (state, terminated, valid), _ = play(blind((1, 3, None)), 4, 6)
    np.testing.assert_array_equal(valid[:, 0], [True, False, True, False, True, False])
    np.testing.assert_array_equal(valid[:, 1], [True, True, True, False, True, True])
    np.testing.assert_array_equal(valid[:, 2], [True, True, True, True, False, True])
    np.testing.assert_array_equal(terminated[:, 2], np.zeros(6, bool))
    np.testing.assert_array_equal(state.steps[:, 1], [1, 2, 3, 0, 1, 2])


def test_a_reset_takes_a_whole_fresh_state_of_its_own_environment():
    first, (state, _, valid), pool = of_three()
    episode = state.timestep.obs[..., 1]
    for time in range(9):
        before = first.timestep.obs[:, 1] if time == 0 else episode[time - 1]
        expected = before if valid[time, 0] else pool.obs[time % POOL_SIZE, :, 1]
        np.testing.assert_array_equal(episode[time], expected)
        # The provider's own state follows.
        np.testing.assert_array_equal(state.timestep.state[1][time], episode[time])
        np.testing.assert_array_equal(state.timestep.state[0][time], state.timestep.obs[time, :, 0])
    np.testing.assert_array_equal(state.timestep.features["double"][..., 0], 2 * state.timestep.obs[..., 0])


def test_the_pool_holds_a_different_start_in_each_place():
    _, _, pool = of_three()
    assert pool.obs.shape == (POOL_SIZE, NUM_ENVS, 2)
    assert np.unique(pool.obs[..., 1]).size == POOL_SIZE * NUM_ENVS


def test_the_action_of_a_reset_step_does_nothing():
    # The counter's reward is its action. A reset row shows the reward of a fresh state.
    _, (state, _, valid), _ = of_three()
    np.testing.assert_array_equal(state.timestep.reward[:5, 0], [1, 2, 3, 0, 5])
    np.testing.assert_array_equal(valid[:5, 0], [True, True, True, False, True])


@pytest.mark.parametrize("where", ["obs", "reward", "features"])
def test_where_physics_breaks_down_an_episode_starts_anew(where):
    _, (state, terminated, valid), _ = play(brittle(where), 5, 7)
    # The third step of environments 0 and 2 is not a transition. It leads directly to a first state.
    counts = np.array([[1, 2, 0, 1, 2, 0, 1], [1, 2, 3, 4, 5, 0, 1], [1, 2, 0, 1, 2, 0, 1]]).T
    np.testing.assert_array_equal(state.timestep.state, counts)
    np.testing.assert_array_equal(state.steps, counts)
    np.testing.assert_array_equal(valid, counts != 0)
    np.testing.assert_array_equal(state.done, counts == 5)
    assert not terminated.any()
    np.testing.assert_array_equal(state.timestep.obs[..., 0], counts)
    np.testing.assert_array_equal(state.timestep.reward, np.zeros((7, 3)))
    np.testing.assert_array_equal(state.timestep.features["double"][..., 0], 2 * counts)


def test_what_is_sound():
    timestep = counter().reset(raw_keys(0))
    bad = timestep.replace(
        obs=timestep.obs.at[0, 1].set(jnp.nan), features={"double": jnp.array([[0.0], [-2e12], [1e11]])}
    )
    np.testing.assert_array_equal(is_sound(timestep), [True, True, True])
    np.testing.assert_array_equal(is_sound(bad), [False, False, True])
    # Integers, such as images, are always sound.
    pixels = timestep.replace(obs=jnp.full((NUM_ENVS, 4, 4, 3), 255, jnp.uint8))
    np.testing.assert_array_equal(is_sound(pixels), [True, True, True])


def test_an_episode_has_steps_until_it_ends_or_breaks_down():
    after = counter().reset(raw_keys(0))
    after = after.replace(
        obs=after.obs.at[2].set(jnp.nan), terminated=jnp.array([False, True, False]), reward=jnp.zeros(3)
    )
    valid, alive = step_of_episodes(jnp.ones(3, bool), after)
    np.testing.assert_array_equal(valid, [True, True, False])
    np.testing.assert_array_equal(alive, [True, False, False])
    valid, alive = step_of_episodes(jnp.zeros(3, bool), after)
    assert not valid.any()
    assert not alive.any()
