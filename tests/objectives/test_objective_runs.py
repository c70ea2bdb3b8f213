"""Runs of objectives other than DIAYN, on environments with a few states."""

import functools
import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import hparams_of, tiny_config, walker
from states import assert_close, assert_same, before_warmup, history, lane, uncommitted

from diayn_jax import envs, training
from diayn_jax.networks import TwinCritic
from diayn_jax.resolve import make_config
from diayn_jax.storage import checkpoint

LEARNING = {
    "episode_length": 10,
    "num_envs": 16,
    "batch_size": 64,
    "replay_size": 3200,
    "warmup_steps": 320,
    "updates_per_iteration": 8,
    "epoch_steps": 800,
    "learning_rate": 5e-3,
    "policy_hidden_sizes": (16,),
    "critic_hidden_sizes": (32,),
    "anneal": 0.0,
}
MAP = {"representation_learning_rate": 5e-3, "representation_hidden_sizes": (16,)}
TWO = {**LEARNING, "num_skills": 2, "skill_sampling": "resampled", "normalize": False}
RUNS = {
    "metra": (
        walker(),
        {
            "objective": "metra",
            "skill_space": "sphere:3",
            "skill_sampling": "resampled",
            "warmup_steps": 128,
            "relabel_map": True,
            "relabel_episode_share": 0.3,
            "relabel_ahead_share": 0.3,
            "relabel_steps": 2,
        },
    ),
    "walks": (walker(), {"objective": "metra", **MAP, **TWO}),
    "lsd": (walker(), {"objective": "lsd", **MAP, **TWO}),
    "csf": (walker(), {"objective": "csf", **MAP, **TWO}),
    "dads": (
        walker(),
        {"objective": "dads", "dynamics_learning_rate": 5e-3, "dynamics_hidden_sizes": (16,), **TWO},
    ),
    "reaches": (walker(2.0), {"objective": "task", **LEARNING, "episode_length": 6, "discount": 0.9}),
    "symmetric": (
        envs.make("point"),
        {"objective": "metra", "agent": "ppo", "symmetry": "D4", "rollout_length": 4, "epochs": 2},
    ),
}


@functools.cache
def make(name):
    env, fields = RUNS[name]
    config = tiny_config(**fields)
    trainer = training.make_trainer(config, env)
    return config, trainer, training.compiled(trainer)


def train(name, epochs, **changes):
    config, _, functions = make(name)
    state, metrics = functions.init(jax.random.key(0), hparams_of(config, **changes)), None
    for _ in range(epochs):
        state, metrics = functions.epoch(state)
    return state, metrics


def play(name, state, skill, length):
    """Plays one episode for each skill with the mode; returns features and rewards, [length, N] each."""
    _, trainer, _ = make(name)
    parts, count = training.policy_parts(state), skill.shape[0]

    @jax.jit
    def run(timestep):
        def body(timestep, t):
            stored = trainer.components.feature_map.stored(timestep)
            first = jnp.full(count, t == 0)
            action, _ = trainer.act(parts, (), timestep.obs, stored, skill, first, None)
            after = trainer.env.step(timestep.state, action)
            return after, (after.features["x"][:, 0], after.reward)

        return jax.lax.scan(body, timestep, jnp.arange(length))[1]

    keys = jax.random.key_data(jax.random.split(jax.random.key(0), count))
    return jax.tree.map(np.asarray, run(trainer.env.reset(keys)))


# What runs learn.


@pytest.mark.parametrize("name", ["walks", "lsd", "csf"])
def test_two_skills_walk_away_from_each_other(name):
    state, metrics = train(name, 15)
    x, _ = play(name, state, jnp.arange(2, dtype=jnp.int8), 10)
    # One skill goes left and one goes right, nearly at full speed.
    assert sorted(np.sign(x[-1])) == [-1, 1]
    assert (np.abs(x[-1]) > 8).all()
    if name == "walks":
        # The bound holds: one step moves the representation by about 1.
        assert float(metrics["train/phi_step"]) < 1.5
        assert float(metrics["train/lambda"]) > 0
    if name == "lsd":
        # A step of the world is at most 1 long, and the map is 1-Lipschitz.
        assert float(metrics["train/phi_step"]) < 1.05


