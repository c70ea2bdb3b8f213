import shutil

import pytest
import tiny

from diayn_jax import rundir, runner
from experiments import show


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """The directory of a run of three skills."""
    config = tiny.config(tmp_path_factory.mktemp("runs"))
    return runner.run(config, say=lambda _: None).path


def refusal(capsys, *argv) -> str:
    """What the command says when it refuses; it must be all that it says."""
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
        (["RUN", "--skills=0,7"], ["7 given", "skills 0 to 2"]),
        (["RUN", "--rollouts=0"], ["--rollouts=0 is not allowed"]),
        (["RUN", "--rollouts=2,3"], ["--rollouts=2,3 is not allowed", "a whole number"]),
        (["RUN", "--max_path_length=1.5"], ["--max_path_length=1.5 is not allowed"]),
        (["RUN", "--separate_videos"], ["--separate_videos", "--what=video"]),
        (["RUN", "--dims=xy"], ["--dims", "--what=traces"]),
        (["RUN", "--port=80"], ["--port", "add --serve"]),
        (["RUN", "--serve", "--what=traces"], ["--serve serves the report"]),
        (["RUN", "--serve", "--which=best"], ["leave --which out"]),
        (["RUN", "RUN", "--skills=1"], ["--skills is of one run, and 2 are named"]),
        (["RUN", "RUN"], ["two different runs"]),
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
    assert show.main([str(path / rundir.PROGRESS), f"--out={tmp_path / 'new'}", "--rollouts=1"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["report.html"]
    assert f"Wrote {tmp_path / 'new' / 'report.html'}" in out
    assert "Loaded" in out
    assert "MB in" in out


def test_each_thing_that_can_be_shown(path, capsys, tmp_path):
    asked = ["--what=viewer,traces,returns,curves", "--skills=0,2", "--max_path_length=8", "--rollouts=2"]
    assert show.main([str(path), f"--out={tmp_path}", *asked]) == 0
    assert {p.name for p in tmp_path.iterdir()} == {
        "viewer.html",
        *(f"{name}.{kind}" for name in ("traces", "returns", "curves") for kind in ("png", "svg")),
    }


def test_a_run_killed_before_its_first_checkpoint(path, capsys, tmp_path):
    copy = tmp_path / "run"
    shutil.copytree(path, copy)
    shutil.rmtree(copy / rundir.CHECKPOINTS)
    assert show.main([str(copy)]) == 0
    assert "The report has curves and settings alone." in capsys.readouterr().out
    assert (copy / rundir.REPORT).exists()
    # What cannot be had without one is refused.
    assert show.main([str(copy), "--what=traces"]) == 4
    assert "has no checkpoint" in capsys.readouterr().err


def test_several_runs_make_one_page(path, capsys, tmp_path):
    copies = [tmp_path / name for name in ("a", "b")]
    for copy in copies:
        shutil.copytree(path, copy)
    assert show.main([str(copy) for copy in copies]) == 0
    assert f"Wrote {tmp_path / 'compare.html'}" in capsys.readouterr().out


def test_help(capsys):
    assert show.main(["--help"]) == 0
    out = capsys.readouterr().out
    for flag in show.COMMAND:
        assert f"--{flag.name}" in out
    assert "--device" in out
    assert "--learning_rate" not in out
