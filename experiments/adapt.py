"""Tests skills in changed environments: `diayn adapt runs/ant/NAME`."""

from experiments import flags, start

FIELDS = ("env", "backend", "episode_length", "device")
FILE = "adaptation.json"
GRAVITY, DEAD_ACTUATORS, MAZE_TARGETS, NONE = CHANGES = ("gravity", "dead_actuators", "maze_targets", "none")
MAZE = "ant_maze"

COMMAND = (
    flags.Command(
        "changes", f"which to test: {', '.join(CHANGES)} [default {GRAVITY}]", "WHAT", choices=CHANGES
    ),
    flags.whole_number("choice_episodes", "episodes of each skill, to choose the best one [default 5]"),
    flags.whole_number("episodes", "fresh episodes of the chosen skill, which are reported [default 10]"),
    flags.whole_number("seed", "seed of all episodes [default 0]", low=0, high=2**31 - 1),
    start.CHECKPOINT,
    flags.Command("file", f"file to write [default {FILE} in the folder of the archive or run]", "FILE"),
    start.TRUST,
    start.JSON,
    flags.HELP,
)

INTRO = f"""
Test skills in changed environments, without further training. In each environment, the best
skill is chosen by some episodes, and its return is measured in fresh episodes. The changes are:

  {GRAVITY}          gravity times 0.25, 0.5, 1, 2, 3, 4 and 5
  {DEAD_ACTUATORS}   one actuator of the robot disabled at a time
  {MAZE_TARGETS}     the maze of Brax's ant, with each of its ten targets (--env={MAZE})
  {NONE}             the environment unchanged, such as --env=halfcheetah_hurdles

  diayn adapt runs/ant/NAME
  diayn adapt runs/ant/NAME --changes={DEAD_ACTUATORS} --choice_episodes=10
  diayn adapt runs/ant/NAME/archive.npz --changes={MAZE_TARGETS}

Solutions may also come from an archive that `archive` wrote
(docs/how_to/archive_and_adapt.md). By default the environment, its physics and the episode
length are those of the run or archive. A fall ends no episode.
"""

CLOSING = start.exit_codes(start.OF_FILES)


def adapt(parsed: flags.Parsed) -> int:
    """Tests the skills that a command line names; returns the exit code."""
    options, fields = parsed.command, dict(parsed.overrides)
    source = start.one_source(parsed)

    from diayn_jax.use.archives.adapt import adapt

    fields.pop("device", None)
    names = ("changes", "choice_episodes", "episodes", "seed", "checkpoint", "file", "trust")
    with start.progress_for(parsed, "Playing the solutions", lines=False) as progress:
        found = adapt(source, **start.given(options, *names), say=progress.line, progress=progress, **fields)
    start.tell(found, options["json"], with_lines=False)
    return 0


main = start.Main(
    adapt,
    COMMAND,
    INTRO,
    CLOSING,
    "--choice_episodes or --episodes",
    FIELDS,
    defaults=dict.fromkeys(FIELDS[:3], "that of the run or archive"),
)

if __name__ == "__main__":
    start.leave(main)
