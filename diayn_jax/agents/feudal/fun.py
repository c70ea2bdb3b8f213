"""FuN, feudal networks (Vezhnevets et al. 2017, arXiv:1703.01161): a manager of directions, and a worker.

In every step the manager gives a direction g_t, a unit vector in the space of φ. φ are the features that
`--features` names; for images they may be the latent of the manager's own encoder. The worker sees the mean
of the directions of the last c steps. Its reward is the objective's reward plus a weighted reward of its own,
for going where these directions point:

    cosine      r_t = mean over i = 1 … c of cos(φ(s_{t+1}) − φ(s_{t+1−i}), g_{t+1−i})   (eq. 8 of the paper)
    projection  r_t = g_tᵀ (φ(s_{t+1}) − φ(s_t))
    manager     climbs A_t ∇cos(φ(s_{t+c}) − φ(s_t), g_t), the transition policy gradient (eq. 7)

A_t is the advantage of the objective's reward alone. The manager's gradient is the policy gradient of
p(s_{t+c}|s_t, g_t) ∝ exp cos(…), whose normalisation does not depend on g_t. So both levels are PPO
(`agents.ppo`), and the manager's ratio ρ is a ratio of these probabilities.

If a rollout ends within c steps and the episode does not, φ(s_{t+c}) is unknown: the manager's policy learns
nothing from g_t, but its critic does. The cosine reward is the mean over the directions in the rollout,
which are fewer than c in its first c − 1 steps. The mean that the worker sees continues from one rollout to
the next.

The paper's levels are recurrent networks, its φ is a layer of the manager, and the goal is a factor in
the worker's last layer. Here both are feedforward, φ is fixed or an encoder's, and the worker sees the goal.
"""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Any, NamedTuple

import chex
import jax
import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax.agents import ppo
from diayn_jax.agents.feudal import equations, goals
from diayn_jax.agents.keys import split_rows
from diayn_jax.agents.ppo import Actions, PpoSettings, PpoState, make_ppo
from diayn_jax.config import ConfigError, Range, field
from diayn_jax.equations import generalized_advantages, unit
from diayn_jax.interfaces import AgentSpec, Diagnosis, OnPolicyAgent, ProblemSpec, RolloutBatch
from diayn_jax.types import Array, Batch, GoalUnderWay, HParams, Key, Metrics, Pixels, PyTree

COSINE, PROJECTION = "cosine", "projection"


