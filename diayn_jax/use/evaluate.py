"""Evaluates the skills of a run: figures with intervals, as a record and as evaluation.json."""

import dataclasses
import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jax.numpy as jnp

from diayn_jax import output
from diayn_jax.config import check_whole, in_arguments, show
from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.evaluation.metrics import estimators, intervals
from diayn_jax.number_format import number
from diayn_jax.output import Progress
from diayn_jax.records import Record, Say, plain, silent
from diayn_jax.run import console
from diayn_jax.storage import files, paths, provenance
from diayn_jax.use.loaded_run import Run, checked_variation
from diayn_jax.use.named_run import LATEST, Named, path_of, run_of

_LONGEST = 180  # bytes of the variation in a file's name; the limit of file systems is 255


@dataclasses.dataclass(frozen=True, repr=False)
class Evaluation(Record):
    """The figures of a run's skills, with confidence intervals over episodes."""

    run: Run
    variation: Mapping[str, Any]  # what differs from the run's environment
    evaluated: evaluators.Evaluated  # the episodes, too
    written: tuple[Path, ...]

    @property
    def figures(self) -> Mapping[str, float]:
        """The figures by name (docs/reference/metrics.md)."""
        return self.evaluated.figures

    @property
    def intervals(self) -> Mapping[str, metrics.Interval]:
        """The intervals of figures, by name."""
        return self.evaluated.intervals

    def lines(self) -> list[str]:
        """Returns all figures with their intervals: a row for each skill, then one for each other figure."""
        stochastic = self.evaluated.stochastic
        table = [] if stochastic is None else metrics.skill_table(stochastic)
        played = dataclasses.replace(self.run.config, **self.variation)
        return console.evaluation_lines(played, table, self.figures, self.intervals)

    def as_json(self) -> dict[str, Any]:
        """Returns the content of evaluation.json, and the files that were written."""
        return plain({**_document(self.run, self.evaluated, self.variation), "written": self.written})

    def cells(self) -> list[list[str]]:
        """Returns a row for each figure over all skills."""
        rows = [["figure", "value", "low", "high"]]
        for name, value in self.figures.items():
            if "_skill_" not in name:
                interval = self.intervals.get(name)
                ends = ["", ""] if interval is None else [number(interval.low), number(interval.high)]
                rows.append([name, number(value), *ends])
        return rows


@in_arguments
def evaluate(
    run: Named,
    *,
    checkpoint: int | str = LATEST,
    episodes: int | None = None,
    file: str | os.PathLike[str] | None = None,
    trust: bool = False,
    say: Say = silent,
    progress: Progress = output.silent,
    **variation: Any,
) -> Evaluation:
    """Evaluates the skills of a run in new episodes, and writes the figures as JSON; `diayn evaluate`.

    The same arguments give the same figures. Without `episodes` and variations, training logged the same.

    Args:
      run: the directory of a run, or a `Run`.
      checkpoint: `latest`, `best`, or the checkpoint's environment steps.
      episodes: the number of episodes of each skill; None: the run's `eval_episodes`.
      file: the file to write; None: `evaluation.json` in the run's directory, if it has one. Each variation
        has its own file there.
      trust: lets the run import code of the user's own that it names.
      say, progress: receive what is evaluated, and the name of each phase as it begins.
      **variation: changes of the environment: `env`, or fields of `envs.Variation`, such as `gravity=0.5`.

    Raises:
      ConfigError: there is no such run; a number is below 1; or the run cannot do this variation.
      CheckpointError: there is no such checkpoint.
      RunFileError: the file cannot be written.
    """
    check_whole(episodes=episodes)
    # A named run is looked for first, so that a wrong file is refused before the run is loaded.
    directory = path_of(run)
    variation = checked_variation(variation)
    own = None if directory is None else directory / _file_name(variation)
    out = paths.out_file(file, own, "figures.json")
    run = run_of(run, checkpoint, trust=trust)
    changed = {name: x for name, x in variation.items() if x != getattr(run.config, name, None)}
    varied = ", ".join(f"{name}={show(value)}" for name, value in changed.items())
    components = run.trainer.components
    with run.with_episodes(episodes).evaluator_in(**changed) as evaluator:
        say(
            f"{run.path or run.config.env}, step {int(run.state.counters.env_steps)}: "
            f"{console.skills_in_words(components.skills, components.feature_map.name)}, "
            f"{run.trainer.env.name} ({run.trainer.env.backend})" + (f"; with {varied}" if varied else "")
        )
        evaluated = evaluator.evaluate_with_intervals(run.state, progress=progress)
    if out is not None:
        files.write_json(out, _document(run, evaluated, changed))
    return Evaluation(run, changed, evaluated, () if out is None else (out,))


