"""Makes figures of DIAYN's paper anew: `diayn paper navigation`."""

from experiments import flags, start

COMMAND = (
    flags.Command(
        "budget",
        "how much is trained: quick (seconds, to see that it works), small (minutes on two cores) or full "
        "(the papers' own sizes, for accelerators) [default small]",
        "BUDGET",
        choices=("quick", "small", "full"),
    ),
    flags.Command("out", "folder to write to [default runs/paper]", "DIR"),
    start.JSON,
    flags.HELP,
)

INTRO = """
Make the figures and tables of "Diversity is All You Need" (Eysenbach et al. 2018) that a simulator
can make, and METRA's coverage: train the runs, draw them beside what is published, and say what
agrees.

  diayn paper                  list the figures
  diayn paper navigation
  diayn paper entropy prior --budget=quick
  diayn paper all --budget=full

Each figure goes to <out>/<budget>/FIGURE/, as a picture, JSON and CSV. <out>/<budget>/paper.html
and paper.pdf have all that are made. Given again, the command takes the runs that are done, and
continues those that were stopped.
"""

CLOSING = start.exit_codes(start.OF_TRAINING)


def paper(parsed: flags.Parsed) -> int:
    """Makes the figures that a command line names; returns the exit code."""
    from diayn_jax.papers import make_paper

    options = start.given(parsed.command, "budget", "out")
    make_paper.check(parsed.operands, options.get("budget", "small"))
    if parsed.operands:
        start.start_jax(say=start.say_for(parsed))

    found = make_paper.paper(*parsed.operands, **options, say=start.say_for(parsed))
    start.tell(found, parsed.command["json"])
    return 128 + found.stopped if found.stopped else 0


main = start.Main(paper, COMMAND, INTRO, CLOSING, "", ())

if __name__ == "__main__":
    start.leave(main)
