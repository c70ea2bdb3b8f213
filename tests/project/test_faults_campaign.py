"""The campaign of faults: a short one runs, and it finds the faults that it looks for."""

import json
import os
import re
from types import SimpleNamespace

import numpy as np
import pytest

from benchmarks import soak
from benchmarks.faults import __main__ as campaign
from benchmarks.faults import child, damage, disks, edits, processes, subject, writers, writes
from benchmarks.faults.subject import Outcome, Try
from diayn_jax.config import ConfigError
from diayn_jax.storage import checkpoint, files, logs


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """The run that the faults are tried on."""
    with subject.shared_programs():
        yield subject.make_subject(tmp_path_factory.mktemp("campaign"))


def some(part, small, many, seed=0):
    tries = part(small, np.random.default_rng(seed))
    return [next(tries) for _ in range(many)]


@pytest.mark.parametrize(
    ("part", "many"),
    [
        (damage.flips, 60),
        (damage.cuts, 28),
        (damage.exchanges, 20),
        (damage.clocks, 3),
        (damage.locks, 1),
        (edits.edits, 40),
        (edits.hostile, 6),
        (disks.full, 4),
    ],
    ids=lambda x: getattr(x, "__name__", None),
)
def test_nothing_passes_unseen(small, part, many):
    found = some(part, small, many)
    assert campaign.wrong(found) == []
    assert Outcome.ANNOUNCED in {each.outcome for each in found} or part is damage.clocks


def test_what_was_killed_goes_on_exactly(small):
    found = some(processes.random_kills, small, 5)
    assert campaign.wrong(found) == []


def test_a_reader_that_checks_nothing_is_caught(small, monkeypatch):
    monkeypatch.setattr(checkpoint, "check_files", lambda *_: None)
    found = some(damage.flips, small, 60)
    assert campaign.wrong(found)


def test_a_log_that_is_not_compared_is_caught(small, monkeypatch):
    monkeypatch.setattr(logs, "difference", lambda found, kept: "")
    monkeypatch.setattr(edits, "OF_CONFIG", {})
    monkeypatch.setattr(edits, "OF_EVENTS", {})
    monkeypatch.setattr(edits, "OF_PROGRESS", {"a number": edits.OF_PROGRESS["a number"]})
    found = some(edits.edits, small, 2)
    assert any(each.fault.startswith("progress.csv: a number") for each in campaign.wrong(found))


def test_what_comes_of_a_fault():
    def raises(error):
        def act(say):
            raise error

        return act

    def says(line, differs=""):
        def act(say):
            say(line)
            return differs

        return act

    for act, outcome in (
        (says("Resumed at step 7"), Outcome.EXACT),
        (says("x is damaged: y"), Outcome.ANNOUNCED),
        (says("x is damaged: y", differs="the state"), Outcome.SILENT),
        (says("nothing", differs="the state"), Outcome.SILENT),
        (raises(ConfigError("no")), Outcome.ANNOUNCED),
        (raises(ConfigError("no\n" * 11)), Outcome.SILENT),
        (raises(KeyError("no")), Outcome.TRACEBACK),
    ):
        assert subject.judge("row", "fault", act).outcome == outcome


@pytest.mark.parametrize(
    ("event", "place", "kind"),
    [
        ("open", ".config.json.12.tmp", "config.json"),
        ("open", "progress.csv", "progress.csv"),
        ("os.rename", "checkpoints/7.writing", "rename"),
        ("os.mkdir", "checkpoints/7.writing", "arrays"),
        ("open", "checkpoints/7.writing/.metadata.json.12.tmp", "metadata"),
        ("open", "checkpoints/7.writing/state/d/x", "arrays"),
        ("os.rename", "checkpoints/7", "sweep"),
        ("os.remove", "checkpoints/7.deleting/state/d/x", "sweep"),
        ("open", "events.out.tfevents.5", "events"),
        ("open", ".skills.json.12.tmp", "skills.json"),
        ("open", ".lock", None),
    ],
)
def test_kinds_of_writes(event, place, kind):
    assert child.kind_of(event, place) == kind


