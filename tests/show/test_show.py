import dataclasses
import shutil
import sys
import threading

import jax
import numpy as np
import pytest
from checkpoints import cut, damage_item
from PIL import Image

from diayn_jax.run import console
from diayn_jax.show import record, report
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.pictures import traces
from diayn_jax.show.report.run_data import from_directory
from diayn_jax.storage import checkpoint, files
from diayn_jax.storage.metadata import CheckpointError
from diayn_jax.use import loaded_run, read_checkpoint
from experiments import evaluate, show


@pytest.fixture(scope="module")
def path(tiny_run):
    """The directory of a run with three skills."""
    return tiny_run.path


def refusal(capsys, *argv) -> str:
    """Returns the command's refusal, and asserts that the command prints nothing else."""
    assert show.main([str(word) for word in argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.strip()


@pytest.mark.parametrize(
    ("argv", "parts"),
    [
        ([], ["Name a run"]),
        (["RUN", "--what=vido"], ["--what=vido", "Did you mean video?"]),
        (["RUN", "--skills=a"], ["--skills=a is not allowed", "0 or more"]),
        (["RUN", "--skills=0,7"], ["--skills=7", "skills 0 to 2"]),
        (["RUN", "--episodes=0"], ["--episodes=0 is not allowed"]),
        (["RUN", "--episodes=2,3"], ["--episodes=2,3 is not allowed", "a whole number"]),
        (["RUN", "--episode_length=1.5"], ["--episode_length=1.5 is not allowed"]),
        (["RUN", "--separate_videos"], ["--separate_videos", "--what=video"]),
        (["RUN", "--dims=xy"], ["--dims", "--what=traces"]),
        (["RUN", "--port=80"], ["--port", "add --serve"]),
        (["RUN", "--port=0"], ["--port", "add --serve"]),
        (["RUN", "--serve", "--port=x"], ["--port=x is not allowed: it takes a whole number, 0 to 65_535 ("]),
        (["RUN", "--skills="], ["--skills= is empty. Give it SKILLS, or leave it out."]),
        (["RUN", "--serve", "--what=traces"], ["--serve serves the report"]),
        (["RUN", "--serve", "--checkpoint=best"], ["leave --checkpoint out"]),
        (["RUN", "--serve", "--out=RUN/new"], ["leave --out out"]),
        (["RUN", "--checkpoint=7"], ["has no checkpoint '7'"]),
        (["RUN", "RUN"], ["2 runs are named; show takes one. To compare: "]),
        (["RUN", "--skils=1"], ["--skils: there is no such flag", "Did you mean --skills"]),
        (["RUN/../tyny"], ["there is no such run", "Did you mean tiny?"]),
        (["RUN/.."], ["is not a run: it has no config.json", "Did you mean"]),
    ],
)
def test_bad_input_is_refused(path, capsys, argv, parts):
    said = refusal(capsys, *(word.replace("RUN", str(path)) for word in argv))
    for part in parts:
        assert part in said


def test_report_by_default(path, capsys, tmp_path):
    assert show.main([str(path / files.PROGRESS), f"--out={tmp_path / 'new'}", "--episodes=1"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["report.html"]
    assert f"Wrote {tmp_path / 'new' / 'report.html'}" in out
    assert "Loaded" in out
    assert "MB in" in out


def test_it_says_what_takes_long(path, monkeypatch, capsys, tmp_path):
    told, lines, written = threading.Event(), [], report.write

    def line(self, text):
        lines.append(text)
        told.set()

    def slowly(*args, **options):
        assert told.wait(30)
        return written(*args, **options)

    monkeypatch.setattr(console, "_FIRST_WORD", 0.0)
    monkeypatch.setattr(console.Console, "line", line)
    monkeypatch.setattr(report, "write", slowly)
    assert show.main([str(path), f"--out={tmp_path}", "--episodes=1"]) == 0
    assert lines[0].startswith("Playing the skills for their page … 0:0")
    assert "Wrote " in capsys.readouterr().out


def test_each_thing_that_can_be_shown(path, capsys, tmp_path):
    asked = ["--what=viewer,traces,returns,curves", "--skills=0,2,0", "--episode_length=8e0", "--episodes=2"]
    assert show.main([str(path), f"--out={tmp_path}", *asked]) == 0
    assert {p.name for p in tmp_path.iterdir()} == {
        "viewer.html",
        *(f"{name}.{kind}" for name in ("traces", "returns", "curves") for kind in ("png", "svg")),
    }


def test_a_run_killed_before_its_first_checkpoint(path, capsys, tmp_path):
    copy = tmp_path / "run"
    shutil.copytree(path, copy)
    shutil.rmtree(copy / files.CHECKPOINTS)
    assert show.main([str(copy)]) == 0
    assert "The report has only curves and settings." in capsys.readouterr().out
    assert (copy / files.REPORT).exists()
    # Pictures that need a checkpoint are refused.
    for what in ("traces", "report,traces"):
        assert show.main([str(copy), f"--what={what}"]) == 2
        assert "has no checkpoint" in capsys.readouterr().err


def test_a_checkpoint_that_is_refused_is_told_in_flags(path, capsys, tmp_path, monkeypatch):
    def refused(*_):
        raise CheckpointError("It is of another run. Start a new run under another --name.")

    copy = shutil.copytree(path, tmp_path / "run")
    monkeypatch.setattr(read_checkpoint, "restore", refused)
    assert show.main([str(copy)]) == 0
    assert "another --name. The report has only" in capsys.readouterr().out
    assert "another --name. Only curves" in (copy / files.REPORT).read_text(encoding="utf-8")


def test_a_damaged_checkpoint(path, capsys, tmp_path):
    copy = tmp_path / "run"
    shutil.copytree(path, copy)
    for newest in [p for p in copy.glob("checkpoints/*/**/*") if p.is_file()]:
        newest.write_bytes(b"")
    assert show.main([str(copy), "--what=traces"]) == 4
    # Each damaged checkpoint has a line; the last line is the error.
    why = capsys.readouterr().err.strip().splitlines()[-1]
    assert show.main([str(copy)]) == 0
    assert why in (copy / files.REPORT).read_text(encoding="utf-8")
    assert evaluate.main([str(copy)]) == 4


def test_a_damaged_log(path, capsys, tmp_path):
    copy = tmp_path / "run"
    shutil.copytree(path, copy)
    (copy / files.PROGRESS).write_bytes(b"\xff\n")
    for what in ("report", "curves"):
        assert show.main([str(copy), f"--what={what}"]) == 4
        assert f"{copy / files.PROGRESS} cannot be read" in capsys.readouterr().err


def test_what_jax_ends_by(path, capsys, tmp_path, monkeypatch):
    def play(*_, **__):
        raise jax.errors.JaxRuntimeError("RESOURCE_EXHAUSTED: 9 GB\nat")

    monkeypatch.setattr(record, "play", play)
    assert show.main([str(path), f"--out={tmp_path}", "--what=returns"]) == 4
    assert capsys.readouterr().err == (
        "Out of memory: RESOURCE_EXHAUSTED: 9 GB. Lower --episodes or --episode_length, or name fewer "
        "--skills.\n"
    )


def test_dimensions_are_refused_before_anything_is_played(path, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(record, "play", None)
    assert show.main([str(path), f"--out={tmp_path}", "--what=report,traces", "--dims=nonsense"]) == 2
    assert "these episodes have no nonsense" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_traces_and_returns_need_no_looks(path, tmp_path):
    run = loaded_run.load(path)
    blind = dataclasses.replace(run, evaluator=run.evaluator._replace(rollouts=without_poses(run)))
    assert traces.write_run(blind, tmp_path, selection=record.Selection(None, 1, 5))
    assert record.play(blind, record.Selection(episode_length=5)).poses is None


def without_poses(run):
    def rollouts(*arguments):
        assert not any(arguments[6:])
        return run.evaluator.rollouts(*arguments)

    return rollouts


def test_without_pyav_the_gif_is_written(path, capsys, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    assert show.main([str(path), f"--out={tmp_path}", "--what=video", "--episode_length=3"]) == 0
    assert "pip install 'diayn_jax[video]'" in capsys.readouterr().out
    assert [p.name for p in tmp_path.iterdir()] == ["skills.gif"]


def test_all_skills_are_filmed_in_one_scene(path, capsys, tmp_path, monkeypatch):
    argv = [str(path), f"--out={tmp_path}", "--what=video", "--scene", "--episode_length=3"]
    assert show.main(argv) == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["scene.gif", "scene.mp4"]
    with Image.open(tmp_path / "scene.gif") as gif:
        colours = np.unique(np.asarray(gif.convert("RGB")).reshape(-1, 3), axis=0)
    # The film shows the colour of each body, as nearly as its palette allows.
    for colour in skill_colours(3):
        wanted = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
        assert np.abs(colours.astype(int) - wanted).max(axis=1).min() < 24


def test_help(capsys):
    assert show.main(["--help"]) == 0
    out = capsys.readouterr().out
    for flag in show.COMMAND:
        assert f"--{flag.name}" in out
    assert "--device" in out
    assert "--learning_rate" not in out


@pytest.fixture
def shown(path, tmp_path, capsys):
    """A copy of the run, with a report of its last step."""
    copy = tmp_path / "runs" / "tiny"
    shutil.copytree(path, copy)
    assert show.main([str(copy), "--episodes=1", "--episode_length=3"]) == 0
    capsys.readouterr()
    return copy


def refused(capsys, code, *argv):
    """Returns the last line on stderr, and asserts that the command ends with this code."""
    assert show.main([str(word) for word in argv]) == code
    return capsys.readouterr().err.splitlines()[-1]


def test_a_report_is_not_made_poorer(shown, capsys):
    report_file, directory = shown / files.REPORT, shown / files.CHECKPOINTS
    good, (first, last) = report_file.read_bytes(), checkpoint.steps(directory)
    assert report.shown_step(report_file, shown) == last
    damage_item(directory / str(last) / "state", cut)
    line = refused(capsys, 4, shown)
    assert f"{report_file} is kept: it shows step {last}" in line
    assert f"--checkpoint={first}" in line
    assert report_file.read_bytes() == good
    damage_item(directory / str(first) / "metadata.json", cut)
    line = refused(capsys, 4, shown)
    assert line.startswith(f"{directory / str(first)} is damaged: ")
    assert line.endswith(f" {report_file} shows skills, so it is kept.")
    assert report_file.read_bytes() == good
    shutil.rmtree(directory)
    assert "has no checkpoint 'latest'" in refused(capsys, 2, shown, "--what=curves,report")
    assert report_file.read_bytes() == good
    # In another file, or over a report without skills, the command writes what it can.
    for _ in range(2):
        assert show.main([str(shown), f"--out={shown / 'other'}"]) == 0
    assert report.shown_step(shown / "other" / files.REPORT, shown) is None
    # No other file is mistaken for a report.
    report_file.write_text('<script type="application/json" id="data">{"skills": [</script>')
    assert show.main([str(shown)]) == 0
    assert capsys.readouterr().out.count("The report has only curves and settings") == 3


def test_a_report_of_another_run_is_in_nobodys_way(shown, capsys, tmp_path):
    first, last = checkpoint.steps(shown / files.CHECKPOINTS)
    other = tmp_path / "runs" / "younger"
    shutil.copytree(shown, other)
    (other / files.REPORT).unlink()
    shutil.rmtree(other / files.CHECKPOINTS / str(last))
    to = tmp_path / "pages"
    for path, step in ((shown, last), (other, first)):
        assert show.main([str(path), f"--out={to}", "--episodes=1", "--episode_length=3"]) == 0
        assert report.shown_step(to / files.REPORT, path) == step
    assert report.shown_step(to / files.REPORT, shown) is None


def test_an_older_step_is_shown_where_it_is_named(shown, capsys):
    first, _ = checkpoint.steps(shown / files.CHECKPOINTS)
    assert show.main([str(shown), f"--checkpoint={first}", "--episodes=1", "--episode_length=3"]) == 0
    assert report.shown_step(shown / files.REPORT, shown) == first


def log_edits(log):
    """Returns ways to damage progress.csv that could not be detected without a copy."""
    header, first, *rest = log.splitlines(keepends=True)
    column = header.split(",").index("eval/mi")
    cells = first.split(",")
    cells[column] = "0.123"
    return {
        "emptied": "",
        "half": log[: len(log) // 2],
        "a row missing": header + "".join(rest),
        "a row twice": header + first + first + "".join(rest),
        "a NaN word": log.replace(first, first.replace(first.split(",")[column], "nan")),
        "a figure changed": log.replace(first, ",".join(cells)),
        "a column renamed": log.replace("eval/mi,", "eval/im,", 1),
        "a step emptied": log.replace(first, "," + first.partition(",")[2]),
    }


EDITS = tuple(log_edits("time/env_steps,eval/mi,train/x\n1,2,3\n"))


@pytest.mark.parametrize("edit", [*EDITS, "missing", None])
def test_a_log_that_has_lost_rows_is_told_and_mended_by_the_checkpoint(path, tmp_path, edit):
    copy = tmp_path / "run"
    shutil.copytree(path, copy)
    log = copy / files.PROGRESS
    whole = from_directory(copy)
    assert whole.notes == ()
    if edit == "missing":
        log.unlink()
    elif edit is not None:
        log.write_text(log_edits(log.read_text())[edit])
    data = from_directory(copy)
    assert len(data.notes) == (edit is not None)
    last = checkpoint.steps(copy / files.CHECKPOINTS)[-1]
    assert all(note.startswith("progress.csv ") and f"up to step {last}" in note for note in data.notes)
    # The full figures come after the last checkpoint.
    for row, own in zip(whole.rows, data.rows, strict=True):
        clock = ("time/wall_seconds", "time/eval_seconds")
        # NaN is left out, because it does not equal itself.
        mine = {name: x for name, x in own.items() if x is not None and x == x and name not in clock}
        assert mine.items() <= row.items()
        assert mine["eval/mi"] == row["eval/mi"]


@pytest.mark.parametrize("cell", ["1_0", " 0.5", "٣", "0x10", "True", "1e", "--1", "0.5.1"])
def test_what_is_no_number_is_none(path, tmp_path, capsys, cell):
    copy = tmp_path / "run"
    shutil.copytree(path, copy)
    with (copy / files.PROGRESS).open("a") as file:
        columns = len((copy / files.PROGRESS).read_text().splitlines()[0].split(","))
        file.write(f"99999,{cell}" + "," * (columns - 2) + "\n")
    assert show.main([str(copy), "--what=curves"]) == 4
    assert f"progress.csv cannot be read: {cell!r} is not a number" in capsys.readouterr().err
