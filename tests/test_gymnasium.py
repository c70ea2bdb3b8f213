"""Gymnasium's environments behind the seam, beside Gymnasium itself."""

import dataclasses
import functools
import subprocess
import sys

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from probes import tiny_config

from diayn_jax import check, envs, evaluation, library, runner, training
from diayn_jax.config import ConfigError

gymnasium = pytest.importorskip("gymnasium")
pytest.importorskip("Box2D")

NUM_ENVS = 3


def keys(seed=0, size=NUM_ENVS):
    return jax.random.key_data(jax.random.split(jax.random.key(seed), size))


def seed_of(key, episode):
    """The seed of an episode, of 31 bits."""
    return int(np.random.SeedSequence([int(key[0]), int(key[1]), episode]).generate_state(1)[0]) // 2


@functools.cache
def make(name):
    return envs.make(name)


def play(env, actions, resets=None, seed=0):
    """Steps through actions [T, E, A] inside one jitted scan; leaves [1 + T, E, ...]."""
    resets = np.zeros(actions.shape[:2], bool) if resets is None else resets

    @jax.jit
    def run(keys, actions, resets):
        first = env.reset(keys)

        def body(timestep, inputs):
            timestep = env.outside.step_or_reset(timestep.state, *inputs)
            return timestep, timestep

        _, rest = jax.lax.scan(body, first, (actions, resets))
        return jax.tree.map(lambda a, b: jnp.concatenate([a[None], b]), first, rest)

    return jax.device_get(run(keys(seed, actions.shape[1]), actions, resets))


def random_actions(steps, env, scale=1.0):
    shape = (steps, NUM_ENVS, env.action_size)
    return np.random.default_rng(0).uniform(-scale, scale, shape).astype(np.float32)


# Their bounds: 1, 2, 0.4 and 3.
@pytest.mark.parametrize(
    "name",
    ["LunarLanderContinuous-v3", "BipedalWalker-v3", "Pendulum-v1", "Humanoid-v5", "InvertedPendulum-v5"],
)
def test_steps_are_gymnasiums_own(name):
    env = make(f"gymnasium:{name}")
    actions = random_actions(12, env)
    ours = play(env, actions)
    first_key = np.asarray(keys())
    for e in range(NUM_ENVS):
        options = {} if name != "Humanoid-v5" else {"terminate_when_unhealthy": False}
        theirs = gymnasium.make(name, **options)
        obs, _ = theirs.reset(seed=seed_of(first_key[e], 0))
        np.testing.assert_allclose(ours.obs[0, e], obs, rtol=1e-5, atol=1e-6)
        high = theirs.action_space.high
        for t in range(12):
            obs, reward, terminated, *_ = theirs.step(actions[t, e] * high)
            np.testing.assert_allclose(ours.obs[t + 1, e], obs, rtol=1e-4, atol=1e-4)
            np.testing.assert_allclose(ours.reward[t + 1, e], reward, rtol=1e-4, atol=1e-4)
            assert ours.terminated[t + 1, e] == terminated
            if terminated:
                break
        theirs.close()


def test_a_reset_begins_the_next_episode_of_that_environment_alone():
    env = make("gymnasium:Pendulum-v1")
    resets = np.zeros((4, NUM_ENVS), bool)
    resets[2, 1] = True
    out = play(env, random_actions(4, env), resets)
    plain = play(env, random_actions(4, env))
    np.testing.assert_array_equal(out.obs[:, 0], plain.obs[:, 0])
    np.testing.assert_array_equal(out.obs[:3], plain.obs[:3])
    theirs = gymnasium.make("Pendulum-v1")
    first, _ = theirs.reset(seed=seed_of(np.asarray(keys())[1], 1))
    np.testing.assert_allclose(out.obs[3, 1], first, rtol=1e-6)
    assert out.reward[3, 1] == 0
    np.testing.assert_array_equal(out.state["steps"][:, 1], [0, 1, 2, 0, 1])
    np.testing.assert_array_equal(out.state["episode"][:, 1], [0, 0, 0, 1, 1])


