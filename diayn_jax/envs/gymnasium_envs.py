"""Gymnasium's environments: simulators on the host, stepped from inside the jitted loop.

They keep their state to themselves, so they are stepped by ordered callbacks on one device, once
for all environments of a batch, and a resumed run starts their episodes anew. Each episode's
seed is a function of the environment's key and of the episode's number: the same keys and
actions give the same episodes.
"""

import contextlib
import functools
import inspect
import os
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax.experimental import io_callback

from diayn_jax.config import AUTO, ConfigError, near
from diayn_jax.envs.core import Env, EnvSpec, Feature, Outside, Variation
from diayn_jax.envs.scenes import ImageScene, MujocoScene, Scene
from diayn_jax.types import Array, PyTree, Timestep

PREFIX = "gymnasium:"
BACKEND = "gymnasium"

# Simulators are stepped one after another, so many of them only make an update wait; sixteen
# updates for 256 environments are four for 64, and as many steps of each in replay.
DEFAULTS = {"num_envs": 64, "updates_per_iteration": 4, "replay_size": 100_000}

# A feature, and how to read it: (simulator without wrappers, observation, info) -> F numbers.
_Read = Callable[[Any, np.ndarray, Mapping[str, Any]], Any]
_Features = dict[str, tuple[Feature, _Read | None]]

_LANDER: _Features = {
    # The observation has them in halves of the screen: 10 m wide, 6.67 m high.
    "xy": (
        Feature(2, "position of the lander from the landing pad: to the right, and up", "m"),
        lambda simulator, obs, info: (obs[0] * 10.0, obs[1] * 20.0 / 3.0),
    ),
    "tilt": (Feature(1, "angle of the lander, to the left", "rad", dims=(4,)), None),
}
_WALKER: _Features = {
    "x": (
        Feature(1, "position of the hull along the ground", "m"),
        lambda simulator, obs, info: (simulator.hull.position.x,),
    ),
    "xz": (
        Feature(2, "position of the hull along the ground, and its height", "m"),
        lambda simulator, obs, info: tuple(simulator.hull.position),
    ),
    "joint_pos": (
        Feature(4, "angles of hips and knees, those of knees 1 rad more", "rad", dims=(4, 6, 9, 11)),
        None,
    ),
}
_REACHER: _Features = {
    "tip": (
        Feature(2, "position of the fingertip", "m"),
        lambda simulator, obs, info: simulator.get_body_com("fingertip")[:2],
    ),
}


def _driven(simulator: Any, obs: np.ndarray, info: Mapping[str, Any]) -> tuple[float, float]:
    # Every episode has a track of its own, which starts somewhere, in some direction.
    _, angle, x, y = simulator.track[0]
    right, ahead = (np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle))
    moved = np.subtract(simulator.car.hull.position, (x, y))
    return float(moved @ right), float(moved @ ahead)


_CAR: _Features = {
    "xy": (Feature(2, "position from the start: to the right of its direction, and ahead", "m"), _driven),
}
_KNOWN = {
    "CarRacing": _CAR,
    "LunarLander": _LANDER,
    "LunarLanderContinuous": _LANDER,
    "BipedalWalker": _WALKER,
}
_KNOWN |= {"BipedalWalkerHardcore": _WALKER, "Reacher": _REACHER}

_INFO_X = Feature(1, "position of the root body along the track", "m")
_INFO_XY = Feature(2, "position of the root body on the ground plane", "m")


def _read_info(*keys: str) -> _Read:
    return lambda simulator, obs, info: [info[key] for key in keys]


def _features_of(name: str, info: Mapping[str, Any]) -> _Features:
    """What is known of an environment's features; the default first."""
    features = dict(_KNOWN.get(re.sub(r"-v\d+$", "", name), {}))
    # Gymnasium's MuJoCo environments tell where they are.
    if "x_position" in info and "y_position" in info:
        features["xy"] = (_INFO_XY, _read_info("x_position", "y_position"))
    elif "x_position" in info:
        features["x"] = (_INFO_X, _read_info("x_position"))
    return features


MOST_PIXELS = 240  # of a side of a picture; larger ones are reduced by a whole factor

