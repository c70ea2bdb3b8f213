"""What a command settles around its work: what it is given, and how it ends."""

import contextlib
import functools
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn, TextIO

from diayn_jax import shell
from diayn_jax.config import AUTO, ConfigError, closest_matches, did_you_mean
from diayn_jax.machine import jax_setup
from diayn_jax.machine.jax_setup import quiet

# The flag of all commands that read a run or a config.
TRUST = (
    "trust",
    "import the code of your own (package.module:make) that the run, or the file, names",
)

# Exit codes.
REFUSED, DIVERGED, FAILED, INTERRUPTED = 2, 3, 4, 130


def run(command: Callable[[], int], memory_flags: str) -> int:
    """Runs a command that is yet to import JAX; returns its exit code, or that of how it ended.

    Args:
      command: returns its exit code.
      memory_flags: those that are to be lowered where memory runs out.
    """
    quiet()
    try:
        return command()
    except ConfigError as error:
        return fail(error, REFUSED)
    except KeyboardInterrupt:
        # Before or after training, which handles signals itself.
        return fail("Interrupted.", INTERRUPTED)
    except RuntimeError as error:
        explained = _explained(error, memory_flags)
        if explained is None:
            raise
        return fail(*explained)
    finally:
        # One that was closed from the start is None.
        for stream in filter(None, (sys.stdout, sys.stderr)):
            try:
                stream.flush()
            except OSError:
                _discard(stream)


def _explained(error: RuntimeError, memory_flags: str) -> tuple[str, int] | None:
    """The message and the exit code for an error that a user can do something about; None for any other."""
    import jax

    from diayn_jax.envs import SimulatorError
    from diayn_jax.storage.files import RunFileError
    from diayn_jax.storage.metadata import CheckpointError, UnreadableCheckpointError

    if isinstance(error, SimulatorError):
        return str(error), FAILED
    if isinstance(error, RunFileError):
        # The command line asked for a checkpoint that does not exist or does not fit; a damaged one exists.
        wrong = isinstance(error, CheckpointError) and not isinstance(error, UnreadableCheckpointError)
        return str(error), REFUSED if wrong else FAILED
    if isinstance(error, jax.errors.JaxRuntimeError) and "RESOURCE_EXHAUSTED" in str(error):
        return f"Out of memory: {str(error).splitlines()[0]}. Lower {memory_flags}.", FAILED
    return None


def say(text: object, end: str = "\n") -> None:
    """Prints at once. A reader that has gone, such as `head`, ends neither the command nor its work."""
    try:
        print(text, end=end, flush=True)
    except OSError:
        _discard(sys.stdout)


def say_help(text: str) -> None:
    """Prints a command's help, with its examples as they are typed here."""

    def typed(found: re.Match[str]) -> str:
        return shell.command(found[1])

    say(re.sub(r"python -m experiments\.(\w+)", typed, text), end="")


@contextlib.contextmanager
def waiting(what: str) -> Iterator[Callable[[str], None]]:
    """As `console.waiting`: says what is going on where it takes long."""
    from diayn_jax.run import console

    with console.waiting(what) as tell:
        yield tell


def _discard(stream: TextIO) -> None:
    """Drops what a stream still holds and will be given.

    Python would try it again at its end, complain, and exit with a code of its own.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


start_jax = functools.partial(jax_setup.start_jax, say=say)


def fail(message: object, code: int) -> int:
    """Says why a command ends; returns the exit code."""
    # Where there is nobody to tell, the code still does.
    with contextlib.suppress(OSError):
        print(message, file=sys.stderr)
    return code


def leave(main: Callable[[], int]) -> NoReturn:
    """Runs a command and ends the process; from then on a signal ends it at once, without a word."""
    try:
        code = main()
        # By now all is written, and Python would tell where in its own end a Ctrl-C has come.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code in (REFUSED, DIVERGED, FAILED, INTERRUPTED):
        from diayn_jax.machine import cluster

        cluster.leave_at_once(code)
    sys.exit(code)


def installed(main: Callable[[], int]) -> NoReturn:
    """Runs a command that was started by its installed name, and ends the process.

    As by `python -m`, modules of one's own are found in the folder that it is started in.
    """
    if not sys.flags.safe_path:
        # A folder that has been removed has no modules.
        with contextlib.suppress(OSError):
            sys.path[0] = str(Path.cwd())
    leave(main)


def run_path(name: str) -> Path:
    """The directory of a run that is named by it, or by a file in it.

    Raises:
      ConfigError: there is none.
    """
    from diayn_jax.storage import files

    path = Path(name).expanduser()
    if path.is_file() and (path.parent / files.CONFIG).exists():
        path = path.parent
    if not path.is_dir():
        others = sorted(p.name for p in path.parent.iterdir() if p.is_dir()) if path.parent.is_dir() else []
        raise ConfigError(f"{path}: there is no such run.{closest_matches(path.name, others)}{latest_run()}")
    if not files.has_config(path):
        if hint := files.hint_of_sweep(path):
            raise ConfigError(f"{path} is not a run.{hint}")
        inside = sorted(p.parent for p in path.glob(f"*/{files.CONFIG}")) or sorted(
            p.parent for p in path.glob(f"*/*/{files.CONFIG}")
        )
        hint = did_you_mean([str(p) for p in inside[-3:]])
        raise ConfigError(f"{path} is not a run: it has no {files.CONFIG}.{hint}")
    return path


def one_run_path(operands: Sequence[str]) -> Path:
    """The directory of the one run that a command line names.

    Raises:
      ConfigError: it names none, or several, or what is no run.
    """
    if len(operands) != 1:
        given = f"{len(operands)} are named" if operands else "none is named"
        raise ConfigError(f"Name one run, by its directory, such as runs/ant/NAME; {given}.")
    return run_path(operands[0])


def shown_on_page(directory: Path, written: Sequence[Path]) -> list[Path]:
    """Has a run's page show pictures that were written into its directory; returns the page, if there is one.

    Raises:
      RunFileError: it cannot be written.
    """
    from diayn_jax.show import report

    if not any(file.parent.resolve() == directory.resolve() for file in written):
        return []
    page = report.show_pictures(directory)
    return [] if page is None else [page]


def out_file(given: str, example: str) -> Path:
    """The file that `--out` names; `example` is one for the message.

    Raises:
      ConfigError: it is a folder, or in one that there is not.
    """
    out = Path(given).expanduser()
    if out.is_dir() or not out.parent.is_dir():
        what = "is a folder" if out.is_dir() else f"is in {out.parent}, which there is not"
        raise ConfigError(f"--out={given}: {what}. Name a file, such as {example}.")
    return out


def start_jax_for(path: Path, device: str) -> None:
    """Starts JAX for the skills of a run, as `start_jax_on` its backend.

    Raises:
      ConfigError: its config cannot be read; as `start_jax`.
    """
    from diayn_jax.storage import files

    start_jax_on(files.read_config(path)[1]["resolved"]["backend"], device)


def start_jax_on(backend: str, device: str) -> None:
    """Starts JAX for a backend of an environment's, on one device.

    Where `auto` is said and the backend has no other, that is a CPU.

    Raises:
      ConfigError: as `start_jax`.
    """
    from diayn_jax import envs

    if device == AUTO and backend in envs.ON_CPUS:
        device = "cpu"
    start_jax(device=device, num_devices=1, spare_threads=backend in envs.FACTORISES)


def latest_run() -> str:
    """` The latest here is …`, or nothing where there is no run."""
    found = list(Path("runs").glob("*/*/config.json"))
    return f" The latest here is {max(found, key=lambda p: p.stat().st_mtime).parent}." if found else ""
