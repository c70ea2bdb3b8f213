"""The environment seam: what a provider gives, and the table of all environments."""

import difflib
import importlib
import math
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax.config import (
    AUTO,
    Config,
    ConfigError,
    check_field,
    did_you_mean,
    fields_by_name,
    near,
    show,
    tidy,
)
from diayn_jax.envs.scenes import Scene
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


class Outside(NamedTuple):
    """What an `Env` has beside the rest where its simulators keep their state to themselves.

    `step_or_reset(state, action [E, A], reset [E])` steps, but where `reset` is set it ignores
    the action and begins a new episode. `apart()` is the same environment with simulators of
    its own: an evaluation must not move training's. `close()` ends its simulators and those of
    what was made apart of it; a later reset makes new ones.
    """

    step_or_reset: Callable[[PyTree, Array, Array], Timestep]
    apart: Callable[[], "Env"]
    close: Callable[[], None]


class Env(NamedTuple):
    """A batch of like environments, as pure functions, without resets or time limits.

    `reset` takes raw keys [E, 2] (uint32); `step` takes the last `Timestep.state` and actions
    [E, A] in [-1, 1]. An observation is a vector of `observation_size` floats, or, where
    `image_shape` is given, a uint8 image [H, W, C] of as many numbers, `frames` of them stacked
    along C. `place` says where it runs:

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
    outside: Outside | None = None  # where `place` is that
    walls: tuple[tuple[tuple[float, float], tuple[float, float]], ...] = ()  # segments in xy, m, to draw
    image_shape: tuple[int, int, int] | None = None
    frames: int = 1
    scene: Scene | None = None  # how it looks; None where nothing is known of that

    @property
    def observation_shape(self) -> tuple[int, ...]:
        """(O,), or (H, W, C) of an image."""
        return self.image_shape or (self.observation_size,)

    @property
    def observation_dtype(self) -> Any:
        """uint8 of an image, float32 of a vector."""
        return jnp.uint8 if self.image_shape else jnp.float32


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

    `factory(backend, variation)` makes the `Env`. The fields that are called as its own are what
    it will have where nothing is varied, so that a table can be printed without making it; None
    where only making it tells. `defaults` are `Config` fields that suit DIAYN there; `variations`
    the fields of `Variation` that it heeds: any other must be left alone. `backends` begins with
    the default, but on CPUs it is `cpu_backend`, where that is given.
    """

    provider: str
    backends: tuple[str, ...]
    factory: Callable[[str, Variation], Env]
    defaults: Mapping[str, Any]
    features: Mapping[str, Feature]
    default_features: str
    observation_size: int | None
    action_size: int | None
    variations: tuple[str, ...] = ()
    place: str = "device"
    cpu_backend: str | None = None

    def default_backend(self, device: str) -> str:
        """What `auto` comes to on a kind of device, `cpu` or `gpu`."""
        return self.cpu_backend if self.cpu_backend and device == "cpu" else self.backends[0]


# Networks for observations of a few numbers.
SMALL_NETWORKS = {
    "policy_hidden_sizes": (64, 64),
    "critic_hidden_sizes": (64, 64),
    "discriminator_hidden_sizes": (64, 64),
}

