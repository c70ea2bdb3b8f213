"""Lists the runs below a folder, from their files alone: neither JAX nor a run's own code is imported."""

import contextlib
import csv
import dataclasses
import datetime
import io
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax.config import ConfigError, closest_matches, in_arguments, spelled_alike
from diayn_jax.number_format import aligned, count, duration, number
from diayn_jax.records import Record, plain
from diayn_jax.storage import files, lock, untrusted_files

STATES = DONE, RUNNING, STOPPED, ENDED, UNREADABLE = "done", "running", "stopped", "ended", "unreadable"

# The figures of a row, and their headings. A run has those that its objective and environment give.
FIGURES = {
    "eval/mi_normalised": "mi",
    "eval/discriminator_accuracy": "accuracy",
    "eval/policy_coverage": "coverage",
    "eval/distance_mean": "distance",
    "eval/distance": "distance",
    "eval/goal_success_near": "goals",
    "eval/return_best": "return",
    "eval/return": "return",
}
_STEPS, _SECONDS = "time/env_steps", "time/wall_seconds"
# The headings by which runs may be sorted. More is better in all of them.
SORTS = tuple(dict.fromkeys(FIGURES.values()))
RETIRED = "retired"  # the outcome of a run that `--halving` ended
_FOLDER = "runs"  # the folder that is listed if none is named
_DEPTH = 4  # a run of a sweep is at LOG_DIR/sweeps/SWEEP/ENV/NAME


class ListedRun(NamedTuple):
    """One run, as its files describe it.

    `state` is `done`, `running` (a process holds its lock), `stopped` (a resume continues it), `ended` (its
    sweep ended it early, or a resume refuses it: it is an exported policy, or lacks one), or `unreadable`
    (its config.json is damaged). Fields that its files do not give are empty or 0.
    """

    path: Path
    state: str
    env: str = ""
    objective: str = ""
    agent: str = ""
    seed: int = 0
    env_steps: int = 0
    num_env_steps: int = 0
    wall_seconds: float = 0.0
    started: str = ""  # ISO 8601
    figures: Mapping[str, float] = {}  # the latest value of each figure of `FIGURES`, by its name in the log

    def by_heading(self) -> dict[str, float]:
        """Returns the figures by their headings in the table."""
        return {label: self.figures[name] for name, label in FIGURES.items() if name in self.figures}

    def as_json(self) -> dict[str, Any]:
        """Returns the run in JSON's types."""
        return {**self._asdict(), "path": str(self.path), "figures": dict(self.figures)}


@dataclasses.dataclass(frozen=True, repr=False)
class RunList(Record, Sequence[ListedRun]):
    """The runs below folders, the latest last or, if they are sorted by a figure, the best first."""

    runs: tuple[ListedRun, ...]
    folders: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # that there are no runs, and which folders cannot be read
    written: tuple[Path, ...] = ()

    def __getitem__(self, index: Any) -> Any:
        return self.runs[index]

    def __len__(self) -> int:
        return len(self.runs)

    def lines(self) -> list[str]:
        """Returns a table of the runs, and the notes."""
        return [*(lines(self.runs) if self.runs else []), *self.notes]

    def as_json(self) -> list[dict[str, Any]]:
        """Returns all that is known of each run."""
        return plain([run.as_json() for run in self.runs])

    def cells(self) -> list[list[str]]:
        """Returns a row for each run."""
        return cells(self.runs)


