"""Makes batches for the objective and the agent from rows of experience."""

from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.interfaces import FinalObservation
from diayn_jax.replay import EpisodeRows
from diayn_jax.training.components import Components
from diayn_jax.training.state import PolicyParts
from diayn_jax.training.statistics import Statistics
from diayn_jax.types import Array, Batch, EpisodeStates, HParams, PyTree, Step


class DrawnRows(NamedTuple):
    """The rows for a batch, leaves [B, ...], with stacked frames."""

    row: Step
    after: Step | FinalObservation  # the states after the rows
    weight: Array  # [B]
    skill_weight: Array  # [B]
    agent_noise: PyTree = ()
    objective_noise: PyTree = ()
    episode: EpisodeRows | None = None  # other rows of their episodes, if the objective asks for them


def make_batch(
    components: Components, agent_state: PyTree, statistics: Statistics, drawn: DrawnRows
) -> Batch:
    """Makes a batch [B] from rows.

    If φ is the latent, it is 0 here: each update changes the encoder, so `with_latent` adds the latent in the
    update. The batch has φ in its own units if the objective or the agent asks for it (`raw_features`).
    """
    inputs, features, raw_features = components.inputs, components.features, components.raw_features
    row, after = drawn.row, drawn.after
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
        if components.wants_raw_features:
            raw = raw_features(parts, row.obs, row.features)
            next_raw = raw_features(parts, after.obs, after.features)
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
        weight=drawn.weight,
        skill_weight=drawn.skill_weight,
        objective_noise=drawn.objective_noise,
        agent_noise=drawn.agent_noise,
        extras=row.extras,
        raw_features=raw,
        next_raw_features=next_raw,
        episode=_episode_states(components, agent_state, statistics, drawn.episode),
    )


def _episode_states(
    components: Components, agent_state: PyTree, statistics: Statistics, rows: EpisodeRows | None
) -> PyTree:
    """Returns φ of the episodes' rows; () if the objective does not ask for them."""
    if rows is None:
        return ()
    parts = PolicyParts(agent_state, (), statistics)
    of_row = components.raw_features if components.objective.raw_features else components.features
    first, last, ahead = (of_row(parts, x.obs, x.features) for x in (rows.first, rows.last, rows.ahead))
    return EpisodeStates(first, rows.first_known, last, rows.last_known, ahead, rows.steps_ahead)


def with_latent(components: Components, agent_state: PyTree, batch: Batch) -> Batch:
    """Returns the batch with the current latent as φ, if φ is the latent. It serves as the raw φ too."""
    if not components.of_latent:
        return batch
    latent = components.agent.latent
    assert latent is not None
    phi, next_phi = latent(agent_state, batch.obs), latent(agent_state, batch.next_obs)
    batch = batch._replace(features=phi, next_features=next_phi)
    if not components.wants_raw_features:
        return batch
    return batch._replace(raw_features=phi, next_raw_features=next_phi)


def latent_gradient(
    components: Components, objective_state: PyTree, batch: Batch, hparams: HParams
) -> PyTree:
    """Returns the gradient [B, L] of the objective's loss with respect to the next latents.

    Returns () if φ is not the latent, or if the objective has no loss for the encoder.
    """
    loss = components.objective.loss
    if not components.of_latent or loss is None:
        return ()
    of_latent = jax.grad(lambda latent: loss(objective_state, batch._replace(next_features=latent), hparams))
    return of_latent(batch.next_features)
