"""Batches of rows, as objective and agent take them."""

import jax
import jax.numpy as jnp

from diayn_jax.interfaces import Agent, FinalObservation
from diayn_jax.training.components import Components
from diayn_jax.training.state import PolicyParts
from diayn_jax.training.statistics import Statistics
from diayn_jax.types import Array, Batch, HParams, PyTree, Step


def make_batch(
    components: Components,
    agent_state: PyTree,
    statistics: Statistics,
    row: Step,
    after: Step | FinalObservation,
    weight: Array,
    skill_weight: Array,
    agent_noise: PyTree = (),
    objective_noise: PyTree = (),
) -> Batch:
    """A batch [B] of rows, and of the states that they led to, both with their frames stacked.

    Where φ is the latent it is left at 0: the encoder moves with each update, and `with_latent` puts it
    in there. φ in its own units is there where the agent asks for it (`Agent.raw_features`).
    """
    inputs, features = components.inputs, components.features
    scale = inputs.feature_scale(statistics)
    size = row.reward.shape[0]
    raw: PyTree = ()
    next_raw: PyTree = ()
    if components.of_latent:
        phi = next_phi = jnp.zeros((size, scale.shape[0]))
    else:
        parts = PolicyParts(agent_state, (), statistics)
        phi = features(parts, row.obs, row.features)
        next_phi = features(parts, after.obs, after.features)
        if isinstance(components.agent, Agent) and components.agent.raw_features:
            raw = components.raw_features(parts, row.obs, row.features)
            next_raw = components.raw_features(parts, after.obs, after.features)
    return Batch(
        obs=inputs.agent_input(statistics, row.obs, row.features),
        next_obs=inputs.agent_input(statistics, after.obs, after.features),
        features=phi,
        next_features=next_phi,
        feature_scale=jnp.broadcast_to(scale, next_phi.shape),
        action=row.action,
        reward=row.reward,
        skill=row.skill,
        terminated=row.terminated,
        weight=weight,
        skill_weight=skill_weight,
        objective_noise=objective_noise,
        agent_noise=agent_noise,
        extras=row.extras,
        raw_features=raw,
        next_raw_features=next_raw,
    )


def with_latent(components: Components, agent_state: PyTree, batch: Batch) -> Batch:
    """The batch with φ as the encoder now gives it, where φ is the latent."""
    if not components.of_latent:
        return batch
    latent = components.agent.latent
    assert latent is not None
    return batch._replace(
        features=latent(agent_state, batch.obs), next_features=latent(agent_state, batch.next_obs)
    )


def latent_gradient(
    components: Components, objective_state: PyTree, batch: Batch, hparams: HParams
) -> PyTree:
    """The gradient [B, L] of the objective's loss by the batch's next latents; () where there is none."""
    loss = components.objective.loss
    if not components.of_latent or loss is None:
        return ()
    of_latent = jax.grad(lambda latent: loss(objective_state, batch._replace(next_features=latent), hparams))
    return of_latent(batch.next_features)
