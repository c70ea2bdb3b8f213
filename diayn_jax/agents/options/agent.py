"""An agent with options, learned from replay: everything that option-critic and soft option-critic share.

An option ω (Sutton, Precup and Singh 1999) is a behaviour that takes several steps. It has a policy
π(a|s, ω), and ends in s' with probability β(s', ω). Here each option may begin in every state. Options act
by call-and-return: the current option acts until it ends; then an option is chosen in the same state, perhaps
the same option again.

This module contains how options act, and one update: targets, gradients and steps of Adam. `losses`
has the formulas, and `networks` the networks that occur in them. Critics and option values have target
networks that follow by Polyak steps.
"""

import dataclasses
import functools
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import equations
from diayn_jax.agents import vision
from diayn_jax.agents.anchor import policy_is_held
from diayn_jax.agents.keys import split_rows
from diayn_jax.agents.options.losses import Gradients, OptionRule, UpdateContext, make_gradients, make_targets
from diayn_jax.agents.options.networks import (
    OptionNetworks,
    OptionState,
    betas,
    code_of,
    first_params,
    make_option_networks,
    of_option,
    option_q,
    outputs,
)
from diayn_jax.agents.options.usage import OptionUsage, count_usage, no_usage, usage_figures
from diayn_jax.agents.sac import SacState, alpha_gradient
from diayn_jax.config import Range, field
from diayn_jax.interfaces import Agent, ProblemSpec
from diayn_jax.networks import with_skills_as_options
from diayn_jax.skills import smallest_int_dtype
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, OptionUnderWay, Pixels, PyTree

MOST_OPTIONS = 64


@dataclasses.dataclass(frozen=True, kw_only=True)
class OptionSettings:
    """The settings of agents with options."""

    num_options: int = field(4, "K, the number of options", "agent", Range(low=1, high=MOST_OPTIONS))
    termination_margin: float = field(
        0.01,
        "ξ, by how much an option may be worse than the best one and still continue, in units of the value",
        "agent",
        Range(low=0),
        traced=True,
    )
    deliberation_cost: float = field(
        0.0,
        "η, the cost of ending an option, in units of the environment's reward",
        "agent",
        Range(low=0),
        traced=True,
    )


def make_option_agent(config: Any, problem: ProblemSpec, rule: OptionRule) -> Agent:
    """Makes the agent by the rule of option-critic or of soft option-critic.

    The config has the fields of `OptionSettings` and `CriticSettings`, and the policy's sizes.
    """
    networks = make_option_networks(config, problem)

    def step(
        state: OptionState,
        actor: OptionUnderWay,
        obs: Array | Pixels,
        skill: Array,
        first: Array,
        keys: Key | None,
        features: Array | None = None,
    ) -> tuple[Array, OptionUnderWay, OptionUnderWay]:
        """Returns actions [E, A] or [E], and the options that act, twice: to store, and as the actors."""
        del features
        option_keys, action_keys = split_rows(keys)
        q = option_q(networks, state.option_values, state.critics, obs, skill)
        # Without keys the best option is chosen, whatever exploration the policy over options has.
        scores = q if keys is None else rule.log_probs(q, state.exploration)
        beta = betas(networks, state.termination, state, obs, skill)
        actor = call_and_return(actor, first, beta, scores, option_keys)
        code = code_of(networks, skill, actor.option)
        found = outputs(networks, state.policy, state.critics, obs, code)
        if action_keys is None:
            return networks.actions.mode(found), actor, actor
        return jax.vmap(networks.actions.sample)(found, action_keys), actor, actor

    def act(state: OptionState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
        """The actions of an episode's first step."""
        size = skill.shape[0]
        none = initial_options(networks.num_options, size)
        return step(state, none, obs, skill, jnp.ones(size, bool), keys)[0]

    return Agent(
        init=functools.partial(init, networks, rule),
        act=act,
        update=functools.partial(update, networks, rule),
        noise=networks.actions.noise,
        latent=lambda state, obs: networks.vision.latent(state.critics, obs),
        policy_state=policy_state,
        # Options may begin as SAC's skills, and SAC has only vectors as actions.
        warm_start=functools.partial(warm_start, networks) if problem.num_actions is None else None,
        start=lambda state, keys: initial_options(networks.num_options, keys.shape[0]),
        step=step,
        accumulate_metrics=functools.partial(accumulate_metrics, networks),
    )


def init(networks: OptionNetworks, rule: OptionRule, key: Key, hparams: HParams) -> OptionState:
    """Returns the state of an untrained agent. The targets begin as copies of their networks."""
    policy, termination, critics, option_values = first_params(networks, key)
    adam = networks.problem.optimizer
    log_alpha = jnp.log(hparams["alpha"]) if rule.learns_alpha else jnp.zeros(())
    # Copies, because a donated state must not hold one buffer twice.
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
        usage=no_usage(networks.num_options),
        policy_opt=adam.init(policy),
        termination_opt=adam.init(termination),
        critics_opt=adam.init(critics),
        option_values_opt=adam.init(option_values),
        alpha_opt=adam.init(log_alpha),
    )


def initial_options(num_options: int, size: int) -> OptionUnderWay:
    """Returns the actors of E = `size` episodes that have not begun: −1, no option yet."""
    return OptionUnderWay(jnp.full(size, -1, smallest_int_dtype(num_options)), jnp.zeros(size, bool))


