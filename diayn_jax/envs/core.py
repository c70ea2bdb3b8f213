"""The environment seam: what a provider gives, and the table of all environments."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from diayn_jax.config import AUTO, Config, ConfigError, near, show
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
    [E, A] in [-1, 1]. `place` says where it runs:

    - `device`: pure JAX, on any device, under vmap and sharding;
    - `host`: by pure callbacks to a simulator on the CPU whose whole state is in
      `Timestep.state`, so that checkpoints hold it;
    - `outside`: a simulator that keeps its state to itself, stepped by ordered callbacks on one
      device; neither vmap nor an exact resume is possible.
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
    place: str = "device"


class Variation(NamedTuple):
    """How an environment differs from its published self; the fields of `Config` by these names.

    Factors are 1 where nothing changes. `joint_damage` scales each actuator's action by its
    factor in [0, 1] (0: dead); () damages none.
    """

    terminate_when_unhealthy: str = "false"  # true, false, or auto: as the environment does
    exclude_current_positions: str = AUTO  # true, false, or auto: as the environment does
    gravity: float = 1.0
    friction: float = 1.0
    actuator_strength: float = 1.0
    joint_damage: tuple[float, ...] = ()


class EnvSpec(NamedTuple):
    """A row of the table of environments.

    `factory(backend, variation)` makes the `Env`; `defaults` are `Config` fields that suit
    DIAYN there; `features` the names that its `Env` declares, the default first; `variations`
    the fields of `Variation` that it heeds: any other must be left alone.
    """

    provider: str
    backends: tuple[str, ...]  # the first is the default
    factory: Callable[[str, Variation], Env]
    defaults: Mapping[str, Any]
    features: tuple[str, ...]
    variations: tuple[str, ...] = ()


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


def make(name: str, backend: str = AUTO, **variation: Any) -> Env:
    """Makes an environment.

    Args:
      name: a key of `specs()`.
      backend: one of the environment's backends; `auto` takes the first.
      variation: fields of `Variation`. `terminate_when_unhealthy` is ignored where an
        environment has no such notion.

    Raises:
      ConfigError: an unknown name, a backend that it does not have, or a variation that it
        does not heed.
    """
    row = spec(name)
    if backend == AUTO:
        backend = row.backends[0]
    if backend not in row.backends:
        raise ConfigError(
            f"--backend={backend}: {name} does not run on it.{near(backend, row.backends)} "
            f"It runs on: {', '.join(row.backends)}."
        )
    asked = Variation(**variation)
    for field, default in Variation._field_defaults.items():
        value = getattr(asked, field)
        if value != default and field not in row.variations and field != "terminate_when_unhealthy":
            raise ConfigError(
                f"--{field}={show(value)}: {name} cannot be varied so. "
                f"It takes: {', '.join(row.variations) or 'no variation'}. Leave it out."
            )
    return row.factory(backend, asked)


def from_config(config: Config) -> Env:
    """The environment that a config names, varied as it says. Raises as `make` does."""
    return make(
        config.env,
        config.backend,
        terminate_when_unhealthy=config.terminate_when_unhealthy,
        exclude_current_positions=config.exclude_current_positions,
        gravity=config.gravity,
        friction=config.friction,
        actuator_strength=config.actuator_strength,
        joint_damage=config.joint_damage,
    )
