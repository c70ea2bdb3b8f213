"""Skill spaces: how a skill z is drawn, stored and encoded for networks.

`--skill_space` names a space: `categorical` (K skills), `sphere:d`, `gaussian:d`, `box:d`, `dirichlet:d`, or
`none`.
"""

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.config import CATEGORICAL, DIRICHLET, NO_SKILLS, Config, ConfigError, closest_matches
from diayn_jax.types import Array, Batch, HParams, Key, Metrics, PyTree

MOST = 1000  # the most dimensions of a skill
NUM_PROBES = 64  # number of sampled skills that tables and figures show if skills cannot be counted
INACTIVE = -1e9  # log p of an inactive skill; finite, so that p · log p is 0 and not NaN

_FIXED = 0x736B696C6C  # seed of the tiled skills, which are the same in every run


class MovingPrior(NamedTuple):
    """A prior that changes during training: a learned prior, or the prior of a growing set of skills.

    Shapes never change, so nothing is compiled again. K is the largest possible number of skills, and log p
    of an inactive skill is `INACTIVE`. The state is a part of the run's state, and the same on every device.

    The prior moves once in an iteration, by sums over the rows that the agent has learned from.
    `accumulate(state, batch, reward, log_q)` returns the sums over this device's rows, whose weights sum to 1
    over all devices. log_q [B] is log q(z|φ(s')) of the skill that acted, or () if the objective does not
    classify. `update(state, sums, hparams)` gets these sums, added up over updates and devices.

    `tile(state, indices [E])` returns the skills of the next episodes for `--skill_sampling=tiled`. If it is
    None, skills are only drawn. `sources(state)` returns [K]: skill k became a copy of skill sources[k] in
    the last move, and is unchanged if that is k itself. If it is None, skills are never copied.
    """

    init: Callable[[], PyTree]
    sample: Callable[[PyTree, Key], Array]  # (state, keys [E]) -> stored [E, ...]
    log_prior: Callable[[PyTree], Array] | None  # state -> [K]; None if skills cannot be counted
    accumulate: Callable[[PyTree, Batch, Array, PyTree], PyTree]
    update: Callable[[PyTree, PyTree, HParams], tuple[PyTree, Metrics]]
    tile: Callable[[PyTree, Array], Array] | None = None
    sources: Callable[[PyTree], Array] | None = None


class SkillSpace(NamedTuple):
    """A set of skills and the prior p(z) over it.

    `sample` and `log_prior` belong to the prior at the beginning of a run. `moving` moves the prior; if it is
    None, the prior is fixed.

    A skill is stored as a small integer if skills can be counted, and as `shape` floats otherwise. Networks
    get `encode` of the stored skill, Z floats.
    """

    name: str  # the value of --skill_space with its size: categorical:10, sphere:2, none
    size: int  # Z
    num_skills: int | None  # K; 1 for `none`; None if skills cannot be counted
    shape: tuple[int, ...]  # shape of a stored skill
    dtype: Any  # type of a stored skill
    sample: Callable[[Key], Array]  # keys [E] -> stored [E, ...], from p(z)
    tile: Callable[[Array], Array]  # indices [E] of environments -> stored [E, ...], the same in every run
    encode: Callable[[Array], Array]  # stored [..., *shape] -> [..., Z], float32
    log_prior: Array | None  # [K]; None if skills cannot be counted
    probes: np.ndarray  # stored [P, ...]: the skills that tables, traces and galleries show
    moving: MovingPrior | None = None
    length: float = 1.0  # ‖z‖ of the skill for a direction: 1; for `gaussian`, the mean of ‖z‖
    on_simplex: bool = False  # whether encoded skills are one-hot vectors or mixtures of these


def kind_and_size(name: str) -> tuple[str, int]:
    """Returns the kind of skills that `--skill_space` names, and d (0 for kinds without d).

    It does not start JAX.

    Raises:
      ConfigError: the name is not the name of a skill space.
    """
    kind, _, size = name.partition(":")
    spec = SPACES.get(kind)
    if spec is not None and spec.least is None and ":" not in name:
        return kind, 0
    least = None if spec is None else spec.least
    if least is None or not size.isdecimal() or not least <= int(size) <= MOST:
        hint = "" if spec is not None else closest_matches(kind, SPACES)
        raise ConfigError(
            f"--skill_space={name} is not allowed: it takes "
            f"{' | '.join(_form(*row) for row in SPACES.items())}, with d up to {MOST}, "
            f"such as sphere:2.{hint}"
        )
    return kind, int(size)


