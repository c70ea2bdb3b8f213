"""The table of objectives: `--objective` chooses a row by name."""

from diayn_jax import external
from diayn_jax.interfaces import ObjectiveSpec
from diayn_jax.objectives import csf, dads, diayn, disdain, lsd, metra, smerl, task

OBJECTIVES: dict[str, ObjectiveSpec] = {
    "diayn": diayn.SPEC,
    "diayn_islands": diayn.ISLANDS,
    "disdain": disdain.SPEC,
    "smerl": smerl.SPEC,
    "metra": metra.SPEC,
    "lsd": lsd.SPEC,
    "csf": csf.SPEC,
    "dads": dads.SPEC,
    "task": task.SPEC,
}


def spec(name: str) -> ObjectiveSpec:
    """Returns the row of an objective.

    The name must give an `ObjectiveSpec`, or a function such as its `make`, for an objective without settings
    of its own.

    Raises:
      ConfigError: the name names no objective.
    """
    return external.row("objective", name, OBJECTIVES, ObjectiveSpec, (ObjectiveSpec,))
