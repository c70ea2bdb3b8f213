"""Choosing among a run's skills by the command: training, files, comparison and refusals."""

import dataclasses
import json
import shutil
import signal
from pathlib import Path
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import runs
import tiny
import untaught
import untrained

import diayn_jax
from diayn_jax import envs, training
from diayn_jax.config import ConfigError
from diayn_jax.external import UntrustedCodeError
from diayn_jax.run import schedule
from diayn_jax.storage import files
from diayn_jax.types import Timestep
from diayn_jax.use import loaded_run, read_checkpoint, training_run
from diayn_jax.use.choosing import choice_baselines, skill_env_source
from diayn_jax.use.choosing.choose import RESULT
from diayn_jax.use.choosing.settled import SETTLED
from diayn_jax.use.play import rival
from diayn_jax.use.policy import Skills
from experiments import choose

SMALL = [
    "--num_devices=1",
    "--num_envs=8",
    "--batch_size=8",
    "--replay_size=512",
    "--warmup_steps=16",
    "--epoch_steps=64",
    "--updates_per_iteration=1",
    "--critic_hidden_sizes=8",
    "--eval_episodes=2",
    "--report=none",
    "--noplots",
    "--notensorboard",
    "--nolog_pictures",
]


@pytest.fixture(scope="module")
def skills(tmp_path_factory, compiled_trainers):
    """The directory of a run of the point with three skills."""
    folder = tmp_path_factory.mktemp("skills")
    with pytest.MonkeyPatch.context() as patch:
        runs.share_compiled(patch, compiled_trainers)
        run, _ = runs.run(tiny.config(folder))
    return run.path


@pytest.fixture(scope="module")
def chosen(skills, tmp_path_factory):
    """The directory that the command wrote, after its source was deleted, and the command's output."""
    folder = tmp_path_factory.mktemp("chosen")
    source = folder / "source"
    shutil.copytree(skills, source)
    flags = [*SMALL, "--steps_per_choice=5", "--episode_length=20", "--num_env_steps=2_000", "--seed=3"]
    flags += [f"--log_dir={folder}", "--name=chosen", "--episodes=4", "--task=point_goals"]
    with pytest.MonkeyPatch.context() as patch:
        closed = []
        patch.setattr(choice_baselines.Comparison, "close", lambda self: closed.append(self.task))
        assert choose.main([str(source), *flags]) == 0
        assert [env.name for env in closed] == ["point_goals"]
    shutil.rmtree(source)
    return folder / "point_goals" / "chosen"


def test_the_run_is_one_of_choices(chosen):
    config, document = files.read_config(chosen)
    assert (config.env, config.objective, config.agent, config.skill_space) == (
        "point_goals",
        "task",
        "dqn",
        "none",
    )
    assert (config.steps_per_choice, config.episode_length, config.num_env_steps) == (5, 4, 400)
    assert document["resolved"]["backend"] == "jax"
    found = json.loads((chosen / RESULT).read_text())
    assert (found["task"], found["steps_per_choice"], found["env_steps"]) == ("point_goals", 5, 2000)
    assert set(found["returns"]) == {"chosen", "random", "best_skill", "towards_goal"}
    assert all(returns["episodes"] == 4 for returns in found["returns"].values())
    assert_earned(found["returns"]["chosen"], chosen, 4)


def assert_earned(returns, path, episodes):
    """Asserts that a run that chooses earned these returns.

    It also plays 256 episodes, and compares their returns with those of choices that are made step by step.
    """
    run = loaded_run.load(path)
    assert returns == pytest.approx(choice_baselines.Comparison(run, episodes).chosen()._asdict())
    many = choice_baselines.Comparison(run, 256)
    task, keys = many.task, training.row_keys(jax.random.split(many.key)[0], jnp.arange(256))
    at, actor = task.reset(jax.random.key_data(keys)), run.skills.start(run.skills.params, (256,))
    step, act, choose_skill = jax.jit(task.step), jax.jit(many.skills.act), jax.jit(run.skills.step)
    total = np.zeros(256)
    for number in range(4):
        skill, actor = choose_skill(run.skills.params, actor, at.obs, first=np.full(256, number == 0))
        for _ in range(5):
            at = step(at.state, act(many.skills.params, at.obs[:, :2], skill))
            total += np.asarray(at.reward)
    # Some episodes reach a goal.
    assert total.mean() > 0
    error = total.std(ddof=1) / 16
    assert many.chosen()._asdict() == pytest.approx({"mean": total.mean(), "error": error, "episodes": 256})


