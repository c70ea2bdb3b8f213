"""Flax modules. A skill enters a network as Z floats, the encoding of its skill space."""

import math
from collections.abc import Callable, Sequence

import jax
import jax.numpy as jnp
from flax import linen as nn

from diayn_jax import equations
from diayn_jax.symmetry import GroupAction, SkillSymmetry, SymmetricMLP
from diayn_jax.types import Array, PyTree


class Encoder(nn.Module):
    """A small convolutional network that maps an image to a latent vector in (−1, 1).

    Each layer cuts its input into squares of p × p that do not overlap, and maps each square to its
    channels. This is a convolution whose kernel is as large as its stride, as in the stem and between the
    stages of ConvNeXt (Liu et al. 2022, arXiv:2201.03545). It is computed as a matrix product, because on a
    CPU XLA's convolutions become many times slower under vmap over the lanes of a sweep. The latent passes
    through layer norm and tanh, as in SAC-AE (Yarats et al. 2019, arXiv:1910.01741).
    """

    patches: Sequence[int]
    channels: Sequence[int]
    latent_size: int

    @nn.compact
    def __call__(self, image: Array) -> Array:
        """image [..., H, W, C], uint8 -> [..., L]. A side that p does not divide is padded with 0."""
        lead = image.shape[:-3]
        x = image.astype(jnp.float32) / 255 - 0.5
        for patch, channels in zip(self.patches, self.channels, strict=True):
            x = nn.relu(nn.Dense(channels, kernel_init=nn.initializers.lecun_uniform())(squares(x, patch)))
        x = nn.Dense(self.latent_size, kernel_init=nn.initializers.lecun_uniform())(x.reshape(*lead, -1))
        return jnp.tanh(nn.LayerNorm()(x))


