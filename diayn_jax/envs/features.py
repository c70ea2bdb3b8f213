"""Feature maps by name: φ(s) is what the objective sees of a state."""

from collections.abc import Callable
from typing import NamedTuple

import jax.numpy as jnp

from diayn_jax.config import AUTO, Config, ConfigError, closest_matches
from diayn_jax.envs.core import Env, Interface
from diayn_jax.types import Array, Timestep

LATENT = "latent"  # the output of the agent's encoder for an image
JOIN = "+"  # joins the parts of a name, such as obs+xy
POSITIONS = ("x", "xy", "xyz")  # features that give the position of the whole body


class FeatureMap(NamedTuple):
    """φ, split into two parts so that replay stores nothing twice.

    `stored(timestep)` gives the part that the observation lacks, which replay must store ([E, 0] if the
    observation lacks nothing). `select(obs, stored)` computes φ from the observation and this part. If φ is
    the latent of an image, `obs` is this latent.
    """

    name: str
    size: int  # F
    stored_size: int
    stored: Callable[[Timestep], Array]  # [E, stored_size]
    select: Callable[[Array, Array], Array]  # [..., O], [..., stored_size] -> [..., F]
    observed_dims: tuple[int, ...]  # indices of the observation that φ contains
    stored_names: tuple[str, ...]  # declared features that the observation lacks, in the order of `stored`
    places: tuple[int, ...]  # indices of φ in the observation followed by the stored part; () for `latent`

    @property
    def in_observation(self) -> bool:
        """Whether the environment's observation contains all of φ."""
        return self.stored_size == 0


class _Part(NamedTuple):
    """One part of φ: indices of the observation, or (`dims` is None) a feature that the observation lacks."""

    name: str
    size: int
    dims: tuple[int, ...] | None


def make_features(
    env: Env | Interface, name: str = AUTO, latent_size: int = Config.latent_size
) -> FeatureMap:
    """Makes the feature map of an environment by name.

    Args:
      env: the environment or its interface.
      name: a declared feature; `obs`; `dims:i,j,…` (indices of the observation); several of these joined by
        `+` in the order in which φ contains them, such as `obs+xy`; `latent` (for images); or `auto`.
      latent_size: L, for `latent`.

    Raises:
      ConfigError: the environment has no such feature (the message lists its features), or a feature is named
        twice.
    """
    if name == AUTO:
        name = env.default_features
    is_latent = name == LATENT and env.image_shape is not None
    parts = [] if is_latent else [_part(env, name, part) for part in name.split(JOIN)]
    _refuse_repeated(env, name, parts)
    stored_names = tuple(part.name for part in parts if part.dims is None)
    places: list[int] = []
    end = env.observation_size
    for part in parts:
        places += range(end, end + part.size) if part.dims is None else part.dims
        end += part.size if part.dims is None else 0

    def stored(timestep: Timestep) -> Array:
        if not stored_names:
            return jnp.zeros((timestep.obs.shape[0], 0))
        return _joined([timestep.features[key] for key in stored_names])

    def select(obs: Array, stored: Array) -> Array:
        if is_latent:
            return obs
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
        size=latent_size if is_latent else sum(part.size for part in parts),
        stored_size=sum(part.size for part in parts if part.dims is None),
        stored=stored,
        select=select,
        observed_dims=tuple(dim for part in parts for dim in part.dims or ()),
        stored_names=stored_names,
        places=tuple(places),
    )


def position_dims(env: Env | Interface) -> tuple[int, ...]:
    """Returns the indices of the observation that give the body's position: features x, xy and xyz in m.

    With `policy_sees_position=false`, the policy does not see these. The height z alone is not included,
    because a height means the same at every position.
    """
    declared = [env.features[key] for key in POSITIONS if key in env.features]
    places = {dim for feature in declared if feature.unit == "m" for dim in feature.dims or ()}
    return tuple(sorted(places))


def _part(env: Env | Interface, name: str, part: str) -> _Part:
    """Parses one part of the name of a feature map."""
    if part in env.features:
        feature = env.features[part]
        return _Part(part, feature.size, feature.dims)
    absent = f"{env.name} has no feature {part or 'without a name'}."
    if env.image_shape is not None:
        known = [LATENT, *env.features]
        if part == LATENT:
            why = f"the latent of {env.name}'s image cannot be joined with others. Leave the others out."
        elif part == "obs" or part.startswith("dims:"):
            why = (
                f"{env.name} observes an image, and single pixels are not useful features. Use the encoder's "
                f"output, --features=latent. It has: {', '.join(known)}."
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
        f"{', '.join(known)}, dims:0,1,… (indices of its observation of size {env.observation_size}), "
        "and several of these joined by +."
    )


def _refuse_repeated(env: Env | Interface, name: str, parts: list[_Part]) -> None:
    """Raises `ConfigError` if a feature is named twice or an index of the observation is used twice."""
    names: set[str] = set()
    taken: dict[int, str] = {}
    for part in parts:
        if part.name in names:
            raise ConfigError(f"--features={name}: {part.name} is named twice. Name it once.")
        names.add(part.name)
        both = [dim for dim in part.dims or () if dim in taken]
        if both:
            raise ConfigError(
                f"--features={name}: {part.name} and {taken[both[0]]} both contain index {both[0]} of "
                f"{env.name}'s observation. Leave one of them out."
            )
        taken |= dict.fromkeys(part.dims or (), part.name)


def _take(obs: Array, dims: tuple[int, ...]) -> Array:
    """Takes these indices of observations: [..., O] -> [..., len(dims)]."""
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
            f"--features={name}: {part} must give different indices of the observation, from 0 to "
            f"{env.observation_size - 1}, such as dims:0,1."
        )
    return dims
