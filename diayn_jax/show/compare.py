"""Several runs on one page: figures and curves with intervals over seeds, and what differs."""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diayn_jax import logs, rundir
from diayn_jax.config import RESUMABLE, ConfigError, show
from diayn_jax.show import page, report
from diayn_jax.show.report import Clock, Found, Report

NAME = "compare.html"

RESAMPLES = 2000  # of the bootstrap, for figures
_CURVE_RESAMPLES = 500  # for each of many points of a curve
_CURVE_POINTS = 200
_CONFIDENCE = 0.95
# What may differ between the seeds of one group.
_SAME_ANYWAY = (RESUMABLE - {"num_env_steps"}) | {"seed", "device", "preset", "num_devices"}
_COLOURS = tuple(f"var(--series-{i})" for i in range(1, 7))
_DASHES = (None, "7 3", "2 3", "9 3 2 3")

# Figures of the last evaluation that are compared: name in the log, title, unit, note.
_FIGURES = (
    ("eval/mi_normalised", "Mutual information, share of H(p)", "", "1: always told apart; 0: chance"),
    ("eval/mi_after_50", "The same, from step 50 on", "", "near the start skills cannot be told apart"),
    ("eval/effective_skills", "Effective skills", "", ""),
    ("eval/discriminator_accuracy", "Accuracy", "", "proves little by itself: see distance and coverage"),
    ("eval/distance_mean", "Distance, start to end", "m", ""),
    ("eval/policy_coverage", "Ground covered", "m²", "cells of 1 m × 1 m"),
    ("eval/return_best", "Best skill's return", "", "the environment's own reward, never trained on"),
    ("time/env_steps_per_second", "Environment steps per second", "", "at the end of the run"),
    ("time/wall_seconds", "Time", "s", ""),
)  # fmt: skip


class Interval(NamedTuple):
    """A mean and where it lies with 95 % confidence; nan ends where one run says nothing of it."""

    mean: float
    low: float
    high: float


def interquartile_mean(scores: np.ndarray) -> np.ndarray:
    """The mean of the middle half, over the last axis: [..., N] -> [...].

    ⌊N / 4⌋ are left out at each end, so of three runs or fewer it is the plain mean (Agarwal et
    al. 2021, arXiv:2108.13264, as rliable does it).
    """
    scores = np.sort(np.asarray(scores, dtype=np.float64), axis=-1)
    cut = scores.shape[-1] // 4
    return scores[..., cut : scores.shape[-1] - cut].mean(axis=-1)


def interval(strata: Sequence[np.ndarray], resamples: int = RESAMPLES, seed: int = 0) -> Interval:
    """The interquartile mean of all scores, and its interval by stratified bootstrap.

    Runs are drawn with replacement within each stratum (a task, here an environment) by itself,
    and the interval is between percentiles of the means of the redrawn scores (Agarwal et al.
    2021, §4.1).

    Args:
      strata: the scores of the runs of each task, [N_i] each, without NaN.
      resamples: redrawn sets.
      seed: of the drawing, so that the same runs give the same page.

    Raises:
      ValueError: no score at all.
    """
    strata = [np.asarray(x, dtype=np.float64) for x in strata if len(x)]
    if not strata:
        raise ValueError("no run has this figure")
    mean = float(interquartile_mean(np.concatenate(strata)))
    if all(len(x) < 2 for x in strata):
        return Interval(mean, np.nan, np.nan)
    generator = np.random.default_rng(seed)
    drawn = [x[generator.integers(len(x), size=(resamples, len(x)))] for x in strata]
    low, high = np.quantile(interquartile_mean(np.concatenate(drawn, axis=-1)), _ends())
    return Interval(mean, float(low), float(high))


def _ends() -> tuple[float, float]:
    return (1 - _CONFIDENCE) / 2, (1 + _CONFIDENCE) / 2


class Group(NamedTuple):
    """Runs that differ in their seeds alone."""

    label: str
    env: str
    variant: str  # what sets it apart from other groups of its environment
    said: Mapping[str, str]  # settings in which groups differ
    runs: Sequence[Found]


