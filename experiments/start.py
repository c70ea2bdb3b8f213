"""The parts that all commands share: finding runs, starting JAX, printing, and exit codes."""

import contextlib
import dataclasses
import errno
import functools
import gc
import json
import re
import signal
import sys
import textwrap
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from diayn_jax import output, shell
from diayn_jax.config import AUTO, ConfigError, as_flags, names_flags
from diayn_jax.machine import jax_setup
from diayn_jax.machine.jax_setup import quiet
from diayn_jax.storage import paths
from experiments import flags, interrupt

if TYPE_CHECKING:
    from diayn_jax.records import Record
    from diayn_jax.run.console import Waiting

# A flag of all commands that read a run or a config, and one of those that read a checkpoint.
TRUST = flags.Command("trust", "import your own code (package.module:make) that the run or file names")
CHECKPOINT = flags.Command(
    "checkpoint",
    "the checkpoint: latest; best, by eval/mi for diayn, eval/return for task, else eval/score; "
    "or its steps [default latest]",
    "latest|best|STEPS",
)
SEEDS = flags.Command(
    "seeds", "the seeds of the runs: 0..7 for 0 to 7, both included, or a list 0,3,5 [default 0]", "SEEDS"
)


# What the help says of defaults that environments and objectives often change.
BY_ENVIRONMENT = {"num_env_steps": "5_000_000, unless the environment or objective has its own"}

JSON = flags.Command("json", "print the figures as one JSON document; everything else goes to stderr")


def skills_flag(about: str) -> flags.Command:
    """Returns the flag `--skills`, which says which skills a command uses."""
    return flags.Command("skills", about, "SKILLS")


# Exit codes. docs/reference/exit_codes.md says what to do about each.
DONE, REFUSED, DIVERGED, FAILED = 0, 2, 3, 4
HUNG_UP, INTERRUPTED, TERMINATED = 129, interrupt.CODE, 143  # 128 + the signal
MEANINGS: Mapping[int, str] = {
    DONE: "done",
    REFUSED: "an input is invalid, a run or file does not exist, or this machine or run cannot do what is "
    "asked; nothing was started",
    DIVERGED: "training diverged (NaN or infinity), or the physics broke down too often",
    FAILED: "a file cannot be written or read, memory ran out, a simulator on the host failed, or another "
    "process of the run was lost",
    HUNG_UP: "stopped by SIGHUP: the terminal was closed",
    INTERRUPTED: "stopped by Ctrl-C",
    TERMINATED: "stopped by SIGTERM",
}
# The codes of commands that only print, of those that read or write files, and of those that train.
OF_PRINTING = (DONE, REFUSED, INTERRUPTED)
OF_FILES = (DONE, REFUSED, FAILED, INTERRUPTED)
OF_TRAINING = tuple(MEANINGS)


def exit_codes(codes: Sequence[int]) -> str:
    """Returns the end of the help of a command that can end with these codes."""
    lines = ["", "Exit codes"]
    for code in codes:
        wrapped = textwrap.wrap(MEANINGS[code], 71, break_on_hyphens=False)
        lines += [f"  {code:<5}{wrapped[0]}", *(" " * 7 + line for line in wrapped[1:])]
    return "\n".join([*lines, ""])


@dataclasses.dataclass(frozen=True)
class Main:
    """The main function of a command; `fields` and later entries are as in `flags.parse` and `help_text`."""

    body: Callable[[flags.Parsed], int]  # runs the command of a command line; returns its exit code
    own: Sequence[flags.Command]  # the command's own flags
    intro: str  # the beginning of its help
    closing: str  # the end of its help
    memory_flags: str  # the flags that the user should lower if memory runs out
    fields: Collection[str] | None = None
    operands: bool | str = True  # the name of a switch: words that are not flags need it
    default: str | None = None
    settled: Collection[str] = ()  # fields that the command sets itself; its help leaves them out
    shown: Collection[str] | None = None  # the fields that its help lists; None: all that it takes
    essential: Collection[str] = flags.ESSENTIAL
    defaults: Mapping[str, str] | None = None

    def __call__(self, argv: Sequence[str] | None = None) -> int:
        """Runs the command of a command line; returns its exit code. None: this process's command line."""
        words = sys.argv[1:] if argv is None else argv
        return run(lambda: self._run(words), self.memory_flags)

    def _run(self, words: Sequence[str]) -> int:
        parsed = flags.parse(words, self.own, self.fields, bool(self.operands), self.default)
        if isinstance(self.operands, str) and parsed.operands and not parsed.command[self.operands]:
            flags.refuse_words(parsed.operands, self.own)
        full = parsed.command.get("helpfull", False)
        if not parsed.command["help"] and not full:
            return self.body(parsed)
        shown = self.fields if self.shown is None else self.shown
        if self.settled:
            from diayn_jax import resolve

            shown = set(resolve.all_fields()) - set(self.settled)
        full = full or "helpfull" not in parsed.command
        asked: dict[str, Any] = {"fields": shown, "argv": words, "full": full}
        asked |= {"essential": self.essential, "defaults": self.defaults}
        say_help(flags.help_text(self.intro, self.own, self.closing, **asked))
        return 0


