"""Builds the scene in which MuJoCo models are drawn: floor, light, sky, and the actors."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.show.players.meshes import mesh
from diayn_jax.show.players.skill_materials import driven, kind_of, shades, visible

# The tiles are so light that the colours of skills have a contrast of 3 or more against them.
TILES = ("1 1 1", "0.967 0.971 0.976")
FIELD = 40.0  # vertical field of view of the camera, degrees
_INSIDE = 0.99  # relative size of repeated geoms
_PRIMITIVES = ("sphere", "capsule", "ellipsoid", "cylinder", "box")

# The numbers of `map` are in units of the extent: the size of the actor, or of the area over which actors are
# spread. The actors' geoms are in a moving body, so that they cast shadows.
_SCENE = f"""
<mujoco>
  <visual>
    <global offwidth="{{width}}" offheight="{{height}}" fovy="{FIELD:g}"/>
    <quality shadowsize="{{shadows}}" offsamples="4" numslices="14" numstacks="8"/>
    <headlight ambient="0.43 0.43 0.45" diffuse="0.14 0.14 0.14" specular="0 0 0"/>
    <map znear="0.02" zfar="30" shadowscale="0.9" fogstart="6" fogend="24" haze="0.35"/>
    <rgba haze="0.96 0.97 0.985 1" fog="0.96 0.97 0.985 1"/>
  </visual>
  <statistic extent="{{extent:.9g}}" center="0 0 0"/>
  <asset>
    <texture type="skybox" builtin="gradient" rgb1="0.70 0.80 0.91" rgb2="0.96 0.97 0.985" width="64"
      height="384"/>
    <texture name="tiles" type="2d" builtin="checker" rgb1="{TILES[0]}" rgb2="{TILES[1]}" width="256"
      height="256"/>
    <material name="tiles" texture="tiles" texuniform="true" texrepeat="{{repeat:.9g}} {{repeat:.9g}}"
      reflectance="0" specular="0.05"/>
    <material name="skin" specular="0.35" shininess="0.45" reflectance="0"/>
  </asset>
  <worldbody>
    <light directional="true" castshadow="true" diffuse="0.50 0.50 0.48" ambient="0 0 0"
      specular="0.25 0.25 0.25" pos="0 0 3" dir="0 0 -1"/>
    <geom type="plane" size="0 0 1" pos="0 0 {{floor:.9g}}" material="tiles"/>
    <body mocap="true"/>
  </worldbody>
