"""The fresh classifier: what it tells apart, how it splits episodes, what it refuses."""

import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from records import uniform, walks

from diayn_jax import metrics
from diayn_jax.metrics import probe


@pytest.fixture(autouse=True)
def small_probe(monkeypatch):
    """The probe's updates on fewer rows: enough for the few that there are here."""
    monkeypatch.setattr(probe, "_BATCH", 64)


def test_probe_tells_separable_skills_and_not_identical_ones():
    xy, skill, valid = walks(3, 8, 20, drift=0.0)
    places = xy[1:] * 0.1 + 10 * np.stack([np.cos(2.1 * skill), np.sin(2.1 * skill)], axis=-1)
    found = metrics.probe_mi(jax.random.key(0), places, skill, valid, uniform(3))
    assert 0.97 * math.log(3) < found.mi <= math.log(3) + 1e-6
    np.testing.assert_allclose(found.mi_normalised, found.mi / math.log(3))
    assert metrics.probe_mi(jax.random.key(0), places, skill, valid, uniform(3)).mi == found.mi

    assert -0.1 < metrics.probe_mi(jax.random.key(0), xy[1:], skill, valid, uniform(3)).mi < 0.1


def test_probe_weighs_skills_by_the_prior_and_skips_what_never_happened():
    # Nothing tells the skills apart, so the best q is p, however long each lives.
    _, skill, valid = walks(2, 6, 20, drift=0.0)
    valid = valid & (np.arange(20)[:, None] < np.where(skill == 0, 20, 2))
    inputs = np.where(valid[..., None], 1.0, np.nan)
    for prior in ([0.5, 0.5], [0.9, 0.1]):
        found = metrics.probe_mi(jax.random.key(1), inputs, skill, valid, jnp.log(jnp.array(prior)))
        np.testing.assert_allclose(found.mi, 0, atol=0.02)


def test_probe_splits_by_episode_and_by_skill():
    skill = np.arange(30) % 3
    parts = probe._split_episodes(np.random.default_rng(0).uniform(size=30), skill)
    assert sorted(np.concatenate(parts)) == list(range(30))
    assert [np.bincount(skill[part]).tolist() for part in parts] == [[4] * 3, [1] * 3, [5] * 3]
    # Three episodes: one of each kind. Two: the same one to fit on and to stop by.
    assert [len(part) for part in probe._split_episodes(np.arange(3.0), np.zeros(3, int))] == [1, 1, 1]
    fitted, stopping, scored = probe._split_episodes(np.arange(2.0), np.zeros(2, int))
    assert fitted == stopping != scored


def test_probe_refuses_what_it_cannot_score():
    xy, skill, valid = walks(3, 2, 5, drift=0.0)
    key = jax.random.key(0)
    with pytest.raises(ValueError, match="at least 2 episodes"):
        metrics.probe_mi(key, xy[1:, :5], skill[:5], valid[:, :5], uniform(3))
    with pytest.raises(ValueError, match="at least 2 episodes"):
        metrics.probe_mi(key, xy[1:], skill, valid, uniform(4))
    with pytest.raises(ValueError, match="no valid step"):
        metrics.probe_mi(key, xy[1:], skill, valid & (np.arange(6) != 2), uniform(3))
    with pytest.raises(ValueError, match="NaN"):
        metrics.probe_mi(key, np.full_like(xy[1:], np.nan), skill, valid, uniform(3))
