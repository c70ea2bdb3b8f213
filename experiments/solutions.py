"""Reads the solutions that a command line names: those of an archive, or the skills of a run."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax import shell
from diayn_jax.config import AUTO, ConfigError
from experiments import flags, start

_OF_ARCHIVE = ("env", "episode_length")  # the fields that an archive records about its environment


class Solutions(NamedTuple):
    """Solutions, and the environment in which they were made."""

    policies: Any  # diayn_jax.use.folded_skills.PlainPolicies
    made_in: Mapping[str, Any]  # fields of `Config`, as far as the source has them
    source: Mapping[str, Any]  # path and checkpoint, and the skill of each solution, in JSON's types


def is_archive(source: Path) -> bool:
    """Whether a path names an archive, and not a run."""
    return source.suffix == ".npz"


def named(parsed: flags.Parsed) -> Path:
    """Returns the archive, or the directory of the run, that a command line names.

    Raises:
      ConfigError: it does not name exactly one run or archive, or it gives --checkpoint for an archive.
    """
    words, which = parsed.operands, parsed.command["checkpoint"]
    if len(words) != 1:
        given = f"{len(words)} are named" if words else "none is named"
        raise ConfigError(
            f"Name one run, by its directory, such as runs/ant/NAME, or an archive's .npz; {given}."
        )
    source = Path(words[0]).expanduser()
    if not is_archive(source):
        return start.run_path(words[0])
    if not source.is_file():
        makes = shell.command("archive", "RUN")
        raise ConfigError(f"{source}: there is no such archive. To make one of a run's skills, use {makes}.")
    if which:
        raise ConfigError(f"--checkpoint={which}: an archive has no checkpoints. Leave it out.")
    return source


def read(source: Path, parsed: flags.Parsed, say: Callable[[str], None] = start.say) -> Solutions:
    """Starts JAX for the solutions at `source`, and reads them.

    It uses the flags --checkpoint and --trust, and --env, --backend and --device if they are given. `say`
    reports a damaged checkpoint.

    Raises:
      ConfigError: the policies are not plain networks, the run's actions are another run's skills, or --env
        does not exist; also as for `start.start_jax`.
      UntrustedCodeError: the archive or run names code that is not trusted.
      CheckpointError: the checkpoint does not exist or cannot be read.
      RunFileError: the file is not an archive.
    """
    from diayn_jax import envs

    if "env" in parsed.overrides:
        envs.canonical(parsed.overrides["env"])
    return _of_archive(source, parsed) if is_archive(source) else _of_run(source, parsed, say)


def _of_archive(source: Path, parsed: flags.Parsed) -> Solutions:
    from diayn_jax import envs, resolve
    from diayn_jax.use.archives import adaptation, archive_file

    given = parsed.overrides
    found = archive_file.load(source)
    of_making = {name: found.about[name] for name in _OF_ARCHIVE if name in found.about and name not in given}
    with _of(source):
        made_in = resolve.fields_from_json(of_making, trust=parsed.command["trust"])
        if "env" in made_in:
            envs.canonical(made_in["env"])
    _start_jax(str(found.about.get("backend", AUTO)), given)
    with _of(source):
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
def _of(source: Path) -> Iterator[None]:
    """Adds the source to the message of an error about its content."""
    try:
        yield
    except ConfigError as error:
        raise type(error)(f"{source}: {error}") from error


def _of_run(source: Path, parsed: flags.Parsed, say: Callable[[str], None]) -> Solutions:
    from diayn_jax import envs
    from diayn_jax.storage import files
    from diayn_jax.use import loaded_run
    from diayn_jax.use.archives import adaptation

    config, document = files.read_config(source, trust=parsed.command["trust"])
    if config.choose_from:
        raise ConfigError(f"{source}: its actions are the skills of {config.choose_from}. Name that run.")
    _start_jax(document["resolved"]["backend"], parsed.overrides)
    skills = loaded_run.load_skills(source, parsed.command["checkpoint"] or "latest", say)
    with _of(source):
        policies = adaptation.policies_of(skills)
    whence = {
        "path": str(source.absolute()),
        "env_steps": skills.env_steps,
        "skills": policies.skills.tolist(),
    }
    names = (*_OF_ARCHIVE, *envs.Variation._fields)
    return Solutions(policies, {name: getattr(config, name) for name in names}, whence)


def _start_jax(made_on: str, given: Mapping[str, Any]) -> None:
    """Starts JAX for the backend of a flag, or else for the one on which the solutions were made."""
    backend = given.get("backend", AUTO)
    start.start_jax_on(made_on if backend == AUTO else backend, given.get("device", AUTO))


def setting(name: str, given: Mapping[str, Any], made_in: Mapping[str, Any]) -> Any:
    """Returns the value of a flag, or else the one with which the solutions were made.

    Raises:
      ConfigError: neither exists.
    """
    if name not in given and name not in made_in:
        raise ConfigError(f"The archive does not say how its solutions were made. Give --{name}.")
    return given.get(name, made_in.get(name))
