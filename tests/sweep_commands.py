"""Sweeps as commands, in processes that tests watch, signal and kill."""

import json
import os
import subprocess
import sys
import time

import pytest

from diayn_jax.storage import checkpoint

PATIENCE = 900  # seconds
# One core, as a worker's program has: XLA rounds differently with another number of threads.
ENVIRON = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "JAX_NUM_CPU_DEVICES": "1", "PJRT_NPROC": "1"}


class Launched:
    """A sweep in its own process; its output goes into a file."""

    def __init__(self, folder, *more, name="sweep", command=(sys.executable, "-m", "experiments.sweep")):
        self.path = folder / "sweeps" / name
        self.screen = folder / f"{name}.txt"
        command = [*command, *more]
        with self.screen.open("a") as file:
            self.process = subprocess.Popen(command, env=ENVIRON, stdout=file, stderr=subprocess.STDOUT)

    def wait_for(self, is_so):
        until = time.monotonic() + PATIENCE
        while not is_so():
            assert self.process.poll() is None, self.screen.read_text()
            assert time.monotonic() < until, self.screen.read_text()
            time.sleep(0.1)

    def saved(self, lane):
        """Returns how many checkpoints a lane has."""
        return len(checkpoint.steps(self.path / "point" / lane / "checkpoints"))

    def end(self):
        """Returns the exit code and all output. A sweep that does not end is killed."""
        try:
            code = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            pytest.fail(f"The sweep has not ended in {PATIENCE} s:\n{self.screen.read_text()}")
        return code, self.screen.read_text()


# Each process would import JAX anew.
IN_TURN = """
import json, sys
from experiments import sweep

for line in json.loads(sys.argv[1]):
    print("ends", sweep.main(line), flush=True)
"""


def in_turn(folder, *lines):
    """Begins a process that runs several sweeps one after another, and prints how each ends."""
    return Launched(folder, json.dumps(lines), command=(sys.executable, "-c", IN_TURN))
