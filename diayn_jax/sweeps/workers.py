"""Trains the programs of a sweep on the workers of a Ray cluster, several at the same time.

A program is a Ray task. Its arguments are the sweep's directory, which the machines share, and the program's
number. It reads from the directory which lanes to train and how far they are. If a worker dies, Ray runs the
task again on another one. The task then continues from the checkpoints, like a resumed sweep.
"""

import contextlib
import logging
import signal
import socket
import threading
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from diayn_jax import shell
from diayn_jax.config import AUTO, Config, ConfigError
from diayn_jax.machine.signals import StopSignals
from diayn_jax.machine.worker_lines import Lines
from diayn_jax.number_format import counted
from diayn_jax.run import console
from diayn_jax.storage import files, provenance
from diayn_jax.sweeps import plan, programs, ray_tasks, sweep_files
from diayn_jax.sweeps.programs import Begun, Outcome
from diayn_jax.sweeps.ray_tasks import Start
from diayn_jax.sweeps.specification import Specification

RETRIES = 3  # how often a program is run again after its worker has died or was taken away
_MOST = 10_000  # CPUs or GPUs of a program
_FULL = 10.0  # seconds without output from a worker after which a full cluster is reported
_SECONDS_TO_SAVE = 60.0
_POLL = 1.0  # seconds between two checks of the workers' output


class Cluster(NamedTuple):
    """The Ray cluster that trains a sweep, and the resources of each program."""

    address: str  # such as 10.0.0.1:6379; auto: the cluster to which this machine belongs
    cpus: int | None = None  # None: one if a program has a GPU, otherwise all of the smallest machine
    gpus: float | None = None  # None: one if there are GPUs and the device is not cpu


def check_cluster(cluster: Cluster) -> None:
    """Checks the address and the resources of a program, without connecting to the cluster.

    Raises:
      ConfigError: a value is not allowed. The message names the flag, its value, and what it takes.
    """
    if not isinstance(cluster, Cluster):
        raise ConfigError(
            f"--cluster={cluster!r}: it takes a diayn_jax.sweeps.workers.Cluster, such as Cluster('auto')."
        )
    address, cpus, gpus = cluster
    if not isinstance(address, str) or not address.strip():
        raise ConfigError(
            f"--cluster={address}: it takes the address of a Ray cluster, such as 10.0.0.1:6379, or auto."
        )
    if cpus is not None and (isinstance(cpus, bool) or not isinstance(cpus, int) or not 1 <= cpus < _MOST):
        raise ConfigError(f"--program_cpus={cpus}: it takes a whole number, 1 or more, or None.")
    share = isinstance(gpus, int | float) and not isinstance(gpus, bool) and 0 <= gpus < 1
    whole = isinstance(gpus, int | float) and not isinstance(gpus, bool) and 0 <= gpus < _MOST
    if gpus is not None and not share and not (whole and float(gpus).is_integer()):
        raise ConfigError(f"--program_gpus={gpus}: it takes a whole number, a share such as 0.5, or None.")


