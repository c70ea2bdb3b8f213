"""Encodes recorded episodes as compact JSON, for the gallery of the report.

Numbers that vary over time are uint16 in base64 (`encode_arrays.quantised`). `web/src/player.js` reads
them and interpolates between the frames that are kept.
"""

import io
import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.envs import ImageScene, MujocoScene, PlaneScene, Shape
from diayn_jax.evaluation.metrics import episode_returns
from diayn_jax.show import page
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.players.bodies import MOST_BYTES, mujoco_world
from diayn_jax.show.players.encode_arrays import frame_steps, quantised, rounded
from diayn_jax.show.record import Recording
from diayn_jax.types import OptionUnderWay

MOST_FRAMES_BY_PIXELS = 32_000_000  # pixels of all images together; a browser keeps them in memory
_NO_OPTION = 255
SMALL_SIDE = 64  # pixels; images up to this size keep their resolution


def payload(recording: Recording) -> dict[str, Any]:
    """Returns a recording as the data of the page's `mountGallery`, in JSON's types.

    Raises:
      ConfigError: a pose is not finite, or no moving body of the model is visible.
    """
    valid, skill = np.asarray(recording.trajectories.valid), np.asarray(recording.trajectories.skill)
    returns = episode_returns(recording.trajectories)
    steps = valid.shape[0]
    known: dict[str, Any] = {
        "dt": recording.dt,
        "steps": steps,
        "episodes": [
            {"skill": int(z), "steps": int(length), "return": page.plain(total)}
            for z, length, total in zip(skill, valid.sum(axis=0), returns, strict=True)
        ],
    }
    actor = recording.trajectories.actor
    if isinstance(actor, OptionUnderWay):
        known["options"] = _options(np.where(valid, np.asarray(actor.option, np.int64), -1))
    if not np.isfinite(recording.poses).all():
        raise ConfigError("The environment's reset returned a pose that is not finite.")
    match recording.scene:
        case MujocoScene() as scene:
            return known | mujoco_world(scene, recording)
        case PlaneScene() as scene:
            return known | _plane(scene, recording)
        case ImageScene():
            return known | _images(recording.poses)


def _options(option: np.ndarray) -> dict[str, Any]:
    """Returns the active option at each step [T, N], −1 where there is none, and the options' colours."""
    count = max(int(option.max()) + 1, 1)
    under_way = np.where(option < 0, _NO_OPTION, option).astype(np.uint8)
    return {
        "colours": skill_colours(count),
        "dark_colours": skill_colours(count, dark=True),
        "under_way": page.base64_of(under_way),
    }


def _plane(scene: PlaneScene, recording: Recording) -> dict[str, Any]:
    drawn = [[scene.shapes(pose) for pose in row] for row in recording.poses]
    first = drawn[0][0]
    points = np.array(
        [[np.concatenate([np.asarray(s.points) for s in shapes]) for shapes in row] for row in drawn]
    )  # [T + 1, N, points, 2]
    kept = frame_steps(len(points) - 1, max(1, -(-2 * points.size // MOST_BYTES)))
    reach = np.array([[s.size if s.kind == "circle" else s.size / 2] for s in first for _ in s.points])
    low, high = np.array(scene.limits, np.float64).T
    low = np.minimum(low, (points - reach).min(axis=(0, 1, 2)))
    high = np.maximum(high, (points + reach).max(axis=(0, 1, 2)))
    return {
        **plane_of(scene, first),
        "frames": kept.tolist(),
        "limits": np.stack([low, high], axis=-1).tolist(),
        "points": quantised(points[kept], (0, 1, 2)),
    }


def plane_of(scene: PlaneScene, shapes: Sequence[Shape]) -> dict[str, Any]:
    """Returns what the page draws of a plane, apart from the places of its moving `shapes`."""

    def look(shape: Shape) -> dict[str, Any]:
        return {"kind": shape.kind, "role": shape.role, "size": shape.size}

    return {
        "kind": "plane",
        "limits": [list(side) for side in scene.limits],
        "trail": scene.trail,
        "background": [look(s) | {"points": rounded(np.asarray(s.points))} for s in scene.background],
        "shapes": [look(s) | {"count": len(s.points)} for s in shapes],
    }


def _images(poses: np.ndarray) -> dict[str, Any]:
    """Packs each episode's images into one sheet of tiles, row by row."""
    from PIL import Image, features

    steps, (episodes, height, width) = poses.shape[0] - 1, poses.shape[1:4]
    small = max(height, width) <= SMALL_SIDE
    most = MOST_FRAMES_BY_PIXELS // episodes
    # Halve the resolution if the full one leaves too few frames to look like motion.
    halved = not small and most // (height * width) < min(60, steps + 1)
    if halved:
        height, width = height // 2, width // 2
    count = max(2, min(steps + 1, most // (height * width)))
    kept = frame_steps(steps, math.ceil(steps / (count - 1)))
    columns = math.ceil(math.sqrt(len(kept) * height / width))
    rows = math.ceil(len(kept) / columns)
    form = "PNG" if small else "WEBP" if features.check("webp") else "JPEG"
    sheets = []
    for i in range(episodes):
        sheet = Image.new("RGB", (columns * width, rows * height))
        for tile, t in enumerate(kept):
            image = Image.fromarray(poses[t, i])
            if halved:
                image = image.resize((width, height), Image.Resampling.BOX)
            sheet.paste(image, (tile % columns * width, tile // columns * height))
        file = io.BytesIO()
        sheet.save(file, form, **({"optimize": True} if small else {"quality": 70}))
        sheets.append(page.data_url(file.getvalue(), f"image/{form.lower()}"))
    return {
        "kind": "image",
        "frames": kept.tolist(),
        "width": width,
        "height": height,
        "columns": columns,
        "smooth": not small,
        "sheets": sheets,
    }
