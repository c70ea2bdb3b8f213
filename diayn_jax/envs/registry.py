"""The table of all environments, their names, and functions that make them."""

import dataclasses
import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any

import jax

from diayn_jax import parallel
from diayn_jax.config import (
    ALIASES,
    AUTO,
    Config,
    ConfigError,
    check_field,
    closest_matches,
    coerce,
    did_you_mean,
    in_arguments,
    show,
)
from diayn_jax.envs import user_env
from diayn_jax.envs.core import FACTORISES, ON_CPUS, Env, EnvSpec, Feature, Interface, Variation
from diayn_jax.envs.frames import stack_frames
from diayn_jax.envs.providers import brax_envs, gymnasium_envs, gymnasium_simulators, playground_envs
from diayn_jax.envs.tasks import task_envs
from diayn_jax.envs.worlds import (
    car_racing,
    cartpole,
    classic_control,
    four_rooms,
    point,
    point_maze,
    point_pixels,
)

# Environments that the user has registered in this process.
_REGISTERED: dict[str, EnvSpec] = {}


def specs() -> dict[str, EnvSpec]:
    """Returns the table of all environments by name."""
    return {
        **point.SPECS,
        **point_maze.SPECS,
        **point_pixels.SPECS,
        **classic_control.SPECS,
        **cartpole.SPECS,
        **car_racing.SPECS,
        **four_rooms.SPECS,
        **brax_envs.SPECS,
        **task_envs.SPECS,
        **gymnasium_envs.SPECS,
        **playground_envs.SPECS,
        **_REGISTERED,
    }


def canonical(name: str) -> str:
    """Returns the canonical name of an environment for any of its spellings.

    Hyphens and underscores are equivalent. A Gymnasium name with any version (`Ant-v5`) stands for this
    package's environment of the same name. If there is none, or if the name starts with `gymnasium:`, it
    stands for Gymnasium's own environment. A MuJoCo Playground name (`CheetahRun`) may be given without
    `playground:`. `package.module:factory` stays unchanged.

    Raises:
      ConfigError: the name is unknown.
    """
    table = specs()
    if name in table or ":" in name:
        return name
    of_playground = {key.removeprefix(playground_envs.PREFIX): key for key in playground_envs.names()}
    known = {**{key.replace("_", "-"): key for key in table}, **of_playground, **ALIASES}
    unversioned = re.sub(r"-v\d+$", "", name)
    if unversioned.replace("_", "-") in known:
        return known[unversioned.replace("_", "-")]
    if unversioned != name:
        return f"gymnasium:{name}"
    words = {**{key: key for key in table}, **known}
    close = dict.fromkeys(words[word] for word in difflib.get_close_matches(name, words))
    raise ConfigError(
        f"--env={name}: there is no such environment.{did_you_mean(close)} `diayn envs` lists all. Name "
        "others as gymnasium:NAME-v0, playground:NAME or package.module:factory, or register them first "
        "(diayn_jax.envs.register)."
    )


def spec(name: str) -> EnvSpec:
    """Returns an environment's row of the table.

    Raises:
      ConfigError: the name is unknown.
    """
    name = canonical(name)
    table = specs()
    if name in table:
        return table[name]
    if name.startswith(gymnasium_simulators.PREFIX):
        return gymnasium_envs.spec(name)
    if name.startswith(playground_envs.PREFIX):
        return playground_envs.spec(name)
    return user_env.spec(name)


def full_spec(name: str) -> EnvSpec:
    """Returns an environment's row of the table with what is known only after the environment is made.

    Raises:
      ConfigError: as for `make`.
    """
    row = spec(name)
    if row.observation_size is not None:
        return row
    env = make(name, to_play=False)
    env.close()
    return row._replace(**{field: getattr(env, field) for field in EnvSpec._fields if field in Env._fields})


# The next two functions are called before JAX starts. They do not import the module of
# `package.module:factory`, because an array in it would start JAX.


def defaults(name: str) -> Mapping[str, Any]:
    """Returns an environment's defaults for `Config` fields; {} for `package.module:factory`.

    The defaults of `gymnasium:module:NAME` include Gymnasium's time limit only after JAX has started, because
    the module is not imported before.
    """
    return {} if _is_own(name) else spec(name).defaults


