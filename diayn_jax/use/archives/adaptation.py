"""Measures the returns of solutions in changed worlds: the tasks of a published benchmark of skill discovery.

Chalumeau et al. 2023 (arXiv:2210.03516) take the policies that a method has found, as skills or as a
repertoire, and try them in worlds with another gravity or with dead actuators. The return of the best policy
counts; there is no further learning. Here the best policy is chosen in some episodes and measured in others,
so that chance does not raise its return.
"""

import contextlib
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax import envs
from diayn_jax.config import AUTO, ConfigError, check_whole, in_arguments
from diayn_jax.envs.tasks.task_envs import MAZE_TARGETS
from diayn_jax.evaluation.episodes import feature_of
from diayn_jax.machine import capacity
from diayn_jax.number_format import number
from diayn_jax.types import Array, Key, PyTree
from diayn_jax.use.archives import archive
from diayn_jax.use.archives.archive import Repertoire
from diayn_jax.use.folded_skills import PlainPolicies, act, plain_policies
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.policy import Skills

GRAVITY = (0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0)  # factors

Source = Run | Skills | Repertoire | PlainPolicies


class Adapted(NamedTuple):
    """The result of one change of the world."""

    change: Mapping[str, Any]  # fields of `envs.Variation`
    tried: np.ndarray  # [N, trials], the returns of every solution in the trials
    chosen: int  # the solution with the highest mean return in the trials
    returns: np.ndarray  # [episodes], its returns in fresh episodes


class Trials(NamedTuple):
    """The episodes that find the best solution and measure it."""

    episode_length: int  # the most steps of an episode
    choice_episodes: int = 5  # episodes of every solution, from which the best one is chosen
    episodes: int = 10  # fresh episodes of the chosen solution
    seed: int = 0  # the seed of all episodes; the same in every world


def gravities(factors: Sequence[float] = GRAVITY) -> list[dict[str, Any]]:
    """Returns changes of gravity by the given factors."""
    return [{"gravity": float(factor)} for factor in factors]


def dead_actuators(action_size: int, factor: float = 0.0) -> list[dict[str, Any]]:
    """Returns one change for each actuator, which then has `factor` of its strength (0: it is dead)."""
    ones = [1.0] * action_size
    return [{"joint_damage": (*ones[:i], factor, *ones[i + 1 :])} for i in range(action_size)]


def maze_targets() -> list[dict[str, Any]]:
    """Returns one change for each target of `ant_maze`, so that each target has its own best solution."""
    return [{"maze_target": target} for target in range(len(MAZE_TARGETS))]


def policies_of(source: Source) -> PlainPolicies:
    """Returns the solutions of a run, of skills or of an archive as plain networks.

    For QDax's repertoires, use `diayn_jax.interop.qdax.repertoires.policies`.

    Raises:
      ConfigError: the policies cannot become plain networks.
    """
    if isinstance(source, PlainPolicies):
        return source
    return archive.policies(source) if isinstance(source, Repertoire) else plain_policies(source)


