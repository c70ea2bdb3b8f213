"""Finds the skills of one run that imitate the skills of another run, or recorded episodes."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
import scipy.special

from diayn_jax import envs, equations, training
from diayn_jax.config import ConfigError, check_whole, in_arguments
from diayn_jax.evaluation import evaluators
from diayn_jax.evaluation.episodes import Episodes, PlayContext, play_episodes
from diayn_jax.machine import capacity
from diayn_jax.output import Progress, counted, silent
from diayn_jax.skills import skill_towards
from diayn_jax.storage import untrusted_files
from diayn_jax.types import Array, Timestep
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.policy import Skills
from diayn_jax.use.zero_shot import skill_for_demonstration

EPISODES = 5  # episodes of each skill
STATES = "states"  # the name of the array in a demonstration's file
_MOST_BYTES = 2**30  # the most bytes of a demonstration's file
_LEAST_SPREAD = 1e-6  # dimensions with a smaller spread do not count in distances


class Demonstrations(NamedTuple):
    """N episodes to imitate. They show P behaviours, such as an expert's skills."""

    behaviour: np.ndarray  # [N], int: the behaviour of each episode, 0 to P − 1
    features: np.ndarray  # [T + 1, N, F], the features that the student's objective sees, in their own units
    states: np.ndarray  # [T + 1, N, S], the states between which distances are measured
    valid: np.ndarray  # [T, N], bool: the step happened


class Distances(NamedTuple):
    """Distances between rollouts of P behaviours and of M skills of the student, in standard deviations."""

    distance: np.ndarray  # [P, M], the distance of each of the M skills
    dist_vec: np.ndarray  # [P], the distance of the retrieved skill
    nearest: np.ndarray  # [P], int, the skill with the smallest distance
    rank: np.ndarray  # [P], int, the number of skills whose distance is smaller than `dist_vec`
    retrieval: float  # the share of behaviours whose retrieved skill is the nearest
    under_random: float  # the share of pairs (behaviour, other skill) with `dist_vec` below `distance`


class Imitation(NamedTuple):
    """For each of P behaviours, the one of M skills of the student that imitates it.

    The M skills are the student's probes. The score of a step is log q(z|φ(s')) if the student's objective
    classifies, and (φ(s') − φ(s)) · z if it has a map φ.
    """

    retrieved: np.ndarray  # [P], int, the index of the skill with the highest Σ_t score
    skill: np.ndarray  # [P, ...], the skill as it is stored; for vectors, z from the direction of φ
    M: np.ndarray  # [P, M], softmax of Σ_t score over the student's skills
    mean_score: np.ndarray  # [P, M], the mean score of a step, which does not saturate
    L: list[list[np.ndarray]]  # [P][episodes][T]: the retrieved skill's score at each step
    chance: float  # `retrieval` by chance, 1 / M
    by_states: Distances  # between whole states; the phase of a gait counts, too
    by_features: Distances  # between the features that the student's objective sees


@in_arguments
def imitate_skills(
    student: Run,
    expert: Run,
    *,
    episodes: int = EPISODES,
    episode_length: int | None = None,
    deterministic: bool = True,
    seed: int = 0,
    progress: Progress = silent,
) -> Imitation:
    """Finds, for each skill of an expert, the student's skill that imitates it.

    The runs may differ in seeds, networks, objectives and environments, but the expert's environment must
    have the features that the student's objective sees. Distances are measured between these features, and
    between whole states. If both runs have the same environment, a whole state is the observation and the
    features that it lacks. Otherwise, it is the features alone.

    Args:
      episodes: the number of episodes of each skill of both runs.
      episode_length: the most steps of an episode; None: the shorter one of the two runs.
      deterministic: whether both act with their modes; otherwise they sample.
      progress: receives what is being done, and how many episodes are compared.

    Raises:
      ConfigError: the student has no skills; the expert's environment lacks the features; a number is below
        1; or an environment does not run here.
    """
    check_student(student)
    check_whole(episodes=episodes, episode_length=episode_length)
    length = episode_length or common_length(student, expert)
    _check_features(student, expert)
    own, other = student.trainer.env, expert.trainer.env
    whole = (own.name, own.interface.observation_shape) == (other.name, other.interface.observation_shape)
    expert_key, student_key = jax.random.split(jax.random.key(seed))
    probes = expert.trainer.components.skills.probes
    progress("Playing the expert's skills")
    played = _play(expert, student, probes, episodes, length, expert_key, deterministic)
    shown = Demonstrations(
        np.repeat(np.arange(len(probes)), episodes),
        np.asarray(played.features),
        _states(played, student, whole),
        np.asarray(played.valid),
    )
    return _imitated(student, shown, episodes, whole, student_key, deterministic, progress)


