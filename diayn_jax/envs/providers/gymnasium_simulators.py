"""Gymnasium simulators on the host: functions that open them, step a batch of them, and draw them."""

import contextlib
import dataclasses
import functools
import importlib
import inspect
import os
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import parallel, shell
from diayn_jax.config import ConfigError, closest_matches
from diayn_jax.envs.callback_errors import SimulatorError
from diayn_jax.envs.scenes import ImageScene, MujocoScene, Scene
from diayn_jax.external import in_short, is_trusted
from diayn_jax.types import Array, PyTree

PREFIX = "gymnasium:"

MOST_PIXELS = 240  # longest side of a picture; larger pictures are reduced by a whole factor

# (simulator without wrappers, its observation, info) -> our observation [O], and features by name.
Observe = Callable[[Any, Any, Mapping[str, Any]], tuple[np.ndarray, dict[str, Any]]]


def begun(simulator: Any, seed: int) -> tuple[Any, Mapping[str, Any]]:
    """Resets a simulator and returns the first observation of the episode and its info.

    Raises:
      SimulatorError: its reset returns something else.
    """
    given = simulator.reset(seed=seed)
    if not (isinstance(given, tuple) and len(given) == 2 and isinstance(given[1], Mapping)):
        raise SimulatorError(
            f"its reset returns {_kind(given)}, and should return an observation and an info."
        )
    return given


def stepped(simulator: Any, action: Any) -> tuple[Any, float, bool, bool, Mapping[str, Any]]:
    """Steps a simulator and returns observation, reward, terminated, truncated and info.

    A vector of actions may be outside the simulator's bounds by a rounding error.

    Raises:
      SimulatorError: its step returns something else.
    """
    space = simulator.action_space
    if hasattr(space, "low"):
        action = np.clip(np.asarray(action, space.dtype), space.low, space.high)
    given = simulator.step(action)
    if not (isinstance(given, tuple) and len(given) == 5 and isinstance(given[4], Mapping)):
        raise SimulatorError(
            f"its step returns {_kind(given)}, and should return observation, reward, terminated, truncated "
            "and info."
        )
    obs, reward, terminated, truncated, info = given
    if np.size(reward) != 1 or not np.issubdtype(np.asarray(reward).dtype, np.number):
        raise SimulatorError(f"the reward of its step is {reward!r}, and should be a number.")
    return obs, float(np.asarray(reward).item()), bool(terminated), bool(truncated), info


def _kind(given: Any) -> str:
    if not isinstance(given, tuple):
        return f"a {type(given).__name__}"
    return f"{len(given)} values ({', '.join(type(x).__name__ for x in given)})"


class _Row(NamedTuple):
    """The last result of one simulator."""

    obs: np.ndarray
    features: dict[str, Any]
    reward: float = 0.0
    terminated: bool = False


