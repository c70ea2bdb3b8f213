"""The specification of a sweep: its configurations, its seeds, and which runs can be lanes of one program.

A configuration is a set of values of fields. Each configuration is run with every seed. Values come from a
grid (all combinations) and from random draws from ranges. This module does not look at the machine and does
not compile anything.
"""

import dataclasses
import itertools
import math
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from diayn_jax import envs, resolve
from diayn_jax.config import (
    AUTO,
    OF_WANDB,
    Config,
    ConfigError,
    Field,
    check_field,
    check_seeds,
    check_whole,
    closest_matches,
    coerce,
    differ_in_program,
    show,
)
from diayn_jax.storage import files

# Fields that cannot be swept over, and why.
_NOT_SWEPT = {
    "seed": "give --seeds",
    "name": "a sweep names its runs",
    "tags": "a sweep names its runs",
    "log_dir": "all runs lie in the sweep's directory",
    "device": "all runs use one device",
    "num_devices": "all runs use the same devices",
    "deterministic": "it holds for the whole sweep",
    **dict.fromkeys(("wandb", *OF_WANDB), "Weights & Biases logs one run of a program at a time"),
}
_LONGEST_NAME = 80  # characters of a lane's name
_TRIES = 100  # draws for each value that is needed, because draws may be equal
_DIGITS = 4  # digits of a drawn value, so that names and files show exactly the value that is used

MOST_RUNS = 10_000


class Range(NamedTuple):
    """A range from which values are drawn, uniformly or log-uniformly."""

    low: float
    high: float
    log: bool = False


class Halving(NamedTuple):
    """Successive halving: at each rung, one configuration in `factor` is kept."""

    factor: int
    first_rung: int  # environment steps


class Population(NamedTuple):
    """Population-based training (Jaderberg et al. 2017): the worst runs become copies of the best."""

    every: int  # environment steps between two rounds
    share: float = 0.2  # the share of the population that is copied, and the share that becomes copies


class Specification(NamedTuple):
    """The complete specification of a sweep."""

    fields: Mapping[str, Any]  # fields of all runs
    seeds: tuple[int, ...]
    grid: Mapping[str, tuple[Any, ...]]
    ranges: Mapping[str, Range]
    random: int  # the number of draws from the ranges
    random_seed: int
    rank_by: str  # AUTO: the figure depends on the objective
    max_lanes: int | None
    halving: Halving | None
    population: Population | None
    # They are made from the grid and the ranges. A resumed sweep reads them from its file.
    configurations: tuple[Mapping[str, Any], ...]


class LaneSpec(NamedTuple):
    """One run of a sweep."""

    name: str
    configuration: int
    config: Config


class Options(NamedTuple):
    """The options of a sweep, as a user gives them."""

    seeds: Sequence[int] = (0,)
    grid: Mapping[str, Sequence[Any]] = {}  # values of fields; every combination is run
    # Configurations, in place of a grid: each gives values of fields.
    configurations: Sequence[Mapping[str, Any]] = ()
    ranges: Mapping[str, Any] = {}  # (low, high) or (low, high, "log") of traced hyperparameters
    random: int = 0  # draws from the ranges; every combination of the grid is run with every draw
    random_seed: int = 0  # the seed of these draws
    rank_by: str = AUTO  # the figure that ranks, such as `mi_normalised`; auto: the objective's default
    max_lanes: int | None = None  # the most runs that train together; None: see `plan.plan_group`
    halving: int | None = None  # one configuration in this many is kept at each rung; None: no halving
    # Environment steps of the first rung; None: fewer than `halving` configurations are left at the end.
    first_rung: int | None = None
    pbt: int | None = None  # environment steps between two rounds of population-based training; None: none


