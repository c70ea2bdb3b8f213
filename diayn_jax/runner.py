"""The host loop: epochs, evaluations, logs, checkpoints, signals, resume. There is no other.

What happens after an epoch depends on the run's environment steps alone, and evaluation has
keys of its own, so a run that was stopped and resumed does what an uninterrupted one does.
"""

import contextlib
import dataclasses
import math
import shlex
import signal
import time
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import (
    check,
    checkpoint,
    console,
    envs,
    evaluation,
    library,
    logs,
    metrics,
    parallel,
    rundir,
    training,
)
from diayn_jax.checkpoint import CheckpointError
from diayn_jax.config import AUTO, RESUMABLE, Config, ConfigError, field_names, from_json, to_json
from diayn_jax.console import Console, Report
from diayn_jax.library import Run
from diayn_jax.show import report
from diayn_jax.signals import StopSignals
from diayn_jax.types import PyTree

_ROWS = 100  # of progress.csv over a run, beside those of evaluations
# Learning from one row, in steps of one ant; on two cores measured (networks of 128 × 128), on
# GPUs a guess on the safe side.
_ROW_COST = {"cpu": 0.4, "gpu": 0.15}
_VIEW_SHARE = 0.02  # of the run's time, for pictures and histograms
_RUNNING = "train/log_q_running"
_RESETS = "train/physics_resets"
_TIME_COLUMNS = (
    "time/env_steps",
    "time/updates",
    "time/wall_seconds",
    "time/eval_seconds",
    "time/compile_seconds",
    "time/env_steps_per_second",
    "time/updates_per_second",
)


class TrainingDiverged(RuntimeError):
    """NaN or inf turned up; the message names step and quantity."""


class Schedule(NamedTuple):
    """Environment steps between evaluations, checkpoints and rows of the log."""

    eval_every: int
    checkpoint_every: int
    report_every: int


