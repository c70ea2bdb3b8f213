"""Groups of symmetries as signed permutations, and how they act on vectors.

Each number of a turned vector is one number of the old vector, or its negative.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np

from diayn_jax.config import NO_SYMMETRY, ConfigError, closest_matches
from diayn_jax.types import Array


class SignedPermutation(NamedTuple):
    """Maps x [n] to y [n] with y_i = sign_i · x_source(i)."""

    source: tuple[int, ...]
    sign: tuple[int, ...]

    @property
    def size(self) -> int:
        """n."""
        return len(self.source)

    def is_sound(self) -> bool:
        """Returns whether both are tuples, every number has one source, and every sign is 1 or −1."""
        if not isinstance(self.source, tuple) or not isinstance(self.sign, tuple):
            return False
        return set(self.source) == set(range(self.size)) and [abs(x) for x in self.sign] == [1] * self.size

    def after(self, first: "SignedPermutation") -> "SignedPermutation":
        """Returns the map that applies `first`, and then this one."""
        return SignedPermutation(
            tuple(first.source[i] for i in self.source),
            tuple(s * first.sign[i] for s, i in zip(self.sign, self.source, strict=True)),
        )

    def keeps(self, dims: Sequence[int]) -> bool:
        """Returns whether the map does not mix these numbers with others."""
        return {self.source[dim] for dim in dims} == set(dims)

    def restricted(self, dims: Sequence[int]) -> "SignedPermutation":
        """Returns the map of these numbers alone, in this order.

        Raises:
          ValueError: the map mixes them with others.
        """
        place = {dim: i for i, dim in enumerate(dims)}
        if not self.keeps(dims):
            raise ValueError("the symmetry mixes these numbers with others")
        return SignedPermutation(
            tuple(place[self.source[dim]] for dim in dims), tuple(self.sign[dim] for dim in dims)
        )

    def beside(self, other: "SignedPermutation") -> "SignedPermutation":
        """Returns the map of a vector that consists of two vectors: this map's, then the other's."""
        return SignedPermutation(
            (*self.source, *(self.size + i for i in other.source)), (*self.sign, *other.sign)
        )

    def kron(self, each: "SignedPermutation") -> "SignedPermutation":
        """Returns the map of a vector that consists of blocks: this map moves them, and `each` maps each one.

        Its matrix is the Kronecker product of both matrices.
        """
        return SignedPermutation(
            tuple(i * each.size + k for i in self.source for k in each.source),
            tuple(s * t for s in self.sign for t in each.sign),
        )

    def matrix(self) -> np.ndarray:
        """Returns M, [n, n], with y = M x."""
        found = np.zeros((self.size, self.size), np.float32)
        found[np.arange(self.size), list(self.source)] = self.sign
        return found


def signed(*numbers: int) -> SignedPermutation:
    """Returns the map from one number ± k for each y_i = ± x_k: `signed(-2, 1)` maps (x, y) to (−y, x)."""
    return SignedPermutation(tuple(abs(k) - 1 for k in numbers), tuple(1 if k > 0 else -1 for k in numbers))


def unchanged(size: int) -> SignedPermutation:
    """Returns the identity of vectors [size]."""
    return SignedPermutation(tuple(range(size)), (1,) * size)


class Symmetry(NamedTuple):
    """A symmetry of an environment.

    `plane` says how it moves directions (x, y) on the ground. `features` are the declared features that the
    symmetry does not mix with others, by name.
    """

    observation: SignedPermutation  # [O]
    action: SignedPermutation  # [A]
    plane: SignedPermutation  # [2]
    features: tuple[tuple[str, SignedPermutation], ...] = ()

    def after(self, first: "Symmetry") -> "Symmetry":
        """Returns the symmetry that applies `first`, and then this one."""
        theirs = dict(first.features)
        return Symmetry(
            self.observation.after(first.observation),
            self.action.after(first.action),
            self.plane.after(first.plane),
            tuple((name, own.after(theirs[name])) for name, own in self.features),
        )

    def identity(self) -> "Symmetry":
        """Returns the symmetry that changes nothing."""
        return Symmetry(
            unchanged(self.observation.size),
            unchanged(self.action.size),
            unchanged(self.plane.size),
            tuple((name, unchanged(own.size)) for name, own in self.features),
        )


def group(generators: Sequence[Symmetry]) -> tuple[Symmetry, ...]:
    """Returns all products of the generators; the identity comes first.

    Raises:
      ValueError: there are no generators, or they do not have the same features.
    """
    if len({tuple(name for name, _ in one.features) for one in generators}) != 1:
        raise ValueError("a group needs generators, which have the same features in the same order")
    found = [generators[0].identity()]
    for element in found:  # The list grows while it is read.
        for generator in generators:
            product = generator.after(element)
            if product not in found:
                found.append(product)
    return tuple(found)


def is_group(elements: Sequence[Symmetry]) -> bool:
    """Returns whether these are all products of each other, with the identity in front."""
    known = set(elements)
    return (
        bool(elements)
        and elements[0] == elements[0].identity()
        and len(known) == len(elements)
        and all(a.after(b) in known for a in elements for b in elements)
    )


class GroupAction(NamedTuple):
    """How each of G symmetries acts on vectors [n]."""

    source: np.ndarray  # [G, n]
    sign: np.ndarray  # [G, n]

    @property
    def size(self) -> int:
        """n."""
        return self.source.shape[1]

    def of(self, turn: Array, x: Array) -> Array:
        """Applies symmetry number `turn` [...] to x [..., n]."""
        sign, source = jnp.asarray(self.sign)[turn], jnp.asarray(self.source)[turn]
        return sign * jnp.take_along_axis(x, jnp.broadcast_to(source, x.shape), axis=-1)

    def all(self, x: Array) -> Array:
        """Applies each symmetry: [..., n] -> [..., G, n]."""
        return jnp.asarray(self.sign) * x[..., self.source]


def action_of(maps: Sequence[SignedPermutation]) -> GroupAction:
    """Returns the action of a group, from the map of each element."""
    return GroupAction(
        np.array([one.source for one in maps], np.int32), np.array([one.sign for one in maps], np.float32)
    )


def product_table(elements: Sequence[Symmetry]) -> np.ndarray:
    """Returns the number of the product of each pair of elements, [G, G]; the second one applies first."""
    number = {element: i for i, element in enumerate(elements)}
    return np.array([[number[a.after(b)] for b in elements] for a in elements], np.int32)


def check_name(name: str, env: str, groups: Collection[str]) -> None:
    """Raises `ConfigError` if an environment has no group of symmetries with this name."""
    if name not in groups:
        known = [*groups, NO_SYMMETRY]
        raise ConfigError(
            f"--symmetry={name}: {env} has {', '.join(groups) or 'no symmetries'}. Use "
            f"--symmetry={' | '.join(known)}.{closest_matches(name, known)}"
        )
