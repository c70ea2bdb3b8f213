"""Compares several runs on one page: figures and curves with intervals over seeds, and the settings."""

import dataclasses
import itertools
import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from diayn_jax import shell
from diayn_jax.config import CATEGORICAL, RESUMABLE, ConfigError, in_arguments, show
from diayn_jax.evaluation.metrics import over_runs
from diayn_jax.number_format import aligned, counted, number
from diayn_jax.records import Record, plain
from diayn_jax.show import page
from diayn_jax.show.log_curves import curve, figure_names
from diayn_jax.show.pictures import marginals
from diayn_jax.show.pictures.marginals import Marginal
from diayn_jax.show.report import Report
from diayn_jax.show.report.clock import Clock
from diayn_jax.show.report.header import head_steps, status
from diayn_jax.show.report.maps import one_scale
from diayn_jax.show.report.run_data import ReportableRun, RunData, from_directory
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.storage import files, paths
from diayn_jax.storage.paths import Name

NAME = "compare.html"
MOST_GROUPS = 100  # groups of a page: each takes up to 70 kB of it

_CURVE_RESAMPLES = 500  # bootstrap samples for each point of a curve
_CURVE_POINTS = 200
_MOST_SEEN = 8  # runs whose skills are shown; each needs a WebGL context, and a browser allows 16
# Settings that may differ between the runs of one group.
_SAME_ANYWAY = (RESUMABLE - {"num_env_steps"}) | {"seed", "device", "preset", "num_devices"}
# These settings decide which other settings exist, and their defaults.
_KINDS = ("env", "objective", "agent")
# Settings whose value is the path of another run. The page shows only the last parts of the path.
_RUNS = ("start_run", "choose_from")
_COPIED = "copied"  # whether population-based training made the run a copy, shown beside the settings
_ABSENT = "–"
_COLOURS = tuple(f"var(--series-{i})" for i in range(1, 7))
_DASHES = (None, "7 3", "2 3", "9 3 2 3")

NUMBER, PERCENT, COUNT = "number", "percent", "count"  # how a value is written: `web/src/format.js`
# The figures of the last evaluation that are compared: name in the log, title, unit, note, format.
_FIGURES = (
    ("eval/return", "Return", "", "the environment's reward over an episode", NUMBER),
    ("eval/mi_normalised", "Mutual information, share of H(p)", "", "100 %: no skill is mistaken", PERCENT),
    ("eval/mi_after_50", "The same from step 50 on", "", "skills start alike", PERCENT),
    ("eval/effective_skills", "Effective skills", "", "", NUMBER),
    ("eval/probe_mi", "Mutual information by a probe", "nats", "by classifiers of other episodes", NUMBER),
    ("eval/discriminator_accuracy", "Accuracy", "", "proves little by itself", PERCENT),
    ("eval/distance_mean", "Distance, start to end", "m", "", NUMBER),
    ("eval/policy_coverage", "Ground covered", "m²", "cells of 1 m × 1 m", NUMBER),
    ("eval/goal_success_near", "Goals reached", "", "goals as far as skills go", PERCENT),
    ("eval/return_best", "Best skill's return", "", "the environment's reward", NUMBER),
    ("time/env_steps_per_second", "Environment steps per second", "", "at the end of the run", COUNT),
    ("time/wall_seconds", "Time", "s", "", NUMBER),
)  # fmt: skip


class Group(NamedTuple):
    """Runs that differ only in their seeds."""

    label: str
    env: str
    variant: str  # the settings that distinguish it from other groups of its environment
    settings: Mapping[str, str]  # the settings in which groups differ
    runs: Sequence[RunData]


