"""Figures of where skills go, of goals and archives: hand counts and brute force; and all full figures."""

import math

import jax
import numpy as np
import pytest
from records import full_record, uniform, walks

from diayn_jax import metrics
from diayn_jax.metrics import full, probe


@pytest.fixture(autouse=True)
def small_probe(monkeypatch):
    """The probe's updates on fewer rows: enough for the few that there are here."""
    monkeypatch.setattr(probe, "_BATCH", 64)


def test_binned_mi_of_identical_walks_is_0_once_corrected():
    xy, skill, valid = walks(5, 20, 100, drift=0.0)
    corrected, raw = metrics.binned_mi_xy(jax.random.key(0), xy[1:], skill, valid, 5)
    assert raw > 0.3
    assert abs(corrected) < 0.05
    assert metrics.binned_mi_xy(jax.random.key(0), xy[1:], skill, valid, 5) == (corrected, raw)


def test_binned_mi_of_separate_places_is_ln_k_less_chance():
    # Each skill stays in a cell of its own. Four episodes each, of unequal length.
    skill = np.arange(12) % 3
    xy = np.broadcast_to(np.stack([skill, skill], axis=-1), (6, 12, 2)).astype(float)
    valid = np.arange(6)[:, None] < 1 + np.arange(12) % 6
    corrected, raw = metrics.binned_mi_xy(jax.random.key(0), xy, skill, valid, 3, bins=7, permutations=20)
    np.testing.assert_allclose(raw, math.log(3), rtol=1e-6)
    assert 0.3 < corrected < raw


def test_binned_mi_equals_a_count_by_hand():
    # Two cells along x. Skill 0: 3 of 4 steps in the left one; skill 1: 2 of 8.
    left = [3, 2]
    x = np.ones((8, 2))
    for z, count in enumerate(left):
        x[:count, z] = 0.0
    valid = np.arange(8)[:, None] < np.array([4, 8])
    xy = np.stack([x, np.zeros_like(x)], axis=-1)
    _, raw = metrics.binned_mi_xy(jax.random.key(0), xy, [0, 1], valid, 2, bins=2, permutations=1)
    joint = np.array([[0.75, 0.25], [0.25, 0.75]]) / 2
    expected = np.sum(joint * np.log(joint / (joint.sum(0) * joint.sum(1, keepdims=True))))
    np.testing.assert_allclose(raw, expected, rtol=1e-6)


def test_binned_mi_refuses_a_skill_that_is_not_there():
    xy, skill, valid = walks(2, 2, 5, drift=0.0)
    with pytest.raises(ValueError, match="no valid step"):
        metrics.binned_mi_xy(jax.random.key(0), xy[1:], skill, valid, 3)


def test_policy_coverage_counts_cells():
    xy, _, valid = walks(4, 3, 50, drift=0.1, step=0.5)
    valid = valid & (np.arange(50)[:, None] < np.arange(12) * 4)
    cells = set()
    for n in range(12):
        for t in range(valid[:, n].sum() + 1):
            cells.add((math.floor(xy[t, n, 0]), math.floor(xy[t, n, 1])))
    assert metrics.policy_coverage(xy, valid) == len(cells)
    # About the origin four cells meet; a metre to each side of it are four more.
    cross = np.array([[[0.1, 0.1]], [[-0.1, 0.1]], [[-0.1, -0.1]], [[0.1, -0.1]], [[1.1, 0.0]]])
    assert metrics.policy_coverage(cross, np.ones((4, 1), bool)) == 5


def test_goals_reached_by_hand():
    # The first episode goes right to x = 10, the second ends at x = 2, the third goes up.
    steps = np.arange(1.0, 11.0)
    right, up = np.stack([steps, 0 * steps], axis=-1), np.stack([0 * steps, steps], axis=-1)
    xy = np.stack([right, right, up, up], axis=1)
    valid = np.arange(10)[:, None] < np.array([10, 2, 10, 10])
    goals = np.array([[12.0, 2.0], [12.0, 2.0], [0.0, 13.1], [0.5, 5.0]])
    # 13.1 is out of reach of 10 + 3.
    np.testing.assert_array_equal(metrics.goals_reached(goals, xy, valid), [True, False, False, True])
    np.testing.assert_array_equal(metrics.goals_reached(goals, xy, valid, 1.0), [False, False, False, True])


def test_goals_of_one_skill_take_its_episodes_in_turn():
    skill = np.array([0, 1, 0, 1])
    np.testing.assert_array_equal(metrics.episodes_of([0, 0, 1, 0, 1], skill), [0, 2, 1, 0, 3])
    with pytest.raises(ValueError, match="skill 2"):
        metrics.episodes_of(np.full(5, 2), skill)


def test_goals_fill_the_square():
    goals = np.asarray(metrics.make_goals(jax.random.key(0)))
    assert goals.shape == (50, 2)
    assert np.all(np.abs(goals) <= 50)
    assert np.all(goals.max(axis=0) > 30)
    assert np.all(goals.min(axis=0) < -30)
    np.testing.assert_allclose(metrics.make_goals(jax.random.key(0), 5.0), goals / 10, rtol=1e-5)


