"""Makes an archive of a run's skills, and writes it with a picture."""

import dataclasses
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import ConfigError, check_whole, in_arguments
from diayn_jax.evaluation.metrics import CENTROIDS
from diayn_jax.number_format import number
from diayn_jax.records import Record, plain
from diayn_jax.show import report
from diayn_jax.storage import files, paths
from diayn_jax.use.archives import archive_file
from diayn_jax.use.archives.archive import Repertoire, describe_figures, draw, make_repertoire
from diayn_jax.use.named_run import LATEST, Named, path_of, run_of

FILE = "archive.npz"


@dataclasses.dataclass(frozen=True, repr=False)
class Archived(Record):
    """An archive of a run's skills: the fittest skill of each cell of descriptors."""

    repertoire: Repertoire
    written: tuple[Path, ...] = ()

    @property
    def figures(self) -> Mapping[str, float]:
        """`qd/coverage`, `qd/max_fitness` and `qd/score`."""
        return self.repertoire.figures()

    def lines(self) -> list[str]:
        """Returns the share of filled cells, the bounds, and the returns."""
        return describe_figures(self.repertoire).splitlines()

    def as_json(self) -> dict[str, Any]:
        """Returns the figures, the cells and their solutions without their networks."""
        made, archive = self.repertoire, self.repertoire.archive
        return plain(
            {
                **made.about,
                "figures": self.figures,
                "descriptor_names": made.names,
                "low": archive.low,
                "high": archive.high,
                "return_offset": archive.offset,
                "centroids": len(made.centroids),
                "solutions": [
                    {"skill": skill, "cell": cell, "descriptors": descriptors, "return": fitness}
                    for skill, cell, descriptors, fitness in zip(
                        made.skill, made.cell, made.descriptors, made.fitness, strict=True
                    )
                ],
                "written": self.written,
            }
        )

    def cells(self) -> list[list[str]]:
        """Returns a row for each solution."""
        made = self.repertoire
        return [
            ["cell", "skill", *made.names, "return"],
            *(
                [str(cell), str(skill), *map(number, descriptors.tolist()), number(float(fitness))]
                for cell, skill, descriptors, fitness in zip(
                    made.cell, made.skill, made.descriptors, made.fitness, strict=True
                )
            ),
        ]


@in_arguments
def archive(
    run: Named,
    *,
    descriptors: str = "xy",
    bounds: Sequence[float] | None = None,
    centroids: int = CENTROIDS,
    episodes: int = 1,
    draws: int | None = None,
    checkpoint: int | str = LATEST,
    file: str | os.PathLike[str] | None = None,
    trust: bool = False,
) -> Archived:
    """Makes an archive of a run's skills, and writes it with a picture of it; `diayn archive`.

    Args:
      run: the directory of a run, or a `Run`.
      descriptors: features at an episode's end or their means, such as `xy` or `x,mean:torso`.
      bounds: bounds of the descriptors, all lower ones, then all upper ones; None: for `xy` the world, or
        ±30 m if it is open; for other descriptors the range of these skills.
      centroids: the number of cells.
      episodes: the number of episodes of each skill, which are averaged.
      draws: the number of skills to draw from a continuous space; None: the skills that represent it.
      checkpoint: `latest`, `best`, or the checkpoint's environment steps.
      file: the `.npz` file to write; None: `archive.npz` in the run's directory, if it has one.
      trust: lets the run import code of the user's own that it names.

    Raises:
      ConfigError: there is no such run or feature; the bounds do not fit; a number is below 1; or the skills
        cannot become plain networks.
      CheckpointError: there is no such checkpoint.
      RunFileError: a file cannot be written.
    """
    check_whole(centroids=centroids, episodes=episodes, draws=draws)
    ends = None if bounds is None else _numbers(bounds)
    if ends is not None and (len(ends) % 2 or not ends):
        raise ConfigError(
            f"--bounds: {len(ends)} numbers are given. Give all lower bounds, then all upper ones, such as "
            "--bounds=-30,-30,30,30."
        )
    # Wrong paths are refused before the run is loaded.
    directory = path_of(run)
    out = _target(directory, file)
    run = run_of(run, checkpoint, trust=trust)
    box = None if ends is None else (ends[: len(ends) // 2], ends[len(ends) // 2 :])
    made = make_repertoire(run, descriptors, box, centroids=centroids, episodes=episodes, draws=draws)
    if out is None:
        return Archived(made)
    written = [archive_file.save(made, out), *draw(made, out.parent, out.stem)]
    if run.path is not None:
        written += report.put_on_page(run.path, written)
    return Archived(made, tuple(written))


def _numbers(bounds: Sequence[float]) -> tuple[float, ...]:
    try:
        return tuple(map(float, bounds))
    except (TypeError, ValueError):
        raise ConfigError(
            f"--bounds={bounds!r}: give one list of numbers, all lower bounds, then all upper ones."
        ) from None


def _target(directory: Path | None, file: str | os.PathLike[str] | None) -> Path | None:
    """Returns the file to write; None if there is none."""
    if not file:
        return paths.out_file(None, directory and directory / FILE, FILE)
    if files.expanded(file).suffix != ".npz":
        raise ConfigError(f"--file={file}: name a NumPy file, such as {FILE}.")
    return paths.out_file(file, None, FILE)
