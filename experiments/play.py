"""Plays with a run's skills in the browser: `diayn play runs/ant/NAME`."""

from diayn_jax.storage import files
from experiments import flags, interrupt, start

FIELDS = ("device",)

COMMAND = (
    flags.Command(
        "page", "write this page instead, which simulates the robot itself: it needs no server", "FILE"
    ),
    flags.Command(
        "rival", "a run of diayn choose over these skills, which plays the game's courses before you", "RUN"
    ),
    flags.whole_number("port", "port of the page; 0: any free port [default 8650]", low=0, high=65_535),
    start.CHECKPOINT,
    start.TRUST,
    start.JSON,
    flags.HELP,
)

INTRO = """
Play with a run's skills: a robot moves in the browser, and you pick its skill with keys, mouse,
finger or gamepad.

  diayn play runs/ant/NAME
  diayn play runs/ant/NAME --page=ant.html
  diayn play runs/ant/NAME --rival=runs/ant_goals/NAME

The page opens from disk, or from any web space, also on a phone; it needs MuJoCo's physics
(--backend=native; a run of another backend is simulated by MuJoCo). A run is named by its directory.
"""

CLOSING = start.exit_codes(start.OF_FILES)


def play(parsed: flags.Parsed) -> int:
    """Serves the page of the run that a command line names; returns the exit code."""
    options, path = parsed.command, start.one_run_path(parsed.operands)
    files.read_config(path, trust=options["trust"])
    if options["page"] is not None:
        start.start_jax(device="cpu", num_devices=1, say=start.say_for(parsed))
    else:
        start.start_jax_for(parsed, path)

    from diayn_jax.use.play.play import play

    with interrupt.raised():
        given = start.given(options, "page", "rival", "port", "checkpoint", "trust")
        played = play(path, **given, say=start.say_for(parsed))
    if options["json"] or options["page"] is not None:
        start.tell(played, options["json"])
    return 0


main = start.Main(play, COMMAND, INTRO, CLOSING, "--port", FIELDS)

if __name__ == "__main__":
    start.leave(main)
