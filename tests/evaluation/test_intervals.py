"""Confidence intervals: against closed forms, and over the right episodes."""

import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import records
import scipy.stats
from records import record, uniform

from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.metrics import coverage, estimators, intervals

KEY = jax.random.key(0)


def played(num_skills=2, per_skill=40, steps=6, **fields):
    rng = np.random.default_rng(0)
    skill = np.arange(num_skills * per_skill) % num_skills
    logits = rng.normal(size=(steps, len(skill), num_skills)) + 2 * np.eye(num_skills)[skill]
    values = {
        "log_probs": np.asarray(jax.nn.log_softmax(jnp.asarray(logits))),
        "reward": rng.normal(size=(steps, len(skill))) + skill,
        "xy": np.cumsum(rng.normal(size=(steps + 1, len(skill), 2)), axis=0),
    }
    return record(skill, [steps] * len(skill), steps, **{**values, **fields})


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"), [(0, 50, 0.0, 0.0713), (25, 50, 0.3664, 0.6336), (50, 50, 0.9287, 1.0)]
)
def test_wilson(hits, count, low, high):
    assert estimators.wilson(hits, count)[:2] == pytest.approx((low, high), abs=1e-4)


def test_jackknife_of_a_mean_is_its_standard_error():
    x = np.random.default_rng(1).normal(size=(30, 2))
    found = estimators.jackknife(lambda kept: x[kept].mean(axis=0), np.arange(30))
    np.testing.assert_allclose(found.variance, x.var(axis=0, ddof=1) / 30)
    np.testing.assert_allclose(found.freedom, [29, 29])
    # Left out by groups, the variance is that of the groups' means.
    found = estimators.jackknife(lambda kept: x[kept].mean(axis=0), np.arange(30) // 5)
    groups = x.reshape(6, 5, 2).mean(axis=1)
    np.testing.assert_allclose(found.variance, groups.var(axis=0, ddof=1) / 6)


def visits(kind, num_skills, seed):
    """Returns 48 rollouts: paths [T + 1, N, 2], valid, skills. Each skill has its own direction."""
    rng = np.random.default_rng(seed)
    skill = np.arange(48) % num_skills
    heading = 2 * math.pi * skill / num_skills + {"fan": 0.15, "settle": 0.1}[kind] * rng.normal(size=48)
    speed = {"fan": 0.1, "settle": 0.02 * (1 + skill % 3)}[kind] * np.exp(0.25 * rng.normal(size=48))
    way = np.arange(201)[:, None, None] * (speed * np.array([np.cos(heading), np.sin(heading)])).T
    valid = np.ones((200, 48), bool)
    if kind == "fan":  # some also fall
        valid &= np.arange(200)[:, None] < np.where(rng.random(48) < 0.2, rng.integers(10, 200, 48), 200)
    return way + np.cumsum(0.03 * rng.normal(size=way.shape), axis=0), valid, skill


def test_cells_of_one_are_those_that_nobody_else_visits():
    path, valid, _ = visits("fan", 10, 0)
    own = coverage.cells_of_one(path, valid)
    every = metrics.policy_coverage(path, valid)
    without = [metrics.policy_coverage(np.delete(path, i, 1), np.delete(valid, i, 1)) for i in range(48)]
    np.testing.assert_array_equal(own, every - np.array(without))


def test_what_skills_cover_has_them_as_strata():
    # The skills add about 2, 10 and 18 cells, each give or take two. Differences between skills add no
    # uncertainty.
    skill = np.arange(48) % 3
    own = 2 + 8 * skill + np.random.default_rng(0).integers(-2, 3, 48)
    squares = [((own[skill == z] - own[skill == z].mean()) ** 2).sum() for z in range(3)]
    found = estimators.union(own, skill)
    np.testing.assert_allclose(found.variance, [sum(squares)])
    # Satterthwaite's degrees of freedom, with 15 for each skill.
    np.testing.assert_allclose(found.freedom, [sum(squares) ** 2 / sum(x**2 / 15 for x in squares)])
    assert float(estimators.union(own, 0 * skill).variance[0]) > 5 * sum(squares)


@pytest.mark.parametrize("kind", ["fan", "settle"])
@pytest.mark.parametrize("num_skills", [5, 10, 16])
def test_intervals_of_coverage_hold_what_they_promise(kind, num_skills):
    cells, found = [], []
    for seed in range(200):
        path, valid, skill = visits(kind, num_skills, seed)
        cells.append(metrics.policy_coverage(path, valid))
        spread = estimators.union(coverage.cells_of_one(path, valid), skill)
        found.append(estimators.jackknifed(cells[-1], spread, 0))
    # With 200 repetitions, an estimate of a share of 95 % is off by up to three percentage points.
    assert 0.91 <= np.mean([x.low <= np.mean(cells) <= x.high for x in found]) <= 0.995


@pytest.mark.parametrize("episodes", [5, 10, 20, 50])
@pytest.mark.parametrize("shape", ["gaussian", "skewed"])
def test_intervals_of_a_deviation_hold_what_they_promise(shape, episodes):
    rng = np.random.default_rng(episodes)
    size = (1500, episodes)
    draws = rng.normal(size=size) if shape == "gaussian" else rng.gamma(2.0, size=size) / math.sqrt(2)
    found = [estimators.deviation(100 + 7 * x) for x in draws]
    hits = np.mean([low <= 7 <= high for low, high, _ in found])
    # For a normal distribution the intervals are wider than necessary, because the sample may hide skewness.
    assert 0.92 <= hits <= 0.985
    assert all(low <= x.std() * 7 <= high for x, (low, high, _) in zip(draws, found, strict=True))


def test_a_deviation_of_none():
    assert estimators.deviation(np.full(20, 3.0))[:2] == (0.0, 0.0)
    assert math.isnan(estimators.deviation(np.array([1.0, np.nan, 2, 3, 4, 5])).low)


@pytest.mark.parametrize("episodes", [5, 10, 20])
@pytest.mark.parametrize("shape", ["gaussian", "skewed"])
def test_intervals_of_means_hold_what_they_promise(shape, episodes):
    # Ten skills with different means and spreads, 4000 times. The skewed draws are gamma of shape 2, with
    # skewness 1.4.
    rng = np.random.default_rng(episodes)
    size = (4000, 10 * episodes)
    draws = rng.normal(size=size) if shape == "gaussian" else (rng.gamma(2.0, size=size) - 2) / math.sqrt(2)
    skill = np.arange(10 * episodes) % 10
    returns = 5.0 * skill + np.linspace(0.5, 2, 10)[skill] * draws
    found = estimators.weighted_mean(estimators.skill_means(returns, skill, 10), np.full(10, 0.1))
    low, high = estimators.t_ends(found)
    assert 0.93 <= np.mean((low <= 22.5) & (high >= 22.5)) <= 0.97


@pytest.mark.parametrize("episodes", [5, 10, 20])
def test_intervals_of_means_over_steps_hold_what_they_promise(episodes):
    # Episodes have 20 to 180 steps. The log q per step does not depend on their length.
    rng = np.random.default_rng(episodes)
    skill = np.arange(10 * episodes) % 10
    length = rng.integers(20, 181, size=(4000, 10 * episodes))
    log_q = (-1.0 - 0.1 * skill + rng.normal(size=length.shape) * 0.3) * length
    found = estimators.weighted_mean(estimators.skill_means(log_q, skill, 10, length), np.full(10, 0.1))
    low, high = estimators.t_ends(found)
    assert 0.93 <= np.mean((low <= -1.45) & (high >= -1.45)) <= 0.97


@pytest.mark.parametrize("episodes", [5, 10, 20])
def test_intervals_of_the_best_skill_hold_what_they_promise(episodes):
    # One skill is the best by far, so that all resamples have the same best skill.
    rng = np.random.default_rng(episodes)
    hits = []
    for _ in range(1000):
        returns = 10 + rng.normal(size=episodes)
        resampled = returns[rng.integers(0, episodes, (300, episodes))].mean(axis=1)
        low, high, _ = estimators.widened(returns.mean(), resampled, episodes)
        hits.append(low <= 10 <= high)
    assert 0.93 <= np.mean(hits) <= 0.97


def test_the_probes_interval_takes_the_difference_between_its_fits_in():
    # Four skills with ten episodes each, in two halves. The fits score the halves alike or differently. Both
    # have closed forms.
    skill, half = np.arange(40) % 4, np.arange(40) // 4 % 2
    wiggle = np.where(np.arange(40) // 8 % 2, 0.1, -0.1) * (np.arange(40) < 32)
    for apart in (0.0, 2.0):
        by_step = -1.0 + wiggle + apart * (half - 0.5) * np.where(skill % 2, 1, -1)
        length = np.full(40, 10)
        probe = metrics.Probe(0.0, 0.0, skill, half, length, by_step * length)
        found = intervals.probe_interval(probe, np.full(4, 0.25))
        # In each half, four of the five episodes are 0.1 off.
        # The variance of their mean is 4 · 0.01 / (4 · 5).
        spread = 4 * (0.04 / 20) / 2 / 16
        between, freedom = 4 * apart**2 / 4 / 16, 4
        expected = (between, freedom) if apart else (spread, 32)
        width = 2 * scipy.stats.t.ppf(0.975, expected[1]) * math.sqrt(expected[0])
        middle = math.log(4) - 1
        assert found.high == pytest.approx(min(middle + width / 2, math.log(4)))
        assert found.low == pytest.approx(middle - width / 2)
        assert found.how == "halves"


def test_resamples_stay_within_a_skill():
    skill = np.array([0, 1, 0, 2, 1, 0])
    chosen = estimators.resampled_episodes(KEY, skill, 200)
    assert (skill[chosen] == skill).all()
    assert {tuple(sorted(set(chosen[:, place].tolist()))) for place in (0, 2, 5)} == {(0, 2, 5)}
    assert set(chosen[:, 3].tolist()) == {3}
    np.testing.assert_array_equal(chosen, estimators.resampled_episodes(KEY, skill, 200))


def test_quick_intervals_are_those_of_the_figures():
    t = played()
    figures = records.quick_figures(t, uniform(2))
    found = intervals.quick_intervals(KEY, t, uniform(2))
    assert set(found) == set(figures) | {f"{x}_skill_{z}" for x in ("accuracy", "log_q") for z in (0, 1)}
    for name, value in figures.items():
        if math.isfinite(float(value)):
            assert found[name].low <= float(value) <= found[name].high, name
    # Episodes are too short for mi_after_50.
    assert math.isnan(found["mi_after_50"].low)
    returns = np.asarray(t.reward).sum(axis=0)
    mine = [returns[np.asarray(t.skill) == z] for z in (0, 1)]
    error = math.sqrt(sum(x.var() / len(x) for x in mine)) / 2
    width = found["return_mean"].high - found["return_mean"].low
    assert width == pytest.approx(2 * 1.96 * error, rel=0.1)
    assert {found[name].how for name in ("mi", "accuracy_skill_0", "distance_mean")} == {"t"}
    assert {found[name].how for name in ("return_best", "return_spread")} == {"bootstrap"}


@pytest.mark.parametrize("per_skill", [1, 4])
def test_a_few_episodes_of_a_skill_say_little_of_others(per_skill):
    got = intervals.quick_intervals(KEY, played(per_skill=per_skill), uniform(2))
    assert set(got) == set(intervals.quick_intervals(KEY, played(per_skill=5), uniform(2)))
    assert all(math.isnan(x.low) and math.isnan(x.high) and x.how == "too few" for x in got.values())
    t = played(per_skill=per_skill)
    alone = t._replace(skill=0 * t.skill[:4], z=0 * t.z[:4], valid=t.valid[:, :4], reward=t.reward[:, :4],
                       score=t.score[:, :4], xy=t.xy[:, :4], log_probs=None)  # fmt: skip
    assert {x.how for x in intervals.quick_intervals(KEY, alone, uniform(1)).values()} == {"too few"}


def test_skills_are_not_what_is_sampled():
    # Episodes of a skill are alike, and skills differ much. The differences do not widen the interval of the
    # mean.
    t = played(per_skill=5, reward=np.broadcast_to(10.0 * (np.arange(10) % 2), (6, 10)))
    found = intervals.quick_intervals(KEY, t, uniform(2))
    assert found["return_mean"][:2] == (30.0, 30.0)
    assert found["return_spread"][:2] == (60.0, 60.0)


def test_more_episodes_are_surer():
    width = [
        (lambda x: x.high - x.low)(intervals.quick_intervals(KEY, played(per_skill=n), uniform(2))["mi"])
        for n in (10, 160)
    ]
    assert width[0] / width[1] == pytest.approx(4, rel=0.5)


def covering(num_skills):
    """Returns the coverage episodes of so many skills, tiled, as the intervals get them."""
    path, valid, skill = visits("fan", num_skills, 0)
    return record(skill, valid.sum(axis=0), 200, xy=path, reward=np.zeros((200, 48)))


@pytest.fixture(scope="module")
def whole():
    obs = np.random.default_rng(2).normal(size=(6, 48, 3)) + 0.5 * (np.arange(48) % 2)[:, None]
    t = played(per_skill=24, obs=obs)
    places = np.arange(metrics.GOALS) % 48
    found = metrics.full_figures(
        KEY,
        metrics.FinalEpisodes(t, t, t),
        uniform(2),
        lambda key, goals: (t.xy[1:, places], t.valid[:, places]),
    )
    return t, found, intervals.full_intervals(KEY, found, uniform(2))


def test_full_intervals_are_those_of_the_figures(whole):
    _, found, got = whole
    named = ("qd/low_x", "qd/low_y", "qd/high_x", "qd/high_y", "qd/offset")
    assert set(got) == set(found.figures) - set(named)
    for name, interval in got.items():
        if name != "qd/max_fitness":  # a skill's first episode counts, which may be its best
            assert interval.low - 1e-6 <= found.figures[name] <= interval.high + 1e-6, name
    named = ("probe_mi", "binned_mi_xy", "goal_success_near", "qd/score")
    assert {name: got[name].how for name in named} == {
        "probe_mi": "halves",
        "binned_mi_xy": "jackknife",
        "goal_success_near": "wilson",
        "qd/score": "bootstrap",
    }
    assert set(estimators.HOW) >= {interval.how for interval in got.values()}


@pytest.mark.parametrize(
    ("num_skills", "how"), [(10, "jackknife"), (16, "jackknife"), (17, "too few rollouts")]
)
def test_coverage_has_an_interval_where_three_rollouts_are_of_each_skill(whole, num_skills, how):
    _, found, _ = whole
    found = found._replace(episodes=found.episodes._replace(covering=covering(num_skills)))
    got = intervals.full_intervals(KEY, found, uniform(2))["policy_coverage"]
    assert got.how == how
    assert math.isfinite(got.low) == (how == "jackknife")
    assert how in estimators.HOW


def test_the_probes_sums_are_its_score(whole):
    _, found, _ = whole
    for probe in (found.probe, found.probe_xy):
        assert len(probe.skill) == 48
        by_skill = [
            probe.log_q[mine].sum() / probe.length[mine].sum()
            for z in (0, 1)
            for half in (0, 1)
            for mine in [(probe.skill == z) & (probe.half == half)]
        ]
        assert math.log(2) + np.mean(by_skill) == pytest.approx(probe.mi, abs=1e-4)


def test_an_environment_without_xy():
    t = played(per_skill=24, xy=None, obs=np.zeros((6, 48, 1)))
    found = metrics.full_figures(KEY, metrics.FinalEpisodes(t, t, t), uniform(2))
    assert set(intervals.full_intervals(KEY, found, uniform(2))) == {
        "probe_mi",
        "probe_mi_normalised",
    }


def test_an_observation_that_is_xy_is_probed_once(whole):
    t, found, _ = whole
    alone = t._replace(obs=np.asarray(t.xy)[1:], features={})
    got = metrics.full_figures(KEY, metrics.FinalEpisodes(alone, t, t), uniform(2))
    assert got.figures["probe_mi_xy"] == got.figures["probe_mi"]
    assert found.figures["probe_mi_xy"] != found.figures["probe_mi"]


def test_episodes_that_broke_down_at_once_are_left_out(whole):
    t, found, _ = whole
    # Two more episodes of each skill, without a valid step.
    twice = np.concatenate([np.arange(48), np.arange(4)])
    valid = np.array(t.valid)[:, twice]
    valid[:, 48:] = False
    dead = t._replace(
        skill=t.skill[twice],
        z=t.z[twice],
        valid=valid,
        reward=t.reward[:, twice],
        score=t.score[:, twice],
        obs=np.where(np.arange(52)[None, :, None] < 48, np.asarray(t.obs)[:, twice], np.nan),
        xy=np.asarray(t.xy)[:, twice],
        log_probs=t.log_probs[:, twice],
    )
    got = metrics.full_figures(KEY, metrics.FinalEpisodes(dead, t, t), uniform(2))
    for name in ("binned_mi_xy", "binned_mi_xy_raw", "binned_mi_xy_chance"):
        assert got.figures[name] == pytest.approx(found.figures[name])
    assert math.isfinite(got.figures["probe_mi"])
    assert math.isfinite(intervals.full_intervals(KEY, got, uniform(2))["binned_mi_xy"].low)


def test_a_skill_of_which_nothing_is_left(whole):
    t, _, _ = whole
    lost = t._replace(valid=t.valid & ((t.skill == 0) | (np.arange(48) < 2)))
    got = metrics.full_figures(KEY, metrics.FinalEpisodes(lost, t, t), uniform(2))
    assert {name for name, x in got.figures.items() if math.isnan(x)} == {
        "probe_mi", "probe_mi_normalised", "probe_mi_xy", "probe_mi_normalised_xy", "binned_mi_xy",
        "binned_mi_xy_raw", "binned_mi_xy_chance",
    }  # fmt: skip
    assert set(intervals.full_intervals(KEY, got, uniform(2))) == {
        "policy_coverage", "qd/coverage", "qd/max_fitness", "qd/score",
    }  # fmt: skip


def test_as_json():
    got = intervals.as_json({"a": 1.0, "b": 2.0}, {"a": estimators.Interval(0.5, 1.5, "bootstrap")})
    assert got["a"] == {"value": 1.0, "low": 0.5, "high": 1.5, "how": "bootstrap"}
    assert got["b"] == {"value": 2.0, "low": None, "high": None, "how": None}


def test_intervals_of_scores_and_of_a_policy_without_skills():
    score = np.random.default_rng(3).normal(size=(6, 80)) + np.arange(80) % 2
    t = played(log_probs=None, score=score)
    found = intervals.quick_intervals(KEY, t, uniform(2))
    assert {"score", "score_skill_0", "score_skill_1"} <= set(found)
    assert not {name for name in found if "mi" in name or "log_q" in name or "accuracy" in name}
    of_skill = np.asarray(t.score)[:, np.asarray(t.skill) == 1].mean()
    assert found["score_skill_1"].low < of_skill < found["score_skill_1"].high

    alone = t._replace(skill=0 * t.skill, z=0 * t.z)
    found = intervals.quick_intervals(KEY, alone, uniform(1))
    returns = np.asarray(t.reward).sum(axis=0)
    half = 1.96 * returns.std() / math.sqrt(80)
    assert found["return"][:2] == pytest.approx((returns.mean() - half, returns.mean() + half), rel=0.05)
    assert set(found) == {
        "return", "return_std", "episode_length", "distance", "distance_first_half", "distance_second_half",
        "speed_last_quarter",
    }  # fmt: skip


def test_intervals_of_success():
    # Half of skill 0's 20 episodes succeed, and none of skill 1's.
    success = (np.arange(40) % 4 == 0).astype(np.float32)
    t = played(per_skill=20, features={"success": jnp.asarray(np.tile(success, (6, 1))[..., None])})
    found = intervals.quick_intervals(KEY, t, jnp.log(jnp.array([0.8, 0.2])))
    half = 0.8 * scipy.stats.t.ppf(0.975, 19) * math.sqrt(0.25 / 19)
    assert found["success"][:2] == pytest.approx((0.4 - half, 0.4 + half), rel=1e-5)
    alone = t._replace(skill=0 * t.skill, z=0 * t.z, log_probs=None)
    expected = scipy.stats.binomtest(10, 40).proportion_ci(method="wilson")
    assert intervals.quick_intervals(KEY, alone, uniform(1))["success"][:2] == pytest.approx(
        (expected.low, expected.high), abs=1e-6
    )
