"""Continues a run or a sweep: `diayn resume runs/ant/NAME`."""

from diayn_jax.config import OF_RUN, RESUMABLE, ConfigError
from diayn_jax.storage import paths
from experiments import flags, run, start

# Flags of `train` that start another run, or name one.
_OF_NEW_RUNS = ("config", "resume", "dry_run", "json", "version")
# The directory says these.
FIELDS = tuple(sorted(RESUMABLE - {"log_dir", "name", "tags"}))

COMMAND = (
    *(
        row._replace(minor=False)
        for row in run.COMMAND
        if row.name not in (*_OF_NEW_RUNS, "help", "helpfull")
    ),
    flags.HELP,
)

INTRO = """
Continue a run or a sweep from its last checkpoint, where it was stopped; on a CPU, bit for bit.

  diayn resume runs/ant/NAME
  diayn resume runs/ant/NAME --num_env_steps=10M
  diayn resume runs/sweeps/NAME

Which runs are stopped: see diayn list. --num_env_steps makes a run longer, also one that is
done. The flags below may change; all other settings are the run's. A sweep keeps its settings.
"""

CLOSING = start.exit_codes(start.OF_TRAINING)


def resume(parsed: flags.Parsed) -> int:
    """Continues the run that a command line names; returns the exit code."""
    if not parsed.operands:
        raise ConfigError(f"Name a run or a sweep: its directory, such as runs/ant/NAME.{paths.latest_run()}")
    command = {**dict.fromkeys(_OF_NEW_RUNS), **parsed.command, "resume": True}
    return run.train(parsed._replace(command=command))


main = start.Main(
    resume,
    COMMAND,
    INTRO,
    CLOSING,
    "--num_envs",
    default=OF_RUN,
    shown=FIELDS,
    defaults=dict.fromkeys(FIELDS, "the run's"),
)

if __name__ == "__main__":
    start.leave(main)
