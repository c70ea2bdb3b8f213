"""Makes an archive of a run's skills: `diayn archive runs/ant/NAME`."""

from diayn_jax.config import own_field
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
    start.JSON,
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
    path, options = start.one_run_path(parsed.operands), parsed.command
    start.start_jax_for(parsed, path)

    from diayn_jax.use.archives.make_archive import archive

    names = ("descriptors", "bounds", "centroids", "episodes", "draws", "checkpoint", "file", "trust")
    with start.progress_for(parsed, "Playing the skills", lines=False):
        made = archive(path, **start.given(options, *names))
    start.tell(made, options["json"])
    return 0


main = start.Main(archive, COMMAND, INTRO, CLOSING, "--episodes or --draws", FIELDS)

if __name__ == "__main__":
    start.leave(main)
