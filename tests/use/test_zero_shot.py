"""Skills for a goal, a reward or a demonstration, against NumPy and obvious answers."""

import dataclasses

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import untrained
from untrained import COUNTED, DIAYN, SPHERE

from diayn_jax.config import ConfigError
from diayn_jax.evaluation.episodes import Episodes
from diayn_jax.use.zero_shot import skill_for_demonstration, skill_for_goal, skill_for_reward

PLACES = np.random.default_rng(0).uniform(-1, 1, (6, 2)).astype(np.float32)
GOALS = np.random.default_rng(1).uniform(-1, 1, (6, 2)).astype(np.float32)


def with_objective(skills, **functions):
    """Returns the skills with other functions in their objective, so that the results are known."""
    objective = skills.components.objective._replace(**functions)
    return dataclasses.replace(skills, components=skills.components._replace(objective=objective))


def test_a_direction_leads_from_here_to_there():
    # On a map that is the plane itself, the skill is the direction.
    skills = with_objective(
        untrained.with_statistics(untrained.skills(**SPHERE), 0.0, 1.0), embed=lambda state, x: x
    )
    found = skill_for_goal(skills, skills.params, PLACES, GOALS)
    way = GOALS - PLACES
    np.testing.assert_allclose(found, way / np.linalg.norm(way, axis=-1, keepdims=True), rtol=1e-5)
    # One goal for all positions, and then a goal at the position itself, which has no direction.
    np.testing.assert_allclose(
        skill_for_goal(skills, skills.params, PLACES, GOALS[0])[0], found[0], rtol=1e-5
    )
    assert np.isfinite(skill_for_goal(skills, skills.params, GOALS, GOALS)).all()


def test_of_counted_skills_the_one_that_points_there_most():
    skills = untrained.skills(**COUNTED)
    way = np.asarray(skills.phi(skills.params, GOALS) - skills.phi(skills.params, PLACES))
    centred = 1.5 * (np.eye(3) - 1 / 3)
    expected = np.argmax(way @ centred, axis=-1)
    np.testing.assert_array_equal(skill_for_goal(skills, skills.params, PLACES, GOALS), expected)


def test_where_the_objective_classifies_the_goal_alone_decides():
    skills = untrained.skills(**DIAYN)
    expected = np.argmax(skills.log_q(skills.params, GOALS), axis=-1)
    np.testing.assert_array_equal(skill_for_goal(skills, skills.params, PLACES, GOALS), expected)
    np.testing.assert_array_equal(skill_for_goal(skills, skills.params, PLACES, GOALS[0]), [expected[0]] * 6)


@pytest.mark.parametrize("fields", [DIAYN, SPHERE, COUNTED])
def test_goals_are_sought_inside_a_program(fields):
    skills = untrained.skills(**fields)

    @jax.jit
    def seek(params, start, goal):
        def step(place, _):
            skill = skill_for_goal(skills, params, place, goal)
            place = jnp.clip(place + 0.1 * skills.act(params, place, skill), -1, 1)
            return place, skill

        return jax.lax.scan(step, start, length=5)

    place, chosen = seek(skills.params, PLACES, GOALS)
    assert place.shape == (6, 2)
    assert chosen.shape == (5, 6, *skills.space.shape)
    np.testing.assert_allclose(
        chosen[0], skill_for_goal(skills, skills.params, PLACES, GOALS), rtol=1e-4, atol=1e-5
    )
    one = jax.vmap(lambda s, g: skill_for_goal(skills, skills.params, s, g))(PLACES, GOALS)
    np.testing.assert_allclose(one, chosen[0], rtol=1e-4, atol=1e-5)


