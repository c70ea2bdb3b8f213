"""Trains DIAYN on each environment, by the training command with a short budget.

    python -m benchmarks.learn_envs --only=hopper,hopper@obs,hopper/spring,mountain_car

All settings except the budget are the defaults of `--env=`. `name@features` sets other features, and
`name/backend` another backend. Rows of other environments stay in the result file.
"""

import argparse
import time
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks import results, train_ant
from diayn_jax import envs

# Environment steps on a CPU: some minutes each on two cores. 0: those of the environment's preset.
STEPS = {
    "ant": 2_000_000,
    "bipedal_walker": 1_000_000,
    "car_racing": 0,
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
OTHERS = 300_000  # for environments that are not in STEPS

# Effective skills, read off the published curves of log q of github.com/alirezakazemipour/DIAYN-PyTorch. Its
# discriminator sees the whole observation; for the mountain car, that is its phase.
REFERENCES = {
    "hopper@obs": "15.6 of 20",
    "bipedal_walker@obs": "32.5 of 50",
    "mountain_car": "5.9 of 20",
}
LEVELS = (0.5, 0.7, 0.9)  # levels of mi_normalised for the columns "s to LEVEL"
SHOWN = {
    "eval/mi_normalised": "mi_normalised",
    "eval/effective_skills": "effective skills",
    "eval/discriminator_accuracy": "accuracy",
    "eval/policy_coverage": "policy_coverage",
    "eval/return_best": "best return",
    "eval/return_mean": "mean return",
}


def cases() -> list[str]:
    """Returns all rows of the table, in order: names, some of them also as `name@features`."""
    # On a CPU, Playground's environments compile for a minute and learn for hours; tasks repeat their robots.
    names = [name for name, row in envs.specs().items() if row.provider not in ("playground", "tasks")]
    return [case for name in names for case in (name, f"{name}@obs") if case == name or case in REFERENCES]


def parts(case: str) -> tuple[str, str, str]:
    """Splits `name@features/backend` into name, features and backend; a part that is left out is ""."""
    rest, _, backend = case.partition("/")
    name, _, features = rest.partition("@")
    return name, features, backend


def arguments(case: str, options: argparse.Namespace) -> argparse.Namespace:
    """Returns the options of `train_ant.run_seed`."""
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
    """Returns the wall seconds until an evaluation reached a level of `mi_normalised`; None if none did."""
    there = [row["time/wall_seconds"] for row in curve if row["eval/mi_normalised"] >= level]
    return min(there, default=None)


def table(runs: Mapping[str, Mapping[str, Any]]) -> results.Table:
    """Makes the table with a row for each environment."""
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
        "One seed. `s to` are wall seconds to the first evaluation with that mi_normalised, including "
        "compilation and evaluations. Devices are CPU cores. The figures come from the full evaluation at "
        "the end, on fresh episodes of the stochastic policy. Returns are the environment's own reward over "
        "an episode, best and mean over skills. The published figures are exp(ln K + running log q) at the "
        "end of the training curves, on Gym's environments and the whole observation: a similar measure, but "
        "not the same."
    )
    return results.Table("DIAYN on each environment", header, rows, note)


def case(words: str) -> str:
    """Resolves other spellings of the name in `name@features/backend`."""
    name = parts(words)[0]
    return envs.canonical(name) + words.removeprefix(name)


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "learn_envs")
    parser.add_argument(
        "--only",
        default="",
        help="names, name@features or name/backend, separated by commas; empty: all except Playground's",
    )
    parser.add_argument("--steps", type=int, default=0, help="environment steps of each; 0: those in STEPS")
    parser.add_argument("--args", default="", help="more flags of the training command")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--budget_seconds", type=float, default=7200.0, help="no new run starts after this time"
    )
    parser.add_argument("--log_dir", default="runs", help="folder of the runs")
    options = parser.parse_args()
    options.only = [case(words) for words in options.only.split(",") if words]
    return options


def main() -> None:
    """Runs environment by environment; writes after each one, so that no result is lost."""
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
        # Read the file again, because another process may have added rows.
        known = results.earlier(options.name, options.out, any_machine=True).get("runs", {}) | runs
        rows = {name: known[name] for name in [*cases(), *known] if name in known}
        results.write(
            options.name,
            "`python -m experiments.run --env=NAME` with these steps; all other settings are the preset's.",
            [table(rows)],
            {"runs": rows, "failed": failed},
            options.out,
        )


if __name__ == "__main__":
    main()
