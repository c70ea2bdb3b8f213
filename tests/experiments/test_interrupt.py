"""Ctrl-C while a command is starting: one line, at any moment."""

import signal
import subprocess
import sys

import pytest
from commands import ROOT

# Stops in the import of a module, as often as wanted, and says so. `ignored` are places where Python drops an
# exception: there a `KeyboardInterrupt` would be printed, and the command would run on.
SLOW = """
import gc, sys, time

class Slow:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            sys.meta_path.remove(self)
            {how}

def wait():
    print("here", flush=True)
    time.sleep(60)

class Dropped:
    def __del__(self):
        wait()

def drop():
    Dropped()

def swallow():
    try:
        wait()
    except BaseException as error:
        raise ImportError("a library hides it") from error

sys.meta_path.insert(0, Slow())
"""
COMMANDS = {
    "diayn": "sys.argv = ['/anywhere/diayn', *{words}]; from experiments.diayn import installed; installed()",
    "module": "import runpy; sys.argv = ['-m', *{words}]; "
    "runpy.run_module('experiments.run', run_name='__main__', alter_sys=True)",
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("experiments.flags", "wait()"),  # the command's own imports
        ("diayn_jax.config", "swallow()"),
        ("diayn_jax.resolve", "drop()"),  # an import while the command works
    ],
)
def test_ctrl_c_while_a_command_imports_is_one_line(command, name, how, tmp_path):
    words = ["--env=point"] if command == "module" else ["train", "--env=point"]
    code = SLOW.format(name=name, how=how) + COMMANDS[command].format(words=words)
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout.readline() == "here\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, "", "Interrupted.\n")


def test_a_program_that_imports_the_commands_keeps_its_ctrl_c():
    code = "import signal, experiments.diayn; print(signal.getsignal(signal.SIGINT).__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "default_int_handler\n"


def test_a_job_in_the_background_ignores_ctrl_c():
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); sys.argv = ['diayn']; "
        "import experiments; print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "True\n"


def test_a_command_that_cleans_up_sees_ctrl_c_and_is_ended_at_once_later():
    code = (
        "import os, signal, sys; sys.argv = ['diayn']\n"
        "from experiments import interrupt\n"
        "try:\n"
        "    with interrupt.raised():\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "except KeyboardInterrupt:\n"
        "    print('cleaned', flush=True)\n"
        "os.kill(os.getpid(), signal.SIGINT)\n"
        "print('after')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "cleaned\n", "Interrupted.\n")
