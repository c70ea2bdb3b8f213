"""Reads and writes the files of a sweep, `<log_dir>/sweeps/<name>/`.

- `sweep.json`: the sweep's specification, its programs (which runs train together), versions and device. It
  is written once, before training.
- `programs/0.json`, …: the state of each program: which lanes it has had from which clock onwards, which of
  them have ended and how, and the decisions between epochs. The process that trains the program rewrites it
  before each change takes effect.
- `programs/0.log`, …: the output of the program's runs.
- `islands/0/`, …: what programs with the same islands exchange (see `islands`), until all runs have ended.
- `<env>/<lane>/`: the runs.
- `table.csv`, `table.json`, `compare.html`, `marginals.png`: written at the end.

The JSON files have checksums, and a program's file names the sweep to which it belongs.
"""

import dataclasses
import datetime
import json
import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from diayn_jax import resolve, shell
from diayn_jax.config import NAME_PATTERN, Config, ConfigError, check_field, coerce
from diayn_jax.run.scheduler import EMPTY, Copy, Decision
from diayn_jax.storage import files, provenance, untrusted_files
from diayn_jax.sweeps import specification
from diayn_jax.sweeps.specification import Halving, Population, Range, Specification

SWEEPS = "sweeps"  # the folder of sweeps in a log_dir
SWEEP = files.SWEEP
PROGRAMS = files.PROGRAMS
FORMAT = 2

OUTCOMES = ("finished", "retired", "failed")


@dataclasses.dataclass
class State:
    """The state of one or several programs."""

    begun: list[tuple[int, tuple[str, ...]]]  # (clock, the program's lanes from this clock onwards)
    ended: dict[str, dict[str, Any]]  # lane -> outcome, clock, reason
    decisions: list[dict[str, Any]]  # clock, figures by lane, and the decision


def together(states: Sequence[State]) -> State:
    """Joins the states of several programs: all lanes that have ended, and all decisions."""
    ended = {name: how for state in states for name, how in state.ended.items()}
    return State([], ended, [entry for state in states for entry in state.decisions])


def check_new(directory: Path) -> None:
    """Raises `ConfigError` if a directory holds a sweep."""
    if (directory / SWEEP).exists():
        raise ConfigError(
            f"--name={directory.name}: {directory} holds a sweep already. To continue it: "
            f"{shell.command('resume', directory)}. Or choose another --name."
        )


def check_there(directory: Path) -> None:
    """Raises `ConfigError` if a directory holds no sweep."""
    if not (directory / SWEEP).exists():
        raise ConfigError(f"There is no sweep at {directory}: it has no {SWEEP}.")


def folder(log_dir: str | Path, name: str) -> Path:
    """Returns the directory of the sweep `name`.

    Raises:
      ConfigError: the name is not allowed as the name of a folder.
    """
    if not re.fullmatch(NAME_PATTERN, name):
        raise ConfigError(
            f"--name={name} is not allowed: it takes the name of a folder, with letters, digits and "
            "_ . - = + , but no dot or dash at its start."
        )
    return files.expanded(log_dir) / SWEEPS / name


def new_name(seed: int) -> str:
    """Returns a name for a sweep without a given one: date and time, and the first seed."""
    return f"{datetime.datetime.now().astimezone():%Y%m%d-%H%M%S}-s{seed}"


def write_sweep(
    path: Path,
    spec: Specification,
    programs: Sequence[Sequence[str]],
    slots: Sequence[int],
    resolved: Mapping[str, Any],
) -> str:
    """Writes sweep.json; returns the time at which the sweep began, which the programs' files repeat.

    Args:
      programs: the names of each program's lanes.
      slots: the number of each program's slots.
      resolved: the values of settings that were `auto`, and the cluster resources of a program.
    """
    started = datetime.datetime.now().astimezone().isoformat(timespec="microseconds")
    document = {
        "format": FORMAT,
        "started": started,
        "specification": _as_json(spec),
        "programs": [list(names) for names in programs],
        "slots": list(slots),
        "resolved": dict(resolved),
        "device": provenance.device(),
        "versions": provenance.versions(),
        "commit": provenance.commit(),
        "command": provenance.command(),
    }
    files.write_checked_json(path / SWEEP, document)
    return started


