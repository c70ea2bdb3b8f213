"""Soft actor-critic with twin critics (Haarnoja et al. 2018, arXiv:1812.05905)."""

from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, optimizer, parallel
from diayn_jax.config import AUTO, Config
from diayn_jax.networks import Policy, TwinCritic
from diayn_jax.types import Agent, Array, Batch, HParams, Key, Metrics, PyTree


class SacState(NamedTuple):
    """Networks, targets, log α and their optimisers."""

    policy: PyTree
    critics: PyTree  # leaves [2, ...]
    target_critics: PyTree
    log_alpha: Array  # []
    policy_opt: PyTree
    critics_opt: PyTree
    alpha_opt: PyTree


def make_sac(config: Config, input_size: int, action_size: int, axis: str | None) -> Agent:
    """The SAC agent.

    Args:
      config: sizes and switches; `config.alpha == "auto"` learns α.
      input_size: S, the observation as the agent sees it.
      action_size: A.
      axis: mesh axis to sum gradients over; None on one device.
    """
    policy = Policy(action_size, config.num_skills, config.policy_hidden_sizes, config.policy_layer_norm)
    critics = TwinCritic(config.num_skills, config.critic_hidden_sizes, config.critic_layer_norm)
    adam = optimizer.make_adam(config.adam_b1, config.adam_b2)
    learn_alpha = config.alpha == AUTO

    def init(key: Key, hparams: HParams) -> SacState:
        policy_key, critic_key = jax.random.split(key)
        obs, skill, action = jnp.zeros((1, input_size)), jnp.zeros(1, jnp.int32), jnp.zeros((1, action_size))
        policy_params = policy.init(policy_key, obs, skill)
        critic_params = critics.init(critic_key, obs, skill, action)
        # A fixed α may be 0, whose logarithm would look like a run gone wrong.
        log_alpha = jnp.log(hparams.alpha) if learn_alpha else jnp.zeros(())
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

    def act(state: SacState, obs: Array, skill: Array, keys: Key | None) -> Array:
        mean, log_std = policy.apply(state.policy, obs, skill)
        if keys is None:
            return jnp.tanh(mean)
        noise = jax.vmap(lambda key: jax.random.normal(key, (action_size,)))(keys)
        return equations.tanh_gaussian(mean, log_std, noise)[0]

    def update(state: SacState, batch: Batch, reward: Array, hparams: HParams):
        """One step of critics, policy and α, all at the parameters that came in.

        `reward` [B], scaled. Doing all at the same parameters lets
        the devices exchange gradients once.
        """
        alpha = jnp.exp(state.log_alpha) if learn_alpha else hparams.alpha

        next_mean, next_log_std = policy.apply(state.policy, batch.next_obs, batch.skill)
        next_action, next_log_prob = equations.tanh_gaussian(next_mean, next_log_std, batch.noise[:, 1])
        next_q = critics.apply(state.target_critics, batch.next_obs, batch.skill, next_action)
        target = equations.soft_td_target(
            reward, batch.terminated, next_q, next_log_prob, hparams.discount, alpha
        )

        def critic_loss(params):
            q = critics.apply(params, batch.obs, batch.skill, batch.action)
            return jnp.sum(batch.weight * 0.5 * (q - target) ** 2), jnp.sum(batch.weight * q.mean(0))

        def policy_loss(params):
            mean, log_std = policy.apply(params, batch.obs, batch.skill)
            action, log_prob = equations.tanh_gaussian(mean, log_std, batch.noise[:, 0])
            q = critics.apply(state.critics, batch.obs, batch.skill, action).min(axis=0)
            return jnp.sum(batch.weight * (alpha * log_prob - q)), jnp.sum(batch.weight * -log_prob)

        (((critic_value, q_mean), critic_grads), ((policy_value, entropy), policy_grads)) = parallel.total(
            (
                jax.value_and_grad(critic_loss, has_aux=True)(state.critics),
                jax.value_and_grad(policy_loss, has_aux=True)(state.policy),
            ),
            axis,
        )
        critic_params, critics_opt, critic_norm = adam.step(
            critic_grads,
            state.critics_opt,
            state.critics,
            hparams.learning_rate,
            max_norm=hparams.max_grad_norm,
        )
        policy_params, policy_opt, policy_norm = adam.step(
            policy_grads,
            state.policy_opt,
            state.policy,
            hparams.learning_rate,
            max_norm=hparams.max_grad_norm,
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
            alpha_grad = alpha * (entropy - hparams.target_entropy)
            log_alpha, alpha_opt, _ = adam.step(alpha_grad, alpha_opt, log_alpha, hparams.learning_rate)
            metrics["alpha_loss"] = alpha_grad
        targets = jax.tree.map(
            lambda online, target: equations.polyak(online, target, hparams.tau),
            critic_params,
            state.target_critics,
        )
        new = SacState(policy_params, critic_params, targets, log_alpha, policy_opt, critics_opt, alpha_opt)
        return new, metrics

    return Agent(init, act, update)
