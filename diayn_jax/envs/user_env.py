"""Environments that a user provides by a factory. They are checked when they are made."""

import inspect
import math
import numbers
from collections.abc import Callable, Mapping
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import external
from diayn_jax.config import AUTO, NO_SYMMETRY, ConfigError
from diayn_jax.envs.callback_errors import CallbackErrors, SimulatorError, has_callbacks
from diayn_jax.envs.core import Env, EnvSpec, Feature, Variation
from diayn_jax.symmetry import SignedPermutation, Symmetry, is_group
from diayn_jax.types import Timestep, type_and_shape, types_and_shapes


def spec(name: str) -> EnvSpec:
    """Returns the table's row for `package.module:factory`.

    It imports the module, but does not call the factory.

    Raises:
      ConfigError: the name has another form, or there is no such module or function.
    """
    return make_spec(name, external.load("env", name), {}, {})


def make_spec(
    name: str, factory: Callable[[], Env], features: Mapping[str, Feature], defaults: Mapping[str, Any]
) -> EnvSpec:
    """Makes the table's row of a user's environment.

    Args:
      name: the environment's name for `--env`.
      features: the features that the `Env` declares, if they are known before it is made; else empty.
      defaults: values for `Config` fields that suit the environment.
    """

    def make(backend: str, variation: Variation) -> Env:
        del variation  # User environments take no variation.
        env = _made(name, factory)
        if features and dict(features) != dict(env.features):
            raise ConfigError(
                f"--env={name}: its Env declares the features {', '.join(env.features) or 'none'}, and "
                f"register was given {', '.join(features)}. Give the same features to both, or leave them "
                "out of register."
            )
        calls_host = _check(name, env)
        reset, step = _explained(name, "reset", env.reset), _explained(name, "step", env.step)
        env = env._replace(name=name, backend=backend, reset=reset, step=step)
        if not calls_host:
            return env
        faults = CallbackErrors(name)
        return env._replace(reset=faults.guard(reset), step=faults.guard(step), callback_errors=faults)

    return EnvSpec(
        provider="own",
        backends=("own",),
        factory=make,
        defaults=defaults,
        features=features,
        default_features=next(iter(features), "obs"),
    )


def _explained(name: str, of: str, fun: Callable[..., Timestep]) -> Callable[..., Timestep]:
    """Wraps a function of an `Env` so that exceptions become a `SimulatorError` that names the environment.

    JAX calls the function while it traces a program. Exceptions of callbacks come later, when the program
    runs, and are handled by `CallbackErrors`.
    """

    def failed(error: str) -> SimulatorError:
        return SimulatorError(f"{name} cannot continue: its {of} raised {error}.")

    return external.guarded(fun, failed, (ConfigError, SimulatorError))


def _made(name: str, factory: Callable[[], Env]) -> Env:
    """Calls a factory and returns its `Env`.

    Raises:
      ConfigError: it is not a function that can be called without arguments, it raises, or it returns
        something else.
    """
    if not callable(factory):
        raise ConfigError(
            f"--env={name} is of type {type(factory).__name__}. Name a function that makes a "
            "diayn_jax.envs.Env."
        )
    try:
        inspect.signature(factory).bind()
    except TypeError as error:
        raise ConfigError(
            f"--env={name}: its factory is called without arguments: {error}. Give its arguments defaults, "
            "or name a function without arguments."
        ) from None
    except ValueError:  # A built-in function without a signature.
        pass

    def failed(error: str) -> ConfigError:
        return ConfigError(f"--env={name}: its factory raised {error}.")

    env = external.guarded(factory, failed)()
    if not isinstance(env, Env):
        raise ConfigError(
            f"--env={name}: its factory returns a {type(env).__name__}, not a diayn_jax.envs.Env."
        )
    return env


def _check(name: str, env: Env) -> bool:
    """Checks that an `Env` matches its declarations, by the shapes for a batch of two environments.

    Returns:
      Whether its functions call the host.

    Raises:
      ConfigError: the message says what is wrong, what it is, and what it should be.
    """

    def check(what: str, given: Any, fits: bool, wanted: str) -> None:
        if not fits:
            raise ConfigError(f"--env={name}: {what} is {given}, and should be {wanted}. Fix its Env.")

    _check_types(env, check)
    _check_declarations(env, check)
    # With a simulator that holds its own state, shapes are not known before the simulator is started.
    calls_host = env.simulator is None and _check_shapes(name, env, check)
    _check_symmetries(env, check)
    return calls_host


