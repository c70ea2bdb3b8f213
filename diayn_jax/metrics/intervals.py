"""How sure the figures are: confidence intervals over the episodes that were played.

They say what other episodes of the same skills would give, not what another run would.
"""

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.metrics.coverage import COVERAGE_STEPS, binned_mi_xy, policy_coverage
from diayn_jax.metrics.full import FullFigures
from diayn_jax.metrics.probe import Probe
from diayn_jax.metrics.qd import QD_BOUNDS, archive_cells, archive_figures, solutions
from diayn_jax.metrics.quick import EpisodeSums, episode_sums, quick_figures_of, skill_figures_of
from diayn_jax.metrics.trajectories import Trajectories, entropy, first_part
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


def quick_intervals(key: Key, trajectories: Trajectories, log_prior: Array) -> dict[str, Interval]:
    """Intervals of `quick_figures`, and of `accuracy_skill_z`, `log_q_skill_z`, `score_skill_z`, by name.

    Where a skill has one episode there are none: drawn again, it would always be the same.
    """
    sums = jax.jit(episode_sums)(trajectories)
    skill = np.asarray(trajectories.skill)
    found = jax.device_get(_of_resamples(sums, jnp.asarray(_resamples(key, skill)), log_prior))
    return {name: _percentiles(values) if _repeated(skill) else _NONE for name, values in found.items()}


@jax.jit
def _of_resamples(sums: EpisodeSums, chosen: Array, log_prior: Array) -> dict[str, Array]:
    """Figures of resampled episodes, chosen [R, N]: name -> [R]."""
    num_skills = log_prior.shape[0]

    def figures(rows: Array) -> dict[str, Array]:
        resampled = jax.tree.map(lambda x: x[rows], sums)
        per_skill = skill_figures_of(resampled, num_skills)
        each = {
            f"{name}_skill_{z}": per_skill[name][z]
            for name in ("accuracy", "log_q", "score")
            if name in per_skill
            for z in range(num_skills)
        }
        return {**quick_figures_of(resampled, log_prior), **each}

    return jax.lax.map(figures, chosen, batch_size=_AT_ONCE)


def full_intervals(
    key: Key,
    found: FullFigures,
    stochastic: Trajectories,
    deterministic: Trajectories,
    covering: Trajectories,
    log_prior: Array,
) -> dict[str, Interval]:
    """Intervals of `full_figures`, by name.

    The probe's are over the episodes that it was scored on, the fit being what it is; those of
    `qd/*` over which of a skill's deterministic episodes is its solution.

    Args:
      key: draws the resamples.
      found: the figures.
      stochastic, deterministic, covering, log_prior: what they were made of.
    """
    probe_key, probe_xy_key, binned_key, qd_key = jax.random.split(key, 4)
    prior = np.exp(np.asarray(log_prior, np.float64))
    intervals: dict[str, Interval] = {}
    for name, each, probe in (("", probe_key, found.probe), ("_xy", probe_xy_key, found.probe_xy)):
        if probe is not None:
            mi = _of_probe(each, probe, prior)
            intervals[f"probe_mi{name}"] = _percentiles(mi)
            intervals[f"probe_mi_normalised{name}"] = _percentiles(mi / entropy(prior))
    for name, reached in found.reached.items():
        intervals[name] = wilson(int(reached.sum()), len(reached))
    if stochastic.xy is None or deterministic.xy is None or covering.xy is None:
        return intervals

    num_skills = len(prior)
    if found.probe_xy is not None:  # as many episodes are enough for both
        skill, valid, xy = (np.asarray(x) for x in (found.probed.skill, found.probed.valid, found.probed.xy))

        def binned(kept: np.ndarray) -> np.ndarray:
            return np.array(binned_mi_xy(binned_key, xy[1:, kept], skill[kept], valid[:, kept], num_skills))

        # One episode of every skill is left out at a time: skills keep their shares.
        spread = jackknife(binned, _rounds(skill))
        for i, name in enumerate(("binned_mi_xy", "binned_mi_xy_raw")):
            intervals[name] = _normal(found.figures[name], float(spread[i]))

    rollouts = len(covering.skill)
    counted = first_part(covering, rollouts, COVERAGE_STEPS)
    path, alive = np.asarray(counted.xy), np.asarray(counted.valid)
    spread = jackknife(
        lambda kept: np.array([policy_coverage(path[:, kept], alive[:, kept])]), np.arange(rollouts)
    )
    intervals["policy_coverage"] = _normal(found.figures["policy_coverage"], float(spread[0]))
    return intervals | _of_archive(qd_key, deterministic, num_skills)


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


def _of_probe(key: Key, probe: Probe, prior: np.ndarray) -> np.ndarray:
    """The probe's bound on resampled episodes, [RESAMPLES]."""
    chosen = _resamples(key, probe.skill)
    mi = np.full(len(chosen), entropy(prior))
    for z in np.flatnonzero(prior > 0):
        mine = chosen[:, probe.skill == z]
        mi += prior[z] * probe.log_q[mine].sum(axis=1) / probe.length[mine].sum(axis=1)
    return mi


def _of_archive(key: Key, deterministic: Trajectories, num_skills: int) -> dict[str, Interval]:
    rng = np.random.default_rng(np.asarray(jax.random.key_data(key)))
    skill = np.asarray(deterministic.skill)
    final, fitness = solutions(deterministic, range(len(skill)))
    cell = archive_cells(final, QD_BOUNDS)
    mine = [np.flatnonzero(skill == z) for z in range(num_skills)]
    rows = []
    for _ in range(RESAMPLES):
        chosen = [int(rng.choice(episodes)) for episodes in mine]
        rows.append(archive_figures(cell[chosen], fitness[chosen]))
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
