"""Writes many small arrays into one file, and reads them back.

The format is that of safetensors: the length of the header in eight bytes; the header, which is JSON with the
type, the shape and the place of each array; and the bytes of the arrays.
"""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from diayn_jax.storage import untrusted_files

_TYPES = {
    "bool": "BOOL",
    "int8": "I8",
    "int16": "I16",
    "int32": "I32",
    "int64": "I64",
    "uint8": "U8",
    "uint16": "U16",
    "uint32": "U32",
    "uint64": "U64",
    "bfloat16": "BF16",
    "float16": "F16",
    "float32": "F32",
    "float64": "F64",
}
_LENGTH = 8  # bytes that hold the length of the header
_ALIGNMENT = 8  # the arrays begin at a multiple of so many bytes


def has_type_of(x: Any) -> bool:
    """Whether the format has the type of an array."""
    return str(x.dtype) in _TYPES


def write(path: Path, arrays: Mapping[str, Any]) -> None:
    """Writes a file. It copies one array after another to the host."""
    entries: dict[str, Any] = {}
    end = 0
    for name, x in arrays.items():
        entries[name] = _entry(x, end)
        end = entries[name]["data_offsets"][1]
    header = json.dumps(entries).encode()
    header += b" " * (-len(header) % _ALIGNMENT)
    with path.open("wb") as file:
        file.write(len(header).to_bytes(_LENGTH, "little"))
        file.write(header)
        for x in arrays.values():
            # The one part of an array that is whole on each device keeps no copy on the host.
            whole = x.addressable_data(0) if x.is_fully_replicated else x
            file.write(_bytes_of(np.ascontiguousarray(whole)))


def read(path: Path, structs: Mapping[str, Any]) -> dict[str, np.ndarray]:
    """Returns those of the arrays, described by type and shape, that the file has.

    Raises:
      OSError: the file is missing or cannot be read.
      ValueError: it is not such a file, or an array in it has another type or shape.
    """
    with path.open("rb") as file:
        entries, start = _header(file)
        return {
            name: _array(file, start, name, entries[name], struct)
            for name, struct in structs.items()
            if name in entries
        }


def _header(file: BinaryIO) -> tuple[dict[str, Any], int]:
    """Returns the header of a file, and the place where its arrays begin."""
    length = int.from_bytes(file.read(_LENGTH), "little")
    if length > untrusted_files.MOST_JSON:
        raise ValueError("its header is too long")
    return untrusted_files.parse_json(file.read(length)), _LENGTH + length


def _array(file: BinaryIO, start: int, name: str, entry: Any, struct: Any) -> np.ndarray:
    x = np.empty(struct.shape, struct.dtype)
    match entry:
        case {"data_offsets": [int(begin), _]} if begin >= 0 and entry == _entry(x, begin):
            file.seek(start + begin)
        case _:
            raise ValueError(f"{name} has another type or shape")
    if file.readinto(_bytes_of(x)) != x.nbytes:  # type: ignore[attr-defined]
        raise ValueError(f"the file ends within {name}")
    return x


def _entry(x: Any, begin: int) -> dict[str, Any]:
    """Describes an array whose bytes begin at a place, as the header does."""
    end = begin + math.prod(x.shape) * x.dtype.itemsize
    return {"dtype": _TYPES[str(x.dtype)], "shape": list(x.shape), "data_offsets": [begin, end]}


def _bytes_of(x: np.ndarray) -> memoryview:
    return x.reshape(-1).view(np.uint8).data
