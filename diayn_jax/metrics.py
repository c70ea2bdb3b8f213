"""Skill figures on recorded episodes, one definition each; nothing here acts or trains.

Quick figures are written in jnp and run inside jit; full ones run on the host, save for the
probe's fit. Natural logarithms; information in nats, distances in metres. A skill weighs by
p(z) in every mean over skills, not by how long it lives.
"""

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import flax.linen as nn
import jax
import jax.numpy as jnp
import numpy as np
import optax
import scipy.spatial

from diayn_jax.networks import MLP
from diayn_jax.types import Array, Key, PyTree

Recorded = Array | np.ndarray  # what the functions of the host take

LATE_STEP = 50  # mi_after_50 leaves out the steps before it: near the start skills are alike
PROBE_EPISODES = 20  # episodes per skill below which the probe is noisy
COVERAGE_ROLLOUTS = 48  # METRA's (Park et al. 2023, arXiv:2310.08887), or K where that is more
COVERAGE_STEPS = 200  # METRA's
GOALS = 50  # CSF's (Zheng et al. 2024, arXiv:2412.08021)
GOAL_RANGE = 50.0  # metres, CSF's
GOAL_RADIUS = 3.0  # metres, CSF's
QD_BOUNDS = ((-30.0, -30.0), (30.0, 30.0))  # metres, QDax's limits of the final xy of its ant_omni


class Trajectories(NamedTuple):
    """N evaluation episodes of at most T steps, the same number for each skill.

    Step t (from 0) leads from the state at t to s', the state at t + 1. `valid` is True up to
    and with the step that ends an episode and False from then on; what other fields hold at
    steps that are not valid is never read.
    """

    skill: Array  # [N], int32: episode i carries skill i % K
    valid: Array  # [T, N], bool: the step happened
    reward: Array  # [T, N], the environment's own
    obs: Array | None  # [T, N, O], raw, of s'; None where it was not recorded
    features: Mapping[str, Array]  # name -> [T, N, F], every declared feature of s', raw
    xy: Array | None  # [T + 1, N, 2], metres, from the start on; None where there is no xy
    log_probs: Array  # [T, N, K], log q(z | φ(s'))
    poses: Array | None = None  # [T + 1, N, …], how it looks, from the start on; None: not recorded
    action: Array | None = None  # [T, N, A], in −1 to 1; None: not recorded


class EpisodeSums(NamedTuple):
    """What quick figures are made of: sums over the valid steps of each episode, [N] each."""

    skill: Array  # int32
    length: Array  # int32, steps
    late_length: Array  # int32, steps from `LATE_STEP` on
    log_q: Array  # Σ log q of the skill that acted
    late_log_q: Array
    hits: Array  # steps at which argmax q is that skill
    returns: Array  # Σ reward
    moved: Mapping[str, Array]  # how it moved on the ground, by name; {} where there is no xy


def episode_sums(trajectories: Trajectories) -> EpisodeSums:
    """Sums of each episode; pure, for use inside jit."""
    skill, valid, log_probs = trajectories.skill, trajectories.valid, trajectories.log_probs
    log_q, length = _log_q(trajectories), _lengths(valid)
    moved: dict[str, Array] = {}
    if trajectories.xy is not None:
        moved["distance"] = _displacement(trajectories.xy, jnp.zeros_like(skill), length)
        moved |= _movement(trajectories.xy, valid)
    return EpisodeSums(
        skill=skill,
        length=length,
        late_length=_lengths(valid[LATE_STEP:]),
        log_q=_valid_sum(log_q, valid),
        late_log_q=_valid_sum(log_q[LATE_STEP:], valid[LATE_STEP:]),
        hits=_valid_sum(jnp.argmax(log_probs, axis=-1) == skill, valid),
        returns=_valid_sum(trajectories.reward, valid),
        moved=moved,
    )


def episode_returns(trajectories: Trajectories) -> np.ndarray:
    """The environment's reward summed over each episode, [N], on the host; NaN where it has no step."""
    valid = np.asarray(trajectories.valid)
    returns = np.where(valid, np.asarray(trajectories.reward, np.float64), 0.0).sum(axis=0)
    return np.where(valid.any(axis=0), returns, np.nan)


def lived(trajectories: Trajectories) -> np.ndarray:
    """Places of the episodes that have a step, [M]: none has one whose physics broke down at once."""
    return np.flatnonzero(np.asarray(trajectories.valid).any(axis=0))


def skill_figures(trajectories: Trajectories) -> dict[str, Array]:
    """Figures of each skill by itself: name -> [K].

    `log_q` and `accuracy` are means over the skill's valid steps of log q(z | φ(s')) and of
    [argmax q = z]; `return` (undiscounted), `episode_length` (steps) and `distance` (metres,
    from the start to the last position of the episode; only where there is an xy) are means
    over its episodes. A skill without episodes gets NaN.
    """
    return skill_figures_of(episode_sums(trajectories), trajectories.log_probs.shape[-1])


