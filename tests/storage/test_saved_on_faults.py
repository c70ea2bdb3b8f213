"""A run keeps all that it has learned when a simulator raises an exception, except the current epoch."""

import jax
import jax.numpy as jnp
import numpy as np
import probe_runs
import pytest
import tiny
from probes import counter, hparams_of, tiny_config
from runs import STEPS, rows_of, run
from states import assert_same

from diayn_jax import SimulatorError, envs, parallel, training
from diayn_jax.config import show
from diayn_jax.envs.worlds.point import make_point
from diayn_jax.storage import checkpoint
from experiments import run as command
from experiments import start


@jax.jit
def copied(state):
    return jax.tree.map(jnp.copy, state)


def test_an_epoch_is_undone_bit_for_bit():
    # The ring of `counter` has 20 slices. The warm-up fills 8 of them, and an epoch writes 4, so the ring is
    # filled up at first, and then it wraps around.
    functions, state = probe_runs.make("counter")[2], probe_runs.start("counter")
    sizes = []
    for _ in range(8):
        sizes.append(int(state.replay.size))
        before = copied(state)
        kept = functions.keep(state)
        after, _ = functions.epoch(state)
        again = functions.undo(after, kept)
        assert_same(again, before)
        state, _ = functions.epoch(again)
    assert sizes == [8, 12, 16, *[20] * 5]


def test_epochs_of_lanes_over_two_devices_are_undone():
    # An epoch writes 8 slices, and the ring has 4.
    config = tiny_config(replay_size=32, epoch_steps=64, agent="td3")
    trainer = training.make_trainer(config, counter(), parallel.make_mesh(2))
    functions = training.compiled(trainer, lanes=True)
    hparams = jax.tree.map(lambda x: jnp.stack([x, x]), hparams_of(config))
    state = functions.init(jax.random.split(jax.random.key(0), 2), hparams)
    before = copied(state)
    kept = functions.keep(state)
    again = functions.undo(functions.epoch(state)[0], kept)
    assert_same(again, before)


class Asked:
    """Counts, for all environments made here, how often a step asked the host; says when the host raises."""

    steps, raises_at = 0, None


def make_asking():
    env = make_point("jax", envs.Variation())

    def asked(x):
        Asked.steps += 1
        if Asked.steps == Asked.raises_at:
            raise RuntimeError("the server is gone")
        return np.asarray(x)

    def step(state, action):
        struct = jax.ShapeDtypeStruct(action.shape, action.dtype)
        return env.step(state, jax.pure_callback(asked, struct, action))

    return env._replace(step=step)


@pytest.fixture
def asked(monkeypatch, shared_compilation):
    from diayn_jax.envs import registry

    monkeypatch.setattr(registry, "_REGISTERED", {})
    envs.register("asking", make_asking)
    Asked.steps, Asked.raises_at = 0, None
    return Asked


@pytest.fixture
def uninterrupted_run(asked, tmp_path):
    """The run without an interruption."""
    found, _ = run(config(tmp_path / "whole"))
    asked.steps = 0
    return found


def config(folder, **fields):
    return tiny.config(folder, env="asking", agent="td3", checkpoint_every=10**6, **fields)


def test_a_simulator_that_raises_costs_the_epoch_under_way_alone(asked, uninterrupted_run, tmp_path):
    # The warm-up has 8 steps, each epoch 50, and each evaluation 20. So the third epoch fails.
    asked.raises_at = 8 + 2 * (50 + 20) + 30
    with pytest.raises(SimulatorError, match="the server is gone") as caught:
        run(config(tmp_path))
    path = tmp_path / "asking" / "tiny"
    assert checkpoint.steps(path / "checkpoints") == [STEPS[1]]
    assert f"The last good checkpoint is {path / 'checkpoints' / str(STEPS[1])}." in str(caught.value)
    resumed, said = run(config(tmp_path), resume=True)
    assert f"Resumed at step {STEPS[1]}" in "\n".join(said)
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    assert rows_of(resumed.path) == rows_of(uninterrupted_run.path)


def test_an_evaluation_that_raises_costs_nothing_that_was_learned(asked, uninterrupted_run, tmp_path):
    # The evaluation after the second epoch fails.
    asked.raises_at = 8 + 2 * 50 + 20 + 10
    with pytest.raises(SimulatorError, match="the server is gone"):
        run(config(tmp_path))
    assert checkpoint.steps(tmp_path / "asking" / "tiny" / "checkpoints") == [STEPS[1]]
    resumed, _ = run(config(tmp_path), resume=True)
    tiny.assert_same(resumed.state, uninterrupted_run.state)


def test_the_command_ends_with_code_4_and_leaves_a_checkpoint(asked, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(start, "start_jax", lambda **_: "cpu")
    monkeypatch.setattr(start, "quiet", lambda: None)
    made = config(tmp_path)
    given = [f"--{name}={show(getattr(made, name))}" for name in (*tiny.FIELDS, "agent")]
    asked.raises_at = 8 + 2 * (50 + 20) + 30
    assert command.main([*given, f"--log_dir={tmp_path}"]) == 4
    path = tmp_path / "asking" / "tiny"
    (line,) = capsys.readouterr().err.splitlines()
    assert "the server is gone" in line
    assert f"The last good checkpoint is {path / 'checkpoints' / str(STEPS[1])}." in line
    assert checkpoint.steps(path / "checkpoints") == [STEPS[1]]
    asked.raises_at = None
    assert command.main(["--resume", str(path)]) == 0
    assert f"Resumed at step {STEPS[1]}" in capsys.readouterr().out


def test_a_disk_that_is_full_too_is_told_with_the_simulators_error(asked, tmp_path, monkeypatch):
    asked.raises_at = 8 + 2 * (50 + 20) + 30

    def full(*args, **kwargs):
        raise checkpoint.CheckpointError("No room for the checkpoint.")

    monkeypatch.setattr(checkpoint, "save", full)
    with pytest.raises(SimulatorError) as caught:
        run(config(tmp_path))
    (line,) = str(caught.value).splitlines()
    assert "the server is gone" in line
    assert line.endswith("No room for the checkpoint. No checkpoint had been written yet.")
