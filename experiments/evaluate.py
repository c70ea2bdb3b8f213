"""Evaluates the skills of a run: `diayn evaluate runs/ant/NAME`."""

from diayn_jax.config import OF_RUN
from experiments import flags, start

VARIATION = (
    "env",
    "terminate_when_unhealthy",
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
        "episodes",
        "episodes of each skill [default the run's eval_episodes]; at least 20 for a run without skills",
    ),
    flags.Command("file", "file to write [default evaluation.json in the run's directory]", "FILE"),
    start.TRUST,
    start.JSON,
    flags.HELP,
)

INTRO = """
Evaluate the skills of a run. The command plays each skill in new episodes, by the stochastic
policy and by its mode, prints all figures with confidence intervals, and writes them as JSON.

  diayn evaluate runs/ant/NAME
  diayn evaluate runs/ant/NAME --checkpoint=best --episodes=50
  diayn evaluate runs/ant/NAME --gravity=0.5 --joint_damage=0,1,1,1,1,1,1,1
  diayn evaluate runs/ant_u_maze/NAME --env=ant_u_maze_far

The same run and flags give the same figures. Without variations and --episodes, these are the
figures that training logged at the checkpoint's step. The flags below "Task" change the
environment; what they leave out stays as in training. Another --env needs the same sizes of
observation and action.
"""

CLOSING = start.exit_codes(start.OF_FILES)


def evaluate(parsed: flags.Parsed) -> int:
    """Evaluates the run of a command line; returns the exit code."""
    path, options = start.one_run_path(parsed.operands), parsed.command
    start.start_jax_for(parsed, path)

    from diayn_jax.use.evaluate import evaluate

    with start.progress_for(parsed, "Playing episodes") as progress:
        found = evaluate(
            path,
            **start.given(options, "checkpoint", "episodes", "file", "trust"),
            say=progress.line,
            progress=progress,
            **{name: value for name, value in parsed.overrides.items() if name in VARIATION},
        )
    start.tell(found, options["json"])
    return 0


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