def test_dads_finds_two_skills_with_steps_of_their_own():
    state, metrics = train("dads", 15)
    x, _ = play("dads", state, jnp.arange(2, dtype=jnp.int8), 10)
    assert abs(x[-1, 0] - x[-1, 1]) > 2
    # Normalised steps are two deviations apart, so log q differs by 2²/2 between the skills. How fast the
    # skills go does not count.
    most = math.log(2) - math.log(1 + math.exp(-2))
    assert float(metrics["train/score_running"]) == pytest.approx(most, abs=0.15)


def test_sac_reaches_the_best_return_that_there_is():
    state, metrics = train("reaches", 15)
    _, reward = play("reaches", state, jnp.zeros(1, jnp.int8), 6)
    # Two steps of length 1 lead from 0 to 2. The return is −1 for the first of them, and 0 after that.
    assert -1.6 < float(reward.sum()) <= -1.0 + 1e-5
    # The running score is the environment's own reward: a sixth of the return of whole episodes. What the
    # shorter first episodes paid has faded.
    running = float(metrics["train/score_running"])
    assert -1 < running < 0
    assert running == pytest.approx(float(metrics["train/return_running"]) / 6, rel=1e-3)


# Properties of every run.


def save_and_restore(state, path):
    checkpoint.save(path, state, {"env_steps": 1, "config": {}}, replay=True)
    like = jax.tree.map(lambda x: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=x.sharding), state)
    (step,) = checkpoint.steps(path)
    return checkpoint.restore(path / str(step), like)


# Each kind of learner, and an objective whose state has more than a network. A checkpoint takes any state.
@pytest.mark.parametrize("name", ["metra", "symmetric", "lsd"])
def test_a_resumed_run_goes_on_bit_for_bit(name, tmp_path):
    functions = make(name)[2]
    state, _ = train(name, 1)
    restored = save_and_restore(state, tmp_path)
    assert_same(restored, state)
    assert_same(functions.epoch(uncommitted(restored)), functions.epoch(state))


# Replay and rollouts. The objective and the agent of a run are functions of its state alone.
@pytest.mark.parametrize("name", ["metra", "symmetric"])
def test_lanes_are_runs_of_their_own(name):
    config, trainer, functions = make(name)
    lanes = training.compiled(trainer, lanes=True)
    keys = jax.random.split(jax.random.key(5), 2)
    changes = {"discount": 0.5, "reward_scale": 3.0, "dual_lambda": 2.0}
    changes |= {"gae_lambda": 0.5, "clip": 0.05, "entropy_weight": 0.1} if name != "metra" else {}
    each = [hparams_of(config), hparams_of(config, **changes)]
    states, metrics = lanes.epoch(lanes.init(keys, jax.tree.map(lambda *x: jnp.stack(x), *each)))
    for i in range(2):
        own, own_metrics = functions.epoch(functions.init(keys[i], each[i]))
        assert_close(lane(states, trainer.lane_axes, i), own)
        assert_close(jax.tree.map(lambda x, i=i: x[i], metrics), own_metrics)


def resampled(skills):
    config = tiny_config(objective="metra", skill_space=skills, skill_sampling="resampled", warmup_steps=128)
    return config, training.make_trainer(config, walker())


@pytest.mark.parametrize("skills", ["categorical", "sphere:3", "gaussian:2", "box:1"])
def test_the_ring_has_room_for_skills_of_every_kind(skills):
    config, trainer = resampled(skills)
    ring, space = training.state_shapes(config, trainer).replay, trainer.components.skills
    assert ring.rows.skill.shape == (32, 8, *space.shape)
    assert ring.rows.skill.dtype == space.dtype
    sizes = {"obs": 8, "x": 4, "action": 4, "reward": 4, "flags": 2}
    kept = sum(sizes.values()) + math.prod(space.shape) * np.dtype(space.dtype).itemsize
    assert trainer.bytes_per_transition == kept
    of_ring = jax.tree.leaves(ring.rows)
    assert sum(math.prod(x.shape) * x.dtype.itemsize for x in of_ring) == kept * 32 * 8


