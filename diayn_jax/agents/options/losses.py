"""The losses of the networks of an agent with options, on rows of the replay.

- π(a|s, ω) is the policy within an option, and β(s, ω) the probability that the option ends in s.
- Q_i(s, ω, a) are twin critics, the paper's Q_U.
- Q_Ω(s, ω) is the value of the option, for all options at once.

Rows are (s, ω, a, r, s', terminated) of any age. The losses also need actions in s', whether ω ends there,
and the choice that follows. These are drawn from the present networks, or averaged over them.

    y         = r + γ (1 − terminated) U(s', ω)
    U(s', ω)  = (1 − β(s', ω)) G(s', ω) + β(s', ω) (V_Ω(s') − η)
    critics   descend  ½ Σ_i (Q_i(s, ω, a) − y)²
    Q_Ω       descends ½ (Q_Ω(s, ω) − E_a[min_i Q_i(s, ω, a) − α log π(a|s, ω)])²
    π         climbs   E_a[min_i Q_i(s, ω, a) − α log π(a|s, ω)] + w H(π(·|s, ω))
    β         descends β(s', ω) (Q_Ω(s', ω) − V_Ω(s') + η + ξ)

G is the value of continuing ω, and V_Ω that of choosing anew; `OptionRule` defines both for each of the two
agents. The reward and η are multiplied by `reward_scale`. With one option there is nothing to
choose, and β is 0. If the run has skills, all of this depends on z too.
"""

from collections.abc import Callable
from typing import NamedTuple

import chex
import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.agents import vision
from diayn_jax.agents.options.networks import (
    OptionNetworks,
    OptionState,
    betas,
    of_option,
    option_q,
    outputs,
    q_values,
)
from diayn_jax.types import Array, Batch, HParams, Pixels, PyTree


class OptionRule(NamedTuple):
    """The differences between option-critic and soft option-critic.

    - `exploration(hparams, alpha)` is the α, temperature or ε of the policy over options, [].
    - `value(q [..., K], exploration)` is V_Ω, [...].
    - `log_probs(q [..., K], exploration)` is log π_Ω, [..., K].
    - `soft`: whether values include α times the entropy of π. If so, G(s', ω) is
      E_a[min_i Q_i(s', ω, a) − α log π(a|s', ω)] by the target critics. If not, α is 0, and G(s', ω) is
      Q_Ω(s', ω) by the target network.
    - `learns_alpha`: whether α is learned, so that π has an entropy of `target_entropy(hparams)` nats, [].
    - `entropy_weight(hparams)` is w, [].
    - `critic_only_updates`: the number of updates at the beginning in which π, β and α do not change.
    """

    exploration: Callable[[HParams, Array], Array]
    value: Callable[[Array, Array], Array]
    log_probs: Callable[[Array, Array], Array]
    soft: bool
    learns_alpha: bool
    entropy_weight: Callable[[HParams], Array | float]
    target_entropy: Callable[[HParams], Array | float]
    critic_only_updates: int = 0


class UpdateContext(NamedTuple):
    """The inputs of all losses of one update."""

    networks: OptionNetworks
    rule: OptionRule
    state: OptionState  # the state before the update
    batch: Batch  # rows [B]
    code: Array  # the encoded z and ω, [B, Z + K]
    alpha: Array  # α, []
    hparams: HParams


class Targets(NamedTuple):
    """The targets of the critics and of β, [B] each."""

    critics: Array  # y
    advantage: Array  # Q_Ω(s', ω) − V_Ω(s') + η + ξ, the advantage of continuing over choosing anew


class Gradients(NamedTuple):
    """For each network: its loss [], a second figure [] if there is one, and its gradients."""

    critics: tuple[tuple[Array, Array], PyTree]  # the mean of Q_i(s, ω, a)
    policy: tuple[tuple[Array, Array], PyTree]  # the mean entropy of π(·|s, ω), nats
    option_values: tuple[Array, PyTree]
    termination: tuple[tuple[Array, Array], PyTree]  # the mean of β(s', ω)


