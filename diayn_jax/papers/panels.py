"""Panels that several figures share: curves over seeds, returns of skills, and what papers publish."""

import itertools
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.evaluation.metrics.over_runs import Interval
from diayn_jax.number_format import number
from diayn_jax.papers.published import Published
from diayn_jax.show import compare
from diayn_jax.show.log_curves import curve
from diayn_jax.show.pictures.curve_panels import steps_axis
from diayn_jax.show.pictures.figure_style import FAINT, INK, style_axes
from diayn_jax.show.report.run_data import RunData

ORANGE = "#b86a00"  # what a paper publishes
OURS = ("#0b5fa5", "#bd1f01", "#609f80", "#775588", "#332222")


class Drawn(NamedTuple):
    """A figure that is drawn: its picture, its data, and what agrees with the paper."""

    picture: Figure
    data: Mapping[str, Any]  # as JSON
    rows: Sequence[Mapping[str, Any]]  # the same as a table
    text: str  # one paragraph, in words and computed figures
    films: Mapping[str, bytes] = {}  # file names, and GIFs


class Line(NamedTuple):
    """Values over steps: interquartile means over seeds, and the ends of their intervals."""

    label: str
    steps: np.ndarray  # [P]
    mean: np.ndarray  # [P]
    low: np.ndarray  # [P]; NaN for one seed
    high: np.ndarray  # [P]

    def as_rows(self, **more: Any) -> list[dict[str, Any]]:
        """Returns a row for each point."""
        columns = zip(self.steps, self.mean, self.low, self.high, strict=True)
        return [
            {**more, "series": self.label, "steps": steps, "mean": mean, "low": low, "high": high}
            for steps, mean, low, high in columns
        ]


def line_of(label: str, curves: Sequence[np.ndarray]) -> Line:
    """Merges curves [2 or 3, N_i] of seeds: steps and values (and seconds).

    Raises:
      ValueError: there is no point.
    """
    known = [np.concatenate([x[:2], np.zeros((1, x.shape[1]))]) for x in curves if x.size]
    if not known:
        raise ValueError(f"{label}: no run has been evaluated")
    found = compare.merged(known)
    mean = np.asarray(found["y"])
    low, high = (np.asarray(found.get(end, np.full(len(mean), np.nan))) for end in ("low", "high"))
    return Line(label, np.asarray(found["x"]), mean, low, high)


def line(label: str, runs: Sequence[RunData], figure: str, per_step: int = 1) -> Line:
    """Returns a figure of runs over environment steps, of which each of the log's steps has `per_step`."""
    curves = [curve(run.rows, figure)[:2] * np.array([[per_step], [1]]) for run in runs]
    return line_of(label, curves)


def draw_lines(ax: Axes, lines: Sequence[Line], title: str, note: str, unit: str) -> None:
    """Draws lines with their intervals; there are as many colours as `OURS` has."""
    for own, colour in zip(lines, OURS[: len(lines)], strict=True):
        ax.plot(own.steps, own.mean, color=colour, linewidth=1.8, marker="o", markersize=3, label=own.label)
        ax.fill_between(own.steps, own.low, own.high, color=colour, alpha=0.15, linewidth=0)
    ax.set(xlabel="environment steps", ylabel=unit)
    steps_axis(ax, max((own.steps for own in lines), key=len))
    style_axes(ax, title, note)
    ax.legend(frameon=False, fontsize=9, labelcolor=INK)


def draw_published(ax: Axes, published: Sequence[Published], on: str = "", scale: float = 1.0) -> None:
    """Draws the published values of a panel along its y axis: a band, or a level, times `scale`."""
    for given in published:
        if given.on != on or given.low is None or given.high is None:
            continue
        label = f"published ({given.how}):\n{given.says}"
        if given.low == given.high:
            ax.axhline(scale * given.low, color=ORANGE, linestyle=(0, (4, 2)), linewidth=1.4, label=label)
        else:
            ends = (scale * given.low, scale * given.high)
            ax.axhspan(*ends, color=ORANGE, alpha=0.15, linewidth=0, label=label)
    if ax.get_legend_handles_labels()[0]:
        ax.legend(frameon=False, fontsize=8.5, labelcolor=INK)


def setting(run: RunData, name: str) -> Any:
    """Returns a field of a run's config; None if its objective and agent have no such field."""
    return getattr(run.config, name, None)


def skill_returns(run: RunData) -> np.ndarray:
    """Returns the last return of each skill of a run, [K]; NaN for those that are unknown."""
    skills = range(run.config.num_skills)
    return np.array([run.figures.get(f"eval/return_skill_{z}", np.nan) for z in skills])


def known_returns(run: RunData) -> np.ndarray:
    """Returns the last returns of the skills of a run that are known."""
    values = skill_returns(run)
    return values[np.isfinite(values)]


def return_rows(robot: str, runs: Sequence[RunData]) -> list[dict[str, Any]]:
    """Returns a row for each skill of each run whose return is known."""
    return [
        {"robot": robot, "seed": run.config.seed, "skill": z, "return": value}
        for run in runs
        for z, value in enumerate(skill_returns(run))
        if np.isfinite(value)
    ]


def strip(ax: Axes, columns: Mapping[str, np.ndarray], title: str, note: str, unit: str) -> None:
    """Draws the values of each column as dots, and their mean as a tick."""
    for place, (values, colour) in enumerate(zip(columns.values(), itertools.cycle(OURS), strict=False)):
        spread = np.linspace(-0.22, 0.22, len(values)) if len(values) > 1 else np.zeros(len(values))
        ax.plot(place + spread, np.sort(values), "o", color=colour, markersize=4.5, alpha=0.75)
        if len(values):
            ax.hlines(values.mean(), place - 0.3, place + 0.3, color=INK, linewidth=1.6)
    ax.set_xticks(range(len(columns)), list(columns))
    ax.axhline(0.0, color=FAINT, linewidth=1.0, zorder=0)
    ax.set_ylabel(unit)
    style_axes(ax, title, note)


def last(runs: Sequence[RunData], figure: str) -> Interval:
    """Returns the interquartile mean of a last figure over runs, and its interval; NaN if none has it."""
    values = np.array([run.figures.get(figure, np.nan) for run in runs])
    values = values[np.isfinite(values)]
    return over_runs.interval([values]) if len(values) else Interval(np.nan, np.nan, np.nan)


def said(found: Interval) -> str:
    """Writes a mean with its interval: `0.91 (0.88 to 0.93)`."""
    if not np.isfinite(found.low):
        return number(found.mean)
    return f"{number(found.mean)} ({number(found.low)} to {number(found.high)})"


def apart(one: Interval, other: Interval) -> str:
    """Says how the first interval lies to the second: `above`, `below` or `not apart from`."""
    if one.low > other.high:
        return "above"
    if one.high < other.low:
        return "below"
    return "not apart from"
