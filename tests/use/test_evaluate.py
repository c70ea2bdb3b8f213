"""The command that evaluates a run."""

import contextlib
import json
import shutil
import threading

import jax
import numpy as np
import pytest

import diayn_jax
from diayn_jax import config as configs
from diayn_jax import envs, shell
from diayn_jax.envs import registry
from diayn_jax.evaluation import metrics
from diayn_jax.run import console
from diayn_jax.storage import files
from diayn_jax.use import loaded_run
from diayn_jax.use.evaluate import _file_name
from experiments import evaluate

pytestmark = pytest.mark.usefixtures("no_start")


@pytest.fixture(scope="module")
def trained(tiny_run):
    return tiny_run


def document(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_figures_are_those_of_the_log_with_intervals(trained, capsys):
    assert evaluate.main([str(trained.path)]) == 0
    said = capsys.readouterr().out
    written = document(trained.path / "evaluation.json")
    assert (written["env"], written["num_skills"], written["episodes"]) == ("point", 3, 2)
    assert written["variation"] == {}
    assert written["env_steps"] == int(trained.state.counters.env_steps)
    figures = written["figures"]
    # mi_after_50 and the figures that depend on it are null, because episodes have 20 steps.
    logged = {name: x for name, x in trained.figures.items() if x == x}
    assert {name: x["value"] for name, x in figures.items() if x["value"] is not None} == pytest.approx(
        logged, rel=1e-4, abs=1e-5
    )
    # Two episodes of a skill are too few for intervals. The probe and the bins have twenty, which are enough.
    for name, x in figures.items():
        if x["low"] is not None:
            assert x["low"] - 1e-5 <= x["value"] <= x["high"] + 1e-5, name
    assert figures["eval/probe_mi"]["low"] < figures["eval/probe_mi"]["high"]
    assert (figures["eval/mi"]["low"], figures["eval/mi"]["how"]) == (None, "too few")
    assert set(written["intervals"]) >= {"level", *(x["how"] for x in figures.values() if x["how"])}
    assert (figures["qd/low_x"]["value"], figures["qd/high_y"]["value"]) == (-1, 1)
    assert figures["qd/offset"]["value"] == 40  # 2 for each of 20 steps
    for z, row in enumerate(written["skills"]):
        assert row["skill"] == z
        assert row["stochastic"]["return"] == figures[f"eval/return_skill_{z}"]
        assert row["deterministic"]["length"] == figures[f"eval_deterministic/episode_length_skill_{z}"]
        assert 0 <= row["stochastic"]["accuracy"]["value"] <= 1
    for words in (
        "probe_mi_normalised_xy",
        "policy_coverage",
        "stochastic",
        "deterministic",
        "95% confidence",
        "fewer than 5 episodes of a skill",
        "x from -1 to 1 m",
    ):
        assert words in said
    assert f"Wrote {trained.path / 'evaluation.json'}" in said


def test_it_repeats_itself_in_a_file_of_ones_own(trained, tmp_path, capsys):
    written = []
    for name in ("a.json", "b.json"):
        assert evaluate.main([str(trained.path), "--episodes=3", f"--file={tmp_path / name}"]) == 0
        written.append(document(tmp_path / name))
    assert written[0] == written[1]
    assert written[0]["episodes"] == 3


def test_a_checkpoint_by_its_steps(trained, tmp_path, capsys):
    steps = min(int(p.name) for p in (trained.path / "checkpoints").iterdir() if p.name.isdigit())
    assert evaluate.main([str(trained.path), f"--checkpoint={steps}", f"--file={tmp_path / 'x.json'}"]) == 0
    assert document(tmp_path / "x.json")["env_steps"] == steps


def test_a_varied_environment(trained, tmp_path, monkeypatch, capsys):
    # The point world takes neither setting. The library gets only the settings that were given and that
    # differ from their defaults.
    given = []

    def evaluator_in(self, **variation):
        given.append((self.config.eval_episodes, variation))
        raise configs.ConfigError("stop here")

    monkeypatch.setattr(diayn_jax.use.loaded_run.Run, "evaluator_in", evaluator_in)
    argv = [str(trained.path), "--gravity=0.5", "--friction=1", "--joint_damage=0,1", "--episodes=4e0"]
    assert evaluate.main(argv) == 2
    assert given == [(4, {"gravity": 0.5, "joint_damage": (0.0, 1.0)})]


def test_another_start(trained, tmp_path, capsys):
    out = tmp_path / "away.json"
    argv = [str(trained.path), "--start_offset=0.5,-0.25", "--episodes=1", f"--file={out}"]
    assert evaluate.main(argv) == 0
    assert document(out)["variation"] == {"start_offset": [0.5, -0.25]}


def test_a_world_on_other_backends_is_refused_for_its_features(trained):
    # `fast` has no backend of the point's, and as many numbers in its observation.
    with pytest.raises(configs.ConfigError, match="env=fast: fast then has other features"):
        diayn_jax.load(trained.path).in_environment(env="fast")


def test_another_world(trained, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(registry, "_REGISTERED", {})
    out = tmp_path / "maze.json"
    assert evaluate.main([str(trained.path), "--env=point_maze", "--episodes=1", f"--file={out}"]) == 0
    assert document(out)["variation"] == {"env": "point_maze"}
    assert "; with env=point_maze" in capsys.readouterr().out
    loaded = diayn_jax.load(trained.path)
    assert loaded.in_environment(env="point_maze").env.name == "point_maze"
    # A point that moves twice as far in a step is another environment.
    point = envs.make("point")
    twice = point._replace(name="twice", step=lambda state, action: point.step(state, 2 * action))
    assert loaded.evaluate(env=twice)["eval/distance_mean"] != loaded.evaluate()["eval/distance_mean"]
    again = loaded.evaluate(env=point._replace(name="same"))
    assert again == pytest.approx(loaded.evaluate(), nan_ok=True)


def test_files_of_variations_stand_beside_each_other():
    name = _file_name({"gravity": 0.5, "joint_damage": (0.0, 1.0)})
    assert name == "evaluation-gravity=0.5-joint_damage=0,1.json"
    # It is a file beside the others, whatever the world is called.
    assert _file_name({"env": "gymnasium:ALE/Pong-v5"}) == "evaluation-env=gymnasium:ALE_Pong-v5.json"


def test_long_variations_have_names_that_can_be_written(tmp_path):
    damages = [tuple(np.random.default_rng(seed).random(17).tolist()) for seed in range(2)]
    # They differ only at their ends.
    same = [{"joint_damage": (*damages[0][:-1], last)} for last in (0.25, 0.75)]
    names = [_file_name({"joint_damage": damages[1]}), *map(_file_name, same)]
    for name in names:
        assert name.startswith("evaluation-joint_damage=0.")
        files.write_json(tmp_path / name, {})
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize(
    "given",
    [
        {"start_offset": np.array([0.5, -0.25], np.float32), "terminate_when_unhealthy": False},
        {"start_offset": [0.5, -0.25], "gravity": np.float32(1.0)},
        {"start_offset": (0.5, -0.25), "joint_damage": []},
    ],
)
def test_values_are_those_of_a_config(trained, monkeypatch, given):
    """An array, a list and a bool mean what their flags mean; a value that the run has is no variation."""
    varied = []

    def evaluator_in(self, **variation):
        varied.append(variation)
        raise configs.ConfigError("stop here")

    monkeypatch.setattr(loaded_run.Run, "evaluator_in", evaluator_in)
    with pytest.raises(configs.ConfigError, match="stop here"):
        diayn_jax.evaluate(trained, **given)
    assert varied == [{"start_offset": (0.5, -0.25)}]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        ([], "Name one run, by its directory, such as runs/ant/NAME; none is named."),
        (["RUN", "RUN"], "2 are named"),
        (["RUNs"], "there is no such run"),
        (["RUN", "--checkpoint=7"], "has no checkpoint '7'; there are: latest, best, "),
        (["RUN", "--episodes=0"], "--episodes=0 is not allowed: it takes"),
        (["RUN", "--episodes=two"], "--episodes=two is not allowed: it takes a whole number, 1 or more ("),
        (["RUN", "--episodes=5,5"], "--episodes=5,5 is not allowed"),
        (
            ["RUN", "--gravity=0.5"],
            "--gravity=0.5: point does not take this setting. It takes: start_offset.",
        ),
        (["RUN", "--env=pendulum"], "--env=pendulum: pendulum then observes 3 numbers"),
        (["RUN/checkpoints"], "is not a run: it has no config.json. Did you mean "),
        (["RUN", "--gravity=-1"], "--gravity=-1 is not allowed: it takes"),
        (["RUN", "--num_skills=3"], "--num_skills: there is no such flag"),
        (["RUN", "--chekpoint=best"], "Did you mean --checkpoint?"),
        (["RUN", "--file=/nowhere/x.json"], "the folder /nowhere does not exist. Name a file"),
        (["RUN", "--file=RUN"], "is a folder. Name a file"),
    ],
)
def test_refused(trained, capsys, argv, words):
    argv = [word.replace("RUN", str(trained.path)) for word in argv]
    before = sorted(trained.path.iterdir())
    assert evaluate.main(argv) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""
    assert "Traceback" not in said.err
    assert sorted(trained.path.iterdir()) == before


