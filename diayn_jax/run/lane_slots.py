"""Holds the stacked states of a program's lanes, and the slot of each lane.

Lanes leave their slots between epochs. After a resume, lanes also join: their checkpoints may have different
clocks (numbers of updates). The program then begins at the earliest clock. A lane that is ahead waits until
the program reaches the lane's clock.

A lane's numbers do not depend on the other lanes. They do depend on the number of slots, because XLA may
round differently in a program of another size. So a resumed lane keeps its slot, in a program of the same
size as before. An empty slot is computed too, with a copy of a lane's state.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import Any

from diayn_jax import training
from diayn_jax.run.lanes import Lane
from diayn_jax.run.run_writer import state_like
from diayn_jax.run.scheduler import EMPTY, Scheduler
from diayn_jax.storage import checkpoint
from diayn_jax.storage.metadata import CheckpointError


class LaneSlots:
    """The lanes of a program, by slot. A single run has the only slot, and its state is not stacked."""

    def __init__(self, lanes: Sequence[Lane], several: bool, slots: int):
        """Makes the slots of a new program; the states of its lanes are not made yet.

        `several`: whether the states of lanes are stacked. There are at least `slots` slots; those beyond the
        lanes are empty.
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
        """The number of lanes that the current program began with."""
        return len(self._names) - self._names.count(EMPTY)

    def trains(self, lane: Lane) -> bool:
        """Whether the program trains this lane now."""
        return lane in self.slots and lane.name not in self._waiting and lane.result is None

    def in_training(self) -> list[tuple[int, Lane]]:
        """Returns the lanes that the program trains now, each with the index of its slot."""
        return [(i, lane) for i, lane in enumerate(self.slots) if lane is not None and self.trains(lane)]

    def set_states(self, states: Any) -> None:
        """Replaces the states of all slots, and gives each lane in training its own part of them."""
        self.state = states
        for index, lane in self.in_training():
            if self._several:
                lane.state = functools.partial(training.lane_state, self._trainer, states, index)
            else:
                lane.state = lambda with_replay: states

    def take_slots(self, scheduler: Scheduler) -> None:
        """Gives each lane its former slot; in a new program, gives slots in the order of the lanes."""
        if not scheduler.programs:
            scheduler.begin_program(0, self._names)
        self._set_slots(scheduler.program_at(self.clock) or self._names)

    def begin(self, states: Any, found: Mapping[str, checkpoint.Restored]) -> None:
        """Takes the states of all slots before the first epoch; lanes in `found` join later."""
        self._wait(found)
        self.set_states(states)

    def restore(self, found: Mapping[str, checkpoint.Restored], scheduler: Scheduler) -> None:
        """Restores lanes that all have a checkpoint; the program begins at the earliest one.

        Raises:
          CheckpointError: a lane has no slot at its clock.
        """
        self._wait(found)
        learning = self._learning()
        # If all lanes have done all their steps, no lane is learning.
        self.clock = min((lane.host.updates for lane in learning), default=0)
        self.take_slots(scheduler)
        missing = [lane.name for lane in learning if lane not in self.slots]
        if missing:
            raise CheckpointError(
                f"{missing[0]} resumes at {self.clock} updates, but the sweep's files say that it had left "
                "the program by then: the run belongs to another sweep. Put back a copy of this sweep's "
                "run, or start a new sweep."
            )
        if learning:
            self._begin_with_next()

    def advance(self, scheduler: Scheduler) -> None:
        """Adds lanes whose checkpoint has this clock, and drops lanes that have left the program."""
        learning = self._learning()
        if learning and not any(self.trains(lane) for lane in learning):
            # The lanes that were behind have ended, so continue at the clock of the next one.
            self.clock = min(lane.host.updates for lane in learning)
            self.take_slots(scheduler)
            self._begin_with_next()
            return
        names = scheduler.program_at(self.clock) or self._names
        if names != self._names:
            # An empty slot gets a copy of the state of the program's first lane.
            indices = [self._names.index(name or names[0]) for name in names]
            self._set_slots(names)
            self._forget_states()
            self.set_states(training.select_lanes(self._trainer, self.state, indices))
        self._join()

    def copy(self, source: Lane | None, target: Lane, hparams: Mapping[str, float]) -> None:
        """Copies the state of `source` to the slot of `target`, except for its key and these hyperparameters.

        Raises:
          CheckpointError: the source is ahead of this clock, or has ended.
        """
        if source is None or not self.trains(source):
            raise CheckpointError(
                f"{target.name} should become a copy of another run at {self.clock} updates, but that run "
                "has no checkpoint of this clock any more."
            )
        slots = self.slots.index(source), self.slots.index(target)
        self._forget_states()
        self.set_states(training.copy_lane(self._trainer, self.state, *slots, hparams))

    def _learning(self) -> list[Lane]:
        """Returns the lanes that have steps left to do."""
        return [lane for lane in self._lanes.values() if lane.result is None and not lane.has_its_steps]

    def _set_slots(self, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self.slots = [self._lanes.get(name) for name in names]

    def _wait(self, found: Mapping[str, checkpoint.Restored]) -> None:
        """Has lanes wait until the program reaches the clocks of their checkpoints."""
        for name, restored in found.items():
            # The state is read again when the lane joins, so memory holds at most one of these states.
            self._waiting[name] = restored._replace(state=None)
            self._lanes[name].state = _reader(self._lanes[name], restored)

    def _begin_with_next(self) -> None:
        """Fills all slots with the state of one lane that has this clock; the other lanes then join."""
        first = next(
            lane
            for lane in self._learning()
            if lane.name in self._waiting and lane.host.updates == self.clock
        )
        self.set_states(training.repeated(self._trainer, self._read(first), len(self.slots)))
        self._join()

    def _join(self) -> None:
        """Adds the waiting lanes whose checkpoint has this clock."""
        for lane in self._learning():
            if lane.name in self._waiting and lane.host.updates == self.clock:
                state = self._read(lane)
                self._forget_states()
                slot = self.slots.index(lane)
                self.set_states(training.set_lane(self._trainer, self.state, slot, state))

    def _read(self, lane: Lane) -> Any:
        """Reads the state of a waiting lane from its checkpoint. The lane then waits no more."""
        path = self._waiting.pop(lane.name).path
        return checkpoint.restore(path, state_like(lane.plan))

    def _forget_states(self) -> None:
        """Makes every later read of the old states fail, because the next call donates their memory."""
        for _, lane in self.in_training():
            lane.state = _gone


def _reader(lane: Lane, restored: checkpoint.Restored) -> Any:
    """Returns a function that reads the state of a waiting lane from its checkpoint."""

    @functools.cache
    def without_replay() -> Any:
        like = state_like(lane.plan)
        return checkpoint.restore(restored.path, like.replace(replay=()))

    def state(with_replay: bool) -> Any:
        return checkpoint.restore(restored.path, state_like(lane.plan)) if with_replay else without_replay()

    return state


def _gone(with_replay: bool) -> Any:
    raise RuntimeError(f"The states are being changed (with_replay={with_replay}).")
