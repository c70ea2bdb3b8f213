"""The networks of an agent with options, their inputs, and the actions from the policies' outputs.

Networks see an option as they see a skill: as a one-hot after the observation. So a policy with K skills
can become one with K options. If the run has skills, all networks see z too.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import equations
from diayn_jax.agents import vision
from diayn_jax.agents.options.usage import OptionUsage
from diayn_jax.agents.vision import Vision
from diayn_jax.interfaces import ProblemSpec
from diayn_jax.networks import MLP, CategoricalPolicy, Policy, TwinCritic, TwinQNetwork
from diayn_jax.types import Array, Key, Pixels, PyTree

FIRST_BETA = 0.1  # β of untrained options, which therefore last ten steps on average

QOf = Callable[[Array | None], Array]  # action -> the values that twin critics give it


class OptionState(NamedTuple):
    """Networks, targets, log α and their optimisers; for image observations see `SacState`."""

    policy: PyTree
    termination: PyTree
    critics: PyTree  # leaves [2, ...], except for the encoder, which both critics share
    option_values: PyTree
    target_critics: PyTree
    target_option_values: PyTree
    log_alpha: Array  # []
    exploration: Array  # [], that of the policy over options: α, a temperature or ε
    usage: OptionUsage | tuple[()]  # () when training is over
    policy_opt: PyTree
    termination_opt: PyTree
    critics_opt: PyTree
    option_values_opt: PyTree
    alpha_opt: PyTree


class Actions(NamedTuple):
    """Functions for one kind of action of the policies within options: vectors, or one of n.

    `value(outputs, q_of, noise, alpha)` gives E_a[min_i Q_i(a) − α log π(a)] and H(π), [B] each: by one draw
    for vectors, and exactly for one of n. `q_of(action)` gives [2, B] for vectors [B, A], and [2, B, n] for
    None.
    """

    mode: Callable[[PyTree], Array]
    sample: Callable[[PyTree, Key], Array]  # of one row
    noise: Callable[[Key], PyTree]  # of one row, for the actions at s and at s'
    value: Callable[[PyTree, QOf, PyTree, Array], tuple[Array, Array]]


class OptionNetworks(NamedTuple):
    """The networks without parameters (see `OptionState`), and the problem that they are made for."""

    problem: ProblemSpec
    num_options: int  # K
    actions: Actions
    policy: Policy | CategoricalPolicy  # π(a|s, ω)
    critics: TwinCritic | TwinQNetwork  # Q_i(s, ω, a)
    option_values: MLP  # Q_Ω(s, ·)
    termination: MLP  # the logits of β(s, ·)
    vision: Vision


def make_option_networks(config: Any, problem: ProblemSpec) -> OptionNetworks:
    """Makes the networks, without parameters; for the config see `agent.make_option_agent`."""
    count, size = config.num_options, problem.action_size
    policy_sizes = config.policy_hidden_sizes, config.policy_layer_norm
    critic_sizes = config.critic_hidden_sizes, config.critic_layer_norm
    is_discrete = problem.num_actions is not None
    return OptionNetworks(
        problem=problem,
        num_options=count,
        actions=discrete_actions() if is_discrete else vector_actions(size),
        policy=CategoricalPolicy(size, *policy_sizes) if is_discrete else Policy(size, *policy_sizes),
        critics=TwinQNetwork(size, *critic_sizes) if is_discrete else TwinCritic(*critic_sizes),
        option_values=MLP(config.critic_hidden_sizes, count, config.critic_layer_norm),
        termination=MLP(config.policy_hidden_sizes, count, config.policy_layer_norm),
        vision=vision.make_vision(config, problem),
    )


def first_params(networks: OptionNetworks, key: Key) -> tuple[PyTree, PyTree, PyTree, PyTree]:
    """Returns untrained parameters of π, β, Q_i and Q_Ω."""
    policy_key, critic_key, encoder_key, own_encoder_key, value_key, end_key = jax.random.split(key, 6)
    problem = networks.problem
    skill = jnp.zeros((1, problem.skills.size))
    code = jnp.zeros((1, problem.skills.size + networks.num_options))
    seen = jnp.zeros((1, problem.input_size))
    seen_by_policy = jnp.zeros((1, vision.policy_input_size(problem)))
    acted = () if problem.num_actions is not None else (jnp.zeros((1, problem.action_size)),)
    policy = networks.policy.init(policy_key, seen_by_policy, code)
    critics = networks.critics.init(critic_key, seen, code, *acted)
    policy = networks.vision.init_policy(own_encoder_key, policy)
    critics = networks.vision.init_critics(encoder_key, critics)
    values = networks.option_values.init(value_key, jnp.concatenate([seen_by_policy, skill], axis=-1))
    ends = networks.termination.init(end_key, jnp.concatenate([seen_by_policy, skill], axis=-1))
    ends = _with_first_beta(ends, len(networks.termination.hidden_sizes), FIRST_BETA)
    return policy, ends, critics, values


def _with_first_beta(params: PyTree, last: int, beta: float) -> PyTree:
    """Returns the termination network's parameters with a last layer (number `last`) for β ≈ `beta`."""
    name = f"Dense_{last}"
    layer = params["params"][name]
    layer = {
        "kernel": 0.01 * layer["kernel"],
        "bias": jnp.full_like(layer["bias"], float(np.log(beta / (1 - beta)))),
    }
    return {"params": {**params["params"], name: layer}}


