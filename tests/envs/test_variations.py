"""Variations of environments change the physics as the formulas say, on every backend."""

import dataclasses
import functools
import importlib
import operator

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import envs
from diayn_jax.config import Config, ConfigError, parse
from diayn_jax.envs import Variation
from diayn_jax.envs.providers import brax_envs, brax_table, native

TABLE = {name: row for name, row in envs.specs().items() if row.provider == "brax"}
BACKENDS = brax_table.ALL_BACKENDS

GRAVITY, FRICTION, MASS, RADIUS, GEAR = 10.0, 0.5, 2.0, 0.1, 0.1
# A sled that slides along the floor, a stone that falls, and a wheel with a motor.
TOY = f"""
<mujoco>
  <option timestep="0.002" gravity="0 0 -{GRAVITY}"/>
  <default><geom friction="{FRICTION} 0.1 0.1"/></default>
  <worldbody>
    <geom name="floor" type="plane" size="9 9 1" contype="1" conaffinity="1"/>
    <body name="sled" pos="0 0 {RADIUS}">
      <joint type="slide" axis="1 0 0"/><joint type="slide" axis="0 0 1"/>
      <geom type="sphere" size="{RADIUS}" mass="1" contype="1" conaffinity="1"/>
    </body>
    <body name="stone" pos="0 5 9">
      <joint type="slide" axis="0 0 1"/>
      <geom type="sphere" size="{RADIUS}" mass="1" contype="0" conaffinity="0"/>
    </body>
    <body name="wheel" pos="0 -5 1">
      <joint name="axle" type="hinge" axis="0 0 1"/>
      <geom type="sphere" size="{RADIUS}" mass="{MASS}" contype="0" conaffinity="0"/>
    </body>
  </worldbody>
  <actuator><motor joint="axle" gear="{GEAR}" ctrllimited="true" ctrlrange="-1 1"/></actuator>
</mujoco>
"""
SECONDS, STEPS = 0.1, 50


def quickest(backend):
    """Returns the backend that compiles fastest: MuJoCo's engine, or the given one where it is missing."""
    return "native" if native.is_available() else backend


@pytest.mark.parametrize("backend", BACKENDS)
def test_physics_scales(backend):
    brax_envs.import_brax_envs()
    from brax.io import mjcf

    pipeline = importlib.import_module(f"brax.{backend}.pipeline")
    with brax_envs.quiet_models():
        published = mjcf.loads(TOY)

    def speeds(physics):
        """Returns the speeds of sled (along, up), stone and wheel; only the sled starts moving, at 1 m/s."""
        sys = published.tree_replace(physics)
        first = pipeline.init(sys, sys.init_q, jnp.array([1.0, 0.0, 0.0, 0.0]))

        def body(state, _):
            return pipeline.step(sys, state, jnp.ones(1)), None

        return jax.lax.scan(body, first, length=STEPS)[0].qd

    variations = [
        Variation(),
        Variation(gravity=0.5, actuator_strength=3.0),
        Variation(friction=0.5),
        Variation(friction=0.0),
    ]
    # The physics is compiled once; the numbers that vary are its arguments.
    fields = ("gravity", "opt.gravity", "geom_friction", "actuator.gear", "actuator_gear")
    varied = [brax_envs.vary(published, variation) for variation in variations]
    physics = {field: np.stack([operator.attrgetter(field)(sys) for sys in varied]) for field in fields}
    plain, other, half, none = np.asarray(jax.jit(functools.partial(jax.lax.map, speeds))(physics))

    np.testing.assert_allclose(plain[2], -GRAVITY * SECONDS, rtol=2e-3)
    np.testing.assert_allclose(other[2], -0.5 * GRAVITY * SECONDS, rtol=2e-3)
    inertia = 0.4 * MASS * RADIUS**2
    np.testing.assert_allclose(plain[3], GEAR / inertia * SECONDS, rtol=2e-3)
    np.testing.assert_allclose(other[3], 3 * GEAR / inertia * SECONDS, rtol=2e-3)
    # The floor slows the sled down by μ g t. On `positional` the loss is smaller, in the same proportions.
    lost = 1 - np.array([plain[0], half[0], other[0], none[0]])
    share = 2 / 7 if backend == "positional" else 1
    expected = share * FRICTION * GRAVITY * SECONDS * np.array([1, 0.5, 0.5, 0])
    np.testing.assert_allclose(lost, expected, rtol=0.1, atol=1e-3)


