"""Plays fresh episodes of skills: `rollout` of runs and of skills."""

import abc
import functools
from collections.abc import Callable

import jax
import jax.numpy as jnp

from diayn_jax import envs
from diayn_jax.config import Config, ConfigError, check_whole, in_arguments
from diayn_jax.evaluation import evaluators
from diayn_jax.evaluation.episodes import Episodes, PlayContext, play_episodes
from diayn_jax.machine import capacity
from diayn_jax.training import PolicyParts, Trainer
from diayn_jax.types import Key, Numbers
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

    @in_arguments
    def rollout(
        self,
        skill: Numbers | None = None,
        episodes: int = 1,
        key: Key | None = None,
        episode_length: int | None = None,
        *,
        start_key: Key | None = None,
    ) -> Episodes:
        """Plays fresh episodes of skills in the environment of the run, which skills make at the first call.

        Without a key, the policy's mode acts; with a key, a sample. `act` has the same rule.

        Each number and length of episodes is compiled once.

        Args:
          skill: one skill, as an integer or a vector [d], or M skills, as [M] or [M, d]; None if there are
            no skills.
          episodes: the number of episodes of each skill; the episodes of a skill are adjacent.
          key: the key of actions and first states.
          episode_length: the largest number of steps of an episode; None: that of training.
          start_key: without `key`, the key of first states; None: that of the run's seed.

        Returns:
          Arrays [T, N, ...], the time first, with N = M · episodes; observations and features include the
          first state, [T + 1, N, ...].

        Raises:
          ValueError: a skill is out of range, or a key is not a key.
          ConfigError: a number is below 1, both keys are given, or the environment does not run here.
        """
        player = self._player
        config, env = player.config, player.env
        length = config.episode_length if episode_length is None else episode_length
        check_whole(episodes=episodes, episode_length=length)
        if key is not None and start_key is not None:
            raise ConfigError("start_key: with a key, that key draws the first states too. Leave one out.")
        z = skill_inputs.several_skills(skill, player.trainer.components.skills)
        key, begin = skill_inputs.key(key), skill_inputs.key(start_key)
        drawn = key if key is not None else begin if begin is not None else jax.random.key(config.seed)
        in_all = len(z) * episodes
        step = capacity.step_bytes(env)
        capacity.check_episodes("episodes", episodes, in_all, int(length), step, longer="episode_length")
        return player.play(player.parts, drawn, jnp.repeat(z, episodes, axis=0), int(length), key is None)
