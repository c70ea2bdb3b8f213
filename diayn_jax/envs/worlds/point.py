"""A point on a plane, for tests and demos that take seconds."""

import math
from collections.abc import Callable, Sequence

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.config import ConfigError, show
from diayn_jax.envs.core import SMALL_NETWORKS, Env, EnvSpec, Feature, Variation, start_offset
from diayn_jax.envs.scenes import PlaneScene, Shape
from diayn_jax.envs.worlds.make_world import make_world
from diayn_jax.symmetry import SignedPermutation, Symmetry, group, signed
from diayn_jax.types import Array, Key

STEP_SIZE = 0.1  # metres per step along an axis, for an action of 1
HALF_WIDTH = 1.0  # metres; the world is the square [-1, 1]²
START_NOISE = 0.05  # metres

FEATURES = {"xy": Feature(2, "position", "m", dims=(0, 1))}


def _plane_symmetry(plane: SignedPermutation) -> Symmetry:
    return Symmetry(plane, plane, plane, (("xy", plane),))


_TURN, _MIRROR = _plane_symmetry(signed(-2, 1)), _plane_symmetry(signed(1, -2))
SYMMETRIES = {"D4": group([_TURN, _MIRROR]), "C4": group([_TURN]), "C2": group([_TURN.after(_TURN)])}


def disc(pose: np.ndarray) -> list[Shape]:
    """Returns the shape of the point at pose [2]."""
    return [Shape("circle", pose[None], "agent", 0.05 * HALF_WIDTH)]


_EDGE = ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0))
SCENE = PlaneScene(
    pose=lambda state: state,
    shapes=disc,
    background=(
        Shape("line", _EDGE, "wall", 0.02),
        Shape("line", ((-1.0, 0.0), (1.0, 0.0)), "guide"),
        Shape("line", ((0.0, -1.0), (0.0, 1.0)), "guide"),
    ),
    limits=((-1.08, 1.08), (-1.08, 1.08)),
    trail=True,
)


def near(centre: Sequence[float]) -> Callable[[Key], Array]:
    """Returns a function that draws a position [2] within `START_NOISE` of a place along each axis, m."""
    return lambda key: (
        jnp.array(centre) + jax.random.uniform(key, (2,), minval=-START_NOISE, maxval=START_NOISE)
    )


def make_point(backend: str, variation: Variation) -> Env:
    """Makes a point that moves by 0.1·action metres in the square [-1, 1]², clipped at the walls.

    It starts near the centre, or near `start_offset`. Observation and feature `xy` are its position, in
    metres. Its own reward is minus the distance to the corner (1, 1), divided by √2.

    Raises:
      ConfigError: the start may be outside the square.
    """
    centre = start_offset("point", variation)
    if max(map(abs, centre)) > HALF_WIDTH - START_NOISE:
        most = HALF_WIDTH - START_NOISE
        raise ConfigError(
            f"--start_offset={show(centre)}: the world ends {HALF_WIDTH:g} m from its centre. Give two "
            f"numbers from {-most:g} to {most:g}."
        )

    def move(position: Array, action: Array) -> tuple[Array, Array]:
        position = jnp.clip(position + STEP_SIZE * jnp.clip(action, -1, 1), -HALF_WIDTH, HALF_WIDTH)
        return position, -jnp.sqrt(jnp.sum((position - HALF_WIDTH) ** 2, axis=-1)) / math.sqrt(2)

    return make_world(
        "point",
        SPECS["point"],
        near(centre),
        move,
        backend=backend,
        dt=1.0,
        scene=SCENE,
        world=((-HALF_WIDTH, -HALF_WIDTH), (HALF_WIDTH, HALF_WIDTH)),
        reward_offset=2.0,  # the lowest reward is −2, in the corner (−1, −1)
    )


SPECS = {
    "point": EnvSpec(
        factory=make_point,
        # Short episodes and small networks are enough for this world.
        defaults={
            "episode_length": 100,
            "num_env_steps": 200_000,
            "num_skills": 6,
            **SMALL_NETWORKS,
            "replay_size": 100_000,
            "warmup_steps": 2_000,
        },
        features=FEATURES,
        default_features="xy",
        observation_size=2,
        action_size=2,
        variations=("start_offset",),
        symmetries=SYMMETRIES,
    )
}
