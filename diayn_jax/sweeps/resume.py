"""Resumes runs and sweeps."""

import os
from typing import Any

from diayn_jax.config import in_arguments
from diayn_jax.records import Say, silent
from diayn_jax.storage import files, paths
from diayn_jax.sweeps.sweep import Sweep, sweep
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.training_run import train


@in_arguments
def resume(
    run: str | os.PathLike[str], *, trust: bool = False, say: Say = silent, **fields: Any
) -> Run | Sweep:
    """Continues a run or a sweep from its last checkpoint; `diayn resume`.

    Args:
      run: the directory of a run or of a sweep.
      trust: lets it import code of the user's own that it names.
      say: receives each line of output; with `print`, a terminal shows a live line.
      **fields: fields of the config that a resume may change, such as `num_env_steps`.

    Raises:
      ConfigError: there is no such run or sweep, or a field cannot change.
      CheckpointError, RunFileError, TrainingDiverged, SimulatorError: as in `diayn_jax.train`.
    """
    if (files.expanded(run) / files.SWEEP).is_file():
        return sweep(path=run, resume=True, trust=trust, say=say, **fields)
    return train(resume=paths.run_path(run), trust=trust, say=say, **fields)
