"""Writes and reads checkpoints: the whole `TrainState`, and the counters and figures of the host.

One checkpoint is one directory, `<directory>/<env_steps>/`:

- `state/`: all arrays except the replay (see `arrays`): `arrays.safetensors`, and Orbax's files if there are
  large arrays;
- `replay/`: the replay in the same files, unless it is left out;
- `progress.csv`: the log up to this step;
- `metadata.json`: its own checksum, format, the run's config.json, counters, the shape and type of each
  array, and the size and CRC-32 of each file.

A checkpoint is written under another name, flushed to the disk, and renamed at the end. So a directory whose
name is a number is complete, unless it was damaged later. The checksums are compared before anything in it is
used.
"""

import errno
import math
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import jax

from diayn_jax.machine import capacity, free_space
from diayn_jax.machine.processes import SINGLE, Processes
from diayn_jax.storage import arrays, files
from diayn_jax.storage.metadata import (
    FORMAT,
    REPLAY,
    STATE,
    CheckpointError,
    UnreadableCheckpointError,
    UnwrittenCheckpointError,
    check_files,
    fingerprint,
    of_replay,
    read_metadata,
)
from diayn_jax.types import PyTree

_ENV = "env"  # the field of the state that evaluation does not need
_WRITING = ".writing"
_DELETING = ".deleting"
_FEW_INODES = 100  # with fewer free inodes than this, a message names inodes as the cause

State = TypeVar("State")


class Restored(NamedTuple):
    """A checkpoint that was read: its state, its metadata and its path."""

    state: Any
    metadata: dict[str, Any]
    path: Path


steps = files.checkpoint_steps


def size_in_bytes(state: PyTree) -> int:
    """Returns the bytes of all arrays.

    A checkpoint takes about this or less: Orbax compresses large arrays, and names take a few kilobytes.
    """
    return sum(math.prod(x.shape) * x.dtype.itemsize for x in arrays.arrays_of(state).values())


def save(
    directory: Path,
    state: PyTree,
    metadata: Mapping[str, Any],
    *,
    texts: Mapping[str, str] | None = None,
    replay: bool = True,
    processes: Processes = SINGLE,
) -> Path:
    """Writes one checkpoint, completely or not at all; it is on the disk when this returns.

    Args:
      state: a `TrainState`; every leaf is an array or a typed key.
      metadata: JSON types; `env_steps` names the checkpoint.
      texts: further files of the checkpoint, by name.
      replay: False leaves replay out.
      processes: the processes that share the state. Each of them calls this and writes its own arrays into a
        directory that all of them see. The main process does the rest.

    Raises:
      UnwrittenCheckpointError: there is no room or no permission; earlier checkpoints are unchanged.
      CheckpointError: the checkpoint exists.
    """
    path = directory / str(metadata["env_steps"])
    if processes.is_main and path.exists():
        raise CheckpointError(f"{path} exists already; nothing was overwritten.")
    stored = arrays.arrays_of(state)
    items = {STATE: {name: x for name, x in stored.items() if not of_replay(name)}}
    if ring := {name: x for name, x in stored.items() if replay and of_replay(name)}:
        items[REPLAY] = ring
    writing = directory / f"{path.name}{_WRITING}"
    try:
        if processes.is_main:
            directory.mkdir(parents=True, exist_ok=True)
            remove_unfinished(directory)
            if files.free_inodes(directory) < _FEW_INODES:
                # Orbax would retry for a long time.
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        processes.barrier(f"arrays of {path.name}")
        arrays.write(writing, items, processes.is_main)
        if not processes.is_main:
            return path
        for name, text in (texts or {}).items():
            files.write_atomic(writing / name, text)
        written = sorted(writing.rglob("*"))
        for each in written:
            _sync(each)
        document = {
            "format": FORMAT,
            **metadata,
            "replay": replay,
            "arrays": {name: arrays.described(x) for item in items.values() for name, x in item.items()},
            "files": {
                file.relative_to(writing).as_posix(): fingerprint(file) for file in written if file.is_file()
            },
        }
        files.write_checked_json(writing / files.METADATA, document)
        _sync(writing)
        writing.rename(path)
        _sync(directory)
        _sync(directory.parent)
    except (OSError, ValueError, RuntimeError) as error:
        remove_unfinished(directory)
        raise UnwrittenCheckpointError(_why_not_saved(path, error, size_in_bytes(state))) from error
    return path


