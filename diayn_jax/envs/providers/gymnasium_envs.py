"""Gymnasium's environments: simulators on the host, stepped from inside the jitted loop.

The simulators hold their own state. So ordered callbacks on one device step them, with one call for all
environments of a batch, and a resumed run starts new episodes. The seed of an episode is a function of the
environment's key and the episode's number: the same keys and actions give the same episodes.
"""

import functools
import inspect
from collections.abc import Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax.experimental import io_callback

from diayn_jax.config import AUTO, ConfigError
from diayn_jax.envs.callback_errors import CallbackErrors, SimulatorError
from diayn_jax.envs.core import Env, EnvSpec, HostSimulator, Variation
from diayn_jax.envs.providers.gymnasium_features import LANDER, WALKER, Features, features_of
from diayn_jax.envs.providers.gymnasium_images import make_resize
from diayn_jax.envs.providers.gymnasium_simulators import (
    PREFIX,
    Observe,
    Rendering,
    Simulators,
    begun,
    make_rendering,
    open_simulator,
    stepped,
    time_limit,
)
from diayn_jax.external import in_short
from diayn_jax.types import Array, PyTree, Timestep

BACKEND = "gymnasium"

VARIATIONS = (
    "terminate_when_unhealthy",
    "exclude_current_positions",
    "image_size",
    "image_colours",
    "action_repeat",
)
# Simulators are stepped one after another, so with many of them an update only waits longer. 4 updates for 64
# environments are the same ratio as the usual 16 for 256. Replay holds about as many steps per environment.
DEFAULTS = {"num_envs": 64, "updates_per_iteration": 4, "replay_size": 100_000}


def _check_spaces(name: str, simulator: Any) -> None:
    """Raises `ConfigError` for action and observation spaces that are not supported."""
    from gymnasium import spaces

    action, observation = simulator.action_space, simulator.observation_space
    shown = f"--env={PREFIX}{name}"
    if any(kind.__name__ == "FunctionalJaxEnv" for kind in type(simulator.unwrapped).__mro__):
        raise ConfigError(
            f"{shown}: it uses JAX itself, and must not be called from inside a JAX program. Make an Env of "
            "its functions (docs/how_to/own_environment.md)."
        )
    discrete = isinstance(action, spaces.Discrete)
    if not discrete and not (isinstance(action, spaces.Box) and np.issubdtype(action.dtype, np.floating)):
        raise ConfigError(
            f"{shown}: its actions are {action}, and must be vectors (Box) or one of n (Discrete). "
            "Register it in Gymnasium with a wrapper that converts them, such as TransformAction."
        )
    if not discrete and not _has_float32_range(action):
        raise ConfigError(
            f"{shown}: its actions {action} have no bounds that float32 can scale, and policies need them. "
            "Register it in Gymnasium with a wrapper that sets bounds, such as ClipAction."
        )
    if not observation.is_np_flattenable:
        raise ConfigError(f"{shown}: its observation {observation} has no fixed size, which replay needs.")
    shape: tuple[int, ...] = observation.shape or ()
    channels_first = len(shape) == 3 and shape[0] < min(shape[1:]) and shape[2] > 4
    if _is_picture(observation) and (len(shape) > 3 or channels_first):
        raise ConfigError(
            f"{shown}: it observes images {list(shape)}, and they must be [height, width, channels] or "
            "[height, width]. Register it in Gymnasium with a wrapper that converts them, such as "
            "TransformObservation."
        )
    if any(_is_picture(part) for part in _parts(observation)):
        raise ConfigError(
            f"{shown}: a part of its observation {observation} is an image, which cannot be mixed with other "
            "parts. Register it in Gymnasium with a wrapper that keeps only the image or leaves it out, such "
            "as FilterObservation."
        )


def _has_float32_range(space: Any) -> bool:
    """Returns whether the bounds of a Box, and their differences, are finite in float32."""
    with np.errstate(over="ignore", invalid="ignore"):
        low, high = np.asarray(space.low, np.float32), np.asarray(space.high, np.float32)
        return bool(np.isfinite(high - low).all())


