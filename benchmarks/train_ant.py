"""Runs the training command seed by seed, and collects the final figures of its runs.

    python -m benchmarks.train_ant
    python -m benchmarks.train_ant --num_skills=0 --args=--objective=metra --name=train_ant_metra
    python -m benchmarks.train_ant --runs=runs/ant/A,runs/ant/B

It runs `python -m experiments.run --env=ant --num_skills=10` like a user, without compiled programs of
earlier runs, and reads the runs' directories. With `--runs`, it reads runs that were trained before.
"""

import argparse
import datetime
import functools
import json
import shlex
import statistics
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import results
from benchmarks.worker import ROOT, run_command
from diayn_jax.storage import files, logs

# A run's final figures and their headings, in the order of the table.
SHOWN = {
    "eval/mi_normalised": "mi_normalised",
    "eval/discriminator_accuracy": "accuracy",
    "eval/mi_after_50": "mi_after_50",
    "eval/probe_mi": "probe_mi, nats",
    "eval/probe_mi_normalised": "probe_mi_normalised",
    "eval/probe_mi_normalised_xy": "probe, xy",
    "eval/binned_mi_xy": "binned_mi_xy, nats",
    "eval/policy_coverage": "policy_coverage",
    "eval/goal_success": "goal_success",
    "eval/goal_success_near": "goal_success_near",
    "eval/return": "return",
    "eval/score": "score",
    "eval/distance_mean": "distance, m",
    "eval/distance_first_half": "first half, m",
    "eval/distance_second_half": "second half, m",
    "eval/speed_last_quarter": "speed at the end, m/step",
    "eval/return_mean": "mean return",
    "eval/return_best": "best return",
    "qd/coverage": "qd/coverage",
}
# Figures of each evaluation, if the objective has them.
CURVE = (
    "time/env_steps",
    "time/wall_seconds",
    "time/eval_seconds",
    "eval/mi_normalised",
    "eval/distance_mean",
    "eval/return",
)
TIMES = {
    "command_seconds": "command, s",
    "training_seconds": "training, s",
    "eval_seconds": "evaluation, s",
    "compile_seconds": "of it compilation, s",
    "env_steps": "steps",
    "updates": "updates",
}


def run_seed(seed: int, options: argparse.Namespace) -> dict[str, Any]:
    """Runs the command once.

    Returns:
      The run's final figures, times, config, command and skills.
    """
    started = datetime.datetime.now().astimezone()
    name = f"{options.name}-{started:%Y%m%d-%H%M%S}-s{seed}"
    arguments = [
        f"--env={options.env}",
        *([f"--num_skills={options.num_skills}"] if options.num_skills else []),
        f"--seed={seed}",
        *shlex.split(options.args),
    ]
    # The run's path does not belong to its settings.
    where = [f"--log_dir={options.log_dir}", f"--name={name}"]
    cache = {"JAX_ENABLE_COMPILATION_CACHE": "true" if options.warm else "false"}
    begun = time.perf_counter()
    run_command("experiments.run", [*arguments, *where], cache)
    seconds = time.perf_counter() - begun
    path = files.folder(ROOT / options.log_dir, options.env) / name
    return read_run(path) | {"command_seconds": seconds}


def read_run(path: Path) -> dict[str, Any]:
    """Reads the directory of a finished run."""
    ended = json.loads((path / files.SKILLS).read_text(encoding="utf-8"))
    config = json.loads((path / files.CONFIG).read_text(encoding="utf-8"))
    # The path on one machine is of no interest.
    config["config"].pop("log_dir")
    given = [word for word in config["command"] if word.startswith("--")]
    flags = [word for word in given if not word.startswith(("--log_dir=", "--name="))]
    rows = logs.read(path)
    last = rows[-1]
    return {
        "seed": config["config"]["seed"],
        "command": shlex.join(["python", "-m", "experiments.run", *flags]),
        "command_seconds": None,
        "training_seconds": (last["time/wall_seconds"] or 0) - (last["time/eval_seconds"] or 0),
        "eval_seconds": last["time/eval_seconds"],
        "compile_seconds": sum(row.get("time/compile_seconds") or 0 for row in rows),
        "env_steps": last["time/env_steps"],
        "updates": last["time/updates"],
        "figures": ended["figures"],
        "skills": ended["skills"],
        "config": {key: config[key] for key in ("config", "resolved", "versions", "device", "commit")},
        "curve": [
            {key: row[key] for key in CURVE if row.get(key) is not None}
            for row in rows
            if any(row.get(key) is not None for key in CURVE if key.startswith("eval/"))
        ],
    }


