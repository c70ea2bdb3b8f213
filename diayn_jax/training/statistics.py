"""Running statistics of what networks see, and what networks see by them."""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp
from flax import struct

from diayn_jax import envs, equations
from diayn_jax.config import Config, ConfigError
from diayn_jax.types import Array, Pixels

NORMALIZED_BOUND = 10.0  # normalised observations are clipped to ± this many deviations


class Statistics(struct.PyTreeNode):
    """Running moments of what the agent sees, over all environment steps. Images have none."""

    count: Array  # []
    mean: Array  # [C]: [O + stored F], or [stored F] where the observation is an image
    m2: Array  # [C], sum of squared deviations
    lost: tuple[Array, Array, Array]  # what rounding left out of each: float32 alone cannot count beyond 2²⁴


class Inputs(NamedTuple):
    """What networks see of an observation [..., O] and of the stored features beside it [..., F']."""

    counted_size: int  # C
    counted: Callable[[Array, Array], Array]  # (obs, stored) -> what statistics are kept of, [..., C]
    normalized: Callable[[Statistics, Array, Array], tuple[Array, Array]]
    normalized_features: Callable[[Statistics, Array], Array]  # φ [..., F]; of a latent φ itself
    agent_input: Callable[[Statistics, Array, Array], Array | Pixels]
    scale: Callable[[Statistics], Array]  # what normalisation multiplies by, [C]
    feature_scale: Callable[[Statistics], Array]  # what one unit of each feature becomes, [F]
    input_size: int  # S
    policy_dims: tuple[int, ...] | None  # places of the input that the policy sees; None: all


def no_samples(mean: Array) -> Statistics:
    """Statistics of nothing yet, with a mean [C] near which samples are expected."""
    count, zeros = jnp.zeros(()), jnp.zeros_like(mean)
    return Statistics(count, mean, zeros, (count, zeros, zeros))


def merge(statistics: Statistics, added: int, sums: Array) -> Statistics:
    """Statistics after `added` more samples; sums [2 C] of their deviations and of the squares of these."""
    more_mean, more_m2 = equations.moment_increments(statistics.count, added, *jnp.split(sums, 2))
    lost_count, lost_mean, lost_m2 = statistics.lost
    count, lost_count = equations.add_compensated(statistics.count, lost_count, added)
    mean, lost_mean = equations.add_compensated(statistics.mean, lost_mean, more_mean)
    m2, lost_m2 = equations.add_compensated(statistics.m2, lost_m2, more_m2)
    return Statistics(count, mean, m2, (lost_count, lost_mean, lost_m2))


def deviation_sums(statistics: Statistics, seen: Array) -> Array:
    """Sums over seen [T, E, C] of deviations from the running mean, and of their squares, [2 C]."""
    samples = seen.reshape(seen.shape[0] * seen.shape[1], seen.shape[2])
    deviation = (samples - statistics.mean) - statistics.lost[1]
    return jnp.concatenate([deviation.sum(0), (deviation**2).sum(0)])


def make_inputs(config: Config, env: envs.Env | envs.Interface, feature_map: envs.FeatureMap) -> Inputs:
    """What networks see in an environment.

    Raises:
      ConfigError: a policy that would see nothing.
    """
    sees_images = env.image_shape is not None
    # Statistics are kept of vectors alone; of an image networks see the latent.
    vector_size = 0 if sees_images else env.observation_size
    counted_size = vector_size + feature_map.stored_size
    observed, kept = slice(0, vector_size), slice(vector_size, None)
    appended = feature_map.stored_size if config.agent_sees_features else 0

    def counted(obs: Array, stored: Array) -> Array:
        return stored if sees_images else jnp.concatenate([obs, stored], axis=-1)

    def scale(statistics: Statistics) -> Array:
        """What normalisation multiplies by, [C]."""
        if not config.normalize:
            return jnp.ones(counted_size)
        variance = statistics.m2 / jnp.maximum(statistics.count, 1)
        # A coordinate that never moves (count 0, or a constant) is only centred.
        return jnp.where(variance > 1e-8, jax.lax.rsqrt(jnp.maximum(variance, 1e-8)), 1.0)

    def normalized(statistics: Statistics, obs: Array, stored: Array) -> tuple[Array, Array]:
        if not config.normalize:
            return obs, stored
        mean, factor = statistics.mean, scale(statistics)
        stored = bounded(stored, mean[kept], factor[kept])
        return obs if sees_images else bounded(obs, mean[observed], factor[observed]), stored

    def normalized_features(statistics: Statistics, features: Array) -> Array:
        if not config.normalize or feature_map.name == envs.LATENT:
            return features
        mean = feature_map.select(statistics.mean[observed], statistics.mean[kept])
        return bounded(features, mean, feature_scale(statistics))

    def agent_input(statistics: Statistics, obs: Array, stored: Array) -> Array | Pixels:
        obs, stored = normalized(statistics, obs, stored)
        if sees_images:
            return Pixels(obs, stored if config.agent_sees_features else stored[..., :0])
        return jnp.concatenate([obs, stored], axis=-1) if config.agent_sees_features else obs

    def feature_scale(statistics: Statistics) -> Array:
        if feature_map.name == envs.LATENT:
            return jnp.ones(feature_map.size)
        factor = scale(statistics)
        return feature_map.select(factor[observed], factor[kept])

    return Inputs(
        counted_size=counted_size,
        counted=counted,
        normalized=normalized,
        normalized_features=normalized_features,
        agent_input=agent_input,
        scale=scale,
        feature_scale=feature_scale,
        input_size=(config.latent_size if sees_images else vector_size) + appended,
        policy_dims=_policy_dims(config, env, feature_map),
    )


def bounded(x: Array, mean: Array, factor: Array) -> Array:
    """(x − mean) · factor, clipped to ± `NORMALIZED_BOUND`: x [..., C], mean and factor [C] -> [..., C]."""
    return jnp.clip((x - mean) * factor, -NORMALIZED_BOUND, NORMALIZED_BOUND)


def _policy_dims(
    config: Config, env: envs.Env | envs.Interface, feature_map: envs.FeatureMap
) -> tuple[int, ...] | None:
    """Places of the agent's input that the policy sees; None: all of them.

    Raises:
      ConfigError: there is nothing but a position to see.
    """
    if config.policy_sees_position:
        return None
    hidden = set() if env.image_shape is not None else set(envs.position_dims(env))
    start = config.latent_size if env.image_shape is not None else env.observation_size
    seen = [d for d in range(start) if d not in hidden]
    if config.agent_sees_features:
        for name in feature_map.stored_names:
            size = env.features[name].size
            if name not in envs.POSITIONS:
                seen += range(start, start + size)
            start += size
    if not seen:
        raise ConfigError(
            f"--policy_sees_position=false: {env.name} shows nothing but a position. Leave it out."
        )
    return tuple(seen)