def _is_picture(space: Any) -> bool:
    """Returns whether a space contains uint8 arrays with two or more axes, such as [H, W] or [H, W, C]."""
    return getattr(space, "dtype", None) == np.uint8 and len(space.shape or ()) > 1


def _parts(space: Any) -> list[Any]:
    """Returns all spaces within a dict or tuple space, also nested ones; [] for any other space."""
    inside = getattr(space, "spaces", ())
    direct = list(inside.values() if isinstance(inside, Mapping) else inside)
    return [*direct, *(part for one in direct for part in _parts(one))]


def _varied(name: str, simulator: Any, variation: Variation) -> dict[str, Any]:
    """Returns a variation as options for the simulator's constructor.

    Raises `ConfigError` if the constructor does not take an option.
    """
    taken = _taken(type(simulator.unwrapped))
    options = {}
    healthy, positions = "terminate_when_unhealthy", "exclude_current_positions_from_observation"
    # A simulator without this option never ends an episode when its robot falls, so `false` already holds.
    means_nothing = (AUTO, "false") if healthy not in taken else (AUTO,)
    for field, option, ignored in (
        ("terminate_when_unhealthy", healthy, means_nothing),
        ("exclude_current_positions", positions, (AUTO,)),
    ):
        value = getattr(variation, field)
        if value in ignored:
            continue
        if option not in taken:
            raise ConfigError(f"--{field}={value}: {PREFIX}{name} does not take this setting. Leave it out.")
        options[option] = value == "true"
    return options


def _taken(kind: type) -> set[str]:
    """Returns the names of a constructor's parameters, with its parents' if it passes on `**kwargs`."""
    taken: set[str] = set()
    for one in kind.__mro__:
        if "__init__" in vars(one):
            parameters = inspect.signature(vars(one)["__init__"]).parameters
            taken |= set(parameters)
            if not any(x.kind is x.VAR_KEYWORD for x in parameters.values()):
                break
    return taken


class _Kind(NamedTuple):
    """Facts about all simulators of a kind, found with one of them."""

    name: str
    backend: str
    options: Mapping[str, Any]  # options for the simulator's constructor
    action_space: Any
    features: Features
    observe: Observe
    action_repeat: int
    first: np.ndarray  # an observation, for its shape and type
    is_image: bool
    dt: float  # seconds per step
    rendering: Rendering | None
    called: str  # the name of the `Env`


def make_gymnasium(name: str, backend: str, variation: Variation, called: str = "") -> Env:
    """Makes a Gymnasium environment by its id, and names it `called`, if that is given.

    Actions in [-1, 1] are scaled to the environment's bounds. Discrete actions start at 0, even if its own do
    not. Images stay uint8 images, of another size and in grey if the variation says so. Dicts and tuples
    of observations become one vector in the order of `gymnasium.spaces.flatten`. The environment's time
    limit is not used.

    Args:
      name: its id, such as `Ant-v5`; or `module:NAME-v0`, if a module registers it, which is imported first.
      variation: `terminate_when_unhealthy` and `exclude_current_positions`, if the environment takes them;
        `image_size` and `image_colours`, if it observes images; and `action_repeat`.

    Raises:
      ConfigError: Gymnasium or a part of it is not installed; there is no such environment; the actions are
        neither bounded vectors nor one of n; or the observation has no fixed size, or contains images that
        are not [H, W] or [H, W, C].
    """
    return _with_simulators(_probe(name, backend, variation, called or PREFIX + name))


