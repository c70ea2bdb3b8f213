"""Makes each part of a training iteration as a scanned program of its own on the trainer's devices.

The parts call the functions of the trainer, its agent, its objective and its optimiser.
"""

from typing import Any

import jax
import jax.numpy as jnp

from benchmarks import floors
from benchmarks.programs import SPLIT, WHOLE, Part, Subject, Work, nbytes, scanned
from benchmarks.updates import critics, exchange, objective, optimiser, policy, random_batch, update
from diayn_jax import envs, training
from diayn_jax.interfaces import Agent, LearnerState, LearningInputs
from diayn_jax.training.learners.choice import make_learner
from diayn_jax.training.state import row_keys


def environment(of: Subject) -> Work:
    """Steps episodes with random actions."""
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
        # A step reads the states and states of the pool, and writes states.
        moved=3.0 * nbytes(carry),
    )


def acting(of: Subject) -> Work:
    """Acts on E observations, and then changes them slightly, so that steps differ."""
    trainer, shard = of.trainer, of.shard
    obs = jax.random.normal(of.key, (shard.num_envs, trainer.env.observation_size))
    stored = jnp.zeros((shard.num_envs, trainer.components.feature_map.stored_size))
    skill = trainer.components.skills.tile(jnp.arange(shard.num_envs))
    parts = training.PolicyParts(of.agent_state(), of.objective_state(), of.statistics)

    def step(obs, fixed, made, key, i):
        del made, i
        parts, stored, skill = fixed
        first, keys = jnp.zeros(shard.local_envs, bool), row_keys(key, shard.env_index())
        action, _ = trainer.act(parts, (), obs, stored, skill, first, keys)
        # Use the whole action, or the compiler would drop the unused part.
        return obs + 1e-3 * action.sum(axis=-1, keepdims=True), 0

    fixed, specs = (parts, stored, skill), (WHOLE, SPLIT, SPLIT)
    return Work(step, of.config.rollout_length, obs, SPLIT, fixed, specs)


def insert(of: Subject) -> Work:
    """Inserts a slice of rows into replay, and updates the metrics."""
    learner = of.trainer.learner
    replay = of.full_replay()
    row = jax.tree.map(lambda ring: ring[0], replay.rows)

    def step(replay, row, made, key, i):
        del made, key
        return learner.add_tally(*learner.record(replay, row._replace(reward=row.reward + i))), 0

    moved = 2.0 * nbytes(row)
    return Work(step, of.config.rollout_length, replay, learner.replay_specs, row, SPLIT, moved=moved)


def sample(of: Subject) -> Work:
    """Samples an iteration's batches from replay: learning with an objective that only reads them."""
    components = of.trainer.components
    assert isinstance(components.agent, Agent)
    replay = of.full_replay()

    def read(total, batch, hparams):
        del hparams
        # The barrier makes the batch be written to memory before it is read, as for networks.
        return total + sum(x.sum() for x in jax.tree.leaves(jax.lax.optimization_barrier(batch))), {}

    idle = components._replace(
        objective=components.objective._replace(
            update=read, reward=lambda state, batch, hparams: jnp.zeros_like(batch.reward), loss=None
        ),
        agent=components.agent._replace(
            update=lambda state, *others: (state, {}), windows=None, accumulate_metrics=None
        ),
    )
    learner = make_learner(of.config, of.trainer.env, idle, of.shard)

    def step(total, fixed, made, key, i):
        del made, i
        agent_state, replay, statistics, hparams = fixed
        last: Any = None
        inputs = LearningInputs(last, statistics, hparams, key)
        return learner.learn(LearnerState(agent_state, total, replay), inputs)[0].objective, 0

    # Each transition reads two rows and writes one row of a batch.
    batch_bytes = nbytes(jax.eval_shape(lambda: random_batch(of)))
    rows = of.config.updates_per_iteration * max(of.config.objective_updates, of.config.agent_updates)
    moved = rows * (2.0 * of.config.batch_size * of.trainer.bytes_per_transition + batch_bytes)
    fixed = (of.agent_state(), replay, of.statistics, of.hparams)
    specs = (WHOLE, of.trainer.learner.replay_specs, WHOLE, WHOLE)
    # Each device sums its own rows.
    return Work(step, 1, jnp.zeros(()), WHOLE, fixed, specs, moved=moved)


def learning(of: Subject) -> Work:
    """Runs all updates of an iteration, on batches from replay."""
    learner = of.trainer.learner

    def step(carry, fixed, made, key, i):
        del made, i
        last: Any = None
        replay, statistics, hparams = fixed
        inputs = LearningInputs(last, statistics, hparams, key)
        return learner.learn(LearnerState(*carry, replay), inputs)[0][:2], 0

    carry = (of.agent_state(), of.objective_state())
    fixed = (of.full_replay(), of.statistics, of.hparams)
    return Work(step, 1, carry, WHOLE, fixed, (learner.replay_specs, WHOLE, WHOLE))


# The parts of an iteration, in order; `exchange` exists only with several devices.
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
# The parts of the split, with all learning in one program as the last.
SPLIT_INTO = (*OF_ITERATION, "learning")
PARTS = {**OF_ITERATION, "environment": environment, "update": update, "learning": learning}


def make_part(of: Subject, name: str) -> Part:
    """Makes the part of a name in `PARTS`."""
    return scanned(of, PARTS[name](of))


def operations(of: Subject, name: str) -> floors.Operations:
    """Counts the operations of an iteration of one part, over all devices."""
    part = make_part(of, name)
    found = floors.times(part.steps, floors.operations_of_step(part.run, part.carry, of.key))
    return _as_simulated(found, found) if PARTS[name] is environment else found


def operations_of_epoch(of: Subject, state: Any) -> floors.Operations:
    """Counts the operations of an iteration of training, over all devices. `state` may be of shapes."""
    return _as_simulated(floors.operations_of_step(of.trainer.epoch, state), operations(of, "environment"))


def _as_simulated(whole: floors.Operations, environment: floors.Operations) -> floors.Operations:
    simulated = environment.others + environment.simulated
    return whole._replace(others=whole.others - simulated, simulated=simulated)
