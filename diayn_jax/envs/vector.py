"""Episodes over a batch of environments: time limits and resets.

Reset on the next step (Gymnasium's `NEXT_STEP` autoreset): the step that ends an episode
returns its last state; the step after it ignores the action and returns the first state of
the next episode. So no observation is ever lost, and each is stored once.

A simulator can break down: contacts that it cannot solve end in NaN, or in speeds beyond all
measure. Such a step returns the first state of a new episode at once, and is no transition.
"""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp
from flax import struct

from diayn_jax.envs.core import Env, HostSimulator
from diayn_jax.types import Array, PyTree, Timestep

# Larger numbers, in whatever unit, are taken for a breakdown: sums of their squares would soon
# be too large for single precision, and with them the running statistics.
SOUND = 1e12
POOL_SIZE = 8  # fresh initial states of each environment, for resets to draw from


class VectorState(struct.PyTreeNode):
    """E environments in mid-episode."""

    timestep: Timestep
    steps: Array  # [E], int32, steps since the last reset
    limit: Array  # [E], int32, steps after which the episode, or the next one if done, is truncated
    done: Array  # [E], bool: the episode has ended here; the next step is a reset


class VectorEnv(NamedTuple):
    """`begin(keys, pool)`, `reset` and `make_pool` (raw keys [E, 2]), `step(state, action, pool, time [])`.

    Actions are those of the `Env`: [E, A], or [E] where they are discrete.
    """

    begin: Callable[[Array, PyTree], VectorState]
    reset: Callable[[Array], VectorState]
    make_pool: Callable[[Array], PyTree]
    step: Callable[[VectorState, Array, PyTree, Array], tuple[VectorState, Array, Array, Array]]


def is_sound(timestep: Timestep) -> Array:
    """Whether each environment gives numbers that can be learnt from, [E] bool.

    Looks at what it gives: observation, reward and features. A NaN that its state alone holds
    either shows in them at the next step, or never.
    """
    return _all_sound(timestep.reward.shape[0], (timestep.reward, timestep.obs, dict(timestep.features)))


def step_of_episodes(alive: Array, after: Timestep) -> tuple[Array, Array]:
    """Which of the episodes that were alive [E] have a step that led to `after`, and which live on: [E] each.

    For episodes that are played side by side, without resets. One whose physics breaks down ends with the
    step before.
    """
    valid = alive & is_sound(after)
    return valid, valid & ~after.terminated


def _broken(timestep: Timestep, done: Array) -> Array:
    """Whether each environment broke down in a step, and whether by its reward alone, [E, 2] bool."""
    size = timestep.reward.shape[0]
    shown = _all_sound(size, (timestep.obs, dict(timestep.features)))
    rewarded = _all_sound(size, timestep.reward)
    return jnp.stack([~(shown & rewarded), shown & ~rewarded], axis=-1) & ~done[:, None]


def _all_sound(size: int, given: PyTree) -> Array:
    sound = jnp.ones(size, bool)
    for x in jax.tree.leaves(given):
        if jnp.issubdtype(x.dtype, jnp.floating):
            # False for NaN too.
            sound &= (jnp.abs(x) < SOUND).reshape(size, -1).all(axis=1)
    return sound


