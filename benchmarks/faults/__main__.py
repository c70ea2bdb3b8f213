"""Injects faults into a small run: what is lost, what is reported, and what stays unnoticed.

    python -m benchmarks.faults [--budget_minutes=20] [--seed=0] [--only=kills,flips]
    python -m benchmarks.faults --env=ant --only=aimed,kills
    python -m benchmarks.faults --subject=writers

A small run of the point world is killed, its files are cut and edited, its disk fills up, it is read while it
writes, and it is observed for a long time. `--subject=writers` tries every command that writes files
instead: it is killed at its writes, its disk fills up or is read-only, and two of them write at the same
time. Each fault has one of four outcomes: *exact* (no effect), *announced* (a line reports it: an older
checkpoint is used, or the run is rejected), *silent* (something is wrong without a message), and *traceback*
(an unexpected error). The exit status is 1 if one of the last two occurs. The same seed gives the same
faults, within the budget.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import results
from benchmarks.worker import ROOT

# Set before JAX is imported; child processes inherit it.
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("JAX_COMPILATION_CACHE_DIR", str(ROOT / ".jax_cache"))
os.environ.setdefault("JAX_ENABLE_COMPILATION_CACHE", "true")
os.environ.setdefault("JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS", "0")
os.environ.setdefault("JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES", "0")

import numpy as np

from benchmarks.faults import damage, disks, edits, environments, processes, writers, writes
from benchmarks.faults.subject import ENVS, Outcome, Subject, Try, choose_env, make_subject, shared_programs

_SHOWN = 20  # wrong outcomes that the page lists


class Part(NamedTuple):
    """The budget of a part of the campaign."""

    tries: Callable[[Any, np.random.Generator], Iterator[Try]]  # of a `Subject` or a `Stage`
    share: float  # share of the time budget
    most: int  # most faults


PARTS: Mapping[str, Part] = {
    "aimed": Part(processes.aimed_kills, 0.12, 100),
    "kills": Part(processes.random_kills, 0.18, 200),
    "signals": Part(processes.stopped_by_signals, 0.08, 24),
    "flips": Part(damage.flips, 0.16, 8000),
    "cuts": Part(damage.cuts, 0.05, 1000),
    "exchanges": Part(damage.exchanges, 0.03, 200),
    "clocks": Part(damage.clocks, 0.01, 20),
    "lock": Part(damage.locks, 0.01, 5),
    "edits": Part(edits.edits, 0.06, 210),
    "hostile": Part(edits.hostile, 0.02, 12),
    "disks": Part(disks.full, 0.08, 80),
    "environments": Part(environments.breaking, 0.04, 10),
    "loads": Part(processes.loads, 0.06, 400),
}
# The parts for all commands that write.
OF_WRITERS: Mapping[str, Part] = {
    "kills": Part(writes.kills, 0.36, 500),
    "sigkills": Part(writes.real_kills, 0.12, 40),
    "disks": Part(writes.full, 0.12, 150),
    "read_only": Part(writes.read_only, 0.06, 32),
    "clocks": Part(writes.clocks, 0.08, 64),
    "damage": Part(writes.damaged, 0.14, 200),
    "two_writers": Part(writes.two_writers, 0.12, 100),
}
# The parts for a run of any environment other than point; damaged files do not depend on the environment.
_OF_ANY_ENV = {"aimed", "kills", "signals"}
SOAK = "soak"
_SOAK_SHARE = 0.1
_RUN_OF = {"point": "the point world", "ant": "ant (--backend=spring)"}


def parse(argv: list[str] | None = None) -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__)
    parser.add_argument("--budget_minutes", type=float, default=20.0, help="minutes for all parts [20]")
    parser.add_argument("--seed", type=int, default=0, help="seed of the faults [0]")
    parser.add_argument(
        "--only",
        default="",
        help=f"some of {', '.join([*PARTS, SOAK])}; of writers, some of {', '.join(OF_WRITERS)} [all]",
    )
    parser.add_argument("--subject", choices=("run", "writers"), default="run", help="what is tried [run]")
    parser.add_argument("--env", choices=ENVS, default="point", help="environment of the run [point]")
    parser.add_argument("--name", help="name of the result files [faults_cpu; of writers faults_writers]")
    parser.add_argument("--out", type=Path, default=results.DIRECTORY, help="folder of the results")
    options = parser.parse_args(argv)
    known = [*OF_WRITERS] if options.subject == "writers" else [*PARTS, SOAK]
    options.only = [name for name in options.only.split(",") if name] or known
    if unknown := sorted(set(options.only) - set(known)):
        parser.error(f"--only={','.join(unknown)}: there are {', '.join(known)}")
    if options.env != "point" and options.subject == "writers":
        parser.error(f"--env={options.env}: the writers work on the point world; leave --env out")
    options.name = options.name or ("faults_writers" if options.subject == "writers" else "faults_cpu")
    if options.env != "point" and set(options.only) - _OF_ANY_ENV:
        parser.error(
            f"--env={options.env} has only the faults {', '.join(sorted(_OF_ANY_ENV))}; give them by --only"
        )
    return options


def campaign(only: list[str], seconds: float, seed: int, folder: Path, of: str = "run") -> list[Try]:
    """Tries the faults of some parts, for about `seconds`, on a run or on all writers."""
    found: list[Try] = []
    parts = OF_WRITERS if of == "writers" else PARTS
    with writers.shared_programs() if of == "writers" else shared_programs():
        subject = writers.make_stage(folder) if of == "writers" else make_subject(folder)
        shares = {name: parts[name].share if name in parts else _SOAK_SHARE for name in only}
        for name, share in shares.items():
            begun, length = time.monotonic(), seconds * share / sum(shares.values())
            of_part = []
            if name == SOAK:
                assert isinstance(subject, Subject)
                of_part.append(processes.soak(subject, length))
            else:
                # Each part has its own random numbers, so that --only does not change its faults.
                random = np.random.default_rng([seed, list(parts).index(name)])
                for each in parts[name].tries(subject, random):
                    of_part.append(each)
                    if time.monotonic() - begun > length or len(of_part) >= parts[name].most:
                        break
            counts = {outcome.value: sum(x.outcome == outcome for x in of_part) for outcome in Outcome}
            print(f"{name}: {len(of_part)} in {time.monotonic() - begun:.0f} s {counts}", flush=True)
            for each in of_part:
                if each.outcome in (Outcome.SILENT, Outcome.TRACEBACK):
                    print(f"  {each.outcome}: {each.row}, {each.fault}: {each.words}", flush=True)
            found += of_part
    return found


def tables(found: list[Try]) -> list[results.Table]:
    """Makes the tables: outcomes by kind of fault, and the wrong outcomes."""
    rows = []
    for row in dict.fromkeys(each.row for each in found):
        own = [each for each in found if each.row == row]
        counts = [str(sum(each.outcome == outcome for each in own)) for outcome in Outcome]
        rows.append([row, str(len(own)), *counts])
    soaks = [each.words for each in found if each.row == SOAK]
    header = ["part", "tried", *(outcome.value for outcome in Outcome)]
    made = [results.Table("Faults", header, rows, " ".join(f"Soak: {words}." for words in soaks))]
    if bad := wrong(found):
        shown = [[each.row, each.fault, f"{each.outcome}: {each.words}".replace("|", "/")] for each in bad]
        note = f"{len(bad) - _SHOWN} more are in the JSON file." if len(bad) > _SHOWN else ""
        made.append(results.Table("What was wrong", ["part", "fault", "outcome"], shown[:_SHOWN], note))
    return made


def wrong(found: list[Try]) -> list[Try]:
    """Returns the faults that were not announced: silent ones and tracebacks."""
    return [each for each in found if each.outcome in (Outcome.SILENT, Outcome.TRACEBACK)]


def main(argv: list[str] | None = None) -> int:
    """Runs the campaign, prints and writes its table; returns 1 if a fault stayed unnoticed."""
    options = parse(argv)
    choose_env(options.env)
    with tempfile.TemporaryDirectory() as folder:
        found = campaign(
            options.only, 60 * options.budget_minutes, options.seed, Path(folder), options.subject
        )
    # The temporary folder is left out of the messages.
    found = [each._replace(words=each.words.replace(f"{folder}/", "")) for each in found]
    made = tables(found)
    for table in made:
        print("\n".join(results.grid(table.header, table.rows)), table.note, sep="\n")
    kills = (
        "A kill is the state of the files while a process is paused at that moment; one of 24 kills is a real"
        " SIGKILL."
    )
    if options.subject == "writers":
        kills = "A kill is a copy of the files before or within a write; SIGKILL ends a process of its own."
    of = "all commands that write files, on " if options.subject == "writers" else ""
    summary = (
        f"Faults tried on {of}a small run of {_RUN_OF[options.env]}, seed {options.seed}, in about "
        f"{options.budget_minutes:g} minutes. {kills}"
    )
    # Only wrong faults are stored: there are thousands of others, and the same seed repeats them.
    measured = {
        "counts": [dict(zip(made[0].header, row, strict=True)) for row in made[0].rows],
        "wrong": [each._asdict() for each in wrong(found)],
    }
    results.write(options.name, summary, made, measured, options.out)
    return 1 if wrong(found) else 0


if __name__ == "__main__":
    sys.exit(main())
