"""Sweeps from beginning to end: planned, said, trained program by program, ranked and drawn."""

import contextlib
import dataclasses
import os
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax import envs, parallel
from diayn_jax.config import AUTO, Config, ConfigError, closest_matches
from diayn_jax.run import console, files, lock
from diayn_jax.run.loop import drive
from diayn_jax.run.plan import differ_in_program
from diayn_jax.sweeps import document, planning, results, specification, table
from diayn_jax.sweeps.directors import SweepDirector
from diayn_jax.sweeps.document import State
from diayn_jax.sweeps.planning import Group, Program
from diayn_jax.sweeps.screen import SweepScreen
from diayn_jax.sweeps.specification import Specification
from diayn_jax.use.library import Run, load

_OPTIONS = (
    "seeds",
    "grid",
    "ranges",
    "random",
    "random_seed",
    "rank_by",
    "max_lanes",
    "halving",
    "first_rung",
    "pbt",
)


@dataclasses.dataclass(frozen=True)
class Sweep:
    """A sweep, as far as it is."""

    path: Path
    figure: str  # that ranks
    rows: tuple[table.Row, ...]  # the best first
    files: tuple[Path, ...]  # the table, the page and the picture
    failures: Mapping[str, str]  # lanes that could not go on, and why
    stopped: int | None = None  # the signal that ended it early
    unended: tuple[str, ...] = ()  # lanes that go on at a resume

    @property
    def best(self) -> table.Row:
        """The first row."""
        return self.rows[0]

    def load(self, row: int = 0, run: int = 0) -> Run:
        """A run of a row, by its place in the table.

        Raises:
          ConfigError, CheckpointError: as `diayn_jax.load`.
        """
        return load(self.path / self.rows[row].lanes[run])

    def lines(self) -> list[str]:
        """The table as text."""
        return table.lines(self.rows, self.figure)


def sweep(
    *,
    path: str | os.PathLike[str] | None = None,
    resume: bool = False,
    trust: bool = False,
    say: console.Report = print,
    **options: Any,
) -> Sweep:
    """Trains many runs that differ in seeds and settings, and ranks them.

    Args:
      path: directory of a sweep that is to go on.
      resume: goes on with the sweep of that directory, or of this `name`.
      trust: at a resume, code of one's own that the sweep names may be imported.
      say: is given each line of output.
      options: those of `specification.make_specification` (`seeds`, `grid`, `ranges`, `random`, `rank_by`,
        `max_lanes`, `halving`, `first_rung`, `pbt`, …), `name` and `log_dir` of the sweep, and fields of a
        config, which all runs have.

    Raises:
      ConfigError: what cannot be run here, or not as a sweep; nothing has been compiled.
      RunFileError: a file of the sweep that cannot be written.
    """
    name, log_dir = str(options.pop("name", "")), options.pop("log_dir", Config.log_dir)
    if log_dir == files.NONE:
        raise ConfigError("--log_dir=none: the runs of a sweep are directories. Name a folder.")
    if path is not None and not resume:
        raise ConfigError(f"{os.fspath(path)} is a sweep that there is. Add --resume to go on with it.")
    if resume:
        if path is None and not name:
            raise ConfigError("--resume: say which sweep, by its directory or its --name.")
        directory = files.expanded(path) if path is not None else document.folder(log_dir, name)
        if not directory.is_dir():
            there = directory.parent
            others = sorted(p.name for p in there.iterdir()) if there.is_dir() else []
            raise ConfigError(f"There is no sweep at {directory}.{closest_matches(directory.name, others)}")
        with lock.hold(directory, say):
            return _go_on(directory, options, trust, say)
    spec = specification.make_specification(_fields(options), **_given(options))
    directory = document.folder(log_dir, name or document.new_name(spec.seeds[0]))
    if (directory / document.SWEEP).exists():
        raise ConfigError(
            f"--name={directory.name}: {directory} holds a sweep already. Go on with it by --resume, or "
            "choose another --name."
        )
    new = not directory.exists()
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"--log_dir={log_dir}: cannot write {directory} ({error.strerror}).") from error
    try:
        with lock.hold(directory, say):
            return _begin(directory, spec, trust, say)
    except ConfigError:
        if new and not (directory / document.SWEEP).exists():
            _remove_empty(directory)
        raise


