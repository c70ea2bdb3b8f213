"""Where skills go, goals and archives by hand counts and brute force; and all full figures."""

import math

import jax
import numpy as np
import pytest
from records import full_record, uniform, walks

from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.metrics import final, probe


@pytest.fixture(autouse=True, scope="module")
def narrow_fits():
    """Lets the probes fit longer than in other files, but with narrow layers."""
    probe._fit_then_score.clear_cache()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(probe, "_MAX_ROUNDS", 20)
        patch.setattr(probe, "_WIDTH", 32)
        yield
    probe._fit_then_score.clear_cache()


def test_binned_mi_of_identical_walks_is_0_once_corrected():
    xy, skill, valid = walks(5, 20, 100, drift=0.0)
    corrected, raw, chance = metrics.binned_mi_xy(jax.random.key(0), xy[1:], skill, valid, 5)
    assert raw > 0.3
    assert abs(corrected) < 0.05
    assert metrics.binned_mi_xy(jax.random.key(0), xy[1:], skill, valid, 5) == (corrected, raw, chance)


@pytest.mark.parametrize("num_skills", [3, 10, 50])
def test_binned_mi_of_separate_places_is_ln_k(num_skills):
    # Each skill stays in a cell of its own. It has six episodes of unequal length.
    skill = np.arange(6 * num_skills) % num_skills
    xy = np.broadcast_to(np.stack([skill, skill], axis=-1), (6, len(skill), 2)).astype(float)
    valid = np.arange(6)[:, None] < 1 + np.arange(len(skill)) // num_skills
    corrected, raw, chance = metrics.binned_mi_xy(jax.random.key(0), xy, skill, valid, num_skills, bins=101)
    np.testing.assert_allclose([corrected, raw], math.log(num_skills), rtol=1e-6)
    assert 0.1 < chance < 0.9 * raw


def test_binned_mi_of_half_a_separation_lies_between():
    # Two skills share a cell, and two have their own: ln 4 − ½ ln 2. The chance level is known, too: with one
    # episode of each skill, every permutation gives the same value.
    skill = np.array([0, 1, 2, 3])
    xy = np.broadcast_to(np.array([0.0, 0.0, 1.0, 2.0])[None, :, None], (3, 4, 2))
    corrected, raw, chance = metrics.binned_mi_xy(
        jax.random.key(0), xy, skill, np.ones((3, 4), bool), 4, bins=9
    )
    np.testing.assert_allclose([raw, chance], math.log(4) - math.log(2) / 2, rtol=1e-6)
    np.testing.assert_allclose(corrected, 0, atol=1e-6)


def test_binned_mi_equals_a_count_by_hand():
    # There are two cells along x. Skill 0 has 3 of its 4 steps in the left cell, and skill 1 has 2 of 8.
    left = [3, 2]
    x = np.ones((8, 2))
    for z, count in enumerate(left):
        x[:count, z] = 0.0
    valid = np.arange(8)[:, None] < np.array([4, 8])
    xy = np.stack([x, np.zeros_like(x)], axis=-1)
    _, raw, _ = metrics.binned_mi_xy(jax.random.key(0), xy, [0, 1], valid, 2, bins=2, permutations=1)
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
    # Four cells meet at the origin. A point that is one metre farther is in another cell.
    cross = np.array([[[0.1, 0.1]], [[-0.1, 0.1]], [[-0.1, -0.1]], [[0.1, -0.1]], [[1.1, 0.0]]])
    assert metrics.policy_coverage(cross, np.ones((4, 1), bool)) == 5


def test_goals_reached_by_hand():
    # The first episode goes right to x = 10, the second one ends at x = 2, and the others go up.
    steps = np.arange(1.0, 11.0)
    right, up = np.stack([steps, 0 * steps], axis=-1), np.stack([0 * steps, steps], axis=-1)
    xy = np.stack([right, right, up, up], axis=1)
    valid = np.arange(10)[:, None] < np.array([10, 2, 10, 10])
    goals = np.array([[12.0, 2.0], [12.0, 2.0], [0.0, 13.1], [0.5, 5.0]])
    # 13.1 is out of reach: the farthest that counts is 10 + 3.
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


def test_goals_lie_within_a_world_that_has_walls():
    world = ((-1.0, 0.0), (1.0, 4.0))
    goals = np.asarray(metrics.make_goals(jax.random.key(0), world=world))
    assert np.all((goals >= [-1, 0]) & (goals <= [1, 4]))
    assert np.all(np.ptp(goals, axis=0) > [1.5, 3])
    # The radius is 3 % of the world's side: 0.12 m for 4 m, and 3 m for 100 m. It is not larger in a wider or
    # an open world.
    assert metrics.goal_radius(world) == pytest.approx(0.12)
    for wide in (None, ((-50.0, -50.0), (50.0, 50.0)), ((-200.0, -50.0), (200.0, 50.0))):
        assert metrics.goal_radius(wide) == 3


