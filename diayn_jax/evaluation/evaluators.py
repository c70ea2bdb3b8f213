"""Which episodes are played for an evaluation, and the figures made of them (see `metrics`)."""

import functools
import math
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, parallel
from diayn_jax.config import Config, ConfigError
from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.episodes import (
    EpisodeBatch,
    Rollouts,
    features_at,
    make_rollouts,
    repeat_last,
    to_play,
)
from diayn_jax.evaluation.metrics import Interval, Trajectories, first_part
from diayn_jax.evaluation.metrics.final import SeekGoals
from diayn_jax.skills import SkillSpace, uniform_log_prior
from diayn_jax.training import PolicyParts, Trainer, TrainState, policy_parts, row_keys
from diayn_jax.training.aot import Ahead
from diayn_jax.types import Array, Key

RETURN_EPISODES = 20  # at least, of a policy without skills
# Steps of the environment that a run would rather take for nothing than compile another program.
_SPARE_STEPS = 50_000


Progress = Callable[[str], None]  # is told what an evaluation is at


def _no_progress(what: str) -> None:
    del what


class Evaluated(NamedTuple):
    """All figures by name, `eval/…`, `eval_deterministic/…` and `qd/…`, with their intervals.

    Without skills, `eval/…` are of the deterministic policy and there are no others.
    """

    figures: dict[str, float]
    intervals: dict[str, Interval]
    stochastic: Trajectories | None  # what the quick figures were made of; None without skills
    deterministic: Trajectories  # as many episodes by the policy's mode


class _Full(NamedTuple):
    """The full figures, and what they were made of."""

    figures: dict[str, float]
    found: metrics.FullFigures
    stochastic: Trajectories
    deterministic: Trajectories  # by the policy's mode, as many and as long as a quick evaluation's
    covering: Trajectories  # the mode's that coverage is over


class Evaluator(NamedTuple):
    """Plays the skills of a state and gives figures, by name.

    `figures(parts, key)` gives the quick figures; it is pure, and may be jitted and vmapped over lanes
    (`parts` as of `training.policy_parts`, `key` as of `evaluation_keys(…).quick`).

    `evaluate(state)` gives the same figures and the trajectories that they were made of, which have
    poses where the config asks for films; `evaluate_full(state)` the full figures and the stochastic
    trajectories behind them; `evaluate_with_intervals(state)` all figures with confidence intervals, and
    tells `progress` what it is at.
    Keys are made of the step and of the run's seed, or of the `seed` that is given.
    Of an environment that calls the host they raise `SimulatorError` where it cannot go on.

    Without skills, the first gives the trajectories of the deterministic policy, and the second no
    figures and the same with observations.

    `rollouts(state, key, skill, length, deterministic, record_obs, record_poses)` plays one episode for
    each entry of `skill`: integers [N], places among `skills.probes` (where skills can be counted, the
    skills themselves); or vectors [N, d], skills of one's own. Where the observation is an image, what
    `record_obs` keeps of it is the latent of the agent's encoder; `record_poses` needs an environment
    with a scene. `env` is the environment that is played in.

    `prepare(state)` compiles what `evaluate` plays, in a thread beside other work, for states like this one.
    """

    figures: Callable[[PolicyParts, Key], dict[str, Array]]
    evaluate: Callable[..., tuple[dict[str, float], Trajectories]]
    evaluate_full: Callable[..., tuple[dict[str, float], Trajectories]]
    evaluate_with_intervals: Callable[..., Evaluated]
    rollouts: Callable[..., Trajectories]
    prepare: Callable[[TrainState], None]
    env: envs.Env

    def with_seed(self, seed: int) -> "Evaluator":
        """The evaluator of a run of another seed, such as another lane; what is compiled is shared."""
        return self._replace(
            evaluate=functools.partial(self.evaluate, seed=seed),
            evaluate_full=functools.partial(self.evaluate_full, seed=seed),
            evaluate_with_intervals=functools.partial(self.evaluate_with_intervals, seed=seed),
        )


class EvaluationKeys(NamedTuple):
    """The keys of an evaluation."""

    quick: Key
    stochastic: Key
    mode: Key
    figures: Key
    intervals: Key
    fresh_skills: Key  # those that coverage is over, where skills cannot be counted
    covering: Key  # and their episodes


