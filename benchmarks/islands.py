"""Measures islands that share one discriminator over one, two and four workers of a Ray cluster.

    python -m benchmarks.islands --groups=3

Four runs in a maze are islands. One worker trains them in one program, which sums the gradients of the
discriminator at every update. More workers train fewer islands each, and average their discriminators after
every epoch. The machines of the cluster are processes of this machine with one CPU each (extra `cluster`).
Each group of islands has its own seeds.
"""

import argparse
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import open_problems, results, worker
from benchmarks.chaos import PATIENCE, ray_cluster, started
from benchmarks.figures import cell
from diayn_jax.storage import files
from diayn_jax.sweeps import sweep_files

ISLANDS = 4
WORKERS = (1, 2, 4)
FIELDS = {
    "env": "point_maze",
    "objective": "diayn_islands",
    "eval_every": 5120,
    "epoch_steps": 5120,
    "report": "none",
    "plots": False,
    "tensorboard": False,
}
FIGURE, APART = "eval/mi_normalised", 0.7


class Measured(NamedTuple):
    """The runs of one number of workers."""

    seconds: list[float]  # of the command, one for each group
    steps: list[float]  # until told apart, of the runs that got there
    ends: list[float]  # the figure at the end of each run


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "islands")
    parser.add_argument("--groups", type=int, default=3, help=f"groups of {ISLANDS} islands")
    parser.add_argument("--steps", type=int, default=75_000, help="environment steps of each island")
    return parser.parse_args()


def measure(workers: int, options: argparse.Namespace, folder: Path) -> Measured:
    """Trains all groups, one after another, on a cluster of this many machines."""
    found = Measured([], [], [])
    with ray_cluster(workers) as address:
        for group in range(options.groups):
            first = group * ISLANDS
            name = f"workers{workers}_group{group}"
            arguments = [
                *worker.flags_of({**FIELDS, "num_env_steps": options.steps, "log_dir": folder}),
                f"--seeds={first}..{first + ISLANDS - 1}",
                f"--max_lanes={ISLANDS // workers}",
                f"--cluster={address}",
                f"--name={name}",
            ]
            screen, begun = folder / f"{name}.txt", time.monotonic()
            with started("sweep", arguments, screen) as process:
                code = process.wait(PATIENCE)
            if code:
                raise SystemExit(f"{name} ended with {code}: {screen.read_text()[-4000:]}")
            found.seconds.append(time.monotonic() - begun)
            runs = folder / sweep_files.SWEEPS / name / str(FIELDS["env"])
            for path in sorted(runs.glob(f"*/{files.PROGRESS}")):
                values = open_problems.curve(path.parent, FIGURE)
                found.ends.append(values[-1][1])
                step = open_problems.reached(values, APART)
                found.steps.extend([] if step is None else [step])
            print(f"{name}: {found.seconds[-1]:.0f} s", flush=True)
    return found


def row(workers: int, found: Measured) -> list[str]:
    """Returns the row of the table for a number of workers."""
    each = ISLANDS // workers
    return [
        f"{workers}, with {each} island{'s' if each > 1 else ''} each",
        f"{len(found.steps)} of {len(found.ends)}",
        cell(found.steps),
        cell(found.ends),
        results.spread(found.seconds),
    ]


def main() -> None:
    """Measures each number of workers, and writes the table."""
    options = parse()
    folder = Path(tempfile.mkdtemp(prefix="islands"))
    measured = {workers: measure(workers, options, folder) for workers in WORKERS}
    header = ["workers", "told apart", "after steps", "mi_normalised", "seconds of the command"]
    note = (
        f"Told apart: `{FIGURE}` stays at {APART:g} or above. Interquartile means over all islands with "
        "95 % intervals, although the islands of a group depend on one another; steps over those that got "
        "there. Seconds: least, median and most of the groups, with compilation and the figures at the end."
    )
    rows = [row(workers, found) for workers, found in measured.items()]
    table = results.Table("Islands over workers of a Ray cluster", header, rows, note)
    data: dict[str, Any] = {str(workers): found._asdict() for workers, found in measured.items()}
    words = f"{options.groups} groups of {ISLANDS} islands in a maze, {options.steps} steps each."
    results.write(options.name, words, [table], {"workers": data}, options.out)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