def test_qd_figures_equal_a_brute_force_archive():
    rng = np.random.default_rng(0)
    final, fitness = rng.uniform(-3, 3, (40, 2)), rng.normal(size=40)
    low, high = (-2.0, -1.0), (2.0, 1.0)
    centroids = metrics.cvt_centroids(low, high, 16)
    archive = {}
    for point, score in zip(final, fitness, strict=True):
        cell = int(np.argmin(np.sum((centroids - point) ** 2, axis=1)))
        archive[cell] = max(archive.get(cell, -np.inf), score)
    got = metrics.qd_figures(final, fitness, metrics.Archive(low, high, offset=7.0, centroids=16))
    assert got["qd/coverage"] == len(archive) / 16
    assert got["qd/max_fitness"] == max(archive.values())
    np.testing.assert_allclose(got["qd/score"], sum(archive.values()) + 7 * len(archive))
    for bad in (np.nan, np.inf):
        with pytest.raises(ValueError, match="fitness has NaN or inf"):
            metrics.qd_figures(final, np.append(fitness[1:], bad), metrics.Archive(low, high))
    with pytest.raises(ValueError, match="length 2"):
        metrics.qd_figures(final, fitness, metrics.Archive((0.0,), (1.0,)))


def test_the_archive_is_the_worlds_and_is_named_beside_its_figures():
    # Sixteen places spread over a world of 2 m fill sixteen cells. In an archive of 60 m they would fill few.
    side = np.array([-0.9, -0.3, 0.3, 0.9])
    places = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    archive = metrics.make_archive(((-1.0, -1.0), (1.0, 1.0)), reward_offset=2.0, episode_length=100)
    got = metrics.qd_figures(places, np.full(16, -150.0), archive)
    assert got == {"qd/coverage": 16 / 1024, "qd/max_fitness": -150.0, "qd/score": 16 * 50.0}
    assert archive.figures() == {
        "qd/low_x": -1.0, "qd/low_y": -1.0, "qd/high_x": 1.0, "qd/high_y": 1.0, "qd/offset": 200.0,
    }  # fmt: skip
    open_world = metrics.make_archive(None, 0.0, 100)
    assert (open_world.low, open_world.high, open_world.offset) == ((-30.0, -30.0), (30.0, 30.0), 0.0)


def test_goals_of_a_small_world():
    # Every episode ends 5 cm beside its goal. The radius is 3 % of 2 m, which is 6 cm.
    t, world = full_record(2, 4, 12, 0), ((-1.0, -1.0), (1.0, 1.0))

    def seek_goals(key, goals):
        assert np.abs(goals).max() <= 1
        return np.broadcast_to(goals + np.array([0.05, 0.0]), (12, *goals.shape)), np.ones((12, 50), bool)

    got = metrics.full_figures(
        jax.random.key(0), metrics.FinalEpisodes(t, t, t), uniform(2), seek_goals, world, 2.0
    ).figures
    assert (got["goal_success"], got["goal_success_near"]) == (1.0, 1.0)
    assert "goal_success_1m" not in got  # the radius would be 2 cm, and the name says 1 m
    assert (got["qd/low_x"], got["qd/high_y"], got["qd/offset"]) == (-1.0, 1.0, 24.0)


def test_goals_that_nobody_can_miss_are_no_figure():
    t = full_record(2, 4, 12, 0)
    still = t._replace(xy=0.01 * t.xy)
    got = metrics.full_figures(
        jax.random.key(0),
        metrics.FinalEpisodes(still, t, t),
        uniform(2),
        lambda key, goals: (t.xy[1:, :1], t.valid[:, :1]),
    ).figures
    assert math.isnan(got["goal_success_near"])
    assert math.isfinite(got["goal_success"])


def test_centroids_spread_evenly_and_are_repeatable():
    low, high = (0.0, 0.0), (4.0, 4.0)
    centroids = metrics.cvt_centroids(low, high, 16)
    assert np.all((centroids > 0) & (centroids < 4))
    gaps = np.linalg.norm(centroids[:, None] - centroids, axis=-1) + 10 * np.eye(16)
    assert gaps.min() > 0.7  # about 1 for a square grid, and 0.15 for sixteen uniform draws
    metrics.cvt_centroids.cache_clear()
    np.testing.assert_array_equal(metrics.cvt_centroids(low, high, 16), centroids)


