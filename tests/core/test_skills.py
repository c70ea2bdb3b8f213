"""Skill spaces: properties of each, and the contract of all."""

import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import scipy.stats

from diayn_jax import skills
from diayn_jax.config import ConfigError

SPACES = {
    space.name: space
    for space in (
        skills.categorical(2),
        skills.categorical(7),
        skills.none(),
        skills.sphere(2),
        skills.sphere(3),
        skills.gaussian(1),
        skills.gaussian(3),
        skills.box(2),
        skills.dirichlet(3),
        skills.dirichlet(2, 0.5),
    )
}
ALPHA = {"dirichlet:3": 1.0, "dirichlet:2": 0.5}
VECTORS = {name: space for name, space in SPACES.items() if space.num_skills is None}
COUNT = 4000


@pytest.fixture(scope="module")
def drawn():
    """Draws from every space, [COUNT, ...]."""
    keys = jax.random.split(jax.random.key(0), COUNT)
    return {name: np.asarray(jax.jit(space.sample)(keys)) for name, space in SPACES.items()}


# The contract of every space.


def test_there_is_one_of_each_kind():
    assert {name.partition(":")[0] for name in SPACES} == set(skills.SPACES)


@pytest.mark.parametrize("name", SPACES)
def test_shapes_and_types(name, drawn):
    space = SPACES[name]
    tiled = jax.jit(space.tile)(jnp.arange(12))
    for stored, count in ((drawn[name], COUNT), (tiled, 12), (space.probes, len(space.probes))):
        assert stored.shape == (count, *space.shape)
    assert drawn[name].dtype == tiled.dtype == space.dtype
    # `encode` takes stored skills with any leading shape.
    stored = jnp.asarray(drawn[name][:6]).reshape(2, 3, *space.shape)
    encoded = space.encode(stored)
    assert encoded.shape == (2, 3, space.size)
    assert encoded.dtype == jnp.float32
    assert (space.log_prior is None) == (space.num_skills is None)


@pytest.mark.parametrize("name", SPACES)
def test_a_row_depends_on_its_own_key_or_index_alone(name, drawn):
    space = SPACES[name]
    keys = jax.random.split(jax.random.key(0), COUNT)
    # Sampling also works under vmap, as over the lanes of a sweep.
    lanes = jax.vmap(space.sample)(keys[:12].reshape(3, 4))
    np.testing.assert_allclose(np.asarray(lanes).reshape(12, *space.shape), drawn[name][:12], rtol=1e-5)
    whole = space.tile(jnp.arange(12))
    np.testing.assert_allclose(space.tile(4 + jnp.arange(4)), whole[4:8], rtol=1e-5)


@pytest.mark.parametrize("name", SPACES)
def test_the_same_space_has_the_same_tiles_and_probes(name):
    space, again = SPACES[name], skills.make_skills(*arguments(name), ALPHA.get(name, 1.0))
    assert again.name == name
    np.testing.assert_array_equal(space.tile(jnp.arange(20)), again.tile(jnp.arange(20)))
    np.testing.assert_array_equal(space.probes, again.probes)


def arguments(name):
    kind, _, size = name.partition(":")
    return (kind, int(size)) if kind == "categorical" else (name, 10)


# Skills that are numbered.


@pytest.mark.parametrize("num_skills", [2, 7])
def test_categorical_is_uniform_over_its_skills(num_skills, drawn):
    space = SPACES[f"categorical:{num_skills}"]
    assert (space.size, space.num_skills) == (num_skills, num_skills)
    shares = np.bincount(drawn[space.name], minlength=num_skills) / COUNT
    expected = np.full(num_skills, 1 / num_skills)
    # The tolerance is five standard deviations of a share.
    assert (np.abs(shares - expected) < 5 * np.sqrt(expected * (1 - expected) / COUNT)).all()
    every = jnp.arange(num_skills)
    np.testing.assert_allclose(np.exp(space.log_prior), expected, rtol=1e-6)
    np.testing.assert_array_equal(space.encode(every), np.eye(num_skills))
    np.testing.assert_array_equal(space.probes, every)


@pytest.mark.parametrize(("num_envs", "num_skills"), [(6, 3), (7, 3), (4, 4), (11, 10)])
def test_tiling_covers_every_skill_as_evenly_as_it_can(num_envs, num_skills):
    tiled = skills.categorical(num_skills).tile(jnp.arange(num_envs))
    assert [int(z) for z in tiled] == [i % num_skills for i in range(num_envs)]
    counts = np.bincount(tiled, minlength=num_skills)
    assert counts.min() >= 1
    assert counts.max() - counts.min() <= 1


@pytest.mark.parametrize("num_skills", [2, 127, 128, 129, 2**15, 2**15 + 1])
def test_the_storage_type_holds_every_skill(num_skills):
    dtype = skills.smallest_int_dtype(num_skills)
    assert jnp.iinfo(dtype).max >= num_skills - 1
    smaller = {jnp.int16: jnp.int8, jnp.int32: jnp.int16}.get(dtype)
    assert smaller is None or jnp.iinfo(smaller).max < num_skills - 1


def test_no_skills_are_one_that_tells_nothing(drawn):
    space = SPACES["none"]
    assert (space.size, space.num_skills, len(space.probes)) == (0, 1, 1)
    assert not drawn["none"].any()
    assert not space.tile(jnp.arange(5)).any()
    np.testing.assert_array_equal(np.exp(space.log_prior), [1.0])


# Skills that are vectors.