# Of a simulator, what it observed and its info: the observation [O], and features by name.
_Look = Callable[[Any, Any, Mapping[str, Any]], tuple[np.ndarray, dict[str, Any]]]


class SimulatorError(RuntimeError):
    """What a simulator cannot be asked; the message says what to do about it."""


class _Row(NamedTuple):
    """What one simulator shows."""

    obs: np.ndarray
    features: dict[str, Any]
    reward: float = 0.0
    terminated: bool = False


class _Simulators:
    """Simulators of one kind, made as they are needed: the first E serve a batch of E."""

    def __init__(
        self, name: str, make_one: Callable[[], Any], look: _Look, show_one: Callable[[Any], np.ndarray]
    ):
        self._name = name
        self._make_one = make_one
        self._look = look
        self._show_one = show_one
        self._made: list[Any] = []
        self._rows: list[_Row] = []
        self._steps: list[int] = []
        self._shown: dict[int, np.ndarray] = {}  # what has not moved since it was last shown

    def reset(self, key: Any) -> tuple[Any, ...]:
        """First states, from keys [E, 2]."""
        for e, words in enumerate(np.asarray(key)):
            self._begin(e, words, 0)
        return self._batch(len(key))

    def step(self, key: Any, episode: Any, steps: Any, action: Any, reset: Any) -> tuple[Any, ...]:
        """Steps E simulators, or begins the episode of that number [E] where `reset` [E] is set."""
        key, episode, steps, action, reset = map(np.asarray, (key, episode, steps, action, reset))
        for e in range(len(key)):
            if reset[e]:
                self._begin(e, key[e], episode[e])
            else:
                self._advance(e, int(steps[e]), action[e])
        return self._batch(len(key))

    def show(self, steps: Any) -> np.ndarray:
        """How E simulators look that are so many steps [E] into their episodes."""
        steps = np.asarray(steps)
        for e in range(len(steps)):
            self._check_step(e, int(steps[e]))
            if e not in self._shown:
                self._shown[e] = self._show_one(self._made[e])
        return np.stack([self._shown[e] for e in range(len(steps))])

    def close(self) -> None:
        """Ends them all; a later reset makes new ones."""
        self._shown.clear()
        while self._made:
            self._made.pop().close()
        self._rows.clear()
        self._steps.clear()

    def _begin(self, e: int, key: np.ndarray, episode: int) -> None:
        while len(self._made) <= e:
            self._made.append(self._make_one())
            self._rows.append(_Row(np.zeros(0), {}))
            self._steps.append(0)
        (word,) = np.random.SeedSequence([*map(int, key), int(episode)]).generate_state(1)
        # 31 bits, which any library's generator takes.
        obs, info = self._made[e].reset(seed=int(word) >> 1)
        self._rows[e] = _Row(*self._look(self._made[e].unwrapped, obs, info))
        self._steps[e] = 0
        self._shown.pop(e, None)

    def _check_step(self, e: int, steps: int) -> None:
        at = self._steps[e] if e < len(self._steps) else None
        if at != steps:
            where = "has no episode" if at is None else f"is {at} steps into its episode"
            raise SimulatorError(
                f"{self._name}: simulator {e} {where}, and step {steps} was to be followed. A state that "
                "lies outside cannot be put back: begin a new episode."
            )

    def _advance(self, e: int, steps: int, action: np.ndarray) -> None:
        self._check_step(e, steps)
        self._steps[e] = steps + 1
        if self._rows[e].terminated:
            # What lies behind an end is not simulated; an evaluation goes on until all have ended.
            self._rows[e] = self._rows[e]._replace(reward=0.0)
            return
        self._shown.pop(e, None)
        obs, reward, terminated, truncated, info = self._made[e].step(action)
        if truncated and not terminated:
            raise SimulatorError(
                f"{self._name} cuts an episode short after {steps + 1} steps, by a limit of its own. "
                f"Set --episode_length={steps} or less."
            )
        seen = self._look(self._made[e].unwrapped, obs, info)
        self._rows[e] = _Row(*seen, float(reward), bool(terminated))

    def _batch(self, size: int) -> tuple[Any, ...]:
        rows = self._rows[:size]
        return (
            np.stack([row.obs for row in rows]),
            np.array([row.reward for row in rows], np.float32),
            np.array([row.terminated for row in rows], bool),
            {key: np.array([row.features[key] for row in rows], np.float32) for key in rows[0].features},
        )


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Silences what Gymnasium's parts say of themselves when they are imported or made."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from diayn_jax.envs.brax_envs import quiet_models

    with quiet_models():
        # Box2D's bindings.
        warnings.filterwarnings("ignore", message="builtin type .* has no __module__ attribute")
        yield


