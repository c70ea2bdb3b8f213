"""Reads and writes a run's log: `progress.csv`, and its copies at TensorBoard and Weights & Biases."""

import csv
import hashlib
import importlib.util
import io
import os
import re
import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from diayn_jax import shell
from diayn_jax.config import AUTO, Config, ConfigError
from diayn_jax.storage import events, untrusted_files
from diayn_jax.storage.files import PROGRESS, RunFileError, explained, set_aside, write_atomic

STEP = "time/env_steps"
_CLOCK = ("time/wall_seconds", "time/eval_seconds")

# Numbers as Python writes them; other spellings that Python can read are rejected.
_NUMBER = re.compile(r"-?([0-9]+(\.[0-9]*)?(e[+-]?[0-9]+)?|inf|nan)")

Row = dict[str, float | int | None]


class Views(NamedTuple):
    """Histograms, pictures and films of an evaluation, by name."""

    histograms: Mapping[str, tuple[np.ndarray, np.ndarray]]  # counts [B], edges [B + 1]
    pictures: Mapping[str, bytes]  # PNG
    films: Mapping[str, bytes]  # GIF


def read(directory: Path) -> list[Row]:
    """Reads the rows of a run's progress.csv; an empty cell is None.

    A last line without a line break is left out, because the run may be writing it.

    Raises:
      RunFileError: it cannot be read, or is not a log.
    """
    path = directory / PROGRESS
    if not path.exists():
        return []
    try:
        return parse(untrusted_files.read_table(path))
    except (OSError, ValueError) as error:
        raise RunFileError(
            f"{path} cannot be read: {error}. Resume the run to restore it from the last checkpoint; or put "
            "back a copy, or move it away."
        ) from error


def parse(text: str) -> list[Row]:
    """Parses the rows of a table in the format of progress.csv.

    Raises:
      ValueError: the text is not such a table.
    """
    try:
        header, *lines = list(csv.reader(io.StringIO(text[: text.rfind("\n") + 1]))) or [[]]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    if header and STEP not in header:
        raise ValueError(f"it has no column {STEP}")
    if len(set(header)) < len(header):
        raise ValueError("it has two columns of one name")
    for number, line in enumerate(lines, start=2):
        if len(line) != len(header):
            raise ValueError(f"line {number} has {len(line)} cells for {len(header)} columns")
    return [{name: _number(cell) for name, cell in zip(header, line, strict=True)} for line in lines]


def resumed(directory: Path, until: int, kept: list[Row], say: Callable[[str], None]) -> list[Row]:
    """Returns the rows up to the checkpoint's step, from which a run is resumed.

    If the log was changed, the rows are `kept`, those of the checkpoint's copy, and `say` receives a line.

    Raises:
      RunFileError: the changed log cannot be renamed.
    """
    path = directory / PROGRESS
    try:
        found = [row for row in parse(untrusted_files.read_table(path)) if (row[STEP] or 0) <= until]
        defect = difference(found, kept)
    except FileNotFoundError:
        defect = "is missing"
    except (OSError, ValueError) as error:
        defect = f"cannot be read ({error.strerror if isinstance(error, OSError) else error})"
    if not defect:
        return found
    aside = f"; it is kept as {set_aside(path)}" if os.path.lexists(path) else ""
    say(f"{path} {defect}: its {len(kept)} rows up to step {until} are taken from the checkpoint{aside}.")
    return kept


def difference(found: Sequence[Row], kept: Sequence[Row]) -> str:
    """Says how the rows of a log differ from those in a checkpoint; "" if they do not."""
    if len(found) != len(kept):
        return f"has {len(found)} rows where {len(kept)} were written"
    # The last row gets its full figures after the checkpoint, so its clock columns change too.
    late = {(name, _cell(x)) for row in kept[-1:] for name, x in row.items() if name in _CLOCK}
    changed = [_known(own) - _known(row) - late for row, own in zip(found, kept, strict=True)]
    # New columns may have been added. Cells of older columns may be filled later in the last row only.
    filled = [
        {(name, x) for name, x in _known(row) - _known(own) if name in own}
        for row, own in zip(found[:-1], kept[:-1], strict=True)
    ]
    changed = [*map(set.union, changed[:-1], filled), *changed[-1:]]
    number = sum(map(bool, changed))
    return f"has changed figures in {number} of {len(kept)} rows" if number else ""