def make_schedule(config: Config) -> Schedule:
    """What `auto` comes to.

    An evaluation comes twenty times in a run, or less often where it would take more than 5 %
    of the time. A step of training costs what one of evaluation does, and `_ROW_COST` for each
    row that it learns from; on a GPU few environments take as long as many. A checkpoint falls
    on an evaluation, so that the best is known.
    """
    num_env_steps = config.num_env_steps
    if config.eval_every == AUTO:
        on_cpu = jax.default_backend() == "cpu"
        lanes = config.num_skills * config.eval_episodes
        steps = config.episode_length * (lanes if on_cpu else max(lanes, config.num_envs))
        rounds = config.updates_per_iteration * max(config.discriminator_updates, config.agent_updates)
        rows = rounds * config.batch_size / (config.num_envs * config.rollout_length)
        row_cost = _ROW_COST["cpu" if on_cpu else "gpu"]
        eval_every = max(num_env_steps // 20, round(20 * steps / (1 + row_cost * rows)))
    else:
        eval_every = int(config.eval_every)
    if config.checkpoint_every == AUTO:
        checkpoint_every = eval_every * max(1, round(num_env_steps / 10 / eval_every))
    else:
        checkpoint_every = int(config.checkpoint_every)
    return Schedule(eval_every, checkpoint_every, max(1, num_env_steps // _ROWS))


def train(config: Config | None = None, *, resume: bool = False, say: Report = print, **fields: Any) -> Run:
    """Trains skills: `run` for notebooks.

    Args:
      config: what to run; None makes one of `fields` (see `make_config`).
      resume: goes on with the run of `config.name`, or the latest of this config.
      say: is given each line of output.
      **fields: fields of a config, such as env="point".
    """
    said = None
    if config is None:
        config, said = library.make_config(**fields), tuple(fields)
    elif fields:
        raise TypeError(f"give a config or fields, not both: {', '.join(fields)}")
    else:
        parallel.use_cpu_cores(spare_threads=envs.core.factorises(config.env, config.backend))
    return run(config, resume=resume, said=said, say=say)


def run(
    config: Config,
    *,
    resume: bool = False,
    said: Collection[str] | None = None,
    say: Report = print,
) -> Run:
    """Runs a config to its end, or until a signal.

    Args:
      config: what to run.
      resume: goes on with the run of `config.name`, or the latest of this config.
      said: at a resume, the fields that were said; the others are taken from the saved run.
        None: all were.
      say: is given each line of output.

    Returns:
      The run; `stopped` holds the signal that ended it early.

    Raises:
      ConfigError: what cannot be run here, or not under this name.
      RunFileError: a file that cannot be written (`CheckpointError`: or a checkpoint read).
      TrainingDiverged: NaN or inf in losses, parameters or statistics, or physics that breaks
        down in too large a share of steps.
    """
    path, backend = None, AUTO
    config = dataclasses.replace(config, env=envs.canonical(config.env))
    if resume:
        path, config = rundir.find(config, said)
        _check_devices(path, config)
        # What `auto` came to where the run began.
        backend = rundir.read_config(path)[1]["resolved"]["backend"]
    env = envs.from_config(config, backend)
    check.check(config, env)
    num_devices = check.num_devices(config, env)
    _check_views(config, env)
    trainer = training.make_trainer(config, env, parallel.make_mesh(num_devices))
    shapes = library.state_shapes(config, trainer)
    check.check_memory(config, trainer, shapes)
    if config.log_dir != rundir.NONE:
        folder = path or rundir.folder(config.log_dir, config.env)
        check.check_disk(config, shapes, folder, _checkpoints_to_come(config, path))
        path = path or rundir.create(config)
    with contextlib.ExitStack() as stack:
        if env.outside is not None:
            stack.callback(env.outside.close)
        screen = stack.enter_context(contextlib.closing(Console(say)))
        stop = stack.enter_context(StopSignals(screen.line, "stopping after this epoch"))
        files = None
        if path is not None:
            stack.enter_context(rundir.lock(path, screen.line))
            files = stack.enter_context(contextlib.closing(_Files(path, config, trainer, num_devices)))
        loop = _Loop(config, trainer, num_devices, files, screen, stop)
        loop.start(shapes, resume)
        loop.train()
        return loop.finish()


def _check_devices(path: Path, config: Config) -> None:
    here = parallel.platform()
    if config.device not in (AUTO, here):
        advice = check.why_no_gpu() if here == "cpu" else "Set JAX_PLATFORMS=cpu before JAX starts."
        raise ConfigError(
            f"{path} was trained on a {config.device.upper()}, and JAX runs on a {here.upper()}, where it "
            f"would be another run. {advice} To begin it anew here, say --config={path} without --resume."
        )
    needed, there = int(config.num_devices), jax.device_count()
    if needed > there:
        advice = (
            f"Set JAX_NUM_CPU_DEVICES={needed} before JAX starts."
            if here == "cpu"
            else "Resume it on a machine that has them."
        )
        raise ConfigError(
            f"{path} was trained on {needed} devices, and JAX sees {there}; with fewer it would be another "
            f"run. {advice}"
        )


def _checkpoints_to_come(config: Config, path: Path | None) -> int:
    """Checkpoints that will lie beside those there are: the kept, the best, and one being written."""
    there = len(checkpoint.steps(path / rundir.CHECKPOINTS)) if path else 0
    in_all = config.num_env_steps // make_schedule(config).checkpoint_every + 1
    return max(1, min(config.keep_checkpoints + 2, in_all) - there)


def _check_views(config: Config, env: envs.Env) -> None:
    """Refuses what could not be shown, before anything is compiled."""
    if config.wandb != "none":
        if config.log_dir == rundir.NONE:
            raise ConfigError(
                f"--wandb={config.wandb} keeps its files in the run's directory. Give a --log_dir."
            )
        logs.check_remote(config.wandb)
    if config.log_video:
        if not config.tensorboard and config.wandb == "none":
            raise ConfigError(
                f"--log_video={config.log_video}: films go to TensorBoard or Weights & Biases. Add "
                "--tensorboard or --wandb=offline."
            )
        from diayn_jax.show import live

        live.check(env, config.log_video, config.num_skills)


@dataclasses.dataclass
class _Host:
    """What the host keeps beside the state; a checkpoint holds it too."""

    env_steps: int = 0
    updates: int = 0
    evaluated_at: int | None = None
    wall_seconds: float = 0.0  # up to the start of this process
    eval_seconds: float = 0.0


class _Files:
    """What a run writes."""

    def __init__(self, path: Path, config: Config, trainer: training.Trainer, num_devices: int):
        self.path = path
        self.checkpoints = path / rundir.CHECKPOINTS
        self.last_checkpoint: Path | None = None
        self._config = config
        self._trainer = trainer
        self._num_devices = num_devices
        self._progress: logs.Progress | None = None

    @property
    def progress(self) -> logs.Progress:
        """The log, once it is open."""
        assert self._progress is not None
        return self._progress

    def open(self, columns: list[str], resumed_at: int | None, cut: int | None) -> None:
        """Writes config.json and opens the log, cut after step `cut`.

        What may be refused comes first: a directory with a config.json holds a run.
        """
        rows = logs.read_until(self.path, cut)
        remote = None
        if self._config.wandb != "none":
            name = f"{self._config.env}/{self.path.name}"
            remote = logs.Remote(self.path, name, self._config.wandb, to_json(self._config))
        schedule = make_schedule(self._config)
        resolved = {
            "backend": self._trainer.env.backend,
            "features": self._trainer.feature_map.name,
            "device": parallel.platform(),
            "num_devices": self._num_devices,
            "eval_every": schedule.eval_every,
            "checkpoint_every": schedule.checkpoint_every,
        }
        rundir.write_config(self.path, self._config, resolved, resumed_at)
        self._progress = logs.Progress(self.path, columns, rows, self._config.tensorboard, cut, remote)

    def restore(self, shapes: PyTree, screen: Console) -> checkpoint.Restored | None:
        """The latest checkpoint that is whole, laid out over the trainer's devices."""
        checkpoint.tidy(self.checkpoints)
        mesh = self._trainer.mesh
        if mesh is None:
            device = jax.sharding.SingleDeviceSharding(jax.devices()[0])
            shardings = jax.tree.map(lambda _: device, shapes)
        else:
            shardings = training.shardings(mesh, shapes)
        like = jax.tree.map(
            lambda x, sharding: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=sharding), shapes, shardings
        )
        restored = checkpoint.restore_latest(self.checkpoints, like, self._check_same_run, screen.line)
        self.last_checkpoint = restored.path if restored else None
        return restored

    def _check_same_run(self, path: Path, metadata: Mapping[str, Any]) -> None:
        saved = from_json(metadata["config"])
        fixed = [name for name in field_names() if name not in RESUMABLE.union(rundir.SETTLED)]
        other = [name for name in fixed if getattr(saved, name) != getattr(self._config, name)]
        if metadata["num_devices"] != self._num_devices:
            other.append("num_devices")
        if other:
            raise CheckpointError(
                f"{path} is of another run: it differs in {', '.join(other)}. Nothing was overwritten. "
                "Move it away, or start anew under another --name."
            )

    def save(self, state: training.TrainState, host: _Host, figures: Mapping[str, float]) -> bool:
        """Writes a checkpoint, unless this step has one; says whether it did."""
        if self.last_checkpoint is not None and self.last_checkpoint.name == str(host.env_steps):
            return False
        metadata = {
            "diayn_jax": rundir.versions().get("diayn_jax", "unknown"),
            "config": to_json(self._config),
            "env_steps": host.env_steps,
            "num_devices": self._num_devices,
            "mi": figures.get("eval/mi") if host.evaluated_at == host.env_steps else None,
            "figures": figures,
            "host": dataclasses.asdict(host),
        }
        replay = self._config.checkpoint_replay
        self.last_checkpoint = checkpoint.save(self.checkpoints, state, metadata, replay=replay)
        checkpoint.retain(self.checkpoints, self._config.keep_checkpoints)
        return True

    def write_skills(
        self,
        host: _Host,
        figures: Mapping[str, float],
        table: list[dict[str, Any]],
        trajectories: metrics.Trajectories,
    ) -> list[Path]:
        """Writes skills.json and skills.png; returns the paths of all of the run's files."""
        config, env = self._config, self._trainer.env
        skills = {
            "env": config.env,
            "backend": env.backend,
            "features": self._trainer.feature_map.name,
            "env_steps": host.env_steps,
            "wall_seconds": host.wall_seconds,
            "episode_length": config.episode_length,
            "terminate_when_unhealthy": config.terminate_when_unhealthy,
            "figures": figures,
            "skills": table,
        }
        rundir.write_json(self.path / rundir.SKILLS, skills)
        names = [rundir.CONFIG, rundir.PROGRESS, rundir.SKILLS, rundir.CHECKPOINTS]
        if config.plots:
            from diayn_jax.show import plots

            with rundir.explained(self.path / rundir.PLOT):
                plots.save_skills_png(
                    self.path / rundir.PLOT,
                    trajectories,
                    self.progress.rows,
                    title=f"{config.env}, {self.path.name}",
                    features=env.features,
                    seen=self._trainer.feature_map.name,
                    walls=env.walls,
                )
            names.append(rundir.PLOT)
        return [*(self.path / name for name in names), *logs.event_files(self.path)]

    def close(self) -> None:
        """Ends the log."""
        if self._progress is not None:
            self._progress.close()


class _Loop:
    """One run in progress."""

    def __init__(
        self,
        config: Config,
        trainer: training.Trainer,
        num_devices: int,
        files: _Files | None,
        screen: Console,
        stop: StopSignals,
    ):
        self._config = config
        self._trainer = trainer
        self._num_devices = num_devices
        self._evaluator = evaluation.make_evaluator(config, trainer)
        self._schedule = make_schedule(config)
        self._files = files
        self._screen = screen
        self._stop = stop
        self._state: Any = None
        self._host = _Host()
        self._figures: dict[str, float] = {}
        self._compile_seconds = 0.0
        self._view_seconds = 0.0  # on pictures and histograms, so far
        self._view_cost = 0.0  # of the last ones
        self._started = time.perf_counter()

    def start(self, shapes: PyTree, resume: bool) -> None:
        """Says what will run, and makes or restores the state (of these shapes)."""
        self._announce(shapes)
        files, restored = self._files, None
        if files is not None:
            if resume:
                restored = files.restore(shapes, self._screen)
            at = int(restored.metadata["env_steps"]) if restored else None
            measured = jax.eval_shape(self._trainer.epoch, shapes)[1]
            files.open([*_TIME_COLUMNS, *sorted(measured)], resumed_at=(at or 0) if resume else None, cut=at)
            if resume and not restored:
                self._screen.line(f"{files.path} has no checkpoint yet: starting from the beginning.")
        if restored is not None:
            self._take_up(restored)
            return
        hparams = training.make_hparams(self._config, self._trainer.env.action_size)
        key = jax.random.key(self._config.seed)
        self._state = self._compile(self._trainer.init, key, hparams)(key, hparams)
        self._host.env_steps = int(self._state.counters.env_steps)

    def _announce(self, shapes: PyTree) -> None:
        config, trainer, env = self._config, self._trainer, self._trainer.env
        device = rundir.device()
        replay = trainer.bytes_per_transition * config.replay_size
        say = self._screen.line
        say(
            f"{env.name} ({env.backend}): {config.num_skills} skills by {trainer.feature_map.name}, "
            f"{config.num_envs} environments, episodes of {config.episode_length} steps, "
            f"{console.count(config.num_env_steps)} steps, seed {config.seed}"
        )
        if env.place == "outside":
            say(
                f"The simulators of {env.name} run outside JAX, stepped from one device. They keep their "
                "state to themselves: a resumed run begins their episodes anew."
            )
        say(f"Devices: {self._num_devices} of {device['count']} {device['platform']} ({device['kind']})")
        say(
            f"Replay: {console.count(config.replay_size)} transitions of {trainer.bytes_per_transition} "
            f"bytes, {replay / 1e6:.1f} MB"
        )
        if self._files is None:
            say("Nothing is written (--log_dir=none)")
            return
        kept = shapes if config.checkpoint_replay else shapes.replace(replay=())
        say(
            f"Checkpoints: every {console.count(self._schedule.checkpoint_every)} steps, up to "
            f"{checkpoint.size_in_bytes(kept) / 1e6:.1f} MB each, the last {config.keep_checkpoints} and "
            "the best kept"
        )
        if not config.checkpoint_replay:
            say(
                "Replay is left out of checkpoints: a resumed run is not the same as an uninterrupted "
                "one. It first acts without learning to fill replay anew, and then learns from little "
                "and recent data, on which the discriminator can collapse."
            )
        say(f"Writing to {self._files.path}")

    def _take_up(self, restored: checkpoint.Restored) -> None:
        self._state = restored.state
        self._host = _Host(**restored.metadata["host"])
        self._figures = rundir.read_figures(restored.metadata)
        self._screen.line(f"Resumed at step {self._host.env_steps} from {restored.path}")
        if self._trainer.env.place == "outside":
            # The next step is a reset, everywhere; the first episodes get what is left of those before, so
            # that not all end together.
            env = self._state.env
            left = jnp.where(env.done, env.limit, env.limit - env.steps)
            self._state = self._state.replace(env=env.replace(done=jnp.ones_like(env.done), limit=left))
            self._screen.line(f"Episodes of {self._trainer.env.name} begin anew.")
        if not restored.metadata["replay"] and self._host.env_steps < self._config.num_env_steps:
            self._state = self._trainer.refill(self._state)
            filled = int(self._state.counters.env_steps)
            self._screen.line(
                f"The checkpoint has no replay: acted {filled - self._host.env_steps} steps without "
                "learning to fill it."
            )
            self._host.env_steps = filled

    def _compile(self, function: Any, *args: Any) -> Any:
        begun = time.perf_counter()
        compiled = function.lower(*args).compile()
        self._compile_seconds += time.perf_counter() - begun
        return compiled

    def train(self) -> None:
        """Epochs until the run's steps are done, or a signal asks to stop."""
        config, host = self._config, self._host
        if host.env_steps >= config.num_env_steps:
            self._screen.line(f"The run has its {host.env_steps} steps; a higher --num_env_steps goes on.")
            # Those that it acted to fill replay anew may be its last.
            self._save()
            return
        if self._stop.received is not None:
            return
        epoch = self._compile(self._trainer.epoch, self._state)
        first_step, first_time = host.env_steps, time.perf_counter()
        while host.env_steps < config.num_env_steps and self._stop.received is None:
            before = host.env_steps
            row = self._epoch(epoch)
            last = host.env_steps >= config.num_env_steps
            evaluates = last or self._due(self._schedule.eval_every, before)
            if evaluates:
                views = self._evaluate(full=config.eval_full and not last, last=last)
                row |= {**self._clock(), **self._figures}
            reports = evaluates or self._due(self._schedule.report_every, before)
            # An epoch that is all resets, as the first after a resume may be, counts no step.
            seconds_per_step = (time.perf_counter() - first_time) / max(1, host.env_steps - first_step)
            left = max(config.num_env_steps - host.env_steps, 0) * seconds_per_step
            status = console.status_line(config, host.env_steps, left, row, self._figures)
            self._screen.status(status, row=reports)
            if reports:
                self._log(row)
            if evaluates and views is not None and self._files is not None:
                self._files.progress.show(views, host.env_steps)
            if last or self._due(self._schedule.checkpoint_every, before):
                self._save()

    def _due(self, every: int, before: int) -> bool:
        return self._host.env_steps // every > before // every

    def _epoch(self, epoch: Any) -> dict[str, Any]:
        """Runs one epoch; returns its row of the log.

        Raises:
          TrainingDiverged: NaN or inf; physics that breaks down too often.
        """
        host = self._host
        steps_before, updates_before = host.env_steps, host.updates
        begun = time.perf_counter()
        state, measured = epoch(self._state)
        self._state = state
        # The running mean has no value until an episode has ended; its sums are watched instead.
        watched = {name: x for name, x in measured.items() if name != _RUNNING}
        for part in ("agent", "objective", "statistics", "log_q_running"):
            watched[part] = getattr(state, part)
        names, finite = _finite(watched)
        values, finite, counters = jax.device_get((measured, finite, state.counters))
        seconds = time.perf_counter() - begun
        host.env_steps, host.updates = int(counters.env_steps), int(counters.updates)
        bad = [name for name, fine in zip(names, finite, strict=True) if not fine]
        if bad:
            raise TrainingDiverged(self._why_diverged(bad))
        stepped = self._trainer.iterations_per_epoch * self._config.num_envs * self._config.rollout_length
        share = float(values[_RESETS]) / stepped
        if share > self._config.max_physics_resets:
            raise TrainingDiverged(self._why_broken(share))
        return {
            **self._clock(),
            "time/env_steps_per_second": (host.env_steps - steps_before) / seconds,
            "time/updates_per_second": (host.updates - updates_before) / seconds,
            **{name: float(x) if math.isfinite(x) else None for name, x in values.items()},
        }

    def _last_good(self) -> str:
        if self._files is not None and self._files.last_checkpoint is not None:
            return f"The last good checkpoint is {self._files.last_checkpoint}."
        return "No checkpoint had been written yet."

    def _why_diverged(self, bad: list[str]) -> str:
        more = f" and {len(bad) - 4} more" if len(bad) > 4 else ""
        return (
            f"NaN or inf at step {self._host.env_steps}, in {', '.join(bad[:4])}{more}. {self._last_good()} "
            "Lower --learning_rate or --reward_scale, or clip with --max_grad_norm=1."
        )

    def _why_broken(self, share: float) -> str:
        env = self._trainer.env
        return (
            f"Physics broke down at step {self._host.env_steps}: {100 * share:.2g} % of the epoch's steps "
            f"of {env.name} ({env.backend}) came to NaN or to numbers beyond measure, and "
            f"--max_physics_resets={self._config.max_physics_resets:g} allows "
            f"{100 * self._config.max_physics_resets:.2g} %. {self._last_good()} Take another --backend, "
            "lower --actuator_strength, or allow more."
        )

    def _evaluate(self, full: bool = False, last: bool = True) -> logs.Views | None:
        """Evaluates; returns what there is to see of it."""
        begun = time.perf_counter()
        self._figures, trajectories = self._evaluator.look(self._state)
        if full:
            self._figures |= self._evaluator.full(self._state)[0]
        self._host.evaluated_at = self._host.env_steps
        views = self._views(trajectories, last)
        self._host.eval_seconds += time.perf_counter() - begun
        return views

    def _views(self, trajectories: metrics.Trajectories, last: bool) -> logs.Views | None:
        """What there is to see of an evaluation, as far as the time for it reaches."""
        config, env = self._config, self._evaluator.env
        if self._files is None or not self._files.progress.shows:
            return None
        draws = config.log_pictures and (
            last or self._view_seconds + self._view_cost <= _VIEW_SHARE * self._wall_seconds()
        )
        if not draws and not config.log_video:
            return None
        from diayn_jax.show import live

        begun = time.perf_counter()
        played = jax.device_get(trajectories)
        histograms, pictures, films = {}, {}, {}
        if draws:
            histograms = {name: live.counts(x) for name, x in live.histograms(played).items()}
            title = live.describe(self._figures, self._host.env_steps)
            picture = live.picture(played, env, self._trainer.feature_map.name, title)
            pictures = {} if picture is None else {"traces": picture}
            self._view_cost = time.perf_counter() - begun
            self._view_seconds += self._view_cost
        if config.log_video:
            if live.needs_own_rollouts(env):
                keys = evaluation.evaluation_keys(config.seed, self._host.env_steps)
                skill = jnp.arange(config.log_video)
                played = jax.device_get(
                    self._evaluator.rollouts(
                        self._state, keys.quick, skill, config.episode_length, record_poses=True
                    )
                )
            films = {"skills": live.film(played, env, config.log_video)}
        return logs.Views(histograms, pictures, films)

    def _wall_seconds(self) -> float:
        return self._host.wall_seconds + time.perf_counter() - self._started

    def _clock(self) -> dict[str, float | int]:
        return {
            "time/env_steps": self._host.env_steps,
            "time/updates": self._host.updates,
            "time/wall_seconds": self._wall_seconds(),
            "time/eval_seconds": self._host.eval_seconds,
        }

    def _log(self, row: dict[str, Any]) -> None:
        if self._compile_seconds:
            row["time/compile_seconds"] = self._compile_seconds
            self._compile_seconds = 0.0
        if self._files is not None:
            self._files.progress.add(row)

    def _save(self) -> None:
        files = self._files
        if files is None:
            return
        first = files.last_checkpoint is None
        begun = time.perf_counter()
        now = dataclasses.replace(self._host, wall_seconds=self._wall_seconds())
        saved = files.save(self._state, now, self._figures)
        if first and saved and files.last_checkpoint is not None:
            seconds = time.perf_counter() - begun
            size = sum(file.stat().st_size for file in files.last_checkpoint.rglob("*") if file.is_file())
            self._screen.line(f"First checkpoint: {size / 1e6:.1f} MB in {seconds:.2f} s")

    def finish(self) -> Run:
        """The full figures and the closing table; or, after a signal, a checkpoint."""
        if self._stop.received is not None:
            return self._finish_early(self._stop.received)
        self._stop.answer = "all steps are done, finishing"
        views = None
        if self._host.evaluated_at != self._host.env_steps:
            views = self._evaluate()
        begun = time.perf_counter()
        figures, trajectories = self._evaluator.full(self._state)
        self._figures |= figures
        self._host.eval_seconds += time.perf_counter() - begun
        table = metrics.skill_table(trajectories)
        written: list[Path] = []
        if self._files is not None:
            self._log({**self._clock(), **self._figures})
            if views is not None:
                self._files.progress.show(views, self._host.env_steps)
            now = dataclasses.replace(self._host, wall_seconds=self._wall_seconds())
            written = self._files.write_skills(now, self._figures, table, trajectories)
        for line in console.closing_table(table, self._figures, self._config):
            self._screen.line(line)
        for path in written:
            self._screen.line(f"Wrote {path}")
        run = self._run(tuple(table), None)
        if self._files is not None and self._config.report != "none":
            page = report.write(run, trajectories=trajectories)
            self._screen.line(f"Wrote {page.path}")
            self._screen.line(page.describe())
        return run

    def _finish_early(self, number: int) -> Run:
        at = f"Stopped by {signal.Signals(number).name} at step {self._host.env_steps}"
        if self._files is None:
            self._screen.line(f"{at}; --log_dir=none saves nothing.")
            return self._run((), number)
        self._save()
        path = self._files.path
        again = ["python", "-m", "experiments.run", f"--env={self._config.env}", f"--name={path.name}"]
        if self._config.log_dir != Config.log_dir:
            again.append(f"--log_dir={self._config.log_dir}")
        self._screen.line(f"{at}; saved {self._files.last_checkpoint}")
        self._screen.line(f"Go on with: {shlex.join([*again, '--resume'])}")
        return self._run((), number)

    def _run(self, table: tuple[Mapping[str, Any], ...], stopped: int | None) -> Run:
        return Run(
            config=self._config,
            path=self._files.path if self._files else None,
            state=self._state,
            figures=dict(self._figures),
            skills=table,
            trainer=self._trainer,
            evaluator=self._evaluator,
            stopped=stopped,
        )


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
