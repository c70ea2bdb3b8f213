"""Computes the full figures, which take too many episodes or too much time for every evaluation."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import jax
import numpy as np

from diayn_jax.evaluation.metrics.coverage import COVERAGE_STEPS, binned_mi_xy, policy_coverage
from diayn_jax.evaluation.metrics.estimators import skill_means, weighted_mean
from diayn_jax.evaluation.metrics.goals import (
    GOAL_RADIUS,
    SMALL_RADIUS,
    goal_radius,
    goals_reached,
    make_goals,
)
from diayn_jax.evaluation.metrics.probe import Probe, probe_mi
from diayn_jax.evaluation.metrics.qd import Archive, make_archive, qd_figures, solutions
from diayn_jax.evaluation.metrics.trajectories import Recorded, Trajectories, first_part, without_empty
from diayn_jax.types import Box, Key

# The figures of `binned_mi_xy`, in its order.
BINNED = ("binned_mi_xy", "binned_mi_xy_raw", "binned_mi_xy_chance")

# (key, goals [G, 2]) -> xy [T, G, 2] at s', and valid [T, G], of the episode that seeks each goal.
SeekGoals = Callable[[Key, np.ndarray], tuple[Recorded, Recorded]]


class FinalEpisodes(NamedTuple):
    """The episodes that the full figures are computed from."""

    # Episodes of the stochastic policy, with observations. The probe is noisy with fewer than
    # `PROBE_EPISODES` of each skill.
    stochastic: Trajectories
    deterministic: Trajectories  # of the policy's mode, of the same length; at least one of each skill
    covering: Trajectories  # of the policy's mode, for `policy_coverage`; of `COVERAGE_STEPS` or more


class FullFigures(NamedTuple):
    """The full figures, and the data from which their intervals are computed."""

    figures: dict[str, float]  # name -> number; names without the prefix `eval/`, or with `qd/`
    episodes: FinalEpisodes
    probed: Trajectories  # the stochastic episodes that have a step; the probes and `binned_*` use them
    probe: Probe | None  # None if a skill has too few episodes
    probe_xy: Probe | None  # None also if there is no xy
    reached: dict[str, np.ndarray]  # figure -> bool [G]: the goals that were reached; {} without goals
    archive: Archive  # the archive of `qd/*`


def full_names(has_xy: bool, seeks_goals: bool, world: Box | None = None) -> list[str]:
    """Returns the names of the figures of `full_figures`, without the archive's bounds and offset.

    Args:
      has_xy: whether the environment has an xy.
      seeks_goals: whether goals can be sought.
      world: see `full_figures`.
    """
    names = ["probe_mi", "probe_mi_normalised"]
    if not has_xy:
        return names
    names += ["probe_mi_xy", "probe_mi_normalised_xy", *BINNED, "policy_coverage"]
    if seeks_goals:
        small = ["goal_success_1m"] if goal_radius(world) == GOAL_RADIUS else []
        names += ["goal_success", *small, "goal_success_near"]
    return [*names, "qd/score", "qd/coverage", "qd/max_fitness"]


def full_figures(
    key: Key,
    episodes: FinalEpisodes,
    log_prior: Recorded,
    seek_goals: SeekGoals | None = None,
    world: Box | None = None,
    reward_offset: float = 0.0,
    devices: Sequence[jax.Device] = (),
) -> FullFigures:
    """Computes the full figures.

    - `probe_mi`, `probe_mi_normalised`: the probe's inputs are the observation and every declared feature.
    - Only if there is an xy: `probe_mi_xy`, `probe_mi_normalised_xy`, `binned_mi_xy`, `binned_mi_xy_raw`,
      `binned_mi_xy_chance`, `policy_coverage`, `goal_success*` and `qd/*`.
    - `qd/*` describe an archive with one solution for each skill: the skill's first deterministic episode,
      with the environment's own return as fitness. The figures include the archive's bounds and offset.
    - `goal_success`: the share of goals in ±50 m that an episode approaches to 3 m or less.
    - `goal_success_1m`: the same within 1 m.
    - `goal_success_near`: the share of goals in ±d that an episode approaches to 3 m or less. d is the mean
      distance between the start and the end of the stochastic episodes, in metres. The figure is NaN if all
      of these goals lie within 3 m of the origin.

    If the world ends before ±50 m, goals lie inside of the world, the radius is `goal_radius`, and there is
    no `goal_success_1m`.

    The probes and `binned_*` leave out episodes without a step. They are NaN if a skill has fewer than two
    episodes left.

    Args:
      log_prior: [K], log p(z).
      seek_goals: plays or finds episodes that seek goals; None if goals cannot be sought.
      world: the corners of the box of xy, in metres, that the agent cannot leave; None in an open world.
      reward_offset: added to each step's reward in `qd/score`.
      devices: as for `probe_mi`.

    Raises:
      ValueError: the stochastic episodes have no observations.
    """
    stochastic, deterministic, covering = episodes
    probe_key, probe_xy_key, binned_key, *goal_keys = _split(key)
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
        probe = probe_mi(probe_key, seen, skill, valid, log_prior, devices)
        figures = {"probe_mi": probe.mi, "probe_mi_normalised": probe.mi_normalised}
    if stochastic.xy is None or deterministic.xy is None or covering.xy is None:
        return FullFigures(figures, episodes, probed, probe, None, {}, archive)

    names = ("probe_mi_xy", "probe_mi_normalised_xy", *BINNED)
    figures |= dict.fromkeys(names, math.nan)
    if enough:
        xy = np.asarray(probed.xy)[1:]
        # Where an observation is xy and nothing else, both probes would be fitted on the same inputs.
        same = seen.shape == xy.shape and np.array_equal(seen, xy, equal_nan=True)
        probe_xy = probe if same and probe else probe_mi(probe_xy_key, xy, skill, valid, log_prior, devices)
        binned = binned_mi_xy(binned_key, xy, skill, valid, num_skills)
        figures |= dict(zip(names, (probe_xy.mi, probe_xy.mi_normalised, *binned), strict=True))
    counted = first_part(covering, len(covering.skill), COVERAGE_STEPS)
    figures["policy_coverage"] = policy_coverage(np.asarray(counted.xy), counted.valid)
    reached = {}
    if seek_goals is not None:
        distance = _distance_mean(stochastic, log_prior)
        reached = _goal_success(goal_keys, seek_goals, distance, world)
        # This figure is always present, so that the log has its column.
        figures["goal_success_near"] = math.nan
        figures |= {name: float(hits.mean()) for name, hits in reached.items()}
    first = [int(np.argmax(np.asarray(deterministic.skill) == z)) for z in range(num_skills)]
    figures |= qd_figures(*solutions(deterministic, first), archive) | archive.figures()
    return FullFigures(figures, episodes, probed, probe, probe_xy, reached, archive)


def _distance_mean(trajectories: Trajectories, log_prior: Recorded) -> float:
    """Computes the quick figure `distance_mean` on the host, in metres. `log_prior` is log p(z), [K]."""
    xy, last = np.asarray(trajectories.xy), np.asarray(trajectories.valid).sum(axis=0)
    distance = np.linalg.norm(xy[last, np.arange(len(last))] - xy[0], axis=-1)
    means = skill_means(distance, np.asarray(trajectories.skill), len(log_prior))
    return float(weighted_mean(means, np.exp(np.asarray(log_prior))).mean)


@jax.jit
def _split(key: Key) -> tuple[Key, ...]:
    """Returns seven keys. It is one program, because JAX would compile another one to take them apart."""
    return tuple(jax.random.split(key, 7))


def _goal_success(
    keys: Sequence[Key], seek: SeekGoals, distance: float, world: Box | None
) -> dict[str, np.ndarray]:
    """Returns which goals are reached: figure -> bool [G]. Near goals lie in ± `distance` metres."""
    far_key, near_key, seek_far_key, seek_near_key = keys
    radius = goal_radius(world)
    far = make_goals(far_key, world=world)
    paths = seek(seek_far_key, far)
    reached = {"goal_success": goals_reached(far, *paths, radius)}
    if radius == GOAL_RADIUS:
        reached["goal_success_1m"] = goals_reached(far, *paths, SMALL_RADIUS)
    if distance * math.sqrt(2) > radius:  # otherwise an agent that stays at the origin reaches all of them
        near = make_goals(near_key, distance, world)
        reached["goal_success_near"] = goals_reached(near, *seek(seek_near_key, near), radius)
    return reached
