"""Tests skills in changed environments: `diayn adapt runs/ant/NAME`."""

from typing import Any

from diayn_jax.config import AUTO, ConfigError, closest_matches
from diayn_jax.output import counted
from experiments import flags, solutions, start

FIELDS = ("env", "backend", "episode_length", "device")
FILE = "adaptation.json"
GRAVITY, DEAD_ACTUATORS, MAZE_TARGETS, NONE = CHANGES = ("gravity", "dead_actuators", "maze_targets", "none")
MAZE = "ant_maze"

COMMAND = (
    flags.Command("changes", f"which to test: {', '.join(CHANGES)} [default {GRAVITY}]", "WHAT"),
    flags.whole_number("choice_episodes", "episodes of each skill, to choose the best one [default 5]"),
    flags.whole_number("episodes", "fresh episodes of the chosen skill, which are reported [default 10]"),
    flags.whole_number("seed", "seed of all episodes [default 0]", low=0, high=2**31 - 1),
    start.CHECKPOINT,
    flags.Command("file", f"file to write [default {FILE} in the folder of the archive or run]", "FILE"),
    start.TRUST,
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
length are those of the run or archive.
"""

CLOSING = start.exit_codes(start.OF_FILES)


def adapt(parsed: flags.Parsed) -> int:
    """Tests the skills that a command line names; returns the exit code."""
    options, given = parsed.command, parsed.overrides
    which = options["changes"] or GRAVITY
    if which not in CHANGES:
        hint = closest_matches(which, CHANGES)
        raise ConfigError(f"--changes={which}: it takes {', '.join(CHANGES)}.{hint}")
    source = solutions.named(parsed)
    default = (source.parent if solutions.is_archive(source) else source) / FILE
    out = start.out_file(options["file"], default, FILE)

    from diayn_jax.storage import files

    policies, made_in, _ = solutions.read(source, parsed)

    from diayn_jax.use.archives import adaptation

    if which == MAZE_TARGETS:
        made_in = {**made_in, "env": MAZE}
    settings = {
        "env": solutions.setting("env", given, made_in),
        "episode_length": solutions.setting("episode_length", given, made_in),
        "choice_episodes": options["choice_episodes"] or 5,
        "episodes": options["episodes"] or 10,
        "seed": options["seed"] or 0,
        "backend": given.get("backend", AUTO),
    }
    known: dict[str, list[dict[str, Any]]] = {
        GRAVITY: adaptation.gravities(),
        DEAD_ACTUATORS: adaptation.dead_actuators(policies.action_size),
        MAZE_TARGETS: adaptation.maze_targets(),
        NONE: [{}],
    }
    found: list[adaptation.Adapted] = []
    with start.waiting("Playing the solutions", lines=False) as progress:
        for change in counted(known[which], "Testing the changes", len(known[which]), progress):
            found += adaptation.adapt(policies, changes=[change], **settings)
            progress.line(adaptation.table(found[-1:])[0])
    files.write_json(out, {**settings, "changes": adaptation.as_json(found)})
    start.say(f"Wrote {out}")
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
