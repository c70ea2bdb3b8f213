"""Measures environment steps per second of diayn_jax, of the environment alone, and of QDax's DIAYN.

    python -m benchmarks.throughput --qdax_python=.venv-qdax/bin/python

Every participant is a process. They take turns, one active at a time, so that disturbances of the machine
affect all of them; ratios are taken between segments of one round. Compilation is excluded. README.md
describes the cases.
"""

import argparse
import dataclasses
import statistics
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from benchmarks import arguments, results, worker
from benchmarks.ours_diayn import OursSetting
from benchmarks.qdax_diayn import QdaxSetting
from benchmarks.worker import Segment, Worker

Rounds = list[dict[str, Segment]]


@dataclasses.dataclass(frozen=True, kw_only=True)
class Case:
    """Work that is the same for both sides."""

    title: str
    updates: int  # per iteration
    replay_size: int
    iterations: int  # iterations per call of a compiled program
    num_envs: int = 250


# 62 updates for 250 environments are a quarter update per environment step, as in QDax's notebook.
CASES = {
    "replay_1e5": Case(
        title="1 update per iteration, replay 1e5", updates=1, replay_size=100_000, iterations=100
    ),
    "replay_1e6": Case(
        title="1 update per iteration, replay 1e6", updates=1, replay_size=1_000_000, iterations=50
    ),
    "quarter": Case(
        title="62 updates per iteration, replay 1e5", updates=62, replay_size=100_000, iterations=10
    ),
    # Without QDax, which needs E to be a multiple of K; the case compares with the environment alone.
    "efficiency": Case(
        title="1 update per 256 steps, replay 1e6",
        updates=1,
        replay_size=1_000_000,
        iterations=100,
        num_envs=256,
    ),
}
ONE = " (one device)"
SCRIPT = "QDax's script by ours"  # with its imports changed to diayn_jax


class Participant(NamedTuple):
    """A name, and the worker of that name."""

    name: str
    python: str
    module: str
    setting: OursSetting | QdaxSetting


def participants(case: Case, options: argparse.Namespace, with_parts: bool) -> list[Participant]:
    """Returns the participants of a case."""
    overrides = {
        "env": options.env,
        "backend": options.backend,
        "num_skills": options.num_skills,
        "features": "xy",
        "episode_length": options.episode_length,
        "terminate_when_unhealthy": "false",
        "num_envs": case.num_envs,
        "batch_size": options.batch_size,
        "replay_size": case.replay_size,
        "rollout_length": 1,
        "updates_per_iteration": case.updates,
        "objective_updates": 1,
        "agent_updates": 1,
        "warmup_steps": 2 * case.num_envs,
        "epoch_steps": case.iterations * case.num_envs,
        "policy_hidden_sizes": (options.hidden_size,) * 2,
        "critic_hidden_sizes": (options.hidden_size,) * 2,
        "discriminator_hidden_sizes": (options.hidden_size,) * 2,
        # QDax has no layer norm, and learns α.
        "critic_layer_norm": options.layer_norm,
        "alpha": "auto",
    }

    def ours(name: str, mode: str, devices: int | None) -> Participant:
        setting = OursSetting(
            mode=mode, config=overrides, devices=devices, segment_seconds=options.segment_seconds
        )
        return Participant(name, sys.executable, "benchmarks.ours_diayn", setting)

    def qdax(name: str, mode: str, by_ours: bool = False) -> Participant:
        setting = QdaxSetting(
            mode=mode,
            ours=by_ours,
            env=options.env,
            backend=options.backend,
            num_skills=options.num_skills,
            num_envs=case.num_envs,
            episode_length=options.episode_length,
            batch_size=options.batch_size,
            hidden_sizes=(options.hidden_size,) * 2,
            updates_per_iteration=case.updates,
            replay_size=case.replay_size,
            iterations=case.iterations,
            segment_seconds=options.segment_seconds,
        )
        return Participant(name, options.qdax_python, "benchmarks.qdax_diayn", setting)

    found = []
    for suffix, devices in (("", None), (ONE, 1)):
        found.append(ours("ours" + suffix, "training", devices))
        found.append(ours("environment alone" + suffix, "environment", devices))
        if with_parts:
            found.append(ours("acting alone" + suffix, "acting", devices))
            found.append(ours("update alone" + suffix, "update", devices))
    if not with_parts and options.qdax_python:
        if options.script_only:
            found.clear()
        found.append(qdax("QDax", "training"))
        found.append(qdax(SCRIPT, "training", by_ours=True))
        if options.qdax_environment:
            found.append(qdax("QDax's environment alone", "environment"))
    return found


