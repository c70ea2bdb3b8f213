"""How JAX runs in the tests: on the CPU, as four devices, with compiled programs kept."""

import os
import pathlib

# Before JAX is imported, and inherited by the commands that tests start.
_CACHE = pathlib.Path(__file__).parent.parent / ".jax_cache"
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("JAX_COMPILATION_CACHE_DIR", str(_CACHE))
os.environ.setdefault("JAX_ENABLE_COMPILATION_CACHE", "true")
os.environ.setdefault("JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS", "0.3")

import jax
import pytest

NUM_DEVICES = 4

# By the config, not by the environment: a command that a test starts chooses for itself.
if jax.config.jax_platforms == "cpu":
    jax.config.update("jax_num_cpu_devices", NUM_DEVICES)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the style tests first: they are quick, and the type checker takes the longest."""
    items.sort(key=lambda item: item.get_closest_marker("style") is None)
