"""The table of a sweep: its configurations, ranked by a figure over their seeds."""

import csv
import io
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diayn_jax.config import AUTO, ConfigError, closest_matches, show
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.number_format import aligned, number
from diayn_jax.storage import files

CSV, JSON = "table.csv", "table.json"
_SHOWN = 20  # rows on the screen
# Objective -> figures that may rank its runs. The first one that the runs have is used.
_OF_MAP = ("eval/policy_coverage", "eval/score")
_BY_OBJECTIVE = {
    "diayn": ("eval/mi_normalised",),
    "diayn_islands": ("eval/mi_normalised",),
    "disdain": ("eval/mi_normalised",),
    "smerl": ("eval/return_mean",),
    "metra": _OF_MAP,
    "lsd": _OF_MAP,
    "csf": _OF_MAP,
    "dads": ("eval/score",),
    "task": ("eval/return",),
}
_OTHERWISE = ("eval/mi_normalised", "eval/score", "eval/return")


class Row(NamedTuple):
    """A configuration, or a run if the sweep is population-based training."""

    rank: int
    values: Mapping[str, Any]
    interval: over_runs.Interval  # the interval of the figure over seeds
    runs: int  # the number of runs that have the figure
    failed: int  # the number of runs that failed
    env_steps: int  # the environment steps of the longest run
    lanes: tuple[str, ...]  # the paths of the runs, relative to the sweep's directory
    figures: tuple[float, ...]  # the figure of each run; NaN if it has none


def rank_by(given: str, objective: str, known: Sequence[str]) -> str:
    """Returns the full name of the figure that ranks.

    Args:
      given: the name of the figure, with or without `eval/`; auto: the figure depends on the objective.
      known: the names of the runs' figures, quick and full.

    Raises:
      ConfigError: the runs have no such figure.
    """
    if given == AUTO:
        wanted = _BY_OBJECTIVE.get(objective, _OTHERWISE)
        return next((name for name in (*wanted, *_OTHERWISE) if name in known), known[0])
    for name in (given, f"eval/{given}"):
        if name in known:
            return name
    short = [name.removeprefix("eval/") for name in known if "_skill_" not in name]
    matches = closest_matches(given.removeprefix("eval/"), short)
    raise ConfigError(
        f"--rank_by={given}: these runs have no such figure.{matches} They have: {', '.join(short)}."
    )


def ranked(rows: Sequence[Row], stages: Sequence[int] | None = None) -> list[Row]:
    """Sorts rows so that the best comes first.

    Rows with a figure come before rows without one. Then more rungs passed (`stages`; None: 0) come first,
    and then the better `over_runs.standing`, in which a failed run counts as the worst.
    """
    of = dict(zip(map(id, rows), stages or [0] * len(rows), strict=True))

    def place(row: Row) -> tuple[bool, int, tuple[float, ...]]:
        known = [x for x in row.figures if math.isfinite(x)]
        found = over_runs.standing(known, row.failed)
        return not known, -of[id(row)], tuple(-x for x in found)

    return [row._replace(rank=i + 1) for i, row in enumerate(sorted(rows, key=place))]


def make_row(
    values: Mapping[str, Any], figures: Sequence[float], failed: int, env_steps: int, lanes: Sequence[str]
) -> Row:
    """Makes a row without a rank. Figures that are not finite are ignored."""
    known = np.array([x for x in figures if math.isfinite(x)])
    none = over_runs.Interval(math.nan, math.nan, math.nan)
    interval = over_runs.interval([known]) if len(known) else none
    return Row(0, values, interval, len(known), failed, env_steps, tuple(lanes), tuple(figures))


def lines(rows: Sequence[Row], figure: str) -> list[str]:
    """Returns the table as lines of text."""
    names = swept(rows)
    head = ["", *names, figure, "95 %", "runs"]
    failed = any(row.failed for row in rows)
    stopped = len({row.env_steps for row in rows}) > 1
    head += [*(["failed"] if failed else []), *(["steps"] if stopped else [])]
    cells = [head]
    for row in rows[:_SHOWN]:
        own = [show(row.values[name]) if name in row.values else "–" for name in names]
        mean, low, high = row.interval
        ends = f"{number(low)} to {number(high)}" if math.isfinite(low) else ""
        cell = [str(row.rank), *own, number(mean), ends, str(row.runs)]
        cell += [*([str(row.failed)] if failed else []), *([str(row.env_steps)] if stopped else [])]
        cells.append(cell)
    found = aligned(cells)
    if len(rows) > _SHOWN:
        found.append(f"({_SHOWN} of {len(rows)} rows; {CSV} has them all)")
    return found


def swept(rows: Sequence[Row]) -> list[str]:
    """Returns the names of all fields that are swept over."""
    return list(dict.fromkeys(name for row in rows for name in row.values))


def write(path: Path, rows: Sequence[Row], figure: str) -> list[Path]:
    """Writes the table as CSV and JSON into a directory.

    Raises:
      RunFileError: a file cannot be written.
    """
    names = swept(rows)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    columns = ("mean", "low", "high")
    writer.writerow(["rank", *names, *(f"{figure}_{x}" for x in columns), "runs", "failed", "env_steps"])
    for row in rows:
        own = [show(row.values[name]) if name in row.values else "" for name in names]
        interval = [repr(x) if math.isfinite(x) else "" for x in row.interval]
        writer.writerow([row.rank, *own, *interval, row.runs, row.failed, row.env_steps])
    files.write_atomic(path / CSV, text.getvalue())
    document = {
        "figure": figure,
        "rows": [
            {
                "rank": row.rank,
                "values": dict(row.values),
                **row.interval._asdict(),
                "runs": row.runs,
                "failed": row.failed,
                "env_steps": row.env_steps,
                "lanes": dict(zip(row.lanes, row.figures, strict=True)),
            }
            for row in rows
        ],
    }
    files.write_checked_json(path / JSON, document)
    return [path / CSV, path / JSON]
