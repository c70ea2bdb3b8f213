"""Environments by name, behind one seam: `make(name, backend=...) -> Env`."""

from diayn_jax.envs.core import Env, EnvSpec, Feature, Variation, from_config, make, specs
from diayn_jax.envs.features import FeatureMap, make_features
from diayn_jax.envs.vector import VectorEnv, VectorState, make_vector_env

__all__ = [
    "Env",
    "EnvSpec",
    "Feature",
    "FeatureMap",
    "Variation",
    "VectorEnv",
    "VectorState",
    "from_config",
    "make",
    "make_features",
    "make_vector_env",
    "specs",
]
