"""Reads solutions: those of an archive, or the skills of a run."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax import envs, resolve, shell
from diayn_jax.config import AUTO, ConfigError
from diayn_jax.storage import files, paths
from diayn_jax.use.archives import adaptation, archive_file
from diayn_jax.use.folded_skills import PlainPolicies
from diayn_jax.use.loaded_run import Run
from diayn_jax.use.named_run import LATEST, skills_of

# The fields that say in which world solutions were made; an archive leaves out variations by default values.
_OF_MAKING = ("env", "episode_length", *envs.Variation._fields)

Source = str | os.PathLike[str] | Run  # an archive's .npz, the directory of a run, or a run


class Solutions(NamedTuple):
    """Solutions, and the environment in which they were made."""

    policies: PlainPolicies
    made_in: Mapping[str, Any]  # fields of `Config`, as far as the source has them
    source: Mapping[str, Any]  # path and checkpoint, and the skill of each solution, in JSON's types

    def setting(self, name: str, given: Mapping[str, Any]) -> Any:
        """Returns the given value of a field, or else the one with which the solutions were made.

        Raises:
          ConfigError: neither exists.
        """
        value = given.get(name)
        if value is None and name not in self.made_in:
            raise ConfigError(f"The archive does not say how its solutions were made. Give --{name}.")
        return self.made_in[name] if value is None else value


def backend_of(source: Source, *, trust: bool = False) -> str:
    """Returns the backend on which solutions were made, without JAX; auto if it is unknown.

    Raises:
      ConfigError: there is no such archive or run.
      RunFileError: the file is not an archive.
    """
    if isinstance(source, Run):
        return source.trainer.env.backend
    path = _named(source)
    if _is_archive(path):
        return str(archive_file.load(path).about.get("backend", AUTO))
    return str(files.read_config(path, trust=trust)[1]["resolved"]["backend"])


def folder_of(source: Source) -> Path | None:
    """Returns the folder of an archive or the directory of a run; None for a run that has none.

    Raises:
      ConfigError: there is no such archive or run.
    """
    if isinstance(source, Run):
        return source.path
    path = _named(source)
    return path.parent if _is_archive(path) else path


def read(
    source: Source,
    checkpoint: int | str = LATEST,
    *,
    trust: bool = False,
    given: Mapping[str, Any] | None = None,
) -> Solutions:
    """Reads the solutions of an archive or a run.

    Args:
      given: fields that the caller gave. Other values that an archive has of them do not count and are not
        checked.

    Raises:
      ConfigError: there is no such archive or run, the policies are not plain networks, or the run's actions
        are another run's skills.
      UntrustedCodeError: the archive or run names code that is not trusted.
      CheckpointError: the checkpoint does not exist or cannot be read.
      RunFileError: the file is not an archive.
    """
    if isinstance(source, Run):
        return _of_run(source, source.path, checkpoint, trust)
    path = _named(source)
    if not _is_archive(path):
        return _of_run(path, path, checkpoint, trust)
    if checkpoint != LATEST:
        raise ConfigError(f"--checkpoint={checkpoint}: an archive has no checkpoints. Leave it out.")
    return _of_archive(path, trust, given or {})


def _is_archive(source: Path) -> bool:
    return source.suffix == ".npz"


def _named(source: str | os.PathLike[str]) -> Path:
    """Returns the archive, or the directory of the run, that is named.

    Raises `ConfigError` if there is none.
    """
    path = files.expanded(source)
    if not _is_archive(path):
        return paths.run_path(source)
    if not path.is_file():
        makes = shell.command("archive", "RUN")
        raise ConfigError(f"{path}: there is no such archive. To make one of a run's skills, use {makes}.")
    return path


def _of_archive(source: Path, trust: bool, given: Mapping[str, Any]) -> Solutions:
    found = archive_file.load(source)
    known = {name: found.about[name] for name in _OF_MAKING if name in found.about}
    of_making = {name: value for name, value in known.items() if given.get(name, value) == value}
    # The caller gives this environment, so the code that it names is trusted.
    resolve.trust({name: value for name, value in given.items() if name == "env"})
    with _of(source):
        made_in = resolve.fields_from_json(of_making, trust=trust)
        if "env" in made_in:
            envs.canonical(made_in["env"])
        policies = adaptation.policies_of(found)
    whence = {
        "path": str(source.absolute()),
        "run": found.about.get("run"),
        "env_steps": found.about.get("env_steps"),
        "skills": found.skill.tolist(),
        "cells": found.cell.tolist(),
        "descriptor_names": list(found.names),
        "descriptors": found.descriptors.tolist(),
    }
    return Solutions(policies, made_in, whence)


@contextlib.contextmanager
def _of(source: object) -> Iterator[None]:
    """Adds the source to the message of an error about its content."""
    try:
        yield
    except ConfigError as error:
        raise type(error)(f"{source}: {error}") from error


def _of_run(source: Source, path: Path | None, checkpoint: int | str, trust: bool) -> Solutions:
    config = source.config if isinstance(source, Run) else files.read_config(Path(source), trust=trust)[0]
    if config.choose_from:
        raise ConfigError(f"{path}: its actions are the skills of {config.choose_from}. Name that run.")
    skills = skills_of(source, checkpoint, trust=trust)
    with _of(path):
        policies = adaptation.policies_of(skills)
    whence = {"env_steps": skills.env_steps, "skills": policies.skills.tolist()}
    if path is not None:
        whence = {"path": str(path.absolute()), **whence}
    return Solutions(policies, {name: getattr(config, name) for name in _OF_MAKING}, whence)
