"""Draws the figures of what skills are used for: finetuning, hierarchy, imitation."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from diayn_jax.config import AUTO
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.evaluation.metrics.over_runs import Interval
from diayn_jax.number_format import counted, number
from diayn_jax.papers import panels
from diayn_jax.papers.panels import Drawn, Line, last, said, setting
from diayn_jax.papers.robots import ROBOTS
from diayn_jax.papers.studies import FEW_SKILLS, Made, read_document
from diayn_jax.show.pictures.figure_style import new_figure
from diayn_jax.show.report.run_data import RunData
from diayn_jax.storage import untrusted_files
from diayn_jax.use.choosing.choose import RESULT
from diayn_jax.use.finetuning.against_scratch import RETURN


def finetuning(studies: Mapping[str, Made]) -> Drawn:
    """Draws the return of runs that start from a skill, and of runs from scratch, on three robots."""
    figure = new_figure(5.2 * len(ROBOTS), 5.0)
    rows, words = [], []
    for i, robot in enumerate(ROBOTS):
        runs = studies[f"finetune_{robot}"].runs()
        groups = {
            "from a skill": [run for run in runs if setting(run, "start_run")],
            "from scratch": [run for run in runs if not setting(run, "start_run")],
        }
        lines = [panels.line(name, own, RETURN) for name, own in groups.items()]
        ax = figure.add_subplot(1, len(ROBOTS), i + 1)
        panels.draw_lines(ax, lines, robot, f"{counted(len(runs) // 2, 'seed')} each", "return of the task")
        rows += [row for own in lines for row in own.as_rows(robot=robot)]
        ends = [last(own, RETURN) for own in groups.values()]
        areas = [float(np.interp(lines[0].steps, own.steps, own.mean).mean()) for own in lines]
        words.append(
            f"{robot}: {said(ends[0])} from the skill, {said(ends[1])} from scratch at the end, "
            f"{number(areas[0])} and {number(areas[1])} on average over training; the skill ends "
            f"{panels.apart(*ends)} scratch"
        )
    text = (
        f"In the paper a skill speeds up learning on all three robots. Here: {'; '.join(words)}. The skill "
        "is the one of the first seed with the highest return; its own training is not counted. Benchmarks "
        "of METRA's skills, which travel, are in docs/results/use.md."
    )
    return Drawn(figure, {"rows": rows}, rows, text)


_POLICIES = {
    "ant_waypoints": {
        "choose_ant_prior": "DIAYN+prior (xy)",
        "choose_ant": "DIAYN",
        "flat": "SAC from scratch",
    },
    "halfcheetah_hurdles": {"choose_hurdles": "DIAYN", "flat": "SAC from scratch"},
}
_TITLES = {"ant_waypoints": "Ant navigation", "halfcheetah_hurdles": "Cheetah hurdles"}


def hierarchy(studies: Mapping[str, Made]) -> Drawn:
    """Draws the return of policies over skills on two tasks, and of SAC from scratch."""
    figure = new_figure(13.0, 5.2)
    rows, words, ends = [], [], {}
    for i, (task, policies) in enumerate(_POLICIES.items()):
        lines = []
        for study, label in policies.items():
            run = _flat(studies, task) if study == "flat" else _policy(studies[study])
            lines.append(_over_robot_steps(label, run))
        ax = figure.add_subplot(1, 2, i + 1)
        panels.draw_lines(ax, lines, _TITLES[task], "one seed each; steps of the robot", "return of the task")
        rows += [row for own in lines for row in own.as_rows(task=task)]
        ends[task] = {
            study: returns for study in policies if study != "flat" for returns in [_returns(studies[study])]
        }
        others = next(found for found in ends[task].values() if "flat" in found)
        told = [
            f"{policies[study]} {_mean(found['chosen'])} "
            f"({panels.apart(_interval(found['chosen']), _interval(others['flat']))} SAC from scratch)"
            for study, found in ends[task].items()
        ]
        told += [
            f"SAC from scratch {_mean(others['flat'])}",
            f"random choices of DIAYN {_mean(others['random'])}",
        ]
        words.append(f"{_TITLES[task]}: {', '.join(told)}")
    text = (
        f"Returns at the end, with standard errors over episodes: {'. '.join(words)}. In the paper policies "
        "over skills learn both tasks, where learners from scratch hardly begin, and on ant only the prior "
        "on xy gets far. Its waypoints and hurdles are not published as numbers, so returns cannot be "
        "compared across. More learners and seeds are in docs/results/hierarchy.md."
    )
    return Drawn(figure, ends, rows, text)


def _mean(found: Mapping[str, Any]) -> str:
    return f"{number(found['mean'])} ± {number(found['error'])}"


def _interval(found: Mapping[str, Any]) -> Interval:
    """Returns the 95 % interval of a mean over many episodes."""
    mean, error = found["mean"], 1.96 * found["error"]
    return Interval(mean, mean - error, mean + error)


def _policy(made: Made) -> RunData:
    return next(run for run in made.runs() if run.config.choose_from)


def _flat(studies: Mapping[str, Made], task: str) -> RunData:
    runs = [run for study in _POLICIES[task] if study != "flat" for run in studies[study].runs()]
    return next(run for run in runs if not run.config.choose_from)


def _returns(made: Made) -> dict[str, Any]:
    path = _policy(made).path
    assert path is not None
    return read_document(path / RESULT, untrusted_files.read_json)["returns"]


def _over_robot_steps(label: str, run: RunData) -> Line:
    """Returns the returns of a run over the robot's steps; a choice lasts several."""
    return panels.line(label, [run], RETURN, run.config.steps_per_choice if run.config.choose_from else 1)


