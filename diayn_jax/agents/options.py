"""An agent with options, learned from replay: what `option_critic` and `soft_option_critic` share.

`option_networks` has π(a|s, ω), β(s, ω), Q_i(s, ω, a) and Q_Ω(s, ω), and `option_losses` what they learn
from, with the formulas. Here the policies act, and an update is made of targets, gradients and steps of Adam.
Critics and option values have target networks that follow by Polyak steps.
"""

import functools
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import equations
from diayn_jax.agents.option_losses import Gradients, UpdateContext, make_gradients, make_targets
from diayn_jax.agents.option_networks import (
    OptionNetworks,
    betas,
    code_of,
    first_params,
    make_option_networks,
    option_q,
    outputs,
)
from diayn_jax.agents.option_rule import OptionRule, OptionState
from diayn_jax.agents.sac import SacState
from diayn_jax.hierarchy import options
from diayn_jax.interfaces import Agent, ProblemSpec
from diayn_jax.networks import with_skills_as_options
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, OptionUnderWay, Pixels, PyTree


def make_option_agent(config: Any, problem: ProblemSpec, rule: OptionRule) -> Agent:
    """The agent.

    Args:
      config: with `options.OptionSettings`, `critics.CriticSettings` and the policy's sizes.
      problem: with actions of either kind.
      rule: which of the two agents.
    """
    networks = make_option_networks(config, problem)
    return Agent(
        init=functools.partial(_init, networks, rule),
        act=functools.partial(_act, networks, rule),
        update=functools.partial(_update, networks, rule),
        noise=networks.actions.noise,
        latent=functools.partial(_latent, networks),
        policy_state=functools.partial(_policy_state, networks),
        # SAC has skills for vectors alone.
        warm_start=functools.partial(_warm_start, networks) if problem.num_actions is None else None,
        start=functools.partial(_start, networks),
        step=functools.partial(_step, networks, rule),
        accumulate_metrics=functools.partial(_accumulate_metrics, networks),
    )


def _init(networks: OptionNetworks, rule: OptionRule, key: Key, hparams: HParams) -> OptionState:
    policy, termination, critics, option_values = first_params(networks, key)
    adam = networks.problem.optimizer
    log_alpha = jnp.log(hparams["alpha"]) if rule.learns_alpha else jnp.zeros(())
    # Copies: a donated state must not hold one buffer twice.
    target_critics, target_option_values = jax.tree.map(jnp.copy, (critics, option_values))
    return OptionState(
        policy=policy,
        termination=termination,
        critics=critics,
        option_values=option_values,
        target_critics=target_critics,
        target_option_values=target_option_values,
        log_alpha=log_alpha,
        exploration=_exploration(rule, log_alpha, hparams),
        usage=options.no_usage(networks.num_options),
        policy_opt=adam.init(policy),
        termination_opt=adam.init(termination),
        critics_opt=adam.init(critics),
        option_values_opt=adam.init(option_values),
        alpha_opt=adam.init(log_alpha),
    )


def _alpha(rule: OptionRule, log_alpha: Array, hparams: HParams) -> Array:
    """α, []; 0 where values are of the return alone."""
    if rule.learns_alpha:
        return jnp.exp(log_alpha)
    return hparams["alpha"] if rule.soft else jnp.zeros(())


def _exploration(rule: OptionRule, log_alpha: Array, hparams: HParams) -> Array:
    """That of the policy over options, []."""
    return jnp.asarray(rule.exploration(hparams, _alpha(rule, log_alpha, hparams)), jnp.float32)


def _start(networks: OptionNetworks, state: OptionState, keys: Key) -> OptionUnderWay:
    del state
    return options.initial_options(networks.num_options, keys.shape[0])


def _step(
    networks: OptionNetworks,
    rule: OptionRule,
    state: OptionState,
    actor: OptionUnderWay,
    obs: Array | Pixels,
    skill: Array,
    first: Array,
    keys: Key | None,
    features: Array | None = None,
) -> tuple[Array, OptionUnderWay, OptionUnderWay]:
    """Actions [E, A], or [E] of n; and the options that act, to be stored and as the actors."""
    del features
    q = option_q(networks, state.option_values, state.critics, obs, skill)
    # Without keys the best, whatever the policy over options would explore.
    scores = q if keys is None else rule.log_probs(q, state.exploration)
    split = None if keys is None else jax.vmap(jax.random.split)(keys)
    beta = betas(networks, state.termination, state, obs, skill)
    actor = options.call_and_return(actor, first, beta, scores, None if split is None else split[:, 0])
    code = code_of(networks, skill, actor.option)
    found = outputs(networks, state.policy, state.critics, obs, code)
    if split is None:
        return networks.actions.mode(found), actor, actor
    return jax.vmap(networks.actions.sample)(found, split[:, 1]), actor, actor


def _act(
    networks: OptionNetworks,
    rule: OptionRule,
    state: OptionState,
    obs: Array | Pixels,
    skill: Array,
    keys: Key | None,
) -> Array:
    """Of an episode's first step."""
    size = skill.shape[0]
    none = options.initial_options(networks.num_options, size)
    return _step(networks, rule, state, none, obs, skill, jnp.ones(size, bool), keys)[0]


