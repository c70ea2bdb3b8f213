"""Writes TensorBoard's event files: a copy of the log that a resume never reads."""

import contextlib
import datetime
import math
import socket
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from diayn_jax.storage.files import explained

_EVENTS = "events.out.tfevents."


def event_files(directory: Path) -> list[Path]:
    """Returns TensorBoard's event files of a run, oldest first."""
    return sorted(path for path in directory.glob(f"{_EVENTS}*") if path.is_file())


class Events:
    """A new event file for TensorBoard, whose errors are `RunFileError`s.

    It does what `tensorboardX.SummaryWriter(purge_step=...)` does, but writes in the calling thread.
    `SummaryWriter` passes events to a thread of its own. If the disk is full, that thread dies, and the run
    waits forever for room in the queue.
    """

    def __init__(self, directory: Path, purge_step: int):
        """Begins a file beside those of earlier attempts at the run.

        TensorBoard hides the values that older files have from `purge_step` onwards. Its Python loader hides
        them all at once. Its data server hides a value when the same tag is written again at the same step.
        A resumed run does so when it repeats its steps.
        """
        from tensorboardX import RecordWriter
        from tensorboardX.proto.event_pb2 import Event, SessionLog

        now = datetime.datetime.now().astimezone()
        # Without microseconds, a second file of the same second would have the name of the first.
        self.path = directory / f"{_EVENTS}{int(now.timestamp())}.{socket.gethostname()}.{now:%f}"
        with explained(self.path):
            self._file = RecordWriter(str(self.path))
        start = SessionLog(status=SessionLog.START)
        for about in ({"file_version": "brain.Event:2"}, {"session_log": start}):
            self._write(Event(wall_time=now.timestamp(), step=purge_step, **about))

    def add(self, values: Iterable[Any], step: int) -> None:
        """Adds values (`Summary.Value`) of a step."""
        from tensorboardX.proto.event_pb2 import Event
        from tensorboardX.proto.summary_pb2 import Summary

        self._write(Event(wall_time=time.time(), step=step, summary=Summary(value=values)))

    def _write(self, event: Any) -> None:
        with explained(self.path):
            self._file.write(event.SerializeToString())

    def flush(self) -> None:
        """Passes the added values to the operating system.

        Raises:
          RunFileError: they cannot be written.
        """
        with explained(self.path):
            self._file.flush()

    def close(self) -> None:
        """Closes the file. Errors are ignored here, because `flush` has raised them."""
        with contextlib.suppress(OSError):
            self._file.close()


def scalars(row: Mapping[str, float | int | None]) -> list[Any]:
    """Returns the finite figures of a row as `Summary.Value`s."""
    from tensorboardX.proto.summary_pb2 import Summary

    return [
        Summary.Value(tag=name, simple_value=x)
        for name, x in row.items()
        if x is not None and math.isfinite(x)
    ]