def read_sweep(path: Path, *, trust: bool = False) -> tuple[Specification, list[list[str]], dict[str, Any]]:
    """Reads the sweep at `path`; returns its specification, its programs' lanes, and all of sweep.json.

    If sweep.json has no `slots`, they are added: as many as there are lanes.

    Raises:
      ConfigError: there is no sweep, or its file is damaged.
      UntrustedCodeError: the file names code, and `trust` is False.
    """
    check_there(path)
    file = path / SWEEP
    try:
        document = files.read_checked_json(file)
        _check(document.get("format") == FORMAT, f"it has format {document.get('format')}, not {FORMAT}")
        given = _entry(document, "specification", dict)
        programs = _entry(document, "programs", list)
        for names in programs:
            _check(isinstance(names, list) and all(map(_is_lane, names)), f"programs has {names!r}")
        document.setdefault("slots", [len(names) for names in programs])
        slots = _entry(document, "slots", list)
        fits = len(slots) == len(programs) and all(map(_is_count, slots))
        _check(fits and all(x >= len(y) for x, y in zip(slots, programs, strict=True)), "slots are wrong")
        _check(isinstance(document.get("started"), str), "it lacks started")
        device = _entry(document, "resolved", dict).get("device")
        _check(device in ("cpu", "gpu"), f"its device is {device!r}")
        spec = _from_json(given, trust)
    except ConfigError as error:
        raise type(error)(f"{file}: {error}") from error
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"{file} cannot be read: {error}. Restore a copy of it, or begin another sweep."
        ) from error
    return spec, programs, document


def log_path(path: Path, program: int) -> Path:
    """Returns the path of the file with the output of a program's runs."""
    return path / PROGRAMS / f"{program}.log"


def state_path(path: Path, program: int) -> Path:
    """Returns the path of the file with the state of a program."""
    return path / PROGRAMS / f"{program}.json"


def write_state(path: Path, started: str, program: int, state: State) -> None:
    """Writes the state of a program. `started` identifies the sweep."""
    document = {
        "format": FORMAT,
        "started": started,
        "begun": [{"updates": clock, "lanes": list(lanes)} for clock, lanes in state.begun],
        "ended": state.ended,
        "decisions": state.decisions,
    }
    files.write_checked_json(state_path(path, program), document)


def read_state(path: Path, started: str, program: int, names: Sequence[str]) -> State:
    """Reads the state of a program of the sweep that began at `started`. It is empty if there is no file.

    Raises:
      ConfigError: the file is damaged, or belongs to another sweep.
    """
    file = state_path(path, program)
    try:
        document = files.read_checked_json(file)
        if document.get("started") != started:
            raise ValueError("it belongs to another sweep")
        lanes = set(names)
        state = State(_begun(_entry(document, "begun", list), names), {}, [])
        for name, how in _entry(document, "ended", dict).items():
            fits = name in lanes and isinstance(how, dict) and how.get("outcome") in OUTCOMES
            _check(fits and _is_count(how.get("updates")), f"ended has {name!r}")
            state.ended[name] = how
        for entry in _entry(document, "decisions", list):
            decision_of(entry, lanes)
            state.decisions.append(entry)
    except FileNotFoundError:
        return State([], {}, [])
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"{file} cannot be read: {error}. The sweep cannot be resumed without it. Restore a copy of it, "
            "or begin another sweep with another --name."
        ) from error
    return state


