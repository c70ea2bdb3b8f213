"""Chooses the learner of a run, and counts the rows that it learns from."""

from typing import Any

import jax

from diayn_jax import agents, envs
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import (
    Learner,
    LearnerSpec,
    LearnerState,
    LearningInputs,
    PopulationAgent,
    RolloutBatch,
)
from diayn_jax.training.components import Components
from diayn_jax.training.learners.evolution import evolution
from diayn_jax.training.learners.off_policy import off_policy
from diayn_jax.training.learners.on_policy import RolloutContext, by_time, on_policy, rollout_rows
from diayn_jax.training.state import Shard, row_keys
from diayn_jax.types import Key, Step


def make_learner(config: Any, env: envs.Env, components: Components, shard: Shard) -> Learner:
    """Returns the learner of a run: on-policy, off-policy, of a population, or the one of a `LearnerSpec`.

    Raises:
      ConfigError: the environments do not divide among the members of a population, or frames are stacked,
        but the rows of a whole learner hold only the newest frame.
    """
    if components.learner is None:
        if isinstance(components.agent, PopulationAgent):
            return evolution(config, env, components, shard)
        return (on_policy if config.on_policy else off_policy)(config, env, components, shard)
    if env.frames > 1:
        raise ConfigError(
            f"--frame_stack={env.frames}: --agent={config.agent} takes single frames. Leave it out."
        )
    return components.learner


def rollout_of(
    config: Any, components: Components, shard: Shard, state: LearnerState, rows: Step, given: LearningInputs,
    noise_key: Key,
) -> RolloutBatch:  # fmt: skip
    """Makes a batch with noise from the rows [T, E, ...] of an iteration, for `LearningInputs.rollout`."""
    run = RolloutContext(config, components, None, shard, 1)
    found = rollout_rows(run, state, rows, given)
    keys = row_keys(noise_key, shard.first_env() * run.length + jax.numpy.arange(run.num_rows))
    batch = found.batch._replace(objective_noise=jax.vmap(components.objective.noise)(keys))
    return RolloutBatch(jax.tree.map(lambda x: by_time(run, x), batch), found.valid)


def rows_per_iteration(config: Any) -> int:
    """Returns the number of rows learned from after a rollout. A row that is used twice counts twice."""
    if isinstance(agents.spec(config.agent), LearnerSpec):
        return config.num_envs * config.rollout_length
    if config.on_policy:
        passes = max(config.objective_epochs, getattr(config, "epochs", 1))
        return passes * config.num_envs * config.rollout_length
    batches = config.updates_per_iteration * max(config.objective_updates, config.agent_updates)
    return batches * config.batch_size


def rows_at_once(config: Any) -> int:
    """Returns the number of rows that are in memory at once during these updates."""
    if isinstance(agents.spec(config.agent), LearnerSpec):
        return config.num_envs * config.rollout_length
    if config.on_policy:
        return config.num_envs * config.rollout_length + config.batch_size
    return rows_per_iteration(config)
