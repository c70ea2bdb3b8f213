"""Runs the studies of the DIAYN authors' open problems, each of them one sweep.

    python -m benchmarks.open_problems --only="balance;learners" --seeds=5

A study compares variants: fields of a run that differ. All seeds of a variant are lanes of one program. The
table has the steps until skills are told apart, and the figures at the end. docs/results/open_problems.md
says what the authors asked and what came out. A study that was run before with the same --log_dir is read
again, or continued.
"""

import argparse
import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

import diayn_jax
from benchmarks import arguments, results
from benchmarks.figures import cell
from diayn_jax import config as configs
from diayn_jax import parallel

# The figures at the end: name in the log, heading.
FIGURES = (
    ("eval/mi_normalised", "mi_normalised"),
    ("eval/mi", "mi, nats"),
    ("eval/score", "score"),
    ("eval/probe_mi", "probe MI, nats"),
    ("eval/policy_coverage", "coverage, m²"),
    ("eval/distance_mean", "distance, m"),
    ("train/skills_active", "skills at the end"),
)


class Study(NamedTuple):
    """What is compared: the fields of all runs, and those of each variant."""

    about: str
    fields: Mapping[str, Any]
    variants: Mapping[str, Mapping[str, Any]]
    # Skills are told apart if this figure is at least so high.
    until: tuple[str, float] = ("eval/mi_normalised", 0.7)
    seeds: int | None = None  # the number of seeds; None: --seeds
    every: int = 5120  # steps between evaluations