def test_environments_take_their_variations():
    # Without gravity and motors, no action moves the pendulum.
    env = envs.make("inverted_pendulum", "generalized", gravity=0.0, actuator_strength=0.0)
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), 2))

    def play(keys):
        first = env.reset(keys)
        return first.obs, env.step(first.state, jnp.ones((2, 1))).obs

    before, after = jax.jit(play)(keys)
    assert (np.abs(after[:, 2:]) <= np.abs(before[:, 2:]).max() + 1e-3).all()


def test_a_damaged_joint():
    backend = quickest("generalized")
    sound = envs.make("reacher", backend)
    damaged = envs.make("reacher", backend, joint_damage=(0.5, 0.0))
    start = jax.jit(sound.reset)(np.tile(np.arange(2, dtype=np.uint32), (3, 1))).state

    def steps(env, *actions):
        """Returns an observation after each action from the same start."""
        return np.asarray(jax.jit(env.step)(start, jnp.array(actions)).obs)

    hurt, same, _ = steps(damaged, [1.0, 1.0], [1.0, -1.0], [0.0, 0.0])
    equal, full, _ = steps(sound, [0.5, 0.0], [1.0, 1.0], [0.0, 0.0])
    # A dead actuator has no effect. A weakened one acts as its share of the action would.
    np.testing.assert_array_equal(hurt, same)
    np.testing.assert_allclose(hurt, equal, rtol=1e-6)
    assert np.abs(hurt - full).max() > 1e-2


def test_positions_in_the_observation():
    backend = quickest("spring")
    env = envs.make("hopper", backend, exclude_current_positions=False)
    bare = envs.make("hopper", backend)
    assert env.observation_size == bare.observation_size + 1
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), 3))

    def play(keys):
        first = env.reset(keys)
        return env.step(first.state, jnp.ones((3, 3))), bare.step(first.state, jnp.ones((3, 3)))

    shown, hidden = jax.jit(play)(keys)
    torso = np.asarray(shown.state.x.pos[:, 0])
    np.testing.assert_allclose(shown.obs[:, list(env.features["x"].dims)], torso[:, :1], atol=1e-5)
    np.testing.assert_allclose(shown.obs[:, list(env.features["xz"].dims)], torso[:, [0, 2]], atol=1e-5)
    np.testing.assert_array_equal(shown.obs[:, 1:], hidden.obs)
    # Every feature has the same value in both layouts.
    for name in env.features:
        values = []
        for made, timestep in ((env, shown), (bare, hidden)):
            feature = envs.make_features(made, name)
            values.append(feature.select(timestep.obs, feature.stored(timestep)))
        np.testing.assert_allclose(*values, atol=1e-5, err_msg=name)
    assert envs.make_features(env, "x").in_observation
    assert not envs.make_features(bare, "x").in_observation


@pytest.mark.parametrize(
    "name", [name for name, row in TABLE.items() if "exclude_current_positions" in row.variations]
)
def test_the_position_is_not_stored_twice(name):
    excluded, bare = (envs.make(name, exclude_current_positions=x) for x in ("false", "auto"))
    place = "xy" if excluded.default_features == "xy" else "x"
    position = excluded.features[place].dims
    assert position == tuple(range(bare.features[place].size))
    assert excluded.observation_size == bare.observation_size + len(position)
    assert envs.make_features(excluded, place).stored_size == 0
    assert bare.features[place].dims is None


@pytest.mark.parametrize("name", [name for name in TABLE if name != "fast"])
def test_variations_are_those_that_change_something(name):
    # MuJoCo says which variations matter: by the forces of gravity at rest, and the pairs of bodies that may
    # touch.
    import mujoco

    brax = brax_envs.import_brax_envs()
    with brax_envs.quiet_models():
        model = brax.get_environment(name, backend="generalized").sys.mj_model
    taken = TABLE[name].variations
    data = mujoco.MjData(model)
    data.qpos[:] += np.linspace(0.1, 0.3, model.nq)
    mujoco.mj_forward(model, data)
    assert ("gravity" in taken) == (np.abs(data.qfrc_bias).max() > 1e-6)
    bodies = range(model.ngeom)
    touching = [
        (i, j)
        for i in bodies
        for j in bodies[i + 1 :]
        if model.geom_bodyid[i] != model.geom_bodyid[j]
        and model.geom_contype[i] & model.geom_conaffinity[j]
        | model.geom_contype[j] & model.geom_conaffinity[i]
    ]
    assert ("friction" in taken) == bool(touching)
    assert {"actuator_strength", "joint_damage"} <= set(taken)


