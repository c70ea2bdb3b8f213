"""Ctrl-C ends a command at once, with one line, from its first import on.

Python would raise `KeyboardInterrupt`. During imports that prints a long traceback. In a callback, such as
one of the garbage collector, Python prints it and drops it, and the command runs on. Training has its own
handlers (`diayn_jax.machine.signals`).

This module is imported before all others, so it imports nothing slow.
"""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator

MESSAGE = "Interrupted."
CODE = 130  # 128 + the signal


def runs_a_command() -> bool:
    """Returns whether this process starts as `diayn`, or as `python -m` with a module of this package.

    While `python -m` looks for its module, and so imports this package, the program's name is `-m`.
    """
    program = sys.argv[0] if sys.argv else ""
    return program == "-m" or program.replace(os.sep, "/").rpartition("/")[2].removesuffix(".exe") == "diayn"


def end_at_once() -> None:
    """Makes SIGINT end the process, unless it is ignored, as in a job in the background."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


@contextlib.contextmanager
def raised() -> Iterator[None]:
    """Within this context, SIGINT raises `KeyboardInterrupt`, for commands that clean up."""
    if (
        threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGINT) is not _end
    ):
        yield
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, _end)


def _end(*_: object) -> None:
    # `print` may be interrupted in itself; lines of commands are flushed already.
    with contextlib.suppress(OSError):
        os.write(2, f"{MESSAGE}\n".encode())
    os._exit(CODE)
