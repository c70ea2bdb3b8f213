"""Compares methods: each of them trains on each environment with each seed, as one sweep.

A method is an objective, or an objective and an agent: `metra`, `metra/sac`. All methods take the same number
of environment steps, or the number of steps that each makes in the same time.
"""

import dataclasses
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diayn_jax import agents, envs, objectives, shell
from diayn_jax.config import NO_SKILLS, Config, ConfigError, check_whole, in_arguments
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.number_format import aligned, count, number
from diayn_jax.records import Record, Say, plain, silent
from diayn_jax.run.plan import make_plan
from diayn_jax.show.report import run_data
from diayn_jax.storage import files
from diayn_jax.sweeps import sweep_files
from diayn_jax.sweeps.sweep import Sweep, sweep
from diayn_jax.use.dry_run import dry_run
from diayn_jax.use.loaded_run import make_config
from diayn_jax.use.training_run import SERVICES

NAME = "benchmark.md"

# The figures of the table: name in the log, heading.
FIGURES = (
    ("eval/mi_normalised", "mi_normalised"),
    ("eval/probe_mi", "probe MI, nats"),
    ("eval/policy_coverage", "coverage, m²"),
    ("eval/distance_mean", "distance, m"),
    ("eval/goal_success_near", "goals near"),
    ("eval/return_best", "best return"),
    ("time/env_steps", "steps"),
    ("time/wall_seconds", "seconds"),
)


class Result(NamedTuple):
    """The figures of a method on an environment."""

    env: str
    method: str
    runs: int  # runs that ended
    failed: int
    figures: Mapping[str, over_runs.Interval]  # by name in the log, over seeds; without those it lacks


@dataclasses.dataclass(frozen=True, repr=False)
class Benchmark(Record):
    """Methods on environments, compared over seeds; it may have been stopped early."""

    sweep: Sweep
    results: tuple[Result, ...]
    written: tuple[Path, ...]

    def lines(self) -> list[str]:
        """Returns a table for each environment."""
        found: list[str] = []
        for env, table in self._tables().items():
            found += [*([""] if found else []), env, *aligned(table, left=1)]
        return found

    def as_json(self) -> dict[str, Any]:
        """Returns the figures of each method on each environment, and the sweep."""
        rows = [
            {**row._asdict(), "figures": {name: x._asdict() for name, x in row.figures.items()}}
            for row in self.results
        ]
        return plain({"results": rows, "sweep": self.sweep.as_json(), "written": self.written})

    def cells(self) -> list[list[str]]:
        """Returns a row for each method on each environment, with the means of all figures."""
        names = [name for name, _ in FIGURES if any(name in row.figures for row in self.results)]
        rows = [["environment", "method", "runs", *(title for name, title in FIGURES if name in names)]]
        for row in self.results:
            means = (_mean(row, name) for name in names)
            rows.append([row.env, row.method, str(row.runs), *means])
        return rows

    def _tables(self) -> dict[str, list[list[str]]]:
        """Returns the rows of each environment: means with their intervals, the heading first."""
        tables = {}
        for env in dict.fromkeys(row.env for row in self.results):
            own = [row for row in self.results if row.env == env]
            shown = [(name, title) for name, title in FIGURES if any(name in row.figures for row in own)]
            failed = any(row.failed for row in own)
            rows = [["method", "runs", *(["failed"] if failed else []), *(title for _, title in shown)]]
            for row in own:
                ended = [str(row.runs), *([str(row.failed)] if failed else [])]
                rows.append([row.method, *ended, *(_with_interval(row, name) for name, _ in shown)])
            tables[env] = rows
        return tables

    def markdown(self) -> str:
        """Returns the tables as a page in Markdown."""
        parts = ["# Methods compared", _METHOD]
        for env, (head, *rows) in self._tables().items():
            marks = ["---", *["---:"] * (len(head) - 1)]
            lines = ["| " + " | ".join(row) + " |" for row in (head, marks, *rows)]
            parts += [f"## {env}", "\n".join(lines)]
        return "\n\n".join(parts) + "\n"


