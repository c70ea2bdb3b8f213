"""Gymnasium's environments: simulators on the host, stepped from inside the jitted loop.

They keep their state to themselves, so they are stepped by ordered callbacks on one device, once
for all environments of a batch, and a resumed run starts their episodes anew. Each episode's
seed is a function of the environment's key and of the episode's number: the same keys and
actions give the same episodes.
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
from diayn_jax.envs.providers.gymnasium_features import CAR, LANDER, WALKER, Features, features_of
from diayn_jax.envs.providers.gymnasium_simulators import (
    PREFIX,
    Observe,
    Rendering,
    Simulators,
    begun,
    make_rendering,
    no_picture,
    open_simulator,
    stepped,
    time_limit,
)
from diayn_jax.external import in_short
from diayn_jax.types import Array, PyTree, Timestep

BACKEND = "gymnasium"

# Simulators are stepped one after another, so many of them only make an update wait; sixteen
# updates for 256 environments are four for 64, and as many steps of each in replay.
DEFAULTS = {"num_envs": 64, "updates_per_iteration": 4, "replay_size": 100_000}


def _check_spaces(name: str, simulator: Any) -> None:
    """Raises `ConfigError` for actions or observations that cannot be had here."""
    from gymnasium import spaces

    action, observation = simulator.action_space, simulator.observation_space
    shown = f"--env={PREFIX}{name}"
    if any(kind.__name__ == "FunctionalJaxEnv" for kind in type(simulator.unwrapped).__mro__):
        raise ConfigError(
            f"{shown}: it steps by JAX itself, which must not be called from inside a program of JAX's. Make "
            "an Env of its functions (docs/your_own_environment.md)."
        )
    discrete = isinstance(action, spaces.Discrete)
    if not discrete and not (isinstance(action, spaces.Box) and np.issubdtype(action.dtype, np.floating)):
        raise ConfigError(
            f"{shown}: its actions are {action}, and here they are vectors (Box) or one of n (Discrete). "
            "Register it in Gymnasium with a wrapper that makes them so, such as TransformAction."
        )
    if not discrete and not action.is_bounded():
        raise ConfigError(
            f"{shown}: its actions {action} have no bounds, and policies here act within bounds. Register it "
            "in Gymnasium with a wrapper that sets them, such as ClipAction."
        )
    if not observation.is_np_flattenable:
        raise ConfigError(f"{shown}: its observation {observation} has no fixed size, which replay needs.")
    shape: tuple[int, ...] = observation.shape or ()
    channels_first = len(shape) == 3 and shape[0] < min(shape[1:]) and shape[2] > 4
    if _is_picture(observation) and (len(shape) > 3 or channels_first):
        raise ConfigError(
            f"{shown}: it observes images {list(shape)}, and here they are [height, width, channels] or "
            "[height, width]. Register it in Gymnasium with a wrapper that puts them so, such as "
            "TransformObservation."
        )
    if any(_is_picture(part) for part in _parts(observation)):
        raise ConfigError(
            f"{shown}: a part of its observation {observation} is an image, which would be taken for so many "
            "numbers. Register it in Gymnasium with a wrapper that gives the image by itself, or leaves it "
            "out, as FilterObservation does."
        )


def _is_picture(space: Any) -> bool:
    """Whether a space is of bytes in rows: [H, W], [H, W, C] or more."""
    return getattr(space, "dtype", None) == np.uint8 and len(space.shape or ()) > 1


def _parts(space: Any) -> list[Any]:
    """The spaces that a dict or a tuple of them is made of; [] of any other."""
    inside = getattr(space, "spaces", ())
    direct = list(inside.values() if isinstance(inside, Mapping) else inside)
    return [*direct, *(part for one in direct for part in _parts(one))]


def _varied(name: str, simulator: Any, variation: Variation) -> dict[str, Any]:
    """A variation as options of the simulator's constructor."""
    taken = inspect.signature(type(simulator.unwrapped).__init__).parameters
    options = {}
    healthy, positions = "terminate_when_unhealthy", "exclude_current_positions_from_observation"
    # Where there is no such notion, no episode ends by it.
    means_nothing = (AUTO, "false") if healthy not in taken else (AUTO,)
    for field, option, ignored in (
        ("terminate_when_unhealthy", healthy, means_nothing),
        ("exclude_current_positions", positions, (AUTO,)),
    ):
        value = getattr(variation, field)
        if value in ignored:
            continue
        if option not in taken:
            raise ConfigError(f"--{field}={value}: {PREFIX}{name} cannot be varied so. Leave it out.")
        options[option] = value == "true"
    return options


class _Kind(NamedTuple):
    """What one simulator has told of its kind."""

    name: str
    backend: str
    options: Mapping[str, Any]  # of its constructor
    action_space: Any
    features: Features
    observe: Observe
    first: np.ndarray  # an observation, for its shape and type
    is_image: bool
    dt: float  # seconds in a step
    rendering: Rendering | None


def make_gymnasium(name: str, backend: str, variation: Variation) -> Env:
    """An environment of Gymnasium's by its id.

    Actions in [-1, 1] are scaled to its bounds; discrete ones count from 0, wherever its own begin.
    An image stays one, in bytes; dicts and tuples of observations become one vector, as
    `gymnasium.spaces.flatten` lays them out. Its time limit is left out.

    Args:
      name: its id, such as `Ant-v5`, or `module:NAME-v0`, where the module registers it and is imported
        first.
      backend: what this provider calls itself.
      variation: `terminate_when_unhealthy` and `exclude_current_positions` where it takes them.

    Raises:
      ConfigError: Gymnasium or a part of it is not installed; there is no such environment; its
        actions are neither vectors within bounds nor one of n; its observation has no fixed size, or
        images that are not [H, W, C].
    """
    return _with_simulators(_probe(name, backend, variation))


