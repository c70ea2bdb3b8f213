"""Running statistics of observations, and the network inputs that they normalise."""

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
    """Running moments of observations and stored features, over all environment steps. Images have none."""

    count: Array  # []
    mean: Array  # [C]: [O + stored F], or [stored F] if the observation is an image
    m2: Array  # [C], sum of squared deviations
    lost: tuple[Array, Array, Array]  # rounding errors of the three: float32 cannot count beyond 2²⁴


class Inputs(NamedTuple):
    """Functions that make network inputs from an observation [..., O] and its stored features [..., F']."""

    counted_size: int  # C
    counted: Callable[[Array, Array], Array]  # (obs, stored) -> samples for the statistics, [..., C]
    normalized: Callable[[Statistics, Array, Array], tuple[Array, Array]]
    normalized_features: Callable[[Statistics, Array], Array]  # φ [..., F]; a latent is not normalised
    agent_input: Callable[[Statistics, Array, Array], Array | Pixels]
    scale: Callable[[Statistics], Array]  # the factors of the normalisation, [C]
    feature_scale: Callable[[Statistics], Array]  # the normalised size of one unit of each feature, [F]
    input_size: int  # S
    policy_dims: tuple[int, ...] | None  # indices of the input that the policy sees; None: all


def no_samples(mean: Array) -> Statistics:
    """Returns statistics without samples. `mean` [C] is a value near the expected samples."""
    count, zeros = jnp.zeros(()), jnp.zeros_like(mean)
    return Statistics(count, mean, zeros, (count, zeros, zeros))


def merge(statistics: Statistics, added: int, sums: Array) -> Statistics:
    """Returns the statistics after `added` more samples, from the sums [2 C] of `deviation_sums`."""
    more_mean, more_m2 = equations.moment_increments(statistics.count, added, *jnp.split(sums, 2))
    lost_count, lost_mean, lost_m2 = statistics.lost
    count, lost_count = equations.add_compensated(statistics.count, lost_count, added)
    mean, lost_mean = equations.add_compensated(statistics.mean, lost_mean, more_mean)
    m2, lost_m2 = equations.add_compensated(statistics.m2, lost_m2, more_m2)
    return Statistics(count, mean, m2, (lost_count, lost_mean, lost_m2))


def deviation_sums(statistics: Statistics, seen: Array) -> Array:
    """Returns the sums of deviations from the running mean, and of their squares: [T, E, C] -> [2 C]."""
    samples = seen.reshape(seen.shape[0] * seen.shape[1], seen.shape[2])
    deviation = (samples - statistics.mean) - statistics.lost[1]
    return jnp.concatenate([deviation.sum(0), (deviation**2).sum(0)])


def make_inputs(config: Config, env: envs.Env | envs.Interface, feature_map: envs.FeatureMap) -> Inputs:
    """Makes the functions for the network inputs of an environment.

    Raises:
      ConfigError: the policy would see nothing.
    """
    sees_images = env.image_shape is not None
    # Only vectors have statistics. Networks get the latent of an image.
    vector_size = 0 if sees_images else env.observation_size
    counted_size = vector_size + feature_map.stored_size
    observed, kept = slice(0, vector_size), slice(vector_size, None)
    appended = feature_map.stored_size if config.agent_sees_features else 0

    def counted(obs: Array, stored: Array) -> Array:
        return stored if sees_images else jnp.concatenate([obs, stored], axis=-1)

    def scale(statistics: Statistics) -> Array:
        """Returns the factors of the normalisation, [C]."""
        if not config.normalize:
            return jnp.ones(counted_size)
        variance = statistics.m2 / jnp.maximum(statistics.count, 1)
        # A coordinate without variance (no samples yet, or a constant) is centred but not scaled.
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
    """Returns (x − mean) · factor, clipped to ± `NORMALIZED_BOUND`: x [..., C]; mean and factor [C]."""
    return jnp.clip((x - mean) * factor, -NORMALIZED_BOUND, NORMALIZED_BOUND)


def _policy_dims(
    config: Config, env: envs.Env | envs.Interface, feature_map: envs.FeatureMap
) -> tuple[int, ...] | None:
    """Returns the indices of the agent's input that the policy sees; None: all of them.

    Raises:
      ConfigError: the position is hidden, and the input has nothing else.
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
        raise ConfigError(f"--policy_sees_position=false: {env.name} shows only a position. Leave it out.")
    return tuple(seen)
