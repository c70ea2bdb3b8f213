"""Finetunes a skill on the environment's reward, and compares that with the same learner from scratch."""

import contextlib
import dataclasses
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from diayn_jax import envs
from diayn_jax.config import ConfigError, as_flags, check_seeds, in_arguments, refuse_settled, show
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.number_format import count, counted, number
from diayn_jax.objectives.task import BEST
from diayn_jax.records import Record, Say, plain, silent
from diayn_jax.run.loop import drive
from diayn_jax.run.plan import make_lane_plans
from diayn_jax.show import compare
from diayn_jax.show.log_curves import curve
from diayn_jax.storage import files, logs
from diayn_jax.storage.metadata import is_policy_alone
from diayn_jax.types import Numbers
from diayn_jax.use.finetuning import settled, skill_start
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.named_run import Named, latest_directory_of
from diayn_jax.use.training_run import as_run, services_of

RETURN = "eval/return"


@dataclasses.dataclass(frozen=True, repr=False)
class Finetuned(Record):
    """Runs from a skill, runs from scratch, and their returns."""

    runs: list[Run]
    scratch: list[Run]
    returns: over_runs.Interval  # the final returns of the runs from a skill
    scratch_returns: over_runs.Interval | None
    # Half of the mean final return from scratch. None: that return is not above 0, or there are no such runs.
    half: float | None
    steps: list[float]  # environment steps until each run from a skill reaches `half`; inf: never
    scratch_steps: list[float]  # the same for the runs from scratch
    page: Path | None  # the page of all runs; None: there are fewer than two in directories
    differing: Sequence[tuple[str, str, str]] = ()  # settings: name, value from the skill, value from scratch
    first_returns: over_runs.Interval | None = None  # before the first update; None: not known
    # Environment steps until each run from a skill reaches the final return from scratch; inf: never.
    level_steps: Sequence[float] = ()
    # Steps of the episodes that chose the skill and measured it; `steps` and `level_steps` include them.
    played_steps: int = 0
    written: tuple[Path, ...] = ()  # the page; the runs write their own files

    @property
    def stopped(self) -> int | None:
        """The signal that ended a run early."""
        return next((run.stopped for run in (*self.runs, *self.scratch) if run.stopped), None)

    def as_json(self) -> dict[str, Any]:
        """Returns the returns of both groups, the steps to half of scratch's, and the runs."""
        groups = {
            "skill": (self.runs, self.returns, self.steps),
            "scratch": (self.scratch, self.scratch_returns, self.scratch_steps),
        }
        return plain(
            {
                **{
                    name: {
                        "runs": [run.path for run in runs],
                        "return": None if returns is None else returns._asdict(),
                        "env_steps_to_half": steps,
                    }
                    for name, (runs, returns, steps) in groups.items()
                },
                "first_return": None if self.first_returns is None else self.first_returns._asdict(),
                "half_of_scratch_return": self.half,
                "env_steps_to_scratch_return": self.level_steps,
                "env_steps_played_before": self.played_steps,
                "differing": [
                    {"name": name, "skill": own, "scratch": other} for name, own, other in self.differing
                ],
                "written": self.written,
            }
        )

    def cells(self) -> list[list[str]]:
        """Returns a row for each group of runs."""
        rows = [["runs", "return", "low", "high", "number"]]
        for name, returns, runs in (
            ("from the skill", self.returns, self.runs),
            ("from scratch", self.scratch_returns, self.scratch),
        ):
            if returns is not None:
                rows.append([name, *map(number, returns), str(len(runs))])
        return rows

    def lines(self) -> list[str]:
        """Returns the comparison in words, as lines."""
        of_options = any(getattr(run.config, "num_options", 1) > 1 for run in self.runs)
        name = "from the skills" if of_options else "from the skill"
        lines = []
        if self.first_returns is not None:
            lines.append(f"{name}, before the first update: return {number(self.first_returns.mean)}")
        lines.append(_line(name, self.returns, self.half, self.steps))
        if self.scratch_returns is not None:
            lines.append(_line("from scratch", self.scratch_returns, self.half, self.scratch_steps))
        if self.half is None and self.scratch:
            lines.append(
                "Scratch ends with a return that is not above 0, so there is no half of it to reach."
            )
        elif self.half is not None:
            lines.append(_medians(name, self.half, self.steps, self.scratch_steps))
            if self.level_steps:
                level, median = 2 * self.half, float(np.median(self.level_steps))
                lines.append(f"Median steps to scratch's return, {number(level)}: {_steps(median)} {name}.")
        if self.played_steps and self.half is not None:
            lines.append(
                f"Steps {name} include {_steps(self.played_steps)} that were played to choose and measure it."
            )
        return [*lines, *_in_words(self.differing)]


