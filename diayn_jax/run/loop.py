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
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import jax

from diayn_jax import envs, objectives, training
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
from diayn_jax.run.scheduler import Copy, Decision, Scheduler, lanes_to_keep
from diayn_jax.run.services import Exchange, ExchangeError, Interrupted, Outcome
from diayn_jax.storage import checkpoint, files, lock
from diayn_jax.storage.files import RunFileError
from diayn_jax.types import Metrics

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
        shared = shared or make_compile_cache(plans[0], several)
        lanes, view_time = [], ViewTime()
        for index, plan in enumerate(plans):
            writer = None
            if plan.directory is not None and processes.is_main:
                writer = stack.enter_context(_locked_writer(plan, plan.directory, screen.line))
            name = plan.directory.name if plan.directory is not None else str(index)
            lane_screen: Screen = screen
            if screen_of is not None:
                lane_screen = screen_of(screen, name)
            elif several:
                lane_screen = Named(screen, name)
            evaluator = shared.evaluator.with_seed(plan.config.seed)
            lanes.append(Lane(plan, name, evaluator, writer, lane_screen, processes, view_time))
        if screen_of is None:
            for line in announcement(plans):
                screen.line(line)
        program = LaneSlots(lanes, several, scheduler.slots)
        loop = _Loop(lanes, program, shared, screen, stop, processes, several, scheduler, exchange)
        outcomes = loop.train()
    # By now, a signal that came at the very end has been received, too.
    scheduler.stop = stop.received
    return [dataclasses.replace(outcome, signal=stop.received) for outcome in outcomes]


@contextlib.contextmanager
def _locked_writer(plan: Plan, directory: Path, say: Report) -> Iterator[RunWriter]:
    """Yields the writer of a run's files; no other process may write to the directory meanwhile."""
    with lock.hold(directory, say):
        if not plan.resume:
            # Another process may have trained a whole run since the directory was made.
            files.check_new(plan.config)
        with contextlib.closing(RunWriter(plan, directory)) as writer:
            yield writer


