"""Estimates confidence intervals over episodes, with skills as strata.

Skills are strata because the episodes are a sample and the skills are not.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import jax
import numpy as np
from scipy import special

from diayn_jax.evaluation.metrics.trajectories import Recorded
from diayn_jax.types import Key

LEVEL = 0.95
MIN_EPISODES = 5  # the fewest episodes of each skill for which there are intervals
MIN_ROLLOUTS = 3  # the fewest rollouts of each skill for which coverage has an interval
RESAMPLES = 1000
_TAIL = (1 + LEVEL) / 2
_NORMAL = 1.959964  # standard deviations to either side, at LEVEL

# How each kind of interval is computed, for readers of the figures.
HOW = {
    "t": "Student's t over episodes, with skills as strata; a mean over steps takes its variance from the "
    "jackknife",
    "bootstrap": f"{RESAMPLES} resamples of whole episodes within each skill: percentiles, widened by "
    "√(n/(n − 1)) and Student's t for n episodes of a skill",
    "jackknife": "Student's t with the jackknife over episodes, with skills as strata; a bootstrap repeats "
    "episodes and so has too few positions for figures that count or bin them",
    "kurtosis": "interval of the logarithm of the variance, from the kurtosis and skewness of the episodes",
    "halves": "Student's t over skills; the variance is the larger of two: from the spread of episodes, and "
    "from the difference between the two halves, which are scored by different fits",
    "wilson": "Wilson's interval over goals, or over the episodes of a policy without skills",
    "too few": f"no interval: a skill has fewer than {MIN_EPISODES} episodes",
    "too few rollouts": f"no interval: a skill has fewer than {MIN_ROLLOUTS} rollouts",
    "undefined": "no interval: the figure is not defined here",
}


class Interval(NamedTuple):
    """The ends of a confidence interval, or NaN if there is none."""

    low: float
    high: float
    how: str  # a key of `HOW`: how the interval was computed, or why there is none


TOO_FEW = Interval(math.nan, math.nan, "too few")
TOO_FEW_ROLLOUTS = Interval(math.nan, math.nan, "too few rollouts")
UNDEFINED = Interval(math.nan, math.nan, "undefined")


class Means(NamedTuple):
    """The mean of each skill and its uncertainty: [..., K] each."""

    mean: np.ndarray
    variance: np.ndarray  # the variance of the mean
    freedom: np.ndarray  # the degrees of freedom of that variance


def skill_means(
    total: np.ndarray, skill: np.ndarray, num_skills: int, length: np.ndarray | None = None
) -> Means:
    """Computes Σ total / Σ length over each skill's episodes, or the mean over its episodes without `length`.

    The variance is the jackknife's, (n − 1)/n · Σ (θ₍ᵢ₎ − θ̄)², where θ₍ᵢ₎ is the mean without episode i. For
    a plain mean this is s²/n. For a mean over steps it is better than the linear formula if n is small.

    Args:
      total: [..., N], the sum over each episode's steps; skill: [N]; num_skills: K.
      length: [..., N], the number of each episode's steps.
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
    """Computes the stratified mean Σ_z weight · mean, [...], with Satterthwaite's degrees of freedom.

    The means are [..., K], the weights [K]. Skills of weight 0 may hold NaN.
    """
    variance = np.where(weight > 0, weight**2 * means.variance, 0.0)
    freedom = np.where(weight > 0, means.freedom, 1.0)
    total = variance.sum(axis=-1)
    squares = (variance**2 / freedom).sum(axis=-1)
    return Means(
        mean=np.where(weight > 0, weight * means.mean, 0.0).sum(axis=-1),
        variance=total,
        # If the variance is 0, the degrees of freedom do not matter.
        freedom=np.where(squares > 0, total**2 / np.where(squares > 0, squares, 1.0), 1.0),
    )


def t_ends(means: Means) -> tuple[np.ndarray, np.ndarray]:
    """Returns the ends of Student's t interval of the means, [...] each."""
    half = special.stdtrit(means.freedom, _TAIL) * np.sqrt(means.variance)
    return means.mean - half, means.mean + half


def student(means: Means, least: float = -math.inf, most: float = math.inf, how: str = "t") -> Interval:
    """Returns Student's t interval of one mean, clipped to [least, most], the range of its figure."""
    low, high = (float(end) for end in t_ends(means))
    if math.isnan(low) or math.isnan(high):
        return UNDEFINED
    return Interval(min(max(low, least), most), max(min(high, most), least), how)


def wilson(hits: int, count: int) -> Interval:
    """Returns Wilson's interval (1927) of the share hits / count. It has a width at 0 and 1, too."""
    share, square = hits / count, _NORMAL**2 / count
    middle = (share + square / 2) / (1 + square)
    half = math.sqrt(share * (1 - share) * square + square**2 / 4) / (1 + square)
    # The formula gives 0 and 1 here, too, but with rounding errors.
    low = 0.0 if hits == 0 else middle - half
    high = 1.0 if hits == count else middle + half
    return Interval(low, high, "wilson")


def jackknife(figure: Callable[[np.ndarray], np.ndarray], group: np.ndarray) -> Means:
    """Estimates the variances of figures by leaving out one group of episodes at a time.

    The variance is (G − 1)/G · Σ_g (θ₍g₎ − θ̄)² over the G groups (Efron & Stein 1981).

    Args:
      figure: maps the indices of the episodes that are kept to figures [F].
      group: [N], the group of each episode.

    Returns:
      Variances and degrees of freedom, [F] each. The field `mean` must not be used.
    """
    groups = np.unique(group)
    without = np.stack([figure(np.flatnonzero(group != g)) for g in groups])
    count = len(groups)
    return Means(
        without.mean(axis=0), (count - 1) * without.var(axis=0), np.full(without.shape[1], count - 1)
    )


