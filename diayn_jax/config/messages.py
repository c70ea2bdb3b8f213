"""How messages name settings: as flags on the command line, and as arguments in Python.

Texts name settings as flags, `--episodes=0`. A public function has `in_arguments`, so that its errors say
`episodes=0`. Commands print `as_flags(error)`.
"""

import functools
import re
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

# First the flags of a command line to type, which stay flags; then all other flags.
_FLAGS = re.compile(
    r"(\S*diayn [a-z]+(?: [\w./]+)*(?: --[\w=./,-]+)+)|(?<![\w-])--(?:([a-z]\w*)(?![\w=])|(?=[a-z]))"
)
_SWITCHES = {"trust": "trust=True", "resume": "resume=True"}


class NamesSettings(Exception):
    """An error whose message names settings."""

    in_python = False  # whether the message names arguments

    def __str__(self) -> str:
        text = super().__str__()
        return _FLAGS.sub(_argument, text) if self.in_python else text


def _argument(found: re.Match[str]) -> str:
    typed, alone = found.groups()
    return typed or _SWITCHES.get(alone, alone or "")


def as_flags(error: BaseException) -> str:
    """Returns the message of an error, with flags for settings."""
    return str(error.args[0]) if isinstance(error, NamesSettings) and error.args else str(error)


def in_arguments(function: Callable[P, R]) -> Callable[P, R]:
    """Makes the errors of a public function name arguments."""

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except NamesSettings as error:
            error.in_python = True
            raise

    return call
