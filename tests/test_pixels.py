"""Images as observation: stored as they are, encoded once, stacked within episodes.

A trainer is compiled once for this file, on an environment of 4 × 4 pixels.
"""

import functools
import re

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import counter, film, tiny_config

from diayn_jax import check, checkpoint, envs, evaluation, library, parallel, training
from diayn_jax.agents import make_sac
from diayn_jax.agents.sac import Sighted
from diayn_jax.config import ConfigError
from diayn_jax.envs import point_pixels
from diayn_jax.networks import Encoder
from diayn_jax.types import Batch, Pixels

SMALL = {
    "encoder_patches": (2,),
    "encoder_channels": (4,),
    "latent_size": 5,
    "num_skills": 3,
    "discriminator_noise": 0.1,
}
SETTINGS = {
    "latent": SMALL,
    "stacked": {**SMALL, "frame_stack": 3, "encoder": "separate", "features": "double"},
}


@functools.cache
def make(name, num_devices=1):
    config = tiny_config(**SETTINGS[name])
    env = envs.stack_frames(film(lifetime=4), config.frame_stack)
    mesh = parallel.make_mesh(num_devices) if num_devices > 1 else None
    return config, training.make_trainer(config, env, mesh)


def hparams_of(config, action_size=1):
    return training.make_hparams(config, action_size)


def start(name, num_devices=1):
    config, trainer = make(name, num_devices)
    return trainer.init(jax.random.key(0), hparams_of(config))


def train(name, epochs, num_devices=1):
    _, trainer = make(name, num_devices)
    state, metrics = start(name, num_devices), None
    for _ in range(epochs):
        state, metrics = trainer.epoch(state)
    return state, metrics


def leaves(tree):
    def plain(x):
        return jax.random.key_data(x) if jax.dtypes.issubdtype(x.dtype, jax.dtypes.prng_key) else x

    flat = jax.tree_util.tree_leaves_with_path(tree)
    return {jax.tree_util.keystr(path): np.asarray(plain(x)) for path, x in flat}


def history(state):
    """Replay in the order in which it was written, leaves [T, E, ...], on the host."""
    size, position = int(state.replay.size), int(state.replay.position)
    order = (position - size + np.arange(size)) % state.replay.rows.skill.shape[0]
    return jax.tree.map(lambda x: np.asarray(x)[order], state.replay.rows)


# What is stored.


@pytest.mark.parametrize("name", SETTINGS)
def test_images_are_stored_as_they_are_and_once(name):
    config, trainer = make(name)
    state, metrics = train(name, 2)
    rows = history(state)
    assert rows.obs.dtype == np.uint8
    assert rows.obs.shape[1:] == (config.num_envs, 4, 4, 3)
    count, episode = rows.obs[..., 0, 0, 0], rows.obs[..., 0, 0, 1:]
    assert (rows.obs == rows.obs[:, :, :1, :1]).all()
    # The next row is the successor, and the last image of an episode is there. First episodes are cut
    # after a random number of steps.
    later = np.cumsum(~rows.valid, axis=0) - ~rows.valid > 0
    np.testing.assert_array_equal(rows.valid[later], count[later] < 4)
    assert (count[~rows.valid & ~later] > 0).all()
    np.testing.assert_array_equal(count[1:], np.where(rows.valid[:-1], count[:-1] + 1, 0))
    np.testing.assert_array_equal(episode[1:][rows.valid[:-1]], episode[:-1][rows.valid[:-1]])
    assert all(jnp.isfinite(x) for x in metrics.values())
    size = sum(x.nbytes for x in jax.tree.leaves(state.replay.rows))
    assert size == trainer.bytes_per_transition * state.replay.rows.skill.size
    # 48 of image, a float of action and one of `double` where it is stored; skill and two flags.
    assert trainer.bytes_per_transition == 48 + 4 * (1 + (name == "stacked")) + 3


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
    _, trainer = make("latent")
    state = jax.eval_shape(trainer.init, jax.random.key(0), hparams_of(make("latent")[0]))
    large = {name: x for name, x in jax.tree_util.tree_leaves_with_path(state) if x.shape[-3:] == (4, 4, 3)}
    assert large
    assert {x.dtype for x in large.values()} == {jnp.dtype(jnp.uint8)}
    ring = "x".join(map(str, state.replay.rows.obs.shape))
    text = trainer.epoch.lower(state).as_text()
    assert f"tensor<{ring}xui8>" in text
    assert f"tensor<{ring}xf32>" not in text


