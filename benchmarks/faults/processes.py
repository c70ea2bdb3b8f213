"""Kills processes, sends them signals, observes them, and reads their files while they write."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.faults.child import KINDS
from benchmarks.faults.subject import (
    FIELDS,
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
from benchmarks.worker import ROOT
from diayn_jax.config import ConfigError
from diayn_jax.machine import signals
from diayn_jax.storage import files
from diayn_jax.storage.files import RunFileError
from diayn_jax.use import loaded_run, training_run

_MOMENTS = 24  # moments at which one process is examined; the last is its end
_LATEST = 600.0  # seconds after which a process counts as stuck


@contextlib.contextmanager
def _child(log_dir: Path, **told: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Trains the run in its own process, which ends with the context."""
    log_dir.mkdir(parents=True, exist_ok=True)
    argument = json.dumps({"log_dir": str(log_dir), "env": FIELDS["env"], **told})
    with (log_dir / "screen").open("wb") as screen:
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.faults.child", argument],
            cwd=ROOT,
            stdout=screen,
            stderr=subprocess.STDOUT,
        )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        process.wait()


def _wait_until_stopped(process: subprocess.Popen[bytes]) -> bool:
    """Waits until a process stops itself; returns False if it has ended instead."""
    while True:
        pid, status = os.waitpid(process.pid, os.WUNTRACED)
        if pid and os.WIFSTOPPED(status):
            return True
        process.returncode = os.waitstatus_to_exitcode(status)
        return False


def _finish(subject: Subject, path: Path, say: Say) -> str:
    """Resumes a run that was killed; if it has no config.json yet, it is started again."""
    if not files.has_config(path):
        try:
            resumed(subject, path, say)
        except ConfigError as error:
            say(f"nothing was written yet: {error} It cannot be resumed, and is started again.")
            run = training_run.run(config(path.parent.parent), say=say)
            return compared(subject, path, bits(run.state))
        return "a run without a config.json was resumed"
    return resumed(subject, path, say)


def _judged(subject: Subject, row: str, fault: str, path: Path) -> Try:
    def act(say: Say) -> str:
        try:
            return _finish(subject, path, say)
        except (ConfigError, RunFileError) as error:
            # A kill damages no file, so a rejection is an error.
            return f"refused: {error}"

    found = judge(row, fault, act)
    shutil.rmtree(path.parent.parent, ignore_errors=True)
    return found


