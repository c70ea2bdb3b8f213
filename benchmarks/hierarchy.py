"""Compares hierarchies with flat learners on equal steps of a robot: `python -m benchmarks.hierarchy`.

HIRO, FuN, options, SAC and PPO learn a task from scratch; the seeds of each are lanes of one sweep. `skills`
is a policy over the skills of a METRA run, which trained the same robot without the task. Each choice lasts
5 steps (10 for half-cheetah). Its steps are the robot's; the steps of the METRA run are extra. Runs that
exist from an earlier call are not repeated.
"""

import argparse
import csv
import json
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import arguments, results, worker
from benchmarks.figures import cell
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.pictures import figure_style

SKILLS = "skills"
# Flags of each learner, besides those of the task.
LEARNERS = {
    "hiro": "--agent=hiro --goal_steps=10",
    "fun": "--agent=fun",
    "options": "--agent=soft_option_critic --num_options=4",
    "sac": "--agent=sac",
    "ppo": "--agent=ppo",
}
# The robot's steps on each task, and flags of its learners ("": of all of them).
TASKS = {
    "pendulum": (100_000, {"": "--num_envs=32 --updates_per_iteration=8 --replay_size=100_000"}),
    "point_goals": (
        100_000,
        {
            "": "--num_envs=32 --updates_per_iteration=8",
            "hiro": "--goal_steps=5 --goal_limits=0.5 --manager_updates=4",
            "fun": "--goal_steps=3",
        },
    ),
    "ant_waypoints": (2_000_000, {"": "--backend=spring", "hiro": "--goal_limits=4"}),
    "ant_u_maze": (2_000_000, {"": "--backend=spring", "hiro": "--goal_limits=10"}),
    "ant_maze": (2_000_000, {"": "--backend=spring", "hiro": "--goal_limits=10"}),
    "halfcheetah": (500_000, {"": "--backend=native --num_envs=16 --updates_per_iteration=16"}),
    "halfcheetah_hurdles": (500_000, {"": "--backend=native --num_envs=16 --updates_per_iteration=16"}),
    "point_pixels": (100_000, {"fun": "--goal_steps=3"}),
    "car_racing": (300_000, {}),
}
# Robots whose skills can be used, and how many of the robot's steps a choice lasts.
ROBOTS = {"ant": 5, "halfcheetah": 10}
OPTION_USE = {
    "option_share_largest": "largest option's share",
    "option_entropy": "entropy of options, nats",
    "option_length": "steps of an option",
}
OFF_POLICY = (
    "--num_envs=",
    "--updates_per_iteration=",
    "--replay_size=",
)  # PPO and FuN have their own values


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__)
    parser.add_argument("--task", default="ant_waypoints", choices=TASKS)
    known = (*LEARNERS, SKILLS)
    parser.add_argument(
        "--only",
        type=arguments.names_among(known, ","),
        default=["hiro", SKILLS, "sac", "ppo"],
        help=f"some of {', '.join(known)} [hiro,skills,sac,ppo]",
    )
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=0, help="steps of the robot; 0: those in TASKS")
    parser.add_argument(
        "--skill_steps", type=int, default=0, help="steps of the METRA run; 0: those of its preset"
    )
    parser.add_argument("--args", default="", help="more flags of every run on the task")
    parser.add_argument("--log_dir", type=Path, default=Path("runs"), help="folder of the runs [runs]")
    parser.add_argument("--name", default="", help="name of the result files; empty: hierarchy_TASK")
    parser.add_argument("--out", type=Path, default=results.DIRECTORY, help="folder of the results")
    options = parser.parse_args()
    # The path is made absolute, because commands run in the checkout's folder.
    options.log_dir = options.log_dir.resolve()
    return options


def flags_of(learner: str, options: argparse.Namespace) -> list[str]:
    """Returns the flags of a learner on the task."""
    steps, told = TASKS[options.task]
    common = shlex.split(told.get("", ""))
    if learner in ("ppo", "fun"):
        common = [flag for flag in common if not flag.startswith(OFF_POLICY)]
    own = shlex.split(f"{LEARNERS[learner]} {told.get(learner, '')} {options.args}")
    budget = [f"--num_env_steps={options.steps or steps}", f"--eval_every={(options.steps or steps) // 10}"]
    return ["--objective=task", f"--env={options.task}", *budget, *common, *own]


def curve(directory: Path, per_step: int = 1) -> list[dict[str, float]]:
    """Returns a run's evaluations: the robot's steps, the return, and the success rate if it has one."""
    with (directory / "progress.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    wanted = {
        "time/env_steps": "steps",
        "time/wall_seconds": "seconds",
        "eval/return": "return",
        "eval/success": "success",
        "eval/goal_spread": "goal_spread",
        **{f"eval/{name}": name for name in OPTION_USE},
    }
    found = []
    for row in rows:
        if not row.get("eval/return"):
            continue
        kept = {short: float(row[name]) for name, short in wanted.items() if row.get(name)}
        found.append({**kept, "steps": kept["steps"] * per_step})
    return found


def learned(learner: str, options: argparse.Namespace) -> list[list[dict[str, float]]]:
    """Returns the curves of a learner's seeds, which one sweep trains."""
    name = f"hierarchy_{options.task}_{learner}"
    folder = options.log_dir / "sweeps" / name
    if (folder / "table.csv").exists():
        print(f"{folder} exists already", flush=True)
    else:
        words = [*flags_of(learner, options), f"--seeds=0..{options.seeds - 1}", f"--name={name}"]
        worker.run_plainly("sweep", words, options.log_dir)
    return [curve(path.parent) for path in sorted(folder.glob(f"{options.task}/*/progress.csv"))]


