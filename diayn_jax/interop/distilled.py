"""What solutions were made into: its run, as it is written, and what is said of it."""

import contextlib
import dataclasses
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diayn_jax import training
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.run.plan import Plan
from diayn_jax.run.run_writer import HostState, RunWriter
from diayn_jax.show import report
from diayn_jax.storage import events, files, lock, logs
from diayn_jax.use.loading import Run


class Distilled(NamedTuple):
    """Skills that were made of solutions."""

    run: Run  # as a trained one; written where the config has a log_dir
    error: float  # root mean square of the policy's actions against the solutions', on its own episodes
    return_of_solutions: np.ndarray  # [N], of their own episodes
    return_of_skills: np.ndarray  # [N], of the policy's episodes
    written: tuple[Path, ...] = ()  # the run's files

    @property
    def kept(self) -> float | None:
        """The share of the solutions' mean return that the skills keep; None where that is not above 0."""
        of_solutions = float(self.return_of_solutions.mean())
        return float(self.return_of_skills.mean()) / of_solutions if of_solutions > 0 else None


def describe(found: Distilled) -> list[str]:
    """What came of it, in lines: how many skills, how far off their actions are, what return they keep."""
    count, figures = len(found.return_of_solutions), found.run.figures
    before, after = found.return_of_solutions.mean(), found.return_of_skills.mean()
    kept = "" if found.kept is None else f", {100 * found.kept:.1f} % kept"
    return [
        f"{count} skills of {count} solutions; their actions, in -1 to 1, are off by {found.error:.4g} "
        "(root mean square)",
        f"Return {after:.4g} of skills, {before:.4g} of solutions{kept}",
        f"mi_normalised {figures['eval/mi_normalised']:.4g}",
    ]


@contextlib.contextmanager
def held(directory: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Holds the directory of a run that is to be distilled, so that no second process writes to it.

    Where it fails before the run has a checkpoint, nothing of it is left: there would be nothing to go on
    from.

    Args:
      directory: of the run, which is new.
      say: as `lock.hold` takes it.

    Raises:
      ConfigError: another process holds it, or has written a run there since.
    """
    with lock.hold(directory, say):
        if files.holds_run(directory):
            raise ConfigError(
                f"{directory}: another process has written a run there meanwhile. Choose another --name."
            )
        files.remove_unfinished(directory)
        try:
            yield
        except BaseException:
            if not files.checkpoint_steps(directory / files.CHECKPOINTS):
                _remove(directory)
            raise


def _remove(directory: Path) -> None:
    """Removes the files of a run that has no checkpoint, and its directory where nothing else is in it."""
    names = (files.CONFIG, files.PROGRESS, files.CHECKPOINTS, files.DISTILLED)
    for path in (*(directory / name for name in names), *events.event_files(directory)):
        files.remove(path)
    # The lock's file last, while it is held: whoever opens it now is refused (`lock.hold`).
    files.remove(directory / lock.NAME)
    files.remove_if_empty(directory)


def finish(
    plan: Plan,
    state: training.TrainState,
    origin: Mapping[str, Any],
    begun: float,
    progress: Callable[[str], None],
) -> tuple[Run, list[Path]]:
    """Evaluates the state, and writes it as the last checkpoint of a run where there is a directory.

    Args:
      plan: of the run.
      state: at its end.
      origin: what distilled.json says beside the run's steps.
      begun: when it began, by `time.perf_counter`.
      progress: is told what it is at.

    Returns:
      The run, and the paths of its files.
    """
    config, trainer = plan.config, plan.trainer
    progress("Playing the skills for the last figures")
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
    # Before config.json, without which there is no run that would lack it.
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
