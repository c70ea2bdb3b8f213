"""Runs on disks that fill up, run out of inodes or limit file sizes, at many stages."""

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.faults.subject import (
    Outcome,
    Say,
    Subject,
    Try,
    bits,
    compared,
    config,
    directory,
    judge,
    resumed,
)
from diayn_jax.config import ConfigError
from diayn_jax.storage import checkpoint, files
from diayn_jax.storage.files import RunFileError
from diayn_jax.use import training_run

_LINES = 10  # most lines of an error on the screen


def full(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Varies the free bytes from almost none to almost enough, and in other turns the inodes."""
    folder = Path(tempfile.mkdtemp(dir=subject.folder))
    if not _mounted(folder, "size=1m"):
        yield from _limited(subject, random)
        return
    _unmount(folder)
    needed = sum(file.stat().st_blocks * 512 for file in subject.whole.rglob("*"))
    inodes = 1 + sum(1 for _ in subject.whole.rglob("*"))
    turn = 0
    while True:
        # Room for the kept checkpoints and the one that is being written.
        if turn % 4 == 3:
            many = int(random.integers(5, 2 * inodes))
            yield _on_disk(subject, "out of inodes", f"{many} inodes", folder, f"size=64m,nr_inodes={many}")
        else:
            # In pages of 4096 bytes, the unit of such a disk.
            free = 4096 * int(random.integers(1, 2 * needed // 4096))
            yield _on_disk(subject, "full disks", f"{free} bytes", folder, f"size={free},nr_inodes=9999")
        turn += 1


def _on_disk(subject: Subject, row: str, fault: str, folder: Path, options: str) -> Try:
    """Runs on a disk that is too small, makes room, and resumes."""
    if not _mounted(folder, options):
        return Try(row, fault, Outcome.SILENT, "it could not be mounted")
    path = directory(folder)
    try:
        return judge(row, fault, lambda say: _filled(subject, folder, path, say))
    finally:
        _unmount(folder)


def _filled(subject: Subject, folder: Path, path: Path, say: Say) -> str:
    whole = config(folder)
    with _screen() as screen:
        try:
            run = training_run.run(whole, say=_unheard)
        except (ConfigError, RunFileError) as error:
            run, told = None, str(error)
    if run is not None:
        return compared(subject, path, bits(run.state))
    say(f"cannot be written: {told}")
    lines = [*told.splitlines(), *screen]
    if len(lines) > _LINES:
        return f"{len(lines)} lines on the screen: {lines[-1]}"
    if lines != told.splitlines():
        return f"beside the error there is on the screen: {lines[-1]}"
    # No checkpoint is lost, and no unfinished file occupies the disk.
    directory = path / files.CHECKPOINTS
    if left := checkpoint.unfinished(directory):
        return f"{left[0].name} holds the disk"
    for step in files.checkpoint_steps(directory):
        metadata = checkpoint.read_metadata(directory / str(step))
        checkpoint.check_files(directory / str(step), metadata, ("state", "replay"))
    _make_room(folder)
    if not files.has_config(path):
        run = training_run.run(whole, say=_unheard)
        return compared(subject, path, bits(run.state))
    return resumed(subject, path, say)


def _make_room(folder: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    if os.path.ismount(folder):
        command = ["mount", "-o", "remount,size=64m,nr_inodes=99999", str(folder)]
        subprocess.run(command, check=True, capture_output=True)


def _limited(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Limits the size of files; used if no disk can be mounted."""
    largest = max(file.stat().st_size for file in subject.whole.rglob("*"))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    while True:
        folder = subject.folder / f"{time.monotonic_ns():x}"
        most = int(random.integers(1, largest))
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        path = directory(folder)
        try:
            yield judge(
                "files that may not grow (no disk can be mounted here)",
                f"{most} bytes each",
                lambda say, f=folder, p=path: _filled(subject, f, p, say),
            )
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _screen() -> Iterator[list[str]]:
    """Collects the lines on stderr during the `with` block, including those from C++."""
    lines: list[str] = []
    with tempfile.TemporaryFile() as file:
        kept = os.dup(2)
        os.dup2(file.fileno(), 2)
        try:
            yield lines
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            file.seek(0)
            lines += file.read().decode(errors="replace").splitlines()


def _mounted(folder: Path, options: str) -> bool:
    if shutil.which("mount") is None:
        return False
    command = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
    return not subprocess.run(command, capture_output=True, check=False).returncode


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", str(folder)], capture_output=True, check=False)


def _unheard(line: str) -> None:
    pass