def test_a_comparison_closes_its_environment(chosen):
    comparison, closed = choice_baselines.Comparison(loaded_run.load(chosen), 4), []
    simulator = SimpleNamespace(close=lambda: closed.append(True))
    comparison.task = comparison.task._replace(simulator=simulator)
    comparison.close()
    assert closed == [True]


def test_it_can_be_loaded_without_its_source(chosen):
    run = loaded_run.load(chosen)
    assert run.trainer.env.num_actions == 3
    actions = run.act(np.zeros((5, 4)))
    assert actions.shape == (5,)
    assert set(np.asarray(actions)) <= {0, 1, 2}
    assert {"eval/return", "eval/episode_length"} <= set(run.figures)
    assert run.figures["eval/episode_length"] <= 4
    skills = loaded_run.load_skills(chosen)
    for each in (skills, run.skills):
        assert each.rollout(episodes=2).reward.shape == (4, 2)
    np.testing.assert_array_equal(skills.act(skills.params, np.zeros((5, 4))), actions)


def test_it_is_a_rival_of_who_plays_with_the_same_skills(skills, chosen):
    played = diayn_jax.load_skills(skills)
    found = rival.rival_of(chosen, played)
    assert found.steps == 5
    rng, policy = np.random.default_rng(0), diayn_jax.load(chosen)
    blank, picked = np.zeros(1, np.float32), set()
    for _ in range(20):
        obs, way = rng.uniform(-1, 1, (1, 2)).astype(np.float32), rng.uniform(-1, 1, 2).astype(np.float32)
        skill = rival.chooser_of(found)(Timestep(None, obs, blank, blank, {"xy": obs}), [*way, 0.5])
        # Its actions are the numbers of skills.
        assert skill == int(policy.act(np.concatenate([obs[0], way])))
        picked.add(skill)
    assert picked <= {0, 1, 2}
    other = untrained.skills(num_skills=3)
    for run, wrong, words in (
        (chosen, other, "those that are played are others"),
        (skills, played, "this run chooses no skills"),
    ):
        with pytest.raises(ConfigError, match=rf"--rival=.*{words}.* diayn choose RUN --task=TASK"):
            rival.rival_of(run, wrong)
    with pytest.raises(ConfigError, match=r"only policies of sac .* can stand in a page, not dqn"):
        rival.described(found)


def test_an_agent_with_options_chooses_too(skills, tmp_path):
    flags = [*SMALL, "--steps_per_choice=5", "--episode_length=20", "--num_env_steps=500"]
    flags += ["--agent=option_critic", "--num_options=2", "--policy_hidden_sizes=8", "--baselines=none"]
    flags += [f"--log_dir={tmp_path}", "--name=options", "--episodes=3", "--task=point_goals"]
    assert choose.main([str(skills), *flags]) == 0
    found = json.loads((tmp_path / "point_goals" / "options" / RESULT).read_text())
    assert set(found["returns"]) == {"chosen"}
    assert_earned(found["returns"]["chosen"], tmp_path / "point_goals" / "options", 3)