def _import_gymnasium(name: str) -> Any:
    try:
        import gymnasium
    except ImportError as error:
        why = "is not installed" if error.name == "gymnasium" else f"cannot be imported ({error})"
        raise ConfigError(
            f"--env={PREFIX}{name} needs Gymnasium, which {why}: pip install 'diayn_jax[gym]'."
        ) from error
    return gymnasium


def _open(name: str, options: Mapping[str, Any]) -> Any:
    """Makes one simulator, without Gymnasium's time limit.

    Raises:
      ConfigError: a name that Gymnasium does not know, or a part of it that is not installed.
    """
    gymnasium = _import_gymnasium(name)
    module, _, bare = name.rpartition(":")
    if ":" in module:
        raise ConfigError(
            f"--env={PREFIX}{name}: takes NAME-v0, or package.module:NAME-v0 where that module registers it."
        )
    try:
        with _quiet():
            return gymnasium.make(name, max_episode_steps=-1, disable_env_checker=True, **options)
    except gymnasium.error.UnregisteredEnv as error:
        raise ConfigError(f"--env={PREFIX}{name}: {error}{near(bare, gymnasium.registry)}") from error
    except (gymnasium.error.DependencyNotInstalled, ImportError) as error:
        if module:
            hint = f"Start in the folder that {module} lies in, or install it with what it needs."
        else:
            hint = "What Gymnasium's own environments need comes by pip install 'diayn_jax[gym]'."
        raise ConfigError(f"--env={PREFIX}{name}: {error} {hint}") from error
    except gymnasium.error.Error as error:
        # A name that is none, or of a version that Gymnasium has given up.
        raise ConfigError(f"--env={PREFIX}{name}: {error}{near(bare, gymnasium.registry)}") from error


def _check_spaces(name: str, simulator: Any) -> None:
    """Raises `ConfigError` for actions or observations that cannot be had here."""
    from gymnasium import registry, spaces

    action, observation = simulator.action_space, simulator.observation_space
    shown = f"--env={PREFIX}{name}"
    if any(kind.__name__ == "FunctionalJaxEnv" for kind in type(simulator.unwrapped).__mro__):
        raise ConfigError(
            f"{shown}: it steps by JAX itself, which must not be called from inside a program of JAX's. Make "
            "an Env of its functions (docs/your_own_environment.md)."
        )
    if not isinstance(action, spaces.Box) or not np.issubdtype(action.dtype, np.floating):
        twin = re.sub(r"(-v\d+)$", r"Continuous\1", name)
        hint = f" Take {twin}." if twin in registry else ""
        raise ConfigError(f"{shown}: its actions are {action}, and policies here act by real numbers.{hint}")
    if not action.is_bounded():
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


class _Looks(NamedTuple):
    """How to see simulators of one kind."""

    options: Mapping[str, Any]  # of their constructor
    show: Callable[[Any], np.ndarray]  # one simulator -> its pose
    shape: Callable[[], jax.ShapeDtypeStruct]  # of a pose
    scene: Callable[[Callable[[PyTree], Array]], Scene]  # from the function of a batch


