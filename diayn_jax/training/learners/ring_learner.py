"""The part that all learners of the package share: acting, and the ring that stores their rows."""

import functools
from collections.abc import Callable
from typing import Any, NamedTuple

from jax.sharding import PartitionSpec as P

from diayn_jax import envs, parallel
from diayn_jax import replay as ring
from diayn_jax.interfaces import (
    AnyAgent,
    Learner,
    LearnerState,
    LearningInputs,
    OnPolicyAgent,
    PolicyInput,
)
from diayn_jax.training.components import Components, extras_bytes
from diayn_jax.types import Array, Key, Metrics, PyTree


class RingSize(NamedTuple):
    """The arguments of `replay.init` that make a learner's ring."""

    slices: int  # rows of each environment
    counted_skills: int = 0  # K if the ring counts its rows by skill; otherwise 0
    precision: str = "float32"


def make_ring_learner(
    config: Any,
    env: envs.Env,
    components: Components,
    size: RingSize,
    learn: Callable[[LearnerState, LearningInputs], tuple[LearnerState, Metrics]],
    updates_per_iteration: int,
) -> Learner:
    """Makes the learner of the components' agent, which stores rows in a ring and learns by `learn`."""
    agent = components.agent
    start = agent.start or (lambda agent_state, keys: ())
    act = functools.partial(_act, agent)
    stores_extras = agent.step is not None or isinstance(agent, OnPolicyAgent)
    # The type is Any, because these are specs and axes in fields that are declared as arrays.
    split: Any = P(None, parallel.AXIS)
    whole: Any = P()
    lane: Any = 0
    shared: Any = None
    return Learner(
        init=agent.init,
        init_replay=lambda row: ring.init(row, *size),
        start=start,
        act=act,
        record=lambda replay, row: ring.insert(replay, row, env.frames),
        add_tally=lambda replay, tally: replay.replace(counts=replay.counts + tally),
        learn=learn,
        updates_per_iteration=updates_per_iteration,
        capacity=size.slices * config.num_envs,
        extras_bytes=extras_bytes(config, components, start, act) if stores_extras else 0,
        replay_specs=ring.Replay(rows=split, position=whole, size=whole, counts=whole),
        # Lanes share the write position. If each lane had its own, an insert would be a scatter.
        replay_lanes=ring.Replay(rows=lane, position=shared, size=shared, counts=lane),
        latent=agent.latent,
        warm_start=agent.warm_start,
        keep=ring.to_be_overwritten,
        undo=ring.undo_inserts,
    )


def _act(
    agent: AnyAgent, agent_state: PyTree, actor: PyTree, seen: PolicyInput, keys: Key | None
) -> tuple[Array, PyTree, PyTree]:
    """Returns actions, extras and actors: see `Learner.act`."""
    if agent.step is not None:
        return agent.step(agent_state, actor, seen.obs, seen.skill, seen.first, keys, seen.features)
    if keys is not None and isinstance(agent, OnPolicyAgent):
        action, extras = agent.sample(agent_state, seen.obs, seen.skill, keys)
        return action, extras, actor
    return agent.act(agent_state, seen.obs, seen.skill, keys), (), actor
