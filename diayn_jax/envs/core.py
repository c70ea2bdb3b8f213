"""The environment seam: what a provider gives."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.config import AUTO, ConfigError, show
from diayn_jax.envs.callback_errors import CallbackErrors
from diayn_jax.envs.scenes import Scene
from diayn_jax.types import Array, Box, Key, PyTree, Timestep


class Feature(NamedTuple):
    """A named quantity of the state, which φ may be made of.

    `dims` are its places in the observation. They are None where the observation leaves it out;
    `Timestep.features` holds it then.
    """

    size: int
    meaning: str
    unit: str
    dims: tuple[int, ...] | None = None


class HostSimulator(NamedTuple):
    """What an `Env` has besides where its simulators keep their state to themselves.

    `step_or_reset(state, action [E, A] or [E], reset [E])` steps, but where `reset` is set it
    ignores the action and begins a new episode. `separate_copy()` is the same environment with
    simulators of its own: an evaluation must not move training's. `close()` ends its simulators
    and those of its copies; a later reset makes new ones.
    """

    step_or_reset: Callable[[PyTree, Array, Array], Timestep]
    separate_copy: Callable[[], "Env"]
    close: Callable[[], None]


class Interface(NamedTuple):
    """What a policy sees of an environment and does there: those fields of `Env`, without the environment."""

    name: str
    observation_size: int
    action_size: int
    features: Mapping[str, Feature]
    default_features: str
    image_shape: tuple[int, int, int] | None = None
    frames: int = 1
    num_actions: int | None = None

    @property
    def action_shape(self) -> tuple[int, ...]:
        """(A,) of a vector of floats, () of a discrete action."""
        return (self.action_size,) if self.num_actions is None else ()

    @property
    def action_dtype(self) -> Any:
        """float32 of a vector, int32 of a discrete action."""
        return jnp.float32 if self.num_actions is None else jnp.int32

    @property
    def observation_shape(self) -> tuple[int, ...]:
        """(O,), or (H, W, C) of an image."""
        return self.image_shape or (self.observation_size,)

    @property
    def observation_dtype(self) -> Any:
        """uint8 of an image, float32 of a vector."""
        return jnp.uint8 if self.image_shape else jnp.float32


class Env(NamedTuple):
    """A batch of like environments, as pure functions, without resets or time limits.

    `reset` takes raw keys [E, 2] (uint32); `step` takes the last `Timestep.state` and actions.
    Where `num_actions` is None, these are vectors [E, A] of floats in [-1, 1], A = `action_size`.
    Otherwise they are integers [E] (int32) from 0 to `num_actions` − 1, and `action_size` is
    `num_actions` too: the numbers that a policy gives, one for each.

    An observation is a vector of `observation_size` floats, or, where `image_shape` is given, a
    uint8 image [H, W, C] of as many numbers, `frames` of them stacked along C. `runs_on` says where
    it runs:

    - `device`: pure JAX, on any device, under vmap and sharding;
    - `host`: by pure callbacks to a simulator on the CPU whose whole state is in
      `Timestep.state`, so that checkpoints hold it;
    - `simulator`: a simulator that keeps its state to itself, stepped by ordered callbacks on one
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
    runs_on: str = "device"
    simulator: HostSimulator | None = None  # where `runs_on` is that
    walls: tuple[tuple[tuple[float, float], tuple[float, float]], ...] = ()  # segments in xy, m, to draw
    image_shape: tuple[int, int, int] | None = None
    frames: int = 1
    scene: Scene | None = None  # how it looks; None where that is not known
    num_actions: int | None = None  # of an environment with discrete actions
    world: Box | None = None  # corners of the box of `xy` that nothing leaves, m; None: open, or not known
    callback_errors: CallbackErrors | None = None  # of its callbacks to the host; None where it has none
    reward_offset: float = 0.0  # added to a step's reward where archives are compared, so that it is positive

    @property
    def interface(self) -> Interface:
        """What a policy sees of it, and does there."""
        return Interface(**{name: getattr(self, name) for name in Interface._fields})

    @property
    def action_shape(self) -> tuple[int, ...]:
        """(A,) of a vector of floats, () of a discrete action."""
        return self.interface.action_shape

    @property
    def action_dtype(self) -> Any:
        """float32 of a vector, int32 of a discrete action."""
        return self.interface.action_dtype

    @property
    def observation_shape(self) -> tuple[int, ...]:
        """(O,), or (H, W, C) of an image."""
        return self.interface.observation_shape

    @property
    def observation_dtype(self) -> Any:
        """uint8 of an image, float32 of a vector."""
        return self.interface.observation_dtype


