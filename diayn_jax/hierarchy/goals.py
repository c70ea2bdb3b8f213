"""Goals that a manager sets and a worker follows: how they are carried, measured, and how they fail."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax.hierarchy.feudal import unit
from diayn_jax.interfaces import Diagnosis
from diayn_jax.types import Array, GoalUnderWay, Metrics, PyTree

WINDOW = 10_000  # steps of all environments over which goals are averaged while training
LEAST_SPREAD = 0.02  # up to which all goals have one direction
BOUND = 0.95  # share of the limit from which on a goal's coordinate is at it
MOST_AT_BOUND = 0.95  # share of coordinates there from which on goals tell nothing but signs


def no_goal(size: int, goal_size: int, memory: PyTree) -> GoalUnderWay:
    """The actors of episodes that have not begun, [E]: none is set yet."""
    return GoalUnderWay(
        jnp.zeros((size, goal_size)), jnp.zeros(size, bool), jnp.full(size, -1, jnp.int16), memory
    )


class GoalUsage(NamedTuple):
    """Sums over the goals that were set; of the past, fading."""

    goals: Array  # [...], how many
    directions: Array  # [..., G], of g/‖g‖
    lengths: Array  # [...], of ‖g‖
    at_bound: Array  # [...], of the share of g's coordinates that are at their limits


def no_goals(goal_size: int) -> GoalUsage:
    """Of no goal."""
    zero = jnp.zeros(())
    return GoalUsage(zero, jnp.zeros(goal_size), zero, zero)


def sums_of(actor: GoalUnderWay, valid: Array, limits: Array | float = jnp.inf) -> GoalUsage:
    """Of the goals that were set in valid steps: leaves [T, E, ...] and valid [T, E] -> [E, ...]."""
    weight = (actor.began & valid).astype(jnp.float32)
    goal = jnp.where(weight[..., None] > 0, actor.goal, 0.0)
    at_bound = jnp.mean(jnp.abs(goal) > BOUND * limits, axis=-1)
    return GoalUsage(weight.sum(0), unit(goal).sum(0), jnp.linalg.norm(goal, axis=-1).sum(0), at_bound.sum(0))


def count_goals(
    usage: GoalUsage, actor: GoalUnderWay, valid: Array, axis: str | None, limits: Array | float = jnp.inf
) -> GoalUsage:
    """The usage with more steps in it.

    Args:
      usage: of the steps before, which fade over `WINDOW` steps.
      actor: of the steps, leaves [T, E, ...].
      valid: [T, E].
      axis: of the mesh, over which steps are summed.
      limits: the most that a goal may ask, [F] or [].
    """
    found = sums_of(actor, valid, limits)
    found = GoalUsage(*(x.sum(0) for x in found))
    steps, found = parallel.psum((valid.sum().astype(jnp.float32), found), axis)
    kept = jnp.exp(-steps / WINDOW)
    return GoalUsage(*(kept * old + new for old, new in zip(usage, found, strict=True)))


def usage_figures(usage: GoalUsage) -> Metrics:
    """`goal_spread`, 1 − ‖mean of g/‖g‖‖ (0: all have one direction), and `goal_length`, the mean of ‖g‖."""
    count = jnp.maximum(usage.goals, 1e-8)
    return {
        "goal_spread": 1 - jnp.linalg.norm(usage.directions / count),
        "goal_length": usage.lengths / count,
    }


def diagnose(config: Any, metrics: Mapping[str, float | None], explores_by: str) -> Diagnosis | None:
    """How goals fail: all have one direction, or all are at their limits.

    Args:
      config: the run's.
      metrics: of an epoch.
      explores_by: the flag that, raised, has the manager try other goals.
    """
    del config
    spread, at_bound = metrics.get("train/goal_spread"), metrics.get("train/goal_at_bound")
    if spread is not None and spread < LEAST_SPREAD:
        return Diagnosis(
            "goals collapse: all have one direction",
            f"Goals collapse: all that the manager sets have one direction (train/goal_spread is "
            f"{spread:.2g}), so it tells the worker nothing. It may be all that the task needs. Else have it "
            f"try others (raise {explores_by}).",
        )
    if at_bound is not None and at_bound > MOST_AT_BOUND:
        return Diagnosis(
            f"goals collapse: {at_bound:.0%} at their limits",
            f"Goals collapse: {at_bound:.0%} of their coordinates are at --goal_limits, so of where to go "
            "they tell signs alone. Raise --goal_limits where the worker comes so far in --goal_steps, or "
            f"{explores_by}.",
        )
    return None
