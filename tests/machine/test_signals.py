"""Signals, output without a reader, and killed processes."""

import errno
import os
import signal
import threading
import time

import pytest
import tiny
from runs import STEPS, rows_of, run, start, wait_for

from diayn_jax import shell
from diayn_jax.machine import signals
from diayn_jax.run import console, loop
from diayn_jax.storage import checkpoint
from diayn_jax.use import training_run


@pytest.fixture
def default_hangup():
    """Gives SIGHUP its default action. If the tests run under nohup, they ignore this signal."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_saves_and_stops(tmp_path, uninterrupted_run, default_hangup, monkeypatch, name):
    stops = []

    class Kept(signals.StopSignals):
        def __enter__(self):
            stops.append(self)
            return super().__enter__()

    monkeypatch.setattr(loop, "StopSignals", Kept)
    handlers = [signal.getsignal(n) for n in signals.NUMBERS]
    config, said = tiny.config(tmp_path), []

    def report(line):
        said.append(line)
        if "55%" in line:
            os.kill(os.getpid(), signal.Signals[name])
            while stops[0].received is None:
                time.sleep(0.01)
        if f"{name}: stopping after this epoch" in line:
            announced.set()

    announced = threading.Event()
    stopped = training_run.run(config, say=report)
    assert stopped.stopped == signal.Signals[name]
    text = "\n".join(said)
    assert announced.wait(10)
    assert (
        f"Stopped by {name} at step {STEPS[1]}; saved {stopped.path / 'checkpoints' / str(STEPS[1])}" in text
    )
    assert f"Resume with: {shell.command('resume')} {stopped.path}" in text
    assert [signal.getsignal(n) for n in signals.NUMBERS] == handlers
    assert signal.set_wakeup_fd(-1) == -1
    resumed, _ = run(config, resume=True)
    assert resumed.stopped is None
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    assert rows_of(resumed.path) == rows_of(uninterrupted_run.path)


def test_a_hangup_that_nohup_has_ignored_stays_so():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with signals.StopSignals(print, "stopping") as stop:
            os.kill(os.getpid(), signal.SIGHUP)
            os.kill(os.getpid(), signal.SIGTERM)
            while stop.received is None:
                time.sleep(0.01)
        assert stop.received == signal.SIGTERM
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
def test_output_that_cannot_be_written_ends_nothing(capsys, number):
    def report(line):
        said.append(line)
        raise OSError(number, os.strerror(number))

    said = []
    screen = console.Console(report)
    screen.line("first")
    screen.line("second")
    assert said == ["first"]
    assert capsys.readouterr().err == (
        f"The output can no longer be written ({os.strerror(number)}); the run continues without it.\n"
    )


def test_a_signal_at_the_end_is_told_that_it_is_the_end(tmp_path, shared_compilation):
    announced, said = threading.Event(), []

    def report(line):
        said.append(line)
        if "nearest share" in line:
            os.kill(os.getpid(), signal.SIGINT)
        if line == "SIGINT: all steps are done, finishing; a second signal ends it at once.":
            announced.set()

    done = training_run.run(tiny.config(tmp_path), say=report)
    assert announced.wait(10)
    assert (done.stopped, done.signal) == (None, signal.SIGINT)
    assert done.skill_table
    assert not any("stopping" in line for line in said)


@pytest.mark.parametrize("stopped", [False, True])
def test_output_that_nobody_reads_any_more_ends_nothing(tmp_path, uninterrupted_run, capsys, stopped):
    reader, writer = os.pipe()
    said = []

    def report(line):
        said.append(line)
        if "55%" in line:
            os.close(reader)
            if stopped:
                os.kill(os.getpid(), signal.SIGINT)
        os.write(writer, f"{line}\n".encode())

    done = training_run.run(tiny.config(tmp_path), say=report)
    os.close(writer)
    assert "55%" in said[-1]
    assert capsys.readouterr().err == "The output is no longer read; the run continues without it.\n"
    assert done.stopped == (signal.SIGINT if stopped else None)
    assert checkpoint.steps(done.path / "checkpoints")[-1] == STEPS[1 if stopped else -1]
    resumed, _ = run(tiny.config(tmp_path), resume=True)
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    assert rows_of(resumed.path) == rows_of(uninterrupted_run.path)


def test_runs_outside_the_main_thread(shared_compilation, uninterrupted_run):
    done = []
    thread = threading.Thread(target=lambda: done.append(run(tiny.config())[0]))
    thread.start()
    thread.join()
    tiny.assert_same(done[0].state, uninterrupted_run.state)


PROGRAM = """
    import sys, time
    import jax
    jax.config.update("jax_num_cpu_devices", 4)
    sys.path.insert(0, "tests")
    import tiny
    from diayn_jax.use import training_run

    log_dir, words, seconds = sys.argv[1:4]

    def report(line):
        print(line, flush=True)
        if words in line:
            time.sleep(float(seconds))

    done = training_run.run(tiny.config(log_dir), resume=len(sys.argv) > 4, say=report)
    print("stopped", done.stopped)
"""


def test_stopped_and_killed_a_run_still_ends_as_if_never_touched(tmp_path, uninterrupted_run):
    directory = tmp_path / "point" / "tiny" / "checkpoints"
    first = start(PROGRAM, tmp_path, f"{STEPS[0]}/", 2)
    wait_for(first, f"{STEPS[0]}/")
    first.send_signal(signal.SIGTERM)
    said, _ = first.communicate(timeout=300)
    assert first.returncode == 0
    assert f"stopped {int(signal.SIGTERM)}" in said
    assert f"Resume with: {shell.command('resume')} {directory.parent}" in said
    (stopped_at,) = checkpoint.steps(directory)
    assert stopped_at in STEPS[:2]

    second = start(PROGRAM, tmp_path, "80%", 600, "--resume")
    wait_for(second, "80%")
    second.kill()
    second.communicate()
    assert second.returncode == -signal.SIGKILL
    assert checkpoint.steps(directory)[-1] == STEPS[1]

    resumed, said = run(tiny.config(tmp_path), resume=True)
    assert f"Resumed at step {STEPS[1]}" in "\n".join(said)
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    assert rows_of(resumed.path) == rows_of(uninterrupted_run.path)


WAITING = """
    import os, signal, sys, time
    from diayn_jax.machine.signals import _MIN_SECONDS, StopSignals

    with StopSignals(lambda line: print(line, flush=True), "stopping") as stop:
        print("ready", flush=True)
        if len(sys.argv) > 1:
            for _ in range(2):
                os.kill(os.getpid(), signal.SIGTERM)
        while stop.received is None:
            time.sleep(0.01)
        time.sleep(_MIN_SECONDS)
        print("waiting", flush=True)
        time.sleep(60)
"""


def test_the_second_signal_ends_a_process_at_once():
    process = start(WAITING)
    wait_for(process, "ready")
    process.send_signal(signal.SIGINT)
    wait_for(process, "SIGINT: stopping; a second signal ends it at once.")
    wait_for(process, "waiting")
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert process.returncode == 128 + signal.SIGTERM


def test_a_signal_that_comes_twice_at_once_is_one():
    process = start(WAITING, "twice")
    wait_for(process, "SIGTERM: stopping; a second signal ends it at once.")
    wait_for(process, "waiting")
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 128 + signal.SIGINT
