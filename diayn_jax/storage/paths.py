"""The paths that users name: a run to read, a file or a folder to write."""

import contextlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from diayn_jax.config import ConfigError, closest_matches, did_you_mean
from diayn_jax.storage import files, pretrained

Name = str | os.PathLike[str]  # a path, as users give it


def run_path(name: Name) -> Path:
    """Returns the directory of a run, given as this directory, as a file in it, or by a pretrained name.

    Raises:
      ConfigError: there is no such run.
    """
    path = named(name)
    if path.is_file() and (path.parent / files.CONFIG).exists():
        path = path.parent
    if path.is_file():
        raise ConfigError(
            f"{path} is a file. Name the directory of a run, such as runs/ant/NAME.{latest_run()}"
        )
    if not path.is_dir():
        others = sorted(p.name for p in path.parent.iterdir() if p.is_dir()) if path.parent.is_dir() else []
        others += pretrained.names()
        raise ConfigError(f"{path}: there is no such run.{closest_matches(path.name, others)}{latest_run()}")
    if not files.has_config(path):
        if hint := files.hint_of_sweep(path):
            raise ConfigError(f"{path} is not a run.{hint}")
        patterns = (f"*/{files.CONFIG}", f"*/*/{files.CONFIG}", f"*/{files.SWEEP}")
        inside = next(filter(None, (sorted(p.parent for p in path.glob(each)) for each in patterns)), [])
        inside = inside[-3:] or [p for p in path.parents if files.has_config(p)]
        hint = did_you_mean([str(p) for p in inside])
        raise ConfigError(f"{path} is not a run: it has no {files.CONFIG}.{hint}")
    return path


def named(name: Name) -> Path:
    """Returns the path that a name means: as it is, or the folder of skills that come with the package.

    A path without a name of its own, such as "." and "..", becomes absolute, because pages show the name.

    Raises:
      ConfigError: the name is no path, or the skills cannot be copied.
    """
    path = files.expanded(name)
    if path.name in ("", ".."):
        # A working directory that was removed has no path; that there is no run in it is said later.
        with contextlib.suppress(FileNotFoundError):
            path = path.resolve()
    is_of_package = str(path) in pretrained.names() and not path.exists()
    return pretrained.copied(str(path)) if is_of_package else path


def number_named(operands: Sequence[Any]) -> str:
    """Says how many runs a user named."""
    return {0: "none is named", 1: "one is named"}.get(len(operands), f"{len(operands)} are named")


def latest_run() -> str:
    """Returns ` The latest here is …`, or an empty string if there is no run."""
    found = [p for p in Path("runs").glob("*/*/config.json") if p.parent.parent != pretrained.COPIES]
    return f" The latest here is {max(found, key=lambda p: p.stat().st_mtime).parent}." if found else ""


def out_file(given: Name | None, default: Path | None, example: str) -> Path | None:
    """Returns the file that `--file` names, or the default; `example` is a file name for the message.

    Raises:
      ConfigError: it is a folder, or its folder does not exist or cannot be written to.
    """
    out = files.expanded(given) if given else default
    if out is None:
        return None
    if given:
        _check_file(given, out, "--file", example)
    _check_writable(out.parent, "--file")
    return out


def out_page(given: Name) -> Path:
    """Returns the file that `--page` names.

    Raises:
      ConfigError: it is no HTML file, it is a folder, or its folder does not exist or cannot be written to.
    """
    if Path(given).suffix != ".html":
        raise ConfigError(f"--page={given}: name an HTML file, such as play.html.")
    out = files.expanded(given)
    _check_file(given, out, "--page", "play.html")
    _check_writable(out.parent, "--page")
    return out


def out_folder(given: Name) -> Path:
    """Makes the folder that `--out` names, and returns it.

    Raises:
      ConfigError: it cannot be made or written to.
    """
    path = files.expanded(given)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"--out={path} cannot be made: {error.strerror}. Name a folder.") from error
    _check_writable(path, "--out")
    return path


def _check_file(given: Name, out: Path, flag: str, example: str) -> None:
    """Raises `ConfigError` if `out`, given by `flag`, is a folder or in a folder that does not exist."""
    if out.is_dir() or not out.parent.is_dir():
        what = "it is a folder" if out.is_dir() else f"the folder {out.parent} does not exist"
        raise ConfigError(f"{flag}={given}: {what}. Name a file, such as {example}.")


def _check_writable(folder: Path, flag: str) -> None:
    """Raises `ConfigError` if no file can be made in a folder; `flag` names another one."""
    if not os.access(folder, os.W_OK):
        raise ConfigError(f"{folder} cannot be written to. Name another folder by {flag}.")
