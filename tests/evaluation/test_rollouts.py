"""How episodes are played, in a scripted world: records, actors, and aiming at goals again at each step."""

import functools
import types

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import envs, training
from diayn_jax.envs import Env, Feature
from diayn_jax.evaluation import episodes
from diayn_jax.skills import make_skills
from diayn_jax.types import Timestep

LENGTH = 60
WIND = np.array([0.0, 0.6])
# The direction of each of the four skills.
COMPASS = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]], np.float32)


def plane(wind=WIND, lifetime=10_000):
    """Returns a world with a point that its action and the wind move, from the origin.

    An episode ends after `lifetime` steps.
    """

    def timestep(xy, count, reward):
        return Timestep((xy, count), xy, reward, count >= lifetime, {})

    def reset(keys):
        size = keys.shape[0]
        return timestep(jnp.zeros((size, 2)), jnp.zeros(size, jnp.int32), jnp.zeros(size))

    def step(state, action):
        xy, count = state
        return timestep(xy + action + jnp.asarray(wind, jnp.float32), count + 1, action[:, 0])

    return Env(
        name="plane",
        backend="test",
        observation_size=2,
        action_size=2,
        features={"xy": Feature(2, "position", "m", dims=(0, 1))},
        default_features="xy",
        reset=reset,
        step=step,
        dt=1.0,
    )


def scripted(skills, env=None, features="xy", **objective):
    """Returns a trainer whose policy goes in its skill's direction, and whose φ is the raw xy."""
    env = plane() if env is None else env
    space = make_skills(skills, len(COMPASS))

    def act(parts, actor, obs, stored, skill, first, keys):
        return (jnp.asarray(COMPASS)[skill] if skill.ndim == 1 else skill), actor

    parts = {
        "log_probs": None,
        "embed": None,
        "score": lambda state, step, hparams: jnp.zeros(step.reward.shape),
        "raw_features": False,
    }
    components = types.SimpleNamespace(
        objective=types.SimpleNamespace(**{**parts, **objective}),
        features=lambda parts, obs, stored: obs,
        skills=space,
        feature_map=envs.make_features(env, features),
    )
    components.scored_step = functools.partial(training.Components.scored_step, components)
    return types.SimpleNamespace(
        env=env,
        mesh=None,
        num_devices=1,
        act=act,
        start=lambda parts, keys: (),
        components=components,
    )


PARTS = types.SimpleNamespace(objective=None, hparams={})


def seek(trainer, goals):
    played = episodes.make_rollouts(trainer, trainer.env)
    z = jnp.asarray(trainer.components.skills.probes)[jnp.zeros(len(goals), jnp.int32)].astype(
        trainer.components.skills.dtype
    )

    def play(key, goals):
        wanted = episodes.to_play(key, jnp.zeros(len(goals), jnp.int32), z, goal=goals)
        return played.play(PARTS, wanted, LENGTH, False, False)

    sought = jax.jit(play)(jax.random.key(0), jnp.asarray(goals, jnp.float32))
    return np.asarray(sought.xy)[1:], np.asarray(sought.valid)


def nearest(path, goal):
    return np.linalg.norm(path - goal, axis=-1).min()


GOALS = np.array([[20.0, 0.0], [-12.0, -5.0], [3.0, -8.0], [-2.0, 15.0]])


def test_goals_are_aimed_at_anew_at_every_step():
    trainer = scripted("sphere:2", embed=lambda state, phi: phi)
    xy, valid = seek(trainer, GOALS)
    assert xy.shape == (LENGTH, 4, 2)
    assert valid.all()
    once_misses = 0
    for n, goal in enumerate(GOALS):
        place, path = np.zeros(2), []
        for _ in range(LENGTH):
            way = goal - place
            place = place + way / max(np.linalg.norm(way), 1e-8) + WIND
            path.append(place)
        np.testing.assert_allclose(xy[:, n], path, atol=1e-3)
        assert nearest(xy[:, n], goal) < 1
        # A policy that aims only once, at the start, misses because of the wind.
        straight = np.arange(1, LENGTH + 1)[:, None] * (goal / np.linalg.norm(goal) + WIND)
        once_misses += nearest(straight, goal) > 3
    assert once_misses == 3  # the last goal lies in the wind's direction


def test_skills_that_can_be_counted_are_chosen_anew_by_their_directions():
    # As in METRA, the map has one coordinate for each skill: how far the position is in its direction.
    trainer = scripted("categorical", embed=lambda state, phi: phi @ jnp.asarray(COMPASS).T)
    xy, _ = seek(trainer, GOALS)
    for n, goal in enumerate(GOALS):
        place, path = np.zeros(2), []
        for _ in range(LENGTH):
            # The centred one-hot of each skill is multiplied by the difference on the map.
            directions = (np.eye(4) - 0.25) * (4 / 3)
            place = place + COMPASS[np.argmax(directions @ (COMPASS @ (goal - place)))] + WIND
            path.append(place)
        np.testing.assert_allclose(xy[:, n], path, atol=1e-3)
        assert nearest(xy[:, n], goal) < 1.5


