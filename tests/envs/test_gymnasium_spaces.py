"""Gymnasium's observations, actions and names: which are supported, and which are refused."""

import os
import subprocess
import sys

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from gymnasium_worlds import BOX, NUM_ENVS, gymnasium, image, keys, make, seed_of
from probes import tiny_config

from diayn_jax import envs, training
from diayn_jax.config import ConfigError
from diayn_jax.envs.providers import gymnasium_simulators


def test_an_agent_that_acts_by_real_numbers_refuses_discrete_actions():
    config = tiny_config(env="gymnasium:CartPole-v1")
    with pytest.raises(ConfigError, match=r"agent=sac: .*CartPole-v1 has 2 discrete actions"):
        training.make_trainer(config, make("gymnasium:CartPole-v1"))


def test_several_discrete_actions_at_once_are_refused(register_world):
    both = gymnasium.spaces.MultiDiscrete([2, 3])
    with pytest.raises(ConfigError, match=r"its actions are MultiDiscrete.*\(Box\) or one of n \(Discrete\)"):
        envs.make(register_world(observation=BOX, action=both))


def test_simulators_that_call_jax_are_refused():
    with pytest.raises(ConfigError, match=r"env=gymnasium:phys2d/Pendulum-v0: it uses JAX itself"):
        envs.make("gymnasium:phys2d/Pendulum-v0")


def test_unbounded_actions_are_refused(register_world):
    with pytest.raises(ConfigError, match="have no bounds"):
        envs.make(register_world(observation=BOX, action=gymnasium.spaces.Box(-np.inf, np.inf, (2,))))


def test_bounds_that_float32_cannot_scale_are_refused(register_world):
    wide = gymnasium.spaces.Box(np.float32(-3e38), np.float32(3e38), (2,))
    with pytest.raises(ConfigError, match="have no bounds that float32 can scale"):
        envs.make(register_world(observation=BOX, action=wide))


@pytest.mark.parametrize(
    ("low", "high", "dtype"), [(-2.0, 0.2, np.float32), (-0.1, 0.4, np.float64), (-1.7, 1.9, np.float64)]
)
def test_actions_stay_within_bounds_that_float32_rounds(register_world, low, high, dtype):
    # `World.step` asserts that its space contains the action.
    taken = []
    space = gymnasium.spaces.Box(low, high, (2,), dtype)
    env = envs.make(register_world(observation=BOX, action=space, taken=taken))
    for action in (-1.0, 1.0):
        jax.block_until_ready(env.step(env.reset(keys()).state, jnp.full((NUM_ENVS, 2), action)))
    np.testing.assert_allclose(taken[-1], [high] * 2, rtol=1e-6)
    np.testing.assert_allclose(taken[-1 - NUM_ENVS], [low] * 2, rtol=1e-6)


def test_an_option_that_a_parent_takes_is_passed_on():
    from gymnasium.envs.mujoco.hopper_v5 import HopperEnv

    class MyHopper(HopperEnv):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)

    gymnasium.register("MyHopper-v0", MyHopper)
    try:
        for told, falls in (("false", False), ("true", True)):
            env = envs.make("gymnasium:MyHopper-v0", terminate_when_unhealthy=told)
            timestep = env.reset(keys())
            for _ in range(60):
                timestep = env.step(timestep.state, jnp.ones((NUM_ENVS, 3)))
            assert np.asarray(timestep.terminated).all() == falls
            assert np.asarray(timestep.terminated).any() == falls
    finally:
        gymnasium.registry.pop("MyHopper-v0")


def test_observations_without_a_size_are_refused(register_world):
    with pytest.raises(ConfigError, match="no fixed size"):
        envs.make(register_world(observation=gymnasium.spaces.Sequence(BOX), action=BOX))


@pytest.mark.parametrize(
    ("observation", "words"),
    [
        (image(3, 16, 16), r"images \[3, 16, 16\], .*\[height, width, channels\].*TransformObservation"),
        (image(8, 16, 16), r"images \[8, 16, 16\]"),
        (image(4, 16, 16, 3), r"images \[4, 16, 16, 3\]"),
        (gymnasium.spaces.Dict({"a": BOX, "b": image(16, 16, 3)}), "is an image.*FilterObservation"),
        (gymnasium.spaces.Tuple([gymnasium.spaces.Dict({"b": image(16, 16)})]), "is an image"),
    ],
)
def test_images_that_would_be_misread_are_refused(register_world, observation, words):
    with pytest.raises(ConfigError, match=words):
        envs.make(register_world(observation=observation, action=BOX))


