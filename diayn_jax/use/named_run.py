"""The run that a caller of the API names: by its directory, or as a `Run`."""

import os
from pathlib import Path

from diayn_jax.config import ConfigError
from diayn_jax.storage import files, paths
from diayn_jax.use.loaded_run import Run, load, load_skills
from diayn_jax.use.policy import Skills

Named = str | os.PathLike[str] | Run

LATEST = "latest"


def run_of(run: Named, checkpoint: int | str = LATEST, *, trust: bool = False) -> Run:
    """Returns a run: loaded from its directory, or as it was given.

    Raises:
      ConfigError: there is no such run, or a checkpoint is named for a run that is loaded already.
      CheckpointError: there is no such checkpoint, or none that can be read.
    """
    if isinstance(run, Run):
        _check_loaded(checkpoint)
        return run
    return load(paths.run_path(run), checkpoint, trust=trust)


def skills_of(run: Named, checkpoint: int | str = LATEST, *, trust: bool = False) -> Skills:
    """Returns the skills of a run, without its environment; arguments and errors are those of `run_of`."""
    if isinstance(run, Run):
        _check_loaded(checkpoint)
        return run.skills
    return load_skills(paths.run_path(run), checkpoint, trust=trust)


def directory_of(run: Named) -> Path:
    """Returns the directory of a run.

    Raises:
      ConfigError: there is no such run, or it was not written.
    """
    path = path_of(run)
    if path is None:
        raise ConfigError("The run has no directory, because it was not written (--log_dir=none).")
    return path


def latest_directory_of(run: Named) -> Path:
    """Returns the directory of a run from whose latest checkpoint another run starts.

    Raises:
      ConfigError: as in `directory_of`; or the run is loaded at another checkpoint, which would not be used.
    """
    path = directory_of(run)
    steps = files.checkpoint_steps(path / files.CHECKPOINTS)
    if isinstance(run, Run) and run.state is not None and steps:
        at = int(run.state.counters.env_steps)
        if at != steps[-1]:
            raise ConfigError(
                f"{path} is loaded at step {at}, but a new run starts from its latest checkpoint, at step "
                f"{steps[-1]}. Give the directory to start from that one."
            )
    return path


def path_of(run: Named) -> Path | None:
    """Returns the directory of a run; None for a run that was not written.

    Raises:
      ConfigError: there is no such run.
    """
    return run.path if isinstance(run, Run) else paths.run_path(run)


def _check_loaded(checkpoint: int | str) -> None:
    if checkpoint != LATEST:
        raise ConfigError(f"--checkpoint={checkpoint}: the run is loaded already. Name its directory.")
