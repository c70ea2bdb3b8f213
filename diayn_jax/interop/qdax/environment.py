"""Environments of this package with the interface of QDax and Brax."""

import math
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from brax.envs.base import State
from brax.envs.wrappers import training
from qdax.tasks.brax.v2.envs.base_env import QDEnv
from qdax.tasks.brax.v2.wrappers.base_wrappers import StateDescriptorResetWrapper
from qdax.tasks.brax.v2.wrappers.eval_metrics_wrapper import CompletedEvalWrapper

from diayn_jax import envs
from diayn_jax.config import AUTO, ConfigError
from diayn_jax.evaluation.metrics import OPEN_WORLD
from diayn_jax.interop.qdax.stepping import DESCRIPTOR
from diayn_jax.types import Array, Box


class Descriptor(NamedTuple):
    """The state descriptor of an environment, and the descriptor of a solution that is computed from it."""

    feature: str = AUTO  # the feature that is the state descriptor; auto: the environment's default
    # Two corners of the box of descriptors. None, for xy only: the world, or ±30 m if it is open.
    limits: Box | None = None
    # The `final` or the `mean` state descriptor of an episode is the solution's; for `repertoires.make_task`.
    aggregate: str = "final"


USUAL = Descriptor()


class QdaxEnv(QDEnv):
    """An environment of this package with QDax's interface. Its state has no leading dimension.

    The state descriptor is a feature of the environment. The descriptor of a solution is the feature's last
    value (`qdax.tasks.brax.descriptor_extractors.get_final_xy_position`) or its mean over an episode.
    """

    def __init__(self, env: envs.Env, descriptor: str, limits: Box, observes: str | None = None):
        self._env = env
        self._descriptor = envs.make_features(env, descriptor)
        self._appended = None if observes is None else envs.make_features(env, observes)
        self._limits = limits

    def reset(self, rng: Array) -> State:
        """Returns the first state of an episode from a typed or a raw key."""
        raw = jax.random.key_data(rng) if jnp.issubdtype(rng.dtype, jax.dtypes.prng_key) else rng
        return self._state(self._env.reset(raw[None]), {}, {})

    def step(self, state: State, action: Array) -> State:
        """Steps the environment. It keeps the entries of `info` and `metrics` that Brax's wrappers add."""
        batched = jax.tree.map(lambda x: x[None], (state.pipeline_state, action))
        return self._state(self._env.step(*batched), state.info, state.metrics)

    def _state(self, timestep: Any, info: dict[str, Any], metrics: dict[str, Any]) -> State:
        """Converts a batch of one timestep to a state without a leading dimension."""
        obs = timestep.obs
        if self._appended is not None:
            obs = jnp.concatenate([obs, self._appended.stored(timestep)], axis=-1)
        described = self._descriptor.select(timestep.obs, self._descriptor.stored(timestep))
        whole = State(
            pipeline_state=timestep.state,
            obs=obs,
            reward=timestep.reward,
            done=timestep.terminated.astype(jnp.float32),
            metrics={},
            info={DESCRIPTOR: described},
        )
        one = jax.tree.map(lambda x: x[0], whole)
        return one.replace(info={**info, **one.info}, metrics=metrics)

    @property
    def observation_size(self) -> int:
        """O, including the appended features."""
        appended = 0 if self._appended is None else self._appended.stored_size
        return self._env.observation_size + appended

    @property
    def action_size(self) -> int:
        """A."""
        return self._env.action_size

    @property
    def backend(self) -> str:
        """The name of its physics backend."""
        return self._env.backend

    @property
    def name(self) -> str:
        """The name, as `--env` takes it."""
        return self._env.name

    @property
    def appended(self) -> tuple[str, ...]:
        """The names of the features that are appended to the observation."""
        return () if self._appended is None else self._appended.stored_names

    @property
    def reward_offset(self) -> float:
        """The number that is added to a step's reward in archives, to make fitness positive."""
        return self._env.reward_offset

    @property
    def state_descriptor_length(self) -> int:
        """D, the size of the state descriptor."""
        return self._descriptor.size

    @property
    def state_descriptor_name(self) -> str:
        """The name of the feature that is the state descriptor."""
        return self._descriptor.name

    @property
    def state_descriptor_limits(self) -> tuple[Array, Array]:
        """The lowest and highest values of the state descriptor, [D] each."""
        low, high = self._limits
        return jnp.array(low), jnp.array(high)

    # A solution's descriptor has the size and the limits of the state descriptor.
    descriptor_length = state_descriptor_length
    descriptor_limits = state_descriptor_limits


def create(
    env_name: str | envs.Env,
    episode_length: int = 1000,
    auto_reset: bool = True,
    batch_size: int | None = None,
    eval_metrics: bool = False,
    *,
    descriptor: Descriptor = USUAL,
    observes: str | None = None,
    **world: Any,
) -> Any:
    """Makes an environment of this package in Brax's and QDax's wrappers, like `qdax.tasks.brax.v2.create`.

    Args:
      env_name: any name that `--env` takes, or an `Env`.
      episode_length: the number of steps after which an episode is truncated.
      auto_reset: start a new episode when one ends.
      batch_size: E; None: states have no leading dimension.
      eval_metrics: add Brax's and QDax's sums over episodes.
      descriptor: the state descriptor and its limits.
      observes: features to append to the observation, which lacks them; None: append no features.
      world: the physics `backend` (auto: the environment's first), and fields of `envs.Variation`, such as
        `gravity=0.5`.

    Raises:
      ConfigError: the environment is not pure JAX, shows images, or has discrete actions; or limits are
        missing or wrong.
    """
    if isinstance(env_name, str):
        if world.get("backend", AUTO) == AUTO:
            world["backend"] = envs.spec(env_name).backends[0]
        env = envs.make(env_name, **world)
    else:
        env = env_name
        if given := [name for name, value in world.items() if (name, value) != ("backend", AUTO)]:
            raise ConfigError(
                f"{', '.join(given)}: {env.name} is already made. Give its name instead, or set this when "
                "making it."
            )
    if env.runs_on != "device" or env.image_shape is not None or env.num_actions is not None:
        raise ConfigError(
            f"{env.name} ({env.backend}): QDax vmaps environments over solutions, with vectors as inputs and "
            "outputs. Give an environment and a backend in pure JAX, with continuous actions and no images."
        )
    feature, limits = envs.make_features(env, descriptor.feature), descriptor.limits
    size = feature.size
    if limits is None:
        if feature.name != "xy":
            raise ConfigError(
                f"descriptor={feature.name}: its limits are not known; only those of xy are. Give "
                f"limits=(lowest, highest), with {size} numbers each."
            )
        limits = env.world or OPEN_WORLD
    if len(limits[0]) != size or len(limits[1]) != size:
        raise ConfigError(
            f"descriptor={feature.name} has {size} numbers, but limits {limits} have {len(limits[0])}. Give "
            "limits=(lowest, highest), with as many numbers each as the descriptor."
        )
    if not all(-math.inf < low < high < math.inf for low, high in zip(*limits, strict=True)):
        raise ConfigError(f"limits={limits}: each highest value must be finite and above the lowest.")
    wrapped: Any = QdaxEnv(env, feature.name, limits, observes)
    wrapped = training.EpisodeWrapper(wrapped, episode_length, 1)
    if batch_size is not None:
        wrapped = training.VmapWrapper(wrapped, batch_size)
    if auto_reset:
        wrapped = StateDescriptorResetWrapper(training.AutoResetWrapper(wrapped))
    if eval_metrics:
        wrapped = CompletedEvalWrapper(training.EvalWrapper(wrapped))
    return wrapped
