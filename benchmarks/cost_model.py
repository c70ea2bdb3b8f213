"""Predicts the speed of training from the operations of its program, here and on accelerators.

    python -m benchmarks.cost_model

The seconds of a program are a sum of four: its operations in products of large matrices, its other
operations, those of the simulator, and its equations, each at a rate of the machine (`Machine`). They are
counted from the traced program (see floors.py). The rates of this machine are fitted to the parts of one
setting's iteration, and then predict other settings, which are measured as well. Those of an H100 are fitted
to the environment alone and to METRA by PPO in `results/accelerator_h100.json`. Those of other accelerators
are the H100's, multiplied by ratios of published peak rates.
"""

import argparse
import json
import statistics
import sys
import unittest.mock
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import scipy.optimize

from benchmarks import accelerator, results, worker
from benchmarks.floors import Operations
from benchmarks.ours_diayn import OursSetting
from benchmarks.split import CASES, WHOLES
from benchmarks.worker import Worker

# The rates of this machine are fitted to these parts of an iteration. The others move data alone.
COMPUTING = ("acting", "physics", "objective", "critics", "policy", "optimiser")
# The environment alone at other sizes tells its operations from its equations.
SIZES = (32, 1024)
CALIBRATION = {"env": "ant", **CASES["sparse"]}
# The settings that are predicted.
HELD_OUT: dict[str, dict[str, Any]] = {
    "ant, 64 environments": {**CALIBRATION, "num_envs": 64},
    "ant, 1024 environments": {**CALIBRATION, "num_envs": 1024, "updates_per_iteration": 4},
    "ant, 16 updates (the preset)": {"env": "ant"},
    "ant, networks of 256": {
        **CALIBRATION,
        "policy_hidden_sizes": (256, 256),
        "critic_hidden_sizes": (256, 256),
    },
    "ant, METRA by PPO (its preset)": {"env": "ant", "objective": "metra"},
    "half-cheetah on spring": {**CALIBRATION, "env": "halfcheetah", "backend": "spring"},
}


class Machine(NamedTuple):
    """What a machine needs, over all of its devices together.

    The numbers are seconds for an operation of each kind in `Operations`.
    """

    products: float
    others: float
    equations: float
    simulated: float


class Peak(NamedTuple):
    """Published peak rates of a device, at the precision with which JAX multiplies float32 matrices there."""

    flops: float  # TFLOP/s of matrix products
    bytes: float  # TB/s of memory
    source: str


RATED = {"products": "products", "others": "other operations", "simulated": "the simulator"}
FITTED = ("environment", "ppo")  # what an H100's rates are fitted to
# A product of float32 matrices is by TF32 on NVIDIA's devices (without sparsity), and by bfloat16 on TPUs.
PEAKS = {
    "H100": Peak(494.7, 3.35, "NVIDIA's data sheet of the H100 SXM"),
    "H200": Peak(494.7, 4.8, "NVIDIA's data sheet of the H200 SXM"),
    "A100": Peak(156.0, 2.039, "NVIDIA's data sheet of the A100 SXM, 80 GB"),
    "TPU v5 lite": Peak(197.0, 0.819, "Google's page of the TPU v5e"),
}


def seconds(work: Operations, machine: Machine) -> float:
    """Returns the seconds that a machine needs for the operations."""
    return float(np.dot(work, machine))


def fitted(works: Sequence[Operations], measured: Sequence[float]) -> Machine:
    """Fits a machine to measured seconds, with the least squares of relative errors; no rate is negative."""
    relative = np.asarray(works) / np.asarray(measured)[:, None]
    # Operations are many and their seconds few: without a scale, the fit would be ill-conditioned.
    scale = np.maximum(relative.max(axis=0), 1e-300)  # a kind that no program has gets no time
    found, _ = scipy.optimize.nnls(relative / scale, np.ones(len(works)))
    return Machine(*map(float, found / scale))


def scaled(machine: Machine, peak: Peak, other: Peak) -> Machine:
    """Returns the machine with another device: products by its operations, others by its memory.

    An equation takes as long: it is the start of a kernel, which peak rates do not change.
    """
    return machine._replace(
        products=machine.products * peak.flops / other.flops,
        others=machine.others * peak.bytes / other.bytes,
        simulated=machine.simulated * peak.bytes / other.bytes,
    )


