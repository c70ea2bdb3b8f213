"""What the networks of an agent with options learn towards, from rows of the replay.

- π(a|s, ω), the policy within an option, and β(s, ω), whether it ends in s;
- Q_i(s, ω, a), twin critics: the paper's Q_U;
- Q_Ω(s, ω), the option's value, for all options at once.

Rows are (s, ω, a, r, s', terminated), and may be of any age: all else that the losses need, such as actions
in s', the end of ω there and the choice that follows, is drawn or averaged by the present networks. The
reward and η are those of the environment and the setting times `reward_scale`.

    y         = r + γ (1 − terminated) U(s', ω)
    U(s', ω)  = (1 − β(s', ω)) G(s', ω) + β(s', ω) (V_Ω(s') − η)
    critics   descend  ½ Σ_i (Q_i(s, ω, a) − y)²
    Q_Ω       descends ½ (Q_Ω(s, ω) − E_a[min_i Q_i(s, ω, a) − α log π(a|s, ω)])²
    π         climbs   E_a[min_i Q_i(s, ω, a) − α log π(a|s, ω)] + w H(π(·|s, ω))
    β         descends β(s', ω) (Q_Ω(s', ω) − V_Ω(s') + η + ξ)

G is the value of going on, V_Ω that of choosing anew: see the two agents. With one option there is nothing to
choose, and β is 0. Where there are skills, z is left out here.
"""

from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.agents.option_networks import OptionNetworks, betas, of_option, option_q, outputs, q_values
from diayn_jax.agents.option_rule import OptionRule, OptionState
from diayn_jax.agents.vision import with_latent_gradient
from diayn_jax.types import Array, Batch, HParams, Pixels, PyTree


class UpdateContext(NamedTuple):
    """What all losses of one update need."""

    networks: OptionNetworks
    rule: OptionRule
    state: OptionState  # as it came in
    batch: Batch  # rows [B]
    code: Array  # z and ω as networks get them, [B, Z + K]
    alpha: Array  # α, []
    hparams: HParams


class Targets(NamedTuple):
    """What critics and ends learn from, [B] each."""

    critics: Array  # y
    advantage: Array  # Q_Ω(s', ω) − V_Ω(s') + η + ξ, of going on over choosing anew


class Gradients(NamedTuple):
    """Of each network its loss [], beside it another figure [] where there is one, and its gradients."""

    critics: tuple[tuple[Array, Array], PyTree]  # the mean of Q_i(s, ω, a)
    policy: tuple[tuple[Array, Array], PyTree]  # the mean entropy of π(·|s, ω), nats
    option_values: tuple[Array, PyTree]
    termination: tuple[tuple[Array, Array], PyTree]  # the mean of β(s', ω)


def make_targets(given: UpdateContext, reward: Array) -> Targets:
    """The targets [B], by the target networks and the present π and β; `reward` [B], scaled."""
    networks, rule, state, hparams = given.networks, given.rule, given.state, given.hparams
    batch, option = given.batch, given.batch.extras.option
    next_q = option_q(networks, state.target_option_values, state.target_critics, batch.next_obs, batch.skill)
    choosing = rule.value(next_q, rule.exploration(hparams, given.alpha))
    going_on = of_option(next_q, option)
    # The cost is in units of the environment's reward, and values are of the scaled one.
    cost = hparams["reward_scale"] * hparams["deliberation_cost"]
    margin = hparams["termination_margin"]
    advantage = equations.termination_advantage(going_on, choosing, margin, cost)
    beta = of_option(betas(networks, state.termination, state, batch.next_obs, batch.skill), option)
    if rule.soft:
        going_on, _ = _action_value(given, state.policy, state.target_critics, batch.next_obs, 1)
    arrival = equations.value_on_arrival(going_on, beta, choosing, cost)
    target = reward + hparams["discount"] * jnp.where(batch.terminated, 0.0, arrival)
    return Targets(target, advantage)


def _action_value(
    given: UpdateContext, policy: PyTree, critics: PyTree, obs: Array | Pixels, place: int
) -> tuple[Array, Array]:
    """E_a[min_i Q_i(s, ω, a) − α log π(a|s, ω)] by these critics, and the entropy of π(·|s, ω), [B] each.

    `place` is that of the noise that draws a: 0 of the actions at s, 1 of those at s'.
    """
    found = outputs(given.networks, policy, given.state.critics, obs, given.code)
    noise = jax.tree.map(lambda x: x[:, place], given.batch.agent_noise)
    return given.networks.actions.value(
        found, lambda action: q_values(given.networks, critics, obs, given.code, action), noise, given.alpha
    )


def make_gradients(given: UpdateContext, targets: Targets) -> Gradients:
    """Losses and gradients of all networks at the parameters that came in, summed over devices.

    Args:
      given: what the update is of.
      targets: of the critics and the ends.
    """
    state = given.state
    of_critics = jax.value_and_grad(critic_loss, has_aux=True)(state.critics, given, targets.critics)
    of_critics = with_latent_gradient(of_critics, given.networks.vision, state.critics, given.batch)
    (loss, (entropy, value)), policy_grads = jax.value_and_grad(policy_loss, has_aux=True)(
        state.policy, given
    )
    of_values = jax.value_and_grad(option_value_loss)(state.option_values, given, value)
    of_ends = jax.value_and_grad(termination_loss, has_aux=True)(state.termination, given, targets.advantage)
    found = Gradients(of_critics, ((loss, entropy), policy_grads), of_values, of_ends)
    # One exchange between devices for all of them.
    total: Gradients = parallel.psum(found, given.networks.problem.axis)
    return total


def critic_loss(params: PyTree, given: UpdateContext, target: Array) -> tuple[Array, Array]:
    """Σ_b w_b ½ Σ_i (Q_i(s, ω, a) − y)² with y as `target` [B], and the critics' mean value."""
    batch = given.batch
    q = q_values(given.networks, params, batch.obs, given.code, batch.action)
    return jnp.sum(batch.weight * 0.5 * (q - target) ** 2), jnp.sum(batch.weight * q.mean(0))


def policy_loss(params: PyTree, given: UpdateContext) -> tuple[Array, tuple[Array, Array]]:
    """Minus what π climbs, []; beside it the mean entropy [], and E_a[min_i Q_i − α log π] [B]."""
    batch = given.batch
    value, entropy = _action_value(given, params, given.state.critics, batch.obs, 0)
    gain = value + given.rule.entropy_weight(given.hparams) * entropy
    return -jnp.sum(batch.weight * gain), (jnp.sum(batch.weight * entropy), value)


def option_value_loss(params: PyTree, given: UpdateContext, value: Array) -> Array:
    """Σ_b w_b ½ (Q_Ω(s, ω) − value)², of values [B]."""
    batch = given.batch
    of_all = option_q(given.networks, params, given.state.critics, batch.obs, batch.skill)
    q = of_option(of_all, batch.extras.option)
    return jnp.sum(batch.weight * 0.5 * (q - value) ** 2)


def termination_loss(params: PyTree, given: UpdateContext, advantage: Array) -> tuple[Array, Array]:
    """Σ_b w_b β(s', ω) A(s', ω) where s' is not terminal, of advantages [B], and the mean β."""
    batch = given.batch
    beta = betas(given.networks, params, given.state, batch.next_obs, batch.skill)
    ends = of_option(beta, batch.extras.option)
    alive = batch.weight * ~batch.terminated
    return jnp.sum(alive * ends * advantage), jnp.sum(batch.weight * ends)
