"""The key figures of a report, each with a note that helps to read it."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from diayn_jax.evaluation import metrics
from diayn_jax.number_format import count, number, percent
from diayn_jax.show.report.curves import curve
from diayn_jax.show.report.run_data import RunData, last
from diayn_jax.show.shown_skills import ShownSkills
from diayn_jax.storage import logs


class _Item(NamedTuple):
    """A key figure; it is left out if the run does not have it."""

    name: str  # its name in the log
    label: str
    format: str  # a format of `web/src/headline.js`: number, percent, count, duration
    unit: str = ""
    share: Callable[[RunData, ShownSkills], float | None] = lambda data, shown: (
        None
    )  # of its bar that is filled
    note: Callable[[RunData, ShownSkills], str] = lambda data, shown: ""


def headline(data: RunData, shown: ShownSkills) -> list[dict[str, Any]]:
    """Returns the key figures that a run has, in order."""
    items = []
    for item in _ITEMS:
        value = data.figures.get(item.name)
        if value is not None:
            items.append(
                {
                    "label": item.label,
                    "value": value,
                    "as": item.format,
                    "unit": item.unit,
                    "share": item.share(data, shown) if np.isfinite(value) else None,
                    "note": item.note(data, shown),
                }
            )
    return items


def _share_of_entropy(data: RunData, shown: ShownSkills) -> float | None:
    mi = last(data, "eval/mi")
    return None if mi is None else mi / float(np.log(shown.count))


def _mi_note(data: RunData, shown: ShownSkills) -> str:
    share = _share_of_entropy(data, shown)
    top = float(np.log(shown.count))
    return f"of ln {shown.count} = {number(top)}" + ("" if share is None else f" ({percent(share)})")


def _share_of_skills(data: RunData, shown: ShownSkills) -> float | None:
    effective = last(data, "eval/effective_skills")
    return None if effective is None else effective / shown.count


def _distance_note(data: RunData, shown: ShownSkills) -> str:
    del shown
    halves = [last(data, f"eval/distance_{half}_half") for half in ("first", "second")]
    return "" if None in halves else f"halves of the episode: {number(halves[0])} m, {number(halves[1])} m"


def _coverage_note(data: RunData, shown: ShownSkills) -> str:
    del data
    who = "48 fresh draws of z" if shown.are_vectors else "all skills" if shown.count > 1 else "the policy"
    return f"cells of 1 m × 1 m, {who} by the policy's mode, {metrics.COVERAGE_STEPS} steps"


def _goals_note(data: RunData, shown: ShownSkills) -> str:
    del shown
    success = last(data, "eval/goal_success")
    return "zero-shot, for goals as far away as skills go" + (
        "" if success is None else f"; for goals in ±50 m, or in all of a smaller world: {percent(success)}"
    )


def _return_note(data: RunData, shown: ShownSkills) -> str:
    del shown
    spread = last(data, "eval/return_std")
    text = "mean over episodes" + ("" if spread is None else f", standard deviation {number(spread)}")
    steps, returns, _ = curve(data.rows, "eval/return")
    if not returns:
        return text
    best = int(np.argmax(returns))
    return f"{text}; best evaluation {number(returns[best])}, at step {count(steps[best])}"


def _best_return_note(data: RunData, shown: ShownSkills) -> str:
    del shown
    spread = last(data, "eval/return_spread")
    above = "" if spread is None else f", {number(spread)} above the worst skill's"
    return f"mean over its episodes{above}; never trained on"


def _share_done(data: RunData, shown: ShownSkills) -> float | None:
    del shown
    steps = last(data, logs.STEP)
    return None if steps is None else steps / data.config.num_env_steps


def _rate_note(data: RunData, shown: ShownSkills) -> str:
    del shown
    wall, rate = last(data, "time/wall_seconds"), last(data, "time/env_steps_per_second")
    return "" if rate is None or wall is None else f"{count(rate)} steps per second at the end"


_ITEMS = (
    _Item("eval/return", "Return", "number", note=_return_note),
    _Item("eval/mi", "Mutual information", "number", "nats", _share_of_entropy, _mi_note),
    _Item(
        "eval/effective_skills",
        "Effective skills",
        "number",
        share=_share_of_skills,
        note=lambda data, shown: f"of {shown.count}",
    ),
    _Item(
        "eval/discriminator_accuracy",
        "Accuracy",
        "percent",
        share=lambda data, shown: last(data, "eval/discriminator_accuracy"),
        note=lambda data, shown: f"chance is {percent(1 / shown.count)}",
    ),
    _Item("eval/episode_length", "Episode length", "number", "steps"),
    _Item("eval/distance", "Distance, start to end", "number", "m", note=_distance_note),
    _Item("eval/distance_mean", "Distance, start to end", "number", "m", note=_distance_note),
    _Item("eval/policy_coverage", "Ground covered", "number", "m²", note=_coverage_note),
    _Item(
        "eval/goal_success_near",
        "Goals reached",
        "percent",
        share=lambda data, shown: last(data, "eval/goal_success_near"),
        note=_goals_note,
    ),
    _Item("eval/return_best", "Best skill's return", "number", note=_best_return_note),
    _Item(logs.STEP, "Environment steps", "count", share=_share_done),
    _Item("time/wall_seconds", "Time", "duration", note=_rate_note),
)
