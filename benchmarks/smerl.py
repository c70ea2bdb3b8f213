"""Compares SMERL's skills with one policy, and with a finetuned skill of DIAYN, in a world that has changed.

    python -m benchmarks.smerl --seeds=3

All learn half-cheetah's own reward, in equally many steps: SAC; then SMERL's skills, whose R* is SAC's mean
return in training; and SAC from the best skill of DIAYN, half of the steps each. Then a joint is lost, or
gravity changes. A few episodes choose the skill that is best there, and others measure it. Nothing learns
there. The seeds of each method are lanes of one program. Runs that exist from an earlier call are not
repeated.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jax
import numpy as np

import diayn_jax
from benchmarks import results
from benchmarks.figures import cell
from diayn_jax import config as configs
from diayn_jax import envs, parallel
from diayn_jax.evaluation import metrics
from diayn_jax.storage import files, logs
from diayn_jax.use.loaded_run import Run

TO_CHOOSE, TO_MEASURE = 5, 15  # episodes of each skill
GRAVITIES = (0.5, 1.5, 2.0)
UNCHANGED = "unchanged"
_CHANGED = {"gravity", "joint_damage"}
# How far below R* a skill's return may be, as a share of R*. The paper's is the first.
MARGINS = (0.1, 0.3, 0.7)

Returns = dict[str, np.ndarray]  # by change of the world: the return of each seed


def changes(env: str) -> dict[str, dict[str, Any]]:
    """Returns the changes of the world: none, the loss of each joint, and other gravities."""
    count = envs.make(env).action_size
    lost = {
        f"joint {joint + 1} lost": {"joint_damage": tuple(float(i != joint) for i in range(count))}
        for joint in range(count)
    }
    return {UNCHANGED: {}, **lost, **{f"gravity × {scale:g}": {"gravity": scale} for scale in GRAVITIES}}


def best_there(returns: np.ndarray) -> float:
    """Returns the measured return of the skill that the first episodes choose.

    Args:
      returns: [K, TO_CHOOSE + TO_MEASURE], the return of each episode of each skill.
    """
    chosen = int(np.argmax(returns[:, :TO_CHOOSE].mean(axis=1)))
    return float(returns[chosen, TO_CHOOSE:].mean())


def returns_of(run: Run, varied: Mapping[str, Any]) -> np.ndarray:
    """Plays all skills by the policy's mode in a changed world; returns their returns, [K, episodes]."""
    count, episodes = len(run.trainer.components.skills.probes), TO_CHOOSE + TO_MEASURE
    with run.evaluator_in(**varied) as evaluator:
        played = evaluator.rollouts(
            run.state,
            jax.random.key(run.config.seed),
            np.repeat(np.arange(count), episodes),
            run.config.episode_length,
            deterministic=True,
        )
    return metrics.episode_returns(played).reshape(count, episodes)


def in_changed_worlds(directories: list[Path], worlds: Mapping[str, Mapping[str, Any]]) -> Returns:
    """Returns what each run reaches with the skill that is best in each of the changed worlds."""
    runs = [diayn_jax.load(directory) for directory in directories]
    found = {}
    for name, varied in worlds.items():
        found[name] = np.array([best_there(returns_of(run, varied)) for run in runs])
        print(f"  {name}: {', '.join(results.number(x) for x in found[name])}", flush=True)
    return found


def swept(name: str, options: argparse.Namespace, **fields: Any) -> list[Path]:
    """Trains the seeds of a method as one sweep, or finds them; returns their directories."""
    directory = options.log_dir / "sweeps" / name
    sweep = diayn_jax.sweep(
        resume=directory.exists(),
        seeds=range(options.seeds),
        name=name,
        log_dir=str(options.log_dir),
        env=options.env,
        agent="sac",
        num_devices=options.devices or configs.AUTO,
        report="none",
        plots=False,
        tensorboard=False,
        say=print,
        **fields,
    )
    results.leave_if_stopped(sweep.stopped)
    (row,) = sweep.rows
    return [directory / lane for lane in row.lanes]


def in_training(directory: Path) -> float:
    """Returns the last mean return of a run's episodes in training."""
    name = "train/return_running"
    return float([row[name] for row in logs.read(directory) if row.get(name) is not None][-1])


