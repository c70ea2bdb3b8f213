"""Finetunes a skill on the environment's reward: `diayn finetune runs/ant/NAME`."""

from typing import Any

from diayn_jax.config import OF_RUN_OR_TASK, parse_seeds, refuse_settled
from diayn_jax.use.finetuning.settled import SETTLED, check_skill
from experiments import flags, start

COMMAND = (
    start.skills_flag(
        "which skill: best (by the environment's reward), a number, or a vector: 0.6,0.8 [default best]"
    ),
    start.SEEDS,
    flags.Command("scratch", "also train as many runs from scratch, and write one page that compares all"),
    start.TRUST,
    start.JSON,
    *flags.HELPS,
)

INTRO = """
Finetune a skill: its policy continues to learn, now from the environment's own reward. It
keeps its networks. Settings that were chosen for its run are kept, all others are those of
--objective=task; flags change them.

  diayn finetune runs/ant/NAME --num_env_steps=1M
  diayn finetune runs/ant/NAME --skills=3 --critic_only_updates=2k --gravity=0.5
  diayn finetune runs/ant/NAME --scratch --seeds=0..4

With --scratch, the same learner also trains from scratch, with the same steps, seeds and
settings, but without the skill's networks. compare.html shows the curves of both with
intervals over seeds. The command prints what differs; docs/how_to/finetune.md says why.
"""

CLOSING = """
Critics at the start
  --start_critics=run        the run's own critics, which learned from its objective's reward; the
                             default after metra, lsd, smerl and task
  --start_critics=new        new critics

A skill of metra, lsd, smerl or task is held: the critics learn first, and then the policy stays near
the skill until its return has risen
  --critic_only_updates=N    only the critics learn in the first N updates [default: SAC 1000, PPO 100,
                             a fifth of all updates at most]
  --start_kl=WEIGHT          weight of the divergence from the skill; 0: none [default 0.1 for SAC and
                             PPO of vectors]
  --start_kl_release=SHARE   rise of the return, over the skill's, at which the weight is 0 [default 0.1]
""" + start.exit_codes(start.OF_TRAINING)


def finetune(parsed: flags.Parsed) -> int:
    """Finetunes as a command line says; returns the exit code."""
    options, fields = parsed.command, dict(parsed.overrides)
    path = start.one_run_path(parsed.operands)

    from diayn_jax.storage import files

    refuse_settled(fields, SETTLED)
    seeds: dict[str, Any] = {} if options["seeds"] is None else {"seeds": parse_seeds(options["seeds"])}
    config, document = files.read_config(path, trust=options["trust"])
    check_skill(path, config, options["skills"] or "")

    def wanted(name: str) -> Any:
        return fields.get(name, getattr(config, name))

    backend = fields.get("backend", document["resolved"]["backend"])
    deterministic = wanted("deterministic")
    more = {"deterministic": deterministic, "say": start.say_for(parsed)}
    start.start_jax_on([backend], wanted("device"), wanted("num_devices"), **more)

    from diayn_jax.use.finetuning.against_scratch import finetune as finetune_skill

    found = finetune_skill(
        path,
        **start.given(options, "skills", "scratch", "trust"),
        **seeds,
        say=start.say_for(parsed),
        **fields,
    )
    start.tell(found, options["json"])
    return 128 + found.stopped if found.stopped else 0


main = start.Main(
    finetune,
    COMMAND,
    INTRO,
    CLOSING,
    "--seeds, --replay_size, --batch_size or --num_envs",
    default=OF_RUN_OR_TASK,
    settled=SETTLED,
    defaults=dict.fromkeys(("env", "backend", "agent", "features"), "the run's"),
)

if __name__ == "__main__":
    start.leave(main)
