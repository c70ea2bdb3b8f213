"""Environments by name, behind one seam: `make(name, backend=...) -> Env`."""

from diayn_jax.envs.core import (
    FACTORISES,
    ON_CPUS,
    Env,
    EnvSpec,
    Feature,
    Outside,
    Variation,
    random_action,
)
from diayn_jax.envs.faults import Faults, SimulatorError, collected
from diayn_jax.envs.features import LATENT, POSITIONS, FeatureMap, make_features, position_dims
from diayn_jax.envs.frames import stack_frames
from diayn_jax.envs.registry import (
    ALIASES,
    canonical,
    defaults,
    factorises,
    from_config,
    make,
    names_module,
    register,
    spec,
    specs,
)
from diayn_jax.envs.scenes import ImageScene, MujocoScene, PlaneScene, Scene, Shape
from diayn_jax.envs.vector import POOL_SIZE, VectorEnv, VectorState, is_sound, make_vector_env

__all__ = [
    "ALIASES",
    "FACTORISES",
    "LATENT",
    "ON_CPUS",
    "POOL_SIZE",
    "POSITIONS",
    "Env",
    "EnvSpec",
    "Faults",
    "Feature",
    "FeatureMap",
    "ImageScene",
    "MujocoScene",
    "Outside",
    "PlaneScene",
    "Scene",
    "Shape",
    "SimulatorError",
    "Variation",
    "VectorEnv",
    "VectorState",
    "canonical",
    "collected",
    "defaults",
    "factorises",
    "from_config",
    "is_sound",
    "make",
    "make_features",
    "make_vector_env",
    "names_module",
    "position_dims",
    "random_action",
    "register",
    "spec",
    "specs",
    "stack_frames",
]
