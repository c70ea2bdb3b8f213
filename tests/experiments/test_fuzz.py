"""A slice of the fuzz: commands and readers answer what is generated as their help and docstrings say."""

import contextlib
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("hypothesis")

from benchmarks import fuzz
from diayn_jax.storage import logs, untrusted_files
from experiments import diayn, list_runs


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fuzz").resolve()
    with contextlib.chdir(folder), fuzz.without_programs():
        fuzz.make_files(folder)
        yield folder


@pytest.mark.parametrize("name", [*diayn.SUBCOMMANDS, *fuzz.READERS])
def test_what_is_generated_is_answered(name, folder):
    cases = 10 if name in diayn.SUBCOMMANDS else 25
    found = fuzz.fuzz(name, cases, 1, 60.0, folder)
    assert found.wrong == ""
    assert found.cases == found.accepted + found.refused > 0


def test_the_files_are_read_as_they_are(folder):
    assert all(fuzz.read_changed(name, [], folder) for name in fuzz.READERS)
    assert fuzz.run_command("list", ["FOLDER"], folder) == 0
    assert fuzz.run_command("evaluate", ["RUN"], folder) is None


def replace_list(monkeypatch, does):
    """Has `diayn list` do something else."""

    class Broken:
        closing = list_runs.main.closing
        own, fields = list_runs.main.own, list_runs.main.fields

        def __call__(self, _):
            return does()

    monkeypatch.setattr(list_runs, "main", Broken())


@pytest.mark.parametrize(
    ("does", "words"),
    [
        (lambda *_: 1 / 0, "ZeroDivisionError"),
        (lambda *_: 77, "exit code 77"),
        (lambda *_: 2, "without a message"),
        (lambda folder: (folder.parent / "beyond").write_text("x") * 0, "outside its folder"),
        (lambda *_: iter(int, 1).__next__() or [0 for _ in iter(int, 1)], "takes more than"),
    ],
)
def test_a_command_that_breaks_its_promise_is_caught(does, words, folder, monkeypatch):
    monkeypatch.setattr(fuzz, "_LONGEST", 0.2)
    replace_list(monkeypatch, lambda: does(folder))
    assert words in fuzz.fuzz("list", 5, 0, 60.0, folder).wrong


@pytest.mark.parametrize(
    ("event", "write"),
    [
        ("open", lambda file, beside: beside.write_text("x")),
        ("os.rename", Path.rename),
        ("os.link", lambda file, beside: beside.hardlink_to(file)),
        ("os.symlink", lambda file, beside: beside.symlink_to(file)),
    ],
)
def test_a_write_beside_the_folder_is_seen(tmp_path, event, write):
    folder = tmp_path / "given"
    folder.mkdir()
    file, beside = folder / "file", tmp_path / "given-not"
    with fuzz.watched(folder):
        file.write_text("x")
        (folder / "link").symlink_to(beside)
    with pytest.raises(AssertionError, match=f"outside its folder: {event} {beside}"), fuzz.watched(folder):
        write(file, beside)


def test_a_wrong_case_that_there_is_no_time_to_shrink_is_kept(folder, monkeypatch):
    clock = [0.0]
    monkeypatch.setattr(fuzz, "time", SimpleNamespace(monotonic=lambda: clock[0]))

    def slow():
        clock[0] += 100.0
        return 77

    replace_list(monkeypatch, slow)
    found = fuzz.fuzz("list", 5, 0, 60.0, folder)
    assert clock == [100.0]
    assert "exit code 77" in found.wrong


def test_a_reader_that_breaks_its_promise_is_caught(folder, monkeypatch):
    monkeypatch.setattr(logs, "parse", lambda text: {}[text])
    assert "KeyError" in fuzz.fuzz("progress.csv", 5, 0, 60.0, folder).wrong


def test_changes_of_a_file():
    text = b'{\n  "crc32": 7,\n  "a": 12}'
    assert fuzz.changed(b"abcd", [("flip", 0.5, b"")]) == b"abbd"
    assert fuzz.changed(b"abcd", [("cut", 0.5, b"")]) == b"ab"
    assert fuzz.changed(b"abcd", [("insert", 0.5, b"x")]) == b"abxcd"
    assert fuzz.changed(b"ab", [("repeat", 0.0, b"")]) == b"abab"
    edited = fuzz.changed(text, [("number", 0.99, b"13"), ("checked", 0, b"")])
    assert edited.endswith(b'"a": 13}')
    assert untrusted_files.parse_json(edited)["crc32"] != 7
