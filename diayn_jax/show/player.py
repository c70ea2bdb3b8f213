"""What the gallery of the report plays: recorded episodes as JSON, small enough to carry.

Numbers that vary over time are uint16 in base64 (`quantised`), and are interpolated between the
frames that are kept. `web/src/player.js` reads it.
"""

import base64
import io
import math
from typing import Any, NamedTuple

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.envs import ImageScene, MujocoScene, PlaneScene, Shape
from diayn_jax.metrics import episode_returns
from diayn_jax.show.record import Recording

FRAMES_PER_SECOND = 25  # that are kept of an environment with a clock; the player interpolates
MOST_BYTES = 20_000_000  # of poses; longer or more episodes keep fewer frames
MOST_FRAMES_BY_PIXELS = 32_000_000  # pixels of all images together, which a browser holds in memory
MOST_FACES = 1_500  # of a mesh
MOST_FACES_OF_ALL = 40_000
FINEST = 256  # cells along a mesh's longest side
SMALL_SIDE = 64  # pixels; smaller images are kept as they are

LEVELS = 65_535


class Bodies(NamedTuple):
    """Where bodies are that move, F frames of N episodes."""

    ids: np.ndarray  # [B], of the model
    pos: np.ndarray  # [F, N, B, 3], metres, float32
    quat: np.ndarray  # [F, N, B, 4], w x y z, float32


def payload(recording: Recording) -> dict[str, Any]:
    """A recording for `mountGallery` of the page, to be written as JSON.

    Raises:
      ConfigError: a pose that is not finite, or a model of which nothing that moves can be seen.
    """
    valid, skill = np.asarray(recording.trajectories.valid), np.asarray(recording.trajectories.skill)
    returns = episode_returns(recording.trajectories)
    steps = valid.shape[0]
    known = {
        "dt": recording.dt,
        "steps": steps,
        "episodes": [
            {"skill": int(z), "steps": int(lived), "return": _number(total)}
            for z, lived, total in zip(skill, valid.sum(axis=0), returns, strict=True)
        ],
    }
    if not np.isfinite(recording.poses).all():
        raise ConfigError("An episode begins in a pose that is not finite: the environment's reset gives it.")
    match recording.scene:
        case MujocoScene() as scene:
            return known | _mujoco(scene, recording)
        case PlaneScene() as scene:
            return known | _plane(scene, recording)
        case ImageScene():
            return known | _images(recording.poses)


def quantised(x: np.ndarray, shared: tuple[int, ...]) -> dict[str, Any]:
    """Numbers as uint16 between the least and the greatest.

    Args:
      x: any shape, finite.
      shared: the axes whose entries share their least and greatest.

    Returns:
      `shape`; `varies`, the other axes, over which `low` and `high` are given, the last fastest;
      `data`, uint16, little-endian, in base64: x = `low + data · (high − low) / 65535`.
    """
    low, high = x.min(axis=shared, keepdims=True), x.max(axis=shared, keepdims=True)
    width = np.where(high > low, high - low, 1.0)
    levels = np.round((x - low) / width * LEVELS).astype("<u2")
    return {
        "shape": list(x.shape),
        "varies": [axis for axis in range(x.ndim) if axis not in shared],
        "low": low.astype(float).ravel().tolist(),
        "high": (low + width).astype(float).ravel().tolist(),
        "data": base64.b64encode(levels.tobytes()).decode("ascii"),
    }


def frame_steps(steps: int, stride: int) -> np.ndarray:
    """The steps that are kept of 0 … `steps`: every `stride`-th, and the last."""
    return np.unique(np.append(np.arange(0, steps + 1, stride), steps))


def body_poses(model: Any, poses: np.ndarray) -> Bodies:
    """Where MuJoCo's kinematics put the bodies of a model, for `qpos` [F, N, nq]."""
    import mujoco

    ids = np.flatnonzero(model.body_weldid)  # The others are fixed to the world.
    data = mujoco.MjData(model)
    shape = (*poses.shape[:2], len(ids))
    pos, quat = np.empty((*shape, 3), np.float32), np.empty((*shape, 4), np.float32)
    for index in np.ndindex(poses.shape[:2]):
        data.qpos[:] = poses[index]
        mujoco.mj_kinematics(model, data)
        pos[index], quat[index] = data.xpos[ids], data.xquat[ids]
    return Bodies(ids, pos, quat)


