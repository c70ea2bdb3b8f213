"""The off-policy learner: an agent such as SAC, trained on batches from a replay ring.

An iteration has `updates_per_iteration` rounds. Each round has `objective_updates` updates of the objective,
then `agent_updates` updates of the agent. The current objective computes the reward when a batch is used, so
replay never holds an outdated reward. An agent that learns from several steps at once
(`interfaces.WindowLearner`) does so after these rounds.
"""

import functools
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import envs, equations, parallel
from diayn_jax import replay as ring
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import Agent, Learner, LearnerState, LearningInputs
from diayn_jax.skills import current_log_prior
from diayn_jax.training.combined_metrics import combined, scan_updates, scan_updates_and_sums
from diayn_jax.training.components import Components
from diayn_jax.training.learners import windows
from diayn_jax.training.learners.batches import DrawnRows, latent_gradient, make_batch, with_latent
from diayn_jax.training.learners.ring_learner import RingSize, make_ring_learner
from diayn_jax.training.state import Shard
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree


class LearningContext(NamedTuple):
    """The parts of a run that learning uses."""

    config: Any
    components: Components
    agent: Agent
    shard: Shard
    frames: int  # number of frames that an observation stacks

    @property
    def capacity(self) -> int:
        """Rows of each environment that the ring holds."""
        return self.config.replay_size // self.config.num_envs

    @property
    def batches_per_round(self) -> int:
        """Batches of a round. The objective and the agent learn from the same batches."""
        return max(self.config.objective_updates, self.config.agent_updates)

    @property
    def counted_skills(self) -> int:
        """K if the ring counts its rows by skill, to weight batches; otherwise 0."""
        num_skills = self.components.skills.num_skills
        return num_skills if num_skills is not None and num_skills > 1 else 0


def off_policy(config: Any, env: envs.Env, components: Components, shard: Shard) -> Learner:
    """Makes the learner of an `Agent`. `shard` is this device's part of environments and batches."""
    agent = components.agent
    assert isinstance(agent, Agent)
    run = LearningContext(config, components, agent, shard, env.frames)
    _check_precision(config, components)
    if agent.windows is not None:
        windows.check(config, agent.windows, run.capacity, env.frames)
    return make_ring_learner(
        config,
        env,
        components,
        RingSize(run.capacity, run.counted_skills, config.replay_precision),
        functools.partial(_learn, run),
        config.updates_per_iteration * config.agent_updates,
    )


def _learn(run: LearningContext, state: LearnerState, given: LearningInputs) -> tuple[LearnerState, Metrics]:
    """Runs all updates of an iteration: see `Learner.learn`. Rows without a successor are not drawn."""
    agent, hparams = run.agent, given.hparams
    batch_key = window_key = given.key
    if agent.windows is not None:
        batch_key, window_key = jax.random.split(given.key)
    objective_state, objective_hparams = run.components.shared(state.objective, hparams)
    (agent_state, objective_state), metrics, tally = scan_updates_and_sums(
        lambda carry, batches: _update_round(run, carry, batches, state.skills, hparams, objective_hparams),
        (state.agent, objective_state),
        _sample_batches(run, state, given, batch_key),
    )
    state = state._replace(agent=agent_state, objective=objective_state)
    state, of_prior = run.components.move_prior(state, tally, hparams)
    found = {"the objective and the agent": metrics, f"--skill_space={run.config.skill_space}": of_prior}
    if agent.windows is not None:
        on_windows = windows.WindowContext(agent.windows, run.components, run.shard, run.frames)
        drawn = windows.sample(on_windows, state, given, window_key)
        agent_state, of_windows = windows.learn(on_windows, state, drawn, hparams)
        state = state._replace(agent=agent_state)
        found["the agent's windows"] = of_windows
    if agent.accumulate_metrics is not None:
        agent_state, of_actors = agent.accumulate_metrics(state.agent, *_newest(run, state.replay))
        state = state._replace(agent=agent_state)
        found["the agent's tally"] = of_actors
    return state, combined(found)


