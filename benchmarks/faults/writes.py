"""Faults of every command that writes: kills, full and read-only disks, clocks, damage, two writers."""

import contextlib
import functools
import io
import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np

from benchmarks.faults import damage, disks
from benchmarks.faults.subject import Outcome, Say, Try, judge
from benchmarks.faults.writers import WRITERS, Stage, Writer, facts, make_again
from benchmarks.worker import ROOT
from diayn_jax.config import ConfigError
from diayn_jax.storage import files
from diayn_jax.storage.files import RunFileError
from diayn_jax.sweeps import sweep_files

_EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir")
_MOMENTS = 5  # moments at which one run of a command is examined
_hooks: list[Callable[[], Any]] = []  # what happens at a write
_watched: list[Path] = []


def _audit(event: str, arguments: tuple[Any, ...]) -> None:
    if not _hooks or event not in _EVENTS or not isinstance(arguments[0], str | Path):
        return
    if event == "open" and not (
        isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    ):
        return
    if Path(arguments[0]).is_relative_to(_watched[0]) and not str(arguments[0]).endswith(".lock"):
        hook = _hooks.pop()  # what it writes itself is no write of the command
        try:
            hook()
        finally:
            _hooks.append(hook)


@functools.cache
def _install() -> None:
    """Adds the hook to the interpreter, once: it cannot be removed."""
    sys.addaudithook(_audit)


@contextlib.contextmanager
def at_each_write(folder: Path, hook: Callable[[], Any]) -> Iterator[None]:
    """Calls `hook` just before this process opens a file of a folder for writing, renames or removes one."""
    _install()
    _watched.append(folder)
    _hooks.append(hook)
    try:
        yield
    finally:
        _hooks.remove(hook)
        _watched.remove(folder)


def _copy(source: Path, stage: Stage) -> Path:
    target = stage.folder / f"{time.monotonic_ns():x}"
    shutil.copytree(source, target, symlinks=True)
    return target


def _whole(stage: Stage, writer: Writer, out: Path) -> str:
    """Says what is wrong with what a command left; "" if each file is of the old result or of the new one."""
    old, new = stage.expected[writer.name]
    try:
        found = facts(out)
    except ValueError as error:
        return str(error)
    wrong = [name for name, digest in found.items() if digest not in (old.get(name), new.get(name))]
    return f"{wrong[0]} is neither the old nor the new one" if wrong else ""


def _again(stage: Stage, writer: Writer, out: Path, variant: int) -> str:
    """Runs a command again in a folder; says how the result differs from the expected one."""
    make_again(writer, stage.run, out, variant)
    return _difference(stage.expected[writer.name][variant], facts(out))


def _turns(random: np.random.Generator) -> Iterator[Writer]:
    while True:
        yield from (WRITERS[i] for i in random.permutation(len(WRITERS)))


def _begun(stage: Stage, writer: Writer, overwrite: bool) -> Path:
    """Returns a folder in which a command begins: an empty one, or one with an older result of a command."""
    if overwrite:
        return _copy(stage.kept[writer.name], stage)
    out = stage.folder / f"{time.monotonic_ns():x}"
    out.mkdir()
    return out


def _overwrites(writer: Writer) -> bool:
    return not writer.resumes and writer.name not in ("distil", "export, run")


def kills(stage: Stage, random: np.random.Generator) -> Iterator[Try]:
    """Kills each command at its writes: copies of its folder, and halves of what it was writing."""
    for writer in _turns(random):
        overwrite = _overwrites(writer) and bool(random.integers(2))
        variant = int(overwrite)
        out = _begun(stage, writer, overwrite)
        writes = _count(stage, writer)
        chosen = sorted(random.choice(np.arange(1, writes), min(writes - 1, _MOMENTS), replace=False))
        left: dict[int, Path] = {}
        seen = itertools.count()

        def keep(
            seen: Iterator[int] = seen, out: Path = out, left: dict[int, Path] = left, chosen: Any = chosen
        ) -> None:
            moment = next(seen)
            if moment in chosen or moment + 1 in chosen:
                left[moment] = _copy(out, stage)

        with at_each_write(out, keep):
            writer.make(stage.run, out, variant)
        tries: list[tuple[str, Path]] = []
        # All folders come before the first try, which completes its own.
        for moment in (each for each in chosen if each in left):
            tries.append((f"before write {moment} of {writes}", left[moment]))
            if torn := _torn(left[moment - 1], left[moment], stage, random):
                tries.append((f"within write {moment} of {writes}", torn))
        for fault, path in tries:
            yield judge(
                f"{writer.name}: killed",
                fault,
                lambda say, w=writer, p=path, v=variant: _killed(stage, w, p, v, say),
            )
        for path in (*left.values(), *(path for _, path in tries), out):
            shutil.rmtree(path, ignore_errors=True)


def _count(stage: Stage, writer: Writer) -> int:
    """Returns how often a command writes, opens, renames or removes a file."""
    if writer.name not in stage.writes:
        seen, out = itertools.count(), _begun(stage, writer, False)
        with at_each_write(out, lambda: next(seen)):
            writer.make(stage.run, out, 0)
        shutil.rmtree(out)
        stage.writes[writer.name] = next(seen)
    return stage.writes[writer.name]