def _medians(name: str, half: float, steps: Sequence[float], scratch_steps: Sequence[float]) -> str:
    """Says after how many steps the runs of both groups reach half of the final return from scratch."""
    own, scratch = float(np.median(steps)), float(np.median(scratch_steps))
    text = f"Median steps to half of scratch's return, {number(half)}: {_steps(own)} {name}, "
    text += f"{_steps(scratch)} from scratch"
    if np.isfinite(own) and np.isfinite(scratch):
        return f"{text}, a ratio of {own / scratch:.2f}."
    return f"{text} (never: at least half of the runs end before they reach it)."


def _in_words(differing: Sequence[tuple[str, str, str]]) -> list[str]:
    """Says which settings differ between the groups, because the skill's networks fix them."""
    if not differing:
        return []
    told = ", ".join(f"--{name}={own} (scratch: {other})" for name, own, other in differing)
    return [f"The skill's networks determine {told}; all else is the same."]


def _line(name: str, returns: over_runs.Interval, half: float | None, steps: Sequence[float]) -> str:
    text = f"{name}: return {number(returns.mean)}"
    if np.isfinite(returns.low):
        text += f" (95 % {number(returns.low)} to {number(returns.high)}, {len(steps)} runs)"
    if half is not None:
        text += f"; {number(half)} after {', '.join(_steps(x) for x in steps)} steps"
    return text


def _steps(steps: float) -> str:
    return count(steps) if np.isfinite(steps) else "never"


@in_arguments
def finetune(
    run: Named,
    *,
    skills: str | Numbers = BEST,
    seeds: Sequence[int] = (0,),
    scratch: bool = False,
    resume: bool = False,
    trust: bool = False,
    say: Say = silent,
    **fields: Any,
) -> Finetuned:
    """Trains the policy of one skill on the environment's reward.

    The new runs have the skill's networks and their inputs. Other settings that the user chose for the run
    with skills are kept, and the rest are the defaults of runs on this reward
    (`use.finetuning.skill_start.config_for`).

    Args:
      run: the run with skills: its directory, or a `Run` that has one, at its latest checkpoint.
      skills: `best` (by the environment's reward, in the world that `fields` describe), the skill's number,
        or a vector such as (0.6, 0.8).
      seeds: the seeds of the runs, such as range(5). The runs train side by side.
      scratch: also trains as many runs from scratch, with the default networks of such runs, and writes one
        page of all runs.
      resume: continues those of the runs called `name` that have begun, and begins the others.
      trust: lets the run with skills import code of the user's own that it names.
      **fields: fields of the new runs' config, such as `num_env_steps` or `gravity`. Without `start_critics`,
        critics are those of the run with skills if it has them, its objective is METRA, LSD, SMERL or the
        task, and its agent is the same; otherwise they are new. Without `start_kl` and `critic_only_updates`,
        the policy of a run with one of these objectives waits for its critics, and then stays near the skill
        until its return has risen.

    Raises:
      ConfigError: there is no such run or skill, or a field cannot be used.
      UnreadableCheckpointError: the checkpoint of the run is damaged.
      TrainingDiverged, RunFileError, SimulatorError: as in `diayn_jax.train`; the other runs have continued.
    """
    seeds = check_seeds(seeds)
    refuse_settled(fields, settled.SETTLED)
    path = latest_directory_of(run)
    config, ran = files.read_config(path, trust=trust)
    if "env" in fields:
        fields["env"] = envs.name_of(fields["env"])
        if fields["env"] != config.env:
            raise ConfigError(
                f"--env={fields['env']}: {path} has skills of {config.env}, and a skill is finetuned in its "
                "own environment. Leave --env out."
            )
    # Skills seldom work in another physics engine than the one they were trained in.
    fields.setdefault("backend", ran["resolved"]["backend"])
    agent = str(fields.get("agent", config.agent))
    if "start_critics" not in fields:
        alone = is_policy_alone(path)
        fields["start_critics"] = "new" if alone else skill_start.usual_critics(config, agent)
    asked = frozenset(fields)
    if envs.interface(config, ran["resolved"]["backend"]).image_shape is None:
        fields = {**skill_start.usual_hold(config, agent), **fields}
    if isinstance(skills, str | int):
        settled.check_skill(path, config, str(skills))
    fields["start_skill"] = skills if isinstance(skills, str) else show(np.asarray(skills).tolist())
    name = fields.pop("name", "")
    made = skill_start.config_for(config, str(path), **fields)
    if "critic_only_updates" not in asked and hasattr(made, "critic_only_updates"):
        made = skill_start.with_time_to_learn(made)
    as_options = getattr(made, "num_options", 1) > 1
    begins_from = {"skill": "the skills" if as_options else "the skill", "scratch": "scratch"}
    groups, played_steps = {"skill": made}, 0
    if scratch:
        of_scratch = {name: value for name, value in fields.items() if name not in skill_start.OF_START}
        groups["scratch"] = skill_start.config_for(config, "", **of_scratch)
    differing = skill_start.differing(made, groups.get("scratch", made))
    for line in _in_words(differing):
        say(line)
    found: dict[str, list[Run]] = {"skill": [], "scratch": []}
    for group, each in groups.items():
        configs = [
            dataclasses.replace(each, seed=seed, name=f"{name}-{group}-s{seed}" if name else "")
            for seed in seeds
        ]
        with _in_own_words(), services_of(each, say) as services:
            plans = make_lane_plans(configs, resume=resume, trust=trust, services=services)
        if plans[0].start is not None:
            played_steps = plans[0].start.played_steps
        elif group == "skill":  # all of its runs have begun
            played_steps = skill_start.played_steps(each, plans[0].trainer, trust=trust)
        say(f"{counted(len(seeds), 'run')} from {begins_from[group]}")
        runs = [as_run(outcome) for outcome in drive(plans, say=say)]
        for run in runs:
            if run.failure is not None:
                raise run.failure
        found[group] = runs
        if any(run.stopped for run in runs):
            break
    return dataclasses.replace(_compared(**found, played_steps=played_steps), differing=differing)