def factorises(name: str, backend: str = AUTO) -> bool:
    """Returns whether an environment on this backend needs more XLA threads than there are CPU devices."""
    if _is_own(name):
        return False
    return (spec(name).default_backend("cpu") if backend == AUTO else backend) in FACTORISES


def _is_own(name: str) -> bool:
    """Returns whether a name has the form `package.module:factory`."""
    return ":" in name and not name.startswith((gymnasium_simulators.PREFIX, playground_envs.PREFIX))


def names_module(name: str) -> bool:
    """Returns whether a name contains a module to import, as `gymnasium:module:NAME-v0` also does."""
    if name.startswith(gymnasium_simulators.PREFIX):
        return ":" in name.removeprefix(gymnasium_simulators.PREFIX)
    return _is_own(name)


@in_arguments
def register(
    name: str,
    factory: Callable[[], Env],
    *,
    features: Mapping[str, Feature] | None = None,
    defaults: Mapping[str, Any] | None = None,
) -> None:
    """Adds your own environment to the table of this process.

    Args:
      name: the environment's name for `--env` and `make`.
      features: the features that the `Env` declares, for tables; the default feature comes first.
      defaults: values for `Config` fields that suit the environment.

    Raises:
      ConfigError: the name is taken or malformed; a default is out of bounds; an argument has a wrong type.
    """
    kinds = {"name": isinstance(name, str), "factory": callable(factory)}
    kinds |= {"features": isinstance(features, Mapping | None)}
    kinds |= {"defaults": isinstance(defaults, Mapping | None)}
    if wrong := [argument for argument, fits in kinds.items() if not fits]:
        raise ConfigError(
            f"register({name!r}): {' and '.join(wrong)} of the wrong type. It takes a name, a function that "
            "makes an Env, and features and defaults as mappings by name."
        )
    if not re.fullmatch(r"[A-Za-z0-9][\w-]*", name) or re.search(r"-v\d+$", name):
        raise ConfigError(
            f"register({name!r}): a name consists of letters, digits, - and _. Versions such as -v0 are "
            "reserved for Gymnasium."
        )
    try:
        taken = canonical(name)  # `--env` would find the other environment by another spelling.
    except ConfigError:
        taken = ""
    if taken:
        also = "" if taken == name else f" as {taken}"
        raise ConfigError(f"register({name!r}): this environment exists already{also}. Choose another name.")
    # `resolve.make_config` checks the settings of objectives and agents.
    for key, value in (defaults or {}).items():
        _checked(key, value)
    _REGISTERED[name] = user_env.make_spec(name, factory, features or {}, defaults or {})


def name_of(env: Any) -> str:
    """Returns the canonical name of an environment that is given by name or as an `Env`.

    An `Env` is registered by its own `name` in the table of this process. It replaces an environment that
    was registered or given with the same name before, and keeps its defaults.

    Raises:
      ConfigError: `env` is neither a name nor an `Env`; the name is unknown; or the `Env` has the name of an
        environment of this package, or a name with a colon.
    """
    if isinstance(env, str):
        return canonical(env)
    if not isinstance(env, Env):
        of_gymnasium = getattr(getattr(env, "spec", None), "id", None)
        hint = "Give a name such as 'ant', or a diayn_jax.envs.Env (docs/how_to/own_environment.md)."
        if isinstance(of_gymnasium, str):
            hint = f"Give its name: env='{gymnasium_simulators.PREFIX}{of_gymnasium}'."
        elif callable(env):
            hint = "Call it to get its Env, or give it a name with diayn_jax.envs.register(name, function)."
        raise ConfigError(f"env is a {type(env).__name__}. {hint}")
    before = _REGISTERED.pop(env.name, None)
    if before is None and (":" in env.name or env.name in specs()):
        raise ConfigError(
            f"env is an Env called {env.name!r}, and this name is taken. For the known environment give "
            f"env={env.name!r}; or rename your Env: env._replace(name='…')."
        )
    register(env.name, lambda: env, defaults=None if before is None else before.defaults)
    return env.name


