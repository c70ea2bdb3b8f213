"""Soft actor-critic with twin critics (Haarnoja et al. 2018, arXiv:1812.05905)."""

import dataclasses
from collections.abc import Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.agents.critics import CriticSettings
from diayn_jax.agents.vision import make_vision, with_latent_gradient
from diayn_jax.config import AUTO, ConfigError, field
from diayn_jax.interfaces import Agent, AgentSpec, ProblemSpec
from diayn_jax.networks import Policy, TwinCritic, without_skill
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, Pixels, PyTree

FIRST_ALPHA = 0.1  # where α is learned


@dataclasses.dataclass(frozen=True, kw_only=True)
class SacSettings(CriticSettings):
    """The settings of SAC."""

    alpha: float | str = field(
        AUTO,
        "entropy weight α; auto: learned towards target_entropy, from 0.1 on",
        "agent",
        low=0,
        words=(AUTO,),
        traced=True,
    )
    target_entropy: float | str = field(
        AUTO, "target entropy of the policy, nats; auto: −A/2", "agent", words=(AUTO,), traced=True
    )
    policy_hidden_sizes: tuple[int, ...] = field((128, 128), "hidden layers of the policy", "agent", low=1)
    policy_layer_norm: bool = field(False, "layer norm in the policy", "agent")
    critic_only_updates: int = field(
        0,
        "updates at the start of the run in which the critics learn, and policy and α do not",
        "agent",
        low=0,
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` where fields do not fit each other."""
        if self.target_entropy != AUTO and self.alpha != AUTO:
            raise ConfigError(
                f"--target_entropy={self.target_entropy} has no effect while α is fixed "
                f"(--alpha={self.alpha}). Add --alpha=auto, or leave --target_entropy out."
            )


def hparams(config: Any, action_size: int) -> Mapping[str, float]:
    """What `auto` is of the traced settings."""
    return {
        "alpha": FIRST_ALPHA if config.alpha == AUTO else config.alpha,
        "target_entropy": -action_size / 2 if config.target_entropy == AUTO else config.target_entropy,
    }


class SacState(NamedTuple):
    """Networks, targets, log α and their optimisers.

    Where the observation is an image, the critics, their targets and (`encoder=separate`) the
    policy are `vision.Encoded`.
    """

    policy: PyTree
    critics: PyTree  # leaves [2, ...], but for the encoder that both share
    target_critics: PyTree
    log_alpha: Array  # []
    policy_opt: PyTree
    critics_opt: PyTree
    alpha_opt: PyTree


def make_sac(config: Any, problem: ProblemSpec) -> Agent:
    """The SAC agent.

    Args:
      config: with `SacSettings`; `alpha == "auto"` learns α.
      problem: with actions in (−1, 1).
    """
    action_size, axis, adam = problem.action_size, problem.axis, problem.optimizer
    encode_skill = problem.skills.encode
    policy = Policy(action_size, config.policy_hidden_sizes, config.policy_layer_norm)
    critics = TwinCritic(config.critic_hidden_sizes, config.critic_layer_norm)
    vision = make_vision(config, problem)
    policy_size = problem.input_size if problem.policy_dims is None else len(problem.policy_dims)
    learn_alpha = config.alpha == AUTO

    def init(key: Key, hparams: HParams) -> SacState:
        policy_key, critic_key, policy_encoder_key, critic_encoder_key = jax.random.split(key, 4)
        skill, action = jnp.zeros((1, problem.skills.size)), jnp.zeros((1, action_size))
        policy_params = policy.init(policy_key, jnp.zeros((1, policy_size)), skill)
        critic_params = critics.init(critic_key, jnp.zeros((1, problem.input_size)), skill, action)
        policy_params = vision.init_policy(policy_encoder_key, policy_params)
        critic_params = vision.init_critics(critic_encoder_key, critic_params)
        # A fixed α may be 0, whose logarithm would look like a run gone wrong.
        log_alpha = jnp.log(hparams["alpha"]) if learn_alpha else jnp.zeros(())
        return SacState(
            policy_params,
            critic_params,
            # A copy: a donated state must not hold one buffer twice.
            jax.tree.map(jnp.copy, critic_params),
            log_alpha,
            adam.init(policy_params),
            adam.init(critic_params),
            adam.init(log_alpha),
        )

    def distribution(policy_params: PyTree, critic_params: PyTree, obs: Array | Pixels, skill: Array):
        """Mean and log standard deviation of π(·|s, z) before the tanh, [B, A] each."""
        seen = vision.policy_input(policy_params, critic_params, obs)
        return policy.apply(vision.network(policy_params), seen, encode_skill(skill))

    def q_values(params: PyTree, obs: Array | Pixels, skill: Array, action: Array) -> Array:
        """[2, B]."""
        seen = vision.critic_input(params, obs)
        return critics.apply(vision.network(params), seen, encode_skill(skill), action)

    def act(state: SacState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
        mean, log_std = distribution(state.policy, state.critics, obs, skill)
        if keys is None:
            return jnp.tanh(mean)
        noise = jax.vmap(lambda key: jax.random.normal(key, (action_size,)))(keys)
        return equations.tanh_gaussian(mean, log_std, noise)[0]

    def noise(key: Key) -> Array:
        """For the actions at s and at s', [2, A]."""
        return jax.random.normal(key, (2, action_size))

    def critic_target(state: SacState, batch: Batch, reward: Array, alpha: Array, discount: Array) -> Array:
        """[B]."""
        mean, log_std = distribution(state.policy, state.critics, batch.next_obs, batch.skill)
        next_action, next_log_prob = equations.tanh_gaussian(mean, log_std, batch.agent_noise[:, 1])
        next_q = q_values(state.target_critics, batch.next_obs, batch.skill, next_action)
        return equations.soft_td_target(reward, batch.terminated, next_q, next_log_prob, discount, alpha)

    def critic_loss(params: PyTree, batch: Batch, target: Array) -> tuple[Array, Array]:
        """Σ_b w_b ½ Σ_i (Q_i − y)², and the critics' mean value."""
        q = q_values(params, batch.obs, batch.skill, batch.action)
        return jnp.sum(batch.weight * 0.5 * (q - target) ** 2), jnp.sum(batch.weight * q.mean(0))

    def policy_loss(params: PyTree, critic_params: PyTree, batch: Batch, alpha: Array) -> tuple[Array, Array]:
        """Σ_b w_b (α log π(a|s, z) − min_i Q_i(s, z, a)), and the policy's entropy."""
        mean, log_std = distribution(params, critic_params, batch.obs, batch.skill)
        action, log_prob = equations.tanh_gaussian(mean, log_std, batch.agent_noise[:, 0])
        q = q_values(critic_params, batch.obs, batch.skill, action).min(axis=0)
        return jnp.sum(batch.weight * (alpha * log_prob - q)), jnp.sum(batch.weight * -log_prob)

    def update(
        state: SacState,
        batch: Batch,
        reward: Array,
        hparams: HParams,
    ) -> tuple[SacState, Metrics]:
        """One step of critics, policy and α, all at the parameters that came in.

        `reward` [B], scaled. Doing all at the same parameters lets
        the devices exchange gradients once.
        """
        alpha = jnp.exp(state.log_alpha) if learn_alpha else hparams["alpha"]
        target = critic_target(state, batch, reward, alpha, hparams["discount"])
        of_critics = jax.value_and_grad(critic_loss, has_aux=True)(state.critics, batch, target)
        of_critics = with_latent_gradient(of_critics, vision, state.critics, batch)
        of_policy = jax.value_and_grad(policy_loss, has_aux=True)(state.policy, state.critics, batch, alpha)
        ((critic_value, q_mean), critic_grads), ((policy_value, entropy), policy_grads) = parallel.psum(
            (of_critics, of_policy), axis
        )
        rate, max_norm = hparams["learning_rate"], hparams["max_grad_norm"]
        held = None
        if config.critic_only_updates:
            held = hparams["updates"] < config.critic_only_updates
        critic_params, critics_opt, critic_norm = adam.step(
            critic_grads, state.critics_opt, state.critics, rate, max_norm=max_norm
        )
        policy_params, policy_opt, policy_norm = adam.step(
            policy_grads, state.policy_opt, state.policy, rate, max_norm=max_norm, held=held
        )
        metrics: Metrics = {
            "critic_loss": critic_value,
            "policy_loss": policy_value,
            "policy_entropy": entropy,
            "q_mean": q_mean,
            "grad_norm_critics": critic_norm,
            "grad_norm_policy": policy_norm,
            "alpha": alpha,
            "alpha_loss": jnp.zeros(()),
        }
        log_alpha, alpha_opt = state.log_alpha, state.alpha_opt
        if learn_alpha:
            # arXiv:1812.05905, eq. 18; its gradient with respect to log α.
            alpha_grad = alpha * (entropy - hparams["target_entropy"])
            log_alpha, alpha_opt, _ = adam.step(alpha_grad, alpha_opt, log_alpha, rate, held=held)
            metrics["alpha_loss"] = alpha_grad
        targets = jax.tree.map(
            lambda online, target: equations.polyak(online, target, hparams["tau"]),
            critic_params,
            state.target_critics,
        )
        new = SacState(policy_params, critic_params, targets, log_alpha, policy_opt, critics_opt, alpha_opt)
        return new, metrics

    def latent(state: SacState, obs: Array | Pixels) -> Array:
        return vision.latent(state.critics, obs)

    def policy_state(state: SacState) -> SacState:
        encoder = vision.encoder_alone(state.critics)
        return state._replace(critics=encoder, target_critics=(), policy_opt=(), critics_opt=(), alpha_opt=())

    def for_one_skill(params: PyTree, size: int, z: Array) -> PyTree:
        return vision.with_network(params, without_skill(vision.network(params), size, z))

    def fold_skill(state: SacState, z: Array) -> SacState:
        return policy_state(state)._replace(policy=for_one_skill(state.policy, policy_size, z))

    def warm_start(state: SacState, other: SacState, z: Array, with_critics: bool) -> SacState:
        """See `Agent.warm_start`. Optimisers and α are those of `state`."""
        state = state._replace(policy=for_one_skill(other.policy, policy_size, z))
        if not with_critics:
            # The policy may see through the encoder beside the critics.
            critics, targets = (
                vision.with_network(theirs, vision.network(own))
                for theirs, own in (
                    (other.critics, state.critics),
                    (other.target_critics, state.target_critics),
                )
            )
            return state._replace(critics=critics, target_critics=targets)
        return state._replace(
            critics=for_one_skill(other.critics, problem.input_size, z),
            target_critics=for_one_skill(other.target_critics, problem.input_size, z),
        )

    return Agent(init, act, update, noise, latent, policy_state, fold_skill, warm_start)


SPEC = AgentSpec(make_sac, SacSettings, hparams)