def _mujoco(scene: MujocoScene, recording: Recording) -> dict[str, Any]:
    model = scene.model()
    steps, episodes = recording.poses.shape[0] - 1, recording.poses.shape[1]
    moving = np.count_nonzero(model.body_weldid)
    size = 14 * moving * episodes * (steps + 1)
    stride = max(1, math.ceil(1 / FRAMES_PER_SECOND / recording.dt - 1e-6), -(-size // MOST_BYTES))
    kept = frame_steps(steps, stride)
    bodies = body_poses(model, recording.poses[kept])
    view = _view(model, bodies)
    return {
        "kind": "mujoco",
        "frames": kept.tolist(),
        "bodies": len(bodies.ids),
        "pos": quantised(bodies.pos, (0, 2)),
        "quat": quantised(_continuous(bodies.quat), (0, 1, 2, 3)),
        **_geoms(model, bodies.ids),
        "view": view,
    }


def _continuous(quat: np.ndarray) -> np.ndarray:
    """Quaternions [F, ...] of the same rotations, each on the side of the sphere of the one before."""
    turns = np.sum(quat[1:] * quat[:-1], axis=-1, keepdims=True) < 0
    signs = np.where(np.cumsum(turns, axis=0) % 2, -1.0, 1.0)
    return np.concatenate([quat[:1], signs * quat[1:]]).astype(np.float32)


def _geoms(model: Any, ids: np.ndarray) -> dict[str, Any]:
    """What there is to see of a model: geoms, each on a body (−1: the world), and meshes."""
    import mujoco

    Geom = mujoco.mjtGeom
    names = {
        int(Geom.mjGEOM_PLANE): "plane",
        int(Geom.mjGEOM_HFIELD): "mesh",
        int(Geom.mjGEOM_SPHERE): "sphere",
        int(Geom.mjGEOM_CAPSULE): "capsule",
        int(Geom.mjGEOM_ELLIPSOID): "ellipsoid",
        int(Geom.mjGEOM_CYLINDER): "cylinder",
        int(Geom.mjGEOM_BOX): "box",
        int(Geom.mjGEOM_MESH): "mesh",
    }
    at_start = mujoco.MjData(model)
    mujoco.mj_kinematics(model, at_start)
    place = {int(body): i for i, body in enumerate(ids)}
    seen = [g for g in _visible(model) if int(model.geom_type[g]) in names]
    shares = max(1, len({_mesh_key(model, g) for g in seen} - {None}))
    faces = min(MOST_FACES, MOST_FACES_OF_ALL // shares)
    meshes: dict[Any, int] = {}
    drawn: list[dict[str, Any]] = []
    geoms = []
    for g in seen:
        body = place.get(int(model.geom_bodyid[g]), -1)
        pos, quat = np.array(model.geom_pos[g]), np.array(model.geom_quat[g])
        if body < 0:
            pos = np.array(at_start.geom_xpos[g])
            mujoco.mju_mat2Quat(quat, at_start.geom_xmat[g])
        geom = {
            "type": names[int(model.geom_type[g])],
            "body": body,
            "size": _rounded(model.geom_size[g]),
            "pos": _rounded(pos),
            "quat": _rounded(quat),
            "rgba": _rounded(_rgba(model, g)),
        }
        key = _mesh_key(model, g)
        if key is not None:
            if key not in meshes:
                meshes[key] = len(drawn)
                vertices, triangles = simplified(*_mesh(model, key), faces)
                drawn.append(_packed_mesh(vertices, triangles))
            geom["mesh"] = meshes[key]
        geoms.append(geom)
    return {"geoms": geoms, "meshes": drawn}


def _visible(model: Any) -> list[int]:
    """Geoms that can be seen; by MuJoCo's custom groups above 2 are for collisions, and not shown.

    Where nothing that moves is in the others, all are: as in `stage`.
    """
    opaque = [g for g in range(model.ngeom) if _rgba(model, g)[3] > 0]
    shown = [g for g in opaque if model.geom_group[g] <= 2]
    return shown if any(model.body_weldid[model.geom_bodyid[g]] for g in shown) else opaque


def _mesh_key(model: Any, g: int) -> tuple[str, int] | None:
    import mujoco

    kinds = {int(mujoco.mjtGeom.mjGEOM_MESH): "mesh", int(mujoco.mjtGeom.mjGEOM_HFIELD): "hfield"}
    kind = kinds.get(int(model.geom_type[g]))
    return None if kind is None else (kind, int(model.geom_dataid[g]))


def _mesh(model: Any, key: tuple[str, int]) -> tuple[np.ndarray, np.ndarray]:
    """Vertices [V, 3] and triangles [F, 3] of a mesh or a field of heights."""
    kind, i = key
    if kind == "mesh":
        first, count = model.mesh_vertadr[i], model.mesh_vertnum[i]
        face, faces = model.mesh_faceadr[i], model.mesh_facenum[i]
        return model.mesh_vert[first : first + count], model.mesh_face[face : face + faces]
    rows, columns = int(model.hfield_nrow[i]), int(model.hfield_ncol[i])
    radius_x, radius_y, top, _ = model.hfield_size[i]
    start = model.hfield_adr[i]
    height = model.hfield_data[start : start + rows * columns].reshape(rows, columns) * top
    y, x = np.meshgrid(
        np.linspace(-radius_y, radius_y, rows), np.linspace(-radius_x, radius_x, columns), indexing="ij"
    )
    corner = np.arange(rows * columns).reshape(rows, columns)
    a, b, c, d = (
        part.ravel() for part in (corner[:-1, :-1], corner[:-1, 1:], corner[1:, :-1], corner[1:, 1:])
    )
    triangles = np.concatenate([np.stack([a, b, d], axis=-1), np.stack([a, d, c], axis=-1)])
    return np.stack([x, y, height], axis=-1).reshape(-1, 3), triangles


def simplified(vertices: np.ndarray, triangles: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """A mesh of at most `most` triangles: vertices [V, 3] that share a cell of a grid become one.

    The grid is the finest that does (Rossignac & Borrel 1993).
    """
    vertices = np.asarray(vertices, np.float64)
    low = vertices.min(axis=0)
    side = max(float((vertices.max(axis=0) - low).max()), 1e-9)

    def clustered(cells: int) -> tuple[np.ndarray, np.ndarray]:
        places = np.floor((vertices - low) / side * cells).astype(np.int64)
        _, cluster, count = np.unique(
            places @ [1, FINEST + 1, (FINEST + 1) ** 2], return_inverse=True, return_counts=True
        )
        merged = np.stack([np.bincount(cluster, weights=x) for x in vertices.T], axis=-1) / count[:, None]
        corners = cluster[triangles]
        corners = corners[(corners != np.roll(corners, 1, axis=1)).all(axis=1)]
        # Each triangle once, whichever corner it begins with.
        turn = (np.argmin(corners, axis=1)[:, None] + np.arange(3)) % 3
        corners = np.take_along_axis(corners, turn, axis=1)
        _, once = np.unique(corners @ [len(count) ** 2, len(count), 1], return_index=True)
        used, renumbered = np.unique(corners[once], return_inverse=True)
        return merged[used], renumbered.reshape(-1, 3)

    if len(triangles) <= most:
        used, renumbered = np.unique(triangles, return_inverse=True)
        return vertices[used], renumbered.reshape(-1, 3)
    coarse, fine = 1, FINEST
    while fine - coarse > 1:
        middle = (coarse + fine) // 2
        if len(clustered(middle)[1]) <= most:
            coarse = middle
        else:
            fine = middle
    return clustered(coarse)


def _packed_mesh(vertices: np.ndarray, triangles: np.ndarray) -> dict[str, Any]:
    index = base64.b64encode(np.asarray(triangles, "<u2").tobytes()).decode("ascii")
    return {"vertices": quantised(vertices, (0,)), "index": index}


def _rgba(model: Any, g: int) -> np.ndarray:
    """A geom's colour [4], in 0 to 1; of a textured one the texture's mean."""
    own, material = np.array(model.geom_rgba[g], np.float64), int(model.geom_matid[g])
    # MuJoCo's rule: a geom's own colour stands before its material's, unless it is the default.
    if material < 0 or not np.allclose(own, (0.5, 0.5, 0.5, 1)):
        return own
    rgba = np.array(model.mat_rgba[material], np.float64)
    textures = [int(t) for t in np.ravel(model.mat_texid[material]) if t >= 0]
    if textures:
        t = textures[0]
        count = int(model.tex_width[t] * model.tex_height[t])
        channels, start = int(model.tex_nchannel[t]), int(model.tex_adr[t])
        texels = np.reshape(model.tex_data[start : start + count * channels], (count, channels))
        if channels >= 3:
            rgba[:3] *= texels[:, :3].mean(axis=0) / 255
    return rgba


def _view(model: Any, bodies: Bodies) -> dict[str, Any]:
    """Where to look from: see `player.js`.

    `root` is the first body that joints move; `centre` the middle of all such bodies at the start, from
    the root, and `radius` theirs; `low` and `high` bound where the root goes; `travels` says whether that
    is far; `look` is `side` where nothing leaves a plane y = const, `top` where nothing leaves its
    height, and `over` otherwise.
    """
    # Not what a task merely puts somewhere, such as a target.
    driven = model.body_mocapid[model.body_rootid[bodies.ids]] < 0
    driven |= not driven.any()
    first = int(np.argmax(driven)) if driven.size else 0
    on = {int(body): i for i, body in enumerate(bodies.ids) if driven[i]}
    moving = [g for g in _visible(model) if int(model.geom_bodyid[g]) in on]
    if not moving:
        raise ConfigError(
            "Nothing that moves of the scene's model can be seen: give it geoms that are opaque."
        )
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
        "centre": _rounded((low + high) / 2 - root[0].mean(axis=0)),
        "radius": radius,
        "low": _rounded(root.min(axis=(0, 1))),
        "high": _rounded(root.max(axis=(0, 1))),
        "travels": travels,
        "look": "side" if still[1] else "top" if still[2] else "over",
    }


def rotated(quat: np.ndarray, x: np.ndarray) -> np.ndarray:
    """Vectors x [..., 3] turned by quaternions [..., 4], w x y z."""
    axis = quat[..., 1:]
    once = np.cross(axis, x) + quat[..., :1] * x
    return x + 2 * np.cross(axis, once)


def _plane(scene: PlaneScene, recording: Recording) -> dict[str, Any]:
    poses = recording.poses
    steps, episodes = poses.shape[0] - 1, poses.shape[1]
    drawn = [[scene.shapes(poses[t, i]) for i in range(episodes)] for t in range(steps + 1)]
    first = drawn[0][0]
    points = np.array(
        [[np.concatenate([np.asarray(s.points) for s in shapes]) for shapes in row] for row in drawn]
    )  # [T + 1, N, points, 2]
    size = points.size * 2
    kept = frame_steps(steps, max(1, -(-size // MOST_BYTES)))
    reach = np.array([s.size if s.kind == "circle" else s.size / 2 for s in first for _ in s.points])
    seen = [
        (
            min(low, float((points[..., axis] - reach).min())),
            max(high, float((points[..., axis] + reach).max())),
        )
        for axis, (low, high) in enumerate(scene.limits)
    ]
    return {
        "kind": "plane",
        "frames": kept.tolist(),
        "limits": seen,
        "trail": scene.trail,
        "background": [_described(s) | {"points": _rounded(np.asarray(s.points))} for s in scene.background],
        "shapes": [_described(s) | {"count": len(s.points)} for s in first],
        "points": quantised(points[kept], (0, 1, 2)),
    }


def _described(shape: Shape) -> dict[str, Any]:
    return {"kind": shape.kind, "role": shape.role, "size": shape.size}


def _images(poses: np.ndarray) -> dict[str, Any]:
    """Each episode's images as the tiles of one, left to right and down."""
    from PIL import Image, features

    steps, (episodes, height, width) = poses.shape[0] - 1, poses.shape[1:4]
    small = max(height, width) <= SMALL_SIDE
    most = MOST_FRAMES_BY_PIXELS // episodes
    # Halved where that leaves more than the fewest frames that still look like motion.
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
        sheets.append(f"data:image/{form.lower()};base64,{base64.b64encode(file.getvalue()).decode('ascii')}")
    return {
        "kind": "image",
        "frames": kept.tolist(),
        "width": width,
        "height": height,
        "columns": columns,
        "smooth": not small,
        "sheets": sheets,
    }


def _number(x: float) -> float | None:
    """A number that JSON has."""
    return float(f"{x:.6g}") if math.isfinite(x) else None


def _rounded(x: np.ndarray) -> list[Any]:
    return np.round(np.asarray(x, np.float64), 5).tolist()