@in_arguments
def imitate_states(
    student: Run,
    features: np.ndarray,
    valid: np.ndarray | None = None,
    *,
    episodes: int = EPISODES,
    deterministic: bool = True,
    seed: int = 0,
    progress: Progress = silent,
) -> Imitation:
    """Finds, for each recorded episode, the student's skill that imitates it.

    Args:
      features: [T + 1, N, F], the features that the student's `--features` names, in their own units,
        including the start.
      valid: [T, N], bool, True up to the end of each episode; None: all True.
      episodes, deterministic, seed, progress: for the student's rollouts, see `imitate_skills`.

    Raises:
      ConfigError: the student has no skills; the states have a wrong shape or are not finite; a number is
        below 1; or the environment does not run here.
    """
    check_student(student)
    check_whole(episodes=episodes)
    features = _checked_states(features, student)
    expected = (features.shape[0] - 1, features.shape[1])
    steps = np.ones(expected, bool) if valid is None else np.asarray(valid, bool)
    if steps.shape != expected or not steps[0].all():
        raise ConfigError(
            f"valid has shape {steps.shape}; it takes {expected}, and True at each episode's first step."
        )
    shown = Demonstrations(np.arange(features.shape[1]), features, features, steps)
    return _imitated(student, shown, episodes, False, jax.random.key(seed), deterministic, progress)


@in_arguments
def read_states(path: Path, student: Run) -> np.ndarray:
    """Reads recorded states from a `.npz` file, [T + 1, N, F].

    The file has one array, `states`: [T + 1, F] for one episode, or [T + 1, N, F] for several of the same
    length. It holds the features that the student's `--features` names, in their own units.

    Raises:
      ConfigError: there is no such file, it cannot be read, or its array is missing or wrong.
    """
    try:
        arrays = untrusted_files.read_npz(path, _MOST_BYTES)
    except FileNotFoundError as error:
        raise ConfigError(f"--demonstration={path}: there is no such file.") from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise ConfigError(f"--demonstration={path}: it cannot be read as NumPy's .npz: {why}.") from error
    if STATES not in arrays:
        raise ConfigError(
            f"--demonstration={path}: it holds {', '.join(arrays) or 'nothing'}, but no array {STATES}. "
            f"Write it with numpy.savez(path, {STATES}=…)."
        )
    return _checked_states(arrays[STATES], student, f"--demonstration={path}: {STATES}")


def common_length(student: Run, expert: Run) -> int:
    """Returns the most steps of an episode that both runs have."""
    return min(student.config.episode_length, expert.config.episode_length)


def as_json(found: Imitation, student: Run) -> dict[str, Any]:
    """Returns the result in JSON types. Skills that are vectors are lists of numbers."""
    return {
        "retrieved": found.retrieved.tolist(),
        "skill": found.skill.tolist(),
        "student_skills": student.trainer.components.skills.probes.tolist(),
        "score": "log q(z|phi(s'))" if student.skills.classifies else "(phi(s') - phi(s)) . z",
        "M": _rounded(found.M),
        "mean_score": _rounded(found.mean_score),
        "L": [[_rounded(steps) for steps in episodes] for episodes in found.L],
        "retrieval_chance": found.chance,
        **_distances_as_json(found.by_states),
        "by_features": _distances_as_json(found.by_features),
    }


