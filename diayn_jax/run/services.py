"""What the loop is handed to call: environments, warm starts, pictures and pages come from above it.

The loop itself imports neither pictures nor skills in use. `use.training_run` hands it everything;
`PLAIN` is a run with an environment and nothing else, for tests and for callers that show nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax import envs, shell, training
from diayn_jax.config import Config, ConfigError
from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.storage.logs import Views
from diayn_jax.training.warm_start import WarmStart


class Outcome(NamedTuple):
    """A run after training, trained as far as it is."""

    config: Config
    path: Path | None  # its directory; None if nothing was written
    state: Any  # `TrainState`, without replay where the run was one of several; None if the run failed
    figures: Mapping[str, float]  # the latest value of each, by name, such as eval/mi
    skill_table: tuple[Mapping[str, Any], ...]  # a row for each (`metrics.skill_table`); () before the end
    trainer: training.Trainer
    evaluator: evaluators.Evaluator
    stopped: int | None = None  # the signal that stopped the run early
    failure: RuntimeError | None = None  # why the run could not continue


class EvaluationView(NamedTuple):
    """An evaluation during training, to be drawn."""

    config: Config
    env: envs.Env
    features: str  # the name of the features that the objective sees
    trajectories: metrics.Trajectories  # on the host
    figures: Mapping[str, float]
    env_steps: int
    # Plays these skills [N], places among `skills.probes`, with poses, for films.
    play: Callable[[Sequence[int]], metrics.Trajectories]


class FinalView(NamedTuple):
    """A finished run, to be drawn into its directory."""

    config: Config
    env: envs.Env
    features: str  # the name of the features that the objective sees
    trajectories: metrics.Trajectories
    rows: Sequence[Mapping[str, Any]]  # of progress.csv
    directory: Path


def plain_environment(
    config: Config, backend: str, directory: Path | None = None, *, trust: bool = False
) -> envs.Env:
    """Makes the environment that a config names.

    Args:
      config: the run's config.
      backend: the backend to use; `auto` chooses.
      directory: the run's directory, if it has one.
      trust: not used here.

    Raises:
      ConfigError: as `envs.from_config`; a config whose actions are skills of another run.
    """
    del directory, trust
    if config.choose_from:
        raise ConfigError(
            f"--choose_from={config.choose_from}: only {shell.command('choose')} and {shell.command('run')} "
            "choose among skills."
        )
    return envs.from_config(config, backend)


def no_warm_start(config: Any, trainer: training.Trainer, *, trust: bool = False) -> WarmStart | None:
    """Returns None; raises `ConfigError` if the config asks for a warm start."""
    del trainer, trust
    if getattr(config, "start_run", ""):
        raise ConfigError(f"--start_run={config.start_run}: this caller starts runs from scratch only.")
    return None


def _check_nothing(config: Config, env: envs.Env) -> None:
    del env
    if config.log_video:
        raise ConfigError(f"--log_video={config.log_video}: this caller films nothing. Leave it out.")


class Services(NamedTuple):
    """What the loop calls and does not know."""

    # (config, backend, directory or None, trust=) -> the environment
    make_env: Callable[..., envs.Env] = plain_environment
    # Keeps in the directory of a run, which is new or not, what its environment is made of.
    keep_env: Callable[[Config, Path, bool], None] = lambda config, directory, is_new: None
    # (config, trainer, trust=) -> the policy to start from
    read_start: Callable[..., WarmStart | None] = no_warm_start
    # Refuses pictures and films that could not be made; raises `ConfigError`.
    check_views: Callable[[Config, envs.Env], None] = _check_nothing
    # Histograms and pictures of an evaluation, for TensorBoard and Weights & Biases.
    draw: Callable[[EvaluationView], Views] = lambda view: Views({}, {}, {})
    # A film of an evaluation, GIF.
    film: Callable[[EvaluationView], Mapping[str, bytes]] = lambda view: {}
    # Draws a finished run into its directory; returns the names of the files.
    save_pictures: Callable[[FinalView], list[str]] = lambda view: []
    # Writes the run's page; returns lines to print.
    report: Callable[[Outcome, metrics.Trajectories], list[str]] = lambda outcome, trajectories: []


PLAIN = Services()
