"""Runs a sweep: plans it, trains its programs, ranks and draws the runs; resumes sweeps and runs."""

import contextlib
import dataclasses
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax import envs, parallel, shell
from diayn_jax.config import AUTO, Config, ConfigError, closest_matches, in_arguments, show
from diayn_jax.number_format import number
from diayn_jax.records import Record, Say, plain, silent
from diayn_jax.run import console
from diayn_jax.storage import files, lock, paths
from diayn_jax.sweeps import islands, plan, programs, results, specification, sweep_files, table, workers
from diayn_jax.sweeps.plan import Group
from diayn_jax.sweeps.programs import Begun, Outcome
from diayn_jax.sweeps.specification import LaneSpec, Options, Specification
from diayn_jax.sweeps.workers import Cluster
from diayn_jax.use.loaded_run import Run, load
from diayn_jax.use.named_run import directory_of
from diayn_jax.use.training_run import train


@dataclasses.dataclass(frozen=True, repr=False)
class Sweep(Record):
    """The results of a sweep, which may have been stopped early."""

    path: Path
    figure: str  # the figure that ranks
    rows: tuple[table.Row, ...]  # the best first
    written: tuple[Path, ...]  # the table, the page and the picture
    failures: Mapping[str, str]  # lanes that stopped on an error, and their errors
    stopped: int | None = None  # the signal that ended the sweep early
    unended: tuple[str, ...] = ()  # lanes that a resume continues

    @property
    def best(self) -> table.Row:
        """The row of the best configuration."""
        return self.rows[0]

    def load(self, row: int = 0, run: int = 0) -> Run:
        """Loads run number `run` of row number `row`, both from 0.

        Raises:
          ConfigError: there is no such row or run; otherwise as for `diayn_jax.load`.
          CheckpointError: see `diayn_jax.load`.
        """
        if row not in range(len(self.rows)):
            raise ConfigError(f"row={row}: the sweep has rows 0 to {len(self.rows) - 1}.")
        lanes = self.rows[row].lanes
        if run not in range(len(lanes)):
            raise ConfigError(f"run={run}: row {row} of the sweep has runs 0 to {len(lanes) - 1}.")
        return load(self.path / lanes[run])

    def lines(self) -> list[str]:
        """Returns the table as lines of text."""
        return table.lines(self.rows, self.figure)

    def as_json(self) -> dict[str, Any]:
        """Returns the table, the best row first, and the lanes that failed."""
        return plain(
            {
                "sweep": self.path,
                "figure": self.figure,
                "rows": [{**row._asdict(), "interval": row.interval._asdict()} for row in self.rows],
                "failures": self.failures,
                "unended": self.unended,
                "stopped": self.stopped,
                "written": self.written,
            }
        )

    def cells(self) -> list[list[str]]:
        """Returns a row for each configuration, the best first."""
        names = table.swept(self.rows)
        rows = [["rank", *names, self.figure, "low", "high", "runs", "failed"]]
        for row in self.rows:
            values = [show(row.values.get(name, "")) for name in names]
            figures = map(number, row.interval)
            rows.append([str(row.rank), *values, *figures, str(row.runs), str(row.failed)])
        return rows


