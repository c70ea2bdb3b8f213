"""A sweep as it is going to be: its programs, the memory that they need, and what is refused of it."""

from collections.abc import Sequence
from typing import NamedTuple

import jax

from diayn_jax import envs, parallel, training
from diayn_jax.config import Config, ConfigError, show
from diayn_jax.run import capacity, console
from diayn_jax.run.compiling import Shared, make_shared
from diayn_jax.run.plan import Plan, make_lane_plans
from diayn_jax.sweeps import specification, table
from diayn_jax.sweeps.directors import rungs
from diayn_jax.sweeps.specification import LaneSpec, Specification


class Program(NamedTuple):
    """Lanes that train together."""

    group: int
    lanes: list[LaneSpec]


class Group:
    """Lanes that are compiled once."""

    def __init__(self, plans: dict[str, Plan]):
        """The plans of those that are yet to end, by name."""
        self.plans = plans
        self._shared: dict[bool, Shared] = {}

    def shared(self, several: bool) -> Shared:
        """What programs of several lanes, or those of one, share."""
        if several not in self._shared:
            self._shared[several] = make_shared(next(iter(self.plans.values())), lanes=several)
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
    plans = make_lane_plans([lane.config for lane in lanes], resume=resume, at_once=at_once, trust=trust)
    named = {lane.name: plan for lane, plan in zip(lanes, plans, strict=True)}
    return Group(named)


def plan_group(
    lanes: list[LaneSpec], group: int, spec: Specification, trust: bool, workers: int = 1, together: int = 1
) -> tuple[Group, list[Program], capacity.LaneMemory]:
    """A group's plans, and its programs.

    Each has as many lanes as memory holds and as is allowed, and where several workers train
    programs at the same time, so few that all of them have one. Programs that are `together` on a machine
    share its memory.
    """
    made = make_group(lanes, 1, trust, resume=False)
    plan = next(iter(made.plans.values()))
    memory = capacity.lane_memory(plan.config, plan.trainer, plan.shapes)
    if memory.free is not None and parallel.platform() == "cpu":
        memory = memory._replace(free=memory.free // together)
    smaller = "--rollout_length or --num_envs" if plan.config.on_policy else "--replay_size or --num_envs"
    most = len(lanes)
    if memory.fitting is not None:
        most = min(most, max(1, memory.fitting))
    outside = plan.env.place == "outside"
    if outside and len(lanes) > 1 and (spec.halving or spec.population):
        raise ConfigError(
            f"{plan.env.name} is simulated outside JAX, one run at a time, and runs are compared while they "
            "train. Leave --halving and --pbt out."
        )
    if (spec.halving or spec.population) and most < len(lanes):
        flag = "--halving" if spec.halving else "--pbt"
        raise ConfigError(
            f"{flag}: all {len(lanes)} runs train together and need "
            f"{capacity.gigabytes(memory.of(len(lanes)))}; {capacity.gigabytes(memory.free or 0)} are free, "
            f"which holds {most}. Give fewer configurations or seeds, or lower {smaller}."
        )
    if spec.max_lanes is not None:
        if memory.fitting is not None and most < min(spec.max_lanes, len(lanes)):
            raise ConfigError(
                f"--max_lanes={spec.max_lanes}: so many lanes need "
                f"{capacity.gigabytes(memory.of(spec.max_lanes))}, and "
                f"{capacity.gigabytes(memory.free or 0)} are free, which holds {most}. Lower it, leave it "
                f"out, or lower {smaller}."
            )
        if (spec.halving or spec.population) and spec.max_lanes < len(lanes):
            raise ConfigError(
                f"--max_lanes={spec.max_lanes}: all {len(lanes)} runs train together. Leave it out."
            )
        most = min(most, spec.max_lanes)
    if outside:
        most = 1
    if not (spec.halving or spec.population):
        most = min(most, -(-len(lanes) // workers))
    count = -(-len(lanes) // most)
    # As equal as can be, so that two sizes are compiled at most.
    sizes = [len(lanes) // count + (i < len(lanes) % count) for i in range(count)]
    programs, first = [], 0
    for size in sizes:
        programs.append(Program(group, lanes[first : first + size]))
        first += size
    return made, programs, memory


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


def announcement(
    spec: Specification,
    lanes: Sequence[LaneSpec],
    groups: Sequence[Sequence[LaneSpec]],
    words: Sequence[str],
    programs: Sequence[Program],
    memory: Sequence[capacity.LaneMemory],
    figure: str,
) -> list[str]:
    """What is going to be trained, line by line."""
    count = len(spec.configurations)
    found = [
        f"{len(lanes)} runs: {count} configuration{'s' if count > 1 else ''} × {len(spec.seeds)} "
        f"seed{'s' if len(spec.seeds) > 1 else ''}, in {len(groups)} group{'s' if len(groups) > 1 else ''} "
        f"that {'are' if len(groups) > 1 else 'is'} compiled once{' each' if len(groups) > 1 else ''}"
    ]
    for i, (group, needed) in enumerate(zip(groups, memory, strict=True)):
        own = [program for program in programs if program.group == i]
        size = max(len(program.lanes) for program in own)
        config = group[0].config
        times = f"{len(own)} times up to {size}" if len(own) > 1 else str(size)
        free = "" if needed.free is None else f" of {capacity.gigabytes(needed.free)} free"
        found.append(
            f"Group {i + 1}: {words[i] or config.env}, {len(group)} runs of "
            f"{console.count(config.num_env_steps)} steps, {times} lane{'s' if size > 1 else ''} at once, "
            f"{capacity.gigabytes(needed.of(size))} of memory{free} ({capacity.gigabytes(needed.each)} a "
            "lane)"
        )
    if spec.halving is not None:
        steps = ", ".join(console.count(x) for x in rungs(spec, lanes[0].config.num_env_steps))
        found.append(
            f"Successive halving: one configuration in {spec.halving.factor} goes on at {steps} steps, by "
            f"{figure}"
        )
    if spec.population is not None:
        found.append(
            f"Population-based training: every {console.count(spec.population.every)} steps the worst "
            f"{spec.population.share:.0%} become copies of the best, by {figure}"
        )
    if spec.max_lanes is not None:
        found.append(f"At most {show(spec.max_lanes)} lanes at once")
    return found
