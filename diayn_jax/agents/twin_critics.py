"""Twin critics Q_i(s, z, a) of actions that are vectors, for SAC and TD3: networks, values and loss."""

from typing import Protocol

import chex
import jax
import jax.numpy as jnp

from diayn_jax.agents import vision
from diayn_jax.agents.vision import Vision
from diayn_jax.interfaces import ProblemSpec
from diayn_jax.networks import DeterministicPolicy, Policy, TwinCritic
from diayn_jax.types import Array, Batch, Key, Pixels, PyTree


class CriticContext(Protocol):
    """The static part of an agent with twin critics."""

    @property
    def problem(self) -> ProblemSpec:
        """The problem that the agent solves."""

    @property
    def critics(self) -> TwinCritic:
        """The critics' network, without parameters."""

    @property
    def vision(self) -> Vision:
        """The functions that make the critics' input."""


class ActorContext(CriticContext, Protocol):
    """The static part of an agent with twin critics and a policy of vectors."""

    @property
    def policy(self) -> Policy | DeterministicPolicy:
        """The policy's network, without parameters."""


def first_networks(context: ActorContext, key: Key) -> tuple[PyTree, PyTree]:
    """Returns the parameters of an untrained policy and of untrained critics, with their encoders."""
    policy_key, critic_key, policy_encoder_key, critic_encoder_key = jax.random.split(key, 4)
    problem = context.problem
    skill, action = jnp.zeros((1, problem.skills.size)), jnp.zeros((1, problem.action_size))
    seen_by_policy = jnp.zeros((1, vision.policy_input_size(problem)))
    policy = context.policy.init(policy_key, seen_by_policy, skill)
    critics = context.critics.init(critic_key, jnp.zeros((1, problem.input_size)), skill, action)
    return (
        context.vision.init_policy(policy_encoder_key, policy),
        context.vision.init_critics(critic_encoder_key, critics),
    )


def q_values(
    context: CriticContext, critics: PyTree, obs: Array | Pixels, skill: Array, action: Array
) -> Array:
    """Returns Q_i(s, z, a) for actions [B, A]: [2, B], or successor features [2, B, d] for vector rewards."""
    seen = context.vision.critic_input(critics, obs)
    encoded = context.problem.skills.encode(skill)
    return context.critics.apply(vision.network_of(critics), seen, encoded, action)


def scalar_values(context: CriticContext, q: Array, skill: Array) -> Array:
    """Values as scalars for each skill: [2, B] unchanged, or [2, B, d] -> [2, B] by `scalarize`."""
    return q if context.problem.scalarize is None else context.problem.scalarize(q, skill)


def critic_loss(critics: PyTree, context: CriticContext, batch: Batch, target: Array) -> tuple[Array, Array]:
    """Returns Σ_b w_b ½ Σ_i ‖Q_i(s, z, a) − y‖² for y [B] or [B, d], and the mean Q value, [] each."""
    q = q_values(context, critics, batch.obs, batch.skill, batch.action)
    chex.assert_shape(q, (2, *target.shape))
    square = (q - target) ** 2
    if context.problem.reward_shape:
        square = square.sum(axis=-1)
    value = scalar_values(context, q, batch.skill)
    return jnp.sum(batch.weight * 0.5 * square), jnp.sum(batch.weight * value.mean(0))
