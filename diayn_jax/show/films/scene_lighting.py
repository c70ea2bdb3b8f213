"""Builds the scene in which MuJoCo models are drawn: floor, light, sky, and the actors."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.show.players.skill_materials import depth, driven, moved

_SKY = ("0.70 0.80 0.91", "0.96 0.97 0.985")  # colours above, and at the horizon
# The tiles are so light that the colours of skills have a contrast of 3 or more against them.
TILES = ("1 1 1", "0.967 0.971 0.976")
FIELD = 40.0  # vertical field of view of the camera, degrees
_INSIDE = 0.99  # relative size of repeated geoms
_HIDDEN_GROUP = 3  # MuJoCo's viewers hide the geom groups from this one on


class View(NamedTuple):
    """The direction from which a model is best seen, in MuJoCo's terms."""

    azimuth: float
    elevation: float
    follows: bool  # the camera follows the actor, because it can walk away
    trail: bool  # the actor's path is drawn, because it moves over the ground in any direction


class BuiltStage(NamedTuple):
    """A compiled scene and the geoms in it."""

    model: Any  # the mujoco.MjModel of the scene
    geoms: np.ndarray  # [G], indices of the actor's geoms that are shown
    on_stage: np.ndarray  # [N, G], their indices in the scene for N actors; −1: a fixed geom, shown only once
    shift: np.ndarray  # [G, 3], how far compilation moved a mesh
    turn: np.ndarray  # [G, 3, 3], how compilation rotated a mesh
    moved: np.ndarray  # [G], bool: the skill moves it
    fixed: np.ndarray  # [G], bool: it is fixed to the world
    depth: np.ndarray  # [G], bodies with joints between it and its root
    root: int  # the body that the camera follows
    size: float  # size of the actor, metres
    middle: float  # initial height of the actor's middle above the root, metres
    floor: float | None  # height of the floor, metres


def view_of_model(model: Any) -> View:
    """Returns the view of a model: from the side if it moves in a plane, or else from above."""
    import mujoco

    hinge, slide, free = (
        mujoco.mjtJoint.mjJNT_HINGE,
        mujoco.mjtJoint.mjJNT_SLIDE,
        mujoco.mjtJoint.mjJNT_FREE,
    )
    kinds, axes = model.jnt_type, model.jnt_axis
    if (kinds == free).any():
        return View(azimuth=115.0, elevation=-30.0, follows=True, trail=True)
    by_motors = driven(model)
    turns = np.abs(axes[[j for j in by_motors if kinds[j] == hinge]])
    slides = int((kinds == slide).sum())
    undriven = [j for j in range(model.njnt) if kinds[j] == slide and j not in by_motors]
    walks = len(undriven) >= 2 and model.body_rootid[model.jnt_bodyid[undriven[0]]] in {
        int(model.body_rootid[model.jnt_bodyid[j]]) for j in by_motors
    }
    planar = len(turns) == 0 or bool(
        (turns.max(axis=0) > 0.99).sum() == 1 and (turns.sum(axis=1) < 1.01).all()
    )
    if planar and len(turns) and turns[0, 2] > 0.99:
        return View(azimuth=90.0, elevation=-62.0, follows=walks, trail=walks)
    if planar and (len(turns) == 0 or turns[0, 1] > 0.99 or slides):
        return View(azimuth=96.0, elevation=-11.0, follows=walks, trail=False)
    return View(azimuth=130.0, elevation=-28.0, follows=walks, trail=False)