def _torn(before: Path, after: Path, stage: Stage, random: np.random.Generator) -> Path | None:
    """Returns the folder between two writes, with a file that has only a part of what was written to it."""
    known = {file.relative_to(before): file.read_bytes() for file in before.rglob("*") if file.is_file()}
    found = {file.relative_to(after): file.read_bytes() for file in after.rglob("*") if file.is_file()}
    # A file that was renamed into its place had been flushed to the disk before.
    renamed = {content for place, content in known.items() if place not in found}
    written = []
    for place, content in found.items():
        old = known.get(place, b"")
        kept = len(old) if content.startswith(old) else 0  # a file that was opened anew is first emptied
        if len(content) > kept and content not in renamed:
            written.append((place, kept))
    # Of several files, some were whole before others began.
    if len(written) != 1:
        return None
    torn = _copy(after, stage)
    ((place, size),) = written
    os.truncate(torn / place, int(random.integers(size, (torn / place).stat().st_size)))
    return torn


def _killed(stage: Stage, writer: Writer, out: Path, variant: int, say: Say) -> str:
    if not writer.resumes and writer.name != "distil" and (differs := _whole(stage, writer, out)):
        return differs
    try:
        return _again(stage, writer, out, variant)
    except (ConfigError, RunFileError) as error:
        return f"refused: {error}"  # a kill damages nothing


def real_kills(stage: Stage, random: np.random.Generator) -> Iterator[Try]:
    """Kills processes of their own, by SIGKILL, at a write."""
    for writer in _turns(random):
        moment = int(random.integers(1, _count(stage, writer) + 1))
        out = _begun(stage, writer, False)
        command = [sys.executable, "-m", "benchmarks.faults.writes", writer.name, str(stage.run), str(out)]
        done = subprocess.run(
            [*command, str(moment)], cwd=ROOT, capture_output=True, check=False, timeout=600
        )
        row, fault = f"{writer.name}: SIGKILL", f"at write {moment}"
        if done.returncode not in (0, -signal.SIGKILL):
            yield Try(row, fault, Outcome.TRACEBACK, done.stderr.decode()[-300:])
        # With exit code 0 it ended before that write, so there was no fault.
        if done.returncode == -signal.SIGKILL:
            yield judge(row, fault, lambda say, w=writer, p=out: _killed(stage, w, p, 0, say))
        shutil.rmtree(out, ignore_errors=True)


