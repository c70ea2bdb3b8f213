"""Skills as solutions of a quality-diversity archive."""

import functools
from collections.abc import Sequence

import numpy as np
import scipy.spatial

from diayn_jax.metrics.trajectories import Recorded, Trajectories, episode_lengths, sum_of_valid

QD_BOUNDS = ((-30.0, -30.0), (30.0, 30.0))  # metres, QDax's limits of the final xy of its ant_omni


def solutions(trajectories: Trajectories, episodes: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """What an archive gets of some episodes: final xy [n, 2], and return [n]."""
    episodes = list(episodes)
    length = np.asarray(episode_lengths(trajectories.valid))[episodes]
    returns = sum_of_valid(trajectories.reward, trajectories.valid)
    return np.asarray(trajectories.xy)[length, episodes], np.asarray(returns)[episodes]


def qd_figures(
    final: Recorded,
    fitness: Recorded,
    bounds: tuple[Sequence[float], Sequence[float]],
    centroids: int = 1024,
    seed: int = 0,
) -> dict[str, float]:
    """What a MAP-Elites archive of these solutions would hold.

    Each of the cells of `cvt_centroids` keeps its fittest solution; one outside the bounds
    belongs to the nearest cell. `qd/coverage`: share of cells filled; `qd/max_fitness`: of the
    fittest; `qd/score`: Σ over filled cells of the fitness. Comparable only
    between archives of the same bounds, centroids and seed.

    Args:
      final: [N, D], the descriptors, such as the final xy.
      fitness: [N].
      bounds: (low, high), each of length D.
      centroids: cells of the archive.
      seed: of the tessellation.

    Raises:
      ValueError: bounds of another length than the descriptors, or numbers that are not finite.
    """
    if not np.isfinite(np.asarray(fitness)).all():
        raise ValueError("qd_figures: fitness has NaN or inf.")
    return archive_figures(archive_cells(final, bounds, centroids, seed), np.asarray(fitness), centroids)


def archive_cells(
    final: Recorded,
    bounds: tuple[Sequence[float], Sequence[float]],
    centroids: int = 1024,
    seed: int = 0,
) -> np.ndarray:
    """The cell of each descriptor: [N, D] -> [N], int. Arguments as in `qd_figures`."""
    final = np.asarray(final, dtype=np.float64)
    low, high = (tuple(float(x) for x in end) for end in bounds)
    if not len(low) == len(high) == final.shape[1]:
        raise ValueError(f"bounds {bounds} do not fit descriptors of length {final.shape[1]}.")
    if not np.isfinite(final).all():
        raise ValueError("qd_figures: descriptors have NaN or inf.")
    _, cell = scipy.spatial.cKDTree(cvt_centroids(low, high, centroids, seed)).query(final)
    return np.asarray(cell)


def archive_figures(cell: np.ndarray, fitness: np.ndarray, centroids: int = 1024) -> dict[str, float]:
    """`qd_figures` of solutions whose cells are known: cell [N], int; fitness [N]."""
    best = np.full(centroids, -np.inf)
    np.maximum.at(best, cell, fitness)
    filled = np.isfinite(best)
    return {
        "qd/coverage": float(filled.mean()),
        "qd/max_fitness": float(best.max()),
        "qd/score": float(np.sum(best[filled])),
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
