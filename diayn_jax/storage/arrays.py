"""Writes the arrays of a state to files and reads them back. This is the only module that imports Orbax.

An array's name is its path in the state, such as `agent.policy…`. PRNG keys are stored as their integers;
arrays of size 0 are not stored. Small arrays are packed into one file (see `packed_arrays`), because Orbax
takes milliseconds for each array. Orbax writes large arrays, and arrays of which a process holds only a part.
"""

import contextlib
import functools
import gc
import inspect
import logging
import math
import sys
import threading
import time
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import Sharding, SingleDeviceSharding

from diayn_jax.storage import packed_arrays
from diayn_jax.storage.files import remove
from diayn_jax.types import PyTree

PACKED = "arrays.safetensors"
LARGE = 1 << 24  # bytes from which Orbax writes an array
_UNFINISHED = ".orbax-checkpoint-tmp"  # part of the name of a folder that Orbax is still writing
_QUIET = ("absl", "asyncio")  # loggers that print tracebacks of errors that are raised here anyway
_PATIENCE = 30.0  # seconds to wait for Orbax's threads after a failure
_STILL = 1.0  # seconds without a new file after which Orbax has stopped writing

State = TypeVar("State")


def _orbax() -> Any:
    """Returns Orbax. Its import takes a seventh of the time of all imports, and small runs do not need it."""
    import orbax.checkpoint

    return orbax.checkpoint


def write(path: Path, items: Mapping[str, Mapping[str, Any]], is_main: bool = True) -> None:
    """Writes a folder for each item, with its arrays by name.

    If several processes share the arrays, each of them calls this. Only the main one writes small arrays.

    Raises:
      OSError, ValueError, RuntimeError: a file cannot be written. Before an error of Orbax is raised, its
        files are removed and its threads have ended.
    """
    packed = {
        item: {name: x for name, x in arrays.items() if _is_packed(x)} for item, arrays in items.items()
    }
    others = {
        item: {name: x for name, x in arrays.items() if name not in packed[item]}
        for item, arrays in items.items()
    }
    if any(others.values()):
        _write_by_orbax(path, {item: arrays for item, arrays in others.items() if arrays})
    for item, arrays in packed.items():
        if arrays and is_main:
            (path / item).mkdir(parents=True, exist_ok=True)
            packed_arrays.write(path / item / PACKED, arrays)


def _is_packed(x: Any) -> bool:
    held = x.is_fully_addressable or x.is_fully_replicated
    return held and x.nbytes < LARGE and packed_arrays.has_type_of(x)


def _write_by_orbax(path: Path, items: Mapping[str, Mapping[str, Any]]) -> None:
    ocp = _orbax()
    saved = {item: ocp.args.StandardSave(dict(arrays)) for item, arrays in items.items()}
    threads = set(threading.enumerate())
    with _quiet():
        try:
            with ocp.Checkpointer(ocp.CompositeCheckpointHandler()) as checkpointer:
                checkpointer.save(path.absolute(), args=ocp.args.Composite(**saved))
            return
        except (OSError, ValueError, RuntimeError) as error:
            # A traceback would keep Orbax's tasks alive, and they print errors when they are collected.
            failure = error.with_traceback(None)
            failure.__cause__ = failure.__context__ = None
        _wait_for_orbax(path, set(threading.enumerate()) - threads)
        gc.collect()
    raise failure


def read(path: Path, items: Mapping[str, Mapping[str, Any]], files: Collection[str]) -> dict[str, Any]:
    """Reads the arrays that `write` wrote; raises the errors of Orbax and of `packed_arrays.read`.

    Args:
      items: all arrays of each item, as `jax.ShapeDtypeStruct`s with the sharding wanted.
      files: the files below `path` that `write` wrote.

    Returns:
      The arrays of all items by name.
    """
    found: dict[str, Any] = {}
    others = {}
    for item, structs in items.items():
        if f"{item}/{PACKED}" in files:
            packed = packed_arrays.read(path / item / PACKED, structs)
            found |= {name: placed(x, structs[name].sharding) for name, x in packed.items()}
        if rest := {name: struct for name, struct in structs.items() if name not in found}:
            others[item] = rest
    return found | _read_by_orbax(path, others) if others else found


def on_one_device(shapes: PyTree) -> Any:
    """Returns the shapes of arrays with a sharding that reads them onto JAX's first device."""
    device = SingleDeviceSharding(jax.devices()[0])
    return jax.tree.map(lambda x: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=device), shapes)


def placed(x: np.ndarray, sharding: Sharding) -> jax.Array:
    """Returns an array of a state with this sharding."""
    if isinstance(sharding, SingleDeviceSharding) and sharding.device_set == {jax.devices()[0]}:
        # Like a new state, it is not committed to the device. So programs need not be compiled a second time.
        return jax.device_put(x)
    if sharding.is_fully_addressable:
        return jax.device_put(x, sharding)
    # Unlike `device_put`, this does not compare the array with those of the other processes.
    return jax.make_array_from_callback(x.shape, sharding, lambda index: x[index])


