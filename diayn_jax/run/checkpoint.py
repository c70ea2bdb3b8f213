"""Checkpoints: the whole `TrainState` through Orbax, and beside it what the host knows.

One checkpoint is one directory, `<directory>/<env_steps>/`:

- `state/`: every array but replay, by name, such as `agent.policy…` (Orbax);
- `replay/`: the ring, unless it is left out (Orbax);
- `metadata.json`: format, config, counters, the shape and type of each array, and the size and
  CRC-32 of each file.

It is written under another name and renamed at the end, so a directory with a number for a
name is whole. PRNG keys are stored as their words; arrays of size 0 are not stored.
"""

import contextlib
import json
import logging
import math
import shutil
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import jax
import jax.numpy as jnp
import numpy as np
import orbax.checkpoint as ocp

from diayn_jax.run.files import RunFileError, no_room, write_json
from diayn_jax.types import PyTree

FORMAT = 1

_REPLAY = "replay"  # the field of the state that may be left out
_ENV = "env"  # the field that is not needed for looking at skills
_STATE = "state"
_METADATA = "metadata.json"
_WRITING = ".writing"
_DELETING = ".deleting"
_UNREADABLE = ".unreadable"

State = TypeVar("State")


class CheckpointError(RunFileError):
    """A checkpoint that cannot be written or read; the message says what to do about it."""


class UnreadableCheckpointError(CheckpointError):
    """A checkpoint that is damaged; an older one may be whole."""


class Restored(NamedTuple):
    """What a checkpoint gave back."""

    state: Any
    metadata: dict[str, Any]
    path: Path


def steps(directory: Path) -> list[int]:
    """Environment steps of the checkpoints there, in order."""
    if not directory.is_dir():
        return []
    return sorted(int(path.name) for path in directory.iterdir() if path.name.isdigit() and path.is_dir())


def size_in_bytes(state: PyTree) -> int:
    """Bytes of all arrays: what a checkpoint takes at most, for Orbax compresses them."""
    return sum(math.prod(x.shape) * x.dtype.itemsize for x in _arrays(state).values())


def save(directory: Path, state: PyTree, metadata: Mapping[str, Any], *, replay: bool = True) -> Path:
    """Writes one checkpoint, whole or not at all.

    Args:
      directory: where the run's checkpoints are.
      state: a `TrainState`; every leaf an array or a typed key.
      metadata: JSON types; `env_steps` names the checkpoint.
      replay: False leaves replay out.

    Raises:
      CheckpointError: no room, or no permission; what was there before is as it was.
    """
    path = directory / str(metadata["env_steps"])
    if path.exists():
        raise CheckpointError(f"{path} is there already; nothing was overwritten.")
    arrays = _arrays(state)
    kept = {name: x for name, x in arrays.items() if not _of_replay(name)}
    ring = {name: x for name, x in arrays.items() if _of_replay(name)} if replay else {}
    items = {_STATE: ocp.args.StandardSave(kept)}
    if ring:
        items[_REPLAY] = ocp.args.StandardSave(ring)
    writing = directory / f"{path.name}{_WRITING}"
    try:
        directory.mkdir(parents=True, exist_ok=True)
        remove_unfinished(directory)
        with _checkpointer() as checkpointer:
            checkpointer.save(writing.absolute(), args=ocp.args.Composite(**items))
        document = {
            "format": FORMAT,
            **metadata,
            "replay": replay,
            "arrays": {name: _described(x) for name, x in {**kept, **ring}.items()},
            "files": {
                file.relative_to(writing).as_posix(): _fingerprint(file)
                for item in items
                for file in sorted((writing / item).rglob("*"))
                if file.is_file()
            },
        }
        write_json(writing / _METADATA, document)
        writing.rename(path)
    except (OSError, ValueError, RuntimeError) as error:
        remove_unfinished(directory)
        raise CheckpointError(_why_not_saved(path, error, size_in_bytes(state))) from error
    return path


