"""Episodes in a batch of environments: time limits and resets.

An environment is reset on the next step (`NEXT_STEP` autoreset in Gymnasium). The step that ends an episode
returns its last state. The step after it ignores the action and returns the first state of the next episode.
So no observation is lost, and each is stored once.

A simulator can break down: if it cannot solve contacts, it may return NaN or huge speeds. Such a step is not
a transition, and returns the first state of a new episode at once.
"""

from collections.abc import Callable
from typing import NamedTuple

import jax
import jax.numpy as jnp
from flax import struct

from diayn_jax.envs.core import Env, HostSimulator, where
from diayn_jax.types import Array, PyTree, Timestep

# Larger numbers, in any unit, count as a breakdown: the sums of their squares in the running statistics would
# soon overflow in single precision.
SOUND = 1e12
POOL_SIZE = 8  # fresh initial states per environment, from which resets take


class VectorState(struct.PyTreeNode):
    """The state of E environments within their episodes."""

    timestep: Timestep
    steps: Array  # [E], int32: steps since the last reset
    limit: Array  # [E], int32: steps after which this episode (or the next one, if done) is truncated
    done: Array  # [E], bool: the episode has ended here; the next step is a reset


class VectorEnv(NamedTuple):
    """Functions of a batch of environments with episodes; see `make_vector_env`.

    They are `begin(keys, pool)`, `reset(keys)`, `make_pool(keys)` and `step(state, action, pool, time)`, with
    raw keys [E, 2], actions [E, A] or discrete actions [E], and a scalar time [].
    """

    begin: Callable[[Array, PyTree], VectorState]
    reset: Callable[[Array], VectorState]
    make_pool: Callable[[Array], PyTree]
    step: Callable[[VectorState, Array, PyTree, Array], tuple[VectorState, Array, Array, Array]]


def is_sound(timestep: Timestep) -> Array:
    """Returns whether all numbers of each environment are finite and below `SOUND`, [E] bool.

    It checks observation, reward and features. A NaN that only the state holds appears in these at a later
    step, or it never matters.
    """
    return _all_sound(timestep.reward.shape[0], (timestep.reward, timestep.obs, dict(timestep.features)))


def step_of_episodes(alive: Array, after: Timestep) -> tuple[Array, Array]:
    """Classifies a step of episodes that are played in parallel without resets.

    An episode whose physics breaks down ends with the step before.

    Args:
      alive: [E], bool: the episodes that had not ended before the step.
      after: the timestep after the step.

    Returns:
      Which episodes have this step, and which continue after it, [E] bool each.
    """
    valid = alive & is_sound(after)
    return valid, valid & ~after.terminated


def _broken(timestep: Timestep, done: Array) -> Array:
    """Returns whether each environment broke down in a step, and whether only its reward did, [E, 2] bool."""
    size = timestep.reward.shape[0]
    shown = _all_sound(size, (timestep.obs, dict(timestep.features)))
    rewarded = _all_sound(size, timestep.reward)
    return jnp.stack([~(shown & rewarded), shown & ~rewarded], axis=-1) & ~done[:, None]


def _entry(pool: Array, index: Array) -> Array:
    """Returns the entry of a pool [P, E, ...] at an index []."""
    if pool.dtype != jnp.uint8:
        return jax.lax.dynamic_index_in_dim(pool, index, keepdims=False)
    # On a CPU, XLA would draw an image and choose between it and an entry in one loop. With an index that is
    # not known, it does not vectorise this loop, which then takes three times as long.
    return jax.lax.switch(index, [lambda x, i=i: x[i] for i in range(pool.shape[0])], pool)


def _all_sound(size: int, given: PyTree) -> Array:
    sound = jnp.ones(size, bool)
    for x in jax.tree.leaves(given):
        if jnp.issubdtype(x.dtype, jnp.floating):
            # The comparison is also False for NaN.
            sound &= (jnp.abs(x) < SOUND).reshape(size, -1).all(axis=1)
    return sound


def make_vector_env(
    env: Env, episode_length: int, pool_size: int = POOL_SIZE, staggered: bool = False
) -> VectorEnv:
    """Adds time limits and resets to an `Env`.

    If `staggered`, the first episode of each environment is truncated after a random number of steps, up to
    `episode_length`. Otherwise all environments would be at the same step of their episodes. A replay that
    holds less than an episode would then contain only early steps at one time and only late steps at another,
    and learning would swing between the two.

    Resets take their states from a pool of `pool_size` fresh initial states per environment: the entry at
    `time` modulo `pool_size`. The caller renews the pool (training does so every epoch). A reset of Brax's
    spring ant costs an eighth of a step, and a batched program would compute it in every step of every
    environment. With the pool, steps with resets are as fast as steps without.

    `begin` resets to the first states of a pool, so that the physics of a reset is compiled only once. `step`
    returns (state, terminated [E], valid [E], broken [E, 2]). `valid` is False if the step was a reset: after
    the end of an episode (`done` before the step), or because physics broke down in the step. `broken` says
    whether physics broke down, and whether only the reward was affected.

    Args:
      episode_length: steps after which an episode is truncated.
      pool_size: initial states per environment in a pool.
      staggered: whether first episodes have random lengths.
    """

    def first(keys: Array) -> Timestep:
        # A first state has no reward. Set it to 0, because a NaN would survive a weight of 0.
        timestep = env.reset(keys)
        return timestep.replace(reward=jnp.zeros_like(timestep.reward))

    def limits(keys: Array) -> tuple[Array, Array]:
        """Returns the keys of the first states, and the lengths of the first episodes."""
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
        """Returns the keys of a pool's states, [pool_size, E, 2]."""
        fold = jax.vmap(jax.random.fold_in, in_axes=(0, None))
        return jax.vmap(fold, in_axes=(None, 0))(keys, jnp.arange(pool_size))

    def make_pool(keys: Array) -> PyTree:
        if env.simulator is not None:
            return ()  # Simulators that hold their own state reset themselves.
        # [pool_size, E, ...]; a loop, so that the reset is compiled once.
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
        # All environments use the same entry, which is a slice; an index per environment would be a gather.
        fresh = jax.tree.map(lambda x: _entry(x, time % pool_size), pool)

        sound = is_sound(stepped)
        valid = ~state.done & sound
        timestep = where(valid, stepped, fresh)
        steps = jnp.where(valid, state.steps + 1, 0)
        terminated = stepped.terminated & valid
        done = valid & (terminated | (steps >= state.limit))
        limit = jnp.where(done | ~sound, episode_length, state.limit)
        return VectorState(timestep, steps, limit, done), terminated, valid, _broken(stepped, state.done)

    def step_outside(outside: HostSimulator, state: VectorState, action: Array):
        stepped = outside.step_or_reset(state.timestep.state, action, state.done)
        sound = is_sound(stepped)
        valid = ~state.done & sound
        # A simulator that broke down repeats its last timestep, and resets on the next step.
        timestep = where(sound, stepped, state.timestep).replace(state=stepped.state)
        steps = jnp.where(state.done, 0, state.steps + 1)
        terminated = stepped.terminated & valid
        done = (valid & (terminated | (steps >= state.limit))) | ~sound
        limit = jnp.where(done, episode_length, state.limit)
        return VectorState(timestep, steps, limit, done), terminated, valid, _broken(stepped, state.done)

    return VectorEnv(begin, reset, make_pool, step)
