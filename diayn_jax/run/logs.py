"""`progress.csv`; TensorBoard's events and Weights & Biases as views of it, with pictures."""

import contextlib
import csv
import datetime
import hashlib
import importlib.util
import io
import math
import socket
import struct
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

from diayn_jax.config import ConfigError
from diayn_jax.run.files import PROGRESS, RunFileError, explained, write_atomic

STEP = "time/env_steps"
PROJECT = "diayn_jax"  # at Weights & Biases
_EVENTS = "events.out.tfevents."

Row = dict[str, float | int | None]


class Views(NamedTuple):
    """What there is to see of an evaluation beside its figures, by name."""

    histograms: Mapping[str, tuple[np.ndarray, np.ndarray]]  # how many in each bin [B], edges [B + 1]
    pictures: Mapping[str, bytes]  # PNG
    films: Mapping[str, bytes]  # GIF


def read(directory: Path) -> list[Row]:
    """The rows of a run's progress.csv, numbers where there are any; a torn last line is left out.

    Raises:
      RunFileError: it cannot be read, or is no such table.
    """
    path = directory / PROGRESS
    if not path.exists():
        return []
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = file.read()
        whole = lines[: lines.rfind("\n") + 1]
        header, *cells = list(csv.reader(io.StringIO(whole))) or [[]]
        if header and STEP not in header:
            raise ValueError(f"it has no column {STEP}")
        return [
            {name: _number(text) for name, text in zip(header, line, strict=True)}
            for line in cells
            if len(line) == len(header)
        ]
    except (OSError, ValueError, csv.Error) as error:
        raise RunFileError(
            f"{path} cannot be read: {error}. Mend it, put back a copy, or move it away: the run can go on "
            "without these rows."
        ) from error


def read_until(directory: Path, until: int | None) -> list[Row]:
    """The rows up to step `until`; none at all for None. Raises as `read` does."""
    return [] if until is None else [row for row in read(directory) if (row[STEP] or 0) <= until]


def event_files(directory: Path) -> list[Path]:
    """TensorBoard's event files of a run."""
    return sorted(directory.glob(f"{_EVENTS}*"))


class Progress:
    """The log of a run, one row for each report.

    Columns stay where they are; those that come later (the full figures, at the end) are
    added on the right, and the whole file is written again.
    """

    def __init__(
        self,
        directory: Path,
        columns: Iterable[str],
        rows: Sequence[Row],
        tensorboard: bool,
        until: int | None,
        remote: "Remote | None" = None,
    ):
        """Opens the log, with the `rows` up to step `until` (None: it is a new one).

        An event file cannot be cut, so a new one is written: scalars from the rows, pictures and
        histograms as they were. `remote` gets what comes from now on.

        Raises:
          RunFileError: a file that cannot be written.
        """
        self._directory = directory
        self.rows = list(rows)
        kept = list(self.rows[0]) if self.rows else []
        self._columns = kept + [name for name in columns if name not in kept]
        self._write_all()
        self._remote = remote
        self._events = self._new_events(-1 if until is None else until) if tensorboard else None

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
        if self._events is not None:
            self._events.add(*_scalars(new))
            self._events.flush()
        if self._remote is not None:
            self._remote.add({name: x for name, x in new.items() if x is not None}, int(row[STEP] or 0))

    @property
    def shows(self) -> bool:
        """Whether `show` has anywhere to show."""
        return self._events is not None or self._remote is not None

    def show(self, views: Views, step: int) -> None:
        """Shows what there is to see of an evaluation at `step`."""
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
            # A GIF is an image to TensorBoard, which plays it.
            width, height = _size(data)
            image = Summary.Image(height=height, width=width, colorspace=3, encoded_image_string=data)
            values.append(Summary.Value(tag=name, image=image))
        self._events.add(values, step)
        self._events.flush()

    def close(self) -> None:
        """Ends the event file, and what is remote."""
        if self._events is not None:
            self._events.close()
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

    def _new_events(self, until: int) -> "_Events":
        """Events as the log has them, in place of the ones there are."""
        old = event_files(self._directory)
        events = _Events(self._directory)
        try:
            for row in self.rows:
                events.add(*_scalars(row))
            for event in (event for path in old for event in read_events(path)):
                if event.step <= until and any(not x.HasField("simple_value") for x in event.summary.value):
                    events.write(event)
            events.flush()
        except BaseException:
            # Beside the old ones, it would have everything twice.
            events.close()
            events.path.unlink(missing_ok=True)
            raise
        for path in old:
            with contextlib.suppress(FileNotFoundError):
                path.unlink()
        return events


class _Events:
    """An event file of TensorBoard's, whose errors are `RunFileError`s.

    tensorboardX's own writer hands events to a thread, which ends unseen where they cannot be written.
    """

    def __init__(self, directory: Path):
        from tensorboardX import RecordWriter
        from tensorboardX.proto.event_pb2 import Event

        now = datetime.datetime.now().astimezone()
        # Without microseconds, a second file of the same second would have the name of the first.
        self.path = directory / f"{_EVENTS}{int(now.timestamp())}.{socket.gethostname()}.{now:%f}"
        with explained(self.path):
            self._file = RecordWriter(str(self.path))
        self.write(Event(wall_time=now.timestamp(), file_version="brain.Event:2"))

    def add(self, values: Iterable[Any], step: int) -> None:
        """Adds values (`Summary.Value`) of a step."""
        from tensorboardX.proto.event_pb2 import Event
        from tensorboardX.proto.summary_pb2 import Summary

        self.write(Event(wall_time=time.time(), step=step, summary=Summary(value=values)))

    def write(self, event: Any) -> None:
        """Adds an `Event`."""
        with explained(self.path):
            self._file.write(event.SerializeToString())

    def flush(self) -> None:
        """Hands the system what was added; what cannot be written is known by now."""
        with explained(self.path):
            self._file.flush()

    def close(self) -> None:
        """Closes the file. What could not be written has raised in `flush`, so errors are ignored here."""
        with contextlib.suppress(OSError):
            self._file.close()


def _scalars(row: Mapping[str, float | int | None]) -> tuple[list[Any], int]:
    """A row as `Summary.Value`s, and its step."""
    from tensorboardX.proto.summary_pb2 import Summary

    values = [
        Summary.Value(tag=name, simple_value=x)
        for name, x in row.items()
        if x is not None and name != STEP and math.isfinite(x)
    ]
    return values, int(row[STEP] or 0)


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
        settings: dict[str, Any] = {
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
            self._run: Any = wandb.init(**settings)
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
