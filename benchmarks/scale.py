"""Measures environment steps per second over the number of environments, and of runs in one program.

    python -m benchmarks.scale

The work per step is the same for every number of environments E: one update of 256 rows per 256 steps.
Three processes have all sizes of the environment alone, of training, and of many runs in one program. They
compile side by side and then take turns, one size of one process at a time. The tables name where the rates
bend: see `knee`.
"""

import argparse
import math
import os
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.ticker import LogLocator, NullLocator

from benchmarks import arguments, results, worker
from benchmarks.several import SeveralSetting
from benchmarks.worker import Segment, Worker
from diayn_jax.show.pictures import figure_style

SIZES, LANES = (64, 256, 1024, 4096), (1, 2, 4, 8, 16)
ROWS = 256  # rows of an update, and environment steps per update
OF_LANES = 256  # environments of each run, for many runs in one program
STEPS_OF_EACH = 48  # steps of each environment in a call
LEAST_GAIN = 1.1
NOTE = (
    "min / median / max; a share is the ratio of the medians. One update of {rows} rows per {rows} steps. "
    "An environment makes {steps} steps in a call, which also makes first states for its resets. Compilation "
    "is excluded. The knee is the smallest size beyond which every measured increase gives less than 10 % "
    "more per doubling: {knees}."
)
_COLOURS = {"training": "#00609f", "environment": "#df8000"}

Rounds = Sequence[Mapping[str, Mapping[str, Segment]]]


def knee(sizes: Sequence[int], rates: Sequence[float]) -> int | None:
    """Returns the smallest size beyond which a doubling gives less than 10 % more.

    Between two sizes a < b with rates r and s, a doubling gives the factor (s / r)^(1 / log2(b / a)). The
    knee is the smallest size beyond which this factor is below 1.1 at every measured increase.

    Args:
      sizes: sizes, in increasing order.
      rates: rate of each size.

    Returns:
      A size other than the largest; None if the last increase still gives 10 % or more per doubling.
    """
    found = None
    for a, b, r, s in reversed(list(zip(sizes, sizes[1:], rates, rates[1:], strict=False))):
        if (s / r) ** (1 / math.log2(b / a)) >= LEAST_GAIN:
            break
        found = a
    return found


