"""The trainer: pure functions from `TrainState` to `TrainState`.

An iteration acts in all environments, stores the rows, and then learns. An epoch is a loop of iterations.
`compiled` compiles these functions into programs. The parts that are jitted here are traced only once, for
their shapes and for all programs that contain them.
"""

import dataclasses
import functools
import math
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax.sharding import Mesh
from jax.sharding import PartitionSpec as P
from jax.typing import ArrayLike, DTypeLike

from diayn_jax import envs, parallel
from diayn_jax import replay as ring
from diayn_jax.config import Config
from diayn_jax.interfaces import FinalObservation, Learner, LearnerState, LearningInputs, PolicyInput
from diayn_jax.skills import draw_skills, tiled_skills
from diayn_jax.training import acting
from diayn_jax.training.combined_metrics import combined
from diayn_jax.training.components import Components, make_components, make_hparams
from diayn_jax.training.learners.choice import make_learner, rollout_of
from diayn_jax.training.state import (
    PolicyParts,
    Shard,
    TrainState,
    lane_axes,
    make_shard,
    row_keys,
    state_specs,
    zero_counters,
)
from diayn_jax.training.statistics import Statistics, no_samples
from diayn_jax.types import Array, HParams, Key, Metrics, PyTree, Step, brief_repr

RETURN_NAME = "return_running"  # name of the running return among the metrics


class Phase(NamedTuple):
    """The variant of iterations to run. One program runs all variants, so physics are compiled once."""

    iterations: ArrayLike  # [], int32, the number of iterations
    random_actions: ArrayLike  # [], bool: uniform random actions instead of the policy's
    learns: ArrayLike  # [], bool


class Stages(NamedTuple):
    """The parts of a trainer's functions. Each is compiled to its own program.

    - `make_pool(key)` makes first states for episodes, leaves [envs.POOL_SIZE, E, ...], from the key of a new
      run or the key of a state.
    - `begin(key, hparams, pool)` makes networks and environments, with an empty replay.
    - `advance(state, pool, phase)` runs iterations, and returns the state and the mean of their metrics, []
      each. `physics_resets…` are sums instead, and the index of the environment with the most resets.
    """

    make_pool: Callable[[Key], PyTree]
    begin: Callable[[Key, HParams, PyTree], TrainState]
    advance: Callable[[TrainState, PyTree, Phase], tuple[TrainState, Metrics]]
    warmup_iterations: int  # rollouts before the first update, and in a refill
    iterations_per_epoch: int

    def __repr__(self) -> str:
        return brief_repr(self)

    def init(self, key: Key, hparams: HParams) -> TrainState:
        """See `Trainer`."""
        pool = self.make_pool(key)
        return self._advanced(self.begin(key, hparams, pool), pool, self.warmup_iterations, True, False)[0]

    def epoch(self, state: TrainState) -> tuple[TrainState, Metrics]:
        """See `Trainer`."""
        return self._advanced(state, self.make_pool(state.key), self.iterations_per_epoch, False, True)

    def refill(self, state: TrainState) -> TrainState:
        """See `Trainer`."""
        return self._advanced(state, self.make_pool(state.key), self.warmup_iterations, False, False)[0]

    def _advanced(
        self, state: TrainState, pool: PyTree, iterations: int, random_actions: bool, learns: bool
    ) -> tuple[TrainState, Metrics]:
        phase = Phase(np.int32(iterations), np.bool_(random_actions), np.bool_(learns))
        return self.advance(state, pool, phase)


class Trainer(NamedTuple):
    """A run's functions, pure and not jitted (see `compiled`).

    - `init(key, hparams)` makes environments and networks, and fills replay with `warmup_steps` steps of
      uniform random actions, rounded up to whole rollouts.
    - `epoch(state)` runs one epoch, and returns the state and metrics (see `Stages.advance`).
    - `refill(state)` acts for as long as the warm-up, by the policy and without learning. It fills the replay
      of a state from a checkpoint without replay.
    - `stages` are the parts of these three functions.
    - `act(parts, actor, obs [E, *O], stored [E, F'], skill [E, ...], first [E], keys [E] or None)` returns
      actions and actors from raw observations. Without keys, the actions are the policy's mode.
    - `start(parts, keys)` returns the actors of new episodes.
    """

    init: Callable[[Key, HParams], TrainState]
    epoch: Callable[[TrainState], tuple[TrainState, Metrics]]
    refill: Callable[[TrainState], TrainState]
    stages: Stages
    act: Callable[..., tuple[Array, PyTree]]
    start: Callable[[PolicyParts, Key], PyTree]
    components: Components
    learner: Learner
    env: envs.Env
    mesh: Mesh | None
    specs: TrainState  # the `PartitionSpec` of each part of a state
    lane_axes: TrainState  # the axis of a sweep's lanes in each part of a state
    score_name: str  # name of the running score among the metrics
    slices_per_epoch: int  # rows of each environment in an epoch
    bytes_per_transition: int

    def __repr__(self) -> str:
        return brief_repr(self)

    @property
    def num_devices(self) -> int:
        """The number of devices over which a run is sharded."""
        return 1 if self.mesh is None else self.mesh.size