def skill_figures_of(sums: EpisodeSums, num_skills: int) -> dict[str, Array]:
    """`skill_figures` of sums."""
    steps = _sum_by_skill(sums.length, sums.skill, num_skills)
    figures = {
        "log_q": _sum_by_skill(sums.log_q, sums.skill, num_skills) / steps,
        "accuracy": _sum_by_skill(sums.hits, sums.skill, num_skills) / steps,
        "return": _mean_over_episodes(sums.returns, sums.skill, num_skills),
        "episode_length": _mean_over_episodes(sums.length, sums.skill, num_skills),
    }
    if "distance" in sums.moved:
        figures["distance"] = _mean_over_episodes(sums.moved["distance"], sums.skill, num_skills)
    return figures


def quick_figures(trajectories: Trajectories, log_prior: Array) -> dict[str, Array]:
    """The figures of every evaluation; pure, for use inside jit.

    - `log_q` = Σ_z p(z) · mean over the valid steps of skill z of log q(z | φ(s')).
    - `mi` = H(p) + `log_q`: the lower bound on I(S; Z) under p(z) p(s | z) of Barber & Agakov
      2003; `mi_normalised` = `mi` / H(p); `effective_skills` = exp(`mi`).
    - `mi_after_50`: `mi_normalised` over steps ≥ 50 (counted from 0). Where some skills never
      live that long, p is renormalised over those that do; NaN where fewer than two do.
    - `discriminator_accuracy`, `return_mean`, `episode_length_mean`, `distance_mean`: over
      skills by p(z); `return_best` and `return_spread` (max − min) over skills; and
      `return_skill_z`, `episode_length_skill_z`, `distance_skill_z`.
    - Whether skills move on or settle, over skills by p(z), with the halves and the quarter of
      an episode's own length: `distance_first_half` and `distance_second_half` (metres between
      an episode's start and middle, and its middle and end) and `speed_last_quarter` (metres
      of path per step). Both of the last two near 0: the skill stands still; only the distance
      near 0: it circles or trembles on the spot.

    Args:
      trajectories: fresh rollouts. Figures of distance are given only where it has an xy.
      log_prior: [K], log p(z).

    Returns:
      name -> [], without the `eval/` in front.
    """
    num_skills = trajectories.log_probs.shape[-1]
    if log_prior.shape != (num_skills,):
        raise ValueError(f"log_prior has shape {log_prior.shape}; log_probs speak of {num_skills} skills.")
    return quick_figures_of(episode_sums(trajectories), log_prior)


