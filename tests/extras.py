"""The extras of the package that tests need; `.ci/run` installs them."""

import importlib.util
import os

import pytest

REQUIRED = "DIAYN_JAX_REQUIRE_EXTRAS"


def need(module: str, extra: str) -> None:
    """Skips a test file if a module of an extra is absent; fails it if the extra is required (`.ci/run`)."""
    if importlib.util.find_spec(module) is not None:
        return
    said = f"needs the extra {extra}: pip install 'diayn_jax[{extra}]'"
    if os.environ.get(REQUIRED):
        pytest.fail(said, pytrace=False)
    pytest.skip(said, allow_module_level=True)
