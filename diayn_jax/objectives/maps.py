"""What objectives with a learned map share: settings, the direction of a skill, and a step of the map."""

import dataclasses

import jax.numpy as jnp

from diayn_jax import equations
from diayn_jax.config import Range, field
from diayn_jax.optimizer import Optimizer
from diayn_jax.skills import SkillSpace
from diayn_jax.types import Array, HParams, Metrics, PyTree


@dataclasses.dataclass(frozen=True, kw_only=True)
class MapSettings:
    """The settings of the learned map, the representation φ."""

    representation_hidden_sizes: tuple[int, ...] = field(
        (64, 64), "hidden layers of the representation φ", "objective", Range(low=1)
    )
    representation_learning_rate: float = field(
        1e-3,
        "Adam's step size for the representation φ",
        "objective",
        Range(above=0),
        traced=True,
        annealed=True,
    )


def direction_of(space: SkillSpace, skill: Array) -> Array:
    """Returns the direction along which a step of the map is rewarded: stored skill [..., *] -> [..., d].

    It is z itself for vectors. One-hots and mixtures are centred (`equations.centred_one_hot`).
    """
    encoded = space.encode(skill)
    return equations.centred_one_hot(encoded) if space.on_simplex else encoded


def along(space: SkillSpace, values: Array, skill: Array) -> Array:
    """Returns how far vectors in the map go along skills: values [..., d], stored skill [..., *] -> [...]."""
    return jnp.sum(values * direction_of(space, skill), axis=-1)


def step_map(
    optimizer: Optimizer, grads: PyTree, opt_state: PyTree, params: PyTree, hparams: HParams
) -> tuple[PyTree, PyTree, Metrics]:
    """Takes one optimiser step of φ, at the rate of the map.

    Args:
      grads: gradients, summed over devices; like `params`.

    Returns:
      The parameters, the state of the optimiser, and the norm of the gradients as a metric.
    """
    params, opt_state, norm = optimizer.step(
        grads,
        opt_state,
        params,
        hparams["representation_learning_rate"],
        max_norm=hparams["max_grad_norm"],
    )
    return params, opt_state, {"grad_norm_representation": norm}