@in_arguments
def adapt_policies(
    source: Source,
    env: str,
    changes: Sequence[Mapping[str, Any]],
    *,
    backend: str = AUTO,
    variations: Mapping[str, Any] | None = None,
    **episodes: int,
) -> list[Adapted]:
    """Finds the best solution in each changed world: chooses it in trials, and measures it in fresh episodes.

    Args:
      source: N solutions (see `policies_of`).
      env: the name of the environment. It may be a task of the same robot, such as `halfcheetah_hurdles` with
        changes `[{}]`, or `ant_maze` with `maze_targets()`. Solutions then see only the robot's observation.
      changes: the changes of the world, each tried by itself; `{}` is no change.
      backend: the physics backend; auto: the one in which the solutions were made, if the environment has it.
        Solutions seldom work in another engine, and the loss would be mistaken for an effect of the change.
      variations: fields of `envs.Variation` that hold with every change that does not set them. A fall ends
        no episode, unless they say so.
      episodes: fields of `Trials`: `episode_length`, and maybe `choice_episodes`, `episodes` and `seed`.

    Raises:
      ConfigError: the environment does not take a change; the solutions do not fit its observations or
        actions; or a number is below 1.
    """
    length, trials, fresh, seed = Trials(**episodes)
    check_whole(episode_length=length, choice_episodes=trials, episodes=fresh)
    policies = policies_of(source)
    if backend == AUTO:
        backend = own_backend(policies, env)
    trial_key, key = jax.random.split(jax.random.key(seed))
    found = []
    for change in changes:
        varied = {"terminate_when_unhealthy": "false", **(variations or {}), **change}
        with contextlib.closing(envs.make(env, backend, **varied)) as world:
            # Episodes are not recorded: only the current step of each is kept.
            step, count = capacity.step_bytes(world), len(policies.skills)
            capacity.check_episodes("--choice_episodes", trials, count * trials, 1, step, longer="")
            capacity.check_episodes("--episodes", fresh, fresh, 1, step, longer="")
            tried = returns(policies, world, trial_key, trials, length)
            chosen = int(np.argmax(tried.mean(axis=1)))
            best = jax.tree.map(lambda x, z=chosen: x[z : z + 1], policies.params)
            alone = policies._replace(params=best, skills=policies.skills[chosen : chosen + 1])
            measured = returns(alone, world, key, fresh, length)[0]
            found.append(Adapted(change, tried, chosen, measured))
    return found


def own_backend(policies: PlainPolicies, env: str) -> str:
    """Returns the backend in which solutions were made, or auto if it is unknown or `env` lacks it."""
    return policies.backend if policies.backend in envs.spec(env).backends else AUTO


def returns(policies: PlainPolicies, env: envs.Env, key: Key, episodes: int, length: int) -> np.ndarray:
    """Plays fresh episodes and returns the sum of the environment's reward over each, [N, episodes].

    Args:
      episodes: the number of episodes of each solution.
      length: the most steps of an episode.

    Raises:
      ConfigError: the solutions do not fit the environment's observations or actions.
    """
    behind = [env.features[name].size for name in policies.appended if name in env.features]
    own = policies.input_size - sum(behind)
    # Solutions of a robot do not see what a task adds at the end; those trained on the task do.
    fits = own in (env.observation_size, env.observation_size - env.task_size)
    same = len(behind) == len(policies.appended) and env.action_size == policies.action_size
    if not (fits and same) or env.image_shape is not None or env.num_actions is not None:
        lacking = f" including {'+'.join(policies.appended)}" if policies.appended else ""
        raise ConfigError(
            f"The solutions take {policies.input_size} numbers{lacking}, and return {policies.action_size}; "
            f"{env.name} shows {env.observation_size + sum(behind)} and takes {env.action_size}."
        )
    count = len(policies.skills)

    def seen(timestep: Any) -> Array:
        features = [feature_of(env, timestep, name) for name in policies.appended]
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
        # Parameters are an argument, so that one compiled program serves all solutions of the same size.
        keys = jax.random.split(key, count * episodes)
        played = jax.block_until_ready(jax.jit(play)(policies.params, keys))
    return np.asarray(played)


def as_json(found: Sequence[Adapted]) -> list[dict[str, Any]]:
    """Returns results in JSON types: for each change, the chosen solution, its returns, and all trials."""
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
    """Returns a line for each change: the change, the chosen solution's return, and its number."""
    lines = []
    for each in found:
        mean, spread = each.returns.mean(), each.returns.std()
        by = f"by solution {each.chosen} of {len(each.tried)}"
        lines.append(f"{in_words(each.change)}: {number(mean)} ± {number(spread)} {by}")
    return lines


def in_words(change: Mapping[str, Any]) -> str:
    """Returns a change of the world as text."""
    return ", ".join(f"{name}={value}" for name, value in change.items()) or "nothing changed"
