"""The symmetries that environments declare, checked on their simulators."""

from types import SimpleNamespace

import jax
import jax.numpy as jnp
import mujoco
import numpy as np
import pytest

from diayn_jax import envs
from diayn_jax.envs.providers import brax_envs
from diayn_jax.symmetry import signed
from experiments import envs as command

DECLARED = sorted(name for name, spec in envs.specs().items() if spec.symmetries)


def test_the_environments_that_declare_symmetries():
    assert {name: tuple(envs.spec(name).symmetries) for name in DECLARED} == {
        "ant": ("D4", "C4", "C2"),
        "humanoid": ("D1",),
        "point": ("D4", "C4", "C2"),
    }


def test_what_is_told_of_an_environment_names_its_symmetries():
    assert "symmetries (--symmetry): D4, C4, C2" in command.about("ant", envs.spec("ant"))
    assert "symmetries (--symmetry): none" in command.about("hopper", envs.spec("hopper"))
    assert command.as_json("ant", envs.spec("ant"))["symmetries"] == ["D4", "C4", "C2"]


@pytest.mark.parametrize("name", DECLARED)
def test_a_row_of_the_table_declares_what_the_environment_has(name):
    assert envs.make(name).symmetries == envs.spec(name).symmetries


# Half of all numbers differ by less. Brax's springs treat the legs a little differently. The other backend is
# exact but for rounding. In a few environments a contact begins in another substep, which makes a large
# difference.
TOLERANCES = {("ant", "spring"): 5e-3, ("ant", "generalized"): 1e-5, ("humanoid", "spring"): 5e-3}


def brax_env(name, backend, **options):
    with brax_envs.quiet_models():
        return brax_envs.import_brax_envs().get_environment(name, backend=backend, **options)


def with_positions(name, backend):
    """Returns Brax's environment, whose observation includes all positions, and its largest group."""
    made = brax_env(name, backend, exclude_current_positions_from_observation=False)
    return made, next(iter(envs.make(name, exclude_current_positions="false").symmetries.values()))


@pytest.mark.parametrize(("name", "backend"), TOLERANCES)
def test_a_turned_robot_moves_in_the_turned_direction(name, backend):
    robot, elements = with_positions(name, backend)
    sys, count, tolerance = robot.sys, 32, TOLERANCES[name, backend]
    strength = sys.actuator.ctrl_range[:, 1]
    joints, speeds = sys.q_size(), sys.qd_size()

    @jax.jit
    def moved_by(both, actions):
        """Returns the positions and velocities of joints after the actions, with which observations begin."""
        begun = jax.vmap(robot.pipeline_init)(*jnp.split(both, [joints], axis=-1))
        step = jax.vmap(robot.pipeline_step)
        state, _ = jax.lax.scan(lambda state, action: (step(state, action), None), begun, actions)
        return jnp.concatenate([state.q, state.qd], axis=-1)

    keys = jax.random.split(jax.random.key(0), 3)
    q = sys.init_q + 0.1 * jax.random.uniform(keys[0], (count, joints), minval=-1)
    if name == "humanoid":
        q = q.at[:, 2].add(-0.15)  # Its feet touch the ground.
    start = np.concatenate([q, 0.1 * jax.random.normal(keys[1], (count, speeds))], axis=-1)
    actions = strength * np.asarray(jax.random.uniform(keys[2], (3, count, sys.act_size()), minval=-1))
    here = np.asarray(moved_by(start, actions))
    for one in elements:
        turn, turn_action = one.observation.matrix(), one.action.matrix()
        np.testing.assert_array_equal(turn[:2, :2], one.plane.matrix())
        turn = turn[: joints + speeds, : joints + speeds]
        difference = np.abs(moved_by(start @ turn.T, actions @ turn_action.T) - here @ turn.T)
        assert np.median(difference) < tolerance
        assert np.median(difference, axis=0).max() < 20 * tolerance
        assert np.median(np.abs(here - start)) > 50 * np.median(difference)


def test_an_observation_begins_with_positions_and_velocities_of_joints():
    robot, (one, *_) = with_positions("ant", "generalized")
    q, qd = np.arange(15.0), np.arange(14.0)
    found = robot._get_obs(SimpleNamespace(q=q, qd=qd))
    np.testing.assert_array_equal(found, np.concatenate([q, qd]))
    assert one.observation.matrix().shape == (29, 29)


