"""Files and folders that commands are given and cannot use: each is named, in a line, with what to do.

Nothing is compiled here.
"""

import json
import os
import shutil

import numpy as np
import pytest
import tiny

from diayn_jax.storage import files
from experiments import diayn

# What is wrong with a run's directory, and words of the answer of all commands that read it.
RUNS = {
    "cut": "config.json cannot be read: ",
    "binary": "config.json cannot be read: it is not UTF-8 text (byte 128).",
    "a_list": "config.json cannot be read: it is a list, and should be a table of names and values",
    "nothing": "config.json cannot be read: it is nothing, and should be a table",
    "another_kind": "config.json cannot be read: it lacks config.",
    "deep": "config.json cannot be read: its lists and tables are more than 50 deep.",
    "nan": "config.json cannot be read: NaN is not a JSON number.",
    "edited": "config.json cannot be read: its checksum is missing or wrong. Restore a copy of it",
    "a_folder": "config.json cannot be read: Is a directory.",
    "no_resolved": "config.json cannot be read: it lacks resolved.",
    "no_backend": "config.json cannot be read: it lacks resolved.backend.",
    "unknown_field": "config.json: the config has fields that this version does not know: no_such.",
    "bad_value": "config.json: --num_skills=-1 is not allowed: it takes a whole number, 2 or more",
    "own_code": "config.json: it names code to be imported and run: --env=html:escape. If you trust",
    "empty": "is not a run: it has no config.json.",
    "file.txt": "is a file. Name the directory of a run, such as runs/ant/NAME.",
    "loop": "loop: there is no such run.",
    "x" * 300: "File name too long.",
}

