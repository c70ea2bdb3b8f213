"""Finetunes a skill on the environment's reward: `python -m experiments.finetune runs/ant/NAME`."""

import functools
import sys
from collections.abc import Sequence
from typing import Any

from diayn_jax.config import AUTO, OF_RUN_OR_TASK, ConfigError
from experiments import flags, start

CRITICS = ("new", "fitted", "run")  # as `use.finetuning.against_scratch` has them, which imports JAX

COMMAND = (
    flags.Command(
        "skill", "best (by the environment's reward), its number, or a vector [default best]", "SKILL"
    ),
    flags.Command(
        "critics", f"at the start: {', '.join(CRITICS)} [default run after METRA or task, else new]", "WHICH"
    ),
    flags.whole_number("fit_updates", "updates in which --critics=fitted learn alone [default a twentieth]"),
    flags.whole_number("seeds", "runs, which train side by side [default 1]"),
    flags.Command("scratch", "train as many runs from scratch too, and write one page of all"),
    flags.Command(*start.TRUST),
    *flags.HELPS,
)

INTRO = """
Finetune a skill: its policy goes on learning, now on the environment's own reward. Its
networks stay; its other settings are those of --objective=task, but for what was chosen
for its run. Flags beside these change them.

  python -m experiments.finetune runs/ant/NAME --num_env_steps=1M
  python -m experiments.finetune runs/ant/NAME --skill=3 --critics=fitted --gravity=0.5
  python -m experiments.finetune runs/ant/NAME --scratch --seeds=5

With --scratch the same learner starts from scratch beside it, with the same steps, seeds and
settings but for the skill's networks, and compare.html has the curves of both with intervals
over seeds. What differs is said; docs/finetune.md tells why.
"""

CLOSING = """
Critics at the start
  new     new ones, which learn together with the policy
  fitted  new ones, which learn alone at first, while the skill acts
  run     the run's own, which value what its objective rewarded

Exit codes
  0    done
  2    refused: a flag, or a run that there is not, or that has other networks
  3    training diverged: NaN or inf; the last good checkpoint is kept
  4    a file cannot be written or read, memory ran out, or a simulator of
       Gymnasium's cannot go on
  130  stopped by Ctrl-C; 143: by SIGTERM; saved, if training had begun
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit code."""

    def command() -> int:
        words = sys.argv[1:] if argv is None else argv
        parsed = flags.parse(words, COMMAND, operands=True, default=OF_RUN_OR_TASK)
        if not flags.asks_for_help(parsed):
            return finetune(parsed)
        start.say_help(flags.help_text(INTRO, COMMAND, CLOSING, argv=words, full=parsed.command["helpfull"]))
        return 0

    return start.run(command, "--seeds, --replay_size, --batch_size or --num_envs")


def finetune(parsed: flags.Parsed) -> int:
    """Finetunes what a command line says; returns the exit code."""
    options, fields = parsed.command, dict(parsed.overrides)
    if options["critics"] not in (None, *CRITICS):
        raise ConfigError(f"--critics={options['critics']}: it takes {' | '.join(CRITICS)}.")
    path = start.one_run_path(parsed.operands)

    from diayn_jax import envs
    from diayn_jax.storage import files

    config, document = files.read_config(path, trust=options["trust"])

    def wanted(name: str) -> Any:
        return fields.get(name, getattr(config, name))

    backend = fields.get("backend", document["resolved"]["backend"])
    device = wanted("device")
    if device == AUTO and backend in envs.ON_CPUS:
        device = "cpu"
    start.start_jax(
        device=device,
        num_devices=wanted("num_devices"),
        deterministic=wanted("deterministic"),
        spare_threads=backend in envs.FACTORISES,
    )

    from diayn_jax.run.divergence import TrainingDiverged
    from diayn_jax.storage.files import RunFileError
    from diayn_jax.use.finetuning import against_scratch

    try:
        found = against_scratch.finetune(
            path,
            options["skill"] or "best",
            options["critics"],
            seeds=options["seeds"] or 1,
            scratch=options["scratch"],
            fit_updates=options["fit_updates"],
            trust=options["trust"],
            say=start.say,
            **fields,
        )
    except TrainingDiverged as error:
        return start.fail(error, start.DIVERGED)
    except RunFileError as error:
        return start.fail(error, start.FAILED)
    for line in found.lines():
        start.say(line)
    if found.page is not None:
        start.say(f"Wrote {found.page}")
    stopped = next((run.stopped for run in (*found.runs, *found.scratch) if run.stopped), None)
    return 128 + stopped if stopped else 0


installed = functools.partial(start.installed, main)  # diayn-finetune

if __name__ == "__main__":
    start.leave(main)
