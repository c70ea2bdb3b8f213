"""A DIAYN with QDax's interface and the equations of this package.

docs/how_to/qdax.md says where the two differ, and why.
"""

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from qdax.core.neuroevolution.buffers.buffer import QDTransition
from qdax.core.neuroevolution.mdp_utils import TrainingState, get_first_episode
from qdax.core.neuroevolution.sac_td3_utils import generate_unroll

from diayn_jax import skills as skill_spaces
from diayn_jax import training
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import Agent
from diayn_jax.interop.qdax import batches, stepping
from diayn_jax.interop.qdax.config import DiaynConfig, settings_of
from diayn_jax.training.statistics import Statistics, deviation_sums, merge, no_samples
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree


class PolicyParams(NamedTuple):
    """The arguments of `select_action`: the network's parameters, and the statistics of its inputs."""

    network: PyTree
    statistics: Statistics


class DiaynTrainingState(TrainingState):
    """The whole state of training apart from environments and replay; a pytree."""

    agent: PyTree  # `agents.sac.SacState`
    objective: PyTree  # `DiaynState` or `MetraState`
    statistics: Statistics  # of observations, and of descriptors if they are features
    skill_counts: Array  # [K], float32: the number of transitions played by each skill; [0] for vectors
    key: Key
    steps: Array  # [], int32: the number of updates

    @property
    def policy_params(self) -> PolicyParams:
        """The policy's parameters for `select_action`."""
        return PolicyParams(self.agent.policy, self.statistics)

    @property
    def critic_params(self) -> PyTree:
        """The parameters of both critics, leaves [2, ...]."""
        return self.agent.critics

    @property
    def target_critic_params(self) -> PyTree:
        """The parameters of both target critics, leaves [2, ...]."""
        return self.agent.target_critics

    @property
    def alpha_params(self) -> Array:
        """Log α, []; 0 if α is fixed."""
        return self.agent.log_alpha

    @property
    def discriminator_params(self) -> PyTree:
        """The parameters of the discriminator, or of METRA's representation."""
        return self.objective.params


