"""Brax's environments on MuJoCo's C engine, compared with MuJoCo and with Brax."""

import copy
import functools
import importlib.metadata

import chex
import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from runs import compile_when_called

from diayn_jax import envs, parallel, training
from diayn_jax.config import ConfigError
from diayn_jax.envs.providers import brax_envs, native
from diayn_jax.envs.providers.native import Bodies
from diayn_jax.evaluation import evaluators
from diayn_jax.storage import checkpoint, logs
from diayn_jax.use import loaded_run
from experiments import run

mujoco = pytest.importorskip("mujoco", minversion="4.0")

NAMES = [name for name, row in envs.specs().items() if "native" in row.backends and row.provider != "tasks"]
FREE = mujoco.mjtJoint.mjJNT_FREE
NUM_ENVS = 3

# Brax scales the actions of these environments from [-1, 1] to MuJoCo's controls.
SCALED = ("humanoid", "humanoidstandup", "inverted_pendulum", "pusher")


@functools.cache
def make(name):
    return envs.make(name, "native", terminate_when_unhealthy="auto")


def jit(function):
    return jax.jit(function)


def keys(count=NUM_ENVS, seed=0):
    return jax.random.key_data(jax.random.split(jax.random.key(seed), count))


def actions(env, *leading, seed=1):
    return jax.random.uniform(jax.random.key(seed), (*leading, env.action_size), minval=-1.0, maxval=1.0)


@functools.cache
def brax_twin(name):
    with brax_envs.quiet_models():
        return brax_envs.import_brax_envs().get_environment(name, backend="generalized")


def doubles(words):
    """Returns MuJoCo's numbers, in the layout of `native.STATE`."""
    return np.asarray(words).view(np.float64)


def played(env, count, steps=15):
    """Returns the reset, `steps` steps with random actions, and the actions."""
    acts = actions(env, steps, count)

    def play(keys, acts):
        first = env.reset(keys)
        return first, jax.lax.scan(lambda last, act: (env.step(last.state, act),) * 2, first, acts)[1]

    return (*jax.device_get(jit(play)(keys(count), acts)), np.asarray(acts))


def mujocos_own(model, frames, start, controls):
    """Returns the positions [T, nq] of one simulation that runs through all steps, as in C."""
    data = mujoco.MjData(model)
    data.qpos[:], data.qvel[:] = start[: model.nq], start[model.nq : model.nq + model.nv]
    positions = []
    for control in controls:
        data.ctrl[:] = control
        for _ in range(frames):
            mujoco.mj_step(model, data)
        positions.append(data.qpos.copy())
    return np.stack(positions)


def observed(model, numbers):
    """Returns positions, velocities, and the velocities of each body's frame in the world.

    The last are [N, 6], angular velocities first.
    """
    data = mujoco.MjData(model)
    data.qpos[:], data.qvel[:] = np.split(numbers[: model.nq + model.nv], [model.nq])
    mujoco.mj_forward(model, data)
    found = np.zeros((model.nbody, 6))
    for body in range(model.nbody):
        mujoco.mj_objectVelocity(model, data, mujoco.mjtObj.mjOBJ_XBODY, body, found[body], False)
    return data.qpos.copy(), data.qvel.copy(), found[1:]


def braxs_own(twin, before, after, action):
    """Returns observation, reward and done of Brax's own step for MuJoCo's states."""
    from brax import kinematics
    from brax.base import Motion

    @jax.jit  # so that it is traced once for both states
    def pipeline_state(state):
        q, qd, velocity = state
        # A start's orientation does not have length 1. MuJoCo normalises it, and Brax does not.
        unit = q.at[3:7].divide(jnp.linalg.norm(q[3:7])) if twin.sys.mj_model.jnt_type[0] == FREE else q
        x, _ = kinematics.forward(twin.sys, unit, qd)
        return Bodies(
            q=q, qd=qd, x=x, xd=Motion(ang=velocity[:, :3], vel=velocity[:, 3:]), words=jnp.zeros(0)
        )

    own = copy.copy(twin)
    # A reset says which fields a state has. It needs no physics for it.
    own.pipeline_init = lambda *_: pipeline_state(before)
    own.pipeline_step = lambda *_: pipeline_state(after)
    blank = jax.eval_shape(own.reset, jax.random.PRNGKey(0))
    blank = jax.tree.map(lambda x: jnp.zeros(x.shape, x.dtype), blank.replace(pipeline_state=None))
    state = own.step(blank.replace(pipeline_state=pipeline_state(before)), action)
    return state.obs, state.reward, state.done