def _form(kind: str, spec: "SpaceSpec") -> str:
    """Returns the form of a kind's name in `--skill_space`, such as `sphere:d (d ≥ 2)`."""
    if spec.least is None:
        return kind
    return f"{kind}:d" if spec.least == 1 else f"{kind}:d (d ≥ {spec.least})"


def is_counted(kind: str) -> bool:
    """Returns whether `--num_skills` sets the number of skills of this kind."""
    return SPACES[kind].counted


def make_skills(name: str, num_skills: int, alpha: float = Config.dirichlet_alpha) -> SkillSpace:
    """Makes the skill space that `--skill_space` names.

    Args:
      name: the name, such as `sphere:2`.
      num_skills: K, for categorical skills.
      alpha: α, for mixtures of skills.

    Raises:
      ConfigError: the name is not the name of a skill space.
    """
    kind, size = kind_and_size(name)
    if kind == DIRICHLET:
        return dirichlet(size, alpha)
    spec = SPACES[kind]
    return spec.make(num_skills if spec.counted else size)


def draw_skills(space: SkillSpace, state: PyTree, keys: Key) -> Array:
    """Draws skills from the current prior: keys [E] -> stored [E, ...].

    `state` is the state of the `MovingPrior`, or () if the prior is fixed.
    """
    return space.sample(keys) if space.moving is None else space.moving.sample(state, keys)


def tiled_skills(space: SkillSpace, state: PyTree, index: Array) -> Array:
    """Returns the tiled skills of environments: [E] -> stored [E, ...]. `state`: see `draw_skills`."""
    if space.moving is None:
        return space.tile(index)
    assert space.moving.tile is not None
    return space.moving.tile(state, index)


def current_log_prior(space: SkillSpace, state: PyTree) -> Array | None:
    """Returns the current log p(z) [K]; None if skills cannot be counted. `state`: see `draw_skills`."""
    if space.moving is None:
        return space.log_prior
    return None if space.moving.log_prior is None else space.moving.log_prior(state)


def categorical(num_skills: int) -> SkillSpace:
    """Makes the space of K equally likely skills. Networks get z as a one-hot vector."""
    log_prior = uniform_log_prior(num_skills)
    dtype = smallest_int_dtype(num_skills)

    def sample(keys: Key) -> Array:
        return jax.vmap(lambda key: jax.random.categorical(key, log_prior))(keys).astype(dtype)

    return SkillSpace(
        name=f"{CATEGORICAL}:{num_skills}",
        size=num_skills,
        num_skills=num_skills,
        shape=(),
        dtype=dtype,
        sample=sample,
        tile=lambda index: (index % num_skills).astype(dtype),
        encode=lambda skill: jax.nn.one_hot(skill, num_skills),
        log_prior=log_prior,
        probes=np.arange(num_skills, dtype=np.int32),
        on_simplex=True,
    )


def none() -> SkillSpace:
    """Makes the space for runs without skills: it has one skill, whose encoding is empty."""
    return SkillSpace(
        name=NO_SKILLS,
        size=0,
        num_skills=1,
        shape=(),
        dtype=jnp.int8,
        sample=lambda keys: jnp.zeros(keys.shape, jnp.int8),
        tile=lambda index: jnp.zeros(index.shape, jnp.int8),
        encode=lambda skill: jnp.zeros((*skill.shape, 0)),
        log_prior=jnp.zeros(1),
        probes=np.zeros(1, np.int32),
    )


def sphere(size: int) -> SkillSpace:
    """Makes the space of directions: uniform on the unit sphere in d dimensions."""

    def draw(key: Key) -> Array:
        direction = jax.random.normal(key, (size,))
        return direction / jnp.linalg.norm(direction)

    return _vectors("sphere", size, draw)


def gaussian(size: int) -> SkillSpace:
    """Makes the space of standard normal vectors of d dimensions."""
    # The mean of ‖z‖: the mean of the χ distribution with d degrees of freedom.
    length = math.sqrt(2) * math.exp(math.lgamma((size + 1) / 2) - math.lgamma(size / 2))
    return _vectors("gaussian", size, lambda key: jax.random.normal(key, (size,)), length)


def box(size: int) -> SkillSpace:
    """Makes the space of vectors that are uniform in [−1, 1]^d."""
    return _vectors("box", size, lambda key: jax.random.uniform(key, (size,), minval=-1.0))


