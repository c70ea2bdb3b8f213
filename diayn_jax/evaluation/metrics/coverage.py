"""Where skills go: cells of the plane that they visit, and what a histogram of it tells of them."""

import math

import jax
import numpy as np

from diayn_jax.evaluation.metrics.trajectories import Recorded, entropy
from diayn_jax.types import Key

COVERAGE_ROLLOUTS = 48  # METRA's (Park et al. 2023, arXiv:2310.08887), or K where that is more
COVERAGE_STEPS = 200  # METRA's


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


def cells_of_one(xy: Recorded, valid: Recorded) -> np.ndarray:
    """How many of `policy_coverage`'s cells each episode visits that no other does, [N]; arguments as its."""
    xy, valid = np.asarray(xy), np.asarray(valid)
    there = np.concatenate([np.ones_like(valid[:1]), valid])
    episode = np.broadcast_to(np.arange(valid.shape[1]), there.shape)[there]
    visits = np.unique(np.column_stack([np.floor(xy[there]), episode]), axis=0)
    _, cell, visitors = np.unique(visits[:, :2], axis=0, return_inverse=True, return_counts=True)
    own = visits[visitors[cell.ravel()] == 1, 2].astype(np.int64)
    return np.bincount(own, minlength=valid.shape[1])


def binned_mi_xy(
    key: Key,
    xy: Recorded,
    skill: Recorded,
    valid: Recorded,
    num_skills: int,
    bins: int = 50,
    permutations: int = 100,
) -> tuple[float, float, float]:
    """Plug-in I(Z; cell) over a histogram of (x, y), corrected for what chance alone would score.

    raw = Σ_z Σ_c p(z) p(c | z) log [p(c | z) / p(c)], p(z) = 1/K, over bins × bins cells of the
    box from the 1st to the 99th percentile of the positions, ends clipped in. The steps of an
    episode are not independent, so even identical random walks score far above 0: c, the mean of `raw`
    over permutations of the skills between whole episodes, is what chance scores. The corrected figure
    H(p) · (raw − c)/(H(p) − c) is 0 there and ln K where skills are apart. It is not a lower bound.

    Args:
      key: draws the permutations.
      xy: [T, N, 2], metres, of s'.
      skill: [N].
      valid: [T, N], bool.
      num_skills: K.
      bins: cells along each axis.
      permutations: how many are averaged.

    Returns:
      (corrected, raw, c), nats; corrected is NaN where chance alone scores ln K.

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
        return float(entropy(given_skill.mean(axis=0)) - entropy(given_skill).mean())

    rng = np.random.default_rng(np.asarray(jax.random.key_data(key)))
    raw = plug_in(skill)
    chance = float(np.mean([plug_in(rng.permutation(skill)) for _ in range(permutations)]))
    most = math.log(num_skills)
    # Of one long episode each, say: however they are dealt out, they are apart.
    told = most - chance > 1e-6 * most
    return most * (raw - chance) / (most - chance) if told else math.nan, raw, chance
