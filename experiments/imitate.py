"""Finds skills that imitate others: `diayn imitate EXPERT STUDENT`."""

from diayn_jax.storage import paths
from diayn_jax.use.imitation.named import check_named
from experiments import flags, start

FIELDS = ("device",)

COMMAND = (
    flags.Command(
        "demonstration",
        "recorded states to imitate, instead of an expert (docs/how_to/imitate.md)",
        "FILE.npz",
    ),
    flags.whole_number("episodes", "episodes of each skill of both runs [default 5]"),
    flags.whole_number("episode_length", "longest episode, steps [default the shorter run's]"),
    flags.Command("sampled", "both policies act by samples; otherwise by their modes"),
    flags.whole_number("seed", "seed of first states and samples [default 0]", low=0),
    start.CHECKPOINT,
    flags.Command(
        "file", "file to write, with a picture beside it [default in the student's directory]", "FILE"
    ),
    start.TRUST,
    start.JSON,
    flags.HELP,
)

INTRO = """
For each skill of an expert, find the skill of a student that behaves the same. The student's
objective scores the states that the expert visits. Both skills are then played, and the
distance between their episodes is measured.

  diayn imitate runs/ant/EXPERT runs/ant/STUDENT
  diayn imitate runs/ant/STUDENT --demonstration=states.npz

The runs may differ in seeds, networks, objectives and environments, as long as the expert's
environment has the features that the student sees.
"""

CLOSING = """
The command writes imitation-NAME.json and imitation-NAME.png (docs/how_to/imitate.md). If they are in the
student's directory, its report shows the picture too.
""" + start.exit_codes(start.OF_FILES)


def imitate(parsed: flags.Parsed) -> int:
    """Runs the imitation that a command line asks for; returns the exit code."""
    options = parsed.command
    check_named(parsed.operands, options["demonstration"], options["episode_length"])
    # If one of the two environments runs only on CPUs, both run there.
    start.start_jax_for(parsed, *(paths.run_path(name) for name in parsed.operands))

    from diayn_jax.use.imitation.imitate_runs import imitate

    names = ("demonstration", "episodes", "episode_length", "sampled", "seed", "checkpoint", "file", "trust")
    with start.progress_for(parsed, "Playing the skills", lines=False) as progress:
        found = imitate(*parsed.operands, **start.given(options, *names), progress=progress)
    start.tell(found, options["json"])
    return 0


main = start.Main(imitate, COMMAND, INTRO, CLOSING, "--episodes or --episode_length", FIELDS)

if __name__ == "__main__":
    start.leave(main)
