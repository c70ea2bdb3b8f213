"""Draws panels of curves over environment steps."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib import ticker
from matplotlib.axes import Axes

from diayn_jax.number_format import number
from diayn_jax.show.log_curves import curve
from diayn_jax.show.pictures.figure_style import FAINT, INK, style_axes
from diayn_jax.show.shown_skills import SINGLE, ShownSkills

History = Sequence[Mapping[str, Any]]  # rows of progress.csv, in order

_BLUE, _RED, _GREEN, _ORANGE = "#0b5fa5", "#bd1f01", "#609f80", "#b86a00"
_NOTHING_YET = "no evaluation yet"


def draw_mi(ax: Axes, history: History, num_skills: int) -> None:
    """Draws the bound on I(S; Z) over steps, in nats and in effective skills."""
    steps, mi, _ = curve(history, "eval/mi")
    top = math.log(num_skills)
    _draw_level(ax, top, f"ln {num_skills}", (0, (4, 2)), {"xy": (0.0, top), "xytext": (4, -4), "va": "top"})
    ax.axhline(0.0, color=FAINT, linewidth=1.0, zorder=1)
    _draw_line(ax, steps, mi, _BLUE)
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
    now = f"now {number(mi[-1])} nats: {number(math.exp(mi[-1]))} effective skills" if len(mi) else ""
    style_axes(ax, "How much a state tells about its skill", now or _NOTHING_YET)


def draw_accuracy(ax: Axes, history: History, num_skills: int) -> None:
    """Draws the discriminator's accuracy over steps."""
    steps, accuracy, _ = curve(history, "eval/discriminator_accuracy")
    chance = 1 / num_skills
    _draw_level(ax, chance, "chance", (0, (1, 2)), {"xy": (1.0, chance), "xytext": (-4, 3), "ha": "right"})
    _draw_line(ax, steps, accuracy, _RED)
    ax.set_ylim(-0.02, 1.04)
    ax.set_ylabel("accuracy")
    steps_axis(ax, steps)
    now = f"now {number(accuracy[-1])}" if len(accuracy) else _NOTHING_YET
    style_axes(ax, "The discriminator's accuracy", now)


def _draw_level(ax: Axes, y: float, text: str, dashes: Any, place: Mapping[str, Any]) -> None:
    """Draws a dashed level with its name; `place` says where the name stands."""
    ax.axhline(y, color=INK, linewidth=1.0, linestyle=dashes, zorder=1)
    ax.annotate(
        text, xycoords=("axes fraction", "data"), textcoords="offset points", fontsize=9, color=INK, **place
    )


def _draw_line(ax: Axes, steps: np.ndarray, values: np.ndarray, colour: str) -> None:
    """Draws a curve, with markers if there are few evaluations."""
    marker = "o" if len(steps) <= 40 else ""
    ax.plot(steps, values, color=colour, linewidth=1.8, marker=marker, markersize=3.5, zorder=2)


def _safe_log(x: Any) -> np.ndarray:
    """Takes the logarithm; Matplotlib also asks for it at 0 when it lays out the axes."""
    return np.log(np.maximum(x, 1e-9))


def _skill_ticks(num_skills: int) -> list[int]:
    """Returns the ticks 1, 2, 5, 10, … and K, without those whose labels would touch K's."""
    ticks = [m * 10**power for power in range(len(str(num_skills))) for m in (1, 2, 5)]
    return [*(tick for tick in ticks if 1.18 * tick <= num_skills), num_skills]


def steps_axis(ax: Axes, steps: np.ndarray) -> None:
    """Draws the axis of environment steps, which starts at 0."""
    ax.set_xlim(0, 1.02 * max(steps.max(initial=0.0), 1.0))
    ax.xaxis.set_major_formatter(ticker.EngFormatter(sep=""))
    ax.xaxis.set_major_locator(ticker.MaxNLocator(6, integer=True))


class _Line(NamedTuple):
    """A figure of the log, drawn on one of a panel's two axes."""

    name: str
    label: str  # label of its axis, with the unit
    note: str  # text of its last value, such as "now {} m"
    colour: str


