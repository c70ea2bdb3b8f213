"""Feature maps: the features that the objective sees, selected by name."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import counter, film

from diayn_jax import envs
from diayn_jax.config import ConfigError

NUM_ENVS = 3


def timestep():
    """Returns a timestep of `counter` with the observation (3, 0.5) and the feature 6."""
    first = counter().reset(jax.random.key_data(jax.random.split(jax.random.key(0), NUM_ENVS)))
    return first.replace(
        obs=first.obs.at[:].set(jnp.array((3.0, 0.5))), features={"double": jnp.full((NUM_ENVS, 1), 6.0)}
    )


@pytest.mark.parametrize(
    ("name", "expected", "stored_size", "observed"),
    [
        ("double", [6.0], 1, ()),
        ("auto", [6.0], 1, ()),
        ("obs", [3.0, 0.5], 0, (0, 1)),
        ("dims:1", [0.5], 0, (1,)),
        ("dims:1,0", [0.5, 3.0], 0, (1, 0)),
        ("obs+double", [3.0, 0.5, 6.0], 1, (0, 1)),
        ("double+obs", [6.0, 3.0, 0.5], 1, (0, 1)),
        ("dims:1+double+dims:0", [0.5, 6.0, 3.0], 1, (1, 0)),
    ],
)
def test_features_by_name(name, expected, stored_size, observed):
    feature_map = envs.make_features(counter(), name)
    stored = feature_map.stored(timestep())
    assert stored.shape == (NUM_ENVS, stored_size)
    assert feature_map.stored_size == stored_size
    assert feature_map.in_observation == (stored_size == 0)
    assert feature_map.observed_dims == observed
    assert feature_map.stored_names == (("double",) if stored_size else ())
    phi = feature_map.select(timestep().obs, stored)
    assert feature_map.size == len(expected)
    np.testing.assert_array_equal(phi, np.tile(expected, (NUM_ENVS, 1)))
    # The selection also works for rows with more leading dimensions.
    np.testing.assert_array_equal(feature_map.select(timestep().obs[None], stored[None])[0], phi)


def test_several_stored_features_are_kept_in_the_order_of_the_name():
    env = counter()
    triple = envs.Feature(2, "three times the count, twice", "steps")
    env = env._replace(features={**env.features, "triple": triple})
    seen = timestep().replace(features={"double": jnp.full((3, 1), 6.0), "triple": jnp.full((3, 2), 9.0)})
    feature_map = envs.make_features(env, "triple+dims:1+double")
    assert feature_map.stored_names == ("triple", "double")
    stored = feature_map.stored(seen)
    np.testing.assert_array_equal(stored[0], [9.0, 9.0, 6.0])
    np.testing.assert_array_equal(feature_map.select(seen.obs, stored)[0], [9.0, 9.0, 0.5, 6.0])


def test_a_declared_part_of_the_observation_is_not_stored_again():
    feature_map = envs.make_features(envs.make("point"), "xy")
    assert feature_map.in_observation
    assert feature_map.size == 2


def test_what_metra_sees_of_ant():
    # The features are 27 numbers without a position, and the position.
    ant = envs.specs()["ant"]
    env = counter()._replace(name="ant", observation_size=27, features=ant.features)
    feature_map = envs.make_features(env, "obs+xy")
    assert (feature_map.name, feature_map.size, feature_map.stored_size) == ("obs+xy", 29, 2)


def test_places_of_the_observation_that_say_where_the_body_is():
    assert envs.position_dims(envs.make("point")) == (0, 1)
    # Ant's observation leaves its position out unless a setting includes it. The height is not a position on
    # the plane.
    assert envs.position_dims(envs.make("ant")) == ()
    shown = envs.make("ant", exclude_current_positions=False)
    assert shown.features["z"].dims == (2,)
    assert envs.position_dims(shown) == (0, 1)
    assert envs.position_dims(envs.make("hopper", exclude_current_positions=False)) == (0,)
    # An arm's tip is not the position of a body, and a direction in degrees is not in metres.
    assert envs.position_dims(envs.make("reacher")) == ()
    in_degrees = counter()._replace(features={"x": envs.Feature(1, "a bearing", "degrees", dims=(0,))})
    assert envs.position_dims(in_degrees) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dubble", r"no feature dubble\. Did you mean double\?.*obs.*dims:0,1.*size 2"),
        ("obs+dubble", r"no feature dubble\. Did you mean double\?"),
        ("obs+", "no feature without a name"),
        ("double+double", "double is named twice"),
        ("obs+dims:1", "dims:1 and obs both contain index 1 of counter's observation"),
        ("dims:0+dims:1,0", "dims:1,0 and dims:0 both contain index 0"),
        ("obs+latent", "observes a vector, which has no encoder"),
    ],
)
def test_names_that_are_refused(name, words):
    with pytest.raises(ConfigError, match=rf"features={name.replace('+', '[+]')}: .*{words}"):
        envs.make_features(counter(), name)


def test_the_latent_of_an_image_goes_by_itself():
    with pytest.raises(ConfigError, match="the latent of film's image cannot be joined with others"):
        envs.make_features(film(), "latent+double")


@pytest.mark.parametrize("dims", ["dims:", "dims:2", "dims:-1", "dims:0,0", "dims:a", "dims:0,,1"])
def test_dims_out_of_the_observation_are_refused(dims):
    with pytest.raises(ConfigError, match=rf"features={dims}.*0 to 1"):
        envs.make_features(counter(), dims)
