"""The pure-JAX worlds: against Gymnasium's versions if there are any, and otherwise by hand."""

import functools
import itertools

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import keys

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.envs.worlds import point_maze

STEPS = 200
TWINS = {"mountain_car": "MountainCarContinuous-v0", "pendulum": "Pendulum-v1"}


@functools.cache
def stepper(name):
    return jax.jit(envs.make(name).step)


def step(name, state, action):
    """Takes one step of a batch; returns the result in NumPy."""
    return jax.device_get(stepper(name)(jnp.asarray(state, jnp.float32), jnp.asarray(action, jnp.float32)))


# The worlds that Gymnasium has, too.


def twin(name):
    """Returns Gymnasium's environment without its time limit, and the factor for our actions."""
    gymnasium = pytest.importorskip("gymnasium")
    env = gymnasium.make(TWINS[name]).unwrapped
    return env, float(env.action_space.high[0])


def starts_and_actions(name, num_envs=6):
    """Returns states as after Gymnasium's resets, and actions of three kinds, [STEPS, E, 1]."""
    env, _ = twin(name)
    states = []
    for seed in range(num_envs):
        env.reset(seed=seed)
        states.append(np.array(env.state))
    rng = np.random.default_rng(3)
    noise = rng.uniform(-1, 1, (STEPS, num_envs, 1))
    # Environment 2 pushes in the direction of the swing and gains energy. It reaches the goal, and goes over
    # the top.
    with_swing = np.sign(np.sin(np.arange(STEPS) * (0.1 if name == "mountain_car" else 0.2)))
    noise[:, 2] = with_swing[:, None]
    noise[:, 3] = 1.0
    noise[:, 4] = -1.0
    return np.array(states), noise.astype(np.float32)


def gymnasium_rows(name, state, actions):
    """Returns Gymnasium's obs, reward and terminated for one episode, which does not stop at its end."""
    env, strongest = twin(name)
    env.reset(seed=0)
    env.state = np.array(state)
    rows = [env.step(strongest * action)[:3] for action in actions]
    return tuple(np.array(column) for column in zip(*rows, strict=True))


@pytest.mark.parametrize("name", TWINS)
def test_an_episode_is_gymnasiums(name):
    states, actions = starts_and_actions(name)
    env = envs.make(name)

    def play(state, actions):
        def body(state, action):
            after = env.step(state, action)
            return after.state, (after.obs, after.reward, after.terminated)

        return jax.lax.scan(body, state, actions)[1]

    run = jax.jit(play)
    obs, reward, terminated = jax.device_get(run(jnp.asarray(states, jnp.float32), jnp.asarray(actions)))
    assert obs.shape == (STEPS, len(states), env.observation_size)
    for i, state in enumerate(states):
        their_obs, their_reward, their_terminated = gymnasium_rows(name, state, actions[:, i])
        # We use float32 and Gymnasium float64. Near the top, a pendulum's rounding error grows 200-fold in a
        # second.
        tolerance = 2e-4 if name == "mountain_car" else 5e-3
        np.testing.assert_allclose(obs[:, i], their_obs, atol=tolerance, err_msg=f"episode {i}")
        np.testing.assert_array_equal(terminated[:, i], their_terminated)
        np.testing.assert_allclose(reward[:, i], their_reward, rtol=1e-3, atol=5 * tolerance)


@pytest.mark.parametrize("name", TWINS)
def test_a_step_is_gymnasiums(name):
    # Each step begins in a state of Gymnasium's own episodes. So errors do not add up, and the results agree
    # up to float32's last digits.
    states, actions = starts_and_actions(name)
    env, strongest = twin(name)
    rows = []
    for i, state in enumerate(states):
        env.reset(seed=0)
        env.state = state.copy()
        for action in actions[:, i]:
            before = np.array(env.state, np.float64)
            obs, reward, terminated, truncated, _ = env.step(strongest * action)
            assert not truncated
            rows.append((before, action, obs, reward, terminated))
    before, action, obs, reward, terminated = (np.array(column) for column in zip(*rows, strict=True))
    if name == "mountain_car":
        # The episodes reached both ends of the track, and the highest speed.
        assert terminated.any()
        assert not terminated.all()
        assert (obs[:, 0] == np.float32(-1.2)).any()
    else:
        assert not terminated.any()
        assert (np.abs(obs[:, 2]) == 8).any()
        assert (np.abs(before[:, 0]) > np.pi).any()
        before[:, 0] = (before[:, 0] + np.pi) % (2 * np.pi) - np.pi
    ours = step(name, before, action)
    np.testing.assert_allclose(ours.obs, obs, rtol=1e-5, atol=2e-6)
    np.testing.assert_allclose(ours.reward, reward, rtol=1e-5, atol=1e-5)
    np.testing.assert_array_equal(ours.terminated, terminated)


