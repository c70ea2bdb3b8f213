"""HIRO (Nachum et al. 2018, arXiv:1805.08296): a manager whose goals are displacements, and a worker.

Every c steps the manager sets a goal g: a change of φ(s) for the worker to reach. φ are the features that
`--features` names. In the steps between, h(s, g, s') is the rest of the goal. Both levels are SAC
(`agents.sac`); in the paper they are TD3:

    h(s, g, s') = φ(s) + g − φ(s')
    worker        learns from transitions (s, g, a, r, s', h) with r = −‖φ(s) + g − φ(s')‖
    manager       learns from windows (s_t, g̃, R, s_{t+k}) with R = Σ_{i<k} γ^i r_{t+i}, and bootstraps by
                  γ^k; k = c, or fewer steps if the episode ends
    g̃           = argmax_g Σ_i −½ ‖a_i − μ(s_i, h_i)‖², over g, φ(s_{t+c}) − φ(s_t), and draws around that

r_{t+i} is the objective's reward. g̃ is needed because the worker has changed since the window was recorded:
under g̃, today's worker would most likely take the recorded actions. A window is a stretch of the replay that
begins where a goal was set.

φ and goals are always in the features' own units, neither normalised nor clipped. The worker's input is the
observation, followed by the goal divided by `--goal_limits`. The manager's actions are goals within these
limits, and it always sees φ.
"""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Any, NamedTuple

import chex
import jax
import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax.agents import sac
from diayn_jax.agents.feudal import equations, goals
from diayn_jax.agents.keys import split_rows
from diayn_jax.agents.sac import SacSettings, SacState, make_sac
from diayn_jax.config import AUTO, ConfigError, Range, field, show
from diayn_jax.equations import smdp_return
from diayn_jax.interfaces import Agent, AgentSpec, Diagnosis, ProblemSpec, WindowLearner
from diayn_jax.types import Array, Batch, GoalUnderWay, HParams, Key, Metrics, Pixels, PyTree, Windows

UPDATES_OF_WORKER = 4  # for each update of the manager
SPREAD = 0.5  # deviation of the goals drawn for relabelling, as a share of the limits


