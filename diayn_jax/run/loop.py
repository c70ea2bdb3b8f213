"""The host loop: runs epochs, and between them evaluates, logs, saves and handles signals.

All training uses this loop. It trains lanes: a single run is one lane, and several runs are lanes of one
compiled epoch over their stacked states. What happens after an epoch depends on the run's environment steps
alone, and evaluation has its own keys. So a run that was stopped and resumed does the same as an
uninterrupted run.
"""

import contextlib
import dataclasses
import functools
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jax

from diayn_jax import envs, training
from diayn_jax.envs import SimulatorError
from diayn_jax.machine.processes import SINGLE, Processes
from diayn_jax.machine.signals import StopSignals
from diayn_jax.run import initial_state
from diayn_jax.run.announcement import Named, announcement
from diayn_jax.run.compiling import CompileCache, make_compile_cache
from diayn_jax.run.console import Console, Report
from diayn_jax.run.divergence import TrainingDiverged, all_finite, names_not_finite
from diayn_jax.run.lane_slots import LaneSlots
from diayn_jax.run.lanes import Lane, Screen, ViewTime
from diayn_jax.run.plan import Plan
from diayn_jax.run.run_writer import RunWriter
from diayn_jax.run.scheduler import Decision, Scheduler, lanes_to_keep
from diayn_jax.run.services import Exchange, ExchangeError, Interrupted, Outcome
from diayn_jax.storage import checkpoint, files, lock
from diayn_jax.storage.files import RunFileError

_TIME_COLUMNS = (
    "time/env_steps",
    "time/updates",
    "time/wall_seconds",
    "time/eval_seconds",
    "time/compile_seconds",
    "time/env_steps_per_second",
    "time/updates_per_second",
)


def drive(
    plans: Sequence[Plan],
    *,
    say: Report = print,
    processes: Processes = SINGLE,
    scheduler: Scheduler | None = None,
    shared: CompileCache | None = None,
    screen_of: Callable[[Console, str], Screen] | None = None,
    exchange: Exchange | None = None,
    stop: StopSignals | None = None,
) -> list[Outcome]:
    """Trains runs side by side, each to its own end.

    Args:
      plans: one plan, or the plans of `make_lane_plans`. They share a trainer.
      say: receives each line of output.
      scheduler: decides which runs end early, which become copies of others, and how many slots a program
        has. None: no run ends early or becomes a copy, and there is one slot for each run.
      shared: the programs of this trainer that are already compiled; None: there are none.
      screen_of: makes the screen of each run from the shared screen and the run's name; None: all runs print
        on the shared screen.
      exchange: exchanges the objective, which the runs share, with other programs; None: there are none.
      stop: the signals that the caller watches; None: they are watched while the runs train.

    Returns:
      The outcome of each run. A run that failed has a `failure`; the other runs continue.

    Raises:
      ConfigError: another process writes to one of the directories.
    """
    env, scheduler = plans[0].env, scheduler or Scheduler()
    # Even a single lane has stacked states if its program has several slots.
    several = max(len(plans), scheduler.slots) > 1
    processes.barrier("planned")
    with contextlib.ExitStack() as stack:
        if env.simulator is not None:
            stack.callback(env.simulator.close)
        screen = stack.enter_context(
            contextlib.closing(Console(say if processes.is_main else lambda line: None))
        )
        stop = stop or stack.enter_context(StopSignals(screen.line, "stopping after this epoch"))
        # Runs that share compiled programs also share the evaluator.
        of_others = several or shared is not None
        shared = shared or make_compile_cache(plans[0], several)
        lanes, view_time = [], ViewTime()
        for index, plan in enumerate(plans):
            output = None
            if plan.directory is not None and processes.is_main:
                stack.enter_context(lock.hold(plan.directory, screen.line))
                if not plan.resume:
                    # Another process may have trained a whole run since the directory was made.
                    files.check_new(plan.config)
                output = stack.enter_context(contextlib.closing(RunWriter(plan, plan.directory)))
            name = plan.directory.name if plan.directory is not None else str(index)
            own: Screen = screen
            if screen_of is not None:
                own = screen_of(screen, name)
            elif several:
                own = Named(screen, name)
            evaluator = shared.evaluator.with_seed(plan.config.seed) if of_others else shared.evaluator
            lanes.append(Lane(plan, name, evaluator, output, own, processes, view_time))
        if screen_of is None:
            for line in announcement(plans):
                screen.line(line)
        runs = _Loop(lanes, screen, stop, processes, shared, several, scheduler, exchange).train()
        scheduler.stop = stop.received
        return runs


