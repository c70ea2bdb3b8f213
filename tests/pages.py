"""A run with its page, which is made once for all tests of pages, and functions that read the page."""

import base64
import json
import re
import shutil
import types

import numpy as np
import pytest
import tiny

from diayn_jax.storage import files
from diayn_jax.use import training_run

_MADE = []


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A run of three skills in the point world, with its page."""
    if not _MADE:
        config = tiny.config(tmp_path_factory.mktemp("runs"), report="html")
        said = []
        done = training_run.run(config, say=said.append)
        page = done.path / files.REPORT
        _MADE.append(types.SimpleNamespace(run=done, path=done.path, said=said, page=page))
    return _MADE[0]


def data_of(path):
    """Returns the data in a page."""
    return data_of_text(path.read_text(encoding="utf-8"))


def data_of_text(text):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text).group(1))


def unpacked(packed):
    """Returns an array that `page.pack` has packed."""
    raw = np.frombuffer(base64.b64decode(packed["data"]), dtype=packed["type"])
    if "scale" not in packed:
        return raw
    return np.where(raw == packed["missing"], np.nan, raw * packed["scale"] + packed["offset"])


def points_of(traces):
    """Returns the points of traces, [rows, count, 2]."""
    x, y = (unpacked(traces[name]).reshape(traces["rows"], traces["count"]) for name in ("x", "y"))
    return np.stack([x, y], axis=-1)


def copied(run, tmp_path):
    """Copies a run's directory, so that a test may damage it."""
    path = tmp_path / "copy"
    shutil.copytree(run.path, path)
    return path
