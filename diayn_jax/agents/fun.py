"""FuN, feudal networks (Vezhnevets et al. 2017, arXiv:1703.01161): a manager of directions, and a worker.

In every step the manager gives a direction g_t, a unit vector in the space of φ, which is what `--features`
names; of images it may be the latent of the manager's own encoder. The worker sees the mean of those of the
last c steps, and is rewarded by the objective's reward and, with a weight, for going where they point:

    cosine      r_t = mean over i = 1 … c of cos(φ(s_{t+1}) − φ(s_{t+1−i}), g_{t+1−i})   (eq. 8 of the paper)
    projection  r_t = g_tᵀ (φ(s_{t+1}) − φ(s_t))

The manager climbs A_t ∇cos(φ(s_{t+c}) − φ(s_t), g_t), its transition policy gradient (eq. 7), by the
advantage of the objective's reward alone. That is a policy gradient of p(s_{t+c}|s_t, g_t) ∝ exp cos(…),
whose norm does not depend on g_t. So both levels are PPO (`agents.ppo`), and the manager's ratio is one of
these.

Where a rollout ends within c steps and the episode does not, φ(s_{t+c}) is not there, and the manager's
policy learns nothing from g_t; its critic does. The cosine reward is of directions that the rollout has,
which in its first c − 1 steps are fewer. What the worker sees of the last c goes on from rollout to rollout.

The paper's levels are recurrent networks, its φ a layer of the manager, and the goal a factor in the worker's
last layer. Here both are feedforward, φ is fixed or an encoder's, and the worker sees the goal.
"""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.agents import ppo
from diayn_jax.agents.ppo import Actions, PpoSettings, PpoState, make_ppo
from diayn_jax.config import ConfigError, field
from diayn_jax.hierarchy import feudal, goals
from diayn_jax.interfaces import AgentSpec, Diagnosis, OnPolicyAgent, ProblemSpec, RolloutBatch
from diayn_jax.types import Array, Batch, GoalUnderWay, HParams, Key, Metrics, Pixels, PyTree

COSINE, PROJECTION = "cosine", "projection"


