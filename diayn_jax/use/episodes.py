"""Plays fresh episodes of skills: `rollout` of runs and of skills."""

import abc
import functools
import numbers
from collections.abc import Callable

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


class Player:
    """Plays skills in an environment. Each number and length of episodes is compiled once."""

    def __init__(self, config: Config, trainer: Trainer, env: envs.Env, parts: PolicyParts):
        """Makes a player. The policy of `trainer` acts in `env` with the parameters `parts`."""
        self.config, self.trainer, self.env, self.parts = config, trainer, env, parts
        play = jax.jit(functools.partial(play_episodes, PlayContext(trainer, env)), static_argnums=(3, 4))
        # (parts, key, z [N, ...], length, deterministic) -> episodes
        self.play: Callable[..., Episodes] = evaluators.playing(env, play)


class Plays(abc.ABC):
    """The part of `Run` and `Skills` that plays episodes."""

    @property
    @abc.abstractmethod
    def _player(self) -> Player:
        """The player of these skills; it is made at the first call."""

    def rollout(
        self,
        skill: ArrayLike | None = None,
        episodes: int = 1,
        key: Key | None = None,
        episode_length: int | None = None,
        *,
        deterministic: bool = False,
    ) -> Episodes:
        """Plays fresh episodes of skills in the environment of the run, which skills make at the first call.

        Each number and length of episodes is compiled once.

        Args:
          skill: one skill, as an integer or a vector [d], or M skills, as [M] or [M, d]; None if there are
            no skills.
          episodes: the number of episodes of each skill; the episodes of a skill are adjacent.
          key: the key of first states and actions; None: the key of the run's seed.
          episode_length: the largest number of steps of an episode; None: that of training.
          deterministic: acts by the policy's mode; otherwise by samples.

        Returns:
          Arrays [N, T, ...] with N = M · episodes; observations and features include the first state,
          [N, T + 1, ...].

        Raises:
          ValueError: a skill is out of range, or `key` is not a key.
          ConfigError: a number is below 1, or the environment does not run here.
        """
        player = self._player
        config, env = player.config, player.env
        length = config.episode_length if episode_length is None else episode_length
        for name, value in (("episodes", episodes), ("episode_length", length)):
            if isinstance(value, bool) or not isinstance(value, numbers.Integral) or value < 1:
                raise ConfigError(f"{name}: {show(value)} given; it takes a whole number, 1 or more.")
        z = skill_inputs.several_skills(skill, player.trainer.components.skills)
        key = skill_inputs.key(key)
        key = jax.random.key(config.seed) if key is None else key
        in_all = len(z) * episodes
        step = capacity.step_bytes(env)
        capacity.check_episodes("episodes", episodes, in_all, int(length), step, longer="episode_length")
        return player.play(player.parts, key, jnp.repeat(z, episodes, axis=0), int(length), deterministic)