def _read_by_orbax(path: Path, items: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    ocp = _orbax()
    wanted = {item: ocp.args.StandardRestore(dict(structs)) for item, structs in items.items()}
    with _quiet(), ocp.Checkpointer(ocp.CompositeCheckpointHandler()) as checkpointer:
        for item, structs in items.items():
            _check_chunks(path.absolute() / item, structs)
        found = checkpointer.restore(path.absolute(), args=ocp.args.Composite(**wanted))
        return {name: x for item in items for name, x in found[item].items()}


def _check_chunks(path: Path, structs: Mapping[str, Any]) -> None:
    """Raises `ValueError` if an array is stored in chunks that are larger than the array.

    A few kilobytes may be unpacked to such a chunk of any size.
    """
    stored = _orbax().StandardCheckpointHandler().metadata(path)
    for name, struct in structs.items():
        if math.prod(stored[name].storage.chunk_shape) > math.prod(struct.shape):
            raise ValueError(f"{name} is stored in chunks that are larger than itself")


def is_unfinished(path: Path) -> bool:
    """Whether Orbax was interrupted while it wrote this folder."""
    return _UNFINISHED in path.name


def arrays_of(state: PyTree) -> dict[str, Any]:
    """Returns the arrays of a state that are stored, by name."""
    words = {name: _words(x) for name, x in _named(state).items()}
    return {name: x for name, x in words.items() if math.prod(x.shape)}


def with_arrays(like: State, arrays: Mapping[str, Any]) -> State:
    """Returns a state like `like` with these arrays, by name; missing arrays are zeros."""

    def fill(name: str, struct: Any) -> Any:
        plain = _words(struct)
        if name in arrays:
            x = arrays[name]
        else:
            x = placed(np.zeros(plain.shape, plain.dtype), plain.sharding)
        return jax.random.wrap_key_data(x) if _is_key(struct) else x

    filled = [fill(name, struct) for name, struct in _named(like).items()]
    return jax.tree.unflatten(jax.tree.structure(like), filled)


def described(x: Any) -> list[Any]:
    """Returns the type and the shape of an array, as JSON types."""
    return [str(x.dtype), list(x.shape)]


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Silences Orbax's own messages: hints, and tracebacks of errors that are raised here anyway."""
    _ignore_late_reports()
    loggers = {name: logging.getLogger(name) for name in _QUIET}
    levels = {name: logger.level for name, logger in loggers.items()}
    for logger in loggers.values():
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, logger in loggers.items():
            logger.setLevel(levels[name])


@functools.cache
def _ignore_late_reports() -> None:
    """Suppresses the tracebacks of arrays that were still being read or written when another array failed.

    The first failure is raised here, and Orbax's event loop ends. TensorStore's threads continue with the
    other arrays and report to the closed loop when they are done. Orbax's coroutines for these arrays fail
    when they are collected. Both can happen much later, so the hooks stay for the life of the process.
    """
    unraisable_hook, exception_hook = sys.unraisablehook, sys.excepthook

    def unraisable(args: Any) -> None:
        if not _of_closed_loop(args.exc_value) and not _of_orbax(args.object):
            unraisable_hook(args)

    def exception(kind: Any, error: BaseException, traceback: Any) -> None:
        if not _of_closed_loop(error):
            exception_hook(kind, error, traceback)

    sys.unraisablehook, sys.excepthook = unraisable, exception


def _of_closed_loop(error: BaseException | None) -> bool:
    return isinstance(error, RuntimeError) and str(error) == "Event loop is closed"


def _of_orbax(x: Any) -> bool:
    """Whether `x` is a coroutine of Orbax's code."""
    return inspect.iscoroutine(x) and Path(_orbax().__file__).parent in Path(x.cr_code.co_filename).parents


def _wait_for_orbax(path: Path, threads: set[threading.Thread]) -> None:
    """Waits until no thread writes below `path`, and removes the files that were written there."""
    until = time.monotonic() + _PATIENCE
    for thread in threads:
        # The `join` of Orbax's own thread class would raise the thread's error again.
        threading.Thread.join(thread, max(0.0, until - time.monotonic()))
    # The files are written by threads outside Python. They may retry for a while, and create files again. So
    # wait until no file has appeared for some time.
    last_seen = time.monotonic()
    while time.monotonic() < min(until, last_seen + _STILL):
        for unfinished in path.parent.glob(f"{path.name}*"):
            remove(unfinished)
            last_seen = time.monotonic()
        time.sleep(0.05)


def _is_key(x: Any) -> bool:
    return jnp.issubdtype(x.dtype, jax.dtypes.prng_key)


def _words(x: Any) -> Any:
    """Returns a typed key as its integers, and other arrays unchanged; a struct gives a struct."""
    if not _is_key(x):
        return x
    if isinstance(x, jax.ShapeDtypeStruct):
        words = _words_of_keys(x.shape, x.dtype)
        return jax.ShapeDtypeStruct(words.shape, words.dtype, sharding=x.sharding)
    return jax.random.key_data(x)


@functools.cache
def _words_of_keys(shape: tuple[int, ...], dtype: Any) -> jax.ShapeDtypeStruct:
    return jax.eval_shape(jax.random.key_data, jax.ShapeDtypeStruct(shape, dtype))


def _named(tree: PyTree) -> dict[str, Any]:
    leaves = jax.tree_util.tree_leaves_with_path(tree)
    return {jax.tree_util.keystr(path, simple=True, separator="."): x for path, x in leaves}
