"""Metrics of many updates: their means, and sums beside them."""

import jax
import jax.numpy as jnp
import numpy as np

from diayn_jax.training.combined_metrics import scan_updates, scan_updates_and_sums

ROWS = np.array([[1.0, 2.0, 6.0], [4.0, 5.0, 0.0]], np.float32)


def test_metrics_are_means_over_updates_and_entries():
    def update(carry, row):
        return carry + row.sum(), {"array": row, "number": row[0], "large": row[1] > 4}

    carry, found = jax.jit(lambda rows: scan_updates(update, jnp.zeros(()), rows))(ROWS)
    assert carry == ROWS.sum()
    assert {name: float(value) for name, value in found.items()} == {
        "array": 3.0,
        "number": 2.5,
        "large": 0.5,
    }
    assert scan_updates(lambda carry, row: (carry, {}), 7, jnp.asarray(ROWS)) == (7, {})


def test_terms_are_summed_over_updates():
    def update(carry, row):
        return carry, {"first": row[0]}, {"row": row, "count": jnp.ones((), int)}

    _, found, sums = scan_updates_and_sums(update, (), jnp.asarray(ROWS))
    assert found["first"] == 2.5
    np.testing.assert_array_equal(sums["row"], [5, 7, 6])
    assert sums["count"] == 2