def _mean(row: Result, name: str) -> str:
    return number(row.figures[name].mean) if name in row.figures else ""


def _with_interval(row: Result, name: str) -> str:
    """Writes a mean with its interval: `0.91 (0.88 to 0.93)`; counts and seconds have the mean alone."""
    mean = _mean(row, name)
    if not mean or name.startswith("time/") or row.figures[name].low != row.figures[name].low:
        return mean
    return f"{mean} ({number(row.figures[name].low)} to {number(row.figures[name].high)})"


_METHOD = (
    "Interquartile means over seeds, with 95 % intervals by stratified bootstrap (Agarwal et al. 2021, "
    "arXiv:2108.13264). With three runs or fewer, the interquartile mean is the mean. `sweep.json` has the "
    "command, the versions and all settings; `compare.html` has curves over steps and over time."
)


@in_arguments
def benchmark(
    *,
    envs: Sequence[str] = (),
    methods: Sequence[str] = (),
    seeds: Sequence[int] | None = None,
    steps: int | None = None,
    seconds: float | None = None,
    path: str | os.PathLike[str] | None = None,
    trust: bool = False,
    say: Say = silent,
    **fields: Any,
) -> Benchmark:
    """Trains several methods on several environments with several seeds, and compares their skills.

    Args:
      envs: names of environments.
      methods: objectives, each alone (`metra`, with the agent that is its default there) or with an agent
        (`metra/sac`).
      seeds: the seeds of each method on each environment; 0, 1 and 2 by default.
      steps: environment steps of each run.
      seconds: instead of `steps`, how long a run would train alone on this machine, without compilation and
        evaluations. A short trial of each method measures how many steps that is.
      path: the directory of a benchmark to continue, or to print again. It takes nothing else but `trust`.
      trust: lets the benchmark at `path` import code of the user's own that it names.
      say: receives each line of output.
      **fields: fields of the config of all runs, such as `num_skills`, and the sweep's `name` and `log_dir`.

    Raises:
      ConfigError: something is not allowed or missing. It is raised before anything is compiled.
      RunFileError: a file cannot be written.
    """
    if path is not None:
        if envs or methods or fields or any(given is not None for given in (seeds, steps, seconds)):
            raise ConfigError(f"{os.fspath(path)} is continued as it began. Leave all other options out.")
        _check_is_benchmark(files.expanded(path), trust)
        return _gathered(sweep(path=path, resume=True, trust=trust, say=say), trust)
    pairs = _pairs(envs, methods)
    if (steps is None) == (seconds is None):
        raise ConfigError("Give --steps for equal steps, or --seconds for equal time; one of them.")
    check_whole(1, steps=steps)
    if seconds is not None and not 0 < seconds < float("inf"):
        raise ConfigError(f"--seconds={seconds}: it takes a number of seconds above 0.")
    for name in ("env", "objective", "agent", "num_env_steps", "seed"):
        if name in fields:
            instead = {"seed": "--seeds", "num_env_steps": "--steps", "env": "--envs"}.get(name, "--methods")
            raise ConfigError(f"--{name}={fields[name]}: a benchmark takes {instead}. Leave --{name} out.")
    configurations = tuple({**pair, "num_env_steps": steps} for pair in pairs)
    # Refuse what cannot run before the trials.
    configs = [_config({**fields, **values, "num_env_steps": steps or 1_000_000}) for values in pairs]
    if seconds is not None:
        for config in configs:
            _check_parts(config, trust)
        rates = [_rate(config, trust, say) for config in configs]
        configurations = tuple(
            {**pair, "num_env_steps": max(1, int(rate * seconds))}
            for pair, rate in zip(pairs, rates, strict=True)
        )
    found = sweep(
        seeds=(0, 1, 2) if seeds is None else seeds,
        configurations=configurations,
        rank_by="return_mean",
        trust=trust,
        say=say,
        **fields,
    )
    return _gathered(found, trust)


