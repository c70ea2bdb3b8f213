"""The command that distils solutions into skills: its files, output and refusals.

test_adaptation.py tests what the skills learn.
"""

import contextlib
import inspect
import io
import json
import re
from types import SimpleNamespace

import jax.numpy as jnp
import numpy as np
import pytest
import tiny
import untrained
from pages import data_of
from straight import DIRECTIONS, archived, towards

import diayn_jax
from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.evaluation.metrics import probe
from diayn_jax.interop import distil as distilling
from diayn_jax.interop import distil_source
from diayn_jax.machine import capacity
from diayn_jax.number_format import number
from diayn_jax.run import memory_plan
from diayn_jax.storage import files
from diayn_jax.use import named_run
from diayn_jax.use.archives import adaptation
from experiments import adapt
from experiments import distil as command

SMALL = [
    "--episode_length=9",
    "--episodes=3",
    "--rounds=1",
    "--updates=60",
    "--batch_size=32",
    "--policy_hidden_sizes=16",
    "--discriminator_hidden_sizes=8",
    "--eval_episodes=2",
    "--notensorboard",
    "--noplots",
    "--seed=5",
]
POINT = {"env": "point", "episode_length": 30, "backend": "jax"}


@pytest.fixture(autouse=True)
def jax_starts(monkeypatch):
    """Replaces the start of JAX, which runs already; returns the arguments of each start."""
    calls = []
    monkeypatch.setattr(command.start, "start_jax", lambda **given: calls.append(given))
    return calls


@pytest.fixture
def archive(tmp_path):
    return archived(towards(), tmp_path / "skills.npz", **POINT)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Returns the command's output, and the directory that it makes."""
    folder, said = tmp_path_factory.mktemp("made"), io.StringIO()
    file = archived(towards(strength=1.0), folder / "skills.npz", **POINT)
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
        patch.setattr(command.start, "start_jax", lambda **_: None)
        # The fits are shorter, because the probe's result does not matter here.
        patch.setattr(probe, "_BATCH", 32)
        patch.setattr(probe, "_MAX_ROUNDS", 2)
        patch.setattr(files.provenance, "_command", ["diayn", "distil", "my skills.npz"])
        assert command.main([str(file), *SMALL, f"--log_dir={folder / 'runs'}", "--name=made"]) == 0
    return said.getvalue(), folder / "runs" / "point" / "made"


def test_what_is_written_is_a_run(made):
    path = made[1]
    run = diayn_jax.load(path)
    assert (run.config.num_skills, run.config.episode_length, run.config.seed) == (3, 9, 5)
    assert run.config.report == "html"
    assert np.asarray(run.act(np.zeros(2, np.float32), skill=2)).shape == (2,)
    # The steps of the solutions' episodes: those of the one round, and those at the end.
    assert int(run.state.counters.env_steps) == run.config.num_env_steps == 2 * 3 * 3 * 9
    (row,) = (path / "progress.csv").read_text().splitlines()[1:]
    assert row.startswith("162,")


def test_what_is_said_is_what_was_written(made):
    said, path = made
    found = json.loads((path / "distilled.json").read_text())
    settings = {name: found[name] for name in ("solutions", "episodes", "rounds", "updates")}
    assert settings == {"solutions": 3, "episodes": 3, "rounds": 1, "updates": 60}
    assert "3 skills from 3 solutions" in said
    assert found["env_steps"] == 162
    assert found["source"] == {
        "path": str(path.parents[2] / "skills.npz"),
        "run": None,
        "env_steps": None,
        "skills": [0, 1, 2],
        "cells": [0, 1, 2],
        "descriptor_names": ["x (m)", "y (m)"],
        "descriptors": [[0.0, 0.0]] * 3,
    }
    # It is said with three digits.
    error, skills, solutions, information = (
        float(re.search(words + r" (\S+?),?\s", said)[1].replace("−", "-"))
        for words in ("are off by", "Return", "of skills,", "mi_normalised")
    )
    assert error == pytest.approx(found["action_error"], rel=5e-3)
    assert skills == pytest.approx(np.mean(found["return_of_skills"]), rel=5e-3)
    assert solutions == pytest.approx(np.mean(found["return_of_solutions"]), rel=5e-3)
    assert information == pytest.approx(diayn_jax.load(path).figures["eval/mi_normalised"], rel=5e-3)
    # The point starts within 0.05 m of the centre. It goes towards the side of a corner, or away from it.
    place = 0.1 * np.tanh(1.0) * np.arange(1, 10)[:, None, None] * DIRECTIONS
    expected = -np.linalg.norm(place - 1.0, axis=-1).sum(axis=0) / np.sqrt(2)
    np.testing.assert_allclose(found["return_of_solutions"], expected, atol=9 * 0.08)
    # The returns are negative, so a share of them means nothing.
    assert "kept" not in said
    for name in ("config.json", "skills.json", "checkpoints", "distilled.json", "report.html"):
        assert f"Wrote {path / name}\n" in said
        assert (path / name).exists()