@pytest.mark.parametrize("name", NAMES)
def test_a_step_is_mujocos_and_braxs_own(name):
    steps = 6
    env, twin = make(name), brax_twin(name)
    assert env.runs_on == "host"
    assert env.dt == pytest.approx(float(twin.dt))
    first, rest, acts = played(env, NUM_ENVS, steps)
    low, high = twin.sys.mj_model.actuator_ctrlrange.T.astype(np.float32)
    controls = (acts + 1) * (high - low) * np.float32(0.5) + low if name in SCALED else acts

    model = twin.sys.mj_model
    numbers = doubles(np.concatenate([first.state.words[None], rest.state.words]))
    for i in range(NUM_ENVS):
        theirs = mujocos_own(model, twin._n_frames, numbers[0, i], controls[:, i])
        # If the action is scaled, XLA may round the last bit of the control differently.
        tolerance = 1e-4 if name in SCALED else 0
        np.testing.assert_allclose(numbers[1:, i, : model.nq], theirs, rtol=tolerance, atol=tolerance)

    states = [[observed(model, numbers[t, i]) for t in range(steps + 1)] for i in range(NUM_ENVS)]
    pairs = [(*states[i][t], *states[i][t + 1], acts[t, i]) for t in range(steps) for i in range(NUM_ENVS)]
    q, qd, v, q1, qd1, v1, action = (jnp.array(np.stack(x), jnp.float32) for x in zip(*pairs, strict=True))
    step = jit(jax.vmap(lambda before, after, action: braxs_own(twin, before, after, action)))
    theirs = step((q, qd, v), (q1, qd1, v1), action)
    obs, reward, done = (np.reshape(x, (steps, NUM_ENVS, *x.shape[1:])) for x in theirs)
    np.testing.assert_allclose(rest.obs, obs, rtol=1e-3, atol=1e-3)
    # The reward is a difference of positions, divided by the time step.
    np.testing.assert_allclose(rest.reward, reward, rtol=1e-3, atol=1e-3)
    np.testing.assert_array_equal(rest.terminated, done > 0.5)


def test_on_mjx_an_ant_starts_above_the_ground_too(monkeypatch):
    from mujoco import mjx

    # A position needs no physics, which take long to compile.
    monkeypatch.setattr(mjx, "forward", lambda model, data: data)
    heights = jit(envs.make("ant", "mjx").reset)(keys(4)).obs[:, 0]
    assert (np.abs(heights - 0.75) <= 0.1).all()


def test_an_ant_that_does_nothing_is_not_thrown_up_by_the_ground():
    """A start with feet inside the ground would throw it over the healthy heights of 0.2 to 1 m."""
    count = 500
    env = envs.make("ant", "native", terminate_when_unhealthy="true")

    def play(keys):
        first = env.reset(keys)

        def step(last, _):
            after = env.step(last.state, jnp.zeros((count, env.action_size)))
            return after, (after.terminated, after.obs[:, 0])

        return first.obs[:, 0], jax.lax.scan(step, first, None, length=40)[1]

    begun, (ended, heights) = jax.device_get(jit(play)(keys(count)))
    # Gymnasium's height, 0.75 m, with Brax's noise.
    assert (np.abs(begun - 0.75) <= 0.1).all()
    assert not ended.any()
    assert heights.max() < 0.86
    # It has come to rest on its feet.
    np.testing.assert_allclose(heights[-1], 0.55, atol=0.1)


def test_the_number_of_threads_changes_nothing(monkeypatch):
    outs = []
    for threads in (1, 3):
        monkeypatch.setattr(parallel, "num_cores", lambda n=threads: n * jax.local_device_count())
        outs.append(played(envs.make("hopper", "native"), 32)[1])
    chex.assert_trees_all_equal(*outs)