_PARTS = ("state", "features")  # the parts of a timestep in which a user's Env has arrays of its own

# check(what, given, fits, wanted) raises if `fits` is False.
_Check = Callable[[str, Any, bool, str], None]


def _check_types(env: Env, check: _Check) -> None:
    """Checks the types of the fields of an `Env`."""

    def whole(x: Any) -> bool:
        return isinstance(x, int | np.integer) and not isinstance(x, bool) and bool(x >= 1)

    def number(x: Any) -> bool:
        return isinstance(x, numbers.Real) and not isinstance(x, bool) and math.isfinite(x)

    for key in ("observation_size", "action_size", "frames"):
        check(key, repr(getattr(env, key)), whole(getattr(env, key)), "a whole number, 1 or more")
    for key in ("reset", "step"):
        check(key, repr(getattr(env, key)), callable(getattr(env, key)), "a function")
    check("dt", repr(env.dt), number(env.dt) and env.dt > 0, "the seconds per step, above 0")
    check("reward_offset", repr(env.reward_offset), number(env.reward_offset), "a number")
    of_actions = env.num_actions is None or whole(env.num_actions)
    check("num_actions", repr(env.num_actions), of_actions, "a whole number, or None")
    shape, box = env.image_shape, env.world
    is_shape = isinstance(shape, tuple) and len(shape) == 3 and all(map(whole, shape))
    check("image_shape", repr(shape), shape is None or is_shape, "(height, width, channels), or None")
    places = ("device", "host") if env.simulator is None else ("simulator",)
    check("runs_on", repr(env.runs_on), env.runs_on in places, " or ".join(map(repr, places)))
    check("default_features", repr(env.default_features), isinstance(env.default_features, str), "a text")
    check("features", repr(env.features), isinstance(env.features, Mapping), "Features by name")
    for key, feature in env.features.items():
        what = f"features[{key!r}]"
        named = isinstance(key, str) and isinstance(feature, Feature)
        check(what, repr(feature), named, "a diayn_jax.envs.Feature with a text as key")
        check(f"{what}.size", repr(feature.size), whole(feature.size), "a whole number, 1 or more")
        is_places = isinstance(feature.dims, tuple) and all(isinstance(d, int) for d in feature.dims)
        check(f"{what}.dims", repr(feature.dims), feature.dims is None or is_places, "a tuple of indices")
    try:
        (low_x, low_y), (high_x, high_y) = ((0, 0), (1, 1)) if box is None else box
        is_box = all(map(number, (low_x, low_y, high_x, high_y))) and low_x < high_x and low_y < high_y
    except (TypeError, ValueError):
        is_box = False
    check("world", repr(box), is_box, "((low_x, low_y), (high_x, high_y)) in metres, or None")


def _check_declarations(env: Env, check: _Check) -> None:
    """Checks that sizes, actions and features fit each other."""
    size, count = env.observation_size, math.prod(env.interface.observation_shape)
    check("observation_size", size, size == count, f"{count}, by its image_shape")
    if env.num_actions is not None:
        fits = env.num_actions >= 2
        check("num_actions", env.num_actions, fits, "2 or more, or None if actions are vectors")
        fits = env.action_size == env.num_actions
        check("action_size", env.action_size, fits, f"{env.num_actions}, by its num_actions")
    names, first = [*env.features, "latent" if env.image_shape else "obs"], env.default_features
    fits = all(
        part in names or (env.image_shape is None and part.startswith("dims:")) for part in first.split("+")
    )
    check("default_features", repr(first), fits, " or ".join(names))
    dims, plane = env.goal_vector_dims, 0 if env.image_shape else size
    fits = isinstance(dims, tuple) and all(type(d) is int and 0 <= d < plane for d in dims)
    wanted = f"() or two indices from 0 to {size - 1}" if plane else "(), because the observation is an image"
    check("goal_vector_dims", repr(dims), fits and len(set(dims)) == len(dims) in (0, 2), wanted)
    for key, feature in env.features.items():
        if feature.dims is not None:
            what, dims = f"features[{key!r}].dims", feature.dims
            check(what, dims, env.image_shape is None, "None, because the observation is an image")
            check(what, dims, all(0 <= d < size for d in dims), f"indices from 0 to {size - 1}")
            check(what, dims, len(dims) == feature.size, f"as many as its size says, {feature.size}")