def test_last_observations_are_kept_and_resets_are_real():
    # A lander that falls freely: its last state is on the ground, its first ones in the air.
    env = make("lunar_lander")
    vector = envs.make_vector_env(env, 1000)

    @jax.jit
    def run():
        def body(state, time):
            state, terminated, valid = vector.step(state, jnp.zeros((NUM_ENVS, 2)), (), time)
            return state, (state.timestep.obs, terminated, valid, state.done)

        assert vector.make_pool(keys()) == ()
        return jax.lax.scan(body, vector.reset(keys()), jnp.arange(200))[1]

    obs, terminated, valid, done = jax.device_get(run())
    firsts = []
    for e in range(NUM_ENVS):
        ends = np.flatnonzero(terminated[:, e])
        assert ends.size, "no lander has crashed"
        assert (obs[ends, e, 1] < 0.3).all()
        np.testing.assert_array_equal(np.flatnonzero(~valid[:, e]), ends[ends < 199] + 1)
        np.testing.assert_array_equal(done[:, e], terminated[:, e])
        starts = obs[np.flatnonzero(~valid[:, e]), e]
        assert (starts[:, 1] > 1.3).all()
        firsts += list(starts)
    assert np.unique(firsts, axis=0).shape[0] == len(firsts)


def test_behind_an_end_nothing_moves():
    env = make("lunar_lander")
    out = play(env, np.zeros((150, NUM_ENVS, 2), np.float32))
    assert out.terminated[-1].all()
    np.testing.assert_array_equal(out.obs[-1], out.obs[-2])
    np.testing.assert_array_equal(out.reward[-1], np.zeros(NUM_ENVS))


def test_a_state_of_the_past_cannot_be_stepped():
    env = make("gymnasium:Pendulum-v1")
    step = jax.jit(env.step)
    first = jax.jit(env.reset)(keys())
    action = jnp.zeros((NUM_ENVS, 1))
    jax.block_until_ready(step(first.state, action))
    with pytest.raises(jax.errors.JaxRuntimeError, match="is 1 steps into its episode, and step 0 was to be"):
        jax.block_until_ready(step(first.state, action))


def test_simulators_apart_do_not_disturb_each_other():
    env = make("gymnasium:Pendulum-v1")
    other = env.outside.apart()
    action = jnp.zeros((NUM_ENVS, 1))
    first = env.reset(keys())
    alone = env.step(env.step(first.state, action).state, action)
    again = env.step(env.reset(keys()).state, action)
    other.step(other.reset(keys(5, 7)).state, jnp.ones((7, 1)))
    np.testing.assert_array_equal(env.step(again.state, action).obs, alone.obs)


def test_simulators_apart_end_by_themselves_or_with_the_first(world):
    ended = []
    env = envs.make(world(observation=BOX, action=BOX, ended=ended))
    ended.clear()
    other = env.outside.apart()
    first = jax.block_until_ready(env.reset(keys()))
    jax.block_until_ready(other.reset(keys(5, 7)))
    other.outside.close()
    assert len(ended) == 7
    jax.block_until_ready(env.step(first.state, jnp.zeros((NUM_ENVS, 2))))
    jax.block_until_ready(other.reset(keys(5, 2)))
    env.outside.close()
    assert len(ended) == 7 + 2 + NUM_ENVS


def test_features_are_where_the_bodies_are():
    lander = gymnasium.make("LunarLanderContinuous-v3").unwrapped
    lander.reset(seed=seed_of(np.asarray(keys())[0], 0))
    first = make("lunar_lander").reset(keys())
    # Its position in the world, from the pad in the middle of the ground at legs' height.
    place = np.subtract(lander.lander.position, (10.0, lander.helipad_y + 18 / 30))
    np.testing.assert_allclose(first.features["xy"][0], place, rtol=1e-5)

    ant = make("gymnasium:Ant-v5")
    assert ant.default_features == "xy"
    theirs = gymnasium.make("Ant-v5").unwrapped
    theirs.reset(seed=seed_of(np.asarray(keys())[0], 0))
    np.testing.assert_allclose(ant.reset(keys()).features["xy"][0], theirs.data.qpos[:2], rtol=1e-5)
    assert make("gymnasium:HalfCheetah-v5").default_features == "x"
    assert make("gymnasium:Pendulum-v1").default_features == "obs"


