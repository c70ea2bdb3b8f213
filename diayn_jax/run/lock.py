"""The lock of a run's directory."""

import contextlib
import fcntl
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from diayn_jax.config import ConfigError
from diayn_jax.run import documents, files

NAME = ".lock"


@contextlib.contextmanager
def hold(path: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Holds a run's directory, so that no second process writes to it.

    Args:
      path: the directory.
      say: is told where there are no locks.

    Raises:
      ConfigError: another process holds it.
      RunFileError: the lock is no file.
    """
    if documents.is_special(path / NAME):
        raise files.RunFileError(f"{path / NAME} is a device or a pipe, and should be a file: remove it.")
    with contextlib.ExitStack() as stack:
        with files.explained(path / NAME):
            file = stack.enter_context((path / NAME).open("w"))
        try:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                # `is_held` holds it for a moment.
                time.sleep(0.1)
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ConfigError(
                f"{path} is being written by another process. Wait for it, or end it."
            ) from error
        except OSError as error:
            say(f"{path} cannot be locked ({error.strerror}): see to it that no other process writes to it.")
        yield


def is_held(path: Path) -> bool:
    """Whether a process is writing to a run's directory; False where locks cannot tell."""
    if documents.is_special(path / NAME):
        return False
    try:
        with (path / NAME).open("r") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False  # no lock yet, or a file system without locks
    return False
