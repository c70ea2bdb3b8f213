"""The small run into which faults are injected, and the judgement of the outcomes."""

import contextlib
import csv
import dataclasses
import enum
import io
import math
import re
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import training
from diayn_jax.config import RESUMABLE, Config, ConfigError
from diayn_jax.evaluation import evaluators
from diayn_jax.machine import aot
from diayn_jax.resolve import make_config
from diayn_jax.run import compiling, memory_plan
from diayn_jax.run.divergence import TrainingDiverged
from diayn_jax.run.plan import make_plan
from diayn_jax.run.run_writer import RunWriter, last_checkpoint, state_like
from diayn_jax.storage import arrays, checkpoint, files, logs, untrusted_files
from diayn_jax.storage.files import RunFileError
from diayn_jax.use import loaded_run, training_run

NAME = "faults"
# About ten epochs, each with an evaluation and a checkpoint; three checkpoints are kept.
FIELDS: dict[str, Any] = {
    "env": "point",
    "num_skills": 3,
    "episode_length": 20,
    "num_envs": 8,
    "batch_size": 16,
    "replay_size": 1600,
    "warmup_steps": 64,
    "epoch_steps": 400,
    "num_env_steps": 3900,
    "updates_per_iteration": 1,
    "policy_hidden_sizes": (8,),
    "critic_hidden_sizes": (8,),
    "discriminator_hidden_sizes": (8,),
    "eval_every": 400,
    "eval_episodes": 1,
    "checkpoint_every": 400,
    "keep_checkpoints": 2,
    "num_devices": 1,
    "plots": False,
    "report": "none",
    "log_pictures": False,
    "name": NAME,
}
# Fields that differ for another environment. Ant runs on spring, because killed processes then find its
# programs in JAX's compilation cache, which cannot store programs that call MuJoCo's engine.
_OF_ENV: Mapping[str, Mapping[str, Any]] = {
    "point": {},
    "ant": {"env": "ant", "backend": "spring"},
}
ENVS = tuple(_OF_ENV)
# Matches the lines of a run's output that report damage.
_OF_DAMAGE = re.compile(
    "damaged|kept as|cannot be|has lost|missing|changed figures|were written|taken from|left out"
    "|left as it is|no checkpoint yet|Trying|is of another"
)
_CLOCK = re.compile("time/(wall_seconds|eval_seconds|compile_seconds|.*_per_second)")

Say = Callable[[str], None]


class Outcome(enum.StrEnum):
    """The outcome of a fault."""

    EXACT = "exact"  # no difference from a run without the fault
    ANNOUNCED = "announced"  # the same or an older state, or a rejection, and a line reports it
    SILENT = "silent"  # something is wrong, without a message
    TRACEBACK = "traceback"  # ended by an unexpected error


class Try(NamedTuple):
    """One fault and its outcome."""

    row: str
    fault: str
    outcome: Outcome
    words: str = ""


class Crash(Exception):
    """Raised to simulate the end of a process; its files look the same."""


class Subject(NamedTuple):
    """A finished run, the same run interrupted halfway, and the expected results of both."""

    folder: Path  # for copies
    whole: Path  # directory of the finished run
    half: Path  # directory of the interrupted run
    other: Path  # directory of a run with another seed
    state: Mapping[str, bytes]  # bytes of the final state, by name
    rows: Sequence[Mapping[str, str]]  # rows of progress.csv, without times

    def copy(self, of: Path) -> Path:
        """Returns a copy with a new path, because some warnings appear only once per path."""
        target = directory(self.folder / f"{time.monotonic_ns():x}")
        shutil.copytree(of, target, symlinks=True)
        return target


def choose_env(name: str) -> None:
    """Sets the environment, one of `ENVS`, of all later runs in this process."""
    FIELDS.update(_OF_ENV[name])


def directory(log_dir: Path) -> Path:
    """Returns the directory of the run below `log_dir`."""
    return log_dir / FIELDS["env"] / NAME


def config(log_dir: Path, **fields: Any) -> Config:
    """Returns the config of the run below `log_dir`."""
    return make_config({**FIELDS, "log_dir": str(log_dir), **fields})


def make_subject(folder: Path) -> Subject:
    """Trains the runs into which faults are injected."""
    run = training_run.run(config(folder / "whole"), say=_unheard)
    assert run.path is not None
    other = training_run.run(config(folder / "other", seed=9), say=_unheard)
    with contextlib.suppress(Crash):
        training_run.run(config(folder / "half"), say=_crash_halfway)
    half = files.named_directory(config(folder / "half"))
    assert other.path is not None
    return Subject(folder, run.path, half, other.path, bits(run.state), rows_of(run.path))


def _crash_halfway(line: str) -> None:
    """Ends a run after more than half of its steps."""
    if (done := re.match(r" *(\d+)% ", line)) and int(done[1]) > 55:
        raise Crash


def bits(state: Any) -> dict[str, bytes]:
    """Returns the type, shape and bytes of each array of a state."""
    found = jax.device_get(arrays.arrays_of(state))
    return {name: repr(arrays.described(x)).encode() + np.asarray(x).tobytes() for name, x in found.items()}


