"""Options (Sutton, Precup and Singh 1999): behaviours that take several steps, chosen by a policy over them.

An option ω has a policy π_ω(a|s) and ends in s' with probability β_ω(s'). Here each may begin in every
state. Call-and-return: the one under way goes on until it ends; then, in the same state, another is
chosen, which may be the same again. A skill is an option that ends after k steps
(`envs.skill_as_action_env`).
"""

import dataclasses
from collections.abc import Mapping
from typing import Any, NamedTuple

import jax
import jax.numpy as jnp

from diayn_jax import parallel
from diayn_jax.config import field
from diayn_jax.interfaces import Diagnosis
from diayn_jax.skills import smallest_int_dtype
from diayn_jax.types import Array, Key, Metrics, OptionUnderWay

MOST_OPTIONS = 64
WINDOW = 10_000  # steps of all environments over which the use of options is averaged while training
LARGEST_SHARE = 0.95  # from which on one option does all
SHORTEST = 1.1  # steps, up to which options end at once


@dataclasses.dataclass(frozen=True, kw_only=True)
class OptionSettings:
    """The settings of agents with options."""

    num_options: int = field(4, "K, how many options there are", "agent", low=1, high=MOST_OPTIONS)
    termination_margin: float = field(
        0.01,
        "ξ, how much worse than the best an option may be and yet go on, in units of the value",
        "agent",
        low=0,
        traced=True,
    )
    deliberation_cost: float = field(
        0.0,
        "η, what it costs to end an option, in units of the environment's reward",
        "agent",
        low=0,
        traced=True,
    )


def initial_options(num_options: int, size: int) -> OptionUnderWay:
    """The actors of episodes that have not begun, [E]: −1, none yet."""
    return OptionUnderWay(jnp.full(size, -1, smallest_int_dtype(num_options)), jnp.zeros(size, bool))


def call_and_return(
    actor: OptionUnderWay, first: Array, beta: Array, log_probs: Array, keys: Key | None
) -> OptionUnderWay:
    """Call-and-return: which options are under way in s, and which of them begin there.

    Args:
      actor: the options that led to s, [E]; where there is none, −1, one is chosen.
      first: [E], bool: s is an episode's first state, in which one is chosen whatever was under way.
      beta: β_ω(s), [E, K].
      log_probs: log π_Ω(ω|s), [E, K]; a value of each option will do where there are no keys.
      keys: [E]; without them an option ends where β ≥ 1/2, and the likeliest is chosen.

    Returns:
      The options that act in s, and whether each begins there, [E] each.
    """
    led = jnp.maximum(actor.option, 0).astype(jnp.int32)
    of_option = jnp.take_along_axis(beta, led[:, None], axis=-1)[:, 0]
    if keys is None:
        ends, chosen = of_option >= 0.5, jnp.argmax(log_probs, axis=-1)
    else:
        split = jax.vmap(jax.random.split)(keys)
        ends = jax.vmap(jax.random.uniform)(split[:, 0]) < of_option
        chosen = jax.vmap(jax.random.categorical)(split[:, 1], log_probs)
    begins = first | (actor.option < 0) | ends
    option = jnp.where(begins, chosen.astype(actor.option.dtype), actor.option)
    return OptionUnderWay(option, begins)


class OptionUsage(NamedTuple):
    """How many steps were of each option, and how many options began; of the past, fading."""

    steps: Array  # [K]
    begun: Array  # []


def no_usage(num_options: int) -> OptionUsage:
    """Of no step."""
    return OptionUsage(jnp.zeros(num_options), jnp.zeros(()))


def count_usage(usage: OptionUsage, rows: OptionUnderWay, valid: Array, axis: str | None) -> OptionUsage:
    """The usage with more steps in it.

    Args:
      usage: of the steps before, which fade over `WINDOW` steps.
      rows: of the steps, leaves [T, E].
      valid: [T, E].
      axis: of the mesh, over which steps are summed.
    """
    option = rows.option.reshape(-1).astype(jnp.int32)
    weight = valid.reshape(-1).astype(jnp.float32)
    steps = jnp.zeros_like(usage.steps).at[option].add(weight)
    begun = jnp.sum(weight * rows.began.reshape(-1))
    steps, begun = parallel.psum((steps, begun), axis)
    kept = jnp.exp(-steps.sum() / WINDOW)
    return OptionUsage(kept * usage.steps + steps, kept * usage.begun + begun)


def usage_figures(usage: OptionUsage) -> Metrics:
    """`option_entropy` (nats; ln K: all alike), `option_share_largest` and `option_length` (steps, mean).

    An episode's end cuts an option short.
    """
    total = jnp.maximum(usage.steps.sum(), 1e-8)
    share = usage.steps / total
    return {
        "option_entropy": -jnp.sum(jnp.where(share > 0, share * jnp.log(jnp.where(share > 0, share, 1)), 0)),
        "option_share_largest": share.max(),
        "option_length": total / jnp.maximum(usage.begun, 1e-8),
    }


def diagnose(config: Any, metrics: Mapping[str, float | None], explores_by: str) -> Diagnosis | None:
    """How options fail: one does all, or all end at once.

    Args:
      config: with `OptionSettings`.
      metrics: of an epoch.
      explores_by: the flag that, raised, has options chosen more at random.
    """
    share, length = metrics.get("train/option_share_largest"), metrics.get("train/option_length")
    if config.num_options == 1 or share is None or length is None:
        return None
    if share > LARGEST_SHARE:
        return Diagnosis(
            f"options collapse: one does {share:.0%}",
            f"Options collapse: one of {config.num_options} does {share:.0%} of all steps, so the others "
            "learn nothing. It may be all that the task needs. Else have options chosen more at random "
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
