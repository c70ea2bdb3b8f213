"""Goals on the plane, and how many of them skills reach without training for them."""

import jax
import numpy as np

from diayn_jax.evaluation.metrics.trajectories import Recorded
from diayn_jax.types import Box, Key

# All four are CSF's (Zheng et al. 2024, arXiv:2412.08021).
GOALS = 50
GOAL_RANGE = 50.0  # metres
GOAL_RADIUS = 3.0  # metres
SMALL_RADIUS = 1.0  # metres


def make_goals(key: Key, half_side: float = GOAL_RANGE, world: Box | None = None) -> np.ndarray:
    """Draws goals [50, 2], uniform in ± `half_side` metres (±50 in Zheng et al. 2024, arXiv:2412.08021).

    If the world ends before that, goals are drawn inside of it, because no goal beyond a wall can be reached.
    """
    low, high = np.full(2, -half_side), np.full(2, half_side)
    if world is not None:
        low, high = np.clip(low, *world), np.clip(high, *world)
    # NumPy draws them, because JAX would compile a program for it.
    draws = np.random.default_rng(np.asarray(jax.random.key_data(key))).random((GOALS, 2))
    return (low + draws * (high - low)).astype(np.float32)


def goal_radius(world: Box | None) -> float:
    """Returns the distance in metres within which a goal counts as reached.

    It is 3 m, which is 3 % of the side of the square of goals in an open world. In a smaller world it is 3 %
    of the world's longer side: in a world of 2 m, a radius of 3 m would cover everything.
    """
    if world is None:
        return GOAL_RADIUS
    side = max(high - low for low, high in zip(*world, strict=True))
    return GOAL_RADIUS * min(1.0, side / (2 * GOAL_RANGE))


def goals_reached(goals: Recorded, xy: Recorded, valid: Recorded, radius: float = GOAL_RADIUS) -> np.ndarray:
    """Returns which goals their episodes come near at any valid step: bool [G].

    Args:
      goals: [G, 2], metres; valid: [T, G], bool.
      xy: [T, G, 2], metres, at s', in the episode that seeks each goal.
    """
    near = np.linalg.norm(np.asarray(xy) - np.asarray(goals), axis=-1) <= radius
    return np.any(near & np.asarray(valid), axis=0)


def episodes_of(chosen: Recorded, skill: Recorded) -> np.ndarray:
    """Returns the index of an episode for each goal, [G].

    Goals with the same skill get its episodes in turn, and start over if there are more goals than episodes.

    `chosen` is the skill of each goal, [G], and `skill` that of each episode, [N].

    Raises:
      ValueError: a chosen skill has no episode.
    """
    chosen, skill = np.asarray(chosen), np.asarray(skill)
    places = np.empty(len(chosen), np.int64)
    for z in np.unique(chosen):
        episodes = np.flatnonzero(skill == z)
        if not len(episodes):
            raise ValueError(f"goal_success: skill {z} is chosen for a goal and has no episode.")
        places[chosen == z] = np.resize(episodes, np.sum(chosen == z))
    return places
