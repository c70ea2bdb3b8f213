"""How solutions fare where the world has changed: the tasks of a published benchmark of skill discovery.

Chalumeau et al. 2023 (arXiv:2210.03516) try the policies that a method has found, by skills or by a
repertoire, in worlds with another gravity or with dead actuators, and count the best of them: nothing is
learned anew. Here the best is chosen by some episodes, and counted by others, so that luck does not count.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs
from diayn_jax.config import AUTO, ConfigError
from diayn_jax.envs.tasks.task_envs import MAZE_TARGETS
from diayn_jax.types import Array, Key, PyTree
from diayn_jax.use.archives import archive
from diayn_jax.use.archives.archive import Repertoire
from diayn_jax.use.folded_skills import PlainPolicies, act, plain_policies
from diayn_jax.use.loading import Run
from diayn_jax.use.policy import Skills

GRAVITY = (0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0)  # factors

Source = Run | Skills | Repertoire | PlainPolicies


class Adapted(NamedTuple):
    """What came of one change."""

    change: Mapping[str, Any]  # fields of `envs.Variation`
    tried: np.ndarray  # [N, trials], returns of every solution in the episodes that choose
    chosen: int  # the solution whose mean return was highest there
    returns: np.ndarray  # [episodes], its returns in fresh ones


def gravities(factors: Sequence[float] = GRAVITY) -> list[dict[str, Any]]:
    """Changes of gravity, by factors."""
    return [{"gravity": float(factor)} for factor in factors]


def dead_actuators(action_size: int, factor: float = 0.0) -> list[dict[str, Any]]:
    """Changes by which one actuator each is dead, or has `factor` of its strength."""
    ones = [1.0] * action_size
    return [{"joint_damage": (*ones[:i], factor, *ones[i + 1 :])} for i in range(action_size)]


def maze_targets() -> list[dict[str, Any]]:
    """Changes by which `ant_maze` has each of its targets alone: each has a best solution of its own."""
    return [{"maze_target": number} for number in range(len(MAZE_TARGETS))]


def policies_of(source: Source) -> PlainPolicies:
    """The solutions of a run, of skills or of an archive as plain networks.

    QDax's repertoires come by `diayn_jax.interop.qdax.repertoires.policies`.

    Raises:
      ConfigError: policies that are no plain networks.
    """
    if isinstance(source, PlainPolicies):
        return source
    return archive.policies(source) if isinstance(source, Repertoire) else plain_policies(source)


def adapt(
    source: Source,
    env: str,
    changes: Sequence[Mapping[str, Any]],
    *,
    episode_length: int,
    trials: int = 5,
    episodes: int = 10,
    seed: int = 0,
    backend: str = AUTO,
) -> list[Adapted]:
    """The best of the solutions in each changed world, chosen by trials and counted in fresh episodes.

    Args:
      source: N solutions (`policies_of`).
      env: the world, by name; also a task of the same robot, such as `halfcheetah_hurdles` with changes
        `[{}]`, or `ant_maze` with `maze_targets()`, of which solutions see what is the robot's.
      changes: of the world, one after another; `{}` is none.
      episode_length: steps of an episode at most.
      trials: episodes of every solution, by which one is chosen.
      episodes: of the chosen one.
      seed: of all episodes; the same in every world.
      backend: of the physics; auto: the one in which the source was made, where the world has it. Solutions
        seldom carry over from one engine to another, which would pass for the change.

    Raises:
      ConfigError: a change that the environment does not take; solutions that see or do something else than
        it shows and takes; numbers below 1.
    """
    for name, number in (("episode_length", episode_length), ("trials", trials), ("episodes", episodes)):
        if number < 1:
            raise ConfigError(f"{name}={number}: takes a whole number, 1 or more.")
    policies, of_task = policies_of(source), bool(envs.spec(env).robot)
    if backend == AUTO:
        backend = own_backend(policies, env)
    trial_key, key = jax.random.split(jax.random.key(seed))
    found = []
    for change in changes:
        world = envs.make(env, backend, **{"terminate_when_unhealthy": "false", **change})
        try:
            tried = returns(policies, world, trial_key, trials, episode_length, of_task)
            chosen = int(np.argmax(tried.mean(axis=1)))
            best = jax.tree.map(lambda x, z=chosen: x[z : z + 1], policies.params)
            alone = policies._replace(params=best, skills=policies.skills[chosen : chosen + 1])
            fresh = returns(alone, world, key, episodes, episode_length, of_task)[0]
            found.append(Adapted(change, tried, chosen, fresh))
        finally:
            if world.simulator is not None:
                world.simulator.close()
    return found


def own_backend(policies: PlainPolicies, env: str) -> str:
    """The backend in which solutions were made; auto where nothing says so, or the environment has it not."""
    return policies.backend if policies.backend in envs.spec(env).backends else AUTO


def returns(
    policies: PlainPolicies, env: envs.Env, key: Key, episodes: int, length: int, of_task: bool = False
) -> np.ndarray:
    """The environment's reward summed over fresh episodes of each solution, [N, episodes].

    Args:
      policies: N solutions.
      env: what they act in.
      key: of all episodes.
      episodes: of each solution.
      length: steps of an episode at most.
      of_task: the environment is a task, which shows what is its own behind what the robot observes.

    Raises:
      ConfigError: solutions that see or do something else than the environment shows and takes.
    """
    behind = [env.features[name].size for name in policies.appended if name in env.features]
    own = policies.input_size - sum(behind)
    fits = 0 < own <= env.observation_size if of_task else own == env.observation_size
    same = len(behind) == len(policies.appended) and env.action_size == policies.action_size
    if not (fits and same) or env.image_shape is not None or env.num_actions is not None:
        lacking = f", of them {'+'.join(policies.appended)}" if policies.appended else ""
        raise ConfigError(
            f"the solutions see {policies.input_size} numbers{lacking}, and act by {policies.action_size}; "
            f"{env.name} shows {env.observation_size + sum(behind)} and takes {env.action_size}."
        )
    count = len(policies.skills)

    def seen(timestep: Any) -> Array:
        features = [_feature(env, timestep, name) for name in policies.appended]
        whole = jnp.concatenate([timestep.obs[:, :own], *features], axis=-1)
        return whole.reshape(count, episodes, -1)

    def play(params: PyTree, keys: Key) -> Array:
        def body(carry, _):
            timestep, alive, total = carry
            action = jax.vmap(act)(params, seen(timestep)).reshape(count * episodes, -1)
            after = env.step(timestep.state, action)
            valid, alive = envs.step_of_episodes(alive, after)
            return (after, alive, total + jnp.where(valid, after.reward, 0.0)), None

        carry = env.reset(jax.random.key_data(keys)), jnp.ones(keys.shape, bool), jnp.zeros(keys.shape)
        return jax.lax.scan(body, carry, length=length)[0][2].reshape(count, episodes)

    with envs.collected(env.callback_errors):
        # Parameters are an argument: the program is the same for all solutions of that size, and is kept.
        keys = jax.random.split(key, count * episodes)
        played = jax.block_until_ready(jax.jit(play)(policies.params, keys))
    return np.asarray(played)


def _feature(env: envs.Env, timestep: Any, name: str) -> Array:
    dims = env.features[name].dims
    return timestep.features[name] if dims is None else timestep.obs[:, jnp.array(dims)]


def as_json(found: Sequence[Adapted]) -> list[dict[str, Any]]:
    """What a file says: of each change the chosen solution's returns, and what each had in the trials."""
    return [
        {
            "change": dict(each.change),
            "chosen": each.chosen,
            "returns": each.returns.tolist(),
            "mean_of_trials": each.tried.mean(axis=1).tolist(),
        }
        for each in found
    ]


def table(found: Sequence[Adapted]) -> list[str]:
    """A line for each change: what it is, the return of the chosen solution, and which it was."""
    lines = []
    for each in found:
        change = ", ".join(f"{name}={value}" for name, value in each.change.items()) or "nothing changed"
        mean, spread = each.returns.mean(), each.returns.std()
        lines.append(f"{change}: {mean:.4g} ± {spread:.2g} by solution {each.chosen} of {len(each.tried)}")
    return lines
