"""Measures the time of each part of a training iteration, and compares it with the part's floor.

    python -m benchmarks.split --env=ant

There is a process for one device and one for all devices. Each first measures how fast its devices multiply
and copy, then compiles training and every part of an iteration separately (see parts.py). They take turns,
one part of one process at a time.

The floor of a part is the time that its floating-point operations take at the rate of a large product of
matrices, or its bytes at the rate of a large copy, whichever is more (see floors.py).
"""

import argparse
import os
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import arguments, floors, results, worker
from benchmarks.ours_diayn import OursSetting
from benchmarks.worker import Segment, Worker
from diayn_jax import envs, parallel

CASES: dict[str, dict[str, Any]] = {
    "sparse": {
        "num_envs": 256,
        "rollout_length": 1,
        "batch_size": 256,
        "updates_per_iteration": 1,
        "objective_updates": 1,
        "agent_updates": 1,
        "epoch_steps": 25_600,
    },
    "preset": {},
}
TITLES = {"sparse": "one update of 256 rows per 256 steps", "preset": "the preset"}
OF_LEARNING = ("sample", "objective", "critics", "policy", "exchange", "optimiser")
WHOLES = ("learning", "epoch")
NOTE = (
    "Medians; the sum's share is min / median / max over rounds. Physics has random actions, episodes and "
    "resets. The objective's row includes its own Adam step and the reward. Critics and policy (with α) are "
    "only gradients, by the agent's own update with an optimiser that returns them; the optimiser's row "
    "is the Adam and Polyak steps of critics, policy and α. Sampling is learning with an objective that only "
    "reads its batches. The running score, statistics and metrics are only in the whole iteration. GFLOP and "
    "MB are those of an iteration over all devices, counted from the traced equations: floating-point "
    "operations, and the inputs and outputs of each step of a part, once. The floor is the longer of the "
    "times of these two at the rates above; the floor of learning, and of the whole, is the sum over its "
    "parts. Data that stays in a cache may be faster than the rate of a large array. The exchange is the sum "
    "of the agent's gradients over the devices; that of the objective's gradients is in the objective's row."
)


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__)
    parser.add_argument("--env", help="environment [ant; tiny: point]")
    arguments.add_names(parser, "--cases", CASES)
    parser.add_argument("--segments", type=int, default=5, help="alternating segments of each part")
    parser.add_argument("--segment_seconds", type=float, default=1.0, help="approximate length of a segment")
    parser.add_argument(
        "--args", default="", help="more flags of the runs, such as --policy_hidden_sizes=256,256"
    )
    parser.add_argument("--tiny", action="store_true", help="try every part at a tiny size")
    parser.add_argument("--name", default="split_cpu", help="name of the result files")
    parser.add_argument(
        "--out", type=Path, help="folder of the results [benchmarks/results; with --tiny, nothing is written]"
    )
    options = parser.parse_args()
    options.env = options.env or ("point" if options.tiny else "ant")
    if options.segments < 1 or options.segment_seconds <= 0:
        parser.error("--segments must be 1 or more, and --segment_seconds above 0")
    if options.tiny:
        options.segments, options.segment_seconds = 1, 0.1
    own = [name for case in options.cases for name in CASES[case]]
    given = arguments.overrides(parser, options.args, ("env", "objective_updates", "agent_updates", *own))
    options.configs = {}
    for case in options.cases:
        tiny = arguments.tiny_size(given) if options.tiny else {}
        fields = {"env": options.env, **CASES[case], **tiny, **given}
        config = arguments.checked(parser, fields)
        if config.agent != "sac" or envs.spec(config.env).image_shape:
            parser.error(
                f"--env={config.env}, --agent={config.agent}: only SAC's update on vectors can be split"
            )
        options.configs[case] = fields
    return options


def run_case(fields: Mapping[str, Any], options: argparse.Namespace) -> tuple[Any, Any]:
    """Returns rounds of segments by the names of process and part, and the messages of each process."""
    processes = {"one device": 1, "all devices": None} if parallel.num_cores() > 1 else {"one device": 1}
    workers: list[Worker] = []
    about: dict[str, Any] = {}
    with worker.all_ended(workers):
        for name, devices in processes.items():
            setting = OursSetting(
                mode="split", config=fields, devices=devices, segment_seconds=options.segment_seconds
            )
            workers.append(Worker(name, sys.executable, "benchmarks.ours_diayn", setting, worker.ALONE))
            # The next process starts only after this one has measured its devices without disturbance.
            about[name] = workers[-1].wait_for("ready")
        return worker.alternate_works(workers, about, options.segments), about


