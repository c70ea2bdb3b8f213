"""Arguments that several benchmarks share."""

import argparse
import shlex
from collections.abc import Callable, Collection, Mapping
from typing import Any

from benchmarks import accelerator
from benchmarks.qdax_diayn import QDAX_ENVS
from diayn_jax import envs, training
from diayn_jax.config import AUTO, Config, ConfigError
from diayn_jax.resolve import make_config
from experiments import flags


def names_among(known: Collection[str], separator: str = ";") -> Callable[[str], list[str]]:
    """Returns an argparse type for some of the names in `known`.

    The type returns a list, and argparse reports an unknown name as an error.
    """

    def names(text: str) -> list[str]:
        given = text.split(separator)
        for name in given:
            if name not in known:
                listed = f"{separator} ".join(known)
                raise argparse.ArgumentTypeError(f"there is no {name!r}; known are {listed}")
        return given

    return names


def add_names(
    parser: argparse.ArgumentParser, flag: str, known: Collection[str], separator: str = ","
) -> None:
    """Adds a flag for some of the names in `known`; the default is all of them."""
    listed = f"{separator} ".join(known)
    parser.add_argument(
        flag, type=names_among(known, separator), default=list(known), help=f"some of {listed}"
    )


def add_qdax(parser: argparse.ArgumentParser) -> None:
    """Adds the flags of a comparison with QDax; `check_qdax` checks them."""
    parser.add_argument("--qdax_python", default="", help="interpreter that has QDax; empty: without QDax")
    parser.add_argument("--env", default="ant", help=f"with QDax: {' or '.join(QDAX_ENVS)}")
    parser.add_argument("--backend", default="", help="empty: spring if QDax has the environment")


def check_qdax(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    """Sets the backend if it is not given; the parser reports an environment that QDax does not have."""
    if options.qdax_python and options.env not in QDAX_ENVS:
        parser.error(f"--env={options.env}: QDax has xy for {' and '.join(QDAX_ENVS)} only")
    options.backend = options.backend or ("spring" if options.env in QDAX_ENVS else AUTO)


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