def chosen(options: argparse.Namespace) -> list[list[dict[str, float]]]:
    """Returns the curves of policies over skills; each seed has a METRA run and a policy over its skills."""
    from diayn_jax.use.choosing.choose import RESULT

    steps = options.steps or TASKS[options.task][0]
    robot = robot_of(options.task)
    length = ROBOTS[robot]
    backend = [flag for flag in shlex.split(TASKS[options.task][1].get("", "")) if "backend" in flag]
    found = []
    for seed in range(options.seeds):
        skills = options.log_dir / robot / f"hierarchy_skills-s{seed}"
        if not (skills / "skills.json").exists():
            words = [f"--env={robot}", "--objective=metra", *backend]
            words += [f"--num_env_steps={options.skill_steps}"] if options.skill_steps else []
            worker.run_plainly("run", [*words, f"--seed={seed}", f"--name={skills.name}"], options.log_dir)
        name = f"hierarchy_choosing-s{seed}"
        directory = options.log_dir / options.task / name
        if not (directory / RESULT).exists():
            words = [str(skills), f"--task={options.task}", f"--steps_per_choice={length}"]
            # The run's own steps are choices; it is evaluated as often as the learners.
            words += [f"--num_env_steps={steps}", f"--eval_every={max(steps // length // 10, 1)}"]
            words += [f"--seed={seed}", f"--name={name}", "--baselines=none"]
            worker.run_plainly("choose", words, options.log_dir)
        found.append(curve(directory, length))
    return found


def robot_of(task: str) -> str:
    """Returns the robot whose skills a task uses; empty if no robot in ROBOTS fits."""
    return next((robot for robot in ROBOTS if task.startswith(f"{robot}_")), "")


def table(task: str, found: Mapping[str, Sequence[Sequence[Mapping[str, float]]]]) -> results.Table:
    """Makes the table with a row for each learner: its last evaluations, over seeds."""
    used = {
        name: words
        for name, words in OPTION_USE.items()
        if any(name in point for curves in found.values() for points in curves for point in points)
    }
    rows = []
    for learner, curves in found.items():
        last = [points[-1] for points in curves if points]
        rows.append(
            [
                learner,
                str(len(last)),
                results.number(max(point["steps"] for point in last)),
                cell([point["return"] for point in last]),
                cell([max(point["return"] for point in points) for points in curves if points]),
                cell([point["success"] for point in last if "success" in point]),
                results.number(max(point["seconds"] for point in last)),
                *(cell([point[name] for point in last if name in point]) for name in used),
            ]
        )
    header = ["learner", "seeds", "steps", "return", "best evaluation", "success", "seconds", *used.values()]
    note = (
        "Interquartile means over seeds with 95 % intervals, from evaluations by the mode. Seconds are wall "
        "time, from the start of a run to its last evaluation. The seeds of a learner train together; those "
        "of skills train one after another, and the seconds of their METRA runs are not included."
    )
    return results.Table(f"{task}, equal steps of the robot", header, rows, note)


def picture(task: str, found: Mapping[str, Sequence[Sequence[Mapping[str, float]]]], path: Path) -> Path:
    """Draws the returns over steps of the robot: every seed, and each learner's interquartile mean."""
    figure = figure_style.new_figure(7.0, 4.4)
    ax = figure.add_subplot()
    for colour, (learner, of_seeds) in zip(skill_colours(len(found)), found.items(), strict=True):
        curves = [points for points in of_seeds if points]
        if not curves:
            continue
        for points in curves:
            x, y = ([point[name] for point in points] for name in ("steps", "return"))
            ax.plot(x, y, color=colour, linewidth=0.8, alpha=0.35)
        # Seeds are evaluated at the same steps, except for a seed that was stopped early.
        shared = min(map(len, curves))
        middle = [
            over_runs.interval([np.array([c[i]["return"] for c in curves])]).mean for i in range(shared)
        ]
        x = np.mean([[point["steps"] for point in points[:shared]] for points in curves], axis=0)
        ax.plot(x, middle, color=colour, linewidth=2.2, label=learner)
    ax.set(xlabel="steps of the robot", ylabel="return")
    ax.legend(frameon=False)
    figure_style.style_axes(ax, task, "seeds and their interquartile mean")
    return figure_style.save(figure, path)


def main() -> None:
    """Trains learner by learner; writes after each learner, so that no result is lost."""
    options = parse()
    name = options.name or f"hierarchy_{options.task}"
    if SKILLS in options.only and not robot_of(options.task):
        raise SystemExit(f"--only={SKILLS}: skills exist only for {' and '.join(ROBOTS)}. Leave it out.")
    earlier = results.earlier(name, options.out)
    found: dict[str, Any] = dict(earlier.get("curves", {}))
    for learner in options.only:
        found[learner] = chosen(options) if learner == SKILLS else learned(learner, options)
        data = {"curves": found, "skill_steps": options.skill_steps if SKILLS in found else None}
        summary = f"`{options.task}`, {options.seeds} seeds."
        if SKILLS in found:
            of = results.number(options.skill_steps) if options.skill_steps else "the preset's"
            summary += f" Skills come from METRA runs of {of} steps without the task; these steps are extra."
        results.write(name, summary, [table(options.task, found)], data, options.out)
        print(f"Wrote {picture(options.task, found, options.out / f'{name}.png')}", flush=True)
        print(
            json.dumps({key: cell([c[-1]["return"] for c in value]) for key, value in found.items()}),
            flush=True,
        )


if __name__ == "__main__":
    main()
