"""The files in a run's directory, `<log_dir>/<env>/<name>/`.

- `config.json`: {`config`: the config as given, `resolved`: the values of `auto`, `versions`,
  `device`, `commit`, `command`, `started`, `resumed`: one entry for each resume, `sweep_command`: only if the
  run belongs to a sweep};
- `progress.csv` and TensorBoard's events (see `logs`);
- `checkpoints/` (see `checkpoint`);
- `frozen_skills.npz`, if the run's actions are another run's skills (see `use.choosing.skill_env_source`);
- `distilled.json`, if solutions were distilled into the run (see `interop.distil`): how, and their returns;
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
from diayn_jax.config import Config, ConfigError, NamesSettings
from diayn_jax.records import plain
from diayn_jax.storage import provenance, untrusted_files

CONFIG = "config.json"
SWEEP = "sweep.json"  # in the directory of a sweep (see `sweeps.sweep_files`)
PROGRAMS = "programs"  # the folder of a sweep with the states of its programs
PROGRESS = "progress.csv"
CHECKPOINTS = "checkpoints"
METADATA = "metadata.json"  # in a checkpoint
POLICY_ALONE = "policy_alone"  # in the metadata: whether all that only training needs is left out
SKILLS = "skills.json"
FROZEN_SKILLS = "frozen_skills.npz"  # if the run chooses among another run's skills
PLOT = "skills.png"
OPTIONS = "options.png"  # if the agent has options
GOALS = "goals.png"  # if the agent's manager sets goals
DISTILLED = "distilled.json"  # if solutions were distilled into the run
REPORT = "report.html"
NONE = "none"
_UNREADABLE = ".unreadable"

# A resume keeps the values that `auto` had for these fields at the start: another kind of device rounds
# differently, and a mesh of another size sums in another order.
SETTLED = ("device", "num_devices")


class RunFileError(NamesSettings, RuntimeError):
    """Raised if a file of a run cannot be written or read; the message says what to do."""


def no_room(error: BaseException) -> bool:
    """Whether an error means that the disk or a quota is full."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return True
    return any(words in str(error).lower() for words in ("no space left", "disk quota"))


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns the system's error about a file that cannot be written into a `RunFileError`."""
    try:
        yield
    except OSError as error:
        why, advice = error.strerror or str(error), ""
        if no_room(error):
            advice = " Make room, then " + (
                "continue with --resume." if can_be_resumed(path.parent) else "start again."
            )
            if error.errno == errno.ENOSPC and not free_inodes(path.parent):
                why = "the disk has no inodes left for another file"
        raise RunFileError(f"{path} cannot be written: {why}.{advice}") from error


def free_inodes(directory: Path) -> float:
    """Returns how many more files the disk of a directory can hold; inf if it sets no limit."""
    disk = os.statvfs(directory)
    return disk.f_favail if disk.f_files else math.inf


