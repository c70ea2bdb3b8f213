"""Shell commands of this Python environment, for messages that tell the user what to type."""

import contextlib
import shlex
import shutil
import sys
import sysconfig
from pathlib import Path

# An installed command has the name of its module in `experiments`, except for these modules.
_INSTALLED = {"run": "train"}


def invocation(module: str) -> list[str]:
    """Returns the words that run a module of `experiments` as a command.

    The words are the installed command, such as `diayn-train`, if this environment has it. Otherwise they are
    `python -m experiments.run`. The program is given with its path if a shell would not find it by its name,
    or would find the program of another environment.
    """
    name = f"diayn-{_INSTALLED.get(module, module)}"
    installed = Path(sysconfig.get_path("scripts")) / name
    if installed.is_file():
        return [_as_typed(installed, name)]
    return [python(), "-m", f"experiments.{module}"]


def command(module: str, *arguments: object) -> str:
    """Returns the command line that runs a module of `experiments` with these arguments."""
    return shlex.join([*invocation(module), *map(str, arguments)])


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
