"""Reads what a sweep with `--halving` or `--pbt` has decided about one of its runs, from the sweep's files.

`sweeps.sweep_files` writes these files. All runs of such a sweep are lanes of its first program.
"""

import contextlib
from pathlib import Path

from diayn_jax import shell
from diayn_jax.config import ConfigError
from diayn_jax.storage import files

RETIRED = "retired"  # the outcome of a run that halving ended


def outcome(run: Path) -> str:
    """Returns how a run has ended in its sweep, such as `retired`; "" if it has not, or has no such sweep."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        ended = files.read_checked_json(_sweep(run) / files.PROGRAMS / "0.json")["ended"]
        return str(ended[run.resolve().name]["outcome"])
    return ""


def check_alone(run: Path) -> None:
    """Raises `ConfigError` if the run's sweep still compares it: alone, it would pass over decisions."""
    sweep = _sweep(run)
    flag = _flag(sweep)
    if flag and not outcome(run):
        raise ConfigError(
            f"--resume of {run}: its sweep compares runs ({flag}), and the run has not ended there. Continue "
            f"the whole sweep: {shell.command('resume', sweep)}."
        )


def _flag(sweep: Path) -> str:
    """Returns the flag by which a sweep compares runs while they train; "" if it does not, or is no sweep."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        given = files.read_checked_json(sweep / files.SWEEP)["specification"]
        if given["halving"] is not None:
            return f"--halving={given['halving']['factor']}"
        if given["population"] is not None:
            return f"--pbt={given['population']['every']}"
    return ""


def _sweep(run: Path) -> Path:
    """Returns the directory in which a run's sweep has its files."""
    return run.resolve().parent.parent
