"""The directory of a run: `<log_dir>/<env>/<name>/`.

- `config.json`: {`config`: the config as it was given, `resolved`: what `auto` came to,
  `versions`, `device`, `commit`, `command`, `started`, `resumed`: one entry for each resume};
- `progress.csv` and TensorBoard's events (see `logs`);
- `checkpoints/` (see `checkpoint`);
- `frozen_skills.npz`, where the run's actions are another's skills (see `use.choosing.skill_env_source`);
- `distilled.json`, where the run was made of solutions (see `interop.distil`): how, and what they earned;
- `skills.json`, `skills.png`, `report.html`: at the end.
"""

import contextlib
import datetime
import errno
import functools
import json
import math
import os
import re
import shutil
import sys
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from diayn_jax import shell
from diayn_jax.config import Config, ConfigError
from diayn_jax.resolve import from_json, to_json
from diayn_jax.storage import provenance, untrusted_files

CONFIG = "config.json"
SWEEP = "sweep.json"  # of a directory of many runs (see `sweeps.sweep_files`)
PROGRESS = "progress.csv"
CHECKPOINTS = "checkpoints"
METADATA = "metadata.json"  # of a checkpoint
SKILLS = "skills.json"
FROZEN_SKILLS = "frozen_skills.npz"  # of a run that chooses from another's
PLOT = "skills.png"
OPTIONS = "options.png"  # of an agent with options
GOALS = "goals.png"  # of an agent whose manager sets goals
DISTILLED = "distilled.json"  # of a run that was made of solutions
REPORT = "report.html"
NONE = "none"
_UNREADABLE = ".unreadable"

# Fields of which a run goes on with what `auto` came to where it began: another kind of device rounds
# otherwise, and a mesh of another size sums in another order.
SETTLED = ("device", "num_devices")


class RunFileError(RuntimeError):
    """A file of a run that cannot be written or read; the message says what to do about it."""


def no_room(error: BaseException) -> bool:
    """Whether an error says that the disk, or a quota on it, is full."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    return any(words in str(error).lower() for words in ("no space left", "disk quota"))


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns what the system says of a file that cannot be written into a `RunFileError`."""
    try:
        yield
    except OSError as error:
        why, advice = error.strerror or str(error), ""
        if no_room(error):
            advice = " Make room, and " + (
                "go on with --resume." if can_go_on(path.parent) else "start again."
            )
            if error.errno == errno.ENOSPC and not free_inodes(path.parent):
                why = "the disk has no inodes left, and so no room for another file"
        raise RunFileError(f"{path} cannot be written: {why}.{advice}") from error


def free_inodes(directory: Path) -> float:
    """How many more files the disk of a directory can hold, as far as their number is limited."""
    disk = os.statvfs(directory)
    return disk.f_favail if disk.f_files else math.inf


