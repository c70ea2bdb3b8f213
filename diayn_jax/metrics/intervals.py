"""How sure the figures are: confidence intervals over the episodes that were played.

They say what other episodes of the same skills would give, not what another run would. Skills are
strata: they are not a sample, their episodes are.
"""

import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import numpy as np
import scipy.stats

from diayn_jax.metrics.coverage import COVERAGE_STEPS, binned_mi_xy, policy_coverage
from diayn_jax.metrics.full import FullFigures
from diayn_jax.metrics.probe import Probe
from diayn_jax.metrics.qd import archive_cells, archive_figures, solutions
from diayn_jax.metrics.quick import EpisodeSums, episode_sums
from diayn_jax.metrics.trajectories import Recorded, Trajectories, entropy, first_part
from diayn_jax.types import Array, Key

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
_UNDEFINED = Interval(math.nan, math.nan, "undefined")


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


def _student(means: Means, least: float = -math.inf, most: float = math.inf, how: str = "t") -> Interval:
    """The interval of one mean, cut to what its figure can be."""
    low, high = (float(end) for end in t_ends(means))
    if math.isnan(low) or math.isnan(high):
        return _UNDEFINED
    return Interval(min(max(low, least), most), max(min(high, most), least), how)


def quick_intervals(key: Key, trajectories: Trajectories, log_prior: Array) -> dict[str, Interval]:
    """Intervals of `quick_figures`, and of `accuracy_skill_z`, `log_q_skill_z`, `score_skill_z`, by name.

    With fewer than `MIN_EPISODES` episodes of a skill there are none.
    """
    sums = jax.device_get(jax.jit(episode_sums)(trajectories))
    prior = _prior(log_prior)
    with np.errstate(divide="ignore", invalid="ignore"):
        of = _without_skills if len(prior) == 1 else _with_skills
        found = of(_resamples(key, np.asarray(sums.skill)), sums, prior)
    return found if _fewest(sums.skill) >= MIN_EPISODES else dict.fromkeys(found, TOO_FEW)


_ANYWHERE = (-math.inf, math.inf)
# What a figure can be, by the name of what it is a mean of.
_WITHIN = {
    "accuracy": (0.0, 1.0),
    "log_q": (-math.inf, 0.0),
    "episode_length": (0.0, math.inf),
    "distance": (0.0, math.inf),
}


def _with_skills(chosen: np.ndarray, sums: EpisodeSums, prior: np.ndarray) -> dict[str, Interval]:
    """Intervals of quick figures by name; chosen [R, N] are resampled episodes."""
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
        f"{name}_skill_{z}": _student(Means(*(x[z] for x in means)), *_WITHIN.get(name, _ANYWHERE))
        for name, means in per_skill.items()
        for z in range(num_skills)
    }

    def overall(name: str) -> Interval:
        return _student(weighted_mean(per_skill[name], prior), *_WITHIN.get(name, _ANYWHERE))

    found |= {"return_mean": overall("return"), "episode_length_mean": overall("episode_length")}
    for name, moved in sums.moved.items():
        interval = _student(weighted_mean(of(moved), prior), 0.0)
        found["distance_mean" if name == "distance" else name] = interval
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
    fewest = _fewest(sums.skill)
    found["return_best"] = _widened(means.max(), resampled.max(axis=1), fewest)
    found["return_spread"] = _widened(np.ptp(means), np.ptp(resampled, axis=1), fewest, least=0.0)
    return found


def _without_skills(chosen: np.ndarray, sums: EpisodeSums, prior: np.ndarray) -> dict[str, Interval]:
    """As `_with_skills`, of a policy that has none."""

    def of(total: Any, least: float = -math.inf) -> Interval:
        return _student(weighted_mean(skill_means(total, np.asarray(sums.skill), 1), prior), least)

    returns = np.asarray(sums.returns, np.float64)
    return {
        "return": of(returns),
        "return_std": _widened(returns.std(), returns[chosen].std(axis=1), len(returns), least=0.0),
        "episode_length": of(sums.length, 0.0),
        **{name: of(moved, 0.0) for name, moved in sums.moved.items()},
    }


def _late_mi(late: Means, prior: np.ndarray) -> Interval:
    """Of `mi_after_50`: over the skills that live that long, p renormalised."""
    prior = np.where(np.isfinite(late.mean), prior, 0.0)
    if np.count_nonzero(prior) < 2:
        return _UNDEFINED
    prior = prior / prior.sum()
    most = float(entropy(prior))
    log_q = _student(weighted_mean(late, prior), most=0.0)
    return Interval(1 + log_q.low / most, 1 + log_q.high / most, log_q.how)


def full_intervals(
    key: Key,
    found: FullFigures,
    stochastic: Trajectories,
    deterministic: Trajectories,
    covering: Trajectories,
    log_prior: Array,
) -> dict[str, Interval]:
    """Intervals of `full_figures`, by name; the bounds of `qd/*` and its offset have none.

    Those of `qd/*` are over which of a skill's deterministic episodes is its solution. With fewer than
    `MIN_EPISODES` episodes of a skill there are none.

    Args:
      key: draws the resamples.
      found: the figures.
      stochastic, deterministic, covering, log_prior: what they were made of.
    """
    binned_key, qd_key = jax.random.split(key)
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

    if found.probe_xy is not None:  # as many episodes are enough for both
        intervals |= _of_bins(binned_key, found)
    rollouts = len(covering.skill)
    counted = first_part(covering, rollouts, COVERAGE_STEPS)
    path, alive = np.asarray(counted.xy), np.asarray(counted.valid)
    # Fresh draws of vectors are one sample; skills that can be counted are strata.
    stratum = np.asarray(covering.skill) if np.ndim(covering.z) == 1 else np.zeros(rollouts, np.int64)
    intervals["policy_coverage"] = TOO_FEW
    if _fewest(stratum) >= MIN_EPISODES:
        spread = jackknife(
            lambda kept: np.array([policy_coverage(path[:, kept], alive[:, kept])]),
            np.arange(rollouts),
            stratum,
        )
        intervals["policy_coverage"] = _jackknifed(found.figures["policy_coverage"], spread, 0, least=0.0)
    return intervals | _of_archive(qd_key, found, deterministic, len(prior))


