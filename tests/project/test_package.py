"""The files that describe the package agree with each other."""

import configparser
import os
import pathlib
import pkgutil
import re
import shutil
import subprocess
import sys
import sysconfig
import time
import venv

import pytest
from commands import process
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import diayn_jax
import experiments

ROOT = pathlib.Path(__file__).parent.parent.parent

# Modules that refuse to be imported without the extra of their name.
NEED_AN_EXTRA = ("diayn_jax.interop.qdax",)


def setup_cfg() -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser


def requirements(text: str) -> list[Requirement]:
    return [Requirement(line) for line in text.splitlines() if line.strip()]


def pins(path: pathlib.Path) -> dict[str, str]:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {canonicalize_name(name): version for name, version in (line.split("==") for line in lines)}


def test_one_version_everywhere():
    version = setup_cfg()["metadata"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(r"^version: (.+)$", citation, re.MULTILINE).group(1) == version
    # The newest heading is this version, or the unreleased work after it.
    assert re.search(r"^## \[(.+?)\]", changelog, re.MULTILINE).group(1) in (version, "Unreleased")


def test_typed():
    assert (pathlib.Path(diayn_jax.__file__).parent / "py.typed").is_file()


@pytest.mark.parametrize("name", ["py311.txt", "oldest.txt"])
def test_pinned_sets_lie_in_the_ranges(name):
    pinned = pins(ROOT / "constraints" / name)
    options = setup_cfg()["options"]
    extras = setup_cfg()["options.extras_require"]
    asked = requirements(
        options["install_requires"] + extras["test"] + extras["gym"] + extras["onnx"] + extras["video"]
    )
    if name != "oldest.txt":  # whose Brax is too old for Playground, and whose JAX for Jumanji
        asked += requirements(extras["playground"] + extras["qdax"] + extras["cluster"])
    for requirement in asked:
        if requirement.name == "diayn_jax":
            continue  # the extra includes another extra
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{name}: {requirement} does not allow {version}"


def test_floors_are_the_oldest_set():
    pinned = pins(ROOT / "constraints" / "oldest.txt")
    cfg = setup_cfg()
    for requirement in requirements(
        cfg["options"]["install_requires"]
        + cfg["options.extras_require"]["gym"]
        + cfg["options.extras_require"]["onnx"]
        + cfg["options.extras_require"]["video"]
    ):
        floor = next(s.version for s in requirement.specifier if s.operator == ">=")
        version = pinned[canonicalize_name(requirement.name)]
        assert version == floor or version.startswith(floor + "."), f"{requirement} was tried at {version}"


# A script that replaces Python: it makes an environment from itself, and records pip's arguments.
FAKE_PYTHON = """#!/bin/sh
case "$1 $2" in
  "-m venv") mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && touch "$3/pyvenv.cfg" ;;
  "-m pip") echo "$@" >> pip.log ;;
  "-c import ensurepip, venv") ;;
  *base_prefix*) echo {name} ;;
  *) exec {executable} "$@" ;;
esac
"""


@pytest.fixture
def setup(tmp_path):
    """Returns a function that runs `make setup` with variables.

    It returns the finished process, and the requirements that pip was told to install.
    """
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    for name in ("Makefile", "setup.cfg"):
        shutil.copy(ROOT / name, tmp_path / name)
    programs = {
        name: FAKE_PYTHON.format(name=name, executable=sys.executable) for name in ("python3.11", "other")
    }
    programs["nvidia-smi"] = "#!/bin/sh\nexit 1\n"
    (tmp_path / "programs").mkdir()
    for name, text in programs.items():
        (tmp_path / "programs" / name).write_text(text)
        (tmp_path / "programs" / name).chmod(0o755)
    # The tests may run inside make, which passes its variables to its children.
    of_make = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "PYTHON", "VENV", "LOCK", "EXTRA", "WITH"}
    env = {key: value for key, value in os.environ.items() if key not in of_make}
    env["PATH"] = os.pathsep.join([str(tmp_path / "programs"), env["PATH"]])

    def run(*variables):
        log = tmp_path / "pip.log"
        log.write_text("")
        done = subprocess.run(
            ["make", "setup", *variables], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
        )
        told = [line.split() for line in log.read_text().splitlines()]
        return done, [words[-1] for words in told if "install" in words]

    return run


def test_a_set_up_stays_until_it_is_told_otherwise(setup, tmp_path):
    def installs(*variables):
        done, installed = setup(*variables)
        assert done.returncode == 0, done.stdout + done.stderr
        return installed

    assert installs() == [".[test]"]
    assert installs() == []
    assert installs("WITH=playground") == [".[test,playground]"]
    assert installs() == installs("WITH=playground") == []
    assert installs("EXTRA=cuda12") == [".[test,playground,cuda12]"]
    assert installs() == []
    # As after a pull that changed the requirements.
    later = time.time() + 10
    os.utime(tmp_path / "setup.cfg", (later, later))
    assert installs()[-1] == ".[test,playground,cuda12]"
    os.utime(tmp_path / "setup.cfg", (0, 0))
    assert installs("WITH=") == [".[test,cuda12]"]
    # The Python that the environment has already, then another Python.
    (tmp_path / ".venv" / "mine").touch()
    assert installs("PYTHON=python3.11") == [".[test,cuda12]"]
    assert (tmp_path / ".venv" / "mine").exists()
    assert installs("PYTHON=other") == [".[test,cuda12]"]
    assert not (tmp_path / ".venv" / "mine").exists()
    assert installs() == []


