"""The trainer: pure functions from `TrainState` to `TrainState`.

One iteration: act in all environments, keep what happened, then `updates_per_iteration`
rounds of (sample → discriminator update → reward from the current discriminator → agent
update). One epoch scans iterations; it is jitted once, with the state donated.
"""

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from flax import struct
from jax.sharding import Mesh, NamedSharding
from jax.sharding import PartitionSpec as P

from diayn_jax import envs, equations, parallel, skills
from diayn_jax import replay as replay_buffer
from diayn_jax.agents import AGENTS
from diayn_jax.config import AUTO, Config
from diayn_jax.objectives import OBJECTIVES
from diayn_jax.types import (
    Agent,
    Array,
    Batch,
    HParams,
    Key,
    Metrics,
    Objective,
    Pixels,
    PyTree,
    Step,
    Timestep,
)

NORMALIZED_BOUND = 10.0  # normalised observations are clipped to ± this many deviations
LOG_Q_DECAY = 0.99  # of train/log_q_running, per finished episode


class Statistics(struct.PyTreeNode):
    """Running moments of what the agent sees, over all environment steps; of images, none."""

    count: Array  # []
    mean: Array  # [O + stored F], or [stored F] where the observation is an image
    m2: Array  # the same, sum of squared deviations


class Counters(struct.PyTreeNode):
    """How far the run is."""

    iteration: Array  # [], int32
    env_steps: Array  # [], uint32, real transitions over all environments; resets don't count
    updates: Array  # [], uint32, agent updates


class TrainState(struct.PyTreeNode):
    """Everything that a run is."""

    agent: PyTree
    objective: PyTree
    replay: replay_buffer.Replay
    env: envs.VectorState
    skill: Array  # [E], int32
    episode_log_q: Array  # [E], Σ log q over the episode under way
    log_q_running: Array  # [2], exponentially weighted sum over finished episodes, and its weight
    statistics: Statistics
    hparams: HParams
    counters: Counters
    key: Key


class Trainer(NamedTuple):
    """A run's functions.

    `init(key, hparams)` makes environments and networks and fills replay with
    `warmup_steps` uniform random actions. `epoch(state)` advances one epoch and gives the
    mean of its metrics (of `physics_resets` the sum); the state passed in is donated. Both are
    jitted and may be vmapped.
    `refill(state)` acts for as long as the warm-up, by the policy and without learning: for a
    state whose replay was left out of a checkpoint.
    `agent_input` takes (statistics, obs [..., O], stored features [..., F']), and gives what the
    agent sees; `features` takes (agent state, statistics, obs, stored features), because φ may be
    the latent of the agent's encoder.
    """

    init: Callable[[Key, HParams], TrainState]
    epoch: Callable[[TrainState], tuple[TrainState, Metrics]]
    refill: Callable[[TrainState], TrainState]
    agent: Agent
    objective: Objective
    agent_input: Callable[[Statistics, Array, Array], Array | Pixels]
    features: Callable[[PyTree, Statistics, Array, Array], Array]
    feature_map: envs.FeatureMap
    env: envs.Env
    mesh: Mesh | None
    log_prior: Array  # [K]
    iterations_per_epoch: int
    bytes_per_transition: int