def warmup_iterations(config: Config, frames: int) -> int:
    """Returns the number of rollouts before the first update. `frames` is the number of stacked frames.

    An off-policy learner needs at least one pair of steps. An on-policy learner needs only the frames before
    its first rollout.
    """
    least = frames - 1 if config.on_policy else frames + 1
    steps = max(least, -(-config.warmup_steps // config.num_envs))
    return -(-steps // config.rollout_length)


def iterations_per_epoch(config: Config) -> int:
    """Returns the number of rollouts in an epoch."""
    return max(1, config.epoch_steps // (config.num_envs * config.rollout_length))


def state_shapes(config: Config, trainer: Trainer) -> TrainState:
    """Returns the state of a run as `jax.ShapeDtypeStruct`s. Computes shapes only.

    An iteration changes no shape, so only the first state is traced: this is all that loading a run needs.
    """
    key, hparams = jax.random.key(config.seed), make_hparams(config, trainer.env.action_size)
    pool = jax.eval_shape(trainer.stages.make_pool, key)
    return jax.eval_shape(trainer.stages.begin, key, hparams, pool)


def check_traces(config: Config, trainer: Trainer) -> None:
    """Traces the functions of a run, so that errors in them come before anything is compiled or written.

    What is compiled later uses the same traces, so this adds no time.

    Raises:
      ConfigError: two parts have a metric of the same name; or any error that an objective, agent or
        environment raises while it is traced.
    """
    hparams = make_hparams(config, trainer.env.action_size)
    jax.eval_shape(trainer.init, jax.random.key(config.seed), hparams)


def make_trainer(
    config: Config, env: envs.Env, mesh: Mesh | None = None, island_axes: tuple[str, ...] = ()
) -> Trainer:
    """Builds the functions of a run.

    Nothing is compiled until its functions are called.

    Args:
      config: a validated config; its counts are over all devices.
      env: the environment that the config names.
      mesh: devices to shard environments, replay and batches over; None for one device.
      island_axes: named axes of the lanes that share an objective (`ObjectiveSpec.shared_over_lanes`). Only
        `compiled_lanes` sets them.

    Raises:
      ConfigError: parts that do not fit together, such as discrete actions and SAC.
    """
    mesh = mesh if mesh is not None and mesh.size > 1 else None
    shard = make_shard(config, mesh)
    components = make_components(config, env, shard.axes, island_axes)
    learner = make_learner(config, env, components, shard)
    learner = learner._replace(learn=jax.jit(learner.learn))
    run = acting.ActingContext(
        config=config,
        env=env,
        # The members of a population are compared over the same steps of their episodes.
        vector_env=envs.make_vector_env(env, config.episode_length, staggered=learner.explore is None),
        components=components,
        learner=learner,
        shard=shard,
    )
    score_name = "log_q_running" if components.objective.log_probs is not None else "score_running"
    make_pool = jax.jit(functools.partial(_make_pool, run))
    begin = jax.jit(functools.partial(_begin, run))
    iteration = jax.jit(functools.partial(_iteration, run))
    advance = functools.partial(_advance, shard, iteration, f"train/{score_name}")
    specs = state_specs(learner)
    if mesh is not None:
        over = functools.partial(jax.shard_map, mesh=mesh, check_vma=False)
        pool = P(None, parallel.AXIS)
        make_pool = over(make_pool, in_specs=P(), out_specs=pool)
        begin = over(begin, in_specs=(P(), P(), pool), out_specs=specs)
        advance = over(advance, in_specs=(specs, pool, P()), out_specs=(specs, P()))
    stages = Stages(
        make_pool, begin, advance, warmup_iterations(config, env.frames), iterations_per_epoch(config)
    )

    def act(parts, actor, obs, stored, skill, first, keys):
        phi = components.raw_features(parts, obs, stored)
        obs = components.inputs.agent_input(parts.statistics, obs, stored)
        action, _, actor = learner.act(parts.agent, actor, PolicyInput(obs, skill, first, phi), keys)
        return action, actor

    return Trainer(
        init=stages.init,
        epoch=stages.epoch,
        refill=stages.refill,
        stages=stages,
        act=act,
        start=lambda parts, keys: learner.start(parts.agent, keys),
        components=components,
        learner=learner,
        env=env,
        mesh=mesh,
        specs=specs,
        lane_axes=lane_axes(learner),
        score_name=score_name,
        slices_per_epoch=iterations_per_epoch(config) * config.rollout_length,
        bytes_per_transition=_bytes_per_transition(config, env, components) + learner.extras_bytes,
    )


def _bytes_per_transition(config: Config, env: envs.Env, components: Components) -> int:
    skills = components.skills

    def itemsize(dtype: DTypeLike) -> int:
        kept = dtype if config.on_policy else ring.stored_dtype(dtype, config.replay_precision)
        return jnp.dtype(kept).itemsize

    observed = env.observation_size // env.frames * itemsize(env.interface.observation_dtype)
    acted = math.prod(env.interface.action_shape) * itemsize(env.interface.action_dtype)
    skill = math.prod(skills.shape) * jnp.dtype(skills.dtype).itemsize
    # The last terms are the reward and two flags.
    return observed + 4 * components.feature_map.stored_size + acted + skill + 4 + 2


# Numbers that are folded into the key of a run or of its state: for the program that trains, for the program
# that makes the pool, and for a lane that becomes a copy of another lane.
_TRAIN, _POOL, COPY = 0, 1, 2


def _make_pool(run: acting.ActingContext, key: Key) -> PyTree:
    keys = row_keys(jax.random.fold_in(key, _POOL), run.shard.env_index())
    return run.vector_env.make_pool(jax.random.key_data(keys))


def _begin(run: acting.ActingContext, key: Key, hparams: HParams, pool: PyTree) -> TrainState:
    key, agent_key, objective_key, env_key, skill_key, actor_key = jax.random.split(
        jax.random.fold_in(key, _TRAIN), 6
    )
    config, shard, skills, learner = run.config, run.shard, run.components.skills, run.learner
    first_skills = run.components.first_skills()
    index, init_memory = shard.env_index(), run.components.objective.init_memory
    vector_state = run.vector_env.begin(jax.random.key_data(row_keys(env_key, index)), pool)
    if config.skill_sampling == "tiled":
        skill = tiled_skills(skills, first_skills, acting.skill_index(run))
    else:
        skill = draw_skills(skills, first_skills, row_keys(skill_key, acting.skill_index(run)))
    agent = learner.init(agent_key, hparams)
    actor = learner.start(agent, row_keys(actor_key, index))
    stored = run.components.feature_map.stored(vector_state.timestep)
    return TrainState(
        agent=agent,
        objective=run.components.first_objective(objective_key, hparams, first_skills),
        replay=learner.init_replay(_blank_row(run, agent, actor, skill, vector_state, stored)),
        actor=actor,
        env=vector_state,
        skill=skill,
        skills=first_skills,
        episode_score=jnp.zeros(shard.local_envs),
        episode_return=jnp.zeros(shard.local_envs),
        memory=() if init_memory is None else init_memory(shard.local_envs),
        score_running=jnp.zeros(2),
        return_running=jnp.zeros(2),
        statistics=_first_statistics(run, vector_state, stored),
        hparams=hparams,
        counters=zero_counters(),
        key=key,
    )


def _blank_row(
    run: acting.ActingContext, agent: PyTree, actor: PyTree, skill: Array, env, stored: Array
) -> Step:
    """Returns a row [E, ...] with the shapes and types of the rows that acting stores."""
    timestep = env.timestep
    size = skill.shape[0]
    statistics = _first_statistics(run, env, stored)

    def act(keys):
        obs = run.components.inputs.agent_input(statistics, timestep.obs, stored)
        phi = jnp.zeros((size, run.components.feature_map.size))
        return run.learner.act(agent, actor, PolicyInput(obs, skill, jnp.ones(size, bool), phi), keys)

    action, extras, _ = jax.eval_shape(act, jax.eval_shape(lambda: jax.random.split(jax.random.key(0), size)))
    blank = jnp.zeros(size, bool)
    return Step(
        obs=acting.newest_frame(run.env, timestep),
        features=stored,
        action=_zeros(action),
        reward=jnp.zeros(size),
        skill=skill,
        terminated=blank,
        valid=blank,
        extras=_zeros(extras),
    )


def _first_statistics(run: acting.ActingContext, env, stored: Array) -> Statistics:
    """Returns statistics without samples, with the mean of the first states.

    If the mean started at 0, the squared deviations of states far from 0 would cancel.
    """
    row = run.components.inputs.counted(acting.newest_frame(run.env, env.timestep), stored)
    mean = parallel.psum(row.sum(0), run.shard.axes) / run.shard.num_envs
    symmetry = run.components.symmetry
    return no_samples(mean if symmetry is None else symmetry.counted.all(mean).mean(0))


def _iteration(
    run: acting.ActingContext, state: TrainState, pool: PyTree, phase: Phase
) -> tuple[TrainState, Metrics, Array]:
    """Runs one iteration; returns the state, the learner's metrics, and breakdowns [E, 2].

    The metrics are 0 if the phase does not learn. See `acting.StepFigures.broken` for breakdowns.
    """
    key, collect_key, learn_key = jax.random.split(state.key, 3)
    state, broken, rows = acting.collect(
        run, state.replace(key=key), pool, collect_key, run.config.rollout_length, phase.random_actions
    )

    def learn(_, learnt):
        timestep = state.env.timestep
        inputs = LearningInputs(
            FinalObservation(timestep.obs, run.components.feature_map.stored(timestep)),
            # On-policy learners use the newest statistics too: PPO learns from inputs that are normalised
            # as in its next rollout.
            state.statistics,
            _hparams_now(run.config, state),
            learn_key,
        )
        if run.learner.wants_rollout:
            own_key, noise_key = jax.random.split(learn_key)
            parts = run.config, run.components, run.shard
            rollout = rollout_of(*parts, learnt[0], rows, inputs, noise_key)
            inputs = inputs._replace(key=own_key, rollout=rollout)
        return run.learner.learn(learnt[0], inputs)

    # A loop of one pass or none updates the ring in place. For a `cond`, XLA may copy both results.
    before = LearnerState(state.agent, state.objective, state.replay, state.skills)
    blank = _zeros(jax.eval_shape(lambda: learn(0, (before,)))[1])
    learns = jnp.asarray(phase.learns)
    learnt, metrics = jax.lax.fori_loop(0, learns.astype(jnp.int32), learn, (before, blank))
    updates = jnp.where(learns, jnp.uint32(run.learner.updates_per_iteration), 0)
    counters = state.counters.replace(
        iteration=state.counters.iteration + 1, updates=state.counters.updates + updates
    )
    state = state.replace(**learnt._asdict(), counters=counters)
    return state, metrics, broken


def _hparams_now(config: Config, state: TrainState) -> HParams:
    """Returns the hyperparameters, with `anneal` applied, and `updates` and `running_return`."""
    now = state.hparams | {
        "updates": state.counters.updates.astype(jnp.float32),
        "running_return": state.return_running,
    }
    if not config.anneal:
        return now
    left = 1.0 - state.counters.env_steps.astype(jnp.float32) / config.num_env_steps
    factor = jnp.clip(left / config.anneal, 0.0, 1.0)
    annealed = {f.name: f.metadata["annealed"] for f in dataclasses.fields(config)}
    # A name is that of the field that switches it on.
    falling = [name for name, on in annealed.items() if (getattr(config, on) if isinstance(on, str) else on)]
    return now | {name: factor * state.hparams[name] for name in falling}


def _zeros(shapes: PyTree) -> PyTree:
    return jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), shapes)


def _advance(
    shard: Shard,
    iteration: Callable[..., Any],
    score_name: str,
    state: TrainState,
    pool: PyTree,
    phase: Phase,
) -> tuple[TrainState, Metrics]:
    state = state.replace(key=jax.random.fold_in(state.key, _TRAIN))

    def body(_, carry):
        state, *sums = carry
        state, *new = iteration(state, pool, phase)
        return state, *jax.tree.map(jnp.add, sums, new)

    blank = _zeros(jax.eval_shape(iteration, state, pool, phase)[1:])
    state, metrics, broken = jax.lax.fori_loop(0, phase.iterations, body, (state, *blank))
    metrics = {f"train/{name}": total / phase.iterations for name, total in metrics.items()}
    running = {
        score_name: state.score_running[0] / state.score_running[1],
        f"train/{RETURN_NAME}": state.return_running[0] / state.return_running[1],
    }
    return state, combined(
        {"the objective or the agent": metrics, "the trainer": _breakdowns(shard, broken) | running}
    )


def _breakdowns(shard: Shard, broken: Array) -> Metrics:
    """Returns metrics of an epoch's breakdowns [E, 2]: counts, and the environment with the most."""
    of_all = jnp.zeros((shard.num_envs, 2), jnp.int32).at[shard.env_index()].set(broken)
    of_all = parallel.psum(of_all, shard.axes)
    every, by_reward = of_all.sum(0)
    found = {
        "train/physics_resets": every,
        "train/physics_resets_by_reward": by_reward,
        "train/physics_resets_envs": (of_all[:, 0] > 0).sum(),
        "train/physics_resets_worst_env": jnp.argmax(of_all[:, 0]),
        "train/physics_resets_of_worst": of_all[:, 0].max(),
    }
    return {name: value.astype(jnp.float32) for name, value in found.items()}
