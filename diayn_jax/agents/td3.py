"""Twin delayed deep deterministic policy gradients, TD3 (Fujimoto et al. 2018, arXiv:1802.09477).

An update is the gradient step of the paper's algorithm 1, on a batch of (s, z, a, r, s', terminated):

    a'               = clip(μ'(s', z) + clip(σ ε, −c, c), −1, 1),   ε ~ N(0, I)
    y                = r + γ (1 − terminated) min_i Q'_i(s', z, a')
    critics descend    Σ_b w_b ½ Σ_i (Q_i(s, z, a) − y)²

and, in every `policy_delay`-th update only,

    policy descends    −Σ_b w_b Q_1(s, z, μ(s, z))
    targets follow     θ' ← θ' + τ (θ − θ'), those of the critics and of the policy

w_b are the batch's weights. Primes mark targets. Both gradients are taken at the parameters before the
update, so that devices exchange gradients only once; in the paper, the policy descends the updated critics.
Exploration adds N(0, `exploration_noise`²) to the policy's actions.
"""

import dataclasses
import functools
from typing import Any, NamedTuple

import chex
import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.agents import vision
from diayn_jax.agents.anchor import HeldPolicySettings, policy_is_held
from diayn_jax.agents.settings import CriticSettings
from diayn_jax.agents.twin_critics import critic_loss, first_networks, q_values, scalar_values
from diayn_jax.agents.vision import Vision
from diayn_jax.config import Range, field
from diayn_jax.interfaces import Agent, AgentSpec, ProblemSpec
from diayn_jax.networks import DeterministicPolicy, TwinCritic, turned_critic, turned_policy
from diayn_jax.symmetry import SkillSymmetry
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, Pixels, PyTree


@dataclasses.dataclass(frozen=True, kw_only=True)
class Td3Settings(HeldPolicySettings, CriticSettings):
    """The settings of TD3."""

    exploration_noise: float = field(
        0.1,
        "standard deviation of the noise on the policy's actions, which lie in (−1, 1), during training",
        "agent",
        Range(low=0),
        traced=True,
    )
    target_noise: float = field(
        0.2,
        "σ, standard deviation of the noise on the actions of the target policy",
        "agent",
        Range(low=0),
        traced=True,
    )
    target_noise_clip: float = field(
        0.5, "c, the largest noise on the actions of the target policy", "agent", Range(low=0), traced=True
    )
    policy_delay: int = field(
        2, "updates of the critics for each update of policy and targets", "agent", Range(low=1)
    )
    policy_hidden_sizes: tuple[int, ...] = field(
        (128, 128), "hidden layers of the policy", "agent", Range(low=1)
    )
    policy_layer_norm: bool = field(False, "layer norm in the policy", "agent")


class Td3State(NamedTuple):
    """Networks, targets and their optimisers, and the state of exploration.

    If the observation is an image, the critics and (with `encoder=separate`) the policy are `vision.Encoded`,
    and so are their targets.
    """

    policy: PyTree
    critics: PyTree  # leaves [2, ...], except for the encoder, which both critics share
    target_policy: PyTree
    target_critics: PyTree
    policy_opt: PyTree
    critics_opt: PyTree
    updates: Array  # [], uint32, number of past updates
    exploration_noise: Array  # [], the deviation of the noise when acting with keys


class Td3Context(NamedTuple):
    """The static part of the agent: its settings, and its networks without parameters."""

    config: Any  # has the fields of `Td3Settings`
    problem: ProblemSpec
    policy: DeterministicPolicy
    critics: TwinCritic
    vision: Vision


def make_td3(config: Any, problem: ProblemSpec) -> Agent:
    """Makes the TD3 agent, for actions that are vectors in (−1, 1)."""
    td3 = Td3Context(
        config,
        problem,
        DeterministicPolicy(problem.action_size, config.policy_hidden_sizes, config.policy_layer_norm),
        TwinCritic(config.critic_hidden_sizes, config.critic_layer_norm, problem.reward_shape),
        vision.make_vision(config, problem),
    )
    seen = vision.policy_input_size(problem)
    return Agent(
        init=functools.partial(init, td3),
        act=functools.partial(act, td3),
        update=functools.partial(update, td3),
        noise=functools.partial(noise, td3),
        latent=lambda state, obs: td3.vision.latent(state.critics, obs),
        policy_state=policy_state,
        fold_skill=functools.partial(vision.fold_skill, "policy", seen, policy_state),
        warm_start=functools.partial(warm_start, td3),
        copy_skills=functools.partial(
            vision.copy_skills,
            {
                "policy": seen,
                "target_policy": seen,
                "critics": problem.input_size,
                "target_critics": problem.input_size,
            },
        ),
        turn=turn,
    )


