"""MuJoCo's worlds, drawn all in one manner.

A model's geoms are set on a stage of our own, which has the floor, the light and the sky, so that
every environment looks alike, whatever textures and lamps it came with; a skill's colour goes on
what the skill moves. Places of geoms come from MuJoCo's kinematics, whatever stepped the physics.
"""

import contextlib
import itertools
import math
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.show import offscreen

_SKY = ("0.70 0.80 0.91", "0.96 0.97 0.985")  # above, and at the horizon
_TILES = ("0.905 0.92 0.94", "0.85 0.87 0.90")
_STILL = (0.62, 0.65, 0.69)  # what no skill moves, where the model gives no colour
_DEFAULT_COLOURS = ((0.5, 0.5, 0.5, 1.0), (0.4, 0.33, 0.26, 1.0))  # MuJoCo's, and Brax's for everything
_MOST_SEGMENTS = 120  # of a trail
_HIDDEN_GROUP = 3  # MuJoCo's viewers leave out groups from this one on


class _View(NamedTuple):
    """From where a model is best seen, in MuJoCo's terms."""

    azimuth: float
    elevation: float
    follows: bool  # it can walk away
    trail: bool  # over the ground, in any direction


class _Set(NamedTuple):
    """A stage and what stands on it."""

    model: Any  # the stage's mujoco.MjModel
    geoms: np.ndarray  # [G], which geoms of the actor
    on_stage: np.ndarray  # [G], the same on the stage
    shift: np.ndarray  # [G, 3], of a mesh: what compiling moved
    turn: np.ndarray  # [G, 3, 3]
    moved: np.ndarray  # [G], bool: by the skill
    depth: np.ndarray  # [G], joints' bodies between it and its root
    root: int  # body that the camera follows
    size: float  # metres, of the actor
    middle: float  # its height above that body, at first
    floor: float | None  # its height


