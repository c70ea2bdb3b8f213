"""Decides which geoms of a MuJoCo model are drawn, which have the skill's colour, and in which shade."""

from typing import Any

import numpy as np

# Share of white or black in the colour of the trunk, its limbs, and their limbs.
SHADES = (0.0, 0.16, 0.3)
DEFAULT_COLOUR = (0.5, 0.5, 0.5, 1.0)  # MuJoCo's, of a geom
_DARK = 0.1  # luminance below which a colour's limbs are lighter even on a light background


def visible(model: Any) -> list[int]:
    """Returns the visible geoms; by MuJoCo's convention, groups above 2 are for collisions and are hidden.

    If no moving geom is in the other groups, all groups are shown.
    """
    opaque = [g for g in range(model.ngeom) if own_colour(model, g)[3] > 0]
    shown = [g for g in opaque if model.geom_group[g] <= 2]
    return shown if any(model.body_weldid[model.geom_bodyid[g]] for g in shown) else opaque


def kind_of(model: Any, g: int) -> str:
    """Returns the type of a geom in MuJoCo's format, such as `mesh`."""
    import mujoco

    return mujoco.mjtGeom(int(model.geom_type[g])).name.removeprefix("mjGEOM_").lower()


def has_material_colour(model: Any, g: int) -> bool:
    """Whether a geom's material gives its colour: MuJoCo's rule, if the geom's own colour is the default."""
    return model.geom_matid[g] >= 0 and np.allclose(model.geom_rgba[g], DEFAULT_COLOUR)


def own_colour(model: Any, g: int) -> np.ndarray:
    """Returns the colour that the model gives a geom [4], in 0 to 1, without texture."""
    rgba = model.mat_rgba[model.geom_matid[g]] if has_material_colour(model, g) else model.geom_rgba[g]
    return np.array(rgba, np.float64)


def driven(model: Any) -> list[int]:
    """Returns the joints that actuators move directly; all joints if no actuator does."""
    import mujoco

    # Other actuators move tendons, sites or bodies, whose ids are not joint ids.
    kinds = [int(mujoco.mjtTrn.mjTRN_JOINT), int(mujoco.mjtTrn.mjTRN_JOINTINPARENT)]
    joints = {int(j) for j in model.actuator_trnid[np.isin(model.actuator_trntype, kinds), 0]}
    return sorted(joints) or list(range(model.njnt))


def limb_colour(rgb: np.ndarray, share: float, *, dark: bool = False) -> np.ndarray:
    """Returns a limb's colour [3], in 0 to 1: the skill's colour mixed with white or black.

    On a light background only dark colours are mixed with white, so that limbs keep their contrast.
    `web/src/player/instances.js` does the same.
    """
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    towards = 1.0 if dark or linear @ [0.2126, 0.7152, 0.0722] < _DARK else 0.0
    return rgb + share * (towards - rgb)


def shades(model: Any) -> list[float | None]:
    """Returns each body's share of white or black, [nbody]; None for a body that no skill moves.

    Actuators move their bodies and all bodies attached to them. The share grows with the number of bodies
    with joints between a body and its root.
    """
    roots = {int(model.body_rootid[model.jnt_bodyid[joint]]) for joint in driven(model)}
    depth = [0] * model.nbody
    for body, parent in enumerate(model.body_parentid):
        if parent > 0:
            depth[body] = depth[parent] + int(model.body_jntnum[body] > 0)
    return [
        SHADES[min(depth[body], len(SHADES) - 1)] if body and int(root) in roots else None
        for body, root in enumerate(model.body_rootid)
    ]
