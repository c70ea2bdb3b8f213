"""How JAX runs in the tests: on the CPU, as four devices, with a cache of compiled programs."""

import contextlib
import ctypes
import dataclasses
import functools
import gc
import os
import pathlib
import re
import shutil
import signal
from collections import Counter
from importlib import metadata
from types import SimpleNamespace

# These variables are set before JAX is imported. The commands that tests start inherit them.
_CACHE = pathlib.Path(__file__).parent.parent / ".jax_cache"
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("JAX_COMPILATION_CACHE_DIR", str(_CACHE))
os.environ.setdefault("JAX_ENABLE_COMPILATION_CACHE", "true")
# Cache the small programs as well: most programs are small, and each file and each command would compile them
# again.
os.environ.setdefault("JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS", "0")
os.environ.setdefault("JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES", "0")
# Finding the lines of Python for each operation takes a tenth of the time, and nobody reads them here.
os.environ.setdefault("JAX_TRACEBACK_IN_LOCATIONS_LIMIT", "0")
# The programs of the tests run only briefly, so optimising them would take longer than it saves.
os.environ.setdefault("JAX_DISABLE_MOST_OPTIMIZATIONS", "true")
# The programs are compiled in one piece. XLA's older code generator compiles three times as fast. It is gone
# from jaxlib 0.11.1 on, which refuses to start with a flag that it does not know.
_FLAGS = "--xla_cpu_parallel_codegen_split_count=1"
if tuple(map(int, re.findall(r"\d+", metadata.version("jaxlib"))[:3])) <= (0, 11, 0):
    _FLAGS += " --xla_cpu_use_fusion_emitters=false"
os.environ.setdefault("XLA_FLAGS", _FLAGS)

import jax
import pytest

NUM_DEVICES = 4
# Above these limits, the compiled programs of earlier files are freed. What later files share with them is
# then compiled again. A file may add about ten thousand maps. Three processes take at most three fifths of
# the memory.
MAX_MAPS = 40_000
MAX_BYTES = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 5

# The background jobs of a script ignore Ctrl-C, and so would the commands that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# JAX's tracing makes many objects, and few of them are garbage. A collection after every 700 new objects, the
# default, would take a third of the time.
gc.set_threshold(100_000, 20, 50)

# The config is set, and not the environment variable, so that a command that a test starts makes its own
# choice.
if jax.config.jax_platforms == "cpu":
    jax.config.update("jax_num_cpu_devices", NUM_DEVICES)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts long files first, so that no process begins one at the end: by slow tests, then by size.

    Style tests come before all others, because their findings are the quickest to fix.
    """
    slow = Counter(item.path for item in items if item.get_closest_marker("slow"))
    size = {path: path.stat().st_size for path in {item.path for item in items}}
    items.sort(key=lambda item: (not item.get_closest_marker("style"), -slow[item.path], -size[item.path]))


@pytest.fixture(autouse=True, scope="module")
def without_old_programs():
    """Frees compiled programs when there are many.

    Each program takes memory maps, and Linux ends a process that has 65530 of them.
    """
    yield
    if num_maps() > MAX_MAPS or resident_bytes() > MAX_BYTES:
        jax.clear_caches()
        gc.collect()
        # Otherwise the C library keeps what was freed, and the next file would clear the caches again.
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL("libc.so.6").malloc_trim(0)


def num_maps() -> int:
    """Returns the number of this process's memory maps, or 0 if the system does not report it."""
    maps = pathlib.Path("/proc/self/maps")
    return maps.read_text().count("\n") if maps.exists() else 0


def resident_bytes() -> int:
    """Returns the bytes of memory that this process has now, or 0 if the system does not report them."""
    status = pathlib.Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if status.exists() else 0


@pytest.fixture(autouse=True, scope="session")
def short_probes():
    """Fits narrow probes with few and small updates, which is enough for the few episodes of the tests."""
    from diayn_jax.evaluation.metrics import probe

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(probe, "_WIDTH", 32)
        patch.setattr(probe, "_BATCH", 64)
        patch.setattr(probe, "_MAX_ROUNDS", 3)
        yield


@pytest.fixture(scope="session")
def trained_once(tmp_path_factory):
    """A run of `tiny` with all figures, shared by all test files."""
    import tiny

    import diayn_jax

    fields = {**tiny.FIELDS, "log_dir": str(tmp_path_factory.mktemp("trained_once"))}
    return diayn_jax.train(**fields, say=lambda _: None)


@pytest.fixture(scope="module")
def tiny_run(trained_once, tmp_path_factory):
    """A copy of `trained_once` in a directory of the test file's own."""
    path = tmp_path_factory.mktemp("runs") / "point" / "tiny"
    shutil.copytree(trained_once.path, path)
    return dataclasses.replace(trained_once, path=path)


@pytest.fixture
def no_start(monkeypatch):
    """Replaces the start of JAX, which has started with the devices of the tests."""
    from experiments import start

    monkeypatch.setattr(start, "start_jax", lambda **_: "cpu")
    monkeypatch.setattr(start, "quiet", lambda: None)


@pytest.fixture(scope="session")
def compiled_trainers():
    """The trainers and evaluators that `shared_compilation` has compiled."""
    return {}


@pytest.fixture
def shared_compilation(monkeypatch, compiled_trainers):
    """Builds and compiles each trainer once for all tests, without the costly figures."""
    import runs

    runs.share_compiled(monkeypatch, compiled_trainers)


@pytest.fixture(scope="session")
def made_programs():
    """The trainers, evaluators and functions that `shared_programs` has made."""
    return {}


@pytest.fixture
def shared_programs(monkeypatch, made_programs):
    """Makes each trainer and evaluator once for all tests that use this, with all figures."""
    import runs

    runs.share_programs(monkeypatch, made_programs)


@pytest.fixture(scope="session")
def uninterrupted_once(tmp_path_factory, compiled_trainers):
    """The run that `uninterrupted_run` copies."""
    import runs
    import tiny

    with pytest.MonkeyPatch.context() as patch:
        runs.share_compiled(patch, compiled_trainers)
        return runs.run(tiny.config(tmp_path_factory.mktemp("uninterrupted")))[0]


@pytest.fixture
def uninterrupted_run(uninterrupted_once, tmp_path, shared_compilation):
    """A run that was trained without interruption, in a directory of the test's own."""
    import tiny

    config = tiny.config(tmp_path / "whole")
    path = tmp_path / "whole" / uninterrupted_once.path.relative_to(uninterrupted_once.config.log_dir)
    shutil.copytree(uninterrupted_once.path, path)
    return dataclasses.replace(uninterrupted_once, config=config, path=path)


@pytest.fixture
def training_calls(monkeypatch):
    """Replaces the training loop; returns the list of the runs that it was asked for."""
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
def register_world(monkeypatch):
    """Returns a function that registers a world at Gymnasium with the given spaces and returns its name."""
    gymnasium = pytest.importorskip("gymnasium")
    import gymnasium_worlds

    yield functools.partial(gymnasium_worlds.register, monkeypatch)
    gymnasium.registry.pop("World-v0", None)


@pytest.fixture(scope="session")
def playground():
    """The module of MuJoCo Playground's environments; skips the test if Playground is not installed."""
    from diayn_jax.envs.providers import brax_envs

    brax_envs.import_brax_envs()
    return pytest.importorskip("mujoco_playground", reason="needs the extra playground")