def run(command: Callable[[], int], memory_flags: str) -> int:
    """Runs a command, which has not imported JAX yet; returns its exit code, or that of its error."""
    with output.in_any_encoding():
        return _run(command, memory_flags)


def _run(command: Callable[[], int], memory_flags: str) -> int:
    quiet()
    # Importing and tracing make many objects, and few of them are garbage. A collection after every 700 new
    # objects, the default, would take a tenth of a command's time until it compiles.
    thresholds = gc.get_threshold()
    gc.set_threshold(100_000, 10, 10)
    try:
        return command()
    except ConfigError as error:
        return fail(error, REFUSED)
    except KeyboardInterrupt:
        # A command that Python code calls; `interrupt` ends those that a shell has started.
        return fail(interrupt.MESSAGE, INTERRUPTED)
    except OSError as error:
        # Such as a path that is too long, or a folder that may not be read.
        if error.filename is None or error.strerror is None:
            raise
        code = REFUSED if error.errno == errno.ENAMETOOLONG else FAILED
        return fail(f"{error.filename}: {error.strerror}.", code)
    except RuntimeError as error:
        explained = _explained(error, memory_flags)
        if explained is None:
            raise
        return fail(*explained)
    finally:
        gc.set_threshold(*thresholds)
        # A stream that was closed from the start is None.
        for stream in filter(None, (sys.stdout, sys.stderr)):
            try:
                stream.flush()
            except OSError:
                output.discard(stream)


def _explained(error: RuntimeError, memory_flags: str) -> tuple[str, int] | None:
    """The message and the exit code for an error that a user can do something about; None for any other."""
    import jax

    from diayn_jax.envs import SimulatorError
    from diayn_jax.run.divergence import TrainingDiverged
    from diayn_jax.storage.files import RunFileError
    from diayn_jax.storage.metadata import (
        CheckpointError,
        UnreadableCheckpointError,
        UnwrittenCheckpointError,
    )

    if isinstance(error, SimulatorError):
        return as_flags(error), FAILED
    if isinstance(error, TrainingDiverged):
        return as_flags(error), DIVERGED
    if isinstance(error, RunFileError):
        # Other `CheckpointError`s mean that the command line named a checkpoint that does not exist or does
        # not fit.
        of_disk = isinstance(error, UnreadableCheckpointError | UnwrittenCheckpointError)
        wrong = isinstance(error, CheckpointError) and not of_disk
        return as_flags(error), REFUSED if wrong else FAILED
    if isinstance(error, jax.errors.JaxRuntimeError) and "RESOURCE_EXHAUSTED" in str(error):
        return f"Out of memory: {str(error).splitlines()[0]}. Lower {memory_flags}.", FAILED
    return None


say = output.say


@names_flags
def say_aside(text: object) -> None:
    """Prints on stderr and flushes; a closed stderr is ignored."""
    with contextlib.suppress(OSError):
        print(text, file=sys.stderr, flush=True)


