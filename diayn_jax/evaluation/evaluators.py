"""Chooses the episodes of an evaluation, plays them, and computes the figures of `metrics` from them."""

import functools
import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, parallel
from diayn_jax.config import AUTO, Config, ConfigError
from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.episodes import (
    EpisodeBatch,
    Rollouts,
    features_at,
    make_rollouts,
    padded,
    to_play,
)
from diayn_jax.evaluation.metrics import Interval, Trajectories, first_part
from diayn_jax.evaluation.metrics.final import SeekGoals
from diayn_jax.machine.aot import Ahead
from diayn_jax.output import Progress, silent
from diayn_jax.skills import SkillSpace, current_log_prior, draw_skills, uniform_log_prior
from diayn_jax.training import BriefJit, PolicyParts, Trainer, TrainState, policy_parts, row_keys
from diayn_jax.types import Array, Key, PyTree

RETURN_EPISODES = 20  # the fewest episodes of a policy without skills
# Reusing a program is cheaper than compiling another one if it plays at most this many unused environment
# steps: once in a run, and in each of its evaluations.
_SPARE_STEPS = 50_000
_SPARE_STEPS_EACH = 5_000


class Evaluated(NamedTuple):
    """All figures by name, `eval/…`, `eval_deterministic/…` and `qd/…`, with their intervals.

    Without skills, there are only `eval/…`, and they describe the deterministic policy.
    """

    figures: dict[str, float]
    intervals: dict[str, Interval]
    stochastic: Trajectories | None  # the episodes behind the quick figures; None without skills
    deterministic: Trajectories  # the same number of episodes, played by the policy's mode


class Evaluator(NamedTuple):
    """Plays the skills of a train state and computes figures by name.

    - `figures(parts, key)` returns the quick figures. It is pure, and may be jitted and vmapped over lanes.
      `parts` comes from `training.policy_parts`, `key` from `evaluation_keys(…).quick`.
    - `evaluate(state)` returns the same figures and the trajectories behind them. The trajectories have poses
      if the config asks for films. Without skills, they are the trajectories of the deterministic policy.
    - `evaluate_full(state)` returns the full figures and the stochastic trajectories behind them. Without
      skills, it returns no figures, and the trajectories of the deterministic policy with observations.
    - `full_names` are the names of these full figures, without the archive's settings and without
      `eval_deterministic/…`.
    - `evaluate_with_intervals(state)` returns all figures with confidence intervals, as `Evaluated`. It calls
      `progress` with its current phase.
    - `rollouts(state, key, skill, length, deterministic, record_obs, record_poses)` plays one episode for
      each entry of `skill`. Integers [N] are indices into `skills.probes` (if skills can be counted, these
      are the skills themselves). Vectors [N, d] are played as they are. If observations are images,
      `record_obs` records the latents of the agent's encoder. `record_poses` needs an environment with a
      scene.
    - `prepare(state)` compiles the program of `evaluate` in a background thread, for states like this one.
    - `xy_log_probs(state, xy)` returns log q(z | xy), [G, K], at positions [G, 2] in metres. It is None if
      the objective does not classify, or if q sees anything other than xy.
    - `env` is the environment to play in.

    Trajectories have NumPy arrays.
    The keys are made from the environment step and from the run's seed, or from the argument `seed` instead.
    If the environment calls the host, the functions raise `SimulatorError` when the simulator fails.
    """

    figures: Callable[[PolicyParts, Key], dict[str, Array]]
    evaluate: Callable[..., tuple[dict[str, float], Trajectories]]
    evaluate_full: Callable[..., tuple[dict[str, float], Trajectories]]
    evaluate_with_intervals: Callable[..., Evaluated]
    rollouts: Callable[..., Trajectories]
    prepare: Callable[[TrainState], None]
    xy_log_probs: Callable[[TrainState, Array | np.ndarray], Array] | None
    full_names: tuple[str, ...]
    env: envs.Env

    def with_seed(self, seed: int) -> "Evaluator":
        """Returns the evaluator of a run with another seed, such as another lane. They share programs."""
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
    fresh_skills: Key  # for the skills that coverage is measured over, if skills cannot be counted
    covering: Key  # for the episodes of these skills


