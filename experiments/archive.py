"""Makes an archive of a run's skills: `python -m experiments.archive runs/ant/NAME`."""

import functools
import sys
from collections.abc import Sequence
from pathlib import Path

from diayn_jax.config import AUTO, ConfigError, own_field
from experiments import flags, start

FIELDS = ("device",)
FILE = "archive.npz"

COMMAND = (
    flags.Command(
        "descriptors",
        "features, such as xy or x,mean:torso: at an episode's end, or means [default xy]",
        "NAMES",
    ),
    flags.Command(
        "bounds",
        "of the descriptors, all lowest values, then all highest [default of xy the world, or ±30 m]",
        "LOW,HIGH",
        own_field("bounds", tuple[float, ...], "bounds of the descriptors", -(10**9), 10**9),
    ),
    flags.whole_number("centroids", "cells [default 1024]", high=100_000),
    flags.whole_number("episodes", "of each skill, averaged [default 1]"),
    flags.whole_number("draws", "of skills that are vectors, so many [default the 64 that stand for all]"),
    flags.Command(
        "which", "checkpoint: latest, best (docs/evaluate.md) or its steps [default latest]", "WHICH"
    ),
    flags.Command("out", f"file to write [default {FILE} in the run's directory]", "FILE"),
    flags.Command(*start.TRUST),
    flags.HELP,
)

INTRO = """
Make an archive of a run's skills: the fittest skill of each cell, as a network of its
own, with descriptor, fitness (the environment's own return) and the cells' centroids, in
one .npz that NumPy reads without anything else; and a picture of it, PNG and SVG. In the
run's directory the picture is on its report too, where there is one.

  python -m experiments.archive runs/ant/NAME
  python -m experiments.archive runs/ant/NAME --bounds=-15,-15,15,15 --centroids=256
  python -m experiments.archive runs/halfcheetah/NAME --descriptors=x,mean:torso

What is in the file, and how QDax reads it: docs/qdax.md.
"""

CLOSING = """
Exit codes
  0    done
  2    refused: a flag, a run or a checkpoint that there is not, or what the run cannot do
  4    a file cannot be written or read, memory ran out, or a simulator of
       Gymnasium's cannot go on
  130  stopped by Ctrl-C
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""

    def command() -> int:
        parsed = flags.parse(sys.argv[1:] if argv is None else argv, COMMAND, FIELDS, operands=True)
        if not parsed.command["help"]:
            return archive(parsed)
        start.say_help(flags.help_text(INTRO, COMMAND, CLOSING, fields=FIELDS))
        return 0

    return start.run(command, "--episodes or --draws")


def archive(parsed: flags.Parsed) -> int:
    """Writes the archive of a command line; returns the exit code."""
    path = start.one_run_path(parsed.operands)
    options = parsed.command
    out = _target(path, options["out"])
    bounds = options["bounds"]
    if bounds is not None and (len(bounds) % 2 or not bounds):
        raise ConfigError(
            f"--bounds: {len(bounds)} numbers are given. Give all lowest values, then all highest, such as "
            "--bounds=-30,-30,30,30."
        )
    from diayn_jax.storage import files

    files.read_config(path, trust=options["trust"])
    start.start_jax_for(path, parsed.overrides.get("device", AUTO))

    from diayn_jax.use import loading
    from diayn_jax.use.archives import archive as archives
    from diayn_jax.use.archives import archive_file

    run = loading.load(path, options["which"] or "latest")
    half = None if bounds is None else len(bounds) // 2
    made = archives.make_repertoire(
        run,
        options["descriptors"] or "xy",
        None if bounds is None else (bounds[:half], bounds[half:]),
        episodes=options["episodes"] or 1,
        draws=options["draws"],
        **({"centroids": options["centroids"]} if options["centroids"] else {}),
    )
    written = [archive_file.save(made, out), *archives.draw(made, out.parent, out.stem)]
    written += start.shown_on_page(path, written)
    start.say(archives.describe_figures(made))
    for file in written:
        start.say(f"Wrote {file}")
    return 0


def _target(path: Path, out: str | None) -> Path:
    """The file to write."""
    if not out:
        return path / FILE
    target = Path(out).expanduser()
    if target.suffix != ".npz" or target.is_dir() or not target.parent.is_dir():
        raise ConfigError(f"--out={out}: name a file of NumPy's, such as {FILE}, in a folder that there is.")
    return target


installed = functools.partial(start.installed, main)  # diayn-archive

if __name__ == "__main__":
    start.leave(main)
