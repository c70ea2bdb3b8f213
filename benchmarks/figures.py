"""Figures of both sides of a comparison, computed by `diayn_jax.evaluation.evaluators`."""

import itertools
import math
import re
from collections.abc import Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from benchmarks import results
from diayn_jax.config import Config
from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.evaluators import Evaluator
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.resolve import make_skills

_COVERAGE_KEY = 0x636F76  # distinct from the evaluator's own keys

# Figures of an evaluation and their headings, in the order of the tables.
SHOWN = {
    "mi_normalised": "mi_normalised",
    "discriminator_accuracy": "accuracy",
    "mi_after_50": "mi_after_50",
    "policy_coverage": "policy_coverage",
    "distance_mean": "distance, m",
    "distance_second_half": "of it in the second half, m",
    "return_best": "best return",
}


def evaluate(evaluator: Evaluator, state: Any, config: Config, number: int) -> dict[str, float]:
    """Returns the quick figures of a state and its `policy_coverage`, without the prefix `eval/`.

    Args:
      evaluator: from `diayn_jax.evaluation.evaluators.make_evaluator`.
      state: the state that the evaluator's functions take.
      config: the source of K and the seed.
      number: index of this evaluation in its run; it is part of the key of the coverage rollouts.
    """
    quick = {name.removeprefix("eval/"): value for name, value in evaluator.evaluate(state)[0].items()}
    figures = {name: float(value) for name, value in quick.items() if not re.search(r"_skill_\d+$", name)}
    key = jax.random.fold_in(jax.random.fold_in(jax.random.key(config.seed), _COVERAGE_KEY), number)
    space = make_skills(config)
    if space.num_skills is None:
        skill = space.sample(jax.random.split(jax.random.fold_in(key, 1), metrics.COVERAGE_ROLLOUTS))
    else:
        count = metrics.coverage_rollouts(space.num_skills)
        skill = jnp.arange(count, dtype=jnp.int32) % space.num_skills
    episodes = evaluator.rollouts(state, key, skill, metrics.COVERAGE_STEPS, True, False)
    xy, valid = jax.device_get((episodes.xy, episodes.valid))
    figures["policy_coverage"] = float(metrics.policy_coverage(xy, valid))
    return figures


def time_to(curve: Sequence[dict[str, Any]], level: float, name: str = "mi_normalised") -> float | None:
    """Returns the wall seconds of the first of two successive evaluations with a figure of at least `level`.

    Returns None if there are no such two evaluations: the run is censored at its budget.
    """
    for one, after in itertools.pairwise(curve):
        if one["figures"][name] >= level and after["figures"][name] >= level:
            return float(one["wall_seconds"])
    return None


def at_times(curve: Sequence[dict[str, Any]], times: Sequence[float], name: str) -> list[float]:
    """Returns a figure at each of `times`, from the last evaluation before; NaN before the first one."""
    values = []
    for time in times:
        until = [point["figures"][name] for point in curve if point["wall_seconds"] <= time]
        values.append(until[-1] if until else math.nan)
    return values


def cell(values: Sequence[float] | np.ndarray | None) -> str:
    """Formats an interquartile mean with its interval, for a table."""
    if values is None or not len(values):
        return "–"
    mean, low, high = over_runs.interval([np.asarray(values)])
    ends = "" if np.isnan(low) else f" ({results.number(low)} to {results.number(high)})"
    return f"{results.number(mean)}{ends}"


def median(values: Sequence[float]) -> float:
    """Returns the median; censored values are inf."""
    return float(np.median(np.asarray(values, dtype=float)))
