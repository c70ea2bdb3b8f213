"""Solutions in changed worlds, and solutions that become skills, in worlds with known answers."""

import dataclasses
import json

import jax
import numpy as np
import pytest
import untrained
from straight import DIRECTIONS, towards

import diayn_jax
from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.evaluation.metrics import probe
from diayn_jax.interop import distil as distilling
from diayn_jax.interop.distil import distil_policies
from diayn_jax.number_format import number
from diayn_jax.use.archives import adapt, adaptation, archive, archive_file
from diayn_jax.use.archives.solutions import Solutions
from experiments import adapt as command


def test_changes():
    assert adaptation.gravities((0.25, 5)) == [{"gravity": 0.25}, {"gravity": 5.0}]
    assert [x["joint_damage"] for x in adaptation.dead_actuators(3)] == [(0, 1, 1), (1, 0, 1), (1, 1, 0)]


def test_the_best_solution_is_chosen():
    """The point pays minus the distance to (1, 1), so from the left the best direction is x, from below y."""
    found = adaptation.adapt_policies(
        towards(),
        "point",
        [{"start_offset": (-0.9, 0.9)}, {"start_offset": (0.9, -0.9)}],
        episode_length=15,
        choice_episodes=2,
        episodes=3,
    )
    assert [x.chosen for x in found] == [0, 1]
    for each in found:
        assert each.tried.shape == (3, 2)
        # The start is 0.1 beside the line to the corner and at first 1.9 away from it, and each step brings
        # it 0.1 nearer.
        along = np.maximum(1.9 - 0.1 * np.arange(1, 16), 0.0)
        np.testing.assert_allclose(each.returns, -np.hypot(along, 0.1).sum() / np.sqrt(2), atol=0.8)
        assert each.returns.shape == (3,)
    lines = adaptation.table(found)
    assert "start_offset=(-0.9, 0.9)" in lines[0]
    assert "solution 0 of 3" in lines[0]


def test_variations_of_the_world_hold_with_every_change():
    """As above; the second change moves the start elsewhere."""
    found = adaptation.adapt_policies(
        towards(),
        "point",
        [{}, {"start_offset": (0.9, -0.9)}],
        variations={"start_offset": (-0.9, 0.9)},
        episode_length=15,
        choice_episodes=2,
        episodes=1,
    )
    assert [x.chosen for x in found] == [0, 1]


def test_variations_are_those_of_the_run_in_its_own_environment():
    made_in = {
        "env": "ant", "episode_length": 5, "terminate_when_unhealthy": "true", "gravity": 1.0,
        "actuator_strength": 0.3, "exclude_current_positions": "false", "joint_damage": (),
    }  # fmt: skip
    found = Solutions(None, made_in, {})
    assert adapt._variations(found, "ant") == {"exclude_current_positions": "false", "actuator_strength": 0.3}
    assert adapt._variations(found, "ant_waypoints") == {}


def test_tasks_of_the_same_robot_are_worlds_as_well():
    """The point's goals follow its own observation, and the solutions do not see them."""
    key, episodes, length = jax.random.key(1), 300, 12
    world = envs.make("point_goals")
    found = adaptation.returns(towards(), world, key, episodes, length)
    # The path of each episode, and whether it comes within 0.1 m of its goal after the first step.
    start = np.asarray(world.reset(jax.random.key_data(jax.random.split(key, 3 * episodes))).obs)
    way = 0.1 * np.tanh(5.0) * np.repeat(DIRECTIONS, episodes, axis=0)
    place = np.clip(start[:, :2] + np.arange(2, length + 1)[:, None, None] * way, -1, 1)
    near = np.linalg.norm(start[:, :2] + start[:, 2:] - place, axis=-1).min(0) <= 0.1
    reached = near.reshape(3, episodes)
    assert reached.sum() > 10
    # Another goal follows a reached one, and it may also be on the way.
    np.testing.assert_array_equal(found >= 2.5, reached)
    np.testing.assert_allclose(found % 2.5, 0)
    (adapted,) = adaptation.adapt_policies(
        towards(), "point_goals", [{}], episode_length=5, choice_episodes=2, episodes=2
    )
    assert adapted.tried.shape == (3, 2)
    for inputs in (1, 3):
        with pytest.raises(ConfigError, match=f"The solutions take {inputs} numbers"):
            adaptation.returns(towards()._replace(input_size=inputs), world, key, 1, 2)
    with pytest.raises(ConfigError, match="return 3"):
        adaptation.adapt_policies(towards()._replace(action_size=3), "point_goals", [{}], episode_length=5)


