"""Compares sweeps with single runs, and search methods with each other: `python -m benchmarks.sweeps`.

- `lanes`: seeds of the point world in one sweep, and one after another; whole commands are timed.
- `ant`: the same for ant, by environment steps per second, without compilation and evaluation.
- `search`: successive halving and population-based training against random search, at equal environment
  steps.

Each participant is a process. Seconds are CPU time: unlike wall time, it does not depend on other processes
of the machine, as long as all participants run on the same number of cores.
"""

import argparse
import csv
import json
import os
import resource
import shlex
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import arguments, results, worker
from diayn_jax.storage import files

PARTS = ("lanes", "ant", "search")
# Pendulum by SAC: whether it is learned in a few thousand updates depends on the step sizes.
SEARCH = (
    "--env=pendulum --objective=task --num_envs=8 --updates_per_iteration=8 --batch_size=64 "
    "--replay_size=20000 --warmup_steps=400 --policy_hidden_sizes=32,32 --critic_hidden_sizes=32,32 "
    "--epoch_steps=400 --eval_every=100000 --checkpoint_every=100000 --eval_episodes=20 --plots=false "
    "--report=none --tensorboard=false"
)
RANGES = "--range=learning_rate=1e-5:1e-1:log --range=tau=1e-3:0.3:log --range=reward_scale=0.01:10:log"
COSTLY = "--plots=false --report=none --tensorboard=false"


def parse() -> argparse.Namespace:
    parser = results.parser(__doc__)
    arguments.add_names(parser, "--only", PARTS)
    parser.add_argument("--seeds", type=int, default=32, help="lanes of the point world")
    parser.add_argument("--ant_seeds", type=int, default=8)
    parser.add_argument("--ant_steps", type=int, default=120_000)
    parser.add_argument(
        "--singles", type=int, default=2, help="number of single runs, whose mean is used for all"
    )
    parser.add_argument("--sweeps", type=int, default=3, help="sweeps of each search method")
    parser.add_argument("--search_steps", type=int, default=5_400, help="steps of a whole run")
    parser.add_argument("--args", default="", help="more flags of every run")
    parser.add_argument("--name", default="sweeps_cpu", help="name of the result files")
    return parser.parse_args()


def run_command(module: str, words: Sequence[str], cache: Path) -> tuple[float, float]:
    """Runs a command; returns its wall seconds and its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = os.times().elapsed
    worker.run_command(module, words, {"JAX_COMPILATION_CACHE_DIR": str(cache)}, quiet=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return os.times().elapsed - begun, used


def lanes(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Times whole commands; single runs find their programs in the cache, as every run after the first."""
    given = ["--env=point", f"--log_dir={folder}", *shlex.split(options.args)]
    # This run fills the cache for the measured ones.
    run_command("experiments.run", [*given, "--name=warm"], folder / "cache")
    singles = [
        run_command("experiments.run", [*given, f"--name=single{seed}", f"--seed={seed}"], folder / "cache")
        for seed in range(options.singles)
    ]
    # The sweep's own compilation is counted.
    together = [*given, "--name=lanes", f"--seeds=0..{options.seeds - 1}"]
    swept = run_command("experiments.sweep", together, folder / "cache")
    return {"singles": singles, "sweep": swept, "seeds": options.seeds}


