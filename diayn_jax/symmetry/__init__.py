"""Symmetries of an environment: changes of state and action after which the physics is the same.

Ant looks the same after a quarter turn. If it is turned, and each leg gets the action of the leg that was in
its place, it moves as before, in the turned direction. So the skills of all directions can share one policy:
the policy learns the skills of one sector, and acts for the others in a turned frame.
"""

from diayn_jax.symmetry.groups import (
    GroupAction,
    SignedPermutation,
    Symmetry,
    action_of,
    check_name,
    group,
    is_group,
    product_table,
    signed,
    unchanged,
)
from diayn_jax.symmetry.skill_symmetry import (
    SkillSymmetry,
    all_differ,
    feature_turns,
    sample_turns,
    skill_turns,
)
from diayn_jax.symmetry.symmetric_mlp import SymmetricMLP, unfit_sizes

__all__ = [
    "GroupAction",
    "SignedPermutation",
    "SkillSymmetry",
    "SymmetricMLP",
    "Symmetry",
    "action_of",
    "all_differ",
    "check_name",
    "feature_turns",
    "group",
    "is_group",
    "product_table",
    "sample_turns",
    "signed",
    "skill_turns",
    "unchanged",
    "unfit_sizes",
]
