"""Every figure of a log as a curve, thinned to what can be seen."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from diayn_jax.storage import logs

_POINTS = 600  # of a curve


def curves_part(rows: Sequence[logs.Row]) -> dict[str, Any] | None:
    """Every figure of a log over steps and seconds; None of an empty log."""
    if not rows:
        return None
    figures = {}
    for name in dict.fromkeys(name for row in rows for name in row):
        # Figures of single skills have a section of their own.
        if name == logs.STEP or "_skill_" in name:
            continue
        x, y, wall = curve(rows, name)
        if len(x):
            figures[name] = {"x": x, "y": y, "wall": wall}
    return {"figures": figures}


def curve(rows: Sequence[logs.Row], name: str) -> tuple[list[float], list[float], list[float]]:
    """Steps, a figure, and wall seconds: rows that have all; of many, those that keep the curve's shape."""
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
    """At most `most` rows of points [N, D]: of each stretch the least and the largest of column 1."""
    if len(points) <= most:
        return points
    keep = {0, len(points) - 1}
    for stretch in np.array_split(np.arange(len(points)), most // 2 - 1):
        keep |= {int(stretch[np.argmin(points[stretch, 1])]), int(stretch[np.argmax(points[stretch, 1])])}
    return points[sorted(keep)]
