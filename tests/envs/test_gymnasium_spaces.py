"""Gymnasium's observations, actions and names: which are supported, and which are refused."""

import os
import subprocess
import sys

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
