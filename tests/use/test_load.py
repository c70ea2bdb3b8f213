"""Loading a run: which files it reads, damaged files, and files that disappear meanwhile."""

import dataclasses
import json
import shutil

import jax
import pytest
import tiny
from checkpoints import cut, damage_item, edit
from runs import STEPS, run, share_compiled

from diayn_jax.storage import arrays, checkpoint, files, untrusted_files
from diayn_jax.storage.files import read_checked_json, write_checked_json
from diayn_jax.storage.metadata import CheckpointError, UnreadableCheckpointError
from diayn_jax.use import loaded_run


@pytest.fixture(scope="module")
def trained(tmp_path_factory, compiled_trainers):
    """A run that was trained without interruption."""
    with pytest.MonkeyPatch.context() as patch:
        share_compiled(patch, compiled_trainers)
        return run(tiny.config(tmp_path_factory.mktemp("trained")))[0]


@pytest.fixture
def uninterrupted_run(trained, tmp_path, shared_compilation):
    """A copy of `trained` in a directory of the test's own."""
    path = tmp_path / "whole" / trained.path.parent.name / trained.path.name
    shutil.copytree(trained.path, path)
    return dataclasses.replace(trained, path=path)


def load(path, which="latest"):
    """Returns the step of the loaded checkpoint, and the output."""
    said = []
    return int(loaded_run.load(path, which, said.append).state.counters.env_steps), said


def test_replay_is_neither_read_nor_made(tmp_path, uninterrupted_run, monkeypatch):
    read, made, read_arrays, put = [], [], arrays.read, jax.device_put

    def record_read(path, items, written):
        read.append(set(items))
        return read_arrays(path, items, written)

    def record_made(x, *args, **more):
        made.append(x)
        return put(x, *args, **more)

    monkeypatch.setattr(arrays, "read", record_read)
    monkeypatch.setattr(jax, "device_put", record_made)
    loaded = loaded_run.load(uninterrupted_run.path)
    assert loaded.state.replay == ()
    assert read == [{"state"}]
    ring = checkpoint.size_in_bytes(uninterrupted_run.state.replay)
    assert sum(getattr(x, "nbytes", 0) for x in made) < ring / 2
    tiny.assert_same(loaded.state.agent, uninterrupted_run.state.agent)
    # Training can continue from it.
    again, _ = run(tiny.config(tmp_path / "whole"), resume=True)
    tiny.assert_same(again.state, uninterrupted_run.state)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "its checksum is missing or wrong"),
        ("{}", "its checksum is missing or wrong"),
        ('{"env_steps": 5}', "its checksum is missing or wrong"),
    ],
)
def test_a_skills_json_that_says_nothing_is_left_out(uninterrupted_run, text, why):
    file = uninterrupted_run.path / files.SKILLS
    file.write_text(text, encoding="utf-8")
    step, (line,) = load(uninterrupted_run.path)
    assert line.startswith(f"{file} is ignored: {why}. The figures are those of ")
    assert line.endswith(f"{step}. Resume the run to write it again.")


def test_steps_are_written_as_in_flags(uninterrupted_run):
    first, _ = checkpoint.steps(uninterrupted_run.path / "checkpoints")
    for which in (first, float(first), f" {first:_}", f"{first / 1000}k"):
        assert load(uninterrupted_run.path, which) == (first, [])


def test_where_the_latest_is_damaged_the_one_before_is_loaded(uninterrupted_run):
    directory = uninterrupted_run.path / "checkpoints"
    first, last = checkpoint.steps(directory)
    assert load(uninterrupted_run.path) == (last, [])
    edit(directory / str(first), ranking=0.1)
    edit(directory / str(last), ranking=0.9)
    damage_item(directory / str(last) / "state", cut)
    for which in ("latest", "best"):
        step, (line,) = load(uninterrupted_run.path, which)
        assert step == first
        assert line.startswith(f"{directory / str(last)} is damaged: state/")
    # A checkpoint that was named is not replaced by another.
    with pytest.raises(UnreadableCheckpointError, match=f"{last} is damaged"):
        load(uninterrupted_run.path, last)
    damage_item(directory / str(first) / "metadata.json", cut)
    with pytest.raises(UnreadableCheckpointError, match=f"{first} is damaged"):
        load(uninterrupted_run.path)