def full(stage: Stage, random: np.random.Generator) -> Iterator[Try]:
    """Runs each command on a disk of random size; then makes room, and runs it again."""
    for writer in _turns(random):
        needed = sum(file.stat().st_blocks * 512 for file in stage.kept[writer.name].rglob("*"))
        free = 4096 * int(random.integers(1, max(2, int(1.2 * needed) // 4096)))
        yield _on_disk(stage, writer, "full disk", f"{free} bytes", f"size={free},nr_inodes=9999", "rw")


def read_only(stage: Stage, random: np.random.Generator) -> Iterator[Try]:
    """Runs each command in a folder that cannot be written to; then on the same folder when it can."""
    for writer in _turns(random):
        yield _on_disk(stage, writer, "read-only", "a disk that is mounted read-only", "size=64m", "ro")


def _on_disk(stage: Stage, writer: Writer, what: str, fault: str, options: str, mode: str) -> Try:
    row = f"{writer.name}: {what}"
    out = Path(tempfile.mkdtemp(dir=stage.folder))
    if not disks._mounted(out, options):
        return Try(row, fault, Outcome.ANNOUNCED, "no disk can be mounted here, so it cannot be tried")

    def act(say: Say) -> str:
        if mode == "ro":
            subprocess.run(["mount", "-o", "remount,ro", str(out)], check=True, capture_output=True)
        try:
            writer.make(stage.run, out, 0)
        except (ConfigError, RunFileError) as error:
            say(f"cannot be written: {error}")
        except OSError as error:
            if error.filename is None or error.strerror is None:
                raise
            say(f"cannot be written: {error}")  # as commands print it
        else:
            if mode == "ro":
                return "nothing was refused"
            # It had room. Given again, a command that never overwrites would be refused.
            return _difference(stage.expected[writer.name][0], facts(out))
        subprocess.run(
            ["mount", "-o", "remount,rw,size=64m,nr_inodes=99999", str(out)], check=True, capture_output=True
        )
        return _killed(stage, writer, out, 0, say)

    try:
        return judge(row, fault, act)
    finally:
        disks._unmount(out)


def clocks(stage: Stage, random: np.random.Generator) -> Iterator[Try]:
    """Sets the clock back by an hour at a random moment, and the times of older files to the future."""
    for writer in _turns(random):
        out = _begun(stage, writer, _overwrites(writer))
        for file in out.rglob("*"):
            os.utime(file, (4e9, 4e9))
        back, looks, now = int(random.integers(1, 40)), itertools.count(), time.time

        def clock(back: int = back, looks: Iterator[int] = looks, now: Callable[[], float] = now) -> float:
            return now() - 3600 * (next(looks) >= back)

        with mock.patch.object(time, "time", clock):
            found = judge(
                f"{writer.name}: clock set back",
                f"after {back} looks",
                lambda say, w=writer, p=out: _again(stage, w, p, 1 if _overwrites(w) else 0),
            )
        # A command that looks less often, in an empty folder, met no fault.
        if next(looks) > back or _overwrites(writer) or found.outcome is not Outcome.EXACT:
            yield found
        shutil.rmtree(out, ignore_errors=True)


def damaged(stage: Stage, random: np.random.Generator) -> Iterator[Try]:
    """Damages a file of an older result, and runs the command again; or of the run that it reads."""
    for writer in _turns(random):
        how = list(damage.CUTS)[random.integers(len(damage.CUTS))]
        own = bool(random.integers(2))
        source = stage.kept[writer.name] if own else stage.run
        held = damage.files_of(source)
        place = held[int(random.integers(len(held)))].relative_to(source)
        copied = _copy(source, stage)
        damage.CUTS[how](copied / place)
        yield judge(
            f"{writer.name}: damaged",
            f"{'an older result' if own else 'the run'}, {place}: {how}",
            lambda say, w=writer, p=copied / place, c=copied, o=own: _on_damage(stage, w, c, p, o, say),
        )
        shutil.rmtree(copied)


def _on_damage(stage: Stage, writer: Writer, copied: Path, file: Path, own: bool, say: Say) -> str:
    """Runs a command over its older result of which `file` is damaged, or on a damaged run."""
    out, damage_of = copied if own else _begun(stage, writer, False), _bytes(file)
    variant = int(own and _overwrites(writer))
    with contextlib.redirect_stderr(io.StringIO()) as told:
        try:
            make_again(writer, stage.run if own else copied, out, variant, say)
        except (ConfigError, RunFileError) as error:
            say(f"cannot be read: {error}")
            return ""
    if told.getvalue():
        # Another checkpoint was used, so the result may differ.
        say(told.getvalue())
        return ""
    # The results of a copied run have its name.
    if not own and writer.name in ("show, page", "compare", "export, run"):
        return ""
    expected = stage.expected[writer.name][variant]
    if not own:
        # So have its pictures.
        expected = {name: x for name, x in expected.items() if not name.endswith((".png", ".svg"))}
    # The finished runs of a sweep are not read again.
    if own and sweep_files.SWEEPS in file.relative_to(out).parts and _bytes(file) == damage_of:
        held = str(file.relative_to(out))
        expected = {name: x for name, x in expected.items() if not f"{held}/".startswith(f"{name}/")}
        return _difference(expected, facts(out, apart=file))
    return _difference(expected, facts(out))


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _difference(expected: Mapping[str, str], found: Mapping[str, str]) -> str:
    """Says which of the expected files differ; the result of another variant may have more, which stay."""
    other = [name for name in expected if expected[name] != found.get(name)]
    return f"{', '.join(other[:2])} differ" if other else ""


def two_writers(stage: Stage, random: np.random.Generator) -> Iterator[Try]:
    """Lets a second command write to the same place at a write of the first one."""
    for writer in _turns(random):
        moment, happened = int(random.integers(1, _count(stage, writer) + 1)), threading.Event()
        out = _begun(stage, writer, False)
        found = judge(
            f"{writer.name}: two writers",
            f"at write {moment}",
            lambda say, w=writer, p=out, m=moment, h=happened: _both(stage, w, p, m, h, say),
        )
        # Without a second writer, an exact result shows nothing.
        if happened.is_set() or found.outcome is not Outcome.EXACT:
            yield found
        shutil.rmtree(out, ignore_errors=True)


class _OtherProcess:
    """The module `os` as files see it in another process. Locks would take a new process id for a fork."""

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def getpid(self) -> int:
        return 4_000_000  # no process here has it


def _both(stage: Stage, writer: Writer, out: Path, moment: int, happened: threading.Event, say: Say) -> str:
    seen = [0]
    refused: list[str] = []

    def second() -> None:
        seen[0] += 1
        if seen[0] != moment:
            return
        happened.set()
        with mock.patch.object(files, "os", _OtherProcess()):
            try:
                writer.make(stage.run, out, 0)
            except (ConfigError, RunFileError) as error:
                refused.append(str(error))

    try:
        with at_each_write(out, second):
            writer.make(stage.run, out, 0)
    except (ConfigError, RunFileError) as error:
        refused.append(str(error))
    for words in refused:
        say(f"cannot be written by both: {words}")
    if len(refused) > 1:
        return "both were refused"
    return _difference(stage.expected[writer.name][0], facts(out))


def main() -> None:
    """Runs one command in this process, which ends itself by SIGKILL at a write."""
    name, run, out, moment = sys.argv[1:]
    seen = [0]

    def count() -> None:
        seen[0] += 1
        if seen[0] == int(moment):
            os.kill(os.getpid(), signal.SIGKILL)

    writer = next(each for each in WRITERS if each.name == name)
    with at_each_write(Path(out), count):
        writer.make(Path(run), Path(out), 0)


if __name__ == "__main__":
    main()
