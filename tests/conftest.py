"""How JAX runs in the tests: on the CPU, as four devices, with compiled programs kept."""

import functools
import gc
import os
import pathlib
from types import SimpleNamespace

# Before JAX is imported, and inherited by the commands that tests start.
_CACHE = pathlib.Path(__file__).parent.parent / ".jax_cache"
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("JAX_COMPILATION_CACHE_DIR", str(_CACHE))
os.environ.setdefault("JAX_ENABLE_COMPILATION_CACHE", "true")
os.environ.setdefault("JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS", "0.3")
# What tests run is short: to compile it well would take longer than it then runs.
os.environ.setdefault("JAX_DISABLE_MOST_OPTIMIZATIONS", "true")

import jax
import pytest

NUM_DEVICES = 4

# By the config, not by the environment: a command that a test starts chooses for itself.
if jax.config.jax_platforms == "cpu":
    jax.config.update("jax_num_cpu_devices", NUM_DEVICES)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the style tests first: they are quick, and the type checker takes the longest."""
    items.sort(key=lambda item: item.get_closest_marker("style") is None)


@pytest.fixture(autouse=True, scope="module")
def without_old_programs():
    """Lets go of a file's compiled programs: each takes maps of memory, and Linux ends a process at 65530."""
    yield
    jax.clear_caches()
    gc.collect()


@pytest.fixture(scope="session")
def built():
    """Trainers and evaluators that `fast` has compiled."""
    return {}


@pytest.fixture
def fast(monkeypatch, built):
    """Builds and compiles each trainer once for all tests, and leaves out the costly figures."""
    import runs

    runs.share_compiled(monkeypatch, built)


@pytest.fixture
def whole(tmp_path, fast):
    """A run from beginning to end."""
    import runs
    import tiny

    return runs.run(tiny.config(tmp_path / "whole"))[0]


@pytest.fixture
def started(monkeypatch):
    """Stands in for the loop: keeps what it is asked to run."""
    from diayn_jax.machine.processes import SINGLE
    from diayn_jax.use import training_run

    calls = []

    def stub(config, *, resume, explicit, trust, processes):
        assert processes is SINGLE
        calls.append(SimpleNamespace(config=config, resume=resume, explicit=set(explicit)))
        return SimpleNamespace(stopped=None)

    monkeypatch.setattr(training_run, "run", stub)
    return calls


@pytest.fixture
def world(monkeypatch):
    """Registers a world at Gymnasium that observes and acts as it is told, and gives its name."""
    gymnasium = pytest.importorskip("gymnasium")
    import gymnasium_worlds

    yield functools.partial(gymnasium_worlds.register, monkeypatch)
    gymnasium.registry.pop("World-v0", None)


@pytest.fixture(scope="session")
def playground():
    """MuJoCo Playground, where it is installed."""
    from diayn_jax.envs.providers import brax_envs

    brax_envs.import_brax_envs()
    return pytest.importorskip("mujoco_playground", reason="needs the extra playground")
