"""The figures of every evaluation, and the table of skills; in jnp, to run inside jit."""

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

RANKED_BY = ("eval/mi", "eval/return", "eval/score")  # the first that an objective has ranks its states
LATE_STEP = 50  # mi_after_50 leaves out the steps before it: near the start skills are alike


class ClassifierSums(NamedTuple):
    """Sums over the valid steps of each episode of what a classifier q(z | φ(s')) says, [N] each."""

    log_q: Array  # Σ log q of the skill that acted
    hits: Array  # steps at which argmax q is that skill
    late_length: Array  # int32, steps from `LATE_STEP` on
    late_log_q: Array  # Σ log q over these


class EpisodeSums(NamedTuple):
    """What quick figures are made of: sums over the valid steps of each episode, [N] each."""

    skill: Array  # int32
    length: Array  # int32, steps
    returns: Array  # Σ reward
    score: Array  # Σ of the objective's score
    classifier: ClassifierSums | None  # None where the objective does not classify
    moved: Mapping[str, Array]  # how it moved on the ground, by name; {} where there is no xy
    options: OptionUsage | None = None  # of each, [N, …] and [N]; None where there are no options
    goals: goal_figures.GoalUsage | None = None  # leaves [N, …]; None where no manager sets any
    success: Array | None = None  # of the last state, 1 or 0; None where the environment does not say


def episode_sums(trajectories: Trajectories) -> EpisodeSums:
    """Sums of each episode; pure, for use inside jit.

    Raises:
      ValueError: options of a type other than int8.
    """
    skill, valid = trajectories.skill, trajectories.valid
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
        goals=_goal_sums(trajectories),
        success=_success(trajectories, length),
    )


def _success(trajectories: Trajectories, length: Array) -> Array | None:
    """[N]: what the feature `success` is after an episode's last step."""
    done = trajectories.features.get("success")
    if done is None:
        return None
    return jnp.take_along_axis(done[..., 0], jnp.maximum(length - 1, 0)[None], axis=0)[0]


def _goal_sums(trajectories: Trajectories) -> goal_figures.GoalUsage | None:
    actor = trajectories.actor
    return goal_figures.sums_of(actor, trajectories.valid) if isinstance(actor, GoalUnderWay) else None


def _option_sums(trajectories: Trajectories) -> OptionUsage | None:
    actor, valid = trajectories.actor, trajectories.valid
    if not isinstance(actor, OptionUnderWay):
        return None
    if actor.option.dtype != jnp.int8:
        raise ValueError(
            f"The options of the record have type {actor.option.dtype}. Figures of their use take int8, so "
            "up to 128 of them."
        )
    episode = jnp.broadcast_to(jnp.arange(valid.shape[1]), valid.shape)
    # As many as there may be: those that there are not have no step, and so no part in any figure.
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
    """Figures of each skill by itself: name -> [K].

    `return` (undiscounted), `episode_length` (steps) and `distance` (metres, from the start to the
    last position of the episode; only where there is an xy) are means over its episodes. Of an
    objective that classifies, `log_q` and `accuracy` are means over the skill's valid steps of
    log q(z | φ(s')) and of [argmax q = z]; of any other, `score` is the mean of its score. Without
    skills (K = 1) neither is given. A skill without episodes gets NaN.

    Args:
      trajectories: N episodes of at most T steps.
      num_skills: K.
    """
    return skill_figures_of(episode_sums(trajectories), num_skills)


