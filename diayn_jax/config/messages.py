"""How messages name settings: as flags on the command line, and as arguments in Python.

Texts name settings as flags, `--episodes=0`. A public function has `in_arguments`, so that its errors and the
lines that it says name `episodes=0`. Commands print `as_flags(error)`, and receive lines by a function with
`names_flags`.
"""

import functools
import inspect
import re
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
F = TypeVar("F", bound=Callable[..., Any])

# First what is to be typed (a command line, a variable), whose flags stay flags; then all other flags.
_FLAGS = re.compile(
    r"(\S*diayn [a-z]+(?: [\w./][\w.,/=+-]*){0,2}(?: --[\w=./,-]+)+|ray start(?: --[\w=.,…-]+)+"
    r"|XLA_FLAGS=\S+)|(?<![\w-])--([a-z]\w*)(=?)"
)
_SWITCHES = {name: f"{name}=True" for name in ("deterministic", "resume", "tensorboard", "trust")}
_RENAMED = {"range": "ranges"}  # flags whose arguments have other names


class NamesSettings(Exception):
    """An error whose message names settings."""

    in_python = False  # whether the message names arguments

    def __str__(self) -> str:
        text = super().__str__()
        return as_arguments(text) if self.in_python else text


class Arguments:
    """Receives lines in Python, and passes them on to `say` with arguments for flags."""

    def __init__(self, say: Callable[[str], None]):
        self.say = say

    def __call__(self, text: str) -> None:
        """Passes a line on."""
        self.say(as_arguments(text))


def names_flags(say: F) -> F:
    """Marks a function that receives the lines of a command, which keep their flags."""
    say.names_flags = True  # type: ignore[attr-defined]
    return say


def as_arguments(text: str) -> str:
    """Returns a text with arguments for flags."""
    return _FLAGS.sub(_argument, text)


def _argument(found: re.Match[str]) -> str:
    typed, name, equals = found.groups()
    if typed:
        return str(typed)
    name = _RENAMED.get(name, name)
    return f"{name}=" if equals else _SWITCHES.get(name, name)


def as_flags(error: BaseException) -> str:
    """Returns the message of an error, with flags for settings."""
    return str(error.args[0]) if isinstance(error, NamesSettings) and error.args else str(error)


def in_arguments(function: Callable[P, R]) -> Callable[P, R]:
    """Makes the errors of a public function, and the lines that it says, name arguments."""
    parameters = inspect.signature(function).parameters
    says = "say" in parameters
    by_place = says and parameters["say"].kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    place = list(parameters).index("say") if by_place else None

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        given: Any = [*args]
        named: Any = {**kwargs}
        if says and "say" in named:
            named["say"] = _in_python(named["say"])
        elif place is not None and len(given) > place:
            given[place] = _in_python(given[place])
        try:
            return function(*given, **named)
        except NamesSettings as error:
            error.in_python = True
            raise

    return call


def _in_python(say: Any) -> Any:
    return say if isinstance(say, Arguments) or getattr(say, "names_flags", False) else Arguments(say)
