"""Other skills that an objective compares with the skill that acted."""

from typing import NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax.skills import SkillSpace
from diayn_jax.types import Array, Key


class OtherSkills(NamedTuple):
    """Skills from the prior. All rows of a batch, on all devices, are compared with the same ones.

    They are a part of the objective's state, so that rewards and scores need no random numbers.
    """

    seed: Array  # [2], uint32: data of the key for the next draw
    skills: Array  # [N, *shape], as stored


def first_others(space: SkillSpace, key: Key, count: int) -> OtherSkills:
    """Draws `count` skills. If skills can be counted, none is drawn: the result is always all K skills."""
    if space.num_skills is not None:
        return OtherSkills(jax.random.key_data(key), jnp.arange(space.num_skills, dtype=space.dtype))
    later, now = jax.random.split(key)
    return OtherSkills(jax.random.key_data(later), space.sample(jax.random.split(now, count)))


def fresh_others(space: SkillSpace, others: OtherSkills) -> OtherSkills:
    """Draws as many new skills. If skills can be counted, they stay."""
    if space.num_skills is not None:
        return others
    return first_others(space, jax.random.wrap_key_data(others.seed), others.skills.shape[0])
