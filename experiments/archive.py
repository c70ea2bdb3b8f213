"""Makes an archive of a run's skills: `diayn archive runs/ant/NAME`."""

from pathlib import Path

from diayn_jax.config import AUTO, ConfigError, own_field
from experiments import flags, start

FIELDS = ("device",)
FILE = "archive.npz"

COMMAND = (
    flags.Command(
        "descriptors",
        "features at an episode's end or their means, such as xy or x,mean:torso [default xy]",
        "NAMES",
    ),
    flags.Command(
        "bounds",
        "bounds of the descriptors: all lower, then all upper [default for xy the world, or ±30 m]",
        "LOW,HIGH",
        own_field("bounds", tuple[float, ...], "bounds of the descriptors", -(10**9), 10**9),
    ),
    flags.whole_number("centroids", "number of cells [default 1024]", high=100_000),
    flags.whole_number("episodes", "episodes of each skill, which are averaged [default 1]"),
    flags.whole_number("draws", "how many skills to draw from a continuous space [default 64 fixed ones]"),
    start.CHECKPOINT,
    flags.Command("file", f"file to write [default {FILE} in the run's directory]", "FILE"),
    start.TRUST,
    flags.HELP,
)

INTRO = """
Make an archive of a run's skills. The archive has the fittest skill of each cell, as a
network of its own, with its descriptor and its fitness (the environment's own return), and
the cells' centroids. It is one .npz file, which NumPy can read without other packages. A
picture is written beside it, as PNG and SVG; if both are in the run's directory, the run's
report shows the picture too.

  diayn archive runs/ant/NAME
  diayn archive runs/ant/NAME --bounds=-15,-15,15,15 --centroids=256
  diayn archive runs/halfcheetah/NAME --descriptors=x,mean:torso

docs/how_to/archive_and_adapt.md describes the file.
"""

CLOSING = start.exit_codes(start.OF_FILES)


def archive(parsed: flags.Parsed) -> int:
    """Writes the archive that a command line asks for; returns the exit code."""
    path = start.one_run_path(parsed.operands)
    options = parsed.command
    out = _target(path, options["file"])
    bounds = options["bounds"]
    if bounds is not None and (len(bounds) % 2 or not bounds):
        raise ConfigError(
            f"--bounds: {len(bounds)} numbers are given. Give all lower bounds, then all upper ones, such as "
            "--bounds=-30,-30,30,30."
        )
    from diayn_jax.storage import files

    files.read_config(path, trust=options["trust"])
    start.start_jax_for(path, parsed.overrides.get("device", AUTO))

    from diayn_jax.use import loaded_run
    from diayn_jax.use.archives import archive as archives
    from diayn_jax.use.archives import archive_file

    run = loaded_run.load(path, options["checkpoint"] or "latest")
    half = None if bounds is None else len(bounds) // 2
    with start.waiting("Playing the skills", lines=False):
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
    """Returns the file to write."""
    if out and Path(out).suffix != ".npz":
        raise ConfigError(f"--file={out}: name a NumPy file, such as {FILE}.")
    return start.out_file(out, path / FILE, FILE)


main = start.Main(archive, COMMAND, INTRO, CLOSING, "--episodes or --draws", FIELDS)

if __name__ == "__main__":
    start.leave(main)