def test_lanes_equal_their_own_runs():
    env = make("hopper")
    lanes = jnp.stack([keys(seed=0), keys(seed=5)])
    action = actions(env, 2, NUM_ENVS)

    def play(keys, action):
        return env.step(env.reset(keys).state, action)

    both = jit(jax.vmap(play))(lanes, action)
    for lane in range(2):
        alone = jit(play)(lanes[lane], action[lane])
        np.testing.assert_array_equal(both.state.words[lane], alone.state.words)
        np.testing.assert_allclose(both.obs[lane], alone.obs, rtol=1e-6, atol=1e-6)


def test_a_state_taken_away_and_brought_back_goes_on_the_same():
    env = make("ant")
    step = jit(env.step)
    timestep = jit(env.reset)(keys())
    acts = actions(env, 20, NUM_ENVS)
    kept = None
    for t in range(20):
        if t == 10:
            kept = jax.tree.map(lambda x: np.asarray(x).tobytes(), timestep.state)
        timestep = step(timestep.state, acts[t])
    structure = timestep.state
    again = jax.tree.map(lambda b, x: jnp.array(np.frombuffer(b, x.dtype).reshape(x.shape)), kept, structure)
    # The state also works in a new environment, as in a resumed run, and together with other states.
    fresh = envs.make("ant", "native", terminate_when_unhealthy="auto")
    step = jit(fresh.step)
    more = jax.tree.map(lambda x: jnp.concatenate([x, x[:1]]), again)
    for t in range(10, 20):
        out = step(more, jnp.concatenate([acts[t], acts[t, :1]]))
        more = out.state
    np.testing.assert_array_equal(more.words[:NUM_ENVS], timestep.state.words)
    np.testing.assert_array_equal(out.obs[:NUM_ENVS], timestep.obs)


@pytest.mark.parametrize("how", ["position", "velocity"])
def test_divergence_shows_in_that_environment_alone(how, capfd, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    env = make("ant")
    timestep = jit(env.reset)(keys())
    numbers = doubles(timestep.state.words).copy()
    numbers[1, 0 if how == "position" else 15] = np.nan if how == "position" else 1e12
    words = jnp.array(numbers.view(np.uint32))
    step = jit(env.step)
    timestep = step(timestep.state.replace(words=words), actions(env, NUM_ENVS))
    # The observation stays not finite until the environment is reset.
    after = step(timestep.state, actions(env, NUM_ENVS, seed=2))
    for out in (timestep, after):
        assert not np.isfinite(out.obs[1]).any()
        assert np.isfinite(out.obs[jnp.array([0, 2])]).all()
    captured = capfd.readouterr()
    assert captured.out + captured.err == ""
    assert not list(tmp_path.iterdir())


def test_variations_change_the_engines_model():
    damage = np.array([0.5, 1.0, 0.0], np.float32)
    env = envs.make(
        "hopper", "native", gravity=0.5, friction=0.25, actuator_strength=2.0, joint_damage=tuple(damage)
    )
    first, rest, acts = played(env, 1, 30)
    twin = brax_twin("hopper")
    model = copy.copy(twin.sys.mj_model)
    ends = {}
    for varied in (False, True):
        if varied:
            model.opt.gravity[:] *= 0.5
            model.geom_friction[:] *= 0.25
            model.actuator_gear[:] *= 2
        start = doubles(first.state.words)[0]
        controls = acts[:, 0] * damage if varied else acts[:, 0]
        ends[varied] = mujocos_own(model, twin._n_frames, start, controls)
    np.testing.assert_array_equal(doubles(rest.state.words)[:, 0, : model.nq], ends[True])
    assert np.abs(ends[True] - ends[False]).max() > 1e-2


def test_without_gravity_nothing_falls():
    # An ant at rest, high above the ground.
    fallen = []
    for gravity in (1.0, 0.0):
        env = envs.make("ant", "native", gravity=gravity)
        first = jit(env.reset)(keys(1))
        numbers = doubles(first.state.words).copy()
        numbers[:, 2] += 10
        numbers[:, 15:] = 0
        state = first.state.replace(words=jnp.array(numbers.view(np.uint32)))
        fallen.append(float(jit(env.step)(state, jnp.zeros((1, 8))).state.qd[0, 2]))
    np.testing.assert_allclose(fallen, [-9.81 * 0.05, 0.0], rtol=1e-4, atol=1e-6)


SMALL_RUN = [
    "--env=hopper",
    "--backend=native",
    "--num_skills=2",
    "--num_envs=8",
    "--num_devices=2",
    "--episode_length=20",
    "--policy_hidden_sizes=8",
    "--critic_hidden_sizes=8",
    "--discriminator_hidden_sizes=8",
    "--batch_size=8",
    "--replay_size=800",
    "--warmup_steps=80",
    "--epoch_steps=160",
    "--updates_per_iteration=1",
    "--eval_episodes=1",
    "--noplots",
    "--notensorboard",
    # Constant rates, because those of a longer run fall more slowly from the start.
    "--anneal=0",
]


@pytest.fixture
def once(monkeypatch):
    """Builds and compiles one trainer and its evaluator for all runs, without the costly figures."""
    make_trainer, make_evaluator = training.make_trainer, evaluators.make_evaluator
    made = []

    def evaluator_of(config, trainer):
        if not made:
            made.extend([trainer, make_evaluator(config, trainer)])

        def full(state, seed=0):
            trajectories = made[1].rollouts(state, jax.random.key(0), jnp.arange(2), config.episode_length)
            return {"eval/probe_mi": 0.25}, trajectories

        return made[1]._replace(evaluate_full=full)

    monkeypatch.setattr(training, "make_trainer", lambda *args: made[0] if made else make_trainer(*args))
    monkeypatch.setattr(evaluators, "make_evaluator", evaluator_of)
    compile_when_called(monkeypatch)


def with_replay(path):
    """Returns the whole state of a run's latest checkpoint; `load` leaves the replay out."""
    loaded = loaded_run.load(path)
    device = jax.sharding.SingleDeviceSharding(jax.devices()[0])
    shapes = training.state_shapes(loaded.config, loaded.trainer)
    like = jax.tree.map(lambda x: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=device), shapes)
    return checkpoint.restore_latest(path / "checkpoints", like, lambda *_: None, print).state