def read_metadata(path: Path) -> dict[str, Any]:
    """The metadata of one checkpoint.

    Raises:
      UnreadableCheckpointError: it is damaged.
      CheckpointError: there is none, or another version of the format.
    """
    if not path.is_dir():
        raise CheckpointError(f"There is no checkpoint at {path}.")
    try:
        metadata: dict[str, Any] = json.loads((path / _METADATA).read_text(encoding="utf-8"))
        version = metadata["format"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnreadableCheckpointError(f"{path} cannot be read: {_short(error)}") from error
    if version != FORMAT:
        raise CheckpointError(
            f"{path} has format {version}; this version of diayn_jax reads format {FORMAT}. "
            f"Use the version that wrote it ({metadata.get('diayn_jax', 'unknown')})."
        )
    return metadata


def restore(path: Path, like: State, *, replay: bool = True, env: bool = True) -> State:
    """Reads one checkpoint.

    Args:
      path: the checkpoint.
      like: a state of `jax.ShapeDtypeStruct`s, each with the sharding wanted.
      replay: False reads everything else. Replay then comes back empty, as it does from a
        checkpoint without one.
      env: False is for looking at skills alone: where the environments' states are others than in
        `like`, as after a change of an environment's code, zeros come back for them.

    Raises:
      UnreadableCheckpointError: it is damaged.
      CheckpointError: it is of another format, or holds other arrays than `like`.
    """
    metadata = read_metadata(path)
    replay = replay and metadata["replay"]
    wanted = {name: x for name, x in _arrays(like).items() if replay or not _of_replay(name)}
    stored = {name: x for name, x in metadata["arrays"].items() if replay or not _of_replay(name)}
    other: set[str] = set() if env else _other_envs(wanted, stored)
    if other:
        # Orbax reads all that it wrote; these are dropped again.
        anywhere = next(iter(wanted.values())).sharding
        wanted = {name: x for name, x in wanted.items() if name not in other} | {
            name: jax.ShapeDtypeStruct(tuple(shape), dtype, sharding=anywhere)
            for name, (dtype, shape) in stored.items()
            if name in other
        }
    _check_same_arrays(path, wanted, stored)
    items = {_STATE: ocp.args.StandardRestore({k: x for k, x in wanted.items() if not _of_replay(k)})}
    if replay:
        items[_REPLAY] = ocp.args.StandardRestore({k: x for k, x in wanted.items() if _of_replay(k)})
    # Before Orbax sees them: it would read a number that has changed, and is noisy over the rest.
    for name, fingerprint in metadata["files"].items():
        if name.split("/")[0] in items:
            _check_file(path, name, fingerprint)
    try:
        with _checkpointer() as checkpointer:
            found = checkpointer.restore(path.absolute(), args=ocp.args.Composite(**items))
        arrays = {name: x for item in items for name, x in found[item].items() if name not in other}
    except Exception as error:  # Orbax raises plain ones, too.
        raise UnreadableCheckpointError(f"{path} cannot be read: {_short(error)}") from error
    return _with_arrays(like, arrays)


def restore_latest(
    directory: Path,
    like: State,
    check: Callable[[Path, dict[str, Any]], None],
    report: Callable[[str], None],
) -> Restored | None:
    """Reads the latest checkpoint that is whole; None where there are no checkpoints.

    Damaged ones are set aside under another name once an older one has been read.

    Args:
      directory: where the run's checkpoints are.
      like: as for `restore`.
      check: raises `CheckpointError` for a checkpoint that is not of this run.
      report: is told of each damaged one.

    Raises:
      CheckpointError: all are damaged, or one is of another format or run.
    """
    damaged = []
    for step in reversed(steps(directory)):
        path = directory / str(step)
        try:
            metadata = read_metadata(path)
            check(path, metadata)
            state = restore(path, like)
        except UnreadableCheckpointError as error:
            report(f"{error}\nTrying the checkpoint before it.")
            damaged.append(path)
            continue
        for bad in damaged:
            report(f"Kept the damaged checkpoint as {_set_aside(bad)}.")
        return Restored(state, metadata, path)
    if damaged:
        raise CheckpointError(
            f"None of the checkpoints in {directory} can be read, and nothing was overwritten. "
            "Start the run anew under another --name."
        )
    return None


def best(directory: Path) -> int | None:
    """The step of the checkpoint that ranks highest (`metrics.ranking`); None where none was evaluated."""
    scores = {}
    for step in steps(directory):
        try:
            score = read_metadata(directory / str(step)).get("ranking")
        except CheckpointError:
            continue
        if score is not None:
            scores[step] = score
    return max(scores, key=lambda step: (scores[step], step)) if scores else None


def retain(directory: Path, keep: int) -> None:
    """Deletes all checkpoints but the last `keep` and the best."""
    found = steps(directory)
    for step in set(found[:-keep]) - {best(directory)}:
        # Renamed first: one that is half deleted must not look whole.
        doomed = (directory / str(step)).rename(directory / f"{step}{_DELETING}")
        shutil.rmtree(doomed, ignore_errors=True)


def remove_unfinished(directory: Path) -> None:
    """Removes what an end without warning has left half written or half deleted."""
    if directory.is_dir():
        for path in directory.iterdir():
            if path.name.endswith((_DELETING, _WRITING)) or ".orbax-checkpoint-tmp" in path.name:
                shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def _checkpointer() -> Iterator[ocp.Checkpointer]:
    # Orbax's threads log tracebacks of what is raised here anyway, and hints for other uses.
    logger = logging.getLogger("absl")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with ocp.Checkpointer(ocp.CompositeCheckpointHandler()) as checkpointer:
            yield checkpointer
    finally:
        logger.setLevel(level)


def _why_not_saved(path: Path, error: BaseException, size: int) -> str:
    if not no_room(error):
        return f"{path} cannot be written: {_short(error)}. Earlier checkpoints are as they were."
    free = shutil.disk_usage(path.parent if path.parent.is_dir() else path.anchor or ".").free
    return (
        f"No room for the checkpoint {path}: it needs up to {size / 1e6:.1f} MB, and "
        f"{free / 1e6:.1f} MB are free there. Earlier checkpoints are as they were. Make room, or "
        "leave replay out (--checkpoint_replay=false), and go on with --resume."
    )


def _set_aside(path: Path) -> Path:
    target = path.with_name(path.name + _UNREADABLE)
    count = 1
    while target.exists():
        count += 1
        target = path.with_name(f"{path.name}{_UNREADABLE}-{count}")
    return path.rename(target)


def _of_replay(name: str) -> bool:
    return name.startswith(f"{_REPLAY}.")


def _is_key(x: Any) -> bool:
    return jnp.issubdtype(x.dtype, jax.dtypes.prng_key)


def _words(x: Any) -> Any:
    """A typed key as its words; structs stay structs, with their sharding."""
    if not _is_key(x):
        return x
    if isinstance(x, jax.ShapeDtypeStruct):
        words = jax.eval_shape(jax.random.key_data, jax.ShapeDtypeStruct(x.shape, x.dtype))
        return jax.ShapeDtypeStruct(words.shape, words.dtype, sharding=x.sharding)
    return jax.random.key_data(x)


def _named(tree: PyTree) -> dict[str, Any]:
    leaves = jax.tree_util.tree_leaves_with_path(tree)
    return {jax.tree_util.keystr(path, simple=True, separator="."): x for path, x in leaves}


def _arrays(state: PyTree) -> dict[str, Any]:
    """What is stored of a state: name -> array."""
    words = {name: _words(x) for name, x in _named(state).items()}
    return {name: x for name, x in words.items() if math.prod(x.shape)}


def _with_arrays(like: State, arrays: Mapping[str, Any]) -> State:
    """A state like `like` with the arrays by name, and zeros for those left out."""

    def fill(name: str, struct: Any) -> Any:
        plain = _words(struct)
        if name in arrays:
            x = arrays[name]
        else:
            x = jax.device_put(np.zeros(plain.shape, plain.dtype), plain.sharding)
        return jax.random.wrap_key_data(x) if _is_key(struct) else x

    filled = [fill(name, struct) for name, struct in _named(like).items()]
    return jax.tree.unflatten(jax.tree.structure(like), filled)


def _fingerprint(file: Path) -> list[int]:
    """Size and CRC-32 of a file."""
    size = crc = 0
    with file.open("rb") as stream:
        while block := stream.read(1 << 22):
            size, crc = size + len(block), zlib.crc32(block, crc)
    return [size, crc]


def _check_file(path: Path, name: str, fingerprint: list[int]) -> None:
    try:
        found = _fingerprint(path / name)
    except OSError as error:
        raise UnreadableCheckpointError(f"{path} is damaged: {name}: {error.strerror}.") from error
    if found != fingerprint:
        raise UnreadableCheckpointError(f"{path} is damaged: {name} is not what was written.")


def _described(x: Any) -> list[Any]:
    """Type and shape of an array, of JSON types."""
    return [str(x.dtype), list(x.shape)]


def _other_envs(wanted: Mapping[str, Any], stored: Mapping[str, Any]) -> set[str]:
    """Names of the arrays of environments that are on one side alone, or of another type or shape."""
    here = {name: _described(x) for name, x in wanted.items()}
    names = {name for name in {*here, *stored} if name.startswith(f"{_ENV}.")}
    return {name for name in names if here.get(name) != stored.get(name)}


def _check_same_arrays(path: Path, wanted: Mapping[str, Any], stored: Mapping[str, Any]) -> None:
    def shapes(name: str) -> tuple[str, str]:
        return (
            "{}{}".format(*stored[name]) if name in stored else "nothing",
            "{}{}".format(*_described(wanted[name])) if name in wanted else "nothing",
        )

    other = [
        f"{name}: {there}, and the config makes {here}"
        for name in sorted({*wanted, *stored})
        for there, here in [shapes(name)]
        if there != here
    ]
    if other:
        more = f" … and {len(other) - 3} more" if len(other) > 3 else ""
        raise CheckpointError(
            f"{path} is of another config, or of another version of the code. It holds "
            f"{'; '.join(other[:3])}{more}."
        )


def _short(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0][:300] if lines else ''}"
