"""The skills of a run as pure functions of their parameters, without environment, replay and optimisers."""

import dataclasses
import functools
import math
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import envs, number_format, resolve, training
from diayn_jax.config import AUTO, Config, ConfigError, in_arguments
from diayn_jax.envs.skill_as_action_env import FrozenSkills
from diayn_jax.run import console
from diayn_jax.skills import SkillSpace
from diayn_jax.training import PolicyParts
from diayn_jax.types import Array, Key, Numbers, PyTree
from diayn_jax.use import skill_inputs
from diayn_jax.use.episodes import Player, Plays


@dataclasses.dataclass(frozen=True, eq=False)
class Skills(Plays):
    """The skills of a run: parameters, and pure functions of them.

    `act`, `start`, `step`, `log_q`, `phi` and `features_of` take parameters such as `skills.params` as their
    first argument. All of them work under `jit`, under `vmap` over parameters, skills and observations, and
    inside `scan`. Shapes and types are always checked; values are checked if they are not traced. Only
    `rollout` needs an environment, and makes it when it is called.
    """

    config: Config
    interface: envs.Interface  # the observations and actions of the environment
    params: PolicyParts  # policy, objective and running statistics; the encoder, too, if there are images
    components: training.Components
    env_steps: int  # the number of environment steps after which the parameters were taken
    backend: str = AUTO  # the physics backend of training; auto: it is unknown
    make_env: Callable[[Config, str], envs.Env] = envs.from_config  # for `rollout`: (config, backend) -> env

    @property
    def space(self) -> SkillSpace:
        """The space of skills."""
        return self.components.skills

    @property
    def num_skills(self) -> int | None:
        """K if skills can be counted, 1 if there are no skills, None if skills are vectors."""
        return self.space.num_skills

    @property
    def classifies(self) -> bool:
        """Whether the objective classifies, so that `log_q` can be used."""
        return self.components.objective.log_probs is not None

    @property
    def carries(self) -> bool:
        """Whether the policy carries a state through an episode, such as an option. It then needs `step`."""
        return self.components.agent.step is not None

    @property
    def frozen(self) -> FrozenSkills:
        """The skills for an environment whose actions are skills: their parameters do not change."""
        stored, act = self.components.feature_map.stored, functools.partial(self.act, self.params)
        return FrozenSkills(self.interface, self.space, stored, act)

    @property
    def maps(self) -> bool:
        """Whether the objective has a map that follows skills, so that `phi` can be used."""
        return self.components.objective.embed is not None

    @in_arguments
    def act(
        self,
        params: PolicyParts,
        obs: Numbers,
        skill: Numbers | None = None,
        key: Key | None = None,
        features: Numbers | None = None,
    ) -> Array:
        """Returns the policy's actions with parameters such as `skills.params`.

        Without a key, the policy's mode acts; with a key, a sample. `rollout` has the same rule.

        For other arguments, results and errors see `Run.act`.
        """
        if self.carries:
            raise ConfigError(
                f"act: --agent={self.config.agent} carries a state from step to step. Use "
                "actor = skills.start(params), and action, actor = skills.step(params, actor, obs, first=…)."
            )
        return self.step(params, (), obs, skill, key=key, features=features)[0]

    def start(self, params: PolicyParts, shape: tuple[int, ...] = (), key: Key | None = None) -> PyTree:
        """Returns the state that a policy carries into an episode, or () if it carries none.

        Args:
          shape: the leading dimensions of the observations that will be passed to `step`.
          key: for agents that draw the state; None: a fixed key.

        Returns:
          Leaves [*shape, ...].

        Raises:
          ValueError: `params` are no parameters, or `key` is no key.
        """
        params = skill_inputs.parameters(params)
        begin = self.components.agent.start
        if begin is None:
            return ()
        key = skill_inputs.key(key)
        keys = jax.random.split(jax.random.key(0) if key is None else key, math.prod(shape))
        return jax.tree.map(lambda x: x.reshape(*shape, *x.shape[1:]), begin(params.agent, keys))

    def step(
        self,
        params: PolicyParts,
        actor: PyTree,
        obs: Numbers,
        skill: Numbers | None = None,
        first: Numbers = False,
        key: Key | None = None,
        features: Numbers | None = None,
    ) -> tuple[Array, PyTree]:
        """Returns the policy's actions and the state that it carries to the next step.

        Args:
          params, obs, skill, key, features: see `act`.
          actor: leaves [*lead, ...], the state that the policy carries, from the previous step or from
            `start(params, lead)`. lead are the leading dimensions of obs.
          first: [...] or [], bool: whether obs is the first of its episode.

        Returns:
          Actions, see `act`, and the next `actor`.

        Raises:
          ValueError: see `act`; or the leaves, shapes or types of `actor` differ from those of `start`.
        """
        seen, feature_map = self.interface, self.components.feature_map
        params = skill_inputs.parameters(params)
        obs, lead = skill_inputs.observations(obs, seen)
        skill = skill_inputs.skills(skill, self.space, lead)
        features = skill_inputs.features(features, seen, feature_map, lead, self.config.agent_sees_features)
        begun = jax.eval_shape(lambda params: self.start(params, lead), params) if self.carries else ()
        actor, first = skill_inputs.actor(actor, begun, lead), skill_inputs.first(first, lead)
        size = math.prod(lead)
        action, actor = self._step(
            params._replace(objective=()),
            jax.tree.map(lambda x: x.reshape(size, *x.shape[len(lead) :]), actor),
            obs.reshape(size, *seen.observation_shape),
            features.reshape(size, feature_map.stored_size),
            skill.reshape(size, *self.space.shape),
            first.reshape(size),
            skill_inputs.key(key),
        )
        actor = jax.tree.map(lambda x: x.reshape(*lead, *x.shape[1:]), actor)
        return action.reshape(*lead, *seen.action_shape), actor

    @in_arguments
    def log_q(self, params: PolicyParts, features: Numbers) -> Array:
        """Returns the discriminator's log q(z|φ) in nats, [..., K].

        φ [..., F] are the features that `--features` names, in their own units (xy in metres).

        Raises:
          ConfigError: the objective does not classify skills.
          ValueError: the shape or type of `features` is wrong.
        """
        classify = self.components.objective.log_probs
        return self._of_objective(classify, params, features, "log_q", "classifier q(z|φ), as DIAYN has")

    @in_arguments
    def phi(self, params: PolicyParts, features: Numbers) -> Array:
        """Applies the map whose steps follow z (METRA's φ) to features [..., F], as `log_q` takes them.

        The result is [..., d] if skills are vectors, or [..., K] if they can be counted.

        Raises:
          ConfigError: the objective has no such map.
          ValueError: the shape or type of `features` is wrong.
        """
        embed = self.components.objective.embed
        return self._of_objective(embed, params, features, "phi", "map that follows skills, as METRA has")

    def features_of(self, params: PolicyParts, obs: Numbers, features: Numbers | None = None) -> Array:
        """Returns the features of observations for `log_q` and `phi`: φ [..., F] in its own units.

        If observations are images, these are their latents.

        Args:
          obs: [..., O] or images, see `act`.
          features: [..., F'], raw: features that the observation lacks, see `act`. They are needed if φ
            includes them.

        Raises:
          ValueError: a shape or type is wrong, or features are missing.
        """
        feature_map = self.components.feature_map
        params = skill_inputs.parameters(params)
        obs, lead = skill_inputs.observations(obs, self.interface)
        stored = skill_inputs.features(features, self.interface, feature_map, lead, needed=True)
        return self.components.raw_features(params, obs, stored)

    @in_arguments
    def fold_skill(self, skill: Numbers) -> "Skills":
        """Returns one skill as a policy without skills: `act(params, obs)` acts as the skill, up to rounding.

        The skill's part of the first layer is added to that layer's bias. The parameters are those of a
        policy without skills (`--objective=task`), so they can be trained further. A skill is an integer, or
        a vector [d].

        Raises:
          ConfigError: the agent has no `fold_skill`.
          ValueError: the skill is out of range or has a wrong shape.
        """
        stored = skill_inputs.skills(skill, self.space, ())
        if self.space.size == 0:
            return self
        fold = self.components.agent.fold_skill
        if fold is None:
            raise ConfigError(
                f"fold_skill: --agent={self.config.agent} does not support it: it has no `Agent.fold_skill`."
            )
        agent = fold(self.params.agent, self.space.encode(stored))
        parts = PolicyParts(agent, (), self.params.statistics)
        config = resolve.without_skills(self.config)
        return make_skills(
            config, self.interface, parts, self.env_steps, backend=self.backend, make_env=self.make_env
        )

    @functools.cached_property
    def _player(self) -> Player:
        # `rollout` makes the environment when it is called first, on the backend of training.
        env = self.make_env(self.config, self.backend)
        return Player(self.config, training.make_trainer(self.config, env), env, self.params)

    def _of_objective(self, fun: Any, params: PolicyParts, features: Numbers, name: str, what: str) -> Array:
        """Applies a function of the objective to φ; `ConfigError` if the objective does not have it."""
        if fun is None:
            raise ConfigError(f"{name}: --objective={self.config.objective} has no {what}.")
        params = skill_inputs.parameters(params)
        phi = skill_inputs.phi(features, self.components.feature_map)
        return fun(params.objective, self.components.inputs.normalized_features(params.statistics, phi))

    @functools.cached_property
    def _step(self) -> Any:
        components = self.components
        agent, inputs = components.agent, components.inputs

        @jax.jit
        def step(parts: PolicyParts, actor: PyTree, obs, features, skill, first, key):
            keys = None if key is None else training.row_keys(key, jnp.arange(obs.shape[0]))
            seen = inputs.agent_input(parts.statistics, obs, features)
            if agent.step is None:
                return agent.act(parts.agent, seen, skill, keys), actor
            phi = components.raw_features(parts, obs, features)
            action, _, actor = agent.step(parts.agent, actor, seen, skill, first, keys, phi)
            return action, actor

        return step

    def __repr__(self) -> str:
        config, seen = self.config, self.interface
        size = sum(x.size for x in jax.tree.leaves(self.params))
        image = list(seen.image_shape) if seen.image_shape else f"{seen.observation_size} numbers"
        acts = f"{seen.action_size} numbers" if seen.num_actions is None else f"one of {seen.num_actions}"
        functions = ["start", "step"] if self.carries else ["act"]
        functions += ["log_q"] * self.classifies + ["phi"] * self.maps + ["features_of"]
        return "\n".join(
            (
                f"Skills of {seen.name}: "
                f"{console.skills_in_words(self.space, self.components.feature_map.name)}",
                f"  objective={config.objective} agent={config.agent}, "
                f"after {number_format.count(self.env_steps)} steps",
                f"  sees {image}, acts with {acts}",
                f"  params: {number_format.count(size)} numbers",
                f"  {', '.join(f'{name}(params, …)' for name in functions)}, rollout(skill)",
            )
        )


def make_skills(
    config: Config,
    interface: envs.Interface,
    parts: PolicyParts,
    env_steps: int,
    components: training.Components | None = None,
    backend: str = AUTO,
    make_env: Callable[[Config, str], envs.Env] = envs.from_config,
) -> Skills:
    """Makes the skills of a run from its networks.

    Args:
      parts: the parts of the run's state that policies need (`training.policy_parts`). Parameters that only
        training needs are removed.
      components: the run's components; None: they are made.

    Raises:
      ConfigError: see `training.make_components`.
    """
    components = components or training.make_components(config, interface)
    params = PolicyParts(
        components.agent.policy_state(parts.agent),
        components.objective.policy_state(parts.objective),
        parts.statistics,
    )
    return Skills(config, interface, params, components, env_steps, backend, make_env)
