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
    if resume:
        directory = _directory_to_resume(path, options)
        if cluster is not None:
            directory = directory.absolute()  # so that it is the same on all machines
        _check_exists(directory)
        given = {name: value for name, value in options.items() if name not in ("name", "log_dir")}
        with lock.hold(directory, say):
            return _continue(directory, _with_absolute_paths(given), cluster, trust, say)
    if path is not None:
        raise ConfigError(f"{os.fspath(path)} is an existing sweep. Add --resume to continue it.")
    directory, spec = new_sweep(options)
    if cluster is not None:
        directory = directory.absolute()
    new = not options.get("name") or not directory.exists()
    directory = make_folder(directory, options)
    with contextlib.ExitStack() as stack:
        if new:
            stack.callback(_remove_unbegun, directory)
        stack.enter_context(lock.hold(directory, say))
        return _begin(directory, spec, cluster, trust, say)


def _directory_to_resume(path: str | os.PathLike[str] | None, options: Mapping[str, Any]) -> Path:
    """Returns the directory that `path`, or else the options `name` and `log_dir`, give. It may not exist.

    Raises:
      ConfigError: none of them gives a directory, or both do.
    """
    if path is not None:
        for given in ("name", "log_dir", "tags"):
            if given in options:
                raise ConfigError(
                    f"--{given}: {os.fspath(path)} says which sweep to resume. Leave --{given} out."
                )
        return files.expanded(path)
    name = str(options.get("name", ""))
    if not name:
        raise ConfigError("--resume: give the sweep's directory or its --name.")
    return sweep_files.folder(options.get("log_dir", Config.log_dir), name)


def _check_exists(directory: Path) -> None:
    """Raises `ConfigError` if the directory holds no sweep; the message names sweeps with similar names."""
    if not directory.is_dir():
        there = directory.parent
        others = sorted(p.name for p in there.iterdir() if p.is_dir()) if there.is_dir() else []
        raise ConfigError(f"There is no sweep at {directory}.{closest_matches(directory.name, others)}")
    sweep_files.check_there(directory)  # before a lock is made in the directory


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
    if name:
        sweep_files.check_new(directory)
    return directory, spec


def make_folder(directory: Path, options: Mapping[str, Any]) -> Path:
    """Makes the directory of a new sweep, and returns it. If the sweep has no name, it gets a free one.

    Args:
      directory: as `new_sweep` returns it.
      options: those of `sweep`.

    Raises:
      ConfigError: it cannot be written.
    """
    try:
        if not options.get("name"):
            return files.make_first_free(directory.parent, directory.name)
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        log_dir = options.get("log_dir", Config.log_dir)
        raise ConfigError(
            f"--log_dir={log_dir}: cannot write {directory} ({error.strerror}). Choose another --log_dir."
        ) from error
    return directory


_OF_RUNS = ("start_run", "choose_from")  # fields that name another run by its directory


def _with_absolute_paths(options: Mapping[str, Any]) -> dict[str, Any]:
    """Makes the paths of other runs absolute, so that workers and resumes find them from any directory."""
    absolute, grid, each = _absolute_fields(options), options.get("grid"), options.get("configurations")
    # Values of other types are refused later.
    if isinstance(grid, Mapping):
        absolute["grid"] = {
            name: tuple(map(_absolute, values)) if name in _OF_RUNS and _is_list(values) else values
            for name, values in grid.items()
        }
    if isinstance(each, list | tuple):
        absolute["configurations"] = tuple(_absolute_fields(x) if isinstance(x, Mapping) else x for x in each)
    return absolute


def _is_list(values: Any) -> bool:
    return isinstance(values, Sequence) and not isinstance(values, str)


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
    """Plans a new sweep, writes its file, and trains it: here, or on the workers of a cluster."""
    if cluster is None:
        parallel.use_cpu_cores(spare_threads=plan.factorises(spec))
        made = programs.planned(directory, spec, trust=trust)
        programs.write(directory, made)
        begun = _announced(directory, made.said, say)
        outcome = _train_in_turn(begun, [each.group for each in made.groups], say)
        return _gathered(begun, outcome, say)
    with workers.connected(cluster, directory, spec, trust=trust) as ray:
        begun = _announced(directory, ray.begin(say), say)
        outcome = ray.train(begun, say)
        return _gathered(begun, outcome, say, cluster)


def _announced(directory: Path, lines: list[str], say: console.Report) -> Begun:
    """Prints the description of a sweep whose file has just been written, and reads the sweep from it."""
    for line in lines:
        say(line)
    say(f"Writing to {directory}")
    # The file is trusted, because it names only code that the user has just named.
    return programs.find(directory, trust=True)


def _continue(
    directory: Path, options: Mapping[str, Any], cluster: Cluster | None, trust: bool, say: console.Report
) -> Sweep:
    """Trains the runs of a sweep that have not ended: here, or on the workers of a cluster."""
    found = programs.find(directory, trust=trust)
    begun = found._replace(spec=_resumed_specification(found.spec, found.lanes, options))
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
        outcome = _train_in_turn(begun, groups, say)
        return _gathered(begun, outcome, say)
    cluster = _sized_as_before(cluster, begun.resolved)
    with workers.connected(cluster, directory, begun.spec, trust=trust) as ray:
        plan.check_islands(begun.programs_left, begun.spec, ray.slots)
        if ranks_anew:
            ray.check_figure()
        say(going)
        outcome = ray.train(begun, say)
        return _gathered(begun, outcome, say, cluster)


