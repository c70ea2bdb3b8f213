"""The Debian packages that tests need beside Python; `.ci/run` installs them."""

import os
from typing import NoReturn

import pytest

REQUIRED = "DIAYN_JAX_REQUIRE_DEBIAN"


def missing(*packages: str) -> NoReturn:
    """Skips the test and names the packages; fails it if they are required, as in `.ci/run`."""
    said = f"needs the Debian package{'s' if len(packages) > 1 else ''} {' and '.join(packages)}"
    if os.environ.get(REQUIRED):
        pytest.fail(said, pytrace=False)
    pytest.skip(said)