def build(
    model: Any, follows: bool, width: int, height: int, copies: int = 1, extent: float = 0.0
) -> BuiltStage:
    """Builds the scene with `copies` actors of a model, all at one position.

    Args:
      model: the mujoco.MjModel of the actor.
      follows: the camera follows it.
      width, height: pixels of the pictures.
      copies: the number of actors.
      extent: how far they are spread, metres.

    Raises:
      ConfigError: the model has a kind of geom that cannot be drawn.
    """
    import mujoco

    kind = mujoco.mjtGeom
    data = mujoco.MjData(model)
    mujoco.mj_kinematics(model, data)
    seen = (model.geom_group < _HIDDEN_GROUP) & (model.geom_rgba[:, 3] > 0)
    if not (seen & (model.body_weldid[model.geom_bodyid] > 0)).any():
        # All moving geoms are in hidden groups, so these groups are shown.
        seen = model.geom_rgba[:, 3] > 0
    planes = model.geom_type == kind.mjGEOM_PLANE
    geoms = np.flatnonzero(seen & ~planes)
    flat = [g for g in np.flatnonzero(planes) if data.geom_xmat[g].reshape(3, 3)[2, 2] > 0.99]
    floor = max((float(data.geom_xpos[g, 2]) for g in flat), default=None)

    mine_to_move = moved(model)
    body = model.geom_bodyid[geoms]
    # For an actor that cannot walk away, the picture includes everything around it.
    mine = geoms[mine_to_move[body]] if follows and mine_to_move[body].any() else geoms
    places, bounds = data.geom_xpos[mine], model.geom_rbound[mine][:, None]
    low, high = (places - bounds).min(axis=0), (places + bounds).max(axis=0)
    size = max(float(np.linalg.norm(high - low)) / 1.6, 1e-3)
    levels = np.array([depth(model, b) for b in range(model.nbody)])
    root = int(model.body_rootid[model.geom_bodyid[mine[0]]])

    fixed = model.body_weldid[body] == 0
    # Geoms that are fixed to the world are the same for all actors, so one copy is enough.
    shown = [geoms if copy == 0 else geoms[~fixed] for copy in range(copies)]
    placed_geoms = [(int(g), f"g{copy}_{g}", copy > 0) for copy, some in enumerate(shown) for g in some]
    ground = floor if floor is not None else float(low[2])
    stage = mujoco.MjModel.from_xml_string(
        _xml(model, placed_geoms, mine_to_move, ground, size, max(size, extent), width, height)
    )
    placed = {name: stage.geom(name).id for _, name, _ in placed_geoms}
    on_stage = np.array([[placed.get(f"g{copy}_{g}", -1) for g in geoms] for copy in range(copies)])
    # Compilation moves a mesh to its own centre of mass.
    shift, turn = np.zeros((len(geoms), 3)), np.tile(np.eye(3), (len(geoms), 1, 1))
    for i, first in enumerate(on_stage[0]):
        if stage.geom_type[first] == kind.mjGEOM_MESH:
            mesh = stage.geom_dataid[first]
            shift[i] = stage.mesh_pos[mesh]
            matrix = np.empty(9)
            mujoco.mju_quat2Mat(matrix, stage.mesh_quat[mesh])
            turn[i] = matrix.reshape(3, 3)
    middle = float((low[2] + high[2]) / 2 - data.xpos[root, 2])
    return BuiltStage(
        stage, geoms, on_stage, shift, turn, mine_to_move[body], fixed, levels[body], root, size, middle,
        floor,
    )  # fmt: skip


def _xml(
    model: Any,
    placed_geoms: Sequence[tuple[int, str, bool]],
    driven_bodies: np.ndarray,
    floor: float,
    size: float,
    extent: float,
    width: int,
    height: int,
) -> str:
    """Returns the scene as XML in MuJoCo's format.

    Args:
      model: the mujoco.MjModel of the actor.
      placed_geoms: its geoms, their names in the scene, and whether another actor has the same geom.
      driven_bodies: [nbody], bool: the skill moves it.
      floor, size, extent: metres; see `build`.
      width, height: pixels.
    """
    import mujoco

    root = ET.Element("mujoco")
    visual = ET.SubElement(root, "visual")
    ET.SubElement(visual, "global", offwidth=str(width), offheight=str(height), fovy=_text([FIELD]))
    # Shadows are only as fine as can be seen, because they take most of the time if a CPU draws.
    shadows = "2048" if extent > size else "1024" if width > 320 else "512"
    ET.SubElement(
        visual, "quality", shadowsize=shadows, offsamples="4", numslices="14", numstacks="8"
    )  # fmt: skip
    ET.SubElement(visual, "headlight", ambient="0.43 0.43 0.45", diffuse="0.14 0.14 0.14", specular="0 0 0")
    # These are in units of the extent: the size of the actor, or of the area over which actors are spread.
    ET.SubElement(
        visual, "map", znear="0.02", zfar="30", shadowclip="3", shadowscale="0.9", fogstart="6", fogend="24",
        haze="0.35",
    )  # fmt: skip
    ET.SubElement(visual, "rgba", haze=f"{_SKY[1]} 1", fog=f"{_SKY[1]} 1")
    ET.SubElement(root, "statistic", extent=_text([extent]), center="0 0 0")
    asset = ET.SubElement(root, "asset")
    ET.SubElement(
        asset, "texture", type="skybox", builtin="gradient", rgb1=_SKY[0], rgb2=_SKY[1], width="64",
        height="384",
    )  # fmt: skip
    ET.SubElement(
        asset, "texture", name="tiles", type="2d", builtin="checker", rgb1=TILES[0], rgb2=TILES[1],
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
    fields: set[int] = set()
    # The geoms are in a separate moving body, so that they cast shadows.
    actors = ET.SubElement(world, "body", mocap="true")
    for g, name, repeated in placed_geoms:
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
            if field not in fields:
                fields.add(field)
                _add_hfield(asset, model, field)
            row |= {"type": "hfield", "hfield": f"field{field}"}
        elif kind.name in _PRIMITIVES:
            # Each actor has a copy of an object, such as a block to push, at the same position. Copies are
            # smaller, so that the first one hides them.
            inside = repeated and not driven_bodies[model.geom_bodyid[g]]
            row |= {
                "type": _PRIMITIVES[kind.name],
                "size": _text(model.geom_size[g] * (_INSIDE if inside else 1.0)),
            }
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
