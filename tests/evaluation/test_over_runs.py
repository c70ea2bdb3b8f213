import numpy as np
import pytest
import scipy.stats

from diayn_jax.evaluation.metrics import over_runs


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 8, 11])
def test_interquartile_mean_is_scipys(count):
    scores = np.random.default_rng(count).normal(size=(3, count))
    expected = scipy.stats.trim_mean(scores, proportiontocut=0.25, axis=-1)
    np.testing.assert_allclose(over_runs.interquartile_mean(scores), expected)


def test_one_wild_run_of_four_does_not_move_it():
    assert over_runs.interquartile_mean([1.0, 2.0, 3.0, 1e9]) == 2.5


def test_failed_runs_stand_as_the_worst():
    standing = over_runs.standing
    # The interquartile mean of four runs leaves out the worst and the best, whatever their values.
    assert standing([1.0, 2.0, 3.0], 1).score == 1.5
    assert standing([1.0, 2.0, 3.0, 0.5], 0).score == 1.5
    assert standing([1.0, 2.0, -np.inf, 3.0], 0) == standing([1.0, 2.0, 3.0], 1)
    # From best to worst: no failed run, fewer failed runs, and with as many failed runs the higher score.
    order = [([0.1] * 3, 0), ([9.0, 9.0], 1), ([9.0], 2), ([8.0], 2), ([], 3)]
    found = [standing(scores, failed) for scores, failed in order]
    assert sorted(found, reverse=True) == found


def test_interval_covers_what_it_should():
    # About 95 % of the intervals from 20 normal draws hold the true mean. The margin is for the bootstrap's
    # error.
    generator = np.random.default_rng(0)
    found = [over_runs.interval([generator.normal(size=20)], resamples=400, seed=i) for i in range(300)]
    covered = np.mean([x.low <= 0.0 <= x.high for x in found])
    assert 0.88 < covered < 0.99
    assert all(x.low <= x.mean <= x.high for x in found)


def test_strata_are_drawn_each_by_itself():
    # The scores of the two tasks differ much. If they were drawn together, the interval would span both.
    low, high = np.full(5, 0.0), np.full(5, 100.0)
    found = over_runs.interval([low, high])
    assert found.low == found.mean == found.high == 50.0
    mixed = over_runs.interval([np.concatenate([low, high])])
    assert mixed.high - mixed.low > 50


def test_one_run_has_no_interval():
    found = over_runs.interval([np.array([3.0])])
    assert found.mean == 3.0
    assert np.isnan(found.low)
    assert np.isnan(found.high)
    with pytest.raises(ValueError, match="no run"):
        over_runs.interval([np.array([])])