def test_an_episode_that_ends_reaches_nothing_more():
    trainer = scripted("sphere:2", env=plane(lifetime=7), embed=lambda state, phi: phi)
    _, valid = seek(trainer, GOALS)
    np.testing.assert_array_equal(valid.sum(axis=0), [7, 7, 7, 7])


@pytest.mark.parametrize(("features", "has_map"), [("xy", False), ("obs", True), ("dims:0", True)])
def test_goals_need_a_map_of_xy_alone(features, has_map):
    embed = (lambda state, phi: phi) if has_map else None
    trainer = scripted("sphere:2", features=features, embed=embed)
    assert not episodes.make_rollouts(trainer, trainer.env).seeks


def test_features_of_a_place_are_those_of_a_state_there():
    trainer = scripted("sphere:2")
    at = episodes.features_at(trainer.components, trainer.env.observation_size)
    np.testing.assert_array_equal(at(PARTS, jnp.asarray(GOALS)), GOALS)
    # If the observation lacks xy, it is among the stored features.
    env = plane()._replace(observation_size=3, features={"xy": Feature(2, "position", "m")})
    beside = scripted("sphere:2", env=env)
    beside.components.features = lambda parts, obs, stored: jnp.concatenate([obs, 2 * stored], axis=-1)
    got = episodes.features_at(beside.components, beside.env.observation_size)(PARTS, jnp.asarray(GOALS))
    np.testing.assert_array_equal(got, np.concatenate([np.zeros((4, 3)), 2 * GOALS], axis=-1))
    blind = scripted("sphere:2", features="obs")
    assert episodes.features_at(blind.components, blind.env.observation_size) is None


def play(trainer, skill, z, length=5, deterministic=False, record_obs=False, record_poses=False):
    played = episodes.make_rollouts(trainer, trainer.env)
    wanted = episodes.to_play(jax.random.key(0), skill, z, deterministic)
    return played.play(PARTS, wanted, length, record_obs, record_poses)


def test_the_score_is_of_the_step_and_of_the_skill_that_acted():
    def score(state, step, hparams):
        phi, next_phi, skill, reward = step[:4]
        return jnp.sum((next_phi - phi) * skill, axis=-1) + 100 * reward

    trainer = scripted("sphere:2", score=score)
    z = np.array([[0.6, 0.8], [-1.0, 0.0]], np.float32)
    t = play(trainer, jnp.array([5, 9]), jnp.asarray(z))
    # A step is the skill plus the wind. The reward includes how far the skill goes along x without the wind.
    expected = 1 + z @ WIND + 100 * z[:, 0]
    np.testing.assert_allclose(t.score, np.broadcast_to(expected, (5, 2)), rtol=1e-5)
    np.testing.assert_array_equal(t.z, z)
    np.testing.assert_array_equal(t.skill, [5, 9])
    assert t.log_probs is None
    assert t.obs is None
    assert t.poses is None


def test_log_probs_are_of_the_state_that_the_step_led_to():
    trainer = scripted("categorical", log_probs=lambda state, phi: jax.nn.log_softmax(phi @ COMPASS.T))
    t = play(trainer, jnp.array([0, 3]), jnp.array([0, 3], jnp.int8), record_obs=True)
    np.testing.assert_array_equal(t.obs, t.xy[1:])
    expected = jax.nn.log_softmax(np.asarray(t.obs) @ COMPASS.T)
    np.testing.assert_allclose(t.log_probs, expected, rtol=1e-5)


def test_actors_are_carried_through_an_episode_and_told_of_its_first_step():
    trainer = scripted("sphere:2", env=plane(wind=(0.0, 0.0)))
    trainer.start = lambda parts, keys: jax.vmap(jax.random.uniform)(keys)
    # The action shows the policy's inputs.
    trainer.act = lambda parts, actor, obs, stored, skill, first, keys: (
        jnp.stack([actor, first.astype(jnp.float32)], axis=-1),
        actor + 1,
    )
    t = play(trainer, jnp.arange(3), jnp.ones((3, 2)))
    begun = np.asarray(t.action)[0, :, 0]
    assert len(set(begun.tolist())) == 3
    np.testing.assert_allclose(t.action[..., 0], begun + np.arange(5)[:, None], rtol=1e-6)
    np.testing.assert_array_equal(t.action[..., 1], np.arange(5)[:, None] == np.zeros(3))


def test_only_samples_of_a_policy_get_keys():
    trainer = scripted("sphere:2")

    def act(parts, actor, obs, stored, skill, first, keys):
        return (skill if keys is None else -skill), actor

    trainer.act = act
    z = jnp.ones((2, 2))
    assert (play(trainer, jnp.arange(2), z, deterministic=True).action == 1).all()
    assert (play(trainer, jnp.arange(2), z, deterministic=False).action == -1).all()
    # Each episode of one call has its own setting.
    wanted = episodes.to_play(jax.random.key(0), jnp.arange(2), z)
    wanted = wanted._replace(deterministic=jnp.array([True, False]))
    played = episodes.make_rollouts(trainer, trainer.env).play(PARTS, wanted, 5, False, False)
    np.testing.assert_array_equal(played.action[..., 0], np.broadcast_to([1.0, -1.0], (5, 2)))
