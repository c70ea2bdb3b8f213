"""Computes confidence intervals of the figures over the episodes that were played.

They cover other episodes of the same skills. They do not cover other runs: see `over_runs`.
"""

import math
from collections.abc import Mapping
from typing import Any

import jax
import numpy as np

from diayn_jax.evaluation.metrics.coverage import COVERAGE_STEPS, binned_mi_xy, cells_of_one
from diayn_jax.evaluation.metrics.estimators import (
    MIN_EPISODES,
    MIN_ROLLOUTS,
    RESAMPLES,
    TOO_FEW,
    TOO_FEW_ROLLOUTS,
    UNDEFINED,
    Interval,
    Means,
    deviation,
    fewest,
    jackknife,
    jackknifed,
    resampled_episodes,
    rounds,
    skill_means,
    student,
    union,
    weighted_mean,
    widened,
    wilson,
)
from diayn_jax.evaluation.metrics.final import BINNED, FullFigures
from diayn_jax.evaluation.metrics.per_evaluation import EpisodeSums, episode_sums, usage_figures_of
from diayn_jax.evaluation.metrics.probe import Probe
from diayn_jax.evaluation.metrics.qd import archive_cells, archive_figures, solutions
from diayn_jax.evaluation.metrics.trajectories import Trajectories, entropy, first_part
from diayn_jax.types import Array, Key


def quick_intervals(key: Key, trajectories: Trajectories, log_prior: Array) -> dict[str, Interval]:
    """Returns intervals by name for `quick_figures` and `accuracy_`, `log_q_` and `score_skill_z`.

    All of them are `TOO_FEW` if a skill has fewer than `MIN_EPISODES` episodes. `log_prior` is log p(z), [K].
    """
    sums = jax.device_get(jax.jit(episode_sums)(trajectories))
    prior = _prior(log_prior)
    with np.errstate(divide="ignore", invalid="ignore"):
        if len(prior) == 1:
            found = _without_skills(sums, prior)
        else:
            found = _with_skills(resampled_episodes(key, np.asarray(sums.skill)), sums, prior)
        found |= _of_usage(sums)
    return found if fewest(sums.skill) >= MIN_EPISODES else dict.fromkeys(found, TOO_FEW)


_ANYWHERE = (-math.inf, math.inf)
# The range of a figure, by its name or that of the quantity whose mean it is.
_WITHIN = {
    "accuracy": (0.0, 1.0),
    "log_q": (-math.inf, 0.0),
    "episode_length": (0.0, math.inf),
    "distance": (0.0, math.inf),
    "option_share_largest": (0.0, 1.0),
    "goal_spread": (0.0, 1.0),
}


def _with_skills(chosen: np.ndarray, sums: EpisodeSums, prior: np.ndarray) -> dict[str, Interval]:
    """Returns intervals of the quick figures by name. chosen [R, N] are indices of resampled episodes."""
    num_skills = len(prior)

    def of(total: Any, length: Any = None) -> Means:
        return skill_means(total, np.asarray(sums.skill), num_skills, length)

    per_skill = {"return": of(sums.returns), "episode_length": of(sums.length)}
    if "distance" in sums.moved:
        per_skill["distance"] = of(sums.moved["distance"])
    if sums.classifier is None:
        per_skill["score"] = of(sums.score, sums.length)
    else:
        per_skill["log_q"] = of(sums.classifier.log_q, sums.length)
        per_skill["accuracy"] = of(sums.classifier.hits, sums.length)
    found = {
        f"{name}_skill_{z}": student(Means(*(x[z] for x in means)), *_WITHIN.get(name, _ANYWHERE))
        for name, means in per_skill.items()
        for z in range(num_skills)
    }

    def overall(name: str) -> Interval:
        return student(weighted_mean(per_skill[name], prior), *_WITHIN.get(name, _ANYWHERE))

    found |= {"return_mean": overall("return"), "episode_length_mean": overall("episode_length")}
    for name, moved in sums.moved.items():
        interval = student(weighted_mean(of(moved), prior), 0.0)
        found["distance_mean" if name == "distance" else name] = interval
    if sums.success is not None:
        found["success"] = student(weighted_mean(of(sums.success), prior), 0.0, 1.0)
    if sums.classifier is None:
        found["score"] = overall("score")
    else:
        log_q, most = overall("log_q"), float(entropy(prior))
        mi = Interval(log_q.low + most, log_q.high + most, log_q.how)
        found |= {
            "log_q": log_q,
            "mi": mi,
            "mi_normalised": Interval(mi.low / most, mi.high / most, mi.how),
            "effective_skills": Interval(math.exp(mi.low), math.exp(mi.high), mi.how),
            "discriminator_accuracy": overall("accuracy"),
            "mi_after_50": _late_mi(of(sums.classifier.late_log_q, sums.classifier.late_length), prior),
        }
    by_skill = [sums.skill == z for z in range(num_skills) if (sums.skill == z).any()]
    returns = np.asarray(sums.returns, np.float64)
    means = np.array([returns[mine].mean() for mine in by_skill])
    resampled = np.stack([returns[chosen[:, mine]].mean(axis=1) for mine in by_skill], axis=1)
    least_played = fewest(sums.skill)
    found["return_best"] = widened(means.max(), resampled.max(axis=1), least_played)
    found["return_spread"] = widened(np.ptp(means), np.ptp(resampled, axis=1), least_played, least=0.0)
    return found


