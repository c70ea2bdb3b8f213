"""Writes the result of an imitation as JSON and as a picture, and describes it in lines."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from diayn_jax.show.pictures import figure_style
from diayn_jax.show.pictures.imitation import Retrieval, imitation_figure
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.storage import files, provenance
from diayn_jax.use.imitation.imitate import Imitation, as_json
from diayn_jax.use.loaded_run import Run

_MOST_LINES = 20


def write(
    out: Path, found: Imitation, student: Run, expert: Run | Path | None, settings: Mapping[str, Any]
) -> list[Path]:
    """Writes the JSON file, and a picture beside it; returns the paths.

    Args:
      expert: the run, or the file of states, that was imitated.
      settings: the settings of the imitation, such as `episodes`, which are written to the file.

    Raises:
      RunFileError: a file cannot be written.
    """
    files.write_json(
        out,
        {
            "student": _described(student),
            "expert": _described(expert) if isinstance(expert, Run) else {"states": str(expert)},
            "features": student.trainer.components.feature_map.name,
            **settings,
            **as_json(found, student),
            "device": provenance.device(),
            "versions": provenance.versions(),
        },
    )
    picture = out.with_suffix(".png")
    name = expert.path.name if isinstance(expert, Run) and expert.path else Path(str(expert)).name
    own = student.path.name if student.path else student.config.env
    distance, dist_vec = found.by_features.distance, found.by_features.dist_vec
    names = _names(found, expert), shown_of(student.config).names
    figure = imitation_figure(
        Retrieval(found.mean_score, distance, found.retrieved, dist_vec, *names),
        score="log q(z|φ)" if student.skills.classifies else "Δφ · z",
        of=student.trainer.components.feature_map.name,
        title=f"{student.config.env}: {own} imitates {name}",
    )
    return [out, figure_style.save(figure, picture, dpi=120)]


def lines(found: Imitation) -> list[str]:
    """Returns a row for each of the first behaviours, with distances by features, and the figures of all."""
    own = found.by_features
    rows = ["expert  retrieved  nearest  rank  distance  of a random skill"]
    columns = zip(
        found.retrieved, own.nearest, own.rank, own.dist_vec, own.distance.mean(axis=-1), strict=True
    )
    rows += [
        f"{p:6d}  {retrieved:9d}  {nearest:7d}  {rank:4d}  {distance:8.3f}  {random:17.3f}"
        for p, (retrieved, nearest, rank, distance, random) in enumerate(columns)
        if p < _MOST_LINES
    ]
    if len(found.retrieved) > _MOST_LINES:
        rows.append(f"… and {len(found.retrieved) - _MOST_LINES} more")
    abouts = {
        "retrieval": f"retrieved skills that are the nearest (chance {found.chance:.3f})",
        "under_random": "other skills that are farther off than the retrieved",
    }
    rows.append(f"{'By':54s}features  whole states")
    for name, about in abouts.items():
        rows.append(f"{about:54s}{getattr(own, name):8.3f}  {getattr(found.by_states, name):12.3f}")
    return rows


def _described(run: Run) -> dict[str, Any]:
    return {
        "run": str(run.path) if run.path else None,
        "env": run.config.env,
        "backend": run.trainer.env.backend,
        "objective": run.config.objective,
        "skills": run.trainer.components.skills.name,
        "env_steps": int(run.state.counters.env_steps),
        "seed": run.config.seed,
    }


def _names(found: Imitation, expert: Run | Path | None) -> list[str]:
    if isinstance(expert, Run):
        return list(shown_of(expert.config).names)
    return [str(i) for i in np.arange(len(found.retrieved))]
