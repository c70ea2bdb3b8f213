"""Encodes the players' arrays for JSON. `web/src/player/decode.js` decodes them."""

from typing import Any

import numpy as np

from diayn_jax.show.page import base64_of

LEVELS = 65_535


def quantised(x: np.ndarray, shared: tuple[int, ...]) -> dict[str, Any]:
    """Encodes numbers as uint16 between their minimum and maximum.

    Args:
      x: any shape, finite.
      shared: the axes whose entries share one minimum and maximum.

    Returns:
      `shape`; `varies`, the other axes; `low` and `high`, one value for each entry of `varies`, the last
      axis fastest; and `data`, uint16, little-endian, in base64: x = `low + data · (high − low) / 65535`.
    """
    low, high = x.min(axis=shared, keepdims=True), x.max(axis=shared, keepdims=True)
    width = np.where(high > low, high - low, 1.0)
    levels = np.round((x - low) / width * LEVELS).astype(np.uint16)
    return {
        "shape": list(x.shape),
        "varies": [axis for axis in range(x.ndim) if axis not in shared],
        "low": low.astype(float).ravel().tolist(),
        "high": (low + width).astype(float).ravel().tolist(),
        "data": base64_of(levels),
    }


def frame_steps(steps: int, stride: int) -> np.ndarray:
    """Returns the steps that are kept of 0 … `steps`: every `stride`-th, and the last."""
    return np.unique(np.append(np.arange(0, steps + 1, stride), steps))


def rounded(x: np.ndarray) -> list[Any]:
    """Returns an array as lists, rounded to five decimals."""
    return np.round(np.asarray(x, np.float64), 5).tolist()
