"""The tasks of Ray workers in a sweep: to plan the sweep, or to train one of its programs.

Each task runs in its own process on some machine, and starts JAX there.
"""

import importlib.metadata
import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax.config import ConfigError
from diayn_jax.machine import jax_setup
from diayn_jax.machine.signals import StopSignals
from diayn_jax.storage import files, lock, provenance
from diayn_jax.sweeps import plan, programs, sweep_files
from diayn_jax.sweeps.programs import Outcome
from diayn_jax.sweeps.specification import Specification

# Seconds that a task waits for the lock of the program's previous worker. That worker may still be alive, and
# a file server keeps the locks of a lost machine for a minute and a half.
PATIENCE = 180.0
_ROWS = 4  # progress lines for each program: there may be many programs


class Start(NamedTuple):
    """The settings that a task needs before JAX starts in its process."""

    directory: str
    trust: bool  # whether code that is named by runs from elsewhere may be imported
    together: int  # the number of programs that one machine trains at the same time
    command: list[str]
    cpus: int
    gpus: float
    device: str
    num_devices: int | str
    deterministic: bool
    spare_threads: bool
    versions: Mapping[str, str]


def begin(start: Start, spec: Specification, workers: int) -> list[str]:
    """Plans a sweep and writes its file; returns its description, line by line."""
    start_jax(start)
    directory = Path(start.directory)
    made = programs.planned(directory, spec, trust=start.trust, workers=workers, together=start.together)
    programs.write(directory, made, {"program_cpus": start.cpus, "program_gpus": start.gpus})
    return made.said


def check_figure(start: Start, spec: Specification) -> None:
    """Raises `ConfigError` if runs that have not ended lack the figure that is to rank."""
    start_jax(start)
    # The sweep's own process has already checked whether the code that the file names is trusted.
    sweep = programs.find(Path(start.directory), trust=True)
    plan.ranking_figure(spec, programs.groups_left(sweep, trust=start.trust))


def train(start: Start, program: int, lines: Any) -> Outcome:
    """Trains the lanes of a program that have not ended."""

    def say(line: str) -> None:
        lines.put.remote(program, line)

    folder = Path(start.directory) / sweep_files.PROGRAMS
    # The signals are watched from the start. Ray cancels a task once, by a KeyboardInterrupt, which is lost
    # where libraries catch all exceptions, as some do while they are imported.
    with StopSignals(say, "stopping after this epoch") as stop:
        start_jax(start)
        with files.explained(folder):
            folder.mkdir(exist_ok=True)
        own = f"{program}.lock"
        with lock.hold(folder, say, name=own, patience=PATIENCE, is_over=lambda: stop.received is not None):
            # The sweep's own process has already checked whether the code that the file names is trusted.
            sweep = programs.find(Path(start.directory), trust=True)
            # Nothing is left if the previous worker died after it had finished the last lane.
            if stop.received is not None or not sweep.left(program):
                return Outcome({}, stop.received)
            lines.begin.remote(program, f"{socket.gethostname()}, process {os.getpid()}")
            group = programs.group_of(sweep, [program], trust=start.trust)
            return programs.train(sweep, program, group, say, _ROWS, stop)


def start_jax(start: Start) -> None:
    """Starts JAX in a worker's process.

    Raises:
      ConfigError: the machine has other versions than the sweep's own process, does not see the sweep's
        directory, or JAX finds no GPU there for a program that has one.
    """
    host = socket.gethostname()
    differ = [name for name, version in provenance.versions().items() if start.versions.get(name) != version]
    if differ:
        own = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in differ if name != "python")
        raise ConfigError(
            f"{host} has other versions than the sweep's machine ({own or 'of Python'}). Install the same "
            "versions on both."
        )
    if not (Path(start.directory) / lock.NAME).exists():
        raise ConfigError(
            f"{host} does not see {start.directory}. Give a --log_dir that all machines of the cluster share."
        )
    provenance.set_command(start.command)
    jax_setup.quiet()
    import jax

    if not start.gpus:
        jax.config.update("jax_num_cpu_devices", start.cpus)
        if not start.spare_threads:
            os.environ.setdefault("PJRT_NPROC", str(start.cpus))
    elif start.gpus < 1:
        # By default, JAX allocates three quarters of a GPU's memory.
        whole = float(os.environ.get("XLA_PYTHON_CLIENT_MEM_FRACTION", "0.75"))
        os.environ["XLA_PYTHON_CLIENT_MEM_FRACTION"] = f"{whole * start.gpus:.3f}"
    found = jax_setup.start_jax(
        device=start.device,
        num_devices=start.num_devices,
        deterministic=start.deterministic,
        spare_threads=start.spare_threads,
    )
    if start.gpus and found == "cpu":
        raise ConfigError(
            f"{host}: a program has a GPU there, but JAX does not find it. Install diayn_jax[cuda12] or "
            "diayn_jax[cuda13] there, or add --device=cpu."
        )
