"""How a group of symmetries acts on the skills, inputs and features of a run."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np

from diayn_jax.skills import SkillSpace
from diayn_jax.symmetry.groups import GroupAction, SignedPermutation, Symmetry, product_table, unchanged
from diayn_jax.types import Array

# A direction that every symmetry but the identity changes. It is the middle of the sector of skills that the
# policy learns.
_MIDDLE = (np.cos(np.pi / 8), np.sin(np.pi / 8))


class SkillSymmetry(NamedTuple):
    """A group of G symmetries, as it acts on the vectors of a run.

    A turn is the number of an element; 0 is the identity. The sector is the part of the skill space that the
    policy learns. Each skill has a turn that moves it there (`turn_to_sector`).
    """

    product: np.ndarray  # [G, G]: the number of the element that applies the second, and then the first
    inverse: np.ndarray  # [G]
    input: GroupAction  # on the agent's input [S]
    features: GroupAction  # on φ [F]
    action: GroupAction  # on actions [A]
    encoded: GroupAction  # on encoded skills [Z], and on outputs that belong to them
    counted: GroupAction  # on the samples of the running statistics [C]
    policy_input: GroupAction  # on the part of the input that the policy sees
    encode: Callable[[Array], Array]  # `SkillSpace.encode`
    orbits: bool  # skills can be counted, and skill k is element k % G of orbit k // G
    mean: np.ndarray  # [Z], of the sector's encoded skills; 0 if skills can be counted
    std: np.ndarray  # [Z], their standard deviation; 1 if skills can be counted

    @property
    def order(self) -> int:
        """G."""
        return len(self.inverse)

    def turn_of(self, skill: Array) -> Array:
        """Returns the turn that moves a skill into the sector, for skills as they are stored."""
        return self.turn_to_sector(self.encode(skill))

    def inverse_of(self, turn: Array) -> Array:
        """Returns the inverse of turns [...]."""
        return jnp.asarray(self.inverse)[turn]

    def turn_to_sector(self, encoded: Array) -> Array:
        """Returns the turn that moves a skill into the sector: encoded [..., Z] -> [...], int."""
        if self.orbits:
            return jnp.asarray(self.inverse)[jnp.argmax(encoded, axis=-1) % self.order]
        return jnp.argmax(self.to_middle(encoded), axis=-1)

    def to_middle(self, encoded: Array) -> Array:
        """Returns the product of each turned skill with the sector's middle: [..., Z] -> [..., G]."""
        return self.encoded.all(encoded)[..., :2] @ jnp.asarray(_MIDDLE, jnp.float32)

    def turn_skill(self, turn: Array, skill: Array) -> Array:
        """Turns skills as they are stored, [..., *]."""
        if not self.orbits:
            return self.encoded.of(turn, skill)
        number = skill.astype(jnp.int32)
        element = jnp.asarray(self.product)[turn, number % self.order]
        return (number - number % self.order + element).astype(skill.dtype)

    def normalised(self, encoded: Array) -> Array:
        """Normalises skills of the sector, [..., Z]: the policy sees them with mean 0 and deviation 1.

        A sector is narrow. If its skills were not normalised, a network would hardly see how they differ.
        """
        return encoded if self.orbits else (encoded - self.mean) / self.std

    def symmetric_sums(self, sums: Array) -> Array:
        """Returns the mean of `statistics.deviation_sums` [2 C] over all turns of the samples."""
        first, second = jnp.split(sums, 2)
        squares = second[self.counted.source].mean(0)
        return jnp.concatenate([self.counted.all(first).mean(0), squares])


def all_differ(maps: Sequence[SignedPermutation]) -> bool:
    """Returns whether no two elements of a group act alike, from the map of each element."""
    return len(set(maps)) == len(maps)


def skill_turns(elements: Sequence[Symmetry], skills: SkillSpace) -> tuple[SignedPermutation, ...] | None:
    """Returns how the elements of a group act on encoded skills [Z]; None if they cannot.

    They turn each pair of a vector's numbers as they turn directions on the ground, and no two elements may
    turn these alike. They do not turn mixtures. If skills can be counted, they permute the G skills of an
    orbit, so their number has to be a multiple of G.
    """
    if skills.num_skills is None:
        if skills.size < 2 or skills.on_simplex or not all_differ([one.plane for one in elements]):
            return None
        return tuple(_on_pairs(element.plane, skills.size) for element in elements)
    if skills.num_skills == 1 or skills.num_skills % len(elements):
        return None
    table = product_table(elements)
    inverse = np.argmin(table, axis=1)
    # Entry h of a turned vector is entry g⁻¹ h of the old one.
    return tuple(
        SignedPermutation(
            tuple(
                int(k - k % len(elements) + table[inverse[g], k % len(elements)])
                for k in range(skills.num_skills)
            ),
            (1,) * skills.num_skills,
        )
        for g in range(len(elements))
    )


def _on_pairs(plane: SignedPermutation, size: int) -> SignedPermutation:
    found = plane
    while found.size + 1 < size:
        found = found.beside(plane)
    return found if found.size == size else found.beside(unchanged(1))


def sample_turns(
    elements: Sequence[Symmetry], stored_names: Sequence[str]
) -> tuple[SignedPermutation, ...] | None:
    """Returns how a group acts on an observation followed by these features; None if it mixes them."""
    maps = []
    for element in elements:
        known, joined = dict(element.features), element.observation
        if any(name not in known for name in stored_names):
            return None
        for name in stored_names:
            joined = joined.beside(known[name])
        maps.append(joined)
    return tuple(maps)


def feature_turns(
    elements: Sequence[Symmetry], stored_names: Sequence[str], places: Sequence[int]
) -> tuple[SignedPermutation, ...] | None:
    """Returns how a group acts on φ; None if it mixes φ with other numbers.

    `stored_names` and `places` are those of the `FeatureMap`.
    """
    maps = sample_turns(elements, stored_names)
    if maps is None or not all(one.keeps(places) for one in maps):
        return None
    return tuple(one.restricted(places) for one in maps)
