"""Damage to the files of a run beside its checkpoints: the log, events, config.json."""

import json
import os

import pytest
import tiny
from runs import STEPS, Crash, rows_of, run

from diayn_jax.config import ConfigError
from diayn_jax.storage import files, logs, run_to_resume

LOG = "time/env_steps,eval/mi,train/loss\n100,0.25,\n200,,1.5\n300,nan,2\n"
ROWS = [(100, 0.25, None), (200, None, 1.5)]


def edited(**lines):
    return "".join(lines.get(f"line_{i}", line) for i, line in enumerate(LOG.splitlines(keepends=True)))


@pytest.mark.parametrize(
    ("log", "defect"),
    [
        ("", "has 0 rows where 2 were written"),
        (LOG[:20], "has 0 rows where 2 were written"),
        (LOG[: LOG.index("200") + 2], "has 1 rows where 2 were written"),
        (edited(line_1=""), "has 1 rows where 2 were written"),
        (edited(line_2="200,,1.5\n200,,1.5\n"), "has 3 rows where 2 were written"),
        (edited(line_1="100,0.75,\n"), "has changed figures in 1 of 2 rows"),
        (edited(line_1="100,,\n"), "has changed figures in 1 of 2 rows"),
        (edited(line_1="100,0.25,7\n"), "has changed figures in 1 of 2 rows"),
        (edited(line_0="time/env_steps,eval/mi,train/lost\n"), "has changed figures in 1 of 2 rows"),
        (edited(line_1="100\n"), "cannot be read (line 2 has 1 cells for 3 columns)"),
        (edited(line_1="100,0.25,,7\n"), "cannot be read (line 2 has 4 cells for 3 columns)"),
        (edited(line_1="100,much,\n"), "cannot be read ('much' is not a number)"),
        (edited(line_0="steps,eval/mi,train/loss\n"), "cannot be read (it has no column time/env_steps)"),
        (b"\xff\xfe{", "cannot be read (it is not UTF-8 text (byte 0))"),
        (os.mkdir, "cannot be read (Is a directory)"),
        (lambda path: path.symlink_to("nowhere"), "is missing"),
        (lambda path: None, "is missing"),
    ],
    ids=lambda x: x if isinstance(x, str) and "," not in x else None,
)
def test_rows_that_the_log_has_lost_are_those_of_the_checkpoint(tmp_path, log, defect):
    path, said = tmp_path / "progress.csv", []
    if callable(log):
        log(path)
    else:
        path.write_bytes(log if isinstance(log, bytes) else log.encode())
    is_there = os.path.lexists(path)
    rows = logs.resumed(tmp_path, 200, logs.parse(LOG[: LOG.index("300")]), said.append)
    assert [tuple(row.values()) for row in rows] == ROWS
    (line,) = said
    assert line.startswith(f"{path} {defect}")
    assert "its 2 rows up to step 200 are taken from the checkpoint" in line
    assert line.count("\n") == 0
    # The file that was there is not lost.
    assert os.path.lexists(tmp_path / "progress.csv.unreadable") == is_there
    assert not os.path.lexists(path)


@pytest.mark.parametrize(
    "log",
    [
        LOG,
        LOG[: LOG.index("300")],
        LOG + "400,0.5",
        # The full figures come after the last checkpoint.
        "time/env_steps,eval/mi,train/loss,eval/probe\n100,0.25,,\n200,,1.5,7\n",
    ],
    ids=["longer", "as long", "torn behind", "wider"],
)
def test_a_log_that_has_its_rows_is_read(tmp_path, log):
    (tmp_path / "progress.csv").write_text(log)

    def nothing(line):
        raise AssertionError(line)

    rows = logs.resumed(tmp_path, 200, logs.parse(LOG[: LOG.index("300")]), nothing)
    assert [tuple(row.values())[:3] for row in rows] == ROWS


def test_a_log_that_lacks_cells_is_not_read_without_a_word(tmp_path):
    (tmp_path / "progress.csv").write_text(edited(line_1="100\n"))
    with pytest.raises(files.RunFileError, match="line 2 has 1 cells for 3 columns"):
        logs.read(tmp_path)


