"""Chooses a skill without further training, for a goal, for a reward, or from a demonstration."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax.numpy as jnp
import numpy as np

from diayn_jax.config import ConfigError, in_arguments
from diayn_jax.evaluation.episodes import Episodes
from diayn_jax.evaluation.metrics import estimators
from diayn_jax.skills import skill_towards
from diayn_jax.training import PolicyParts
from diayn_jax.types import Array, Numbers
from diayn_jax.use.policy import Skills

# (obs [T, N, ...], action [T, N, ...], next_obs [T, N, ...]) -> reward [T, N]
Reward = Callable[[np.ndarray, np.ndarray, np.ndarray], Numbers]


class SkillForReward(NamedTuple):
    """The skill with the highest mean return, and the returns of all skills."""

    skill: np.ndarray  # [...], the best skill as it is stored
    value: float  # its mean return
    low: float  # the low end of the return's 95 % interval (Student's t over its episodes)
    high: float  # the high end
    skills: np.ndarray  # [M, ...], all skills that have episodes
    returns: np.ndarray  # [M], the mean return of each
    intervals: np.ndarray  # [M, 2], their 95 % intervals


@in_arguments
def skill_for_goal(skills: Skills, params: PolicyParts, features: Numbers, goal: Numbers) -> Array:
    """Returns the skill that leads from the current state towards a goal. It is a pure function.

    If the objective has a map φ (METRA), the skill is z = (φ(goal) − φ(s)) / ‖φ(goal) − φ(s)‖ (Park et al.
    2024, arXiv:2310.08887). If there are K skills, it is the one whose centred one-hot is closest to this
    direction. The skill has to be computed again at every step. If the objective classifies (DIAYN), the
    skill is argmax_z q(z | goal), which does not depend on the current state.

    Args:
      skills, params: such as `run.skills` and `run.skills.params`.
      features: [..., F], the features of the current state that `--features` names, in their own units (xy in
        metres).
      goal: [..., F], the same features of the goal.

    Returns:
      Skills as they are stored: integers [...] or vectors [..., d].

    Raises:
      ConfigError: the objective neither has a map nor classifies.
      ValueError: a shape or type is wrong.
    """
    if skills.maps:
        return skill_towards(skills.space, skills.phi(params, goal) - skills.phi(params, features))
    _check_classifies("skill_for_goal", skills)
    log_q = skills.log_q(params, goal)
    lead = jnp.broadcast_shapes(log_q.shape[:-1], np.shape(features)[:-1])
    return jnp.broadcast_to(jnp.argmax(log_q, axis=-1), lead).astype(skills.space.dtype)


@in_arguments
def skill_for_demonstration(
    skills: Skills, params: PolicyParts, features: Numbers, valid: Numbers | None = None
) -> Array:
    """Returns the skill that is most like a recorded episode. It is a pure function.

    If the objective classifies, the skill is argmax_z Σ_t log q(z | φ(s_t)) over t = 1 … T. The start is left
    out because all skills share it. If the objective has a map φ, the skill is the direction of
    φ(s_T) − φ(s_0). If there are K skills, it is the one whose centred one-hot is closest to this direction.

    Args:
      skills, params: such as `run.skills` and `run.skills.params`.
      features: [T + 1, ..., F], in their own units, including the start.
      valid: [T, ...], bool, True up to the end of each episode, which has at least one step; None: all True.

    Returns:
      Skills as they are stored: integers [...] or vectors [..., d].

    Raises:
      ConfigError: the objective neither has a map nor classifies.
      ValueError: there are fewer than two states, or a shape or type is wrong.
    """
    shape = np.shape(features)
    if len(shape) < 2 or shape[0] < 2:
        raise ValueError(
            f"features has shape {shape}; a demonstration has two states or more, [T + 1, ..., F]."
        )
    expected = (shape[0] - 1, *shape[1:-1])
    steps = jnp.ones(expected, bool) if valid is None else jnp.asarray(valid, bool)
    if steps.shape != expected:
        raise ValueError(f"valid has shape {steps.shape}; expected {expected}.")
    features = jnp.asarray(features)
    if skills.maps:
        length = steps.sum(axis=0)
        last = jnp.take_along_axis(features, length[None, ..., None], axis=0)[0]
        way = skills.phi(params, last) - skills.phi(params, features[0])
        return skill_towards(skills.space, way)
    _check_classifies("skill_for_demonstration", skills)
    log_q = skills.log_q(params, features[1:])
    total = jnp.where(steps[..., None], log_q, 0.0).sum(axis=0)
    return jnp.argmax(total, axis=-1).astype(skills.space.dtype)


def skill_for_reward(episodes: Episodes, reward: Reward | None = None) -> SkillForReward:
    """Returns the skill with the highest mean return over recorded episodes. It runs on the host.

    The best mean is the highest of several. So it and its interval are biased upwards if other skills are
    about as good.

    Args:
      episodes: two or more of each skill, such as those from `run.rollout(run.skills.space.probes, 20)`.
      reward: a function of raw arrays of steps (see `Reward`); None: the environment's own reward.

    Raises:
      ValueError: the reward has a wrong shape or is not finite, or a skill has fewer than two episodes.
    """
    obs, valid = np.asarray(episodes.obs), np.asarray(episodes.valid)
    action = np.asarray(episodes.action)
    found: Any = episodes.reward if reward is None else reward(obs[:-1], action, obs[1:])
    found = np.asarray(found, np.float64)
    if found.shape != valid.shape:
        raise ValueError(f"the reward has shape {found.shape}; it must be [T, N], {valid.shape}.")
    if not np.isfinite(found[valid]).all():
        raise ValueError("the reward is not finite at some valid steps.")
    stored, place = np.unique(np.asarray(episodes.skill), axis=0, return_inverse=True)
    place = place.reshape(-1)
    few = np.flatnonzero(np.bincount(place) < 2)
    if len(few):
        raise ValueError(f"skill {stored[few[0]]} has one episode; two or more of each skill are needed.")
    returns = np.where(valid, found, 0.0).sum(axis=0)
    means = estimators.skill_means(returns, place, len(stored))
    ends = np.stack(estimators.t_ends(means), axis=-1)
    best = int(np.argmax(means.mean))
    low, high = (float(end) for end in ends[best])
    return SkillForReward(stored[best], float(means.mean[best]), low, high, stored, means.mean, ends)


def _check_classifies(function: str, skills: Skills) -> None:
    if not skills.classifies:
        raise ConfigError(
            f"{function}: --objective={skills.config.objective} has neither a classifier q(z|φ) of skills, "
            "as DIAYN has for skills that can be counted, nor a map whose steps follow skills, as METRA has."
        )
