"""How sure a figure is over runs that differ in their seeds: the interquartile mean and its interval."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

RESAMPLES = 2000  # of the bootstrap
ENDS = (0.025, 0.975)  # of an interval, as shares of the redrawn means


class Interval(NamedTuple):
    """A mean and where it lies with 95 % confidence; nan ends where one run says nothing of it."""

    mean: float
    low: float
    high: float


def interquartile_mean(scores: np.ndarray) -> np.ndarray:
    """The mean of the middle half, over the last axis: [..., N] -> [...].

    ⌊N / 4⌋ are left out at each end, so of three runs or fewer it is the plain mean (Agarwal et
    al. 2021, arXiv:2108.13264, as rliable does it).
    """
    scores = np.sort(np.asarray(scores, dtype=np.float64), axis=-1)
    cut = scores.shape[-1] // 4
    return scores[..., cut : scores.shape[-1] - cut].mean(axis=-1)


class Standing(NamedTuple):
    """By what several runs of the same settings are ranked, some of which may have failed; more is better."""

    score: float  # the interquartile mean, of failed runs as of −inf
    share: float  # of the runs that did not fail
    others: float  # the interquartile mean of these; −inf where there is none


def standing(scores: Sequence[float], failed: int) -> Standing:
    """Where runs with these scores stand, beside which so many have failed.

    The interquartile mean leaves out up to a quarter of the runs at the lower end. Where more have failed it
    is −inf, and those stand higher of which fewer have.
    """
    known = [x for x in scores if np.isfinite(x)]
    count = len(scores) + failed
    if not known:
        return Standing(-np.inf, 0.0, -np.inf)
    worst = [-np.inf] * (count - len(known))
    score = float(interquartile_mean(np.array([*worst, *known])))
    return Standing(score, len(known) / count, float(interquartile_mean(np.array(known))))


def interval(strata: Sequence[np.ndarray], resamples: int = RESAMPLES, seed: int = 0) -> Interval:
    """The interquartile mean of all scores, and its interval by stratified bootstrap.

    Runs are drawn with replacement within each stratum (a task, here an environment) by itself,
    and the interval is between percentiles of the means of the redrawn scores (Agarwal et al.
    2021, §4.1).

    Args:
      strata: the scores of the runs of each task, [N_i] each, without NaN.
      resamples: redrawn sets.
      seed: of the drawing, so that the same runs give the same page.

    Raises:
      ValueError: no score at all.
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
