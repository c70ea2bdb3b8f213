"""Chooses among the skills of a run: `diayn choose runs/ant/NAME --task=ant_waypoints`."""

from collections.abc import Mapping
from typing import Any

from diayn_jax.config import AUTO, ConfigError, show
from experiments import flags, start

COMMAND = (
    flags.Command("task", "the task to learn, one of those for this robot (see diayn envs)", "TASK"),
    flags.Command(
        "baselines",
        "what to compare with: random, best_skill, flat and flat_ppo (SAC and PPO on the robot's actions, "
        "as extra runs of as many steps), or none [default random,best_skill]",
        "NAMES",
    ),
    flags.whole_number("episodes", "episodes of each policy in the comparison [default 100]", low=2),
    start.TRUST,
    *flags.HELPS,
)
# Fields that this command sets itself, and the reason that a message gives.
SETTLED = {
    "env": "it is the task's",
    "objective": "its reward is the task's",
    "choose_from": "it is the named run",
    "skill_space": "it comes from the named run",
    "num_skills": "it comes from the named run",
    "skill_sampling": "it comes from the named run",
}
RESULT = "choosing.json"

INTRO = """
Choose among the skills of a run. A policy whose actions are that run's skills learns from
the reward of a task; each choice lasts --steps_per_choice steps. It is then compared with
random choices, with the best skill alone and, on request, with an agent that acts directly.

  diayn choose runs/ant/NAME --task=ant_waypoints
  diayn choose runs/point/NAME --task=point_goals --baselines=random,flat,flat_ppo

--num_env_steps and --episode_length count the robot's steps here; in the run's own files,
a step is a choice. The agent is dqn if the skills are discrete, and sac if they are vectors.
The run is written like any other. To resume it:
diayn train --resume runs/TASK/NAME
"""

CLOSING = start.exit_codes(start.OF_TRAINING)


def choose(parsed: flags.Parsed) -> int:
    """Trains and compares as a command line says; returns the exit code."""
    path, trust = start.one_run_path(parsed.operands).resolve(), parsed.command["trust"]
    if not parsed.command["task"]:
        raise ConfigError("--task is missing. Give the name of a task, such as --task=ant_waypoints.")
    for name, why in SETTLED.items():
        if name in parsed.overrides:
            raise ConfigError(f"--{name}={show(parsed.overrides[name])}: {why}. Leave it out.")
    baselines = _baselines(parsed.command["baselines"])

    from diayn_jax import resolve
    from diayn_jax.storage import files

    resolve.trust(parsed.overrides)
    source, ran = files.read_config(path, trust=trust)
    device = parsed.overrides.get("device", AUTO)
    start.start_jax_for(path, device)

    from diayn_jax import parallel
    from diayn_jax.run.divergence import TrainingDiverged
    from diayn_jax.storage.files import RunFileError
    from diayn_jax.use import training_run
    from diayn_jax.use.choosing import choice_baselines

    choice_baselines.check_baselines(baselines)
    fields = choice_baselines.fields_of_choice(
        source, ran["resolved"]["backend"], str(path), parsed.command["task"], dict(parsed.overrides)
    )
    config = choice_baselines.config_of(fields, parallel.platform())
    flat = {
        name: choice_baselines.flat_config(config, parsed.overrides, parallel.platform(), name)
        for name in choice_baselines.FLAT
        if name in baselines
    }
    try:
        run = training_run.run(config, trust=trust)
        if run.stopped:
            return 128 + run.stopped
        comparison = choice_baselines.Comparison(run, parsed.command["episodes"] or 100)
        with start.waiting("Playing the policy's choices", lines=False):
            found = {"chosen": comparison.chosen()}
        start.say(_line("the policy's choices", found["chosen"], comparison.episodes))
        if "random" in baselines:
            with start.waiting("Playing random choices", lines=False):
                found["random"] = comparison.random()
            start.say(_line("random choices", found["random"], comparison.episodes))
        if "best_skill" in baselines:
            with start.waiting("Playing each skill alone", lines=False):
                found["best_skill"], best = comparison.best_skill()
            start.say(_line(f"the best skill alone, {best}", found["best_skill"], comparison.episodes))
        _write(run, found)
        for name, each in flat.items():
            # The results so far are kept, even if the next run fails.
            other = training_run.run(each, trust=trust)
            if other.stopped:
                return 128 + other.stopped
            with start.waiting(f"Playing {each.agent} alone", lines=False):
                found[name] = comparison.flat(other)
            start.say(_line(f"{each.agent} that acts directly", found[name], comparison.episodes))
            _write(run, found)
        if run.path is not None:
            start.say(f"Wrote {run.path / RESULT}")
    except TrainingDiverged as error:
        return start.fail(error, start.DIVERGED)
    except RunFileError as error:
        return start.fail(error, start.FAILED)
    return 0


def _baselines(text: str | None) -> list[str]:
    if text == "none":
        return []
    return [name.strip() for name in (text or "random,best_skill").split(",")]


def _line(what: str, returns: Any, episodes: int) -> str:
    return f"{what:<28} return {returns.mean:.3f} ± {returns.error:.3f} (standard error, {episodes} episodes)"


def _write(run: Any, found: Mapping[str, Any]) -> None:
    """Writes the comparison into the run's directory, if it has one."""
    from diayn_jax.storage import files

    if run.path is None:
        return
    config = run.config
    about = {
        "task": config.env,
        "choose_from": config.choose_from,
        "steps_per_choice": config.steps_per_choice,
        "env_steps": config.num_env_steps * config.steps_per_choice,
        "returns": {name: returns._asdict() for name, returns in found.items()},
    }
    files.write_json(run.path / RESULT, about)


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
