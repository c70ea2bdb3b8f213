"""What is rewarded, by name: the rows that `--objective` chooses from."""

from diayn_jax import external
from diayn_jax.config import ConfigError, closest_matches
from diayn_jax.interfaces import ObjectiveSpec
from diayn_jax.objectives import diayn, metra, task

OBJECTIVES: dict[str, ObjectiveSpec] = {"diayn": diayn.SPEC, "metra": metra.SPEC, "task": task.SPEC}


def spec(name: str) -> ObjectiveSpec:
    """The row of an objective; `package.module:make` names one of a user's own.

    That is an `ObjectiveSpec`, or a function such as its `make` without settings of its own.

    Raises:
      ConfigError: there is no such objective.
    """
    if name in OBJECTIVES:
        return OBJECTIVES[name]
    if external.is_external(name):
        found = external.load("objective", name)
        return found if isinstance(found, ObjectiveSpec) else ObjectiveSpec(found)
    raise ConfigError(
        f"--objective={name} is not allowed: it takes {' | '.join(OBJECTIVES)}, or package.module:make of "
        f"your own.{closest_matches(name, OBJECTIVES)}"
    )
