"""Components with known answers, one for each seam, written as a newcomer would write them."""

import dataclasses
from typing import Any, ClassVar, NamedTuple

import jax
import jax.numpy as jnp
from jax.sharding import PartitionSpec as P
from probes import blind, counter

from diayn_jax import parallel, skills
from diayn_jax.config import Range, field
from diayn_jax.interfaces import EpisodeAccess, Learner, LearnerSpec, Objective, ObjectiveSpec
from diayn_jax.skills import MovingPrior, SpaceSpec

# Rewards and critics' values that are vectors.

PAID = (1.0, -2.0)
WORTH = (0.5, 1.0)


def make_vector(config, problem):
    def reward(state, batch, hparams):
        return jnp.tile(jnp.array(PAID), (batch.reward.shape[0], 1))

    return Objective(
        init=lambda key, hparams: (),
        update=lambda state, batch, hparams: (state, {}),
        reward=reward,
        score=lambda state, step, hparams: jnp.ones(step.reward.shape),
        reward_shape=(2,),
        scalarize=lambda values, skill: values @ jnp.array(WORTH),
    )


VECTOR = ObjectiveSpec(make_vector, skill_space="none", env_defaults={})


def one_state():
    """An environment that always shows the same."""
    return blind()


# A reward that is the mean return of the skill's last episodes.


class Returns(NamedTuple):
    of_skill: jax.Array  # [K], mean return of the newest ended episodes


def make_returns(config, problem):
    num_skills = problem.skills.num_skills

    def observe(state, memory, rows, hparams):
        def step(carry, row):
            so_far, total, count = carry
            skill, valid, reward = row
            # A reset row ends an episode.
            ended = ~valid & (so_far["steps"] > 0)
            chosen = jnp.zeros(num_skills).at[skill.astype(jnp.int32)]
            total = total + chosen.add(jnp.where(ended, so_far["return"], 0.0))
            count = count + chosen.add(ended)
            so_far = {
                "return": jnp.where(valid, so_far["return"] + reward, 0.0),
                "steps": jnp.where(valid, so_far["steps"] + 1, 0),
            }
            return (so_far, total, count), None

        zeros = jnp.zeros(num_skills)
        given = rows.skill, rows.valid, rows.reward
        (memory, total, count), _ = jax.lax.scan(step, (memory, zeros, zeros), given)
        total, count = parallel.psum((total, count), problem.axes)
        mean = total / jnp.maximum(count, 1)
        return Returns(jnp.where(count > 0, mean, state.of_skill)), memory

    return Objective(
        init=lambda key, hparams: Returns(jnp.zeros(num_skills)),
        update=lambda state, batch, hparams: (state, {"mean_return": state.of_skill.mean()}),
        reward=lambda state, batch, hparams: state.of_skill[batch.skill.astype(jnp.int32)],
        score=lambda state, step, hparams: state.of_skill[step.skill.astype(jnp.int32)],
        init_memory=lambda envs: {"return": jnp.zeros(envs), "steps": jnp.zeros(envs, jnp.int32)},
        observe=observe,
    )


RETURNS = ObjectiveSpec(make_returns, skill_kinds=("categorical",), env_defaults={})


def two_or_three_steps():
    """An environment whose episodes have two steps for one skill and three for the other."""
    return blind((2, 3), pay=0.5)


# The agent's skills are relabelled by the change over the episode, z = φ(s_T) − φ(s_0). The reward is Δφ · z.


def lives_of_four():
    """An environment whose episodes have four steps; it shows the step and a number for the episode."""
    return counter(lifetime=4)


def relabelling(seen=None, learned=None, **more):
    def make(config, problem):
        def update(state, batch, hparams):
            if learned is not None:
                jax.debug.callback(learned.append, batch.skill)
            return state + 1, {}

        def reward(state, batch, hparams):
            if seen is not None:
                jax.debug.callback(lambda *args: seen.append(args), state, batch)
            return jnp.sum((batch.next_raw_features - batch.raw_features) * batch.skill, axis=-1)

        def relabel(state, batch, hparams):
            went = batch.episode.last_features - batch.episode.first_features
            known = batch.episode.last_known & batch.episode.first_known
            return jnp.where(known[:, None], went, batch.skill)

        return Objective(
            init=lambda key, hparams: jnp.zeros((), jnp.int32),
            update=update,
            reward=reward,
            score=lambda state, step, hparams: jnp.full(step.reward.shape, 7.0),
            raw_features=True,
            episode=EpisodeAccess(steps_ahead=2),
            relabel=relabel,
        )

    return ObjectiveSpec(make, skill_space="gaussian:2", skill_kinds=("gaussian",), **more)


# A prior that is the softmax of the skills' mean rewards.


def by_reward(num_skills: int) -> skills.SkillSpace:
    def accumulate(state, batch, reward, log_q):
        chosen = jnp.zeros(num_skills).at[batch.skill.astype(jnp.int32)]
        return chosen.add(batch.weight * reward), chosen.add(batch.weight)

    def update(state, sums, hparams):
        paid, weight = sums
        return jnp.where(weight > 0, paid / jnp.maximum(weight, 1e-8), state), {}

    return countable(
        num_skills,
        "by_reward",
        init=lambda: jnp.zeros(num_skills),
        log_prior=jax.nn.log_softmax,
        accumulate=accumulate,
        update=update,
    )


