"""The figure of a run: where its skills go, and how they came about."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from diayn_jax.envs import Feature
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.show.pictures import curve_panels, panels, traces
from diayn_jax.show.shown_skills import ShownSkills


def skills_figure(
    trajectories: Trajectories,
    history: Sequence[Mapping[str, Any]],
    *,
    skills: ShownSkills,
    title: str = "",
    episodes: int | None = None,
    features: Mapping[str, Feature] | None = None,
    seen: str = "",
    walls: Sequence[Any] = (),
) -> Figure:
    """Where each skill goes, and the curves that tell most of how it came about.

    Where the objective classifies, these are the bound on I(S; Z) and the discriminator's accuracy;
    for METRA the distance with the ground covered, and λ with the step of φ; without skills the return.

    The large panel draws the xy traces. Where there is no xy, it draws another feature, first of
    all what the discriminator sees: one of size 1 over time, one of size 2 as a plane; failing
    that, and where the discriminator sees observations, their first two principal components;
    failing that nothing. Where the y of xy hardly varies, x is drawn over time.

    Args:
      trajectories: evaluation episodes.
      history: rows of `progress.csv` in order; those without evaluation figures are passed over.
      skills: whose episodes these are.
      title: of the whole figure, such as the environment and the run's name.
      episodes: traces for each skill; None: as many as stay readable.
      features: what the environment declares.
      seen: name of what the discriminator sees.
      walls: what stands in the plane, as `Env.walls`.

    Returns:
      A figure of its own canvas, unknown to pyplot.
    """
    drawn = traces.most_telling(trajectories, features or {}, seen, walls)
    classifies = trajectories.log_probs is not None
    beside = curve_panels.panels_for(history, skills, classifies=classifies)
    figure = panels.new_figure(*((12.5, 7.0) if drawn else (7.0, 6.0)))
    if title:
        figure.suptitle(title, x=0.01, ha="left", fontsize=13, fontweight="bold", color=panels.INK)
    if drawn:
        grid = figure.add_gridspec(len(beside), 2, width_ratios=(1.35, 1.0), wspace=0.04, hspace=0.06)
        skill = np.asarray(trajectories.skill)
        panels.draw_traces(figure.add_subplot(grid[:, 0]), drawn, skill, skills, episodes)
    else:
        grid = figure.add_gridspec(len(beside), 1, hspace=0.06)
    for row, draw in enumerate(beside):
        ax = figure.add_subplot(grid[row, -1])
        draw(ax, history)
    ax.set_xlabel("environment steps")
    return figure


def save_skills_png(path: str | os.PathLike[str], *args: Any, dpi: int = 120, **kwargs: Any) -> Path:
    """Writes `skills_figure(*args, **kwargs)` to `path`, as `panels.save` does."""
    return panels.save(skills_figure(*args, **kwargs), Path(path), dpi)
