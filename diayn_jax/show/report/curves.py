"""Turns every figure of a log into a curve with few points."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from diayn_jax.storage import logs

_POINTS = 600  # points of a curve, at most


def curves_part(rows: Sequence[logs.Row]) -> dict[str, Any] | None:
    """Returns every figure of a log over steps and seconds; None if the log is empty."""
    if not rows:
        return None
    figures = {}
    for name in dict.fromkeys(name for row in rows for name in row):
        # Figures of single skills have their own section.
        if name == logs.STEP or "_skill_" in name:
            continue
        x, y, wall = curve(rows, name)
        if len(x):
            figures[name] = {"x": x, "y": y, "wall": wall}
    return {"figures": figures}


def curve(rows: Sequence[logs.Row], name: str) -> tuple[list[float], list[float], list[float]]:
    """Returns steps, a figure and wall seconds, from the rows that have all three; thins long curves."""
    points = np.array(
        [
            (row[logs.STEP], row[name], row.get("time/wall_seconds") or 0.0)
            for row in rows
            if row.get(name) is not None and row.get(logs.STEP) is not None
        ],
        dtype=np.float64,
    ).reshape(-1, 3)
    points = thinned(points[np.isfinite(points).all(axis=1)])
    x, y, wall = points.T.tolist()
    return x, y, wall


def thinned(points: np.ndarray, most: int = _POINTS) -> np.ndarray:
    """Returns at most `most` rows of points [N, D]: the minimum and maximum of column 1 in each interval."""
    if len(points) <= most:
        return points
    keep = {0, len(points) - 1}
    for stretch in np.array_split(np.arange(len(points)), most // 2 - 1):
        keep |= {int(stretch[np.argmin(points[stretch, 1])]), int(stretch[np.argmax(points[stretch, 1])])}
    return points[sorted(keep)]