def random_action(env: Env, key: Key) -> Array:
    """A uniformly random action of one environment, [A] or [] (see `Env.action_shape`)."""
    if env.num_actions is not None:
        return jax.random.randint(key, (), 0, env.num_actions)
    return jax.random.uniform(key, (env.action_size,), minval=-1.0, maxval=1.0)


class Variation(NamedTuple):
    """How an environment differs from its published self; the fields of `Config` by these names.

    Factors are 1 where nothing changes. `joint_damage` scales each actuator's action by its
    factor in [0, 1] (0: dead); () damages none. `start_offset` is added to where episodes start, in
    metres along x and y; () adds nothing. Of tasks alone, `goal_distance` is how far goals lie along
    either axis, in metres (0: as the task has it), and `maze_target` which of its targets a maze has (-1: it
    is drawn for each episode).
    """

    terminate_when_unhealthy: str = "false"  # true, false, or auto: as the environment does
    exclude_current_positions: str = AUTO  # true, false, or auto: as the environment does
    gravity: float = 1.0
    friction: float = 1.0
    actuator_strength: float = 1.0
    joint_damage: tuple[float, ...] = ()
    start_offset: tuple[float, ...] = ()
    goal_distance: float = 0.0
    maze_target: int = -1


def start_offset(name: str, variation: Variation, axes: int = 2) -> tuple[float, ...]:
    """Metres along each of the axes on which an environment moves, by which episodes start elsewhere.

    Args:
      name: of the environment, for messages.
      variation: whose `start_offset` is taken; what it leaves out is 0.
      axes: 2 where the environment moves on a plane, 1 where along x alone.

    Raises:
      ConfigError: more numbers than two, or a place beside the line.
    """
    given = variation.start_offset
    if len(given) > 2 or any(given[axes:]):
        where = "along x and y" if axes == 2 else "along x, which is the line that it moves on"
        raise ConfigError(
            f"--start_offset={show(given)}: {name} starts elsewhere {where}. Give {axes} numbers."
        )
    return (*given, 0.0, 0.0)[:axes]


class EnvSpec(NamedTuple):
    """A row of the table of environments.

    `factory(backend, variation)` makes the `Env`. The fields that are called as its own are what
    it will have where nothing is varied, so that a table can be printed without making it; None
    where they are known only once it is made. `defaults` are `Config` fields that suit DIAYN there;
    `variations` are the fields of `Variation` that it takes, and any other is refused. `backends`
    begins with the default; on CPUs the default is `cpu_backend`, where that is given.
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
    runs_on: str = "device"
    cpu_backend: str | None = None
    num_actions: int | None = None  # of discrete actions; None too where that is known only once it is made
    robot: str = ""  # of a task: the environment that it wraps
    image_shape: tuple[int, int, int] | None = None  # of observations that are images

    def default_backend(self, device: str) -> str:
        """What `auto` comes to on a kind of device, `cpu` or `gpu`."""
        return self.cpu_backend if self.cpu_backend and device == "cpu" else self.backends[0]


# Networks for observations of a few numbers.
SMALL_NETWORKS = {
    "policy_hidden_sizes": (64, 64),
    "critic_hidden_sizes": (64, 64),
    "discriminator_hidden_sizes": (64, 64),
}

# Backends whose physics XLA compiles, those of them that factorise matrices of each environment (see
# `parallel.FACTORISATIONS`), and backends that run on CPUs alone.
COMPILED_PHYSICS = ("spring", "positional", "generalized", "mjx")
FACTORISES = ("generalized", "mjx")
ON_CPUS = ("native",)
