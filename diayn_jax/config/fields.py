"""Settings: how one is declared, parsed from text, shown and refused.

A setting is a field of a frozen dataclass, declared by `field` with its type, default, help text,
group and bounds. The command's flags, the validation and `config.json` are generated from that.
"""

import dataclasses
import difflib
import numbers
import os
import re
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, NoReturn

Field = dataclasses.Field[Any]

# A value that is chosen by the environment, the device or the other fields.
AUTO = "auto"

SWITCH_WORDS = {
    **dict.fromkeys(("true", "t", "yes", "1"), "true"),
    **dict.fromkeys(("false", "f", "no", "0"), "false"),
}


class ConfigError(ValueError):
    """A setting that cannot be run; the message says what to do about it."""

    refused: "Refused | None" = None  # the value of a field, where it is one that is refused


class Refused(NamedTuple):
    """A value that a field does not take, and the message about it."""

    name: str  # of the field
    reason: str  # the message without its last sentence, which tells the default
    hint: str  # the end of the reason

    def message(self, default: str) -> str:
        """The whole message, of a field that has this default."""
        return f"{self.reason} " + (f"Leave it out for {default}." if default else "It may be left out.")


# The default of fields where a run, or its config, gives what is left out.
OF_RUN = "the run's own"
OF_RUN_OR_TASK = "the run's own, or the task's"  # of a run with skills, and of runs on a task


def field(
    default: Any,
    help: str,  # noqa: A002 (the word that absl and argparse use)
    group: str,
    *,
    low: float | None = None,
    high: float | None = None,
    above: float | None = None,
    below: float | None = None,
    choices: Sequence[str] = (),
    words: Sequence[str] = (),
    traced: bool = False,
    annealed: bool = False,
) -> Any:
    """A dataclass field with what the command and the validation need to know of it.

    Args:
      default: the value where nothing else is said.
      help: one sentence for `--help`.
      group: the heading it stands under in `--help`.
      low, high: inclusive bounds.
      above, below: exclusive bounds.
      choices: the only strings allowed.
      words: strings allowed beside numbers (such as "auto").
      traced: the number is a leaf of the training state (`HParams`), so that a sweep may vary it
        without compiling anew; otherwise it is a constant of the compiled program.
      annealed: a traced learning rate, which `anneal` lets fall.
    """
    metadata = {
        "help": help,
        "group": group,
        "low": low,
        "high": high,
        "above": above,
        "below": below,
        "choices": tuple(choices),
        "words": tuple(words),
        "traced": traced,
        "annealed": annealed,
    }
    if isinstance(default, list):
        raise TypeError("use a tuple: a Config is hashable")
    if annealed and not traced:
        raise TypeError("only a traced number can be annealed")
    return dataclasses.field(default=default, metadata=metadata)


def own_field(name: str, kind: Any, about: str, low: int, high: int | None) -> Field:
    """A field for a command's own flag, parsed and checked as those of `Config`; it may be left out."""
    declared = field("", about, "", low=low, high=high)
    made = dataclasses.make_dataclass("Own", [(name, kind, declared)])
    return dataclasses.fields(made)[0]


def closest_matches(word: str, known: Iterable[str]) -> str:
    """` Did you mean …?` for an unknown word, or nothing where nothing is near."""
    return did_you_mean(difflib.get_close_matches(word, list(known), n=3, cutoff=0.6))


def did_you_mean(matches: Collection[str]) -> str:
    """` Did you mean …?`, or nothing where there is nothing to mean."""
    return f" Did you mean {' or '.join(matches)}?" if matches else ""


def is_switch(f: Field) -> bool:
    """Whether the flag may be given as `--x` and `--nox`."""
    return f.type is bool or {"true", "false"} <= set(f.metadata["choices"])


def is_many(f: Field) -> bool:
    """Whether the field takes several values, separated by commas."""
    return "tuple" in str(f.type)


def is_whole(f: Field) -> bool:
    """Whether its numbers are whole ones."""
    return "float" not in str(f.type)


def is_number(f: Field) -> bool:
    """Whether it takes numbers at all."""
    return f.type is not bool and ("int" in str(f.type) or "float" in str(f.type))


def show(value: Any) -> str:
    """A field's value as one would write it on the command line."""
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
    """The values that a field takes, in words: `a whole number, 2 or more`, `tiled | resampled`."""
    m = f.metadata
    if m["choices"]:
        return " | ".join(m["choices"])
    if f.type is bool:
        return "true | false"
    if not is_number(f):
        return "names, separated by commas" if is_many(f) else "text"
    kind = "whole number" if is_whole(f) else "number"
    kind = f"{kind}s separated by commas" if is_many(f) else f"a {kind}"
    return " | ".join([", ".join(filter(None, [kind, bounds(f)])), *m["words"]])


