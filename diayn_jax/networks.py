"""Flax modules. A skill enters as an integer and becomes one-hot here."""

from collections.abc import Sequence

import jax
import jax.numpy as jnp
from flax import linen as nn

from diayn_jax import equations
from diayn_jax.types import Array


class MLP(nn.Module):
    """Dense layers with ReLU between, and layer norm before each ReLU where asked."""

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


class Policy(nn.Module):
    """Tanh-Gaussian policy π(a|s, z)."""

    action_size: int
    num_skills: int
    hidden_sizes: Sequence[int]
    layer_norm: bool = False

    @nn.compact
    def __call__(self, obs: Array, skill: Array) -> tuple[Array, Array]:
        """obs [B, S], skill [B] -> mean [B, A], log_std [B, A]."""
        x = jnp.concatenate([obs, jax.nn.one_hot(skill, self.num_skills)], axis=-1)
        out = MLP(self.hidden_sizes, 2 * self.action_size, self.layer_norm)(x)
        mean, raw = jnp.split(out, 2, axis=-1)
        return mean, equations.bounded_log_std(raw)


class TwinCritic(nn.Module):
    """Two independent critics Q_i(s, z, a), evaluated in one batched product."""

    num_skills: int
    hidden_sizes: Sequence[int]
    layer_norm: bool = False

    @nn.compact
    def __call__(self, obs: Array, skill: Array, action: Array) -> Array:
        """obs [B, S], skill [B], action [B, A] -> [2, B]."""
        x = jnp.concatenate([obs, jax.nn.one_hot(skill, self.num_skills), action], axis=-1)
        twin = nn.vmap(
            MLP,
            in_axes=None,
            out_axes=0,
            axis_size=2,
            variable_axes={"params": 0},
            split_rngs={"params": True},
        )
        return twin(self.hidden_sizes, 1, self.layer_norm)(x)[..., 0]


class Discriminator(nn.Module):
    """q(z|φ): log probabilities of the skills."""

    num_skills: int
    hidden_sizes: Sequence[int]
    layer_norm: bool = False

    @nn.compact
    def __call__(self, features: Array) -> Array:
        """features [..., F] -> [..., K]."""
        return jax.nn.log_softmax(MLP(self.hidden_sizes, self.num_skills, self.layer_norm)(features))