@dataclasses.dataclass(frozen=True, repr=False)
class Compared(Record):
    """Several runs on one page, in groups that differ in settings other than the seed."""

    page: Report
    groups: Sequence[Group]
    # A row for each figure and each group that has it: `name` (as in the log), `unit`, `group`, `mean`, `low`
    # and `high` (95 % over runs), and `runs`, the value of each run.
    figures: Sequence[Mapping[str, Any]]
    written: tuple[Path, ...]
    note: str = ""  # which groups are shown, if there are more than `MOST_GROUPS`

    def lines(self) -> list[str]:
        """Returns a table of the figures, and the size of the page."""
        return [*aligned(self.cells(), left=1), *filter(None, [self.note]), self.page.describe()]

    def as_json(self) -> dict[str, Any]:
        """Returns the groups, their settings and figures, the page, and which groups are shown."""
        groups = [
            {"label": _label(group), "settings": group.settings, "runs": [run.path for run in group.runs]}
            for group in self.groups
        ]
        return plain({"groups": groups, "figures": self.figures, "written": self.written, "note": self.note})

    def cells(self) -> list[list[str]]:
        """Returns a row for each figure, with a column for each group."""
        labels = [_label(group) for group in self.groups]
        rows = [["", *labels]]
        for name, unit in dict.fromkeys((row["name"], row["unit"]) for row in self.figures):
            means = {row["group"]: number(row["mean"]) for row in self.figures if row["name"] == name}
            rows.append([f"{name} ({unit})" if unit else name, *(means.get(label, "") for label in labels)])
        return rows


@in_arguments
def compare(*runs: Name | ReportableRun, out: Name | None = None, trust: bool = False) -> Compared:
    """Writes a page that compares runs, `compare.html`; `diayn compare`.

    Of more than `MOST_GROUPS` groups, the best by the page's first figure are compared.

    Args:
      *runs: directories of two runs or more, or such runs. A sweep's directory stands for all its runs.
      out: the folder to write to; None: the one that holds all the runs.
      trust: lets the runs import code of the user's own that they name.

    Raises:
      ConfigError: there are fewer than two different runs, or a run cannot be read.
      RunFileError: the page cannot be written.
    """
    if len(runs) < 2:
        raise ConfigError(
            f"Name two runs or more, or two sweeps, by their directories; {paths.number_named(runs)}."
            + "".join(_page_of_sweep(run) for run in runs)
        )
    directories = [path for run in runs for path in _directories(run)]
    common = Path(os.path.commonpath([path.resolve() for path in directories]))
    folder = paths.out_folder(common if out is None else out)
    for path in directories:
        files.read_config(path, trust=trust)
    groups, note, clock = _groups(directories)
    page = _write(groups, clock, folder / NAME, note)
    figures = [
        {"name": name, "unit": unit, "group": _label(group), **_over_runs([values])}
        for name, _, unit, *_ in _FIGURES
        for group in groups
        if len(values := _last_values(group.runs, name))
    ]
    return Compared(page, groups, figures, (page.path,), note)


def _directories(run: Any) -> list[Path]:
    """Returns the directory of a run, given as a run or as its path, or those of a sweep's runs."""
    if not hasattr(run, "config"):
        return files.runs_of_sweep(paths.named(run)) or [paths.run_path(run)]
    if run.path is None:
        raise ConfigError("A run has no directory, because it was not written (--log_dir=none).")
    return [Path(run.path)]


def _page_of_sweep(run: Any) -> str:
    """Says where the page of a sweep is; "" for a run, and for a sweep without a page."""
    if hasattr(run, "config") or not files.runs_of_sweep(path := paths.named(run)):
        return ""
    return f" The page of this sweep is {path / NAME}." if (path / NAME).is_file() else ""


def _label(group: Group) -> str:
    return group.label or group.env


def write(
    paths: Sequence[Path],
    target: Path,
    drawn: Sequence[Marginal] = (),
    ranked_by: str = "",
    left_out: int = 0,
) -> Report:
    """Writes a page that compares several runs.

    Of more than `MOST_GROUPS` groups, it shows the best by its first figure.

    Args:
      paths: directories of the runs.
      target: path of the page.
      drawn: for a sweep, one figure over the values of each setting that was varied.
      ranked_by: name of that figure.
      left_out: groups that the caller has left out, because `paths` has the best `MOST_GROUPS` of all.

    Raises:
      ConfigError: there are fewer than two different runs, or a run cannot be read.
      RunFileError: the page cannot be written.
    """
    groups, note, clock = _groups(paths)
    if left_out:
        note = _best_of(MOST_GROUPS + left_out, ranked_by)
    return _write(groups, clock, target, note, drawn, ranked_by)


