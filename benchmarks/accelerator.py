"""Measures an accelerator: speed, seeds, and seconds to skills.

    python -m benchmarks.accelerator --qdax_python=.venv-qdax/bin/python

Speed is measured in processes that compile side by side and then take turns. Learning runs train one after
another; their clock starts before anything is built, and excludes evaluation. All takes about 15 minutes;
`--only` and `--runs` choose parts. Without an accelerator, the command says so and tries every part on the
CPU at a tiny size, whose figures mean nothing.
"""

import argparse
import dataclasses
import json
import os
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import figures, results, worker
from benchmarks.ours_diayn import OursSetting
from benchmarks.qdax_diayn import QdaxSetting
from benchmarks.worker import Segment, Worker, WorkerError

PREDICTED = "cost_model"  # name of the results with predicted speeds
OURS, QDAX = "benchmarks.ours_diayn", "benchmarks.qdax_diayn"
# The clock includes compilation, so no programs of earlier runs are used.
_LEARNING = {**worker.SHARED, "JAX_ENABLE_COMPILATION_CACHE": "false"}

# Thousands of environments, large batches and few updates per step.
# QDax wants a multiple of K environments. Batches that are powers of two need no padding on a GPU.
SPEED: dict[str, Any] = {"env": "ant", "num_skills": 8, "backend": "spring"}
ENVS = (1024, 4096, 16384)
UPDATED_BY = 256  # environment steps per update, and rows of an update
LANES = (1, 8, 32)
# QDax's DIAYN has networks of this size, and no layer norm.
NETWORKS = {
    "policy_hidden_sizes": [256, 256],
    "critic_hidden_sizes": [256, 256],
    "discriminator_hidden_sizes": [256, 256],
    "critic_layer_norm": False,
}
METRA = {"env": "ant", "backend": "spring", "objective": "metra"}
OF_LANES = {**SPEED, "num_envs": 256, "batch_size": 256, "epoch_steps": 51_200, "replay_size": 300_000}


class Work(NamedTuple):
    """The amount of learning in a training whose speed is measured."""

    title: str
    words: str


TRAINING = {
    "training": Work(
        "the preset's updates",
        "16 updates of E rows after E steps: 16 rows are replayed per step; "
        "QDax's networks, without layer norm",
    ),
    "sparse": Work(
        "one update per 256 steps",
        "E / 256 updates of 256 rows after E steps: one row is replayed per step; the same networks",
    ),
    "ppo": Work("METRA by PPO", "rollouts of 16 steps, 4 passes over 8 minibatches, and the map's as many"),
}

# Settings that make every part quick on a CPU.
TINY = {
    "env": "point",
    "backend": "jax",
    "num_envs": 8,
    "batch_size": 16,
    "replay_size": 1600,
    "warmup_steps": 64,
    "epoch_steps": 400,
    "updates_per_iteration": 1,
    "episode_length": 20,
    "policy_hidden_sizes": [8],
    "critic_hidden_sizes": [8],
    "eval_episodes": 2,
}


class Learning(NamedTuple):
    """A learning run, and the level that it must reach."""

    key: str
    name: str
    module: str
    config: Mapping[str, Any]
    figure: str
    level: float
    published: str


