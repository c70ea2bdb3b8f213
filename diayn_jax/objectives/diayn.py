"""DIAYN: reward what tells skills apart (Eysenbach et al. 2018, arXiv:1802.06070)."""

from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import equations, optimizer, parallel
from diayn_jax.config import Config
from diayn_jax.networks import Discriminator
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, Objective, PyTree


class DiaynState(NamedTuple):
    """The discriminator q(z|φ) and its optimiser."""

    params: PyTree
    opt_state: PyTree


def make_diayn(config: Config, feature_size: int, log_prior: Array, axis: str | None) -> Objective:
    """The DIAYN objective.

    Args:
      config: sizes and switches.
      feature_size: F.
      log_prior: [K].
      axis: mesh axis to sum gradients over; None on one device.
    """
    network = Discriminator(
        config.num_skills, config.discriminator_hidden_sizes, config.discriminator_layer_norm
    )
    adam = optimizer.make_adam(config.adam_b1, config.adam_b2)

    def init(key: Key, hparams: HParams) -> DiaynState:
        del hparams
        params = network.init(key, jnp.zeros((1, feature_size)))
        return DiaynState(params, adam.init(params))

    def log_probs(state: DiaynState, features: Array) -> Array:
        return network.apply(state.params, features)

    def log_q(params: PyTree, features: Array, skill: Array) -> Array:
        return jnp.take_along_axis(network.apply(params, features), skill[:, None], axis=-1)[:, 0]

    def cross_entropy(params: PyTree, batch: Batch) -> Array:
        rows = log_q(params, batch.blurred_features, batch.skill)
        return -jnp.sum(batch.weight * batch.skill_weight * rows)

    def loss(state: DiaynState, batch: Batch) -> Array:
        return cross_entropy(state.params, batch)

    def update(state: DiaynState, batch: Batch, hparams: HParams):
        """One step on the cross-entropy −Σ_b w_b p(z)/p̂(z) log q(z_b|φ(s'_b))."""
        value, grads = parallel.total(jax.value_and_grad(cross_entropy)(state.params, batch), axis)
        params, opt_state, norm = adam.step(
            grads,
            state.opt_state,
            state.params,
            hparams.discriminator_learning_rate,
            hparams.discriminator_weight_decay,
            hparams.max_grad_norm,
        )
        metrics: Metrics = {"discriminator_loss": value, "grad_norm_discriminator": norm}
        return DiaynState(params, opt_state), metrics

    def reward(state: DiaynState, batch: Batch) -> Array:
        return equations.diversity_reward(
            log_q(state.params, batch.features, batch.skill), log_prior[batch.skill], config.add_log_p
        )

    return Objective(init, update, reward, log_probs, loss)
