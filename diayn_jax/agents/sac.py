"""Soft actor-critic with twin critics and a learned α (Haarnoja et al. 2018, arXiv:1812.05905).

An update is the gradient step of the paper's algorithm 1, on a batch of (s, z, a, r, s', terminated):

    y                = r + γ (1 − terminated) (min_i Q'_i(s', z, a') − α log π(a'|s', z)),   a' ~ π(·|s', z)
    critics descend    Σ_b w_b ½ Σ_i (Q_i(s, z, a) − y)²
    policy descends    Σ_b w_b (α log π(ã|s, z) − min_i Q_i(s, z, ã)),                       ã ~ π(·|s, z)
    log α descends     with the gradient α (H − H̄)
    targets follow     θ' ← θ' + τ (θ − θ')

w_b are the batch's weights, H is the policy's mean entropy over the batch, and H̄ the target entropy. The
gradients of critics, policy and α are all taken at the parameters before the update, so that devices exchange
gradients only once.
"""

import dataclasses
import functools
import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import chex
import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.agents import vision
from diayn_jax.agents.anchor import (
    Anchor,
    HeldPolicySettings,
    divergence_weight,
    first_anchor,
    policy_is_held,
    with_entropy,
)
from diayn_jax.agents.settings import CriticSettings
from diayn_jax.agents.twin_critics import critic_loss, first_networks, q_values, scalar_values
from diayn_jax.agents.vision import Vision
from diayn_jax.config import AUTO, ConfigError, Range, field, show
from diayn_jax.interfaces import Agent, AgentSpec, ProblemSpec
from diayn_jax.networks import Policy, TwinCritic, turned_critic, turned_policy
from diayn_jax.symmetry import SkillSymmetry
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, Pixels, PyTree

FIRST_ALPHA = 0.1  # if α is learned


@dataclasses.dataclass(frozen=True, kw_only=True)
class SacSettings(HeldPolicySettings, CriticSettings):
    """The settings of SAC."""

    alpha: float | str = field(
        AUTO,
        "entropy weight α; auto: learned towards target_entropy, starting at 0.1",
        "agent",
        Range(low=0, words=(AUTO,)),
        traced=True,
    )
    target_entropy: float | str = field(
        AUTO,
        "target entropy of the policy, nats; auto: −A/2; for n discrete actions (soft_option_critic): ½ ln n",
        "agent",
        Range(words=(AUTO,)),
        traced=True,
    )
    policy_hidden_sizes: tuple[int, ...] = field(
        (128, 128), "hidden layers of the policy", "agent", Range(low=1)
    )
    policy_layer_norm: bool = field(False, "layer norm in the policy", "agent")

    def check_settings(self) -> None:
        """Raises `ConfigError` if a target entropy is given for a fixed α."""
        if self.target_entropy != AUTO and self.alpha != AUTO:
            raise ConfigError(
                f"--target_entropy={self.target_entropy} has no effect while α is fixed "
                f"(--alpha={self.alpha}). Add --alpha=auto, or leave --target_entropy out."
            )


def idle(given: Mapping[str, Any]) -> tuple[str, ...]:
    """Returns the settings without effect beside given values: a fixed α has no target entropy."""
    return () if given.get("alpha", AUTO) == AUTO else ("target_entropy",)


def hparams(config: Any, action_size: int) -> Mapping[str, float]:
    """The values of the traced settings that may be `auto`.

    Raises:
      ConfigError: actions in (−1, 1)^A cannot have the target entropy, so that α would grow without end.
    """
    most = action_size * math.log(2)
    if config.target_entropy != AUTO and config.target_entropy >= most:
        raise ConfigError(
            f"--target_entropy={show(config.target_entropy)}: {action_size} actions in (−1, 1) have less "
            f"than {most:.2f} nats. Targets are usually negative; auto is {show(-action_size / 2)}."
        )
    return {
        "alpha": FIRST_ALPHA if config.alpha == AUTO else config.alpha,
        "target_entropy": -action_size / 2 if config.target_entropy == AUTO else config.target_entropy,
    }


