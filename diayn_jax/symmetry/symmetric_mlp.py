"""Networks whose output turns as their input does."""

import itertools
from collections.abc import Sequence

import jax.numpy as jnp
from flax import linen as nn

from diayn_jax.config import NO_SYMMETRY, show
from diayn_jax.symmetry.groups import GroupAction
from diayn_jax.symmetry.skill_symmetry import SkillSymmetry
from diayn_jax.types import Array, Key


def unfit_sizes(sizes: Sequence[int], order: int, setting: str) -> str:
    """Returns why hidden layers cannot be those of a `SymmetricMLP` with `order` elements; "" if they can.

    `setting` names the layers.
    """
    if all(size % order == 0 for size in sizes):
        return ""
    return (
        f"it has {order} elements, so each size of --{setting}={show(tuple(sizes))} has to be a multiple of "
        f"{order}. Give others, or --symmetry={NO_SYMMETRY}."
    )


class SymmetricMLP(nn.Module):
    """Dense layers with ReLU between them, whose output turns as their input does: f(g x) = ρ(g) f(x).

    A hidden layer of H units has H/G channels for each of the G symmetries. A symmetry permutes these parts,
    so layers share their weights over it (Cohen and Welling 2016, arXiv:1602.07576). A layer is one matrix
    product, and costs as much as in an `MLP` of the same sizes.
    """

    symmetry: SkillSymmetry
    hidden_sizes: Sequence[int]

    @nn.compact
    def __call__(self, x: Array) -> Array:
        """[..., F] -> [..., Z]."""
        order, x = self.symmetry.order, self.symmetry.features.all(x)
        channels = [size // order for size in self.hidden_sizes]
        if channels:
            x = nn.relu(nn.Dense(channels[0], kernel_init=nn.initializers.lecun_uniform())(x))
        # relative[g', g] is the element k with k g = g'.
        relative = self.symmetry.product[:, self.symmetry.inverse]
        for number, (before, after) in enumerate(itertools.pairwise(channels)):
            shape = (order, before, after)
            weights = self.param(f"kernel_{number}", _group_uniform, shape)
            bias = self.param(f"bias_{number}", nn.initializers.zeros, (after,))
            # [G', c, G, c']: unit (g, c') sums over units (g', c).
            kernel = weights[relative].transpose(0, 2, 1, 3).reshape(order * before, order * after)
            flat = x.reshape(*x.shape[:-2], order * before) @ kernel
            x = nn.relu(flat.reshape(*x.shape[:-1], after) + bias)
        outputs = nn.Dense(
            self.symmetry.encoded.size, use_bias=False, kernel_init=nn.initializers.lecun_uniform()
        )(x)
        back = GroupAction(*(part[self.symmetry.inverse] for part in self.symmetry.encoded))
        return back.of(jnp.arange(order), outputs).mean(-2)


def _group_uniform(key: Key, shape: tuple[int, int, int]) -> Array:
    """LeCun's uniform weights of a layer with G · c inputs, [G, c, c']."""
    order, before, after = shape
    return nn.initializers.lecun_uniform()(key, (order * before, after)).reshape(shape)