def imitation(studies: Mapping[str, Made]) -> Drawn:
    """Draws how near students of several kinds come to the behaviours of an expert's skills."""
    students = {run.path.name: run for run in studies["control"].runs() if run.path is not None}
    found: dict[str, dict[str, list[float]]] = {}
    for path, document in zip(studies["imitation"].paths, studies["imitation"].documents(), strict=True):
        of_kind = found.setdefault(_kind(students[path.stem]), {name: [] for name in _OF_IMITATION})
        of_kind["distance"].append(float(np.mean(document["by_features"]["dist_vec"])))
        of_kind["under_random"].append(document["by_features"]["under_random"])
    behaviours = len(document["by_features"]["dist_vec"])
    kinds = [kind for kind in _KINDS if kind in found]
    figure = new_figure(13.0, 5.0)
    rows = []
    ends: dict[str, dict[str, Interval]] = {kind: {} for kind in kinds}
    for i, (name, (title, unit)) in enumerate(_OF_IMITATION.items()):
        ax = figure.add_subplot(1, 2, i + 1)
        panels.strip(ax, {kind: np.array(found[kind][name]) for kind in kinds}, title, "dots: seeds", unit)
        for kind in kinds:
            ends[kind][name] = over_runs.interval([np.array(found[kind][name])])
            rows += [{"student": kind, "figure": name, "value": value} for value in found[kind][name]]
    own = ends["DIAYN"]["distance"]
    others = [
        f"{kind} {said(ends[kind]['distance'])} (DIAYN "
        f"{_COMPARED[panels.apart(own, ends[kind]['distance'])]})"
        for kind in kinds
        if kind != "DIAYN"
    ]
    tasks = sum(len(values["distance"]) for values in found.values()) * behaviours
    text = (
        f"{tasks} imitations on mountain-car ({behaviours} behaviours of one expert, each by every student; "
        "the paper has 600 on classic control). Mean distance to the expert, in standard deviations of the "
        f"features: DIAYN {said(own)}; {'; '.join(others)}. In the paper DIAYN is nearer than each of them."
    )
    return Drawn(
        figure, {kind: {n: x._asdict() for n, x in row.items()} for kind, row in ends.items()}, rows, text
    )


_OF_IMITATION = {
    "distance": ("Distance to the expert", "standard deviations"),
    "under_random": ("Other skills that are farther", "share"),
}
_COMPARED = {"below": "is nearer", "above": "is farther", "not apart from": "is not clearly nearer"}
_KINDS = ("DIAYN", "few skills", "learned p(z)", "little entropy")


def _kind(run: RunData) -> str:
    """Returns the kind of a student: DIAYN, or which part of it is left out."""
    if setting(run, "learned_prior"):
        return _KINDS[2]
    if setting(run, "alpha") != AUTO:
        return _KINDS[3]
    return _KINDS[0] if run.config.num_skills > FEW_SKILLS else _KINDS[1]
