"""Compares several runs on one page: `diayn compare runs/ant/A runs/ant/B`."""

from diayn_jax.config import ConfigError
from diayn_jax.storage import paths
from experiments import flags, start

COMMAND = (
    flags.Command("out", "folder to write to [default the one that holds all the runs]", "DIR"),
    start.TRUST,
    start.JSON,
    flags.HELP,
)

INTRO = """
Compare runs on one page, compare.html: their figures and curves, with intervals over seeds,
and the settings in which they differ. Runs that differ only in seeds form a group.
A sweep stands for all its runs.

  diayn compare runs/ant/A runs/ant/B
  diayn compare runs/ant/*
  diayn compare runs/sweeps/A runs/sweeps/B
"""

CLOSING = start.exit_codes(start.OF_FILES)


def compare(parsed: flags.Parsed) -> int:
    """Writes the page of the runs that a command line names; returns the exit code."""
    if not parsed.operands:
        raise ConfigError(
            f"Name two runs or more, or two sweeps, by their directories; none is named.{paths.latest_run()}"
        )

    from diayn_jax.show.compare import compare

    found = compare(*parsed.operands, **start.given(parsed.command, "out", "trust"))
    start.tell(found, parsed.command["json"])
    return 0


main = start.Main(compare, COMMAND, INTRO, CLOSING, "", ())

if __name__ == "__main__":
    start.leave(main)
