"""The table of Brax's environments: features, sizes, variations and default settings."""

import functools
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax.numpy as jnp

from diayn_jax.envs.core import SMALL_NETWORKS, Feature
from diayn_jax.symmetry import Symmetry, group, signed
from diayn_jax.types import Array

ALL_BACKENDS = ("spring", "positional", "generalized", "mjx")
BY_MUJOCO = ("native", "mjx")  # backends with MuJoCo's contacts
EXACT_FIRST = ("generalized", "spring", "positional", "mjx")


class KnownFeature(NamedTuple):
    """A feature, and how to get its value."""

    feature: Feature
    places: tuple[int, ...] = ()  # indices in the observation with all positions; () if it is not there
    read: Callable[[Any], Array] | None = None  # pipeline state -> [F]; None if always observed


class Row(NamedTuple):
    """A row of the table: facts about a Brax environment that the environment itself does not provide."""

    features: Mapping[str, KnownFeature]
    default_features: str
    sizes: tuple[int, int]  # the sizes of observation and action
    variations: tuple[str, ...]  # fields of `Variation`
    hidden: int = 0  # leading coordinates (x, or x and y) that its observation leaves out by default
    backends: tuple[str, ...] = ALL_BACKENDS
    native_on_cpus: bool = True  # on CPUs, it learns fastest with `native` (docs/results/speed.md)
    mujoco_lift: float = 0.0  # metres by which a robot that moves on a plane starts higher on `BY_MUJOCO`
    defaults: Mapping[str, Any] = {}
    about: str = ""  # as in `EnvSpec`
    # Generators of groups of symmetries by name, the largest group first. Their observations include all
    # positions.
    symmetries: Mapping[str, tuple[Symmetry, ...]] = {}

    def groups(self, hidden: int) -> dict[str, tuple[Symmetry, ...]]:
        """Returns the groups by name, for observations that leave out `hidden` leading coordinates."""
        return {
            name: group([self._seen(one, hidden) for one in given]) for name, given in self.symmetries.items()
        }

    def _seen(self, one: Symmetry, hidden: int) -> Symmetry:
        everything = one.observation
        features = tuple(
            (name, everything.restricted(known.places))
            for name, known in self.features.items()
            if known.places and everything.keeps(known.places)
        )
        return one._replace(
            observation=everything.restricted(range(hidden, everything.size)), features=features
        )


def placed(known: KnownFeature, hidden: int) -> Feature:
    """Returns the feature with its indices in an observation that leaves out `hidden` leading coordinates."""
    dims = tuple(place - hidden for place in known.places)
    return known.feature._replace(dims=dims if dims and min(dims) >= 0 else None)


_XY = Feature(2, "position of the root body on the ground plane", "m")
_X = Feature(1, "position of the root body along the track", "m")
_Z = Feature(1, "height of the root body", "m")
_XZ = Feature(2, "position of the root body along the track, and its height", "m")


def _root_xy(state):
    return state.x.pos[0, :2]


def _first_two(state):
    return state.q[:2]


def _end_of(link: int, offset: tuple[float, float, float], axes: tuple[int, ...]):
    """Makes a function that reads the position of a point of a link, at `offset` in the link's own frame."""

    def read(state):
        from brax.base import Transform

        return state.x.take(link).do(Transform.create(pos=jnp.array(offset))).pos[jnp.array(axes)]

    return read


def _joint_angles(first: int, count: int) -> KnownFeature:
    return KnownFeature(Feature(count, "angles of the joints", "rad"), tuple(range(first, first + count)))


def _planar(joints: int) -> dict[str, KnownFeature]:
    """Returns features of a robot in the vertical plane, with coordinates x, z, pitch and joints."""
    pose = Feature(2, "height of the root body, and its pitch", "m, rad")
    return {
        "x": KnownFeature(_X, (0,), lambda state: state.x.pos[0, :1]),
        "z": KnownFeature(_Z, (1,)),
        "xz": KnownFeature(_XZ, (0, 1), lambda state: state.x.pos[0, jnp.array([0, 2])]),
        "xy": KnownFeature(_XY, (), _root_xy),
        "torso": KnownFeature(pose, (1, 2)),
        "joint_pos": _joint_angles(3, joints),
    }


def _free(joints: int) -> dict[str, KnownFeature]:
    """Returns features of a robot that moves freely, with coordinates xyz, orientation and joints."""
    pose = Feature(5, "height of the root body, and its orientation (quaternion w, x, y, z)", "m, –")
    return {
        "xy": KnownFeature(_XY, (0, 1), _root_xy),
        "z": KnownFeature(_Z, (2,)),
        "torso": KnownFeature(pose, (2, 3, 4, 5, 6)),
        "joint_pos": _joint_angles(7, joints),
    }


