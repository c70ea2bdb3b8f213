"""What tasks reward, as pure functions of where a robot is: of one environment, to be mapped over many."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.types import Array, Key, PyTree


class TaskRules(NamedTuple):
    """A task: what it remembers of an episode, what it pays, and what it shows of itself.

    `place` [P] is what it looks at of the robot, such as xy in metres.
    """

    size: int  # numbers that it adds to the observation
    init: Callable[[Key, Array], PyTree]  # (key, place) -> memory at the start of an episode
    # (memory, place after a step) -> memory, reward [], whether the task is over []
    step: Callable[[PyTree, Array], tuple[PyTree, Array, Array]]
    observe: Callable[[PyTree, Array], Array]  # (memory, place) -> [size]
    # (memory, place) -> whether the task is done in this state, []; None where it is never asked
    success: Callable[[PyTree, Array], Array] | None = None


def waypoints(places: Sequence[tuple[float, float]], radius: float) -> TaskRules:
    """Places to visit in order: each pays 1 when it is reached, and the last ends the episode.

    Shows the way to the next [2], m, and the share of those that are reached.

    Args:
      places: x and y of each, m.
      radius: how near counts as reached, m.
    """
    points, count = jnp.asarray(places, jnp.float32), len(places)

    def step(reached: Array, place: Array) -> tuple[Array, Array, Array]:
        there = jnp.linalg.norm(points[reached % count] - place) <= radius
        there &= reached < count
        reached = reached + there
        return reached, there.astype(jnp.float32), reached >= count

    def observe(reached: Array, place: Array) -> Array:
        way = points[jnp.minimum(reached, count - 1)] - place
        return jnp.append(way, reached / count)

    return TaskRules(3, lambda key, place: jnp.zeros((), jnp.int32), step, observe)


class _Goal(NamedTuple):
    goal: Array  # [2], m
    steps: Array  # [], int32
    key: Array  # [2], uint32, of the goals to come


def goals(
    distance: float, radius: float, steps: int, count: int, pay: float, around_the_robot: bool
) -> TaskRules:
    """Goals one after another, each for so many steps; one that is reached pays and makes room for the next.

    Of METRA's downstream task with several goals (Park et al. 2024, arXiv:2310.08887, appendix; the
    `esparse` reward of the code that follows it). Shows the way to the goal [2], m.

    Args:
      distance: goals are uniform within ± so many m along either axis.
      radius: how near counts as reached, m; the first step of an episode does not count.
      steps: after which a goal is given up. What is left of them when it is reached is lost.
      count: of goals; then the episode ends.
      pay: for each that is reached.
      around_the_robot: goals are drawn around where the robot is then, and otherwise around the origin.
    """

    def draw(key: Array, place: Array) -> Array:
        offset = jax.random.uniform(key, (2,), minval=-distance, maxval=distance)
        return offset + place if around_the_robot else offset

    def init(key: Array, place: Array) -> _Goal:
        key, goal_key = jax.random.split(key)
        # The first is around the origin: where it starts, but for a little noise.
        return _Goal(draw(goal_key, jnp.zeros_like(place)), jnp.zeros((), jnp.int32), key)

    def step(memory: _Goal, place: Array) -> tuple[_Goal, Array, Array]:
        key, goal_key = jax.random.split(memory.key)
        after = memory.steps + 1
        reached = (jnp.linalg.norm(memory.goal - place) <= radius) & (after > 1)
        after = jnp.where(reached, -(-after // steps) * steps, after)
        goal = jnp.where(after % steps == 0, draw(goal_key, place), memory.goal)
        return _Goal(goal, after, key), pay * reached, after >= steps * count

    return TaskRules(2, init, step, lambda memory, place: memory.goal - place)


def nearest_is_best(targets: Sequence[tuple[float, float]]) -> TaskRules:
    """A target, drawn for each episode: a step pays minus the distance to it, in m, and nothing ends it.

    Shows where the robot is [2] and the way to the target [2], m.
    """
    points = jnp.asarray(targets, jnp.float32)

    def init(key: Array, place: Array) -> Array:
        del place
        return points[jax.random.randint(key, (), 0, len(targets))]

    def step(target: Array, place: Array) -> tuple[Array, Array, Array]:
        return target, -jnp.linalg.norm(target - place), jnp.zeros((), bool)

    return TaskRules(4, init, step, lambda target, place: jnp.concatenate([place, target - place]))


def target(lowest: Sequence[float], highest: Sequence[float], near: float, size: int) -> TaskRules:
    """A target, drawn for each episode: a step pays minus the distance to it, in m, and nothing ends it.

    The task is done in states no further than `near` from it. HIRO's (Nachum et al. 2018,
    arXiv:1805.08296, appendix C.2), whose episodes succeed by their last state. Shows where the robot is, the
    way to the target, and what else there is of the place, m.

    Args:
      lowest, highest: corners of the box that it is drawn from, of as many axes as count, m.
      near: m.
      size: P, numbers of a place; the first three are the robot's x, y and z.
    """
    # Not JAX's, which a table of environments must not start.
    low, high = np.asarray(lowest, np.float32), np.asarray(highest, np.float32)
    axes = len(lowest)

    def init(key: Array, place: Array) -> Array:
        del place
        return jax.random.uniform(key, (axes,), minval=low, maxval=high)

    def distance(goal: Array, place: Array) -> Array:
        return jnp.linalg.norm(goal - place[:axes])

    def step(goal: Array, place: Array) -> tuple[Array, Array, Array]:
        return goal, -distance(goal, place), jnp.zeros((), bool)

    def observe(goal: Array, place: Array) -> Array:
        return jnp.concatenate([place[:2], goal - place[:axes], place[3:]])

    return TaskRules(
        2 + axes + size - 3, init, step, observe, lambda goal, place: distance(goal, place) <= near
    )


class _Objects(NamedTuple):
    places: Array  # [n, 2], m; apples first
    left: Array  # [n], bool


def gather(
    apples: int = 8,
    bombs: int = 8,
    half_width: float = 10.0,
    catch: float = 1.0,
    bins: int = 10,
    sight: float = 6.0,
) -> TaskRules:
    """Apples that pay 1 and bombs that cost 1, gone once they are caught; with none left it ends.

    Duan et al. 2016 (arXiv:1604.06778), with the sizes of SNN4HRL's (Florensa et al. 2017,
    arXiv:1704.03012). Objects lie on a grid of 2 m, in no place twice and none at the origin. Shows two
    rings of `bins` readings, of apples and of bombs: 1 − d / `sight` of the nearest in that sector about
    the robot, counted from behind it to the left by turning counterclockwise, and 0 where there is none.

    Args:
      apples, bombs: how many of each.
      half_width: they lie in [−half_width, half_width)², m.
      catch: nearer than this is caught, m.
      bins: sectors of the full circle.
      sight: how far it sees, m.
    """
    line = np.arange(-half_width, half_width, 2.0)
    grid = np.stack(np.meshgrid(line, line, indexing="ij"), axis=-1).reshape(-1, 2)
    free = jnp.asarray(grid[(grid != 0).any(axis=1)], jnp.float32)
    count = apples + bombs
    pays = jnp.asarray([1.0] * apples + [-1.0] * bombs)

    def init(key: Array, place: Array) -> _Objects:
        del place
        return _Objects(jax.random.permutation(key, free)[:count], jnp.ones(count, bool))

    def step(memory: _Objects, place: Array) -> tuple[_Objects, Array, Array]:
        near = jnp.linalg.norm(memory.places - place[:2], axis=-1) < catch
        left = memory.left & ~near
        return memory._replace(left=left), jnp.sum(pays * (memory.left & near)), ~left.any()

    def observe(memory: _Objects, place: Array) -> Array:
        way = memory.places - place[:2]
        angle = jnp.arctan2(way[:, 1], way[:, 0]) - place[2]
        sector = jnp.floor((angle + math.pi) / (2 * math.pi) * bins).astype(jnp.int32) % bins
        reading = jnp.maximum(0.0, 1 - jnp.linalg.norm(way, axis=-1) / sight) * memory.left
        ring = sector + jnp.where(pays > 0, 0, bins)
        return jnp.zeros(2 * bins).at[ring].max(reading)

    return TaskRules(2 * bins, init, step, observe)


def hurdles(places: Sequence[float]) -> TaskRules:
    """Hurdles along the track: 1 for each that the back foot has passed, −1 for each that it goes back over.

    Those behind the start pay nothing, as in the code of METRA's downstream task (Park et al. 2024,
    arXiv:2310.08887). Shows how far the next hurdle is from the back foot and from the front foot, m.

    Args:
      places: x of each, m, in order. `place` is x of back foot and front foot.
    """
    all_of_them = jnp.asarray(places, jnp.float32)
    paid = jnp.asarray([x for x in places if x >= 0], jnp.float32)

    def left(place: Array) -> Array:
        return jnp.sum(paid >= place[0])

    def step(before: Array, place: Array) -> tuple[Array, Array, Array]:
        after = left(place)
        return after, (before - after).astype(jnp.float32), jnp.zeros((), bool)

    def observe(before: Array, place: Array) -> Array:
        del before
        ahead = jnp.where(all_of_them >= place[0], all_of_them, jnp.inf).min()
        return jnp.minimum(ahead, all_of_them[-1]) - place

    return TaskRules(2, lambda key, place: left(place), step, observe)