class SacState(NamedTuple):
    """Networks, targets, log α and their optimisers.

    If the observation is an image, the critics, their targets and (with `encoder=separate`) the policy are
    `vision.Encoded`.
    """

    policy: PyTree
    critics: PyTree  # leaves [2, ...], except for the encoder, which both critics share
    target_critics: PyTree
    log_alpha: Array  # []
    policy_opt: PyTree
    critics_opt: PyTree
    alpha_opt: PyTree
    anchor: Anchor | tuple[()] = ()  # the skill that the policy stays near (`agents.anchor`)


class SacContext(NamedTuple):
    """The static part of the agent: its settings, and its networks without parameters."""

    config: Any  # has the fields of `SacSettings`
    problem: ProblemSpec
    policy: Policy
    critics: TwinCritic
    vision: Vision

    @property
    def learns_alpha(self) -> bool:
        """Whether α is learned; if not, it stays at the setting."""
        return bool(self.config.alpha == AUTO)


def make_sac(config: Any, problem: ProblemSpec) -> Agent:
    """Makes the SAC agent, for actions that are vectors in (−1, 1). `alpha == "auto"` learns α."""
    sac = SacContext(
        config,
        problem,
        Policy(problem.action_size, config.policy_hidden_sizes, config.policy_layer_norm),
        TwinCritic(config.critic_hidden_sizes, config.critic_layer_norm, problem.reward_shape),
        vision.make_vision(config, problem),
    )
    seen = vision.policy_input_size(problem)
    return Agent(
        init=functools.partial(init, sac),
        act=functools.partial(act, sac),
        update=functools.partial(update, sac),
        noise=functools.partial(noise, sac),
        latent=lambda state, obs: sac.vision.latent(state.critics, obs),
        policy_state=policy_state,
        fold_skill=functools.partial(vision.fold_skill, "policy", seen, policy_state),
        warm_start=functools.partial(warm_start, sac),
        turn=turn,
        copy_skills=functools.partial(
            vision.copy_skills,
            {"policy": seen, "critics": problem.input_size, "target_critics": problem.input_size},
        ),
    )


def init(sac: SacContext, key: Key, hparams: HParams) -> SacState:
    """Returns the state of an untrained agent. The targets begin as copies of the critics."""
    adam, (policy, critics) = sac.problem.optimizer, first_networks(sac, key)
    # A fixed α may be 0. Its logarithm, −inf, would look as if the run had diverged.
    log_alpha = jnp.log(hparams["alpha"]) if sac.learns_alpha else jnp.zeros(())
    return SacState(
        policy=policy,
        critics=critics,
        # A copy, because a donated state must not hold one buffer twice.
        target_critics=jax.tree.map(jnp.copy, critics),
        log_alpha=log_alpha,
        policy_opt=adam.init(policy),
        critics_opt=adam.init(critics),
        alpha_opt=adam.init(log_alpha),
        anchor=first_anchor(sac.config, policy),
    )


def noise(sac: SacContext, key: Key) -> Array:
    """Draws standard normal noise for one row's actions at s and at s', [2, A]."""
    return jax.random.normal(key, (2, sac.problem.action_size))


