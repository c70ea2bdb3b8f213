"""Priors p(z) over skills and their tiling over environments."""

import math

import jax
import jax.numpy as jnp

from diayn_jax.types import Array, Key


def uniform_log_prior(num_skills: int) -> Array:
    """log p(z) = −ln K, [K]."""
    return jnp.full((num_skills,), -math.log(num_skills))


def tile(env_index: Array, num_skills: int) -> Array:
    """Skill i mod K of environment i, for global indices [E]; int32 [E]."""
    return (env_index % num_skills).astype(jnp.int32)


def sample(keys: Key, log_prior: Array) -> Array:
    """A skill for each key [E], from p(z); int32 [E]."""
    return jax.vmap(lambda key: jax.random.categorical(key, log_prior))(keys).astype(jnp.int32)


def smallest_int_dtype(num_skills: int):
    """The smallest signed integer type that holds a skill."""
    if num_skills <= 2**7:
        return jnp.int8
    return jnp.int16 if num_skills <= 2**15 else jnp.int32