@in_arguments
def sweep(
    *,
    path: str | os.PathLike[str] | None = None,
    resume: bool = False,
    trust: bool = False,
    cluster: Cluster | None = None,
    say: Say = silent,
    **options: Any,
) -> Sweep:
    """Trains many runs that differ in seeds and settings, and ranks them.

    Args:
      path: the directory of a sweep to resume.
      resume: resume the sweep at `path`, or the one that is called `name`.
      trust: whether a resume may import the user's own code that the sweep names.
      cluster: a Ray cluster whose workers train several programs at the same time; None: train here.
      say: called with each line of output.
      options: fields of `specification.Options` (`seeds`, `grid`, `ranges`, `random`, `rank_by`, `max_lanes`,
        `halving`, `first_rung`, `pbt`, …), the sweep's `name` and `log_dir`, and fields of the config of all
        runs.

    Raises:
      ConfigError: the sweep cannot run here. It is raised before anything is compiled.
      RunFileError: a file of the sweep cannot be written.
    """
    if cluster is not None:
        workers.check_cluster(cluster)
    if path is not None and resume:
        for given in ("name", "log_dir", "tags"):
            if given in options:
                raise ConfigError(
                    f"--{given}: {os.fspath(path)} says which sweep to resume. Leave --{given} out."
                )
    options = dict(options)
    name, log_dir = str(options.pop("name", "")), options.pop("log_dir", Config.log_dir)
    if path is not None and not resume:
        raise ConfigError(f"{os.fspath(path)} is an existing sweep. Add --resume to continue it.")
    if resume:
        if path is None and not name:
            raise ConfigError("--resume: give the sweep's directory or its --name.")
        directory = files.expanded(path) if path is not None else sweep_files.folder(log_dir, name)
        if cluster is not None:
            directory = directory.absolute()  # so that it is the same on all machines
        if not directory.is_dir():
            there = directory.parent
            others = sorted(p.name for p in there.iterdir() if p.is_dir()) if there.is_dir() else []
            raise ConfigError(f"There is no sweep at {directory}.{closest_matches(directory.name, others)}")
        with lock.hold(directory, say):
            return _go_on(directory, _with_absolute_paths(options), cluster, trust, say)
    directory, spec = new_sweep({**options, "name": name, "log_dir": log_dir})
    if cluster is not None:
        directory = directory.absolute()
    new = not directory.exists()
    make_folder(directory, log_dir)
    with contextlib.ExitStack() as stack:
        if new:
            stack.callback(_remove_unbegun, directory)
        stack.enter_context(lock.hold(directory, say))
        return _begin(directory, spec, cluster, trust, say)


@in_arguments
def resume(
    run: str | os.PathLike[str] | Run | Sweep, *, trust: bool = False, say: Say = silent, **fields: Any
) -> Run | Sweep:
    """Continues a run or a sweep from its last checkpoint; `diayn resume`.

    Args:
      run: a run or a sweep, or its directory.
      trust: lets it import code of the user's own that it names.
      say: receives each line of output; with `print`, a terminal shows a live line.
      **fields: fields of the config that a resume may change, such as `num_env_steps`.

    Raises:
      ConfigError: there is no such run or sweep, or a field cannot change.
      CheckpointError, RunFileError, TrainingDiverged, SimulatorError: as in `diayn_jax.train`.
    """
    path = run.path if isinstance(run, Sweep) else directory_of(run) if isinstance(run, Run) else run
    if (files.expanded(path) / files.SWEEP).is_file():
        return sweep(path=path, resume=True, trust=trust, say=say, **fields)
    return train(resume=paths.run_path(path), trust=trust, say=say, **fields)


def new_sweep(options: Mapping[str, Any]) -> tuple[Path, Specification]:
    """Returns the directory of a new sweep, which may not exist yet, and its specification.

    Args:
      options: those of `sweep`.

    Raises:
      ConfigError: an option is not allowed, or the directory holds a sweep.
    """
    fields, own = _split(_with_absolute_paths(options))
    name, log_dir = str(fields.pop("name", "")), fields.pop("log_dir", Config.log_dir)
    if log_dir == files.NONE:
        raise ConfigError("--log_dir=none: the runs of a sweep need directories. Give a folder.")
    Config(**specification.coerced({}, {"log_dir": log_dir}))  # It refuses what no run may have.
    spec = specification.make_specification(fields, **own)
    directory = sweep_files.folder(log_dir, name or sweep_files.new_name(spec.seeds[0]))
    sweep_files.check_new(directory)
    return directory, spec


