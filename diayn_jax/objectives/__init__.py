"""What makes the intrinsic reward, by name."""

from diayn_jax.objectives.diayn import make_diayn

OBJECTIVES = {"diayn": make_diayn}