def init(td3: Td3Context, key: Key, hparams: HParams) -> Td3State:
    """Returns the state of an untrained agent. The targets begin as copies of policy and critics."""
    adam, (policy, critics) = td3.problem.optimizer, first_networks(td3, key)
    return Td3State(
        policy=policy,
        critics=critics,
        # Copies, because a donated state must not hold one buffer twice.
        target_policy=jax.tree.map(jnp.copy, policy),
        target_critics=jax.tree.map(jnp.copy, critics),
        policy_opt=adam.init(policy),
        critics_opt=adam.init(critics),
        updates=jnp.zeros((), jnp.uint32),
        exploration_noise=jnp.copy(hparams["exploration_noise"]),
    )


def noise(td3: Td3Context, key: Key) -> Array:
    """Draws standard normal noise for one row's action at s', [A]."""
    return jax.random.normal(key, (td3.problem.action_size,))


def act(td3: Td3Context, state: Td3State, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
    """Returns the policy's actions [E, A], with exploration noise that is drawn by `keys` [E], if given."""
    action = policy_actions(td3, state.policy, state.critics, obs, skill)
    if keys is None:
        return action
    drawn = jax.vmap(lambda key: jax.random.normal(key, (td3.problem.action_size,)))(keys)
    return jnp.clip(action + state.exploration_noise * drawn, -1.0, 1.0)


def policy_actions(
    td3: Td3Context, policy: PyTree, critics: PyTree, obs: Array | Pixels, skill: Array
) -> Array:
    """Returns μ(s, z), [B, A]. `critics` are the parameters whose encoder the policy may share."""
    seen = td3.vision.policy_input(policy, critics, obs)
    return td3.policy.apply(vision.network_of(policy), seen, td3.problem.skills.encode(skill))


def update(
    td3: Td3Context, state: Td3State, batch: Batch, reward: Array, hparams: HParams
) -> tuple[Td3State, Metrics]:
    """Updates the critics, and if it is their turn policy and targets, on a batch [B].

    The rewards are [B] or [B, d]. The metrics of the policy are means over its own updates: they are 0 in
    other updates, and `policy_delay` times as large in its own.
    """
    rows, action_size = reward.shape[0], td3.problem.action_size
    chex.assert_shape(reward, (rows, *td3.problem.reward_shape))
    chex.assert_shape([batch.terminated, batch.weight], (rows,))
    chex.assert_shape([batch.action, batch.agent_noise], (rows, action_size))
    adam, rate, max_norm = td3.problem.optimizer, hparams["learning_rate"], hparams["max_grad_norm"]
    delay = td3.config.policy_delay
    waits = (state.updates + 1) % delay != 0

    target = critic_target(td3, state, batch, reward, hparams)
    critic_result = jax.value_and_grad(critic_loss, has_aux=True)(state.critics, td3, batch, target)
    critic_result = vision.with_latent_gradient(critic_result, td3.vision, state.critics, batch)
    policy_result = jax.lax.cond(
        waits,
        lambda: (jnp.zeros(()), jax.tree.map(jnp.zeros_like, state.policy)),
        lambda: jax.value_and_grad(policy_loss)(state.policy, td3, state.critics, batch),
    )
    critic_result, policy_result = parallel.psum((critic_result, policy_result), td3.problem.axes)
    (critic_value, q_mean), critic_grads = critic_result
    policy_value, policy_grads = policy_result

    critics, critics_opt, critic_norm = adam.step(
        critic_grads, state.critics_opt, state.critics, rate, max_norm=max_norm
    )
    held = policy_is_held(td3.config.critic_only_updates, hparams)
    policy, policy_opt, policy_norm = adam.step(
        policy_grads,
        state.policy_opt,
        state.policy,
        rate,
        max_norm=max_norm,
        held=waits if held is None else waits | held,
    )
    step = jnp.where(waits, 0.0, hparams["tau"])
    new = Td3State(
        policy=policy,
        critics=critics,
        target_policy=equations.polyak(policy, state.target_policy, step),
        target_critics=equations.polyak(critics, state.target_critics, step),
        policy_opt=policy_opt,
        critics_opt=critics_opt,
        updates=state.updates + 1,
        exploration_noise=jnp.copy(hparams["exploration_noise"]),
    )
    return new, {
        "critic_loss": critic_value,
        "policy_loss": delay * policy_value,
        "q_mean": q_mean,
        "grad_norm_critics": critic_norm,
        "grad_norm_policy": delay * policy_norm,
    }


def critic_target(td3: Td3Context, state: Td3State, batch: Batch, reward: Array, hparams: HParams) -> Array:
    """Returns y = r + γ (1 − terminated) min_i Q'_i(s', z, a'), [B]: `td_target`.

    a' is the action of the target policy with clipped noise. If rewards are vectors, y [B, d] is the
    target of successor features: `successor_td_target`.
    """
    clip, discount = hparams["target_noise_clip"], hparams["discount"]
    smoothing = jnp.clip(hparams["target_noise"] * batch.agent_noise, -clip, clip)
    action = policy_actions(td3, state.target_policy, state.target_critics, batch.next_obs, batch.skill)
    action = jnp.clip(action + smoothing, -1.0, 1.0)
    next_q = q_values(td3, state.target_critics, batch.next_obs, batch.skill, action)
    if td3.problem.reward_shape:
        worth = scalar_values(td3, next_q, batch.skill)
        return equations.successor_td_target(reward, batch.terminated, next_q, worth, discount)
    return equations.td_target(reward, batch.terminated, next_q, discount)


def policy_loss(policy: PyTree, td3: Td3Context, critics: PyTree, batch: Batch) -> Array:
    """Returns −Σ_b w_b Q_1(s, z, μ(s, z)), []."""
    action = policy_actions(td3, policy, critics, batch.obs, batch.skill)
    q = q_values(td3, critics, batch.obs, batch.skill, action)
    first = scalar_values(td3, q, batch.skill)[0]
    chex.assert_equal_shape([first, batch.weight])
    return -jnp.sum(batch.weight * first)


def policy_state(state: Td3State) -> Td3State:
    """Returns the state without critics (except an encoder), targets and optimisers, which only train."""
    return state._replace(
        critics=vision.encoder_alone(state.critics),
        target_policy=(),
        target_critics=(),
        policy_opt=(),
        critics_opt=(),
    )


def warm_start(td3: Td3Context, state: Td3State, other: Td3State, z: Array, with_critics: bool) -> Td3State:
    """Returns `state` with the policy of `other` for the skill z [Z], and with its critics if asked.

    The optimisers are those of `state`.
    """

    def policy(theirs: PyTree) -> PyTree:
        return vision.for_one_skill(theirs, vision.policy_input_size(td3.problem), z)

    def critics(theirs: PyTree, own: PyTree) -> PyTree:
        if with_critics:
            return vision.for_one_skill(theirs, td3.problem.input_size, z)
        return vision.with_encoder_of(theirs, own)

    return state._replace(
        policy=policy(other.policy),
        critics=critics(other.critics, state.critics),
        # The policy alone has no targets. A copy, because a donated state must not hold one buffer twice.
        target_policy=jax.tree.map(jnp.copy, policy(other.target_policy or other.policy)),
        target_critics=critics(other.target_critics or other.critics, state.target_critics),
    )


def turn(state: Td3State, symmetry: SkillSymmetry, number: Array) -> Td3State:
    """Returns the state of an agent that turns what it sees, and turns its actions back: see `Agent.turn`."""
    return state._replace(
        policy=turned_policy(state.policy, symmetry, number),
        critics=turned_critic(state.critics, symmetry, number),
        target_policy=turned_policy(state.target_policy, symmetry, number),
        target_critics=turned_critic(state.target_critics, symmetry, number),
    )


SPEC = AgentSpec(make_td3, Td3Settings, vector_rewards=True, symmetric=True)