def _file_name(variation: Mapping[str, Any]) -> str:
    """Returns the name of the file in the run's directory; each variation has its own."""
    varied = "".join(f"-{name}={show(x)}" for name, x in variation.items())
    if len(varied.encode()) > _LONGEST:
        digest = hashlib.sha256(varied.encode()).hexdigest()[:8]
        varied = f"{varied.encode()[: _LONGEST - 9].decode(errors='ignore')}-{digest}"
    # The names of some environments have a slash.
    return f"evaluation{varied.replace('/', '_')}.json"


def _document(run: Run, evaluated: evaluators.Evaluated, variation: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the content of evaluation.json.

    - `run`, `env_steps`, `variation`, …: what was evaluated.
    - `intervals`: their level, and how each kind is computed.
    - `figures`: {name: {`value`, `low`, `high`, `how`}}.
    - `skills`: a row for each skill, with the figures of the stochastic policy and of its mode. The list is
      empty if there are no skills.
    """
    skill = jnp.asarray(evaluated.deterministic.skill)
    return {
        "run": str(run.path) if run.path else None,
        "env": run.config.env,
        "backend": run.trainer.env.backend,
        "features": run.trainer.components.feature_map.name,
        "skill_space": run.trainer.components.skills.name,
        "num_skills": run.trainer.components.skills.num_skills,
        "env_steps": int(run.state.counters.env_steps),
        "variation": dict(variation),
        "episodes": int((skill == 0).sum()),
        "episode_length": run.config.episode_length,
        "terminate_when_unhealthy": variation.get(
            "terminate_when_unhealthy", run.config.terminate_when_unhealthy
        ),
        "intervals": {"level": estimators.LEVEL, **estimators.HOW},
        "figures": intervals.as_json(evaluated.figures, evaluated.intervals),
        "skills": _rows(evaluated),
        "device": provenance.device(),
        "versions": provenance.versions(),
    }


def _rows(evaluated: evaluators.Evaluated) -> list[dict[str, Any]]:
    """Returns each skill's figures with their intervals, for the stochastic policy and for its mode."""
    if evaluated.stochastic is None:
        return []
    tables = {
        "stochastic": ("eval", metrics.skill_table(evaluated.stochastic)),
        "deterministic": ("eval_deterministic", metrics.skill_table(evaluated.deterministic)),
    }
    rows = []
    for z, row in enumerate(tables["stochastic"][1]):
        about = {name: row[name] for name in ("skill", "z") if name in row}
        by_policy = {
            policy: _with_intervals(own[z], of, evaluated.intervals) for policy, (of, own) in tables.items()
        }
        rows.append(about | by_policy)
    return rows


def _with_intervals(row: Mapping[str, Any], of: str, found: Mapping[str, metrics.Interval]) -> dict[str, Any]:
    """Returns a row of a skill table with the interval of each figure.

    Args:
      row: a row of `metrics.skill_table`.
      of: the prefix of the figures' names in `found`, such as `eval`.
      found: the intervals of figures by name.
    """
    called = {
        name: f"{of}/{'episode_length' if name == 'length' else name}_skill_{row['skill']}"
        for name in ("return", "length", "distance", "accuracy", "log_q", "score")
        if name in row
    }
    values = {called[name]: row[name] for name in called if row[name] is not None}
    with_intervals = intervals.as_json(values, found)
    figures = {name: with_intervals.get(key) for name, key in called.items()}
    return figures | {name: row[name] for name in ("nearest", "nearest_share") if name in row}
