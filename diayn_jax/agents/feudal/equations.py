"""Formulas of managers and workers on arrays: HIRO's goals are displacements, FuN's are directions.

All functions work under jit and vmap, and `cosine` under grad.
"""

import jax
import jax.numpy as jnp

from diayn_jax.equations import unit
from diayn_jax.types import Array


def goal_transition(goal: Array, features: Array, next_features: Array) -> Array:
    """Returns h(s, g, s') = φ(s) + g − φ(s'), the rest of the goal in s', [..., F].

    The place φ(s) + g, which the goal stands for, does not move (Nachum et al. 2018, arXiv:1805.08296).

    All arguments are [..., F].
    """
    return features + goal - next_features


def goal_distance_reward(goal: Array, features: Array, next_features: Array) -> Array:
    """r = −‖φ(s) + g − φ(s')‖₂, [...]: HIRO's reward of a worker (arXiv:1805.08296, eq. 3).

    All arguments are [..., F].
    """
    # The root has no gradient at 0, but no loss is differentiated through it.
    return -jnp.linalg.norm(goal_transition(goal, features, next_features), axis=-1)


def actions_log_likelihood(action: Array, mean: Array, valid: Array) -> Array:
    """Returns −½ Σ_i ‖a_i − μ_i‖², [..., B]: the log likelihood of actions under a goal, up to a constant.

    HIRO ranks goals by it for relabelling (arXiv:1805.08296, eq. 5); μ_i = μ(s_i, g_i) is the worker's mean.

    Args:
      action: [B, T, A]; mean: [..., B, T, A]; valid: [B, T], bool.
    """
    squares = jnp.sum((action - mean) ** 2, axis=-1)
    return -0.5 * jnp.sum(jnp.where(valid, squares, 0.0), axis=-1)


def cosine(x: Array, y: Array) -> Array:
    """Returns x·y/(‖x‖ ‖y‖) over the last axis, and 0 if either is 0: [..., F], [..., F] -> [...]."""
    return jnp.sum(unit(x) * unit(y), axis=-1)


def features_ahead(features: Array, valid: Array, horizon: int) -> Array:
    """φ(s_{t+c}), [T, E, F]; if the episode or the rows end before that, φ of their last state.

    Args:
      features: φ(s), [T + 1, E, F], for the rows' states and the states after the last row.
      valid: [T, E], bool: which rows are steps; the others hold an episode's last state.
      horizon: c.
    """
    left = _run_lengths(valid, reverse=True)
    place = jnp.arange(valid.shape[0])[:, None] + jnp.minimum(left, horizon)
    return jnp.take_along_axis(features, place[..., None], axis=0)


def seen_ahead(terminated: Array, valid: Array, horizon: int) -> Array:
    """Whether the rows reach the state of `features_ahead`: s_{t+c}, or an earlier end of the episode.

    A time limit at the last row cannot be distinguished from the end of the rows, and counts as the latter.
    The result is [T, E], bool.

    Args:
      terminated: [T, E], bool: the row's step led to a terminal state.
      valid, horizon: see `features_ahead`.
    """
    left = _run_lengths(valid, reverse=True)
    ends_before = jnp.arange(valid.shape[0])[:, None] + left < valid.shape[0]
    return (left >= horizon) | ends_before | terminated[-1]


def directional_reward(features: Array, goal: Array, valid: Array, horizon: int) -> Array:
    """r_t = mean over i = 1 … c of cos(φ(s_{t+1}) − φ(s_{t+1−i}), g_{t+1−i}): FuN's reward of a worker.

    Vezhnevets et al. 2017 (arXiv:1703.01161), eq. 8, for the step that leads to s_{t+1}. If fewer than c
    steps of the episode are among the rows, the mean is over these.

    Args:
      features: φ(s), [T + 1, E, F], for the rows' states and the states after the last row.
      goal: g, [T, E, F].
      valid: [T, E], bool: which rows are steps.
      horizon: c.

    Returns:
      [T, E]; 0 for rows that are no step.
    """
    behind = jnp.minimum(_run_lengths(valid), horizon)  # steps of the episode up to this one
    length = valid.shape[0]

    def of_goal(i: Array) -> Array:
        """The cosine with the goals that were set i steps before s_{t+1}, [T, E]."""
        place = jnp.maximum(jnp.arange(length) + 1 - i, 0)
        along = cosine(features[1:] - features[place], goal[place])
        return jnp.where(i <= behind, along, 0.0)

    total = jax.lax.fori_loop(
        1, horizon + 1, lambda i, total: total + of_goal(i), jnp.zeros(valid.shape, features.dtype)
    )
    return total / jnp.maximum(behind, 1)


def projection_reward(features: Array, goal: Array, valid: Array) -> Array:
    """r_t = g_tᵀ (φ(s_{t+1}) − φ(s_t)): how far a step goes along its goal.

    Args:
      features: φ(s), [T + 1, E, F]; goal: g, [T, E, F]; valid: [T, E], bool. Rows that are no step get 0.
    """
    return jnp.where(valid, jnp.sum(goal * (features[1:] - features[:-1]), axis=-1), 0.0)


def _run_lengths(valid: Array, reverse: bool = False) -> Array:
    """How many rows in succession are steps, up to this one or, if `reverse`, from it on: [T, E], int32."""

    def step(count: Array, valid: Array) -> tuple[Array, Array]:
        count = jnp.where(valid, count + 1, 0)
        return count, count

    return jax.lax.scan(step, jnp.zeros(valid.shape[1:], jnp.int32), valid, reverse=reverse)[1]
