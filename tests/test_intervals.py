"""Confidence intervals: against closed forms, and over the right episodes."""

import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from records import record, uniform

from diayn_jax import metrics
from diayn_jax.metrics import intervals

KEY = jax.random.key(0)


def played(num_skills=2, per_skill=40, steps=6, seed=0, **fields):
    rng = np.random.default_rng(seed)
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
    assert intervals.wilson(hits, count)[:2] == pytest.approx((low, high), abs=1e-4)


def test_jackknife_of_a_mean_is_its_standard_error():
    x = np.random.default_rng(1).normal(size=(30, 2))
    error = intervals.jackknife(lambda kept: x[kept].mean(axis=0), np.arange(30))
    np.testing.assert_allclose(error, x.std(axis=0, ddof=1) / math.sqrt(30))
    # Left out by groups: the means of the groups are what varies.
    error = intervals.jackknife(lambda kept: x[kept].mean(axis=0), np.arange(30) // 5)
    groups = x.reshape(6, 5, 2).mean(axis=1)
    np.testing.assert_allclose(error, groups.std(axis=0, ddof=1) / math.sqrt(6))


def test_resamples_stay_within_a_skill():
    skill = np.array([0, 1, 0, 2, 1, 0])
    chosen = intervals._resamples(KEY, skill, 200)
    assert (skill[chosen] == skill).all()
    assert {tuple(sorted(set(chosen[:, place].tolist()))) for place in (0, 2, 5)} == {(0, 2, 5)}
    assert set(chosen[:, 3].tolist()) == {3}
    np.testing.assert_array_equal(chosen, intervals._resamples(KEY, skill, 200))


def test_quick_intervals_are_those_of_the_figures():
    t = played()
    figures = metrics.quick_figures(t, uniform(2))
    found = intervals.quick_intervals(KEY, t, uniform(2))
    assert set(found) == set(figures) | {f"{x}_skill_{z}" for x in ("accuracy", "log_q") for z in (0, 1)}
    for name, value in figures.items():
        if math.isfinite(float(value)):
            assert found[name].low <= float(value) <= found[name].high, name
    # An episode is not long enough for mi_after_50.
    assert math.isnan(found["mi_after_50"].low)
    returns = np.asarray(t.reward).sum(axis=0)
    mine = [returns[np.asarray(t.skill) == z] for z in (0, 1)]
    error = math.sqrt(sum(x.var() / len(x) for x in mine)) / 2
    width = found["return_mean"].high - found["return_mean"].low
    assert width == pytest.approx(2 * 1.96 * error, rel=0.1)


def test_one_episode_of_a_skill_says_nothing_of_others():
    got = intervals.quick_intervals(KEY, played(per_skill=1), uniform(2))
    assert all(math.isnan(x.low) and math.isnan(x.high) for x in got.values())


def test_skills_are_not_what_is_sampled():
    # Episodes of a skill are alike, and skills differ by much: that is no doubt about their mean.
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


@pytest.fixture(scope="module")
def whole():
    obs = np.random.default_rng(2).normal(size=(6, 48, 3)) + 0.5 * (np.arange(48) % 2)[:, None]
    t = played(per_skill=24, obs=obs)
    places = np.arange(metrics.GOALS) % 48
    found = metrics.full_figures(
        KEY, t, t, t, uniform(2), lambda key, goals: (t.xy[1:, places], t.valid[:, places])
    )
    return t, found, intervals.full_intervals(KEY, found, t, t, t, uniform(2))


def test_full_intervals_are_those_of_the_figures(whole):
    _, found, got = whole
    assert set(got) == set(found.figures)
    for name, interval in got.items():
        if name != "qd/max_fitness":  # of a skill's first episode, which may be its best
            assert interval.low - 1e-6 <= found.figures[name] <= interval.high + 1e-6, name
    named = ("probe_mi", "binned_mi_xy", "goal_success_near", "qd/score")
    assert {name: got[name].how for name in named} == {
        "probe_mi": "bootstrap",
        "binned_mi_xy": "jackknife",
        "goal_success_near": "wilson",
        "qd/score": "bootstrap",
    }
    assert set(intervals.HOW) >= {interval.how for interval in got.values()}


def test_the_probes_sums_are_its_score(whole):
    _, found, _ = whole
    for probe in (found.probe, found.probe_xy):
        assert len(probe.skill) == 24
        by_skill = [
            probe.log_q[probe.skill == z].sum() / probe.length[probe.skill == z].sum() for z in (0, 1)
        ]
        assert math.log(2) + np.mean(by_skill) == pytest.approx(probe.mi, abs=1e-4)


def test_an_environment_without_xy():
    t = played(per_skill=24, xy=None, obs=np.zeros((6, 48, 1)))
    found = metrics.full_figures(KEY, t, t, t, uniform(2))
    assert set(intervals.full_intervals(KEY, found, t, t, t, uniform(2))) == {
        "probe_mi",
        "probe_mi_normalised",
    }


def test_episodes_that_broke_down_at_once_are_left_out(whole):
    t, found, _ = whole
    # Two more of each skill, of which there is nothing.
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
    got = metrics.full_figures(KEY, dead, t, t, uniform(2))
    for name in ("binned_mi_xy", "binned_mi_xy_raw"):
        assert got.figures[name] == pytest.approx(found.figures[name])
    assert math.isfinite(got.figures["probe_mi"])
    assert math.isfinite(intervals.full_intervals(KEY, got, dead, t, t, uniform(2))["binned_mi_xy"].low)


def test_a_skill_of_which_nothing_is_left(whole):
    t, _, _ = whole
    lost = t._replace(valid=t.valid & ((t.skill == 0) | (np.arange(48) < 2)))
    got = metrics.full_figures(KEY, lost, t, t, uniform(2))
    assert {name for name, x in got.figures.items() if math.isnan(x)} == {
        "probe_mi", "probe_mi_normalised", "probe_mi_xy", "probe_mi_normalised_xy", "binned_mi_xy",
        "binned_mi_xy_raw",
    }  # fmt: skip
    assert set(intervals.full_intervals(KEY, got, lost, t, t, uniform(2))) == {
        "policy_coverage", "qd/coverage", "qd/max_fitness", "qd/score",
    }  # fmt: skip


def test_as_json():
    got = intervals.as_json({"a": 1.0, "b": 2.0}, {"a": intervals.Interval(0.5, 1.5, "bootstrap")})
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
