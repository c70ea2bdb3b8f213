"""Deep Q-learning, for discrete actions (Mnih et al. 2015).

An update, on a batch of (s, z, a, r, s', terminated):

    y                = r + γ (1 − terminated) min_i Q'_i(s', z, a'),   a' = argmax_a Σ_i Q_i(s', z, a)
    critics descend    Σ_b w_b ½ Σ_i (Q_i(s, z, a) − y)²
    targets follow     θ' ← θ' + τ (θ − θ')

The smaller of twin critics' values is the target (Fujimoto et al. 2018, arXiv:1802.09477), and the online
critics choose its action (van Hasselt et al. 2016, arXiv:1509.06461). Exploration is ε-greedy. The loss is
the squared error: clipped errors, such as Huber's, learn the median of what follows, which overlooks
terminations that are rare among similar states (docs/results/skills.md).
"""

import dataclasses
import functools
from typing import Any, NamedTuple

import chex
import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.agents import vision
from diayn_jax.agents.settings import CriticSettings
from diayn_jax.agents.vision import Vision
from diayn_jax.config import ConfigError, Range, field
from diayn_jax.interfaces import Agent, AgentSpec, ProblemSpec
from diayn_jax.networks import TwinQNetwork
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, Pixels, PyTree


@dataclasses.dataclass(frozen=True, kw_only=True)
class DqnSettings(CriticSettings):
    """The settings of DQN."""

    epsilon: float = field(
        0.05,
        "ε, the share of random actions once exploration is over",
        "agent",
        Range(low=0, high=1),
        traced=True,
    )
    exploration: float = field(
        0.2,
        "share of the run after the warm-up over which ε falls linearly from 1",
        "agent",
        Range(above=0, high=1),
        traced=True,
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` for a separate encoder of the policy, since there is no policy network."""
        if self.encoder != "shared":
            raise ConfigError(
                f"--encoder={self.encoder}: --agent=dqn has only critics, with one encoder. Leave it out."
            )


class DqnState(NamedTuple):
    """The critics, their targets and their optimiser, and the state of exploration.

    If the observation is an image, critics and targets are `vision.Encoded`.
    """

    critics: PyTree  # leaves [2, ...], except for the encoder, which both critics share
    target_critics: PyTree
    critics_opt: PyTree
    updates: Array  # [], uint32, number of past updates
    epsilon: Array  # [], the share of random actions when acting with keys


class DqnContext(NamedTuple):
    """The static part of the agent: its settings, and its networks without parameters."""

    config: Any  # has the fields of `DqnSettings`
    problem: ProblemSpec
    critics: TwinQNetwork
    vision: Vision


def make_dqn(config: Any, problem: ProblemSpec) -> Agent:
    """Makes the DQN agent, for discrete actions. It acts ε-greedily with keys, and greedily without them."""
    assert problem.num_actions is not None
    dqn = DqnContext(
        config,
        problem,
        TwinQNetwork(problem.num_actions, config.critic_hidden_sizes, config.critic_layer_norm),
        vision.make_vision(config, problem),
    )
    seen = vision.policy_input_size(problem)
    return Agent(
        init=functools.partial(init, dqn),
        act=functools.partial(act, dqn),
        update=functools.partial(update, dqn),
        latent=lambda state, obs: dqn.vision.latent(state.critics, obs),
        policy_state=policy_state,
        fold_skill=functools.partial(vision.fold_skill, "critics", seen, policy_state),
        copy_skills=functools.partial(vision.copy_skills, {"critics": seen, "target_critics": seen}),
    )


def init(dqn: DqnContext, key: Key, hparams: HParams) -> DqnState:
    """Returns the state of an untrained agent. The targets begin as copies of the critics, and ε at 1."""
    del hparams
    critic_key, encoder_key = jax.random.split(key)
    problem = dqn.problem
    # The critics are the policy too, so they see no more than a policy may.
    seen = jnp.zeros((1, vision.policy_input_size(problem)))
    critics = dqn.critics.init(critic_key, seen, jnp.zeros((1, problem.skills.size)))
    critics = dqn.vision.init_critics(encoder_key, critics)
    return DqnState(
        critics=critics,
        # A copy, because a donated state must not hold one buffer twice.
        target_critics=jax.tree.map(jnp.copy, critics),
        critics_opt=problem.optimizer.init(critics),
        updates=jnp.zeros((), jnp.uint32),
        epsilon=jnp.ones(()),
    )


def q_values(dqn: DqnContext, critics: PyTree, obs: Array | Pixels, skill: Array) -> Array:
    """Returns Q_i(s, z, ·), [2, B, n]."""
    seen = vision.policy_part(dqn.problem, dqn.vision.critic_input(critics, obs))
    return dqn.critics.apply(vision.network_of(critics), seen, dqn.problem.skills.encode(skill))


def act(dqn: DqnContext, state: DqnState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
    """Actions [E], int32: argmax_a Σ_i Q_i(s, z, a). With keys [E], a share ε of them is random."""
    best = jnp.argmax(q_values(dqn, state.critics, obs, skill).sum(axis=0), axis=-1).astype(jnp.int32)
    if keys is None:
        return best

    def explore(key: Key, best: Array) -> Array:
        whether_key, action_key = jax.random.split(key)
        anything = jax.random.randint(action_key, (), 0, dqn.critics.num_actions)
        return jnp.where(jax.random.uniform(whether_key) < state.epsilon, anything, best)

    return jax.vmap(explore)(keys, best)


def update(
    dqn: DqnContext, state: DqnState, batch: Batch, reward: Array, hparams: HParams
) -> tuple[DqnState, Metrics]:
    """Updates critics and targets once, on a batch [B] with rewards [B]."""
    chex.assert_equal_shape([reward, batch.action, batch.terminated, batch.weight])
    target = equations.clipped_double_q_target(
        reward,
        batch.terminated,
        q_values(dqn, state.critics, batch.next_obs, batch.skill),
        q_values(dqn, state.target_critics, batch.next_obs, batch.skill),
        hparams["discount"],
    )
    found = jax.value_and_grad(critic_loss, has_aux=True)(state.critics, dqn, batch, target)
    found = vision.with_latent_gradient(found, dqn.vision, state.critics, batch)
    (value, q_mean), grads = parallel.psum(found, dqn.problem.axes)
    critics, critics_opt, norm = dqn.problem.optimizer.step(
        grads, state.critics_opt, state.critics, hparams["learning_rate"], max_norm=hparams["max_grad_norm"]
    )
    targets = equations.polyak(critics, state.target_critics, hparams["tau"])
    updates = state.updates + jnp.uint32(1)
    epsilon = exploration_rate(dqn.config, updates, hparams)
    metrics = {"critic_loss": value, "q_mean": q_mean, "grad_norm_critics": norm, "epsilon": epsilon}
    return DqnState(critics, targets, critics_opt, updates, epsilon), metrics


def critic_loss(critics: PyTree, dqn: DqnContext, batch: Batch, target: Array) -> tuple[Array, Array]:
    """Returns Σ_b w_b ½ Σ_i (Q_i(s, z, a) − y)² for y [B], and the mean Q value, [] each."""
    q = q_values(dqn, critics, batch.obs, batch.skill)
    q = jnp.take_along_axis(q, batch.action[None, :, None], axis=-1)[..., 0]
    chex.assert_shape(q, (2, *target.shape))
    return jnp.sum(batch.weight * 0.5 * (q - target) ** 2), jnp.sum(batch.weight * q.mean(0))


def exploration_rate(config: Any, updates: Array, hparams: HParams) -> Array:
    """Returns ε after `updates` updates, []. It falls linearly from 1 to `epsilon` during exploration."""
    learning_steps = config.num_env_steps - config.warmup_steps
    iterations = learning_steps / (config.num_envs * config.rollout_length)
    updates_in_all = max(1.0, iterations * config.updates_per_iteration * config.agent_updates)
    progress = updates.astype(jnp.float32) / (hparams["exploration"] * updates_in_all)
    return jnp.maximum(hparams["epsilon"], 1 - (1 - hparams["epsilon"]) * progress)


def policy_state(state: DqnState) -> DqnState:
    """Returns the state without the targets and the optimiser, which acting does not need."""
    return state._replace(target_critics=(), critics_opt=())


# Cart-pole, three seeds, 300k steps: with τ = 0.02 the returns of all stay at 500 from 140k steps on.
SPEC = AgentSpec(make_dqn, DqnSettings, discrete_actions=True, defaults={"tau": 0.02})