def bounds(f: Field) -> str:
    """The range of a field's numbers in words, such as `2 or more`; nothing where there is none."""
    m = f.metadata
    if m["low"] is not None and m["high"] is not None:
        return f"{show(m['low'])} to {show(m['high'])}"
    parts = []
    if m["low"] is not None:
        parts.append(f"{show(m['low'])} or more")
    if m["above"] is not None:
        parts.append(f"above {show(m['above'])}")
    if m["high"] is not None:
        parts.append(f"at most {show(m['high'])}")
    if m["below"] is not None:
        parts.append(f"below {show(m['below'])}")
    return ", ".join(parts)


_LONGEST = 100  # characters of what was given that a message repeats


def refuse(f: Field, value: Any, why: str = "", hint: str = "") -> NoReturn:
    """Raises `ConfigError`: what was given, what is allowed, what to do."""
    given = value if isinstance(value, str) else show(value)
    given = given if len(given) <= _LONGEST else f"{given[:_LONGEST]}…"
    refused = Refused(
        f.name,
        f"--{f.name}={given} is not allowed: it takes {why or allowed(f)} ({f.metadata['help']}).{hint}",
        hint,
    )
    raise _refusal(refused, show(f.default))


def with_default(error: ConfigError, default: str | Mapping[str, str]) -> ConfigError:
    """The error, and where it refuses a field's value, with that field's default in this run.

    Args:
      error: that was raised.
      default: in words; or those of several fields by name, of which the others keep theirs.
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
    """The value in the field's own type, where nothing is lost by it.

    Lists become tuples, NumPy's scalars Python's, `1e6` an int in a field of whole numbers,
    `True` the word "true" where "auto" is allowed beside it, a path text. What does not fit is
    returned as it is, for `check_field` to refuse.
    """
    if isinstance(value, list | tuple):
        return tuple(_coerce_one(f, v) for v in value)
    if isinstance(value, bool) and f.type is not bool and is_switch(f):
        return show(value)
    return _coerce_one(f, value)


def _coerce_one(f: Field, value: Any) -> Any:
    if isinstance(value, os.PathLike) and f.type is str:
        return os.fspath(value)
    if isinstance(value, bool | str) or not is_number(f) or not isinstance(value, numbers.Real):
        return value
    if is_whole(f) and isinstance(value, numbers.Integral):
        return int(value)
    try:
        number = float(value)
    except OverflowError:
        return value
    return int(number) if is_whole(f) and number.is_integer() else number


def check_field(f: Field, value: Any) -> None:
    """Raises `ConfigError` where `value` is not allowed for the field."""
    m = f.metadata
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
        if isinstance(value, str) and value in m["words"]:
            return
        _check_number(f, value, value)
    elif not isinstance(value, str):
        refuse(f, value)


_LARGEST_WHOLE = 2**31 - 1  # where a field does not say more: sizes of arrays are counted so


def _check_number(f: Field, v: Any, given: Any) -> None:
    m = f.metadata
    if isinstance(v, bool) or not isinstance(v, int if is_whole(f) else int | float):
        hint = closest_matches(v, m["words"]) if isinstance(v, str) else ""
        refuse(f, given, hint=hint)
    largest = max(_LARGEST_WHOLE, m["high"] or 0) if is_whole(f) else sys.float_info.max
    if v > largest:
        refuse(f, given, hint=" It is too large.")
    if (
        not v >= -largest  # nor is NaN
        or (m["low"] is not None and v < m["low"])
        or (m["high"] is not None and v > m["high"])
        or (m["above"] is not None and v <= m["above"])
        or (m["below"] is not None and v >= m["below"])
    ):
        refuse(f, given)


def parse(f: Field, text: str) -> Any:
    """A field's value from what stands behind `=` on the command line.

    Numbers may be written as 1000000, 1_000_000, 1e6 or 1M (k, M and G, as figures are shown); several
    values are separated by commas.

    Raises:
      ConfigError: text that is not one of the field's values.
    """
    text = text.strip()
    if is_switch(f):
        word = SWITCH_WORDS.get(text.lower(), text)
        value: Any = (word == "true" if word in ("true", "false") else text) if f.type is bool else word
    elif is_many(f):
        parts = [part.strip() for part in text.split(",")] if text else []
        value = tuple(_parse_number(part) if is_number(f) else part for part in parts)
    elif is_number(f) and text not in f.metadata["words"]:
        value = _parse_number(text)
    else:
        value = text
    value = coerce(f, value)
    try:
        check_field(f, value)
    except ConfigError as error:
        # Again, with what was written instead of what was made of it.
        if isinstance(value, int | float | tuple) and is_number(f) and error.refused is not None:
            refuse(f, text, hint=error.refused.hint)
        raise
    return value


_SUFFIXES = {"k": "e3", "M": "e6", "G": "e9"}


def _parse_number(text: str) -> int | float | str:
    # As an exponent, not a product: 4.1 times a million is no whole number.
    number = text[:-1] + _SUFFIXES[text[-1]] if text[-1:] in _SUFFIXES else text
    for kind in (int, float):
        try:
            return kind(number)
        except ValueError:
            continue
    return text
