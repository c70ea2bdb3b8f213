"""The point world in pixels, and the settings that images refuse."""

import re

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import counter, tiny_config

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.envs.worlds import point_pixels
from diayn_jax.run import plan


def test_the_drawing_by_hand():
    image = np.asarray(point_pixels.draw(jnp.array([[0.0, 0.0], [0.5, -0.25]])))
    assert image.shape == (2, 32, 32, 3)
    assert image.dtype == np.uint8
    metres = 2 * point_pixels.HALF_VIEW / 32
    for picture, (x, y) in zip(image, [(0.0, 0.0), (0.5, -0.25)], strict=True):
        # The centre of mass of the disc's red is at the point: x to the right, y up.
        lit = picture[4:-4, 4:-4, 0].astype(float) - point_pixels.FLOOR[0]
        rows, columns = np.mgrid[4:28, 4:28] + 0.5
        at_x = (lit * columns).sum() / lit.sum() * metres - point_pixels.HALF_VIEW
        at_y = point_pixels.HALF_VIEW - (lit * rows).sum() / lit.sum() * metres
        np.testing.assert_allclose([at_x, at_y], [x, y], atol=0.01)
        # The disc covers as many pixels as it has area. Pixels at its edge count in part.
        area = lit.sum() / (point_pixels.POINT[0] - point_pixels.FLOOR[0]) * metres**2
        assert area == pytest.approx(np.pi * point_pixels.RADIUS**2, rel=0.1)
    # The wall begins at the edge of a disc whose centre is at 1 m. The edge is within the outermost pixels.
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


# Refused settings.


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
            "--features=latnt: point_pixels has no feature latnt. Did you mean latent.*latent, xy",
        ),
    ],
)
def test_features_that_do_not_fit_the_observation(env, features, message):
    with pytest.raises(ConfigError, match=message):
        plan.check(tiny_config(env=env, features=features), envs.make(env))


def test_features_of_an_image():
    env = envs.make("point_pixels")
    latent, xy = envs.make_features(env, "latent", 7), envs.make_features(env, "xy")
    assert (latent.size, latent.stored_size) == (7, 0)
    assert (xy.size, xy.stored_size) == (2, 2)
    assert envs.make_features(env).name == "latent"


def test_frames_of_a_vector_are_refused():
    with pytest.raises(ConfigError, match=r"frame_stack=4: counter observes a vector.*Leave it out"):
        envs.stack_frames(counter(), 4)
    with pytest.raises(ConfigError, match=r"frame_stack=2: point observes a vector"):
        envs.from_config(tiny_config(frame_stack=2))


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"encoder": "separate"}, "--encoder=separate"),
        ({"encoder_patches": (2, 2, 2)}, "--encoder_patches=2,2,2"),
        ({"latent_size": 7}, "--latent_size=7"),
        ({"discriminator_trains_encoder": False}, "--discriminator_trains_encoder=false"),
    ],
)
def test_settings_of_images_without_images_are_refused(fields, named):
    with pytest.raises(ConfigError, match=f"{named} has no effect: point observes a vector.*Leave it out"):
        envs.from_config(tiny_config(**fields))


@pytest.mark.parametrize(("patches", "channels"), [((4, 2), (8,)), ((), ())])
def test_an_encoder_of_uneven_layers_is_refused(patches, channels):
    message = re.escape(f"--encoder_patches={','.join(map(str, patches))} and --encoder_channels=")
    with pytest.raises(ConfigError, match=message):
        tiny_config(encoder_patches=patches, encoder_channels=channels)
