"""Images as observations: stored as they are, encoded once, stacked within episodes."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from pixel_runs import SETTINGS, make, start, train
from probes import film, hparams_of
from states import assert_traces_as_lanes, history, leaves, lowered_epoch, uncommitted

from diayn_jax import envs, replay, training
from diayn_jax.evaluation import evaluators
from diayn_jax.networks import Encoder
from diayn_jax.run import memory_plan
from diayn_jax.storage import checkpoint
from diayn_jax.use import loaded_run


@pytest.mark.parametrize("name", SETTINGS)
def test_images_are_stored_as_they_are_and_once(name):
    config, trainer, _ = make(name)
    state, metrics = train(name, 2)
    rows = history(state)
    assert rows.obs.dtype == np.uint8
    assert rows.obs.shape[1:] == (config.num_envs, 4, 4, 3)
    count, episode = rows.obs[..., 0, 0, 0], rows.obs[..., 0, 0, 1:]
    assert (rows.obs == rows.obs[:, :, :1, :1]).all()
    # The next row is the successor, and the ring also has the last image of an episode. First episodes end
    # after a random number of steps.
    later = np.cumsum(~rows.valid, axis=0) - ~rows.valid > 0
    np.testing.assert_array_equal(rows.valid[later], count[later] < 4)
    assert (count[~rows.valid & ~later] > 0).all()
    np.testing.assert_array_equal(count[1:], np.where(rows.valid[:-1], count[:-1] + 1, 0))
    np.testing.assert_array_equal(episode[1:][rows.valid[:-1]], episode[:-1][rows.valid[:-1]])
    assert all(jnp.isfinite(x) for x in metrics.values())
    size = sum(x.nbytes for x in jax.tree.leaves(state.replay.rows))
    assert size == trainer.bytes_per_transition * state.replay.rows.skill.size
    # 48 bytes of image; floats of action, reward and, if it is stored, `double`; the skill and two flags.
    assert trainer.bytes_per_transition == 48 + 4 * (2 + (name == "stacked")) + 3


@pytest.mark.parametrize("name", SETTINGS)
def test_statistics_are_of_features_alone(name):
    state, _ = train(name, 1)
    rows = history(state)
    assert state.statistics.mean.shape == state.statistics.m2.shape == rows.features.shape[-1:]
    if name == "stacked":
        last = np.asarray(state.env.timestep.features["double"])
        seen = np.concatenate([rows.features[1:], last[None]]).reshape(-1)
        np.testing.assert_allclose(state.statistics.mean, [seen.mean()], rtol=1e-5)


def test_no_image_becomes_a_float_outside_a_batch():
    config, _, functions = make("latent")
    state = functions.init(jax.random.key(0), hparams_of(config))
    large = {name: x for name, x in jax.tree_util.tree_leaves_with_path(state) if x.shape[-3:] == (4, 4, 3)}
    assert large
    assert {x.dtype for x in large.values()} == {jnp.dtype(jnp.uint8)}
    ring = "x".join(map(str, state.replay.rows.obs.shape))
    text = lowered_epoch(functions, state).as_text()
    assert f"tensor<{ring}xui8>" in text
    assert f"tensor<{ring}xf32>" not in text


def test_memory_counts_images():
    config, trainer, _ = make("stacked")
    shapes = training.state_shapes(config, trainer)
    needs, _ = memory_plan.memory_needs(config, trainer, shapes)
    by_flag = {need.flag: need.bytes for need in needs}
    assert by_flag["replay_size"] == pytest.approx(config.replay_size * (48 + 12 + 3), abs=100)
    # Each drawn row has three frames.
    rounds = config.updates_per_iteration
    batches = next(need.bytes for need in needs if need.what == "the batches of an iteration")
    assert batches >= rounds * config.batch_size * 2 * 3 * 48


# Frames.


def test_frames_by_hand_over_a_reset():
    env = envs.stack_frames(film(lifetime=2), 3)
    assert env.image_shape == (4, 4, 9)
    assert env.observation_size == 4 * 4 * 9
    vector_env = envs.make_vector_env(env, episode_length=10)
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), 2))
    pool = vector_env.make_pool(keys)
    state = vector_env.reset(keys)
    seen = [state.timestep.obs]
    for time in range(5):
        state, *_ = vector_env.step(state, jnp.zeros((2, 1)), pool, jnp.int32(time))
        seen.append(state.timestep.obs)
    counts = np.stack([np.asarray(obs)[:, 0, 0, ::3] for obs in seen])  # the reds, [T, E, frames]
    expected = [[0, 0, 0], [0, 0, 1], [0, 1, 2], [0, 0, 0], [0, 0, 1], [0, 1, 2]]
    np.testing.assert_array_equal(counts[:, 0], expected)
    np.testing.assert_array_equal(counts[:, 1], expected)
    # A stack has frames of one episode only.
    episodes = np.stack([np.asarray(obs)[:, 0, 0, 1::3] for obs in seen])
    assert (episodes == episodes[..., :1]).all()
    assert (episodes[2] != episodes[3]).all()


def test_frames_of_simulators_that_reset_themselves():
    bare = film()

    def step_or_reset(state, action, reset):
        fresh, moved = bare.reset(jnp.zeros((2, 2), jnp.uint32)), bare.step(state, action)

        def pick(a, b):
            return jnp.where(reset.reshape(2, *[1] * (b.ndim - 1)), a, b)

        return jax.tree.map(pick, fresh, moved)

    simulator = envs.HostSimulator(step_or_reset, separate_copy=lambda: bare, close=lambda: None)
    env = envs.stack_frames(bare._replace(runs_on="simulator", simulator=simulator), 2)
    timestep = env.reset(jnp.zeros((2, 2), jnp.uint32))
    seen = []
    for reset in ([False, False], [False, True], [False, False]):
        timestep = env.simulator.step_or_reset(timestep.state, jnp.zeros((2, 1)), jnp.array(reset))
        seen.append(np.asarray(timestep.obs)[:, 0, 0, ::3].tolist())
    assert seen == [[[0, 1], [0, 1]], [[1, 2], [0, 0]], [[2, 3], [0, 1]]]
    # The evaluation's separate simulators also stack frames.
    assert env.simulator.separate_copy().image_shape == (4, 4, 6)


def test_a_batch_stacks_what_the_policy_saw():
    # An image has the same stack when it is acted on and when it is replayed: the counts of `film` in order.
    config, trainer, _ = make("stacked")
    state, _ = train("stacked", 1)
    keys = jax.random.split(jax.random.key(1), 64)
    draw = replay.Draw(keys, jnp.arange(64), jnp.int32(0), 64, config.num_envs, trainer.env.frames)
    row, after = replay.sample(state.replay, draw)
    for rows in (row, after):
        assert rows.obs.shape == (64, *trainer.env.image_shape)
        assert rows.obs.dtype == jnp.uint8
        count = np.asarray(rows.obs)[:, 0, 0, ::3].astype(int)
        newest = count[:, 2:]
        np.testing.assert_array_equal(count, np.maximum(newest - np.arange(2, -1, -1), 0))


def test_one_frame_is_the_environment_itself():
    env = film()
    assert envs.stack_frames(env, 1) is env


# Invariants.


def test_the_mesh_changes_nothing():
    one, many = (leaves(train("latent", 2, num_devices)[0]) for num_devices in (1, 2))
    assert one.keys() == many.keys()
    for name in one:
        np.testing.assert_allclose(many[name], one[name], rtol=1e-4, atol=1e-4, err_msg=name)


def test_lanes_have_the_parts_of_runs_of_their_own():
    state = start("latent")
    assert state.replay.rows.obs.dtype == jnp.uint8
    assert_traces_as_lanes(make("latent")[1], state)


def test_a_resumed_run_goes_on_bit_for_bit(tmp_path):
    functions = make("stacked")[2]
    state, _ = train("stacked", 1)
    checkpoint.save(tmp_path, state, {"env_steps": 1, "config": {}}, replay=True)
    like = jax.tree.map(lambda x: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=x.sharding), state)
    (step,) = checkpoint.steps(tmp_path)
    restored = checkpoint.restore(tmp_path / str(step), like)
    assert restored.replay.rows.obs.dtype == jnp.uint8
    going_on, _ = functions.epoch(state)
    resumed, _ = functions.epoch(uncommitted(restored))
    one, two = leaves(going_on), leaves(resumed)
    assert one.keys() == two.keys()
    for key in one:
        np.testing.assert_array_equal(one[key], two[key], err_msg=key, strict=True)


def test_the_discriminator_sees_the_latent_in_evaluation():
    config, trainer, _ = make("latent")
    state, _ = train("latent", 1)
    evaluator = evaluators.make_evaluator(config, trainer)
    skill = jnp.arange(config.num_skills)
    played = evaluator.rollouts(state, jax.random.key(0), skill, 3, False, True)
    # The record of an image is its latent.
    assert played.obs.shape == (3, config.num_skills, config.latent_size)
    encoder = Encoder(config.encoder_patches, config.encoder_channels, config.latent_size)
    key, env = jax.random.key(0), trainer.env
    keys = jax.vmap(jax.random.split)(training.row_keys(key, jnp.arange(config.num_skills)))
    first = env.reset(jax.random.key_data(keys[:, 0]))
    # `film` counts its steps and ignores the action.
    image = env.step(first.state, jnp.zeros((config.num_skills, 1))).obs
    latent = jax.jit(encoder.apply)(state.agent.critics.encoder, image)
    np.testing.assert_allclose(played.obs[0], latent, rtol=1e-4, atol=1e-5)
    expected = jax.jit(trainer.components.objective.log_probs)(state.objective, played.obs)
    np.testing.assert_allclose(played.log_probs, expected, rtol=1e-5, atol=1e-6)


def test_acting_on_images():
    config, trainer, _ = make("latent")
    run = loaded_run.Run(
        config=config,
        path=None,
        state=start("latent"),
        figures={},
        skill_table=(),
        trainer=trainer,
        evaluator=evaluators.make_evaluator(config, trainer),
    )
    images = np.random.default_rng(0).integers(0, 256, (2, 3, 4, 4, 3), dtype=np.uint8)
    action = run.act(images, skill=1)
    assert action.shape == (2, 3, 1)
    np.testing.assert_allclose(run.act(images[1, 2], skill=1), action[1, 2], rtol=1e-5)
    with pytest.raises(ValueError, match=r"obs has shape \(4, 4\); film observes images \[4, 4, 3\]"):
        run.act(images[0, 0, :, :, 0], skill=1)
    with pytest.raises(ValueError, match="obs has type float32; film observes images in uint8"):
        run.act(images.astype(np.float32), skill=1)
