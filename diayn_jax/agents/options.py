"""An agent with options, learned from replay: what `option_critic` and `soft_option_critic` share.

Networks see the option as they see a skill: as a one-hot behind the observation. So a policy with K skills
can become one with K options. Where there are skills, all networks see z too; it is left out below.

- π(a|s, ω), the policy within an option, and β(s, ω), whether it ends in s;
- Q_i(s, ω, a), twin critics: the paper's Q_U;
- Q_Ω(s, ω), the option's value, for all options at once.

Critics and option values have targets that follow by Polyak steps. Rows of the replay are
(s, ω, a, r, s', terminated), and may be of any age: all else that the losses need, such as actions in s', the
end of ω there and the choice that follows, is drawn or averaged by the present networks. The reward and η are
those of the environment and the setting times `reward_scale`.

    y         = r + γ (1 − terminated) U(s', ω)
    U(s', ω)  = (1 − β(s', ω)) G(s', ω) + β(s', ω) (V_Ω(s') − η)
    critics   descend  ½ Σ_i (Q_i(s, ω, a) − y)²
    Q_Ω       descends ½ (Q_Ω(s, ω) − E_a[min_i Q_i(s, ω, a) − α log π(a|s, ω)])²
    π         climbs   E_a[min_i Q_i(s, ω, a) − α log π(a|s, ω)] + w H(π(·|s, ω))
    β         descends β(s', ω) (Q_Ω(s', ω) − V_Ω(s') + η + ξ)

G is the value of going on, V_Ω that of choosing anew: see the two agents. With one option there is nothing to
choose, and β is 0.
"""

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import equations, parallel
from diayn_jax.agents.option_actions import one_of_n, vectors
from diayn_jax.agents.option_rule import OptionRule, OptionState
from diayn_jax.agents.sac import SacState
from diayn_jax.agents.vision import make_vision, with_auxiliary
from diayn_jax.hierarchy import options
from diayn_jax.interfaces import Agent, Problem
from diayn_jax.networks import (
    MLP,
    CategoricalPolicy,
    Policy,
    TwinCritic,
    TwinQNetwork,
    with_skills_as_options,
)
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, OptionUnderWay, Pixels, PyTree

FIRST_BETA = 0.1  # of untrained options, which so last ten steps


