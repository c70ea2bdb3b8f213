"""The states of a program's lanes, stacked, and which lane stands where in them.

Lanes leave between epochs, and after a resume they come: their checkpoints may be of different clocks
(numbers of updates), so the program begins at the earliest, and whoever is ahead waits until it is there.
A lane's numbers hang on no other lane's, but on how many slots a program has: XLA may round another way in
one of another size. So each lane goes on in the same place of as large a program as before, and a place that
nobody has is computed all the same, with a copy of a lane's state.
"""

import functools
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from diayn_jax import training
from diayn_jax.run.lanes import Lane
from diayn_jax.run.run_writer import state_like
from diayn_jax.run.scheduler import EMPTY, Scheduler
from diayn_jax.storage import checkpoint
from diayn_jax.storage.metadata import CheckpointError


class LaneSlots:
    """The lanes of a program. A single run is its own state, at the one place that there is."""

    def __init__(self, lanes: Sequence[Lane], several: bool, slots: int):
        """Lanes yet to be made or restored, in a new program in so many slots.

        `several`: their states are stacked.
        """
        empty = max(0, slots - len(lanes))
        self.state: Any = None
        self.clock = 0
        self.slots: list[Lane | None] = [*lanes, *[None] * empty]
        self._trainer = lanes[0].plan.trainer
        self._several = several
        self._lanes = {lane.name: lane for lane in lanes}
        self._names: tuple[str, ...] = (*self._lanes, *[EMPTY] * empty)
        self._waiting: dict[str, checkpoint.Restored] = {}

    @property
    def lanes_at_start(self) -> int:
        """How many lanes it has begun with."""
        return len(self._names) - self._names.count(EMPTY)

    def stands(self, lane: Lane) -> bool:
        """Whether the program trains this lane now."""
        return lane in self.slots and lane.name not in self._waiting and lane.result is None

    def take_slots(self, scheduler: Scheduler) -> None:
        """Gives each lane the place that it had, or, in a program that is new, one in their order."""
        if not scheduler.programs:
            scheduler.begin_program(0, self._names)
        self._set_places(scheduler.program_at(self.clock) or self._names)

    def begin(self, states: Any, found: Mapping[str, checkpoint.Restored]) -> None:
        """Takes the states of all slots as they are before the first epoch; lanes in `found` join later."""
        self.state = states
        self._wait(found)

    def restore(self, found: Mapping[str, checkpoint.Restored], scheduler: Scheduler) -> None:
        """Takes the states of lanes that all have a checkpoint, from the earliest on."""
        self._wait(found)
        learning = self._learning()
        # Where all have their steps, nothing is trained any more.
        self.clock = min((lane.host.updates for lane in learning), default=0)
        self.take_slots(scheduler)
        missing = [lane.name for lane in learning if lane not in self.slots]
        if missing:
            raise CheckpointError(
                f"{missing[0]} goes on at {self.clock} updates, and by then it had left the program, as the "
                "sweep's files say: it is of another sweep. Put back a copy of it, or begin anew."
            )
        if learning:
            self._begin_with_next()

    def advance(self, scheduler: Scheduler) -> None:
        """Lets those join whose clock it is, and those leave that the program of this clock has not."""
        learning = self._learning()
        if learning and not any(self.stands(lane) for lane in learning):
            # Whoever was behind has ended.
            self.clock = min(lane.host.updates for lane in learning)
            self._set_places(scheduler.program_at(self.clock) or self._names)
            self._begin_with_next()
            return
        names = scheduler.program_at(self.clock) or self._names
        if names != self._names:
            # A place that nobody has gets a copy of the first lane's state.
            indices = [self._names.index(name or names[0]) for name in names]
            self._set_places(names)
            self._forget_states()
            self.state = training.select_lanes(self._trainer, self.state, indices)
        self._join()
        self.hand_out()

    def copy(self, source: Lane | None, target: Lane, hparams: Mapping[str, float]) -> None:
        """Has `target` go on as `source` does now, but for these hyperparameters and its key.

        Raises:
          CheckpointError: the source is ahead already, or has ended.
        """
        if source is None or not self.stands(source):
            raise CheckpointError(
                f"{target.name} is to go on as a copy of a run at {self.clock} updates, and there is no "
                "checkpoint of that any more."
            )
        slots = self.slots.index(source), self.slots.index(target)
        self._forget_states()
        self.state = training.copy_lane(self._trainer, self.state, *slots, hparams)
        self.hand_out()

    def hand_out(self) -> None:
        """Gives each lane that trains its part of the states."""
        state = self.state
        for index, lane in enumerate(self.slots):
            if lane is None or not self.stands(lane):
                continue
            if not self._several:
                lane.state = lambda with_replay: state
            else:
                lane.state = functools.partial(training.lane_state, self._trainer, state, index)

    def _learning(self) -> list[Lane]:
        return [lane for lane in self._lanes.values() if lane.result is None and not lane.has_its_steps]

    def _set_places(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self.slots = [self._lanes.get(name) for name in names]

    def _wait(self, found: Mapping[str, checkpoint.Restored]) -> None:
        for name, restored in found.items():
            # Read again when its time comes: so no more than one is in memory beside the program.
            self._waiting[name] = restored._replace(state=None)
            self._lanes[name].state = _reader(self._lanes[name], restored)

    def _begin_with_next(self) -> None:
        """Fills all slots with the state of a lane whose clock it is; the others then join."""
        first = next(
            lane
            for lane in self._learning()
            if lane.name in self._waiting and lane.host.updates == self.clock
        )
        self.state = training.repeated(self._trainer, self._read(first), len(self.slots))
        self._join(present={first.name})
        self.hand_out()

    def _join(self, present: Collection[str] = ()) -> None:
        for lane in self._learning():
            if lane.name not in self._waiting or lane.host.updates != self.clock:
                continue
            if lane.name not in present:
                state = self._read(lane)
                self._forget_states()
                self.state = training.set_lane(self._trainer, self.state, self.slots.index(lane), state)
            del self._waiting[lane.name]

    def _read(self, lane: Lane) -> Any:
        path = self._waiting[lane.name].path
        return checkpoint.restore(path, state_like(lane.plan))

    def _forget_states(self) -> None:
        """Nobody is to look at the states that are donated now."""
        for lane in filter(None, self.slots):
            if self.stands(lane):
                lane.state = _gone


def _reader(lane: Lane, restored: checkpoint.Restored) -> Any:
    """The state of a lane that waits, from its checkpoint."""

    @functools.cache
    def to_look_at() -> Any:
        like = state_like(lane.plan)
        return checkpoint.restore(restored.path, like.replace(replay=()))

    def state(with_replay: bool) -> Any:
        return checkpoint.restore(restored.path, state_like(lane.plan)) if with_replay else to_look_at()

    return state


def _gone(with_replay: bool) -> Any:
    raise RuntimeError(f"The states are being changed (with_replay={with_replay}).")
