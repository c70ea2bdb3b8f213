"""One run in the host loop: its figures, log, checkpoints and end.

A single run is one lane. Lanes of one program share only its epochs: what happens to a lane after an epoch
depends on its own environment steps alone.
"""

import dataclasses
import functools
import math
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import jax
import jax.numpy as jnp

from diayn_jax import agents, objectives, shell, training
from diayn_jax.envs import SimulatorError
from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.machine import aot
from diayn_jax.machine.processes import Processes
from diayn_jax.run import console
from diayn_jax.run.divergence import DivergenceCheck, TrainingDiverged
from diayn_jax.run.plan import Plan
from diayn_jax.run.run_writer import HostState, RunWriter
from diayn_jax.run.services import EvaluationView, ExchangeError, Outcome
from diayn_jax.storage import checkpoint, files, logs, run_to_resume, untrusted_files
from diayn_jax.storage.files import RunFileError

VIEW_SHARE = 0.02  # share of the time of a program that pictures and histograms may take


class Screen(Protocol):
    """The output of a lane: lines that stay, and a status that the next status replaces."""

    def line(self, text: str) -> None: ...  # noqa: D102
    def status(self, text: str, row: bool, done: float | None = None) -> None: ...  # noqa: D102


@dataclasses.dataclass
class ViewTime:
    """Seconds that pictures and histograms have taken so far, in all lanes of a program."""

    total: float = 0.0
    last: float = 0.0  # of the last evaluation that was drawn


