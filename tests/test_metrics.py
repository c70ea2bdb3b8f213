"""Figures against closed forms, hand counts and plain loops."""

import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import metrics
from diayn_jax.metrics import Trajectories

quick_figures = jax.jit(metrics.quick_figures)


@pytest.fixture(autouse=True)
def small_probe(monkeypatch):
    """The probe's updates on fewer rows: enough for the few that there are here."""
    monkeypatch.setattr(metrics, "_BATCH", 64)


def record(skill, lengths, steps, *, log_probs, reward=None, xy=None, obs=None, features=None):
    """Trajectories whose fields hold NaN wherever nothing happened."""
    skill, lengths = np.asarray(skill, np.int32), np.asarray(lengths)
    valid = np.arange(steps)[:, None] < lengths
    reward = np.ones(valid.shape) if reward is None else reward
    return Trajectories(
        skill=jnp.asarray(skill),
        valid=jnp.asarray(valid),
        reward=jnp.where(valid, reward, jnp.nan),
        obs=None if obs is None else jnp.asarray(obs, jnp.float32),
        features={} if features is None else features,
        xy=None if xy is None else jnp.asarray(xy, jnp.float32),
        log_probs=jnp.where(valid[..., None], log_probs, jnp.nan),
    )


def random_record(seed=0, num_skills=3, episodes=4, steps=60):
    rng = np.random.default_rng(seed)
    size = num_skills * episodes
    log_probs = np.log(rng.dirichlet(np.ones(num_skills), size=(steps, size)))
    xy = np.cumsum(rng.normal(size=(steps + 1, size, 2)), axis=0)
    lengths = rng.integers(1, steps + 1, size)
    lengths[:num_skills] = steps
    return record(
        np.arange(size) % num_skills,
        lengths,
        steps,
        log_probs=log_probs,
        reward=rng.normal(size=(steps, size)),
        xy=xy,
    )


def walks(num_skills, episodes, steps, drift, seed=0, step=0.1):
    """xy [T + 1, N, 2] of random walks, each skill with its own drift; skill [N]; valid [T, N]."""
    rng = np.random.default_rng(seed)
    skill = np.arange(num_skills * episodes) % num_skills
    angle = 2 * np.pi * skill / num_skills
    moves = step * rng.normal(size=(steps, len(skill), 2))
    moves += drift * np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    xy = np.concatenate([np.zeros((1, len(skill), 2)), np.cumsum(moves, axis=0)])
    return xy.astype(np.float32), skill, np.ones((steps, len(skill)), bool)


def uniform(num_skills):
    return jnp.full((num_skills,), -math.log(num_skills))


def loop_figures(t, prior):
    """The quick figures once more, in loops over episodes and steps."""
    skill, valid = np.asarray(t.skill), np.asarray(t.valid)
    num_skills = len(prior)
    sums = {name: np.zeros(num_skills) for name in ("log_q", "hit", "late", "return", "length", "distance")}
    counts = {name: np.zeros(num_skills) for name in ("steps", "late", "episodes")}
    for n, z in enumerate(skill):
        counts["episodes"][z] += 1
        end = 0
        for s in range(valid.shape[0]):
            if not valid[s, n]:
                break
            end = s + 1
            row = np.asarray(t.log_probs)[s, n]
            counts["steps"][z] += 1
            sums["log_q"][z] += row[z]
            sums["hit"][z] += row.argmax() == z
            sums["return"][z] += np.asarray(t.reward)[s, n]
            if s >= 50:
                counts["late"][z] += 1
                sums["late"][z] += row[z]
        sums["length"][z] += end
        sums["distance"][z] += np.linalg.norm(np.asarray(t.xy)[end, n] - np.asarray(t.xy)[0, n])
    entropy = -sum(p * math.log(p) for p in prior)
    mi = entropy + sum(prior * sums["log_q"] / counts["steps"])
    returns = sums["return"] / counts["episodes"]
    return {
        "log_q": mi - entropy,
        "mi": mi,
        "mi_normalised": mi / entropy,
        "effective_skills": math.exp(mi),
        "mi_after_50": (entropy + sum(prior * sums["late"] / counts["late"])) / entropy,
        "discriminator_accuracy": sum(prior * sums["hit"] / counts["steps"]),
        "return_best": max(returns),
        "return_mean": sum(prior * returns),
        "return_spread": max(returns) - min(returns),
        "distance_mean": sum(prior * sums["distance"] / counts["episodes"]),
        "episode_length_mean": sum(prior * sums["length"] / counts["episodes"]),
        **{f"return_skill_{z}": returns[z] for z in range(num_skills)},
        **{f"episode_length_skill_{z}": sums["length"][z] / counts["episodes"][z] for z in range(num_skills)},
        **{f"distance_skill_{z}": sums["distance"][z] / counts["episodes"][z] for z in range(num_skills)},
    }