def _begun(begun: Sequence[Any], lanes: Sequence[str]) -> list[tuple[int, tuple[str, ...]]]:
    """Checks that each entry has only lanes of the previous entry, and a clock that is not smaller."""
    found: list[tuple[int, tuple[str, ...]]] = []
    before, last = list(lanes), -1
    for entry in begun:
        fits = isinstance(entry, dict) and _is_count(entry.get("updates")) and entry["updates"] >= last
        _check(fits and isinstance(entry.get("lanes"), list), f"begun has {entry!r}")
        names = [name for name in entry["lanes"] if name != EMPTY]
        # The lanes must also be in the same order.
        _check([name for name in before if name in names] == names, f"begun has the lanes {names!r}")
        found.append((entry["updates"], tuple(entry["lanes"])))
        before, last = names, entry["updates"]
    return found


def decision_of(entry: Any, lanes: set[str]) -> tuple[int, Decision]:
    """Returns the clock and the decision of an entry of `State.decisions`.

    Raises:
      ValueError: the entry is malformed, or names unknown lanes.
    """
    _check(isinstance(entry, dict) and _is_count(entry.get("updates")), f"decisions has {entry!r}")
    retired = entry.get("retired", [])
    _check(isinstance(retired, list) and lanes.issuperset(retired), f"retired is {retired!r}")
    copies = entry.get("copies", [])
    _check(isinstance(copies, list), f"copies is {copies!r}")
    made = []
    for copy in copies:
        fits = isinstance(copy, dict) and copy.get("source") in lanes and copy.get("target") in lanes
        hparams: dict[str, Any] = _entry(copy, "hparams", dict) if fits else {"": None}
        _check(all(map(_is_number, hparams.values())), f"copies has {copy!r}")
        made.append(Copy(copy["source"], copy["target"], hparams))
    _check(_is_count(entry.get("env_steps")), f"decisions has env_steps {entry.get('env_steps')!r}")
    return entry["updates"], Decision(tuple(retired), tuple(made))


def entry_of(clock: int, decision: Decision, figures: Mapping[str, float], **more: Any) -> dict[str, Any]:
    """Returns a decision as an entry of `State.decisions`."""
    return {
        "updates": clock,
        **more,
        "figures": {name: x if math.isfinite(x) else None for name, x in figures.items()},
        "retired": list(decision.retired),
        "copies": [{**copy._asdict(), "hparams": dict(copy.hparams)} for copy in decision.copies],
    }


def most_rounds(lanes: Sequence[str], copies: int, hparams: Sequence[str]) -> int:
    """Returns how many rounds of a population the file of its program has room for.

    Args:
      lanes: the names of the population's lanes.
      copies: the most copies in a round.
      hparams: the names of the hyperparameters that copies change.
    """
    number = -1.2345678901234567e-05  # takes about as many characters as any float32
    made = (Copy(source, source, dict.fromkeys(hparams, number)) for source in lanes[:copies])
    entry = entry_of(10**12, Decision((), tuple(made)), dict.fromkeys(lanes, number), env_steps=10**12)
    # `write_checked_json` indents entries like this.
    size = len(json.dumps({"decisions": [entry]}, indent=2))
    # The rest of the file: how each lane ended, and where it was.
    rest = sum(2 * len(name) + 500 for name in lanes)
    return (untrusted_files.MOST_JSON - rest) // size


def _as_json(spec: Specification) -> dict[str, Any]:
    return {
        **spec._asdict(),
        "fields": dict(spec.fields),
        "grid": {name: list(values) for name, values in spec.grid.items()},
        "ranges": {name: found._asdict() for name, found in spec.ranges.items()},
        "halving": spec.halving._asdict() if spec.halving else None,
        "population": spec.population._asdict() if spec.population else None,
        "configurations": [dict(values) for values in spec.configurations],
    }


