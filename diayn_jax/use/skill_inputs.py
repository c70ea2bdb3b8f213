"""Checks the inputs of skills' functions and brings them into shape. Values of tracers are not checked.

Every function raises `ValueError` if its input has a wrong shape or type, is out of range, or is missing.
"""

import math
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.config import DIRICHLET
from diayn_jax.envs import FeatureMap, Interface
from diayn_jax.skills import SkillSpace
from diayn_jax.training import PolicyParts
from diayn_jax.types import Array, Key, Numbers, PyTree

_SUM_TOLERANCE = 1e-3  # by how much the numbers of a mixture may miss a sum of 1


def parameters(given: Any) -> PolicyParts:
    """Returns the parameters; other functions take their shapes from the networks."""
    if not isinstance(given, PolicyParts):
        raise ValueError(f"params is {_short(given)}; it takes parameters, such as skills.params.")
    return given


def observations(obs: Numbers, env: Interface) -> tuple[Array, tuple[int, ...]]:
    """Returns observations [..., *O] in the environment's type, and their leading dimensions."""
    shape, obs = env.observation_shape, _array("obs", obs)
    if obs.ndim < len(shape) or obs.shape[-len(shape) :] != shape:
        what = f"{shape[0]} numbers" if env.image_shape is None else f"images {list(shape)}"
        raise ValueError(f"obs has shape {obs.shape}; {env.name} observes {what}.")
    if env.image_shape is not None and obs.dtype != jnp.uint8:
        raise ValueError(f"obs has type {obs.dtype}; {env.name} observes images in uint8, 0 to 255.")
    return obs.astype(env.observation_dtype), obs.shape[: -len(shape)]


def skills(skill: Numbers | None, space: SkillSpace, lead: tuple[int, ...]) -> Array:
    """Returns skills as they are stored, [*lead, *shape]."""
    if skill is None:
        if space.num_skills != 1:
            raise ValueError(f"skill: this run has {_in_words(space)}. Pass skill=….")
        skill = 0
    # Messages show the given number, because its float32 has more digits.
    given, skill = skill, _array("skill", skill)
    shown = given if isinstance(given, int | float) else skill
    size = len(space.shape)
    try:
        if skill.ndim < size or skill.shape[skill.ndim - size :] != space.shape:
            raise ValueError
        stored = jnp.broadcast_to(skill, (*lead, *space.shape))
    except ValueError as error:
        raise ValueError(
            f"skill has shape {skill.shape}, and obs has leading dimensions {lead}; this run has "
            f"{_in_words(space)}."
        ) from error
    counted = space.num_skills is not None
    if counted and not jnp.issubdtype(skill.dtype, jnp.integer):
        raise ValueError(f"skill is {shown}; this run has {_in_words(space)}.")
    if not isinstance(skill, jax.core.Tracer) and not _is_skill(space, np.asarray(skill)):
        raise ValueError(f"skill is {shown}; this run has {_in_words(space)}.")
    return stored.astype(space.dtype)


def several_skills(skill: Numbers | None, space: SkillSpace) -> Array:
    """Returns one skill or M skills as they are stored, [M, *shape]."""
    if skill is None:
        return skills(None, space, (1,))
    found = _array("skill", skill)
    more = found.ndim - len(space.shape)
    if more == 1 and found.shape[0]:
        return skills(found, space, found.shape[:1])
    if more > 0:
        raise ValueError(
            f"skill has shape {found.shape}; give one skill, or a list of skills. This run has "
            f"{_in_words(space)}."
        )
    return skills(skill, space, (1,))


def features(
    given: Numbers | None, env: Interface, feature_map: FeatureMap, lead: tuple[int, ...], needed: bool
) -> Array:
    """Returns the features that the observation lacks, [*lead, F']; zeros if not given and not needed."""
    shape = (*lead, feature_map.stored_size)
    if given is None:
        if feature_map.stored_size and needed:
            raise ValueError(
                f"features: the policy sees {' and '.join(feature_map.stored_names)}, which {env.name} "
                f"does not have in its observation. Pass features=… [..., {feature_map.stored_size}]."
            )
        return jnp.zeros(shape)
    found = _array("features", given).astype(jnp.float32)
    if found.shape != shape:
        raise ValueError(f"features has shape {found.shape}; expected {shape}.")
    return found


