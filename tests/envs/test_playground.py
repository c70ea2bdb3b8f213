"""MuJoCo Playground's environments, compared with MuJoCo and with Playground."""

import contextlib
import functools
import subprocess
import sys
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import mujoco
import numpy as np
import pytest
from probes import tiny_config

from diayn_jax import envs, training
from diayn_jax.config import ConfigError
from diayn_jax.envs.providers import playground_envs, playground_table

NUM_ENVS = 3
SUITE = [name.removeprefix("playground:") for name in playground_envs.SPECS]


@functools.cache
def load(name):
    """Returns Playground's own environment."""
    return playground_envs._load(name)


@functools.cache
def make(name):
    return envs.make(f"playground:{name}")


def jit(function):
    return jax.jit(function)


def keys(seed=0):
    return jax.random.key_data(jax.random.split(jax.random.key(seed), NUM_ENVS))


def actions(env, *leading):
    return jax.random.uniform(jax.random.key(1), (*leading, env.action_size), minval=-1.0, maxval=1.0)


def test_a_step_is_playgrounds_own(playground):
    env, theirs = make("PointMass"), load("PointMass")
    acts = actions(env, 6, NUM_ENVS)

    def play(keys, acts):
        def body(states, act):
            ours, own = states
            ours, own = env.step(ours.state, act), jax.vmap(theirs.step)(own, act)
            return (ours, own), (ours.obs, own.obs, ours.reward, own.reward)

        first = env.reset(keys), jax.vmap(theirs.reset)(keys)
        return first[0].obs, first[1].obs, jax.lax.scan(body, first, acts)[1]

    first, own_first, (obs, own_obs, reward, own_reward) = jit(play)(keys(), acts)
    np.testing.assert_array_equal(first, own_first)
    np.testing.assert_array_equal(obs, own_obs)
    np.testing.assert_array_equal(reward, own_reward)
    assert np.abs(obs[-1] - first).max() > 1e-3


def by_mujoco(name):
    """Returns a task's model, data and state at random coordinates, from MuJoCo's C engine."""
    model = load(name).mj_model
    data = mujoco.MjData(model)
    rng = np.random.default_rng(0)
    data.qpos[:] = rng.uniform(-0.8, 0.8, model.nq)
    data.qvel[:] = rng.uniform(-0.5, 0.5, model.nv)
    if model.jnt_type[0] == mujoco.mjtJoint.mjJNT_FREE:
        data.qpos[3:7] /= np.linalg.norm(data.qpos[3:7])
    mujoco.mj_forward(model, data)
    fields = ("qpos", "qvel", "xpos", "xipos", "site_xpos", "geom_xpos", "sensordata")
    seen = SimpleNamespace(**{field: jnp.array(getattr(data, field)) for field in fields})
    seen.xmat, seen.geom_xmat = data.xmat.reshape(-1, 3, 3), data.geom_xmat.reshape(-1, 3, 3)
    return model, data, SimpleNamespace(data=seen, obs=load(name)._get_obs(seen, {}))


def joints(data, *names):
    return np.concatenate([data.joint(name).qpos for name in names])


def of_planar(data, joint_names, start):
    position, rotation = data.body("torso").xpos, data.body("torso").xquat
    # A pitch of ψ about y is the quaternion (cos ψ/2, 0, sin ψ/2, 0).
    pitch = 2 * np.arctan2(rotation[2], rotation[0])
    height = position[2] - start
    return {
        "x": position[:1],
        "z": [height],
        "xz": [position[0], height],
        "xy": position[:2],
        "torso": [height, pitch],
        "joint_pos": joints(data, *joint_names),
    }


def of_humanoid(model, data):
    position = data.body("torso").xpos
    return {
        "xy": position[:2],
        "z": position[2:],
        "torso": [position[2], *data.body("torso").xquat],
        "joint_pos": joints(data, *[model.joint(i).name for i in range(1, model.njnt)]),
    }


def of_fish(model, data):
    torso = data.body("torso")
    names = ("tail1", "tail_twist", "tail2", "finright_roll", "finright_pitch", "finleft_roll")
    return {
        "xyz": torso.xpos,
        "xy": torso.xpos[:2],
        "torso": torso.xquat,
        "joint_pos": joints(data, *names, "finleft_pitch"),
    }


def of_swimmer(model, data):
    head = data.body("head").xmat.reshape(3, 3)
    return {
        "xy": data.joint("rootz").xanchor[:2] - model.joint("rootz").pos[:2],
        "heading": [np.arctan2(head[1, 0], head[0, 0])],
        "joint_pos": joints(data, *[f"joint_{i}" for i in range(5)]),
    }


def of_finger(model, data):
    hinge, tip = data.joint("hinge"), data.site("tip").xpos
    arm = tip - hinge.xanchor
    return {
        "tip": arm[[0, 2]],
        "joint_pos": joints(data, "proximal", "distal"),
        # The axis is −y, and at angle 0 the tip is above the hinge.
        "turned": [-np.arctan2(arm[0], arm[2])],
    }


