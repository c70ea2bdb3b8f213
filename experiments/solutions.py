"""Solutions that a command line names: those of an archive, or the skills of a run."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax import shell
from diayn_jax.config import AUTO, ConfigError
from experiments import flags, start

WHICH = flags.Command(
    "which", "checkpoint of a run: latest, best (docs/evaluate.md) or its steps [default latest]", "WHICH"
)
_OF_ARCHIVE = ("env", "episode_length")  # what an archive says of the world in which it was made


class Solutions(NamedTuple):
    """Solutions, and in what they were made."""

    policies: Any  # diayn_jax.use.folded_skills.PlainPolicies
    made_in: Mapping[str, Any]  # fields of `Config`, as far as the source tells them
    source: Mapping[str, Any]  # their path and checkpoint, and which of its skills each is, as JSON has it


def is_archive(source: Path) -> bool:
    """Whether a path is that of an archive, and not of a run."""
    return source.suffix == ".npz"


def named(parsed: flags.Parsed) -> Path:
    """The archive, or the directory of the run, that a command line names.

    Raises:
      ConfigError: it names none, or several, or what is neither; a checkpoint of an archive.
    """
    words, which = parsed.operands, parsed.command["which"]
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
        raise ConfigError(f"{source}: there is no such archive. {makes} makes one of a run's skills.")
    if which:
        raise ConfigError(f"--which={which}: an archive has no checkpoints. Leave it out.")
    return source


def read(source: Path, parsed: flags.Parsed, say: Callable[[str], None] = start.say) -> Solutions:
    """Starts JAX for the solutions that are `named`, and reads them.

    Of flags it takes --which and --trust, and --env, --backend and --device where they are given; `say` is
    told of a checkpoint that is damaged.

    Raises:
      ConfigError: policies that are no plain networks; a run whose actions are another's skills; an --env
        that there is not; as `start.start_jax`.
      UntrustedCodeError: an archive or a run that names code which nobody has asked for.
      CheckpointError: there is no such checkpoint, or none that can be read.
      RunFileError: what is no archive.
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
    """Names the source in an error that is of what it holds."""
    try:
        yield
    except ConfigError as error:
        raise type(error)(f"{source}: {error}") from error


def _of_run(source: Path, parsed: flags.Parsed, say: Callable[[str], None]) -> Solutions:
    from diayn_jax import envs
    from diayn_jax.storage import files
    from diayn_jax.use import loading
    from diayn_jax.use.archives import adaptation

    config, document = files.read_config(source, trust=parsed.command["trust"])
    if config.choose_from:
        raise ConfigError(f"{source}: its actions are the skills of {config.choose_from}. Name that run.")
    _start_jax(document["resolved"]["backend"], parsed.overrides)
    skills = loading.load_skills(source, parsed.command["which"] or "latest", say)
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
    """For the backend that a flag says, or else that on which the solutions were made."""
    backend = given.get("backend", AUTO)
    start.start_jax_on(made_on if backend == AUTO else backend, given.get("device", AUTO))


def setting(name: str, given: Mapping[str, Any], made_in: Mapping[str, Any]) -> Any:
    """What a flag says, or else where the solutions were made.

    Raises:
      ConfigError: neither does.
    """
    if name not in given and name not in made_in:
        raise ConfigError(f"The archive does not say in what its solutions were made: give --{name}.")
    return given.get(name, made_in.get(name))
