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

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import PartitionSpec as P

from diayn_jax import envs, equations, parallel
from diayn_jax import replay as ring
from diayn_jax.interfaces import FinalObservation, Learner, OnPolicyAgent, RolloutBatch
from diayn_jax.training.batches import latent_gradient, make_batch, with_latent
from diayn_jax.training.components import Components, extras_bytes
from diayn_jax.training.state import Shard, row_keys
from diayn_jax.training.statistics import Statistics
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, Step


def minibatches(config: Any) -> int:
    """How many a pass over a rollout has."""
    return -(-config.num_envs * config.rollout_length // config.batch_size)


def normalised(advantage: Array, weight: Array, axis: str | None) -> Array:
    """Advantages [N] with a weighted mean of 0 and a weighted deviation of 1 over all devices.

    Rows without weight, such as reset rows, count in neither, whatever stands there, and get 0.
    """
    counts = weight > 0
    advantage = jnp.where(counts, advantage, 0.0)
    total, first = parallel.psum((weight.sum(), (weight * advantage).sum()), axis)
    total = jnp.where(total > 0, total, 1.0)
    centred = jnp.where(counts, advantage - first / total, 0.0)
    square = parallel.psum(jnp.sum(weight * centred**2), axis) / total
    return centred / (jnp.sqrt(square) + 1e-8)


class _Rows(NamedTuple):
    """The rows of this device, N = T · local E, those of an environment one behind another."""

    batch: Batch  # [N]; weights are 1, and 0 on reset rows
    valid: Array  # [T, E], bool


def on_policy(config: Any, env: envs.Env, components: Components, shard: Shard) -> Learner:
    """The learner of an agent.

    Args:
      config: counts and sizes, and `agents.settings.RolloutSettings`.
      env: what is acted in.
      components: what is trained, an `OnPolicyAgent`, on what, with what.
      shard: this device's part of environments and minibatches.
    """
    agent, objective, skills = components.agent, components.objective, components.skills
    assert isinstance(agent, OnPolicyAgent)
    length, count = config.rollout_length, minibatches(config)
    # With the frames before the first row that are stacked there.
    slices = length + env.frames - 1
    num_rows = length * shard.local_envs
    # Where each stratum begins, and the end of the last. In 64 bits: the product is large.
    bounds = np.arange(shard.num_rows + 1, dtype=np.int64) * (length * shard.num_envs) // shard.num_rows
    bounds = bounds.astype(np.int32)

    def act(
        agent_state: PyTree,
        actor: PyTree,
        obs: Any,
        skill: Array,
        first: Array,
        keys: Key | None,
        features: Array,
    ):
        if agent.step is not None:
            return agent.step(agent_state, actor, obs, skill, first, keys, features)
        if keys is None:
            return agent.act(agent_state, obs, skill, None), (), actor
        action, extras = agent.sample(agent_state, obs, skill, keys)
        return action, extras, actor

    start = agent.start or (lambda agent_state, keys: ())

    def record(rollout: ring.Replay, row: Step) -> tuple[ring.Replay, Array]:
        return ring.insert(rollout, row, env.frames)

    def flat(x: Array) -> Array:
        """[T, E, ...] -> [N, ...], environment by environment."""
        return jnp.swapaxes(x, 0, 1).reshape(num_rows, *x.shape[2:])

    def by_time(x: Array) -> Array:
        """[N, ...] -> [T, E, ...]."""
        return jnp.swapaxes(x.reshape(shard.local_envs, length, *x.shape[1:]), 0, 1)

    def rollout_of(agent_state: PyTree, rows: Step, last: FinalObservation, statistics: Statistics) -> _Rows:
        after = jax.tree.map(
            lambda x, end: jnp.concatenate([x[1:], end[None]]),
            FinalObservation(rows.obs, rows.features),
            last,
        )
        weight = flat(rows.valid).astype(jnp.float32)
        skill_weight = jnp.ones(num_rows)
        if skills.log_prior is not None and skills.num_skills != 1:
            skill = flat(rows.skill).astype(jnp.int32)
            counts = jnp.zeros(skills.log_prior.shape[0]).at[skill].add(weight)
            counts = parallel.psum(counts, shard.axis)
            skill_weight = equations.importance_weights(counts, skills.log_prior)[skill]
        row, after = jax.tree.map(flat, (rows, after))
        batch = make_batch(components, agent_state, statistics, row, after, weight, skill_weight)
        return _Rows(batch, rows.valid)

    def order(key: Key) -> tuple[Array, Array]:
        """Which rows the minibatches of a pass take, and their keys: [minibatches, local B] each."""
        index = shard.row_index()
        keys = jax.vmap(lambda k: jax.random.split(k, count + 1))(row_keys(key, index))
        turn = jax.vmap(lambda k: jax.random.permutation(k, count))(keys[:, 0])
        start, end = jnp.asarray(bounds)[index], jnp.asarray(bounds)[index + 1]
        row = start[:, None] + turn % (end - start)[:, None]
        return (row - shard.device() * num_rows).T, keys[:, 1:].T

    def minibatch(batch: Batch, row: Array, agent_noise: PyTree, objective_noise: PyTree) -> Batch:
        """The rows [local B] of a rollout, with weights that sum to 1 over all devices."""
        batch = batch._replace(agent_noise=(), objective_noise=())
        batch = jax.tree.map(lambda x: x[row], batch)
        weight = batch.weight / jnp.maximum(parallel.psum(batch.weight.sum(), shard.axis), 1.0)
        return batch._replace(weight=weight, agent_noise=agent_noise, objective_noise=objective_noise)

    def update_objective(
        agent_state: PyTree, objective_state: PyTree, rollout: _Rows, hparams: HParams, key: Key
    ) -> tuple[PyTree, Metrics]:
        """One pass of what the objective learns."""

        def update(state: PyTree, drawn: tuple[Array, Array]) -> tuple[PyTree, Metrics]:
            row, keys = drawn
            batch = minibatch(rollout.batch, row, (), jax.vmap(objective.noise)(keys))
            return objective.update(state, with_latent(components, agent_state, batch), hparams)

        return jax.lax.scan(update, objective_state, order(key))

    def estimate(
        agent_state: PyTree, batch: Batch, valid: Array, reward: Array, hparams: HParams
    ) -> tuple[Array, Array]:
        """Advantages and the values to learn, [T, E] each, of a batch [N] and rewards [T, E]."""
        value = by_time(agent.values(agent_state, batch.obs, batch.skill))
        ends = jnp.arange(length - 1, num_rows, length)
        seen, skill = jax.tree.map(lambda x: x[ends], (batch.next_obs, batch.skill))
        value = jnp.concatenate([value, agent.values(agent_state, seen, skill)[None]])
        advantage = equations.generalized_advantages(
            reward, value, by_time(batch.terminated), valid, hparams["discount"], hparams["gae_lambda"]
        )
        return advantage, advantage + value[:-1]

    def advantages(
        agent_state: PyTree, objective_state: PyTree, rollout: _Rows, hparams: HParams
    ) -> tuple[PyTree, PyTree]:
        """Normalised advantages, and what else the agent learns from, such as values: leaves [N, ...]."""
        batch = with_latent(components, agent_state, rollout.batch)
        reward = by_time(hparams["reward_scale"] * objective.reward(objective_state, batch))
        if agent.estimate is None:
            advantage, target = estimate(agent_state, batch, rollout.valid, reward, hparams)
        else:
            in_time = RolloutBatch(jax.tree.map(by_time, batch), rollout.valid)
            advantage, target = agent.estimate(agent_state, in_time, reward, hparams)
        advantage, target = jax.tree.map(flat, (advantage, target))
        return jax.tree.map(lambda x: normalised(x, batch.weight, shard.axis), advantage), target

    def update_agent(
        agent_state: PyTree,
        objective_state: PyTree,
        rollout: _Rows,
        advantage: PyTree,
        target: PyTree,
        hparams: HParams,
        key: Key,
    ) -> tuple[PyTree, Metrics]:
        """One pass of the agent."""

        def update(state: PyTree, drawn: tuple[Array, Array]) -> tuple[PyTree, Metrics]:
            row, keys = drawn
            keys = jax.vmap(jax.random.split)(keys)
            noise = jax.vmap(agent.noise)(keys[:, 0]), jax.vmap(objective.noise)(keys[:, 1])
            batch = minibatch(rollout.batch, row, *noise)
            complete = with_latent(components, state, batch)
            gradient = latent_gradient(components, objective_state, complete, hparams)
            learned_from = jax.tree.map(lambda x: x[row], (advantage, target))
            return agent.update(state, batch._replace(latent_gradient=gradient), *learned_from, hparams)

        return jax.lax.scan(update, agent_state, order(key))

    def learn(
        agent_state: PyTree,
        objective_state: PyTree,
        replay: ring.Replay,
        last: FinalObservation,
        statistics: Statistics,
        hparams: HParams,
        key: Key,
    ):
        objective_key, agent_key = jax.random.split(key)
        rows = ring.in_order(replay, length, env.frames)
        rollout = rollout_of(agent_state, rows, last, statistics)
        objective_state, of_objective = jax.lax.scan(
            lambda state, k: update_objective(agent_state, state, rollout, hparams, k),
            objective_state,
            jax.random.split(objective_key, config.objective_epochs),
        )
        advantage, target = advantages(agent_state, objective_state, rollout, hparams)
        agent_state, of_agent = jax.lax.scan(
            lambda state, k: update_agent(state, objective_state, rollout, advantage, target, hparams, k),
            agent_state,
            jax.random.split(agent_key, config.epochs),
        )
        metrics = jax.tree.map(jnp.mean, {**of_objective, **of_agent})
        if agent.accumulate_metrics is not None:
            agent_state, of_actors = agent.accumulate_metrics(agent_state, rows.extras, rows.valid)
            metrics |= of_actors
        return agent_state, objective_state, replay, metrics

    # Any: what stands here are specs and axes, in the places of arrays.
    slices_of_envs: Any = P(None, parallel.AXIS)
    whole: Any = P()
    lane: Any = 0
    shared: Any = None
    return Learner(
        init=agent.init,
        init_replay=lambda row: ring.init(row, slices, 0),
        start=start,
        act=act,
        record=record,
        add_tally=lambda rollout, tally: rollout,
        learn=learn,
        updates_per_iteration=count * config.epochs,
        capacity=slices * config.num_envs,
        extras_bytes=extras_bytes(config, components, start, act),
        replay_specs=ring.Replay(rows=slices_of_envs, position=whole, size=whole, counts=whole),
        replay_lanes=ring.Replay(rows=lane, position=shared, size=shared, counts=lane),
        latent=agent.latent,
        warm_start=agent.warm_start,
    )
