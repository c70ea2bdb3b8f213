"""Programs of this environment as they are typed in a shell here, for messages that say what to type."""

import contextlib
import shlex
import shutil
import sys
import sysconfig
from pathlib import Path

# Installed commands are called as the modules of `experiments` that they run, but for this one.
_INSTALLED = {"run": "train"}


def invocation(module: str) -> list[str]:
    """The words that start a module of `experiments` as a command.

    They are the installed command, such as `diayn-train`, where this environment has it, and otherwise
    `python -m experiments.run`. A program has its path in front where a shell would not find it by its name,
    or would find that of another environment.
    """
    name = f"diayn-{_INSTALLED.get(module, module)}"
    installed = Path(sysconfig.get_path("scripts")) / name
    if installed.is_file():
        return [_as_typed(installed, name)]
    return [python(), "-m", f"experiments.{module}"]


def command(module: str, *arguments: object) -> str:
    """The line that starts a module of `experiments` with these arguments."""
    return shlex.join([*invocation(module), *map(str, arguments)])


def pip_install(*arguments: str) -> str:
    """The line that installs packages, such as `diayn_jax[gym]`, into this environment."""
    return shlex.join([python(), "-m", "pip", "install", *arguments])


def python() -> str:
    """This interpreter."""
    return _as_typed(Path(sys.executable), "python")


def _as_typed(program: Path, name: str) -> str:
    # OSError: the working directory has been removed. ValueError: the program is not below it.
    with contextlib.suppress(OSError, ValueError):
        found = shutil.which(name)
        if found is not None and Path(found).absolute() == program.absolute():
            return name
        below = program.absolute().relative_to(Path.cwd())
        return str(below) if below.parent != Path() else f"./{below}"
    return str(program)
