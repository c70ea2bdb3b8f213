"""Goals on the plane that skills reach without having been trained for them."""

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.evaluation.metrics.trajectories import Recorded
from diayn_jax.types import Array, Box, Key

GOALS = 50  # CSF's (Zheng et al. 2024, arXiv:2412.08021)
GOAL_RANGE = 50.0  # metres, CSF's
GOAL_RADIUS = 3.0  # metres, CSF's
SMALL_RADIUS = 1.0  # metres, CSF's second


def make_goals(key: Key, half_side: float = GOAL_RANGE, world: Box | None = None) -> Array:
    """Goals [50, 2] uniform in ± `half_side` metres (±50 by Zheng et al. 2024, arXiv:2412.08021).

    Where the world ends before that, goals lie inside of it: beyond its walls none is within reach.
    """
    low, high = np.full(2, -half_side), np.full(2, half_side)
    if world is not None:
        low, high = np.clip(low, *world), np.clip(high, *world)
    return jax.random.uniform(key, (GOALS, 2), minval=jnp.asarray(low), maxval=jnp.asarray(high))


def goal_radius(world: Box | None) -> float:
    """Metres within which a goal counts as reached: 3, or 3 % of the longer side of a smaller world.

    3 m are 3 % of the square of open worlds' goals. In a world of 2 m they would reach across.
    """
    if world is None:
        return GOAL_RADIUS
    side = max(high - low for low, high in zip(*world, strict=True))
    return GOAL_RADIUS * min(1.0, side / (2 * GOAL_RANGE))


def goals_reached(goals: Recorded, xy: Recorded, valid: Recorded, radius: float = GOAL_RADIUS) -> np.ndarray:
    """Which goals their episodes come near, at any valid step: bool [G].

    Args:
      goals: [G, 2], metres.
      xy: [T, G, 2], metres, of s', of the episode that seeks each goal.
      valid: [T, G], bool.
      radius: metres within which a goal counts as reached.
    """
    near = np.linalg.norm(np.asarray(xy) - np.asarray(goals), axis=-1) <= radius
    return np.any(near & np.asarray(valid), axis=0)


def episodes_of(chosen: Recorded, skill: Recorded) -> np.ndarray:
    """An episode of each goal's skill: chosen [G], and the skill of each episode [N] -> places [G].

    Goals of one skill take its episodes in turn, and begin again where they outnumber them.

    Raises:
      ValueError: a chosen skill without an episode.
    """
    chosen, skill = np.asarray(chosen), np.asarray(skill)
    places = np.empty(len(chosen), np.int64)
    for z in np.unique(chosen):
        episodes = np.flatnonzero(skill == z)
        if not len(episodes):
            raise ValueError(f"goal_success: skill {z} is chosen for a goal and has no episode.")
        places[chosen == z] = np.resize(episodes, np.sum(chosen == z))
    return places