def _probe(name: str, backend: str, variation: Variation, called: str) -> _Kind:
    """Makes one simulator, collects the facts about its kind, and closes it."""
    probe = open_simulator(name, {})
    options = _varied(name, probe, variation)
    if options:
        probe.close()
        probe = open_simulator(name, options)
    _check_spaces(name, probe)
    from gymnasium import spaces

    space, simulator = probe.observation_space, probe.unwrapped
    obs, info = _tried(name, probe)
    features = features_of(name, info)
    is_image = isinstance(space, spaces.Box) and _is_picture(space)
    resize = make_resize(PREFIX + name, np.atleast_3d(obs).shape if is_image else None, variation)
    fps = probe.metadata.get("render_fps")

    def observe(simulator: Any, obs: Any, info: Mapping[str, Any]) -> tuple[np.ndarray, dict[str, Any]]:
        # A grey image has one channel.
        own = resize(np.atleast_3d(obs)) if is_image else np.asarray(spaces.flatten(space, obs), np.float32)
        return own, {key: read(simulator, own, info) for key, (_, read) in features.items() if read}

    kind = _Kind(
        name=name,
        backend=backend,
        options=options,
        action_space=probe.action_space,
        features=features,
        observe=observe,
        action_repeat=variation.action_repeat,
        first=observe(simulator, obs, info)[0],
        is_image=is_image,
        dt=variation.action_repeat * float(getattr(simulator, "dt", 1.0 / fps if fps else 1.0)),
        rendering=make_rendering(name, options, probe),
        called=called,
    )
    probe.close()
    return kind


def _tried(name: str, simulator: Any) -> tuple[Any, Mapping[str, Any]]:
    """Tests a reset and a step of a simulator, and returns the first observation and its info.

    Raises `ConfigError` if the reset or the step fails, or returns a wrong observation.
    """
    from gymnasium import spaces

    def flat(of: str, obs: Any) -> np.ndarray:
        found, space = np.asarray(obs), simulator.observation_space
        if isinstance(space, spaces.Box) and found.shape != space.shape:
            raise SimulatorError(
                f"its {of} returns an observation of shape {[*found.shape]}, and its observation_space has "
                f"shape {[*space.shape]}."
            )
        if _is_picture(space) and found.dtype != np.uint8:
            raise SimulatorError(
                f"its {of} returns an image of {found.dtype}, and its observation_space has uint8."
            )
        if (
            not _is_picture(space)
            and not np.isfinite(np.asarray(spaces.flatten(space, obs), np.float64)).all()
        ):
            raise SimulatorError(f"its {of} returns an observation that is NaN or infinite: {obs}.")
        return found

    of = "reset"
    try:
        first = begun(simulator, 0)
        flat(of, first[0])
        of = "step"
        simulator.action_space.seed(0)
        flat(of, stepped(simulator, simulator.action_space.sample())[0])
        begun(simulator, 0)
    except SimulatorError as error:
        raise ConfigError(f"--env={PREFIX}{name}: {error} Fix the environment.") from None
    except Exception as error:  # The environment's own code may raise any error.
        raise ConfigError(
            f"--env={PREFIX}{name}: its {of} raised {in_short(error)}. Fix the environment."
        ) from error
    return first


def _own_action(space: Any, action: Array) -> Array:
    """Converts actions, [E, A] in [-1, 1] or [E] from 0, to the simulators' own actions [E, ...]."""
    from gymnasium import spaces

    if isinstance(space, spaces.Discrete):
        return action + int(space.start)
    low, high = jnp.asarray(space.low, jnp.float32), jnp.asarray(space.high, jnp.float32)
    return low + (high - low) * (jnp.clip(action, -1.0, 1.0).reshape(-1, *low.shape) + 1.0) / 2.0


