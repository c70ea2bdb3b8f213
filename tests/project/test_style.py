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


# What mypy's --strict asks for and pyproject.toml does not.
USER_SCRIPT = """
# mypy: disallow-untyped-calls, disallow-untyped-defs, disallow-incomplete-defs, disallow-subclassing-any
# mypy: disallow-untyped-decorators, warn-return-any
from pathlib import Path

import diayn_jax
from diayn_jax import envs, training
from diayn_jax.config import Range, field
from diayn_jax.types import Array


def action(path: Path) -> Array:
    run: diayn_jax.Run = diayn_jax.load(path)
    skills = diayn_jax.load_skills(path)
    skills.act(skills.params, [0.0, 0.0], skill=[0.6, 0.8], features=[[0.0]])
    run.rollout([0, 1], episodes=2)
    low: float = diayn_jax.evaluate(run).intervals["eval/mi"].low
    found: diayn_jax.Sweep = diayn_jax.sweep(env="point", grid={"tau": (low,)})
    return found.load(0).act([0.0, 0.0], skill=3)


def train(settings: diayn_jax.Config) -> training.Trainer:
    return training.make_trainer(settings, envs.make("point"))


share: float = field(0.5, "a share", "mine", Range(low=0))
"""


def test_a_users_script_has_strict_types(tmp_path: pathlib.Path) -> None:
    (tmp_path / "script.py").write_text(USER_SCRIPT)
    # With the settings of the test above, so that mypy finds all modules in the cache of that test.
    done = subprocess.run(
        [sys.executable, "-m", "mypy", tmp_path / "script.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "Success: no issues found in 1 source file\n", done.stdout + done.stderr
