"""The networks of an agent with options, and what each is given.

They see the option as they see a skill: as a one-hot behind the observation. So a policy with K skills can
become one with K options. Where there are skills, all networks see z too.
"""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.agents.option_actions import Actions, one_of_n, vectors
from diayn_jax.agents.option_rule import OptionState
from diayn_jax.agents.vision import Vision, make_vision
from diayn_jax.interfaces import ProblemSpec
from diayn_jax.networks import MLP, CategoricalPolicy, Policy, TwinCritic, TwinQNetwork
from diayn_jax.types import Array, Key, Pixels, PyTree

FIRST_BETA = 0.1  # of untrained options, which so last ten steps


class OptionNetworks(NamedTuple):
    """The networks, and what they are made for; `OptionState` holds their parameters."""

    problem: ProblemSpec
    num_options: int  # K
    actions: Actions
    policy: Policy | CategoricalPolicy  # π
    critics: TwinCritic | TwinQNetwork  # Q_i
    option_values: MLP  # Q_Ω
    termination: MLP  # the logits of β
    vision: Vision
    policy_size: int  # of what the policy sees of S


def make_option_networks(config: Any, problem: ProblemSpec) -> OptionNetworks:
    """The networks, without parameters.

    Args:
      config: with `options.OptionSettings`, `critics.CriticSettings` and the policy's sizes.
      problem: with actions of either kind.
    """
    count, size = config.num_options, problem.action_size
    policy_sizes = config.policy_hidden_sizes, config.policy_layer_norm
    critic_sizes = config.critic_hidden_sizes, config.critic_layer_norm
    is_discrete = problem.num_actions is not None
    return OptionNetworks(
        problem=problem,
        num_options=count,
        actions=one_of_n() if is_discrete else vectors(size),
        policy=CategoricalPolicy(size, *policy_sizes) if is_discrete else Policy(size, *policy_sizes),
        critics=TwinQNetwork(size, *critic_sizes) if is_discrete else TwinCritic(*critic_sizes),
        option_values=MLP(config.critic_hidden_sizes, count, config.critic_layer_norm),
        termination=MLP(config.policy_hidden_sizes, count, config.policy_layer_norm),
        vision=make_vision(config, problem),
        policy_size=problem.input_size if problem.policy_dims is None else len(problem.policy_dims),
    )


def first_params(networks: OptionNetworks, key: Key) -> tuple[PyTree, PyTree, PyTree, PyTree]:
    """Untrained parameters of π, β, Q_i and Q_Ω."""
    policy_key, critic_key, encoder_key, own_encoder_key, value_key, end_key = jax.random.split(key, 6)
    problem, vision = networks.problem, networks.vision
    skill = jnp.zeros((1, problem.skills.size))
    code = jnp.zeros((1, problem.skills.size + networks.num_options))
    seen, seen_by_policy = jnp.zeros((1, problem.input_size)), jnp.zeros((1, networks.policy_size))
    acted = () if problem.num_actions is not None else (jnp.zeros((1, problem.action_size)),)
    policy = networks.policy.init(policy_key, seen_by_policy, code)
    critics = networks.critics.init(critic_key, seen, code, *acted)
    policy = vision.init_policy(own_encoder_key, policy)
    critics = vision.init_critics(encoder_key, critics)
    values = networks.option_values.init(value_key, jnp.concatenate([seen_by_policy, skill], axis=-1))
    ends = networks.termination.init(end_key, jnp.concatenate([seen_by_policy, skill], axis=-1))
    ends = _with_bias(ends, len(networks.termination.hidden_sizes), FIRST_BETA)
    return policy, ends, critics, values


def _with_bias(params: PyTree, last: int, beta: float) -> PyTree:
    """The parameters of the ends' network with a last layer that begins near this β everywhere."""
    name = f"Dense_{last}"
    layer = params["params"][name]
    layer = {
        "kernel": 0.01 * layer["kernel"],
        "bias": jnp.full_like(layer["bias"], float(np.log(beta / (1 - beta)))),
    }
    return {"params": {**params["params"], name: layer}}


def code_of(networks: OptionNetworks, skill: Array, option: Array) -> Array:
    """What networks get of a skill [B, ...] and an option [B]: z and a one-hot, [B, Z + K]."""
    encoded = networks.problem.skills.encode(skill)
    return jnp.concatenate([encoded, jax.nn.one_hot(option, networks.num_options)], axis=-1)


def outputs(
    networks: OptionNetworks, params: PyTree, critic_params: PyTree, obs: Array | Pixels, code: Array
) -> PyTree:
    """What the policy's network makes of s and ω, leaves [B, ...], of which `actions` makes actions.

    Args:
      networks: the agent's.
      params: of the policy.
      critic_params: of the critics, through whose encoder the policy may see.
      obs: s, [B, S] or `Pixels`.
      code: of ω, [B, Z + K].
    """
    vision = networks.vision
    seen = vision.policy_input(params, critic_params, obs)
    return networks.policy.apply(vision.network(params), seen, code)


def q_values(
    networks: OptionNetworks, params: PyTree, obs: Array | Pixels, code: Array, action: Array | None
) -> Array:
    """Q_i(s, ω, a), [2, B]; or [2, B, n] of all actions that can be counted, where `action` is None."""
    vision, critics = networks.vision, networks.critics
    seen, network = vision.critic_input(params, obs), vision.network(params)
    if networks.problem.num_actions is None:
        return critics.apply(network, seen, code, action)
    q: Array = critics.apply(network, seen, code)
    return q if action is None else jnp.take_along_axis(q, action[None, :, None], axis=-1)[..., 0]


def option_q(
    networks: OptionNetworks, params: PyTree, critic_params: PyTree, obs: Array | Pixels, skill: Array
) -> Array:
    """Q_Ω(s, ·), [B, K]. It looks through the critics' encoder, and does not train it."""
    problem = networks.problem
    seen = jax.lax.stop_gradient(networks.vision.critic_input(critic_params, obs))
    # Options are chosen by it, so that it sees no more than a policy may.
    seen = seen if problem.policy_dims is None else seen[..., jnp.array(problem.policy_dims)]
    given = jnp.concatenate([seen, problem.skills.encode(skill)], axis=-1)
    return networks.option_values.apply(params, given)


def betas(
    networks: OptionNetworks, params: PyTree, state: OptionState, obs: Array | Pixels, skill: Array
) -> Array:
    """β(s, ·), [B, K], of the ends' `params`. It looks as the policy does, and trains no encoder."""
    seen = jax.lax.stop_gradient(networks.vision.policy_input(state.policy, state.critics, obs))
    if networks.num_options == 1:
        return jnp.zeros((seen.shape[0], 1))
    given = jnp.concatenate([seen, networks.problem.skills.encode(skill)], axis=-1)
    return jax.nn.sigmoid(networks.termination.apply(params, given))


def of_option(values: Array, option: Array) -> Array:
    """The values of the options under way: [B, K], [B] -> [B]."""
    return jnp.take_along_axis(values, option[:, None].astype(jnp.int32), axis=-1)[:, 0]
