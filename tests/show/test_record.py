"""Recorded episodes: poses come from the environment's own state, and scenes draw them."""

import functools
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import counter, tiny_config

from diayn_jax import envs, training
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import evaluators
from diayn_jax.show.record import Selection, play, record
from diayn_jax.use.loaded_run import Run

TABLE = envs.specs()
FLAT = [name for name, row in TABLE.items() if row.provider == "jax"] + ["fast"]
LENGTH = 4


def run_of(env):
    agent = "sac" if env.num_actions is None else "dqn"
    config = tiny_config(env=env.name, agent=agent, num_skills=3, episode_length=LENGTH)
    trainer = training.make_trainer(config, env)
    # Of the state, rollouts need only networks and statistics. `init` would step the environment.
    parts = untrained(trainer, config)
    return Run(config, None, parts, {}, (), trainer, evaluators.make_evaluator(config, trainer))


def untrained(trainer, config):
    hparams = training.make_hparams(config, trainer.env.action_size)
    shapes = jax.eval_shape(trainer.init, jax.random.key(0), hparams)
    rng = np.random.default_rng(0)

    def filled(x):
        if jax.numpy.issubdtype(x.dtype, jnp.floating):
            return jnp.asarray(rng.uniform(0.1, 0.4, x.shape), x.dtype)
        return x

    return shapes.replace(
        agent=jax.tree.map(filled, shapes.agent),
        objective=jax.tree.map(filled, shapes.objective),
        statistics=jax.tree.map(filled, shapes.statistics),
    )


@functools.cache
def point():
    return run_of(envs.make("point"))


def test_a_recording():
    recording = record(point(), Selection([2, 0], 2))
    episodes = recording.trajectories
    np.testing.assert_array_equal(episodes.skill, [2, 0, 2, 0])
    assert recording.poses.shape == (LENGTH + 1, 4, 2)
    assert recording.poses.dtype == np.float32
    assert type(recording.poses) is np.ndarray
    # The pose of the point is its position, from the start on.
    np.testing.assert_array_equal(recording.poses, episodes.xy)
    np.testing.assert_array_equal(recording.poses[1:], episodes.obs)
    assert recording.dt == 1.0
    assert isinstance(recording.scene, envs.PlaneScene)


def test_all_skills_once_by_default_and_any_length():
    recording = record(point(), Selection(episode_length=2))
    np.testing.assert_array_equal(recording.trajectories.skill, [0, 1, 2])
    assert recording.poses.shape == (3, 3, 2)


@pytest.mark.parametrize("skills", [(2, 0), range(2, -1, -2), np.array([2, 0]), jnp.array([2, 0])])
def test_skills_of_any_sequence(skills):
    recording = record(point(), Selection(skills, episode_length=2))
    np.testing.assert_array_equal(recording.trajectories.skill, [2, 0])


def test_a_recording_repeats_itself_and_another_seed_differs():
    first = record(point(), Selection([1])).poses
    np.testing.assert_array_equal(first, record(point(), Selection([1])).poses)
    for other in ({"key": jax.random.key(1)}, {"deterministic": False}):
        assert not np.array_equal(first, play(point(), Selection([1]), poses=True, **other).poses)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"skills": [0, 3]}, "skills=3: this run has the skills 0 to 2"),
        ({"skills": [-1]}, "skills=-1: this run"),
        ({"skills": []}, r"skills=\[\]: this run"),
        ({"skills": [1.5, 0]}, "skills=1.5: this run"),
        ({"skills": "ab"}, r"skills='ab': give a list of skills, such as \[0, 2\]"),
        ({"skills": 1}, "skills=1: give a list of skills"),
        ({"skills": np.array([[0, 1]])}, r"skills=\[0, 1\]: this run"),
        ({"episodes": "3"}, "episodes='3': it takes a whole number, 1 or more"),
        ({"episodes": [1]}, r"episodes=\[1\]: it takes a whole number, 1 or more"),
        ({"episodes": 0}, "episodes=0: it takes a whole number, 1 or more"),
        ({"episodes": 2.5}, "episodes=2.5: it takes a whole number, 1 or more"),
        ({"episode_length": 0}, "episode_length=0: it takes a whole number, 1 or more"),
    ],
)
def test_what_cannot_be_recorded(arguments, message):
    with pytest.raises(ConfigError, match=message):
        record(point(), Selection(**arguments))


def test_an_environment_that_says_nothing_of_its_looks():
    with pytest.raises(ConfigError, match=r"counter cannot be drawn.*scene"):
        record(run_of(counter()))