LEARNING = (
    Learning(
        "diayn",
        "ant, DIAYN by PPO, K = 10",
        OURS,
        {**SPEED, "num_skills": 10, "agent": "ppo", "terminate_when_unhealthy": "false"},
        "mi_normalised",
        0.9,
        "–",
    ),
    Learning("metra", "ant, METRA by PPO", OURS, METRA, "policy_coverage", 1500.0, "–"),
    Learning("qdax", "ant, QDax's DIAYN, K = 10", QDAX, {}, "mi_normalised", 0.9, "–"),
    Learning(
        "sac",
        "ant, DIAYN by SAC, K = 10",
        OURS,
        {**SPEED, "num_skills": 10, "features": "xy", "terminate_when_unhealthy": "false"},
        "mi_normalised",
        0.9,
        "–",
    ),
    Learning(
        "halfcheetah",
        "halfcheetah, DIAYN by SAC, K = 50, 1M steps",
        OURS,
        {"env": "halfcheetah", "num_skills": 50, "num_env_steps": 1_000_000},
        "discriminator_accuracy",
        0.95,
        "DIAYN-JAX: 78.2 %, about 20 min",
    ),
)


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__)
    parser.add_argument(
        "--qdax_python", help="interpreter that has QDax; if left out, only diayn_jax is measured"
    )
    parser.add_argument("--only", default="speed,lanes,learning", help="parts, separated by commas")
    parser.add_argument(
        "--runs", default=",".join(each.key for each in LEARNING), help="learning runs, separated by commas"
    )
    parser.add_argument("--learn_seconds", type=float, default=80.0, help="seconds of each learning run")
    parser.add_argument("--segments", type=int, default=5, help="alternating segments of each speed")
    parser.add_argument("--tiny", action="store_true", help="try every part at a tiny size")
    parser.add_argument("--name", default="accelerator", help="name of the result files")
    parser.add_argument(
        "--out", type=Path, help="folder of the results [benchmarks/results; with --tiny, nothing is written]"
    )
    options = parser.parse_args()
    options.only = options.only.split(",")
    if unknown := set(options.only) - set(PARTS):
        parser.error(f"--only: {', '.join(sorted(unknown))} unknown; takes {', '.join(PARTS)}")
    options.runs = options.runs.split(",")
    keys = [each.key for each in LEARNING]
    if unknown := set(options.runs) - set(keys):
        parser.error(f"--runs: {', '.join(sorted(unknown))} unknown; takes {', '.join(keys)}")
    return options


def speed(options: argparse.Namespace) -> tuple[list[results.Table], Any]:
    """Measures training, the environment alone, and QDax's training, over the number of environments."""
    sizes = (8, 16) if options.tiny else ENVS
    workers: dict[tuple[str, int], tuple[str, OursSetting | QdaxSetting]] = {}
    for size in sizes:
        for mode in (*TRAINING, "environment"):
            config = sized(speed_config(mode, size), options, size)
            kind = "environment" if mode == "environment" else "training"
            workers[mode, size] = (OURS, OursSetting(mode=kind, config=config))
    qdax = {} if options.qdax_python is None else {size: qdax_setting(size, options) for size in sizes[:-1]}
    workers |= {("QDax", size): (QDAX, setting) for size, setting in qdax.items()}
    rounds, _ = alternated(workers, options)
    import jax

    expected = {} if options.tiny else predictions(jax.devices()[0].device_kind)
    tables = []
    for mode, work in TRAINING.items():
        peer = mode == "training" and bool(qdax)
        rows = []
        for size in sizes:
            trained, alone = ([rate(r[each, size]) for r in rounds] for each in (mode, "environment"))
            shares = [a / b for a, b in zip(trained, alone, strict=True)]
            row = [str(size), results.spread(trained), results.spread(alone), results.spread(shares)]
            if peer:
                ratios = [rate(r[mode, size]) / rate(r["QDax", size]) for r in rounds] if size in qdax else []
                row.append(results.spread(ratios) if ratios else "–")
            if expected:
                row.append(f"{statistics.median(trained) / expected[f'{mode} {size}']:.2f}")
            rows.append(row)
        tables.append(
            results.Table(
                f"Environment steps per second, {work.title}, min / median / max",
                [
                    "E",
                    "training",
                    "environment alone",
                    "share",
                    *(["training / QDax's"] if peer else []),
                    *(["training / predicted"] if expected else []),
                ],
                rows,
                f"Ant, spring, {work.words}, without compilation.",
            )
        )
    return tables, [{f"{mode} {size}": s._asdict() for (mode, size), s in r.items()} for r in rounds]


def predictions(device_kind: str, directory: Path = results.DIRECTORY) -> Mapping[str, float]:
    """Returns the steps per second that `cost_model` predicts, by mode and size; {} for an unknown device.

    Args:
      device_kind: JAX's name of the device, such as NVIDIA H100 80GB HBM3.
      directory: folder of the results.
    """
    path = directory / f"{PREDICTED}.json"
    if not path.exists():
        return {}
    predicted = json.loads(path.read_text(encoding="utf-8"))["accelerators"]["predicted"]
    return {
        what: rate
        for what, by_device in predicted.items()
        for name, rate in by_device.items()
        if name.lower() in device_kind.lower()
    }