def test_growth_is_that_of_the_second_half():
    seen = [(1e5 * i, 1e9 if i < 10 else 1e9 + 3 * 1e5 * i) for i in range(20)]
    assert processes.growth(seen) == pytest.approx(3.0)


def test_the_same_seed_gives_the_same_faults(small):
    first, second = (some(damage.cuts, small, 7, seed=3) for _ in range(2))
    assert [each.fault for each in first] == [each.fault for each in second]
    assert [each.outcome for each in first] == [each.outcome for each in second]


def test_the_table_and_the_exit_status(tmp_path, monkeypatch, capsys):
    found = [Try("flips", "bit 1", Outcome.EXACT), Try("flips", "bit 2", Outcome.ANNOUNCED, "said")]
    monkeypatch.setattr(campaign, "campaign", lambda *_: list(found))
    argv = [f"--out={tmp_path}", "--only=flips", "--budget_minutes=1"]
    assert campaign.main(argv) == 0
    assert "| flips | 2 | 1 | 1 | 0 | 0 |" in capsys.readouterr().out
    found.append(Try("flips", "bit 3", Outcome.SILENT, "the state differs"))
    assert campaign.main(argv) == 1
    assert "| flips | bit 3 | silent: the state differs |" in capsys.readouterr().out
    document = json.loads((tmp_path / "faults_cpu.json").read_text())
    assert [each["fault"] for each in document["wrong"]] == ["bit 3"]
    with pytest.raises(SystemExit):
        campaign.parse(["--only=storms"])


def careless(run, out, variant):
    """A command that writes its file in two steps, and a second one after it."""
    with (out / "found.json").open("w") as file:
        file.write('{"variant": ')
        file.flush()
        (out / "mark.txt").write_text("half")
        file.write(f"{variant}}}")


def careful(run, out, variant):
    files.write_json(out / "found.json", {"variant": variant, "seconds": os.getpid()})
    files.write_atomic(out / "mark.txt", "half")


@pytest.fixture
def stage(tmp_path, monkeypatch):
    """Returns a function that makes a stage of one command."""

    def make(command, resumes=False):
        writer = writers.Writer("command", command, 0.1, resumes)
        expected, kept = [], {}
        for variant in (0, 1):
            out = tmp_path / f"kept{variant}"
            out.mkdir()
            command(tmp_path, out, variant)
            expected.append(writers.facts(out))
            kept.setdefault("command", out)
        for module in (writers, writes):
            monkeypatch.setattr(module, "WRITERS", (writer,))
        return writers.Stage(tmp_path, tmp_path, {"command": tuple(expected)}, kept, {})

    return make


@pytest.mark.parametrize(
    "part", [writes.kills, writes.two_writers, writes.clocks, writes.full, writes.read_only]
)
def test_a_command_that_writes_atomically_passes(part, stage):
    assert campaign.wrong(some(part, stage(careful), 6)) == []


def test_a_file_that_is_written_in_parts_is_caught(stage):
    found = campaign.wrong(some(writes.kills, stage(careless), 12))
    assert any("found.json is not whole" in each.words for each in found)


def test_only_a_file_that_is_written_is_torn(stage, tmp_path):
    made, random = stage(careful), np.random.default_rng(0)
    before, after = tmp_path / "before", tmp_path / "after"
    for folder in (before, after):
        folder.mkdir()
        (folder / "replaced.json").write_text("old" if folder == before else "newer")
    torn = writes._torn(before, after, made, random)
    assert (torn / "replaced.json").read_text() in ("", "n", "ne", "new", "newe")
    # Renamed into its place, it is whole.
    (before / ".replaced.json.12.tmp").write_text("newer")
    assert writes._torn(before, after, made, random) is None
    (before / "log.csv").write_text("1\n")
    (after / "log.csv").write_text("1\n2\n")
    torn = writes._torn(before, after, made, random)
    assert (torn / "log.csv").read_text() in ("1\n", "1\n2")
    assert (torn / "replaced.json").read_text() == "newer"


