"""The result of distilling: its type, its description, and how its run is written."""

import contextlib
import dataclasses
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from diayn_jax import training
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.number_format import number
from diayn_jax.output import Progress
from diayn_jax.records import Record, plain
from diayn_jax.run.plan import Plan
from diayn_jax.run.run_writer import HostState, RunWriter
from diayn_jax.show import report
from diayn_jax.storage import events, files, lock, logs
from diayn_jax.use.loaded_run import Run


@dataclasses.dataclass(frozen=True, repr=False)
class Distilled(Record):
    """Skills that were distilled from N solutions."""

    run: Run  # like a trained run; it has been written if the config has a log_dir
    error: float  # root mean square of the policy's minus the solutions' actions, on the policy's episodes
    return_of_solutions: np.ndarray  # [N], the solutions' mean returns on their own episodes
    return_of_skills: np.ndarray  # [N], the skills' mean returns on the policy's episodes
    written: tuple[Path, ...] = ()  # the run's files

    @property
    def kept(self) -> float | None:
        """The skills' mean return over the solutions' mean return; None if the latter is not above 0."""
        of_solutions = float(self.return_of_solutions.mean())
        return float(self.return_of_skills.mean()) / of_solutions if of_solutions > 0 else None

    def lines(self) -> list[str]:
        """Returns what `describe` does."""
        return describe(self)

    def as_json(self) -> dict[str, Any]:
        """Returns the errors, the returns, the figures of the run, and the files."""
        return plain(
            {
                "run": self.run.path,
                "env": self.run.config.env,
                "solutions": len(self.return_of_solutions),
                "action_error": self.error,
                "return_of_solutions": self.return_of_solutions,
                "return_of_skills": self.return_of_skills,
                "return_kept": self.kept,
                "figures": self.run.figures,
                "written": self.written,
            }
        )

    def cells(self) -> list[list[str]]:
        """Returns a row for each solution."""
        returns = zip(self.return_of_solutions, self.return_of_skills, strict=True)
        rows = [[str(z), *(number(float(x)) for x in both)] for z, both in enumerate(returns)]
        return [["skill", "return of the solution", "return of the skill"], *rows]


def describe(found: Distilled) -> list[str]:
    """Returns lines that describe the result: the number of skills, the error of actions, the returns."""
    count, figures = len(found.return_of_solutions), found.run.figures
    before, after = found.return_of_solutions.mean(), found.return_of_skills.mean()
    kept = "" if found.kept is None else f", {100 * found.kept:.1f} % kept"
    return [
        f"{count} skills from {count} solutions; their actions, in -1 to 1, are off by {number(found.error)} "
        "(root mean square)",
        f"Return {number(after)} of skills, {number(before)} of solutions{kept}",
        f"mi_normalised {number(figures['eval/mi_normalised'])}",
    ]


@contextlib.contextmanager
def held(directory: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Locks the directory of a run while it is distilled, so that no second process writes to it.

    If distilling fails before the run has a checkpoint, the run's files are removed, because the run cannot
    be resumed.

    Raises:
      ConfigError: another process holds the lock, or has written a run to the directory in the meantime.
    """
    with lock.hold(directory, say):
        if files.holds_run(directory):
            raise ConfigError(
                f"{directory}: another process has just written a run there. Choose another --name."
            )
        files.remove_unfinished(directory)
        try:
            yield
        except BaseException:
            if not files.checkpoint_steps(directory / files.CHECKPOINTS):
                _remove(directory)
            raise


def _remove(directory: Path) -> None:
    """Removes the files of a run that has no checkpoint, and its directory if no other file is in it."""
    names = (files.CONFIG, files.PROGRESS, files.CHECKPOINTS, files.DISTILLED)
    for path in (*(directory / name for name in names), *events.event_files(directory)):
        files.remove(path)
    # The lock's file is removed last and under the lock. `lock.hold` refuses a process that opens it now.
    files.remove(directory / lock.NAME)
    files.remove_if_empty(directory)


def finish(
    plan: Plan,
    state: training.TrainState,
    origin: Mapping[str, Any],
    begun: float,
    progress: Progress,
) -> tuple[Run, list[Path]]:
    """Evaluates the state, and writes it as the last checkpoint of a run if the plan has a directory.

    Args:
      origin: the content of distilled.json, apart from the run's steps.
      begun: the time at which distilling began, by `time.perf_counter`.

    Returns:
      The run, and the paths of its files.
    """
    config, trainer = plan.config, plan.trainer
    progress("Playing the skills for the final figures")
    evaluator = evaluators.make_evaluator(config, trainer)
    figures = evaluator.evaluate(state)[0]
    full, played = evaluator.evaluate_full(state)
    figures, table = figures | full, metrics.skill_table(played)
    steps = int(state.counters.env_steps)
    config = dataclasses.replace(config, num_env_steps=steps)
    run = Run(
        config=config,
        path=plan.directory,
        state=state.replace(replay=()),
        figures=figures,
        skill_table=tuple(table),
        trainer=trainer,
        evaluator=evaluator,
    )
    if plan.directory is None:
        return run, []
    # This file is written before config.json, so that a run with a config always has it.
    document = plan.directory / files.DISTILLED
    files.write_json(document, {"env_steps": steps, **origin})
    times = {logs.STEP: steps, "time/wall_seconds": time.perf_counter() - begun}
    host = HostState(env_steps=steps, evaluated_at=steps, wall_seconds=times["time/wall_seconds"])
    with contextlib.closing(RunWriter(plan._replace(config=config), plan.directory)) as output:
        output.open([*times, *sorted(figures)], None, None, lambda line: None)
        output.progress.add({**times, **figures})
        output.save(run.state, host, figures)
        written = [*output.write_skills(host, figures, table, played), document]
    if config.report != "none":
        progress("Drawing the page")
        written.append(report.write(run, trajectories=played).path)
    return run, written