def skill_figures_of(sums: EpisodeSums, num_skills: int) -> dict[str, Array]:
    """`skill_figures` of sums over N episodes, [N] each: name -> [K]."""

    def by_skill(values: Array) -> Array:
        return _sum_by_skill(values, sums.skill, num_skills)

    figures = {}
    if sums.classifier is not None:
        figures["log_q"] = by_skill(sums.classifier.log_q) / by_skill(sums.length)
        figures["accuracy"] = by_skill(sums.classifier.hits) / by_skill(sums.length)
    elif num_skills > 1:
        figures["score"] = by_skill(sums.score) / by_skill(sums.length)
    figures["return"] = _mean_over_episodes(sums.returns, sums.skill, num_skills)
    figures["episode_length"] = _mean_over_episodes(sums.length, sums.skill, num_skills)
    if "distance" in sums.moved:
        figures["distance"] = _mean_over_episodes(sums.moved["distance"], sums.skill, num_skills)
    return figures


def quick_figures(trajectories: Trajectories, log_prior: Array) -> dict[str, Array]:
    """The figures of every evaluation; pure, for use inside jit.

    Of an objective that classifies:

    - `log_q` = Σ_z p(z) · mean over the valid steps of skill z of log q(z | φ(s')).
    - `mi` = H(p) + `log_q`: the lower bound on I(S; Z) under p(z) p(s | z) of Barber & Agakov
      2003; `mi_normalised` = `mi` / H(p); `effective_skills` = exp(`mi`).
    - `mi_after_50`: `mi_normalised` over steps ≥ 50 (counted from 0). Where some skills never
      live that long, p is renormalised over those that do; NaN where fewer than two do.
    - `discriminator_accuracy`, over skills by p(z).

    Of any other, `score` = Σ_z p(z) · mean over the valid steps of skill z of the objective's score.
    Of all of them:

    - `return_mean`, `episode_length_mean`, `distance_mean`: over skills by p(z); `return_best` and
      `return_spread` (max − min) over skills; and `return_skill_z`, `episode_length_skill_z`,
      `distance_skill_z`.
    - Whether skills move on or settle, over skills by p(z), with the halves and the quarter of
      an episode's own length: `distance_first_half` and `distance_second_half` (metres between
      an episode's start and middle, and its middle and end) and `speed_last_quarter` (metres
      of path per step). Both of the last two near 0: the skill stands still; only the distance
      near 0: it circles or trembles on the spot.

    Of an agent with options, too: `option_entropy`, `option_share_largest` and `option_length`, over the
    steps of all episodes (`agents.options.usage.usage_figures`); of one whose manager sets goals
    `goal_spread` and `goal_length` (`agents.feudal.goals.usage_figures`). Where the environment has a
    feature `success`, the mean of what it is after the last step of each episode.

    Without skills (K = 1) there are `return` and `return_std` (mean and standard deviation over
    episodes), `episode_length`, `distance`, and whether the policy moves on; nothing else but of options.

    Args:
      trajectories: fresh rollouts. Figures of distance are given only where it has an xy.
      log_prior: [K], log p(z).

    Returns:
      name -> [], without the `eval/` in front.
    """
    log_probs = trajectories.log_probs
    if log_probs is not None and log_prior.shape != log_probs.shape[-1:]:
        raise ValueError(
            f"log_prior has shape {log_prior.shape}; log_probs speak of {log_probs.shape[-1]} skills."
        )
    return quick_figures_of(episode_sums(trajectories), log_prior)


def quick_figures_of(sums: EpisodeSums, log_prior: Array) -> dict[str, Array]:
    """`quick_figures` of sums over N episodes, [N] each, and log p(z), [K]: name -> []."""
    num_skills = log_prior.shape[0]
    others = {}
    if sums.success is not None:
        others["success"] = jnp.mean(sums.success)
    if sums.options is not None:
        others |= usage_figures(OptionUsage(sums.options.steps.sum(0), sums.options.begun.sum()))
    if sums.goals is not None:
        others |= goal_figures.usage_figures(jax.tree.map(lambda x: x.sum(0), sums.goals))
    if num_skills == 1:
        return _figures_without_skills(sums) | others
    prior = jnp.exp(log_prior)
    per_skill = skill_figures_of(sums, num_skills)
    figures = {}
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
        "return_best": jnp.max(per_skill["return"]),
        "return_mean": _expectation(prior, per_skill["return"]),
        "return_spread": jnp.max(per_skill["return"]) - jnp.min(per_skill["return"]),
        "episode_length_mean": _expectation(prior, per_skill["episode_length"]),
    }
    for name, of_episode in sums.moved.items():
        mean = _expectation(prior, _mean_over_episodes(of_episode, sums.skill, num_skills))
        figures["distance_mean" if name == "distance" else name] = mean
    for name in ("return", "episode_length", "distance"):
        if name in per_skill:
            figures |= {f"{name}_skill_{z}": per_skill[name][z] for z in range(num_skills)}
    return figures | others


