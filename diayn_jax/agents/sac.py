"""Soft actor-critic with twin critics (Haarnoja et al. 2018, arXiv:1812.05905)."""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, optimizer, parallel
from diayn_jax.config import AUTO, Config
from diayn_jax.networks import Encoder, Policy, TwinCritic
from diayn_jax.types import Agent, Array, Batch, HParams, Key, Metrics, Pixels, PyTree


class Sighted(NamedTuple):
    """The parameters of a network that looks at images: those of its encoder, and its own."""

    encoder: PyTree
    network: PyTree


class SacState(NamedTuple):
    """Networks, targets, log α and their optimisers.

    Where the observation is an image, the critics, their targets and (`encoder=separate`) the
    policy are `Sighted`.
    """

    policy: PyTree
    critics: PyTree  # leaves [2, ...], but for the encoder that both share
    target_critics: PyTree
    log_alpha: Array  # []
    policy_opt: PyTree
    critics_opt: PyTree
    alpha_opt: PyTree


def make_sac(
    config: Config,
    input_size: int,
    action_size: int,
    axis: str | None,
    image_shape: tuple[int, int, int] | None = None,
) -> Agent:
    """The SAC agent.

    Images go through an encoder that the critics' loss trains and that the policy shares, its
    gradients stopped there, as in SAC-AE (Yarats et al. 2019, arXiv:1910.01741) and DrQ
    (Kostrikov et al. 2020, arXiv:2004.13649); or the policy has one of its own
    (`encoder=separate`).

    Args:
      config: sizes and switches; `config.alpha == "auto"` learns α.
      input_size: S, what policy and critics see: the observation as the agent sees it, or an
        image's latent and the features beside it.
      action_size: A.
      axis: mesh axis to sum gradients over; None on one device.
      image_shape: H, W, C where the observation is an image.
    """
    policy = Policy(action_size, config.num_skills, config.policy_hidden_sizes, config.policy_layer_norm)
    critics = TwinCritic(config.num_skills, config.critic_hidden_sizes, config.critic_layer_norm)
    adam = optimizer.make_adam(config.adam_b1, config.adam_b2)
    learn_alpha = config.alpha == AUTO
    encoder = Encoder(config.encoder_patches, config.encoder_channels, config.latent_size)
    shared = image_shape is not None and config.encoder == "shared"

    def sighted(key: Key, network: PyTree) -> PyTree:
        """The network's parameters, with those of an encoder where there are images to see."""
        if image_shape is None:
            return network
        return Sighted(encoder.init(key, jnp.zeros((1, *image_shape), jnp.uint8)), network)

    def blind(params: PyTree) -> PyTree:
        """The parameters without an encoder's."""
        return params.network if isinstance(params, Sighted) else params

    def encode(params: PyTree, obs: Array | Pixels) -> Array:
        """The latent of an image, [..., L]; a vector as it is."""
        return encoder.apply(params.encoder, obs.image) if isinstance(obs, Pixels) else obs

    def see(params: PyTree, obs: Array | Pixels) -> Array:
        """What a network makes of its input before all else, [..., S]."""
        seen = encode(params, obs)
        return jnp.concatenate([seen, obs.features], axis=-1) if isinstance(obs, Pixels) else seen

    def policy_sees(policy_params: PyTree, critic_params: PyTree, obs: Array | Pixels) -> Array:
        return jax.lax.stop_gradient(see(critic_params, obs)) if shared else see(policy_params, obs)

    def latent(state: SacState, obs: Array | Pixels) -> Array:
        return encode(state.critics, obs)

    def init(key: Key, hparams: HParams) -> SacState:
        policy_key, critic_key, policy_sight_key, critic_sight_key = jax.random.split(key, 4)
        obs, skill, action = jnp.zeros((1, input_size)), jnp.zeros(1, jnp.int32), jnp.zeros((1, action_size))
        policy_params = policy.init(policy_key, obs, skill)
        if not shared:
            policy_params = sighted(policy_sight_key, policy_params)
        critic_params = sighted(critic_sight_key, critics.init(critic_key, obs, skill, action))
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

    def act(state: SacState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
        seen = policy_sees(state.policy, state.critics, obs)
        mean, log_std = policy.apply(blind(state.policy), seen, skill)
        if keys is None:
            return jnp.tanh(mean)
        noise = jax.vmap(lambda key: jax.random.normal(key, (action_size,)))(keys)
        return equations.tanh_gaussian(mean, log_std, noise)[0]

    def update(
        state: SacState,
        batch: Batch,
        reward: Array,
        hparams: HParams,
        latent_loss: Callable[[Array], Array] | None = None,
    ):
        """One step of critics, policy and α, all at the parameters that came in.

        `reward` [B], scaled. Doing all at the same parameters lets
        the devices exchange gradients once.
        """
        alpha = jnp.exp(state.log_alpha) if learn_alpha else hparams.alpha

        next_seen = policy_sees(state.policy, state.critics, batch.next_obs)
        next_mean, next_log_std = policy.apply(blind(state.policy), next_seen, batch.skill)
        next_action, next_log_prob = equations.tanh_gaussian(next_mean, next_log_std, batch.noise[:, 1])
        next_q = critics.apply(
            blind(state.target_critics), see(state.target_critics, batch.next_obs), batch.skill, next_action
        )
        target = equations.soft_td_target(
            reward, batch.terminated, next_q, next_log_prob, hparams.discount, alpha
        )

        def critic_loss(params):
            seen = see(params, batch.obs)
            q = critics.apply(blind(params), seen, batch.skill, batch.action)
            return jnp.sum(batch.weight * 0.5 * (q - target) ** 2), jnp.sum(batch.weight * q.mean(0))

        def critic_value_and_grad():
            value, grads = jax.value_and_grad(critic_loss, has_aux=True)(state.critics)
            if latent_loss is None:
                return value, grads

            more = jax.grad(lambda params: latent_loss(encode(params, batch.next_obs)))(state.critics)
            return value, jax.tree.map(jnp.add, grads, more)

        def policy_loss(params):
            seen = policy_sees(params, state.critics, batch.obs)
            mean, log_std = policy.apply(blind(params), seen, batch.skill)
            action, log_prob = equations.tanh_gaussian(mean, log_std, batch.noise[:, 0])
            q = critics.apply(blind(state.critics), see(state.critics, batch.obs), batch.skill, action).min(
                axis=0
            )
            return jnp.sum(batch.weight * (alpha * log_prob - q)), jnp.sum(batch.weight * -log_prob)

        (((critic_value, q_mean), critic_grads), ((policy_value, entropy), policy_grads)) = parallel.total(
            (
                critic_value_and_grad(),
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

    return Agent(init, act, update, latent)
