"""The environment seam: what a provider gives, and the table of all environments."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from diayn_jax.config import AUTO, ConfigError, near
from diayn_jax.types import Array, PyTree, Timestep


class Feature(NamedTuple):
    """A named quantity that skills may be discerned by.

    `dims` are its places in the observation where it is a part of it; None where the
    observation leaves it out and `Timestep.features` holds it.
    """

    size: int
    meaning: str
    unit: str
    dims: tuple[int, ...] | None = None


class Env(NamedTuple):
    """A batch of like environments, as pure functions, without resets or time limits.

    `reset` takes raw keys [E, 2] (uint32); `step` takes the last `Timestep.state` and actions
    [E, A] in [-1, 1].
    """

    name: str
    backend: str
    observation_size: int
    action_size: int
    features: Mapping[str, Feature]
    default_features: str
    reset: Callable[[Array], Timestep]
    step: Callable[[PyTree, Array], Timestep]
    dt: float  # seconds in a step


class EnvSpec(NamedTuple):
    """A row of the table of environments.

    `factory(backend=..., **options)` makes the `Env`; `defaults` are `Config` fields that
    suit DIAYN there; `features` the names that its `Env` declares, the default first.
    """

    provider: str
    backends: tuple[str, ...]  # the first is the default
    factory: Callable[..., Env]
    defaults: Mapping[str, Any]
    features: tuple[str, ...]


def specs() -> dict[str, EnvSpec]:
    """All environments, by name."""
    # Here, not above: providers import this module.
    from diayn_jax.envs import brax_envs, point

    return {**point.SPECS, **brax_envs.SPECS}


def spec(name: str) -> EnvSpec:
    """The table's row of an environment.

    Raises:
      ConfigError: an unknown name.
    """
    table = specs()
    if name not in table:
        raise ConfigError(
            f"--env={name}: there is no such environment.{near(name, table)} "
            f"Known: {', '.join(sorted(table))}."
        )
    return table[name]


def make(name: str, backend: str = AUTO, terminate_when_unhealthy: str = "false") -> Env:
    """Makes an environment.

    Args:
      name: a key of `specs()`.
      backend: one of the environment's backends; `auto` takes the first.
      terminate_when_unhealthy: `true`, `false`, or `auto` (as the environment does); ignored
        where an environment has no such notion.

    Raises:
      ConfigError: an unknown name, or a backend that it does not have.
    """
    row = spec(name)
    if backend == AUTO:
        backend = row.backends[0]
    if backend not in row.backends:
        raise ConfigError(
            f"--backend={backend}: {name} does not run on it.{near(backend, row.backends)} "
            f"It runs on: {', '.join(row.backends)}."
        )
    return row.factory(backend=backend, terminate_when_unhealthy=terminate_when_unhealthy)