def countable(most, name, *, init, log_prior, accumulate, update):
    def sample(state, keys):
        chosen = jax.vmap(lambda key: jax.random.categorical(key, log_prior(state)))(keys)
        return chosen.astype(space.dtype)

    space = skills.categorical(most)._replace(name=f"{name}:{most}")
    moving = MovingPrior(
        init=init,
        sample=sample,
        log_prior=log_prior,
        accumulate=accumulate,
        update=update,
    )
    return space._replace(moving=moving)


BY_REWARD = SpaceSpec(by_reward, counted=True)


def make_paid_by_skill(config, problem):
    """Makes an objective that rewards each step of skill k with k."""

    def paid(skill):
        return skill.astype(jnp.float32)

    return Objective(
        init=lambda key, hparams: (),
        update=lambda state, batch, hparams: (state, {}),
        reward=lambda state, batch, hparams: paid(batch.skill),
        score=lambda state, step, hparams: paid(step.skill),
    )


PAID_BY_SKILL = ObjectiveSpec(make_paid_by_skill, skill_space="by_reward", skill_kinds=("by_reward",))


# An objective that islands share: it learns the mean action over all islands.


def make_mean_action(config, problem):
    def update(state, batch, hparams):
        mean = parallel.psum(jnp.sum(batch.weight * batch.action[:, 0]), problem.axes)
        total = parallel.psum(jnp.sum(batch.weight), problem.axes)
        own = jnp.sum(batch.weight * batch.action[:, 0]) / jnp.sum(batch.weight)
        return mean, {"mean_action": mean, "own_action": own, "total_weight": total}

    return Objective(
        init=lambda key, hparams: jnp.zeros(()),
        update=update,
        reward=lambda state, batch, hparams: batch.reward,
        score=lambda state, step, hparams: jnp.full(step.reward.shape, state),
    )


MEAN_ACTION = ObjectiveSpec(make_mean_action, skill_space="none", shared_over_lanes=True)


# A population: evolution strategies (Salimans et al. 2017) over one action for all states.


@dataclasses.dataclass(frozen=True, kw_only=True)
class EvolutionSettings:
    on_policy: ClassVar[bool] = True

    learning_rate: float = field(
        0.5, "step size of the mean per generation", "agent", Range(above=0), traced=True
    )
    spread: float = field(0.5, "σ of the population around its mean", "agent", Range(above=0), traced=True)


class Evolution(NamedTuple):
    mean: jax.Array  # [A]
    spread: jax.Array  # []


def make_evolution(config: Any, problem: Any) -> Learner:
    size, objective = problem.action_size, problem.objective

    def init(key, hparams):
        return Evolution(jnp.zeros(size), hparams["spread"])

    def start(agent, keys):
        """Draws a member for each episode: its deviation from the mean in units of σ, [E, A]."""
        return jax.vmap(lambda key: jax.random.normal(key, (size,)))(keys)

    def act(agent, actor, seen, keys):
        mean = jnp.broadcast_to(agent.mean, actor.shape)
        member = mean if keys is None else mean + agent.spread * actor
        return jnp.tanh(member), actor, actor

    def record(fitness, row):
        return fitness, ()

    def learn(state, given):
        batch, valid = given.rollout
        count = parallel.psum(valid.sum(), problem.axes)
        flat = jax.tree.map(lambda x: x.reshape(-1, *x.shape[2:]), batch)
        flat = flat._replace(weight=flat.weight / jnp.maximum(count, 1))
        objective_state, metrics = objective.update(state.objective, flat, given.hparams)
        reward = objective.reward(objective_state, flat, given.hparams).reshape(valid.shape)

        def step(so_far, row):
            reward, valid = row
            return jnp.where(valid, so_far + reward, 0.0), jnp.where(valid, 0.0, so_far)

        so_far, ended = jax.lax.scan(step, state.replay, (reward, valid))
        # An episode's fitness is on its reset row.
        is_end = ~valid
        number, total = parallel.psum((is_end.sum(), ended.sum()), problem.axes)
        centred = jnp.where(is_end, ended - total / jnp.maximum(number, 1), 0.0)
        ascent, square = parallel.psum(
            (jnp.einsum("te,tea->a", centred, batch.extras), jnp.sum(centred**2)), problem.axes
        )
        scale = jnp.sqrt(square * jnp.maximum(number, 1)) + 1e-8
        agent = state.agent._replace(mean=state.agent.mean + given.hparams["learning_rate"] * ascent / scale)
        metrics |= {"mean_fitness": total / jnp.maximum(number, 1)}
        return state._replace(agent=agent, objective=objective_state, replay=so_far), metrics

    lane: Any = 0
    split: Any = P(parallel.AXIS)
    return Learner(
        init=init,
        init_replay=lambda row: jnp.zeros(row.reward.shape),
        start=start,
        act=act,
        record=record,
        add_tally=lambda fitness, tally: fitness,
        learn=learn,
        updates_per_iteration=1,
        capacity=0,
        extras_bytes=4 * size,
        replay_specs=split,
        replay_lanes=lane,
        wants_rollout=True,
    )


EVOLUTION = LearnerSpec(
    make_evolution,
    EvolutionSettings,
    memory=lambda config, problem: {"the population": 4 * problem.action_size},
)
