"""`progress.csv`; TensorBoard's events and Weights & Biases as views of it, with pictures."""

import contextlib
import csv
import datetime
import hashlib
import importlib.util
import io
import math
import struct
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from diayn_jax.config import ConfigError
from diayn_jax.rundir import PROGRESS, explained, write_atomic

STEP = "time/env_steps"
PROJECT = "diayn_jax"  # at Weights & Biases
_EVENTS = "events.out.tfevents.*"

Row = dict[str, float | int | None]


class Views(NamedTuple):
    """What there is to see of an evaluation beside its figures, by name."""

    histograms: Mapping[str, tuple[np.ndarray, np.ndarray]]  # how many in each bin [B], edges [B + 1]
    pictures: Mapping[str, bytes]  # PNG
    films: Mapping[str, bytes]  # GIF


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

    def __init__(
        self,
        directory: Path,
        columns: Iterable[str],
        tensorboard: bool,
        until: int | None,
        remote: "Remote | None" = None,
    ):
        """Opens the log, cut after step `until` (None: an empty one).

        Events cannot be cut, so they are made anew: scalars from the rows that stay, pictures and
        histograms as they were. `remote` gets what comes from now on.
        """
        self._directory = directory
        self.rows = [] if until is None else [r for r in read(directory) if (r[STEP] or 0) <= until]
        kept = list(self.rows[0]) if self.rows else []
        self._columns = kept + [name for name in columns if name not in kept]
        self._write_all()
        self._remote = remote
        self._writer: Any = None
        if tensorboard:
            self._open_events(-1 if until is None else until)

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
        if self._remote is not None:
            self._remote.add({name: x for name, x in new.items() if x is not None}, int(row[STEP] or 0))

    @property
    def shows(self) -> bool:
        """Whether `show` has anywhere to show."""
        return self._writer is not None or self._remote is not None

    def show(self, views: Views, step: int) -> None:
        """Shows what there is to see of an evaluation at `step`."""
        if self._remote is not None:
            self._remote.show(views, step)
        if self._writer is None:
            return
        from tensorboardX.proto.summary_pb2 import Summary

        for name, (number, edges) in views.histograms.items():
            middle = (edges[1:] + edges[:-1]) / 2
            self._writer.add_histogram_raw(
                name,
                min=float(edges[0]),
                max=float(edges[-1]),
                num=int(number.sum()),
                sum=float(middle @ number),
                sum_squares=float(middle**2 @ number),
                bucket_limits=edges[1:].tolist(),
                bucket_counts=number.tolist(),
                global_step=step,
            )
        for name, data in {**views.pictures, **views.films}.items():
            # A GIF is an image to TensorBoard, which plays it.
            width, height = _size(data)
            image = Summary.Image(height=height, width=width, colorspace=3, encoded_image_string=data)
            summary = Summary(value=[Summary.Value(tag=name, image=image)])
            self._writer.file_writer.add_summary(summary, step)
        self._writer.flush()

    def close(self) -> None:
        """Ends the event file, and what is remote."""
        if self._writer is not None:
            self._writer.close()
        if self._remote is not None:
            self._remote.close()

    def _text(self, rows: Iterable[Mapping[str, Any]]) -> str:
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerows([_cell(row.get(name)) for name in self._columns] for row in rows)
        return text.getvalue()

    def _write_all(self) -> None:
        header = self._text([{name: name for name in self._columns}])
        write_atomic(self._directory / PROGRESS, header + self._text(self.rows))

    def _open_events(self, until: int) -> None:
        import tensorboardX

        old = event_files(self._directory)
        now = datetime.datetime.now().astimezone()
        # A second file of the same second would have the name of the first.
        suffix = f".{now:%f}"
        self._writer = tensorboardX.SummaryWriter(str(self._directory), filename_suffix=suffix)
        for row in self.rows:
            self._write_events(row)
        for event in (event for path in old for event in read_events(path)):
            if event.step <= until and any(not x.HasField("simple_value") for x in event.summary.value):
                self._writer.file_writer.event_writer.add_event(event)
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


def read_events(path: Path) -> Iterator[Any]:
    """The summaries of an event file, as TensorFlow's `Event`; a torn last one is left out."""
    from tensorboardX.proto.event_pb2 import Event

    with path.open("rb") as file:
        while len(head := file.read(12)) == 12:  # length, and its checksum
            (length,) = struct.unpack("<Q", head[:8])
            data, tail = file.read(length), file.read(4)
            if len(tail) < 4:
                return
            event = Event.FromString(data)
            if event.HasField("summary"):
                yield event


def _size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or GIF."""
    if data.startswith(b"GIF8"):
        return struct.unpack("<HH", data[6:10])
    return struct.unpack(">II", data[16:24])


def check_remote(mode: str) -> None:
    """Refuses Weights & Biases where it is not installed.

    Raises:
      ConfigError: says which extra brings it.
    """
    if importlib.util.find_spec("wandb") is None:
        raise ConfigError(f"--wandb={mode} needs Weights & Biases: pip install 'diayn_jax[wandb]'.")


class Remote:
    """A run at Weights & Biases, or, offline, in its directory until `wandb sync` sends it there."""

    def __init__(self, directory: Path, name: str, mode: str, config: Mapping[str, Any]):
        """Begins the run, or goes on with it.

        Args:
          directory: the run's.
          name: of the run there.
          mode: `offline` or `online`.
          config: what it shows as settings.

        Raises:
          ConfigError: wandb is not installed, or does not start.
        """
        check_remote(mode)
        import wandb

        self._wandb = wandb
        identity = hashlib.sha256(str(directory.resolve()).encode()).hexdigest()[:16]
        asked: dict[str, Any] = {
            "project": PROJECT,
            "name": name,
            "id": identity,
            "dir": str(directory),
            "mode": mode,
            "config": dict(config),
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
        """Adds figures."""
        self._run.log(dict(row), step=step)

    def show(self, views: Views, step: int) -> None:
        """Adds histograms, pictures and films."""
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


def _cell(value: float | int | str | None) -> str:
    return "" if value is None else str(value)


def _number(text: str) -> float | int | None:
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        return float(text)
