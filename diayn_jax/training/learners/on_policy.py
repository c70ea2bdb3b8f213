"""The on-policy learner: an agent such as PPO, trained on its own last rollout and on nothing else.

An iteration is a rollout of T steps in E environments. From its rows the objective learns first, in
`objective_epochs` passes; then it rewards them, as it then is; then the agent learns, in `epochs`
passes, from advantages that the critic estimates once, before the first of them.

A pass takes the rollout in minibatches of `batch_size` rows. They are stratified: the rows, those of one
environment behind those of another, are cut into as many strata of equal length as a minibatch has rows,
and each minibatch takes one row of each stratum, in an order drawn anew in each pass. So a pass learns from
every row at least once, each minibatch holds all environments (hence skills) alike, and each device supplies
the rows of its own, whatever the number of devices. A stratum that is a row shorter than others gives one
row twice.
"""

import functools
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import PartitionSpec as P

from diayn_jax import envs, equations, parallel
from diayn_jax import replay as ring
from diayn_jax.interfaces import (
    FinalObservation,
    Learner,
    LearnerState,
    LearningInputs,
    OnPolicyAgent,
    PolicyInput,
    RolloutBatch,
)
from diayn_jax.skills import current_log_prior
from diayn_jax.training.combined_metrics import combined
from diayn_jax.training.components import Components, extras_bytes
from diayn_jax.training.learners.batches import DrawnRows, latent_gradient, make_batch, with_latent
from diayn_jax.training.state import Shard, row_keys
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, Step


class RolloutContext(NamedTuple):
    """What learning from rollouts needs of a run."""

    config: Any  # with `agents.rollouts.RolloutSettings`
    components: Components
    agent: Any  # `OnPolicyAgent`; of a whole learner, that asks for its rows alone, None
    shard: Shard
    frames: int  # that are stacked in an observation

    @property
    def length(self) -> int:
        """T."""
        return self.config.rollout_length

    @property
    def slices(self) -> int:
        """Rows of each environment in the ring, with the frames before the first that are stacked there."""
        return self.length + self.frames - 1

    @property
    def num_rows(self) -> int:
        """N = T · local E, the rows of this device."""
        return self.length * self.shard.local_envs


def rows_context(config: Any, components: Components, shard: Shard) -> RolloutContext:
    """What rows become a batch by, for a learner that learns in its own way."""
    return RolloutContext(config, components, None, shard, 1)


class RolloutRows(NamedTuple):
    """The rows of this device, those of an environment one behind another."""

    batch: Batch  # [N]; weights are 1, and 0 on reset rows
    valid: Array  # [T, E], bool


class Estimates(NamedTuple):
    """What the agent learns from beside its batch: leaves [N, ...]."""

    advantage: PyTree  # normalised
    target: PyTree  # such as values


