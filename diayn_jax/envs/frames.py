"""Frame stacking: an agent that sees the last n images sees what moves."""

from typing import NamedTuple

import jax.numpy as jnp

from diayn_jax.config import ConfigError
from diayn_jax.envs.core import Env
from diayn_jax.types import Array, PyTree, Timestep


class Stacked(NamedTuple):
    """An environment's state, and the frames before its latest: [E, H, W, (n − 1)·C]."""

    state: PyTree
    earlier: Array


def stack_frames(env: Env, frames: int) -> Env:
    """The environment with its last `frames` images stacked along C, the latest last.

    At an episode's start the first image stands for those before it. Replay still keeps each
    image once (see `replay.sample`).

    Raises:
      ConfigError: frames of an environment that has none.
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
            step_or_reset=step_or_reset,
            separate_copy=lambda: stack_frames(bare.separate_copy(), frames),
        )

    scene = env.scene
    if scene is not None:
        bare_pose = scene.pose
        scene = scene._replace(pose=lambda state: bare_pose(state.state))

    return env._replace(
        observation_size=frames * env.observation_size,
        image_shape=(height, width, frames * channels),
        frames=frames,
        reset=reset,
        step=step,
        simulator=outside,
        scene=scene,
    )
