"""Fixtures that only the tests of storage use."""

import pytest

from diayn_jax.storage import arrays


@pytest.fixture
def with_large_arrays(monkeypatch):
    """Has the largest arrays of `checkpoints.make_state` stored as in a large run, and the others packed."""
    monkeypatch.setattr(arrays, "LARGE", 40)
