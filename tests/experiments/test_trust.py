"""No command and no function imports code that a file names, unless the user trusts the file."""

import ast
import json
import pathlib
import sys

import pytest
import tiny
import untaught
from checkpoints import edit
from straight import archived, towards

from diayn_jax import envs, external, resolve
from diayn_jax.config import ConfigError
from diayn_jax.external import UntrustedCodeError
from diayn_jax.show import compare, report, serve
from diayn_jax.storage import checkpoint, files, run_to_resume
from diayn_jax.storage.metadata import CheckpointError
from diayn_jax.use import loaded_run, training_run
from experiments import (
    adapt,
    archive,
    choose,
    dance,
    diayn,
    distil,
    evaluate,
    export,
    finetune,
    imitate,
    play,
    run,
    show,
)

OWN = "from probes import walker\nfrom diayn_jax.objectives.task import SPEC\n"

ROOT = pathlib.Path(__file__).parent.parent.parent

NAMES = {
    "env": "evil:go",
    "env of Gymnasium": "gymnasium:evil:Go-v0",
    "objective": "evil:go",
    "agent": "evil.deeper:go",
    "standard library": "os:abort",
}


@pytest.fixture(autouse=True)
def evil(tmp_path, monkeypatch):
    """Writes a module `evil` that no file may import; fails the test if it was imported."""
    monkeypatch.setattr(external, "_TRUSTED", set())
    (tmp_path / "evil.py").write_text("def go(*_):\n    raise SystemExit('called')\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield
    imported = [name for name in sys.modules if name.split(".")[0] == "evil"]
    for name in imported:
        del sys.modules[name]
    assert not imported


def fields_of(kind):
    flag = {"standard library": "objective"}.get(kind, kind.split()[0])
    return {flag: NAMES[kind]}


def run_of(log_dir, fields, where="config.json", name="tiny"):
    """Makes a run's directory with foreign fields in its config, in config.json or in a checkpoint only."""
    path = log_dir / "point" / name
    document = {
        "config": {"env": "point", "name": name, **fields},
        "resolved": {"backend": "jax", "num_devices": 1},
        "started": "2031-01-01",
        "resumed": [],
    }
    step = path / "checkpoints" / "7"
    step.mkdir(parents=True)
    files.write_checked_json(step / "metadata.json", {"run": document})
    if where == "config.json":
        (path / "config.json").write_text(json.dumps(document))
    return path


def commands(path):
    """Yields every command that reads files of a run's directory."""
    from_here = ["--env=point", f"--log_dir={path.parent.parent}", "--resume"]
    for what in show.WHAT:
        yield show.main, [str(path), f"--what={what}"]
    yield show.main, [str(path), "--serve", "--port=0"]
    yield diayn.main, ["compare", str(path.parent / "other"), str(path)]
    yield evaluate.main, [str(path)]
    yield choose.main, [str(path), "--task=point_goals"]
    yield run.main, ["--env=point_goals", "--objective=task", "--agent=dqn", f"--choose_from={path}"]
    yield archive.main, [str(path)]
    yield adapt.main, [str(path), "--changes=none"]
    yield distil.main, [str(path)]
    yield export.main, [str(path)]
    yield play.main, [str(path)]
    yield finetune.main, [str(path)]
    yield imitate.main, [str(path), str(path)]
    yield imitate.main, [str(path), str(path.parent / "other")]
    yield imitate.main, [str(path), "--demonstration=states.npz"]
    yield dance.main, [str(path), "--tempo=120", "--schedule_only"]
    yield run.main, from_here
    yield run.main, [*from_here, "--name=tiny"]
    yield run.main, [*from_here, "--name=tiny", "--num_env_steps=5k"]
    # Naming other code does not make this code trusted, and neither does naming the same code for another
    # part.
    yield run.main, [*from_here, "--name=tiny", "--objective=metra", "--backend=evil:go"]
    if (path / "config.json").exists():
        yield run.main, [f"--config={path}"]
        yield run.main, [f"--config={path / 'config.json'}"]
        yield run.main, [f"--config={path / 'config.json'}", "--env=pendulum"]
        yield run.main, [f"--config={path / 'config.json'}", "--resume"]


@pytest.mark.parametrize("where", ["config.json", "a checkpoint"])
@pytest.mark.parametrize("kind", NAMES)
def test_no_command_imports_what_a_file_names(tmp_path, capsys, monkeypatch, kind, where):
    path = run_of(tmp_path, fields_of(kind), where)
    run_of(tmp_path, {"seed": 1}, name="other")
    monkeypatch.setattr(files, "_warn_once", lambda _: None)
    (flag, name), *_ = fields_of(kind).items()
    for main, words in commands(path):
        assert main(words) == 2, words
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1, err
        if "--name=tiny" in words or "--resume" not in words:
            assert f"it names code to be imported and run: --{flag}={name}." in err
            assert "add --trust" in err
            assert str(path) in err


@pytest.mark.parametrize("name", [NAMES["env"], NAMES["env of Gymnasium"]])
def test_no_command_imports_what_an_archive_names(tmp_path, capsys, name):
    file = archived(towards(), tmp_path / "skills.npz", env=name, episode_length=5)
    for main, words in ((adapt.main, ["--changes=none"]), (distil.main, [])):
        assert main([str(file), *words]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"{file}: it names code to be imported and run: --env={name}. If you trust")
        assert err.count("\n") == 1


@pytest.mark.parametrize("kind", NAMES)
def test_nothing_in_the_library_imports_what_a_file_names(tmp_path, kind):
    fields = fields_of(kind)
    path = run_of(tmp_path, fields)
    run_of(tmp_path, {"seed": 1}, name="other")
    given = tiny.config(tmp_path)
    ways = [
        lambda: loaded_run.load(path),
        lambda: loaded_run.load_skills(path),
        lambda: training_run.train(env="point", log_dir=str(tmp_path), name="tiny", resume=True),
        lambda: training_run.train(given, resume=True),
        lambda: training_run.run(given, resume=True),
        lambda: run_to_resume.find(given),
        lambda: run_to_resume.composition({"env": "point", "name": "tiny", "log_dir": str(tmp_path)}),
        lambda: resolve.from_json(fields),
        lambda: resolve.fields_from_json(fields),
        lambda: serve.Live(path, loaded_run.load),
        lambda: report.write_directory(path),
        lambda: compare.write([path, path.parent / "other"], tmp_path / "compare.html"),
    ]
    for way in ways:
        with pytest.raises(UntrustedCodeError, match="it names code to be imported and run"):
            way()


def test_a_checkpoint_of_other_code_than_its_run_is_of_another_run(tmp_path, monkeypatch):
    untaught.with_stubs(monkeypatch)
    config = tiny.config(tmp_path)
    path = training_run.run(config, say=lambda _: None).path
    last = path / "checkpoints" / str(checkpoint.steps(path / "checkpoints")[-1])
    document = files.read_checked_json(last / "metadata.json")["run"]
    edit(last, run={**document, "config": {**document["config"], "agent": "evil:go"}})
    with pytest.raises(CheckpointError, match=r"belongs to another run: .* --agent=evil:go"):
        training_run.run(config, resume=True, say=lambda _: None)


@pytest.mark.parametrize(
    ("name", "is_code"),
    [
        ("point", False),
        ("ant", False),
        ("Ant-v5", False),
        ("gymnasium:Ant-v5", False),
        ("gymnasium:ALE/Pong-v5", False),
        ("playground:CheetahRun", False),
        ("mine:make", True),
        ("gymnasium:mine:World-v0", True),
        ("gymnasium:playground:World-v0", True),
        ("gymnasium:gymnasium:World-v0", True),
        ("Gymnasium:World-v0", True),
        (":", True),
    ],
)
def test_which_names_say_what_to_import(name, is_code):
    assert envs.names_module(name) == is_code
    if is_code:
        with pytest.raises(UntrustedCodeError):
            resolve.fields_from_json({"env": name})
    else:
        assert resolve.fields_from_json({"env": name}) == {"env": name}


def test_what_somebody_has_named_may_stand_in_a_file_too(tmp_path, monkeypatch, training_calls, capsys):
    (tmp_path / "kind.py").write_text(OWN)
    file = tmp_path / "mine.json"
    file.write_text('{"objective": "kind:SPEC", "env": "kind:walker", "num_envs": 16}')
    given = ["--env=kind:walker", "--objective=kind:SPEC"]
    assert run.main([f"--config={file}", given[0]]) == 2
    assert "--objective=kind:SPEC. If you trust" in capsys.readouterr().err
    assert run.main([f"--config={file}", *given]) == 0
    assert training_calls[-1].config.num_envs == 16
    # A name that the user gave stays trusted in this process.
    assert resolve.from_json({"objective": "kind:SPEC"}).objective == "kind:SPEC"
    monkeypatch.setattr(external, "_TRUSTED", set())
    assert run.main([f"--config={file}", "--trust"]) == 0
    assert training_calls[-1].config.objective == "kind:SPEC"


def test_a_run_of_ones_own_code_asks_once_and_only_later(tmp_path, monkeypatch, capsys):
    """Training does not ask, and neither do other uses of the run in the same process."""
    untaught.with_stubs(monkeypatch)
    (tmp_path / "ours.py").write_text(OWN)
    other = ("num_skills", "discriminator_hidden_sizes")
    small = {
        **{key: value for key, value in tiny.FIELDS.items() if key not in other},
        "env": "ours:walker",
        "objective": "ours:SPEC",
        "log_dir": str(tmp_path / "runs"),
        "num_env_steps": 500,
        "report": "html",
    }
    trained = training_run.train(say=lambda _: None, **small)
    path = trained.path
    assert (path / "report.html").exists()
    assert loaded_run.load(path).config.env == "ours:walker"
    # Another process does not know that the user gave the name.
    monkeypatch.setattr(external, "_TRUSTED", set())
    with pytest.raises(
        UntrustedCodeError, match=r" env=ours:walker, objective=ours:SPEC\..* add trust=True\."
    ):
        loaded_run.load(path)
    assert evaluate.main([str(path), "--episodes=1"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    again = {"log_dir": small["log_dir"], "name": "tiny", "resume": True, "say": lambda _: None}
    with pytest.raises(UntrustedCodeError, match=r": objective=ours:SPEC\."):
        training_run.train(env="ours:walker", **again)
    assert training_run.train(env="ours:walker", objective="ours:SPEC", **again).path == path
    monkeypatch.setattr(external, "_TRUSTED", set())
    loaded = loaded_run.load(path, trust=True)
    tiny.assert_same(loaded.state.agent, trained.state.agent)
    # Making the report reads the run's files again.
    assert report.write_directory(path, tmp_path / "page.html").path.exists()


def test_a_flag_takes_no_trust_of_values_that_are_none(tmp_path):
    for value in (3, None, ["evil:go"], {"evil:go": 1}):
        for flag in ("env", "objective", "agent"):
            with pytest.raises(ConfigError, match=f"--{flag}="):
                resolve.fields_from_json({flag: value}, trust=True)


def test_modules_are_imported_by_name_in_known_places():
    """Before you add a place to this list, ask who gives the name."""
    found = set()
    for path in [*(ROOT / "diayn_jax").rglob("*.py"), *(ROOT / "experiments").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            # Functions that are passed on count as well, so not only calls are looked at.
            if isinstance(node, (ast.Name, ast.Attribute)):
                named = ast.unparse(node)
                if named.split(".")[-1] in ("import_module", "__import__", "exec", "eval", "run_module") or (
                    named == "gymnasium.make"
                ):
                    found.add((path.relative_to(ROOT).as_posix(), named))
    assert found == {
        ("diayn_jax/__init__.py", "importlib.import_module"),  # names of a table
        ("experiments/diayn.py", "importlib.import_module"),  # names of a table
        ("diayn_jax/show/films/offscreen.py", "importlib.import_module"),  # one of three names
        ("diayn_jax/external.py", "importlib.import_module"),
        ("diayn_jax/envs/providers/gymnasium_simulators.py", "gymnasium.make"),
        (
            "diayn_jax/envs/providers/gymnasium_simulators.py",
            "importlib.import_module",
        ),  # a trusted name
    }
