"""Priors over skills and their tiling over environments."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from diayn_jax import skills


@pytest.mark.parametrize("num_skills", [2, 7, 50])
def test_the_uniform_prior_is_one(num_skills):
    log_prior = skills.uniform_log_prior(num_skills)
    assert log_prior.shape == (num_skills,)
    np.testing.assert_allclose(jnp.exp(log_prior), np.full(num_skills, 1 / num_skills), rtol=1e-6)


@pytest.mark.parametrize(("num_envs", "num_skills"), [(6, 3), (7, 3), (4, 4), (11, 10)])
def test_tiling_covers_every_skill_as_evenly_as_it_can(num_envs, num_skills):
    tiled = skills.tile(jnp.arange(num_envs), num_skills)
    assert tiled.dtype == jnp.int32
    assert [int(z) for z in tiled] == [i % num_skills for i in range(num_envs)]
    counts = np.bincount(tiled, minlength=num_skills)
    assert counts.min() >= 1
    assert counts.max() - counts.min() <= 1


def test_a_device_tiles_its_part_as_the_whole_does():
    whole = skills.tile(jnp.arange(12), 5)
    parts = [skills.tile(first + jnp.arange(4), 5) for first in (0, 4, 8)]
    np.testing.assert_array_equal(jnp.concatenate(parts), whole)


def test_samples_follow_the_prior():
    prior = np.array([0.5, 0.3, 0.2])
    drawn = skills.sample(jax.random.split(jax.random.key(0), 4000), jnp.log(jnp.asarray(prior)))
    assert drawn.dtype == jnp.int32
    # Five standard deviations of a share.
    margin = 5 * np.sqrt(prior * (1 - prior) / 4000)
    assert (np.abs(np.bincount(drawn, minlength=3) / 4000 - prior) < margin).all()


def test_a_sample_depends_on_its_own_key_alone():
    keys = jax.random.split(jax.random.key(1), 6)
    log_prior = skills.uniform_log_prior(10)
    np.testing.assert_array_equal(skills.sample(keys[2:5], log_prior), skills.sample(keys, log_prior)[2:5])


@pytest.mark.parametrize("num_skills", [2, 127, 128, 129, 2**15, 2**15 + 1])
def test_the_storage_type_holds_every_skill(num_skills):
    dtype = skills.smallest_int_dtype(num_skills)
    assert jnp.iinfo(dtype).max >= num_skills - 1
    smaller = {jnp.int16: jnp.int8, jnp.int32: jnp.int16}.get(dtype)
    assert smaller is None or jnp.iinfo(smaller).max < num_skills - 1