def test_skills_that_have_options_are_not_chosen_from(monkeypatch):
    with_options = untrained.skills(agent="soft_option_critic", num_options=2, num_skills=3)
    ran = {"resolved": {"backend": "jax"}}
    monkeypatch.setattr(files, "read_config", lambda path, trust: (with_options.config, ran))
    monkeypatch.setattr(read_checkpoint, "restore_skills", lambda *_: with_options)
    with pytest.raises(ConfigError, match=r"choose_from=runs/x: .*soft_option_critic.* by --agent=sac"):
        skill_env_source.skills_of(SimpleNamespace(choose_from="runs/x"))


def test_it_goes_on(chosen, tmp_path):
    copy = tmp_path / "point_goals" / "chosen"
    shutil.copytree(chosen, copy)
    config, _ = files.read_config(copy)
    longer = {"log_dir": str(tmp_path), "name": "chosen", "num_env_steps": 500}
    config = dataclasses.replace(config, **longer)
    lines = []
    run = training_run.run(config, resume=True, explicit=tuple(longer), say=lines.append)
    assert int(run.state.counters.env_steps) >= 500
    assert f"Every step is a choice: a skill of {config.choose_from} acts for 5 of the robot's steps" in lines
    # Without the copy, the run cannot be loaded.
    (copy / files.FROZEN_SKILLS).unlink()
    with pytest.raises(ConfigError, match=r"choose_from=.*source: There is no run at"):
        loaded_run.load(copy)


def test_a_run_that_starts_from_a_chooser_has_its_skills(chosen):
    # The run with skills may have been trained further, or be gone.
    further = SimpleNamespace(choose_from="runs/gone", start_run=str(chosen))
    copy = skill_env_source.read(chosen / files.FROZEN_SKILLS)
    found = skill_env_source.skills_of(further)
    jax.tree.map(np.testing.assert_array_equal, found.params, copy.params)


def test_the_copy_holds_the_same_skills(skills, tmp_path):
    original = loaded_run.load_skills(skills)
    assert original.backend == "jax"
    skill_env_source.write(tmp_path, original)
    copy = skill_env_source.read(tmp_path / files.FROZEN_SKILLS)
    assert (copy.config, copy.backend) == (original.config, original.backend)
    assert (copy.interface, copy.env_steps) == (original.interface, original.env_steps)
    obs = np.random.default_rng(0).uniform(-1, 1, (6, 2))
    for skill in range(3):
        np.testing.assert_array_equal(
            copy.act(copy.params, obs, skill), original.act(original.params, obs, skill)
        )
    # The file contains no pickle.
    with np.load(tmp_path / files.FROZEN_SKILLS, allow_pickle=False) as file:
        assert all(file[name].dtype != object for name in file.files)


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "array", "fields"])
def test_a_damaged_copy_is_named(skills, tmp_path, damage):
    skill_env_source.write(tmp_path, loaded_run.load_skills(skills))
    path = tmp_path / files.FROZEN_SKILLS
    data = bytearray(path.read_bytes())
    if damage == "flip":
        with np.load(path) as file:
            weights = next(file[name] for name in file.files if file[name].size > 8)
        data[data.find(weights.tobytes()) + 3] ^= 1
    if damage in ("array", "fields"):
        with np.load(path) as file:
            kept = {name: file[name] for name in file.files}
        name = next(name for name in kept if name != "about") if damage == "array" else "about"
        kept[name] = np.zeros(3, np.uint8)
        np.savez(path, **kept)
    else:
        path.write_bytes({"cut": data[:-100], "flip": data, "empty": b""}[damage])
    with pytest.raises(ConfigError, match=r"frozen_skills.npz.*Put back a copy"):
        skill_env_source.read(path)


