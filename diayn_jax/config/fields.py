"""Settings: how to declare, parse, show and check them.

A setting is a field of a frozen dataclass. `field` declares it with its default, help text, group and
bounds. The command's flags, the validation and `config.json` are generated from these declarations.
"""

import dataclasses
import difflib
import os
import re
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from numbers import Integral, Real
from typing import Any, NamedTuple, NoReturn

import numpy as np

from diayn_jax.config.messages import NamesSettings

Field = dataclasses.Field[Any]

# The value of a field that the environment, the device or the other fields decide.
AUTO = "auto"

SWITCH_WORDS = {
    **dict.fromkeys(("true", "t", "yes", "1"), "true"),
    **dict.fromkeys(("false", "f", "no", "0"), "false"),
}


class ConfigError(NamesSettings, ValueError):
    """Settings that cannot be run. The message says what to do about it."""

    refused: "Refused | None" = None  # the field's value that was refused; None for other errors


class Refused(NamedTuple):
    """A value that a field does not take, and the message about it."""

    name: str  # the field's name
    reason: str  # the message without its last sentence, which names the default
    hint: str  # the last part of `reason`, such as " Did you mean …?"

    def message(self, default: str) -> str:
        """Returns the whole message for a field with this default."""
        return f"{self.reason} " + (f"Leave it out for {default}." if default else "It may be left out.")


# Texts for the default of a field that, when it is left out, comes from a run or its config.
OF_RUN = "the run's own"
OF_RUN_OR_TASK = "the run's own, or the task's"  # for a run with skills and runs on a task


class Range(NamedTuple):
    """The numbers that a field takes. A bound that is None does not exist."""

    low: float | None = None  # inclusive
    high: float | None = None  # inclusive
    above: float | None = None  # exclusive
    below: float | None = None  # exclusive
    words: tuple[str, ...] = ()  # strings allowed besides numbers, such as "auto"

    def holds(self, number: float) -> bool:
        """Returns whether the number lies within the bounds."""
        return (
            (self.low is None or number >= self.low)
            and (self.high is None or number <= self.high)
            and (self.above is None or number > self.above)
            and (self.below is None or number < self.below)
        )


_ANY = Range()


def field(
    default: Any,
    help: str,  # noqa: A002 (the word that absl and argparse use)
    group: str,
    within: Range = _ANY,
    *,
    choices: Sequence[str] = (),
    traced: bool = False,
    annealed: bool | str = False,
    at_start: bool | tuple[str, str] = False,
) -> Any:
    """Declares a dataclass field with the metadata that the command and the validation use.

    Args:
      default: the value if none is given.
      help: one sentence for `--help`.
      group: the heading of the field in `--help`.
      within: the numbers allowed.
      choices: the only strings allowed.
      traced: whether the number is a leaf of the training state (`HParams`), so that a sweep can vary it
        without a new compilation. Otherwise it is a constant of the compiled program.
      annealed: whether `anneal` lowers the value, a traced number, at the end of the run; or the name of the
        field that switches this on.
      at_start: whether the number counts only when the state is made, so that population-based training could
        not change it; or (name, value) of another field with which this is so.

    Raises:
      TypeError: a list as default; a field that is annealed but not traced.
    """
    if isinstance(default, list):
        raise TypeError("use a tuple, because a Config must be hashable")
    if annealed and not traced:
        raise TypeError("only a traced number can be annealed")
    metadata = {
        "help": help,
        "group": group,
        "within": within,
        "choices": tuple(choices),
        "traced": traced,
        "annealed": annealed,
        "at_start": at_start,
    }
    return dataclasses.field(default=default, metadata=metadata)


def own_field(name: str, kind: Any, about: str, low: int, high: int | None) -> Field:
    """Returns an optional field for a command's own flag, parsed and checked like a field of `Config`."""
    declared = field("", about.partition(" [default")[0], "", Range(low, high))
    made = dataclasses.make_dataclass("Own", [(name, kind, declared)])
    return dataclasses.fields(made)[0]


# Names of settings in other libraries, and ours.
_OTHERS_NAMES = {
    "lr": "learning_rate",
    "gamma": "discount",
    "steps": "num_env_steps",
    "total_timesteps": "num_env_steps",
    "buffer_size": "replay_size",
    "env_id": "env",
    "algo": "objective",
    "output": "log_dir",
}


def closest_matches(word: str, known: Iterable[str]) -> str:
    """Returns ` Did you mean …?` for an unknown word, or an empty text if no known word is similar."""
    names = list(known)
    # Names that others use, then similar names, then similar ones in lower case.
    if (usual := _OTHERS_NAMES.get(word)) in names:
        return did_you_mean([usual])
    by_lower = {name.lower(): name for name in names}
    # A word that differs in upper and lower case alone is that word.
    if word not in names and word.lower() in by_lower:
        return did_you_mean([by_lower[word.lower()]])
    return did_you_mean(
        difflib.get_close_matches(word, names, n=3, cutoff=0.6)
        or [by_lower[low] for low in difflib.get_close_matches(word.lower(), list(by_lower), n=3, cutoff=0.6)]
    )


