"""The table of MuJoCo Playground's tasks: features, sizes, variations and episode lengths."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax.numpy as jnp

from diayn_jax.envs.core import Feature
from diayn_jax.types import Array

# Tasks whose robots come from MuJoCo Menagerie.
OF_MENAGERIE = (
    "AeroCubeRotateZAxis",
    "AlohaHandOver",
    "AlohaSinglePegInsertion",
    "ApolloJoystickFlatTerrain",
    "BarkourJoystick",
    "BerkeleyHumanoidJoystickFlatTerrain",
    "BerkeleyHumanoidJoystickRoughTerrain",
    "G1JoystickFlatTerrain",
    "G1JoystickRoughTerrain",
    "Go1Footstand",
    "Go1Getup",
    "Go1Handstand",
    "Go1JoystickFlatTerrain",
    "Go1JoystickRoughTerrain",
    "H1InplaceGaitTracking",
    "H1JoystickGaitTracking",
    "LeapCubeReorient",
    "LeapCubeRotateZAxis",
    "Op3Joystick",
    "PandaOpenCabinet",
    "PandaPickCube",
    "PandaPickCubeCartesian",
    "PandaPickCubeOrientation",
    "PandaRobotiqPushCube",
    "SpotFlatTerrainJoystick",
    "SpotGetup",
    "SpotJoystickGaitTracking",
    "T1JoystickFlatTerrain",
    "T1JoystickRoughTerrain",
)

# Reads a feature [F] from a Playground state of one environment.
Read = Callable[[Any], Array]
# Features by name; the function is None if the observation contains the feature.
Features = dict[str, tuple[Feature, Read | None]]


def _observed(size: int, meaning: str, unit: str, first: int) -> tuple[Feature, None]:
    """Makes a feature that is in the observation, from index `first`."""
    return Feature(size, meaning, unit, tuple(range(first, first + size))), None


def _coordinates(meaning: str, unit: str, *places: int) -> tuple[Feature, Read]:
    """Makes a feature of coordinates (indices of qpos) that the observation leaves out."""
    return Feature(len(places), meaning, unit), lambda state: state.data.qpos[jnp.array(places)]


_ALONG = "position of the root body along the track"
_PLANE = "position of the root body on the ground plane"


def _planar(joints: int, start: float, x: int = 0) -> Features:
    """Returns features of a robot in the vertical plane.

    Its coordinates are x, z, pitch and joints, and all but x are observed. With x = 1, the coordinates are z,
    x, pitch and joints, and none is observed.

    Args:
      start: height of the start above the ground, m; the robot's height is measured from there.
      x: index of the coordinate x, 0 or 1.
    """
    above = f"height of the root body above its start at {start:g} m"
    z, pose, angles = f"{above}", f"{above}, and its pitch", "angles of the joints"
    features: Features = {"x": _coordinates(_ALONG, "m", x)}
    if x == 0:
        features["z"] = _observed(1, z, "m", 0)
        features["torso"] = _observed(2, pose, "m, rad", 0)
        features["joint_pos"] = _observed(joints, angles, "rad", 2)
    else:
        features["z"] = _coordinates(z, "m", 0)
        features["torso"] = _coordinates(pose, "m, rad", 0, 2)
        features["joint_pos"] = _coordinates(angles, "rad", *range(3, 3 + joints))
    features["xz"] = _coordinates(f"{_ALONG}, and {above}", "m", x, 1 - x)
    features["xy"] = (Feature(2, _PLANE, "m"), lambda state: jnp.stack([state.data.qpos[x], jnp.zeros(())]))
    return features


def free_robot(joints: int) -> Features:
    """Returns features of a robot that moves freely, with coordinates xyz, orientation and joints."""
    pose = "height of the root body, and its orientation (quaternion w, x, y, z)"
    return {
        "xy": _coordinates(_PLANE, "m", 0, 1),
        "z": _coordinates("height of the root body", "m", 2),
        "torso": _coordinates(pose, "m, –", 2, 3, 4, 5, 6),
        "joint_pos": _coordinates("angles of the joints", "rad", *range(7, 7 + joints)),
    }


_FORCES = ("actuator_strength", "joint_damage")
_HANGS = ("gravity", *_FORCES)
_PUSHES = ("friction", *_FORCES)
TOUCHES = ("gravity", *_PUSHES)


class Robot(NamedTuple):
    """Facts about the tasks of a robot that the tasks themselves do not provide."""

    features: Features  # the default first
    sizes: tuple[int, int]  # the sizes of observation and action
    variations: tuple[str, ...]
    episode_length: int
    default_features: str = ""  # the default if it is not the first
    small: bool = False  # whether small networks and a million steps are enough


_CARTPOLE = Robot(
    {
        "x": _observed(1, "position of the cart along its rail", "m", 0),
        "pole": _observed(2, "direction of the pole: up, and along the rail", "–", 1),
    },
    (5, 1),
    _HANGS,
    500,
    small=True,
)
_ACROBOT = Robot(
    {
        "arms": _observed(4, "directions of both arms: sideways (upper, lower), then up", "–", 0),
        "joint_pos": _coordinates("angles of the joints", "rad", 0, 1),
    },
    (6, 1),
    _HANGS,
    300,
    small=True,
)
_FINGER: Features = {
    "tip": _observed(2, "position of the spinner's tip from its hinge: sideways, and up", "m", 2),
    "joint_pos": _observed(2, "angles of the finger's joints", "rad", 0),
    "turned": _coordinates("angle by which the spinner has turned", "rad", 2),
}
_SWIMMER = Robot(
    {
        "xy": _coordinates("position of the head in the plane", "m", 0, 1),
        "heading": _coordinates("direction of the head", "rad", 2),
        "joint_pos": _observed(5, "angles of the joints", "rad", 0),
    },
    (25, 5),
    _FORCES,
    300,
)
_FISH = Robot(
    {
        "xyz": _coordinates("position of the torso", "m", 0, 1, 2),
        "xy": _coordinates("position of the torso, seen from above", "m", 0, 1),
        "torso": _coordinates("orientation of the torso (quaternion w, x, y, z)", "–", 3, 4, 5, 6),
        "joint_pos": _observed(7, "angles of the joints", "rad", 1),
    },
    (24, 5),
    _FORCES,
    250,
)
_HOPPER = Robot(_planar(4, 1.0), (15, 4), TOUCHES, 300)
_HUMANOID = Robot(
    {**free_robot(21), "joint_pos": _observed(21, "angles of the joints", "rad", 0)}, (67, 21), TOUCHES, 300
)
_REACHER = Robot(
    {
        "tip": (Feature(2, "position of the fingertip", "m"), lambda state: _tip(state.data.qpos)),
        "joint_pos": _observed(2, "angles of the joints", "rad", 0),
    },
    (6, 2),
    _FORCES,
    100,
    small=True,
)
_WALKER = Robot(_planar(6, 1.3, x=1), (24, 6), TOUCHES, 300)


def _tip(angles: Array) -> Array:
    """Computes the position of the reacher's tip, [2], m, from its joint angles, rad."""
    upper, lower = angles[0], angles[0] + angles[1]
    # Both links are 0.12 m long.
    return 0.12 * jnp.stack([jnp.cos(upper) + jnp.cos(lower), jnp.sin(upper) + jnp.sin(lower)])


