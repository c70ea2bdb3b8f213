"""What stands in the package's own files agrees."""

import configparser
import pathlib
import re
import subprocess
import sys

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import diayn_jax

ROOT = pathlib.Path(__file__).parent.parent


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
    # The newest heading is this version, or the work after it.
    assert re.search(r"^## \[(.+?)\]", changelog, re.MULTILINE).group(1) in (version, "Unreleased")


def test_typed():
    assert (pathlib.Path(diayn_jax.__file__).parent / "py.typed").is_file()


@pytest.mark.parametrize("name", ["py311.txt", "oldest.txt"])
def test_pinned_sets_lie_in_the_ranges(name):
    pinned = pins(ROOT / "constraints" / name)
    options = setup_cfg()["options"]
    extras = setup_cfg()["options.extras_require"]
    asked = requirements(options["install_requires"] + extras["test"] + extras["gym"] + extras["video"])
    if name != "oldest.txt":  # whose Brax is older than Playground takes
        asked += requirements(extras["playground"])
    for requirement in asked:
        if requirement.name == "diayn_jax":
            continue  # one extra includes another
        version = pinned[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{name}: {requirement} does not allow {version}"


def test_floors_are_the_oldest_set():
    pinned = pins(ROOT / "constraints" / "oldest.txt")
    cfg = setup_cfg()
    for requirement in requirements(
        cfg["options"]["install_requires"]
        + cfg["options.extras_require"]["gym"]
        + cfg["options.extras_require"]["video"]
    ):
        floor = next(s.version for s in requirement.specifier if s.operator == ">=")
        version = pinned[canonicalize_name(requirement.name)]
        assert version == floor or version.startswith(floor + "."), f"{requirement} was tried at {version}"


def test_imports_in_silence():
    # Brax and MuJoCo print of their own accord.
    code = "import diayn_jax; from diayn_jax.envs import core; core.make('ant'); core.make('point')"
    done = subprocess.run(
        [sys.executable, "-W", "default::UserWarning", "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    assert done.stderr == ""
