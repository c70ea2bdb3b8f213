"""An environment whose actions are skills, compared with a loop in Python."""

import dataclasses
import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import keys
from probes import counter

from diayn_jax import envs, skills
from diayn_jax.config import ConfigError
from diayn_jax.envs.skill_as_action_env import WIDEST, FrozenSkills, actions_of, make_skill_env
from diayn_jax.types import Timestep

WAYS = jnp.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]])


@dataclasses.dataclass
class Walkers:
    """Skills of the point, written by hand: each walks its way, at a speed that is a parameter."""

    space: skills.SkillSpace
    env: envs.Env
    params: jax.Array = dataclasses.field(default_factory=lambda: jnp.asarray(0.5))
    seen: list = dataclasses.field(default_factory=list)

    @property
    def frozen(self):
        stored, act = envs.make_features(self.env).stored, functools.partial(self.act, self.params)
        return FrozenSkills(self.env.interface, self.space, stored, act)

    def act(self, params, obs, skill=None, key=None, features=None):
        assert key is None
        self.seen.append((obs.shape, None if features is None else features.shape))
        way = WAYS[skill] if self.space.num_skills else skill
        action = params * way
        # The observation must matter, so the point stands still near the eastern wall.
        return jnp.where(obs[:, :1] > 0.8, 0.0, action)[:, : self.env.action_size]


def four_ways(env=None):
    return Walkers(skills.categorical(4), envs.make("point") if env is None else env)


def test_a_choice_is_k_steps_of_its_skill():
    task, walkers = envs.make("point_goals"), four_ways()
    env = make_skill_env(task, walkers.frozen, 3, discount=0.5)
    assert (env.num_actions, env.action_size, env.observation_size) == (4, 4, 4)
    assert (env.features, env.default_features) == (task.features, task.default_features)
    assert env.goal_vector_dims == task.goal_vector_dims == (2, 3)
    assert env.dt == 3 * task.dt
    first = env.reset(keys(4))
    np.testing.assert_array_equal(first.obs, task.reset(keys(4)).obs)
    choice = jnp.arange(4, dtype=jnp.int32)
    after = jax.jit(env.step)(first.state, choice)
    by_hand, reward = task.reset(keys(4)), np.zeros(4)
    for i in range(3):
        action = walkers.act(walkers.params, by_hand.obs[:, :2], choice)
        by_hand = task.step(by_hand.state, action)
        reward = reward + 0.5**i * np.asarray(by_hand.reward)
    np.testing.assert_allclose(after.obs, by_hand.obs, atol=1e-6)
    np.testing.assert_allclose(after.reward, reward, atol=1e-6)
    # The skills see the robot's part of the observation, without the goal.
    assert set(walkers.seen) == {((4, 2), None)}


def paying(lifetimes):
    """Returns an environment that pays 1, 2, 4, … and ends after `lifetimes[i]` steps.

    It observes as the point does, and has one more feature.
    """
    lives = jnp.asarray(lifetimes)
    point = envs.make("point")
    double = {"double": envs.Feature(1, "twice the count", "steps")}

    def timestep(count):
        size = count.shape[0]
        obs = jnp.stack([count.astype(jnp.float32), jnp.zeros(size)], axis=-1)
        return Timestep(
            count,
            obs,
            jnp.where(count > 0, 2.0 ** (count - 1), 0.0),
            count >= lives,
            {"double": 2 * obs[:, :1]},
        )

    return point._replace(
        name="paying",
        features=double,
        default_features="double",
        reset=lambda keys: timestep(jnp.zeros(keys.shape[0], jnp.int32)),
        step=lambda count, action: timestep(count + 1),
    )


def test_a_choice_ends_where_its_episode_does():
    base = paying([2, 3, 100])
    walkers = four_ways(base)
    env = make_skill_env(base, walkers.frozen, 4, discount=0.5)
    after = env.step(env.reset(keys(3)).state, jnp.zeros(3, jnp.int32))
    # Σ 0.5^i 2^i is 1 for each step before the end.
    np.testing.assert_allclose(after.reward, [2.0, 3.0, 4.0])
    np.testing.assert_array_equal(after.terminated, [True, True, False])
    # The observation is the state in which the episode ended.
    np.testing.assert_array_equal(after.obs[:, 0], [2, 3, 4])
    np.testing.assert_array_equal(after.features["double"][:, 0], [4, 6, 8])
    # The skills get the features that the observation lacks.
    assert walkers.seen[-1] == ((3, 2), (3, 1))
    further = env.step(after.state, jnp.zeros(3, jnp.int32))
    assert float(further.reward[2]) == sum(0.5**i * 2.0 ** (i + 4) for i in range(4))


