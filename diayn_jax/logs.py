"""`progress.csv`, and TensorBoard's events as a view of it."""

import contextlib
import csv
import datetime
import io
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from diayn_jax.rundir import PROGRESS, explained, write_atomic

STEP = "time/env_steps"
_EVENTS = "events.out.tfevents.*"

Row = dict[str, float | int | None]


def read(directory: Path) -> list[Row]:
    """The rows of a run's progress.csv, numbers where there are any; a torn last line is left out."""
    path = directory / PROGRESS
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        lines = file.read()
    whole = lines[: lines.rfind("\n") + 1]
    header, *cells = list(csv.reader(io.StringIO(whole))) or [[]]
    return [
        {name: _number(text) for name, text in zip(header, line, strict=True)}
        for line in cells
        if len(line) == len(header)
    ]


def event_files(directory: Path) -> list[Path]:
    """TensorBoard's event files of a run."""
    return sorted(directory.glob(_EVENTS))


class Progress:
    """The log of a run, one row for each report.

    Columns stay where they are; those that come later (the full figures, at the end) are
    added on the right, and the file is written anew for them.
    """

    def __init__(self, directory: Path, columns: Iterable[str], tensorboard: bool, until: int | None):
        """Opens the log, cut after step `until` (None: an empty one).

        Events cannot be cut, so they are made anew from the rows that stay.
        """
        self._directory = directory
        self.rows = [] if until is None else [r for r in read(directory) if (r[STEP] or 0) <= until]
        kept = list(self.rows[0]) if self.rows else []
        self._columns = kept + [name for name in columns if name not in kept]
        self._write_all()
        self._writer: Any = None
        if tensorboard:
            self._open_events()

    def add(self, row: Mapping[str, float | int | None]) -> None:
        """Adds a row; one of the same step takes the last one's place, with its columns."""
        known = self.rows.pop() if self.rows and self.rows[-1][STEP] == row[STEP] else {}
        new = {name: x for name, x in row.items() if name == STEP or name not in known}
        row = {**known, **row}
        self.rows.append(dict(row))
        added = [name for name in row if name not in self._columns]
        self._columns += added
        if added or known:
            self._write_all()
        else:
            path = self._directory / PROGRESS
            with explained(path), path.open("a", encoding="utf-8", newline="") as file:
                file.write(self._text([row]))
        self._write_events(new)

    def close(self) -> None:
        """Ends the event file."""
        if self._writer is not None:
            self._writer.close()

    def _text(self, rows: Iterable[Mapping[str, Any]]) -> str:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerows([_cell(row.get(name)) for name in self._columns] for row in rows)
        return text.getvalue()

    def _write_all(self) -> None:
        header = self._text([{name: name for name in self._columns}])
        write_atomic(self._directory / PROGRESS, header + self._text(self.rows))

    def _open_events(self) -> None:
        import tensorboardX

        old = event_files(self._directory)
        now = datetime.datetime.now().astimezone()
        # A second file of the same second would have the name of the first.
        suffix = f".{now:%f}"
        self._writer = tensorboardX.SummaryWriter(str(self._directory), filename_suffix=suffix)
        for row in self.rows:
            self._write_events(row)
        self._writer.flush()
        for path in old:
            with contextlib.suppress(FileNotFoundError):
                path.unlink()

    def _write_events(self, row: Mapping[str, float | int | None]) -> None:
        if self._writer is None:
            return
        for name, value in row.items():
            if value is not None and name != STEP and math.isfinite(value):
                self._writer.add_scalar(name, value, int(row[STEP] or 0))
        self._writer.flush()


def _cell(value: float | int | str | None) -> str:
    return "" if value is None else str(value)


def _number(text: str) -> float | int | None:
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        return float(text)
