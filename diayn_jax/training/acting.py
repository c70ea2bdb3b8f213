"""Acting: steps all environments and stores the rows."""

from typing import NamedTuple

import jax
import jax.numpy as jnp
from jax.typing import ArrayLike

from diayn_jax import envs, parallel
from diayn_jax.config import Config
from diayn_jax.envs import core
from diayn_jax.interfaces import Learner, PolicyInput
from diayn_jax.skills import draw_skills, tiled_skills
from diayn_jax.training.components import Components, Seen
from diayn_jax.training.state import Shard, TrainState, policy_parts, row_keys
from diayn_jax.training.statistics import deviation_sums, merge
from diayn_jax.types import Array, Key, ObservedRows, PyTree, Step, Timestep, brief_repr

SCORE_DECAY = 0.99  # decay of the running score per finished episode


class ActingContext(NamedTuple):
    """The parts of a run that acting uses."""

    config: Config
    env: envs.Env
    vector_env: envs.VectorEnv
    components: Components
    learner: Learner
    shard: Shard

    def __repr__(self) -> str:
        return brief_repr(self)


class StepFigures(NamedTuple):
    """The results of one step of every environment that `collect` sums or returns."""

    counted: Array  # [E, C], samples for the running statistics
    tally: PyTree  # the tally of `Learner.record`, integers
    episodes: Array  # [], int32: episodes that ended
    steps: Array  # [], int32: valid steps
    scores: Array  # [], the sum of the mean scores of the episodes that ended
    whole: Array  # [], int32: episodes that ended and had the full time limit
    returns: Array  # [], the sum of these episodes' returns
    broken: Array  # [E, 2], bool: the physics broke down; only the reward was not finite
    observed: PyTree  # a row of `ObservedRows`; () if the objective does not observe
    row: PyTree  # `Step`; () if the learner does not ask for the rollout


def skill_index(run: ActingContext) -> Array:
    """Returns the slot of each environment here, [local E]. Environments of one slot get the same skills."""
    index, period = run.shard.env_index(), run.learner.skill_period
    return index % period if period else index