def test_breakdowns_are_seen():
    base = paying([100, 100])

    def step(count, action):
        after = base.step(count, action)
        broken = (after.state == 2) & (jnp.arange(2) == 0)
        return after.replace(reward=jnp.where(broken, jnp.nan, after.reward))

    env = make_skill_env(base._replace(step=step), four_ways(base).frozen, 3)
    after = env.step(env.reset(keys(2)).state, jnp.zeros(2, jnp.int32))
    np.testing.assert_array_equal(np.isnan(after.reward), [True, False])
    vector = envs.make_vector_env(env, 10)
    state = vector.reset(keys(2))
    _, _, valid, broken = vector.step(
        state, jnp.zeros(2, jnp.int32), vector.make_pool(keys(2)), jnp.asarray(0)
    )
    np.testing.assert_array_equal(valid, [False, True])
    np.testing.assert_array_equal(broken[:, 0], [True, False])


@pytest.mark.parametrize(
    ("space", "action", "skill"),
    [
        ("sphere:2", [[0.3, 0.4], [0.0, 0.0], [-1.0, 0.0]], [[0.6, 0.8], [1.0, 0.0], [-1.0, 0.0]]),
        ("gaussian:2", [[0.5, -1.0]], [[0.5 * WIDEST, -WIDEST]]),
        ("box:2", [[0.5, -1.0]], [[0.5, -1.0]]),
        ("dirichlet:2", [[0.5, -1.0], [1.0, -0.5], [-1.0, -1.0]], [[1.0, 0.0], [0.8, 0.2], [0.5, 0.5]]),
    ],
)
def test_vectors_are_actions(space, action, skill):
    walkers = Walkers(skills.make_skills(space, 0), envs.make("point"), jnp.asarray(0.3))
    env = make_skill_env(envs.make("point"), walkers.frozen, 1)
    assert (env.num_actions, env.action_size) == (None, 2)
    # Each skill has an action that chooses it.
    actions = actions_of(walkers.space)
    np.testing.assert_allclose(
        actions.skill_of(actions.action_of(jnp.asarray(skill))), skill, rtol=1e-6, atol=1e-6
    )
    state = env.reset(keys(len(action))).state
    moved = env.step(state, jnp.asarray(action)).obs - state.obs
    np.testing.assert_allclose(moved, 0.1 * 0.3 * np.clip(skill, -1 / 0.3, 1 / 0.3), atol=1e-6)


def test_it_works_on_the_host():
    pytest.importorskip("mujoco.batch", reason="needs MuJoCo 4.0")
    robot, task = envs.make("ant", "native"), envs.make("ant_goals", "native")
    walkers = four_ways(robot)

    def act(params, obs, skill, key=None, features=None):
        # The observation lacks this feature, the ant's xy.
        assert features.shape == (2, 2)
        return jnp.tile(0.5 * WAYS[skill], (1, 4)) + 0.01 * features[:, :1]

    walkers.act = act
    env = make_skill_env(task, walkers.frozen, 2)
    assert env.runs_on == "host"
    first = env.reset(keys(2))
    choice = jnp.array([0, 3], jnp.int32)
    after = jax.jit(env.step)(first.state, choice)
    by_hand = task.reset(keys(2))
    step = jax.jit(task.step)
    for _ in range(2):
        by_hand = step(by_hand.state, act(None, by_hand.obs, choice, features=by_hand.features["xy"]))
    np.testing.assert_allclose(after.obs, by_hand.obs, atol=1e-4)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"steps_per_choice": 0}, r"--steps_per_choice=0: a skill acts for at least one step"),
        ({"discount": 1.5}, r"discount=1.5: it must be a number from 0 to 1"),
        ({"space": "none"}, r"has no skills to choose from"),
        (
            {"env": counter()},
            r"its skills act in point \(2 actions; features xy\), and counter has another",
        ),
        ({"env": envs.make("point")._replace(runs_on="simulator")}, r"run outside JAX"),
        ({"env": envs.make("point")._replace(image_shape=(4, 4, 3))}, r"that see images are not supported"),
        ({"env": envs.make("point")._replace(observation_size=1)}, r"its skills see 2 numbers of point"),
    ],
)
def test_what_does_not_fit_is_refused(change, message):
    arguments = {"env": envs.make("point"), "steps_per_choice": 2, "discount": 1.0, "space": "categorical"}
    arguments |= change
    walkers = Walkers(skills.make_skills(arguments["space"], 4), envs.make("point"))
    with pytest.raises(ConfigError, match=message):
        make_skill_env(arguments["env"], walkers.frozen, arguments["steps_per_choice"], arguments["discount"])
