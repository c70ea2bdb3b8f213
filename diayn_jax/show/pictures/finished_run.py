"""Draws a finished run into its directory: its skills, and options and goals where it has any."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import Config
from diayn_jax.envs import Env
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.show.pictures import figure_style, goals, options
from diayn_jax.show.pictures.skills_figure import skills_figure
from diayn_jax.show.pictures.traces import dimensions_of
from diayn_jax.show.shown_skills import shown_skills
from diayn_jax.storage import files
from diayn_jax.training import Components


def save(
    directory: Path,
    config: Config,
    env: Env,
    components: Components,
    trajectories: Trajectories,
    rows: Sequence[Mapping[str, Any]],
) -> list[str]:
    """Draws a finished run into its directory; returns the names of the files. Raises `RunFileError`.

    `components` has the run's skills and features, `trajectories` are episodes of all skills, and `rows` are
    those of progress.csv.
    """
    title, seen = f"{config.env}, {directory.name}", components.feature_map.name
    shown = shown_skills(components.skills)
    figures = {
        files.PLOT: skills_figure(trajectories, rows, dimensions_of(env, seen), skills=shown, title=title)
    }
    if options.has_options(trajectories):
        # An agent of the user's own may have options without this setting.
        count: int | None = getattr(config, "num_options", None)
        figures[files.OPTIONS] = options.options_figure(trajectories, count, title=title)
    if goals.has_goals(trajectories):
        # FuN's goals are directions among normalised features; HIRO's are displacements in their own unit.
        in_metres = config.agent == "hiro" and seen == "xy"
        figures[files.GOALS] = goals.goals_figure(trajectories, in_metres, title=title)
    for name, figure in figures.items():
        figure_style.save(figure, directory / name, dpi=120)
    return list(figures)
