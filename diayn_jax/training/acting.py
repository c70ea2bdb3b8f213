"""Acting in all environments, and keeping what happened."""

from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
from jax.typing import ArrayLike

from diayn_jax import envs, parallel
from diayn_jax.config import Config
from diayn_jax.interfaces import Learner, Objective
from diayn_jax.skills import SkillSpace
from diayn_jax.training.state import Shard, TrainState, policy_parts, row_keys
from diayn_jax.training.statistics import Inputs, deviation_sums, merge
from diayn_jax.types import Array, Key, PyTree, Step, Timestep

SCORE_DECAY = 0.99  # of the running score, per finished episode


class ActingContext(NamedTuple):
    """What acting needs of a run."""

    config: Config
    env: envs.Env
    vector_env: envs.VectorEnv
    feature_map: envs.FeatureMap
    inputs: Inputs
    skills: SkillSpace
    objective: Objective
    learner: Learner
    raw_features: Callable[..., Array]  # (parts, obs, stored) -> φ [..., F], in its own units
    features: Callable[..., Array]  # (parts, obs, stored) -> φ [..., F], as the objective takes it
    shard: Shard


def newest_frame(env: envs.Env, timestep: Timestep) -> Array:
    """What replay keeps of an observation, [E, *O]: of stacked frames, the latest is the only new one.

    Of n frames that are stacked along the last dimension, [E, ..., n · C], it is [E, ..., C].
    """
    if env.frames == 1:
        return timestep.obs
    return timestep.obs[..., -(timestep.obs.shape[-1] // env.frames) :]


def env_step(
    run: ActingContext, state: TrainState, pool: PyTree, key: Key, time: Array, random_actions: ArrayLike
):
    """One step of every environment, kept in replay.

    Returns:
      The state; what statistics are kept of [E, C]; the replay's tally; [3]: how many episodes ended, the
      sum of their mean scores, and how many steps were valid; and which steps broke down, and which by
      their reward alone, [E, 2].
    """
    env, learner = run.env, run.learner
    timestep = state.env.timestep
    stored = run.feature_map.stored(timestep)
    action_key, skill_key, actor_key, random_key = jax.random.split(key, 4)
    index = run.shard.env_index()
    first = state.env.steps == 0
    obs = run.inputs.agent_input(state.statistics, timestep.obs, stored)
    parts = policy_parts(state)
    phi = run.raw_features(parts, timestep.obs, stored)
    action, extras, actor = learner.act(
        state.agent, state.actor, obs, state.skill, first, row_keys(action_key, index), phi
    )
    action = jax.lax.cond(
        random_actions,
        lambda: jax.vmap(lambda k: envs.random_action(env, k))(row_keys(random_key, index)),
        lambda: action,
    )
    vector_state, terminated, valid, broken = run.vector_env.step(state.env, action, pool, time)
    after = vector_state.timestep
    row = Step(
        newest_frame(env, timestep), stored, action, after.reward, state.skill, terminated, valid, extras
    )
    replay, tally = learner.record(state.replay, row)

    next_stored = run.feature_map.stored(after)
    score = run.objective.score(
        state.objective,
        run.features(parts, timestep.obs, stored),
        run.features(parts, after.obs, next_stored),
        state.skill,
        after.reward,
    )
    episode_score = jnp.where(valid, state.episode_score + score, 0.0)
    ended = vector_state.done & valid
    episode_mean = episode_score / jnp.maximum(vector_state.steps, 1)
    finished = (ended.sum(), jnp.where(ended, episode_mean, 0.0).sum(), valid.sum())

    def keep_where_valid(kept: PyTree, fresh: PyTree) -> PyTree:
        return jax.tree.map(
            lambda x, y: jnp.where(valid.reshape((-1,) + (1,) * (x.ndim - 1)), x, y), kept, fresh
        )

    skill = state.skill
    if run.config.skill_sampling == "resampled":
        # On the reset row, so that the last row of an episode keeps its skill.
        skill = keep_where_valid(skill, run.skills.sample(row_keys(skill_key, index)))
    actor = keep_where_valid(actor, learner.start(state.agent, row_keys(actor_key, index)))
    state = state.replace(
        env=vector_state, skill=skill, actor=actor, replay=replay, episode_score=episode_score
    )
    seen = run.inputs.counted(after.obs, next_stored)
    return state, (seen, tally, jnp.stack([x.astype(jnp.float32) for x in finished]), broken)


def collect(
    run: ActingContext, state: TrainState, pool: PyTree, key: Key, length: int, random_actions: ArrayLike
):
    """`length` steps of every environment; returns the state and how many broke down, [E, 2] as in a step."""
    start = state.counters.iteration * run.config.rollout_length

    def body(state: TrainState, inputs: Any):
        step_key, t = inputs
        return env_step(run, state, pool, step_key, start + t, random_actions)

    state, (seen, tally, finished, broken) = jax.lax.scan(
        body, state, (jax.random.split(key, length), jnp.arange(length))
    )
    # One exchange between devices for all sums.
    moments, tally = deviation_sums(state.statistics, seen), tally.sum(0)
    sums = parallel.psum(jnp.concatenate([moments, tally, finished.sum(0)]), run.shard.axis)
    moments, tally, finished = jnp.split(sums, [moments.size, moments.size + tally.size])
    decay = SCORE_DECAY ** finished[0]
    episode_mean = finished[1] / jnp.maximum(finished[0], 1)
    running = decay * state.score_running + (1 - decay) * jnp.stack([episode_mean, jnp.ones(())])
    counters = state.counters.replace(env_steps=state.counters.env_steps + finished[2].astype(jnp.uint32))
    state = state.replace(
        statistics=merge(state.statistics, length * run.shard.num_envs, moments),
        score_running=running,
        replay=run.learner.add_tally(state.replay, tally),
        counters=counters,
    )
    return state, broken.sum(0, dtype=jnp.int32)
