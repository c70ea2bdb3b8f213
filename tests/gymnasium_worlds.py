"""Gymnasium environments with given spaces, and functions that play their simulators."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import envs

gymnasium = pytest.importorskip("gymnasium")
pytest.importorskip("Box2D")

NUM_ENVS = 3


def keys(seed=0, size=NUM_ENVS):
    return jax.random.key_data(jax.random.split(jax.random.key(seed), size))


def seed_of(key, episode):
    """Returns the seed of an episode, which has 31 bits."""
    return int(np.random.SeedSequence([int(key[0]), int(key[1]), episode]).generate_state(1)[0]) // 2


@functools.cache
def make(name):
    return envs.make(name)


def play(env, actions, resets=None, seed=0):
    """Steps through actions [T, E, A] in one jitted scan; returns leaves [1 + T, E, ...]."""
    resets = np.zeros(actions.shape[:2], bool) if resets is None else resets

    @jax.jit
    def run(keys, actions, resets):
        first = env.reset(keys)

        def body(timestep, inputs):
            timestep = env.simulator.step_or_reset(timestep.state, *inputs)
            return timestep, timestep

        _, rest = jax.lax.scan(body, first, (actions, resets))
        return jax.tree.map(lambda a, b: jnp.concatenate([a[None], b]), first, rest)

    return jax.device_get(run(keys(seed, actions.shape[1]), actions, resets))


def random_actions(steps, env, scale=1.0):
    shape = (steps, NUM_ENVS, env.action_size)
    return np.random.default_rng(0).uniform(-scale, scale, shape).astype(np.float32)


BOX = gymnasium.spaces.Box(-1.0, 1.0, (2,))


def image(*shape):
    return gymnasium.spaces.Box(0, 255, shape, np.uint8)


class World(gymnasium.Env):
    """A world with the given spaces, in which actions have no effect; truncates after `limit` steps."""

    def __init__(self, observation, action, limit=10**9, broken=(), ended=None, taken=None):
        self.observation_space, self.action_space = observation, action
        self._limit, self._broken = limit, broken
        self._ended = [] if ended is None else ended
        self._taken = [] if taken is None else taken

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.observation_space.seed(seed)
        self._steps = 0
        return self.observation_space.sample(), {}

    def step(self, action):
        assert self.action_space.contains(action)
        self._taken.append(action)
        self._steps += 1
        reward = np.nan if self._steps in self._broken else 1.0
        return self.observation_space.sample(), reward, False, self._steps >= self._limit, {}

    def close(self):
        self._ended.append(self)


def register(monkeypatch, **spaces):
    """Registers a `World` at Gymnasium; returns its name in this package."""
    name = "World-v0"
    monkeypatch.delitem(gymnasium.registry, name, raising=False)
    gymnasium.register(name, functools.partial(World, **spaces))
    return f"gymnasium:{name}"
