"""Reads how solutions were distilled into a run: distilled.json, which `interop.distilled` writes."""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diayn_jax.storage import files, untrusted_files


class Distillation(NamedTuple):
    """The figures of a distillation of solutions into skills."""

    env_steps: int  # steps of the solutions' and skills' episodes; later steps are training
    error: float  # root mean square of the skills' actions against the solutions'
    return_of_solutions: float  # mean return of an episode
    return_of_skills: float  # mean return of an episode, before any training


def read(path: Path) -> tuple[Distillation | None, str]:
    """Returns the distillation of the run in a directory, and a note.

    The distillation is None if the run has none, or if its file cannot be read; the note then says why.
    """
    file = path / files.DISTILLED
    if not file.exists():
        return None, ""
    try:
        return _parsed(untrusted_files.read_json(file)), ""
    except (OSError, ValueError) as error:
        return None, f"{files.DISTILLED} cannot be read: {error}."


def _parsed(document: dict[str, Any]) -> Distillation:
    """Raises `ValueError` if an entry is missing or has the wrong type."""
    steps = document.get("env_steps")
    if not isinstance(steps, int) or isinstance(steps, bool):
        raise ValueError(f"env_steps is {steps}, and should be a whole number")
    means = []
    for name in ("action_error", "return_of_solutions", "return_of_skills"):
        # Values that are not finite are null in the file.
        value = np.asarray(document.get(name)) if name in document else np.zeros(0)
        if value.dtype.kind not in "fiuO" or not value.size:
            raise ValueError(f"{name} is {document.get(name)}, and should be numbers")
        try:
            means.append(float(value.astype(float).mean()))
        except TypeError as error:
            raise ValueError(f"{name} contains values that are not numbers") from error
    return Distillation(steps, *means)