def make_specification(fields: Mapping[str, Any], **options: Any) -> Specification:
    """Makes the specification of a sweep, and checks everything that needs no environment.

    Args:
      fields: fields of all runs, by name.
      options: fields of `Options`.

    Raises:
      ConfigError: a field is unknown or cannot be swept over, or a value is not allowed.
    """
    given, of_all, fields = Options(**options), set(fields), dict(fields)
    _check_kinds(given)
    random, max_lanes = given.random, given.max_lanes
    check_whole(max_lanes=max_lanes)
    counts = ("random", "random_seed", "halving", "first_rung", "pbt")
    check_whole(0, **{name: getattr(given, name) for name in counts})
    fields["env"] = envs.name_of(fields.get("env", Config.env))
    resolve.trust(fields)
    for name in ("name", "log_dir"):
        fields.pop(name, None)
    if tags := fields.pop("tags", ()):
        raise ConfigError(f"--tags={show(tags)}: {_NOT_SWEPT['tags']} by what differs. Leave it out.")
    for name in ("wandb", *OF_WANDB):
        default = getattr(Config, name)
        if fields.get(name, default) != default:
            raise ConfigError(f"--{name}={fields[name]}: {_NOT_SWEPT[name]}. Leave it out.")
    if "seed" in fields:
        raise ConfigError(f"--seed={fields['seed']}: a sweep takes --seeds, such as 0..7. Leave --seed out.")
    numbers = check_seeds(given.seeds)
    known = resolve.all_fields(fields.get("objective", Config.objective), fields.get("agent", Config.agent))
    values = {name: _grid_values(name, known, each) for name, each in (given.grid or {}).items()}
    drawn = {name: _range(name, known, each) for name, each in (given.ranges or {}).items()}
    for name in {*values, *drawn} & of_all:
        raise ConfigError(
            f"--{name}={show(fields[name])} is given for all runs, but it is also swept over. Leave one out."
        )
    if both := set(values) & set(drawn):
        raise ConfigError(f"{min(both)} is given in --grid and in --range. Leave one out.")
    if drawn and not random:
        raise ConfigError(f"--range={min(drawn)}=…: give the number of values to draw, with --random=N.")
    if random and not drawn:
        raise ConfigError(f"--random={random} draws from ranges: add --range=NAME=LOW:HIGH, or leave it out.")
    if random > MOST_RUNS:
        raise ConfigError(f"--random={random}: a sweep has {MOST_RUNS} runs at most. Give fewer.")
    if given.configurations and (values or drawn):
        raise ConfigError("configurations are given beside --grid or --range. Leave these out.")
    for name in (name for values in given.configurations for name in values if name in _NOT_SWEPT):
        raise ConfigError(
            f"configurations: one gives {name}, which cannot be swept over: {_NOT_SWEPT[name]}. Leave it out."
        )
    chosen = tuple(coerced(fields, values) for values in given.configurations)
    configurations = chosen or _configurations(values, drawn, random, given.random_seed)
    runs = len(configurations) * len(numbers)
    if runs > MOST_RUNS:
        raise ConfigError(
            f"{len(configurations)} configurations with {len(numbers)} seeds are {runs} runs, but a sweep "
            f"has {MOST_RUNS} at most. Give fewer."
        )
    differing = [*(name for name, each in values.items() if len(each) > 1), *drawn]
    return Specification(
        fields=fields,
        seeds=numbers,
        grid=values,
        ranges=drawn,
        random=random,
        random_seed=given.random_seed,
        rank_by=given.rank_by,
        max_lanes=max_lanes,
        halving=_halving(given, len(configurations)),
        population=_population(given, runs, {name: known[name] for name in differing}, fields),
        configurations=configurations,
    )


def _check_kinds(given: Options) -> None:
    """Raises `ConfigError` if an option is of a kind that the command line cannot give."""
    tables, each = {"grid": given.grid, "ranges": given.ranges}, given.configurations
    for name, table in tables.items():
        if table and not isinstance(table, Mapping):
            raise ConfigError(f"--{name}={table!r}: give values by field, such as {{'tau': (0.01, 0.02)}}.")
    if not isinstance(each, Sequence) or not all(isinstance(values, Mapping) for values in each):
        raise ConfigError(f"configurations={each!r}: give a list of mappings, such as [{{'tau': 0.01}}].")
    if not isinstance(given.rank_by, str):
        raise ConfigError(f"--rank_by={given.rank_by!r}: give the name of a figure, such as return_mean.")


