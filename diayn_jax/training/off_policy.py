"""The off-policy learner: an agent such as SAC, trained on batches from a replay ring.

An iteration makes `updates_per_iteration` rounds, each of `objective_updates` steps of what the
objective learns and `agent_updates` steps of the agent. The reward is computed when a batch is
used, by the objective as it then is; replay never holds a stale one. An agent that learns from
several steps at once (`interfaces.WindowLearner`) does so after these rounds.
"""

from typing import Any

import jax
import jax.numpy as jnp
from jax.sharding import PartitionSpec as P

from diayn_jax import envs, equations, parallel
from diayn_jax import replay as ring
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import Agent, Last, Learner, WindowLearner
from diayn_jax.training.batches import loss_of_latent, make_batch, with_latent
from diayn_jax.training.components import Components, extras_bytes
from diayn_jax.training.state import Shard, row_keys
from diayn_jax.training.statistics import Statistics
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, Step, Windows


def off_policy(config: Any, env: envs.Env, components: Components, shard: Shard) -> Learner:
    """The learner of an agent.

    Args:
      config: counts and sizes.
      env: what is acted in.
      components: what is trained, an `Agent`, on what, with what.
      shard: this device's part of environments and batches.
    """
    agent, objective, skills = components.agent, components.objective, components.skills
    assert isinstance(agent, Agent)
    capacity = config.replay_size // config.num_envs
    _check_precision(config, components)
    if agent.windows is not None:
        _check_windows(config, agent.windows, capacity, env.frames)
    rounds, batches_per_round = (
        config.updates_per_iteration,
        max(config.objective_updates, config.agent_updates),
    )
    tallied = skills.num_skills if skills.num_skills is not None and skills.num_skills > 1 else 0

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
        return agent.act(agent_state, obs, skill, keys), (), actor

    start = agent.start or (lambda agent_state, keys: ())

    def newest(replay: ring.Replay) -> tuple[PyTree, Array]:
        """What was stored with the actions of this iteration, and which are valid: leaves [T, E, ...]."""
        length = min(config.rollout_length, capacity)
        slices = (replay.position - length + jnp.arange(length)) % capacity
        return jax.tree.map(lambda ring: ring[slices], (replay.rows.extras, replay.rows.valid))

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
        batch = make_batch(
            components,
            agent_state,
            statistics,
            row,
            after,
            weight.reshape(-1),
            skill_weight,
            # All updates' noise at once: drawn update by update it cost a tenth of each on CPU.
            objective_noise=jax.vmap(objective.noise)(keys[:, 1]),
            agent_noise=jax.vmap(agent.noise)(keys[:, 2]),
        )
        shape = (rounds, batches_per_round, shard.local_rows)
        return jax.tree.map(lambda x: x.reshape(*shape, *x.shape[1:]), batch)

    def update_agent(agent_state: PyTree, objective_state: PyTree, batch: Batch, hparams: HParams):
        complete = with_latent(components, agent_state, batch)
        reward = hparams["reward_scale"] * objective.reward(objective_state, complete)
        auxiliary_loss = loss_of_latent(components, objective_state, complete, hparams)
        return agent.update(agent_state, batch, reward, hparams, auxiliary_loss)

    def update_round(
        carry: tuple[PyTree, PyTree], batches: Batch, hparams: HParams
    ) -> tuple[tuple[PyTree, PyTree], Metrics]:
        agent_state, objective_state = carry

        def first(n: int) -> Batch:
            return jax.tree.map(lambda x: x[:n], batches)

        objective_state, of_objective = jax.lax.scan(
            lambda state, batch: objective.update(
                state, with_latent(components, agent_state, batch), hparams
            ),
            objective_state,
            first(config.objective_updates),
        )
        agent_state, of_agent = jax.lax.scan(
            lambda state, batch: update_agent(state, objective_state, batch, hparams),
            agent_state,
            first(config.agent_updates),
        )
        return (agent_state, objective_state), jax.tree.map(jnp.mean, {**of_objective, **of_agent})

    def sample_windows(
        learner: WindowLearner,
        agent_state: PyTree,
        replay: ring.Replay,
        statistics: Statistics,
        key: Key,
    ) -> Windows:
        """All windows of an iteration, [updates, B, T, ...]."""
        index, steps = shard.row_index(), learner.length
        keys = jax.vmap(lambda k: row_keys(k, index))(jax.random.split(key, learner.updates)).reshape(-1)
        keys = jax.vmap(jax.random.split)(keys)
        rows, valid, drawn_by = ring.sample_windows(
            replay,
            keys[:, 0],
            jnp.tile(index, learner.updates),
            shard.first_env(),
            shard.num_rows,
            shard.num_envs,
            steps,
            learner.rows_before,
            env.frames,
        )
        flat = learner.updates * shard.local_rows * steps
        row = jax.tree.map(lambda x: x[:, :-1].reshape(flat, *x.shape[2:]), rows)
        after = jax.tree.map(lambda x: x[:, 1:].reshape(flat, *x.shape[2:]), rows)
        ones = jnp.ones(flat)
        batch = make_batch(components, agent_state, statistics, row, after, ones, ones)
        # By how many rows of the ring a window is drawn it shall not weigh more.
        weight = jnp.where(drawn_by > 0, 1.0 / jnp.maximum(drawn_by, 1), 0.0)
        weight = weight.reshape(learner.updates, shard.local_rows)
        total = parallel.total(weight.sum(1), shard.axis)[:, None]
        weight /= jnp.where(total > 0, total, 1.0)

        def of_updates(x: Array, *lead: int) -> Array:
            return x.reshape(learner.updates, shard.local_rows, *lead, *x.shape[1:])

        return Windows(
            jax.tree.map(lambda x: of_updates(x, steps), batch),
            valid.reshape(learner.updates, shard.local_rows, steps),
            weight,
            jax.tree.map(of_updates, jax.vmap(learner.noise)(keys[:, 1])),
        )

    def learn_windows(
        learner: WindowLearner,
        agent_state: PyTree,
        objective_state: PyTree,
        replay: ring.Replay,
        statistics: Statistics,
        hparams: HParams,
        key: Key,
    ) -> tuple[PyTree, Metrics]:
        def update(state: PyTree, windows: Windows) -> tuple[PyTree, Metrics]:
            rows = jax.tree.map(lambda x: x.reshape(-1, *x.shape[2:]), windows.batch)
            reward = objective.reward(objective_state, with_latent(components, state, rows))
            reward = hparams["reward_scale"] * reward.reshape(windows.valid.shape)
            new, metrics = learner.update(state, windows, reward, hparams)
            whole = parallel.total(jnp.sum(windows.weight > 0, dtype=jnp.float32), shard.axis)
            # From nothing there is nothing to learn, and yet α and the optimisers' moments would move.
            new = jax.tree.map(lambda x, y: jnp.where(whole > 0, x, y), new, state)
            return new, metrics | {"whole_windows": whole / shard.num_rows}

        windows = sample_windows(learner, agent_state, replay, statistics, key)
        return jax.lax.scan(update, agent_state, windows)

    def learn(
        agent_state: PyTree,
        objective_state: PyTree,
        replay: ring.Replay,
        last: Last,
        statistics: Statistics,
        hparams: HParams,
        key: Key,
    ):
        del last  # A row that has no successor yet is not drawn.
        window_key = key
        if agent.windows is not None:
            key, window_key = jax.random.split(key)
        (agent_state, objective_state), metrics = jax.lax.scan(
            lambda carry, batches: update_round(carry, batches, hparams),
            (agent_state, objective_state),
            sample_batches(agent_state, replay, statistics, key),
        )
        if agent.windows is not None:
            agent_state, of_windows = learn_windows(
                agent.windows, agent_state, objective_state, replay, statistics, hparams, window_key
            )
            metrics |= of_windows
        metrics = jax.tree.map(jnp.mean, metrics)
        if agent.tally is not None:
            agent_state, of_actors = agent.tally(agent_state, *newest(replay))
            metrics |= of_actors
        return agent_state, objective_state, replay, metrics

    # Any: what stands here are specs and axes, in the places of arrays.
    slices: Any = P(None, parallel.AXIS)
    whole: Any = P()
    lane: Any = 0
    shared: Any = None
    return Learner(
        init=agent.init,
        init_replay=lambda row: ring.init(row, capacity, tallied, config.replay_precision),
        start=start,
        act=act,
        record=record,
        add_tally=add_tally,
        learn=learn,
        updates_per_iteration=rounds * config.agent_updates,
        capacity=capacity * config.num_envs,
        extras_bytes=0 if agent.step is None else extras_bytes(config, components, start, act),
        replay_specs=ring.Replay(rows=slices, position=whole, size=whole, counts=whole),
        # With write positions of their own, each lane's insert would be a scatter of its own.
        replay_lanes=ring.Replay(rows=lane, position=shared, size=shared, counts=lane),
        latent=agent.latent,
        adopt=agent.adopt,
    )


def _check_precision(config: Any, components: Components) -> None:
    """Raises `ConfigError` where a ring of float16 would round what is rewarded."""
    agent = components.agent
    of_agent = isinstance(agent, Agent) and agent.raw_features
    if config.replay_precision == "float32" or not components.feature_map.observed_dims:
        return
    if components.objective.represent or of_agent:
        name = config.objective if components.objective.represent else f"--agent={config.agent}"
        raise ConfigError(
            f"--replay_precision={config.replay_precision}: {name} rewards how features change "
            "in a step, and these are a part of the observation, which would be rounded. Leave it out."
        )


def _check_windows(config: Any, learner: WindowLearner, capacity: int, frames: int) -> None:
    """Raises `ConfigError` where no window of full length is ever whole."""
    needed = learner.length + frames
    if capacity >= needed:
        return
    steps = f"--{learner.setting}={learner.length} steps" if learner.setting else f"{learner.length} steps"
    raise ConfigError(
        f"--replay_size={config.replay_size} keeps {capacity} steps of each of --num_envs={config.num_envs}, "
        f"and --agent={config.agent} learns from windows of {steps}, which need {needed}. Take "
        f"--replay_size={needed * config.num_envs} or more, or fewer steps or environments."
    )