def evaluation_keys(seed: int, env_steps: int) -> EvaluationKeys:
    """Returns the keys of an evaluation. They depend on seed and step only, so that a resume repeats them."""
    return _evaluation_keys(jax.random.key(seed), np.uint32(env_steps))


@jax.jit
def _evaluation_keys(key: Key, env_steps: Array) -> EvaluationKeys:
    key = jax.random.fold_in(key, 0x6576616C)  # makes keys that training does not use
    return EvaluationKeys(*jax.random.split(jax.random.fold_in(key, env_steps), len(EvaluationKeys._fields)))


def episodes_per_skill(config: Config, num_skills: int) -> int:
    """Returns the number of episodes of each skill in an evaluation. A policy without skills plays more."""
    return config.eval_episodes if num_skills > 1 else max(RETURN_EPISODES, config.eval_episodes)


class EvaluationContext(NamedTuple):
    """The parts of a run that evaluation needs."""

    config: Config
    env: envs.Env  # the environment to play in
    skills: SkillSpace
    num_skills: int  # K, the number of probed skills; 1: there are no skills
    log_prior: Array  # [K], log p(z) of the probed skills; if the prior moves, its first value
    rollouts: Rollouts
    length: int  # steps of an episode
    played: int  # steps that the program of quick evaluations plays; `length` or more
    episodes: int  # episodes of each skill in a quick evaluation
    at_once: int  # episodes of a quick evaluation, and so of one call of the shared program
    most_calls: float  # the most calls of the shared program for one record
    shares: bool  # whether the program of quick evaluations also plays other episodes
    with_poses: bool  # whether that program records poses
    played_ahead: Ahead  # the jitted function in `play`, which `prepare` compiles
    # These functions are compiled when they are first called.
    play: Callable[..., tuple[Trajectories, metrics.EpisodeSums]]  # as `Rollouts.play`, with sums of episodes
    figures_of_sums: Callable[[Array | None, metrics.EpisodeSums], dict[str, Array]]  # (moved prior, sums)
    fresh_skills: Callable[[PyTree, Key], Array]  # (skills' state, key) -> skills [N, ...]
    xy_log_probs: Callable[..., Array] | None  # see `Evaluator`


def make_evaluator(config: Config, trainer: Trainer) -> Evaluator:
    """Returns the evaluator of a run. Rollouts are sharded over the trainer's mesh."""
    run = _context(config, trainer)

    def rollouts(
        state: TrainState,
        key: Key,
        skill: Array,
        length: int,
        deterministic: bool = False,
        record_obs: bool = False,
        record_poses: bool = False,
    ) -> Trajectories:
        if record_poses and run.env.scene is None:
            raise ConfigError(
                f"{run.env.name} cannot be drawn: its Env has no `scene`. Give it one "
                "(docs/how_to/own_environment.md)."
            )
        wanted = _wanted(run, key, skill, deterministic)
        return _recorded(run, policy_parts(state), wanted, length, record_obs, record_poses)[0]

    return Evaluator(
        figures=functools.partial(_quick_figures, run),
        evaluate=functools.partial(_evaluate, run),
        evaluate_full=functools.partial(_evaluate_full, run),
        evaluate_with_intervals=functools.partial(_evaluate_with_intervals, run),
        rollouts=rollouts,
        prepare=functools.partial(_prepare, run),
        xy_log_probs=run.xy_log_probs,
        full_names=_full_names(run),
        env=run.env,
    ).with_seed(config.seed)


