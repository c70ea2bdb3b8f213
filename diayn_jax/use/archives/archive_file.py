"""Reads and writes archives as `.npz` files. NumPy alone is enough to read them."""

import io
import json
import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from diayn_jax.evaluation.metrics import Archive
from diayn_jax.storage import files, untrusted_files
from diayn_jax.use.archives.archive import Repertoire

_GENOTYPE = "genotype/"  # the prefix of the names of a genotype's arrays
_FORMAT = 1  # the version of the file's format
_MOST = 2_000_000_000  # the most bytes of a file that is read, both compressed and uncompressed
_NUMBERS = {"descriptors": 2, "fitness": 1, "cell": 1, "centroids": 2, "low": 1, "high": 1, "offset": 0}
_ARRAYS = ("descriptors", "fitness", "cell", "skill", "centroids")  # stored as they are


def save(repertoire: Repertoire, path: str | os.PathLike[str]) -> Path:
    """Writes a repertoire as one `.npz` file, atomically.

    Its arrays are `genotype/…`, `descriptors`, `fitness`, `cell`, `skill`, `centroids`, `low`, `high`,
    `offset`, `names`, `about` (JSON) and `format`.

    Raises:
      RunFileError: the file cannot be written.
    """
    path = Path(path)
    arrays = {f"{_GENOTYPE}{name}": x for name, x in repertoire.genotypes.items()}
    fields = {name: getattr(repertoire, name) for name in _ARRAYS} | {
        "low": np.asarray(repertoire.archive.low),
        "high": np.asarray(repertoire.archive.high),
        "offset": np.asarray(repertoire.archive.offset),
        "names": np.asarray(repertoire.names),
        "about": np.asarray(json.dumps(dict(repertoire.about))),
        "format": np.asarray(_FORMAT),
    }
    whole = io.BytesIO()
    np.savez_compressed(whole, allow_pickle=False, **arrays, **fields)
    files.write_atomic(path, whole.getvalue())
    return path


def load(path: str | os.PathLike[str]) -> Repertoire:
    """Reads a repertoire that `save` has written.

    Raises:
      RunFileError: there is no such file, or it is not an archive, or it is damaged.
    """
    path = Path(path)
    try:
        return _checked(untrusted_files.read_npz(path, _MOST))
    except OSError as error:
        raise files.RunFileError(f"{path} cannot be read: {error.strerror or error}.") from error
    except KeyError as error:
        raise files.RunFileError(f"{path} is not an archive of this version: it lacks {error}.") from error
    except ValueError as error:
        raise files.RunFileError(f"{path} is not an archive of this version: {error}.") from error


def _checked(found: Mapping[str, np.ndarray]) -> Repertoire:
    """Makes a repertoire of arrays. Raises `KeyError` or `ValueError` if one is missing or does not fit."""
    if found["format"].tolist() != _FORMAT:
        raise ValueError(f"its format is {found['format'].tolist()}, and this version reads {_FORMAT}")
    for name, ndim in _NUMBERS.items():
        if found[name].ndim != ndim or not _is_finite(found[name]):
            raise ValueError(f"{name} is not finite, or has {found[name].ndim} dimensions instead of {ndim}")
    if found["names"].ndim != 1 or found["names"].dtype.kind != "U":
        raise ValueError("names are not a list of text")
    names = tuple(str(name) for name in found["names"])
    size, (cells, dims) = len(found["fitness"]), found["centroids"].shape
    genotypes = {name.removeprefix(_GENOTYPE): x for name, x in found.items() if name.startswith(_GENOTYPE)}
    if not all(map(_is_finite, genotypes.values())):
        raise ValueError("a genotype has NaN or inf, or is not numeric")
    rows = (*genotypes.values(), found["skill"], found["cell"])
    if not genotypes or any(x.shape[:1] != (size,) for x in rows):
        raise ValueError(f"some arrays do not have {size} solutions")
    if found["descriptors"].shape != (size, dims) or not dims == len(names) == len(found["low"]) == len(
        found["high"]
    ):
        raise ValueError("descriptors, bounds and centroids have different sizes")
    if found["cell"].dtype.kind not in "iu" or not ((found["cell"] >= 0) & (found["cell"] < cells)).all():
        raise ValueError("a cell is out of range")
    if not (found["low"] < found["high"]).all():
        raise ValueError("a low bound is not below its high bound")
    about = untrusted_files.parse_json(str(found["about"]).encode())
    seen = about.get("observation", ["obs"])
    if not isinstance(seen, list) or not all(isinstance(name, str) for name in seen):
        raise ValueError(f"observation is {seen}, but it must be a list of names")
    low, high = (tuple(map(float, found[name])) for name in ("low", "high"))
    return Repertoire(
        genotypes=genotypes,
        **{name: found[name] for name in _ARRAYS},
        archive=Archive(low, high, offset=float(found["offset"]), centroids=cells),
        names=names,
        about=about,
    )


def _is_finite(x: np.ndarray) -> bool:
    return x.dtype.kind in "fiu" and bool(np.isfinite(x).all())