def _distances_as_json(found: Distances) -> dict[str, Any]:
    return {
        "dist_vec": _rounded(found.dist_vec),
        "distance": _rounded(found.distance),
        "nearest": found.nearest.tolist(),
        "rank": found.rank.tolist(),
        "retrieval": found.retrieval,
        "under_random": found.under_random,
    }


def check_student(student: Run) -> None:
    """Raises `ConfigError` if the skills of a run cannot be recognised from states."""
    if not (student.skills.classifies or student.skills.maps):
        raise ConfigError(
            f"imitation: the student's --objective={student.config.objective} cannot recognise skills. It "
            "has neither a classifier q(z|φ), as DIAYN has for skills that can be counted, nor a map that "
            "follows skills, as METRA has."
        )
    if student.trainer.components.feature_map.name == envs.LATENT:
        raise ConfigError(
            f"imitation: the student's features come from its own encoder (--features={envs.LATENT}), which "
            "other runs do not have. Give a student with features of the environment."
        )


def _rounded(x: np.ndarray) -> Any:
    """Returns numbers as lists, with six digits: float32 has no more."""
    return [_rounded(row) for row in x] if x.ndim > 1 else [float(f"{value:.6g}") for value in x]


def _check_features(student: Run, expert: Run) -> None:
    name, size = student.trainer.components.feature_map.name, student.trainer.components.feature_map.size
    env = expert.trainer.env
    try:
        found = envs.make_features(env, name).size
    except ConfigError as error:
        raise ConfigError(
            f"imitation: the student sees {name} of {student.trainer.env.name}, but the expert's "
            f"{env.name} lacks it. {error}"
        ) from error
    if found != size:
        raise ConfigError(
            f"imitation: {name} has {size} numbers in the student's {student.trainer.env.name}, but "
            f"{found} in the expert's {env.name}."
        )


def _checked_states(states: Any, student: Run, what: str = "states") -> np.ndarray:
    """Checks recorded states, and returns them as [T + 1, N, F], float32."""
    feature_map, states = student.trainer.components.feature_map, np.asarray(states)
    if states.ndim == 2:
        states = states[:, None]
    if not np.issubdtype(states.dtype, np.number) or np.iscomplexobj(states):
        raise ConfigError(f"{what} has type {states.dtype}; it takes real numbers.")
    fits = states.ndim == 3 and states.shape[-1] == feature_map.size
    if not fits or states.shape[0] < 2 or states.shape[1] < 1:
        raise ConfigError(
            f"{what} has shape {states.shape}; it takes [T + 1, {feature_map.size}], or [T + 1, N, "
            f"{feature_map.size}] for several, with T ≥ 1: the feature {feature_map.name} at each step."
        )
    if not np.isfinite(states).all():
        where = np.argwhere(~np.isfinite(states))[0]
        raise ConfigError(f"{what} has NaN or inf: episode {where[1]}, step {where[0]}.")
    return states.astype(np.float32)


def _play(
    run: Run, student: Run, skills: np.ndarray, episodes: int, length: int, key: Array, deterministic: bool
) -> Episodes:
    """Plays episodes of a run's skills [M, ...], skill by skill. Features are those that the student sees."""
    env = run.evaluator.env
    feature_map = envs.make_features(env, student.trainer.components.feature_map.name)
    step = capacity.step_bytes(env, feature_map.size)
    capacity.check_episodes("--episodes", episodes, len(skills) * episodes, length, step)

    def raw_features(timestep: Timestep) -> Array:
        return feature_map.select(timestep.obs, feature_map.stored(timestep))

    play = functools.partial(play_episodes, PlayContext(run.trainer, env), raw_features=raw_features)
    compiled = evaluators.playing(env, jax.jit(play, static_argnums=(3, 4)))
    z = jnp.repeat(jnp.asarray(skills, run.trainer.components.skills.dtype), episodes, axis=0)
    parts = training.policy_parts(run.state)
    return jax.device_get(compiled(parts, key, z, length, deterministic))


