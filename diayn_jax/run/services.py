"""Functions that callers pass to the loop: for environments, warm starts, pictures and pages.

The loop imports no module of the layers above it. `use.training_run` passes it all functions. `PLAIN` makes
only the environment; it is for tests and for callers that show nothing.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from diayn_jax import envs, shell, training
from diayn_jax.config import Config, ConfigError
from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.skills import SkillSpace
from diayn_jax.storage.files import RunFileError
from diayn_jax.storage.logs import Views
from diayn_jax.training.warm_start import WarmStart


class Interrupted(Exception):
    """A signal came while a program waited for another one."""


class ExchangeError(RunFileError):
    """The objective could not be given to other programs, or not be got from them."""


class Exchange(Protocol):
    """Shares the objective of a program's lanes with programs that train at the same time.

    All of them call it at the start, with clock 0, and after every epoch. The clock is the number of agent
    updates.
    """

    def share(
        self, state: training.TrainState, several: bool, clock: int, stopped: Callable[[], bool]
    ) -> training.TrainState:
        """Waits for the other programs; returns the state with the objective of all.

        Args:
          several: whether the state has a leading axis of lanes.
          stopped: returns whether a signal came.

        Raises:
          Interrupted: a signal came before all others had given their objective.
          ExchangeError: a file of the exchange cannot be written or read.
        """


@dataclasses.dataclass(frozen=True, eq=False)
class Outcome:
    """A run after training; it may have stopped early."""

    config: Config
    path: Path | None  # its directory; None if nothing was written
    # `TrainState`; None if the run failed. A loaded run, or one of several runs, has no replay. The
    # environments of a loaded run must not be stepped.
    state: Any
    figures: Mapping[str, float]  # the latest value of each, by name, such as eval/mi
    skill_table: tuple[Mapping[str, Any], ...]  # a row per skill (`metrics.skill_table`); () before the end
    trainer: training.Trainer
    evaluator: evaluators.Evaluator
    stopped: int | None = None  # the signal that stopped the run early
    failure: RuntimeError | None = None  # why the run could not continue
    signal: int | None = None  # the signal that came, also if all steps were done: nothing more is to begin


class EvaluationView(NamedTuple):
    """An evaluation during training, for pictures and films."""

    config: Config
    env: envs.Env
    components: training.Components
    trajectories: metrics.Trajectories  # on the host
    figures: Mapping[str, float]
    env_steps: int
    # Plays skills with poses, for films; takes their indices [N] in `skills.probes`.
    play: Callable[[Sequence[int]], metrics.Trajectories]


class FinalView(NamedTuple):
    """A finished run, for pictures in its directory."""

    config: Config
    env: envs.Env
    components: training.Components
    trajectories: metrics.Trajectories
    rows: Sequence[Mapping[str, Any]]  # rows of progress.csv
    directory: Path


def plain_environment(
    config: Config, backend: str, directory: Path | None = None, *, trust: bool = False
) -> envs.Env:
    """Makes the environment that a config names, on this backend; `auto` chooses.

    Raises:
      ConfigError: as in `envs.from_config`, or the actions of the config are skills of another run.
    """
    del directory, trust
    if config.choose_from:
        raise ConfigError(
            f"--choose_from={config.choose_from}: only {shell.command('choose')} and "
            f"{shell.command('train')} choose among skills."
        )
    return envs.from_config(config, backend)


def no_warm_start(config: Any, trainer: training.Trainer, *, trust: bool = False) -> WarmStart | None:
    """Returns None; raises `ConfigError` if the config asks for a warm start."""
    del trainer, trust
    if getattr(config, "start_run", ""):
        raise ConfigError(f"--start_run={config.start_run}: this caller starts runs from scratch only.")
    return None


def _refuse_films(config: Config, env: envs.Env, skills: SkillSpace) -> None:
    del env, skills
    raise ConfigError(f"--log_video={config.log_video}: this caller films nothing. Leave it out.")


class Services(NamedTuple):
    """The functions that the loop calls, and that the layers above it provide."""

    # (config, backend, directory or None, trust=) -> the environment
    make_env: Callable[..., envs.Env] = plain_environment
    # (config, directory, is_new): stores in the run's directory what its environment needs.
    keep_env: Callable[[Config, Path, bool], None] = lambda config, directory, is_new: None
    # (config, trainer, trust=) -> the policy to start from
    read_start: Callable[..., WarmStart | None] = no_warm_start
    # Raises `ConfigError` if the films that the config asks for cannot be made.
    check_films: Callable[[Config, envs.Env, SkillSpace], None] = _refuse_films
    # Makes histograms and pictures of an evaluation, for TensorBoard and Weights & Biases.
    draw: Callable[[EvaluationView], Views] = lambda view: Views({}, {}, {})
    # Makes films of an evaluation, as GIFs by name.
    film: Callable[[EvaluationView], Mapping[str, bytes]] = lambda view: {}
    # Draws a finished run into its directory; returns the names of the files.
    save_pictures: Callable[[FinalView], list[str]] = lambda view: []
    # Writes the run's page; returns lines to print.
    report: Callable[[Outcome, metrics.Trajectories], list[str]] = lambda outcome, trajectories: []


PLAIN = Services()
