"""Measures the steps per second of every environment on each of its backends, at the best E.

    python -m benchmarks.envs --only=ant,hopper:mjx
    python -m benchmarks.envs --only=car_racing,gymnasium:CarRacing-v3 --name=envs_car_racing \
        --args="--image_size=96 --image_colours=rgb --action_repeat=1 --frame_stack=1" --envs=16,64,256

E is the number of environments. Episodes have uniform actions and resets, without learning, on all
devices of the machine. E takes the values of `--envs` until the rate falls; each E has its own process.
Most of the time is compilation, so two processes compile side by side; then each is timed while the other
waits. Rows of other environments stay in the result file.
"""

import argparse
import contextlib
import importlib.util
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks import arguments, results, worker
from benchmarks.ours_diayn import OursSetting
from benchmarks.worker import Worker, WorkerError
from diayn_jax import envs

OWN = ("env", "backend", "num_envs", "epoch_steps", "num_skills", "batch_size")  # fields that are set here
PACKAGES = {"gymnasium": "gymnasium", "playground": "mujoco_playground"}  # packages of optional providers


class Measured(NamedTuple):
    """The measurement of an environment at one E."""

    num_envs: int
    steps_per_second: list[float]  # one value per segment
    compile_seconds: float  # while another process compiles too
    devices: int
    commit: str


def cases(only: Sequence[str]) -> list[tuple[str, str]]:
    """Returns the names and backends to measure; `only` selects providers, `name` or `name:backend`.

    If `only` is empty, all environments of installed providers are measured. `only` may also have any name
    of Gymnasium's, such as `gymnasium:CarRacing-v3`.
    """
    named = [name for name in only if name.startswith("gymnasium:")]
    rows = [
        (name, row)
        for name, row in {**envs.specs(), **{name: envs.spec(name) for name in named}}.items()
        if only or row.provider not in PACKAGES or importlib.util.find_spec(PACKAGES[row.provider])
    ]
    table = [(name, backend, row.provider) for name, row in rows for backend in row.backends]
    return [
        (name, backend)
        for name, backend, provider in table
        if not only or {name, f"{name}:{backend}", provider} & set(only)
    ]


def start(name: str, backend: str, num_envs: int, options: argparse.Namespace) -> Worker:
    """Starts the process of one E."""
    overrides = {
        **options.args,
        "env": name,
        "backend": backend,
        "num_envs": num_envs,
        "epoch_steps": num_envs * options.iterations,
        "num_skills": 2,
        "batch_size": 8,
    }
    setting = OursSetting(mode="environment", config=overrides, segment_seconds=options.segment_seconds)
    return Worker(f"{name} ({backend})", sys.executable, "benchmarks.ours_diayn", setting, worker.ALONE)


def measure(name: str, backend: str, options: argparse.Namespace) -> Iterator[Measured]:
    """Measures at increasing E.

    Raises:
      WorkerError: a process ended early; its messages are on stderr.
    """
    for i in range(0, len(options.envs), 2):
        sizes = options.envs[i : i + 2]
        processes = [start(name, backend, num_envs, options) for num_envs in sizes]
        with worker.all_ended(processes):
            ready = [process.wait_for("ready") for process in processes]
            for num_envs, process, about in zip(sizes, processes, ready, strict=True):
                segments = [process.segment() for _ in range(options.segments)]
                rates = [segment.env_steps / segment.seconds for segment in segments]
                yield Measured(
                    num_envs, rates, about["compile_seconds"], about["devices"], results.short_commit()
                )


def until_it_falls(measurements: Iterable[Measured]) -> list[Measured]:
    """Returns measurements at increasing E, up to the first whose median rate falls."""
    found: list[Measured] = []
    for measured in measurements:
        found.append(measured)
        if len(found) > 1 and rate(found[-1]) < rate(found[-2]):
            break
    return found


