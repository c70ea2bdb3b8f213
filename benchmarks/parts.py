"""Parts of a training iteration, each by itself as a scanned program on the trainer's devices.

What they call are the trainer's own functions, and those of its agent, its objective and its optimiser.
"""

import jax
import jax.numpy as jnp

from benchmarks.programs import SPLIT, WHOLE, Part, Subject, Work, nbytes, scanned
from benchmarks.updates import critics, exchange, objective, optimiser, policy, random_batch, update
from diayn_jax import envs, training
from diayn_jax.interfaces import Agent
from diayn_jax.training.learners import make_learner
from diayn_jax.training.state import row_keys


def environment(of: Subject) -> Work:
    """Episodes with random actions."""
    env, shard = of.trainer.env, of.shard
    vector_env = envs.make_vector_env(env, of.config.episode_length)

    def step(state, fixed, pool, key, i):
        del fixed
        action = jax.vmap(lambda k: envs.random_action(env, k))(row_keys(key, shard.env_index()))
        state, _, valid, _ = vector_env.step(state, action, pool, i)
        return state, valid.sum()

    keys = jax.random.key_data(jax.random.split(of.key, shard.num_envs))
    carry = jax.jit(vector_env.reset)(keys)
    return Work(
        step,
        of.config.rollout_length,
        carry,
        SPLIT,
        prepare=lambda key: vector_env.make_pool(jax.random.key_data(row_keys(key, shard.env_index()))),
        # States that come, states of the pool, and states that go.
        moved=3.0 * nbytes(carry),
    )


def acting(of: Subject) -> Work:
    """The policy on E observations, which it moves a little."""
    trainer, shard = of.trainer, of.shard
    obs = jax.random.normal(of.key, (shard.num_envs, trainer.env.observation_size))
    stored = jnp.zeros((shard.num_envs, trainer.feature_map.stored_size))
    skill = trainer.skills.tile(jnp.arange(shard.num_envs))
    parts = training.PolicyParts(of.agent_state(), of.objective_state(), of.statistics)

    def step(obs, fixed, made, key, i):
        del made, i
        parts, stored, skill = fixed
        first, keys = jnp.zeros(shard.local_envs, bool), row_keys(key, shard.env_index())
        action, _ = trainer.act(parts, (), obs, stored, skill, first, keys)
        # All of it, or the compiler would leave out what is not asked for.
        return obs + 1e-3 * action.sum(axis=-1, keepdims=True), 0

    fixed, specs = (parts, stored, skill), (WHOLE, SPLIT, SPLIT)
    return Work(step, of.config.rollout_length, obs, SPLIT, fixed, specs)


def insert(of: Subject) -> Work:
    """A slice of rows into replay, and their tally."""
    learner = of.trainer.learner
    replay = of.full_replay()
    row = jax.tree.map(lambda ring: ring[0], replay.rows)

    def step(replay, row, made, key, i):
        del made, key
        return learner.add_tally(*learner.record(replay, row._replace(reward=row.reward + i))), 0

    moved = 2.0 * nbytes(row)
    return Work(step, of.config.rollout_length, replay, learner.replay_specs, row, SPLIT, moved=moved)


def sample(of: Subject) -> Work:
    """An iteration's batches out of replay: learning, by an objective that only reads them."""
    components = of.trainer.components
    assert isinstance(components.agent, Agent)
    replay = of.full_replay()

    def read(total, batch, hparams):
        del hparams
        # What is read is first written, as for networks.
        return total + sum(x.sum() for x in jax.tree.leaves(jax.lax.optimization_barrier(batch))), {}

    idle = components._replace(
        objective=components.objective._replace(
            update=read, reward=lambda state, batch: jnp.zeros_like(batch.reward), loss=None
        ),
        agent=components.agent._replace(
            update=lambda state, *others: (state, {}), windows=None, accumulate_metrics=None
        ),
    )
    learner = make_learner(of.config, of.trainer.env, idle, of.shard)

    def step(total, fixed, made, key, i):
        del made, i
        agent_state, replay, statistics, hparams = fixed
        return learner.learn(agent_state, total, replay, None, statistics, hparams, key)[1], 0

    # Of each transition two rows are read, and a row of a batch is written.
    batch_bytes = nbytes(jax.eval_shape(lambda: random_batch(of)))
    rows = of.config.updates_per_iteration * max(of.config.objective_updates, of.config.agent_updates)
    moved = rows * (2.0 * of.config.batch_size * of.trainer.bytes_per_transition + batch_bytes)
    fixed = (of.agent_state(), replay, of.statistics, of.hparams)
    specs = (WHOLE, of.trainer.learner.replay_specs, WHOLE, WHOLE)
    # Each device sums up its own rows.
    return Work(step, 1, jnp.zeros(()), WHOLE, fixed, specs, moved=moved)


def learning(of: Subject) -> Work:
    """All that is learned in an iteration, from batches out of replay."""
    learner = of.trainer.learner

    def step(carry, fixed, made, key, i):
        del made, i
        return learner.learn(*carry, fixed[0], None, *fixed[1:], key)[:2], 0

    carry = (of.agent_state(), of.objective_state())
    fixed = (of.full_replay(), of.statistics, of.hparams)
    return Work(step, 1, carry, WHOLE, fixed, (learner.replay_specs, WHOLE, WHOLE))


# What makes an iteration, in its order; `exchange` only where there are several devices.
OF_ITERATION = {
    "acting": acting,
    "physics": environment,
    "insert": insert,
    "sample": sample,
    "objective": objective,
    "critics": critics,
    "policy": policy,
    "exchange": exchange,
    "optimiser": optimiser,
}
# And what is learned in it, as one.
SPLIT_INTO = (*OF_ITERATION, "learning")
PARTS = {**OF_ITERATION, "environment": environment, "update": update, "learning": learning}


def make_part(of: Subject, name: str) -> Part:
    """A part by its name in `PARTS`."""
    return scanned(of, PARTS[name](of))
