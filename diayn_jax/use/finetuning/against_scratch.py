"""Finetunes a skill on the environment's reward, and compares that with the same learner from scratch."""

import contextlib
import dataclasses
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from diayn_jax import envs
from diayn_jax.config import Config, ConfigError, as_flags, check_seeds, in_arguments, refuse_settled, show
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.number_format import count, counted, number
from diayn_jax.objectives.task import BEST
from diayn_jax.records import Record, Say, plain, silent
from diayn_jax.run.loop import drive
from diayn_jax.run.plan import Plan, make_lane_plans
from diayn_jax.show import compare
from diayn_jax.show.log_curves import curve
from diayn_jax.storage import files, logs
from diayn_jax.types import Numbers
from diayn_jax.use.finetuning import settled, skill_start
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.named_run import Named, latest_directory_of
from diayn_jax.use.training_run import as_run, services_of

RETURN = "eval/return"
Curve = tuple[list[float], list[float]]  # environment steps, and the returns at these steps


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
    skipped: int | None = None  # the signal for which no run from scratch began

    @property
    def stopped(self) -> int | None:
        """The signal that ended a run early, or kept the runs from scratch from beginning."""
        early = (run.stopped for run in (*self.runs, *self.scratch) if run.stopped)
        return next(early, self.skipped)

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
        name = "from the skills" if any(_has_options(run.config) for run in self.runs) else "from the skill"
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
    run_config, metadata = files.read_config(path, trust=trust)
    if "env" in fields:
        fields["env"] = envs.name_of(fields["env"])
        if fields["env"] != run_config.env:
            raise ConfigError(
                f"--env={fields['env']}: {path} has skills of {run_config.env}, and a skill is finetuned in "
                "its own environment. Leave --env out."
            )
    backend = metadata["resolved"]["backend"]
    # Skills seldom work in another physics engine than the one they were trained in.
    fields.setdefault("backend", backend)
    name = fields.pop("name", "")
    from_skill = _config_from_skill(path, run_config, backend, skills, fields)
    from_scratch = _config_from_scratch(run_config, fields) if scratch else None
    differing = skill_start.differing(from_skill, from_scratch or from_skill)
    for line in _in_words(differing):
        say(line)
    as_many = counted(len(seeds), "run")
    plans = _plans(_with_seeds(from_skill, seeds, name, "skill"), resume, trust, say)
    played_steps = _played_steps(from_skill, plans[0], trust)
    say(f"{as_many} from {'the skills' if _has_options(from_skill) else 'the skill'}")
    runs, scratch_runs = _train(plans, say), []
    signal = runs[0].signal
    if from_scratch is not None and signal is None:
        plans = _plans(_with_seeds(from_scratch, seeds, name, "scratch"), resume, trust, say)
        say(f"{as_many} from scratch")
        scratch_runs = _train(plans, say)
    compared = _compared(runs, scratch_runs, differing, played_steps)
    return compared if from_scratch is None else dataclasses.replace(compared, skipped=signal)


def _config_from_skill(
    path: Path, run_config: Config, backend: str, skills: str | Numbers, given: Mapping[str, Any]
) -> Config:
    """Makes the config of the runs from a skill.

    Args:
      path: the directory of the run with skills.
      run_config: the config of that run.
      backend: the physics engine of that run, never `auto`.
      skills: see `finetune`.
      given: the caller's fields. The others get the defaults of finetuning.

    Raises:
      ConfigError: there is no such skill, or a field cannot be used.
    """
    agent = str(given.get("agent", run_config.agent))
    fields = dict(given)
    if "start_critics" not in given:
        has_critics = not files.is_policy_alone(path)
        fields["start_critics"] = skill_start.usual_critics(run_config, agent) if has_critics else "new"
    # A policy that sees images cannot stay near a skill, because its encoder changes.
    if envs.interface(run_config, backend).image_shape is None:
        fields = {**skill_start.usual_hold(run_config, agent), **fields}
    if isinstance(skills, str | int):
        settled.check_skill(path, run_config, str(skills))
    fields["start_skill"] = skills if isinstance(skills, str) else show(np.asarray(skills).tolist())
    config = skill_start.config_for(run_config, str(path), **fields)
    if "critic_only_updates" in given or not hasattr(config, "critic_only_updates"):
        return config
    return skill_start.with_time_to_learn(config)


def _config_from_scratch(run_config: Config, given: Mapping[str, Any]) -> Config:
    """Makes the config of the runs from scratch; arguments and errors as in `_config_from_skill`."""
    fields = {name: value for name, value in given.items() if name not in skill_start.OF_START}
    return skill_start.config_for(run_config, "", **fields)


