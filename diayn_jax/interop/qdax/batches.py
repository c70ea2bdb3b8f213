"""QDax's transitions as the batches that objectives and agents learn from."""

import functools
from typing import Any

import jax
import jax.numpy as jnp
from qdax.core.neuroevolution.buffers.buffer import QDTransition

from diayn_jax import envs, equations, training
from diayn_jax.agents.sac import SacState
from diayn_jax.skills import SkillSpace
from diayn_jax.training.statistics import Statistics
from diayn_jax.types import Array, Batch, Key, PyTree

# Beyond 2²⁴ a float32 that 1 is added to stays where it is.
_MOST_COUNTED = 2.0**23


def make_parts(
    settings: Any, action_size: int, observation_size: int, stored_size: int
) -> training.Components:
    """Agent, objective and what they see, for an observation of O and a descriptor of D that it lacks.

    With `descriptor_full_state` D is 0.
    """
    feature = envs.Feature(stored_size, "state descriptor", "as QDax's environment has it")
    interface = envs.Interface(
        name="QDax's environment",
        observation_size=observation_size,
        action_size=action_size,
        features={"descriptor": feature} if settings.features == "descriptor" else {},
        default_features=settings.features,
    )
    return training.make_components(settings, interface)


def acting_state(network: PyTree) -> SacState:
    """An agent's state of which there is nothing but the policy."""
    left_out: Any = ()
    return SacState(network, *[left_out] * (len(SacState._fields) - 1))


def split(space: SkillSpace, obs: Array) -> tuple[Array, Array]:
    """Observations [..., O] and skills [..., *shape], as stored, of what comes joined [..., O + Z]."""
    alone, behind = obs[..., : -space.size], obs[..., -space.size :]
    if space.num_skills is not None:
        return alone, jnp.argmax(behind, axis=-1).astype(space.dtype)
    return alone, behind


def counted(counts: Array, skill: Array) -> Array:
    """Transitions played by each skill [K], with those of `skill` [E].

    All are halved now and then, so that the shares go on changing however long it plays.
    """
    counts = counts.at[skill].add(1.0)
    return jnp.where(counts.max() >= _MOST_COUNTED, counts / 2, counts)


def skill_weight(space: SkillSpace, counts: Array, skill: Array) -> Array:
    """p(z)/p̂(z) [B], p̂ the share of what each skill has played; 1 before anything was."""
    if space.log_prior is None:
        return jnp.ones(skill.shape[0])
    weights = equations.importance_weights(counts, space.log_prior)[skill]
    return jnp.where(counts.sum() > 0, weights, 1.0)


def make_batch(
    parts: training.Components,
    statistics: Statistics,
    counts: Array,
    transitions: QDTransition,
    stored: Array,
    next_stored: Array,
    key: Key | None,
) -> Batch:
    """Transitions [B, ...] as our functions take them.

    Args:
      parts: what they are for.
      statistics: of the training state.
      counts: [K], transitions played by each skill.
      transitions: with skills behind observations.
      stored, next_stored: [B, D'], the descriptors of s and s' where the observation lacks them.
      key: of the updates' noise; None: none.

    Raises:
      ValueError: arrays of other sizes than the training state.
    """
    size, inputs = transitions.obs.shape[0], parts.inputs
    obs, skill = split(parts.skills, transitions.obs)
    next_obs, _ = split(parts.skills, transitions.next_obs)
    _check_sizes(statistics, obs, stored)

    def features(obs: Array, stored: Array) -> Array:
        return parts.feature_map.select(*inputs.normalized(statistics, obs, stored))

    agent_noise: PyTree = ()
    objective_noise: PyTree = ()
    if key is not None:
        keys = jax.vmap(functools.partial(jax.random.split, num=2))(jax.random.split(key, size))
        agent_noise = jax.vmap(parts.agent.noise)(keys[:, 0])
        objective_noise = jax.vmap(parts.objective.noise)(keys[:, 1])
    scale = inputs.feature_scale(statistics)
    return Batch(
        obs=inputs.agent_input(statistics, obs, stored),
        next_obs=inputs.agent_input(statistics, next_obs, next_stored),
        features=features(obs, stored),
        next_features=features(next_obs, next_stored),
        feature_scale=jnp.broadcast_to(scale, (size, scale.shape[0])),
        action=transitions.actions,
        reward=transitions.rewards,
        skill=skill,
        # Brax's `done` counts a truncated episode too.
        terminated=(transitions.dones > 0.5) & (transitions.truncations < 0.5),
        weight=jnp.full(size, 1.0 / size),
        skill_weight=skill_weight(parts.skills, counts, skill),
        agent_noise=agent_noise,
        objective_noise=objective_noise,
        extras=(),
    )


def _check_sizes(statistics: Statistics, obs: Array, stored: Array) -> None:
    """Raises `ValueError` where arrays are of other sizes than the training state."""
    given = obs.shape[-1] + stored.shape[-1]
    if given != statistics.mean.shape[0]:
        raise ValueError(
            f"observations of {obs.shape[-1]} and descriptors of {stored.shape[-1]} numbers; init said "
            f"{statistics.mean.shape[0]} together. Are skills behind the observations?"
        )
