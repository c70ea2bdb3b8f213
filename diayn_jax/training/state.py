"""The state of a run, and its layout over devices and over the lanes of a sweep."""

import dataclasses
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from flax import struct
from jax.sharding import Mesh, NamedSharding
from jax.sharding import PartitionSpec as P

from diayn_jax import envs, parallel
from diayn_jax import replay as ring
from diayn_jax.config import Config
from diayn_jax.interfaces import Learner
from diayn_jax.training.statistics import Statistics
from diayn_jax.types import Array, HParams, Key, PyTree


class Counters(struct.PyTreeNode):
    """The progress of a run."""

    iteration: Array  # [], int32, including the iterations of the warm-up
    env_steps: Array  # [], uint32, transitions over all environments; resets do not count
    updates: Array  # [], uint32, agent updates


def zero_counters() -> Counters:
    """Returns the counters of a run that has not begun."""
    return Counters(jnp.zeros((), jnp.int32), jnp.zeros((), jnp.uint32), jnp.zeros((), jnp.uint32))


class TrainState(struct.PyTreeNode):
    """The whole state of a run."""

    agent: PyTree
    objective: PyTree
    replay: PyTree  # stored experience
    actor: PyTree  # leaves [E, ...], the state that the policy carries through an episode
    env: envs.VectorState
    skill: Array  # [E, ...], as stored
    skills: PyTree  # state of the skill space's `MovingPrior`; () if the prior is fixed
    episode_score: Array  # [E], the objective's score, summed over the current episode
    episode_return: Array  # [E], the environment's reward, summed over the current episode
    memory: PyTree  # leaves [E, ...], the objective's memory of each environment; () if it has none
    score_running: Array  # [2], exponentially weighted sum of finished episodes' mean scores, and its weight
    # [2], the same for the returns of episodes with the whole time limit; the first ones have less time
    return_running: Array
    statistics: Statistics
    hparams: HParams
    counters: Counters
    key: Key


_FIELDS = tuple(field.name for field in dataclasses.fields(TrainState))


class PolicyParts(NamedTuple):
    """The parts of a state that acting and evaluation need. Replay, which is large, is not among them."""

    agent: PyTree
    objective: PyTree
    statistics: Statistics
    skills: PyTree = ()  # state of the skill space's `MovingPrior`
    hparams: Any = ()  # `HParams` for `Objective.score`; () if nothing is scored


def policy_parts(state: TrainState) -> PolicyParts:
    """Returns the parts of a state that acting and evaluation need."""
    return PolicyParts(state.agent, state.objective, state.statistics, state.skills, state.hparams)


def state_specs(learner: Learner) -> TrainState:
    """Returns the `PartitionSpec` of each part of the state. Parts that belong to environments are split."""
    # The type is Any, because these are specs in fields that are declared as arrays.
    specs: dict[str, Any] = dict.fromkeys(_FIELDS, P())
    specs |= dict.fromkeys(
        ("actor", "env", "skill", "episode_score", "episode_return", "memory"), P(parallel.AXIS)
    )
    return TrainState(**specs | {"replay": learner.replay_specs})


def lane_axes(learner: Learner) -> TrainState:
    """Returns the axis of a sweep's lanes in each part of the state: 0, or None if lanes share the part.

    Lanes share the counters of iterations and updates, and the parts that depend on them, such as a ring's
    write position. If each lane had its own write position, an insert would be a scatter.
    """
    lane: Any = 0
    shared: Any = None
    counters = Counters(iteration=shared, env_steps=lane, updates=shared)
    return TrainState(**dict.fromkeys(_FIELDS, lane) | {"replay": learner.replay_lanes, "counters": counters})


def dealt_out(lanes: int, devices: int) -> bool:
    """Returns whether whole lanes are dealt out to devices: if the number of devices divides that of lanes.

    Otherwise, each lane is sharded over all devices, like a single run.
    """
    return devices > 1 and lanes % devices == 0


def lane_specs(axes: TrainState) -> TrainState:
    """Returns the `PartitionSpec`s of the states of lanes that are dealt out over a mesh.

    Every device has a copy of the parts that lanes share. `axes` is the result of `lane_axes`.
    """

    def spec(axis: int | None) -> P:
        return P() if axis is None else P(parallel.AXIS)

    return jax.tree.map(spec, axes, is_leaf=lambda axis: axis is None)


def shardings(mesh: Mesh, specs: TrainState, state: TrainState) -> TrainState:
    """Returns the sharding of every leaf of a state (or of its shapes) on a mesh, from its parts' specs."""

    def lay(spec: P, part: PyTree) -> PyTree:
        # XLA returns empty arrays unsplit, and a compiled epoch must take the layout that it returns.
        return jax.tree.map(lambda x: NamedSharding(mesh, spec if x.size else P()), part)

    return jax.tree.map(lay, specs, state, is_leaf=lambda x: isinstance(x, P))


class Shard(NamedTuple):
    """The environments and the rows of a batch that this device has, inside `shard_map` or without it."""

    axes: tuple[str, ...]  # axes of the mesh; () on one device
    num_envs: int  # E over all devices
    local_envs: int  # E on this device
    num_rows: int  # B over all devices
    local_rows: int  # B on this device

    def device(self) -> Array | int:
        """Returns the index of this device."""
        return jax.lax.axis_index(self.axes) if self.axes else 0

    def first_env(self) -> Array:
        """Returns the global index of this device's first environment, []."""
        return jnp.asarray(self.device() * self.local_envs, jnp.int32)

    def env_index(self) -> Array:
        """Returns the global indices of this device's environments, [local E]."""
        return self.first_env() + jnp.arange(self.local_envs)

    def row_index(self) -> Array:
        """Returns the global indices of this device's rows of a batch, [local B]."""
        return self.device() * self.local_rows + jnp.arange(self.local_rows)

    def draw(self, key: Key, batches: int, frames: int) -> tuple[ring.Draw, Key, Key]:
        """Returns the arguments of a draw of batches from replay, and two more keys of each row, [N] each."""
        index = self.row_index()
        keys = jax.vmap(lambda k: row_keys(k, index))(jax.random.split(key, batches)).reshape(-1)
        keys = jax.vmap(lambda k: jax.random.split(k, 3))(keys)
        rows = jnp.tile(index, batches)
        draw = ring.Draw(keys[:, 0], rows, self.first_env(), self.num_rows, self.num_envs, frames)
        return draw, keys[:, 1], keys[:, 2]


def make_shard(config: Config, mesh: Mesh | None) -> Shard:
    """Returns the part of a run that each device of a mesh has; None: one device."""
    devices = 1 if mesh is None else mesh.size
    return Shard(
        axes=() if mesh is None else (parallel.AXIS,),
        num_envs=config.num_envs,
        local_envs=config.num_envs // devices,
        num_rows=config.batch_size,
        local_rows=config.batch_size // devices,
    )


def row_keys(key: Key, index: Array) -> Key:
    """Returns a key per row, which depends on the row's global index: [B] -> [B]."""
    return jax.vmap(lambda i: jax.random.fold_in(key, i))(index)