def did_you_mean(matches: Collection[str]) -> str:
    """Returns ` Did you mean …?`, or an empty text if there are no matches."""
    return f" Did you mean {' or '.join(matches)}?" if matches else ""


def is_switch(f: Field) -> bool:
    """Returns whether the flag can be given as `--x` and `--nox`."""
    return f.type is bool or {"true", "false"} <= set(f.metadata["choices"])


def is_many(f: Field) -> bool:
    """Returns whether the field takes several values, separated by commas."""
    return "tuple" in str(f.type)


def is_whole(f: Field) -> bool:
    """Returns whether the field's numbers are whole numbers."""
    return "float" not in str(f.type)


def is_number(f: Field) -> bool:
    """Returns whether the field takes numbers."""
    return f.type is not bool and ("int" in str(f.type) or "float" in str(f.type))


def show(value: Any) -> str:
    """Returns a field's value as it is written on the command line."""
    if isinstance(value, tuple | list):
        return ",".join(map(show, value))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) >= 10_000:
        return f"{value:_}"
    if isinstance(value, float):
        short = f"{value:g}"
        text = short if float(short) == value else repr(value)
        return re.sub(r"e([+-])0+", r"e\1", text).replace("e+", "e")
    return str(value)


def allowed(f: Field) -> str:
    """Describes the values that a field takes: `a whole number, 2 or more`, `tiled | resampled`."""
    m = f.metadata
    if m["choices"]:
        return " | ".join(m["choices"])
    if f.type is bool:
        return "true | false"
    if not is_number(f):
        return "names, separated by commas" if is_many(f) else "text"
    kind = "whole number" if is_whole(f) else "number"
    kind = f"{kind}s separated by commas" if is_many(f) else f"a {kind}"
    return " | ".join([", ".join(filter(None, [kind, bounds(f)])), *m["within"].words])


def bounds(f: Field) -> str:
    """Describes the range of a field's numbers, such as `2 or more`; empty if there are no bounds."""
    low, high, above, below, _ = f.metadata["within"]
    if low is not None and high is not None:
        return f"{show(low)} to {show(high)}"
    parts = {"{} or more": low, "above {}": above, "at most {}": high, "below {}": below}
    return ", ".join(words.format(show(bound)) for words, bound in parts.items() if bound is not None)


_LONGEST = 100  # a message repeats at most this many characters of a given value


def refuse(f: Field, value: Any, hint: str = "") -> NoReturn:
    """Raises `ConfigError` with what was given, what is allowed, and what to do."""
    several = isinstance(value, tuple) and not is_many(f)
    given = value if isinstance(value, str) else repr(value) if several else show(value)
    given = given if len(given) <= _LONGEST else f"{given[:_LONGEST]}…"
    refused = Refused(
        f.name,
        f"--{f.name}={given} is not allowed: it takes {allowed(f)} ({f.metadata['help']}).{hint}",
        hint,
    )
    raise _refusal(refused, show(f.default))


def refuse_settled(fields: Mapping[str, Any], settled: Mapping[str, str]) -> None:
    """Raises `ConfigError` if a field is given that a command sets itself; `settled` says why, by field."""
    for name, why in settled.items():
        if name in fields:
            raise ConfigError(f"--{name}={show(fields[name])}: {why}. Leave it out.")


def with_default(error: ConfigError, default: str | Mapping[str, str]) -> ConfigError:
    """Returns the error with another default in its message, if it refuses a field's value.

    `default` is text, or has the texts of several fields by name. An error about a field that has no entry is
    returned unchanged.
    """
    refused = error.refused
    if refused is None:
        return error
    if isinstance(default, str):
        return _refusal(refused, default)
    return _refusal(refused, default[refused.name]) if refused.name in default else error


def _refusal(refused: Refused, default: str) -> ConfigError:
    error = ConfigError(refused.message(default))
    error.refused = refused
    return error


def coerce(f: Field, value: Any) -> Any:
    """Converts a value to the field's own type if this loses nothing.

    A list or an array becomes a tuple. A scalar of NumPy or JAX becomes a Python number. `1e6` becomes an int
    in a field of whole numbers. `True` becomes the word "true" in a field that also allows "auto". A path
    becomes text. A value that does not fit is returned unchanged, and `check_field` refuses it.
    """
    value = without_arrays(value)
    if isinstance(value, list | tuple):
        return tuple(_coerce_one(f, without_arrays(v)) for v in value)
    if isinstance(value, bool) and f.type is not bool and is_switch(f):
        return show(value)
    return _coerce_one(f, value)


def without_arrays(value: Any) -> Any:
    """Returns an array or a scalar of NumPy or JAX as Python's lists and numbers; other values unchanged."""
    is_array = isinstance(getattr(value, "dtype", None), np.dtype) and hasattr(value, "tolist")
    return value.tolist() if is_array else value


