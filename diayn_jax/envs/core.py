"""The interface of environments: the records that every provider returns."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.config import AUTO, ConfigError, show
from diayn_jax.envs.callback_errors import CallbackErrors
from diayn_jax.envs.scenes import Scene
from diayn_jax.symmetry import Symmetry
from diayn_jax.types import Array, Box, Key, PyTree, Timestep, brief_repr


class Feature(NamedTuple):
    """A named quantity of the state that φ can be built from.

    `dims` are its indices in the observation. `dims` is None if the observation does not contain the
    feature. `Timestep.features` then holds it.
    """

    size: int
    meaning: str
    unit: str
    dims: tuple[int, ...] | None = None


class HostSimulator(NamedTuple):
    """Functions of an `Env` whose simulators hold their own state on the host.

    `step_or_reset(state, action [E, A] or [E], reset [E])` steps each environment. Where `reset` is True, it
    ignores the action and starts a new episode. `separate_copy()` makes the same environment with its own
    simulators, so that an evaluation does not change those of training. `close()` ends the simulators of the
    environment and of its copies. A later reset makes new ones.
    """

    step_or_reset: Callable[[PyTree, Array, Array], Timestep]
    separate_copy: Callable[[], "Env"]
    close: Callable[[], None]


class Interface(NamedTuple):
    """The observations, actions and features of an environment: fields of `Env`, without its functions."""

    name: str
    observation_size: int
    action_size: int
    features: Mapping[str, Feature]
    default_features: str
    image_shape: tuple[int, int, int] | None = None
    frames: int = 1
    num_actions: int | None = None
    symmetries: Mapping[str, tuple[Symmetry, ...]] = {}

    @property
    def action_shape(self) -> tuple[int, ...]:
        """(A,) for a vector of floats, () for a discrete action."""
        return (self.action_size,) if self.num_actions is None else ()

    @property
    def action_dtype(self) -> Any:
        """float32 for a vector, int32 for a discrete action."""
        return jnp.float32 if self.num_actions is None else jnp.int32

    @property
    def observation_shape(self) -> tuple[int, ...]:
        """(O,) for a vector, (H, W, C) for an image."""
        return self.image_shape or (self.observation_size,)

    @property
    def observation_dtype(self) -> Any:
        """float32 for a vector, uint8 for an image."""
        return jnp.uint8 if self.image_shape else jnp.float32


class Env(NamedTuple):
    """A batch of equal environments as pure functions, without automatic resets and without time limits.

    `reset` takes raw keys [E, 2] (uint32). `step` takes the last `Timestep.state` and actions. If
    `num_actions` is None, actions are vectors [E, A] of floats in [-1, 1], with A = `action_size`. Otherwise
    actions are integers [E] (int32) from 0 to `num_actions` − 1, and `action_size` equals `num_actions`: a
    policy outputs one number per action.

    An observation is a vector of `observation_size` floats. If `image_shape` is given, it is a uint8 image
    [H, W, C] with H · W · C = `observation_size`, which has `frames` frames stacked along C. `runs_on` says
    where the environment runs:

    - `device`: in pure JAX, on any device, under vmap and sharding;
    - `host`: in a simulator on the CPU that pure callbacks call. The whole state is in `Timestep.state`, so
      checkpoints hold it;
    - `simulator`: in a simulator that holds its own state. Ordered callbacks from one device step it. Neither
      vmap nor an exact resume is possible.
    """

    name: str
    backend: str
    observation_size: int
    action_size: int
    features: Mapping[str, Feature]
    default_features: str
    reset: Callable[[Array], Timestep]
    step: Callable[[PyTree, Array], Timestep]
    dt: float  # seconds per step
    runs_on: str = "device"
    simulator: HostSimulator | None = None  # given if `runs_on` is `simulator`
    walls: tuple[tuple[tuple[float, float], tuple[float, float]], ...] = ()  # segments in xy, m, for pictures
    image_shape: tuple[int, int, int] | None = None
    frames: int = 1
    scene: Scene | None = None  # how to draw the environment; None if not known
    num_actions: int | None = None  # number of discrete actions; None for vectors
    world: Box | None = None  # box that `xy` never leaves, m; None if there is none or it is not known
    callback_errors: CallbackErrors | None = None  # stores errors of host callbacks; None: no callbacks
    reward_offset: float = 0.0  # added to a step's reward to make it positive when archives are compared
    symmetries: Mapping[str, tuple[Symmetry, ...]] = {}  # groups of symmetries by name, the largest first
    # indices in the observation of the vector from `xy` to the task's goal, m; () if there is no such vector
    goal_vector_dims: tuple[int, ...] = ()
    task_size: int = 0  # numbers at the end of the observation that a task adds to the robot's

    def __repr__(self) -> str:
        return brief_repr(self)

    @property
    def interface(self) -> Interface:
        """The observations, actions and features of the environment."""
        return Interface(**{name: getattr(self, name) for name in Interface._fields})

    def separate_copy(self) -> "Env":
        """Returns the environment with simulators of its own; without simulators, the environment itself."""
        return self if self.simulator is None else self.simulator.separate_copy()

    def close(self) -> None:
        """Ends the simulators, if there are any. A later reset makes new ones."""
        if self.simulator is not None:
            self.simulator.close()


def random_action(env: Env, key: Key) -> Array:
    """Draws a uniformly random action for one environment, [A] or [] (see `Interface.action_shape`)."""
    if env.num_actions is not None:
        return jax.random.randint(key, (), 0, env.num_actions)
    return jax.random.uniform(key, (env.action_size,), minval=-1.0, maxval=1.0)


class Variation(NamedTuple):
    """The differences of an environment from its published version; `Config` has fields of the same names.

    A factor of 1 changes nothing. `joint_damage` scales each actuator's action by its factor in [0, 1]
    (0: dead); () damages none. `start_offset` is added to the start position of episodes, in metres along x
    and y; () adds nothing. Two fields are for tasks only. `goal_distance` is the largest distance of goals
    along each axis, in metres (0: the task's default). `maze_target` is the index of a maze's target
    (-1: drawn for each episode). `image_size` is the side of images in pixels. `action_repeat` is the number
    of the environment's own steps for which an action acts; rewards are added up.
    """

    terminate_when_unhealthy: str = "false"  # true, false, or auto: the environment's default
    exclude_current_positions: str = AUTO  # true, false, or auto: the environment's default
    gravity: float = 1.0
    friction: float = 1.0
    actuator_strength: float = 1.0
    joint_damage: tuple[float, ...] = ()
    start_offset: tuple[float, ...] = ()
    goal_distance: float = 0.0
    maze_target: int = -1
    image_size: int = 0  # 0: the environment's own
    image_colours: str = AUTO  # rgb, grey, or auto: the environment's own
    action_repeat: int = 1


def start_offset(name: str, variation: Variation, axes: int = 2) -> tuple[float, ...]:
    """Returns the start offset along each axis of motion, in metres.

    Args:
      variation: its `start_offset` is used; missing numbers are 0.
      axes: 2 if the environment moves on a plane, 1 if it moves along x only.

    Raises:
      ConfigError: there are more than two numbers, or an offset along an axis on which the environment does
        not move.
    """
    given = variation.start_offset
    if len(given) > 2 or any(given[axes:]):
        where = "along x and y" if axes == 2 else "along x only, because it moves on this line"
        raise ConfigError(
            f"--start_offset={show(given)}: the start of {name} can be moved {where}. Give {axes} numbers."
        )
    return (*given, 0.0, 0.0)[:axes]


class EnvSpec(NamedTuple):
    """A row of the table of environments.

    `factory(backend, variation)` makes the `Env`. Fields that have the same name as a field of `Env` hold its
    value without variation, so that a table can be printed without making the environment. They are None if
    the value is known only after the environment is made. `defaults` are values for `Config` fields that suit
    DIAYN in this environment. `variations` are the fields of `Variation` that the environment takes; others
    are rejected. The first of `backends` is the default; on CPUs it is `cpu_backend`, if given.
    """

    factory: Callable[[str, Variation], Env]
    defaults: Mapping[str, Any]
    provider: str = "jax"
    backends: tuple[str, ...] = ("jax",)
    features: Mapping[str, Feature] = {}
    default_features: str = "obs"
    observation_size: int | None = None
    action_size: int | None = None
    variations: tuple[str, ...] = ()
    runs_on: str = "device"
    cpu_backend: str | None = None
    num_actions: int | None = None  # number of discrete actions; None for vectors, or if not known yet
    robot: str = ""  # for a task: the environment that it wraps
    image_shape: tuple[int, int, int] | None = None  # (H, W, C) of observations that are images
    symmetries: Mapping[str, tuple[Symmetry, ...]] = {}  # as in `Env`, if nothing is varied
    about: str = ""  # a sentence that says what it is, if its name does not

    def interface(self, name: str) -> Interface:
        """Returns the interface of the environment, which has this name. Its sizes must be known."""
        known: Any = {field: getattr(self, field) for field in EnvSpec._fields if field in Interface._fields}
        return Interface(name=name, **known)

    def default_backend(self, device: str) -> str:
        """Returns the default backend on a kind of device, `cpu` or `gpu`."""
        return self.cpu_backend if self.cpu_backend and device == "cpu" else self.backends[0]


def where(mask: Array, chosen: PyTree, other: PyTree) -> PyTree:
    """Takes the rows of `chosen` [E, ...] where `mask` [E] is True, and those of `other` elsewhere."""

    def pick(x: Array, y: Array) -> Array:
        return jnp.where(mask.reshape((-1,) + (1,) * (x.ndim - 1)), x, y)

    return jax.tree.map(pick, chosen, other)


# Hidden layers for environments with small observation vectors.
SMALL_NETWORKS = {
    "policy_hidden_sizes": (64, 64),
    "critic_hidden_sizes": (64, 64),
    "discriminator_hidden_sizes": (64, 64),
}

LUMA = (0.299, 0.587, 0.114)  # weights of red, green and blue in a grey image (ITU-R BT.601)

# Backends whose physics XLA compiles; those of them that factorise a matrix per environment (see
# `parallel.FACTORISATIONS`); and backends that run only on CPUs.
COMPILED_PHYSICS = ("spring", "positional", "generalized", "mjx")
FACTORISES = ("generalized", "mjx")
ON_CPUS = ("native",)
