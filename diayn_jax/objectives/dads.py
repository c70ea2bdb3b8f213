"""DADS: reward steps that the skill alone predicts (Sharma et al. 2020, arXiv:1907.01657).

A model of the skill dynamics, q(Δφ|φ(s), z), learns how a skill changes the features φ in a step. A step is
rewarded if it is likely under its skill and unlikely under others. On a batch of (s, z, s'):

    q climbs   Σ_b w_b log q(Δφ_b|φ_b, z_b)
    reward     r = log(L + 1) − log(1 + Σ_i exp(clip(log q(Δφ|φ, z_i) − log q(Δφ|φ, z), −50, 50)))

w_b are the batch's weights. The z_i are L skills from the prior, which are drawn anew for each update; if
skills can be counted, they are all others, and the prior's sum is exact. q is a mixture of Gaussians with
variance 1 of the normalised Δφ, as in the authors' code.
"""

import dataclasses
import functools
from typing import Any, NamedTuple

import chex
import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.config import CATEGORICAL, Range, field
from diayn_jax.interfaces import Objective, ObjectiveSpec, ProblemSpec
from diayn_jax.networks import MLP
from diayn_jax.objectives.other_skills import OtherSkills, first_others, fresh_others
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, ScoredStep

LEAST_SHARE = 0.01  # of a batch in the running moments of Δφ, as in the authors' code
LEAST_STD = 1e-6  # of a feature's change; a smaller one is rounding
AT_ONCE = 10  # number of other skills that are computed in one product, which bounds the memory


@dataclasses.dataclass(frozen=True, kw_only=True)
class DadsSettings:
    """The settings of DADS."""

    dynamics_hidden_sizes: tuple[int, ...] = field(
        (64, 64), "hidden layers of the skill dynamics", "objective", Range(low=1)
    )
    dynamics_components: int = field(
        4, "number of Gaussians in the mixture that predicts a step", "objective", Range(low=1)
    )
    dynamics_learning_rate: float = field(
        3e-4,
        "Adam's step size for the skill dynamics",
        "objective",
        Range(above=0),
        traced=True,
        annealed=True,
    )
    other_skills: int = field(
        100,
        "L, number of skills with which the one that acted is compared; unused if skills can be counted: "
        "then all others",
        "objective",
        Range(low=1),
    )


class DadsState(NamedTuple):
    """The skill dynamics q(Δφ|φ, z), their optimiser, and what normalises Δφ."""

    params: PyTree
    opt_state: PyTree
    mean: Array  # [F], running mean of Δφ
    variance: Array  # [F]
    batches: Array  # [], int32: batches in these moments
    others: OtherSkills


class DadsContext(NamedTuple):
    """The static part of the objective: its settings, and its network without parameters."""

    config: Any  # has the fields of `DadsSettings`
    problem: ProblemSpec
    network: MLP


class Move(NamedTuple):
    """What the skill dynamics see: a state, and the step that led from it."""

    features: Array  # [..., F], φ(s), normalised
    change: Array  # [..., F], Δφ in its own units, so that a drifting normalisation does not enter


def make_dads(config: Any, problem: ProblemSpec) -> Objective:
    """Makes the DADS objective, for skills of any kind. The config has the fields of `DadsSettings`."""
    outputs = config.dynamics_components * (1 + problem.feature_size)
    dads = DadsContext(config, problem, MLP(config.dynamics_hidden_sizes, outputs))
    return Objective(
        init=functools.partial(init, dads),
        update=functools.partial(update, dads),
        reward=functools.partial(reward, dads),
        score=functools.partial(reward, dads),
        policy_state=policy_state,
        raw_features=True,
    )


def init(dads: DadsContext, key: Key, hparams: HParams) -> DadsState:
    """Returns the state of untrained skill dynamics."""
    del hparams
    network_key, skills_key = jax.random.split(key)
    size, skills = dads.problem.feature_size, dads.problem.skills
    params = dads.network.init(network_key, jnp.zeros((1, size + skills.size)))
    return DadsState(
        params,
        dads.problem.optimizer.init(params),
        jnp.zeros(size),
        jnp.ones(size),
        jnp.zeros((), jnp.int32),
        first_others(skills, skills_key, dads.config.other_skills),
    )


