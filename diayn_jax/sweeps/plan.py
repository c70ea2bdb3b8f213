"""A sweep as it is going to be: its programs, the memory that they need, and what is refused of it."""

from collections.abc import Sequence
from typing import NamedTuple

import jax

from diayn_jax import envs, number_format, parallel, training
from diayn_jax.config import Config, ConfigError, show
from diayn_jax.machine import capacity
from diayn_jax.run import memory_plan
from diayn_jax.run.compiling import CompileCache, make_compile_cache
from diayn_jax.run.plan import Plan, make_lane_plans
from diayn_jax.run.scheduler import filled_up
from diayn_jax.sweeps import specification, table
from diayn_jax.sweeps.schedulers import rungs
from diayn_jax.sweeps.specification import LaneSpec, Specification
from diayn_jax.use.training_run import SERVICES


class Program(NamedTuple):
    """Lanes that train together."""

    group: int
    lanes: list[LaneSpec]
    slots: int  # at least as many; one that no lane has is computed too


class Group:
    """Lanes whose programs share what is compiled."""

    def __init__(self, plans: dict[str, Plan]):
        """The plans of those that are yet to end, by name."""
        self.plans = plans
        self._shared: dict[bool, CompileCache] = {}

    def shared(self, several: bool) -> CompileCache:
        """What programs of several lanes, or those of one, share."""
        if several not in self._shared:
            self._shared[several] = make_compile_cache(next(iter(self.plans.values())), lanes=several)
        return self._shared[several]


def factorises(spec: Specification) -> bool:
    """Whether physics of one of its environments asks for more of XLA's threads (`envs.factorises`)."""
    names = spec.grid.get("env", (spec.fields["env"],))
    return any(envs.factorises(name, spec.fields.get("backend", Config.backend)) for name in names)


def check_one_group(spec: Specification, groups: Sequence[Sequence[LaneSpec]]) -> None:
    """Raises `ConfigError` where runs are to be compared that are no lanes of one program."""
    if len(groups) > 1 and (spec.halving or spec.population):
        flag = "--halving" if spec.halving else "--pbt"
        words = specification.what_differs(groups)
        raise ConfigError(
            f"{flag} compares runs of one program, and these are {len(groups)}: {'; '.join(words[:3])}. "
            "Sweep over traced hyperparameters alone."
        )


def check_rungs(spec: Specification, config: Config) -> None:
    """Raises `ConfigError` where runs end before the first rung, or the first round of a population."""
    if spec.halving and not rungs(spec, config.num_env_steps):
        raise ConfigError(
            f"--first_rung={spec.halving.first_rung}: runs end at {config.num_env_steps} steps, before it. "
            "Lower it."
        )
    if spec.population and spec.population.every >= config.num_env_steps:
        raise ConfigError(
            f"--pbt={spec.population.every}: runs end at {config.num_env_steps} steps, before the first "
            "round. Lower it."
        )


def make_group(lanes: Sequence[LaneSpec], at_once: int, trust: bool, resume: bool) -> Group:
    """The plans of a group's lanes, of which memory has to hold some at once.

    Raises:
      ConfigError: what cannot be run here.
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
) -> tuple[Group, list[Program], memory_plan.LaneMemory]:
    """A group's plans, and its programs.

    Each has as many lanes as memory holds and as is allowed, and where several workers train
    programs at the same time, so few that all of them have one. Programs that are `together` on a machine
    share its memory. Those of `one_process` share what is compiled.
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
    programs, first = [], 0
    for size, slots in split:
        programs.append(Program(group, lanes[first : first + size], slots))
        first += size
    return made, programs, memory


def _most_at_once(
    lanes: Sequence[LaneSpec], plan: Plan, spec: Specification, memory: memory_plan.LaneMemory
) -> int:
    """How many lanes of a group may train together.

    Raises:
      ConfigError: fewer than what is compared, or than `max_lanes` asks for.
    """
    smaller = "--rollout_length or --num_envs" if plan.config.on_policy else "--replay_size or --num_envs"
    most = max(1, memory.fitting(len(lanes)))
    flag = "--halving" if spec.halving else "--pbt" if spec.population else ""
    if plan.env.runs_on == "simulator":
        if flag and len(lanes) > 1:
            raise ConfigError(
                f"{plan.env.name} is simulated outside JAX, one run at a time, and runs are compared while "
                "they train. Leave --halving and --pbt out."
            )
        return 1
    if flag and most < len(lanes):
        raise ConfigError(
            f"{flag}: all {len(lanes)} runs train together and need "
            f"{capacity.gigabytes(memory.of(filled_up(len(lanes), plan.num_devices)))}; "
            f"{capacity.gigabytes(memory.free or 0)} are free, "
            f"which holds {most}. Give fewer configurations or seeds, or lower {smaller}."
        )
    if spec.max_lanes is None:
        return most
    if most < min(spec.max_lanes, len(lanes)):
        raise ConfigError(
            f"--max_lanes={spec.max_lanes}: so many lanes need "
            f"{capacity.gigabytes(memory.of(filled_up(spec.max_lanes, plan.num_devices)))}, and "
            f"{capacity.gigabytes(memory.free or 0)} are free, which holds {most}. Lower it, leave it "
            f"out, or lower {smaller}."
        )
    if flag and spec.max_lanes < len(lanes):
        raise ConfigError(
            f"--max_lanes={spec.max_lanes}: all {len(lanes)} runs train together. Leave it out."
        )
    return min(most, spec.max_lanes)


