"""Traces of a report, and what the discriminator believes at each place."""

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from diayn_jax.metrics import Trajectories
from diayn_jax.run import evaluation
from diayn_jax.show import page
from diayn_jax.show.report.run_data import ReportableRun
from diayn_jax.show.shown_skills import shown_of

if TYPE_CHECKING:
    from diayn_jax.show.panels import Traces

# What a page holds at most: more could not be seen.
_TRACES = 200  # episodes that are drawn
_TRACE_ROWS = 400  # points of an episode
_CELLS = 96  # of the discriminator's map, along each side
_VISITED_CELLS = 48  # the same where only what was visited is known
_NO_SKILL = 65535


def traces_and_beliefs(
    run: ReportableRun, trainer: Any, trajectories: Trajectories
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The traces of a report, and the map of beliefs over the same axes; None where there is none."""
    from diayn_jax.show.traces import most_telling  # with Matplotlib, which takes long to import

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
    exact = evaluation.xy_log_probs(trainer) if drawn.plane and trajectories.xy is not None else None
    if exact is not None:
        return traces, _beliefs_over_plane(functools.partial(exact, run.state), ranges, count)
    return traces, _mean_beliefs(trajectories, points, ranges, count)


def _ranges(points: np.ndarray, drawn: "Traces") -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The box of what is drawn, with a margin; a square of a plane. None where nothing is a number."""
    flat = points.reshape(-1, 2)
    flat = flat[np.isfinite(flat).all(axis=1)]
    if not len(flat):
        return None
    if len(drawn.walls):
        flat = np.concatenate([flat, np.asarray(drawn.walls, dtype=np.float64).reshape(-1, 2)])
    low, high = flat.min(axis=0), flat.max(axis=0)
    side = np.maximum(high - low, 1e-6 * np.maximum(np.abs(high), 1.0))
    if drawn.plane:
        side = np.full(2, side.max())
    middle = (low + high) / 2
    low, high = middle - 0.56 * side, middle + 0.56 * side
    if not drawn.plane:
        low[0], high[0] = flat[:, 0].min(), flat[:, 0].max()
    if low[0] == high[0]:
        high[0] += 1.0
    return (float(low[0]), float(high[0])), (float(low[1]), float(high[1]))


def _beliefs_over_plane(log_probs: Callable[[Any], Any], ranges: Any, num_skills: int) -> dict[str, Any]:
    """The discriminator's answer at the middle of every cell of a box; row 0 is the topmost."""
    (x0, x1), (y0, y1) = ranges
    middle = (np.arange(_CELLS) + 0.5) / _CELLS
    x, y = np.meshgrid(x0 + middle * (x1 - x0), y1 - middle * (y1 - y0))
    probability = np.exp(np.asarray(log_probs(np.stack([x.ravel(), y.ravel()], axis=-1))))
    known = np.ones(len(probability), bool)
    note = "the skill that it finds likeliest there, the stronger the more certain; dots: ends of episodes"
    return _map(probability, known, ranges, _CELLS, num_skills, note)


def _mean_beliefs(
    trajectories: Trajectories, points: np.ndarray, ranges: Any, num_skills: int
) -> dict[str, Any]:
    """The mean of the discriminator's answers over the steps in each cell; it may see more than these."""
    (x0, x1), (y0, y1) = ranges
    log_probs, valid = np.asarray(trajectories.log_probs), np.asarray(trajectories.valid)
    at = points[-len(log_probs) :]  # without the start, where there is one
    column = np.floor((at[..., 0] - x0) / (x1 - x0) * _VISITED_CELLS)
    row = np.floor((y1 - at[..., 1]) / (y1 - y0) * _VISITED_CELLS)
    used = valid & np.isfinite(column) & np.isfinite(row) & np.isfinite(log_probs).all(axis=-1)
    limits = (0, _VISITED_CELLS - 1)
    cell = np.clip(row[used], *limits).astype(int) * _VISITED_CELLS + np.clip(column[used], *limits).astype(
        int
    )
    count = np.bincount(cell, minlength=_VISITED_CELLS**2)
    probability = np.exp(log_probs[used])
    total = np.stack(
        [np.bincount(cell, probability[:, z], minlength=_VISITED_CELLS**2) for z in range(num_skills)],
        axis=-1,
    )
    mean = total / np.maximum(count, 1)[:, None]
    note = (
        "its mean answer over the steps at each place, the stronger the more certain; dots: ends of episodes"
    )
    return _map(mean, count > 0, ranges, _VISITED_CELLS, num_skills, note)


def _map(
    probability: np.ndarray, known: np.ndarray, ranges: Any, cells: int, num_skills: int, note: str
) -> dict[str, Any]:
    known = known & np.isfinite(probability).all(axis=-1)
    winner = np.where(known, np.argmax(probability, axis=-1), _NO_SKILL).astype(np.uint16)
    certainty = np.where(known, np.nan_to_num(probability).max(axis=-1), 0.0)
    win = len(np.unique(winner[known]))
    sure = 100 * np.mean(certainty[known] >= 0.9) if known.any() else 0.0
    return {
        "columns": cells,
        "rows": cells,
        "xrange": ranges[0],
        "yrange": ranges[1],
        "winner": page.pack(winner),
        "certainty": page.pack(np.rint(255 * np.clip(certainty, 0, 1)).astype(np.uint8)),
        "nobody": _NO_SKILL,
        "note": note,
        "summary": f"{win} of {num_skills} skills win somewhere; over {sure:.0f} % it is 90 % certain",
    }