@pytest.mark.parametrize(
    ("observation", "shape"),
    [
        (image(16, 16), (16, 16, 1)),
        (image(16, 12, 9), (16, 12, 9)),
        (image(2, 16, 3), (2, 16, 3)),
        (image(16), None),
    ],
)
def test_images_that_are_taken(register_world, observation, shape):
    env = envs.make(register_world(observation=observation, action=BOX))
    assert env.image_shape == shape
    obs = np.asarray(env.reset(keys()).obs)
    assert obs.shape == (NUM_ENVS, *(shape or observation.shape))
    assert obs.dtype == (np.uint8 if shape else np.float32)
    # The observation is the world's, in bytes.
    observation.seed(seed_of(np.asarray(keys())[1], 0))
    np.testing.assert_array_equal(obs[1], observation.sample().reshape(obs.shape[1:]))


def test_an_end_at_a_fall_is_refused_where_nothing_falls():
    for name in ("gymnasium:Pendulum-v1", "lunar_lander"):
        with pytest.raises(ConfigError, match=r"terminate_when_unhealthy=true: .*does not take this setting"):
            envs.make(name, terminate_when_unhealthy=True)
        envs.make(name, terminate_when_unhealthy="auto")


@pytest.mark.filterwarnings("ignore:.*The environment .*-v2 is out of date:DeprecationWarning")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gymnasium:Hoper-v5", "Did you mean Hopper-v5"),
        ("gymnasium:Ant-v9", "v9.*doesn't exist"),
        ("gymnasium:Reacher-v2", "gymnasium-robotics.*diayn_jax"),
        ("LunarLander-v2", "deprecated"),
        ("gymnasium:foo bar-v0", "Malformed"),
        ("gymnasium:a:b:C-v0", "give NAME-v0, or package.module:NAME-v0"),
        ("gymnasium:no_such_package:C-v0", "no_such_package.*Start in the folder of no_such_package"),
    ],
)
def test_names_that_gymnasium_does_not_have(name, words):
    with pytest.raises(ConfigError, match=f"env=(gymnasium:)?{name}: .*{words}"):
        envs.make(name)


def test_without_gymnasium_the_extra_is_named():
    code = (
        "import sys; sys.modules['gymnasium'] = None\n"
        "from diayn_jax import envs\n"
        "from diayn_jax.config import ConfigError\n"
        "try: envs.make('bipedal-walker')\n"
        "except ConfigError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'diayn_jax[gym]'" in done.stdout


@pytest.mark.parametrize(
    ("platform", "given", "video"),
    [
        ("linux", {}, "dummy"),
        ("linux", {"DISPLAY": ":0"}, None),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, None),
        ("linux", {"SDL_VIDEODRIVER": "x11"}, "x11"),
        ("darwin", {}, None),
    ],
)
def test_sdl_draws_into_memory_where_there_is_no_screen(monkeypatch, platform, given, video):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "SDL_AUDIODRIVER"):
        monkeypatch.setenv(name, "")  # so that the change below is undone after the test
        monkeypatch.delenv(name)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    with gymnasium_simulators._quiet():
        assert os.environ.get("SDL_VIDEODRIVER") == video
        assert os.environ["SDL_AUDIODRIVER"] == "dummy"


def test_a_missing_part_names_the_extra(monkeypatch):
    def make(*args, **kwargs):
        raise gymnasium.error.DependencyNotInstalled("Box2D is not installed.")

    monkeypatch.setattr(gymnasium, "make", make)
    with pytest.raises(ConfigError, match=r"Box2D is not installed.*pip install 'diayn_jax\[gym\]'"):
        envs.make("bipedal_walker")


def test_dicts_become_one_vector(register_world):
    spaces = gymnasium.spaces
    observation = spaces.Dict(
        {"b": spaces.Box(2.0, 3.0, (1,)), "a": BOX, "c": spaces.Tuple([spaces.Discrete(3)])}
    )
    env = envs.make(register_world(observation=observation, action=BOX))
    # The entries are in the order of the keys: a, b, and c as a one-hot.
    assert env.observation_size == 6
    obs = np.asarray(env.reset(keys()).obs)
    assert (np.abs(obs[:, :2]) <= 1).all()
    assert ((obs[:, 2] >= 2) & (obs[:, 2] <= 3)).all()
    np.testing.assert_array_equal(obs[:, 3:].sum(1), np.ones(NUM_ENVS))