def evaluation_keys(seed: int, env_steps: int) -> EvaluationKeys:
    """The keys of an evaluation: from the seed and the step, so that a resume repeats it."""
    key = jax.random.fold_in(jax.random.key(seed), 0x6576616C)  # apart from the training keys
    return EvaluationKeys(*jax.random.split(jax.random.fold_in(key, env_steps), len(EvaluationKeys._fields)))


def episodes_per_skill(config: Config, num_skills: int) -> int:
    """Episodes of each skill in an evaluation: a single policy has more of them."""
    return config.eval_episodes if num_skills > 1 else max(RETURN_EPISODES, config.eval_episodes)


class EvaluationContext(NamedTuple):
    """What evaluation needs of a run."""

    config: Config
    env: envs.Env  # that is played in
    skills: SkillSpace
    num_skills: int  # K, that are probed; 1: there are no skills
    log_prior: Array  # [K], of the skills that are probed
    rollouts: Rollouts
    length: int  # steps of an episode
    episodes: int  # of each skill in a quick evaluation
    at_once: int  # how many episodes a quick evaluation has, hence the program that is shared
    most_calls: float  # of the shared program, for one record
    shares: bool  # whether one program plays whatever is like a quick evaluation
    with_poses: bool  # whether that program records poses
    played_ahead: Ahead  # what `play` calls
    # Compiled where they are first called.
    play: Callable[..., tuple[Trajectories, metrics.EpisodeSums]]  # as `Rollouts.play`, and the sums of it
    figures_of_sums: Callable[[metrics.EpisodeSums], dict[str, Array]]
    figures_of_episodes: Callable[..., dict[str, Array]]  # (trajectories, log_prior), without `eval/`
    goal_log_probs: Callable[..., Array] | None  # (state, goals [G, 2] in metres) -> log q(z|goal) [G, K]


def make_evaluator(config: Config, trainer: Trainer) -> Evaluator:
    """The evaluator of a run. Rollouts are sharded over the trainer's mesh."""
    run = _context(config, trainer)
    return Evaluator(
        figures=functools.partial(_quick_figures, run),
        evaluate=functools.partial(_evaluate, run),
        evaluate_full=functools.partial(_evaluate_full, run),
        evaluate_with_intervals=functools.partial(_evaluate_with_intervals, run),
        rollouts=functools.partial(_rollouts, run),
        prepare=functools.partial(_prepare, run),
        env=run.env,
    ).with_seed(config.seed)


def _context(config: Config, trainer: Trainer) -> EvaluationContext:
    # Simulators of its own, where there are any: evaluations leave training's as they are.
    env = trainer.env if trainer.env.simulator is None else trainer.env.simulator.separate_copy()
    skills = trainer.skills
    num_skills = len(skills.probes)
    log_prior = uniform_log_prior(num_skills) if skills.log_prior is None else skills.log_prior
    rollouts, episodes = make_rollouts(trainer, env), episodes_per_skill(config, num_skills)
    # One program plays whatever is like a quick evaluation, so many episodes at once. Simulators outside
    # JAX play no episode more than is asked for, and images are too large to be kept unasked.
    shares = env.simulator is None and env.image_shape is None
    with_poses = shares and isinstance(env.scene, envs.MujocoScene | envs.PlaneScene)
    with_poses = with_poses and (config.log_video > 0 or config.report != "none")
    play = Ahead(jax.jit(functools.partial(_play_and_sum, rollouts), static_argnums=(2, 3, 4)))
    return EvaluationContext(
        config=config,
        env=env,
        skills=skills,
        num_skills=num_skills,
        log_prior=log_prior,
        rollouts=rollouts,
        length=config.episode_length,
        episodes=episodes,
        at_once=num_skills * episodes,
        # An accelerator plays thousands of episodes in the time of one.
        most_calls=math.inf if jax.default_backend() == "cpu" else 4,
        shares=shares,
        with_poses=with_poses,
        played_ahead=play,
        play=_fetched(trainer, playing(env, play)),
        figures_of_sums=jax.jit(functools.partial(_named_figures, log_prior)),
        figures_of_episodes=jax.jit(metrics.quick_figures),
        goal_log_probs=xy_log_probs(trainer),
    )


