"""Measures physics whose batch is the last axis beside that of `jax.vmap`: `python -m benchmarks.batch_last`.

Each case steps environments in one program, with random actions, the same at every step, and without
resets. Both programs take turns in one process. `taskset --cpu-list 0` before it gives figures of one core.
"""

import argparse
import functools
import statistics
import time
from collections.abc import Callable
from unittest import mock

import jax

from benchmarks import results
from diayn_jax import envs
from diayn_jax.envs.providers import brax_envs
from diayn_jax.machine import jax_setup
from diayn_jax.types import PyTree

CASES = (
    "ant:spring,hopper:spring,halfcheetah:spring,walker2d:spring,humanoid:spring,ant:positional,"
    "halfcheetah:generalized,swimmer:generalized"
)


def stepped(env: envs.Env, steps: int, state: PyTree, action: jax.Array) -> PyTree:
    """Returns the states after some steps with the same actions."""
    return jax.lax.fori_loop(0, steps, lambda _, now: env.step(now, action).state, state)


def seconds(function: Callable[..., PyTree], *args: PyTree) -> float:
    """Returns the seconds of a call."""
    begun = time.perf_counter()
    jax.block_until_ready(function(*args))
    return time.perf_counter() - begun


def measure(name: str, backend: str, number: int, options: argparse.Namespace) -> dict[str, list[float]]:
    """Returns environment steps per second by `jax.vmap` and with the batch last, one value per round."""
    programs = {}
    for label, chosen in (("vmap", ()), ("last", (backend,))):
        with mock.patch.object(brax_envs, "BATCH_LAST", chosen):
            env = envs.make(name, backend=backend)
        keys = jax.random.key_data(jax.random.split(jax.random.key(0), number))
        state = jax.jit(env.reset)(keys).state
        action = jax.random.uniform(jax.random.key(1), (number, env.action_size), minval=-1, maxval=1)
        step = jax.jit(functools.partial(stepped, env, options.steps))
        programs[label] = functools.partial(seconds, step.lower(state, action).compile(), state, action)
        programs[label]()
    rounds = [{label: run() for label, run in programs.items()} for _ in range(options.rounds)]
    return {label: [options.steps * number / of[label] for of in rounds] for label in programs}


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "batch_last")
    parser.add_argument("--cases", default=CASES, help="name:backend, separated by commas")
    parser.add_argument("--envs", default="128,256", help="numbers of environments")
    parser.add_argument("--steps", type=int, default=10, help="steps of each environment in one call [10]")
    parser.add_argument("--rounds", type=int, default=7, help="calls of each program [7]")
    return parser.parse_args()


def main() -> None:
    """Measures all cases, and writes the results."""
    options = parse()
    jax_setup.start_jax(device="cpu", num_devices=1)
    data, rows = {}, []
    for case in options.cases.split(","):
        for number in map(int, options.envs.split(",")):
            found = measure(*case.split(":"), number, options)
            data[f"{case}, {number}"] = found
            gain = [last / plain for last, plain in zip(found["last"], found["vmap"], strict=True)]
            spreads = [results.spread(found[label]) for label in ("vmap", "last")]
            rows.append([case, str(number), *spreads, results.spread(gain)])
            print(f"{case}, {number} environments: {statistics.median(gain):.2f}", flush=True)
    header = ["environment", "number", "by jax.vmap, steps/s", "batch last, steps/s", "ratio"]
    note = f"Minimum, median and maximum of {options.rounds} rounds. Blocks are those of the library."
    results.write(
        options.name,
        "Environment steps per second of physics alone, by `jax.vmap` and with the batch as the last axis.",
        [results.Table("Steps", header, rows, note)],
        data,
        options.out,
    )


if __name__ == "__main__":
    main()