@contextlib.contextmanager
def _in_own_words() -> Iterator[None]:
    """Makes an error name what the caller gave, for which the new run has fields of other names."""
    try:
        yield
    except ConfigError as error:
        text = as_flags(error).replace("--start_skill", "--skills")
        error.args = (text.replace("--start_run=", "").replace("--start_run: ", ""),)
        raise


def _compared(skill: list[Run], scratch: list[Run], played_steps: int) -> Finetuned:
    curves, of_scratch = ([_curve(run) for run in group] for group in (skill, scratch))
    scratch_returns = _returns(of_scratch) if scratch else None
    half = scratch_returns.mean / 2 if scratch_returns is not None and scratch_returns.mean > 0 else None
    threshold = np.inf if half is None else half
    page = None
    paths = [run.path for run in (*skill, *scratch) if run.path is not None]
    if len(paths) > 1:
        page = compare.write(paths, Path(os.path.commonpath([p.parent for p in paths])) / compare.NAME).path
    return Finetuned(
        skill,
        scratch,
        _returns(curves),
        scratch_returns,
        half,
        [played_steps + skill_start.steps_to(x, y, threshold) for x, y in curves],
        [skill_start.steps_to(x, y, threshold) for x, y in of_scratch],
        page,
        first_returns=_returns(curves, 0) if all(run.path is not None for run in skill) else None,
        written=() if page is None else (page,),
        level_steps=[]
        if half is None
        else [played_steps + skill_start.steps_to(x, y, 2 * half) for x, y in curves],
        played_steps=played_steps,
    )


def _curve(run: Run) -> tuple[list[float], list[float]]:
    """Returns the environment steps and the returns of a run's evaluations."""
    rows = logs.read(run.path) if run.path is not None else []
    steps, values, _ = curve(rows, RETURN).tolist()
    if not steps and RETURN in run.figures:
        return [float(run.state.counters.env_steps)], [run.figures[RETURN]]
    return steps, values


def _returns(curves: Sequence[tuple[list[float], list[float]]], at: int = -1) -> over_runs.Interval:
    found = [values[at] for _, values in curves if values]
    return over_runs.interval([np.asarray(found)]) if found else over_runs.Interval(np.nan, np.nan, np.nan)