# A command and its words, the exit code, and words of the answer. FOLDER has a run, and files of other kinds.
FILES = [
    ("train", ["--config=FOLDER/file.txt"], 2, "file.txt cannot be read: it is not JSON"),
    ("train", ["--config=FOLDER/empty"], 2, "empty/config.json cannot be read: No such file or directory."),
    ("train", ["--config=FOLDER/a_folder"], 2, "config.json cannot be read: Is a directory."),
    ("train", ["--config=FOLDER/loop"], 2, "cannot be read: Too many levels of symbolic links."),
    ("train", ["--config=/dev/null"], 2, "/dev/null cannot be read: it is a device or a pipe, not a file."),
    ("train", ["--config=" + 5000 * "x"], 2, "File name too long."),
    ("train", ["--flagfile=FOLDER/empty"], 2, "--flagfile cannot be read: Is a directory"),
    ("train", ["--flagfile=nowhere"], 2, "--flagfile cannot be read: No such file or directory"),
    (
        "train",
        ["--flagfile=FOLDER/binary/config.json"],
        2,
        "--flagfile cannot be read: it is not UTF-8 text.",
    ),
    ("train", ["--flagfile="], 2, "--flagfile= is empty. Give it a file"),
    ("train", ["--env=point", "--log_dir=FOLDER/file.txt"], 2, "(Not a directory). Choose another --log_dir"),
    ("train", ["--log_dir="], 2, "--log_dir= is empty. Give a folder"),
    ("resume", ["FOLDER/file.txt"], 2, "is a file. Name the directory of a run"),
    ("resume", ["FOLDER/checkpoints_file"], 4, "checkpoints is a file, and should be a folder. Move it away"),
    ("evaluate", ["FOLDER/checkpoints_file"], 4, "checkpoints is a file, and should be a folder."),
    ("evaluate", ["FOLDER/run", "--file=FOLDER/empty"], 2, "empty: it is a folder. Name a file"),
    ("evaluate", ["FOLDER/run", "--file=FOLDER/file.txt/x.json"], 2, "the folder FOLDER/file.txt does not"),
    ("evaluate", ["FOLDER/run", "--file=" + 300 * "x"], 2, "File name too long."),
    ("show", ["FOLDER/run", "--out=FOLDER/file.txt"], 2, "cannot be made: File exists. Name a folder."),
    ("show", ["FOLDER/run", "--out=FOLDER/file.txt/x"], 2, "cannot be made: Not a directory."),
    ("show", ["FOLDER/log", "--what=curves"], 4, "progress.csv cannot be read: it is not UTF-8 text"),
    ("compare", ["FOLDER/run", "FOLDER/log"], 4, "progress.csv cannot be read: it is not UTF-8 text"),
    ("compare", ["FOLDER/run", "FOLDER/cut"], 2, "config.json cannot be read: "),
    ("list", ["FOLDER/file.txt"], 2, "there is no such folder. Name the --log_dir of your runs."),
    ("archive", ["FOLDER/run", "--file=FOLDER/folder.npz"], 2, "folder.npz: it is a folder. Name a file"),
    ("adapt", ["FOLDER/file.npz"], 4, "file.npz is not an archive of this version: File is not a zip file."),
    ("adapt", ["FOLDER/other.npz"], 4, "other.npz is not an archive of this version: it lacks 'format'."),
    ("adapt", ["FOLDER/folder.npz"], 2, "folder.npz: there is no such archive. To make one"),
    ("distil", ["FOLDER/file.npz"], 4, "file.npz is not an archive of this version"),
    ("finetune", ["FOLDER/run"], 2, "run has no checkpoint 'latest'; there are: none."),
    ("choose", ["FOLDER/run", "--task=point"], 2, "run has no checkpoint 'latest'; there are: none."),
    ("sweep", ["FOLDER/empty", "--resume"], 2, "There is no sweep at FOLDER/empty: it has no sweep.json."),
    (
        "sweep",
        ["FOLDER/sweep", "--resume"],
        2,
        "sweep.json cannot be read: its checksum is missing or wrong.",
    ),
    (
        "sweep",
        ["--env=point", "--log_dir=FOLDER/file.txt"],
        2,
        "(Not a directory). Choose another --log_dir.",
    ),
    ("resume", ["~no_such_user/x"], 2, "~no_such_user/x: there is no such home directory."),
    ("doctor", ["~no_such_user/x"], 2, "~no_such_user/x: there is no such home directory."),
    # Names with spaces, line breaks and other alphabets are paths like others.
    ("evaluate", ["FOLDER/my run"], 2, "my run has no checkpoint 'latest'; there are: none."),
    ("evaluate", ["FOLDER/ünïcödé"], 2, "ünïcödé has no checkpoint 'latest'; there are: none."),
    ("evaluate", ["FOLDER/two\nlines"], 2, "two\nlines has no checkpoint 'latest'; there are: none."),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a run, runs with other defects, and files of other kinds."""
    folder = tmp_path_factory.mktemp("folder")
    run = tiny.unstarted(tmp_path_factory.mktemp("runs"))
    for name in ("run", "my run", "ünïcödé", "two\nlines", "checkpoints_file", "log"):
        shutil.copytree(run, folder / name)
    (folder / "checkpoints_file" / "checkpoints").touch()
    (folder / "log" / "progress.csv").write_bytes(b"\xff\xfe")
    text = (run / files.CONFIG).read_text()
    document = json.loads(text)
    config, resolved = document["config"], document["resolved"]
    contents = {
        "cut": text[: len(text) // 2],
        "a_list": "[1]",
        "nothing": "null",
        "another_kind": '{"a": 1}',
        "deep": 100_000 * "[",
        "nan": '{"config": NaN}',
        "edited": json.dumps({**document, "config": {**config, "seed": 7}}),
    }
    for name, content in contents.items():
        (folder / name).mkdir()
        (folder / name / files.CONFIG).write_text(content)
    (folder / "binary").mkdir()
    (folder / "binary" / files.CONFIG).write_bytes(bytes(range(256)))
    document.pop("crc32")
    documents = {
        "no_resolved": {name: x for name, x in document.items() if name != "resolved"},
        "no_backend": {**document, "resolved": {x: y for x, y in resolved.items() if x != "backend"}},
        "unknown_field": {**document, "config": {**config, "no_such": 1}},
        "bad_value": {**document, "config": {**config, "num_skills": -1}},
        "own_code": {**document, "config": {**config, "env": "html:escape"}},
    }
    for name, content in documents.items():
        (folder / name).mkdir()
        files.write_checked_json(folder / name / files.CONFIG, content)
    (folder / "a_folder" / files.CONFIG).mkdir(parents=True)
    (folder / "empty").mkdir()
    (folder / "folder.npz").mkdir()
    (folder / "sweep").mkdir()
    (folder / "sweep" / files.SWEEP).write_text("[]")
    (folder / "file.txt").write_text("text")
    (folder / "file.npz").write_bytes(b"PK\x03\x04")
    np.savez(folder / "other.npz", states=np.zeros(3))
    (folder / "loop").symlink_to(folder / "loop")
    return folder


def answer(argv, code, capsys):
    """Returns the answer of a command, which ends with this code and prints nothing else."""
    assert diayn.main(argv) == code
    out, err = capsys.readouterr()
    assert out == "" or code == 4
    assert len(err) < 1000
    return err


@pytest.mark.parametrize("command", ["evaluate", "show", "finetune", "archive", "export"])
@pytest.mark.parametrize("name", RUNS, ids=lambda name: name[:20])
def test_a_directory_that_is_no_run(command, name, folder, capsys):
    said = answer([command, str(folder / name)], 2, capsys)
    assert said.startswith(str(folder / name))
    assert RUNS[name] in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("command", "argv", "code", "words"),
    FILES,
    ids=lambda x: x if isinstance(x, str) else " ".join(x)[:40] if isinstance(x, list) else None,
)
def test_a_file_of_another_kind(command, argv, code, words, folder, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    said = answer([command, *(word.replace("FOLDER", str(folder)) for word in argv)], code, capsys)
    assert words.replace("FOLDER", str(folder)) in said
    assert said.count("\n") == 1 + words.count("\n")
    assert not any((folder / "empty").iterdir())  # not even a lock


@pytest.mark.parametrize("argv", [["evaluate"], ["show"], ["archive"], ["adapt"], ["export"]], ids=str)
def test_a_folder_that_cannot_be_written(argv, folder, monkeypatch, capsys):
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    out = "--out" if argv == ["show"] else "--file"
    where = folder / "empty" if argv == ["show"] else folder / "empty" / "x.npz"
    said = answer([*argv, str(folder / "run"), f"{out}={where}"], 2, capsys)
    assert said == f"{folder / 'empty'} cannot be written to. Name another folder by {out}.\n"


@pytest.mark.parametrize("command", ["evaluate", "show", "archive", "adapt", "export", "compare"])
def test_a_run_that_cannot_be_written(command, folder, tmp_path, monkeypatch, capsys):
    run, out = folder / "run", "--file"
    where, argv = run, [command, str(run)]
    if command == "compare":
        where = tmp_path
        argv = [command, *(str(shutil.copytree(run, tmp_path / name)) for name in "AB")]
    if command in ("show", "compare"):
        out = "--out"
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert answer(argv, 2, capsys) == f"{where} cannot be written to. Name another folder by {out}.\n"
