"""Turns every figure of a log into a curve with few points."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from diayn_jax.storage import logs


def curves_part(rows: Sequence[logs.Row]) -> dict[str, Any] | None:
    """Returns every figure of a log over steps and seconds; None if the log is empty."""
    if not rows:
        return None
    figures = {}
    for name in figure_names(rows):
        x, y, wall = curve(rows, name).tolist()
        if x:
            figures[name] = {"x": x, "y": y, "wall": wall}
    return {"figures": figures}


def figure_names(rows: Iterable[logs.Row]) -> list[str]:
    """Returns the names of all figures in a log, without those of single skills."""
    names = dict.fromkeys(name for row in rows for name in row)
    return [name for name in names if name != logs.STEP and "_skill_" not in name]


def curve(rows: Sequence[Mapping[str, Any]], name: str) -> np.ndarray:
    """Returns steps, a figure and wall seconds [3, N], from the rows that have the figure; at most 600."""
    points = [
        (row[logs.STEP], row[name], row.get("time/wall_seconds") or 0.0)
        for row in rows
        if row.get(name) is not None and row.get(logs.STEP) is not None
    ]
    found = np.array(points, dtype=np.float64).reshape(-1, 3)
    return thinned(found[np.isfinite(found).all(axis=1)]).T


def thinned(points: np.ndarray, most: int = 600) -> np.ndarray:
    """Returns at most `most` rows of points [N, D]: the minimum and maximum of column 1 in each interval."""
    if len(points) <= most:
        return points
    keep = {0, len(points) - 1}
    for stretch in np.array_split(np.arange(len(points)), most // 2 - 1):
        keep |= {int(stretch[np.argmin(points[stretch, 1])]), int(stretch[np.argmax(points[stretch, 1])])}
    return points[sorted(keep)]
