"""Estimators of confidence intervals over episodes, with skills as strata.

Skills are strata because they are not a sample: their episodes are.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import jax
import numpy as np
import scipy.stats

from diayn_jax.metrics.trajectories import Recorded
from diayn_jax.types import Key

LEVEL = 0.95
MIN_EPISODES = 5  # of each skill, below which there are no intervals
RESAMPLES = 1000
_TAIL = (1 + LEVEL) / 2
_NORMAL = 1.959964  # standard deviations to either side, at LEVEL

# How each kind of interval is made, for those who read the figures.
HOW = {
    "t": "Student's t over episodes, with skills as strata; of a mean over steps, by the jackknife",
    "bootstrap": f"{RESAMPLES} resamples of whole episodes within each skill: percentiles, widened by "
    "√(n/(n − 1)) and Student's t for n episodes of a skill",
    "jackknife": "Student's t by the jackknife over episodes, with skills as strata: of what counts or bins "
    "positions, episodes drawn twice would say too little",
    "halves": "Student's t over skills, by the spread of episodes or by the difference between the two "
    "halves, each scored by another fit, whichever is larger",
    "wilson": "Wilson's, over the goals",
    "too few": f"no interval: fewer than {MIN_EPISODES} episodes of a skill",
    "undefined": "no interval: the figure is not defined here",
}


class Interval(NamedTuple):
    """Ends of a confidence interval; NaN where there is none."""

    low: float
    high: float
    how: str  # a key of `HOW`, which also says why there is none


TOO_FEW = Interval(math.nan, math.nan, "too few")
UNDEFINED = Interval(math.nan, math.nan, "undefined")


class Means(NamedTuple):
    """A mean of each skill, and how sure it is: [..., K] each."""

    mean: np.ndarray
    variance: np.ndarray  # of the mean
    freedom: np.ndarray  # degrees of it


def skill_means(
    total: np.ndarray, skill: np.ndarray, num_skills: int, length: np.ndarray | None = None
) -> Means:
    """Σ total / Σ length over each skill's episodes; without `length` the mean over its episodes.

    The variance is the jackknife's, (n − 1)/n · Σ (θ₍ᵢ₎ − θ̄)² over the means without an episode: s²/n of
    a plain mean, and of a mean over steps more apt than the linear formula where n is small.

    Args:
      total, length: [..., N], sums over each episode's steps, and their number.
      skill: [N].
    """
    total = np.asarray(total, np.float64)
    length = np.ones_like(total) if length is None else np.asarray(length, np.float64)
    columns = []
    for z in range(num_skills):
        x, steps = total[..., skill == z], length[..., skill == z]
        count = x.shape[-1]
        with np.errstate(divide="ignore", invalid="ignore"):
            all_x, all_steps = x.sum(axis=-1, keepdims=True), steps.sum(axis=-1, keepdims=True)
            ratio = (all_x / all_steps)[..., 0]
            without = (all_x - x) / (all_steps - steps)
            variance = (count - 1) * without.var(axis=-1)
        columns.append((ratio, variance, np.full_like(ratio, count - 1)))
    return Means(*(np.stack(column, axis=-1) for column in zip(*columns, strict=True)))


def weighted_mean(means: Means, weight: np.ndarray) -> Means:
    """Σ_z weight · mean of the skills, [...]: a stratified mean, with Satterthwaite's degrees of freedom.

    Args:
      means: [..., K].
      weight: [K]; skills of weight 0 may hold NaN.
    """
    variance = np.where(weight > 0, weight**2 * means.variance, 0.0)
    freedom = np.where(weight > 0, means.freedom, 1.0)
    total = variance.sum(axis=-1)
    squares = (variance**2 / freedom).sum(axis=-1)
    return Means(
        mean=np.where(weight > 0, weight * means.mean, 0.0).sum(axis=-1),
        variance=total,
        # Where nothing varies any number does.
        freedom=np.where(squares > 0, total**2 / np.where(squares > 0, squares, 1.0), 1.0),
    )


def t_ends(means: Means) -> tuple[np.ndarray, np.ndarray]:
    """Ends of Student's interval of means, [...] each."""
    half = scipy.stats.t.ppf(_TAIL, means.freedom) * np.sqrt(means.variance)
    return means.mean - half, means.mean + half