def _without_skills(sums: EpisodeSums, prior: np.ndarray) -> dict[str, Interval]:
    """Returns intervals of the quick figures by name for a policy without skills."""

    def of(total: Any, least: float = -math.inf) -> Interval:
        return student(weighted_mean(skill_means(total, np.asarray(sums.skill), 1), prior), least)

    returns = np.asarray(sums.returns, np.float64)
    found = {
        "return": of(returns),
        "return_std": deviation(returns),
        "episode_length": of(sums.length, 0.0),
        **{name: of(moved, 0.0) for name, moved in sums.moved.items()},
    }
    if sums.success is not None:
        found["success"] = wilson(int(np.sum(sums.success)), len(returns))
    return found


def _of_usage(sums: EpisodeSums) -> dict[str, Interval]:
    """Returns intervals of `option_*` and `goal_*` by name. None of them is below 0."""
    usage = sums.options, sums.goals
    figures = usage_figures_of(*usage)
    if not figures:
        return {}

    def of(kept: np.ndarray) -> np.ndarray:
        return np.array(list(usage_figures_of(*jax.tree.map(lambda x: x[kept], usage)).values()))

    spread = jackknife(of, rounds(np.asarray(sums.skill)))
    return {
        name: jackknifed(float(value), spread, i, *_WITHIN.get(name, (0.0, math.inf)))
        for i, (name, value) in enumerate(figures.items())
    }


def _late_mi(late: Means, prior: np.ndarray) -> Interval:
    """Returns the interval of `mi_after_50`: over the skills that live that long, with p renormalised."""
    prior = np.where(np.isfinite(late.mean), prior, 0.0)
    if np.count_nonzero(prior) < 2:
        return UNDEFINED
    prior = prior / prior.sum()
    most = float(entropy(prior))
    log_q = student(weighted_mean(late, prior), most=0.0)
    return Interval(1 + log_q.low / most, 1 + log_q.high / most, log_q.how)


def full_intervals(key: Key, found: FullFigures, log_prior: Array) -> dict[str, Interval]:
    """Returns intervals of `full_figures` by name. The bounds and the offset of `qd/*` have none.

    The intervals of `qd/*` describe the choice of a skill's solution among its deterministic episodes.
    Intervals are `TOO_FEW` if a skill has fewer than `MIN_EPISODES` episodes. `log_prior` is log p(z), [K].
    """
    binned_key, qd_key = jax.random.split(key)
    stochastic, deterministic, covering = found.episodes
    prior = _prior(log_prior)
    most = float(entropy(prior))
    intervals: dict[str, Interval] = {}
    for name, probe in (("", found.probe), ("_xy", found.probe_xy)):
        if probe is not None:
            mi = probe_interval(probe, prior)
            intervals[f"probe_mi{name}"] = mi
            intervals[f"probe_mi_normalised{name}"] = Interval(mi.low / most, mi.high / most, mi.how)
    for name, reached in found.reached.items():
        intervals[name] = wilson(int(reached.sum()), len(reached))
    if stochastic.xy is None or deterministic.xy is None or covering.xy is None:
        return intervals

    if found.probe_xy is not None:  # `binned_*` and this probe need the same number of episodes
        intervals |= _of_bins(binned_key, found)
    rollouts = len(covering.skill)
    counted = first_part(covering, rollouts, COVERAGE_STEPS)
    path, alive = np.asarray(counted.xy), np.asarray(counted.valid)
    # Skills that can be counted are strata. Vectors are drawn afresh, so their episodes are one sample.
    stratum = np.asarray(covering.skill) if np.ndim(covering.z) == 1 else np.zeros(rollouts, np.int64)
    intervals["policy_coverage"] = TOO_FEW_ROLLOUTS
    if fewest(stratum) >= MIN_ROLLOUTS:
        spread = union(cells_of_one(path, alive), stratum)
        intervals["policy_coverage"] = jackknifed(found.figures["policy_coverage"], spread, 0, least=0.0)
    return intervals | _of_archive(qd_key, found, len(prior))