def test_the_car_is_seen_and_placed_as_gymnasium_has_it():
    env = make("car_racing")
    assert (env.image_shape, env.observation_dtype) == ((96, 96, 3), jnp.uint8)
    # Full gas, straight on: steer, gas and brake have bounds of -1..1, 0..1 and 0..1.
    actions = np.tile(np.array([0.0, 1.0, -1.0], np.float32), (40, 1, 1))
    out = play(env, actions)
    theirs = gymnasium.make("CarRacing-v3")
    obs, _ = theirs.reset(seed=seed_of(np.asarray(keys(size=1))[0], 0))
    np.testing.assert_array_equal(out.obs[0, 0], obs)
    for _ in range(40):
        obs, *_ = theirs.step(np.array([0.0, 1.0, 0.0], np.float32))
    np.testing.assert_array_equal(out.obs[-1, 0], obs)
    # It has gone ahead, and as far as in the world.
    right, ahead = out.features["xy"][-1, 0]
    car, track = theirs.unwrapped.car, theirs.unwrapped.track
    distance = np.hypot(*np.subtract(car.hull.position, track[0][2:4]))
    np.testing.assert_allclose(np.hypot(right, ahead), distance, rtol=1e-5)
    assert ahead > 5 * abs(right) > 0
    theirs.close()


def test_seconds_in_a_step():
    assert make("gymnasium:Pendulum-v1").dt == pytest.approx(0.05)
    assert make("lunar_lander").dt == pytest.approx(0.02)
    assert make("gymnasium:Humanoid-v5").dt == pytest.approx(0.015)


def test_variations_of_gymnasiums_mujoco():
    assert envs.make("gymnasium:Ant-v5", exclude_current_positions="false").observation_size == 107
    assert make("gymnasium:Ant-v5").observation_size == 105
    with pytest.raises(ConfigError, match=r"--exclude_current_positions=true.*cannot"):
        envs.make("gymnasium:Pendulum-v1", exclude_current_positions="true")
    with pytest.raises(ConfigError, match="--gravity=2"):
        envs.make("gymnasium:Ant-v5", gravity=2.0)


# What is refused


class _World(gymnasium.Env):
    """Observes and acts as it is told, and does nothing; truncates after `limit` steps."""

    def __init__(self, observation, action, limit=10**9, broken=(), ended=None):
        self.observation_space, self.action_space = observation, action
        self._limit, self._broken = limit, broken
        self._ended = [] if ended is None else ended

    def reset(self, *, seed=None, options=None):
        super().reset(seed=seed)
        self.observation_space.seed(seed)
        self._steps = 0
        return self.observation_space.sample(), {}

    def step(self, action):
        assert self.action_space.contains(action)
        self._steps += 1
        reward = np.nan if self._steps in self._broken else 1.0
        return self.observation_space.sample(), reward, False, self._steps >= self._limit, {}

    def close(self):
        self._ended.append(self)


@pytest.fixture
def world(monkeypatch):
    def register(**spaces):
        name = "World-v0"
        monkeypatch.delitem(gymnasium.registry, name, raising=False)
        gymnasium.register(name, functools.partial(_World, **spaces))
        return f"gymnasium:{name}"

    yield register
    gymnasium.registry.pop("World-v0", None)


BOX = gymnasium.spaces.Box(-1.0, 1.0, (2,))


@pytest.mark.parametrize("name", ["gymnasium:CartPole-v1", "MountainCar-v0", "LunarLander-v3"])
def test_discrete_actions_are_refused(name):
    twin = "" if "CartPole" in name else r".*Take (MountainCar|LunarLander)Continuous-v"
    with pytest.raises(ConfigError, match=rf"--env=gymnasium:.*actions are Discrete\(.*real numbers\.{twin}"):
        envs.make(name)


def test_simulators_that_call_jax_are_refused():
    with pytest.raises(ConfigError, match=r"--env=gymnasium:phys2d/Pendulum-v0: it steps by JAX itself"):
        envs.make("gymnasium:phys2d/Pendulum-v0")


