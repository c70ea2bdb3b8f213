"""Measures wall seconds until skills are distinguishable: diayn_jax and QDax's DIAYN, on ant by xy.

    python -m benchmarks.time_to_quality --qdax_python=.venv-qdax/bin/python

The clock starts before anything is built; it includes compilation and excludes evaluation. Every 15 s, the
same code evaluates either side on the same environment. Runs train one after another.
"""

import argparse
import dataclasses
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import arguments, figures, results, worker
from benchmarks.ours_diayn import OursSetting
from benchmarks.qdax_diayn import QdaxSetting
from benchmarks.worker import Worker, WorkerError
from diayn_jax import config as configs
from diayn_jax import resolve

LEVELS = (0.5, 0.9)

# QDax runs at two settings, and the better one counts. Its other fields have their defaults.
QDAX_SETTINGS: dict[str, dict[str, Any]] = {
    "QDax, its defaults": {"alpha": None},
    # Its authors' skill-discovery benchmark (ICLR 2023) fixes α.
    "QDax, α 0.1": {"alpha": 0.1},
}


class Result(NamedTuple):
    """The result of one run of one system."""

    system: str
    seed: int
    curve: list[dict[str, Any]]  # evaluations: wall_seconds, env_steps, updates, figures
    end: dict[str, Any]  # peak RSS and versions of the process
    error: str = ""


def ours_setting(options: argparse.Namespace, seed: int) -> OursSetting:
    """Returns diayn_jax's preset, with the settings that both sides share."""
    config = {
        "env": options.env,
        "backend": options.backend,
        "num_skills": options.num_skills,
        "features": "xy",
        "episode_length": options.episode_length,
        "terminate_when_unhealthy": "false",
        "eval_episodes": options.eval_episodes,
        "seed": seed,
        **dict(assignment(text) for text in options.ours),
    }
    return OursSetting(
        mode="learn",
        config=config,
        budget_seconds=options.budget_seconds,
        eval_seconds=options.eval_seconds,
    )


