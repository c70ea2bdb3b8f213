"""The learner of a population: an agent such as `es`, trained on the fitness of its members.

A generation is one iteration. The P members act in E / P environments each, for a rollout of T steps: member
i has the i-th block of environments, and the n-th environment of each block has the same skill. First the
objective learns from the rows of all members, in `objective_epochs` passes (see `on_policy`). Then it
computes their rewards. A member's fitness is the mean, over its T · E / P rows, of the reward times p(z) over
the skill's share of rows. The reset rows between episodes count as 0. Then the agent moves its distribution,
and draws the next generation.

All environments begin their episodes together, so that the same steps of members are compared. A rollout of
`episode_length + 1` steps, the default, is a reset and one episode. If episodes terminate earlier, a rollout
has several, and the last one is cut off; the next generation begins anew. Shorter rollouts are parts of
episodes, which continue in the next generation.

Skills that are drawn anew for each episode are the same for all members in the k-th episode of a rollout. In
shorter rollouts, members whose episodes terminate at different steps may begin the k-th with other skills.
"""

import functools
from typing import Any

import jax
import jax.numpy as jnp

from diayn_jax import envs, parallel
from diayn_jax import replay as ring
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import Learner, LearnerState, LearningInputs, PolicyInput, PopulationAgent
from diayn_jax.training.combined_metrics import combined
from diayn_jax.training.components import Components
from diayn_jax.training.learners.on_policy import (
    RolloutContext,
    by_time,
    learn_objective,
    rewards,
    rollout_rows,
)
from diayn_jax.training.learners.ring_learner import RingSize, make_ring_learner
from diayn_jax.training.state import Shard
from diayn_jax.types import Array, Key, Metrics, PyTree


def evolution(config: Any, env: envs.Env, components: Components, shard: Shard) -> Learner:
    """Makes the learner of a `PopulationAgent`. The config has the fields of `PopulationSettings`.

    Raises:
      ConfigError: the environments do not divide among the members, or are too few for their skills.
    """
    agent = components.agent
    assert isinstance(agent, PopulationAgent)
    _check_environments(config, components)
    run = RolloutContext(config, components, agent, shard, env.frames)
    learner = make_ring_learner(
        config, env, components, RingSize(run.slices), functools.partial(_learn, run), 1
    )
    return learner._replace(
        explore=functools.partial(_explore, run),
        whole_episodes=config.rollout_length > config.episode_length,
        skill_period=config.num_envs // config.population,
    )


def _check_environments(config: Any, components: Components) -> None:
    population, num_skills = config.population, components.skills.num_skills or 1
    each, rest = divmod(config.num_envs, population)
    needed = num_skills if config.skill_sampling == "tiled" else 1
    if rest or each < needed:
        why = f"the {population} members of a population (--population) have equally many environments"
        if needed > 1:
            why += f", at least one for each of {needed} tiled skills"
        raise ConfigError(
            f"--num_envs={config.num_envs}: {why}. Give --num_envs={population * max(each, needed)}, "
            "or another --population."
        )


def _local_members(run: RolloutContext) -> int:
    """Returns the number of members that act on this device."""
    return run.config.population * run.shard.local_envs // run.shard.num_envs


def _explore(
    run: RolloutContext, agent_state: PyTree, actor: PyTree, seen: PolicyInput, keys: Key | None
) -> tuple[Array, PyTree, PyTree]:
    """Returns the actions of each member in its environments: see `Learner.explore`."""
    del keys
    count = _local_members(run)
    first = run.shard.device() * count
    members = jax.tree.map(
        lambda x: jax.lax.dynamic_slice_in_dim(x, first, count), run.agent.population(agent_state)
    )
    obs, skill = jax.tree.map(lambda x: x.reshape(count, -1, *x.shape[1:]), (seen.obs, seen.skill))
    action = run.agent.act_as(members, obs, skill)
    return action.reshape(run.shard.local_envs, *action.shape[2:]), (), actor


def _learn(run: RolloutContext, state: LearnerState, given: LearningInputs) -> tuple[LearnerState, Metrics]:
    """Learns from a generation: see `Learner.learn`."""
    config, hparams = run.config, given.hparams
    objective_key, reward_key, agent_key = jax.random.split(given.key, 3)
    rows = ring.in_order(state.replay, run.length, run.frames)
    rollout = rollout_rows(run, state, rows, given)
    state, of_objective = learn_objective(run, state, rollout, hparams, objective_key)
    rewarded = rewards(run, state, rollout, hparams, reward_key)
    reward = by_time(run, rewarded.batch.skill_weight * rewarded.reward)
    fitness = _fitness(run, jnp.where(rollout.valid, reward, 0.0))
    agent_state, of_agent = run.agent.update(state.agent, fitness, agent_key, hparams)
    found = {
        f"--objective={config.objective}": of_objective,
        f"--agent={config.agent}": of_agent,
    }
    state, found[f"--skill_space={config.skill_space}"] = run.components.move_prior(
        state._replace(agent=agent_state), rewarded.tally, hparams
    )
    return state, combined(found)


def _fitness(run: RolloutContext, reward: Array) -> Array:
    """Returns the mean reward of each member of all devices, [P], from this device's rewards [T, E]."""
    count = _local_members(run)
    rows = reward.reshape(run.length, count, -1)
    # Each device fills in its own members. The sum adds zeros to them, so it is exact.
    own = jnp.zeros(run.config.population)
    own = jax.lax.dynamic_update_slice_in_dim(own, rows.mean((0, 2)), run.shard.device() * count, 0)
    return parallel.psum(own, run.shard.axes)