@in_arguments
def list_runs(
    *folders: str | Path, state: str | None = None, env: str | None = None, sort: str | None = None
) -> RunList:
    """Lists the runs in folders and their subfolders, in the order in which they were started; `diayn list`.

    Args:
      *folders: the `log_dir` of runs, the folder of an environment or a sweep, or one run; none: `runs`.
      state: only runs in this state: `done`, `running`, `stopped`, `ended` or `unreadable`.
      env: only runs of this environment, in any spelling.
      sort: a figure of the table, such as `return` or `mi`: the best run comes first, and runs without the
        figure last.

    Raises:
      ConfigError: there is no such folder, state or figure.
    """
    if state not in (None, *STATES):
        hint = closest_matches(str(state), STATES)
        raise ConfigError(f"--state={state} is not allowed: it takes {', '.join(STATES)}.{hint}")
    if sort not in (None, *SORTS):
        hint = closest_matches(str(sort), SORTS)
        raise ConfigError(f"--sort={sort}: there is no such figure. It takes {', '.join(SORTS)}.{hint}")
    named = folders or (_FOLDER,)
    notes: list[str] = []
    # Folders may lie in one another.
    found = {
        run.path.resolve(): run
        for folder in named
        if folders or Path(_FOLDER).exists()
        for run in _runs_in(folder, notes)
    }
    runs = sorted(found.values(), key=lambda run: (_seconds(run.started), str(run.path)))
    kept = [
        run
        for run in runs
        if state in (None, run.state) and (env is None or spelled_alike(env) == spelled_alike(run.env))
    ]
    if sort is not None:
        kept.sort(key=lambda run: run.by_heading().get(sort, -math.inf), reverse=True)
    if not kept:
        notes.insert(0, _none(runs, map(str, named), state, env))
    return RunList(tuple(kept), tuple(map(str, named)), tuple(dict.fromkeys(notes)))


def _seconds(started: str) -> float:
    """Returns a time as seconds of Unix, because runs may have been started in different time zones.

    A run without a time comes first.
    """
    try:
        return datetime.datetime.fromisoformat(started).timestamp()
    except (OSError, OverflowError, ValueError):
        return -math.inf


def _none(runs: Sequence[ListedRun], folders: Iterable[str], state: str | None, env: str | None) -> str:
    """Says that there is no run of a state and an environment among those of some folders."""
    where = ", ".join(folders)
    if not runs:
        return f"There is no run in {where} yet."
    of = {run.env for run in runs if run.env}
    if env is not None and spelled_alike(env) not in map(spelled_alike, of):
        hint = closest_matches(env, of)
        return f"There is no run of {env} in {where}.{hint} There are runs of: {', '.join(sorted(of))}."
    return f"There is no such run in {where}: none is {state}."


def _runs_in(folder: str | Path, notes: list[str]) -> list[ListedRun]:
    """Returns the runs in a folder; notes the folders in it that cannot be read."""
    root = files.expanded(folder)
    if not root.is_dir():
        raise ConfigError(f"{folder}: there is no such folder. Name the --log_dir of your runs.")
    return [describe(path) for path in _directories(root, _DEPTH, notes)]


