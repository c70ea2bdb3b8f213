"""HIRO (Nachum et al. 2018, arXiv:1805.08296): a manager whose goals are displacements, and a worker.

Every c steps the manager sets a goal g, by which φ(s) is to change; φ is what `--features` names. Between,
what is left of it is h(s, g, s') = φ(s) + g − φ(s'). The worker is rewarded by −‖φ(s) + g − φ(s')‖, and
learns from single transitions (s, g, a, s', h). In all of this φ is in its own units, neither normalised
nor clipped, as goals are. The manager is rewarded by the objective's reward, summed
over the c steps as a choice of a semi-Markov process, and learns from windows of the replay that begin where
a goal was set. Because the worker has changed since, each window's goal is exchanged for that which makes the
actions in it likeliest by today's worker: among the goal that was set, φ(s_{t+c}) − φ(s_t), and draws around
that.

Both are SAC (`agents.sac`); the paper's are TD3. The worker sees the goal, divided by `--goal_limits`, behind
the observation; the manager acts by goals in these limits, and sees where it is in any case.
"""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.agents import sac
from diayn_jax.agents.sac import SacSettings, SacState, make_sac
from diayn_jax.config import AUTO, ConfigError, field, show
from diayn_jax.hierarchy import feudal, goals
from diayn_jax.interfaces import Agent, AgentSpec, Diagnosis, ProblemSpec, WindowLearner
from diayn_jax.types import Array, Batch, GoalUnderWay, HParams, Key, Metrics, Pixels, PyTree, Windows

UPDATES_OF_WORKER = 4  # for each of the manager's
SPREAD = 0.5  # deviation of the goals drawn for relabelling, as a share of the limits