def _cheetah() -> dict[str, KnownFeature]:
    """Returns the features of `_planar` with Brax's height above the start, which is 0.7 m above ground."""
    features = _planar(6)
    above = "height of the root body above its start at 0.7 m"
    return {
        **features,
        "z": features["z"]._replace(feature=Feature(1, above, "m")),
        "xz": KnownFeature(
            Feature(2, f"position of the root body along the track, and {above}", "m"), (0, 1), _first_two
        ),
        "torso": features["torso"]._replace(feature=Feature(2, f"{above}, and its pitch", "m, rad")),
    }


_CART = Feature(1, "position of the cart along its rail", "m")
_FORCES = ("actuator_strength", "joint_damage")
_PLACE = ("exclude_current_positions", "start_offset")  # for robots whose dynamics do not depend on position
_WALKS = (*_PLACE, "gravity", "friction", *_FORCES)
_FALLS = ("terminate_when_unhealthy", *_WALKS)

# A step's reward is seldom below the negative of these numbers (QDax, qdax/tasks/brax/v2/envs/__init__.py,
# `reward_offset` of the `_uni` environments, whose rewards are Brax's own).
REWARD_OFFSETS = {"ant": 3.24, "halfcheetah": 9.231, "hopper": 0.9, "walker2d": 1.413}

# A pole on a cart. Brax's maximal coordinates would let the cart leave its rail by centimetres.
_pole = functools.partial(
    Row,
    default_features="x",
    variations=("gravity", *_FORCES),
    backends=EXACT_FIRST,
    defaults={"num_env_steps": 1_000_000, **SMALL_NETWORKS},
)

# Ant's coordinates are x y z, the quaternion w x y z, and hip and ankle of legs 1 to 4, which stand in the
# quadrants (+, +), (−, +), (−, −) and (+, −). Their velocities follow. The actuators begin with leg 4. Ankles
# of legs 2 and 3 bend to the negative side.
_ANT_QUARTER_TURN = Symmetry(
    observation=signed(-2, 1, 3, 4, -6, 5, 7, 14, 15, 8, -9, 10, 11, 12, -13).beside(
        signed(-2, 1, 3, -5, 4, 6, 13, 14, 7, -8, 9, 10, 11, -12)
    ),
    action=signed(7, -8, 1, 2, 3, -4, 5, 6),
    plane=signed(-2, 1),
)
_ANT_MIRROR = Symmetry(
    observation=signed(1, -2, 3, 4, -5, 6, -7, -14, 15, -12, 13, -10, 11, -8, 9).beside(
        signed(1, -2, 3, -4, 5, -6, -13, 14, -11, 12, -9, 10, -7, 8)
    ),
    action=signed(-3, 4, -1, 2, -7, 8, -5, 6),
    plane=signed(1, -2),
)

# A mirror in the plane y = 0 exchanges left and right. Angular velocities and torques are pseudovectors, so
# their x and z change sign. The model mirrors the axes of hips, knees and elbows, so their angles keep their
# signs; it does not mirror those of shoulders. Two of its numbers differ between left and right: the armature
# of hip_y (0.010 and 0.008 kg m²), and a spring of 1 N m/rad that only the left knee has. With equal numbers,
# the symmetry would be exact (docs/decisions/0066).
_PSEUDOVECTOR = signed(-1, 2, -3)
_TWIST = signed(1, -2, 3).beside(_PSEUDOVECTOR)  # velocity and angular velocity of a body
# abdomen z, y, x; hip x, z, y and knee, right and left; shoulder 1, 2 and elbow, right and left
_HUMANOID_JOINTS = signed(-1, 2, -3, 8, 9, 10, 11, 4, 5, 6, 7, -15, -16, 17, -12, -13, 14)
# torso, waist, pelvis; thigh and shin, right and left; upper and lower arm, right and left
_HUMANOID_BODIES = signed(1, 2, 3, 6, 7, 4, 5, 10, 11, 8, 9)
_HUMANOID_VELOCITIES = _TWIST.beside(_HUMANOID_JOINTS)
_HUMANOID_MIRROR = Symmetry(
    observation=signed(1, -2, 3, 4, -5, 6, -7)
    .beside(_HUMANOID_JOINTS)
    .beside(_HUMANOID_VELOCITIES)
    # Each body's matrix of inertia, by rows, and its mass.
    .beside(_HUMANOID_BODIES.kron(signed(1, -2, 3, -4, 5, -6, 7, -8, 9, 10)))
    .beside(_HUMANOID_BODIES.kron(_TWIST))
    .beside(_HUMANOID_VELOCITIES),  # the actuators' forces, in the order of velocities
    action=signed(1, -2).beside(_HUMANOID_JOINTS.restricted(range(2, 17))),  # abdomen y comes before z
    plane=signed(1, -2),
)