@pytest.mark.parametrize("name", TWINS)
def test_sizes_and_resets_are_gymnasiums(name):
    env, _ = twin(name)
    ours = envs.make(name)
    assert ours.observation_size == env.observation_space.shape[0]
    assert ours.action_size == env.action_space.shape[0]
    first = jax.device_get(jax.jit(ours.reset)(keys(2000)))
    low, high = {"mountain_car": ([-0.6, 0.0], [-0.4, 0.0]), "pendulum": ([-np.pi, -1.0], [np.pi, 1.0])}[name]
    theirs = []
    for seed in range(200):
        env.reset(seed=seed)
        theirs.append(np.array(env.state))
    # Both have starts in all of this range, and in no other.
    for states in (np.array(theirs), first.state):
        assert (states >= np.array(low) - 1e-6).all()
        assert (states <= np.array(high) + 1e-6).all()
        np.testing.assert_allclose(np.ptp(states, axis=0), np.subtract(high, low), rtol=0.05)
        np.testing.assert_allclose(states.mean(axis=0), np.mean([low, high], axis=0), atol=0.3)
    assert not first.terminated.any()


def test_the_goal_of_the_mountain_car():
    state = [[0.44, 0.02], [0.44, 0.001], [0.449, 0.002], [0.47, -0.01], [0.6, 0.07]]
    after = step("mountain_car", state, [[1.0], [0.0], [1.0], [-1.0], [0.5]])
    # cos(3 · 0.44) is 0.248, so the slope still rises there. From 0.47 the car rolls back.
    velocity = [
        np.clip(v + 0.0015 * a - 0.0025 * np.cos(3 * x), -0.07, 0.07)
        for (x, v), a in zip(state, [1, 0, 1, -1, 0.5], strict=True)
    ]
    position = np.minimum(0.6, np.array(state)[:, 0] + velocity)
    np.testing.assert_allclose(after.obs, np.stack([position, velocity], axis=1), rtol=1e-5)
    np.testing.assert_array_equal(after.terminated, [True, False, True, False, True])
    np.testing.assert_allclose(after.reward, [99.9, 0.0, 99.9, -0.1, 99.975], rtol=1e-6)


def test_the_pendulum_keeps_its_energy():
    # Without torque, ½Iω² + mg(l/2)cos θ is constant up to the error of the first-order integrator. The error
    # returns to zero over a swing.
    state = np.array([[2.0, 0.0], [3.0, 1.0]])
    energies = []
    for _ in range(60):
        state = step("pendulum", state, np.zeros((2, 1))).state
        energies.append(state[:, 1] ** 2 / 6 + 5 * np.cos(state[:, 0]))
    energies = np.array(energies)
    start = np.array([5 * np.cos(2.0), 1 / 6 + 5 * np.cos(3.0)])
    assert (np.abs(energies - start) < 0.6).all()
    np.testing.assert_allclose(energies.mean(axis=0), start, atol=0.1)


def test_where_the_pendulums_tip_is():
    env = envs.make("pendulum")
    tip = envs.make_features(env, "tip")
    first = env.reset(keys(1))
    # Upright, to the left, hanging. The feature is how far the tip is to the left of the pivot, and above it.
    state = jnp.array([[0.0, 0.0], [np.pi / 2, 0.0], [np.pi, 0.0]])
    obs = jnp.stack([jnp.cos(state[:, 0]), jnp.sin(state[:, 0]), state[:, 1]], axis=1)
    expected = [[0, 1], [1, 0], [0, -1]]
    np.testing.assert_allclose(tip.select(obs, tip.stored(first)), expected, atol=1e-6)


@pytest.mark.parametrize("name", [*TWINS, "point_maze"])
def test_actions_are_bounded(name):
    env = envs.make(name)
    state = env.reset(keys(2)).state
    full = jnp.ones((2, env.action_size))
    after, mad = step(name, state, full), step(name, state, 100 * full)
    np.testing.assert_array_equal(after.obs, mad.obs)
    np.testing.assert_array_equal(after.reward, mad.reward)