def _from_json(given: Mapping[str, Any], trust: bool) -> Specification:
    """Reads a specification from JSON. Raises `ValueError` or `ConfigError` if it is malformed."""
    missing = [name for name in Specification._fields if name not in given]
    _check(not missing, f"its specification lacks {', '.join(missing[:3])}")
    fields = resolve.fields_from_json(_entry(given, "fields", dict), trust=trust)
    known = resolve.all_fields(fields.get("objective", Config.objective), fields.get("agent", Config.agent))
    configurations = []
    for values in _entry(given, "configurations", list):
        _check(isinstance(values, dict), f"configurations has {values!r}")
        # The fields of all runs are included, because they may name code, too.
        own = resolve.fields_from_json({**given["fields"], **values}, trust=trust)
        configurations.append({name: own[name] for name in values})
    grid = {}
    for name, values in _entry(given, "grid", dict).items():
        _check(isinstance(values, list), f"grid has {name!r}")
        for value in values if name in ("env", "objective", "agent") else ():
            # A grid may name code, too. It is checked here, because a resume treats it like the user's input.
            resolve.fields_from_json({name: value}, trust=trust)
        grid[name] = tuple(tuple(value) if isinstance(value, list) else value for value in values)
    ranges = {}
    for name, found in _entry(given, "ranges", dict).items():
        ranges[name] = made = _record(Range, found, f"ranges has {name!r}")
        fits = _is_number(made.low) and _is_number(made.high) and isinstance(made.log, bool)
        _check(fits and name in known, f"ranges has {name!r}")
    seeds = _entry(given, "seeds", list)
    for seed in seeds:
        check_field(known["seed"], coerce(known["seed"], seed))
    halving, population = given["halving"], given["population"]
    if halving is not None:
        halving = _record(Halving, halving, "halving is wrong")
        _check(all(map(_is_count, halving)) and halving.factor > 1, "halving is wrong")
    if population is not None:
        every, share = population = _record(Population, population, "population is wrong")
        _check(_is_count(every) and every > 0, "population is wrong")
        _check(_is_number(share) and 0 < share <= 0.5, "population is wrong")
    _check(_is_count(given["random"]) and _is_count(given["random_seed"]), "random is not a number")
    _check(isinstance(given["rank_by"], str), "rank_by is not text")
    _check(given["max_lanes"] is None or _is_count(given["max_lanes"]), "max_lanes is not a number")
    return Specification(
        fields=fields,
        seeds=tuple(seeds),
        grid=grid,
        ranges=ranges,
        random=given["random"],
        random_seed=given["random_seed"],
        rank_by=given["rank_by"],
        max_lanes=given["max_lanes"],
        halving=halving,
        population=population,
        configurations=tuple(configurations),
    )


def _check(fits: bool, what: str) -> None:
    if not fits:
        raise ValueError(what)


def _entry(document: Mapping[str, Any], name: str, kind: type[Any]) -> Any:
    found = document.get(name)
    _check(isinstance(found, kind), f"its {name} is {found!r}")
    return found


def _record(kind: type[Any], found: Any, what: str) -> Any:
    """Makes a named tuple of a table with exactly its fields."""
    _check(isinstance(found, dict) and set(found) == set(kind._fields), what)
    return kind(**found)


def _is_lane(name: Any) -> bool:
    return isinstance(name, str) and re.fullmatch(NAME_PATTERN, name) is not None


def _is_count(x: Any) -> bool:
    return isinstance(x, int) and not isinstance(x, bool) and x >= 0


def _is_number(x: Any) -> bool:
    return isinstance(x, int | float) and not isinstance(x, bool)


def devices_of(path: Path) -> dict[str, Any]:
    """Returns the device, the number of devices, and the environments and backends of the sweep at `path`.

    Returns {} if the file cannot be read. `read_sweep` reports the error later.
    """
    try:
        document = files.read_checked_json(path / SWEEP)
        fields, resolved = document["specification"]["fields"], document["resolved"]
        found = {"deterministic": fields["deterministic"]} if "deterministic" in fields else {}
        if resolved["device"] == "cpu":
            found["device"] = "cpu"
        found["worlds"] = specification.worlds(fields, document["specification"]["configurations"])
        number = resolved["num_devices"]
        return found | ({"num_devices": number} if _is_count(number) and number else {})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
