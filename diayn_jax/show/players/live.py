"""Describes scenes whose bodies move while the page is open, for `web/src/play/`."""

import io
from collections.abc import Callable
from typing import Any

import numpy as np

from diayn_jax.envs import ImageScene, MujocoScene, PlaneScene, Scene
from diayn_jax.show.players.bodies import body_poses, geoms_of, view_of
from diayn_jax.show.players.player import SMALL_SIDE, plane_of

_TRIED = 64  # poses from which the way is found in which bodies can move
_REACH = 1.5  # metres or radians that each joint of such a pose is moved, at most


def world_of(scene: Scene, pose: np.ndarray) -> dict[str, Any]:
    """Returns what the page draws of a scene apart from its motion; `pose` is that of a first state.

    Raises:
      ConfigError: no moving body of the scene's model is visible.
    """
    match scene:
        case MujocoScene():
            model = scene.model()
            bodies = body_poses(model, _tried(model, pose))
            view = view_of(model, bodies)
            return {
                "kind": "mujoco",
                "bodies": len(bodies.ids),
                "body_ids": bodies.ids.tolist(),
                "view": view,
                **geoms_of(model, bodies.ids),
            }
        case PlaneScene():
            return plane_of(scene, scene.shapes(pose))
        case ImageScene():
            height, width = pose.shape[:2]
            return {
                "kind": "image",
                "width": width,
                "height": height,
                "smooth": max(width, height) > SMALL_SIDE,
            }


def look_of(scene: Scene) -> str | None:
    """Returns how the page's camera first looks at a scene, see `bodies.view_of`; None: it has no camera.

    Raises:
      ConfigError: no moving body of the scene's model is visible.
    """
    if not isinstance(scene, MujocoScene):
        return None
    model = scene.model()
    look: str = view_of(model, body_poses(model, _tried(model, model.qpos0)))["look"]
    return look


def placer_of(scene: Scene) -> Callable[[np.ndarray], bytes]:
    """Returns a function that turns a pose into the bytes that place a scene's bodies.

    They are float32: the positions [B, 3] and then the quaternions [B, 4] of a MuJoCo model's bodies, or the
    points [points, 2] of all shapes. For images they are a PNG or JPEG. Threads need a function each.
    """
    match scene:
        case MujocoScene():
            model = scene.model()

            def place(pose: np.ndarray) -> bytes:
                bodies = body_poses(model, pose[None, None])
                return bodies.pos.tobytes() + bodies.quat.tobytes()

            return place
        case PlaneScene():
            shapes = scene.shapes
            return lambda pose: (
                np.concatenate([np.asarray(s.points) for s in shapes(pose)]).astype("<f4").tobytes()
            )
        case ImageScene():
            return _compressed


def _compressed(image: np.ndarray) -> bytes:
    """Returns an image [H, W, 3] as a file: a PNG if it is small, otherwise a JPEG."""
    from PIL import Image

    small = max(image.shape[:2]) <= SMALL_SIDE
    file = io.BytesIO()
    Image.fromarray(image).save(file, "PNG" if small else "JPEG", **({} if small else {"quality": 80}))
    return file.getvalue()


def _tried(model: Any, pose: np.ndarray) -> np.ndarray:
    """Returns a pose `qpos` [nq] and some around it, [F, 1, nq], in which each joint has moved."""
    import mujoco

    rng = np.random.default_rng(0)
    found = np.tile(np.asarray(pose, np.float64), (_TRIED, 1))
    for qpos in found[1:]:
        mujoco.mj_integratePos(model, qpos, rng.uniform(-_REACH, _REACH, model.nv), 1.0)
    for joint in np.flatnonzero(model.jnt_limited):
        at = model.jnt_qposadr[joint]
        found[1:, at] = np.clip(found[1:, at], *model.jnt_range[joint])
    return found[:, None]
