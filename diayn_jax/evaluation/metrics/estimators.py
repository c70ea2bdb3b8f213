"""Estimators of confidence intervals over episodes, with skills as strata.

Skills are strata because they are not a sample: their episodes are.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import jax
import numpy as np
import scipy.stats

from diayn_jax.evaluation.metrics.trajectories import Recorded
from diayn_jax.types import Key

LEVEL = 0.95
MIN_EPISODES = 5  # of each skill, below which there are no intervals
MIN_ROLLOUTS = 3  # of each skill, below which what all rollouts cover has no interval
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
    "kurtosis": "of the logarithm of the variance, by the kurtosis and the skewness of the episodes",
    "halves": "Student's t over skills, by the spread of episodes or by the difference between the two "
    "halves, each scored by another fit, whichever is larger",
    "wilson": "Wilson's, over the goals",
    "too few": f"no interval: fewer than {MIN_EPISODES} episodes of a skill",
    "too few rollouts": f"no interval: fewer than {MIN_ROLLOUTS} of its rollouts are of a skill",
    "undefined": "no interval: the figure is not defined here",
}


class Interval(NamedTuple):
    """Ends of a confidence interval; NaN where there is none."""

    low: float
    high: float
    how: str  # a key of `HOW`, which also says why there is none


TOO_FEW = Interval(math.nan, math.nan, "too few")
TOO_FEW_ROLLOUTS = Interval(math.nan, math.nan, "too few rollouts")
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


def jackknife(figure: Callable[[np.ndarray], np.ndarray], group: np.ndarray) -> Means:
    """Variances of figures, by leaving out one group at a time.

    (G − 1)/G · Σ_g (θ₍g₎ − θ̄)² over the G groups (Efron & Stein 1981).

    Args:
      figure: of the places of the episodes that are kept, [F].
      group: [N], which group each episode is of.

    Returns:
      Variance and degrees of freedom, [F] each; the mean says nothing.
    """
    groups = np.unique(group)
    without = np.stack([figure(np.flatnonzero(group != g)) for g in groups])
    count = len(groups)
    return Means(
        without.mean(axis=0), (count - 1) * without.var(axis=0), np.full(without.shape[1], count - 1)
    )


def union(own: np.ndarray, stratum: np.ndarray) -> Means:
    """The variance of how much episodes cover together, Σ_s Σ_i (own_i − mean of s)² over the strata s.

    By the jackknife over episodes, within strata. Its usual factor (n − 1)/n is that of a mean, whose
    episodes share a weight that a smaller sample has too; a sum's, which grows by each episode, is n/(n − 1).
    What overlaps stands between the two, and so does 1.

    Args:
      own: [N], what each episode adds to all others.
      stratum: [N], which stratum each is of, of two or more episodes each.

    Returns:
      Variance and degrees of freedom, [1] each; the mean says nothing.
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


def deviation(x: np.ndarray) -> Interval:
    """The interval of the standard deviation of what x [n] is drawn from, whatever its distribution.

    ln s² is about normal, of variance (γ − (n − 3)/n)/(n − 1) with γ the kurtosis, and lies half of that
    variance below ln σ² (Bonett 2006, Computational Statistics & Data Analysis 50, 775–782). Few draws
    seldom hold the tail that makes a kurtosis, but show that there is one by their skewness G₁, so γ is taken
    for max(γ̂, 3) + 2 G₁²; between a gamma distribution's 3 + 1.5 G₁² and what simulations ask for.
    """
    count = len(x)
    if count < MIN_EPISODES or not np.isfinite(x).all():
        return UNDEFINED
    x = np.asarray(x, np.float64)
    if np.ptp(x) == 0:
        return Interval(0.0, 0.0, "kurtosis")
    # About a trimmed mean, since the mean itself leans towards the tail (Bonett's).
    middle = float(scipy.stats.trim_mean(x, min(0.5 / math.sqrt(count - 4), 0.4)))
    squares = ((x - x.mean()) ** 2).sum()
    kurtosis = count * ((x - middle) ** 4).sum() / squares**2
    skewness = float(scipy.stats.skew(x, bias=False))
    raised = max(kurtosis, 3.0) + 2 * skewness**2
    variance = (raised - (count - 3) / count) / (count - 1)
    centre = math.log(squares / (count - 1)) + variance / 2
    half = _NORMAL * math.sqrt(variance)
    return Interval(math.exp((centre - half) / 2), math.exp((centre + half) / 2), "kurtosis")


def fewest(skill: Recorded) -> int:
    """How many episodes the skill has that has the fewest, among those that are there."""
    return int(np.unique(np.asarray(skill), return_counts=True)[1].min())


def rounds(skill: np.ndarray) -> np.ndarray:
    """Which episode of its skill each is, [N], counted from 0."""
    return np.array([int((skill[:n] == z).sum()) for n, z in enumerate(skill)])
