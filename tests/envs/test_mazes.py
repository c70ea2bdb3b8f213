"""Mazes of cells and their blocks: positions by hand, and MuJoCo's physics."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import keys

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.envs.tasks import mazes, task_envs, task_rules

pytest.importorskip("mujoco.batch", reason="MuJoCo before 4.0 has no batches")
import mujoco


def test_cells_are_about_the_robots():
    found = {(cell.x, cell.y): cell.kind for cell in mazes.cells(mazes.PUSH)}
    assert found[0, 0] == mazes.ROBOT
    assert found[0, 8] == mazes.PUSHED
    assert [found[x, 0] for x in (-8, 8)] == [mazes.GROUND, mazes.WALL]
    assert found[0, 16] == mazes.GROUND  # the target is here
    found = {(cell.x, cell.y): cell.kind for cell in mazes.cells(mazes.FALL)}
    assert found[8, 8] == mazes.FALLING
    assert [found[x, 16] for x in (0, 8)] == [mazes.CHASM] * 2
    # In the U-maze, the way to (0, 16) goes around (16, 8).
    found = {(cell.x, cell.y): cell.kind for cell in mazes.cells(mazes.U_MAZE)}
    assert [found[x, 8] for x in (0, 8, 16)] == [mazes.WALL, mazes.WALL, mazes.GROUND]


def test_outlines_are_where_one_cannot_go():
    sides = mazes.outlines(("###", "#r#", "###"))
    assert sorted(tuple(sorted(side)) for side in sides) == [
        ((-4, -4), (-4, 4)),
        ((-4, -4), (4, -4)),
        ((-4, 4), (4, 4)),
        ((4, -4), (4, 4)),
    ]


def test_the_target_task_by_hand():
    rules = task_rules.target((0.0, 19.0), (0.0, 19.0), 5.0, 6)
    place = jnp.array([3.0, 15.0, 0.5, 1.0, 8.0, 2.0])
    goal = rules.init(jax.random.key(0), place)
    np.testing.assert_array_equal(goal, [0, 19])
    memory, reward, over = rules.step(goal, place)
    assert reward == -5
    assert not over
    assert rules.success(memory, place)
    assert not rules.success(memory, place.at[0].set(3.1))
    np.testing.assert_array_equal(rules.observe(memory, place), [3, 15, -3, 4, 1, 8, 2])
    assert rules.size == 7
    many = jax.vmap(lambda key: task_rules.target((-4.0, 0.0), (20.0, 1.0), 5.0, 3).init(key, place))(
        jax.random.split(jax.random.key(0), 500)
    )
    assert (many >= jnp.array([-4.0, 0.0])).all()
    assert (many <= jnp.array([20.0, 1.0])).all()
    np.testing.assert_allclose(many.mean(0), [8, 0.5], atol=0.8)


@pytest.mark.parametrize("name", ["ant_push", "ant_fall"])
def test_the_block_and_what_is_seen(name):
    env, plain = envs.make(name, "native"), envs.make("ant", "native")
    first = env.reset(keys(3))
    block = {"ant_push": (0, 8, 2), "ant_fall": (8, 8, 6)}[name]
    np.testing.assert_allclose(first.state.place[:, 3:], [block] * 3, atol=1e-5)
    np.testing.assert_allclose(first.obs[:, -3:], [block] * 3, atol=1e-5)
    size = plain.observation_size
    q, qd = first.state.robot.q, first.state.robot.qd
    np.testing.assert_array_equal(first.obs[:, :size], np.concatenate([q[:, 2:15], qd[:, :14]], axis=-1))
    assert (qd[:, 14:] == 0).all()
    base = 4.0 if name == "ant_fall" else 0.0
    assert (jnp.abs(first.state.place[:, 2] - base - 0.75) < 0.15).all()
    step, state = jax.jit(env.step), first.state
    for _ in range(20):
        after = step(state, jnp.zeros((3, 8)))
        state = after.state
    # Without a push the block has not moved, and the ant stands on the ground.
    np.testing.assert_allclose(state.place[:, 3:], [block] * 3, atol=0.02)
    assert (jnp.abs(state.place[:, 2] - base - 0.4) < 0.3).all()
    goal = np.array({"ant_push": (0, 19), "ant_fall": (0, 27, 4.5)}[name])
    distance = np.linalg.norm(goal - np.asarray(state.place)[:, : len(goal)], axis=-1)
    np.testing.assert_allclose(after.reward, -distance, rtol=1e-5)
    assert (after.features["success"] == 0).all()


def pushed(name, way, seconds, at, back=0):
    """Returns MuJoCo's data after a force pushed the ant's torso from `at`.

    The force `way` is in N and acts for `seconds`. A quarter of it then pushes back for `back` seconds.
    """
    model = envs.make(name, "native").scene.model()
    data = mujoco.MjData(model)
    data.qpos[:3] = at
    data.qpos[3] = 1
    data.qpos[7:15] = [0.0, 1.0, 0.0, -1.0, 0.0, -1.0, 0.0, 1.0]
    torso = model.body("torso").id
    for force, duration in ((np.array(way), seconds), (-0.25 * np.array(way), back)):
        for _ in range(round(duration / model.opt.timestep)):
            data.xfrc_applied[torso, :3] = force
            mujoco.mj_step(model, data)
    assert np.isfinite(data.qpos).all()
    return data


def test_a_block_can_be_pushed_aside_and_is_stopped_by_walls():
    # From the left, the ant pushes the block into the free cell at the right. The block does not enter the
    # wall there.
    data = pushed("ant_push", (12.0, 0, 0), 20, (-5.5, 8.0, 0.55))
    assert data.body("block").xpos[0] > 6
    assert data.body("block").xpos[0] < 8.2
    # Ahead, the ant pushes the block into the way to the target, which is then closed.
    data = pushed("ant_push", (0, 12.0, 0), 20, (0.0, 2.5, 0.55))
    assert 6 < data.body("block").xpos[1] - 8 < 8.3
    np.testing.assert_allclose(data.body("block").xpos[2], 2, atol=0.05)


def test_a_block_falls_into_the_chasm_and_can_be_walked_over():
    # The ant backs off at the end, because friction holds the block up as long as the ant presses against it.
    data = pushed("ant_fall", (0, 20.0, 0), 7, (8.0, 2.5, 4.55), back=2)
    np.testing.assert_allclose(data.body("block").xpos[:2], (8, 16), atol=0.2)
    assert data.body("block").xpos[2] < 2.3  # its top is level with the ground


def test_on_raised_ground_no_fall_ends_an_episode():
    # An ant counts as healthy between 0.2 m and 1 m, and here it stands at 4.5 m.
    message = r"terminate_when_unhealthy=true: ant_fall does not take this setting. It takes: exclude_"
    with pytest.raises(ConfigError, match=message):
        envs.make("ant_fall", "native", terminate_when_unhealthy="true")
    assert "terminate_when_unhealthy" in envs.specs()["ant_push"].variations
    # `auto` follows the ant, whose episodes end when it is not healthy.
    for name, height in (("ant_push", 0.0), ("ant_fall", 4.0)):
        env = envs.make(name, "native", terminate_when_unhealthy="auto")
        first = env.reset(keys(2))
        after = jax.jit(env.step)(first.state, jnp.zeros((2, 8)))
        assert (after.state.place[:, 2] > height + 0.2).all()
        assert not after.terminated.any()


def test_rows_say_what_they_have():
    for name in ("ant_u_maze", "ant_push", "ant_fall"):
        row = envs.specs()[name]
        assert row.features["success"] == task_envs.SUCCESS["success"]
        assert row.defaults["episode_length"] == 500