def _sized_as_before(cluster: Cluster, resolved: Mapping[str, Any]) -> Cluster:
    """Returns the cluster with the resources of a program that the sweep began with, unless new are given."""
    cpus = resolved.get("program_cpus") if cluster.cpus is None else cluster.cpus
    gpus = resolved.get("program_gpus") if cluster.gpus is None else cluster.gpus
    sized = cluster._replace(cpus=cpus, gpus=gpus)
    workers.check_cluster(sized)
    return sized


# Options that become fields of the specification as they are.
_UNCHANGED = ("seeds", "grid", "ranges", "random", "random_seed", "max_lanes")


def _resumed_specification(
    spec: Specification, lanes: Sequence[LaneSpec], options: Mapping[str, Any]
) -> Specification:
    """Returns the specification of a resumed sweep: only the figure that ranks may change.

    Args:
      spec: the specification that the sweep began with.
      lanes: all runs of the sweep.
      options: the options that are given now. Their paths are absolute.

    Raises:
      ConfigError: an option differs from the sweep's.
    """
    if not options:
        return spec
    fields, own = _split(options)
    resumed = _ranked_by(spec, own.pop("rank_by", AUTO))
    began = _with_absolute_runs(spec)
    differing = [*_differing_fields(began, lanes, fields), *_differing_options(began, own)]
    if differing:
        flags = {"ranges": "range", "population": "pbt"}
        named = ", ".join(f"--{flags.get(name, name)}" for name in differing)
        raise ConfigError(
            f"--resume cannot change the sweep: {named} differ{'s' if len(differing) == 1 else ''} from the "
            "values that it began with. Leave this out, or begin another sweep."
        )
    return resumed


def _ranked_by(spec: Specification, figure: str) -> Specification:
    """Returns the specification with another figure to rank by; `auto`: with its own.

    Raises:
      ConfigError: the sweep has already decided by its own figure which runs continue.
    """
    if figure in (AUTO, spec.rank_by, spec.rank_by.removeprefix("eval/")):
        return spec
    if spec.halving or spec.population:
        raise ConfigError(
            f"--rank_by={figure}: the sweep's decisions use {spec.rank_by}, which cannot change. Leave "
            "it out."
        )
    return spec._replace(rank_by=figure if "/" in figure else f"eval/{figure}")


def _with_absolute_runs(spec: Specification) -> Specification:
    """Makes the paths of other runs absolute. The file of a sweep may have relative ones."""
    options = {**spec.fields, "grid": spec.grid, "configurations": spec.configurations}
    fields, own = _split(_with_absolute_paths(options))
    return spec._replace(fields=fields, **own)


def _differing_fields(
    began: Specification, lanes: Sequence[LaneSpec], fields: Mapping[str, Any]
) -> list[str]:
    """Returns the names of the given fields that have another value in one of the runs."""

    def differs(name: str, value: Any) -> bool:
        if name == "env":
            value = envs.name_of(value)
        if name in began.fields:
            return bool(began.fields[name] != value)
        # The sweep began without it, so each run has its own default.
        return not lanes or any(getattr(lane.config, name, None) != value for lane in lanes)

    given = specification.coerced(began.fields, fields)
    return [name for name, value in given.items() if differs(name, value)]


def _differing_options(began: Specification, given: Mapping[str, Any]) -> list[str]:
    """Returns the names of the parts of the specification that the given options of the sweep would change.

    It makes another specification from these options, with the sweep's own values for the others.
    """
    options = {name: getattr(began, name) for name in _UNCHANGED}
    if began.halving:
        options |= {"halving": began.halving.factor, "first_rung": began.halving.first_rung or None}
    if began.population:
        options["pbt"] = began.population.every
    # Otherwise the configurations are made from the grid and the ranges.
    if not any((began.grid, began.ranges, given.get("grid"), given.get("ranges"))):
        options["configurations"] = began.configurations
    # A sweep over environments has the default one in its fields, too.
    fields = {name: value for name, value in began.fields.items() if name not in began.grid}
    made = specification.make_specification(fields, **{**options, **given})
    compared = [*_UNCHANGED, "halving", "population"]
    if "configurations" in given:
        compared.append("configurations")
    return [name for name in compared if getattr(made, name) != getattr(began, name)]


def _train_in_turn(begun: Begun, groups: list[Group], say: console.Report) -> Outcome:
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


def _gathered(begun: Begun, outcome: Outcome, say: console.Report, cluster: Cluster | None = None) -> Sweep:
    """Reads the files that training has written, and returns the results of the sweep so far.

    `cluster` is the one that has trained it; None: this process has.
    """
    directory, spec = begun.directory, begun.spec
    begun = programs.find(directory, trust=True)
    state = sweep_files.together(begun.states)
    unended = tuple(lane.name for lane in begun.lanes if lane.name not in state.ended)
    stopped = outcome.stopped
    if unended and stopped is None:
        say(f"{len(unended)} runs have not ended, because of the errors above. The table shows them too.")
    if unended:
        on = [] if cluster is None else [f"--cluster={cluster.address}"]
        say(f"Resume with: {shell.command('resume', directory, *on)}")
    else:
        files.remove(directory / islands.FOLDER)
    rows, written = results.gather(directory, spec, begun.lanes, state, complete=stopped is None, say=say)
    failed = {name: how["why"] for name, how in state.ended.items() if how["outcome"] == "failed"}
    return Sweep(
        directory, spec.rank_by, tuple(rows), tuple(written), outcome.failures | failed, stopped, unended
    )
