"""Draws an imitation: which skill of a student was found for each skill of an expert."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from diayn_jax.show.pictures import panels

_MOST_NAMES = 30  # names along an axis, at most


def imitation_figure(
    mean_score: np.ndarray,
    distance: np.ndarray,
    retrieved: np.ndarray,
    dist_vec: np.ndarray,
    *,
    expert: Sequence[str],
    student: Sequence[str],
    score: str,
    of: str,
    title: str = "",
) -> Figure:
    """Draws the scores and distances of all pairs, and how far the retrieved skill is from its expert.

    Args:
      mean_score: mean score of a step [P, M], by which skills are retrieved.
      distance: distance between rollouts [P, M].
      retrieved: the student's skill that was found [P].
      dist_vec: distance of the retrieved skill's rollouts [P].
      expert: names of the behaviours [P].
      student: names of the student's skills [M].
      score: name of the score.
      of: the quantity that distances are measured in.
      title: the line above all panels.
    """
    figure = panels.new_figure(13.5, 4.8 + (0.3 if title else 0))
    if title:
        figure.suptitle(title, x=0.01, ha="left", fontsize=12, fontweight="bold", color=panels.INK)
    left, middle, right = (figure.add_subplot(1, 3, i) for i in (1, 2, 3))
    _draw_pairs(figure, left, mean_score, retrieved, "viridis")
    panels.style_axes(left, "What the student's objective says", f"mean {score}; dot: retrieved")
    _draw_pairs(figure, middle, distance, retrieved, "viridis_r")
    panels.style_axes(
        middle, "How far apart rollouts are", f"spreads of {of}, root mean square; dot: retrieved"
    )
    for ax in (left, middle):
        _name_axis(ax, student, along_x=True)
        _name_axis(ax, expert, along_x=False)
        ax.set(xlabel="skill of the student", ylabel="expert")
        ax.grid(visible=False)
    order = np.argsort(dist_vec)
    place = np.arange(len(order))
    low, median, high = np.percentile(distance[order], [0, 50, 100], axis=1)
    right.vlines(place, low, high, color=panels.FAINT, linewidth=2)
    right.plot(
        place, median, linestyle="none", marker="_", markersize=9, color=panels.INK, label="median skill"
    )
    right.plot(place, dist_vec[order], linestyle="none", marker="o", color="#00609f", label="retrieved skill")
    right.set(xlabel="expert, by distance", ylabel="distance, spreads", ylim=(0, 1.15 * float(high.max())))
    few = len(order) <= _MOST_NAMES
    right.set_xticks(place if few else [], [expert[i] for i in order] if few else [])
    right.tick_params(axis="x", labelsize=8)
    right.legend(loc="upper left", ncols=2, frameon=False, fontsize=9, labelcolor=panels.INK)
    panels.style_axes(right, "Distance of the retrieved skill", "line: from the nearest to the farthest")
    return figure


def _draw_pairs(figure: Figure, ax: Axes, values: np.ndarray, retrieved: np.ndarray, colours: str) -> None:
    """Draws a cell for each pair [P, M], and marks the retrieved ones."""
    # Clip the colours, because one very bad pair would hide the differences between the good ones.
    low, high = np.percentile(values, [5, 100] if colours == "viridis" else [0, 95])
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