# Other spellings: Gymnasium's, without the version, and those of the DIAYN authors' code
# (github.com/ben-eysenbach/sac) and of its successors.
ALIASES = {
    "Ant": "ant",
    "BipedalWalker": "bipedal_walker",
    "CarRacing": "car_racing",
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

# Backends that factorise matrices of each environment (see `parallel.FACTORISATIONS`), and those that run on
# CPUs alone.
FACTORISES = ("generalized", "mjx")
ON_CPUS = ("native",)

# Environments that a user has added in this process.
_REGISTERED: dict[str, EnvSpec] = {}


def specs() -> dict[str, EnvSpec]:
    """All environments, by name."""
    # Here, not above: providers import this module.
    from diayn_jax.envs import (
        brax_envs,
        classic_control,
        gymnasium_envs,
        playground_envs,
        point,
        point_maze,
        point_pixels,
    )

    return {
        **point.SPECS,
        **point_maze.SPECS,
        **point_pixels.SPECS,
        **classic_control.SPECS,
        **brax_envs.SPECS,
        **gymnasium_envs.SPECS,
        **playground_envs.SPECS,
        **_REGISTERED,
    }


def canonical(name: str) -> str:
    """The one name of an environment that has several spellings.

    Hyphens and underscores are the same. A name of Gymnasium's (`Ant-v5`) is that of the
    environment here that goes by it, of whatever version; where there is none, and with
    `gymnasium:` in front, it is Gymnasium's own. A name of MuJoCo Playground's (`CheetahRun`) may
    leave out its `playground:`. `package.module:factory` stays as it is.

    Raises:
      ConfigError: an unknown name.
    """
    from diayn_jax.envs import playground_envs

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
        "Others go by gymnasium:NAME-v0, playground:NAME, or package.module:factory."
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
    if name.startswith("gymnasium:"):
        from diayn_jax.envs import gymnasium_envs

        return gymnasium_envs.spec(name)
    if name.startswith("playground:"):
        from diayn_jax.envs import playground_envs

        return playground_envs.spec(name)
    return _own(name)


# Both are asked for before JAX starts, which the module of `package.module:factory` may do by an array of
# its own: they leave it unimported.


def defaults(name: str) -> Mapping[str, Any]:
    """The fields of `Config` that suit an environment; of `package.module:factory` there are none."""
    return {} if _is_own(name) else spec(name).defaults


def factorises(name: str, backend: str = AUTO) -> bool:
    """Whether an environment, on that backend, needs more threads of XLA's than there are CPU devices."""
    if _is_own(name):
        return False
    return (spec(name).default_backend("cpu") if backend == AUTO else backend) in FACTORISES


def _is_own(name: str) -> bool:
    """Whether a name is `package.module:factory`."""
    return ":" in name and not name.startswith(("gymnasium:", "playground:"))


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
      ConfigError: a name that is taken, or defaults that no config has.
    """
    if not re.fullmatch(r"[A-Za-z0-9][\w-]*", name) or re.search(r"-v\d+$", name):
        raise ConfigError(
            f"register({name!r}): a name is of letters, digits, - and _, without a version such as -v0, "
            "which is Gymnasium's way."
        )
    try:
        there = canonical(name)  # Under another spelling `--env` would not find it.
    except ConfigError:
        there = ""
    if there:
        also = "" if there == name else f", {there}"
        raise ConfigError(f"register({name!r}): there is such an environment already{also}. Choose another.")
    Config(**(defaults or {}))
    _REGISTERED[name] = _own_spec(name, factory, features or {}, defaults or {})


def _own(name: str) -> EnvSpec:
    """The row of `package.module:factory`; the module is imported here, the factory not called."""
    module_name, _, attribute = name.partition(":")
    if not re.fullmatch(r"\w+(\.\w+)*", module_name) or not attribute.isidentifier():
        raise ConfigError(
            f"--env={name}: takes gymnasium:NAME-v0, playground:NAME, or a factory of your own as "
            "package.module:factory."
        )
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{module_name}.".startswith(f"{error.name}."):
            raise  # It is there, and something that it imports is not.
        raise ConfigError(
            f"--env={name}: there is no module {error.name}. Start in the folder that it lies in, or "
            "install it."
        ) from error
    factory = getattr(module, attribute, None)
    if not callable(factory):
        functions = [key for key, value in vars(module).items() if callable(value) and key[0] != "_"]
        raise ConfigError(f"--env={name}: {module_name} has no such function.{near(attribute, functions)}")
    return _own_spec(name, factory, {}, {})


def _own_spec(
    name: str, factory: Callable[[], Env], features: Mapping[str, Feature], defaults: Mapping[str, Any]
) -> EnvSpec:
    def make_own(backend: str, variation: Variation) -> Env:
        del variation  # It takes none.
        env = factory()
        if not isinstance(env, Env):
            raise ConfigError(
                f"--env={name}: its factory gives a {type(env).__name__}, not a diayn_jax.envs.Env."
            )
        if features and dict(features) != dict(env.features):
            raise ConfigError(
                f"--env={name}: its Env declares the features {', '.join(env.features) or 'none'}, and "
                f"register was told {', '.join(features)}. Say the same to both, or leave them out of "
                "register."
            )
        _check_own(name, env)
        return env._replace(name=name, backend=backend)

    return EnvSpec(
        provider="own",
        backends=("own",),
        factory=make_own,
        defaults=defaults,
        features=features,
        default_features=next(iter(features), "obs"),
        observation_size=None,
        action_size=None,
    )


def _check_own(name: str, env: Env) -> None:
    """Checks that an `Env` gives what it says, by the shapes of two environments.

    Raises:
      ConfigError: names what is wrong, what it is, and what it should be.
    """

    def check(what: str, given: Any, fits: bool, wanted: str) -> None:
        if not fits:
            raise ConfigError(f"--env={name}: {what} is {given}, and should be {wanted}. Mend its Env.")

    size, count = env.observation_size, math.prod(env.observation_shape)
    check("observation_size", size, size == count, f"{count}, by its image_shape")
    named, first = [*env.features, "latent" if env.image_shape else "obs"], env.default_features
    fits = first in named or (env.image_shape is None and first.startswith("dims:"))
    check("default_features", repr(first), fits, " or ".join(named))
    for key, feature in env.features.items():
        if feature.dims is not None:
            what, dims = f"features[{key!r}].dims", feature.dims
            check(what, dims, env.image_shape is None, "None: an image has no such places")
            check(what, dims, all(0 <= d < size for d in dims), f"places from 0 to {size - 1}")
            check(what, dims, len(dims) == feature.size, f"as many as its size says, {feature.size}")
    if env.outside is not None:
        return  # Without a simulator not even shapes are to be had.

    def check_array(what: str, given: Any, shape: tuple[int, ...], dtype: Any) -> None:
        wanted = jax.ShapeDtypeStruct((2, *shape), dtype)
        check(what, _shown(given), _shown(given) == _shown(wanted), f"{_shown(wanted)} for 2 environments")

    def check_timestep(of: str, given: Any) -> None:
        kind = type(given).__name__
        check(f"what {of} gives", f"a {kind}", isinstance(given, Timestep), "a diayn_jax.types.Timestep")
        check_array(f"{of}: obs", given.obs, env.observation_shape, env.observation_dtype)
        check_array(f"{of}: reward", given.reward, (), jnp.float32)
        check_array(f"{of}: terminated", given.terminated, (), jnp.bool_)
        for key, feature in env.features.items():
            if feature.dims is None:
                found = given.features.get(key)
                check_array(f"{of}: features[{key!r}]", found, (feature.size,), jnp.float32)
        for path, x in jax.tree_util.tree_leaves_with_path(given.state):
            what = f"{of}: state{jax.tree_util.keystr(path)}"
            check(what, _shown(x), x.shape[:1] == (2,), "[2, …] for 2 environments")

    begun = jax.eval_shape(env.reset, jax.ShapeDtypeStruct((2, 2), jnp.uint32))
    check_timestep("reset", begun)
    stepped = jax.eval_shape(env.step, begun.state, jax.ShapeDtypeStruct((2, env.action_size), jnp.float32))
    check_timestep("step", stepped)
    before, after = (
        ", ".join(
            f"{jax.tree_util.keystr(path)} {_shown(x)}".strip()
            for path, x in jax.tree_util.tree_leaves_with_path(timestep.state)
        )
        for timestep in (begun, stepped)
    )
    check("step: state", after, after == before, f"as reset has it, {before}")


def _shown(x: Any) -> str:
    """The type and shape of an array, as messages say them."""
    if x is None:
        return "not given"
    return f"{x.dtype}{[*x.shape]}" if hasattr(x, "shape") else f"a {type(x).__name__}"


def make(name: str, backend: str = AUTO, **variation: Any) -> Env:
    """Makes an environment.

    Args:
      name: any of its spellings (see `canonical`).
      backend: one of the environment's backends; `auto` takes its default on the device that JAX runs on.
      variation: fields of `Variation`, with the values that `Config` takes. A `terminate_when_unhealthy`
        of false or auto may be said of any environment.

    Raises:
      ConfigError: an unknown name, a backend that it does not have, or a variation that it
        does not heed.
    """
    name, row = canonical(name), spec(name)
    if backend == AUTO:
        backend = row.default_backend(parallel.platform())
    if backend not in row.backends:
        raise ConfigError(
            f"--backend={backend}: {name} does not run on it.{near(backend, row.backends)} "
            f"It runs on: {', '.join(row.backends)}."
        )
    asked = Variation(**{field: _checked(field, value) for field, value in variation.items()})
    for field, default in Variation._field_defaults.items():
        value = getattr(asked, field)
        # `auto` is what the preset of the paper says of every environment.
        meant = value != default and (field, value) != ("terminate_when_unhealthy", AUTO)
        if meant and field not in row.variations:
            raise ConfigError(
                f"--{field}={show(value)}: {name} cannot be varied so. "
                f"It takes: {', '.join(row.variations) or 'no variation'}. Leave it out."
            )
    return row.factory(backend, asked)


def _checked(name: str, value: Any) -> Any:
    """A field of `Variation` by the rules of `Config`'s field of that name."""
    field = fields_by_name().get(name)
    if field is None:
        return value  # `Variation` refuses it by its name.
    value = tidy(field, value)
    check_field(field, value)
    return value


def from_config(config: Config, backend: str = AUTO) -> Env:
    """The environment that a config names, varied as it says, its frames stacked.

    Raises as `make` and `stack_frames` do.

    Args:
      config: what to run.
      backend: what `--backend=auto` came to, where the run began on what may be another device.
    """
    from diayn_jax.envs.frames import stack_frames

    variation = {field: getattr(config, field) for field in Variation._fields}
    env = make(config.env, backend if config.backend == AUTO else config.backend, **variation)
    return stack_frames(env, config.frame_stack)
