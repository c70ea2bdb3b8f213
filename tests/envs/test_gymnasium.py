"""Gymnasium's environments, compared with Gymnasium itself."""

import sys

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from gymnasium_worlds import BOX, NUM_ENVS, gymnasium, keys, make, play, random_actions, seed_of

import diayn_jax
from diayn_jax import envs
from diayn_jax.config import ConfigError


# The actions' bounds are 1, 1, 2, 0.4 and 3.
@pytest.mark.parametrize(
    "name",
    ["LunarLanderContinuous-v3", "BipedalWalker-v3", "Pendulum-v1", "Humanoid-v5", "InvertedPendulum-v5"],
)
def test_steps_are_gymnasiums_own(name):
    env = make(f"gymnasium:{name}")
    actions = random_actions(12, env)
    ours = play(env, actions)
    first_key = np.asarray(keys())
    for e in range(NUM_ENVS):
        options = {} if name != "Humanoid-v5" else {"terminate_when_unhealthy": False}
        theirs = gymnasium.make(name, **options)
        obs, _ = theirs.reset(seed=seed_of(first_key[e], 0))
        np.testing.assert_allclose(ours.obs[0, e], obs, rtol=1e-5, atol=1e-6)
        high = theirs.action_space.high
        for t in range(12):
            obs, reward, terminated, *_ = theirs.step(actions[t, e] * high)
            np.testing.assert_allclose(ours.obs[t + 1, e], obs, rtol=1e-4, atol=1e-4)
            np.testing.assert_allclose(ours.reward[t + 1, e], reward, rtol=1e-4, atol=1e-4)
            assert ours.terminated[t + 1, e] == terminated
            if terminated:
                break
        theirs.close()


@pytest.mark.parametrize(("name", "count"), [("CartPole-v1", 2), ("LunarLander-v3", 4)])
def test_discrete_steps_are_gymnasiums_own(name, count):
    env = make(f"gymnasium:{name}")
    assert (env.num_actions, env.action_size, env.interface.action_shape) == (count, count, ())
    actions = np.random.default_rng(0).integers(0, count, (8, NUM_ENVS)).astype(np.int32)
    ours = play(env, actions)
    for e, key in enumerate(np.asarray(keys())):
        theirs = gymnasium.make(name)
        theirs.reset(seed=seed_of(key, 0))
        for t in range(8):
            obs, reward, terminated, *_ = theirs.step(int(actions[t, e]))
            np.testing.assert_allclose(ours.obs[t + 1, e], obs, rtol=1e-5, atol=1e-6)
            np.testing.assert_allclose(ours.reward[t + 1, e], reward, rtol=1e-4, atol=1e-6)
            assert ours.terminated[t + 1, e] == terminated
        theirs.close()


def test_discrete_actions_count_from_zero(register_world):
    taken = []
    env = envs.make(
        register_world(observation=BOX, action=gymnasium.spaces.Discrete(3, start=-1), taken=taken)
    )
    taken.clear()  # making the environment tried some actions
    jax.block_until_ready(env.step(env.reset(keys()).state, jnp.array([0, 1, 2])))
    assert taken == [-1, 0, 1]


def test_a_reset_begins_the_next_episode_of_that_environment_alone():
    env = make("gymnasium:Pendulum-v1")
    resets = np.zeros((4, NUM_ENVS), bool)
    resets[2, 1] = True
    out = play(env, random_actions(4, env), resets)
    plain = play(env, random_actions(4, env))
    np.testing.assert_array_equal(out.obs[:, 0], plain.obs[:, 0])
    np.testing.assert_array_equal(out.obs[:3], plain.obs[:3])
    theirs = gymnasium.make("Pendulum-v1")
    first, _ = theirs.reset(seed=seed_of(np.asarray(keys())[1], 1))
    np.testing.assert_allclose(out.obs[3, 1], first, rtol=1e-6)
    assert out.reward[3, 1] == 0
    np.testing.assert_array_equal(out.state["steps"][:, 1], [0, 1, 2, 0, 1])
    np.testing.assert_array_equal(out.state["episode"][:, 1], [0, 0, 0, 1, 1])