_DISTANCE = _Line("eval/distance_mean", "start to end (m)", "now {} m", _BLUE)
_COVERAGE = _Line("eval/policy_coverage", "ground covered (m²)", "{} m² covered", _ORANGE)
_LAMBDA = _Line("train/lambda", "λ", "λ now {}", _BLUE)
_PHI_STEP = _Line("train/phi_step", "‖Δφ‖²", "‖Δφ‖² {}", _RED)
_RETURN = _Line("eval/return", "return", "now {}", _BLUE)
_BEST = _Line("eval/return_best", "best skill's return", "best now {}", _GREEN)
_MEAN = _Line("eval/return_mean", "mean return", "mean {}", _BLUE)


def draw_distance(ax: Axes, history: History) -> None:
    """Draws how far from its start an episode ends, and the area that the skills cover."""
    _draw_two(ax, history, "How far skills travel", _DISTANCE, _COVERAGE)


def draw_dual(ax: Axes, history: History) -> None:
    """Draws METRA's λ, and the squared step of its representation, which λ keeps at 1 or below."""
    right = _draw_two(ax, history, "METRA's λ and the step of φ that it bounds", _LAMBDA, _PHI_STEP)
    if right:
        right.axhline(1.0, color=_PHI_STEP.colour, linewidth=1.0, linestyle=(0, (4, 2)), alpha=0.6, zorder=1)
        right.set_ylim(0, max(1.15, right.get_ylim()[1]))


def draw_return(ax: Axes, history: History) -> None:
    """Draws the environment's own return: that of the policy, or those of the best and the mean skill."""
    if has(history, _RETURN.name):
        _draw_two(ax, history, "The environment's return", _RETURN, None)
        return
    steps = np.zeros(0)
    notes = []
    for line in (_BEST, _MEAN):
        steps, values, _ = curve(history, line.name)
        if len(values):
            _draw_line(ax, steps, values, line.colour)
            notes.append(line.note.format(number(values[-1])))
    ax.set_ylabel("return")
    steps_axis(ax, steps)
    style_axes(ax, "The environment's return", ", ".join(notes) or _NOTHING_YET)


def panels_for(
    history: History, skills: ShownSkills, *, classifies: bool
) -> Sequence[Callable[[Axes, History], None]]:
    """Chooses the most informative panels for a run: two, or one if the log has no more figures.

    `classifies` says whether the objective has a discriminator.
    """
    if classifies:
        return [
            lambda ax, rows: draw_mi(ax, rows, skills.count),
            lambda ax, rows: draw_accuracy(ax, rows, skills.count),
        ]
    if skills.kind == SINGLE:
        return [draw_return]
    panels = ((draw_distance, (_DISTANCE,)), (draw_dual, (_LAMBDA,)), (draw_return, (_RETURN, _BEST, _MEAN)))
    found = [draw for draw, lines in panels if any(has(history, line.name) for line in lines)]
    return found[:2] or [draw_return]


def has(history: History, name: str) -> bool:
    """Whether a figure has a value in any row."""
    return curve(history, name).size > 0


def _draw_two(ax: Axes, history: History, title: str, left: _Line, right: _Line | None) -> Axes | None:
    """Draws two figures in one panel, each on its own axis; returns the right axis if it is drawn."""
    drawn = []
    notes = []
    longest = np.zeros(0)
    for line, axes in ((left, ax), (right, None)):
        if line is None:
            continue
        steps, values, _ = curve(history, line.name)
        if not len(values):
            continue
        longest = steps if len(steps) > len(longest) else longest
        notes.append(line.note.format(number(values[-1])))
        if axes is None and len(values) < 2:
            continue  # A figure with a single value is shown only in the note.
        axes = axes or ax.twinx()
        _draw_line(axes, steps, values, line.colour)
        drawn.append((line, axes))
    steps_axis(ax, longest)
    style_axes(ax, title, ", ".join(notes) or _NOTHING_YET)
    two = len(drawn) > 1
    for line, axes in drawn:
        axes.set_ylabel(line.label, color=line.colour if two else INK)
        values = np.asarray(axes.get_lines()[0].get_ydata())
        if values.min() >= 0:
            axes.set_ylim(0, 1.08 * max(values.max(), 1e-9))
    if not two or drawn[1][1] is ax:
        return None
    beside = drawn[1][1]
    beside.tick_params(colors=INK, labelsize=9.5)
    beside.spines[["top", "left", "right"]].set_visible(False)
    return beside
