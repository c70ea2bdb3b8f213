"""Writes the files of one run, in the order in which the loop needs them."""

import contextlib
import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jax

from diayn_jax import training
from diayn_jax.config import Config
from diayn_jax.evaluation import metrics
from diayn_jax.machine.processes import SINGLE, Processes
from diayn_jax.resolve import to_json
from diayn_jax.run.console import Report
from diayn_jax.run.plan import Plan
from diayn_jax.run.services import FinalView
from diayn_jax.storage import arrays, checkpoint, events, files, logs, provenance, untrusted_files
from diayn_jax.storage.metadata import check_same_run, not_of_a_run


@dataclasses.dataclass
class HostState:
    """Counters of the host, which are not part of the state. Checkpoints store them, too."""

    env_steps: int = 0
    updates: int = 0
    evaluated_at: int | None = None
    copied_at: int | None = None  # updates at which its state last became a copy of another lane's
    wall_seconds: float = 0.0  # up to the start of this process
    eval_seconds: float = 0.0


def state_like(plan: Plan) -> Any:
    """Returns the run's state as `jax.ShapeDtypeStruct`s, sharded over the trainer's devices."""
    mesh = plan.trainer.mesh
    if mesh is None:
        return arrays.on_one_device(plan.shapes)
    shardings = training.shardings(mesh, plan.trainer.specs, plan.shapes)
    return jax.tree.map(
        lambda x, sharding: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=sharding), plan.shapes, shardings
    )


def _copied_log(path: Path) -> list[logs.Row]:
    """Returns the rows of the copy of progress.csv in a checkpoint.

    Raises:
      UnreadableCheckpointError: it is no log, so the checkpoint was not written by this package.
    """
    try:
        return logs.parse(untrusted_files.read_table(path / files.PROGRESS))
    except (OSError, ValueError) as error:
        raise not_of_a_run(path, error) from error


def last_checkpoint(plan: Plan, say: Report, is_main: bool = True) -> checkpoint.Restored | None:
    """Returns a resumed run's latest checkpoint that is intact, sharded over the trainer's devices.

    Returns None if the run has no checkpoint yet. See `restore_latest` for `is_main` and for errors.
    """
    assert plan.directory is not None
    directory = plan.directory / files.CHECKPOINTS
    like = state_like(plan)

    def check(path: Path, metadata: Mapping[str, Any]) -> None:
        check_same_run(path, metadata, plan.config)
        try:
            if not isinstance(metadata["run"]["resolved"]["num_devices"], int):
                raise ValueError("num_devices is not a number")
            if files.PROGRESS not in metadata["files"]:
                raise KeyError(files.PROGRESS)
            known = dataclasses.asdict(HostState(**metadata["host"]))
            if not all(isinstance(x, int | float | None) for x in known.values()):
                raise ValueError(f"host is {known}")
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise not_of_a_run(path, error) from error

    return checkpoint.restore_latest(directory, like, check, say, is_main)


class RunWriter:
    """Writes a run's log, checkpoints and final files; only the main process has a writer."""

    def __init__(self, plan: Plan, directory: Path):
        self.directory = directory
        self.last_checkpoint: Path | None = None
        self._plan = plan
        self._progress: logs.Progress | None = None
        self._document: dict[str, Any] = {}  # config.json

    @property
    def _config(self) -> Config:
        return self._plan.config

    @property
    def progress(self) -> logs.Progress:
        """The log; it must be open."""
        assert self._progress is not None
        return self._progress

    def open(
        self, columns: list[str], resumed_at: int | None, restored: checkpoint.Restored | None, say: Report
    ) -> None:
        """Writes config.json and opens the log, with its rows up to the restored checkpoint's step.

        `resumed_at` is the environment step of a resume; None: the run is new. `say` receives a line on each
        damaged file.
        """
        config = self._config
        rows, until = [], None
        if restored is not None:
            until = int(restored.metadata["env_steps"])
            rows = logs.resumed(self.directory, until, _copied_log(restored.path), say)
            self.last_checkpoint = restored.path
        started = files.now()
        if resumed_at is not None:
            before, document = files.read_config(self.directory)
            started = document["started"]
            if not before.tensorboard:
                until = None  # the event files lack the rows of the last session
        with contextlib.ExitStack() as failing:
            remote = None
            if config.wandb != "none":
                remote = logs.Remote(self.directory, config, to_json(config), started)
                # A later run of this process would be logged to this one if it stayed open.
                failing.callback(remote.close)
            # Steps that may fail come before config.json: a directory with a config.json is a complete run.
            self._plan.services.keep_env(config, self.directory, resumed_at is None)
            self._document = files.write_config(
                self.directory, config, self._plan.resolved, resumed_at, started
            )
            self._progress = logs.Progress(
                self.directory, columns, rows, config.tensorboard, until, say, remote
            )
            failing.pop_all()

    def save(
        self,
        state: training.TrainState,
        host: HostState,
        figures: Mapping[str, float],
        processes: Processes = SINGLE,
    ) -> None:
        """Writes a checkpoint; other processes write their parts of it at the same time."""
        metadata = {
            "diayn_jax": provenance.versions().get("diayn_jax", "unknown"),
            "run": self._document,
            "env_steps": host.env_steps,
            "ranking": metrics.ranking(figures) if host.evaluated_at == host.env_steps else None,
            "figures": figures,
            "host": dataclasses.asdict(host),
        }
        directory = self.directory / files.CHECKPOINTS
        replay = self._config.checkpoint_replay
        self.last_checkpoint = checkpoint.save(
            directory,
            state,
            metadata,
            texts={files.PROGRESS: self.progress.as_text()},
            replay=replay,
            processes=processes,
        )
        checkpoint.retain(directory, self._config.keep_checkpoints)

    def remove_checkpoint(self, host: HostState) -> None:
        """Removes the checkpoint of this step, if there is one: the run continues from another state."""
        path = self.directory / files.CHECKPOINTS / str(host.env_steps)
        if path.is_dir():
            checkpoint.remove(path)
            self.last_checkpoint = None

    def write_skills(
        self,
        host: HostState,
        figures: Mapping[str, float],
        table: list[dict[str, Any]],
        trajectories: metrics.Trajectories,
    ) -> list[Path]:
        """Writes skills.json and the pictures; returns the paths of all of the run's files."""
        config, env, trainer = self._config, self._plan.env, self._plan.trainer
        skills = {
            "env": config.env,
            "backend": env.backend,
            "features": trainer.components.feature_map.name,
            "started": self._document["started"],  # together with the seed, identifies the run
            "seed": config.seed,
            "env_steps": host.env_steps,
            "wall_seconds": host.wall_seconds,
            "episode_length": config.episode_length,
            "terminate_when_unhealthy": config.terminate_when_unhealthy,
            "figures": figures,
            "skills": table,
        }
        files.write_checked_json(self.directory / files.SKILLS, skills)
        names = [files.CONFIG, files.PROGRESS, files.SKILLS, files.CHECKPOINTS]
        if config.plots:
            view = FinalView(
                config, env, trainer.components, trajectories, self.progress.rows, self.directory
            )
            names += self._plan.services.save_pictures(view)
        return [*(self.directory / name for name in names), *events.event_files(self.directory)]

    def close(self) -> None:
        """Closes the log."""
        if self._progress is not None:
            self._progress.close()
