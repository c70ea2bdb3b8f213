"""Islands over programs: programs that train at the same time share one objective.

After every epoch each program writes the state of its objective, such as the parameters and the optimiser's
moments of a discriminator, waits for the files of the others, and continues with their mean, weighted by
lanes. This is federated averaging (McMahan et al. 2017, arXiv:1602.05629): inside a program, the lanes sum
their gradients at every update. At the start all programs take the objective of the first one, because
a mean of networks that began differently is a bad network.

Which files are awaited depends only on what the programs did, and not on when they did it. A program writes
a file after each of its epochs. One whose lanes have all ended takes part up to the clock of its end. A
killed program repeats epochs, and finds the files of the others. So the files stay until the sweep has ended.
"""

import contextlib
import dataclasses
import io
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.config import ConfigError
from diayn_jax.run.console import Report
from diayn_jax.run.plan import Plan
from diayn_jax.run.services import ExchangeError, Interrupted
from diayn_jax.storage import arrays, checkpoint, files, untrusted_files
from diayn_jax.storage.metadata import UnreadableCheckpointError, read_metadata
from diayn_jax.training import TrainState

FOLDER = "islands"  # in the directory of a sweep
# Seconds between two looks at the files of the others. Many programs may wait on one file server.
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.05, 1.0
_LONG = 120.0  # seconds of waiting before the wait is reported
_MOST_BYTES = 1 << 32  # of a file


@dataclasses.dataclass(frozen=True)
class IslandExchange:
    """The exchange of one program with the others of its group, by files in a folder that all see."""

    folder: Path
    program: int
    lanes: Mapping[int, int]  # the number of lanes of each program of the group, this one included
    ended_at: Callable[[int], int | None]  # the clock at which a program's last lane ended; None: one trains
    say: Report

    def share(self, state: TrainState, several: bool, clock: int, stopped: Callable[[], bool]) -> TrainState:
        """See `Exchange.share`. A program whose own objective is not finite keeps it, and gives none."""
        held = arrays.arrays_of(state.objective)
        floats = {name: x for name, x in held.items() if jnp.issubdtype(x.dtype, jnp.floating)}
        # The lanes of a program have the same objective, or, at the start, take that of the first one.
        own = {name: x[0] if several else x for name, x in jax.device_get(floats).items()}
        finite = all(np.isfinite(x).all() for x in own.values())
        self._publish(clock, own if finite else {})
        if not finite:
            return state
        of_all = self._gathered(clock, stopped)
        placed = {
            name: arrays.placed(np.broadcast_to(of_all[name], x.shape), x.sharding)
            for name, x in floats.items()
        }
        return state.replace(objective=arrays.with_arrays(state.objective, held | placed))

    def _publish(self, clock: int, own: Mapping[str, np.ndarray]) -> None:
        """Writes this program's file, unless it is there: the other programs may have read it already."""
        path = self._path(self.program, clock)
        if self._exists(path):
            return
        content = io.BytesIO()
        given: dict[str, Any] = dict(own)
        np.savez(content, allow_pickle=False, **given)
        try:
            with files.explained(path):
                path.parent.mkdir(parents=True, exist_ok=True)
            files.write_atomic(path, content.getvalue())
        except files.RunFileError as error:
            raise ExchangeError(str(error)) from error

    def _gathered(self, clock: int, stopped: Callable[[], bool]) -> dict[str, np.ndarray]:
        """Returns the weighted mean of all objectives, or at clock 0 that of the first program."""
        there = self._awaited(clock, stopped)
        # A program whose objective is not finite has given none, and its lanes end.
        given = {program: x for program in there if (x := self._read(program, clock))}
        first = given[min(given)]
        if not clock:
            return first
        weights = [self.lanes[program] for program in given]
        return {
            name: np.average([x[name] for x in given.values()], axis=0, weights=weights).astype(one.dtype)
            for name, one in first.items()
        }

    def _awaited(self, clock: int, stopped: Callable[[], bool]) -> list[int]:
        """Waits for the files of this clock; returns the programs that take part."""
        awaited, there, report_at = sorted(self.lanes), [], time.monotonic() + _LONG
        pause = _SHORTEST_PAUSE
        while True:
            for program in list(awaited):
                # The end is read first: a file that is missing afterwards will never be written.
                end = self._end_of(program)
                if self._exists(self._path(program, clock)):
                    there.append(program)
                    awaited.remove(program)
                elif end is not None and end < clock:
                    awaited.remove(program)
                elif end is not None:
                    raise ExchangeError(
                        f"{self._path(program, clock)} is missing, and the program that wrote it has ended. "
                        "Restore a copy of it, or begin another sweep."
                    )
            if not awaited:
                return sorted(there)
            if stopped():
                raise Interrupted
            if time.monotonic() > report_at:
                numbers = ", ".join(str(program + 1) for program in awaited)
                self.say(f"Waiting for the islands of program {numbers}")
                report_at = float("inf")
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _end_of(self, program: int) -> int | None:
        try:
            return self.ended_at(program)
        except ConfigError as error:
            raise ExchangeError(str(error)) from error

    def _exists(self, path: Path) -> bool:
        try:
            return path.exists()
        except OSError as error:
            raise ExchangeError(f"{path} cannot be looked for: {error.strerror}.") from error

    def _read(self, program: int, clock: int) -> dict[str, np.ndarray]:
        path = self._path(program, clock)
        try:
            return untrusted_files.read_npz(path, _MOST_BYTES)
        except (OSError, ValueError) as error:
            raise ExchangeError(
                f"{path} cannot be read: {error}. Restore a copy of it, or begin another sweep."
            ) from error

    def _path(self, program: int, clock: int) -> Path:
        return self.folder / str(program) / f"{clock}.npz"


def roll_back(plans: Sequence[Plan], say: Report) -> None:
    """Removes the last checkpoint of those islands of a program that are one checkpoint ahead of the others.

    A process may be killed while it saves its islands one after another. Those that were saved cannot wait
    for the others to catch up: without their batches, the shared objective would learn something else.

    Raises:
      RunFileError: a checkpoint cannot be removed.
    """
    found = [_by_clock(plan.directory / files.CHECKPOINTS) for plan in plans if plan.directory is not None]
    last = min(max(by_clock, default=0) for by_clock in found)
    later = [[path for clock, path in by_clock.items() if clock > last] for by_clock in found]
    if any(len(paths) > 1 for paths in later) or any(last and last not in by_clock for by_clock in found):
        return  # Some have stopped on errors long ago.
    for path in (path for paths in later for path in paths):
        checkpoint.remove(path)
        say(f"Removed {path}: the process was killed before it had saved all islands at this step")


def _by_clock(directory: Path) -> dict[int, Path]:
    """Returns the checkpoints of a run by their number of updates, without damaged ones."""
    found = {}
    for step in checkpoint.steps(directory):
        path = directory / str(step)
        # A resume sets damaged ones aside.
        with contextlib.suppress(UnreadableCheckpointError, KeyError, TypeError):
            found[int(read_metadata(path)["host"]["updates"])] = path
    return found