def describe(path: Path) -> ListedRun:
    """Describes the run in a directory."""
    try:
        document = untrusted_files.read_json(path / files.CONFIG)
        config = {**document["config"], **document.get("resolved", {})}
        about: dict[str, Any] = {
            "env": str(config["env"]),
            "objective": str(config["objective"]),
            "agent": str(config["agent"]),
            "seed": int(config["seed"]),
            "num_env_steps": int(config["num_env_steps"]),
            "started": str(document.get("started", "")),
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return ListedRun(path, UNREADABLE)
    # A policy that was exported alone has no log.
    logged = _latest(path / files.PROGRESS) or _at_the_end(path)
    # A run that is stopped saves a checkpoint, which may be later than the last row of the log.
    steps = max(int(logged.get(_STEPS, 0)), _steps_saved(path))
    figures = {name: logged[name] for name in FIGURES if name in logged}
    state = STOPPED
    if lock.is_held(path):
        state = RUNNING
    # A run that was done may have been made longer, and have stopped before it went on.
    elif _steps_at_the_end(path) >= max(steps, about["num_env_steps"]):
        state = DONE
    elif not _can_be_resumed(path) or outcome_in_sweep(path) == RETIRED:
        state = ENDED
    return ListedRun(
        path, state, **about, env_steps=steps, wall_seconds=logged.get(_SECONDS, 0.0), figures=figures
    )


def _can_be_resumed(path: Path) -> bool:
    """Whether a resume can continue a run; False if its folder of checkpoints cannot be read."""
    try:
        return files.can_be_resumed(path)
    except (OSError, files.RunFileError):
        return False


def outcome_in_sweep(run: Path) -> str:
    """Returns how a run has ended in its sweep with `--halving` or `--pbt`, such as `retired`.

    "" if it has not, or has no such sweep. All runs of such a sweep are lanes of its first program.
    """
    file = sweep_of(run) / files.PROGRAMS / "0.json"
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        return str(files.read_kept_json(file)["ended"][run.resolve().name]["outcome"])
    return ""


def sweep_of(run: Path) -> Path:
    """Returns the directory in which a run's sweep, if it has one, has its files."""
    return run.resolve().parent.parent


def lines(runs: Sequence[ListedRun]) -> list[str]:
    """Returns a table of the runs as aligned lines, the heading first."""
    rows = cells(runs)
    return aligned(rows, left=len(rows[0]))


def cells(runs: Sequence[ListedRun]) -> list[list[str]]:
    """Returns a table of the runs as text, the heading first; figures that no run has are left out."""
    known = {name for run in runs for name in run.figures}
    shown = dict.fromkeys(label for name, label in FIGURES.items() if name in known)
    rows = [["run", "objective", "agent", "seed", "state", "steps", "time", *shown]]
    for run in runs:
        by_label = run.by_heading()
        # A distilled run has no steps to train, so none are shown.
        steps = f"{count(run.env_steps)}/{count(run.num_env_steps)}" if run.num_env_steps else ""
        time = duration(run.wall_seconds) if run.wall_seconds else ""
        figures = [number(by_label[label]) if label in by_label else "" for label in shown]
        about = [run.objective, run.agent, str(run.seed)] if run.env else ["", "", ""]
        rows.append([str(run.path), *about, run.state, steps, time, *figures])
    return rows


def _directories(folder: Path, depth: int, notes: list[str]) -> Iterator[Path]:
    """Yields the directories of runs in a folder, down to a depth; a run is not searched for others.

    Notes the folders that cannot be read.
    """
    try:
        is_run = (folder / files.CONFIG).is_file()
        # A link may lead back up.
        inside = (
            []
            if is_run or depth == 0
            else [
                path
                for path in sorted(folder.iterdir())
                if path.is_dir() and not path.is_symlink() and not path.name.startswith(".")
            ]
        )
    except OSError as error:
        notes.append(f"{folder} cannot be read: {error.strerror}.")
        return
    if is_run:
        yield folder
    for path in inside:
        yield from _directories(path, depth - 1, notes)


def _steps_saved(path: Path) -> int:
    """Returns the steps of a run's newest checkpoint, by its name; 0 if there is none."""
    try:
        return max(files.checkpoint_steps(path / files.CHECKPOINTS), default=0)
    except (OSError, files.RunFileError):
        return 0


def _latest(file: Path) -> dict[str, float]:
    """Returns the latest value of each column that a row shows; empty if the log cannot be read."""
    try:
        head, *rows = csv.reader(io.StringIO(untrusted_files.read_table(file)))
    except (OSError, ValueError, csv.Error):
        return {}
    found = {}
    for name in (_STEPS, _SECONDS, *FIGURES):
        if name in head:
            column = head.index(name)
            # A row that is being written may be shorter.
            texts = (row[column] for row in reversed(rows) if len(row) > column and row[column])
            value = _number(next(texts, ""))
            if value is not None:
                found[name] = value
    return found


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _at_the_end(path: Path) -> dict[str, float]:
    """Returns the figures in skills.json, which is written at the end of a run; empty if there is none."""
    try:
        figures = untrusted_files.read_figures(untrusted_files.read_json(path / files.SKILLS))
    except (OSError, ValueError):
        return {}
    return {name: figures[name] for name in FIGURES if math.isfinite(figures.get(name, math.nan))}


def _steps_at_the_end(path: Path) -> int:
    """Returns the steps in skills.json, which is written at the end of a run; -1 if there is none."""
    try:
        return int(untrusted_files.read_json(path / files.SKILLS)["env_steps"])
    except (OSError, ValueError, TypeError, KeyError):
        return -1
