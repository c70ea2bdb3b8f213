"""Skills that come with the package: runs that hold the policy alone, by name."""

import filecmp
import shutil
from pathlib import Path

from diayn_jax.config import ConfigError, closest_matches
from diayn_jax.storage import files

FOLDER = Path(__file__).parent / "pretrained_runs"
COPIES = Path("runs") / "pretrained"


def names() -> list[str]:
    """Returns the names of all sets of skills that come with the package."""
    return sorted(path.parent.name for path in FOLDER.glob(f"*/{files.CONFIG}"))


def folder(name: str) -> Path:
    """Returns the folder of a set in the package. Do not write to it.

    Raises:
      ConfigError: there is no such set.
    """
    if name not in names():
        raise ConfigError(
            f"{name}: no such skills come with the package; it has {', '.join(names())}."
            f"{closest_matches(name, names())}"
        )
    return FOLDER / name


def copied(name: str) -> Path:
    """Returns the folder of a set below `runs/pretrained`, to which commands may write.

    It is copied there if it is not there yet, or if an upgrade of the package has changed it. What commands
    wrote there is kept.

    Raises:
      ConfigError: there is no such set, or it cannot be copied.
    """
    source, target = folder(name), COPIES / name
    if not _is_copy(source, target):
        try:
            shutil.rmtree(target / files.CHECKPOINTS, ignore_errors=True)
            shutil.copytree(source, target, dirs_exist_ok=True)
        except OSError as error:
            raise ConfigError(
                f"{name} cannot be copied to {target}: {error}. Go to a folder that can be written to."
            ) from error
    return target


def _is_copy(source: Path, target: Path) -> bool:
    """Returns whether all files of `source` are in `target`, byte for byte, and no other checkpoints."""
    inside = [path.relative_to(source) for path in source.rglob("*") if path.is_file()]
    same = all((target / x).is_file() and filecmp.cmp(source / x, target / x, shallow=False) for x in inside)
    return same and set(_checkpoints(source)) == set(_checkpoints(target))


def _checkpoints(folder: Path) -> list[str]:
    return [path.name for path in folder.glob(f"{files.CHECKPOINTS}/*")]