def test_qd_figures_equal_a_brute_force_archive():
    rng = np.random.default_rng(0)
    final, fitness = rng.uniform(-3, 3, (40, 2)), rng.normal(size=40)
    low, high = (-2.0, -1.0), (2.0, 1.0)
    centroids = metrics.cvt_centroids(low, high, 16)
    archive = {}
    for point, score in zip(final, fitness, strict=True):
        cell = int(np.argmin(np.sum((centroids - point) ** 2, axis=1)))
        archive[cell] = max(archive.get(cell, -np.inf), score)
    got = metrics.qd_figures(final, fitness, (low, high), centroids=16)
    assert got["qd/coverage"] == len(archive) / 16
    assert got["qd/max_fitness"] == max(archive.values())
    np.testing.assert_allclose(got["qd/score"], sum(archive.values()))
    with pytest.raises(ValueError, match="length 2"):
        metrics.qd_figures(final, fitness, ((0.0,), (1.0,)))


def test_centroids_spread_evenly_and_are_repeatable():
    low, high = (0.0, 0.0), (4.0, 4.0)
    centroids = metrics.cvt_centroids(low, high, 16)
    assert np.all((centroids > 0) & (centroids < 4))
    gaps = np.linalg.norm(centroids[:, None] - centroids, axis=-1) + 10 * np.eye(16)
    assert gaps.min() > 0.7  # a square grid's is 1, sixteen uniform draws' about 0.15
    metrics.cvt_centroids.cache_clear()
    np.testing.assert_array_equal(metrics.cvt_centroids(low, high, 16), centroids)


def test_full_figures_names_and_sources():
    # Coverage's episodes are longer than the run's twelve steps.
    stochastic, covering = full_record(4, 4, 12, 0), full_record(4, 12, 30, 1)
    deterministic = full_record(4, 2, 12, 2)
    sought = []

    def seek_goals(key, goals):
        """Each goal's episode ends there, or, of every other one, a metre and a half to the right."""
        sought.append((jax.random.key_data(key).tobytes(), goals))
        off = np.where(np.arange(len(goals)) % 2, 1.5, 0.0)[:, None] * np.array([1.0, 0.0])
        share = np.linspace(0, 1, 13)[1:, None, None]
        return share * (goals + off), np.ones((12, len(goals)), bool)

    key = jax.random.key(0)
    found = metrics.full_figures(key, stochastic, deterministic, covering, uniform(4), seek_goals)
    got = found.figures
    assert set(got) == {
        "probe_mi", "probe_mi_normalised", "probe_mi_xy", "probe_mi_normalised_xy", "binned_mi_xy",
        "binned_mi_xy_raw", "policy_coverage", "goal_success", "goal_success_1m", "goal_success_near",
        "qd/coverage", "qd/max_fitness", "qd/score",
    }  # fmt: skip
    assert all(math.isfinite(value) for value in got.values())
    assert got["probe_mi_xy"] > 0.5
    assert got["policy_coverage"] == metrics.policy_coverage(covering.xy, covering.valid)
    # Four skills, four solutions, far enough apart for cells of their own; each earned 1 a step.
    assert (got["qd/coverage"], got["qd/score"]) == (4 / 1024, 4 * 12)
    final, returns = metrics.solutions(deterministic, [2, 5])
    np.testing.assert_array_equal(final, np.asarray(deterministic.xy)[12, [2, 5]])
    np.testing.assert_array_equal(returns, [12, 12])

    assert (got["goal_success"], got["goal_success_near"]) == (1.0, 1.0)
    # The odd ones pass within a metre only where their way leads by.
    assert 0.5 <= got["goal_success_1m"] < 0.7
    (first, far), (second, near) = sought
    assert first != second
    assert 30 < np.abs(far).max() <= 50
    moved = np.linalg.norm(np.asarray(stochastic.xy)[12] - np.asarray(stochastic.xy)[0], axis=-1).mean()
    assert 0.8 * moved < np.abs(near).max() <= moved * (1 + 1e-6)

    bare = metrics.full_figures(
        key, *(t._replace(xy=None) for t in (stochastic, deterministic, covering)), uniform(4), seek_goals
    ).figures
    assert set(bare) == {"probe_mi", "probe_mi_normalised"}
    assert bare["probe_mi"] == got["probe_mi"]


def test_coverage_takes_no_more_than_200_steps(monkeypatch):
    monkeypatch.setattr(full, "COVERAGE_STEPS", 10)
    t = full_record(2, 4, 30, 0)
    got = metrics.full_figures(jax.random.key(0), t, t, t, uniform(2)).figures
    assert got["policy_coverage"] == metrics.policy_coverage(t.xy[:11], t.valid[:10])
    assert got["policy_coverage"] < metrics.policy_coverage(t.xy, t.valid)
    assert not [name for name in got if name.startswith("goal_success")]


def test_full_figures_need_no_classifier():
    t = full_record(2, 4, 30, 0)
    key = jax.random.key(0)
    assert metrics.full_figures(key, t._replace(log_probs=None), t, t, uniform(2)).figures == (
        metrics.full_figures(key, t, t, t, uniform(2)).figures
    )


def test_full_figures_say_what_is_missing():
    t = full_record(4, 2, 3, 0)
    with pytest.raises(ValueError, match="record them"):
        metrics.full_figures(jax.random.key(0), t._replace(obs=None), t, t, uniform(4))
