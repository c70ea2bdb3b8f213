"""Flags: how they are written, what they refuse, and what `--help` and the tables say."""

import subprocess
import sys

import pytest
from commands import ROOT, refusal

from diayn_jax import config as configs
from diayn_jax import envs
from diayn_jax.compose import all_fields
from diayn_jax.config import PRESETS, ConfigError
from experiments import flags, run

FIELDS = all_fields().values()
# What these allow, a table or a function says.
OF_TEXT = (
    "env",
    "backend",
    "features",
    "objective",
    "agent",
    "skills",
    "choose_from",
    "start_run",
    "start_skill",
    "log_dir",
    "name",
    "tags",
)


@pytest.mark.parametrize("f", [f for f in FIELDS if f.name not in OF_TEXT], ids=lambda f: f.name)
def test_a_wrong_value_of_any_flag_is_refused(capsys, f):
    message = refusal(capsys, f"--{f.name}=nonsense")
    assert message.startswith(f"--{f.name}=nonsense is not allowed: it takes {configs.allowed(f)} (")
    default = configs.show(f.default)
    assert (f"Leave it out for {default}." if default else "It may be left out.") in message


@pytest.mark.parametrize(
    ("f", "bound", "outside"),
    [
        (f, bound, step)
        for f in FIELDS
        for bound, step in (("low", -1), ("high", 1), ("above", 0), ("below", 0))
        if f.metadata[bound] is not None
    ],
    ids=lambda x: getattr(x, "name", str(x)),
)
def test_each_bound_is_kept(capsys, f, bound, outside):
    value = f"{f.metadata[bound] + outside:.12g}"
    assert refusal(capsys, f"--{f.name}={value}").startswith(f"--{f.name}={value} is not allowed: ")
    if bound in ("low", "high"):
        flags.parse([f"--{f.name}={f.metadata[bound]}"], ())


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--env=andt"], ["--env=andt", "Did you mean ant", "point", "humanoid"]),
        (["--env="], ["--env=", "Known: ant"]),
        (["--config="], ["--config= is empty. Give it", "leave it out"]),
        (["--env=ant", "--backend=sprint"], ["--backend=sprint", "Did you mean spring", "mjx"]),
        (["--env=swimmer", "--backend=spring"], ["--backend=spring", "generalized"]),
        (["--objective=metro"], ["--objective=metro", "diayn | metra | task", "Did you mean metra"]),
        (["--agent=sacc"], ["--agent=sacc", "sac | dqn | ppo | option_critic | ", "Did you mean sac"]),
        (["--skills=spere:2"], ["--skills=spere:2", "sphere:d", "Did you mean sphere"]),
        (["--dual_lambda=3"], ["--dual_lambda is a setting of --objective=metra"]),
        (["--objective=metra", "--add_log_p"], ["--add_log_p", "--objective=diayn"]),
        (["--objective=task", "--num_skills=3"], ["--num_skills=3: --objective=task has no skills"]),
        (["--env=point", "--features=yx"], ["--features=yx", "xy, obs"]),
        (["--env=point", "--features=dims:0,2"], ["--features=dims:0,2", "0 to 1"]),
        (["--name=a/b"], ["--name=a/b", "<log_dir>/<env>/<name>/"]),
        (["--tags=num_skils"], ["--tags=num_skils", "Did you mean num_skills"]),
        (["--num_skils=3"], ["--num_skils: there is no such flag.", "Did you mean --num_skills", "--help"]),
        (["--nopolt"], ["--nopolt: there is no such flag.", "plots"]),
        (["--undefok=x", "--x=1"], ["--undefok: there is no such flag."]),
        (["--num_envs"], ["num_envs", "--help"]),
        (["--noplots=true"], ["--noplots=true", "--help"]),
        (["--resume=maybe"], ["--resume=maybe", "true | false"]),
        (["ant"], ["ant: is not a flag", "two dashes"]),
        (["--env=ant", "num_skills=3"], ["num_skills=3: is not a flag", "Did you mean --num_skills"]),
        (["--plots", "false"], ["false: is not a flag", "--flag=false"]),
        (["--num_skills=50", "--num_envs=49"], ["--num_envs=49", "--num_skills=50", "resampled"]),
        (["--replay_size=10"], ["--replay_size=10", "--batch_size=128"]),
        (["--env=point", "--num_envs=64", "--epoch_steps=63"], ["--epoch_steps=63", "64 or more"]),
        (["--env=point", "--num_env_steps=2000"], ["--warmup_steps=2000", "--num_env_steps=2000"]),
        (["--env=point", "--num_devices=5000"], ["--num_devices=5000", "JAX sees"]),
        (
            ["--objective=metra", "--discriminator_noise=1"],
            ["--discriminator_noise is a setting of --objective=diayn", "--objective=metra"],
        ),
        (["--dual_slack=1"], ["--dual_slack is a setting of --objective=metra", "--objective=diayn"]),
        (["--objective=mtera"], ["--objective=mtera", "Did you mean metra"]),
        (["--agent=package.module:make"], ["--agent=package.module:make", "no module package"]),
        (["--skills=sphere:2"], ["--skills=sphere:2", "--objective=diayn takes categorical"]),
        (
            ["--objective=metra", "--skills=sphere:2", "--num_skills=3"],
            ["--num_skills=3", "--skills=sphere:2"],
        ),
        (["--objective=task", "--preset=paper"], ["--preset=paper", "--objective=task"]),
        (["--objective=metra", "--dual_lamda=1"], ["--dual_lamda: there is no such flag", "--dual_lambda"]),
        (["--log_dir=none", "--resume"], ["--log_dir=none", "--resume"]),
        (["--config=nowhere.json"], ["--config=nowhere.json", "No such file", "config.json"]),
    ],
    ids=" ".join,
)
def test_refused(capsys, argv, words):
    message = refusal(capsys, *argv)
    for word in words:
        assert word in message


