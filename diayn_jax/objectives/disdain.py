"""DISDAIN: DIAYN with an ensemble whose disagreement is rewarded (Strouse et al. 2021, arXiv:2107.14226).

In a state that a discriminator has never seen, it cannot tell skills apart, and DIAYN pays little: it holds
skills back from new states. N discriminators q_i that agree wherever they have learned, and disagree
elsewhere, say which states are new. On a batch of (z, s'), with q = 1/N Σ_i q_i:

    each q_i descends   −Σ_b w_b n_ib p(z_b)/p̂(z_b) log q_i(z_b|φ(s'_b))
    reward              r = log q(z|φ(s')) − log p(z) + λ (H[q(·|φ(s'))] − 1/N Σ_i H[q_i(·|φ(s'))])

w_b are the batch's weights. The members begin with weights of their own, and each sees data of its own: the
bootstrap weight n_ib is 0 or 2 with equal probability, drawn anew whenever a row is used.
"""

import dataclasses
import functools
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.config import CATEGORICAL, Range, field
from diayn_jax.interfaces import Objective, ObjectiveSpec, ProblemSpec
from diayn_jax.objectives import diayn
from diayn_jax.objectives.diayn import DiaynContext, DiaynSettings, DiaynState
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, ScoredStep


@dataclasses.dataclass(frozen=True, kw_only=True)
class DisdainSettings(DiaynSettings):
    """The settings of DISDAIN: DIAYN's, for each member, and the ensemble's."""

    ensemble_size: int = field(
        20, "N, discriminators; an update costs N times DIAYN's", "objective", Range(low=2)
    )
    disagreement_weight: float = field(
        10.0, "λ, weight of the members' disagreement in the reward", "objective", Range(low=0), traced=True
    )


class RowNoise(NamedTuple):
    """What is drawn for each row of a batch."""

    features: PyTree  # DIAYN's noise, [B, F], or ()
    chosen: Array  # [B, N], bool: the members that learn from the row


def make_disdain(config: Any, problem: ProblemSpec) -> Objective:
    """Makes the DISDAIN objective, for skills that can be counted. The config has `DisdainSettings`."""
    context = diayn.make_context(config, problem)
    return Objective(
        init=functools.partial(init, context),
        update=functools.partial(update, context),
        reward=functools.partial(reward, context),
        score=functools.partial(score, context),
        noise=functools.partial(noise, context),
        log_probs=functools.partial(log_probs, context),
        loss=functools.partial(encoder_loss, context) if config.discriminator_trains_encoder else None,
        policy_state=diayn.policy_state,
        follow=functools.partial(diayn.follow, context),
        copy_skills=diayn.copy_skills,
    )


def init(context: DiaynContext, key: Key, hparams: HParams) -> DiaynState:
    """Returns DIAYN's state with untrained members: leaves [N, ...]."""
    del hparams
    features = jnp.zeros((1, context.problem.feature_size))
    keys = jax.random.split(key, context.config.ensemble_size)
    params = jax.vmap(lambda key: context.network.init(key, features))(keys)
    return DiaynState(params, context.problem.optimizer.init(params))


def member_log_probs(context: DiaynContext, state: DiaynState, features: Array) -> Array:
    """Returns log q_i(z|φ) of all members and skills: features [..., F] -> [N, ..., K]."""
    return jax.vmap(lambda params: diayn.log_probs(context, state._replace(params=params), features))(
        state.params
    )


def log_probs(context: DiaynContext, state: DiaynState, features: Array) -> Array:
    """Returns log q(z|φ), the members' mean: features [..., F] -> [..., K]."""
    return equations.ensemble_log_mean(member_log_probs(context, state, features))


def noise(context: DiaynContext, key: Key) -> RowNoise:
    """Draws the noise of one row."""
    features_key, chosen_key = jax.random.split(key)
    chosen = jax.random.bernoulli(chosen_key, 0.5, (context.config.ensemble_size,))
    return RowNoise(diayn.noise(context, features_key), chosen)


def loss(params: PyTree, context: DiaynContext, state: DiaynState, batch: Batch, hparams: HParams) -> Array:
    """Returns the mean over members of their cross-entropies on their own rows, []."""

    def of_member(member: PyTree, chosen: Array) -> Array:
        weight = jnp.where(chosen, 2.0, 0.0) * batch.weight
        own = batch._replace(weight=weight, objective_noise=batch.objective_noise.features)
        return diayn.cross_entropy(member, context, state, own, hparams)

    return jax.vmap(of_member, in_axes=(0, 1))(params, batch.objective_noise.chosen).mean()


def update(
    context: DiaynContext, state: DiaynState, batch: Batch, hparams: HParams
) -> tuple[DiaynState, Metrics]:
    """Takes one optimiser step of all members on a batch [B]."""
    members = member_log_probs(context, state, batch.next_features)
    bonus = jnp.sum(batch.weight * equations.ensemble_disagreement(members))
    state, metrics = diayn.update(context, state, batch, hparams, loss)
    return state, metrics | {"disagreement": parallel.psum(bonus, context.problem.axes)}


def encoder_loss(context: DiaynContext, state: DiaynState, batch: Batch, hparams: HParams) -> Array:
    """Returns the members' loss, []. An encoder of images may descend it too."""
    return loss(state.params, context, state, batch, hparams)


def reward(context: DiaynContext, state: DiaynState, batch: Batch, hparams: HParams) -> Array:
    """Returns DIAYN's reward by the members' mean, and λ times their disagreement, [B]."""
    members = member_log_probs(context, state, batch.next_features)
    skilled = diayn.reward_of(context, state, equations.ensemble_log_mean(members), batch.skill)
    return skilled + hparams["disagreement_weight"] * equations.ensemble_disagreement(members)


def score(context: DiaynContext, state: DiaynState, step: ScoredStep, hparams: HParams) -> Array:
    """Returns log q(z|φ(s')) of the members' mean, in nats, [...]."""
    del hparams
    return diayn.of_skill(context, log_probs(context, state, step.next_features), step.skill)


SPEC = ObjectiveSpec(
    make_disdain, DisdainSettings, skill_kinds=(CATEGORICAL,), env_defaults=diayn.SPEC.env_defaults
)