def test_the_pose_stays_after_the_end():
    scene = envs.PlaneScene(lambda state: state[0][:, None].astype(jnp.float32), lambda pose: [], (), ())
    recording = record(run_of(counter(lifetime=2)._replace(scene=scene)))
    # The world counts on after the end, and the recording does not show it.
    np.testing.assert_array_equal(recording.poses[:, :, 0], [[0] * 3, [1] * 3, [2] * 3, [2] * 3, [2] * 3])
    np.testing.assert_array_equal(recording.trajectories.valid.sum(axis=0), [2, 2, 2])


def test_a_pose_that_is_not_finite_is_never_seen():
    def pose(state):
        count = state[0][:, None].astype(jnp.float32)
        return jnp.where(count < 3, count, jnp.nan)

    scene = envs.PlaneScene(pose, lambda pose: [], (), ())
    recording = record(run_of(counter()._replace(scene=scene)))
    np.testing.assert_array_equal(recording.poses[:, 0, 0], [0, 1, 2, 2, 2])
    assert recording.trajectories.valid.all()


def test_in_a_varied_environment():
    run = run_of(envs.make("point_maze"))
    usual, still = record(run), play(run, evaluator=run.in_environment(actuator_strength=0.0), poses=True)
    np.testing.assert_array_equal(usual.poses[0], still.poses[0])
    np.testing.assert_array_equal(still.poses[-1], still.poses[0])
    assert not np.array_equal(usual.poses[-1], usual.poses[0])


def test_a_mesh_records_the_same():
    from diayn_jax import parallel

    run = point()
    trainer = training.make_trainer(run.config, run.trainer.env, parallel.make_mesh(3))
    many = evaluators.make_evaluator(run.config, trainer)
    skill = jnp.arange(3)
    args = (run.state, jax.random.key(0), skill, LENGTH, True, False, True)
    np.testing.assert_allclose(run.evaluator.rollouts(*args).poses, many.rollouts(*args).poses, atol=1e-6)


def test_stacked_frames_show_the_world_beneath():
    bare = envs.make("point_pixels")
    stacked = envs.stack_frames(bare, 3)
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), 2))
    image = stacked.scene.pose(stacked.reset(keys).state)
    np.testing.assert_array_equal(image, bare.reset(keys).obs)


# Scenes.


def first_and_next(env):
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), 2))
    action = jnp.full(
        (2, *env.interface.action_shape), 0.5 if env.num_actions is None else 1, env.interface.action_dtype
    )

    @jax.jit
    def play(keys, action):
        first = env.reset(keys)
        return first, env.step(first.state, action)

    return play(keys, action)


@pytest.mark.parametrize("name", FLAT)
def test_scenes_of_flat_worlds(name):
    env = envs.make(name)
    if isinstance(env.scene, envs.ImageScene):
        state = jax.eval_shape(env.reset, jax.ShapeDtypeStruct((2, 2), jnp.uint32)).state
        pose = jax.eval_shape(env.scene.pose, state)
        assert pose.dtype == np.uint8
        assert pose.shape == (2, *env.image_shape)
        return
    first, after = first_and_next(env)
    poses = [np.asarray(env.scene.pose(timestep.state)) for timestep in (first, after)]
    drawn = [env.scene.shapes(pose) for pose in (*poses[0], *poses[1])]
    forms = {tuple((s.kind, s.role, s.size, np.shape(s.points)) for s in shapes) for shapes in drawn}
    assert len(forms) == 1
    (low_x, high_x), (low_y, high_y) = env.scene.limits
    for shape in (*env.scene.background, *(shape for shapes in drawn for shape in shapes)):
        points = np.asarray(shape.points)
        assert np.isfinite(points).all()
        assert shape.role in {"agent", "limb", "wall", "ground", "goal", "guide"}
        assert points.shape[1:] == (2,)
        assert (len(points) == 1) == (shape.kind == "circle")
    for x, y in [point for shapes in drawn for shape in shapes for point in shape.points]:
        assert low_x <= x <= high_x
        assert low_y <= y <= high_y
    if env.scene.trail:
        np.testing.assert_array_equal(drawn[0][0].points[0], first.features.get("xy", first.obs)[0])
        assert drawn[0][0].kind == "circle"


def test_the_pendulum_hangs_where_its_observation_says():
    env = envs.make("pendulum")
    _, after = first_and_next(env)
    cosine, sine = np.asarray(after.obs[0, :2])
    bob, rod, _ = env.scene.shapes(np.asarray(env.scene.pose(after.state))[0])
    # Positive angles are to the left, as Gymnasium draws them.
    np.testing.assert_allclose(bob.points[0], [-sine, cosine], atol=1e-6)
    np.testing.assert_allclose(rod.points, [[0, 0], [-sine, cosine]], atol=1e-6)