class TestDemonstration:
    states = np.cumsum(np.random.default_rng(2).normal(size=(9, 4, 2)) * 0.2, axis=0).astype(np.float32)
    valid = np.arange(8)[:, None] < np.array([8, 3, 1, 5])

    def test_the_classifier_sums_over_the_steps_that_happened(self):
        skills = untrained.skills(**DIAYN)
        found = skill_for_demonstration(skills, skills.params, self.states, self.valid)
        for n, skill in enumerate(found):
            states, valid = self.states[:, n], self.valid[:, n]
            log_q = np.asarray(skills.log_q(skills.params, states[1:][valid]), np.float64)
            assert skill == np.argmax(log_q.sum(axis=0))

    @pytest.mark.parametrize("fields", [SPHERE, COUNTED])
    def test_a_map_takes_the_way_from_start_to_end(self, fields):
        skills = untrained.skills(**fields)
        found = jax.jit(lambda p: skill_for_demonstration(skills, p, self.states, self.valid))(skills.params)
        for n, skill in enumerate(found):
            states, valid = self.states[:, n], self.valid[:, n]
            start, end = np.asarray(skills.phi(skills.params, states[[0, valid.sum()]]))
            if skills.num_skills:
                assert skill == np.argmax(end - start)
            else:
                way = (end - start) / np.linalg.norm(end - start)
                np.testing.assert_allclose(skill, way, rtol=1e-4, atol=1e-5)

    def test_one_episode_without_flags_is_whole(self):
        skills = untrained.skills(**DIAYN)
        whole = skill_for_demonstration(skills, skills.params, self.states[:, 0])
        assert whole.shape == ()
        assert whole == skill_for_demonstration(skills, skills.params, self.states, self.valid)[0]

    @pytest.mark.parametrize(
        ("states", "valid", "words"),
        [
            (
                np.zeros((1, 2)),
                None,
                r"features has shape \(1, 2\); a demonstration has two states or more",
            ),
            (np.zeros(2), None, "a demonstration has two states or more"),
            (np.zeros((4, 3)), None, r"features has shape \(3, 3\); expected \[\.\.\., 2\]"),
            (np.zeros((4, 2)), np.ones(4), r"valid has shape \(4,\); expected \(3,\)"),
        ],
    )
    def test_bad_shapes_are_named(self, states, valid, words):
        skills = untrained.skills(**DIAYN)
        with pytest.raises(ValueError, match=words):
            skill_for_demonstration(skills, skills.params, states, valid)


def test_without_skills_there_is_none_to_choose():
    skills = untrained.skills(objective="task")
    for choose in (
        lambda: skill_for_goal(skills, skills.params, PLACES, GOALS),
        lambda: skill_for_demonstration(skills, skills.params, PLACES),
    ):
        with pytest.raises(ConfigError, match=r"objective=task has neither a classifier .* nor a map"):
            choose()


class TestReward:
    @staticmethod
    def episodes(skill, reward, valid=None):
        reward = np.asarray(reward, np.float32)
        count, length = reward.shape
        states = np.zeros((length + 1, count, 2), np.float32)
        states[:, :, 0] = np.arange(length + 1)[:, None]
        blank = np.zeros((length, count), bool)
        valid = ~blank if valid is None else np.asarray(valid).T
        return Episodes(np.asarray(skill), states, states, states[1:], reward.T, blank, valid)

    def test_the_mean_return_and_students_interval(self):
        rng = np.random.default_rng(0)
        reward = rng.normal(size=(12, 5)) + np.repeat([0.0, 2.0, 1.0], 4)[:, None]
        found = skill_for_reward(self.episodes(np.repeat([4, 1, 7], 4), reward))
        returns = reward.sum(axis=1)[4:8]
        assert found.skill == 1
        np.testing.assert_allclose(found.value, returns.mean(), rtol=1e-5)
        # Student's t for four samples is 3.182 standard errors.
        half = 3.182446 * returns.std(ddof=1) / 2
        np.testing.assert_allclose(
            [found.low, found.high], [returns.mean() - half, returns.mean() + half], rtol=1e-4
        )
        assert found.skills.tolist() == [1, 4, 7]
        np.testing.assert_allclose(found.returns[1], reward.sum(axis=1)[:4].mean(), rtol=1e-4)

    def test_a_reward_of_ones_own_counts_the_steps_that_happened(self):
        valid = np.arange(5) < np.array([[5], [5], [2], [2]])
        episodes = self.episodes([0, 0, 1, 1], np.zeros((4, 5)), valid)
        pays_for_progress = lambda obs, action, next_obs: (next_obs - obs)[..., 0]  # noqa: E731
        found = skill_for_reward(episodes, pays_for_progress)
        assert (found.skill, found.value) == (0, 5.0)
        assert found.returns.tolist() == [5.0, 2.0]

    def test_vectors_are_told_apart_too(self):
        z = np.array([[0.6, 0.8], [1, 0], [0.6, 0.8], [1, 0]], np.float32)
        found = skill_for_reward(self.episodes(z, [[1.0], [2.0], [1.0], [2.0]]))
        assert found.skill.tolist() == [1.0, 0.0]

    @pytest.mark.parametrize(
        ("reward", "words"),
        [
            (
                lambda obs, action, next_obs: obs,
                r"the reward has shape \(5, 4, 2\); it must be \[T, N\], \(5, 4\)",
            ),
            (lambda obs, action, next_obs: np.full((5, 4), np.nan), "the reward is not finite"),
        ],
    )
    def test_bad_rewards_are_named(self, reward, words):
        with pytest.raises(ValueError, match=words):
            skill_for_reward(self.episodes([0, 0, 1, 1], np.zeros((4, 5))), reward)

    def test_one_episode_says_nothing(self):
        with pytest.raises(ValueError, match="skill 1 has one episode; two or more"):
            skill_for_reward(self.episodes([0, 0, 1], np.zeros((3, 5))))
