"""Environments by name, behind one seam: `make(name, backend=...) -> Env`."""

from diayn_jax.envs.core import (
    Env,
    EnvSpec,
    Feature,
    Outside,
    Variation,
    canonical,
    from_config,
    make,
    register,
    specs,
)
from diayn_jax.envs.features import LATENT, FeatureMap, make_features
from diayn_jax.envs.frames import stack_frames
from diayn_jax.envs.scenes import ImageScene, MujocoScene, PlaneScene, Scene, Shape
from diayn_jax.envs.vector import POOL_SIZE, VectorEnv, VectorState, is_sound, make_vector_env

__all__ = [
    "LATENT",
    "POOL_SIZE",
    "Env",
    "EnvSpec",
    "Feature",
    "FeatureMap",
    "ImageScene",
    "MujocoScene",
    "Outside",
    "PlaneScene",
    "Scene",
    "Shape",
    "Variation",
    "VectorEnv",
    "VectorState",
    "canonical",
    "from_config",
    "is_sound",
    "make",
    "make_features",
    "make_vector_env",
    "register",
    "specs",
    "stack_frames",
]
