"""Imports go only downwards: what stands lower in the list may import what stands higher."""

import ast
import pathlib

import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
PACKAGE = ROOT / "diayn_jax"

# Each room may import those above it, and itself where it is a folder. Of a folder whose modules do not all
# stand on one level, each module is a room of its own, and the folder's name stands for its __init__.py.
ROOMS = [
    "config",
    "shell",
    "types",
    "equations",
    "skills",
    "networks",
    "optimizer",
    "parallel",
    "external",
    "interfaces",
    "replay",
    "envs",
    "objectives",
    "hierarchy",
    "agents",
    "compose",
    "training",
    "metrics",
    "run",
    "training.aot",
    "evaluation.episodes",
    "evaluation.evaluators",
    "machine.processes",
    "machine.cluster",
    "machine.signals",
    "run.console",
    "storage.provenance",
    "storage.untrusted_files",
    "storage.files",
    "storage.lock",
    "run.resuming",
    "storage.events",
    "storage.logs",
    "storage.arrays",
    "storage.metadata",
    "storage.checkpoint",
    "run.schedule",
    "run.memory_plan",
    "machine.devices",
    "machine.jax_setup",
    "show",
    "use",
    "run.plan",
    "run.run_writer",
    "run.divergence",
    "run.lanes",
    "run.scheduler",
    "run.lane_slots",
    "run.compiling",
    "run.announcement",
    "run.initialise",
    "run.loop",
    "use.finetuning.against_scratch",
    "sweeps",
    "interop",
    "__init__",
]


def imported(path: pathlib.Path) -> set[str]:
    """Full names of all that a file imports, inside functions too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides where it goes"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def rooms_in(names: set[str]) -> set[str]:
    """The rooms of this package among imported names."""
    rooms = set()
    for name in names:
        parts = name.split(".")
        if parts[0] == "diayn_jax":
            # `from diayn_jax import x`, where x is no module, comes out of __init__.
            rooms.add(room_named(parts[1:]) or "__init__")
    return rooms


def room_named(parts: list[str]) -> str | None:
    """The room of a dotted name within the package: a module of its own, or the folder."""
    return next((room for room in (".".join(parts[:2]), *parts[:1]) if room in ROOMS), None)


def room_of(path: pathlib.Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return room_named(list(parts)) or parts[0]


def modules() -> list[pathlib.Path]:
    return sorted(PACKAGE.rglob("*.py"))


def names_of(paths: list[pathlib.Path]) -> list[str]:
    return [str(path.relative_to(ROOT)) for path in paths]


def test_every_room_has_its_place():
    assert {room_of(path) for path in modules()} == set(ROOMS)
    folders = {room.split(".")[0] for room in ROOMS if "." in room}
    inside = {room_of(path) for path in modules() if path.parent.name in folders and path.stem != "__init__"}
    assert inside == {room for room in ROOMS if "." in room}


@pytest.mark.parametrize("path", modules(), ids=names_of(modules()))
def test_imports_go_downwards(path):
    own = room_of(path)
    folder = (PACKAGE / own).is_dir()
    for room in rooms_in(imported(path)):
        assert ROOMS.index(room) < ROOMS.index(own) or (room == own and folder), (
            f"{path.relative_to(ROOT)} imports {room}, which does not stand above {own}"
        )


def test_an_upward_import_is_found(tmp_path):
    file = tmp_path / "equations.py"
    file.write_text(
        "import jax\nfrom diayn_jax import config, networks\n"
        "def f():\n    import diayn_jax.run.loop\n    from diayn_jax.agents.sac import make_sac\n"
        "from diayn_jax import train\n",
        encoding="utf-8",
    )
    assert rooms_in(imported(file)) == {"config", "networks", "run.loop", "agents", "__init__"}


@pytest.mark.parametrize("path", modules(), ids=names_of(modules()))
def test_the_library_knows_nothing_of_its_users(path):
    tops = {name.split(".")[0] for name in imported(path)}
    assert not tops & {"experiments", "benchmarks", "tests", "pytest"}
    # One folder is the bridge to QDax, so that nothing else depends on it.
    assert "qdax" not in tops or path.parent == PACKAGE / "interop" / "qdax"


def test_commands_only_call():
    for path in sorted((ROOT / "experiments").glob("*.py")):
        names = imported(path)
        # JAX itself only for the names of its errors.
        assert not {name for name in names if name.startswith("jax.")}, path.name
        tops = {name.split(".")[0] for name in names}
        assert not tops & {"numpy", "flax", "optax", "brax", "orbax", "qdax", "benchmarks"}, path.name