def work(num_envs: int, rows: int = ROWS) -> dict[str, Any]:
    """Returns the schedule of E environments: one update of `rows` rows per `rows` steps."""
    return {
        "num_envs": num_envs,
        "batch_size": rows,
        "rollout_length": max(1, rows // num_envs),
        "updates_per_iteration": max(1, num_envs // rows),
        "objective_updates": 1,
        "agent_updates": 1,
        # Each epoch makes first states for resets; this length gives the same number per step for every E.
        "epoch_steps": STEPS_OF_EACH * num_envs,
        "warmup_steps": 2 * num_envs,
    }


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__)
    parser.add_argument("--env", help="environments, separated by commas [ant,point; tiny: point]")
    parser.add_argument("--segments", type=int, default=3, help="alternating segments of each size")
    parser.add_argument(
        "--segment_seconds",
        type=float,
        default=2.0,
        help="approximate length of a segment, at least one call",
    )
    parser.add_argument("--args", default="", help="more flags of the runs, such as --num_devices=1")
    parser.add_argument("--tiny", action="store_true", help="try every part at a tiny size")
    parser.add_argument("--name", default="scale_cpu", help="name of the result files")
    parser.add_argument(
        "--out", type=Path, help="folder of the results [benchmarks/results; with --tiny, nothing is written]"
    )
    options = parser.parse_args()
    options.env = (options.env or ("point" if options.tiny else "ant,point")).split(",")
    if options.segments < 1 or options.segment_seconds <= 0:
        parser.error("--segments must be 1 or more, and --segment_seconds above 0")
    options.sizes, options.lanes, options.of_lanes, options.rows = SIZES, LANES, OF_LANES, ROWS
    if options.tiny:
        options.segments, options.segment_seconds = 1, 0.1
        options.sizes, options.lanes, options.of_lanes, options.rows = (8, 16, 32), (1, 2), 8, 16
    options.given = arguments.overrides(parser, options.args, ("env", *work(1)))
    for env in options.env:
        for num_envs in options.sizes:
            arguments.checked(parser, config_of(env, num_envs, options))
    return options


def config_of(env: str, num_envs: int, options: argparse.Namespace) -> dict[str, Any]:
    """Returns the fields of a run with E environments."""
    tiny = arguments.tiny_size(options.given) if options.tiny else {}
    return {"env": env, **tiny, **work(num_envs, options.rows), **options.given}


def works_of(env: str, options: argparse.Namespace) -> dict[str, dict[str, dict[str, Any]]]:
    """Returns the fields of an `OursSetting`, by the names of process and size."""

    def fields(mode: str, num_envs: int, lanes: int = 1) -> dict[str, Any]:
        return {"mode": mode, "config": config_of(env, num_envs, options), "lanes": lanes}

    each, lanes = options.of_lanes, options.lanes
    alone = sorted({*options.sizes, *(each * n for n in lanes)})
    return {
        "environment": {str(n): fields("environment", n) for n in alone},
        "training": {str(n): fields("training", n) for n in sorted({*options.sizes, each})},
        "lanes": {str(n): fields("training", each, n) for n in lanes if n > 1},
    }


def run(env: str, options: argparse.Namespace) -> tuple[Rounds, Any]:
    """Returns rounds of segments by the names of process and size, and the messages of each process."""
    workers: list[Worker] = []
    with worker.all_ended(workers):
        for name, works in works_of(env, options).items():
            setting = SeveralSetting(works=works, segment_seconds=options.segment_seconds)
            workers.append(Worker(name, sys.executable, "benchmarks.several", setting, worker.ALONE))
        about = {each.name: each.wait_for("ready") for each in workers}
        return worker.alternate_works(workers, about, options.segments), about


def rates_of(rounds: Rounds, options: argparse.Namespace) -> dict[str, dict[str, dict[int, list[float]]]]:
    """Returns steps per second by round: over `environments` and `runs`, training and environment alone.

    Runs in one program are compared with the environment alone, at their total number of environments.
    """

    def of(process: str, name: int) -> list[float]:
        return [r[process][str(name)].env_steps / r[process][str(name)].seconds for r in rounds]

    each = options.of_lanes
    return {
        "environments": {
            kind: {n: of(kind, n) for n in options.sizes} for kind in ("training", "environment")
        },
        "runs": {
            "training": {n: of("training", each) if n == 1 else of("lanes", n) for n in options.lanes},
            "environment": {n: of("environment", each * n) for n in options.lanes},
        },
    }


def knee_of(found: Mapping[int, Sequence[float]]) -> int | None:
    """Returns the knee of the medians."""
    return knee(list(found), [statistics.median(x) for x in found.values()])


def knee_in_words(found: Mapping[int, Sequence[float]]) -> str:
    """Describes the knee; a knee at the smallest size may really lie below it, except at one run."""
    bend = knee_of(found)
    if bend is None:
        return "has none up to the largest size"
    return f"{bend} or fewer" if 1 < bend == min(found) else str(bend)


def table(
    env: str, over: str, found: Mapping[str, Mapping[int, Sequence[float]]], options: argparse.Namespace
) -> results.Table:
    """Makes the table with a row for each size."""
    training, alone = found["training"], found["environment"]
    rows = [
        [
            str(n),
            results.spread(training[n]),
            results.spread(alone[n]),
            results.number(statistics.median(training[n]) / statistics.median(alone[n])),
        ]
        for n in training
    ]
    knees = [
        f"{kind} {knee_in_words(x)}" for kind, x in (("training", training), ("the environment alone", alone))
    ]
    title = f"{env}, over {over}" + (f" of {options.of_lanes} environments in one program" * (over == "runs"))
    note = NOTE.format(rows=options.rows, steps=STEPS_OF_EACH, knees=", ".join(knees))
    return results.Table(
        f"{title}: environment steps per second", [over, "training", "environment alone", "share"], rows, note
    )


def picture(
    rates: Mapping[str, Mapping[str, Mapping[str, Mapping[int, Sequence[float]]]]],
    options: argparse.Namespace,
    path: Path,
) -> Path:
    """Draws steps per second by size: a row of panels per environment, medians in a band, knees as rings."""
    figure = figure_style.new_figure(9.0, 3.6 * len(rates))
    grid = figure.subplots(len(rates), 2, squeeze=False)
    for axes, (env, by_size) in zip(grid, rates.items(), strict=True):
        for ax, (over, found) in zip(axes, by_size.items(), strict=True):
            for kind, of_sizes in found.items():
                sizes, values = list(of_sizes), np.array(list(of_sizes.values()))
                middle, colour = np.median(values, axis=1), _COLOURS[kind]
                label = {"environment": "environment alone"}.get(kind, kind)
                ax.fill_between(sizes, values.min(1), values.max(1), color=colour, alpha=0.2, linewidth=0)
                ax.plot(sizes, middle, color=colour, marker="o", markersize=4, label=label)
                bend = knee_of(of_sizes)
                if bend is not None:
                    at = middle[sizes.index(bend)]
                    ax.plot(bend, at, color=colour, marker="o", markersize=12, fillstyle="none")
            ax.set_xscale("log", base=2)
            ax.set_xticks(sizes, [str(n) for n in sizes])
            ax.set_yscale("log")
            lowest, highest = ax.get_ylim()
            ax.set_ylim(lowest / 1.5, highest * 1.5)
            ax.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
            ax.yaxis.set_major_formatter(lambda rate, _: results.number(rate, 1))
            ax.yaxis.set_minor_locator(NullLocator())
            ax.set(xlabel=over, ylabel="environment steps per second")
            what = f"{options.of_lanes} environments each" if over == "runs" else "one run"
            figure_style.style_axes(ax, env, f"{what}; a ring is the knee")
            ax.legend(frameon=False)
    return figure_style.save(figure, path)


def main() -> None:
    """Measures every environment; writes after each one, so that no result is lost."""
    os.environ.update(worker.SHARED)
    options = parse()
    out = options.out or results.DIRECTORY
    tables: list[results.Table] = []
    rates: dict[str, Any] = {}
    data: dict[str, Any] = {}
    for env in options.env:
        rounds, about = run(env, options)
        rates[env] = rates_of(rounds, options)
        data[env] = {"works": works_of(env, options), "about": about, "rates": rates[env]}
        data[env]["knees"] = {
            over: {kind: knee_of(x) for kind, x in found.items()} for over, found in rates[env].items()
        }
        tables += [table(env, over, found, options) for over, found in rates[env].items()]
        for one in tables[-2:]:
            print("\n".join([one.title, *results.grid(one.header, one.rows), one.note, ""]), flush=True)
        if not options.tiny or options.out:
            summary = f"Steps per second of {', '.join(rates)} over the number of environments, and of runs."
            results.write(options.name, summary, tables, {"environments": data}, out)
            drawn = picture(rates, options, out / f"{options.name}.png")
            print(f"Wrote {drawn}", flush=True)


if __name__ == "__main__":
    main()