@pytest.mark.parametrize(
    ("name", "variation", "message"),
    [
        (
            "swimmer",
            {"gravity": 0.5},
            r"gravity=0.5: swimmer does not take this setting.*actuator_strength",
        ),
        ("reacher", {"friction": 0.5}, r"friction=0.5: reacher does not take this setting"),
        ("humanoidstandup", {"exclude_current_positions": "false"}, r"exclude_current_positions=false"),
        ("fast", {"actuator_strength": 2.0}, r"actuator_strength=2: fast .* no variation"),
        (
            "point",
            {"terminate_when_unhealthy": True},
            r"terminate_when_unhealthy=true: point .*It takes: start_offset",
        ),
        ("reacher", {"start_offset": (1.0, 0.0)}, r"start_offset=1,0: reacher does not take this setting"),
        (
            "gymnasium:Pendulum-v1",
            {"start_offset": (1.0, 0.0)},
            r"start_offset=1,0: .* does not take this setting",
        ),
        ("hopper", {"joint_damage": (0.0, 1.0)}, r"joint_damage=0,1 has 2 factors.*3 actuators.*0,1,1"),
    ],
)
def test_a_variation_that_an_environment_does_not_take_is_refused(name, variation, message):
    with pytest.raises(ConfigError, match=message):
        envs.make(name, **variation)


OFFSET = (20.0, -3.0)


def starts(name, backend, **variation):
    """Returns the environment, and the first states of three environments, [3, ...]."""
    env = envs.make(name, backend, **variation)
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), 3))
    return env, jax.jit(env.reset)(keys)


def feature(env, timestep, name):
    feature_map = envs.make_features(env, name)
    return np.asarray(feature_map.select(timestep.obs, feature_map.stored(timestep)))


@pytest.mark.parametrize(
    ("name", "backend"),
    [(name, "native") for name, row in TABLE.items() if "start_offset" in row.variations]
    # Brax's own backends have the start of one system.
    + [("hopper", "positional")],
)
def test_a_start_elsewhere(name, backend):
    if backend == "native":
        pytest.importorskip("mujoco.batch")
    along_a_line = "x" in TABLE[name].features
    offset = (20.0, 0.0) if along_a_line else OFFSET
    _, usual = starts(name, backend)
    env, first = starts(name, backend, start_offset=offset)
    assert_moved(env, first, usual, offset)


def assert_moved(env, first, usual, offset):
    """Asserts that three environments start elsewhere, and are else as usual."""
    moved = feature(env, first, "xy") - feature(env, usual, "xy")
    np.testing.assert_allclose(moved, np.tile(offset, (3, 1)), atol=1e-5)
    # The observation leaves the position out, and nothing else has changed.
    np.testing.assert_allclose(first.obs, usual.obs, atol=1e-4)
    for key in set(env.features) - {"x", "xz", "xy"}:
        np.testing.assert_allclose(feature(env, first, key), feature(env, usual, key), atol=1e-5)


def test_a_start_elsewhere_shows_in_an_observation_with_positions():
    _, usual = starts("hopper", "native", exclude_current_positions=False)
    _, first = starts("hopper", "native", exclude_current_positions=False, start_offset=(-7.0,))
    np.testing.assert_allclose(first.obs[:, 0] - usual.obs[:, 0], -7.0, atol=1e-5)
    np.testing.assert_allclose(first.obs[:, 1:], usual.obs[:, 1:], atol=1e-5)


@pytest.mark.parametrize(("backend", "steps"), [("native", 25), ("spring", 8)])
def test_the_floor_is_the_same_everywhere(backend, steps):
    actions = jax.random.uniform(jax.random.key(1), (steps, 3, 8), minval=-1.0, maxval=1.0)

    near, far = (envs.make("ant", backend, start_offset=x) for x in ((), (200.0, 100.0)))
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), 3))
    usual, first = (jax.jit(env.reset)(keys) for env in (near, far))
    if backend != "native":
        # The offset moves the start alone. So the steps are one program, and it is compiled once.
        made = [str(jax.make_jaxpr(env.step)(usual.state, actions[0])) for env in (near, far)]
        assert made[0] == made[1]

    @jax.jit
    def play(state):
        def body(state, action):
            timestep = far.step(state, action)
            return timestep.state, (timestep.obs, timestep.reward, timestep.features["xy"])

        return jax.lax.scan(body, state, actions)[1]

    obs, reward, xy = jax.device_get(play(usual.state))
    far_obs, far_reward, far_xy = jax.device_get(play(first.state))
    assert_moved(far, first, usual, (200.0, 100.0))
    # The feet push against the floor, so the ant has moved by more than a fall would move it.
    assert np.ptp(obs[..., 0], axis=0).min() > 0.05
    assert np.abs(xy[-1] - xy[0]).max() > 0.02
    np.testing.assert_allclose(far_xy - xy, np.broadcast_to([200.0, 100.0], xy.shape), atol=5e-3)
    np.testing.assert_allclose(far_obs[..., 0], obs[..., 0], atol=5e-3)
    np.testing.assert_allclose(far_obs, obs, atol=0.2)
    # The speed is a difference of positions, which have larger rounding errors far from the origin.
    np.testing.assert_allclose(far_reward, reward, atol=0.02)


