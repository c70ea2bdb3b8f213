"""Every environment of the table keeps the contract of an `Env`, on every backend that it lists."""

import contextlib
import dataclasses
import functools
import re
from pathlib import Path

import chex
import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import envs, parallel
from diayn_jax.config import Config, ConfigError
from diayn_jax.envs.providers import brax_envs, brax_table, native, playground_table
from diayn_jax.resolve import make_config

TABLE = envs.specs()
# Some of Playground's tasks share a robot and differ only in their reward. The list has the first task of
# each robot; test_playground.py makes all of them.
ROBOTS = {id(robot): f"playground:{name}" for name, robot in reversed(playground_table.ROBOTS.items())}
ALL = [
    (name, backend)
    for name, row in TABLE.items()
    if row.provider != "playground" or name in ROBOTS.values()
    for backend in row.backends
    # The tests of the robot cover all backends of a task.
    if row.provider != "tasks" or backend in (row.backends[0], "native")
]
FREE_ROBOT = ("ant", "spring")


def first_stepped(row):
    """Returns the backend on which an environment is stepped: the one that compiles fastest."""
    return "native" if "native" in row.backends and native.is_available() else row.backends[0]


# Stepping compiles a program, so each environment is stepped on one backend. On each of Brax's own backends,
# whose physics takes long to compile, a pendulum is stepped, and on one of them a robot that moves freely.
# test_playground.py steps one of Playground's environments beside Playground's own; test_car_racing.py
# steps the car with discrete actions, which moves as the other one does.
STEPPED = [
    (name, backend)
    for name, backend in ALL
    if (backend == first_stepped(TABLE[name]) or name == "inverted_pendulum" or (name, backend) == FREE_ROBOT)
    and TABLE[name].provider != "playground"
    and name != "car_racing_discrete"
]
# Brax's probe always starts at the origin.
ALWAYS_STARTS_ALIKE = ("fast",)
# With this seed, two of the three environments start in the same one of its 103 cells.
FEW_STARTS = ("four_rooms",)
NUM_ENVS = 3
STEPS = 20

# Compiling takes nearly all of the time of these tests. The programs themselves run only briefly.


@functools.cache
def make(name, backend):
    if backend == "native":
        pytest.importorskip("mujoco.batch", reason="needs MuJoCo 4.0")
    if TABLE[name].provider == "playground":
        pytest.importorskip("mujoco_playground", reason="needs the extra playground")
    with at_rest(name, backend):
        env = envs.make(name, backend)
    return env._replace(reset=jax.jit(env.reset), step=jax.jit(env.step))


@contextlib.contextmanager
def at_rest(name, backend, still=None):
    """A context in which physics return the state that they get, and begin with a state of zeros.

    The states have the same shapes where features and observations read them, and this takes no seconds to
    trace. Physics are traced for the robots in STEPPED. How they begin is also traced for each robot on its
    first backend.
    """
    still = (name, backend) not in STEPPED if still is None else still
    with pytest.MonkeyPatch.context() as patch:
        robot = brax_envs.import_brax_envs().PipelineEnv
        if still and backend == "mjx":
            from mujoco import mjx

            patch.setattr(mjx, "forward", lambda model, data: data)
            patch.setattr(mjx, "step", lambda model, data: data)
        elif still and backend in brax_table.ALL_BACKENDS:
            patch.setattr(robot, "pipeline_step", lambda self, state, action: state)
        if still and backend in brax_table.ALL_BACKENDS:
            traced = backend in ("mjx", TABLE[name].backends[0])
            start = functools.partialmethod(zeros_of, robot.pipeline_init) if traced else bodies_at_rest
            patch.setattr(robot, "pipeline_init", start)
        yield


def zeros_of(robot, init, *args):
    """Returns zeros in the shapes of a robot's first state."""
    shapes = jax.eval_shape(functools.partial(init, robot), *args)
    return jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), shapes)


def bodies_at_rest(robot, q, qd):
    """Returns the part of a state that all of Brax's physics have, with bodies at the origin."""
    from brax import base

    count = (robot.sys.num_links(),)
    return base.State(q, qd, base.Transform.zero(count), base.Motion.zero(count), None)


@functools.cache
def shapes(name, backend):
    """Returns the shapes of the outputs of reset and step."""
    env = make(name, backend)
    with at_rest(name, backend):
        first = jax.eval_shape(env.reset, keys())
        action = jax.ShapeDtypeStruct((NUM_ENVS, *env.interface.action_shape), env.interface.action_dtype)
        return first, jax.eval_shape(env.step, first.state, action)


def keys(seed=0):
    return jax.random.key_data(jax.random.split(jax.random.key(seed), NUM_ENVS))


