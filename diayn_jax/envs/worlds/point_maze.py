"""A point in a maze of nine rooms, four of which are dead ends."""

import math

import jax.numpy as jnp
import numpy as np

from diayn_jax.config import ConfigError, show
from diayn_jax.envs.core import Env, EnvSpec, Variation, start_offset
from diayn_jax.envs.scenes import Shape
from diayn_jax.envs.worlds import point
from diayn_jax.envs.worlds.make_world import make_world
from diayn_jax.envs.worlds.point import FEATURES, START_NOISE, STEP_SIZE
from diayn_jax.types import Array

HALF_WIDTH = 1.5  # metres; the world is the square [-1.5, 1.5]², of 3 × 3 rooms
CLEARANCE = 0.05  # metres between the point and every wall, along each axis
GOAL = (1.45, 1.45)  # metres; the far corner of the north-east room

# Segments from (x, y) to (x, y), in metres. Doors of 0.4 m connect the rooms like this:
#
#     NW - N - NE
#     |    |
#     W    C    E
#          |    |
#     SW - S - SE
#
# The point starts in the middle room C. The rooms W and E are next to it, but have the longest ways from it.
WALLS = (
    ((-1.5, -1.5), (1.5, -1.5)),
    ((-1.5, 1.5), (1.5, 1.5)),
    ((-1.5, -1.5), (-1.5, 1.5)),
    ((1.5, -1.5), (1.5, 1.5)),
    ((-1.5, 0.5), (-1.2, 0.5)),
    ((-0.8, 0.5), (-0.2, 0.5)),
    ((0.2, 0.5), (1.5, 0.5)),
    ((-1.5, -0.5), (-0.2, -0.5)),
    ((0.2, -0.5), (0.8, -0.5)),
    ((1.2, -0.5), (1.5, -0.5)),
    ((-0.5, -1.5), (-0.5, -1.2)),
    ((-0.5, -0.8), (-0.5, 0.8)),
    ((-0.5, 1.2), (-0.5, 1.5)),
    ((0.5, -1.5), (0.5, -1.2)),
    ((0.5, -0.8), (0.5, 0.8)),
    ((0.5, 1.2), (0.5, 1.5)),
)


# Corners [W, 2] of open boxes around the walls, which the point cannot enter. The boxes of walls that meet
# overlap, so that there is no gap between them.
LOW = np.array(WALLS, np.float32).min(axis=1) - np.float32(CLEARANCE)
HIGH = np.array(WALLS, np.float32).max(axis=1) + np.float32(CLEARANCE)


def _move(position: Array, shift: Array, axis: int) -> Array:
    """Moves positions [E, 2] by shift [E] along one axis, at most to the first wall."""
    other = 1 - axis
    start, across = position[:, axis, None], position[:, other, None]
    level = (across > LOW[:, other]) & (across < HIGH[:, other])  # [E, W], walls that are in the way
    # Positions are compared with the walls' faces, which is exact at any speed. A point that rests against a
    # face has exactly the coordinate of the face.
    ceiling = jnp.where(level & (start <= LOW[:, axis]), LOW[:, axis], jnp.inf).min(axis=1)
    floor = jnp.where(level & (start >= HIGH[:, axis]), HIGH[:, axis], -jnp.inf).max(axis=1)
    return position.at[:, axis].set(jnp.clip(position[:, axis] + shift, floor, ceiling))


SCENE = point.SCENE._replace(
    background=(
        *(Shape("line", wall, "wall", 0.02) for wall in WALLS),
        Shape("circle", (GOAL,), "goal", 0.03),
    ),
    limits=((-1.58, 1.58), (-1.58, 1.58)),
)


def make_point_maze(backend: str, variation: Variation) -> Env:
    """Makes a point that moves among walls by 0.1·action metres, first along x, then along y.

    A wall stops the part of a move that goes into the wall, so that the point slides along it. The point
    starts near the centre of the middle room. Observation and feature `xy` are its position, in metres. Its
    own reward is minus the straight distance to the north-east corner, in metres; this reward leads into
    walls. The variation `actuator_strength` is a factor on the speed, and `start_offset` moves the start.

    Raises:
      ConfigError: the start may be in a wall or outside the maze.
    """
    centre = start_offset("point_maze", variation)
    reach = np.float32(START_NOISE)
    hits = ((np.add(centre, reach) > LOW) & (np.subtract(centre, reach) < HIGH)).all(axis=1)
    if hits.any() or max(map(abs, centre)) > HALF_WIDTH:
        raise ConfigError(
            f"--start_offset={show(centre)}: this start is in or near a wall of the maze, or outside. Choose "
            "the middle of a room, such as 1,0."
        )
    speed = STEP_SIZE * variation.actuator_strength

    def move(position: Array, action: Array) -> tuple[Array, Array]:
        shift = speed * jnp.clip(action, -1, 1)
        position = _move(_move(position, shift[:, 0], axis=0), shift[:, 1], axis=1)
        return position, -jnp.sqrt(jnp.sum((position - jnp.array(GOAL)) ** 2, axis=-1))

    return make_world(
        "point_maze",
        SPECS["point_maze"],
        point.near(centre),
        move,
        backend=backend,
        dt=1.0,
        walls=WALLS,
        scene=SCENE,
        world=((-HALF_WIDTH, -HALF_WIDTH), (HALF_WIDTH, HALF_WIDTH)),
        reward_offset=2.95 * math.sqrt(2),  # metres from the farthest corner, (-1.5, -1.5), to the goal
    )


SPECS = {
    "point_maze": EnvSpec(
        factory=make_point_maze,
        # These are like the point's. Rooms are 1 m wide, and a step is at most 0.1 m. Without noise on the
        # discriminator's features, eight skills all stay in the middle room, with an accuracy of 0.999. With
        # the noise, skills must be further apart, and some leave the room.
        defaults={
            **point.SPECS["point"].defaults,
            "num_env_steps": 400_000,
            "num_skills": 8,
            "discriminator_noise": 0.15,
            "warmup_steps": 5_000,
        },
        features=FEATURES,
        default_features="xy",
        observation_size=2,
        action_size=2,
        variations=("actuator_strength", "start_offset"),
    )
}
