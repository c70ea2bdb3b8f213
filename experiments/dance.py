"""Makes skills dance to a song: `diayn dance runs/ant/NAME song.mp3`."""

from diayn_jax.config import ConfigError
from diayn_jax.storage import paths
from diayn_jax.use.dance import named
from experiments import flags, interrupt, start

FIELDS = ("device",)

COMMAND = (
    flags.whole_number(
        "tempo",
        "dance to the project's own song at this tempo, beats per minute, instead of a file",
        low=named.SLOWEST,
        high=named.FASTEST,
    ),
    flags.whole_number(
        "seconds",
        "dance the first N seconds [default all, or 30 of the project's own song]",
        low=named.SHORTEST,
    ),
    flags.Command("schedule_only", "write the dance as JSON, without a film"),
    flags.Command(
        "page",
        "instead of the film, write this page, in which the robot dances live, simulated by MuJoCo",
        "FILE",
    ),
    flags.whole_number("seed", "seed of the first state [default 0]", low=0),
    start.CHECKPOINT,
    flags.Command(
        "file", "JSON file to write, with the film beside it [default in the run's directory]", "FILE"
    ),
    start.TRUST,
    start.JSON,
    flags.HELP,
)

INTRO = """
Put a run's skills on the beats of a song, and film them with its sound.

  diayn dance runs/halfcheetah/NAME song.mp3
  diayn dance runs/halfcheetah/NAME --tempo=120
  diayn dance runs/halfcheetah/NAME --tempo=120 --page=dance.html

A skill that stands still is changed on the beat. A skill with a rhythm of its own is chosen if
the rhythm fits the tempo, and is played up to 15 % faster or slower so that it falls on the
beats. Loud bars get lively motion.
"""

CLOSING = """
The command writes dance-SONG.json and dance-SONG.mp4 (docs/how_to/dance.md). A song needs the
extra dance: librosa finds the beats, and PyAV writes the sound.
""" + start.exit_codes(start.OF_FILES)


def dance(parsed: flags.Parsed) -> int:
    """Makes the dance that a command line asks for; returns the exit code."""
    options, (run, song) = parsed.command, _named(parsed)
    path = paths.run_path(run)
    named.check(
        song,
        options["tempo"],
        options["seconds"],
        options["schedule_only"],
        options["file"],
        options["page"],
    )
    if options["page"] is not None:
        start.start_jax(device="cpu", num_devices=1, say=start.say_for(parsed))
    else:
        start.start_jax_for(parsed, path)

    from diayn_jax.use.dance.make_dance import dance

    names = ("tempo", "seconds", "schedule_only", "page", "seed", "checkpoint", "file", "trust")
    # Ctrl-C removes a film that is incomplete.
    with interrupt.raised(), start.progress_for(parsed, "Listening to the song", lines=False) as progress:
        danced = dance(path, song, **start.given(options, *names), progress=progress)
    start.tell(danced, options["json"])
    return 0


def _named(parsed: flags.Parsed) -> tuple[str, str | None]:
    """Returns the run and the song that a command line names; None: the project's own song."""
    words = parsed.operands
    if not 1 <= len(words) <= 2:
        raise ConfigError(
            f"Name a run, by its directory, and a song: dance RUN SONG, or dance RUN --tempo=120; "
            f"{paths.number_named(words)}.{'' if words else paths.latest_run()}"
        )
    return words[0], words[1] if len(words) == 2 else None


main = start.Main(dance, COMMAND, INTRO, CLOSING, "--seconds", FIELDS)

if __name__ == "__main__":
    start.leave(main)
