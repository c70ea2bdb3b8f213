"""Learns a policy that chooses among the skills of a run, and compares it with baselines."""

import contextlib
import dataclasses
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from diayn_jax import parallel, resolve
from diayn_jax.config import Config, ConfigError, check_whole, in_arguments, refuse_settled
from diayn_jax.number_format import fixed, number
from diayn_jax.records import Record, Say, plain, silent
from diayn_jax.run import console, schedule
from diayn_jax.storage import files
from diayn_jax.use import training_run
from diayn_jax.use.choosing import choice_baselines, settled
from diayn_jax.use.choosing.choice_baselines import Returns
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.named_run import Named, latest_directory_of

RESULT = "choosing.json"
EPISODES = 100
TOWARDS_GOAL = "towards_goal"
# The baselines, unless others are given; and `towards_goal`, if the skills and the task allow it.
USUAL = ("random", "best_skill")


@dataclasses.dataclass(frozen=True, repr=False)
class Chosen(Record):
    """A policy that chooses among skills, and the returns of it and of its baselines."""

    run: Run  # the policy; its actions are skills
    returns: Mapping[str, Returns]  # of `chosen`, and of each baseline
    in_words: Mapping[str, str]  # what each of them is
    written: tuple[Path, ...] = ()
    stopped: int | None = None  # the signal that ended the training early

    def lines(self) -> list[str]:
        """Returns a line for the policy and for each baseline."""
        return [_line(self.in_words[name], returns) for name, returns in self.returns.items()]

    def as_json(self) -> dict[str, Any]:
        """Returns the content of choosing.json, and the files that were written."""
        return plain({**_document(self.run, self.returns), "run": self.run.path, "written": self.written})

    def cells(self) -> list[list[str]]:
        """Returns a row for the policy and for each baseline."""
        rows = [["policy", "return", "standard error", "episodes"]]
        for name, returns in self.returns.items():
            rows.append(
                [self.in_words[name], number(returns.mean), number(returns.error), str(returns.episodes)]
            )
        return rows