def make_folder(directory: Path, log_dir: str | os.PathLike[str]) -> None:
    """Makes the directory of a new sweep.

    Raises:
      ConfigError: it cannot be written.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(
            f"--log_dir={log_dir}: cannot write {directory} ({error.strerror}). Choose another --log_dir."
        ) from error


_OF_RUNS = ("start_run", "choose_from")  # fields that name another run by its directory


def _with_absolute_paths(options: Mapping[str, Any]) -> dict[str, Any]:
    """Makes the paths of other runs absolute, so that workers and resumes find them from any directory."""
    found = _absolute_fields(options)
    if isinstance(grid := options.get("grid"), Mapping):
        lists = {name: x for name, x in grid.items() if isinstance(x, Sequence) and not isinstance(x, str)}
        own = {name: tuple(map(_absolute, lists[name])) for name in _OF_RUNS if name in lists}
        found["grid"] = {**grid, **own}
    if isinstance(each := options.get("configurations"), list | tuple):
        found["configurations"] = tuple(_absolute_fields(x) if isinstance(x, Mapping) else x for x in each)
    return found


def _absolute_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {**fields, **{name: _absolute(fields[name]) for name in _OF_RUNS if name in fields}}


def _absolute(path: Any) -> Any:
    return str(paths.named(path).absolute()) if path else path


def _split(options: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Divides options into fields of all runs and options of the sweep."""
    own = {name: value for name, value in options.items() if name in Options._fields}
    return {name: value for name, value in options.items() if name not in own}, own


def _remove_unbegun(directory: Path) -> None:
    """Removes the folders of a sweep that has not begun. It leaves a sweep that has begun."""
    if (directory / sweep_files.SWEEP).exists():
        return
    (directory / lock.NAME).unlink(missing_ok=True)
    for inside in sorted(directory.rglob("*"), reverse=True):
        if inside.is_dir():
            files.remove_if_empty(inside)
    files.remove_if_empty(directory)


def _begin(
    directory: Path, spec: Specification, cluster: Cluster | None, trust: bool, say: console.Report
) -> Sweep:
    if cluster is None:
        parallel.use_cpu_cores(spare_threads=plan.factorises(spec))
        made = programs.planned(directory, spec, trust=trust)
        programs.write(directory, made)
        begun = _announced(directory, made.said, say)
        return _gathered(begun, _in_turn(begun, [each.group for each in made.groups], say), say)
    with workers.connected(cluster, directory, spec, trust=trust) as ray:
        begun = _announced(directory, ray.begin(say), say)
        return _gathered(begun, ray.train(begun, say), say)


def _announced(directory: Path, lines: list[str], say: console.Report) -> Begun:
    """Prints the description of a sweep whose file has just been written, and reads the sweep from it."""
    for line in lines:
        say(line)
    say(f"Writing to {directory}")
    # The file is trusted, because it names only code that the user has just named.
    return programs.find(directory, trust=True)


def _go_on(
    directory: Path, options: Mapping[str, Any], cluster: Cluster | None, trust: bool, say: console.Report
) -> Sweep:
    found = programs.find(directory, trust=trust)
    begun = found._replace(spec=_check_same(found.spec, found.lanes, options))
    ranks_anew = begun.spec.rank_by != found.spec.rank_by
    ended = sum(len(state.ended) for state in begun.states)
    going = f"Continuing {directory}: {ended} of {len(begun.lanes)} runs have ended"
    if cluster is None or ended == len(begun.lanes):
        plan.check_islands(begun.programs_left, begun.spec, None)
        parallel.use_cpu_cores(spare_threads=plan.factorises(begun.spec))
        groups = programs.groups_left(begun, trust=trust)
        # If all runs have ended, their logs say which figures they have.
        if ranks_anew and begun.programs_left:
            plan.ranking_figure(begun.spec, groups)
        say(going)
        return _gathered(begun, _in_turn(begun, groups, say), say)
    cluster = _sized_as_before(cluster, begun.resolved)
    with workers.connected(cluster, directory, begun.spec, trust=trust) as ray:
        plan.check_islands(begun.programs_left, begun.spec, ray.slots)
        if ranks_anew:
            ray.check_figure()
        say(going)
        return _gathered(begun, ray.train(begun, say), say)


def _sized_as_before(cluster: Cluster, resolved: Mapping[str, Any]) -> Cluster:
    """Returns the cluster with the resources of a program that the sweep began with, unless new are given."""
    cpus = resolved.get("program_cpus") if cluster.cpus is None else cluster.cpus
    gpus = resolved.get("program_gpus") if cluster.gpus is None else cluster.gpus
    sized = cluster._replace(cpus=cpus, gpus=gpus)
    workers.check_cluster(sized)
    return sized


