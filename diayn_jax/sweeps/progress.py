"""The progress of a sweep: one line for all lanes. The output of single lanes goes into a file."""

import contextlib
import time
from collections.abc import Sequence
from pathlib import Path

from diayn_jax.number_format import count, counted, duration
from diayn_jax.run import console
from diayn_jax.run.console import Console
from diayn_jax.run.scheduler import DirectedLane

ROWS = 20  # progress lines of each program if stdout is not a terminal


class SweepScreen:
    """The screen of one program of a sweep."""

    def __init__(self, path: Path, say: console.Report, title: str, length: int, rows: int = ROWS):
        """Opens the screen.

        Args:
          path: a file to which the lines of all lanes are appended.
          title: the text at the beginning of the progress line.
          length: environment steps of each run.
          rows: the number of all progress lines if stdout is not a terminal.
        """
        self._file = path.open("a", encoding="utf-8")
        self._console = Console(say)
        self._title, self._length, self._rows = title, length, rows
        self._begun: tuple[float, int] | None = None
        self._told = -1
        self._in_training, self._ended = 0, 0  # lanes at the last `tell`, and those that ended since

    def of_lane(self, screen: Console, name: str) -> "LaneScreen":
        """Returns the screen of the lane `name`."""
        del screen  # All lanes share one progress line.
        return LaneScreen(self, name)

    def note(self, name: str, text: str) -> None:
        """Appends a lane's lines to the file. A full disk does not end the run: the lines are dropped."""
        with contextlib.suppress(OSError):
            for line in text.splitlines():
                self._file.write(f"[{name}] {line}\n")
            self._file.flush()

    def tell(self, lanes: Sequence[DirectedLane]) -> None:
        """Shows the progress of the lanes in training."""
        if not lanes:
            return
        self._in_training, self._ended = len(lanes), 0
        now, steps = time.perf_counter(), min(lane.env_steps for lane in lanes)
        if self._begun is None:
            self._begun = now, steps
        share = max(min(steps / self._length, 1.0), 1e-9)
        seconds, done = now - self._begun[0], steps - self._begun[1]
        parts = [f"{self._title}{share:4.0%} {count(steps)}/{count(self._length)}"]
        parts.append(counted(len(lanes), "run"))
        if done > 0 and seconds > 0:
            rate = done / seconds
            parts.append(f"{count(rate * len(lanes))} steps/s of all")
            parts.append(f"ETA {duration(max(self._length - steps, 0) / rate)}")
        reports = int(share * self._rows)
        self._console.status("  ".join(parts), row=reports > self._told, done=share)
        self._told = max(self._told, reports)

    def tell_end(self) -> None:
        """Shows that a lane, which has done its steps, is evaluated and written."""
        self._ended += 1
        total = max(self._in_training, self._ended)
        text = f"{self._title}Evaluating and writing run {self._ended} of {total}"
        # Without a terminal, a line for each run, but no more than `rows`.
        row = self._ended * self._rows // total > (self._ended - 1) * self._rows // total
        self._console.status(text, row=row)

    def close(self) -> None:
        """Ends the live line and closes the file."""
        self._console.close()
        with contextlib.suppress(OSError):
            self._file.close()


class LaneScreen:
    """The screen of one lane, which writes into the sweep's file."""

    def __init__(self, of: SweepScreen, name: str):
        """Makes the screen of the lane `name`, whose lines go to the sweep's screen `of`."""
        self._of, self._name = of, name

    def line(self, text: str) -> None:
        """Appends a line."""
        self._of.note(self._name, text)

    def status(self, text: str, row: bool, done: float | None = None) -> None:
        """Appends the status when the log gets a `row`; the bar is the sweep's.

        A status without a share `done` is that of a lane at its end.
        """
        if row:
            self._of.note(self._name, text)
        elif done is None:
            self._of.tell_end()