def test_last_observations_are_kept_and_resets_are_real():
    # A lander falls freely. Its last observation is on the ground, and its first ones are in the air.
    env = make("lunar_lander")
    vector = envs.make_vector_env(env, 1000)

    @jax.jit
    def run():
        def body(state, time):
            state, terminated, valid, _ = vector.step(state, jnp.zeros((NUM_ENVS, 2)), (), time)
            return state, (state.timestep.obs, terminated, valid, state.done)

        assert vector.make_pool(keys()) == ()
        return jax.lax.scan(body, vector.reset(keys()), jnp.arange(200))[1]

    obs, terminated, valid, done = jax.device_get(run())
    firsts = []
    for e in range(NUM_ENVS):
        ends = np.flatnonzero(terminated[:, e])
        assert ends.size, "no lander has crashed"
        assert (obs[ends, e, 1] < 0.3).all()
        np.testing.assert_array_equal(np.flatnonzero(~valid[:, e]), ends[ends < 199] + 1)
        np.testing.assert_array_equal(done[:, e], terminated[:, e])
        starts = obs[np.flatnonzero(~valid[:, e]), e]
        assert (starts[:, 1] > 1.3).all()
        firsts += list(starts)
    assert np.unique(firsts, axis=0).shape[0] == len(firsts)


def test_behind_an_end_nothing_moves():
    env = make("lunar_lander")
    out = play(env, np.zeros((150, NUM_ENVS, 2), np.float32))
    assert out.terminated[-1].all()
    np.testing.assert_array_equal(out.obs[-1], out.obs[-2])
    np.testing.assert_array_equal(out.reward[-1], np.zeros(NUM_ENVS))


def test_a_state_of_the_past_cannot_be_stepped():
    env = make("gymnasium:Pendulum-v1")
    step = jax.jit(env.step)
    first = jax.jit(env.reset)(keys())
    action = jnp.zeros((NUM_ENVS, 1))
    jax.block_until_ready(step(first.state, action))
    with pytest.raises(
        jax.errors.JaxRuntimeError, match="is at step 1 of its episode, and the given state is at step 0"
    ):
        jax.block_until_ready(step(first.state, action))


def test_separate_copies_do_not_disturb_each_other():
    env = make("gymnasium:Pendulum-v1")
    other = env.simulator.separate_copy()
    action = jnp.zeros((NUM_ENVS, 1))
    first = env.reset(keys())
    alone = env.step(env.step(first.state, action).state, action)
    again = env.step(env.reset(keys()).state, action)
    other.step(other.reset(keys(5, 7)).state, jnp.ones((7, 1)))
    np.testing.assert_array_equal(env.step(again.state, action).obs, alone.obs)


def test_separate_copies_end_by_themselves_or_with_the_first(register_world):
    ended = []
    env = envs.make(register_world(observation=BOX, action=BOX, ended=ended))
    ended.clear()
    other = env.simulator.separate_copy()
    first = jax.block_until_ready(env.reset(keys()))
    jax.block_until_ready(other.reset(keys(5, 7)))
    other.simulator.close()
    assert len(ended) == 7
    jax.block_until_ready(env.step(first.state, jnp.zeros((NUM_ENVS, 2))))
    jax.block_until_ready(other.reset(keys(5, 2)))
    env.simulator.close()
    assert len(ended) == 7 + 2 + NUM_ENVS


def test_features_are_where_the_bodies_are():
    lander = gymnasium.make("LunarLanderContinuous-v3").unwrapped
    lander.reset(seed=seed_of(np.asarray(keys())[0], 0))
    first = make("lunar_lander").reset(keys())
    # The position in the world is measured from the pad, in the middle of the ground at the height of the
    # legs.
    place = np.subtract(lander.lander.position, (10.0, lander.helipad_y + 18 / 30))
    np.testing.assert_allclose(first.features["xy"][0], place, rtol=1e-5)

    ant = make("gymnasium:Ant-v5")
    assert ant.default_features == "xy"
    theirs = gymnasium.make("Ant-v5").unwrapped
    theirs.reset(seed=seed_of(np.asarray(keys())[0], 0))
    np.testing.assert_allclose(ant.reset(keys()).features["xy"][0], theirs.data.qpos[:2], rtol=1e-5)
    assert make("gymnasium:HalfCheetah-v5").default_features == "x"
    assert make("gymnasium:Pendulum-v1").default_features == "obs"


