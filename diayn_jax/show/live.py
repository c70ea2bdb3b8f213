"""What an evaluation shows while training goes on: histograms, the traces' picture, a film."""

import io
from collections.abc import Mapping
from typing import Any

import jax
import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.envs import Env, ImageScene, MujocoScene
from diayn_jax.evaluation.metrics import Trajectories, episode_returns
from diayn_jax.number_format import count, number
from diayn_jax.show.films import offscreen, video
from diayn_jax.show.pictures import panels, traces
from diayn_jax.show.record import Recording
from diayn_jax.show.shown_skills import ShownSkills

_MOST_SKILLS = 20  # with a histogram each
_BINS = 64
_DPI = 80
_TILE_WIDTH = 160  # pixels of a film's tile
_DESCRIPTIONS = (
    ("eval/effective_skills", "{} effective skills"),
    ("eval/return", "return {}"),
    ("eval/distance_mean", "{} m from start to end"),
    ("eval/return_best", "best skill's return {}"),
)
_PICTURES = 100  # of a film at most: it is looked at once, beside many


def histograms(trajectories: Trajectories) -> dict[str, np.ndarray]:
    """Values by name: returns, episode lengths, actions, and log q of each skill on its own steps.

    Only steps that happened count; of more than twenty skills, the first twenty have log q, and without
    a discriminator none.
    """
    skill, valid = np.asarray(trajectories.skill), np.asarray(trajectories.valid)
    found = {
        "histogram/return": episode_returns(trajectories),
        "histogram/episode_length": valid.sum(axis=0),
    }
    if trajectories.action is not None:
        found["histogram/action"] = np.asarray(trajectories.action)[valid].ravel()
    if trajectories.log_probs is not None:
        log_probs = np.asarray(trajectories.log_probs)
        for z in range(min(log_probs.shape[-1], _MOST_SKILLS)):
            mine = skill == z
            found[f"histogram/log_q_skill_{z}"] = log_probs[:, mine, z][valid[:, mine]]
    return {name: values for name, values in found.items() if values.size}


def counts(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A histogram: how many in each bin [B], and the bins' edges [B + 1]. Leaves out what is not finite."""
    return np.histogram(values[np.isfinite(values)].astype(np.float64), bins=_BINS)


def picture(trajectories: Trajectories, env: Env, seen: str, skills: ShownSkills, title: str) -> bytes | None:
    """The traces as a PNG; None where there is nothing to draw them over.

    Args:
      trajectories: of an evaluation.
      env: where.
      seen: name of what the objective sees.
      skills: whose episodes these are.
      title: above it.
    """
    drawn = traces.most_telling(trajectories, env.features, seen, env.walls)
    if drawn is None:
        return None
    figure = panels.new_figure(6.4, 5.6)
    skill = np.asarray(trajectories.skill)
    panels.draw_traces(figure.add_subplot(), drawn, skill, skills)
    figure.suptitle(title, x=0.01, ha="left", fontsize=11, color=panels.INK)
    out = io.BytesIO()
    figure.savefig(out, format="png", dpi=_DPI)
    return out.getvalue()


def film(trajectories: Trajectories, env: Env, skills: ShownSkills, filmed: int) -> bytes:
    """The first episode of some skills as a GIF, side by side: of `skills.spread(filmed)`.

    Args:
      trajectories: of an evaluation, with poses.
      env: where.
      skills: whose episodes these are.
      filmed: how many of them.

    Raises:
      ConfigError: it cannot be drawn here.
    """
    assert env.scene is not None
    assert trajectories.poses is not None
    skill = np.asarray(trajectories.skill)
    chosen = [int(np.argmax(skill == z)) for z in skills.spread(filmed)]
    few: Any = trajectories._replace(poses=None)
    actor = jax.tree.map(lambda x: np.asarray(x)[:, chosen], trajectories.actor)
    few = few._replace(skill=skill[chosen], valid=np.asarray(trajectories.valid)[:, chosen], actor=actor)
    recording = Recording(few, env.scene, np.asarray(trajectories.poses)[:, chosen], env.dt)
    return video.as_gif(recording, skills=skills, tile_width=_TILE_WIDTH, pictures=_PICTURES)


def check(env: Env, filmed: int, skills: ShownSkills) -> None:
    """Refuses films that could not be made.

    Raises:
      ConfigError: more skills than there are, an environment that nobody knows the looks of, or no
        OpenGL for one of MuJoCo's.
    """
    if filmed > skills.count:
        raise ConfigError(
            f"--log_video={filmed}: this run shows {skills.counted(skills.count) or 'one policy'}. Take "
            f"{skills.count} or fewer."
        )
    if env.scene is None:
        raise ConfigError(
            f"--log_video={filmed}: nothing tells how {env.name} looks. Give its Env a `scene` "
            "(docs/your_own_environment.md), or leave --log_video out."
        )
    if isinstance(env.scene, MujocoScene):
        # What is there may still not start, and training would end at its first film.
        with offscreen.opengl(8, 8):
            pass


def needs_own_rollouts(env: Env) -> bool:
    """Whether pictures cost so much to record that only the filmed episodes should."""
    return isinstance(env.scene, ImageScene)


def describe(figures: Mapping[str, Any], env_steps: int) -> str:
    """A line above a picture: the step, and the figure that tells most."""
    for name, text in _DESCRIPTIONS:
        if name in figures:
            return f"{count(env_steps)} steps: {text.format(number(float(figures[name])))}"
    return f"{count(env_steps)} steps"