def _fields(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name not in _OPTIONS}


def _given(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name in _OPTIONS}


def _remove_empty(directory: Path) -> None:
    """Removes the folders of a sweep that never began."""
    (directory / lock.NAME).unlink(missing_ok=True)
    for inside in sorted(directory.rglob("*"), reverse=True):
        if inside.is_dir():
            files.remove_if_empty(inside)
    files.remove_if_empty(directory)


def _begin(directory: Path, spec: Specification, trust: bool, say: console.Report) -> Sweep:
    parallel.use_cpu_cores(spare_threads=planning.factorises(spec))
    lanes = specification.make_lanes(spec, str(directory), parallel.platform())
    grouped = specification.grouped(lanes)
    planning.check_one_group(spec, grouped)
    groups, programs, memory = [], [], []
    for i, group in enumerate(grouped):
        plans, made, needed = planning.plan_group(group, i, spec, trust)
        groups.append(plans)
        programs += made
        memory.append(needed)
    planning.check_rungs(spec, lanes[0].config)
    figure = planning.ranking_figure(spec, groups[0])
    words = specification.what_differs(grouped)
    for line in planning.announcement(spec, lanes, grouped, words, programs, memory, figure):
        say(line)
    say(f"Writing to {directory}")
    resolved = next(iter(groups[0].plans.values())).resolved
    spec = spec._replace(rank_by=figure)
    started = document.write_sweep(
        directory, spec, [[lane.name for lane in program.lanes] for program in programs], resolved
    )
    return _train(directory, spec, started, State({}, {}, []), programs, groups, say)


def _go_on(directory: Path, options: Mapping[str, Any], trust: bool, say: console.Report) -> Sweep:
    spec, named, read = document.read_sweep(directory, trust=trust)
    spec = _check_same(spec, options)
    state = document.read_state(directory, read["started"], named)
    parallel.use_cpu_cores(spare_threads=planning.factorises(spec))
    lanes = {lane.name: lane for lane in specification.make_lanes(spec, str(directory), parallel.platform())}
    if sorted(lanes) != sorted(name for names in named for name in names):
        raise ConfigError(
            f"{directory / document.SWEEP} has other runs than its specification makes here: it is of "
            "another version, or was edited."
        )
    groups: list[Group] = []
    programs: list[Program] = []
    for names in named:
        own = [lanes[name] for name in names]
        if not programs or differ_in_program(own[0].config, programs[-1].lanes[0].config):
            groups.append(Group({}))
        programs.append(Program(len(groups) - 1, own))
    for i in range(len(groups)):
        left = [
            lane
            for program in programs
            if program.group == i
            for lane in program.lanes
            if lane.name not in state.ended
        ]
        if left:
            size = max(len(program.lanes) for program in programs if program.group == i)
            groups[i] = planning.make_group(left, size, trust, resume=True)
    ended = len(state.ended)
    say(f"Going on with {directory}: {ended} of {len(lanes)} runs have ended")
    return _train(directory, spec, read["started"], state, programs, groups, say)