def test_the_car_is_seen_and_placed_as_gymnasium_has_it():
    env = make("gymnasium:CarRacing-v3")
    assert (env.image_shape, env.interface.observation_dtype) == ((96, 96, 3), jnp.uint8)
    # Full gas, straight ahead. The bounds are -1..1 for steering, 0..1 for gas, and 0..1 for the brake.
    actions = np.tile(np.array([0.0, 1.0, -1.0], np.float32), (40, 1, 1))
    out = play(env, actions)
    theirs = gymnasium.make("CarRacing-v3")
    obs, _ = theirs.reset(seed=seed_of(np.asarray(keys(size=1))[0], 0))
    np.testing.assert_array_equal(out.obs[0, 0], obs)
    for _ in range(40):
        obs, *_ = theirs.step(np.array([0.0, 1.0, 0.0], np.float32))
    np.testing.assert_array_equal(out.obs[-1, 0], obs)
    # The car has moved ahead, by the same distance as in Gymnasium's world.
    right, ahead = out.features["xy"][-1, 0]
    car, track = theirs.unwrapped.car, theirs.unwrapped.track
    distance = np.hypot(*np.subtract(car.hull.position, track[0][2:4]))
    np.testing.assert_allclose(np.hypot(right, ahead), distance, rtol=1e-5)
    assert ahead > 5 * abs(right) > 0
    theirs.close()


def test_seconds_in_a_step():
    assert make("gymnasium:Pendulum-v1").dt == pytest.approx(0.05)
    assert make("lunar_lander").dt == pytest.approx(0.02)
    assert make("gymnasium:Humanoid-v5").dt == pytest.approx(0.015)


def test_variations_of_gymnasiums_mujoco():
    assert envs.make("gymnasium:Ant-v5", exclude_current_positions="false").observation_size == 107
    assert make("gymnasium:Ant-v5").observation_size == 105
    with pytest.raises(ConfigError, match=r"exclude_current_positions=true.*does not take"):
        envs.make("gymnasium:Pendulum-v1", exclude_current_positions="true")
    with pytest.raises(ConfigError, match="gravity=2"):
        envs.make("gymnasium:Ant-v5", gravity=2.0)


def test_its_own_time_limit_is_the_default_horizon(tmp_path, monkeypatch):
    # The limits are those of Gymnasium's registry.
    for name, steps in (("CartPole-v1", 500), ("Pendulum-v1", 200), ("Acrobot-v1", 500)):
        assert envs.defaults(f"gymnasium:{name}")["episode_length"] == steps
        assert diayn_jax.make_config(env=f"gymnasium:{name}").episode_length == steps
    assert diayn_jax.make_config(env="gymnasium:CartPole-v1", episode_length=7).episode_length == 7
    # Our named environments keep their own limit. An environment without a limit has the usual one.
    assert envs.defaults("lunar_lander")["episode_length"] == 400
    (tmp_path / "limited.py").write_text(
        "import gymnasium\n"
        "pendulum = 'gymnasium.envs.classic_control:PendulumEnv'\n"
        "gymnasium.register('Limited-v0', pendulum, max_episode_steps=33)\n"
        "gymnasium.register('Open-v0', pendulum)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    # The module is not imported before a config names it.
    assert "episode_length" not in envs.defaults("gymnasium:limited:Limited-v0")
    assert "limited" not in sys.modules
    assert diayn_jax.make_config(env="gymnasium:limited:Limited-v0").episode_length == 33
    assert diayn_jax.make_config(env="gymnasium:limited:Open-v0").episode_length == 200
    assert "episode_length" not in envs.defaults("gymnasium:no_such_module:World-v0")
    for name in ("Limited-v0", "Open-v0"):
        del gymnasium.registry[name]
