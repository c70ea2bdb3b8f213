"""Policies alone, as small runs: those that `export --format=run` writes, and those of the package."""

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest

import diayn_jax
from diayn_jax.config import ConfigError
from diayn_jax.show.report import run_data
from diayn_jax.show.report.header import status
from diayn_jax.storage import paths, pretrained
from diayn_jax.storage.files import read_checked_json, write_checked_json
from diayn_jax.use import export_run
from diayn_jax.use.finetuning import skill_start

# Folders that only exist on the machine of whoever trained the skills.
OF_A_MACHINE = re.compile(r"/(home|root|tmp|work|Users|var|opt)\b")


@pytest.fixture(scope="module")
def exported(tiny_run, tmp_path_factory):
    """The folder with the policy of `tiny_run` alone."""
    folder = tmp_path_factory.mktemp("exported") / "policy"
    found = diayn_jax.export(tiny_run.path, format="run", file=folder)
    assert found.written == (folder,)
    assert found.bytes == sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return folder


def test_an_export_that_was_cut_off_is_made_again(exported, tiny_run, tmp_path, monkeypatch):
    folder = tmp_path / "policy"

    def cut_off(path, document):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(export_run.files, "write_checked_json", cut_off)
        with pytest.raises(KeyboardInterrupt):
            diayn_jax.export(tiny_run.path, format="run", file=folder)
    assert not folder.exists()
    diayn_jax.export(tiny_run.path, format="run", file=folder)
    names = [sorted(str(x.relative_to(each)) for x in each.rglob("*")) for each in (folder, exported)]
    assert names[0] == names[1]
    assert [x.name for x in tmp_path.iterdir()] == ["policy"]


def test_an_exported_policy_acts_and_scores_as_the_run_does(exported, tiny_run):
    obs, skill = np.random.default_rng(0).normal(size=(20, 2)), np.arange(20) % 3
    of_run, of_policy = diayn_jax.load_skills(tiny_run.path), diayn_jax.load_skills(exported)
    actions = [s.act(s.params, obs.astype(np.float32), skill) for s in (of_run, of_policy)]
    np.testing.assert_array_equal(*actions)
    loaded = diayn_jax.load(exported)
    whole = diayn_jax.load(tiny_run.path)
    np.testing.assert_equal(loaded.evaluate(), whole.evaluate())
    np.testing.assert_equal(dict(loaded.figures), dict(whole.figures))
    assert loaded.skill_table


def test_an_exported_policy_has_nothing_that_only_training_needs(exported, tiny_run):
    (file,) = exported.glob("checkpoints/*/metadata.json")
    names = read_checked_json(file)["arrays"]
    assert any(name.startswith("agent.policy") for name in names)
    assert not [name for name in names if re.search(r"critic|_opt|^replay|^env", name)]
    (whole,) = [max(tiny_run.path.glob("checkpoints/*"), key=lambda path: int(path.name))]
    assert size(exported) < size(whole)
    assert not OF_A_MACHINE.search((exported / "config.json").read_text())


def test_paths_in_settings_and_command_are_cut_to_their_last_part():
    command = ["/home/me/.venv/bin/python", "-m", "experiments.run", "--start_run=/home/me/runs/ant/walks"]
    config = {"env": "ant", "log_dir": "/home/me/runs", "start_run": "/home/me/runs/ant/walks", "seed": 3}
    found = export_run.without_paths({"crc32": 1, "config": config, "command": command, "resumed": [command]})
    assert found == {
        "config": {"env": "ant", "log_dir": "runs", "start_run": "walks", "seed": 3},
        "command": ["python", "-m", "experiments.run", "--start_run=walks"],
        "resumed": [],
    }
    ran = {"config": config, "command": command, "sweep_command": ["/home/me/diayn", "sweep"], "resumed": []}
    assert export_run.without_paths(ran)["sweep_command"] == ["diayn", "sweep"]


def size(folder):
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def test_training_is_not_continued_from_a_policy_alone(exported):
    with pytest.raises(ConfigError, match="holds the policy alone"):
        diayn_jax.train(resume=exported, num_env_steps=10_000, say=lambda _: None)
    with pytest.raises(ConfigError, match="Resume the run that it was exported from"):
        diayn_jax.resume(exported)
    # Nor does the page of an early checkpoint say how to.
    page = status(run_data.from_directory(exported)._replace(at=500))["text"]
    assert page == "Ended early: 500 of 1.5k steps."


