"""The host loop: epochs, evaluations, logs, checkpoints, signals, resume. There is no other.

What happens after an epoch depends on the run's environment steps alone, and evaluation has
keys of its own, so a run that was stopped and resumed does what an uninterrupted one does.
"""

import contextlib
import math
import os
import shlex
import shutil
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Self

import jax
import jax.numpy as jnp

from diayn_jax import checkpoint, envs, evaluation, library, logs, metrics, parallel, rundir, training
from diayn_jax.checkpoint import CheckpointError
from diayn_jax.config import AUTO, RESUMABLE, Config, field_names, from_json, to_json
from diayn_jax.library import Run
from diayn_jax.types import PyTree

Report = Callable[[str], None]

_ROWS = 100  # of progress.csv over a run, beside those of evaluations


class TrainingDiverged(RuntimeError):
    """NaN or inf turned up; the message names step and quantity."""


class Schedule(NamedTuple):
    """Environment steps between evaluations, checkpoints and rows of the log."""

    eval_every: int
    checkpoint_every: int
    report_every: int


def make_schedule(config: Config) -> Schedule:
    """What `auto` comes to.

    An evaluation steps K · eval_episodes · episode_length times; twenty times as many training
    steps between two of them keep it under 5 % of the run's time, as a training step costs
    more than one of acting alone. A checkpoint falls on an evaluation, so that the best is known.
    """
    evaluation_steps = config.num_skills * config.eval_episodes * config.episode_length
    eval_every = config.eval_every
    if eval_every == AUTO:
        eval_every = max(config.num_env_steps // 20, 20 * evaluation_steps)
    checkpoint_every = config.checkpoint_every
    if checkpoint_every == AUTO:
        multiple = max(1, round(config.num_env_steps / 10 / eval_every))
        checkpoint_every = multiple * eval_every
    return Schedule(eval_every, checkpoint_every, max(1, config.num_env_steps // _ROWS))


def train(
    config: Config | None = None, *, resume: bool = False, report: Report = print, **fields: Any
) -> Run:
    """Trains skills: `run` for notebooks.

    Args:
      config: what to run; None makes one of `fields` (see `make_config`).
      resume: goes on with the run of `config.name`, or the latest of this config.
      report: is given each line of output.
      **fields: fields of a config, such as env="point".
    """
    if config is None:
        config = library.make_config(**fields)
    elif fields:
        raise TypeError(f"give a config or fields, not both: {', '.join(fields)}")
    return run(config, resume=resume, report=report)


def run(
    config: Config,
    *,
    resume: bool = False,
    said: Collection[str] | None = None,
    report: Report = print,
) -> Run:
    """Runs a config to its end, or until a signal.

    Args:
      config: what to run.
      resume: goes on with the run of `config.name`, or the latest of this config.
      said: at a resume, the fields that were said; the others are taken from the saved run.
        None: all were.
      report: is given each line of output.

    Returns:
      The run; `stopped` holds the signal that ended it early.

    Raises:
      ConfigError: what cannot be run here, or not under this name.
      CheckpointError: a checkpoint that cannot be written or read.
      TrainingDiverged: NaN or inf in losses, parameters or statistics.
    """
    path = None
    if resume:
        path, config = rundir.find(config, said)
    env = envs.make(config.env, config.backend, config.terminate_when_unhealthy)
    num_devices = parallel.choose_num_devices(config, jax.device_count())
    trainer = training.make_trainer(config, env, parallel.make_mesh(num_devices))
    schedule = make_schedule(config)
    if path is None and config.log_dir != rundir.NONE:
        path = rundir.create(config)
    with contextlib.ExitStack() as stack:
        if path is not None:
            stack.enter_context(rundir.lock(path))
        loop = _Loop(config, trainer, schedule, num_devices, path, report)
        loop.start(resume)
        stack.callback(loop.close)
        loop.signals = stack.enter_context(_StopSignals(report))
        loop.train()
        return loop.finish()


class _Loop:
    """One run in progress: the state on the device and what the host keeps beside it."""

    def __init__(
        self,
        config: Config,
        trainer: training.Trainer,
        schedule: Schedule,
        num_devices: int,
        path: Path | None,
        report: Report,
    ):
        self.config = config
        self.trainer = trainer
        self.evaluator = evaluation.make_evaluator(config, trainer)
        self.schedule = schedule
        self.num_devices = num_devices
        self.path = path
        self.screen = _Screen(report)
        self.signals: _StopSignals | None = None
        self.progress: logs.Progress | None = None
        self.state: Any = None
        self.env_steps = 0
        self.updates = 0
        self.figures: dict[str, float] = {}
        self.evaluated_at: int | None = None
        self.saved_at: int | None = None
        self.saved: Path | None = None
        self.wall_before = 0.0  # seconds of earlier processes
        self.eval_seconds = 0.0
        self.compile_seconds = 0.0
        self.started = time.perf_counter()

    # Start

    def start(self, resume: bool) -> None:
        """Announces the run, and makes or restores its state."""
        config, trainer = self.config, self.trainer
        hparams = training.make_hparams(config, trainer.env.action_size)
        key = jax.random.key(config.seed)
        shapes = library.state_shapes(config, trainer)
        self._announce(shapes)
        restored = self._restore(shapes) if resume else None
        if self.path is not None:
            rundir.write_config(self.path, config, self._resolved(), self.env_steps if resume else None)
        if restored is None:
            begun = time.perf_counter()
            init = trainer.init.lower(key, hparams).compile()
            self.compile_seconds += time.perf_counter() - begun
            self.state = init(key, hparams)
            self.env_steps = int(self.state.counters.env_steps)
        if self.path is not None:
            columns = [*_TIME_COLUMNS, *self._train_columns(shapes)]
            until = self.env_steps if restored else None
            self.progress = logs.Progress(self.path, columns, config.tensorboard, until)

    def _resolved(self) -> dict[str, Any]:
        env, schedule = self.trainer.env, self.schedule
        return {
            "backend": env.backend,
            "features": self.trainer.feature_map.name,
            "num_devices": self.num_devices,
            "eval_every": schedule.eval_every,
            "checkpoint_every": schedule.checkpoint_every,
        }

    def _announce(self, shapes: PyTree) -> None:
        config, env, trainer = self.config, self.trainer.env, self.trainer
        device = rundir.device()
        replay = trainer.bytes_per_transition * config.replay_size
        lines = [
            f"{env.name} ({env.backend}): {config.num_skills} skills by {trainer.feature_map.name}, "
            f"{config.num_envs} environments, episodes of {config.episode_length} steps, "
            f"{_count(config.num_env_steps)} steps, seed {config.seed}",
            f"Devices: {self.num_devices} of {device['count']} {device['platform']} ({device['kind']})",
            f"Replay: {_count(config.replay_size)} transitions of {trainer.bytes_per_transition} bytes, "
            f"{replay / 1e6:.1f} MB",
        ]
        if self.path is not None:
            saved = shapes if config.checkpoint_replay else shapes.replace(replay=())
            size = checkpoint.size_in_bytes(saved)
            lines.append(
                f"Checkpoints: every {_count(self.schedule.checkpoint_every)} steps, up to "
                f"{size / 1e6:.1f} MB each, the last {config.keep_checkpoints} and the best kept"
            )
            if not config.checkpoint_replay:
                lines.append(
                    "Replay is left out of checkpoints: a resumed run is not the same as an uninterrupted "
                    "one. It first acts without learning to fill replay anew, and then learns from little "
                    "and recent data, on which the discriminator can collapse."
                )
            lines.append(f"Writing to {self.path}")
        else:
            lines.append("Nothing is written (--log_dir=none)")
        for line in lines:
            self.screen.line(line)

    def _restore(self, shapes: PyTree) -> checkpoint.Restored | None:
        directory = self.path / rundir.CHECKPOINTS
        checkpoint.tidy(directory)
        shardings = self._shardings(shapes)
        like = jax.tree.map(
            lambda x, s: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=s), shapes, shardings
        )
        restored = checkpoint.restore_latest(directory, like, self._check_same_run, self.screen.line)
        if restored is None:
            self.screen.line(f"{self.path} has no checkpoint yet: starting from the beginning.")
            return None
        host = restored.metadata["host"]
        self.state = restored.state
        self.env_steps = int(self.state.counters.env_steps)
        self.updates = int(self.state.counters.updates)
        self.figures = dict(restored.metadata["figures"])
        self.evaluated_at = host["evaluated_at"]
        self.wall_before, self.eval_seconds = host["wall_seconds"], host["eval_seconds"]
        self.saved_at, self.saved = self.env_steps, restored.path
        self.screen.line(f"Resumed at step {self.env_steps} from {restored.path}")
        if not restored.metadata["replay"]:
            self._refill()
        return restored

    def _refill(self) -> None:
        before = self.env_steps
        self.state = self.trainer.refill(self.state)
        self.env_steps = int(self.state.counters.env_steps)
        self.screen.line(
            f"The checkpoint has no replay: acted {self.env_steps - before} steps without learning to "
            "fill it."
        )

    def _shardings(self, shapes: PyTree) -> PyTree:
        if self.trainer.mesh is None:
            device = jax.sharding.SingleDeviceSharding(jax.devices()[0])
            return jax.tree.map(lambda _: device, shapes)
        return training.shardings(self.trainer.mesh, shapes)

    def _check_same_run(self, path: Path, metadata: Mapping[str, Any]) -> None:
        saved = from_json(metadata["config"])
        fixed = [name for name in field_names() if name not in RESUMABLE | {"num_devices"}]
        other = [name for name in fixed if getattr(saved, name) != getattr(self.config, name)]
        if metadata["num_devices"] != self.num_devices:
            other.append("num_devices")
        if other:
            raise CheckpointError(
                f"{path} is of another run: it differs in {', '.join(other)}. Nothing was overwritten. "
                "Move it away, or start anew under another --name."
            )

    def _train_columns(self, shapes: PyTree) -> list[str]:
        return sorted(jax.eval_shape(self.trainer.epoch, shapes)[1])

    # Training

    def train(self) -> None:
        """Epochs until the run's steps are done, or a signal asks to stop."""
        if self.env_steps >= self.config.num_env_steps:
            return
        begun = time.perf_counter()
        epoch = self.trainer.epoch.lower(self.state).compile()
        self.compile_seconds += time.perf_counter() - begun
        first_step, first_time = self.env_steps, time.perf_counter()
        while self.env_steps < self.config.num_env_steps and not self._stopped():
            before, updates_before = self.env_steps, self.updates
            begun = time.perf_counter()
            self.state, measured = epoch(self.state)
            train_metrics = self._fetch(measured)
            seconds = time.perf_counter() - begun
            rate = (self.env_steps - first_step) / (time.perf_counter() - first_time)
            last = self.env_steps >= self.config.num_env_steps
            row = {
                **self._clock(),
                "time/env_steps_per_second": (self.env_steps - before) / seconds,
                "time/updates_per_second": (self.updates - updates_before) / seconds,
                **train_metrics,
            }
            evaluates = last or _due(self.schedule.eval_every, before, self.env_steps)
            if evaluates:
                self._evaluate(full=self.config.eval_full and not last)
                row |= {**self._clock(), **self.figures}
            reports = evaluates or _due(self.schedule.report_every, before, self.env_steps)
            status = self._status(row, rate)
            if reports:
                self._log(row)
                self.screen.report(status)
            else:
                self.screen.live(status)
            if last or _due(self.schedule.checkpoint_every, before, self.env_steps):
                self._save()
        self.screen.end_live()

    def _stopped(self) -> bool:
        return self.signals is not None and self.signals.received is not None

    def _fetch(self, measured: Mapping[str, jax.Array]) -> dict[str, float | None]:
        """Brings an epoch's figures to the host, and looks for NaN and inf."""
        state = self.state
        # The running mean has no value until an episode has ended; its sums are watched instead.
        watched = {name: x for name, x in measured.items() if name != _RUNNING}
        for part in ("agent", "objective", "statistics", "log_q_running"):
            watched[part] = getattr(state, part)
        names, finite = _finite(watched)
        values, finite, counters = jax.device_get((measured, finite, state.counters))
        self.env_steps, self.updates = int(counters.env_steps), int(counters.updates)
        bad = [name for name, fine in zip(names, finite, strict=True) if not fine]
        if bad:
            raise TrainingDiverged(self._why_diverged(bad))
        return {name: float(x) if math.isfinite(x) else None for name, x in values.items()}

    def _why_diverged(self, bad: list[str]) -> str:
        more = f" and {len(bad) - 4} more" if len(bad) > 4 else ""
        if self.saved is not None:
            kept = f"The last good checkpoint is {self.saved}."
        else:
            kept = "No checkpoint had been written yet."
        return (
            f"NaN or inf at step {self.env_steps}, in {', '.join(bad[:4])}{more}. {kept} Lower "
            "--learning_rate or --reward_scale, or clip with --max_grad_norm=1."
        )

    def _evaluate(self, full: bool = False) -> None:
        begun = time.perf_counter()
        self.figures = self.evaluator.quick(self.state)
        if full:
            self.figures |= self.evaluator.full(self.state)[0]
        self.evaluated_at = self.env_steps
        self.eval_seconds += time.perf_counter() - begun

    def _clock(self) -> dict[str, float | int]:
        return {
            "time/env_steps": self.env_steps,
            "time/updates": self.updates,
            "time/wall_seconds": self._wall_seconds(),
            "time/eval_seconds": self.eval_seconds,
        }

    def _wall_seconds(self) -> float:
        return self.wall_before + time.perf_counter() - self.started

    def _log(self, row: dict[str, Any]) -> None:
        if self.compile_seconds:
            row["time/compile_seconds"] = self.compile_seconds
            self.compile_seconds = 0.0
        if self.progress is not None:
            self.progress.add(row)

    def _status(self, row: Mapping[str, Any], rate: float) -> str:
        total = self.config.num_env_steps
        left = max(total - self.env_steps, 0) / max(rate, 1e-9)
        parts = [
            f"{min(self.env_steps / total, 1):4.0%} {_count(self.env_steps)}/{_count(total)}",
            f"{_count(row['time/env_steps_per_second'])} steps/s",
            f"ETA {_duration(left)}",
        ]
        if "eval/mi" in self.figures:
            figures = self.figures
            parts.append(
                f"MI {figures['eval/mi']:.2f} ({figures['eval/mi_normalised']:.2f})  "
                f"skills {figures['eval/effective_skills']:.1f}/{self.config.num_skills}  "
                f"accuracy {figures['eval/discriminator_accuracy']:.2f}"
            )
        losses = [
            f"{short} {row[f'train/{short}_loss']:.3g}"
            for short in ("critic", "policy", "discriminator")
            if f"train/{short}_loss" in row
        ]
        return "  ".join([*parts, "loss: " + " ".join(losses)])

    # Checkpoints

    def _save(self) -> None:
        if self.path is None or self.saved_at == self.env_steps:
            return
        config, directory = self.config, self.path / rundir.CHECKPOINTS
        mi = self.figures.get("eval/mi") if self.evaluated_at == self.env_steps else None
        metadata = {
            "diayn_jax": rundir.versions().get("diayn_jax", "unknown"),
            "config": to_json(config),
            "env_steps": self.env_steps,
            "num_devices": self.num_devices,
            "mi": mi,
            "figures": {name: x for name, x in self.figures.items() if math.isfinite(x)},
            "host": {
                "wall_seconds": self._wall_seconds(),
                "eval_seconds": self.eval_seconds,
                "evaluated_at": self.evaluated_at,
            },
        }
        begun = time.perf_counter()
        saved = checkpoint.save(directory, self.state, metadata, replay=config.checkpoint_replay)
        seconds = time.perf_counter() - begun
        if self.saved is None:
            size = sum(file.stat().st_size for file in saved.rglob("*") if file.is_file())
            self.screen.line(f"First checkpoint: {size / 1e6:.1f} MB in {seconds:.2f} s")
        self.saved, self.saved_at = saved, self.env_steps
        checkpoint.retain(directory, config.keep_checkpoints)

    # End

    def finish(self) -> Run:
        """The full figures and the closing table; or, after a signal, a checkpoint."""
        if self._stopped():
            return self._stop(self.signals.received)
        begun = time.perf_counter()
        if self.evaluated_at != self.env_steps:
            self._evaluate()
        figures, trajectories = self.evaluator.full(self.state)
        self.figures |= figures
        self.eval_seconds += time.perf_counter() - begun
        table = metrics.skill_table(trajectories)
        written = []
        if self.progress is not None:
            self.progress.add({**self._clock(), **self.figures})
            written = self._write_skills(table, trajectories)
        for line in closing_table(table, self.figures, self.config):
            self.screen.line(line)
        for file in written:
            self.screen.line(f"Wrote {file}")
        return self._run(tuple(table), None)

    def _write_skills(self, table: list[dict[str, Any]], trajectories: metrics.Trajectories) -> list[Path]:
        config, path = self.config, self.path
        skills = {
            "env": config.env,
            "backend": self.trainer.env.backend,
            "features": self.trainer.feature_map.name,
            "env_steps": self.env_steps,
            "wall_seconds": self._wall_seconds(),
            "episode_length": config.episode_length,
            "terminate_when_unhealthy": config.terminate_when_unhealthy,
            "figures": self.figures,
            "skills": table,
        }
        rundir.write_json(path / rundir.SKILLS, skills)
        names = [rundir.CONFIG, logs.PROGRESS, rundir.SKILLS, rundir.CHECKPOINTS]
        if config.plots:
            from diayn_jax.show import plots

            units = {name: feature.unit for name, feature in self.trainer.env.features.items()}
            plots.save_skills_png(
                path / rundir.PLOT,
                trajectories,
                self.progress.rows,
                title=f"{config.env}, {path.name}",
                units=units,
            )
            names.append(rundir.PLOT)
        return [*(path / name for name in names), *sorted(path.glob("events.out.tfevents.*"))]

    def _stop(self, number: int) -> Run:
        name = signal.Signals(number).name
        if self.path is None:
            self.screen.line(f"Stopped by {name} at step {self.env_steps}; --log_dir=none saves nothing.")
            return self._run((), number)
        self._save()
        again = ["python", "-m", "experiments.run", f"--env={self.config.env}", f"--name={self.path.name}"]
        if self.config.log_dir != Config.log_dir:
            again.append(f"--log_dir={self.config.log_dir}")
        self.screen.line(f"Stopped by {name} at step {self.env_steps}; saved {self.saved}")
        self.screen.line(f"Go on with: {shlex.join([*again, '--resume'])}")
        return self._run((), number)

    def _run(self, table: tuple[Mapping[str, Any], ...], stopped: int | None) -> Run:
        return Run(
            config=self.config,
            path=self.path,
            state=self.state,
            figures=dict(self.figures),
            skills=table,
            trainer=self.trainer,
            evaluator=self.evaluator,
            stopped=stopped,
        )

    def close(self) -> None:
        """Ends the log."""
        self.screen.end_live()
        if self.progress is not None:
            self.progress.close()


_RUNNING = "train/log_q_running"
_TIME_COLUMNS = (
    "time/env_steps",
    "time/updates",
    "time/wall_seconds",
    "time/eval_seconds",
    "time/compile_seconds",
    "time/env_steps_per_second",
    "time/updates_per_second",
)


class _StopSignals:
    """Takes SIGINT and SIGTERM: the first asks the run to stop, the second ends it at once.

    Python runs its handlers between two bytecodes, and a compiling XLA gives it none. So
    a thread reads signals from the wake-up file descriptor, which C writes to at once.
    """

    numbers = (signal.SIGINT, signal.SIGTERM)

    def __init__(self, report: Report):
        self.received: int | None = None
        self._report = report

    def __enter__(self) -> Self:
        self._installed = threading.current_thread() is threading.main_thread()
        if self._installed:
            self._reader, self._writer = socket.socketpair()
            self._writer.setblocking(False)
            self._handlers = {n: signal.signal(n, lambda *_: None) for n in self.numbers}
            self._fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
            self._thread = threading.Thread(target=self._watch, name="stop-signals", daemon=True)
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._installed:
            signal.set_wakeup_fd(self._fd)
            for number, handler in self._handlers.items():
                signal.signal(number, handler)
            self._writer.close()
            self._thread.join()
            self._reader.close()

    def _watch(self) -> None:
        while data := self._reader.recv(64):
            for number in data:
                if number not in self.numbers:
                    continue
                if self.received is not None:
                    # Every file is whole at every moment, so there is nothing to wait for.
                    os._exit(128 + number)
                self.received = number
                name = signal.Signals(number).name
                self._report(f"\n{name}: stopping after this epoch. Once more ends the run at once.")


class _Screen:
    """Output: lines, and on a terminal one that is written over."""

    def __init__(self, report: Report):
        self._report = report
        self._is_live = report is print and sys.stdout.isatty()
        self._open = False

    def line(self, text: str) -> None:
        """A line that stays."""
        self.end_live()
        if self._report is print:
            print(text, flush=True)
        else:
            self._report(text)

    def live(self, text: str) -> None:
        """The state of things; only on a terminal."""
        if self._is_live:
            width = shutil.get_terminal_size().columns
            print(f"\r\x1b[K{text[: width - 1]}", end="", flush=True)
            self._open = True

    def report(self, text: str) -> None:
        """The state of things: on a terminal the live line, elsewhere a line of its own."""
        if self._is_live:
            self.live(text)
        else:
            self.line(text)

    def end_live(self) -> None:
        """Leaves the live line as it is and goes below it."""
        if self._open:
            print(flush=True)
            self._open = False


def closing_table(table: list[dict[str, Any]], figures: Mapping[str, float], config: Config) -> list[str]:
    """The lines shown at the end of a run: a row for each skill, and the figures of all."""
    columns = [name for name in table[0] if any(row[name] is not None for row in table)]

    def cell(value: Any) -> str:
        if value is None:
            return "–"
        return str(value) if isinstance(value, int) else f"{value:.2f}"

    cells = [[name.replace("_", " ") for name in columns]]
    cells += [[cell(row[name]) for name in columns] for row in table]
    widths = [max(len(line[i]) for line in cells) for i in range(len(columns))]
    lines = ["", *("  ".join(x.rjust(w) for x, w in zip(line, widths, strict=True)) for line in cells), ""]
    shown = [name for name in _CLOSING_FIGURES if name in figures]
    lines += [f"{name} {figures[name]:.3f}" for name in shown]
    lines.append(
        f"over episodes of {config.episode_length} steps, terminate_when_unhealthy="
        f"{config.terminate_when_unhealthy}"
    )
    return lines


_CLOSING_FIGURES = (
    "eval/mi",
    "eval/mi_normalised",
    "eval/mi_after_50",
    "eval/effective_skills",
    "eval/discriminator_accuracy",
    "eval/probe_mi_normalised",
    "eval/probe_mi_normalised_xy",
    "eval/binned_mi_xy",
    "eval/policy_coverage",
    "eval/goal_success",
    "eval/distance_mean",
    "qd/coverage",
)


def _due(every: int, before: int, now: int) -> bool:
    return now // every > before // every


@jax.jit
def _all_finite(leaves: list[jax.Array]) -> jax.Array:
    return jnp.stack([jnp.isfinite(x).all() for x in leaves])


def _finite(tree: PyTree) -> tuple[list[str], jax.Array]:
    """Whether each floating leaf is finite: names, and bools [leaves]."""
    leaves = [
        (jax.tree_util.keystr(path, simple=True, separator="."), x)
        for path, x in jax.tree_util.tree_leaves_with_path(tree)
        if jnp.issubdtype(x.dtype, jnp.floating) and x.size
    ]
    return [name for name, _ in leaves], _all_finite([x for _, x in leaves])


def _count(number: float) -> str:
    """12345 as 12.3k."""
    for size, suffix in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:.3g}{suffix}"
    return f"{number:.3g}"


def _duration(seconds: float) -> str:
    minutes, seconds = divmod(round(min(seconds, 359_999)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