@pytest.mark.parametrize("name", [*TWINS, "point_maze"])
def test_environments_of_a_batch_do_not_touch_each_other(name):
    env = envs.make(name)
    first = env.reset(keys(6))
    actions = np.random.default_rng(0).uniform(-1, 1, (6, env.action_size))
    together = step(name, first.state, actions)
    # The results are the same in another order, among other states, and with a leading axis, as for a sweep's
    # lanes.
    order = np.array([3, 3, 0, 5, 1, 4])
    apart = step(name, first.state[order], actions[order])
    lanes = jax.vmap(env.step)(
        first.state.reshape(2, 3, -1), jnp.array(actions, jnp.float32).reshape(2, 3, -1)
    )
    for field in ("obs", "reward", "terminated"):
        expected = getattr(together, field)
        np.testing.assert_array_equal(getattr(apart, field), expected[order])
        np.testing.assert_allclose(
            getattr(lanes, field).reshape(expected.shape), expected, rtol=1e-6, atol=1e-7
        )
    np.testing.assert_array_equal(env.reset(keys(6)[2:4]).obs, first.obs[2:4])


def test_variations():
    # The expected values are the formulas with half the engine power and twice the gravity.
    car = envs.make("mountain_car", gravity=2.0, actuator_strength=0.5)
    after = car.step(jnp.array([[-0.5, 0.0]]), jnp.ones((1, 1)))
    np.testing.assert_allclose(after.obs[0, 1], 0.00075 - 0.005 * np.cos(-1.5), rtol=1e-5)
    pendulum = envs.make("pendulum", gravity=2.0, actuator_strength=0.5)
    after = pendulum.step(jnp.array([[0.5, 0.0]]), jnp.ones((1, 1)))
    np.testing.assert_allclose(after.obs[0, 2], 0.05 * (30 * np.sin(0.5) + 3.0), rtol=1e-5)
    maze = envs.make("point_maze", actuator_strength=0.5)
    after = maze.step(jnp.zeros((1, 2)), jnp.array([[1.0, -1.0]]))
    np.testing.assert_allclose(after.obs, [[0.05, -0.05]], rtol=1e-6)
    with pytest.raises(
        ConfigError, match=r"gravity=2: point_maze does not take this setting.*actuator_strength"
    ):
        envs.make("point_maze", gravity=2.0)


# The maze.


def walk(start, *actions):
    """Returns the positions of the point, at first and after each action, [1 + len(actions), 2]."""
    path = [np.array(start, np.float32)]
    for action in actions:
        path.append(step("point_maze", path[-1][None], np.array([action])).obs[0])
    return np.array(path)


@pytest.mark.parametrize(
    ("start", "action", "end"),
    [
        # The wall x = 0.5 of the middle room stops the point from both sides. More actions, large or small,
        # do not move it farther.
        ((0.4, 0.0), (1, 0), (0.45, 0.0)),
        ((0.45, 0.0), (1, 0), (0.45, 0.0)),
        ((0.45, 0.0), (0.01, 0), (0.45, 0.0)),
        ((0.6, 0.0), (-1, 0), (0.55, 0.0)),
        ((0.55, 0.0), (-0.5, 0), (0.55, 0.0)),
        # Away from the wall.
        ((0.45, 0.0), (-1, 0), (0.35, 0.0)),
        # The wall y = 0.5, from both sides, beside the door.
        ((0.4, 0.42), (0, 1), (0.4, 0.45)),
        ((0.4, 0.6), (0, -1), (0.4, 0.55)),
        # Through the door, and as close to its post as possible.
        ((0.0, 0.42), (0, 1), (0.0, 0.52)),
        ((0.15, 0.42), (0, 1), (0.15, 0.52)),
        ((0.16, 0.42), (0, 1), (0.16, 0.45)),
        # Within the door, the posts stop the point.
        ((0.1, 0.5), (1, 0), (0.15, 0.5)),
        ((-0.1, 0.5), (-1, 0), (-0.15, 0.5)),
        # Sliding: the part of the motion along the wall remains.
        ((0.45, 0.0), (1, 1), (0.45, 0.1)),
        ((0.4, -0.1), (1, -0.5), (0.45, -0.15)),
        # A corner stops both parts of the motion.
        ((0.4, 0.4), (1, 1), (0.45, 0.45)),
        ((0.45, 0.45), (1, 1), (0.45, 0.45)),
        # The outer walls.
        ((1.4, 0.0), (1, 0), (1.45, 0.0)),
        ((-1.4, -1.4), (-1, -1), (-1.45, -1.45)),
        # A fast diagonal past the post: x moves first.
        ((0.1, 0.42), (1, 1), (0.2, 0.45)),
        ((0.2, 0.42), (-1, 1), (0.1, 0.52)),
    ],
)
def test_a_wall_stops_what_goes_into_it(start, action, end):
    np.testing.assert_allclose(walk(start, action)[1], end, atol=1e-6)