def test_only_what_is_said_is_parsed():
    parsed = flags.parse(["--env=ant", "--num_skills", "7", "--noplots", "--alpha=auto"], run.COMMAND)
    assert parsed.overrides == {"env": "ant", "num_skills": 7, "plots": False, "alpha": "auto"}
    assert parsed.command == dict.fromkeys(
        ["resume", "trust", "list_envs", "version", "help"], False
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


def test_a_command_that_takes_few_fields_and_operands(capsys):
    own = (flags.Command("which", "the checkpoint", "STEPS"),)
    parsed = flags.parse(["runs/a", "--gravity=0.5", "runs/b", "--which=best"], own, {"gravity"}, True)
    assert parsed == ({"gravity": 0.5}, {"which": "best"}, ("runs/a", "runs/b"))
    with pytest.raises(ConfigError, match="--num_skills: there is no such flag"):
        flags.parse(["--num_skills=3"], own, {"gravity"}, True)
    with pytest.raises(ConfigError, match="runs/a: is not a flag"):
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
    # absl's logging owns a flag log_dir, and JAX and Orbax import it.
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


# Help and tables


def test_help(capsys):
    assert run.main(["--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    for f in FIELDS:
        assert f"--{f.name}" in out or f"--[no]{f.name}" in out
    flat = " ".join(out.split())
    for f in FIELDS:
        assert f.metadata["help"] in flat
        assert f"default {configs.show(f.default) or 'none'}]" in flat
    for title in flags.GROUPS.values():
        assert f"\n{title}\n" in out
    for preset in PRESETS:
        assert f"\n  {preset} " in out
    assert "python -m experiments.run --env=ant --num_skills=10" in out
    for word in ("--resume", "--list_envs", "--config=FILE", "JAX_ENABLE_COMPILATION_CACHE=false", "130"):
        assert word in out
    # absl's own flags are not ours.
    assert "--verbosity" not in out
    assert "--logtostderr" not in out


def test_help_tells_the_settings_of_ones_own_parts(capsys):
    assert run.main(["--help", "--objective=own_objective:mine", "--agent", "own_agent:mine"]) == 0
    words = " ".join(capsys.readouterr().out.split())
    assert "--along what a step along x is worth [default 1]" in words
    assert "--explore the share of random actions [0 to 1; default 0.3]" in words


@pytest.mark.parametrize("width", [60, 80, 100])
def test_help_keeps_to_its_width(width):
    text = flags.help_text(run.INTRO, run.COMMAND, run.CLOSING, width)
    assert max(map(len, text.splitlines())) <= max(width, 80)


def test_help_starts_no_devices_and_waits_for_no_simulator():
    code = (
        "import sys; from experiments import run; run.main(['--help']); from jax._src import xla_bridge; "
        "slow = {'brax', 'mujoco', 'orbax', 'matplotlib', 'gymnasium'} & set(sys.modules); "
        "print(xla_bridge.backends_are_initialized(), slow)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.endswith("\nFalse set()\n")


def test_list_envs(capsys):
    assert run.main(["--list_envs"]) == 0
    out = capsys.readouterr().out
    for name, spec in envs.specs().items():
        line = next(line for line in out.splitlines() if line.startswith(f"{name} "))
        first = [spec.provider, spec.default_backend("cpu"), spec.default_backend("gpu")]
        assert [word.strip(",") for word in line.split()[1:4]] == first
        for word in (*spec.backends, *spec.features):
            assert word in line
    assert "\npoint: episode_length=100" in out


def test_list_envs_tells_sizes_and_what_features_mean(capsys):
    run.main(["--list_envs"])
    words = " ".join(capsys.readouterr().out.split())
    assert "ant brax spring spring, positional, generalized" in words
    assert " 27 8 xy, z, torso, joint_pos 300 yes " in words
    assert (
        "tip (2, m): position of the fingertip. playground:ReacherEasy, playground:ReacherHard, reacher"
        in words
    )
    assert "halfcheetah: HalfCheetah, half-cheetah" in words


def test_list_envs_is_quick():
    # Nothing is built or compiled for it: neither a physics engine nor a simulator is imported.
    code = (
        "import sys; from experiments import run; run.main(['--list_envs']); "
        "print([x for x in ('brax', 'mujoco', 'gymnasium', 'mujoco_playground') if x in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.endswith("[]\n")


def test_version(capsys):
    assert run.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("diayn_jax")
