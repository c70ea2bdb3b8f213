"""What a run stands on: versions, devices, the commit of this code, and how its commands are started."""

import contextlib
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jax

_DISTRIBUTIONS = ("diayn_jax", "jax", "jaxlib", "flax", "optax", "brax", "orbax-checkpoint", "numpy")


# Of this process; of a worker of a cluster, that of the process which it works for.
_command = list(sys.orig_argv)


def command() -> list[str]:
    """The command that a run is of."""
    return list(_command)


def set_command(words: Sequence[str]) -> None:
    """Says which command this process works for."""
    _command[:] = words


# Installed commands are called as the modules of `experiments` that they run, but for this one.
_INSTALLED = {"run": "train"}


def invocation(module: str) -> list[str]:
    """The words that start a module of `experiments` as a command, from here and in any shell.

    The installed command, such as `diayn-train`, where this environment has it, and otherwise
    `python -m experiments.run`; by its path where the bare name would start another environment's or nothing.
    """
    name = f"diayn-{_INSTALLED.get(module, module)}"
    installed = Path(sysconfig.get_path("scripts")) / name
    if installed.is_file():
        return [_as_typed(installed, name)]
    return [python(), "-m", f"experiments.{module}"]


def python() -> str:
    """This interpreter as a shell here starts it."""
    return _as_typed(Path(sys.executable), "python")


def _as_typed(program: Path, name: str) -> str:
    found = shutil.which(name)
    if found is not None and Path(found).absolute() == program.absolute():
        return name
    with contextlib.suppress(ValueError):
        below = program.absolute().relative_to(Path.cwd())
        return str(below) if below.parent != Path() else f"./{below}"
    return str(program)


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
        "processes": jax.process_count(),
        "cpu_cores": os.cpu_count(),
    }


def commit() -> dict[str, Any] | None:
    """The git commit of this code and whether files differ from it; None where it is no checkout."""
    root = Path(__file__).resolve().parent.parent.parent

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
