"""Symmetries of an environment: changes of state and action after which the physics is the same.

Ant looks the same after a quarter turn. If it is turned, and each leg gets the action of the leg that was in
its place, it moves as before, in the turned direction. So the skills of all directions can share one policy:
the policy learns the skills of one sector, and acts for the others in a turned frame.

All symmetries here are signed permutations: each number of the turned vector is one number of the old vector,
or its negative.
"""

import itertools
from collections.abc import Callable, Sequence
from typing import NamedTuple

import jax.numpy as jnp
import numpy as np
from flax import linen as nn

from diayn_jax.config import NO_SYMMETRY, ConfigError, show
from diayn_jax.skills import SkillSpace
from diayn_jax.types import Array, Key

# A direction that every symmetry but the identity changes. It is the middle of the sector of skills that the
# policy learns.
_MIDDLE = (np.cos(np.pi / 8), np.sin(np.pi / 8))


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


def skill_turns(elements: Sequence[Symmetry], skills: SkillSpace) -> tuple[SignedPermutation, ...] | None:
    """Returns how the elements of a group act on encoded skills [Z]; None if they cannot.

    They turn each pair of a vector's numbers as they turn directions on the ground, and no two elements may
    turn these alike. If skills can be counted, they permute the G skills of an orbit, so their number has to
    be a multiple of G.
    """
    if skills.num_skills is None:
        if skills.size < 2 or len({one.plane for one in elements}) < len(elements):
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


def product_table(elements: Sequence[Symmetry]) -> np.ndarray:
    """Returns the number of the product of each pair of elements, [G, G]; the second one applies first."""
    number = {element: i for i, element in enumerate(elements)}
    return np.array([[number[a.after(b)] for b in elements] for a in elements], np.int32)


def check_sizes(symmetry: SkillSymmetry | None, sizes: Sequence[int], setting: str) -> None:
    """Raises `ConfigError` if the hidden layers that a setting names cannot be those of a `SymmetricMLP`."""
    if symmetry is not None and any(size % symmetry.order for size in sizes):
        raise ConfigError(
            f"--{setting}={show(tuple(sizes))}: the run's symmetry has {symmetry.order} elements, so each "
            f"size has to be a multiple of {symmetry.order}. Give others, or --symmetry={NO_SYMMETRY}."
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
