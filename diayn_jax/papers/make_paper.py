"""Makes figures of the papers: their runs, pictures, data, and one page of all; `diayn paper FIGURE`."""

import csv
import dataclasses
import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax import shell
from diayn_jax.config import ConfigError, closest_matches, in_arguments
from diayn_jax.number_format import aligned
from diayn_jax.papers import pages, studies
from diayn_jax.papers.figures import FIGURES
from diayn_jax.papers.published import PUBLISHED
from diayn_jax.papers.studies import BUDGETS, RUNS, SMALL, Made, OtherArguments
from diayn_jax.records import Record, Say, plain, silent
from diayn_jax.show.pictures import figure_style
from diayn_jax.storage import files, paths, provenance

ALL = "all"
DATA, TABLE = "data.json", "data.csv"
OUT = "runs/paper"
_DPI = 110


@dataclasses.dataclass(frozen=True, repr=False)
class Paper(Record):
    """Figures that were made, and what agrees with the papers; without any, the list of all figures."""

    texts: Mapping[str, str]  # the paragraph of each figure, by its name
    path: Path  # the folder of the budget
    budget: str
    written: tuple[Path, ...] = ()
    stopped: int | None = None  # the signal that ended the runs early

    def lines(self) -> list[str]:
        """Returns a paragraph for each figure, or the list of figures."""
        if self.stopped:
            return [f"Stopped. Give the same command again to continue; runs are in {self.path / RUNS}."]
        if self.texts:
            return [line for name, text in self.texts.items() for line in (FIGURES[name].title, text, "")]
        return [
            *aligned(self.cells(), left=4),
            "",
            f"Make one with `{shell.command('paper', 'navigation')}`.",
        ]

    def as_json(self) -> dict[str, Any]:
        """Returns the figures' data, or the list of figures."""
        made = {name: _read(self.path, name) for name in self.texts}
        return plain(
            {"budget": self.budget, "made": made, "figures": self.cells()[1:], "written": self.written}
        )

    def cells(self) -> list[list[str]]:
        """Returns a row for each figure that there is."""
        rows = [["figure", "shows", "in the paper", "runs", "minutes"]]
        for name, row in FIGURES.items():
            rows.append([name, row.title, row.place, self._state(name), str(row.minutes)])
        return rows

    def _state(self, name: str) -> str:
        root = self.path / RUNS
        needed = FIGURES[name].studies
        try:
            left = {study for each in needed for study in studies.missing(each, self.budget, root)}
        except OtherArguments:
            return "other arguments"
        return f"{len(left)} to make" if left else "made"


@in_arguments
def paper(
    *figures: str,
    budget: str = SMALL,
    out: str | os.PathLike[str] = OUT,
    say: Say = silent,
) -> Paper:
    """Makes figures of DIAYN's paper and of METRA's; `diayn paper FIGURE`.

    Runs that are done are taken, and runs that were stopped are continued.

    Args:
      *figures: names of figures, or `all`; none: only lists them.
      budget: `quick` (seconds, to see that it works), `small` (minutes on two cores), or `full` (the
        papers' own sizes, for accelerators).
      out: the folder to write to; each budget has its own folder in it.
      say: receives the lines of training.

    Raises:
      ConfigError: there is no such figure or budget; the folder cannot be made, or has runs of other
        arguments, or a damaged file.
      RunFileError: a file cannot be written.
      TrainingDiverged, SimulatorError: as in `diayn_jax.train`.
    """
    check(figures, budget)
    directory = files.expanded(out) / budget
    if figures:
        paths.out_folder(directory)
    names = tuple(FIGURES) if ALL in figures else tuple(dict.fromkeys(figures))
    texts: dict[str, str] = {}
    written: list[Path] = []
    for name in names:
        made: dict[str, Made] = {}
        for study in FIGURES[name].studies:
            made[study] = studies.make(study, budget, directory / RUNS, say)
            if made[study].stopped:
                return Paper(texts, directory, budget, tuple(written), made[study].stopped)
        say(f"{name}: drawing")
        texts[name], own = _draw(name, made, budget, directory)
        written += own
    if names:
        there = {name: _read(directory, name) for name in FIGURES if (directory / name / DATA).exists()}
        written += pages.write(directory, there)
    return Paper(texts, directory, budget, tuple(written))


def check(figures: Sequence[str], budget: str) -> None:
    """Raises `ConfigError` if there is no such figure or budget."""
    for name in figures:
        if name not in (*FIGURES, ALL):
            raise ConfigError(
                f"{name}: there is no such figure.{closest_matches(name, FIGURES)} There are "
                f"{', '.join(FIGURES)}, and all."
            )
    if budget not in BUDGETS:
        raise ConfigError(f"--budget={budget}: it takes {', '.join(BUDGETS)}.")


def _draw(name: str, made: Mapping[str, Made], budget: str, directory: Path) -> tuple[str, list[Path]]:
    """Draws a figure, and writes its picture, films and data; returns its paragraph and the paths."""
    drawn = FIGURES[name].draw(made)
    folder = directory / name
    with files.explained(folder):
        folder.mkdir(exist_ok=True)
    figure_style.save(drawn.picture, folder / f"{name}.png", dpi=_DPI)
    files.write_atomic(folder / TABLE, _as_csv(drawn.rows))
    for film, content in drawn.films.items():
        files.write_atomic(folder / film, content)
    failed = [run for each in made.values() for run in each.failures]
    text = drawn.text + (f" {len(failed)} runs diverged and are left out." if failed else "")
    document = {
        "figure": name,
        "text": text,
        "data": drawn.data,
        "published": [given._asdict() for given in PUBLISHED[name]],
        # As it is typed, without the folders of this machine.
        "command": f"diayn paper {name}" + ("" if budget == SMALL else f" --budget={budget}"),
        "seconds": sum(each.seconds for each in made.values()),
        "commits": sorted({commit for each in made.values() for commit in each.commits}),
        "device": provenance.device(),
        "versions": provenance.versions(),
    }
    files.write_checked_json(folder / DATA, plain(document))
    return text, [folder / file for file in (f"{name}.png", DATA, TABLE, *drawn.films)]


def _read(directory: Path, name: str) -> dict[str, Any]:
    return studies.read_document(directory / name / DATA)


def _as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