@pytest.mark.parametrize("jit", [False, True])
@pytest.mark.parametrize("prior", [[1 / 3, 1 / 3, 1 / 3], [0.6, 0.3, 0.1]])
def test_quick_figures_equal_plain_loops(prior, jit):
    t = random_record()
    figures = quick_figures if jit else metrics.quick_figures
    got = figures(t, jnp.log(jnp.array(prior)))
    expected = loop_figures(t, np.array(prior))
    assert set(got) - set(expected) == {"distance_first_half", "distance_second_half", "speed_last_quarter"}
    for name, value in expected.items():
        np.testing.assert_allclose(got[name], value, rtol=2e-5, atol=1e-5, err_msg=name)


def test_quick_figures_under_vmap():
    records = [random_record(seed) for seed in (0, 1)]
    both = jax.jit(jax.vmap(metrics.quick_figures, in_axes=(0, None)))(
        jax.tree.map(lambda *x: jnp.stack(x), *records), uniform(3)
    )
    alone = quick_figures(records[1], uniform(3))
    for name, value in alone.items():
        np.testing.assert_allclose(both[name][1], value, rtol=1e-5, err_msg=name)


def test_perfect_discriminator_reaches_ln_k_and_chance_is_0():
    skill, lengths = np.arange(8) % 4, np.array([60, 1, 7, 60, 2, 60, 60, 3])
    sure = np.log(np.where(np.eye(4)[skill] == 1, 1.0, 1e-30))
    sure = quick_figures(record(skill, lengths, 60, log_probs=sure[None]), uniform(4))
    np.testing.assert_allclose(sure["mi"], math.log(4), rtol=1e-6)
    np.testing.assert_allclose(sure["mi_normalised"], 1, rtol=1e-6)
    np.testing.assert_allclose(sure["effective_skills"], 4, rtol=1e-5)
    assert sure["discriminator_accuracy"] == 1

    chance = quick_figures(
        record(skill, lengths, 60, log_probs=np.full((60, 8, 4), -math.log(4))), uniform(4)
    )
    np.testing.assert_allclose([chance["mi"], chance["mi_after_50"]], 0, atol=1e-6)
    np.testing.assert_allclose(chance["effective_skills"], 1, rtol=1e-5)


def test_a_skill_weighs_by_its_prior_not_by_its_lifetime():
    # Skill 0 lives 8 steps at q = 1/2, skill 1 one step at q = 1/4.
    log_probs = np.log(np.array([[0.5, 0.5], [0.75, 0.25]]))[None]
    t = record([0, 1], [8, 1], 8, log_probs=log_probs)
    got = quick_figures(t, jnp.log(jnp.array([0.25, 0.75])))
    np.testing.assert_allclose(got["log_q"], 0.25 * math.log(0.5) + 0.75 * math.log(0.25), rtol=1e-6)
    entropy = -0.25 * math.log(0.25) - 0.75 * math.log(0.75)
    np.testing.assert_allclose(got["mi"], entropy + got["log_q"], rtol=1e-6)
    # argmax of a tie is the first, so skill 0 is right at all of its steps and skill 1 at none.
    np.testing.assert_allclose(got["discriminator_accuracy"], 0.25)
    assert "distance_mean" not in got


