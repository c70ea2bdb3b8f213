"""The fresh classifier: which skills it distinguishes, how it splits episodes, what it refuses."""

import math

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from records import uniform, walks

from diayn_jax.evaluation import metrics
from diayn_jax.evaluation.metrics import probe


@pytest.fixture(autouse=True, scope="module")
def long_fits():
    """Lets the probes fit as long as they do in a run, and as wide; other files shorten the fit."""
    probe._fit_then_score.clear_cache()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(probe, "_WIDTH", 256)
        patch.setattr(probe, "_MAX_ROUNDS", 100)
        yield
    probe._fit_then_score.clear_cache()


def test_probe_tells_separable_skills_and_not_identical_ones():
    xy, skill, valid = walks(3, 8, 20, drift=0.0)
    places = xy[1:] * 0.1 + 10 * np.stack([np.cos(2.1 * skill), np.sin(2.1 * skill)], axis=-1)
    found = metrics.probe_mi(jax.random.key(0), places, skill, valid, uniform(3))
    # The share of the prior lowers the maximum: ln(0.98 + 0.02/3) is negative.
    assert 0.97 * math.log(3) < found.mi <= math.log(3) + math.log(0.98 + 0.02 / 3) + 1e-6
    np.testing.assert_allclose(found.mi_normalised, found.mi / math.log(3))
    assert metrics.probe_mi(jax.random.key(0), places, skill, valid, uniform(3)).mi == found.mi

    # Every step is drawn anew, so that no episode has a place that the fit could take for its skill's.
    alike = np.random.default_rng(1).normal(size=places.shape)
    assert -0.1 < metrics.probe_mi(jax.random.key(0), alike, skill, valid, uniform(3)).mi < 0.1


def test_a_fit_ends_once_it_cannot_become_better(monkeypatch):
    """The patience is long, but the floor bounds the score of skills that are perfectly distinguishable."""
    xy, skill, valid = walks(3, 8, 21, drift=0.0)
    places = xy[1:] * 0.1 + 10 * np.stack([np.cos(2.1 * skill), np.sin(2.1 * skill)], axis=-1)
    most = math.log(3) + math.log(0.98 + 0.02 / 3)
    found = []
    for patience in (10, 100_000):
        monkeypatch.setattr(probe, "_PATIENCE", patience)
        monkeypatch.setattr(probe, "_MAX_ROUNDS", patience)
        probe._fit_then_score.clear_cache()
        found.append(metrics.probe_mi(jax.random.key(0), places, skill, valid, uniform(3)).mi)
    probe._fit_then_score.clear_cache()
    assert found[0] == found[1]
    np.testing.assert_allclose(found[0], most, atol=2 * probe._BETTER)


def test_probe_weighs_skills_by_the_prior_and_skips_what_never_happened():
    # Nothing distinguishes the skills, so the best q is p, however long the episodes of each are.
    _, skill, valid = walks(2, 6, 20, drift=0.0)
    valid = valid & (np.arange(20)[:, None] < np.where(skill == 0, 20, 2))
    inputs = np.where(valid[..., None], 1.0, np.nan)
    for prior in ([0.5, 0.5], [0.9, 0.1]):
        found = metrics.probe_mi(jax.random.key(1), inputs, skill, valid, jnp.log(jnp.array(prior)))
        np.testing.assert_allclose(found.mi, 0, atol=0.02)


def test_probe_splits_by_episode_and_by_skill():
    skill = np.arange(30) % 3
    half = probe._halves(np.random.default_rng(0).uniform(size=30), skill)
    assert [np.bincount(skill[half == h]).tolist() for h in (0, 1)] == [[5] * 3, [5] * 3]
    for h in (0, 1):
        parts = probe._held_back(np.flatnonzero(half == h), skill)
        assert sorted(np.concatenate(parts)) == np.flatnonzero(half == h).tolist()
        assert [np.bincount(skill[part]).tolist() for part in parts] == [[4] * 3, [1] * 3]
    np.testing.assert_array_equal(probe._halves(np.arange(3.0), np.zeros(3, int)), [0, 0, 1])
    # A half with two episodes uses one for fitting and one for stopping. A half with one episode uses it for
    # both.
    assert [len(part) for part in probe._held_back(np.array([0, 1]), np.zeros(3, int))] == [1, 1]
    fitted, stopping = probe._held_back(np.array([2]), np.zeros(3, int))
    assert fitted == stopping == [2]


