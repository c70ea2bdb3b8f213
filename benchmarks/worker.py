"""Worker processes, each with one system under test, between which a parent takes turns.

A worker gets its setting as one JSON argument. It reads commands as lines on stdin (`segment`, or
`segment NAME` if it has several works, and `stop`), and writes events as JSON lines to its original stdout.
Output of its libraries is redirected to stderr, so that it cannot be mistaken for a measurement.
"""

import contextlib
import dataclasses
import importlib.metadata
import json
import math
import os
import resource
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TextIO, TypeVar

T = TypeVar("T")
ROOT = Path(__file__).resolve().parent.parent
# For a worker that chooses its number of CPU devices, like the training command.
ALONE: dict[str, str | None] = {"XLA_FLAGS": None, "JAX_NUM_CPU_DEVICES": None}
# For several processes on one GPU: each allocates only the memory that it needs.
SHARED = {"XLA_PYTHON_CLIENT_PREALLOCATE": "false"}


def flags_of(fields: Mapping[str, Any]) -> list[str]:
    """Returns the flags of a command for these fields."""
    return [f"--{name}={','.join(map(str, x)) if isinstance(x, tuple) else x}" for name, x in fields.items()]


def run_command(
    module: str, arguments: Sequence[str], environ: Mapping[str, str] | None = None, quiet: bool = False
) -> str:
    """Runs a command of this checkout to its end, in a new process that starts JAX itself.

    Args:
      module: the command, such as `experiments.run`.
      arguments: its flags.
      environ: environment variables to set.
      quiet: whether its output is captured instead of shown.

    Returns:
      Its stdout if `quiet`, otherwise "".

    Raises:
      SystemExit: the command failed.
    """
    command = [sys.executable, "-m", module, *arguments]
    variables = {**os.environ, **(environ or {})}
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=quiet, text=True, check=False)
    if done.returncode:
        said = f": {done.stdout}{done.stderr}" if quiet else ""
        raise SystemExit(f"{shlex.join(command)} ended with {done.returncode}{said[-4000:]}")
    return done.stdout or ""


def run_plainly(command: str, words: Sequence[str], log_dir: Path) -> None:
    """Runs `experiments.COMMAND` without pictures and pages; its runs are written into `log_dir`."""
    plain = [f"--log_dir={log_dir}", "--plots=false", "--report=none"]
    run_command(f"experiments.{command}", [*words, *plain])


class WorkerError(RuntimeError):
    """Raised if a worker ends early or sends an unexpected message."""


class Segment(NamedTuple):
    """A timed segment of work."""

    seconds: float
    env_steps: int  # 0 if the work does not step environments
    iterations: int


