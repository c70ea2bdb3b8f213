"""Tasks for robots that have skills: the same robot with another reward, and maybe with obstacles.

A task wraps an environment of any provider in pure JAX. Its observation is appended to the robot's. Its
reward replaces the robot's. The robot's features stay unchanged. Obstacles are parts of the physics model, so
that they exist for every physics engine.
"""

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp
import numpy as np
from flax import struct

from diayn_jax.config import ConfigError, show
from diayn_jax.envs.core import SMALL_NETWORKS, Env, EnvSpec, Feature, Variation, start_offset
from diayn_jax.envs.providers import brax_envs, obstacles
from diayn_jax.envs.providers.obstacles import Edit
from diayn_jax.envs.scenes import PlaneScene, Shape, within
from diayn_jax.envs.tasks import mazes, task_rules
from diayn_jax.envs.tasks.task_rules import TaskRules
from diayn_jax.envs.worlds import point
from diayn_jax.types import Array, PyTree, Timestep

_TASK = 0x7461736B  # folded into an environment's key to get the task's key

# A feature of tasks that have a success test. Evaluations read it from an episode's last state.
SUCCESS = {"success": Feature(1, "1 if the task is done, else 0", "1")}


class TaskState(struct.PyTreeNode):
    """The state of E environments with a task."""

    robot: PyTree  # the robot's own state
    place: Array  # [E, P], the quantities of the robot that the task uses
    memory: PyTree  # leaves [E, ...], the task's own state


def with_task(
    env: Env,
    name: str,
    rules: TaskRules,
    place_of: Callable[[Timestep], Array],
    robot_sees: tuple[int, ...] | None = None,
) -> Env:
    """Wraps an environment with a task.

    Args:
      place_of: (the robot's timestep) -> [E, P], the quantities that the task uses.
      robot_sees: indices of the observation that belong to the robot; None: all.
    """

    def seen(robot: Timestep) -> Array:
        return robot.obs if robot_sees is None else robot.obs[:, jnp.array(robot_sees)]

    def timestep(robot: Timestep, memory: PyTree, reward: Array, over: Array) -> Timestep:
        place = place_of(robot)
        features = dict(robot.features)
        if rules.success is not None:
            features["success"] = jax.vmap(rules.success)(memory, place).astype(jnp.float32)[:, None]
        return robot.replace(
            state=TaskState(robot.state, place, memory),
            obs=jnp.concatenate([seen(robot), jax.vmap(rules.observe)(memory, place)], axis=-1),
            reward=reward,
            terminated=robot.terminated | over,
            features=features,
        )

    def reset(keys: Array) -> Timestep:
        robot = env.reset(keys)
        memory = jax.vmap(rules.init)(
            jax.vmap(lambda key: jax.random.fold_in(key, _TASK))(keys), place_of(robot)
        )
        return timestep(robot, memory, jnp.zeros_like(robot.reward), jnp.zeros(robot.reward.shape, bool))

    def step(state: TaskState, action: Array) -> Timestep:
        robot = env.step(state.robot, action)
        memory, reward, over = jax.vmap(rules.step)(state.memory, place_of(robot))
        return timestep(robot, memory, reward.astype(jnp.float32), over)

    robot_size = env.observation_size if robot_sees is None else len(robot_sees)
    return env._replace(
        name=name,
        observation_size=robot_size + rules.size,
        features={**env.features, **(SUCCESS if rules.success is not None else {})},
        reset=reset,
        step=step,
        scene=within(env.scene, "robot"),
        reward_offset=0.0,
        symmetries={},
        goal_vector_dims=tuple(robot_size + i for i in rules.goal_vector_dims),
        task_size=rules.size,
    )


# Ant. Tasks use the position of the torso.

_ANT_PARTS = ("torso_geom",)  # besides the feet, which touch the ground and so also obstacles
_ANT_RADIUS = 1.0  # from the middle to the feet at the start, m, with some noise

