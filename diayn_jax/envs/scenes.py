"""What there is to see of an environment: how a state becomes a picture.

An environment's `scene` says it as one of three kinds. Each has a `pose(state)`: the few numbers
of a state that the picture needs, as arrays on the device, so that a rollout can record them.
What draws them (on a web page, in a film) is below, in `show`.
"""

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

import numpy as np

from diayn_jax.types import Array, PyTree


class Shape(NamedTuple):
    """Something flat to draw, in a world's own coordinates, y up.

    `role` says how it is coloured: `agent` in the skill's colour, `limb` as a part of the agent that
    is not, `wall`, `ground`, `goal`, and `guide` for faint lines.
    """

    kind: Literal["circle", "line", "polygon"]
    points: Sequence[Sequence[float]] | np.ndarray  # [n, 2]; of a circle its centre, [1, 2]
    role: Literal["agent", "limb", "wall", "ground", "goal", "guide"]
    size: float = 0.0  # of a circle the radius, of a line the width (0: as thin as can be seen)


class PlaneScene(NamedTuple):
    """A world in two dimensions.

    `shapes(pose [P])` draws on the host one state of one environment: always as many shapes, of
    the same kinds, roles, sizes and numbers of points. `background` stays. `limits` are to be
    seen at least; what goes beyond is followed. With `trail`, the first shape, a circle, leaves a
    trace of where it has been.
    """

    pose: Callable[[PyTree], Array]  # state -> [E, P]
    shapes: Callable[[np.ndarray], list[Shape]]
    background: tuple[Shape, ...]
    limits: tuple[tuple[float, float], tuple[float, float]]  # lower and upper of x, of y
    trail: bool = False


class MujocoScene(NamedTuple):
    """A world of MuJoCo's: `pose` gives the joints' positions, `model` where geoms hang on them.

    `model()` gives the mujoco.MjModel, as varied; its kinematics (`mujoco.mj_kinematics`) make
    geoms' places of `qpos`, whatever engine stepped it.
    """

    pose: Callable[[PyTree], Array]  # state -> [E, nq], `qpos`
    model: Callable[[], Any]


class ImageScene(NamedTuple):
    """A world that draws itself."""

    pose: Callable[[PyTree], Array]  # state -> [E, H, W, 3], uint8


Scene = PlaneScene | MujocoScene | ImageScene
