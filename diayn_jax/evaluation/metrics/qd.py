"""Figures of a quality-diversity archive whose solutions are skills."""

import functools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import scipy.spatial

from diayn_jax.evaluation.metrics.trajectories import Recorded, Trajectories
from diayn_jax.types import Box

CENTROIDS = 1024  # as in QDax
OPEN_WORLD: Box = ((-30.0, -30.0), (30.0, 30.0))  # metres; the limits of final xy in QDax's ant_omni


class Archive(NamedTuple):
    """The settings of an archive. Archives are comparable if all of these are equal."""

    low: tuple[float, ...]  # the lower bounds of the descriptors, [D]
    high: tuple[float, ...]  # the upper bounds, [D]
    offset: float = 0.0  # added to each fitness in `qd/score`
    centroids: int = CENTROIDS
    seed: int = 0  # seed of the tessellation

    def figures(self) -> dict[str, float]:
        """Returns the bounds of x and y and the offset, to be stored beside the figures."""
        names = ("qd/low_x", "qd/low_y", "qd/high_x", "qd/high_y", "qd/offset")
        return dict(zip(names, (*self.low, *self.high, self.offset), strict=True))


def solutions(trajectories: Trajectories, episodes: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """Returns the solutions that some episodes give: final xy [n, 2] in metres, and return [n].

    The return of an episode without a step is −inf.
    """
    episodes = list(episodes)
    valid = np.asarray(trajectories.valid)[:, episodes]
    returns = np.where(valid, np.asarray(trajectories.reward)[:, episodes], 0.0).sum(axis=0)
    returns = np.where(valid.any(axis=0), returns, -np.inf)
    return np.asarray(trajectories.xy)[valid.sum(axis=0), episodes], returns


def make_archive(world: Box | None, reward_offset: float, episode_length: int) -> Archive:
    """Returns the settings of an archive of final positions.

    Its bounds are those of the world, or QDax's ±30 m if the world is open (None). As in QDax, its offset is
    `reward_offset` for each step of an episode of full length.
    """
    low, high = OPEN_WORLD if world is None else world
    return Archive(low, high, offset=reward_offset * episode_length)


def qd_figures(final: Recorded, fitness: Recorded, archive: Archive) -> dict[str, float]:
    """Computes the figures of a MAP-Elites archive of the given solutions.

    Each cell of `cvt_centroids` keeps its fittest solution. A solution outside the bounds belongs to the
    nearest cell. The offset makes fitness positive, so that another filled cell never lowers the score.

    - `qd/coverage`: the share of cells that are filled.
    - `qd/max_fitness`: the highest fitness.
    - `qd/score`: Σ over filled cells of fitness + offset.

    Args:
      final: [N, D], the descriptors, such as the final xy.
      fitness: [N]; −inf for what is no solution and fills no cell.

    Raises:
      ValueError: the bounds and the descriptors have different lengths, or numbers are NaN or infinite.
    """
    if not (np.asarray(fitness) < np.inf).all():
        raise ValueError("qd_figures: fitness has NaN or inf.")
    cell = archive_cells(final, archive)
    return archive_figures(cell, np.asarray(fitness), archive.offset, archive.centroids)


def archive_cells(final: Recorded, archive: Archive) -> np.ndarray:
    """Returns the cell of each descriptor: [N, D] -> [N], int. See `qd_figures` for the arguments."""
    final = np.asarray(final, dtype=np.float64)
    low, high = (tuple(float(x) for x in end) for end in (archive.low, archive.high))
    if not len(low) == len(high) == final.shape[1]:
        raise ValueError(f"The bounds {low}, {high} do not fit descriptors of length {final.shape[1]}.")
    if not np.isfinite(final).all():
        raise ValueError("qd_figures: descriptors have NaN or inf.")
    centroids = cvt_centroids(low, high, archive.centroids, archive.seed)
    _, cell = scipy.spatial.cKDTree(centroids).query(final)
    return np.asarray(cell)


def elites(cell: Recorded, fitness: Recorded) -> np.ndarray:
    """Returns the index of the fittest solution of each filled cell, [n], in the order of the cells.

    `cell` [N] has integers, `fitness` is [N]. Ties go to the first solution.
    """
    cell, fitness = np.asarray(cell), np.asarray(fitness)
    order = np.lexsort((np.arange(len(cell)), -fitness, cell))
    return order[np.unique(cell[order], return_index=True)[1]]


def archive_figures(
    cell: np.ndarray, fitness: np.ndarray, offset: float = 0.0, centroids: int = CENTROIDS
) -> dict[str, float]:
    """Computes `qd_figures` for solutions whose cells are known: cell [N], int; fitness [N]."""
    best = np.full(centroids, -np.inf)
    np.maximum.at(best, cell, fitness)
    filled = np.isfinite(best)
    return {
        "qd/coverage": float(filled.mean()),
        "qd/max_fitness": float(best.max()),
        "qd/score": float(np.sum(best[filled] + offset)),
    }


@functools.lru_cache(maxsize=64)
def cvt_centroids(
    low: tuple[float, ...], high: tuple[float, ...], centroids: int = CENTROIDS, seed: int = 0
) -> np.ndarray:
    """Returns the centroids of an even tessellation of a box, [centroids, D], as a read-only array.

    They come from Lloyd's algorithm on uniform samples (Vassiliades et al. 2018, arXiv:1610.05729), with as
    many samples as in QDax.
    """
    rng = np.random.default_rng(seed)
    samples = rng.uniform(low, high, (max(50_000, 10 * centroids), len(low)))
    points = samples[:centroids].copy()
    for _ in range(30):
        _, nearest = scipy.spatial.cKDTree(points).query(samples, workers=-1)
        count = np.bincount(nearest, minlength=centroids)
        sums = np.stack([np.bincount(nearest, x, minlength=centroids) for x in samples.T], axis=1)
        points = np.where(count[:, None] > 0, sums / np.maximum(count, 1)[:, None], points)
    points.flags.writeable = False
    return points
