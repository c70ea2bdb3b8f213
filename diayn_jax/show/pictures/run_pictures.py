"""The pictures of a finished run: skills.png, and those of options and goals where it has any."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import Config
from diayn_jax.envs import Env
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.show.pictures import goals, options, plots
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
    """Draws a finished run into its directory.

    Args:
      directory: the run's directory.
      config: the run's config.
      env: the environment that was acted in.
      components: the run's skills and features.
      trajectories: episodes of all skills.
      rows: the rows of progress.csv.

    Returns:
      The names of the files.

    Raises:
      RunFileError: a file cannot be written.
    """
    title, seen = f"{config.env}, {directory.name}", components.feature_map.name
    with files.explained(directory / files.PLOT):
        plots.save_skills_png(
            directory / files.PLOT,
            trajectories,
            rows,
            skills=shown_skills(components.skills),
            title=title,
            features=env.features,
            seen=seen,
            walls=env.walls,
        )
    names = [files.PLOT]
    if options.has_options(trajectories):
        # An agent of the user's own may have options without this setting.
        count: int | None = getattr(config, "num_options", None)
        with files.explained(directory / files.OPTIONS):
            options.save_options_png(directory / files.OPTIONS, trajectories, count, title)
        names.append(files.OPTIONS)
    if goals.has_goals(trajectories):
        # FuN's goals are directions among normalised features; HIRO's are displacements in their own unit.
        in_metres = config.agent == "hiro" and seen == "xy"
        with files.explained(directory / files.GOALS):
            goals.save_goals_png(directory / files.GOALS, trajectories, in_metres, title)
        names.append(files.GOALS)
    return names
