"""The on-policy learner: an agent such as PPO, trained only on its own last rollout.

An iteration is a rollout of T steps in E environments, and learning from its rows. First the objective learns
from them, in `objective_epochs` passes. Then the objective computes their rewards, and the critic estimates
the advantages, once. Then the agent learns from the advantages, in `epochs` passes.

A pass splits the rollout into minibatches of `batch_size` rows. The minibatches are stratified. The rows are
sorted by environment, and split into as many strata of equal length as a minibatch has rows. Each minibatch
takes one row of each stratum, in an order that is drawn anew in each pass. So a pass learns from every row at
least once. Each minibatch has all environments (hence all skills) in equal shares. Each device supplies only
rows of its own environments, for any number of devices. If a stratum is one row shorter than others, one of
its rows is taken twice.
"""

import functools
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, equations, parallel
from diayn_jax import replay as ring
from diayn_jax.interfaces import (
    FinalObservation,
    Learner,
    LearnerState,
    LearningInputs,
    OnPolicyAgent,
    RolloutBatch,
)
from diayn_jax.skills import current_log_prior
from diayn_jax.training.combined_metrics import combined, scan_updates
from diayn_jax.training.components import Components
from diayn_jax.training.learners.batches import DrawnRows, latent_gradient, make_batch, with_latent
from diayn_jax.training.learners.ring_learner import RingSize, make_ring_learner
from diayn_jax.training.state import Shard, row_keys
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, Step


class RolloutContext(NamedTuple):
    """The parts of a run that learning from rollouts uses."""

    config: Any  # has the fields of `agents.settings.ObjectiveOnRollouts`
    components: Components
    agent: Any  # `OnPolicyAgent` or `PopulationAgent`; None for a whole learner, which only needs the rows
    shard: Shard
    frames: int  # number of frames that an observation stacks

    @property
    def length(self) -> int:
        """T, the steps of a rollout."""
        return self.config.rollout_length

    @property
    def slices(self) -> int:
        """Rows of each environment in the ring: the rollout, and the earlier frames of its first row."""
        return self.length + self.frames - 1

    @property
    def num_rows(self) -> int:
        """N = T · local E, the rows of this device."""
        return self.length * self.shard.local_envs


class RolloutRows(NamedTuple):
    """The rows of this device, sorted by environment and then by time."""

    batch: Batch  # [N]; weights are 1, and 0 on reset rows
    valid: Array  # [T, E], bool


class Rewarded(NamedTuple):
    """The rows of this device with the objective's rewards."""

    batch: Batch  # [N], with the latent and the objective's noise
    reward: Array  # [N], scaled
    tally: PyTree  # sums of a moving prior over the rollout


class Estimates(NamedTuple):
    """The advantages and targets that the agent learns from, leaves [N, ...]."""

    advantage: PyTree  # normalised
    target: PyTree  # targets of the values, for example