# `defaults` are for DIAYN, in addition to the device's preset. docs/background/presets.md has the sources.
# Robots that move in a horizontal plane take no gravity, and robots that touch nothing take no friction.
ROWS = {
    # With noise of 0.1 m, skills separate a little further, and the bound on mutual information is the same.
    # An episode has 300 steps because skills are still alike in the first fifty.
    # Brax's start is 0.55 m high, with most feet inside the ground. MuJoCo throws such an ant up: one of
    # seven leaves the healthy heights without doing anything. Gymnasium's ant starts at 0.75 m.
    "ant": Row(
        _free(8),
        "xy",
        (27, 8),
        _FALLS,
        hidden=2,
        native_on_cpus=False,
        mujoco_lift=0.2,
        defaults={"discriminator_noise": 0.1, "episode_length": 300},
        symmetries={
            "D4": (_ANT_QUARTER_TURN, _ANT_MIRROR),
            "C4": (_ANT_QUARTER_TURN,),
            "C2": (_ANT_QUARTER_TURN.after(_ANT_QUARTER_TURN),),
        },
    ),
    # Halfcheetah's legs differ in size and strength, and hopper has only one, so they have no symmetry.
    "halfcheetah": Row(_cheetah(), "x", (17, 6), _WALKS, hidden=1),
    # A robot that falls stays near its start, so its skills differ little in position and much in final pose.
    "hopper": Row(
        _planar(3),
        "xz",
        (11, 3),
        _FALLS,
        hidden=1,
        defaults={"num_skills": 20, "discriminator_noise": 0.1, "episode_length": 500},
    ),
    # An exchange of its legs is no symmetry: the left foot has friction 1.9, and the right one has 0.9.
    "walker2d": Row(
        _planar(6),
        "xz",
        (17, 6),
        _FALLS,
        hidden=1,
        defaults={"discriminator_noise": 0.1, "episode_length": 500},
    ),
    "humanoid": Row(
        _free(17),
        "xy",
        (244, 17),
        _FALLS,
        hidden=2,
        defaults={"episode_length": 300},
        symmetries={"D1": (_HUMANOID_MIRROR,)},
    ),
    # This robot starts lying down and cannot walk at first, so its skills are postures. It has no symmetry,
    # because its left hip bends 10 degrees further than the right one.
    "humanoidstandup": Row(
        _free(17),
        "torso",
        (244, 17),
        ("start_offset", "gravity", "friction", *_FORCES),
        hidden=2,
        defaults={"episode_length": 300},
    ),
    "inverted_pendulum": _pole(
        {
            "x": KnownFeature(_CART, (0,)),
            "angle": KnownFeature(Feature(1, "angle of the pole from upright", "rad"), (1,)),
            "joint_pos": KnownFeature(
                Feature(2, "position of the cart, and angle of the pole", "m, rad"), (0, 1)
            ),
        },
        sizes=(4, 1),
    ),
    "inverted_double_pendulum": _pole(
        {
            "x": KnownFeature(_CART, (0,)),
            "tip": KnownFeature(
                Feature(2, "position of the upper pole's tip along the rail, and its height", "m"),
                read=_end_of(2, (0.0, 0.0, 0.6), (0, 2)),
            ),
            "joint_pos": KnownFeature(
                Feature(3, "position of the cart, and angles of both poles", "m, rad"),
                read=lambda state: state.q,
            ),
        },
        sizes=(8, 1),
    ),
    "pusher": Row(
        {
            "tip": KnownFeature(
                Feature(3, "position of the wrist, which holds the arm's tip", "m"), (14, 15, 16)
            ),
            "object": KnownFeature(Feature(2, "position of the object on the table", "m"), (17, 18)),
            "joint_pos": _joint_angles(0, 7),
        },
        "tip",
        (23, 7),
        ("friction", *_FORCES),
        defaults={"episode_length": 100},
    ),
    "reacher": Row(
        {
            "tip": KnownFeature(
                Feature(2, "position of the fingertip", "m"), read=_end_of(1, (0.11, 0.0, 0.0), (0, 1))
            ),
            "joint_pos": KnownFeature(Feature(2, "angles of the joints", "rad"), read=_first_two),
        },
        "tip",
        (11, 2),
        _FORCES,
        backends=EXACT_FIRST,
        defaults={"episode_length": 100},
    ),
    "swimmer": Row(
        {
            "xy": KnownFeature(
                Feature(2, "position of the first link in the plane", "m"), (0, 1), _first_two
            ),
            "heading": KnownFeature(Feature(1, "direction of the first link", "rad"), (2,)),
            "joint_pos": _joint_angles(3, 2),
        },
        "xy",
        (8, 2),
        (*_PLACE, *_FORCES),
        hidden=2,
        backends=("generalized",),
    ),
    "fast": Row(
        {"x": KnownFeature(Feature(1, "distance travelled", "m"), (0,))},
        "x",
        (2, 1),
        (),
        native_on_cpus=False,  # Brax has no model for it that MuJoCo could step.
        defaults={"episode_length": 100, "num_env_steps": 200_000, "warmup_steps": 2_000, **SMALL_NETWORKS},
        about="Brax's own test environment: a point that accelerates while its action is positive, without "
        "physics.",
    ),
}
