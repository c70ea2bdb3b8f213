"""An environment whose actions are skills: each is chosen, and acts for k steps.

The options are those of Sutton, Precup and Singh 1999, "Between MDPs and semi-MDPs", with policies that
are frozen and k for every duration.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

import jax
import jax.numpy as jnp
from flax import struct
from jax.typing import ArrayLike

from diayn_jax import equations
from diayn_jax.config import ConfigError
from diayn_jax.envs.core import Env, Feature, Interface
from diayn_jax.skills import SkillSpace
from diayn_jax.types import Array, PyTree, Timestep

WIDEST = 2.0  # deviations of a Gaussian skill's prior that a choice of ±1 means


class Components(Protocol):
    """What is asked of a run's components (`training.Components`)."""

    @property
    def feature_map(self) -> Any:
        """φ: its `stored(timestep)` is what the observation lacks, [E, F']."""


class Skills(Protocol):
    """What is asked of skills (`use.policy.Skills`): parameters, and a pure function of them."""

    @property
    def interface(self) -> Interface:
        """What their policy sees, and does."""

    @property
    def space(self) -> SkillSpace:
        """What a skill is."""

    @property
    def components(self) -> Any:
        """With a `feature_map`."""

    @property
    def params(self) -> PyTree:
        """Of their policy."""

    def act(
        self, params: Any, obs: ArrayLike, skill: Any = None, key: Any = None, features: Any = None
    ) -> Array:
        """Actions [E, A] of observations [E, O]."""


class SkillState(struct.PyTreeNode):
    """E environments between two choices."""

    inner: PyTree  # the task's own state
    obs: Array  # [E, O]
    features: Mapping[str, Array]  # name -> [E, F]


class Actions(NamedTuple):
    """How an action of the environment becomes a skill."""

    size: int  # A
    num_actions: int | None  # K where skills can be counted
    skill_of: Any  # [E] or [E, A] -> stored skills [E, ...]


def actions_of(space: SkillSpace) -> Actions:
    """The actions that stand for the skills of a space.

    Skills that can be counted are discrete actions. Vectors are actions in [−1, 1]^d: a direction (sphere)
    is the action divided by its length, a Gaussian skill twice the action, one of a box the action itself.

    Raises:
      ConfigError: there is nothing to choose from.
    """
    if space.num_skills is not None:
        if space.num_skills < 2:
            raise ConfigError(
                "--choose_from: that run has no skills to choose from (--skills=none). Name a run of DIAYN "
                "or METRA."
            )
        dtype = space.dtype
        return Actions(space.num_skills, space.num_skills, lambda action: action.astype(dtype))

    kind, size = space.name.partition(":")[0], space.size

    def direction(action: Array) -> Array:
        # Nowhere is no direction: the first axis stands in.
        length = jnp.linalg.norm(action, axis=-1, keepdims=True)
        first = jnp.zeros(size).at[0].set(1.0)
        return jnp.where(length > 1e-6, action / jnp.maximum(length, 1e-6), first)

    maps = {
        "sphere": direction,
        "gaussian": lambda action: WIDEST * action,
        "box": lambda action: jnp.clip(action, -1.0, 1.0),
    }
    return Actions(size, None, maps[kind])


def make_skill_env(env: Env, skills: Skills, steps_per_choice: int, discount: float = 1.0) -> Env:
    """An environment whose actions are the skills of a run, each by its policy's mode for k steps.

    Its observation and features are the task's. The skills' policy gets the first O numbers of that
    observation, which are the robot's, and the robot's features. A choice ends with the episode where
    that terminates within it; its reward is Σ_{i<k} γ^i r_i, to the end.

    Args:
      env: the task's, on the device or the host.
      skills: of a run on the same robot.
      steps_per_choice: k.
      discount: γ, of one step of the robot's.

    Raises:
      ConfigError: skills that do not fit the environment; k or γ out of bounds.
    """
    if steps_per_choice < 1:
        raise ConfigError(
            f"--steps_per_choice={steps_per_choice}: a skill acts for a step at least. Give 1 or more."
        )
    if not 0 <= discount <= 1:
        raise ConfigError(f"discount={discount:g}: it takes a number from 0 to 1.")
    check_fits(env, skills.interface)
    actions, seen = actions_of(skills.space), skills.interface.observation_size
    stored_of = skills.components.feature_map.stored

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
            stored = stored_of(before)
            chosen = skills.act(
                skills.params,
                before.obs[:, :seen],
                skill,
                features=stored if stored.shape[-1] else None,
            )
            after = env.step(before.state, chosen)

            def goes_on(x: Array, y: Array) -> Array:
                return jnp.where(over.reshape((-1,) + (1,) * (x.ndim - 1)), x, y)

            after = jax.tree.map(goes_on, before, after)
            return (after, over | after.terminated), (after.reward, ~over)

        before = Timestep(state.inner, state.obs, jnp.zeros(size), never, state.features)
        (after, over), (reward, valid) = jax.lax.scan(body, (before, never), length=steps_per_choice)
        total, _ = equations.smdp_return(reward.T, valid.T, discount)
        return timestep(after, total, over)

    scene = env.scene
    if scene is not None:
        pose = scene.pose
        scene = scene._replace(pose=lambda state: pose(state.inner))
    return env._replace(
        action_size=actions.size,
        num_actions=actions.num_actions,
        reset=reset,
        step=step,
        dt=env.dt * steps_per_choice,
        scene=scene,
        reward_offset=0.0,
    )


def check_fits(env: Env, of_skills: Interface) -> None:
    """Checks that skills that were trained by one interface can act in an environment.

    Raises:
      ConfigError: says in what they differ.
    """
    if env.runs_on == "simulator":
        raise ConfigError(
            f"--choose_from: {env.name} is simulated outside JAX, where skills cannot act between choices."
        )
    if env.image_shape is not None or of_skills.image_shape is not None or of_skills.frames > 1:
        raise ConfigError("--choose_from: skills that see images cannot be chosen from yet.")
    acts = (env.action_size, env.num_actions) == (of_skills.action_size, of_skills.num_actions)
    known, shown = _named(of_skills.features), _named(env.features)
    if not acts or any(shown.get(name) != size for name, size in known.items()):
        raise ConfigError(
            f"--choose_from: its skills are of {of_skills.name} ({_in_words(of_skills)}), and {env.name} is "
            f"of another robot ({_in_words(env.interface)})."
        )
    same = all(env.features[name] == feature for name, feature in of_skills.features.items())
    if not same or env.observation_size < of_skills.observation_size:
        raise ConfigError(
            f"--choose_from: its skills see {of_skills.observation_size} numbers of {of_skills.name}, and "
            f"{env.name} shows others, or shows them elsewhere. Give --exclude_current_positions as that run "
            "has it."
        )


def _named(features: Mapping[str, Feature]) -> dict[str, int]:
    return {name: feature.size for name, feature in features.items()}


def _in_words(interface: Interface) -> str:
    acts = interface.num_actions or interface.action_size
    return f"{acts} actions; features {', '.join(interface.features)}"