def _how_it_looks(name: str, options: Mapping[str, Any], probe: Any) -> _Looks | None:
    """How an environment can be seen; None where it says nothing of that."""
    simulator = probe.unwrapped
    model: Any = getattr(simulator, "model", None)
    if type(model).__module__.startswith("mujoco") and hasattr(simulator, "data"):
        size = jax.ShapeDtypeStruct((model.nq,), jnp.float32)
        return _Looks(
            options={},
            show=lambda one: np.array(one.unwrapped.data.qpos, np.float32),
            shape=lambda: size,
            scene=lambda pose: MujocoScene(pose, lambda: model),
        )
    taken = inspect.signature(type(simulator).__init__).parameters
    takes_mode = "render_mode" in taken or any(p.kind is p.VAR_KEYWORD for p in taken.values())
    if "rgb_array" not in simulator.metadata.get("render_modes", ()) or not takes_mode:
        return None
    drawn = {"render_mode": "rgb_array"}

    @functools.cache
    def shape() -> jax.ShapeDtypeStruct:
        one = _open(name, {**options, **drawn})
        try:
            one.reset(seed=0)
            picture = _picture(one)
        except Exception as error:  # Whatever it draws with.
            raise ConfigError(f"--env={PREFIX}{name} cannot draw itself here: {error}") from error
        finally:
            one.close()
        return jax.ShapeDtypeStruct(picture.shape, jnp.uint8)

    return _Looks(drawn, _picture, shape, ImageScene)


def _unseen(simulator: Any) -> np.ndarray:
    raise RuntimeError(f"{simulator} has no picture of itself.")