def write_atomic(path: Path, content: str | bytes) -> None:
    """Writes a small file whole or not at all.

    Raises:
      RunFileError: it cannot be written; an older file is as it was.
    """
    # A server and a command may write the same file at once.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with explained(path):
        try:
            with temporary.open("wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def remove_unfinished(directory: Path) -> None:
    """Removes what `write_atomic` has left in a run's directory where its process was killed.

    For whoever holds the directory: nobody else writes these files.
    """
    for name in (CONFIG, PROGRESS, SKILLS, FROZEN_SKILLS, DISTILLED):
        for path in directory.glob(f".{name}.*.tmp"):
            remove(path)


def write_json(path: Path, value: Any) -> None:
    """Writes JSON atomically; numbers that JSON cannot say become null."""
    write_atomic(path, _as_json(value))


def write_checked_json(path: Path, value: Mapping[str, Any]) -> None:
    """Writes JSON as `write_json` does, with the CRC-32 of what follows as its first key, `crc32`."""
    rest = _as_json(value).removeprefix("{")
    write_atomic(path, f"{_checksum(rest.encode())},{rest}")


def read_checked_json(path: Path) -> dict[str, Any]:
    """Reads what `write_checked_json` wrote; nothing is parsed before the checksum is found right.

    Raises:
      OSError: there is none, or it cannot be read.
      ValueError: it is not what was written.
    """
    head, _, rest = untrusted_files.read_bytes(path, untrusted_files.MOST_JSON).partition(b",")
    if head != _checksum(rest).encode():
        raise ValueError("its checksum is missing or wrong")
    return untrusted_files.parse_json(b"{" + rest)


def set_aside(path: Path) -> Path:
    """Renames what cannot be read; returns its new path.

    Raises:
      RunFileError: it cannot be renamed.
    """
    target = path.with_name(path.name + _UNREADABLE)
    count = 1
    while os.path.lexists(target):
        count += 1
        target = path.with_name(f"{path.name}{_UNREADABLE}-{count}")
    with explained(path):
        return path.rename(target)


def remove(path: Path) -> None:
    """Removes a file, a link or a whole directory, as far as the system lets it."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def run_name(config: Config, now: datetime.datetime) -> str:
    """The directory's name: the config's, or date-time and seed; then the values of its tags."""
    name = config.name or f"{now:%Y%m%d-%H%M%S}-s{config.seed}"
    return name + tagged(config)


def named_directory(config: Config) -> Path:
    """The directory of a run that has a name of its own."""
    return folder(config.log_dir, config.env) / (config.name + tagged(config))


def tagged(config: Config) -> str:
    """The part of a run's name that its tags make."""
    parts = [f"{tag}={as_text(getattr(config, tag))}" for tag in config.tags]
    return "".join("-" + re.sub(r"[^\w.,=+-]", "_", part) for part in parts)


def folder(log_dir: str | Path, env: str) -> Path:
    """Where runs of an environment go: one folder, though its name may hold slashes and colons.

    Raises as `expanded` does.
    """
    root = expanded(log_dir)
    # Folders of before had the colon, which some file systems do not take, nor PATH.
    before = root / env.replace("/", "_")
    return before if ":" in env and before.is_dir() else root / re.sub("[/:]", "_", env)


def expanded(path: str | os.PathLike[str]) -> Path:
    """A path with its tilde expanded; a shell leaves that of --log_dir=~/runs as it is.

    Raises:
      ConfigError: it is no path, or there is no such user's home.
    """
    if not isinstance(path, str | os.PathLike):
        raise ConfigError(f"{path!r} is no path: it takes text, or a pathlib.Path.")
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise ConfigError(f"{path}: there is no such home directory. Write the path in full.") from error


def create(config: Config) -> Path:
    """Makes the directory of a new run.

    Raises:
      ConfigError: it holds a run already, or cannot be written.
    """
    parent = folder(config.log_dir, config.env)
    base = run_name(config, datetime.datetime.now().astimezone())
    if config.name and holds_run(parent / base):
        advice = "Remove it" if lacks_policy(parent / base) else "Go on with it by --resume"
        raise ConfigError(
            f"--name={config.name}: {parent / base} holds a run already. {advice}, or choose another --name."
        )
    path = parent / base
    try:
        if config.name:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path = _make_first_free(parent, base)
        probe = path / ".probe"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise ConfigError(
            f"--log_dir={config.log_dir}: cannot write {path} ({error.strerror}). Choose another "
            "--log_dir, or --log_dir=none to write nothing."
        ) from error
    return path


def remove_if_empty(directory: Path) -> None:
    """Removes the directory of a run that never began, unless something else lies in it."""
    with contextlib.suppress(OSError):
        directory.rmdir()


def _make_first_free(parent: Path, base: str) -> Path:
    parent.mkdir(parents=True, exist_ok=True)
    path, count = parent / base, 1
    while True:
        # Runs that start in the same instant each take the first directory that they can make.
        with contextlib.suppress(FileExistsError):
            path.mkdir()
            return path
        count += 1
        path = parent / f"{base}-{count}"


def holds_run(path: Path) -> bool:
    """Whether a directory has a run's files in it."""
    return any((path / name).exists() for name in (CONFIG, PROGRESS, CHECKPOINTS))


def checkpoint_steps(directory: Path) -> list[int]:
    """Environment steps of the checkpoints in a directory, in order."""
    if not directory.is_dir():
        return []
    return sorted(int(path.name) for path in directory.iterdir() if is_step(path.name) and path.is_dir())


def is_step(name: str) -> bool:
    """Whether a checkpoint's directory may be called so."""
    return re.fullmatch("0|[1-9][0-9]*", name) is not None


def can_go_on(path: Path) -> bool:
    """Whether a resume finds a run in a directory that begins where it has been."""
    return (path / CONFIG).exists() and not lacks_policy(path)


def lacks_policy(path: Path) -> bool:
    """Whether a run was to be made of solutions, and ended before it had a checkpoint."""
    return (path / DISTILLED).exists() and not checkpoint_steps(path / CHECKPOINTS)


def has_config(path: Path) -> bool:
    """Whether a directory has the config of a run, in config.json or in a checkpoint."""
    return (path / CONFIG).exists() or bool(checkpoint_steps(path / CHECKPOINTS))


def hint_of_sweep(path: Path) -> str:
    """What to do with the directory of a sweep where a run is wanted; "" where it is none."""
    if not (path / SWEEP).is_file():
        return ""
    runs = sorted(file.parent for file in path.glob(f"*/*/{CONFIG}"))
    such = f", such as {runs[0]}" if runs else ""
    again = shell.command("sweep", path, "--resume")
    return f" It is a sweep, which goes on with {again}. Or name one of its runs{such}."


def read_config(path: Path, *, trust: bool = False) -> tuple[Config, dict[str, Any]]:
    """The config of the run at `path`, and all of its config.json.

    Where that is lost or damaged, it is taken from the latest checkpoint that has it, and stderr says so.

    Args:
      path: the run's directory.
      trust: code that it names may be imported, now and later in this process.

    Raises:
      ConfigError: there is none, or it cannot be read.
      UntrustedCodeError: it names code that nobody has asked for.
    """
    file = path / CONFIG
    try:
        document = _read_document(file)
    except (OSError, ValueError) as error:
        why = f"{path} has no {CONFIG}" if not file.exists() else f"{file} cannot be read: {error}"
        source, found = _document_of_checkpoints(path)
        if found is None and not file.exists():
            hint = hint_of_sweep(path) or " Name the directory of one, such as runs/ant/NAME."
            raise ConfigError(f"There is no run at {path}: it has no {CONFIG}.{hint}") from error
        if found is None:
            raise ConfigError(f"{why}. Put back a copy of it, or start another run.") from error
        _warn_once(f"{why}. Its config is taken from {source}.")
        file, document = source, found
    try:
        return from_json(document["config"], trust=trust), document
    except ConfigError as error:
        raise type(error)(f"{file}: {error}") from error


def _read_document(file: Path) -> dict[str, Any]:
    """All of config.json; raises `OSError` or `ValueError` where it is none."""
    document = untrusted_files.read_json(file)
    # One that somebody has written by hand has no checksum.
    if "crc32" in document:
        document = read_checked_json(file)
    if defect := untrusted_files.defect_of_run(document):
        raise ValueError(defect)
    return document


def _document_of_checkpoints(path: Path) -> tuple[Path, dict[str, Any] | None]:
    """What config.json was, by the latest checkpoint that is whole, and its path; or None."""
    for step in reversed(checkpoint_steps(path / CHECKPOINTS)):
        source = path / CHECKPOINTS / str(step)
        with contextlib.suppress(OSError, ValueError):
            document = read_checked_json(source / METADATA).get("run")
            if not untrusted_files.defect_of_run(document):
                return source, document
    return path, None


@functools.cache
def _warn_once(text: str) -> None:
    """Says on stderr, once in a process, what many ask for."""
    print(text, file=sys.stderr)


def write_config(
    path: Path, config: Config, resolved: Mapping[str, Any], resumed_at: int | None
) -> dict[str, Any]:
    """Writes config.json; at a resume adds an entry to it, and renews `config` and `resolved`.

    Returns all of it. A damaged one is kept under another name.
    """
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    about = {
        "device": provenance.device(),
        "versions": provenance.versions(),
        "commit": provenance.commit(),
        "command": provenance.command(),
    }
    document: dict[str, Any]
    if resumed_at is None:
        document = {
            "config": to_json(config),
            "resolved": dict(resolved),
            **about,
            "started": now,
            "resumed": [],
        }
    else:
        _, document = read_config(path)
        given = {name: document["config"][name] for name in SETTLED if name in document["config"]}
        document["config"] = {**to_json(config), **given}
        document["resumed"].append({"env_steps": resumed_at, "time": now, **about})
        document["resolved"] = dict(resolved)
        try:
            _read_document(path / CONFIG)
        except (OSError, ValueError):
            if os.path.lexists(path / CONFIG):
                set_aside(path / CONFIG)
    write_checked_json(path / CONFIG, document)
    return document


def as_text(value: Any) -> str:
    """A field's value as names and messages have it."""
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _as_json(value: Any) -> str:
    return json.dumps(_plain(value), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _checksum(rest: bytes) -> str:
    return f'{{\n  "crc32": {zlib.crc32(rest)}'


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(x) for key, x in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(x) for x in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
