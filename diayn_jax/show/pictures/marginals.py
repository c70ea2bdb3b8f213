"""Computes a figure over the values of each setting of a sweep, over all values of the other settings."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diayn_jax.config import show
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.show.pictures import figure_style
from diayn_jax.show.pictures.figure_style import BLUE

_FEW = 12  # up to this many values, each value has its own interval
_BINS = 8  # bins of values, at most
_IN_BIN = 4  # runs in a bin, at least


class Place(NamedTuple):
    """The runs of one value, or of neighbouring values."""

    x: float  # the value, or its index among the labels if it is not a number
    interval: over_runs.Interval


class Marginal(NamedTuple):
    """A figure over the values of one setting."""

    name: str
    labels: tuple[str, ...]  # of values that are few or not numbers; () if the values have a numeric scale
    log: bool
    points: tuple[tuple[float, float], ...]  # value, or index among the labels, and figure of each run
    places: tuple[Place, ...]


def marginal(name: str, points: Sequence[tuple[Any, float]], *, log: bool = False) -> Marginal:
    """Computes the marginal of a setting.

    `points` are the value of the setting and the figure of each run; figures that are not finite are dropped.
    Each of few values has its own interval over all its runs. Many values, such as random draws, are grouped
    into bins of equally many values. With `log`, the scale is logarithmic; it also is if the values span more
    than a factor of 10.

    Raises:
      ValueError: fewer than two values have a finite figure.
    """
    known = [(value, y) for value, y in points if math.isfinite(y)]
    values = list(dict.fromkeys(value for value, _ in known))
    if len(values) < 2:
        raise ValueError(f"{name} has fewer than two values")
    numeric = all(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
    if numeric:
        values.sort()
        log = log or (values[0] > 0 and values[-1] >= 10 * values[0])
    if len(values) > _FEW and numeric:
        ordered = sorted((float(value), y) for value, y in known)
        # All runs of a value are in one bin: bins that divide them by their figures would be biased.
        bins = np.array_split(np.array(values, float), max(1, min(_BINS, len(ordered) // _IN_BIN)))
        runs = np.array(ordered)
        places = tuple(_place(runs[np.isin(runs[:, 0], each)], log) for each in bins)
        return Marginal(name, (), log, tuple(ordered), places)
    labels = tuple(show(value) for value in values)
    placed = [(float(values.index(value)), y) for value, y in known]
    places = tuple(
        Place(float(i), over_runs.interval([np.array([y for x, y in placed if x == i])]))
        for i in range(len(values))
    )
    return Marginal(name, labels, False, tuple(placed), places)


def _place(part: np.ndarray, log: bool) -> Place:
    middle = math.exp(np.log(part[:, 0]).mean()) if log else part[:, 0].mean()
    return Place(float(middle), over_runs.interval([part[:, 1]]))


def save(drawn: Sequence[Marginal], figure: str, path: Path) -> Path:
    """Writes a panel for each setting, with a dot for each run, interquartile means and 95 % intervals.

    Raises:
      RunFileError: the picture cannot be written.
    """
    columns = min(3, len(drawn))
    rows = -(-len(drawn) // columns)
    drawing = figure_style.new_figure(4.6 * columns, 3.4 * rows)
    for i, one in enumerate(drawn):
        ax = drawing.add_subplot(rows, columns, i + 1)
        xs, ys = np.array(one.points).T
        ax.plot(xs, ys, "o", color=BLUE, markersize=3.5, alpha=0.35, markeredgewidth=0)
        at = [place.x for place in one.places]
        ax.plot(at, [place.interval.mean for place in one.places], color=BLUE, linewidth=1.6)
        low = [place.interval.low for place in one.places]
        high = [place.interval.high for place in one.places]
        if np.isfinite(low).all():
            ax.fill_between(at, low, high, color=BLUE, alpha=0.18, linewidth=0)
        if one.labels:
            ax.set_xticks(range(len(one.labels)), one.labels)
            ax.set_xlim(-0.4, len(one.labels) - 0.6)
        elif one.log:
            ax.set_xscale("log")
        ax.set_xlabel(one.name)
        ax.set_ylabel(figure if i % columns == 0 else "")
        figure_style.style_axes(ax, one.name, "")
    return figure_style.save(drawing, path)


def as_data(drawn: Sequence[Marginal]) -> list[dict[str, Any]]:
    """Returns the marginals as the comparison page draws them."""
    return [
        {
            "name": one.name,
            "labels": list(one.labels),
            "log": one.log,
            "points": [{"x": x, "y": y} for x, y in one.points],
            "places": [{"x": place.x, **place.interval._asdict()} for place in one.places],
        }
        for one in drawn
    ]