class Lane:
    """A run in progress.

    `state(with_replay)` returns the lane's own `TrainState`. The loop sets it after every epoch. It is a
    function, so that the lane's part of the stacked states is copied only when it is needed.
    """

    def __init__(
        self,
        plan: Plan,
        name: str,
        evaluator: evaluators.Evaluator,
        output: RunWriter | None,
        screen: Screen,
        processes: Processes,
        view_time: ViewTime,
    ):
        """Makes the lane of `plan`; the lanes of a program share `view_time`, and have different names."""
        self.plan = plan
        self.name = name
        self.host = HostState()
        self.state: Callable[[bool], Any] = lambda with_replay: None
        self.result: Outcome | None = None
        self.compile_seconds = 0.0  # seconds of compilation since the last row of the log
        self._config = plan.config
        self._evaluator = evaluator
        self._output = output
        self.screen = screen
        self._processes = processes
        self._view_time = view_time
        self._figures: dict[str, float] = {}
        self._advised: set[str] = set()  # "objective" and "agent", once advice on its failure is printed
        self._health = DivergenceCheck(plan, screen.line)
        self._saved_at: int | None = None  # the step of the last checkpoint
        self._started = time.perf_counter()
        self._first_step, self._first_time = 0, self._started

    @property
    def has_its_steps(self) -> bool:
        """Whether the run has done all its environment steps."""
        return self.host.env_steps >= self._config.num_env_steps

    @property
    def env_steps(self) -> int:
        """Environment steps done so far."""
        return self.host.env_steps

    @property
    def share_left(self) -> float:
        """The share of the run's steps that are left, 0 to 1."""
        return max(0.0, 1.0 - self.host.env_steps / self._config.num_env_steps)

    @property
    def is_saved(self) -> bool:
        """Whether there is a checkpoint of this step."""
        return self._saved_at == self.host.env_steps

    def figure(self, name: str) -> float:
        """Returns a figure of the current state without logging it; NaN if there is no such figure."""
        if self.host.evaluated_at == self.host.env_steps and name in self._figures:
            return self._figures[name]
        begun = time.perf_counter()
        figures = self._evaluator.evaluate(self.state(False))[0]
        if name not in figures:
            figures = self._evaluator.evaluate_full(self.state(False))[0]
        self.host.eval_seconds += time.perf_counter() - begun
        return float(figures.get(name, math.nan))

    def open(self, columns: list[str], restored: checkpoint.Restored | None) -> None:
        """Opens the log; if a checkpoint was restored, takes the host's counters and figures from it."""
        if self._output is not None:
            at = int(restored.metadata["env_steps"]) if restored else None
            resumed_at = (at or 0) if self.plan.resume else None
            self._output.open(columns, resumed_at, restored, self.screen.line)
            if self.plan.resume and not restored:
                self.screen.line(
                    f"{self._output.directory} has no checkpoint yet: starting from the beginning."
                )
        if restored is not None:
            self._saved_at = int(restored.metadata["env_steps"])
            self.host = HostState(**restored.metadata["host"])
            self._figures = untrusted_files.read_figures(restored.metadata)

    def check_start(self, bad: Sequence[str]) -> None:
        """Checks the state after the warm-up; `bad` names the statistics that are NaN or inf.

        Raises:
          TrainingDiverged: `bad` is not empty: the environment's first states have NaN or inf.
        """
        if bad:
            raise TrainingDiverged(self._health.why_not_finite(bad, self.host.env_steps, self._last_good()))

    def begin(self) -> None:
        """Starts the clock of the first epoch; evaluates the policy of a run that starts from a skill."""
        if self.has_its_steps:
            self.screen.line(
                f"The run has done its {self.host.env_steps} steps. Raise --num_env_steps to continue it."
            )
            # Refilling the replay may have used up the last steps. Their checkpoint is not written yet.
            self.save()
        elif self.plan.start is not None and self._saved_at is None:
            # Nothing was restored. The run's curves begin with the policy that it starts from.
            views = self._evaluate(last=False)
            found = "  ".join(console.headline(self._config, self._figures))
            self.screen.line(f"Before the first update: {found}")
            self._log({**self._clock(), **self._figures})
            self._show(views)
        self._first_step, self._first_time = self.host.env_steps, time.perf_counter()

    def after_epoch(
        self, values: Mapping[str, float], bad: Sequence[str], counters: training.Counters, seconds: float
    ) -> None:
        """Checks and logs an epoch; evaluates and saves the run when that is due.

        `bad` names the quantities that are NaN or inf. The counters are on the host.

        Raises:
          TrainingDiverged: there is NaN or inf, or physics breaks down too often.
        """
        host, config, timing = self.host, self._config, self.plan.schedule
        before, updates_before = host.env_steps, host.updates
        host.env_steps, host.updates = int(counters.env_steps), int(counters.updates)
        if bad:
            raise TrainingDiverged(self._health.why_not_finite(bad, host.env_steps, self._last_good()))
        self._health.check_physics(values, host.env_steps, self._last_good())
        row: dict[str, Any] = {
            **self._clock(),
            "time/env_steps_per_second": (host.env_steps - before) / seconds,
            "time/updates_per_second": (host.updates - updates_before) / seconds,
            **{name: float(x) if math.isfinite(x) else None for name, x in values.items()},
        }

        def due(every: int) -> bool:
            return host.env_steps // every > before // every

        last, views = self.has_its_steps, None
        evaluates = last or due(timing.eval_every)
        if evaluates:
            views = self._evaluate(full=config.eval_full and not last, last=last)
            row |= {**self._clock(), **self._figures}
        reports = evaluates or due(timing.report_every)
        # An epoch of resets alone, such as the first one after a resume, counts no step.
        taken = max(1, host.env_steps - self._first_step)
        seconds_per_step = (time.perf_counter() - self._first_time) / taken
        left = max(config.num_env_steps - host.env_steps, 0) * seconds_per_step
        status = console.status_line(config, host.env_steps, left, row, self._figures, self._diagnose(row))
        self.screen.status(status, row=reports, done=min(host.env_steps / config.num_env_steps, 1.0))
        if reports:
            self._log(row)
        self._show(views)
        if last or due(timing.checkpoint_every):
            self.save()

    def _show(self, views: logs.Views | None) -> None:
        if views is not None and self._output is not None:
            self._output.progress.show(views, self.host.env_steps)

    def _diagnose(self, row: Mapping[str, Any]) -> str:
        """Returns the failures that the metrics show, for the progress line; prints advice on each once."""
        config = self._config
        if self.host.env_steps < 0.1 * config.num_env_steps:
            return ""
        specs = {"objective": objectives.spec(config.objective), "agent": agents.spec(config.agent)}
        statuses = []
        for name, spec in specs.items():
            found = spec.diagnose(config, row)
            if found is None:
                continue
            statuses.append(found.status)
            if name not in self._advised:
                self._advised.add(name)
                self.screen.line(found.advice)
        return "; ".join(statuses)

    def _last_good(self) -> str:
        if self._output is not None and self._output.last_checkpoint is not None:
            return f"The last good checkpoint is {self._output.last_checkpoint}."
        return "No checkpoint had been written yet."

    def why_stuck(self, error: SimulatorError | ExchangeError) -> SimulatorError | ExchangeError:
        """Saves the last good state; returns the error with the path of the last checkpoint."""
        unsaved = ""
        if self.host.updates and self.state(False) is not None:
            try:
                self.save()
            except RunFileError as failure:
                unsaved = f" {failure}"
        return type(error)(f"{error}{unsaved} {self._last_good()}")

    def _evaluate(self, full: bool = False, last: bool = True) -> logs.Views | None:
        """Evaluates the run; returns its histograms, pictures and films, or None."""
        begun = time.perf_counter()
        state = self.state(False)
        self._figures, trajectories = self._evaluator.evaluate(state)
        if full:
            self._figures |= self._evaluator.evaluate_full(state)[0]
        self.host.evaluated_at = self.host.env_steps
        views = self._views(state, trajectories, last)
        self.host.eval_seconds += time.perf_counter() - begun
        return views

    def _views(self, state: Any, trajectories: metrics.Trajectories, last: bool) -> logs.Views | None:
        """Draws an evaluation, within the time that pictures may take; None if nothing is drawn."""
        config, env = self._config, self._evaluator.env
        if self._output is None or not self._output.progress.shows:
            return None
        spent = self._view_time
        draws = config.log_pictures and (
            last or spent.total + spent.last <= VIEW_SHARE * self._wall_seconds()
        )
        if not draws and not config.log_video:
            return None
        begun, services = time.perf_counter(), self.plan.services
        view = EvaluationView(
            config,
            env,
            self.plan.trainer.components,
            jax.device_get(trajectories),
            self._figures,
            self.host.env_steps,
            functools.partial(self._play_with_poses, state),
        )
        views = logs.Views({}, {}, {})
        if draws:
            views = services.draw(view)
            spent.last = time.perf_counter() - begun
            spent.total += spent.last
        return views._replace(films=services.film(view)) if config.log_video else views

    def _play_with_poses(self, state: Any, skills: Sequence[int]) -> metrics.Trajectories:
        """Plays one episode of each skill for a film; `skills` [N] are indices of probes."""
        keys = evaluators.evaluation_keys(self._config.seed, self.host.env_steps)
        skill = jnp.array(skills, jnp.int32)
        length = self._config.episode_length
        return self._evaluator.rollouts(state, keys.quick, skill, length, record_poses=True)

    def _wall_seconds(self) -> float:
        return self.host.wall_seconds + time.perf_counter() - self._started

    def _clock(self) -> dict[str, float | int]:
        return {
            "time/env_steps": self.host.env_steps,
            "time/updates": self.host.updates,
            "time/wall_seconds": self._wall_seconds(),
            "time/eval_seconds": self.host.eval_seconds,
        }

    def _log(self, row: dict[str, Any]) -> None:
        if self.compile_seconds:
            row["time/compile_seconds"] = self.compile_seconds
            self.compile_seconds = 0.0
        if self._output is not None:
            self._output.progress.add(row)

    def save(self) -> None:
        """Writes a checkpoint, unless there is one of this step."""
        directory, step = self.plan.directory, self.host.env_steps
        if directory is None or self.is_saved:
            return
        output, state = self._output, self.state(True)
        if output is None:
            where, replay = directory / files.CHECKPOINTS, self._config.checkpoint_replay
            checkpoint.save(where, state, {"env_steps": step}, replay=replay, processes=self._processes)
        else:
            first, begun = output.last_checkpoint is None, time.perf_counter()
            now = dataclasses.replace(self.host, wall_seconds=self._wall_seconds())
            output.save(state, now, self._figures, self._processes)
            if first and output.last_checkpoint is not None:
                seconds = time.perf_counter() - begun
                size = sum(x.stat().st_size for x in output.last_checkpoint.rglob("*") if x.is_file())
                self.screen.line(f"First checkpoint: {size / 1e6:.1f} MB in {seconds:.2f} s")
        self._saved_at = step
        self._processes.barrier(f"checkpoint at step {step}")

    def finish(self) -> None:
        """Ends a run that has done its steps: computes the full figures, prints them and writes the files."""
        views = None
        if self.host.evaluated_at != self.host.env_steps:
            views = self._evaluate()
        begun = time.perf_counter()
        self.screen.status("All steps are done; playing the skills for the final figures", row=False)
        figures, trajectories = self._evaluator.evaluate_full(self.state(False))
        self._figures |= figures
        aot.give_back_memory()
        self.host.eval_seconds += time.perf_counter() - begun
        table = metrics.skill_table(trajectories)
        written: list[Path] = []
        if self._output is not None:
            self._log({**self._clock(), **self._figures})
            self._show(views)
            now = dataclasses.replace(self.host, wall_seconds=self._wall_seconds())
            written = self._output.write_skills(now, self._figures, table, trajectories)
        for line in console.closing_table(table, self._figures, self._config):
            self.screen.line(line)
        for path in written:
            self.screen.line(f"Wrote {path}")
        self.result = self._outcome(tuple(table))
        if self._output is not None and self._config.report != "none":
            for line in self.plan.services.report(self.result, trajectories):
                self.screen.line(line)

    def stop(self, number: int) -> None:
        """Saves and ends the run after a signal."""
        at = f"Stopped by {signal.Signals(number).name} at step {self.host.env_steps}"
        self.save()
        if self._config.log_dir == files.NONE:
            self.screen.line(f"{at}; --log_dir=none saves nothing.")
        elif self._output is not None:
            self.screen.line(f"{at}; saved {self._output.last_checkpoint}")
            again = run_to_resume.directory_to_resume(self._output.directory)
            self.screen.line(f"Resume with: {shell.command('resume', again)}")
        self.result = self._outcome((), stopped=number)

    def retire(self) -> None:
        """Saves and ends the run before it has done all its steps."""
        self.save()
        self.screen.line(f"Ended at step {self.host.env_steps}: the scheduler continues other runs instead.")
        self.result = self._outcome(())

    def becomes_copy(self) -> None:
        """Drops the figures and this step's checkpoint, because another lane's state replaces this one."""
        self.host.evaluated_at = self._saved_at = None
        self._figures = {}
        if self._output is not None:
            self._output.remove_checkpoint(self.host)

    def fail(self, failure: RuntimeError) -> None:
        """Ends a run that cannot continue; its directory stays unchanged."""
        self.state = lambda with_replay: None
        self.result = self._outcome((), failure=failure)

    def _outcome(
        self,
        table: tuple[Mapping[str, Any], ...],
        stopped: int | None = None,
        failure: RuntimeError | None = None,
    ) -> Outcome:
        """Returns the run after training.

        A lane that failed has no state; one of several lanes has no replay.
        """
        state, trainer, evaluator = self.state(False), self.plan.trainer, self._evaluator
        if self._processes.number > 1 and state is not None:
            # Only the main process continues, because it alone writes the report.
            state = jax.device_put(self._processes.gather(state))
            trainer = training.make_trainer(self._config, trainer.env)
            evaluator = evaluators.make_evaluator(self._config, trainer)
        return Outcome(
            config=self._config,
            path=self._output.directory if self._output else None,
            state=state,
            figures=dict(self._figures),
            skill_table=table,
            trainer=trainer,
            evaluator=evaluator,
            stopped=stopped,
            failure=failure,
        )
