"""How sure the figures of `metrics` are: confidence intervals over the episodes that were played.

They say what other episodes of the same skills would give, not what another run would.
"""

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import scipy.spatial

from diayn_jax import metrics
from diayn_jax.metrics import EpisodeSums, Full, Probe, Trajectories
from diayn_jax.types import Array, Key

LEVEL = 0.95
RESAMPLES = 1000
_NORMAL = 1.959964  # standard deviations to either side, at LEVEL
_AT_ONCE = 16  # resamples made side by side, so that memory does not grow with their number

# How each kind of interval is made, for those who read the figures.
HOW = {
    "bootstrap": f"percentiles of {RESAMPLES} resamples of whole episodes, drawn with replacement "
    "within each skill",
    "jackknife": "normal, by the jackknife over episodes: of what counts or bins positions, episodes "
    "drawn twice would say too little",
    "wilson": "Wilson's, over the goals",
}


class Interval(NamedTuple):
    """Ends of a confidence interval; NaN where there is none."""

    low: float
    high: float
    how: str  # a key of `HOW`


_NONE = Interval(math.nan, math.nan, "bootstrap")


def quick(key: Key, trajectories: Trajectories, log_prior: Array) -> dict[str, Interval]:
    """Intervals of `metrics.quick_figures`, and of `accuracy_skill_z` and `log_q_skill_z`, by name.

    Where a skill has one episode there are none: drawn again, it would always be the same.
    """
    sums = jax.jit(metrics.episode_sums)(trajectories)
    skill = np.asarray(trajectories.skill)
    found = jax.device_get(_of_resamples(sums, jnp.asarray(_resamples(key, skill)), log_prior))
    return {name: _percentiles(values) if _repeated(skill) else _NONE for name, values in found.items()}


@jax.jit
def _of_resamples(sums: EpisodeSums, chosen: Array, log_prior: Array) -> dict[str, Array]:
    """Figures of resampled episodes, chosen [R, N]: name -> [R]."""
    num_skills = log_prior.shape[0]

    def figures(rows: Array) -> dict[str, Array]:
        resampled = jax.tree.map(lambda x: x[rows], sums)
        per_skill = metrics.skill_figures_of(resampled, num_skills)
        each = {
            f"{name}_skill_{z}": per_skill[name][z]
            for name in ("accuracy", "log_q")
            for z in range(num_skills)
        }
        return {**metrics.quick_figures_of(resampled, log_prior), **each}

    return jax.lax.map(figures, chosen, batch_size=_AT_ONCE)


def full(
    key: Key,
    found: Full,
    stochastic: Trajectories,
    deterministic: Trajectories,
    log_prior: Array,
) -> dict[str, Interval]:
    """Intervals of `metrics.full`'s figures, by name.

    The probe's are over the episodes that it was scored on, the fit being what it is; those of
    `qd/*` over which of a skill's deterministic episodes is its solution.

    Args:
      key: draws the resamples.
      found: the figures.
      stochastic, deterministic, log_prior: what they were made of.
    """
    probe_key, probe_xy_key, binned_key, qd_key = jax.random.split(key, 4)
    prior = np.exp(np.asarray(log_prior, np.float64))
    entropy = -float(np.sum(prior[prior > 0] * np.log(prior[prior > 0])))
    intervals: dict[str, Interval] = {}
    for name, each, probe in (("", probe_key, found.probe), ("_xy", probe_xy_key, found.probe_xy)):
        if probe is not None:
            mi = _of_probe(each, probe, prior, entropy)
            intervals[f"probe_mi{name}"] = _percentiles(mi)
            intervals[f"probe_mi_normalised{name}"] = _percentiles(mi / entropy)
    if found.reached is not None:
        intervals["goal_success"] = wilson(int(found.reached.sum()), len(found.reached))
    if stochastic.xy is None or deterministic.xy is None:
        return intervals

    num_skills = stochastic.log_probs.shape[-1]
    if found.probe_xy is not None:  # as many episodes are enough for both
        there = metrics.lived(stochastic)
        skill, valid = np.asarray(stochastic.skill)[there], np.asarray(stochastic.valid)[:, there]
        xy = np.asarray(stochastic.xy)[1:, there]

        def binned(kept: np.ndarray) -> np.ndarray:
            return np.array(
                metrics.binned_mi_xy(binned_key, xy[:, kept], skill[kept], valid[:, kept], num_skills)
            )

        # One episode of every skill is left out at a time: skills keep their shares.
        spread = jackknife(binned, _rounds(skill))
        for i, name in enumerate(("binned_mi_xy", "binned_mi_xy_raw")):
            intervals[name] = _normal(found.figures[name], float(spread[i]))

    rollouts = metrics.coverage_rollouts(num_skills)
    path = np.asarray(deterministic.xy)[: metrics.COVERAGE_STEPS + 1, :rollouts]
    alive = np.asarray(deterministic.valid)[: metrics.COVERAGE_STEPS, :rollouts]
    spread = jackknife(
        lambda kept: np.array([metrics.policy_coverage(path[:, kept], alive[:, kept])]), np.arange(rollouts)
    )
    intervals["policy_coverage"] = _normal(found.figures["policy_coverage"], float(spread[0]))
    return intervals | _of_archive(qd_key, deterministic, len(stochastic.valid), num_skills)


