"""Finetunes skills of METRA on several robots, beside the same learner from scratch.

    python -m benchmarks.finetune --only=ant,hopper --seeds=5

Each robot has one METRA run, or the skills that come with the package. The best skill is finetuned on the
environment's own reward. The seeds of each group are lanes of one program. Runs that exist from an earlier
call are not repeated.
"""

import argparse
import json
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from benchmarks import arguments, open_problems, results, worker
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.storage import files, pretrained
from diayn_jax.use.finetuning.skill_start import PLAYED, steps_to

EARLY = 100_000  # steps in which a skill must not be lost


class Robot(NamedTuple):
    """What a robot's runs are told."""

    skills: str  # flags of its METRA run, besides --env and --objective
    finetuning: str  # flags of finetuning, besides the seeds
    pretrained: str = ""  # the skills that come with the package, instead of a METRA run


_FALLS = (
    "--agent=sac --features=xz --skill_space=categorical --num_skills=8 --num_env_steps=1M "
    "--terminate_when_unhealthy"
)
ROBOTS = {
    "halfcheetah": Robot("", "--num_env_steps=150k --eval_every=10k"),
    "ant": Robot("", "--num_env_steps=600k --eval_every=25k", pretrained="ant-metra"),
    "hopper": Robot(_FALLS, "--num_env_steps=150k --eval_every=10k"),
    "walker2d": Robot(_FALLS, "--num_env_steps=150k --eval_every=10k"),
    "humanoid": Robot("", "--num_env_steps=600k --eval_every=25k"),
}


class Curve(NamedTuple):
    """The evaluations of a run."""

    steps: np.ndarray  # [P]
    returns: np.ndarray  # [P]


def read_curve(directory: Path) -> Curve:
    """Returns the evaluations of a run."""
    points = open_problems.curve(directory, "eval/return")
    return Curve(np.array([steps for steps, _ in points]), np.array([value for _, value in points]))


def trained(name: str, options: argparse.Namespace) -> Path:
    """Returns the directory of a robot's METRA run, which is trained if it does not exist.

    Pretrained skills are not trained.
    """
    if ROBOTS[name].pretrained:
        return pretrained.folder(ROBOTS[name].pretrained)
    directory = options.log_dir / name / "finetune_skills"
    if not (directory / files.SKILLS).exists():
        words = [f"--env={name}", "--objective=metra", *shlex.split(ROBOTS[name].skills)]
        worker.run_plainly("run", [*words, "--seed=0", f"--name={directory.name}"], options.log_dir)
    return directory


def choice_steps(directory: Path) -> int:
    """Returns the steps of the episodes that chose a run's best skill, and of those that measured it.

    The summary of `diayn finetune` counts them likewise.
    """
    skills = json.loads((directory / files.SKILLS).read_text(encoding="utf-8"))["skills"]
    config = json.loads((directory / files.CONFIG).read_text(encoding="utf-8"))["config"]
    chosen = config["eval_episodes"] * sum(skill["length"] for skill in skills)
    return int(chosen + PLAYED * config["episode_length"])


def finetuned(name: str, options: argparse.Namespace) -> dict[str, list[Curve]]:
    """Returns the curves of a robot's runs from a skill, and of those from scratch."""
    skills = trained(name, options)
    folder, label = options.log_dir / name, f"finetune_{options.label}" if options.label else "finetune"
    paths = {
        group: [folder / f"{label}-{group}-s{seed}" for seed in range(options.seeds)]
        for group in ("skill", "scratch")
    }
    if not all((path / files.SKILLS).exists() for group in paths.values() for path in group):
        source = ROBOTS[name].pretrained or str(skills)
        words = [source, "--scratch", f"--seeds=0..{options.seeds - 1}", f"--name={label}"]
        words += shlex.split(ROBOTS[name].finetuning) + shlex.split(options.args)
        worker.run_plainly("finetune", words, options.log_dir)
    return {group: [read_curve(path) for path in found] for group, found in paths.items()}


def figures(skill: Sequence[Curve], scratch: Sequence[Curve], choice: int) -> dict[str, Any]:
    """Returns the figures of a robot: what is kept of the skill, and when scratch's end is reached.

    Args:
      choice: environment steps of the episodes that chose the skill.
    """
    own = float(np.mean([curve.returns[0] for curve in skill]))
    early = min(float(curve.returns[curve.steps <= EARLY].min()) for curve in skill)
    level = float(np.mean([curve.returns[-1] for curve in scratch]))
    reached = [choice + steps_to(curve.steps, curve.returns, level) for curve in skill]
    end = float(np.mean([curve.steps[-1] for curve in scratch]))
    return {
        "own": own,
        "early": early,
        "kept": early / own if own > 0 else None,
        "end": over_runs.interval([np.array([curve.returns[-1] for curve in skill])])._asdict(),
        "scratch": over_runs.interval([np.array([curve.returns[-1] for curve in scratch])])._asdict(),
        "share_of_steps": float(np.median(reached)) / end,
    }


def table(found: dict[str, dict[str, Any]]) -> results.Table:
    """Makes the table with a row for each robot."""
    rows = []
    for name, robot in found.items():
        spans = [
            f"{results.number(robot[key]['mean'])} ({results.number(robot[key]['low'])} to "
            f"{results.number(robot[key]['high'])})"
            for key in ("end", "scratch")
        ]
        kept = [results.number(robot[key]) for key in ("own", "kept")]
        rows.append([name, *kept, *spans, results.number(robot["share_of_steps"])])
    header = ["robot", "skill's return", "least / skill's", "at the end", "scratch", "steps / scratch's"]
    note = (
        f"`least / skill's` is the lowest evaluation of any seed in the first {EARLY // 1000}k steps over "
        "the skill's return before the first update. The ends are interquartile means with 95 % intervals. "
        "`steps` is the median until scratch's mean final return, with the episodes that chose the skill, "
        "over all steps of scratch; METRA's own steps are not counted."
    )
    return results.Table("By robot", header, rows, note)


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "finetune_robots")
    arguments.add_names(parser, "--only", ROBOTS)
    parser.add_argument("--seeds", type=int, default=5, help="number of seeds of each group")
    parser.add_argument("--args", default="", help='more flags of finetuning, as in "--agent=ppo"')
    parser.add_argument("--label", default="", help="added to the names of the runs, to try other flags")
    parser.add_argument("--log_dir", type=Path, default=Path("runs"), help="folder of the runs")
    return parser.parse_args()


def main() -> None:
    """Measures the robots in turn; writes after each one, so that no result is lost."""
    options = parse()
    found: dict[str, dict[str, Any]] = {}
    for name in options.only:
        curves = finetuned(name, options)
        choice = choice_steps(trained(name, options))
        found[name] = figures(curves["skill"], curves["scratch"], choice)
        found[name]["curves"] = {
            group: [{"steps": list(curve.steps), "returns": list(curve.returns)} for curve in of_group]
            for group, of_group in curves.items()
        }
        results.write(
            options.name,
            f"The best skill of one METRA run per robot, finetuned on the environment's reward; "
            f"{options.seeds} seeds.",
            [table(found)],
            {"robots": found},
            options.out,
        )


if __name__ == "__main__":
    main()