def restore(path: Path, like: State, *, env: bool = True) -> State:
    """Reads the arrays of `like` from one checkpoint.

    Args:
      like: a state of `jax.ShapeDtypeStruct`s, each with the sharding wanted. If its replay is `()`, no
        replay is read. If the checkpoint has no replay, the replay that is returned is empty.
      env: False is for readers that only use skills. Environment states whose type or shape differs from
        `like`, for example after a change of an environment's code, are then zeros, and fields that `like`
        lacks are ignored.

    Raises:
      UnreadableCheckpointError: it is damaged.
      CheckpointError: it has another format, holds other arrays than `like`, or cannot be read.
    """
    metadata = read_metadata(path)
    wanted = arrays.arrays_of(like)
    replay = metadata["replay"] and any(map(of_replay, wanted))
    wanted = {name: x for name, x in wanted.items() if replay or not of_replay(name)}
    stored = {name: x for name, x in metadata["arrays"].items() if replay or not of_replay(name)}
    other: set[str] = set() if env else _other_envs(wanted, stored) | _of_other_fields(wanted, stored)
    if other:
        # Orbax reads everything that it wrote. So all arrays are read, and these are dropped afterwards.
        anywhere = next(iter(wanted.values())).sharding
        wanted = {name: x for name, x in wanted.items() if name not in other} | {
            name: jax.ShapeDtypeStruct(tuple(shape), dtype, sharding=anywhere)
            for name, (dtype, shape) in stored.items()
            if name in other
        }
    _check_same_arrays(path, wanted, stored)
    items = {STATE: {name: x for name, x in wanted.items() if not of_replay(name)}}
    if replay:
        items[REPLAY] = {name: x for name, x in wanted.items() if of_replay(name)}
    if not env:
        _check_room(path, [x for item in items.values() for x in item.values()])
    # Check the files first: Orbax does not notice a changed number, and prints much about other damage.
    check_files(path, metadata, items)
    try:
        found = arrays.read(path, items, metadata["files"])
    except Exception as error:  # Orbax also raises plain `Exception`s.
        if path.is_dir():
            # Its files are intact, so the cause is another one, such as too little memory.
            raise CheckpointError(
                f"{path} is intact, but cannot be read: {_short(error)}. Nothing was overwritten. Try again; "
                "or move it away, to resume from the one before."
            ) from error
        raise UnreadableCheckpointError(f"{path} is gone: {_short(error)}.") from error
    return arrays.with_arrays(like, {name: x for name, x in found.items() if name not in other})


def restore_latest(
    directory: Path,
    like: State,
    check: Callable[[Path, dict[str, Any]], None],
    report: Callable[[str], None],
    is_main: bool = True,
) -> Restored | None:
    """Reads the latest checkpoint that is not damaged; returns None if there are no checkpoints.

    Damaged checkpoints are renamed once an older one has been read.

    Args:
      like: as in `restore`.
      check: raises `CheckpointError` for a checkpoint of another run, and `UnreadableCheckpointError` for one
        with incomplete metadata.
      report: receives a line on each damaged checkpoint.
      is_main: whether this process renames damaged checkpoints; only one of several processes may.

    Raises:
      CheckpointError: all are damaged, or one has another format or belongs to another run.
    """
    damaged = []
    for step in reversed(steps(directory)):
        path = directory / str(step)
        try:
            metadata = read_metadata(path)
            check(path, metadata)
            state = restore(path, like)
        except UnreadableCheckpointError as error:
            report(f"{error} Trying the checkpoint before it.")
            damaged.append(path)
            continue
        for bad in damaged if is_main else []:
            report(f"Kept the damaged checkpoint as {files.set_aside(bad)}.")
        return Restored(state, metadata, path)
    if damaged:
        raise CheckpointError(
            f"None of the checkpoints in {directory} can be read, and nothing was overwritten. "
            "Start a new run under another --name."
        )
    return None


def best(directory: Path, excluded: Collection[int] = ()) -> int | None:
    """Returns the step of the checkpoint that ranks highest (`metrics.ranking`); None if none has a rank."""
    scores = {}
    for step in sorted(set(steps(directory)) - set(excluded)):
        path = directory / str(step)
        try:
            score = read_metadata(path).get("ranking")
        except CheckpointError:
            if not path.is_dir():
                # The run that is training has just deleted it, so there is a newer one.
                return best(directory, excluded)
            continue
        if score is not None:
            scores[step] = score
    return max(scores, key=lambda step: (scores[step], step)) if scores else None


def retain(directory: Path, keep: int) -> None:
    """Deletes all checkpoints except the last `keep` and the best.

    Raises:
      RunFileError: one cannot be deleted.
    """
    found = steps(directory)
    for step in set(found[:-keep]) - {best(directory)}:
        remove(directory / str(step))


def remove(path: Path) -> None:
    """Deletes a checkpoint.

    Raises:
      RunFileError: it cannot be deleted.
    """
    # Rename it first: a half-deleted checkpoint must not look complete.
    with files.explained(path):
        doomed = path.rename(path.with_name(path.name + _DELETING))
    files.remove(doomed)


