"""Makes one policy of many solutions: `python -m experiments.distil runs/ant/NAME/archive.npz`."""

import functools
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from experiments import flags, solutions, start
from experiments.evaluate import VARIATION

FIELDS = (
    *VARIATION,
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
    flags.whole_number("episodes", "of each solution in a round [default 8]"),
    flags.whole_number("rounds", "of playing and learning; 1 is behaviour cloning [default 3]"),
    flags.whole_number(
        "updates", "of the policy in a round, and of the discriminator at the end [default 2000]"
    ),
)
# What is taken where a flag is left out, unlike in training.
DEFAULTS = {
    **dict.fromkeys(("env", "backend", "episode_length"), "that of the solutions"),
    **dict.fromkeys(VARIATION[1:], "as of the solutions' run, or else of the environment"),
    "features": "what the solutions see beside the observation, or else auto",
    "policy_hidden_sizes": "twice the solutions'",
}

COMMAND = (*OWN, solutions.WHICH, flags.Command(*start.TRUST), flags.HELP)

INTRO = """
Make one policy of many solutions, with a skill for each of them. Solutions are those of an
archive, as `archive` writes it (docs/qdax.md), or the skills of a run. The policy plays, what
the solution would have done at each state is noted, and it learns from all that was noted;
then a discriminator learns to tell its skills apart.

  python -m experiments.distil runs/ant/NAME/archive.npz
  python -m experiments.distil runs/ant/NAME --name=copied --rounds=5
  python -m experiments.distil found.npz --env=halfcheetah --episode_length=250

What comes out is a run, with its page, in <log_dir>/<env>/<name>/: it is shown, evaluated and
loaded as one that was trained. By default environment, physics and the length of episodes are
those in which the solutions were made, the features are those that they see beside the
observation, or else the environment's own, and layers are twice as wide as theirs.
"""

CLOSING = """
Exit codes
  0    done
  2    refused: a flag, an archive, a run or a checkpoint that there is not, or what solutions
       cannot do
  4    a file cannot be written or read, memory ran out, or a simulator of
       Gymnasium's cannot go on
  130  stopped by Ctrl-C
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""

    def command() -> int:
        given = sys.argv[1:] if argv is None else argv
        # Some defaults are those of the solutions.
        parsed = flags.parse(given, COMMAND, FIELDS, operands=True, default="")
        if not parsed.command["help"]:
            return distil(parsed)
        start.say_help(flags.help_text(INTRO, COMMAND, CLOSING, fields=FIELDS, defaults=DEFAULTS))
        return 0

    return start.run(command, "--episodes, --rounds or --batch_size")


def distil(parsed: flags.Parsed) -> int:
    """Distils what a command line names; returns the exit code."""
    source = solutions.named(parsed)

    lines: list[str] = []
    with start.waiting(f"Reading {source}"):
        found = solutions.read(source, parsed, lines.append)
    for line in lines:
        start.say(line)

    from diayn_jax.interop import distil as distilling
    from diayn_jax.interop.distilled import describe

    fields = _fields(found, parsed.overrides)
    numbers = {row.name: parsed.command[row.name] for row in OWN if parsed.command[row.name] is not None}
    with start.waiting("Making the environment") as progress:
        made = distilling.distil(found.policies, progress=progress, source=found.source, **numbers, **fields)
    for line in describe(made):
        start.say(line)
    for path in made.written:
        start.say(f"Wrote {path}")
    return 0


def _fields(found: solutions.Solutions, given: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of the run: as flags say, or else as the solutions were made.

    Raises:
      ConfigError: neither says in what they act.
    """
    from diayn_jax import envs

    settled = {name: solutions.setting(name, given, found.made_in) for name in ("env", "episode_length")}
    settled["env"] = envs.canonical(settled["env"])
    # Another environment is as it is by itself.
    world = found.made_in if settled["env"] == found.made_in.get("env") else {}
    seen = {"features": "+".join(found.policies.appended)} if found.policies.appended else {}
    return {"report": "html", **world, **seen, **given, **settled}


installed = functools.partial(start.installed, main)  # diayn-distil

if __name__ == "__main__":
    start.leave(main)
