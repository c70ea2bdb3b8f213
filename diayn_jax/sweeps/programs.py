"""Plans the programs of a sweep, reads them from its files, and trains them."""

import contextlib
import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax import parallel
from diayn_jax.config import ConfigError, differ_in_program
from diayn_jax.machine.signals import StopSignals
from diayn_jax.run import console
from diayn_jax.run.loop import drive
from diayn_jax.storage import files
from diayn_jax.sweeps import islands, plan, specification, sweep_files
from diayn_jax.sweeps.plan import Group, Program
from diayn_jax.sweeps.progress import ROWS, SweepScreen
from diayn_jax.sweeps.schedulers import SweepScheduler
from diayn_jax.sweeps.specification import LaneSpec, Specification
from diayn_jax.sweeps.sweep_files import State


class Begun(NamedTuple):
    """A sweep that has begun, as its files describe it."""

    directory: Path
    spec: Specification
    started: str
    resolved: Mapping[str, Any]  # the values of settings that were `auto`
    programs: list[Program]
    states: list[State]  # one for each program

    @property
    def lanes(self) -> list[LaneSpec]:
        """All lanes, whether they have ended or not."""
        return [lane for program in self.programs for lane in program.lanes]

    def left(self, program: int) -> list[LaneSpec]:
        """Returns the lanes of a program that have not ended."""
        return left_of(self.programs[program], self.states[program])

    @property
    def programs_left(self) -> list[Program]:
        """The programs with lanes that have not ended."""
        return [program for i, program in enumerate(self.programs) if self.left(i)]

    def state_now(self, program: int) -> State:
        """Reads the state of a program again, which another process may have changed."""
        names = [lane.name for lane in self.programs[program].lanes]
        return sweep_files.read_state(self.directory, self.started, program, names)

    def partners(self, program: int) -> dict[int, int]:
        """Returns the numbers of the programs with the same islands, this one included, and their lanes.

        It is empty if the program's objective is its own.
        """
        own = self.programs[program]
        of_group = {i: len(each.lanes) for i, each in enumerate(self.programs) if each.group == own.group}
        is_shared = len(of_group) > 1 and plan.shares_objective(own.lanes[0].config)
        return of_group if is_shared else {}


def left_of(program: Program, state: State) -> list[LaneSpec]:
    """Returns the lanes of a program that have not ended."""
    return [lane for lane in program.lanes if lane.name not in state.ended]


class Outcome(NamedTuple):
    """How the training of one or several programs ended."""

    failures: dict[str, str]  # lanes that stopped on an error, and their errors
    stopped: int | None  # the signal that ended it early


class Planned(NamedTuple):
    """What a new sweep trains. Nothing of it is written yet."""

    spec: Specification  # its `rank_by` is the figure that ranks
    groups: list[plan.PlannedGroup]
    said: list[str]  # a description, line by line


def planned(
    directory: Path,
    spec: Specification,
    *,
    trust: bool,
    workers: int | None = None,
    together: int = 1,
) -> Planned:
    """Plans a sweep.

    Args:
      directory: the sweep's directory, in which the runs get theirs.
      trust: whether runs may import code of the user's own that the runs they start from name.
      workers: the number of workers that train programs at the same time; None: this process trains all.
      together: the number of workers that share this machine's memory.

    Raises:
      ConfigError: the sweep cannot run here.
    """
    lanes = specification.make_lanes(spec, str(directory), parallel.platform())
    grouped = specification.grouped(lanes)
    plan.check_one_group(spec, grouped)
    plan.check_population(spec, lanes)
    made = []
    for i, group in enumerate(grouped):
        part = (workers or 1) * len(group) / len(lanes)
        # Islands need their programs at the same time.
        share = max(1, int(part) if plan.shares_objective(group[0].config) else round(part))
        made.append(plan.plan_group(group, i, spec, trust, share, together, one_process=workers is None))
    all_programs = [one for each in made for one in each.programs]
    plan.check_islands(all_programs, spec, workers)
    plan.check_rungs(spec, lanes[0].config)
    figure = plan.ranking_figure(spec, [each.group for each in made])
    said = plan.announcement(spec, made, figure, on_workers=workers is not None)
    return Planned(spec._replace(rank_by=figure), made, said)


def write(directory: Path, made: Planned, sizes: Mapping[str, float | None] | None = None) -> None:
    """Writes the file of a new sweep.

    Args:
      sizes: the cluster resources of a program, by flag, so that a resume uses the same.
    """
    first = next(iter(made.groups[0].group.plans.values()))
    all_programs = [one for each in made.groups for one in each.programs]
    names = [[lane.name for lane in program.lanes] for program in all_programs]
    slots = [program.slots for program in all_programs]
    sweep_files.write_sweep(directory, made.spec, names, slots, {**first.resolved, **(sizes or {})})


