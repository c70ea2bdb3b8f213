"""Plans a sweep: its programs and the memory that they need. Sweeps that cannot run are refused here."""

import dataclasses
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import jax

from diayn_jax import envs, number_format, objectives, parallel, training
from diayn_jax.config import Config, ConfigError, show
from diayn_jax.machine import capacity
from diayn_jax.number_format import counted
from diayn_jax.run import memory_plan
from diayn_jax.run.compiling import CompileCache, make_compile_cache
from diayn_jax.run.plan import Plan, make_lane_plans
from diayn_jax.run.scheduler import filled_up
from diayn_jax.sweeps import specification, sweep_files, table
from diayn_jax.sweeps.schedulers import explored, lanes_copied, rungs
from diayn_jax.sweeps.specification import LaneSpec, Specification
from diayn_jax.use.training_run import SERVICES

# Lanes of a program for each CPU device. The arrays of more do not fit into its cache: a lane of the point
# world takes 1.6 times as long among 16 as among two (benchmarks/results/lanes_at_once.md).
_FAST_ON_CPU = 6


class Program(NamedTuple):
    """Lanes that train together in one compiled program."""

    group: int
    lanes: list[LaneSpec]
    slots: int  # at least the number of lanes; empty slots are computed, too


@dataclasses.dataclass(frozen=True)
class Group:
    """Lanes whose programs share compiled functions."""

    plans: dict[str, Plan]  # of the lanes that have not ended, by name
    _shared: dict[bool, CompileCache] = dataclasses.field(default_factory=dict)

    def shared(self, several: bool) -> CompileCache:
        """Returns the functions shared by programs with several lanes, or by programs with one lane."""
        if several not in self._shared:
            self._shared[several] = make_compile_cache(next(iter(self.plans.values())), lanes=several)
        return self._shared[several]


class PlannedGroup(NamedTuple):
    """A group of lanes with its programs, and the memory that they need."""

    lanes: Sequence[LaneSpec]
    group: Group
    programs: list[Program]
    memory: memory_plan.LaneMemory


def factorises(spec: Specification) -> bool:
    """Returns whether the physics of any environment needs spare XLA threads (`envs.factorises`)."""
    worlds = specification.worlds(spec.fields, spec.configurations)
    return any(envs.factorises(name, backend) for name, backend in worlds)


def check_one_group(spec: Specification, groups: Sequence[Sequence[LaneSpec]]) -> None:
    """Raises `ConfigError` if halving or a population would compare runs of different programs."""
    if len(groups) > 1 and (spec.halving or spec.population):
        flag = "--halving" if spec.halving else "--pbt"
        words = specification.what_differs(groups)
        raise ConfigError(
            f"{flag} compares runs of one program, but these need {len(groups)} programs: "
            f"{'; '.join(words[:3])}. Sweep only over traced hyperparameters."
        )


