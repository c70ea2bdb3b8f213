"""The off-policy learner: an agent such as SAC, trained on batches from a replay ring.

An iteration makes `updates_per_iteration` rounds, each of `objective_updates` steps of what the
objective learns and `agent_updates` steps of the agent. The reward is computed when a batch is
used, by the objective as it then is; replay never holds a stale one.
"""

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
from jax.sharding import PartitionSpec as P

from diayn_jax import envs, equations, parallel
from diayn_jax import replay as ring
from diayn_jax.config import Config
from diayn_jax.interfaces import Agent, Learner, Objective
from diayn_jax.skills import SkillSpace
from diayn_jax.training.state import PolicyParts, Shard, row_keys
from diayn_jax.training.statistics import Inputs, Statistics
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, Step


def batches_per_iteration(config: Config) -> tuple[int, int]:
    """Rounds of updates after a rollout, and batches in a round."""
    return config.updates_per_iteration, max(config.objective_updates, config.agent_updates)


def off_policy(
    config: Any,
    env: envs.Env,
    agent: Agent,
    objective: Objective,
    skills: SkillSpace,
    inputs: Inputs,
    features: Callable[[PolicyParts, Array, Array], Array],
    shard: Shard,
    of_latent: bool,
) -> Learner:
    """The learner of an agent.

    Args:
      config: counts and sizes.
      env: what is acted in.
      agent, objective, skills: what is trained, on what, with what.
      inputs: what networks see.
      features: (parts, obs, stored) -> φ [..., F].
      shard: this device's part of environments and batches.
      of_latent: whether φ is the latent of the agent's encoder, which moves with every update.
    """
    capacity = config.replay_size // config.num_envs
    rounds, batches_per_round = batches_per_iteration(config)
    tallied = skills.num_skills if skills.num_skills is not None and skills.num_skills > 1 else 0
    trains_encoder = of_latent and objective.loss is not None

    def act(agent_state: PyTree, actor: PyTree, obs: Any, skill: Array, first: Array, keys: Key | None):
        del first
        return agent.act(agent_state, obs, skill, keys), (), actor

    def record(replay: ring.Replay, row: Step) -> tuple[ring.Replay, Array]:
        return ring.insert(replay, row, env.frames)

    def add_tally(replay: ring.Replay, tally: Array) -> ring.Replay:
        return replay.replace(counts=replay.counts + tally)

    def sample_batches(agent_state: PyTree, replay: ring.Replay, statistics: Statistics, key: Key) -> Batch:
        """All batches of an iteration, [rounds, batches in a round, B, ...]."""
        total = rounds * batches_per_round
        index = shard.row_index()
        keys = jax.vmap(lambda k: row_keys(k, index))(jax.random.split(key, total)).reshape(-1)
        keys = jax.vmap(lambda k: jax.random.split(k, 3))(keys)
        row, after = ring.sample(
            replay,
            keys[:, 0],
            jnp.tile(index, total),
            shard.first_env(),
            shard.num_rows,
            shard.num_envs,
            env.frames,
        )
        num_rows = total * shard.local_rows
        skill_weight = jnp.ones(num_rows)
        if tallied:
            assert skills.log_prior is not None
            skill_weight = equations.importance_weights(replay.counts, skills.log_prior)[
                row.skill.astype(jnp.int32)
            ]
        valid = row.valid.astype(jnp.float32).reshape(total, shard.local_rows)
        weight = valid / jnp.maximum(parallel.total(valid.sum(1), shard.axis), 1.0)[:, None]
        scale = inputs.feature_scale(statistics)
        if of_latent:
            # The encoder moves with each update: the latent is put in there (`with_latent`).
            phi = next_phi = jnp.zeros((num_rows, scale.shape[0]))
        else:
            parts = PolicyParts(agent_state, (), statistics)
            phi = features(parts, row.obs, row.features)
            next_phi = features(parts, after.obs, after.features)
        batch = Batch(
            obs=inputs.agent_input(statistics, row.obs, row.features),
            next_obs=inputs.agent_input(statistics, after.obs, after.features),
            features=phi,
            next_features=next_phi,
            feature_scale=jnp.broadcast_to(scale, next_phi.shape),
            action=row.action,
            reward=row.reward,
            skill=row.skill,
            terminated=row.terminated,
            weight=weight.reshape(-1),
            skill_weight=skill_weight,
            # All updates' noise at once: drawn update by update it cost a tenth of each on CPU.
            objective_noise=jax.vmap(objective.noise)(keys[:, 1]),
            agent_noise=jax.vmap(agent.noise)(keys[:, 2]),
            extras=row.extras,
        )
        shape = (rounds, batches_per_round, shard.local_rows)
        return jax.tree.map(lambda x: x.reshape(*shape, *x.shape[1:]), batch)

    def with_latent(agent_state: PyTree, batch: Batch) -> Batch:
        """The batch with φ as the encoder now gives it."""
        if not of_latent:
            return batch
        assert agent.latent is not None
        return batch._replace(
            features=agent.latent(agent_state, batch.obs),
            next_features=agent.latent(agent_state, batch.next_obs),
        )

    def update_agent(agent_state: PyTree, objective_state: PyTree, batch: Batch, hparams: HParams):
        complete = with_latent(agent_state, batch)
        reward = hparams["reward_scale"] * objective.reward(objective_state, complete)
        if not trains_encoder:
            return agent.update(agent_state, batch, reward, hparams, None)

        def loss_of_latent(latent: Array) -> Array:
            assert objective.loss is not None
            return objective.loss(objective_state, complete._replace(next_features=latent), hparams)

        return agent.update(agent_state, batch, reward, hparams, loss_of_latent)

    def update_round(
        carry: tuple[PyTree, PyTree], batches: Batch, hparams: HParams
    ) -> tuple[tuple[PyTree, PyTree], Metrics]:
        agent_state, objective_state = carry

        def first(n: int) -> Batch:
            return jax.tree.map(lambda x: x[:n], batches)

        objective_state, of_objective = jax.lax.scan(
            lambda state, batch: objective.update(state, with_latent(agent_state, batch), hparams),
            objective_state,
            first(config.objective_updates),
        )
        agent_state, of_agent = jax.lax.scan(
            lambda state, batch: update_agent(state, objective_state, batch, hparams),
            agent_state,
            first(config.agent_updates),
        )
        return (agent_state, objective_state), jax.tree.map(jnp.mean, {**of_objective, **of_agent})

    def learn(
        agent_state: PyTree,
        objective_state: PyTree,
        replay: ring.Replay,
        statistics: Statistics,
        hparams: HParams,
        key: Key,
    ):
        (agent_state, objective_state), metrics = jax.lax.scan(
            lambda carry, batches: update_round(carry, batches, hparams),
            (agent_state, objective_state),
            sample_batches(agent_state, replay, statistics, key),
        )
        return agent_state, objective_state, replay, jax.tree.map(jnp.mean, metrics)

    # Any: what stands here are specs and axes, in the places of arrays.
    slices: Any = P(None, parallel.AXIS)
    whole: Any = P()
    lane: Any = 0
    shared: Any = None
    return Learner(
        init=agent.init,
        init_replay=lambda row: ring.init(row, capacity, tallied),
        start=lambda agent_state, keys: (),
        act=act,
        record=record,
        add_tally=add_tally,
        learn=learn,
        updates_per_iteration=rounds * config.agent_updates,
        replay_specs=ring.Replay(rows=slices, position=whole, size=whole, counts=whole),
        # With write positions of their own, each lane's insert would be a scatter of its own.
        replay_lanes=ring.Replay(rows=lane, position=shared, size=shared, counts=lane),
        latent=agent.latent,
        adopt=agent.adopt,
    )