def test_full_figures_names_and_sources():
    # Coverage plays longer episodes than the run's twelve steps.
    stochastic, covering = full_record(4, 4, 12, 0), full_record(4, 12, 30, 1)
    deterministic = full_record(4, 2, 12, 2)
    sought = []

    def seek_goals(key, goals):
        """Ends each episode at its goal, but every second one 1.5 m to the right of it."""
        sought.append((jax.random.key_data(key).tobytes(), goals))
        off = np.where(np.arange(len(goals)) % 2, 1.5, 0.0)[:, None] * np.array([1.0, 0.0])
        share = np.linspace(0, 1, 13)[1:, None, None]
        return share * (goals + off), np.ones((12, len(goals)), bool)

    key = jax.random.key(0)
    found = metrics.full_figures(
        key, metrics.FinalEpisodes(stochastic, deterministic, covering), uniform(4), seek_goals
    )
    got = found.figures
    assert set(got) == {
        "probe_mi", "probe_mi_normalised", "probe_mi_xy", "probe_mi_normalised_xy", "binned_mi_xy",
        "binned_mi_xy_raw", "binned_mi_xy_chance", "policy_coverage", "goal_success", "goal_success_1m",
        "goal_success_near", "qd/coverage", "qd/max_fitness", "qd/score", "qd/low_x", "qd/low_y", "qd/high_x",
        "qd/high_y", "qd/offset",
    }  # fmt: skip
    assert set(metrics.full_names(has_xy=True, seeks_goals=True)) == set(got) - set(found.archive.figures())
    assert all(math.isfinite(value) for value in got.values())
    assert got["probe_mi_xy"] > 0.5
    assert got["policy_coverage"] == metrics.policy_coverage(covering.xy, covering.valid)
    # Four skills give four solutions, far enough apart for different cells. Each one earned 1 per step.
    assert (got["qd/coverage"], got["qd/score"]) == (4 / 1024, 4 * 12)
    final, returns = metrics.solutions(deterministic, [2, 5])
    np.testing.assert_array_equal(final, np.asarray(deterministic.xy)[12, [2, 5]])
    np.testing.assert_array_equal(returns, [12, 12])
    # An episode without a step is no solution, and fills no cell.
    broken = deterministic._replace(valid=deterministic.valid.at[:, 5].set(False))
    final, returns = metrics.solutions(broken, [2, 5])
    np.testing.assert_array_equal(returns, [12, -np.inf])
    assert metrics.qd_figures(final, returns, found.archive)["qd/coverage"] == 1 / 1024

    assert (got["goal_success"], got["goal_success_near"]) == (1.0, 1.0)
    # The other half passes within a metre of the goal only if the goal lies near the path.
    assert 0.5 <= got["goal_success_1m"] < 0.7
    (first, far), (second, near) = sought
    assert first != second
    assert 30 < np.abs(far).max() <= 50
    moved = np.linalg.norm(np.asarray(stochastic.xy)[12] - np.asarray(stochastic.xy)[0], axis=-1).mean()
    assert 0.8 * moved < np.abs(near).max() <= moved * (1 + 1e-6)

    bare = metrics.full_figures(
        key,
        metrics.FinalEpisodes(*(t._replace(xy=None) for t in (stochastic, deterministic, covering))),
        uniform(4),
        seek_goals,
    ).figures
    assert set(bare) == {"probe_mi", "probe_mi_normalised"}
    assert bare["probe_mi"] == got["probe_mi"]


def test_coverage_takes_no_more_than_200_steps(monkeypatch):
    monkeypatch.setattr(final, "COVERAGE_STEPS", 10)
    t = full_record(2, 4, 30, 0)
    got = metrics.full_figures(jax.random.key(0), metrics.FinalEpisodes(t, t, t), uniform(2)).figures
    assert got["policy_coverage"] == metrics.policy_coverage(t.xy[:11], t.valid[:10])
    assert got["policy_coverage"] < metrics.policy_coverage(t.xy, t.valid)
    assert not [name for name in got if name.startswith("goal_success")]


def test_full_figures_need_no_classifier():
    t = full_record(2, 4, 30, 0)
    key = jax.random.key(0)
    assert metrics.full_figures(
        key, metrics.FinalEpisodes(t._replace(log_probs=None), t, t), uniform(2)
    ).figures == (metrics.full_figures(key, metrics.FinalEpisodes(t, t, t), uniform(2)).figures)


def test_full_figures_say_what_is_missing():
    t = full_record(4, 2, 3, 0)
    with pytest.raises(ValueError, match="record them"):
        metrics.full_figures(jax.random.key(0), metrics.FinalEpisodes(t._replace(obs=None), t, t), uniform(4))