def _play_and_sum(
    rollouts: Rollouts, parts: PolicyParts, wanted: EpisodeBatch, *static: Any
) -> tuple[Trajectories, metrics.EpisodeSums]:
    played = rollouts.play(parts, wanted, *static)
    return played, rollouts.sums(played, wanted.skill.shape[0])


def _fetched(trainer: Trainer, compute: Callable[..., Any]) -> Callable[..., Any]:
    """Gives NumPy's arrays where other processes have parts: a slice of JAX's is a program of all."""
    if trainer.mesh is None or not parallel.over_processes(trainer.mesh):
        return compute
    return lambda *args: jax.device_get(compute(*args))


def _tiled(run: EvaluationContext, episodes: int) -> Array:
    """So many episodes of each skill, [K · episodes]: all skills, and again."""
    return jnp.tile(jnp.arange(run.num_skills, dtype=jnp.int32), episodes)


def _stored(skills: SkillSpace, places: Array) -> Array:
    """The skills at these places [N] among those that are probed, as they are stored: [N, ...]."""
    return jnp.asarray(skills.probes)[places].astype(skills.dtype)


def _quick_episodes(run: EvaluationContext, key: Key) -> EpisodeBatch:
    skill = _tiled(run, run.episodes)
    return to_play(key, skill, _stored(run.skills, skill), run.num_skills == 1)


def _named_figures(log_prior: Array, found: metrics.EpisodeSums) -> dict[str, Array]:
    figures = metrics.quick_figures_of(found, log_prior)
    return {f"eval/{name}": value for name, value in figures.items()}


def _quick_figures(run: EvaluationContext, parts: PolicyParts, key: Key) -> dict[str, Array]:
    played = run.rollouts.play(parts, _quick_episodes(run, key), run.length, False, False)
    return _named_figures(run.log_prior, run.rollouts.sums(played, run.at_once))


def _rollouts(
    run: EvaluationContext,
    state: TrainState,
    key: Key,
    skill: Array,
    length: int,
    deterministic: bool = False,
    record_obs: bool = False,
    record_poses: bool = False,
) -> Trajectories:
    """`Evaluator.rollouts`."""
    if record_poses and run.env.scene is None:
        raise ConfigError(
            f"{run.env.name} cannot be seen: nothing tells how it looks. Give its Env a `scene` "
            "(docs/your_own_environment.md)."
        )
    skill = jnp.asarray(skill)
    if jnp.issubdtype(skill.dtype, jnp.integer):
        skill, z = skill.astype(jnp.int32), _stored(run.skills, skill)
    else:
        skill, z = jnp.arange(skill.shape[0], dtype=jnp.int32), skill.astype(run.skills.dtype)
    wanted = to_play(key, skill, z, deterministic)
    return _recorded(run, policy_parts(state), wanted, length, record_obs, record_poses)


