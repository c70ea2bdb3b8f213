"""Skills as solutions of a quality-diversity archive."""

import functools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import scipy.spatial

from diayn_jax.evaluation.metrics.trajectories import Recorded, Trajectories, episode_lengths, sum_of_valid
from diayn_jax.types import Box

CENTROIDS = 1024  # QDax's
OPEN_WORLD: Box = ((-30.0, -30.0), (30.0, 30.0))  # metres, QDax's limits of the final xy of its ant_omni


class Archive(NamedTuple):
    """What makes archives comparable: those of the same bounds, offset, centroids and seed are."""

    low: tuple[float, ...]  # bounds of the descriptors, [D] each
    high: tuple[float, ...]
    offset: float = 0.0  # added to each fitness in `qd/score`
    centroids: int = CENTROIDS
    seed: int = 0  # of the tessellation

    def figures(self) -> dict[str, float]:
        """Bounds of x and y and the offset, to stand beside the figures."""
        names = ("qd/low_x", "qd/low_y", "qd/high_x", "qd/high_y", "qd/offset")
        return dict(zip(names, (*self.low, *self.high, self.offset), strict=True))


def solutions(trajectories: Trajectories, episodes: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """What an archive gets of some episodes: final xy [n, 2], and return [n]."""
    episodes = list(episodes)
    length = np.asarray(episode_lengths(trajectories.valid))[episodes]
    returns = sum_of_valid(trajectories.reward, trajectories.valid)
    return np.asarray(trajectories.xy)[length, episodes], np.asarray(returns)[episodes]


def make_archive(world: Box | None, reward_offset: float, episode_length: int) -> Archive:
    """The archive of final positions in a world: its bounds, or QDax's ±30 m where it is open.

    The offset is `reward_offset` for each step of an episode of full length, as QDax has it.
    """
    low, high = OPEN_WORLD if world is None else world
    return Archive(low, high, offset=reward_offset * episode_length)


def qd_figures(final: Recorded, fitness: Recorded, archive: Archive) -> dict[str, float]:
    """What a MAP-Elites archive of these solutions would hold.

    Each of the cells of `cvt_centroids` keeps its fittest solution; one outside the bounds
    belongs to the nearest cell. `qd/coverage`: share of cells filled; `qd/max_fitness`: of the
    fittest; `qd/score`: Σ over filled cells of fitness + offset. The offset makes fitness positive, so
    that another filled cell never lowers the score.

    Args:
      final: [N, D], the descriptors, such as the final xy.
      fitness: [N].
      archive: its bounds, offset and cells.

    Raises:
      ValueError: bounds of another length than the descriptors, or numbers that are not finite.
    """
    if not np.isfinite(np.asarray(fitness)).all():
        raise ValueError("qd_figures: fitness has NaN or inf.")
    cell = archive_cells(final, archive)
    return archive_figures(cell, np.asarray(fitness), archive.offset, archive.centroids)


def archive_cells(final: Recorded, archive: Archive) -> np.ndarray:
    """The cell of each descriptor: [N, D] -> [N], int. Arguments as in `qd_figures`."""
    final = np.asarray(final, dtype=np.float64)
    low, high = (tuple(float(x) for x in end) for end in (archive.low, archive.high))
    if not len(low) == len(high) == final.shape[1]:
        raise ValueError(f"bounds {low}, {high} do not fit descriptors of length {final.shape[1]}.")
    if not np.isfinite(final).all():
        raise ValueError("qd_figures: descriptors have NaN or inf.")
    centroids = cvt_centroids(low, high, archive.centroids, archive.seed)
    _, cell = scipy.spatial.cKDTree(centroids).query(final)
    return np.asarray(cell)


def elites(cell: Recorded, fitness: Recorded) -> np.ndarray:
    """The fittest solution of each filled cell, the first of several; in order of the cells.

    Args:
      cell: [N], int.
      fitness: [N].

    Returns:
      Places among the solutions, [n].
    """
    cell, fitness = np.asarray(cell), np.asarray(fitness)
    order = np.lexsort((np.arange(len(cell)), -fitness, cell))
    return order[np.unique(cell[order], return_index=True)[1]]


def archive_figures(
    cell: np.ndarray, fitness: np.ndarray, offset: float = 0.0, centroids: int = CENTROIDS
) -> dict[str, float]:
    """`qd_figures` of solutions whose cells are known: cell [N], int; fitness [N]."""
    best = np.full(centroids, -np.inf)
    np.maximum.at(best, cell, fitness)
    filled = np.isfinite(best)
    return {
        "qd/coverage": float(filled.mean()),
        "qd/max_fitness": float(best.max()),
        "qd/score": float(np.sum(best[filled] + offset)),
    }


@functools.lru_cache(maxsize=8)
def cvt_centroids(
    low: tuple[float, ...], high: tuple[float, ...], centroids: int = CENTROIDS, seed: int = 0
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
