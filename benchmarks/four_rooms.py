"""Option-critic beside flat learners in the four rooms whose goal moves: `python -m benchmarks.four_rooms`.

Option-critic of 4 and 8 options, actor-critic and SARSA (`benchmarks.tabular`), at the settings of
the authors' command, each at the temperature of their code and at others: that of their README (0.001), and
one that suits flat learners better. All seeds of a learner are lanes of one program.

`--authors=FILE.npy` puts the history beside it that their own script has saved (steps and durations of runs
of 2000 episodes; benchmarks/README.md has the command).
"""

import argparse
import os
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from benchmarks import results, tabular
from diayn_jax.evaluation.metrics import over_runs

Run = Callable[[jax.Array], tabular.Record]

LEARNERS = {
    "option-critic, 4 options": tabular.option_critic(4),
    "option-critic, 8 options": tabular.option_critic(8),
    "actor-critic": tabular.option_critic(1),
    "SARSA": tabular.sarsa(),
}
# Episodes over which figures are means, counted from that at which the goal moves.
SPANS = {"before": (-100, 0), "next 100": (0, 100), "next 500": (0, 500), "901 to 1000": (900, 1000)}
AFTER = "next 500"


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--episodes", type=int, default=2000)
    parser.add_argument("--moves_at", type=int, default=1000, help="the episode at which the goal moves")
    parser.add_argument("--temperatures", default="0.01,0.001,0.1", help="the first is that of their code")
    parser.add_argument("--authors", type=Path, help="history that the authors' script has saved")
    parser.add_argument("--name", default="four_rooms", help="of the results")
    parser.add_argument("--out", type=Path, default=results.DIRECTORY, help="where to write them")
    return parser.parse_args()


def compiled(learner: tabular.Learner, options: argparse.Namespace) -> Run:
    """All seeds of a learner as one program, which takes a temperature."""
    keys = jax.random.split(jax.random.key(0), options.seeds)

    def run(temperature: jax.Array) -> tabular.Record:
        given = tabular.Rates(temperature=temperature)
        rates = jax.tree.map(lambda x: jnp.full(options.seeds, x, jnp.float32), given)
        return tabular.run(learner, rates, keys, options.episodes, options.moves_at)

    return jax.jit(run).lower(jnp.float32(0)).compile()


def played(run: Run, temperature: float) -> tuple[tabular.Record, float]:
    """The record [seeds, episodes] at a temperature, and the seconds that it took."""
    begun = time.perf_counter()
    return jax.device_get(run(jnp.float32(temperature))), time.perf_counter() - begun


def spans(steps: np.ndarray, moves_at: int) -> dict[str, dict[str, Any]]:
    """Of each span the steps of an episode: their mean for each seed, and over seeds."""
    found = {}
    for name, (first, last) in SPANS.items():
        of_span = np.asarray(steps, np.float64)[:, max(0, moves_at + first) : moves_at + last]
        per_seed = of_span.mean(axis=1)
        interval = over_runs.interval([per_seed])
        found[name] = {
            "mean": float(per_seed.mean()),
            "iqm": interval.mean,
            "low": interval.low,
            "high": interval.high,
            "per_seed": per_seed.tolist(),
        }
    return found