def of_cup(model, data):
    starts = {name: model.body(name).pos for name in ("ball", "cup")}
    return {name: (data.body(name).xpos - starts[name])[[0, 2]] for name in starts}


def of_acrobot(model, data):
    up = [data.body(name).xmat.reshape(3, 3)[:, 2] for name in ("upper_arm", "lower_arm")]
    return {
        "arms": [up[0][0], up[1][0], up[0][2], up[1][2]],
        "joint_pos": joints(data, "shoulder", "elbow"),
    }


def of_cartpole(model, data):
    pole = data.body("pole_1").xmat.reshape(3, 3)[:, 2]
    return {"x": data.body("cart").xpos[:1], "pole": [pole[2], pole[0]]}


EXPECTED = {
    "AcrobotSwingup": of_acrobot,
    "BallInCup": of_cup,
    "CartpoleBalance": of_cartpole,
    "CheetahRun": lambda model, data: of_planar(
        data, ("bthigh", "bshin", "bfoot", "fthigh", "fshin", "ffoot"), 0.7
    ),
    "FingerSpin": of_finger,
    "FingerTurnEasy": of_finger,
    "FishSwim": of_fish,
    "HopperHop": lambda model, data: of_planar(data, ("waist", "hip", "knee", "ankle"), 1.0),
    "HumanoidWalk": of_humanoid,
    "PendulumSwingup": lambda model, data: {"pole": data.body("pole").xmat.reshape(3, 3)[[0, 2], 2]},
    "PointMass": lambda model, data: {"xy": data.body("pointmass").xpos[:2]},
    "ReacherEasy": lambda model, data: {
        "tip": data.geom("finger").xpos[:2],
        "joint_pos": joints(data, "shoulder", "wrist"),
    },
    "SwimmerSwimmer6": of_swimmer,
    "WalkerWalk": lambda model, data: of_planar(
        data, [f"{side}_{joint}" for side in ("right", "left") for joint in ("hip", "knee", "ankle")], 1.3
    ),
}


def test_every_robot_is_looked_at():
    def kinds(names):
        return {id(playground_table.ROBOTS[name].features) for name in names}

    assert kinds(EXPECTED) == kinds(SUITE)


@pytest.mark.parametrize("name", EXPECTED)
def test_features_are_where_the_bodies_are(playground, name):
    model, data, state = by_mujoco(name)
    features = playground_table.ROBOTS[name].features
    expected = EXPECTED[name](model, data)
    assert set(features) == set(expected)
    for key, (feature, read) in features.items():
        values = state.obs[jnp.array(feature.dims)] if read is None else read(state)
        np.testing.assert_allclose(values, expected[key], atol=1e-5, err_msg=key)


@pytest.mark.parametrize("name", SUITE)
def test_variations_are_those_that_change_something(playground, name):
    # MuJoCo says which variations matter: by the forces of gravity at rest, and the pairs of bodies that may
    # touch.
    model = load(name).mj_model
    taken = playground_envs.SPECS[f"playground:{name}"].variations
    data = mujoco.MjData(model)
    data.qpos[:] += np.linspace(0.1, 0.3, model.nq)
    mujoco.mj_forward(model, data)
    assert ("gravity" in taken) == (np.abs(data.qfrc_bias).max() > 1e-6)
    one, other = np.triu_indices(model.ngeom, 1)
    kinds, affinities = model.geom_contype, model.geom_conaffinity
    apart = model.body_weldid[model.geom_bodyid[one]] != model.body_weldid[model.geom_bodyid[other]]
    touch = (kinds[one] & affinities[other] | kinds[other] & affinities[one]) > 0
    off = model.opt.disableflags & (
        mujoco.mjtDisableBit.mjDSBL_CONTACT | mujoco.mjtDisableBit.mjDSBL_CONSTRAINT
    )
    assert ("friction" in taken) == bool((apart & touch).any() and not off)
    assert {"actuator_strength", "joint_damage"} <= set(taken)


def test_variations_reach_the_model(playground):
    published, varied = load("HopperHop").mjx_model, playground_envs._load("HopperHop")
    variation = envs.Variation(gravity=0.5, friction=0.25, actuator_strength=2.0)
    limits = jnp.array([[-5.0, 5.0], [0.0, 0.0], [-1.0, 2.0], [0.0, 0.0]])  # (0, 0): no limit
    varied._mjx_model = published.tree_replace({"actuator_forcerange": limits})
    playground_envs._vary(varied, "HopperHop", variation)
    model = varied.mjx_model
    np.testing.assert_allclose(model.opt.gravity, 0.5 * np.array([0.0, 0.0, -9.81]), rtol=1e-6)
    np.testing.assert_allclose(model.geom_friction, 0.25 * published.geom_friction, rtol=1e-6)
    np.testing.assert_allclose(model.actuator_gainprm[:, 0], np.full(4, 2.0))
    np.testing.assert_allclose(model.actuator_forcerange, 2 * limits)
    np.testing.assert_array_equal(model.actuator_gear, published.actuator_gear)