def probe_interval(probe: Probe, prior: np.ndarray) -> Interval:
    """The interval of `probe_mi`, nats.

    The two halves are scored by two fits. A skill's figures of both differ by what its episodes are,
    and by what the other episodes taught the fits; both are in their difference, whose square over 4
    is the variance of their mean. What one half's episodes say by themselves is in the episodes' spread.
    The larger variance counts: with few skills the differences may happen to be small.
    """
    if _fewest(probe.skill) < MIN_EPISODES:
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
    return _student(larger._replace(mean=larger.mean + most), most=most, how="halves")


def _of_bins(key: Key, found: FullFigures) -> dict[str, Interval]:
    """Of `binned_mi_xy`, its raw figure and its chance."""
    names = ("binned_mi_xy", "binned_mi_xy_raw", "binned_mi_xy_chance")
    skill, valid, xy = (np.asarray(x) for x in (found.probed.skill, found.probed.valid, found.probed.xy))
    num_skills = len(np.unique(skill))
    if _fewest(skill) < MIN_EPISODES:
        return dict.fromkeys(names, TOO_FEW)

    def binned(kept: np.ndarray) -> np.ndarray:
        return np.array(binned_mi_xy(key, xy[1:, kept], skill[kept], valid[:, kept], num_skills))

    # One episode of every skill is left out at a time: skills keep their shares.
    spread = jackknife(binned, _rounds(skill))
    most = math.log(num_skills)
    return {name: _jackknifed(found.figures[name], spread, i, most=most) for i, name in enumerate(names)}


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


def _resamples(key: Key, skill: np.ndarray, count: int = RESAMPLES) -> np.ndarray:
    """Places of resampled episodes, [count, N]: at each place one of the same skill."""
    draws = np.random.default_rng(np.asarray(jax.random.key_data(key))).random((count, len(skill)))
    chosen = np.empty((count, len(skill)), np.int32)
    for z in np.unique(skill):
        mine = np.flatnonzero(skill == z)
        chosen[:, mine] = mine[(draws[:, mine] * len(mine)).astype(np.int64)]
    return chosen


def _of_archive(
    key: Key, found: FullFigures, deterministic: Trajectories, num_skills: int
) -> dict[str, Interval]:
    rng = np.random.default_rng(np.asarray(jax.random.key_data(key)))
    skill = np.asarray(deterministic.skill)
    final, fitness = solutions(deterministic, range(len(skill)))
    cell = archive_cells(final, found.archive)
    mine = [np.flatnonzero(skill == z) for z in range(num_skills)]
    rows = []
    for _ in range(RESAMPLES):
        chosen = [int(rng.choice(episodes)) for episodes in mine]
        rows.append(archive_figures(cell[chosen], fitness[chosen], found.archive.offset))
    drawn = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    if _fewest(skill) < MIN_EPISODES:
        return dict.fromkeys(drawn, TOO_FEW)
    return {name: _widened(values.mean(), values, _fewest(skill)) for name, values in drawn.items()}


def _prior(log_prior: Array) -> np.ndarray:
    """p(z), [K], of sum 1 in double precision."""
    prior = np.exp(np.asarray(log_prior, np.float64))
    return prior / prior.sum()


def _fewest(skill: Recorded) -> int:
    """How many episodes the skill has that has the fewest, among those that are there."""
    return int(np.unique(np.asarray(skill), return_counts=True)[1].min())


def _rounds(skill: np.ndarray) -> np.ndarray:
    """Which episode of its skill each is, [N], counted from 0."""
    return np.array([int((skill[:n] == z).sum()) for n, z in enumerate(skill)])


def _widened(value: float, resampled: np.ndarray, count: int, least: float = -math.inf) -> Interval:
    """Percentiles of resampled figures [R], farther from `value` than they lie by themselves.

    Resamples of n episodes vary by (n − 1)/n of what episodes do, and n of them say no more than
    Student's t allows (Hesterberg 2015, The American Statistician 69, 371–386).
    """
    if count < 2 or not np.isfinite(resampled).all():
        return _UNDEFINED
    low, high = np.percentile(resampled, [100 * (1 - _TAIL), 100 * _TAIL])
    factor = math.sqrt(count / (count - 1)) * float(scipy.stats.t.ppf(_TAIL, count - 1)) / _NORMAL
    below, above = max(float(value - low), 0.0), max(float(high - value), 0.0)
    return Interval(max(float(value) - factor * below, least), float(value) + factor * above, "bootstrap")


def _jackknifed(
    value: float, spread: Means, place: int, least: float = -math.inf, most: float = math.inf
) -> Interval:
    """The interval of a figure by the variance at its place in `jackknife`'s."""
    around = Means(np.asarray(value), spread.variance[place], spread.freedom[place])
    return _student(around, least, most, "jackknife")


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