def _updates(objective: int, agent: int) -> dict[str, int]:
    """N updates of the discriminator for M of the agent, with 16 updates of the agent in an iteration."""
    return {"objective_updates": objective, "agent_updates": agent, "updates_per_iteration": 16 // agent}


def _every(steps: int) -> dict[str, int]:
    return {"eval_every": steps, "epoch_steps": steps}


_RATIOS = {
    "N : M = 1 : 4": _updates(1, 4),
    "1 : 2": _updates(1, 2),
    "1 : 1": _updates(1, 1),
    "2 : 1": _updates(2, 1),
    "4 : 1": _updates(4, 1),
}


def _passes(*counts: int) -> dict[str, dict[str, int]]:
    """PPO learns from a rollout in passes: N of the discriminator for 4 of the agent."""
    return {f"{count} of 4 passes": {"objective_epochs": count} for count in counts}


_GROWING = {
    "env": "point",
    "agent": "ppo",
    "num_skills": 16,
    "num_env_steps": 256_000,
    "anneal": 0.0,
}
_FOUR_FIFTHS = ("eval/mi", 0.8 * float(np.log(16)))


def _fifty(env: str, where: str) -> Study:
    """Fifty skills by DIAYN, and by DISDAIN with three weights of its disagreement."""
    disdain = {
        f"disdain, λ = {weight:g}": {"objective": "disdain", "disagreement_weight": weight}
        for weight in (1.0, 10.0, 50.0)
    }
    return Study(
        f"fifty skills by DIAYN and by DISDAIN, {where}",
        {"env": env, "num_skills": 50, "agent": "ppo", "num_envs": 200, "num_env_steps": 500_000},
        {"diayn": {"objective": "diayn"}, **disdain},
        ("eval/mi", float(np.log(25))),
        every=25_600,
    )


_RELABELLED: dict[str, dict[str, Any]] = {
    "METRA": {},
    "the map": {"relabel_map": True},
    "a quarter of the agent's rows": {"relabel_ahead_share": 0.25},
    "the map, and a quarter of the rows": {"relabel_map": True, "relabel_ahead_share": 0.25},
    "the map, and the agent's rows": {
        "relabel_map": True,
        "relabel_episode_share": 0.5,
        "relabel_ahead_share": 0.5,
    },
}


def _relabelling(env: str, *variants: str) -> Study:
    """METRA by SAC, with some of the ways to relabel its skills."""
    return Study(
        f"METRA with GenDa's relabelled skills, by SAC on {env}",
        {
            "env": env,
            "objective": "metra",
            "agent": "sac",
            "agent_sees_features": False,
            "num_env_steps": 500_000,
        },
        {name: _RELABELLED[name] for name in variants},
        ("eval/distance_mean", 15.0),
        seeds=3,
        every=102_400,
    )


STUDIES = {
    "balance": Study(
        "N updates of the discriminator for M of SAC, in a maze; SAC has equally many updates in all rows",
        {"env": "point_maze", "num_env_steps": 100_000},
        _RATIOS,
    ),
    "balance_ppo": Study(
        "passes of the discriminator over a rollout, for four of PPO, in a maze",
        {"env": "point_maze", "agent": "ppo", "epochs": 4, "num_env_steps": 300_000},
        _passes(1, 2, 4, 8),
    ),
    "balance_halfcheetah": Study(
        "N updates of the discriminator for M of SAC, on half-cheetah",
        {"env": "halfcheetah", "num_env_steps": 600_000},
        _RATIOS,
        every=25_600,
    ),
    "balance_halfcheetah_ppo": Study(
        "passes of the discriminator over a rollout, for four of PPO, on half-cheetah",
        {"env": "halfcheetah", "agent": "ppo", "epochs": 4, "num_env_steps": 4_000_000},
        _passes(1, 4, 8),
        every=204_800,
    ),
    "learners": Study(
        "DIAYN by four learners, in a maze",
        {"env": "point_maze", "num_env_steps": 400_000},
        {
            **{name: {"agent": name} for name in ("sac", "td3", "ppo")},
            # A generation is an episode of all members, 32k steps.
            "es": {"agent": "es", **_every(32_320)},
            # A step of a population costs a fortieth of SAC's, because it has no gradient.
            "es, 15 times the steps": {"agent": "es", "num_env_steps": 6_000_000, **_every(96_960)},
        },
    ),
    "priors": Study(
        "mixtures of six skills, z ~ Dirichlet(α), beside six skills, in the point world",
        {"env": "point", "num_env_steps": 100_000},
        {
            "six skills": {"num_skills": 6},
            **{
                f"α = {alpha:g}": {"skill_space": "dirichlet:6", "dirichlet_alpha": alpha}
                for alpha in (0.05, 0.2, 1.0, 10.0)
            },
            "METRA, sphere:2": {"objective": "metra"},
        },
    ),
    "growing": Study(
        "sets that grow from 2 to 16 skills, and a learned prior over 16, in the point world",
        _GROWING,
        {
            "16 from the start": {},
            "grows, new skills random": {"expand": True},
            "grows, as the one told apart best": {"expand": True, "new_skill": "best"},
            "grows, as the one told apart worst": {"expand": True, "new_skill": "worst"},
            "learned prior": {"learned_prior": True},
        },
        _FOUR_FIFTHS,
    ),
    "islands": Study(
        "islands that share one discriminator, beside single runs, in a maze",
        {"env": "point_maze"},
        {
            "islands, 75k steps each": {"objective": "diayn_islands", "num_env_steps": 75_000},
            "alone, 75k steps": {"num_env_steps": 75_000},
            "alone, 300k steps": {"num_env_steps": 300_000},
        },
        seeds=4,
    ),
    "disdain": _fifty("point", "in the point world"),
    "disdain_maze": _fifty("point_maze", "in a maze"),
    "disdain_rooms": _fifty("four_rooms", "in four rooms of 104 cells"),
    "relabelling": _relabelling("ant", "METRA", "the map", "the map, and the agent's rows"),
    "relabelling_part": _relabelling(
        "ant", "a quarter of the agent's rows", "the map, and a quarter of the rows"
    ),
    "relabelling_humanoid": _relabelling("humanoid", "METRA", "the map, and the agent's rows"),
}


class Runs(NamedTuple):
    """The runs of a variant."""

    steps: list[float]  # steps until told apart, of the runs that got there
    count: int
    figures: dict[str, np.ndarray]  # values at the end, by name


def curve(directory: Path, name: str) -> list[tuple[float, float]]:
    """Returns the steps and values of a figure of a run, in order."""
    with (directory / "progress.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row.get(name)]
    return [(float(row["time/env_steps"]), float(row[name])) for row in rows]


def reached(values: Sequence[tuple[float, float]], threshold: float) -> float | None:
    """Returns the first step from which a figure stays at the threshold or above; None if there is none."""
    first = None
    for step, value in values:
        if value < threshold:
            first = None
        elif first is None:
            first = step
    return first


def run(name: str, study: Study, options: argparse.Namespace) -> dict[str, Runs]:
    """Trains the runs of a study, or reads them; returns them by variant."""
    directory = options.log_dir / "sweeps" / f"open_{name}"
    swept = diayn_jax.sweep(
        resume=directory.exists(),
        configurations=tuple(study.variants.values()),
        seeds=range(study.seeds or options.seeds),
        rank_by="return_mean",
        name=directory.name,
        log_dir=str(options.log_dir),
        num_devices=options.devices or configs.AUTO,
        report="none",
        plots=False,
        tensorboard=False,
        eval_every=study.every,
        epoch_steps=study.every,
        say=print,
        **study.fields,
    )
    results.leave_if_stopped(swept.stopped)
    found = {}
    for variant, values in study.variants.items():
        (row,) = [row for row in swept.rows if dict(row.values) == dict(values)]
        directories = [directory / lane for lane in row.lanes]
        steps = [reached(curve(each, study.until[0]), study.until[1]) for each in directories]
        ends = {
            figure: [values[-1][1] for each in directories if (values := curve(each, figure))]
            for figure, _ in FIGURES
        }
        found[variant] = Runs(
            [step for step in steps if step is not None],
            len(directories),
            {figure: np.array(values) for figure, values in ends.items() if values},
        )
    return found


def table(study: Study, found: Mapping[str, Runs]) -> results.Table:
    """Returns the table of a study."""
    shown = [(name, title) for name, title in FIGURES if any(name in runs.figures for runs in found.values())]
    header = ("variant", "told apart", "after steps", *(title for _, title in shown))
    rows = [
        (
            variant,
            f"{len(runs.steps)} of {runs.count}" if study.until[0] in runs.figures else "–",
            cell(np.array(runs.steps)),
            *(cell(runs.figures.get(name)) for name, _ in shown),
        )
        for variant, runs in found.items()
    ]
    name, threshold = study.until
    note = (
        f"Told apart: `{name}` stays at {threshold:.3g} or above. Interquartile means over seeds with 95 % "
        "intervals; steps over the runs that got there."
    )
    return results.Table(study.about[0].upper() + study.about[1:], header, rows, note)


def main() -> None:
    """Runs the studies in turn, and writes the results of each."""
    parser = results.parser(__doc__)
    arguments.add_names(parser, "--only", STUDIES, ";")
    parser.add_argument("--seeds", type=int, default=5, help="seeds of each variant")
    parser.add_argument("--devices", type=int, default=0, help="devices; 0: all")
    parser.add_argument("--log_dir", type=Path, default=Path("runs"), help="folder of the runs")
    options = parser.parse_args()
    parallel.use_cpu_cores()
    for name in options.only:
        study = STUDIES[name]
        found = run(name, study, options)
        data = {
            variant: {
                "steps": runs.steps,
                "runs": runs.count,
                "figures": {k: list(v) for k, v in runs.figures.items()},
            }
            for variant, runs in found.items()
        }
        results.write(
            f"open_{name}",
            f"{study.about}; {study.seeds or options.seeds} seeds.",
            [table(study, found)],
            {"variants": data},
        )


if __name__ == "__main__":
    main()