def test_what_the_environment_cannot_be_is_refused():
    with pytest.raises(ConfigError, match="gravity"):
        adaptation.adapt_policies(towards(), "point", adaptation.gravities(), episode_length=5)
    with pytest.raises(ConfigError, match=r"gravty=2: there is no such variation. Did you mean gravity\?"):
        adaptation.adapt_policies(towards(), "point", [{"gravty": 2}], episode_length=5)
    with pytest.raises(ConfigError, match="pendulum shows 3"):
        adaptation.adapt_policies(towards(), "pendulum", [{}], episode_length=5)
    with pytest.raises(ConfigError, match="choice_episodes=0"):
        adaptation.adapt_policies(towards(), "point", [{}], episode_length=5, choice_episodes=0)
    with pytest.raises(ConfigError, match="including xyz"):
        adaptation.returns(towards()._replace(appended=("xyz",)), envs.make("point"), jax.random.key(0), 1, 2)


def test_the_command_writes_what_the_function_finds(tiny_run, tmp_path, no_start, capsys):
    run = tiny_run
    given = ["--changes=none", "--episode_length=7", "--choice_episodes=2", "--episodes=3", "--seed=4"]
    assert command.main([str(run.path), *given]) == 0
    settings = {"episode_length": 7, "choice_episodes": 2, "episodes": 3, "seed": 4}
    (expected,) = adaptation.adapt_policies(run, "point", [{}], **settings)
    said = capsys.readouterr().out
    assert f"nothing changed: {number(expected.returns.mean())}" in said
    found = json.loads((run.path / "adaptation.json").read_text())
    assert {name: found[name] for name in settings} == settings
    assert (found["env"], found["backend"]) == ("point", "jax")
    (change,) = found["changes"]
    assert change["change"] == {}
    assert change["chosen"] == expected.chosen
    np.testing.assert_allclose(change["returns"], expected.returns, rtol=1e-6)
    np.testing.assert_allclose(change["mean_of_trials"], expected.tried.mean(axis=1), rtol=1e-6)
    # An archive of these skills names the world in which they were made.
    file = archive_file.save(archive.make_repertoire(run, centroids=16), tmp_path / "skills.npz")
    assert command.main([str(file), "--changes=none", f"--file={tmp_path / 'of_archive.json'}"]) == 0
    assert json.loads((tmp_path / "of_archive.json").read_text())["episode_length"] == 20
    capsys.readouterr()
    for words, why in (
        ([str(run.path)], "--changes=gravity: point has no gravity. Take --changes=none."),
        ([str(run.path), "--changes=gravities"], "Did you mean gravity?"),
        ([str(run.path), "--changes=maze_targets"], "The solutions take 2 numbers"),
        ([str(file), "--changes=none", "--checkpoint=best"], "an archive has no checkpoints"),
        ([str(tmp_path / "none.npz")], "there is no such archive"),
        ([], "Name one run"),
    ):
        assert command.main(words) in (2, 4)
        assert why in capsys.readouterr().err
    assert command.main(["--help"]) == 0
    assert "maze_targets" in capsys.readouterr().out


@pytest.fixture(scope="module")
def distilled(tmp_path_factory):
    fields = {
        "episode_length": 12,
        "batch_size": 64,
        "log_dir": str(tmp_path_factory.mktemp("runs")),
        "name": "distilled",
        "plots": False,
        "tensorboard": False,
        "log_pictures": False,
        "discriminator_hidden_sizes": (16,),
        "critic_hidden_sizes": (8,),
        "policy_hidden_sizes": (16,),
        "eval_episodes": 5,
        "seed": 3,
    }
    with pytest.MonkeyPatch.context() as patch:
        # The batches are smaller, because the probe's result is clear from the first steps. The layers are as
        # wide as in a run.
        patch.setattr(probe, "_BATCH", 32)
        patch.setattr(probe, "_WIDTH", 256)
        patch.setattr(probe, "_MAX_ROUNDS", 2)
        return distil_policies(
            towards(strength=1.0), env="point", episodes=4, rounds=2, updates=1500, **fields
        )


def test_a_policy_learns_what_solutions_do(distilled):
    # Only the states on its own path are compared, because elsewhere no solution was shown.
    way = np.linspace(0.0, 0.8, 9, dtype=np.float32)[:, None]
    for z, direction in enumerate(DIRECTIONS):
        action = np.asarray(distilled.run.act(way * direction.astype(np.float32), skill=z))
        np.testing.assert_allclose(action, np.broadcast_to(np.tanh(direction), (9, 2)), atol=0.15)
    assert distilled.error < 0.1
    np.testing.assert_allclose(distilled.return_of_skills, distilled.return_of_solutions, atol=1.0)