def act(sac: SacContext, state: SacState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
    """Returns actions [E, A], drawn from the policy by `keys` [E]; without keys, the policy's mode."""
    mean, log_std = distribution(sac, state.policy, state.critics, obs, skill)
    if keys is None:
        return jnp.tanh(mean)
    drawn = jax.vmap(lambda key: jax.random.normal(key, (sac.problem.action_size,)))(keys)
    return equations.tanh_gaussian(mean, log_std, drawn)[0]


def distribution(
    sac: SacContext, policy: PyTree, critics: PyTree, obs: Array | Pixels, skill: Array
) -> tuple[Array, Array]:
    """Returns the mean and log standard deviation of π(·|s, z) before the tanh, [B, A] each.

    `critics` are the parameters whose encoder the policy may share.
    """
    seen = sac.vision.policy_input(policy, critics, obs)
    return sac.policy.apply(vision.network_of(policy), seen, sac.problem.skills.encode(skill))


def update(
    sac: SacContext, state: SacState, batch: Batch, reward: Array, hparams: HParams
) -> tuple[SacState, Metrics]:
    """Updates critics, policy, α and targets once, on a batch [B] with rewards [B] or [B, d]."""
    rows, action_size = reward.shape[0], sac.problem.action_size
    chex.assert_shape(reward, (rows, *sac.problem.reward_shape))
    chex.assert_shape([batch.terminated, batch.weight], (rows,))
    chex.assert_shape(batch.action, (rows, action_size))
    chex.assert_shape(batch.agent_noise, (rows, 2, action_size))
    adam, rate, max_norm = sac.problem.optimizer, hparams["learning_rate"], hparams["max_grad_norm"]
    alpha = jnp.exp(state.log_alpha) if sac.learns_alpha else hparams["alpha"]

    target = critic_target(sac, state, batch, reward, alpha, hparams["discount"])
    critic_result = jax.value_and_grad(critic_loss, has_aux=True)(state.critics, sac, batch, target)
    critic_result = vision.with_latent_gradient(critic_result, sac.vision, state.critics, batch)
    anchor = state.anchor
    beta = divergence_weight(sac.config, anchor, hparams)
    policy_result = jax.value_and_grad(policy_loss, has_aux=True)(
        state.policy, sac, state.critics, batch, alpha, anchor, beta
    )
    critic_result, policy_result = parallel.psum((critic_result, policy_result), sac.problem.axes)
    (critic_value, q_mean), critic_grads = critic_result
    (policy_value, (entropy, divergence)), policy_grads = policy_result

    critics, critics_opt, critic_norm = adam.step(
        critic_grads, state.critics_opt, state.critics, rate, max_norm=max_norm
    )
    held = policy_is_held(sac.config.critic_only_updates, hparams)
    policy, policy_opt, policy_norm = adam.step(
        policy_grads, state.policy_opt, state.policy, rate, max_norm=max_norm, held=held
    )
    log_alpha, alpha_opt, alpha_grad = state.log_alpha, state.alpha_opt, jnp.zeros(())
    target_entropy = hparams["target_entropy"]
    if isinstance(anchor, Anchor):
        anchor = with_entropy(anchor, entropy, held, hparams)
        if sac.config.target_entropy == AUTO:
            target_entropy = anchor.entropy
    if sac.learns_alpha:
        alpha_grad = alpha_gradient(alpha, entropy, target_entropy)
        log_alpha, alpha_opt, _ = adam.step(alpha_grad, alpha_opt, log_alpha, rate, held=held)
    targets = equations.polyak(critics, state.target_critics, hparams["tau"])

    metrics: Metrics = {
        "critic_loss": critic_value,
        "policy_loss": policy_value,
        "policy_entropy": entropy,
        "q_mean": q_mean,
        "grad_norm_critics": critic_norm,
        "grad_norm_policy": policy_norm,
        "alpha": alpha,
        "alpha_loss": alpha_grad,
    }
    if jnp.ndim(hparams["discount"]) == 0:  # a manager's rows last for several steps, and have a γ each
        metrics["q_of_reward"] = q_mean - value_of_entropy(sac, alpha, entropy, hparams["discount"])
    if isinstance(anchor, Anchor):
        metrics |= {"start_kl": divergence, "start_kl_weight": beta}
    return SacState(policy, critics, targets, log_alpha, policy_opt, critics_opt, alpha_opt, anchor), metrics


def critic_target(
    sac: SacContext, state: SacState, batch: Batch, reward: Array, alpha: Array, discount: Array
) -> Array:
    """Returns y = r + γ (1 − terminated) (min_i Q'_i(s', z, a') − α log π(a'|s', z)), [B]: `soft_td_target`.

    If rewards are vectors, y [B, d] is the target of successor features: `successor_td_target`.
    """
    mean, log_std = distribution(sac, state.policy, state.critics, batch.next_obs, batch.skill)
    next_action, next_log_prob = equations.tanh_gaussian(mean, log_std, batch.agent_noise[:, 1])
    next_q = q_values(sac, state.target_critics, batch.next_obs, batch.skill, next_action)
    if sac.problem.reward_shape:
        worth = scalar_values(sac, next_q, batch.skill)
        return equations.successor_td_target(reward, batch.terminated, next_q, worth, discount)
    return equations.soft_td_target(reward, batch.terminated, next_q, next_log_prob, discount, alpha)


def value_of_entropy(sac: SacContext, alpha: Array, entropy: Array, discount: Array) -> Array:
    """Returns γ α H / (1 − γ), []: the part of Q that pays for entropy, if α and H stay as they are.

    Successor features, the values of vector rewards, have no such part.
    """
    return jnp.zeros(()) if sac.problem.reward_shape else discount * alpha * entropy / (1.0 - discount)


def policy_loss(
    policy: PyTree,
    sac: SacContext,
    critics: PyTree,
    batch: Batch,
    alpha: Array,
    anchor: Anchor | tuple[()] = (),
    beta: Array | float = 0.0,
) -> tuple[Array, tuple[Array, Array]]:
    """Returns Σ_b w_b (α log π(ã|s, z) − min_i Q_i(s, z, ã)), [].

    With an anchor, also + β Q̄ Σ_b w_b KL(π ‖ π_0) with Q̄ = Σ_b w_b |min_i Q_i|: as in TD3+BC (Fujimoto and
    Gu 2021, arXiv:2106.06860), β does not depend on the reward's unit.

    Also returns the policy's mean entropy, and its mean divergence from the anchor, nats, [] each.
    """
    mean, log_std = distribution(sac, policy, critics, batch.obs, batch.skill)
    action, log_prob = equations.tanh_gaussian(mean, log_std, batch.agent_noise[:, 0])
    q = scalar_values(sac, q_values(sac, critics, batch.obs, batch.skill, action), batch.skill).min(axis=0)
    chex.assert_equal_shape([q, log_prob, batch.weight])
    value, divergence = jnp.sum(batch.weight * (alpha * log_prob - q)), jnp.zeros(())
    if isinstance(anchor, Anchor):
        other = distribution(sac, anchor.policy, critics, batch.obs, batch.skill)
        divergence = jnp.sum(batch.weight * equations.gaussian_kl(mean, log_std, *other))
        size = parallel.psum(jnp.sum(batch.weight * jnp.abs(jax.lax.stop_gradient(q))), sac.problem.axes)
        value += beta * size * divergence
    return value, (jnp.sum(batch.weight * -log_prob), divergence)


def alpha_gradient(alpha: Array, entropy: Array, target_entropy: Array | float) -> Array:
    """α (H − H̄): the gradient of J(α) = α (H − H̄) with respect to log α, [].

    Haarnoja et al. 2018 (arXiv:1812.05905), eq. 18. H is the policy's mean entropy over the batch, [].
    """
    return alpha * (entropy - target_entropy)


def policy_state(state: SacState) -> SacState:
    """Returns the state without critics (except an encoder), targets and optimisers, which only train."""
    critics = vision.encoder_alone(state.critics)
    return state._replace(
        critics=critics, target_critics=(), policy_opt=(), critics_opt=(), alpha_opt=(), anchor=()
    )


def warm_start(sac: SacContext, state: SacState, other: Any, z: Array, with_critics: bool) -> SacState:
    """Returns `state` with the policy of `other` for the skill z [Z], and with its critics if asked.

    The optimisers and α are those of `state`.
    """
    policy = vision.for_one_skill(other.policy, vision.policy_input_size(sac.problem), z)

    def critics(theirs: PyTree, own: PyTree) -> PyTree:
        if with_critics:
            return vision.for_one_skill(theirs, sac.problem.input_size, z)
        return vision.with_encoder_of(theirs, own)

    if not isinstance(other, SacState):  # PPO has the same policy, and other critics
        return state._replace(policy=policy, anchor=first_anchor(sac.config, policy))
    return state._replace(
        policy=policy,
        critics=critics(other.critics, state.critics),
        # The policy alone has no targets.
        target_critics=critics(other.target_critics or other.critics, state.target_critics),
        anchor=first_anchor(sac.config, policy),
    )


def turn(state: SacState, symmetry: SkillSymmetry, number: Array) -> SacState:
    """Returns the state of an agent that turns what it sees, and turns its actions back: see `Agent.turn`."""
    return state._replace(
        policy=turned_policy(state.policy, symmetry, number),
        critics=turned_critic(state.critics, symmetry, number),
        target_critics=turned_critic(state.target_critics, symmetry, number),
    )


SPEC = AgentSpec(make_sac, SacSettings, hparams, idle=idle, vector_rewards=True, symmetric=True)