def aimed_kills(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Kills the run just before each kind of write."""
    folder = Path(tempfile.mkdtemp(dir=subject.folder))
    with _child(folder / "count", stops={}, counts=str(folder / "counts")) as process:
        if process.wait(_LATEST):
            raise RuntimeError((folder / "count" / "screen").read_text(encoding="utf-8")[-2000:])
    counts = json.loads((folder / "counts").read_text(encoding="utf-8"))
    if missing := set(KINDS) - set(counts):
        raise RuntimeError(f"the run never wrote {', '.join(missing)}")
    yield _judged(subject, "not killed", "in a process of its own", directory(folder / "count"))
    while True:
        stops: dict[str, list[int]] = {}
        for kind in (list(KINDS) * 2)[:_MOMENTS]:
            stops.setdefault(kind, []).append(1 + int(random.integers(counts[kind])))
        yield from _moments(subject, "killed, aimed", folder, random, stops)


def random_kills(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Kills the run at random moments after its first file."""
    folder = Path(tempfile.mkdtemp(dir=subject.folder))
    while True:
        yield from _moments(subject, "killed, at random", folder, random, None)


def _moments(
    subject: Subject,
    row: str,
    folder: Path,
    random: np.random.Generator,
    stops: dict[str, list[int]] | None,
) -> Iterator[Try]:
    """Judges the files that a process leaves at several moments: paused, and killed at the last.

    A paused process writes nothing, like a killed one. A copy of its directory is therefore the state that a
    kill at that moment would leave.
    """
    log_dir = folder / f"{time.monotonic_ns():x}"
    path = directory(log_dir)
    count = _MOMENTS if stops is None else sum(len(set(x)) for x in stops.values())
    # The first moments are during compilation, the others in the seconds in which it writes repeatedly.
    delays = random.uniform(0.0, 0.1, _MOMENTS)
    early = int(random.integers(1, 4))
    left: list[tuple[str, Path]] = []
    with _child(log_dir, stops=stops or {}) as process:
        for moment in range(count):
            if stops is None:
                begun = path if moment < early else path / files.CHECKPOINTS
                while not begun.exists() and process.poll() is None:
                    time.sleep(0.002)
                time.sleep(delays[moment])
                if process.poll() is not None:
                    break
                process.send_signal(signal.SIGSTOP)
            if not _wait_until_stopped(process):
                break
            fault = f"moment {moment} of {'random ones' if stops is None else stops}"
            if moment == count - 1:
                process.kill()
                process.wait()
                left.append((f"{fault}, SIGKILL", path))
            else:
                left.append((fault, subject.copy(path)))
                process.send_signal(signal.SIGCONT)
        else:
            process.wait()
    for fault, copied in left:
        yield _judged(subject, row, fault, copied)


def stopped_by_signals(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Sends one or two signals at which a run saves, such as SIGINT and SIGTERM; then resumes the run."""
    handled = [signal.Signals(number) for number in signals.NUMBERS]
    while True:
        for first in handled:
            for second in (None, handled[random.integers(len(handled))]):
                delay = float(random.uniform(0.0, 0.5))
                yield _signalled(subject, first, second, delay)


def _signalled(subject: Subject, first: signal.Signals, second: signal.Signals | None, delay: float) -> Try:
    row, fault = "signals", f"{first.name}{f' and {second.name}' if second else ''} after {delay:.2f} s"
    log_dir = subject.folder / f"{time.monotonic_ns():x}"
    path = directory(log_dir)
    with _child(log_dir) as process:
        while not (path / files.CHECKPOINTS).exists() and process.poll() is None:
            time.sleep(0.01)
        time.sleep(delay)
        process.send_signal(first)
        if second and process.poll() is None:
            # Two signals at the same time would arrive as one.
            time.sleep(1.2)
            process.send_signal(second)
        code = process.wait(_LATEST)
    # The run may end before the first signal, and its last epoch before the second.
    if code not in (0, 128 + first, *((128 + second, -second) if second else ())):
        words = (log_dir / "screen").read_text(encoding="utf-8").splitlines()[-1:]
        return Try(row, fault, Outcome.SILENT, f"exit code {code}: {words}")
    return _judged(subject, row, fault, path)


def loads(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Loads a run while it trains, writes checkpoints and deletes old ones."""
    row = "loads while it trains"
    while True:
        log_dir = subject.folder / f"{time.monotonic_ns():x}"
        path = directory(log_dir)
        with _child(log_dir, fields={"num_env_steps": 10**9, "keep_checkpoints": 1}) as process:
            while not files.checkpoint_steps(path / files.CHECKPOINTS) and process.poll() is None:
                time.sleep(0.01)
            before = 0
            for _ in range(100):
                said: list[str] = []
                which = ("latest", "best")[random.integers(2)]
                try:
                    step = int(loaded_run.load(path, which, say=said.append).state.counters.env_steps)
                except Exception as error:  # noqa: BLE001 (this is what is looked for)
                    yield Try(row, which, Outcome.TRACEBACK, f"{type(error).__name__}: {error}")
                    continue
                back = which == "latest" and step < before
                before = max(step, before) if which == "latest" else before
                words = "an older one than before" if back else " ".join(said)
                yield Try(row, which, Outcome.SILENT if words else Outcome.EXACT, words)
            if process.poll() is not None:
                raise RuntimeError((log_dir / "screen").read_text(encoding="utf-8")[-2000:])
        shutil.rmtree(log_dir)


def soak(subject: Subject, seconds: float) -> Try:
    """Measures the memory growth over the second half of a long run with many checkpoints."""
    fields = {
        "num_env_steps": 10**9,
        "epoch_steps": 8_000,
        "eval_every": 40_000,
        "checkpoint_every": 40_000,
        "num_envs": 64,
    }
    log_dir = subject.folder / "soak"
    seen: list[tuple[float, float]] = []
    page = os.sysconf("SC_PAGE_SIZE")
    with _child(log_dir, fields=fields) as process:
        while not files.checkpoint_steps(directory(log_dir) / files.CHECKPOINTS) and process.poll() is None:
            time.sleep(0.1)  # compiling
        until = time.monotonic() + seconds
        while time.monotonic() < until and process.poll() is None:
            time.sleep(0.5)
            steps = files.checkpoint_steps(directory(log_dir) / files.CHECKPOINTS)
            resident = int(Path(f"/proc/{process.pid}/statm").read_text(encoding="utf-8").split()[1])
            if steps and (not seen or steps[-1] > seen[-1][0]):
                seen.append((steps[-1], resident * page))
        ended = process.poll()
    row, fault = "soak", f"{seconds:.0f} s"
    if ended is not None or len(seen) < 10:
        words = (log_dir / "screen").read_text(encoding="utf-8").splitlines()[-1:]
        return Try(row, fault, Outcome.TRACEBACK, f"{len(seen)} checkpoints, exit code {ended}: {words}")
    slope = growth(seen)
    words = f"{slope:.2f} MB per million steps over the second half of {seen[-1][0] / 1e6:.2f} M steps"
    # Over a short time, fluctuations of the allocator are larger than a leak.
    short = seen[-1][0] < 5e6
    shutil.rmtree(log_dir)
    return Try(row, fault, Outcome.EXACT if slope <= 1 or short else Outcome.SILENT, words)


def growth(seen: list[tuple[float, float]]) -> float:
    """Returns MB per million steps, by least squares over the second half of (steps, bytes)."""
    half = np.array(seen[len(seen) // 2 :])
    slope, _ = np.polyfit(half[:, 0], half[:, 1], 1)
    return float(slope)