@functools.cache
def played(name, backend):
    """Plays the same episodes twice and other episodes once: a reset, then random actions.

    Returns leaves [1 + STEPS, E, ...].
    """
    env = make(name, backend)

    def play(keys, action_key):
        first = env.reset(keys)

        def body(timestep, key):
            timestep = env.step(timestep.state, random_actions(env, key))
            return timestep, timestep

        _, rest = jax.lax.scan(body, first, jax.random.split(action_key, STEPS))
        both = jax.tree.map(lambda a, b: jnp.concatenate([a[None], b]), first, rest)
        return both.obs, both.reward, both.terminated, both.features, body_of(both.state)

    run = jax.jit(play)
    runs = [run(keys(), jax.random.key(1)), run(keys(), jax.random.key(1)), run(keys(7), jax.random.key(1))]
    out = jax.device_get(runs)
    run.clear_cache()  # a program of Brax's takes hundreds of megabytes
    return out


def random_actions(env, key):
    """Returns a random action for each environment."""
    return jax.vmap(functools.partial(envs.random_action, env))(jax.random.split(key, NUM_ENVS))


def body_of(state):
    """Returns the pose of a Brax environment's root body, and its coordinates; () for other environments."""
    return (state.x.pos[..., 0, :], state.x.rot[..., 0, :], state.q) if hasattr(state, "q") else ()


@pytest.mark.parametrize(("name", "backend"), ALL)
def test_shapes_and_types(name, backend):
    env = make(name, backend)
    assert (env.name, env.backend) == (name, backend)
    assert env.dt > 0
    row = TABLE[name]
    assert (row.observation_size, row.action_size) == (env.observation_size, env.action_size)
    assert row.num_actions == env.num_actions
    assert row.image_shape == env.image_shape
    if row.observation_size is not None:
        assert envs.interface(Config(env=name)) == env.interface
    for timestep in shapes(name, backend):
        assert timestep.obs.shape == (NUM_ENVS, *env.interface.observation_shape)
        assert timestep.obs.dtype == env.interface.observation_dtype
        assert timestep.obs.size == NUM_ENVS * env.observation_size
        assert timestep.reward.shape == (NUM_ENVS,)
        assert timestep.reward.dtype == jnp.float32
        assert timestep.terminated.shape == (NUM_ENVS,)
        assert timestep.terminated.dtype == jnp.bool_
    assert env.action_size >= 1


def test_an_interface_that_the_table_does_not_tell_is_that_of_the_environment_made():
    varied = Config(env="hopper", backend="positional", exclude_current_positions="false")
    with at_rest("hopper", "positional"):
        assert envs.interface(varied) == envs.from_config(varied).interface
        assert envs.interface(varied).features["x"].dims == (0,)
    stacked = Config(env="point_pixels", frame_stack=2)
    assert envs.interface(stacked) == envs.from_config(stacked).interface
    assert envs.interface(stacked).image_shape[-1] == 6


@pytest.mark.parametrize(("name", "backend"), ALL)
def test_a_step_gives_back_the_same_tree_as_a_reset(name, backend):
    first, second = shapes(name, backend)
    assert jax.tree.structure(first) == jax.tree.structure(second)
    for (path, a), b in zip(jax.tree_util.tree_leaves_with_path(first), jax.tree.leaves(second), strict=True):
        where = jax.tree_util.keystr(path)
        assert (a.shape, a.dtype) == (b.shape, b.dtype), where
        # The arrays are batches, because resets replace single environments.
        assert a.shape[0] == NUM_ENVS, where


@pytest.mark.parametrize(("name", "backend"), ALL)
def test_declared_features_are_there(name, backend):
    env = make(name, backend)
    first, _ = shapes(name, backend)
    assert env.default_features in [*env.features, "obs" if env.image_shape is None else "latent"]
    # The table's row says the same as the environment.
    assert (TABLE[name].features, TABLE[name].default_features) == (env.features, env.default_features)
    for key, feature in env.features.items():
        assert feature.meaning
        assert feature.unit
        if feature.dims is None:
            assert first.features[key].shape == (NUM_ENVS, feature.size)
            assert first.features[key].dtype == jnp.float32
        else:
            assert env.image_shape is None
            assert len(feature.dims) == feature.size
            assert all(0 <= d < env.observation_size for d in feature.dims)
    assert set(first.features) == {key for key, feature in env.features.items() if feature.dims is None}
    assert envs.make_features(env).name == env.default_features


@pytest.mark.parametrize(("name", "backend"), STEPPED)
def test_random_steps_are_finite(name, backend):
    obs, reward, terminated, features, _ = played(name, backend)[0]
    assert np.isfinite(obs).all()
    assert np.isfinite(reward).all()
    assert all(np.isfinite(x).all() for x in features.values())
    assert not terminated[0].any()
    # Something moves, and each environment has its own start and its own path.
    assert (obs[0] != obs[1:]).any(axis=0).reshape(NUM_ENVS, -1).any(axis=-1).all()
    if name not in ALWAYS_STARTS_ALIKE:
        assert np.unique(obs[0], axis=0).shape[0] == (2 if name in FEW_STARTS else NUM_ENVS)