class Progress:
    """The log of a run, with one row for each report.

    Columns keep their order. New columns (the full figures, at the end) are added on the right, and the whole
    file is written again.
    """

    def __init__(
        self,
        directory: Path,
        columns: Iterable[str],
        rows: Sequence[Row],
        tensorboard: bool,
        until: int | None,
        say: Callable[[str], None],
        remote: "Remote | None" = None,
    ):
        """Opens the log.

        Args:
          columns: the names of the columns; columns of `rows`, the rows so far, come first.
          tensorboard: whether to write an event file; each resume begins a new one.
          until: the environment steps up to which older event files have the `rows`; None: the run is new,
            or was last trained without an event file, so that rows are missing there.
          say: receives a line if the new event file gets the rows of older ones.
          remote: the run at Weights & Biases, which gets the rows from now on.

        Raises:
          RunFileError: a file cannot be written.
        """
        self._directory = directory
        self.rows = list(rows)
        kept = list(self.rows[0]) if self.rows else []
        self._columns = kept + [name for name in columns if name not in kept]
        self._write_all()
        self._remote = remote
        self._events = None
        if tensorboard:
            self._events = self._begin_events(until if events.event_files(directory) else None, say)

    def _begin_events(self, until: int | None, say: Callable[[str], None]) -> events.Events:
        """Begins an event file; writes the rows so far into it if `until` is None."""
        begun = events.Events(self._directory, 0 if until is None else until + 1)
        try:
            if self.rows and until is None:
                say(
                    f"{self._directory} has no event file of all its steps: the new one has figures, but no "
                    "older pictures."
                )
                for row in self.rows:
                    begun.add(events.scalars(_figures(row)), int(row[STEP] or 0))
            begun.flush()
        except BaseException:
            # An incomplete file would keep the next resume from writing these rows.
            begun.close()
            begun.path.unlink(missing_ok=True)
            raise
        return begun

    def add(self, row: Mapping[str, float | int | None]) -> None:
        """Adds a row. A row with the step of the last one is merged into it."""
        known = self.rows.pop() if self.rows and self.rows[-1][STEP] == row[STEP] else {}
        # A row that was read from the file has None for a figure that it lacks.
        new = {name: x for name, x in row.items() if name == STEP or known.get(name) is None}
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
        if self._events is not None:
            self._events.add(events.scalars(_figures(new)), int(row[STEP] or 0))
            self._events.flush()
        if self._remote is not None:
            self._remote.add({name: x for name, x in new.items() if x is not None}, int(row[STEP] or 0))

    @property
    def shows(self) -> bool:
        """Whether pictures are logged: to TensorBoard, or to Weights & Biases."""
        return self._events is not None or self._remote is not None

    def show(self, views: Views, step: int) -> None:
        """Adds the pictures of an evaluation at `step` to TensorBoard and Weights & Biases."""
        if self._remote is not None:
            self._remote.show(views, step)
        if self._events is None:
            return
        from tensorboardX.proto.summary_pb2 import HistogramProto, Summary

        values = []
        for name, (number, edges) in views.histograms.items():
            middle = (edges[1:] + edges[:-1]) / 2
            histogram = HistogramProto(
                min=float(edges[0]),
                max=float(edges[-1]),
                num=int(number.sum()),
                sum=float(middle @ number),
                sum_squares=float(middle**2 @ number),
                bucket_limit=edges[1:].tolist(),
                bucket=number.tolist(),
            )
            values.append(Summary.Value(tag=name, histo=histogram))
        for name, data in {**views.pictures, **views.films}.items():
            # TensorBoard takes a GIF as an image, and plays it.
            width, height = _size(data)
            image = Summary.Image(height=height, width=width, colorspace=3, encoded_image_string=data)
            values.append(Summary.Value(tag=name, image=image))
        self._events.add(values, step)
        self._events.flush()

    def close(self) -> None:
        """Closes the event file and the remote run."""
        if self._events is not None:
            self._events.close()
        if self._remote is not None:
            self._remote.close()

    def as_text(self) -> str:
        """Returns the whole content of progress.csv."""
        return self._text([{name: name for name in self._columns}]) + self._text(self.rows)

    def _text(self, rows: Iterable[Mapping[str, Any]]) -> str:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerows([_cell(row.get(name)) for name in self._columns] for row in rows)
        return text.getvalue()

    def _write_all(self) -> None:
        write_atomic(self._directory / PROGRESS, self.as_text())