def test_unbounded_actions_are_refused(world):
    with pytest.raises(ConfigError, match="have no bounds"):
        envs.make(world(observation=BOX, action=gymnasium.spaces.Box(-np.inf, np.inf, (2,))))


def test_observations_without_a_size_are_refused(world):
    with pytest.raises(ConfigError, match="no fixed size"):
        envs.make(world(observation=gymnasium.spaces.Sequence(BOX), action=BOX))


def image(*shape):
    return gymnasium.spaces.Box(0, 255, shape, np.uint8)


@pytest.mark.parametrize(
    ("observation", "words"),
    [
        (image(3, 16, 16), r"images \[3, 16, 16\], .*\[height, width, channels\].*TransformObservation"),
        (image(8, 16, 16), r"images \[8, 16, 16\]"),
        (image(4, 16, 16, 3), r"images \[4, 16, 16, 3\]"),
        (gymnasium.spaces.Dict({"a": BOX, "b": image(16, 16, 3)}), "is an image.*FilterObservation"),
        (gymnasium.spaces.Tuple([gymnasium.spaces.Dict({"b": image(16, 16)})]), "is an image"),
    ],
)
def test_images_that_would_be_misread_are_refused(world, observation, words):
    with pytest.raises(ConfigError, match=words):
        envs.make(world(observation=observation, action=BOX))


@pytest.mark.parametrize(
    ("observation", "shape"),
    [
        (image(16, 16), (16, 16, 1)),
        (image(16, 12, 9), (16, 12, 9)),
        (image(2, 16, 3), (2, 16, 3)),
        (image(16), None),
    ],
)
def test_images_that_are_taken(world, observation, shape):
    env = envs.make(world(observation=observation, action=BOX))
    assert env.image_shape == shape
    obs = np.asarray(env.reset(keys()).obs)
    assert obs.shape == (NUM_ENVS, *(shape or observation.shape))
    assert obs.dtype == (np.uint8 if shape else np.float32)
    # As the world shows it, in bytes.
    observation.seed(seed_of(np.asarray(keys())[1], 0))
    np.testing.assert_array_equal(obs[1], observation.sample().reshape(obs.shape[1:]))


def test_an_end_at_a_fall_is_refused_where_nothing_falls():
    for name in ("gymnasium:Pendulum-v1", "lunar_lander"):
        with pytest.raises(ConfigError, match=r"--terminate_when_unhealthy=true: .*cannot be varied so"):
            envs.make(name, terminate_when_unhealthy=True)
        envs.make(name, terminate_when_unhealthy="auto")


@pytest.mark.filterwarnings("ignore:.*The environment .*-v2 is out of date:DeprecationWarning")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gymnasium:Hoper-v5", "Did you mean Hopper-v5"),
        ("gymnasium:Ant-v9", "v9.*doesn't exist"),
        ("gymnasium:Reacher-v2", "gymnasium-robotics.*diayn_jax"),
        ("LunarLander-v2", "deprecated"),
        ("gymnasium:foo bar-v0", "Malformed"),
        ("gymnasium:a:b:C-v0", "takes NAME-v0, or package.module:NAME-v0"),
        ("gymnasium:no_such_package:C-v0", "no_such_package.*Start in the folder that no_such_package lies"),
    ],
)
def test_names_that_gymnasium_does_not_have(name, words):
    with pytest.raises(ConfigError, match=f"--env=(gymnasium:)?{name}: .*{words}"):
        envs.make(name)