def rate(measured: Measured) -> float:
    """Returns the median over segments."""
    ordered = sorted(measured.steps_per_second)
    return (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2


def overview(found: Mapping[str, list[Measured]]) -> results.Table:
    """Makes the table of rates by name and backend, at the best E."""
    rates: dict[str, dict[str, float]] = {}
    for case, measurements in found.items():
        name, backend = case.rsplit("@", 1)
        rates.setdefault(name, {})[backend] = max(map(rate, measurements))
    backends = list(dict.fromkeys(backend for of_name in rates.values() for backend in of_name))
    rows = [
        [name, *[results.number(of_name.get(backend)) for backend in backends]]
        for name, of_name in rates.items()
    ]
    note = "Medians at the best E; the next table has the spread, E, and the compilation time."
    return results.Table("Environment steps per second", ["environment", *backends], rows, note)


def table(found: Mapping[str, list[Measured]], failed: Sequence[str]) -> results.Table:
    """Makes the table with a row for each environment and backend: the best E and its rate."""
    rows = []
    for case, measurements in found.items():
        best = max(measurements, key=rate)
        name, backend = case.rsplit("@", 1)
        tried = ", ".join(str(each.num_envs) for each in measurements)
        rows.append(
            [
                name,
                backend,
                str(best.num_envs),
                results.spread(best.steps_per_second),
                results.number(best.compile_seconds),
                str(best.devices),
                tried,
                best.commit,
            ]
        )
    header = [
        "environment",
        "backend",
        "best E",
        "steps/s, min / median / max",
        "compilation, s",
        "devices",
        "E tried",
        "commit",
    ]
    note = "Compilation: of two E side by side, from the start of the process's work to its first result."
    if failed:
        note += f" Not measured, because the process ended early: {', '.join(failed)}."
    return results.Table("Each case", header, rows, note)


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "envs")
    parser.add_argument(
        "--only", default="", help="name, name:backend or provider, separated by commas; empty: all"
    )
    parser.add_argument("--args", default="", help="flags of the training command, for all environments")
    parser.add_argument("--envs", default="64,256,1024,4096", help="values of E to try, in increasing order")
    parser.add_argument("--iterations", type=int, default=50, help="steps of each environment in one call")
    parser.add_argument("--segments", type=int, default=3)
    parser.add_argument("--segment_seconds", type=float, default=3.0, help="approximate length of a segment")
    parser.add_argument(
        "--budget_seconds", type=float, default=3600.0, help="no new case starts after this time"
    )
    options = parser.parse_args()
    options.only = [each for each in options.only.split(",") if each]
    options.args = arguments.overrides(parser, options.args, OWN)
    options.envs = [int(each) for each in options.envs.split(",")]
    unknown = [each for each in options.only if not cases([each])]
    if unknown:
        parser.error(f"--only: {', '.join(unknown)} unknown")
    return options


def main() -> None:
    """Measures case by case; writes after each case, so that no result is lost."""
    options = parse()
    begun = time.perf_counter()
    found: dict[str, list[Measured]] = {}
    failed: list[str] = []
    left = cases(options.only)
    results.earlier(options.name, options.out)
    while left and time.perf_counter() - begun < options.budget_seconds:
        name, backend = left.pop(0)
        try:
            with contextlib.closing(measure(name, backend, options)) as each:
                measurements = until_it_falls(each)
        except WorkerError as error:
            print(f"{name} ({backend}): {error}", flush=True)
            failed.append(f"{name} ({backend})")
            continue
        found[f"{name}@{backend}"] = measurements
        best = max(measurements, key=rate)
        print(f"{name} ({backend}): {results.number(rate(best))} steps/s at E = {best.num_envs}", flush=True)
        write(found, failed, left, options)
    if left:
        print(f"Out of time: {len(left)} cases left, starting with {left[0][0]} ({left[0][1]})")
    write(found, failed, left, options)


def write(
    found: dict[str, list[Measured]],
    failed: list[str],
    left: list[tuple[str, str]],
    options: argparse.Namespace,
) -> None:
    """Writes the results so far, together with those of other cases in the file."""
    before = results.earlier(options.name, options.out).get("cases", {})
    known = {case: [Measured(**each) for each in before[case]] for case in before} | found
    order = [f"{name}@{backend}" for name, backend in cases([])]
    known = {case: known[case] for case in [*order, *known] if case in known}
    data: dict[str, Any] = {
        "cases": {case: [each._asdict() for each in measurements] for case, measurements in known.items()},
        "failed": failed,
        "left_out": [f"{name}:{backend}" for name, backend in left],
    }
    results.write(
        options.name,
        "Episodes with uniform actions and resets, on all devices of the machine, without compilation; "
        f"{options.segments} segments of about {options.segment_seconds:g} s at each E.",
        [overview(known), table(known, failed)],
        data,
        options.out,
    )


if __name__ == "__main__":
    main()
