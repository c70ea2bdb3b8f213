"""Distils many solutions into one policy: `diayn distil runs/ant/NAME/archive.npz`."""

from experiments import flags, interrupt, start
from experiments.evaluate import VARIATION

_WORLD = (*VARIATION, "exclude_current_positions")
FIELDS = (
    *_WORLD,
    "backend",
    "features",
    "episode_length",
    "seed",
    "discriminator_hidden_sizes",
    "policy_hidden_sizes",
    "learning_rate",
    "batch_size",
    "device",
    "eval_episodes",
    "log_dir",
    "name",
    "tags",
    "tensorboard",
    "plots",
    "report",
)

OWN = (
    flags.whole_number("episodes", "episodes of each solution in a round [default 8]"),
    flags.whole_number("rounds", "rounds of playing and learning; 1 is behaviour cloning [default 3]"),
    flags.whole_number(
        "updates", "updates of the policy in a round, and of the discriminator at the end [default 2000]"
    ),
)
# The values of flags that are left out, where they differ from those in training.
DEFAULTS = {
    **dict.fromkeys(_WORLD, "that of the solutions' run, or else the environment's"),
    **dict.fromkeys(("env", "backend", "episode_length"), "that of the solutions"),
    "features": "what the solutions see besides the observation, or else auto",
    "policy_hidden_sizes": "twice the solutions'",
}

COMMAND = (*OWN, start.CHECKPOINT, start.TRUST, start.JSON, flags.HELP)

INTRO = """
Distil many solutions into one policy, with a skill for each of them. Solutions come from an
archive that `archive` wrote (docs/how_to/archive_and_adapt.md), or are the skills of a run.
The policy plays, the solution's action at each visited state is recorded, and the policy
learns from all records. Then a discriminator learns to distinguish its skills.

  diayn distil runs/ant/NAME/archive.npz
  diayn distil runs/ant/NAME --name=copied --rounds=5
  diayn distil found.npz --env=halfcheetah --episode_length=250

The result is a run with its page, in <log_dir>/<env>/<name>/. It can be shown, evaluated and
loaded like a trained run. By default the environment, physics and episode length are those of
the solutions. The features are those that the solutions see besides the observation, or else
the environment's own, and the layers are twice as wide as theirs.
"""

CLOSING = start.exit_codes(start.OF_FILES)


def distil(parsed: flags.Parsed) -> int:
    """Distils the solutions that a command line names; returns the exit code."""
    options, fields = parsed.command, dict(parsed.overrides)
    source = start.one_source(parsed)

    from diayn_jax.interop.distil_source import distil

    fields.pop("device", None)
    names = (*(row.name for row in OWN), "checkpoint", "trust")
    # Ctrl-C removes the run unless it has a checkpoint.
    with interrupt.raised(), start.progress_for(parsed, f"Reading {source}") as progress:
        made = distil(source, **start.given(options, *names), progress=progress, **fields)
    start.tell(made, options["json"])
    return 0


# Messages name no defaults, because some come from the solutions.
main = start.Main(
    distil,
    COMMAND,
    INTRO,
    CLOSING,
    "--episodes, --rounds or --batch_size",
    FIELDS,
    default="",
    defaults=DEFAULTS,
)

if __name__ == "__main__":
    start.leave(main)