class DIAYN:
    """Replaces `qdax.baselines.diayn.DIAYN`.

    As in QDax's scripts, the skill [..., Z] comes after the observation [..., O]. It is a one-hot vector of K
    skills, or a vector. Sizes are taken from the arrays, so that one object works with any environment.
    """

    def __init__(self, config: DiaynConfig, action_size: int):
        self._config = config
        self._action_size = action_size
        self._settings = settings_of(config)
        self._skills = skill_spaces.make_skills(self._settings.skill_space, config.num_skills)
        if self._skills.size != config.num_skills:
            raise ConfigError(
                f"skills={config.skill_space} adds {self._skills.size} numbers to an observation, but "
                f"num_skills={config.num_skills}. Give num_skills={self._skills.size}."
            )
        self._hparams = training.make_hparams(self._settings, action_size) | {
            "alpha": jnp.float32(config.alpha_init)
        }

        def make_parts(observation_size: int, stored_size: int) -> training.Components:
            # The first call may be traced, and what the cache keeps must not belong to that trace.
            with jax.ensure_compile_time_eval():
                return batches.make_parts(self._settings, action_size, observation_size, stored_size)

        # The cache belongs to the object: a cached method would keep every object alive.
        self._parts = functools.cache(make_parts)

    def init(
        self, key: Key, action_size: int, observation_size: int, descriptor_size: int
    ) -> DiaynTrainingState:
        """Returns a new training state.

        Args:
          key: for the networks and for training.
          action_size: A.
          observation_size: O, without the skill.
          descriptor_size: D. It equals O with `descriptor_full_state`.

        Raises:
          ValueError: the sizes do not fit each other.
        """
        if action_size != self._action_size:
            raise ValueError(f"init: action_size={action_size}, but DIAYN was made for {self._action_size}.")
        if self._config.descriptor_full_state and descriptor_size != observation_size:
            raise ValueError(
                f"init: descriptor_size={descriptor_size}, but with descriptor_full_state it must be "
                f"observation_size={observation_size}."
            )
        parts = self._parts(observation_size, descriptor_size)
        key, agent_key, objective_key = jax.random.split(key, 3)
        countable = self._skills.num_skills is not None
        return DiaynTrainingState(
            agent=parts.agent.init(agent_key, self._hparams),
            objective=parts.objective.init(objective_key, self._hparams),
            # Copies, because a donated state must not hold the same buffer twice.
            statistics=jax.tree.map(jnp.copy, no_samples(jnp.zeros(parts.inputs.counted_size))),
            skill_counts=jnp.zeros(self._skills.size if countable else 0),
            key=key,
            steps=jnp.zeros((), jnp.int32),
        )

    def tile_skills(self, env_batch_size: int) -> Array:
        """Returns skills for E environments, as they come after observations: [E, Z].

        With K skills, environment i has skill i mod K. E need not be a multiple of K.
        """
        return self._skills.encode(self._skills.tile(jnp.arange(env_batch_size)))

    def select_action(
        self,
        obs: Array,
        policy_params: PolicyParams,
        key: Key | None = None,
        deterministic: bool = False,
        descriptor: Array | None = None,
    ) -> Array:
        """Returns the policy's actions.

        Args:
          obs: [..., O + Z], raw observations with skills after them.
          policy_params: `policy_params` of a training state.
          key: for samples; not used if `deterministic`.
          descriptor: [..., D], raw; needed only with `agent_sees_descriptor`.

        Returns:
          Actions [..., A] in −1 to 1.

        Raises:
          ValueError: the key or a descriptor that the policy needs is missing, or sizes differ from `init`'s.
        """
        statistics = policy_params.statistics
        kernel = policy_params.network["params"]["MLP_0"]["Dense_0"]["kernel"]
        given = obs.shape[-1]
        obs, skill = batches.split(self._skills, obs)
        size = statistics.mean.shape[0] - obs.shape[-1]
        if self._config.agent_sees_descriptor and size and descriptor is None:
            raise ValueError("select_action: with agent_sees_descriptor, the descriptor must be given, too.")
        seen_size = obs.shape[-1] + (size if self._config.agent_sees_descriptor else 0)
        if size < 0 or kernel.shape[0] != seen_size + self._skills.size:
            raise ValueError(
                f"select_action: obs has {given} numbers, which do not fit the policy. Give the observation "
                "with the skill after it."
            )
        parts = self._parts(obs.shape[-1], size)
        # A policy that does not see the descriptor ignores these values.
        stored = jnp.zeros((*obs.shape[:-1], size)) if descriptor is None else descriptor
        seen: Any = parts.inputs.agent_input(statistics, obs, stored)
        flat = seen.reshape(-1, seen.shape[-1])
        if not deterministic and key is None:
            raise ValueError(
                "select_action: samples need a key. Give one, or deterministic=True for the mode."
            )
        keys = None if deterministic or key is None else jax.random.split(key, flat.shape[0])
        stored_skill = skill.reshape(flat.shape[0], *self._skills.shape)
        agent = batches.acting_state(policy_params.network)
        return parts.agent.act(agent, flat, stored_skill, keys).reshape(*obs.shape[:-1], self._action_size)

    def play_step_fn(
        self,
        env_state: Any,
        training_state: DiaynTrainingState,
        skills: Array,
        env: Any,
        deterministic: bool = False,
    ) -> tuple[Any, DiaynTrainingState, QDTransition]:
        """Steps all environments.

        `next_obs` and `next_state_desc` of the transition belong to s', even if the environment has reset
        itself after that.

        Args:
          env_state: Brax's state, [E, ...].
          training_state: provides the policy; its key, statistics and counts are updated.
          skills: [E, Z], as they come after observations.
          env: an environment with `state_descriptor`, or any environment with `descriptor_full_state`.

        Returns:
          The next environment state, the next training state, and the transition [E, ...].

        Raises:
          ValueError: the environment has no descriptor, or the shape of `skills` is wrong.
        """
        size, wanted = env_state.obs.shape[0], (env_state.obs.shape[0], self._skills.size)
        if np.shape(skills) != wanted:
            raise ValueError(
                f"play_step_fn: skills have shape {np.shape(skills)}, but {size} environments and "
                f"num_skills={self._config.num_skills} need {wanted}. Use `tile_skills({size})`."
            )
        descriptor = self._descriptor(env_state.obs, env_state.info.get(stepping.DESCRIPTOR))
        obs = jnp.concatenate([env_state.obs, skills], axis=-1)
        key, action_key = jax.random.split(training_state.key)
        actions = self.select_action(
            obs, training_state.policy_params, action_key, deterministic, self._stored(descriptor)
        )
        after, next_obs, next_descriptor = stepping.step(env, env_state, actions)
        transition = QDTransition(
            obs=obs,
            next_obs=jnp.concatenate([next_obs, skills], axis=-1),
            rewards=after.reward,
            dones=after.done,
            truncations=after.info["truncation"],
            actions=actions,
            state_desc=descriptor,
            next_state_desc=self._descriptor(next_obs, next_descriptor),
        )
        return after, self._counted(training_state.replace(key=key), transition), transition

    def eval_policy_fn(
        self,
        training_state: DiaynTrainingState,
        eval_env_first_state: Any,
        play_step_fn: Callable[[Any, Any], tuple[Any, Any, QDTransition]],
        env_batch_size: int,
    ) -> tuple[Array, Array, Array, Array]:
        """Plays an episode in every environment. It changes neither networks nor statistics.

        Args:
          eval_env_first_state: Brax's state, [E, ...].
          play_step_fn: (env_state, training_state) -> (env_state, training_state, transition).

        Returns:
          The mean return [], returns [E], returns of the objective's own reward [E], and descriptors
          [T, E, D], which are NaN after an episode's end.
        """

        def step(env_state: Any, state: DiaynTrainingState):
            env_state, played, transition = play_step_fn(env_state, state)
            return env_state, state.replace(key=played.key), transition

        length = self._config.episode_length
        _, _, transitions = generate_unroll(eval_env_first_state, training_state, length, step)
        first = get_first_episode(transitions)
        valid = ~jnp.isnan(first.rewards)

        hparams = self._hparams_at(training_state)

        def diversity(drawn: tuple[QDTransition, Key]) -> Array:
            transition, key = drawn
            objective = self._parts_for(training_state, transition).objective
            batch = self._batch(training_state, transition, key)
            return objective.reward(training_state.objective, batch, hparams)

        # Rewards are computed step by step: all at once would take memory for every step's activations.
        keys = jax.random.split(training_state.key, length)
        earned = jax.lax.map(diversity, (transitions, keys))
        diversity_returns = jnp.sum(jnp.where(valid, earned, 0.0), axis=0)
        returns = jnp.sum(jnp.where(valid, transitions.rewards, 0.0), axis=0)
        return returns.mean(), returns, diversity_returns.reshape(env_batch_size), first.state_desc

    def update(
        self, training_state: DiaynTrainingState, replay_buffer: Any
    ) -> tuple[DiaynTrainingState, Any, Metrics]:
        """Updates the objective, and then the agent with the reward of the updated objective.

        Args:
          replay_buffer: QDax's or ours, with transitions from `play_step_fn`.

        Returns:
          The training state, the unchanged buffer, and metrics: `actor_loss`, `critic_loss`,
          `discriminator_loss` (`representation_loss` with METRA), `alpha_loss` and more, [] each.

        Raises:
          ValueError: the sizes of transitions differ from `init`'s.
        """
        key, sample_key, noise_key = jax.random.split(training_state.key, 3)
        transitions = replay_buffer.sample(sample_key, sample_size=self._config.batch_size)
        parts = self._parts_for(training_state, transitions)
        batch = self._batch(training_state, transitions, noise_key)
        hparams = self._hparams_at(training_state)
        objective, of_objective = parts.objective.update(training_state.objective, batch, hparams)
        reward = hparams["reward_scale"] * parts.objective.reward(objective, batch, hparams)
        assert isinstance(parts.agent, Agent)
        agent, of_agent = parts.agent.update(training_state.agent, batch, reward, hparams)
        metrics = training.combined({"the objective": of_objective, "the agent": of_agent})
        metrics["actor_loss"] = metrics.pop("policy_loss")
        new = training_state.replace(
            agent=agent, objective=objective, key=key, steps=training_state.steps + 1
        )
        return new, replay_buffer, metrics

    def _hparams_at(self, state: DiaynTrainingState) -> HParams:
        """The hyperparameters, and how many updates there were."""
        return self._hparams | {"updates": state.steps.astype(jnp.float32)}

    def _parts_for(self, state: DiaynTrainingState, transitions: QDTransition) -> training.Components:
        obs = transitions.obs.shape[-1] - self._skills.size
        return self._parts(obs, state.statistics.mean.shape[0] - obs)

    def _descriptor(self, obs: Array, descriptor: Array | None) -> Array:
        """Returns the descriptor that the objective sees; raises `ValueError` if there is none."""
        if descriptor is not None:
            return descriptor
        if self._config.descriptor_full_state:
            return obs
        raise ValueError(
            "play_step_fn: the environment has no state_descriptor. Use one that has it, such as "
            "ant_omni of qdax.tasks.brax.v2, or DiaynConfig(descriptor_full_state=True)."
        )

    def _stored(self, descriptor: Array) -> Array:
        """Returns the features to store beside observations: [..., D], or [..., 0] if they are the same."""
        return descriptor[..., :0] if self._config.descriptor_full_state else descriptor

    def _counted(self, state: DiaynTrainingState, played: QDTransition) -> DiaynTrainingState:
        """Returns the state with the counts and statistics of a step [E, ...] added."""
        obs, skill = batches.split(self._skills, played.obs)
        if state.skill_counts.size:
            state = state.replace(skill_counts=batches.counted(state.skill_counts, skill))
        if not self._settings.normalize:
            return state
        inputs = self._parts_for(state, played).inputs
        seen = inputs.counted(obs, self._stored(played.state_desc))[None]
        sums = deviation_sums(state.statistics, seen)
        return state.replace(statistics=merge(state.statistics, seen.shape[1], sums))

    def _batch(self, state: DiaynTrainingState, transitions: QDTransition, key: Key) -> Batch:
        """Transitions [B, ...] in the form that our functions take, with noise drawn by the key."""
        return batches.make_batch(
            self._parts_for(state, transitions),
            state.statistics,
            state.skill_counts,
            transitions,
            self._stored(transitions.state_desc),
            self._stored(transitions.next_state_desc),
            key,
        )
