"""Resumes runs and sweeps."""

import os
from typing import Any

from diayn_jax.config import in_arguments
from diayn_jax.records import Say, silent
from diayn_jax.storage import files, paths
from diayn_jax.sweeps.sweep import Sweep, sweep
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.named_run import directory_of
from diayn_jax.use.training_run import train


@in_arguments
def resume(
    run: str | os.PathLike[str] | Run | Sweep, *, trust: bool = False, say: Say = silent, **fields: Any
) -> Run | Sweep:
    """Continues a run or a sweep from its last checkpoint; `diayn resume`.

    Args:
      run: a run or a sweep, or its directory.
      trust: lets it import code of the user's own that it names.
      say: receives each line of output; with `print`, a terminal shows a live line.
      **fields: fields of the config that a resume may change, such as `num_env_steps`.

    Raises:
      ConfigError: there is no such run or sweep, or a field cannot change.
      CheckpointError, RunFileError, TrainingDiverged, SimulatorError: as in `diayn_jax.train`.
    """
    path = run.path if isinstance(run, Sweep) else directory_of(run) if isinstance(run, Run) else run
    if (files.expanded(path) / files.SWEEP).is_file():
        return sweep(path=path, resume=True, trust=trust, say=say, **fields)
    return train(resume=paths.run_path(path), trust=trust, say=say, **fields)
