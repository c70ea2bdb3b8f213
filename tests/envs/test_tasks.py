"""Tasks: their rules against NumPy, by hand, and in the MuJoCo models that they build."""

import functools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import keys

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.envs.providers import brax_envs
from diayn_jax.envs.tasks import task_envs, task_rules
from diayn_jax.evaluation.episodes import xy_of
from diayn_jax.use.archives import adaptation

KEY = jax.random.PRNGKey(0)
HERE = jnp.zeros(2)


def walk(rules, places):
    """Returns the rules' observations, rewards and ends after each step of a walk."""
    memory, said = rules.init(KEY, HERE), []
    for place in places:
        place = jnp.asarray(place, jnp.float32)
        memory, reward, over = rules.step(memory, place)
        said.append((np.asarray(rules.observe(memory, place)), float(reward), bool(over)))
    return said


# Rules.


def test_waypoints_pay_in_their_order_and_once():
    rules = task_rules.waypoints([(1.0, 0.0), (1.0, 1.0)], radius=0.25)
    said = walk(rules, [(1.0, 1.0), (0.8, 0.0), (0.8, 0.0), (1.0, 0.5), (1.0, 1.2), (1.0, 1.0)])
    assert [reward for _, reward, _ in said] == [0, 1, 0, 0, 1, 0]
    assert [over for _, _, over in said] == [False, False, False, False, True, True]
    np.testing.assert_allclose(said[0][0], [0.0, -1.0, 0.0], atol=1e-6)
    np.testing.assert_allclose(said[1][0], [0.2, 1.0, 0.5], atol=1e-6)
    assert rules.size == 3


def goals(**changes):
    sizes = {"distance": 2.0, "radius": 0.5, "steps": 4, "count": 3, "pay": 2.5, "around_the_robot": False}
    return task_rules.goals(**(sizes | changes))


def test_goals_that_are_missed_are_changed_in_time():
    far = [(100.0, 0.0)] * 12
    said = walk(goals(), far)
    goal = np.array([shown + np.array([100.0, 0.0]) for shown, _, _ in said])
    assert (np.abs(goal) <= 2 + 1e-4).all()
    changed = (np.abs(np.diff(goal, axis=0)) > 1e-4).any(axis=1)
    np.testing.assert_array_equal(np.flatnonzero(changed) + 2, [4, 8, 12])
    assert all(reward == 0 for _, reward, _ in said)
    assert [over for _, _, over in said] == [False] * 11 + [True]


def test_a_goal_that_is_reached_pays_and_makes_room():
    rules = goals()
    memory = rules.init(KEY, HERE)
    first = memory.goal
    memory, reward, _ = rules.step(memory, first)  # the first step of an episode does not count
    assert float(reward) == 0
    np.testing.assert_array_equal(memory.goal, first)
    memory, reward, over = rules.step(memory, first + jnp.array([0.4, 0.0]))
    assert (float(reward), int(memory.steps), bool(over)) == (2.5, 4, False)
    assert not np.allclose(memory.goal, first)
    for expected in (8, 12):
        memory, reward, over = rules.step(memory, memory.goal)
        assert (float(reward), int(memory.steps), bool(over)) == (2.5, expected, expected == 12)


def test_goals_are_uniform_about_the_robot_or_the_origin():
    place = jnp.array([10.0, -20.0])
    for around, centre in ((True, place), (False, HERE)):
        rules = goals(around_the_robot=around, steps=1, count=10**6)

        def next_goal(key, rules=rules):
            return rules.step(rules.init(key, HERE), place)[0].goal

        drawn = np.asarray(jax.vmap(next_goal)(jax.random.split(KEY, 4000))) - np.asarray(centre)
        assert (np.abs(drawn) <= 2).all()
        np.testing.assert_allclose(drawn.mean(0), 0, atol=0.08)
        np.testing.assert_allclose(drawn.std(0), 2 / np.sqrt(3), rtol=0.05)


def test_a_target_pays_its_distance():
    rules = task_rules.nearest_is_best([(3.0, 4.0), (-3.0, 4.0)])
    said = walk(rules, [(0.0, 0.0), (0.0, 4.0)])
    assert [reward for _, reward, _ in said] == pytest.approx([-5, -3])
    assert not any(over for _, _, over in said)
    np.testing.assert_allclose(np.abs(said[1][0]), [0, 4, 3, 0], atol=1e-6)
    drawn = jax.vmap(lambda key: rules.init(key, HERE))(jax.random.split(KEY, 200))
    assert {tuple(x) for x in np.asarray(drawn)} == {(3.0, 4.0), (-3.0, 4.0)}


