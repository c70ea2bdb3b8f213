"""Flags: their syntax, `--help`, and the tables (for refusals see test_wrong_inputs.py)."""

import json
import re
import subprocess
import sys

import pytest
from commands import ROOT, refusal

from diayn_jax import config as configs
from diayn_jax import envs, shell
from diayn_jax.config import PRESETS, ConfigError
from diayn_jax.resolve import all_fields, fields_of
from experiments import envs as command
from experiments import flags, run, sweep

FIELDS = all_fields().values()
# A table or a function decides which values these fields allow.
OF_TEXT = (
    "env",
    "backend",
    "features",
    "objective",
    "agent",
    "skill_space",
    "symmetry",
    "choose_from",
    "start_run",
    "start_skill",
    "log_dir",
    "name",
    "tags",
    "wandb_project",
    "wandb_entity",
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("features=xy,obs", ("xy", "obs")),
        ("features=dims:0,1;obs", ("dims:0,1", "obs")),
        ("features=dims:0,1;", ("dims:0,1",)),
        ("policy_hidden_sizes=64,64;128,128", ((64, 64), (128, 128))),
        ("policy_hidden_sizes=64,64", ((64, 64),)),
        ("learning_rate=1e-3,1e-2", (1e-3, 1e-2)),
    ],
)
def test_a_grid_has_values_with_commas(text, values):
    name, _, _ = text.partition("=")
    assert sweep._grid(text, all_fields()) == (name, values)


@pytest.mark.parametrize("f", [f for f in FIELDS if f.name not in OF_TEXT], ids=lambda f: f.name)
def test_a_wrong_value_of_any_flag_is_refused(capsys, f):
    message = refusal(capsys, f"--{f.name}=nonsense")
    assert message.startswith(f"--{f.name}=nonsense is not allowed: it takes {configs.allowed(f)} (")
    assert message.endswith(" It may be left out.") or " Leave it out for " in message


@pytest.mark.parametrize(
    ("f", "bound", "outside"),
    [
        (f, bound, step)
        for f in FIELDS
        for bound, step in (("low", -1), ("high", 1), ("above", 0), ("below", 0))
        if getattr(f.metadata["within"], bound) is not None
    ],
    ids=lambda x: getattr(x, "name", str(x)),
)
def test_each_bound_is_kept(capsys, f, bound, outside):
    limit = getattr(f.metadata["within"], bound)
    value = f"{limit + outside:.12g}"
    assert refusal(capsys, f"--{f.name}={value}").startswith(f"--{f.name}={value} is not allowed: ")
    if bound in ("low", "high"):
        flags.parse([f"--{f.name}={limit}"], ())


def test_only_what_is_said_is_parsed():
    parsed = flags.parse(["--env=ant", "--num_skills", "7", "--noplots", "--alpha=auto"], run.COMMAND)
    assert parsed.overrides == {"env": "ant", "num_skills": 7, "plots": False, "alpha": "auto"}
    assert parsed.command == dict.fromkeys(
        ["resume", "trust", "dry_run", "json", "version", "help", "helpfull"], False
    ) | dict.fromkeys(["config", "coordinator", "num_processes", "process_id"])


@pytest.mark.parametrize(
    ("argv", "overrides"),
    [
        (["--eval_full"], {"eval_full": True}),
        (["--noeval_full"], {"eval_full": False}),
        (["--eval_full=true"], {"eval_full": True}),
        (["--eval_full=0"], {"eval_full": False}),
        (["--terminate_when_unhealthy"], {"terminate_when_unhealthy": "true"}),
        (["--noterminate_when_unhealthy"], {"terminate_when_unhealthy": "false"}),
        (["--terminate_when_unhealthy=auto"], {"terminate_when_unhealthy": "auto"}),
        (["--seed=1", "--seed=2"], {"seed": 2}),
        (["-seed=1"], {"seed": 1}),
        (["--tags="], {"tags": ()}),
        (["--target_entropy=-4"], {"target_entropy": -4.0}),
        (["--target_entropy", "-4"], {"target_entropy": -4.0}),
    ],
    ids=" ".join,
)
def test_ways_to_write_a_flag(argv, overrides):
    assert flags.parse(argv, run.COMMAND).overrides == overrides


