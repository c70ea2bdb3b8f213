"""Goals that a manager sets and a worker follows: their state, their metrics, and their failures."""

from collections.abc import Mapping
from typing import NamedTuple

import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax.equations import unit
from diayn_jax.interfaces import Diagnosis, ProblemSpec
from diayn_jax.types import Array, GoalUnderWay, Metrics, PyTree

WINDOW = 10_000  # steps of all environments over which goals are averaged while training
LEAST_SPREAD = 0.02  # spread below which all goals count as having one direction
BOUND = 0.95  # share of the limit above which a goal's coordinate counts as being at it
MOST_AT_BOUND = 0.95  # share of coordinates at their limits above which goals contain only signs


def worker_problem(problem: ProblemSpec) -> ProblemSpec:
    """The problem of a worker, whose input is followed by the goal's F numbers."""
    size, dims = problem.feature_size, problem.policy_dims
    if dims is not None:
        # The worker's policy always sees the goal.
        dims = (*dims, *range(problem.input_size, problem.input_size + size))
    return problem._replace(input_size=problem.input_size + size, policy_dims=dims)


def no_goal(size: int, goal_size: int, memory: PyTree) -> GoalUnderWay:
    """Returns the actors of E = `size` episodes that have not begun, without a goal: goals [E, G] are 0."""
    return GoalUnderWay(
        jnp.zeros((size, goal_size)), jnp.zeros(size, bool), jnp.full(size, -1, jnp.int16), memory
    )


class GoalUsage(NamedTuple):
    """Sums over the goals that were set, in which past goals fade."""

    goals: Array  # [...], their number
    directions: Array  # [..., G], the sum of g/‖g‖
    lengths: Array  # [...], the sum of ‖g‖
    at_bound: Array  # [...], the sum of the shares of coordinates that are at their limits


def no_goals(goal_size: int) -> GoalUsage:
    """Returns the usage before the first goal."""
    zero = jnp.zeros(())
    return GoalUsage(zero, jnp.zeros(goal_size), zero, zero)


def sums_of(actor: GoalUnderWay, valid: Array, limits: Array | float = jnp.inf) -> GoalUsage:
    """Sums over the goals set in valid steps: leaves [T, E, ...] and valid [T, E] -> leaves [E, ...]."""
    weight = (actor.began & valid).astype(jnp.float32)
    goal = jnp.where(weight[..., None] > 0, actor.goal, 0.0)
    at_bound = jnp.mean(jnp.abs(goal) > BOUND * limits, axis=-1)
    return GoalUsage(weight.sum(0), unit(goal).sum(0), jnp.linalg.norm(goal, axis=-1).sum(0), at_bound.sum(0))


def count_goals(
    usage: GoalUsage,
    actor: GoalUnderWay,
    valid: Array,
    axes: tuple[str, ...],
    limits: Array | float = jnp.inf,
) -> GoalUsage:
    """The usage after the goals of more rows; see `options.usage.count_usage`.

    The leaves of `actor` are [T, E, ...]. `limits`, [F] or [], is the largest change that a goal may ask for.
    """
    found = sums_of(actor, valid, limits)
    found = GoalUsage(*(x.sum(0) for x in found))
    steps, found = parallel.psum((valid.sum(), found), axes)
    kept = jnp.exp(-steps.astype(jnp.float32) / WINDOW)
    return GoalUsage(*(kept * old + new for old, new in zip(usage, found, strict=True)))


def usage_figures(usage: GoalUsage) -> Metrics:
    """Returns `goal_spread`, 1 − ‖mean of g/‖g‖‖ (0: same direction), and `goal_length`, the mean of ‖g‖."""
    count = jnp.maximum(usage.goals, 1e-8)
    return {
        "goal_spread": 1 - jnp.linalg.norm(usage.directions / count),
        "goal_length": usage.lengths / count,
    }


def diagnose(metrics: Mapping[str, float | None], explores_by: str) -> Diagnosis | None:
    """Returns the failure that an epoch's metrics show, or None.

    All goals may have one direction, or be at their limits. `explores_by` is the flag that makes the manager
    try more goals if it is raised.
    """
    spread, at_bound = metrics.get("train/goal_spread"), metrics.get("train/goal_at_bound")
    if spread is not None and spread < LEAST_SPREAD:
        return Diagnosis(
            "goals collapse: all have one direction",
            f"Goals collapse: all goals of the manager have the same direction (train/goal_spread is "
            f"{spread:.2g}), so they tell the worker nothing. The task may need only one direction. If not, "
            f"let the manager try others (raise {explores_by}).",
        )
    if at_bound is not None and at_bound > MOST_AT_BOUND:
        return Diagnosis(
            f"goals collapse: {at_bound:.0%} at their limits",
            f"Goals collapse: {at_bound:.0%} of their coordinates are at --goal_limits, so only their signs "
            "say where to go. Raise --goal_limits if the worker gets that far in --goal_steps, or raise "
            f"{explores_by}.",
        )
    return None
