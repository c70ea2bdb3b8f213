"""Printed commands: by name if the shell finds the command, otherwise by path."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from diayn_jax import shell

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def environment(tmp_path, monkeypatch):
    """An environment in .venv of the working directory, with `diayn` and an interpreter, not on PATH."""
    scripts = tmp_path / ".venv" / "bin"
    scripts.mkdir(parents=True)
    for name in ("diayn", "python"):
        (scripts / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (scripts / name).chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.setattr(shell.sysconfig, "get_path", lambda what: str(scripts))
    monkeypatch.setattr(sys, "executable", str(scripts / "python"))
    return scripts


def test_by_the_path_from_here(environment):
    assert shell.invocation("train") == [".venv/bin/diayn", "train"]
    assert shell.command("resume", Path("runs/a b")) == ".venv/bin/diayn resume 'runs/a b'"
    assert shell.pip_install("diayn_jax[gym]") == ".venv/bin/python -m pip install 'diayn_jax[gym]'"


def test_by_the_interpreter_where_the_command_is_not_installed(environment):
    (environment / "diayn").unlink()
    assert shell.command("show", "RUN") == ".venv/bin/python -m experiments.diayn show RUN"


def test_by_the_name_where_the_environment_is_activated(environment, monkeypatch):
    monkeypatch.setenv("PATH", f"{environment}:/usr/bin:/bin")
    assert shell.command("train") == "diayn train"
    (environment / "diayn").unlink()
    assert shell.command("show") == "python -m experiments.diayn show"


def test_by_the_whole_path_from_elsewhere(environment, monkeypatch, tmp_path):
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")
    assert shell.command("train") == f"{environment / 'diayn'} train"
    monkeypatch.chdir(environment)
    assert shell.command("train") == "./diayn train"


def test_from_a_folder_that_has_been_removed(environment, monkeypatch, tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    try:
        assert shell.command("train") == f"{environment / 'diayn'} train"
    finally:
        os.chdir(tmp_path)


def test_a_command_starts_in_a_folder_that_has_been_removed(tmp_path):
    program = (
        "import os, sys; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone'); "
        f"sys.path.insert(1, {str(ROOT)!r}); sys.argv = ['diayn', 'train', '--help']; "
        "from experiments import diayn; diayn.installed()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Train skills" in done.stdout
