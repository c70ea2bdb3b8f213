"""Measures seconds from a command to its first training step, and to skills: `python -m benchmarks.start`.

Each case is a process of the training command. It runs twice per repetition: `cold` with an empty
compilation cache, as in the first run on a machine, then `warm` with the cache that the first left.
"""

import argparse
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import arguments, results
from benchmarks.worker import ROOT
from diayn_jax.storage import files, logs

_POLL = 0.05  # seconds
_FIRST_EPOCH = 5120  # steps; a run logs a row for each hundredth of its steps
_QUIET = "--report=none --plots=false --tensorboard=false --log_pictures=false"

Row = Mapping[str, float | None]


class Case(NamedTuple):
    """A command, and the event that is waited for."""

    flags: str
    until: str
    seconds: Callable[
        [Row, float], float | None
    ]  # from a log row and its age since the start, the seconds to the event; None if not yet


def first_step(row: Row, elapsed: float) -> float | None:
    """Returns when the epoch of a row began, in seconds since the command started."""
    rate = row["time/env_steps_per_second"]
    assert rate is not None
    return elapsed - _FIRST_EPOCH / rate


def told_apart(row: Row, elapsed: float) -> float | None:
    """Returns when an evaluation reached the level of the mutual information, in seconds."""
    found = row.get("eval/mi_normalised")
    return elapsed if found is not None and found >= 0.95 else None


CASES = {
    "ant, ten skills": Case(
        f"--env=ant --num_skills=10 --epoch_steps={_FIRST_EPOCH} --num_env_steps={100 * _FIRST_EPOCH}",
        "first training step",
        first_step,
    ),
    "ant, METRA by SAC": Case(
        f"--env=ant --objective=metra --agent=sac --epoch_steps={_FIRST_EPOCH} "
        f"--num_env_steps={100 * _FIRST_EPOCH}",
        "first training step",
        first_step,
    ),
    "point, six skills": Case(
        "--env=point --num_skills=6 --eval_every=10000", "mi_normalised 0.95", told_apart
    ),
}


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__)
    arguments.add_names(parser, "--only", CASES, ";")
    parser.add_argument("--repeats", type=int, default=3, help="repetitions of each case [3]")
    parser.add_argument("--args", default="", help="more flags of every run")
    parser.add_argument("--name", default="start_cpu", help="name of the result files")
    return parser.parse_args()


def measure(case: Case, more: str, cache: Path) -> float:
    """Measures the seconds from the command to the event of the case, then ends the run.

    Raises:
      SystemExit: the run ended before the event.
    """
    with tempfile.TemporaryDirectory() as folder:
        words = [*shlex.split(f"{case.flags} {_QUIET} {more}"), f"--log_dir={folder}", "--name=start"]
        environ = {**os.environ, "JAX_COMPILATION_CACHE_DIR": str(cache)}
        command = [sys.executable, "-m", "experiments.run", *words]
        begun = time.perf_counter()
        with (Path(folder) / "output.txt").open("w+") as output:
            process = subprocess.Popen(
                command, cwd=ROOT, env=environ, stdout=output, stderr=subprocess.STDOUT
            )
            try:
                while process.poll() is None:
                    time.sleep(_POLL)
                    elapsed = time.perf_counter() - begun
                    for row in rows_in(Path(folder)):
                        seconds = case.seconds(row, elapsed)
                        if seconds is not None:
                            return seconds
            finally:
                process.kill()
                process.wait()
            output.seek(0)
            raise SystemExit(f"{shlex.join(command)} ended before {case.until}:\n{output.read()[-2000:]}")


def rows_in(folder: Path) -> list[Row]:
    """Returns the rows of the log of the only run in a folder; [] before it has any."""
    found = list(folder.glob(f"*/start/{files.PROGRESS}"))
    return logs.read(found[0].parent) if found else []


def table(found: Mapping[str, Mapping[str, list[float]]]) -> results.Table:
    """Makes the table with a row for each case: median, minimum and maximum."""
    rows = []
    for name, seconds in found.items():
        cells = [f"{statistics.median(x):.1f} ({min(x):.1f} to {max(x):.1f})" for x in seconds.values()]
        rows.append([name, f"`{CASES[name].flags}`", CASES[name].until, *cells])
    header = ["case", "flags", "seconds to", "cold", "warm"]
    note = "Medians and ranges. They include the start of Python, the environment, compilation and warm-up."
    return results.Table("From the command", header, rows, note)


def main() -> None:
    """Measures, and writes the results."""
    options = parse()
    found: dict[str, dict[str, list[float]]] = {}
    for name in options.only:
        seconds: dict[str, list[float]] = {"cold": [], "warm": []}
        for _ in range(options.repeats):
            with tempfile.TemporaryDirectory() as cache:
                for each in seconds.values():
                    each.append(measure(CASES[name], options.args, Path(cache)))
        found[name] = seconds
        print(name, {how: [round(x, 1) for x in each] for how, each in seconds.items()}, flush=True)
    data: dict[str, Any] = {"seconds": found, "args": options.args}
    summary = "Seconds until a run learns, with and without a compilation cache."
    results.write(options.name, summary, [table(found)], data)


if __name__ == "__main__":
    main()
