"""Other environments of MuJoCo Playground, and its robots: observations, and when an episode ends."""

import subprocess

import jax
import jax.numpy as jnp
import mujoco
import numpy as np
import pytest
from test_playground import NUM_ENVS, jit, keys

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.envs.providers import playground_envs


@pytest.fixture
def told(playground, monkeypatch):
    """Returns a function that registers a point with the given observation and end.

    The point is a task of the suite or of a robot. If it appends, an observation ends with the last one.
    """
    from mujoco_playground._src import mjx_env
    from mujoco_playground._src.dm_control_suite import point_mass

    def register(observe, ends=False, suite=playground.dm_control_suite, appends=False):
        class Told(point_mass.PointMass):
            def reset(self, rng):
                place = jax.random.uniform(rng, (2,))
                data = mjx_env.make_data(self.mj_model, qpos=place, impl="jax")
                zero = jnp.zeros(())
                return playground.State(data, observe(place), zero, zero, {}, {"steps": 0})

            def step(self, state, action):
                place = state.data.qpos + action
                seen = observe(place)
                if appends:
                    seen = jnp.concatenate([seen[:2], state.obs[:2]])
                state.info["steps"] += 1
                return state.replace(
                    data=state.data.replace(qpos=place),
                    obs=seen,
                    reward=1.0 * state.info["steps"],
                    done=jnp.ones(()) if ends else state.done,
                )

        monkeypatch.setattr(suite, "_envs", dict(suite._envs))
        monkeypatch.setattr(suite, "_cfgs", dict(suite._cfgs))
        suite.register_environment("Told", Told, point_mass.default_config)
        # This folder exists.
        monkeypatch.setattr(mjx_env, "MENAGERIE_PATH", mjx_env.ROOT_PATH)
        return "playground:Told"

    return register


def played_twice(env):
    """Returns a reset and two steps at full action."""
    act = jnp.ones((NUM_ENVS, env.action_size))

    def play(keys):
        first = env.reset(keys)
        after = env.step(first.state, act)
        return first, after, env.step(after.state, act)

    return jit(play)(keys())


def test_of_a_dict_the_state_is_observed(told):
    env = envs.make(told(lambda place: {"state": place[:1], "privileged_state": jnp.tile(place, 2)}))
    assert env.observation_size == 1
    assert {key: feature.size for key, feature in env.features.items()} == {"privileged_state": 4}
    first, again, twice = played_twice(env)
    for steps, timestep in enumerate((first, again, twice)):
        privileged = timestep.features["privileged_state"]
        np.testing.assert_array_equal(timestep.obs, privileged[:, :1])
        np.testing.assert_allclose(privileged, first.features["privileged_state"] + steps, rtol=1e-6)
        # The state keeps what a step writes into its `info`.
        np.testing.assert_array_equal(timestep.reward, np.full(NUM_ENVS, float(steps)))
    assert envs.make_features(env, "privileged_state").stored_size == 4
    assert env.default_features == "obs"


LEG = "<body><joint/><geom size='.1'/></body>"
BALL = "<body><freejoint/><geom size='.1'/></body>"


@pytest.mark.parametrize(
    ("bodies", "sizes"),
    [
        (BALL.replace("</body>", f"{LEG}{LEG}</body>"), {"xy": 2, "z": 1, "torso": 5, "joint_pos": 2}),
        (LEG + BALL, {}),
        (BALL + BALL, {}),
    ],
)
def test_features_of_any_robot_that_moves_freely(bodies, sizes):
    model = mujoco.MjModel.from_xml_string(f"<mujoco><worldbody>{bodies}</worldbody></mujoco>")
    features = playground_envs._features_of("Any", model)
    assert {key: feature.size for key, (feature, _) in features.items()} == sizes
    assert playground_envs._default_features("Any", features) == ("xy" if sizes else "obs")


def test_a_dict_without_a_state_is_refused(told):
    name = told(lambda place: {"pixels": jnp.zeros((4, 4, 3)), "speed": place})
    with pytest.raises(ConfigError, match=r"env=playground:Told: it observes pixels, speed, and a"):
        envs.make(name)


@pytest.mark.parametrize(("setting", "ends"), [("false", False), ("true", True), ("auto", True)])
def test_a_robot_that_falls(playground, told, setting, ends):
    name = told(lambda place: place, ends=True, suite=playground.locomotion)
    first, after, _ = played_twice(envs.make(name, terminate_when_unhealthy=setting))
    assert not first.terminated.any()
    np.testing.assert_array_equal(after.terminated, np.full(NUM_ENVS, ends))


def test_a_history_in_the_observation_is_kept(told):
    env = envs.make(told(lambda place: jnp.tile(place, 2), appends=True))
    first, again, twice = played_twice(env)
    np.testing.assert_array_equal(again.obs[:, 2:], first.obs[:, :2])
    np.testing.assert_array_equal(twice.obs[:, 2:], again.obs[:, :2])
    np.testing.assert_allclose(twice.obs[:, :2], first.obs[:, :2] + 2, rtol=1e-6)


def test_an_end_of_a_task_ends(told):
    _, after, _ = played_twice(envs.make(told(lambda place: place, ends=True)))
    assert after.terminated.all()


def test_robots_that_would_be_downloaded_are_refused(playground, monkeypatch, tmp_path):
    from mujoco_playground._src import mjx_env

    def never(*args, **kwargs):
        raise AssertionError("a download")

    monkeypatch.setattr(subprocess, "Popen", never)
    monkeypatch.setattr(mjx_env, "MENAGERIE_PATH", tmp_path / "mujoco_menagerie")
    with pytest.raises(ConfigError, match=r"not downloaded.*git clone https.*menagerie.*CheetahRun"):
        envs.make("Go1JoystickFlatTerrain")
    assert not list(tmp_path.iterdir())