def test_objects_lie_on_their_grid():
    rules = task_rules.gather()
    memory = jax.vmap(lambda key: rules.init(key, HERE))(jax.random.split(KEY, 300))
    places = np.asarray(memory.places)
    assert places.shape == (300, 16, 2)
    assert set(places.ravel()) == set(np.arange(-10.0, 10.0, 2.0))
    assert not (places == 0).all(axis=-1).any()
    assert all(len(np.unique(row, axis=0)) == 16 for row in places)


def reading_of(memory, place, apples):
    """Returns the robot's readings, computed object by object."""
    shown = np.zeros(20)
    for i, (x, y) in enumerate(np.asarray(memory.places)):
        if not memory.left[i]:
            continue
        dx, dy = x - place[0], y - place[1]
        angle = (np.arctan2(dy, dx) - place[2] + np.pi) % (2 * np.pi)
        sector = int(angle / (2 * np.pi / 10)) + (0 if i < apples else 10)
        shown[sector] = max(shown[sector], 1 - np.hypot(dx, dy) / 6, 0)
    return shown


def test_gathering_by_hand():
    rules = task_rules.gather(apples=3, bombs=2)
    memory = rules.init(KEY, HERE)
    rng, paid = np.random.default_rng(0), []
    for target in (0, 3, 0, 1, 4, 2):
        place = np.append(np.asarray(memory.places[target]) + rng.uniform(-0.6, 0.6, 2), rng.uniform(-3, 3))
        memory, reward, over = rules.step(memory, jnp.asarray(place, jnp.float32))
        paid.append(float(reward))
        shown = rules.observe(memory, jnp.asarray(place, jnp.float32))
        np.testing.assert_allclose(shown, reading_of(memory, place, 3), atol=1e-5)
    assert paid == [1, -1, 0, 1, -1, 1]
    assert bool(over)


def test_hurdles_pay_as_they_are_passed():
    rules = task_rules.hurdles((-2.0, 3.0, 7.0))
    feet = [(-0.5, 0.4), (2.9, 3.8), (3.1, 4.0), (8.0, 8.9), (2.0, 2.9), (-3.0, -2.1)]
    said = walk(rules, feet)
    assert [reward for _, reward, _ in said] == [0, 0, 1, 1, -2, 0]
    expected = [(3.5, 2.6), (0.1, -0.8), (3.9, 3.0), (-1.0, -1.9), (1.0, 0.1), (1.0, 0.1)]
    np.testing.assert_allclose([shown for shown, _, _ in said], expected, atol=1e-5)


# The wrapper.


def test_a_task_adds_to_its_robot_and_takes_nothing_away():
    env, robot = envs.make("point_goals"), envs.make("point")
    assert (env.features, env.default_features) == (robot.features, robot.default_features)
    first, plain = env.reset(keys(3)), robot.reset(keys(3))
    np.testing.assert_array_equal(first.obs[:, :2], plain.obs)
    action = jnp.array([[1.0, 0.0], [0.0, -1.0], [0.5, 0.5]])
    after, moved = env.step(first.state, action), robot.step(plain.state, action)
    np.testing.assert_array_equal(after.obs[:, :2], moved.obs)
    np.testing.assert_allclose(after.obs[:, 2:], after.state.memory.goal - moved.obs, rtol=1e-6)
    # Each environment has its own goals.
    assert len(np.unique(first.state.memory.goal, axis=0)) == 3
    with pytest.raises(ConfigError, match="does not take this setting"):
        envs.make("point_goals", gravity=0.5)


def test_walking_to_the_goals_pays_all_of_them():
    env = envs.make("point_goals")

    def body(carry, _):
        timestep, total, alive = carry
        way = timestep.obs[:, 2:] / 0.1
        timestep = env.step(timestep.state, jnp.clip(way, -1, 1))
        total = total + jnp.where(alive, timestep.reward, 0)
        return (timestep, total, alive & ~timestep.terminated), None

    start = env.reset(keys(20))
    (_, total, alive), _ = jax.lax.scan(body, (start, jnp.zeros(20), jnp.ones(20, bool)), None, 100)
    np.testing.assert_array_equal(total, 10.0)
    assert not alive.any()


# Brax's robots.

mujoco = pytest.importorskip("mujoco", minversion="4.0")


@functools.cache
def make(name):
    """Returns an environment, each of whose programs is compiled once."""
    env = envs.make(name, "native")
    return env._replace(reset=jax.jit(env.reset), step=jax.jit(env.step))