def overwriting(run, out, variant):
    """A command whose old and new file are torn, one write after the other."""
    files.write_atomic(out / "mark.txt", f"{variant}")
    (out / "found.json").write_text(f'{{"variant": {variant}}}')
    files.write_atomic(out / "end.txt", f"{variant}")


def test_a_write_is_torn_before_the_command_is_given_again(stage):
    found = some(writes.kills, stage(overwriting), 24)
    torn = [each for each in campaign.wrong(found) if each.fault.startswith("within write")]
    assert torn
    assert all("found.json is not whole" in each.words for each in torn)


@pytest.mark.parametrize(("code", "outcomes"), [(0, 0), (-9, 2), (1, 2)])
def test_a_process_that_no_signal_ended_is_no_kill(stage, monkeypatch, code, outcomes):
    made, turns, found = stage(careful), [], []
    made.writes["command"] = 3

    def ended(command, **_):
        turns.append(int(command[-1]))
        # The last one ends the search.
        if len(turns) > 2:
            raise KeyboardInterrupt
        return SimpleNamespace(returncode=code, stderr=b"said")

    monkeypatch.setattr(writes.subprocess, "run", ended)
    with pytest.raises(KeyboardInterrupt):
        found.extend(writes.real_kills(made, np.random.default_rng(0)))
    assert len(found) == outcomes
    assert set(turns) <= {1, 2, 3}
    assert all(each.outcome == (Outcome.TRACEBACK if code == 1 else Outcome.EXACT) for each in found)


def test_a_second_writer_that_never_writes_is_no_try(stage):
    made = stage(careful)
    made.writes["command"] = 1000  # more than there are
    tries = writes.two_writers(made, np.random.default_rng(0))
    # Two files take fewer than twenty writes.
    assert int(next(tries).fault.rpartition(" ")[2]) < 20


def if_missing(run, out, variant):
    if not (out / "found.json").exists():
        careful(run, out, variant)


@pytest.mark.parametrize(("command", "is_bad"), [(careful, False), (if_missing, True)])
def test_a_resume_of_a_damaged_result_is_compared(stage, command, is_bad):
    assert bool(campaign.wrong(some(writes.damaged, stage(command, resumes=True), 12))) == is_bad


def test_a_command_that_writes_something_else_again_is_caught(stage):
    turns = []

    def forgetful(run, out, variant):
        turns.append(variant)
        careful(run, out, len(turns))

    assert campaign.wrong(some(writes.kills, stage(forgetful), 3))


def test_facts_leave_out_times_and_unfinished_files(tmp_path):
    careful(None, tmp_path, 0)
    known = writers.facts(tmp_path)
    assert set(known) == {"found.json", "mark.txt"}
    (tmp_path / ".found.json.12.tmp").write_text("{")
    (tmp_path / "policy.writing").mkdir()
    (tmp_path / "policy.writing" / "config.json").write_text("{")
    (tmp_path / "found.json").write_text('{"variant": 0, "seconds": 7}')
    assert writers.facts(tmp_path) == known
    (tmp_path / "found.json").write_text('{"variant": 1}')
    assert writers.facts(tmp_path) != known


def test_names_and_environments_of_the_subjects():
    assert campaign.parse([]).name == "faults_cpu"
    assert campaign.parse(["--subject=writers"]).name == "faults_writers"
    assert campaign.parse(["--subject=writers", "--name=mine"]).name == "mine"
    with pytest.raises(SystemExit):
        campaign.parse(["--subject=writers", "--env=ant", "--only=kills"])


