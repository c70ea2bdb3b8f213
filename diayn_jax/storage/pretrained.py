"""Skills that come with the package: runs that hold the policy alone, by name."""

import filecmp
import shutil
from pathlib import Path

from diayn_jax.config import ConfigError, closest_matches
from diayn_jax.records import silent
from diayn_jax.storage import files, lock

FOLDER = Path(__file__).parent / "pretrained_runs"
COPIES = Path("runs") / "pretrained"
_PATIENCE = 60.0  # seconds to wait for another process that copies the same set


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
    if _is_copy(source, target):
        return target
    try:
        COPIES.mkdir(parents=True, exist_ok=True)
        # Several processes of one folder may begin at once.
        with lock.hold(COPIES, silent, name=f".{name}.lock", patience=_PATIENCE):
            if not _is_copy(source, target):
                _renew(source, target)
    except (OSError, files.RunFileError) as error:
        raise ConfigError(
            f"{name} cannot be copied to {target}: {error}. Go to a folder that can be written to."
        ) from error
    return target


def _renew(source: Path, target: Path) -> None:
    """Copies a set beside `target`, and then moves its parts there, each at once."""
    new, old = (target.with_name(f".{target.name}.{which}") for which in ("new", "old"))
    for left in (new, old):
        files.remove(left)  # from a process that was killed
    shutil.copytree(source, new)
    target.mkdir(exist_ok=True)
    if (target / files.CHECKPOINTS).exists():
        (target / files.CHECKPOINTS).rename(old)
    for part in new.iterdir():
        part.replace(target / part.name)
    files.remove(new)
    files.remove(old)


def _is_copy(source: Path, target: Path) -> bool:
    """Returns whether all files of `source` are in `target`, byte for byte, and no other checkpoints."""
    inside = [path.relative_to(source) for path in source.rglob("*") if path.is_file()]
    same = all((target / x).is_file() and filecmp.cmp(source / x, target / x, shallow=False) for x in inside)
    return same and set(_checkpoints(source)) == set(_checkpoints(target))


def _checkpoints(folder: Path) -> list[str]:
    return [path.name for path in folder.glob(f"{files.CHECKPOINTS}/*")]
