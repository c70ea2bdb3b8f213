"""Computes the traces of a report, and a map of the discriminator's predictions."""

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import ndimage

from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.number_format import percent
from diayn_jax.show import page
from diayn_jax.show.report.run_data import ReportableRun
from diayn_jax.show.shown_skills import episodes_each, shown_of

if TYPE_CHECKING:
    from diayn_jax.show.pictures.trace_panel import Traces

# A page holds at most this much; more would not be visible.
_TRACES = 200  # episodes that are drawn
_TRACE_ROWS = 400  # points of an episode
_CELLS = 128  # cells of the discriminator's map, along its longer side
_VISITED_CELLS = 64  # the same if only visited places are known
_BLUR = 0.8  # blur of the mean over visited places, cells
_NEAR = 0.05  # share of the longer side: the distance from visited places at which a prediction has faded
_ASPECT = (0.5, 1.0)  # height over width of a plane, at least and at most
_MARGIN = 0.05  # margin around the drawing, as a share of a side
_NO_SKILL = 65535


def traces_and_beliefs(
    run: ReportableRun, trajectories: Trajectories
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """Returns the traces of a report, and the map of predictions over the same axes; either may be None."""
    # Imported here, because Matplotlib loads slowly.
    from diayn_jax.show.pictures.traces import dimensions_of, most_telling

    trainer = run.trainer
    seen = trainer.components.feature_map.name
    drawn = most_telling(trajectories, dimensions_of(trainer.env, seen))
    if drawn is None:
        return None, None
    points = np.asarray(drawn.points, dtype=np.float64)
    ranges = _ranges(points, drawn)
    if ranges is None:
        return None, None
    skill = np.asarray(trajectories.skill)
    shown = shown_of(run.config)
    count = shown.count
    episodes = min(episodes_each(count, _TRACES), int(np.bincount(skill).max()))
    kept = np.sort(np.concatenate([np.flatnonzero(skill == z)[:episodes] for z in range(count)]))
    rows = np.unique(np.linspace(0, len(points) - 1, min(len(points), _TRACE_ROWS)).round().astype(int))
    traces = {
        "title": shown.titled(drawn.title),
        "xlabel": drawn.xlabel,
        "ylabel": drawn.ylabel,
        "plane": drawn.plane,
        "start": None if drawn.start is None else drawn.start.tolist(),
        "over_time": drawn.xlabel.startswith("step"),
        "steps": drawn.steps,
        "first": drawn.steps + 1 - len(points),
        "walls": drawn.walls,
        "episodes": episodes,
        "count": len(kept),
        "rows": len(rows),
        "row_steps": rows.tolist(),
        "skill": skill[kept].tolist(),
        # Each axis is packed on its own: in a plot over time, one may be a thousand times the other.
        "x": page.pack(points[rows][:, kept, 0]),
        "y": page.pack(points[rows][:, kept, 1]),
        "xrange": ranges[0],
        "yrange": ranges[1],
    }
    if trajectories.log_probs is None:
        return traces, None
    exact = run.evaluator.xy_log_probs if drawn.plane and trajectories.xy is not None else None
    if exact is not None:
        return traces, _beliefs_over_plane(functools.partial(exact, run.state), points, ranges)
    return traces, _mean_beliefs(trajectories, points, ranges)


Ranges = tuple[tuple[float, float], tuple[float, float]]  # of x, of y


def _ranges(points: np.ndarray, drawn: "Traces") -> Ranges | None:
    """Returns the box of the drawing, with a margin; a plane is widened. None without finite points."""
    flat = points.reshape(-1, 2)
    flat = flat[np.isfinite(flat).all(axis=1)]
    if not len(flat):
        return None
    if len(drawn.walls):
        flat = np.concatenate([flat, np.asarray(drawn.walls, dtype=np.float64).reshape(-1, 2)])
    low, high = flat.min(axis=0), flat.max(axis=0)
    side = np.maximum(high - low, 1e-6 * np.maximum(np.abs(high), 1.0)) * (1 + 2 * _MARGIN)
    middle = (low + high) / 2
    low, high = middle - side / 2, middle + side / 2
    if drawn.plane:
        return one_scale(_pairs(low, high))
    low[0], high[0] = flat[:, 0].min(), flat[:, 0].max()
    if low[0] == high[0]:
        high[0] += 1.0
    return _pairs(low, high)


def one_scale(ranges: Ranges) -> Ranges:
    """Widens a plane's box that is too flat or too tall, on both sides."""
    low, high = np.array(ranges).T
    side, (flattest, tallest) = high - low, _ASPECT
    side = np.array([max(side[0], side[1] / tallest), max(side[1], side[0] * flattest)])
    return _pairs((low + high - side) / 2, (low + high + side) / 2)


def _pairs(low: np.ndarray, high: np.ndarray) -> Ranges:
    return (float(low[0]), float(high[0])), (float(low[1]), float(high[1]))


def _shape(ranges: Ranges, longest: int) -> tuple[int, int]:
    """Returns the rows and columns of a map; on a plane, its cells are square."""
    (x0, x1), (y0, y1) = ranges
    share = min(max((y1 - y0) / (x1 - x0), _ASPECT[0]), _ASPECT[1])
    return round(longest * share), longest


def _cells(points: np.ndarray, ranges: Ranges, shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Returns the cell of each point [..., 2], −1 if it has none, and which points are in the box, [...]."""
    (x0, x1), (y0, y1) = ranges
    rows, columns = shape
    column = np.floor((points[..., 0] - x0) / (x1 - x0) * columns)
    row = np.floor((y1 - points[..., 1]) / (y1 - y0) * rows)
    there = np.isfinite(column) & np.isfinite(row)
    column = np.clip(np.where(there, column, 0), 0, columns - 1).astype(int)
    row = np.clip(np.where(there, row, 0), 0, rows - 1).astype(int)
    return np.where(there, row * columns + column, -1), there


def _nearness(points: np.ndarray, ranges: Ranges, shape: tuple[int, int]) -> np.ndarray:
    """Returns a weight [rows · columns]: 1 in visited cells, and less with the distance from them."""
    cell, there = _cells(points, ranges, shape)
    visited = np.bincount(cell[there], minlength=shape[0] * shape[1]).reshape(shape) > 0
    distance = ndimage.distance_transform_edt(~visited)
    return np.exp(-0.5 * (distance / (_NEAR * max(shape))) ** 2).ravel()


def _beliefs_over_plane(
    log_probs: Callable[[Any], Any], points: np.ndarray, ranges: Ranges
) -> dict[str, Any]:
    """Maps the discriminator's prediction at the centre of every cell of a box; row 0 is the top."""
    (x0, x1), (y0, y1) = ranges
    shape = _shape(ranges, _CELLS)
    across, down = ((np.arange(n) + 0.5) / n for n in reversed(shape))
    x, y = np.meshgrid(x0 + across * (x1 - x0), y1 - down * (y1 - y0))
    centres = np.stack([x, y], axis=-1).reshape(-1, 2)
    # Maps of all shapes are padded to one size, so that one compiled program serves the runs of a sweep.
    padded = np.pad(centres, [(0, _CELLS * _CELLS - len(centres)), (0, 0)])
    probability = np.exp(np.asarray(log_probs(padded))[: len(centres)])
    note = (
        "the likeliest skill at each place; stronger colours are more certain, and places that no skill "
        "visited are faint; dots: ends of episodes"
    )
    return _map(probability.reshape(*shape, -1), points, ranges, note)


def _mean_beliefs(trajectories: Trajectories, points: np.ndarray, ranges: Ranges) -> dict[str, Any]:
    """Maps the mean of the discriminator's predictions over the steps near each cell.

    The discriminator may see more than the two dimensions of the map.
    """
    log_probs, valid = np.asarray(trajectories.log_probs), np.asarray(trajectories.valid)
    at = points[-len(log_probs) :]  # without the start, if the points include it
    shape = _shape(ranges, _VISITED_CELLS)
    cell, there = _cells(at, ranges, shape)
    used = valid & there & np.isfinite(log_probs).all(axis=-1)

    def smooth(weight: np.ndarray | None) -> np.ndarray:
        total = np.bincount(cell[used], weight, minlength=shape[0] * shape[1]).reshape(shape)
        return ndimage.gaussian_filter(total.astype(np.float64), _BLUR, mode="constant", truncate=2.5)

    count = smooth(None)
    total = np.stack([smooth(weight) for weight in np.exp(log_probs[used]).T], axis=-1)
    # Cells that no step is near have no prediction.
    mean = np.where(count[..., None] > 1e-9, total / np.maximum(count, 1e-12)[..., None], np.nan)
    note = "its mean prediction near each place; stronger colours are more certain; dots: ends of episodes"
    return _map(mean, np.where(valid[..., None], at, np.nan), ranges, note)


def _map(probability: np.ndarray, points: np.ndarray, ranges: Ranges, note: str) -> dict[str, Any]:
    """Packs a map of predictions [rows, columns, K], NaN where there are none; `points` were visited."""
    *shape, num_skills = probability.shape
    known = np.isfinite(probability).all(axis=-1)
    sound = np.where(known[..., None], probability, 0.0)
    winner = np.where(known, sound.argmax(axis=-1), _NO_SKILL).astype(np.uint16)
    certainty = sound.max(axis=-1)
    sure = np.mean(certainty[known] >= 0.9) if known.any() else 0.0
    nearness = _nearness(points, ranges, (shape[0], shape[1]))
    return {
        "columns": shape[1],
        "rows": shape[0],
        "xrange": ranges[0],
        "yrange": ranges[1],
        "winner": page.pack(winner.ravel()),
        "certainty": page.pack(np.rint(255 * np.clip(certainty, 0, 1)).astype(np.uint8).ravel()),
        "visited": page.pack(np.rint(255 * nearness).astype(np.uint8)),
        "nobody": _NO_SKILL,
        "note": note,
        "summary": f"{len(np.unique(winner[known]))} of {num_skills} skills are the likeliest somewhere; "
        f"{percent(sure)} of the map is 90 % certain",
    }