def minibatches(config: Any) -> int:
    """Returns the number of minibatches in a pass over a rollout."""
    return -(-config.num_envs * config.rollout_length // config.batch_size)


def normalised(advantage: Array, weight: Array, axes: tuple[str, ...]) -> Array:
    """Returns advantages [N] with a weighted mean of 0 and a weighted deviation of 1 over all devices.

    Rows with weight 0, such as reset rows, are ignored, even if they are not finite, and become 0.
    """
    counts = weight > 0
    advantage = jnp.where(counts, advantage, 0.0)
    total, first = parallel.psum((weight.sum(), (weight * advantage).sum()), axes)
    total = jnp.where(total > 0, total, 1.0)
    centred = jnp.where(counts, advantage - first / total, 0.0)
    square = parallel.psum(jnp.sum(weight * centred**2), axes) / total
    return centred / (jnp.sqrt(square) + 1e-8)


def on_policy(config: Any, env: envs.Env, components: Components, shard: Shard) -> Learner:
    """Makes the learner of an `OnPolicyAgent`. The config has the fields of `RolloutSettings`.

    `shard` is this device's part of environments and minibatches.
    """
    agent = components.agent
    assert isinstance(agent, OnPolicyAgent)
    run = RolloutContext(config, components, agent, shard, env.frames)
    learn, updates = functools.partial(_learn, run), minibatches(config) * config.epochs
    return make_ring_learner(config, env, components, RingSize(run.slices), learn, updates)


def _learn(run: RolloutContext, state: LearnerState, given: LearningInputs) -> tuple[LearnerState, Metrics]:
    """Runs all updates of an iteration on the last rollout: see `Learner.learn`."""
    config, agent = run.config, run.agent
    objective_key, agent_key, reward_key = jax.random.split(given.key, 3)
    rows = ring.in_order(state.replay, run.length, run.frames)
    rollout = rollout_rows(run, state, rows, given)
    state, of_objective = learn_objective(run, state, rollout, given.hparams, objective_key)
    rewarded = rewards(run, state, rollout, given.hparams, reward_key)
    estimates = _estimates(run, state, rewarded, rollout.valid, given.hparams)
    agent_state, of_agent = scan_updates(
        lambda carry, key: _agent_pass(
            run, state._replace(agent=carry), rollout, estimates, given.hparams, key
        ),
        state.agent,
        jax.random.split(agent_key, config.epochs),
    )
    found = {f"--objective={config.objective}": of_objective, f"--agent={config.agent}": of_agent}
    if agent.accumulate_metrics is not None:
        agent_state, found["the agent's tally"] = agent.accumulate_metrics(
            agent_state, rows.extras, rows.valid
        )
    state, found[f"--skill_space={config.skill_space}"] = run.components.move_prior(
        state._replace(agent=agent_state), rewarded.tally, given.hparams
    )
    return state, combined(found)


def _by_environment(run: RolloutContext, x: Array) -> Array:
    """Flattens [T, E, ...] -> [N, ...], sorted by environment and then by time."""
    return jnp.swapaxes(x, 0, 1).reshape(run.num_rows, *x.shape[2:])


def by_time(run: RolloutContext, x: Array) -> Array:
    """Reverses `_by_environment`: [N, ...] -> [T, E, ...]."""
    return jnp.swapaxes(x.reshape(run.shard.local_envs, run.length, *x.shape[1:]), 0, 1)


def rollout_rows(run: RolloutContext, state: LearnerState, rows: Step, given: LearningInputs) -> RolloutRows:
    """Makes one batch of the rollout's rows [T, E, ...]; `given.last` has the states after the last rows."""
    skills, shard = run.components.skills, run.shard
    flat = functools.partial(_by_environment, run)
    after = jax.tree.map(
        lambda x, end: jnp.concatenate([x[1:], end[None]]),
        FinalObservation(rows.obs, rows.features),
        given.last,
    )
    weight = flat(rows.valid).astype(jnp.float32)
    skill_weight = jnp.ones(run.num_rows)
    log_prior = current_log_prior(skills, state.skills)
    if log_prior is not None and skills.num_skills != 1:
        skill = flat(rows.skill).astype(jnp.int32)
        counts = jnp.zeros(log_prior.shape[0], jnp.int32).at[skill].add(flat(rows.valid))
        counts = parallel.psum(counts, shard.axes)
        skill_weight = equations.importance_weights(counts, log_prior)[skill]
    row, after = jax.tree.map(flat, (rows, after))
    drawn = DrawnRows(row, after, weight, skill_weight)
    return RolloutRows(make_batch(run.components, state.agent, given.statistics, drawn), rows.valid)


def _order(run: RolloutContext, key: Key) -> tuple[Array, Array]:
    """Draws the rows that each minibatch of a pass takes, and their keys: [minibatches, local B] each."""
    shard, count = run.shard, minibatches(run.config)
    # The first row of each stratum, and the end of the last. The product needs 64 bits.
    strata = np.arange(shard.num_rows + 1, dtype=np.int64) * (run.length * shard.num_envs) // shard.num_rows
    bounds = jnp.asarray(strata.astype(np.int32))
    index = shard.row_index()
    keys = jax.vmap(lambda k: jax.random.split(k, count + 1))(row_keys(key, index))
    turn = jax.vmap(lambda k: jax.random.permutation(k, count))(keys[:, 0])
    start, end = bounds[index], bounds[index + 1]
    row = start[:, None] + turn % (end - start)[:, None]
    return (row - shard.device() * run.num_rows).T, keys[:, 1:].T


def _minibatch(
    run: RolloutContext, batch: Batch, row: Array, agent_noise: PyTree, objective_noise: PyTree
) -> Batch:
    """Returns the rows [local B] of a rollout, with weights that sum to 1 over all devices."""
    batch = batch._replace(agent_noise=(), objective_noise=())
    batch = jax.tree.map(lambda x: x[row], batch)
    weight = batch.weight / jnp.maximum(parallel.psum(batch.weight.sum(), run.shard.axes), 1.0)
    return batch._replace(weight=weight, agent_noise=agent_noise, objective_noise=objective_noise)


def learn_objective(
    run: RolloutContext, state: LearnerState, rollout: RolloutRows, hparams: HParams, key: Key
) -> tuple[LearnerState, Metrics]:
    """Runs all passes of the objective over a rollout. The metrics are the means over all updates."""
    objective_state, hparams = run.components.shared(state.objective, hparams)
    objective_state, metrics = scan_updates(
        lambda carry, key: _objective_pass(run, carry, state.agent, rollout, hparams, key),
        objective_state,
        jax.random.split(key, run.config.objective_epochs),
    )
    return state._replace(objective=objective_state), metrics


def _objective_pass(
    run: RolloutContext,
    objective_state: PyTree,
    agent_state: PyTree,
    rollout: RolloutRows,
    hparams: HParams,
    key: Key,
) -> tuple[PyTree, Metrics]:
    """Runs one pass of the objective."""
    objective = run.components.objective

    def update(state: PyTree, drawn: tuple[Array, Array]) -> tuple[PyTree, Metrics]:
        row, keys = drawn
        batch = _minibatch(run, rollout.batch, row, (), jax.vmap(objective.noise)(keys))
        batch = run.components.objective_batch(with_latent(run.components, agent_state, batch))
        return objective.update(state, batch, hparams)

    return scan_updates(update, objective_state, _order(run, key))


def _agent_pass(
    run: RolloutContext,
    state: LearnerState,
    rollout: RolloutRows,
    estimates: Estimates,
    hparams: HParams,
    key: Key,
) -> tuple[PyTree, Metrics]:
    """Runs one pass of the agent."""
    components, agent, objective = run.components, run.agent, run.components.objective

    def update(agent_state: PyTree, drawn: tuple[Array, Array]) -> tuple[PyTree, Metrics]:
        row, keys = drawn
        keys = jax.vmap(jax.random.split)(keys)
        noise = jax.vmap(agent.noise)(keys[:, 0]), jax.vmap(objective.noise)(keys[:, 1])
        batch = with_latent(components, agent_state, _minibatch(run, rollout.batch, row, *noise))
        gradient = latent_gradient(components, state.objective, batch, hparams)
        advantage, target = jax.tree.map(lambda x: x[row], estimates)
        return agent.update(agent_state, batch._replace(latent_gradient=gradient), advantage, target, hparams)

    return scan_updates(update, state.agent, _order(run, key))


def rewards(
    run: RolloutContext, state: LearnerState, rollout: RolloutRows, hparams: HParams, key: Key
) -> Rewarded:
    """Computes the rewards of a rollout."""
    objective = run.components.objective
    first_row = run.shard.first_env() * run.length
    keys = row_keys(key, first_row + jnp.arange(run.num_rows))
    batch = with_latent(run.components, state.agent, rollout.batch)
    batch = batch._replace(objective_noise=jax.vmap(objective.noise)(keys))
    reward = hparams["reward_scale"] * objective.reward(state.objective, batch, hparams)
    weight = batch.weight / jnp.maximum(parallel.psum(batch.weight.sum(), run.shard.axes), 1.0)
    weighted = batch._replace(weight=weight)
    tally = run.components.accumulate_skills(state.skills, state.objective, weighted, reward)
    return Rewarded(batch, reward, tally)


def _estimates(
    run: RolloutContext, state: LearnerState, rewarded: Rewarded, valid: Array, hparams: HParams
) -> Estimates:
    """Returns the advantages and targets for the agent; valid [T, E]."""
    in_time, batch = functools.partial(by_time, run), rewarded.batch
    reward = in_time(rewarded.reward)
    if run.agent.estimate is None:
        advantage, target = _generalized_advantages(
            run, state.agent, RolloutRows(batch, valid), reward, hparams
        )
    else:
        rows = RolloutBatch(jax.tree.map(in_time, batch), valid)
        advantage, target = run.agent.estimate(state.agent, rows, reward, hparams)
    advantage, target = jax.tree.map(functools.partial(_by_environment, run), (advantage, target))
    advantage = jax.tree.map(lambda x: normalised(x, batch.weight, run.shard.axes), advantage)
    return Estimates(advantage, target)


def _generalized_advantages(
    run: RolloutContext, agent_state: PyTree, rollout: RolloutRows, reward: Array, hparams: HParams
) -> tuple[Array, Array]:
    """Returns advantages and targets of the values, [T, E] each, from rewards [T, E]."""
    batch, values = rollout.batch, run.agent.values
    value = by_time(run, values(agent_state, batch.obs, batch.skill))
    ends = jnp.arange(run.length - 1, run.num_rows, run.length)
    seen, skill = jax.tree.map(lambda x: x[ends], (batch.next_obs, batch.skill))
    value = jnp.concatenate([value, values(agent_state, seen, skill)[None]])
    terminated = by_time(run, batch.terminated)
    advantage = equations.generalized_advantages(
        reward, value, terminated, rollout.valid, hparams["discount"], hparams["gae_lambda"]
    )
    return advantage, advantage + value[:-1]