def measure(found: Sequence[Participant], segments: int) -> tuple[Rounds, dict[str, Any], dict[str, Any]]:
    """Starts the workers one after another, then lets them take turns.

    Returns:
      The rounds, and the first and last message of each worker.
    """
    workers: list[Worker] = []
    about: dict[str, Any] = {}
    with worker.all_ended(workers):
        for name, python, module, setting in found:
            workers.append(Worker(name, python, module, setting, worker.ALONE))
            about[name] = workers[-1].wait_for("ready")
            print(f"  {name}: ready after {about[name]['compile_seconds']:.0f} s", flush=True)
        rounds = worker.alternate(workers, segments)
        ends = {each.name: each.stop() for each in workers}
    return rounds, about, ends


def steps_per_second(rounds: Rounds, name: str) -> list[float]:
    """Returns the environment steps per second of a participant in each round."""
    return [segments[name].env_steps / segments[name].seconds for segments in rounds]


def seconds_per_iteration(rounds: Rounds, name: str) -> list[float]:
    """Returns the seconds per iteration of a participant in each round."""
    return [segments[name].seconds / segments[name].iterations for segments in rounds]


def ratios(one: Sequence[float], other: Sequence[float]) -> list[float]:
    """Returns the ratios of paired values."""
    return [a / b for a, b in zip(one, other, strict=True)]


def rate_table(
    case: Case, rounds: Rounds, about: Mapping[str, Any], ends: Mapping[str, Any]
) -> results.Table:
    """Makes the table with a row for each participant that steps environments."""
    rows = []
    for name in rounds[0]:
        if not rounds[0][name].env_steps:
            continue
        training = name in ("ours", "ours" + ONE, "QDax", SCRIPT)
        updates = [case.updates / seconds for seconds in seconds_per_iteration(rounds, name)]
        per_transition = about[name].get("bytes_per_transition") if training else None
        rows.append(
            [
                name,
                str(about[name]["devices"]),
                results.spread(steps_per_second(rounds, name)),
                results.number(statistics.median(updates)) if training else "–",
                results.number(ends[name]["peak_rss_bytes"] / 1e9) if training else "–",
                results.number(per_transition, 4),
            ]
        )
    header = [
        "what",
        "devices",
        "steps/s, min / median / max",
        "updates/s",
        "peak RSS, GB",
        "bytes/transition",
    ]
    return results.Table(
        case.title, header, rows, f"{len(rounds)} alternating segments, E = {case.num_envs}."
    )


def ratio_table(case: Case, rounds: Rounds) -> results.Table:
    """Makes the table of paired ratios: diayn_jax to the environment alone, and to QDax."""
    names = rounds[0]
    pairs = [("ours" + suffix, "environment alone" + suffix) for suffix in ("", ONE)]
    pairs += [("ours", "QDax"), ("ours" + ONE, "QDax"), (SCRIPT, "QDax")]
    pairs += [("QDax", "QDax's environment alone")]
    rows = [
        [
            f"{one} / {other}",
            results.spread(ratios(steps_per_second(rounds, one), steps_per_second(rounds, other))),
        ]
        for one, other in pairs
        if one in names and other in names
    ]
    return results.Table(f"{case.title}: ratios", ["ratio of steps/s", "min / median / max"], rows)


