"""Draws the main figure of a run: where its skills go, and its curves."""

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
    """Draws where each skill goes, and the most informative curves of the training.

    If the objective has a discriminator, the curves are the bound on I(S; Z) and its accuracy. For METRA they
    are the distance with the area covered, and λ with the step of φ. Without skills, it is the return.

    The large panel draws the first of these that the episodes have:

    1. the xy traces, or x over time if y hardly varies;
    2. a feature of size 1 over time, or of size 2 as a plane; features that the discriminator sees come
       first, and if it sees the observations, features are skipped;
    3. the observations' first two principal components.

    If they have none of these, the panel stays empty.

    Args:
      trajectories: evaluation episodes.
      history: rows of `progress.csv` in order; rows without evaluation figures are skipped.
      skills: the skills that acted.
      title: title of the whole figure, such as the environment and the run's name.
      episodes: traces of each skill; None: as many as stay readable.
      features: the features that the environment declares.
      seen: name of the features that the discriminator sees.
      walls: walls in the plane, as `Env.walls`.

    Returns:
      A figure with its own canvas, which does not use pyplot.
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
    """Writes `skills_figure(*args, **kwargs)` to `path`; see `panels.save`."""
    return panels.save(skills_figure(*args, **kwargs), Path(path), dpi)
