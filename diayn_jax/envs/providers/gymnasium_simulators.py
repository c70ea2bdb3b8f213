"""Simulators of Gymnasium's on the host: opening them, stepping a batch of them, and drawing them."""

import contextlib
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

MOST_PIXELS = 240  # of a side of a picture; larger ones are reduced by a whole factor

# (simulator without wrappers, its observation, info) -> our observation [O], and features by name.
Observe = Callable[[Any, Any, Mapping[str, Any]], tuple[np.ndarray, dict[str, Any]]]


def begun(simulator: Any, seed: int) -> tuple[Any, Mapping[str, Any]]:
    """The first observation of an episode, and its info.

    Raises:
      SimulatorError: its reset gives something else.
    """
    given = simulator.reset(seed=seed)
    if not (isinstance(given, tuple) and len(given) == 2 and isinstance(given[1], Mapping)):
        raise SimulatorError(f"its reset gives {_kind(given)}, and should give an observation and an info.")
    return given


def stepped(simulator: Any, action: Any) -> tuple[Any, float, bool, bool, Mapping[str, Any]]:
    """Observation, reward, terminated, truncated and info of a step.

    Raises:
      SimulatorError: its step gives something else.
    """
    given = simulator.step(action)
    if not (isinstance(given, tuple) and len(given) == 5 and isinstance(given[4], Mapping)):
        raise SimulatorError(
            f"its step gives {_kind(given)}, and should give observation, reward, terminated, truncated and "
            "info."
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
    """What one simulator shows."""

    obs: np.ndarray
    features: dict[str, Any]
    reward: float = 0.0
    terminated: bool = False


class Simulators:
    """Simulators of one kind, made as they are needed: the first E serve a batch of E."""

    def __init__(
        self,
        name: str,
        make_one: Callable[[], Any],
        observe: Observe,
        show_one: Callable[[Any], np.ndarray],
        like: np.ndarray,
    ):
        """`like` is an observation, for its shape and type."""
        self._name = name
        self._like = like
        self._make_one = make_one
        self._observe = observe
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
        """Pictures or poses of E simulators, which are `steps` [E] into their episodes."""
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
        with self._told("reset"):
            self._rows[e] = self._row("reset", self._made[e], *begun(self._made[e], int(word) >> 1))
        self._steps[e] = 0
        self._shown.pop(e, None)

    @contextlib.contextmanager
    def _told(self, of: str) -> Iterator[None]:
        """Has what a simulator raises tell whose it is."""
        try:
            yield
        except SimulatorError as error:
            raise SimulatorError(f"{PREFIX}{self._name}: {error}") from None
        except Exception as error:  # Whatever its own code raises.
            raise SimulatorError(f"{PREFIX}{self._name}: its {of} raised {in_short(error)}.") from error

    def _row(self, of: str, simulator: Any, obs: Any, info: Mapping[str, Any]) -> _Row:
        row = _Row(*self._observe(simulator.unwrapped, obs, info))
        if (row.obs.shape, row.obs.dtype) != (self._like.shape, self._like.dtype):
            raise SimulatorError(
                f"its {of} gives an observation of {row.obs.dtype}{[*row.obs.shape]}, and the first was of "
                f"{self._like.dtype}{[*self._like.shape]}."
            )
        return row

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
        with self._told("step"):
            obs, reward, terminated, truncated, info = stepped(self._made[e], action)
            row = self._row("step", self._made[e], obs, info)
        if truncated and not terminated:
            raise SimulatorError(
                f"{self._name} cuts an episode short after {steps + 1} steps, by a limit of its own. "
                f"Set --episode_length={steps} or less."
            )
        self._rows[e] = row._replace(reward=reward, terminated=terminated)

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
    # Pictures are drawn into memory, and nothing is heard. SDL would open a sound card and a screen all the
    # same, and on a machine without them complain of ALSA and XDG_RUNTIME_DIR.
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    # Elsewhere than on Linux, no variable tells of a screen.
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
    """Steps after which Gymnasium itself would cut an episode short; None where nothing says.

    A module that registers the environment is imported where somebody has asked for it and JAX has started,
    which it might start. What is missing or raises there, `open_simulator` tells.
    """
    module, _, bare = name.rpartition(":")
    try:
        with _quiet():
            import gymnasium

            if module and parallel.jax_has_started() and is_trusted("env", PREFIX + name):
                importlib.import_module(module)
    except Exception:  # noqa: BLE001 (whatever a user's own code raises)
        return None
    spec = gymnasium.registry.get(bare)
    limit = None if spec is None else spec.max_episode_steps
    return int(limit) if limit and limit > 0 else None


def open_simulator(name: str, options: Mapping[str, Any]) -> Any:
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
        raise ConfigError(
            f"--env={PREFIX}{name}: {error}{closest_matches(bare, gymnasium.registry)}"
        ) from error
    except (gymnasium.error.DependencyNotInstalled, ImportError) as error:
        if module:
            hint = f"Start in the folder that {module} lies in, or install it with what it needs."
        else:
            install = shell.pip_install("diayn_jax[gym]")
            hint = f"What Gymnasium's own environments need comes by {install}."
        raise ConfigError(f"--env={PREFIX}{name}: {error} {hint}") from error
    except gymnasium.error.Error as error:
        # A name that is none, or of a version that Gymnasium has given up.
        raise ConfigError(
            f"--env={PREFIX}{name}: {error}{closest_matches(bare, gymnasium.registry)}"
        ) from error
    except Exception as error:  # Whatever its own code raises.
        raise ConfigError(f"--env={PREFIX}{name}: making it raised {in_short(error)}.") from error


class Rendering(NamedTuple):
    """How to draw simulators of one kind."""

    options: Mapping[str, Any]  # of their constructor
    show: Callable[[Any], np.ndarray]  # one simulator -> its pose
    shape: Callable[[], jax.ShapeDtypeStruct]  # of a pose
    scene: Callable[[Callable[[PyTree], Array]], Scene]  # from the function of a batch


def make_rendering(name: str, options: Mapping[str, Any], probe: Any) -> Rendering | None:
    """How an environment is drawn; None where it has no picture of itself."""
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
        except Exception as error:  # Whatever it draws with.
            raise ConfigError(f"--env={PREFIX}{name} cannot draw itself here: {error}") from error
        finally:
            one.close()
        return jax.ShapeDtypeStruct(picture.shape, jnp.uint8)

    return Rendering(drawn, _picture, shape, ImageScene)


def no_picture(simulator: Any) -> np.ndarray:
    """Stands for `Rendering.show` where there is none.

    Raises:
      RuntimeError: always.
    """
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
