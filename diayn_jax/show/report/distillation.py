"""How a run was made of solutions, as its distilled.json has it (`interop.distilled` writes it)."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diayn_jax.storage import files, untrusted_files


class Distillation(NamedTuple):
    """What solutions were made into skills."""

    env_steps: int  # of episodes of solutions and skills; steps beyond are of training
    error: float  # root mean square of the skills' actions against the solutions'
    return_of_solutions: float  # mean of an episode's
    return_of_skills: float  # mean of an episode's, by the policy as it was taught


def read(path: Path) -> tuple[Distillation | None, str]:
    """How the run in a directory was made of solutions; None where it was not, or where a note says why."""
    file = path / files.DISTILLED
    if not file.exists():
        return None, ""
    try:
        return _parsed(untrusted_files.read_json(file)), ""
    except (OSError, ValueError) as error:
        return None, f"{files.DISTILLED} cannot be read: {error}."


def _parsed(document: dict[str, Any]) -> Distillation:
    """Raises `ValueError` where something is missing or of another kind."""
    steps = document.get("env_steps")
    if not isinstance(steps, int) or isinstance(steps, bool):
        raise ValueError(f"env_steps is {steps}, and should be a whole number")
    means = []
    for name in ("action_error", "return_of_solutions", "return_of_skills"):
        # What is not finite is null there.
        value = np.asarray(document.get(name)) if name in document else np.zeros(0)
        if value.dtype.kind not in "fiuO" or not value.size:
            raise ValueError(f"{name} is {document.get(name)}, and should be numbers")
        try:
            means.append(float(value.astype(float).mean()))
        except TypeError as error:
            raise ValueError(f"{name} has something else than numbers") from error
    return Distillation(steps, *means)