@dataclasses.dataclass
class _Loop:
    """The lanes of one program, and their states."""

    lanes: list[Lane]
    screen: Console
    stop: StopSignals
    processes: Processes
    shared: CompileCache
    several: bool  # whether the states of lanes are stacked
    scheduler: Scheduler
    exchange: Exchange | None = None

    def __post_init__(self) -> None:
        self._trainer = self.lanes[0].plan.trainer
        self._program = LaneSlots(self.lanes, self.several, self.scheduler.slots)
        self._prepared = False  # whether evaluation is compiled, or is being compiled
        self._horizon = 0  # the clock up to which an earlier process has made all decisions

    @property
    def _functions(self) -> training.Compiled:
        return self.shared.functions(len(self._program.slots))

    @property
    def _running(self) -> list[Lane]:
        return [lane for lane in self.lanes if lane.result is None]

    def train(self) -> list[Outcome]:
        """Runs epochs until every lane has done its steps or has failed, or until a signal asks to stop."""
        try:
            self._start()
            self._drive()
        except (SimulatorError, ExchangeError) as error:
            # One program steps all lanes and shares their objective, so all of them fail.
            for lane in self._running:
                self._fail(lane, lane.why_stuck(error))
        return [lane.result for lane in self.lanes if lane.result is not None]

    def _drive(self) -> None:
        while running := self._running:
            stopped = self.processes.any_stop(self.stop.received)
            if stopped is not None:
                for lane in running:
                    self._try(lane, lane.stop, stopped)
                break
            if all(lane.has_its_steps for lane in running):
                self.stop.answer = "all steps are done, finishing"
            for lane in running:
                if lane.has_its_steps:
                    self._try(lane, lane.finish)
                    if lane.result is not None and lane.result.failure is None:
                        self.scheduler.ended(lane.name, "finished", lane.host.updates)
            if self.several:
                self._between_epochs()
            if running := self._running:
                with contextlib.suppress(Interrupted):
                    self._epoch(running)

    def _between_epochs(self) -> None:
        """Lets lanes join, end, leave and become copies, as the scheduler decides, before the next epoch."""
        program, scheduler = self._program, self.scheduler
        program.advance(scheduler)
        decision = scheduler.decided(program.clock)
        is_new = decision is None and program.clock >= self._horizon
        if is_new and (running := self._running):
            decision = scheduler.decide(program.clock, running)
            if decision is not None:
                targets = {copy.target for copy in decision.copies}
                for lane in running:
                    if lane.name in targets:
                        self._try(lane, lane.becomes_copy)
                scheduler.note(program.clock, decision)
        if decision is not None:
            self._carry_out(decision, is_new)
        # A lane that stopped on a file or simulator error keeps its slot: it can be resumed.
        staying = [lane for lane in self.lanes if lane.result is None or _can_be_resumed(lane.result)]
        if self._running and program.clock >= self._horizon:
            left = lanes_to_keep(program.lanes_at_start, staying, self.lanes[0].plan.num_devices)
            if left is not None:
                scheduler.begin_program(program.clock, left)
                program.advance(scheduler)

    def _carry_out(self, decision: Decision, is_new: bool) -> None:
        program = self._program
        for lane in self._running:
            if lane.name in decision.retired:
                self._try(lane, lane.retire)
                if lane.result is not None and lane.result.failure is None:
                    self.scheduler.ended(lane.name, "retired", lane.host.updates)
        if not decision.copies:
            return
        # Save the source lanes before copying them, so that a resume can repeat the copies.
        copies = {copy.target: copy for copy in decision.copies}
        training_now = [lane for lane in self._running if program.trains(lane)]
        for lane in training_now:
            if lane.name not in copies:
                self._try(lane, lane.save)
        by_name = {lane.name: lane for lane in self.lanes}
        for lane in training_now:
            copy = copies.get(lane.name)
            # A lane that was restored from a checkpoint of this clock may already be a copy.
            if copy is not None and lane.host.copied_at != program.clock:
                if not is_new:
                    # Its checkpoint of this clock may be from before the copy.
                    self._try(lane, lane.becomes_copy)
                self._try(lane, program.copy, by_name.get(copy.source), lane, copy.hparams)
                if lane.result is None:
                    lane.host.copied_at = program.clock
                    self._try(lane, lane.save)

    def _try(self, lane: Lane, act: Callable[..., None], *args: Any) -> None:
        """Calls `act` for a lane; if it fails, ends this lane alone."""
        try:
            act(*args)
        except (TrainingDiverged, RunFileError) as error:
            self._fail(lane, error)
        except SimulatorError as error:
            self._fail(lane, lane.why_stuck(error))

    def _fail(self, lane: Lane, error: RuntimeError) -> None:
        clock = lane.host.updates
        lane.fail(error)
        if self.several:
            self.screen.line(f"[{lane.name}] {error}")
        # A lane with a file or simulator error is not noted as failed: it can be resumed.
        if isinstance(error, TrainingDiverged):
            self.scheduler.ended(lane.name, "failed", clock, str(error))

    def _start(self) -> None:
        """Makes or restores the states."""
        found: dict[str, checkpoint.Restored | None] = {}
        measured = jax.eval_shape(self._trainer.epoch, self.lanes[0].plan.shapes)[1]
        columns = [*_TIME_COLUMNS, *sorted(measured)]
        for lane in self.lanes:
            self._try(lane, self._open, lane, columns, found)
        self.processes.barrier("directories are ready")
        if not self._running:
            return
        program = self._program
        resumed = {lane.name: x for lane in self._running if (x := found[lane.name]) is not None}
        # An earlier process made all decisions up to the clock of the lane that is furthest ahead.
        self._horizon = max([self.scheduler.horizon, *(lane.host.updates for lane in self._running)])
        if not self.several:
            (lane,) = self.lanes
            if lane.name in resumed:
                program.state = initial_state.restored_alone(
                    lane, resumed[lane.name], self._stages, self.screen.line
                )
            else:
                self._init({})
        elif len(resumed) == len(self._running):
            program.restore(resumed, self.scheduler)
        else:
            program.take_slots(self.scheduler)
            self._init(resumed)
        try:
            if not any(lane.host.updates for lane in self.lanes):
                self._share_objective(0)
        except Interrupted:
            return
        finally:
            program.hand_out()
        for lane in self._running:
            self._try(lane, lane.begin)

    def _open(self, lane: Lane, columns: list[str], found: dict[str, checkpoint.Restored | None]) -> None:
        say = lane.screen.line if self.several else self.screen.line
        found[lane.name] = initial_state.open_files(lane, columns, self.processes, say, self.several)

    def _init(self, found: Mapping[str, checkpoint.Restored]) -> None:
        """Makes the states of all slots; lanes in `found` join later, from their checkpoints."""
        action_size = self._trainer.env.action_size
        slots = self._program.slots
        # An empty slot runs a copy of the first lane.
        configs = [(lane or self.lanes[0]).plan.config for lane in slots]
        args = initial_state.arguments(configs, action_size, self.several)
        # Before there is a replay, so that the compiler and the replay do not take memory at the same time.
        self._compiled_in(self.shared.compile_all(len(slots), args, self.screen))
        state = initial_state.fresh(self.lanes[0].plan, args, self._stages, self.several)
        self._program.begin(state, found)
        # Check the statistics before any learning.
        watched = {"statistics": state.statistics}
        fine, env_steps = jax.device_get(
            (all_finite(watched, len(slots)), self._per_lane(state.counters.env_steps))
        )
        for index, lane in enumerate(slots):
            if lane is not None and self._program.trains(lane):
                lane.host.env_steps = int(env_steps[index])
                bad = [] if fine[index] else names_not_finite(watched, len(slots), index)
                self._try(lane, lane.check_start, bad)

    @property
    def _stages(self) -> training.Stages:
        """The trainer's stages for the current number of slots; each is compiled before its first call."""
        return self._functions.stages._replace(
            make_pool=functools.partial(self._call, "make_pool"),
            begin=functools.partial(self._call, "begin"),
            advance=functools.partial(self._call, "advance"),
        )

    def _call(self, name: str, *args: Any) -> Any:
        """Calls a stage, compiled for these arguments."""
        stage, seconds = self.shared.compiled(name, len(self._program.slots), args, self.screen)
        self._compiled_in(seconds)
        return stage(*args)

    def _compiled_in(self, seconds: float) -> None:
        """Adds these seconds to the compile time of the running lanes."""
        for lane in self._running:
            lane.compile_seconds += seconds

    def _epoch(self, running: Sequence[Lane]) -> None:
        """Runs one epoch of all lanes, and then the `after_epoch` of each lane that is still running."""
        program = self._program
        errors, functions = self._trainer.env.callback_errors, self._functions
        # If a simulator raises during the epoch, or the objective cannot be shared at its end, its results
        # are invalid and the old state is restored.
        may_fail = errors is not None or self.exchange is not None
        kept: Any = functions.keep(program.state) if may_fail else None
        begun, compiled = time.perf_counter(), running[0].compile_seconds
        try:
            with envs.collected(errors):
                program.state, measured = jax.block_until_ready(self._stages.epoch(program.state))
            self._share_objective(int(program.state.counters.updates))
        except (SimulatorError, ExchangeError, Interrupted):
            program.state = functions.undo(program.state, kept)
            program.hand_out()
            raise
        seconds = time.perf_counter() - begun - (running[0].compile_seconds - compiled)
        state = program.state
        # The running mean of the score is NaN until an episode has ended, so its sums are checked instead.
        watched = {name: x for name, x in measured.items() if name != f"train/{self._trainer.score_name}"}
        for part in ("agent", "objective", "statistics", "score_running"):
            watched[part] = getattr(state, part)
        # The first call compiles, so the time of the epoch is taken before it.
        fine = all_finite(watched, len(program.slots))
        values, fine, counters = jax.device_get((measured, fine, state.counters))
        program.clock = int(counters.updates)
        program.hand_out()
        first = next(filter(program.trains, running), None)
        if first is not None and not self._prepared:
            # Evaluation is compiled after the epoch: compiling both at once would need the memory of both.
            self.shared.evaluator.prepare(first.state(False))
            self._prepared = True
        for index, lane in enumerate(program.slots):
            if lane is not None and lane in running and program.trains(lane):
                bad = [] if fine[index] else names_not_finite(watched, len(program.slots), index)
                own = {name: self._per_lane(x)[index] for name, x in values.items()}
                counted = counters.replace(env_steps=self._per_lane(counters.env_steps)[index])
                self._try(lane, lane.after_epoch, own, bad, counted, seconds)
        self.scheduler.progressed(self._running)

    def _share_objective(self, clock: int) -> None:
        """Replaces the objective by that of all programs which share it, if there are others.

        Raises:
          Interrupted, ExchangeError: see `Exchange`.
        """
        if self.exchange is not None:
            program = self._program
            program.state = self.exchange.share(
                program.state, self.several, clock, lambda: self.stop.received is not None
            )

    def _per_lane(self, x: Any) -> Any:
        """Returns a quantity with a leading axis of lanes, [lanes, ...]."""
        return x if self.several else x[None]


def _can_be_resumed(result: Outcome) -> bool:
    """Whether a lane has ended on an error of a file or a simulator, so that it can be resumed."""
    return result.failure is not None and not isinstance(result.failure, TrainingDiverged)