def test_its_page_says_where_it_comes_from(made):
    head = data_of(made[1] / "report.html")["head"]
    assert "the same policy was taught to do what one of 3 solutions does. " in head["lead"]
    found = json.loads((made[1] / "distilled.json").read_text())
    assert f"were off the solutions’ by {number(found['action_error'])} (root mean square)" in head["lead"]
    returns = [number(np.mean(found[f"return_of_{name}"])) for name in ("skills", "solutions")]
    assert f"an episode earned {returns[0]} where theirs earned {returns[1]}, on average" in head["lead"]
    assert ["diayn distil 'my skills.npz'"] in [part["lines"] for part in head["reproduce"]]
    assert "diayn train" not in json.dumps(head["reproduce"])
    assert head["notes"] == []
    assert head["status"]["tone"] == "good"


@pytest.fixture
def given(monkeypatch):
    """Returns the arguments with which `distil` is called."""
    calls = []

    def distil_policies(policies, **fields):
        calls.append(fields)
        raise ConfigError("far enough")

    monkeypatch.setattr(distil_source, "distil_policies", distil_policies)
    return calls


def fields_of(given):
    (fields,) = given
    given.clear()
    fields.pop("progress")
    usual = {"episodes": 8, "rounds": 3, "updates": 2000}
    fields = {name: x for name, x in fields.items() if x != usual.get(name)}
    assert set(fields.pop("source")) >= {"path", "env_steps", "skills"}
    return fields


def test_what_is_left_out_is_as_the_solutions_were_made(archive, tmp_path, given):
    assert command.main([str(archive)]) == 2
    assert fields_of(given) == {"env": "point", "episode_length": 30, "report": "html"}
    words = ["--episode_length=7", "--rounds=2", "--report=none", "--name=x", "--learning_rate=0.01"]
    assert command.main([str(archive), "--env=Point", *words]) == 2
    assert fields_of(given) == {
        "env": "point",
        "episode_length": 7,
        "rounds": 2,
        "report": "none",
        "name": "x",
        "learning_rate": 0.01,
    }
    # The solutions also see the features that are appended to their observation.
    behind = archived(towards(), tmp_path / "behind.npz", **POINT, observation=["obs", "xy", "z"])
    assert command.main([str(behind)]) == 2
    assert fields_of(given)["features"] == "xy+z"
    assert command.main([str(behind), "--features=xy"]) == 2
    assert fields_of(given)["features"] == "xy"


def distilling_fails(*_, **__):
    raise AssertionError("nothing is to be distilled")