def test_what_others_run_is_not_trusted_in_a_copy(skills, tmp_path):
    original = loaded_run.load_skills(skills)
    foreign = dataclasses.replace(original.config, env="somebody.elses:world")
    skill_env_source.write(tmp_path, dataclasses.replace(original, config=foreign))
    with pytest.raises(UntrustedCodeError, match=r"env=somebody.elses:world"):
        skill_env_source.read(tmp_path / files.FROZEN_SKILLS)


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        ([], "--task is missing"),
        (["--task=ant_waypoints"], "the task is of ant. Tasks of point: point_goals"),
        (["--task=pendulum"], "the task is of pendulum"),
        (["--task=point_goal"], "--task=point_goal: there is no such environment. Did you mean point_goals"),
        (["--task=point_goals", "--steps_per_choice=0"], "--steps_per_choice=0 is not allowed"),
        (["--task=point_goals", "--steps_per_choice=101"], "an episode has 100 steps"),
        (
            ["--task=point_goals", "--steps_per_choice=30"],
            "does not divide an episode of 100 steps. Give 20 or 25",
        ),
        (["--task=point_goals", "--agent=sac"], "has 3 discrete actions"),
        (["--task=point_goals", "--env=ant"], "--env=ant: it is the task's. Leave it out"),
        (["--task=point_goals", "--num_skills=4"], "--num_skills=4: it comes from the named run"),
        (
            ["--task=point_goals", "--baselines=best"],
            "there is no best. It takes random, best_skill, towards_goal, flat, flat_ppo, or none",
        ),
        (["--task=point_goals", "--gravity=0.5"], "does not take this setting"),
        (
            ["--task=point_goals", "--num_env_steps=75"],
            "--num_env_steps=75: these are 15 choices of 5 steps each, but 8 envir",
        ),
        (
            ["--task=point_goals", "--agent=ppo"],
            "is a setting of agents that learn from replay, and --agent=ppo",
        ),
        (
            ["--task=point_goals", "--clip=0.1"],
            "--clip is a setting of --agent=ppo | fun, and this run has --agent=dqn",
        ),
        (["--task=point_goals", "--episodes=1"], "--episodes=1 is not allowed"),
    ],
)
def test_wrong_input_is_refused(skills, tmp_path, capsys, flags, message):
    assert choose.main([str(skills), f"--log_dir={tmp_path}", *SMALL, *flags]) == 2
    assert message in capsys.readouterr().err
    assert not list(tmp_path.rglob("config.json"))


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ({"num_env_steps": "30k"}, "num_env_steps"),
        ({"num_envs": None}, "num_envs"),
        ({"episode_length": [100]}, "episode_length"),
        ({"steps_per_choice": 5.5}, "steps_per_choice"),
    ],
)
def test_numbers_of_steps_are_checked_before_they_are_divided(skills, field, words):
    with pytest.raises(ConfigError, match=words):
        diayn_jax.choose(skills, "point_goals", log_dir="none", **field)


def test_runs_that_cannot_be_chosen_from(chosen, tmp_path, capsys):
    assert choose.main([str(tmp_path / "nothing"), "--task=point_goals"]) == 2
    assert "there is no such run" in capsys.readouterr().err
    assert choose.main(["--task=point_goals"]) == 2
    assert "Name one run" in capsys.readouterr().err
    # A run that chooses already has a task for its robot.
    flags = [str(chosen), "--task=point_goals", f"--log_dir={tmp_path}", *SMALL]
    assert choose.main(flags) == 2
    assert "that run itself chooses among skills of another run" in capsys.readouterr().err


def test_the_notebook_runs(tmp_path, monkeypatch, capsys):
    """Runs its cells with runs that do not learn; the tests above train."""
    untaught.with_stubs(monkeypatch)
    page = Path(__file__).parent.parent.parent / "examples" / "choose.ipynb"
    notebook = json.loads(page.read_text(encoding="utf-8"))
    monkeypatch.chdir(tmp_path)
    names, replaced = {}, set()
    # The runs are shorter than in the notebook, because their results do not matter here.
    shorter = {"30_000": "999", "20_000": "500", "num_envs=64": "num_envs=8", "1_000,": "64,"}
    # So are their networks, which would take most of the time.
    small = '"tensorboard": False, "batch_size": 8, "updates_per_iteration": 1, "critic_hidden_sizes": (8,)'
    shorter |= {
        '"tensorboard": False': small,
        "num_skills=8": "num_skills=8, policy_hidden_sizes=(8,), discriminator_hidden_sizes=(8,)",
        "episodes=50": "episodes=4",
    }
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            source = "".join(cell["source"])
            for long, short in shorter.items():
                replaced.add(long if long in source else None)
                source = source.replace(long, short)
            exec(compile(source, str(page), "exec"), names)
    assert replaced - {None} == set(shorter)
    said = capsys.readouterr().out
    assert "chosen     Returns(mean=" in said
    assert "best skill Returns(mean=" in said