def test_memory_counts_images():
    config, trainer = make("stacked")
    shapes = library.state_shapes(config, trainer)
    needs, _ = check.memory_needs(config, trainer, shapes)
    by_flag = {need.flag: need.bytes for need in needs}
    assert by_flag["replay_size"] == pytest.approx(config.replay_size * (48 + 8 + 3), abs=100)
    # Each row as it is drawn has three frames.
    rounds = config.updates_per_iteration
    assert by_flag["batch_size"] >= rounds * config.batch_size * 2 * 3 * 48


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
        state, _, _ = vector_env.step(state, jnp.zeros((2, 1)), pool, jnp.int32(time))
        seen.append(state.timestep.obs)
    counts = np.stack([np.asarray(obs)[:, 0, 0, ::3] for obs in seen])  # the reds: [T, E, frames]
    expected = [[0, 0, 0], [0, 0, 1], [0, 1, 2], [0, 0, 0], [0, 0, 1], [0, 1, 2]]
    np.testing.assert_array_equal(counts[:, 0], expected)
    np.testing.assert_array_equal(counts[:, 1], expected)
    # All of a stack is of one episode.
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

    outside = envs.Outside(step_or_reset, apart=lambda: bare, close=lambda: None)
    env = envs.stack_frames(bare._replace(place="outside", outside=outside), 2)
    timestep = env.reset(jnp.zeros((2, 2), jnp.uint32))
    seen = []
    for reset in ([False, False], [False, True], [False, False]):
        timestep = env.outside.step_or_reset(timestep.state, jnp.zeros((2, 1)), jnp.array(reset))
        seen.append(np.asarray(timestep.obs)[:, 0, 0, ::3].tolist())
    assert seen == [[[0, 1], [0, 1]], [[1, 2], [0, 0]], [[2, 3], [0, 1]]]
    # Evaluation's own are stacked too.
    assert env.outside.apart().image_shape == (4, 4, 6)


def test_a_batch_stacks_what_the_policy_saw():
    # Acted on and replayed, an image is the same: as film's counts run, so do its stacks.
    config, trainer = make("stacked")
    state, _ = train("stacked", 1)
    keys = jax.random.split(jax.random.key(1), 64)
    from diayn_jax import replay

    row, after = replay.sample(
        state.replay, keys, jnp.arange(64), jnp.int32(0), 64, config.num_envs, trainer.env.frames
    )
    for rows in (row, after):
        assert rows.obs.shape == (64, *trainer.env.image_shape)
        assert rows.obs.dtype == jnp.uint8
        count = np.asarray(rows.obs)[:, 0, 0, ::3].astype(int)
        newest = count[:, 2:]
        np.testing.assert_array_equal(count, np.maximum(newest - np.arange(2, -1, -1), 0))


def test_one_frame_is_the_environment_itself():
    env = film()
    assert envs.stack_frames(env, 1) is env


# The encoder and who trains it.

BATCH, ACTION, SKILLS = 6, 2, 2


def pixels(seed, *lead):
    image = jax.random.randint(jax.random.key(seed), (*lead, 4, 4, 3), 0, 256).astype(jnp.uint8)
    return Pixels(image, jax.random.normal(jax.random.key(seed + 1), (*lead, 1)))


def make_agent(**fields):
    config = tiny_config(**{**SMALL, "num_skills": SKILLS, **fields})
    agent = make_sac(config, config.latent_size + 1, ACTION, None, (4, 4, 3))
    hparams = hparams_of(config, ACTION)
    return agent, agent.init(jax.random.key(0), hparams), hparams


