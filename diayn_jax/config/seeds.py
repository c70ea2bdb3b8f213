"""Seeds of several runs: how they are written, and which are allowed."""

import re
from collections import Counter
from collections.abc import Sequence
from numbers import Integral
from typing import Any

from diayn_jax.config.fields import ConfigError, check_whole, show, without_arrays

MAX_SEED = 2**31 - 1
MOST_SEEDS = 10_000  # of one command
_DIGITS = 20  # a longer number is too large
_TAKES = "it takes seeds such as 0..7 or 0,3,5"


def parse_seeds(text: str) -> tuple[int, ...]:
    """Parses seeds as they are typed: `0..7` (both included), `0,3,5`, or both, as in `0..3,9`.

    Raises:
      ConfigError: the text is something else, or the seeds are not allowed.
    """
    found: list[int] = []
    for part in text.split(","):
        ends = re.fullmatch(r"\s*([0-9]+)\s*(?:\.\.\s*([0-9]+)\s*)?", part)
        if ends is None:
            raise ConfigError(f"--seeds={text}: {_TAKES}.")
        # Python refuses to read numbers of thousands of digits.
        first, last = (int(end[:_DIGITS]) for end in (ends[1], ends[2] or ends[1]))
        if last < first or last > MAX_SEED:
            raise ConfigError(f"--seeds={text}: {_TAKES}; {part.strip()} has no seeds up to {MAX_SEED}.")
        if len(found) + last - first >= MOST_SEEDS:
            raise ConfigError(f"--seeds={text}: {_TAKES}, and at most {MOST_SEEDS} of them.")
        found += range(first, last + 1)
    if len(found) == 1 and ".." not in text and "," not in text:
        count = found[0]
        several = f"0..{count - 1} for {count} seed{'s' if count > 1 else ''}, or " if count else ""
        raise ConfigError(f"--seeds={text}: {_TAKES}. Write {several}{text}..{text} for this one.")
    return check_seeds(found)


def check_seed(seed: Any) -> None:
    """Raises `ConfigError` if an argument is not a seed, a whole number from 0 to `MAX_SEED`."""
    check_whole(0, seed=seed)
    if seed > MAX_SEED:
        raise ConfigError(f"--seed={show(seed)}: it takes a whole number, 0 to {show(MAX_SEED)}.")


def check_seeds(seeds: Any) -> tuple[int, ...]:
    """Returns seeds as a tuple.

    Raises:
      ConfigError: they are not a sequence of different whole numbers from 0, or there are none.
    """
    if isinstance(seeds, int):
        raise ConfigError(f"--seeds={seeds}: give the seeds themselves, such as range({max(seeds, 1)}).")
    seeds = without_arrays(seeds)
    if isinstance(seeds, str) or not isinstance(seeds, Sequence | range):
        raise ConfigError(f"--seeds={seeds!r}: give whole numbers, such as range(8) or [0, 3, 5].")
    found = tuple(seeds)
    if not found:
        raise ConfigError("--seeds: there are none. Give some, such as range(8) or [0, 3, 5].")
    for seed in found:
        whole = isinstance(seed, Integral) and not isinstance(seed, bool)
        if not (whole and 0 <= int(seed) <= MAX_SEED):
            raise ConfigError(f"--seeds: {seed!r} is not allowed; a seed is a whole number, 0 to {MAX_SEED}.")
    twice = sorted(seed for seed, count in Counter(found).items() if count > 1)
    if twice:
        raise ConfigError(f"--seeds: {twice[0]} is given twice, which would be the same run. Leave one out.")
    return tuple(map(int, found))