def _check_symmetries(env: Env, check: _Check) -> None:
    """Checks that the declared symmetries are groups of signed permutations of the right sizes."""
    groups = env.symmetries
    named = isinstance(groups, Mapping) and all(isinstance(name, str) and name for name in groups)
    check("symmetries", f"a {type(groups).__name__}", named, "groups of symmetries by name")
    for name in (AUTO, NO_SYMMETRY):
        check("the name of a symmetry", repr(name), name not in groups, "another word")
    check("symmetries", f"of {len(groups)} groups", not groups or env.image_shape is None, "{} for images")
    for key, elements in groups.items():
        what = f"symmetries[{key!r}]"
        listed = isinstance(elements, tuple) and all(isinstance(one, Symmetry) for one in elements)
        check(what, f"a {type(elements).__name__}", listed, "a tuple of diayn_jax.symmetry.Symmetry")
        for one in elements:
            _check_symmetry(env, one, what, check)
        wanted = "a group, as diayn_jax.symmetry.group makes it"
        check(what, f"{len(elements)} symmetries without all products", is_group(elements), wanted)


def _check_symmetry(env: Env, one: Symmetry, what: str, check: _Check) -> None:
    """Checks the maps of one symmetry."""
    maps = [("observation", one.observation, env.observation_size), ("action", one.action, env.action_size)]
    maps.append(("plane", one.plane, 2))
    for name, own in one.features:
        check(f"{what}: feature", repr(name), name in env.features, " or ".join(env.features) or "left out")
        maps.append((f"feature {name!r}", own, env.features[name].size))
    for part, own, size in maps:
        fits = isinstance(own, SignedPermutation) and own.is_sound() and own.size == size
        check(f"{what}: {part}", repr(own), fits, f"a signed permutation of {size} numbers")


def _check_shapes(name: str, env: Env, check: _Check) -> bool:
    """Checks that `reset` and `step` return the declared shapes and types, and states of equal structure.

    Returns whether they call the host.
    """

    def check_array(what: str, given: Any, shape: tuple[int, ...], dtype: Any) -> None:
        found, wanted = type_and_shape(given), type_and_shape(jax.ShapeDtypeStruct((2, *shape), dtype))
        check(what, found, found == wanted, f"{wanted} for 2 environments")

    def traced(of: str, fun: Callable[..., Any], *args: Any) -> tuple[Any, Any]:
        def failed(error: str) -> ConfigError:
            return ConfigError(
                f"--env={name}: its {of} raised {error}. It was called with traced arrays for 2 "
                "environments, whose values are not known. Fix its Env."
            )

        return external.guarded(lambda: jax.make_jaxpr(fun, return_shape=True)(*args), failed)()

    def check_timestep(of: str, given: Any) -> None:
        kind = type(given).__name__
        check(f"the result of {of}", f"a {kind}", isinstance(given, Timestep), "a diayn_jax.types.Timestep")
        check_array(f"{of}: obs", given.obs, env.interface.observation_shape, env.interface.observation_dtype)
        check_array(f"{of}: reward", given.reward, (), jnp.float32)
        check_array(f"{of}: terminated", given.terminated, (), jnp.bool_)
        kind, of_features = type(given.features).__name__, f"{of}: features"
        check(of_features, f"a {kind}", isinstance(given.features, Mapping), "a dict, {} if there are none")
        for key, feature in env.features.items():
            if feature.dims is None:
                found = given.features.get(key)
                check_array(f"{of_features}[{key!r}]", found, (feature.size,), jnp.float32)
        for part in _PARTS:
            for path, x in jax.tree_util.tree_leaves_with_path(getattr(given, part)):
                what = f"{of}: {part}{jax.tree_util.keystr(path)}"
                check(what, type_and_shape(x), x.shape[:1] == (2,), "[2, …] for 2 environments")

    resetting, begun = traced("reset", env.reset, jax.ShapeDtypeStruct((2, 2), jnp.uint32))
    check_timestep("reset", begun)
    action = jax.ShapeDtypeStruct((2, *env.interface.action_shape), env.interface.action_dtype)
    stepping, stepped = traced("step", env.step, begun.state, action)
    check_timestep("step", stepped)
    for part in _PARTS:
        before, after = (types_and_shapes(getattr(timestep, part)) for timestep in (begun, stepped))
        check(f"step: {part}", after or "empty", after == before, f"as reset has it, {before or 'empty'}")
    return has_callbacks(resetting) or has_callbacks(stepping)