ROBOTS = {
    "AcrobotSwingup": _ACROBOT,
    "AcrobotSwingupSparse": _ACROBOT,
    "BallInCup": Robot(
        {
            "ball": _observed(2, "position of the ball from its start: sideways, and up", "m", 2),
            "cup": _observed(2, "position of the cup from its start: sideways, and up", "m", 0),
        },
        (8, 2),
        TOUCHES,
        200,
        small=True,
    ),
    "CartpoleBalance": _CARTPOLE,
    "CartpoleBalanceSparse": _CARTPOLE,
    "CartpoleSwingup": _CARTPOLE,
    "CartpoleSwingupSparse": _CARTPOLE,
    "CheetahRun": Robot(_planar(6, 0.7), (17, 6), TOUCHES, 500),
    "FingerSpin": Robot(_FINGER, (9, 2), _PUSHES, 250),
    "FingerTurnEasy": Robot(_FINGER, (12, 2), _PUSHES, 250),
    "FingerTurnHard": Robot(_FINGER, (12, 2), _PUSHES, 250),
    "FishSwim": _FISH,
    "HopperHop": _HOPPER,
    "HopperStand": _HOPPER,
    "HumanoidRun": _HUMANOID,
    "HumanoidStand": _HUMANOID,
    "HumanoidWalk": _HUMANOID,
    "PendulumSwingup": Robot(
        {"pole": _observed(2, "direction of the pole: sideways, and up", "–", 0)},
        (3, 1),
        _HANGS,
        250,
        default_features="obs",
        small=True,
    ),
    "PointMass": Robot({"xy": _observed(2, "position", "m", 0)}, (4, 2), _FORCES, 200, small=True),
    "ReacherEasy": _REACHER,
    "ReacherHard": _REACHER,
    "SwimmerSwimmer6": _SWIMMER,
    "WalkerRun": _WALKER,
    "WalkerStand": _WALKER,
    "WalkerWalk": _WALKER,
}