def probe_interval(probe: Probe, prior: np.ndarray) -> Interval:
    """Returns the interval of `probe_mi`, nats.

    The two halves are scored by different fits. There are two estimates of the variance of a skill's mean:

    - From the difference between its two halves: the square of the difference, over 4. The halves differ by
      their own episodes and by the episodes on which the fits were trained.
    - From the spread of the episodes within the halves.

    The larger variance is used, because with few skills the differences may be small by chance.
    """
    if fewest(probe.skill) < MIN_EPISODES:
        return TOO_FEW
    first, second = (
        skill_means(
            probe.log_q[probe.half == half],
            probe.skill[probe.half == half],
            len(prior),
            probe.length[probe.half == half],
        )
        for half in (0, 1)
    )
    mean = (first.mean + second.mean) / 2
    spread = Means(mean, (first.variance + second.variance) / 4, first.freedom + second.freedom)
    between = Means(mean, (first.mean - second.mean) ** 2 / 4, np.ones_like(mean))
    larger = max((weighted_mean(x, prior) for x in (spread, between)), key=lambda x: float(x.variance))
    most = float(entropy(prior))
    return student(larger._replace(mean=larger.mean + most), most=most, how="halves")


def _of_bins(key: Key, found: FullFigures) -> dict[str, Interval]:
    """Returns the intervals of the figures `BINNED`."""
    skill, valid, xy = (np.asarray(x) for x in (found.probed.skill, found.probed.valid, found.probed.xy))
    num_skills = len(np.unique(skill))
    if fewest(skill) < MIN_EPISODES:
        return dict.fromkeys(BINNED, TOO_FEW)

    def binned(kept: np.ndarray) -> np.ndarray:
        return np.array(binned_mi_xy(key, xy[1:, kept], skill[kept], valid[:, kept], num_skills))

    # One episode of every skill is left out at a time, so that skills keep their shares.
    spread = jackknife(binned, rounds(skill))
    most = math.log(num_skills)
    return {name: jackknifed(found.figures[name], spread, i, most=most) for i, name in enumerate(BINNED)}


def _of_archive(key: Key, found: FullFigures, num_skills: int) -> dict[str, Interval]:
    rng = np.random.default_rng(np.asarray(jax.random.key_data(key)))
    deterministic = found.episodes.deterministic
    skill = np.asarray(deterministic.skill)
    final, fitness = solutions(deterministic, range(len(skill)))
    cell = archive_cells(final, found.archive)
    mine = [np.flatnonzero(skill == z) for z in range(num_skills)]
    places = rng.integers(0, [len(episodes) for episodes in mine], (RESAMPLES, num_skills))
    draws = np.stack([episodes[place] for episodes, place in zip(mine, places.T, strict=True)], axis=1)
    rows = [archive_figures(cell[chosen], fitness[chosen], found.archive.offset) for chosen in draws]
    drawn = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    if fewest(skill) < MIN_EPISODES:
        return dict.fromkeys(drawn, TOO_FEW)
    return {name: widened(values.mean(), values, fewest(skill)) for name, values in drawn.items()}


def _prior(log_prior: Array) -> np.ndarray:
    """Returns p(z), [K], which sums to 1 in double precision."""
    prior = np.exp(np.asarray(log_prior, np.float64))
    return prior / prior.sum()


def as_json(
    figures: Mapping[str, float], intervals: Mapping[str, Interval]
) -> dict[str, dict[str, float | str | None]]:
    """Returns figures with their intervals: name -> {value, low, high, how}; None if there is no interval."""
    found = {}
    for name, value in figures.items():
        interval = intervals.get(name)
        found[name] = {"value": value, **dict.fromkeys(Interval._fields)}
        if interval is not None:
            found[name] |= interval._asdict()
    return found
