"""Panels of figures, and how figures look and are written."""

import math
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib import colors, ticker
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from diayn_jax import rundir
from diayn_jax.show.colours import skill_colours

INK = "#333333"
FAINT = "#bbbbbb"
FEW = 20  # skills whose colours differ for any eye
_NOTHING_YET = "no evaluation yet"


class Traces(NamedTuple):
    """What a panel of traces draws."""

    points: np.ndarray  # [T or T + 1, N, 2], NaN where there is nothing to draw
    steps: int  # T
    xlabel: str
    ylabel: str
    title: str
    plane: bool  # both axes are lengths of one scale
    walls: Sequence[Any] = ()  # segments ((x, y), (x, y))


def new_figure(width: float, height: float) -> Figure:
    """A figure of a canvas of its own, inches wide and high, that pyplot knows nothing of."""
    figure = Figure(figsize=(width, height), layout=ConstrainedLayoutEngine(w_pad=0.1, h_pad=0.1))
    FigureCanvasAgg(figure)
    return figure


def save(figure: Figure, path: Path, dpi: int = 200) -> Path:
    """Writes a figure, in the format of the path's ending: all of it, or nothing.

    In SVG text stays text, and the same figure gives the same file.

    Raises:
      OSError: the directory is missing or cannot be written; an older file is left as it was.
    """
    kind = path.suffix[1:]
    # Not by tempfile, whose files only their owner may read.
    partial = path.with_name(f".{path.name}.{os.getpid()}.{kind}")
    settings: Any = {"svg.fonttype": "none", "svg.hashsalt": "diayn_jax"}
    try:
        with mpl.rc_context(settings):
            metadata: Any = {"Date": None} if kind == "svg" else None
            figure.savefig(partial, format=kind, dpi=dpi, metadata=metadata)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    return path


def skill_styles(num_skills: int) -> list[dict[str, Any]]:
    """How each skill's line is drawn, K of them: its colour, and of few skills the second ten dashed."""
    dashed = range(10, 20) if num_skills <= FEW else ()
    return [
        {"color": colour, "linestyle": (0, (4, 1.5)) if z in dashed else "-"}
        for z, colour in enumerate(skill_colours(num_skills))
    ]


def save_all(figures: Mapping[str, Figure], directory: Path, formats: Sequence[str]) -> list[Path]:
    """Writes figures, by the names of their files without the ending; returns the paths.

    Raises:
      RunFileError: a file that cannot be written.
    """
    paths = []
    for name, figure in figures.items():
        for kind in formats:
            path = directory / f"{name}.{kind}"
            with rundir.explained(path):
                paths.append(save(figure, path))
    return paths


