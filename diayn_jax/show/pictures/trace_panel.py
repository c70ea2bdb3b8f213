"""Draws a panel of traces: one line for each episode, in its skill's colour."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib import colors
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from diayn_jax.number_format import counted, number
from diayn_jax.show.colours import cyclic, ramp
from diayn_jax.show.pictures.figure_style import INK, style_axes
from diayn_jax.show.shown_skills import DISCRETE, RAMP, WHEEL, ShownSkills, episodes_each

_ONE_START = 0.1  # starts within this share of the traces' extent are one place
FEW = 20  # up to this many skills, colours are safe for colour-blind readers
# A box lies behind text on lines; a halo would turn the text into paths.
TEXT_BOX = {"boxstyle": "round,pad=0.08", "facecolor": "white", "edgecolor": "none", "alpha": 0.7}
_KEY_PARTS = 90  # colour steps of a key


class Traces(NamedTuple):
    """The data of a panel of traces."""

    points: np.ndarray  # [T or T + 1, N, 2], NaN after an episode's end
    steps: int  # T
    xlabel: str
    ylabel: str
    title: str
    plane: bool  # both axes have the same unit and scale
    walls: Sequence[Any] = ()  # segments ((x, y), (x, y))

    @property
    def start(self) -> np.ndarray | None:
        """The place [2] of a plane at which episodes start; None if they start at several, or it is unknown.

        Points [T, N, 2] begin after the first step, and so do not have it.
        """
        if not self.plane or len(self.points) == self.steps:
            return None
        spread = np.ptp(self.points[0], axis=0).max()
        extent = (np.nanmax(self.points, axis=(0, 1)) - np.nanmin(self.points, axis=(0, 1))).max()
        return np.median(self.points[0], axis=0) if spread <= _ONE_START * extent else None


def skill_styles(skills: ShownSkills) -> list[dict[str, Any]]:
    """Returns the style of each skill's line: its colour, and dashes for the second ten of few skills."""
    dashed = range(10, 20) if skills.kind == DISCRETE and skills.count <= FEW else ()
    return [
        {"color": colour, "linestyle": (0, (4, 1.5)) if z in dashed else "-"}
        for z, colour in enumerate(skills.colours)
    ]


def draw_traces(
    ax: Axes, traces: Traces, skill: np.ndarray, skills: ShownSkills, episodes: int | None = None
) -> None:
    """Draws one line for each episode, in its skill's colour.

    A discrete skill's number stands at its farthest end point. Continuous skills have a key of their colours.
    `skill` [N] is the skill of each episode; they may cover only some of all `skills`. `episodes` of each
    skill are drawn; None: as many as stay readable.
    """
    shown = len(np.unique(skill))
    episodes = min(episodes or episodes_each(shown, 100), int(np.bincount(skill).max()))
    few = shown <= FEW
    for z, style in enumerate(skill_styles(skills)):
        lines = [traces.points[:, episode] for episode in np.flatnonzero(skill == z)[:episodes]]
        drawn = [line[np.isfinite(line).all(axis=-1)] for line in lines]
        drawn = [line for line in drawn if len(line)]
        for line in drawn:
            ax.plot(*line.T, **style, linewidth=1.4 if few else 0.9, alpha=0.8, zorder=2)
            ax.plot(*line[-1], marker="o", markersize=3.5, color=style["color"], zorder=3)
        if drawn and skills.kind == DISCRETE:
            # The number stands at the farthest end: near the start, numbers would cover each other.
            number_at = max((line[-1] for line in drawn), key=lambda end: np.linalg.norm(end - drawn[0][0]))
            ax.annotate(
                skills.names[z], number_at, xytext=(4, 4), textcoords="offset points",
                color=_darker(style["color"]), fontsize=10 if few else 7.5, fontweight="bold", bbox=TEXT_BOX,
                zorder=6,
            )  # fmt: skip
    if traces.walls:
        ax.add_collection(LineCollection(traces.walls, colors=INK, linewidths=2.0, zorder=1))
    if traces.start is not None:
        ring: dict[str, Any] = {"markerfacecolor": "white", "markeredgecolor": INK, "markeredgewidth": 1.8}
        ax.plot(*traces.start, marker="o", markersize=9, linestyle="none", zorder=5, label="start", **ring)
        # The legend stands above the panel, where no skill ends.
        right = {WHEEL: 0.9, RAMP: 0.74}.get(skills.kind, 1.0)
        ax.legend(loc="lower right", bbox_to_anchor=(right, 1), frameon=False, fontsize=10, handlelength=1.0)
    if traces.plane:
        ax.set_aspect("equal", adjustable="datalim")
    ax.margins(0.08)
    ax.set(xlabel=traces.xlabel, ylabel=traces.ylabel)
    _draw_key(ax, skills)
    each = f"{counted(episodes, 'episode')}{' each' if skills.count > 1 else ''}"
    what = [skills.counted(shown), f"{each} of at most {traces.steps} steps"]
    style_axes(ax, skills.titled(traces.title), ", ".join(filter(None, what)))


def _draw_key(ax: Axes, skills: ShownSkills) -> None:
    """Draws the key of continuous skills' colours: a wheel or a ramp, above the panel at its right."""
    if not skills.are_vectors:
        return
    assert skills.places is not None
    if skills.kind == WHEEL:
        key = ax.inset_axes((0.9, 1.01, 0.1, 0.1), projection="polar", label="key")
        angle = (np.arange(_KEY_PARTS) + 0.5) / _KEY_PARTS
        key.bar(2 * np.pi * angle, 0.45, 2 * np.pi / _KEY_PARTS, 0.55, color=cyclic(angle), linewidth=0)
        key.set_ylim(0, 1)
        key.annotate(
            "z", (0.5, 0.5), xycoords="axes fraction", ha="center", va="center", fontsize=9.5, color=INK
        )
        key.set_axis_off()
    elif skills.kind == RAMP:
        low, high = float(skills.places.min()), float(skills.places.max())
        key = ax.inset_axes((0.76, 1.045, 0.2, 0.02), label="key")
        colours_of = colors.ListedColormap(ramp(np.linspace(0, 1, _KEY_PARTS)))
        key.imshow(
            np.linspace(0, 1, _KEY_PARTS)[None], cmap=colours_of, aspect="auto", extent=(low, high, 0, 1)
        )
        key.set_yticks([])
        key.set_xticks([low, high], [number(low), f"z = {number(high)}"], fontsize=8)
        key.tick_params(length=0, pad=1.5, colors=INK)
        key.spines[:].set_visible(False)


def _darker(color: str) -> tuple[float, float, float]:
    """Darkens a colour, so that text in it is readable on white."""
    red, green, blue = (0.68 * x for x in colors.to_rgb(color))
    return red, green, blue
