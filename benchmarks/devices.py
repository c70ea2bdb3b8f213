"""Measures whether the number of devices changes what a run learns: ant on one device and on all of them.

    python -m benchmarks.devices

The same seed trains on one device, on all devices, and on one device with weights that differ by rounding at
the start. If the number of devices changes nothing but rounding, the first two differ as little as the first
and the third.
"""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from benchmarks import arguments, results
from diayn_jax import envs, parallel, training
from diayn_jax.config import Config
from diayn_jax.types import PyTree
from diayn_jax.use.loaded_run import make_config

CASES: dict[str, dict[str, Any]] = {
    "diayn by sac": {"objective": "diayn", "num_skills": 10},
    "metra by sac": {"objective": "metra", "agent": "sac"},
    "metra by ppo": {"objective": "metra"},
}
ROUNDING = float(np.finfo(np.float32).eps)


class Row(NamedTuple):
    """How far two runs are from a third one after some updates, relative to the size of its weights."""

    updates: int
    devices: float  # on all devices
    rounding: float  # on one device, after a change by rounding


def distance(left: PyTree, right: PyTree) -> float:
    """Returns ‖left − right‖ / ‖right‖ over all leaves that are floats."""
    pairs = [
        (np.asarray(a, np.float64), np.asarray(b, np.float64))
        for a, b in zip(jax.tree.leaves(left), jax.tree.leaves(right), strict=True)
        if jnp.issubdtype(b.dtype, jnp.floating)
    ]
    apart = sum(float(((a - b) ** 2).sum()) for a, b in pairs)
    return float(np.sqrt(apart / sum(float((b**2).sum()) for _, b in pairs)))


def nudged(state: PyTree, key: jax.Array) -> PyTree:
    """Multiplies the agent's weights by 1 ± ε, the rounding of a float32."""
    leaves, structure = jax.tree.flatten(state.agent)
    keys = jax.random.split(key, len(leaves))
    changed = [
        x * (1 + ROUNDING * jax.random.rademacher(k, x.shape, x.dtype))
        if jnp.issubdtype(x.dtype, jnp.floating)
        else x
        for x, k in zip(leaves, keys, strict=True)
    ]
    return state.replace(agent=jax.tree.unflatten(structure, changed))


def measure(config: Config, updates: int) -> list[Row]:
    """Trains the three runs side by side, one iteration at a time."""
    env = envs.make(config.env, config.backend)
    alone = training.compiled(training.make_trainer(config, env))
    mesh = parallel.make_mesh(len(jax.devices()))
    spread = training.compiled(training.make_trainer(config, env, mesh))
    hparams = training.make_hparams(config, env.action_size)
    key = jax.random.key(config.seed)
    first, second = alone.init(key, hparams), spread.init(key, hparams)
    third = nudged(alone.init(key, hparams), jax.random.key(1))
    rows: list[Row] = []
    while not rows or rows[-1].updates < updates:
        (first, _), (second, _), (third, _) = alone.epoch(first), spread.epoch(second), alone.epoch(third)
        base = jax.device_get(first.agent)
        apart = [distance(jax.device_get(state.agent), base) for state in (second, third)]
        rows.append(Row(int(first.counters.updates), *apart))
    return rows


def main() -> None:
    """Measures all cases, and writes their tables."""
    parser = results.parser(__doc__)
    arguments.add_names(parser, "--only", CASES, ";")
    parser.add_argument("--updates", type=int, default=100, help="updates of each run")
    parser.add_argument("--name", default="devices_cpu", help="name of the files of results")
    options = parser.parse_args()
    parallel.use_cpu_cores(at_least=2)
    tables, data = [], {}
    for case in options.only:
        own = CASES[case]
        config = make_config(env="ant", backend="spring", log_dir="none", seed=0, **own)
        iteration = config.num_envs * config.rollout_length
        config = make_config(
            env="ant",
            backend="spring",
            log_dir="none",
            seed=0,
            epoch_steps=iteration,
            warmup_steps=iteration,
            **own,
        )
        rows = measure(config, options.updates)
        data[case] = [row._asdict() for row in rows]
        header = ("updates", "on all devices", "on one, changed by rounding")
        cells = [(str(row.updates), f"{row.devices:.1e}", f"{row.rounding:.1e}") for row in rows]
        tables.append(results.Table(f"Ant, {case}", header, cells))
        print("\n".join("  ".join(cell) for cell in (header, *cells)), flush=True)
    summary = (
        "Distance between a run's agent (weights, targets and optimisers) and that of the same seed on one "
        "device, divided by the norm of the latter. The second run has all devices; the third has one "
        "device, and its weights were multiplied by 1 ± 1.2e-7 at the start."
    )
    results.write(options.name, summary, tables, {"cases": data})


if __name__ == "__main__":
    main()