class Workers:
    """A Ray cluster to which this process is connected."""

    def __init__(self, ray: Any, cluster: Cluster, directory: Path, spec: Specification, trust: bool):
        """Makes the workers of one sweep. See `connected` for the arguments.

        Raises:
          ConfigError: no machine has the resources of a program.
        """
        self._ray, self._directory, self._spec = ray, directory, spec
        self._cancelled: set[Any] = set()
        fields = spec.fields
        device, devices = fields.get("device", Config.device), fields.get("num_devices", Config.num_devices)
        machines = [node["Resources"] for node in ray.nodes() if node["Alive"]]
        cpus, gpus = _taken(cluster, machines, device, devices)
        slots = [_slots(machine, cpus, gpus) for machine in machines]
        self.slots = sum(slots)
        if not self.slots:
            found = ", ".join(f"{m.get('CPU', 0):g} CPUs and {m.get('GPU', 0):g} GPUs" for m in machines)
            raise ConfigError(
                f"A program takes --program_cpus={cpus} and --program_gpus={gpus:g}, but no machine of the "
                f"cluster has that many: {found}. Lower them."
            )
        self._start = Start(
            str(directory),
            trust,
            max(slots),
            provenance.command(),
            cpus,
            gpus,
            device if gpus else "cpu",
            devices,
            fields.get("deterministic", Config.deterministic),
            plan.factorises(spec),
            provenance.versions(),
        )

    def begin(self, say: console.Report) -> list[str]:
        """Plans the sweep on a worker, with that worker's memory and devices.

        `say` is called if the cluster has no room for a worker yet.

        Returns:
          The description of the sweep, line by line.

        Raises:
          ConfigError: the sweep cannot run there, or no worker could plan it.
        """
        try:
            full = self._why_full()
            task = self._task(ray_tasks.begin).remote(self._start, self._spec, self.slots)
            if full and not self._ray.wait([task], timeout=_FULL)[0]:
                say(full)
            lines = self._got(task)
        except self._ray.exceptions.RayError as error:
            raise ConfigError(
                f"No worker of the cluster could plan the sweep: {_first_line(error)}"
            ) from error
        each = counted(self._start.cpus, "CPU")
        if self._start.gpus:
            each += f" and {self._start.gpus:g} GPU{'s' if self._start.gpus > 1 else ''}"
        many = "programs" if self.slots > 1 else "program"
        return [*lines, f"On the cluster: up to {self.slots} {many} at the same time, each on {each}"]

    def check_figure(self) -> None:
        """Raises `ConfigError` if runs that have not ended lack the figure that is to rank, or as `begin`."""
        try:
            self._got(self._task(ray_tasks.check_figure).remote(self._start, self._spec))
        except self._ray.exceptions.RayError as error:
            raise ConfigError(
                f"No worker of the cluster could check --rank_by: {_first_line(error)}"
            ) from error

    def train(self, sweep: Begun, say: console.Report) -> Outcome:
        """Trains all lanes that have not ended."""
        ray = self._ray
        here = ray.util.scheduling_strategies.NodeAffinitySchedulingStrategy(
            ray.get_runtime_context().get_node_id(), soft=False
        )
        lines = ray.remote(Lines).options(num_cpus=0, scheduling_strategy=here, max_restarts=-1).remote()
        failures: dict[str, str] = {}
        handed_back: Counter[int] = Counter()
        full, begun = self._why_full(), time.monotonic()
        waiting = {self._submit(i, lines): i for i in range(len(sweep.programs)) if sweep.left(i)}
        try:
            with StopSignals(say, "workers save what they train, and end") as signals:
                while waiting:
                    done, _ = ray.wait(list(waiting), timeout=_POLL)
                    if self._tell(sweep, lines, say):
                        full = ""
                    elif full and time.monotonic() > begun + _FULL:
                        say(full)
                        full = ""
                    if signals.received:
                        self._cancel(waiting)
                    for task in done:
                        program = waiting.pop(task)
                        outcome = self._outcome(sweep, program, task, say)
                        if outcome is not None:
                            failures |= outcome.failures
                        ended = outcome is None or outcome.stopped is None or task in self._cancelled
                        if not ended and not signals.received:
                            # The cluster told the worker to end, and it has saved. Another worker continues.
                            handed_back[program] += 1
                            if handed_back[program] <= RETRIES:
                                waiting[self._submit(program, lines)] = program
                                continue
                            say(f"{programs.title(sweep, program)}{RETRIES + 1} workers were taken away.")
                        self._end_partners(sweep, program, waiting, say)
                self._tell(sweep, lines, say)
        finally:
            self._cancel(waiting)
            if waiting:
                ray.wait(list(waiting), num_returns=len(waiting), timeout=_SECONDS_TO_SAVE)
        return Outcome(failures, signals.received)

    def _outcome(self, sweep: Begun, program: int, task: Any, say: console.Report) -> Outcome | None:
        """Returns the outcome of a task that has ended; None if it was cancelled or failed."""
        try:
            found: Outcome = self._got(task)
            return found
        except self._ray.exceptions.TaskCancelledError:
            return None
        except (ConfigError, files.RunFileError, self._ray.exceptions.RayError) as error:
            # The other programs continue.
            self._note(program, error)
            say(f"{programs.title(sweep, program)}{_in_words(error)}")
            return None

    def _end_partners(
        self, sweep: Begun, program: int, waiting: Mapping[Any, int], say: console.Report
    ) -> None:
        """Ends the programs that would wait for the islands of a program which has stopped early."""
        partners = sweep.partners(program)
        tasks = {task for task, other in waiting.items() if other in partners} - self._cancelled
        if tasks and programs.left_of(sweep.programs[program], sweep.state_now(program)):
            say(f"{programs.title(sweep, program)}It has stopped, so programs with its islands save and end")
            self._cancel(tasks)

    def _submit(self, program: int, lines: Any) -> Any:
        return self._task(ray_tasks.train).remote(self._start, program, lines)

    def _cancel(self, waiting: Iterable[Any]) -> None:
        """Tells workers to save and end. Each worker is told once."""
        for task in set(waiting) - self._cancelled:
            self._cancelled.add(task)
            self._ray.cancel(task, force=False)

    def _why_full(self) -> str:
        """Returns a line that says that programs wait, or "" if the cluster has room for another program."""
        free = self._ray.available_resources()
        taken = {"CPU": self._start.cpus, "GPU": self._start.gpus}
        lacking = [name for name, number in taken.items() if number and free.get(name, 0) < number]
        if not lacking:
            return ""
        left = " and ".join(f"{free.get(name, 0):g} {name}s" for name in lacking)
        each = " and ".join(f"{taken[name]:g}" for name in lacking)
        return f"The cluster is full: a program takes {each}, and {left} are free. Waiting for room."

    def _tell(self, sweep: Begun, lines: Any, say: console.Report) -> bool:
        """Prints the new output of workers; returns whether there was any."""
        try:
            said = self._ray.get(lines.take.remote())
        except self._ray.exceptions.RayError:
            return False  # No output is lost: it is in the programs' files, too.
        for program, line in said:
            title = programs.title(sweep, program)
            say(line if line.startswith(title) else title + line)
        return bool(said)

    def _note(self, program: int, error: Exception) -> None:
        """Appends an error with its traceback to the program's file."""
        with contextlib.suppress(OSError), sweep_files.log_path(self._directory, program).open("a") as file:
            file.write("".join(traceback.format_exception(error)))

    def _task(self, function: Any) -> Any:
        """Makes a task with a program's resources. It has its own process: JAX starts once in a process."""
        return self._ray.remote(max_calls=1, max_retries=RETRIES)(function).options(
            num_cpus=self._start.cpus, num_gpus=self._start.gpus
        )

    def _got(self, task: Any) -> Any:
        """Returns the result of a task, or raises its error."""
        try:
            return self._ray.get(task)
        except self._ray.exceptions.RayTaskError as error:
            if isinstance(error.cause, ConfigError | files.RunFileError):
                raise error.cause from error
            raise