def make_vector_env(
    env: Env, episode_length: int, pool_size: int = POOL_SIZE, staggered: bool = False
) -> VectorEnv:
    """Adds time limits and resets to an `Env`.

    Where `staggered`, the first episode of each environment is truncated after a random number of
    steps, up to `episode_length`. Environments that reset together would all be at the same age,
    and a replay that is no longer than an episode would hold early steps at one time, late ones at
    another: what learns from it would swing from the one to the other.

    Resets take from a pool of `pool_size` fresh initial states per environment, which the
    caller renews (training: every epoch): the entry is `time` modulo `pool_size`. A reset of
    Brax's spring ant costs an eighth of a step, and a batched program would pay it at every
    step of every environment; with the pool, steps with resets run as fast as without.

    `begin` is a `reset` to the first states of a pool, so that the physics of one is compiled once.
    `step` returns (state, terminated [E], valid [E], broken [E, 2]): `valid` is False where the step was a
    reset: after the end of an episode (`done` before it), or because physics broke down in it. `broken` says
    whether it did, and whether by the reward alone.
    """

    def first(keys: Array) -> Timestep:
        # Nothing was done there that could be rewarded, and 0 times NaN is NaN.
        timestep = env.reset(keys)
        return timestep.replace(reward=jnp.zeros_like(timestep.reward))

    def limits(keys: Array) -> tuple[Array, Array]:
        """Keys of the first states, and when the first episodes end."""
        if not staggered:
            return keys, jnp.full(keys.shape[0], episode_length, jnp.int32)
        keys, limit_keys = jnp.swapaxes(jax.vmap(jax.random.split)(keys), 0, 1)
        return keys, jax.vmap(lambda key: jax.random.randint(key, (), 1, episode_length + 1))(limit_keys)

    def state_at(timestep: Timestep, limit: Array) -> VectorState:
        size = limit.shape[0]
        return VectorState(timestep, jnp.zeros(size, jnp.int32), limit, jnp.zeros(size, bool))

    def reset(keys: Array) -> VectorState:
        keys, limit = limits(keys)
        return state_at(first(keys), limit)

    def pool_rows(keys: Array) -> Array:
        """The keys of a pool's states, [pool_size, E, 2]."""
        fold = jax.vmap(jax.random.fold_in, in_axes=(0, None))
        return jax.vmap(fold, in_axes=(None, 0))(keys, jnp.arange(pool_size))

    def make_pool(keys: Array) -> PyTree:
        if env.simulator is not None:
            return ()  # Simulators outside cannot be replaced by others: they reset themselves.
        # [pool_size, E, ...]; a loop, so that it compiles once.
        return jax.lax.map(first, pool_rows(keys))

    def begin(keys: Array, pool: PyTree) -> VectorState:
        if env.simulator is not None:
            return reset(keys)
        _, limit = limits(keys)
        return state_at(jax.tree.map(lambda x: x[0], pool), limit)

    def step(state: VectorState, action: Array, pool: PyTree, time: Array):
        if env.simulator is not None:
            return step_outside(env.simulator, state, action)
        stepped = env.step(state.timestep.state, action)
        # One entry for all environments: a slice, where an index each would be a gather.
        fresh = jax.tree.map(
            lambda x: jax.lax.dynamic_index_in_dim(x, time % pool_size, keepdims=False), pool
        )

        sound = is_sound(stepped)
        valid = ~state.done & sound

        def pick(fresh: Array, moved: Array) -> Array:
            return jnp.where(valid.reshape((-1,) + (1,) * (moved.ndim - 1)), moved, fresh)

        timestep = jax.tree.map(pick, fresh, stepped)
        steps = jnp.where(valid, state.steps + 1, 0)
        terminated = stepped.terminated & valid
        done = valid & (terminated | (steps >= state.limit))
        limit = jnp.where(done | ~sound, episode_length, state.limit)
        return VectorState(timestep, steps, limit, done), terminated, valid, _broken(stepped, state.done)

    def step_outside(outside: HostSimulator, state: VectorState, action: Array):
        stepped = outside.step_or_reset(state.timestep.state, action, state.done)
        sound = is_sound(stepped)
        valid = ~state.done & sound

        def pick(last: Array, moved: Array) -> Array:
            return jnp.where(sound.reshape((-1,) + (1,) * (moved.ndim - 1)), moved, last)

        # Where a simulator broke down it shows what it last showed, and resets on the next step.
        timestep = jax.tree.map(pick, state.timestep, stepped).replace(state=stepped.state)
        steps = jnp.where(state.done, 0, state.steps + 1)
        terminated = stepped.terminated & valid
        done = (valid & (terminated | (steps >= state.limit))) | ~sound
        limit = jnp.where(done, episode_length, state.limit)
        return VectorState(timestep, steps, limit, done), terminated, valid, _broken(stepped, state.done)

    return VectorEnv(begin, reset, make_pool, step)
