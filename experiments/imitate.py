"""Finds skills that imitate others: `python -m experiments.imitate --expert=RUN --student=RUN`."""

import functools
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import AUTO, ConfigError
from experiments import flags, start

FIELDS = ("device",)

COMMAND = (
    flags.Command("expert", "the run whose skills are imitated", "RUN"),
    flags.Command("student", "the run whose skills are searched", "RUN"),
    flags.Command(
        "demonstration",
        "recorded states to imitate, instead of --expert (docs/how_to/imitate.md)",
        "FILE.npz",
    ),
    flags.whole_number("episodes", "episodes of each skill of both runs [default 5]"),
    flags.whole_number("max_path_length", "longest episode, steps [default the shorter run's]"),
    flags.Command("sampled", "both policies act by samples; otherwise by their modes"),
    flags.whole_number("seed", "seed of first states and samples [default 0]", low=0),
    flags.Command(
        "which",
        "checkpoint of both: latest, best (docs/how_to/evaluate.md) or its step [default latest]",
        "WHICH",
    ),
    flags.Command(
        "out", "file to write, with a picture beside it [default in the student's directory]", "FILE"
    ),
    flags.Command(*start.TRUST),
    flags.HELP,
)

INTRO = """
For each skill of an expert, find the skill of a student that behaves the same. The student's
objective scores the states that the expert visits. Both skills are then played, and the
distance between their episodes is measured.

  python -m experiments.imitate --expert=runs/ant/A --student=runs/ant/B
  python -m experiments.imitate --student=runs/ant/B --demonstration=states.npz

The runs may differ in seeds, networks, objectives and environments, as long as the expert's
environment has the features that the student sees.
"""

CLOSING = """
The command writes imitation-NAME.json and imitation-NAME.png (docs/how_to/imitate.md). If
they are in the student's directory, its report shows the picture too.

Exit codes
  0    done
  2    a flag is invalid, a run or checkpoint does not exist, the states have another
       shape, or the expert's environment lacks a feature
  4    a file cannot be written or read, memory ran out, or a simulator of
       Gymnasium failed
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
    """Runs the imitation that a command line asks for; returns the exit code."""
    options = parsed.command
    if options["student"] is None:
        raise ConfigError("Name the run whose skills are searched: --student=runs/ant/NAME.")
    if (options["expert"] is None) == (options["demonstration"] is None):
        given = "both are given" if options["expert"] else "neither is given"
        raise ConfigError(f"Name what to imitate by --expert=RUN or --demonstration=FILE.npz; {given}.")
    if options["demonstration"] and options["max_path_length"]:
        raise ConfigError(
            "--max_path_length applies to an expert's episodes only; a demonstration has its own length."
        )
    student = start.run_path(options["student"])
    expert = None if options["expert"] is None else start.run_path(options["expert"])
    recorded = None if expert else Path(options["demonstration"]).expanduser()
    name = (expert or recorded or student).stem
    out = _target(student, options["out"], name)

    from diayn_jax import envs
    from diayn_jax.storage import files

    paths = [path for path in (student, expert) if path]
    backends = [files.read_config(path, trust=options["trust"])[1]["resolved"]["backend"] for path in paths]
    # If one of the two environments runs only on CPUs, both run there.
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