def _context(config: Config, trainer: Trainer) -> EvaluationContext:
    # Evaluation has its own copy of an external simulator, so that it does not change training's.
    env = trainer.env.separate_copy()
    skills = trainer.components.skills
    num_skills = len(skills.probes)
    log_prior = uniform_log_prior(num_skills) if skills.log_prior is None else skills.log_prior
    rollouts, episodes = make_rollouts(trainer, env), episodes_per_skill(config, num_skills)
    # The program of a quick evaluation also plays other episodes, padded to its number of episodes.
    # Exceptions: external simulators are too slow for padding, and images are too large to be recorded
    # without need.
    shares = env.simulator is None and env.image_shape is None
    with_poses = shares and isinstance(env.scene, envs.MujocoScene | envs.PlaneScene)
    with_poses = with_poses and (config.log_video > 0 or config.report != "none")
    at_once, length = num_skills * episodes, config.episode_length
    # The episodes for coverage may be longer than the run's. If this costs little, all episodes get their
    # length, so that one program plays them. Steps that call the host are too slow to be wasted.
    longer = _coverage_steps(env, length) if num_skills > 1 else length
    cheap = shares and env.callback_errors is None
    joint = cheap and at_once * (longer - length) <= _SPARE_STEPS_EACH
    play = BriefJit(functools.partial(_play_and_sum, rollouts, length), static_argnums=(2, 3, 4))
    played_ahead = Ahead(play)
    return EvaluationContext(
        config=config,
        env=env,
        skills=skills,
        num_skills=num_skills,
        log_prior=log_prior,
        rollouts=rollouts,
        length=length,
        played=longer if joint else length,
        episodes=episodes,
        at_once=at_once,
        # An accelerator plays thousands of episodes in the time of one. Many small calls would waste time.
        most_calls=math.inf if jax.default_backend() == "cpu" else 4,
        shares=shares,
        with_poses=with_poses,
        played_ahead=played_ahead,
        play=_fetched(trainer, playing(env, played_ahead)),
        figures_of_sums=jax.jit(
            lambda moved, sums: _named_figures(log_prior if moved is None else moved, sums)
        ),
        fresh_skills=jax.jit(
            lambda moving, key: draw_skills(
                skills, moving, row_keys(key, jnp.arange(metrics.COVERAGE_ROLLOUTS))
            )
        ),
        xy_log_probs=_xy_log_probs(trainer),
    )


def _coverage_steps(env: envs.Env, length: int) -> int:
    """Returns the steps of the episodes for coverage, in a run whose episodes have `length` steps."""
    # An external simulator may have its own time limit, so its episodes are not extended beyond the run's.
    return max(metrics.COVERAGE_STEPS if env.simulator is None else 1, length)


def _play_and_sum(
    rollouts: Rollouts, length: int, parts: PolicyParts, wanted: EpisodeBatch, *static: Any
) -> tuple[Trajectories, metrics.EpisodeSums]:
    """Plays episodes as `Rollouts.play`; returns them, and sums over the first `length` steps of each."""
    played = rollouts.play(parts, wanted, *static)
    return played, rollouts.sums(metrics.select(played, slice(None), length), wanted.skill.shape[0])


def _fetched(trainer: Trainer, compute: Callable[..., Any]) -> Callable[..., Any]:
    """Makes `compute` return NumPy arrays if several processes share the mesh.

    Slicing a JAX array that spans processes would be a program that all processes must run.
    """
    if trainer.mesh is None or not parallel.over_processes(trainer.mesh):
        return compute
    return lambda *args: jax.device_get(compute(*args))


def _tiled(run: EvaluationContext, episodes: int) -> np.ndarray:
    """Returns the skills of `episodes` episodes of each skill, [K · episodes]: 0 … K − 1, 0 … K − 1, …."""
    return np.tile(np.arange(run.num_skills, dtype=np.int32), episodes)


def _stored(skills: SkillSpace, places: np.ndarray) -> np.ndarray:
    """Returns the probed skills at the given indices [N], as they are stored: [N, ...]."""
    return skills.probes[places].astype(skills.dtype)


def _quick_episodes(run: EvaluationContext, key: Key) -> EpisodeBatch:
    skill = _tiled(run, run.episodes)
    return to_play(key, skill, _stored(run.skills, skill), run.num_skills == 1)


def _named_figures(log_prior: Array, found: metrics.EpisodeSums) -> dict[str, Array]:
    figures = metrics.quick_figures(found, log_prior)
    return {f"eval/{name}": value for name, value in figures.items()}


def _moved_prior(run: EvaluationContext, parts: PolicyParts) -> Array | None:
    """Returns log p(z), [K], as training has changed it; None if the prior does not move."""
    return None if run.skills.moving is None else current_log_prior(run.skills, parts.skills)


def _prior(run: EvaluationContext, parts: PolicyParts) -> Array:
    """Returns log p(z) of the probed skills, [K]."""
    moved = _moved_prior(run, parts)
    return run.log_prior if moved is None else moved


def _quick_figures(run: EvaluationContext, parts: PolicyParts, key: Key) -> dict[str, Array]:
    played = run.rollouts.play(parts, _quick_episodes(run, key), run.length, False, False)
    return _named_figures(_prior(run, parts), run.rollouts.sums(played, run.at_once))


