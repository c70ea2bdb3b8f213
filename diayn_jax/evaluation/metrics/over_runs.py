"""The interquartile mean of a figure over runs with different seeds, and its interval."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

RESAMPLES = 2000  # bootstrap resamples
ENDS = (0.025, 0.975)  # the ends of an interval, as quantiles of the resampled means


class Interval(NamedTuple):
    """A mean and its 95 % confidence interval. The ends are NaN if every task has only one run."""

    mean: float
    low: float
    high: float


def interquartile_mean(scores: np.ndarray) -> np.ndarray:
    """Returns the mean of the middle half over the last axis: [..., N] -> [...].

    ⌊N / 4⌋ scores are left out at each end, as in rliable (Agarwal et al. 2021, arXiv:2108.13264). For three
    runs or fewer it is the plain mean.
    """
    scores = np.sort(np.asarray(scores, dtype=np.float64), axis=-1)
    cut = scores.shape[-1] // 4
    return scores[..., cut : scores.shape[-1] - cut].mean(axis=-1)


class Standing(NamedTuple):
    """The rank of several runs of the same settings, compared field by field. More is better."""

    score: float  # the interquartile mean; a failed run counts as −inf
    share: float  # the share of the runs that did not fail
    others: float  # the interquartile mean of the runs that did not fail; −inf if all failed


def standing(scores: Sequence[float], failed: int) -> Standing:
    """Returns the standing of runs with the given scores and of `failed` further runs without a score.

    The interquartile mean leaves out up to a quarter of the runs at each end. If more runs than these have
    failed, it is −inf, and settings with fewer failed runs rank higher.
    """
    known = [x for x in scores if np.isfinite(x)]
    count = len(scores) + failed
    if not known:
        return Standing(-np.inf, 0.0, -np.inf)
    worst = [-np.inf] * (count - len(known))
    score = float(interquartile_mean(np.array([*worst, *known])))
    return Standing(score, len(known) / count, float(interquartile_mean(np.array(known))))


def interval(strata: Sequence[np.ndarray], resamples: int = RESAMPLES, seed: int = 0) -> Interval:
    """Returns the interquartile mean of all scores, and its interval from a stratified bootstrap.

    Runs are resampled with replacement within each stratum, which is a task (here an environment). The ends
    of the interval are percentiles of the means of the resampled scores (Agarwal et al. 2021, §4.1).

    Args:
      strata: the scores of the runs of each task, [N_i] each, without NaN.
      seed: seed of the resampling. It is fixed so that the same runs give the same page.

    Raises:
      ValueError: there is no score.
    """
    strata = [np.asarray(x, dtype=np.float64) for x in strata if len(x)]
    if not strata:
        raise ValueError("no run has this figure")
    mean = float(interquartile_mean(np.concatenate(strata)))
    if all(len(x) < 2 for x in strata):
        return Interval(mean, np.nan, np.nan)
    generator = np.random.default_rng(seed)
    drawn = [x[generator.integers(len(x), size=(resamples, len(x)))] for x in strata]
    low, high = np.quantile(interquartile_mean(np.concatenate(drawn, axis=-1)), ENDS)
    return Interval(mean, float(low), float(high))