def case(
    name: str, temperature: float | None, steps: np.ndarray, lengths: float | None, moves_at: int
) -> dict[str, Any]:
    """A row of the table."""
    return {
        "learner": name,
        "temperature": temperature,
        "seeds": len(steps),
        "option_length": lengths,
        "spans": spans(steps, moves_at),
        # Enough for a curve: means over seeds and over ten episodes each.
        "curve": steps[:, : steps.shape[1] // 10 * 10].mean(0).reshape(-1, 10).mean(1).round(1).tolist(),
    }


def authors_case(path: Path, moves_at: int) -> dict[str, Any]:
    """The row of the authors' own script: its history is [runs, episodes, 2], steps counted from 0."""
    history = np.load(path, allow_pickle=False)
    done = history[history[:, :, 0].any(axis=1)]  # It saves after each run; the rest is still 0.
    return case("authors' script, 4 options", None, done[:, :, 0] + 1, None, moves_at)


def cell(found: Mapping[str, Any]) -> str:
    number = results.number
    return f"{number(found['iqm'])} ({number(found['low'])} to {number(found['high'])})"


def table(cases: list[dict[str, Any]]) -> results.Table:
    rows = [
        [
            row["learner"],
            "their code's" if row["temperature"] is None else f"{row['temperature']:g}",
            str(row["seeds"]),
            *(cell(row["spans"][name]) for name in SPANS),
            results.number(row["spans"][AFTER]["mean"]),
            results.number(row["option_length"]),
        ]
        for row in cases
    ]
    header = ["learner", "temperature", "seeds", *SPANS, f"mean, {AFTER}", "option's length"]
    note = (
        "Steps of an episode, 1000 at most: of each seed the mean over the span's episodes, counted from the "
        "one at which the goal moves (before: the hundred episodes before it); over seeds the interquartile "
        "mean with its 95 % interval by bootstrap, and for one span the plain mean. "
        "An option's length is steps over ends, of all episodes."
    )
    return results.Table("Steps to a goal that moves", header, rows, note)


def verdict(cases: list[dict[str, Any]]) -> results.Table:
    """Option-critic at the authors' temperature against flat learners, at the same one and at their best."""
    after: dict[str, list[tuple[Any, float]]] = {}
    for row in cases:
        after.setdefault(row["learner"], []).append((row["spans"][AFTER], row["temperature"]))
    rows = []
    for ours in [name for name in LEARNERS if name.startswith("option-critic")]:
        own, _ = after[ours][0]
        for flat in [name for name in LEARNERS if not name.startswith("option-critic")]:
            best = min(after[flat], key=lambda found: found[0]["iqm"])
            for other, temperature in (after[flat][0], best)[: 1 + (best is not after[flat][0])]:
                apart = own["high"] < other["low"] or other["high"] < own["low"]
                better = "fewer steps" if own["iqm"] < other["iqm"] else "more steps"
                words = f"{better}, intervals {'apart' if apart else 'overlap'}"
                rows.append([ours, cell(own), f"{flat}, {temperature:g}", cell(other), words])
    header = ["option-critic", "steps", "flat, temperature", "steps", "option-critic has"]
    note = (
        "Option-critic has the temperature of the authors' code; a flat learner has the same, and that of "
        "the measured ones which these figures show to be its best."
    )
    return results.Table(f"The {AFTER} episodes after the goal has moved", header, rows, note)


def main() -> None:
    options = parse()
    temperatures = [float(word) for word in options.temperatures.split(",")]
    cases: list[dict[str, Any]] = []
    seconds: dict[str, dict[str, float]] = {name: {} for name in LEARNERS}
    by_clock = []  # seconds until all learners were through, at the first temperature and at all
    begun = time.perf_counter()
    # A learner's steps are small, one after another: a core each.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = {name: pool.submit(compiled, learner, options) for name, learner in LEARNERS.items()}
        for temperature in temperatures:
            found = {name: pool.submit(played, run.result(), temperature) for name, run in runs.items()}
            for name, each in found.items():
                record, took = each.result()
                seconds[name][f"temperature {temperature:g}"] = took
                print(f"{name}, temperature {temperature:g}: {took:.0f} s", flush=True)
                has_options = name.startswith("option-critic")
                length = float(record.steps.sum() / max(record.ended.sum(), 1)) if has_options else None
                cases.append(case(name, temperature, record.steps, length, options.moves_at))
            by_clock.append(time.perf_counter() - begun)
    if options.authors:
        cases.append(authors_case(options.authors, options.moves_at))
    summary = (
        f"Four rooms, {options.seeds} seeds of {options.episodes} episodes; at episode {options.moves_at} "
        "the goal moves from the doorway in the east to a random cell of the room in the south-east. All "
        f"seeds of a learner are one program: {by_clock[0]:.0f} s for all learners at the first temperature, "
        f"{by_clock[-1]:.0f} s with the others, compilation included."
    )
    paths = results.write(
        options.name,
        summary,
        [verdict(cases), table(cases)],
        {
            "cases": cases,
            "seconds": seconds,
            "options": {"seeds": options.seeds, "episodes": options.episodes},
        },
        options.out,
    )
    print("\n".join(f"Wrote {path}" for path in paths))


if __name__ == "__main__":
    main()