def code_of(networks: OptionNetworks, skill: Array, option: Array) -> Array:
    """Encodes a skill [B, ...] and an option [B] for networks: z and a one-hot, [B, Z + K]."""
    encoded = networks.problem.skills.encode(skill)
    return jnp.concatenate([encoded, jax.nn.one_hot(option, networks.num_options)], axis=-1)


def outputs(
    networks: OptionNetworks, policy: PyTree, critics: PyTree, obs: Array | Pixels, code: Array
) -> PyTree:
    """The policy network's outputs for s and ω, leaves [B, ...]; `networks.actions` turns them into actions.

    The policy may share the encoder of `critics`. `code` [B, Z + K] is the encoded z and ω.
    """
    seen = networks.vision.policy_input(policy, critics, obs)
    return networks.policy.apply(vision.network_of(policy), seen, code)


def q_values(
    networks: OptionNetworks, critics: PyTree, obs: Array | Pixels, code: Array, action: Array | None
) -> Array:
    """Q_i(s, ω, a), [2, B]; for discrete actions, with `action` None, Q_i(s, ω, ·), [2, B, n]."""
    seen, network = networks.vision.critic_input(critics, obs), vision.network_of(critics)
    if networks.problem.num_actions is None:
        return networks.critics.apply(network, seen, code, action)
    q: Array = networks.critics.apply(network, seen, code)
    return q if action is None else jnp.take_along_axis(q, action[None, :, None], axis=-1)[..., 0]


def option_q(
    networks: OptionNetworks, option_values: PyTree, critics: PyTree, obs: Array | Pixels, skill: Array
) -> Array:
    """Q_Ω(s, ·), [B, K]. It sees images through the critics' encoder, which it does not train."""
    problem = networks.problem
    # It chooses options, so it sees only what a policy may see.
    seen = vision.policy_part(problem, jax.lax.stop_gradient(networks.vision.critic_input(critics, obs)))
    return networks.option_values.apply(
        option_values, jnp.concatenate([seen, problem.skills.encode(skill)], axis=-1)
    )


def betas(
    networks: OptionNetworks, termination: PyTree, state: OptionState, obs: Array | Pixels, skill: Array
) -> Array:
    """Returns β(s, ·), [B, K], by `termination`. It has the policy's input, and trains no encoder."""
    seen = jax.lax.stop_gradient(networks.vision.policy_input(state.policy, state.critics, obs))
    if networks.num_options == 1:
        return jnp.zeros((seen.shape[0], 1))
    given = jnp.concatenate([seen, networks.problem.skills.encode(skill)], axis=-1)
    return jax.nn.sigmoid(networks.termination.apply(termination, given))


def of_option(values: Array, option: Array) -> Array:
    """The value of the current option, from the values of all options: [B, K], [B] -> [B]."""
    return jnp.take_along_axis(values, option[:, None].astype(jnp.int32), axis=-1)[:, 0]


def vector_actions(size: int) -> Actions:
    """Vectors in (−1, 1) of `size` numbers, from mean and log deviation of a Gaussian that tanh squashes."""

    def sample(outputs: tuple[Array, Array], key: Key) -> Array:
        return equations.tanh_gaussian(*outputs, jax.random.normal(key, (size,)))[0]

    def value(outputs: tuple[Array, Array], q_of: QOf, noise: Array, alpha: Array) -> tuple[Array, Array]:
        action, log_prob = equations.tanh_gaussian(*outputs, noise)
        return q_of(action).min(axis=0) - alpha * log_prob, -log_prob

    return Actions(
        mode=lambda outputs: jnp.tanh(outputs[0]),
        sample=sample,
        noise=lambda key: jax.random.normal(key, (2, size)),
        value=value,
    )


def discrete_actions() -> Actions:
    """One of n actions, from its logits [B, n]."""

    def value(logits: Array, q_of: QOf, noise: PyTree, alpha: Array) -> tuple[Array, Array]:
        del noise
        log_p = jax.nn.log_softmax(logits)
        p = jnp.exp(log_p)
        of_each = q_of(None).min(axis=0) - alpha * log_p
        return jnp.sum(p * of_each, axis=-1), -jnp.sum(p * log_p, axis=-1)

    return Actions(
        mode=lambda logits: jnp.argmax(logits, axis=-1).astype(jnp.int32),
        sample=lambda logits, key: jax.random.categorical(key, logits).astype(jnp.int32),
        noise=lambda key: (),
        value=value,
    )