def draw_traces(
    ax: Axes, traces: Traces, skill: np.ndarray, num_skills: int, episodes: int | None = None
) -> None:
    """One line for each episode, in the skill's colour, its number at the end that lies farthest.

    Args:
      ax: where.
      traces: what.
      skill: [N], int.
      num_skills: K, of which there may be fewer among the episodes.
      episodes: of each skill; None: as many as stay readable.
    """
    shown = len(np.unique(skill))
    if episodes is None:
        episodes = max(1, min(5, 100 // shown))
    episodes = min(episodes, int(np.bincount(skill, minlength=num_skills).max()))
    few = shown <= FEW
    for z, style in enumerate(skill_styles(num_skills)):
        lines = [traces.points[:, episode] for episode in np.flatnonzero(skill == z)[:episodes]]
        drawn = [line[np.isfinite(line).all(axis=-1)] for line in lines]
        drawn = [line for line in drawn if len(line)]
        for line in drawn:
            ax.plot(*line.T, **style, linewidth=1.4 if few else 0.9, alpha=0.8, zorder=2)
            ax.plot(*line[-1], marker="o", markersize=3.5, color=style["color"], zorder=3)
        if drawn:
            # The farthest end: near the start the numbers would cover each other.
            number_at = max((line[-1] for line in drawn), key=lambda end: np.linalg.norm(end - drawn[0][0]))
            ax.annotate(
                str(z),
                number_at,
                xytext=(4, 4),
                textcoords="offset points",
                color=darker(style["color"]),
                fontsize=10 if few else 7.5,
                fontweight="bold",
                # A halo would make paths of the text.
                bbox={"boxstyle": "round,pad=0.08", "facecolor": "white", "edgecolor": "none", "alpha": 0.7},
                zorder=6,
            )
    if traces.walls:
        ax.add_collection(LineCollection(traces.walls, colors=INK, linewidths=2.0, zorder=1))
    if traces.plane:
        starts = traces.points[0]
        ring: dict[str, Any] = {"markerfacecolor": "white", "markeredgecolor": INK, "markeredgewidth": 1.8}
        start = np.nanmedian(starts, axis=0)
        ax.plot(*start, marker="o", markersize=9, linestyle="none", zorder=5, label="start", **ring)
        # Above the panel: no skill ends there.
        ax.legend(loc="lower right", bbox_to_anchor=(1, 1), frameon=False, fontsize=10, handlelength=1.0)
        ax.set_aspect("equal", adjustable="datalim")
    ax.margins(0.08)
    ax.set(xlabel=traces.xlabel, ylabel=traces.ylabel)
    dress(
        ax,
        traces.title,
        f"{_counted(shown, 'skill')}, {_counted(episodes, 'episode')} each of at most {traces.steps} steps",
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number > 1 else ''}"


def draw_mi(ax: Axes, history: Sequence[Mapping[str, Any]], num_skills: int) -> None:
    """The bound on I(S; Z) over steps, in nats and in effective skills."""
    steps, mi = curve(history, "eval/mi")
    top = math.log(num_skills)
    ax.axhline(top, color=INK, linewidth=1.0, linestyle=(0, (4, 2)), zorder=1)
    ax.annotate(
        f"ln {num_skills}", (0.0, top), xycoords=("axes fraction", "data"), xytext=(4, -4),
        textcoords="offset points", va="top", fontsize=9, color=INK,
    )  # fmt: skip
    ax.axhline(0.0, color=FAINT, linewidth=1.0, zorder=1)
    ax.plot(steps, mi, color="#0b5fa5", linewidth=1.8, marker=_marker(steps), markersize=3.5, zorder=2)
    lowest = min(0.0, float(mi.min())) if len(mi) else 0.0
    ax.set_ylim(max(lowest, -top) - 0.05 * top, 1.08 * top)
    ax.set_ylabel("bound on I(S; Z) (nats)")
    skills = ax.secondary_yaxis("right", functions=(np.exp, _safe_log))
    skills.set_ylabel("effective skills", color=INK)
    skills.yaxis.set_major_locator(ticker.FixedLocator(_skill_ticks(num_skills)))
    skills.yaxis.set_major_formatter(ticker.FormatStrFormatter("%d"))
    skills.yaxis.set_minor_locator(ticker.NullLocator())
    skills.tick_params(colors=INK)
    skills.spines["right"].set_visible(False)
    steps_axis(ax, steps)
    note = f"now {mi[-1]:.2f} nats: {math.exp(mi[-1]):.1f} effective skills" if len(mi) else _NOTHING_YET
    dress(ax, "How much a state tells of its skill", note)


def draw_accuracy(ax: Axes, history: Sequence[Mapping[str, Any]], num_skills: int) -> None:
    """The discriminator's accuracy over steps."""
    steps, accuracy = curve(history, "eval/discriminator_accuracy")
    ax.axhline(1 / num_skills, color=INK, linewidth=1.0, linestyle=(0, (1, 2)), zorder=1)
    ax.annotate(
        "chance", (1.0, 1 / num_skills), xycoords=("axes fraction", "data"), xytext=(-4, 3),
        textcoords="offset points", ha="right", fontsize=9, color=INK,
    )  # fmt: skip
    ax.plot(steps, accuracy, color="#bd1f01", linewidth=1.8, marker=_marker(steps), markersize=3.5, zorder=2)
    ax.set_ylim(-0.02, 1.04)
    ax.set_ylabel("accuracy")
    ax.set_xlabel("environment steps")
    steps_axis(ax, steps)
    dress(ax, "The discriminator's accuracy", f"now {accuracy[-1]:.3f}" if len(accuracy) else _NOTHING_YET)


def curve(history: Sequence[Mapping[str, Any]], name: str) -> tuple[np.ndarray, np.ndarray]:
    """Environment steps and a figure, over the rows that have both and a finite figure."""
    rows = [
        (float(row["time/env_steps"]), float(row[name]))
        for row in history
        if row.get(name) not in (None, "") and row.get("time/env_steps") not in (None, "")
    ]
    points = np.array(rows, dtype=np.float64).reshape(-1, 2)
    points = points[np.isfinite(points).all(axis=1)]
    return points[:, 0], points[:, 1]


def _marker(steps: np.ndarray) -> str:
    """Few evaluations are shown one by one; many are a line."""
    return "o" if len(steps) <= 40 else ""


def _safe_log(x: Any) -> np.ndarray:
    """Matplotlib asks for the inverse at 0 as well, when it lays axes out."""
    return np.log(np.maximum(x, 1e-9))


def _skill_ticks(num_skills: int) -> list[int]:
    """1, 2, 5, 10, … and K, without those that would touch K's."""
    ticks = [
        m * 10**power
        for power in range(len(str(num_skills)))
        for m in (1, 2, 5)
        if m * 10**power * 1.18 <= num_skills
    ]
    return [*ticks, num_skills]


def steps_axis(ax: Axes, steps: np.ndarray) -> None:
    """Environment steps along the bottom, from 0 on."""
    ax.set_xlim(0, 1.02 * max(steps.max(initial=0.0), 1.0))
    ax.xaxis.set_major_formatter(ticker.EngFormatter(sep=""))
    ax.xaxis.set_major_locator(ticker.MaxNLocator(6, integer=True))


def darker(color: str) -> tuple[float, float, float]:
    """Readable as text on white."""
    red, green, blue = (0.68 * x for x in colors.to_rgb(color))
    return red, green, blue


def dress(ax: Axes, title: str, note: str) -> None:
    """Title, a line of what is to be known below it, grid and frame."""
    ax.set_title(title, loc="left", fontsize=12, color=INK, pad=20 if note else 8)
    ax.annotate(
        note, (0, 1), xycoords="axes fraction", xytext=(0, 6), textcoords="offset points", fontsize=9.5,
        color="#666666", in_layout=False,
    )  # fmt: skip
    ax.grid(color="#ececec", linewidth=0.8, zorder=0)
    ax.set_axisbelow(True)
    ax.spines[["top", "right"]].set_visible(False)
    ax.spines[["left", "bottom"]].set_color(FAINT)
    ax.tick_params(colors=INK, labelsize=9.5)
    ax.xaxis.label.set_color(INK)
    ax.yaxis.label.set_color(INK)
