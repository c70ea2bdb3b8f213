"""Compares option-critic with flat learners in four rooms: `python -m benchmarks.four_rooms`.

The goal moves during training. The learners are option-critic with 4 and 8 options, actor-critic and SARSA
(`benchmarks.tabular`), at the settings of the authors' command. Each runs at the temperature of
their code, at that of their README (0.001), and at one that suits flat learners better. All seeds of a
learner are lanes of one program.

`--authors=FILE.npy` adds the history that the authors' own script has saved (steps and durations of runs of
2000 episodes; benchmarks/README.md has the command).
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
# Spans of episodes over which figures are averaged, relative to the episode at which the goal moves.
SPANS = {"before": (-100, 0), "next 100": (0, 100), "next 500": (0, 500), "901 to 1000": (900, 1000)}
AFTER = "next 500"


def parse() -> argparse.Namespace:
    parser = results.parser(__doc__, "four_rooms")
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--episodes", type=int, default=2000)
    parser.add_argument("--moves_at", type=int, default=1000, help="the episode at which the goal moves")
    parser.add_argument(
        "--temperatures",
        default="0.01,0.001,0.1",
        help="temperatures; the first is that of the authors' code",
    )
    parser.add_argument("--authors", type=Path, help="history that the authors' script has saved")
    return parser.parse_args()


def compiled(learner: tabular.Learner, options: argparse.Namespace) -> Run:
    """Compiles all seeds of a learner as one program, which takes a temperature."""
    keys = jax.random.split(jax.random.key(0), options.seeds)

    def run(temperature: jax.Array) -> tabular.Record:
        given = tabular.Rates(temperature=temperature)
        rates = jax.tree.map(lambda x: jnp.full(options.seeds, x, jnp.float32), given)
        return tabular.run(learner, rates, keys, options.episodes, options.moves_at)

    return jax.jit(run).lower(jnp.float32(0)).compile()


def played(run: Run, temperature: float) -> tuple[tabular.Record, float]:
    """Runs a program at a temperature; returns the record [seeds, episodes], and the seconds it took."""
    begun = time.perf_counter()
    return jax.device_get(run(jnp.float32(temperature))), time.perf_counter() - begun


def spans(steps: np.ndarray, moves_at: int) -> dict[str, dict[str, Any]]:
    """Returns the mean steps of an episode in each span, for each seed and over seeds."""
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
    """Returns the data of a row of the table."""
    return {
        "learner": name,
        "temperature": temperature,
        "seeds": len(steps),
        "option_length": lengths,
        "spans": spans(steps, moves_at),
        # For a curve: the mean over seeds and over every ten episodes.
        "curve": steps[:, : steps.shape[1] // 10 * 10].mean(0).reshape(-1, 10).mean(1).round(1).tolist(),
    }


def authors_case(path: Path, moves_at: int) -> dict[str, Any]:
    """Returns the row of the authors' script; its history is [runs, episodes, 2], with steps from 0."""
    history = np.load(path, allow_pickle=False)
    done = history[history[:, :, 0].any(axis=1)]  # The script saves after each run; later runs are still 0.
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
        "Steps of an episode, at most 1000. A seed's figure is the mean over the span's episodes, counted "
        "from the one at which the goal moves (before: the hundred episodes before it). The table has the "
        "interquartile mean over seeds with its 95 % interval by bootstrap, and for one span also the mean. "
        "An option's length is the number of steps divided by the number of ends, over all episodes."
    )
    return results.Table("Steps to a goal that moves", header, rows, note)


def verdict(cases: list[dict[str, Any]]) -> results.Table:
    """Compares option-critic at the authors' temperature with flat learners at the same and at their best."""
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
        "Option-critic has the temperature of the authors' code. A flat learner is shown at the same "
        "temperature, and at the measured one that is best for it by these figures."
    )
    return results.Table(f"The {AFTER} episodes after the goal has moved", header, rows, note)


def main() -> None:
    options = parse()
    temperatures = [float(word) for word in options.temperatures.split(",")]
    cases: list[dict[str, Any]] = []
    seconds: dict[str, dict[str, float]] = {name: {} for name in LEARNERS}
    by_clock = []  # seconds until all learners had finished, at the first temperature and at all temperatures
    begun = time.perf_counter()
    # A learner's steps are small and sequential, so each learner gets one core.
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
        f"seeds of a learner are one program. All learners took {by_clock[0]:.0f} s at the first "
        f"temperature, and {by_clock[-1]:.0f} s at all temperatures, with compilation."
    )
    results.write(
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


if __name__ == "__main__":
    main()