def make_targets(given: UpdateContext, reward: Array) -> Targets:
    """y and the advantage of continuing, by the target networks and the present π and β.

    `reward` [B] is scaled.
    """
    networks, rule, state, hparams = given.networks, given.rule, given.state, given.hparams
    batch, option = given.batch, given.batch.extras.option
    chex.assert_equal_shape([reward, batch.terminated, batch.weight, option])
    next_q = option_q(networks, state.target_option_values, state.target_critics, batch.next_obs, batch.skill)
    choosing = rule.value(next_q, rule.exploration(hparams, given.alpha))
    continuing = of_option(next_q, option)
    # The cost is in units of the environment's reward, but values are sums of the scaled reward.
    cost = hparams["reward_scale"] * hparams["deliberation_cost"]
    margin = hparams["termination_margin"]
    advantage = equations.termination_advantage(continuing, choosing, margin, cost)
    beta = of_option(betas(networks, state.termination, state, batch.next_obs, batch.skill), option)
    if rule.soft:
        continuing, _ = _action_value(given, state.policy, state.target_critics, batch.next_obs, 1)
    chex.assert_equal_shape([reward, continuing, beta, choosing])
    arrival = equations.value_on_arrival(continuing, beta, choosing, cost)
    target = reward + hparams["discount"] * jnp.where(batch.terminated, 0.0, arrival)
    return Targets(target, advantage)


def _action_value(
    given: UpdateContext, policy: PyTree, critics: PyTree, obs: Array | Pixels, noise_index: int
) -> tuple[Array, Array]:
    """Returns E_a[min_i Q_i(s, ω, a) − α log π(a|s, ω)] and the entropy of π(·|s, ω), [B] each.

    `noise_index` selects the noise that draws a: 0 for the actions at s, 1 for those at s'.
    """
    found = outputs(given.networks, policy, given.state.critics, obs, given.code)
    noise = jax.tree.map(lambda x: x[:, noise_index], given.batch.agent_noise)
    return given.networks.actions.value(
        found, lambda action: q_values(given.networks, critics, obs, given.code, action), noise, given.alpha
    )


def make_gradients(given: UpdateContext, targets: Targets) -> Gradients:
    """Losses and gradients of all networks at the parameters before the update, summed over devices."""
    state = given.state
    critics = jax.value_and_grad(critic_loss, has_aux=True)(state.critics, given, targets.critics)
    critics = vision.with_latent_gradient(critics, given.networks.vision, state.critics, given.batch)
    (loss, (entropy, value)), policy_grads = jax.value_and_grad(policy_loss, has_aux=True)(
        state.policy, given
    )
    option_values = jax.value_and_grad(option_value_loss)(state.option_values, given, value)
    termination = jax.value_and_grad(termination_loss, has_aux=True)(
        state.termination, given, targets.advantage
    )
    found = Gradients(critics, ((loss, entropy), policy_grads), option_values, termination)
    # Devices exchange all gradients at once.
    total: Gradients = parallel.psum(found, given.networks.problem.axes)
    return total


def critic_loss(critics: PyTree, given: UpdateContext, target: Array) -> tuple[Array, Array]:
    """Returns Σ_b w_b ½ Σ_i (Q_i(s, ω, a) − y)² for y [B], and the mean Q value, [] each."""
    batch = given.batch
    q = q_values(given.networks, critics, batch.obs, given.code, batch.action)
    chex.assert_shape(q, (2, *target.shape))
    return jnp.sum(batch.weight * 0.5 * (q - target) ** 2), jnp.sum(batch.weight * q.mean(0))


def policy_loss(policy: PyTree, given: UpdateContext) -> tuple[Array, tuple[Array, Array]]:
    """Returns π's loss [], the mean entropy [], and E_a[min_i Q_i − α log π] [B]."""
    batch = given.batch
    value, entropy = _action_value(given, policy, given.state.critics, batch.obs, 0)
    chex.assert_equal_shape([value, entropy, batch.weight])
    gain = value + given.rule.entropy_weight(given.hparams) * entropy
    return -jnp.sum(batch.weight * gain), (jnp.sum(batch.weight * entropy), value)


def option_value_loss(option_values: PyTree, given: UpdateContext, value: Array) -> Array:
    """Returns Σ_b w_b ½ (Q_Ω(s, ω) − value)² for values [B], []."""
    batch = given.batch
    of_all = option_q(given.networks, option_values, given.state.critics, batch.obs, batch.skill)
    q = of_option(of_all, batch.extras.option)
    chex.assert_equal_shape([q, value])
    return jnp.sum(batch.weight * 0.5 * (q - value) ** 2)


def termination_loss(termination: PyTree, given: UpdateContext, advantage: Array) -> tuple[Array, Array]:
    """Returns Σ_b w_b β(s', ω) A(s', ω) for A [B], over non-terminal s', and the mean β, [] each."""
    batch = given.batch
    beta = betas(given.networks, termination, given.state, batch.next_obs, batch.skill)
    ends = of_option(beta, batch.extras.option)
    chex.assert_equal_shape([ends, advantage])
    alive = batch.weight * ~batch.terminated
    return jnp.sum(alive * ends * advantage), jnp.sum(batch.weight * ends)