def warmup_length(config: Config, frames: int) -> int:
    """Steps of each environment before the first update; `frames` are stacked in an observation."""
    return max(frames + 1, -(-config.warmup_steps // config.num_envs))


def make_hparams(config: Config, action_size: int) -> HParams:
    """The traced hyperparameters of a config."""
    values = {
        "alpha": 0.1 if config.alpha == AUTO else config.alpha,
        "target_entropy": -action_size / 2 if config.target_entropy == AUTO else config.target_entropy,
    }
    for name in HParams.__dataclass_fields__:
        values.setdefault(name, getattr(config, name))
    return HParams(**{name: jnp.asarray(value, jnp.float32) for name, value in values.items()})


def state_specs() -> TrainState:
    """How the state lies over the mesh: whatever belongs to an environment is split."""
    # Any: what stands here are specs, in the places of arrays.
    split: Any = P(parallel.AXIS)
    slices: Any = P(None, parallel.AXIS)
    whole: Any = P()
    return TrainState(
        agent=whole,
        objective=whole,
        replay=replay_buffer.Replay(rows=slices, position=whole, size=whole, counts=whole),
        env=split,
        skill=split,
        episode_log_q=split,
        log_q_running=whole,
        statistics=whole,
        hparams=whole,
        counters=whole,
        key=whole,
    )


def lane_axes() -> TrainState:
    """`in_axes` for a vmapped sweep: all leaves have a lane axis but the shared counters.

    The ring's write position must be shared: a batched one would turn each insert into a
    scatter. Use as `jax.vmap(trainer.epoch, in_axes=(lane_axes(),), out_axes=(lane_axes(), 0))`
    and `jax.vmap(trainer.init, out_axes=lane_axes())`.
    """
    lane: Any = 0
    shared: Any = None
    return TrainState(
        agent=lane,
        objective=lane,
        replay=replay_buffer.Replay(rows=lane, position=shared, size=shared, counts=lane),
        env=lane,
        skill=lane,
        episode_log_q=lane,
        log_q_running=lane,
        statistics=lane,
        hparams=lane,
        counters=Counters(iteration=shared, env_steps=lane, updates=shared),
        key=lane,
    )


def shardings(mesh: Mesh, state: TrainState) -> TrainState:
    """The sharding of every leaf of a state (or of its shapes) on a mesh."""

    def lay(spec: P, part: PyTree) -> PyTree:
        # XLA gives back what is empty unsplit, and a compiled epoch takes what it gave.
        return jax.tree.map(lambda x: NamedSharding(mesh, spec if x.size else P()), part)

    return jax.tree.map(lay, state_specs(), state, is_leaf=lambda x: isinstance(x, P))


def row_keys(key: Key, index: Array) -> Key:
    """A key per row, a function of its global index: [B] from [B]."""
    return jax.vmap(lambda i: jax.random.fold_in(key, i))(index)


def make_trainer(config: Config, env: envs.Env, mesh: Mesh | None = None) -> Trainer:
    """Builds the functions of a run.

    Args:
      config: a validated config; its counts are over all devices.
      env: the environment that the config names.
      mesh: devices to shard environments, replay and batches over; None for one device.

    Returns:
      The trainer. Nothing is compiled until its functions are called.
    """
    mesh = mesh if mesh is not None and mesh.size > 1 else None
    sharded = mesh is not None
    axis = parallel.AXIS if sharded else None
    num_devices = 1 if mesh is None else mesh.size
    num_envs, local_envs = config.num_envs, config.num_envs // num_devices
    local_rows = config.batch_size // num_devices
    capacity = config.replay_size // num_envs
    steps_per_iteration = num_envs * config.rollout_length
    iterations = max(1, config.epoch_steps // steps_per_iteration)
    warmup = warmup_length(config, env.frames)
    batches_per_round = max(config.discriminator_updates, config.agent_updates)

    feature_map = envs.make_features(env, config.features, config.latent_size)
    of_latent = feature_map.name == envs.LATENT
    vector_env = envs.make_vector_env(env, config.episode_length, staggered=True)
    log_prior = skills.uniform_log_prior(config.num_skills)
    sees_images = env.image_shape is not None
    # Of an image, statistics count nothing, and the networks see its latent.
    vector_size = 0 if sees_images else env.observation_size
    counted_size = vector_size + feature_map.stored_size
    input_size = config.latent_size if sees_images else vector_size
    if config.agent_sees_features:
        input_size += feature_map.stored_size
    agent = AGENTS[config.agent](config, input_size, env.action_size, axis, env.image_shape)
    objective = OBJECTIVES[config.objective](config, feature_map.size, log_prior, axis)

    observed, kept = slice(0, vector_size), slice(vector_size, None)

    def counted(obs: Array, stored: Array) -> Array:
        """What running statistics are kept of, [..., O + F']."""
        return stored if sees_images else jnp.concatenate([obs, stored], axis=-1)

    def kept_once(timestep: Timestep) -> Array:
        """What replay keeps of an observation: the latest frame is the only new one."""
        if env.frames == 1:
            return timestep.obs
        return timestep.obs[..., -(timestep.obs.shape[-1] // env.frames) :]

    def scale(statistics: Statistics) -> Array:
        """What normalisation multiplies by, [O + F']."""
        if not config.normalize:
            return jnp.ones(counted_size)
        variance = statistics.m2 / jnp.maximum(statistics.count, 1)
        # A coordinate that never moves (count 0, or a constant) is only centred.
        return jnp.where(variance > 1e-8, jax.lax.rsqrt(jnp.maximum(variance, 1e-8)), 1.0)

    def normalized(statistics: Statistics, obs: Array, stored: Array) -> tuple[Array, Array]:
        if not config.normalize:
            return obs, stored
        factor = scale(statistics)

        def apply(x, part):
            bounded = (x - statistics.mean[part]) * factor[part]
            return jnp.clip(bounded, -NORMALIZED_BOUND, NORMALIZED_BOUND)

        return obs if sees_images else apply(obs, observed), apply(stored, kept)

    def agent_input(statistics: Statistics, obs: Array, stored: Array) -> Array | Pixels:
        obs, stored = normalized(statistics, obs, stored)
        if sees_images:
            return Pixels(obs, stored if config.agent_sees_features else stored[..., :0])
        return jnp.concatenate([obs, stored], axis=-1) if config.agent_sees_features else obs

    def features(agent_state: PyTree, statistics: Statistics, obs: Array, stored: Array) -> Array:
        obs, stored = normalized(statistics, obs, stored)
        if of_latent:
            obs = agent.latent(agent_state, Pixels(obs, stored))
        return feature_map.select(obs, stored)

    def first_env() -> Array:
        return jax.lax.axis_index(axis) * local_envs if sharded else jnp.zeros((), jnp.int32)

    def env_index() -> Array:
        return first_env() + jnp.arange(local_envs)

    def observe(statistics: Statistics, seen: Array, counts_change: Array) -> tuple[Statistics, Array]:
        """Takes what was seen [T, E, O+F'] into the statistics; sums counts over devices."""
        deviation = seen.reshape(seen.shape[0] * seen.shape[1], counted_size) - statistics.mean
        # One exchange between devices for both.
        packed = jnp.concatenate([deviation.sum(0), (deviation**2).sum(0), counts_change])
        packed = parallel.total(packed, axis)
        sum_d, sum_d2 = packed[:counted_size], packed[counted_size : 2 * counted_size]
        added = seen.shape[0] * num_envs
        merged = equations.merge_moments(
            statistics.count, statistics.mean, statistics.m2, added, sum_d, sum_d2
        )
        return Statistics(*merged), packed[2 * counted_size :]

    def env_step(state: TrainState, pool: PyTree, step_key: Key, time: Array, random_actions: bool):
        """One step of every environment, kept in replay."""
        timestep = state.env.timestep
        stored = feature_map.stored(timestep)
        action_key, skill_key = jax.random.split(step_key)
        action_keys = row_keys(action_key, env_index())
        if random_actions:
            action = jax.vmap(lambda k: jax.random.uniform(k, (env.action_size,), minval=-1.0, maxval=1.0))(
                action_keys
            )
        else:
            seen = agent_input(state.statistics, timestep.obs, stored)
            action = agent.act(state.agent, seen, state.skill, action_keys)
        vector_state, terminated, valid = vector_env.step(state.env, action, pool, time)
        row = Step(kept_once(timestep), stored, action, state.skill, terminated, valid)
        replay, counts_change = replay_buffer.insert(state.replay, row, env.frames)

        next_obs, next_stored = vector_state.timestep.obs, feature_map.stored(vector_state.timestep)
        log_probs = objective.log_probs(
            state.objective, features(state.agent, state.statistics, next_obs, next_stored)
        )
        log_q = jnp.take_along_axis(log_probs, state.skill[:, None], axis=-1)[:, 0]
        episode_log_q = jnp.where(valid, state.episode_log_q + log_q, 0.0)
        ended = vector_state.done & valid
        episode_mean = episode_log_q / jnp.maximum(vector_state.steps, 1)
        # Resets that no end of an episode asked for.
        broken = ~valid & ~state.env.done
        finished = (ended.sum(), jnp.where(ended, episode_mean, 0.0).sum(), valid.sum(), broken.sum())
        skill = state.skill
        if config.skill_sampling == "resampled":
            # On the reset row, so that the last row of an episode keeps its skill.
            drawn = skills.sample(row_keys(skill_key, env_index()), log_prior)
            skill = jnp.where(valid, skill, drawn)
        state = state.replace(env=vector_state, skill=skill, replay=replay, episode_log_q=episode_log_q)
        seen = counted(next_obs, next_stored)
        return state, (seen, counts_change, jnp.stack([x.astype(jnp.float32) for x in finished]))

    def collect(state: TrainState, pool: PyTree, key: Key, length: int, random_actions: bool):
        """`length` steps of every environment; returns the state and how many broke down, []."""
        start = state.counters.iteration * config.rollout_length

        def body(state, inputs):
            step_key, t = inputs
            return env_step(state, pool, step_key, start + t, random_actions)

        state, (seen, counts_change, finished) = jax.lax.scan(
            body, state, (jax.random.split(key, length), jnp.arange(length))
        )
        statistics, change = observe(
            state.statistics, seen, jnp.concatenate([counts_change.sum(0), finished.sum(0)])
        )
        counts_change, finished = change[: config.num_skills], change[config.num_skills :]
        decay = LOG_Q_DECAY ** finished[0]
        episode_mean = finished[1] / jnp.maximum(finished[0], 1)
        running = decay * state.log_q_running + (1 - decay) * jnp.stack([episode_mean, jnp.ones(())])
        state = state.replace(
            statistics=statistics,
            log_q_running=running,
            replay=state.replay.replace(counts=state.replay.counts + counts_change),
            counters=state.counters.replace(
                env_steps=state.counters.env_steps + finished[2].astype(jnp.uint32)
            ),
        )
        return state, finished[3]

    def sample_batches(state: TrainState, key: Key) -> Batch:
        """All batches of an iteration, [rounds, batches in a round, B, ...]."""
        count = config.updates_per_iteration * batches_per_round
        device = jax.lax.axis_index(axis) if sharded else 0
        index = device * local_rows + jnp.arange(local_rows)
        keys = jax.vmap(lambda k: row_keys(k, index))(jax.random.split(key, count)).reshape(-1)
        keys = jax.vmap(lambda k: jax.random.split(k, 3))(keys)
        row, after = replay_buffer.sample(
            state.replay,
            keys[:, 0],
            jnp.tile(index, count),
            first_env(),
            config.batch_size,
            num_envs,
            env.frames,
        )
        skill = row.skill.astype(jnp.int32)
        if config.prior_weighting:
            skill_weight = equations.importance_weights(state.replay.counts, log_prior)[skill]
        else:
            skill_weight = jnp.ones(skill.shape)
        valid = row.valid.astype(jnp.float32).reshape(count, local_rows)
        weight = valid / jnp.maximum(parallel.total(valid.sum(1), axis), 1.0)[:, None]
        if of_latent:
            # The encoder moves with each update: the latent is added there (`with_latent`).
            phi, unit = jnp.zeros((count * local_rows, feature_map.size)), jnp.ones(feature_map.size)
        else:
            phi = features(state.agent, state.statistics, after.obs, after.features)
            factor = scale(state.statistics)
            # In the features' own units, so that what counts as apart does not shrink with the world.
            unit = feature_map.select(factor[observed], factor[kept])
        deviation = state.hparams.discriminator_noise * unit
        noise = jax.vmap(lambda k: jax.random.normal(k, (feature_map.size,)))(keys[:, 1])
        batch = Batch(
            obs=agent_input(state.statistics, row.obs, row.features),
            next_obs=agent_input(state.statistics, after.obs, after.features),
            action=row.action,
            features=phi,
            blurred_features=phi + deviation * noise,
            # All updates' noise at once: drawn update by update it cost a tenth of each on CPU.
            noise=jax.vmap(lambda k: jax.random.normal(k, (2, env.action_size)))(keys[:, 2]),
            skill=skill,
            terminated=row.terminated,
            weight=weight.reshape(-1),
            skill_weight=skill_weight,
        )
        shape = (config.updates_per_iteration, batches_per_round, local_rows)
        return jax.tree.map(lambda x: x.reshape(*shape, *x.shape[1:]), batch)

    def with_latent(batch: Batch, latent: Array) -> Batch:
        """The batch with φ = the latent [B, L] of s'."""
        return batch._replace(
            features=latent + batch.features, blurred_features=latent + batch.blurred_features
        )

    def update_round(carry, batches: Batch):
        agent_state, objective_state, hparams = carry

        def encoded(agent_state, batch):
            """The batch with φ(s') as it now is."""
            return with_latent(batch, agent.latent(agent_state, batch.next_obs)) if of_latent else batch

        def update_objective(objective_state, batch):
            return objective.update(objective_state, encoded(agent_state, batch), hparams)

        def update_agent(agent_state, batch):
            def latent_loss(latent):
                return objective.loss(objective_state, with_latent(batch, latent))

            reward = hparams.reward_scale * objective.reward(objective_state, encoded(agent_state, batch))
            trains_encoder = of_latent and config.discriminator_trains_encoder
            return agent.update(agent_state, batch, reward, hparams, latent_loss if trains_encoder else None)

        def first(n):
            return jax.tree.map(lambda x: x[:n], batches)

        objective_state, objective_metrics = jax.lax.scan(
            update_objective, objective_state, first(config.discriminator_updates)
        )
        agent_state, agent_metrics = jax.lax.scan(update_agent, agent_state, first(config.agent_updates))
        metrics = jax.tree.map(jnp.mean, {**objective_metrics, **agent_metrics})
        return (agent_state, objective_state, hparams), metrics

    def annealed(state: TrainState) -> HParams:
        """The hyperparameters with the learning rates of this moment."""
        if not config.anneal:
            return state.hparams
        left = 1.0 - state.counters.env_steps.astype(jnp.float32) / config.num_env_steps
        factor = jnp.clip(left / config.anneal, 0.0, 1.0)
        hparams = state.hparams
        return hparams.replace(
            learning_rate=factor * hparams.learning_rate,
            discriminator_learning_rate=factor * hparams.discriminator_learning_rate,
        )

    def iteration(pool: PyTree, state: TrainState, _) -> tuple[TrainState, tuple[Metrics, Array]]:
        key, collect_key, sample_key = jax.random.split(state.key, 3)
        state, broken = collect(state.replace(key=key), pool, collect_key, config.rollout_length, False)
        batches = sample_batches(state, sample_key)
        (agent_state, objective_state, _), metrics = jax.lax.scan(
            update_round,
            (state.agent, state.objective, annealed(state)),
            batches,
        )
        counters = state.counters.replace(
            iteration=state.counters.iteration + 1,
            updates=state.counters.updates + jnp.uint32(config.updates_per_iteration * config.agent_updates),
        )
        state = state.replace(agent=agent_state, objective=objective_state, counters=counters)
        return state, (jax.tree.map(jnp.mean, metrics), broken)

    def make_pool(key: Key) -> PyTree:
        return vector_env.make_pool(jax.random.key_data(row_keys(key, env_index())))

    def epoch(state: TrainState) -> tuple[TrainState, Metrics]:
        key, pool_key = jax.random.split(state.key)
        pool = make_pool(pool_key)
        state, (metrics, broken) = jax.lax.scan(
            functools.partial(iteration, pool), state.replace(key=key), length=iterations
        )
        metrics = {f"train/{name}": jnp.mean(value) for name, value in metrics.items()}
        metrics["train/physics_resets"] = broken.sum()
        metrics["train/log_q_running"] = state.log_q_running[0] / state.log_q_running[1]
        return state, metrics

    def refill(state: TrainState) -> TrainState:
        key, pool_key, collect_key = jax.random.split(state.key, 3)
        return collect(state.replace(key=key), make_pool(pool_key), collect_key, warmup, False)[0]

    def init(key: Key, hparams: HParams) -> TrainState:
        key, agent_key, objective_key, env_key, skill_key, pool_key, warmup_key = jax.random.split(key, 7)
        index = env_index()
        vector_state = vector_env.reset(jax.random.key_data(row_keys(env_key, index)))
        if config.skill_sampling == "tiled":
            skill = skills.tile(index, config.num_skills)
        else:
            skill = skills.sample(row_keys(skill_key, index), log_prior)
        stored = feature_map.stored(vector_state.timestep)
        row = Step(
            kept_once(vector_state.timestep),
            stored,
            jnp.zeros((local_envs, env.action_size)),
            skill.astype(skills.smallest_int_dtype(config.num_skills)),
            jnp.zeros(local_envs, bool),
            jnp.zeros(local_envs, bool),
        )
        # Not counted, only near: from zero, the squares of what lies far from it would cancel.
        start_mean = parallel.total(counted(row.obs, stored).sum(0), axis) / num_envs
        zero = jnp.zeros((), jnp.uint32)
        state = TrainState(
            agent=agent.init(agent_key, hparams),
            objective=objective.init(objective_key, hparams),
            replay=replay_buffer.init(row, capacity, config.num_skills),
            env=vector_state,
            skill=skill,
            episode_log_q=jnp.zeros(local_envs),
            log_q_running=jnp.zeros(2),
            statistics=Statistics(jnp.zeros(()), start_mean, jnp.zeros(counted_size)),
            hparams=hparams,
            counters=Counters(jnp.zeros((), jnp.int32), zero, zero),
            key=key,
        )
        return collect(state, make_pool(pool_key), warmup_key, warmup, True)[0]

    frame_bytes = env.observation_size // env.frames * jnp.dtype(env.observation_dtype).itemsize

    if sharded:
        specs = state_specs()
        shard = functools.partial(jax.shard_map, mesh=mesh, check_vma=False)
        init = shard(init, in_specs=(P(), P()), out_specs=specs)
        epoch = shard(epoch, in_specs=(specs,), out_specs=(specs, P()))
        refill = shard(refill, in_specs=(specs,), out_specs=specs)

    return Trainer(
        init=jax.jit(init),
        epoch=jax.jit(epoch, donate_argnums=0),
        refill=jax.jit(refill, donate_argnums=0),
        agent=agent,
        objective=objective,
        agent_input=agent_input,
        features=features,
        feature_map=feature_map,
        env=env,
        mesh=mesh,
        log_prior=log_prior,
        iterations_per_epoch=iterations,
        bytes_per_transition=frame_bytes
        + 4 * (feature_map.stored_size + env.action_size)
        + skills.smallest_int_dtype(config.num_skills).dtype.itemsize
        + 2,
    )