def union(own: np.ndarray, stratum: np.ndarray) -> Means:
    """Estimates the variance of the size of a union of episodes: Σ_s Σ_i (own_i − mean of stratum s)².

    This is the jackknife over episodes within strata s, with a factor of 1. The usual factor (n − 1)/n fits a
    mean, which does not grow with n. The factor n/(n − 1) fits a sum, which grows with every episode. A union
    of overlapping sets lies between the two, and so does 1.

    Args:
      own: [N], how much each episode adds to the union of all others.
      stratum: [N], the stratum of each episode. Each stratum has two or more episodes.

    Returns:
      Variance and degrees of freedom, [1] each. The field `mean` must not be used.
    """
    parts = [own[stratum == s].astype(np.float64) for s in np.unique(stratum)]
    each = Means(
        np.array([x.mean() for x in parts]),
        np.array([len(x) * x.var() for x in parts]),
        np.array([len(x) - 1.0 for x in parts]),
    )
    return Means(*(np.atleast_1d(x) for x in weighted_mean(each, np.ones(len(parts)))))


def jackknifed(
    value: float, spread: Means, place: int, least: float = -math.inf, most: float = math.inf
) -> Interval:
    """Returns the interval of a figure `value` with the variance at index `place` of `jackknife`'s result."""
    around = Means(np.asarray(value), spread.variance[place], spread.freedom[place])
    return student(around, least, most, "jackknife")


def resampled_episodes(key: Key, skill: np.ndarray, count: int = RESAMPLES) -> np.ndarray:
    """Returns indices of resampled episodes, [count, N]. An episode is replaced by one of the same skill."""
    draws = np.random.default_rng(np.asarray(jax.random.key_data(key))).random((count, len(skill)))
    chosen = np.empty((count, len(skill)), np.int32)
    for z in np.unique(skill):
        mine = np.flatnonzero(skill == z)
        chosen[:, mine] = mine[(draws[:, mine] * len(mine)).astype(np.int64)]
    return chosen


def widened(value: float, resampled: np.ndarray, count: int, least: float = -math.inf) -> Interval:
    """Returns the percentile interval of resampled figures [R], widened around `value`.

    Percentiles are too narrow for n episodes: the variance of resamples is (n − 1)/n of that of episodes,
    and they have normal instead of Student's t tails. The interval is widened by both factors (Hesterberg
    2015, The American Statistician 69, 371–386).
    """
    if count < 2 or not np.isfinite(resampled).all():
        return UNDEFINED
    low, high = np.percentile(resampled, [100 * (1 - _TAIL), 100 * _TAIL])
    factor = math.sqrt(count / (count - 1)) * float(special.stdtrit(count - 1, _TAIL)) / _NORMAL
    below, above = max(float(value - low), 0.0), max(float(high - value), 0.0)
    return Interval(max(float(value) - factor * below, least), float(value) + factor * above, "bootstrap")


def deviation(x: np.ndarray) -> Interval:
    """Returns the interval of the standard deviation of the distribution of x [n], which may be any.

    ln s² is about normal. Its variance is (γ − (n − 3)/n)/(n − 1), where γ is the kurtosis, and its mean lies
    half of that variance below ln σ² (Bonett 2006, Computational Statistics & Data Analysis 50, 775–782). A
    small sample rarely contains the tail that causes a large kurtosis, but its skewness G₁ shows that there
    is one. So γ is estimated as max(γ̂, 3) + 2 G₁². This lies between 3 + 1.5 G₁², which holds for a gamma
    distribution, and the larger values that simulations require.
    """
    count = len(x)
    if count < MIN_EPISODES or not np.isfinite(x).all():
        return UNDEFINED
    x = np.asarray(x, np.float64)
    if np.ptp(x) == 0:
        return Interval(0.0, 0.0, "kurtosis")
    # Bonett's kurtosis is around a trimmed mean, because the tail pulls the mean towards itself.
    trimmed = int(min(0.5 / math.sqrt(count - 4), 0.4) * count)
    middle = np.partition(x, (trimmed, count - trimmed - 1))[trimmed : count - trimmed].mean()
    from_mean = x - x.mean()
    squares = (from_mean**2).sum()
    kurtosis = count * ((x - middle) ** 4).sum() / squares**2
    third = (from_mean**2 * from_mean).mean()
    skewness = math.sqrt(count * (count - 1)) / (count - 2) * third / (from_mean**2).mean() ** 1.5
    raised = max(kurtosis, 3.0) + 2 * skewness**2
    variance = (raised - (count - 3) / count) / (count - 1)
    centre = math.log(squares / (count - 1)) + variance / 2
    half = _NORMAL * math.sqrt(variance)
    return Interval(math.exp((centre - half) / 2), math.exp((centre + half) / 2), "kurtosis")


def fewest(skill: Recorded) -> int:
    """Returns the smallest number of episodes of any skill that occurs in `skill` [N]."""
    return int(np.unique(np.asarray(skill), return_counts=True)[1].min())


def rounds(skill: np.ndarray) -> np.ndarray:
    """Returns the index of each episode among the episodes of its skill, [N], from 0."""
    return np.array([int((skill[:n] == z).sum()) for n, z in enumerate(skill)])
