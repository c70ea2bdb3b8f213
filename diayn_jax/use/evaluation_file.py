"""Writes evaluation.json: the figures of a run's skills with their intervals."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jax.numpy as jnp

from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.evaluation.metrics import estimators, intervals
from diayn_jax.storage import files, provenance
from diayn_jax.use.loaded_run import Run


def write(out: Path, run: Run, evaluated: evaluators.Evaluated, variation: Mapping[str, Any]) -> None:
    """Writes the result of `Run.evaluate_with_intervals(…, **variation)` as JSON.

    - `run`, `env_steps`, `variation`, …: what was evaluated.
    - `intervals`: their level, and how each kind is computed.
    - `figures`: {name: {`value`, `low`, `high`, `how`}}.
    - `skills`: a row for each skill, with the figures of the stochastic policy and of its mode. The list is
      empty if there are no skills.

    Raises:
      RunFileError: the file cannot be written.
    """
    skill = jnp.asarray(evaluated.deterministic.skill)
    files.write_json(
        out,
        {
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
        },
    )


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