def test_a_walk_by_hand():
    # Out through the north door, left, and down into the western room, which is next to the start.
    path = walk((0.0, 0.0), *[(0, 1)] * 10, *[(-1, 0)] * 10, *[(0, -1)] * 10, *[(1, 0)] * 10, *[(0, 1)] * 2)
    np.testing.assert_allclose(path[10], (0.0, 1.0), atol=1e-5)
    np.testing.assert_allclose(path[20], (-1.0, 1.0), atol=1e-5)
    np.testing.assert_allclose(path[30], (-1.0, 0.0), atol=1e-5)
    np.testing.assert_allclose(path[40], (-0.55, 0.0), atol=1e-5)  # the wall that it went around
    np.testing.assert_allclose(path[42], (-0.55, 0.2), atol=1e-5)


def distance_to_walls(points):
    """Returns the larger one of the distances along x and y to the nearest wall, [N].

    CLEARANCE bounds this distance.
    """
    distances = []
    for (x0, y0), (x1, y1) in point_maze.WALLS:
        dx = np.maximum(np.maximum(min(x0, x1) - points[:, 0], points[:, 0] - max(x0, x1)), 0)
        dy = np.maximum(np.maximum(min(y0, y1) - points[:, 1], points[:, 1] - max(y0, y1)), 0)
        distances.append(np.maximum(dx, dy))
    return np.min(distances, axis=0)


# The doors, by the two rooms that each joins: (column, row), counted from the south-west.
DOORS = {
    ((1, 1), (1, 2)), ((0, 2), (1, 2)), ((1, 2), (2, 2)), ((0, 1), (0, 2)),
    ((1, 0), (1, 1)), ((1, 0), (2, 0)), ((0, 0), (1, 0)), ((2, 0), (2, 1)),
}  # fmt: skip


def test_ten_thousand_random_steps_are_never_in_a_wall():
    # Ten points start in the middle of each room. They often move at full speed and against a wall.
    rooms = np.array(list(itertools.product((-1.0, 0.0, 1.0), repeat=2)), np.float32)
    first = np.repeat(rooms, 10, axis=0)
    rng = np.random.default_rng(0)
    drift = rng.normal(size=(12, 1, *first.shape)).repeat(10, axis=1).reshape(120, *first.shape)
    actions = np.asarray(drift + rng.normal(size=drift.shape), np.float32)
    move = envs.make("point_maze").step

    def body(state, action):
        state = move(state, action).state
        return state, state

    run = jax.jit(lambda *args: jax.lax.scan(body, *args)[1])
    path = np.concatenate([first[None], run(first, actions)])
    assert path[1:].reshape(-1, 2).shape[0] == 10_800
    assert (distance_to_walls(path.reshape(-1, 2)) >= point_maze.CLEARANCE - 1e-6).all()

    crossed = set()
    for before, after in itertools.pairwise(path):
        for p, q in zip(before, after, strict=True):
            # A step goes along x, then along y. In both parts, a point leaves a room only through a door.
            for a, b, along in ((p, (q[0], p[1]), 0), ((q[0], p[1]), q, 1)):
                room_a, room_b = (tuple((np.floor(np.array(c) + 1.5)).astype(int)) for c in (a, b))
                if room_a != room_b:
                    door = tuple(sorted((room_a, room_b)))
                    assert door in DOORS
                    middle = np.round(a[1 - along])
                    assert abs(a[1 - along] - middle) <= 0.15 + 1e-6
                    crossed.add(door)
    assert crossed == DOORS


def test_nothing_is_left_between_walls_that_meet():
    # Boxes overlap or leave a gap. If two only touched, a point could slip in between.
    for i, j in itertools.combinations(range(len(point_maze.WALLS)), 2):
        low = np.maximum(point_maze.LOW[i], point_maze.LOW[j])
        high = np.minimum(point_maze.HIGH[i], point_maze.HIGH[j])
        overlap = high - low
        assert (overlap > 0.01).all() or (overlap < -0.01).any(), (i, j)


def test_the_mazes_reward_and_start():
    env = envs.make("point_maze")
    first = jax.device_get(env.reset(keys(500)))
    assert (np.abs(first.obs) <= 0.05).all()
    assert (np.ptp(first.obs, axis=0) > 0.095).all()
    after = step("point_maze", [[1.45, 1.4], [1.15, 1.05]], [[1, 1], [0, 0]])
    np.testing.assert_allclose(after.reward, [0.0, -0.5], atol=1e-6)
    assert not after.terminated.any()
    assert env.walls == point_maze.WALLS
