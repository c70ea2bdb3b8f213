"""Converts QDax's transitions to the batches from which objectives and agents learn."""

import functools
from typing import Any

import jax
import jax.numpy as jnp
from qdax.core.neuroevolution.buffers.buffer import QDTransition

from diayn_jax import envs, equations, training
from diayn_jax.agents.sac import SacState
from diayn_jax.interfaces import Agent
from diayn_jax.skills import SkillSpace
from diayn_jax.training.statistics import Statistics
from diayn_jax.types import Array, Batch, Key, PyTree

# Adding 1 to a float32 above 2²⁴ does not change it.
_MOST_COUNTED = 2.0**23


def make_parts(
    settings: Any, action_size: int, observation_size: int, stored_size: int
) -> training.Components:
    """Returns the agent, the objective and their inputs for QDax's environments.

    Args:
      stored_size: the size D of a descriptor that is not in the observation; 0 with `descriptor_full_state`.
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
    """Returns an agent's state that has only the policy."""
    left_out: Any = ()
    return SacState(network, *[left_out] * (len(SacState._fields) - 1))


def split(space: SkillSpace, obs: Array) -> tuple[Array, Array]:
    """Splits inputs [..., O + Z] into observations [..., O] and skills as they are stored, [..., *shape]."""
    alone, behind = obs[..., : -space.size], obs[..., -space.size :]
    if space.num_skills is not None:
        return alone, jnp.argmax(behind, axis=-1).astype(space.dtype)
    return alone, behind


def counted(counts: Array, skill: Array) -> Array:
    """Adds the transitions of `skill` [E] to the number of transitions played by each skill, [K].

    All counts are halved before they reach the limit of float32, so that the shares never stop changing.
    """
    counts = counts.at[skill].add(1.0)
    return jnp.where(counts.max() >= _MOST_COUNTED, counts / 2, counts)


def skill_weight(space: SkillSpace, counts: Array, skill: Array) -> Array:
    """Returns p(z)/p̂(z) [B], where p̂ is each skill's share of all transitions; 1 without transitions."""
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
    key: Key,
) -> Batch:
    """Converts transitions [B, ...] to a batch for our objectives and agents.

    Args:
      counts: [K], transitions played by each skill.
      transitions: with skills after observations.
      stored, next_stored: [B, D'], the descriptors of s and s' if the observation lacks them.
      key: for the noise of updates and rewards.

    Raises:
      ValueError: the sizes of arrays do not fit the training state.
    """
    size, inputs = transitions.obs.shape[0], parts.inputs
    obs, skill = split(parts.skills, transitions.obs)
    next_obs, _ = split(parts.skills, transitions.next_obs)
    _check_sizes(statistics, obs, stored)

    def features(obs: Array, stored: Array) -> Array:
        return parts.feature_map.select(*inputs.normalized(statistics, obs, stored))

    assert isinstance(parts.agent, Agent)
    keys = jax.vmap(functools.partial(jax.random.split, num=2))(jax.random.split(key, size))
    raw: tuple[PyTree, PyTree] = (), ()
    if parts.wants_raw_features:
        raw = parts.feature_map.select(obs, stored), parts.feature_map.select(next_obs, next_stored)
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
        # Brax's `done` is 1 at truncations, too.
        terminated=(transitions.dones > 0.5) & (transitions.truncations < 0.5),
        weight=jnp.full(size, 1.0 / size),
        skill_weight=skill_weight(parts.skills, counts, skill),
        agent_noise=jax.vmap(parts.agent.noise)(keys[:, 0]),
        objective_noise=jax.vmap(parts.objective.noise)(keys[:, 1]),
        extras=(),
        raw_features=raw[0],
        next_raw_features=raw[1],
    )


def _check_sizes(statistics: Statistics, obs: Array, stored: Array) -> None:
    """Raises `ValueError` if the sizes of arrays do not fit the training state."""
    given = obs.shape[-1] + stored.shape[-1]
    if given != statistics.mean.shape[0]:
        raise ValueError(
            f"Observations have {obs.shape[-1]} numbers and descriptors {stored.shape[-1]}, but init was "
            f"given {statistics.mean.shape[0]} in total. Check that skills come after the observations."
        )
