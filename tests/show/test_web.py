"""The page's bundle: it matches its sources, can be embedded in a page, and is part of the package."""

import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

ROOT = pathlib.Path(__file__).parent.parent.parent
WEB = ROOT / "diayn_jax" / "show" / "web"
BUNDLES = ("bundle", "play")
SHIPPED = (
    *(f"{name}.{kind}" for name in BUNDLES for kind in ("js", "css", "licences.txt")),
    "mujoco.wasm.gz",
)


def test_bundles_are_what_their_sources_make():
    sources = [path.relative_to(WEB).as_posix() for path in (WEB / "src").rglob("*") if path.is_file()]
    digest = hashlib.sha256()
    for name in sorted(["package.json", "package-lock.json", "build.mjs", *sources]):
        digest.update(f"{name}\n".encode() + (WEB / name).read_bytes() + b"\n")
    for name in BUNDLES:
        first = (WEB / f"{name}.js").read_text(encoding="utf-8").splitlines()[0]
        assert digest.hexdigest() in first, "src/ has changed: npm ci && npm run build, in diayn_jax/show/web"


def test_bundles_can_stand_inside_a_page():
    for name in BUNDLES:
        script = (WEB / f"{name}.js").read_text(encoding="utf-8").lower()
        assert "</script" not in script
        assert "<!--" not in script
        assert "</style" not in (WEB / f"{name}.css").read_text(encoding="utf-8").lower()


def test_versions_are_pinned_and_licensed():
    package = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    licences = "".join((WEB / f"{name}.licences.txt").read_text(encoding="utf-8") for name in BUNDLES)
    for name, version in package["dependencies"].items():
        assert re.fullmatch(r"[\d.]+", version)
        assert lock[f"node_modules/{name}"]["version"] == version
        assert f"{name} {version} (" in licences
    for name, about in re.findall(r"^(@?[\w/-]+) [\d.]+ \((.+)\)$", licences, re.MULTILINE):
        assert about in ("MIT", "ISC", "BSD-3-Clause", "Apache-2.0"), name


def test_the_documentation_names_what_is_on_the_page():
    sources = "".join(path.read_text(encoding="utf-8") for path in (WEB / "src").rglob("*.js"))
    show = (ROOT / "docs" / "how_to" / "pictures_and_films.md").read_text(encoding="utf-8")
    parts, players = (
        re.search(rf"^\| {head} .*\n((?:\|.*\n)+)", show, re.MULTILINE).group(1) for head in ("part", "to")
    )
    controls = re.findall(r"\*([^*]+)\*", players)
    sections = ", ".join(re.findall(r"^\| ([A-Z][^|]*) \|", parts, re.MULTILINE)).split(", ")
    reading = (ROOT / "docs" / "start" / "first_page.md").read_text(encoding="utf-8")
    order = re.findall(r"^\d\. \*\*(.+)\.\*\*", reading, re.MULTILINE)
    named = re.findall(r'"([A-Z][^"]+)"', reading)
    assert len(controls) >= 4
    assert len(sections) >= 9
    assert len(order) >= 4
    assert len(named) >= 2
    wanted = [*controls, *sections, *(name for name in order if name != "Watch"), *named]
    assert [name for name in wanted if f'"{name}"' not in sources] == []


def test_wheel_holds_what_reports_are_made_of(tmp_path):
    source = tmp_path / "source"
    shutil.copytree(ROOT / "diayn_jax", source / "diayn_jax", ignore=shutil.ignore_patterns("node_modules"))
    for name in ("setup.cfg", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    build = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
    subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=source, check=True, capture_output=True, text=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for name in SHIPPED:
            assert archive.read(f"diayn_jax/show/web/{name}") == (WEB / name).read_bytes()
        assert not [name for name in archive.namelist() if "/web/src" in name or "node_modules" in name]