def operations_of(mode: str, config: Mapping[str, Any]) -> Operations:
    """Counts the operations of an iteration of training on a GPU, or of its environment alone."""
    from benchmarks import parts, programs
    from diayn_jax import envs, training
    from diayn_jax.resolve import make_config

    full = make_config(config, env_defaults=envs.spec(config["env"]).defaults, device="gpu")
    # Steps in blocks are for CPUs alone.
    with unittest.mock.patch("diayn_jax.parallel.platform", return_value="gpu"):
        trainer = training.make_trainer(full, envs.from_config(full))
    if mode == "environment":
        return parts.operations(programs.Subject(full, trainer), "environment")
    return parts.operations_of_epoch(programs.Subject(full, trainer), training.state_shapes(full, trainer))


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__)
    parser.add_argument("--segments", type=int, default=5, help="segments of each measurement")
    parser.add_argument("--segment_seconds", type=float, default=1.0, help="approximate length of a segment")
    parser.add_argument("--devices", type=int, help="devices of this machine [all]")
    parser.add_argument("--tiny", action="store_true", help="try everything at a tiny size; writes nothing")
    parser.add_argument("--name", default=accelerator.PREDICTED, help="name of the result files")
    return parser.parse_args()


def measured(
    mode: str, fields: Mapping[str, Any], options: argparse.Namespace
) -> tuple[dict[str, float], dict[str, Operations]]:
    """Returns the seconds of an iteration and its operations, of training (`epoch`) or of its parts."""
    setting = OursSetting(
        mode=mode, config=fields, devices=options.devices, segment_seconds=options.segment_seconds
    )
    workers = [Worker(mode, sys.executable, "benchmarks.ours_diayn", setting, worker.ALONE)]
    with worker.all_ended(workers):
        about = {mode: workers[0].wait_for("ready")}
        if mode == "split":
            rounds = [r[mode] for r in worker.alternate_works(workers, about, options.segments)]
        else:
            name = "epoch" if mode == "counted" else mode
            rounds = [{name: r[mode]} for r in worker.alternate(workers, options.segments)]
    work = {name: Operations(**each) for name, each in about[mode]["operations"].items()}
    return {
        name: statistics.median(r[name].seconds / r[name].iterations for r in rounds) for name in work
    }, work


def on_this_machine(options: argparse.Namespace) -> tuple[Machine, results.Table, Any]:
    """Fits this machine to the parts of one setting, and predicts the other settings."""
    tiny = {**accelerator.TINY, "num_skills": 4} if options.tiny else {}
    found, work = measured("split", {**CALIBRATION, **tiny}, options)
    for size in SIZES:
        alone, operations = measured("environment", {**CALIBRATION, "num_envs": size, **tiny}, options)
        found[f"physics of {size}"], work[f"physics of {size}"] = (
            alone["environment"],
            operations["environment"],
        )
    names = [name for name in found if name not in WHOLES]
    fit = [name for name in names if name.split()[0] in COMPUTING]
    here = fitted([work[name] for name in fit], [found[name] for name in fit])
    rows = [
        _row(f"{name} (fitted)" if name in fit else name, found[name], seconds(work[name], here))
        for name in names
    ]
    data: dict[str, Any] = {"parts": _pairs(found, work, here)}
    for name, fields in {"ant, the setting of the parts": CALIBRATION, **HELD_OUT}.items():
        found, work = measured("counted", {**fields, **tiny}, options)
        rows.append(_row(name, found["epoch"], seconds(work["epoch"], here)))
        data[name] = _pairs(found, work, here)
        print(" ".join(rows[-1]), flush=True)
    errors = [abs(float(row[3]) - 1) for row in rows[len(names) :]]
    table = results.Table(
        "This machine: parts of an iteration, and whole iterations",
        ["what", "ms, measured", "ms, predicted", "predicted / measured"],
        rows,
        f"{rates_in_words(here)} {sum(e <= 0.2 for e in errors)} of {len(errors)} whole iterations are "
        "predicted within 20 %.",
    )
    return here, table, data


def _pairs(found: Mapping[str, float], work: Mapping[str, Operations], machine: Machine) -> dict[str, Any]:
    return {
        name: {"seconds": found[name], "predicted": seconds(work[name], machine), **work[name]._asdict()}
        for name in found
    }


def _row(name: str, found: float, expected: float) -> list[str]:
    return [name, results.number(1e3 * found), results.number(1e3 * expected), f"{expected / found:.2f}"]