def make_option_agent(config: Any, problem: Problem, rule: OptionRule) -> Agent:
    """The agent.

    Args:
      config: with `options.OptionSettings`, `critics.CriticSettings` and the policy's sizes.
      problem: with actions of either kind.
      rule: which of the two agents.
    """
    axis, adam, encode_skill = problem.axis, problem.optimizer, problem.skills.encode
    count, is_discrete = config.num_options, problem.num_actions is not None
    actions = one_of_n() if is_discrete else vectors(problem.action_size)
    policy_network = CategoricalPolicy if is_discrete else Policy
    policy = policy_network(problem.action_size, config.policy_hidden_sizes, config.policy_layer_norm)
    critics: Any
    if is_discrete:
        critics = TwinQNetwork(problem.action_size, config.critic_hidden_sizes, config.critic_layer_norm)
    else:
        critics = TwinCritic(config.critic_hidden_sizes, config.critic_layer_norm)
    option_values = MLP(config.critic_hidden_sizes, count, config.critic_layer_norm)
    termination = MLP(config.policy_hidden_sizes, count, config.policy_layer_norm)
    vision = make_vision(config, problem)
    policy_size = problem.input_size if problem.policy_dims is None else len(problem.policy_dims)

    def init(key: Key, hparams: HParams) -> OptionState:
        policy_key, critic_key, encoder_key, own_encoder_key, value_key, end_key = jax.random.split(key, 6)
        code, skill = jnp.zeros((1, problem.skills.size + count)), jnp.zeros((1, problem.skills.size))
        seen, seen_by_policy = jnp.zeros((1, problem.input_size)), jnp.zeros((1, policy_size))
        acted = () if is_discrete else (jnp.zeros((1, problem.action_size)),)
        policy_params = policy.init(policy_key, seen_by_policy, code)
        critic_params = critics.init(critic_key, seen, code, *acted)
        policy_params = vision.init_policy(own_encoder_key, policy_params)
        critic_params = vision.init_critics(encoder_key, critic_params)
        value_params = option_values.init(value_key, jnp.concatenate([seen_by_policy, skill], axis=-1))
        end_params = termination.init(end_key, jnp.concatenate([seen_by_policy, skill], axis=-1))
        end_params = _with_bias(end_params, len(config.policy_hidden_sizes), FIRST_BETA)
        log_alpha = jnp.log(hparams["alpha"]) if rule.learns_alpha else jnp.zeros(())
        alpha = _alpha(log_alpha, hparams)
        # Copies: a donated state must not hold one buffer twice.
        targets = jax.tree.map(jnp.copy, (critic_params, value_params))
        return OptionState(
            policy_params,
            end_params,
            critic_params,
            value_params,
            targets[0],
            targets[1],
            log_alpha,
            jnp.asarray(rule.exploration(hparams, alpha), jnp.float32),
            options.no_usage(count),
            adam.init(policy_params),
            adam.init(end_params),
            adam.init(critic_params),
            adam.init(value_params),
            adam.init(log_alpha),
        )

    def _alpha(log_alpha: Array, hparams: HParams) -> Array:
        if rule.learns_alpha:
            return jnp.exp(log_alpha)
        return hparams["alpha"] if rule.soft else jnp.zeros(())

    def code_of(skill: Array, option: Array) -> Array:
        """What networks get of a skill and an option, [B, Z + K]."""
        return jnp.concatenate([encode_skill(skill), jax.nn.one_hot(option, count)], axis=-1)

    def outputs(params: PyTree, critic_params: PyTree, obs: Array | Pixels, code: Array) -> PyTree:
        seen = vision.policy_input(params, critic_params, obs)
        return policy.apply(vision.network(params), seen, code)

    def q_values(params: PyTree, obs: Array | Pixels, code: Array, action: Array | None) -> Array:
        """[2, B] of the action, or [2, B, n] of all actions that can be counted, where it is None."""
        seen, network = vision.critic_input(params, obs), vision.network(params)
        if not is_discrete:
            return critics.apply(network, seen, code, action)
        q: Array = critics.apply(network, seen, code)
        return q if action is None else jnp.take_along_axis(q, action[None, :, None], axis=-1)[..., 0]

    def option_q(params: PyTree, critic_params: PyTree, obs: Array | Pixels, skill: Array) -> Array:
        """Q_Ω(s, ·), [B, K]. It looks through the critics' encoder, and does not train it."""
        seen = jax.lax.stop_gradient(vision.critic_input(critic_params, obs))
        # Options are chosen by it, so that it sees no more than a policy may.
        seen = seen if problem.policy_dims is None else seen[..., jnp.array(problem.policy_dims)]
        return option_values.apply(params, jnp.concatenate([seen, encode_skill(skill)], axis=-1))

    def betas(params: PyTree, state: OptionState, obs: Array | Pixels, skill: Array) -> Array:
        """β(s, ·), [B, K]."""
        seen = jax.lax.stop_gradient(vision.policy_input(state.policy, state.critics, obs))
        if count == 1:
            return jnp.zeros((seen.shape[0], 1))
        logits = termination.apply(params, jnp.concatenate([seen, encode_skill(skill)], axis=-1))
        return jax.nn.sigmoid(logits)

    def start(state: OptionState, keys: Key) -> OptionUnderWay:
        del state
        return options.initial_options(count, keys.shape[0])

    def step(
        state: OptionState,
        actor: OptionUnderWay,
        obs: Array | Pixels,
        skill: Array,
        first: Array,
        keys: Key | None,
        features: Array | None = None,
    ) -> tuple[Array, OptionUnderWay, OptionUnderWay]:
        del features
        q = option_q(state.option_values, state.critics, obs, skill)
        # Without keys the best, whatever the policy over options would explore.
        scores = q if keys is None else rule.log_probs(q, state.exploration)
        split = None if keys is None else jax.vmap(jax.random.split)(keys)
        beta = betas(state.termination, state, obs, skill)
        actor = options.call_and_return(actor, first, beta, scores, None if split is None else split[:, 0])
        found = outputs(state.policy, state.critics, obs, code_of(skill, actor.option))
        action = actions.mode(found) if split is None else jax.vmap(actions.sample)(found, split[:, 1])
        return action, actor, actor

    def act(state: OptionState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
        size = skill.shape[0]
        return step(state, options.initial_options(count, size), obs, skill, jnp.ones(size, bool), keys)[0]

    def of_option(values: Array, option: Array) -> Array:
        """The values of the options under way: [B, K] -> [B]."""
        return jnp.take_along_axis(values, option[:, None].astype(jnp.int32), axis=-1)[:, 0]

    def critic_loss(params: PyTree, batch: Batch, code: Array, target: Array) -> tuple[Array, Array]:
        """Σ_b w_b ½ Σ_i (Q_i(s, ω, a) − y)², and the critics' mean value."""
        q = q_values(params, batch.obs, code, batch.action)
        return jnp.sum(batch.weight * 0.5 * (q - target) ** 2), jnp.sum(batch.weight * q.mean(0))

    def policy_loss(
        params: PyTree,
        state: OptionState,
        batch: Batch,
        code: Array,
        noise: PyTree,
        alpha: Array,
        weight: Any,
    ) -> tuple[Array, tuple[Array, Array]]:
        """Minus what π climbs, with w as `weight`; beside it the mean entropy, and the values [B]."""
        found = outputs(params, state.critics, batch.obs, code)
        value, entropy = actions.value(
            found, lambda a: q_values(state.critics, batch.obs, code, a), noise, alpha
        )
        gain = value + weight * entropy
        return -jnp.sum(batch.weight * gain), (jnp.sum(batch.weight * entropy), value)

    def option_value_loss(params: PyTree, state: OptionState, batch: Batch, value: Array) -> Array:
        """Σ_b w_b ½ (Q_Ω(s, ω) − value)²."""
        q = of_option(option_q(params, state.critics, batch.obs, batch.skill), batch.extras.option)
        return jnp.sum(batch.weight * 0.5 * (q - value) ** 2)

    def termination_loss(
        params: PyTree, state: OptionState, batch: Batch, advantage: Array
    ) -> tuple[Array, Array]:
        """Σ_b w_b β(s', ω) A(s', ω) where s' is not terminal, and the mean β."""
        ends = of_option(betas(params, state, batch.next_obs, batch.skill), batch.extras.option)
        alive = batch.weight * ~batch.terminated
        return jnp.sum(alive * ends * advantage), jnp.sum(batch.weight * ends)

    def noise(key: Key) -> PyTree:
        return actions.noise(key)

    def update(
        state: OptionState,
        batch: Batch,
        reward: Array,
        hparams: HParams,
        auxiliary_loss: Callable[[Array], Array] | None = None,
    ) -> tuple[OptionState, Metrics]:
        """One step of all networks and α, all at the parameters that came in; `reward` [B], scaled."""
        alpha = _alpha(state.log_alpha, hparams)
        option = batch.extras.option
        code = code_of(batch.skill, option)
        at_s, at_next = (jax.tree.map(lambda x, i=i: x[:, i], batch.agent_noise) for i in (0, 1))
        exploration = rule.exploration(hparams, alpha)

        next_q = option_q(state.target_option_values, state.target_critics, batch.next_obs, batch.skill)
        choosing, going_on = rule.value(next_q, exploration), of_option(next_q, option)
        # The cost is in units of the environment's reward, and values are of the scaled one.
        cost = hparams["reward_scale"] * hparams["deliberation_cost"]
        margin = hparams["termination_margin"]
        advantage = equations.termination_advantage(going_on, choosing, margin, cost)
        beta = of_option(betas(state.termination, state, batch.next_obs, batch.skill), option)
        if rule.soft:
            found = outputs(state.policy, state.critics, batch.next_obs, code)
            going_on, _ = actions.value(
                found, lambda a: q_values(state.target_critics, batch.next_obs, code, a), at_next, alpha
            )
        arrival = equations.value_on_arrival(going_on, beta, choosing, cost)
        target = reward + hparams["discount"] * jnp.where(batch.terminated, 0.0, arrival)

        of_critics = jax.value_and_grad(critic_loss, has_aux=True)(state.critics, batch, code, target)
        of_critics = with_auxiliary(of_critics, vision, state.critics, batch.next_obs, auxiliary_loss)
        (policy_value, (entropy, value)), policy_grads = jax.value_and_grad(policy_loss, has_aux=True)(
            state.policy, state, batch, code, at_s, alpha, rule.entropy_weight(hparams)
        )
        of_values = jax.value_and_grad(option_value_loss)(state.option_values, state, batch, value)
        of_ends = jax.value_and_grad(termination_loss, has_aux=True)(
            state.termination, state, batch, advantage
        )
        # One exchange between devices for all of them.
        of_critics, of_policy, of_values, of_ends = parallel.total(
            (of_critics, ((policy_value, entropy), policy_grads), of_values, of_ends), axis
        )
        (critic_value, q_mean), critic_grads = of_critics
        (policy_value, entropy), policy_grads = of_policy
        values_value, values_grads = of_values
        (ends_value, beta_mean), ends_grads = of_ends

        rate, max_norm = hparams["learning_rate"], hparams["max_grad_norm"]
        policy_rate = rate
        if rule.critic_only_updates:
            policy_rate = jnp.where(hparams["updates"] < rule.critic_only_updates, 0.0, rate)
        critic_params, critics_opt, critic_norm = adam.step(
            critic_grads, state.critics_opt, state.critics, rate, max_norm=max_norm
        )
        value_params, option_values_opt, _ = adam.step(
            values_grads, state.option_values_opt, state.option_values, rate, max_norm=max_norm
        )
        policy_params, policy_opt, policy_norm = adam.step(
            policy_grads, state.policy_opt, state.policy, policy_rate, max_norm=max_norm
        )
        end_params, termination_opt, _ = adam.step(
            ends_grads, state.termination_opt, state.termination, policy_rate, max_norm=max_norm
        )
        metrics: Metrics = {
            "critic_loss": critic_value,
            "policy_loss": policy_value,
            "option_value_loss": values_value,
            "termination_loss": ends_value,
            "termination_mean": beta_mean,
            "policy_entropy": entropy,
            "q_mean": q_mean,
            "grad_norm_critics": critic_norm,
            "grad_norm_policy": policy_norm,
        }
        log_alpha, alpha_opt = state.log_alpha, state.alpha_opt
        if rule.soft:
            metrics |= {"alpha": alpha, "alpha_loss": jnp.zeros(())}
        if rule.learns_alpha:
            # arXiv:1812.05905, eq. 18; its gradient with respect to log α.
            alpha_grad = alpha * (entropy - rule.target_entropy(hparams))
            log_alpha, alpha_opt, _ = adam.step(alpha_grad, alpha_opt, log_alpha, policy_rate)
            metrics["alpha_loss"] = alpha_grad
        targets = jax.tree.map(
            lambda online, target: equations.polyak(online, target, hparams["tau"]),
            (critic_params, value_params),
            (state.target_critics, state.target_option_values),
        )
        new = OptionState(
            policy_params,
            end_params,
            critic_params,
            value_params,
            targets[0],
            targets[1],
            log_alpha,
            jnp.asarray(rule.exploration(hparams, _alpha(log_alpha, hparams)), jnp.float32),
            state.usage,
            policy_opt,
            termination_opt,
            critics_opt,
            option_values_opt,
            alpha_opt,
        )
        return new, metrics

    def tally(state: OptionState, rows: OptionUnderWay, valid: Array) -> tuple[OptionState, Metrics]:
        assert isinstance(state.usage, options.OptionUsage)
        usage = options.count_usage(state.usage, rows, valid, axis)
        return state._replace(usage=usage), options.usage_figures(usage)

    def latent(state: OptionState, obs: Array | Pixels) -> Array:
        return vision.latent(state.critics, obs)

    def inference(state: OptionState) -> OptionState:
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

    def adopt(state: OptionState, other: SacState, z: Array, with_critics: bool) -> OptionState:
        """See `Agent.adopt`: option k begins as the skill z[k]; ends and option values are `state`'s."""

        def taken(params: PyTree, size: int) -> PyTree:
            return vision.with_network(params, with_skills_as_options(vision.network(params), size, z))

        state = state._replace(policy=taken(other.policy, policy_size))
        pairs = {
            "critics": (other.critics, state.critics),
            "target_critics": (other.target_critics, state.target_critics),
        }
        return state._replace(
            **{
                # The policy may see through the encoder beside the critics.
                name: taken(theirs, problem.input_size)
                if with_critics
                else vision.with_network(theirs, vision.network(ours))
                for name, (theirs, ours) in pairs.items()
            }
        )

    return Agent(
        init,
        act,
        update,
        noise,
        latent,
        inference,
        # SAC has skills for vectors alone.
        adopt=None if is_discrete else adopt,
        start=start,
        step=step,
        tally=tally,
    )


def _with_bias(params: PyTree, last: int, beta: float) -> PyTree:
    """The parameters of the ends' network with a last layer that begins near this β everywhere."""
    name = f"Dense_{last}"
    layer = params["params"][name]
    layer = {
        "kernel": 0.01 * layer["kernel"],
        "bias": jnp.full_like(layer["bias"], float(np.log(beta / (1 - beta)))),
    }
    return {"params": {**params["params"], name: layer}}
