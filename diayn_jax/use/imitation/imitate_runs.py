"""Imitates the skills of a run, or recorded states: the result as a record, as JSON and as a picture."""

import dataclasses
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from diayn_jax.config import ConfigError, check_seed, check_whole, in_arguments
from diayn_jax.number_format import number
from diayn_jax.output import Progress, silent
from diayn_jax.records import Record, plain
from diayn_jax.show import report
from diayn_jax.show.pictures import figure_style
from diayn_jax.show.pictures.imitation import Retrieval, imitation_figure
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.storage import files, paths, provenance
from diayn_jax.use.imitation.imitate import (
    EPISODES,
    Imitation,
    as_json,
    check_student,
    common_length,
    imitate_skills,
    imitate_states,
    read_states,
)
from diayn_jax.use.imitation.named import check_named
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.named_run import LATEST, Named, path_of, run_of

_MOST_LINES = 20


@dataclasses.dataclass(frozen=True, repr=False)
class Imitated(Record):
    """For each behaviour of an expert, the student's skill that imitates it."""

    found: Imitation  # the figures
    student: Run
    expert: Run | Path | None  # the run, or the file of states, that was imitated
    settings: Mapping[str, Any]  # episodes, deterministic, seed; of a run also episode_length
    written: tuple[Path, ...] = ()

    def lines(self) -> list[str]:
        """Returns a row for each of the first behaviours, and the figures of all."""
        return _lines(self.found)

    def as_json(self) -> dict[str, Any]:
        """Returns the content of the JSON file, and the files that were written."""
        return plain({**document(self), "written": self.written})

    def cells(self) -> list[list[str]]:
        """Returns a row for each behaviour, with distances by features."""
        own = self.found.by_features
        rows = [["expert", "retrieved", "nearest", "rank", "distance"]]
        for p, (skill, nearest, rank, distance) in enumerate(
            zip(self.found.retrieved, own.nearest, own.rank, own.dist_vec, strict=True)
        ):
            rows.append([str(p), str(skill), str(nearest), str(rank), number(float(distance))])
        return rows


@in_arguments
def imitate(
    *runs: Named,
    demonstration: str | os.PathLike[str] | None = None,
    episodes: int = EPISODES,
    episode_length: int | None = None,
    sampled: bool = False,
    seed: int = 0,
    checkpoint: int | str = LATEST,
    file: str | os.PathLike[str] | None = None,
    trust: bool = False,
    progress: Progress = silent,
) -> Imitated:
    """Finds the student's skills that imitate an expert's, and writes them; `diayn imitate EXPERT STUDENT`.

    The runs may differ in seeds, networks, objectives and environments, as long as the expert's environment
    has the features that the student's objective sees.

    Args:
      *runs: the expert and the student, each by its directory or as a `Run`; with `demonstration`, the
        student alone.
      demonstration: a `.npz` file of recorded states to imitate (`imitate.read_states`).
      episodes: the number of episodes of each skill of both runs.
      episode_length: the most steps of an episode; None: that of the shorter run.
      sampled: both policies act by samples; otherwise by their modes.
      seed: the seed of first states and samples.
      checkpoint: `latest`, `best`, or the checkpoints' environment steps.
      file: the JSON file to write, with a picture beside it; None: `imitation-NAME.json` in the student's
        directory, if it has one.
      trust: lets the runs import code of the user's own that they name.
      progress: receives what is being done, and how many episodes are compared.

    Raises:
      ConfigError: there is no such run; the student cannot imitate the expert; or a number is below 1.
      CheckpointError: there is no such checkpoint.
      RunFileError: a file cannot be written.
    """
    check_named(runs, demonstration, episode_length)
    check_whole(episodes=episodes, episode_length=episode_length)
    check_seed(seed)
    # Wrong paths are refused before a run is loaded.
    *directories, own = [path_of(run) for run in runs]
    recorded = files.expanded(demonstration) if demonstration else None
    name = recorded.stem if recorded else (directories[0].name if directories[0] else "expert")
    out = paths.out_file(file, own and own / f"imitation-{name}.json", "imitation.json")
    if out is not None and out.suffix != ".json":
        raise ConfigError(f"--file={out}: it is JSON, beside a picture. Name a file such as imitation.json.")
    student = run_of(runs[-1], checkpoint, trust=trust)
    settings: dict[str, Any] = {"episodes": episodes, "deterministic": not sampled, "seed": seed}
    expert: Run | Path
    if recorded:
        check_student(student)
        expert, states = recorded, read_states(recorded, student)
        found = imitate_states(student, states, **settings, progress=progress)
    else:
        expert = run_of(runs[0], checkpoint, trust=trust)
        settings["episode_length"] = episode_length or common_length(student, expert)
        found = imitate_skills(student, expert, **settings, progress=progress)
    imitated = Imitated(found, student, expert, settings)
    if out is None:
        return imitated
    written = write(out, imitated)
    if student.path is not None:
        written += report.put_on_page(student.path, written)
    return dataclasses.replace(imitated, written=tuple(written))