def minibatches(config: Any) -> int:
    """How many a pass over a rollout has."""
    return -(-config.num_envs * config.rollout_length // config.batch_size)


def normalised(advantage: Array, weight: Array, axes: tuple[str, ...]) -> Array:
    """Advantages [N] with a weighted mean of 0 and a weighted deviation of 1 over all devices.

    Rows without weight, such as reset rows, count in neither, whatever stands there, and get 0.
    """
    counts = weight > 0
    advantage = jnp.where(counts, advantage, 0.0)
    total, first = parallel.psum((weight.sum(), (weight * advantage).sum()), axes)
    total = jnp.where(total > 0, total, 1.0)
    centred = jnp.where(counts, advantage - first / total, 0.0)
    square = parallel.psum(jnp.sum(weight * centred**2), axes) / total
    return centred / (jnp.sqrt(square) + 1e-8)


def on_policy(config: Any, env: envs.Env, components: Components, shard: Shard) -> Learner:
    """The learner of an agent.

    Args:
      config: counts and sizes, and `agents.settings.RolloutSettings`.
      env: what is acted in.
      components: what is trained, an `OnPolicyAgent`, on what, with what.
      shard: this device's part of environments and minibatches.
    """
    agent = components.agent
    assert isinstance(agent, OnPolicyAgent)
    run = RolloutContext(config, components, agent, shard, env.frames)
    start = agent.start or (lambda agent_state, keys: ())
    act = functools.partial(_act, agent)
    # Any: what stands here are specs and axes, in the places of arrays.
    slices_of_envs: Any = P(None, parallel.AXIS)
    whole: Any = P()
    lane: Any = 0
    shared: Any = None
    return Learner(
        init=agent.init,
        init_replay=lambda row: ring.init(row, run.slices, 0),
        start=start,
        act=act,
        record=lambda rollout, row: ring.insert(rollout, row, env.frames),
        add_tally=lambda rollout, tally: rollout,
        learn=functools.partial(_learn, run),
        updates_per_iteration=minibatches(config) * config.epochs,
        capacity=run.slices * config.num_envs,
        extras_bytes=extras_bytes(config, components, start, act),
        replay_specs=ring.Replay(rows=slices_of_envs, position=whole, size=whole, counts=whole),
        replay_lanes=ring.Replay(rows=lane, position=shared, size=shared, counts=lane),
        latent=agent.latent,
        warm_start=agent.warm_start,
        keep=ring.to_be_overwritten,
        undo=ring.undo_inserts,
    )


def _act(
    agent: OnPolicyAgent, agent_state: PyTree, actor: PyTree, seen: PolicyInput, keys: Key | None
) -> tuple[Array, PyTree, PyTree]:
    """Actions, what is stored with them, and actors: see `Learner.act`."""
    if agent.step is not None:
        return agent.step(agent_state, actor, seen.obs, seen.skill, seen.first, keys, seen.features)
    if keys is None:
        return agent.act(agent_state, seen.obs, seen.skill, None), (), actor
    action, extras = agent.sample(agent_state, seen.obs, seen.skill, keys)
    return action, extras, actor


def _learn(run: RolloutContext, state: LearnerState, given: LearningInputs) -> tuple[LearnerState, Metrics]:
    """All that is learned from the last rollout: see `Learner.learn`."""
    config, agent = run.config, run.agent
    objective_key, agent_key, reward_key = jax.random.split(given.key, 3)
    rows = ring.in_order(state.replay, run.length, run.frames)
    rollout = rollout_rows(run, state, rows, given)
    objective_state, objective_hparams = run.components.shared(state.objective, given.hparams)
    objective_state, of_objective = jax.lax.scan(
        lambda carry, key: _objective_pass(run, carry, state.agent, rollout, objective_hparams, key),
        objective_state,
        jax.random.split(objective_key, config.objective_epochs),
    )
    state = state._replace(objective=objective_state)
    estimates, tally = _estimates(run, state, rollout, given.hparams, reward_key)
    agent_state, of_agent = jax.lax.scan(
        lambda carry, key: _agent_pass(
            run, state._replace(agent=carry), rollout, estimates, given.hparams, key
        ),
        state.agent,
        jax.random.split(agent_key, config.epochs),
    )
    found = {f"--objective={config.objective}": of_objective, f"--agent={config.agent}": of_agent}
    found = {owner: jax.tree.map(jnp.mean, values) for owner, values in found.items()}
    if agent.accumulate_metrics is not None:
        agent_state, found["the agent's tally"] = agent.accumulate_metrics(
            agent_state, rows.extras, rows.valid
        )
    state, found[f"--skills={config.skills}"] = run.components.move_prior(
        state._replace(agent=agent_state), tally, given.hparams
    )
    return state, combined(found)


def _by_environment(run: RolloutContext, x: Array) -> Array:
    """[T, E, ...] -> [N, ...], environment by environment."""
    return jnp.swapaxes(x, 0, 1).reshape(run.num_rows, *x.shape[2:])


def by_time(run: RolloutContext, x: Array) -> Array:
    """[N, ...] -> [T, E, ...]."""
    return jnp.swapaxes(x.reshape(run.shard.local_envs, run.length, *x.shape[1:]), 0, 1)


def rollout_rows(run: RolloutContext, state: LearnerState, rows: Step, given: LearningInputs) -> RolloutRows:
    """The rollout [T, E, ...] as one batch, and the states behind it."""
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
    """Which rows the minibatches of a pass take, and their keys: [minibatches, local B] each."""
    shard, count = run.shard, minibatches(run.config)
    # Where each stratum begins, and the end of the last. In 64 bits: the product is large.
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
    """The rows [local B] of a rollout, with weights that sum to 1 over all devices."""
    batch = batch._replace(agent_noise=(), objective_noise=())
    batch = jax.tree.map(lambda x: x[row], batch)
    weight = batch.weight / jnp.maximum(parallel.psum(batch.weight.sum(), run.shard.axes), 1.0)
    return batch._replace(weight=weight, agent_noise=agent_noise, objective_noise=objective_noise)


def _objective_pass(
    run: RolloutContext,
    objective_state: PyTree,
    agent_state: PyTree,
    rollout: RolloutRows,
    hparams: HParams,
    key: Key,
) -> tuple[PyTree, Metrics]:
    """One pass of what the objective learns."""
    objective = run.components.objective

    def update(state: PyTree, drawn: tuple[Array, Array]) -> tuple[PyTree, Metrics]:
        row, keys = drawn
        batch = _minibatch(run, rollout.batch, row, (), jax.vmap(objective.noise)(keys))
        batch = run.components.objective_batch(with_latent(run.components, agent_state, batch))
        return objective.update(state, batch, hparams)

    return jax.lax.scan(update, objective_state, _order(run, key))


def _agent_pass(
    run: RolloutContext,
    state: LearnerState,
    rollout: RolloutRows,
    estimates: Estimates,
    hparams: HParams,
    key: Key,
) -> tuple[PyTree, Metrics]:
    """One pass of the agent."""
    components, agent, objective = run.components, run.agent, run.components.objective

    def update(agent_state: PyTree, drawn: tuple[Array, Array]) -> tuple[PyTree, Metrics]:
        row, keys = drawn
        keys = jax.vmap(jax.random.split)(keys)
        noise = jax.vmap(agent.noise)(keys[:, 0]), jax.vmap(objective.noise)(keys[:, 1])
        batch = with_latent(components, agent_state, _minibatch(run, rollout.batch, row, *noise))
        gradient = latent_gradient(components, state.objective, batch, hparams)
        advantage, target = jax.tree.map(lambda x: x[row], estimates)
        return agent.update(agent_state, batch._replace(latent_gradient=gradient), advantage, target, hparams)

    return jax.lax.scan(update, state.agent, _order(run, key))


def _estimates(
    run: RolloutContext, state: LearnerState, rollout: RolloutRows, hparams: HParams, key: Key
) -> tuple[Estimates, PyTree]:
    """What the agent learns from, by the reward of the whole rollout, and what a prior that moves counts."""
    objective = run.components.objective
    in_time = functools.partial(by_time, run)
    first_row = run.shard.first_env() * run.length
    keys = row_keys(key, first_row + jnp.arange(run.num_rows))
    batch = with_latent(run.components, state.agent, rollout.batch)
    batch = batch._replace(objective_noise=jax.vmap(objective.noise)(keys))
    reward = hparams["reward_scale"] * objective.reward(state.objective, batch, hparams)
    weight = batch.weight / jnp.maximum(parallel.psum(batch.weight.sum(), run.shard.axes), 1.0)
    tally = run.components.accumulate_skills(state.skills, batch._replace(weight=weight), reward)
    reward = in_time(reward)
    if run.agent.estimate is None:
        advantage, target = _generalized_advantages(
            run, state.agent, RolloutRows(batch, rollout.valid), reward, hparams
        )
    else:
        rows = RolloutBatch(jax.tree.map(in_time, batch), rollout.valid)
        advantage, target = run.agent.estimate(state.agent, rows, reward, hparams)
    advantage, target = jax.tree.map(functools.partial(_by_environment, run), (advantage, target))
    advantage = jax.tree.map(lambda x: normalised(x, batch.weight, run.shard.axes), advantage)
    return Estimates(advantage, target), tally


def _generalized_advantages(
    run: RolloutContext, agent_state: PyTree, rollout: RolloutRows, reward: Array, hparams: HParams
) -> tuple[Array, Array]:
    """Advantages and the values to learn, [T, E] each, of rewards [T, E]."""
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