@in_arguments
def choose(
    run: Named,
    task: str,
    *,
    baselines: Sequence[str] | None = None,
    episodes: int = EPISODES,
    resume: bool = False,
    trust: bool = False,
    say: Say = silent,
    **fields: Any,
) -> Chosen:
    """Learns a policy whose actions are a run's skills, on the reward of a task; `diayn choose`.

    Args:
      run: the run with the skills: its directory, or a `Run` that has one, at its latest checkpoint.
      task: the task, one of those for the run's robot, such as `ant_waypoints`.
      baselines: what to compare with: `random`, `best_skill`, `towards_goal` (at each choice, the skill that
        leads towards the task's goal), and `flat` and `flat_ppo`, which are extra runs that act on the robot
        directly. None: `random`, `best_skill`, and `towards_goal` if the task has a goal on the plane and
        the objective of the skills sees xy alone.
      episodes: the number of episodes of each policy in the comparison, 2 or more.
      resume: continues the run called `name` if it has begun, and those of its flat baselines.
      trust: lets the run import code of the user's own that it names.
      say: receives the lines of training and of the comparison.
      **fields: fields of the new run's config. `num_env_steps` and `episode_length` count the robot's steps.

    Raises:
      ConfigError: there is no such run, task or baseline, or a field cannot be used.
      TrainingDiverged, RunFileError, SimulatorError: as in `diayn_jax.train`; results so far are kept.
    """
    refuse_settled(fields, settled.SETTLED)
    check_whole(2, episodes=episodes)
    settled.check_baselines(baselines or ())
    path = latest_directory_of(run).resolve()
    # The caller gives these fields, so the code that they name is trusted.
    resolve.trust(fields)
    source, ran = files.read_config(path, trust=trust)
    made = choice_baselines.fields_of_choice(
        source, ran["resolved"]["backend"], str(path), task, dict(fields)
    )
    config = choice_baselines.config_of(made, parallel.platform())
    baselines = _baselines(baselines, config, trust)
    flat = {
        name: choice_baselines.flat_config(config, fields, parallel.platform(), name)
        for name in choice_baselines.FLAT
        if name in baselines
    }
    for name, each in flat.items():
        # They train last. What they refuse is told before anything is trained.
        try:
            schedule.check_schedule(each)
        except ConfigError as error:
            raise ConfigError(f"--baselines={name}: {error}") from None
    # `Console` continues if no process reads the output.
    tell = console.Console(say).line
    policy = _trained(config, resume, trust, say)
    if policy.stopped:
        return Chosen(policy, {}, {}, stopped=policy.stopped)
    with contextlib.closing(choice_baselines.Comparison(policy, episodes)) as comparison:
        returns: dict[str, Returns] = {}
        in_words: dict[str, str] = {}

        def found(name: str, words: str, figures: Returns) -> None:
            returns[name], in_words[name] = figures, words
            tell(_line(words, figures))

        with _playing("the policy's choices", say):
            figures = comparison.chosen()
        found("chosen", "the policy's choices", figures)
        if "random" in baselines:
            with _playing("random choices", say):
                figures = comparison.random()
            found("random", "random choices", figures)
        if "best_skill" in baselines:
            with _playing("each skill alone", say):
                figures, best = comparison.best_skill()
            found("best_skill", f"the best skill alone, {best}", figures)
        if TOWARDS_GOAL in baselines:
            with _playing("skills towards the goal", say):
                figures = comparison.towards_goal()
            found(TOWARDS_GOAL, "towards the goal, untrained", figures)
        written = _write(policy, returns)
        other = policy
        for name, each in flat.items():
            if other.signal:  # It came when the run before was finishing.
                return Chosen(policy, returns, in_words, written, other.signal)
            # The results so far are kept, even if the next run fails.
            other = _trained(each, resume, trust, say)
            if other.stopped:
                return Chosen(policy, returns, in_words, written, other.stopped)
            with _playing(f"{each.agent} alone", say):
                figures = comparison.flat(other)
            found(name, f"{each.agent} that acts directly", figures)
            written = _write(policy, returns)
        return Chosen(policy, returns, in_words, written)


def _trained(config: Config, resume: bool, trust: bool, say: Say) -> Run:
    """Trains a run. With `resume`, it continues the run of this name if that has begun."""
    if resume and not config.name:
        raise ConfigError("Only runs with names can be resumed. Give --name.")
    begun = resume and files.has_config(files.named_directory(config))
    return training_run.run(config, resume=begun, trust=trust, say=say)


def _baselines(given: Sequence[str] | None, config: Config, trust: bool) -> Sequence[str]:
    """Returns the baselines of a run that chooses. Raises `ConfigError` if one of them is not possible."""
    if given is not None and TOWARDS_GOAL not in given:
        return given
    why = choice_baselines.why_not_towards_goal(config, trust=trust)
    if given is None:
        return USUAL if why else (*USUAL, TOWARDS_GOAL)
    if why:
        raise ConfigError(f"--baselines={','.join(given)}: {why}")
    return given


def _playing(what: str, say: Say) -> AbstractContextManager[console.Waiting]:
    """Shows a spinner on a terminal while episodes are played."""
    return console.waiting(f"Playing {what}", say, lines=False)


def _line(what: str, found: Returns) -> str:
    about = f"(standard error, {found.episodes} episodes)"
    return f"{what:<28} return {fixed(found.mean, 3)} ± {fixed(found.error, 3)} {about}"


def _document(run: Run, returns: Mapping[str, Returns]) -> dict[str, Any]:
    config = run.config
    return {
        "task": config.env,
        "choose_from": config.choose_from,
        "steps_per_choice": config.steps_per_choice,
        "env_steps": config.num_env_steps * config.steps_per_choice,
        "returns": {name: found._asdict() for name, found in returns.items()},
    }


def _write(run: Run, returns: Mapping[str, Returns]) -> tuple[Path, ...]:
    """Writes the comparison into the run's directory, if it has one; returns the file."""
    if run.path is None:
        return ()
    files.write_json(run.path / RESULT, _document(run, returns))
    return (run.path / RESULT,)
