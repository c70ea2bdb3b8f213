"""Trains runs: calls the loop with functions for environments, warm starts, pictures and pages.

`train` is for notebooks, `run` for commands. Both pass these functions to the loop (`run.services`).
"""

import contextlib
import functools
import os
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from diayn_jax import envs, parallel, resolve
from diayn_jax.config import OF_RUN, Config, ConfigError, in_arguments, with_default
from diayn_jax.evaluation import metrics
from diayn_jax.machine.processes import SINGLE, Processes
from diayn_jax.records import Say, silent
from diayn_jax.run import console, loop
from diayn_jax.run.console import Report
from diayn_jax.run.plan import make_plan
from diayn_jax.run.services import EvaluationView, FinalView, Outcome, Services
from diayn_jax.show import report
from diayn_jax.show.shown_skills import shown_skills
from diayn_jax.skills import SkillSpace
from diayn_jax.storage import files, logs, run_to_resume
from diayn_jax.use import loaded_run
from diayn_jax.use.choosing import skill_env_source
from diayn_jax.use.finetuning import skill_start
from diayn_jax.use.loaded_run import Run


@in_arguments
def train(
    config: Config | None = None,
    *,
    resume: bool | str | os.PathLike[str] = False,
    trust: bool = False,
    say: Say = silent,
    **fields: Any,
) -> Run:
    """Trains skills; `diayn train`.

    Args:
      config: what to run; None makes a config of `fields` (see `make_config`).
      resume: continues the run in this directory; True: the run of `config.name`, or the latest of this
        config.
      trust: at a resume, lets the saved run import code of the user's own that it names.
      say: receives each line of output; with `print`, a terminal shows a live line.
      **fields: fields of a config, such as env="point"; `env` may be a `diayn_jax.envs.Env`.

    Raises:
      ConfigError: the config cannot run here, or not under this name.
      RunFileError: a file cannot be written.
      CheckpointError: a checkpoint cannot be read.
      TrainingDiverged: NaN or inf in losses, parameters or statistics, or physics that breaks down.
      SimulatorError: a simulator on the host, or another callback of the environment, failed.
    """
    if config is not None and not isinstance(config, Config):
        given = f"env={config!r}" if isinstance(config, str) else "fields, such as env='point', by name"
        raise ConfigError(
            f"train(…) is given a {type(config).__name__}; it takes a Config or fields: train({given})."
        )
    explicit = None
    if config is None:
        explicit = tuple(fields)
        if "env" in fields:
            fields["env"] = envs.name_of(fields["env"])
        if resume is not False:
            resolve.trust(fields)
            path = None if resume is True else files.expanded(resume)
            fields = {**run_to_resume.composition(fields, trust=trust, path=path), **fields}
        try:
            config = loaded_run.make_config(**fields)
        except ConfigError as error:
            raise error if resume is False else with_default(error, OF_RUN) from None
    elif fields:
        raise TypeError(f"give a config or fields, not both: {', '.join(fields)}")
    else:
        parallel.use_cpu_cores(spare_threads=envs.factorises(config.env, config.backend))
    return run(config, resume=resume, explicit=explicit, trust=trust, say=say)


def run(
    config: Config,
    *,
    resume: bool | str | os.PathLike[str] = False,
    explicit: Collection[str] | None = None,
    trust: bool = False,
    say: Report = print,
    processes: Processes = SINGLE,
) -> Run:
    """Runs a config to its end, or until a signal.

    Args:
      config, resume, explicit, trust, processes: see `run.plan.make_plan`.
      say: receives each line of output.

    Returns:
      The run; `stopped` holds the signal that ended it early.

    Raises:
      ConfigError: the config cannot run here, or not under this name.
      RunFileError: a file cannot be written.
      CheckpointError: a checkpoint cannot be read.
      TrainingDiverged: NaN or inf in losses, parameters or statistics, or physics that breaks
        down in too large a share of steps.
      SimulatorError: a simulator on the host, or another callback of the environment, failed.
    """
    with services_of(config, say) as services:
        plan = make_plan(
            config, resume=resume, explicit=explicit, trust=trust, processes=processes, services=services
        )
    (outcome,) = loop.drive([plan], say=say, processes=processes)
    if outcome.failure is not None:
        raise outcome.failure
    return as_run(outcome)


@contextlib.contextmanager
def services_of(config: Config, say: Report) -> Iterator[Services]:
    """Yields the functions for plans of a config.

    If its run starts from a skill, a terminal shows what is done until the skill is read.
    """
    if not getattr(config, "start_run", ""):
        yield SERVICES
        return
    with console.waiting("Reading the skill", say, lines=False) as progress:
        yield SERVICES._replace(read_start=functools.partial(skill_start.read_start, progress=progress))


def as_run(outcome: Outcome) -> Run:
    """Returns the outcome of the loop as a `Run`."""
    return Run(**vars(outcome))


# Modules that draw are imported by the functions that call them, because importing Matplotlib takes long.


def _check_films(config: Config, env: envs.Env, skills: SkillSpace) -> None:
    from diayn_jax.show import live

    live.check(env, config.log_video, shown_skills(skills))


def _draw(view: EvaluationView) -> logs.Views:
    """Makes histograms and a picture of the traces of an evaluation."""
    from diayn_jax.show import live

    histograms = {name: live.counts(x) for name, x in live.histograms(view.trajectories).items()}
    title = live.describe(view.figures, view.env_steps)
    seen, shown = view.components.feature_map.name, shown_skills(view.components.skills)
    picture = live.picture(view.trajectories, view.env, seen, shown, title)
    return logs.Views(histograms, {} if picture is None else {"traces": picture}, {})


def _film(view: EvaluationView) -> Mapping[str, bytes]:
    """Makes a film of an evaluation. If pictures are costly, it records only the filmed episodes."""
    from diayn_jax.show import live

    shown, filmed = shown_skills(view.components.skills), view.config.log_video
    played = view.trajectories
    if live.needs_own_rollouts(view.env):
        played = view.play(shown.spread(filmed))
    return {"skills": live.film(played, view.env, shown, filmed)}


def _save_pictures(view: FinalView) -> list[str]:
    from diayn_jax.show.pictures import finished_run

    return finished_run.save(
        view.directory, view.config, view.env, view.components, view.trajectories, view.rows
    )


def _report(outcome: Outcome, trajectories: metrics.Trajectories) -> list[str]:
    page = report.write(as_run(outcome), trajectories=trajectories)
    return [*([] if page.kept else [f"Wrote {page.path}"]), page.describe()]


SERVICES = Services(
    make_env=skill_env_source.environment,
    keep_env=skill_env_source.keep,
    read_start=skill_start.read_start,
    check_films=_check_films,
    draw=_draw,
    film=_film,
    save_pictures=_save_pictures,
    report=_report,
)