@pytest.mark.parametrize(
    ("name", "shape", "why"),
    [
        ("Dense_0/kernel", (3, 4), "Dense_0 has a kernel of [3, 4] and a bias of [3, 4]"),
        ("Dense_0/bias", (3, 5), "Dense_0 has a kernel of [3, 2, 4] and a bias of [3, 5]"),
        ("Dense_0/bias", (3,), "Dense_0 has a kernel of [3, 2, 4] and a bias of [3]"),
        ("Dense_1/kernel", (3, 6, 2), "they must be [n, 4, m] and [n, m]"),
        ("Dense_2/kernel", (3, 2, 2), "genotypes are"),
    ],
)
def test_layers_that_do_not_fit_are_refused(name, shape, why, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(distil_source, "distil_policies", distilling_fails)
    layers = {each: dict(parts) for each, parts in towards().params["params"].items()}
    layer, kind = name.split("/")
    layers.setdefault(layer, {})[kind] = np.zeros(shape, np.float32)
    file = archived(towards()._replace(params={"params": layers}), tmp_path / "torn.npz", **POINT)
    assert command.main([str(file)]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"{file}: ")
    assert why in said


def test_images_are_refused(archive, tmp_path, monkeypatch, capsys):
    closed = []
    seen = SimpleNamespace(image_shape=(8, 8, 3), num_actions=None, close=lambda: closed.append(True))
    monkeypatch.setattr(distilling, "plain_environment", lambda *_, **__: seen)
    monkeypatch.chdir(tmp_path)
    assert command.main([str(archive)]) == 2
    assert f"{archive}: --env=point shows images" in capsys.readouterr().err
    assert closed == [True]


def test_chunks_come_to_what_one_scan_does(monkeypatch):
    monkeypatch.setattr(distilling, "CHUNK", 3)
    rows = jnp.arange(1.0, 9.0)

    def body(carry, x, data):
        return carry * data + x, None

    told = []
    found = distilling.in_chunks(
        body, jnp.float32(1.0), rows, jnp.float32(0.5), lambda *counts: told.append(counts)
    )
    assert told == [(0, 8), (3, 8), (6, 8)]
    expected = 1.0
    for x in range(1, 9):
        expected = 0.5 * expected + x
    assert float(found) == pytest.approx(expected)


def test_a_run_is_distilled_in_the_world_that_it_was_trained_in(tmp_path, given, monkeypatch):
    read = []

    def load_skills(path, which, trust):
        read.append((path, which))
        return untrained.skills(num_skills=3)

    monkeypatch.setattr(named_run, "load_skills", load_skills)
    path = tiny.unstarted(tmp_path, start_offset=(0.3, 0.2))
    assert command.main([str(path), "--checkpoint=best"]) == 2
    found = fields_of(given)
    assert (found["env"], found["episode_length"], found["start_offset"]) == ("point", 20, (0.3, 0.2))
    assert set(envs.Variation._fields) <= set(found)
    assert read == [(path, "best")]
    assert command.main([str(path), "--start_offset=0,0"]) == 2
    assert fields_of(given)["start_offset"] == (0.0, 0.0)
    # Another environment keeps its own settings.
    assert command.main([str(path), "--env=point_maze"]) == 2
    assert fields_of(given) == {"env": "point_maze", "episode_length": 20, "report": "html"}


def test_jax_starts_for_the_backend_of_the_solutions(tmp_path, given, jax_starts, monkeypatch):
    def tried(*_, **__):
        raise ConfigError("far enough")

    monkeypatch.setattr(adaptation, "adapt_policies", tried)
    on_cpus, factorising = (
        archived(towards(), tmp_path / f"{backend}.npz", env="ant", episode_length=3, backend=backend)
        for backend in ("native", "mjx")
    )
    for words in ([on_cpus], [factorising], [on_cpus, "--backend=spring"], [factorising, "--device=cpu"]):
        assert command.main(list(map(str, words))) == 2
        assert adapt.main([*map(str, words), "--changes=none"]) == 2
    begun = [(call["device"], call["spare_threads"]) for call in jax_starts]
    assert begun[::2] == [("cpu", False), ("auto", True), ("auto", False), ("cpu", True)]
    assert begun[::2] == begun[1::2]
    assert {call["num_devices"] for call in jax_starts} == {1}


def test_wrong_inputs(archive, tmp_path, monkeypatch, capsys):
    def compiled(*_):
        raise AssertionError("all is refused before anything is compiled")

    monkeypatch.setattr(distilling.training, "compiled", compiled)
    monkeypatch.chdir(tmp_path)
    single = archived(towards(DIRECTIONS[:1]), tmp_path / "single.npz", **POINT)
    silent = archived(towards(), tmp_path / "silent.npz")
    wordy = archived(towards(), tmp_path / "wordy.npz", env="point", episode_length="long")
    nameless = archived(towards(), tmp_path / "nameless.npz", env=3, episode_length=4)
    elsewhere = archived(towards(), tmp_path / "elsewhere.npz", env="nowhere", episode_length=4)
    short = archived(towards(), tmp_path / "short.npz", env="point", episode_length=-3)
    other = archived(towards(), tmp_path / "other.npz", **POINT, observation=["obs", "torso"])
    choices = archived(towards(), tmp_path / "choices.npz", env="cartpole", episode_length=4)
    choosing = tiny.unstarted(tmp_path, choose_from="runs/point/skills", name="choosing")
    no_run = tmp_path / "empty"
    no_run.mkdir()
    for words, why in (
        ([], "Name one run, by its directory, such as runs/ant/NAME, or an archive's .npz; none is named."),
        ([archive, archive], "2 are named"),
        (["none.npz"], "none.npz: there is no such archive."),
        (["nowhere"], "nowhere: there is no such run."),
        ([no_run], "is not a run"),
        ([archive, "--checkpoint=best"], "--checkpoint=best: an archive has no checkpoints. Leave it out."),
        ([single], "1 solutions given. Give 2 or more: distilling learns to tell skills apart."),
        ([silent], "does not say how its solutions were made. Give --env."),
        ([silent, "--env=point"], "Give --episode_length."),
        ([wordy], "wordy.npz: --episode_length=long is not allowed"),
        ([nameless], "nameless.npz: --env=3 is not allowed"),
        ([choosing], "its actions are the skills of runs/point/skills. Name that run."),
        ([archive, "--env=pont"], "--env=pont: there is no such environment. Did you mean point"),
        (
            [archive, "--env=pendulum"],
            "the solutions take 2 numbers and return 2; pendulum shows 3 and takes 1",
        ),
        ([archive, "--env=cartpole"], "discrete"),
        ([archive, "--backend=spring"], "--backend=spring"),
        ([archive, "--features=yx"], "--features=yx"),
        ([archive, "--num_skills=3"], "--num_skills: there is no such flag."),
        ([archive, "--episodes=0"], "--episodes=0 is not allowed: it takes a whole number, 1 or more"),
        ([archive, "--rounds=0"], "--rounds=0 is not allowed: it takes a whole number, 1 or more"),
        ([archive, "--updates=-1"], "--updates=-1 is not allowed: it takes a whole number, 1 or more"),
        ([archive, "--episode_length=0"], "--episode_length=0 is not allowed"),
        ([archive, "--name=a/b"], "--name=a/b is not allowed"),
        ([elsewhere], "elsewhere.npz: --env=nowhere: there is no such environment"),
        ([short], "short.npz: --episode_length=-3 is not allowed"),
        ([other], "other.npz: the solutions see torso, but point has only"),
        ([choices], "choices.npz: --env=cartpole has discrete actions"),
        ([single, "--env=point"], "single.npz: 1 solutions given"),
    ):
        assert command.main(list(map(str, words))) == 2, words
        out, err = capsys.readouterr()
        assert why in err, err
        assert err.count("\n") == 1, err
        assert out == ""
    # A refused command leaves no directory.
    assert not list(tmp_path.glob("runs/*/*"))
    monkeypatch.setattr(capacity, "free_here", lambda: 10**6)
    monkeypatch.setattr(memory_plan, "check_memory", lambda *_: None)
    assert command.main([str(archive), "--episodes=1000"]) == 2
    said = capsys.readouterr().err
    assert "episodes=1000: 12_000 episodes of 30 steps would take" in said
    # A row has 16 numbers of 4 bytes. s, s' and the action have 2 each, and a flag says whether the row
    # counts: 7 numbers, stored twice. The policy sees 2 more.
    assert "12_000 episodes of 30 steps would take 23 MB" in said
    assert "The largest --episodes that fits is about 43." in said


def test_what_is_no_archive_cannot_be_read(tmp_path, capsys):
    file = tmp_path / "other.npz"
    np.savez(file, states=np.zeros(3))
    assert command.main([str(file)]) == 4
    assert "is not an archive of this version" in capsys.readouterr().err


def test_help_tells_the_defaults(capsys):
    assert command.main(["--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    parameters = inspect.signature(distil_source.distil).parameters
    for flag in command.OWN:
        assert f"{flag.help}" in said
        assert flag.help.endswith(f"[default {parameters[flag.name].default}]")
    for name in command.FIELDS:
        assert re.search(rf"--(\[no\])?{name}\b", said)
    # The defaults of training would be wrong here.
    assert "default ant" not in said
    assert "default that of the solutions]" in said
    assert "default twice the solutions']" in said