def write(out: Path, imitated: Imitated) -> list[Path]:
    """Writes the JSON file, and a picture beside it; returns the paths.

    Raises:
      RunFileError: a file cannot be written.
    """
    files.write_json(out, document(imitated))
    found, student, expert = imitated.found, imitated.student, imitated.expert
    picture = out.with_suffix(".png")
    name = _named(expert) if isinstance(expert, Run) else Path(str(expert)).name
    own = _named(student)
    distance, dist_vec = found.by_features.distance, found.by_features.dist_vec
    names = _names(found, expert), shown_of(student.config).names
    figure = imitation_figure(
        Retrieval(found.mean_score, distance, found.retrieved, dist_vec, *names),
        score="log q(z|φ)" if student.skills.classifies else "Δφ · z",
        of=student.trainer.components.feature_map.name,
        title=f"{student.config.env}: {own} imitates {name}",
    )
    return [out, figure_style.save(figure, picture, dpi=120)]


def document(imitated: Imitated) -> dict[str, Any]:
    """Returns the content of the JSON file: the runs, the settings and the figures."""
    student, expert = imitated.student, imitated.expert
    return {
        "student": _described(student),
        "expert": _described(expert) if isinstance(expert, Run) else {"states": str(expert)},
        "features": student.trainer.components.feature_map.name,
        **imitated.settings,
        **as_json(imitated.found, student),
        "device": provenance.device(),
        "versions": provenance.versions(),
    }


def _lines(found: Imitation) -> list[str]:
    """Returns a row for each of the first behaviours, with distances by features, and the figures of all."""
    own = found.by_features
    rows = ["expert  retrieved  nearest  rank  distance  of a random skill"]
    means = np.ma.masked_invalid(own.distance).mean(axis=-1).filled(np.nan)
    columns = zip(found.retrieved, own.nearest, own.rank, own.dist_vec, means, strict=True)
    rows += [
        f"{p:6d}  {retrieved:9d}  {nearest:7d}  {rank:4d}  {distance:8.3f}  {random:17.3f}"
        for p, (retrieved, nearest, rank, distance, random) in enumerate(columns)
        if p < _MOST_LINES
    ]
    if len(found.retrieved) > _MOST_LINES:
        rows.append(f"… and {len(found.retrieved) - _MOST_LINES} more")
    abouts = {
        "retrieval": f"retrieved skills that are the nearest (chance {found.chance:.3f})",
        "under_random": "other skills that are farther than the retrieved one",
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


def _named(run: Run) -> str:
    return run.path.name if run.path else run.config.env


def _names(found: Imitation, expert: Run | Path | None) -> list[str]:
    if isinstance(expert, Run):
        return list(shown_of(expert.config).names)
    return [str(i) for i in range(len(found.retrieved))]
