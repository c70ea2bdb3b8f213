"""LSD: reward changes of a map φ that changes no faster than its input (Park et al. 2022, arXiv:2202.00914).

φ is 1-Lipschitz: ‖φ(x) − φ(y)‖ ≤ ‖x − y‖. So a large change of φ needs a large change of the state. On a
batch of (s, z, s'), with Δφ = φ(s') − φ(s):

    φ climbs   Σ_b w_b Δφ_b · z_b
    reward     r = Δφ · z

w_b are the batch's weights. Spectral normalisation (Miyato et al. 2018, arXiv:1802.05957) keeps φ
1-Lipschitz: each weight matrix is divided by its largest singular value, which one step of power iteration
per update follows. In METRA the distance between states is counted in steps; here it is the distance between
their features.
"""

import functools
from typing import Any, NamedTuple

import chex
import jax
import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax.config import CATEGORICAL
from diayn_jax.interfaces import Objective, ObjectiveSpec, ProblemSpec
from diayn_jax.networks import LipschitzMLP
from diayn_jax.objectives.maps import MapSettings, along, step_map
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree, ScoredStep

# Steps of power iteration before the first update. A vector that has just been drawn would give singular
# values that are too small.
FIRST_ITERATIONS = 20


class LsdState(NamedTuple):
    """The representation φ and its optimiser."""

    params: PyTree
    iterates: PyTree  # the power iteration's vector for each weight matrix, and the singular value it gives
    opt_state: PyTree


class LsdContext(NamedTuple):
    """The static part of the objective: its problem, and its network without parameters."""

    problem: ProblemSpec
    network: LipschitzMLP


def make_lsd(config: Any, problem: ProblemSpec) -> Objective:
    """Makes the LSD objective, for skills of any kind. The config has the fields of `MapSettings`.

    The representation has as many dimensions as the encoded skill: d, or K for categorical skills.
    """
    lsd = LsdContext(problem, LipschitzMLP(config.representation_hidden_sizes, problem.skills.size))
    return Objective(
        init=functools.partial(init, lsd),
        update=functools.partial(update, lsd),
        reward=functools.partial(reward, lsd),
        score=functools.partial(reward, lsd),
        embed=functools.partial(represent, lsd),
        policy_state=policy_state,
    )


def init(lsd: LsdContext, key: Key, hparams: HParams) -> LsdState:
    """Returns the state of an untrained representation."""
    del hparams
    variables = lsd.network.init(key, jnp.zeros((1, lsd.problem.feature_size)))
    params, iterates = variables["params"], variables["iterates"]
    iterates = jax.lax.fori_loop(
        0, FIRST_ITERATIONS, lambda _, iterates: iterated(lsd, params, iterates), iterates
    )
    return LsdState(params, iterates, lsd.problem.optimizer.init(params))


def represent(lsd: LsdContext, state: LsdState, features: Array) -> Array:
    """Returns φ: features [..., F] -> [..., d]."""
    return lsd.network.apply({"params": state.params, "iterates": state.iterates}, features)


def iterated(lsd: LsdContext, params: PyTree, iterates: PyTree) -> PyTree:
    """Takes one step of power iteration for each weight matrix."""
    no_rows = jnp.zeros((0, lsd.problem.feature_size))
    variables = {"params": params, "iterates": iterates}
    return lsd.network.apply(variables, no_rows, iterate=True, mutable=["iterates"])[1]["iterates"]


def update(lsd: LsdContext, state: LsdState, batch: Batch, hparams: HParams) -> tuple[LsdState, Metrics]:
    """Takes one optimiser step of φ on a batch [B], and one step of power iteration."""
    chex.assert_equal_shape([batch.features, batch.next_features])
    found = jax.value_and_grad(representation_loss, has_aux=True)(state.params, lsd, state, batch)
    (value, square), grads = parallel.psum(found, lsd.problem.axes)
    params, opt_state, metrics = step_map(
        lsd.problem.optimizer, grads, state.opt_state, state.params, hparams
    )
    metrics |= {"representation_loss": value, "phi_step": square}
    return LsdState(params, iterated(lsd, params, state.iterates), opt_state), metrics


def representation_loss(
    params: PyTree, lsd: LsdContext, state: LsdState, batch: Batch
) -> tuple[Array, Array]:
    """Returns −Σ_b w_b Δφ_b · z_b, and the mean of ‖Δφ‖², [] each."""
    step = step_of(lsd, state._replace(params=params), batch.features, batch.next_features)
    forward = along(lsd.problem.skills, step, batch.skill)
    chex.assert_equal_shape([forward, batch.weight])
    return -jnp.sum(batch.weight * forward), jnp.sum(batch.weight * jnp.sum(step**2, axis=-1))


def step_of(lsd: LsdContext, state: LsdState, features: Array, next_features: Array) -> Array:
    """Returns Δφ = φ(s') − φ(s), [..., d]."""
    return represent(lsd, state, next_features) - represent(lsd, state, features)


def reward(lsd: LsdContext, state: LsdState, step: Batch | ScoredStep, hparams: HParams) -> Array:
    """Returns r = Δφ · z, [...]: at most ‖z‖ times the length of the step in the features."""
    del hparams
    moved = step_of(lsd, state, step.features, step.next_features)
    return along(lsd.problem.skills, moved, step.skill)


def policy_state(state: LsdState) -> LsdState:
    """Returns the state without the optimiser."""
    return state._replace(opt_state=())


SPEC = ObjectiveSpec(
    make_lsd,
    MapSettings,
    skill_space="gaussian:2",  # as in the paper
    skill_kinds=(CATEGORICAL, "sphere", "gaussian", "box"),
    # Two episodes for each of 64 probe skills tell as much as ten episodes for each of ten skills.
    defaults={"eval_episodes": 2},
)