def test_mi_after_50():
    skill = np.arange(6) % 3
    early, late = np.log(np.full((50, 6, 3), 1 / 3)), np.log(0.9 * np.eye(3)[skill] + 0.1 / 3)
    log_probs = np.concatenate([early, np.broadcast_to(late, (10, 6, 3))])

    t = record(skill, [60] * 6, 60, log_probs=log_probs)
    log_q = math.log(0.9 + 0.1 / 3)
    got = quick_figures(t, uniform(3))
    np.testing.assert_allclose(got["mi_after_50"], 1 + log_q / math.log(3), rtol=1e-6)
    assert got["mi_normalised"] < got["mi_after_50"]

    # Skill 2 never lives that long: the bound is over the other two.
    t = record(skill, [60, 60, 50, 60, 60, 3], 60, log_probs=log_probs)
    got = quick_figures(t, uniform(3))["mi_after_50"]
    np.testing.assert_allclose(got, 1 + log_q / math.log(2), rtol=1e-6)

    # One skill alone has nothing to be told from; and none at all, in a short episode.
    t = record(skill, [60, 3, 3, 60, 3, 3], 60, log_probs=log_probs)
    assert jnp.isnan(quick_figures(t, uniform(3))["mi_after_50"])
    t = record(skill, [40] * 6, 40, log_probs=log_probs[:40])
    assert jnp.isnan(quick_figures(t, uniform(3))["mi_after_50"])


def test_a_skill_that_is_never_drawn_needs_no_episodes():
    log_probs = np.log(np.array([[0.5, 0.25, 0.25], [0.25, 0.5, 0.25]]))[None]
    t = record([0, 1], [3, 3], 3, log_probs=log_probs)
    got = quick_figures(t, jnp.log(jnp.array([0.5, 0.5, 0.0])))
    np.testing.assert_allclose(got["mi"], math.log(2) + math.log(0.5), atol=1e-6)
    assert jnp.isnan(quick_figures(t, uniform(3))["mi"])


def test_movement_tells_travelling_from_standing_from_circling():
    steps, quarter = 8, np.pi / 2
    along = np.arange(steps + 1.0)
    travels = np.stack([along, 0 * along], axis=-1)
    settles = np.minimum(travels, 4.0)
    circles = np.stack([np.cos(quarter * along), np.sin(quarter * along)], axis=-1)
    short = np.where(along[:, None] <= 4, travels, 1e6)  # ends after four steps; what follows is not read
    xy = np.stack([travels, settles, circles, short], axis=1)

    def movement(n, length):
        t = record([0, 1], [length] * 2, steps, log_probs=np.zeros((8, 2, 2)), xy=xy[:, [n, n]])
        got = quick_figures(t, uniform(2))
        names = ("distance_first_half", "distance_second_half", "speed_last_quarter", "distance_mean")
        return [float(got[name]) for name in names]

    np.testing.assert_allclose(movement(0, 8), [4, 4, 1, 8])
    np.testing.assert_allclose(movement(1, 8), [4, 0, 0, 4])
    np.testing.assert_allclose(movement(2, 8), [0, 0, math.sqrt(2), 0], atol=1e-6)
    np.testing.assert_allclose(movement(3, 4), [2, 2, 1, 4])


def test_a_prior_of_another_size_is_refused():
    with pytest.raises(ValueError, match="3 skills"):
        quick_figures(random_record(), uniform(4))


def test_skill_table_and_confusion():
    # Skill 0 is always right; skill 1 is taken for 2 at one of its four steps, for 0 at two.
    guess = np.array([[0, 2, 2], [0, 0, 2], [0, 0, 2], [0, 1, 2]])
    log_probs = np.log(np.eye(3)[guess] * 0.7 + 0.1)
    t = record(
        [0, 1, 2], [4, 4, 2], 4, log_probs=log_probs, reward=np.full((4, 3), 2.0), xy=np.zeros((5, 3, 2))
    )
    confusion = [[1, 0, 0], [0.5, 0.25, 0.25], [0, 0, 1]]
    np.testing.assert_allclose(metrics.confusion_matrix(t), confusion)
    rows = metrics.skill_table(t)
    assert [row["skill"] for row in rows] == [0, 1, 2]
    assert [row["nearest"] for row in rows] == [None, 0, None]
    assert [row["nearest_share"] for row in rows] == [0, 0.5, 0]
    assert [row["accuracy"] for row in rows] == [1, 0.25, 1]
    assert [row["length"] for row in rows] == [4, 4, 2]
    assert [row["return"] for row in rows] == [8, 8, 4]
    assert [row["distance"] for row in rows] == [0, 0, 0]
    np.testing.assert_allclose(rows[1]["log_q"], (3 * math.log(0.1) + math.log(0.8)) / 4, rtol=1e-6)
    assert metrics.skill_table(t._replace(xy=None))[0]["distance"] is None


