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

  diayn compare runs/ant/A runs/ant/B
  diayn compare runs/ant/*
"""

CLOSING = start.exit_codes(start.OF_FILES)


def compare(parsed: flags.Parsed) -> int:
    """Writes the page of the runs that a command line names; returns the exit code."""
    if len(parsed.operands) < 2:
        given = "one is named" if parsed.operands else f"none is named.{paths.latest_run()}"
        raise ConfigError(f"Name two runs or more, by their directories; {given.removesuffix('.')}.")

    from diayn_jax.show.compare import compare

    found = compare(*parsed.operands, **start.given(parsed.command, "out", "trust"))
    start.tell(found, parsed.command["json"])
    return 0


main = start.Main(compare, COMMAND, INTRO, CLOSING, "", ())

if __name__ == "__main__":
    start.leave(main)
