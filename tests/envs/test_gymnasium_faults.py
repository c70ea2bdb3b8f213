"""Gymnasium environments whose own code fails: when they are made, at the first step, or later in a run."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from gymnasium_worlds import BOX, NUM_ENVS, World, gymnasium, image, keys

from diayn_jax import SimulatorError, envs
from diayn_jax.config import ConfigError
from diayn_jax.use import dry_run


class Faulty(World):
    """A `World` that returns `fault(...)` of its result, from its `after`th reset or step on."""

    count = 0

    def __init__(self, of, fault, after):
        super().__init__(BOX, BOX)
        self._of, self._fault, self._after = of, fault, after
        if of == "__init__":
            fault(None)

    def _spoilt(self, of, given):
        if of != self._of:
            return given
        Faulty.count += 1
        return self._fault(given) if Faulty.count > self._after else given

    def reset(self, **options):
        return self._spoilt("reset", super().reset(**options))

    def step(self, action):
        return self._spoilt("step", super().step(action))


def fail(given):
    raise RuntimeError("the server is gone\nand much more")


@pytest.fixture
def faulty(monkeypatch):
    def register(of, fault, after=0):
        Faulty.count = 0
        gymnasium.registry.pop("Faulty-v0", None)
        gymnasium.register("Faulty-v0", lambda **_: Faulty(of, fault, after))
        return "gymnasium:Faulty-v0"

    yield register
    gymnasium.registry.pop("Faulty-v0", None)


FAULTS = [
    ("reset", fail, "its reset raised RuntimeError: the server is gone (test_gymnasium_faults.py:"),
    (
        "reset",
        lambda given: given[0],
        "its reset returns a ndarray, and should return an observation and",
    ),
    ("reset", lambda given: None, "its reset returns a NoneType"),
    ("reset", lambda given: (given[0], 3), "its reset returns 2 values (ndarray, int)"),
    ("reset", lambda given: (given[0][:1], {}), "its reset returns an observation "),
    ("reset", lambda given: ("far", {}), "its reset "),
    (
        "reset",
        lambda given: (np.full(2, np.nan, np.float32), {}),
        "its reset returns an observation that is NaN",
    ),
    ("step", fail, "its step raised RuntimeError: the server is gone (test_gymnasium_faults.py:"),
    (
        "step",
        lambda given: given[:4],
        "its step returns 4 values (ndarray, float, bool, bool), and should",
    ),
    ("step", lambda given: None, "its step returns a NoneType"),
    ("step", lambda given: (np.zeros(3), *given[1:]), "its step returns an observation "),
    ("step", lambda given: (given[0], None, *given[2:]), "the reward of its step is None, and should be a"),
    ("step", lambda given: (given[0], "much", *given[2:]), "the reward of its step is 'much'"),
    ("step", lambda given: (given[0], np.zeros(2), *given[2:]), "the reward of its step is array([0., 0.])"),
]
IDS = [f"{of}-{i}" for i, (of, _, _) in enumerate(FAULTS)]


@pytest.mark.parametrize(("of", "fault", "words"), FAULTS, ids=IDS)
def test_what_goes_wrong_at_once_is_told_before_anything_is_compiled(faulty, of, fault, words):
    with pytest.raises(ConfigError) as caught:
        envs.make(faulty(of, fault))
    assert str(caught.value).startswith("env=gymnasium:Faulty-v0: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("of", "fault", "words"), FAULTS, ids=IDS)
def test_what_goes_wrong_later_is_told_in_a_line(faulty, of, fault, words):
    env = envs.make(faulty(of, fault, after=4))
    step = jax.jit(env.step)

    def play():
        with envs.collected(env.callback_errors):
            timestep = env.reset(keys())
            for _ in range(3):
                timestep = step(timestep.state, jnp.zeros((NUM_ENVS, 2)))
            jax.block_until_ready(timestep)

    with pytest.raises(SimulatorError) as caught:
        play()
    assert str(caught.value).startswith("gymnasium:Faulty-v0: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("infinite", [np.inf, np.nan])
def test_a_first_observation_that_is_no_number_is_refused(faulty, infinite):
    name = faulty("reset", lambda given: (np.full(2, infinite, np.float32), {}))
    with pytest.raises(ConfigError, match="its reset returns an observation that is NaN or infinite"):
        envs.make(name)


def test_an_image_that_is_not_bytes_is_refused(register_world):
    class Floats(World):
        def reset(self, **options):
            obs, info = super().reset(**options)
            return (obs / 255).astype(np.float32), info

    gymnasium.register("Floats-v0", lambda **_: Floats(image(16, 16, 3), BOX))
    try:
        with pytest.raises(
            ConfigError, match="reset returns an image of float32, and its observation_space has"
        ):
            envs.make("gymnasium:Floats-v0")
    finally:
        gymnasium.registry.pop("Floats-v0")


def test_an_error_of_an_interrupted_program_does_not_fail_the_next_one(faulty):
    env = envs.make(faulty("step", fail, after=4))

    def interrupted():
        with envs.collected(env.callback_errors):
            timestep = env.reset(keys())
            for _ in range(3):
                timestep = env.step(timestep.state, jnp.zeros((NUM_ENVS, 2)))
            jax.block_until_ready(timestep)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with envs.collected(env.callback_errors):
        assert np.isfinite(env.reset(keys()).obs).all()


def test_a_world_that_cannot_be_made_is_told(faulty):
    with pytest.raises(ConfigError, match=r"making it raised RuntimeError: the server is gone \(test_gym"):
        envs.make(faulty("__init__", fail))


def test_a_dry_run_tells_of_simulators_that_fail(faulty, tmp_path, monkeypatch):
    monkeypatch.setattr(dry_run, "_SECONDS", 0.01)
    config = tiny.config(tmp_path, env=faulty("step", fail, after=100), num_devices="auto")
    with pytest.raises(SimulatorError, match="its step raised RuntimeError: the server is gone"):
        dry_run.dry_run(config, explicit=())
