"""Runs for the tests of `diayn_jax.run`: how they start, crash and compare."""

import csv
import dataclasses
import os
import struct
import subprocess
import sys
import textwrap
from pathlib import Path

import jax
import jax.numpy as jnp

from diayn_jax import training
from diayn_jax.config import RESUMABLE
from diayn_jax.evaluation import evaluators
from diayn_jax.machine import aot
from diayn_jax.run import compiling
from diayn_jax.use import training_run

# The steps after each of tiny's epochs, which end at rows 464, 864, 1264 and 1664. An episode has 20 steps;
# the first one in an environment has a random number of steps up to 20. The reset after an episode does not
# count.
STEPS = [444, 824, 1205, 1585]


class Crash(Exception):
    """Stands for the end of a process: the files stay as they are."""


def run(config, crash_at=None, **options):
    """Runs a config; returns the run and its output. Raises `Crash` at a line with `crash_at`."""
    said = []

    def report(line):
        said.append(line)
        if crash_at is not None and crash_at in line:
            raise Crash

    return training_run.run(config, say=report, **options), said


def rows_of(path):
    """Returns the rows of progress.csv, without measured times."""
    with (path / "progress.csv").open() as file:
        rows = list(csv.DictReader(file))
    clock = {"time/wall_seconds", "time/eval_seconds", "time/compile_seconds"}
    return [{k: v for k, v in row.items() if k not in clock and "per_second" not in k} for row in rows]


def contents(path):
    return {file: file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


def read_events(path):
    """Yields every event of an event file: records of length, CRC, protobuf, CRC."""
    from tensorboardX.proto import event_pb2

    found, data = [], path.read_bytes()
    while data:
        (length,) = struct.unpack("<Q", data[:8])
        found.append(event_pb2.Event.FromString(data[12 : 12 + length]))
        data = data[16 + length :]
    return found


def shown_events(directory):
    """Returns (step, value) of all that TensorBoard shows of a run.

    An event START hides older values from its step on.
    """
    from tensorboardX.proto.event_pb2 import SessionLog

    shown = []
    for path in sorted(directory.glob("events.out.tfevents.*")):
        for event in read_events(path):
            if event.session_log.status == SessionLog.START:
                shown = [(step, value) for step, value in shown if step < event.step]
            shown += [(event.step, value) for value in event.summary.value]
    return shown


def start(program, *arguments):
    root = Path(__file__).parent.parent
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )


def wait_for(process, words):
    """Reads a program's lines until one of them has the words."""
    lines = []
    for line in process.stdout:
        lines.append(line)
        if words in line:
            return
    raise AssertionError("".join(lines))


# Fields of which only the state at the beginning depends, and no program.
OF_STATE = {"seed", "start_run", "start_skill", "start_critics"}


def length_of_program(config):
    """Returns the steps over which rates or DQN's exploration fall, or None if neither does."""
    return config.num_env_steps if config.anneal or config.agent == "dqn" else None


def compile_when_called(monkeypatch):
    """Has JAX compile each program at its first call, so that it finds the programs of earlier runs."""
    monkeypatch.setattr(compiling, "compile_ahead", lambda function, *_: function)
    monkeypatch.setattr(compiling.CompileCache, "compile_all", lambda *_: 0.0)
    monkeypatch.setattr(aot.Ahead, "compile", lambda self, *_: None)


