"""Reads and checks `metadata.json`, which describes a checkpoint."""

import os
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from diayn_jax.config import RESUMABLE, Config
from diayn_jax.external import UntrustedCodeError
from diayn_jax.resolve import from_json
from diayn_jax.storage import files, untrusted_files
from diayn_jax.storage.files import RunFileError

FORMAT = 6
STATE, REPLAY = "state", "replay"  # folders of a checkpoint; the second may be left out


class CheckpointError(RunFileError):
    """A checkpoint does not exist, does not fit, or cannot be written; the message says what to do."""


class UnreadableCheckpointError(CheckpointError):
    """A checkpoint is damaged; an older one may be intact."""


class UnwrittenCheckpointError(CheckpointError):
    """A checkpoint cannot be written; earlier ones are unchanged."""


def read_metadata(path: Path) -> dict[str, Any]:
    """Reads the metadata of one checkpoint.

    Raises:
      UnreadableCheckpointError: it is damaged.
      CheckpointError: there is no checkpoint, or its format has another version.
    """
    if not path.is_dir():
        raise CheckpointError(f"There is no checkpoint at {path}.")
    try:
        metadata = files.read_checked_json(path / files.METADATA)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise UnreadableCheckpointError(f"{path} is damaged: {files.METADATA}: {why}.") from error
    if metadata.get("format") != FORMAT:
        raise CheckpointError(
            f"{path} has format {metadata.get('format')}; this version of diayn_jax reads format {FORMAT}. "
            f"Use the version that wrote it ({metadata.get('diayn_jax', 'unknown')})."
        )
    if defect := _defect(path, metadata):
        raise UnreadableCheckpointError(f"{path} is damaged: {files.METADATA} {defect}.")
    return metadata


def check_same_run(path: Path, metadata: Mapping[str, Any], config: Config) -> None:
    """Checks that a checkpoint belongs to the run of `config`.

    Raises:
      UnreadableCheckpointError: its metadata does not describe a run.
      CheckpointError: it belongs to another run.
    """
    try:
        saved = from_json(metadata["run"]["config"])
        untrusted_files.read_figures(metadata)
    except UntrustedCodeError as error:
        raise CheckpointError(f"{path} belongs to another run: {error}") from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise not_of_a_run(path, error) from error
    fixed = [name for name in vars(config) if name not in RESUMABLE.union(files.SETTLED)]
    other = [name for name in fixed if getattr(saved, name, None) != getattr(config, name)]
    if other:
        raise CheckpointError(
            f"{path} belongs to another run: it differs in {', '.join(other)}. Nothing was overwritten. "
            "Move it away, or start a new run under another --name."
        )


def not_of_a_run(path: Path, error: Exception) -> UnreadableCheckpointError:
    """Returns the error for metadata that is intact but does not describe a run."""
    return UnreadableCheckpointError(
        f"{path} is damaged: its metadata does not describe a run ({type(error).__name__}: {error})."
    )


def check_files(path: Path, metadata: Mapping[str, Any], items: Collection[str]) -> None:
    """Checks the sizes and checksums of the files beside the metadata and in the folders `items`.

    Raises:
      UnreadableCheckpointError: a file is missing, differs from what was written, or is a link that leads out
        of the checkpoint; or a folder holds a link, or a file that was not written.
    """
    inside = path.resolve()
    for name, written in metadata["files"].items():
        file = path / name
        if "/" in name and name.split("/")[0] not in items:
            continue
        if not file.is_file():
            raise UnreadableCheckpointError(f"{path} is damaged: {name} is missing.")
        if not file.resolve().is_relative_to(inside):
            raise UnreadableCheckpointError(f"{path} is damaged: {name} is a link that leads out of it.")
        try:
            found = fingerprint(file)
        except OSError as error:
            raise UnreadableCheckpointError(f"{path} is damaged: {name}: {error.strerror}.") from error
        if found != written:
            raise UnreadableCheckpointError(f"{path} is damaged: {name} is not what was written.")
    for item in items:
        if defect := _not_written(path, item, metadata["files"]):
            raise UnreadableCheckpointError(f"{path} is damaged: {defect}.")


def _not_written(path: Path, item: str, listed: Collection[str]) -> str:
    """Says what a folder of a checkpoint holds that was not written; Orbax would open it, too."""
    for folder, folders, found in os.walk(path / item):
        for each in (Path(folder, name) for name in (*folders, *found)):
            name = each.relative_to(path).as_posix()
            if each.is_symlink():
                return f"{name} is a link"
            if each.name in found and name not in listed:
                return f"{name} does not belong to it"
    return ""


def fingerprint(file: Path) -> list[int]:
    """Returns the size of a file in bytes, and its CRC-32."""
    size = crc = 0
    with file.open("rb") as stream:
        while block := stream.read(1 << 22):
            size, crc = size + len(block), zlib.crc32(block, crc)
    return [size, crc]


def of_replay(name: str) -> bool:
    """Whether the array of this name belongs to replay."""
    return name.startswith(f"{REPLAY}.")


def _defect(path: Path, metadata: Mapping[str, Any]) -> str:
    """Says what is wrong with the metadata of a checkpoint; "" if it is correct."""
    kinds = {"env_steps": int, "replay": bool, "arrays": dict, "files": dict}
    for name, kind in kinds.items():
        if not isinstance(metadata.get(name), kind):
            return f"has no {name}" if name not in metadata else f"has {name} of the wrong type"
    if not isinstance(metadata.get("ranking"), int | float | None):
        return "has a ranking of the wrong type"
    if str(metadata["env_steps"]) != path.name:
        return f"belongs to step {metadata['env_steps']}"
    for name, described in metadata["arrays"].items():
        if not (isinstance(described, list) and [type(x) for x in described] == [str, list]):
            return f"has no type and shape of {name}"
    for name in metadata["files"]:
        # A path that leaves the directory would have another file checked.
        if name.startswith("/") or not {"..", "."}.isdisjoint(PurePosixPath(name).parts):
            return f"names {name!r}, which is outside the checkpoint"
    items = {name.split("/")[0] for name in metadata["files"]}
    missing = {STATE, *([REPLAY] if any(map(of_replay, metadata["arrays"])) else [])} - items
    return f"names no file of {', '.join(sorted(missing))}/" if missing else ""
