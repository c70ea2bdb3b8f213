"""The state of a run, and how it lies over devices and over the lanes of a sweep."""

from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from flax import struct
from jax.sharding import Mesh, NamedSharding
from jax.sharding import PartitionSpec as P

from diayn_jax import envs, parallel
from diayn_jax import replay as ring
from diayn_jax.interfaces import Learner
from diayn_jax.training.statistics import Statistics
from diayn_jax.types import Array, HParams, Key, PyTree


class Counters(struct.PyTreeNode):
    """How far the run is."""

    iteration: Array  # [], int32, the warm-up's among them
    env_steps: Array  # [], uint32, real transitions over all environments; resets don't count
    updates: Array  # [], uint32, agent updates


class TrainState(struct.PyTreeNode):
    """Everything that a run is."""

    agent: PyTree
    objective: PyTree
    replay: PyTree  # what the learner learns from
    actor: PyTree  # leaves [E, ...], what the learner's policy carries through an episode
    env: envs.VectorState
    skill: Array  # [E, ...], as stored
    skills: PyTree  # of the skill space's `MovingPrior`; () where the prior stays
    episode_score: Array  # [E], the objective's score, summed over the episode under way
    memory: PyTree  # leaves [E, ...], what the objective keeps of each environment; () where it keeps nothing
    score_running: Array  # [2], exponentially weighted sum of finished episodes' mean scores, and its weight
    statistics: Statistics
    hparams: HParams
    counters: Counters
    key: Key


class PolicyParts(NamedTuple):
    """What acting and evaluation need of a state: not the replay, which is large."""

    agent: PyTree
    objective: PyTree
    statistics: Statistics
    skills: PyTree = ()  # of the skill space's `MovingPrior`
    hparams: Any = ()  # `HParams`, which `Objective.score` takes; () where nothing is scored


def policy_parts(state: TrainState) -> PolicyParts:
    """The parts of a state that acting and evaluation need."""
    return PolicyParts(state.agent, state.objective, state.statistics, state.skills, state.hparams)


def state_specs(learner: Learner) -> TrainState:
    """How the state lies over the mesh: whatever belongs to an environment is split."""
    # Any: what stands here are specs, in the places of arrays.
    split: Any = P(parallel.AXIS)
    whole: Any = P()
    return TrainState(
        agent=whole,
        objective=whole,
        replay=learner.replay_specs,
        actor=split,
        env=split,
        skill=split,
        skills=whole,
        episode_score=split,
        memory=split,
        score_running=whole,
        statistics=whole,
        hparams=whole,
        counters=whole,
        key=whole,
    )


def lane_axes(learner: Learner) -> TrainState:
    """The axis of a sweep's lanes in each part of the state: the first, or None where lanes share it.

    Lanes share their counters of iterations and updates, and with them what hangs on these, such as a
    ring's write position: with one of its own, each lane's insert would be a scatter of its own.
    """
    lane: Any = 0
    shared: Any = None
    return TrainState(
        agent=lane,
        objective=lane,
        replay=learner.replay_lanes,
        actor=lane,
        env=lane,
        skill=lane,
        skills=lane,
        episode_score=lane,
        memory=lane,
        score_running=lane,
        statistics=lane,
        hparams=lane,
        counters=Counters(iteration=shared, env_steps=lane, updates=shared),
        key=lane,
    )


def dealt_out(lanes: int, devices: int) -> bool:
    """Whether so many lanes are dealt out to several devices, each whole: wherever these divide them.

    Otherwise each lane lies over all devices, as a single run does.
    """
    return devices > 1 and lanes % devices == 0


def lane_specs(axes: TrainState) -> TrainState:
    """How the states of lanes that are dealt out lie over a mesh; every device has what lanes share.

    `axes` are those of `lane_axes`.
    """

    def spec(axis: int | None) -> P:
        return P() if axis is None else P(parallel.AXIS)

    return jax.tree.map(spec, axes, is_leaf=lambda axis: axis is None)


def shardings(mesh: Mesh, specs: TrainState, state: TrainState) -> TrainState:
    """The sharding of every leaf of a state (or of its shapes) on a mesh, by its parts' specs."""

    def lay(spec: P, part: PyTree) -> PyTree:
        # XLA gives back what is empty unsplit, and a compiled epoch takes what it gave.
        return jax.tree.map(lambda x: NamedSharding(mesh, spec if x.size else P()), part)

    return jax.tree.map(lay, specs, state, is_leaf=lambda x: isinstance(x, P))


class Shard(NamedTuple):
    """Which environments and rows of a batch this device has, inside `shard_map` or without it."""

    axes: tuple[str, ...]  # of the mesh; () on one device
    num_envs: int  # E over all devices
    local_envs: int
    num_rows: int  # B over all devices
    local_rows: int

    def device(self) -> Array | int:
        """The index of this device."""
        return jax.lax.axis_index(self.axes) if self.axes else 0

    def first_env(self) -> Array:
        """The global index of this device's first environment, []."""
        return jnp.asarray(self.device() * self.local_envs, jnp.int32)

    def env_index(self) -> Array:
        """Global indices of this device's environments, [local E]."""
        return self.first_env() + jnp.arange(self.local_envs)

    def row_index(self) -> Array:
        """Global indices of this device's rows of a batch, [local B]."""
        return self.device() * self.local_rows + jnp.arange(self.local_rows)

    def draw(self, keys: Key, row_index: Array, frames: int) -> ring.Draw:
        """What to draw from replay, by a key and a global index for each row, [N] each."""
        return ring.Draw(keys, row_index, self.first_env(), self.num_rows, self.num_envs, frames)


def row_keys(key: Key, index: Array) -> Key:
    """A key per row, a function of its global index: [B] from [B]."""
    return jax.vmap(lambda i: jax.random.fold_in(key, i))(index)