def fields_of(source, **given):
    return choice_baselines.fields_of_choice(
        source, "native", "/there", given.pop("task", "ant_waypoints"), given
    )


def test_continuous_skills_are_chosen_by_sac():
    source = loaded_run.make_config(env="ant", objective="metra")
    fields = fields_of(source)
    assert fields["agent"] == "sac"
    assert (fields["steps_per_choice"], fields["episode_length"]) == (5, 100)
    assert (fields["num_env_steps"], fields["backend"]) == (choice_baselines.STEPS // 5, "native")
    assert choice_baselines.config_of(fields, "cpu").objective == "task"
    assert fields_of(loaded_run.make_config(env="ant"))["agent"] == "dqn"


def test_the_robots_world_is_that_of_its_skills():
    source = loaded_run.make_config(env="ant", exclude_current_positions="false", gravity=0.5)
    fields = fields_of(source, gravity=2.0)
    assert (fields["exclude_current_positions"], fields["gravity"]) == ("false", 2.0)
    # The robot's own reward is a task, too.
    assert fields_of(source, task="ant")["env"] == "ant"


def test_the_run_beside_it_has_as_many_of_the_robots_steps():
    given = {"num_env_steps": 50_000, "agent": "dqn", "seed": 4, "name": "x", "num_envs": 32}
    config = choice_baselines.config_of(fields_of(loaded_run.make_config(env="ant"), **given), "cpu")
    flat = choice_baselines.flat_config(config, given, "cpu")
    assert (flat.agent, flat.choose_from, flat.name) == ("sac", "", "x-flat")
    assert (flat.num_env_steps, flat.episode_length) == (50_000, 500)
    assert (flat.env, flat.seed, flat.num_envs, flat.objective) == ("ant_waypoints", 4, 32, "task")


def test_ppo_stands_beside_it_too_and_chooses():
    # PPO ignores the settings of the replay that are given for the run that chooses.
    given = {"num_env_steps": 50_000, "replay_size": 5_000, "seed": 4, "batch_size": 64}
    config = choice_baselines.config_of(fields_of(loaded_run.make_config(env="ant"), **given), "cpu")
    flat = choice_baselines.flat_config(config, given, "cpu", "flat_ppo")
    assert (flat.agent, flat.num_env_steps, flat.batch_size, flat.seed) == ("ppo", 50_000, 64, 4)
    assert choice_baselines.flat_config(config, given, "cpu").replay_size == 5_000
    for objective in ("diayn", "metra"):
        source = loaded_run.make_config(env="ant", objective=objective)
        assert choice_baselines.config_of(fields_of(source, agent="ppo"), "cpu").agent == "ppo"


@pytest.mark.parametrize("robot", ["ant", "halfcheetah", "humanoid"])
def test_ppo_chooses_on_the_reward_of_the_robot_itself(robot):
    # Many environments and large batches suit PPO with the robot's own actions, and not choices.
    fields = fields_of(loaded_run.make_config(env=robot), task=robot, agent="ppo")
    config = choice_baselines.config_of(fields, "cpu")
    assert config.batch_size <= config.num_envs * config.rollout_length
    schedule.check_schedule(config)


def test_the_command_runs_each_flat_baseline(skills, tmp_path, monkeypatch, capsys):
    begun = []

    def run(config, resume, trust, say):
        del resume, trust, say
        begun.append(config)
        return SimpleNamespace(config=config, stopped=None, signal=None, path=tmp_path)

    def returns(self, *_):
        return choice_baselines.Returns(float(len(begun)), 0.5, self.episodes)

    def init(self, run, episodes):
        self.run, self.episodes, self.task = run, episodes, SimpleNamespace(close=lambda: None)

    monkeypatch.setattr(training_run, "run", run)
    for name, function in (("__init__", init), ("chosen", returns), ("flat", returns)):
        monkeypatch.setattr(choice_baselines.Comparison, name, function)
    flags = ["--task=point_goals", "--baselines=flat,flat_ppo", "--num_env_steps=20_000", "--name=x"]
    assert choose.main([str(skills), *flags]) == 0
    assert [config.agent for config in begun] == ["dqn", "sac", "ppo"]
    assert [config.name for config in begun] == ["x", "x-flat", "x-flat_ppo"]
    assert [config.num_env_steps for config in begun] == [4_000, 20_000, 20_000]
    found = json.loads((tmp_path / RESULT).read_text())["returns"]
    assert {name: x["mean"] for name, x in found.items()} == {"chosen": 1.0, "flat": 2.0, "flat_ppo": 3.0}
    assert "ppo that acts directly" in capsys.readouterr().out


def test_no_flat_run_begins_after_a_signal_at_the_end_of_the_one_before(skills, tmp_path, monkeypatch):
    begun = []

    def run(config, **_):
        begun.append(config.name)
        late = signal.SIGINT if len(begun) == 2 else None
        return SimpleNamespace(config=config, stopped=None, signal=late, path=tmp_path)

    def init(self, run, episodes):
        self.run, self.episodes, self.task = run, episodes, SimpleNamespace(close=lambda: None)

    monkeypatch.setattr(training_run, "run", run)
    for name, function in (
        ("__init__", init),
        ("chosen", lambda self: choice_baselines.Returns(1.0, 0.5, 100)),
        ("flat", lambda self, other: choice_baselines.Returns(2.0, 0.5, 100)),
    ):
        monkeypatch.setattr(choice_baselines.Comparison, name, function)
    flags = ["--task=point_goals", "--baselines=flat,flat_ppo", "--num_env_steps=20_000", "--name=x"]
    assert choose.main([str(skills), *flags]) == 128 + signal.SIGINT
    assert begun == ["x", "x-flat"]
    assert set(json.loads((tmp_path / RESULT).read_text())["returns"]) == {"chosen", "flat"}


def test_a_flat_baseline_that_cannot_run_is_refused_before_anything_is_trained(skills, monkeypatch):
    monkeypatch.setattr(training_run, "run", lambda *_, **__: pytest.fail("it has begun to train"))
    # PPO's rollouts of two environments are shorter than its batch.
    given = {"num_env_steps": 50_000, "num_envs": 2, "baselines": ["flat_ppo"]}
    with pytest.raises(ConfigError, match="flat_ppo: batch_size=128 is larger than a rollout of 64"):
        diayn_jax.choose(skills, "point_goals", **given)


def test_a_run_that_has_begun_goes_on_if_that_is_asked(skills, tmp_path, monkeypatch):
    begun = []

    class Enough(Exception):
        pass

    def run(config, resume, trust, say):
        begun.append((config.name, resume))
        raise Enough

    monkeypatch.setattr(training_run, "run", run)
    given = {"num_env_steps": 5_000, "log_dir": str(tmp_path), "resume": True}
    with pytest.raises(Enough):
        diayn_jax.choose(skills, "point_goals", name="x", **given)
    folder = tmp_path / "point_goals" / "x"
    folder.mkdir(parents=True)
    (folder / files.CONFIG).write_text("{}")
    with pytest.raises(Enough):
        diayn_jax.choose(skills, "point_goals", name="x", **given)
    assert begun == [("x", False), ("x", True)]
    with pytest.raises(ConfigError, match="Only runs with names can be resumed"):
        diayn_jax.choose(skills, "point_goals", **given)


class Straight(Skills):
    """Skills of the point that act as their vector says, or as `ways` says of their index."""

    ways = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]], np.float32)

    def act(self, params, obs, skill=None, key=None, features=None):
        return jnp.clip(jnp.asarray(self.ways)[skill] if self.space.num_skills else skill, -1, 1)


