"""A run made of solutions: its directory when others write there or when it ends early, and its page."""

import dataclasses
import errno
from types import SimpleNamespace

import numpy as np
import pytest
import tiny
from straight import archived, towards

import diayn_jax
from diayn_jax.config import ConfigError
from diayn_jax.interop import distil as distilling
from diayn_jax.interop import distilled
from diayn_jax.show.report import distillation
from diayn_jax.show.report.run_data import RunData
from diayn_jax.show.report.settings import reproduce
from diayn_jax.show.report.summary_text import lead
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.storage import files, lock, logs
from experiments import distil as command

pytestmark = pytest.mark.usefixtures("no_start")


@pytest.fixture
def archive(tmp_path):
    return archived(towards(), tmp_path / "skills.npz", env="point", episode_length=30, backend="jax")


def test_a_directory_that_another_process_writes_to_is_left_alone(archive, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(distilling, "_distil", lambda *_, **__: pytest.fail("it is held"))
    path = tmp_path / "runs" / "point" / "made"
    path.mkdir(parents=True)
    words = [str(archive), "--name=made", f"--log_dir={tmp_path / 'runs'}"]
    with lock.hold(path, print):
        assert command.main(words) == 2
        assert "is being written by another process" in capsys.readouterr().err
        assert (path / lock.NAME).exists()
    # The other process has written its run when it releases the lock.
    (path / files.CONFIG).write_text("{}")
    with pytest.raises(ConfigError, match="just written a run there"), distilled.held(path, print):
        raise AssertionError
    assert (path / files.CONFIG).read_text() == "{}"


def test_nothing_is_left_of_what_fails_before_its_checkpoint(archive, tmp_path, monkeypatch):
    path = tmp_path / "runs" / "point" / "made"

    def stopped(*_, **__):
        (path / files.CONFIG).write_text("{}")
        (path / files.DISTILLED).write_text("{}")
        raise KeyboardInterrupt

    monkeypatch.setattr(distilling, "_distil", stopped)
    words = [str(archive), "--name=made", f"--log_dir={tmp_path / 'runs'}"]
    assert command.main(words) == 130
    assert not path.exists()
    path.mkdir()
    (path / "notes.txt").write_text("mine")
    assert command.main(words) == 130
    assert [file.name for file in path.iterdir()] == ["notes.txt"]
    (path / files.CHECKPOINTS / "12").mkdir(parents=True)
    with pytest.raises(ConfigError, match="holds a run already"):
        files.create(tiny.config(tmp_path / "runs", env="point", name="made"))
    (path / files.CHECKPOINTS / "12").rmdir()
    (path / files.CHECKPOINTS).rmdir()

    def stopped_later(*_, **__):
        (path / files.CHECKPOINTS / "12").mkdir(parents=True)
        stopped()

    monkeypatch.setattr(distilling, "_distil", stopped_later)
    assert command.main(words) == 130
    assert files.can_be_resumed(path)


def test_what_ended_before_its_checkpoint_does_not_go_on(tmp_path):
    config = tiny.config(tmp_path, name="ended")
    path = files.create(config)
    files.write_config(path, config, {"num_devices": 1, "backend": "jax", "device": "cpu"}, resumed_at=None)
    files.write_json(path / files.DISTILLED, {"env_steps": 12})
    with pytest.raises(ConfigError, match=r"ended before its first checkpoint .*Remove it, and start"):
        diayn_jax.train(resume=path)
    with pytest.raises(ConfigError, match="Remove it, or choose another --name"):
        files.create(config)
    full = OSError(errno.ENOSPC, "No space left on device")
    advice = []
    for has_checkpoint in (False, True):
        if has_checkpoint:
            (path / files.CHECKPOINTS / "12").mkdir(parents=True)
        with pytest.raises(files.RunFileError) as caught, files.explained(path / files.SKILLS):
            raise full
        advice.append(str(caught.value).rpartition("Make room, then ")[2])
    assert advice == ["start again.", "continue with --resume."]


def test_the_page_of_what_was_trained_on(tmp_path):
    config = tiny.config(tmp_path, num_skills=3)
    path = files.create(config)
    returns = {"return_of_solutions": [2.0, 6.0], "return_of_skills": [1.0, 5.0]}
    files.write_json(path / files.DISTILLED, {"env_steps": 162, "action_error": 0.25, **returns})
    made_of, note = distillation.read(path)
    assert (made_of, note) == (distillation.Distillation(162, 0.25, 4.0, 3.0), "")
    document = {
        "command": ["diayn", "distil", "a.npz"],
        "resumed": [{"command": ["diayn", "train", "--resume"]}],
    }
    figures = {logs.STEP: 1162, "eval/distance_mean": 1.0}
    data = RunData(config, document, (), figures, path, (), distillation=made_of)
    text = lead(data, shown_of(config))
    taught = (
        "the same policy was taught to do what one of 3 solutions does, and then trained for 1k steps, in "
    )
    assert taught + "which no reward said what to do." in text
    assert "Before that training its actions, in −1 to 1, were off the solutions’ by 0.25" in text
    assert "an episode earned 3 where theirs earned 4, on average." in text
    assert [part["lines"] for part in reproduce(data)[:2]] == [
        ["diayn distil a.npz"],
        ["diayn train --resume"],
    ]
    for content in ("[", "{}", '{"env_steps": 1, "action_error": "much"}'):
        (path / files.DISTILLED).write_text(content)
        found, note = distillation.read(path)
        assert found is None
        assert note.startswith("distilled.json cannot be read: ")


def test_the_share_that_is_kept():
    run = SimpleNamespace(figures={"eval/mi_normalised": 0.5})
    found = distilled.Distilled(run, 0.25, np.array([2.0, 6.0]), np.array([1.0, 5.0]))
    assert found.kept == 0.75
    assert distilled.describe(found)[1:] == [
        "Return 3 of skills, 4 of solutions, 75.0 % kept",
        "mi_normalised 0.5",
    ]
    assert dataclasses.replace(found, return_of_solutions=np.array([0.0, 0.0])).kept is None