def finetuned(skills: list[Path], options: argparse.Namespace, steps: int) -> list[Path]:
    """Finetunes the best skill of each run by `steps` steps, or finds the runs; returns their directories."""
    directories = []
    for seed, directory in enumerate(skills):
        name = "smerl_finetuned"
        own = options.log_dir / options.env / f"{name}-skill-s{seed}"
        if not (own / files.SKILLS).exists():
            tuned = diayn_jax.finetune(
                directory,
                seeds=(seed,),
                num_env_steps=steps,
                log_dir=str(options.log_dir),
                name=name,
                report="none",
                plots=False,
                say=print,
            )
            results.leave_if_stopped(tuned.stopped)
        directories.append(own)
    return directories


def trained(options: argparse.Namespace) -> dict[str, list[Path]]:
    """Trains all methods; returns the directories of their runs."""
    steps = options.steps
    alone = swept("smerl_task", options, objective="task", num_env_steps=steps)
    reached = [in_training(directory) for directory in alone]
    skills = {"num_skills": options.num_skills, "features": options.features}
    smerl = {
        f"SMERL, ε = {margin:g}": swept(
            f"smerl_margin_{margin:g}",
            options,
            objective="smerl",
            best_return=round(float(np.mean(reached)), 1),
            return_margin=margin,
            num_env_steps=steps,
            **skills,
        )
        for margin in options.margins
    }
    diayn = swept("smerl_diayn", options, num_env_steps=steps // 2, **skills)
    return {"SAC": alone, **smerl, "DIAYN, finetuned": finetuned(diayn, options, steps // 2)}


def table(found: Mapping[str, Returns], options: argparse.Namespace) -> results.Table:
    """Makes the table with a row for each change of the world."""
    worlds = list(found["SAC"])
    lost = [name for name in worlds if name.endswith("lost")]
    rows = [[world, *(cell(of[world]) for of in found.values())] for world in worlds]
    means = [np.mean([of[world] for world in lost], axis=0) for of in found.values()]
    rows.append(["a joint lost, mean", *(cell(mean) for mean in means)])
    note = (
        f"Returns of an episode by the policy's mode; interquartile means over seeds with 95 % intervals. "
        f"SMERL has {options.num_skills} skills: {TO_CHOOSE} episodes of each choose one, and {TO_MEASURE} "
        f"others measure it. SMERL's and DIAYN's discriminators see `{options.features}`."
    )
    return results.Table("In changed worlds", ["world", *found], rows, note)


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__)
    robots = [name for name, spec in envs.specs().items() if set(spec.variations) >= _CHANGED]
    parser.add_argument("--env", choices=robots, default="halfcheetah", help="the robot")
    parser.add_argument("--steps", type=int, default=1_000_000, help="environment steps of each method")
    parser.add_argument("--num_skills", type=int, default=5, help="skills of SMERL and of DIAYN")
    parser.add_argument("--margins", type=float, nargs="+", default=MARGINS, help="SMERL's ε")
    parser.add_argument("--features", default="obs", help="what SMERL's and DIAYN's discriminators see")
    parser.add_argument("--seeds", type=int, default=3, help="number of seeds of each method")
    parser.add_argument("--devices", type=int, default=0, help="devices; 0: all")
    parser.add_argument("--log_dir", type=Path, default=Path("runs"), help="folder of the runs")
    parser.add_argument("--name", default="smerl", help="name of the result files")
    return parser.parse_args()


def main() -> None:
    """Trains all methods and writes their returns in changed worlds."""
    options = parse()
    parallel.use_cpu_cores()
    worlds = changes(options.env)
    found = {}
    for method, directories in trained(options).items():
        print(f"{method}, in changed worlds:", flush=True)
        found[method] = in_changed_worlds(directories, worlds)
    results.write(
        options.name,
        f"{options.env}'s own reward by {options.steps:,} steps of each method, {options.seeds} seeds, and "
        "then in a changed world without learning.",
        [table(found, options)],
        {"returns": {method: {w: list(x) for w, x in of.items()} for method, of in found.items()}},
    )


if __name__ == "__main__":
    main()
