"""Free memory and disk of this machine, and the message that refuses what does not fit."""

import contextlib
import math
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import jax

from diayn_jax import envs
from diayn_jax.config import ConfigError, show


class Need(NamedTuple):
    """Memory that grows in proportion to a flag."""

    flag: str
    value: int | tuple[int, ...]
    bytes: int
    what: str


def check_episodes(
    flag: str,
    value: int,
    episodes: int,
    length: int,
    env: envs.Env,
    num_skills: int = 1,
    *,
    bytes_of_step: int | None = None,
    longer: str = "max_path_length",
    dashes: str = "--",
) -> None:
    """Checks that memory holds episodes that are recorded at once.

    Args:
      flag: that makes them many, without its dashes.
      value: of it.
      episodes: in all.
      length: steps of each.
      env: what is recorded of.
      num_skills: numbers that an objective gives of each step.
      bytes_of_step: what is held of a step; None: one observation, action, all features and these numbers.
      longer: the flag of their length; "" where it cannot be given.
      dashes: in front of a flag; "" where it is an argument in Python.

    Raises:
      ConfigError: names the flag that is to be lowered and the largest value that fits: that of the length,
        where memory does not hold even one episode of each skill.
    """
    # An image is kept as a latent, of which nothing is known here.
    observed = 1 if env.image_shape is not None else env.observation_size
    step = bytes_of_step or 4 * (
        observed + env.action_size + sum(f.size for f in env.features.values()) + num_skills + 3
    )
    needed, free = episodes * length * step, free_here()
    if free is None or needed <= free:
        return
    if needed > value * free and longer:
        flag, value, needed, episodes = longer, length, needed // value, episodes // value
    flag, fits = f"{dashes}{flag}", two_digits(value * free / needed)
    many = "1 episode" if episodes == 1 else f"{show(episodes)} episodes"
    advice = f"The largest {flag} that fits is about {show(fits)}." if fits else "Take fewer skills."
    raise ConfigError(
        f"{flag}={show(value)}: {many} of {show(length)} steps would take {gigabytes(needed)}, and "
        f"{gigabytes(free)} are free. {advice}"
    )


def free_here() -> int | None:
    """Bytes that JAX may still take where it computes: of a device's memory, or of a CPU's; None: unknown."""
    if jax.default_backend() == "cpu":
        return free_memory()
    stats = jax.local_devices()[0].memory_stats() or {}
    return stats["bytes_limit"] - stats.get("bytes_in_use", 0) if "bytes_limit" in stats else None


def refuse_excess(needs: Iterable[Need], rest: int, free: int | None, whose: str, where: str) -> None:
    """Raises `ConfigError` where the needs and the rest come to more than is free.

    `free` None: it is not known, and nothing is refused.
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
    """1_500_000_000 as `1.5 GB`."""
    return f"{count / 1e9:.1f} GB" if count >= 1e8 else f"{count / 1e6:.0f} MB"


def two_digits(x: float) -> int:
    """Rounded down to two digits: a figure to type."""
    if x < 1:
        return 0
    unit = 10 ** max(0, math.floor(math.log10(x)) - 1)
    return int(x // unit * unit)


def free_memory() -> int | None:
    """Bytes of memory that this process may still take; None where the system doesn't say."""
    found = []
    with contextlib.suppress(OSError, ValueError, StopIteration):
        lines = Path("/proc/meminfo").read_text().splitlines()
        line = next(line for line in lines if line.startswith("MemAvailable:"))
        found.append(int(line.split()[1]) * 1024)
    found += _container_memory(Path("/sys/fs/cgroup"))
    if not found:
        with contextlib.suppress(OSError, ValueError):
            found.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    return max(0, min(found)) if found else None


def own_memory() -> int:
    """Bytes of memory that this process has, but for pages of files; 0 where the system doesn't say."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        _, resident, shared, *_ = map(int, Path("/proc/self/statm").read_text().split())
        return (resident - shared) * os.sysconf("SC_PAGE_SIZE")
    return 0


def free_disk(folder: Path) -> int | None:
    """Bytes that may still be written below a folder, or where it would be; None where nothing says."""
    with contextlib.suppress(OSError):
        path = folder.absolute()
        there = next(p for p in (path, *path.parents) if p.is_dir())
        usage = shutil.disk_usage(there)
        # What is no disk, such as /proc, has none of either.
        return usage.free if usage.total else None
    return None


def _container_memory(root: Path) -> list[int]:
    """What a container's limit leaves, by version 2 of Linux's cgroups or else version 1."""
    for folder, limit, used in (
        (root, "memory.max", "memory.current"),
        (root / "memory", "memory.limit_in_bytes", "memory.usage_in_bytes"),
    ):
        with contextlib.suppress(OSError, ValueError):
            left = int((folder / limit).read_text()) - int((folder / used).read_text())
            # Pages of files that the kernel would drop count as used.
            stat = dict(line.split() for line in (folder / "memory.stat").read_text().splitlines())
            return [left + int(stat.get("inactive_file", 0))]
    return []