def _has_options(config: Config) -> bool:
    """Returns whether the run has several options. Each of them starts from a skill of its own."""
    return getattr(config, "num_options", 1) > 1


def _with_seeds(config: Config, seeds: Sequence[int], name: str, group: str) -> list[Config]:
    """Returns the configs of a group of runs: one for each seed. Their names are "" if `name` is."""
    return [
        dataclasses.replace(config, seed=seed, name=f"{name}-{group}-s{seed}" if name else "")
        for seed in seeds
    ]


def _plans(configs: Sequence[Config], resume: bool, trust: bool, say: Say) -> list[Plan]:
    with _in_own_words(), services_of(configs[0], say) as services:
        return make_lane_plans(configs, resume=resume, trust=trust, services=services)


def _played_steps(config: Config, plan: Plan, trust: bool) -> int:
    """Returns the environment steps that chose and measured the skill from which a run starts."""
    if plan.start is not None:
        return plan.start.played_steps
    # All runs of the plan's group have begun, so the plan has not read the skill.
    return skill_start.played_steps(config, plan.trainer, trust=trust)


def _train(plans: Sequence[Plan], say: Say) -> list[Run]:
    """Trains runs side by side to their ends; then raises the failure of the first run that has one."""
    runs = [as_run(outcome) for outcome in drive(plans, say=say)]
    for run in runs:
        if run.failure is not None:
            raise run.failure
    return runs


@contextlib.contextmanager
def _in_own_words() -> Iterator[None]:
    """Makes errors name the arguments of `finetune`, not the fields of the new runs that stand for them."""
    try:
        yield
    except ConfigError as error:
        text = as_flags(error).replace("--start_skill", "--skills")
        error.args = (text.replace("--start_run=", "").replace("--start_run: ", ""),)
        raise


def _compared(
    runs: list[Run], scratch: list[Run], differing: Sequence[tuple[str, str, str]], played_steps: int
) -> Finetuned:
    """Compares the returns of both groups of runs, and writes one page of all runs."""
    curves, scratch_curves = [_curve(run) for run in runs], [_curve(run) for run in scratch]
    scratch_returns = _returns(scratch_curves) if scratch else None
    half = None
    if scratch_returns is not None and scratch_returns.mean > 0:
        half = scratch_returns.mean / 2
    half_or_never = np.inf if half is None else half
    page = _write_page([*runs, *scratch])
    return Finetuned(
        runs=runs,
        scratch=scratch,
        returns=_returns(curves),
        scratch_returns=scratch_returns,
        half=half,
        steps=_steps_to(curves, half_or_never, played_steps),
        scratch_steps=_steps_to(scratch_curves, half_or_never),
        page=page,
        differing=differing,
        # The log of a run begins with the policy that the run starts from.
        first_returns=_returns(curves, 0) if all(run.path is not None for run in runs) else None,
        level_steps=[] if half is None else _steps_to(curves, 2 * half, played_steps),
        played_steps=played_steps,
        written=() if page is None else (page,),
    )


def _write_page(runs: Sequence[Run]) -> Path | None:
    """Writes the page of all runs into the folder that holds them; None: fewer than two have directories."""
    paths = [run.path for run in runs if run.path is not None]
    if len(paths) < 2:
        return None
    folder = Path(os.path.commonpath([path.parent for path in paths]))
    return compare.write(paths, folder / compare.NAME).path


def _curve(run: Run) -> Curve:
    """Returns the environment steps and the returns of a run's evaluations."""
    rows = logs.read(run.path) if run.path is not None else []
    steps, values, _ = curve(rows, RETURN).tolist()
    if not steps and RETURN in run.figures:
        return [float(run.state.counters.env_steps)], [run.figures[RETURN]]
    return steps, values


def _returns(curves: Sequence[Curve], at: int = -1) -> over_runs.Interval:
    """Returns the mean return, at one evaluation of each run, and its interval; NaN if there is none."""
    found = [values[at] for _, values in curves if values]
    return over_runs.interval([np.asarray(found)]) if found else over_runs.Interval(np.nan, np.nan, np.nan)


def _steps_to(curves: Sequence[Curve], threshold: float, played_steps: int = 0) -> list[float]:
    """Returns the environment steps until each curve reaches a return, with `played_steps` before; or inf."""
    return [played_steps + skill_start.steps_to(steps, values, threshold) for steps, values in curves]