@pytest.mark.parametrize(("name", "backend"), STEPPED)
def test_the_same_keys_and_actions_give_the_same_episode(name, backend):
    once, again, other = played(name, backend)
    chex.assert_trees_all_equal(once, again)
    if name not in ALWAYS_STARTS_ALIKE:
        assert not np.array_equal(once[0], other[0])


@pytest.mark.parametrize("name", dict(STEPPED))
def test_features_move_with_the_body(name):
    backend = first_stepped(TABLE[name])
    obs, _, _, features, _ = played(name, backend)[0]
    for key, feature in make(name, backend).features.items():
        values = features[key] if feature.dims is None else obs[..., list(feature.dims)]
        if (name, key) not in NEEDS_LUCK:
            assert np.ptp(values, axis=0).max() > 1e-4, key


# A random arm hardly ever hits the object, and a random ant does not reach a maze's target.
NEEDS_LUCK = [("pusher", "object"), *((name, "success") for name in TABLE)]
FREE = ("ant", "humanoid", "humanoidstandup")
PLANAR = ("halfcheetah", "hopper", "walker2d")


@pytest.mark.parametrize(("name", "backend"), [row for row in STEPPED if row[0] in FREE or row[0] in PLANAR])
def test_features_are_what_they_say(name, backend):
    obs, _, _, features, (position, rotation, q) = played(name, backend)[0]
    height = position[..., 2:] - (0.7 if name == "halfcheetah" else 0)
    expected = {"z": height, "xy": position[..., :2]}
    if name in FREE:
        expected["torso"] = np.concatenate([height, rotation], axis=-1)
        expected["joint_pos"] = q[..., 7:]
    else:
        expected["x"] = position[..., :1]
        expected["xz"] = np.concatenate([position[..., :1], height], axis=-1)
        # A pitch of ψ about y is the quaternion (cos ψ/2, 0, sin ψ/2, 0).
        pitch = 2 * np.arctan2(rotation[..., 2:3], rotation[..., :1])
        expected["torso"] = np.concatenate([height, pitch], axis=-1)
        expected["joint_pos"] = q[..., 3:]
    declared = make(name, backend).features
    assert set(declared) == set(expected)
    for key, feature in declared.items():
        values = features[key] if feature.dims is None else obs[..., list(feature.dims)]
        if key == "torso" and name in FREE:
            # A start is drawn around the upright quaternion, and Brax observes it before it is normalised.
            length = np.linalg.norm(values[..., 1:], axis=-1, keepdims=True)
            values = np.concatenate([values[..., :1], values[..., 1:] / length], axis=-1)
        np.testing.assert_allclose(values, expected[key], atol=2e-3, err_msg=key)


@pytest.mark.parametrize(
    ("name", "backend"), [row for row in ALL if TABLE[row[0]].provider == "brax" and row[0] != "fast"]
)
def test_every_brax_environment_has_a_model_for_its_poses(name, backend):
    env = make(name, backend)
    model = env.scene.model()
    assert jax.eval_shape(env.scene.pose, shapes(name, backend)[0].state).shape == (NUM_ENVS, model.nq)
    assert model.ngeom > 1


def test_actions_are_bounded():
    # The point clips its actions. An action at the bound gives the highest speed.
    env = make("point", "jax")
    state = jnp.zeros((2, 2))
    fast, mad = env.step(state, jnp.ones((2, 2))), env.step(state, jnp.full((2, 2), 100.0))
    np.testing.assert_array_equal(fast.obs, mad.obs)


def test_random_actions_are_uniform():
    many = jax.random.split(jax.random.key(0), 4000)
    env = make("point", "jax")
    actions = np.asarray(jax.vmap(lambda key: envs.random_action(env, key))(many))
    assert actions.shape == (4000, 2)
    assert actions.dtype == np.float32
    for a in actions.T:
        shares, _ = np.histogram(a, bins=4, range=(-1, 1))
        np.testing.assert_allclose(shares / 4000, 0.25, atol=0.03)
    env = env._replace(num_actions=3, action_size=3)
    actions = np.asarray(jax.vmap(lambda key: envs.random_action(env, key))(many))
    assert actions.shape == (4000,)
    assert actions.dtype == np.int32
    np.testing.assert_allclose(np.bincount(actions) / 4000, [1 / 3] * 3, atol=0.03)