def _size(data: bytes) -> tuple[int, int]:
    """Returns width and height of a PNG or GIF, in pixels."""
    if data.startswith(b"GIF8"):
        return struct.unpack("<HH", data[6:10])
    return struct.unpack(">II", data[16:24])


def check_remote(mode: str) -> None:
    """Checks that Weights & Biases is installed.

    Raises:
      ConfigError: it is not installed; names the extra that installs it.
    """
    if importlib.util.find_spec("wandb") is None:
        install = shell.pip_install("diayn_jax[wandb]")
        raise ConfigError(f"--wandb={mode} needs Weights & Biases: {install}.")


class Remote:
    """A run at Weights & Biases. Offline, it stays in its directory until `wandb sync` uploads it."""

    def __init__(self, directory: Path, config: Config, settings: Mapping[str, Any], started: str):
        """Begins the run of a directory, or continues it.

        Args:
          directory: the run's directory, in which Weights & Biases keeps its files.
          config: says the mode, the project and the entity.
          settings: the config as the service shows it.
          started: when the run was started. Together with the directory it identifies the run: another run
            may have been in the same directory before, or may be on another machine.

        Raises:
          ConfigError: wandb is not installed, or does not start.
        """
        mode = config.wandb
        check_remote(mode)
        import wandb

        self._wandb = wandb
        identity = hashlib.sha256(f"{directory.resolve()} {started}".encode()).hexdigest()[:16]
        asked: dict[str, Any] = {
            "project": config.wandb_project,
            "entity": None if config.wandb_entity == AUTO else config.wandb_entity,
            "name": f"{config.env}/{directory.name}",
            "id": identity,
            "dir": str(directory),
            "mode": mode,
            "config": dict(settings),
            "resume": "allow" if mode == "online" else None,
            "settings": wandb.Settings(silent=True, console="off", disable_git=True, disable_code=True),
        }
        try:
            self._run: Any = wandb.init(**asked)
        except wandb.errors.Error as error:
            raise ConfigError(
                f"--wandb={mode} does not start: {error} Log in by `wandb login`, or use --wandb=offline."
            ) from error

    def add(self, row: Mapping[str, float | int], step: int) -> None:
        """Adds the figures of a step."""
        self._run.log(dict(row), step=step)

    def show(self, views: Views, step: int) -> None:
        """Adds histograms, pictures and films of a step."""
        wandb = self._wandb
        seen: dict[str, Any] = {
            name: wandb.Histogram(np_histogram=histogram) for name, histogram in views.histograms.items()
        }
        for name, data in views.pictures.items():
            seen[name] = wandb.Image(Image.open(io.BytesIO(data)))
        for name, data in views.films.items():
            seen[name] = wandb.Video(io.BytesIO(data), format="gif")
        self._run.log(seen, step=step)

    def close(self) -> None:
        """Ends the run."""
        self._run.finish()


def _known(row: Row) -> set[tuple[str, str]]:
    return {(name, _cell(x)) for name, x in row.items() if x is not None}


def _figures(row: Mapping[str, float | int | None]) -> dict[str, float | int | None]:
    """Returns a row without its step."""
    return {name: x for name, x in row.items() if name != STEP}


def _cell(value: float | int | str | None) -> str:
    return "" if value is None else str(value)


def _number(text: str) -> float | int | None:
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{text[:20]!r} is not a number")
    return int(text) if len(text) < 20 and text.lstrip("-").isdigit() else float(text)
