"""Measures the use of each option during training, and diagnoses failures from it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax.interfaces import Diagnosis
from diayn_jax.types import Array, Metrics, OptionUnderWay

WINDOW = 10_000  # steps of all environments over which the use of options is averaged during training
LARGEST_SHARE = 0.95  # share of the steps above which one option counts as the only one
SHORTEST = 1.1  # mean steps below which options count as ending at once


class OptionUsage(NamedTuple):
    """Steps of each option, and how many options began; past steps fade."""

    steps: Array  # [K]
    begun: Array  # []


def no_usage(num_options: int) -> OptionUsage:
    """Returns the usage before the first step."""
    return OptionUsage(jnp.zeros(num_options), jnp.zeros(()))


def count_usage(usage: OptionUsage, rows: OptionUnderWay, valid: Array, axes: tuple[str, ...]) -> OptionUsage:
    """The usage after more rows [T, E], whose steps are `valid`; earlier steps fade over `WINDOW` steps.

    Steps are summed over the named axes, such as the mesh's.
    """
    option = rows.option.reshape(-1).astype(jnp.int32)
    # Counted in integers, because a sum of ones in float32 stops growing at 2²⁴.
    steps = jnp.zeros(usage.steps.shape, jnp.int32).at[option].add(valid.reshape(-1).astype(jnp.int32))
    begun = jnp.sum(valid & rows.began)
    steps, begun = jax.tree.map(lambda x: x.astype(jnp.float32), parallel.psum((steps, begun), axes))
    kept = jnp.exp(-steps.sum() / WINDOW)
    return OptionUsage(kept * usage.steps + steps, kept * usage.begun + begun)


def usage_figures(usage: OptionUsage) -> Metrics:
    """`option_entropy` (nats; ln K if all are used equally), `option_share_largest`, `option_length`.

    The length is in steps, a mean. The end of an episode cuts an option short.
    """
    total = jnp.maximum(usage.steps.sum(), 1e-8)
    share = usage.steps / total
    return {
        "option_entropy": -jnp.sum(jnp.where(share > 0, share * jnp.log(jnp.where(share > 0, share, 1)), 0)),
        "option_share_largest": share.max(),
        "option_length": total / jnp.maximum(usage.begun, 1e-8),
    }


def diagnose(config: Any, metrics: Mapping[str, float | None], explores_by: str) -> Diagnosis | None:
    """Returns the failure that an epoch's metrics show, or None.

    One option may take almost all steps, or all options may end at once. `explores_by` is the flag that makes
    choices of options more random if it is raised.
    """
    share, length = metrics.get("train/option_share_largest"), metrics.get("train/option_length")
    if config.num_options == 1 or share is None or length is None:
        return None
    if share > LARGEST_SHARE:
        return Diagnosis(
            f"options collapse: one does {share:.0%}",
            f"Options collapse: one of {config.num_options} does {share:.0%} of all steps, so the others "
            "learn nothing. The task may need only one. If not, let options be chosen more at random "
            f"(raise {explores_by}), or take fewer of them (--num_options).",
        )
    if length < SHORTEST:
        return Diagnosis(
            f"options collapse: they end after {length:.2g} steps",
            f"Options collapse: they end after {length:.2g} steps on average, so they are no more than a "
            "mixture of actions. Raise --termination_margin (in units of the value: see train/q_mean) or "
            "--deliberation_cost (in units of the reward).",
        )
    return None