def test_each_half_is_scored_by_the_fit_of_the_other(monkeypatch):
    skill, valid = np.arange(21) % 3, np.ones((4, 21), bool)
    # Each episode shows its own number, so the inputs of a fit say which episodes it got.
    number = np.broadcast_to(np.arange(21.0)[:, None], (4, 21, 1))
    given = []

    def fit_then_score(log_prior, devices, keys, halves):
        for half in (0, 1):
            parts = [part.__class__(*(x[half] for x in part)) for part in halves if hasattr(part, "weight")]
            shown = [part.x.reshape(-1)[part.weight.reshape(-1) > 0] for part in parts]
            given.append([len(np.unique(np.round(x, 4))) for x in shown])
        rows = halves.scored.skill[0].size
        return np.float32([-0.5, -1.0]), np.tile(-np.arange(rows, dtype=np.float32), (2, 1))

    monkeypatch.setattr(probe, "_fit_then_score", fit_then_score)
    found = metrics.probe_mi(jax.random.key(0), number, skill, valid, uniform(3))
    # The halves have four and three episodes of each skill. One of them decides when to stop.
    assert given == [[6, 3, 12], [9, 3, 9]]
    assert found.mi == pytest.approx(math.log(3) - (0.5 + 1.0) / 2)
    assert np.bincount(found.half).tolist() == [12, 9]
    np.testing.assert_array_equal(found.length, np.full(21, 4))
    for half, size in ((0, 12), (1, 9)):
        rows = -np.arange(4 * size).reshape(4, size)
        np.testing.assert_allclose(found.log_q[found.half == half], rows.sum(axis=0))


def test_a_second_home_now_and_then_does_not_spoil_the_figure():
    # Ten skills have two homes each, and all twenty are apart. Two of a skill's twenty episodes end at its
    # second home. A fit without such an episode cannot know whose home it is, but p's share of 2 % limits a
    # step's loss, which could be 20 nats.
    skill = np.arange(200) % 10
    scores = []
    for seed in range(2):
        rng = np.random.default_rng(seed)
        home = rng.permutation(20).reshape(2, 10)[(np.arange(200) // 10 >= 18).astype(int), skill]
        xy = 3.0 * np.stack([home % 5, home // 5], axis=-1) + 0.3 * rng.normal(size=(10, 200, 2))
        valid = np.ones((10, 200), bool)
        found = metrics.probe_mi(jax.random.key(seed), xy, skill, valid, uniform(10))
        scores.append(found.mi_normalised)
        assert (found.log_q / found.length).min() > math.log(0.02 / 10) - 1e-4
    assert min(scores) > 0.75
    assert max(scores) < 1


def test_many_steps_are_thinned_for_early_stopping(monkeypatch):
    monkeypatch.setattr(probe, "_STOPPING_ROWS", 10)
    monkeypatch.setattr(probe, "_STOPPING_STEPS", 3)
    prior, skill = np.array([0.5, 0.3, 0.2]), np.arange(30) % 3
    # Step t shows t. An episode of each skill is held back for stopping, and one of them ends at once.
    time, valid = np.broadcast_to(np.arange(9.0)[:, None, None], (9, 30, 1)), np.ones((9, 30), bool)
    half = probe._halves(np.arange(30.0), skill)
    _, stopping = probe._held_back(np.flatnonzero(half == 0), skill)
    valid[1:, stopping[0]] = False
    made = probe._rows_to_score(time, skill, valid, prior, half, 1)
    rows = made.stopping
    # Steps 0, 3 and 6 of three episodes; skill 0 has its first step alone, and still weighs p(z).
    assert (rows.weight > 0).sum() == 7
    for z, p in enumerate(prior):
        np.testing.assert_allclose(rows.weight[rows.skill == z].sum(), p, rtol=1e-6)
    assert made.fitted.skill.size == 9 * 12
    # However many episodes there are, each keeps some steps.
    monkeypatch.setattr(probe, "_STOPPING_ROWS", 1)
    made = probe._rows_to_score(time, skill, valid, prior, half, 1)
    assert made.stopping.skill.size == 9


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
