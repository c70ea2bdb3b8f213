"""The linter and the type checker accept the code."""

import pathlib
import subprocess
import sys

import pytest

pytestmark = pytest.mark.style

ROOT = pathlib.Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "--diff", "."], ["mypy"]],
    ids=["ruff-check", "ruff-format", "mypy"],
)
def test_says_nothing(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.fail(f"{' '.join(command)}\n{done.stdout}{done.stderr}", pytrace=False)