def student(means: Means, least: float = -math.inf, most: float = math.inf, how: str = "t") -> Interval:
    """The interval of one mean, cut to what its figure can be."""
    low, high = (float(end) for end in t_ends(means))
    if math.isnan(low) or math.isnan(high):
        return UNDEFINED
    return Interval(min(max(low, least), most), max(min(high, most), least), how)


def wilson(hits: int, count: int) -> Interval:
    """The interval of a share (Wilson 1927), which at 0 and 1 has a width too."""
    share, square = hits / count, _NORMAL**2 / count
    middle = (share + square / 2) / (1 + square)
    half = math.sqrt(share * (1 - share) * square + square**2 / 4) / (1 + square)
    # At the ends the formula gives them but for rounding.
    low = 0.0 if hits == 0 else middle - half
    high = 1.0 if hits == count else middle + half
    return Interval(low, high, "wilson")


def jackknife(
    figure: Callable[[np.ndarray], np.ndarray], group: np.ndarray, stratum: np.ndarray | None = None
) -> Means:
    """Variances of figures, by leaving out one group at a time.

    Σ_s (G_s − 1)/G_s · Σ_g (θ₍g₎ − θ̄_s)² over the groups g of each stratum s (Efron & Stein 1981; with
    strata Jones 1974).

    Args:
      figure: of the places of the episodes that are kept, [F].
      group: [N], which group each episode is of.
      stratum: [N], which stratum each episode is of; None: all of one.

    Returns:
      Variance and degrees of freedom, [F] each; the mean says nothing.
    """
    groups, first = np.unique(group, return_index=True)
    strata = np.zeros(len(groups), np.int64) if stratum is None else stratum[first]
    without = np.stack([figure(np.flatnonzero(group != g)) for g in groups])
    parts = []
    for s in np.unique(strata):
        mine = without[strata == s]
        count = len(mine)
        squares = ((mine - mine.mean(axis=0)) ** 2).sum(axis=0)
        parts.append((mine.mean(axis=0), (count - 1) / count * squares, np.full(mine.shape[1], count - 1)))
    each = Means(*(np.stack(part, axis=-1) for part in zip(*parts, strict=True)))
    return weighted_mean(each, np.ones(len(parts)))


def jackknifed(
    value: float, spread: Means, place: int, least: float = -math.inf, most: float = math.inf
) -> Interval:
    """The interval of a figure by the variance at its place in `jackknife`'s."""
    around = Means(np.asarray(value), spread.variance[place], spread.freedom[place])
    return student(around, least, most, "jackknife")


def resampled_episodes(key: Key, skill: np.ndarray, count: int = RESAMPLES) -> np.ndarray:
    """Places of resampled episodes, [count, N]: at each place one of the same skill."""
    draws = np.random.default_rng(np.asarray(jax.random.key_data(key))).random((count, len(skill)))
    chosen = np.empty((count, len(skill)), np.int32)
    for z in np.unique(skill):
        mine = np.flatnonzero(skill == z)
        chosen[:, mine] = mine[(draws[:, mine] * len(mine)).astype(np.int64)]
    return chosen


def widened(value: float, resampled: np.ndarray, count: int, least: float = -math.inf) -> Interval:
    """Percentiles of resampled figures [R], farther from `value` than they lie by themselves.

    Resamples of n episodes vary by (n − 1)/n of what episodes do, and n of them say no more than
    Student's t allows (Hesterberg 2015, The American Statistician 69, 371–386).
    """
    if count < 2 or not np.isfinite(resampled).all():
        return UNDEFINED
    low, high = np.percentile(resampled, [100 * (1 - _TAIL), 100 * _TAIL])
    factor = math.sqrt(count / (count - 1)) * float(scipy.stats.t.ppf(_TAIL, count - 1)) / _NORMAL
    below, above = max(float(value - low), 0.0), max(float(high - value), 0.0)
    return Interval(max(float(value) - factor * below, least), float(value) + factor * above, "bootstrap")


def fewest(skill: Recorded) -> int:
    """How many episodes the skill has that has the fewest, among those that are there."""
    return int(np.unique(np.asarray(skill), return_counts=True)[1].min())


def rounds(skill: np.ndarray) -> np.ndarray:
    """Which episode of its skill each is, [N], counted from 0."""
    return np.array([int((skill[:n] == z).sum()) for n, z in enumerate(skill)])
