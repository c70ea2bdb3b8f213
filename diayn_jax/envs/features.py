"""What the discriminator sees: φ(s), by name."""

from collections.abc import Callable
from typing import NamedTuple

import jax.numpy as jnp

from diayn_jax.config import AUTO, Config, ConfigError, near
from diayn_jax.envs.core import Env
from diayn_jax.types import Array, Timestep

LATENT = "latent"  # what the agent's encoder makes of an image


class FeatureMap(NamedTuple):
    """φ, split so that replay keeps nothing twice.

    `stored(timestep)` gives the part that replay must keep because the observation lacks it
    ([E, 0] where it lacks nothing); `select(obs, stored)` gives φ from the two. For φ = the
    latent of an image, `obs` is that latent.
    """

    name: str
    size: int  # F
    stored_size: int
    stored: Callable[[Timestep], Array]  # [E, stored_size]
    select: Callable[[Array, Array], Array]  # [..., O], [..., stored_size] -> [..., F]

    @property
    def in_observation(self) -> bool:
        """Whether the environment's observation already holds φ."""
        return self.stored_size == 0


def make_features(env: Env, name: str = AUTO, latent_size: int = Config.latent_size) -> FeatureMap:
    """The feature map of an environment by name.

    Args:
      env: the environment.
      name: a declared feature; `obs`; `dims:i,j,…` (places in the observation); `latent` (of an
        image); `auto`.
      latent_size: L, for `latent`.

    Raises:
      ConfigError: a feature that the environment lacks; the message lists those it has.
    """
    if name == AUTO:
        name = env.default_features
    if env.image_shape is not None:
        return _of_image(env, name, latent_size)
    if name == LATENT:
        raise ConfigError(
            f"--features=latent: {env.name} observes a vector, which has no encoder. It has: "
            f"{', '.join([*env.features, 'obs', 'dims:0,1,…'])}."
        )
    if name == "obs":
        return _observed("obs", tuple(range(env.observation_size)))
    if name.startswith("dims:"):
        return _observed(name, _parse_dims(env, name))
    if name not in env.features:
        raise ConfigError(
            f"--features={name}: {env.name} has no such feature."
            f"{near(name, [*env.features, 'obs'])} It has: "
            f"{', '.join([*env.features, 'obs', 'dims:0,1,… (places in its observation of size '])}"
            f"{env.observation_size})."
        )
    feature = env.features[name]
    if feature.dims is not None:
        return _observed(name, feature.dims)
    return _stored(name, feature.size)


def _of_image(env: Env, name: str, latent_size: int) -> FeatureMap:
    known = [LATENT, *env.features]
    if name == LATENT:
        return FeatureMap(
            name=LATENT,
            size=latent_size,
            stored_size=0,
            stored=lambda timestep: jnp.zeros((timestep.obs.shape[0], 0)),
            select=lambda obs, stored: obs,
        )
    if name == "obs" or name.startswith("dims:"):
        raise ConfigError(
            f"--features={name}: {env.name} observes an image, whose bare pixels tell too little one by "
            f"one. Use what the encoder makes of them, --features=latent. It has: {', '.join(known)}."
        )
    if name not in env.features:
        raise ConfigError(
            f"--features={name}: {env.name} has no such feature.{near(name, known)} "
            f"It has: {', '.join(known)}."
        )
    return _stored(name, env.features[name].size)


def _stored(name: str, size: int) -> FeatureMap:
    return FeatureMap(
        name=name,
        size=size,
        stored_size=size,
        stored=lambda timestep: timestep.features[name],
        select=lambda obs, stored: stored,
    )


def _observed(name: str, dims: tuple[int, ...]) -> FeatureMap:
    contiguous = dims == tuple(range(dims[0], dims[0] + len(dims)))

    def select(obs: Array, stored: Array) -> Array:
        if contiguous:
            return obs[..., dims[0] : dims[0] + len(dims)]
        return obs[..., jnp.array(dims)]

    return FeatureMap(
        name=name,
        size=len(dims),
        stored_size=0,
        stored=lambda timestep: timestep.obs[:, :0],
        select=select,
    )


def _parse_dims(env: Env, name: str) -> tuple[int, ...]:
    text = name.removeprefix("dims:")
    try:
        dims = tuple(int(part) for part in text.split(","))
    except ValueError:
        dims = ()
    if not dims or any(not 0 <= d < env.observation_size for d in dims) or len(set(dims)) < len(dims):
        raise ConfigError(
            f"--features={name}: takes different places in the observation, 0 to "
            f"{env.observation_size - 1}, such as dims:0,1."
        )
    return dims