def _check_same(spec: Specification, lanes: Sequence[LaneSpec], options: Mapping[str, Any]) -> Specification:
    """Returns the specification, with another figure to rank by if that is given. `lanes`: all runs.

    Raises `ConfigError` if an option differs from the sweep's.
    """
    fields, given = _split(options)
    if not given and not fields:
        return spec
    ranks = given.pop("rank_by", AUTO)
    if ranks not in (AUTO, spec.rank_by, spec.rank_by.removeprefix("eval/")):
        if spec.halving or spec.population:
            raise ConfigError(
                f"--rank_by={ranks}: the sweep's decisions use {spec.rank_by}, which cannot change. Leave "
                "it out."
            )
        spec = spec._replace(rank_by=ranks if "/" in ranks else f"eval/{ranks}")
    # The file of a sweep may have relative paths of other runs.
    own = {"grid": spec.grid, "configurations": spec.configurations}
    whole = _with_absolute_paths({**spec.fields, **own})
    was = spec._replace(**{name: whole.pop(name) for name in own}, fields=whole)
    fields = specification.coerced(spec.fields, fields)
    other = [name for name, value in fields.items() if _other_field(was, lanes, name, value)]
    # A specification is made from the given options; the sweep's values fill in the others.
    kept = ("seeds", "grid", "ranges", "random", "random_seed", "max_lanes")
    began = {
        **{name: getattr(was, name) for name in kept},
        "halving": spec.halving.factor if spec.halving else None,
        "first_rung": (spec.halving.first_rung or None) if spec.halving else None,
        "pbt": spec.population.every if spec.population else None,
    }
    if not (spec.grid or spec.ranges or given.get("grid") or given.get("ranges")):
        began["configurations"] = was.configurations
    made = specification.make_specification(was.fields, **{**began, **given})
    decided = [*kept, "halving", "population", *(["configurations"] if "configurations" in given else [])]
    other += [name for name in decided if getattr(made, name) != getattr(was, name)]
    if other:
        flags = {"ranges": "range", "population": "pbt"}
        named = ", ".join(f"--{flags.get(name, name)}" for name in other)
        raise ConfigError(
            f"--resume cannot change the sweep: {named} differ{'s' if len(other) == 1 else ''} from the "
            "values that it began with. Leave this out, or begin another sweep."
        )
    return spec


def _other_field(spec: Specification, lanes: Sequence[LaneSpec], name: str, value: Any) -> bool:
    """Returns whether a run has another value of a field than the one given now."""
    if name == "env":
        value = envs.name_of(value)
    if name in spec.fields:
        return bool(spec.fields[name] != value)
    # The sweep began without it, so that each run has a default of its own.
    return not lanes or any(getattr(lane.config, name, None) != value for lane in lanes)


def _in_turn(begun: Begun, groups: list[Group], say: console.Report) -> Outcome:
    """Trains one program after another in this process."""
    failures: dict[str, str] = {}
    for i, program in enumerate(begun.programs):
        if not begun.left(i):
            continue
        outcome = programs.train(begun, i, groups[program.group], say)
        failures |= outcome.failures
        if outcome.stopped is not None:
            return Outcome(failures, outcome.stopped)
    return Outcome(failures, None)


def _gathered(begun: Begun, outcome: Outcome, say: console.Report) -> Sweep:
    """Reads the files that training has written, and returns the results of the sweep so far."""
    directory, spec = begun.directory, begun.spec
    begun = programs.find(directory, trust=True)
    state = sweep_files.together(begun.states)
    unended = tuple(lane.name for lane in begun.lanes if lane.name not in state.ended)
    stopped = outcome.stopped
    if unended and stopped is None:
        say(f"{len(unended)} runs have not ended, because of the errors above. The table shows them too.")
    if unended:
        say(f"Resume with: {shell.command('resume', directory)}")
    else:
        files.remove(directory / islands.FOLDER)
    rows, written = results.gather(directory, spec, begun.lanes, state, complete=stopped is None, say=say)
    failed = {name: how["why"] for name, how in state.ended.items() if how["outcome"] == "failed"}
    return Sweep(
        directory, spec.rank_by, tuple(rows), tuple(written), outcome.failures | failed, stopped, unended
    )
