"""Finds skills that do what others do: `python -m experiments.imitate --expert=RUN --student=RUN`."""

import functools
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import AUTO, ConfigError
from experiments import flags, start

FIELDS = ("device",)

COMMAND = (
    flags.Command("expert", "the run whose skills are to be imitated", "RUN"),
    flags.Command("student", "the run whose skills are searched", "RUN"),
    flags.Command(
        "demonstration", "recorded states to be imitated, in place of --expert (docs/use.md)", "FILE.npz"
    ),
    flags.whole_number("episodes", "of each skill, of both [default 5]"),
    flags.whole_number("max_path_length", "steps of an episode at most [default the shorter run's]"),
    flags.Command("sampled", "both act by samples; otherwise by their modes"),
    flags.whole_number("seed", "of first states and samples [default 0]", low=0),
    flags.Command(
        "which", "checkpoint of both: latest, best (docs/evaluate.md) or its steps [default latest]", "WHICH"
    ),
    flags.Command("out", "file to write, a picture beside it [default in the student's directory]", "FILE"),
    flags.Command(*start.TRUST),
    flags.HELP,
)

INTRO = """
For each skill of an expert, find the skill of a student that does the same, by what the
student's objective says of the states that the expert visits, and measure how far apart
the two are when played.

  python -m experiments.imitate --expert=runs/ant/A --student=runs/ant/B
  python -m experiments.imitate --student=runs/ant/B --demonstration=states.npz

The runs may differ in seeds, networks, objectives and environments, where the expert's
environment has the features that the student sees.
"""

CLOSING = """
What it writes: imitation-NAME.json and imitation-NAME.png (docs/use.md). In the student's directory
the picture is on its report too, where there is one.

Exit codes
  0    done
  2    refused: a flag, a run or a checkpoint that there is not, states of another
       shape, or features that the expert's environment lacks
  4    a file cannot be written or read, memory ran out, or a simulator of
       Gymnasium's cannot go on
  130  stopped by Ctrl-C
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""

    def command() -> int:
        parsed = flags.parse(sys.argv[1:] if argv is None else argv, COMMAND, FIELDS)
        if not parsed.command["help"]:
            return imitate(parsed)
        start.say_help(flags.help_text(INTRO, COMMAND, CLOSING, fields=FIELDS))
        return 0

    return start.run(command, "--episodes or --max_path_length")


def imitate(parsed: flags.Parsed) -> int:
    """Imitates what a command line names; returns the exit code."""
    options = parsed.command
    if options["student"] is None:
        raise ConfigError("Name the run whose skills are searched: --student=runs/ant/NAME.")
    if (options["expert"] is None) == (options["demonstration"] is None):
        given = "both are given" if options["expert"] else "neither is given"
        raise ConfigError(f"Say what is to be imitated: --expert=RUN or --demonstration=FILE.npz; {given}.")
    if options["demonstration"] and options["max_path_length"]:
        raise ConfigError("--max_path_length is of an expert's episodes; a demonstration has its own.")
    student = start.run_path(options["student"])
    expert = None if options["expert"] is None else start.run_path(options["expert"])
    recorded = None if expert else Path(options["demonstration"]).expanduser()
    name = (expert or recorded or student).stem
    out = _target(student, options["out"], name)

    from diayn_jax import envs
    from diayn_jax.storage import files

    paths = [path for path in (student, expert) if path]
    backends = [files.read_config(path, trust=options["trust"])[1]["resolved"]["backend"] for path in paths]
    # One that runs on CPUs alone decides for both.
    slowest = next((p for p, b in zip(paths, backends, strict=True) if b in envs.ON_CPUS), student)
    start.start_jax_for(slowest, parsed.overrides.get("device", AUTO))

    from diayn_jax.use import loading
    from diayn_jax.use.imitation import imitate as imitating
    from diayn_jax.use.imitation import imitation_file

    runs = [loading.load(path, options["which"] or "latest", start.say) for path in paths]
    settings: dict[str, Any] = {"deterministic": not options["sampled"], "seed": options["seed"] or 0}
    settings["episodes"] = options["episodes"] or imitating.EPISODES
    if recorded:
        imitating.check_student(runs[0])
        found = imitating.imitate_states(runs[0], imitating.read_states(recorded, runs[0]), **settings)
    else:
        found = imitating.imitate(*runs, length=options["max_path_length"], **settings)
    for line in imitation_file.lines(found):
        start.say(line)
    written = imitation_file.write(out, found, runs[0], runs[1] if expert else recorded, settings)
    written += start.shown_on_page(student, written)
    for path in written:
        start.say(f"Wrote {path}")
    return 0


def _target(student: Path, given: str | None, name: str) -> Path:
    if given is None:
        return student / f"imitation-{name}.json"
    return start.out_file(given, "imitation.json")


installed = functools.partial(start.installed, main)  # diayn-imitate

if __name__ == "__main__":
    start.leave(main)
