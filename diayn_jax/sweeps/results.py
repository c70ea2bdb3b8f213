"""Gathers the results of a sweep from its runs' directories: the table, the page and the picture."""

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import ConfigError, closest_matches
from diayn_jax.run import console
from diayn_jax.show import compare
from diayn_jax.show.pictures import marginals
from diayn_jax.show.report import run_data
from diayn_jax.storage import files
from diayn_jax.sweeps import table
from diayn_jax.sweeps.schedulers import explored, hparams_now
from diayn_jax.sweeps.specification import LaneSpec, Specification
from diayn_jax.sweeps.sweep_files import State

PICTURE = "marginals.png"


def gather(
    directory: Path,
    spec: Specification,
    lanes: Sequence[LaneSpec],
    state: State,
    *,
    complete: bool,
    say: console.Report,
) -> tuple[list[table.Row], list[Path]]:
    """Returns the ranked rows of a sweep. Writes its files if it is complete, and returns their paths.

    `say` is called with a line for each run that cannot be read.

    Raises:
      ConfigError: no run has the figure that ranks.
      RunFileError: a file cannot be written.
    """
    found: dict[str, run_data.RunData] = {}
    for lane in lanes:
        try:
            found[lane.name] = run_data.from_directory(_path(lane))
        except (ConfigError, files.RunFileError) as error:
            if complete and state.ended.get(lane.name, {}).get("outcome") != "failed":
                say(f"{lane.name} is left out: {error}")
    _check_figure(spec.rank_by, state, found)
    figures = {lane.name: _figure(lane.name, found.get(lane.name), state, spec.rank_by) for lane in lanes}
    rows = _rows(directory, spec, lanes, state, found, figures)
    rows = table.ranked(rows, [_stage(row, state) for row in rows])
    if not complete:
        return rows, []
    written = table.write(directory, rows, spec.rank_by)
    # A run that was copied changed its values while training, so a population has no such picture. Methods
    # that are compared have no figure over the values of a setting either.
    varied = (spec.grid or spec.ranges) and not spec.population
    drawn = _marginals(spec, lanes, figures) if varied else []
    if drawn:
        written.append(marginals.save(drawn, spec.rank_by, directory / PICTURE))
    # The page has the best configurations only; it would grow with their number otherwise.
    shown = [row for row in rows if any(Path(lane).name in found for lane in row.lanes)]
    best = {Path(lane).name for row in shown[: compare.MOST_GROUPS] for lane in row.lanes}
    paths = [_path(lane) for lane in lanes if lane.name in best & found.keys()]
    if len(paths) > 1:
        left_out = max(len(shown) - compare.MOST_GROUPS, 0)
        page = compare.write(paths, directory / compare.NAME, drawn, spec.rank_by, left_out)
        written.append(page.path)
    return rows, written


def _check_figure(name: str, state: State, found: Mapping[str, run_data.RunData]) -> None:
    """Raises `ConfigError` if some runs have finished and no run has the figure."""
    known = {figure for data in found.values() for figure in data.figures}
    if name not in known and any(how["outcome"] == "finished" for how in state.ended.values()):
        raise ConfigError(f"--rank_by={name}: these runs have no such figure.{closest_matches(name, known)}")


def _stage(row: table.Row, state: State) -> int:
    """Returns the number of rungs that the runs of a row have passed."""
    names = {Path(lane).name for lane in row.lanes}
    left = [i for i, entry in enumerate(state.decisions) if names.intersection(entry["retired"])]
    return min(left, default=len(state.decisions))


def _path(lane: LaneSpec) -> Path:
    return files.named_directory(lane.config)


def _figure(name: str, data: run_data.RunData | None, state: State, figure: str) -> float:
    """Returns a run's last figure, or NaN if the run failed.

    If the run ended at a rung, it is the figure that was compared there. If the run became a copy and has not
    been evaluated since, it is the figure of the run that was copied.
    """
    how = state.ended.get(name, {})
    if data is None or how.get("outcome") == "failed":
        return float("nan")
    if how.get("outcome") == "retired":
        for entry in state.decisions:
            if name in entry["retired"] and entry["figures"].get(name) is not None:
                return float(entry["figures"][name])
    rounds = [
        (entry, copy["source"])
        for entry in state.decisions
        for copy in entry["copies"]
        if copy["target"] == name
    ]
    if rounds and _evaluated_at(data, figure) <= rounds[-1][0]["updates"]:
        # The run's log describes the policy that it had before the copy.
        entry, source = rounds[-1]
        found = entry["figures"].get(source)
        return float("nan") if found is None else float(found)
    return float(data.figures.get(figure, float("nan")))


def _evaluated_at(data: run_data.RunData, figure: str) -> float:
    """Returns the number of updates at which a run's log has the figure for the last time, or -1."""
    return max((row.get("time/updates") or 0 for row in data.rows if row.get(figure) is not None), default=-1)


def _rows(
    directory: Path,
    spec: Specification,
    lanes: Sequence[LaneSpec],
    state: State,
    found: dict[str, run_data.RunData],
    figures: dict[str, float],
) -> list[table.Row]:
    """Makes a row for each configuration, or for each run of a population."""
    groups: dict[Any, list[LaneSpec]] = {}
    for lane in lanes:
        groups.setdefault(lane.name if spec.population else lane.configuration, []).append(lane)
    rows = []
    for own in groups.values():
        values = dict(spec.configurations[own[0].configuration])
        if spec.population:
            now = hparams_now(own[0].config, own[0].name, state.decisions)
            values |= {name: float(f"{now[name]:.4g}") for name in explored(spec)} | {
                "seed": own[0].config.seed
            }
        failed = [lane for lane in own if state.ended.get(lane.name, {}).get("outcome") == "failed"]
        steps = [found[lane.name].figures.get("time/env_steps", 0) for lane in own if lane.name in found]
        rows.append(
            table.make_row(
                values,
                [figures[lane.name] for lane in own],
                len(failed),
                int(max(steps, default=0)),
                [str(_path(lane).relative_to(directory)) for lane in own],
            )
        )
    return rows


def _marginals(
    spec: Specification, lanes: Sequence[LaneSpec], figures: dict[str, float]
) -> list[marginals.Marginal]:
    """Returns, for each field that is swept over, the figures of all runs by the field's value."""
    names = dict.fromkeys(name for values in spec.configurations for name in values)
    drawn = []
    for name in names:
        points = [
            (spec.configurations[lane.configuration].get(name), figures[lane.name])
            for lane in lanes
            if name in spec.configurations[lane.configuration]
        ]
        log = name in spec.ranges and spec.ranges[name].log
        with contextlib.suppress(ValueError):
            drawn.append(marginals.marginal(name, points, log=log))
    return drawn
