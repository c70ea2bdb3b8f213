"""How an agent's networks take images: an encoder that the critics train.

Images go through an encoder that the critics' loss trains and that the policy shares, its gradients
stopped there, as in SAC-AE (Yarats et al. 2019, arXiv:1910.01741) and DrQ (Kostrikov et al. 2020,
arXiv:2004.13649); or the policy has one of its own (`encoder=separate`). Vectors pass as they are.
"""

import dataclasses
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.config import ConfigError, field, show
from diayn_jax.interfaces import ProblemSpec
from diayn_jax.networks import Encoder
from diayn_jax.types import Array, Batch, Key, Pixels, PyTree


@dataclasses.dataclass(frozen=True, kw_only=True)
class VisionSettings:
    """The settings of the encoder."""

    encoder: str = field(
        "shared",
        "encoder of images, which the critics train: the policy shares it, or has one of its own",
        "images",
        choices=("shared", "separate"),
    )
    encoder_patches: tuple[int, ...] = field(
        (4, 2, 2), "side of the squares that each layer of the encoder takes as one", "images", low=1
    )
    encoder_channels: tuple[int, ...] = field(
        (16, 32, 32), "channels of each layer of the encoder", "images", low=1
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` where the layers do not fit each other."""
        if len(self.encoder_patches) != len(self.encoder_channels) or not self.encoder_patches:
            raise ConfigError(
                f"--encoder_patches={show(self.encoder_patches)} and "
                f"--encoder_channels={show(self.encoder_channels)}: each layer of the encoder takes a "
                "number of both, and there is at least one. Give as many of one as of the other."
            )


class Encoded(NamedTuple):
    """The parameters of a network that looks at images: those of its encoder, and its own."""

    encoder: PyTree
    network: PyTree


class Vision(NamedTuple):
    """What networks get of an observation, by their parameters.

    `init_policy(key, params)` and `init_critics(key, params)` put an encoder's parameters beside a
    network's where it has an encoder; `network` gives the network's own again, `with_network(params,
    network)` exchanges it, and `encoder_alone` leaves it out. `policy_input` and `critic_input` give
    [..., S] of a vector or of `Pixels`.
    """

    init_policy: Callable[[Key, PyTree], PyTree]
    init_critics: Callable[[Key, PyTree], PyTree]
    network: Callable[[PyTree], PyTree]
    with_network: Callable[[PyTree, PyTree], PyTree]
    encoder_alone: Callable[[PyTree], PyTree]
    policy_input: Callable[[PyTree, PyTree, Array | Pixels], Array]  # (policy, critics, obs)
    critic_input: Callable[[PyTree, Array | Pixels], Array]  # (critics, obs)
    latent: Callable[[PyTree, Array | Pixels], Array]  # (critics, obs) -> [..., L]


def with_latent_gradient(
    found: tuple[Any, PyTree], vision: Vision, critics: PyTree, batch: Batch
) -> tuple[Any, PyTree]:
    """The value and gradients of the critics' loss, with those of the objective's loss added.

    Args:
      found: value and gradients.
      vision: of the agent.
      critics: their parameters.
      batch: [B], with the gradient [B, L] of the objective's loss by the latents of s', or ().
    """
    if isinstance(batch.latent_gradient, tuple):
        return found
    value, grads = found
    _, pull_back = jax.vjp(lambda params: vision.latent(params, batch.next_obs), critics)
    (more,) = pull_back(batch.latent_gradient)
    return value, jax.tree.map(jnp.add, grads, more)


def make_vision(config: Any, problem: ProblemSpec) -> Vision:
    """The inputs of policy and critics.

    Args:
      config: with `VisionSettings`.
      problem: `image_shape` is None where observations are vectors; `policy_dims` are the places of
        the input that the policy sees.
    """
    image_shape, policy_dims = problem.image_shape, problem.policy_dims
    encoder = Encoder(config.encoder_patches, config.encoder_channels, problem.latent_size)
    shared = image_shape is not None and config.encoder == "shared"

    def with_encoder(key: Key, params: PyTree) -> PyTree:
        if image_shape is None:
            return params
        return Encoded(encoder.init(key, jnp.zeros((1, *image_shape), jnp.uint8)), params)

    def network(params: PyTree) -> PyTree:
        return params.network if isinstance(params, Encoded) else params

    def with_network(params: PyTree, network: PyTree) -> PyTree:
        return params._replace(network=network) if isinstance(params, Encoded) else network

    def encoder_alone(params: PyTree) -> PyTree:
        return params._replace(network=()) if isinstance(params, Encoded) else ()

    def encode(params: PyTree, obs: Array | Pixels) -> Array:
        return encoder.apply(params.encoder, obs.image) if isinstance(obs, Pixels) else obs

    def whole_input(params: PyTree, obs: Array | Pixels) -> Array:
        seen = encode(params, obs)
        return jnp.concatenate([seen, obs.features], axis=-1) if isinstance(obs, Pixels) else seen

    def policy_input(policy: PyTree, critics: PyTree, obs: Array | Pixels) -> Array:
        seen = jax.lax.stop_gradient(whole_input(critics, obs)) if shared else whole_input(policy, obs)
        return seen if policy_dims is None else seen[..., jnp.array(policy_dims)]

    return Vision(
        init_policy=(lambda key, params: params) if shared else with_encoder,
        init_critics=with_encoder,
        network=network,
        with_network=with_network,
        encoder_alone=encoder_alone,
        policy_input=policy_input,
        critic_input=whole_input,
        latent=encode,
    )