@dataclasses.dataclass(frozen=True, kw_only=True)
class HiroSettings(SacSettings):
    """The settings of HIRO: SAC's, for both levels, and those of goals."""

    goal_steps: int = field(10, "c, steps that a goal is for", "agent", low=1, high=1000)
    goal_limits: tuple[float, ...] = field(
        (1.0,),
        "the most that a goal may ask of each feature, in its unit: one number for all, or one for each",
        "agent",
        above=0,
    )
    goal_candidates: int = field(
        8,
        "goals drawn around what was reached, beside it and the goal that was set, of which the manager "
        "learns from the likeliest; with --norelabel none",
        "agent",
        low=0,
        high=100,
    )
    relabel: bool = field(
        True, "exchange goals of the past for those that today's worker would act by as it did", "agent"
    )
    manager_discount: float = field(
        0.99, "the manager's γ, of one step of the environment", "agent", low=0, below=1, traced=True
    )
    manager_reward_scale: float = field(
        1.0, "factor on the reward that the manager learns from", "agent", above=0, traced=True
    )
    manager_updates: int | str = field(
        AUTO,
        "updates of the manager after each rollout; auto: one for every four updates of the "
        "worker, and at least one",
        "agent",
        low=1,
        words=(AUTO,),
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` where the manager would not see what its goals are about."""
        if not getattr(self, "agent_sees_features", True):
            raise ConfigError(
                "--agent_sees_features=false: --agent=hiro sets goals in features, which its manager has to "
                "see. Leave it out."
            )


class HiroState(NamedTuple):
    """Both levels."""

    worker: SacState
    manager: SacState
    usage: goals.GoalUsage | tuple[()]  # () where training is over


class HiroContext(NamedTuple):
    """What the functions of both levels need."""

    config: Any  # with `HiroSettings`
    problem: ProblemSpec
    worker: Agent
    manager: Agent
    limits: Array  # [F], the most that a goal may ask of each feature


def make_hiro(config: Any, problem: ProblemSpec) -> Agent:
    """The HIRO agent.

    Args:
      config: with `HiroSettings`.
      problem: with actions in (−1, 1) and observations that are vectors.

    Raises:
      ConfigError: images, or limits for another number of features.
    """
    if problem.image_shape is not None:
        raise ConfigError(
            "--agent=hiro: goals are displacements in features that stay what they are, and of images the "
            "manager would have none to see. Take --agent=fun, or an environment that shows vectors."
        )
    size = problem.feature_size
    limits = _limits(config.goal_limits, size)
    # What the policy may see; the goal is behind all of it.
    dims = problem.policy_dims
    if dims is not None:
        dims = (*dims, *range(problem.input_size, problem.input_size + size))
    worker = make_sac(config, problem._replace(input_size=problem.input_size + size, policy_dims=dims))
    manager = make_sac(config, problem._replace(action_size=size, policy_dims=None))
    levels = HiroContext(config, problem, worker, manager, limits)
    updates = config.manager_updates
    if updates == AUTO:
        updates = max(1, config.updates_per_iteration * config.agent_updates // UPDATES_OF_WORKER)
    return Agent(
        init=functools.partial(_init, levels),
        act=functools.partial(_act, levels),
        update=functools.partial(_update_worker, levels),
        noise=worker.noise,
        policy_state=functools.partial(_policy_state, levels),
        start=functools.partial(_start, levels),
        step=functools.partial(_step, levels),
        accumulate_metrics=functools.partial(_accumulate_metrics, levels),
        windows=WindowLearner(
            length=config.goal_steps,
            updates=updates,
            rows_before=lambda rows: rows.steps.astype(jnp.int32),
            update=functools.partial(_update_manager, levels),
            noise=functools.partial(_window_noise, levels),
            setting="goal_steps",
        ),
        raw_features=True,
    )


def _limits(given: tuple[float, ...], size: int) -> Array:
    """Of each feature, [F]."""
    if len(given) not in (1, size):
        raise ConfigError(
            f"--goal_limits={show(given)}: {len(given)} numbers, and --features has {size}. Give one for "
            "all, or one for each."
        )
    return jnp.broadcast_to(jnp.asarray(given, jnp.float32), (size,))


def _init(levels: HiroContext, key: Key, hparams: HParams) -> HiroState:
    worker_key, manager_key = jax.random.split(key)
    return HiroState(
        levels.worker.init(worker_key, hparams),
        levels.manager.init(manager_key, hparams),
        goals.no_goals(levels.problem.feature_size),
    )


def _seen(levels: HiroContext, obs: Any, goal: Array) -> Array:
    """What the worker gets of s and what is left of the goal [..., F]: [..., S + F]."""
    return jnp.concatenate([obs, goal / levels.limits], axis=-1)


def _no_goal(levels: HiroContext, count: int) -> GoalUnderWay:
    size = levels.problem.feature_size
    return goals.no_goal(count, size, jnp.zeros((count, size)))


def _start(levels: HiroContext, state: HiroState, keys: Key) -> GoalUnderWay:
    del state
    return _no_goal(levels, keys.shape[0])


def _step(
    levels: HiroContext,
    state: HiroState,
    actor: GoalUnderWay,
    obs: Array | Pixels,
    skill: Array,
    first: Array,
    keys: Key | None,
    features: Array,
) -> tuple[Array, GoalUnderWay, GoalUnderWay]:
    """Actions [E, A], the goals that they are for, to be stored, and the actors.

    The actor's goal is what is left of it, in features' units, its memory φ(s) of the step before.
    """
    split = None if keys is None else jax.vmap(jax.random.split)(keys)
    manager_keys, worker_keys = (None, None) if split is None else (split[:, 0], split[:, 1])
    begins = first | (actor.steps < 0) | (actor.steps + 1 >= levels.config.goal_steps)
    left = feudal.goal_transition(actor.goal, actor.memory, features)
    chosen = levels.limits * levels.manager.act(state.manager, obs, skill, manager_keys)
    goal = jnp.where(begins[:, None], chosen, left)
    since = jnp.where(begins, 0, actor.steps + 1).astype(jnp.int16)
    action = levels.worker.act(state.worker, _seen(levels, obs, goal), skill, worker_keys)
    stored = GoalUnderWay(goal, begins, since, ())
    return action, stored, stored._replace(memory=features)


def _act(levels: HiroContext, state: HiroState, obs: Array | Pixels, skill: Array, keys: Key | None) -> Array:
    """Of an episode's first step."""
    count = skill.shape[0]
    none = _no_goal(levels, count)
    return _step(levels, state, none, obs, skill, jnp.ones(count, bool), keys, none.memory)[0]


def _update_worker(
    levels: HiroContext, state: HiroState, batch: Batch, reward: Array, hparams: HParams
) -> tuple[HiroState, Metrics]:
    """One step of the worker, from transitions [B]; its reward is its own."""
    del reward
    goal = batch.extras.goal
    phi, next_phi = batch.raw_features, batch.next_raw_features
    own = feudal.goal_distance_reward(goal, phi, next_phi)
    following = feudal.goal_transition(goal, phi, next_phi)
    batch = batch._replace(
        obs=_seen(levels, batch.obs, goal), next_obs=_seen(levels, batch.next_obs, following)
    )
    new, metrics = levels.worker.update(state.worker, batch, own, hparams)
    mean = parallel.psum(jnp.sum(batch.weight * own), levels.problem.axis)
    return state._replace(worker=new), metrics | {"worker_reward": mean}


def _update_manager(
    levels: HiroContext, state: HiroState, windows: Windows, reward: Array, hparams: HParams
) -> tuple[HiroState, Metrics]:
    """One step of the manager; `reward` [B, T] is the objective's, scaled."""
    batch = windows.batch
    total, discount = equations.smdp_return(reward, windows.valid, hparams["manager_discount"])
    reached = jnp.concatenate([batch.raw_features, batch.next_raw_features[:, -1:]], axis=1)
    goal, changed = _relabelled(levels, state.worker, windows, reached - reached[:, :1])
    choice = _choices(windows, goal / levels.limits)
    if levels.config.target_entropy == AUTO:
        size = levels.problem.feature_size
        hparams = hparams | {"target_entropy": jnp.asarray(-size / 2, jnp.float32)}
    new, metrics = levels.manager.update(
        state.manager,
        choice,
        hparams["manager_reward_scale"] * total,
        hparams | {"discount": jnp.asarray(discount)},
    )
    share = parallel.psum(jnp.sum(windows.weight * changed), levels.problem.axis)
    metrics = {f"manager_{name}": value for name, value in metrics.items()}
    return state._replace(manager=new), metrics | {"relabelled_share": share}


def _choices(windows: Windows, action: Array) -> Batch:
    """Windows as transitions [B] of the manager, from their first state to their last, by actions [B, F]."""
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


def _relabelled(
    levels: HiroContext, worker: SacState, windows: Windows, reached: Array
) -> tuple[Array, Array]:
    """Goals to learn from [B, F], and which of them are not those that were set [B].

    Args:
      levels: both.
      worker: today's.
      windows: with the actions that were done.
      reached: φ of the window's states less φ(s_t), [B, T + 1, F].
    """
    was = windows.batch.extras.goal[:, 0]
    if not levels.config.relabel:
        return was, jnp.zeros(was.shape[:1], bool)
    limits = levels.limits
    moved = jnp.take_along_axis(reached, windows.valid.sum(1)[:, None, None], axis=1)[:, 0]
    drawn = moved + SPREAD * limits * jnp.moveaxis(windows.noise["candidates"], 1, 0)
    # [n, B, F], the one that was set among them as it was.
    candidates = jnp.concatenate(
        [was[None], jnp.clip(jnp.concatenate([moved[None], drawn]), -limits, limits)]
    )
    # What is left of each at each step, h of h.
    left = candidates[:, :, None] - reached[None, :, :-1]
    best = jnp.argmax(_likelihood(levels, worker, windows, left), axis=0)
    goal = jnp.take_along_axis(candidates, best[None, :, None], axis=0)[0]
    return goal, best > 0


def _likelihood(levels: HiroContext, worker: SacState, windows: Windows, left: Array) -> Array:
    """The log likelihood of each window's actions by the worker, [n, B], but for a constant.

    Args:
      levels: both.
      worker: today's.
      windows: with the actions that were done, [B, T, A].
      left: what is left of each goal at each step, [n, B, T, F].
    """
    batch = windows.batch

    def alike(x: Any) -> Array:
        """[B, T, ...] -> [n · B · T, ...]."""
        whole = jnp.broadcast_to(x, (left.shape[0], *x.shape))
        return whole.reshape(-1, *x.shape[2:])

    given = _seen(levels, alike(batch.obs), left.reshape(-1, left.shape[-1]))
    mean = levels.worker.act(worker, given, alike(batch.skill), None)
    mean = mean.reshape(*left.shape[:-1], levels.problem.action_size)
    return feudal.actions_log_likelihood(batch.action, mean, windows.valid)


def _window_noise(levels: HiroContext, key: Key) -> PyTree:
    """Of one window: what the manager's update draws, and candidates for its goal, [n, F]."""
    manager_key, candidates_key = jax.random.split(key)
    shape = levels.config.goal_candidates, levels.problem.feature_size
    drawn = jax.random.normal(candidates_key, shape)
    return {"manager": levels.manager.noise(manager_key), "candidates": drawn}


def _accumulate_metrics(
    levels: HiroContext, state: HiroState, rows: GoalUnderWay, valid: Array
) -> tuple[HiroState, Metrics]:
    assert isinstance(state.usage, goals.GoalUsage)
    usage = goals.count_goals(state.usage, rows, valid, levels.problem.axis, levels.limits)
    at_bound = usage.at_bound / jnp.maximum(usage.goals, 1e-8)
    return state._replace(usage=usage), goals.usage_figures(usage) | {"goal_at_bound": at_bound}


def _policy_state(levels: HiroContext, state: HiroState) -> HiroState:
    return HiroState(levels.worker.policy_state(state.worker), levels.manager.policy_state(state.manager), ())


def diagnose(config: Any, metrics: Mapping[str, float | None]) -> Diagnosis | None:
    """How goals fail."""
    flag = "--target_entropy" if config.alpha == AUTO else "--alpha"
    return goals.diagnose(config, metrics, flag)


SPEC = AgentSpec(make_hiro, HiroSettings, sac.hparams, diagnose=diagnose, needs={"agent_sees_features": True})