def _coerce_one(f: Field, value: Any) -> Any:
    if isinstance(value, os.PathLike) and f.type is str:
        return os.fspath(value)
    if isinstance(value, bool | str) or not is_number(f) or not isinstance(value, Real):
        return value
    if is_whole(f) and isinstance(value, Integral):
        return int(value)
    try:
        number = float(value)
    except OverflowError:
        return value
    return int(number) if is_whole(f) and number.is_integer() else number


def check_whole(low: int = 1, **numbers: Any) -> None:
    """Raises `ConfigError` if an argument is given, is not None, and is not a whole number from `low` on."""
    for name, number in numbers.items():
        whole = isinstance(number, Integral) and not isinstance(number, bool)
        if number is not None and not (whole and number >= low):
            given = repr(number) if isinstance(number, str | list | tuple) else show(number)
            if isinstance(number, float) and given.lstrip("-").isdigit():
                given += ".0"
            raise ConfigError(f"--{name}={given}: it takes a whole number, {low} or more.")


def check_field(f: Field, value: Any) -> None:
    """Raises `ConfigError` if `value` is not allowed for the field."""
    m = f.metadata
    if isinstance(value, str) and (f.type is bool or is_number(f) or is_many(f)):
        _refuse_text(f, value)
    if m["choices"]:
        if value not in m["choices"]:
            refuse(f, value, hint=closest_matches(str(value), m["choices"]))
    elif f.type is bool:
        if not isinstance(value, bool):
            refuse(f, value)
    elif is_many(f):
        if not isinstance(value, tuple):
            refuse(f, value)
        for v in value:
            if is_number(f):
                _check_number(f, v, value)
            elif not isinstance(v, str):
                refuse(f, value)
    elif is_number(f):
        if isinstance(value, str) and value in m["within"].words:
            return
        _check_number(f, value, value)
    elif not isinstance(value, str):
        refuse(f, value)
    elif not _is_unicode(value):
        refuse(f, value, hint=" It is not UTF-8, so config.json cannot hold it.")


def _is_unicode(text: str) -> bool:
    """Whether text can be written as UTF-8: Python takes other bytes of a path in half of a pair."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _refuse_text(f: Field, text: str) -> None:
    """Raises `ConfigError` if text stands for another type, as in num_skills="4"; flags were read before."""
    meant = _read(f, text)
    if isinstance(meant, str):
        return
    hint = f" Did you mean {meant!r}?"
    try:
        check_field(f, meant)
    except ConfigError:
        hint = ""
    refuse(f, repr(text), hint)


_LARGEST_WHOLE = 2**31 - 1  # unless a field's `high` is larger; array sizes are int32


def _check_number(f: Field, v: Any, given: Any) -> None:
    within = f.metadata["within"]
    if isinstance(v, bool) or not isinstance(v, int if is_whole(f) else int | float):
        hint = closest_matches(v, within.words) if isinstance(v, str) else ""
        refuse(f, given, hint=hint)
    largest = max(_LARGEST_WHOLE, within.high or 0) if is_whole(f) else sys.float_info.max
    if v > largest:
        refuse(f, given, hint=" It is too large.")
    # The first condition is also true for NaN.
    if not v >= -largest or not within.holds(v):
        refuse(f, given)


def parse(f: Field, text: str) -> Any:
    """Parses a field's value from the text after `=` on the command line.

    Numbers may be written as 1000000, 1_000_000, 1e6 or 1M (suffixes k, M and G). Several values are
    separated by commas.

    Raises:
      ConfigError: the text is not one of the field's values.
    """
    text = text.strip()
    value = _read(f, text)
    try:
        check_field(f, value)
    except ConfigError as error:
        # Raise again with the text as it was written, not with the parsed value.
        if isinstance(value, int | float | tuple) and is_number(f) and error.refused is not None:
            refuse(f, text, hint=error.refused.hint)
        raise
    return value


def _read(f: Field, text: str) -> Any:
    """Returns the value that text stands for, in the field's own type; text that stands for none as it is."""
    if is_switch(f):
        word = SWITCH_WORDS.get(text.lower(), text)
        value: Any = (word == "true" if word in ("true", "false") else text) if f.type is bool else word
    elif is_many(f):
        parts = [part.strip() for part in text.split(",")] if text else []
        value = tuple(_parse_number(part) if is_number(f) else part for part in parts)
    elif is_number(f) and text not in f.metadata["within"].words:
        value = _parse_number(text)
    else:
        value = text
    return coerce(f, value)


_SUFFIXES = {"k": "e3", "M": "e6", "G": "e9"}


def _parse_number(text: str) -> int | float | str:
    # Python also reads the digits of other alphabets.
    if not text.isascii():
        return text
    # The suffix becomes an exponent, because the float product 4.1 · 1e6 is not a whole number.
    number = text[:-1] + _SUFFIXES[text[-1]] if text[-1:] in _SUFFIXES else text
    for kind in (int, float):
        try:
            return kind(number)
        except ValueError:
            continue
    return text