def batch():
    normal = functools.partial(jax.random.normal, jax.random.key(3))
    return Batch(
        obs=pixels(0, BATCH),
        next_obs=pixels(5, BATCH),
        action=jnp.tanh(normal((BATCH, ACTION))),
        features=jnp.zeros((BATCH, 5)),
        blurred_features=jnp.zeros((BATCH, 5)),
        noise=normal((BATCH, 2, ACTION)),
        skill=jnp.arange(BATCH, dtype=jnp.int32) % SKILLS,
        terminated=jnp.zeros(BATCH, bool),
        weight=jnp.full(BATCH, 1 / BATCH),
        skill_weight=jnp.ones(BATCH),
    )


def encoder_moved(old, new):
    moved = [
        not np.array_equal(a, b) for a, b in zip(jax.tree.leaves(old), jax.tree.leaves(new), strict=True)
    ]
    assert all(moved) == any(moved)
    return any(moved)


def with_dead_critics(state):
    """Critics whose output no longer depends on what they see: their loss leaves the encoder alone."""

    def dead(critics):
        network = jax.tree.map(jnp.copy, critics.network)
        network["params"]["VmapMLP_0"]["Dense_0"]["kernel"] *= 0.0
        return critics._replace(network=network)

    return state._replace(critics=dead(state.critics), target_critics=dead(state.target_critics))


def test_the_critics_train_the_encoder_and_the_policy_does_not():
    agent, state, hparams = make_agent()
    assert isinstance(state.critics, Sighted)
    assert not isinstance(state.policy, Sighted)
    update = jax.jit(agent.update)
    new, metrics = update(state, batch(), jnp.ones(BATCH), hparams)
    assert encoder_moved(state.critics.encoder, new.critics.encoder)
    assert encoder_moved(state.target_critics.encoder, new.target_critics.encoder)
    still = with_dead_critics(state)
    new, metrics = update(still, batch(), jnp.ones(BATCH), hparams)
    # The policy learns from its entropy, and the encoder not from the policy.
    assert metrics["grad_norm_policy"] > 0
    assert encoder_moved(state.policy, new.policy)
    assert not encoder_moved(still.critics.encoder, new.critics.encoder)


def test_a_separate_encoder_is_the_policys_own():
    agent, state, hparams = make_agent(encoder="separate")
    assert isinstance(state.policy, Sighted)
    still = with_dead_critics(state)
    new, _ = jax.jit(agent.update)(still, batch(), jnp.ones(BATCH), hparams)
    assert encoder_moved(state.policy.encoder, new.policy.encoder)
    assert not encoder_moved(still.critics.encoder, new.critics.encoder)
    # What the policy sees goes through its own.
    seen, skill = pixels(7, BATCH), jnp.zeros(BATCH, jnp.int32)
    action = agent.act(state, seen, skill, None)
    other = state._replace(critics=jax.tree.map(lambda x: x + 1, state.critics))
    np.testing.assert_array_equal(agent.act(other, seen, skill, None), action)


def test_a_loss_of_latents_trains_the_encoder_where_it_is_given():
    agent, state, hparams = make_agent()
    still, b = with_dead_critics(state), batch()

    def loss(latent):
        return jnp.sum(latent[:, 0])

    new, metrics = jax.jit(lambda state: agent.update(state, b, jnp.ones(BATCH), hparams, loss))(still)
    assert encoder_moved(still.critics.encoder, new.critics.encoder)
    # It is of the next observation's latent: a step of Adam on it alone lowers it.
    before, after = (float(loss(agent.latent(s, b.next_obs))) for s in (still, new))
    assert after < before
    # And no other loss counts it.
    _, without = jax.jit(agent.update)(still, b, jnp.ones(BATCH), hparams)
    np.testing.assert_allclose(metrics["critic_loss"], without["critic_loss"], rtol=1e-6)


