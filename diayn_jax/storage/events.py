"""TensorBoard's event files: a view of the log, made anew at a resume, and never needed for it."""

import contextlib
import datetime
import math
import os
import socket
import struct
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from diayn_jax.storage.files import explained

_EVENTS = "events.out.tfevents."


def event_files(directory: Path) -> list[Path]:
    """TensorBoard's event files of a run."""
    return sorted(path for path in directory.glob(f"{_EVENTS}*") if path.is_file())


class Events:
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


def scalars(row: Mapping[str, float | int | None]) -> list[Any]:
    """Figures as `Summary.Value`s."""
    from tensorboardX.proto.summary_pb2 import Summary

    return [
        Summary.Value(tag=name, simple_value=x)
        for name, x in row.items()
        if x is not None and math.isfinite(x)
    ]


def read_events(path: Path) -> Iterator[Any]:
    """The summaries of an event file, as TensorFlow's `Event`.

    Raises:
      ValueError: there is none, a record is not what was written, or the last one is torn.
    """
    from google.protobuf.message import DecodeError
    from tensorboardX.proto.event_pb2 import Event

    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if not size:
            raise ValueError("it is empty")
        while head := file.read(12):  # length, and its checksum
            if len(head) < 12:
                raise ValueError("its last record is torn")
            _check(head[:8], head[8:])
            (length,) = struct.unpack("<Q", head[:8])
            if length + 4 > size - file.tell():
                raise ValueError("its last record is torn")
            data, tail = file.read(length), file.read(4)
            _check(data, tail)
            try:
                event = Event.FromString(data)
            except DecodeError as error:
                raise ValueError("a record is no event of TensorBoard's") from error
            if event.HasField("summary"):
                yield event


def _check(data: bytes, checksum: bytes) -> None:
    from tensorboardX.record_writer import masked_crc32c

    if struct.pack("<I", masked_crc32c(data)) != checksum:
        raise ValueError("a record is not what was written")


def renewed(
    directory: Path, rows: Iterable[tuple[Mapping[str, Any], int]], until: int, say: Callable[[str], None]
) -> Events:
    """A new event file in place of those there are.

    Args:
      directory: of the run.
      rows: its log: figures, and their step.
      until: the step up to which pictures and histograms are taken over from the old files, each once,
        also where somebody has copied a file.
      say: is told of files that are damaged, and of what is no file.

    Raises:
      RunFileError: it cannot be written; the old ones are as they were.
    """
    old = event_files(directory)
    for path in sorted(set(directory.glob(f"{_EVENTS}*")) - set(old)):
        say(f"{path} is no file: left as it is.")
    if not old and until >= 0:
        say(f"{directory} has no event file: the new one has figures alone, no pictures up to step {until}.")
    events = Events(directory)
    try:
        for row, step in rows:
            events.add(scalars(row), step)
        taken: set[tuple[str, int]] = set()
        for path in old:
            _take_over(path, events, until, taken, say)
        events.flush()
    except BaseException:
        # Beside the old ones, it would have everything twice.
        events.close()
        events.path.unlink(missing_ok=True)
        raise
    for path in old:
        with explained(path):
            path.unlink(missing_ok=True)
    return events


def _take_over(
    path: Path, events: Events, until: int, taken: set[tuple[str, int]], say: Callable[[str], None]
) -> None:
    """Copies the pictures and histograms of an old event file as far as it can be read.

    Those in `taken`, by tag and step, are passed over; what is copied is added to it.
    """
    from tensorboardX.proto.event_pb2 import Event
    from tensorboardX.proto.summary_pb2 import Summary

    try:
        for event in read_events(path):
            shown = [x for x in event.summary.value if not x.HasField("simple_value")]
            new = [x for x in shown if (x.tag, event.step) not in taken]
            if event.step <= until and new:
                events.write(Event(wall_time=event.wall_time, step=event.step, summary=Summary(value=new)))
                taken.update((x.tag, event.step) for x in new)
    except (OSError, ValueError) as error:
        say(
            f"{path} is damaged ({error}): its pictures and histograms from there on are lost. Its figures "
            "are written anew."
        )
