"""Quick figures and the table of skills, against closed forms, hand counts and plain loops."""

import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import records
from records import random_record, record, uniform

from diayn_jax.evaluation import metrics

quick_figures = jax.jit(records.quick_figures)


def loop_figures(t, prior):
    """Computes the quick figures again, in loops over episodes and steps."""
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
    figures = quick_figures if jit else records.quick_figures
    got = figures(t, jnp.log(jnp.array(prior)))
    expected = loop_figures(t, np.array(prior))
    assert set(got) - set(expected) == {"distance_first_half", "distance_second_half", "speed_last_quarter"}
    for name, value in expected.items():
        np.testing.assert_allclose(got[name], value, rtol=2e-5, atol=1e-5, err_msg=name)


def test_success_is_of_the_last_state():
    # Success: in the middle only, at the end, never, and only after the episode was over.
    success = np.array([[0, 0, 0, 0], [1, 0, 0, 0], [0, 1, 0, 1], [0, 0, 0, 1]], np.float32)
    t = record(np.zeros(4), [4, 3, 4, 2], 4, features={"success": jnp.asarray(success[..., None])})
    assert records.quick_figures(t, jnp.zeros(1))["success"] == pytest.approx(1 / 4)
    # With skills, it is their mean by p(z).
    of_two = t._replace(skill=jnp.array([0, 1, 0, 0]), z=jnp.array([0, 1, 0, 0]))
    assert quick_figures(of_two, jnp.log(jnp.array([0.9, 0.1])))["success"] == pytest.approx(0.1)


def test_an_episode_without_a_step_is_no_success():
    # Its features are those of the broken state, and may be anything.
    success = np.array([[1, np.nan], [1, np.nan]], np.float32)
    t = record(np.zeros(2), [2, 0], 2, features={"success": jnp.asarray(success[..., None])})
    assert records.quick_figures(t, jnp.zeros(1))["success"] == pytest.approx(1 / 2)


def test_a_skill_without_a_step_has_no_return():
    """If each step costs 1, a return of 0 would be the best one."""
    log_probs = np.full((4, 4, 2), math.log(0.5))
    t = record([0, 0, 1, 1], [4, 2, 0, 0], 4, reward=-np.ones((4, 4)), log_probs=log_probs)
    got = quick_figures(t, uniform(2))
    assert (got["return_best"], got["return_spread"], got["return_skill_0"]) == (-3.0, 0.0, -3.0)
    assert jnp.isnan(got["return_skill_1"])
    assert np.isnan(metrics.skill_table(t)[1]["return"])


def test_quick_figures_under_vmap():
    two = [random_record(seed) for seed in (0, 1)]
    both = jax.jit(jax.vmap(records.quick_figures, in_axes=(0, None)))(
        jax.tree.map(lambda *x: jnp.stack(x), *two), uniform(3)
    )
    alone = quick_figures(two[1], uniform(3))
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
    # Skill 0 lives 8 steps with q = 1/2, and skill 1 lives one step with q = 1/4.
    log_probs = np.log(np.array([[0.5, 0.5], [0.75, 0.25]]))[None]
    t = record([0, 1], [8, 1], 8, log_probs=log_probs)
    got = quick_figures(t, jnp.log(jnp.array([0.25, 0.75])))
    np.testing.assert_allclose(got["log_q"], 0.25 * math.log(0.5) + 0.75 * math.log(0.25), rtol=1e-6)
    entropy = -0.25 * math.log(0.25) - 0.75 * math.log(0.75)
    np.testing.assert_allclose(got["mi"], entropy + got["log_q"], rtol=1e-6)
    # argmax takes the first of equal values, so skill 0 is right at all of its steps and skill 1 at none.
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

    # Skill 2 never lives that long, so the bound is over the other two skills.
    t = record(skill, [60, 60, 50, 60, 60, 3], 60, log_probs=log_probs)
    got = quick_figures(t, uniform(3))["mi_after_50"]
    np.testing.assert_allclose(got, 1 + log_q / math.log(2), rtol=1e-6)

    # A single skill cannot be distinguished from another. In short episodes no skill counts.
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
    short = np.where(along[:, None] <= 4, travels, 1e6)  # ends after four steps; later values are not read
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


def test_figures_without_a_classifier():
    t = random_record()
    rng = np.random.default_rng(5)
    score = rng.normal(size=t.valid.shape)
    bare = t._replace(log_probs=None, score=jnp.where(t.valid, score, jnp.nan))
    prior = np.array([0.6, 0.3, 0.1])
    got, classified = (quick_figures(x, jnp.log(jnp.asarray(prior))) for x in (bare, t))
    told = {"log_q", "mi", "mi_normalised", "mi_after_50", "effective_skills", "discriminator_accuracy"}
    assert set(got) == set(classified) - told | {"score"}
    assert "score" not in classified
    for name in set(got) - {"score"}:
        np.testing.assert_array_equal(got[name], classified[name], err_msg=name)
    valid, skill = np.asarray(t.valid), np.asarray(t.skill)
    means = [score[:, skill == z][valid[:, skill == z]].mean() for z in range(3)]
    np.testing.assert_allclose(got["score"], prior @ means, rtol=1e-5)

    rows = metrics.skill_table(bare)
    assert [set(row) for row in rows] == [{"skill", "return", "length", "distance", "score"}] * 3
    np.testing.assert_allclose([row["score"] for row in rows], means, rtol=1e-5)
    with pytest.raises(ValueError, match="no log_probs"):
        metrics.confusion_matrix(bare)


def test_figures_without_skills():
    # Three episodes of 4, 2 and 1 steps. The first one moves 4 m, and the others 2 m and 1 m.
    lengths = np.array([4, 2, 1])
    xy = np.stack([np.arange(5.0)[:, None] * np.ones(3), np.zeros((5, 3))], axis=-1)
    t = record([0, 0, 0], lengths, 4, reward=np.full((4, 3), 0.5), xy=xy, score=np.full((4, 3), 0.5))
    got = quick_figures(t, uniform(1))
    returns = 0.5 * lengths
    expected = {
        "return": returns.mean(),
        "return_std": returns.std(),
        "episode_length": 7 / 3,
        "distance": 7 / 3,
        "distance_first_half": (2 + 1 + 0) / 3,
        "distance_second_half": (2 + 1 + 1) / 3,
        "speed_last_quarter": 1.0,
    }
    assert set(got) == set(expected)
    for name, value in expected.items():
        np.testing.assert_allclose(got[name], value, rtol=1e-6, err_msg=name)
    (row,) = metrics.skill_table(t)
    assert set(row) == {"skill", "return", "length", "distance"}


def test_a_table_of_skills_that_are_vectors_gives_them():
    z = np.array([[0.5, 0.25], [1.0, 0.0], [0.5, 0.25], [1.0, 0.0]])
    t = record([0, 1, 0, 1], [2] * 4, 2, z=z, score=np.ones((2, 4)))
    assert [row["z"] for row in metrics.skill_table(t)] == [[0.5, 0.25], [1.0, 0.0]]


def test_skill_table_and_confusion():
    # Skill 0 is always classified right. Skill 1 is taken for skill 2 at one of its four steps, and for skill
    # 0 at two.
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


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"eval/mi": 0.5, "eval/return_mean": 9.0}, 0.5),
        ({"eval/score": 0.25, "eval/distance_mean": 30.0}, 0.25),
        ({"eval/return": -150.0, "eval/return_std": 3.0}, -150.0),
        ({"time/env_steps": 7.0}, None),
    ],
)
def test_states_are_ranked_by_the_figure_of_their_objective(figures, expected):
    assert metrics.ranking(figures) == expected
