"""Skills that come with the package: runs that hold the policy alone, by name."""

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

    It is copied there once.

    Raises:
      ConfigError: there is no such set, or it cannot be copied.
    """
    source, target = folder(name), COPIES / name
    if not (target / files.CONFIG).exists():
        try:
            # The config comes last: a copy that was interrupted has none, and is made again.
            others = shutil.ignore_patterns(files.CONFIG)
            shutil.copytree(source, target, ignore=others, dirs_exist_ok=True)
            shutil.copyfile(source / files.CONFIG, target / files.CONFIG)
        except OSError as error:
            raise ConfigError(
                f"{name} cannot be copied to {target}: {error}. Go to a folder that can be written to."
            ) from error
    return target