def part_table(case: Case, rounds: Rounds) -> results.Table:
    """Makes the table of the milliseconds of an iteration's parts, each alone, and of the iteration."""
    rows = []
    for suffix in ("", ONE):
        parts = [
            seconds_per_iteration(rounds, part + suffix)
            for part in ("environment alone", "acting alone", "update alone")
        ]
        whole = seconds_per_iteration(rounds, "ours" + suffix)
        total = [sum(each) for each in zip(*parts, strict=True)]
        rows.append(
            [
                "ours" + suffix,
                *[results.number(1e3 * statistics.median(part)) for part in parts],
                results.number(1e3 * statistics.median(total)),
                results.number(1e3 * statistics.median(whole)),
                results.spread(ratios(total, whole)),
            ]
        )
    header = [
        "what",
        "physics, ms",
        "acting, ms",
        "update, ms",
        "sum, ms",
        "iteration, ms",
        "sum / iteration",
    ]
    note = (
        "Medians; the last column is min / median / max. Each part runs alone on the same devices: "
        "physics with episodes and random actions, the policy on all environments, and one round of "
        "discriminator and agent updates on a fixed batch. Only the iteration has sampling, inserting and "
        "statistics."
    )
    return results.Table(f"{case.title}: parts of an iteration", header, rows, note)


def run_case(name: str, options: argparse.Namespace) -> tuple[list[results.Table], dict[str, Any]]:
    """Measures one case; returns its tables and data."""
    case = CASES[name]
    print(f"{name}: {case.title}", flush=True)
    with_parts = name == "efficiency"
    found = participants(case, options, with_parts)
    rounds, about, ends = measure(found, options.segments)
    tables = [rate_table(case, rounds, about, ends), ratio_table(case, rounds)]
    if with_parts:
        tables.append(part_table(case, rounds))
    data = {
        "case": dataclasses.asdict(case),
        "participants": {each.name: dataclasses.asdict(each.setting) for each in found},
        "about": about,
        "ends": ends,
        "rounds": [{who: segment._asdict() for who, segment in each.items()} for each in rounds],
    }
    for table in tables:
        print("\n".join([f"\n{table.title}", *results.grid(table.header, table.rows)]), flush=True)
    return tables, data


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "throughput")
    arguments.add_qdax(parser)
    arguments.add_names(parser, "--cases", CASES)
    parser.add_argument("--segments", type=int, default=7, help="alternating segments of each participant")
    parser.add_argument("--segment_seconds", type=float, default=4.0, help="approximate length of a segment")
    parser.add_argument("--num_skills", type=int, default=10)
    parser.add_argument("--episode_length", type=int, default=200)
    parser.add_argument("--batch_size", type=int, default=256)
    parser.add_argument(
        "--hidden_size", type=int, default=256, help="units of both hidden layers of all networks"
    )
    parser.add_argument("--layer_norm", action="store_true", help="keep layer norm in our critics")
    parser.add_argument(
        "--qdax_environment", action="store_true", help="also measure QDax's environment alone"
    )
    parser.add_argument(
        "--script_only", action="store_true", help="only QDax's script: with its DIAYN, and with diayn_jax's"
    )
    options = parser.parse_args()
    if options.script_only and not options.qdax_python:
        parser.error("--script_only needs --qdax_python")
    arguments.check_qdax(parser, options)
    if options.segments < 1:
        parser.error("--segments takes 1 or more (5 or more for a figure to report)")
    return options


def main() -> None:
    """Measures all cases; writes after each one, so that no result is lost."""
    options = parse()
    tables: list[results.Table] = []
    data: dict[str, Any] = {}
    for name in options.cases:
        more, data[name] = run_case(name, options)
        tables += more
        results.write(
            options.name,
            f"Environment steps per second of {options.env} ({options.backend}), K = {options.num_skills}, "
            f"networks {options.hidden_size}×{options.hidden_size}, batch {options.batch_size}, episodes of "
            f"{options.episode_length} steps without termination; without compilation. QDax runs unchanged "
            "on one device; diayn_jax runs on all devices of the machine, and on one.",
            tables,
            {"cases": data},
            options.out,
        )


if __name__ == "__main__":
    main()
