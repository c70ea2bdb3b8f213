"""Reports what a sweep would do: its runs, programs, memory and time. Each group trains for a few seconds."""

import itertools
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax import envs, parallel
from diayn_jax.config import show
from diayn_jax.number_format import rough_duration
from diayn_jax.records import Say, plain, silent
from diayn_jax.run import initial_state
from diayn_jax.storage import files
from diayn_jax.sweeps import plan, programs, schedulers, sweep
from diayn_jax.sweeps.plan import PlannedGroup
from diayn_jax.sweeps.specification import Specification
from diayn_jax.use import dry_run

_SHOWN = 20  # configurations that are printed; JSON has all


class GroupTime(NamedTuple):
    """How long a group of runs takes."""

    compile_seconds: float  # until the first epoch of a program has run
    env_steps_per_second: float  # of all lanes of a program together
    seconds: float  # of compiling and training all programs of the group, without evaluations


class SweepDryRun(NamedTuple):
    """What a sweep would do."""

    configurations: tuple[Mapping[str, Any], ...]  # the settings in which the runs differ
    seeds: tuple[int, ...]
    figure: str  # the figure that ranks
    lines: list[str]  # what the sweep would print first: groups, lanes, memory
    groups: list[GroupTime]
    seconds: float  # of all groups

    def as_json(self) -> dict[str, Any]:
        """Returns the dry run in JSON's types."""
        return plain({**self._asdict(), "groups": [group._asdict() for group in self.groups]})


def dry_run_sweep(*, trust: bool = False, say: Say = silent, **options: Any) -> SweepDryRun:
    """Plans a sweep, and trains a program of each group for a few seconds; nothing is written.

    Args:
      trust: lets runs that these start from import code of the user's own that they name.
      say: receives each line of the dry run as soon as it is known.
      options: those of `sweep.sweep`.

    Raises:
      ConfigError: the sweep cannot run here.
    """
    directory, spec = sweep.new_sweep(options)
    parallel.use_cpu_cores(spare_threads=plan.factorises(spec))
    before = _folders(directory)
    try:
        directory = sweep.make_folder(directory, options)
        made = programs.planned(directory, spec, trust=trust)
    finally:
        # Planning makes the folders of runs.
        for path in sorted(_folders(directory) - before, reverse=True):
            files.remove_if_empty(path)
    for line in (*_configurations(spec), "", *made.said, f"Would write to {directory}"):
        say(line)
    say("Estimating the time, by a trial of each group …")
    times = []
    for i, group in enumerate(made.groups):
        times.append(_time(group, made.spec))
        say(_told(times[-1], f"Group {i + 1}: " if len(made.groups) > 1 else "Time: "))
    seconds = sum(time.seconds for time in times)
    say(f"In all: {rough_duration(seconds)} without evaluations and pictures")
    return SweepDryRun(spec.configurations, spec.seeds, made.spec.rank_by, made.said, times, seconds)


def _folders(directory: Path) -> set[Path]:
    """Returns the folders that exist: a directory, those that hold it, and those in it."""
    return {path for path in (directory, *directory.parents, *directory.rglob("*")) if path.is_dir()}


def _configurations(spec: Specification) -> list[str]:
    """Returns the settings in which the runs differ, a line for each configuration."""
    if spec.configurations == ({},):
        return [f"One configuration, with {_seeds(spec.seeds)}"]
    rows = [", ".join(f"{name}={show(x)}" for name, x in own.items()) for own in spec.configurations]
    more = [f"  and {len(rows) - _SHOWN} more; --json lists all"] if len(rows) > _SHOWN else []
    shown = [f"  {row}" for row in rows[:_SHOWN]]
    return [f"Configurations, each with {_seeds(spec.seeds)}", *shown, *more]


def _seeds(seeds: tuple[int, ...]) -> str:
    if len(seeds) == 1:
        return f"the seed {seeds[0]}"
    in_turn = seeds == tuple(range(seeds[0], seeds[-1] + 1))
    return f"the seeds {f'{seeds[0]}..{seeds[-1]}' if in_turn else show(seeds)}"


def _time(group: PlannedGroup, spec: Specification) -> GroupTime:
    """Measures the first program of a group, and estimates how long all of them take."""
    lanes, slots = group.programs[0].lanes, group.programs[0].slots
    made = group.group.plans[lanes[0].name]
    # An empty slot runs a copy of the first lane.
    configs = [lane.config for lane in lanes] + [lanes[0].config] * (slots - len(lanes))
    args = initial_state.arguments(configs, made.trainer.env.action_size, slots > 1)
    try:
        with envs.collected(made.trainer.env.callback_errors):
            trial = dry_run.timed(group.group.shared(slots > 1).functions(slots), *args)
    finally:
        if made.env.simulator is not None:
            made.env.simulator.close()
    first = trial.begin_seconds + trial.epoch_seconds
    begins, epochs, steps = _work(group, spec)
    seconds = begins * trial.begin_seconds + epochs * trial.epoch_seconds + steps / trial.env_steps_per_second
    return GroupTime(first, trial.env_steps_per_second, seconds)


def _work(group: PlannedGroup, spec: Specification) -> tuple[int, int, int]:
    """Returns how often a group's first state and its epoch are compiled, and the steps of all its lanes."""
    length = group.lanes[0].config.num_env_steps
    if spec.halving is None:
        slots = [program.slots for program in group.programs]
        return len(set(slots)), len(set(slots)), sum(slots) * length
    ends = [*schedulers.rungs(spec, length), length]
    kept = [max(1, len(spec.configurations) // spec.halving.factor**i) for i in range(len(ends))]
    spans = [end - begin for begin, end in itertools.pairwise([0, *ends])]
    # After a rung, the epoch is compiled for fewer lanes.
    return 1, len(ends), len(spec.seeds) * sum(n * span for n, span in zip(kept, spans, strict=True))


def _told(time: GroupTime, title: str) -> str:
    return (
        f"{title}about {time.compile_seconds:.0f} s until the first epoch has run, then "
        f"{time.env_steps_per_second:,.0f} steps/s of all lanes together: {rough_duration(time.seconds)}"
    )