def quick_figures_of(sums: EpisodeSums, log_prior: Array) -> dict[str, Array]:
    """`quick_figures` of sums."""
    num_skills = log_prior.shape[0]
    prior = jnp.exp(log_prior)
    per_skill = skill_figures_of(sums, num_skills)
    log_q = _expectation(prior, per_skill["log_q"])
    mi = _entropy(prior) + log_q
    figures = {
        "log_q": log_q,
        "mi": mi,
        "mi_normalised": mi / _entropy(prior),
        "mi_after_50": _late_mi(sums, prior),
        "effective_skills": jnp.exp(mi),
        "discriminator_accuracy": _expectation(prior, per_skill["accuracy"]),
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
    return figures


def confusion_matrix(trajectories: Trajectories) -> Array:
    """The share of skill z's valid steps at which argmax q is j: [K, K], rows z sum to 1."""
    num_skills = trajectories.log_probs.shape[-1]
    guess = jnp.argmax(trajectories.log_probs, axis=-1)

    def share(j: Array) -> Array:
        return _mean_over_steps(guess == j, trajectories.valid, trajectories.skill, num_skills)

    # One after another: side by side, they might be held as [K, T, N].
    return jax.lax.map(share, jnp.arange(num_skills)).T


def skill_table(trajectories: Trajectories) -> list[dict[str, Any]]:
    """One row for each skill, of JSON types, for the closing table and `skills.json`.

    Fields: `skill`; `return`, `length`, `distance` (None where there is no xy), `accuracy`,
    `log_q` as in `skill_figures`; `nearest`, the skill that this one is most often taken for by
    mistake, and `nearest_share`, the share of its steps at which that happens (None and 0.0
    where it never does).
    """
    per_skill = {name: np.asarray(values) for name, values in jax.jit(skill_figures)(trajectories).items()}
    mistakes = np.array(jax.jit(confusion_matrix)(trajectories))
    np.fill_diagonal(mistakes, 0.0)
    rows = []
    for z, wrong in enumerate(mistakes):
        nearest = int(np.argmax(wrong))
        rows.append(
            {
                "skill": z,
                "return": float(per_skill["return"][z]),
                "length": float(per_skill["episode_length"][z]),
                "distance": float(per_skill["distance"][z]) if "distance" in per_skill else None,
                "accuracy": float(per_skill["accuracy"][z]),
                "log_q": float(per_skill["log_q"][z]),
                "nearest": nearest if wrong[nearest] > 0 else None,
                "nearest_share": float(wrong[nearest]),
            }
        )
    return rows


def _log_q(trajectories: Trajectories) -> Array:
    """log q of the skill that acted, [T, N]."""
    return jnp.take_along_axis(trajectories.log_probs, trajectories.skill[None, :, None], axis=-1)[..., 0]


def _lengths(valid: Array) -> Array:
    """Steps of each episode: valid [T, N] -> [N], int32."""
    return jnp.sum(valid, axis=0, dtype=jnp.int32)


def _valid_sum(values: Array, valid: Array) -> Array:
    """Σ_t over valid steps: [T, N] -> [N]."""
    return jnp.sum(jnp.where(valid, values, 0.0), axis=0)


def _sum_by_skill(values: Array, skill: Array, num_skills: int) -> Array:
    """[N] -> [K]. Not a matrix product, which GPUs round to TF32, nor a scatter, whose order varies."""
    return jnp.sum(jnp.where(skill[:, None] == jnp.arange(num_skills), values[:, None], 0.0), axis=0)


def _mean_over_episodes(values: Array, skill: Array, num_skills: int) -> Array:
    """[N] -> [K]."""
    count = _sum_by_skill(jnp.ones_like(values, dtype=jnp.float32), skill, num_skills)
    return _sum_by_skill(values, skill, num_skills) / count


def _mean_over_steps(values: Array, valid: Array, skill: Array, num_skills: int) -> Array:
    """[T, N] -> [K]: a long episode weighs more than a short one of the same skill."""
    count = _sum_by_skill(_lengths(valid), skill, num_skills)
    return _sum_by_skill(_valid_sum(values, valid), skill, num_skills) / count


def _expectation(prior: Array, values: Array) -> Array:
    """Σ_z p(z) · values[z]: [K], [K] -> []. A skill that p never draws may hold NaN."""
    return jnp.sum(jnp.where(prior > 0, prior * values, 0.0))


def _entropy(prior: Array) -> Array:
    """H(p) = −Σ_z p(z) log p(z): [K] -> []."""
    return -_expectation(prior, jnp.log(prior))


def _late_mi(sums: EpisodeSums, prior: Array) -> Array:
    """`mi_after_50`, []."""
    steps = _sum_by_skill(sums.late_length, sums.skill, prior.shape[0])
    log_q = _sum_by_skill(sums.late_log_q, sums.skill, prior.shape[0]) / steps
    prior = jnp.where(steps > 0, prior, 0.0)
    prior = prior / jnp.sum(prior)
    mi = _entropy(prior) + _expectation(prior, log_q)
    return jnp.where(jnp.sum(prior > 0) >= 2, mi / _entropy(prior), jnp.nan)


def _displacement(xy: Array, first: Array, last: Array) -> Array:
    """Distance between an episode's positions at two times: [T + 1, N, 2], [N], [N] -> [N]."""
    episode = jnp.arange(xy.shape[1])
    return jnp.linalg.norm(xy[last, episode] - xy[first, episode], axis=-1)


def _movement(xy: Array, valid: Array) -> dict[str, Array]:
    """How each episode moves on: name -> [N], see `quick_figures`."""
    length = _lengths(valid)
    middle = length // 2
    quarter = jnp.maximum(length // 4, 1)
    step = jnp.arange(valid.shape[0])[:, None]
    path = _valid_sum(jnp.linalg.norm(jnp.diff(xy, axis=0), axis=-1), valid & (step >= length - quarter))
    return {
        "distance_first_half": _displacement(xy, jnp.zeros_like(middle), middle),
        "distance_second_half": _displacement(xy, middle, length),
        "speed_last_quarter": path / quarter,
    }


class Probe(NamedTuple):
    """What a fresh classifier finds; and on the M episodes that it was scored on, sums over steps."""

    mi: float  # nats
    mi_normalised: float
    skill: np.ndarray  # [M], int
    length: np.ndarray  # [M], steps
    log_q: np.ndarray  # [M], Σ log q'


class Full(NamedTuple):
    """The full figures, and what intervals around them are made of."""

    figures: dict[str, float]  # name -> number, without the `eval/` in front of those that have one
    probe: Probe | None
    probe_xy: Probe | None  # where there is an xy
    reached: np.ndarray | None  # [G], bool: goals; None where none are set


def full(
    key: Key,
    stochastic: Trajectories,
    deterministic: Trajectories,
    log_prior: Recorded,
    goal_log_probs: Callable[[Recorded], Recorded] | None = None,
) -> Full:
    """The figures that need more episodes, or more time, than every evaluation can have.

    `probe_mi`, `probe_mi_normalised` (inputs: the observation and every declared feature); and
    where there is an xy `probe_mi_xy`, `probe_mi_normalised_xy`, `binned_mi_xy`,
    `binned_mi_xy_raw`, `policy_coverage`, `goal_success` and `qd/*`. The archive of `qd/*` gets
    one solution for each skill: its first deterministic episode, with the environment's own
    return as fitness. Episodes without a step are left out of the probes and of `binned_*`, which
    are NaN where that leaves a skill fewer than two.

    Args:
      key: of this evaluation alone.
      stochastic: episodes of the stochastic policy, with observations; at least
        `PROBE_EPISODES` for each skill, or the probe is noisy.
      deterministic: episodes of its mode; at least `coverage_rollouts(K)` of them. They may be longer
        than the stochastic ones, as `policy_coverage` needs them: `qd/*` takes no more steps.
      log_prior: [K], log p(z).
      goal_log_probs: goals [G, 2], metres -> log q(z | goal) [G, K]; None, and no
        `goal_success`, where the discriminator sees anything but xy.

    Raises:
      ValueError: no observations, or too few deterministic episodes.
    """
    probe_key, probe_xy_key, binned_key, goal_key = jax.random.split(key, 4)
    num_skills = stochastic.log_probs.shape[-1]
    if stochastic.obs is None:
        raise ValueError("probe_mi needs observations: record them in the stochastic episodes.")
    rollouts = coverage_rollouts(num_skills)
    if deterministic.skill.shape[0] < rollouts:
        raise ValueError(
            f"policy_coverage is over {rollouts} deterministic episodes; got {deterministic.skill.shape[0]}."
        )
    kept = lived(stochastic)
    skill, valid = np.asarray(stochastic.skill)[kept], np.asarray(stochastic.valid)[:, kept]
    enough = np.bincount(skill, minlength=num_skills).min() >= 2
    parts = [np.asarray(x)[:, kept] for x in (stochastic.obs, *stochastic.features.values())]

    found = found_xy = None
    figures = {"probe_mi": math.nan, "probe_mi_normalised": math.nan}
    if enough:
        found = probe(probe_key, np.concatenate(parts, axis=-1), skill, valid, num_skills, log_prior)
        figures = {"probe_mi": found.mi, "probe_mi_normalised": found.mi_normalised}
    if stochastic.xy is None or deterministic.xy is None:
        return Full(figures, found, None, None)

    xy = np.asarray(stochastic.xy)[1:]
    names = ("probe_mi_xy", "probe_mi_normalised_xy", "binned_mi_xy", "binned_mi_xy_raw")
    figures |= dict.fromkeys(names, math.nan)
    if enough:
        found_xy = probe(probe_xy_key, xy[:, kept], skill, valid, num_skills, log_prior)
        binned = binned_mi_xy(binned_key, xy[:, kept], skill, valid, num_skills)
        figures |= dict(zip(names, (found_xy.mi, found_xy.mi_normalised, *binned), strict=True))
    figures["policy_coverage"] = policy_coverage(
        deterministic.xy[: COVERAGE_STEPS + 1, :rollouts], deterministic.valid[:COVERAGE_STEPS, :rollouts]
    )
    reached = None
    if goal_log_probs is not None:
        goals = np.asarray(make_goals(goal_key))
        goal_skill = np.argmax(goal_log_probs(goals), axis=-1)
        reached = goals_reached(goals, goal_skill, xy, stochastic.skill, stochastic.valid)
        figures["goal_success"] = float(reached.mean())
    first = [int(np.argmax(np.asarray(deterministic.skill) == z)) for z in range(num_skills)]
    figures |= qd_figures(*solutions(deterministic, first, len(stochastic.valid)), QD_BOUNDS)
    return Full(figures, found, found_xy, reached)


def solutions(
    trajectories: Trajectories, episodes: Sequence[int], steps: int
) -> tuple[np.ndarray, np.ndarray]:
    """What an archive gets of the first steps of some episodes: final xy [n, 2], and return [n]."""
    episodes = list(episodes)
    valid, reward = trajectories.valid[:steps], trajectories.reward[:steps]
    length = np.asarray(_lengths(valid))[episodes]
    return np.asarray(trajectories.xy)[length, episodes], np.asarray(_valid_sum(reward, valid))[episodes]


# The probe's. A round is about one pass over 10 skills × 8 episodes × 200 steps.
_BATCH = 512
_ROUND = 32  # updates between two looks at the episodes held back for stopping
_MAX_ROUNDS = 100
_PATIENCE = 10  # rounds without a better figure on them
_BETTER = 1e-3  # nats; less is no reason to go on: perfect skills gain ever smaller parts for ever
_CHUNK = 4_096  # rows scored at once, so that memory does not grow with N·T


class _Probe(nn.Module):
    """MLP 2×256 on standardised inputs [..., D] -> log q [..., K]; starts at q = p.

    Starting there, and early stopping's right to return the start, make chance score 0.
    """

    log_prior: tuple[float, ...]

    @nn.compact
    def __call__(self, x: Array) -> Array:
        x = nn.relu(MLP((256,), 256)(x))
        logits = nn.Dense(len(self.log_prior), kernel_init=nn.initializers.zeros)(x)
        return jax.nn.log_softmax(logits + jnp.array(self.log_prior))


class _Rows(NamedTuple):
    """The steps of some episodes, standardised."""

    x: np.ndarray  # [R, D], 0 at steps that are not valid
    skill: np.ndarray  # [R], int32
    weight: np.ndarray  # [R], p(z) over the number of valid steps of z; 0 at other steps


class _BySkill(NamedTuple):
    """Where a draw "z ~ p, then one of its valid steps" finds its rows."""

    rows: np.ndarray  # [R], int32, valid rows by skill, then the others
    first: np.ndarray  # [K], int32, where a skill begins in `rows`
    number: np.ndarray  # [K], int32, how many it has


def probe(
    key: Key,
    inputs: Recorded,
    skill: Recorded,
    valid: Recorded,
    num_skills: int,
    log_prior: Recorded | None = None,
) -> Probe:
    """The bound on I(S; Z) with a fresh classifier, which owes nothing to the discriminator.

    It is fitted to one half of the episodes, and scored on the other.

    mi = H(p) + Σ_z p(z) · mean over the scored steps of skill z of log q'(z | x), where q' is an
    MLP 2×256 on standardised inputs, fitted (Adam, 1e-3) to the same figure on half of each
    skill's episodes, with early stopping on a fifth of those, and scored on the other half.
    Deterministic in `key` on one device.

    Args:
      key: splits the episodes, starts the network and draws its batches.
      inputs: [T, N, D].
      skill: [N].
      valid: [T, N], bool.
      num_skills: K.
      log_prior: [K], log p(z); None: uniform.

    Raises:
      ValueError: a skill with fewer than two episodes (with two or three, the fit has only one
        or two, and with two it stops by the very episode that it is fitted on); an episode
        without a valid step; inputs that are not finite.
    """
    inputs, skill, valid = np.asarray(inputs), np.asarray(skill), np.asarray(valid, dtype=bool)
    episodes = np.bincount(skill, minlength=num_skills)
    if episodes.shape[0] > num_skills or episodes.min() < 2:
        raise ValueError(
            f"probe_mi needs at least 2 episodes of each of the {num_skills} skills "
            f"({PROBE_EPISODES} for a steady figure); got {episodes.tolist()}."
        )
    if not valid.any(axis=0).all():
        raise ValueError("probe_mi: an episode has no valid step.")
    if not np.isfinite(inputs[valid]).all():
        raise ValueError("probe_mi: the inputs have NaN or inf at valid steps.")
    if log_prior is None:
        prior = np.full(num_skills, 1 / num_skills)
    else:
        prior = np.exp(np.asarray(log_prior, dtype=np.float64))
        prior /= prior.sum()

    split_key, fit_key = jax.random.split(key)
    fitted, stopping, scored = _split_episodes(np.asarray(jax.random.uniform(split_key, skill.shape)), skill)
    mean, scale = _standardisation(inputs[:, fitted][valid[:, fitted]])

    def rows(chosen: np.ndarray) -> _Rows:
        x = (inputs[:, chosen] - mean) / scale
        x = np.where(valid[:, chosen, None], x, 0.0).reshape(-1, inputs.shape[-1])
        z = np.broadcast_to(skill[chosen], valid[:, chosen].shape).reshape(-1)
        alive = valid[:, chosen].reshape(-1)
        weight = alive * (prior / np.bincount(z[alive], minlength=num_skills))[z]
        return _Rows(x.astype(np.float32), z.astype(np.int32), weight.astype(np.float32))

    fitting = rows(fitted)
    log_q, by_row = _fit_then_score(
        fit_key,
        # Not log 0, which a weight of 0 does not silence.
        tuple(np.log(np.maximum(prior, 1e-12)).tolist()),
        fitting,
        _by_skill(fitting, num_skills),
        _chunks(rows(stopping)),
        _chunks(rows(scored)),
    )
    entropy = float(_histogram_entropy(prior))
    mi = entropy + float(log_q)
    by_step = np.asarray(by_row).reshape(-1)[: valid[:, scored].size].reshape(valid[:, scored].shape)
    return Probe(
        mi=mi,
        mi_normalised=mi / entropy,
        skill=skill[scored],
        length=valid[:, scored].sum(axis=0),
        log_q=np.where(valid[:, scored], by_step, 0.0).sum(axis=0),
    )


def _split_episodes(order: np.ndarray, skill: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places of the episodes to fit on, to stop by and to score: order [N], skill [N].

    Half of each skill's episodes (the larger half of an odd number) are for fitting; a fifth of
    those, at least one, is held back to stop by. A skill's only fitting episode serves both.
    """
    fitted, stopping, scored = [], [], []
    for z in np.unique(skill):
        mine = np.flatnonzero(skill == z)
        mine = mine[np.argsort(order[mine], kind="stable")]
        fit = math.ceil(len(mine) / 2)
        stop = max(round(fit / 5), 1)
        fitted.append(mine[stop:fit] if fit > 1 else mine[:fit])
        stopping.append(mine[:stop])
        scored.append(mine[fit:])
    return np.concatenate(fitted), np.concatenate(stopping), np.concatenate(scored)


def _standardisation(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and scale [D] of rows [R, D]; an input that hardly varies keeps scale 1."""
    mean, std = x.mean(axis=0, dtype=np.float64), x.std(axis=0, dtype=np.float64)
    return mean, np.where(std > 1e-6, std, 1.0)


def _by_skill(rows: _Rows, num_skills: int) -> _BySkill:
    alive = rows.weight > 0
    number = np.bincount(rows.skill[alive], minlength=num_skills)
    # Stable, so that the padding (the rows that are not valid) comes last: the shape is the
    # same whenever episodes end, and so the fit compiles once.
    by_skill = np.argsort(np.where(alive, rows.skill, num_skills), kind="stable")
    first = np.cumsum(number) - number
    return _BySkill(by_skill.astype(np.int32), first.astype(np.int32), number.astype(np.int32))


def _chunks(rows: _Rows) -> _Rows:
    """[R, ...] -> [C, chunk, ...], the last one filled up with rows of weight 0."""
    chunk = min(_CHUNK, rows.skill.shape[0])
    short = -rows.skill.shape[0] % chunk
    return _Rows(
        *(np.pad(x, [(0, short)] + [(0, 0)] * (x.ndim - 1)).reshape(-1, chunk, *x.shape[1:]) for x in rows)
    )


@functools.partial(jax.jit, static_argnums=1)
def _fit_then_score(
    key: Key, log_prior: tuple[float, ...], fitted: _Rows, index: _BySkill, stopping: _Rows, scored: _Rows
) -> tuple[Array, Array]:
    """log q' on `scored`, p(z)-weighted [], and of each row. `stopping` and `scored` come in chunks."""
    init_key, batch_key = jax.random.split(key)
    network = _Probe(log_prior)
    optimizer = optax.adam(1e-3)
    # Its last entry is left out: every draw above the others belongs to the last skill.
    cumulative_prior = jnp.cumsum(jnp.exp(jnp.array(log_prior)))[:-1]

    def log_q_of(params: PyTree, x: Array, skill: Array) -> Array:
        return jnp.take_along_axis(network.apply(params, x), skill[..., None], axis=-1)[..., 0]

    def score(params: PyTree, rows: _Rows) -> Array:
        return jnp.sum(jax.lax.map(lambda r: jnp.sum(r.weight * log_q_of(params, r.x, r.skill)), rows))

    def batch_loss(params: PyTree, row: Array) -> Array:
        return -jnp.mean(log_q_of(params, fitted.x[row], fitted.skill[row]))

    def update(carry: tuple[PyTree, PyTree], draws: Array) -> tuple[tuple[PyTree, PyTree], None]:
        params, opt_state = carry
        z = jnp.searchsorted(cumulative_prior, draws[0])
        nth = jnp.minimum((draws[1] * index.number[z]).astype(jnp.int32), index.number[z] - 1)
        grads = jax.grad(batch_loss)(params, index.rows[index.first[z] + nth])
        updates, opt_state = optimizer.update(grads, opt_state, params)
        return (optax.apply_updates(params, updates), opt_state), None

    def one_round(carry: tuple[Any, ...]) -> tuple[Any, ...]:
        number, last_better, best, best_params, state = carry
        # One draw for the round: XLA on a CPU takes longer to compile threefry than the network.
        draws = jax.random.uniform(jax.random.fold_in(batch_key, number), (_ROUND, 2, _BATCH))
        state, _ = jax.lax.scan(update, state, draws)
        log_q = score(state[0], stopping)
        better = log_q > best + _BETTER
        best_params = jax.tree.map(lambda new, old: jnp.where(better, new, old), state[0], best_params)
        return (
            number + 1,
            jnp.where(better, number + 1, last_better),
            jnp.where(better, log_q, best),
            best_params,
            state,
        )

    def goes_on(carry: tuple[Any, ...]) -> Array:
        number, last_better = carry[:2]
        return (number < _MAX_ROUNDS) & (number - last_better < _PATIENCE)

    params = network.init(init_key, fitted.x[0])
    chance = jnp.sum(stopping.weight * jnp.array(log_prior)[stopping.skill])
    start = (0, 0, chance, params, (params, optimizer.init(params)))
    best_params = jax.lax.while_loop(goes_on, one_round, start)[3]
    return score(best_params, scored), jax.lax.map(lambda r: log_q_of(best_params, r.x, r.skill), scored)


def binned_mi_xy(
    key: Key,
    xy: Recorded,
    skill: Recorded,
    valid: Recorded,
    num_skills: int,
    bins: int = 50,
    permutations: int = 100,
) -> tuple[float, float]:
    """Plug-in I(Z; cell) over a histogram of (x, y), less what chance alone would score.

    raw = Σ_z Σ_c p(z) p(c | z) log [p(c | z) / p(c)], p(z) = 1/K, over bins × bins cells of the
    box from the 1st to the 99th percentile of the positions, ends clipped in. The steps of an
    episode are not independent, so even identical random walks score far above 0: the mean of
    `raw` over permutations of the skills between whole episodes is taken off. The result is not
    a lower bound.

    Args:
      key: draws the permutations.
      xy: [T, N, 2], metres, of s'.
      skill: [N].
      valid: [T, N], bool.
      num_skills: K.
      bins: cells along each axis.
      permutations: how many are averaged.

    Returns:
      (corrected, raw), nats.

    Raises:
      ValueError: a skill without a valid step; positions that are not finite.
    """
    xy, skill, valid = np.asarray(xy, dtype=np.float64), np.asarray(skill), np.asarray(valid)
    positions = xy[valid]
    if not np.isfinite(positions).all():
        raise ValueError("binned_mi_xy: positions have NaN or inf at valid steps.")
    low, high = np.percentile(positions, [1, 99], axis=0)
    width = np.where(high > low, high - low, 1.0)
    cell = np.clip(np.floor((positions - low) / width * bins), 0, bins - 1).astype(np.int64)
    episode = np.broadcast_to(np.arange(skill.shape[0]), valid.shape)[valid]

    # One histogram for each episode: a permutation of labels is then a matrix product.
    flat = (episode * bins + cell[:, 0]) * bins + cell[:, 1]
    counts = np.bincount(flat, minlength=skill.shape[0] * bins * bins).reshape(skill.shape[0], -1)
    counts = counts[:, counts.any(axis=0)].astype(np.float32)  # exact: counts stay below 2^24

    def plug_in(labels: np.ndarray) -> float:
        by_skill = ((labels == np.arange(num_skills)[:, None]).astype(np.float32) @ counts).astype(np.float64)
        total = by_skill.sum(axis=1, keepdims=True)
        if not total.all():
            raise ValueError(f"binned_mi_xy: a skill has no valid step; steps: {total[:, 0].tolist()}.")
        given_skill = by_skill / total
        return float(_histogram_entropy(given_skill.mean(axis=0)) - _histogram_entropy(given_skill).mean())

    rng = np.random.default_rng(np.asarray(jax.random.key_data(key)))
    raw = plug_in(skill)
    chance = np.mean([plug_in(rng.permutation(skill)) for _ in range(permutations)])
    return raw - float(chance), raw


def _histogram_entropy(p: np.ndarray) -> np.ndarray:
    """−Σ_c p log p over the last axis."""
    return -np.sum(p * np.log(np.where(p > 0, p, 1.0)), axis=-1)


def coverage_rollouts(num_skills: int) -> int:
    """The number of deterministic episodes that `policy_coverage` is over."""
    return max(COVERAGE_ROLLOUTS, num_skills)


def policy_coverage(xy: Recorded, valid: Recorded) -> int:
    """Different 1 m × 1 m cells of the plane that the episodes visit.

    As METRA counts them (Park et al. 2023, arXiv:2310.08887): start and last position
    included, cell = (⌊x⌋, ⌊y⌋).

    Args:
      xy: [T + 1, N, 2], metres, from the start on.
      valid: [T, N], bool.
    """
    xy, valid = np.asarray(xy), np.asarray(valid)
    there = np.concatenate([np.ones_like(valid[:1]), valid])
    return len(np.unique(np.floor(xy[there]), axis=0))


def make_goals(key: Key) -> Array:
    """Goals [50, 2] uniform in ±50 m (Zheng et al. 2024, arXiv:2412.08021)."""
    return jax.random.uniform(key, (GOALS, 2), minval=-GOAL_RANGE, maxval=GOAL_RANGE)


def goals_reached(
    goals: Recorded, goal_skill: Recorded, xy: Recorded, skill: Recorded, valid: Recorded
) -> np.ndarray:
    """Which goals an episode of the chosen skill comes within 3 m of, at any step: bool [G].

    Goals of one skill take its episodes in turn, and begin again where they outnumber them.

    Args:
      goals: [G, 2], metres.
      goal_skill: [G], argmax_z q(z | goal).
      xy: [T, N, 2], metres, of s'.
      skill: [N].
      valid: [T, N], bool.

    Raises:
      ValueError: a chosen skill without an episode.
    """
    goals, goal_skill = np.asarray(goals), np.asarray(goal_skill)
    xy, skill, valid = np.asarray(xy), np.asarray(skill), np.asarray(valid)
    reached = np.zeros(len(goals), bool)
    for z in np.unique(goal_skill):
        episodes = np.flatnonzero(skill == z)
        if not len(episodes):
            raise ValueError(f"goal_success: skill {z} is chosen for a goal and has no episode.")
        mine = goals[goal_skill == z]
        episode = np.resize(episodes, len(mine))
        near = np.linalg.norm(xy[:, episode] - mine, axis=-1) <= GOAL_RADIUS
        reached[goal_skill == z] = np.any(near & valid[:, episode], axis=0)
    return reached


def qd_figures(
    final: Recorded,
    fitness: Recorded,
    bounds: tuple[Sequence[float], Sequence[float]],
    fitness_offset: float = 0.0,
    centroids: int = 1024,
    seed: int = 0,
) -> dict[str, float]:
    """What a MAP-Elites archive of these solutions would hold.

    Each of the cells of `cvt_centroids` keeps its fittest solution; one outside the bounds
    belongs to the nearest cell. `qd/coverage`: share of cells filled; `qd/max_fitness`: of the
    fittest; `qd/score`: Σ over filled cells of (fitness + fitness_offset). Comparable only
    between archives of the same bounds, offset, centroids and seed.

    Args:
      final: [N, D], the descriptors, such as the final xy.
      fitness: [N].
      bounds: (low, high), each of length D.
      fitness_offset: makes fitness positive, so that a filled cell never costs.
      centroids: cells of the archive.
      seed: of the tessellation.

    Raises:
      ValueError: bounds of another length than the descriptors, or numbers that are not finite.
    """
    final, fitness = np.asarray(final, dtype=np.float64), np.asarray(fitness, dtype=np.float64)
    low, high = (tuple(float(x) for x in end) for end in bounds)
    if not len(low) == len(high) == final.shape[1]:
        raise ValueError(f"bounds {bounds} do not fit descriptors of length {final.shape[1]}.")
    if not (np.isfinite(final).all() and np.isfinite(fitness).all()):
        raise ValueError("qd_figures: descriptors or fitness have NaN or inf.")
    _, cell = scipy.spatial.cKDTree(cvt_centroids(low, high, centroids, seed)).query(final)
    return archive_figures(np.asarray(cell), fitness, fitness_offset, centroids)


def archive_figures(
    cell: np.ndarray, fitness: np.ndarray, fitness_offset: float = 0.0, centroids: int = 1024
) -> dict[str, float]:
    """`qd_figures` of solutions whose cells are known: cell [N], int; fitness [N]."""
    best = np.full(centroids, -np.inf)
    np.maximum.at(best, cell, fitness)
    filled = np.isfinite(best)
    return {
        "qd/coverage": float(filled.mean()),
        "qd/max_fitness": float(best.max()),
        "qd/score": float(np.sum(best[filled] + fitness_offset)),
    }


@functools.lru_cache(maxsize=8)
def cvt_centroids(
    low: tuple[float, ...], high: tuple[float, ...], centroids: int = 1024, seed: int = 0
) -> np.ndarray:
    """Centroids of an even tessellation of a box, [centroids, D], read-only.

    Lloyd's algorithm on uniform samples (Vassiliades et al. 2018, arXiv:1610.05729), as many
    as QDax takes.
    """
    rng = np.random.default_rng(seed)
    samples = rng.uniform(low, high, (max(50_000, 10 * centroids), len(low)))
    points = samples[:centroids].copy()
    for _ in range(30):
        _, nearest = scipy.spatial.cKDTree(points).query(samples)
        count = np.bincount(nearest, minlength=centroids)
        sums = np.stack([np.bincount(nearest, x, minlength=centroids) for x in samples.T], axis=1)
        points = np.where(count[:, None] > 0, sums / np.maximum(count, 1)[:, None], points)
    points.flags.writeable = False
    return points