def figure_table(runs: Sequence[Mapping[str, Any]]) -> results.Table:
    """Makes the table with a row for each figure, and a column for each seed and for the median."""

    def row(heading: str, values: Sequence[float | None], digits: int = 3) -> list[str]:
        there = [value for value in values if value is not None]
        middle = statistics.median(there) if there else None
        return [heading, *[results.number(value, digits) for value in values], results.number(middle, digits)]

    found = [name for name in SHOWN if any(run["figures"].get(name) is not None for run in runs)]
    rows = [row(SHOWN[name], [run["figures"].get(name) for run in runs]) for name in found]
    rows += [row(heading, [run[name] for run in runs]) for name, heading in TIMES.items()]
    resolved = runs[0]["config"]["config"]
    note = (
        f"Episodes of {resolved['episode_length']} steps, terminate_when_unhealthy="
        f"{resolved['terminate_when_unhealthy']}. `command` is the wall time of the whole command, "
        "with imports, compilation and the full evaluation at the end; `training` excludes evaluation. "
        f"Runs: {'; '.join(_words(run) for run in runs)}."
    )
    header = ["figure", *[f"seed {run['seed']}" for run in runs], "median"]
    return results.Table("At the end of each run", header, rows, note)


def _words(run: Mapping[str, Any]) -> str:
    """Describes the seed, devices and commit of a run."""
    number, commit = run["config"]["resolved"]["num_devices"], run["config"]["commit"]
    where = "an unknown commit" if commit is None else commit["hash"][:7]
    return f"seed {run['seed']} on {number} device{'s' if number > 1 else ''} at {where}"


def skill_table(run: Mapping[str, Any]) -> results.Table:
    """Makes the table of a run's skills."""
    columns = [name for name in run["skills"][0] if run["skills"][0][name] is not None]
    rows = [[str(skill["skill"]), *[_cell(skill[name]) for name in columns[1:]]] for skill in run["skills"]]
    return results.Table(f"Skills, seed {run['seed']}", columns, rows)


def _cell(value: float | Sequence[float] | None) -> str:
    """Formats a figure of a skill, or the skill itself if it is a vector."""
    if isinstance(value, Sequence):
        return f"({', '.join(f'{x:.2f}' for x in value)})"
    return results.number(value)


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__)
    parser.add_argument("--env", default="ant")
    parser.add_argument("--num_skills", type=int, default=10, help="0: the objective's default")
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--runs", default="", help="directories of finished runs, instead of training")
    parser.add_argument("--args", default="", help='more flags of the training command, as in "--alpha=auto"')
    parser.add_argument("--log_dir", default="runs", help="folder of the runs")
    parser.add_argument("--warm", action="store_true", help="use compiled programs of earlier runs")
    parser.add_argument("--name", default="", help="name of the result files; empty: train_<env>")
    parser.add_argument("--out", type=Path, default=results.DIRECTORY, help="folder of the results")
    options = parser.parse_args()
    options.seeds = [int(seed) for seed in options.seeds.split(",")]
    options.name = options.name or f"train_{options.env}"
    return options


def main() -> None:
    """Runs the seeds in turn; writes after each one, so that no result is lost."""
    options = parse()
    runs: list[dict[str, Any]] = []
    read = [functools.partial(read_run, Path(path)) for path in options.runs.split(",") if path]
    for one in read or [functools.partial(run_seed, seed, options) for seed in options.seeds]:
        runs.append(one())
        results.write(
            options.name,
            f"`{runs[0]['command']}`, without cached programs, by seed; all other settings are the preset's.",
            [figure_table(runs), *[skill_table(run) for run in runs]],
            {"runs": runs},
            options.out,
        )


if __name__ == "__main__":
    main()