def share_compiled(monkeypatch, compiled_trainers):
    """Makes each trainer and evaluator once, in `compiled_trainers`, without the costly figures."""
    make_trainer, make_evaluator = training.make_trainer, evaluators.make_evaluator
    compiled = training.compiled

    def trainer_of(config, env, mesh=None):
        # What a program takes as an argument does not matter, nor does the name of the device.
        traced = {field.name for field in dataclasses.fields(config) if field.metadata["traced"]}
        other = traced | RESUMABLE | OF_STATE | {"device"}
        fixed = [getattr(config, f) for f in vars(config) if f not in other]
        key = (*fixed, length_of_program(config), mesh and mesh.size)
        if key not in compiled_trainers:
            trainer = make_trainer(config, env, mesh)
            compiled_trainers[key] = trainer, {}, compiled(trainer)
        return compiled_trainers[key][0]

    def of(trainer):
        return next(parts for parts in compiled_trainers.values() if parts[0] is trainer)

    def evaluator_of(config, trainer):
        known, key = of(trainer)[1], (config.eval_episodes, config.log_video, config.report)
        if key not in known:
            known[key] = make_evaluator(config, trainer)
        evaluator = known[key].with_seed(config.seed)

        def full(state, seed=None):
            key = jax.random.key(0)
            skill = jnp.arange(min(3, len(trainer.components.skills.probes)))
            trajectories = evaluator.rollouts(state, key, skill, config.episode_length)
            return {"eval/probe_mi": 0.25}, trajectories

        return evaluator.with_seed(config.seed)._replace(evaluate_full=full)

    def compiled_of(trainer, lanes=False):
        return compiled(trainer, lanes) if lanes else of(trainer)[2]

    monkeypatch.setattr(training, "make_trainer", trainer_of)
    monkeypatch.setattr(training, "compiled", compiled_of)
    monkeypatch.setattr(evaluators, "make_evaluator", evaluator_of)
    compile_when_called(monkeypatch)


def with_quick_figures(monkeypatch):
    """Has evaluators give their quick figures for the full ones, which need programs of their own."""
    make_evaluator = evaluators.make_evaluator

    def evaluator_of(*args):
        evaluator = make_evaluator(*args)
        return evaluator._replace(evaluate_full=evaluator.evaluate)

    monkeypatch.setattr(evaluators, "make_evaluator", evaluator_of)


# The fields of a config that change neither a trainer's programs nor an evaluator's.
OF_FILES = {
    "checkpoint_every",
    "checkpoint_replay",
    "keep_checkpoints",
    "log_dir",
    "log_pictures",
    "name",
    "plots",
    "tags",
    "tensorboard",
}


def share_programs(monkeypatch, made):
    """Makes each trainer and evaluator once, in `made`, and so compiles each program once.

    All figures are computed, unlike in `share_compiled`. What depends on simulators, on files or on users'
    modules is not shared.
    """
    make_trainer, make_evaluator = training.make_trainer, evaluators.make_evaluator
    compiled = training.compiled

    def once(key, make):
        if key not in made:
            made[key] = make()
        return made[key]

    def key_of(config):
        # A resumed run has the device's name.
        other = OF_FILES | OF_STATE | {"device", "num_env_steps"}
        fields = tuple((name, x) for name, x in vars(config).items() if name not in other)
        return (*fields, length_of_program(config))

    def trainer_of(config, env, mesh=None, *axes):
        own = getattr(config, "choose_from", "") or ":" in f"{config.env}{config.objective}{config.agent}"
        if own or axes or env.simulator is not None:
            return make_trainer(config, env, mesh, *axes)
        key = ("trainer", env.name, env.backend, mesh and mesh.size, key_of(config))
        return once(key, lambda: make_trainer(config, env, mesh))

    def shared(trainer):
        return any(trainer is part for part in made.values())

    def evaluator_of(config, trainer):
        if not shared(trainer):
            return make_evaluator(config, trainer)
        key = ("evaluator", id(trainer), key_of(config))
        return once(key, lambda: make_evaluator(config, trainer)).with_seed(config.seed)

    def compiled_of(trainer, lanes=False):
        if not shared(trainer):
            return compiled(trainer, lanes)
        return once(("compiled", id(trainer), lanes), lambda: compiled(trainer, lanes))

    monkeypatch.setattr(training, "make_trainer", trainer_of)
    monkeypatch.setattr(training, "compiled", compiled_of)
    monkeypatch.setattr(evaluators, "make_evaluator", evaluator_of)
    compile_when_called(monkeypatch)
