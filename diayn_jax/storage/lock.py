"""The lock of a run's directory."""

import contextlib
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from diayn_jax.config import ConfigError
from diayn_jax.storage import files, untrusted_files

NAME = ".lock"


@contextlib.contextmanager
def hold(
    path: Path, say: Callable[[str], None], *, name: str = NAME, patience: float = 0.1
) -> Iterator[None]:
    """Holds a run's directory, so that no second process writes to it.

    Args:
      path: the directory.
      say: is told where there are no locks, and of a long wait.
      name: of the file in it that is locked.
      patience: seconds to wait for a process that holds it.

    Raises:
      ConfigError: another process holds it.
      RunFileError: the lock is no file.
    """
    if untrusted_files.is_special(path / name):
        raise files.RunFileError(f"{path / name} is a device or a pipe, and should be a file: remove it.")
    with contextlib.ExitStack() as stack:
        with files.explained(path / name):
            file = stack.enter_context((path / name).open("w"))
        try:
            _lock(file, say, patience)
        except BlockingIOError as error:
            raise ConfigError(
                f"{path} is being written by another process. Wait for it, or end it."
            ) from error
        except OSError as error:
            say(f"{path} cannot be locked ({error.strerror}): see to it that no other process writes to it.")
        if not _is_at(path / name, file):
            # Whoever held it has removed it, and others lock another file of this name.
            raise ConfigError(f"{path} has just been removed by another process. Start again.")
        yield


def _is_at(path: Path, file: TextIO) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _lock(file: TextIO, say: Callable[[str], None], patience: float) -> None:
    """Locks a file; `is_held` holds one for a moment, so it is tried twice at least."""
    begun, told = time.monotonic(), False
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            waited = time.monotonic() - begun
            if waited >= patience:
                raise
            if waited > 2 and not told:
                told = True
                say(f"Waiting up to {patience:.0f} s for the process that still holds {file.name}")
            time.sleep(min(0.1, patience))


def is_held(path: Path) -> bool:
    """Whether a process is writing to a run's directory; False where locks cannot tell."""
    if untrusted_files.is_special(path / NAME):
        return False
    try:
        with (path / NAME).open("r") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False  # no lock yet, or a file system without locks
    return False