@dataclasses.dataclass(frozen=True, kw_only=True)
class FunSettings(PpoSettings):
    """The settings of FuN: PPO's, for both levels, and those of goals."""

    goal_steps: int = field(10, "c, steps that a goal is for", "agent", low=1, high=1000)
    goal_epsilon: float = field(
        0.3, "share of steps in which the manager gives a random direction", "agent",
        low=0, high=1, traced=True,
    )  # fmt: skip
    goal_reward: str = field(
        COSINE,
        "the worker's own reward: cosine of where the last goal_steps led with their directions, or "
        "projection of one step on its direction",
        "agent",
        choices=(COSINE, PROJECTION),
    )
    goal_reward_weight: float = field(
        0.1, "weight of the worker's own reward beside the objective's", "agent", low=0, traced=True
    )
    manager_discount: float = field(
        0.99, "the manager's γ, of one step of the environment", "agent", low=0, below=1, traced=True
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` where no rollout has a step that is `goal_steps` ahead of another."""
        length = getattr(self, "rollout_length", self.goal_steps + 1)
        if self.goal_steps >= length:
            raise ConfigError(
                f"--goal_steps={self.goal_steps} with --rollout_length={length}: the manager of --agent=fun "
                "learns from where its directions led within a rollout, which has to be longer. Take "
                f"--rollout_length={self.goal_steps + 1} or more, or a smaller --goal_steps."
            )


class FunState(NamedTuple):
    """Both levels."""

    worker: PpoState
    manager: PpoState
    epsilon: Array  # [], share of random directions
    usage: goals.GoalUsage | tuple[()]  # () where training is over


class FunRow(NamedTuple):
    """What is stored with an action."""

    actor: GoalUnderWay  # with the direction g_t; memory is ()
    pooled: Array  # [E, F], what the worker saw of this and the last directions
    carried: Array  # [E, F], what it will see of them in the next step
    worker: PyTree  # what the worker's PPO stores


class Advantages(NamedTuple):
    """Of both levels, [T, E]."""

    worker: Array
    manager: Array


class Learned(NamedTuple):
    """What both levels learn from beside advantages."""

    worker: Array  # values, [T, E]
    manager: Array  # values, [T, E]
    went: Array  # φ(s_{t+c}) − φ(s_t), [T, E, F]
    cosine: Array  # of that and the manager's direction, [T, E]
    own_reward: Array  # of the worker, [T, E]
    seen_ahead: Array  # bool, [T, E], whether s_{t+c}, or the episode's end before, is in the rollout


class FunContext(NamedTuple):
    """What the functions of both levels need."""

    config: Any  # with `FunSettings`
    problem: ProblemSpec
    worker: OnPolicyAgent
    manager: OnPolicyAgent


def make_fun(config: Any, problem: ProblemSpec) -> OnPolicyAgent:
    """The FuN agent.

    Args:
      config: with `FunSettings`.
      problem: with actions of either kind, and two features or more.

    Raises:
      ConfigError: a single feature, which has no directions but two, between which no gradient leads.
    """
    if problem.feature_size < 2:
        raise ConfigError(
            "--agent=fun: directions are among two features or more, and --features has one. Take more, such "
            "as --features=obs."
        )
    size = problem.feature_size
    # What the policy may see; the goal is behind all of it.
    dims = problem.policy_dims
    if dims is not None:
        dims = (*dims, *range(problem.input_size, problem.input_size + size))
    worker = make_ppo(config, problem._replace(input_size=problem.input_size + size, policy_dims=dims))
    manager = make_ppo(
        config, problem._replace(action_size=size, num_actions=None, policy_dims=None), _directions()
    )
    levels = FunContext(config, problem, worker, manager)
    return OnPolicyAgent(
        init=functools.partial(_init, levels),
        act=functools.partial(_act, levels),
        sample=functools.partial(_sample, levels),
        values=functools.partial(_values, levels),
        update=functools.partial(_update, levels),
        noise=worker.noise,
        latent=functools.partial(_latent, levels),
        policy_state=functools.partial(_policy_state, levels),
        start=functools.partial(_start, levels),
        step=functools.partial(_step, levels),
        accumulate_metrics=functools.partial(_accumulate_metrics, levels),
        estimate=functools.partial(_estimate, levels),
    )


def _directions() -> Actions:
    """Unit vectors, by any vector of their direction.

    The log probability of going somewhere is the cosine with that, but for a constant (von Mises and Fisher);
    `taken` says where one went.
    """
    return Actions(
        first=lambda layer: layer,
        mode=feudal.unit,
        sample=lambda outputs, key: (feudal.unit(outputs), ()),
        log_prob=lambda outputs, action, went: feudal.cosine(went, outputs),
        noise=lambda key: (),
        entropy=lambda outputs, noise: jnp.zeros(outputs.shape[:-1]),
    )


def _init(levels: FunContext, key: Key, hparams: HParams) -> FunState:
    worker_key, manager_key = jax.random.split(key)
    return FunState(
        levels.worker.init(worker_key, hparams),
        levels.manager.init(manager_key, hparams),
        jnp.asarray(hparams["goal_epsilon"], jnp.float32),
        goals.no_goals(levels.problem.feature_size),
    )


def _seen(obs: Array | Pixels, goal: Array) -> Array | Pixels:
    """What the worker gets: the goal [..., F] behind the observation, or what stands beside the image."""
    if isinstance(obs, Pixels):
        return obs._replace(features=jnp.concatenate([obs.features, goal], axis=-1))
    return jnp.concatenate([obs, goal], axis=-1)


def _no_goal(levels: FunContext, count: int) -> GoalUnderWay:
    size = levels.problem.feature_size
    return goals.no_goal(count, size, jnp.zeros((count, levels.config.goal_steps - 1, size)))


def _start(levels: FunContext, state: FunState, keys: Key) -> GoalUnderWay:
    del state
    return _no_goal(levels, keys.shape[0])


def _direction(
    levels: FunContext, state: FunState, obs: Array | Pixels, skill: Array, keys: Key | None
) -> Array:
    """The manager's directions g [E, F]; with keys [E] a share of them is random."""
    found = levels.manager.act(state.manager, obs, skill, None)
    if keys is None:
        return found

    def explored(key: Key, found: Array) -> Array:
        whether_key, where_key = jax.random.split(key)
        anywhere = feudal.unit(jax.random.normal(where_key, found.shape))
        return jnp.where(jax.random.uniform(whether_key) < state.epsilon, anywhere, found)

    return jax.vmap(explored)(keys, found)


def _step(
    levels: FunContext,
    state: FunState,
    actor: GoalUnderWay,
    obs: Array | Pixels,
    skill: Array,
    first: Array,
    keys: Key | None,
    features: Array | None = None,
) -> tuple[Array, FunRow, GoalUnderWay]:
    """Actions [E, A], or [E] of n, what is stored with them, and the actors.

    The actor's goal is the step's direction, its memory [E, c − 1, F] those before, newest first.
    """
    del features
    steps = levels.config.goal_steps
    split = None if keys is None else jax.vmap(jax.random.split)(keys)
    goal = _direction(levels, state, obs, skill, None if split is None else split[:, 0])
    before = jnp.where(first[:, None, None], 0.0, actor.memory)
    pooled = (goal + before.sum(axis=1)) / steps
    memory = jnp.concatenate([goal[:, None], before], axis=1)[:, : steps - 1]
    given = _seen(obs, pooled)
    if split is None:
        action, stored = levels.worker.act(state.worker, given, skill, None), ()
    else:
        action, stored = levels.worker.sample(state.worker, given, skill, split[:, 1])
    now = GoalUnderWay(goal, jnp.ones_like(first), jnp.zeros_like(actor.steps), ())
    return action, FunRow(now, pooled, memory.sum(axis=1) / steps, stored), now._replace(memory=memory)


def _sample(
    levels: FunContext, state: FunState, obs: Array | Pixels, skill: Array, keys: Key | None
) -> tuple[Array, FunRow]:
    """Of an episode's first step."""
    count = skill.shape[0]
    return _step(levels, state, _no_goal(levels, count), obs, skill, jnp.ones(count, bool), keys)[:2]


def _act(levels: FunContext, state: FunState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
    return _sample(levels, state, obs, skill, keys)[0]


def _values(levels: FunContext, state: FunState, obs: Array | Pixels, skill: Array) -> Array:
    return levels.manager.values(state.manager, obs, skill)


def _estimate(
    levels: FunContext, state: FunState, rollout: RolloutBatch, reward: Array, hparams: HParams
) -> tuple[Advantages, Learned]:
    """See `OnPolicyAgent.estimate`; `reward` [T, E] is the objective's, scaled."""
    worker, manager, steps = levels.worker, levels.manager, levels.config.goal_steps
    batch, valid = rollout.batch, rollout.valid
    rows: FunRow = batch.extras
    phi = jnp.concatenate([batch.features, batch.next_features[-1:]])
    went = feudal.features_ahead(phi, valid, steps) - phi[:-1]
    cosine = feudal.cosine(went, manager.act(state.manager, batch.obs, batch.skill, None))
    if levels.config.goal_reward == COSINE:
        own = feudal.directional_reward(phi, rows.actor.goal, valid, steps)
    else:
        own = feudal.projection_reward(phi, rows.actor.goal, valid)

    last, skill = jax.tree.map(lambda x: x[-1], (batch.next_obs, batch.skill))
    # Behind a row that is no step an episode begins, without directions of the one before.
    carried = jnp.where(valid[-1][:, None], rows.carried[-1], 0.0)
    pooled = carried + manager.act(state.manager, last, skill, None) / steps
    of_worker, worker_target = _gain(
        rollout,
        worker.values(state.worker, _seen(batch.obs, rows.pooled), batch.skill),
        worker.values(state.worker, _seen(last, pooled), skill),
        reward + hparams["goal_reward_weight"] * own,
        hparams["discount"],
        hparams["gae_lambda"],
    )
    of_manager, manager_target = _gain(
        rollout,
        manager.values(state.manager, batch.obs, batch.skill),
        manager.values(state.manager, last, skill),
        reward,
        hparams["manager_discount"],
        hparams["gae_lambda"],
    )
    ahead = feudal.seen_ahead(batch.terminated, valid, steps)
    learned = Learned(worker_target, manager_target, went, cosine, own, ahead)
    return Advantages(of_worker, of_manager), learned


def _gain(
    rollout: RolloutBatch, values: Array, at_last: Array, reward: Array, discount: Array, gae_lambda: Array
) -> tuple[Array, Array]:
    """Advantages and the values' targets of one level, [T, E] each.

    Args:
      rollout: of which these are.
      values: V of the rows' states, [T, E].
      at_last: V of the states that the last row led to, [E].
      reward: the level's, [T, E].
      discount, gae_lambda: γ and λ, [].
    """
    value = jnp.concatenate([values, at_last[None]])
    advantage = equations.generalized_advantages(
        reward, value, rollout.batch.terminated, rollout.valid, discount, gae_lambda
    )
    return advantage, advantage + values


def _update(
    levels: FunContext,
    state: FunState,
    batch: Batch,
    advantage: Advantages,
    target: Learned,
    hparams: HParams,
) -> tuple[FunState, Metrics]:
    """One step of both levels; leaves of `advantage`, normalised, and of `target`, [B, ...]."""
    rows: FunRow = batch.extras
    # Where an encoder makes φ, it is the manager's.
    of_worker = batch._replace(obs=_seen(batch.obs, rows.pooled), extras=rows.worker, latent_gradient=())
    new_worker, metrics = levels.worker.update(
        state.worker, of_worker, advantage.worker, target.worker, hparams
    )
    of_manager = batch._replace(agent_noise=(), extras={"taken": target.went, "log_prob": target.cosine})
    # Of an advantage of 0 the policy's loss is 0, and the critic's does not look at it.
    advantage_ahead = jnp.where(target.seen_ahead, advantage.manager, 0.0)
    new_manager, more = levels.manager.update(
        state.manager, of_manager, advantage_ahead, target.manager, hparams
    )
    means = parallel.psum(
        {
            "worker_reward": jnp.sum(batch.weight * target.own_reward),
            "goal_cosine": jnp.sum(batch.weight * target.cosine),
        },
        levels.problem.axis,
    )
    more = {f"manager_{name}": value for name, value in more.items() if name != "policy_entropy"}
    epsilon = jnp.asarray(hparams["goal_epsilon"], jnp.float32)
    return FunState(new_worker, new_manager, epsilon, state.usage), metrics | more | means


def _accumulate_metrics(
    levels: FunContext, state: FunState, rows: FunRow, valid: Array
) -> tuple[FunState, Metrics]:
    assert isinstance(state.usage, goals.GoalUsage)
    usage = goals.count_goals(state.usage, rows.actor, valid, levels.problem.axis)
    return state._replace(usage=usage), {"goal_spread": goals.usage_figures(usage)["goal_spread"]}


def _latent(levels: FunContext, state: FunState, obs: Array | Pixels) -> Array:
    assert levels.manager.latent is not None
    return levels.manager.latent(state.manager, obs)


def _policy_state(levels: FunContext, state: FunState) -> FunState:
    worker, manager = levels.worker.policy_state(state.worker), levels.manager.policy_state(state.manager)
    return FunState(worker, manager, state.epsilon, ())


def diagnose(config: Any, metrics: Mapping[str, float | None]) -> Diagnosis | None:
    """How directions fail."""
    return goals.diagnose(config, metrics, "--goal_epsilon")


SPEC = AgentSpec(
    make_fun,
    FunSettings,
    discrete_actions=True,
    vector_actions=True,
    # A worker that is sure of its actions soon goes nowhere new, and its manager learns from where it goes.
    defaults={**ppo.SPEC.defaults, "entropy_weight": 0.03},
    preset_defaults=ppo.SPEC.preset_defaults,
    diagnose=diagnose,
)