@pytest.mark.parametrize("at", ["before it is read", "while it is read"])
@pytest.mark.parametrize("which", ["latest", "best"])
def test_a_checkpoint_that_is_deleted_meanwhile_gives_way_to_the_next(
    uninterrupted_run, monkeypatch, at, which
):
    directory = uninterrupted_run.path / "checkpoints"
    module, name = (checkpoint, "read_metadata") if at == "before it is read" else (arrays, "read")
    read, swept = getattr(module, name), []
    edit(directory / str(STEPS[-1]), ranking=0.5)

    def sweep(path, *args):
        # As in a run that keeps the last and the best checkpoint, which is the newest each time.
        if len(swept) < 3 and path.name == str(max(checkpoint.steps(directory))):
            step = int(path.name) + 400
            shutil.copytree(path, directory / str(step))
            edit(directory / str(step), env_steps=step, ranking=float(step))
            files.remove(path)
            swept.append(path)
        return read(path, *args)

    monkeypatch.setattr(module, name, sweep)
    said = []
    loaded = loaded_run.load(uninterrupted_run.path, which, said.append)
    assert len(swept) == 3
    assert said == []
    tiny.assert_same(loaded.state.agent, uninterrupted_run.state.agent)
    assert checkpoint.steps(directory)[-1] == STEPS[-1] + 1200


def test_a_step_that_is_deleted_meanwhile_is_told(uninterrupted_run, monkeypatch):
    directory = uninterrupted_run.path / "checkpoints"

    def sweep(path, items, written):
        files.remove(path)
        raise ValueError

    monkeypatch.setattr(arrays, "read", sweep)
    words = f"has no checkpoint '{STEPS[-1]}'; there are: latest, best, {STEPS[1]}"
    with pytest.raises(CheckpointError, match=words):
        load(uninterrupted_run.path, STEPS[-1])
    assert checkpoint.steps(directory) == [STEPS[1]]


def test_a_checkpoint_of_another_run_is_refused(tmp_path, uninterrupted_run):
    other, _ = run(tiny.config(tmp_path / "other", seed=9))
    directory = uninterrupted_run.path / "checkpoints"
    shutil.rmtree(directory)
    shutil.copytree(other.path / "checkpoints", directory)
    with pytest.raises(CheckpointError, match=rf"{directory}/\d+ belongs to another run: it differs in seed"):
        load(uninterrupted_run.path)


@pytest.mark.parametrize(
    "damage", ["a number", "cut", "a directory", "of another run", "brackets", "missing", "nothing"]
)
def test_only_what_the_run_has_written_is_taken_from_skills_json(uninterrupted_run, damage):
    file = uninterrupted_run.path / "skills.json"
    text = file.read_text()
    last = uninterrupted_run.path / "checkpoints" / str(STEPS[-1])
    figures = untrusted_files.read_figures(read_checked_json(last / "metadata.json"))
    if damage == "a number":
        file.write_text(text.replace('"eval/probe_mi": 0.25', '"eval/probe_mi": 0.35'))
    elif damage == "cut":
        file.write_text(text[:100])
    elif damage == "brackets":
        file.write_text("[" * 100_000)
    elif damage == "a directory":
        file.unlink()
        file.mkdir()
    elif damage == "missing":
        file.unlink()
    elif damage == "of another run":
        document = json.loads(text)
        del document["crc32"]
        write_checked_json(file, {**document, "seed": 7})
    said = []
    loaded = loaded_run.load(uninterrupted_run.path, say=said.append)
    if damage == "nothing":
        assert said == []
        assert loaded.figures["eval/probe_mi"] == 0.25
        assert len(loaded.skill_table) == 3
    else:
        (line,) = said
        assert line.startswith(f"{file} is missing, " if damage == "missing" else f"{file} is ignored: ")
        assert loaded.skill_table == ()
        assert dict(loaded.figures) == pytest.approx(figures, nan_ok=True)
    if damage == "a directory":
        file.rmdir()
    # A resume writes the file again.
    run(tiny.config(uninterrupted_run.path.parent.parent), resume=True)
    assert loaded_run.load(uninterrupted_run.path, say=said.append).figures["eval/probe_mi"] == 0.25


def test_what_is_whole_and_cannot_be_read_is_not_called_damaged(uninterrupted_run, monkeypatch):
    def fail(path, items, written):
        raise MemoryError("16 GB")

    monkeypatch.setattr(arrays, "read", fail)
    last = uninterrupted_run.path / "checkpoints" / str(STEPS[-1])
    with pytest.raises(
        CheckpointError, match=f"{last} is intact, but cannot be read: MemoryError: 16 GB"
    ) as error:
        load(uninterrupted_run.path)
    assert not isinstance(error.value, UnreadableCheckpointError)
    with pytest.raises(CheckpointError, match="is intact"):
        run(tiny.config(uninterrupted_run.path.parent.parent), resume=True)
    assert last.is_dir()


def test_a_checkpoint_whose_counters_are_no_numbers_is_damaged(tmp_path, uninterrupted_run):
    last = uninterrupted_run.path / "checkpoints" / str(STEPS[-1])
    host = read_checked_json(last / "metadata.json")["host"]
    edit(last, host={**host, "wall_seconds": "long"})
    resumed, said = run(tiny.config(uninterrupted_run.path.parent.parent), resume=True)
    words = f"{last} is damaged: its metadata does not describe a run (ValueError: host is "
    assert any(words in line for line in said)
    tiny.assert_same(resumed.state, uninterrupted_run.state)
