"""What directs lanes that train together: who stands in the program, who ends early, who copies whom.

The clock of a program is its number of agent updates, which all its lanes share and every checkpoint has.
A sweep writes down what its scheduler decides before it takes effect, so that a resume, of which lanes begin
at different checkpoints, repeats it at the same clock.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

# A program is replaced by a smaller one where at most half of its lanes are left, and at least this share of
# a run: the smaller one has to be compiled.
LEAST_LEFT = 0.1
EMPTY = ""  # stands among the names of a program's lanes for a place that nobody has


class Copy(NamedTuple):
    """A lane that goes on as another one, with changed hyperparameters."""

    source: str
    target: str
    hparams: Mapping[str, float]


class Decision(NamedTuple):
    """What becomes of lanes at one clock: some end before they have their steps, some become copies."""

    retired: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()


class DirectedLane(Protocol):
    """What a scheduler sees of a lane."""

    name: str

    @property
    def env_steps(self) -> int: ...  # noqa: D102
    @property
    def share_left(self) -> float: ...  # noqa: D102
    def figure(self, name: str) -> float: ...  # noqa: D102


class Scheduler:
    """Lets every lane train to its end; keeps what it is told in memory alone.

    A new program has `slots`, at least. Those that no lane has are computed too, so that a program of fewer
    lanes has the size of the others and is not compiled again.
    """

    def __init__(self, slots: int = 1) -> None:
        self.slots = slots
        self.programs: list[tuple[int, tuple[str, ...]]] = []  # clock at which each begins, and its lanes
        self.stop: int | None = None  # the signal that came while the lanes trained, or ended

    @property
    def horizon(self) -> int:
        """The clock up to which everything has been decided."""
        return 0

    def program_at(self, clock: int) -> tuple[str, ...] | None:
        """The lanes of the program that runs from this clock on, by their slots; None: none has begun.

        `EMPTY` stands for a place that nobody has.
        """
        begun = [lanes for begins, lanes in self.programs if begins <= clock]
        return begun[-1] if begun else None

    def begin_program(self, clock: int, lanes: Sequence[str]) -> None:
        """Notes that from this clock on a program of these lanes runs."""
        self.programs.append((clock, tuple(lanes)))

    def decided(self, clock: int) -> Decision | None:
        """What was decided at this clock by the process before."""
        del clock
        return None

    def decide(self, clock: int, lanes: Sequence[DirectedLane]) -> Decision | None:
        """What is to become of the lanes in training; None: they go on."""
        del clock, lanes
        return None

    def note(self, clock: int, decision: Decision) -> None:
        """Notes a decision, before anything of it is done."""

    def ended(self, lane: str, outcome: str, clock: int, why: str = "") -> None:
        """Notes that a lane has ended: it is `finished`, `retired` or `failed`."""

    def progressed(self, lanes: Sequence[DirectedLane]) -> None:
        """Is told of the lanes in training after every epoch."""


def filled_up(lanes: int, devices: int) -> int:
    """The slots of so many lanes: as many on each device, unless there are fewer lanes than devices.

    A device with a lane less than another would only wait for that one.
    """
    return -(-lanes // devices) * devices if lanes >= devices else lanes


def lanes_to_keep(at_start: int, lanes: Sequence[DirectedLane], devices: int) -> list[str] | None:
    """The slots of a smaller program, where one is worth its compilation; None: it is not.

    Args:
      at_start: how many lanes the program began with.
      lanes: those of them that are left.
      devices: to which they are dealt out.
    """
    if not lanes or 2 * len(lanes) > at_start or max(lane.share_left for lane in lanes) < LEAST_LEFT:
        return None
    names = [lane.name for lane in lanes]
    return names + [EMPTY] * (filled_up(len(names), devices) - len(names))