def unfinished(directory: Path) -> list[Path]:
    """Returns the paths that a killed process has left half written or half deleted."""
    if not directory.is_dir():
        return []
    endings = (_DELETING, _WRITING)
    return [path for path in directory.iterdir() if path.name.endswith(endings) or arrays.is_unfinished(path)]


def remove_unfinished(directory: Path) -> None:
    """Removes the paths that `unfinished` lists."""
    for path in unfinished(directory):
        files.remove(path)


def make_way(directory: Path, report: Callable[[str], None]) -> None:
    """Prepares the directory of checkpoints of a resumed run, so that new checkpoints can be written.

    Removes unfinished checkpoints. Renames a file or a broken link that has the name of a checkpoint or of
    the directory; `report` receives a line on each.

    Raises:
      RunFileError: a path cannot be removed or renamed.
    """
    remove_unfinished(directory)
    inside = sorted(directory.iterdir()) if directory.is_dir() else []
    for path in (directory, *(path for path in inside if files.is_step(path.name))):
        if os.path.lexists(path) and not path.is_dir():
            what = "a link to nothing" if path.is_symlink() else "a file"
            report(f"{path} is {what}, but should be a directory: kept as {files.set_aside(path)}.")


def _why_not_saved(path: Path, error: BaseException, size: int) -> str:
    if not files.no_room(error):
        return f"{path} cannot be written: {_short(error)}. Earlier checkpoints are unchanged."
    less = "or leave replay out (--checkpoint_replay=false), "
    there = next(folder for folder in path.absolute().parents if folder.is_dir())
    free = shutil.disk_usage(there).free
    if "quota" in str(error).lower():
        why = f"it needs up to {size / 1e6:.1f} MB, and the disk quota is used up"
    elif files.free_inodes(there) < _FEW_INODES:
        why = f"{free / 1e6:.1f} MB are free there, but too few inodes for its files"
        less = ""
    else:
        why = f"it needs up to {size / 1e6:.1f} MB, and {free / 1e6:.1f} MB are free there"
    if files.lacks_policy(path.parent.parent):
        return f"No room for the checkpoint {path}: {why}. Make room, and start again."
    return (
        f"No room for the checkpoint {path}: {why}. Earlier checkpoints are unchanged. Make room, "
        f"{less}and continue with --resume."
    )


def _sync(path: Path) -> None:
    """Flushes a file, or a directory's list of names, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems cannot flush a directory.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def _other_envs(wanted: Mapping[str, Any], stored: Mapping[str, Any]) -> set[str]:
    """Returns the names of environment arrays that only one side has, or that differ in type or shape."""
    here = {name: arrays.described(x) for name, x in wanted.items()}
    names = {name for name in {*here, *stored} if name.startswith(f"{_ENV}.")}
    return {name for name in names if here.get(name) != stored.get(name)}


def _of_other_fields(wanted: Mapping[str, Any], stored: Mapping[str, Any]) -> set[str]:
    """Returns the names of stored arrays in fields of the state that are not wanted."""
    fields = {name.partition(".")[0] for name in wanted}
    return {name for name in stored if name.partition(".")[0] not in fields}


def _check_same_arrays(path: Path, wanted: Mapping[str, Any], stored: Mapping[str, Any]) -> None:
    def shapes(name: str) -> tuple[str, str]:
        return (
            "{}{}".format(*stored[name]) if name in stored else "nothing",
            "{}{}".format(*arrays.described(wanted[name])) if name in wanted else "nothing",
        )

    other = [
        f"{name}: {there}, but the config makes {here}"
        for name in sorted({*wanted, *stored})
        for there, here in [shapes(name)]
        if there != here
    ]
    if other:
        more = f" … and {len(other) - 3} more" if len(other) > 3 else ""
        raise CheckpointError(
            f"{path} belongs to another config or another version of the code. It holds "
            f"{'; '.join(other[:3])}{more}."
        )


def _check_room(path: Path, structs: Iterable[Any]) -> None:
    """Raises `CheckpointError` if the arrays of a checkpoint, perhaps a stranger's, do not fit into memory.

    A resume compares the memory that its config needs before it reads a checkpoint (`run.memory_plan`).
    """
    needed, free = sum(math.prod(x.shape) * x.dtype.itemsize for x in structs), free_space.free_memory()
    if free is not None and needed > free:
        raise CheckpointError(
            f"{path} holds {capacity.gigabytes(needed)}, and {capacity.gigabytes(free)} of memory are free. "
            "Free memory, or read it on a larger machine."
        )


def _short(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0][:300] if lines else ''}"