def phi(given: Numbers, feature_map: FeatureMap) -> Array:
    """Returns the features φ that the objective sees, [..., F]."""
    found = _array("features", given).astype(jnp.float32)
    if found.ndim < 1 or found.shape[-1] != feature_map.size:
        raise ValueError(
            f"features has shape {found.shape}; expected [..., {feature_map.size}], which is "
            f"{feature_map.name}."
        )
    return found


def actor(given: PyTree, begun: PyTree, lead: tuple[int, ...]) -> PyTree:
    """Checks and returns the state that a policy carries from step to step.

    Args:
      begun: the shapes and types of the state that the policy carries into an episode.
      lead: the leading dimensions of the observations.
    """
    expected: Any = jax.tree.structure(begun)
    if expected != jax.tree.structure(given):
        what = f"the result of start(params, {lead}) or of the previous step"
        raise ValueError(f"actor is {_short(given)}; it takes {what if jax.tree.leaves(begun) else '()'}.")
    found = jax.tree.map(lambda x: _array("actor", x), given)
    for (path, x), like in zip(
        jax.tree_util.tree_leaves_with_path(found), jax.tree.leaves(begun), strict=True
    ):
        if (x.shape, x.dtype) != (like.shape, like.dtype):
            raise ValueError(
                f"actor{jax.tree_util.keystr(path)} has shape {x.shape} and type {x.dtype}; start(params, "
                f"{lead}) returns {like.shape} and {like.dtype}."
            )
    return found


def first(given: Numbers, lead: tuple[int, ...]) -> Array:
    """Returns whether observations are the first of their episodes, [*lead]."""
    found = _array("first", given)
    if found.dtype != bool or found.shape not in ((), lead):
        raise ValueError(
            f"first has shape {found.shape} and type {found.dtype}; it takes one bool for all observations, "
            f"or one for each, {lead}."
        )
    return jnp.broadcast_to(found, lead)


def key(given: Key | None) -> Key | None:
    """Checks and returns one JAX key, typed or raw; None stays None."""
    if given is None:
        return None
    shape, dtype = np.shape(given), getattr(given, "dtype", None)
    typed = dtype is not None and jnp.issubdtype(dtype, jax.dtypes.prng_key)
    if not (typed and shape == ()) and not (dtype == jnp.uint32 and shape == (2,)):
        what = f"of shape {shape}" if typed else _short(given)
        raise ValueError(f"key is {what}; it takes one key, such as jax.random.key(0), or None for the mode.")
    return given


def _array(name: str, given: Any) -> Array:
    try:
        found = jnp.asarray(given)
    except (TypeError, ValueError, OverflowError) as error:
        raise ValueError(f"{name} is {_short(given)}; it takes an array of numbers.") from error
    if jnp.issubdtype(found.dtype, jnp.complexfloating):
        raise ValueError(f"{name} has type {found.dtype}; it takes real numbers.")
    return found


def _short(given: Any) -> str:
    words = repr(given)
    return words if len(words) <= 60 else f"{words[:60]}…"


def _in_words(space: SkillSpace) -> str:
    """Describes the skills that `act` takes."""
    kind, size = space.name.partition(":")[0], math.prod(space.shape)
    if space.num_skills is not None:
        return f"skills 0 to {space.num_skills - 1}" if space.num_skills > 1 else "no skills (0 or None)"
    what = {
        "sphere": "of length 1",
        "box": "of numbers in −1 to 1",
        DIRICHLET: "of no negative number, with a sum of 1",
    }.get(kind, "of any length")
    return f"skills that are vectors of {size} numbers, {what}"


def _is_skill(space: SkillSpace, skill: np.ndarray) -> bool:
    """Returns whether these are skills of the space: integers [...], or vectors [..., d]."""
    if space.num_skills is not None:
        return bool(np.all((skill >= 0) & (skill < space.num_skills)))
    if not np.all(np.isfinite(skill)):
        return False
    kind = space.name.partition(":")[0]
    if kind == "sphere":
        # The tolerance allows for float32 rounding in vectors that were divided by their length.
        return bool(np.allclose(np.linalg.norm(skill, axis=-1), 1.0, atol=1e-3))
    if kind == DIRICHLET:
        return bool(np.all(skill >= 0) and np.allclose(skill.sum(-1), 1.0, atol=_SUM_TOLERANCE))
    return kind != "box" or bool(np.all(np.abs(skill) <= 1))
