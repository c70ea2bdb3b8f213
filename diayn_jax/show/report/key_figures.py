"""The key figures of a report, each with a note that helps to read it."""

from typing import Any

import numpy as np

from diayn_jax.evaluation import metrics
from diayn_jax.number_format import count, number, percent
from diayn_jax.show.log_curves import curve
from diayn_jax.show.report.run_data import RunData, last
from diayn_jax.show.shown_skills import ShownSkills
from diayn_jax.storage import logs

# The key figures in order: name in the log, label, format of `web/src/headline.js`, and unit.
_ITEMS = (
    ("eval/return", "Return", "number", ""),
    ("eval/mi", "Mutual information", "number", "nats"),
    ("eval/effective_skills", "Effective skills", "number", ""),
    ("eval/discriminator_accuracy", "Accuracy", "percent", ""),
    ("eval/episode_length", "Episode length", "number", "steps"),
    ("eval/distance", "Distance, start to end", "number", "m"),
    ("eval/distance_mean", "Distance, start to end", "number", "m"),
    ("eval/policy_coverage", "Ground covered", "number", "m²"),
    ("eval/goal_success_near", "Goals reached", "percent", ""),
    ("eval/return_best", "Best skill's return", "number", ""),
    (logs.STEP, "Environment steps", "count", ""),
    ("time/wall_seconds", "Time", "duration", ""),
)


def headline(data: RunData, shown: ShownSkills) -> list[dict[str, Any]]:
    """Returns the key figures that a run has, in order, with notes and the filled share of their bars."""
    # The number of which each figure is a share.
    wholes = {
        "eval/mi": float(np.log(shown.count)),
        "eval/effective_skills": shown.count,
        "eval/discriminator_accuracy": 1.0,
        "eval/goal_success_near": 1.0,
        logs.STEP: data.config.num_env_steps,
    }
    notes = _notes(data, shown)
    items = []
    for name, label, written, unit in _ITEMS:
        value = data.figures.get(name)
        if value is not None:
            share = value / wholes[name] if name in wholes and np.isfinite(value) else None
            note = notes.get(name, "")
            items.append(
                {"label": label, "value": value, "as": written, "unit": unit, "share": share, "note": note}
            )
    return items


def _notes(data: RunData, shown: ShownSkills) -> dict[str, str]:
    """Returns the notes of figures by name."""
    top, mi = float(np.log(shown.count)), last(data, "eval/mi")
    halves = [last(data, f"eval/distance_{half}_half") for half in ("first", "second")]
    ends = "" if None in halves else f"halves of the episode: {number(halves[0])} m, {number(halves[1])} m"
    who = "48 fresh draws of z" if shown.are_vectors else "all skills" if shown.count > 1 else "the policy"
    success, spread = last(data, "eval/goal_success"), last(data, "eval/return_spread")
    far = f"; for goals in ±50 m, or in all of a smaller world: {percent(success)}"
    above = "" if spread is None else f", {number(spread)} above the worst skill's"
    trained = "" if data.is_rewarded else "; never trained on"
    active = last(data, "train/skills_active")
    in_use = "" if active is None else f", {number(active)} of them active"
    rate = last(data, "time/env_steps_per_second")
    timed = rate is not None and last(data, "time/wall_seconds") is not None
    return {
        "eval/return": _return_note(data),
        "eval/mi": f"of ln {shown.count} = {number(top)}" + ("" if mi is None else f" ({percent(mi / top)})"),
        "eval/effective_skills": f"of {shown.count}{in_use}",
        "eval/discriminator_accuracy": f"chance is {percent(1 / shown.count)}",
        "eval/distance": ends,
        "eval/distance_mean": ends,
        "eval/policy_coverage": (
            f"cells of 1 m × 1 m, {who} by the policy's mode, {metrics.COVERAGE_STEPS} steps"
        ),
        "eval/goal_success_near": (
            f"zero-shot, for goals as far away as skills go{'' if success is None else far}"
        ),
        "eval/return_best": f"mean over its episodes{above}{trained}",
        "time/wall_seconds": f"{count(rate)} steps per second at the end" if timed else "",
    }


def _return_note(data: RunData) -> str:
    spread = last(data, "eval/return_std")
    text = "mean over episodes" + ("" if spread is None else f", standard deviation {number(spread)}")
    steps, returns, _ = curve(data.rows, "eval/return")
    if not len(returns):
        return text
    best = int(np.argmax(returns))
    return f"{text}; best evaluation {number(returns[best])}, at step {count(steps[best])}"
