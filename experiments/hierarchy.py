"""Trains options or goals on a task: `python -m experiments.hierarchy --algo=hiro --env=point_goals`."""

from typing import Any

from diayn_jax import shell
from diayn_jax.config import ConfigError, closest_matches
from experiments import flags, run, start

ALGORITHMS = ("option_critic", "soft_option_critic", "fun", "hiro")
COMMAND = (
    flags.Command("algo", f"the learner: {' | '.join(ALGORITHMS)} [default that of --resume RUN]", "NAME"),
    *(row for row in run.COMMAND if row.name not in ("list_envs", "version")),
)

INTRO = """
Train a hierarchy on the environment's own reward: either options, which are behaviours of
several steps, with a policy over them; or a manager that sets goals, with a worker that
follows them. The command is the same as
python -m experiments.run --objective=task --agent=ALGO, with all its flags.

  python -m experiments.hierarchy --algo=soft_option_critic --env=pendulum --num_options=4
  python -m experiments.hierarchy --algo=option_critic --env=four_rooms
  python -m experiments.hierarchy --algo=hiro --env=ant_waypoints --goal_limits=4
  python -m experiments.hierarchy --algo=fun --env=point_goals

The run's page shows when and where options are used, how long they last and where they
end, or where goals point. To train several seeds side by side:
python -m experiments.sweep --objective=task --agent=soft_option_critic --env=pendulum --seeds=8
"""


def hierarchy(parsed: flags.Parsed) -> int:
    """Trains as a command line says; returns the exit code."""
    return run.train(parsed._replace(overrides=with_learner(parsed)))


def with_learner(parsed: flags.Parsed) -> dict[str, Any]:
    """Returns the fields that were given, with objective and agent added.

    Raises:
      ConfigError: the learner is unknown, another objective or agent is given, or the learner does not have
        a setting.
    """
    algorithm, given = parsed.command["algo"], dict(parsed.overrides)
    if algorithm is None and parsed.command["resume"] and _goes_on(parsed):
        return given
    if algorithm not in ALGORITHMS:
        hint = closest_matches(algorithm or "", ALGORITHMS)
        raise ConfigError(
            f"--algo={algorithm or ''} is not allowed: it takes {' | '.join(ALGORITHMS)}.{hint}"
        )
    if given.get("agent", algorithm) != algorithm:
        raise ConfigError(
            f"--agent={given['agent']}: --algo={algorithm} chooses the agent here. Leave --agent out."
        )
    objective = given.get("objective", "task")
    if objective != "task":
        raise ConfigError(
            f"--objective={objective}: this command learns from the environment's own reward. Leave it out, "
            f"or use {shell.command('run', f'--objective={objective}', f'--agent={algorithm}')}."
        )

    from diayn_jax import resolve

    for name in given:
        if name in resolve.fields_of("task", algorithm) or not resolve.owner(name).startswith("--agent"):
            continue
        takers = [f"--algo={other}" for other in ALGORITHMS if name in resolve.fields_of("task", other)]
        other = f" It belongs to {takers[0]}." if takers else ""
        raise ConfigError(f"--{name} is not a setting of --algo={algorithm}.{other} Leave it out.")
    return {**given, "objective": "task", "agent": algorithm}


def _goes_on(parsed: flags.Parsed) -> bool:
    """Whether the command line names a run to resume, which brings its own learner.

    Raises `ConfigError` if the run has another learner than these; also as for `run.resumed_path`.
    """
    from diayn_jax.storage import run_to_resume

    path, trust = run.resumed_path(parsed), parsed.command["trust"]
    found = run_to_resume.composition(parsed.overrides, trust=trust, path=path)
    if found and (found["objective"] != "task" or found["agent"] not in ALGORITHMS):
        which = f"{path}" if path is not None else f"--name={parsed.overrides['name']}"
        given = [f"--{name}={value}" for name, value in parsed.overrides.items()] if path is None else [path]
        raise ConfigError(
            f"{which} has --objective={found['objective']} --agent={found['agent']}. To resume it, run "
            f"{shell.command('run', '--resume', *given)}."
        )
    return bool(found)


main = start.Main(
    hierarchy,
    COMMAND,
    INTRO,
    run.CLOSING,
    run.main.memory_flags,
    operands="resume",
    essential=(*flags.ESSENTIAL, "num_options"),
)
installed = main.installed  # diayn-hierarchy

if __name__ == "__main__":
    start.leave(main)
