"""The directory of a run: `<log_dir>/<env>/<name>/`.

- `config.json`: {`config`: the config as it was asked for, `resolved`: what `auto` came to,
  `versions`, `device`, `commit`, `command`, `started`, `resumed`: one entry for each resume};
- `progress.csv` and TensorBoard's events (see `logs`);
- `checkpoints/` (see `checkpoint`);
- `skills.json`, `skills.png`, `report.html`: at the end.
"""

import contextlib
import dataclasses
import datetime
import errno
import fcntl
import importlib.metadata
import json
import math
import os
import platform
import re
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import jax

from diayn_jax.config import FITTED, RESUMABLE, Config, ConfigError, field_names, from_json, near, to_json

CONFIG = "config.json"
PROGRESS = "progress.csv"
CHECKPOINTS = "checkpoints"
SKILLS = "skills.json"
PLOT = "skills.png"
REPORT = "report.html"
NONE = "none"

# Fields of which a run goes on with what `auto` came to where it began: another kind of device rounds
# otherwise, and a mesh of another size sums in another order.
SETTLED = ("device", "num_devices")

_DISTRIBUTIONS = ("diayn_jax", "jax", "jaxlib", "flax", "optax", "brax", "orbax-checkpoint", "numpy")


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
        advice = " Make room, and go on with --resume." if no_room(error) else ""
        raise RunFileError(f"{path} cannot be written: {error.strerror or error}.{advice}") from error


