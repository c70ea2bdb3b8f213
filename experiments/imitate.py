"""Finds skills that imitate others: `diayn imitate EXPERT STUDENT`."""

from pathlib import Path
from typing import Any

from diayn_jax.config import AUTO, ConfigError
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
    *experts, student_name = parsed.operands or ("",)
    needed = 1 if options["demonstration"] else 2
    if len(parsed.operands) != needed:
        runs_named = "the student alone" if needed == 1 else "the expert, then the student"
        raise ConfigError(
            f"Name {runs_named}: imitate EXPERT STUDENT, or imitate STUDENT --demonstration=FILE.npz; "
            f"{start.number_named(parsed.operands)}."
        )
    if options["demonstration"] and options["episode_length"]:
        raise ConfigError(
            "--episode_length applies to an expert's episodes only; a demonstration has its own length."
        )
    student = start.run_path(student_name)
    expert = start.run_path(experts[0]) if experts else None
    recorded = None if expert else Path(options["demonstration"]).expanduser()
    name = (expert or recorded or student).stem
    out = start.out_file(options["file"], student / f"imitation-{name}.json", "imitation.json")

    from diayn_jax import envs
    from diayn_jax.storage import files

    paths = [path for path in (student, expert) if path]
    backends = [files.read_config(path, trust=options["trust"])[1]["resolved"]["backend"] for path in paths]
    # If one of the two environments runs only on CPUs, both run there.
    slowest = next((p for p, b in zip(paths, backends, strict=True) if b in envs.ON_CPUS), student)
    start.start_jax_for(slowest, parsed.overrides.get("device", AUTO))

    from diayn_jax.use import loaded_run
    from diayn_jax.use.imitation import imitate as imitating
    from diayn_jax.use.imitation import imitation_file

    runs = [loaded_run.load(path, options["checkpoint"] or "latest", start.say) for path in paths]
    settings: dict[str, Any] = {"deterministic": not options["sampled"], "seed": options["seed"] or 0}
    settings["episodes"] = options["episodes"] or imitating.EPISODES
    with start.waiting("Playing the skills", lines=False) as progress:
        if recorded:
            imitating.check_student(runs[0])
            states = imitating.read_states(recorded, runs[0])
            found = imitating.imitate_states(runs[0], states, **settings, progress=progress)
        else:
            length = options["episode_length"]
            found = imitating.imitate(*runs, episode_length=length, **settings, progress=progress)
    for line in imitation_file.lines(found):
        start.say(line)
    written = imitation_file.write(out, found, runs[0], runs[1] if expert else recorded, settings)
    written += start.shown_on_page(student, written)
    for path in written:
        start.say(f"Wrote {path}")
    return 0


main = start.Main(imitate, COMMAND, INTRO, CLOSING, "--episodes or --episode_length", FIELDS)

if __name__ == "__main__":
    start.leave(main)
