"""What a run has written, as far as it is there."""

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
    """What a report needs of a run (`use.loading.Run`)."""

    @property
    def path(self) -> Path | None: ...  # noqa: D102
    @property
    def figures(self) -> Mapping[str, float]: ...  # noqa: D102
    @property
    def trainer(self) -> Any: ...  # noqa: D102


class RunData(NamedTuple):
    """What a run has written, as far as it is there."""

    config: Config
    document: Mapping[str, Any]  # config.json; {} of a run that was not written
    rows: Sequence[logs.Row]
    figures: Mapping[str, float]  # the latest of each, up to `at`
    path: Path | None
    notes: tuple[str, ...]
    at: int | None = None  # the step of the checkpoint that the figures are of; None: the log's end
    distillation: Distillation | None = None  # of a run that was made of solutions

    @property
    def is_distilled(self) -> bool:
        """Whether its policy learned from solutions first, and not from a reward."""
        return self.path is not None and (self.path / files.DISTILLED).exists()

    @property
    def trained_after(self) -> int:
        """Steps of training after solutions were learned from; 0 where nothing tells of any."""
        steps = self.figures.get(logs.STEP)
        return 0 if self.distillation is None or steps is None else int(steps) - self.distillation.env_steps


def eval_episodes(config: Config) -> int:
    """Episodes of each skill in an evaluation."""
    return evaluators.episodes_per_skill(config, shown_of(config).count)


def from_run(run: ReportableRun) -> RunData:
    """What is known of a run, from its directory where it has one."""
    at = int(run.state.counters.env_steps)
    if run.path is None:
        note = "The run was not written: it has no curves."
        return RunData(run.config, {}, (), {**run.figures, logs.STEP: at}, None, (note,), at)
    data = from_directory(run.path)
    # The log may go on beyond the checkpoint.
    logged = latest(until(data.rows, at))
    if not run.figures:
        # Its state is the copy of another run's: what was evaluated before was another policy.
        logged = {name: x for name, x in logged.items() if name.startswith(("train/", "time/"))}
    figures = {**logged, **run.figures, logs.STEP: at}
    return data._replace(config=run.config, figures=figures, at=at)


def from_directory(path: Path) -> RunData:
    """What a run's directory holds.

    Raises:
      ConfigError: it holds no run, or its config.json is no such thing.
      RunFileError: nor is its progress.csv.
    """
    config, document = files.read_config(path)
    notes = []
    # Before the log, to which a run that is training adds.
    step, kept = _kept_rows(path)
    rows = logs.read(path)
    if difference := logs.difference(until(rows, step), kept):
        difference = difference if (path / files.PROGRESS).exists() else "is missing"
        notes.append(f"{files.PROGRESS} {difference}: rows up to step {step} are those of the checkpoint.")
        rows = [*kept, *(row for row in rows if (row[logs.STEP] or 0) > step)]
    elif not (path / files.PROGRESS).exists():
        notes.append(f"{files.PROGRESS} is missing: there are no curves.")
    elif not rows:
        notes.append(f"{files.PROGRESS} has no row yet.")
    made_of, note = distillation.read(path)
    notes += [note] if note else []
    return RunData(config, document, rows, latest(rows), path, tuple(notes), distillation=made_of)


def _kept_rows(path: Path) -> tuple[int, list[logs.Row]]:
    """The step of the latest checkpoint that is whole, and the rows of its log; (0, []) where none is."""
    for step in reversed(files.checkpoint_steps(path / files.CHECKPOINTS)):
        source = path / files.CHECKPOINTS / str(step)
        # One that is damaged, or deleted meanwhile, is told by whoever plays it.
        with contextlib.suppress(CheckpointError, OSError, ValueError):
            check_files(source, read_metadata(source), ())
            return step, logs.parse(untrusted_files.read_text(source / files.PROGRESS))
    return 0, []


def until(rows: Sequence[logs.Row], step: int) -> list[logs.Row]:
    """The rows up to a step."""
    return [row for row in rows if (row.get(logs.STEP) or 0) <= step]


def latest(rows: Sequence[logs.Row]) -> dict[str, float]:
    """The latest value of each figure, NaN too."""
    figures: dict[str, float] = {}
    for row in rows:
        figures |= {name: float(x) for name, x in row.items() if x is not None}
    return figures


def last(data: RunData, name: str) -> float | None:
    """A figure, or None where it is absent or not finite."""
    value = data.figures.get(name)
    return None if value is None or not np.isfinite(value) else float(value)
