"""Schedulers of lanes that train together: which lanes have slots, which end early, which are copied.

The clock of a program is its number of agent updates. All its lanes share the clock, and every checkpoint
stores it. A sweep writes each decision to a file before the decision takes effect. Its lanes may resume from
different checkpoints, so a resumed sweep repeats each decision at the same clock.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

# A smaller program has to be compiled. So it replaces a program only if at most half of the lanes are left
# and one of these has at least this share of its run left.
LEAST_LEFT = 0.1
EMPTY = ""  # the name of an empty slot


class Copy(NamedTuple):
    """Replaces the lane `target` by a copy of `source`, with changed hyperparameters."""

    source: str
    target: str
    hparams: Mapping[str, float]


class Decision(NamedTuple):
    """The lanes that end early at one clock, and the lanes that become copies."""

    retired: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()


class DirectedLane(Protocol):
    """The part of a lane that a scheduler uses."""

    name: str

    @property
    def env_steps(self) -> int: ...  # noqa: D102
    @property
    def share_left(self) -> float: ...  # noqa: D102
    def figure(self, name: str) -> float: ...  # noqa: D102


class Scheduler:
    """Lets every lane train to its end; keeps its notes in memory only.

    A new program has at least `slots` slots. Empty slots are computed too: a program with fewer lanes then
    has the same size as the others, and is not compiled again.
    """

    def __init__(self, slots: int = 1) -> None:
        self.slots = slots
        self.programs: list[tuple[int, tuple[str, ...]]] = []  # clock at the beginning, and lanes by slot
        self.stop: int | None = None  # the signal that stopped the lanes; None: there was none

    @property
    def horizon(self) -> int:
        """The clock up to which all decisions have been made."""
        return 0

    def program_at(self, clock: int) -> tuple[str, ...] | None:
        """Returns the lanes by slot of the program that runs at this clock; None if none has begun.

        `EMPTY` stands for an empty slot.
        """
        begun = [lanes for begins, lanes in self.programs if begins <= clock]
        return begun[-1] if begun else None

    def begin_program(self, clock: int, lanes: Sequence[str]) -> None:
        """Notes that a program of these lanes begins at this clock."""
        self.programs.append((clock, tuple(lanes)))

    def decided(self, clock: int) -> Decision | None:
        """Returns the decision that an earlier process made at this clock, or None."""
        del clock
        return None

    def decide(self, clock: int, lanes: Sequence[DirectedLane]) -> Decision | None:
        """Decides on the lanes in training; None: all of them continue."""
        del clock, lanes
        return None

    def note(self, clock: int, decision: Decision) -> None:
        """Notes a decision before it takes effect."""

    def ended(self, lane: str, outcome: str, clock: int, why: str = "") -> None:
        """Notes that a lane has ended; `outcome` is `finished`, `retired` or `failed`."""

    def progressed(self, lanes: Sequence[DirectedLane]) -> None:
        """Receives the lanes in training after every epoch."""


def filled_up(lanes: int, devices: int) -> int:
    """Returns the number of slots for this many lanes.

    Each device gets the same number of slots, unless there are fewer lanes than devices. A device with fewer
    lanes than another would only wait for it.
    """
    return -(-lanes // devices) * devices if lanes >= devices else lanes


def lanes_to_keep(at_start: int, lanes: Sequence[DirectedLane], devices: int) -> list[str] | None:
    """Returns the lanes by slot of a smaller program; None if it is not worth its compilation.

    The program began with `at_start` lanes, of which `lanes` are left.
    """
    if not lanes or 2 * len(lanes) > at_start or max(lane.share_left for lane in lanes) < LEAST_LEFT:
        return None
    names = [lane.name for lane in lanes]
    return names + [EMPTY] * (filled_up(len(names), devices) - len(names))