def test_a_run_without_a_checkpoint(trained, tmp_path, capsys):
    run = tmp_path / "run"
    shutil.copytree(trained.path, run, ignore=shutil.ignore_patterns("checkpoints"))
    assert evaluate.main([str(run)]) == 2
    assert "has no checkpoint 'latest'; there are: none." in capsys.readouterr().err


def test_a_file_that_cannot_be_written(trained, monkeypatch, capsys):
    from diayn_jax.storage import files

    def full(path, text):
        raise files.RunFileError(f"{path} cannot be written: no space")

    monkeypatch.setattr(files, "write_atomic", full)
    assert evaluate.main([str(trained.path)]) == 4
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            jax.errors.JaxRuntimeError("RESOURCE_EXHAUSTED: 9 GB\nat"),
            "Out of memory: RESOURCE_EXHAUSTED: 9 GB. Lower --episodes.\n",
        ),
        (diayn_jax.SimulatorError("World ends."), "World ends.\n"),
    ],
)
def test_what_jax_ends_by(trained, monkeypatch, capsys, error, said):
    def evaluator_in(self):
        raise error

    monkeypatch.setattr(diayn_jax.use.loaded_run.Run, "evaluator_in", evaluator_in)
    assert evaluate.main([str(trained.path)]) == 4
    assert capsys.readouterr().err == said