def test_point_by_hand():
    env = make("point", "jax")
    after = env.step(jnp.array([[0.0, 0.95]]), jnp.array([[-0.5, 1.0]]))
    np.testing.assert_allclose(after.obs, [[-0.05, 1.0]], rtol=1e-6)
    np.testing.assert_allclose(after.reward, [-np.hypot(1.05, 0.0) / np.sqrt(2)], rtol=1e-6)
    assert not after.terminated.any()
    first = env.reset(keys())
    assert (np.abs(first.obs) <= 0.05).all()


@pytest.mark.filterwarnings("ignore:Brax System, piplines and environments:UserWarning")
def test_a_step_is_braxs_own():
    # The state here has fewer fields than Brax's. The missing fields must not matter.
    env = make(*FREE_ROBOT)
    theirs = brax_envs.import_brax_envs().get_environment(
        "ant", backend="spring", terminate_when_unhealthy=False
    )

    def play(keys, action_key):
        def body(state, key):
            state = jax.vmap(theirs.step)(state, random_actions(env, key))
            return state, (state.obs, state.reward)

        first = jax.vmap(theirs.reset)(keys)
        return first.obs, jax.lax.scan(body, first, jax.random.split(action_key, 4))[1]

    first_obs, (brax_obs, brax_reward) = jax.jit(play)(keys(), jax.random.key(1))
    obs, reward, *_ = played(*FREE_ROBOT)[0]
    np.testing.assert_allclose(obs[0], first_obs, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(obs[1:5], brax_obs, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(reward[1:5], brax_reward, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(("setting", "ends"), [("false", False), ("true", True), ("auto", True)])
def test_termination_of_the_unhealthy(setting, ends):
    # The torso of the second ant is above Brax's healthy range.
    with at_rest("ant", "positional", still=True):
        env = envs.make("ant", "positional", terminate_when_unhealthy=setting)
        state = jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), jax.eval_shape(env.reset, keys()).state)
        x, q = state.x, state.q
        heights = jnp.array([0.6, 10.6, 0.6])
        x = x.replace(pos=x.pos.at[:, :, 2].set(heights[:, None]), rot=x.rot.at[..., 0].set(1))
        state = state.replace(x=x, q=q.at[:, 2].set(heights).at[:, 3].set(1))
        terminated = jax.jit(env.step)(state, jnp.zeros((NUM_ENVS, env.action_size))).terminated
    np.testing.assert_array_equal(terminated, [False, ends, False])


@pytest.mark.parametrize(
    ("cpu_backend", "device", "default"),
    [(None, "cpu", "slow"), (None, "gpu", "slow"), ("fast", "cpu", "fast"), ("fast", "gpu", "slow")],
)
def test_the_backend_of_a_run(monkeypatch, cpu_backend, device, default):
    # A run uses the device's default backend, unless it began on another one or was given one.
    made, env = [], envs.make("point")
    row = TABLE["point"]._replace(
        backends=("slow", "fast"),
        cpu_backend=cpu_backend,
        factory=lambda backend, variation: made.append(backend) or env,
    )
    monkeypatch.setitem(envs.worlds.point.SPECS, "point", row)
    monkeypatch.setattr(parallel, "platform", lambda: device)
    config = Config(env="point")
    envs.make("point")
    envs.from_config(config)
    for other in ("slow", "fast"):
        envs.from_config(config, other)
        envs.from_config(dataclasses.replace(config, backend=other), "slow")
    assert made == [default, default, "slow", "slow", "fast", "fast"]


def test_an_unknown_name_is_refused_with_near_ones():
    with pytest.raises(ConfigError, match=r"env=halfchetah.*Did you mean halfcheetah\? `diayn envs`"):
        envs.make("halfchetah")


def test_an_unknown_backend_is_refused_with_those_there_are():
    with pytest.raises(ConfigError, match=r"backend=sprung.*Did you mean spring\?.*generalized"):
        envs.make("ant", "sprung")


def test_defaults_are_fields_of_the_config():
    for name, row in TABLE.items():
        # The config is made for DIAYN and the environment's own agent, so that no default is skipped. Its
        # name is a user's, because objectives have defaults of their own for some names of the table.
        config = make_config(env="mine:Env", env_defaults=row.defaults)
        assert {key: getattr(config, key) for key in row.defaults} == dict(row.defaults), name
        assert row.backends, name
        assert {row.default_backend("cpu"), row.default_backend("gpu")} <= set(row.backends), name


def test_the_defaults_of_each_environment_have_a_documented_source():
    """docs/background/presets.md names the environments; tests/project/test_docs.py compares the values."""
    page = Path(__file__).parent.parent.parent / "docs" / "background" / "presets.md"
    text = page.read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.*?) \| .* \|$", text[text.index("## Sources") :], re.MULTILINE)
    named = set(re.findall(r"\w+", " ".join(rows)))
    assert {name for name, row in TABLE.items() if row.provider not in ("playground", "tasks")} <= named
