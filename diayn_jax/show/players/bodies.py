"""Describes MuJoCo scenes for the players: body poses, geoms, meshes and the camera's view."""

import math
from typing import Any, NamedTuple

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.envs import MujocoScene
from diayn_jax.show.page import base64_of
from diayn_jax.show.players.encode_arrays import frame_steps, quantised, rounded
from diayn_jax.show.players.meshes import mesh, simplified
from diayn_jax.show.players.skill_materials import has_material_colour, kind_of, own_colour, shades, visible
from diayn_jax.show.record import Recording

FRAMES_PER_SECOND = 25  # frames that the page keeps; the player interpolates between them
MOST_BYTES = 20_000_000  # bytes of all poses; longer or more episodes keep fewer frames
MOST_FACES = 1_500  # faces of one mesh, at most
MOST_FACES_OF_ALL = 40_000
# The geoms that the players draw, and what they draw for each.
_TYPES = {kind: kind for kind in ("plane", "sphere", "capsule", "ellipsoid", "cylinder", "box", "mesh")}
_TYPES |= {"hfield": "mesh"}


class Bodies(NamedTuple):
    """Poses of the moving bodies, in F frames of N episodes."""

    ids: np.ndarray  # [B], the bodies' ids in the model
    pos: np.ndarray  # [F, N, B, 3], metres, float32
    quat: np.ndarray  # [F, N, B, 4], w x y z, float32


