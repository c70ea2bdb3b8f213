"""The networks: sizes, inputs, independent twins, probabilities."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import normal

from diayn_jax import equations
from diayn_jax.networks import (
    MLP,
    Discriminator,
    Encoder,
    Policy,
    TwinCritic,
    squares,
    with_skills_as_options,
    without_skill,
)

BATCH, OBS, ACTION, SKILLS = 5, 3, 2, 4


@pytest.fixture(params=[False, True], ids=["plain", "layer_norm"])
def layer_norm(request):
    return request.param


def dense(params, name, x):
    return np.asarray(x) @ np.asarray(params[name]["kernel"]) + np.asarray(params[name]["bias"])


def test_mlp_is_dense_norm_relu(layer_norm):
    network = MLP((6,), 3, layer_norm)
    x = normal(0, BATCH, OBS)
    params = jax.jit(network.init)(jax.random.key(1), x)
    # Biases start at zero and norms as the identity. Move them, so that the test sees both.
    params = jax.tree.map(lambda p: p + 0.3, params)
    hidden = dense(params["params"], "Dense_0", x)
    if layer_norm:
        norm = params["params"]["LayerNorm_0"]
        hidden = (hidden - hidden.mean(-1, keepdims=True)) / np.sqrt(hidden.var(-1, keepdims=True) + 1e-6)
        hidden = hidden * np.asarray(norm["scale"]) + np.asarray(norm["bias"])
    else:
        assert "LayerNorm_0" not in params["params"]
    expected = dense(params["params"], "Dense_1", np.maximum(hidden, 0))
    np.testing.assert_allclose(jax.jit(network.apply)(params, x), expected, rtol=1e-4, atol=1e-5)


def test_mlp_takes_any_leading_shape():
    network = MLP((6,), 3)
    x = normal(0, 2, BATCH, OBS)
    params = jax.jit(network.init)(jax.random.key(1), x)
    apply = jax.jit(network.apply)
    np.testing.assert_allclose(apply(params, x)[1], apply(params, x[1]), rtol=1e-6)


def test_policy(layer_norm):
    network = Policy(ACTION, (6,), layer_norm)
    obs, skill = normal(0, BATCH, OBS), normal(3, BATCH, SKILLS)
    params = jax.jit(network.init)(jax.random.key(1), obs, skill)
    mean, log_std = jax.jit(network.apply)(params, obs, skill)
    assert mean.shape == log_std.shape == (BATCH, ACTION)
    assert (log_std >= equations.LOG_STD_MIN).all()
    assert (log_std <= equations.LOG_STD_MAX).all()
    _, wild = jax.jit(network.apply)(params, 1e6 * obs, skill)
    assert (wild >= equations.LOG_STD_MIN).all()
    assert (wild <= equations.LOG_STD_MAX).all()


def test_policy_tells_every_skill_apart():
    network = Policy(ACTION, (6,))
    obs = jnp.ones((SKILLS, OBS))
    params = jax.jit(network.init)(jax.random.key(1), obs, jnp.eye(SKILLS))
    mean, _ = jax.jit(network.apply)(params, obs, jnp.eye(SKILLS))
    assert np.unique(np.asarray(mean), axis=0).shape[0] == SKILLS


def test_twin_critics_are_two_networks(layer_norm):
    network = TwinCritic((6,), layer_norm)
    obs, skill, action = normal(0, BATCH, OBS), normal(3, BATCH, SKILLS), normal(2, BATCH, ACTION)
    params = jax.jit(network.init)(jax.random.key(1), obs, skill, action)
    q = jax.jit(network.apply)(params, obs, skill, action)
    assert q.shape == (2, BATCH)
    assert not np.allclose(q[0], q[1])
    # Each critic is an MLP of its own on (s, z, a).
    x = jnp.concatenate([obs, skill, action], axis=-1)
    (inner,) = params["params"].values()
    for i in range(2):
        own = jax.tree.map(lambda p, i=i: p[i], inner)
        alone = jax.jit(MLP((6,), 1, layer_norm).apply)({"params": own}, x)[:, 0]
        np.testing.assert_allclose(q[i], alone, rtol=1e-5, atol=1e-6)


def test_the_critic_is_sensitive_to_state_skill_and_action():
    network = TwinCritic((6,))
    obs, skill, action = jnp.ones((1, OBS)), jnp.zeros((1, SKILLS)), jnp.zeros((1, ACTION))
    params = jax.jit(network.init)(jax.random.key(1), obs, skill, action)
    q = jax.jit(network.apply)(params, obs, skill, action)
    for other in ((obs + 1, skill, action), (obs, skill + 1, action), (obs, skill, action + 1)):
        assert not np.allclose(q, jax.jit(network.apply)(params, *other))


def test_discriminator_gives_log_probabilities(layer_norm):
    network = Discriminator(SKILLS, (6,), layer_norm)
    features = normal(0, 3, BATCH, OBS)
    params = jax.jit(network.init)(jax.random.key(1), features)
    log_q = jax.jit(network.apply)(params, features)
    assert log_q.shape == (3, BATCH, SKILLS)
    np.testing.assert_allclose(jnp.exp(log_q).sum(-1), np.ones((3, BATCH)), rtol=1e-5)


def image(*shape):
    return np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8)


def test_squares_by_hand():
    x = np.arange(2 * 4 * 6 * 3).reshape(2, 4, 6, 3).astype(np.float32)
    cut = np.asarray(squares(jnp.asarray(x), 2))
    assert cut.shape == (2, 2, 3, 12)
    for row in range(2):
        for column in range(3):
            block = x[:, 2 * row : 2 * row + 2, 2 * column : 2 * column + 2]
            np.testing.assert_array_equal(cut[:, row, column], block.reshape(2, 12))
    # If patches do not divide the image, zeros fill it up on the right and below.
    odd = np.asarray(squares(jnp.asarray(x[:, :3, :5]), 2))
    assert odd.shape == (2, 2, 3, 12)
    filled = np.zeros_like(x)
    filled[:, :3, :5] = x[:, :3, :5]
    np.testing.assert_array_equal(odd, squares(jnp.asarray(filled), 2))


def test_the_encoder_is_a_convolution_layer_norm_and_tanh():
    network = Encoder((2, 2), (5, 6), 7)
    x = image(BATCH, 8, 8, 3)
    params = jax.tree.map(lambda p: p + 0.1, jax.jit(network.init)(jax.random.key(1), x))
    hidden = x.astype(np.float32) / 255 - 0.5
    for i, channels in enumerate((5, 6)):
        layer = params["params"][f"Dense_{i}"]
        kernel = np.asarray(layer["kernel"]).reshape(2, 2, hidden.shape[-1], channels)
        convolved = jax.lax.conv_general_dilated(
            hidden, kernel, (2, 2), "VALID", dimension_numbers=("NHWC", "HWIO", "NHWC")
        )
        hidden = np.maximum(np.asarray(convolved) + np.asarray(layer["bias"]), 0)
    flat = dense(params["params"], "Dense_2", hidden.reshape(BATCH, -1))
    normed = (flat - flat.mean(-1, keepdims=True)) / np.sqrt(flat.var(-1, keepdims=True) + 1e-6)
    norm = params["params"]["LayerNorm_0"]
    expected = np.tanh(normed * np.asarray(norm["scale"]) + np.asarray(norm["bias"]))
    np.testing.assert_allclose(jax.jit(network.apply)(params, x), expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("shape", [(32, 32, 3), (96, 96, 9), (30, 21, 1)])
def test_the_encoder_takes_any_image_and_any_leading_shape(shape):
    network = Encoder((4, 2), (4, 4), 6)
    x = image(2, BATCH, *shape)
    params = jax.jit(network.init)(jax.random.key(1), x[0])
    latent = jax.jit(network.apply)(params, x)
    assert latent.shape == (2, BATCH, 6)
    assert latent.dtype == jnp.float32
    assert (np.abs(latent) < 1).all()
    np.testing.assert_allclose(latent[1], jax.jit(network.apply)(params, x[1]), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(("hidden_sizes", "layer_norm"), [((), False), ((7, 5), True)])
def test_some_skills_are_a_network_that_chooses_among_them(hidden_sizes, layer_norm):
    obs, action, z = normal(0, BATCH, OBS), normal(1, BATCH, ACTION), normal(2, 3, SKILLS)
    which = jnp.arange(BATCH) % 3
    for network, more in (
        (Policy(ACTION, hidden_sizes, layer_norm), ()),
        (TwinCritic(hidden_sizes, layer_norm), (action,)),
    ):
        params = jax.jit(network.init)(jax.random.key(3), obs, z[which], *more)
        chosen = jax.jit(network.apply)(with_skills_as_options(params, OBS, z), obs, jnp.eye(3)[which], *more)
        for some, of_all in zip(
            jax.tree.leaves(chosen),
            jax.tree.leaves(jax.jit(network.apply)(params, obs, z[which], *more)),
            strict=True,
        ):
            np.testing.assert_allclose(some, of_all, atol=1e-5)


@pytest.mark.parametrize(("hidden_sizes", "layer_norm"), [((), False), ((7, 5), True)])
def test_one_skill_is_a_network_without_skills(hidden_sizes, layer_norm):
    obs, action, z, none = (
        normal(0, BATCH, OBS),
        normal(1, BATCH, ACTION),
        normal(2, SKILLS),
        jnp.zeros((BATCH, 0)),
    )
    skill = jnp.broadcast_to(z, (BATCH, SKILLS))
    for network, more in (
        (Policy(ACTION, hidden_sizes, layer_norm), ()),
        (TwinCritic(hidden_sizes, layer_norm), (action,)),
    ):
        params = jax.jit(network.init)(jax.random.key(3), obs, skill, *more)
        single = without_skill(params, OBS, z)
        for one, of_all in zip(
            jax.tree.leaves(jax.jit(network.apply)(single, obs, none, *more)),
            jax.tree.leaves(jax.jit(network.apply)(params, obs, skill, *more)),
            strict=True,
        ):
            np.testing.assert_allclose(one, of_all, atol=1e-5)
        expected = jax.eval_shape(network.init, jax.random.key(3), obs, none, *more)
        assert jax.tree.map(jnp.shape, single) == jax.tree.map(jnp.shape, expected)