class Stage:
    """Draws a model of MuJoCo's: `frames(poses [T, nq], colour)` gives a picture for each.

    Use it as a context manager; it holds an OpenGL context of its own thread.
    """

    def __init__(self, model: Any, width: int, height: int):
        """Sets the stage for pictures of this size.

        Raises:
          ConfigError: no OpenGL here, or a kind of geom that cannot be drawn.
        """
        import mujoco

        self._mujoco, self._actor = mujoco, model
        self._width, self._height = width, height
        self._view = _view(mujoco, model)
        self._set = _build(mujoco, model, self._view.follows, width, height)
        self._stack = contextlib.ExitStack()
        self._stack.enter_context(offscreen.opengl(width, height))
        try:
            stage = self._set.model
            self._context = mujoco.MjrContext(stage, mujoco.mjtFontScale.mjFONTSCALE_100)
            self._stack.callback(self._context.free)
            mujoco.mjr_setBuffer(mujoco.mjtFramebuffer.mjFB_OFFSCREEN, self._context)
            self._scene = mujoco.MjvScene(stage, stage.ngeom + _MOST_SEGMENTS + 10)
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> "Stage":
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def frames(self, poses: np.ndarray, colour: str) -> Iterator[np.ndarray]:
        """Pictures [H, W, 3] uint8 of an episode, one for each of `poses` [T, nq].

        Several episodes may be drawn in turns.
        """
        mujoco, stage = self._mujoco, self._set.model
        xpos, xmat, root = self._kinematics(poses)
        centre = self._path(root)
        rgba = _colours(self._set, self._actor, colour)
        data = mujoco.MjData(stage)
        mujoco.mj_forward(stage, data)
        camera, option = mujoco.MjvCamera(), mujoco.MjvOption()
        camera.azimuth, camera.elevation = self._view.azimuth, self._view.elevation
        camera.distance = (2.35 if self._view.follows else 1.75) * self._set.size
        viewport = mujoco.MjrRect(0, 0, self._width, self._height)
        picture = np.empty((self._height, self._width, 3), np.uint8)
        lamp = self._set.size * np.array([-0.7, -0.9, 3.0])
        trail = root[:, :2] if self._view.trail and self._set.floor is not None else None
        for t in range(len(poses)):
            stage.geom_rgba[self._set.on_stage] = rgba
            data.geom_xpos[self._set.on_stage] = xpos[t]
            data.geom_xmat[self._set.on_stage] = xmat[t].reshape(-1, 9)
            camera.lookat[:] = centre[t]
            data.light_xpos[0] = centre[t] + lamp
            data.light_xdir[0] = -lamp / np.linalg.norm(lamp)
            mujoco.mjv_updateScene(stage, data, option, None, camera, mujoco.mjtCatBit.mjCAT_ALL, self._scene)
            self._scene.flags[mujoco.mjtRndFlag.mjRND_REFLECTION] = 0
            self._scene.flags[mujoco.mjtRndFlag.mjRND_HAZE] = 1
            if trail is not None:
                self._draw_trail(trail[: t + 1], colour)
            mujoco.mjr_render(viewport, self._scene, self._context)
            mujoco.mjr_readPixels(picture, None, viewport, self._context)
            yield picture[::-1].copy()

    def _kinematics(self, poses: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Geoms on the stage, [T, G, 3] and [T, G, 3, 3], and the followed body, [T, 3]."""
        mujoco, actor, on = self._mujoco, self._actor, self._set
        data = mujoco.MjData(actor)
        xpos, xmat = np.empty((len(poses), len(on.geoms), 3)), np.empty((len(poses), len(on.geoms), 3, 3))
        root = np.empty((len(poses), 3))
        for t, pose in enumerate(poses):
            data.qpos[:] = pose
            mujoco.mj_kinematics(actor, data)
            turn = data.geom_xmat[on.geoms].reshape(-1, 3, 3)
            xpos[t] = data.geom_xpos[on.geoms] + np.einsum("gij,gj->gi", turn, on.shift)
            xmat[t] = turn @ on.turn
            root[t] = data.xpos[on.root]
        return xpos, xmat, root

    def _path(self, root: np.ndarray) -> np.ndarray:
        """Where the camera looks, [T, 3]: after the actor, without its trembling."""
        if not self._view.follows:
            return np.broadcast_to(self._middle(), root.shape)
        reach = 6
        weight = np.hanning(2 * reach + 3)[1:-1]
        padded = np.concatenate([root[:1].repeat(reach, 0), root, root[-1:].repeat(reach, 0)])
        smooth = np.stack([np.convolve(x, weight / weight.sum(), mode="valid") for x in padded.T], axis=1)
        low = self._set.floor if self._set.floor is not None else -math.inf
        # At one height, lest the horizon heave.
        smooth[:, 2] = max(float(np.median(root[:, 2])) + self._set.middle, low + 0.15 * self._set.size)
        return smooth

    def _middle(self) -> np.ndarray:
        mujoco, data = self._mujoco, self._mujoco.MjData(self._actor)
        mujoco.mj_kinematics(self._actor, data)
        places = data.geom_xpos[self._set.geoms]
        return (places.min(axis=0) + places.max(axis=0)) / 2

    def _draw_trail(self, path: np.ndarray, colour: str) -> None:
        """A line on the floor along `path` [t, 2]."""
        mujoco, scene = self._mujoco, self._scene
        stride = max(1, -(-len(path) // _MOST_SEGMENTS))
        points = [*path[: len(path) - 1 : stride], path[-1]]
        height = (self._set.floor or 0.0) + 0.004 * self._set.size
        rgba = np.array([*_rgb(colour), 1.0], np.float32)
        for begin, end in itertools.pairwise(points):
            along = np.array([*(end - begin), 0.0])
            length = float(np.linalg.norm(along))
            if scene.ngeom >= scene.maxgeom or length < 1e-4 * self._set.size:
                continue
            along /= length
            turn = np.stack([along, np.cross([0.0, 0.0, 1.0], along), [0.0, 0.0, 1.0]], axis=1)
            thin = 0.012 * self._set.size
            # A box, of which there are few triangles to draw, with some overlap at the corners.
            mujoco.mjv_initGeom(
                scene.geoms[scene.ngeom], mujoco.mjtGeom.mjGEOM_BOX,
                np.array([length / 2 + thin / 2, thin, thin / 8]),
                np.array([*((begin + end) / 2), height]), turn.ravel(), rgba,
            )  # fmt: skip
            scene.geoms[scene.ngeom].emission = 0.5
            scene.ngeom += 1


def _rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def _colours(on: _Set, actor: Any, colour: str) -> np.ndarray:
    """Colours of the geoms on the stage, [G, 4]: limbs a little lighter than what they hang on."""
    rows = []
    for geom, moved, depth in zip(on.geoms, on.moved, on.depth, strict=True):
        own, material = actor.geom_rgba[geom], int(actor.geom_matid[geom])
        # MuJoCo's rule: a geom's colour stands before its material's, unless it is the default.
        if material >= 0 and np.allclose(own, _DEFAULT_COLOURS[0]):
            own = actor.mat_rgba[material]
        if moved:
            light = (0.0, 0.16, 0.3)[min(int(depth), 2)]
            rows.append([*(x + (1 - x) * light for x in _rgb(colour)), 1.0])
        elif any(np.allclose(own, default, atol=1e-3) for default in _DEFAULT_COLOURS):
            rows.append([*_STILL, 1.0])
        else:
            rows.append([*own[:3], 1.0])
    return np.array(rows)


def _view(mujoco: Any, model: Any) -> _View:
    """By how the model can move: in a plane it is seen from that plane's side, else from above."""
    hinge, slide, free = (
        mujoco.mjtJoint.mjJNT_HINGE,
        mujoco.mjtJoint.mjJNT_SLIDE,
        mujoco.mjtJoint.mjJNT_FREE,
    )
    kinds, axes = model.jnt_type, model.jnt_axis
    if (kinds == free).any():
        return _View(azimuth=115.0, elevation=-30.0, follows=True, trail=True)
    driven = _driven(mujoco, model)
    turns = np.abs(axes[[j for j in driven if kinds[j] == hinge]])
    slides = int((kinds == slide).sum())
    undriven = [j for j in range(model.njnt) if kinds[j] == slide and j not in driven]
    walks = len(undriven) >= 2 and model.body_rootid[model.jnt_bodyid[undriven[0]]] in {
        int(model.body_rootid[model.jnt_bodyid[j]]) for j in driven
    }
    planar = len(turns) == 0 or bool(
        (turns.max(axis=0) > 0.99).sum() == 1 and (turns.sum(axis=1) < 1.01).all()
    )
    if planar and len(turns) and turns[0, 2] > 0.99:
        return _View(azimuth=90.0, elevation=-62.0, follows=walks, trail=walks)
    if planar and (len(turns) == 0 or turns[0, 1] > 0.99 or slides):
        return _View(azimuth=96.0, elevation=-11.0, follows=walks, trail=False)
    return _View(azimuth=130.0, elevation=-28.0, follows=walks, trail=False)


def _build(mujoco: Any, model: Any, follows: bool, width: int, height: int) -> _Set:
    kind = mujoco.mjtGeom
    data = mujoco.MjData(model)
    mujoco.mj_kinematics(model, data)
    seen = (model.geom_group < _HIDDEN_GROUP) & (model.geom_rgba[:, 3] > 0)
    if not (seen & (model.body_weldid[model.geom_bodyid] > 0)).any():
        # Whoever put all that moves into those groups still wants to see it.
        seen = model.geom_rgba[:, 3] > 0
    planes = model.geom_type == kind.mjGEOM_PLANE
    geoms = np.flatnonzero(seen & ~planes)
    flat = [g for g in np.flatnonzero(planes) if data.geom_xmat[g].reshape(3, 3)[2, 2] > 0.99]
    floor = max((float(data.geom_xpos[g, 2]) for g in flat), default=None)

    moved = _moved(mujoco, model)
    body = model.geom_bodyid[geoms]
    # What cannot walk away is seen with all that stands about it.
    mine = geoms[moved[body]] if follows and moved[body].any() else geoms
    places, reach = data.geom_xpos[mine], model.geom_rbound[mine]
    low, high = (places - reach[:, None]).min(axis=0), (places + reach[:, None]).max(axis=0)
    size = max(float(np.linalg.norm(high - low)) / 1.6, 1e-3)
    depth = np.array([_depth(model, b) for b in range(model.nbody)])
    root = int(model.body_rootid[model.geom_bodyid[mine[0]]])

    names = [f"g{g}" for g in geoms]
    stage = mujoco.MjModel.from_xml_string(
        _xml(mujoco, model, geoms, names, floor if floor is not None else float(low[2]), size, width, height)
    )
    on_stage = np.array([stage.geom(name).id for name in names])
    # Compiling lays a mesh about its own centre of mass, wherever its vertices were.
    shift, turn = np.zeros((len(geoms), 3)), np.tile(np.eye(3), (len(geoms), 1, 1))
    for i, placed in enumerate(on_stage):
        if stage.geom_type[placed] == kind.mjGEOM_MESH:
            mesh = stage.geom_dataid[placed]
            shift[i] = stage.mesh_pos[mesh]
            matrix = np.empty(9)
            mujoco.mju_quat2Mat(matrix, stage.mesh_quat[mesh])
            turn[i] = matrix.reshape(3, 3)
    middle = float((low[2] + high[2]) / 2 - data.xpos[root, 2])
    return _Set(stage, geoms, on_stage, shift, turn, moved[body], depth[body], root, size, middle, floor)


def _driven(mujoco: Any, model: Any) -> list[int]:
    """Joints that actuators move by themselves; all where there is no such actuator."""
    # Others move tendons, sites or bodies, which have numbers of their own.
    kinds = [int(mujoco.mjtTrn.mjTRN_JOINT), int(mujoco.mjtTrn.mjTRN_JOINTINPARENT)]
    driven = {int(j) for j in model.actuator_trnid[np.isin(model.actuator_trntype, kinds), 0]}
    return sorted(driven) or list(range(model.njnt))


def _moved(mujoco: Any, model: Any) -> np.ndarray:
    """Bodies that actuators move, with all that hangs together with them: bool [nbody]."""
    roots = {int(model.body_rootid[model.jnt_bodyid[joint]]) for joint in _driven(mujoco, model)}
    return np.array([b > 0 and int(model.body_rootid[b]) in roots for b in range(model.nbody)])


def _depth(model: Any, body: int) -> int:
    """Bodies with joints between this one and its root."""
    depth = 0
    while body > 0 and model.body_parentid[body] > 0:
        depth += int(model.body_jntnum[body] > 0)
        body = model.body_parentid[body]
    return depth


def _xml(
    mujoco: Any,
    model: Any,
    geoms: np.ndarray,
    names: list[str],
    floor: float,
    size: float,
    width: int,
    height: int,
) -> str:
    """The stage in MuJoCo's format."""
    root = ET.Element("mujoco")
    visual = ET.SubElement(root, "visual")
    ET.SubElement(visual, "global", offwidth=str(width), offheight=str(height), fovy="40")
    # As fine as shows: where a processor does the work of a GPU, shadows take the most of it.
    shadows = "1024" if width > 320 else "512"
    ET.SubElement(
        visual, "quality", shadowsize=shadows, offsamples="4", numslices="14", numstacks="8"
    )  # fmt: skip
    ET.SubElement(visual, "headlight", ambient="0.43 0.43 0.45", diffuse="0.14 0.14 0.14", specular="0 0 0")
    # In lengths of the statistic's extent, which is the actor's size.
    ET.SubElement(
        visual, "map", znear="0.02", zfar="30", shadowclip="3", shadowscale="0.9", fogstart="6", fogend="24",
        haze="0.35",
    )  # fmt: skip
    ET.SubElement(visual, "rgba", haze=f"{_SKY[1]} 1", fog=f"{_SKY[1]} 1")
    ET.SubElement(root, "statistic", extent=_text([size]), center="0 0 0")
    asset = ET.SubElement(root, "asset")
    ET.SubElement(
        asset, "texture", type="skybox", builtin="gradient", rgb1=_SKY[0], rgb2=_SKY[1], width="64",
        height="384",
    )  # fmt: skip
    ET.SubElement(
        asset, "texture", name="tiles", type="2d", builtin="checker", rgb1=_TILES[0], rgb2=_TILES[1],
        width="256", height="256",
    )  # fmt: skip
    side = 1.0 if size > 0.6 else size / 2
    ET.SubElement(
        asset, "material", name="tiles", texture="tiles", texuniform="true",
        texrepeat=_text([0.5 / side] * 2), reflectance="0", specular="0.05",
    )  # fmt: skip
    ET.SubElement(asset, "material", name="skin", specular="0.35", shininess="0.45", reflectance="0")
    world = ET.SubElement(root, "worldbody")
    ET.SubElement(
        world, "light", directional="true", castshadow="true", diffuse="0.50 0.50 0.48",
        ambient="0 0 0", specular="0.25 0.25 0.25", pos="0 0 3", dir="0 0 -1",
    )  # fmt: skip
    ET.SubElement(world, "geom", type="plane", size="0 0 1", pos=_text([0, 0, floor]), material="tiles")
    meshes: set[int] = set()
    # Its own body, so that lights and shadows take it for something that moves.
    actors = ET.SubElement(world, "body", mocap="true")
    for g, name in zip(geoms, names, strict=True):
        kind = mujoco.mjtGeom(int(model.geom_type[g]))
        row = {"name": name, "material": "skin", "contype": "0", "conaffinity": "0"}
        if kind in (mujoco.mjtGeom.mjGEOM_MESH, mujoco.mjtGeom.mjGEOM_SDF):
            mesh = int(model.geom_dataid[g])
            if mesh not in meshes:
                meshes.add(mesh)
                _add_mesh(asset, model, mesh)
            row |= {"type": "mesh", "mesh": f"mesh{mesh}"}
        elif kind == mujoco.mjtGeom.mjGEOM_HFIELD:
            field = int(model.geom_dataid[g])
            _add_hfield(asset, model, field)
            row |= {"type": "hfield", "hfield": f"field{field}"}
        elif kind.name in _PRIMITIVES:
            row |= {"type": _PRIMITIVES[kind.name], "size": _text(model.geom_size[g])}
        else:
            raise ConfigError(f"A geom of type {kind.name} cannot be drawn here.")
        ET.SubElement(actors, "geom", row)
    return ET.tostring(root, encoding="unicode")


_PRIMITIVES = {
    "mjGEOM_SPHERE": "sphere",
    "mjGEOM_CAPSULE": "capsule",
    "mjGEOM_ELLIPSOID": "ellipsoid",
    "mjGEOM_CYLINDER": "cylinder",
    "mjGEOM_BOX": "box",
}


def _add_mesh(asset: ET.Element, model: Any, mesh: int) -> None:
    first, count = model.mesh_vertadr[mesh], model.mesh_vertnum[mesh]
    face, faces = model.mesh_faceadr[mesh], model.mesh_facenum[mesh]
    ET.SubElement(
        asset, "mesh", name=f"mesh{mesh}", inertia="shell",
        vertex=_text(model.mesh_vert[first : first + count].ravel()),
        face=" ".join(map(str, model.mesh_face[face : face + faces].ravel())),
    )  # fmt: skip


def _add_hfield(asset: ET.Element, model: Any, field: int) -> None:
    rows, columns, first = model.hfield_nrow[field], model.hfield_ncol[field], model.hfield_adr[field]
    ET.SubElement(
        asset, "hfield", name=f"field{field}", nrow=str(rows), ncol=str(columns),
        size=_text(model.hfield_size[field]),
        elevation=_text(model.hfield_data[first : first + rows * columns]),
    )  # fmt: skip


def _text(numbers: Any) -> str:
    return " ".join(f"{float(x):.9g}" for x in numbers)