def geoms_of(name):
    model = make(name).scene.model()
    return model, [model.geom(i) for i in range(model.ngeom)]


def touching(model, qpos):
    """Returns the pairs of geoms that touch at a pose, by their names or, without a name, by their types."""
    data = mujoco.MjData(model)
    data.qpos[:] = qpos
    mujoco.mj_forward(model, data)
    name = {i: model.geom(i).name or mujoco.mjtGeom(model.geom_type[i]).name for i in range(model.ngeom)}
    return {frozenset((name[c.geom1], name[c.geom2])) for c in data.contact}


def test_hurdles_stand_where_they_are_paid_for():
    model, geoms = geoms_of("halfcheetah_hurdles")
    boxes = [g for g in geoms if g.type[0] == mujoco.mjtGeom.mjGEOM_BOX]
    np.testing.assert_allclose([g.pos for g in boxes], [(x, 0, 0.2) for x in task_envs.HURDLES])
    np.testing.assert_allclose([g.size for g in boxes], [(0.05, 1, 0.03)] * 12)
    pose = np.zeros(model.nq)
    assert not any("mjGEOM_BOX" in pair for pair in touching(model, pose))
    # The torso is at the hurdle's height, 0.5 m below its start.
    pose[:2] = 3.0, -0.5
    touched = touching(model, pose)
    parts = {part for pair in touched if "mjGEOM_BOX" in pair for part in pair} - {"mjGEOM_BOX"}
    assert "torso" in parts
    # Hurdles stand on the ground without colliding with it.
    assert frozenset(("mjGEOM_BOX", "floor")) not in touched


def test_walls_of_the_maze_stop_feet_and_torso():
    model, geoms = geoms_of("ant_maze")
    walls = [g for g in geoms if not g.name and g.type[0] == mujoco.mjtGeom.mjGEOM_CAPSULE]
    assert len(walls) == 7
    ends = []
    for wall in walls:
        along = np.zeros(3)
        mujoco.mju_rotVecQuat(along, np.array([0.0, 0.0, wall.size[1]]), wall.quat)
        ends.append(sorted([tuple((wall.pos - along)[:2].round(3)), tuple((wall.pos + along)[:2].round(3))]))
    assert sorted(ends) == sorted(sorted(segment) for segment in task_envs.MAZE_WALLS)
    pose = model.qpos0.copy()
    assert not any("mjGEOM_CAPSULE" in pair for pair in touching(model, pose))
    pose[:3] = -4.3, 0.0, 0.6
    assert frozenset(("mjGEOM_CAPSULE", "torso_geom")) in touching(model, pose)
    # The robot can walk through targets. Its torso does not touch the ground.
    pose[:3] = *task_envs.MAZE_TARGETS[4], 0.2
    assert not any({"torso_geom", "mjGEOM_SPHERE"} == pair for pair in touching(model, pose))
    assert frozenset(("floor", "torso_geom")) not in touching(model, pose)


# Two kinds of task differ, and test_mazes.py tests them: resets add noise to a block's joints, and a chasm
# raises the robot.
@pytest.mark.parametrize("name", [name for name, row in task_envs.ROWS.items() if not row.block_joints])
def test_far_from_obstacles_the_robot_moves_as_ever(name):
    robot, env = make(task_envs.ROWS[name].robot), make(name)
    first, plain = env.reset(keys(2)), robot.reset(keys(2))
    size = robot.observation_size
    np.testing.assert_allclose(first.obs[:, :size], plain.obs, atol=1e-5)
    state, plain_state = first.state, plain.state
    for seed in range(3):
        action = jax.random.uniform(jax.random.key(seed), (2, env.action_size), minval=-1.0)
        after, plain = env.step(state, action), robot.step(plain_state, action)
        np.testing.assert_allclose(after.obs[:, :size], plain.obs, atol=1e-4)
        for key, value in plain.features.items():
            np.testing.assert_allclose(after.features[key], value, atol=1e-4)
        state, plain_state = after.state, plain.state


# The tasks that have a goal on the plane, and the goal by the task's memory.
GOALS = {
    "ant_waypoints": lambda reached: jnp.asarray(task_envs.WAYPOINTS)[reached],
    "ant_goals": lambda memory: memory.goal,
    "point_goals": lambda memory: memory.goal,
    **dict.fromkeys(
        ("ant_maze", "ant_u_maze", "ant_u_maze_far", "ant_push", "ant_fall"), lambda target: target[:, :2]
    ),
}


