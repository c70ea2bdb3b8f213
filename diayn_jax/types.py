"""The records that pass between the parts, with the shape of every field.

Legend: E environments, T time, B batch, K skills, O observation size, H × W × C an image, F
feature size, A action size, S agent input size (observation, plus features where they are
appended), L size of an image's latent, N evaluation episodes, D devices.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
from flax import struct

Array = jax.Array
Key = jax.Array  # a typed PRNG key, `jax.random.key`
Metrics = dict[str, Array]
PyTree = Any


class HParams(struct.PyTreeNode):
    """Hyperparameters that may vary over the lanes of a sweep without recompiling.

    They are leaves of `TrainState`, so they are traced; everything that decides a shape or a
    branch is in `Config` instead.
    """

    learning_rate: Array  # []
    discriminator_learning_rate: Array  # []
    discriminator_weight_decay: Array  # []
    discriminator_noise: Array  # []
    discount: Array  # []
    tau: Array  # []
    alpha: Array  # [], the fixed weight, or the first one where α is learned
    target_entropy: Array  # [], nats
    reward_scale: Array  # []
    max_grad_norm: Array  # [], 0: no clipping


class Pixels(NamedTuple):
    """What an agent sees where the observation is an image; an encoder makes [..., S] of it."""

    image: Array  # [..., H, W, C], uint8
    features: Array  # [..., F], normalised; F = 0 where none are appended


class Timestep(struct.PyTreeNode):
    """What a batch of environments gives back.

    `state` is the provider's own pytree. `features` holds every declared feature that is not
    a part of the observation (see `envs.Feature`).
    """

    state: PyTree
    obs: Array  # [E, O], float32; or an image [E, H, W, C], uint8
    reward: Array  # [E], the environment's own
    terminated: Array  # [E], bool
    features: Mapping[str, Array]  # name -> [E, F]


class Step(NamedTuple):
    """One row of replay: a state and what was done there.

    The next state is the next row. `valid` is False on a reset row: the row of an episode's
    last state, where the action was ignored and the environment reset instead.
    """

    obs: Array  # [E, O], raw; of an image the newest frame alone, uint8
    features: Array  # [E, F], raw; F = 0 where the features are a part of obs
    action: Array  # [E, A]
    skill: Array  # [E], int32 in flight, the smallest integer type in storage
    terminated: Array  # [E], bool: the action led to a terminal state
    valid: Array  # [E], bool


class Batch(NamedTuple):
    """Transitions for an update, normalised. Images stay uint8; the encoder turns them into floats.

    The weights sum to 1 over the global batch (over all devices), so a loss is
    Σ weight · row and gradients are summed, not averaged, over devices.
    """

    obs: Array | Pixels  # [B, S], what the agent sees of s
    next_obs: Array | Pixels  # [B, S], what the agent sees of s'
    action: Array  # [B, A]
    features: Array  # [B, F], φ(s'), what the discriminator is asked about
    blurred_features: Array  # [B, F], φ(s') with noise, what the discriminator learns from
    noise: Array  # [B, 2, A], standard normal, for the agent's actions at s and s'
    skill: Array  # [B], int32
    terminated: Array  # [B], bool
    weight: Array  # [B], 0 on reset rows
    skill_weight: Array  # [B], p(z)/p̂(z), 1 where that is switched off


class Objective(NamedTuple):
    """One skill-discovery objective. `loss` is what `update` descends, on this device's rows."""

    init: Callable[[Key, HParams], PyTree]
    update: Callable[[PyTree, Batch, HParams], tuple[PyTree, Metrics]]
    reward: Callable[[PyTree, Batch], Array]  # [B], nats, unscaled
    log_probs: Callable[[PyTree, Array], Array]  # normalised features [..., F] -> [..., K]
    loss: Callable[[PyTree, Batch], Array]  # []


class Agent(NamedTuple):
    """One RL algorithm. `act` takes (state, input [E, S] or Pixels, skill [E], row keys [E] or None).

    `update` takes (state, batch, reward [B], hparams, latent_loss): `latent_loss` is None, or
    gives a loss [] of the latents [B, L] of the batch's next observations, which the encoder
    descends too. `latent` encodes images; a vector is its own latent.
    """

    init: Callable[[Key, HParams], PyTree]
    act: Callable[[PyTree, Array | Pixels, Array, Array | None], Array]  # [E, A]; keys None: the mode
    update: Callable[[PyTree, Batch, Array, HParams, Callable[[Array], Array] | None], tuple[PyTree, Metrics]]
    latent: Callable[[PyTree, Array | Pixels], Array]  # Pixels -> [..., L]
