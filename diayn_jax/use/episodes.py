"""Plays fresh episodes of skills, for `Run.rollout` and `Skills.rollout`."""

import functools
import numbers
from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax.typing import ArrayLike

from diayn_jax import envs
from diayn_jax.config import Config, ConfigError, show
from diayn_jax.evaluation import evaluators
from diayn_jax.evaluation.episodes import Episodes, PlayContext, play_episodes
from diayn_jax.machine import capacity
from diayn_jax.training import PolicyParts, Trainer
from diayn_jax.types import Key
from diayn_jax.use import skill_inputs


class Player(NamedTuple):
    """Plays skills in an environment. Each number and length of episodes is compiled once."""

    config: Config
    trainer: Trainer  # the trainer whose policy acts
    env: envs.Env  # the environment to play in
    play: Callable[..., Episodes]  # (parts, key, z [N, ...], length, deterministic)

    def rollout(
        self,
        parts: PolicyParts,
        skill: ArrayLike | None,
        episodes: int,
        key: Key | None,
        length: int | None,
        deterministic: bool,
    ) -> Episodes:
        """Plays fresh episodes of skills. Results and errors are those of `Run.rollout`.

        Args:
          parts: the policy's parts of a state, or the parameters of `Skills`.
          skill, episodes, key, length, deterministic: see `Run.rollout`.
        """
        length = self.config.episode_length if length is None else length
        for name, value in (("episodes", episodes), ("length", length)):
            if isinstance(value, bool) or not isinstance(value, numbers.Integral) or value < 1:
                raise ConfigError(f"{name}: {show(value)} given; it takes a whole number, 1 or more.")
        z = skill_inputs.several_skills(skill, self.trainer.components.skills)
        key = skill_inputs.key(key)
        key = jax.random.key(self.config.seed) if key is None else key
        in_all = len(z) * episodes
        step = capacity.step_bytes(self.env)
        capacity.check_episodes("episodes", episodes, in_all, int(length), step, longer="length")
        return self.play(parts, key, jnp.repeat(z, episodes, axis=0), int(length), deterministic)


def make_player(config: Config, trainer: Trainer, env: envs.Env) -> Player:
    """Makes a player of a run's skills.

    Args:
      config: the run's config.
      trainer: the run's trainer.
      env: the environment to play in.
    """
    play = jax.jit(functools.partial(play_episodes, PlayContext(trainer, env)), static_argnums=(3, 4))
    return Player(config, trainer, env, evaluators.playing(env, play))
