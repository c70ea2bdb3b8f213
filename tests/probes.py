"""Environments of a few states each, with known answers, and the small config they are run with.

An environment is stepped as a batch, so some of these give environment i a life of its own by
its place in the batch: with tiled skills it then belongs to skill i % K, whatever the policy does.
"""

from collections.abc import Callable

import jax
import jax.numpy as jnp

from diayn_jax.config import Config
from diayn_jax.envs import Env, Feature
from diayn_jax.types import Timestep


def tiny_config(**fields) -> Config:
    """A config that compiles in seconds: eight units, eight environments, two skills."""
    small = {
        "env": "point",
        "num_skills": 2,
        "num_envs": 8,
        "episode_length": 5,
        "policy_hidden_sizes": (8,),
        "critic_hidden_sizes": (8,),
        "discriminator_hidden_sizes": (8,),
        "batch_size": 8,
        "replay_size": 256,
        "warmup_steps": 64,
        "rollout_length": 1,
        "updates_per_iteration": 2,
        "epoch_steps": 32,
        "eval_episodes": 2,
        "num_env_steps": 10_000,
    }
    return Config(**{**small, **fields})


def _make(
    name: str,
    reset: Callable,
    step: Callable,
    observation_size: int,
    features: dict[str, Feature] | None = None,
    default_features: str = "obs",
) -> Env:
    return Env(
        name=name,
        backend="test",
        observation_size=observation_size,
        action_size=1,
        features=features or {},
        default_features=default_features,
        reset=reset,
        step=step,
        dt=1.0,
    )


def counter(lifetime: int | None = None) -> Env:
    """Counts its steps; terminates when it has counted to `lifetime`, or never.

    Observation: the count, and a number drawn at reset that names the episode. Feature
    `double`, which the observation lacks: twice the count.
    """

    def timestep(count, episode, reward):
        obs = jnp.stack([count.astype(jnp.float32), episode], axis=-1)
        ended = jnp.zeros(count.shape, bool) if lifetime is None else count >= lifetime
        return Timestep((count, episode), obs, reward, ended, {"double": 2 * obs[:, :1]})

    def reset(keys):
        episode = jax.vmap(jax.random.uniform)(keys)
        count = jnp.zeros(keys.shape[0], jnp.int32)
        return timestep(count, episode, jnp.zeros(keys.shape[0]))

    def step(state, action):
        count, episode = state
        return timestep(count + 1, episode, action[:, 0])

    double = {"double": Feature(1, "twice the count", "steps")}
    return _make("counter", reset, step, 2, double, "double")


def film(lifetime: int | None = None) -> Env:
    """As `counter`, shown as an image 4 × 4: the count in red, the episode in green and blue."""

    def timestep(count, episode):
        size = count.shape[0]
        colour = jnp.concatenate([count[:, None].astype(jnp.uint8), episode], axis=-1)
        obs = jnp.broadcast_to(colour[:, None, None], (size, 4, 4, 3))
        ended = jnp.zeros(size, bool) if lifetime is None else count >= lifetime
        double = {"double": 2.0 * count[:, None].astype(jnp.float32)}
        return Timestep((count, episode), obs, jnp.zeros(size), ended, double)

    def reset(keys):
        episode = jax.vmap(lambda key: jax.random.randint(key, (2,), 0, 256).astype(jnp.uint8))(keys)
        return timestep(jnp.zeros(keys.shape[0], jnp.int32), episode)

    def step(state, action):
        count, episode = state
        return timestep(count + 1, episode)

    double = {"double": Feature(1, "twice the count", "steps")}
    env = _make("film", reset, step, 48, double, "latent")
    return env._replace(image_shape=(4, 4, 3))


def tell_tale(num_kinds: int) -> Env:
    """Shows i % `num_kinds` as a one-hot: a tiled skill is perfectly decodable from the start."""

    def timestep(size):
        obs = jax.nn.one_hot(jnp.arange(size) % num_kinds, num_kinds)
        return Timestep(jnp.zeros(size), obs, jnp.zeros(size), jnp.zeros(size, bool), {})

    return _make(
        "tell_tale",
        lambda keys: timestep(keys.shape[0]),
        lambda state, action: timestep(action.shape[0]),
        num_kinds,
    )


def hopeless() -> Env:
    """Shows noise that no action changes: nothing tells skills apart."""

    def timestep(seed):
        obs = jax.vmap(lambda s: jax.random.normal(jax.random.key(s), (2,)))(seed)
        size = seed.shape[0]
        return Timestep(seed, obs, jnp.zeros(size), jnp.zeros(size, bool), {})

    def reset(keys):
        return timestep(keys[:, 0] ^ keys[:, 1])

    return _make("hopeless", reset, lambda seed, action: timestep(seed * 747796405 + 1), 2)


def blind(lifetimes: tuple[int | None, ...] = (None,)) -> Env:
    """Shows nothing but 1; environment i terminates after `lifetimes[i % len]` steps, or never."""
    never = jnp.iinfo(jnp.int32).max
    lives = jnp.array([never if life is None else life for life in lifetimes], jnp.int32)

    def timestep(count):
        size = count.shape[0]
        life = lives[jnp.arange(size) % len(lifetimes)]
        return Timestep(count, jnp.ones((size, 1)), jnp.zeros(size), count >= life, {})

    return _make(
        "blind",
        lambda keys: timestep(jnp.zeros(keys.shape[0], jnp.int32)),
        lambda count, action: timestep(count + 1),
        1,
    )


def brittle(where: str = "obs", life: int = 3) -> Env:
    """Counts its steps; in every other environment, physics breaks down at step `life`.

    `where` says what it spoils there: `obs` and `reward` become NaN, `features` large beyond
    measure. Its state, the count, stays as it is.
    """

    def timestep(count):
        size = count.shape[0]
        breaks = (count >= life) & (jnp.arange(size) % 2 == 0)
        spoilt = {"obs": jnp.nan, "reward": -jnp.inf, "features": 1e30}[where]

        def spoil(name, x):
            return jnp.where(breaks.reshape(-1, *[1] * (x.ndim - 1)), spoilt, x) if name == where else x

        seen = jnp.stack([count.astype(jnp.float32), jnp.ones(size)], axis=-1)
        return Timestep(
            count,
            spoil("obs", seen),
            spoil("reward", jnp.zeros(size)),
            jnp.zeros(size, bool),
            {"double": spoil("features", 2 * seen[:, :1])},
        )

    def reset(keys):
        return timestep(jnp.zeros(keys.shape[0], jnp.int32))

    double = {"double": Feature(1, "twice the count", "steps")}
    return _make("brittle", reset, lambda count, action: timestep(count + 1), 2, double, "double")
