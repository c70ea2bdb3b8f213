"""Environments with a few states each and known answers, and small configs for them.

An environment is stepped as a batch, so some of these give environment i its own behaviour. With tiled
skills, environment i belongs to skill i % K, whatever the policy does.
"""

from collections.abc import Callable

import jax
import jax.numpy as jnp

from diayn_jax import objectives, resolve, skills, training
from diayn_jax.config import CATEGORICAL, Config
from diayn_jax.envs import Env, Feature
from diayn_jax.interfaces import ProblemSpec
from diayn_jax.optimizer import make_adam
from diayn_jax.types import Batch, HParams, ScoredStep, Timestep


def tiny_config(**fields) -> Config:
    """Returns a config that compiles in seconds: layers of eight units, eight environments.

    It has two skills if the objective's own skills are numbered and the fields do not say otherwise.
    """
    objective, agent = fields.get("objective", Config.objective), fields.get("agent", Config.agent)
    small = {
        "env": "point",
        "num_envs": 8,
        "episode_length": 5,
        "batch_size": 8,
        "replay_size": 256,
        "warmup_steps": 64,
        "rollout_length": 1,
        "updates_per_iteration": 2,
        "epoch_steps": 32,
        "eval_episodes": 2,
        "num_env_steps": 10_000,
    }
    if agent == "fun":
        small |= {"rollout_length": 4, "goal_steps": 3}
    if agent == "es":
        small |= {"population": 4}
    known = resolve.fields_of(objective, agent)
    small = {name: value for name, value in small.items() if name in known}
    small |= {name: (8,) for name in known if name.endswith("hidden_sizes")}
    if objectives.spec(objective).skill_space == CATEGORICAL and "skill_space" not in fields:
        small["num_skills"] = 2
    return resolve.make_config(small | fields)


def hparams_of(config: Config, action_size: int = 1, **changes: float) -> HParams:
    """Returns the hyperparameters of a config, some of them changed."""
    hparams = training.make_hparams(config, action_size)
    assert hparams.keys() >= changes.keys()
    return hparams | {name: jnp.asarray(value, jnp.float32) for name, value in changes.items()}


def static_fields(fields: dict, hparams: HParams) -> dict:
    """Returns the fields that a program depends on: all but the hyperparameters.

    If α is a number, it is any number, because only learning it or not makes another program.
    """
    found = {name: value for name, value in fields.items() if name not in hparams}
    if isinstance(fields.get("alpha"), float):
        found["alpha"] = 0.1
    return found


def jitted(agent):
    """Returns an agent whose functions are each compiled as a whole, and not operation by operation."""
    names = ("init", "act", "step", "sample", "values", "update")
    given = {name: getattr(agent, name, None) for name in names}
    return agent._replace(**{name: jax.jit(function) for name, function in given.items() if function})


def tiny_problem(**changes) -> ProblemSpec:
    """Returns a problem with two skills, two features, three inputs and two actions."""
    values = {
        "skills": skills.categorical(2),
        "feature_size": 2,
        "input_size": 3,
        "policy_dims": None,
        "action_size": 2,
        "num_actions": None,
        "image_shape": None,
        "latent_size": 5,
        "optimizer": make_adam(0.9, 0.999),
        "axes": (),
    }
    return ProblemSpec(**(values | changes))


def blank_batch(size: int, **changes) -> Batch:
    """Returns a batch [B] of zeros, except for the given fields.

    Rows have equal weights, and all skills are equally frequent.
    """
    values = {
        "obs": jnp.zeros((size, 1)),
        "next_obs": jnp.zeros((size, 1)),
        "features": jnp.zeros((size, 1)),
        "next_features": jnp.zeros((size, 1)),
        "action": jnp.zeros((size, 1)),
        "reward": jnp.zeros(size),
        "skill": jnp.zeros(size, jnp.int32),
        "terminated": jnp.zeros(size, bool),
        "weight": jnp.full(size, 1 / size),
        "skill_weight": jnp.ones(size),
        "agent_noise": (),
        "objective_noise": (),
        "extras": (),
    }
    values |= changes
    return Batch(**({"feature_scale": jnp.ones_like(values["next_features"])} | values))