def _wanted(run: EvaluationContext, key: Key, skill: Array | np.ndarray, deterministic: bool) -> EpisodeBatch:
    """Returns one episode for each entry of `skill`: see `Evaluator.rollouts`."""
    skill = np.asarray(skill)
    if np.issubdtype(skill.dtype, np.integer):
        skill, z = skill.astype(np.int32), _stored(run.skills, skill)
    else:
        skill, z = np.arange(skill.shape[0], dtype=np.int32), skill.astype(run.skills.dtype)
    return to_play(key, skill, z, deterministic)


def _recorded(
    run: EvaluationContext,
    parts: PolicyParts,
    wanted: EpisodeBatch,
    steps: int,
    record_obs: bool = False,
    record_poses: bool = False,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Trajectories, metrics.EpisodeSums]:
    """Plays the wanted episodes; returns them, and sums over the first `run.length` steps, as NumPy arrays.

    If it is cheaper, the program of quick evaluations plays them, `at_once` in each call.

    If there are several calls, `told` gets the number of finished episodes, and of all episodes.
    """
    number, at_once = wanted.skill.shape[0], run.at_once
    calls = -(-number // at_once)
    spare = calls * at_once * run.played - number * steps
    fits = run.shares and 0 < steps <= run.played and run.with_poses >= record_poses
    if not fits or not 0 < calls <= run.most_calls or spare > _SPARE_STEPS:
        played, sums = jax.device_get(run.play(parts, wanted, steps, record_obs, record_poses))
        return first_part(played, number, steps), sums
    records, all_sums = [], []
    for first in range(0, number, at_once):
        if calls > 1:
            told(first, number)
        played, sums = run.play(parts, padded(wanted, first, at_once), run.played, True, run.with_poses)
        played = jax.device_get(_asked_for(played, record_obs, record_poses))
        records.append(first_part(played, number - first, steps))
        all_sums.append(jax.device_get(sums))
    return metrics.joined(records), _joined(all_sums, number)


def _joined(parts: Sequence[metrics.EpisodeSums], number: int) -> metrics.EpisodeSums:
    """Returns the sums of the first `number` episodes of several calls."""
    # A single part may be traced, when only the shapes of a record are wanted.
    whole = parts[0] if len(parts) == 1 else jax.tree.map(lambda *x: np.concatenate(x), *parts)
    return jax.tree.map(lambda x: x[:number], whole)


def _asked_for(played: Trajectories, obs: bool, poses: bool) -> Trajectories:
    return played._replace(obs=played.obs if obs else None, poses=played.poses if poses else None)


def _keys_of(state: TrainState, seed: int) -> EvaluationKeys:
    return evaluation_keys(seed, int(state.counters.env_steps))


def _evaluate(run: EvaluationContext, state: TrainState, seed: int) -> tuple[dict[str, float], Trajectories]:
    """See `Evaluator.evaluate`."""
    poses = _records_poses(run)
    wanted = _quick_episodes(run, _keys_of(state, seed).quick)
    parts = policy_parts(state)
    played, summed = run.play(parts, wanted, run.played, *_recorded_quickly(run))
    named = _figures_of_sums(run, parts, jax.device_get(summed))
    played = jax.device_get(_asked_for(played, False, poses))
    return named, first_part(played, run.at_once, run.length)


def _figures_of_sums(
    run: EvaluationContext, parts: PolicyParts, sums: metrics.EpisodeSums
) -> dict[str, float]:
    """Returns the quick figures, `eval/…`, of the sums of a quick evaluation's number of episodes."""
    moved = jax.device_get(_moved_prior(run, parts))
    figures = jax.device_get(run.figures_of_sums(moved, sums))
    return {name: float(value) for name, value in figures.items()}


def _records_poses(run: EvaluationContext) -> bool:
    """Returns whether a quick evaluation records poses for films."""
    # If each pose is an image, the filmed episodes are played separately.
    return run.config.log_video > 0 and not isinstance(run.env.scene, envs.ImageScene | None)


def _recorded_quickly(run: EvaluationContext) -> tuple[bool, bool]:
    """Returns whether the program of a quick evaluation records observations, and whether poses."""
    return (True, run.with_poses) if run.shares else (False, _records_poses(run))


def _prepare(run: EvaluationContext, state: TrainState) -> None:
    """See `Evaluator.prepare`."""
    # The state may be donated while the thread compiles, so it gets copies.
    parts = _copied(policy_parts(state))
    wanted = _quick_episodes(run, _keys_of(state, run.config.seed).quick)
    run.played_ahead.compile(parts, wanted, run.played, *_recorded_quickly(run))


@jax.jit
def _copied(arrays: PolicyParts) -> PolicyParts:
    return jax.tree.map(jnp.copy, arrays)


def _evaluate_full(
    run: EvaluationContext, state: TrainState, seed: int
) -> tuple[dict[str, float], Trajectories]:
    """See `Evaluator.evaluate_full`."""
    keys = _keys_of(state, seed)
    if run.num_skills == 1:
        wanted = _wanted(run, keys.quick, _tiled(run, run.episodes), True)
        return {}, _recorded(run, policy_parts(state), wanted, run.length, record_obs=True)[0]
    named, found = _full(run, state, keys)
    return named, found.episodes.stochastic


def _deterministic_episodes(
    run: EvaluationContext, state: TrainState, keys: EvaluationKeys, told: Callable[[int, int], None]
) -> tuple[Trajectories, metrics.EpisodeSums, Trajectories]:
    """Plays episodes of the policy's mode; for `told` see `_recorded`.

    Returns episodes in the number and length of a quick evaluation, their sums, and the episodes for
    coverage.
    """
    length, episodes, parts = run.length, run.episodes, policy_parts(state)
    longer = _coverage_steps(run.env, length)
    if run.skills.log_prior is None:
        fresh = np.asarray(run.fresh_skills(state.skills, keys.fresh_skills))
        wanted = _wanted(run, keys.mode, _tiled(run, episodes), True)
        played, sums = _recorded(run, parts, wanted, length)
        covering, _ = _recorded(run, parts, _wanted(run, keys.covering, fresh, True), longer)
        return played, sums, covering
    # Skills are tiled, so that the first episodes of one longer record serve both purposes.
    coverage = metrics.coverage_rollouts(run.num_skills)
    count = max(episodes, -(-coverage // run.num_skills))
    wanted = _wanted(run, keys.mode, _tiled(run, count), True)
    played, sums = _recorded(run, parts, wanted, longer, told=told)
    quick = first_part(played, run.at_once, length)
    return quick, jax.tree.map(lambda x: x[: run.at_once], sums), first_part(played, coverage, longer)


def _full(
    run: EvaluationContext, state: TrainState, keys: EvaluationKeys, progress: Progress = silent
) -> tuple[dict[str, float], metrics.FullFigures]:
    """Returns the full figures by their names in the log, and the figures with the episodes behind them."""
    count, parts = max(metrics.PROBE_EPISODES, run.episodes), policy_parts(state)
    log_prior = _prior(run, parts)
    progress(what := f"Playing {count} episodes of each skill")
    wanted = _wanted(run, keys.stochastic, _tiled(run, count), False)
    told = functools.partial(progress, what)
    stochastic, _ = _recorded(run, parts, wanted, run.length, record_obs=True, told=told)
    progress(what := "Playing episodes of the policy's mode")
    told = functools.partial(progress, what)
    deterministic, sums, covering = _deterministic_episodes(run, state, keys, told)
    progress("Training the probes, counting cells, seeking goals")
    found = metrics.full_figures(
        keys.figures,
        metrics.FinalEpisodes(stochastic, deterministic, covering),
        np.asarray(log_prior),
        seek_goals=_goal_seeker(run, state, stochastic),
        world=run.env.world,
        reward_offset=run.env.reward_offset,
        devices=_devices_of(run.config),
    )
    if run.env.simulator is not None:
        # A full evaluation opens many more simulators than a quick one, and each of them holds a world.
        # Later evaluations open their own.
        run.env.simulator.close()
    named = {_named(name): float(value) for name, value in found.figures.items()}
    of_mode = _figures_of_sums(run, parts, sums)
    named |= {name.replace("eval/", "eval_deterministic/", 1): value for name, value in of_mode.items()}
    return named, found


def _devices_of(config: Config) -> list[jax.Device]:
    """Returns the devices of this process that a run may use."""
    return jax.local_devices()[: None if config.num_devices == AUTO else int(config.num_devices)]


def _full_names(run: EvaluationContext) -> tuple[str, ...]:
    """See `Evaluator.full_names`."""
    if run.num_skills == 1:
        return ()
    seeks_goals = run.rollouts.seeks or run.xy_log_probs is not None
    return tuple(map(_named, metrics.full_names("xy" in run.env.features, seeks_goals, run.env.world)))


def _goal_seeker(run: EvaluationContext, state: TrainState, stochastic: Trajectories) -> SeekGoals | None:
    """Returns the function that seeks goals, or None if goals cannot be sought."""
    if run.rollouts.seeks:
        return functools.partial(_seek, run, state)
    if run.xy_log_probs is None or stochastic.xy is None:
        return None
    return functools.partial(_episodes_towards, run, state, stochastic)


def _seek(
    run: EvaluationContext, state: TrainState, key: Key, goals: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Plays an episode towards each goal. See `SeekGoals`."""
    skill = np.zeros(len(goals), np.int32)  # not used: the goals determine the skills
    wanted = to_play(key, skill, _stored(run.skills, skill), goal=goals)
    sought, _ = _recorded(run, policy_parts(state), wanted, run.length)
    return np.asarray(sought.xy)[1:], np.asarray(sought.valid)


def _episodes_towards(
    run: EvaluationContext, state: TrainState, stochastic: Trajectories, key: Key, goals: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Reuses recorded episodes of the skill that q assigns to each goal. See `SeekGoals`."""
    del key
    assert run.xy_log_probs is not None
    chosen = np.argmax(np.asarray(run.xy_log_probs(state, goals)), axis=-1)
    places = metrics.episodes_of(chosen, stochastic.skill)
    return np.asarray(stochastic.xy)[1:, places], np.asarray(stochastic.valid)[:, places]


def _evaluate_with_intervals(
    run: EvaluationContext, state: TrainState, seed: int, progress: Progress = silent
) -> Evaluated:
    """See `Evaluator.evaluate_with_intervals`."""
    progress(f"Playing {run.episodes} episodes of each skill, and computing their intervals")
    figures, played = _evaluate(run, state, seed)
    keys = _keys_of(state, seed)
    quick_key, mode_key, full_key = jax.random.split(keys.intervals, 3)
    log_prior = _prior(run, policy_parts(state))
    of_quick = metrics.quick_intervals(quick_key, played, log_prior)
    intervals = {f"eval/{name}": x for name, x in of_quick.items()}
    if run.num_skills == 1:
        return Evaluated(figures, intervals, None, played)
    named, found = _full(run, state, keys, progress)
    progress("Resampling episodes for the intervals")
    deterministic = found.episodes.deterministic
    of_mode = metrics.quick_intervals(mode_key, deterministic, log_prior)
    of_full = metrics.full_intervals(full_key, found, log_prior)
    intervals |= {f"eval_deterministic/{name}": x for name, x in of_mode.items()}
    intervals |= {_named(name): x for name, x in of_full.items()}
    return Evaluated(figures | named, intervals, played, deterministic)


def playing(env: envs.Env, compute: Callable[..., Any]) -> Callable[..., Any]:
    """Wraps a function that plays in `env` so that it raises the errors of the environment's callbacks.

    The wrapped function raises `ConfigError` if the environment does not run on this backend.
    """
    errors = env.callback_errors
    if errors is None:
        return compute

    def waited_for(*args: Any) -> Any:
        envs.check_playable(env.backend)
        with envs.collected(errors):
            return jax.block_until_ready(compute(*args))

    return waited_for


def _named(name: str) -> str:
    return name if name.startswith("qd/") else f"eval/{name}"


def _xy_log_probs(trainer: Trainer) -> Callable[[TrainState, Array | np.ndarray], Array] | None:
    """See `Evaluator.xy_log_probs`."""
    features = features_at(trainer.components, trainer.env.observation_size)
    classify = trainer.components.objective.log_probs
    if features is None or classify is None:
        return None
    log_probs = jax.jit(lambda parts, xy: classify(parts.objective, features(parts, xy)))
    return lambda state, xy: log_probs(policy_parts(state), jnp.asarray(xy, jnp.float32))