@contextlib.contextmanager
def plain_physics():
    """A context in which motors push joints by their gains, and nothing else does.

    mjx takes long to compile, and test_a_step_is_playgrounds_own shows that it is Playground's.
    """
    from mujoco import mjx

    def step(model, data):
        qvel = data.qvel.at[: model.nu].add(0.1 * model.actuator_gainprm[:, 0] * data.ctrl)
        return data.replace(qvel=qvel, qpos=data.qpos.at[: model.nv].add(0.01 * qvel))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mjx, "forward", lambda model, data: data)
        patch.setattr(mjx, "step", step)
        yield


def test_damaged_and_dead_motors(playground):
    act = jnp.tile(jnp.array([1.0, 1.0]), (NUM_ENVS, 1))

    def speed(**variation):
        with plain_physics():
            env = envs.make("PointMass", **variation)
            return np.asarray(jit(lambda keys: env.step(env.reset(keys).state, act).obs[:, 2:])(keys()))

    sound = speed()
    assert (sound > 1e-4).all()
    np.testing.assert_allclose(speed(joint_damage=(0.5, 0.0)), sound * [0.5, 0.0], rtol=1e-3, atol=1e-6)
    np.testing.assert_allclose(speed(actuator_strength=2.0), 2 * sound, rtol=1e-3)
    with pytest.raises(ConfigError, match=r"joint_damage=0 has 1 factors, and playground:PointMass has 2"):
        envs.make("PointMass", joint_damage=(0.0,))
    with pytest.raises(ConfigError, match=r"gravity=0.5: playground:PointMass does not take this setting"):
        envs.make("PointMass", gravity=0.5)


def test_cheetahs_start_on_their_feet(playground):
    model = load("CheetahRun").mj_model
    positions, velocities = playground_envs._settled_cheetahs(model, 1.0)
    assert positions.shape == (64, model.nq)
    assert np.unique(np.round(positions, 3), axis=0).shape[0] > 16
    # The cheetahs start at rest, and one of them stays at rest without actions.
    assert np.median(np.abs(velocities).max(axis=1)) < 0.1
    data = mujoco.MjData(model)
    data.qpos[:], data.qvel[:] = positions[0], velocities[0]
    mujoco.mj_step(model, data, nstep=50)
    np.testing.assert_allclose(data.qpos, positions[0], atol=0.05)


def test_broken_physics_is_no_transition(playground):
    env = make("PointMass")
    vector = envs.make_vector_env(env, 10, pool_size=1)

    def play(keys):
        state = vector.reset(keys)
        data = state.timestep.state.data
        hurt = state.timestep.state._replace(data=data.replace(qvel=data.qvel.at[1].set(jnp.nan)))
        state = state.replace(timestep=state.timestep.replace(state=hurt))
        pool = vector.make_pool(keys)
        return vector.step(state, jnp.zeros((NUM_ENVS, 2)), pool, jnp.array(0))

    state, terminated, valid, _ = jit(play)(keys())
    np.testing.assert_array_equal(valid, [True, False, True])
    assert not terminated.any()
    assert np.isfinite(state.timestep.obs).all()
    assert all(
        np.isfinite(x).all()
        for x in jax.tree.leaves(state.timestep.state)
        if jnp.issubdtype(x.dtype, jnp.floating)
    )


def test_an_epoch_of_training(playground):
    config = tiny_config(env="playground:PendulumSwingup")
    with plain_physics():
        functions = training.compiled(training.make_trainer(config, envs.make("PendulumSwingup")))
        state = functions.init(jax.random.key(0), training.make_hparams(config, 1))
        state, metrics = functions.epoch(state)
    assert int(state.counters.updates) > 0
    assert all(np.isfinite(x) for x in metrics.values())


def test_the_tables_are_playgrounds(playground):
    assert set(SUITE) == set(playground.dm_control_suite.ALL_ENVS)
    robots = (*playground.locomotion.ALL_ENVS, *playground.manipulation.ALL_ENVS)
    assert set(playground_table.OF_MENAGERIE) == set(robots)


def test_an_unknown_name_is_refused_with_near_ones(playground):
    with pytest.raises(ConfigError, match=r"no such environment\. Did you mean CheetahRun"):
        envs.make("playground:CheetaRun")


# Without Playground.


@pytest.mark.parametrize("name", ["CheetahRun", "Go1Getup"])
def test_short_names(name):
    assert envs.canonical(name) == f"playground:{name}"
    assert envs.spec(name).provider == "playground"


def test_without_playground_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "mujoco_playground", None)
    with pytest.raises(
        ConfigError, match=r"playground:CheetahRun needs.*pip install 'diayn_jax\[playground\]'"
    ):
        envs.make("CheetahRun")


def test_imports_in_silence(playground):
    code = "from diayn_jax import envs; envs.make('PointMass'); envs.make('CheetahRun')"
    done = subprocess.run(
        [sys.executable, "-W", "default::UserWarning", "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    assert done.stderr == ""