def check_rungs(spec: Specification, config: Config) -> None:
    """Raises `ConfigError` if runs end before a rung or the first round, or learn nothing before it."""
    iteration = config.num_envs * config.rollout_length
    warmup = training.warmup_iterations(config, config.frame_stack) * iteration
    if spec.halving:
        steps = rungs(spec, config.num_env_steps)
        if not steps:
            raise ConfigError(
                f"--first_rung={spec.halving.first_rung}: runs end before it, at {config.num_env_steps} "
                "steps. Lower it."
            )
        if steps[0] <= warmup:
            raise ConfigError(
                f"--halving={spec.halving.factor}: the first rung is at {steps[0]} steps, but no run learns "
                f"in the warm-up of {warmup} steps. Raise --first_rung or --num_env_steps, or lower "
                "--warmup_steps."
            )
        epoch = training.iterations_per_epoch(config) * iteration
        if warmup + -(-(steps[-1] - warmup) // epoch) * epoch >= config.num_env_steps:
            raise ConfigError(
                f"--halving={spec.halving.factor}: the last rung is at {steps[-1]} steps, but with epochs of "
                f"{epoch} steps, the next pause is the end of the runs. Lower --epoch_steps or --first_rung."
            )
    if spec.population and spec.population.every >= config.num_env_steps:
        raise ConfigError(
            f"--pbt={spec.population.every}: runs end before the first round, at {config.num_env_steps} "
            "steps. Lower it."
        )
    if spec.population and spec.population.every <= warmup:
        raise ConfigError(
            f"--pbt={spec.population.every}: no run learns in the warm-up of {warmup} steps. Raise it, or "
            "lower --warmup_steps."
        )


def check_population(spec: Specification, lanes: Sequence[LaneSpec]) -> None:
    """Raises `ConfigError` if a population could not be resumed.

    Without replay in their checkpoints, its runs would start over, and the runs that they copied may have
    ended by then. With one checkpoint, so would a run that had just been saved when it became a copy. And
    the file of its decisions must not become too large to be read.
    """
    if spec.population is None:
        return
    every, config = spec.population.every, lanes[0].config
    if not all(lane.config.checkpoint_replay for lane in lanes):
        raise ConfigError(
            f"--checkpoint_replay=false: --pbt={every} copies runs, and a resume repeats the copies from "
            "checkpoints with their replay. Leave it out."
        )
    _check_two_checkpoints(lanes, f"while a run becomes a copy (--pbt={every}), it would have none")
    names = [lane.name for lane in lanes]
    most = sweep_files.most_rounds(names, lanes_copied(spec.population, len(names)), list(explored(spec)))
    # Rounds take place between epochs.
    epoch = training.iterations_per_epoch(config) * config.num_envs * config.rollout_length
    rounds = config.num_env_steps // max(every, epoch)
    if rounds > most:
        least = config.num_env_steps // (most + 1) + 1
        raise ConfigError(
            f"--pbt={every}: the file of the decisions has room for {most} rounds of {len(names)} runs, and "
            f"this would make {rounds}. Give --pbt={least} or more, or fewer runs."
        )


def _check_two_checkpoints(lanes: Sequence[LaneSpec], why: str) -> None:
    """Raises `ConfigError` if one of the runs keeps its last checkpoint alone; `why` says what needs two."""
    if any(lane.config.keep_checkpoints == 1 for lane in lanes):
        raise ConfigError(f"--keep_checkpoints=1: {why}. Keep 2 or more.")


def shares_objective(config: Config) -> bool:
    """Returns whether the runs of a group are islands that share one objective."""
    return objectives.spec(config.objective).shared_over_lanes


def check_islands(programs: Sequence[Program], spec: Specification, workers: int | None) -> None:
    """Checks that islands of several programs train at the same time, and can be resumed exactly.

    Args:
      programs: the programs that have not ended.
      workers: the number of programs that a cluster trains at the same time; None: there is no cluster.

    Raises:
      ConfigError: they do not.
    """
    of_group = Counter(program.group for program in programs)
    shared = [program for program in programs if shares_objective(program.lanes[0].config)]
    apart = [program for program in shared if of_group[program.group] > 1]
    together = [lane for program in shared if len(program.lanes) > 1 for lane in program.lanes]
    _check_two_checkpoints(together, "islands resume from a step that all of them have saved")
    if any(not p.lanes[0].config.checkpoint_replay for p in apart):
        raise ConfigError(
            "--checkpoint_replay=false: islands of several programs resume at the same step, with their "
            "replay. Leave it out."
        )
    if len(apart) <= (workers or 1):
        return
    limit = "" if spec.max_lanes is None else f" of --max_lanes={spec.max_lanes}"
    these = (
        f"--objective={apart[0].lanes[0].config.objective}: these islands need {len(apart)} programs{limit}"
    )
    fewer = "raise --max_lanes" if limit else "give fewer runs, or smaller ones"
    if workers is None:
        raise ConfigError(
            f"{these}, which would train one after another and could not exchange. Train them on a cluster "
            f"(--cluster), or {fewer}, so that one program holds all (a simulator outside JAX takes one run)."
        )
    raise ConfigError(
        f"{these} at the same time, and the cluster has room for {workers}. Add machines, lower "
        f"--program_cpus or --program_gpus, or {fewer}."
    )


def make_group(lanes: Sequence[LaneSpec], at_once: int, trust: bool, resume: bool) -> Group:
    """Makes the plans of a group's lanes. Memory must hold `at_once` of them at the same time.

    Raises:
      ConfigError: a lane cannot run on this machine.
    """
    configs = [lane.config for lane in lanes]
    plans = make_lane_plans(configs, resume=resume, at_once=at_once, trust=trust, services=SERVICES)
    named = {lane.name: plan for lane, plan in zip(lanes, plans, strict=True)}
    return Group(named)


def plan_group(
    lanes: list[LaneSpec],
    group: int,
    spec: Specification,
    trust: bool,
    workers: int = 1,
    together: int = 1,
    one_process: bool = True,
) -> PlannedGroup:
    """Makes a group's plans and programs.

    A program has as many lanes as memory holds and `max_lanes` allows; on a CPU by default no more than are
    fast together. If several workers train, programs are so small that each worker has one.

    Args:
      workers: the number of workers that train programs of the group at the same time.
      together: the number of programs that share a machine's memory.
      one_process: whether all programs run in one process, and so share compiled functions.
    """
    made = make_group(lanes, 1, trust, resume=False)
    plan = next(iter(made.plans.values()))
    memory = memory_plan.lane_memory(plan.config, plan.trainer, plan.shapes)
    on_cpu = parallel.platform() == "cpu"
    if memory.free is not None and on_cpu:
        memory = memory._replace(free=memory.free // together)
    most = _most_at_once(lanes, plan, spec, memory)
    compared = spec.halving is not None or spec.population is not None
    if not compared:
        most = min(most, filled_up(-(-len(lanes) // workers), plan.num_devices))
    split = places_of(len(lanes), most, plan.num_devices, pad=not on_cpu, equal=on_cpu and one_process)
    if shares_objective(plan.config):
        # The shared objective would learn from the copy of a lane in an empty slot, too.
        split = [(size, size) for size, _ in split]
    programs, first = [], 0
    for size, slots in split:
        programs.append(Program(group, lanes[first : first + size], slots))
        first += size
    return PlannedGroup(lanes, made, programs, memory)


def _most_at_once(
    lanes: Sequence[LaneSpec], plan: Plan, spec: Specification, memory: memory_plan.LaneMemory
) -> int:
    """Returns how many lanes of a group may train together.

    Raises:
      ConfigError: memory does not hold `max_lanes` lanes, or the lanes that halving or a population
        compares.
    """
    smaller = "--rollout_length or --num_envs" if plan.config.on_policy else "--replay_size or --num_envs"
    most = max(1, memory.fitting(len(lanes)))
    flag = "--halving" if spec.halving else "--pbt" if spec.population else ""
    if plan.env.runs_on == "simulator":
        if flag and len(lanes) > 1:
            raise ConfigError(
                f"{plan.env.name} is simulated outside JAX, one run at a time, but --halving and --pbt "
                "compare runs that train together. Leave them out."
            )
        return 1
    if flag and most < len(lanes):
        raise ConfigError(
            f"{flag}: all {len(lanes)} runs train together and need "
            f"{capacity.gigabytes(memory.of(filled_up(len(lanes), plan.num_devices)))}; "
            f"{capacity.gigabytes(memory.free or 0)} are free, "
            f"enough for {most}. Give fewer configurations or seeds, or lower {smaller}."
        )
    if spec.max_lanes is None:
        alone = not flag and not shares_objective(plan.config)
        fast = _FAST_ON_CPU * plan.num_devices if alone and parallel.platform() == "cpu" else most
        return min(most, fast)
    if most < min(spec.max_lanes, len(lanes)):
        raise ConfigError(
            f"--max_lanes={spec.max_lanes}: these lanes need "
            f"{capacity.gigabytes(memory.of(filled_up(spec.max_lanes, plan.num_devices)))}; "
            f"{capacity.gigabytes(memory.free or 0)} are free, enough for {most}. Lower it, leave it "
            f"out, or lower {smaller}."
        )
    if flag and spec.max_lanes < len(lanes):
        raise ConfigError(
            f"--max_lanes={spec.max_lanes}: all {len(lanes)} runs train together. Leave it out."
        )
    return min(most, spec.max_lanes)


def places_of(lanes: int, most: int, devices: int, *, pad: bool, equal: bool) -> list[tuple[int, int]]:
    """Returns the number of lanes and the number of slots of each program of a group.

    Programs with the same number of slots are compiled once. An empty slot costs almost nothing on an
    accelerator, but as much as a run on a CPU.

    Args:
      lanes: the number of lanes of the group.
      most: the most lanes of a program.
      devices: the number of devices over which lanes are distributed.
      pad: whether all programs get as many slots as the largest.
      equal: whether to make more programs if that gives all of them the same number of lanes.
    """
    if lanes <= most:
        return [(lanes, filled_up(lanes, devices))]
    # Lanes come in rounds of one for each device. If a program holds fewer lanes than devices, each lane is
    # sharded over all devices.
    unit = devices if most >= devices else 1
    most, rounds = most // unit * unit, -(-lanes // unit)
    sizes = [n for n in range(max(2, -(-most // 2)), most + 1) if lanes % n == 0 and n % unit == 0]
    count = lanes // max(sizes) if equal and sizes else -(-rounds * unit // most)
    # Sizes differ by one round at most, so that at most two sizes are compiled.
    split = [unit * (rounds // count + (i < rounds % count)) for i in range(count)]
    largest = split[0]
    split[-1] -= rounds * unit - lanes
    return [(size, largest if pad else filled_up(size, devices)) for size in split]


def ranking_figure(spec: Specification, groups: Sequence[Group]) -> str:
    """Returns the figure that ranks all runs. It evaluates shapes only, to learn which figures runs have.

    Groups whose runs have all ended are left out.

    Raises:
      ConfigError: some runs have no such figure, or the defaults of different runs differ.
    """
    found: dict[tuple[str, str, tuple[str, ...]], str] = {}
    for group in groups:
        if not group.plans:
            continue
        plan = next(iter(group.plans.values()))
        evaluator = group.shared(True).evaluator
        # Runs of one objective may differ in full figures: the features decide whether goals are sought.
        kind = plan.config.objective, plan.env.name, evaluator.full_names
        if kind not in found:
            parts = training.policy_parts(plan.shapes)
            quick = jax.eval_shape(evaluator.figures, parts, jax.random.key(0))
            found[kind] = table.rank_by(spec.rank_by, kind[0], [*sorted(quick), *evaluator.full_names])
    figures = list(dict.fromkeys(found.values()))
    if len(figures) > 1:
        (objective, env, _), figure = next((kind, x) for kind, x in found.items() if x != figures[0])
        raise ConfigError(
            f"Runs of {objective} on {env} are ranked by {figure}, and others by {figures[0]}. Give one "
            "figure for all runs, such as --rank_by=return_mean."
        )
    return figures[0]


def _on_devices(slots: int, devices: int) -> str:
    """Describes how the lanes of a program are placed on several devices."""
    if devices == 1:
        return ""
    how = "dealt out to" if training.dealt_out(slots, devices) else "each sharded over"
    return f"{how} {devices} devices, "


def _compiled(programs: Sequence[Program], spec: Specification, on_workers: bool) -> str:
    """Describes how often an epoch is compiled for these programs of one group."""
    sizes = list(dict.fromkeys(program.slots for program in programs))
    if on_workers and len(programs) > 1:
        return "compiled by each worker"
    if spec.halving is not None:
        return f"compiled for {sizes[0]} lanes, and again for fewer lanes after a rung"
    if len(sizes) == 1:
        return "compiled once"
    return f"compiled twice, for {sizes[0]} lanes and for {sizes[1]}"


def announcement(
    spec: Specification, groups: Sequence[PlannedGroup], figure: str, on_workers: bool
) -> list[str]:
    """Describes the sweep, line by line. `on_workers`: each program has its own process."""
    count, words = len(spec.configurations), specification.what_differs([each.lanes for each in groups])
    runs = sum(len(each.lanes) for each in groups)
    found = [
        f"{counted(runs, 'run')}: {counted(count, 'configuration')} × {counted(len(spec.seeds), 'seed')}, "
        f"in {counted(len(groups), 'group')}"
    ]
    for i, (lanes, _, own, needed) in enumerate(groups):
        sizes, slots = [len(program.lanes) for program in own], max(program.slots for program in own)
        most = counted(max(sizes), "lane")
        config = lanes[0].config
        up_to = "" if len(set(sizes)) == 1 else "up to "
        trained = f"{len(own)} programs of {up_to}{most}" if len(own) > 1 else f"{most} at once"
        free = "" if needed.free is None else f" of {capacity.gigabytes(needed.free)} free"
        each = (needed.of(slots) - needed.shared) // slots
        found.append(
            f"Group {i + 1}: {words[i] or config.env}, {counted(len(lanes), 'run')} of "
            f"{number_format.count(config.num_env_steps)} steps, {trained}, "
            f"{_on_devices(slots, needed.devices)}{_compiled(own, spec, on_workers)}, "
            f"{capacity.gigabytes(needed.of(slots))} of memory{free} ({capacity.gigabytes(each)} a lane)"
        )
    if spec.halving is not None:
        length = groups[0].lanes[0].config.num_env_steps
        steps = ", ".join(number_format.count(x) for x in rungs(spec, length))
        found.append(
            f"Successive halving: one configuration in {spec.halving.factor} is kept at {steps} steps, by "
            f"{figure}"
        )
    if spec.population is not None:
        found.append(
            f"Population-based training: every {number_format.count(spec.population.every)} steps the worst "
            f"runs, {lanes_copied(spec.population, runs)} of {runs}, become copies of the best, by {figure}"
        )
    if any(len(each.programs) > 1 and shares_objective(each.lanes[0].config) for each in groups):
        found.append("Islands: the programs of a group exchange their objective after every epoch")
    if spec.max_lanes is not None:
        found.append(f"At most {show(spec.max_lanes)} lanes at once")
    return found
