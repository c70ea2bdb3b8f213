"""Combines metrics: those of several owners into one dictionary, and those of many updates into means."""

from collections.abc import Callable, Mapping

import jax
import jax.numpy as jnp

from diayn_jax.config import ConfigError
from diayn_jax.types import Array, Metrics, PyTree


def combined(by_owner: Mapping[str, Metrics]) -> Metrics:
    """Returns the metrics of all owners, by names such as `--objective=diayn`, as one dictionary.

    The check for equal names runs when a run is traced, before anything is compiled.

    Raises:
      ConfigError: two owners have a metric with the same name, so one of the two would be lost.
    """
    found: Metrics = {}
    owners: dict[str, str] = {}
    for owner, metrics in by_owner.items():
        for name, value in metrics.items():
            if name in found:
                raise ConfigError(
                    f"{owners[name]} and {owner} both have a metric named {name!r}, but the log has only one "
                    "column of this name. Rename it in one of them."
                )
            found[name], owners[name] = value, owner
    return found


def scan_updates(
    update: Callable[[PyTree, PyTree], tuple[PyTree, Metrics]], carry: PyTree, xs: PyTree
) -> tuple[PyTree, Metrics]:
    """Scans updates over xs, leaves [N, ...]; returns the last carry and the mean of each metric, [].

    The loop keeps one vector per update. Metrics that it kept one by one would each be a kernel of a GPU, a
    tenth of all kernels of an update.
    """

    def summed(carry: PyTree, x: PyTree) -> tuple[PyTree, Metrics, tuple[()]]:
        return *update(carry, x), ()

    return scan_updates_and_sums(summed, carry, xs)[:2]


def scan_updates_and_sums(
    update: Callable[[PyTree, PyTree], tuple[PyTree, Metrics, PyTree]], carry: PyTree, xs: PyTree
) -> tuple[PyTree, Metrics, PyTree]:
    """Does the same with updates that also return a pytree, whose sum over all N updates it returns last."""
    names: list[str] = []

    def packed(carry: PyTree, x: PyTree) -> tuple[PyTree, tuple[Array, PyTree]]:
        carry, metrics, terms = update(carry, x)
        names[:] = metrics
        # An objective of a user's own may have a metric that is an array; its mean is logged.
        return carry, (jnp.array([jnp.mean(value) for value in metrics.values()], jnp.float32), terms)

    carry, (rows, terms) = jax.lax.scan(packed, carry, xs)
    means = dict(zip(names, rows.mean(axis=0), strict=True))
    return carry, means, jax.tree.map(lambda x: x.sum(0), terms)
