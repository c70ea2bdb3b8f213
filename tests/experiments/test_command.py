"""The training command turns flags into a config, repeats a run, and resumes one."""

import dataclasses
import json
import shutil
from pathlib import Path

import pytest
from commands import refusal

from diayn_jax import envs, objectives
from diayn_jax.config import PRESETS, Config, ConfigError
from diayn_jax.resolve import make_config, to_json
from diayn_jax.storage import files, run_to_resume
from diayn_jax.use import dry_run
from experiments import evaluate, imitate, run, show, start


def test_defaults_of_environment_and_device(training_calls):
    assert run.main(["--env=point", "--seed=3"]) == 0
    (call,) = training_calls
    assert call.config == make_config(
        env="point", seed=3, env_defaults=envs.spec("point").defaults, device="cpu"
    )
    assert not call.resume
    assert call.explicit == {"env", "seed"}


def test_a_dry_run_as_json_prints_nothing_else_on_stdout(monkeypatch, capsys):
    def started(say=start.say, **_):
        say("Running on the CPU.")
        return "cpu"

    found = dry_run.DryRun({"env": dry_run.Setting("point", "given")}, ["Nothing is written"], 1.0, 2.0, 3.0)
    monkeypatch.setattr(start, "start_jax", started)
    monkeypatch.setattr(dry_run, "dry_run", lambda *_, **__: found)
    assert run.main(["--env=point", "--log_dir=none", "--dry_run", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["settings"] == {"env": {"value": "point", "source": "given"}}
    assert err == "Running on the CPU.\n"


def test_a_run_goes_by_the_canonical_name(training_calls):
    assert run.main(["--env=HalfCheetah-v5"]) == 0
    assert training_calls[0].config.env == "halfcheetah"


def test_home_in_log_dir(training_calls, monkeypatch):
    monkeypatch.setenv("HOME", "/somewhere")
    assert run.main(["--env=point", "--log_dir=~/runs"]) == 0
    assert files.folder(training_calls[0].config.log_dir, "point") == Path("/somewhere/runs/point")


@pytest.mark.parametrize("preset", PRESETS)
def test_preset_with_a_field_on_top(training_calls, preset):
    assert run.main([f"--preset={preset}", "--tau=0.5"]) == 0
    assert training_calls[0].config.preset == preset
    assert training_calls[0].config.tau == 0.5
    assert training_calls[0].config.batch_size == PRESETS[preset].get("batch_size", Config.batch_size)


@pytest.mark.parametrize(
    ("flags", "skills", "num_skills"),
    [
        (["--objective=metra"], "sphere:2", 10),
        (["--objective=metra", "--num_skills=12"], "categorical", 12),
        (["--objective=task"], "none", 10),
        (["--num_skills=12"], "categorical", 12),
    ],
)
def test_each_objective_has_skills_of_its_own(training_calls, flags, skills, num_skills):
    assert run.main(["--env=point", *flags]) == 0
    config = training_calls[0].config
    assert config.skill_space == skills
    assert skills != "categorical" or config.num_skills == num_skills


def write_run(tmp_path, **fields) -> tuple[Path, Config]:
    config = make_config(**{"env": "point", "log_dir": str(tmp_path), **fields})
    path = tmp_path / config.env.replace("/", "_").replace(":", "_") / (config.name or "20200101-000000-s0")
    path.mkdir(parents=True)
    document = {
        "config": to_json(config),
        "resolved": {"num_devices": 1, "backend": "jax"},
        "started": "2020-01-01",
        "resumed": [],
    }
    (path / "config.json").write_text(json.dumps(document))
    return path, config


@pytest.mark.parametrize("objective", list(objectives.OBJECTIVES))
def test_config_repeats_a_run_under_a_new_name(training_calls, tmp_path, objective):
    path, config = write_run(tmp_path, name="first", tau=0.25, num_env_steps=12_345, objective=objective)
    assert run.main([f"--config={path / 'config.json'}"]) == 0
    expected = dataclasses.replace(config, name="")
    if objective != "diayn":
        # This objective does not use a number of skills, so the field stays as the environment sets it.
        expected = dataclasses.replace(expected, num_skills=training_calls[0].config.num_skills)
    assert training_calls[0].config == expected


def test_config_takes_a_directory_and_flags_on_top(training_calls, tmp_path):
    path, config = write_run(tmp_path, tau=0.25)
    assert run.main([f"--config={path}", "--seed=9", "--name=second"]) == 0
    assert training_calls[0].config == dataclasses.replace(config, seed=9, name="second")


def test_config_takes_a_bare_config(training_calls, tmp_path):
    file = tmp_path / "mine.json"
    said, defaults = {"env": "point", "num_skills": 4}, envs.spec("point").defaults
    file.write_text(json.dumps(said))
    assert run.main([f"--config={file}"]) == 0
    # The other fields are as they would be beside the same flags: the environment's or the preset's.
    assert training_calls[0].config == make_config(said, env_defaults=defaults)
    assert training_calls[0].config.num_env_steps == defaults["num_env_steps"]
    assert run.main([f"--config={file}", "--preset=paper", "--tau=0.5"]) == 0
    assert training_calls[1].config == make_config(said, env_defaults=defaults, preset="paper", tau=0.5)
    file.write_text(json.dumps({**said, "preset": "gpu"}))
    assert run.main([f"--config={file}"]) == 0
    assert training_calls[2].config == make_config(said, env_defaults=defaults, preset="gpu")
    assert run.main([f"--config={file}", "--preset=cpu"]) == 0
    assert training_calls[3].config == training_calls[0].config


def test_config_with_resume_names_the_run(training_calls, tmp_path, monkeypatch):
    path, _ = write_run(tmp_path)
    monkeypatch.chdir(path)
    assert run.main(["--config=config.json", "--resume", "--num_env_steps=1e6"]) == 0
    (call,) = training_calls
    assert call.resume
    assert Path(call.config.log_dir) == tmp_path
    assert (call.config.name, call.config.num_env_steps) == (path.name, 1_000_000)
    assert run_to_resume.find(call.config, call.explicit)[0] == path


@pytest.mark.parametrize("spelled", ["--resume RUN", "--resume=RUN", "RUN --resume"])
def test_resume_of_a_directory_wherever_it_lies(training_calls, tmp_path, spelled):
    path, config = write_run(tmp_path, name="first", seed=3, objective="metra", tau=0.25)
    moved = path.rename(tmp_path / "elsewhere")
    words = spelled.replace("RUN", str(moved)).split()
    assert run.main([*words, "--num_env_steps=1e6"]) == 0
    (call,) = training_calls
    assert call.resume == moved
    assert call.explicit == {"num_env_steps"}
    found, goes_on = run_to_resume.find(call.config, call.explicit, path=moved)
    assert found == moved
    changed = {"num_env_steps": 1_000_000, "num_devices": 1, "log_dir": str(tmp_path.parent)}
    assert goes_on == dataclasses.replace(config, **changed)


def test_resume_of_a_directory_above_or_below(tmp_path, monkeypatch):
    """However a run is named, its directory is the one with its files, and log_dir contains the directory."""
    path, config = write_run(tmp_path, name="first")
    (path / "checkpoints").mkdir()
    for here, spelled in (
        (path / "checkpoints", ".."),
        (path.parent, "first"),
        (tmp_path, "point/first"),
        (path, "."),
        (path, "../../point/first"),
    ):
        monkeypatch.chdir(here)
        found, goes_on = run_to_resume.find(config, (), path=Path(spelled))
        assert found.absolute() == path
        assert found.name == "first"
        assert Path(goes_on.log_dir).absolute() == tmp_path


def test_resume_heeds_what_a_config_says(training_calls, tmp_path):
    path, config = write_run(tmp_path, name="first")
    file = tmp_path / "edited.json"

    def resumed(*flags, **changed) -> Config:
        file.write_text(json.dumps({**to_json(config), **changed}))
        assert run.main([f"--config={file}", "--resume", *flags]) == 0
        call = training_calls.pop()
        found, goes_on = run_to_resume.find(call.config, call.explicit)
        assert found == path
        return goes_on

    assert resumed(num_env_steps=300_000).num_env_steps == 300_000
    assert resumed("--num_env_steps=400_000", num_env_steps=300_000).num_env_steps == 400_000
    with pytest.raises(ConfigError, match="--seed=5: the run has 0"):
        resumed(seed=5)


def test_resume_of_another_run_than_the_configs(training_calls, tmp_path):
    first, _ = write_run(tmp_path, name="first", tau=0.25)
    second, _ = write_run(tmp_path, name="second", tau=0.25)
    write_run(tmp_path, name="third", tau=0.5)
    assert run.main([f"--config={first}", "--resume", "--name=second"]) == 0
    assert run_to_resume.find(training_calls[0].config, training_calls[0].explicit)[0] == second
    assert run.main([f"--config={first}", "--resume", "--name=third"]) == 0
    with pytest.raises(ConfigError, match=r"third cannot change .*--tau=0\.25: the run has 0\.5"):
        run_to_resume.find(training_calls[1].config, training_calls[1].explicit)


def test_config_with_resume_names_the_run_of_an_environment_with_a_slash(training_calls, tmp_path):
    path, _ = write_run(tmp_path, env="gymnasium:folder/World-v0")
    assert path.parent == tmp_path / "gymnasium_folder_World-v0"
    assert run.main([f"--config={path}", "--resume"]) == 0
    (call,) = training_calls
    assert call.config.env == "gymnasium:folder/World-v0"
    assert (Path(call.config.log_dir), call.config.name) == (tmp_path, path.name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", ["cannot be read"]),
        ("[]", ["cannot be read"]),
        ('{"config": [1]}', ["its config is [1]"]),
        ('{"config": {"wings": 2}}', ["does not know: wings"]),
        ('{"config": {"tau": 2}}', ["--tau=2 is not allowed"]),
    ],
)
def test_config_that_is_none(capsys, tmp_path, text, words):
    file = tmp_path / "config.json"
    file.write_text(text)
    message = refusal(capsys, f"--config={file}")
    for word in [f"--config={file}", *words]:
        assert word in message


@pytest.mark.parametrize(("objective", "preset"), [("diayn", "paper"), ("metra", "gpu")])
def test_config_of_another_preset(training_calls, capsys, tmp_path, objective, preset):
    path, _ = write_run(tmp_path, objective=objective)
    message = refusal(capsys, f"--config={path}", f"--preset={preset}")
    assert not training_calls
    assert f"--preset={preset}" in message
    assert "Leave out --preset or --config" in message


@pytest.mark.parametrize(
    ("began", "device", "backend", "spare"),
    [(None, "auto", "jax", False), ("cpu", "cpu", "mjx", True), ("gpu", "auto", "jax", False)],
)
def test_resume_starts_jax_as_the_run_did(
    training_calls, tmp_path, monkeypatch, began, device, backend, spare
):
    path, _ = write_run(tmp_path, name="first", num_envs=12, batch_size=12, deterministic=True)
    document = json.loads((path / "config.json").read_text())
    document["resolved"] = {"num_devices": 3, "backend": backend} | ({"device": began} if began else {})
    (path / "config.json").write_text(json.dumps(document))
    asked = {}
    monkeypatch.setattr(start, "start_jax", lambda *, say, **options: asked.update(options) or "cpu")
    assert run.main(["--env=point", f"--log_dir={tmp_path}", "--name=first", "--resume"]) == 0
    assert asked == {"device": device, "num_devices": 3, "deterministic": True, "spare_threads": spare}


@pytest.mark.parametrize(
    ("backend", "asked", "device", "spare"),
    [
        ("native", "auto", "cpu", False),  # it has no other backend
        ("native", "gpu", "gpu", False),
        ("spring", "auto", "auto", False),
        ("mjx", "auto", "auto", True),
    ],
)
@pytest.mark.parametrize("command", [evaluate, show])
def test_how_jax_is_started_for_a_run(tmp_path, monkeypatch, capsys, command, backend, asked, device, spare):
    class StartedError(ConfigError):
        pass

    def stub(*, say, **options):
        raise StartedError(json.dumps(options))

    path, _ = write_run(tmp_path, name="first")
    document = json.loads((path / "config.json").read_text())
    document["resolved"] |= {"backend": backend}
    (path / "config.json").write_text(json.dumps(document))
    monkeypatch.setattr(start, "start_jax", stub)
    assert command.main([str(path), f"--device={asked}"]) == start.REFUSED
    assert json.loads(capsys.readouterr().err) == {
        "device": device,
        "num_devices": 1,
        "spare_threads": spare,
    }


@pytest.mark.parametrize(
    ("backends", "device", "spare"),
    [
        (("spring", "mjx"), "auto", True),
        (("mjx", "spring"), "auto", True),
        (("native", "mjx"), "cpu", True),
        (("spring", "native"), "cpu", False),
        (("spring", "spring"), "auto", False),
    ],
)
def test_how_jax_is_started_for_two_runs(tmp_path, monkeypatch, backends, device, spare):
    paths = []
    for name, backend in zip(("expert", "student"), backends, strict=True):
        path, _ = write_run(tmp_path, name=name)
        document = json.loads((path / "config.json").read_text())
        document["resolved"] |= {"backend": backend}
        (path / "config.json").write_text(json.dumps(document))
        paths.append(str(path))
    asked = {}

    def started(*, say, **options):
        asked.update(options)
        raise ConfigError("started")

    monkeypatch.setattr(start, "start_jax", started)
    assert imitate.main(paths) == start.REFUSED
    assert asked == {"device": device, "num_devices": 1, "spare_threads": spare}


def test_log_dir_that_is_a_file(tmp_path):
    (tmp_path / "runs").touch()
    with pytest.raises(ConfigError, match="--log_dir="):
        files.create(make_config(log_dir=str(tmp_path / "runs")))


def test_a_resume_to_fewer_steps_than_are_done_is_refused(trained_once, tmp_path, capsys):
    path = shutil.copytree(trained_once.path, tmp_path / "point" / "tiny")
    done = int(trained_once.state.counters.env_steps)
    assert run.main(["--resume", str(path), f"--num_env_steps={done // 2}"]) == 2
    said = capsys.readouterr().err
    assert said == (
        f"--num_env_steps={done // 2}: {path} has {done} steps already. Give more, or leave it out.\n"
    )