def places_of(lanes: int, most: int, devices: int, *, pad: bool, equal: bool) -> list[tuple[int, int]]:
    """How many lanes each program of a group has, and how many slots.

    Programs of one size are compiled once. An empty place costs an accelerator next to nothing, but a
    CPU as much as a run.

    Args:
      lanes: of the group.
      most: of a program.
      devices: to which lanes are dealt out.
      pad: whether all programs have as many slots as the largest.
      equal: makes more programs where that gives all the same number of lanes.
    """
    if lanes <= most:
        return [(lanes, filled_up(lanes, devices))]
    # Lanes come in rounds, one to each device; where fewer are possible, each is over all devices.
    unit = devices if most >= devices else 1
    most, rounds = most // unit * unit, -(-lanes // unit)
    sizes = [n for n in range(max(2, -(-most // 2)), most + 1) if lanes % n == 0 and n % unit == 0]
    count = lanes // max(sizes) if equal and sizes else -(-rounds * unit // most)
    # As equal as can be, so that two sizes are compiled at most.
    split = [unit * (rounds // count + (i < rounds % count)) for i in range(count)]
    largest = split[0]
    split[-1] -= rounds * unit - lanes
    return [(size, largest if pad else filled_up(size, devices)) for size in split]


def ranking_figure(spec: Specification, groups: Sequence[Group]) -> str:
    """The figure that ranks all runs; its name is checked by shapes alone.

    Raises:
      ConfigError: some runs have no such figure, or are ranked by another one unless it is said.
    """
    found: dict[tuple[str, str], str] = {}
    for group in groups:
        plan = next(iter(group.plans.values()))
        kind = plan.config.objective, plan.env.name
        if kind not in found:
            parts = training.policy_parts(plan.shapes)
            quick = jax.eval_shape(group.shared(True).evaluator.figures, parts, jax.random.key(0))
            found[kind] = table.rank_by(spec.rank_by, kind[0], sorted(quick), "xy" in plan.env.features)
    figures = list(dict.fromkeys(found.values()))
    if len(figures) > 1:
        (objective, env), figure = next((kind, x) for kind, x in found.items() if x != figures[0])
        raise ConfigError(
            f"Runs of {objective} on {env} would be ranked by {figure}, and others by {figures[0]}: say by "
            "which all are, such as --rank_by=return_mean."
        )
    return figures[0]


def _on_devices(slots: int, devices: int) -> str:
    """How the lanes of a program lie over several devices, in words."""
    if devices == 1:
        return ""
    how = "dealt out to" if training.dealt_out(slots, devices) else "each over"
    return f"{how} {devices} devices, "


def _compiled(programs: Sequence[Program], spec: Specification, on_workers: bool) -> str:
    """How often an epoch of these programs of one group is compiled, in words."""
    sizes = list(dict.fromkeys(program.slots for program in programs))
    if on_workers and len(programs) > 1:
        return "compiled by each worker"
    if spec.halving is not None:
        return f"compiled for {sizes[0]} lanes, and again for fewer behind a rung"
    if len(sizes) == 1:
        return "compiled once"
    return f"compiled twice, for {sizes[0]} lanes and for {sizes[1]}"


def announcement(
    spec: Specification,
    lanes: Sequence[LaneSpec],
    groups: Sequence[Sequence[LaneSpec]],
    words: Sequence[str],
    programs: Sequence[Program],
    memory: Sequence[memory_plan.LaneMemory],
    figure: str,
    on_workers: bool,
) -> list[str]:
    """What is going to be trained, line by line; `on_workers`: each program in a process of its own."""
    count = len(spec.configurations)
    found = [
        f"{len(lanes)} runs: {count} configuration{'s' if count > 1 else ''} × {len(spec.seeds)} "
        f"seed{'s' if len(spec.seeds) > 1 else ''}, in {len(groups)} group{'s' if len(groups) > 1 else ''}"
    ]
    for i, (group, needed) in enumerate(zip(groups, memory, strict=True)):
        own = [program for program in programs if program.group == i]
        size, slots = max(len(program.lanes) for program in own), max(program.slots for program in own)
        config = group[0].config
        times = f"{len(own)} times up to {size}" if len(own) > 1 else str(size)
        free = "" if needed.free is None else f" of {capacity.gigabytes(needed.free)} free"
        each = (needed.of(slots) - needed.shared) // slots
        found.append(
            f"Group {i + 1}: {words[i] or config.env}, {len(group)} runs of "
            f"{number_format.count(config.num_env_steps)} steps, {times} lane{'s' if size > 1 else ''} "
            f"at once, "
            f"{_on_devices(slots, needed.devices)}{_compiled(own, spec, on_workers)}, "
            f"{capacity.gigabytes(needed.of(slots))} of memory{free} "
            f"({capacity.gigabytes(each)} a lane)"
        )
    if spec.halving is not None:
        steps = ", ".join(number_format.count(x) for x in rungs(spec, lanes[0].config.num_env_steps))
        found.append(
            f"Successive halving: one configuration in {spec.halving.factor} goes on at {steps} steps, by "
            f"{figure}"
        )
    if spec.population is not None:
        found.append(
            f"Population-based training: every {number_format.count(spec.population.every)} steps the worst "
            f"{spec.population.share:.0%} become copies of the best, by {figure}"
        )
    if spec.max_lanes is not None:
        found.append(f"At most {show(spec.max_lanes)} lanes at once")
    return found