def surface(name):
    """Returns the distribution of one coordinate of a vector, in closed form."""
    kind, _, size = name.partition(":")
    if kind == "sphere":
        # For the unit sphere in d dimensions, (1 + x)/2 has the distribution Beta((d − 1)/2, (d − 1)/2).
        half = (int(size) - 1) / 2
        return scipy.stats.beta(half, half, loc=-1, scale=2)
    if kind == "dirichlet":
        return scipy.stats.beta(ALPHA[name], ALPHA[name] * (int(size) - 1))
    return scipy.stats.norm() if kind == "gaussian" else scipy.stats.uniform(-1, 2)


@pytest.mark.parametrize("name", VECTORS)
def test_draws_follow_their_distribution(name, drawn):
    z = drawn[name]
    for coordinate in z.T:
        assert scipy.stats.kstest(coordinate, surface(name).cdf).pvalue > 1e-3
    # Coordinates are uncorrelated, except for those of mixtures, whose sum is fixed. Their mean is zero.
    variance, middle, size = surface(name).var() * np.eye(z.shape[1]), np.zeros(z.shape[1]), z.shape[1]
    if name.startswith("dirichlet"):
        middle += 1 / size
        variance = scipy.stats.dirichlet(np.full(size, ALPHA[name])).cov()
    moment = variance + np.outer(middle, middle)
    np.testing.assert_allclose(z.T @ z / COUNT, moment, atol=6 / math.sqrt(COUNT))
    if name.startswith("sphere"):
        np.testing.assert_allclose(np.linalg.norm(z, axis=-1), np.ones(COUNT), rtol=1e-5)


@pytest.mark.parametrize("name", VECTORS)
def test_a_vector_is_its_own_encoding(name, drawn):
    np.testing.assert_array_equal(SPACES[name].encode(jnp.asarray(drawn[name])), drawn[name])


@pytest.mark.parametrize("name", VECTORS)
def test_probes_are_draws_in_an_order_that_an_eye_follows(name):
    probes = SPACES[name].probes
    assert len(probes) == skills.NUM_PROBES
    assert len(np.unique(probes, axis=0)) == len(probes)
    if name.startswith("dirichlet"):
        np.testing.assert_array_equal(probes[: probes.shape[1]], np.eye(probes.shape[1]))
        assert (np.diff(skills.mixture_angles(probes[probes.shape[1] :])) >= 0).all()
        return
    by = probes[:, 0] if probes.shape[1] == 1 else np.arctan2(probes[:, 1], probes[:, 0]) % (2 * np.pi)
    assert (np.diff(by) >= 0).all()


@pytest.mark.parametrize(
    ("name", "length"),
    [
        ("gaussian:1", 0.79788),
        ("gaussian:2", 1.25331),
        ("gaussian:3", 1.59577),
        ("sphere:2", 1),
        ("box:3", 1),
    ],
)
def test_a_direction_becomes_a_skill_as_long_as_the_prior_draws_them(name, length):
    """The means of ‖z‖ are √(2/π), √(π/2) and 2√(2/π) in one, two and three dimensions."""
    space = skills.make_skills(name, 10)
    way = np.full((4, space.size), -3.0, np.float32)
    z = np.asarray(skills.skill_towards(space, jnp.asarray(way)))
    np.testing.assert_allclose(z, -length * np.ones_like(way) / np.sqrt(space.size), rtol=1e-4)


# Mixtures.


@pytest.mark.parametrize(("alpha", "largest"), [(0.05, 0.9), (10.0, 0.5)])
def test_a_small_alpha_draws_nearly_single_skills_and_a_large_one_equal_mixtures(alpha, largest):
    z = np.asarray(skills.dirichlet(3, alpha).sample(jax.random.split(jax.random.key(0), 500)))
    np.testing.assert_allclose(z.sum(-1), 1, atol=1e-5)
    assert (np.median(z.max(-1)) > largest) == (alpha < 1)


def test_many_skills_are_all_probes():
    np.testing.assert_array_equal(skills.dirichlet(70).probes, np.eye(70))


def test_the_mixture_for_a_direction_lies_on_the_boundary():
    way = np.array([[3.0, 0.0, 0.0], [1.0, 1.0, 0.0], [2.0, 1.0, 0.0], [5.0, 5.0, 5.0]], np.float32)
    found = skills.skill_towards(SPACES["dirichlet:3"], jnp.asarray(way))
    expected = [[1, 0, 0], [0.5, 0.5, 0], [2 / 3, 1 / 3, 0], [1 / 3, 1 / 3, 1 / 3]]
    np.testing.assert_allclose(found, expected, atol=1e-6)


def test_angles_of_mixtures():
    z = np.array([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0.5, 0.5, 0], [0.5, 0, 0, 0.5]])
    np.testing.assert_allclose(skills.mixture_angles(z), [0, 1 / 4, 3 / 8, 7 / 8], atol=1e-12)


# Refused spaces.


@pytest.mark.parametrize(
    "name",
    ["spher:2", "sphere", "sphere:1", "sphere:two", "sphere:-2", "sphere:1001", "box:", "gaussian:0",
     "categorical:5", "none:1", "", ":2"],
)  # fmt: skip
def test_skills_that_are_none(name):
    with pytest.raises(ConfigError) as error:
        skills.make_skills(name, 10)
    message = str(error.value)
    assert message.startswith(f"--skill_space={name} is not allowed: it takes categorical | sphere:d")
    assert "sphere:2" in message
    assert ("Did you mean sphere" in message) == name.startswith("spher:")
