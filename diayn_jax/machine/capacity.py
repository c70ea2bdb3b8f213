"""Measures the free memory and disk of this machine, and rejects settings that do not fit."""

import math
from collections.abc import Iterable
from typing import NamedTuple

import jax

from diayn_jax import envs
from diayn_jax.config import ConfigError, show
from diayn_jax.machine import free_space


class Need(NamedTuple):
    """Memory that grows in proportion to a flag."""

    flag: str
    value: int | tuple[int, ...]
    bytes: int
    what: str


def step_bytes(env: envs.Env, num_values: int = 1) -> int:
    """Returns the bytes that are kept of a recorded step: observation, action, features and the reward.

    `num_values` is the number of values that the objective computes for the step.
    """
    # An image is kept as a latent, whose size is not known here.
    observed = 1 if env.image_shape is not None else env.observation_size
    return 4 * (observed + env.action_size + sum(f.size for f in env.features.values()) + num_values + 3)


def check_episodes(
    flag: str, value: int, episodes: int, length: int, step: int, longer: str = "--episode_length"
) -> None:
    """Checks that memory holds episodes that are recorded at once.

    Args:
      flag: the flag that multiplies the number of episodes, as it is typed.
      step: the bytes that are kept of a step, such as `step_bytes`.
      longer: the flag of the length of episodes; "" if the length cannot be given.

    Raises:
      ConfigError: the episodes do not fit. The message names the flag to lower, and the largest value that
        fits. The flag is `longer` if memory does not hold even one episode of each skill.
    """
    needed, free = episodes * length * step, free_here()
    if free is None or needed <= free:
        return
    if needed > value * free and longer:
        flag, value, needed, episodes = longer, length, needed // value, episodes // value
    fits = two_digits(value * free / needed)
    many = "1 episode" if episodes == 1 else f"{show(episodes)} episodes"
    advice = f"The largest {flag} that fits is about {show(fits)}." if fits else "Take fewer skills."
    raise ConfigError(
        f"{flag}={show(value)}: {many} of {show(length)} steps would take {gigabytes(needed)}, and "
        f"{gigabytes(free)} are free. {advice}"
    )


def free_here() -> int | None:
    """Returns the free bytes of the memory in which JAX computes, a device's or a CPU's; None: unknown."""
    if jax.default_backend() == "cpu":
        return free_space.free_memory()
    stats = jax.local_devices()[0].memory_stats() or {}
    return stats["bytes_limit"] - stats.get("bytes_in_use", 0) if "bytes_limit" in stats else None


def refuse_excess(needs: Iterable[Need], rest: int, free: int | None, whose: str, where: str) -> None:
    """Raises `ConfigError` if the needs and the rest exceed the free memory.

    The needs grow with a flag, the rest does not. If the free bytes are not known, nothing is rejected.
    `whose` and `where` are the words before and after the free bytes in the message.
    """
    needs = list(needs)
    total = sum(need.bytes for need in needs) + rest
    if free is None or total <= free:
        return
    worst = max(needs, key=lambda need: need.bytes)
    left = free - (total - worst.bytes)
    fits = 0 if isinstance(worst.value, tuple) else two_digits(worst.value * left / max(worst.bytes, 1))
    if isinstance(worst.value, tuple):
        advice = f"Make the layers of --{worst.flag} narrower."
    elif fits >= 1:
        advice = f"The largest --{worst.flag} that fits beside the rest is about {show(fits)}."
    else:
        others = [f"--{n.flag}" for n in sorted(needs, key=lambda n: -n.bytes) if n.bytes > free / 10]
        advice = f"Lower {' and '.join(others) or '--num_envs'}, or free memory."
    raise ConfigError(
        f"--{worst.flag}={show(worst.value)}: {worst.what} would take {gigabytes(worst.bytes)}, the "
        f"whole run {gigabytes(total)}, and {whose} {gigabytes(free)} {where}. {advice}"
    )


def gigabytes(count: float) -> str:
    """Writes bytes as text: 1_500_000_000 as `1.5 GB`."""
    return f"{count / 1e9:.1f} GB" if count >= 1e8 else f"{count / 1e6:.0f} MB"


def two_digits(x: float) -> int:
    """Rounds down to two significant digits, so that the number is easy to type."""
    if x < 1:
        return 0
    unit = 10 ** max(0, math.floor(math.log10(x)) - 1)
    return int(x // unit * unit)
