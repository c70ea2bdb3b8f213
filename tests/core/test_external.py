"""Objectives and agents of users: files outside the package, with their own flags."""

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import runs

from diayn_jax import agents, envs, external, objectives, parallel
from diayn_jax.config import ConfigError
from diayn_jax.interfaces import Objective
from diayn_jax.training import users_parts
from diayn_jax.use import loaded_run
from experiments import run

ROOT = Path(__file__).parent.parent.parent

OBJECTIVE = (Path(__file__).parent.parent / "own_objective.py").read_text(encoding="utf-8")

TINY = [
    "--num_envs=8",
    "--episode_length=6",
    "--batch_size=8",
    "--replay_size=400",
    "--warmup_steps=80",
    "--updates_per_iteration=2",
    "--num_devices=1",
    "--eval_episodes=2",
    "--report=none",
    "--noplots",
    "--nolog_pictures",
    "--notensorboard",
    "--name=mine",
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder from which Python imports modules."""
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def last_row(path):
    with (path / "progress.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))[-1]


def test_an_objective_from_outside_trains_by_the_real_command(folder, capsys, monkeypatch):
    runs.with_quick_figures(monkeypatch)
    flags = [
        "--env=point",
        "--objective=own_objective:mine",
        "--along=2.5",
        "--across=0.5",
        *TINY,
        "--policy_hidden_sizes=8",
        "--critic_hidden_sizes=8",
        "--num_env_steps=400",
        "--epoch_steps=160",
        f"--log_dir={folder}",
    ]
    assert run.main(flags) == 0
    path = folder / "point" / "mine"
    row = last_row(path)
    assert float(row["train/along"]) == 2.5
    assert float(row["train/score_running"]) != 0
    config = json.loads((path / "config.json").read_text())["config"]
    assert (config["objective"], config["along"], config["across"]) == ("own_objective:mine", 2.5, 0.5)
    assert (config["skill_space"], config["normalize"]) == ("none", False)
    # Loading and resuming the run find the objective again, with its settings.
    loaded = loaded_run.load(path)
    assert float(loaded.state.hparams["along"]) == 2.5
    assert loaded.act(jax.numpy.zeros(2)).shape == (2,)
    again = ["--env=point", f"--log_dir={folder}", "--name=mine", "--num_env_steps=600", "--resume"]
    assert run.main(again) == 0
    assert int(float(last_row(path)["time/env_steps"])) >= 600
    capsys.readouterr()
    # A value that the setting does not take is refused like any other.
    assert run.main([*flags, "--across=-1"]) == 2
    assert "--across=-1 is not allowed: it takes a number, 0 or more" in capsys.readouterr().err


def test_an_agent_of_discrete_actions_from_outside_learns_by_the_real_command(folder, capsys, monkeypatch):
    runs.with_quick_figures(monkeypatch)
    flags = [
        "--env=probes:chooser",
        "--objective=task",
        "--agent=own_agent:mine",
        "--explore=0.5",
        *TINY,
        "--num_env_steps=2_000",
        "--epoch_steps=800",
        f"--log_dir={folder}",
    ]
    assert run.main(flags) == 0, capsys.readouterr().err
    path = folder / "probes_chooser" / "mine"
    # The highest action pays 1. The return of an episode is 6, and Q = 1/(1 − γ) = 2 for this action
    # everywhere.
    assert float(last_row(path)["eval/return"]) == 6.0
    loaded = loaded_run.load(path)
    # The other actions pay nothing, and the states that they lead to have the same value: Q = 1.
    np.testing.assert_allclose(loaded.state.agent, np.tile([1.0, 1.0, 2.0], (4, 1)), atol=0.1)
    assert loaded.act(jax.numpy.zeros(3)).tolist() == 2


def test_sac_does_not_take_discrete_actions(folder, capsys):
    flags = [
        "--env=probes:chooser",
        "--objective=task",
        *TINY,
        "--num_env_steps=2_000",
        f"--log_dir={folder}",
    ]
    assert run.main(flags) == 2
    message = capsys.readouterr().err
    assert message.startswith("--agent=sac: ")
    assert "3 discrete actions" in message
    assert (
        "--agent=dqn or ppo or es or option_critic or soft_option_critic or fun or package.module:make"
        in message
    )


def test_a_bare_function_has_no_settings(folder):
    assert objectives.spec("own_objective:make_mine").settings is not None
    assert agents.spec("own_agent:make_mine").discrete_actions is False


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("own_objective:mnie", r"--objective=own_objective:mnie: own_objective has no such function"),
        ("own_objective:", r"name your own code as package\.module:function"),
        ("my objective:mine", r"name your own code as package\.module:function"),
        ("nowhere:mine", r"--objective=nowhere:mine: there is no module nowhere"),
        ("own_objective.deeper:mine", r"there is no module own_objective\.deeper"),
    ],
)
def test_what_is_no_part_of_ones_own(folder, name, message):
    with pytest.raises(ConfigError, match=message):
        objectives.spec(name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("import not_installed_anywhere\n", "No module named 'not_installed_anywhere'"),
        ("x = 1\nraise ValueError('no wheels')\n", "ValueError: no wheels (broken.py:2, in <module>)"),
        ("def f(:\n", "SyntaxError: "),
    ],
    ids=["import", "raise", "syntax"],
)
@pytest.mark.parametrize("find", [objectives.spec, envs.make], ids=["objective", "env"])
def test_an_error_in_ones_own_module_is_told(folder, find, text, words):
    (folder / "broken.py").write_text(text)
    sys.modules.pop("broken", None)
    with pytest.raises(ConfigError) as caught:
        find("broken:mine")
    assert words in str(caught.value)
    assert "=broken:mine: " in str(caught.value)
    assert isinstance(caught.value.__cause__, Exception)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("def mine(): raise KeyError('leg')", "its factory raised KeyError: 'leg' (worlds.py:1, in mine)"),
        ("def mine(size): pass", "called without arguments: missing a required argument: 'size'"),
        ("def mine(): return 7", "its factory returns a int, not a diayn_jax.envs.Env"),
        ("def mine(): pass", "its factory returns a NoneType"),
        ("mine = (1, 2)", "is of type tuple. Name a function that makes"),
        ("def mine(): return point(observation_size='2')", "observation_size is '2', and should be a whole"),
        (
            "def mine(): return point(observation_size=3)",
            "reset: obs is float32[2, 2], and should be float32",
        ),
        (
            "def mine(): return point(action_size=0)",
            "action_size is 0, and should be a whole number, 1 or more",
        ),
        ("def mine(): return point(action_size=3)", "its step raised "),
        ("def mine(): return point(features=None)", "features is None, and should be Features by name"),
        ("def mine(): return point(features={'xy': 2})", "features['xy'] is 2"),
        ("def mine(): return point(features={1: Feature(1, '', '')})", "features[1] is Feature"),
        ("def mine(): return point(features={'xy': Feature(0, '', '')})", "features['xy'].size is 0"),
        ("def mine(): return point(features={'xy': Feature(1, '', '', 1)})", "features['xy'].dims is 1"),
        ("def mine(): return point(default_features=3)", "default_features is 3, and should be a text"),
        ("def mine(): return point(reset=None)", "reset is None, and should be a function"),
        ("def mine(): return point(step=3)", "step is 3, and should be a function"),
        ("def mine(): return point(reset=lambda: 1)", "its reset raised TypeError"),
        ("def mine(): return point(reset=lambda keys: 1)", "and should be a diayn_jax.types.Timestep"),
        ("def mine(): return point(step=lambda state, action: state)", "the result of step is a "),
        ("def mine(): return point(step=lambda s, a: 1 / 0)", "its step raised ZeroDivisionError"),
        ("def mine(): return point(step=lambda s, a: float(a[0]))", "its step raised TypeError: Only scalar"),
        (
            "def mine(): return point(step=lambda s, a: bad(obs=jnp.zeros((2, 5))))",
            "step: obs is float32[2, 5]",
        ),
        ("def mine(): return point(step=lambda s, a: bad(obs=jnp.zeros((2, 2), int)))", "step: obs is int32"),
        ("def mine(): return point(step=lambda s, a: bad(reward=0.0))", "step: reward is "),
        (
            "def mine(): return point(step=lambda s, a: bad(terminated=jnp.zeros(2)))",
            "step: terminated is float",
        ),
        ("def mine(): return point(step=lambda s, a: bad(state=jnp.zeros((2, 7))))", "step: state is "),
        (
            "def mine(): return point(step=lambda s, a: bad(state=jnp.zeros(3)))",
            "state is float32[3], and should",
        ),
        ("def mine(): return point(dt='fast')", "dt is 'fast', and should be the seconds per step"),
        ("def mine(): return point(dt=0)", "dt is 0"),
        ("def mine(): return point(runs_on='moon')", "runs_on is 'moon', and should be 'device' or 'host'"),
        ("def mine(): return point(runs_on='outside')", "runs_on is 'outside'"),
        ("def mine(): return point(image_shape=(4, 4))", "image_shape is (4, 4)"),
        ("def mine(): return point(num_actions=2.5)", "num_actions is 2.5"),
        ("def mine(): return point(num_actions=1)", "num_actions is 1"),
        ("def mine(): return point(world=3)", "world is 3, and should be ((low_x, low_y)"),
        ("def mine(): return point(world=((1, 1), (0, 0)))", "world is ((1, 1), (0, 0))"),
        ("def mine(): return point(reward_offset='1')", "reward_offset is '1', and should be a number"),
        ("def mine(): return point(frames=0)", "frames is 0"),
    ],
    ids=lambda text: text[:70] if text.startswith(("def", "mine")) else "",
)
def test_a_wrong_environment_of_ones_own_is_told(folder, text, words):
    (folder / "worlds.py").write_text(f"{text}\n{WORLDS}")
    sys.modules.pop("worlds", None)
    with pytest.raises(ConfigError) as caught:
        envs.make("worlds:mine")
    assert str(caught.value).startswith("env=worlds:mine")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


WORLDS = """
import jax.numpy as jnp
from diayn_jax import envs
from diayn_jax.envs import Feature
from diayn_jax.types import Timestep

def point(**changes):
    return envs.make("point")._replace(**changes)

def bad(**changes):
    first = envs.make("point").reset(jnp.zeros((2, 2), jnp.uint32))
    return first.replace(**changes)
"""


def test_a_module_that_starts_jax_too_early_is_refused(folder):
    (folder / "early.py").write_text(f"import jax.numpy as jnp\nORIGIN = jnp.zeros(2)\n{OBJECTIVE}")
    done = subprocess.run(
        [sys.executable, "-m", "experiments.run", "--env=point", "--objective=early:mine"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)])},
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == (
        "--objective=early:mine: early starts JAX when it is imported, before this run has chosen its "
        "devices. Create arrays only inside functions.\n"
    )


def test_where_jax_runs_already_it_may_be_used_at_import(folder):
    assert parallel.jax_has_started() or jax.devices()
    (folder / "early.py").write_text(f"import jax.numpy as jnp\nORIGIN = jnp.zeros(2)\n{OBJECTIVE}")
    assert external.load("objective", "early:mine").skill_space == "none"


WRONG = """
from diayn_jax.objectives import metra

def nothing():
    return 1

def number(config, problem):
    return 7
"""


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("diayn_jax.agents.sac:SPEC", "sac:SPEC is of type AgentSpec; it must be of type Obj"),
        ("wrong_parts:nothing", r"--objective=wrong_parts:nothing: the call with \(config, problem\) fails"),
        ("wrong_parts:number", "--objective=wrong_parts:number returns int. It must return .*Objective"),
    ],
)
def test_what_is_no_objective_is_refused(folder, capsys, name, message):
    (folder / "wrong_parts.py").write_text(WRONG, encoding="utf-8")
    words = ["--env=point", f"--objective={name}", *TINY, f"--log_dir={folder}"]
    assert run.main(words) == 2
    assert re.search(message, capsys.readouterr().err)
    assert not (folder / "point").exists()


OF_WRONG_FUNCTIONS = """
import jax.numpy as jnp
from diayn_jax.interfaces import Objective, ObjectiveSpec

def east(state, batch, hparams):
    return batch.next_features[..., 0]

def make(config, problem):
    functions = {
        "init": lambda key, hparams: {"scale": jnp.ones(())},
        "update": lambda state, batch, hparams: (state, {}),
        "reward": east,
        "score": east,
    }
    return Objective(**{**functions, "FUNCTION": lambda *args: CODE})

SPEC = ObjectiveSpec(make, skill_space="none")
"""


@pytest.mark.parametrize(
    ("function", "code", "words"),
    [
        (
            "init",
            "1 / 0",
            "its init raised ZeroDivisionError: division by zero (objective_",
        ),
        (
            "update",
            "args[0]",
            "its update returns a dict, and should return the state and a dict of metrics.",
        ),
        (
            "update",
            "({'scale': jnp.ones(2)}, {})",
            "its update returns a state of ['scale'] float32[2], and should return a state of ['scale'] ",
        ),
        (
            "update",
            "((), {})",
            "its update returns a state of no arrays, and should return a state of ['scale']",
        ),
        (
            "update",
            "(args[0], {'x': 'far'})",
            "its update returns metrics['x'] of a str, and should return metrics['x'] of an array.",
        ),
        ("update", "(args[0], {'x': None})", "its update returns metrics['x'] of a NoneType, and should"),
        ("reward", "None", "its reward returns a NoneType, and should return an array. Fix its Objective."),
        ("reward", "(args[1].next_features,)", "its reward returns a tuple, and should return an array."),
        (
            "reward",
            "args[1].next_features",
            "its reward returns shape [8, 2], and should return shape [8].",
        ),
        (
            "reward",
            "args[1].nothing",
            "its reward raised AttributeError: 'Batch' object has no attribute 'nothi",
        ),
        (
            "score",
            "args[1].skills",
            "its score raised AttributeError: 'ScoredStep' object has no attribute 'ski",
        ),
        ("score", "0.0", "its score returns shape [], and should return shape [8]. Fix its Objective."),
    ],
)
def test_wrong_functions_of_an_objective_are_named(folder, capsys, function, code, words):
    text = OF_WRONG_FUNCTIONS.replace("FUNCTION", function).replace("CODE", code)
    refused_in_a_line(folder, capsys, "objective", text, TINY, words)


def test_what_jax_takes_as_arrays_is_taken_from_an_objective():
    def update(state, batch, hparams):
        return {"a": 1.0, "b": np.ones(3), "c": 2}, {"far": np.arange(3.0), "near": 1}

    objective = Objective(init=dict, update=update, reward=jnp.add, score=jnp.add)
    checked = users_parts.checked_objective(objective, "mine:SPEC")
    state = {"a": jnp.zeros(()), "b": jnp.zeros(3), "c": jnp.zeros((), jnp.int32)}
    after, metrics = jax.lax.scan(lambda state, _: checked.update(state, None, None), state, length=2)
    assert jax.tree.map(lambda x: x.tolist(), after) == {"a": 1.0, "b": [1.0, 1.0, 1.0], "c": 2}
    assert metrics["far"].tolist() == [[0, 1, 2]] * 2


def refused_in_a_line(folder, capsys, flag, text, argv, words):
    """Runs a module of a user's own, with this text, as the objective or agent; it is refused in a line."""
    name = f"{flag}_{folder.name}"  # Python imports each module once
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    assert run.main(["--env=point", f"--{flag}={name}:SPEC", *argv, f"--log_dir={folder}"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"--{flag}={name}:SPEC: its ")
    assert words in said
    assert said.count("\n") == 1
    assert not (folder / "point").exists()


OF_WRONG_AGENT = """
import jax.numpy as jnp
from diayn_jax.interfaces import Agent, AgentSpec, NoSettings

def make(config, problem):
    def act(state, obs, skill, keys):
        return jnp.zeros((skill.shape[0], problem.action_size))

    functions = {
        "init": lambda key, hparams: {"scale": jnp.ones(())},
        "act": act,
        "update": lambda state, batch, reward, hparams: (state, {}),
    }
    return Agent(**{**functions, "FUNCTION": lambda *args: CODE})

SPEC = AgentSpec(make, NoSettings)
"""


@pytest.mark.parametrize(
    ("function", "code", "words"),
    [
        ("init", "1 / 0", "its init raised ZeroDivisionError: division by zero (agent_"),
        ("act", "args[2]", "its act returns shape [8], and should return shape [8, 2]. Fix its Agent."),
        ("act", "args[1].image", "its act raised AttributeError: "),
        (
            "update",
            "args[0]",
            "its update returns a dict, and should return the state and a dict of metrics.",
        ),
        (
            "update",
            "({'scale': args[2]}, {})",
            "and should return a state of ['scale'] float32[]. Fix its Agent.",
        ),
    ],
)
def test_wrong_functions_of_an_agent_are_named(folder, capsys, function, code, words):
    text = OF_WRONG_AGENT.replace("FUNCTION", function).replace("CODE", code)
    # The networks' sizes are settings of built-in agents.
    argv = [flag for flag in TINY if not re.match("--(policy|critic)_hidden_sizes", flag)]
    refused_in_a_line(folder, capsys, "agent", text, argv, words)


CLASSIFIER = """
from diayn_jax.interfaces import ObjectiveSpec
from diayn_jax.objectives import task

def make(config, problem):
    return task.SPEC.make(config, problem)._replace(log_probs=lambda state, features: features)

SPEC = ObjectiveSpec(make, task.SPEC.settings, skill_space="sphere:2", skill_kinds=("sphere",))
"""


def test_a_classifier_of_what_cannot_be_counted_is_refused(folder, capsys):
    (folder / "classifier.py").write_text(CLASSIFIER, encoding="utf-8")
    words = ["--env=point", "--objective=classifier:SPEC", *TINY, f"--log_dir={folder}"]
    assert run.main(words) == 2
    assert re.search(
        "classifies skills .* but --skill_space=sphere:2 cannot be counted", capsys.readouterr().err
    )


def test_an_environment_that_raises_in_a_run_alone_is_told(folder, capsys):
    (folder / "for_two.py").write_text(
        "from diayn_jax import envs\n"
        "env = envs.make('point')\n"
        "def step(state, action):\n"
        "    assert len(action) == 2, 'it was made for two'\n"
        "    return env.step(state, action)\n"
        "def mine(): return env._replace(step=step)\n"
    )
    flags = ["--env=for_two:mine", *TINY, "--num_skills=2", "--num_env_steps=400", f"--log_dir={folder}"]
    assert run.main(flags) == 4
    said = capsys.readouterr().err
    assert said == (
        "for_two:mine cannot continue: its step raised AssertionError: it was made for two (for_two.py:4, in "
        "step).\n"
    )
    # The command refused before it compiled anything.
    assert not list(folder.glob("for_two_mine/*"))