def move_of(rows: Batch | ScoredStep) -> Move:
    """Returns φ and Δφ of rows or steps."""
    return Move(rows.features, rows.next_raw_features - rows.raw_features)


def log_q(dads: DadsContext, state: DadsState, move: Move, skill: Array) -> Array:
    """Returns log q(Δφ|φ, z), with Δφ in units of its deviation: skill [..., *] -> [...]."""
    encoded, components = dads.problem.skills.encode(skill), dads.config.dynamics_components
    out = dads.network.apply(state.params, jnp.concatenate([move.features, encoded], axis=-1))
    means = out[..., components:].reshape(*out.shape[:-1], components, dads.problem.feature_size)
    change = (move.change - state.mean) / jnp.maximum(jnp.sqrt(state.variance), LEAST_STD)
    return equations.gaussian_mixture_log_prob(out[..., :components], means, change)


def update(dads: DadsContext, state: DadsState, batch: Batch, hparams: HParams) -> tuple[DadsState, Metrics]:
    """Takes one optimiser step of the skill dynamics on a batch [B], and draws other skills."""
    chex.assert_equal_shape([batch.features, batch.raw_features, batch.next_raw_features])
    move, weight = move_of(batch), batch.weight[:, None]
    found = jax.value_and_grad(dynamics_loss)(state.params, dads, state, batch)
    deviation = move.change - state.mean
    moments = jnp.sum(weight * deviation, axis=0), jnp.sum(weight * deviation**2, axis=0)
    (value, grads), (shift, square) = parallel.psum((found, moments), dads.problem.axes)
    params, opt_state, norm = dads.problem.optimizer.step(
        grads,
        state.opt_state,
        state.params,
        hparams["dynamics_learning_rate"],
        max_norm=hparams["max_grad_norm"],
    )
    share = jnp.maximum(LEAST_SHARE, 1.0 / (state.batches + 1))
    mean, variance = equations.mixed_moments(
        state.mean, state.variance, state.mean + shift, square - shift**2, share
    )
    state = DadsState(
        params,
        opt_state,
        mean,
        jnp.maximum(variance, 0.0),
        state.batches + 1,
        fresh_others(dads.problem.skills, state.others),
    )
    return state, {"dynamics_loss": value, "grad_norm_dynamics": norm}


def dynamics_loss(params: PyTree, dads: DadsContext, state: DadsState, batch: Batch) -> Array:
    """Returns −Σ_b w_b log q(Δφ_b|φ_b, z_b), []."""
    rows = log_q(dads, state._replace(params=params), move_of(batch), batch.skill)
    chex.assert_equal_shape([rows, batch.weight])
    return -jnp.sum(batch.weight * rows)


def reward(dads: DadsContext, state: DadsState, step: Batch | ScoredStep, hparams: HParams) -> Array:
    """Returns r, in nats, [...]: at most log(L + 1). See `equations.predictability_reward`.

    Its mean estimates I(s'; z|s).
    """
    del hparams
    move, skill = move_of(step), step.skill
    shape = move.features.shape[:-1]

    def of_other(other: Array) -> Array:
        return log_q(dads, state, move, jnp.broadcast_to(other, (*shape, *other.shape)))

    others = jax.lax.map(of_other, state.others.skills, batch_size=AT_ONCE)
    own = log_q(dads, state, move, skill)
    if dads.problem.skills.num_skills is None:
        return equations.predictability_reward(own, others)
    # The skill that acted is one of the K. Its term is the 1 in the sum.
    is_own = jnp.arange(others.shape[0]).reshape(-1, *[1] * len(shape)) == skill
    return equations.predictability_reward(own, others, ~is_own)


def policy_state(state: DadsState) -> DadsState:
    """Returns the state without the optimiser."""
    return state._replace(opt_state=())


SPEC = ObjectiveSpec(
    make_dads,
    DadsSettings,
    skill_space="box:2",  # as in the paper
    skill_kinds=(CATEGORICAL, "sphere", "gaussian", "box"),
    # Two episodes for each of 64 probe skills tell as much as ten episodes for each of ten skills.
    defaults={"eval_episodes": 2},
)
