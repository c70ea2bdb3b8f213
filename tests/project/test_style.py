"""The linter and the type checker accept the code."""

import os
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


USER_SCRIPT = """
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
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--ignore-missing-imports"]
    done = subprocess.run(
        [*command, "script.py"],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in done.stdout.splitlines() if line.startswith("script.py:")] == []
    assert not done.stderr
