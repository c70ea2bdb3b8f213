"""Environments that return NaN or infinity, or raise an error."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from benchmarks.faults.subject import Say, Subject, Try, config, judge
from diayn_jax import envs
from diayn_jax.envs.worlds.point import make_point
from diayn_jax.use import training_run

KINDS = (
    "reward is NaN",
    "observation is NaN",
    "reward is infinite",
    "observation is infinite",
    "step raises",
)
_MISTAKE = "an error in the user's code"


def breaking(subject: Subject, random: np.random.Generator) -> Iterator[Try]:
    """Trains on environments that return NaN or infinity, or raise, in a part of the world."""
    while True:
        for kind in KINDS:
            name, edge = f"breaking-{time.monotonic_ns():x}", float(random.uniform(0.1, 0.9))
            envs.register(name, lambda kind=kind, edge=edge: _breaking(kind, edge))
            log_dir = subject.folder / name
            yield judge(
                "environments that break",
                f"{kind} beyond x = {edge:.2f}",
                lambda say, name=name, log_dir=log_dir, kind=kind: _run(name, log_dir, kind, say),
            )
            shutil.rmtree(log_dir, ignore_errors=True)


def _breaking(kind: str, edge: float) -> envs.Env:
    env = make_point("jax", envs.Variation())
    value = jnp.nan if "NaN" in kind else jnp.inf

    def step(state: Any, action: Any) -> Any:
        if kind == "step raises":
            raise ValueError(_MISTAKE)
        out = env.step(state, action)
        beyond = out.obs[:, 0] > edge
        if kind.startswith("reward"):
            return out.replace(reward=jnp.where(beyond, value, out.reward))
        return out.replace(obs=jnp.where(beyond[:, None], value, out.obs))

    return env._replace(step=step)


def _run(name: str, log_dir: Path, kind: str, say: Say) -> str:
    try:
        run = training_run.run(config(log_dir, env=name), say=say)
    except ValueError as error:
        # The environment's author needs the traceback, so it is the right outcome here.
        if kind == "step raises" and _MISTAKE in str(error):
            say(f"{_MISTAKE}: cannot be stepped")
            return ""
        raise
    if kind == "step raises":
        return "nothing was raised"
    learned = jax.tree.leaves((run.state.agent, run.state.objective, run.state.statistics))
    numbers = [x for x in learned if jnp.issubdtype(x.dtype, jnp.floating)]
    return "" if all(bool(jnp.isfinite(x).all()) for x in numbers) else "what was learned is not finite"
