"""Which skill goes where the person points."""

import math

import jax.numpy as jnp
import numpy as np

from diayn_jax.evaluation.episodes import features_at
from diayn_jax.use.policy import Skills

_REACH = 10.0  # metres, beyond which skills have settled into their gait
_DIRECTIONS = 16
# The angle of the first camera about z from x, by its look (`START` in web/src/player/camera.js).
_AZIMUTHS = {"side": -math.pi / 2 + 0.12, "top": -math.pi / 2, "over": -math.pi / 2 - 0.5}


def steering(skills: Skills, look: str | None) -> np.ndarray | None:
    """Returns the matrix [2, 2] from a push on the page, (right, away from the camera), to z.

    It is a rotation, or also a reflection. METRA's map tells it without a simulation, if φ is the position:
    z leads to the place whose φ lies in the direction of z. The matrix is the one that fits best to the map
    of a circle (orthogonal Procrustes).

    Returns None if the skills have no such map, or are not on a plane.

    Args:
      skills: the skills.
      look: how a camera looks at a robot in space, see `bodies.view_of`; None: a plane is seen from above.
    """
    components, interface = skills.components, skills.interface
    embed, at = components.objective.embed, features_at(components, interface.observation_size)
    if embed is None or at is None or skills.space.probes.shape[1:] != (2,):
        return None
    angles = 2 * np.pi * np.arange(_DIRECTIONS) / _DIRECTIONS
    circle = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    places = jnp.asarray(np.concatenate([[[0.0, 0.0]], _REACH * circle]))
    found = np.asarray(embed(skills.params.objective, at(skills.params, places)), np.float64)
    left, _, right = np.linalg.svd((found[1:] - found[0]).T @ circle)
    return left @ right @ (np.eye(2) if look is None else _ground_of_push(_AZIMUTHS[look]))


def _ground_of_push(azimuth: float) -> np.ndarray:
    """Returns the directions on the ground of a push to the right and of one away from the camera."""
    right = [-math.sin(azimuth), math.cos(azimuth)]
    ahead = [-math.cos(azimuth), -math.sin(azimuth)]
    return np.array([right, ahead]).T
