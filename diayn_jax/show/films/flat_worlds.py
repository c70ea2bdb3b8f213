"""Draws two-dimensional worlds, and worlds that render themselves."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from PIL import Image, ImageColor, ImageDraw, ImageOps

from diayn_jax.envs import PlaneScene, Shape

_PAPER = "#f7f8fa"
_COLOURS = {"wall": "#3c4450", "ground": "#d5dae1", "goal": "#609f80", "guide": "#d9dee5", "limb": "#4a5260"}
_FINE = 3  # pictures are drawn this many times larger, then reduced: Pillow draws hard edges
_WIDEST = 4.0  # a world more than this many times larger than its limits is not shown whole; the view follows


class Plane:
    """Draws a `PlaneScene`: `frames(poses [T, P], colour)` yields one picture for each pose."""

    def __init__(self, scene: PlaneScene, poses: np.ndarray, width: int, height: int):
        """Chooses a view that fits all `poses` [..., P]."""
        self._scene, self._size = scene, (width, height)
        low, high = np.array(scene.limits, dtype=np.float64).T
        flat = poses.reshape(-1, poses.shape[-1])
        places = np.concatenate([_centre(scene.shapes(pose)) for pose in flat[:: max(1, len(flat) // 2000)]])
        margin = 0.04 * (high - low)
        wide_low = np.minimum(low, places.min(axis=0) - margin)
        wide_high = np.maximum(high, places.max(axis=0) + margin)
        self._follows = bool(((wide_high - wide_low) > _WIDEST * (high - low)).any())
        if not self._follows:
            low, high = wide_low, wide_high
        self._middle = (low + high) / 2
        self._scale = _FINE * float(np.min(np.array([width, height]) / (high - low)))
        self._still = None if self._follows else self._background(self._middle)

    def frames(
        self, poses: np.ndarray, colour: str, tints: Sequence[str] | None = None
    ) -> Iterator[np.ndarray]:
        """Yields pictures [H, W, 3] uint8 of an episode's `poses` [T, P]; `tints` [T] colour the body."""
        path: list[np.ndarray] = []
        for t, pose in enumerate(poses):
            shapes = self._scene.shapes(pose)
            path.append(_centre(shapes)[0])
            middle = path[-1] if self._follows else self._middle
            fine, draw = self._paper(middle)
            self._draw_trail(draw, path, shapes, middle, colour)
            self._draw(draw, shapes, middle, colour if tints is None else tints[t])
            yield np.asarray(fine.reduce(_FINE))

    def scene_frames(
        self, poses: np.ndarray, ended: np.ndarray, colours: Sequence[str]
    ) -> Iterator[np.ndarray]:
        """Yields pictures [H, W, 3] uint8 of N episodes in one world, one for each of `poses` [T, N, P].

        Episodes that have `ended` [T, N] are drawn pale. If the world is too large to be shown whole, the
        view follows the bodies.
        """
        paths: list[list[np.ndarray]] = [[] for _ in colours]
        for row, over in zip(poses, ended, strict=True):
            shapes = [self._scene.shapes(pose) for pose in row]
            for path, mine in zip(paths, shapes, strict=True):
                path.append(_centre(mine)[0])
            middle = np.mean([path[-1] for path in paths], axis=0) if self._follows else self._middle
            fine, draw = self._paper(middle)
            for path, mine, colour in zip(paths, shapes, colours, strict=True):
                self._draw_trail(draw, path, mine, middle, colour)
            for mine, colour, past in zip(shapes, colours, over, strict=True):
                # In a shared world, limbs of all skills would look alike.
                own = [s._replace(role="agent") if s.role == "limb" else s for s in mine]
                self._draw(draw, own, middle, _mixed(colour, 0.5) if past else colour)
            yield np.asarray(fine.reduce(_FINE))

    def _background(self, middle: np.ndarray) -> Image.Image:
        fine = Image.new("RGB", (self._size[0] * _FINE, self._size[1] * _FINE), _PAPER)
        self._draw(ImageDraw.Draw(fine), self._scene.background, middle, "#000000")
        return fine

    def _paper(self, middle: np.ndarray) -> tuple[Image.Image, Any]:
        """Returns a new picture of the background, and what draws on it."""
        fine = self._background(middle) if self._still is None else self._still.copy()
        return fine, ImageDraw.Draw(fine)

    def _draw_trail(
        self, draw: Any, path: list[np.ndarray], shapes: list[Shape], middle: np.ndarray, colour: str
    ) -> None:
        if self._scene.trail and len(path) > 1:
            trail = Shape("line", np.array(path), "agent", 0.4 * shapes[0].size)
            self._draw(draw, [trail], middle, _mixed(colour, 0.45))

    def _draw(self, draw: Any, shapes: Iterable[Shape], middle: np.ndarray, colour: Any) -> None:
        half = np.array(self._size) * _FINE / 2
        for shape in shapes:
            fill = colour if shape.role == "agent" else _COLOURS[shape.role]
            places = (np.asarray(shape.points, dtype=np.float64) - middle) * [1, -1] * self._scale + half
            points = [(float(x), float(y)) for x, y in places]
            if shape.kind == "circle":
                radius = max(shape.size * self._scale, _FINE)
                (x, y) = points[0]
                draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)
            elif shape.kind == "polygon":
                draw.polygon(points, fill=fill)
            else:
                width = max(round(shape.size * self._scale), _FINE)
                draw.line(points, fill=fill, width=width, joint="curve")


class Film:
    """Resizes the pictures of worlds that render themselves: `frames(poses [T, H, W, 3], colour)`."""

    def __init__(self, width: int, height: int):
        """Sets the size of the pictures, pixels."""
        self._size = (width, height)

    def frames(
        self, poses: np.ndarray, colour: str, tints: Sequence[str] | None = None
    ) -> Iterator[np.ndarray]:
        """Yields pictures [H, W, 3] uint8, as large as fits, centred."""
        del colour, tints
        width, height = self._size
        for pose in poses:
            picture = Image.fromarray(pose)
            scale = min(width / picture.width, height / picture.height)
            # Enlarge small pictures without blur: interpolation adds no detail.
            way = Image.Resampling.NEAREST if scale >= 2 else Image.Resampling.LANCZOS
            yield np.asarray(ImageOps.pad(picture, self._size, way, _PAPER))


def _centre(shapes: list[Shape]) -> np.ndarray:
    """Returns the agent's centre [1, 2]: that of its first shape, or of all shapes if none is the agent's."""
    mine = [shape for shape in shapes if shape.role == "agent"][:1] or shapes
    return np.concatenate([np.asarray(shape.points, dtype=np.float64) for shape in mine]).mean(axis=0)[None]


def _mixed(colour: str, white: float) -> tuple[int, ...]:
    """Mixes a colour with a share of white."""
    return tuple(round(x + (255 - x) * white) for x in ImageColor.getrgb(colour))
