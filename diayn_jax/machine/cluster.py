"""Several processes for one run: how they join JAX's distributed runtime, watch each other, and leave.

JAX needs a minute or two to detect a lost process, and then ends the others with a stack trace. So each
process also holds a connection to the main process. The system closes this connection when a process ends,
for any reason.
"""

import contextlib
import ctypes
import os
import secrets
import selectors
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import NoReturn

import jax

from diayn_jax.config import ConfigError
from diayn_jax.machine.processes import SINGLE, Processes, of_cluster

NONE = "none"  # this coordinator means a single process, even if a launcher's variables are set

_DONE, _FAILED = b".", b"!"  # the message that a process sends to the others when it ends
# Seconds to wait after another process has failed, because this process usually fails with an error of its
# own. They must be fewer than the 6 seconds of `_patient_abort`.
_GRACE = 4.0
_NOTICE = 2.0  # seconds in which the end of another process is noticed after an error that it may have caused
_CONNECT = 60.0  # seconds for the processes to connect to the main process
_IDENTIFY = 5.0  # seconds for a connection to say which process it is; processes do so at once
_LOST = 4  # exit code after the loss of another process
_TOKEN = 16  # bytes

# Launchers of several processes: the variable with their number, and the variables that must also be set.
_LAUNCHERS = {
    "Slurm": (
        "SLURM_STEP_NUM_TASKS",
        ("SLURM_JOB_ID", "SLURM_STEP_NODELIST", "SLURM_PROCID", "SLURM_LOCALID"),
    ),
    "Open MPI": ("OMPI_COMM_WORLD_SIZE", ("OMPI_MCA_orte_hnp_uri", "OMPI_COMM_WORLD_RANK")),
}
_TPU_WORKERS = "TPU_WORKER_HOSTNAMES"  # set by GKE; host names separated by commas


def launched(environ: Mapping[str, str]) -> tuple[str, int]:
    """Returns the launcher of several processes that JAX can join, and their number; or ("", 1)."""
    for name, (number, others) in _LAUNCHERS.items():
        if environ.get(number, "1") not in ("", "1") and all(other in environ for other in others):
            return name, int(environ[number])
    workers = len(list(filter(None, environ.get(_TPU_WORKERS, "").split(","))))
    return ("GKE", workers) if workers > 1 else ("", 1)


def initialize(coordinator: str | None, num_processes: int | None, process_id: int | None) -> int:
    """Joins the processes of a run, and returns their number. Call this before JAX starts.

    Args:
      coordinator: host:port at which process 0 listens. `none` joins nothing. None uses the variables of
        Slurm, Open MPI or GKE, if one of them has started several processes.
      num_processes, process_id: the number of processes, and the index of this one, from 0.

    Raises:
      ConfigError: the arguments contradict each other, or the processes cannot join each other.
    """
    _check_arguments(coordinator, num_processes, process_id)
    if coordinator == NONE or num_processes == 1:
        return 1
    found = ""
    if coordinator is None:
        found, num_processes = launched(os.environ)
        if not found:
            return 1
    # JAX's handler of SIGTERM would replace ours, which saves a checkpoint.
    jax.config.update("jax_enable_preemption_service", False)
    try:
        jax.distributed.initialize(coordinator, None if found else num_processes, process_id)
    except (RuntimeError, ValueError) as error:
        who = f"by {found}'s variables" if found else f"at --coordinator={coordinator}"
        raise ConfigError(
            f"The processes of the run could not join {who}: {str(error).splitlines()[0]} Start all of them, "
            "each with its own --process_id and the same reachable --coordinator, or use --coordinator=none "
            "for one process."
        ) from error
    assert num_processes is not None  # given, or from the launcher's variables
    return num_processes


