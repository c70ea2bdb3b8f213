"""The table of all environments, their names, and `make`."""

import dataclasses
import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any

import jax

from diayn_jax import parallel
from diayn_jax.config import (
    AUTO,
    Config,
    ConfigError,
    check_field,
    closest_matches,
    coerce,
    did_you_mean,
    show,
)
from diayn_jax.envs import user_env
from diayn_jax.envs.core import FACTORISES, ON_CPUS, Env, EnvSpec, Feature, Interface, Variation
from diayn_jax.envs.frames import stack_frames
from diayn_jax.envs.providers import brax_envs, gymnasium_envs, gymnasium_simulators, playground_envs
from diayn_jax.envs.tasks import task_envs
from diayn_jax.envs.worlds import cartpole, classic_control, four_rooms, point, point_maze, point_pixels

# Other spellings: Gymnasium's, without the version, and those of the DIAYN authors' code
# (github.com/ben-eysenbach/sac) and of its successors.
ALIASES = {
    "Ant": "ant",
    "BipedalWalker": "bipedal_walker",
    "CarRacing": "car_racing",
    "CartPole": "cartpole",
    "Fourrooms": "four_rooms",
    "HalfCheetah": "halfcheetah",
    "half-cheetah": "halfcheetah",
    "Hopper": "hopper",
    "Humanoid": "humanoid",
    "HumanoidStandup": "humanoidstandup",
    "InvertedDoublePendulum": "inverted_double_pendulum",
    "InvertedPendulum": "inverted_pendulum",
    "LunarLanderContinuous": "lunar_lander",
    "MountainCarContinuous": "mountain_car",
    "Pendulum": "pendulum",
    "Point": "point",
    "Pusher": "pusher",
    "Reacher": "reacher",
    "Swimmer": "swimmer",
    "Walker2d": "walker2d",
    "mountain-car-continuous": "mountain_car",
    "walker": "walker2d",
}

# Environments that a user has added in this process.
_REGISTERED: dict[str, EnvSpec] = {}


def specs() -> dict[str, EnvSpec]:
    """All environments, by name."""
    return {
        **point.SPECS,
        **point_maze.SPECS,
        **point_pixels.SPECS,
        **classic_control.SPECS,
        **cartpole.SPECS,
        **four_rooms.SPECS,
        **brax_envs.SPECS,
        **task_envs.SPECS,
        **gymnasium_envs.SPECS,
        **playground_envs.SPECS,
        **_REGISTERED,
    }


def canonical(name: str) -> str:
    """The one name of an environment that has several spellings.

    Hyphens and underscores are the same. A name of Gymnasium's (`Ant-v5`, of any version) stands
    for the environment here that has this name; where there is none, and with `gymnasium:` in
    front, it is Gymnasium's own. A name of MuJoCo Playground's (`CheetahRun`) may leave out its
    `playground:`. `package.module:factory` stays as it is.

    Raises:
      ConfigError: an unknown name.
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
        f"--env={name}: there is no such environment.{did_you_mean(close)} Known: "
        f"{', '.join(sorted(key for key in table if ':' not in key))}; --list_envs shows them all. "
        "Others go by gymnasium:NAME-v0, playground:NAME, or package.module:factory, or are registered first "
        "(diayn_jax.envs.register)."
    )


def spec(name: str) -> EnvSpec:
    """The table's row of an environment.

    Raises:
      ConfigError: an unknown name.
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


# These two are called before JAX starts. They do not import the module of `package.module:factory`, because
# an array in it would start JAX.


def defaults(name: str) -> Mapping[str, Any]:
    """The fields of `Config` that suit an environment; {} for `package.module:factory`.

    Of `gymnasium:module:NAME` they have Gymnasium's time limit once JAX has started, because the module is
    not imported before.
    """
    return {} if _is_own(name) else spec(name).defaults


def factorises(name: str, backend: str = AUTO) -> bool:
    """Whether an environment, on that backend, needs more threads of XLA's than there are CPU devices."""
    if _is_own(name):
        return False
    return (spec(name).default_backend("cpu") if backend == AUTO else backend) in FACTORISES


def _is_own(name: str) -> bool:
    """Whether a name is `package.module:factory`."""
    return ":" in name and not name.startswith((gymnasium_simulators.PREFIX, playground_envs.PREFIX))


def names_module(name: str) -> bool:
    """Whether a name says which module to import, as Gymnasium's `gymnasium:module:NAME-v0` does too."""
    if name.startswith(gymnasium_simulators.PREFIX):
        return ":" in name.removeprefix(gymnasium_simulators.PREFIX)
    return _is_own(name)


def register(
    name: str,
    factory: Callable[[], Env],
    *,
    features: Mapping[str, Feature] | None = None,
    defaults: Mapping[str, Any] | None = None,
) -> None:
    """Adds an environment of your own to the table, for as long as this process runs.

    Args:
      name: what `--env` and `make` call it.
      factory: makes the `Env`.
      features: what its `Env` declares, for tables; the default first.
      defaults: fields of `Config` that suit it.

    Raises:
      ConfigError: a name that is taken, a default out of its bounds, or an argument of another kind.
    """
    kinds = {"name": isinstance(name, str), "factory": callable(factory)}
    kinds |= {"features": isinstance(features, Mapping | None)}
    kinds |= {"defaults": isinstance(defaults, Mapping | None)}
    if wrong := [argument for argument, fits in kinds.items() if not fits]:
        raise ConfigError(
            f"register({name!r}): {' and '.join(wrong)} of the wrong kind. It takes a name, a function that "
            "makes an Env, and features and defaults as tables by name."
        )
    if not re.fullmatch(r"[A-Za-z0-9][\w-]*", name) or re.search(r"-v\d+$", name):
        raise ConfigError(
            f"register({name!r}): a name is of letters, digits, - and _, without a version such as -v0, "
            "which is Gymnasium's way."
        )
    try:
        taken = canonical(name)  # Under another spelling `--env` would not find it.
    except ConfigError:
        taken = ""
    if taken:
        also = "" if taken == name else f", {taken}"
        raise ConfigError(f"register({name!r}): there is such an environment already{also}. Choose another.")
    # Settings of an objective or an agent are checked by `compose.make_config`.
    for key, value in (defaults or {}).items():
        _checked(key, value)
    _REGISTERED[name] = user_env.make_spec(name, factory, features or {}, defaults or {})


