"""Chooses among the skills of a run: `diayn choose runs/ant/NAME --task=ant_waypoints`."""

from typing import Any

from diayn_jax.config import ConfigError, refuse_settled
from diayn_jax.use.choosing.settled import SETTLED, check_baselines
from experiments import flags, start

COMMAND = (
    flags.Command("task", "the task to learn, one of those for this robot (see diayn envs)", "TASK"),
    flags.Command(
        "baselines",
        "what to compare with: random, best_skill, towards_goal (at each choice, the skill that leads to the "
        "task's goal), flat and flat_ppo (SAC and PPO on the robot's actions, as extra runs of as many "
        "steps), or none [default random,best_skill, and towards_goal if the task has a goal on the plane "
        "and the skills have --features=xy]",
        "NAMES",
    ),
    flags.whole_number("episodes", "episodes of each policy in the comparison [default 100]", low=2),
    start.TRUST,
    start.JSON,
    *flags.HELPS,
)
INTRO = """
Choose among the skills of a run. A policy whose actions are that run's skills learns from
the reward of a task; each choice lasts --steps_per_choice steps. It is then compared with
random choices, with the best skill alone, with the skill that leads to the task's goal, and,
on request, with an agent that acts directly.

  diayn choose runs/ant/NAME --task=ant_waypoints
  diayn choose runs/point/NAME --task=point_goals --baselines=random,flat,flat_ppo

--num_env_steps and --episode_length count the robot's steps here; in the run's own files,
a step is a choice. The agent is dqn if the skills are discrete, and sac if they are vectors.
The run is written like any other. To resume it:
diayn resume runs/TASK/NAME
"""

CLOSING = start.exit_codes(start.OF_TRAINING)


def choose(parsed: flags.Parsed) -> int:
    """Trains and compares as a command line says; returns the exit code."""
    path, options = start.one_run_path(parsed.operands), parsed.command
    if not options["task"]:
        raise ConfigError("--task is missing. Give the name of a task, such as --task=ant_waypoints.")
    refuse_settled(parsed.overrides, SETTLED)
    baselines = _baselines(options["baselines"])
    start.start_jax_for(parsed, path)

    from diayn_jax.use.choosing.choose import choose

    found = choose(
        path,
        options["task"],
        **baselines,
        **start.given(options, "episodes", "trust"),
        say=start.say_for(parsed),
        **parsed.overrides,
    )
    if found.stopped:
        return 128 + found.stopped
    start.tell(found, options["json"], with_lines=False)
    return 0


def _baselines(text: str | None) -> dict[str, Any]:
    if text is None:
        return {}
    names = [] if text == "none" else [name.strip() for name in text.split(",")]
    check_baselines(names)
    return {"baselines": names}


# Messages name no defaults, because these come from the run, the task or this command.
main = start.Main(
    choose,
    COMMAND,
    INTRO,
    CLOSING,
    "--num_envs, --replay_size or --batch_size",
    default="",
    settled=SETTLED,
    essential=(*flags.ESSENTIAL, "steps_per_choice"),
)

if __name__ == "__main__":
    start.leave(main)
