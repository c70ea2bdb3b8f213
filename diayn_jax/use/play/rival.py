"""A rival in the game of `diayn play`: a policy of `diayn choose` over the skills that are played."""

import contextlib
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from jax.typing import ArrayLike

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.envs.skill_as_action_env import actions_of
from diayn_jax.skills import SkillSpace
from diayn_jax.storage import files
from diayn_jax.types import Timestep
from diayn_jax.use.choosing import skill_env_source
from diayn_jax.use.named_run import Named, directory_of, skills_of
from diayn_jax.use.play import network
from diayn_jax.use.policy import Skills

_DESCRIBED = ("sphere", "gaussian", "box")  # kinds of skills that a page knows by their action


class Rival(NamedTuple):
    """A policy that chooses a skill on the way to a goal."""

    policy: Skills  # its actions choose skills
    space: SkillSpace  # of the skills
    robot_size: int  # numbers of its observation that are the robot's
    steps: int  # for which a skill is held

    @property
    def task_size(self) -> int:
        """2: beside the robot it observes the way to the goal, m; 3: also the share of goals reached."""
        return self.policy.interface.observation_size - self.robot_size


def rival_of(run: Named, skills: Skills, *, trust: bool = False) -> Rival:
    """Loads a run of `diayn choose` as a rival of a person who plays with skills.

    Raises:
      ConfigError: there is no such run; it chooses among other skills; its task has no goals like those
        of the game; or it carries a state from choice to choice.
      CheckpointError: its checkpoint cannot be read.
    """
    path = directory_of(run)
    policy = skills_of(run, trust=trust)
    config, anew = policy.config, "Train one: diayn choose RUN --task=TASK, with this RUN"
    if not config.choose_from:
        raise ConfigError(f"--rival={path}: this run chooses no skills. {anew}.")
    chosen = skill_env_source.skills_of(config, path if (path / files.FROZEN_SKILLS).exists() else None)
    if not _same(chosen, skills):
        raise ConfigError(
            f"--rival={path}: it chooses among skills of {config.choose_from} after {chosen.env_steps} "
            f"steps, and those that are played are others. {anew}, or play those skills."
        )
    robot = skills.interface.observation_size
    with contextlib.closing(envs.from_config(config, to_play=False)) as task:
        has_goals = task.goal_vector_dims == (robot, robot + 1) and task.observation_size - robot <= 3
    if not has_goals:
        raise ConfigError(
            f"--rival={path}: {config.env} has no goals like those of the game. {anew} and a task such as "
            "ant_goals."
        )
    if policy.carries:
        raise ConfigError(
            f"--rival={path}: --agent={config.agent} carries a state from choice to choice. {anew} and "
            "--agent=sac."
        )
    return Rival(policy, skills.space, robot, config.steps_per_choice)


def _same(chosen: Skills, played: Skills) -> bool:
    """Returns whether two policies over skills are the same: of one environment, with the same numbers."""
    if chosen.config.env != played.config.env:
        return False
    ours, theirs = ([each.params.agent.policy, each.params.statistics] for each in (chosen, played))
    (ours, shape), (theirs, other) = (jax.tree.flatten(each) for each in (ours, theirs))
    return str(shape) == str(other) and all(np.array_equal(a, b) for a, b in zip(ours, theirs, strict=True))


def chooser_of(rival: Rival) -> Callable[[Timestep, ArrayLike], Any]:
    """Returns a function (the robot's timestep [1, ...], [the way to a goal, m, and share reached]) -> skill.

    The skill is a number or a list, in JSON's types. The policy chooses by its mode.
    """
    policy, robot = rival.policy, rival.robot_size
    stored_of, skill_of = policy.components.feature_map.stored, actions_of(rival.space).skill_of

    def choose(timestep: Timestep, task: ArrayLike) -> Any:
        of_task = jnp.asarray(task, jnp.float32)[None, : rival.task_size]
        stored = stored_of(timestep)
        obs = jnp.concatenate([timestep.obs[:, :robot], of_task], axis=-1)
        action = policy.act(policy.params, obs, features=stored if stored.shape[-1] else None)
        return np.asarray(skill_of(action)[0]).tolist()

    return choose


def described(rival: Rival) -> dict[str, Any]:
    """Returns a rival as JSON's types, for `makeChooser` of `web/src/play/network.js`.

    Raises:
      ConfigError: a page cannot compute its policy, or what its actions mean.
    """
    network.check(rival.policy)
    space = rival.space.name.partition(":")[0]
    if space not in _DESCRIBED:
        raise ConfigError(
            f"--page: a rival chooses skills of {' | '.join(_DESCRIBED)} there, and these are of {space}. "
            "Leave --page out: diayn play serves all."
        )
    return {
        "policy": network.policy_of(rival.policy),
        "space": space,
        "task_size": rival.task_size,
        "steps": rival.steps,
    }