def rates_in_words(machine: Machine) -> str:
    """Says what a machine does in a second."""
    words = [
        f"{results.number(1e-9 / getattr(machine, kind))} GFLOP/s in {what}"
        if getattr(machine, kind)
        else f"{what} at no cost"
        for kind, what in RATED.items()
    ]
    return f"Fitted: {', '.join(words)}, and {1e6 * machine.equations:.2g} µs for an equation."


def on_accelerators() -> tuple[dict[str, Machine], list[results.Table], Any]:
    """Fits an H100 to what was measured on one, and predicts other accelerators."""
    document = json.loads((results.DIRECTORY / "accelerator_h100.json").read_text(encoding="utf-8"))
    rounds = document["speed"]
    found, works = {}, {}
    for name in (name for name in rounds[0] if not name.startswith("QDax")):
        mode, size = name.split()
        found[name] = statistics.median(r[name]["seconds"] / r[name]["iterations"] for r in rounds)
        # The DIAYN that was measured had the preset's networks.
        own = {} if mode in FITTED else dict.fromkeys(accelerator.NETWORKS)
        works[name] = operations_of(mode, {k: v for k, v in _config(mode, int(size)).items() if k not in own})
    fitted_to = [name for name in found if name.split()[0] in FITTED]
    # Two kinds of programs cannot tell four kinds of operations apart, so the simulator's count as others.
    joined = [
        works[name]._replace(others=works[name].others + works[name].simulated, simulated=0.0)
        for name in fitted_to
    ]
    h100 = fitted(joined, [found[name] for name in fitted_to])
    h100 = h100._replace(simulated=h100.others)
    machines = {name: scaled(h100, PEAKS["H100"], peak) for name, peak in PEAKS.items()}
    predicted = {}
    for mode in ("environment", *accelerator.TRAINING):
        for size in accelerator.ENVS:
            work, steps = operations_of(mode, _config(mode, size)), _steps_per_iteration(mode, size)
            predicted[f"{mode} {size}"] = {
                name: steps / seconds(work, machine) for name, machine in machines.items()
            }
    tables = [_fit_table(found, works, h100), _accelerator_table(predicted)]
    return machines, tables, {"fit": _pairs(found, works, h100), "predicted": predicted}


def _fit_table(found: Mapping[str, float], works: Mapping[str, Operations], h100: Machine) -> results.Table:
    rows = []
    for name, ms in found.items():
        how = "fitted" if name.split()[0] in FITTED else "predicted"
        rows.append(_row(f"{name} ({how})", ms, seconds(works[name], h100)))
    return results.Table(
        "The H100 that was measured",
        ["what, and the number of environments", "ms, measured", "ms, by the model", "model / measured"],
        rows,
        rates_in_words(h100),
    )


def _accelerator_table(predicted: Mapping[str, Mapping[str, float]]) -> results.Table:
    peaks = "; ".join(f"{name}: {peak.source}" for name, peak in PEAKS.items())
    kinds = "; ".join(f"`{mode}`: {work.words}" for mode, work in accelerator.TRAINING.items())
    return results.Table(
        "Environment steps per second, predicted, ant on spring",
        ["what, and the number of environments", *PEAKS],
        [[name, *map(results.number, by_device.values())] for name, by_device in predicted.items()],
        f"{kinds}. Only an H100 was measured. Peak rates: {peaks}.",
    )


def _config(mode: str, size: int) -> dict[str, Any]:
    return accelerator.speed_config("sparse" if mode == "environment" else mode, size)


def _steps_per_iteration(mode: str, size: int) -> int:
    from diayn_jax import envs
    from diayn_jax.resolve import make_config

    config = _config(mode, size)
    full: Any = make_config(config, env_defaults=envs.spec(config["env"]).defaults, device="gpu")
    return size * full.rollout_length


def main() -> None:
    """Measures, predicts, prints and writes."""
    options = parse()
    if options.tiny:
        options.segments, options.segment_seconds = 1, 0.1
    machines, tables, more = on_accelerators()
    here, table, data = on_this_machine(options)
    tables = [table, *tables]
    for each in tables:
        print("\n".join([each.title, *results.grid(each.header, each.rows), each.note, ""]), flush=True)
    if not options.tiny:
        rates = {"here": here, **machines}
        document = {
            "here": data,
            "accelerators": more,
            "machines": {name: each._asdict() for name, each in rates.items()},
        }
        summary = "Seconds of programs, predicted from their operations."
        results.write(options.name, summary, tables, document)


if __name__ == "__main__":
    main()