@in_arguments
def make(name: str, backend: str = AUTO, *, to_play: bool = True, **variation: Any) -> Env:
    """Makes an environment.

    Args:
      name: any of its spellings (see `canonical`).
      backend: one of the environment's backends; `auto` is its default on the device that JAX runs on.
      to_play: whether the environment will be stepped. False makes it on any device, only to look at fields
        such as its features.
      variation: fields of `Variation`, with values as in `Config`. Any environment takes the values false and
        auto of `terminate_when_unhealthy`.

    Raises:
      ConfigError: the name is unknown; the environment does not have the backend, or the backend does not run
        here; there is no such variation, or the environment does not take it.
    """
    name, row = canonical(name), spec(name)
    if backend == AUTO:
        backend = row.default_backend(parallel.platform())
    if backend not in row.backends:
        raise ConfigError(
            f"--backend={backend}: {name} does not run on it.{closest_matches(backend, row.backends)} "
            f"It runs on: {', '.join(row.backends)}."
        )
    for field in variation.keys() - set(Variation._fields):
        hint = closest_matches(field, Variation._fields)
        raise ConfigError(f"{field}={show(variation[field])}: there is no such variation.{hint}")
    varied = Variation(**{field: _checked(field, value) for field, value in variation.items()})
    for field, default in Variation._field_defaults.items():
        value = getattr(varied, field)
        # The preset `paper` sets `auto` for every environment.
        changes = value != default and (field, value) != ("terminate_when_unhealthy", AUTO)
        if changes and field not in row.variations:
            raise ConfigError(
                f"--{field}={show(value)}: {name} does not take this setting. "
                f"It takes: {', '.join(row.variations) or 'no variation'}. Leave it out."
            )
    if to_play:
        check_playable(backend)
    return row.factory(backend, varied)


def check_playable(backend: str) -> None:
    """Raises `ConfigError` if a backend runs only on CPUs and JAX runs on another device."""
    if backend in ON_CPUS and parallel.platform() != "cpu":
        raise ConfigError(
            f"--backend={backend}: it runs on CPUs, and JAX runs on {jax.default_backend()} here. Choose "
            "another backend (for a saved run: load(path, backend=…)), or set JAX_PLATFORMS=cpu."
        )


def _checked(name: str, value: Any) -> Any:
    """Converts and checks a value for the `Config` field of this name, if there is such a field."""
    field = {f.name: f for f in dataclasses.fields(Config)}.get(name)
    if field is None:
        return value
    value = coerce(field, value)
    check_field(field, value)
    return value


def from_config(config: Config, backend: str = AUTO, *, to_play: bool = True) -> Env:
    """Makes the environment that a config names, with the config's variation and stacked frames.

    Raises the errors of `make` and `stack_frames`, and a `ConfigError` for settings of images without images.

    Args:
      backend: used if the config says `auto`: the backend on which the run began, maybe on another device.
      to_play: see `make`.
    """
    variation = {field: getattr(config, field) for field in Variation._fields}
    backend = backend if config.backend == AUTO else config.backend
    env = stack_frames(make(config.env, backend, to_play=to_play, **variation), config.frame_stack)
    if env.image_shape is None:
        _refuse_settings_of_images(env, config)
    return env


def _refuse_settings_of_images(env: Env, config: Config) -> None:
    for f in dataclasses.fields(config):
        value = getattr(config, f.name)
        if f.metadata["group"] == "images" and value != f.default:
            raise ConfigError(
                f"--{f.name}={show(value)} has no effect: {env.name} observes a vector, not images. "
                "Leave it out."
            )


def interface(config: Config, backend: str = AUTO) -> Interface:
    """Returns the interface of the environment that a config names.

    The environment is made only if its row of the table does not hold the interface.

    For arguments and errors see `from_config`.
    """
    row = spec(config.env)
    # Positions in the observation change its size and the indices of features.
    differs = config.exclude_current_positions != AUTO or config.frame_stack > 1
    differs = differs or config.image_size != 0 or config.image_colours != AUTO
    if row.observation_size is None or row.action_size is None or differs:
        return from_config(config, backend, to_play=False).interface
    return row.interface(canonical(config.env))
