"""Evaluates the skills of a run: `diayn evaluate runs/ant/NAME`."""

import dataclasses
from collections.abc import Mapping
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
    start.CHECKPOINT,
    flags.whole_number(
        "episodes", "of each skill [default the run's eval_episodes]; at least 20 for a run without skills"
    ),
    flags.Command("file", "file to write [default evaluation.json in the run's directory]", "FILE"),
    start.TRUST,
    flags.HELP,
)

INTRO = """
Evaluate the skills of a run. The command plays each skill in new episodes, by the stochastic
policy and by its mode, prints all figures with confidence intervals, and writes them as JSON.

  diayn evaluate runs/ant/NAME
  diayn evaluate runs/ant/NAME --checkpoint=best --episodes=50
  diayn evaluate runs/ant/NAME --gravity=0.5 --joint_damage=0,1,1,1,1,1,1,1
  diayn evaluate runs/ant_u_maze/NAME --env=ant_u_maze_far

The same run and flags give the same figures. Without variations, these are the figures that
training logged at the checkpoint's step. The flags below "Task" change the environment; what
they leave out stays as in training. Another --env needs the same sizes of observation and
action.
"""

CLOSING = start.exit_codes(start.OF_FILES)


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
    from diayn_jax.use import evaluation_file, loaded_run

    run = loaded_run.load(path, parsed.command["checkpoint"] or "latest")
    varied = ", ".join(f"{name}={show(value)}" for name, value in variation.items())
    steps, components = int(run.state.counters.env_steps), run.trainer.components
    start.say(
        f"{path}, step {steps}: {console.skills_in_words(components.skills, components.feature_map.name)}, "
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
    varied = {name: parsed.overrides[name] for name in VARIATION if name in parsed.overrides}
    name = "evaluation" + "".join(f"-{name}={show(x)}" for name, x in varied.items()) + ".json"
    return start.out_file(parsed.command["file"], path / name, "figures.json")


main = start.Main(
    evaluate,
    COMMAND,
    INTRO,
    CLOSING,
    "--episodes",
    FIELDS,
    default=OF_RUN,
    defaults=dict.fromkeys(VARIATION, "the run's own"),
)

if __name__ == "__main__":
    start.leave(main)
