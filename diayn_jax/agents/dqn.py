"""Deep Q-learning, for discrete actions (Mnih et al. 2015).

Twin critics with the smaller of their values as the target (Fujimoto et al. 2018, arXiv:1802.09477),
chosen by the online ones (van Hasselt et al. 2016, arXiv:1509.06461); targets that follow by Polyak
steps; ε-greedy exploration. The loss is the squared error: clipped errors, as Huber's, learn the median
of what follows, which overlooks ends that are rare among alike states (docs/objectives.md).
"""

import dataclasses
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.agents.critics import CriticSettings
from diayn_jax.agents.vision import make_vision, with_latent_gradient
from diayn_jax.config import ConfigError, field
from diayn_jax.interfaces import Agent, AgentSpec, ProblemSpec
from diayn_jax.networks import TwinQNetwork, without_skill
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, Pixels, PyTree


@dataclasses.dataclass(frozen=True, kw_only=True)
class DqnSettings(CriticSettings):
    """The settings of DQN."""

    epsilon: float = field(
        0.05, "ε, the share of random actions once exploration is over", "agent", low=0, high=1, traced=True
    )
    exploration: float = field(
        0.2,
        "share of the run, at its beginning, over which ε falls linearly from 1",
        "agent",
        above=0,
        high=1,
        traced=True,
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` where fields do not fit each other."""
        if self.encoder != "shared":
            raise ConfigError(
                f"--encoder={self.encoder}: --agent=dqn has critics alone, which share one. Leave it out."
            )


class DqnState(NamedTuple):
    """The critics, their targets and their optimiser, and what ε is made of.

    Where the observation is an image, critics and targets are `vision.Encoded`.
    """

    critics: PyTree  # leaves [2, ...], but for the encoder that both share
    target_critics: PyTree
    critics_opt: PyTree
    updates: Array  # [], uint32
    epsilon: Array  # [], the share of random actions in acting by keys


def make_dqn(config: Any, problem: ProblemSpec) -> Agent:
    """The DQN agent.

    Acting by keys is ε-greedy; without them greedy.

    Args:
      config: with `DqnSettings`; how long it explores is a share of the run's updates.
      problem: with discrete actions.
    """
    assert problem.num_actions is not None
    num_actions, axis, adam = problem.num_actions, problem.axis, problem.optimizer
    encode_skill, policy_dims = problem.skills.encode, problem.policy_dims
    critics = TwinQNetwork(num_actions, config.critic_hidden_sizes, config.critic_layer_norm)
    vision = make_vision(config, problem)
    input_size = problem.input_size if policy_dims is None else len(policy_dims)
    iterations = config.num_env_steps / (config.num_envs * config.rollout_length)
    updates_in_all = max(1.0, iterations * config.updates_per_iteration * config.agent_updates)

    def init(key: Key, hparams: HParams) -> DqnState:
        del hparams
        critic_key, encoder_key = jax.random.split(key)
        params = critics.init(critic_key, jnp.zeros((1, input_size)), jnp.zeros((1, problem.skills.size)))
        params = vision.init_critics(encoder_key, params)
        return DqnState(
            params,
            # A copy: a donated state must not hold one buffer twice.
            jax.tree.map(jnp.copy, params),
            adam.init(params),
            jnp.zeros((), jnp.uint32),
            jnp.ones(()),
        )

    def q_values(params: PyTree, obs: Array | Pixels, skill: Array) -> Array:
        """Q_i(s, z, ·), [2, B, n]."""
        seen = vision.critic_input(params, obs)
        # The critics are the policy too, so that they see no more than a policy may.
        seen = seen if policy_dims is None else seen[..., jnp.array(policy_dims)]
        return critics.apply(vision.network(params), seen, encode_skill(skill))

    def act(state: DqnState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
        best = jnp.argmax(q_values(state.critics, obs, skill).sum(axis=0), axis=-1).astype(jnp.int32)
        if keys is None:
            return best

        def explored(key: Key, best: Array) -> Array:
            whether_key, action_key = jax.random.split(key)
            anything = jax.random.randint(action_key, (), 0, num_actions)
            return jnp.where(jax.random.uniform(whether_key) < state.epsilon, anything, best)

        return jax.vmap(explored)(keys, best)

    def critic_loss(params: PyTree, batch: Batch, target: Array) -> tuple[Array, Array]:
        """Σ_b w_b ½ Σ_i (Q_i(s, z, a) − y)², and the critics' mean value."""
        q = q_values(params, batch.obs, batch.skill)
        q = jnp.take_along_axis(q, batch.action[None, :, None], axis=-1)[..., 0]
        return jnp.sum(batch.weight * 0.5 * (q - target) ** 2), jnp.sum(batch.weight * q.mean(0))

    def update(
        state: DqnState,
        batch: Batch,
        reward: Array,
        hparams: HParams,
    ) -> tuple[DqnState, Metrics]:
        """One step of critics and targets; `reward` [B], scaled."""
        target = equations.clipped_double_q_target(
            reward,
            batch.terminated,
            q_values(state.critics, batch.next_obs, batch.skill),
            q_values(state.target_critics, batch.next_obs, batch.skill),
            hparams["discount"],
        )
        found = jax.value_and_grad(critic_loss, has_aux=True)(state.critics, batch, target)
        found = with_latent_gradient(found, vision, state.critics, batch)
        (value, q_mean), grads = parallel.psum(found, axis)
        params, opt, norm = adam.step(
            grads,
            state.critics_opt,
            state.critics,
            hparams["learning_rate"],
            max_norm=hparams["max_grad_norm"],
        )
        target_params = jax.tree.map(
            lambda online, target: equations.polyak(online, target, hparams["tau"]),
            params,
            state.target_critics,
        )
        updates = state.updates + jnp.uint32(1)
        explored = updates.astype(jnp.float32) / (hparams["exploration"] * updates_in_all)
        epsilon = jnp.maximum(hparams["epsilon"], 1 - (1 - hparams["epsilon"]) * explored)
        metrics: Metrics = {
            "critic_loss": value,
            "q_mean": q_mean,
            "grad_norm_critics": norm,
            "epsilon": epsilon,
        }
        return DqnState(params, target_params, opt, updates, epsilon), metrics

    def latent(state: DqnState, obs: Array | Pixels) -> Array:
        return vision.latent(state.critics, obs)

    def policy_state(state: DqnState) -> DqnState:
        return state._replace(target_critics=(), critics_opt=())

    def fold_skill(state: DqnState, skill: Array) -> DqnState:
        folded = without_skill(vision.network(state.critics), input_size, skill)
        return policy_state(state)._replace(critics=vision.with_network(state.critics, folded))

    return Agent(init, act, update, latent=latent, policy_state=policy_state, fold_skill=fold_skill)


# Cart-pole by three seeds, 300k steps: with τ = 0.02 all hold 500 from 140k on.
SPEC = AgentSpec(make_dqn, DqnSettings, discrete_actions=True, defaults={"tau": 0.02})