def _groups(directories: Sequence[Path]) -> tuple[list[Group], str, Clock]:
    """Returns the groups of the page, a note on those that are left out, and the time it took."""
    unique = {path.resolve(): path for path in directories}
    if len(unique) < 2:
        raise ConfigError("A comparison needs at least two different runs.")
    clock = Clock()
    with clock.part("logs"):
        records, note = _best([from_directory(path) for path in unique.values()])
        return grouped(records), note, clock


def _best(records: Sequence[RunData]) -> tuple[Sequence[RunData], str]:
    """Returns the runs of the best `MOST_GROUPS` groups, in their order, and a note if there are more."""
    groups = list(_by_settings(records)[1].values())
    if len(groups) <= MOST_GROUPS:
        return records, ""
    names = [name for name, *_ in _FIGURES if name.startswith("eval/")]
    by = next((name for name in names if any(len(_last_values(runs, name)) for runs in groups)), "")

    def place(runs: Sequence[RunData]) -> over_runs.Standing:
        return over_runs.standing([run.figures.get(by, np.nan) for run in runs], failed=0)

    kept = {id(run) for runs in sorted(groups, key=place, reverse=True)[:MOST_GROUPS] for run in runs}
    return [run for run in records if id(run) in kept], _best_of(len(groups), by)


def _best_of(number: int, by: str) -> str:
    """Returns a note that the page shows the best of this number of groups by a figure, if there is one."""
    if not by:
        return f"The page shows the first {MOST_GROUPS} of {number} groups; none has a figure to rank by."
    return f"The page shows the best {MOST_GROUPS} of {number} groups, by {by}."


def _write(
    groups: Sequence[Group],
    clock: Clock,
    target: Path,
    note: str,
    drawn: Sequence[Marginal] = (),
    ranked_by: str = "",
) -> Report:
    with clock.part("intervals"):
        data = {**_data(groups), "marginals": marginals.as_data(drawn), "ranked_by": ranked_by}
        data["notes"] = [*filter(None, [note]), *data["notes"]]
    with clock.part("page"):
        files.write_atomic(target, page.render(data))
    return Report(target, clock.seconds)


def grouped(records: Sequence[RunData]) -> list[Group]:
    """Groups runs by their settings, without seeds and paths; groups keep the order of their first runs."""
    differing, by_values = _by_settings(records)
    groups = []
    shown_of_group = [dict(zip(differing, values, strict=True)) for values in by_values]
    of_envs = [runs[0].config.env for runs in by_values.values()]
    variants = [_variant(shown, by_values) for shown in shown_of_group]
    if len(set(zip(of_envs, variants, strict=True))) < len(variants):
        # The first settings alone do not distinguish all groups.
        variants = [_variant(shown, by_values, len(differing)) for shown in shown_of_group]
    rows = zip(of_envs, variants, shown_of_group, by_values.values(), strict=True)
    for env, variant, shown, runs in rows:
        label = ", ".join(filter(None, [env if "env" in shown or not variant else "", variant]))
        groups.append(Group(label, env, variant, shown, runs))
    return groups


def _by_settings(records: Sequence[RunData]) -> tuple[list[str], dict[tuple[str, ...], list[RunData]]]:
    """Returns the settings in which runs differ, and the runs of each combination of their values."""
    # Objectives differ in their settings, so collect the names over all runs.
    every = [f.name for run in records for f in dataclasses.fields(run.config)]
    # A copied run changed its settings while training, so no other run differs from it in the seed alone.
    names = [name for name in dict.fromkeys([*_KINDS, *every, _COPIED]) if name not in _SAME_ANYWAY]
    settings = [{name: _setting(run, name) for name in names} for run in records]
    for name in filter(names.__contains__, _RUNS):
        short = _last_parts({own[name] for own in settings})
        settings = [own | {name: short[own[name]]} for own in settings]
    differing = [name for name in names if len({s[name] for s in settings} - {_ABSENT}) > 1]
    by_values: dict[tuple[str, ...], list[RunData]] = {}
    for run, own in zip(records, settings, strict=True):
        by_values.setdefault(tuple(own[name] for name in differing), []).append(run)
    return differing, by_values