@pytest.mark.parametrize(("objective", "agent"), [("task", "es"), ("diayn", "fun"), ("metra", "ppo")])
def test_a_flag_is_that_of_the_agent_that_is_named(capsys, objective, agent):
    """Some settings of an agent have the name of another one's, and take other values."""
    words = [f"--objective={objective}", f"--agent={agent}"]
    for name, field in fields_of(objective, agent).items():
        if name not in ("objective", "agent"):
            found = flags.parse([*words, f"--{name}={configs.show(field.default)}"], run.COMMAND)
            assert found.overrides[name] == field.default, name
    assert run.main([*words, "--helpfull"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    for name in ("learning_rate", "policy_hidden_sizes"):
        default = configs.show(fields_of(objective, agent)[name].default)
        assert re.search(rf" --{name} [^[]*\[[^]]*default {re.escape(default)}\]", said), name


def test_a_command_that_takes_few_fields_and_operands(capsys):
    own = (flags.Command("checkpoint", "the checkpoint", "STEPS"),)
    parsed = flags.parse(["runs/a", "--gravity=0.5", "runs/b", "--checkpoint=best"], own, {"gravity"}, True)
    assert parsed == ({"gravity": 0.5}, {"checkpoint": "best"}, ("runs/a", "runs/b"))
    with pytest.raises(ConfigError, match="--num_skills: there is no such flag"):
        flags.parse(["--num_skills=3"], own, {"gravity"}, True)
    with pytest.raises(ConfigError, match="runs/a: not a flag"):
        flags.parse(["runs/a"], own, {"gravity"})
    lines = flags.help_text("In short.", own, "Exit codes", 80, {"gravity"}).splitlines()
    assert [line for line in lines if line[:2] != "  "] == [
        "In short.",
        "",
        "Command",
        "",
        "Task",
        "",
        "Exit codes",
    ]
    assert sum("--" in line for line in lines) == 2


def test_a_file_of_flags(tmp_path):
    file = tmp_path / "flags"
    file.write_text("--env=point\n# more of it\n--seed=3\n")
    assert flags.parse([f"--flagfile={file}"], run.COMMAND).overrides == {"env": "point", "seed": 3}


def test_flags_of_third_parties_do_not_matter():
    # absl's logging owns a flag log_dir, and JAX and Orbax import absl.
    code = """
import contextlib, io, sys
with contextlib.redirect_stdout(io.StringIO()):
    import jax, brax.envs, orbax.checkpoint, absl.logging
from experiments import flags, run
print(dict(flags.parse(["--log_dir=here", "--name=x"], run.COMMAND).overrides))
sys.exit(run.main(["--verbosity=1"]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout == "{'log_dir': 'here', 'name': 'x'}\n"
    assert done.returncode == 2
    assert "--verbosity: there is no such flag." in done.stderr


# Help and tables.


def test_help_has_what_matters_on_a_screen_or_so(capsys):
    assert run.main(["--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    named = set(re.findall(r"^  --(?:\[no\])?(\w+)", out, re.MULTILINE))
    assert named == {*flags.ESSENTIAL, "config", "resume", "dry_run", "help", "helpfull"}
    assert len(named) == 20
    assert f"--helpfull lists all {len(FIELDS) + len(run.COMMAND)} flags" in out
    assert run.main(["-h"]) == 0
    assert capsys.readouterr().out == out


def test_full_help(capsys):
    assert run.main(["--helpfull"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    for f in FIELDS:
        assert f"--{f.name}" in out or f"--[no]{f.name}" in out
    flat = " ".join(out.split())
    for f in FIELDS:
        assert f.metadata["help"] in flat
        # Only the number of steps has another default in many environments.
        end = ", unless the environment or objective has its own]" if f.name == "num_env_steps" else "]"
        assert f"default {configs.show(f.default) or 'none'}{end}" in flat
    for title in flags.GROUPS.values():
        assert f"\n{title}\n" in out
    for preset in PRESETS:
        assert f"\n  {preset} " in out
    assert f"\n  {shell.command('train')} --env=ant --num_skills=10\n" in out
    for word in ("--resume", "--config=FILE", "JAX_ENABLE_COMPILATION_CACHE=false", "130"):
        assert word in out
    # absl's own flags do not belong to this command.
    assert "--verbosity" not in out
    assert "--logtostderr" not in out


def test_help_tells_the_settings_of_ones_own_parts(capsys):
    assert run.main(["--helpfull", "--objective=own_objective:mine", "--agent", "own_agent:mine"]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert "--along what a step along x is worth [default 1]" in words
    assert "--explore the share of random actions [0 to 1; default 0.3]" in words


@pytest.mark.parametrize("width", [60, 80, 100])
def test_help_keeps_to_its_width(width):
    for full in (True, False):
        text = flags.help_text(run.INTRO, run.COMMAND, run.CLOSING, width, full=full)
        assert max(map(len, text.splitlines())) <= max(width, 80)


def test_help_starts_no_devices_and_waits_for_no_simulator():
    code = (
        "import sys; from experiments import run; run.main(['--help']); from jax._src import xla_bridge; "
        "slow = {'brax', 'mujoco', 'orbax', 'matplotlib', 'gymnasium'} & set(sys.modules); "
        "print(xla_bridge.backends_are_initialized(), slow)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.endswith("\nFalse set()\n")


def test_the_table_of_environments_has_a_line_for_each(capsys):
    assert command.main([]) == 0
    out = capsys.readouterr().out
    flat = " ".join(out.split())
    for name, spec in envs.specs().items():
        bare = name.removeprefix("playground:")
        line = next(line for line in out.splitlines() if line.startswith(f"{bare} "))
        sizes = [configs.show(size) for size in (spec.observation_size, spec.action_size)]
        horizon = configs.show(spec.defaults.get("episode_length", 200))
        assert line.split()[1:5] == [*sizes, horizon, spec.default_backend("cpu")]
        own = ", ".join(dict.fromkeys([spec.default_features, *spec.features]))
        assert own in flat


@pytest.mark.parametrize("width", [80, 90, 100])
def test_the_table_of_environments_ends_on_the_screen(width):
    specs = envs.specs()
    lines = command.table(specs, width).splitlines()
    lines += [line for name, spec in specs.items() for line in command.about(name, spec, width).splitlines()]
    assert max(map(len, lines)) <= width


def test_an_environment_tells_all_about_itself(capsys):
    assert command.main(["Ant-v5", "point", "reacher"]) == 0
    out = capsys.readouterr().out
    assert [line for line in out.splitlines() if line[:1] not in (" ", "")] == ["ant", "point", "reacher"]
    words = " ".join(out.split())
    assert "observation: 27; action: 8" in words
    assert "backends: spring, positional, generalized, mjx, native (on CPUs spring by default)" in words
    assert "--gravity" in words
    assert "tip (default): 2, m: position of the fingertip" in words
    assert "--episode_length=100" in words


def test_what_is_known_only_of_an_environment_that_is_made(capsys):
    # Gymnasium's documentation: four numbers are observed, two actions, 500 steps at most.
    assert command.main(["gymnasium:CartPole-v1"]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert "observation: 4; action: one of 2" in words
    assert "--episode_length=500" in words
    assert words.endswith("none of its own")


def test_environments_as_json(capsys):
    assert command.main(["--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == set(envs.specs())
    assert found["ant"]["action_size"] == 8
    assert "half-cheetah" in found["halfcheetah"]["other_spellings"]


def test_the_table_of_environments_is_quick():
    # It neither builds nor compiles an environment: it imports no physics engine and no simulator.
    code = (
        "import sys; from experiments import diayn; diayn.main(['envs']); "
        "print([x for x in ('brax', 'mujoco', 'gymnasium', 'mujoco_playground') if x in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.endswith("[]\n")


def test_version(capsys):
    assert run.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("diayn_jax")


def test_the_help_does_not_say_that_all_runs_have_equally_many_steps(capsys):
    assert run.main(["--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    steps = f"{configs.Config.num_env_steps:_}"
    assert f"default {steps}, unless the environment or objective has its own]" in said


def test_what_fast_is(capsys):
    assert command.main(["fast"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith("fast Brax's own test environment: a point that accelerates")
