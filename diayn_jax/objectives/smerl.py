"""SMERL: diverse solutions of a task (Kumar et al. 2020, arXiv:2010.14484).

All skills maximise the environment's reward. A skill whose return is near the best one is also paid for
being different, by DIAYN's reward:

    r = r_env + α 1[R(z) ≥ R* − ε |R*|] (log q(z|φ(s')) − log p(z))

R* is the return of a policy that was trained on the task alone, and ε the share of it that diversity may
cost. R* and R(z) are returns of episodes in training, whose actions are drawn: noise costs both the same.

The paper's problem bounds the return of each skill's policy, and its algorithm tests the return of the
episode that a row belongs to. Here R(z) is a running mean over the newest episodes of skill z. So a row in
replay is paid by how good its skill is now, and not by how its own episode went.
"""

import dataclasses
import functools
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax.config import CATEGORICAL, ConfigError, Range, field
from diayn_jax.interfaces import Objective, ObjectiveSpec, ProblemSpec
from diayn_jax.objectives import diayn
from diayn_jax.objectives.diayn import DiaynContext, DiaynSettings, DiaynState
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, ObservedRows, ScoredStep

RETURN_DECAY = 0.95  # decay of a skill's mean return per episode, so that it covers about 20 episodes


@dataclasses.dataclass(frozen=True, kw_only=True)
class SmerlSettings(DiaynSettings):
    """The settings of SMERL: DIAYN's, and those of the task."""

    best_return: float = field(
        0.0,
        "R*, the train/return_running of a run on the task alone; SMERL does not run without it",
        "objective",
    )
    return_margin: float = field(
        0.1,
        "ε: a skill is paid for being different if its return is at most ε·|R*| below R*",
        "objective",
        Range(low=0),
        traced=True,
    )
    diversity_weight: float = field(
        10.0,
        "α, weight of being different, beside the environment's reward",
        "objective",
        Range(low=0),
        traced=True,
    )


class SmerlState(NamedTuple):
    """DIAYN's state, and the running mean return of each skill."""

    diayn: DiaynState
    returns: Array  # [K, 2]: a weighted sum of the returns of a skill's episodes, and its weight


def make_smerl(config: Any, problem: ProblemSpec) -> Objective:
    """Makes the SMERL objective, for skills that can be counted. The config has `SmerlSettings`.

    Raises:
      ConfigError: the best return is not given.
    """
    if config.best_return == 0:
        raise ConfigError(
            "--objective=smerl needs --best_return, the return of a policy trained on the task alone, and it "
            "must not be 0. Train one with --objective=task, and give the last train/return_running of its "
            "progress.csv."
        )
    context = diayn.make_context(config, problem)
    return Objective(
        init=functools.partial(init, context),
        update=functools.partial(update, context),
        reward=functools.partial(reward, context),
        score=functools.partial(score, context),
        noise=functools.partial(diayn.noise, context),
        log_probs=lambda state, features: diayn.log_probs(context, state.diayn, features),
        loss=functools.partial(encoder_loss, context) if config.discriminator_trains_encoder else None,
        policy_state=lambda state: state._replace(diayn=diayn.policy_state(state.diayn)),
        init_memory=jnp.zeros,
        observe=functools.partial(observe, context),
        follow=lambda state, skills: state._replace(diayn=diayn.follow(context, state.diayn, skills)),
        copy_skills=copy_skills,
    )


def init(context: DiaynContext, key: Key, hparams: HParams) -> SmerlState:
    """Returns the state of an untrained discriminator, without returns."""
    return SmerlState(diayn.init(context, key, hparams), jnp.zeros((context.log_prior.shape[0], 2)))


def observe(
    context: DiaynContext, state: SmerlState, memory: Array, rows: ObservedRows, hparams: HParams
) -> tuple[SmerlState, Array]:
    """Adds the returns of whole episodes that ended to the means of their skills, over all devices.

    The memory is the reward of each environment's current episode so far, [E].
    """
    del hparams
    num_skills = context.log_prior.shape[0]

    def step(memory: Array, row: tuple[Array, Array, Array, Array]) -> tuple[Array, tuple[Array, Array]]:
        reward, skill, valid, whole = row
        memory = jnp.where(valid, memory + reward, 0.0)
        of_skill = jax.nn.one_hot(skill, num_skills)
        return memory, (jnp.where(whole, memory, 0.0) @ of_skill, whole.astype(jnp.float32) @ of_skill)

    memory, found = jax.lax.scan(step, memory, (rows.reward, rows.skill, rows.valid, rows.whole))
    total, count = parallel.psum(jax.tree.map(lambda x: x.sum(0), found), context.problem.axes)
    decay = (RETURN_DECAY**count)[:, None]
    newest = jnp.stack([total / jnp.maximum(count, 1), jnp.ones_like(count)], axis=-1)
    return state._replace(returns=decay * state.returns + (1 - decay) * newest), memory


def near_best(context: DiaynContext, state: SmerlState, hparams: HParams) -> Array:
    """Returns whether the mean return of each skill is near R*, [K] bool; False before its first episode."""
    best = context.config.best_return
    total, weight = state.returns[:, 0], state.returns[:, 1]
    mean = total / jnp.where(weight > 0, weight, 1.0)
    return (weight > 0) & (mean >= best - hparams["return_margin"] * abs(best))


def update(
    context: DiaynContext, state: SmerlState, batch: Batch, hparams: HParams
) -> tuple[SmerlState, Metrics]:
    """Takes one optimiser step on the discriminator's cross-entropy over a batch [B]."""
    inner, metrics = diayn.update(context, state.diayn, batch, hparams)
    share = jnp.sum(jnp.exp(diayn.log_prior_of(context, inner)) * near_best(context, state, hparams))
    return state._replace(diayn=inner), metrics | {"near_best": share}


def encoder_loss(context: DiaynContext, state: SmerlState, batch: Batch, hparams: HParams) -> Array:
    """Returns the cross-entropy, []. An encoder of images may descend it too."""
    return diayn.loss(context, state.diayn, batch, hparams)


def reward(context: DiaynContext, state: SmerlState, batch: Batch, hparams: HParams) -> Array:
    """Returns r = r_env + α 1[R(z) ≥ R* − ε |R*|] (log q(z|φ(s')) − log p(z)), [B]."""
    near = near_best(context, state, hparams)[batch.skill.astype(jnp.int32)]
    different = diayn.reward(context, state.diayn, batch, hparams)
    return batch.reward + hparams["diversity_weight"] * jnp.where(near, different, 0.0)


def score(context: DiaynContext, state: SmerlState, step: ScoredStep, hparams: HParams) -> Array:
    """Returns log q(z|φ(s')) in nats, [...], as DIAYN does."""
    return diayn.score(context, state.diayn, step, hparams)


def copy_skills(state: SmerlState, sources: Array) -> SmerlState:
    """Returns the state with copied skills, [K] sources: see `Objective.copy_skills`."""
    return SmerlState(diayn.copy_skills(state.diayn, sources), state.returns[sources])


SPEC = ObjectiveSpec(
    make_smerl,
    SmerlSettings,
    skill_kinds=(CATEGORICAL,),
    # Skills that first learned the task alike differ in no position, so a discriminator that sees positions
    # alone never tells them apart (docs/results/objectives.md).
    defaults={"features": "obs"},
    env_defaults={
        image: {"features": "latent"} for image in ("car_racing", "car_racing_discrete", "point_pixels")
    },
)
