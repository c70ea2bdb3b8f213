"""What of a model of MuJoCo's wears a skill's colour, and in which shade."""

from typing import Any

import numpy as np

# Share of white or black in the colour of the trunk, of limbs on it, and of limbs on those.
SHADES = (0.0, 0.16, 0.3)
_DARK = 0.1  # luminance of a colour below which its limbs are lighter on light paper, too


def driven(model: Any) -> list[int]:
    """Joints that actuators move by themselves; all where there is no such actuator."""
    import mujoco

    # Others move tendons, sites or bodies, which have numbers of their own.
    kinds = [int(mujoco.mjtTrn.mjTRN_JOINT), int(mujoco.mjtTrn.mjTRN_JOINTINPARENT)]
    joints = {int(j) for j in model.actuator_trnid[np.isin(model.actuator_trntype, kinds), 0]}
    return sorted(joints) or list(range(model.njnt))


def limb_colour(rgb: np.ndarray, share: float, *, dark: bool = False) -> np.ndarray:
    """A limb's colour [3], in 0 to 1: a skill's with a share of white, or of black.

    On light paper white would bring a colour too near to it, unless it is dark. `web/src/player/instances.js`
    does the same.
    """
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    towards = 1.0 if dark or linear @ [0.2126, 0.7152, 0.0722] < _DARK else 0.0
    return rgb + share * (towards - rgb)


def moved(model: Any) -> np.ndarray:
    """Bodies that actuators move, with all that hangs together with them: bool [nbody]."""
    roots = {int(model.body_rootid[model.jnt_bodyid[joint]]) for joint in driven(model)}
    return np.array([b > 0 and int(model.body_rootid[b]) in roots for b in range(model.nbody)])


def depth(model: Any, body: int) -> int:
    """Bodies with joints between this one and its root."""
    levels = 0
    while body > 0 and model.body_parentid[body] > 0:
        levels += int(model.body_jntnum[body] > 0)
        body = model.body_parentid[body]
    return levels


def shades(model: Any) -> list[float | None]:
    """Of each body the share of white or black in its colour; None where no skill drives it, [nbody]."""
    return [
        SHADES[min(depth(model, body), len(SHADES) - 1)] if mine else None
        for body, mine in enumerate(moved(model))
    ]
