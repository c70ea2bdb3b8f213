"""Jitted functions compiled before they are called, and the memory that compiling leaves."""

import contextlib
import ctypes
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any


def compile_ahead(function: Any, *args: Any) -> Any:
    """A jitted function compiled for these arguments."""
    compiled = function.lower(*args).compile()
    give_back_memory()
    return compiled


class Ahead:
    """A jitted function that can be compiled in a thread, beside other work; calls wait for that."""

    def __init__(self, function: Any):
        self._function = function
        self._compiling: Future[Any] | None = None

    def compile(self, *args: Any) -> None:
        """Begins to compile it for these arguments; called with such, it is then not compiled again.

        A process that ends waits for it.
        """
        if self._compiling is not None:
            return
        threads = ThreadPoolExecutor(1)
        self._compiling = threads.submit(compile_ahead, self._function, *args)
        threads.shutdown(wait=False)

    def __call__(self, *args: Any) -> Any:
        """The function's value; raises what compiling it has raised."""
        if self._compiling is not None:
            self._compiling.result()
            self._compiling = None
        return self._function(*args)


def give_back_memory() -> None:
    """Gives freed memory back to the system: glibc keeps what XLA has freed, half a gigabyte of an epoch."""
    # Another C library has no such function, and what it keeps is its own affair.
    with contextlib.suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