def find(directory: Path, *, trust: bool) -> Begun:
    """Reads the sweep in a directory from its files.

    Raises:
      ConfigError: the files are damaged, or another version wrote them.
    """
    spec, named, written = sweep_files.read_sweep(directory, trust=trust)
    states = [
        sweep_files.read_state(directory, written["started"], i, names) for i, names in enumerate(named)
    ]
    platform = str(written["resolved"].get("device"))
    lanes = {lane.name: lane for lane in specification.make_lanes(spec, str(directory), platform)}
    if sorted(lanes) != sorted(name for names in named for name in names):
        raise ConfigError(
            f"{directory / sweep_files.SWEEP} lists runs that do not match its specification. Another "
            "version wrote it, or it was edited."
        )
    programs: list[Program] = []
    for names, slots in zip(named, written["slots"], strict=True):
        own = [lanes[name] for name in names]
        group = programs[-1].group if programs else 0
        if programs and differ_in_program(own[0].config, programs[-1].lanes[0].config):
            group += 1
        programs.append(Program(group, own, slots))
    return Begun(directory, spec, written["started"], written["resolved"], programs, states)


def group_of(sweep: Begun, programs: Sequence[int], *, trust: bool) -> Group:
    """Makes the plans of the lanes that have not ended, in programs of one group.

    Raises:
      ConfigError: a lane cannot run on this machine.
    """
    left = [lane for i in programs for lane in sweep.left(i)]
    size = max(sweep.programs[i].slots for i in programs)
    return plan.make_group(left, size, trust, resume=True) if left else Group({})


def groups_left(sweep: Begun, *, trust: bool) -> list[Group]:
    """Makes the groups of all programs, as `group_of`."""
    numbers = range(len(sweep.programs))
    return [
        group_of(sweep, [i for i in numbers if sweep.programs[i].group == group], trust=trust)
        for group in range(sweep.programs[-1].group + 1)
    ]


def title(sweep: Begun, program: int) -> str:
    """Returns a program's prefix on the screen, or "" if the sweep has one program."""
    return f"[{program + 1}/{len(sweep.programs)}] " if len(sweep.programs) > 1 else ""


def _exchange(sweep: Begun, program: int, say: console.Report) -> islands.IslandExchange | None:
    """Returns a program's exchange with those that share its objective; None if there are none."""

    def ended_at(partner: int) -> int | None:
        state = sweep.state_now(partner)
        if left_of(sweep.programs[partner], state):
            return None
        return max(how["updates"] for how in state.ended.values())

    partners = sweep.partners(program)
    folder = sweep.directory / islands.FOLDER
    return islands.IslandExchange(folder, program, partners, ended_at, say) if partners else None


def train(
    sweep: Begun,
    program: int,
    group: Group,
    say: console.Report,
    rows: int = ROWS,
    stop: StopSignals | None = None,
) -> Outcome:
    """Trains the lanes of a program that have not ended. `rows`: see `SweepScreen`; `stop`: see `drive`.

    Raises:
      RunFileError: a file of the sweep cannot be written.
    """
    lanes, slots = sweep.programs[program].lanes, sweep.programs[program].slots
    left = [lane.name for lane in sweep.left(program)]
    log = sweep_files.log_path(sweep.directory, program)
    with files.explained(log):
        log.parent.mkdir(exist_ok=True)
        screen = SweepScreen(log, say, title(sweep, program), lanes[0].config.num_env_steps, rows)
    with contextlib.closing(screen):
        scheduler = SweepScheduler(
            functools.partial(sweep_files.write_state, sweep.directory, sweep.started, program),
            sweep.states[program],
            slots,
            sweep.spec,
            {lane.name: lane for lane in lanes},
            screen.tell,
        )
        plans = [group.plans[name] for name in left]
        if plan.shares_objective(lanes[0].config):
            islands.roll_back(plans, say)
        runs = drive(
            plans,
            say=say,
            scheduler=scheduler,
            shared=group.shared(slots > 1),
            screen_of=screen.of_lane,
            exchange=_exchange(sweep, program, say),
            stop=stop,
        )
    failures = {
        name: str(run.failure) for name, run in zip(left, runs, strict=True) if run.failure is not None
    }
    if slots == 1:
        for name, why in failures.items():
            say(f"[{name}] {why}")
    stopped = next((run.stopped for run in runs if run.stopped), None)
    if program + 1 < len(sweep.programs):
        # A signal may have come after the last epoch of this program. Then the next program must not start.
        stopped = stopped or scheduler.stop
    return Outcome(failures, stopped)
