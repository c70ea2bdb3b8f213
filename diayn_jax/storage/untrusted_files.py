"""Safely reads files that may come from others: text of bounded size, unambiguous JSON, and arrays."""

import collections
import datetime
import errno
import io
import json
import math
import os
import tokenize
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from diayn_jax.machine import free_space

# Bytes. The largest JSON file of this package, a checkpoint's metadata, has about 100 kB.
MOST_JSON = 16_000_000
MOST_TEXT = 200_000_000  # bytes, for a page, and for a log on a small machine
MOST_CELLS = 5_000_000  # of a log on a small machine
_BYTES_OF_CELL = 300  # that Python takes at most while a resume reads a log and the checkpoint's copy of it
_DEEPEST = 50  # levels of nested lists and tables


def is_special(path: Path) -> bool:
    """Whether a path is a device, a pipe or a socket; reading it may never end."""
    return path.exists() and not path.is_file() and not path.is_dir()


def read_bytes(path: Path, most: int) -> bytes:
    """Reads a whole file.

    Raises:
      OSError: the file is missing, is a folder, or cannot be read.
      ValueError: the path is a device or a pipe, or the file is larger than `most` bytes.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if is_special(path):
        raise ValueError("it is a device or a pipe, not a file")
    with path.open("rb") as file:
        # The limit also holds for a file that grows meanwhile.
        data = file.read(most + 1)
    if len(data) > most:
        raise ValueError(f"it has more than {most / 1e6:.0f} MB")
    return data


def read_text(path: Path, most: int = MOST_TEXT) -> str:
    """Reads a whole text file; raises the errors of `read_bytes`, and `ValueError` if it is not UTF-8."""
    return _text(read_bytes(path, most))


def read_table(path: Path) -> str:
    """Reads the text of a CSV file.

    The free memory is the bound, because a run that kept its log in memory must be able to read it again.

    Raises:
      OSError, ValueError: as for `read_text`; or it has more cells than `MOST_CELLS` and than the free
        memory has room for.
    """
    free = free_space.free_memory() or 0
    text = read_text(path, max(MOST_TEXT, free // 10))
    most = max(MOST_CELLS, free // _BYTES_OF_CELL)
    if text.count(",") + text.count("\n") > most:
        raise ValueError(f"it has more than {most} cells, which is what the free memory has room for")
    return text


def read_npz(path: Path, most: int) -> dict[str, np.ndarray]:
    """Reads the arrays of an `.npz` file by name, and verifies the checksums of the zip.

    Raises:
      OSError: as for `read_bytes`.
      ValueError: as for `read_bytes`; or the file is not an `.npz`, is damaged, unpacks to more than `most`
        bytes, or contains anything other than arrays of numbers and text.
    """
    data = read_bytes(path, most)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(file.file_size for file in archive.infolist()) > most:
                raise ValueError(f"it unpacks to more than {most / 1e6:.0f} MB")
            # NumPy writes only these two kinds. Other decompressors would raise errors that we do not expect.
            if any(
                f.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for f in archive.infolist()
            ):
                raise ValueError("it uses a compression that NumPy does not write")
            # Check whole members: NumPy stops at the length in an array's header, before the zip's checksum.
            if damaged := archive.testzip():
                raise ValueError(f"{damaged} is damaged")
            for file in archive.infolist():
                _check_array(archive, file)
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            found = {name: arrays[name] for name in arrays.files}
    # RuntimeError: with a flipped bit, the zip may ask for a password or have an unknown version.
    # TokenError: the header of an array ends in the middle.
    except (
        EOFError,
        KeyError,
        MemoryError,
        RuntimeError,
        tokenize.TokenError,
        zipfile.BadZipFile,
        zlib.error,
    ) as error:
        raise ValueError(str(error) or type(error).__name__) from error
    for name, x in found.items():
        if not isinstance(x, np.ndarray):
            raise ValueError(f"{name} is not an array")
    return found


def _check_array(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Raises `ValueError` if an array claims more elements than its file has bytes.

    NumPy would allocate what the header claims before it reads the elements.
    """
    with archive.open(member) as file:
        if not member.filename.endswith(".npy"):
            return
        version = np.lib.format.read_magic(file)
        read = {
            (1, 0): np.lib.format.read_array_header_1_0,
            (2, 0): np.lib.format.read_array_header_2_0,
        }.get(version)
        if read is None:
            raise ValueError(f"{member.filename} has version {version} of NumPy's format")
        shape, _, dtype = read(file)
    if math.prod(shape) * max(dtype.itemsize, 1) > member.file_size:
        raise ValueError(f"{member.filename} claims more elements than it has")