def test_a_set_up_from_before_its_variables_were_kept_stays(setup, tmp_path):
    assert setup("WITH=playground")[1] == [".[test,playground]"]
    (tmp_path / ".venv" / ".choices").unlink()
    assert setup()[1] == []


def test_another_cuda_takes_the_place_of_the_one_before(setup, tmp_path):
    setup("EXTRA=cuda12")
    setup("EXTRA=cuda13")
    assert "uninstall --yes -qq jax-cuda12-plugin jax-cuda12-pjrt" in (tmp_path / "pip.log").read_text()


def test_a_set_up_that_failed_is_done_again(setup, tmp_path):
    setup()
    python = tmp_path / ".venv" / "bin" / "python"
    whole = python.read_text()
    python.write_text(whole.replace('"-m pip")', '"-m pip") exit 1;'))
    assert setup("WITH=playground")[0].returncode != 0
    python.write_text(whole)
    assert setup()[1] == [".[test,playground]"]


def test_a_folder_that_is_no_environment_is_left_alone(setup, tmp_path):
    (tmp_path / "mine").mkdir()
    assert setup("VENV=mine")[0].returncode == 0  # it was empty
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "paper.tex").touch()
    (tmp_path / "file").write_text("text")
    for name in ("work", "file"):
        done, installed = setup(f"VENV={name}")
        assert done.returncode != 0
        assert f"VENV={name} is no virtual environment" in done.stdout
        assert installed == []
    assert [path.name for path in (tmp_path / "work").iterdir()] == ["paper.tex"]
    assert (tmp_path / "file").read_text() == "text"


@pytest.mark.slow
def test_the_command_of_an_installed_wheel(tmp_path):
    """The installed command starts from any folder, and runs the wheel's files."""
    source = tmp_path / "source"
    source.mkdir()
    for name in ("diayn_jax", "experiments"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    options = ["--no-index", "--no-deps", "--no-build-isolation", f"--wheel-dir={tmp_path}"]
    subprocess.run([*pip, "wheel", *options, str(source)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("diayn_jax-*.whl")
    environment = tmp_path / "environment"
    venv.create(environment, symlinks=True)
    (packages,) = environment.glob("lib/python3*/site-packages")
    # The packages that it needs come from the environment of the tests.
    (packages / "here.pth").write_text(f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n")
    python = f"--python={environment / 'bin' / 'python'}"
    subprocess.run(
        [*pip, python, "install", "--no-index", "--no-deps", "--ignore-installed", str(wheel)], check=True
    )
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shown = [str(environment / "bin" / "diayn"), "--version"]
    done = subprocess.run(shown, cwd=elsewhere, capture_output=True, text=True, check=True)
    assert done.stdout == f"diayn_jax {setup_cfg()['metadata']['version']}\n"
    where = "import experiments, diayn_jax; print(experiments.__file__, diayn_jax.__file__)"
    command = [str(environment / "bin" / "python"), "-c", where]
    done = subprocess.run(command, cwd=elsewhere, capture_output=True, text=True, check=True)
    assert all(file.startswith(str(packages)) for file in done.stdout.split())


def test_a_clone_does_not_hide_the_package(tmp_path):
    """Beside a clone, Python sees a folder with the package's name that has no code of its own."""
    (tmp_path / "diayn_jax").mkdir()
    code = "import importlib.util; print(importlib.util.find_spec('diayn_jax').origin)"
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environ, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == diayn_jax.__file__


def test_imports_in_silence():
    # Brax and MuJoCo print messages unless they are told not to.
    code = "from diayn_jax import envs; envs.make('ant'); envs.make('point')"
    done = subprocess.run(
        [sys.executable, "-W", "default::UserWarning", "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    assert done.stderr == ""


def test_modules_start_no_jax_when_they_are_imported_and_have_the_names_that_they_list():
    # The devices of a run are chosen before JAX starts, and users import what they like before that.
    names = [
        module.name
        for package in (diayn_jax, experiments)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if module.name not in NEED_AN_EXTRA and not module.name.endswith("__main__")
    ]
    code = (
        "import importlib\n"
        "from diayn_jax import parallel\n"
        f"for name in {names}:\n"
        "    module = importlib.import_module(name)\n"
        "    assert not parallel.jax_has_started(), name\n"
        "    missing = set(getattr(module, '__all__', ())) - set(dir(module))\n"
        "    assert not missing, (name, missing)"
    )
    assert process("-c", code).stderr == ""