def write_atomic(path: Path, content: str | bytes) -> None:
    """Writes a small file atomically.

    Raises:
      RunFileError: the file cannot be written; an older file is then unchanged.
    """
    # The process id is in the name, because a server and a command may write the same file at once.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with explained(path):
        try:
            # A run of others may have links, so an old file of this name is not followed.
            temporary.unlink(missing_ok=True)
            with temporary.open("xb") as file:
                # The bytes of a path, such as a run's name on its page, may not be UTF-8.
                file.write(content.encode(errors="replace") if isinstance(content, str) else content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def remove_unfinished(directory: Path) -> None:
    """Removes the temporary files of `write_atomic` whose process was killed.

    Only the process that holds the directory's lock may call this, because then no other process is writing
    such files.
    """
    for name in (CONFIG, PROGRESS, SKILLS, FROZEN_SKILLS, DISTILLED):
        for path in directory.glob(f".{name}.*.tmp"):
            remove(path)


def write_json(path: Path, value: Any) -> None:
    """Writes JSON atomically; numbers that are not finite become null."""
    write_atomic(path, _as_json(value))


def write_checked_json(path: Path, value: Mapping[str, Any]) -> None:
    """Writes JSON atomically, with the CRC-32 of the rest of the file as its first key, `crc32`."""
    rest = _as_json(value).removeprefix("{")
    write_atomic(path, f"{_checksum(rest.encode())},{rest}")


def read_checked_json(path: Path) -> dict[str, Any]:
    """Reads a file of `write_checked_json`; the checksum is verified before the file is parsed.

    Raises:
      OSError: the file is missing or cannot be read.
      ValueError: the file has changed since it was written.
    """
    head, _, rest = untrusted_files.read_bytes(path, untrusted_files.MOST_JSON).partition(b",")
    if head != _checksum(rest).encode():
        raise ValueError("its checksum is missing or wrong")
    return untrusted_files.parse_json(b"{" + rest)


def read_kept_json(path: Path) -> Mapping[str, Any]:
    """Does what `read_checked_json` does, but reads a file again only if it was written since.

    For large files of a sweep that each of its runs asks for. The document must not be changed.
    """
    found = path.stat()
    # Each write makes a new file, and two writes may have the same time.
    return _read_json(path, (found.st_mtime_ns, found.st_ino))


@functools.lru_cache(maxsize=8)
def _read_json(path: Path, _written: tuple[int, int]) -> dict[str, Any]:
    return read_checked_json(path)


def set_aside(path: Path) -> Path:
    """Renames a file that cannot be read; returns its new path.

    Raises:
      RunFileError: the file cannot be renamed.
    """
    target = path.with_name(path.name + _UNREADABLE)
    count = 1
    while os.path.lexists(target):
        count += 1
        target = path.with_name(f"{path.name}{_UNREADABLE}-{count}")
    with explained(path):
        return path.rename(target)


def remove(path: Path) -> None:
    """Removes a file, a link or a whole directory; errors of the system are ignored."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def run_name(config: Config, now: datetime.datetime) -> str:
    """Returns the name of a run's directory: its name, or date, time and seed; then its tags."""
    name = config.name or f"{now:%Y%m%d-%H%M%S}-s{config.seed}"
    return name + tagged(config)


def named_directory(config: Config) -> Path:
    """Returns the directory of a run whose config has a name."""
    return folder(config.log_dir, config.env) / (config.name + tagged(config))


def tagged(config: Config) -> str:
    """Returns the part of a run's name that comes from its tags."""
    parts = [f"{tag}={as_text(getattr(config, tag))}" for tag in config.tags]
    return "".join("-" + re.sub(r"[^\w.,=+-]", "_", part) for part in parts)


def folder(log_dir: str | Path, env: str) -> Path:
    """Returns the folder for the runs of an environment; slashes and colons in its name are replaced.

    It raises the errors of `expanded`.
    """
    root = expanded(log_dir)
    # Older folders keep the colon, which some file systems and PATH do not allow.
    before = root / env.replace("/", "_")
    return before if ":" in env and before.is_dir() else root / re.sub("[/:]", "_", env)


def expanded(path: str | os.PathLike[str]) -> Path:
    """Expands the tilde of a path, which a shell does not do in --log_dir=~/runs.

    Raises:
      ConfigError: the value is not a path, or the user of the tilde has no home directory.
    """
    if not isinstance(path, str | os.PathLike):
        given = repr(path)
        short = given if len(given) <= 100 else f"A {type(path).__name__}"
        raise ConfigError(f"{short} is not a path. Give a str or a pathlib.Path.")
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise ConfigError(f"{path}: there is no such home directory. Write the path in full.") from error


def create(config: Config) -> Path:
    """Creates the directory of a new run.

    Raises:
      ConfigError: the directory already holds a run, or cannot be written.
    """
    check_new(config)
    parent = folder(config.log_dir, config.env)
    base = run_name(config, datetime.datetime.now().astimezone())
    path = parent / base
    try:
        if config.name:
            path.mkdir(parents=True, exist_ok=True)
        else:
            path = make_first_free(parent, base)
        probe = path / ".probe"
        probe.touch()
        probe.unlink(missing_ok=True)  # another run of this name may begin at this moment
    except OSError as error:
        raise ConfigError(
            f"--log_dir={config.log_dir}: cannot write {path} ({error.strerror}). Choose another "
            "--log_dir, or --log_dir=none to write nothing."
        ) from error
    return path


def check_new(config: Config) -> None:
    """Raises `ConfigError` if the directory of a new run, which has a name, holds a run already."""
    if not config.name or config.log_dir == NONE:
        return
    path = folder(config.log_dir, config.env) / run_name(config, datetime.datetime.now().astimezone())
    if holds_run(path):
        again = f"To continue it: {shell.command('resume', path)}. Or"
        advice = "Remove it, or" if lacks_policy(path) else again
        taken = f"--name={config.name}: {path} holds a run already."
        raise ConfigError(f"{taken} {advice} choose another --name.")


def remove_if_empty(directory: Path) -> None:
    """Removes the directory of a run that never began, if it has no other files."""
    with contextlib.suppress(OSError):
        directory.rmdir()


def make_first_free(parent: Path, base: str) -> Path:
    """Makes a folder of this name, or else with a number behind it, and returns it; raises `OSError`."""
    parent.mkdir(parents=True, exist_ok=True)
    path, count = parent / base, 1
    while True:
        # Runs, or sweeps, that start at the same instant each take the first directory that they can create.
        with contextlib.suppress(FileExistsError):
            path.mkdir()
            return path
        count += 1
        path = parent / f"{base}-{count}"


def holds_run(path: Path) -> bool:
    """Whether a directory contains files of a run."""
    return any((path / name).exists() for name in (CONFIG, PROGRESS, CHECKPOINTS))


def checkpoint_steps(directory: Path) -> list[int]:
    """Returns the environment steps of the checkpoints in a directory, in increasing order.

    Raises:
      RunFileError: it is a file.
    """
    if directory.is_file():
        raise RunFileError(f"{directory} is a file, and should be a folder. Move it away.")
    if not directory.is_dir():
        return []
    return sorted(int(path.name) for path in directory.iterdir() if is_step(path.name) and path.is_dir())


def is_step(name: str) -> bool:
    """Whether a checkpoint's directory may have this name."""
    return re.fullmatch("0|[1-9][0-9]*", name) is not None


def can_be_resumed(path: Path) -> bool:
    """Whether a resume can continue the run in a directory."""
    return (path / CONFIG).exists() and not (lacks_policy(path) or is_policy_alone(path))


def lacks_policy(path: Path) -> bool:
    """Whether a distillation into this run ended before its first checkpoint."""
    return (path / DISTILLED).exists() and not checkpoint_steps(path / CHECKPOINTS)


def is_policy_alone(path: Path) -> bool:
    """Whether the checkpoints of a run leave out all that only training needs (`POLICY_ALONE`)."""
    # Whatever reads the checkpoint says what is wrong with it.
    with contextlib.suppress(OSError, ValueError, RunFileError):
        if steps := checkpoint_steps(path / CHECKPOINTS):
            metadata = read_checked_json(path / CHECKPOINTS / str(steps[-1]) / METADATA)
            return bool(metadata.get(POLICY_ALONE))
    return False


def has_config(path: Path) -> bool:
    """Whether a directory contains the config of a run, in config.json or in a checkpoint."""
    return (path / CONFIG).exists() or bool(checkpoint_steps(path / CHECKPOINTS))


def runs_of_sweep(path: Path) -> list[Path]:
    """Returns the directories of the runs of the sweep at `path`; [] if there is no sweep."""
    return sorted(file.parent for file in path.glob(f"*/*/{CONFIG}")) if (path / SWEEP).is_file() else []


def hint_of_sweep(path: Path) -> str:
    """Returns advice for a user who gave a sweep's directory instead of a run's; "" for other paths."""
    if not (path / SWEEP).is_file():
        return ""
    runs = runs_of_sweep(path)
    such = f", such as {runs[0]}" if runs else ""
    again = shell.command("resume", path)
    return f" It is a sweep; to resume it, run {again}. Or name one of its runs{such}."


def read_config(path: Path, *, trust: bool = False) -> tuple[Config, dict[str, Any]]:
    """Reads the config of the run at `path`, and the whole content of its config.json.

    If config.json is missing or damaged, the latest checkpoint that has a copy is used, with a warning on
    stderr. `trust` allows code that the config names to be imported, now and later in this process.

    Raises:
      ConfigError: there is no config, or it cannot be read.
      UntrustedCodeError: the config names code that is not trusted.
    """
    file = path / CONFIG
    try:
        document = _read_document(file)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        why = f"{path} has no {CONFIG}" if not file.exists() else f"{file} cannot be read: {reason}"
        source, found = _document_of_checkpoints(path)
        if found is None and not file.exists():
            hint = hint_of_sweep(path) or " Name the directory of a run, such as runs/ant/NAME."
            raise ConfigError(f"There is no run at {path}: it has no {CONFIG}.{hint}") from error
        if found is None:
            raise ConfigError(f"{why}. Restore a copy of it, or start another run.") from error
        _warn_once(f"{why}. Its config is taken from {source}.")
        file, document = source, found
    # Imported here, so that listing runs does not wait for JAX.
    from diayn_jax.resolve import from_json

    try:
        return from_json(document["config"], trust=trust), document
    except ConfigError as error:
        raise type(error)(f"{file}: {error}") from error


def _read_document(file: Path) -> dict[str, Any]:
    """Reads config.json; raises `OSError` or `ValueError` if it cannot be read or is invalid."""
    document = untrusted_files.read_json(file)
    # A file that was written by hand has no checksum.
    if "crc32" in document:
        document = read_checked_json(file)
    if defect := untrusted_files.defect_of_run(document):
        raise ValueError(defect)
    return document


def _document_of_checkpoints(path: Path) -> tuple[Path, dict[str, Any] | None]:
    """Returns the latest checkpoint with a valid copy of config.json, and this copy; or (`path`, None)."""
    for step in reversed(checkpoint_steps(path / CHECKPOINTS)):
        source = path / CHECKPOINTS / str(step)
        with contextlib.suppress(OSError, ValueError):
            document = read_checked_json(source / METADATA).get("run")
            if not untrusted_files.defect_of_run(document):
                return source, document
    return path, None


@functools.cache
def _warn_once(text: str) -> None:
    """Prints a warning on stderr, once in a process."""
    print(text, file=sys.stderr)


def now() -> str:
    """Returns the time in ISO 8601, with the local offset."""
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")


def write_config(
    path: Path,
    config: Config,
    resolved: Mapping[str, Any],
    resumed_at: int | None,
    started: str | None = None,
) -> dict[str, Any]:
    """Writes config.json; a resume adds an entry to it, and updates `config` and `resolved`.

    `started` is the time at which a new run was started, as `now` writes it; None: it is started now.

    Returns its content. A damaged file is kept under another name.
    """
    from diayn_jax.resolve import to_json

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
            "started": started or now(),
            "resumed": [],
        }
        # A run of a resumed sweep has another command of its own, and a run may be moved out of the sweep.
        if command := command_of_sweep(path):
            document["sweep_command"] = command
    else:
        _, document = read_config(path)
        given = {name: document["config"][name] for name in SETTLED if name in document["config"]}
        document["config"] = {**to_json(config), **given}
        document["resumed"].append({"env_steps": resumed_at, "time": now(), **about})
        document["resolved"] = dict(resolved)
        try:
            _read_document(path / CONFIG)
        except (OSError, ValueError):
            if os.path.lexists(path / CONFIG):
                set_aside(path / CONFIG)
    write_checked_json(path / CONFIG, document)
    return document


def command_of_sweep(path: Path) -> list[str]:
    """Returns the command of the sweep whose directory holds the run at `path`; [] if there is none."""
    file = path.parent.parent / SWEEP
    with contextlib.suppress(OSError):
        return list(_command_of_sweep(file, file.stat().st_mtime_ns))
    return []


@functools.cache
def _command_of_sweep(file: Path, _written: int) -> list[str]:
    """Returns the command in sweep.json. The file is large, and all runs of the sweep ask for it."""
    with contextlib.suppress(OSError, ValueError):
        command = read_checked_json(file).get("command")
        return list(map(str, command)) if isinstance(command, list) else []
    return []


def as_text(value: Any) -> str:
    """Returns a field's value as text, for names and messages."""
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _as_json(value: Any) -> str:
    text = json.dumps(plain(value), indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    # The words of a command may have bytes of a path that are not UTF-8.
    return text.encode(errors="replace").decode()


def _checksum(rest: bytes) -> str:
    return f'{{\n  "crc32": {zlib.crc32(rest)}'