def call_and_return(
    actor: OptionUnderWay, first: Array, beta: Array, log_probs: Array, keys: Key | None
) -> OptionUnderWay:
    """Call-and-return: which options act in s, and which of them begin there.

    Args:
      actor: the options that led to s, [E]; at −1, which stands for none, a new one is chosen.
      first: [E], bool: s is an episode's first state, where a new one is chosen in any case.
      beta: β(s, ω), [E, K].
      log_probs: log π_Ω(ω|s), [E, K]; without keys any score of the options.
      keys: [E]; without them an option ends if β ≥ 1/2, and the one with the highest score is chosen.

    Returns:
      The options that act in s, and whether each begins there, [E] each.
    """
    ending = of_option(beta, jnp.maximum(actor.option, 0))
    if keys is None:
        ends, chosen = ending >= 0.5, jnp.argmax(log_probs, axis=-1)
    else:
        split = jax.vmap(jax.random.split)(keys)
        ends = jax.vmap(jax.random.uniform)(split[:, 0]) < ending
        chosen = jax.vmap(jax.random.categorical)(split[:, 1], log_probs)
    begins = first | (actor.option < 0) | ends
    option = jnp.where(begins, chosen.astype(actor.option.dtype), actor.option)
    return OptionUnderWay(option, begins)


def update(
    networks: OptionNetworks,
    rule: OptionRule,
    state: OptionState,
    batch: Batch,
    reward: Array,
    hparams: HParams,
) -> tuple[OptionState, Metrics]:
    """One step of all networks and α on a batch [B] with rewards [B], all at the parameters before it."""
    alpha = _alpha(rule, state.log_alpha, hparams)
    code = code_of(networks, batch.skill, batch.extras.option)
    given = UpdateContext(networks, rule, state, batch, code, alpha, hparams)
    gradients = make_gradients(given, make_targets(given, reward))
    held = policy_is_held(rule.critic_only_updates, hparams)
    state, metrics = _apply_gradients(given, gradients, held)
    if rule.soft:
        metrics |= {"alpha": alpha, "alpha_loss": jnp.zeros(())}
    if rule.learns_alpha:
        state, metrics["alpha_loss"] = _update_alpha(given, state, metrics["policy_entropy"], held)
    return _update_targets(rule, state, hparams), metrics


def _apply_gradients(
    given: UpdateContext, gradients: Gradients, held: Array | None
) -> tuple[OptionState, Metrics]:
    """Takes one step of Adam for every network. π and β do not change if `held` [] is True (`Optimizer`)."""
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


def _alpha(rule: OptionRule, log_alpha: Array, hparams: HParams) -> Array:
    """α, []; 0 if values are returns without entropy."""
    if rule.learns_alpha:
        return jnp.exp(log_alpha)
    return hparams["alpha"] if rule.soft else jnp.zeros(())


def _exploration(rule: OptionRule, log_alpha: Array, hparams: HParams) -> Array:
    """The exploration of the policy over options, []: its α, temperature or ε."""
    return jnp.asarray(rule.exploration(hparams, _alpha(rule, log_alpha, hparams)), jnp.float32)


def _update_alpha(
    given: UpdateContext, state: OptionState, entropy: Array, held: Array | None
) -> tuple[OptionState, Array]:
    """One step of Adam for log α, given the batch's mean entropy []; and the gradient []."""
    grad = alpha_gradient(given.alpha, entropy, given.rule.target_entropy(given.hparams))
    adam, rate = given.networks.problem.optimizer, given.hparams["learning_rate"]
    log_alpha, alpha_opt, _ = adam.step(grad, state.alpha_opt, state.log_alpha, rate, held=held)
    return state._replace(log_alpha=log_alpha, alpha_opt=alpha_opt), grad


def _update_targets(rule: OptionRule, state: OptionState, hparams: HParams) -> OptionState:
    """Takes Polyak steps of the targets, and updates the exploration of the policy over options."""
    target_critics, target_option_values = equations.polyak(
        (state.critics, state.option_values),
        (state.target_critics, state.target_option_values),
        hparams["tau"],
    )
    return state._replace(
        target_critics=target_critics,
        target_option_values=target_option_values,
        exploration=_exploration(rule, state.log_alpha, hparams),
    )


def accumulate_metrics(
    networks: OptionNetworks, state: OptionState, rows: OptionUnderWay, valid: Array
) -> tuple[OptionState, Metrics]:
    """Counts the options of new steps: rows and valid [T, E]."""
    assert isinstance(state.usage, OptionUsage)
    usage = count_usage(state.usage, rows, valid, networks.problem.axes)
    return state._replace(usage=usage), usage_figures(usage)


def policy_state(state: OptionState) -> OptionState:
    """Returns the state without critics (except an encoder), targets and optimisers, which only train."""
    return state._replace(
        critics=vision.encoder_alone(state.critics),
        target_critics=(),
        target_option_values=(),
        usage=(),
        policy_opt=(),
        termination_opt=(),
        critics_opt=(),
        option_values_opt=(),
        alpha_opt=(),
    )


def warm_start(
    networks: OptionNetworks, state: OptionState, other: SacState, z: Array, with_critics: bool
) -> OptionState:
    """`state` with options that begin as SAC's skills: option k acts by the skill z[k], of z [K, Z].

    The critics are those of `other` too if asked. β and the option values are those of `state`.
    """

    def taken(params: PyTree, size: int) -> PyTree:
        network = with_skills_as_options(vision.network_of(params), size, z)
        return vision.with_network(params, network)

    def critics(theirs: PyTree, own: PyTree) -> PyTree:
        if with_critics:
            return taken(theirs, networks.problem.input_size)
        return vision.with_encoder_of(theirs, own)

    return state._replace(
        policy=taken(other.policy, vision.policy_input_size(networks.problem)),
        critics=critics(other.critics, state.critics),
        # The policy alone has no targets.
        target_critics=critics(other.target_critics or other.critics, state.target_critics),
    )
