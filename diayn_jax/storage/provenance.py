"""Collects the provenance of a run: versions, devices, the commit of the code, and the command."""

import contextlib
import functools
import importlib.metadata
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_DISTRIBUTIONS = ("diayn_jax", "jax", "jaxlib", "flax", "optax", "brax", "orbax-checkpoint", "numpy")


# The command of this process, or, in a cluster's worker, of the process that it works for.
_command = list(sys.orig_argv)


def command() -> list[str]:
    """Returns the command that started a run."""
    return list(_command)


def set_command(words: Sequence[str]) -> None:
    """Sets the command that this process works for."""
    _command[:] = words


def versions() -> dict[str, str]:
    """Returns the versions of Python and of the packages that a run depends on."""
    return dict(_versions())


@functools.cache
def _versions() -> dict[str, str]:
    """Returns `versions`. They stay the same in a process, and finding them reads many files."""
    found = {"python": platform.python_version()}
    for name in _DISTRIBUTIONS:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


def device() -> dict[str, Any]:
    """Returns a description of the devices that JAX sees."""
    import jax

    devices = jax.devices()
    return {
        "platform": devices[0].platform,
        "kind": devices[0].device_kind,
        "count": len(devices),
        "processes": jax.process_count(),
        "cpu_cores": os.cpu_count(),
    }


@functools.cache
def commit() -> dict[str, Any] | None:
    """Returns the git commit of this code, and whether files differ from it; None if it is not a checkout.

    Later calls return what the first one found: the code of a process does not change with its files.
    """
    root = Path(__file__).resolve().parent.parent.parent

    def git(*arguments: str) -> str:
        # `git status` would lock the index to refresh it, and the user's own git would fail meanwhile.
        command = ["git", "--no-optional-locks", "-C", str(root), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=10).stdout.strip()

    try:
        # One call answers both questions. A path may have line breaks, a hash has none.
        checkout, _, head = git("rev-parse", "--show-toplevel", "HEAD").rpartition("\n")
        if Path(checkout).resolve() != root:
            return None  # the package is installed inside another project's checkout
        return {"hash": head, "dirty": bool(git("status", "--porcelain", "--untracked-files=no"))}
    except (OSError, subprocess.SubprocessError):
        return None