def coerced(fields: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Returns fields with values of their own types, as the sweep's file has them.

    `fields` are those of all runs, which tell the objective and the agent. Unknown fields and values that are
    not allowed are returned unchanged; `make_lanes` refuses them.
    """
    own = {**fields, **values}
    known = resolve.all_fields(own.get("objective", Config.objective), own.get("agent", Config.agent))
    return {name: coerce(known[name], value) if name in known else value for name, value in values.items()}


def worlds(fields: Mapping[str, Any], configurations: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Returns the environments of runs, each with its backend; `fields` are those of all runs."""
    backend = fields.get("backend", Config.backend)
    found = [(own.get("env", fields["env"]), own.get("backend", backend)) for own in configurations]
    return list(dict.fromkeys(found))


def _known(flag: str, name: str, known: Mapping[str, Field]) -> Field:
    if name in _NOT_SWEPT:
        raise ConfigError(f"--{flag}={name}=…: {name} cannot be swept over: {_NOT_SWEPT[name]}.")
    if name not in known:
        raise ConfigError(f"--{flag}={name}=…: there is no such field.{closest_matches(name, known)}")
    return known[name]


def _grid_values(name: str, known: Mapping[str, Field], given: Sequence[Any]) -> tuple[Any, ...]:
    field = _known("grid", name, known)
    listed = isinstance(given, Sequence) or getattr(given, "ndim", 0) > 0
    if isinstance(given, str) or not listed:
        raise ConfigError(
            f"--grid={name}={given!r}: it takes a list of values, such as [{show(field.default)}]."
        )
    if not len(given):
        raise ConfigError(f"--grid={name}= is empty. Give it values, such as {name}={show(field.default)}.")
    values = tuple(coerce(field, value) for value in given)
    for value in values:
        check_field(field, value)
        resolve.trust({name: value})
    if name == "env":
        values = tuple(envs.canonical(value) for value in values)
    for value in values:
        if values.count(value) > 1:
            raise ConfigError(f"--grid={name}=…: {show(value)} is given twice. Leave one out.")
    return values


def _range(name: str, known: Mapping[str, Field], given: Any) -> Range:
    field = _known("range", name, known)
    if not field.metadata["traced"]:
        traced = sorted(key for key, f in known.items() if f.metadata["traced"])
        raise ConfigError(
            f"--range={name}=…: {name} is a constant of the compiled program. Give its values in --grid, "
            f"or draw one of {', '.join(traced)}."
        )
    try:
        low, high, *rest = given
        found = Range(float(low), float(high), bool(rest) and rest[0] in ("log", True))
        fits = len(rest) <= 1 and (not rest or rest[0] in ("log", "linear", True, False))
    except (TypeError, ValueError):
        fits = False
    if not fits:
        raise ConfigError(
            f"--range={name}=…: it takes (low, high) or (low, high, 'log'), such as (1e-4, 1e-2, 'log')."
        )
    if not (math.isfinite(found.low) and math.isfinite(found.high) and found.low < found.high):
        raise ConfigError(
            f"--range={name}={found.low:g}:{found.high:g}: both must be finite, and the first smaller than "
            "the second."
        )
    if found.log and found.low <= 0:
        raise ConfigError(f"--range={name}={found.low:g}:{found.high:g}:log: both must be greater than 0.")
    for end in (found.low, found.high):
        check_field(field, coerce(field, end))
    return found


def _configurations(
    grid: Mapping[str, tuple[Any, ...]], ranges: Mapping[str, Range], random: int, seed: int
) -> tuple[Mapping[str, Any], ...]:
    """Returns every combination of the grid with every draw. All combinations have the same draws."""
    combinations = [dict(zip(grid, values, strict=True)) for values in itertools.product(*grid.values())]
    if not ranges:
        return tuple(combinations)
    generator = np.random.default_rng(seed)
    # A narrow range has few numbers with this many digits, and equal draws would be equal runs.
    draws: dict[tuple[float, ...], None] = {}
    for _ in range(_TRIES * random):
        draws[tuple(_drawn(generator, r) for r in ranges.values())] = None
        if len(draws) == random:
            break
    else:
        raise ConfigError(
            f"--random={random}: the ranges have only about {len(draws)} values with {_DIGITS} digits. Widen "
            "them, or draw fewer."
        )
    drawn = [dict(zip(ranges, values, strict=True)) for values in draws]
    return tuple({**combination, **draw} for combination in combinations for draw in drawn)


def _drawn(generator: np.random.Generator, found: Range) -> float:
    share = float(generator.random())
    if found.log:
        value = found.low * (found.high / found.low) ** share
    else:
        value = found.low + share * (found.high - found.low)
    return min(max(float(f"{value:.{_DIGITS}g}"), found.low), found.high)


def _halving(given: Options, configurations: int) -> Halving | None:
    factor, first_rung = given.halving, given.first_rung
    if factor is None:
        if first_rung is not None:
            raise ConfigError(f"--first_rung={first_rung} needs --halving=FACTOR. Add that, or leave it out.")
        return None
    if factor < 2:
        raise ConfigError(f"--halving={factor}: it takes 2 or more; one configuration in that many is kept.")
    if configurations < factor:
        raise ConfigError(
            f"--halving={factor}: there are {configurations} configurations, and one in {factor} is kept. "
            "Give more with --grid or --random, or leave --halving out."
        )
    if first_rung is not None and first_rung < 1:
        raise ConfigError(f"--first_rung={first_rung}: it takes environment steps, 1 or more.")
    return Halving(factor, first_rung or 0)


def _population(
    given: Options, lanes: int, swept: Mapping[str, Field], fields: Mapping[str, Any]
) -> Population | None:
    every = given.pbt
    if every is None:
        return None
    if given.halving is not None:
        raise ConfigError("--pbt and --halving both decide which runs continue. Leave one out.")
    if every < 1:
        raise ConfigError(f"--pbt={every}: it takes environment steps, 1 or more.")
    if lanes < 4 or not swept:
        raise ConfigError(
            f"--pbt={every}: a population needs 4 runs or more that differ in a traced hyperparameter; "
            f"there are {lanes} runs. Add --random and --range, or --seeds."
        )
    for name, field in swept.items():
        at_start = field.metadata["at_start"]
        if at_start and (at_start is True or fields.get(at_start[0]) == at_start[1]):
            raise ConfigError(
                f"--pbt={every}: {name} counts only at the start of a run, so a copy could not change it. "
                "Sweep over another field, or leave --pbt out."
            )
    return Population(every)


def make_lanes(spec: Specification, log_dir: str, device: str) -> list[LaneSpec]:
    """Makes the runs of a sweep: for each configuration, one run with each seed.

    The `device` is `cpu` or `gpu`, for `preset=auto`.

    Raises:
      ConfigError: a configuration is not allowed, for example because a setting belongs to another objective.
    """
    lanes: list[LaneSpec] = []
    taken: set[str] = set()
    for i, values in enumerate(spec.configurations):
        named = _name(values, i, taken)
        taken.add(named)
        for seed in spec.seeds:
            name = "-".join(filter(None, [named, f"s{seed}"]))
            own = {**spec.fields, **values, "seed": seed, "name": name, "log_dir": log_dir}
            try:
                config = resolve.make_config(own, env_defaults=envs.defaults(own["env"]), device=device)
            except ConfigError as error:
                raise ConfigError(f"{named or 'Every run'}: {error}" if values else str(error)) from None
            lanes.append(LaneSpec(name, i, config))
    return lanes


def _name(values: Mapping[str, Any], index: int, taken: Collection[str]) -> str:
    """Returns the name of a configuration; its index if that is too long, or taken by another one."""
    parts = [f"{name}={files.as_text(value)}" for name, value in values.items()]
    named = re.sub(r"[^\w.,=+-]", "_", ",".join(parts))
    return named if len(named) <= _LONGEST_NAME and named not in taken else f"c{index}"


def grouped(lanes: Sequence[LaneSpec]) -> list[list[LaneSpec]]:
    """Groups lanes so that one program can train all lanes of a group."""
    groups: list[list[LaneSpec]] = []
    for lane in lanes:
        for group in groups:
            if not differ_in_program(lane.config, group[0].config):
                group.append(lane)
                break
        else:
            groups.append([lane])
    return groups


def what_differs(groups: Sequence[Sequence[LaneSpec]]) -> list[str]:
    """Describes the fields in which each group differs from the others."""
    names = list(dict.fromkeys(f.name for group in groups for f in dataclasses.fields(group[0].config)))
    firsts = [group[0].config for group in groups]
    differing = [
        name for name in names if any(name in differ_in_program(config, firsts[0]) for config in firsts)
    ]
    return [
        ", ".join(f"{name}={show(getattr(config, name, '–'))}" for name in differing[:4])
        + (f" and {len(differing) - 4} more" if len(differing) > 4 else "")
        for config in firsts
    ]