def _setting(run: RunData, name: str) -> str:
    """Returns a setting with `auto` resolved; a dash if the run does not have the setting."""
    config = run.config
    if name == _COPIED:
        return f"seed {config.seed}" if run.copied else "no"
    if not hasattr(config, name) or (name == "num_skills" and config.skill_space != CATEGORICAL):
        return _ABSENT
    value = run.document.get("resolved", {}).get(name, getattr(config, name))
    if name in _RUNS and value:
        return str(Path(value))
    return show(value) or "none"


def _last_parts(paths: Collection[str]) -> dict[str, str]:
    """Returns the fewest last parts of each path by which all paths differ, by path."""
    for count in itertools.count(1):
        short = {path: str(Path(*Path(path).parts[-count:])) for path in paths}
        if len(set(short.values())) == len(paths):
            break
    return short


def _variant(settings: Mapping[str, str], groups: Collection[tuple[str, ...]], most: int = 3) -> str:
    """Names `most` of the settings that distinguish a group from others of its environment; may be empty."""
    others = [dict(zip(settings, key, strict=True)) for key in groups]
    told = []
    # Settings that belong to an environment, objective or agent are implied by its name, so compare
    # only groups of the same kind.
    for name, value in settings.items():
        kinds = _KINDS[: _KINDS.index(name)] if name in _KINDS else _KINDS
        alike = [other for other in others if all(other.get(k) == settings.get(k) for k in kinds)]
        if name != "env" and value != _ABSENT and len({other[name] for other in alike}) > 1:
            told.append(f"{name}={value}")
    return ", ".join(told[:most]) + (f" and {len(told) - most} more" if len(told) > most else "")


def _data(groups: Sequence[Group]) -> dict[str, Any]:
    records = [run for group in groups for run in group.runs]
    # Only a discriminator predicts a skill's number.
    classifying = [run for run in records if "eval/mi" in run.figures]
    sizes = {shown_of(run.config).count for run in classifying}
    envs = list(dict.fromkeys(group.env for group in groups))
    drawn, separate = zip(*(_curves(group.runs) for group in groups), strict=True)
    seen, without, beyond = _seen(groups)
    seeds = [len(group.runs) for group in groups]
    span = f"{min(seeds)}" if min(seeds) == max(seeds) else f"{min(seeds)} to {max(seeds)}"

    notes = [f"{run.path}: {note}" for run in records for note in run.notes]
    if copied := [run for run in records if run.copied]:
        notes.append(
            f"Population-based training made {counted(len(copied), 'run')} a copy of another. Each is a "
            "group of its own, with its settings at the start. Some changed on the way: the sweep's "
            "programs/*.json list the decisions, and its table.csv has the last values."
        )
    if len(sizes) > 1:
        notes.append(
            f"The runs have {', '.join(map(str, sorted(sizes)))} skills. Compare the share of H(p): nats and "
            "effective skills depend on the number of skills."
        )
    evaluated = [run for run in records if any(name.startswith("eval/") for name in run.figures)]
    if classifying and len(classifying) < len(evaluated):
        notes.append(
            f"{len(classifying)} of the {len(evaluated)} runs have a discriminator; only these have "
            "mutual information and accuracy."
        )
    if len(envs) > 1:
        notes.append(f"The runs use {len(envs)} environments; distances and returns are not comparable.")
    notes += [
        f"{_label(group)}: some runs end an epoch or more before others begin, so "
        f"{counted(number, 'curve')} of this group show only one run, the one with the most points."
        for group, number in zip(groups, separate, strict=True)
        if number
    ]
    if beyond:
        notes.append(
            f"Players and traces show the first {_MOST_SEEN} groups, because a browser cannot draw more. "
            f"Left out: {', '.join(beyond)}."
        )
    if seen and without:
        notes.append(
            f"No players for {', '.join(without)}: their directories hold no report with skills. "
            f"To make one, run {shell.command('show')} RUN."
        )
    return {
        "kind": "compare",
        "title": f"{len(records)} runs of {', '.join(envs)}",
        "subtitle": f"{counted(len(groups), 'group')} of {span} run{'s' if max(seeds) > 1 else ''}",
        "num_skills": max(sizes, default=1),
        "notes": notes,
        "method": _method(max(seeds)),
        "groups": [
            {"label": group.label, "colour": _colour(i), "dash": _dash(i), "curves": curves}
            for i, (group, curves) in enumerate(zip(groups, drawn, strict=True))
        ],
        "figures": _figures(groups),
        "seen": seen,
        "differences": [
            {"name": name, "values": [group.settings[name] for group in groups]}
            for name in groups[0].settings
        ],
        "runs": [_described(run, i) for i, group in enumerate(groups) for run in group.runs],
    }