@dataclasses.dataclass(frozen=True, kw_only=True)
class FunSettings(PpoSettings):
    """The settings of FuN: PPO's, for both levels, and those of goals."""

    goal_steps: int = field(10, "c, steps that a goal lasts", "agent", Range(low=1, high=1000))
    goal_epsilon: float = field(
        0.3,
        "share of steps in which the manager gives a random direction",
        "agent",
        Range(low=0, high=1),
        traced=True,
    )
    goal_reward: str = field(
        COSINE,
        "the worker's own reward: cosine between the changes over the last goal_steps and their directions, "
        "or projection of one step on its direction",
        "agent",
        choices=(COSINE, PROJECTION),
    )
    goal_reward_weight: float = field(
        0.1, "weight of the worker's own reward, added to the objective's", "agent", Range(low=0), traced=True
    )
    manager_discount: float = field(
        0.99, "the manager's γ, for one step of the environment", "agent", Range(low=0, below=1), traced=True
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` if a rollout is too short to have a step `goal_steps` ahead of another."""
        length = getattr(self, "rollout_length", self.goal_steps + 1)
        if self.goal_steps >= length:
            raise ConfigError(
                f"--goal_steps={self.goal_steps} with --rollout_length={length}: the manager of --agent=fun "
                "learns from where its directions led within a rollout, so the rollout must be longer. Take "
                f"--rollout_length={self.goal_steps + 1} or more, or a smaller --goal_steps."
            )


class FunState(NamedTuple):
    """The states of both levels."""

    worker: PpoState
    manager: PpoState
    epsilon: Array  # [], the share of random directions
    usage: goals.GoalUsage | tuple[()]  # () when training is over


class FunRow(NamedTuple):
    """The extras that are stored with an action."""

    actor: GoalUnderWay  # with the direction g_t; its memory is ()
    pooled: Array  # [E, F], the mean direction that the worker saw
    carried: Array  # [E, F], the part of it that the worker will see in the next step
    worker: PyTree  # the extras of the worker's PPO


class Advantages(NamedTuple):
    """The advantages of both levels, [T, E]."""

    worker: Array
    manager: Array


class Learned(NamedTuple):
    """The targets of both levels, and other quantities that they learn from."""

    worker: Array  # targets of the worker's values, [T, E]
    manager: Array  # targets of the manager's values, [T, E]
    went: Array  # φ(s_{t+c}) − φ(s_t), [T, E, F]
    cosine: Array  # cosine of `went` with the manager's direction, [T, E]
    own_reward: Array  # the worker's, [T, E]
    seen_ahead: Array  # bool, [T, E], whether s_{t+c}, or the episode's end before it, is in the rollout


class FunContext(NamedTuple):
    """The static part of the agent: its settings, and the agents of both levels."""

    config: Any  # has the fields of `FunSettings`
    problem: ProblemSpec
    worker: OnPolicyAgent
    manager: OnPolicyAgent


def make_fun(config: Any, problem: ProblemSpec) -> OnPolicyAgent:
    """Makes the FuN agent. The config has the fields of `FunSettings`.

    Raises:
      ConfigError: there is a single feature. Its two directions have no gradient from one to the other.
    """
    levels = _make_levels(config, problem)

    def step(
        state: FunState,
        actor: GoalUnderWay,
        obs: Array | Pixels,
        skill: Array,
        first: Array,
        keys: Key | None,
        features: Array | None = None,
    ) -> tuple[Array, FunRow, GoalUnderWay]:
        """Returns actions, [E, A] or [E], extras, and actors."""
        del features
        manager_keys, worker_keys = split_rows(keys)
        goal = direction(levels, state, obs, skill, manager_keys)
        pooled, actor = pool(levels, actor, goal, first)
        seen, stored = with_goal(obs, pooled), ()
        if worker_keys is None:
            action = levels.worker.act(state.worker, seen, skill, None)
        else:
            action, stored = levels.worker.sample(state.worker, seen, skill, worker_keys)
        carried = actor.memory.sum(axis=1) / levels.config.goal_steps
        return action, FunRow(actor._replace(memory=()), pooled, carried, stored), actor

    def sample(state: FunState, obs: Array | Pixels, skill: Array, keys: Key | None) -> tuple[Array, FunRow]:
        """Returns the actions of an episode's first step, and their extras."""
        count = skill.shape[0]
        return step(state, initial_goals(levels, count), obs, skill, jnp.ones(count, bool), keys)[:2]

    def latent(state: FunState, obs: Array | Pixels) -> Array:
        """Returns the latent of an image by the manager's encoder, [..., L]."""
        assert levels.manager.latent is not None
        return levels.manager.latent(state.manager, obs)

    return OnPolicyAgent(
        init=functools.partial(init, levels),
        act=lambda state, obs, skill, keys: sample(state, obs, skill, keys)[0],
        sample=sample,
        values=lambda state, obs, skill: levels.manager.values(state.manager, obs, skill),
        update=functools.partial(update, levels),
        noise=levels.worker.noise,
        latent=latent,
        policy_state=functools.partial(policy_state, levels),
        start=lambda state, keys: initial_goals(levels, keys.shape[0]),
        step=step,
        accumulate_metrics=functools.partial(accumulate_metrics, levels),
        estimate=functools.partial(estimate, levels),
    )


def _make_levels(config: Any, problem: ProblemSpec) -> FunContext:
    """Makes worker and manager, each a PPO for its own problem."""
    if problem.feature_size < 2:
        raise ConfigError(
            "--agent=fun: directions need two features or more, and --features has one. Take more, such "
            "as --features=obs."
        )
    of_manager = problem._replace(action_size=problem.feature_size, num_actions=None)
    worker = make_ppo(config, goals.worker_problem(problem))
    return FunContext(config, problem, worker, make_ppo(config, of_manager, _directions()))


def _directions() -> Actions:
    """The manager's actions: unit vectors. A vector of any length stands for its direction.

    The log probability of a displacement is its cosine with the action, up to a constant (von Mises and
    Fisher). `taken` is the worker's displacement.
    """
    return Actions(
        first=lambda layer: layer,
        mode=unit,
        sample=lambda outputs, key: (unit(outputs), ()),
        log_prob=lambda outputs, action, went: equations.cosine(went, outputs),
        noise=lambda key: (),
        entropy=lambda outputs, noise: jnp.zeros(outputs.shape[:-1]),
    )


def init(levels: FunContext, key: Key, hparams: HParams) -> FunState:
    """Returns the state of both levels, untrained."""
    worker_key, manager_key = jax.random.split(key)
    return FunState(
        levels.worker.init(worker_key, hparams),
        levels.manager.init(manager_key, hparams),
        jnp.asarray(hparams["goal_epsilon"], jnp.float32),
        goals.no_goals(levels.problem.feature_size),
    )


def initial_goals(levels: FunContext, count: int) -> GoalUnderWay:
    """Returns the actors of `count` episodes that have not begun; their memory is [E, c − 1, F]."""
    size = levels.problem.feature_size
    return goals.no_goal(count, size, jnp.zeros((count, levels.config.goal_steps - 1, size)))


def direction(
    levels: FunContext, state: FunState, obs: Array | Pixels, skill: Array, keys: Key | None
) -> Array:
    """Returns the manager's directions g [E, F]; with keys [E], a share ε of them is random."""
    found = levels.manager.act(state.manager, obs, skill, None)
    if keys is None:
        return found

    def explore(key: Key, found: Array) -> Array:
        whether_key, where_key = jax.random.split(key)
        anywhere = unit(jax.random.normal(where_key, found.shape))
        return jnp.where(jax.random.uniform(whether_key) < state.epsilon, anywhere, found)

    return jax.vmap(explore)(keys, found)


def pool(levels: FunContext, actor: GoalUnderWay, goal: Array, first: Array) -> tuple[Array, GoalUnderWay]:
    """Returns the mean of the last c directions [E, F], for the worker, and actors with the new direction.

    The memory [E, c − 1, F] of the actors holds the directions so far, newest first. `goal` is g_t, [E, F].
    `first`, [E], marks an episode's first step, which has no earlier directions.
    """
    steps = levels.config.goal_steps
    before = jnp.where(first[:, None, None], 0.0, actor.memory)
    memory = jnp.concatenate([goal[:, None], before], axis=1)[:, : steps - 1]
    pooled = (goal + before.sum(axis=1)) / steps
    return pooled, GoalUnderWay(goal, jnp.ones_like(first), jnp.zeros_like(actor.steps), memory)


def with_goal(obs: Array | Pixels, goal: Array) -> Array | Pixels:
    """What the worker sees: the observation, or an image's features, followed by the goal [..., F]."""
    if isinstance(obs, Pixels):
        return obs._replace(features=jnp.concatenate([obs.features, goal], axis=-1))
    return jnp.concatenate([obs, goal], axis=-1)


def estimate(
    levels: FunContext, state: FunState, rollout: RolloutBatch, reward: Array, hparams: HParams
) -> tuple[Advantages, Learned]:
    """See `OnPolicyAgent.estimate`. `reward` [T, E] is the scaled reward of the objective."""
    worker, manager = levels.worker, levels.manager
    batch, rows = rollout.batch, rollout.batch.extras
    chex.assert_equal_shape([reward, rollout.valid, batch.terminated])
    last, skill = jax.tree.map(lambda x: x[-1], (batch.next_obs, batch.skill))
    went, cosine, own = directions_taken(levels, state, rollout)
    of_worker, worker_target = advantages(
        rollout,
        worker.values(state.worker, with_goal(batch.obs, rows.pooled), batch.skill),
        worker.values(state.worker, with_goal(last, pooled_at_end(levels, state, rollout)), skill),
        reward + hparams["goal_reward_weight"] * own,
        hparams["discount"],
        hparams["gae_lambda"],
    )
    of_manager, manager_target = advantages(
        rollout,
        manager.values(state.manager, batch.obs, batch.skill),
        manager.values(state.manager, last, skill),
        reward,
        hparams["manager_discount"],
        hparams["gae_lambda"],
    )
    ahead = equations.seen_ahead(batch.terminated, rollout.valid, levels.config.goal_steps)
    learned = Learned(worker_target, manager_target, went, cosine, own, ahead)
    return Advantages(of_worker, of_manager), learned


def directions_taken(
    levels: FunContext, state: FunState, rollout: RolloutBatch
) -> tuple[Array, Array, Array]:
    """Computes the changes of φ, and how well they follow the manager.

    Returns:
      φ(s_{t+c}) − φ(s_t), [T, E, F]; its cosine with the manager's direction, [T, E]; and the worker's own
      reward, [T, E].
    """
    batch, valid, steps = rollout.batch, rollout.valid, levels.config.goal_steps
    goal = batch.extras.actor.goal
    phi = jnp.concatenate([batch.features, batch.next_features[-1:]])
    went = equations.features_ahead(phi, valid, steps) - phi[:-1]
    cosine = equations.cosine(went, levels.manager.act(state.manager, batch.obs, batch.skill, None))
    if levels.config.goal_reward == COSINE:
        return went, cosine, equations.directional_reward(phi, goal, valid, steps)
    return went, cosine, equations.projection_reward(phi, goal, valid)


def pooled_at_end(levels: FunContext, state: FunState, rollout: RolloutBatch) -> Array:
    """Returns the mean direction that the worker would see in the states after the last row, [E, F]."""
    last, skill, valid, carried = jax.tree.map(
        lambda x: x[-1],
        (rollout.batch.next_obs, rollout.batch.skill, rollout.valid, rollout.batch.extras.carried),
    )
    # A row that is not a step is followed by a new episode, which has no directions from the episode before.
    carried = jnp.where(valid[:, None], carried, 0.0)
    return carried + levels.manager.act(state.manager, last, skill, None) / levels.config.goal_steps


def advantages(
    rollout: RolloutBatch, values: Array, at_last: Array, reward: Array, discount: Array, gae_lambda: Array
) -> tuple[Array, Array]:
    """Returns generalised advantages and the targets of the values of one level, [T, E] each.

    `values` [T, E] are V of the rows' states, `at_last` [E] V of the states after the last row.
    """
    value = jnp.concatenate([values, at_last[None]])
    advantage = generalized_advantages(
        reward, value, rollout.batch.terminated, rollout.valid, discount, gae_lambda
    )
    return advantage, advantage + values


def update(
    levels: FunContext,
    state: FunState,
    batch: Batch,
    advantage: Advantages,
    target: Learned,
    hparams: HParams,
) -> tuple[FunState, Metrics]:
    """Updates both levels once. The leaves of `advantage` (normalised) and of `target` are [B, ...]."""
    chex.assert_equal_shape([batch.weight, *advantage, target.cosine, target.own_reward, target.seen_ahead])
    rows: FunRow = batch.extras
    # If an encoder makes φ, it is the manager's. So only the manager gets the gradient of the latents.
    of_worker = batch._replace(obs=with_goal(batch.obs, rows.pooled), extras=rows.worker, latent_gradient=())
    worker, metrics = levels.worker.update(state.worker, of_worker, advantage.worker, target.worker, hparams)
    of_manager = batch._replace(agent_noise=(), extras={"taken": target.went, "log_prob": target.cosine})
    # With an advantage of 0 the policy's loss is 0; the critic's loss does not depend on it.
    advantage_ahead = jnp.where(target.seen_ahead, advantage.manager, 0.0)
    manager, more = levels.manager.update(state.manager, of_manager, advantage_ahead, target.manager, hparams)
    means = parallel.psum(
        {
            "worker_reward": jnp.sum(batch.weight * target.own_reward),
            "goal_cosine": jnp.sum(batch.weight * target.cosine),
        },
        levels.problem.axes,
    )
    more = {f"manager_{name}": value for name, value in more.items() if name != "policy_entropy"}
    epsilon = jnp.asarray(hparams["goal_epsilon"], jnp.float32)
    return FunState(worker, manager, epsilon, state.usage), metrics | more | means


def accumulate_metrics(
    levels: FunContext, state: FunState, rows: FunRow, valid: Array
) -> tuple[FunState, Metrics]:
    """Counts the goals of new steps: rows, leaves [T, E, ...], and valid [T, E]."""
    assert isinstance(state.usage, goals.GoalUsage)
    usage = goals.count_goals(state.usage, rows.actor, valid, levels.problem.axes)
    return state._replace(usage=usage), {"goal_spread": goals.usage_figures(usage)["goal_spread"]}


def policy_state(levels: FunContext, state: FunState) -> FunState:
    """Returns the state without the parts that acting does not need."""
    worker, manager = levels.worker.policy_state(state.worker), levels.manager.policy_state(state.manager)
    return FunState(worker, manager, state.epsilon, ())


def diagnose(config: Any, metrics: Mapping[str, float | None]) -> Diagnosis | None:
    """Returns how the directions fail, if an epoch's metrics show it; see `goals.diagnose`."""
    del config
    return goals.diagnose(metrics, "--goal_epsilon")


SPEC = AgentSpec(
    make_fun,
    FunSettings,
    discrete_actions=True,
    vector_actions=True,
    # A worker with little entropy soon stops going to new places, and its manager learns from where it goes.
    defaults={**ppo.SPEC.defaults, "entropy_weight": 0.03},
    preset_defaults=ppo.SPEC.preset_defaults,
    diagnose=diagnose,
)
