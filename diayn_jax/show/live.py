"""Draws what an evaluation shows during training: histograms, a picture of the traces, a film."""

from collections.abc import Mapping
from typing import Any

import jax
import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.envs import Env, ImageScene, MujocoScene
from diayn_jax.evaluation.metrics import Trajectories, episode_returns
from diayn_jax.number_format import count, number
from diayn_jax.show.films import offscreen, video
from diayn_jax.show.pictures import traces
from diayn_jax.show.pictures.figure_style import INK, as_bytes, new_figure
from diayn_jax.show.pictures.trace_panel import draw_traces
from diayn_jax.show.record import Recording
from diayn_jax.show.shown_skills import ShownSkills

_MOST_SKILLS = 20  # skills that get a histogram of their own
_BINS = 64
_DPI = 80
_TILE_WIDTH = 160  # width of a film's tile, pixels
_DESCRIPTIONS = (
    ("eval/effective_skills", "{} effective skills"),
    ("eval/return", "return {}"),
    ("eval/distance_mean", "{} m from start to end"),
    ("eval/return_best", "best skill's return {}"),
)
_PICTURES = 100  # pictures in a film, at most; a film is viewed only once


def histograms(trajectories: Trajectories) -> dict[str, np.ndarray]:
    """Returns the values of each histogram: returns, episode lengths, actions, and log q of each skill.

    Only valid steps count. A skill's log q is taken on its own steps, for the first twenty skills; without
    a discriminator there is no log q.
    """
    skill, valid = np.asarray(trajectories.skill), np.asarray(trajectories.valid)
    found = {"histogram/return": episode_returns(trajectories), "histogram/episode_length": valid.sum(axis=0)}
    if trajectories.action is not None:
        found["histogram/action"] = np.asarray(trajectories.action)[valid].ravel()
    if trajectories.log_probs is not None:
        log_probs = np.asarray(trajectories.log_probs)
        for z in range(min(log_probs.shape[-1], _MOST_SKILLS)):
            mine = skill == z
            found[f"histogram/log_q_skill_{z}"] = log_probs[:, mine, z][valid[:, mine]]
    return {name: values for name, values in found.items() if values.size}


def counts(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Returns a histogram's counts [B] and edges [B + 1]; values that are not finite are left out."""
    return np.histogram(values[np.isfinite(values)].astype(np.float64), bins=_BINS)


def picture(trajectories: Trajectories, env: Env, seen: str, skills: ShownSkills, title: str) -> bytes | None:
    """Returns an evaluation's traces as a PNG; None if the episodes have no dimensions to draw them over.

    `seen` names the features that the objective sees; `title` is the line above the picture.
    """
    drawn = traces.most_telling(trajectories, traces.dimensions_of(env, seen))
    if drawn is None:
        return None
    figure = new_figure(6.4, 5.6)
    draw_traces(figure.add_subplot(), drawn, np.asarray(trajectories.skill), skills)
    figure.suptitle(title, x=0.01, ha="left", fontsize=11, color=INK)
    return as_bytes(figure, "png", _DPI)


def film(trajectories: Trajectories, env: Env, skills: ShownSkills, filmed: int) -> bytes:
    """Returns a GIF that shows the first episode of each of `skills.spread(filmed)`, side by side.

    The trajectories are those of an evaluation, with poses. Raises `ConfigError` if the film cannot be drawn
    on this machine.
    """
    assert env.scene is not None
    assert trajectories.poses is not None
    skill = np.asarray(trajectories.skill)
    chosen = [int(np.argmax(skill == z)) for z in skills.spread(filmed)]
    valid, poses = (np.asarray(x)[:, chosen] for x in (trajectories.valid, trajectories.poses))
    actor = jax.tree.map(lambda x: np.asarray(x)[:, chosen], trajectories.actor)
    few: dict[str, Any] = {"skill": skill[chosen], "valid": valid, "actor": actor, "poses": None}
    recording = Recording(trajectories._replace(**few), env.scene, poses, env.dt)
    return video.as_gif(recording, skills=skills, tile_width=_TILE_WIDTH, pictures=_PICTURES)


def check(env: Env, filmed: int, skills: ShownSkills) -> None:
    """Raises `ConfigError` for a film of `filmed` skills that could not be made.

    There may be too few skills, the environment may have no `scene`, or OpenGL may be missing for MuJoCo's.
    """
    if filmed > skills.count:
        raise ConfigError(
            f"--log_video={filmed}: this run has only {skills.counted(skills.count) or 'one policy'}. Choose "
            f"{skills.count} or fewer."
        )
    if env.scene is None:
        raise ConfigError(
            f"--log_video={filmed}: {env.name} has no `scene`, so it cannot be drawn. Give its Env a `scene` "
            "(docs/how_to/own_environment.md), or leave --log_video out."
        )
    if isinstance(env.scene, MujocoScene):
        # OpenGL may be installed and still fail to start; training would then stop at its first film.
        with offscreen.opengl(8, 8):
            pass


def needs_own_rollouts(env: Env) -> bool:
    """Whether recording poses is so costly that only the filmed episodes should be recorded."""
    return isinstance(env.scene, ImageScene)


def describe(figures: Mapping[str, Any], env_steps: int) -> str:
    """Returns the line above a picture: the step, and the most informative figure."""
    for name, text in _DESCRIPTIONS:
        if name in figures:
            return f"{count(env_steps)} steps: {text.format(number(float(figures[name])))}"
    return f"{count(env_steps)} steps"
