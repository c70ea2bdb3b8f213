"""Draws the main figure of a run: where its skills go, and its curves."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.show.pictures import curve_panels, trace_panel
from diayn_jax.show.pictures.figure_style import new_figure
from diayn_jax.show.pictures.traces import Dimensions, most_telling
from diayn_jax.show.shown_skills import ShownSkills


def skills_figure(
    trajectories: Trajectories,
    history: Sequence[Mapping[str, Any]],
    dimensions: Dimensions,
    *,
    skills: ShownSkills,
    title: str = "",
) -> Figure:
    """Draws where each skill goes, and the most informative curves of the training.

    If the objective has a discriminator, the curves are the bound on I(S; Z) and its accuracy. For METRA they
    are the distance with the area covered, and λ with the step of φ. Without skills, it is the return.
    The large panel draws the traces of `most_telling`; it is left out if the episodes have none.
    `history` are the rows of `progress.csv` in order; rows without evaluation figures are skipped.
    """
    drawn = most_telling(trajectories, dimensions)
    beside = curve_panels.panels_for(history, skills, classifies=trajectories.log_probs is not None)
    figure = new_figure(*((12.5, 7.0) if drawn else (7.0, 6.0)), title, fontsize=13)
    if drawn:
        grid = figure.add_gridspec(len(beside), 2, width_ratios=(1.35, 1.0), wspace=0.04, hspace=0.06)
        ax = figure.add_subplot(grid[:, 0])
        trace_panel.draw_traces(ax, drawn, np.asarray(trajectories.skill), skills)
    else:
        grid = figure.add_gridspec(len(beside), 1, hspace=0.06)
    for row, draw in enumerate(beside):
        ax = figure.add_subplot(grid[row, -1])
        draw(ax, history)
    ax.set_xlabel("environment steps")
    return figure
