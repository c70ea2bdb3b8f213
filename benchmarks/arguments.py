"""What the commands of several benchmarks take."""

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
    """The type of an argument that names some of `known`, separated by semicolons.

    It gives them as a list, and has argparse refuse what is not among them.
    """

    def names(text: str) -> list[str]:
        given = text.split(";")
        for name in given:
            if name not in known:
                raise argparse.ArgumentTypeError(f"there is no {name!r}; there are {'; '.join(known)}")
        return given

    return names


def overrides(parser: argparse.ArgumentParser, text: str, own: Collection[str]) -> dict[str, Any]:
    """The config fields that `--args` gives, as the training command takes them.

    Has the parser refuse what is no flag of that command, and the `own` fields of the benchmark.
    """
    try:
        found = dict(flags.parse(shlex.split(text), ()).overrides)
    except (ConfigError, ValueError) as error:
        parser.error(f"--args: {error}")
    for name in found:
        if name in own:
            parser.error(f"--args: --{name} is what this benchmark sets itself; leave it out")
    return found


def tiny_size(given: Collection[str]) -> dict[str, Any]:
    """The fields of a run of any environment that is quick on a CPU, beside those that are given."""
    sizes = {name: x for name, x in accelerator.TINY.items() if name not in ("env", "backend")}
    return sizes if "objective" in given else {**sizes, "num_skills": 4}


def checked(parser: argparse.ArgumentParser, fields: Mapping[str, Any]) -> Config:
    """The config of such a run on a CPU, without compiling; the parser refuses one that no run could have."""
    try:
        config = make_config(fields, env_defaults=envs.defaults(fields["env"]))
        training.make_trainer(config, envs.from_config(config))
    except ConfigError as error:
        parser.error(str(error))
    return config