@pytest.mark.parametrize("name", [name for name, row in envs.specs().items() if row.provider == "tasks"])
def test_the_vector_to_the_goal_is_where_a_task_says(name):
    env = envs.make("point_goals") if name == "point_goals" else make(name)
    if name not in GOALS:
        assert env.goal_vector_dims == ()
        return
    at = env.reset(keys(2))
    for seed in range(3):
        xy = xy_of(env, at)
        goal = xy + at.obs[:, jnp.array(env.goal_vector_dims)]
        np.testing.assert_allclose(goal, GOALS[name](at.state.memory), atol=1e-4)
        action = jax.random.uniform(jax.random.key(seed), (2, env.action_size), minval=-1.0)
        at = env.step(at.state, action)
    assert (np.abs(xy - xy_of(env, at)) > 1e-4).any()
    # A task around this one appends its own numbers, and has no goal.
    around = task_envs.with_task(
        env, "around", task_rules.hurdles([1.0]), lambda timestep: timestep.obs[:, :2]
    )
    assert around.goal_vector_dims == ()


def test_where_the_cheetahs_feet_are():
    env = make("halfcheetah_hurdles")
    first = env.reset(keys(2))
    model = env.scene.model()
    for i in range(2):
        data = mujoco.MjData(model)
        data.qpos[:] = np.asarray(first.state.robot.q[i], np.float64)
        mujoco.mj_forward(model, data)
        feet = [data.geom("bfoot").xpos[0], data.geom("ffoot").xpos[0]]
        np.testing.assert_allclose(first.state.place[i], feet, atol=1e-4)


def test_where_the_ant_looks():
    env = make("ant_gather")
    first = env.reset(keys(1))
    state = first.state
    angle = 2.0
    turned = jnp.array([np.cos(angle / 2), 0.0, 0.0, np.sin(angle / 2)])
    robot = state.robot.replace(x=state.robot.x.replace(rot=state.robot.x.rot.at[:, 0].set(turned)))
    place = task_envs.ROWS["ant_gather"].place_of(first.replace(state=robot))
    np.testing.assert_allclose(place[0, 2], angle, rtol=1e-5)
    np.testing.assert_allclose(place[0, :2], robot.x.pos[0, 0, :2])


def test_goals_lie_as_far_as_is_asked():
    for asked, furthest in (({}, 0.9), ({"goal_distance": 0.1}, 0.1)):
        shown = np.asarray(envs.make("point_goals", **asked).reset(keys(256)).obs)
        goals = np.abs(shown[:, :2] + shown[:, 2:])
        assert 0.95 * furthest < goals.max() <= furthest + 1e-6
    shown = np.asarray(envs.make("ant_goals", "native", goal_distance=20.0).reset(keys(64)).obs)[:, -2:]
    assert 15 < np.abs(shown).max() < 20.2
    with pytest.raises(ConfigError, match=r"goal_distance=3: the point's square ends 1 m from its centre"):
        envs.make("point_goals", goal_distance=3.0)
    with pytest.raises(ConfigError, match=r"goal_distance=2: point does not take this setting"):
        envs.make("point", goal_distance=2.0)


def test_a_maze_has_the_target_that_is_asked_for():
    where = np.asarray(envs.make("ant_maze", "native", maze_target=3).reset(keys(8)).obs)[:, -4:]
    np.testing.assert_allclose(where[:, :2] + where[:, 2:], [[29.52, 17.46]] * 8, atol=1e-4)
    drawn = np.asarray(make("ant_maze").reset(keys(64)).obs)[:, -4:]
    assert len(np.unique((drawn[:, :2] + drawn[:, 2:]).round(1), axis=0)) > 5
    targets = [envs.make("ant_maze", "native", **change) for change in adaptation.maze_targets()]
    ends = [env.reset(keys(1)).obs[0, -4:] for env in targets]
    assert len({tuple(np.round(end[:2] + end[2:], 1).tolist()) for end in ends}) == 10
    with pytest.raises(ConfigError, match="maze_target=10 is not allowed"):
        envs.make("ant_maze", "native", maze_target=10)


def test_models_are_only_edited_for_their_own_environment():
    from brax.io import mjcf

    load = mjcf.load
    with pytest.raises(ConfigError, match="joint_damage"):
        envs.make("ant_maze", "native", joint_damage=(0.5,))
    assert mjcf.load is load
    plain = brax_envs.make_brax("ant", "native", envs.Variation())
    assert plain.scene.model().ngeom < make("ant_maze").scene.model().ngeom