@pytest.mark.slow
def test_a_run_goes_on_bit_for_bit_over_broken_physics(tmp_path, capsys, once):
    # The motors are so strong that the physics breaks down at times.
    argv = [*SMALL_RUN, "--actuator_strength=1e4", "--max_physics_resets=1", f"--log_dir={tmp_path}"]
    assert run.main([*argv, "--name=whole", "--num_env_steps=700"]) == 0
    assert run.main([*argv, "--name=parts", "--num_env_steps=400", "--checkpoint_every=1"]) == 0
    capsys.readouterr()
    again = ["--env=hopper", f"--log_dir={tmp_path}", "--name=parts", "--num_env_steps=700", "--resume"]
    assert run.main(again) == 0
    assert "Resumed at step " in capsys.readouterr().out
    paths = [tmp_path / "hopper" / name for name in ("whole", "parts")]
    whole, parts = map(with_replay, paths)
    assert whole.env.timestep.state.words.dtype == jnp.uint32
    tiny.assert_same(whole, parts)
    resets = [[row["train/physics_resets"] for row in logs.read(path)] for path in paths]
    assert resets[0][-1] == resets[1][-1]
    assert sum(resets[0]) > 0
    assert np.isfinite(whole.replay.rows.obs).all()


def test_a_gpu_is_refused(monkeypatch):
    monkeypatch.setattr(jax, "default_backend", lambda: "gpu")
    with pytest.raises(ConfigError, match=r"backend=native.*CPUs.*gpu.*JAX_PLATFORMS=cpu"):
        envs.make("hopper", "native")
    assert envs.make("hopper", "native", to_play=False).observation_size == 11


def test_an_old_mujoco_is_refused(monkeypatch):
    assert native.is_available()
    monkeypatch.setattr(importlib.metadata, "version", lambda _: "3.10.1")
    assert not native.is_available()
    with pytest.raises(ConfigError, match=r"backend=native.*MuJoCo 4\.0.*3\.10\.1.*pip install -U mujoco"):
        envs.make("hopper", "native")
