"""Compares several runs on one page: `diayn compare runs/ant/A runs/ant/B`."""

import os
from pathlib import Path

from diayn_jax.config import ConfigError
from experiments import flags, start

COMMAND = (
    flags.Command("out", "folder to write to [default the one that holds all the runs]", "DIR"),
    start.TRUST,
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
        given = "one is named" if parsed.operands else f"none is named.{start.latest_run()}"
        raise ConfigError(f"Name two runs or more, by their directories; {given.removesuffix('.')}.")
    paths = [start.run_path(name) for name in parsed.operands]
    given = parsed.command["out"]
    common = Path(os.path.commonpath([path.resolve() for path in paths]))
    out = common if given is None else start.out_folder(given)

    from diayn_jax.show import compare as comparing
    from diayn_jax.storage import files

    for path in paths:
        files.read_config(path, trust=parsed.command["trust"])
    page = comparing.write(paths, out / comparing.NAME)
    start.say(page.describe())
    start.say(f"Wrote {page.path}")
    return 0


main = start.Main(compare, COMMAND, INTRO, CLOSING, "", ())

if __name__ == "__main__":
    start.leave(main)