def test_it_says_what_takes_long(trained, monkeypatch, capsys):
    told, evaluator_in = threading.Event(), loaded_run.Run.evaluator_in
    lines = []

    def line(self, text):
        lines.append(text)
        told.set()

    @contextlib.contextmanager
    def slowly(self):
        def evaluated(state, progress):
            for what in ("", "Training the probes"):
                told.clear()
                if what:
                    progress(what)
                assert told.wait(30)
            return own.evaluate_with_intervals(state)

        with evaluator_in(self) as own:
            yield own._replace(evaluate_with_intervals=evaluated)

    monkeypatch.setattr(console, "_FIRST_WORD", 0.0)
    monkeypatch.setattr(console, "_NEXT_WORD", 0.0)
    monkeypatch.setattr(console.Console, "line", line)
    monkeypatch.setattr(loaded_run.Run, "evaluator_in", slowly)
    assert evaluate.main([str(trained.path)]) == 0
    for what in ("Playing episodes", "Training the probes"):
        assert any(line.startswith(f"{what} … 0:0") for line in lines)
    assert "Wrote " in capsys.readouterr().out


def test_help(capsys):
    assert evaluate.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert f"\n  {shell.command('evaluate')} runs/ant/NAME\n" in said
    for name in (*evaluate.FIELDS, "checkpoint", "episodes", "file"):
        assert f"--{name}" in said
    assert "--num_skills" not in said


def test_evaluating_a_run_in_the_library(trained):
    evaluated = trained.evaluate_with_intervals()
    assert evaluated.figures["eval/mi"] == pytest.approx(trained.figures["eval/mi"], rel=1e-5)
    table = metrics.skill_table(evaluated.stochastic)
    assert [row["skill"] for row in table] == [0, 1, 2]
    assert evaluated.deterministic.valid.shape == evaluated.stochastic.valid.shape
    assert {name.partition("/")[0] for name in evaluated.figures} >= {"eval", "eval_deterministic"}