def _described(run: RunData, group: int) -> dict[str, Any]:
    about = {"path": str(run.path), "group": group, "seed": run.config.seed}
    return {**about, "steps": head_steps(run), "status": status(run)["text"]}


def _method(most: int) -> str:
    if most < 2:
        return "Each group has one run, so there are no intervals. Give several seeds of each."
    return (
        "Interquartile means over runs with 95 % intervals by stratified bootstrap (Agarwal et al. 2021, "
        "arXiv:2108.13264); circles are single runs. With three runs or fewer, the interquartile mean is the "
        "mean, and the interval says little."
    )


def _figures(groups: Sequence[Group]) -> list[dict[str, Any]]:
    figures = []
    for name, title, unit, note, written in _FIGURES:
        rows = []
        for i, group in enumerate(groups):
            values = _last_values(group.runs, name)
            if len(values):
                rows.append(_row(group.label, _colour(i), [values]))
        if rows:
            figures.append({"title": title, "unit": unit, "note": note, "as": written, "rows": rows})
    return figures + _over_environments(groups)


def _over_environments(groups: Sequence[Group]) -> list[dict[str, Any]]:
    """Returns the share of H(p) of each variant that ran in several environments."""
    rows = []
    for i, variant in enumerate(dict.fromkeys(group.variant for group in groups)):
        own = [group for group in groups if group.variant == variant]
        strata = [values for group in own if len(values := _last_values(group.runs, "eval/mi_normalised"))]
        if len({group.env for group in own}) > 1 and len(strata) > 1:
            rows.append(_row(variant or "all", _colour(i), strata))
    if not rows:
        return []
    title = "Mutual information, share of H(p), over environments"
    note = "interval by bootstrap within each environment"
    return [{"title": title, "unit": "", "note": note, "as": PERCENT, "rows": rows}]


def _row(label: str, colour: str, strata: Sequence[np.ndarray]) -> dict[str, Any]:
    return {"label": label, "colour": colour, **_over_runs(strata)}


def _over_runs(strata: Sequence[np.ndarray]) -> dict[str, Any]:
    """Returns the mean of runs with its interval, and the value of each run."""
    return {**over_runs.interval(strata)._asdict(), "runs": np.concatenate(strata).tolist()}


def _colour(i: int) -> str:
    return _COLOURS[i % len(_COLOURS)]