def _figures_without_skills(sums: EpisodeSums) -> dict[str, Array]:
    figures = {
        "return": jnp.mean(sums.returns),
        "return_std": jnp.std(sums.returns),
        "episode_length": jnp.mean(sums.length.astype(jnp.float32)),
    }
    return figures | {name: jnp.mean(of_episode) for name, of_episode in sums.moved.items()}


def ranking(figures: Mapping[str, float]) -> float | None:
    """The figure by which the states of a run are ranked, the higher the better; None where there is none."""
    return next((figures[name] for name in RANKED_BY if name in figures), None)


def confusion_matrix(trajectories: Trajectories) -> Array:
    """The share of skill z's valid steps at which argmax q is j: [K, K], rows z sum to 1.

    Raises:
      ValueError: of an objective that does not classify.
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

    # One after another: side by side, they might be held as [K, T, N].
    return jax.lax.map(share, jnp.arange(num_skills)).T


def skill_table(trajectories: Trajectories) -> list[dict[str, Any]]:
    """One row for each skill that was played, of JSON types, for the closing table and `skills.json`.

    Fields: `skill`; `z`, where skills are vectors; `return`, `length`, `distance` (None where there
    is no xy) and, as in `skill_figures`, `accuracy` and `log_q` or `score`. Beside an accuracy there
    is `nearest`, the skill that this one is most often taken for by mistake, and `nearest_share`, the
    share of its steps at which that happens (None and 0.0 where it never does).
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
    """[N] -> [K]. Not a matrix product, which GPUs round to TF32, nor a scatter, whose order varies."""
    return jnp.sum(jnp.where(skill[:, None] == jnp.arange(num_skills), values[:, None], 0.0), axis=0)


def _mean_over_episodes(values: Array, skill: Array, num_skills: int) -> Array:
    """[N] -> [K]."""
    count = _sum_by_skill(jnp.ones_like(values, dtype=jnp.float32), skill, num_skills)
    return _sum_by_skill(values, skill, num_skills) / count


def _expectation(prior: Array, values: Array) -> Array:
    """Σ_z p(z) · values[z]: [K], [K] -> []. A skill that p never draws may hold NaN."""
    return jnp.sum(jnp.where(prior > 0, prior * values, 0.0))


def _late_mi(skill: Array, sums: ClassifierSums, prior: Array) -> Array:
    """`mi_after_50`, []."""
    steps = _sum_by_skill(sums.late_length, skill, prior.shape[0])
    log_q = _sum_by_skill(sums.late_log_q, skill, prior.shape[0]) / steps
    prior = jnp.where(steps > 0, prior, 0.0)
    prior = prior / jnp.sum(prior)
    mi = entropy(prior) + _expectation(prior, log_q)
    return jnp.where(jnp.sum(prior > 0) >= 2, mi / entropy(prior), jnp.nan)


def _displacement(xy: Array, first: Array, last: Array) -> Array:
    """Distance between an episode's positions at two times: [T + 1, N, 2], [N], [N] -> [N]."""
    episode = jnp.arange(xy.shape[1])
    return jnp.linalg.norm(xy[last, episode] - xy[first, episode], axis=-1)


def _movement(xy: Array, valid: Array) -> dict[str, Array]:
    """How each episode moves on: name -> [N], see `quick_figures`."""
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
