"""Scenes: descriptions of how to draw an environment's state.

There are three kinds of scenes. Each has a function `pose(state)`, which returns the few numbers of a state
that a picture needs, as arrays on the device. So a rollout can record them. The package `show` draws scenes
on web pages and in films.
"""

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

import numpy as np

from diayn_jax.types import Array, PyTree


class Shape(NamedTuple):
    """A two-dimensional shape to draw, in the world's own coordinates; y points up.

    `role` decides the colour. An `agent` has the skill's colour. A `limb` is a part of the agent in another
    colour. `guide` is for faint lines. The other roles are `wall`, `ground` and `goal`.
    """

    kind: Literal["circle", "line", "polygon"]
    points: Sequence[Sequence[float]] | np.ndarray  # [n, 2]; for a circle its centre, [1, 2]
    role: Literal["agent", "limb", "wall", "ground", "goal", "guide"]
    size: float = 0.0  # radius of a circle, or width of a line (0: a hairline)


class PlaneScene(NamedTuple):
    """The scene of a two-dimensional world.

    `shapes(pose [P])` returns the shapes for one state of one environment. It runs on the host. The number of
    shapes and their kinds, roles, sizes and numbers of points must not depend on the state. `background` does
    not move. The picture always shows `limits`, and the view follows an agent that leaves them. With `trail`,
    the first shape, which must be a circle, leaves a trace of its path.
    """

    pose: Callable[[PyTree], Array]  # state -> [E, P]
    shapes: Callable[[np.ndarray], list[Shape]]
    background: tuple[Shape, ...]
    limits: tuple[tuple[float, float], tuple[float, float]]  # (low, high) of x, and of y
    trail: bool = False


class MujocoScene(NamedTuple):
    """The scene of a world with a MuJoCo model: `pose` gives the joint positions, `model` the geoms.

    `model()` returns the mujoco.MjModel with the environment's variation. Its kinematics
    (`mujoco.mj_kinematics`) compute the positions of geoms from `qpos`, for any physics engine. `xml` is the
    model without the variation, for programs without Python; None: it is not known.
    """

    pose: Callable[[PyTree], Array]  # state -> [E, nq], `qpos`
    model: Callable[[], Any]
    xml: str | None = None


class ImageScene(NamedTuple):
    """The scene of an environment that renders its own images."""

    pose: Callable[[PyTree], Array]  # state -> [E, H, W, 3], uint8


Scene = PlaneScene | MujocoScene | ImageScene


def within(scene: Scene | None, part: str) -> Scene | None:
    """Returns the scene of a wrapper, whose state has the state of the scene as its field `part`."""
    if scene is None:
        return None
    pose = scene.pose
    return scene._replace(pose=lambda state: pose(getattr(state, part)))