@dataclasses.dataclass(eq=False)
class Simulators:
    """Simulators of one kind, made when they are needed: a batch of E uses the first E."""

    name: str  # the environment's id, for messages
    make_one: Callable[[], Any]
    observe: Observe
    action_repeat: int  # the simulator's own steps for which an action acts
    show_one: Callable[[Any], np.ndarray] | None  # returns a simulator's picture or pose; None: it has none
    like: np.ndarray  # an observation, for its shape and type

    def __post_init__(self) -> None:
        self._made: list[Any] = []
        self._rows: list[_Row] = []
        self._steps: list[int] = []
        self._shown: dict[int, np.ndarray] = {}  # pictures of simulators that have not moved since

    def reset(self, key: Any) -> tuple[Any, ...]:
        """Resets E simulators with keys [E, 2], and returns their first states."""
        for e, words in enumerate(np.asarray(key)):
            self._begin(e, words, 0)
        return self._batch(len(key))

    def step(self, key: Any, episode: Any, steps: Any, action: Any, reset: Any) -> tuple[Any, ...]:
        """Steps E simulators. Where `reset` [E] is True, starts episode number `episode` [E] instead."""
        key, episode, steps, action, reset = map(np.asarray, (key, episode, steps, action, reset))
        for e in range(len(key)):
            if reset[e]:
                self._begin(e, key[e], episode[e])
            else:
                self._advance(e, int(steps[e]), action[e])
        return self._batch(len(key))

    def show(self, steps: Any) -> np.ndarray:
        """Returns pictures or poses of E simulators, after `steps` [E] steps of their episodes."""
        steps = np.asarray(steps)
        assert self.show_one is not None
        for e in range(len(steps)):
            self._check_step(e, int(steps[e]))
            if e not in self._shown:
                self._shown[e] = self.show_one(self._made[e])
        return np.stack([self._shown[e] for e in range(len(steps))])

    def close(self) -> None:
        """Closes all simulators; a later reset makes new ones."""
        self._shown.clear()
        while self._made:
            self._made.pop().close()
        self._rows.clear()
        self._steps.clear()

    def _begin(self, e: int, key: np.ndarray, episode: int) -> None:
        while len(self._made) <= e:
            self._made.append(self.make_one())
            self._rows.append(_Row(np.zeros(0), {}))
            self._steps.append(0)
        (word,) = np.random.SeedSequence([*map(int, key), int(episode)]).generate_state(1)
        # Use 31 bits, which every library's generator accepts as a seed.
        with self._told("reset"):
            row = self._row("reset", self._made[e], *begun(self._made[e], int(word) >> 1))
            if not np.isfinite(row.obs).all():
                raise SimulatorError(f"its reset returns an observation that is NaN or infinite: {row.obs}.")
        self._rows[e] = row
        self._steps[e] = 0
        self._shown.pop(e, None)

    @contextlib.contextmanager
    def _told(self, of: str) -> Iterator[None]:
        """A context in which exceptions become a `SimulatorError` that names the environment."""
        try:
            yield
        except SimulatorError as error:
            raise SimulatorError(f"{PREFIX}{self.name}: {error}") from None
        except Exception as error:  # The environment's own code may raise any error.
            raise SimulatorError(f"{PREFIX}{self.name}: its {of} raised {in_short(error)}.") from error

    def _row(self, of: str, simulator: Any, obs: Any, info: Mapping[str, Any]) -> _Row:
        row = _Row(*self.observe(simulator.unwrapped, obs, info))
        if (row.obs.shape, row.obs.dtype) != (self.like.shape, self.like.dtype):
            raise SimulatorError(
                f"its {of} returns an observation {row.obs.dtype}{[*row.obs.shape]}, and the first was "
                f"{self.like.dtype}{[*self.like.shape]}."
            )
        return row

    def _check_step(self, e: int, steps: int) -> None:
        at = self._steps[e] if e < len(self._steps) else None
        if at != steps:
            where = "has no episode" if at is None else f"is at step {at} of its episode"
            raise SimulatorError(
                f"{self.name}: simulator {e} {where}, and the given state is at step {steps}. A simulator "
                "cannot return to an earlier state: start a new episode."
            )

    def _advance(self, e: int, steps: int, action: np.ndarray) -> None:
        self._check_step(e, steps)
        self._steps[e] = steps + 1
        if self._rows[e].terminated:
            # Do not step past the end of an episode; an evaluation steps until all episodes have ended.
            self._rows[e] = self._rows[e]._replace(reward=0.0)
            return
        self._shown.pop(e, None)
        total = 0.0
        with self._told("step"):
            for _ in range(self.action_repeat):
                obs, reward, terminated, truncated, info = stepped(self._made[e], action)
                total += reward
                if terminated or truncated:
                    break
            row = self._row("step", self._made[e], obs, info)
        if truncated and not terminated:
            shorter = f"Set --episode_length={steps} or less, or register" if steps else "Register"
            raise SimulatorError(
                f"{self.name} truncates an episode after {steps + 1} steps by a rule of its own, and only "
                f"--episode_length may truncate. {shorter} it in Gymnasium with a wrapper that does not."
            )
        self._rows[e] = row._replace(reward=total, terminated=terminated)

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
    """A context that silences messages of Gymnasium's parts when they are imported or made."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # Pictures are drawn into memory, and no sound is played. SDL would still open a sound card and a screen,
    # and would complain about ALSA and XDG_RUNTIME_DIR on a machine without them.
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    # Only on Linux do environment variables say whether there is a screen.
    has_screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and not has_screen:
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    from diayn_jax.envs.providers.brax_envs import quiet_models

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
            f"--env={PREFIX}{name} needs Gymnasium, which {why}: {shell.pip_install('diayn_jax[gym]')}."
        ) from error
    return gymnasium


def time_limit(name: str) -> int | None:
    """Returns the steps after which Gymnasium would truncate an episode; None if there is no known limit.

    If the name contains a module that registers the environment, the module is imported only if the user has
    allowed it and JAX has started, because the module might start JAX. Errors are ignored here, because
    `open_simulator` reports them.
    """
    module, _, bare = name.rpartition(":")
    try:
        with _quiet():
            import gymnasium

            if module and parallel.jax_has_started() and is_trusted("env", PREFIX + name):
                importlib.import_module(module)
    except Exception:  # noqa: BLE001 (a user's own code may raise any error)
        return None
    spec = gymnasium.registry.get(bare)
    limit = None if spec is None else spec.max_episode_steps
    return int(limit) if limit and limit > 0 else None


def open_simulator(name: str, options: Mapping[str, Any]) -> Any:
    """Makes one simulator, without Gymnasium's time limit.

    Raises:
      ConfigError: Gymnasium does not know the name; a needed package is not installed; making it fails.
    """
    gymnasium = _import_gymnasium(name)
    module, _, bare = name.rpartition(":")
    if ":" in module:
        raise ConfigError(
            f"--env={PREFIX}{name}: give NAME-v0, or package.module:NAME-v0 if that module registers it."
        )
    try:
        with _quiet():
            return gymnasium.make(name, max_episode_steps=-1, disable_env_checker=True, **options)
    except (gymnasium.error.DependencyNotInstalled, ImportError) as error:
        if module:
            hint = f"Start in the folder of {module}, or install it and its dependencies."
        else:
            install = shell.pip_install("diayn_jax[gym]")
            hint = f"Install the dependencies of Gymnasium's own environments: {install}."
        raise ConfigError(f"--env={PREFIX}{name}: {error} {hint}") from error
    except gymnasium.error.Error as error:
        # An unknown or malformed name, or a version that Gymnasium has removed.
        raise ConfigError(
            f"--env={PREFIX}{name}: {error}{closest_matches(bare, gymnasium.registry)}"
        ) from error
    except Exception as error:  # The environment's own code may raise any error.
        raise ConfigError(f"--env={PREFIX}{name}: making it raised {in_short(error)}.") from error


class Rendering(NamedTuple):
    """How to draw simulators of one kind."""

    options: Mapping[str, Any]  # options for the simulator's constructor
    show: Callable[[Any], np.ndarray]  # one simulator -> its pose
    shape: Callable[[], jax.ShapeDtypeStruct]  # the shape of one pose
    scene: Callable[[Callable[[PyTree], Array]], Scene]  # (pose of a batch of states) -> scene


def make_rendering(name: str, options: Mapping[str, Any], probe: Any) -> Rendering | None:
    """Returns how to draw an environment; None if it cannot be drawn."""
    simulator = probe.unwrapped
    model: Any = getattr(simulator, "model", None)
    if type(model).__module__.startswith("mujoco") and hasattr(simulator, "data"):
        size = jax.ShapeDtypeStruct((model.nq,), jnp.float32)
        return Rendering(
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
        one = open_simulator(name, {**options, **drawn})
        try:
            one.reset(seed=0)
            picture = _picture(one)
        except Exception as error:  # Rendering may fail in any way.
            raise ConfigError(f"--env={PREFIX}{name} cannot be rendered here: {error}") from error
        finally:
            one.close()
        return jax.ShapeDtypeStruct(picture.shape, jnp.uint8)

    return Rendering(drawn, _picture, shape, ImageScene)


def _picture(simulator: Any) -> np.ndarray:
    """Renders a simulator: [H, W, 3], uint8, H and W at most `MOST_PIXELS`."""
    picture = np.asarray(simulator.render())
    if picture.ndim != 3 or picture.shape[2] != 3 or picture.dtype != np.uint8:
        raise ValueError(f"it renders {picture.dtype} {list(picture.shape)}, not uint8 [H, W, 3].")
    n = -(-max(picture.shape[:2]) // MOST_PIXELS)
    height, width = (side // n for side in picture.shape[:2])
    blocks = picture[: height * n, : width * n].reshape(height, n, width, n, 3)
    return np.round(blocks.mean(axis=(1, 3))).astype(np.uint8)
