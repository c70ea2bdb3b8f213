"""Recorded episodes, made by hand or at random, for the tests of figures."""

import math

import jax.numpy as jnp
import numpy as np

from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.metrics import Trajectories


def record(
    skill, lengths, steps, *, z=None, log_probs=None, reward=None, score=0.0, xy=None, obs=None, features=None
):
    """Returns trajectories whose fields hold NaN wherever nothing happened."""
    skill, lengths = np.asarray(skill, np.int32), np.asarray(lengths)
    valid = np.arange(steps)[:, None] < lengths
    reward = np.ones(valid.shape) if reward is None else reward
    return Trajectories(
        skill=jnp.asarray(skill),
        z=jnp.asarray(skill if z is None else z),
        valid=jnp.asarray(valid),
        reward=jnp.where(valid, reward, jnp.nan),
        score=jnp.where(valid, score, jnp.nan),
        obs=None if obs is None else jnp.asarray(obs, jnp.float32),
        features={} if features is None else features,
        xy=None if xy is None else jnp.asarray(xy, jnp.float32),
        log_probs=None if log_probs is None else jnp.where(valid[..., None], log_probs, jnp.nan),
    )


def random_record(seed=0):
    num_skills, episodes, steps = 3, 4, 60
    rng = np.random.default_rng(seed)
    size = num_skills * episodes
    log_probs = np.log(rng.dirichlet(np.ones(num_skills), size=(steps, size)))
    xy = np.cumsum(rng.normal(size=(steps + 1, size, 2)), axis=0)
    lengths = rng.integers(1, steps + 1, size)
    lengths[:num_skills] = steps
    return record(
        np.arange(size) % num_skills,
        lengths,
        steps,
        log_probs=log_probs,
        reward=rng.normal(size=(steps, size)),
        xy=xy,
    )


def walks(num_skills, episodes, steps, drift, seed=0, step=0.1):
    """Returns random walks: xy [T + 1, N, 2], where each skill has its own drift; skill [N]; valid [T, N]."""
    rng = np.random.default_rng(seed)
    skill = np.arange(num_skills * episodes) % num_skills
    angle = 2 * np.pi * skill / num_skills
    moves = step * rng.normal(size=(steps, len(skill), 2))
    moves += drift * np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    xy = np.concatenate([np.zeros((1, len(skill), 2)), np.cumsum(moves, axis=0)])
    return xy.astype(np.float32), skill, np.ones((steps, len(skill)), bool)


def uniform(num_skills):
    return jnp.full((num_skills,), -math.log(num_skills))


def full_record(num_skills, episodes, steps, seed):
    xy, skill, valid = walks(num_skills, episodes, steps, drift=0.5, seed=seed)
    log_probs = np.log(0.8 * np.eye(num_skills)[skill] + 0.2 / num_skills)[None]
    obs = np.random.default_rng(seed).normal(size=(*valid.shape, 3))
    return record(
        skill, valid.sum(0), steps, log_probs=log_probs, xy=xy, obs=obs, features={"xy": jnp.asarray(xy[1:])}
    )


def quick_figures(trajectories, log_prior):
    return metrics.quick_figures(metrics.episode_sums(trajectories), log_prior)