def split_table(
    title: str, rounds: Sequence[Mapping[str, Segment]], work: Mapping[str, Any], rates: floors.Rates
) -> results.Table:
    """Makes the table with a row for each part, their sum, all learning in one program, and training.

    Args:
      title: title of the table.
      rounds: segments, by the name of the part.
      work: the work of an iteration, by the name of the part.
      rates: rates of the devices.
    """
    times = {name: [r[name].seconds / r[name].iterations for r in rounds] for name in rounds[0]}
    middle = {name: statistics.median(x) for name, x in times.items()}
    parts = [name for name in times if name not in WHOLES]
    floor = {name: floors.seconds(work[name], rates) for name in parts}

    def row(
        name: str, seconds: float, share: str, flops: float, moved: float | None, least: float
    ) -> list[str]:
        found = (1e3 * seconds, flops / 1e9, None if moved is None else moved / 1e6, 1e3 * least)
        ms, *others = map(results.number, found)
        return [name, ms, share, *others, results.number(seconds / least if least else None)]

    def share_of(name: str) -> str:
        return results.number(middle[name] / middle["epoch"])

    rows = [
        row(name, middle[name], share_of(name), work[name].flops, work[name].bytes, floor[name])
        for name in parts
    ]
    sums = [sum(times[name][i] for name in parts) for i in range(len(rounds))]
    shares = [total / whole for total, whole in zip(sums, times["epoch"], strict=True)]
    flops, moved = (sum(getattr(work[name], kind) for name in parts) for kind in ("flops", "bytes"))
    least = sum(floor.values())
    rows.append(row("sum", statistics.median(sums), results.spread(shares), flops, moved, least))
    learned = sum(floor[name] for name in parts if name in OF_LEARNING)
    name, one = "learning, in one program", work["learning"].flops
    rows.append(row(name, middle["learning"], share_of("learning"), one, None, learned))
    rows.append(row("whole iteration", middle["epoch"], "1", work["epoch"].flops, None, least))
    header = ["part", "ms per iteration", "share", "GFLOP", "MB", "floor, ms", "time / floor"]
    return results.Table(title, header, rows, NOTE)


def rate_table(rates: Mapping[str, Mapping[str, float]]) -> results.Table:
    """Makes the table of the measured rates of the machine."""
    rows = [
        [name, results.number(each["flops"] / 1e9), results.number(each["bytes"] / 1e9)]
        for name, each in rates.items()
    ]
    note = (
        "The best of several repeats: a product of 2048 × 2048 float32 matrices, and 64 MiB that are read "
        "and written in place, on all devices at once. XLA spreads the product of one device over the cores."
    )
    return results.Table("What the machine can do", ["what", "GFLOP/s", "GB/s"], rows, note)


def main() -> None:
    """Measures all cases; writes after each one, so that no result is lost."""
    os.environ.update(worker.SHARED)
    options = parse()
    found: list[results.Table] = []
    rates: dict[str, Any] = {}
    data: dict[str, Any] = {}
    for case, fields in options.configs.items():
        rounds, about = run_case(fields, options)
        data[case] = {
            "config": fields,
            "about": about,
            "rounds": [{who: {k: s._asdict() for k, s in x.items()} for who, x in r.items()} for r in rounds],
        }
        for name, said in about.items():
            here = f"{name} ({said['devices']}), {case}" if said["devices"] > 1 else f"{name}, {case}"
            rates[here] = said["rates"]["devices"]
            if "core" in said["rates"]:
                rates[f"one core, {case}"] = said["rates"]["core"]
            found.append(
                split_table(
                    f"{options.env}, {TITLES[case]}{', tiny' * options.tiny}, {name} ({said['devices']})",
                    [r[name] for r in rounds],
                    {part: floors.Cost(**each) for part, each in said["work"].items()},
                    floors.Rates(**said["rates"]["devices"]),
                )
            )
        tables = [rate_table(rates), *found]
        if not options.tiny or options.out:
            results.write(
                options.name,
                f"Time of a training iteration by its parts, {options.env}; each part is a separate scanned "
                "program; without compilation.",
                tables,
                {"cases": data},
                options.out or results.DIRECTORY,
            )
    for table in tables:
        print("\n".join([table.title, *results.grid(table.header, table.rows), ""]), flush=True)


if __name__ == "__main__":
    main()