def write(paths: Sequence[Path], target: Path) -> Report:
    """Writes the page of several runs.

    Raises:
      ConfigError: fewer than two different runs, or one that cannot be read.
      RunFileError: the page cannot be written.
    """
    unique = list(dict.fromkeys(path.resolve() for path in paths))
    if len(unique) < 2:
        raise ConfigError("A comparison takes two different runs or more.")
    clock = Clock()
    with clock.part("logs"):
        by_path = dict(zip((path.resolve() for path in paths), paths, strict=True))
        records = [report.of_directory(by_path[path]) for path in unique]
        groups = grouped(records)
    with clock.part("intervals"):
        data = _data(groups)
    with clock.part("page"):
        rundir.write_atomic(target, page.render(data))
    return Report(target, clock.seconds)


def grouped(records: Sequence[Found]) -> list[Group]:
    """Runs by what they were asked for, seeds and places of files aside; in order of first sight."""
    names = [f.name for f in dataclasses.fields(records[0].config) if f.name not in _SAME_ANYWAY]
    settings = [{name: _setting(found, name) for name in names} for found in records]
    differing = [name for name in names if len({s[name] for s in settings}) > 1]
    by_said: dict[tuple[str, ...], list[Found]] = {}
    for found, said in zip(records, settings, strict=True):
        by_said.setdefault(tuple(said[name] for name in differing), []).append(found)
    groups = []
    for values, runs in by_said.items():
        said = dict(zip(differing, values, strict=True))
        env, variant = runs[0].config.env, _variant(said, by_said)
        label = ", ".join(filter(None, [env if "env" in said or not variant else "", variant]))
        groups.append(Group(label, env, variant, said, runs))
    return groups


def _setting(found: Found, name: str) -> str:
    """A setting as it came out, not as `auto`."""
    value = found.document.get("resolved", {}).get(name, getattr(found.config, name))
    return show(value) or "none"


def _variant(said: Mapping[str, str], found: Collection[tuple[str, ...]]) -> str:
    """What sets a group apart from others of its environment; empty where nothing does."""
    names = list(said)
    # Environments bring settings of their own, which their name says already.
    same = [key for key in found if "env" not in said or key[names.index("env")] == said["env"]]
    told = [
        f"{name}={said[name]}"
        for i, name in enumerate(names)
        if name != "env" and len({key[i] for key in same}) > 1
    ]
    return ", ".join(told[:3]) + (f" and {len(told) - 3} more" if len(told) > 3 else "")


def _data(groups: Sequence[Group]) -> dict[str, Any]:
    records = [found for group in groups for found in group.runs]
    sizes = {found.config.num_skills for found in records}
    notes = [f"{found.path}: {note}" for found in records for note in found.notes]
    if len(sizes) > 1:
        notes.append(
            f"The runs have {', '.join(map(str, sorted(sizes)))} skills: nats and effective skills of "
            "different numbers of skills are no comparison; the share of H(p) is."
        )
    envs = list(dict.fromkeys(group.env for group in groups))
    if len(envs) > 1:
        notes.append(f"The runs are of {len(envs)} environments: distances and returns are each its own.")
    drawn = []
    for group in groups:
        curves, apart = _curves(group.runs)
        drawn.append(curves)
        if apart:
            notes.append(
                f"{group.label or group.env}: some runs end before others begin. {_plural(apart, 'curve')} "
                "of it: of one run alone, the one with the most points."
            )
    seeds = [len(group.runs) for group in groups]
    span = f"{min(seeds)}" if min(seeds) == max(seeds) else f"{min(seeds)} to {max(seeds)}"
    return {
        "kind": "compare",
        "title": f"{len(records)} runs of {', '.join(envs)}",
        "subtitle": f"{_plural(len(groups), 'group')} of {span} run{'s' if max(seeds) > 1 else ''}",
        "num_skills": max(sizes),
        "notes": notes,
        "method": _method(max(seeds)),
        "groups": [
            {"label": group.label, "colour": _colour(i), "dash": _dash(i), "curves": curves}
            for i, (group, curves) in enumerate(zip(groups, drawn, strict=True))
        ],
        "figures": _figures(groups),
        "differences": [
            {"name": name, "values": [group.said[name] for group in groups]} for name in groups[0].said
        ],
        "runs": [
            {
                "path": str(found.path),
                "group": i,
                "seed": found.config.seed,
                "steps": report.head_steps(found),
                "status": report.status(found)["text"],
            }
            for i, group in enumerate(groups)
            for found in group.runs
        ],
    }


def _plural(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}"


