"""Records episodes of a run's skills for pictures and films."""

import numbers
from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.config import Config, ConfigError, check_whole, without_arrays
from diayn_jax.envs import Scene
from diayn_jax.evaluation.evaluators import Evaluator
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.machine import capacity
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.types import Key


class PlayableRun(Protocol):
    """The part of a run (`use.loaded_run.Run`) that recording uses."""

    @property
    def config(self) -> Config: ...  # noqa: D102
    @property
    def state(self) -> Any: ...  # noqa: D102
    @property
    def evaluator(self) -> Evaluator: ...  # noqa: D102


class Recording(NamedTuple):
    """N recorded episodes of T steps, as NumPy arrays, and the scene in which to draw them."""

    trajectories: Trajectories  # with observations; its `poses` are None, see below
    scene: Scene
    poses: np.ndarray  # [T + 1, N, P] float32, with the first state; images: [T + 1, N, H, W, 3] uint8
    dt: float  # seconds per step


class Selection(NamedTuple):
    """Which skills are played, in how many episodes, and how long these are."""

    skills: Sequence[int] | None = None  # indices among the skills that are shown, in this order; None: all
    episodes: int | None = None  # episodes of each skill; None: as many as the picture or page usually has
    episode_length: int | None = None  # the largest number of steps; None: as trained

    def check(self, config: Config) -> None:
        """Raises `ConfigError` for skills that a run does not have, and for numbers below 1."""
        last = shown_of(config).count - 1
        skills = without_arrays(self.skills)
        if not isinstance(skills, Sequence | None) or isinstance(skills, str):
            raise ConfigError(f"--skills={self.skills!r}: give a list of skills, such as [0, {last}].")
        wrong = [z for z in skills or () if not (isinstance(z, numbers.Integral) and 0 <= int(z) <= last)]
        if wrong or (skills is not None and not skills):
            # Each once, in their order; a list in the list cannot be hashed.
            words = ",".join(dict.fromkeys(map(str, wrong))) or "[]"
            raise ConfigError(f"--skills={words}: this run has the skills 0 to {last}.")
        check_whole(episodes=self.episodes, episode_length=self.episode_length)


ALL_SKILLS = Selection()


def play(
    run: PlayableRun,
    selection: Selection = ALL_SKILLS,
    *,
    deterministic: bool = True,
    key: Key | None = None,
    evaluator: Evaluator | None = None,
    poses: bool = False,
) -> Trajectories:
    """Plays a run's skills; returns trajectories with observations, on the host.

    Episode i has skill `skills[i % len(skills)]`.

    Args:
      run: the run, trained or loaded.
      selection: the skills and episodes; one episode of each skill, if it does not say how many.
      deterministic: acts by the policy's mode; otherwise by samples.
      key: the key of first states and samples; None: that of seed 0.
      evaluator: the evaluator that plays; None: the run's own.
      poses: records poses, which needs an environment with a scene.

    Raises:
      ConfigError: as for `Selection.check`, or the environment cannot be drawn.
    """
    selection.check(run.config)
    skills = selection.skills if selection.skills is not None else range(shown_of(run.config).count)
    episodes, length = selection.episodes or 1, selection.episode_length or run.config.episode_length
    evaluator = evaluator or run.evaluator
    step = capacity.step_bytes(evaluator.env)
    capacity.check_episodes("--episodes", episodes, len(skills) * episodes, length, step)
    skill = jnp.tile(jnp.array([int(z) for z in skills], jnp.int32), episodes)
    key = jax.random.key(0) if key is None else key
    return evaluator.rollouts(run.state, key, skill, length, deterministic, True, poses)


def record(run: PlayableRun, selection: Selection = ALL_SKILLS) -> Recording:
    """Plays a run's skills and records their poses; after the end of an episode, its last pose is repeated.

    See `play` for the arguments and errors.
    """
    env, trajectories = run.evaluator.env, play(run, selection, poses=True)
    # `rollouts` raises if poses are recorded without a scene.
    assert env.scene is not None
    assert trajectories.poses is not None
    recorded = np.asarray(trajectories.poses)
    steps, episodes = trajectories.valid.shape
    # Poses that are not finite are not shown, even if the observation does not show the breakdown.
    sound = np.isfinite(recorded).reshape(steps + 1, episodes, -1).all(axis=-1)
    lengths = np.minimum(trajectories.valid.sum(axis=0), np.cumprod(sound, axis=0).sum(axis=0) - 1)
    last = np.minimum(np.arange(steps + 1)[:, None], lengths)  # [T + 1, N]
    poses = recorded[last, np.arange(episodes)]
    return Recording(trajectories._replace(poses=None), env.scene, poses, env.dt)