def _picture(simulator: Any) -> np.ndarray:
    """What it draws of itself, [H, W, 3] uint8, H and W at most `MOST_PIXELS`."""
    picture = np.asarray(simulator.render())
    if picture.ndim != 3 or picture.shape[2] != 3 or picture.dtype != np.uint8:
        raise ValueError(f"what it renders is {picture.dtype} {list(picture.shape)}, not uint8 [H, W, 3].")
    n = -(-max(picture.shape[:2]) // MOST_PIXELS)
    height, width = (side // n for side in picture.shape[:2])
    blocks = picture[: height * n, : width * n].reshape(height, n, width, n, 3)
    return np.round(blocks.mean(axis=(1, 3))).astype(np.uint8)


def make_gymnasium(name: str, backend: str, variation: Variation) -> Env:
    """An environment of Gymnasium's by its id.

    Actions in [-1, 1] are scaled to its bounds. An image stays one, in bytes; dicts and tuples of
    observations become one vector, as `gymnasium.spaces.flatten` lays them out. Its time limit is
    left out.

    Args:
      name: its id, such as `Ant-v5`; of `module:NAME-v0` the module, which registers it, is
        imported first.
      backend: what this provider calls itself.
      variation: `terminate_when_unhealthy` and `exclude_current_positions` where it takes them.

    Raises:
      ConfigError: Gymnasium or a part of it is not installed; there is no such environment; its
        actions are discrete or unbounded; its observation has no fixed size, or images that are not
        [H, W, C].
    """
    probe = _open(name, {})
    options = _varied(name, probe, variation)
    if options:
        probe.close()
        probe = _open(name, options)
    _check_spaces(name, probe)
    from gymnasium import spaces

    space, actions, simulator = probe.observation_space, probe.action_space, probe.unwrapped
    obs, info = probe.reset(seed=0)
    features = _features_of(name, info)
    is_image = isinstance(space, spaces.Box) and _is_picture(space)
    low, high = np.asarray(actions.low, np.float32), np.asarray(actions.high, np.float32)
    action_size, fps = int(np.prod(actions.shape)), probe.metadata.get("render_fps")
    dt = float(getattr(simulator, "dt", 1.0 / fps if fps else 1.0))

    def look(simulator: Any, obs: Any, info: Mapping[str, Any]) -> tuple[np.ndarray, dict[str, Any]]:
        # What is grey throughout has one channel.
        seen = np.atleast_3d(obs) if is_image else np.asarray(spaces.flatten(space, obs), np.float32)
        return seen, {key: read(simulator, seen, info) for key, (_, read) in features.items() if read}

    first = look(simulator, obs, info)[0]
    look_of = _how_it_looks(name, options, probe)
    probe.close()

    def with_simulators() -> Env:
        make_one = functools.partial(_open, name, {**options, **(look_of.options if look_of else {})})
        simulators = _Simulators(name, make_one, look, look_of.show if look_of else _unseen)
        beside: list[Env] = []

        def apart() -> Env:
            beside.append(with_simulators())
            return beside[-1]

        def close() -> None:
            simulators.close()
            for env in beside:
                assert env.outside is not None
                env.outside.close()

        def shapes(size: int) -> tuple[Any, ...]:
            def of(*shape: int, dtype: Any = jnp.float32) -> jax.ShapeDtypeStruct:
                return jax.ShapeDtypeStruct((size, *shape), dtype)

            kept = {key: of(feature.size) for key, (feature, read) in features.items() if read}
            return of(*first.shape, dtype=first.dtype), of(), of(dtype=jnp.bool_), kept

        def timestep(rows: tuple[Any, ...], key: Array, episode: Array, steps: Array) -> Timestep:
            obs, reward, terminated, kept = rows
            state = {"key": key, "episode": episode, "steps": steps}
            return Timestep(state, obs, reward, terminated, kept)

        def reset(keys: Array) -> Timestep:
            rows = io_callback(simulators.reset, shapes(keys.shape[0]), keys, ordered=True)
            zero = jnp.zeros(keys.shape[0], jnp.int32)
            return timestep(rows, keys, zero, zero)

        def step_or_reset(state: PyTree, action: Array, reset: Array) -> Timestep:
            bounded = low + (high - low) * (jnp.clip(action, -1.0, 1.0).reshape(-1, *low.shape) + 1.0) / 2.0
            key, episode = state["key"], state["episode"] + reset
            given = (key, episode, state["steps"], bounded, reset)
            rows = io_callback(simulators.step, shapes(key.shape[0]), *given, ordered=True)
            return timestep(rows, key, episode, jnp.where(reset, 0, state["steps"] + 1))

        def pose(state: PyTree) -> Array:
            assert look_of is not None
            of_one = look_of.shape()
            shape = jax.ShapeDtypeStruct((state["steps"].shape[0], *of_one.shape), of_one.dtype)
            return io_callback(simulators.show, shape, state["steps"], ordered=True)

        return Env(
            name=PREFIX + name,
            backend=backend,
            observation_size=first.size,
            action_size=action_size,
            features={key: feature for key, (feature, _) in features.items()},
            default_features="latent" if is_image else next(iter(features), "obs"),
            reset=reset,
            step=lambda state, action: step_or_reset(state, action, jnp.zeros(action.shape[0], bool)),
            dt=dt,
            place="outside",
            outside=Outside(step_or_reset, apart, close),
            image_shape=first.shape if is_image else None,
            scene=look_of.scene(pose) if look_of else None,
        )

    return with_simulators()


def _named(name: str, gymnasium_name: str, backend: str, variation: Variation) -> Env:
    """An environment of Gymnasium's under a name of ours."""
    env = make_gymnasium(gymnasium_name, backend, variation)
    assert env.outside is not None
    apart = env.outside.apart
    outside = env.outside._replace(apart=lambda: apart()._replace(name=name))
    return env._replace(name=name, outside=outside)


def spec(name: str) -> EnvSpec:
    """The row of any environment of Gymnasium's; `name` with its prefix."""
    return EnvSpec(
        provider="gymnasium",
        backends=(BACKEND,),
        factory=functools.partial(make_gymnasium, name.removeprefix(PREFIX)),
        defaults=DEFAULTS,
        features={},
        default_features="obs",
        observation_size=None,
        action_size=None,
        variations=("terminate_when_unhealthy", "exclude_current_positions"),
        place="outside",
    )


def _row(
    name: str,
    gymnasium_name: str,
    sizes: tuple[int, int],
    features: _Features,
    default_features: str = "",
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
        place="outside",
    )


SPECS = {
    # Eight seconds: a fall takes one and a half, a soft landing three times that.
    "lunar_lander": _row(
        "lunar_lander",
        "LunarLanderContinuous-v3",
        (8, 2),
        _LANDER,
        episode_length=400,
        num_env_steps=1_000_000,
    ),
    # As many skills as alirezakazemipour/DIAYN-PyTorch trains there, in two environments each.
    "bipedal_walker": _row(
        "bipedal_walker",
        "BipedalWalker-v3",
        (24, 4),
        _WALKER,
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
        _CAR,
        "latent",
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
