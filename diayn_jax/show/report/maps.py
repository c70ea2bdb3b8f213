"""Traces of a report, and what the discriminator believes at each place."""

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import ndimage

from diayn_jax.evaluation import evaluators
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.number_format import percent
from diayn_jax.show import page
from diayn_jax.show.report.run_data import ReportableRun
from diayn_jax.show.shown_skills import shown_of

if TYPE_CHECKING:
    from diayn_jax.show.pictures.panels import Traces

# What a page holds at most: more could not be seen.
_TRACES = 200  # episodes that are drawn
_TRACE_ROWS = 400  # points of an episode
_CELLS = 128  # of the discriminator's map, along its longer side
_VISITED_CELLS = 64  # the same where only what was visited is known
_BLUR = 0.8  # cells, of the mean over what was visited
_NEAR = 0.05  # of the longer side: how far from where somebody was a belief has faded
_ASPECT = (0.5, 1.0)  # height over width of a plane, at least and at most
_MARGIN = 0.05  # of a side, around what is drawn
_NO_SKILL = 65535


def traces_and_beliefs(
    run: ReportableRun, trainer: Any, trajectories: Trajectories
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The traces of a report, and the map of beliefs over the same axes; None where there is none."""
    from diayn_jax.show.pictures.traces import most_telling  # with Matplotlib, which takes long to import

    env = trainer.env
    drawn = most_telling(trajectories, env.features, trainer.feature_map.name, env.walls)
    if drawn is None:
        return None, None
    points = np.asarray(drawn.points, dtype=np.float64)
    ranges = _ranges(points, drawn)
    if ranges is None:
        return None, None
    skill = np.asarray(trajectories.skill)
    shown = shown_of(run.config)
    count = shown.count
    most = 5 if count > 1 else 20
    episodes = max(1, min(most, _TRACES // count, int(np.bincount(skill, minlength=count).max())))
    # Episode i of a skill is its i-th in order.
    order = np.zeros(len(skill), int)
    for z in range(count):
        order[skill == z] = np.arange((skill == z).sum())
    kept = np.flatnonzero(order < episodes)
    rows = np.unique(np.linspace(0, len(points) - 1, min(len(points), _TRACE_ROWS)).round().astype(int))
    traces = {
        "title": shown.titled(drawn.title),
        "xlabel": drawn.xlabel,
        "ylabel": drawn.ylabel,
        "plane": drawn.plane,
        "over_time": drawn.xlabel.startswith("step"),
        "steps": drawn.steps,
        "first": drawn.steps + 1 - len(points),
        "walls": drawn.walls,
        "episodes": episodes,
        "count": len(kept),
        "rows": len(rows),
        "row_steps": rows.tolist(),
        "skill": skill[kept].tolist(),
        # Each by itself: over time, one is a thousandfold the other.
        "x": page.pack(points[rows][:, kept, 0]),
        "y": page.pack(points[rows][:, kept, 1]),
        "xrange": ranges[0],
        "yrange": ranges[1],
    }
    if trajectories.log_probs is None:
        return traces, None
    exact = evaluators.xy_log_probs(trainer) if drawn.plane and trajectories.xy is not None else None
    if exact is not None:
        return traces, _beliefs_over_plane(functools.partial(exact, run.state), points, ranges, count)
    return traces, _mean_beliefs(trajectories, points, ranges, count)


Ranges = tuple[tuple[float, float], tuple[float, float]]  # of x, of y


def _ranges(points: np.ndarray, drawn: "Traces") -> Ranges | None:
    """The box of what is drawn, with a margin; of a plane neither flat nor tall. None without a number."""
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
        return one_scale(((float(low[0]), float(high[0])), (float(low[1]), float(high[1]))))
    low[0], high[0] = flat[:, 0].min(), flat[:, 0].max()
    if low[0] == high[0]:
        high[0] += 1.0
    return (float(low[0]), float(high[0])), (float(low[1]), float(high[1]))


def one_scale(ranges: Ranges) -> Ranges:
    """A plane's box, neither flat nor tall: what is too narrow gets room on both sides."""
    low, high = np.array(ranges).T
    side, (flattest, tallest) = high - low, _ASPECT
    side = np.array([max(side[0], side[1] / tallest), max(side[1], side[0] * flattest)])
    low, high = (low + high - side) / 2, (low + high + side) / 2
    return (float(low[0]), float(high[0])), (float(low[1]), float(high[1]))


def _shape(ranges: Ranges, longest: int) -> tuple[int, int]:
    """Rows and columns of a map whose cells are as wide as high, in the units of a plane."""
    (x0, x1), (y0, y1) = ranges
    share = min(max((y1 - y0) / (x1 - x0), _ASPECT[0]), _ASPECT[1])
    return round(longest * share), longest


def _cells(points: np.ndarray, ranges: Ranges, shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """The cell of each of points [..., 2], −1 where it has none; and which of them are in the box, [...]."""
    (x0, x1), (y0, y1) = ranges
    rows, columns = shape
    column = np.floor((points[..., 0] - x0) / (x1 - x0) * columns)
    row = np.floor((y1 - points[..., 1]) / (y1 - y0) * rows)
    there = np.isfinite(column) & np.isfinite(row)
    column = np.clip(np.where(there, column, 0), 0, columns - 1).astype(int)
    row = np.clip(np.where(there, row, 0), 0, rows - 1).astype(int)
    return np.where(there, row * columns + column, -1), there


def _nearness(points: np.ndarray, ranges: Ranges, shape: tuple[int, int]) -> np.ndarray:
    """Of each cell, 1 where an episode was, and less the farther that is: [rows · columns]."""
    cell, there = _cells(points, ranges, shape)
    visited = np.bincount(cell[there], minlength=shape[0] * shape[1]).reshape(shape) > 0
    distance = ndimage.distance_transform_edt(~visited)
    return np.exp(-0.5 * (distance / (_NEAR * max(shape))) ** 2).ravel()


def _beliefs_over_plane(
    log_probs: Callable[[Any], Any], points: np.ndarray, ranges: Ranges, num_skills: int
) -> dict[str, Any]:
    """The discriminator's answer at the middle of every cell of a box; row 0 is the topmost."""
    (x0, x1), (y0, y1) = ranges
    shape = _shape(ranges, _CELLS)
    across, down = ((np.arange(n) + 0.5) / n for n in reversed(shape))
    x, y = np.meshgrid(x0 + across * (x1 - x0), y1 - down * (y1 - y0))
    probability = np.exp(np.asarray(log_probs(np.stack([x.ravel(), y.ravel()], axis=-1))))
    known = np.ones(len(probability), bool)
    note = (
        "the skill that it finds likeliest there, the stronger the more certain; faint where no skill has "
        "been; dots: ends of episodes"
    )
    return _map(probability, known, _nearness(points, ranges, shape), ranges, shape, num_skills, note)


def _mean_beliefs(
    trajectories: Trajectories, points: np.ndarray, ranges: Ranges, num_skills: int
) -> dict[str, Any]:
    """The mean of the discriminator's answers over the steps near each cell; it may see more than these."""
    log_probs, valid = np.asarray(trajectories.log_probs), np.asarray(trajectories.valid)
    at = points[-len(log_probs) :]  # without the start, where there is one
    shape = _shape(ranges, _VISITED_CELLS)
    cell, there = _cells(at, ranges, shape)
    used = valid & there & np.isfinite(log_probs).all(axis=-1)
    probability = np.exp(log_probs[used])

    def smooth(weight: np.ndarray | None) -> np.ndarray:
        total = np.bincount(cell[used], weight, minlength=shape[0] * shape[1]).reshape(shape)
        return ndimage.gaussian_filter(total.astype(np.float64), _BLUR, mode="constant", truncate=2.5).ravel()

    count = smooth(None)
    total = np.stack([smooth(probability[:, z]) for z in range(num_skills)], axis=-1)
    mean = total / np.maximum(count, 1e-12)[:, None]
    note = "its mean answer over the steps near each place, the stronger the surer; dots: episodes' ends"
    visited = np.where(valid[..., None], at, np.nan)
    known = count > 1e-9
    return _map(mean, known, _nearness(visited, ranges, shape), ranges, shape, num_skills, note)


def _map(
    probability: np.ndarray,
    known: np.ndarray,
    nearness: np.ndarray,
    ranges: Ranges,
    shape: tuple[int, int],
    num_skills: int,
    note: str,
) -> dict[str, Any]:
    known = known & np.isfinite(probability).all(axis=-1)
    winner = np.where(known, np.argmax(probability, axis=-1), _NO_SKILL).astype(np.uint16)
    certainty = np.where(known, np.nan_to_num(probability).max(axis=-1), 0.0)
    win = len(np.unique(winner[known]))
    sure = np.mean(certainty[known] >= 0.9) if known.any() else 0.0
    return {
        "columns": shape[1],
        "rows": shape[0],
        "xrange": ranges[0],
        "yrange": ranges[1],
        "winner": page.pack(winner),
        "certainty": page.pack(np.rint(255 * np.clip(certainty, 0, 1)).astype(np.uint8)),
        "visited": page.pack(np.rint(255 * nearness).astype(np.uint8)),
        "nobody": _NO_SKILL,
        "note": note,
        "summary": f"{win} of {num_skills} skills win somewhere; over {percent(sure)} it is 90 % certain",
    }
