"""Features of Gymnasium's environments, and functions that read them."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from diayn_jax.envs.core import Feature

# Reads a feature: (simulator without wrappers, observation, info) -> F numbers.
Read = Callable[[Any, np.ndarray, Mapping[str, Any]], Any]
# Features by name; the function is None if the observation contains the feature.
Features = dict[str, tuple[Feature, Read | None]]

LANDER: Features = {
    # The observation gives them in units of half a screen: 10 m wide, 6.67 m high.
    "xy": (
        Feature(2, "position of the lander from the landing pad: to the right, and up", "m"),
        lambda simulator, obs, info: (obs[0] * 10.0, obs[1] * 20.0 / 3.0),
    ),
    "tilt": (Feature(1, "angle of the lander, to the left", "rad", dims=(4,)), None),
}
WALKER: Features = {
    "x": (
        Feature(1, "position of the hull along the ground", "m"),
        lambda simulator, obs, info: (simulator.hull.position.x,),
    ),
    "xz": (
        Feature(2, "position of the hull along the ground, and its height", "m"),
        lambda simulator, obs, info: tuple(simulator.hull.position),
    ),
    "joint_pos": (
        Feature(
            4, "angles of hips and knees; those of knees are shifted by 1 rad", "rad", dims=(4, 6, 9, 11)
        ),
        None,
    ),
}
_REACHER: Features = {
    "tip": (
        Feature(2, "position of the fingertip", "m"),
        lambda simulator, obs, info: simulator.get_body_com("fingertip")[:2],
    )
}


def _driven(simulator: Any, obs: np.ndarray, info: Mapping[str, Any]) -> tuple[float, float]:
    # Every episode has its own track, with a random start and direction.
    _, angle, x, y = simulator.track[0]
    right, ahead = (np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle))
    moved = np.subtract(simulator.car.hull.position, (x, y))
    return float(moved @ right), float(moved @ ahead)


CAR: Features = {
    "xy": (Feature(2, "position from the start: to the right of its direction, and ahead", "m"), _driven)
}
_KNOWN = {"CarRacing": CAR, "LunarLander": LANDER, "LunarLanderContinuous": LANDER, "BipedalWalker": WALKER}
_KNOWN |= {"BipedalWalkerHardcore": WALKER, "Reacher": _REACHER}

_INFO_X = Feature(1, "position of the root body along the track", "m")
_INFO_XY = Feature(2, "position of the root body on the ground plane", "m")


def _read_info(*keys: str) -> Read:
    return lambda simulator, obs, info: [info[key] for key in keys]


def features_of(name: str, info: Mapping[str, Any]) -> Features:
    """Returns the known features of an environment; the default feature comes first."""
    features = dict(_KNOWN.get(re.sub(r"-v\d+$", "", name), {}))
    # Gymnasium's MuJoCo environments give their position in `info`.
    if "x_position" in info and "y_position" in info:
        features["xy"] = (_INFO_XY, _read_info("x_position", "y_position"))
    elif "x_position" in info:
        features["x"] = (_INFO_X, _read_info("x_position"))
    return features