def _pairs(given_envs: Sequence[str], methods: Sequence[str]) -> list[dict[str, str]]:
    """Returns each environment with each method, as fields.

    Raises:
      ConfigError: a name is unknown or given twice, there is none, or an objective has no skills.
    """
    for flag, given in (("envs", given_envs), ("methods", methods)):
        if isinstance(given, str):
            raise ConfigError(f"--{flag}={given!r}: give a list of names, such as [{given!r}].")
        if not given:
            raise ConfigError(f"--{flag} is empty. Name one or more, separated by commas.")
    names = [envs.canonical(name) for name in given_envs]
    parts = [_of_method(method) for method in methods]
    for flag, words in (("envs", names), ("methods", ["/".join(part.values()) for part in parts])):
        if twice := [word for word in words if words.count(word) > 1]:
            raise ConfigError(f"--{flag}: {twice[0]} is given twice. Leave one out.")
    return [{"env": name, **own} for name in names for own in parts]


def _of_method(method: str) -> dict[str, str]:
    objective, _, agent = method.partition("/")
    if objectives.spec(objective).skill_space == NO_SKILLS:
        raise ConfigError(
            f"--methods: {objective} has no skills, so there is nothing to compare. Leave it out."
        )
    if not agent:
        return {"objective": objective}
    agents.spec(agent)
    return {"objective": objective, "agent": agent}


def _config(fields: Mapping[str, Any]) -> Config:
    """Makes the config of a trial, which writes nothing."""
    own = {name: value for name, value in fields.items() if name != "name"} | {"log_dir": files.NONE}
    return make_config(**own)


def _check_parts(config: Config, trust: bool) -> None:
    """Raises `ConfigError` if the parts of a config do not fit together. Compiles nothing."""
    plan = make_plan(config, trust=trust, services=SERVICES)
    if plan.env.simulator is not None:
        plan.env.simulator.close()


def _check_is_benchmark(path: Path, trust: bool) -> None:
    """Raises `ConfigError` if the sweep at `path`, if there is one, did not begin as a benchmark."""
    if not (path / sweep_files.SWEEP).exists():
        return
    for values in sweep_files.read_sweep(path, trust=trust)[0].configurations:
        if not {"env", "objective", "num_env_steps"} <= values.keys():
            raise ConfigError(
                f"{path} is a sweep, but not a benchmark. Continue it with `{shell.command('resume', path)}`."
            )


def _rate(config: Config, trust: bool, say: Say) -> float:
    """Returns the environment steps per second of a run alone on this machine, measured in a short trial."""
    rate = dry_run(config, explicit=(), trust=trust).env_steps_per_second
    say(f"{config.env}, {config.objective} by {config.agent}: {count(int(rate))} steps per second")
    return rate


def _gathered(found: Sweep, trust: bool) -> Benchmark:
    """Reads the figures of a sweep's runs, and writes the tables if it has ended."""
    order = list(sweep_files.read_sweep(found.path, trust=trust)[0].configurations)
    results = []
    for row in sorted(found.rows, key=lambda row: order.index(row.values)):
        # A run that failed or has not begun has no figure.
        ended = [
            run_data.from_directory(found.path / lane)
            for lane, figure in zip(row.lanes, row.figures, strict=True)
            if np.isfinite(figure) and Path(lane).name not in found.unended
        ]
        method = "/".join(str(row.values[name]) for name in ("objective", "agent") if name in row.values)
        figures = {}
        for name, _ in FIGURES:
            values = np.array([record.figures.get(name, np.nan) for record in ended])
            if np.isfinite(values).any():
                figures[name] = over_runs.interval([values[np.isfinite(values)]])
        results.append(Result(str(row.values["env"]), method, len(ended), row.failed, figures))
    made = Benchmark(found, tuple(results), found.written)
    if not found.written:
        return made
    files.write_atomic(found.path / NAME, made.markdown())
    return dataclasses.replace(made, written=(*found.written, found.path / NAME))