def _check_arguments(coordinator: str | None, num_processes: int | None, process_id: int | None) -> None:
    given = {"coordinator": coordinator, "num_processes": num_processes, "process_id": process_id}
    missing = [f"--{name}" for name, value in given.items() if value is None]
    if coordinator == NONE:
        if num_processes not in (None, 1):
            raise ConfigError(
                f"--num_processes={num_processes} and --coordinator=none: leave one of them out."
            )
        return
    if 0 < len(missing) < len(given) and num_processes != 1:
        some = ", ".join(f"--{name}={value}" for name, value in given.items() if value is not None)
        raise ConfigError(
            f"{some} without {' and '.join(missing)}: several processes need all three. With Slurm, Open "
            "MPI or GKE, leave all three out."
        )
    if coordinator is not None:
        host, colon, port = coordinator.rpartition(":")
        if not (host and colon and port.isdigit() and 0 < int(port) < 65536):
            raise ConfigError(f"--coordinator={coordinator} is not a host:port, such as 10.0.0.1:9876.")
    if process_id is not None and num_processes is not None and process_id >= num_processes:
        raise ConfigError(
            f"--process_id={process_id}: with --num_processes={num_processes} it must be from 0 to "
            f"{num_processes - 1}."
        )


@contextlib.contextmanager
def joined(coordinator: str | None) -> Iterator[Processes]:
    """A context that gives the processes of the run and watches them. JAX must have started.

    If the context is left by an exception, the other processes are told. If another process ends earlier,
    this process prints a message on stderr and ends with exit code 4.

    The coordinator is host:port of process 0; None uses the main process's host name.

    Raises:
      ConfigError: the processes cannot connect to the main process.
    """
    if jax.process_count() == 1:
        yield SINGLE
        return
    processes = of_cluster()
    host = coordinator.rpartition(":")[0] if coordinator else socket.gethostname()
    with _without_gloo(), _patient_abort():
        try:
            peers = _Peers(processes, host, _end)
        except OSError as error:
            raise ConfigError(
                f"The processes of the run cannot connect to the main process on {host}: {error}. Give an "
                "address that all can reach, as --coordinator=host:port."
            ) from error
        try:
            yield processes
        except BaseException as error:
            if isinstance(error, jax.errors.JaxRuntimeError) and "RESOURCE_EXHAUSTED" not in str(error):
                peers.await_end()
            peers.leave(_FAILED)
            raise
        peers.leave(_DONE)


def is_main() -> bool:
    """Returns whether this process is the main process or the only one."""
    return jax.process_index() == 0


def leave_at_once(code: int, error: Exception | None = None) -> None:
    """Ends this process after a failure if there are others, because JAX would wait for them.

    An error's traceback is printed first.
    """
    if jax.distributed.is_initialized():
        if error is not None:
            sys.excepthook(type(error), error, error.__traceback__)
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)


