"""Compares training steps per second of this checkout with those of another one.

    git worktree add ../before v0.3
    python -m benchmarks.versions --before=../before

Both run the training command's preset with the packages of this environment, do the same work, and take
turns; ratios are taken between segments of one round. Compilation is excluded.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from benchmarks import results, worker
from benchmarks.ours_diayn import OursSetting
from benchmarks.worker import ROOT, Worker


def commit_of(checkout: Path) -> str:
    """Returns the short commit of a checkout."""
    command = ["git", "-C", str(checkout), "rev-parse", "--short", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "versions")
    parser.add_argument("--before", type=Path, required=True, help="the other checkout")
    parser.add_argument("--env", default="ant")
    parser.add_argument("--num_skills", type=int, default=10)
    parser.add_argument("--devices", type=int, help="devices of each; if left out, all")
    parser.add_argument("--segments", type=int, default=15, help="alternating segments of each")
    parser.add_argument("--segment_seconds", type=float, default=4.0, help="approximate length of a segment")
    options = parser.parse_args()
    if not (options.before / "benchmarks" / "ours_diayn.py").is_file():
        parser.error(f"--before={options.before} is not a checkout of this project")
    return options


def main() -> None:
    """Measures, prints and writes the results."""
    options = parse()
    before = options.before.resolve()
    setting = OursSetting(
        config={"env": options.env, "num_skills": options.num_skills},
        devices=options.devices,
        segment_seconds=options.segment_seconds,
    )
    checkouts = {f"now ({commit_of(ROOT)})": ROOT, f"before ({commit_of(before)})": before}
    workers: list[Worker] = []
    with worker.all_ended(workers):
        for name, root in checkouts.items():
            workers.append(Worker(name, sys.executable, "benchmarks.ours_diayn", setting, root=root))
            workers[-1].wait_for("ready")
        rounds = worker.alternate(workers, options.segments)
        for each in workers:
            each.stop()
    rates = {name: [r[name].env_steps / r[name].seconds for r in rounds] for name in checkouts}
    now, then = rates.values()
    rows = [[name, results.spread(found)] for name, found in rates.items()]
    rows.append(["now / before", results.spread([a / b for a, b in zip(now, then, strict=True)])])
    table = results.Table(
        f"{options.env}, K = {options.num_skills}",
        ["what", "steps/s, min / median / max"],
        rows,
        f"{len(rounds)} alternating segments.",
    )
    print("\n".join(results.grid(table.header, table.rows)))
    data = {"rounds": [{who: segment._asdict() for who, segment in r.items()} for r in rounds]}
    summary = "Training by the CPU preset, this checkout against an earlier one; without compilation."
    results.write(options.name, summary, [table], data, options.out)


if __name__ == "__main__":
    main()
