"""Where skills go: the cells of the plane that they visit, and I(Z; cell) from a histogram of xy."""

import math

import jax
import numpy as np

from diayn_jax.evaluation.metrics.trajectories import Recorded, entropy
from diayn_jax.types import Key

COVERAGE_ROLLOUTS = 48  # as in METRA (Park et al. 2023, arXiv:2310.08887); K if K is larger
COVERAGE_STEPS = 200  # as in METRA


def coverage_rollouts(num_skills: int) -> int:
    """Returns the number of deterministic episodes over which `policy_coverage` is measured."""
    return max(COVERAGE_ROLLOUTS, num_skills)


def policy_coverage(xy: Recorded, valid: Recorded) -> int:
    """Counts the different 1 m × 1 m cells of the plane that the episodes visit.

    The count is METRA's (Park et al. 2023, arXiv:2310.08887): cell = (⌊x⌋, ⌊y⌋), and the first and last
    positions are included.

    Args:
      xy: [T + 1, N, 2], metres, including the start; valid: [T, N], bool.
    """
    xy, valid = np.asarray(xy), np.asarray(valid)
    there = np.concatenate([np.ones_like(valid[:1]), valid])
    return len(np.unique(_cells(xy[there])))


def cells_of_one(xy: Recorded, valid: Recorded) -> np.ndarray:
    """Counts for each episode the cells of `policy_coverage` that no other episode visits, [N]."""
    xy, valid = np.asarray(xy), np.asarray(valid)
    there = np.concatenate([np.ones_like(valid[:1]), valid])
    episode = np.broadcast_to(np.arange(valid.shape[1]), there.shape)[there]
    episodes = valid.shape[1]
    visits = np.unique(_cells(xy[there]) * episodes + episode)
    _, cell, visitors = np.unique(visits // episodes, return_inverse=True, return_counts=True)
    return np.bincount(visits[visitors[cell] == 1] % episodes, minlength=episodes)


def _cells(xy: np.ndarray) -> np.ndarray:
    """Numbers the 1 m × 1 m cells of positions [N, 2], metres; returns the cell of each position, [N].

    NumPy sorts numbers several times faster than pairs.
    """
    _, x = np.unique(np.floor(xy[:, 0]), return_inverse=True)
    rows, y = np.unique(np.floor(xy[:, 1]), return_inverse=True)
    return x * len(rows) + y


def binned_mi_xy(
    key: Key,
    xy: Recorded,
    skill: Recorded,
    valid: Recorded,
    num_skills: int,
    bins: int = 50,
    permutations: int = 100,
) -> tuple[float, float, float]:
    """Computes the plug-in estimate of I(Z; cell) from a histogram of (x, y), corrected for chance.

    raw = Σ_z Σ_c p(z) p(c | z) log [p(c | z) / p(c)] with p(z) = 1/K. The cells are bins × bins cells of the
    box from the 1st to the 99th percentile of the positions; positions outside are clipped into it.

    The steps of an episode are not independent, so even identical random walks have a `raw` far above 0.
    The score of chance, c, is the mean of `raw` over permutations of the skills between whole episodes. The
    corrected figure H(p) · (raw − c)/(H(p) − c) is 0 for chance, and ln K if no two skills share a cell. It
    is not a lower bound.

    Args:
      key: draws the permutations.
      xy: [T, N, 2], metres, at s'; skill: [N]; valid: [T, N], bool; num_skills: K.

    Returns:
      (corrected, raw, c), nats. `corrected` is NaN if c is ln K.

    Raises:
      ValueError: a skill has no valid step, or positions at valid steps are not finite.
    """
    xy, skill, valid = np.asarray(xy, dtype=np.float64), np.asarray(skill), np.asarray(valid)
    positions = xy[valid]
    if not np.isfinite(positions).all():
        raise ValueError("binned_mi_xy: positions have NaN or inf at valid steps.")
    low, high = np.percentile(positions, [1, 99], axis=0)
    width = np.where(high > low, high - low, 1.0)
    cell = np.clip(np.floor((positions - low) / width * bins), 0, bins - 1).astype(np.int64)
    episode = np.broadcast_to(np.arange(skill.shape[0]), valid.shape)[valid]

    # Each episode has its own histogram, of the cells that it visits. So a permutation of labels adds a few
    # histograms up, and need not look at the steps again.
    visited, cell = np.unique(cell[:, 0] * bins + cell[:, 1], return_inverse=True)
    visits, steps = np.unique(episode * len(visited) + cell, return_counts=True)
    episode, cell = np.divmod(visits, len(visited))

    def plug_in(labels: np.ndarray) -> float:
        flat = np.bincount(labels[episode] * len(visited) + cell, steps, num_skills * len(visited))
        by_skill = flat.reshape(num_skills, -1)
        total = by_skill.sum(axis=1, keepdims=True)
        if not total.all():
            raise ValueError(f"binned_mi_xy: a skill has no valid step; steps: {total[:, 0].tolist()}.")
        given_skill = by_skill / total
        return float(entropy(given_skill.mean(axis=0)) - entropy(given_skill).mean())

    rng = np.random.default_rng(np.asarray(jax.random.key_data(key)))
    raw = plug_in(skill)
    chance = float(np.mean([plug_in(rng.permutation(skill)) for _ in range(permutations)]))
    most = math.log(num_skills)
    # Chance scores ln K if, for example, each skill has one long episode: any labels then separate them.
    told = most - chance > 1e-6 * most
    return most * (raw - chance) / (most - chance) if told else math.nan, raw, chance