</mujoco>
"""


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
    shades: Sequence[float | None]  # [G], share of white or black in the skill's colour; None: not moved
    root: int  # the body that the camera follows
    size: float  # size of the actor, metres
    middle: float  # initial height of the actor's middle above the root, metres
    floor: float | None  # height of the floor, metres


class _Placed(NamedTuple):
    """A geom of the scene."""

    geom: int  # its index in the actor's model
    name: str
    # Each actor has a copy of an object, such as a block to push, at the same position. Copies are smaller,
    # so that the first one hides them.
    inside: bool


def view_of_model(model: Any) -> View:
    """Returns the view of a model: from the side if it moves in a plane, or else from above."""
    import mujoco

    joint = mujoco.mjtJoint
    hinge, slide = joint.mjJNT_HINGE, joint.mjJNT_SLIDE
    kinds, axes = model.jnt_type, model.jnt_axis
    if (kinds == joint.mjJNT_FREE).any():
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
    """Builds the scene with `copies` actors of a mujoco.MjModel, all at one position.

    With `follows`, the camera follows them. The pictures have width × height pixels, and the actors will be
    spread over `extent` metres. Raises `ConfigError` if a kind of geom cannot be drawn.
    """
    import mujoco

    data = mujoco.MjData(model)
    mujoco.mj_kinematics(model, data)
    planes = model.geom_type == mujoco.mjtGeom.mjGEOM_PLANE
    geoms = np.array([g for g in visible(model) if not planes[g]], int)
    flat = [g for g in np.flatnonzero(planes) if data.geom_xmat[g].reshape(3, 3)[2, 2] > 0.99]
    floor = max((float(data.geom_xpos[g, 2]) for g in flat), default=None)

    by_body = shades(model)
    mine_to_move = np.array([shade is not None for shade in by_body])
    body = model.geom_bodyid[geoms]
    # For an actor that cannot walk away, the picture includes everything around it.
    mine = geoms[mine_to_move[body]] if follows and mine_to_move[body].any() else geoms
    places, bounds = data.geom_xpos[mine], model.geom_rbound[mine][:, None]
    low, high = (places - bounds).min(axis=0), (places + bounds).max(axis=0)
    size = max(float(np.linalg.norm(high - low)) / 1.6, 1e-3)
    root = int(model.body_rootid[model.geom_bodyid[mine[0]]])

    fixed = model.body_weldid[body] == 0
    # Geoms that are fixed to the world are the same for all actors, so one copy is enough.
    placed = [
        _Placed(int(g), f"g{copy}_{g}", copy > 0 and not mine_to_move[model.geom_bodyid[g]])
        for copy in range(copies)
        for g in (geoms if copy == 0 else geoms[~fixed])
    ]
    ground = floor if floor is not None else float(low[2])
    xml = _xml(model, placed, ground, size, max(size, extent), width, height)
    stage = mujoco.MjModel.from_xml_string(xml)
    ids = {geom.name: stage.geom(geom.name).id for geom in placed}
    on_stage = np.array([[ids.get(f"g{copy}_{g}", -1) for g in geoms] for copy in range(copies)])
    # Compilation moves a mesh to its own centre of mass.
    shift, turn = np.zeros((len(geoms), 3)), np.tile(np.eye(3), (len(geoms), 1, 1))
    for i, first in enumerate(on_stage[0]):
        if kind_of(stage, first) == "mesh":
            own = stage.geom_dataid[first]
            shift[i] = stage.mesh_pos[own]
            matrix = np.empty(9)
            mujoco.mju_quat2Mat(matrix, stage.mesh_quat[own])
            turn[i] = matrix.reshape(3, 3)
    middle = float((low[2] + high[2]) / 2 - data.xpos[root, 2])
    own_shades = [by_body[b] for b in body]
    return BuiltStage(
        stage, geoms, on_stage, shift, turn, mine_to_move[body], fixed, own_shades, root, size, middle, floor
    )


def _xml(
    model: Any, placed: list[_Placed], floor: float, size: float, extent: float, width: int, height: int
) -> str:
    """Returns the scene as XML in MuJoCo's format; see `BuiltStage` and `build` for the lengths, metres."""
    # Shadows are only as fine as can be seen, because they take most of the time if a CPU draws.
    shadows = 2048 if extent > size else 1024 if width > 320 else 512
    side = 1.0 if size > 0.6 else size / 2
    numbers = {"width": width, "height": height, "shadows": shadows, "extent": extent, "floor": floor}
    root = ET.fromstring(_SCENE.format(**numbers, repeat=0.5 / side))
    asset, actors = root.find("asset"), root.find("worldbody/body")
    assert asset is not None
    assert actors is not None
    shapes: set[str] = set()
    for g, name, inside in placed:
        kind, shape = kind_of(model, g), int(model.geom_dataid[g])
        row = {"name": name, "material": "skin", "contype": "0", "conaffinity": "0"}
        if kind in ("mesh", "sdf"):
            row |= {"type": "mesh", "mesh": f"mesh{shape}"}
        elif kind == "hfield":
            row |= {"type": "hfield", "hfield": f"hfield{shape}"}
        elif kind in _PRIMITIVES:
            row |= {"type": kind, "size": _text(model.geom_size[g] * (_INSIDE if inside else 1.0))}
        else:
            raise ConfigError(f"A geom of type mjGEOM_{kind.upper()} cannot be drawn here.")
        ET.SubElement(actors, "geom", row)
        own = row.get("mesh") or row.get("hfield")
        if own and own not in shapes:
            shapes.add(own)
            _add_shape(asset, model, row["type"], shape)
    return ET.tostring(root, encoding="unicode")


def _add_shape(asset: ET.Element, model: Any, kind: str, i: int) -> None:
    """Adds the model's mesh or height field number `i`."""
    if kind == "mesh":
        vertices, triangles = mesh(model, ("mesh", i))
        face = " ".join(map(str, triangles.ravel()))
        ET.SubElement(
            asset, "mesh", name=f"mesh{i}", inertia="shell", vertex=_text(vertices.ravel()), face=face
        )
        return
    rows, columns, first = model.hfield_nrow[i], model.hfield_ncol[i], model.hfield_adr[i]
    ET.SubElement(
        asset, "hfield", name=f"hfield{i}", nrow=str(rows), ncol=str(columns),
        size=_text(model.hfield_size[i]), elevation=_text(model.hfield_data[first : first + rows * columns]),
    )  # fmt: skip


def _text(numbers: Any) -> str:
    return " ".join(f"{float(x):.9g}" for x in numbers)