def _check_same(spec: Specification, options: Mapping[str, Any]) -> Specification:
    """The specification, with another figure to rank by where that is given.

    Raises:
      ConfigError: something else is given than the sweep has.
    """
    given, fields = _given(options), _fields(options)
    if not given and not fields:
        return spec
    ranks = given.pop("rank_by", AUTO)
    if ranks not in (AUTO, spec.rank_by, spec.rank_by.removeprefix("eval/")):
        if spec.halving or spec.population:
            raise ConfigError(
                f"--rank_by={ranks}: the sweep goes by {spec.rank_by} in its decisions. Leave it out."
            )
        spec = spec._replace(rank_by=ranks if "/" in ranks else f"eval/{ranks}")
    other = [name for name, value in fields.items() if name != "seed" and _other_field(spec, name, value)]
    # Made anew, as the command was; what is not given is as it was.
    made = specification.make_specification(
        {**spec.fields, "seed": fields.get("seed", spec.seeds[0])},
        **{
            "seeds": spec.seeds,
            "grid": spec.grid,
            "ranges": spec.ranges,
            "random": spec.random,
            "random_seed": spec.random_seed,
            "max_lanes": spec.max_lanes,
            "halving": spec.halving.factor if spec.halving else None,
            "first_rung": (spec.halving.first_rung or None) if spec.halving else None,
            "pbt": spec.population.every if spec.population else None,
            **given,
        },
    )
    other += [
        name
        for name in ("seeds", "grid", "ranges", "random", "random_seed", "max_lanes", "halving", "population")
        if getattr(made, name) != getattr(spec, name)
    ]
    if other:
        flags = {"ranges": "range", "population": "pbt"}
        named = ", ".join(f"--{flags.get(name, name)}" for name in other)
        raise ConfigError(
            f"--resume cannot change what the sweep is: {named} differ{'s' if len(other) == 1 else ''} from "
            "what it was begun with. Leave it out, or begin another sweep."
        )
    return spec


def _other_field(spec: Specification, name: str, value: Any) -> bool:
    if name == "env":
        value = envs.canonical(value)
    return name not in spec.fields or spec.fields[name] != value


def _train(
    directory: Path,
    spec: Specification,
    started: str,
    state: State,
    programs: Sequence[Program],
    groups: Sequence[Group],
    say: console.Report,
) -> Sweep:
    """Trains what has not ended yet, and gathers what has come of it."""
    stopped, failures = None, {}
    for i, program in enumerate(programs):
        group = groups[program.group]
        left = [lane.name for lane in program.lanes if lane.name not in state.ended]
        if not left:
            continue
        title = f"[{i + 1}/{len(programs)}] " if len(programs) > 1 else ""
        length = program.lanes[0].config.num_env_steps
        with files.explained(directory / document.OUTPUT):
            screen = SweepScreen(directory / document.OUTPUT, say, title, length)
        with contextlib.closing(screen):
            director = SweepDirector(
                directory,
                started,
                state,
                i,
                spec,
                {lane.name: lane for lane in program.lanes},
                spec.rank_by,
                screen.tell,
            )
            runs = drive(
                [group.plans[name] for name in left],
                say=say,
                director=director,
                shared=group.shared(len(program.lanes) > 1),
                screen_of=screen.of_lane,
            )
        for name, run in zip(left, runs, strict=True):
            if run.failure is not None:
                failures[name] = str(run.failure)
                if len(program.lanes) == 1:
                    say(f"[{name}] {run.failure}")
        stopped = next((run.stopped for run in runs if run.stopped), None)
        if i + 1 < len(programs):
            # It came while this program was ending.
            stopped = stopped or director.stop
        if stopped is not None:
            break
    unended = tuple(
        lane.name for program in programs for lane in program.lanes if lane.name not in state.ended
    )
    if unended and stopped is None:
        say(f"{len(unended)} runs could not go on, and stand in the table as they are. Mend what they name.")
    if unended:
        say(f"Go on with: python -m experiments.sweep {shlex.quote(str(directory))} --resume")
    lanes = [lane for program in programs for lane in program.lanes]
    rows, written = results.gather(directory, spec, lanes, state, complete=stopped is None, say=say)
    failures |= {name: how["why"] for name, how in state.ended.items() if how["outcome"] == "failed"}
    return Sweep(directory, spec.rank_by, tuple(rows), tuple(written), failures, stopped, unended)