@pytest.mark.parametrize(("name", "centre"), [("point", (0.5, -0.25)), ("point_maze", (1.0, 0.0))])
def test_a_point_starts_elsewhere(name, centre):
    env = envs.make(name, start_offset=centre)
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), 100))
    xy = np.asarray(env.reset(keys).obs)
    assert (np.abs(xy - centre) <= 0.05 + 1e-6).all()
    np.testing.assert_allclose(xy.mean(axis=0), centre, atol=0.01)


@pytest.mark.parametrize(
    ("name", "offset", "message"),
    [
        ("halfcheetah", (20.0, 1.0), "start of halfcheetah can be moved along x only"),
        ("ant", (1.0, 2.0, 3.0), "the start of ant can be moved along x and y. Give 2 numbers"),
        ("point", (0.96,), "the world ends 1 m from its centre. Give two numbers from -0.95 to 0.95"),
        ("point_maze", (0.5, 0.0), "in or near a wall of the maze"),
        ("point_maze", (5.0, 0.0), "in or near a wall of the maze, or outside"),
        ("ant", (float("nan"), 0.0), "start_offset=nan,0 is not allowed"),
        (
            "ant_maze",
            (20.0, 0.0),
            "start_offset=20,0: there the ant would start in or near a wall of ant_maze",
        ),
        ("ant_maze", (-20.0, 0.0), "in or near a wall of ant_maze, or outside"),
        ("ant_u_maze", (0.0, 8.0), "in or near a wall of ant_u_maze"),
        ("ant_u_maze", (19.5, 0.0), "in or near a wall of ant_u_maze"),
        ("ant_fall", (0.0, 16.0), "in or near a wall of ant_fall"),
    ],
)
def test_starts_that_are_refused(name, offset, message):
    with pytest.raises(ConfigError, match=message.replace(".", "[.]")):
        envs.make(name, start_offset=offset)


@pytest.mark.parametrize(("name", "offset"), [("ant_maze", (5.0, 5.0)), ("ant_u_maze", (16.0, 16.0))])
def test_starts_elsewhere_in_a_maze(name, offset):
    env = envs.make(name, "native", start_offset=offset)
    first = env.reset(jax.random.key_data(jax.random.split(jax.random.key(0), 3)))
    np.testing.assert_allclose(feature(env, first, "xy"), np.tile(offset, (3, 1)), atol=0.3)


def test_the_first_goal_is_around_the_ant_wherever_it_starts():
    env = envs.make("ant_goals", "native", start_offset=(20.0, 0.0))
    first = env.reset(jax.random.key_data(jax.random.split(jax.random.key(0), 100)))
    vector = np.asarray(first.obs)[:, -2:]
    assert (np.abs(vector) <= 7.5).all()
    np.testing.assert_allclose(vector.mean(axis=0), 0.0, atol=1.5)


def test_a_start_elsewhere_as_a_flag():
    field = {f.name: f for f in dataclasses.fields(Config)}["start_offset"]
    assert parse(field, "-20,0.5") == (-20.0, 0.5)
    assert envs.from_config(Config(env="point", start_offset=[0.5])).reset(np.zeros((1, 2), np.uint32)).obs[
        0, 0
    ] == pytest.approx(0.5, abs=0.05)


def test_a_value_that_no_run_would_take_is_refused():
    with pytest.raises(ConfigError, match=r"gravity=-1 is not allowed: it takes a number, 0 or more"):
        envs.make("hopper", gravity=-1)
    with pytest.raises(ConfigError, match=r"exclude_current_positions=no"):
        envs.make("hopper", exclude_current_positions="no")
    with pytest.raises(ConfigError, match=r"wind=1: there is no such variation"):
        envs.make("hopper", wind=1.0)
