"""The learner of a run, on-policy or off-policy as its agent is, and from how much it learns."""

from typing import Any

from diayn_jax import envs
from diayn_jax.interfaces import Learner
from diayn_jax.training.components import Components
from diayn_jax.training.off_policy import off_policy
from diayn_jax.training.on_policy import on_policy
from diayn_jax.training.state import Shard


def make_learner(config: Any, env: envs.Env, components: Components, shard: Shard) -> Learner:
    """The learner of a run's agent; arguments as those of `off_policy`."""
    return (on_policy if config.on_policy else off_policy)(config, env, components, shard)


def rows_per_iteration(config: Any) -> int:
    """Rows learned from after a rollout; one that is learned from twice counts twice."""
    if config.on_policy:
        return max(config.objective_epochs, config.epochs) * config.num_envs * config.rollout_length
    batches = config.updates_per_iteration * max(config.objective_updates, config.agent_updates)
    return batches * config.batch_size


def rows_at_once(config: Any) -> int:
    """Rows that lie ready before the first of these updates."""
    if config.on_policy:
        return config.num_envs * config.rollout_length + config.batch_size
    return rows_per_iteration(config)