def newest_frame(env: envs.Env, timestep: Timestep) -> Array:
    """Returns the part of an observation that replay stores: all of it, or the newest of n stacked frames.

    Frames are stacked along the last dimension: [E, ..., n · C] -> [E, ..., C].
    """
    if env.frames == 1:
        return timestep.obs
    return timestep.obs[..., -(timestep.obs.shape[-1] // env.frames) :]


class StepInputs(NamedTuple):
    """The inputs of one step of every environment."""

    key: Key
    time: Array  # [], counts the steps of all rollouts
    skill_keys: Key | None  # [local E], to draw the skills of episodes that begin; None: from `key`


def env_step(
    run: ActingContext, state: TrainState, pool: PyTree, inputs: StepInputs, random_actions: ArrayLike
) -> tuple[TrainState, StepFigures]:
    """Steps every environment once and stores the rows."""
    env, learner, components = run.env, run.learner, run.components
    timestep = state.env.timestep
    stored = components.feature_map.stored(timestep)
    action_key, skill_key, actor_key, random_key = jax.random.split(inputs.key, 4)
    index = run.shard.env_index()
    first = state.env.steps == 0
    obs = components.inputs.agent_input(state.statistics, timestep.obs, stored)
    parts = policy_parts(state)
    phi = components.raw_features(parts, timestep.obs, stored)
    seen = PolicyInput(obs, state.skill, first, phi)
    act = learner.explore or learner.act
    action, extras, actor = act(state.agent, state.actor, seen, row_keys(action_key, index))
    action = jax.lax.cond(
        random_actions,
        lambda: jax.vmap(lambda k: envs.random_action(env, k))(row_keys(random_key, index)),
        lambda: action,
    )
    vector_state, terminated, valid, broken = run.vector_env.step(state.env, action, pool, inputs.time)
    after = vector_state.timestep
    row = Step(
        newest_frame(env, timestep), stored, action, after.reward, state.skill, terminated, valid, extras
    )
    replay, tally = learner.record(state.replay, row)

    next_stored = components.feature_map.stored(after)
    scored = components.scored_step(
        parts, Seen(timestep.obs, stored), Seen(after.obs, next_stored), state.skill, after.reward
    )
    score = components.objective.score(state.objective, scored, state.hparams)
    episode_score = jnp.where(valid, state.episode_score + score, 0.0)
    episode_return = jnp.where(valid, state.episode_return + after.reward, 0.0)
    ended = vector_state.done & valid
    whole = ended & (state.env.limit >= run.config.episode_length)
    episode_mean = episode_score / jnp.maximum(vector_state.steps, 1)

    # Skills change on the reset row, so that the last row of an episode keeps its skill.
    skill = state.skill
    if run.config.skill_sampling == "resampled":
        skill_keys = row_keys(skill_key, index) if inputs.skill_keys is None else inputs.skill_keys
        drawn = draw_skills(components.skills, state.skills, skill_keys)
        skill = core.where(valid, skill, drawn)
    elif components.skills.moving is not None:
        skill = core.where(valid, skill, tiled_skills(components.skills, state.skills, skill_index(run)))
    actor = core.where(valid, actor, learner.start(state.agent, row_keys(actor_key, index)))
    state = state.replace(
        env=vector_state,
        skill=skill,
        actor=actor,
        replay=replay,
        episode_score=episode_score,
        episode_return=episode_return,
    )
    observed: PyTree = ()
    if components.objective.observe is not None:
        next_phi = components.raw_features(parts, after.obs, next_stored)
        observed = ObservedRows(phi, next_phi, action, after.reward, row.skill, terminated, valid, whole)
    return state, StepFigures(
        counted=components.inputs.counted(after.obs, next_stored),
        tally=tally,
        episodes=ended.sum(dtype=jnp.int32),
        steps=valid.sum(dtype=jnp.int32),
        scores=jnp.where(ended, episode_mean, 0.0).sum(),
        whole=whole.sum(dtype=jnp.int32),
        returns=jnp.where(whole, episode_return, 0.0).sum(),
        broken=broken,
        observed=observed,
        row=row if learner.wants_rollout else (),
    )


def collect(
    run: ActingContext, state: TrainState, pool: PyTree, key: Key, length: int, random_actions: ArrayLike
) -> tuple[TrainState, Array, PyTree]:
    """Steps every environment `length` times.

    Returns:
      The state; the number of breakdowns [E, 2], see `StepFigures.broken`; and the rows [T, E, ...], or () if
      the learner does not ask for them.
    """
    start = state.counters.iteration * run.config.rollout_length
    if run.learner.whole_episodes:
        # All environments reset in the first row, so that their first skills come from one draw. An episode
        # that is cut off here has ended for its environment; no figure counts it.
        state = state.replace(env=state.env.replace(done=jnp.ones_like(state.env.done)))

    # The k-th episode that begins in this rollout draws from one key in all environments of a slot.
    slots = None
    if run.learner.skill_period:
        slots = row_keys(jax.random.fold_in(key, length), skill_index(run))

    def body(carry: tuple[TrainState, Array], given: tuple[Key, Array]) -> tuple[PyTree, StepFigures]:
        (state, begun), (step_key, t) = carry, given
        skill_keys = None if slots is None else jax.vmap(jax.random.fold_in)(slots, begun)
        inputs = StepInputs(step_key, start + t, skill_keys)
        state, figures = env_step(run, state, pool, inputs, random_actions)
        # An episode has begun here, after the end of another one or after a breakdown of physics.
        begun += (state.env.steps == 0) & ~state.env.done
        return (state, begun), figures

    begun = jnp.zeros(run.shard.local_envs, jnp.int32)
    (state, _), found = jax.lax.scan(
        body, (state, begun), (jax.random.split(key, length), jnp.arange(length))
    )
    # A policy that starts from a skill keeps the skill's statistics. If its inputs were normalised by the
    # states of one skill more and more, it would act differently without having learned anything.
    counts = not getattr(run.config, "start_run", "")
    # Devices exchange all float sums at once, and all integer sums at once: `psum` keeps the types apart.
    moments, tally, episodes, steps, scores, whole, returns = parallel.psum(
        (
            run.components.symmetric(deviation_sums(state.statistics, found.counted)) if counts else (),
            jax.tree.map(lambda x: x.sum(0), found.tally),
            found.episodes.sum(0),
            found.steps.sum(0),
            found.scores.sum(0),
            found.whole.sum(0),
            found.returns.sum(0),
        ),
        run.shard.axes,
    )
    counters = state.counters.replace(env_steps=state.counters.env_steps + steps.astype(jnp.uint32))
    statistics = state.statistics
    if counts:
        statistics = merge(statistics, length * run.shard.num_envs, moments)
    state = state.replace(
        statistics=statistics,
        score_running=_running(state.score_running, episodes, scores),
        return_running=_running(state.return_running, whole, returns),
        replay=run.learner.add_tally(state.replay, tally),
        counters=counters,
    )
    objective = run.components.objective
    if objective.observe is not None:
        learned, memory = objective.observe(state.objective, state.memory, found.observed, state.hparams)
        state = state.replace(objective=learned, memory=memory)
    return state, found.broken.sum(0, dtype=jnp.int32), found.row


def _running(old: Array, episodes: Array, total: Array) -> Array:
    """Returns an exponentially weighted sum and its weight, [2], after more episodes with a total []."""
    decay = SCORE_DECAY ** episodes.astype(jnp.float32)
    mean = total / jnp.maximum(episodes, 1)
    return decay * old + (1 - decay) * jnp.stack([mean, jnp.ones(())])