def test_the_car_stands_on_the_slope_that_pulls_it():
    env = envs.make("mountain_car")
    for x in (-1.1, -0.3, 0.5):
        body, _, back, front = env.scene.shapes(np.array([x]))
        rise, run = (front.points[0] - back.points[0])[::-1]
        # In the equations a step's pull is 0.0025 cos(3x). In the drawing the hill is 0.45·sin(3x).
        assert rise / run == pytest.approx(1.35 * np.cos(3 * x), rel=1e-6)
        hill = np.asarray(env.scene.background[0].points[:-2])
        assert back.points[0][1] > np.interp(back.points[0][0], *hill.T)
        assert len(body.points) == 4


def test_simulators_of_a_variation_end_with_it(monkeypatch):
    ended = []
    outside = SimpleNamespace(close=lambda: ended.append(True))
    evaluator = point().evaluator
    varied = evaluator._replace(env=evaluator.env._replace(simulator=outside))
    monkeypatch.setattr(Run, "in_environment", lambda *_, **__: varied)
    with point().evaluator_in(), point().evaluator_in(terminate_when_unhealthy="auto"):
        assert not ended
    assert ended == [True]
    with pytest.raises(ConfigError), point().evaluator_in(gravity=2.0):
        raise ConfigError
    assert ended == [True, True]


def test_a_variation_is_in_the_model():
    usual, heavy = (envs.make("hopper", **given).scene.model() for given in ({}, {"gravity": 2.0}))
    np.testing.assert_array_equal(heavy.opt.gravity, 2 * usual.opt.gravity)


@pytest.mark.parametrize(
    ("name", "backend"), [("ant", "native"), ("inverted_pendulum", "generalized"), ("hopper", "spring")]
)
def test_kinematics_of_the_pose_put_bodies_where_the_environment_has_them(name, backend):
    import mujoco

    if backend == "native":
        pytest.importorskip("mujoco.batch", reason="needs MuJoCo 4.0")
    env = envs.make(name, backend)

    @jax.jit
    def play(keys):
        def body(timestep, _):
            timestep = env.step(timestep.state, jnp.full((2, env.action_size), 0.5))
            return timestep, (env.scene.pose(timestep.state), timestep.state.x)

        return jax.lax.scan(body, env.reset(keys), None, 5)[1]

    poses, links = jax.device_get(play(jax.random.key_data(jax.random.split(jax.random.key(0), 2))))
    model = env.scene.model()
    data = mujoco.MjData(model)
    for pose, place in zip(poses[-1], links.pos[-1], strict=True):
        data.qpos[:] = pose
        mujoco.mj_kinematics(model, data)
        # Spring's joints give way a little. Its poses have the joint angles that come nearest.
        np.testing.assert_allclose(data.xpos[1:], place, atol=0.02 if backend == "spring" else 1e-4)


def test_gymnasiums_robots_are_seen_by_their_joints():
    pytest.importorskip("gymnasium", reason="needs the extra [gym]")
    env = envs.make("gymnasium:InvertedPendulum-v5")
    first, after = first_and_next(env)
    # The observation begins with the positions of the joints.
    np.testing.assert_allclose(env.scene.pose(after.state), after.obs[:, :2], rtol=1e-6)
    assert env.scene.model().nq == 2
    with pytest.raises(Exception, match="cannot return to an earlier state"):
        jax.block_until_ready(env.scene.pose(first.state))
    env.simulator.close()


def test_the_racing_car_is_seen_from_above():
    pytest.importorskip("gymnasium", reason="needs the extra [gym]")
    env = envs.make("gymnasium:CarRacing-v3")
    image = env.scene.pose(env.reset(jax.random.key_data(jax.random.split(jax.random.key(0), 1))).state)
    assert image.shape == (1, 133, 200, 3)
    assert np.asarray(image).std() > 10
    env.simulator.close()


@pytest.mark.parametrize("name", ["lunar_lander", "bipedal_walker"])
def test_gymnasium_draws_itself(name):
    pytest.importorskip("gymnasium", reason="needs the extra [gym]")
    run = run_of(envs.make(name))
    recording = record(run, Selection([0, 1]))
    assert isinstance(recording.scene, envs.ImageScene)
    assert recording.poses.shape[:2] == (LENGTH + 1, 2)
    assert recording.poses.dtype == np.uint8
    assert max(recording.poses.shape[2:4]) <= 240
    # The film is not black, and it changes.
    assert recording.poses.std() > 10
    assert (recording.poses[0] != recording.poses[-1]).any(axis=(1, 2, 3)).all()
    run.trainer.env.simulator.close()