# Waypoints are 4 m apart, so that skills that move some metres reach them. The DIAYN paper does not say where
# its own are.
WAYPOINTS = ((4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (-4.0, 4.0), (-4.0, 0.0))
WAYPOINT_RADIUS = 1.0

# QDax's maze (qdax/tasks/brax/v1/wrappers/exploration_wrappers.py): walls, 1 m thick, around the square
# [-5, 40]², and three walls inside. The ends of the capsules include their caps.
MAZE_WALLS = (
    ((-5.0, -5.0), (40.0, -5.0)),
    ((-5.0, 40.0), (40.0, 40.0)),
    ((-5.0, -4.0), (-5.0, 39.0)),
    ((40.0, -4.0), (40.0, 39.0)),
    ((20.0, -4.0), (20.0, 19.0)),
    ((11.0, 7.5), (19.0, 7.5)),
    ((10.0, 20.75), (10.0, 39.25)),
)
MAZE_WALL_RADIUS = 0.5
MAZE_WORLD = ((-5.0, -5.0), (40.0, 40.0))
# Targets of the skill-discovery benchmark (github.com/instadeepai/qd-skill-discovery-benchmark,
# qdbenchmark/adaptation/constants.py), rounded to a centimetre.
MAZE_TARGETS = (
    (11.74, 35.16),
    (-2.33, 14.86),
    (32.48, 32.37),
    (29.52, 17.46),
    (12.46, 7.05),
    (17.36, 4.45),
    (8.38, 25.17),
    (24.02, 34.36),
    (21.75, 14.12),
    (19.51, 14.58),
)

# Half-cheetah. Tasks use the positions of the feet.

_CHEETAH_PARTS = ("torso", "bshin", "fshin")  # other parts touch the ground and so also obstacles
# Positions from the code of METRA's downstream task.
HURDLES = (-15.0, -13.0, -9.0, -5.0, -1.0, 3.0, 7.0, 11.0, 15.0, 19.0, 23.0, 27.0)


def _torso_xy(timestep: Timestep) -> Array:
    return timestep.state.x.pos[:, 0, :2]


def _torso_xy_and_heading(timestep: Timestep) -> Array:
    """[E, 3]: x and y of the torso, m, and its heading, rad counterclockwise from the x axis."""
    w, x, y, z = jnp.moveaxis(timestep.state.x.rot[:, 0], -1, 0)
    heading = jnp.arctan2(2 * (w * z + x * y), 1 - 2 * (y**2 + z**2))
    return jnp.concatenate([_torso_xy(timestep), heading[:, None]], axis=-1)


def _torso_and_block(timestep: Timestep) -> Array:
    """[E, 6]: x, y and z of the torso, and of the block, m."""
    return timestep.state.x.pos[:, jnp.array((0, -1))].reshape(-1, 6)


def _feet_x(timestep: Timestep) -> Array:
    """[E, 2]: x of the middle of the back foot and of the front foot, m."""
    from brax.base import Transform

    def middles(x: Transform) -> Array:
        # Each foot's link in the order of the model, and the position of its geom in the link's frame.
        feet = ((3, (0.03, 0.0, -0.097)), (6, (0.045, 0.0, -0.07)))
        return jnp.stack([x.take(link).do(Transform.create(pos=jnp.array(at))).pos[0] for link, at in feet])

    return jax.vmap(middles)(timestep.state.x)


class _Row(NamedTuple):
    """A row of the table of tasks."""

    robot: str  # name of the environment that it wraps
    rules: Callable[[Variation], TaskRules]
    place_of: Callable[[Timestep], Array]
    size: int  # numbers that the task adds to the observation
    backends: tuple[str, ...]
    defaults: Mapping[str, Any]
    edit: Edit | None = None  # edits the robot's model
    changes: Mapping[str, Any] = {}  # replaces fields of the Env, such as walls to draw
    block_joints: int = 0  # joints of a block in the model, after the robot's joints
    base_height: float = 0.0  # height of the ground on which the robot starts, m
    features: Mapping[str, Feature] = {}  # added to the robot's
    variations: tuple[str, ...] = ()  # added to the robot's
    can_start_at: Callable[[float, float], bool] = lambda x, y: True  # whether x, y in m is free


# HIRO's mazes have episodes of 500 steps, and success means to be within 5 m of the target. In the U-shaped
# maze, HIRO trains on targets in the whole square, and evaluates on the target at the far end.
def _maze(
    layout: tuple[str, ...], lowest: tuple[float, ...], highest: tuple[float, ...], backends: tuple[str, ...]
) -> _Row:
    joints = mazes.block_joints(layout)
    place_of, size = (_torso_and_block, 6) if joints else (lambda timestep: timestep.state.x.pos[:, 0], 3)
    rules = task_rules.target(lowest, highest, 5.0, size)
    return _Row(
        "ant",
        lambda variation: rules,
        place_of,
        rules.size,
        backends,
        {"episode_length": 500},
        mazes.maze(layout, _ANT_PARTS),
        {"walls": mazes.outlines(layout), "reward_offset": 64.0},
        joints,
        mazes.base_height(layout),
        SUCCESS,
        can_start_at=lambda x, y: mazes.is_ground(layout, x, y, _ANT_RADIUS),
    )


def _in_maze(x: float, y: float) -> bool:
    """Returns whether an ant at a position is inside QDax's maze and touches no wall."""
    (low_x, low_y), (high_x, high_y) = MAZE_WORLD
    inside = low_x < x < high_x and low_y < y < high_y

    def distance(wall: tuple[tuple[float, float], tuple[float, float]]) -> float:
        # Every wall is along an axis.
        ends = zip((x, y), *wall, strict=True)
        return math.hypot(*(max(min(a, b) - at, 0.0, at - max(a, b)) for at, a, b in ends))

    return inside and min(map(distance, MAZE_WALLS)) >= MAZE_WALL_RADIUS + _ANT_RADIUS


def _chosen(targets: Sequence[tuple[float, float]], number: int) -> Sequence[tuple[float, float]]:
    """Returns the target with this index, or all targets for -1."""
    return targets if number < 0 else targets[number : number + 1]


_ANYWHERE = ("spring", "positional", "generalized", "mjx", "native")
# JAX backends test every part against every obstacle at every step. Of these, only `spring` was tried.
_AMONG_OBSTACLES = ("spring", "native")
_WITH_BLOCKS = ("native",)

ROWS = {
    "ant_waypoints": _Row(
        "ant",
        lambda variation: task_rules.waypoints(WAYPOINTS, WAYPOINT_RADIUS),
        _torso_xy,
        3,
        _ANYWHERE,
        {"episode_length": 500},
        obstacles.marks(WAYPOINTS, 0.3),
    ),
    # Distances and rewards are those of METRA's AntMultiGoals: 10 for all four goals.
    "ant_goals": _Row(
        "ant",
        lambda variation: task_rules.goals(
            variation.goal_distance or 7.5, 3.0, 50, 4, 2.5, around_the_robot=True
        ),
        _torso_xy,
        2,
        _ANYWHERE,
        {"episode_length": 200},
        variations=("goal_distance",),
    ),
    "ant_maze": _Row(
        "ant",
        lambda variation: task_rules.nearest_is_best(_chosen(MAZE_TARGETS, variation.maze_target)),
        _torso_xy,
        4,
        _AMONG_OBSTACLES,
        {"episode_length": 1000},
        obstacles.several(
            obstacles.walls(MAZE_WALLS, MAZE_WALL_RADIUS, _ANT_PARTS), obstacles.marks(MAZE_TARGETS, 0.3)
        ),
        {"walls": MAZE_WALLS, "world": MAZE_WORLD, "reward_offset": 45 * math.sqrt(2)},
        variations=("maze_target",),
        can_start_at=_in_maze,
    ),
    "ant_u_maze": _maze(mazes.U_MAZE, (-4.0, -4.0), (20.0, 20.0), _AMONG_OBSTACLES),
    "ant_u_maze_far": _maze(mazes.U_MAZE, (0.0, 16.0), (0.0, 16.0), _AMONG_OBSTACLES),
    "ant_push": _maze(mazes.PUSH, (0.0, 19.0), (0.0, 19.0), _WITH_BLOCKS),
    "ant_fall": _maze(mazes.FALL, (0.0, 27.0, 4.5), (0.0, 27.0, 4.5), _WITH_BLOCKS),
    "ant_gather": _Row(
        "ant",
        lambda variation: task_rules.gather(),
        _torso_xy_and_heading,
        20,
        _ANYWHERE,
        {"episode_length": 500},
    ),
    "halfcheetah_hurdles": _Row(
        "halfcheetah",
        lambda variation: task_rules.hurdles(HURDLES),
        _feet_x,
        2,
        _AMONG_OBSTACLES,
        {"episode_length": 200},
        obstacles.hurdles(HURDLES, _CHEETAH_PARTS),
    ),
}


def make(name: str, backend: str, variation: Variation) -> Env:
    """Makes a task for a Brax robot. Raises the errors of `brax_envs.make_brax`."""
    row = ROWS[name]
    if "terminate_when_unhealthy" not in _variations(row):
        # With `auto`, the robot's own rule would end the episode in the first step.
        variation = variation._replace(terminate_when_unhealthy="false")
    x, y = start_offset(name, variation)
    if not row.can_start_at(x, y):
        raise ConfigError(
            f"--start_offset={show(variation.start_offset)}: there the ant would start in or near a wall of "
            f"{name}, or outside. It starts at 0,0 otherwise."
        )
    robot = brax_envs.make_brax(row.robot, backend, variation, row.edit, row.block_joints)
    sees = None
    if row.block_joints:
        # The block's positions come after the robot's positions, and its velocities after the robot's.
        own = robot.observation_size - 2 * row.block_joints
        velocities = robot.action_size + 6
        sees = (*range(own - velocities), *range(own - velocities + row.block_joints, own + row.block_joints))
    return with_task(robot, name, row.rules(variation), row.place_of, sees)._replace(**row.changes)


def _variations(row: _Row) -> tuple[str, ...]:
    """Returns the task's own variations, and those of the robot that fit the task.

    `terminate_when_unhealthy` does not fit raised ground: the torso is always above the healthy heights.
    """
    dropped = {"terminate_when_unhealthy"} if row.base_height else set()
    of_robot = tuple(name for name in brax_envs.SPECS[row.robot].variations if name not in dropped)
    return of_robot + row.variations


def _spec(name: str, row: _Row) -> EnvSpec:
    robot = brax_envs.SPECS[row.robot]
    assert robot.observation_size is not None
    backends = tuple(backend for backend in row.backends if backend in robot.backends)
    return EnvSpec(
        provider="tasks",
        backends=backends,
        factory=functools.partial(make, name),
        defaults=row.defaults,
        features={**robot.features, **row.features},
        default_features=robot.default_features,
        observation_size=robot.observation_size + row.size,
        action_size=robot.action_size,
        variations=_variations(row),
        cpu_backend=robot.cpu_backend,
        robot=row.robot,
    )


# The point. Choosing among its skills is learned in a few seconds.

POINT_RADIUS = 0.1


def _goal_shapes(pose: np.ndarray) -> list[Shape]:
    """Returns the shapes of the point and its goal at pose [4]: x and y of both."""
    return [*point.disc(pose[:2]), Shape("circle", pose[None, 2:], "goal", POINT_RADIUS)]


def make_point_goals(backend: str, variation: Variation) -> Env:
    """Makes the point with four goals in its square, one after another.

    Each goal lasts 25 steps and pays 2.5 when it is reached.

    Raises:
      ConfigError: goals may lie outside the square.
    """
    if variation.goal_distance > 1:
        raise ConfigError(
            f"--goal_distance={show(variation.goal_distance)}: the point's square ends 1 m from its centre. "
            "Choose 1 or less."
        )
    rules = task_rules.goals(variation.goal_distance or 0.9, POINT_RADIUS, 25, 4, 2.5, around_the_robot=False)
    robot = point.make_point(backend, variation)
    env = with_task(robot, "point_goals", rules, lambda timestep: timestep.obs)
    assert isinstance(robot.scene, PlaneScene)

    def pose(state: TaskState) -> Array:
        return jnp.concatenate([state.place, state.memory.goal], axis=-1)

    return env._replace(scene=robot.scene._replace(pose=pose, shapes=_goal_shapes))


SPECS = {
    **{name: _spec(name, row) for name, row in ROWS.items()},
    "point_goals": EnvSpec(
        provider="tasks",
        factory=make_point_goals,
        defaults={
            **SMALL_NETWORKS,
            "episode_length": 100,
            "num_env_steps": 200_000,
            "num_skills": 6,
            "warmup_steps": 5_000,
        },
        features=point.FEATURES,
        default_features="xy",
        observation_size=4,
        action_size=2,
        variations=("start_offset", "goal_distance"),
        robot="point",
    ),
}
