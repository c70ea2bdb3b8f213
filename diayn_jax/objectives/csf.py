"""CSF: contrastive successor features (Zheng et al. 2024, arXiv:2412.08021).

A map φ learns to tell the skill that acted from other skills z_j by its step Δφ = φ(s') − φ(s). The step
itself is the reward, a vector. Its critics ψ(s, a, z) are successor features: they say how far φ will go in
each dimension, and ψ · z how far it will go along the skill. On a batch of (s, z, s'):

    φ climbs   Σ_b w_b (Δφ_b · z_b − ξ log Σ_j exp(Δφ_b · z_j))
    reward     r = Δφ, [d]
    worth      ψ · z

w_b are the batch's weights. The z_j are drawn anew for each update; they are all K skills if skills can be
counted. The second term bounds the step, so there is no multiplier λ as in METRA. The target of ψ is
`equations.successor_td_target`, which has no entropy, as in the paper.
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
from diayn_jax.objectives.maps import MapSettings, along, direction_of, step_map
from diayn_jax.objectives.other_skills import OtherSkills, first_others, fresh_others
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, ScoredStep


@dataclasses.dataclass(frozen=True, kw_only=True)
class CsfSettings(MapSettings):
    """The settings of CSF."""

    contrast_weight: float = field(
        5.0,
        "ξ, the weight of the term that contrasts a skill with others; a larger one makes steps of φ shorter",
        "objective",
        Range(above=0),
        traced=True,
    )
    contrast_skills: int = field(
        256,
        "number of other skills, drawn anew for each update; unused if skills can be counted: then all K",
        "objective",
        Range(low=2),
    )


class CsfState(NamedTuple):
    """The representation φ, its optimiser, and the skills with which it contrasts."""

    params: PyTree
    opt_state: PyTree
    others: OtherSkills


class CsfContext(NamedTuple):
    """The static part of the objective: its settings, and its network without parameters."""

    config: Any  # has the fields of `CsfSettings`
    problem: ProblemSpec
    network: MLP


def make_csf(config: Any, problem: ProblemSpec) -> Objective:
    """Makes the CSF objective, for skills of any kind. The config has the fields of `CsfSettings`.

    The representation has as many dimensions as the encoded skill: d, or K for categorical skills.
    """
    skills = problem.skills
    csf = CsfContext(config, problem, MLP(config.representation_hidden_sizes, skills.size))
    return Objective(
        init=functools.partial(init, csf),
        update=functools.partial(update, csf),
        reward=functools.partial(reward, csf),
        score=functools.partial(score, csf),
        embed=lambda state, features: csf.network.apply(state.params, features),
        policy_state=policy_state,
        reward_shape=(skills.size,),
        scalarize=lambda values, skill: along(skills, values, skill),
    )


def init(csf: CsfContext, key: Key, hparams: HParams) -> CsfState:
    """Returns the state of an untrained representation."""
    del hparams
    network_key, skills_key = jax.random.split(key)
    params = csf.network.init(network_key, jnp.zeros((1, csf.problem.feature_size)))
    others = first_others(csf.problem.skills, skills_key, csf.config.contrast_skills)
    return CsfState(params, csf.problem.optimizer.init(params), others)


def step_of(csf: CsfContext, params: PyTree, features: Array, next_features: Array) -> Array:
    """Returns Δφ = φ(s') − φ(s), [..., d]."""
    return csf.network.apply(params, next_features) - csf.network.apply(params, features)


def update(csf: CsfContext, state: CsfState, batch: Batch, hparams: HParams) -> tuple[CsfState, Metrics]:
    """Takes one optimiser step of φ on a batch [B], and draws other skills for the next."""
    chex.assert_equal_shape([batch.features, batch.next_features])
    found = jax.value_and_grad(representation_loss, has_aux=True)(
        state.params, csf, state.others, batch, hparams
    )
    (value, square), grads = parallel.psum(found, csf.problem.axes)
    params, opt_state, metrics = step_map(
        csf.problem.optimizer, grads, state.opt_state, state.params, hparams
    )
    metrics |= {"representation_loss": value, "phi_step": square}
    return CsfState(params, opt_state, fresh_others(csf.problem.skills, state.others)), metrics


def representation_loss(
    params: PyTree, csf: CsfContext, others: OtherSkills, batch: Batch, hparams: HParams
) -> tuple[Array, Array]:
    """Returns −Σ_b w_b (Δφ_b · z_b − ξ log Σ_j exp(Δφ_b · z_j)), and the mean of ‖Δφ‖², [] each."""
    skills = csf.problem.skills
    step = step_of(csf, params, batch.features, batch.next_features)
    forward = along(skills, step, batch.skill)
    among = step @ direction_of(skills, others.skills).T
    gain = equations.contrast(forward, among, hparams["contrast_weight"])
    chex.assert_equal_shape([gain, batch.weight])
    return -jnp.sum(batch.weight * gain), jnp.sum(batch.weight * jnp.sum(step**2, axis=-1))


def reward(csf: CsfContext, state: CsfState, batch: Batch, hparams: HParams) -> Array:
    """Returns r = Δφ, [B, d]."""
    del hparams
    return step_of(csf, state.params, batch.features, batch.next_features)


def score(csf: CsfContext, state: CsfState, step: ScoredStep, hparams: HParams) -> Array:
    """Returns Δφ · z, [...]."""
    del hparams
    moved = step_of(csf, state.params, step.features, step.next_features)
    return along(csf.problem.skills, moved, step.skill)


def policy_state(state: CsfState) -> CsfState:
    """Returns the state without the optimiser."""
    return state._replace(opt_state=())


SPEC = ObjectiveSpec(
    make_csf,
    CsfSettings,
    skill_space="sphere:2",
    skill_kinds=(CATEGORICAL, "sphere", "gaussian", "box"),
    # Two episodes for each of 64 probe skills tell as much as ten episodes for each of ten skills.
    defaults={"eval_episodes": 2},
)
