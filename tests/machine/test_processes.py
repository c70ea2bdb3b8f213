"""Several processes train one run, here on one machine over loopback."""

import contextlib
import json
import os
import queue
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import jax
import numpy as np
import pytest
import tiny
from commands import short
from runs import STEPS, Crash, rows_of, run, share_compiled

from diayn_jax.config import ConfigError
from diayn_jax.machine import cluster
from diayn_jax.machine.processes import SINGLE
from diayn_jax.storage import checkpoint
from diayn_jax.use import loaded_run

# Small learning rates, so that rounding differences stay small.
FIELDS = {
    **{name: value for name, value in tiny.FIELDS.items() if name != "num_devices"},
    "num_env_steps": 2800,
    "checkpoint_every": 400,
    "eval_every": 2800,  # every process compiles the evaluation
    "agent": "td3",  # the smallest program among those of one policy and a replay
    "anneal": 0,  # so that a longer run has the same program
    "learning_rate": 1e-4,
    "discriminator_learning_rate": 1e-4,
    "log_pictures": True,
}
TRAINED = ("agent", "objective", "statistics", "counters")
PATIENCE = 1200  # seconds


# The program of the evaluation is otherwise compiled after the first epoch.
PREPARES_NOTHING = """
from diayn_jax.evaluation import evaluators
evaluators._prepare = lambda *_: None
"""


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Launched:
    """The processes of one run, which share four devices."""

    def __init__(self, log_dir, *more, number=2, evaluates=False):
        port = free_port()
        flags = [
            f"--{name}={','.join(map(str, value)) if isinstance(value, tuple) else value}"
            for name, value in FIELDS.items()
        ]
        environ = {**os.environ, "JAX_NUM_CPU_DEVICES": str(4 // number)}
        self.screens = [log_dir / f"screen_{number}_{i}_{port}.txt" for i in range(number)]
        self.processes = []
        for i, screen in enumerate(self.screens):
            among = [f"--coordinator=127.0.0.1:{port}", f"--num_processes={number}", f"--process_id={i}"]
            program = short("run", "" if evaluates else PREPARES_NOTHING)
            command = [*program, *flags, f"--log_dir={log_dir}", *among, *more]
            with screen.open("w") as file:
                self.processes.append(
                    subprocess.Popen(command, env=environ, stdout=file, stderr=subprocess.STDOUT)
                )

    def wait_for(self, is_so):
        until = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < until, self.said()
            assert all(process.poll() is None for process in self.processes), self.said()
            time.sleep(0.02)

    def codes(self):
        return [process.wait(PATIENCE) for process in self.processes]

    def said(self):
        return [screen.read_text() for screen in self.screens]

    def end(self):
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture
def launch():
    launched = []

    def start(*args, **options):
        launched.append(Launched(*args, **options))
        return launched[-1]

    yield start
    for each in launched:
        each.end()


def assert_close(state, expected):
    for name in TRAINED:
        for x, y in zip(
            jax.tree.leaves(getattr(state, name)), jax.tree.leaves(getattr(expected, name)), strict=True
        ):
            np.testing.assert_allclose(np.asarray(x), np.asarray(y), rtol=1e-3, atol=1e-3, err_msg=name)


@pytest.mark.slow
def test_a_run_on_several_processes_is_killed_stopped_and_ends_as_one_that_is_on_one(
    tmp_path, launch, monkeypatch, compiled_trainers
):
    path = tmp_path / "point" / "tiny"
    checkpoints = path / "checkpoints"
    share_compiled(monkeypatch, compiled_trainers)
    alone, _ = run(tiny.config(tmp_path / "alone", **{**FIELDS, "num_devices": 4}))

    two = launch(tmp_path)
    two.wait_for(lambda: checkpoint.steps(checkpoints))
    two.processes[1].kill()
    killed = time.monotonic()
    assert two.codes() == [cluster._LOST, -signal.SIGKILL], two.said()
    assert time.monotonic() - killed < 30
    said = two.said()
    assert "Devices: 4 of 4 cpu (cpu), in 2 processes" in said[0]
    assert "Process 1 of the run has ended, and the others cannot continue without it." in said[0]
    assert "--resume" in said[0]
    # The main process writes files and prints.
    assert said[1] == ""
    assert "[Gloo]" not in said[0]

    last = checkpoint.steps(checkpoints)[-1]
    shutil.copytree(path, tmp_path / "copy" / "point" / "tiny")
    # One process continues for some epochs, and then two again.
    with pytest.raises(Crash):
        run(tiny.config(tmp_path, **{**FIELDS, "num_devices": 2}), crash_at="57%", resume=True)
    crashed = checkpoint.steps(checkpoints)[-1]
    assert crashed > last
    again = launch(tmp_path, "--resume", "--num_devices=4")
    again.wait_for(lambda: checkpoint.steps(checkpoints)[-1] > crashed)
    again.processes[1].send_signal(signal.SIGTERM)
    assert again.codes() == [128 + signal.SIGTERM] * 2, again.said()
    said = again.said()
    assert f"Resumed at step {crashed} from" in said[0]
    assert "It was on 2 devices and is now on 4 devices" in said[0]
    stopped_at = int(re.search(r"Stopped by SIGTERM at step (\d+)", said[0])[1])
    assert checkpoint.steps(checkpoints)[-1] == stopped_at < FIELDS["num_env_steps"]

    ending = launch(tmp_path, "--resume", "--report=html", "--plots", evaluates=True)
    assert ending.codes() == [0, 0], ending.said()
    assert f"Resumed at step {stopped_at} from" in ending.said()[0]
    assert (path / "report.html").stat().st_size > 10_000
    assert (path / "skills.png").exists()
    document = json.loads((path / "config.json").read_text())
    assert document["resolved"]["num_devices"] == 4
    assert document["device"]["processes"] == 2

    assert_close(loaded_run.load(path).state, alone.state)
    found, expected = rows_of(path), rows_of(alone.path)
    assert [row["time/env_steps"] for row in found] == [row["time/env_steps"] for row in expected]
    for row, of_alone in zip(found, expected, strict=True):
        for name in ("train/critic_loss", "eval/mi", "eval/distance_mean"):
            assert bool(row[name]) == bool(of_alone[name])
            if row[name]:
                assert float(row[name]) == pytest.approx(float(of_alone[name]), rel=0.02, abs=0.02), name

    # One process continues, on fewer devices, from the step at which the two were killed.
    copied, said = run(tiny.config(tmp_path / "copy", **{**FIELDS, "num_devices": 2}), resume=True)
    assert f"Resumed at step {last} from" in "\n".join(said)
    assert "It was on 4 devices and is now on 2 devices" in "\n".join(said)
    assert_close(copied.state, alone.state)

    # One process also continues a run that several have finished.
    longer = FIELDS["num_env_steps"] + 400
    config = tiny.config(tmp_path, **{**FIELDS, "num_devices": 2, "num_env_steps": longer})
    resumed, said = run(config, resume=True)
    assert "It was on 4 devices and is now on 2 devices" in "\n".join(said)
    assert int(resumed.state.counters.env_steps) >= longer


def test_of_four_processes_each_hears_of_the_end_of_another(monkeypatch):
    """The four are threads here, each with connections of its own."""
    this, peers, ended = threading.local(), {}, queue.Queue()
    texts = [queue.Queue() for _ in range(4)]
    monkeypatch.setattr(jax, "process_index", lambda: this.index)
    monkeypatch.setattr(cluster, "_GRACE", 0.0)

    def join(index):
        def share(text):
            if index:
                return texts[index].get(timeout=PATIENCE)
            for other in texts[1:]:
                other.put(text)
            return text

        this.index = index
        processes = SINGLE._replace(number=4, is_main=index == 0, share=share)
        peers[index] = cluster._Peers(processes, "127.0.0.1", lambda why: ended.put((index, why)))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(join, range(4)))
    connections_of = {
        index: [k.fileobj for k in peer._selector.get_map().values()] for index, peer in peers.items()
    }
    # The main process hears nothing of one that is done, and hears which one is lost.
    peers[2].leave(cluster._DONE)
    peers[3]._left = True  # so that the lost one, which lives on here, does not miss the main process
    connections_of[3][0].shutdown(socket.SHUT_RDWR)
    index, why = ended.get(timeout=PATIENCE)
    assert index == 0
    assert why.startswith("Process 3 of the run has ended, and the others cannot continue without it. ")
    # Then it fails with an error of its own, which all that are there hear.
    peers[0].leave(cluster._FAILED)
    index, why = ended.get(timeout=PATIENCE)
    assert index == 1
    assert why.startswith(
        "Process 0 of the run has ended, and the others cannot continue without it; its own"
    )
    for index, connections in connections_of.items():
        peers[index]._left = True
        for connection in connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        while peers[index]._selector.get_map():
            time.sleep(0.001)
        for connection in connections:
            connection.close()
    assert ended.empty()


def test_connections_of_strangers_are_closed(monkeypatch):
    monkeypatch.setattr(cluster, "_IDENTIFY", 0.05)
    connections = []

    def connect(text):
        connections.append(socket.create_connection(("127.0.0.1", int(text.split()[1]))))
        return connections[-1]

    def strangers(text):
        reset = connect(text)
        # Without lingering, the system ends the connection by a reset.
        reset.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        reset.close()
        connect(text)  # says nothing
        return text

    def share(text):
        strangers(text)
        connect(text).sendall(bytes.fromhex(text.split()[2]) + (1).to_bytes(4))
        return text

    ended = []
    main = SINGLE._replace(number=2, is_main=True, share=share)
    peers = cluster._Peers(main, "127.0.0.1", ended.append)
    (key,) = peers._selector.get_map().values()
    assert key.data == 1
    peers._left = True
    connections[-1].close()
    peers._watching.join(PATIENCE)
    key.fileobj.close()
    # Strangers do not extend the time in which the others must connect.
    monkeypatch.setattr(cluster, "_CONNECT", 0.2)
    with pytest.raises(TimeoutError):
        cluster._Peers(main._replace(share=strangers), "127.0.0.1", ended.append)
    for connection in connections:
        connection.close()
    assert ended == []


def test_an_error_of_a_computation_with_a_lost_process_is_left_to_the_watch(monkeypatch):
    ours, theirs = socket.socketpair()
    ended = []
    selector = cluster.selectors.DefaultSelector()
    selector.register(ours, cluster.selectors.EVENT_READ, 1)
    peers = object.__new__(cluster._Peers)
    peers.__dict__.update(_end=ended.append, _left=False, _selector=selector, _lost=threading.Event())
    peers._watching = threading.Thread(target=peers._watch, daemon=True)
    peers._watching.start()
    monkeypatch.setattr(jax, "process_count", lambda: 2)
    monkeypatch.setattr(cluster, "_Peers", lambda *_: peers)
    threading.Timer(0.3, theirs.close).start()
    with ours, pytest.raises(jax.errors.JaxRuntimeError), cluster.joined("127.0.0.1:1"):
        raise jax.errors.JaxRuntimeError("UNKNOWN: Gloo AllGather failed: Connection closed by peer")
    (why,) = ended
    assert why.startswith("Process 1 of the run has ended, ")


CRASHES = """
import jax
from diayn_jax.machine import cluster
from experiments import start

def main():
    cluster.initialize("127.0.0.1:{port}", 2, {index})
    with cluster.joined("127.0.0.1:{port}"):
        if {index}:
            raise ZeroDivisionError("a bug")
        input()

start.leave(main)
"""


def test_a_process_that_crashes_ends_at_once_and_the_others_name_it():
    port = free_port()
    command = [sys.executable, "-c"]
    pipes = {"stdin": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    processes = [
        subprocess.Popen([*command, CRASHES.format(port=port, index=index)], **pipes) for index in range(2)
    ]
    try:
        assert processes[1].wait(60) == 1
        assert processes[0].wait(30) == cluster._LOST
        said = [process.stderr.read() for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.wait()
            process.stdin.close()
            process.stderr.close()
    assert "Process 1 of the run has ended" in said[0]
    assert "its own message says why" in said[0]
    assert said[1].endswith("ZeroDivisionError: a bug\n")


ABORTS = """
import ctypes, os, threading, time
from diayn_jax.machine import cluster

def watch():
    time.sleep({after})
    os._exit(4)

with cluster._patient_abort():
    threading.Thread(target=watch, daemon=True).start()
    ctypes.CDLL(None).abort()  # as C++ does, without Python's lock
"""


def test_lines_of_gloo_are_left_out_where_two_are_mixed_too(capfd):
    line = "Rank 3 is connected to 3 peer ranks. Expected number of connected peer ranks is : 3\n"
    with cluster._without_gloo():
        os.write(1, f"[Gloo] {line}[Gloo] Rank [Gloo] {line}{line[5:]}C prints\n".encode())
        print("Python prints", flush=True)
    assert sorted(capfd.readouterr().out.splitlines()) == ["C prints", "Python prints"]


def end_of_abort(after):
    """Returns how a process ended that aborts, and in how many seconds."""
    begun = time.monotonic()
    command = [sys.executable, "-c", ABORTS.format(after=after)]
    code = subprocess.run(command, timeout=PATIENCE, check=False).returncode
    return code, time.monotonic() - begun


@pytest.fixture(scope="module", autouse=True)
def ends_of_aborts():
    """Begins two aborts with the first test, because they take seconds, in which they compute nothing."""
    with ThreadPoolExecutor(2) as pool:
        yield [pool.submit(end_of_abort, after) for after in (cluster._GRACE, 1000)]


def test_an_abort_leaves_the_watch_time_to_tell_why_and_goes_on_without_it(ends_of_aborts):
    (watched, after_grace), (unwatched, later) = (end.result() for end in ends_of_aborts)
    assert watched == cluster._LOST
    assert after_grace > cluster._GRACE
    assert unwatched == -signal.SIGABRT
    assert later > signal.SIGABRT


def test_a_single_process_is_the_main_one():
    assert SINGLE.is_main
    assert SINGLE.any_stop(None) is None
    assert SINGLE.any_stop(signal.SIGINT) == signal.SIGINT
    assert SINGLE.share("text") == "text"
    assert cluster.initialize(None, None, None) == 1
    with cluster.joined(None) as processes:
        assert processes is SINGLE


def test_a_stop_of_another_process_stops_after_the_same_epoch(tmp_path, shared_compilation):
    asked = []

    def any_stop(received):
        asked.append(received)
        # The run asks for signals before each epoch.
        return signal.SIGTERM if len(asked) == 3 else received

    stopped, said = run(tiny.config(tmp_path), processes=SINGLE._replace(any_stop=any_stop))
    assert stopped.stopped == signal.SIGTERM
    assert int(stopped.state.counters.env_steps) == STEPS[1]
    # This process received no signal itself.
    assert asked == [None, None, None]
    assert any("Stopped by SIGTERM" in line for line in said)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ("", 1)),
        (
            {
                "SLURM_JOB_ID": "7",
                "SLURM_STEP_NODELIST": "n[1-2]",
                "SLURM_PROCID": "0",
                "SLURM_LOCALID": "0",
                "SLURM_STEP_NUM_TASKS": "2",
            },
            ("Slurm", 2),
        ),
        # An allocation with one task, and an allocation in which srun started nothing.
        (
            {
                "SLURM_JOB_ID": "7",
                "SLURM_STEP_NODELIST": "n1",
                "SLURM_PROCID": "0",
                "SLURM_LOCALID": "0",
                "SLURM_STEP_NUM_TASKS": "1",
            },
            ("", 1),
        ),
        ({"SLURM_JOB_ID": "7", "SLURM_NTASKS": "8"}, ("", 1)),
        (
            {
                "OMPI_COMM_WORLD_SIZE": "4",
                "OMPI_COMM_WORLD_RANK": "1",
                "OMPI_MCA_orte_hnp_uri": "1.0;tcp://h:1",
            },
            ("Open MPI", 4),
        ),
        ({"TPU_WORKER_HOSTNAMES": "a,b"}, ("GKE", 2)),
        ({"TPU_WORKER_HOSTNAMES": "localhost"}, ("", 1)),
    ],
)
def test_several_processes_are_found_where_a_launcher_started_them(environ, expected):
    assert cluster.launched(environ) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("10.0.0.1:99", None, None), "--coordinator=10.0.0.1:99 without --num_processes and --process_id"),
        ((None, 2, None), "--num_processes=2 without --coordinator and --process_id"),
        (("here", 2, 0), "--coordinator=here is not a host:port"),
        (("here:99999", 2, 0), "--coordinator=here:99999 is not a host:port"),
        (("here:99", 2, 2), "--process_id=2: with --num_processes=2 it must be from 0 to 1"),
        (("none", 2, None), "--num_processes=2 and --coordinator=none"),
    ],
)
def test_what_does_not_go_together_is_refused(arguments, message):
    with pytest.raises(ConfigError, match=re.escape(message)):
        cluster.initialize(*arguments)
