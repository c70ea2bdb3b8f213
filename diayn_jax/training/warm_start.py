"""Runs that start from a trained policy instead of new networks."""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.agents.anchor import Anchor
from diayn_jax.training.state import TrainState
from diayn_jax.training.statistics import Statistics
from diayn_jax.training.trainer import Trainer
from diayn_jax.types import Array, PyTree


class WarmStart(NamedTuple):
    """The policy that a run starts from."""

    agent: PyTree  # the state of the trained agent
    statistics: Statistics  # the statistics that normalised its inputs
    z: Array  # [Z], its encoded skill; [K, Z] for K options, each of which starts as one skill
    words: str  # names the skill and the run, for messages
    # Plays the skill in the new run's world; returns the mean return of its episodes, for `start_kl`.
    measure: Callable[[], float] | None = None
    played_steps: int = 0  # environment steps of the episodes that choose the skill and measure it


def warm_started(
    trainer: Trainer, state: TrainState, start: WarmStart, with_critics: bool, lanes: bool
) -> TrainState:
    """Returns a new run's state, or that of several lanes, with the agent that it starts from."""
    warm_start = trainer.learner.warm_start
    assert warm_start is not None
    value = 0.0 if start.measure is None else start.measure()

    def started(agent: PyTree, other: PyTree, z: Array, statistics: Statistics):
        agent = warm_start(agent, other, z, with_critics)
        anchor = getattr(agent, "anchor", ())
        if isinstance(anchor, Anchor):
            agent = agent._replace(anchor=anchor._replace(value=jnp.float32(value)))
        return agent, statistics

    if lanes:
        started = jax.vmap(started, in_axes=(0, None, None, None))
    agent, statistics = jax.jit(started)(state.agent, start.agent, start.z, start.statistics)
    # Keep the layout of the old arrays, on a mesh or on one device.
    agent, statistics = jax.tree.map(
        lambda new, old: jax.device_put(new, old.sharding),
        (agent, statistics),
        (state.agent, state.statistics),
    )
    return state.replace(agent=agent, statistics=statistics)
