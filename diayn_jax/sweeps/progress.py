"""Prints the progress of a sweep as one line for all lanes, and writes the lanes' own output to a file."""

import contextlib
import time
from collections.abc import Sequence
from pathlib import Path

from diayn_jax.run import console
from diayn_jax.run.console import Console
from diayn_jax.run.scheduler import DirectedLane

ROWS = 20  # progress lines for a whole program, if the screen is not a terminal


class SweepScreen:
    """The screen of one program of a sweep."""

    def __init__(self, path: Path, say: console.Report, title: str, length: int, rows: int = ROWS):
        """Makes a screen. Lanes' output is appended to the file `path`; runs have `length` steps."""
        self._file = path.open("a", encoding="utf-8")
        self._console = Console(say)
        self._title, self._length, self._rows = title, length, rows
        self._begun: tuple[float, int] | None = None
        self._told = -1

    def of_lane(self, screen: Console, name: str) -> "LaneScreen":
        """Returns the screen of one lane."""
        del screen  # The sweep's screen replaces it.
        return LaneScreen(self, name)

    def note(self, name: str, text: str) -> None:
        """Appends a lane's output to the file. Errors, such as a full disk, do not stop the run."""
        with contextlib.suppress(OSError):
            for line in text.splitlines():
                self._file.write(f"[{name}] {line}\n")
            self._file.flush()

    def tell(self, lanes: Sequence[DirectedLane]) -> None:
        """Prints the progress of the lanes in training."""
        if not lanes:
            return
        now, steps = time.perf_counter(), min(lane.env_steps for lane in lanes)
        if self._begun is None:
            # The first epoch is over, so rates do not include compilation.
            self._begun = now, steps
        share = max(min(steps / self._length, 1.0), 1e-9)
        seconds, done = now - self._begun[0], steps - self._begun[1]
        parts = [f"{self._title}{share:4.0%} {console.count(steps)}/{console.count(self._length)}"]
        parts.append(f"{len(lanes)} run{'s' if len(lanes) > 1 else ''}")
        if done > 0 and seconds > 0:
            rate = done / seconds
            parts.append(f"{console.count(rate * len(lanes))} steps/s of all")
            parts.append(f"ETA {console.duration(max(self._length - steps, 0) / rate)}")
        reports = int(share * self._rows)
        self._console.status("  ".join(parts), row=reports > self._told)
        self._told = max(self._told, reports)

    def close(self) -> None:
        """Ends the live line and closes the file."""
        self._console.close()
        with contextlib.suppress(OSError):
            self._file.close()


class LaneScreen:
    """The screen of a lane, whose output goes to the program's file."""

    def __init__(self, of: SweepScreen, name: str):
        """Makes the screen of the lane `name`."""
        self._of, self._name = of, name

    def line(self, text: str) -> None:
        """Writes a line."""
        self._of.note(self._name, text)

    def status(self, text: str, row: bool) -> None:
        """Writes a progress line if it is also a row of the log."""
        if row:
            self._of.note(self._name, text)
