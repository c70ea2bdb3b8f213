"""Loading a run: what is read of it, what is damaged, and what goes away meanwhile."""

import shutil

import jax
import pytest
import tiny
from checkpoints import cut, damage_item, edit
from runs import STEPS, run

from diayn_jax.run import arrays, checkpoint, files
from diayn_jax.run.checkpoint import CheckpointError, UnreadableCheckpointError
from diayn_jax.use import library


def load(path, which="latest"):
    """The steps of the checkpoint that is loaded, and what is said."""
    said = []
    return int(library.load(path, which, said.append).state.counters.env_steps), said


def test_replay_is_neither_read_nor_made(tmp_path, whole, monkeypatch):
    read, made, read_arrays, put = [], [], arrays.read, jax.device_put

    def record_read(path, items):
        read.append(set(items))
        return read_arrays(path, items)

    def record_made(x, *args, **more):
        made.append(x)
        return put(x, *args, **more)

    monkeypatch.setattr(arrays, "read", record_read)
    monkeypatch.setattr(jax, "device_put", record_made)
    loaded = library.load(whole.path)
    assert loaded.state.replay == ()
    assert read == [{"state"}]
    ring = checkpoint.size_in_bytes(whole.state.replay)
    assert sum(getattr(x, "nbytes", 0) for x in made) < ring / 2
    tiny.assert_same(loaded.state.agent, whole.state.agent)
    # To go on with training, it is there.
    again, _ = run(tiny.config(tmp_path / "whole"), resume=True)
    tiny.assert_same(again.state, whole.state)


def test_where_the_latest_is_damaged_the_one_before_is_loaded(whole):
    directory = whole.path / "checkpoints"
    first, last = checkpoint.steps(directory)
    assert load(whole.path) == (last, [])
    edit(directory / str(first), ranking=0.1)
    edit(directory / str(last), ranking=0.9)
    damage_item(directory / str(last) / "state", cut)
    for which in ("latest", "best"):
        step, (line,) = load(whole.path, which)
        assert step == first
        assert line.startswith(f"{directory / str(last)} is damaged: state/")
    # What is named is not exchanged for another.
    with pytest.raises(UnreadableCheckpointError, match=f"{last} is damaged"):
        load(whole.path, last)
    damage_item(directory / str(first) / "metadata.json", cut)
    with pytest.raises(UnreadableCheckpointError, match=f"{first} is damaged"):
        load(whole.path)


@pytest.mark.parametrize("at", ["before it is read", "while it is read"])
@pytest.mark.parametrize("which", ["latest", "best"])
def test_a_checkpoint_that_is_deleted_meanwhile_gives_way_to_the_next(whole, monkeypatch, at, which):
    directory = whole.path / "checkpoints"
    module, name = (checkpoint, "read_metadata") if at == "before it is read" else (arrays, "read")
    read, swept = getattr(module, name), []
    edit(directory / str(STEPS[-1]), ranking=0.5)

    def sweep(path, *args):
        # As a run that keeps the last and the best, which it is each time.
        if len(swept) < 3 and path.name == str(max(checkpoint.steps(directory))):
            step = int(path.name) + 400
            shutil.copytree(path, directory / str(step))
            edit(directory / str(step), env_steps=step, ranking=float(step))
            files.remove(path)
            swept.append(path)
        return read(path, *args)

    monkeypatch.setattr(module, name, sweep)
    said = []
    loaded = library.load(whole.path, which, said.append)
    assert len(swept) == 3
    assert said == []
    tiny.assert_same(loaded.state.agent, whole.state.agent)
    assert checkpoint.steps(directory)[-1] == STEPS[-1] + 1200


def test_a_step_that_is_deleted_meanwhile_is_told(whole, monkeypatch):
    directory = whole.path / "checkpoints"

    def sweep(path, items):
        files.remove(path)
        raise ValueError

    monkeypatch.setattr(arrays, "read", sweep)
    with pytest.raises(CheckpointError, match=f"has no checkpoint '{STEPS[-1]}'; there are: {STEPS[1]}"):
        load(whole.path, STEPS[-1])
    assert checkpoint.steps(directory) == [STEPS[1]]
