"""Trains the run in its own process, which stops itself at chosen writes.

    python -m benchmarks.faults.child '{"log_dir": "…", "stops": {"progress.csv": [3, 8]}}'

When it touches a file of a kind for the nth time, the process stops all its threads (SIGSTOP), until its
parent continues it. `counts` is a file to which it writes how often it touched each kind.
"""

import json
import os
import re
import signal
import sys
from pathlib import Path
from typing import Any

from benchmarks.faults.subject import choose_env, config, directory, shared_programs

_EVENTS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir")
KINDS = {
    "rename": r"checkpoints/\d+\.writing$",
    "sweep": r"checkpoints/\d+\.deleting|checkpoints/\d+$",
    "metadata": r"checkpoints/\d+\.writing/\.?(metadata\.json|progress\.csv)",
    "arrays": r"checkpoints/\d+\.writing",
    "config.json": r"^\.?config\.json",
    "progress.csv": r"^\.?progress\.csv",
    "events": r"^events\.out",
    "skills.json": r"^\.?skills\.json",
}


def kind_of(event: str, place: str) -> str | None:
    """Returns the kind of write of an event, by the path within the run's directory."""
    for kind, pattern in KINDS.items():
        if re.search(pattern, place) and (kind != "rename" or event == "os.rename"):
            return kind
    return None


def stop_at(directory: Path, stops: dict[str, list[int]], counts: dict[str, int]) -> None:
    """Stops this process just before the nth event of a kind in the directory."""

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event not in _EVENTS or not isinstance(args[0], str | Path):
            return
        if event == "open" and not (isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)):
            return
        place = os.path.relpath(args[0], directory)
        kind = None if place.startswith("..") else kind_of(event, place)
        if kind is None:
            return
        counts[kind] = counts.get(kind, 0) + 1
        if counts[kind] in stops.get(kind, ()):
            os.kill(os.getpid(), signal.SIGSTOP)

    sys.addaudithook(hook)


def main() -> int:
    """Trains as the argument says; returns the exit code of the command."""
    # The parent may ignore these signals, and children inherit that.
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    told = json.loads(sys.argv[1])
    counts: dict[str, int] = {}
    log_dir = Path(told["log_dir"])
    choose_env(told.get("env", "point"))
    if "stops" in told:
        stop_at(directory(log_dir), told["stops"], counts)

    def say(line: str) -> None:
        print(line, flush=True)

    from diayn_jax.use import training_run

    with shared_programs():
        run = training_run.run(
            config(log_dir, **told.get("fields", {})), resume=told.get("resume", False), say=say
        )
    if "counts" in told:
        Path(told["counts"]).write_text(json.dumps(counts), encoding="utf-8")
    return 128 + run.stopped if run.stopped else 0


if __name__ == "__main__":
    sys.exit(main())