def read_json(path: Path) -> dict[str, Any]:
    """Reads the table in a JSON file; raises the errors of `read_bytes` and `parse_json`."""
    return parse_json(read_bytes(path, MOST_JSON))


def parse_json(data: bytes) -> dict[str, Any]:
    """Parses JSON in UTF-8 that holds a table (a JSON object).

    Raises:
      ValueError: the data is not JSON or not a table, a name occurs twice, a number is not finite, it is
        nested too deeply, or a text is not valid Unicode.
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


# The entries of config.json that are read, and their types.
_PARTS = {"config": dict, "resolved": dict, "started": str, "resumed": list}
_RESOLVED = {"backend": str, "num_devices": int}
_ABOUT = {"device": dict, "versions": dict, "commit": dict | None, "sweep_command": list}
_COMMIT = {"hash": str, "dirty": bool}


def defect_of_run(document: Any) -> str:
    """Returns what is wrong with the content of config.json; "" if it is valid."""
    if not isinstance(document, dict):
        return "it is not a table of names and values"
    about = {name: kind for name, kind in _ABOUT.items() if name in document}
    defect = _defect_of_table("", document, _PARTS | about)
    defect = defect or _defect_of_table("resolved.", document["resolved"], _RESOLVED)
    if not defect and document.get("commit"):
        defect = _defect_of_table("commit.", document["commit"], _COMMIT)
    if not defect:
        try:
            datetime.datetime.fromisoformat(document["started"])
        except ValueError:
            return f"started is {document['started']!r}"
    return defect


def _defect_of_table(where: str, table: Mapping[str, Any], kinds: Mapping[str, Any]) -> str:
    for name, kind in kinds.items():
        if name not in table:
            return f"it lacks {where}{name}"
        if not isinstance(table[name], kind):
            return f"{where}{name} is {table[name]!r}"
    return ""


def read_figures(document: Mapping[str, Any]) -> dict[str, float]:
    """Returns the figures in skills.json or a checkpoint; null becomes NaN.

    Raises:
      ValueError: the document has no figures, or a figure is not a number.
    """
    figures = document.get("figures")
    if not isinstance(figures, dict):
        raise ValueError(f"its figures are {figures!r}")
    for name, x in figures.items():
        if isinstance(x, bool) or not isinstance(x, int | float | None):
            raise ValueError(f"its figure {name} is {x!r}")
    return {name: math.nan if x is None else float(x) for name, x in figures.items()}


def check_skills(document: Mapping[str, Any]) -> None:
    """Checks the entries of skills.json that are read.

    Raises:
      ValueError: an entry is missing or has the wrong type.
    """
    defect = _defect_of_table("", document, {"env_steps": int, "figures": dict, "skills": list})
    if not defect and not all(isinstance(row, dict) for row in document["skills"]):
        defect = "skills has rows that are not tables"
    if defect:
        raise ValueError(defect)
    read_figures(document)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"it is not UTF-8 text (byte {error.start})") from error


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        counts = collections.Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        raise ValueError(f"{twice!r} occurs twice")
    return table


def _not_finite(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a JSON number")


def _whole(digits: str) -> int:
    if len(digits) > 20:
        raise ValueError(f"{digits[:8]}… is a number of {len(digits)} digits")
    return int(digits)


def _check(value: Any, depth: int) -> None:
    """Raises `ValueError` for values that Python can read but not write again."""
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
        raise ValueError(f"{value[:20]!r} is not valid Unicode")


def _kind(value: Any) -> str:
    kinds = {list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}
    return kinds.get(type(value), "nothing")
