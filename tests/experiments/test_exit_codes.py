"""Exit codes: each code that a command's help lists, and the page that says what to do about it."""

import errno
import os
import re
from types import SimpleNamespace

import checkpoints
import pytest
import tiny
from commands import ROOT

from diayn_jax.papers import make_paper
from diayn_jax.run.divergence import TrainingDiverged
from diayn_jax.storage import packed_arrays
from diayn_jax.storage.files import RunFileError
from diayn_jax.sweeps import benchmark, sweep
from diayn_jax.use import training_run
from diayn_jax.use.finetuning import against_scratch
from experiments import diayn, doctor, flags, start

# The words with which each command reads a run or trains. RUN is a run whose only checkpoint is damaged.
READS = {
    "evaluate": ["RUN"],
    "show": ["RUN"],
    "imitate": ["RUN", "RUN"],
    "dance": ["RUN", "--tempo=120", "--schedule_only"],
    "finetune": ["RUN"],
    "adapt": ["RUN"],
    "archive": ["RUN"],
    "distil": ["RUN"],
    "export": ["RUN"],
    "play": ["RUN", "--port=0"],
    "choose": ["RUN", "--task=point"],
    "compare": ["RUN", "OTHER"],
}
TRAINS = {
    "train": ["--env=point"],
    "resume": ["RUN"],
    "sweep": ["--env=point"],
    "benchmark": ["--envs=point", "--methods=diayn", "--steps=9"],
    "finetune": ["RUN"],
    "choose": ["RUN", "--task=point", "--baselines=none"],
    "paper": ["navigation"],
}
SIGNALS = {129: 1, 130: 2, 143: 15}


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The directory of a run whose only checkpoint and log are damaged."""
    directory = tiny.unstarted(tmp_path_factory.mktemp("runs"))
    checkpoint = directory / "checkpoints" / "40"
    checkpoint.mkdir(parents=True)
    (checkpoint / "metadata.json").write_text("{")
    (directory / "progress.csv").write_text("no,log\n1,2\n")
    return directory


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """The directory of another run."""
    return tiny.unstarted(tmp_path_factory.mktemp("others"), seed=1)


def listed(name):
    """Returns the exit codes that the help of a command lists, and their meanings."""
    _, codes = diayn.load(diayn.SUBCOMMANDS[name]).main.closing.split("\nExit codes\n")
    rows = re.findall(r"^  (\d+) +(.+(?:\n {7}.+)*)", codes, re.MULTILINE)
    assert re.sub(r"\s+", " ", codes) == re.sub(r"\s+", " ", "".join(f"  {a} {b}\n" for a, b in rows))
    return {int(code): " ".join(meaning.split()) for code, meaning in rows}


@pytest.mark.parametrize("name", diayn.SUBCOMMANDS)
def test_the_help_says_of_each_code_what_the_table_says(name):
    found = listed(name)
    assert {0, 2, 130} <= set(found)
    assert found == {code: start.MEANINGS[code] for code in found}


def test_the_page_has_the_codes_of_the_table():
    page = (ROOT / "docs" / "reference" / "exit_codes.md").read_text()
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", page, re.MULTILINE)
    assert {int(code): meaning for code, meaning, _ in rows} == start.MEANINGS
    assert all(what for _, _, what in rows)


def test_the_help_of_diayn_has_the_codes_of_the_table():
    words = " ".join(diayn.help_text().split())
    assert all(f"{code} {meaning}" in words for code, meaning in start.MEANINGS.items())


@pytest.mark.parametrize("name", diayn.SUBCOMMANDS)
def test_what_is_asked_is_done_or_refused(name, capsys):
    assert diayn.main([name, "--help"]) == 0
    assert diayn.main([name, "--no_such_flag"]) == 2
    assert capsys.readouterr().err.startswith("--no_such_flag: there is no such flag.")


@pytest.mark.parametrize("name", diayn.SUBCOMMANDS)
def test_ctrl_c_ends_a_command(name, monkeypatch, capsys):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(flags, "parse", stopped)
    assert diayn.main([name]) == 130
    assert capsys.readouterr().err == "Interrupted.\n"


def words(argv, run, other):
    return [word.replace("RUN", str(run)).replace("OTHER", str(other)) for word in argv]


@pytest.mark.parametrize("name", READS)
def test_damaged_files_end_a_command(name, run, other, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    assert 4 in listed(name)
    assert diayn.main([name, *words(READS[name], run, other)]) == 4
    assert str(run) in capsys.readouterr().err


def ends_with(monkeypatch, error=None, **found):
    """Lets all training end with an error, or with these results."""

    def stub(*_, **__):
        if error is not None:
            raise error
        results = {"lines": list, "written": [], "page": None, "rows": [], "failures": {}, **found}
        return SimpleNamespace(**results, sweep=SimpleNamespace(**results))

    monkeypatch.setattr(training_run, "run", stub)
    monkeypatch.setattr(against_scratch, "finetune", stub)
    monkeypatch.setattr(sweep, "sweep", stub)
    monkeypatch.setattr(benchmark, "benchmark", stub)
    monkeypatch.setattr(make_paper, "paper", stub)


@pytest.mark.parametrize("name", TRAINS)
def test_training_that_diverges(name, run, other, monkeypatch, capsys):
    assert 3 in listed(name)
    ends_with(monkeypatch, TrainingDiverged("NaN at step 7"))
    if name in ("sweep", "benchmark"):
        ended = {"stopped": None, "unended": (), "rows": [], "failures": {"a": "NaN"}}
        lost = SimpleNamespace(lines=list, written=[], **ended, sweep=SimpleNamespace(**ended))
        monkeypatch.setattr(sweep, "sweep", lambda *_, **__: lost)
        monkeypatch.setattr(benchmark, "benchmark", lambda *_, **__: lost)
    assert diayn.main([name, *words(TRAINS[name], run, other)]) == 3
    assert capsys.readouterr().err == ("" if name in ("sweep", "benchmark") else "NaN at step 7\n")


@pytest.mark.parametrize("name", TRAINS)
def test_files_that_cannot_be_written_end_training(name, run, other, monkeypatch, capsys):
    assert 4 in listed(name)
    ends_with(monkeypatch, RunFileError("x.csv cannot be written: no room."))
    assert diayn.main([name, *words(TRAINS[name], run, other)]) == 4
    assert capsys.readouterr().err == "x.csv cannot be written: no room.\n"


@pytest.fixture(scope="module")
def no_room(tmp_path_factory):
    """The error of a checkpoint for which the disk has no room."""

    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packed_arrays, "write", full)
        with pytest.raises(RunFileError) as error:
            checkpoints.save(tmp_path_factory.mktemp("full"), 1)
    return error.value


@pytest.mark.parametrize("name", TRAINS)
def test_a_checkpoint_without_room_ends_training(name, run, other, no_room, monkeypatch, capsys):
    ends_with(monkeypatch, no_room)
    assert diayn.main([name, *words(TRAINS[name], run, other)]) == 4
    assert capsys.readouterr().err.startswith("No room for the checkpoint ")


@pytest.mark.parametrize("code", SIGNALS)
@pytest.mark.parametrize("name", TRAINS)
def test_signals_end_training(name, code, run, other, monkeypatch):
    assert code in listed(name)
    number = SIGNALS[code]
    runs = [SimpleNamespace(stopped=number)]
    ends_with(monkeypatch, stopped=number, unended=(), runs=runs, scratch=[])
    assert diayn.main([name, *words(TRAINS[name], run, other)]) == code


def test_a_failed_check_ends_the_doctor(monkeypatch):
    assert 4 in listed("doctor")
    failed = doctor.Check("disk", doctor.FAILED, "full")
    for name in ("versions", "extras", "devices", "memory", "disk", "films", "cache"):
        monkeypatch.setattr(doctor, name, lambda: failed)
    assert diayn.main(["doctor", "--quick"]) == 4


def test_every_code_that_is_listed_is_tried():
    tried = {name: {0, 2, 130} for name in diayn.SUBCOMMANDS}
    tried["doctor"] |= {4}
    for name in READS:
        tried[name] |= {4}
    for name in TRAINS:
        tried[name] |= {3, 4, *SIGNALS}
    assert tried == {name: set(listed(name)) for name in diayn.SUBCOMMANDS}
