"""Compiles jitted functions before they are called, and gives back the memory that compiling used."""

import contextlib
import ctypes
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any


def compile_ahead(function: Any, *args: Any) -> Any:
    """Returns a jitted function, compiled for these arguments."""
    compiled = function.lower(*args).compile()
    give_back_memory()
    return compiled


class Ahead:
    """A jitted function that can be compiled in a background thread. A call waits for the thread."""

    def __init__(self, function: Any):
        self._function = function
        self._compiling: Future[Any] | None = None

    def compile(self, *args: Any) -> None:
        """Begins to compile the function for these arguments.

        A later call with arguments like these does not compile again. A process that ends during the
        compilation waits for it.
        """
        if self._compiling is not None:
            return
        threads = ThreadPoolExecutor(1)
        self._compiling = threads.submit(compile_ahead, self._function, *args)
        threads.shutdown(wait=False)

    def __call__(self, *args: Any) -> Any:
        """Calls the function; raises the error of its compilation, if there was one."""
        if self._compiling is not None:
            self._compiling.result()
            self._compiling = None
        return self._function(*args)


def give_back_memory() -> None:
    """Gives freed memory back to the system. glibc keeps it: half a gigabyte after compiling an epoch."""
    # Other C libraries do not have this function. They may keep freed memory.
    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