def wilson(hits: int, count: int) -> Interval:
    """The interval of a share (Wilson 1927), which at 0 and 1 has a width too."""
    share, square = hits / count, _NORMAL**2 / count
    middle = (share + square / 2) / (1 + square)
    half = math.sqrt(share * (1 - share) * square + square**2 / 4) / (1 + square)
    # At the ends the formula gives them but for rounding.
    low = 0.0 if hits == 0 else middle - half
    high = 1.0 if hits == count else middle + half
    return Interval(low, high, "wilson")


def jackknife(figure: Callable[[np.ndarray], np.ndarray], group: np.ndarray) -> np.ndarray:
    """The standard error of figures, by leaving out one group at a time.

    √[(G − 1)/G · Σ (θ₍g₎ − θ̄)²] (Efron & Stein 1981).

    Args:
      figure: of the places of the episodes that are kept, [F].
      group: [N], which group each episode is of.

    Returns:
      [F].
    """
    groups = np.unique(group)
    without = np.stack([figure(np.flatnonzero(group != g)) for g in groups])
    return np.sqrt((len(groups) - 1) * np.mean((without - without.mean(axis=0)) ** 2, axis=0))


def _resamples(key: Key, skill: np.ndarray, count: int = RESAMPLES) -> np.ndarray:
    """Places of resampled episodes, [count, N]: at each place one of the same skill."""
    draws = np.random.default_rng(np.asarray(jax.random.key_data(key))).random((count, len(skill)))
    chosen = np.empty((count, len(skill)), np.int32)
    for z in np.unique(skill):
        mine = np.flatnonzero(skill == z)
        chosen[:, mine] = mine[(draws[:, mine] * len(mine)).astype(np.int64)]
    return chosen


def _of_probe(key: Key, probe: Probe, prior: np.ndarray, entropy: float) -> np.ndarray:
    """The probe's bound on resampled episodes, [RESAMPLES]."""
    chosen = _resamples(key, probe.skill)
    mi = np.full(len(chosen), entropy)
    for z in np.flatnonzero(prior > 0):
        mine = chosen[:, probe.skill == z]
        mi += prior[z] * probe.log_q[mine].sum(axis=1) / probe.length[mine].sum(axis=1)
    return mi


def _of_archive(key: Key, deterministic: Trajectories, steps: int, num_skills: int) -> dict[str, Interval]:
    rng = np.random.default_rng(np.asarray(jax.random.key_data(key)))
    skill = np.asarray(deterministic.skill)
    final, fitness = metrics.solutions(deterministic, range(len(skill)), steps)
    low, high = metrics.QD_BOUNDS
    _, cell = scipy.spatial.cKDTree(metrics.cvt_centroids(low, high)).query(final)
    mine = [np.flatnonzero(skill == z) for z in range(num_skills)]
    rows = []
    for _ in range(RESAMPLES):
        chosen = [int(rng.choice(episodes)) for episodes in mine]
        rows.append(metrics.archive_figures(np.asarray(cell)[chosen], fitness[chosen]))
    drawn = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    return {name: _percentiles(values) if _repeated(skill) else _NONE for name, values in drawn.items()}


def _repeated(skill: np.ndarray) -> bool:
    """Whether every skill that is there has several episodes."""
    return bool(np.unique(skill, return_counts=True)[1].min() > 1)


def _rounds(skill: np.ndarray) -> np.ndarray:
    """Which episode of its skill each is, [N], counted from 0."""
    return np.array([int((skill[:n] == z).sum()) for n, z in enumerate(skill)])


def _percentiles(values: np.ndarray) -> Interval:
    values = np.asarray(values, np.float64)
    if np.isnan(values).any():
        return _NONE
    low, high = np.percentile(values, [100 * (1 - LEVEL) / 2, 100 * (1 + LEVEL) / 2])
    return Interval(float(low), float(high), "bootstrap")


def _normal(value: float, error: float) -> Interval:
    return Interval(value - _NORMAL * error, value + _NORMAL * error, "jackknife")


def as_json(
    figures: Mapping[str, float], intervals: Mapping[str, Interval]
) -> dict[str, dict[str, float | str | None]]:
    """Figures with their intervals: name -> {value, low, high, how}; the last three None without."""
    found = {}
    for name, value in figures.items():
        interval = intervals.get(name)
        found[name] = {
            "value": value,
            "low": interval.low if interval else None,
            "high": interval.high if interval else None,
            "how": interval.how if interval else None,
        }
    return found