class Worker:
    """The parent's end of a worker process.

    Args:
      name: name in messages and results.
      python: the interpreter that runs it.
      module: the module to run, such as `benchmarks.qdax_diayn`.
      setting: a dataclass instance, which is sent as JSON.
      environ: environment variables to set (a value) or to remove (None).
      root: the checkout whose code runs.
    """

    def __init__(
        self,
        name: str,
        python: str,
        module: str,
        setting: Any,
        environ: Mapping[str, str | None] | None = None,
        root: Path = ROOT,
    ):
        self.name = name
        paths = os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")]))
        variables = {**os.environ, "PYTHONPATH": paths, "PYTHONUNBUFFERED": "1"}
        for key, value in (environ or {}).items():
            variables.pop(key, None)
            if value is not None:
                variables[key] = value
        self._process = subprocess.Popen(
            [python, "-m", module, json.dumps(dataclasses.asdict(setting))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
            env=variables,
        )

    def wait_for(self, event: str) -> dict[str, Any]:
        """Reads the next message, which must be this event."""
        message = self._read()
        if message["event"] != event:
            raise WorkerError(f"{self.name}: expected {event!r}, got {message}")
        return message

    def messages(self) -> Iterator[dict[str, Any]]:
        """Yields messages up to and including `end`."""
        while True:
            message = self._read()
            last = message["event"] == "end"
            yield message
            if last:
                return

    def segment(self, work: str = "") -> Segment:
        """Runs one segment, of the named work if there are several."""
        self._send(f"segment {work}".rstrip())
        message = self.wait_for("segment")
        return Segment(message["seconds"], message["env_steps"], message["iterations"])

    def stop(self) -> dict[str, Any]:
        """Stops the process; returns its last message."""
        self._send("stop")
        last = self.wait_for("end")
        self._process.wait(timeout=60)
        return last

    def kill(self) -> None:
        """Kills the process if it still runs, and closes its pipes."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(BrokenPipeError):
                    pipe.close()

    def _send(self, command: str) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(command + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._ended() from None

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise self._ended()
        return json.loads(line)

    def _ended(self) -> WorkerError:
        code = self._process.wait()
        return WorkerError(f"{self.name} ended early (exit code {code}); its messages are above")


class Turn(NamedTuple):
    """One of several works of a worker, which takes turns like a separate worker."""

    name: str
    worker: Worker
    work: str

    def segment(self) -> Segment:
        """Runs one segment."""
        return self.worker.segment(self.work)


@contextlib.contextmanager
def all_ended(workers: Sequence[Worker]) -> Iterator[None]:
    """Kills all workers at the end of the `with` block, also after an error."""
    try:
        yield
    finally:
        for worker in workers:
            worker.kill()


def alternate(workers: Sequence[Worker | Turn], segments: int) -> list[dict[str, Segment]]:
    """Runs segments in turn, one process active at a time.

    Every second round runs in the opposite order, so that a slow drift of the machine affects all workers.

    Returns:
      Per round, the segment of each worker by name.
    """
    rounds = []
    for i in range(segments):
        order = workers if i % 2 == 0 else list(reversed(workers))
        rounds.append({worker.name: worker.segment() for worker in order})
    return rounds


def alternate_works(
    workers: Sequence[Worker], about: Mapping[str, Mapping[str, Any]], segments: int
) -> list[dict[str, dict[str, Segment]]]:
    """Runs segments in turn, of all works of workers that have several.

    Args:
      workers: workers that are ready.
      about: their `ready` messages, by name.
      segments: number of rounds.

    Returns:
      Per round, the segment of each work by the names of worker and work.
    """
    turns = [
        Turn(f"{worker.name}\n{work}", worker, work)
        for worker in workers
        for work in about[worker.name]["works"]
    ]
    rounds = []
    for found in alternate(turns, segments):
        by_worker: dict[str, dict[str, Segment]] = {name: {} for name in about}
        for turn in turns:
            by_worker[turn.worker.name][turn.work] = found[turn.name]
        rounds.append(by_worker)
    for worker in workers:
        worker.stop()
    return rounds


class Channel:
    """The child's end of a worker process."""

    def __init__(self, output: TextIO):
        self._output = output

    def send(self, event: str, **fields: Any) -> None:
        """Writes one message."""
        self._output.write(json.dumps({"event": event, **fields}) + "\n")
        self._output.flush()

    def commands(self) -> Iterator[str]:
        """Yields commands until `stop` or the end of stdin."""
        for line in sys.stdin:
            command = line.strip()
            if command == "stop":
                return
            yield command


def open_channel(setting_type: Callable[..., T]) -> tuple[T, Channel]:
    """Reads the setting from the command line, and reserves stdout for messages."""
    fields = {k: tuple(v) if isinstance(v, list) else v for k, v in json.loads(sys.argv[1]).items()}
    output = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return setting_type(**fields), Channel(output)


def process_figures() -> dict[str, Any]:
    """Returns this process's peak memory so far, on the host and on its first device, and its versions.

    A CPU device counts nothing of its own: its figure is None.
    """
    import jax  # here, because the parent of workers must not start it

    unit = 1 if sys.platform == "darwin" else 1024
    versions = {}
    for package in ("jax", "jaxlib", "flax", "optax", "brax", "qdax"):
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            versions[package] = importlib.metadata.version(package)
    return {
        "peak_rss_bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit,
        "peak_device_bytes": (jax.local_devices()[0].memory_stats() or {}).get("peak_bytes_in_use"),
        "versions": versions,
    }


class Clock:
    """Measures wall seconds, without the time inside `paused()`."""

    def __init__(self):
        self._start = time.perf_counter()
        self._paused = 0.0

    def seconds(self) -> float:
        """Returns the seconds since the start, without pauses."""
        return time.perf_counter() - self._start - self._paused

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """Stops the clock during the `with` block."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self._paused += time.perf_counter() - start


def serve_segments(
    channel: Channel,
    advance: Callable[[], int] | Mapping[str, Callable[[], int]],
    clock: Clock,
    *,
    iterations: int,
    segment_seconds: float,
    **about: Any,
) -> None:
    """At each `segment` command, times as many calls of `advance` as take `segment_seconds`; ends at `stop`.

    Args:
      advance: runs `iterations` iterations, blocks, and returns its environment steps; or several such
        functions by name, which `segment NAME` chooses from.
      clock: was started before anything was built; gives the compilation time.
      about: further facts about the work, for the parent.
    """
    works = advance if isinstance(advance, Mapping) else {"": advance}
    for work in works.values():
        work()
    compile_seconds = clock.seconds()
    calls = {}
    for name, work in works.items():
        # The second call touches all memory; the third measures how many calls make a segment.
        work()
        start = time.perf_counter()
        work()
        calls[name] = max(1, round(segment_seconds / (time.perf_counter() - start)))
    in_segments = iterations * sum(calls.values())
    about = {"works": list(works), **about}
    channel.send("ready", compile_seconds=compile_seconds, iterations=in_segments, **about)
    for command in channel.commands():
        word, _, name = command.partition(" ")
        if word != "segment" or name not in works:
            raise ValueError(f"unknown command {command!r}; known are segment [NAME] and stop")
        start = time.perf_counter()
        env_steps = sum(works[name]() for _ in range(calls[name]))
        seconds = time.perf_counter() - start
        channel.send("segment", seconds=seconds, env_steps=env_steps, iterations=calls[name] * iterations)
    channel.send("end", **process_figures())


def serve_learning(
    channel: Channel,
    clock: Clock,
    advance: Callable[[], tuple[int, int]],
    evaluate: Callable[[int], Mapping[str, float]],
    *,
    budget_seconds: float,
    eval_seconds: float,
    num_env_steps: float = math.inf,
) -> None:
    """Trains until the budget is spent; evaluates every `eval_seconds` and at the end, off the clock.

    Args:
      clock: was started before anything was built or compiled.
      advance: trains for a while and blocks; returns totals (environment steps, updates).
      evaluate: returns figures of the current state; takes the evaluation's number.
      budget_seconds: seconds of training, by the clock.
      eval_seconds: seconds between two evaluations, by the clock.
      num_env_steps: environment steps after which the run ends; its learning rates have fallen to 0 by then.
    """
    due, number = eval_seconds, 0
    while True:
        env_steps, updates = advance()
        seconds = clock.seconds()
        last = seconds >= budget_seconds or env_steps >= num_env_steps
        if seconds < due and not last:
            continue
        with clock.paused():
            figures = {key: float(value) for key, value in evaluate(number).items()}
            channel.send(
                "evaluation", wall_seconds=seconds, env_steps=env_steps, updates=updates, figures=figures
            )
        number += 1
        due = (seconds // eval_seconds + 1) * eval_seconds
        if last:
            break
    channel.send("end", wall_seconds=seconds, env_steps=env_steps, **process_figures())
