"""What is rewarded, by name: the rows that `--objective` chooses from."""

from diayn_jax import external
from diayn_jax.interfaces import ObjectiveSpec
from diayn_jax.objectives import diayn, metra, task

OBJECTIVES: dict[str, ObjectiveSpec] = {"diayn": diayn.SPEC, "metra": metra.SPEC, "task": task.SPEC}


def spec(name: str) -> ObjectiveSpec:
    """The row of an objective; `package.module:make` names one of a user's own.

    That is an `ObjectiveSpec`, or a function such as its `make` without settings of its own.

    Raises:
      ConfigError: there is no such objective.
    """
    return external.row("objective", name, OBJECTIVES, ObjectiveSpec, (ObjectiveSpec,))
