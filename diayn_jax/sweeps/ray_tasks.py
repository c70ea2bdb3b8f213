"""What a worker of a Ray cluster does for a sweep: it plans it, or trains one of its programs.

Each task is a process of its own on some machine. It starts JAX there by itself.
"""

import importlib.metadata
import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax.config import ConfigError
from diayn_jax.machine import jax_setup
from diayn_jax.storage import files, lock, provenance
from diayn_jax.sweeps import programs, sweep_files
from diayn_jax.sweeps.programs import Outcome
from diayn_jax.sweeps.specification import Specification

# Seconds that a program waits for its worker before, which may live on unseen; and a file server keeps the
# locks of a machine that is gone for a minute and a half.
PATIENCE = 180.0
_ROWS = 4  # lines over the run of each of many programs


class Start(NamedTuple):
    """What a task is told before JAX starts in its process."""

    directory: str
    trust: bool  # code that runs from elsewhere name may be imported
    together: int  # programs that one machine trains at the same time
    command: list[str]
    cpus: int
    gpus: float
    device: str
    num_devices: int | str
    deterministic: bool
    spare_threads: bool
    versions: Mapping[str, str]


class Lines:
    """What workers say, until the sweep's own process takes it."""

    def __init__(self) -> None:
        self._lines: list[tuple[int, str]] = []
        self._begun: set[int] = set()

    def begin(self, program: int, where: str) -> None:
        """A worker has begun a program, or goes on with it."""
        again = program in self._begun
        self._begun.add(program)
        self.put(program, f"Its worker has ended. It goes on: {where}" if again else f"On {where}")

    def put(self, program: int, line: str) -> None:
        """Takes a line of a program."""
        self._lines.append((program, line))

    def take(self) -> list[tuple[int, str]]:
        """Gives up what was said, as (program, line)."""
        lines, self._lines = self._lines, []
        return lines


def begin(start: Start, spec: Specification, workers: int) -> list[str]:
    """Plans a sweep and writes its file."""
    start_jax(start)
    lines, _ = programs.begin(
        Path(start.directory),
        spec,
        trust=start.trust,
        workers=workers,
        together=start.together,
        sizes={"program_cpus": start.cpus, "program_gpus": start.gpus},
    )
    return lines


def train(start: Start, program: int, lines: Any) -> Outcome:
    """Trains what has not ended of a program."""
    start_jax(start)

    def say(line: str) -> None:
        lines.put.remote(program, line)

    folder = Path(start.directory) / sweep_files.PROGRAMS
    with files.explained(folder):
        folder.mkdir(exist_ok=True)
    with lock.hold(folder, say, name=f"{program}.lock", patience=PATIENCE):
        # The process of the sweep has asked whether to trust what its file names.
        sweep = programs.find(Path(start.directory), trust=True)
        if not sweep.left(program):
            return Outcome({}, None)  # The worker before died after its last run.
        lines.begin.remote(program, f"{socket.gethostname()}, process {os.getpid()}")
        group = programs.group_of(sweep, [program], trust=start.trust)
        return programs.train(sweep, program, group, say, _ROWS)


def start_jax(start: Start) -> None:
    """Starts JAX in a worker's process.

    Raises:
      ConfigError: it has other versions than the sweep's own process, or not its directory.
    """
    host = socket.gethostname()
    differ = [name for name, version in provenance.versions().items() if start.versions.get(name) != version]
    if differ:
        own = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in differ if name != "python")
        raise ConfigError(
            f"{host} has other versions than the sweep's machine ({own or 'of Python'}): make them alike."
        )
    if not (Path(start.directory) / lock.NAME).exists():
        raise ConfigError(
            f"{host} does not see {start.directory}: --log_dir has to be a folder that all machines of the "
            "cluster share."
        )
    provenance.set_command(start.command)
    jax_setup.quiet()
    import jax

    if not start.gpus:
        jax.config.update("jax_num_cpu_devices", start.cpus)
        if not start.spare_threads:
            os.environ.setdefault("PJRT_NPROC", str(start.cpus))
    elif start.gpus < 1:
        # JAX takes three quarters of a GPU unless told otherwise.
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
            f"{host}: a program has taken a GPU there, and JAX sees none. Install diayn_jax[cuda12] or "
            "diayn_jax[cuda13] there, or add --device=cpu."
        )
