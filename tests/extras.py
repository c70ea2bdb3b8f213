"""What tests need of the package's extras, which `.ci/run` installs."""

import importlib.util
import os

import pytest

REQUIRED = "DIAYN_JAX_REQUIRE_QDAX"


def need_qdax() -> None:
    """Skips a test file where QDax is absent; fails it where it is required, as in `.ci/run`."""
    if importlib.util.find_spec("qdax") is not None:
        return
    said = "needs the extra qdax: pip install 'diayn_jax[qdax]'"
    if os.environ.get(REQUIRED):
        pytest.fail(said, pytrace=False)
    pytest.skip(said, allow_module_level=True)