def test_probe_tells_separable_skills_and_not_identical_ones():
    xy, skill, valid = walks(3, 8, 20, drift=0.0)
    places = xy[1:] * 0.1 + 10 * np.stack([np.cos(2.1 * skill), np.sin(2.1 * skill)], axis=-1)
    found = metrics.probe(jax.random.key(0), places, skill, valid, 3)
    assert 0.97 * math.log(3) < found.mi <= math.log(3) + 1e-6
    np.testing.assert_allclose(found.mi_normalised, found.mi / math.log(3))
    assert metrics.probe(jax.random.key(0), places, skill, valid, 3).mi == found.mi

    assert -0.1 < metrics.probe(jax.random.key(0), xy[1:], skill, valid, 3).mi < 0.1


def test_probe_weighs_skills_by_the_prior_and_skips_what_never_happened():
    # Nothing tells the skills apart, so the best q is p, however long each lives.
    _, skill, valid = walks(2, 6, 20, drift=0.0)
    valid = valid & (np.arange(20)[:, None] < np.where(skill == 0, 20, 2))
    inputs = np.where(valid[..., None], 1.0, np.nan)
    for prior in ([0.5, 0.5], [0.9, 0.1]):
        found = metrics.probe(jax.random.key(1), inputs, skill, valid, 2, jnp.log(jnp.array(prior)))
        np.testing.assert_allclose(found.mi, 0, atol=0.02)


def test_probe_splits_by_episode_and_by_skill():
    skill = np.arange(30) % 3
    parts = metrics._split_episodes(np.random.default_rng(0).uniform(size=30), skill)
    assert sorted(np.concatenate(parts)) == list(range(30))
    assert [np.bincount(skill[part]).tolist() for part in parts] == [[4] * 3, [1] * 3, [5] * 3]
    # Three episodes: one of each kind. Two: the same one to fit on and to stop by.
    assert [len(part) for part in metrics._split_episodes(np.arange(3.0), np.zeros(3, int))] == [1, 1, 1]
    fitted, stopping, scored = metrics._split_episodes(np.arange(2.0), np.zeros(2, int))
    assert fitted == stopping != scored


def test_probe_refuses_what_it_cannot_score():
    xy, skill, valid = walks(3, 2, 5, drift=0.0)
    key = jax.random.key(0)
    with pytest.raises(ValueError, match="at least 2 episodes"):
        metrics.probe(key, xy[1:, :5], skill[:5], valid[:, :5], 3)
    with pytest.raises(ValueError, match="at least 2 episodes"):
        metrics.probe(key, xy[1:], skill, valid, 4)
    with pytest.raises(ValueError, match="no valid step"):
        metrics.probe(key, xy[1:], skill, valid & (np.arange(6) != 2), 3)
    with pytest.raises(ValueError, match="NaN"):
        metrics.probe(key, np.full_like(xy[1:], np.nan), skill, valid, 3)


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
    # Skill 0 goes right, in two episodes, the second of which ends at x = 2; skill 1 goes up.
    steps = np.arange(1.0, 11.0)
    right, up = np.stack([steps, 0 * steps], axis=-1), np.stack([0 * steps, steps], axis=-1)
    xy = np.stack([right, up, right, up], axis=1)
    skill = np.array([0, 1, 0, 1])
    valid = np.arange(10)[:, None] < np.array([10, 10, 2, 10])
    goals = np.array([[12.0, 2.0], [12.0, 2.0], [12.0, 2.0], [0.0, 13.1], [3.0, 5.0]])
    # The second of the first three is given the short episode; 13.1 is out of reach of 10 + 3.
    got = metrics.goals_reached(goals, np.array([0, 0, 0, 1, 1]), xy, skill, valid)
    np.testing.assert_array_equal(got, [True, False, True, False, True])
    with pytest.raises(ValueError, match="skill 2"):
        metrics.goals_reached(goals, np.full(5, 2), xy, skill, valid)


def test_goals_fill_the_square():
    goals = metrics.make_goals(jax.random.key(0))
    assert goals.shape == (50, 2)
    assert jnp.all(jnp.abs(goals) <= 50)
    assert jnp.all(jnp.max(goals, axis=0) > 30)
    assert jnp.all(jnp.min(goals, axis=0) < -30)