def write_atomic(path: Path, text: str) -> None:
    """Writes a small file whole or not at all.

    Raises:
      RunFileError: it cannot be written; an older file is as it was.
    """
    # A server and a command may write the same file at once.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with explained(path):
        try:
            with temporary.open("w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def write_json(path: Path, value: Any) -> None:
    """Writes JSON atomically; numbers that JSON cannot say become null."""
    write_atomic(path, json.dumps(_plain(value), indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def read_figures(document: Mapping[str, Any]) -> dict[str, float]:
    """The figures in skills.json or a checkpoint, NaN where JSON has null."""
    return {name: math.nan if x is None else float(x) for name, x in document["figures"].items()}


def run_name(config: Config, now: datetime.datetime) -> str:
    """The directory's name: the config's, or date-time and seed; then the values of its tags."""
    name = config.name or f"{now:%Y%m%d-%H%M%S}-s{config.seed}"
    return name + _tagged(config)


def _tagged(config: Config) -> str:
    parts = [f"{tag}={_text(getattr(config, tag))}" for tag in config.tags]
    return "".join("-" + re.sub(r"[^\w.,=+-]", "_", part) for part in parts)


def folder(log_dir: str | Path, env: str) -> Path:
    """Where runs of an environment go: one folder, though its name may hold slashes.

    Raises as `expanded` does.
    """
    return expanded(log_dir) / env.replace("/", "_")


def expanded(path: str | os.PathLike[str]) -> Path:
    """A path as the system takes it: shells leave the tilde of --log_dir=~/runs to us, notebooks any.

    Raises:
      ConfigError: the home of a user that there is not.
    """
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
        raise ConfigError(
            f"--name={config.name}: {parent / base} holds a run already. Go on with it by --resume, or "
            "choose another --name."
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


def _make_first_free(parent: Path, base: str) -> Path:
    parent.mkdir(parents=True, exist_ok=True)
    path, count = parent / base, 1
    while True:
        # Of runs that start in the same instant, each has the directory that it could make.
        with contextlib.suppress(FileExistsError):
            path.mkdir()
            return path
        count += 1
        path = parent / f"{base}-{count}"


def holds_run(path: Path) -> bool:
    """Whether a directory has a run's files in it."""
    return any((path / name).exists() for name in (CONFIG, PROGRESS, CHECKPOINTS))


def find(config: Config, said: Collection[str] | None = None) -> tuple[Path, Config]:
    """The run to resume: the one by `config.name`, or the latest of this config.

    Args:
      config: what was asked for.
      said: the fields that were said; others are taken from the saved run. None: all.

    Returns:
      Its directory, and its config with the changes that a resume may make.

    Raises:
      ConfigError: there is no such run, or it differs in a field that cannot change.
    """
    if config.log_dir == NONE:
        raise ConfigError("--resume needs a run that was written, and --log_dir=none names none.")
    parent = folder(config.log_dir, config.env)
    if config.name:
        # Tags that are said are a part of the name, unless it was given whole.
        names = [config.name + _tagged(config), config.name]
        path = next((parent / name for name in names if (parent / name / CONFIG).exists()), None)
        if path is None:
            hint = near(config.name, [p.name for p in _runs(parent)])
            if others := _envs_with(parent.parent, names):
                hint = f" There is one of {' and of '.join(f'--env={env}' for env in others)}."
            raise ConfigError(
                f"--resume: there is no run {parent / config.name}.{hint} Leave --resume out to start one."
            )
    else:
        path = _latest(parent, config, said)
    return path, resumed_config(path, config, said)


def resumed_config(path: Path, config: Config, said: Collection[str] | None = None) -> Config:
    """The saved config of the run at `path`, with what was said of the fields that may change."""
    saved, document = read_config(path)
    said = set(field_names()) if said is None else set(said)
    resolved = document["resolved"]
    refused = [name for name in sorted(said - RESUMABLE) if _differs(name, config, saved, resolved)]
    if refused:
        lines = [
            f"--{name}={_text(getattr(config, name))}: the run has {_had(name, saved, resolved)}"
            for name in refused
        ]
        raise ConfigError(
            f"--resume of {path} cannot change what the run is. {'; '.join(lines)}. Leave "
            f"{'it' if len(refused) == 1 else 'them'} out, or start another run. A resume may change: "
            f"{', '.join(sorted(RESUMABLE - {'log_dir', 'name', 'tags'}))}."
        )
    changes = {name: getattr(config, name) for name in said & RESUMABLE}
    changes |= {"log_dir": config.log_dir, "name": saved.name, "tags": saved.tags}
    changes |= {name: resolved.get(name, getattr(saved, name)) for name in SETTLED}
    return dataclasses.replace(saved, **changes)


def read_config(path: Path) -> tuple[Config, dict[str, Any]]:
    """The config of the run at `path`, and all of its config.json.

    Raises:
      ConfigError: there is none, or it cannot be read.
    """
    file = path / CONFIG
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
        missing = {"config", "resolved", "started", "resumed"} - set(document)
    except FileNotFoundError as error:
        raise ConfigError(f"There is no run at {path}: it has no {CONFIG}.") from error
    except (OSError, TypeError, ValueError) as error:
        raise ConfigError(
            f"{file} cannot be read: {error}. Put back a copy of it, or start another run."
        ) from error
    if missing:
        raise ConfigError(f"{file} is not of a run: it lacks {', '.join(sorted(missing))}.")
    try:
        return from_json(document["config"]), document
    except (TypeError, ValueError) as error:
        raise ConfigError(f"{file}: {error}") from error


def write_config(path: Path, config: Config, resolved: Mapping[str, Any], resumed_at: int | None) -> None:
    """Writes config.json; at a resume adds an entry to it, and renews `config` and `resolved`."""
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    about = {
        "device": device(),
        "versions": versions(),
        "commit": commit(),
        "command": list(sys.orig_argv),
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
        asked = {name: document["config"][name] for name in SETTLED}
        document["config"] = {**to_json(config), **asked}
        document["resumed"].append({"env_steps": resumed_at, "time": now, **about})
        document["resolved"] = dict(resolved)
    write_json(path / CONFIG, document)


@contextlib.contextmanager
def lock(path: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Holds a run's directory, so that no second process writes to it.

    Args:
      path: the directory.
      say: is told where there are no locks.

    Raises:
      ConfigError: another process holds it.
    """
    with contextlib.ExitStack() as stack:
        with explained(path / ".lock"):
            file = stack.enter_context((path / ".lock").open("w"))
        try:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                # `is_held` holds it for a moment.
                time.sleep(0.1)
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ConfigError(
                f"{path} is being written by another process. Wait for it, or end it."
            ) from error
        except OSError as error:
            say(f"{path} cannot be locked ({error.strerror}): see to it that no other process writes to it.")
        yield


def is_held(path: Path) -> bool:
    """Whether a process is writing to a run's directory; False where locks cannot tell."""
    try:
        with (path / ".lock").open("r") as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False  # no lock yet, or a file system without locks
    return False


def versions() -> dict[str, str]:
    """Versions of Python and of the packages that a run stands on."""
    found = {"python": platform.python_version()}
    for name in _DISTRIBUTIONS:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


def device() -> dict[str, Any]:
    """The devices that JAX sees."""
    devices = jax.devices()
    return {
        "platform": devices[0].platform,
        "kind": devices[0].device_kind,
        "count": len(devices),
        "cpu_cores": os.cpu_count(),
    }


def commit() -> dict[str, Any] | None:
    """The git commit of this code and whether files differ from it; None where it is no checkout."""
    root = Path(__file__).resolve().parent.parent

    def git(*arguments: str) -> str:
        command = ["git", "-C", str(root), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=10).stdout.strip()

    try:
        if Path(git("rev-parse", "--show-toplevel")).resolve() != root:
            return None  # installed somewhere inside another project's checkout
        return {
            "hash": git("rev-parse", "HEAD"),
            "dirty": bool(git("status", "--porcelain", "--untracked-files=no")),
        }
    except (OSError, subprocess.SubprocessError):
        return None


def _runs(parent: Path) -> list[Path]:
    return sorted(p.parent for p in parent.glob(f"*/{CONFIG}"))


def _envs_with(log_dir: Path, names: Collection[str]) -> list[str]:
    """The environments that have a run by one of these names."""
    found = set()
    for file in (file for name in names for file in log_dir.glob(f"*/{name}/{CONFIG}")):
        with contextlib.suppress(ConfigError):
            found.add(read_config(file.parent)[0].env)
    return sorted(found)


def _latest(parent: Path, config: Config, said: Collection[str] | None) -> Path:
    """The latest run in `parent` whose config is `config` in every field that cannot change.

    Fields that are fitted to the length of a run, which may change, count where they were said.
    """
    unsaid = frozenset() if said is None else FITTED - set(said)
    fixed = [name for name in field_names() if name not in RESUMABLE | unsaid]
    found = []
    for path in _runs(parent):
        try:
            saved, document = read_config(path)
        except ConfigError:
            continue
        other = [name for name in fixed if _differs(name, config, saved, document["resolved"])]
        found.append((document["started"], path, saved, other))
    if not found:
        raise ConfigError(f"--resume: there is no run in {parent}. Leave --resume out to start one.")
    found.sort(key=lambda x: x[:2])
    same = [path for _, path, _, other in found if not other]
    if same:
        return same[-1]
    _, path, saved, other = min(reversed(found), key=lambda x: len(x[3]))
    differences = ", ".join(
        f"{name}={_text(getattr(saved, name))} (asked for: {_text(getattr(config, name))})" for name in other
    )
    raise ConfigError(
        f"--resume: no run in {parent} has this config. Nearest is {path.name}, with {differences}. "
        f"Resume that one with --name={path.name}."
    )


def _differs(name: str, config: Config, saved: Config, resolved: Mapping[str, Any]) -> bool:
    value = getattr(config, name)
    return value not in (getattr(saved, name), resolved.get(name, getattr(saved, name)))


def _had(name: str, saved: Config, resolved: Mapping[str, Any]) -> str:
    asked = _text(getattr(saved, name))
    came_to = _text(resolved.get(name, getattr(saved, name)))
    return asked if asked == came_to else f"{asked}, which is {came_to}"


def _text(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(x) for key, x in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(x) for x in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value