def _states(played: Episodes, student: Run, whole: bool) -> np.ndarray:
    """Returns the states between which distances are measured, [T + 1, N, S].

    If `whole`, these are observations and the features that they lack. Otherwise, they are features alone.
    """
    seen = student.trainer.env
    if not whole or seen.image_shape is not None:
        return np.asarray(played.features)
    if student.trainer.components.feature_map.in_observation:
        return np.asarray(played.obs)
    return np.concatenate([played.obs, played.features], axis=-1)


def _imitated(
    student: Run,
    shown: Demonstrations,
    episodes: int,
    whole: bool,
    key: Array,
    deterministic: bool,
    progress: Progress,
) -> Imitation:
    skills, probes = student.skills, student.trainer.components.skills.probes
    # This comes first, so that states that never change are refused before anything is compiled.
    spreads = _spread(shown.states, shown.valid), _spread(shown.features, shown.valid)
    scores_of = jax.jit(functools.partial(step_scores, skills))
    scores = np.asarray(scores_of(skills.params, shown.features), np.float64)
    of = [shown.behaviour == p for p in range(shown.behaviour.max() + 1)]
    steps = shown.valid[..., None]
    total = np.stack([np.where(steps, scores, 0.0)[:, mine].sum(axis=(0, 1)) for mine in of])
    count = np.array([shown.valid[:, mine].sum() for mine in of])
    retrieved = total.argmax(axis=-1)
    progress("Playing the student's skills")
    length, (own_key, vector_key) = shown.valid.shape[0], jax.random.split(key)
    played = _play(student, student, probes, episodes, length, own_key, deterministic)
    if skills.num_skills is None:
        z = np.stack([_direction(skills, shown.features[:, mine], shown.valid[:, mine]) for mine in of])
        own: Episodes | None = _play(student, student, z, episodes, length, vector_key, deterministic)
    else:
        z, own = probes[retrieved], None

    def compared(theirs: np.ndarray, spread: np.ndarray, states_of: Callable[[Episodes], np.ndarray]):
        distance = _distances(shown, theirs, spread, played, states_of(played), episodes, progress)
        if own is None:
            dist_vec = distance[np.arange(len(of)), retrieved]
        else:
            dist_vec = np.diagonal(_distances(shown, theirs, spread, own, states_of(own), episodes))
        return _compared(distance, dist_vec, retrieved)

    return Imitation(
        retrieved=retrieved,
        skill=z,
        M=scipy.special.softmax(total, axis=-1),
        mean_score=total / count[:, None],
        L=[
            [scores[shown.valid[:, i], i, skill] for i in np.flatnonzero(mine)]
            for mine, skill in zip(of, retrieved, strict=True)
        ],
        chance=1 / len(probes),
        by_states=compared(shown.states, spreads[0], lambda played: _states(played, student, whole)),
        by_features=compared(shown.features, spreads[1], lambda played: np.asarray(played.features)),
    )


def _compared(distance: np.ndarray, dist_vec: np.ndarray, retrieved: np.ndarray) -> Distances:
    """Compares the retrieved skills' distances [P] with those of all M skills, [P, M].

    A distance that is not known is farther than all others, and does not count in `under_random`.
    """
    known = np.isfinite(distance)
    own = np.where(np.isfinite(dist_vec), dist_vec, np.inf)[:, None]
    nearest = np.where(known, distance, np.inf).argmin(axis=-1)
    others = known & (np.arange(distance.shape[1]) != retrieved[:, None])
    return Distances(
        distance=distance,
        dist_vec=dist_vec,
        nearest=nearest,
        rank=(distance < own).sum(axis=-1),
        retrieval=float(np.mean(retrieved == nearest)),
        under_random=float(np.mean((own < distance)[others])) if others.any() else 1.0,
    )