def test_qd_figures_equal_a_brute_force_archive():
    rng = np.random.default_rng(0)
    final, fitness = rng.uniform(-3, 3, (40, 2)), rng.normal(size=40)
    low, high = (-2.0, -1.0), (2.0, 1.0)
    centroids = metrics.cvt_centroids(low, high, 16)
    archive = {}
    for point, score in zip(final, fitness, strict=True):
        cell = int(np.argmin(np.sum((centroids - point) ** 2, axis=1)))
        archive[cell] = max(archive.get(cell, -np.inf), score)
    got = metrics.qd_figures(final, fitness, (low, high), 5.0, centroids=16)
    assert got["qd/coverage"] == len(archive) / 16
    assert got["qd/max_fitness"] == max(archive.values())
    np.testing.assert_allclose(got["qd/score"], sum(archive.values()) + 5 * len(archive))
    with pytest.raises(ValueError, match="length 2"):
        metrics.qd_figures(final, fitness, ((0.0,), (1.0,)), 0.0)


def test_centroids_spread_evenly_and_are_repeatable():
    low, high = (0.0, 0.0), (4.0, 4.0)
    centroids = metrics.cvt_centroids(low, high, 16)
    assert np.all((centroids > 0) & (centroids < 4))
    gaps = np.linalg.norm(centroids[:, None] - centroids, axis=-1) + 10 * np.eye(16)
    assert gaps.min() > 0.7  # a square grid's is 1, sixteen uniform draws' about 0.15
    metrics.cvt_centroids.cache_clear()
    np.testing.assert_array_equal(metrics.cvt_centroids(low, high, 16), centroids)


def full_record(num_skills, episodes, steps, seed):
    xy, skill, valid = walks(num_skills, episodes, steps, drift=0.5, seed=seed)
    log_probs = np.log(0.8 * np.eye(num_skills)[skill] + 0.2 / num_skills)[None]
    obs = np.random.default_rng(seed).normal(size=(*valid.shape, 3))
    return record(
        skill, valid.sum(0), steps, log_probs=log_probs, xy=xy, obs=obs, features={"xy": jnp.asarray(xy[1:])}
    )


def test_full_figures_names_and_sources():
    # The mode's are played for longer than the run's twelve steps, for coverage alone.
    stochastic, deterministic = full_record(4, 4, 12, 0), full_record(4, 12, 30, 1)
    angles = 2 * jnp.pi * jnp.arange(4) / 4
    directions = jnp.stack([jnp.cos(angles), jnp.sin(angles)], axis=-1)

    def goal_log_probs(goals):
        return jax.nn.log_softmax(goals @ directions.T)

    got = metrics.full(jax.random.key(0), stochastic, deterministic, uniform(4), goal_log_probs).figures
    assert set(got) == {
        "probe_mi", "probe_mi_normalised", "probe_mi_xy", "probe_mi_normalised_xy", "binned_mi_xy",
        "binned_mi_xy_raw", "policy_coverage", "goal_success", "qd/coverage", "qd/max_fitness", "qd/score",
    }  # fmt: skip
    assert all(math.isfinite(value) for value in got.values())
    assert got["probe_mi_xy"] > 0.5
    assert got["policy_coverage"] == metrics.policy_coverage(deterministic.xy, deterministic.valid)
    # Four skills, four solutions, far enough apart for cells of their own; each earned 1 a step.
    assert (got["qd/coverage"], got["qd/score"]) == (4 / 1024, 4 * 12)
    final, returns = metrics.solutions(deterministic, [2, 5], 12)
    np.testing.assert_array_equal(final, np.asarray(deterministic.xy)[12, [2, 5]])
    np.testing.assert_array_equal(returns, [12, 12])

    bare = metrics.full(
        jax.random.key(0), stochastic._replace(xy=None), deterministic._replace(xy=None), uniform(4)
    ).figures
    assert set(bare) == {"probe_mi", "probe_mi_normalised"}
    assert bare["probe_mi"] == got["probe_mi"]


def test_full_figures_say_what_is_missing():
    t = full_record(4, 2, 3, 0)
    with pytest.raises(ValueError, match="record them"):
        metrics.full(jax.random.key(0), t._replace(obs=None), t, uniform(4))
    with pytest.raises(ValueError, match="48 deterministic episodes"):
        metrics.full(jax.random.key(0), t, t, uniform(4))