def test_its_skills_are_judged_as_any(distilled):
    # The three skills go different ways, so after the first steps none is confused with another.
    figures = distilled.run.figures
    assert figures["eval/discriminator_accuracy"] > 0.8
    assert figures["eval/mi_normalised"] > 0.5
    # An independent probe also distinguishes them, and each one reaches cells that the others do not reach.
    assert figures["eval/probe_mi_normalised"] > 0.5
    assert figures["eval/policy_coverage"] >= 3
    loaded = diayn_jax.load(distilled.run.path)
    assert loaded.figures == pytest.approx(figures, nan_ok=True)
    quick = distilled.run.evaluate()
    assert quick == pytest.approx({name: figures[name] for name in quick}, nan_ok=True)
    assert loaded.evaluate() == pytest.approx(quick, nan_ok=True)
    assert [row["skill"] for row in loaded.skill_table] == [0, 1, 2]
    again = archive.make_repertoire(loaded, centroids=9)
    assert len(again.cell) == 3
    back = archive.policies(again)
    assert back.input_size == 2


def test_what_is_no_repertoire_is_refused():
    with pytest.raises(ConfigError, match="1 solutions"):
        distil_policies(towards(DIRECTIONS[:1]), env="point")
    with pytest.raises(ConfigError, match="rounds=0"):
        distil_policies(towards(), env="point", rounds=0)
    with pytest.raises(ConfigError, match="shows 3"):
        distil_policies(towards(), env="pendulum", log_dir="none", critic_hidden_sizes=(8,))
    with pytest.raises(ConfigError, match="see torso, but point has"):
        distil_policies(towards()._replace(appended=("torso",)), env="point", log_dir="none")
    for name, value in (
        ("objective", "metra"),
        ("agent", "dqn"),
        ("num_skills", 5),
        ("skill_space", "sphere:2"),
    ):
        with pytest.raises(ConfigError, match=f"{name}={value}: distilling"):
            distil_policies(towards(), env="point", **{name: value})
    with pytest.raises(ConfigError, match="discrete"):
        distil_policies(towards(), env="cartpole", log_dir="none")


def test_solutions_are_tried_on_the_backend_that_they_were_made_on(monkeypatch):
    made = []

    def make(env, backend, **variation):
        made.append(backend)
        raise ConfigError("far enough")

    monkeypatch.setattr(envs, "make", make)
    cells = archive.Repertoire(
        genotypes={"Dense_0/kernel": np.zeros((1, 2, 2)), "Dense_0/bias": np.zeros((1, 2))},
        descriptors=np.zeros((1, 2)),
        fitness=np.zeros(1),
        cell=np.zeros(1, int),
        skill=np.zeros(1, int),
        centroids=np.zeros((1, 2)),
        archive=None,
        names=("x", "y"),
        about={"backend": "spring"},
    )
    for source, env, options in (
        (cells, "halfcheetah", {}),
        (cells, "halfcheetah", {"backend": "generalized"}),
        # The point has no such backend.
        (cells, "point", {}),
        (towards(), "halfcheetah", {}),
        (towards()._replace(backend="spring"), "halfcheetah", {}),
        # The config says `auto`, which is another backend here.
        (dataclasses.replace(untrained.skills(num_skills=3), backend="spring"), "halfcheetah", {}),
    ):
        with pytest.raises(ConfigError, match="far enough"):
            adaptation.adapt_policies(source, env, [{}], episode_length=5, **options)
    assert made == ["spring", "generalized", "auto", "auto", "spring", "spring"]


def test_solutions_are_distilled_on_the_backend_that_they_were_made_on(monkeypatch):
    configs = []

    def plan(config, **_):
        configs.append(config)
        raise ConfigError("far enough")

    monkeypatch.setattr(distilling, "make_plan", plan)
    for solutions, env, options in (
        (towards()._replace(backend="spring"), "halfcheetah", {}),
        (towards()._replace(backend="spring"), "halfcheetah", {"backend": "generalized"}),
        (towards()._replace(backend="spring"), "point", {}),
        (towards(), "halfcheetah", {}),
    ):
        with pytest.raises(ConfigError, match="far enough"):
            distil_policies(solutions, env=env, log_dir="none", **options)
    assert [config.backend for config in configs] == ["spring", "generalized", "auto", "auto"]


def test_a_run_is_a_source_as_well(tiny_run):
    run = tiny_run
    by_run, by_skills, by_archive = (
        adaptation.policies_of(x) for x in (run, run.skills, archive.make_repertoire(run, centroids=1024))
    )
    for a, b in zip(jax.tree.leaves(by_run.params), jax.tree.leaves(by_skills.params), strict=True):
        np.testing.assert_array_equal(a, b)
    assert by_archive.input_size == by_run.input_size
    (found,) = adaptation.adapt_policies(run, "point", [{}], episode_length=5, choice_episodes=1, episodes=1)
    assert found.tried.shape == (3, 1)