CONFIG = {
    "config": tiny.FIELDS,
    "resolved": {"backend": "jax", "num_devices": 1},
    "started": "2031-01-01",
    "resumed": [],
}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (None, "has no config.json"),
        ("", "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        ("[1, 2]", "should be a table of names"),
        ("7", "should be a table of names"),
        (json.dumps({**CONFIG, "resolved": {}}), "it lacks resolved.backend"),
        (json.dumps({**CONFIG, "resolved": 1}), "resolved is 1"),
        (json.dumps({**CONFIG, "resumed": 1}), "resumed is 1"),
        (json.dumps({**CONFIG, "config": None}), "config is None"),
        (json.dumps({"config": tiny.FIELDS}), "it lacks resolved"),
    ],
    ids=lambda x: x[:20] if x else "lost",
)
def test_a_config_that_is_lost_is_taken_from_the_latest_checkpoint(tmp_path, capsys, text, why):
    if text is not None:
        (tmp_path / "config.json").write_text(text)
    with pytest.raises(ConfigError, match=why):
        files.read_config(tmp_path)
    for step, seed in ((7, 1), (900, 2), (1000, 3)):
        (tmp_path / "checkpoints" / str(step)).mkdir(parents=True)
        document = {**CONFIG, "config": {**tiny.FIELDS, "seed": seed}}
        metadata = tmp_path / "checkpoints" / str(step) / "metadata.json"
        files.write_checked_json(metadata, {"run": document})
    metadata.write_text(metadata.read_text().replace('"seed": 3', '"seed": 4'))
    for _ in range(2):
        config, document = files.read_config(tmp_path)
        assert (config.seed, document["resolved"]) == (2, {"backend": "jax", "num_devices": 1})
    # The warning appears once.
    (line,) = capsys.readouterr().err.splitlines()
    assert why in line
    assert f"Its config is taken from {tmp_path / 'checkpoints' / '900'}." in line


def test_a_finished_log_is_as_it_was(tmp_path, uninterrupted_run):
    _, said = run(tiny.config(tmp_path / "whole"), resume=True)
    assert not [line for line in said if "taken from the checkpoint" in line]


def test_a_run_that_has_lost_config_and_log_goes_on(tmp_path, uninterrupted_run, capsys):
    config = tiny.config(tmp_path)
    with pytest.raises(Crash):
        run(config, "80%")
    path = tmp_path / "point" / "tiny"
    (path / "config.json").unlink()
    (path / "progress.csv").write_text("")
    for named in (config, tiny.config(tmp_path, name="")):
        assert run_to_resume.find(named)[0] == path
    resumed, said = run(config, resume=True)
    assert "has no config.json. Its config is taken from" in capsys.readouterr().err
    assert [line for line in said if "progress.csv has 0 rows where 2 were written" in line]
    assert f"Resumed at step {STEPS[1]}" in "\n".join(said)
    tiny.assert_same(resumed.state, uninterrupted_run.state)
    assert rows_of(resumed.path) == rows_of(uninterrupted_run.path)
    document = json.loads((path / "config.json").read_text())
    assert len(document["resumed"]) == 1
    assert document["config"]["num_devices"] == config.num_devices


def test_a_file_in_the_place_of_checkpoints_is_set_aside(tmp_path, uninterrupted_run):
    config = tiny.config(tmp_path)
    with pytest.raises(Crash):
        run(config, "55%")
    path = tmp_path / "point" / "tiny" / "checkpoints"
    path.symlink_to("nowhere")
    resumed, said = run(config, resume=True)
    assert f"{path} is a link to nothing, but should be a directory: kept as {path}.unreadable." in said
    tiny.assert_same(resumed.state, uninterrupted_run.state)


def test_what_a_kill_has_left_of_small_files_is_removed(tmp_path, uninterrupted_run):
    config = tiny.config(tmp_path)
    with pytest.raises(Crash):
        run(config, "55%")
    path = tmp_path / "point" / "tiny"
    for name in (".config.json.77.tmp", ".progress.csv.77.tmp", ".skills.json.77.tmp"):
        (path / name).write_text("{")
    (path / ".notes.tmp").write_text("somebody's own")
    run(config, resume=True)
    assert [file.name for file in path.glob(".*.tmp")] == [".notes.tmp"]


def test_a_new_run_removes_what_a_kill_before_config_json_has_left(tmp_path, shared_compilation):
    path = tmp_path / "point" / "tiny"
    path.mkdir(parents=True)
    (path / ".config.json.77.tmp").write_text("{")
    run(tiny.config(tmp_path))
    assert not list(path.glob(".*.tmp"))


def test_a_number_that_has_changed_in_config_json_is_noticed(tmp_path, uninterrupted_run, capsys):
    file = uninterrupted_run.path / "config.json"
    file.write_text(file.read_text().replace('"num_env_steps": 1500', '"num_env_steps": 9500'))
    config, _ = files.read_config(uninterrupted_run.path)
    assert config.num_env_steps == 1500
    assert "its checksum is missing or wrong. Its config is taken from" in capsys.readouterr().err
    # A file that was written by hand has no checksum, and is accepted.
    document = json.loads(file.read_text())
    del document["crc32"]
    file.write_text(json.dumps(document))
    assert files.read_config(uninterrupted_run.path)[0].num_env_steps == 9500
