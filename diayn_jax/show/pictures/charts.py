"""Draws the returns of every skill, and the curves of a run, as PNG and SVG."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib import ticker
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from diayn_jax.evaluation.metrics import Trajectories, episode_returns
from diayn_jax.show.log_curves import curve
from diayn_jax.show.pictures import curve_panels
from diayn_jax.show.pictures.curve_panels import has, steps_axis
from diayn_jax.show.pictures.figure_style import BLUE, FAINT, INK, new_figure, style_axes
from diayn_jax.show.shown_skills import SINGLE, WHEEL, ShownSkills

_RETURNS = "The environment's own return"

_BROWN = "#df8000"
# Each panel has a title, a unit, and curves: the name in progress.csv, the label and the colour.
_CURVES = (
    ("log q while training", "nats", (("train/log_q_running", "running mean over episodes", BLUE),)),
    ("Score of a step", "", (
        ("train/score_running", "training, running mean over episodes", BLUE),
        ("eval/score", "evaluation", _BROWN),
    )),
    ("Losses", "", (
        ("train/critic_loss", "critics", BLUE),
        ("train/policy_loss", "policy", _BROWN),
        ("train/discriminator_loss", "discriminator", "#9f0000"),
        ("train/representation_loss", "representation φ", "#9f0000"),
    )),
    (_RETURNS, "", (("eval/return_best", "best skill", "#609f80"), ("eval/return_mean", "mean", BLUE))),
    ("Speed of training", "steps per second", (
        ("time/env_steps_per_second", "environment steps", "#606040"),
    )),
)  # fmt: skip


def returns_figure(trajectories: Trajectories, *, skills: ShownSkills, title: str = "") -> Figure:
    """Draws the return of every episode that has a step, with a line above the figure.

    Discrete skills are sorted by their mean return; vectors keep their own order.
    """
    skill, returns = np.asarray(trajectories.skill), episode_returns(trajectories)
    known = np.isfinite(returns)
    skill, returns = skill[known], returns[known]
    shown = np.unique(skill)
    by_skill = {int(z): np.sort(returns[skill == z]) for z in shown}
    places = skills.places
    order = sorted(by_skill, key=lambda z: float(by_skill[z].mean() if places is None else places[z]))
    colours = skills.colours
    width = 1.8 + (0.32 if places is None else 0.16) * len(order)
    figure = new_figure(min(max(5.0, width), 14.0), 4.6, title)
    ax = figure.add_subplot()
    few = len(order) <= 40
    for place, z in enumerate(order):
        mine = by_skill[z]
        low, high = np.percentile(mine, [25, 75])
        ax.plot([place, place], [low, high], color=colours[z], linewidth=7 if few else 3, alpha=0.3, zorder=2)
        # Several episodes of a skill are drawn side by side, sorted by return.
        spread = np.linspace(-0.22, 0.22, len(mine)) if len(mine) > 1 else np.zeros(1)
        ax.plot(
            place + spread, mine, linestyle="none", marker="o", markersize=3.2 if few else 1.8,
            color=colours[z], alpha=0.85, markeredgewidth=0, zorder=3,
        )  # fmt: skip
    means = [(place, float(by_skill[z].mean())) for place, z in enumerate(order)]
    ticks = [[(place - 0.34, mean), (place + 0.34, mean)] for place, mean in means]
    ax.add_collection(LineCollection(ticks, colors=INK, linewidths=1.6, zorder=4))
    ax.axhline(0.0, color=FAINT, linewidth=1.0, zorder=1)
    ax.set(ylabel="the environment's own reward, summed", xlim=(-0.7, len(order) - 0.3))
    _skill_axis(ax, order, skills)
    if not few and places is None:
        ax.tick_params(axis="x", labelsize=6, labelrotation=90)
    ax.yaxis.set_major_formatter(ticker.ScalarFormatter(useMathText=True))
    head = "Return of each episode" if skills.kind == SINGLE else "Return of each skill"
    style_axes(ax, head, "bar: middle half of the episodes; tick: mean")
    ax.grid(visible=False, axis="x")
    if few:
        ax.tick_params(axis="x", labelsize=9.5)
    return figure


def _skill_axis(ax: Axes, order: Sequence[int], skills: ShownSkills) -> None:
    """Labels the bottom axis with the skills' names, in this order; only some vectors are labelled."""
    if skills.places is None:
        ax.set_xticks(range(len(order)), [skills.names[z] for z in order])
        ax.set_xlabel("" if skills.kind == SINGLE else "skill, by mean return")
        return
    ticks = np.unique(np.linspace(0, len(order) - 1, 9).round().astype(int))[: len(order)]
    wheel = skills.kind == WHEEL
    names = [f"{360 * skills.places[order[i]]:.0f}°" if wheel else skills.names[order[i]] for i in ticks]
    ax.set_xticks(ticks, names)
    ax.set_xlabel("angle of z" if wheel else "z")


def curves_figure(history: Sequence[Mapping[str, Any]], *, skills: ShownSkills, title: str = "") -> Figure:
    """Draws the curves of a run over its environment steps; panels without figures are left out.

    The panels show the bound on I(S; Z) in nats and effective skills; the discriminator's accuracy; distance
    and coverage; METRA's λ and the step of φ; log q during training, losses, returns, and training speed.
    `history` are the rows of `progress.csv` in order; `title` is the line above all panels.
    """
    first = curve_panels.panels_for(history, skills, classifies=has(history, "eval/mi"))
    curves = [
        (head, unit, drawn)
        for head, unit, rows in _CURVES
        if not (head == _RETURNS and curve_panels.draw_return in first)
        if (drawn := [(row, *curve(history, row[0])[:2]) for row in rows if has(history, row[0])])
    ]
    count = len(first) + len(curves)
    columns = 2 if count <= 4 else 3
    rows = -(-count // columns)
    figure = new_figure(4.6 * columns, 3.5 * rows + (0.3 if title else 0), title)
    axes = [figure.add_subplot(rows, columns, i + 1) for i in range(count)]
    for ax, draw in zip(axes, first, strict=False):
        draw(ax, history)
    for ax, (head, unit, drawn) in zip(axes[len(first) :], curves, strict=True):
        _draw_curves(ax, head, unit, drawn)
    for ax in axes:
        ax.set_xlabel("environment steps")
    return figure


def _draw_curves(ax: Axes, head: str, unit: str, drawn: Sequence[Any]) -> None:
    last = np.zeros(0)
    for (_, label, colour), steps, values in drawn:
        ax.plot(steps, values, color=colour, linewidth=1.5, label=label)
        last = steps if len(steps) > len(last) else last
    steps_axis(ax, last)
    plain = ticker.ScalarFormatter(useMathText=True)
    plain.set_powerlimits((-3, 4))
    ax.yaxis.set_major_formatter(ticker.EngFormatter(sep="") if "per second" in unit else plain)
    if len(drawn) > 1:
        ax.legend(frameon=False, fontsize=9, labelcolor=INK, handlelength=1.4)
    ax.set_ylabel(unit)
    style_axes(ax, head, drawn[0][0][1] if len(drawn) == 1 else "")