def dirichlet(size: int, alpha: float = Config.dirichlet_alpha) -> SkillSpace:
    """Makes the space of mixtures of d skills: z ~ Dirichlet(α, …, α) on the simplex.

    The d vertices are single skills. With a small α most mixtures are close to one of them; α = 1 is uniform
    on the simplex; with a large α all mixtures are close to the middle. The probes are the vertices, and then
    draws of z.
    """

    def draw(key: Key) -> Array:
        return jax.random.dirichlet(key, jnp.full(size, alpha))

    space = _vectors(DIRICHLET, size, draw)
    vertices, rest = np.eye(size, dtype=np.float32), max(NUM_PROBES - size, 0)
    drawn = np.asarray(space.tile(jnp.arange(rest)))
    drawn = drawn[np.argsort(mixture_angles(drawn), kind="stable")]
    return space._replace(probes=np.concatenate([vertices, drawn]), on_simplex=True)


def mixture_angles(mixtures: np.ndarray) -> np.ndarray:
    """Returns the angle of Σ_k z_k exp(2πi k/d) in turns, 0 to 1: mixtures z [P, d] -> [P].

    It is k/d for vertex k. Mixtures of neighbouring vertices lie between these.
    """
    on_circle = np.exp(2j * np.pi * np.arange(mixtures.shape[1]) / mixtures.shape[1])
    return np.angle(mixtures @ on_circle) / (2 * np.pi) % 1.0


class SpaceSpec(NamedTuple):
    """A row of the table of skill spaces."""

    make: Callable[[int], SkillSpace]  # takes K if skills are counted, and d otherwise
    counted: bool = False  # whether `--num_skills` sets the number of skills
    least: int | None = None  # the least allowed d; None: the name has no d


SPACES: dict[str, SpaceSpec] = {
    CATEGORICAL: SpaceSpec(categorical, counted=True),
    "sphere": SpaceSpec(sphere, least=2),
    "gaussian": SpaceSpec(gaussian, least=1),
    "box": SpaceSpec(box, least=1),
    DIRICHLET: SpaceSpec(dirichlet, least=2),
    NO_SKILLS: SpaceSpec(lambda size: none()),
}


def _vectors(
    kind: str,
    size: int,
    draw: Callable[[Key], Array],
    length: float = 1.0,
) -> SkillSpace:
    def tile(index: Array) -> Array:
        key = jax.random.key(_FIXED)
        return jax.vmap(lambda i: draw(jax.random.fold_in(key, i)))(index)

    return SkillSpace(
        name=f"{kind}:{size}",
        size=size,
        num_skills=None,
        shape=(size,),
        dtype=jnp.float32,
        sample=jax.vmap(draw),
        tile=tile,
        encode=lambda skill: skill,
        log_prior=None,
        probes=_in_order(np.asarray(tile(jnp.arange(NUM_PROBES)))),
        length=length,
    )


def _in_order(probes: np.ndarray) -> np.ndarray:
    """Sorts skills [P, d] so that neighbours are alike: by angle in the first two dimensions, or by value."""
    by = probes[:, 0] if probes.shape[1] == 1 else np.arctan2(probes[:, 1], probes[:, 0]) % (2 * math.pi)
    return probes[np.argsort(by, kind="stable")]


def skill_towards(space: SkillSpace, way: Array) -> Array:
    """Returns the skill for a direction in METRA's representation: [..., Z] -> stored [..., *shape].

    A vector skill gets the direction of `way` and the length `SkillSpace.length`. If skills can be counted,
    the result is the skill whose direction has the largest product with `way`. A skill's direction is its
    centred one-hot vector, so this is the index of the largest coordinate. A mixture gets the direction of
    the centred `way` from the middle of the simplex, and ends at its boundary.
    """
    if space.num_skills is not None:
        return jnp.argmax(way, axis=-1).astype(space.dtype)
    if space.on_simplex:
        centred = way - way.mean(-1, keepdims=True)
        return (1 + centred / jnp.maximum(-centred.min(-1, keepdims=True), 1e-8)) / space.size
    return space.length * way / jnp.maximum(jnp.linalg.norm(way, axis=-1, keepdims=True), 1e-8)


def uniform_log_prior(num_skills: int) -> Array:
    """Returns log p(z) = −ln K for each skill, [K]."""
    return jnp.full((num_skills,), -math.log(num_skills))


def smallest_int_dtype(num_skills: int):
    """Returns the smallest signed integer type that holds the index of a skill."""
    if num_skills <= 2**7:
        return jnp.int8
    return jnp.int16 if num_skills <= 2**15 else jnp.int32
