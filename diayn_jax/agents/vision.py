"""The inputs of an agent's networks: vectors directly, and images through an encoder that the critics train.

The critics' loss trains the encoder. The policy shares it and stops its own gradients there, as in SAC-AE
(Yarats et al. 2019, arXiv:1910.01741) and DrQ (Kostrikov et al. 2020, arXiv:2004.13649), or it has an encoder
of its own (`encoder=separate`).
"""

import dataclasses
import functools
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.config import ConfigError, Range, field, show
from diayn_jax.interfaces import ProblemSpec
from diayn_jax.networks import Encoder, with_copied_skills, without_skill
from diayn_jax.optimizer import with_moments
from diayn_jax.types import Array, Batch, Key, Pixels, PyTree


@dataclasses.dataclass(frozen=True, kw_only=True)
class VisionSettings:
    """The settings of the encoder."""

    encoder: str = field(
        "shared",
        "encoder of images, which the critics train: shared with the policy, or a separate one for each",
        "images",
        choices=("shared", "separate"),
    )
    encoder_patches: tuple[int, ...] = field(
        (4, 2, 2),
        "side of the squares that each layer of the encoder merges into one",
        "images",
        Range(low=1),
    )
    encoder_channels: tuple[int, ...] = field(
        (16, 32, 32), "channels of each layer of the encoder", "images", Range(low=1)
    )

    def check_settings(self) -> None:
        """Raises `ConfigError` if the layers do not fit each other."""
        if len(self.encoder_patches) != len(self.encoder_channels) or not self.encoder_patches:
            raise ConfigError(
                f"--encoder_patches={show(self.encoder_patches)} and "
                f"--encoder_channels={show(self.encoder_channels)}: the encoder has at least one "
                "layer, and each layer needs one number of each. Give equally many of both."
            )


class Encoded(NamedTuple):
    """The parameters of a network for images: those of its encoder, and its own."""

    encoder: PyTree
    network: PyTree


class Vision(NamedTuple):
    """Functions that make the inputs of policy and critics from an observation, a vector or `Pixels`.

    - `init_policy(key, params)` and `init_critics(key, params)` add an encoder's parameters to a network's
      (`Encoded`) if that network has an encoder, and give the parameters back unchanged if not.
    - `policy_input(policy, critics, obs)` and `critic_input(critics, obs)` give what the network sees,
      [..., S]. The policy sees only the dimensions `ProblemSpec.policy_dims` of it.
    - `latent(critics, obs)` gives the latent of an image, [..., L].
    """

    init_policy: Callable[[Key, PyTree], PyTree]
    init_critics: Callable[[Key, PyTree], PyTree]
    policy_input: Callable[[PyTree, PyTree, Array | Pixels], Array]
    critic_input: Callable[[PyTree, Array | Pixels], Array]
    latent: Callable[[PyTree, Array | Pixels], Array]


def make_vision(config: Any, problem: ProblemSpec) -> Vision:
    """Makes the functions for the inputs of policy and critics. The config has `VisionSettings`."""
    image_shape = problem.image_shape
    encoder = Encoder(config.encoder_patches, config.encoder_channels, problem.latent_size)
    shared = image_shape is not None and config.encoder == "shared"

    def with_encoder(key: Key, params: PyTree) -> PyTree:
        if image_shape is None:
            return params
        return Encoded(encoder.init(key, jnp.zeros((1, *image_shape), jnp.uint8)), params)

    def encode(params: PyTree, obs: Array | Pixels) -> Array:
        return encoder.apply(params.encoder, obs.image) if isinstance(obs, Pixels) else obs

    def whole_input(params: PyTree, obs: Array | Pixels) -> Array:
        seen = encode(params, obs)
        return jnp.concatenate([seen, obs.features], axis=-1) if isinstance(obs, Pixels) else seen

    def policy_input(policy: PyTree, critics: PyTree, obs: Array | Pixels) -> Array:
        seen = jax.lax.stop_gradient(whole_input(critics, obs)) if shared else whole_input(policy, obs)
        return policy_part(problem, seen)

    return Vision(
        init_policy=(lambda key, params: params) if shared else with_encoder,
        init_critics=with_encoder,
        policy_input=policy_input,
        critic_input=whole_input,
        latent=encode,
    )