def step_scores(skills: Skills, params: training.PolicyParts, features: Array) -> Array:
    """Scores each step for each of the M probed skills: [T + 1, ..., F] -> [T, ..., M]. It is pure.

    The score is log q(z|φ(s')) if the objective classifies. If it has a map φ, the score is METRA's reward
    (φ(s') − φ(s)) · z, with a centred one-hot z for K skills. CSF (Zheng et al. 2024, arXiv:2412.08021) uses
    this reward as logits.
    """
    if skills.classifies:
        return skills.log_q(params, features[1:])
    step = jnp.diff(skills.phi(params, features), axis=0)
    directions = skills.space.encode(jnp.asarray(skills.space.probes))
    if skills.space.on_simplex:
        directions = equations.centred_one_hot(directions)
    return step @ directions.T


def _direction(skills: Skills, features: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Returns z for episodes [T + 1, E, F] of one behaviour: the skill towards the sum of the episodes' z."""
    z = skill_for_demonstration(skills, skills.params, features, valid).sum(axis=0)
    return np.asarray(skill_towards(skills.space, z))


def _spread(states: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Returns the standard deviation of each dimension over all behaviours' states, [S]; inf if constant.

    Raises `ConfigError` if all dimensions are constant.
    """
    spread = states[1:][valid].std(axis=0, dtype=np.float64)
    moves = spread > _LEAST_SPREAD
    if not moves.any():
        raise ConfigError("imitation: the states to imitate never change. Give states that do.")
    return np.where(moves, spread, np.inf)


def _distances(
    shown: Demonstrations,
    theirs: np.ndarray,
    spread: np.ndarray,
    played: Episodes,
    ours: np.ndarray,
    episodes: int,
    progress: Progress = silent,
) -> np.ndarray:
    """Returns the distances between rollouts, [P, M], in standard deviations; NaN if they share no step.

    A distance is the root of the mean of ((s − s*) / spread)² over pairs of episodes that share steps, over
    these steps, and over dimensions.

    Args:
      shown: the demonstrations of P behaviours.
      theirs: the states of the demonstrations, [T + 1, N, S].
      spread: [S], the standard deviation of each dimension; dimensions with inf are left out.
      played: the episodes of M skills, skill by skill.
      ours: the states of these episodes, [T + 1, M · episodes, S].
      episodes: the number of episodes of each of the M skills.
      progress: receives the number of demonstrations that are compared.
    """
    dims = np.isfinite(spread)
    ours, theirs = ((x[1:][..., dims] / spread[dims]) for x in (ours, theirs))
    number = theirs.shape[1]
    square = np.full((number, ours.shape[1]), np.nan)
    for i in counted(range(number), "Comparing the episodes", number, progress):
        both = shown.valid[:, i, None] & np.asarray(played.valid)  # [T, M · episodes]
        error = np.where(both, ((ours - theirs[:, i, None]) ** 2).mean(axis=-1), 0.0)
        square[i] = _ratio(error.sum(axis=0), both.sum(axis=0))
    # [N, M · episodes] -> [P, M]
    square, known = np.nan_to_num(square, nan=0.0), np.isfinite(square)
    behaviours = range(shown.behaviour.max() + 1)
    total, count = (
        np.stack([x[shown.behaviour == p].sum(axis=0) for p in behaviours])
        .reshape(len(behaviours), -1, episodes)
        .sum(axis=-1)
        for x in (square, known)
    )
    return np.sqrt(_ratio(total, count))


def _ratio(total: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Returns totals over counts; NaN where a count is 0."""
    return np.divide(total, count, out=np.full(np.shape(total), np.nan), where=count > 0)
