"""Places a camera that sees all skills at once, and moves their bodies apart.

`web/src/player/camera.js` does the same for the page.
"""

import math
from typing import NamedTuple

import numpy as np

LANE = 0.9  # distance between bodies that move along a line, in radii
SPOT = 2.3  # distance between bodies that stay in place, in radii

# The camera's azimuth and elevation for all skills together, in MuJoCo's terms, degrees.
ANGLES = {"side": (118.6, -24.1), "top": (90.0, -71.6), "over": (61.4, -35.5)}


class Placed(NamedTuple):
    """A camera's position and target."""

    eye: np.ndarray  # [3], metres
    target: np.ndarray  # [3], the point that it looks at, at the depth of the balls' middle
    distance: float  # metres between both


class Framer:
    """Finds the nearest camera position, for a given direction, from which all balls are fully visible.

    A visible ball lies within four planes through the eye; the direction and the field of view give their
    normals. Each plane's bound is a maximum over balls, so adding balls only moves the camera back.
    """

    def __init__(self, azimuth: float, elevation: float, tan_x: float, tan_y: float, radius: float):
        """Takes MuJoCo's angles in degrees, tangents of half the field of view, and the radius in metres."""
        a, e = math.radians(azimuth), math.radians(elevation)
        right = [math.sin(a), -math.cos(a), 0.0]
        up = [-math.cos(a) * math.sin(e), -math.sin(a) * math.sin(e), math.cos(e)]
        ahead = [math.cos(a) * math.cos(e), math.sin(a) * math.cos(e), math.sin(e)]
        self._axes = np.array([right, up, ahead])
        self._tan = np.array([tan_x, tan_y])
        self._room = radius * np.hypot(1.0, self._tan)
        self._most = np.full((2, 2), -np.inf)  # bounds of both sides, for right and up
        self._near, self._far = math.inf, -math.inf

    def add(self, centres: np.ndarray) -> None:
        """Adds balls with centres [..., 3], metres."""
        places = np.reshape(centres, (-1, 3)) @ self._axes.T
        across, ahead = places[:, :2], places[:, 2:]
        for side, sign in enumerate((1.0, -1.0)):
            bound = (sign * across - self._tan * ahead + self._room).max(axis=0)
            self._most[side] = np.maximum(self._most[side], bound)
        self._near, self._far = min(self._near, float(ahead.min())), max(self._far, float(ahead.max()))

    def place(self) -> Placed:
        """Returns the camera that sees all balls that were added; at least one ball is needed."""
        across = (self._most[0] - self._most[1]) / 2
        depth = float((-self._most.sum(axis=0) / (2 * self._tan)).min())
        distance = (self._near + self._far) / 2 - depth
        eye = np.array([*across, depth]) @ self._axes
        return Placed(eye, eye + distance * self._axes[2], distance)


def offsets(count: int, look: str, travels: bool, radius: float) -> np.ndarray:
    """Returns how far each of `count` bodies is moved from its own place, metres [count, 2].

    Bodies that move in one plane get parallel lanes. Bodies that stay in place get the points of a grid. All
    other bodies are not moved. `bodies.view_of` describes `look`, `travels` and `radius`.
    """
    places = np.zeros((count, 2))
    if look == "side":
        places[:, 1] = ((count - 1) / 2 - np.arange(count)) * LANE * radius
    elif not travels:
        columns = math.ceil(math.sqrt(count * 1.6))
        rows = math.ceil(count / columns)
        column, row = np.arange(count) % columns, np.arange(count) // columns
        places = np.stack([column - (columns - 1) / 2, (rows - 1) / 2 - row], axis=-1) * SPOT * radius
    return places