def test_a_mirrored_humanoid_has_the_mirrored_observation():
    from brax import base, kinematics

    # The inertia that the observation shows is not the same on both backends.
    made = [with_positions("humanoid", backend) for backend in ("generalized", "spring")]
    robots = [robot for robot, _ in made]

    @jax.jit
    @jax.vmap
    def observed(q, qd, action):
        state = base.State(q, qd, *kinematics.forward(robots[0].sys, q, qd), None)
        return [robot._get_obs(state, action) for robot in robots]

    keys = jax.random.split(jax.random.key(0), 3)
    q, qd, action = (
        np.array(jax.random.normal(key, (32, size))) for key, size in zip(keys, (24, 23, 17), strict=True)
    )
    q[:, 3:7] /= np.linalg.norm(q[:, 3:7], axis=-1, keepdims=True)
    _, (_, mirror) = made[0]
    turn, turn_action = mirror.observation.matrix(), mirror.action.matrix()
    heres = observed(q, qd, action)
    theres = observed(q @ turn[:24, :24].T, qd @ turn[24:47, 24:47].T, action @ turn_action.T)
    for here, there, (_, (_, own)) in zip(heres, theres, made, strict=True):
        np.testing.assert_array_equal(own.observation.matrix(), turn)
        np.testing.assert_array_equal(here[:, :47], np.concatenate([q, qd], axis=-1))
        # The masses of 11 bodies and the force on the root do not change.
        assert (np.ptp(here, axis=0) < 1e-6).sum() == 11 + 6
        np.testing.assert_allclose(there, here @ turn.T, rtol=1e-5, atol=1e-5)
    assert np.abs(heres[0] - heres[1]).max() > 0.1


def differences(model, start, turn, turn_action, frames):
    """Steps a MuJoCo model and its turned twin three times; returns their differences, and the motion."""
    rng = np.random.default_rng(0)
    here, there = mujoco.MjData(model), mujoco.MjData(model)
    turn_q, turn_v = turn[: model.nq, : model.nq], turn[model.nq :, model.nq :]
    differ, moved = [], []
    for _ in range(32):
        q, v = start + rng.uniform(-0.05, 0.05, model.nq), 0.1 * rng.normal(size=model.nv)
        for data, qpos, qvel in ((here, q, v), (there, turn_q @ q, turn_v @ v)):
            mujoco.mj_resetData(model, data)
            data.qpos[:], data.qvel[:] = qpos, qvel
        for control in rng.uniform(-1, 1, (3, model.nu)) * model.actuator_ctrlrange[:, 1]:
            here.ctrl[:], there.ctrl[:] = control, turn_action @ control
            for data in (here, there):
                mujoco.mj_step(model, data, frames)
        differ.append(np.concatenate([there.qpos - turn_q @ here.qpos, there.qvel - turn_v @ here.qvel]))
        moved.append(np.concatenate([here.qpos - q, here.qvel - v]))
    return np.abs(differ), np.median(np.abs(moved))


def equal_sides(model):
    """Gives both sides of Brax's humanoid the same armature and the same spring."""
    left, right = (model.joint(f"{side}_hip_y").dofadr for side in ("left", "right"))
    model.dof_armature[left] = model.dof_armature[right]
    model.jnt_stiffness[model.joint("left_knee").id] = 0
    mujoco.mj_setConst(model, mujoco.MjData(model))


def test_a_mirrored_humanoid_moves_as_in_a_mirror():
    humanoid = brax_env("humanoid", "generalized")
    model, start = humanoid.sys.mj_model, np.array(humanoid.sys.init_q)
    start[2] -= 0.15
    model.opt.iterations = 100
    group = envs.make("humanoid", exclude_current_positions="false").symmetries["D1"]
    turn, turn_action = group[1].observation.matrix()[:47, :47], group[1].action.matrix()
    differ, moved = differences(model, start, turn, turn_action, 5)
    assert 1e-6 < np.median(differ) < moved / 200
    equal_sides(model)
    differ, moved = differences(model, start, turn, turn_action, 5)
    assert differ.max() < 1e-9 < moved


def test_the_legs_of_the_walker_differ_in_friction_alone():
    walker = brax_env("walker2d", "generalized")
    model, start = walker.sys.mj_model, np.array(walker.sys.init_q)
    start[1] -= 0.05  # Its feet touch the ground.
    model.opt.iterations = 100
    legs = signed(1, 2, 3, 7, 8, 9, 4, 5, 6)
    turn, turn_action = legs.beside(legs).matrix(), signed(4, 5, 6, 1, 2, 3).matrix()
    differ, moved = differences(model, start, turn, turn_action, 4)
    assert np.median(differ, axis=0).max() > moved / 2
    feet = [model.geom(name).id for name in ("foot_geom", "foot_left_geom")]
    np.testing.assert_allclose(model.geom_friction[feet, 0], [0.9, 1.9])
    model.geom_friction[feet, 0] = 0.9
    differ, moved = differences(model, start, turn, turn_action, 4)
    assert differ.max() < 1e-9 < moved


@pytest.mark.parametrize("name", ["point"])
def test_a_turned_point_moves_in_the_turned_direction(name):
    env = envs.make(name)
    state = jnp.array([[0.3, 0.1], [-0.95, 0.5]])
    action = jnp.array([[1.0, -0.3], [-1.0, 0.9]])
    after = env.step(state, action).obs
    for one in env.symmetries["D4"]:
        turn, turn_action = one.observation.matrix(), one.action.matrix()
        found = env.step(state @ turn.T, action @ turn_action.T).obs
        np.testing.assert_allclose(found, after @ turn.T, rtol=1e-6)
