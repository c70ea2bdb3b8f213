"""Skills for what they were not trained for: a goal, a reward, a demonstration."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax.numpy as jnp
import numpy as np
from jax.typing import ArrayLike

from diayn_jax.config import ConfigError
from diayn_jax.evaluation.episodes import Episodes
from diayn_jax.evaluation.metrics import estimators
from diayn_jax.skills import skill_towards
from diayn_jax.training import PolicyParts
from diayn_jax.types import Array
from diayn_jax.use.policy import Skills

# (obs [N, T, ...], action [N, T, ...], next_obs [N, T, ...]) -> reward [N, T]
Reward = Callable[[np.ndarray, np.ndarray, np.ndarray], ArrayLike]


class SkillForReward(NamedTuple):
    """The skill with the highest mean return, and the returns that say so."""

    skill: np.ndarray  # [...], as it is stored
    value: float  # its mean return
    low: float  # ends of that return's 95 % interval (Student's t over its episodes)
    high: float
    skills: np.ndarray  # [M, ...], all of which there are episodes
    returns: np.ndarray  # [M], the mean return of each
    intervals: np.ndarray  # [M, 2], their 95 % intervals


def skill_for_goal(skills: Skills, params: PolicyParts, features: ArrayLike, goal: ArrayLike) -> Array:
    """The skill that leads from where one is towards a goal; pure.

    Where the objective has a map φ (METRA) it is z = (φ(goal) − φ(s)) / ‖φ(goal) − φ(s)‖ (Park et al.
    2024, arXiv:2310.08887), to be asked for anew at every step; of K skills that whose centred one-hot
    points there most. Where it classifies (DIAYN) it is argmax_z q(z | goal), wherever one is.

    Args:
      skills, params: such as `run.skills` and `run.skills.params`.
      features: of where one is, [..., F], in their own units, as `--features` names them (xy, m).
      goal: the same of the goal, [..., F].

    Returns:
      Skills as they are stored: integers [...] or vectors [..., d].

    Raises:
      ConfigError: an objective with neither.
      ValueError: a wrong shape or type.
    """
    if skills.maps:
        return skill_towards(skills.space, skills.phi(params, goal) - skills.phi(params, features))
    _check_classifies("skill_for_goal", skills)
    log_q = skills.log_q(params, goal)
    lead = jnp.broadcast_shapes(log_q.shape[:-1], np.shape(features)[:-1])
    return jnp.broadcast_to(jnp.argmax(log_q, axis=-1), lead).astype(skills.space.dtype)


def skill_for_demonstration(
    skills: Skills, params: PolicyParts, features: ArrayLike, valid: ArrayLike | None = None
) -> Array:
    """The skill that a recorded episode looks like; pure.

    Where the objective classifies it is argmax_z Σ_t log q(z | φ(s_t)) over t = 1 … T: the start is
    that of all skills. Where it has a map φ it is the direction of φ(s_T) − φ(s_0), or of K skills that
    whose centred one-hot points there most.

    Args:
      skills, params: such as `run.skills` and `run.skills.params`.
      features: [..., T + 1, F], in their own units, from the start on.
      valid: [..., T], bool, up to the end of each episode, which has at least one step; None: all.

    Returns:
      Skills as they are stored: integers [...] or vectors [..., d].

    Raises:
      ConfigError: an objective with neither.
      ValueError: fewer than two states; a wrong shape or type.
    """
    shape = np.shape(features)
    if len(shape) < 2 or shape[-2] < 2:
        raise ValueError(
            f"features has shape {shape}; a demonstration is of two states or more, [..., T + 1, F]."
        )
    steps = jnp.ones((*shape[:-2], shape[-2] - 1), bool) if valid is None else jnp.asarray(valid, bool)
    if steps.shape != (*shape[:-2], shape[-2] - 1):
        raise ValueError(f"valid has shape {steps.shape}; expected {(*shape[:-2], shape[-2] - 1)}.")
    features = jnp.asarray(features)
    if skills.maps:
        length = steps.sum(axis=-1)
        last = jnp.take_along_axis(features, length[..., None, None], axis=-2)[..., 0, :]
        way = skills.phi(params, last) - skills.phi(params, features[..., 0, :])
        return skill_towards(skills.space, way)
    _check_classifies("skill_for_demonstration", skills)
    log_q = skills.log_q(params, features[..., 1:, :])
    total = jnp.where(steps[..., None], log_q, 0.0).sum(axis=-2)
    return jnp.argmax(total, axis=-1).astype(skills.space.dtype)


def skill_for_reward(episodes: Episodes, reward: Reward | None = None) -> SkillForReward:
    """The skill of the highest mean return, by recorded episodes; on the host.

    Its mean is the highest of several, so its interval leans upwards where some are about as good.

    Args:
      episodes: two or more of each skill, such as of `run.rollout(run.skills.space.probes, 20)`.
      reward: of arrays of steps, raw (see `Reward`); None: the environment's own.

    Raises:
      ValueError: a reward of another shape or that is not finite; a skill with fewer than two episodes.
    """
    obs, valid = np.asarray(episodes.obs), np.asarray(episodes.valid)
    action = np.asarray(episodes.action)
    found: Any = episodes.reward if reward is None else reward(obs[:, :-1], action, obs[:, 1:])
    found = np.asarray(found, np.float64)
    if found.shape != valid.shape:
        raise ValueError(f"the reward has shape {found.shape}; it is of steps [N, T], {valid.shape}.")
    if not np.isfinite(found[valid]).all():
        raise ValueError("the reward is not finite at some steps that happened.")
    stored, place = np.unique(np.asarray(episodes.skill), axis=0, return_inverse=True)
    place = place.reshape(-1)
    few = np.flatnonzero(np.bincount(place) < 2)
    if len(few):
        raise ValueError(f"skill {stored[few[0]]} has one episode; two or more of each are needed.")
    returns = np.where(valid, found, 0.0).sum(axis=1)
    means = estimators.skill_means(returns, place, len(stored))
    ends = np.stack(estimators.t_ends(means), axis=-1)
    best = int(np.argmax(means.mean))
    low, high = (float(end) for end in ends[best])
    return SkillForReward(stored[best], float(means.mean[best]), low, high, stored, means.mean, ends)


def _check_classifies(function: str, skills: Skills) -> None:
    if not skills.classifies:
        raise ConfigError(
            f"{function}: --objective={skills.config.objective} has neither a classifier q(z|φ) of skills "
            "nor a map whose steps follow them. DIAYN has the one, METRA the other."
        )