def rows_of(path: Path) -> list[dict[str, str]]:
    """Returns the rows of progress.csv, without measured times and empty cells."""
    return _without_clock((path / files.PROGRESS).read_text(encoding="utf-8"))


def _without_clock(text: str) -> list[dict[str, str]]:
    rows = csv.DictReader(io.StringIO(text))
    return [{name: x for name, x in row.items() if x and not _CLOCK.fullmatch(name)} for row in rows]


def judge(row: str, fault: str, act: Callable[[Say], str]) -> Try:
    """Acts on a damaged run like a user, and judges the outcome.

    Args:
      row: row of the table.
      fault: description of the fault.
      act: the action of a user. It takes a function that collects messages, and returns how the result
        differs from the expected one, or "".
    """
    said: list[str] = []
    with contextlib.redirect_stderr(io.StringIO()) as stderr:
        try:
            differs = act(said.append)
        except (ConfigError, RunFileError, TrainingDiverged) as error:
            lines = str(error).strip().splitlines()
            if 0 < len(lines) <= 10:
                return Try(row, fault, Outcome.ANNOUNCED, lines[0])
            return Try(row, fault, Outcome.SILENT, f"refused in {len(lines)} lines")
        except Exception as error:  # noqa: BLE001 (this is what is looked for)
            return Try(row, fault, Outcome.TRACEBACK, f"{type(error).__name__}: {error}"[:300])
    told = [line for line in (*said, *stderr.getvalue().splitlines()) if _OF_DAMAGE.search(line)]
    if differs:
        return Try(row, fault, Outcome.SILENT, differs)
    return Try(row, fault, Outcome.ANNOUNCED if told else Outcome.EXACT, " ".join(told)[:300])


def judge_copy(
    row: str, fault: str, act: Callable[[Subject, Path, Say], str], subject: Subject, path: Path
) -> Try:
    """Judges what an action, such as `loaded`, makes of a damaged copy of a run; removes the copy."""
    found = judge(row, fault, lambda say: act(subject, path, say))
    shutil.rmtree(path.parent.parent)
    return found


def resumed(subject: Subject, path: Path, say: Say) -> str:
    """Resumes the run at `path` to its end; returns how it differs from the uninterrupted run."""
    run = training_run.run(
        config(path.parent.parent), resume=True, explicit=("name", "log_dir", "env"), say=say
    )
    if run.stopped:
        # The signal was sent to the campaign itself.
        raise KeyboardInterrupt
    return compared(subject, path, bits(run.state))


def compared(subject: Subject, path: Path, state: Mapping[str, bytes]) -> str:
    """Returns how a finished run differs from the uninterrupted one, or ""."""
    if state != subject.state:
        return f"in the final state {different(state, subject.state)}"
    if _known(subject, rows_of(path)) != subject.rows:
        return "progress.csv has other rows"
    if len(files.checkpoint_steps(path / files.CHECKPOINTS)) < 1:
        return "there is no checkpoint"
    left = [
        file.name
        for file in path.rglob("*")
        if re.search(r"\.(tmp|writing|deleting)$|orbax-.*tmp", file.name)
    ]
    return f"{', '.join(left)} is left over" if left else ""


def taken_over(subject: Subject, path: Path, say: Say) -> str:
    """Does what a resume does before training; returns how the result differs from the run's files."""
    plan = make_plan(config(path.parent.parent), resume=True, explicit=("name", "log_dir", "env"))
    assert plan.directory is not None
    files.remove_unfinished(plan.directory)
    checkpoint.make_way(plan.directory / files.CHECKPOINTS, say)
    restored = last_checkpoint(plan, say)
    if restored is None:
        say("no checkpoint yet")
        return ""
    with contextlib.closing(RunWriter(plan, plan.directory)) as output:
        output.open(["time/env_steps"], restored.metadata["env_steps"], restored, say)
        rows = rows_of(path)
    step = int(restored.path.name)
    return (
        _config_differs(plan.config)
        or _step_differs(subject, step, bits(restored.state))
        or ("" if _known(subject, rows) in _rows_until(subject, step) else "progress.csv has other rows")
    )


def loaded(subject: Subject, path: Path, say: Say) -> str:
    """Loads a run; returns how the result differs from the run's files."""
    lines: list[str] = []
    run = loaded_run.load(path, say=lambda line: (lines.append(line), say(line))[0])
    step = int(run.state.counters.env_steps)
    found = files.checkpoint_steps(path / files.CHECKPOINTS)
    if step < max(found, default=step) and not lines:
        return f"step {step} is loaded without a word"
    expected = checkpoint.read_metadata(_pristine(subject, step))
    figures = untrusted_files.read_figures(expected)
    known = {name: x for name, x in run.figures.items() if name in figures}
    return (
        _config_differs(run.config)
        or _step_differs(subject, step, bits(run.state))
        or ("" if _same_figures(known, figures) else "the figures differ")
    )


