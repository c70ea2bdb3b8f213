"""φ(s), what the objective sees of a state, by name."""

from collections.abc import Callable
from typing import NamedTuple

import jax.numpy as jnp

from diayn_jax.config import AUTO, Config, ConfigError, closest_matches
from diayn_jax.envs.core import Env, Interface
from diayn_jax.types import Array, Timestep

LATENT = "latent"  # what the agent's encoder makes of an image
JOIN = "+"  # between the parts of a name, such as obs+xy
POSITIONS = ("x", "xy", "xyz")  # features that say where the body is, as a whole


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
    observed_dims: tuple[int, ...]  # places in the observation that φ takes
    stored_names: tuple[str, ...]  # declared features that the observation lacks, in the order of `stored`

    @property
    def in_observation(self) -> bool:
        """Whether the environment's observation already holds φ."""
        return self.stored_size == 0


class _Part(NamedTuple):
    """One part of φ: places in the observation, or a declared feature that the observation lacks."""

    name: str
    size: int
    dims: tuple[int, ...] | None


def make_features(
    env: Env | Interface, name: str = AUTO, latent_size: int = Config.latent_size
) -> FeatureMap:
    """The feature map of an environment by name.

    Args:
      env: the environment.
      name: a declared feature; `obs`; `dims:i,j,…` (places in the observation); several of these joined
        by `+`, such as `obs+xy`, which φ holds in that order; `latent` (of an image); `auto`.
      latent_size: L, for `latent`.

    Raises:
      ConfigError: a feature that the environment lacks (the message lists those it has), or one that is
        named twice.
    """
    if name == AUTO:
        name = env.default_features
    if name == LATENT and env.image_shape is not None:
        return FeatureMap(
            name=LATENT,
            size=latent_size,
            stored_size=0,
            stored=lambda timestep: jnp.zeros((timestep.obs.shape[0], 0)),
            select=lambda obs, stored: obs,
            observed_dims=(),
            stored_names=(),
        )
    parts = [_part(env, name, part) for part in name.split(JOIN)]
    _refuse_repeated(env, name, parts)
    stored_names = tuple(part.name for part in parts if part.dims is None)

    def stored(timestep: Timestep) -> Array:
        if not stored_names:
            return jnp.zeros((timestep.obs.shape[0], 0))
        return _joined([timestep.features[key] for key in stored_names])

    def select(obs: Array, stored: Array) -> Array:
        values, first = [], 0
        for part in parts:
            if part.dims is not None:
                values.append(_take(obs, part.dims))
            else:
                values.append(stored[..., first : first + part.size])
                first += part.size
        return _joined(values)

    return FeatureMap(
        name=name,
        size=sum(part.size for part in parts),
        stored_size=sum(part.size for part in parts if part.dims is None),
        stored=stored,
        select=select,
        observed_dims=tuple(dim for part in parts for dim in part.dims or ()),
        stored_names=stored_names,
    )


def position_dims(env: Env | Interface) -> tuple[int, ...]:
    """Places in the observation that say where the body is: those of the features `x`, `xy` and `xyz`, in m.

    A policy that is not to know where it is must not see these. Heights (`z`) are no such places: they
    mean the same everywhere.
    """
    declared = [env.features[key] for key in POSITIONS if key in env.features]
    places = {dim for feature in declared if feature.unit == "m" for dim in feature.dims or ()}
    return tuple(sorted(places))


def _part(env: Env | Interface, name: str, part: str) -> _Part:
    """A part of the name of a feature map."""
    if part in env.features:
        feature = env.features[part]
        return _Part(part, feature.size, feature.dims)
    absent = f"{env.name} has no feature {part or 'without a name'}."
    if env.image_shape is not None:
        known = [LATENT, *env.features]
        if part == LATENT:
            why = f"the latent of {env.name}'s image goes by itself. Leave the others out."
        elif part == "obs" or part.startswith("dims:"):
            why = (
                f"{env.name} observes an image, whose bare pixels tell too little one by one. Use what the "
                f"encoder makes of them, --features=latent. It has: {', '.join(known)}."
            )
        else:
            why = f"{absent}{closest_matches(part, known)} It has: {', '.join(known)}."
        raise ConfigError(f"--features={name}: {why}")
    if part == "obs":
        return _Part(part, env.observation_size, tuple(range(env.observation_size)))
    if part.startswith("dims:"):
        dims = _parse_dims(env, name, part)
        return _Part(part, len(dims), dims)
    known = [*env.features, "obs"]
    if part == LATENT:
        raise ConfigError(
            f"--features={name}: {env.name} observes a vector, which has no encoder. It has: "
            f"{', '.join([*known, 'dims:0,1,…'])}."
        )
    raise ConfigError(
        f"--features={name}: {absent}{closest_matches(part, known)} It has: "
        f"{', '.join(known)}, dims:0,1,… (places in its observation of size {env.observation_size}), "
        "and several of these joined by +."
    )


def _refuse_repeated(env: Env | Interface, name: str, parts: list[_Part]) -> None:
    """Raises `ConfigError` where a feature is named twice, or a place of the observation taken twice."""
    names: set[str] = set()
    taken: dict[int, str] = {}
    for part in parts:
        if part.name in names:
            raise ConfigError(f"--features={name}: {part.name} is named twice. Name it once.")
        names.add(part.name)
        both = [dim for dim in part.dims or () if dim in taken]
        if both:
            raise ConfigError(
                f"--features={name}: {part.name} and {taken[both[0]]} both hold place {both[0]} of "
                f"{env.name}'s observation. Leave one of them out."
            )
        taken |= dict.fromkeys(part.dims or (), part.name)


def _take(obs: Array, dims: tuple[int, ...]) -> Array:
    """Places of observations [..., O], as [..., len(dims)]."""
    if dims == tuple(range(dims[0], dims[0] + len(dims))):
        return obs[..., dims[0] : dims[0] + len(dims)]
    return obs[..., jnp.array(dims)]


def _joined(values: list[Array]) -> Array:
    return values[0] if len(values) == 1 else jnp.concatenate(values, axis=-1)


def _parse_dims(env: Env | Interface, name: str, part: str) -> tuple[int, ...]:
    text = part.removeprefix("dims:")
    try:
        dims = tuple(int(word) for word in text.split(","))
    except ValueError:
        dims = ()
    if not dims or any(not 0 <= d < env.observation_size for d in dims) or len(set(dims)) < len(dims):
        raise ConfigError(
            f"--features={name}: {part} takes different places in the observation, 0 to "
            f"{env.observation_size - 1}, such as dims:0,1."
        )
    return dims
