"""Writes the policy of a run as a small run directory of its own, without what only training needs."""

import shutil
from pathlib import Path
from typing import Any

from diayn_jax import training
from diayn_jax.config import ConfigError
from diayn_jax.envs import interface as interface_of
from diayn_jax.records import warn
from diayn_jax.storage import checkpoint, files
from diayn_jax.use import read_checkpoint

# Facts of the run that the metadata of the new checkpoint keeps.
_KEPT = ("diayn_jax", "env_steps", "ranking", "figures", "host")
_WRITING = ".writing"


def write_run(path: Path, folder: Path, which: str, *, trust: bool = False) -> Path:
    """Writes the policy of a run to a new folder that every command takes as a run, except to resume it.

    The folder has no absolute path of this machine: `log_dir` becomes `runs`, and of other paths in the
    command and the config, such as `start_run`, the last part is left.

    Args:
      path: the run's directory.
      folder: the folder to write; it must not exist, or be empty.
      which: the checkpoint, as in `read_checkpoint.restore`.
      trust: lets the run import code of the user's own that it names.

    Raises:
      ConfigError: the folder is not empty, or the run chooses among the skills of another run.
      CheckpointError: there is no such checkpoint, or the folder cannot be written.
      RunFileError: a file in the folder cannot be written.
    """
    config, ran = files.read_config(path, trust=trust)
    if config.choose_from:
        raise ConfigError(
            f"{path} chooses among the skills of {config.choose_from}, and needs that run too. "
            "Export that one."
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ConfigError(f"{folder} is not empty. Name a new folder.")
    components = training.make_components(config, interface_of(config, ran["resolved"]["backend"]))
    found = read_checkpoint.restore_policy(path, config, components, which, warn)
    document = without_paths(ran)
    metadata = {name: found.metadata[name] for name in _KEPT if name in found.metadata}
    # Written under another name, and renamed at the end: a folder with the final name is complete.
    folder = folder.absolute()  # `.` has no name
    writing = folder.with_name(f"{folder.name}{_WRITING}")
    files.remove(writing)
    checkpoint.save(
        writing / files.CHECKPOINTS,
        training.policy_alone(components, found.state),
        {**metadata, "run": document, files.POLICY_ALONE: True},
        replay=False,
    )
    if read_checkpoint.final_of(path, ran, found, warn) is not None:
        with files.explained(writing / files.SKILLS):
            shutil.copyfile(path / files.SKILLS, writing / files.SKILLS)
    files.write_checked_json(writing / files.CONFIG, document)
    with files.explained(folder):
        writing.rename(folder)
    return folder


def size_of(folder: Path) -> int:
    """Returns the bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def without_paths(ran: dict[str, Any]) -> dict[str, Any]:
    """Returns the document of a run (`config.json`) without absolute paths, and without its checksum."""
    fields = {
        name: _without_path(value) if isinstance(value, str) else value
        for name, value in ran["config"].items()
    }
    config = {**fields, "log_dir": "runs"}
    commands: dict[str, Any] = {
        name: [_without_path(str(word)) for word in ran[name]]
        for name in ("command", "sweep_command")
        if name in ran
    }
    kept = {name: value for name, value in ran.items() if name != "crc32"}
    return {**kept, "config": config, **commands, "resumed": []}


def _without_path(word: str) -> str:
    flag, equals, value = word.rpartition("=")
    return f"{flag}{equals}{Path(value).name}" if Path(value).is_absolute() else word