def _probe(name: str, backend: str, variation: Variation) -> _Kind:
    """Makes one simulator, and closes it when it has told what there is to know."""
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
    fps = probe.metadata.get("render_fps")

    def observe(simulator: Any, obs: Any, info: Mapping[str, Any]) -> tuple[np.ndarray, dict[str, Any]]:
        # A grey image has one channel.
        own = np.atleast_3d(obs) if is_image else np.asarray(spaces.flatten(space, obs), np.float32)
        return own, {key: read(simulator, own, info) for key, (_, read) in features.items() if read}

    kind = _Kind(
        name=name,
        backend=backend,
        options=options,
        action_space=probe.action_space,
        features=features,
        observe=observe,
        first=observe(simulator, obs, info)[0],
        is_image=is_image,
        dt=float(getattr(simulator, "dt", 1.0 / fps if fps else 1.0)),
        rendering=make_rendering(name, options, probe),
    )
    probe.close()
    return kind


def _tried(name: str, simulator: Any) -> tuple[Any, Mapping[str, Any]]:
    """An observation and an info of a simulator that begins an episode and takes a step.

    Raises:
      ConfigError: it cannot.
    """
    from gymnasium import spaces

    def flat(of: str, obs: Any) -> np.ndarray:
        found, space = np.asarray(obs), simulator.observation_space
        if isinstance(space, spaces.Box) and found.shape != space.shape:
            raise SimulatorError(
                f"its {of} gives an observation of shape {[*found.shape]}, and its observation_space is of "
                f"{[*space.shape]}."
            )
        if (
            not _is_picture(space)
            and not np.isfinite(np.asarray(spaces.flatten(space, obs), np.float64)).all()
        ):
            raise SimulatorError(f"its {of} gives an observation that is NaN or infinite: {obs}.")
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
        raise ConfigError(f"--env={PREFIX}{name}: {error} Mend it.") from None
    except Exception as error:  # Whatever its own code raises.
        raise ConfigError(f"--env={PREFIX}{name}: its {of} raised {in_short(error)}. Mend it.") from error
    return first


def _own_action(space: Any, action: Array) -> Array:
    """The simulators' own actions [E, ...] for ours, [E, A] in [-1, 1] or [E] from 0 on."""
    from gymnasium import spaces

    if isinstance(space, spaces.Discrete):
        return action + int(space.start)
    low, high = jnp.asarray(space.low, jnp.float32), jnp.asarray(space.high, jnp.float32)
    return low + (high - low) * (jnp.clip(action, -1.0, 1.0).reshape(-1, *low.shape) + 1.0) / 2.0


def _with_simulators(kind: _Kind) -> Env:
    """An `Env` with simulators of its own."""
    from gymnasium import spaces

    name, features, first, rendering = kind.name, kind.features, kind.first, kind.rendering
    options = {**kind.options, **(rendering.options if rendering else {})}
    simulators = Simulators(
        name,
        functools.partial(open_simulator, name, options),
        kind.observe,
        rendering.show if rendering else no_picture,
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
            assert env.simulator is not None
            env.simulator.close()

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
        name=PREFIX + name,
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


def _named(name: str, gymnasium_name: str, backend: str, variation: Variation) -> Env:
    """An environment of Gymnasium's under a name of ours."""
    env = make_gymnasium(gymnasium_name, backend, variation)
    assert env.simulator is not None
    separate_copy = env.simulator.separate_copy
    outside = env.simulator._replace(separate_copy=lambda: separate_copy()._replace(name=name))
    return env._replace(name=name, simulator=outside)


def spec(name: str) -> EnvSpec:
    """The row of any environment of Gymnasium's; `name` with its prefix."""
    bare = name.removeprefix(PREFIX)
    limit = time_limit(bare)
    return EnvSpec(
        provider="gymnasium",
        backends=(BACKEND,),
        factory=functools.partial(make_gymnasium, bare),
        defaults=DEFAULTS if limit is None else {**DEFAULTS, "episode_length": limit},
        features={},
        default_features="obs",
        observation_size=None,
        action_size=None,
        variations=("terminate_when_unhealthy", "exclude_current_positions"),
        runs_on="simulator",
    )


def _row(
    name: str,
    gymnasium_name: str,
    sizes: tuple[int, int],
    features: Features,
    default_features: str = "",
    image_shape: tuple[int, int, int] | None = None,
    **defaults: Any,
) -> EnvSpec:
    return EnvSpec(
        provider="gymnasium",
        backends=(BACKEND,),
        factory=functools.partial(_named, name, gymnasium_name),
        defaults={**DEFAULTS, **defaults},
        features={key: feature for key, (feature, _) in features.items()},
        default_features=default_features or next(iter(features)),
        observation_size=sizes[0],
        action_size=sizes[1],
        runs_on="simulator",
        image_shape=image_shape,
    )


SPECS = {
    # Eight seconds: a fall takes one and a half, a soft landing three times that.
    "lunar_lander": _row(
        "lunar_lander",
        "LunarLanderContinuous-v3",
        (8, 2),
        LANDER,
        episode_length=400,
        num_env_steps=1_000_000,
    ),
    # As many skills as alirezakazemipour/DIAYN-PyTorch trains there, in two environments each.
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
    # Each step draws an image, which takes milliseconds, and keeps its 27 kB.
    "car_racing": _row(
        "car_racing",
        "CarRacing-v3",
        (96 * 96 * 3, 3),
        CAR,
        "latent",
        (96, 96, 3),
        num_envs=16,
        updates_per_iteration=2,
        batch_size=64,
        replay_size=20_000,
        warmup_steps=1_000,
        epoch_steps=1_600,
        num_env_steps=200_000,
        eval_episodes=1,
    ),
}
