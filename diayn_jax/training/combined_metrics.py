"""The metrics of several owners as one dictionary."""

from collections.abc import Mapping

from diayn_jax.config import ConfigError
from diayn_jax.types import Metrics


def combined(by_owner: Mapping[str, Metrics]) -> Metrics:
    """The metrics of all owners. It is checked when a run is traced, before anything is compiled.

    Args:
      by_owner: metrics by who gives them, such as `--objective=diayn`.

    Raises:
      ConfigError: two owners give a metric of one name, of which one would be lost.
    """
    found: Metrics = {}
    owners: dict[str, str] = {}
    for owner, metrics in by_owner.items():
        for name, value in metrics.items():
            if name in found:
                raise ConfigError(
                    f"{owners[name]} and {owner} both give a metric named {name!r}, which has one column in "
                    "the log. Rename it in one of them."
                )
            found[name], owners[name] = value, owner
    return found
