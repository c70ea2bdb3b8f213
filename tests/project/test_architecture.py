"""The rooms: imports run one way (pyproject.toml has the contracts), and no folder is crowded."""

import ast
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
PACKAGE = ROOT / "diayn_jax"
MOST_MODULES = 14  # in a folder, not counting its __init__.py
MODULES = sorted(PACKAGE.rglob("*.py"))
FOLDERS = sorted({path.parent for path in MODULES})


def names_of(paths):
    return [str(path.relative_to(ROOT)) for path in paths]


def lint_imports(root: pathlib.Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [
            *(sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
            *("--no-cache", "--config", str(root / "pyproject.toml")),
        ],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.style
def test_imports_keep_the_contracts():
    found = lint_imports(ROOT)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.style
def test_an_upward_import_breaks_the_contracts(tmp_path):
    for name in ("diayn_jax", "experiments"):
        for path in (ROOT / name).rglob("*.py"):
            copy = tmp_path / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    with (tmp_path / "diayn_jax/run/plan.py").open("a", encoding="utf-8") as file:
        file.write("\n\ndef late():\n    from diayn_jax.use import loaded_run  # noqa\n")
    found = lint_imports(tmp_path)
    assert found.returncode == 1
    assert "diayn_jax.run.plan -> diayn_jax.use.loaded_run" in found.stdout


@pytest.mark.parametrize("path", MODULES, ids=names_of(MODULES))
def test_imports_are_absolute(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import hides its target: use an absolute one"


@pytest.mark.parametrize("folder", FOLDERS, ids=names_of(FOLDERS))
def test_a_folder_holds_few_modules_and_says_what_they_are(folder):
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MOST_MODULES, sorted(path.name for path in modules)
    first = (ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or "").split(
        "\n"
    )[0]
    assert first.endswith("."), f"{folder.name}/__init__.py lacks a sentence that says what is in the folder"