def _config_differs(found: Config) -> str:
    expected = config(Path("none"))
    apart = {"log_dir", "name", "tags"}
    other = [x.name for x in dataclasses.fields(expected) if x.name not in apart]
    other = [name for name in other if getattr(found, name, None) != getattr(expected, name)]
    other = [name for name in other if name not in files.SETTLED]
    return f"the config differs in {', '.join(other)}" if other else ""


def _pristine(subject: Subject, step: int) -> Path:
    for path in (subject.whole, subject.half):
        found = path / files.CHECKPOINTS / str(step)
        if found.is_dir():
            return found
    return subject.whole / "no such step"


def _step_differs(subject: Subject, step: int, found: Mapping[str, bytes]) -> str:
    """Returns how a state differs from the expected state of the same step, in their common arrays."""
    expected = state_at(_pristine(subject, step))
    own = {name: x for name, x in expected.items() if name in found}
    if not own or found != own:
        return f"in the state of step {step} {different(found, own)}"
    return ""


_STATES: dict[Path, dict[str, bytes]] = {}


def state_at(path: Path) -> dict[str, bytes]:
    """Returns the bytes of an undamaged checkpoint."""
    if path not in _STATES:
        cfg = config(Path("none"))
        plan = make_plan(dataclasses.replace(cfg, log_dir=files.NONE, name=""))
        _STATES[path] = bits(checkpoint.restore(path, state_like(plan)))
    return _STATES[path]


def _known(subject: Subject, rows: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """Removes columns that a user has added; runs keep such columns."""
    columns = set().union(*subject.rows)
    return [{name: x for name, x in row.items() if name in columns} for row in rows]


def _rows_until(subject: Subject, step: int) -> list[list[dict[str, str]]]:
    """Returns the rows up to a step in two forms: as in its checkpoint, and with the final full figures."""
    kept = _without_clock((_pristine(subject, step) / files.PROGRESS).read_text(encoding="utf-8"))
    at_end = step == int(subject.rows[-1][logs.STEP])
    return [kept, [*kept[:-1], dict(subject.rows[-1])]] if at_end else [kept]


def _same_figures(found: Mapping[str, float], expected: Mapping[str, float]) -> bool:
    return found.keys() == expected.keys() and all(
        x == expected[name] or (math.isnan(x) and math.isnan(expected[name])) for name, x in found.items()
    )


def different(found: Mapping[str, bytes], expected: Mapping[str, bytes]) -> str:
    """Returns how many arrays differ, in words; "" if all are equal."""
    names = [name for name in {**found, **expected} if found.get(name) != expected.get(name)]
    return f"{len(names)} arrays differ, such as {names[0]}" if names else ""


def _unheard(line: str) -> None:
    pass


@contextlib.contextmanager
def shared_programs() -> Iterator[None]:
    """Makes and compiles each trainer and evaluator only once, and skips slow figures."""
    built: dict[Any, tuple[Any, Any, Any]] = {}
    shapes: dict[Any, Any] = {}
    make_trainer, make_evaluator = training.make_trainer, evaluators.make_evaluator
    compiled, shapes_anew = training.compiled, training.state_shapes

    def key_of(cfg: Config) -> tuple[Any, ...]:
        # A resume replaces `auto` by the device's name; learning rates depend on the number of steps.
        apart = RESUMABLE - {"num_env_steps", "eval_episodes"} | {"device"}
        return tuple(getattr(cfg, name) for name in vars(cfg) if name not in apart)

    def trainer_of(cfg: Config, env: Any, mesh: Any = None) -> Any:
        key = key_of(cfg)
        if key not in built:
            trainer = make_trainer(cfg, env, mesh)
            built[key] = trainer, make_evaluator(cfg, trainer), compiled(trainer)
        return built[key][0]

    def of(trainer: Any) -> tuple[Any, Any, Any]:
        return next(parts for parts in built.values() if parts[0] is trainer)

    def evaluator_of(cfg: Config, trainer: Any) -> Any:
        evaluator = of(trainer)[1]

        def full(state: Any, seed: int = 0) -> Any:
            skill = jnp.arange(cfg.num_skills)
            return {"eval/probe_mi": 0.25}, evaluator.rollouts(
                state, jax.random.key(seed), skill, cfg.episode_length
            )

        return evaluator._replace(evaluate_full=full)

    def shapes_of(cfg: Config, trainer: Any) -> Any:
        if id(trainer) not in shapes:
            shapes[id(trainer)] = shapes_anew(cfg, trainer)
        return shapes[id(trainer)]

    with contextlib.ExitStack() as stack:
        for where, name, what in (
            (training, "make_trainer", trainer_of),
            (training, "compiled", lambda trainer, lanes=False: of(trainer)[2]),
            (evaluators, "make_evaluator", evaluator_of),
            (compiling, "compile_ahead", lambda function, *_: function),
            (compiling.CompileCache, "compile_all", lambda *_: 0.0),
            (aot.Ahead, "compile", lambda self, *_: None),
            (training, "state_shapes", shapes_of),
            (memory_plan, "OVERHEAD", 0),
        ):
            stack.enter_context(mock.patch.object(where, name, what))
        yield