def name_of(env: Any) -> str:
    """The canonical name of an environment that is given by a name, or as an `Env`.

    An `Env` is in the table from then on, by its own `name`, for as long as this process runs. It takes the
    place of one that was registered or given by that name before, whose defaults it keeps.

    Raises:
      ConfigError: neither a name nor an `Env`; an unknown name; an `Env` whose name is that of an environment
        of this package, or says how an environment is made.
    """
    if isinstance(env, str):
        return canonical(env)
    if not isinstance(env, Env):
        of_gymnasium = getattr(getattr(env, "spec", None), "id", None)
        hint = "Give a name, such as 'ant', or a diayn_jax.envs.Env (docs/your_own_environment.md)."
        if isinstance(of_gymnasium, str):
            hint = f"Give its name: env='{gymnasium_simulators.PREFIX}{of_gymnasium}'."
        elif callable(env):
            hint = "Call it for its Env, or give it a name by diayn_jax.envs.register(name, function)."
        raise ConfigError(f"env is a {type(env).__name__}. {hint}")
    before = _REGISTERED.pop(env.name, None)
    if before is None and (":" in env.name or env.name in specs()):
        raise ConfigError(
            f"env is an Env called {env.name!r}, and there is such an environment. Give the name alone: "
            f"env={env.name!r}; or this Env a name of its own: env._replace(name='…')."
        )
    register(env.name, lambda: env, defaults=None if before is None else before.defaults)
    return env.name


def make(name: str, backend: str = AUTO, *, to_play: bool = True, **variation: Any) -> Env:
    """Makes an environment.

    Args:
      name: any of its spellings (see `canonical`).
      backend: one of the environment's backends; `auto` takes its default on the device that JAX runs on.
      to_play: False makes it to be looked at, such as for what its skills see, on any device.
      variation: fields of `Variation`, with the values that `Config` takes. A `terminate_when_unhealthy`
        of false or auto may be given to any environment.

    Raises:
      ConfigError: an unknown name, a backend that it does not have or that does not run here, or a
        variation that it does not take.
    """
    name, row = canonical(name), spec(name)
    if backend == AUTO:
        backend = row.default_backend(parallel.platform())
    if backend not in row.backends:
        raise ConfigError(
            f"--backend={backend}: {name} does not run on it.{closest_matches(backend, row.backends)} "
            f"It runs on: {', '.join(row.backends)}."
        )
    varied = Variation(**{field: _checked(field, value) for field, value in variation.items()})
    for field, default in Variation._field_defaults.items():
        value = getattr(varied, field)
        # The preset of the paper has `auto` for every environment.
        changes = value != default and (field, value) != ("terminate_when_unhealthy", AUTO)
        if changes and field not in row.variations:
            raise ConfigError(
                f"--{field}={show(value)}: {name} cannot be varied so. "
                f"It takes: {', '.join(row.variations) or 'no variation'}. Leave it out."
            )
    if to_play:
        check_playable(backend)
    return row.factory(backend, varied)


def check_playable(backend: str) -> None:
    """Raises `ConfigError` where a backend runs on CPUs alone, and JAX runs on something else."""
    if backend in ON_CPUS and parallel.platform() != "cpu":
        raise ConfigError(
            f"--backend={backend}: it runs on CPUs, and JAX runs on {jax.default_backend()} here. Choose "
            "another backend (for a run that is loaded: load(path, backend=…)), or set JAX_PLATFORMS=cpu."
        )


def _checked(name: str, value: Any) -> Any:
    """A value by the rules of `Config`'s field of that name; as it is where there is none."""
    field = {f.name: f for f in dataclasses.fields(Config)}.get(name)
    if field is None:
        return value
    value = coerce(field, value)
    check_field(field, value)
    return value


def from_config(config: Config, backend: str = AUTO, *, to_play: bool = True) -> Env:
    """The environment that a config names, varied as it says, its frames stacked.

    Raises as `make` and `stack_frames` do.

    Args:
      config: what to run.
      backend: what `--backend=auto` came to, where the run began on what may be another device.
      to_play: as `make` takes it.
    """
    variation = {field: getattr(config, field) for field in Variation._fields}
    backend = backend if config.backend == AUTO else config.backend
    env = make(config.env, backend, to_play=to_play, **variation)
    return stack_frames(env, config.frame_stack)


def interface(config: Config, backend: str = AUTO) -> Interface:
    """What policies see and do in the environment that a config names.

    The environment is made only where its row of the table does not tell.

    Args and errors are those of `from_config`.
    """
    row = spec(config.env)
    # With positions in it, the observation and the places in it are others.
    differs = config.exclude_current_positions != AUTO or config.frame_stack > 1
    if row.observation_size is None or row.action_size is None or differs:
        return from_config(config, backend, to_play=False).interface
    return Interface(
        name=canonical(config.env),
        observation_size=row.observation_size,
        action_size=row.action_size,
        features=row.features,
        default_features=row.default_features,
        image_shape=row.image_shape,
        num_actions=row.num_actions,
    )
