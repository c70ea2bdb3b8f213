"""What of a model of MuJoCo's wears a skill's colour, and how light it is there."""

from typing import Any

import numpy as np

LIGHTER = (0.0, 0.16, 0.3)  # share of white in the colour of the trunk, of limbs on it, and of limbs on those


def driven(model: Any) -> list[int]:
    """Joints that actuators move by themselves; all where there is no such actuator."""
    import mujoco

    # Others move tendons, sites or bodies, which have numbers of their own.
    kinds = [int(mujoco.mjtTrn.mjTRN_JOINT), int(mujoco.mjtTrn.mjTRN_JOINTINPARENT)]
    joints = {int(j) for j in model.actuator_trnid[np.isin(model.actuator_trntype, kinds), 0]}
    return sorted(joints) or list(range(model.njnt))


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


def lightness(model: Any) -> list[float | None]:
    """Of each body the share of white in the skill's colour; None where it keeps its own, [nbody]."""
    return [
        LIGHTER[min(depth(model, body), len(LIGHTER) - 1)] if mine else None
        for body, mine in enumerate(moved(model))
    ]
