"""Draws an imitation: which skill of a student was found for each skill of an expert."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from diayn_jax.show.pictures.figure_style import BLUE, FAINT, INK, new_figure, style_axes

_MOST_NAMES = 30  # names along an axis, at most


class Retrieval(NamedTuple):
    """Which of a student's M skills was found for each of an expert's P behaviours."""

    mean_score: np.ndarray  # [P, M], mean score of a step, by which skills are retrieved
    distance: np.ndarray  # [P, M], distance between rollouts
    retrieved: np.ndarray  # [P], int: the student's skill that was found
    dist_vec: np.ndarray  # [P], distance of the retrieved skill's rollouts
    expert: Sequence[str]  # [P], names of the behaviours
    student: Sequence[str]  # [M], names of the student's skills


def imitation_figure(found: Retrieval, *, score: str, of: str, title: str = "") -> Figure:
    """Draws the scores and distances of all pairs, and how far the retrieved skill is from its expert.

    `score` names the score, `of` the quantity that distances are measured in. Distances that are NaN, of
    skills whose episodes have no step, are left out.
    """
    figure = new_figure(13.5, 4.8 + (0.3 if title else 0), title)
    left, middle, right = (figure.add_subplot(1, 3, i) for i in (1, 2, 3))
    _draw_pairs(figure, left, found.mean_score, found.retrieved, "viridis")
    style_axes(left, "What the student's objective says", f"mean {score}; dot: retrieved")
    _draw_pairs(figure, middle, found.distance, found.retrieved, "viridis_r")
    style_axes(middle, "How far apart rollouts are", f"spreads of {of}, root mean square; dot: retrieved")
    for ax in (left, middle):
        _name_axis(ax, found.student, along_x=True)
        _name_axis(ax, found.expert, along_x=False)
        ax.set(xlabel="skill of the student", ylabel="expert")
        ax.grid(visible=False)
    order = np.argsort(found.dist_vec)
    place = np.arange(len(order))
    rows = [row[np.isfinite(row)] for row in found.distance[order]]
    nothing = [np.nan] * 3
    low, median, high = np.transpose(
        [np.percentile(row, [0, 50, 100]) if len(row) else nothing for row in rows]
    )
    highest = max((float(row.max()) for row in rows if len(row)), default=0.0) or 1.0
    right.vlines(place, low, high, color=FAINT, linewidth=2)
    right.plot(place, median, linestyle="none", marker="_", markersize=9, color=INK, label="median skill")
    right.plot(
        place, found.dist_vec[order], linestyle="none", marker="o", color=BLUE, label="retrieved skill"
    )
    right.set(xlabel="expert, by distance", ylabel="distance, spreads", ylim=(0, 1.15 * highest))
    few = len(order) <= _MOST_NAMES
    right.set_xticks(place if few else [], [found.expert[i] for i in order] if few else [])
    right.tick_params(axis="x", labelsize=8)
    right.legend(loc="upper left", ncols=2, frameon=False, fontsize=9, labelcolor=INK)
    style_axes(right, "Distance of the retrieved skill", "line: from the nearest to the farthest")
    return figure


def _draw_pairs(figure: Figure, ax: Axes, values: np.ndarray, retrieved: np.ndarray, colours: str) -> None:
    """Draws a cell for each pair [P, M], and marks the retrieved ones."""
    # Clip the colours, because one very bad pair would hide the differences between the good ones.
    known = values[np.isfinite(values)]
    low, high = np.percentile(known if len(known) else 0.0, [5, 100] if colours == "viridis" else [0, 95])
    shown = ax.imshow(
        values, aspect="auto", cmap=colours, vmin=low, vmax=max(high, low + 1e-9), interpolation="none"
    )
    ax.plot(retrieved, np.arange(len(retrieved)), linestyle="none", marker="o", markersize=4.5, color="white",
            markeredgecolor="black", markeredgewidth=0.8)  # fmt: skip
    figure.colorbar(shown, ax=ax, shrink=0.8)


def _name_axis(ax: Axes, names: Sequence[str], along_x: bool) -> None:
    step = -(-len(names) // _MOST_NAMES)
    places = list(range(0, len(names), step))
    texts = [names[i] for i in places]
    if along_x:
        long = max(map(len, texts)) > 3
        ax.set_xticks(places, texts, fontsize=8, rotation=90 if long else 0)
    else:
        ax.set_yticks(places, texts, fontsize=8)
