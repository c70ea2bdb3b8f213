"""The quick figures, which every evaluation computes, and the table of skills; in jnp, for use inside jit."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.agents.feudal import goals as goal_figures
from diayn_jax.agents.options.usage import OptionUsage, usage_figures
from diayn_jax.evaluation.metrics.trajectories import (
    Trajectories,
    entropy,
    episode_lengths,
    log_q_of,
    sum_of_valid,
)
from diayn_jax.types import Array, GoalUnderWay, OptionUnderWay

RANKED_BY = ("eval/mi", "eval/return", "eval/score")  # the first of these that exists ranks a run's states
LATE_STEP = 50  # `mi_after_50` leaves out earlier steps, because skills are alike near the start


class ClassifierSums(NamedTuple):
    """Sums of the outputs of a classifier q(z | φ(s')) over the valid steps of each episode, [N] each."""

    log_q: Array  # Σ log q of the skill that acted
    hits: Array  # the number of steps at which argmax q is that skill
    late_length: Array  # int32, the number of steps from `LATE_STEP` onwards
    late_log_q: Array  # Σ log q over these steps


class EpisodeSums(NamedTuple):
    """Sums over the valid steps of each episode, [N] each. Quick figures are computed from them."""

    skill: Array  # int32
    length: Array  # int32, steps
    returns: Array  # Σ reward
    score: Array  # Σ of the objective's score
    classifier: ClassifierSums | None  # None if the objective does not classify
    moved: Mapping[str, Array]  # figures of movement on the ground, by name; {} if there is no xy
    options: OptionUsage | None = None  # [N, …] and [N]; None if there are no options
    goals: goal_figures.GoalUsage | None = None  # leaves [N, …]; None if no manager sets goals
    success: Array | None = None  # `success` of the last state, 1 or 0; None if there is no such feature


def episode_sums(trajectories: Trajectories) -> EpisodeSums:
    """Computes the sums of each episode. It is pure, for use inside jit.

    Raises:
      ValueError: options have a type other than int8.
    """
    skill, valid, actor = trajectories.skill, trajectories.valid, trajectories.actor
    length = episode_lengths(valid)
    moved: dict[str, Array] = {}
    if trajectories.xy is not None:
        moved["distance"] = _displacement(trajectories.xy, jnp.zeros_like(skill), length)
        moved |= _movement(trajectories.xy, valid)
    return EpisodeSums(
        skill=skill,
        length=length,
        returns=sum_of_valid(trajectories.reward, valid),
        score=sum_of_valid(trajectories.score, valid),
        classifier=_classifier_sums(trajectories),
        moved=moved,
        options=_option_sums(trajectories),
        goals=goal_figures.sums_of(actor, valid) if isinstance(actor, GoalUnderWay) else None,
        success=_success(trajectories, length),
    )


def _success(trajectories: Trajectories, length: Array) -> Array | None:
    """Returns the feature `success` after each episode's last step, [N], or None if there is none.

    An episode without a step has no success.
    """
    done = trajectories.features.get("success")
    if done is None:
        return None
    at_end = jnp.take_along_axis(done[..., 0], jnp.maximum(length - 1, 0)[None], axis=0)[0]
    return jnp.where(length > 0, at_end, 0.0)


def _option_sums(trajectories: Trajectories) -> OptionUsage | None:
    actor, valid = trajectories.actor, trajectories.valid
    if not isinstance(actor, OptionUnderWay):
        return None
    if actor.option.dtype != jnp.int8:
        raise ValueError(
            f"The recorded options have type {actor.option.dtype}. Figures of their use need int8, which "
            "allows up to 128 options."
        )
    episode = jnp.broadcast_to(jnp.arange(valid.shape[1]), valid.shape)
    # There is a column for each possible int8. Columns without an option have no steps and change no figure.
    steps = jnp.zeros((valid.shape[1], jnp.iinfo(jnp.int8).max + 1))
    steps = steps.at[episode, actor.option.astype(jnp.int32)].add(valid.astype(jnp.float32))
    return OptionUsage(steps, sum_of_valid(actor.began, valid))


def _classifier_sums(trajectories: Trajectories) -> ClassifierSums | None:
    skill, valid, log_probs = trajectories.skill, trajectories.valid, trajectories.log_probs
    if log_probs is None:
        return None
    log_q = log_q_of(log_probs, skill[None])
    return ClassifierSums(
        log_q=sum_of_valid(log_q, valid),
        hits=sum_of_valid(jnp.argmax(log_probs, axis=-1) == skill, valid),
        late_length=episode_lengths(valid[LATE_STEP:]),
        late_log_q=sum_of_valid(log_q[LATE_STEP:], valid[LATE_STEP:]),
    )


def skill_figures(trajectories: Trajectories, num_skills: int) -> dict[str, Array]:
    """Computes the figures of each skill: name -> [K]. A skill without episodes gets NaN.

    If the physics breaks down in the first step of all of a skill's episodes, its return is NaN, too.

    - `return` (undiscounted), `episode_length` (steps) and `distance` are means over the skill's episodes.
      `distance` is from the start to the last position, in metres; it is given only if there is an xy.
    - `log_q` and `accuracy`, if the objective classifies: the means over the skill's valid steps of
      log q(z | φ(s')) and of [argmax q = z].
    - `score`, if the objective does not classify and there are skills (K > 1): the mean of the objective's
      score over the skill's valid steps.
    """
    return skill_figures_of(episode_sums(trajectories), num_skills)


def skill_figures_of(sums: EpisodeSums, num_skills: int) -> dict[str, Array]:
    """Computes `skill_figures` from the sums of N episodes, [N] each: name -> [K]."""

    def by_skill(values: Array) -> Array:
        return _sum_by_skill(values, sums.skill, num_skills)

    figures = {}
    if sums.classifier is not None:
        figures["log_q"] = by_skill(sums.classifier.log_q) / by_skill(sums.length)
        figures["accuracy"] = by_skill(sums.classifier.hits) / by_skill(sums.length)
    elif num_skills > 1:
        figures["score"] = by_skill(sums.score) / by_skill(sums.length)
    # Nothing is known of a skill without a step. A return of 0 might pass for the best one.
    returns = _mean_over_episodes(sums.returns, sums.skill, num_skills)
    figures["return"] = jnp.where(by_skill(sums.length) > 0, returns, jnp.nan)
    figures["episode_length"] = _mean_over_episodes(sums.length, sums.skill, num_skills)
    if "distance" in sums.moved:
        figures["distance"] = _mean_over_episodes(sums.moved["distance"], sums.skill, num_skills)
    return figures


def quick_figures(sums: EpisodeSums, log_prior: Array) -> dict[str, Array]:
    """Computes the quick figures, which every evaluation has, from the sums of N episodes.

    It is pure, for use inside jit.

    If the objective classifies:

    - `log_q` = Σ_z p(z) · mean over the valid steps of skill z of log q(z | φ(s')).
    - `mi` = H(p) + `log_q`, the lower bound of Barber & Agakov 2003 on I(S; Z) under p(z) p(s | z);
      `mi_normalised` = `mi` / H(p); `effective_skills` = exp(`mi`).
    - `mi_after_50`: `mi_normalised` over steps ≥ 50 (counted from 0). If some skills never live that long, p
      is renormalised over the others. NaN if fewer than two skills live that long.
    - `discriminator_accuracy`: the mean over skills by p(z).

    If it does not classify:

    - `score` = Σ_z p(z) · mean over the valid steps of skill z of the objective's score.

    For every objective with skills:

    - `return_mean`, `episode_length_mean`, `distance_mean`: means over skills by p(z).
    - `return_best` and `return_spread`: max and max − min over skills.
    - `return_skill_z`, `episode_length_skill_z`, `distance_skill_z`: the figures of each skill.
    - `distance_first_half`, `distance_second_half`: metres from an episode's start to its middle, and from
      its middle to its end. `speed_last_quarter`: metres of path per step in its last quarter. Halves and
      quarters are those of each episode's own length; the figures are means over skills by p(z). If
      `distance_second_half` and `speed_last_quarter` are near 0, the skill stands still. If only
      `distance_second_half` is near 0, it circles or trembles on the spot.

    Without skills (K = 1): `return` and `return_std` (mean and standard deviation over episodes),
    `episode_length`, `distance`, `distance_first_half`, `distance_second_half` and `speed_last_quarter`.

    For some agents and environments, in addition:

    - `option_entropy`, `option_share_largest`, `option_length` over the steps of all episodes, if the agent
      has options (`agents.options.usage.usage_figures`).
    - `goal_spread`, `goal_length`, if the agent's manager sets goals (`agents.feudal.goals.usage_figures`).
    - `success`, if the environment has that feature: the share of episodes that have it after the last step.
      With skills, it is the mean over skills by p(z).

    Figures of distance are given only if there is an xy. `sums` come from `episode_sums`, leaves [N, …], and
    `log_prior` is log p(z), [K]. The result is name -> []; names have no prefix `eval/`.
    """
    num_skills, others = log_prior.shape[0], usage_figures_of(sums.options, sums.goals)
    if num_skills == 1:
        return _figures_without_skills(sums) | others
    prior = jnp.exp(log_prior)
    per_skill = skill_figures_of(sums, num_skills)
    if sums.classifier is not None:
        log_q = _expectation(prior, per_skill["log_q"])
        mi = entropy(prior) + log_q
        figures = {
            "log_q": log_q,
            "mi": mi,
            "mi_normalised": mi / entropy(prior),
            "mi_after_50": _late_mi(sums.skill, sums.classifier, prior),
            "effective_skills": jnp.exp(mi),
            "discriminator_accuracy": _expectation(prior, per_skill["accuracy"]),
        }
    else:
        figures = {"score": _expectation(prior, per_skill["score"])}
    figures |= {
        "return_best": jnp.nanmax(per_skill["return"]),
        "return_mean": _expectation(prior, per_skill["return"]),
        "return_spread": jnp.nanmax(per_skill["return"]) - jnp.nanmin(per_skill["return"]),
        "episode_length_mean": _expectation(prior, per_skill["episode_length"]),
    }
    for name, of_episode in sums.moved.items():
        mean = _expectation(prior, _mean_over_episodes(of_episode, sums.skill, num_skills))
        figures["distance_mean" if name == "distance" else name] = mean
    if sums.success is not None:
        figures["success"] = _expectation(prior, _mean_over_episodes(sums.success, sums.skill, num_skills))
    for name in ("return", "episode_length", "distance"):
        if name in per_skill:
            figures |= {f"{name}_skill_{z}": per_skill[name][z] for z in range(num_skills)}
    return figures | others


def usage_figures_of(options: OptionUsage | None, goals: goal_figures.GoalUsage | None) -> dict[str, Array]:
    """Returns the figures `option_*` and `goal_*` of N episodes, from their sums [N, …]: name -> []."""
    figures: dict[str, Array] = {}
    if options is not None:
        figures |= usage_figures(OptionUsage(options.steps.sum(0), options.begun.sum()))
    if goals is not None:
        figures |= goal_figures.usage_figures(jax.tree.map(lambda x: x.sum(0), goals))
    return figures


def _figures_without_skills(sums: EpisodeSums) -> dict[str, Array]:
    figures = {
        "return": jnp.mean(sums.returns),
        "return_std": jnp.std(sums.returns),
        "episode_length": jnp.mean(sums.length.astype(jnp.float32)),
    }
    if sums.success is not None:
        figures["success"] = jnp.mean(sums.success)
    return figures | {name: jnp.mean(of_episode) for name, of_episode in sums.moved.items()}


def ranking(figures: Mapping[str, float]) -> float | None:
    """Returns the figure that ranks the states of a run, or None if there is none. Higher is better."""
    return next((figures[name] for name in RANKED_BY if name in figures), None)


def confusion_matrix(trajectories: Trajectories) -> Array:
    """Returns the share of skill z's valid steps at which argmax q is j: [K, K]. Each row z sums to 1.

    Raises:
      ValueError: the trajectories have no `log_probs`, because the objective does not classify.
    """
    log_probs = trajectories.log_probs
    if log_probs is None:
        raise ValueError("confusion_matrix: these trajectories have no log_probs.")
    num_skills = log_probs.shape[-1]
    guess = jnp.argmax(log_probs, axis=-1)
    steps = _sum_by_skill(episode_lengths(trajectories.valid), trajectories.skill, num_skills)

    def share(j: Array) -> Array:
        hits = sum_of_valid(guess == j, trajectories.valid)
        return _sum_by_skill(hits, trajectories.skill, num_skills) / steps

    # A loop, because vmap might hold an array [K, T, N].
    return jax.lax.map(share, jnp.arange(num_skills)).T


def skill_table(trajectories: Trajectories) -> list[dict[str, Any]]:
    """Returns one row of JSON types for each skill that was played, for the closing table and `skills.json`.

    - `skill`; `z`, if skills are vectors; `return`; `length`; `distance`, None if there is no xy.
    - `accuracy` and `log_q`, or `score`, as in `skill_figures`.
    - `nearest` and `nearest_share`, if there is an accuracy: the skill with which q confuses this one most
      often, and the share of this skill's steps at which it does so (None and 0.0 if it never does).
    """
    skill, vectors = np.asarray(trajectories.skill), np.asarray(trajectories.z)
    log_probs = trajectories.log_probs
    num_skills = int(skill.max()) + 1 if log_probs is None else log_probs.shape[-1]
    figures = jax.jit(skill_figures, static_argnums=1)(trajectories, num_skills)
    per_skill = {name: np.asarray(values) for name, values in figures.items()}
    rows: list[dict[str, Any]] = []
    for z in range(num_skills):
        row: dict[str, Any] = {"skill": z}
        if vectors.ndim > 1:
            row["z"] = vectors[np.argmax(skill == z)].tolist()
        row |= {
            "return": float(per_skill["return"][z]),
            "length": float(per_skill["episode_length"][z]),
            "distance": float(per_skill["distance"][z]) if "distance" in per_skill else None,
        }
        own = [name for name in ("score", "accuracy", "log_q") if name in per_skill]
        row |= {name: float(per_skill[name][z]) for name in own}
        rows.append(row)
    if log_probs is not None:
        mistakes = np.array(jax.jit(confusion_matrix)(trajectories))
        np.fill_diagonal(mistakes, 0.0)
        for row, wrong in zip(rows, mistakes, strict=True):
            nearest = int(np.argmax(wrong))
            row["nearest"] = nearest if wrong[nearest] > 0 else None
            row["nearest_share"] = float(wrong[nearest])
    return rows


def _sum_by_skill(values: Array, skill: Array, num_skills: int) -> Array:
    """Sums over the episodes of each skill: [N] -> [K].

    It is neither a matrix product, which GPUs round to TF32, nor a scatter, whose order varies.
    """
    return jnp.sum(jnp.where(skill[:, None] == jnp.arange(num_skills), values[:, None], 0.0), axis=0)


def _mean_over_episodes(values: Array, skill: Array, num_skills: int) -> Array:
    """Averages over the episodes of each skill: [N] -> [K]."""
    count = _sum_by_skill(jnp.ones_like(values, dtype=jnp.float32), skill, num_skills)
    return _sum_by_skill(values, skill, num_skills) / count


def _expectation(prior: Array, values: Array) -> Array:
    """Computes Σ_z p(z) · values[z]: [K], [K] -> []. A skill with p(z) = 0 may have NaN."""
    return jnp.sum(jnp.where(prior > 0, prior * values, 0.0))


def _late_mi(skill: Array, sums: ClassifierSums, prior: Array) -> Array:
    """Computes `mi_after_50`, []."""
    steps = _sum_by_skill(sums.late_length, skill, prior.shape[0])
    log_q = _sum_by_skill(sums.late_log_q, skill, prior.shape[0]) / steps
    prior = jnp.where(steps > 0, prior, 0.0)
    prior = prior / jnp.sum(prior)
    mi = entropy(prior) + _expectation(prior, log_q)
    return jnp.where(jnp.sum(prior > 0) >= 2, mi / entropy(prior), jnp.nan)


def _displacement(xy: Array, first: Array, last: Array) -> Array:
    """Returns the distance between two of an episode's positions: [T + 1, N, 2], [N], [N] -> [N]."""
    episode = jnp.arange(xy.shape[1])
    return jnp.linalg.norm(xy[last, episode] - xy[first, episode], axis=-1)


def _movement(xy: Array, valid: Array) -> dict[str, Array]:
    """Computes the figures of each episode's movement: name -> [N], see `quick_figures`."""
    length = episode_lengths(valid)
    middle = length // 2
    quarter = jnp.maximum(length // 4, 1)
    step = jnp.arange(valid.shape[0])[:, None]
    path = sum_of_valid(jnp.linalg.norm(jnp.diff(xy, axis=0), axis=-1), valid & (step >= length - quarter))
    return {
        "distance_first_half": _displacement(xy, jnp.zeros_like(middle), middle),
        "distance_second_half": _displacement(xy, middle, length),
        "speed_last_quarter": path / quarter,
    }
