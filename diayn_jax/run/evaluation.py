"""Which episodes are played for an evaluation, and the figures made of them (see `metrics`)."""

import functools
import math
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs, metrics, parallel
from diayn_jax.config import Config, ConfigError
from diayn_jax.metrics import Interval, Trajectories, first_part
from diayn_jax.metrics.full import SeekGoals
from diayn_jax.run.rollouts import ToPlay, features_at, make_rollouts, repeat_last, to_play
from diayn_jax.skills import uniform_log_prior
from diayn_jax.training import PolicyParts, Trainer, TrainState, policy_parts, row_keys
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
    """

    figures: Callable[[PolicyParts, Key], dict[str, Array]]
    evaluate: Callable[..., tuple[dict[str, float], Trajectories]]
    evaluate_full: Callable[..., tuple[dict[str, float], Trajectories]]
    evaluate_with_intervals: Callable[..., Evaluated]
    rollouts: Callable[..., Trajectories]
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


def make_evaluator(config: Config, trainer: Trainer) -> Evaluator:
    """The evaluator of a run. Rollouts are sharded over the trainer's mesh."""
    # Simulators of its own, where there are any: evaluations leave training's as they are.
    env = trainer.env if trainer.env.outside is None else trainer.env.outside.separate_copy()
    skills, length = trainer.skills, config.episode_length
    num_skills = len(skills.probes)
    has_skills = num_skills > 1
    log_prior = uniform_log_prior(num_skills) if skills.log_prior is None else skills.log_prior
    episodes = episodes_per_skill(config, num_skills)
    play, sums, seeks = make_rollouts(trainer, env)
    # One program plays whatever is like a quick evaluation, so many episodes at once. Simulators outside
    # JAX play no episode more than is asked for, and images are too large to be kept unasked.
    at_once = num_skills * episodes
    shares = env.outside is None and env.image_shape is None
    # An accelerator plays thousands of episodes in the time of one.
    most_calls = math.inf if jax.default_backend() == "cpu" else 4
    with_poses = shares and isinstance(env.scene, envs.MujocoScene | envs.PlaneScene)
    with_poses = with_poses and (config.log_video > 0 or config.report != "none")

    def fetched(compute: Callable[..., Any]) -> Callable[..., Any]:
        """Gives NumPy's arrays where other processes have parts: a slice of JAX's is a program of all."""
        if trainer.mesh is None or not parallel.over_processes(trainer.mesh):
            return compute
        return lambda *args: jax.device_get(compute(*args))

    def play_and_sum(
        parts: PolicyParts, wanted: ToPlay, *static: Any
    ) -> tuple[Trajectories, metrics.EpisodeSums]:
        played = play(parts, wanted, *static)
        return played, sums(played, wanted.skill.shape[0])

    compiled_play = fetched(playing(env, jax.jit(play_and_sum, static_argnums=(2, 3, 4))))
    compiled_figures = jax.jit(metrics.quick_figures)
    goal_log_probs = xy_log_probs(trainer)

    def tiled(episodes: int) -> Array:
        return jnp.tile(jnp.arange(num_skills, dtype=jnp.int32), episodes)

    def stored(skill: Array) -> Array:
        return jnp.asarray(skills.probes)[skill].astype(skills.dtype)

    def rollouts(
        state: TrainState,
        key: Key,
        skill: Array,
        length: int,
        deterministic: bool = False,
        record_obs: bool = False,
        record_poses: bool = False,
    ) -> Trajectories:
        if record_poses and env.scene is None:
            raise ConfigError(
                f"{env.name} cannot be seen: nothing tells how it looks. Give its Env a `scene` "
                "(docs/your_own_environment.md)."
            )
        skill = jnp.asarray(skill)
        if jnp.issubdtype(skill.dtype, jnp.integer):
            skill, z = skill.astype(jnp.int32), stored(skill)
        else:
            skill, z = jnp.arange(skill.shape[0], dtype=jnp.int32), skill.astype(skills.dtype)
        wanted = to_play(key, skill, z, deterministic)
        return recorded(policy_parts(state), wanted, length, record_obs, record_poses)

    def recorded(
        parts: PolicyParts, wanted: ToPlay, steps: int, record_obs: bool, record_poses: bool
    ) -> Trajectories:
        """Episodes as wanted, by the shared program where that serves, so many at once."""
        number = wanted.skill.shape[0]
        calls = -(-number // at_once)
        spare = calls * at_once * length - number * steps
        fits = shares and 0 < steps <= length and with_poses >= record_poses
        if not fits or not 0 < calls <= most_calls or spare > _SPARE_STEPS:
            played, _ = compiled_play(parts, wanted, steps, record_obs, record_poses)
            return first_part(played, number, steps)
        records = []
        for first in range(0, number, at_once):
            some = jax.tree.map(lambda x, at=slice(first, first + at_once): x[at], wanted)
            played, _ = compiled_play(parts, repeat_last(some, at_once), length, True, with_poses)
            played = asked_for(first_part(played, some.skill.shape[0], steps), record_obs, record_poses)
            records.append(played if calls == 1 else jax.device_get(played))
        return metrics.joined(records)

    def asked_for(played: Trajectories, obs: bool, poses: bool) -> Trajectories:
        return played._replace(obs=played.obs if obs else None, poses=played.poses if poses else None)

    def quick_episodes(key: Key) -> ToPlay:
        return to_play(key, tiled(episodes), stored(tiled(episodes)), not has_skills)

    def named_figures(found: metrics.EpisodeSums) -> dict[str, Array]:
        figures = metrics.quick_figures_of(found, log_prior)
        return {f"eval/{name}": value for name, value in figures.items()}

    def quick_figures(parts: PolicyParts, key: Key) -> dict[str, Array]:
        played = play(parts, quick_episodes(key), length, False, False)
        return named_figures(sums(played, at_once))

    compiled_named = jax.jit(named_figures)

    def keys_of(state: TrainState, seed: int) -> EvaluationKeys:
        return evaluation_keys(seed, int(state.counters.env_steps))

    def evaluate(state: TrainState, seed: int = config.seed) -> tuple[dict[str, float], Trajectories]:
        # Where every pose is a picture, only the filmed episodes are played for them, apart.
        poses = config.log_video > 0 and not isinstance(env.scene, envs.ImageScene | None)
        wanted = quick_episodes(keys_of(state, seed).quick)
        static = (True, with_poses) if shares else (False, poses)
        played, summed = compiled_play(policy_parts(state), wanted, length, *static)
        figures = jax.device_get(compiled_named(jax.device_get(summed)))
        named = {name: float(value) for name, value in figures.items()}
        return named, asked_for(first_part(played, at_once, length), False, poses)

    def evaluate_full(state: TrainState, seed: int = config.seed) -> tuple[dict[str, float], Trajectories]:
        keys = keys_of(state, seed)
        if not has_skills:
            return {}, jax.device_get(rollouts(state, keys.quick, tiled(episodes), length, True, True))
        full = full_of(state, keys)
        return full.figures, full.stochastic

    def deterministic_episodes(state: TrainState, keys: EvaluationKeys) -> tuple[Trajectories, Trajectories]:
        """As many and as long as a quick evaluation's; and those that coverage is over."""
        # A simulator outside may end an episode by a limit of its own, beyond the run's.
        longer = max(metrics.COVERAGE_STEPS if env.outside is None else 1, length)
        if skills.log_prior is None:
            fresh = skills.sample(row_keys(keys.fresh_skills, jnp.arange(metrics.COVERAGE_ROLLOUTS)))
            played = rollouts(state, keys.mode, tiled(episodes), length, True)
            return jax.device_get((played, rollouts(state, keys.covering, fresh, longer, True)))
        # Skills are tiled, so that the first episodes of a longer record serve both.
        coverage = metrics.coverage_rollouts(num_skills)
        count = max(episodes, -(-coverage // num_skills))
        played = jax.device_get(rollouts(state, keys.mode, tiled(count), longer, True))
        return first_part(played, num_skills * episodes, length), first_part(played, coverage, longer)

    def full_of(state: TrainState, keys: EvaluationKeys, progress: Progress = _no_progress) -> _Full:
        count = max(metrics.PROBE_EPISODES, episodes)
        progress(f"Playing {count} episodes of each skill")
        stochastic = jax.device_get(rollouts(state, keys.stochastic, tiled(count), length, False, True))
        progress("Playing episodes of the policy's mode")
        deterministic, covering = deterministic_episodes(state, keys)
        progress("Training the probes, counting cells, seeking goals")
        found = metrics.full_figures(
            keys.figures,
            stochastic=stochastic,
            deterministic=deterministic,
            covering=covering,
            log_prior=np.asarray(log_prior),
            seek_goals=goal_seeker(state, stochastic),
            world=env.world,
            reward_offset=env.reward_offset,
        )
        if env.outside is not None:
            # Many more than a quick evaluation takes, and each holds a world; a later one makes its own.
            env.outside.close()
        of_mode = jax.device_get(compiled_figures(deterministic, log_prior))
        named = {_named(name): float(value) for name, value in found.figures.items()}
        named |= {f"eval_deterministic/{name}": float(value) for name, value in of_mode.items()}
        return _Full(named, found, stochastic, deterministic, covering)

    def goal_seeker(state: TrainState, stochastic: Trajectories) -> SeekGoals | None:
        if seeks:

            def seek(key: Key, goals: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
                skill = jnp.zeros(len(goals), jnp.int32)  # whichever: the goals say
                wanted = to_play(key, skill, stored(skill), goal=jnp.asarray(goals))
                sought = recorded(policy_parts(state), wanted, length, False, False)
                sought = jax.device_get(sought)
                return sought.xy[1:], sought.valid

            return seek
        if goal_log_probs is None or stochastic.xy is None:
            return None

        def episodes_towards(key: Key, goals: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
            """Reuses recorded episodes of the skill that q assigns to the goal."""
            del key
            chosen = np.argmax(goal_log_probs(state, goals), axis=-1)
            places = metrics.episodes_of(chosen, stochastic.skill)
            return np.asarray(stochastic.xy)[1:, places], np.asarray(stochastic.valid)[:, places]

        return episodes_towards

    def evaluate_with_intervals(
        state: TrainState, seed: int = config.seed, progress: Progress = _no_progress
    ) -> Evaluated:
        progress(f"Playing {episodes} episodes of each skill, and what they vary by")
        figures, played = evaluate(state, seed)
        played, keys = jax.device_get(played), keys_of(state, seed)
        quick_key, mode_key, full_key = jax.random.split(keys.intervals, 3)
        of_quick = metrics.quick_intervals(quick_key, played, log_prior)
        intervals = {f"eval/{name}": x for name, x in of_quick.items()}
        if not has_skills:
            return Evaluated(figures, intervals, None, played)
        full = full_of(state, keys, progress)
        progress("Resampling episodes for the intervals")
        of_mode = metrics.quick_intervals(mode_key, full.deterministic, log_prior)
        of_full = metrics.full_intervals(
            full_key, full.found, full.stochastic, full.deterministic, full.covering, log_prior
        )
        intervals |= {f"eval_deterministic/{name}": x for name, x in of_mode.items()}
        intervals |= {_named(name): x for name, x in of_full.items()}
        return Evaluated(figures | full.figures, intervals, played, full.deterministic)

    return Evaluator(
        figures=quick_figures,
        evaluate=evaluate,
        evaluate_full=evaluate_full,
        evaluate_with_intervals=evaluate_with_intervals,
        rollouts=rollouts,
        env=env,
    )


def playing(env: envs.Env, compute: Callable[..., Any]) -> Callable[..., Any]:
    """A function that plays in `env` as one that raises what its callbacks have raised.

    It raises `ConfigError` where the environment does not run here.
    """
    faults = env.faults
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
