"""Collects what a run has written: its config, log and figures."""

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import numpy as np

from diayn_jax.config import Config
from diayn_jax.evaluation import evaluators
from diayn_jax.show import record
from diayn_jax.show.report import distillation
from diayn_jax.show.report.distillation import Distillation
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.storage import files, logs, untrusted_files
from diayn_jax.storage.metadata import CheckpointError, check_files, read_metadata


class ReportableRun(record.PlayableRun, Protocol):
    """The parts of a run that a report uses (`use.loaded_run.Run`)."""

    @property
    def path(self) -> Path | None: ...  # noqa: D102
    @property
    def figures(self) -> Mapping[str, float]: ...  # noqa: D102
    @property
    def trainer(self) -> Any: ...  # noqa: D102


class RunData(NamedTuple):
    """The config, log and figures of a run, as far as they exist."""

    config: Config
    document: Mapping[str, Any]  # config.json; {} if the run was not written
    rows: Sequence[logs.Row]
    figures: Mapping[str, float]  # the latest value of each, up to `at`
    path: Path | None
    notes: tuple[str, ...]
    at: int | None = None  # the step of the checkpoint that the figures belong to; None: the log's end
    distillation: Distillation | None = None  # only for a run that solutions were distilled into
    copied: bool = False  # whether population-based training made it a copy of another run

    @property
    def is_distilled(self) -> bool:
        """Whether the policy first learned from solutions, and not from a reward."""
        return self.path is not None and (self.path / files.DISTILLED).exists()

    @property
    def sweep_command(self) -> list[str]:
        """The command of the sweep that the run belongs to; [] if it belongs to none."""
        recorded = self.document.get("sweep_command")
        if not recorded and self.path is not None:
            recorded = files.command_of_sweep(self.path)
        return list(map(str, recorded or ()))

    @property
    def is_rewarded(self) -> bool:
        """Whether the environment's own reward is a part of what the policy is paid."""
        return self.config.objective in ("task", "smerl")

    @property
    def trained_after(self) -> int:
        """Training steps after the distillation; 0 if unknown."""
        steps = self.figures.get(logs.STEP)
        return 0 if self.distillation is None or steps is None else int(steps) - self.distillation.env_steps


def eval_episodes(config: Config) -> int:
    """Returns the number of episodes of each skill in an evaluation."""
    return evaluators.episodes_per_skill(config, shown_of(config).count)


def from_run(run: ReportableRun) -> RunData:
    """Collects the data of a run, from its directory if it has one."""
    at = int(run.state.counters.env_steps)
    if run.path is None:
        note = "The run was not written, so it has no curves."
        return RunData(run.config, {}, (), {**run.figures, logs.STEP: at}, None, (note,), at)
    data = from_directory(run.path)
    # The log may contain rows after the checkpoint.
    logged = latest(until(data.rows, at))
    if not run.figures:
        # The state was copied from another run, so earlier evaluations belong to another policy.
        logged = {name: x for name, x in logged.items() if name.startswith(("train/", "time/"))}
    figures = {**logged, **run.figures, logs.STEP: at}
    return data._replace(config=run.config, figures=figures, at=at)


def from_directory(path: Path) -> RunData:
    """Collects the data of a run's directory.

    Raises:
      ConfigError: the directory holds no run, or its config.json is invalid.
      RunFileError: progress.csv is invalid.
    """
    config, document = files.read_config(path)
    notes = []
    # Read the checkpoint before the log, because a run in training appends to the log.
    step, kept, copied = _kept(path)
    rows = logs.read(path)
    if difference := logs.difference(until(rows, step), kept):
        difference = difference if (path / files.PROGRESS).exists() else "is missing"
        notes.append(f"{files.PROGRESS} {difference}: rows up to step {step} come from the checkpoint.")
        rows = [*kept, *(row for row in rows if (row[logs.STEP] or 0) > step)]
    elif not (path / files.PROGRESS).exists():
        notes.append(f"{files.PROGRESS} is missing, so there are no curves.")
    elif not rows:
        notes.append(f"{files.PROGRESS} has no rows yet.")
    made_of, note = distillation.read(path)
    notes += [note] if note else []
    return RunData(
        config, document, rows, latest(rows), path, tuple(notes), distillation=made_of, copied=copied
    )


def _kept(path: Path) -> tuple[int, list[logs.Row], bool]:
    """Returns the step and the log rows of the latest complete checkpoint, and whether the run was copied.

    Returns (0, [], False) if there is no checkpoint.
    """
    for step in reversed(files.checkpoint_steps(path / files.CHECKPOINTS)):
        source = path / files.CHECKPOINTS / str(step)
        # A checkpoint may be damaged or deleted meanwhile; playing it reports that.
        with contextlib.suppress(CheckpointError, OSError, ValueError):
            metadata = read_metadata(source)
            check_files(source, metadata, ())
            host = metadata.get("host")
            copied = isinstance(host, dict) and host.get("copied_at") is not None
            return step, logs.parse(untrusted_files.read_table(source / files.PROGRESS)), copied
    return 0, [], False


def until(rows: Sequence[logs.Row], step: int) -> list[logs.Row]:
    """Returns the rows up to a step."""
    return [row for row in rows if (row.get(logs.STEP) or 0) <= step]


def latest(rows: Sequence[logs.Row]) -> dict[str, float]:
    """Returns the latest value of each figure, which may be NaN."""
    figures: dict[str, float] = {}
    for row in rows:
        figures |= {name: float(x) for name, x in row.items() if x is not None}
    return figures


def last(data: RunData, name: str) -> float | None:
    """Returns a figure, or None if it is absent or not finite."""
    value = data.figures.get(name)
    return None if value is None or not np.isfinite(value) else float(value)
