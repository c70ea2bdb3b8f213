"""The figures that need more episodes, or more time, than every evaluation can have."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.evaluation.metrics.coverage import COVERAGE_STEPS, binned_mi_xy, policy_coverage
from diayn_jax.evaluation.metrics.goals import (
    GOAL_RADIUS,
    SMALL_RADIUS,
    goal_radius,
    goals_reached,
    make_goals,
)
from diayn_jax.evaluation.metrics.per_evaluation import quick_figures
from diayn_jax.evaluation.metrics.probe import Probe, probe_mi
from diayn_jax.evaluation.metrics.qd import Archive, make_archive, qd_figures, solutions
from diayn_jax.evaluation.metrics.trajectories import Recorded, Trajectories, first_part, without_empty
from diayn_jax.types import Box, Key

# (key, goals [G, 2]) -> xy [T, G, 2] of s' and valid [T, G] of the episode that seeks each goal.
SeekGoals = Callable[[Key, np.ndarray], tuple[Recorded, Recorded]]


class FullFigures(NamedTuple):
    """The full figures, and what intervals around them are made of."""

    figures: dict[str, float]  # name -> number, without the `eval/` in front of those that have one
    probed: Trajectories  # the stochastic episodes that have a step, which the probes and bins are made of
    probe: Probe | None
    probe_xy: Probe | None  # where there is an xy
    reached: dict[str, np.ndarray]  # figure -> bool [G]: which goals; {} where none are set
    archive: Archive  # of `qd/*`


def full_figures(
    key: Key,
    stochastic: Trajectories,
    deterministic: Trajectories,
    covering: Trajectories,
    log_prior: Recorded,
    seek_goals: SeekGoals | None = None,
    world: Box | None = None,
    reward_offset: float = 0.0,
) -> FullFigures:
    """The figures that need more episodes, or more time, than every evaluation can have.

    `probe_mi`, `probe_mi_normalised` (inputs: the observation and every declared feature); and
    where there is an xy `probe_mi_xy`, `probe_mi_normalised_xy`, `binned_mi_xy`,
    `binned_mi_xy_raw`, `binned_mi_xy_chance`, `policy_coverage`, `goal_success*` and `qd/*`. The archive
    of `qd/*` gets one solution for each skill: its first deterministic episode, with the environment's
    own return as fitness; its bounds and offset are among the figures. Episodes without a step are left
    out of the probes and of `binned_*`, which
    are NaN where that leaves a skill fewer than two.

    `goal_success`: the share of goals in ±50 m within 3 m of which an episode comes;
    `goal_success_1m`: within 1 m; `goal_success_near`: of goals in ± the mean distance m from the start
    to the end of the stochastic episodes, within 3 m, and NaN where all of these goals lie that near to
    the origin. In a world that ends before ±50 m goals lie inside of it, the radius is `goal_radius`, and
    there is no `goal_success_1m`.

    Args:
      key: of this evaluation alone.
      stochastic: episodes of the stochastic policy, with observations; at least
        `PROBE_EPISODES` for each skill, or the probe is noisy.
      deterministic: episodes of its mode, as long; at least one of each skill.
      covering: episodes of its mode that `policy_coverage` is over, of `COVERAGE_STEPS` or more.
      log_prior: [K], log p(z).
      seek_goals: plays, or finds, episodes that seek goals; None where goals cannot be sought.
      world: corners of the box of xy that nothing leaves, metres; None where it is open.
      reward_offset: added to each step's reward in `qd/score`.

    Raises:
      ValueError: no observations.
    """
    probe_key, probe_xy_key, binned_key, *goal_keys = jax.random.split(key, 7)
    num_skills = len(log_prior)
    if stochastic.obs is None:
        raise ValueError("probe_mi needs observations: record them in the stochastic episodes.")
    probed = without_empty(stochastic)
    skill, valid = probed.skill, probed.valid
    enough = np.bincount(skill, minlength=num_skills).min() >= 2

    archive = make_archive(world, reward_offset, np.asarray(deterministic.valid).shape[0])
    probe = probe_xy = None
    figures = {"probe_mi": math.nan, "probe_mi_normalised": math.nan}
    if enough:
        seen = np.concatenate([np.asarray(x) for x in (probed.obs, *probed.features.values())], axis=-1)
        probe = probe_mi(probe_key, seen, skill, valid, log_prior)
        figures = {"probe_mi": probe.mi, "probe_mi_normalised": probe.mi_normalised}
    if stochastic.xy is None or deterministic.xy is None or covering.xy is None:
        return FullFigures(figures, probed, probe, None, {}, archive)

    names = (
        *("probe_mi_xy", "probe_mi_normalised_xy"),
        *("binned_mi_xy", "binned_mi_xy_raw", "binned_mi_xy_chance"),
    )
    figures |= dict.fromkeys(names, math.nan)
    if enough:
        xy = np.asarray(probed.xy)[1:]
        probe_xy = probe_mi(probe_xy_key, xy, skill, valid, log_prior)
        binned = binned_mi_xy(binned_key, xy, skill, valid, num_skills)
        figures |= dict(zip(names, (probe_xy.mi, probe_xy.mi_normalised, *binned), strict=True))
    counted = first_part(covering, len(covering.skill), COVERAGE_STEPS)
    figures["policy_coverage"] = policy_coverage(np.asarray(counted.xy), counted.valid)
    reached = {}
    if seek_goals is not None:
        distance = quick_figures(stochastic, jnp.asarray(log_prior))["distance_mean"]
        reached = _goal_success(goal_keys, seek_goals, float(distance), world)
        # Always there, so that a log has its column.
        figures["goal_success_near"] = math.nan
        figures |= {name: float(hits.mean()) for name, hits in reached.items()}
    first = [int(np.argmax(np.asarray(deterministic.skill) == z)) for z in range(num_skills)]
    figures |= qd_figures(*solutions(deterministic, first), archive) | archive.figures()
    return FullFigures(figures, probed, probe, probe_xy, reached, archive)


def _goal_success(
    keys: Sequence[Key], seek: SeekGoals, distance: float, world: Box | None
) -> dict[str, np.ndarray]:
    """Which goals are reached: figure -> bool [G]. Near goals lie in ± `distance` metres."""
    far_key, near_key, seek_far_key, seek_near_key = keys
    radius = goal_radius(world)
    far = np.asarray(make_goals(far_key, world=world))
    paths = seek(seek_far_key, far)
    reached = {"goal_success": goals_reached(far, *paths, radius)}
    if radius == GOAL_RADIUS:
        reached["goal_success_1m"] = goals_reached(far, *paths, SMALL_RADIUS)
    if distance * math.sqrt(2) > radius:  # else whoever stays at the origin reaches them all
        near = np.asarray(make_goals(near_key, distance, world))
        reached["goal_success_near"] = goals_reached(near, *seek(seek_near_key, near), radius)
    return reached
