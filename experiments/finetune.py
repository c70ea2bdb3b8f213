"""Finetunes a skill on the environment's reward: `python -m experiments.finetune runs/ant/NAME`."""

import functools
import sys
from collections.abc import Sequence
from typing import Any

from diayn_jax.config import AUTO, OF_RUN_OR_TASK, ConfigError
from experiments import flags, start

CRITICS = ("new", "fitted", "run")  # the same as in `use.finetuning.against_scratch`, which imports JAX

COMMAND = (
    flags.Command(
        "skill", "best (by the environment's reward), a number, or a vector [default best]", "SKILL"
    ),
    flags.Command(
        "critics",
        f"critics at the start: {', '.join(CRITICS)} [default run after METRA or task, else new]",
        "WHICH",
    ),
    flags.whole_number(
        "fit_updates",
        "updates in which only the critics learn, with --critics=fitted [default a twentieth of all]",
    ),
    flags.whole_number("seeds", "how many runs train side by side, each with its own seed [default 1]"),
    flags.Command("scratch", "also train as many runs from scratch, and write one page that compares all"),
    flags.Command(*start.TRUST),
    *flags.HELPS,
)

INTRO = """
Finetune a skill: its policy continues to learn, now from the environment's own reward. It
keeps its networks. Settings that were chosen for its run are kept, all others are those of
--objective=task; flags change them.

  python -m experiments.finetune runs/ant/NAME --num_env_steps=1M
  python -m experiments.finetune runs/ant/NAME --skill=3 --critics=fitted --gravity=0.5
  python -m experiments.finetune runs/ant/NAME --scratch --seeds=5

With --scratch, the same learner also trains from scratch, with the same steps, seeds and
settings, but without the skill's networks. compare.html shows the curves of both with
intervals over seeds. The command prints what differs; docs/how_to/finetune.md says why.
"""

CLOSING = """
Critics at the start
  new     new critics, which learn together with the policy
  fitted  new critics, which first learn alone while the skill acts
  run     the run's own critics, which learned from its objective's reward

Exit codes
  0    done
  2    a flag is invalid, the run does not exist, or it has other networks
  3    training diverged: NaN or inf; the last good checkpoint is kept
  4    a file cannot be written or read, memory ran out, or a simulator of
       Gymnasium failed
  130  stopped by Ctrl-C; 143: by SIGTERM; the run is saved if training had begun
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
    """Finetunes as a command line says; returns the exit code."""
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