def test_finetuning_a_policy_alone_needs_new_critics(exported, monkeypatch):
    with pytest.raises(ConfigError, match=r"holds the policy alone\. Use (--)?start_critics=new"):
        diayn_jax.finetune(exported, start_critics="run", skills=1, num_env_steps=600)

    class Planned(Exception):
        pass

    def config_for(config, path, **fields):
        raise Planned(fields["start_critics"])

    # As after METRA, whose critics are taken over if they are there.
    monkeypatch.setattr(skill_start, "usual_critics", lambda config, agent: "run")
    monkeypatch.setattr(skill_start, "config_for", config_for)
    with pytest.raises(Planned, match="new"):
        diayn_jax.finetune(exported, num_env_steps=600)


@pytest.mark.parametrize(
    ("given", "message"),
    [({"skills": 1}, "all skills. Leave out skills"), ({}, "is not empty. Name a new folder")],
)
def test_what_cannot_be_written_as_a_run_is_refused(given, message, tiny_run):
    with pytest.raises(ConfigError, match=message):
        diayn_jax.export(tiny_run.path, format="run", file=tiny_run.path, **given)


@pytest.mark.parametrize("name", pretrained.names())
def test_skills_of_the_package_are_small_intact_and_tell_how_they_were_made(name):
    folder = pretrained.folder(name)
    skills = diayn_jax.pretrained(name)  # compares the checksums
    shape = skills.interface.observation_size
    features = np.zeros((3, skills.components.feature_map.stored_size), np.float32)
    z = skills.space.probes[np.arange(3) % len(skills.space.probes)]
    action = skills.act(skills.params, np.zeros((3, shape), np.float32), z, features=features)
    assert action.shape == (3, skills.interface.action_size)
    assert (np.abs(action) < 1).all()
    assert size(folder) < 700_000
    assert len(read_checked_json(folder / "skills.json")["skills"]) == len(skills.space.probes)
    ran = read_checked_json(folder / "config.json")
    assert f"--env={ran['config']['env']}" in ran["command"]
    assert re.fullmatch("[0-9a-f]{40}", ran["commit"]["hash"])
    for file in folder.rglob("*.json"):
        assert not OF_A_MACHINE.search(file.read_text())


def test_a_name_of_the_package_is_a_run_for_every_command(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    name = pretrained.names()[0]
    path = paths.run_path(name)
    assert path == pretrained.COPIES / name
    assert json.loads((path / "config.json").read_text())["config"]["env"]
    # What a command writes there is kept, and a copy that was interrupted is made again.
    (path / "note").write_text("mine")
    (path / "config.json").unlink()
    (checkpoint,) = path.glob("checkpoints/*/metadata.json")
    checkpoint.unlink()
    assert (paths.run_path(f"{name}/") / "note").exists()
    assert checkpoint.exists()
    # A run of the user's own comes first.
    (tmp_path / name).mkdir()
    write_checked_json(tmp_path / name / "config.json", {})
    assert paths.run_path(name).resolve() == tmp_path / name


def test_a_copy_without_its_config_is_not_taken_as_whole(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    name, copyfile = pretrained.names()[0], shutil.copyfile

    def interrupted(source, target, **options):
        if Path(source).suffix == ".safetensors":
            raise KeyboardInterrupt
        return copyfile(source, target, **options)

    monkeypatch.setattr(shutil, "copyfile", interrupted)
    with pytest.raises(KeyboardInterrupt):
        paths.run_path(name)
    monkeypatch.setattr(shutil, "copyfile", copyfile)
    assert list(paths.run_path(name).glob("checkpoints/*/state/arrays.safetensors"))


def test_the_page_lists_the_skills_of_the_package():
    page = (Path(diayn_jax.__file__).parent.parent / "docs" / "how_to" / "pretrained.md").read_text()
    assert re.findall(r"^\| `([\w-]+)` \|", page, re.MULTILINE) == pretrained.names()


def test_unknown_skills_are_refused_with_the_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError, match=r"ant-metre: no such skills .* ant-metra"):
        diayn_jax.pretrained("ant-metre")
    with pytest.raises(ConfigError, match="ant-metra"):
        paths.run_path("ant-metre")
