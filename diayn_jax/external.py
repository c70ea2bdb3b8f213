"""A user's own environments, objectives and agents, named `package.module:attribute`."""

import importlib
import re
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from diayn_jax import parallel
from diayn_jax.config import ConfigError, closest_matches

Spec = TypeVar("Spec")
Result = TypeVar("Result")

# Flags and names of code that may be imported even if a file names it: the user of this process gave them.
_TRUSTED: set[tuple[str, str]] = set()


class UntrustedCodeError(ConfigError):
    """A file names code to import that the user has not allowed."""


def trust(names: Mapping[str, str]) -> None:
    """Allows files to name these parts (`package.module:attribute`, by flag), from now on in this process."""
    _TRUSTED.update(names.items())


def check_trusted(names: Mapping[str, str]) -> None:
    """Checks that the user has allowed all parts that a file names; for `names` see `trust`.

    Raises:
      UntrustedCodeError: a part is not allowed. The message names it and says how to allow it.
    """
    untrusted = [f"--{flag}={name}" for flag, name in names.items() if (flag, name) not in _TRUSTED]
    if untrusted:
        raise UntrustedCodeError(
            f"it names code to be imported and run: {', '.join(untrusted)}. If you trust that code, "
            "add --trust."
        )


def is_trusted(flag: str, name: str) -> bool:
    """Returns whether the user has allowed this part, so that it may be imported."""
    return (flag, name) in _TRUSTED


def in_short(error: BaseException) -> str:
    """Describes an error in a user's code: `ValueError: no such joint (my_worlds.py:12, in step)`."""
    lines = str(error).strip().splitlines()
    said = f"{type(error).__name__}: {lines[0][:300]}" if lines else type(error).__name__
    here = str(Path(__file__).parent)
    inner = ("site-packages", "dist-packages", "<frozen", here, str(importlib.__file__))
    frames = traceback.extract_tb(error.__traceback__)
    # The last of these frames is the deepest line in the user's code.
    own = [frame for frame in frames if not any(part in frame.filename for part in inner)]
    if not own:
        return said
    return f"{said} ({Path(own[-1].filename).name}:{own[-1].lineno}, in {own[-1].name})"


def guarded(
    function: Callable[..., Result],
    failure: Callable[[str], Exception],
    passed: tuple[type[Exception], ...] = (ConfigError,),
) -> Callable[..., Result]:
    """Returns a function of a user that raises our own error where the user's code fails.

    Args:
      function: what the user wrote, or what calls it.
      failure: makes the error from a description such as that of `in_short`.
      passed: the kinds of errors that are raised as they are.
    """

    def call(*args: Any) -> Result:
        try:
            return function(*args)
        except passed:
            raise
        except Exception as error:  # A user's own code may raise any error.
            raise failure(in_short(error)) from error

    return call


def is_external(name: str) -> bool:
    """Returns whether a name has the form `package.module:attribute`."""
    return ":" in name


def load(flag: str, name: str) -> Any:
    """Imports and returns the attribute that `--flag=package.module:attribute` names.

    The module of an environment is imported after JAX has started. Modules of objectives and agents are
    imported before, because they declare settings, and JAX starts with the number of devices in the settings.

    Raises:
      ConfigError: the name has another form; the module does not exist, fails, or starts JAX too early; or
        the attribute does not exist or is not a function.
    """
    module_name, _, attribute = name.partition(":")
    if not re.fullmatch(r"\w+(\.\w+)*", module_name) or not attribute.isidentifier():
        raise ConfigError(f"--{flag}={name}: name your own code as package.module:function.")
    started = parallel.jax_has_started()

    def failed(error: str) -> ConfigError:
        return ConfigError(f"--{flag}={name}: importing {module_name} raised {error}. Fix the module.")

    try:
        module = guarded(importlib.import_module, failed, (ConfigError, ModuleNotFoundError))(module_name)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{module_name}.".startswith(f"{error.name}."):
            raise ConfigError(
                f"--{flag}={name}: {module_name} imports a module that is missing: {error}. Install it."
            ) from error
        raise ConfigError(
            f"--{flag}={name}: there is no module {error.name}. Start in the folder of the module, or "
            "install it."
        ) from error
    if flag != "env" and not started and parallel.jax_has_started():
        raise ConfigError(
            f"--{flag}={name}: {module_name} starts JAX when it is imported, before this run has chosen its "
            "devices. Create arrays only inside functions."
        )
    found = getattr(module, attribute, None)
    if not callable(found) and not isinstance(found, tuple):
        functions = [key for key, value in vars(module).items() if callable(value) and key[0] != "_"]
        raise ConfigError(
            f"--{flag}={name}: {module_name} has no such function.{closest_matches(attribute, functions)}"
        )
    return found


def row(
    flag: str, name: str, table: Mapping[str, Spec], make_spec: Callable[[Any], Spec], kinds: tuple[type, ...]
) -> Spec:
    """Returns the row of a table that `--flag=name` chooses, or the row of a user's own code.

    Args:
      name: a name in the table, or `package.module:attribute`.
      make_spec: makes a row from the user's function. If the user's attribute is a row, it is not called.

    Raises:
      ConfigError: the table has no such row, and the name is not a user's own code.
    """
    if name in table:
        return table[name]
    if is_external(name):
        found = load(flag, name)
        is_row = isinstance(found, kinds)
        if isinstance(found, tuple) and not is_row:
            takes = " or ".join(kind.__name__ for kind in kinds)
            raise ConfigError(
                f"--{flag}={name} is of type {type(found).__name__}; it must be of type {takes}."
            )
        return found if is_row else make_spec(found)
    raise ConfigError(
        f"--{flag}={name} is not allowed: it takes {' | '.join(table)}, or your own "
        f"package.module:make.{closest_matches(name, table)}"
    )