def straight(**fields):
    """Returns skills that go straight on, whose map is the plane or the products with `Straight.ways`."""
    found = untrained.with_statistics(untrained.skills(**fields), 0.0, 1.0)
    ways = jnp.asarray(Straight.ways)
    functions = {"embed": lambda state, xy: xy @ ways.T if found.space.num_skills else xy}
    if found.classifies:
        functions = {"log_probs": lambda state, xy: xy @ ways.T}
    objective = found.components.objective._replace(**functions)
    components = found.components._replace(objective=objective)
    known = {field.name: getattr(found, field.name) for field in dataclasses.fields(found)}
    return Straight(**(known | {"components": components}))


def comparison_of(found, monkeypatch, episodes, **given):
    """Returns the comparison of a run on point_goals that chooses among these skills."""
    monkeypatch.setattr(skill_env_source, "skills_of", lambda *_, **__: found)
    fields = choice_baselines.fields_of_choice(found.config, "jax", "/there", "point_goals", given)
    config = choice_baselines.config_of(fields, "cpu")
    trainer = SimpleNamespace(env=SimpleNamespace(backend="jax"))
    return choice_baselines.Comparison(SimpleNamespace(config=config, path=None, trainer=trainer), episodes)


@pytest.mark.parametrize(
    ("fields", "least"),
    [
        ({"objective": "metra"}, 9.5),
        ({"objective": "metra", "skill_space": "gaussian:2"}, 9.5),
        ({"objective": "metra", "skill_space": "categorical", "num_skills": 4}, 2.5),
        ({"num_skills": 4}, 0.0),
    ],
)
def test_skills_lead_towards_the_goal(monkeypatch, fields, least):
    found = straight(**fields)
    comparison = comparison_of(found, monkeypatch, 16)
    task, k = comparison.task, comparison.run.config.steps_per_choice
    step = jax.jit(task.step)
    keys = training.row_keys(jax.random.split(comparison.key)[0], jnp.arange(16))
    at, total, alive = task.reset(jax.random.key_data(keys)), np.zeros(16), np.ones(16, bool)
    for number in range(100):
        if number % k == 0:
            goal, xy = np.asarray(at.state.memory.goal), np.asarray(at.obs[:, :2])
            way = goal if found.classifies else goal - xy
            action = way / np.linalg.norm(way, axis=-1, keepdims=True)
            if found.space.num_skills:
                action = Straight.ways[np.argmax(way @ Straight.ways.T, axis=-1)]
            elif "gaussian" in found.space.name:
                # The mean length of a standard normal vector on the plane.
                action = np.clip(np.sqrt(np.pi / 2) * action, -1, 1)
        at = step(at.state, jnp.asarray(action))
        total += np.where(alive, at.reward, 0)
        alive &= ~np.asarray(at.terminated)
    expected = {"mean": total.mean(), "error": total.std(ddof=1) / 4, "episodes": 16}
    returns = comparison.towards_goal()
    assert returns._asdict() == pytest.approx(expected)
    # Four goals pay 10.
    assert returns.mean >= least