@dataclasses.dataclass(frozen=True, kw_only=True)
class HiroSettings(SacSettings):
    """The settings of HIRO: SAC's, for both levels, and those of goals."""

    goal_steps: int = field(10, "c, steps that a goal lasts", "agent", Range(low=1, high=1000))
    goal_limits: tuple[float, ...] = field(
        (1.0,),
        "largest change of each feature that a goal may ask for, in its unit: one number, or one for each",
        "agent",
        Range(above=0),
    )
    goal_candidates: int = field(
        8,
        "number of goals drawn around the change that was reached; relabelling chooses among these, that "
        "change and the goal that was set; unused with --norelabel",
        "agent",
        Range(low=0, high=100),
    )
    relabel: bool = field(
        True, "learn from the goals under which the current worker would most likely act as stored", "agent"
    )
    manager_discount: float = field(
        0.99, "the manager's γ, for one step of the environment", "agent", Range(low=0, below=1), traced=True
    )
    manager_reward_scale: float = field(
        1.0, "factor on the reward that the manager learns from", "agent", Range(above=0), traced=True
    )
    manager_updates: int | str = field(
        AUTO,
        "updates of the manager after each rollout; auto: one for every four updates of the "
        "worker, and at least one",
        "agent",
        Range(low=1, words=(AUTO,)),
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` if the manager would not see the features that its goals change."""
        if not getattr(self, "agent_sees_features", True):
            raise ConfigError(
                "--agent_sees_features=false: --agent=hiro sets goals in features, which its manager must "
                "see. Leave it out."
            )


class HiroState(NamedTuple):
    """The states of both levels."""

    worker: SacState
    manager: SacState
    usage: goals.GoalUsage | tuple[()]  # () when training is over


class HiroContext(NamedTuple):
    """The static part of the agent: its settings, and the agents of both levels."""

    config: Any  # has the fields of `HiroSettings`
    problem: ProblemSpec
    worker: Agent
    manager: Agent
    limits: Array  # [F], the largest change that a goal may ask of each feature


def make_hiro(config: Any, problem: ProblemSpec) -> Agent:
    """Makes the HIRO agent, for actions that are vectors in (−1, 1).

    Raises:
      ConfigError: observations are images, or the number of limits is not that of the features.
    """
    levels, updates = _make_levels(config, problem), config.manager_updates
    if updates == AUTO:
        updates = max(1, config.updates_per_iteration * config.agent_updates // UPDATES_OF_WORKER)

    def step(
        state: HiroState,
        actor: GoalUnderWay,
        obs: Array | Pixels,
        skill: Array,
        first: Array,
        keys: Key | None,
        features: Array,
    ) -> tuple[Array, GoalUnderWay, GoalUnderWay]:
        """Actions [E, A], the goals that they follow (to be stored), and the actors.

        An actor's goal is what is left of it, in the features' units, and its memory is φ(s) of this step.
        """
        manager_keys, worker_keys = split_rows(keys)
        chosen = levels.limits * levels.manager.act(state.manager, obs, skill, manager_keys)
        stored = next_goal(levels, actor, chosen, first, features)
        action = levels.worker.act(state.worker, with_goal(levels, obs, stored.goal), skill, worker_keys)
        return action, stored, stored._replace(memory=features)

    def act(state: HiroState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
        """Returns the actions of an episode's first step."""
        count = skill.shape[0]
        none = initial_goals(levels, count)
        return step(state, none, obs, skill, jnp.ones(count, bool), keys, none.memory)[0]

    return Agent(
        init=functools.partial(init, levels),
        act=act,
        update=functools.partial(update_worker, levels),
        noise=levels.worker.noise,
        policy_state=functools.partial(policy_state, levels),
        start=lambda state, keys: initial_goals(levels, keys.shape[0]),
        step=step,
        accumulate_metrics=functools.partial(accumulate_metrics, levels),
        windows=WindowLearner(
            length=config.goal_steps,
            updates=int(updates),
            rows_before=lambda rows: rows.steps.astype(jnp.int32),
            update=functools.partial(update_manager, levels),
            noise=functools.partial(window_noise, levels),
            setting="goal_steps",
        ),
        raw_features=True,
    )


def _make_levels(config: Any, problem: ProblemSpec) -> HiroContext:
    """Makes worker and manager, each a SAC for its own problem."""
    if problem.image_shape is not None:
        raise ConfigError(
            "--agent=hiro: goals are displacements in features of fixed meaning, and images have no such "
            "features. Take --agent=fun, or an environment that shows vectors."
        )
    size = problem.feature_size
    worker = make_sac(config, goals.worker_problem(problem))
    manager = make_sac(config, problem._replace(action_size=size, policy_dims=None))
    return HiroContext(config, problem, worker, manager, _limits(config.goal_limits, size))


def _limits(given: tuple[float, ...], size: int) -> Array:
    """Returns the limit of each of `size` features, [F]."""
    if len(given) not in (1, size):
        raise ConfigError(
            f"--goal_limits={show(given)}: {len(given)} numbers, and --features has {size}. Give one for "
            "all, or one for each."
        )
    return jnp.broadcast_to(jnp.asarray(given, jnp.float32), (size,))


def init(levels: HiroContext, key: Key, hparams: HParams) -> HiroState:
    """Returns the state of both levels, untrained."""
    worker_key, manager_key = jax.random.split(key)
    return HiroState(
        levels.worker.init(worker_key, hparams),
        levels.manager.init(manager_key, hparams),
        goals.no_goals(levels.problem.feature_size),
    )


def initial_goals(levels: HiroContext, count: int) -> GoalUnderWay:
    """Returns the actors of `count` episodes that have not begun."""
    size = levels.problem.feature_size
    return goals.no_goal(count, size, jnp.zeros((count, size)))


def next_goal(
    levels: HiroContext, actor: GoalUnderWay, chosen: Array, first: Array, features: Array
) -> GoalUnderWay:
    """The goals in force in s, to be stored: a new one every c steps, and in between what is left of it.

    Args:
      actor: the goals of the step before, with its φ as memory.
      chosen: the manager's goals in s, [E, F].
      first: [E], bool: s is an episode's first state, where a new goal is set in any case.
      features: φ(s), [E, F].
    """
    begins = first | (actor.steps < 0) | (actor.steps + 1 >= levels.config.goal_steps)
    left = equations.goal_transition(actor.goal, actor.memory, features)
    goal = jnp.where(begins[:, None], chosen, left)
    since = jnp.where(begins, 0, actor.steps + 1).astype(jnp.int16)
    return GoalUnderWay(goal, begins, since, ())


def with_goal(levels: HiroContext, obs: Any, goal: Array) -> Array:
    """What the worker sees: s [..., S], followed by what is left of the goal [..., F]; [..., S + F]."""
    return jnp.concatenate([obs, goal / levels.limits], axis=-1)


def update_worker(
    levels: HiroContext, state: HiroState, batch: Batch, reward: Array, hparams: HParams
) -> tuple[HiroState, Metrics]:
    """Updates the worker once, on transitions [B]. It learns from its own reward, not from `reward`."""
    del reward
    goal = batch.extras.goal
    phi, next_phi = batch.raw_features, batch.next_raw_features
    chex.assert_equal_shape([goal, phi, next_phi])
    own = equations.goal_distance_reward(goal, phi, next_phi)
    left = equations.goal_transition(goal, phi, next_phi)
    batch = batch._replace(
        obs=with_goal(levels, batch.obs, goal), next_obs=with_goal(levels, batch.next_obs, left)
    )
    worker, metrics = levels.worker.update(state.worker, batch, own, hparams)
    mean = parallel.psum(jnp.sum(batch.weight * own), levels.problem.axes)
    return state._replace(worker=worker), metrics | {"worker_reward": mean}


def update_manager(
    levels: HiroContext, state: HiroState, windows: Windows, reward: Array, hparams: HParams
) -> tuple[HiroState, Metrics]:
    """Updates the manager once, on windows [B]. `reward` [B, T] is the scaled reward of the objective."""
    chex.assert_equal_shape([reward, windows.valid])
    batch = windows.batch
    total, discount = smdp_return(reward, windows.valid, hparams["manager_discount"])
    # φ(s_t) … φ(s_{t+T}) less φ(s_t), [B, T + 1, F].
    phi = jnp.concatenate([batch.raw_features, batch.next_raw_features[:, -1:]], axis=1)
    goal, changed = relabelled(levels, state.worker, windows, phi - phi[:, :1])
    choice = as_transitions(windows, goal / levels.limits)
    # The target entropy is the worker's. The manager has the same for each dimension.
    per_dimension = hparams["target_entropy"] / levels.problem.action_size
    hparams = hparams | {"target_entropy": per_dimension * levels.problem.feature_size}
    manager, metrics = levels.manager.update(
        state.manager,
        choice,
        hparams["manager_reward_scale"] * total,
        hparams | {"discount": jnp.asarray(discount)},
    )
    share = parallel.psum(jnp.sum(windows.weight * changed), levels.problem.axes)
    metrics = {f"manager_{name}": value for name, value in metrics.items()}
    return state._replace(manager=manager), metrics | {"relabelled_share": share}


def as_transitions(windows: Windows, action: Array) -> Batch:
    """Windows as transitions [B] of the manager: first state, action (of [B, F]), last state."""
    batch, last = windows.batch, windows.valid.sum(1) - 1

    def at_last(x: Any) -> Array:
        return jax.vmap(lambda row, i: row[i])(x, last)

    first = jax.tree.map(lambda x: x[:, 0], batch._replace(agent_noise=(), objective_noise=(), extras=()))
    return first._replace(
        next_obs=at_last(batch.next_obs),
        terminated=at_last(batch.terminated),
        action=action,
        weight=windows.weight,
        agent_noise=windows.noise["manager"],
    )


def relabelled(
    levels: HiroContext, worker: SacState, windows: Windows, reached: Array
) -> tuple[Array, Array]:
    """The goals g̃ that the manager learns from [B, F], and whether each differs from the one set [B].

    This is the paper's off-policy correction. `reached` is φ of the window's states less φ(s_t),
    [B, T + 1, F].
    """
    was = windows.batch.extras.goal[:, 0]
    if not levels.config.relabel:
        return was, jnp.zeros(was.shape[:1], bool)
    limits = levels.limits
    moved = jnp.take_along_axis(reached, windows.valid.sum(1)[:, None, None], axis=1)[:, 0]
    drawn = moved + SPREAD * limits * jnp.moveaxis(windows.noise["candidates"], 1, 0)
    # [n, B, F]; the first is the original goal, unclipped.
    candidates = jnp.concatenate(
        [was[None], jnp.clip(jnp.concatenate([moved[None], drawn]), -limits, limits)]
    )
    # The rest of each goal at each step: h applied to h.
    left = candidates[:, :, None] - reached[None, :, :-1]
    best = jnp.argmax(log_likelihood(levels, worker, windows, left), axis=0)
    goal = jnp.take_along_axis(candidates, best[None, :, None], axis=0)[0]
    return goal, best > 0


def log_likelihood(levels: HiroContext, worker: SacState, windows: Windows, left: Array) -> Array:
    """Returns the log likelihood of each window's actions under the worker, up to a constant, [n, B].

    `left` is what is left of each of n goals at each step, [n, B, T, F].
    """
    batch = windows.batch

    def repeated(x: Any) -> Array:
        """[B, T, ...] -> [n · B · T, ...]."""
        whole = jnp.broadcast_to(x, (left.shape[0], *x.shape))
        return whole.reshape(-1, *x.shape[2:])

    given = with_goal(levels, repeated(batch.obs), left.reshape(-1, left.shape[-1]))
    mean = levels.worker.act(worker, given, repeated(batch.skill), None)
    mean = mean.reshape(*left.shape[:-1], levels.problem.action_size)
    return equations.actions_log_likelihood(batch.action, mean, windows.valid)


def window_noise(levels: HiroContext, key: Key) -> PyTree:
    """Draws the noise of one window: for the manager's update, and for n candidate goals, [n, F]."""
    manager_key, candidates_key = jax.random.split(key)
    shape = levels.config.goal_candidates, levels.problem.feature_size
    drawn = jax.random.normal(candidates_key, shape)
    return {"manager": levels.manager.noise(manager_key), "candidates": drawn}


def accumulate_metrics(
    levels: HiroContext, state: HiroState, rows: GoalUnderWay, valid: Array
) -> tuple[HiroState, Metrics]:
    """Counts the goals of new steps: rows, leaves [T, E, ...], and valid [T, E]."""
    assert isinstance(state.usage, goals.GoalUsage)
    usage = goals.count_goals(state.usage, rows, valid, levels.problem.axes, levels.limits)
    at_bound = usage.at_bound / jnp.maximum(usage.goals, 1e-8)
    return state._replace(usage=usage), goals.usage_figures(usage) | {"goal_at_bound": at_bound}


def policy_state(levels: HiroContext, state: HiroState) -> HiroState:
    """Returns the state without the parts that acting does not need."""
    return HiroState(levels.worker.policy_state(state.worker), levels.manager.policy_state(state.manager), ())


def diagnose(config: Any, metrics: Mapping[str, float | None]) -> Diagnosis | None:
    """Returns how the goals fail, if an epoch's metrics show it; see `goals.diagnose`."""
    flag = "--target_entropy" if config.alpha == AUTO else "--alpha"
    return goals.diagnose(metrics, flag)


SPEC = AgentSpec(
    make_hiro,
    HiroSettings,
    sac.hparams,
    idle=sac.idle,
    diagnose=diagnose,
    needs={"agent_sees_features": True},
)
