"""The rules of tasks, as pure functions of a robot's position, for one environment (vmap over many)."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.types import Array, Key, PyTree


class TaskRules(NamedTuple):
    """The rules of a task: its state in an episode (`memory`), its reward, and its observation.

    `place` [P] holds the quantities of the robot that the task uses, such as xy in metres.
    """

    size: int  # numbers that the task adds to the observation
    init: Callable[[Key, Array], PyTree]  # (key, place) -> memory at the start of an episode
    # (memory, place after a step) -> memory, reward [], whether the task ends the episode []
    step: Callable[[PyTree, Array], tuple[PyTree, Array, Array]]
    observe: Callable[[PyTree, Array], Array]  # (memory, place) -> [size]
    # (memory, place) -> whether the task is done in this state, []; None for tasks without a success test
    success: Callable[[PyTree, Array], Array] | None = None
    # indices in `observe` of the vector from the robot to its goal on the plane, m; () if there is none
    goal_vector_dims: tuple[int, ...] = ()


def waypoints(places: Sequence[tuple[float, float]], radius: float) -> TaskRules:
    """Makes a task with waypoints to visit in order. Each pays 1 when reached; the last ends the episode.

    The observation is the vector to the next waypoint [2], m, and the share of waypoints reached.

    Args:
      places: x and y of each waypoint, m.
      radius: distance within which a waypoint counts as reached, m.
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

    return TaskRules(3, lambda key, place: jnp.zeros((), jnp.int32), step, observe, goal_vector_dims=(0, 1))


class _Goal(NamedTuple):
    goal: Array  # [2], m
    steps: Array  # [], int32
    key: Array  # [2], uint32, for the next goals


def goals(
    distance: float, radius: float, steps: int, count: int, pay: float, around_the_robot: bool
) -> TaskRules:
    """Makes a task with goals one after another. A goal pays when it is reached; then the next one starts.

    This is METRA's downstream task with several goals (Park et al. 2024, arXiv:2310.08887, appendix; the
    `esparse` reward in the successor's code). The observation is the vector to the goal [2], m.

    Args:
      distance: goals are uniform within ± this distance along each axis, m.
      radius: distance within which a goal counts as reached, m; the first step of an episode does not count.
      steps: steps after which a goal is replaced. Steps that are left when a goal is reached are skipped.
      count: number of goals, after which the episode ends.
      pay: reward for each goal that is reached.
      around_the_robot: whether goals are drawn around the robot's current position or around the origin.
    """

    def draw(key: Array, place: Array) -> Array:
        offset = jax.random.uniform(key, (2,), minval=-distance, maxval=distance)
        return offset + place if around_the_robot else offset

    def init(key: Array, place: Array) -> _Goal:
        key, goal_key = jax.random.split(key)
        return _Goal(draw(goal_key, place), jnp.zeros((), jnp.int32), key)

    def step(memory: _Goal, place: Array) -> tuple[_Goal, Array, Array]:
        key, goal_key = jax.random.split(memory.key)
        after = memory.steps + 1
        reached = (jnp.linalg.norm(memory.goal - place) <= radius) & (after > 1)
        after = jnp.where(reached, -(-after // steps) * steps, after)
        goal = jnp.where(after % steps == 0, draw(goal_key, place), memory.goal)
        # The time of the last goal ends the task as reaching it does. If only reaching it terminated, agents
        # would learn to miss goals (benchmarks/results/choose.md).
        return _Goal(goal, after, key), pay * reached, after >= steps * count

    return TaskRules(2, init, step, lambda memory, place: memory.goal - place, goal_vector_dims=(0, 1))


def nearest_is_best(targets: Sequence[tuple[float, float]]) -> TaskRules:
    """Makes a task with a target that is drawn for each episode. A step pays minus the distance to it, in m.

    The task does not end the episode. The observation is the robot's position [2] and the vector to the
    target [2], m. An episode's target is one of `targets`, x and y in m.
    """
    points = jnp.asarray(targets, jnp.float32)

    def init(key: Array, place: Array) -> Array:
        del place
        return points[jax.random.randint(key, (), 0, len(targets))]

    def step(target: Array, place: Array) -> tuple[Array, Array, Array]:
        return target, -jnp.linalg.norm(target - place), jnp.zeros((), bool)

    def observe(target: Array, place: Array) -> Array:
        return jnp.concatenate([place, target - place])

    return TaskRules(4, init, step, observe, goal_vector_dims=(2, 3))


def target(lowest: Sequence[float], highest: Sequence[float], near: float, size: int) -> TaskRules:
    """Makes a task with a target that is drawn for each episode. A step pays minus the distance to it, in m.

    The task does not end the episode. A state is a success if it is within `near` of the target. These are
    the tasks of HIRO (Nachum et al. 2018, arXiv:1805.08296, appendix C.2), where an episode succeeds if its
    last state does. The observation is x and y of the robot, the vector to the target, and all of `place`
    after x, y and z, m.

    Args:
      lowest, highest: corners of the box from which the target is drawn, m; both have one number for each
        axis that counts for the distance.
      near: distance of a success, m.
      size: P, the size of `place`; its first three numbers are the robot's x, y and z.
    """
    # Use NumPy, because the table of environments must not start JAX.
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

    def success(goal: Array, place: Array) -> Array:
        return distance(goal, place) <= near

    return TaskRules(2 + axes + size - 3, init, step, observe, success, goal_vector_dims=(2, 3))


class _Objects(NamedTuple):
    places: Array  # [n, 2], m; apples first
    left: Array  # [n], bool


def gather(apples: int = 8, bombs: int = 8) -> TaskRules:
    """Makes a task with apples that pay 1 and bombs that cost 1. Objects vanish when they are caught.

    The episode ends when no object is left. The task is by Duan et al. 2016 (arXiv:1604.06778), with the
    sizes of SNN4HRL (Florensa et al. 2017, arXiv:1704.03012). Objects lie on different points of a grid of
    2 m, and not at the origin. The observation has a reading for the apples in each sector around the robot,
    and then for the bombs: 1 − d / `sight` for the nearest one, at distance d, or 0 if there is none. Sectors
    are counted counterclockwise, from the direction behind the robot.
    """
    half_width = 10.0  # m; objects lie in [−half_width, half_width)²
    catch = 1.0  # m; objects nearer than this are caught
    bins = 10  # sectors of the full circle
    sight = 6.0  # m; the largest distance that the robot sees
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
    """Makes a task with hurdles: 1 for each that the back foot passes, −1 for each that it passes backwards.

    Hurdles behind the start pay nothing, as in the code of METRA's downstream task (Park et al. 2024,
    arXiv:2310.08887). The observation is the distance along x from the back foot and from the front foot to
    the next hurdle before the back foot, m. The task's `place` is x of the back foot and of the front foot.
    `places` are x of the hurdles, m, in ascending order.
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