def given(options: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Returns the flags among these that were given; the library has the defaults of the others."""
    return {name: options[name] for name in names if options[name] is not None and options[name] is not False}


def say_for(parsed: flags.Parsed) -> Callable[[object], None]:
    """Returns the function that prints a command's lines: on stderr if stdout is for JSON."""
    return say_aside if parsed.command.get("json") else say


def progress_for(
    parsed: flags.Parsed, what: str, lines: bool = True
) -> contextlib.AbstractContextManager["Waiting"]:
    """Returns `waiting`. If stdout is for JSON, it prints only the lines of `line`, on stderr."""
    return waiting(what, lines and not parsed.command.get("json"), say_for(parsed))


def tell(record: "Record", as_json: bool, with_lines: bool = True) -> None:
    """Prints what a function of the API returned: as one JSON document, or as lines and written files.

    `with_lines` is False if the function has printed its lines already.
    """
    if as_json:
        say(json.dumps(record.as_json(), indent=2, ensure_ascii=False, allow_nan=False))
        return
    for line in record.lines() if with_lines else ():
        say(line)
    for file in record.written:
        say(f"Wrote {file}")


def say_help(text: str) -> None:
    """Prints a command's help, with its examples as they are typed in this installation."""
    say(re.sub(r"^( *)diayn ", rf"\1{shell.command()} ", text, flags=re.MULTILINE), end="")


def waiting(
    what: str, lines: bool = True, report: Callable[[str], None] = say
) -> contextlib.AbstractContextManager["Waiting"]:
    """Shows what the command is doing if it takes long; see `console.waiting`."""
    from diayn_jax.run import console

    return console.waiting(what, report, lines)


start_jax: Callable[..., str] = functools.partial(jax_setup.start_jax, say=say)


_LONGEST = 500  # characters that are kept of a word with twice as many or more


def fail(message: object, code: int) -> int:
    """Prints why a command ends; returns the exit code. Words of a thousand characters are cut."""
    text = as_flags(message) if isinstance(message, BaseException) else str(message)
    # If stderr is closed, the exit code still tells the reason.
    say_aside(re.sub(rf"(\S{{{_LONGEST}}})\S{{{_LONGEST},}}", r"\1…", text))
    return code


def leave(main: Callable[[], int]) -> NoReturn:
    """Runs a command and ends the process; signals that arrive after the command end it silently."""
    try:
        code = main()
        # All is written by now; without this, a Ctrl-C would print a traceback of Python's shutdown.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        from diayn_jax.machine import cluster

        cluster.leave_at_once(1, error)
        raise
    if code in (REFUSED, DIVERGED, FAILED, INTERRUPTED):
        from diayn_jax.machine import cluster

        cluster.leave_at_once(code)
    sys.exit(code)


def import_from_here() -> None:
    """Makes Python import the user's own modules from the current folder, as with `python -m`."""
    if not sys.flags.safe_path:
        # The current folder may have been removed.
        with contextlib.suppress(OSError):
            sys.path[0] = str(Path.cwd())


def one_run_path(operands: Sequence[str]) -> Path:
    """Returns the directory of the one run that a command line names.

    Raises:
      ConfigError: it does not name exactly one run.
    """
    if len(operands) != 1:
        given = paths.number_named(operands)
        latest = "" if operands else paths.latest_run()
        raise ConfigError(f"Name one run, by its directory, such as runs/ant/NAME; {given}.{latest}")
    return paths.run_path(operands[0])


def start_jax_for(parsed: flags.Parsed, *paths: Path) -> None:
    """Starts JAX for the skills of runs, on the device of a command line; see `start_jax_on`.

    Raises:
      ConfigError: a config cannot be read; also as for `start_jax`.
    """
    from diayn_jax.storage import files

    trust = parsed.command["trust"]
    backends = [files.read_config(path, trust=trust)[1]["resolved"]["backend"] for path in paths]
    start_jax_on(backends, parsed.overrides.get("device", AUTO), say=say_for(parsed))


def one_source(parsed: flags.Parsed) -> str:
    """Starts JAX for the solutions that a command line names, an archive or a run; returns what it names.

    Raises:
      ConfigError: it does not name exactly one; there is none; --env does not exist; or as for `start_jax`.
      RunFileError: the file is not an archive.
    """
    words, given = parsed.operands, parsed.overrides
    if len(words) != 1:
        latest = "" if words else paths.latest_run()
        raise ConfigError(
            "Name one run, by its directory, such as runs/ant/NAME, or an archive's .npz; "
            f"{paths.number_named(words)}.{latest}"
        )
    from diayn_jax import envs
    from diayn_jax.use.archives import solutions

    if "env" in given:
        envs.canonical(given["env"])
    backend = given.get("backend", AUTO)
    if backend == AUTO:
        backend = solutions.backend_of(words[0], trust=parsed.command["trust"])
    start_jax_on([backend], given.get("device", AUTO), say=say_for(parsed))
    return words[0]


def start_jax_on(backends: Collection[str], device: str, num_devices: int | str = 1, **more: Any) -> None:
    """Starts JAX for the backends of environments. `more` goes to `start_jax`.

    If `device` is `auto` and one of the backends runs only on CPUs, that device is a CPU.

    Raises:
      ConfigError: as for `start_jax`.
    """
    from diayn_jax import envs

    if device == AUTO and any(name in envs.ON_CPUS for name in backends):
        device = "cpu"
    spare = any(name in envs.FACTORISES for name in backends)
    start_jax(device=device, num_devices=num_devices, spare_threads=spare, **more)