def test_skills_that_lead_to_no_goal_are_refused_first(skills, tmp_path, monkeypatch, capsys):
    sees_less = untrained.skills(num_skills=3, features="dims:0", discriminator_hidden_sizes=(8,))
    without = untrained.skills(objective="task")
    comparison = comparison_of(straight(num_skills=4), monkeypatch, 2)
    for found, message in (
        (sees_less, "--baselines=random,towards_goal: the objective of these skills sees dims:0, and a goal"),
        (without, "--baselines=random,towards_goal: --objective=task has neither a classifier of skills nor"),
    ):
        comparison.skills = found
        monkeypatch.setattr(skill_env_source, "skills_of", lambda *_, found=found, **__: found)
        flags = ["--task=point_goals", "--baselines=random,towards_goal", f"--log_dir={tmp_path}", *SMALL]
        assert choose.main([str(skills), *flags]) == 2
        said = capsys.readouterr().err
        assert message in said
        assert "Leave towards_goal out, or name a run " in said
        assert not list(tmp_path.rglob("config.json"))
        with pytest.raises(ConfigError, match=r"^towards_goal: .*Leave towards_goal out"):
            comparison.towards_goal()


@pytest.mark.parametrize(("task", "more"), [("point_goals", {"towards_goal"}), ("point", set())])
def test_the_usual_baselines_are_those_that_are_possible(skills, tmp_path, monkeypatch, capsys, task, more):
    returns = choice_baselines.Returns(1.0, 0.5, 100)

    def init(self, run, episodes):
        self.task = SimpleNamespace(close=lambda: None)

    monkeypatch.setattr(
        training_run,
        "run",
        lambda config, **_: SimpleNamespace(config=config, stopped=None, signal=None, path=tmp_path),
    )
    monkeypatch.setattr(choice_baselines.Comparison, "__init__", init)
    for name in ("chosen", "random", "towards_goal"):
        monkeypatch.setattr(choice_baselines.Comparison, name, lambda self: returns)
    monkeypatch.setattr(choice_baselines.Comparison, "best_skill", lambda self: (returns, 2))
    assert choose.main([str(skills), f"--task={task}"]) == 0
    found = json.loads((tmp_path / RESULT).read_text())["returns"]
    assert set(found) == {"chosen", "random", "best_skill"} | more
    assert ("towards the goal, untrained  return 1.000" in capsys.readouterr().out) == bool(more)


