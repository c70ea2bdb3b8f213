"""An environment whose actions are skills: each action chooses a skill, which acts for k steps.

The skills are options in the sense of Sutton, Precup and Singh 1999, "Between MDPs and semi-MDPs". Their
policies are frozen, and each option lasts k steps.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import jax
import jax.numpy as jnp
from flax import struct

from diayn_jax import equations
from diayn_jax.config import DIRICHLET, ConfigError
from diayn_jax.envs.core import Env, Feature, Interface, where
from diayn_jax.envs.scenes import within
from diayn_jax.skills import SkillSpace
from diayn_jax.types import Array, PyTree, Timestep

WIDEST = 2.0  # an action of ±1 means this many standard deviations of a Gaussian skill's prior


class FrozenSkills(NamedTuple):
    """Skills whose policy does not learn (`use.policy.Skills.frozen`)."""

    interface: Interface  # the observations, actions and features of their environment
    space: SkillSpace
    stored: Callable[[Timestep], Array]  # returns the part of φ that the observation lacks, [E, F']
    act: Callable[..., Array]  # (obs [E, O], skill [E, ...], features=[E, F'] or None) -> actions [E, A]


class SkillState(struct.PyTreeNode):
    """The state of E environments between two choices of skills."""

    inner: PyTree  # the task's own state
    obs: Array  # [E, O]
    features: Mapping[str, Array]  # name -> [E, F]


class Actions(NamedTuple):
    """The actions of the environment, and the maps between actions and skills."""

    size: int  # A
    num_actions: int | None  # K if skills can be counted, else None
    skill_of: Callable[[Array], Array]  # [E] or [E, A] -> stored skills [E, ...]
    action_of: Callable[[Array], Array]  # stored skills [E, ...] -> actions [E] or [E, A] that choose them


def actions_of(space: SkillSpace) -> Actions:
    """Returns the actions that stand for the skills of a space.

    Skills that can be counted become discrete actions. For other skills, an action is a vector in [−1, 1]^d.
    The skill is the action divided by its length (sphere), twice the action (gaussian), the action itself
    (box), or the mixture with the weights 1 + a (dirichlet).

    Raises:
      ConfigError: the space has fewer than two skills.
    """
    if space.num_skills is not None:
        if space.num_skills < 2:
            raise ConfigError(
                "--choose_from: this run has no skills to choose from (--skill_space=none). Name a "
                "run of DIAYN or METRA."
            )
        dtype = space.dtype
        return Actions(
            space.num_skills,
            space.num_skills,
            lambda action: action.astype(dtype),
            lambda skill: skill.astype(jnp.int32),
        )

    kind, size = space.name.partition(":")[0], space.size

    def direction(action: Array) -> Array:
        # The zero vector has no direction; use the first axis instead.
        length = jnp.linalg.norm(action, axis=-1, keepdims=True)
        first = jnp.zeros(size).at[0].set(1.0)
        return jnp.where(length > 1e-6, action / jnp.maximum(length, 1e-6), first)

    def mixture(action: Array) -> Array:
        # A small number is added, so that weights of 0 alone are an equal mixture.
        weights = 1.0 + 1e-6 + jnp.clip(action, -1.0, 1.0)
        return weights / weights.sum(-1, keepdims=True)

    if kind == DIRICHLET:
        return Actions(size, None, mixture, lambda skill: 2.0 * skill / skill.max(-1, keepdims=True) - 1.0)
    maps = {
        "sphere": direction,
        "gaussian": lambda action: WIDEST * action,
        "box": lambda action: jnp.clip(action, -1.0, 1.0),
    }
    scale = WIDEST if kind == "gaussian" else 1.0
    return Actions(size, None, maps[kind], lambda skill: skill / scale)


def make_skill_env(env: Env, skills: FrozenSkills, steps_per_choice: int, discount: float = 1.0) -> Env:
    """Makes an environment whose actions are the skills of a run; a chosen skill acts for k steps.

    The skill acts by the mode of its policy. Observation and features are those of the task. The skills'
    policy sees the first O numbers of this observation, which are the robot's own, and the robot's features.
    If the episode terminates during a choice, the choice ends with it. The reward of a choice is
    Σ_{i<k} γ^i r_i over its steps.

    Args:
      env: the environment of the task, which runs on the device or the host.
      skills: the skills of a run on the same robot.
      steps_per_choice: k.
      discount: γ of one environment step.

    Raises:
      ConfigError: the skills do not fit the environment; k or γ is out of bounds.
    """
    if steps_per_choice < 1:
        raise ConfigError(
            f"--steps_per_choice={steps_per_choice}: a skill acts for at least one step. Give 1 or more."
        )
    if not 0 <= discount <= 1:
        raise ConfigError(f"discount={discount:g}: it must be a number from 0 to 1.")
    check_fits(env, skills.interface)
    actions, seen = actions_of(skills.space), skills.interface.observation_size

    def timestep(inner: Timestep, reward: Array, terminated: Array) -> Timestep:
        state = SkillState(inner.state, inner.obs, inner.features)
        return inner.replace(state=state, reward=reward, terminated=terminated)

    def reset(keys: Array) -> Timestep:
        first = env.reset(keys)
        return timestep(first, first.reward, first.terminated)

    def step(state: SkillState, action: Array) -> Timestep:
        skill = actions.skill_of(action)
        size = state.obs.shape[0]
        never = jnp.zeros(size, bool)

        def body(carry, _):
            before, over = carry
            stored = skills.stored(before)
            features = stored if stored.shape[-1] else None
            chosen = skills.act(before.obs[:, :seen], skill, features=features)
            after = where(over, before, env.step(before.state, chosen))
            return (after, over | after.terminated), (after.reward, ~over)

        before = Timestep(state.inner, state.obs, jnp.zeros(size), never, state.features)
        (after, over), (reward, valid) = jax.lax.scan(body, (before, never), length=steps_per_choice)
        total, _ = equations.smdp_return(reward.T, valid.T, discount)
        return timestep(after, total, over)

    return env._replace(
        action_size=actions.size,
        num_actions=actions.num_actions,
        reset=reset,
        step=step,
        dt=env.dt * steps_per_choice,
        scene=within(env.scene, "inner"),
        reward_offset=0.0,
        symmetries={},
    )


def check_fits(env: Env, of_skills: Interface) -> None:
    """Checks that skills that were trained in an environment `of_skills` can act in another environment.

    Raises:
      ConfigError: they do not fit; the message says how they differ.
    """
    if env.runs_on == "simulator":
        raise ConfigError(
            f"--choose_from: the simulators of {env.name} run outside JAX, where skills cannot act. Choose "
            "an environment that runs in JAX."
        )
    if env.image_shape is not None or of_skills.image_shape is not None or of_skills.frames > 1:
        raise ConfigError("--choose_from: skills that see images are not supported yet.")
    acts = (env.action_size, env.num_actions) == (of_skills.action_size, of_skills.num_actions)
    known, shown = _named(of_skills.features), _named(env.features)
    if not acts or any(shown.get(name) != size for name, size in known.items()):
        raise ConfigError(
            f"--choose_from: its skills act in {of_skills.name} ({_in_words(of_skills)}), and {env.name} has "
            f"another robot ({_in_words(env.interface)})."
        )
    same = all(env.features[name] == feature for name, feature in of_skills.features.items())
    if not same or env.observation_size < of_skills.observation_size:
        raise ConfigError(
            f"--choose_from: its skills see {of_skills.observation_size} numbers of {of_skills.name}, and "
            f"{env.name} has another observation. Give --exclude_current_positions the same value as in the "
            "run of the skills."
        )


def _named(features: Mapping[str, Feature]) -> dict[str, int]:
    return {name: feature.size for name, feature in features.items()}


def _in_words(interface: Interface) -> str:
    acts = interface.num_actions or interface.action_size
    return f"{acts} actions; features {', '.join(interface.features)}"