def policy_input_size(problem: ProblemSpec) -> int:
    """How many of the S dimensions of the input the policy sees."""
    return problem.input_size if problem.policy_dims is None else len(problem.policy_dims)


def policy_part(problem: ProblemSpec, seen: Array) -> Array:
    """Returns the part of the critics' input [..., S] that a policy sees."""
    return seen if problem.policy_dims is None else seen[..., jnp.array(problem.policy_dims)]


def network_of(params: PyTree) -> PyTree:
    """Returns a network's own parameters, without those of its encoder."""
    return params.network if isinstance(params, Encoded) else params


def with_network(params: PyTree, network: PyTree) -> PyTree:
    """`params` with the network's own parameters replaced by `network`; an encoder's are kept."""
    return params._replace(network=network) if isinstance(params, Encoded) else network


def with_encoder_of(other: PyTree, params: PyTree) -> PyTree:
    """Returns `params` with the encoder of `other`, because the policy of `other` may see through it."""
    return with_network(other, network_of(params))


def encoder_alone(params: PyTree) -> PyTree:
    """Returns `params` without the network's own parameters; () if there is no encoder."""
    return params._replace(network=()) if isinstance(params, Encoded) else ()


def for_one_skill(params: PyTree, size: int, z: Array) -> PyTree:
    """Returns the parameters of the same function with the skill fixed to z; see `networks.without_skill`.

    `params` may have an encoder. `size` is the size of the network's input before the skill, z [Z].
    """
    return with_network(params, without_skill(network_of(params), size, z))


def fold_skill(network: str, size: int, policy_state: Callable[[Any], Any], state: Any, z: Array) -> Any:
    """Returns the state of an agent without skills that acts like this one with the skill z [Z].

    Args:
      network: the field of the state with the network that acts; `size` is that of `for_one_skill`.
      policy_state: as in `Agent`.
    """
    folded = for_one_skill(getattr(state, network), size, z)
    return policy_state(state)._replace(**{network: folded})


def copy_skills(sizes: Mapping[str, int], state: Any, sources: Array) -> Any:
    """Returns an agent's state whose skill k is skill sources[k] before, [K]: see `Agent.copy_skills`.

    Args:
      sizes: for each network that is a field of the state, `size` of `for_one_skill`. If there is a field
        `<network>_opt`, its moments of Adam change as the network does.
    """

    def copied(params: PyTree, size: int) -> PyTree:
        return with_network(params, with_copied_skills(network_of(params), size, sources))

    changed = {}
    for network, size in sizes.items():
        copy = functools.partial(copied, size=size)
        changed[network] = copy(getattr(state, network))
        if f"{network}_opt" in state._fields:
            changed[f"{network}_opt"] = with_moments(getattr(state, f"{network}_opt"), copy)
    return state._replace(**changed)


def with_latent_gradient(
    loss_and_grads: tuple[Any, PyTree], vision: Vision, critics: PyTree, batch: Batch
) -> tuple[Any, PyTree]:
    """Adds the gradients of the objective's loss to those of the encoder, in the critics' loss and gradients.

    `latent_gradient` [B, L] of the batch is the gradient of the objective's loss with respect to the latents
    of s', or ().
    """
    if isinstance(batch.latent_gradient, tuple):
        return loss_and_grads
    value, grads = loss_and_grads
    _, pull_back = jax.vjp(lambda params: vision.latent(params, batch.next_obs), critics)
    (more,) = pull_back(batch.latent_gradient)
    return value, jax.tree.map(jnp.add, grads, more)