def test_the_agent_sees_latent_and_features():
    agent, state, _ = make_agent()
    seen, skill = pixels(7, BATCH), jnp.zeros(BATCH, jnp.int32)
    action = agent.act(state, seen, skill, None)
    assert not np.allclose(agent.act(state, seen._replace(features=seen.features + 1), skill, None), action)
    assert not np.allclose(agent.act(state, seen._replace(image=255 - seen.image), skill, None), action)
    encoder = Encoder((2,), (4,), 5)
    expected = encoder.apply(state.critics.encoder, seen.image)
    np.testing.assert_allclose(agent.latent(state, seen), expected, rtol=1e-6)


# Training by the latent.


def test_the_reward_is_q_of_the_encoders_latent(monkeypatch):
    """What the agent is given, beside q applied by hand to the latents of its own batch."""
    config = tiny_config(**{**SMALL, "epoch_steps": 8})
    seen = []

    def spying(*args):
        agent = make_sac(*args)

        def update(state, b, reward, hparams, latent_loss):
            latent = agent.latent(state, b.next_obs)
            given = b, reward, latent, latent_loss(latent)
            jax.debug.callback(lambda *x: seen.append(jax.tree.map(np.array, x)), *given)
            return agent.update(state, b, reward, hparams, latent_loss)

        return agent._replace(update=update)

    monkeypatch.setitem(training.AGENTS, "sac", spying)
    trainer = training.make_trainer(config, film(lifetime=4))
    # The discriminator held still, so that the state's own is that of every update.
    hparams = hparams_of(config).replace(
        discriminator_learning_rate=jnp.zeros(()), discriminator_noise=jnp.zeros(())
    )
    state, _ = trainer.epoch(trainer.init(jax.random.key(0), hparams))
    jax.block_until_ready(state)
    jax.effects_barrier()
    assert len(seen) == config.updates_per_iteration
    for b, reward, latent, loss in seen:
        assert b.next_obs.image.dtype == np.uint8
        assert latent.shape == (config.batch_size, config.latent_size)
        log_q = np.asarray(trainer.objective.log_probs(state.objective, latent))
        rows = log_q[np.arange(config.batch_size), b.skill]
        np.testing.assert_allclose(reward, rows + np.log(config.num_skills), rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(loss, -(b.weight * b.skill_weight * rows).sum(), rtol=1e-4)


@pytest.mark.parametrize(
    ("fields", "trains"),
    [({}, True), ({"discriminator_trains_encoder": False}, False), ({"features": "double"}, False)],
)
def test_the_discriminator_trains_the_encoder_where_the_config_says(monkeypatch, fields, trains):
    given = []

    def spying(*args):
        agent = make_sac(*args)

        def update(state, b, reward, hparams, latent_loss):
            given.append(latent_loss is not None)
            return agent.update(state, b, reward, hparams, latent_loss)

        return agent._replace(update=update)

    monkeypatch.setitem(training.AGENTS, "sac", spying)
    config = tiny_config(**{**SMALL, **fields})
    trainer = training.make_trainer(config, film())
    jax.eval_shape(trainer.epoch, library.state_shapes(config, trainer))
    assert given
    assert set(given) == {trains}


def test_the_discriminator_sees_the_latent_in_evaluation():
    config, trainer = make("latent")
    state, _ = train("latent", 1)
    evaluator = evaluation.make_evaluator(config, trainer)
    skill = jnp.arange(config.num_skills)
    played = evaluator.rollouts(state, jax.random.key(0), skill, 3, False, True)
    # What is recorded of an image is its latent.
    assert played.obs.shape == (3, config.num_skills, config.latent_size)
    encoder = Encoder(config.encoder_patches, config.encoder_channels, config.latent_size)
    key, env = jax.random.key(0), trainer.env
    keys = jax.vmap(jax.random.split)(training.row_keys(key, jnp.arange(config.num_skills)))
    first = env.reset(jax.random.key_data(keys[:, 0]))
    # Whatever is done, film goes on by a count.
    image = env.step(first.state, jnp.zeros((config.num_skills, 1))).obs
    latent = encoder.apply(state.agent.critics.encoder, image)
    np.testing.assert_allclose(played.obs[0], latent, rtol=1e-4, atol=1e-5)
    expected = trainer.objective.log_probs(state.objective, played.obs)
    np.testing.assert_allclose(played.log_probs, expected, rtol=1e-5, atol=1e-6)


# Invariants.


def test_the_mesh_changes_nothing():
    one, many = (leaves(train("latent", 2, num_devices)[0]) for num_devices in (1, 2))
    assert one.keys() == many.keys()
    for name in one:
        np.testing.assert_allclose(many[name], one[name], rtol=1e-4, atol=1e-4, err_msg=name)


def test_lanes_are_runs_of_their_own():
    config, trainer = make("latent")
    axes = training.lane_axes()
    keys = jax.random.split(jax.random.key(5), 2)
    hparams = hparams_of(config)
    states = jax.vmap(trainer.init, in_axes=(0, None), out_axes=axes)(keys, hparams)
    states, _ = jax.vmap(trainer.epoch, in_axes=(axes,), out_axes=(axes, 0))(states)
    own, _ = trainer.epoch(trainer.init(keys[1], hparams))
    for name, x in leaves((own.agent, own.objective, own.skill)).items():
        lane = leaves((states.agent, states.objective, states.skill))[name][1]
        np.testing.assert_allclose(lane, x, rtol=1e-4, atol=1e-5, err_msg=name)
    np.testing.assert_array_equal(states.replay.rows.obs[1], own.replay.rows.obs)
    assert states.replay.rows.obs.dtype == jnp.uint8


@pytest.mark.parametrize("name", SETTINGS)
def test_a_resumed_run_goes_on_bit_for_bit(name, tmp_path):
    _, trainer = make(name)
    state, _ = train(name, 1)
    checkpoint.save(tmp_path, state, {"env_steps": 1, "config": {}}, replay=True)
    like = jax.tree.map(lambda x: jax.ShapeDtypeStruct(x.shape, x.dtype, sharding=x.sharding), state)
    (step,) = checkpoint.steps(tmp_path)
    restored = checkpoint.restore(tmp_path / str(step), like)
    assert restored.replay.rows.obs.dtype == jnp.uint8
    going_on, _ = trainer.epoch(state)
    resumed, _ = trainer.epoch(restored)
    one, two = leaves(going_on), leaves(resumed)
    assert one.keys() == two.keys()
    for key in one:
        np.testing.assert_array_equal(one[key], two[key], err_msg=key, strict=True)


# The point world in pixels.


def test_the_drawing_by_hand():
    image = np.asarray(point_pixels.draw(jnp.array([[0.0, 0.0], [0.5, -0.25]])))
    assert image.shape == (2, 32, 32, 3)
    assert image.dtype == np.uint8
    metres = 2 * point_pixels.HALF_VIEW / 32
    for picture, (x, y) in zip(image, [(0.0, 0.0), (0.5, -0.25)], strict=True):
        # The disc's centre of mass in red is where the point is: x to the right, y up.
        lit = picture[4:-4, 4:-4, 0].astype(float) - point_pixels.FLOOR[0]
        rows, columns = np.mgrid[4:28, 4:28] + 0.5
        at_x = (lit * columns).sum() / lit.sum() * metres - point_pixels.HALF_VIEW
        at_y = point_pixels.HALF_VIEW - (lit * rows).sum() / lit.sum() * metres
        np.testing.assert_allclose([at_x, at_y], [x, y], atol=0.01)
        # As many pixels as the disc has area, edges counted in part.
        area = lit.sum() / (point_pixels.POINT[0] - point_pixels.FLOOR[0]) * metres**2
        assert area == pytest.approx(np.pi * point_pixels.RADIUS**2, rel=0.1)
    # The wall begins where the disc of a point at 1 m ends, within the outermost pixels.
    covered = (point_pixels.HALF_VIEW - 1.0 - point_pixels.RADIUS) / metres
    floor, wall = np.array(point_pixels.FLOOR), np.array(point_pixels.WALL)
    outermost = np.round(floor + covered * (wall - floor))
    assert (outermost > floor).all()
    assert (image[:, 0] == outermost).all()
    assert (image[:, :, -1] == outermost).all()
    assert (image[0, 4, 4] == point_pixels.FLOOR).all()


def test_a_move_of_a_hundredth_shows():
    image = np.asarray(point_pixels.draw(jnp.array([[0.0, 0.0], [0.01, 0.0], [0.0, 0.01]]))).astype(int)
    assert np.abs(image[1] - image[0]).max() >= 8
    assert np.abs(image[2] - image[0]).max() >= 8
    assert not np.array_equal(image[1], image[2])


def test_it_moves_as_the_point_does():
    seen, bare = envs.make("point_pixels"), envs.make("point")
    keys = jax.random.key_data(jax.random.split(jax.random.key(0), 3))
    ours, theirs = seen.reset(keys), bare.reset(keys)
    action = jnp.array([[1.0, 0.0], [0.3, -2.0], [-1.0, 1.0]])
    for _ in range(15):
        np.testing.assert_array_equal(ours.features["xy"], theirs.obs)
        np.testing.assert_array_equal(ours.obs, point_pixels.draw(theirs.obs))
        ours, theirs = seen.step(ours.state, action), bare.step(theirs.state, action)
        np.testing.assert_array_equal(ours.reward, theirs.reward)


# What is refused.


@pytest.mark.parametrize(
    ("env", "features", "message"),
    [
        (
            "point",
            "latent",
            "--features=latent: point observes a vector, which has no encoder. It has: xy, obs",
        ),
        ("point_pixels", "obs", "--features=obs: point_pixels observes an image.*--features=latent"),
        (
            "point_pixels",
            "dims:0,1",
            "--features=dims:0,1: point_pixels observes an image.*--features=latent",
        ),
        (
            "point_pixels",
            "latnt",
            "--features=latnt: point_pixels has no such feature. Did you mean latent.*latent, xy",
        ),
    ],
)
def test_features_that_do_not_fit_the_observation(env, features, message):
    with pytest.raises(ConfigError, match=message):
        check.check(tiny_config(env=env, features=features), envs.make(env))


def test_features_of_an_image():
    env = envs.make("point_pixels")
    latent, xy = envs.make_features(env, "latent", 7), envs.make_features(env, "xy")
    assert (latent.size, latent.stored_size) == (7, 0)
    assert (xy.size, xy.stored_size) == (2, 2)
    assert envs.make_features(env).name == "latent"


def test_frames_of_a_vector_are_refused():
    with pytest.raises(ConfigError, match=r"--frame_stack=4: counter observes a vector.*Leave it out"):
        envs.stack_frames(counter(), 4)
    with pytest.raises(ConfigError, match=r"--frame_stack=2: point observes a vector"):
        envs.from_config(tiny_config(frame_stack=2))


@pytest.mark.parametrize(("patches", "channels"), [((4, 2), (8,)), ((), ())])
def test_an_encoder_of_uneven_layers_is_refused(patches, channels):
    message = re.escape(f"--encoder_patches={','.join(map(str, patches))} and --encoder_channels=")
    with pytest.raises(ConfigError, match=message):
        tiny_config(encoder_patches=patches, encoder_channels=channels)


def test_acting_on_images():
    config, trainer = make("latent")
    run = library.Run(
        config=config,
        path=None,
        state=start("latent"),
        figures={},
        skills=(),
        trainer=trainer,
        evaluator=evaluation.make_evaluator(config, trainer),
    )
    images = np.random.default_rng(0).integers(0, 256, (2, 3, 4, 4, 3), dtype=np.uint8)
    action = run.act(images, skill=1)
    assert action.shape == (2, 3, 1)
    np.testing.assert_allclose(run.act(images[1, 2], skill=1), action[1, 2], rtol=1e-5)
    with pytest.raises(ValueError, match=r"obs has shape \(4, 4\); film observes images \[4, 4, 3\]"):
        run.act(images[0, 0, :, :, 0], skill=1)
    with pytest.raises(ValueError, match="obs has type float32; film observes images in uint8"):
        run.act(images.astype(np.float32), skill=1)
