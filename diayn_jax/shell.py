"""Shell commands of this Python environment, for messages that tell the user what to type."""

import contextlib
import shlex
import shutil
import sys
import sysconfig
from pathlib import Path


def invocation(*words: str) -> list[str]:
    """Returns the words that run `diayn` with these words.

    They begin with the installed command `diayn` if this environment has it, and otherwise with
    `python -m experiments.diayn`. The program is given with its path if a shell would not find it by its
    name, or would find the program of another environment.
    """
    installed = Path(sysconfig.get_path("scripts")) / "diayn"
    if installed.is_file():
        return [_as_typed(installed, "diayn"), *words]
    return [python(), "-m", "experiments.diayn", *words]


def command(*words: object) -> str:
    """Returns the command line of `diayn` with these words, the subcommand first."""
    return shlex.join(invocation(*map(str, words)))


def pip_install(*arguments: str) -> str:
    """Returns the command line that installs packages, such as `diayn_jax[gym]`, into this environment."""
    return shlex.join([python(), "-m", "pip", "install", *arguments])


def python() -> str:
    """Returns this Python interpreter as it is typed in a shell."""
    return _as_typed(Path(sys.executable), "python")


def _as_typed(program: Path, name: str) -> str:
    # OSError: the working directory was removed. ValueError: the program is not below it.
    with contextlib.suppress(OSError, ValueError):
        found = shutil.which(name)
        if found is not None and Path(found).absolute() == program.absolute():
            return name
        below = program.absolute().relative_to(Path.cwd())
        return str(below) if below.parent != Path() else f"./{below}"
    return str(program)