def qdax_setting(options: argparse.Namespace, seed: int, **fields: Any) -> QdaxSetting:
    """Returns QDax's defaults, with the settings that both sides share and with `fields`."""
    return QdaxSetting(
        mode="learn",
        env=options.env,
        backend=options.backend,
        num_skills=options.num_skills,
        num_envs=options.qdax_num_envs,
        episode_length=options.episode_length,
        updates_per_iteration=options.qdax_updates,
        replay_size=options.qdax_replay_size,
        # A scan takes a second or two, so that evaluations are on time.
        iterations=max(1, 400 // max(10, options.qdax_updates)),
        eval_episodes=options.eval_episodes,
        budget_seconds=options.budget_seconds,
        eval_seconds=options.eval_seconds,
        seed=seed,
        **fields,
    )


def learn(system: str, seed: int, python: str, module: str, setting: OursSetting | QdaxSetting) -> Result:
    """Trains one run until its budget is spent; if it ends early, the result has the error."""
    curve: list[dict[str, Any]] = []
    end: dict[str, Any] = {}
    # The clock includes compilation, so neither side may use programs of an earlier run.
    environ = {**worker.ALONE, "JAX_ENABLE_COMPILATION_CACHE": "false"}
    process = Worker(system, python, module, setting, environ)
    with worker.all_ended([process]):
        try:
            for message in process.messages():
                event = message.pop("event")
                if event == "end":
                    end = message
                elif event == "evaluation":
                    curve.append(message)
                    print(f"  {point_words(curve[-1])}", flush=True)
        except WorkerError as error:
            print(f"  {error}", flush=True)
            return Result(system, seed, curve, end, str(error))
    return Result(system, seed, curve, end)


def point_words(point: dict[str, Any]) -> str:
    """Formats a line of progress."""
    judged = point["figures"]
    return (
        f"{point['wall_seconds']:6.0f} s  {results.number(point['env_steps'])} steps  "
        f"{results.number(point['updates'])} updates  mi_normalised {judged['mi_normalised']:.3f}  "
        f"accuracy {judged['discriminator_accuracy']:.3f}  coverage {judged['policy_coverage']:.0f}"
    )


def time_words(seconds: float | None, budget: float) -> str:
    """Formats seconds, or "> budget" if the level was not reached."""
    return f"> {budget:.0f}" if seconds is None or math.isinf(seconds) else f"{seconds:.0f}"


def times(runs: Sequence[Result], level: float) -> list[float]:
    """Returns the seconds to a level for each run; inf if it was not reached."""
    found = (figures.time_to(run.curve, level) for run in runs)
    return [math.inf if seconds is None else seconds for seconds in found]


def best_mi(run: Result) -> float:
    """Returns the best `mi_normalised` of a run's evaluations."""
    return max((point["figures"]["mi_normalised"] for point in run.curve), default=-math.inf)


def better(settings: Sequence[Sequence[Result]]) -> Sequence[Result]:
    """Returns the setting whose median run reaches the level first, or else the one with the best score."""

    def rank(runs: Sequence[Result]) -> tuple[float, ...]:
        reached = [figures.median(times(runs, level)) for level in sorted(LEVELS, reverse=True)]
        return (*reached, -figures.median([best_mi(run) for run in runs]))

    return min(settings, key=rank)


def by_system(runs: Sequence[Result]) -> dict[str, list[Result]]:
    """Groups runs by system, in order."""
    grouped: dict[str, list[Result]] = {}
    for run in runs:
        grouped.setdefault(run.system, []).append(run)
    return grouped


def run_table(runs: Sequence[Result], budget: float) -> results.Table:
    """Makes the table with a row for each run."""
    header = [
        "run",
        *[f"s to {level:g}" for level in LEVELS],
        "best mi_normalised",
        "steps",
        "updates",
        *[f"{heading} (end)" for heading in figures.SHOWN.values()],
    ]
    rows = []
    for run in runs:
        last = run.curve[-1] if run.curve else {"figures": {}, "env_steps": None, "updates": None}
        reached = [time_words(figures.time_to(run.curve, level), budget) for level in LEVELS]
        rows.append(
            [
                f"{run.system}, seed {run.seed}" + (" (ended early)" if run.error else ""),
                *reached,
                results.number(best_mi(run)),
                results.number(last["env_steps"]),
                results.number(last["updates"]),
                *[results.number(last["figures"].get(name)) for name in figures.SHOWN],
            ]
        )
    note = (
        f"Seconds to a level of mi_normalised: the first of two evaluations in a row. `> {budget:.0f}`: "
        "not reached within the budget. 'End' is the last evaluation."
    )
    return results.Table("Runs", header, rows, note)


def ratio_table(grouped: dict[str, list[Result]], budget: float) -> results.Table | None:
    """Makes the table of medians over seeds, of diayn_jax and of QDax's better setting."""
    peers = [grouped[name] for name in QDAX_SETTINGS if name in grouped]
    if "ours" not in grouped or not peers:
        return None
    peer = better(peers)
    rows = []
    for level in LEVELS:
        mine, its = figures.median(times(grouped["ours"], level)), figures.median(times(peer, level))
        if math.isinf(mine):
            ratio = "–"
        else:
            ratio = f"{its / mine:.1f}" if math.isfinite(its) else f"> {budget / mine:.1f}"
        rows.append([f"{level:g}", time_words(mine, budget), time_words(its, budget), ratio])
    header = ["mi_normalised", "ours, s", f"{peer[0].system}, s", "QDax / ours"]
    return results.Table("Time to quality, medians over seeds", header, rows)


def curve_table(grouped: dict[str, list[Result]], budget: float, every: float) -> results.Table:
    """Makes the table of the median `mi_normalised` over seeds, at equal wall time."""
    marks = [every * i for i in range(1, int(budget / every) + 1)]
    rows = []
    columns = {}
    for name, runs in grouped.items():
        values = [figures.at_times(run.curve, marks, "mi_normalised") for run in runs]
        columns[name] = [figures.median(each) for each in zip(*values, strict=True)]
    for i, mark in enumerate(marks):
        rows.append([f"{mark:.0f}", *[results.number(column[i]) for column in columns.values()]])
    return results.Table("mi_normalised by wall seconds, median over seeds", ["seconds", *columns], rows)


def plot(grouped: dict[str, list[Result]], path: Path) -> None:
    """Draws the curves of all runs over wall seconds."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(figsize=(7, 4))
    for i, (name, runs) in enumerate(grouped.items()):
        for j, run in enumerate(runs):
            seconds = [point["wall_seconds"] for point in run.curve]
            values = [point["figures"]["mi_normalised"] for point in run.curve]
            axes.plot(seconds, values, ".-", color=f"C{i}", alpha=0.8, label=name if j == 0 else None)
    axes.axhline(0.9, color="0.6", linewidth=0.8, linestyle="--")
    axes.set_xlabel("wall seconds (compilation included, evaluation excluded)")
    axes.set_ylabel("mi_normalised")
    axes.set_xlim(left=0)
    axes.set_ylim(-0.1, 1.02)
    axes.legend(frameon=False)
    figure.tight_layout()
    figure.savefig(path, dpi=150)
    plt.close(figure)


def write(runs: Sequence[Result], settings: dict[str, Any], options: argparse.Namespace) -> None:
    """Writes the results so far."""
    grouped = by_system(runs)
    tables = [ratio_table(grouped, options.budget_seconds), run_table(runs, options.budget_seconds)]
    tables.append(curve_table(grouped, options.budget_seconds, options.table_seconds))
    as_json, _ = results.write(
        options.name,
        f"{options.env} ({options.backend}), features xy, K = {options.num_skills}, episodes of "
        f"{options.episode_length} steps without termination, {options.budget_seconds:.0f} s a run. The "
        "clock includes compilation and excludes evaluation. Both sides are evaluated every "
        f"{options.eval_seconds:.0f} s by the same code.",
        [table for table in tables if table is not None],
        {"settings": settings, "runs": [run._asdict() for run in runs]},
        options.out,
    )
    plot(grouped, as_json.with_suffix(".png"))


def assignment(text: str) -> tuple[str, Any]:
    """Parses `field=value` to a field of diayn_jax's config and its value."""
    name, equals, value = text.partition("=")
    fields = resolve.all_fields()
    if not equals or name not in fields:
        raise SystemExit(f"--ours={text}: takes FIELD=VALUE, where FIELD is a field of Config")
    return name, configs.parse(fields[name], value)


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "time_to_quality")
    arguments.add_qdax(parser)
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument(
        "--budget_seconds", type=float, default=600.0, help="seconds of a run, by its own clock"
    )
    parser.add_argument("--eval_seconds", type=float, default=15.0)
    parser.add_argument("--eval_episodes", type=int, default=10, help="episodes per skill")
    parser.add_argument(
        "--table_seconds", type=float, default=60.0, help="seconds between rows of the curve's table"
    )
    parser.add_argument("--num_skills", type=int, default=10)
    parser.add_argument(
        "--episode_length", type=int, default=300, help="default: that of diayn_jax's preset for ant"
    )
    parser.add_argument(
        "--ours",
        action="append",
        default=[],
        metavar="FIELD=VALUE",
        help="a field of diayn_jax's config; repeatable",
    )
    parser.add_argument("--skip_ours", action="store_true", help="only QDax")
    parser.add_argument("--qdax_num_envs", type=int, default=250, help="default: that of QDax's notebook")
    parser.add_argument(
        "--qdax_updates", type=int, default=16, help="updates per iteration (62 in QDax's notebook)"
    )
    parser.add_argument(
        "--qdax_replay_size", type=int, default=100_000, help="capacity (1000000 in QDax's notebook)"
    )
    parser.add_argument(
        "--drop_worse",
        action="store_true",
        help="after the first seed, run only the better of QDax's settings",
    )
    options = parser.parse_args()
    arguments.check_qdax(parser, options)
    options.seeds = [int(seed) for seed in options.seeds.split(",")]
    return options


def main() -> None:
    """Runs all systems and seeds in turn; writes after each run, so that no result is lost."""
    options = parse()
    systems: dict[str, Any] = {} if options.skip_ours else {"ours": None}
    if options.qdax_python:
        systems |= QDAX_SETTINGS
    runs: list[Result] = []
    settings: dict[str, Any] = {}
    # Seed by seed, so that all systems run under similar conditions of the machine.
    for seed in options.seeds:
        for system, fields in systems.items():
            print(f"{system}, seed {seed}", flush=True)
            if fields is None:
                setting = ours_setting(options, seed)
                run = learn(system, seed, sys.executable, "benchmarks.ours_diayn", setting)
            else:
                setting = qdax_setting(options, seed, **fields)
                run = learn(system, seed, options.qdax_python, "benchmarks.qdax_diayn", setting)
            runs.append(run)
            settings[system] = dataclasses.asdict(setting)
            write(runs, settings, options)
        if options.drop_worse and options.qdax_python and seed == options.seeds[0]:
            grouped = by_system(runs)
            best = better([grouped[name] for name in QDAX_SETTINGS if name in grouped])[0].system
            systems = {name: x for name, x in systems.items() if name not in QDAX_SETTINGS or name == best}


if __name__ == "__main__":
    main()