def _method(most: int) -> str:
    if most < 2:
        return "One run each, so there are no intervals: give several seeds of each."
    return (
        "Interquartile means over runs with 95 % intervals by stratified bootstrap (Agarwal et al. 2021, "
        "arXiv:2108.13264); circles are single runs. Of three runs or fewer the interquartile mean is the "
        "plain one, and an interval says little."
    )


def _figures(groups: Sequence[Group]) -> list[dict[str, Any]]:
    figures = []
    for name, title, unit, note in _FIGURES:
        rows = []
        for i, group in enumerate(groups):
            values = _last_values(group, name)
            if len(values):
                rows.append(_row(group.label, _colour(i), [values]))
        if rows:
            figures.append({"title": title, "unit": unit, "note": note, "rows": rows})
    return figures + _over_environments(groups)


def _over_environments(groups: Sequence[Group]) -> list[dict[str, Any]]:
    """The share of H(p), which all environments have, of each variant that was run in several."""
    name, title, unit, _ = _FIGURES[0]
    rows = []
    for i, variant in enumerate(dict.fromkeys(group.variant for group in groups)):
        own = [group for group in groups if group.variant == variant]
        strata = [values for group in own if len(values := _last_values(group, name))]
        if len({group.env for group in own}) > 1 and len(strata) > 1:
            rows.append(_row(variant or "all", _colour(i), strata))
    if not rows:
        return []
    note = "interval by bootstrap within each environment"
    return [{"title": f"{title}, over environments", "unit": unit, "note": note, "rows": rows}]


def _row(label: str, colour: str, strata: Sequence[np.ndarray]) -> dict[str, Any]:
    return {
        "label": label,
        "colour": colour,
        **interval(strata)._asdict(),
        "runs": np.concatenate(strata).tolist(),
    }


def _colour(i: int) -> str:
    return _COLOURS[i % len(_COLOURS)]


def _dash(i: int) -> str | None:
    """Lengths of a line's dashes and gaps, by which groups of one colour are told apart."""
    return _DASHES[i // len(_COLOURS) % len(_DASHES)]


def _last_values(group: Group, name: str) -> np.ndarray:
    values = [found.figures.get(name, np.nan) for found in group.runs]
    return np.array([x for x in values if np.isfinite(x)], dtype=np.float64)


def _curves(records: Sequence[Found]) -> tuple[dict[str, Any], int]:
    """Every figure over steps: interquartile mean and interval over runs, as far as all of them got.

    Also how many are of runs that share no step, of which the longest then stands alone.
    """
    names = dict.fromkeys(name for found in records for row in found.rows for name in row)
    curves: dict[str, Any] = {}
    apart = 0
    for name in names:
        if name == logs.STEP or "_skill_" in name:
            continue
        lines = [np.array(report.curve(found.rows, name)[:2]) for found in records]
        lines = [line for line in lines if line.shape[1]]
        if not lines:
            continue
        if not _overlap(lines):
            apart += 1
            lines = [max(lines, key=lambda line: line.shape[1])]
        curves[name] = _together(lines)
    return curves, apart


def _overlap(lines: Sequence[np.ndarray]) -> bool:
    """Whether curves [2, N_i] have steps in common: none ends before another begins."""
    return max(line[0, 0] for line in lines) <= min(line[0, -1] for line in lines)


def _together(lines: Sequence[np.ndarray]) -> dict[str, Any]:
    """Curves [2, N_i] of steps and values as one, over the steps that all of them cover."""
    first, last = max(line[0, 0] for line in lines), min(line[0, -1] for line in lines)
    steps = np.unique(np.concatenate([line[0] for line in lines]))
    steps = steps[(steps >= first) & (steps <= last)]
    if len(steps) > _CURVE_POINTS:
        steps = steps[np.linspace(0, len(steps) - 1, _CURVE_POINTS).round().astype(int)]
    values = np.stack([np.interp(steps, *line) for line in lines], axis=-1)  # [S, N]
    curve = {"x": steps.tolist(), "y": interquartile_mean(values).tolist()}
    if len(lines) > 1:
        drawn = np.random.default_rng(0).integers(len(lines), size=(_CURVE_RESAMPLES, len(lines)))
        low, high = np.quantile(interquartile_mean(values[:, drawn]), _ends(), axis=-1)
        curve |= {"low": low.tolist(), "high": high.tolist()}
    return curve
