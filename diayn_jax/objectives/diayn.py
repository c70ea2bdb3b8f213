"""DIAYN: reward what tells skills apart (Eysenbach et al. 2018, arXiv:1802.06070)."""

import dataclasses
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, parallel
from diayn_jax.config import CATEGORICAL, field
from diayn_jax.interfaces import Objective, ObjectiveSpec, ProblemSpec
from diayn_jax.networks import Discriminator
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree


@dataclasses.dataclass(frozen=True, kw_only=True)
class DiaynSettings:
    """The settings of DIAYN."""

    add_log_p: bool = field(True, "add −log p(z) to the reward (ln K for a uniform prior)", "objective")
    prior_weighting: bool = field(
        True, "weight discriminator rows by p(z) over the skill's share of replay", "objective"
    )
    discriminator_hidden_sizes: tuple[int, ...] = field(
        (64, 64), "hidden layers of the discriminator", "objective", low=1
    )
    discriminator_layer_norm: bool = field(False, "layer norm in the discriminator", "objective")
    discriminator_learning_rate: float = field(
        1e-3, "Adam's step size for the discriminator", "objective", above=0, traced=True, annealed=True
    )
    discriminator_weight_decay: float = field(
        0.0, "decoupled weight decay of the discriminator (AdamW)", "objective", low=0, traced=True
    )
    discriminator_noise: float = field(
        0.0,
        "standard deviation of Gaussian noise, in the features' own units, on what the discriminator "
        "learns from: skills must then be that far apart, and travel to be so",
        "objective",
        low=0,
        traced=True,
    )
    discriminator_floor: float = field(
        0.02,
        "ε, the share of the prior in q = (1 − ε) softmax + ε p, which bounds the reward from below by ln ε; "
        "0: the softmax alone",
        "objective",
        low=0,
        below=1,
    )
    discriminator_trains_encoder: bool = field(
        True, "where features=latent, let the discriminator's loss train the encoder too", "images"
    )


class DiaynState(NamedTuple):
    """The discriminator q(z|φ) and its optimiser."""

    params: PyTree
    opt_state: PyTree


def make_diayn(config: Any, problem: ProblemSpec) -> Objective:
    """The DIAYN objective: r = log q(z|φ(s')) − log p(z).

    Args:
      config: with `DiaynSettings`.
      problem: its skills can be counted.
    """
    log_prior = problem.skills.log_prior
    assert log_prior is not None
    network = Discriminator(
        log_prior.shape[0], config.discriminator_hidden_sizes, config.discriminator_layer_norm
    )
    adam, axis, feature_size = problem.optimizer, problem.axis, problem.feature_size
    noisy, floor = config.discriminator_noise > 0, config.discriminator_floor

    def init(key: Key, hparams: HParams) -> DiaynState:
        del hparams
        params = network.init(key, jnp.zeros((1, feature_size)))
        return DiaynState(params, adam.init(params))

    def noise(key: Key) -> PyTree:
        return jax.random.normal(key, (feature_size,)) if noisy else ()

    def log_probs_by(params: PyTree, features: Array) -> Array:
        log_q = network.apply(params, features)
        return equations.mixed_with_prior(log_q, log_prior, floor) if floor else log_q

    def log_probs(state: DiaynState, features: Array) -> Array:
        return log_probs_by(state.params, features)

    def log_q(params: PyTree, features: Array, skill: Array) -> Array:
        chosen = skill.astype(jnp.int32)[..., None]
        return jnp.take_along_axis(log_probs_by(params, features), chosen, axis=-1)[..., 0]

    def cross_entropy(params: PyTree, batch: Batch, hparams: HParams) -> Array:
        features = batch.next_features
        if noisy:
            # In the features' own units, so that what counts as far apart does not shrink with the world.
            features = features + hparams["discriminator_noise"] * batch.feature_scale * batch.objective_noise
        rows = log_q(params, features, batch.skill)
        weight = batch.weight * batch.skill_weight if config.prior_weighting else batch.weight
        return -jnp.sum(weight * rows)

    def loss(state: DiaynState, batch: Batch, hparams: HParams) -> Array:
        return cross_entropy(state.params, batch, hparams)

    def update(state: DiaynState, batch: Batch, hparams: HParams):
        """One step on the cross-entropy −Σ_b w_b p(z)/p̂(z) log q(z_b|φ(s'_b))."""
        value, grads = parallel.psum(jax.value_and_grad(cross_entropy)(state.params, batch, hparams), axis)
        params, opt_state, norm = adam.step(
            grads,
            state.opt_state,
            state.params,
            hparams["discriminator_learning_rate"],
            hparams["discriminator_weight_decay"],
            hparams["max_grad_norm"],
        )
        metrics: Metrics = {"discriminator_loss": value, "grad_norm_discriminator": norm}
        return DiaynState(params, opt_state), metrics

    def reward(state: DiaynState, batch: Batch) -> Array:
        log_p = log_prior[batch.skill.astype(jnp.int32)]
        return equations.diversity_reward(
            log_q(state.params, batch.next_features, batch.skill), log_p, config.add_log_p
        )

    def score(state: DiaynState, features: Array, next_features: Array, skill: Array, env_reward: Array):
        """log q(z|φ(s')), nats."""
        del features, env_reward
        return log_q(state.params, next_features, skill)

    def policy_state(state: DiaynState) -> DiaynState:
        return state._replace(opt_state=())

    return Objective(
        init,
        update,
        reward,
        score,
        noise=noise,
        log_probs=log_probs,
        loss=loss if config.discriminator_trains_encoder else None,
        policy_state=policy_state,
    )


SPEC = ObjectiveSpec(make_diayn, DiaynSettings, skill_kinds=(CATEGORICAL,))
