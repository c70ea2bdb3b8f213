"""Files that come from elsewhere, read with care: text of a size that fits, JSON of one meaning, arrays."""

import datetime
import errno
import io
import json
import math
import os
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

MOST_JSON = 16_000_000  # bytes; the largest file of ours, the metadata of a checkpoint, has some 100 kB
MOST_TEXT = 500_000_000  # bytes of a log
_DEEPEST = 50  # lists and tables inside one another


def is_special(path: Path) -> bool:
    """Whether it is a device, a pipe or a socket, which may have no end or let one wait for ever."""
    return path.exists() and not path.is_file() and not path.is_dir()


def read_bytes(path: Path, most: int) -> bytes:
    """All of a file.

    Raises:
      OSError: there is none, or it cannot be read.
      ValueError: it is no file, but a folder, a device or a pipe, which may have no end; or it is larger
        than `most` bytes.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if is_special(path):
        raise ValueError("it is no file, but a device or a pipe")
    with path.open("rb") as file:
        # One that grows meanwhile ends here too.
        data = file.read(most + 1)
    if len(data) > most:
        raise ValueError(f"it has more than {most / 1e6:.0f} MB")
    return data


def read_text(path: Path, most: int = MOST_TEXT) -> str:
    """All of a text file; errors are those of `read_bytes`, and that it is not UTF-8."""
    return _text(read_bytes(path, most))


def read_npz(path: Path, most: int) -> dict[str, np.ndarray]:
    """The arrays of an `.npz` by name; the zip's checksums tell damage.

    Raises:
      OSError: as `read_bytes`.
      ValueError: as `read_bytes`; it is no such file, or a damaged one, unpacks to more than `most` bytes, or
        holds something else than arrays of numbers and texts.
    """
    data = read_bytes(path, most)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(file.file_size for file in archive.infolist()) > most:
                raise ValueError(f"it unpacks to more than {most / 1e6:.0f} MB")
            # NumPy writes no others, whose decompressors have errors of their own.
            if any(
                f.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for f in archive.infolist()
            ):
                raise ValueError("it is packed in a way that NumPy does not pack")
            # All of it: what an array's own header makes shorter would not be read to its checksum.
            if damaged := archive.testzip():
                raise ValueError(f"{damaged} is damaged")
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            found = {name: arrays[name] for name in arrays.files}
    # RuntimeError: one flipped bit may ask for a password, or for a version of zip that there is not.
    except (EOFError, KeyError, MemoryError, RuntimeError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError(str(error) or type(error).__name__) from error
    for name, x in found.items():
        if not isinstance(x, np.ndarray):
            raise ValueError(f"{name} is no array")
    return found


def read_json(path: Path) -> dict[str, Any]:
    """The table in a JSON file; errors are those of `read_bytes` and `parse_json`."""
    return parse_json(read_bytes(path, MOST_JSON))


def parse_json(data: bytes) -> dict[str, Any]:
    """The table that JSON in UTF-8 holds.

    Raises:
      ValueError: it is not JSON, or no table; a name occurs twice; a number is not finite; it is nested
        deeply; a text is no Unicode.
    """
    try:
        document = json.loads(
            _text(data), object_pairs_hook=_table, parse_constant=_not_finite, parse_int=_whole
        )
    except RecursionError:
        raise ValueError(f"its lists and tables are more than {_DEEPEST} deep") from None
    if not isinstance(document, dict):
        raise ValueError(f"it is {_kind(document)}, and should be a table of names and values, {{…}}")
    _check(document, 0)
    return document


# What is read of config.json, and of what kind it is.
_PARTS = {"config": dict, "resolved": dict, "started": str, "resumed": list}
_RESOLVED = {"backend": str, "num_devices": int}
_ABOUT = {"device": dict, "versions": dict, "commit": dict | None}
_COMMIT = {"hash": str, "dirty": bool}


def defect_of_run(document: Any) -> str:
    """What config.json lacks; "" where it lacks nothing."""
    if not isinstance(document, dict):
        return "it is no table of names and values"
    about = {name: kind for name, kind in _ABOUT.items() if name in document}
    defect = _defect_of_table("", document, _PARTS | about)
    defect = defect or _defect_of_table("resolved.", document["resolved"], _RESOLVED)
    if not defect and document.get("commit"):
        defect = _defect_of_table("commit.", document["commit"], _COMMIT)
    return defect or _defect_of_time(document["started"])


def _defect_of_time(started: str) -> str:
    try:
        datetime.datetime.fromisoformat(started)
    except ValueError:
        return f"started is {started!r}"
    return ""


def _defect_of_table(where: str, table: Mapping[str, Any], kinds: Mapping[str, Any]) -> str:
    for name, kind in kinds.items():
        if name not in table:
            return f"it lacks {where}{name}"
        if not isinstance(table[name], kind):
            return f"{where}{name} is {table[name]!r}"
    return ""


def read_figures(document: Mapping[str, Any]) -> dict[str, float]:
    """The figures in skills.json or a checkpoint, NaN where JSON has null.

    Raises:
      ValueError: it has none, or other ones than numbers.
    """
    figures = document.get("figures")
    if not isinstance(figures, dict):
        raise ValueError(f"its figures are {figures!r}")
    for name, x in figures.items():
        if isinstance(x, bool) or not isinstance(x, int | float | None):
            raise ValueError(f"its figure {name} is {x!r}")
    return {name: math.nan if x is None else float(x) for name, x in figures.items()}


def check_skills(document: Mapping[str, Any]) -> None:
    """Checks what is read of skills.json.

    Raises:
      ValueError: it lacks something, or something is of another kind.
    """
    defect = _defect_of_table("", document, {"env_steps": int, "figures": dict, "skills": list})
    if not defect and not all(isinstance(row, dict) for row in document["skills"]):
        defect = "skills has rows that are no tables"
    if defect:
        raise ValueError(defect)
    read_figures(document)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"it is no text in UTF-8 (byte {error.start})") from error


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice!r} stands there twice")
    return table


def _not_finite(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number of JSON's")


def _whole(digits: str) -> int:
    if len(digits) > 20:
        raise ValueError(f"{digits[:8]}… is a number of {len(digits)} digits")
    return int(digits)


def _check(value: Any, depth: int) -> None:
    """Raises `ValueError` for what could be read, and not be written again."""
    if depth > _DEEPEST:
        raise ValueError(f"its lists and tables are more than {_DEEPEST} deep")
    if isinstance(value, Mapping):
        for name, x in value.items():
            _check(name, depth)
            _check(x, depth + 1)
    elif isinstance(value, list):
        for x in value:
            _check(x, depth + 1)
    elif isinstance(value, float) and value in (float("inf"), float("-inf")):
        raise ValueError("a number is too large")
    elif isinstance(value, str) and not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
        raise ValueError(f"{value[:20]!r} is no Unicode text")


def _kind(value: Any) -> str:
    kinds = {list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}
    return kinds.get(type(value), "nothing")
