"""Several processes for one run: JAX's distributed engine is joined, watched, and left.

JAX tells that a process is lost after a minute or two, and then ends the others with a stack trace. So each
process also holds a connection to the main one, which the system closes when a process ends, however it ends.
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

NONE = "none"  # as a coordinator: one process alone, whatever a cluster's variables say

_DONE, _FAILED = b".", b"!"  # what a process that ends says to the others
# Seconds for this process to fail by itself, as all do where the run cannot go on; fewer than an abort waits.
_GRACE = 4.0
_CONNECT = 60.0  # seconds for the processes to connect to the main one
_LOST = 4  # exit code
_TOKEN = 16  # bytes

# What tells that a launcher has started several processes: a variable with their number for each.
_LAUNCHERS = {
    "Slurm": (
        "SLURM_STEP_NUM_TASKS",
        ("SLURM_JOB_ID", "SLURM_STEP_NODELIST", "SLURM_PROCID", "SLURM_LOCALID"),
    ),
    "Open MPI": ("OMPI_COMM_WORLD_SIZE", ("OMPI_MCA_orte_hnp_uri", "OMPI_COMM_WORLD_RANK")),
}
_TPU_WORKERS = "TPU_WORKER_HOSTNAMES"  # of GKE, separated by commas


def launched(environ: Mapping[str, str]) -> tuple[str, int]:
    """What has started several processes that JAX can join, and how many; ("", 1) of a single one."""
    for name, (number, others) in _LAUNCHERS.items():
        if environ.get(number, "1") not in ("", "1") and all(other in environ for other in others):
            return name, int(environ[number])
    workers = len(list(filter(None, environ.get(_TPU_WORKERS, "").split(","))))
    return ("GKE", workers) if workers > 1 else ("", 1)


def initialize(coordinator: str | None, num_processes: int | None, process_id: int | None) -> int:
    """Joins the processes of a run; to be called before JAX starts.

    Args:
      coordinator: host:port of process 0, which listens there; `none` joins nothing; None: as Slurm, Open
        MPI or GKE have it, where one of them has started several processes.
      num_processes, process_id: how many there are, and which one this is, from 0 on.

    Returns:
      How many there are.

    Raises:
      ConfigError: arguments that do not go together; processes that do not come.
    """
    _check_arguments(coordinator, num_processes, process_id)
    if coordinator == NONE or num_processes == 1:
        return 1
    found = ""
    if coordinator is None:
        found, num_processes = launched(os.environ)
        if not found:
            return 1
    # Its handler of SIGTERM would take the place of ours, which saves.
    jax.config.update("jax_enable_preemption_service", False)
    try:
        jax.distributed.initialize(coordinator, None if found else num_processes, process_id)
    except (RuntimeError, ValueError) as error:
        who = f"by {found}'s variables" if found else f"at --coordinator={coordinator}"
        raise ConfigError(
            f"The processes of the run did not come together {who}: {str(error).splitlines()[0]} Start all "
            "of them, each with its own --process_id and one that can be reached as --coordinator; or use "
            "--coordinator=none for one process."
        ) from error
    assert num_processes is not None  # given, or told by what has launched them
    return num_processes


def _check_arguments(coordinator: str | None, num_processes: int | None, process_id: int | None) -> None:
    given = {"coordinator": coordinator, "num_processes": num_processes, "process_id": process_id}
    missing = [f"--{name}" for name, value in given.items() if value is None]
    if coordinator == NONE:
        if num_processes not in (None, 1):
            raise ConfigError(
                f"--num_processes={num_processes} with --coordinator=none. Leave one of them out."
            )
        return
    if 0 < len(missing) < len(given) and num_processes != 1:
        some = ", ".join(f"--{name}={value}" for name, value in given.items() if value is not None)
        raise ConfigError(
            f"{some} without {' and '.join(missing)}: several processes need all three. Under Slurm, Open "
            "MPI and GKE leave all three out."
        )
    if coordinator is not None:
        host, colon, port = coordinator.rpartition(":")
        if not (host and colon and port.isdigit() and 0 < int(port) < 65536):
            raise ConfigError(f"--coordinator={coordinator} is no host:port, such as 10.0.0.1:9876.")
    if process_id is not None and num_processes is not None and process_id >= num_processes:
        raise ConfigError(
            f"--process_id={process_id}: with --num_processes={num_processes} it is one of 0 to "
            f"{num_processes - 1}."
        )


@contextlib.contextmanager
def joined(coordinator: str | None) -> Iterator[Processes]:
    """The processes of the run, once JAX has started; each is watched until the context is left.

    A context that is left by an exception tells the others. Where one of them ends before, this process
    says so on stderr and ends with exit code 4.

    Raises:
      ConfigError: processes that cannot connect to the main one.
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
                f"The processes of the run cannot connect to the main one on {host}: {error}. Name it by an "
                "address that all can reach, as --coordinator=host:port."
            ) from error
        try:
            yield processes
        except BaseException:
            peers.leave(_FAILED)
            raise
        peers.leave(_DONE)