def speed_config(mode: str, num_envs: int) -> dict[str, Any]:
    """Returns the settings of a training in `TRAINING`, or of the environment alone."""
    if mode == "ppo":
        return {
            **METRA,
            "num_envs": num_envs,
            "batch_size": 2 * num_envs,
            "epoch_steps": 96 * num_envs,
        }
    sizes = {"num_envs": num_envs, "batch_size": num_envs, "epoch_steps": 100 * num_envs}
    config = {**SPEED, **NETWORKS, **sizes}
    if mode == "sparse":
        config |= {"batch_size": UPDATED_BY, "updates_per_iteration": num_envs // UPDATED_BY}
    return config


def qdax_setting(num_envs: int, options: argparse.Namespace) -> QdaxSetting:
    """Returns QDax's setting with the same environment, rows and updates as ours."""
    if options.tiny:
        return QdaxSetting(num_envs=num_envs, num_skills=4, batch_size=8, replay_size=1600, iterations=4)
    return QdaxSetting(
        num_envs=num_envs,
        num_skills=SPEED["num_skills"],
        batch_size=num_envs,
        updates_per_iteration=16,
        replay_size=1_000_000,
    )


def lanes(options: argparse.Namespace) -> tuple[list[results.Table], Any]:
    """Measures several runs in one program, and one run."""
    numbers = (1, 2) if options.tiny else LANES
    config = sized(OF_LANES, options, TINY["num_envs"])
    workers = {("lanes", number): (OURS, OursSetting(config=config, lanes=number)) for number in numbers}
    rounds, ends = alternated(workers, options)
    rows = []
    for number in numbers:
        # Seconds for the same number of steps per lane, relative to one run.
        cost = [number * rate(r["lanes", 1]) / rate(r["lanes", number]) for r in rounds]
        steps = [rate(r["lanes", number]) for r in rounds]
        of_process = ends["lanes", number]
        memory = [of_process["peak_device_bytes"], of_process["peak_rss_bytes"]]
        gigabytes = ["–" if each is None else f"{each / 1e9:.1f}" for each in memory]
        rows.append([str(number), results.spread(steps), results.spread(cost), *gigabytes])
    table = results.Table(
        "Runs in one program, min / median / max",
        [
            "runs",
            "steps/s of all",
            "seconds / those of one run",
            "peak on the device, GB",
            "peak RSS on the host, GB",
        ],
        rows,
        "Ant, spring, K = 10, E = 256, 16 updates of 256 rows per iteration.",
    )
    return [table], [{str(number): s._asdict() for (_, number), s in r.items()} for r in rounds]


def learning(options: argparse.Namespace) -> tuple[list[results.Table], Any]:
    """Measures the seconds until skills reach a level, including compilation."""
    rows, curves = [], {}
    for each in (each for each in LEARNING if each.key in options.runs):
        level = f"{each.figure} ≥ {each.level:g}"
        if each.module == QDAX and not options.qdax_python:
            rows.append([each.name, level, "not measured", "–", "–", "–", each.published])
            continue
        curve, error = learned(each, options)
        curves[each.name] = {"curve": curve, "error": error}
        seconds = figures.time_to(curve, each.level, each.figure)
        last = curve[-1] if curve else None
        rows.append(
            [
                each.name,
                level,
                error or time_words(seconds, last),
                "–" if last is None else f"{last['figures'][each.figure]:.3g}",
                "–" if last is None else results.number(last["env_steps"]),
                "–" if last is None else f"{last['wall_seconds']:.0f}",
                each.published,
            ]
        )
    table = results.Table(
        "Seconds to skills, one seed",
        ["run", "level", "seconds to it", "at the end", "steps by then", "seconds by then", "published"],
        rows,
        f"{options.learn_seconds:g} s each, or until a run of diayn_jax has its steps; with compilation, "
        "without evaluation.",
    )
    return [table], curves


def time_words(seconds: float | None, last: Mapping[str, Any] | None) -> str:
    """Formats the seconds to a level, or a lower bound if the run ended before it."""
    if seconds is not None:
        return f"{seconds:.0f}"
    return "–" if last is None else f"> {last['wall_seconds']:.0f}"


PARTS = {"speed": speed, "lanes": lanes, "learning": learning}


def sized(config: Mapping[str, Any], options: argparse.Namespace, num_envs: int) -> dict[str, Any]:
    """Returns a config, or its tiny replacement."""
    if not options.tiny:
        return dict(config)
    own = {"objective": config["objective"]} if "objective" in config else {"num_skills": 4}
    return {**TINY, **own, "num_envs": num_envs}


def alternated(
    settings: Mapping[tuple[str, int], tuple[str, OursSetting | QdaxSetting]], options: argparse.Namespace
) -> tuple[list[dict[tuple[str, int], Segment]], dict[tuple[str, int], dict[str, Any]]]:
    """Runs segments of workers that compile side by side; also returns the last message of each."""
    workers: list[Worker] = []
    with worker.all_ended(workers):
        for key, (module, setting) in settings.items():
            short = dataclasses.replace(setting, segment_seconds=0.2 if options.tiny else 2.0)
            python = options.qdax_python if module == QDAX else sys.executable
            workers.append(Worker(" ".join(map(str, key)), python, module, short, worker.SHARED))
        for each in workers:
            each.wait_for("ready")
        keys = dict(zip((each.name for each in workers), settings, strict=True))
        rounds = worker.alternate(workers, options.segments)
        ends = {keys[each.name]: each.stop() for each in workers}
    return [{keys[name]: segment for name, segment in r.items()} for r in rounds], ends


def rate(segment: Segment) -> float:
    """Returns environment steps per second."""
    return segment.env_steps / segment.seconds


def learned(each: Learning, options: argparse.Namespace) -> tuple[list[dict[str, Any]], str]:
    """Returns the evaluations of one run within its budget, and why it ended early, if it did."""
    every = options.learn_seconds / 12
    setting: OursSetting | QdaxSetting
    if each.module == QDAX:
        python = options.qdax_python
        setting = QdaxSetting(
            mode="learn",
            num_envs=2000,
            batch_size=2048,
            episode_length=300,
            updates_per_iteration=16,
            budget_seconds=options.learn_seconds,
            eval_seconds=every,
        )
    else:
        python = sys.executable
        config = sized(each.config, options, TINY["num_envs"])
        setting = OursSetting(
            mode="learn", config=config, budget_seconds=options.learn_seconds, eval_seconds=every
        )
    curve: list[dict[str, Any]] = []
    process = Worker(each.name, python, each.module, setting, _LEARNING)
    with worker.all_ended([process]):
        try:
            curve.extend(m for m in process.messages() if m["event"] == "evaluation")
        except WorkerError as error:
            return curve, str(error)
    return curve, ""


def main() -> None:
    """Measures, prints and writes the results."""
    options = parse()
    # This process only queries the devices.
    os.environ.update(worker.SHARED)
    import jax

    device = jax.devices()[0]
    if device.platform == "cpu" and not options.tiny:
        print("No accelerator found: every part is tried at a tiny size, and nothing is written.")
        options.tiny = True
    if options.tiny:
        options.learn_seconds, options.segments = min(options.learn_seconds, 4.0), 1
    tables: list[results.Table] = []
    data: dict[str, Any] = {"device": device.device_kind}
    begun = time.perf_counter()
    for part in options.only:
        found, data[part] = PARTS[part](options)
        tables += found
        for table in found:
            print("\n".join([table.title, *results.grid(table.header, table.rows), ""]), flush=True)
        if not options.tiny or options.out:
            # Write after each part: the time on the machine may end before the later parts.
            write(options, tables, data, begun)


def write(options: argparse.Namespace, tables: Sequence[results.Table], data: Any, begun: float) -> None:
    """Writes the results so far."""
    minutes = (time.perf_counter() - begun) / 60
    summary = f"{data['device']}, {minutes:.1f} minutes in all."
    results.write(options.name, summary, tables, data, options.out or results.DIRECTORY)


if __name__ == "__main__":
    main()