def _update(
    networks: OptionNetworks,
    rule: OptionRule,
    state: OptionState,
    batch: Batch,
    reward: Array,
    hparams: HParams,
) -> tuple[OptionState, Metrics]:
    """One step of all networks and α, all at the parameters that came in; `reward` [B], scaled."""
    alpha = _alpha(rule, state.log_alpha, hparams)
    code = code_of(networks, batch.skill, batch.extras.option)
    given = UpdateContext(networks, rule, state, batch, code, alpha, hparams)
    gradients = make_gradients(given, make_targets(given, reward))
    held = None
    if rule.critic_only_updates:
        held = hparams["updates"] < rule.critic_only_updates
    state, metrics = _apply_gradients(given, gradients, held)
    if rule.soft:
        metrics |= {"alpha": alpha, "alpha_loss": jnp.zeros(())}
    if rule.learns_alpha:
        state, metrics["alpha_loss"] = _update_alpha(given, state, metrics["policy_entropy"], held)
    return _update_targets(rule, state, hparams), metrics


def _apply_gradients(
    given: UpdateContext, gradients: Gradients, held: Array | None
) -> tuple[OptionState, Metrics]:
    """One step of Adam for every network; `held` [] is of π and β: see `Optimizer`."""
    state, adam = given.state, given.networks.problem.optimizer
    rate, max_norm = given.hparams["learning_rate"], given.hparams["max_grad_norm"]
    (critic_loss, q_mean), critic_grads = gradients.critics
    (policy_loss, entropy), policy_grads = gradients.policy
    option_value_loss, value_grads = gradients.option_values
    (termination_loss, beta_mean), end_grads = gradients.termination
    critics, critics_opt, critic_norm = adam.step(
        critic_grads, state.critics_opt, state.critics, rate, max_norm=max_norm
    )
    option_values, option_values_opt, _ = adam.step(
        value_grads, state.option_values_opt, state.option_values, rate, max_norm=max_norm
    )
    policy, policy_opt, policy_norm = adam.step(
        policy_grads, state.policy_opt, state.policy, rate, max_norm=max_norm, held=held
    )
    termination, termination_opt, _ = adam.step(
        end_grads, state.termination_opt, state.termination, rate, max_norm=max_norm, held=held
    )
    state = state._replace(
        policy=policy,
        termination=termination,
        critics=critics,
        option_values=option_values,
        policy_opt=policy_opt,
        termination_opt=termination_opt,
        critics_opt=critics_opt,
        option_values_opt=option_values_opt,
    )
    return state, {
        "critic_loss": critic_loss,
        "policy_loss": policy_loss,
        "option_value_loss": option_value_loss,
        "termination_loss": termination_loss,
        "termination_mean": beta_mean,
        "policy_entropy": entropy,
        "q_mean": q_mean,
        "grad_norm_critics": critic_norm,
        "grad_norm_policy": policy_norm,
    }


def _update_alpha(
    given: UpdateContext, state: OptionState, entropy: Array, held: Array | None
) -> tuple[OptionState, Array]:
    """One step of Adam for log α, by the batch's mean entropy [], and its gradient []."""
    # arXiv:1812.05905, eq. 18; its gradient with respect to log α.
    grad = given.alpha * (entropy - given.rule.target_entropy(given.hparams))
    adam = given.networks.problem.optimizer
    rate = given.hparams["learning_rate"]
    log_alpha, alpha_opt, _ = adam.step(grad, state.alpha_opt, state.log_alpha, rate, held=held)
    return state._replace(log_alpha=log_alpha, alpha_opt=alpha_opt), grad


def _update_targets(rule: OptionRule, state: OptionState, hparams: HParams) -> OptionState:
    """Polyak steps of the targets, and how the policy over options explores from now on."""
    target_critics, target_option_values = jax.tree.map(
        lambda online, target: equations.polyak(online, target, hparams["tau"]),
        (state.critics, state.option_values),
        (state.target_critics, state.target_option_values),
    )
    return state._replace(
        target_critics=target_critics,
        target_option_values=target_option_values,
        exploration=_exploration(rule, state.log_alpha, hparams),
    )


def _accumulate_metrics(
    networks: OptionNetworks, state: OptionState, rows: OptionUnderWay, valid: Array
) -> tuple[OptionState, Metrics]:
    assert isinstance(state.usage, options.OptionUsage)
    usage = options.count_usage(state.usage, rows, valid, networks.problem.axis)
    return state._replace(usage=usage), options.usage_figures(usage)


def _latent(networks: OptionNetworks, state: OptionState, obs: Array | Pixels) -> Array:
    return networks.vision.latent(state.critics, obs)


def _policy_state(networks: OptionNetworks, state: OptionState) -> OptionState:
    return state._replace(
        critics=networks.vision.encoder_alone(state.critics),
        target_critics=(),
        target_option_values=(),
        usage=(),
        policy_opt=(),
        termination_opt=(),
        critics_opt=(),
        option_values_opt=(),
        alpha_opt=(),
    )


def _warm_start(
    networks: OptionNetworks, state: OptionState, other: SacState, z: Array, with_critics: bool
) -> OptionState:
    """See `Agent.warm_start`: option k begins as the skill z[k]; ends and option values are `state`'s."""
    vision = networks.vision

    def taken(params: PyTree, size: int) -> PyTree:
        return vision.with_network(params, with_skills_as_options(vision.network(params), size, z))

    def critics(theirs: PyTree, ours: PyTree) -> PyTree:
        if with_critics:
            return taken(theirs, networks.problem.input_size)
        # The policy may see through the encoder beside the critics.
        return vision.with_network(theirs, vision.network(ours))

    return state._replace(
        policy=taken(other.policy, networks.policy_size),
        critics=critics(other.critics, state.critics),
        target_critics=critics(other.target_critics, state.target_critics),
    )
