"""How a sweep says how it stands: one line for all its lanes; what each of them says goes into a file."""

import contextlib
import time
from collections.abc import Sequence
from pathlib import Path

from diayn_jax.run import console
from diayn_jax.run.console import Console
from diayn_jax.run.scheduler import DirectedLane

ROWS = 20  # lines over a program's run, where the screen is no terminal


class SweepScreen:
    """The screen of one of a sweep's programs."""

    def __init__(self, path: Path, say: console.Report, title: str, length: int, rows: int = ROWS):
        """What lanes say is added to the file `path`; runs are of `length` steps."""
        self._file = path.open("a", encoding="utf-8")
        self._console = Console(say)
        self._title, self._length, self._rows = title, length, rows
        self._begun: tuple[float, int] | None = None
        self._told = -1

    def of_lane(self, screen: Console, name: str) -> "LaneScreen":
        """Where a lane speaks."""
        del screen  # It has one line for all.
        return LaneScreen(self, name)

    def note(self, name: str, text: str) -> None:
        """Adds what a lane says to the file, where it has room: a run does not end for want of it."""
        with contextlib.suppress(OSError):
            for line in text.splitlines():
                self._file.write(f"[{name}] {line}\n")
            self._file.flush()

    def tell(self, lanes: Sequence[DirectedLane]) -> None:
        """Says how the lanes in training stand."""
        if not lanes:
            return
        now, steps = time.perf_counter(), min(lane.env_steps for lane in lanes)
        if self._begun is None:
            # The first epoch is over, and with it what is compiled.
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
        """Ends the line and the file."""
        self._console.close()
        with contextlib.suppress(OSError):
            self._file.close()


class LaneScreen:
    """Where a lane speaks: into the file."""

    def __init__(self, of: SweepScreen, name: str):
        """A lane of that name."""
        self._of, self._name = of, name

    def line(self, text: str) -> None:
        """Notes a line."""
        self._of.note(self._name, text)

    def status(self, text: str, row: bool) -> None:
        """Notes how it stands, as often as its log does."""
        if row:
            self._of.note(self._name, text)