def _with_simulators(kind: _Kind) -> Env:
    """Makes an `Env` with its own simulators of this kind."""
    from gymnasium import spaces

    name, features, first, rendering = kind.name, kind.features, kind.first, kind.rendering
    options = {**kind.options, **(rendering.options if rendering else {})}
    simulators = Simulators(
        name,
        functools.partial(open_simulator, name, options),
        kind.observe,
        kind.action_repeat,
        rendering.show if rendering else None,
        first,
    )
    faults = CallbackErrors(PREFIX + name)
    copies: list[Env] = []

    def separate_copy() -> Env:
        copies.append(_with_simulators(kind))
        return copies[-1]

    def close() -> None:
        simulators.close()
        for env in copies:
            env.close()

    def shapes(size: int) -> tuple[Any, ...]:
        def of(*shape: int, dtype: Any = jnp.float32) -> jax.ShapeDtypeStruct:
            return jax.ShapeDtypeStruct((size, *shape), dtype)

        stored = {key: of(feature.size) for key, (feature, read) in features.items() if read}
        return of(*first.shape, dtype=first.dtype), of(), of(dtype=jnp.bool_), stored

    def timestep(rows: tuple[Any, ...], key: Array, episode: Array, steps: Array) -> Timestep:
        obs, reward, terminated, stored = rows
        state = {"key": key, "episode": episode, "steps": steps}
        return Timestep(state, obs, reward, terminated, stored)

    def reset(keys: Array) -> Timestep:
        result = shapes(keys.shape[0])
        rows = io_callback(faults.keeping(simulators.reset, result), result, keys, ordered=True)
        zero = jnp.zeros(keys.shape[0], jnp.int32)
        return timestep(rows, keys, zero, zero)

    def step_or_reset(state: PyTree, action: Array, reset: Array) -> Timestep:
        key, episode = state["key"], state["episode"] + reset
        given = (key, episode, state["steps"], _own_action(kind.action_space, action), reset)
        result = shapes(key.shape[0])
        rows = io_callback(faults.keeping(simulators.step, result), result, *given, ordered=True)
        return timestep(rows, key, episode, jnp.where(reset, 0, state["steps"] + 1))

    def pose(state: PyTree) -> Array:
        assert rendering is not None
        of_one = rendering.shape()
        shape = jax.ShapeDtypeStruct((state["steps"].shape[0], *of_one.shape), of_one.dtype)
        return io_callback(faults.keeping(simulators.show, shape), shape, state["steps"], ordered=True)

    actions = kind.action_space
    num_actions = int(actions.n) if isinstance(actions, spaces.Discrete) else None
    return Env(
        name=kind.called,
        backend=kind.backend,
        observation_size=first.size,
        action_size=num_actions or int(np.prod(actions.shape)),
        features={key: feature for key, (feature, _) in features.items()},
        default_features="latent" if kind.is_image else next(iter(features), "obs"),
        reset=reset,
        step=lambda state, action: step_or_reset(state, action, jnp.zeros(action.shape[0], bool)),
        dt=kind.dt,
        runs_on="simulator",
        simulator=HostSimulator(step_or_reset, separate_copy, close),
        image_shape=first.shape if kind.is_image else None,
        scene=rendering.scene(pose) if rendering else None,
        num_actions=num_actions,
        callback_errors=faults,
    )


def spec(name: str) -> EnvSpec:
    """Makes the table's row for any Gymnasium environment. `name` includes the prefix."""
    bare = name.removeprefix(PREFIX)
    limit = time_limit(bare)
    return EnvSpec(
        provider="gymnasium",
        backends=(BACKEND,),
        factory=functools.partial(make_gymnasium, bare),
        defaults=DEFAULTS if limit is None else {**DEFAULTS, "episode_length": limit},
        variations=VARIATIONS,
        runs_on="simulator",
    )


def _row(
    name: str,
    gymnasium_name: str,
    sizes: tuple[int, int],
    features: Features,
    **defaults: Any,
) -> EnvSpec:
    return EnvSpec(
        provider="gymnasium",
        backends=(BACKEND,),
        factory=functools.partial(make_gymnasium, gymnasium_name, called=name),
        defaults={**DEFAULTS, **defaults},
        features={key: feature for key, (feature, _) in features.items()},
        default_features=next(iter(features)),
        observation_size=sizes[0],
        action_size=sizes[1],
        variations=("action_repeat",),
        runs_on="simulator",
    )


SPECS = {
    # An episode has eight seconds. A fall takes 1.5 seconds, and a soft landing three times as long.
    "lunar_lander": _row(
        "lunar_lander",
        "LunarLanderContinuous-v3",
        (8, 2),
        LANDER,
        episode_length=400,
        num_env_steps=1_000_000,
    ),
    # The number of skills is that of alirezakazemipour/DIAYN-PyTorch; each skill has two environments.
    "bipedal_walker": _row(
        "bipedal_walker",
        "BipedalWalker-v3",
        (24, 4),
        WALKER,
        num_skills=50,
        num_envs=100,
        updates_per_iteration=6,
        episode_length=400,
        num_env_steps=2_000_000,
    ),
}