def test_without_gymnasium_the_extra_is_named():
    code = (
        "import sys; sys.modules['gymnasium'] = None\n"
        "from diayn_jax import envs\n"
        "try: envs.make('bipedal-walker')\n"
        "except envs.core.ConfigError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'diayn_jax[gym]'" in done.stdout


def test_a_missing_part_names_the_extra(monkeypatch):
    def make(*args, **kwargs):
        raise gymnasium.error.DependencyNotInstalled("Box2D is not installed.")

    monkeypatch.setattr(gymnasium, "make", make)
    with pytest.raises(ConfigError, match=r"Box2D is not installed.*pip install 'diayn_jax\[gym\]'"):
        envs.make("bipedal_walker")


def test_dicts_become_one_vector(world):
    spaces = gymnasium.spaces
    observation = spaces.Dict(
        {"b": spaces.Box(2.0, 3.0, (1,)), "a": BOX, "c": spaces.Tuple([spaces.Discrete(3)])}
    )
    env = envs.make(world(observation=observation, action=BOX))
    # By key: a, b, and c as a one-hot.
    assert env.observation_size == 6
    obs = np.asarray(env.reset(keys()).obs)
    assert (np.abs(obs[:, :2]) <= 1).all()
    assert ((obs[:, 2] >= 2) & (obs[:, 2] <= 3)).all()
    np.testing.assert_array_equal(obs[:, 3:].sum(1), np.ones(NUM_ENVS))


def test_an_end_of_its_own_that_is_not_terminal_stops_the_run(world):
    env = envs.make(world(observation=BOX, action=BOX, limit=3))
    step = jax.jit(env.step)
    timestep = env.reset(keys())
    for _ in range(2):
        timestep = step(timestep.state, jnp.zeros((NUM_ENVS, 2)))
    with pytest.raises(jax.errors.JaxRuntimeError, match="Set --episode_length=2 or less"):
        jax.block_until_ready(step(timestep.state, jnp.zeros((NUM_ENVS, 2))))


def test_evaluations_stay_within_a_limit_of_the_worlds_own(world):
    ended = []
    name = world(observation=BOX, action=BOX, limit=6, ended=ended)
    config = tiny_config(env=name, num_envs=2, eval_episodes=1)
    trainer = training.make_trainer(config, envs.make(config.env))
    before = len(ended)
    state = trainer.init(jax.random.key(0), training.make_hparams(config, 2))
    figures, trajectories = evaluation.make_evaluator(config, trainer).full(state)
    assert trajectories.valid.shape[0] == config.episode_length == 5
    # As many as were played with at once have ended: none is left over.
    assert len(ended) - before == max(2 * 20, 48)
    assert figures["eval_deterministic/episode_length_mean"] == 5


def test_a_run_goes_on_over_an_epoch_of_resets_alone(world, tmp_path):
    # On a resume all episodes begin anew: an epoch of one step is then no transition.
    name = world(observation=BOX, action=BOX)
    config = tiny.config(tmp_path, env=name, epoch_steps=8, num_env_steps=80, num_devices="auto")
    runner.run(config, say=str)
    longer = dataclasses.replace(config, num_env_steps=96)
    run = runner.run(longer, resume=True, say=str)
    assert int(run.state.counters.env_steps) >= 96


def test_a_simulator_that_breaks_down_shows_no_nan_and_begins_anew(world):
    env = envs.make(world(observation=BOX, action=BOX, broken=(3,)))
    vector = envs.make_vector_env(env, 5)

    @jax.jit
    def run():
        def body(state, time):
            state, _, valid = vector.step(state, jnp.zeros((NUM_ENVS, 2)), (), time)
            return state, (state.timestep, valid, state.done)

        return jax.lax.scan(body, vector.reset(keys()), jnp.arange(6))[1]

    timestep, valid, done = jax.device_get(run())
    np.testing.assert_array_equal(timestep.reward[:, 0], [1, 1, 1, 0, 1, 1])
    np.testing.assert_array_equal(timestep.obs[2], timestep.obs[1])
    np.testing.assert_array_equal(valid[:, 0], [True, True, False, False, True, True])
    np.testing.assert_array_equal(done[:, 0], [False, False, True, False, False, False])


def test_several_devices_are_refused_and_auto_is_one():
    env = make("lunar_lander")
    assert check.num_devices(tiny_config(env="lunar_lander"), env) == 1
    with pytest.raises(ConfigError, match="--num_devices=2: the simulators of lunar_lander"):
        check.check(tiny_config(env="lunar_lander", num_devices=2), env)


def test_lanes_are_refused():
    env = make("lunar_lander")
    with pytest.raises(ValueError, match="vmap"):
        jax.vmap(env.reset)(jnp.stack([keys(), keys(1)]))


# Training


def test_the_same_seed_gives_the_same_run_and_evaluations_do_not_disturb_it():
    config = tiny_config(env="lunar_lander", episode_length=60, eval_episodes=1)
    trainer = training.make_trainer(config, make("lunar_lander"))
    evaluator = evaluation.make_evaluator(config, trainer)
    hparams = training.make_hparams(config, 2)

    def play(seed, evaluates):
        state = trainer.init(jax.random.key(seed), hparams)
        for _ in range(2):
            if evaluates:
                assert np.isfinite(evaluator.quick(state)["eval/return_mean"])
            state, _ = trainer.epoch(state)
        return jax.device_get(state.replace(key=jax.random.key_data(state.key)))

    once, again, other = play(0, False), play(0, True), play(1, False)
    tiny.assert_same(once, again)
    assert not np.array_equal(once.replay.rows.obs, other.replay.rows.obs)
    assert once.counters.env_steps > 64


def test_a_resumed_run_begins_its_episodes_anew_and_says_so(tmp_path):
    lines = []
    config = tiny.config(tmp_path, env="lunar_lander", num_env_steps=600, num_devices="auto", eval_every=1000)
    runner.run(config, say=lines.append)
    assert any("lunar_lander run outside JAX" in line for line in lines)
    lines.clear()
    longer = dataclasses.replace(config, num_env_steps=900)
    before = library.load(tmp_path / "lunar_lander" / "tiny").state
    run = runner.run(longer, resume=True, say=lines.append)
    assert any("begin anew" in line for line in lines)
    assert int(run.state.counters.env_steps) >= 900
    np.testing.assert_array_less(
        before.env.timestep.state["episode"], run.state.env.timestep.state["episode"]
    )
    # Simulators are ended with the run; what comes later makes its own.
    assert np.isfinite(run.evaluate()["eval/return_mean"])


def test_a_state_without_its_simulators_must_begin_anew():
    config = tiny_config(env="gymnasium:Pendulum-v1", episode_length=50, warmup_steps=16, epoch_steps=16)
    trainer = training.make_trainer(config, envs.make(config.env))
    hparams = training.make_hparams(config, 1)
    state = trainer.init(jax.random.key(0), hparams)
    # As in another process: the state is there, its simulators are not.
    elsewhere = training.make_trainer(config, envs.make(config.env))
    lost = jax.tree.map(jnp.copy, state)
    with pytest.raises(jax.errors.JaxRuntimeError, match="has no episode, and step 2 was to be followed"):
        jax.block_until_ready(elsewhere.epoch(lost))
    anew = state.replace(env=state.env.replace(done=jnp.ones_like(state.env.done)))
    after, _ = elsewhere.epoch(anew)
    # Two rows of the warm-up, the row on which all begin anew, which is no transition, and one more.
    np.testing.assert_array_equal(np.asarray(after.replay.rows.valid[:4]).all(1), [True, True, False, True])
    assert not after.replay.rows.valid[2].any()


@pytest.mark.slow
def test_an_epoch_of_the_cars_pixels():
    config = tiny_config(
        env="car_racing",
        num_envs=2,
        episode_length=6,
        warmup_steps=8,
        epoch_steps=12,
        updates_per_iteration=1,
        batch_size=4,
        replay_size=64,
        encoder_channels=(4, 4),
        encoder_patches=(8, 4),
        latent_size=5,
    )
    trainer = training.make_trainer(config, make("car_racing"))
    state = trainer.init(jax.random.key(0), training.make_hparams(config, 3))
    before = jax.device_get(state.agent)
    state, metrics = trainer.epoch(state)
    assert state.replay.rows.obs.dtype == jnp.uint8
    assert state.replay.rows.obs.shape[1:] == (2, 96, 96, 3)
    assert all(np.isfinite(x) for x in jax.device_get(metrics).values())
    moved = jax.tree.map(lambda a, b: not np.array_equal(a, b), before, jax.device_get(state.agent))
    assert all(jax.tree.leaves(moved.critics))
    # Its episodes end by the horizon alone.
    valid = np.asarray(state.replay.rows.valid[: int(state.replay.size)])
    assert 0 < (~valid).sum() < valid.size / 2
