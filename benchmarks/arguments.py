"""Arguments that several benchmarks share."""

import argparse
import shlex
from collections.abc import Callable, Collection, Mapping
from typing import Any

from benchmarks import accelerator
from diayn_jax import envs, training
from diayn_jax.config import Config, ConfigError
from diayn_jax.resolve import make_config
from experiments import flags


def names_among(known: Collection[str]) -> Callable[[str], list[str]]:
    """Returns an argparse type for some of the names in `known`, separated by semicolons.

    The type returns a list, and argparse reports an unknown name as an error.
    """

    def names(text: str) -> list[str]:
        given = text.split(";")
        for name in given:
            if name not in known:
                raise argparse.ArgumentTypeError(f"there is no {name!r}; known are {'; '.join(known)}")
        return given

    return names


def overrides(parser: argparse.ArgumentParser, text: str, own: Collection[str]) -> dict[str, Any]:
    """Parses `--args`, the flags of the training command, to config fields.

    The parser reports an error for words that are not flags of that command, and for the fields in `own`,
    which the benchmark sets.
    """
    try:
        found = dict(flags.parse(shlex.split(text), ()).overrides)
    except (ConfigError, ValueError) as error:
        parser.error(f"--args: {error}")
    for name in found:
        if name in own:
            parser.error(f"--args: this benchmark sets --{name} itself; leave it out")
    return found


def tiny_size(given: Collection[str]) -> dict[str, Any]:
    """Returns fields that make a run of any environment quick on a CPU, except those that are given."""
    sizes = {name: x for name, x in accelerator.TINY.items() if name not in ("env", "backend")}
    return sizes if "objective" in given else {**sizes, "num_skills": 4}


def checked(parser: argparse.ArgumentParser, fields: Mapping[str, Any]) -> Config:
    """Returns the config of a run on a CPU, without compiling; the parser reports an invalid one."""
    try:
        config = make_config(fields, env_defaults=envs.defaults(fields["env"]))
        training.make_trainer(config, envs.from_config(config))
    except ConfigError as error:
        parser.error(str(error))
    return config
