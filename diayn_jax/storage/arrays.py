"""The arrays of a state as files and back, through Orbax, and nothing else knows of Orbax.

An array's name is its path in the state, such as `agent.policy…`. PRNG keys are stored as their words;
arrays of size 0 are not stored.
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
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import jax
import jax.numpy as jnp
import numpy as np
import orbax.checkpoint as ocp

from diayn_jax.storage.files import remove
from diayn_jax.types import PyTree

_UNFINISHED = ".orbax-checkpoint-tmp"  # how Orbax calls what it is writing
_QUIET = ("absl", "asyncio")  # loggers that repeat, with tracebacks, what is raised here anyway
_PATIENCE = 30.0  # seconds that Orbax's threads have to end after a failure
_STILL = 1.0  # seconds without a new file, after which nothing writes any more

State = TypeVar("State")


def write(path: Path, items: Mapping[str, Mapping[str, Any]]) -> None:
    """Writes a folder for each item, with its arrays by name.

    Raises:
      OSError, ValueError, RuntimeError: Orbax cannot; then nothing of it is left, and no thread that writes.
    """
    saved = {item: ocp.args.StandardSave(dict(arrays)) for item, arrays in items.items()}
    threads = set(threading.enumerate())
    with _quiet():
        try:
            with ocp.Checkpointer(ocp.CompositeCheckpointHandler()) as checkpointer:
                checkpointer.save(path.absolute(), args=ocp.args.Composite(**saved))
            return
        except (OSError, ValueError, RuntimeError) as error:
            # Without tracebacks, which would keep Orbax's tasks: they complain when they are let go.
            failure = error.with_traceback(None)
            failure.__cause__ = failure.__context__ = None
        _wait_for_orbax(path, set(threading.enumerate()) - threads)
        gc.collect()
    raise failure


def read(path: Path, items: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Reads what `write` wrote; raises whatever Orbax does.

    Args:
      path: the folder.
      items: of each the arrays, all that it holds, as `jax.ShapeDtypeStruct`s with the sharding wanted.

    Returns:
      The arrays of all items by name.
    """
    wanted = {item: ocp.args.StandardRestore(dict(structs)) for item, structs in items.items()}
    with _quiet(), ocp.Checkpointer(ocp.CompositeCheckpointHandler()) as checkpointer:
        found = checkpointer.restore(path.absolute(), args=ocp.args.Composite(**wanted))
        return {name: x for item in items for name, x in found[item].items()}


def is_unfinished(path: Path) -> bool:
    """Whether Orbax was writing this folder when it was cut short."""
    return _UNFINISHED in path.name


def arrays_of(state: PyTree) -> dict[str, Any]:
    """What is stored of a state: name -> array."""
    words = {name: _words(x) for name, x in _named(state).items()}
    return {name: x for name, x in words.items() if math.prod(x.shape)}


def with_arrays(like: State, arrays: Mapping[str, Any]) -> State:
    """A state like `like` with the arrays by name, and zeros for those left out."""

    def fill(name: str, struct: Any) -> Any:
        plain = _words(struct)
        if name in arrays:
            x = arrays[name]
        else:
            x = jax.device_put(np.zeros(plain.shape, plain.dtype), plain.sharding)
        return jax.random.wrap_key_data(x) if _is_key(struct) else x

    filled = [fill(name, struct) for name, struct in _named(like).items()]
    return jax.tree.unflatten(jax.tree.structure(like), filled)


def described(x: Any) -> list[Any]:
    """Type and shape of an array, of JSON types."""
    return [str(x.dtype), list(x.shape)]


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Silences what Orbax says of its own: hints, and tracebacks of what is raised here anyway."""
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
    """Has this process print no traceback of what was still being read or written when one array failed.

    That failure is raised, and Orbax's event loop ends. TensorStore's threads go on with the other arrays
    and report to that loop when they are done, and Orbax's coroutines for them fail when they are let go:
    both may be long after, so this holds for good.
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
    """Whether it is a coroutine of Orbax's code."""
    return inspect.iscoroutine(x) and Path(ocp.__file__).parent in Path(x.cr_code.co_filename).parents


def _wait_for_orbax(path: Path, threads: set[threading.Thread]) -> None:
    """Waits until nothing writes below `path` any more, and removes what was written there."""
    until = time.monotonic() + _PATIENCE
    for thread in threads:
        # Not the thread's own `join`: Orbax's raises again what the thread has raised.
        threading.Thread.join(thread, max(0.0, until - time.monotonic()))
    # The writes themselves are done by threads that Python does not know: they make files anew.
    # They try again for a while, as room may come, so nothing has to be there for some time.
    last_seen = time.monotonic()
    while time.monotonic() < min(until, last_seen + _STILL):
        for unfinished in path.parent.glob(f"{path.name}*"):
            remove(unfinished)
            last_seen = time.monotonic()
        time.sleep(0.05)


def _is_key(x: Any) -> bool:
    return jnp.issubdtype(x.dtype, jax.dtypes.prng_key)


def _words(x: Any) -> Any:
    """A typed key as its words; structs stay structs, with their sharding."""
    if not _is_key(x):
        return x
    if isinstance(x, jax.ShapeDtypeStruct):
        words = jax.eval_shape(jax.random.key_data, jax.ShapeDtypeStruct(x.shape, x.dtype))
        return jax.ShapeDtypeStruct(words.shape, words.dtype, sharding=x.sharding)
    return jax.random.key_data(x)


def _named(tree: PyTree) -> dict[str, Any]:
    leaves = jax.tree_util.tree_leaves_with_path(tree)
    return {jax.tree_util.keystr(path, simple=True, separator="."): x for path, x in leaves}