def ant(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Compares the environment steps per second of all lanes with those of a single run."""
    given = ["--env=ant", f"--num_env_steps={options.ant_steps}", f"--log_dir={folder}", *shlex.split(COSTLY)]
    given += [
        "--eval_every=4000000000",
        "--eval_episodes=1",
        "--epoch_steps=12800",
        *shlex.split(options.args),
    ]
    run_command("experiments.run", [*given, "--name=single"], folder / "cache")
    run_command(
        "experiments.sweep", [*given, "--name=lanes", f"--seeds=0..{options.ant_seeds - 1}"], folder / "cache"
    )
    (one,) = folder.glob("ant/single/progress.csv")
    several = sorted(folder.glob("sweeps/lanes/ant/*/progress.csv"))
    return {
        "single": rates(one),
        "lane": [rate for path in several for rate in rates(path)],
        "seeds": options.ant_seeds,
    }


def rates(path: Path) -> list[float]:
    """Returns the environment steps per second of a run's epochs, except the first."""
    with path.open(encoding="utf-8") as file:
        found = [row["time/env_steps_per_second"] for row in csv.DictReader(file)]
    return [float(x) for x in found if x][1:]


def search(options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Returns the final return of each search method at equal environment steps, by the sweep's seed."""
    length = options.search_steps
    ways = {
        "random search": ["--random=7"],
        "successive halving": ["--random=27", "--halving=3", f"--first_rung={length // 9}"],
        "population-based training": ["--random=7", f"--pbt={length // 6}"],
    }
    found: dict[str, Any] = {name: [] for name in ways}
    for seed in range(options.sweeps):
        for name, flags in ways.items():
            own = f"{name.replace(' ', '-')}-{seed}"
            words = [*shlex.split(SEARCH), f"--num_env_steps={length}", *shlex.split(RANGES), *flags]
            words += [f"--random_seed={seed}", f"--seed={seed}", f"--name={own}", f"--log_dir={folder}"]
            run_command("experiments.sweep", [*words, *shlex.split(options.args)], folder / "cache")
            path = folder / "sweeps" / own
            table = files.read_checked_json(path / "table.json")
            steps = sum(env_steps(run) for run in path.glob("pendulum/*/progress.csv"))
            finished = [
                row for row in table["rows"] if row["env_steps"] >= length and row["mean"] is not None
            ]
            best = max(finished, key=lambda row: row["mean"])
            found[name].append({"return": best["mean"], "values": best["values"], "env_steps": steps})
            print(own, found[name][-1], flush=True)
    return found


def env_steps(path: Path) -> int:
    """Returns the environment steps of a run, from its last checkpoint."""
    return max(files.checkpoint_steps(path.parent / files.CHECKPOINTS), default=0)


def main() -> None:
    options = parse()
    data = results.earlier(options.name).get("results", {})
    for part in options.only:
        with tempfile.TemporaryDirectory() as folder:
            data[part] = {"lanes": lanes, "ant": ant, "search": search}[part](options, Path(folder))
        # Other parts may come from other calls.
        data.setdefault("by", {})[part] = f"`{results.command_words()}` at {results.commit_words()}"
        print(json.dumps({part: data[part]}), flush=True)
        summary = (
            "Runs as lanes of one program against runs one after another, and search methods at equal steps."
        )
        results.write(options.name, summary, tables(data), {"results": data})


def tables(data: dict[str, Any]) -> list[results.Table]:
    found = []

    def by(part: str) -> str:
        return f" By {data['by'][part]}." if part in data.get("by", {}) else ""

    if "lanes" in data:
        rows = []
        for i, name in enumerate(("clock", "processor")):
            single = statistics.mean(x[i] for x in data["lanes"]["singles"])
            swept, count = data["lanes"]["sweep"][i], data["lanes"]["seeds"]
            rows.append([name, f"{single:.1f}", f"{swept:.1f}", f"{swept / (count * single):.3f}"])
        head = ["seconds by", "one run", f"sweep of {data['lanes']['seeds']}", "sweep / as many runs"]
        note = (
            "Whole commands, with evaluations, checkpoints, pictures and pages. Single runs find their "
            "programs in JAX's cache; the sweep's compilation is counted."
        )
        found.append(results.Table("Point world", head, rows, note + by("lanes")))
    if "ant" in data:
        single, lane = (statistics.median(data["ant"][name]) for name in ("single", "lane"))
        count = data["ant"]["seeds"]
        row = ["ant", f"{single:.0f}", f"{count * lane:.0f}", f"{single / (count * lane):.2f}"]
        head = ["", "one run", f"{count} lanes together", "seconds, lanes / runs"]
        title = "Ant, environment steps per second"
        found.append(results.Table(title, head, [row], by("ant").strip()))
    if "search" in data:
        rows = [
            [
                name,
                *(f"{one['return']:.0f}" for one in runs),
                f"{statistics.mean(one['return'] for one in runs):.0f}",
                f"{statistics.mean(one['env_steps'] for one in runs):.0f}",
            ]
            for name, runs in data["search"].items()
        ]
        count = len(next(iter(data["search"].values())))
        head = ["pendulum", *(f"seed {i}" for i in range(count)), "mean", "steps"]
        note = "Return of the best run that did all its steps, over 20 episodes at its end."
        found.append(
            results.Table("Search over three step sizes and scales", head, rows, note + by("search"))
        )
    return found


if __name__ == "__main__":
    main()