def _dash(i: int) -> str | None:
    """Returns the lengths of a line's dashes and gaps, which distinguish groups of the same colour."""
    return _DASHES[i // len(_COLOURS) % len(_DASHES)]


def _last_values(runs: Sequence[RunData], name: str) -> np.ndarray:
    values = [run.figures.get(name, np.nan) for run in runs]
    return np.array([x for x in values if np.isfinite(x)], dtype=np.float64)


def _curves(records: Sequence[RunData]) -> tuple[dict[str, Any], int]:
    """Returns every figure over steps: interquartile mean and interval, over the steps that all runs cover.

    Also returns how many curves come from runs that share no step; such a curve shows the longest run only.
    """
    epoch = max(run.config.epoch_steps for run in records)
    curves: dict[str, Any] = {}
    separate = 0
    for name in figure_names(row for run in records for row in run.rows):
        lines = [line for run in records if (line := curve(run.rows, name)).size]
        if not lines:
            continue
        if max(line[0, 0] for line in lines) - min(line[0, -1] for line in lines) >= epoch:
            separate += 1
            lines = [max(lines, key=lambda line: line.shape[1])]
        curves[name] = merged(lines)
    return curves, separate


def merged(lines: Sequence[np.ndarray]) -> dict[str, Any]:
    """Merges curves [3, N_i] of steps, values and seconds over the steps that all of them cover.

    If some runs end less than an epoch before others begin, the merged curve is one point, at the last step.
    """
    first, last = max(line[0, 0] for line in lines), min(line[0, -1] for line in lines)
    steps = np.unique(np.concatenate([line[0] for line in lines]))
    steps = steps[(steps >= first) & (steps <= last)] if first <= last else np.array([first])
    if len(steps) > _CURVE_POINTS:
        steps = steps[np.linspace(0, len(steps) - 1, _CURVE_POINTS).round().astype(int)]
    values, seconds = (
        np.stack([np.interp(steps, line[0], line[row]) for line in lines], axis=-1) for row in (1, 2)
    )  # [S, N]
    merged = {"x": steps.tolist(), "y": over_runs.interquartile_mean(values).tolist()}
    if all(line[2].any() for line in lines):
        merged["wall"] = seconds.mean(axis=-1).tolist()
    if len(lines) > 1:
        drawn = np.random.default_rng(0).integers(len(lines), size=(_CURVE_RESAMPLES, len(lines)))
        low, high = np.quantile(over_runs.interquartile_mean(values[:, drawn]), over_runs.ENDS, axis=-1)
        merged |= {"low": low.tolist(), "high": high.tolist()}
    return merged


def _seen(groups: Sequence[Group]) -> tuple[list[dict[str, Any]], list[str], list[str]]:
    """Returns players and traces of one run per group, the groups without them, and the groups left out.

    Players and traces are read from the run's report.
    """
    seen: list[dict[str, Any]] = []
    without: list[str] = []
    beyond: list[str] = []
    for group in groups:
        label = _label(group)
        found = (_of_report(run, label) for run in group.runs)
        shown = next((run for run in found if run is not None), None)
        if shown is None:
            without.append(label)
        elif len(seen) < _MOST_SEEN:
            seen.append(shown)
        else:
            beyond.append(label)
    _share_ranges(seen)
    return seen, without, beyond


def _share_ranges(seen: Sequence[Mapping[str, Any]]) -> None:
    """Gives traces of one environment with the same axes a common range, so that they can be compared."""
    alike: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for run in seen:
        if own := run["traces"]:
            alike.setdefault((run["env"], own["xlabel"], own["ylabel"], own["plane"]), []).append(own)
    for (*_, plane), group in alike.items():
        x, y = (
            (min(own[name][0] for own in group), max(own[name][1] for own in group))
            for name in ("xrange", "yrange")
        )
        x, y = one_scale((x, y)) if plane else (x, y)
        for own in group:
            own |= {"xrange": x, "yrange": y}


def _of_report(run: RunData, label: str) -> dict[str, Any] | None:
    """Returns a run's skills as its report shows them; None if the report is missing or cannot be read."""
    if run.path is None:
        return None
    try:
        data = page.read(run.path / files.REPORT) or {}
        head, skills = data["head"], data["skills"]
        gallery, traces = skills["gallery"], skills["traces"]
        shown = {
            "label": label,
            "env": run.config.env,
            "name": run.path.name,
            "colours": head["colours"],
            "dark_colours": head["dark_colours"],
            "skills": head["skills"],
            # A comparison has no slider over checkpoints, so it drops the earlier ones.
            "gallery": gallery and {k: x for k, x in gallery.items() if k != "earlier"},
            "traces": traces,
        }
        if traces:
            _check_axes(traces)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
    return shown if shown["gallery"] or shown["traces"] else None


def _check_axes(traces: Mapping[str, Any]) -> None:
    """Checks what `_share_ranges` reads of traces.

    Raises:
      KeyError, TypeError, ValueError: an entry is missing or has the wrong type.
    """
    kinds = {"xlabel": str, "ylabel": str, "plane": bool, "xrange": list, "yrange": list}
    for name, kind in kinds.items():
        if not isinstance(traces[name], kind):
            raise TypeError(f"{name} is {traces[name]!r}")
    for ends in (traces["xrange"], traces["yrange"]):
        if len(ends) != 2 or not all(isinstance(x, int | float) for x in ends):
            raise ValueError(f"a range is {ends!r}")
