"""What an imitation found, as JSON, as a picture and in lines."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from diayn_jax.run import files, provenance
from diayn_jax.show import panels
from diayn_jax.show.imitation import imitation_figure
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.use.imitate import Imitation, as_json
from diayn_jax.use.library import Run

_MOST_LINES = 20


def write(
    out: Path, found: Imitation, student: Run, expert: Run | Path | None, settings: Mapping[str, Any]
) -> list[Path]:
    """Writes the JSON file, and a picture beside it; returns the paths.

    Args:
      out: of the JSON file.
      found: what was found.
      student: the run whose skills were searched.
      expert: the run, or the file of states, that was imitated.
      settings: episodes and the like, which stand in the file.

    Raises:
      RunFileError: one cannot be written.
    """
    files.write_json(
        out,
        {
            "student": _described(student),
            "expert": _described(expert) if isinstance(expert, Run) else {"states": str(expert)},
            "features": student.trainer.feature_map.name,
            **settings,
            **as_json(found, student),
            "device": provenance.device(),
            "versions": provenance.versions(),
        },
    )
    picture = out.with_suffix(".png")
    name = expert.path.name if isinstance(expert, Run) and expert.path else Path(str(expert)).name
    own = student.path.name if student.path else student.config.env
    figure = imitation_figure(
        found.mean_score,
        found.distance,
        found.retrieved,
        found.dist_vec,
        expert=_names(found, expert),
        student=shown_of(student.config).names,
        score="log q(z|φ)" if student.skills.classifies else "Δφ · z",
        title=f"{student.config.env}: {own} imitates {name}",
    )
    with files.explained(picture):
        panels.save(figure, picture, dpi=120)
    return [out, picture]


def lines(found: Imitation) -> list[str]:
    """A row for each of the first behaviours, and the figures of all."""
    rows = ["expert  retrieved  nearest  rank  distance  of a random skill"]
    of_random = found.distance.mean(axis=-1)
    columns = zip(found.retrieved, found.nearest, found.rank, found.dist_vec, of_random, strict=True)
    rows += [
        f"{p:6d}  {own:9d}  {nearest:7d}  {rank:4d}  {distance:8.3f}  {random:17.3f}"
        for p, (own, nearest, rank, distance, random) in enumerate(columns)
        if p < _MOST_LINES
    ]
    if len(found.retrieved) > _MOST_LINES:
        rows.append(f"… and {len(found.retrieved) - _MOST_LINES} more")
    share, chance = f"{found.retrieval:.3f}", f"{found.chance:.3f}"
    farther = f"{found.under_random:.3f}"
    rows.append(f"retrieval     {share} of the retrieved skills are the nearest (chance {chance})")
    rows.append(f"under_random  {farther} of the other skills are farther off than the retrieved")
    return rows


def _described(run: Run) -> dict[str, Any]:
    return {
        "run": str(run.path) if run.path else None,
        "env": run.config.env,
        "backend": run.trainer.env.backend,
        "objective": run.config.objective,
        "skills": run.trainer.skills.name,
        "env_steps": int(run.state.counters.env_steps),
        "seed": run.config.seed,
    }


def _names(found: Imitation, expert: Run | Path | None) -> list[str]:
    if isinstance(expert, Run):
        return list(shown_of(expert.config).names)
    return [str(i) for i in np.arange(len(found.retrieved))]