class _Peers:
    """The connections of a process: between the main process and each of the others."""

    def __init__(self, processes: Processes, host: str, end: Callable[[str], None]):
        self._end = end
        self._left = False
        self._lost = threading.Event()
        self._selector = selectors.DefaultSelector()
        if processes.is_main:
            self._accept(processes, host)
        else:
            address, port, token = processes.share("").split() or ("", "0", "")
            if not address:
                raise OSError("it cannot listen")
            connection = socket.create_connection((address, int(port)), timeout=_CONNECT)
            connection.settimeout(None)
            connection.sendall(bytes.fromhex(token) + jax.process_index().to_bytes(4))
            self._selector.register(connection, selectors.EVENT_READ, 0)
        self._watching = threading.Thread(target=self._watch, name="processes", daemon=True)
        self._watching.start()

    def _accept(self, processes: Processes, host: str) -> None:
        """Waits for the connections of the other processes, which identify themselves by a token.

        Other connections, such as those of port scanners, are closed.

        Raises:
          OSError: this process cannot listen, or the others have not connected in time.
        """
        token = secrets.token_bytes(_TOKEN)
        try:
            # A host's address from outside may differ from its own, so listen on all, except for loopback.
            is_loopback = host == "localhost" or host.startswith("127.")
            server = socket.create_server((host if is_loopback else "", 0))
        except OSError:
            processes.share("")
            raise
        with server:
            processes.share(f"{host} {server.getsockname()[1]} {token.hex()}")
            deadline = time.monotonic() + _CONNECT
            while len(self._selector.get_map()) < processes.number - 1:
                left = deadline - time.monotonic()
                if left <= 0:
                    raise TimeoutError("timed out")
                server.settimeout(left)
                connection = server.accept()[0]
                connection.settimeout(min(_IDENTIFY, left))
                try:
                    said = connection.recv(_TOKEN + 4, socket.MSG_WAITALL)
                except OSError:
                    said = b""
                if said[:_TOKEN] != token:
                    connection.close()
                    continue
                connection.settimeout(None)
                self._selector.register(connection, selectors.EVENT_READ, int.from_bytes(said[_TOKEN:]))

    def await_end(self) -> None:
        """Leaves the end of this process to the watching thread, if another process has ended.

        A computation with a lost process fails, often before the watching thread has seen the loss.
        """
        if self._lost.wait(_NOTICE):
            self._watching.join(_GRACE + _NOTICE)

    def leave(self, how: bytes) -> None:
        """Tells the other processes that this process ends, and how: `_DONE` or `_FAILED`."""
        self._left = True
        for key in list(self._selector.get_map().values()):
            with contextlib.suppress(OSError):
                key.fileobj.sendall(how)  # type: ignore[union-attr]

    def _watch(self) -> None:
        while self._selector.get_map():
            for key, _ in self._selector.select():
                try:
                    said = key.fileobj.recv(1)  # type: ignore[union-attr]
                except OSError:
                    said = b""
                self._selector.unregister(key.fileobj)
                if said == _DONE or self._left:
                    continue
                self._lost.set()
                if said == _FAILED:
                    time.sleep(_GRACE)
                if not self._left:
                    self._end(
                        f"Process {key.data} of the run has ended, and the others cannot continue without it"
                        f"{'; its own message says why' if said == _FAILED else ''}. Continue the run from "
                        "its last checkpoint with --resume, on any number of processes."
                    )


def _end(why: str) -> NoReturn:
    """Ends this process at once, because its main thread may wait for the lost process forever."""
    with contextlib.suppress(OSError):
        print(why, file=sys.stderr, flush=True)
    os._exit(_LOST)


@contextlib.contextmanager
def _patient_abort() -> Iterator[None]:
    """Delays aborts, so that the watching thread acts first: Gloo may abort the process if another is lost.

    The signal handler is C's `sleep`, which takes the signal's number, 6, as seconds. It needs no Python
    lock. If the watching thread does not end the process in this time, the abort continues. Within this
    context, a SIGABRT from outside only delays the process, and faulthandler does not report an abort.
    """
    c = ctypes.CDLL(None)
    c.signal.restype = ctypes.c_void_p
    c.signal.argtypes = [ctypes.c_int, ctypes.c_void_p]
    before = c.signal(signal.SIGABRT, ctypes.cast(c.sleep, ctypes.c_void_p))
    try:
        yield
    finally:
        c.signal(signal.SIGABRT, before)


@contextlib.contextmanager
def _without_gloo() -> Iterator[None]:
    """Silences Gloo, which sums over processes on CPUs and prints a line when devices first connect.

    Gloo prints on C's stdout. Within this context, C's stdout passes through a filter, and Python's does not.
    Devices connect in threads, so two of Gloo's lines may be mixed, and the second then lacks its beginning.
    """
    if sys.stdout is None:
        # The process was started without stdout.
        yield
        return
    stdout, descriptor = sys.stdout, os.dup(1)
    stdout.flush()
    reader, writer = os.pipe()
    os.dup2(writer, 1)
    os.close(writer)

    def filtered() -> None:
        with os.fdopen(reader, "rb") as lines:
            for line in lines:
                if b"[Gloo]" not in line and b"connected peer ranks" not in line:
                    os.write(descriptor, line)

    thread = threading.Thread(target=filtered, name="stdout", daemon=True)
    thread.start()
    sys.stdout = os.fdopen(os.dup(descriptor), "w", encoding=stdout.encoding, errors=stdout.errors)
    try:
        yield
    finally:
        sys.stdout.close()
        sys.stdout = stdout
        # This closes the pipe, and the filter reads it to the end.
        os.dup2(descriptor, 1)
        thread.join(timeout=1.0)