def _update_round(
    run: LearningContext,
    carry: tuple[PyTree, PyTree],
    batches: Batch,
    skills: PyTree,
    hparams: HParams,
    objective_hparams: HParams,
) -> tuple[tuple[PyTree, PyTree], Metrics, PyTree]:
    """Runs `objective_updates` updates of the objective, then `agent_updates` updates of the agent.

    Returns:
      The states of agent and objective; metrics; and the sums of a moving prior over the agent's batches.
    """
    config, components, objective = run.config, run.components, run.components.objective
    agent_state, objective_state = carry

    def first(n: int) -> Batch:
        return jax.tree.map(lambda x: x[:n], batches)

    def update_agent(agent_state: PyTree, batch: Batch) -> tuple[PyTree, Metrics, PyTree]:
        batch = with_latent(components, agent_state, batch)
        if objective.relabel is not None:
            batch = batch._replace(skill=objective.relabel(objective_state, batch, hparams))
        reward = hparams["reward_scale"] * objective.reward(objective_state, batch, hparams)
        gradient = latent_gradient(components, objective_state, batch, hparams)
        tally = components.accumulate_skills(skills, objective_state, batch, reward)
        batch = batch._replace(latent_gradient=gradient)
        agent_state, metrics = run.agent.update(agent_state, batch, reward, hparams)
        return agent_state, metrics, tally

    objective_state, of_objective = scan_updates(
        lambda state, batch: objective.update(
            state, components.objective_batch(with_latent(components, agent_state, batch)), objective_hparams
        ),
        objective_state,
        first(config.objective_updates),
    )
    agent_state, of_agent, tally = scan_updates_and_sums(
        update_agent, agent_state, first(config.agent_updates)
    )
    metrics = combined({f"--objective={config.objective}": of_objective, f"--agent={config.agent}": of_agent})
    return (agent_state, objective_state), metrics, tally


def _sample_batches(run: LearningContext, state: LearnerState, given: LearningInputs, key: Key) -> Batch:
    """Draws all batches of an iteration, [rounds, batches in a round, B, ...]."""
    config, components, shard = run.config, run.components, run.shard
    total = config.updates_per_iteration * run.batches_per_round
    draw, objective_keys, agent_keys = shard.draw(key, total, run.frames)
    row, after = ring.sample(state.replay, draw)
    skill_weight = jnp.ones(total * shard.local_rows)
    if run.counted_skills:
        log_prior = current_log_prior(components.skills, state.skills)
        assert log_prior is not None
        by_skill = equations.importance_weights(state.replay.counts, log_prior)
        skill_weight = by_skill[row.skill.astype(jnp.int32)]
    valid = row.valid.astype(jnp.float32).reshape(total, shard.local_rows)
    weight = valid / jnp.maximum(parallel.psum(valid.sum(1), shard.axes), 1.0)[:, None]
    wanted = components.objective.episode
    drawn = DrawnRows(
        row,
        after,
        weight.reshape(-1),
        skill_weight,
        # Draw the noise of all updates at once. On CPU, drawing it in each update took a tenth of its time.
        objective_noise=jax.vmap(components.objective.noise)(objective_keys),
        agent_noise=jax.vmap(run.agent.noise)(agent_keys),
        episode=None if wanted is None else ring.sample_episodes(state.replay, draw, wanted.steps_ahead),
    )
    batch = make_batch(components, state.agent, given.statistics, drawn)
    shape = (config.updates_per_iteration, run.batches_per_round, shard.local_rows)
    return jax.tree.map(lambda x: x.reshape(*shape, *x.shape[1:]), batch)


def _newest(run: LearningContext, replay: ring.Replay) -> tuple[PyTree, Array]:
    """Returns the extras of this iteration's rows, leaves [T, E, ...], and whether rows are valid, [T, E]."""
    length = min(run.config.rollout_length, run.capacity)
    slices = (replay.position - length + jnp.arange(length)) % run.capacity
    return jax.tree.map(lambda ring: ring[slices], (replay.rows.extras, replay.rows.valid))


def _check_precision(config: Any, components: Components) -> None:
    """Raises `ConfigError` if a ring of float16 would round features whose changes are rewarded."""
    agent, objective = components.agent, components.objective
    if config.replay_precision == "float32" or not components.feature_map.observed_dims:
        return
    of_objective = objective.embed is not None or objective.raw_features
    if of_objective or agent.raw_features:
        name = config.objective if of_objective else f"--agent={config.agent}"
        raise ConfigError(
            f"--replay_precision={config.replay_precision}: {name} rewards how features change "
            "in a step, but replay would round them. Leave it out."
        )