@dataclasses.dataclass
class _Loop:
    """Trains the lanes of one program. The fields with defaults change while it trains."""

    lanes: list[Lane]  # all of them; those that have ended have a `result`
    program: LaneSlots  # the lanes by slot, and their states
    cache: CompileCache
    screen: Console
    stop: StopSignals
    processes: Processes
    several: bool  # whether the states of lanes are stacked
    scheduler: Scheduler
    exchange: Exchange | None
    horizon: int = 0  # the clock up to which an earlier process has made all decisions
    compile_seconds: float = 0.0  # seconds of compilation so far
    evaluation_is_prepared: bool = False  # whether evaluation is compiled, or is being compiled

    @property
    def _trainer(self) -> training.Trainer:
        return self.lanes[0].plan.trainer

    @property
    def _functions(self) -> training.Compiled:
        return self.cache.functions(len(self.program.slots))

    @property
    def _shares_objective(self) -> bool:
        return objectives.spec(self.lanes[0].plan.config.objective).shared_over_lanes

    @property
    def _running(self) -> list[Lane]:
        return [lane for lane in self.lanes if lane.result is None]

    def train(self) -> list[Outcome]:
        """Runs epochs until every lane has done its steps or has failed, or until a signal asks to stop."""
        try:
            # A signal ends the wait for other programs; `_next_epoch` then stops the lanes.
            with contextlib.suppress(Interrupted):
                self._start()
            while self._running:
                with contextlib.suppress(Interrupted):
                    self._next_epoch()
        except (SimulatorError, ExchangeError) as error:
            # One program steps all lanes and shares their objective, so all of them fail.
            for lane in self._running:
                self._fail(lane, lane.why_stuck(error))
        return [lane.result for lane in self.lanes if lane.result is not None]

    def _next_epoch(self) -> None:
        """Runs an epoch, after ending the lanes that a signal stops or that have done their steps."""
        stopped = self.processes.any_stop(self.stop.received)
        if stopped is not None:
            for lane in self._running:
                with self._fails_alone(lane):
                    lane.stop(stopped)
            return
        finished = [lane for lane in self._running if lane.has_its_steps]
        if finished == self._running:
            self.stop.answer = "all steps are done, finishing"
        for lane in finished:
            self._end(lane, lane.finish, "finished")
        if self.several:
            self._between_epochs()
        if self._running:
            self._epoch()

    # How lanes end.

    @contextlib.contextmanager
    def _fails_alone(self, lane: Lane) -> Iterator[None]:
        """Ends this lane alone if it fails within the context."""
        try:
            yield
        except (TrainingDiverged, RunFileError) as error:
            self._fail(lane, error)
        except SimulatorError as error:
            self._fail(lane, lane.why_stuck(error))

    def _fail(self, lane: Lane, error: RuntimeError) -> None:
        lane.fail(error)
        if self.several:
            self.screen.line(f"[{lane.name}] {error}")
        # A lane with a file or simulator error is not noted as failed: it can be resumed.
        if isinstance(error, TrainingDiverged):
            self.scheduler.ended(lane.name, "failed", lane.host.updates, str(error))

    def _end(self, lane: Lane, end: Callable[[], None], outcome: str) -> None:
        """Ends a lane by `end`; if that does not fail, the scheduler notes the outcome."""
        with self._fails_alone(lane):
            end()
        if lane.result is not None and lane.result.failure is None:
            self.scheduler.ended(lane.name, outcome, lane.host.updates)

    # Before the first epoch.

    def _start(self) -> None:
        """Opens the files of all lanes, and makes or restores their states.

        Raises:
          Interrupted, ExchangeError: see `Exchange`.
        """
        resumed = self._open_files()
        self.processes.barrier("directories are ready")
        running = self._running
        if not running:
            return
        # An earlier process made all decisions up to the clock of the lane that is furthest ahead.
        self.horizon = max([self.scheduler.horizon, *(lane.host.updates for lane in running)])
        if len(resumed) < len(running):
            # Some lanes begin. The others join them at the clocks of their checkpoints.
            if self.several:
                self.program.take_slots(self.scheduler)
            self._make_states(resumed)
        elif self.several:
            self.program.restore(resumed, self.scheduler)
        else:
            (lane,) = self.lanes
            state = initial_state.restored_alone(lane, resumed[lane.name], self._stages, self.screen.line)
            self.program.set_states(state)
        if not any(lane.host.updates for lane in self.lanes):
            # New runs of all programs begin with the same objective.
            self._share_objective(0)
        for lane in self._running:
            with self._fails_alone(lane):
                lane.begin()

    def _open_files(self) -> dict[str, checkpoint.Restored]:
        """Opens the files of all lanes; returns the checkpoints of those that are resumed, by name."""
        _, metrics = jax.eval_shape(self._trainer.epoch, self.lanes[0].plan.shapes)
        columns = [*_TIME_COLUMNS, *sorted(metrics)]
        resumed = {}
        for lane in self.lanes:
            say = lane.screen.line if self.several else self.screen.line
            with self._fails_alone(lane):
                found = initial_state.open_files(lane, columns, self.processes, say, self.several)
                if found is not None:
                    resumed[lane.name] = found
        return resumed

    def _make_states(self, resumed: Mapping[str, checkpoint.Restored]) -> None:
        """Makes the states of all slots; lanes in `resumed` join later, from their checkpoints."""
        slots = self.program.slots
        # An empty slot runs a copy of the first lane.
        configs = [(lane or self.lanes[0]).plan.config for lane in slots]
        args = initial_state.arguments(configs, self._trainer.env.action_size, self.several)
        # Before there is a replay, so that the compiler and the replay do not take memory at the same time.
        self._add_compile_seconds(self.cache.compile_all(len(slots), args, self.screen))
        state = initial_state.fresh(self.lanes[0].plan, args, self._stages, self.several)
        self.program.begin(state, resumed)
        # Check the statistics before any learning.
        checked = {"statistics": state.statistics}
        finite, env_steps = jax.device_get(
            (all_finite(checked, len(slots)), self._per_lane(state.counters.env_steps))
        )
        for slot, lane in self.program.in_training():
            lane.host.env_steps = int(env_steps[slot])
            with self._fails_alone(lane):
                lane.check_start([] if finite[slot] else names_not_finite(checked, len(slots), slot))

    # Between epochs.

    def _between_epochs(self) -> None:
        """Lets lanes join, end, become copies and leave, as the scheduler decides."""
        program, scheduler = self.program, self.scheduler
        program.advance(scheduler)
        # Before the horizon, the only decisions are those of the earlier process, which are repeated.
        decides = program.clock >= self.horizon
        decision = scheduler.decided(program.clock)
        if decision is None and decides:
            decision = self._decide()
        if decision is not None:
            for lane in self._running:
                if lane.name in decision.retired:
                    self._end(lane, lane.retire, "retired")
            self._make_copies(decision.copies)
        if decides:
            self._shrink()

    def _decide(self) -> Decision | None:
        """Has the scheduler decide, and note its decision; None: all lanes continue."""
        running, clock = self._running, self.program.clock
        decision = self.scheduler.decide(clock, running) if running else None
        if decision is not None:
            targets = {copy.target for copy in decision.copies}
            # A checkpoint of this clock is from before the copy, so it is removed before the note.
            for lane in running:
                if lane.name in targets:
                    with self._fails_alone(lane):
                        lane.becomes_copy()
            self.scheduler.note(clock, decision)
        return decision

    def _make_copies(self, copies: Sequence[Copy]) -> None:
        """Replaces lanes by copies of others, unless they became these copies before a resume."""
        if not copies:
            return
        program, by_target = self.program, {copy.target: copy for copy in copies}
        by_name = {lane.name: lane for lane in self.lanes}
        in_training = [lane for lane in self._running if program.trains(lane)]
        # Save the source lanes before copying them, so that a resume can repeat the copies.
        for lane in in_training:
            if lane.name not in by_target:
                with self._fails_alone(lane):
                    lane.save()
        for lane in in_training:
            copy = by_target.get(lane.name)
            # A lane that was restored from a checkpoint of this clock may already be a copy.
            if copy is None or lane.host.copied_at == program.clock:
                continue
            with self._fails_alone(lane):
                # A resumed lane may have a checkpoint of this clock that is from before the copy.
                lane.becomes_copy()
                program.copy(by_name.get(copy.source), lane, copy.hparams)
                lane.host.copied_at = program.clock
                lane.save()

    def _shrink(self) -> None:
        """Begins a smaller program if enough lanes have left this one."""
        if not self._running:
            return
        # A lane that stopped on a file or simulator error keeps its slot: it can be resumed.
        staying = [lane for lane in self.lanes if lane.result is None or _can_be_resumed(lane.result)]
        # Lanes that share an objective have no empty slots, whose copies of a lane it would learn from.
        devices = 1 if self._shares_objective else self.lanes[0].plan.num_devices
        names = lanes_to_keep(self.program.lanes_at_start, staying, devices)
        if names is not None:
            self.scheduler.begin_program(self.program.clock, names)
            self.program.advance(self.scheduler)

    # An epoch.

    def _epoch(self) -> None:
        """Runs one epoch of all lanes, and then the `after_epoch` of each lane in training.

        Raises:
          SimulatorError, ExchangeError, Interrupted: see `_run_epoch`.
        """
        program, lanes = self.program, len(self.program.slots)
        metrics, seconds = self._run_epoch()
        state = program.state
        # Running means are NaN until an episode has ended, so their sums are checked instead.
        means = (f"train/{self._trainer.score_name}", f"train/{training.RETURN_NAME}")
        checked = {name: x for name, x in metrics.items() if name not in means}
        for part in ("agent", "objective", "statistics", "score_running", "return_running"):
            checked[part] = getattr(state, part)
        metrics, finite, counters = jax.device_get((metrics, all_finite(checked, lanes), state.counters))
        program.clock = int(counters.updates)
        in_training = program.in_training()
        if in_training and not self.evaluation_is_prepared:
            # Evaluation is compiled after the epoch: compiling both at once would need the memory of both.
            _, first = in_training[0]
            self.cache.evaluator.prepare(first.state(False))
            self.evaluation_is_prepared = True
        for slot, lane in in_training:
            bad = [] if finite[slot] else names_not_finite(checked, lanes, slot)
            values = {name: self._per_lane(x)[slot] for name, x in metrics.items()}
            counted = counters.replace(env_steps=self._per_lane(counters.env_steps)[slot])
            with self._fails_alone(lane):
                lane.after_epoch(values, bad, counted, seconds)
        self._save_islands()
        self.scheduler.progressed(self._running)

    def _save_islands(self) -> None:
        """Saves all lanes that share an objective if one of them is saved: they resume at one clock."""
        lanes = [lane for _, lane in self.program.in_training()]
        if self._shares_objective and any(lane.is_saved for lane in lanes):
            for lane in lanes:
                with self._fails_alone(lane):
                    lane.save()

    def _run_epoch(self) -> tuple[Metrics, float]:
        """Runs one epoch of all lanes; returns its metrics, and its seconds without compilation.

        If it raises one of these errors, its results are invalid, and the states before it are restored.

        Raises:
          SimulatorError: a simulator raised during the epoch.
          Interrupted, ExchangeError: see `Exchange`.
        """
        program, functions = self.program, self._functions
        errors = self._trainer.env.callback_errors
        may_fail = errors is not None or self.exchange is not None
        kept: Any = functions.keep(program.state) if may_fail else None
        begun, compiled = time.perf_counter(), self.compile_seconds
        try:
            with envs.collected(errors):
                state, metrics = jax.block_until_ready(self._stages.epoch(program.state))
                # A simulator's error is raised at the end of this context, when the old states are donated.
                program.set_states(state)
            self._share_objective(int(state.counters.updates))
        except (SimulatorError, ExchangeError, Interrupted):
            program.set_states(functions.undo(program.state, kept))
            raise
        return metrics, time.perf_counter() - begun - (self.compile_seconds - compiled)

    def _share_objective(self, clock: int) -> None:
        """Replaces the objective by that of all programs which share it, if there are others.

        Raises:
          Interrupted, ExchangeError: see `Exchange`.
        """
        if self.exchange is not None:
            states = self.program.state
            self.program.set_states(
                self.exchange.share(states, self.several, clock, lambda: self.stop.received is not None)
            )

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
        stage, seconds = self.cache.compiled(name, len(self.program.slots), args, self.screen)
        self._add_compile_seconds(seconds)
        return stage(*args)

    def _add_compile_seconds(self, seconds: float) -> None:
        self.compile_seconds += seconds
        for lane in self._running:
            lane.compile_seconds += seconds

    def _per_lane(self, x: Any) -> Any:
        """Returns a quantity with a leading axis of lanes, [lanes, ...]."""
        return x if self.several else x[None]


def _can_be_resumed(result: Outcome) -> bool:
    """Whether a lane has ended on an error of a file or a simulator, so that it can be resumed."""
    return result.failure is not None and not isinstance(result.failure, TrainingDiverged)