def mujoco_world(scene: MujocoScene, recording: Recording) -> dict[str, Any]:
    """Returns what the players draw of a MuJoCo scene: geoms, meshes, poses over time, and a view.

    Raises:
      ConfigError: no moving body is visible.
    """
    model = scene.model()
    steps, episodes = recording.poses.shape[0] - 1, recording.poses.shape[1]
    moving = np.count_nonzero(model.body_weldid)
    size = 14 * moving * episodes * (steps + 1)
    stride = max(1, math.ceil(1 / FRAMES_PER_SECOND / recording.dt - 1e-6), -(-size // MOST_BYTES))
    kept = frame_steps(steps, stride)
    bodies = body_poses(model, recording.poses[kept])
    view = view_of(model, bodies)
    return {
        "kind": "mujoco",
        "frames": kept.tolist(),
        "bodies": len(bodies.ids),
        "pos": quantised(bodies.pos, (0, 2)),
        "quat": quantised(_continuous(bodies.quat), (0, 1, 2, 3)),
        **geoms_of(model, bodies.ids),
        "view": view,
        "sinks": sinking(model, bodies),
    }


def body_poses(model: Any, poses: np.ndarray) -> Bodies:
    """Computes the poses of a model's bodies for `qpos` [F, N, nq], by MuJoCo's kinematics."""
    import mujoco

    ids = np.flatnonzero(model.body_weldid)  # bodies with weld id 0 are fixed to the world
    data = mujoco.MjData(model)
    shape = (*poses.shape[:2], len(ids))
    pos, quat = np.empty((*shape, 3), np.float32), np.empty((*shape, 4), np.float32)
    for index in np.ndindex(poses.shape[:2]):
        data.qpos[:] = poses[index]
        mujoco.mj_kinematics(model, data)
        pos[index], quat[index] = data.xpos[ids], data.xquat[ids]
    return Bodies(ids, pos, quat)


def _continuous(quat: np.ndarray) -> np.ndarray:
    """Flips signs of quaternions [F, ...] so that neighbouring frames lie on the same half of the sphere.

    The rotations stay the same.
    """
    turns = np.sum(quat[1:] * quat[:-1], axis=-1, keepdims=True) < 0
    signs = np.where(np.cumsum(turns, axis=0) % 2, -1.0, 1.0)
    return np.concatenate([quat[:1], signs * quat[1:]]).astype(np.float32)


def geoms_of(model: Any, ids: np.ndarray) -> dict[str, Any]:
    """Returns a model's visible geoms, each on a body (−1: the world), and their meshes."""
    import mujoco

    at_start = mujoco.MjData(model)
    mujoco.mj_kinematics(model, at_start)
    place = {int(body): i for i, body in enumerate(ids)}
    seen = [g for g in visible(model) if kind_of(model, g) in _TYPES]
    keys = {g: (kind_of(model, g), int(model.geom_dataid[g])) for g in seen}
    keys = {g: key for g, key in keys.items() if key[0] in ("mesh", "hfield")}
    meshes = list(dict.fromkeys(keys.values()))
    faces = min(MOST_FACES, MOST_FACES_OF_ALL // max(1, len(meshes)))
    shade = shades(model)
    geoms = []
    for g in seen:
        body = place.get(int(model.geom_bodyid[g]), -1)
        pos, quat = np.array(model.geom_pos[g]), np.array(model.geom_quat[g])
        if body < 0:
            pos = np.array(at_start.geom_xpos[g])
            mujoco.mju_mat2Quat(quat, at_start.geom_xmat[g])
        geom = {
            "type": _TYPES[kind_of(model, g)],
            "body": body,
            "size": rounded(model.geom_size[g]),
            "pos": rounded(pos),
            "quat": rounded(quat),
            "rgba": rounded(_rgba(model, g)),
            # The share of white or black in the skill's colour; null if the geom keeps its own colour.
            "shade": shade[int(model.geom_bodyid[g])] if body >= 0 else None,
        }
        if g in keys:
            geom["mesh"] = meshes.index(keys[g])
        geoms.append(geom)
    return {"geoms": geoms, "meshes": [_packed_mesh(model, key, faces) for key in meshes]}


def _packed_mesh(model: Any, key: tuple[str, int], most: int) -> dict[str, Any]:
    vertices, triangles = simplified(*mesh(model, key), most)
    return {"vertices": quantised(vertices, (0,)), "index": base64_of(triangles.astype(np.uint16))}


def _rgba(model: Any, g: int) -> np.ndarray:
    """Returns a geom's colour [4], in 0 to 1; a textured geom has the mean colour of its texture."""
    rgba = own_colour(model, g)
    if not has_material_colour(model, g):
        return rgba
    textures = [int(t) for t in np.ravel(model.mat_texid[model.geom_matid[g]]) if t >= 0]
    if textures:
        t = textures[0]
        count = int(model.tex_width[t] * model.tex_height[t])
        channels, start = int(model.tex_nchannel[t]), int(model.tex_adr[t])
        texels = np.reshape(model.tex_data[start : start + count * channels], (count, channels))
        if channels >= 3:
            rgba[:3] *= texels[:, :3].mean(axis=0) / 255
    return rgba


def view_of(model: Any, bodies: Bodies) -> dict[str, Any]:
    """Returns the camera's view, which `player.js` reads.

    `root` is the first body that joints move. `centre` is the middle of all such bodies at the start,
    relative to the root, and `radius` is the radius around it. `low` and `high` bound the positions of the
    root, and `travels` says whether it goes far. `look` is `side` if all bodies stay in a plane y = const,
    `top` if all keep their height, and `over` otherwise.
    """
    # Bodies that the task only places, such as a target, are left out.
    driven = model.body_mocapid[model.body_rootid[bodies.ids]] < 0
    driven |= not driven.any()
    first = int(np.argmax(driven)) if driven.size else 0
    on = {int(body): i for i, body in enumerate(bodies.ids) if driven[i]}
    moving = [g for g in visible(model) if int(model.geom_bodyid[g]) in on]
    if not moving:
        raise ConfigError("No moving body of the scene's model is visible. Give its bodies opaque geoms.")
    at = np.array([on[int(model.geom_bodyid[g])] for g in moving], int)
    reach = model.geom_rbound[moving][:, None]

    def bounds(frames: slice) -> tuple[np.ndarray, np.ndarray]:
        places = bodies.pos[frames][:, :, at] + rotated(bodies.quat[frames][:, :, at], model.geom_pos[moving])
        return (places - reach).min(axis=(0, 1, 2)), (places + reach).max(axis=(0, 1, 2))

    low, high = bounds(slice(1))
    root = bodies.pos[:, :, first]
    radius = float(np.linalg.norm(high - low) / 2)
    travels = bool(np.ptp(root[..., :2], axis=(0, 1)).max() >= 0.25 * radius)
    if not travels:
        low, high = bounds(slice(None))
        radius = float(np.linalg.norm(high - low) / 2)
    spread = np.ptp(bodies.pos[:, :, driven], axis=(0, 1)).max(axis=0)
    still = spread < 0.02 * radius
    return {
        "root": first,
        "centre": rounded((low + high) / 2 - root[0].mean(axis=0)),
        "radius": radius,
        "low": rounded(root.min(axis=(0, 1))),
        "high": rounded(root.max(axis=(0, 1))),
        "travels": travels,
        "look": "side" if still[1] else "top" if still[2] else "over",
    }


def rotated(quat: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Rotates vectors x [..., 3] by quaternions [..., 4], w x y z."""
    axis = quat[..., 1:]
    once = np.cross(axis, x) + quat[..., :1] * x
    return x + 2 * np.cross(axis, once)


def sinking(model: Any, bodies: Bodies) -> float:
    """Returns how deep bodies sink into the ground, metres: 99th percentile over poses, 0 without a floor.

    Only capsules and spheres count, whose depth is exact. Other geoms are ignored.
    """
    planes = [g for g in range(model.ngeom) if kind_of(model, g) == "plane" and model.geom_bodyid[g] == 0]
    floors = [float(model.geom_pos[g, 2]) for g in planes]
    on = {int(body): i for i, body in enumerate(bodies.ids)}
    round_ones = [g for g in visible(model) if kind_of(model, g) in ("sphere", "capsule")]
    geoms = [g for g in round_ones if model.geom_bodyid[g] in on]
    if not floors or not geoms:
        return 0.0
    lowest = np.full(bodies.pos.shape[:2], np.inf)
    for g in geoms:
        body = on[int(model.geom_bodyid[g])]
        pos, quat = bodies.pos[:, :, body], bodies.quat[:, :, body]
        half = model.geom_size[g, 1] if kind_of(model, g) == "capsule" else 0.0
        axis = rotated(model.geom_quat[g], np.array([0.0, 0.0, 1.0]))
        for end in (-half, half):
            place = model.geom_pos[g] + end * axis
            lowest = np.minimum(lowest, (pos + rotated(quat, place))[..., 2] - model.geom_size[g, 0])
    return max(0.0, float(np.quantile(max(floors) - lowest, 0.99)))
