"""Environments of a user's own: by their factory, checked when they are made."""

import math
from collections.abc import Callable, Mapping
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import external
from diayn_jax.config import ConfigError
from diayn_jax.envs.core import Env, EnvSpec, Feature, Variation
from diayn_jax.types import Timestep


def spec(name: str) -> EnvSpec:
    """The row of `package.module:factory`; the module is imported here, the factory not called.

    Raises:
      ConfigError: another form of name, no such module, or no such function in it.
    """
    return make_spec(name, external.load("env", name), {}, {})


def make_spec(
    name: str, factory: Callable[[], Env], features: Mapping[str, Feature], defaults: Mapping[str, Any]
) -> EnvSpec:
    """The row of an environment by its factory.

    Args:
      name: what `--env` calls it.
      factory: makes the `Env`.
      features: what its `Env` declares, where known without making it; else empty.
      defaults: fields of `Config` that suit it.
    """

    def make(backend: str, variation: Variation) -> Env:
        del variation  # It takes none.
        env = factory()
        if not isinstance(env, Env):
            raise ConfigError(
                f"--env={name}: its factory gives a {type(env).__name__}, not a diayn_jax.envs.Env."
            )
        if features and dict(features) != dict(env.features):
            raise ConfigError(
                f"--env={name}: its Env declares the features {', '.join(env.features) or 'none'}, and "
                f"register was given {', '.join(features)}. Give the same to both, or leave them out of "
                "register."
            )
        _check(name, env)
        return env._replace(name=name, backend=backend)

    return EnvSpec(
        provider="own",
        backends=("own",),
        factory=make,
        defaults=defaults,
        features=features,
        default_features=next(iter(features), "obs"),
        observation_size=None,
        action_size=None,
    )


def _check(name: str, env: Env) -> None:
    """Checks that an `Env` gives what it declares, by the shapes of two environments.

    Raises:
      ConfigError: names what is wrong, what it is, and what it should be.
    """

    def check(what: str, given: Any, fits: bool, wanted: str) -> None:
        if not fits:
            raise ConfigError(f"--env={name}: {what} is {given}, and should be {wanted}. Mend its Env.")

    _check_declarations(env, check)
    if env.outside is None:  # Where a simulator is outside, not even shapes are to be had without it.
        _check_shapes(env, check)


# check(what, given, fits, wanted) raises where `fits` is False.
_Check = Callable[[str, Any, bool, str], None]


def _check_declarations(env: Env, check: _Check) -> None:
    """Sizes, actions and features fit each other."""
    size, count = env.observation_size, math.prod(env.observation_shape)
    check("observation_size", size, size == count, f"{count}, by its image_shape")
    if env.num_actions is not None:
        fits = env.num_actions >= 2
        check("num_actions", env.num_actions, fits, "2 or more, or None where actions are vectors")
        fits = env.action_size == env.num_actions
        check("action_size", env.action_size, fits, f"{env.num_actions}, by its num_actions")
    names, first = [*env.features, "latent" if env.image_shape else "obs"], env.default_features
    fits = all(
        part in names or (env.image_shape is None and part.startswith("dims:")) for part in first.split("+")
    )
    check("default_features", repr(first), fits, " or ".join(names))
    for key, feature in env.features.items():
        if feature.dims is not None:
            what, dims = f"features[{key!r}].dims", feature.dims
            check(what, dims, env.image_shape is None, "None: an image has no such places")
            check(what, dims, all(0 <= d < size for d in dims), f"places from 0 to {size - 1}")
            check(what, dims, len(dims) == feature.size, f"as many as its size says, {feature.size}")


def _check_shapes(env: Env, check: _Check) -> None:
    """`reset` and `step` give timesteps of the declared shapes and types, and `step` a state as `reset`'s."""

    def check_array(what: str, given: Any, shape: tuple[int, ...], dtype: Any) -> None:
        found, wanted = _type_and_shape(given), _type_and_shape(jax.ShapeDtypeStruct((2, *shape), dtype))
        check(what, found, found == wanted, f"{wanted} for 2 environments")

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
            check(what, _type_and_shape(x), x.shape[:1] == (2,), "[2, …] for 2 environments")

    def shapes_of_state(timestep: Any) -> str:
        leaves = jax.tree_util.tree_leaves_with_path(timestep.state)
        return ", ".join(f"{jax.tree_util.keystr(path)} {_type_and_shape(x)}".strip() for path, x in leaves)

    begun = jax.eval_shape(env.reset, jax.ShapeDtypeStruct((2, 2), jnp.uint32))
    check_timestep("reset", begun)
    action = jax.ShapeDtypeStruct((2, *env.action_shape), env.action_dtype)
    stepped = jax.eval_shape(env.step, begun.state, action)
    check_timestep("step", stepped)
    before, after = shapes_of_state(begun), shapes_of_state(stepped)
    check("step: state", after, after == before, f"as reset has it, {before}")


def _type_and_shape(x: Any) -> str:
    """The type and shape of an array, as in `float32[2, 3]`."""
    if x is None:
        return "not given"
    return f"{x.dtype}{[*x.shape]}" if hasattr(x, "shape") else f"a {type(x).__name__}"