def squares(x: Array, size: int) -> Array:
    """Cuts images into squares: [..., H, W, C] -> [..., ⌈H/p⌉, ⌈W/p⌉, p·p·C], p = `size`."""
    *lead, height, width, channels = x.shape
    fill = [(0, 0)] * len(lead) + [(0, -height % size), (0, -width % size), (0, 0)]
    rows, columns = -(-height // size), -(-width // size)
    x = jnp.pad(x, fill).reshape(*lead, rows, size, columns, size, channels)
    return x.swapaxes(-4, -3).reshape(*lead, rows, columns, size * size * channels)


class MLP(nn.Module):
    """Dense layers with ReLU between them, and layer norm before each ReLU if `layer_norm`."""

    hidden_sizes: Sequence[int]
    output_size: int
    layer_norm: bool = False

    @nn.compact
    def __call__(self, x: Array) -> Array:
        """[..., in] -> [..., output_size]."""
        for size in self.hidden_sizes:
            x = nn.Dense(size, kernel_init=nn.initializers.lecun_uniform())(x)
            if self.layer_norm:
                x = nn.LayerNorm()(x)
            x = nn.relu(x)
        return nn.Dense(self.output_size, kernel_init=nn.initializers.lecun_uniform())(x)


class LipschitzMLP(nn.Module):
    """An MLP f with ReLU and without layer norm, such that ‖f(x) − f(y)‖ ≤ ‖x − y‖.

    Spectral normalisation (Miyato et al. 2018, arXiv:1802.05957) divides each weight matrix by its largest
    singular value. Power iteration computes this value. Its vectors are in the collection `iterates`; with
    `iterate`, one step of it is kept.
    """

    hidden_sizes: Sequence[int]
    output_size: int

    @nn.compact
    def __call__(self, x: Array, iterate: bool = False) -> Array:
        """[..., in] -> [..., output_size]."""
        sizes = (*self.hidden_sizes, self.output_size)
        for i, size in enumerate(sizes):
            dense = nn.Dense(size, kernel_init=nn.initializers.lecun_uniform())
            x = nn.SpectralNorm(dense, collection_name="iterates")(x, update_stats=iterate)
            if i < len(sizes) - 1:
                x = nn.relu(x)
        return x


_TwinMLP = nn.vmap(
    MLP, in_axes=None, out_axes=0, axis_size=2, variable_axes={"params": 0}, split_rngs={"params": True}
)


class Policy(nn.Module):
    """Tanh-Gaussian policy π(a|s, z)."""

    action_size: int
    hidden_sizes: Sequence[int]
    layer_norm: bool = False

    @nn.compact
    def __call__(self, obs: Array, skill: Array) -> tuple[Array, Array]:
        """obs [B, S], skill [B, Z] -> mean [B, A], log_std [B, A]."""
        x = jnp.concatenate([obs, skill], axis=-1)
        out = MLP(self.hidden_sizes, 2 * self.action_size, self.layer_norm)(x)
        mean, raw = jnp.split(out, 2, axis=-1)
        return mean, equations.bounded_log_std(raw)


class DeterministicPolicy(nn.Module):
    """Policy a = tanh(f(s, z)), whose actions are vectors in (−1, 1)."""

    action_size: int
    hidden_sizes: Sequence[int]
    layer_norm: bool = False

    @nn.compact
    def __call__(self, obs: Array, skill: Array) -> Array:
        """obs [B, S], skill [B, Z] -> action [B, A]."""
        x = jnp.concatenate([obs, skill], axis=-1)
        return jnp.tanh(MLP(self.hidden_sizes, self.action_size, self.layer_norm)(x))


class CategoricalPolicy(nn.Module):
    """Policy π(a|s, z) over n discrete actions."""

    num_actions: int
    hidden_sizes: Sequence[int]
    layer_norm: bool = False

    @nn.compact
    def __call__(self, obs: Array, skill: Array) -> Array:
        """obs [B, S], skill [B, Z] -> logits [B, n]."""
        x = jnp.concatenate([obs, skill], axis=-1)
        return MLP(self.hidden_sizes, self.num_actions, self.layer_norm)(x)


class ValueNetwork(nn.Module):
    """A critic V(s, z)."""

    hidden_sizes: Sequence[int]
    layer_norm: bool = False

    @nn.compact
    def __call__(self, obs: Array, skill: Array) -> Array:
        """obs [B, S], skill [B, Z] -> [B]."""
        x = jnp.concatenate([obs, skill], axis=-1)
        return MLP(self.hidden_sizes, 1, self.layer_norm)(x)[..., 0]


class TwinCritic(nn.Module):
    """Two independent critics Q_i(s, z, a), evaluated in one batched product.

    A value is a number. With `value_shape` (d,), it is a vector, such as successor features.
    """

    hidden_sizes: Sequence[int]
    layer_norm: bool = False
    value_shape: tuple[int, ...] = ()

    @nn.compact
    def __call__(self, obs: Array, skill: Array, action: Array) -> Array:
        """obs [B, S], skill [B, Z], action [B, A] -> [2, B, *value_shape]."""
        x = jnp.concatenate([obs, skill, action], axis=-1)
        values = _TwinMLP(self.hidden_sizes, math.prod(self.value_shape), self.layer_norm)(x)
        return values if self.value_shape else values[..., 0]


class TwinQNetwork(nn.Module):
    """Two independent critics Q_i(s, z, ·) over n discrete actions, evaluated in one batched product."""

    num_actions: int
    hidden_sizes: Sequence[int]
    layer_norm: bool = False

    @nn.compact
    def __call__(self, obs: Array, skill: Array) -> Array:
        """obs [B, S], skill [B, Z] -> [2, B, n]."""
        x = jnp.concatenate([obs, skill], axis=-1)
        return _TwinMLP(self.hidden_sizes, self.num_actions, self.layer_norm)(x)


class Discriminator(nn.Module):
    """The discriminator q(z|φ), as log probabilities of the skills."""

    num_skills: int
    hidden_sizes: Sequence[int]
    layer_norm: bool = False
    symmetry: SkillSymmetry | None = None  # log q(g z|g φ) = log q(z|φ) for its elements g

    @nn.compact
    def __call__(self, features: Array) -> Array:
        """features [..., F] -> [..., K]."""
        if self.symmetry is not None:
            return jax.nn.log_softmax(SymmetricMLP(self.symmetry, self.hidden_sizes)(features))
        return jax.nn.log_softmax(MLP(self.hidden_sizes, self.num_skills, self.layer_norm)(features))


def without_skill(params: PyTree, size: int, encoded: Array) -> PyTree:
    """Returns the parameters of the same function for one fixed skill, folded into the first layer's bias.

    Args:
      params: parameters of a network in this module whose input starts with an observation and a skill.
      size: S, the size of the observation; z follows it in the input.
      encoded: z, [Z].

    Returns:
      Parameters of the same network with Z = 0.
    """

    def fold(bias: Array, before: Array, of_skill: Array, after: Array) -> PyTree:
        kernel = jnp.concatenate([before, after], axis=-2)
        return {"kernel": kernel, "bias": bias + jnp.einsum("z,...zh->...h", encoded, of_skill)}

    return _with_first_layer(params, size, encoded, fold)


def with_skills_as_options(params: PyTree, size: int, encoded: Array) -> PyTree:
    """Returns the parameters of the same function for K of its skills, which a one-hot input selects.

    Args:
      params, size: see `without_skill`.
      encoded: z of each skill, [K, Z].

    Returns:
      Parameters of the same network with Z = K.
    """

    def select(bias: Array, before: Array, of_skill: Array, after: Array) -> PyTree:
        chosen = jnp.einsum("kz,...zh->...kh", encoded, of_skill)
        return {"kernel": jnp.concatenate([before, chosen, after], axis=-2), "bias": bias}

    return _with_first_layer(params, size, encoded, select)


def with_copied_skills(params: PyTree, size: int, sources: Array) -> PyTree:
    """Returns the parameters of a network whose output for skill k is that for skill sources[k] before.

    Args:
      params, size: see `without_skill`. The skill in the network's input is a one-hot.
      sources: [K].
    """

    def copy(bias: Array, before: Array, of_skill: Array, after: Array) -> PyTree:
        copied = jnp.take(of_skill, sources, axis=-2)
        return {"kernel": jnp.concatenate([before, copied, after], axis=-2), "bias": bias}

    return _with_first_layer(params, size, sources, copy)


def with_copied_outputs(params: PyTree, sources: Array, own_share: float = 0.0) -> PyTree:
    """Returns the parameters of a network whose output k is output sources[k] before.

    A copy also gets `own_share` of its former output k. An output with sources[k] = k is unchanged.

    Args:
      params: of a network with one `MLP` of K outputs, or leaves [N, ...] of N networks.
      sources: [K].
    """
    is_same = sources == jnp.arange(sources.shape[0])

    def copy(x: Array) -> Array:
        return jnp.where(is_same, x, jnp.take(x, sources, axis=-1) + own_share * x)

    ((name, mlp),) = params["params"].items()
    last = f"Dense_{sum(key.startswith('Dense') for key in mlp) - 1}"
    return {"params": {name: {**mlp, last: jax.tree.map(copy, mlp[last])}}}


def turned_policy(params: PyTree, symmetry: SkillSymmetry, turn: Array) -> PyTree:
    """Returns the parameters of a policy that turns what it sees, and turns its actions back.

    It is a `Policy` or a `DeterministicPolicy`, or () for none. The skill in its input is not turned. `turn`
    is the number of a symmetry, [].
    """
    if not params:
        return params
    ((name, mlp),) = params["params"].items()
    back = symmetry.inverse_of(turn)
    first, last = "Dense_0", f"Dense_{sum(key.startswith('Dense') for key in mlp) - 1}"
    mlp = {
        **mlp,
        first: {**mlp[first], "kernel": _turned_rows(mlp[first]["kernel"], symmetry.policy_input, back)},
    }
    source, sign = jnp.asarray(symmetry.action.source)[back], jnp.asarray(symmetry.action.sign)[back]
    size = source.shape[0]
    if mlp[last]["bias"].shape[0] == 2 * size:
        # The deviations follow the means: they change places, but not their signs.
        source, sign = jnp.concatenate([source, source + size]), jnp.concatenate([sign, jnp.ones_like(sign)])
    turned = {"kernel": sign * mlp[last]["kernel"][:, source], "bias": sign * mlp[last]["bias"][source]}
    return {"params": {name: {**mlp, last: turned}}}


def turned_critic(params: PyTree, symmetry: SkillSymmetry, turn: Array) -> PyTree:
    """Returns the parameters of a critic that turns the observation and the action that it sees.

    It is a `ValueNetwork`, which sees no action, or a `TwinCritic`, or () for none. The skill is not turned.
    """
    if not params:
        return params
    ((name, mlp),) = params["params"].items()
    kernel, back = mlp["Dense_0"]["kernel"], symmetry.inverse_of(turn)
    size, rest = symmetry.input.size, symmetry.input.size + symmetry.encoded.size
    parts = [_turned_rows(kernel[..., :size, :], symmetry.input, back), kernel[..., size:rest, :]]
    if kernel.shape[-2] > rest:
        parts.append(_turned_rows(kernel[..., rest:, :], symmetry.action, back))
    return {
        "params": {name: {**mlp, "Dense_0": {**mlp["Dense_0"], "kernel": jnp.concatenate(parts, axis=-2)}}}
    }


def _turned_rows(kernel: Array, group: GroupAction, back: Array) -> Array:
    """Turns the first rows of a kernel [..., n + *, H]; the rest stays. `back` is the inverse of the turn."""
    size = group.size
    turned = jnp.asarray(group.sign)[back][:, None] * kernel[..., jnp.asarray(group.source)[back], :]
    return jnp.concatenate([turned, kernel[..., size:, :]], axis=-2)


def _with_first_layer(
    params: PyTree, size: int, encoded: Array, change: Callable[[Array, Array, Array, Array], PyTree]
) -> PyTree:
    """Changes the first layer: (bias, the kernel's rows for observation, skill and the rest) -> layer."""
    ((name, mlp),) = params["params"].items()
    first = mlp["Dense_0"]
    rows = jnp.split(first["kernel"], (size, size + encoded.shape[-1]), axis=-2)
    return {"params": {name: {**mlp, "Dense_0": change(first["bias"], *rows)}}}
