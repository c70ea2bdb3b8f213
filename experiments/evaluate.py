"""Evaluates the skills of a run: `python -m experiments.evaluate runs/ant/NAME`."""

import dataclasses
import functools
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import AUTO, OF_RUN, Config, show
from experiments import flags, start

VARIATION = (
    "env",
    "terminate_when_unhealthy",
    "exclude_current_positions",
    "gravity",
    "friction",
    "actuator_strength",
    "joint_damage",
    "start_offset",
)
FIELDS = (*VARIATION, "device")

COMMAND = (
    flags.Command(
        "which",
        "the checkpoint: latest, best (docs/how_to/evaluate.md) or its step [default latest]",
        "WHICH",
    ),
    flags.whole_number(
        "episodes", "of each skill [default the run's eval_episodes]; at least 20 for a run without skills"
    ),
    flags.Command("out", "file to write [default evaluation.json in the run's directory]", "FILE"),
    flags.Command(*start.TRUST),
    flags.HELP,
)

INTRO = """
Evaluate the skills of a run. The command plays each skill in new episodes, by the stochastic
policy and by its mode, prints all figures with confidence intervals, and writes them as JSON.

  python -m experiments.evaluate runs/ant/NAME
  python -m experiments.evaluate runs/ant/NAME --which=best --episodes=50
  python -m experiments.evaluate runs/ant/NAME --gravity=0.5 --joint_damage=0,1,1,1,1,1,1,1
  python -m experiments.evaluate runs/ant_u_maze/NAME --env=ant_u_maze_far

The same run and flags give the same figures. Without variations, these are the figures that
training logged at the checkpoint's step. The flags below "Task" change the environment; what
they leave out stays as in training. Another --env needs the same sizes of observation and
action.
"""

CLOSING = """
Exit codes
  0    done
  2    a flag is invalid, a run or checkpoint does not exist, or the run cannot do this
  4    a file cannot be written or read, memory ran out, or a simulator of
       Gymnasium failed
  130  stopped by Ctrl-C
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""

    def command() -> int:
        words = sys.argv[1:] if argv is None else argv
        parsed = flags.parse(words, COMMAND, FIELDS, operands=True, default=OF_RUN)
        if not parsed.command["help"]:
            return evaluate(parsed)
        start.say_help(flags.help_text(INTRO, COMMAND, CLOSING, fields=FIELDS))
        return 0

    return start.run(command, "--episodes")


def evaluate(parsed: flags.Parsed) -> int:
    """Evaluates the run of a command line; returns the exit code."""
    path = start.one_run_path(parsed.operands)
    episodes = parsed.command["episodes"]
    out = _target(path, parsed)

    from diayn_jax.storage import files

    trained, _ = files.read_config(path, trust=parsed.command["trust"])
    variation = changes(trained, parsed.overrides)
    start.start_jax_for(path, parsed.overrides.get("device", AUTO))

    from diayn_jax.evaluation import metrics
    from diayn_jax.run import console
    from diayn_jax.use import evaluation_file, loading

    run = loading.load(path, parsed.command["which"] or "latest")
    varied = ", ".join(f"{name}={show(value)}" for name, value in variation.items())
    steps = int(run.state.counters.env_steps)
    start.say(
        f"{path}, step {steps}: {console.skills_in_words(run.trainer.skills, run.trainer.feature_map.name)}, "
        f"{run.trainer.env.name} ({run.trainer.env.backend})" + (f"; with {varied}" if varied else "")
    )
    with start.waiting("Playing episodes") as progress:
        evaluated = run.evaluate_with_intervals(episodes, progress, **variation)
    table = [] if evaluated.stochastic is None else metrics.skill_table(evaluated.stochastic)
    played = dataclasses.replace(run.config, **variation)
    for line in console.evaluation_lines(played, table, evaluated.figures, evaluated.intervals):
        start.say(line)
    evaluation_file.write(out, run, evaluated, variation)
    start.say(f"Wrote {out}")
    return 0


def changes(trained: Config, overrides: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the fields of the environment that differ from the run's."""
    return {
        name: overrides[name]
        for name in VARIATION
        if name in overrides and overrides[name] != getattr(trained, name)
    }


def _target(path: Path, parsed: flags.Parsed) -> Path:
    """Returns the file to write; each variation has its own file."""
    if parsed.command["out"]:
        return start.out_file(parsed.command["out"], "figures.json")
    varied = {name: parsed.overrides[name] for name in VARIATION if name in parsed.overrides}
    return path / ("evaluation" + "".join(f"-{name}={show(x)}" for name, x in varied.items()) + ".json")


installed = functools.partial(start.installed, main)  # diayn-evaluate

if __name__ == "__main__":
    start.leave(main)
