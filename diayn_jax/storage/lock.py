"""Locks a run's directory, so that two processes do not write to it.

The lock is advisory (`flock`). The system frees it when its process ends, even if the process is killed. Over
NFS it works between machines if the server manages locks. If a file system has no locks, `hold` says so and
continues.
"""

import contextlib
import errno
import fcntl
import os
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import filelock

from diayn_jax.config import ConfigError
from diayn_jax.storage import files, untrusted_files

NAME = ".lock"

_SILENT = 2.0  # seconds of waiting before the wait is reported
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP)  # error numbers of a file system without locks
_HOLDER = re.compile(r"process [0-9]+ on [\w.-]+")


@contextlib.contextmanager
def hold(
    path: Path,
    say: Callable[[str], None],
    *,
    name: str = NAME,
    patience: float = 0.1,
    is_over: Callable[[], bool] | None = None,
) -> Iterator[None]:
    """Holds a run's directory, so that no second process writes to it.

    Args:
      say: receives a line if the file system has no locks, or if the wait is long.
      name: the name of the lock's file in the directory.
      patience: seconds to wait for a process that holds the lock. It is more than 0, because `is_held` also
        takes the lock for a moment.
      is_over: whether to stop waiting earlier, asked every twentieth of a second; None: it never is.

    Raises:
      ConfigError: another process holds it; the message names that process.
      RunFileError: the lock's file cannot be written, or is a device or a pipe.
    """
    file = path / name
    if untrusted_files.is_special(file):
        raise files.RunFileError(f"{file} is a device or a pipe, but should be a file: remove it.")
    # A soft lock, which is a file that exists, would outlive a process that is killed.
    lock = filelock.FileLock(file, fallback_to_soft=False, on_acquired=_sign)
    with files.explained(file):
        try:
            _acquire(lock, file, say, patience, is_over)
        except filelock.Timeout as error:
            raise ConfigError(
                f"{path} is being written by another process{_holder(file)}. Wait for it, or end it."
            ) from error
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
            say(f"{path} cannot be locked ({error.strerror}): make sure that no other process writes to it.")
    try:
        yield
    finally:
        lock.release()


def _acquire(
    lock: filelock.BaseFileLock,
    file: Path,
    say: Callable[[str], None],
    patience: float,
    is_over: Callable[[], bool] | None,
) -> None:
    try:
        lock.acquire(timeout=min(patience, _SILENT), cancel_check=is_over)
    except filelock.Timeout:
        if patience <= _SILENT or (is_over is not None and is_over()):
            raise
        say(f"Waiting up to {patience:.0f} s for the process that still holds {file}")
        lock.acquire(timeout=patience - _SILENT, cancel_check=is_over)


def _sign(descriptor: int) -> None:
    """Writes the process and the host that hold the lock into its file."""
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"process {os.getpid()} on {socket.gethostname()}".encode())


def _holder(file: Path) -> str:
    """Returns ` (process 12 on host)`, as the holder wrote it; "" if it has not written that yet."""
    try:
        text = untrusted_files.read_text(file)
    except (OSError, ValueError):
        return ""
    return f" ({text})" if _HOLDER.fullmatch(text) else ""


def is_held(path: Path) -> bool:
    """Whether a process is writing to a run's directory; False if the file system has no locks.

    This only reads the file, so it also works on runs of other users. `filelock` would have to write.
    """
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