def is_main() -> bool:
    """Whether this process is the only one, or the main one."""
    return jax.process_index() == 0


def leave_at_once(code: int) -> None:
    """Ends a process of several that has failed: JAX would wait for the others. Does nothing of one alone."""
    if jax.distributed.is_initialized():
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)


class _Peers:
    """The connections of one process to the others: of the main one to each, of each to the main one."""

    def __init__(self, processes: Processes, host: str, end: Callable[[str], None]):
        self._end = end
        self._left = False
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
        threading.Thread(target=self._watch, name="processes", daemon=True).start()

    def _accept(self, processes: Processes, host: str) -> None:
        """Waits for the other processes, which prove by a token that they are these."""
        token = secrets.token_bytes(_TOKEN)
        try:
            # A host may have another address from outside than its own; loopback stays loopback.
            server = socket.create_server((host if _is_loopback(host) else "", 0))
        except OSError:
            processes.share("")
            raise
        with server:
            server.settimeout(_CONNECT)
            processes.share(f"{host} {server.getsockname()[1]} {token.hex()}")
            while len(self._selector.get_map()) < processes.number - 1:
                connection = server.accept()[0]
                connection.settimeout(_CONNECT)
                said = connection.recv(_TOKEN + 4, socket.MSG_WAITALL)
                if said[:_TOKEN] != token:
                    connection.close()
                    continue
                connection.settimeout(None)
                self._selector.register(connection, selectors.EVENT_READ, int.from_bytes(said[_TOKEN:]))

    def leave(self, how: bytes) -> None:
        """Tells the others that this process ends, and whether in good order."""
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
                if said == _FAILED:
                    time.sleep(_GRACE)
                if not self._left:
                    self._end(
                        f"Process {key.data} of the run has ended, and the others cannot go on without it"
                        f"{'; it has said why' if said == _FAILED else ''}. The run goes on from its last "
                        "checkpoint with --resume, on as many processes or on another number."
                    )


def _end(why: str) -> NoReturn:
    """Ends this process at once: its main thread may wait for the lost process for ever."""
    with contextlib.suppress(OSError):
        print(why, file=sys.stderr, flush=True)
    os._exit(_LOST)


@contextlib.contextmanager
def _patient_abort() -> Iterator[None]:
    """Lets the watch come first: a thread of Gloo now and then aborts the process over a lost one.

    The handler is C's `sleep`, which takes the signal's number, 6, for seconds. It needs no lock of Python's,
    and where the watch has found nothing to end the process for, the abort goes on. A SIGABRT from outside
    does no more than delay the process meanwhile; faulthandler does not see an abort.
    """
    c = ctypes.CDLL(None)
    c.signal.restype = ctypes.c_void_p
    c.signal.argtypes = [ctypes.c_int, ctypes.c_void_p]
    before = c.signal(signal.SIGABRT, ctypes.cast(c.sleep, ctypes.c_void_p))
    try:
        yield
    finally:
        c.signal(signal.SIGABRT, before)


def _is_loopback(host: str) -> bool:
    return host == "localhost" or host.startswith("127.")


@contextlib.contextmanager
def _without_gloo() -> Iterator[None]:
    """Silences Gloo, which sums over the processes of CPUs and prints whenever some devices first do so.

    It prints on C's stdout, which goes through a filter meanwhile; Python's goes past it.
    """
    if sys.stdout is None:
        # Closed from the start.
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
                if not line.startswith(b"[Gloo]"):
                    os.write(descriptor, line)

    thread = threading.Thread(target=filtered, name="stdout", daemon=True)
    thread.start()
    sys.stdout = os.fdopen(os.dup(descriptor), "w", encoding=stdout.encoding, errors=stdout.errors)
    try:
        yield
    finally:
        sys.stdout.close()
        sys.stdout = stdout
        # The filter reads what there is to the end of the pipe.
        os.dup2(descriptor, 1)
        thread.join(timeout=1.0)
