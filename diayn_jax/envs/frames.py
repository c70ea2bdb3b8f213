"""Frame stacking: an agent sees the last n images, so that it can see motion."""

from typing import NamedTuple

import jax.numpy as jnp

from diayn_jax.config import ConfigError
from diayn_jax.envs.core import Env
from diayn_jax.envs.scenes import within
from diayn_jax.types import Array, PyTree, Timestep


class Stacked(NamedTuple):
    """An environment's state and its earlier frames."""

    state: PyTree
    earlier: Array  # [E, H, W, (n − 1)·C], the n − 1 frames before the latest, oldest first


def stack_frames(env: Env, frames: int) -> Env:
    """Wraps an environment so that it observes its last `frames` images, stacked along C, oldest first.

    At an episode's start, the first image is repeated in place of earlier ones. Replay stores each image only
    once (see `replay.sample`).

    Raises:
      ConfigError: the environment does not observe images.
    """
    if frames == 1:
        return env
    if env.image_shape is None:
        raise ConfigError(f"--frame_stack={frames}: {env.name} observes a vector, not images. Leave it out.")
    height, width, channels = env.image_shape

    def stacked(timestep: Timestep, earlier: Array) -> Timestep:
        obs = jnp.concatenate([earlier, timestep.obs], axis=-1)
        return timestep.replace(state=Stacked(timestep.state, obs[..., channels:]), obs=obs)

    def reset(keys: Array) -> Timestep:
        first = env.reset(keys)
        return stacked(first, jnp.concatenate([first.obs] * (frames - 1), axis=-1))

    def step(state: Stacked, action: Array) -> Timestep:
        return stacked(env.step(state.state, action), state.earlier)

    outside = env.simulator
    if outside is not None:
        bare = outside

        def step_or_reset(state: Stacked, action: Array, reset: Array) -> Timestep:
            timestep = bare.step_or_reset(state.state, action, reset)
            first = jnp.concatenate([timestep.obs] * (frames - 1), axis=-1)
            return stacked(timestep, jnp.where(reset[:, None, None, None], first, state.earlier))

        outside = bare._replace(
            step_or_reset=step_or_reset, separate_copy=lambda: stack_frames(bare.separate_copy(), frames)
        )

    return env._replace(
        observation_size=frames * env.observation_size,
        image_shape=(height, width, frames * channels),
        frames=frames,
        reset=reset,
        step=step,
        simulator=outside,
        scene=within(env.scene, "state"),
    )