@contextlib.contextmanager
def connected(cluster: Cluster, directory: Path, spec: Specification, *, trust: bool) -> Iterator[Workers]:
    """Connects to a Ray cluster for one sweep. If the caller has called `ray.init`, that connection is used.

    Args:
      cluster: the cluster, and the resources of a program.
      directory: the directory of the sweep, absolute.
      trust: whether code that is named by runs to start from may be imported.

    Raises:
      ConfigError: Ray is not installed, there is no such cluster, or it has no room for a program.
    """
    ray = _import_ray()
    if ray.is_initialized():
        yield Workers(ray, cluster, directory, spec, trust)
        return
    _check_address(cluster.address)
    at_sigterm = signal.getsignal(signal.SIGTERM)
    try:
        ray.init(cluster.address, log_to_driver=False, logging_level=logging.CRITICAL)
    except (OSError, ValueError, RuntimeError) as error:
        raise ConfigError(_no_cluster(cluster.address, error)) from error
    if threading.current_thread() is threading.main_thread():
        # Ray has set its own handler, which exits with another code.
        signal.signal(signal.SIGTERM, at_sigterm)
    try:
        yield Workers(ray, cluster, directory, spec, trust)
    finally:
        ray.shutdown()


def _check_address(address: str) -> None:
    """Raises `ConfigError` if no server listens at HOST:PORT. Ray would try for more than a minute."""
    host, colon, port = address.rpartition(":")
    if not colon or not port.isdigit() or "://" in address:
        return
    try:
        socket.create_connection((host, int(port)), timeout=5).close()
    except OSError as error:
        raise ConfigError(_no_cluster(address, error)) from error


def _no_cluster(address: str, error: Exception) -> str:
    return (
        f"--cluster={address}: {_first_line(error)} Start a cluster on this machine with ray start --head "
        "--disable-usage-stats, or join one with ray start --address=…, and give its address."
    )


def _import_ray() -> Any:
    try:
        import ray
        import ray.util.scheduling_strategies
    except ImportError as error:
        raise ConfigError(f"--cluster needs Ray: {shell.pip_install('diayn_jax[cluster]')}.") from error
    return ray


def _taken(
    cluster: Cluster, machines: list[Mapping[str, float]], device: str, num_devices: int | str
) -> tuple[int, float]:
    """Returns the number of CPUs and of GPUs of a program."""
    gpus = cluster.gpus
    if gpus is None and device != "cpu" and any(machine.get("GPU", 0) for machine in machines):
        gpus = 1.0 if num_devices == AUTO else float(num_devices)
    gpus = gpus or 0.0
    cpus = cluster.cpus
    if cpus is None and gpus:
        cpus = 1
    elif cpus is None and num_devices != AUTO:
        cpus = int(num_devices)
    elif cpus is None:
        cpus = min((int(machine["CPU"]) for machine in machines if machine.get("CPU", 0) >= 1), default=1)
    return cpus, gpus


def _slots(machine: Mapping[str, float], cpus: int, gpus: float) -> int:
    """Returns how many programs a machine trains at the same time."""
    slots = int(machine.get("CPU", 0) / cpus)
    if gpus >= 1:
        return min(slots, int(machine.get("GPU", 0) / gpus))
    # A program with a share of a GPU cannot use parts of several GPUs.
    return min(slots, int(machine.get("GPU", 0)) * int(1 / gpus)) if gpus else slots


def _in_words(error: Exception) -> str:
    """Returns the first line of an error. If a task raised it, the line starts with the error's type."""
    cause = getattr(error, "cause", None)
    if isinstance(cause, ModuleNotFoundError) or "No module named 'diayn_jax'" in str(error):
        return (
            "diayn_jax or a package that it needs is missing on a machine of the cluster. Install it there."
        )
    if cause is not None:
        return f"{type(cause).__name__}: {_first_line(cause)}"
    return _first_line(error)


def _first_line(error: BaseException) -> str:
    line = str(error).strip().partition("\n")[0] or type(error).__name__
    return line if line.endswith(".") else f"{line}."
