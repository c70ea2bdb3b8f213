"""Archives as files: one `.npz`, which NumPy reads without anything else."""

import io
import json
import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from diayn_jax.evaluation.metrics import Archive
from diayn_jax.storage import files, untrusted_files
from diayn_jax.use.archives.archive import Repertoire

_GENOTYPE = "genotype/"  # in front of the names of a genotype's arrays
_FORMAT = 1  # of the file
_MOST = 2_000_000_000  # bytes of a file that is read, packed and unpacked
_NUMBERS = {"descriptors": 2, "fitness": 1, "cell": 1, "centroids": 2, "low": 1, "high": 1, "offset": 0}


def save(repertoire: Repertoire, path: str | os.PathLike[str]) -> Path:
    """Writes a repertoire as one `.npz`, which NumPy alone reads: all of it, or nothing.

    `genotype/…`, `descriptors`, `fitness`, `cell`, `skill`, `centroids`, `low`, `high`, `offset`, `names`,
    `about` (JSON) and `format`.

    Raises:
      RunFileError: it cannot be written.
    """
    path = Path(path)
    arrays = {f"{_GENOTYPE}{name}": x for name, x in repertoire.genotypes.items()}
    fields = {
        "descriptors": repertoire.descriptors,
        "fitness": repertoire.fitness,
        "cell": repertoire.cell,
        "skill": repertoire.skill,
        "centroids": repertoire.centroids,
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
    """Reads what `save` has written.

    Raises:
      RunFileError: there is no such file, or it is damaged or something else.
    """
    path = Path(path)
    try:
        return _checked(untrusted_files.read_npz(path, _MOST))
    except OSError as error:
        raise files.RunFileError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (KeyError, ValueError) as error:
        raise files.RunFileError(f"{path} is no archive that this version has written: {error}.") from error


def _checked(found: Mapping[str, np.ndarray]) -> Repertoire:
    """Raises `KeyError` or `ValueError` where something is missing or does not fit."""
    if found["format"].tolist() != _FORMAT:
        raise ValueError(f"its format is {found['format'].tolist()}, and this version reads {_FORMAT}")
    for name, ndim in _NUMBERS.items():
        if found[name].ndim != ndim or not _is_finite(found[name]):
            raise ValueError(f"{name} is not finite, or has {found[name].ndim} dimensions instead of {ndim}")
    if found["names"].ndim != 1 or found["names"].dtype.kind != "U":
        raise ValueError("names are no words")
    names = tuple(str(name) for name in found["names"])
    size, (cells, dims) = len(found["fitness"]), found["centroids"].shape
    genotypes = {name.removeprefix(_GENOTYPE): x for name, x in found.items() if name.startswith(_GENOTYPE)}
    if not all(map(_is_finite, genotypes.values())):
        raise ValueError("a genotype has NaN or inf, or no numbers")
    rows = (*genotypes.values(), found["skill"], found["cell"])
    if not genotypes or any(x.shape[:1] != (size,) for x in rows):
        raise ValueError(f"its arrays are not of {size} solutions")
    if found["descriptors"].shape != (size, dims) or not dims == len(names) == len(found["low"]) == len(
        found["high"]
    ):
        raise ValueError("descriptors, bounds and centroids are of different sizes")
    if found["cell"].dtype.kind not in "iu" or not ((found["cell"] >= 0) & (found["cell"] < cells)).all():
        raise ValueError("a cell that there is not")
    if not (found["low"] < found["high"]).all():
        raise ValueError("a bound that is not below the other")
    about = untrusted_files.parse_json(str(found["about"]).encode())
    seen = about.get("observation", ["obs"])
    if not isinstance(seen, list) or not all(isinstance(name, str) for name in seen):
        raise ValueError(f"observation is {seen}, and should be names")
    low, high = (tuple(map(float, found[name])) for name in ("low", "high"))
    return Repertoire(
        genotypes=genotypes,
        descriptors=found["descriptors"],
        fitness=found["fitness"],
        cell=found["cell"],
        skill=found["skill"],
        centroids=found["centroids"],
        archive=Archive(low, high, offset=float(found["offset"]), centroids=cells),
        names=names,
        about=about,
    )


def _is_finite(x: np.ndarray) -> bool:
    return x.dtype.kind in "fiu" and bool(np.isfinite(x).all())
