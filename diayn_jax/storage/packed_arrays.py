"""Writes many small arrays into one file, and reads them back: the only module that imports safetensors."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
from safetensors.numpy import save

# Types that the library writes from NumPy and reads into it. It reads bfloat16 only into other frameworks.
_TYPES = {f"{kind}{bits}" for kind in ("int", "uint", "float") for bits in (16, 32, 64)}
_TYPES |= {"bool", "int8", "uint8"}


def has_type_of(x: Any) -> bool:
    """Whether such a file takes arrays with the type of `x`."""
    return str(x.dtype) in _TYPES


def write(path: Path, arrays: Mapping[str, Any]) -> None:
    """Writes a file; raises OSError if that fails."""
    # The one part of an array that is whole on each device keeps no copy on the host.
    whole = {name: x.addressable_data(0) if x.is_fully_replicated else x for name, x in arrays.items()}
    path.write_bytes(save({name: np.asarray(x, order="C") for name, x in whole.items()}))


def read(path: Path, structs: Mapping[str, Any]) -> dict[str, np.ndarray]:
    """Returns those of the arrays, described by type and shape, that the file has.

    Raises:
      OSError: the file is missing or cannot be read.
      ValueError: it is not such a file, or an array in it has another type or shape.
    """
    try:
        with safetensors.safe_open(path, framework="numpy") as file:
            held = set(file.keys()) & structs.keys()
            return {name: _checked(name, file.get_tensor(name), structs[name]) for name in held}
    except safetensors.SafetensorError as error:
        raise ValueError(f"it is no file of safetensors ({error})") from error


def _checked(name: str, x: np.ndarray, struct: Any) -> np.ndarray:
    if (x.dtype, x.shape) != (struct.dtype, tuple(struct.shape)):
        raise ValueError(f"{name} has another type or shape")
    return x
