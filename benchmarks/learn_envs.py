"""DIAYN on each environment, by the training command and a short budget.

    python -m benchmarks.learn_envs --only=hopper,hopper@obs,hopper/spring,mountain_car

Everything but the budget is what `--env=` alone comes to; `name@features` has other features,
`name/backend` another backend. Rows that the file of results has of other environments stay in it.
"""

import argparse
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import results, train_ant
from diayn_jax import envs

# Environment steps on a CPU: some minutes each on two cores. 0: what the environment's preset says.
STEPS = {
    "ant": 2_000_000,
    "bipedal_walker": 1_000_000,
    "car_racing": 20_000,
    "fast": 0,
    "halfcheetah": 2_000_000,
    "hopper": 2_000_000,
    "humanoid": 1_200_000,
    "humanoidstandup": 500_000,
    "inverted_double_pendulum": 0,
    "inverted_pendulum": 0,
    "lunar_lander": 300_000,
    "mountain_car": 0,
    "pendulum": 0,
    "point": 0,
    "point_maze": 0,
    "point_pixels": 0,
    "pusher": 500_000,
    "reacher": 1_000_000,
    "swimmer": 1_000_000,
    "walker2d": 2_000_000,
}
OTHERS = 300_000  # of environments that are not named above

# Effective skills, read off the published curves of log q of github.com/alirezakazemipour/DIAYN-PyTorch,
# which tells skills by the whole observation. The mountain car's is its phase.
REFERENCES = {
    "hopper@obs": "15.6 of 20",
    "bipedal_walker@obs": "32.5 of 50",
    "mountain_car": "5.9 of 20",
}
LEVELS = (0.5, 0.7, 0.9)  # of mi_normalised, to which the seconds are told
SHOWN = {
    "eval/mi_normalised": "mi_normalised",
    "eval/effective_skills": "effective skills",
    "eval/discriminator_accuracy": "accuracy",
    "eval/policy_coverage": "policy_coverage",
    "eval/return_best": "best return",
    "eval/return_mean": "mean return",
}


def cases() -> list[str]:
    """All rows of the table, in order: names, some also as `name@features`."""
    # Playground's take a minute to compile on a CPU, and hours to learn; tasks are their robots again.
    names = [name for name, row in envs.specs().items() if row.provider not in ("playground", "tasks")]
    return [case for name in names for case in (name, f"{name}@obs") if case == name or case in REFERENCES]


def parts(case: str) -> tuple[str, str, str]:
    """Name, features and backend of `name@features/backend`; "" for what is left out."""
    rest, _, backend = case.partition("/")
    name, _, features = rest.partition("@")
    return name, features, backend


def arguments(case: str, options: argparse.Namespace) -> argparse.Namespace:
    """What `train_ant.run_seed` is told."""
    name, features, backend = parts(case)
    row = envs.spec(name)
    steps = options.steps or STEPS.get(name, OTHERS)
    said = {"num_env_steps": steps, "features": features, "backend": backend}
    flags = [f"--{flag}={value}" for flag, value in said.items() if value]
    return argparse.Namespace(
        env=name,
        num_skills=row.defaults.get("num_skills", 10),
        args=" ".join([*flags, options.args]),
        name="learn",
        log_dir=options.log_dir,
        warm=True,
    )


def seconds_to(level: float, curve: Sequence[Mapping[str, float]]) -> float | None:
    """Wall seconds until an evaluation showed that `mi_normalised`; None: none did."""
    there = [row["time/wall_seconds"] for row in curve if row["eval/mi_normalised"] >= level]
    return min(there, default=None)


def table(runs: Mapping[str, Mapping[str, Any]]) -> results.Table:
    """A row for each environment."""
    rows = []
    for case, run in runs.items():
        config, resolved = run["config"]["config"], run["config"]["resolved"]
        rows.append(
            [
                parts(case)[0],
                resolved["backend"],
                resolved["features"],
                str(config["num_skills"]),
                str(config["episode_length"]),
                results.number(run["env_steps"]),
                results.number(run["training_seconds"]),
                *[results.number(seconds_to(level, run["curve"])) for level in LEVELS],
                str(resolved["num_devices"]),
                run["processor"],
                *[results.number(run["figures"].get(figure)) for figure in SHOWN],
                REFERENCES.get(case, "–"),
                run["config"]["commit"]["hash"][:7] if run["config"]["commit"] else "–",
            ]
        )
    header = [
        "environment",
        "backend",
        "features",
        "K",
        "horizon",
        "steps",
        "training, s",
        *[f"s to {level}" for level in LEVELS],
        "devices",
        "processor",
        *SHOWN.values(),
        "published effective skills",
        "commit",
    ]
    note = (
        "One seed; `s to` are wall seconds to the first evaluation with that mi_normalised, compilation and "
        "evaluations included; devices are cores of the CPU; the figures are those of the full evaluation at "
        "the end, of fresh episodes of the stochastic policy; returns are the environment's own reward over "
        "an episode, best and mean over skills. The published figures are exp(ln K + running log q) at the "
        "end of curves over episodes of training, on Gym's environments and the whole observation: near "
        "ours, not the same measure."
    )
    return results.Table("DIAYN on each environment", header, rows, note)


def case(words: str) -> str:
    """`name@features/backend`, by the name that we have for it."""
    name = parts(words)[0]
    return envs.canonical(name) + words.removeprefix(name)


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--only",
        default="",
        help="names, name@features, name/backend, separated by commas; empty: all but Playground's",
    )
    parser.add_argument("--steps", type=int, default=0, help="environment steps of each; 0: those of STEPS")
    parser.add_argument("--args", default="", help="more flags of the training command")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--budget_seconds", type=float, default=7200.0, help="no further run is begun after this time"
    )
    parser.add_argument("--log_dir", default="runs", help="where the runs go")
    parser.add_argument("--name", default="learn_envs", help="of the files of results")
    parser.add_argument("--out", type=Path, default=results.DIRECTORY, help="where to write them")
    options = parser.parse_args()
    options.only = [case(words) for words in options.only.split(",") if words]
    return options


def main() -> None:
    """Runs environment by environment; writes after each, so that none is lost."""
    options = parse()
    begun = time.perf_counter()
    runs: dict[str, dict[str, Any]] = {}
    failed: list[str] = []
    for name in options.only or cases():
        if time.perf_counter() - begun > options.budget_seconds:
            print(f"Out of time before {name}")
            break
        try:
            run = train_ant.run_seed(options.seed, arguments(name, options))
            runs[name] = {**run, "processor": results.processor()}
        except SystemExit as error:
            print(f"{name}: {error}", flush=True)
            failed.append(name)
            continue
        # Read again: another process may have added its own.
        known = results.earlier(options.name, options.out, any_machine=True).get("runs", {}) | runs
        rows = {name: known[name] for name in [*cases(), *known] if name in known}
        paths = results.write(
            options.name,
            "`python -m experiments.run --env=NAME` with these steps; all else is the preset.",
            [table(rows)],
            {"runs": rows, "failed": failed},
            options.out,
        )
        print("\n".join(f"Wrote {path}" for path in paths), flush=True)


if __name__ == "__main__":
    main()