@pytest.mark.parametrize("name", ["metra", "walks"], ids=["sphere:3", "categorical"])
def test_skills_in_the_ring_are_those_that_acted(name, tmp_path):
    config, trainer, _ = make(name)
    state, _ = train(name, 0)
    rows = history(state)
    space, length = trainer.components.skills, config.warmup_steps // config.num_envs
    assert rows.skill.shape == (length, config.num_envs, *space.shape)
    # A row has the skill that acted. The skill changes only on reset rows.
    changed = (rows.skill[1:] != rows.skill[:-1]).reshape(length - 1, config.num_envs, -1).any(-1)
    assert not changed[rows.valid[:-1]].any()
    assert changed[~rows.valid[:-1]].any()
    assert_same(save_and_restore(state, tmp_path), state)


# The policy's inputs.


def test_a_policy_without_position_goes_the_same_way_anywhere():
    hidden = {"agent_sees_features": True, "policy_sees_position": False}
    config = tiny_config(objective="metra", skill_space="sphere:2", **hidden)
    trainer = training.make_trainer(config, walker())
    state = before_warmup(trainer, hparams_of(config))
    parts, skill = training.policy_parts(state), trainer.components.skills.tile(jnp.arange(4))
    obs = jax.random.normal(jax.random.key(1), (4, 2))
    critics = TwinCritic(config.critic_hidden_sizes, config.critic_layer_norm)

    @jax.jit
    def seen_from(x):
        stored = jnp.full((4, 1), x)
        action, _ = trainer.act(parts, (), obs, stored, skill, jnp.ones(4, bool), None)
        seen = trainer.components.inputs.agent_input(state.statistics, obs, stored)
        return action, critics.apply(state.agent.critics, seen, skill, jnp.zeros((4, 1)))

    (here, value_here), (there, value_there) = seen_from(0.0), seen_from(3.0)
    np.testing.assert_array_equal(here, there)
    assert not np.allclose(value_here, value_there)
    # The policy reacts to its inputs. With the position as an input, it would react to that, too.
    moved, _ = trainer.act(parts, (), obs + 1, jnp.zeros((4, 1)), skill, jnp.ones(4, bool), None)
    assert not np.allclose(moved, here)
    shown = tiny_config(objective="metra", skill_space="sphere:2", agent_sees_features=True)
    assert training.make_trainer(shown, walker()).components.problem.policy_dims is None
    assert trainer.components.problem.policy_dims == (0, 1)


def test_metras_ant_sees_no_more_than_its_observation():
    # The map φ sees the ant's position. Policy and critics do not, unless a setting adds it.
    ant = make_config(env="ant", objective="metra")
    assert not ant.agent_sees_features
    config = tiny_config(
        objective="metra", skill_space="sphere:2", agent_sees_features=ant.agent_sees_features
    )
    problem = training.make_trainer(config, walker()).components.problem
    assert (problem.input_size, problem.feature_size) == (2, 1)
    assert make_config(env="ant").agent_sees_features  # DIAYN's reward depends on the position


def test_a_position_within_the_observation_is_hidden_too():
    config = tiny_config(objective="metra", skill_space="sphere:2", policy_sees_position=False)
    assert training.make_trainer(config, walker(2.0)).components.problem.policy_dims == (0, 1)
    hidden = {"agent_sees_features": True, "policy_sees_position": False}
    joined = tiny_config(objective="metra", skill_space="sphere:2", features="obs+x", **hidden)
    assert training.make_trainer(joined, walker()).components.problem.policy_dims == (0, 1)
