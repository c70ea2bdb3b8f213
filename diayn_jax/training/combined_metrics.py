"""Combines the metrics of several owners into one dictionary."""

from collections.abc import Mapping

from diayn_jax.config import ConfigError
from diayn_jax.types import Metrics


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