def _recorded(
    run: EvaluationContext,
    parts: PolicyParts,
    wanted: EpisodeBatch,
    steps: int,
    record_obs: bool,
    record_poses: bool,
) -> Trajectories:
    """Episodes as wanted, by the shared program where that serves, so many at once."""
    number, at_once = wanted.skill.shape[0], run.at_once
    calls = -(-number // at_once)
    spare = calls * at_once * run.length - number * steps
    fits = run.shares and 0 < steps <= run.length and run.with_poses >= record_poses
    if not fits or not 0 < calls <= run.most_calls or spare > _SPARE_STEPS:
        played, _ = run.play(parts, wanted, steps, record_obs, record_poses)
        return first_part(played, number, steps)
    records = []
    for first in range(0, number, at_once):
        some = jax.tree.map(lambda x, at=slice(first, first + at_once): x[at], wanted)
        played, _ = run.play(parts, repeat_last(some, at_once), run.length, True, run.with_poses)
        played = _asked_for(first_part(played, some.skill.shape[0], steps), record_obs, record_poses)
        records.append(played if calls == 1 else jax.device_get(played))
    return metrics.joined(records)


def _asked_for(played: Trajectories, obs: bool, poses: bool) -> Trajectories:
    return played._replace(obs=played.obs if obs else None, poses=played.poses if poses else None)


def _keys_of(state: TrainState, seed: int) -> EvaluationKeys:
    return evaluation_keys(seed, int(state.counters.env_steps))


def _evaluate(run: EvaluationContext, state: TrainState, seed: int) -> tuple[dict[str, float], Trajectories]:
    """`Evaluator.evaluate`."""
    poses = _records_poses(run)
    wanted = _quick_episodes(run, _keys_of(state, seed).quick)
    played, summed = run.play(policy_parts(state), wanted, run.length, *_recorded_quickly(run))
    figures = jax.device_get(run.figures_of_sums(jax.device_get(summed)))
    named = {name: float(value) for name, value in figures.items()}
    return named, _asked_for(first_part(played, run.at_once, run.length), False, poses)


def _records_poses(run: EvaluationContext) -> bool:
    """Whether a quick evaluation is filmed."""
    # Where every pose is a picture, only the filmed episodes are played for them, apart.
    return run.config.log_video > 0 and not isinstance(run.env.scene, envs.ImageScene | None)


def _recorded_quickly(run: EvaluationContext) -> tuple[bool, bool]:
    """Whether the program of a quick evaluation records observations, and whether poses."""
    return (True, run.with_poses) if run.shares else (False, _records_poses(run))


def _prepare(run: EvaluationContext, state: TrainState) -> None:
    """`Evaluator.prepare`."""
    # Copies: the state may be donated meanwhile.
    parts = jax.tree.map(jnp.copy, policy_parts(state))
    wanted = _quick_episodes(run, _keys_of(state, run.config.seed).quick)
    run.played_ahead.compile(parts, wanted, run.length, *_recorded_quickly(run))


def _evaluate_full(
    run: EvaluationContext, state: TrainState, seed: int
) -> tuple[dict[str, float], Trajectories]:
    """`Evaluator.evaluate_full`."""
    keys = _keys_of(state, seed)
    if run.num_skills == 1:
        played = _rollouts(run, state, keys.quick, _tiled(run, run.episodes), run.length, True, True)
        return {}, jax.device_get(played)
    full = _full(run, state, keys)
    return full.figures, full.stochastic


def _deterministic_episodes(
    run: EvaluationContext, state: TrainState, keys: EvaluationKeys
) -> tuple[Trajectories, Trajectories]:
    """As many and as long as a quick evaluation's; and those that coverage is over."""
    length, episodes = run.length, run.episodes
    # A simulator outside may end an episode by a limit of its own, beyond the run's.
    longer = max(metrics.COVERAGE_STEPS if run.env.simulator is None else 1, length)
    if run.skills.log_prior is None:
        fresh = run.skills.sample(row_keys(keys.fresh_skills, jnp.arange(metrics.COVERAGE_ROLLOUTS)))
        played = _rollouts(run, state, keys.mode, _tiled(run, episodes), length, True)
        return jax.device_get((played, _rollouts(run, state, keys.covering, fresh, longer, True)))
    # Skills are tiled, so that the first episodes of a longer record serve both.
    coverage = metrics.coverage_rollouts(run.num_skills)
    count = max(episodes, -(-coverage // run.num_skills))
    played = jax.device_get(_rollouts(run, state, keys.mode, _tiled(run, count), longer, True))
    return first_part(played, run.at_once, length), first_part(played, coverage, longer)


def _full(
    run: EvaluationContext, state: TrainState, keys: EvaluationKeys, progress: Progress = _no_progress
) -> _Full:
    count = max(metrics.PROBE_EPISODES, run.episodes)
    progress(f"Playing {count} episodes of each skill")
    stochastic = _rollouts(run, state, keys.stochastic, _tiled(run, count), run.length, False, True)
    stochastic = jax.device_get(stochastic)
    progress("Playing episodes of the policy's mode")
    deterministic, covering = _deterministic_episodes(run, state, keys)
    progress("Training the probes, counting cells, seeking goals")
    found = metrics.full_figures(
        keys.figures,
        stochastic=stochastic,
        deterministic=deterministic,
        covering=covering,
        log_prior=np.asarray(run.log_prior),
        seek_goals=_goal_seeker(run, state, stochastic),
        world=run.env.world,
        reward_offset=run.env.reward_offset,
    )
    if run.env.simulator is not None:
        # Many more than a quick evaluation takes, and each holds a world; a later one makes its own.
        run.env.simulator.close()
    of_mode = jax.device_get(run.figures_of_episodes(deterministic, run.log_prior))
    named = {_named(name): float(value) for name, value in found.figures.items()}
    named |= {f"eval_deterministic/{name}": float(value) for name, value in of_mode.items()}
    return _Full(named, found, stochastic, deterministic, covering)


def _goal_seeker(run: EvaluationContext, state: TrainState, stochastic: Trajectories) -> SeekGoals | None:
    """How goals are sought; None where they cannot be."""
    if run.rollouts.seeks:
        return functools.partial(_seek, run, state)
    if run.goal_log_probs is None or stochastic.xy is None:
        return None
    return functools.partial(_episodes_towards, run, state, stochastic)


def _seek(
    run: EvaluationContext, state: TrainState, key: Key, goals: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Plays an episode towards each goal: `SeekGoals`."""
    skill = jnp.zeros(len(goals), jnp.int32)  # whichever: the goals say
    wanted = to_play(key, skill, _stored(run.skills, skill), goal=jnp.asarray(goals))
    sought = jax.device_get(_recorded(run, policy_parts(state), wanted, run.length, False, False))
    return sought.xy[1:], sought.valid


def _episodes_towards(
    run: EvaluationContext, state: TrainState, stochastic: Trajectories, key: Key, goals: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Reuses recorded episodes of the skill that q assigns to each goal: `SeekGoals`."""
    del key
    assert run.goal_log_probs is not None
    chosen = np.argmax(run.goal_log_probs(state, goals), axis=-1)
    places = metrics.episodes_of(chosen, stochastic.skill)
    return np.asarray(stochastic.xy)[1:, places], np.asarray(stochastic.valid)[:, places]


def _evaluate_with_intervals(
    run: EvaluationContext, state: TrainState, seed: int, progress: Progress = _no_progress
) -> Evaluated:
    """`Evaluator.evaluate_with_intervals`."""
    progress(f"Playing {run.episodes} episodes of each skill, and what they vary by")
    figures, played = _evaluate(run, state, seed)
    played, keys = jax.device_get(played), _keys_of(state, seed)
    quick_key, mode_key, full_key = jax.random.split(keys.intervals, 3)
    of_quick = metrics.quick_intervals(quick_key, played, run.log_prior)
    intervals = {f"eval/{name}": x for name, x in of_quick.items()}
    if run.num_skills == 1:
        return Evaluated(figures, intervals, None, played)
    full = _full(run, state, keys, progress)
    progress("Resampling episodes for the intervals")
    of_mode = metrics.quick_intervals(mode_key, full.deterministic, run.log_prior)
    of_full = metrics.full_intervals(
        full_key, full.found, full.stochastic, full.deterministic, full.covering, run.log_prior
    )
    intervals |= {f"eval_deterministic/{name}": x for name, x in of_mode.items()}
    intervals |= {_named(name): x for name, x in of_full.items()}
    return Evaluated(figures | full.figures, intervals, played, full.deterministic)


def playing(env: envs.Env, compute: Callable[..., Any]) -> Callable[..., Any]:
    """A function that plays in `env` as one that raises what its callbacks have raised.

    It raises `ConfigError` where the environment does not run here.
    """
    faults = env.callback_errors
    if faults is None:
        return compute

    def waited_for(*args: Any) -> Any:
        envs.check_playable(env.backend)
        with envs.collected(faults):
            return jax.block_until_ready(compute(*args))

    return waited_for


def _named(name: str) -> str:
    return name if name.startswith("qd/") else f"eval/{name}"


def xy_log_probs(trainer: Trainer) -> Callable[[TrainState, Array | np.ndarray], Array] | None:
    """log q(z|xy) of a state at any place, [G, 2] in metres -> [G, K].

    None where the objective does not classify, and where q sees anything but xy.
    """
    features, classify = features_at(trainer), trainer.objective.log_probs
    if features is None or classify is None:
        return None
    log_probs = jax.jit(lambda parts, xy: classify(parts.objective, features(parts, xy)))
    return lambda state, xy: log_probs(policy_parts(state), jnp.asarray(xy, jnp.float32))