def test_what_is_known_is_kept_if_a_flat_run_fails(skills, tmp_path, monkeypatch, capsys):
    def run(config, resume, trust, say):
        del resume, trust, say
        if config.name == "x-flat":
            raise ConfigError("--name=x-flat: there is such a run.")
        return SimpleNamespace(config=config, stopped=None, signal=None, path=tmp_path)

    def init(self, run, episodes):
        self.run, self.episodes, self.task = run, episodes, SimpleNamespace(close=lambda: None)

    monkeypatch.setattr(training_run, "run", run)
    monkeypatch.setattr(choice_baselines.Comparison, "__init__", init)
    monkeypatch.setattr(
        choice_baselines.Comparison, "chosen", lambda self: choice_baselines.Returns(1.0, 0.5, 100)
    )
    flags = ["--task=point_goals", "--baselines=flat", "--num_env_steps=20_000", "--name=x"]
    assert choose.main([str(skills), *flags]) == 2
    assert "there is such a run" in capsys.readouterr().err
    assert json.loads((tmp_path / RESULT).read_text())["returns"]["chosen"]["mean"] == 1.0


def test_every_task_names_its_robot():
    table = envs.specs()
    tasks = {name: row for name, row in table.items() if row.provider == "tasks"}
    for name, row in tasks.items():
        assert row.robot in table, name
        assert table[row.robot].features.items() <= row.features.items()
    page = Path(__file__).parent.parent.parent / "docs" / "reference" / "tasks.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    documented = {}
    for line in lines:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 5 and cells[-1].isdecimal():
            documented[cells[0].strip("`")] = int(cells[-1])
    assert documented == {name: row.defaults["episode_length"] for name, row in tasks.items()}


def test_help_says_what_there_is_to_say(capsys):
    assert choose.main(["-h"]) == 0
    out = capsys.readouterr().out
    assert "--task=TASK" in out
    assert "--steps_per_choice" in out
    assert not [name for name in SETTLED if f"  --{name} " in out]