def step_of(batch: Batch) -> ScoredStep:
    """The steps of a batch, as an objective scores them."""
    return ScoredStep(
        batch.features,
        batch.next_features,
        batch.skill,
        batch.reward,
        batch.raw_features,
        batch.next_raw_features,
    )


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
    """Counts its steps; terminates when the count is `lifetime`, or never.

    The observation is the count, and a number that is drawn at the reset and names the episode. The feature
    `double`, which the observation lacks, is twice the count.
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


def chooser(num_actions: int = 3) -> Env:
    """Shows its discrete action as a one-hot, at first zeros; the action with the highest number pays 1."""

    def timestep(action):
        obs = jax.nn.one_hot(action, num_actions)
        ended = jnp.zeros(action.shape, bool)
        return Timestep(action, obs, (action == num_actions - 1).astype(jnp.float32), ended, {})

    env = _make(
        "chooser",
        lambda keys: timestep(jnp.full(keys.shape[0], -1, jnp.int32)),
        lambda state, action: timestep(action),
        num_actions,
    )
    return env._replace(action_size=num_actions, num_actions=num_actions)


def walker(target: float | None = None) -> Env:
    """Walks along a line: x starts at 0, and a step adds the action.

    The observation is 1 and the last action, and also x if there is a target. The feature `x` is in m. The
    reward is the negative distance of x from the target.
    """

    def timestep(x, action):
        ones = jnp.ones_like(x)
        seen = [ones, action] if target is None else [ones, action, x]
        reward = jnp.zeros_like(x) if target is None else -jnp.abs(x - target)
        ended = jnp.zeros(x.shape, bool)
        return Timestep(x, jnp.stack(seen, axis=-1), reward, ended, {"x": x[:, None]})

    def reset(keys):
        still = jnp.zeros(keys.shape[0])
        return timestep(still, still)

    def step(x, action):
        moved = jnp.clip(action[:, 0], -1.0, 1.0)
        return timestep(x + moved, moved)

    x = {"x": Feature(1, "position", "m", None if target is None else (2,))}
    return _make("walker", reset, step, 2 if target is None else 3, x, "x")


def film(lifetime: int | None = None) -> Env:
    """Shows `counter` as a 4 × 4 image: the count in red, the episode in green and blue."""

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
    """Shows i % `num_kinds` as a one-hot, so that a tiled skill is perfectly decodable from the start."""

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
    """Shows noise that no action changes, so that nothing distinguishes skills."""

    def timestep(seed):
        obs = jax.vmap(lambda s: jax.random.normal(jax.random.key(s), (2,)))(seed)
        size = seed.shape[0]
        return Timestep(seed, obs, jnp.zeros(size), jnp.zeros(size, bool), {})

    def reset(keys):
        return timestep(keys[:, 0] ^ keys[:, 1])

    return _make("hopeless", reset, lambda seed, action: timestep(seed * 747796405 + 1), 2)


def blind(lifetimes: tuple[int | None, ...] = (None,), pay: float = 0.0) -> Env:
    """Shows only the number 1, and pays the same at each step.

    Environment i terminates after `lifetimes[i % len]` steps, or never.
    """
    never = jnp.iinfo(jnp.int32).max
    lives = jnp.array([never if life is None else life for life in lifetimes], jnp.int32)

    def timestep(count):
        size = count.shape[0]
        life = lives[jnp.arange(size) % len(lifetimes)]
        return Timestep(count, jnp.ones((size, 1)), jnp.full(size, pay), count >= life, {})

    return _make(
        "blind",
        lambda keys: timestep(jnp.zeros(keys.shape[0], jnp.int32)),
        lambda count, action: timestep(count + 1),
        1,
    )


def brittle(where: str = "obs", life: int = 3) -> Env:
    """Counts its steps; in every other environment, the physics breaks down at step `life`.

    `where` says what breaks: `obs` and `reward` become NaN, and `features` become extremely large. The state,
    which is the count, is not changed.
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
