"""Parts of a user's own, named `package.module:attribute`."""

import importlib
import re
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from diayn_jax import parallel
from diayn_jax.config import ConfigError, closest_matches

Spec = TypeVar("Spec")

# What may be imported because a file names it: flags and names that the person who runs this process gave.
_TRUSTED: set[tuple[str, str]] = set()


class UntrustedCodeError(ConfigError):
    """A file names code of somebody's own, and nobody has asked for that to be run."""


def trust(names: Mapping[str, str]) -> None:
    """Has files of this process name these parts, by flag, from here on."""
    _TRUSTED.update(names.items())


def check_trusted(names: Mapping[str, str]) -> None:
    """Refuses parts, by flag, that stand in a file and that nobody has asked for.

    Raises:
      UntrustedCodeError: says which, and how they are allowed.
    """
    untrusted = [f"--{flag}={name}" for flag, name in names.items() if (flag, name) not in _TRUSTED]
    if untrusted:
        raise UntrustedCodeError(
            f"it names code to be imported and run: {', '.join(untrusted)}. If you trust that code, add "
            "--trust (in Python: trust=True)."
        )


def is_trusted(flag: str, name: str) -> bool:
    """Whether somebody has asked for this part, so that it may be imported."""
    return (flag, name) in _TRUSTED


def in_short(error: BaseException) -> str:
    """An exception of a user's own code in a line: `ValueError: no such joint (my_worlds.py:12, in step)`."""
    lines = str(error).strip().splitlines()
    said = f"{type(error).__name__}: {lines[0][:300]}" if lines else type(error).__name__
    here = str(Path(__file__).parent)
    inner = ("site-packages", "dist-packages", "<frozen", here, str(importlib.__file__))
    frames = traceback.extract_tb(error.__traceback__)
    # The deepest place in the user's code; where it calls none of a library's, that is where it was raised.
    own = [frame for frame in frames if not any(part in frame.filename for part in inner)]
    if not own:
        return said
    return f"{said} ({Path(own[-1].filename).name}:{own[-1].lineno}, in {own[-1].name})"


def is_external(name: str) -> bool:
    """Whether a name is `package.module:attribute`."""
    return ":" in name


def load(flag: str, name: str) -> Any:
    """What `--flag=package.module:attribute` names; its module is imported here.

    An environment's is imported once JAX runs. Others are imported before, because they declare
    settings, and the number of devices is one of those.

    Raises:
      ConfigError: another form, no such module, one that starts JAX too early, or nothing in it by
        that name that can be called.
    """
    module_name, _, attribute = name.partition(":")
    if not re.fullmatch(r"\w+(\.\w+)*", module_name) or not attribute.isidentifier():
        raise ConfigError(f"--{flag}={name}: one of your own is named package.module:function.")
    started = parallel.jax_has_started()
    try:
        module = importlib.import_module(module_name)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{module_name}.".startswith(f"{error.name}."):
            raise ConfigError(
                f"--{flag}={name}: {module_name} imports something that is not there: {error}. Install that."
            ) from error
        raise ConfigError(
            f"--{flag}={name}: there is no module {error.name}. Start in the folder that it lies in, or "
            "install it."
        ) from error
    except ConfigError:
        raise
    except Exception as error:  # Whatever a user's own code raises.
        raise ConfigError(
            f"--{flag}={name}: importing {module_name} raised {in_short(error)}. Mend it."
        ) from error
    if flag != "env" and not started and parallel.jax_has_started():
        raise ConfigError(
            f"--{flag}={name}: {module_name} starts JAX when it is imported, before this run has chosen its "
            "devices. Make its arrays inside functions."
        )
    found = getattr(module, attribute, None)
    if not callable(found) and not isinstance(found, tuple):
        functions = [key for key, value in vars(module).items() if callable(value) and key[0] != "_"]
        raise ConfigError(
            f"--{flag}={name}: {module_name} has no such function.{closest_matches(attribute, functions)}"
        )
    return found


def row(flag: str, name: str, table: Mapping[str, Spec], make_spec: Callable[[Any], Spec]) -> Spec:
    """The row of a table that `--flag=name` chooses, or a user's own.

    Args:
      make_spec: the rows' class, which makes one of a function where a user's own is no row.

    Raises:
      ConfigError: there is no such row, and nothing of a user's own by that name.
    """
    if name in table:
        return table[name]
    if is_external(name):
        found, kind = load(flag, name), type(next(iter(table.values())))
        if isinstance(found, tuple) and not isinstance(found, kind):
            raise ConfigError(f"--{flag}={name} is of {type(found).__name__}; it takes {kind.__name__}.")
        return found if isinstance(found, kind) else make_spec(found)
    raise ConfigError(
        f"--{flag}={name} is not allowed: it takes {' | '.join(table)}, or package.module:make of your "
        f"own.{closest_matches(name, table)}"
    )