def test_every_command_that_writes_is_a_row():
    """The commands whose help has a flag for what they write, or that train."""
    from experiments import diayn

    written = {"file", "page", "out", "log_dir"}
    mains = {name: diayn.load(row).main for name, row in diayn.SUBCOMMANDS.items()}
    flags = {name: {row.name for row in main.own} | set(main.fields or ()) for name, main in mains.items()}
    names = {name for name in mains if flags[name] & written or mains[name].fields is None}
    rows = {re.split(",", row.name)[0] for row in writers.WRITERS}
    # A resume and a benchmark write by the functions of training and of sweeps.
    assert names - {"resume", "benchmark", "list", "completion", "envs", "doctor"} <= rows


def test_a_line_that_rises_is_found():
    flat = dict.fromkeys(soak.BOUNDS, 5.0)
    rows = [{**flat, "hours": i / 10, "memory": 100.0 + 3 * max(0, i - 10)} for i in range(40)]
    # One turn with a peak moves no robust line.
    rows[30] = {**rows[30], "files": 900.0}
    found = soak.slopes(rows)
    assert (found["memory"], found["files"]) == (3.0, 0.0)
    assert soak.rising(found) == ["memory"]


# The C library keeps small memory when it is freed, and maps large memory from the system.
@pytest.mark.parametrize("size", [1000, 50_000_000])
def test_memory_that_is_kept_is_told_from_memory_that_was_freed(tmp_path, size):
    before = soak.measured(tmp_path)
    kept = [bytearray(size) for _ in range(50_000_000 // size)]
    during = soak.measured(tmp_path)
    kept.clear()
    after = soak.measured(tmp_path)
    assert during["allocated"] - before["allocated"] == pytest.approx(50.0, abs=5.0)
    assert after["allocated"] - before["allocated"] == pytest.approx(0.0, abs=1.0)


def test_objects_that_are_kept_are_counted(tmp_path):
    before = soak.measured(tmp_path)["objects"]
    kept = [[] for _ in range(10_000)]
    assert soak.measured(tmp_path)["objects"] - before == pytest.approx(len(kept), abs=100)


def test_a_turn_measures_the_disk_before_it_is_cleared(tmp_path, monkeypatch):
    monkeypatch.setattr(soak, "_train", lambda folder: (folder / "x").write_bytes(bytes(3_000_000)))
    for name in ("_use", "_serve", "_play", "_sweep"):
        monkeypatch.setattr(soak, name, lambda _: None)
    assert soak.turn(tmp_path)["disk"] == 3.0
    assert list(tmp_path.iterdir()) == []


def test_a_soak_that_is_stopped_has_written_what_it_measured(tmp_path, monkeypatch):
    turns = []

    def turn(folder):
        turns.append(folder)
        if len(turns) > 30:
            raise KeyboardInterrupt
        return {"seconds": 1.0, "slowness": 2.0, **soak.measured(folder), "threads": float(len(turns))}

    monkeypatch.setattr(soak, "turn", turn)
    monkeypatch.setattr(soak, "draw", lambda rows, path: path)  # Its memory would be measured here.
    with pytest.raises(KeyboardInterrupt):
        soak.main([f"--out={tmp_path}"])
    document = json.loads((tmp_path / "soak.json").read_text())
    assert document["too_fast"] == ["threads"]
    assert len((tmp_path / "soak.csv").read_text().splitlines()) == 31
    assert not turns[0].exists()


def test_the_status_of_a_soak_tells_of_a_rise(tmp_path, monkeypatch):
    flat = dict.fromkeys(soak.BOUNDS, 5.0)
    for rise, status in [(0.0, 0), (1.0, 1)]:
        rows = [{"turn": i, "hours": i / 100, **flat, "files": 5.0 + rise * i} for i in range(30)]
        monkeypatch.setattr(soak, "soak", lambda *_, rows=rows: rows)
        assert soak.main([f"--out={tmp_path}", "--hours=0.01"]) == status
    assert (tmp_path / "soak.png").read_bytes().startswith(b"\x89PNG")
