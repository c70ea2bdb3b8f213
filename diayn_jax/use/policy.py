"""The skills of a run as pure functions of their parameters, without environment, replay or optimisers."""

import dataclasses
import functools
import math
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
from jax.typing import ArrayLike

from diayn_jax import envs, number_format, resolve, training
from diayn_jax.config import AUTO, Config, ConfigError
from diayn_jax.evaluation.episodes import Episodes
from diayn_jax.run import console
from diayn_jax.skills import SkillSpace
from diayn_jax.training import PolicyParts
from diayn_jax.types import Array, Key, PyTree
from diayn_jax.use import skill_inputs
from diayn_jax.use.episodes import Player, make_player


@dataclasses.dataclass(frozen=True)
class Skills:
    """The skills of a run: parameters, and pure functions of them.

    `act`, `start`, `step`, `log_q`, `phi` and `features_of` take the parameters first, such as
    `skills.params`; all work under `jit`, under `vmap` over parameters, skills and observations, and inside
    `scan`. Shapes and types are checked always, values where they are known. `rollout` alone makes an
    environment, when it is called.
    """

    config: Config
    interface: envs.Interface  # what the policy sees of its environment, and does there
    params: PolicyParts  # policy, objective and running statistics; of images the encoder too
    components: training.Components
    env_steps: int  # after how many they were taken
    backend: str = AUTO  # of the physics that they were trained in; auto: nothing says which
    make_env: Callable[[Config, str], envs.Env] = envs.from_config  # for `rollout`: (config, backend) -> env

    @property
    def space(self) -> SkillSpace:
        """What a skill is."""
        return self.components.skills

    @property
    def num_skills(self) -> int | None:
        """K where skills can be counted, 1 where there are none; None of vectors."""
        return self.space.num_skills

    @property
    def classifies(self) -> bool:
        """Whether there is `log_q`."""
        return self.components.objective.log_probs is not None

    @property
    def carries(self) -> bool:
        """Whether the policy carries something through an episode, as an option, and acts by `step`."""
        return self.components.agent.step is not None

    @property
    def maps(self) -> bool:
        """Whether there is `phi`."""
        return self.components.objective.embed is not None

    def act(
        self,
        params: PolicyParts,
        obs: ArrayLike,
        skill: ArrayLike | None = None,
        key: Key | None = None,
        features: ArrayLike | None = None,
    ) -> Array:
        """The policy's actions.

        Args:
          params: such as `skills.params`.
          obs: [..., O], the environment's observation, raw; or images [..., H, W, C], uint8.
          skill: integers [...] or [] in 0 … K − 1, where skills can be counted; vectors [..., d] or [d]
            where they are vectors, such as [0.6, 0.8]; None where there are no skills.
          key: samples from the policy; None gives its mode.
          features: [..., F'], raw: what the objective sees and the observation lacks, such as ant's
            xy. Needed where the agent sees it (`agent_sees_features`).

        Returns:
          Actions [..., A] in −1 to 1, or integers [...] where actions are discrete.

        Raises:
          ConfigError: a policy that carries something through an episode, such as an option.
          ValueError: a wrong shape or type, or features missing; and, where values are known and not
            traced, a skill that there is not.
        """
        if self.carries:
            raise ConfigError(
                f"act: --agent={self.config.agent} carries something from step to step. Take "
                "actor = skills.start(params), and action, actor = skills.step(params, actor, obs, first=…)."
            )
        return self.step(params, (), obs, skill, key=key, features=features)[0]

    def start(self, params: PolicyParts, shape: tuple[int, ...] = (), key: Key | None = None) -> PyTree:
        """What a policy carries into an episode, such as no option yet; () where it carries nothing.

        Args:
          params: such as `skills.params`.
          shape: leading dimensions of the observations that will be acted on.
          key: for agents that draw it; None: a fixed one.

        Returns:
          Leaves [*shape, ...].
        """
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
        obs: ArrayLike,
        skill: ArrayLike | None = None,
        first: ArrayLike = False,
        key: Key | None = None,
        features: ArrayLike | None = None,
    ) -> tuple[Array, PyTree]:
        """The policy's actions, and what it carries on, as `start` and the step before gave it.

        Args:
          params, obs, skill, key, features: as of `act`.
          actor: leaves [..., *], as `start(params, lead)` gives them, lead being obs' leading dimensions.
          first: [...] or [], bool: obs is an episode's first.

        Returns:
          Actions as of `act`, and the actor.

        Raises:
          ValueError: as `act`; an actor of other leaves, shapes or types than `start` gives.
        """
        seen, feature_map = self.interface, self.components.feature_map
        obs, lead = skill_inputs.observations(obs, seen)
        skill = skill_inputs.skills(skill, self.space, lead)
        features = skill_inputs.features(features, seen, feature_map, lead, self.config.agent_sees_features)
        begun = jax.eval_shape(lambda params: self.start(params, lead), params) if self.carries else ()
        actor, first = skill_inputs.actor(actor, begun, lead), skill_inputs.first(first, lead)
        size = math.prod(lead)
        action, actor = self._step(
            params.agent,
            params.statistics,
            jax.tree.map(lambda x: x.reshape(size, *x.shape[len(lead) :]), actor),
            obs.reshape(size, *seen.observation_shape),
            features.reshape(size, feature_map.stored_size),
            skill.reshape(size, *self.space.shape),
            first.reshape(size),
            skill_inputs.key(key),
        )
        actor = jax.tree.map(lambda x: x.reshape(*lead, *x.shape[1:]), actor)
        return action.reshape(*lead, *seen.action_shape), actor

    def log_q(self, params: PolicyParts, features: ArrayLike) -> Array:
        """log q(z|φ), nats: what the discriminator believes.

        Args:
          params: such as `skills.params`.
          features: φ [..., F] in its own units, as `--features` names it, such as xy in metres.

        Returns:
          [..., K].

        Raises:
          ConfigError: the objective does not classify skills.
          ValueError: a wrong shape or type.
        """
        classify = self.components.objective.log_probs
        if classify is None:
            raise ConfigError(
                f"log_q: --objective={self.config.objective} has no classifier q(z|φ) of skills; DIAYN has."
            )
        return classify(params.objective, self._normalized(params, features))

    def phi(self, params: PolicyParts, features: ArrayLike) -> Array:
        """The map whose steps follow z (METRA's φ), of what `--features` names.

        Args:
          params: such as `skills.params`.
          features: [..., F] in their own units, such as xy in metres.

        Returns:
          [..., d], or [..., K] of skills that can be counted.

        Raises:
          ConfigError: the objective has no such map.
          ValueError: a wrong shape or type.
        """
        embed = self.components.objective.embed
        if embed is None:
            raise ConfigError(
                f"phi: --objective={self.config.objective} has no map whose steps follow skills; METRA has."
            )
        return embed(params.objective, self._normalized(params, features))

    def features_of(self, params: PolicyParts, obs: ArrayLike, features: ArrayLike | None = None) -> Array:
        """What `log_q` and `phi` take of observations: φ [..., F] in its own units, or of images the latent.

        Args:
          params: such as `skills.params`.
          obs: [..., O] or images, as `act` takes them.
          features: [..., F'], raw: what the observation lacks, as `act` takes it; needed where φ has it.

        Raises:
          ValueError: a wrong shape or type, or features missing.
        """
        feature_map = self.components.feature_map
        obs, lead = skill_inputs.observations(obs, self.interface)
        stored = skill_inputs.features(features, self.interface, feature_map, lead, needed=True)
        return self.components.raw_features(params, obs, stored)

    def fold_skill(self, skill: ArrayLike) -> "Skills":
        """One skill as a plain policy: `act(params, obs)` acts as it does, to rounding.

        The skill's part of the first layer is added to that layer's bias. The parameters are those of a
        policy without skills (`--objective=task`), so learning can go on from them.

        Args:
          skill: an integer, or a vector [d].

        Raises:
          ConfigError: an agent whose skills cannot be taken apart so.
          ValueError: a skill that there is not.
        """
        stored = skill_inputs.skills(skill, self.space, ())
        if self.space.size == 0:
            return self
        fold = self.components.agent.fold_skill
        if fold is None:
            raise ConfigError(
                f"fold_skill: --agent={self.config.agent} does not say how (`Agent.fold_skill`)."
            )
        agent = fold(self.params.agent, self.space.encode(stored))
        parts = PolicyParts(agent, (), self.params.statistics)
        config = resolve.without_skills(self.config)
        return make_skills(
            config, self.interface, parts, self.env_steps, backend=self.backend, make_env=self.make_env
        )

    def rollout(
        self,
        skill: ArrayLike | None = None,
        episodes: int = 1,
        key: Key | None = None,
        length: int | None = None,
        *,
        deterministic: bool = False,
    ) -> Episodes:
        """`Run.rollout` by these parameters: its arguments, episodes and errors.

        The first call makes the environment, on the backend that the skills were trained on, and keeps it.
        A `ConfigError` says where that does not run here.
        """
        return self._player.rollout(self.params, skill, episodes, key, length, deterministic)

    @functools.cached_property
    def _player(self) -> Player:
        env = self.make_env(self.config, self.backend)
        return make_player(self.config, training.make_trainer(self.config, env), env)

    def _normalized(self, params: PolicyParts, features: ArrayLike) -> Array:
        feature_map = self.components.feature_map
        given = skill_inputs.phi(features, feature_map)
        return self.components.inputs.normalized_features(params.statistics, given)

    @functools.cached_property
    def _step(self) -> Any:
        components = self.components
        agent, inputs = components.agent, components.inputs

        @jax.jit
        def step(state: PyTree, statistics: training.Statistics, actor, obs, features, skill, first, key):
            keys = None if key is None else training.row_keys(key, jnp.arange(obs.shape[0]))
            seen = inputs.agent_input(statistics, obs, features)
            if agent.step is None:
                return agent.act(state, seen, skill, keys), actor
            phi = components.raw_features(PolicyParts(state, (), statistics), obs, features)
            action, _, actor = agent.step(state, actor, seen, skill, first, keys, phi)
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
                f"  --objective={config.objective} --agent={config.agent}, "
                f"after {number_format.count(self.env_steps)} steps",
                f"  sees {image}, acts by {acts}",
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
    """The skills of a run's networks.

    Args:
      config: the run's.
      interface: what policies see of its environment.
      parts: of the run's state (`training.policy_parts`); what training alone needs is left out.
      env_steps: after how many.
      components: of the run; None makes them anew.
      backend: that the run's environment had; auto: nothing says which.
      make_env: makes the environment of `Skills.rollout`, from config and backend.

    Raises:
      ConfigError: as `training.make_components`.
    """
    components = components or training.make_components(config, interface)
    params = PolicyParts(
        components.agent.policy_state(parts.agent),
        components.objective.policy_state(parts.objective),
        parts.statistics,
    )
    return Skills(config, interface, params, components, env_steps, backend, make_env)
