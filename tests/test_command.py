import dataclasses
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import jax
import pytest

from diayn_jax import check, checkpoint, envs, library, parallel, rundir, runner
from diayn_jax import config as configs
from diayn_jax.config import PRESETS, Config, ConfigError, make_config, to_json
from experiments import evaluate, flags, run, show, start

ROOT = Path(__file__).parent.parent
FIELDS = dataclasses.fields(Config)
NOT_NUMBERS = ("env", "backend", "features", "log_dir", "name", "tags")
TINY = [
    "--env=point",
    "--num_skills=2",
    "--num_envs=8",
    "--episode_length=10",
    "--policy_hidden_sizes=8",
    "--critic_hidden_sizes=8",
    "--discriminator_hidden_sizes=8",
    "--batch_size=8",
    "--replay_size=400",
    "--warmup_steps=40",
    "--epoch_steps=80",
    "--num_env_steps=200",
    "--updates_per_iteration=1",
    "--eval_episodes=1",
    "--report=none",
]


def refusal(capsys, *argv) -> str:
    """What the command says when it refuses; it must be all that it says."""
    assert run.main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.strip()


@pytest.fixture
def started(monkeypatch):
    """Stands in for the runner: keeps what it is asked to run."""
    calls = []

    def stub(config, *, resume, said):
        calls.append(SimpleNamespace(config=config, resume=resume, said=set(said)))
        return SimpleNamespace(stopped=None)

    monkeypatch.setattr(runner, "run", stub)
    return calls


# Flags


@pytest.mark.parametrize("f", [f for f in FIELDS if f.name not in NOT_NUMBERS], ids=lambda f: f.name)
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
        (["--env=ant", "--backend=sprint"], ["--backend=sprint", "Did you mean spring", "mjx"]),
        (["--env=swimmer", "--backend=spring"], ["--backend=spring", "generalized"]),
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
    assert parsed.command == dict.fromkeys(["resume", "list_envs", "version", "help"], False) | {
        "config": None
    }


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


@pytest.mark.parametrize("width", [60, 80, 100])
def test_help_keeps_to_its_width(width):
    text = flags.help_text(run.INTRO, run.COMMAND, run.CLOSING, width)
    assert max(map(len, text.splitlines())) <= max(width, 80)


def test_help_does_not_wait_for_jax():
    code = "import sys; from experiments import run; run.main(['--help']); print('jax' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.endswith("False\n")


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


# What is run


def test_defaults_of_environment_and_device(started):
    assert run.main(["--env=point", "--seed=3"]) == 0
    (call,) = started
    assert call.config == make_config(
        env="point", seed=3, env_defaults=envs.core.spec("point").defaults, device="cpu"
    )
    assert not call.resume
    assert call.said == {"env", "seed"}


def test_a_run_goes_by_the_canonical_name(started):
    assert run.main(["--env=HalfCheetah-v5"]) == 0
    assert started[0].config.env == "halfcheetah"


def test_home_in_log_dir(started, monkeypatch):
    monkeypatch.setenv("HOME", "/somewhere")
    assert run.main(["--env=point", "--log_dir=~/runs"]) == 0
    assert rundir.folder(started[0].config.log_dir, "point") == Path("/somewhere/runs/point")


@pytest.mark.parametrize("preset", PRESETS)
def test_preset_with_a_field_on_top(started, preset):
    assert run.main([f"--preset={preset}", "--tau=0.5"]) == 0
    assert started[0].config.preset == preset
    assert started[0].config.tau == 0.5
    assert started[0].config.batch_size == PRESETS[preset].get("batch_size", Config.batch_size)


def write_run(tmp_path, **fields) -> tuple[Path, Config]:
    config = make_config(**{"env": "point", "log_dir": str(tmp_path), **fields})
    path = tmp_path / config.env.replace("/", "_") / (config.name or "20200101-000000-s0")
    path.mkdir(parents=True)
    document = {
        "config": to_json(config),
        "resolved": {"num_devices": 1, "backend": "jax"},
        "started": "2020-01-01",
        "resumed": [],
    }
    (path / "config.json").write_text(json.dumps(document))
    return path, config


def test_config_repeats_a_run_under_a_new_name(started, tmp_path):
    path, config = write_run(tmp_path, name="first", tau=0.25, num_env_steps=12_345)
    assert run.main([f"--config={path / 'config.json'}"]) == 0
    assert started[0].config == dataclasses.replace(config, name="")


def test_config_takes_a_directory_and_flags_on_top(started, tmp_path):
    path, config = write_run(tmp_path, tau=0.25)
    assert run.main([f"--config={path}", "--seed=9", "--name=second"]) == 0
    assert started[0].config == dataclasses.replace(config, seed=9, name="second")


def test_config_takes_a_bare_config(started, tmp_path):
    file = tmp_path / "mine.json"
    said, defaults = {"env": "point", "num_skills": 4}, envs.core.spec("point").defaults
    file.write_text(json.dumps(said))
    assert run.main([f"--config={file}"]) == 0
    # The rest is as it would be beside the same flags: the environment's own, or the preset's.
    assert started[0].config == make_config(said, env_defaults=defaults)
    assert started[0].config.num_env_steps == defaults["num_env_steps"]
    assert run.main([f"--config={file}", "--preset=paper", "--tau=0.5"]) == 0
    assert started[1].config == make_config(said, env_defaults=defaults, preset="paper", tau=0.5)
    file.write_text(json.dumps({**said, "preset": "gpu"}))
    assert run.main([f"--config={file}"]) == 0
    assert started[2].config == make_config(said, env_defaults=defaults, preset="gpu")
    assert run.main([f"--config={file}", "--preset=cpu"]) == 0
    assert started[3].config == started[0].config


def test_config_with_resume_names_the_run(started, tmp_path, monkeypatch):
    path, _ = write_run(tmp_path)
    monkeypatch.chdir(path)
    assert run.main(["--config=config.json", "--resume", "--num_env_steps=1e6"]) == 0
    (call,) = started
    assert call.resume
    assert Path(call.config.log_dir) == tmp_path
    assert (call.config.name, call.config.num_env_steps) == (path.name, 1_000_000)
    assert rundir.find(call.config, call.said)[0] == path


def test_resume_heeds_what_a_config_says(started, tmp_path):
    path, config = write_run(tmp_path, name="first")
    file = tmp_path / "edited.json"

    def resumed(*flags, **changed) -> Config:
        file.write_text(json.dumps({**to_json(config), **changed}))
        assert run.main([f"--config={file}", "--resume", *flags]) == 0
        call = started.pop()
        found, goes_on = rundir.find(call.config, call.said)
        assert found == path
        return goes_on

    assert resumed(num_env_steps=300_000).num_env_steps == 300_000
    assert resumed("--num_env_steps=400_000", num_env_steps=300_000).num_env_steps == 400_000
    with pytest.raises(ConfigError, match="--seed=5: the run has 0"):
        resumed(seed=5)


def test_resume_of_another_run_than_the_configs(started, tmp_path):
    first, _ = write_run(tmp_path, name="first", tau=0.25)
    second, _ = write_run(tmp_path, name="second", tau=0.25)
    write_run(tmp_path, name="third", tau=0.5)
    assert run.main([f"--config={first}", "--resume", "--name=second"]) == 0
    assert rundir.find(started[0].config, started[0].said)[0] == second
    assert run.main([f"--config={first}", "--resume", "--name=third"]) == 0
    with pytest.raises(ConfigError, match=r"third cannot change .*--tau=0\.25: the run has 0\.5"):
        rundir.find(started[1].config, started[1].said)


def test_config_with_resume_names_the_run_of_an_environment_with_a_slash(started, tmp_path):
    path, _ = write_run(tmp_path, env="gymnasium:folder/World-v0")
    assert path.parent == tmp_path / "gymnasium:folder_World-v0"
    assert run.main([f"--config={path}", "--resume"]) == 0
    (call,) = started
    assert call.config.env == "gymnasium:folder/World-v0"
    assert (Path(call.config.log_dir), call.config.name) == (tmp_path, path.name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", ["cannot be read"]),
        ("[]", ["cannot be read"]),
        ('{"config": [1]}', ["cannot be read"]),
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


def test_config_of_another_preset(capsys, tmp_path):
    path, _ = write_run(tmp_path)
    message = refusal(capsys, f"--config={path}", "--preset=paper")
    assert "--preset=paper" in message
    assert "Leave out one" in message


@pytest.mark.parametrize(
    ("began", "device", "backend", "spare"),
    [(None, "auto", "jax", False), ("cpu", "cpu", "mjx", True), ("gpu", "auto", "jax", False)],
)
def test_resume_starts_jax_as_the_run_did(started, tmp_path, monkeypatch, began, device, backend, spare):
    path, _ = write_run(tmp_path, name="first", num_envs=12, batch_size=12, deterministic=True)
    document = json.loads((path / "config.json").read_text())
    document["resolved"] = {"num_devices": 3, "backend": backend} | ({"device": began} if began else {})
    (path / "config.json").write_text(json.dumps(document))
    asked = {}
    monkeypatch.setattr(start, "start_jax", lambda **options: asked.update(options) or "cpu")
    assert run.main(["--env=point", f"--log_dir={tmp_path}", "--name=first", "--resume"]) == 0
    assert asked == {"device": device, "num_devices": 3, "deterministic": True, "spare_threads": spare}


@pytest.mark.parametrize(
    ("backend", "asked", "device", "spare"),
    [
        ("native", "auto", "cpu", False),  # It has no other.
        ("native", "gpu", "gpu", False),
        ("spring", "auto", "auto", False),
        ("mjx", "auto", "auto", True),
    ],
)
@pytest.mark.parametrize("command", [evaluate, show])
def test_how_jax_is_started_for_a_run(tmp_path, monkeypatch, capsys, command, backend, asked, device, spare):
    class StartedError(ConfigError):
        pass

    def stub(**options):
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


def test_log_dir_that_is_a_file(tmp_path):
    (tmp_path / "runs").touch()
    with pytest.raises(ConfigError, match="--log_dir="):
        rundir.create(make_config(log_dir=str(tmp_path / "runs")))


# Exit codes


def ends_with(monkeypatch, result) -> None:
    def stub(config, **_):
        if isinstance(result, BaseException):
            raise result
        return result

    monkeypatch.setattr(runner, "run", stub)


@pytest.mark.parametrize(
    ("result", "code", "said"),
    [
        (SimpleNamespace(stopped=None), 0, ""),
        (SimpleNamespace(stopped=signal.SIGINT), 130, ""),
        (SimpleNamespace(stopped=signal.SIGTERM), 143, ""),
        (runner.TrainingDiverged("NaN at step 7"), 3, "NaN at step 7\n"),
        (checkpoint.CheckpointError("no room"), 4, "no room\n"),
        (rundir.RunFileError("no room"), 4, "no room\n"),
        (ConfigError("--x: no"), 2, "--x: no\n"),
        (KeyboardInterrupt(), 130, "Interrupted.\n"),
        (
            jax.errors.JaxRuntimeError("RESOURCE_EXHAUSTED: 9 GB\nat"),
            4,
            "Out of memory: RESOURCE_EXHAUSTED: 9 GB. Lower --replay_size, --batch_size or --num_envs.\n",
        ),
        (
            jax.errors.JaxRuntimeError("INTERNAL: Traceback:\n  in step\na.SimulatorError: World ends.\n"),
            4,
            "World ends.\n",
        ),
    ],
    ids=repr,
)
def test_exit_codes(monkeypatch, capsys, result, code, said):
    ends_with(monkeypatch, result)
    assert run.main(["--env=point"]) == code
    assert capsys.readouterr().err == said


def test_errors_of_ours_keep_their_traceback(monkeypatch):
    ends_with(monkeypatch, jax.errors.JaxRuntimeError("INTERNAL: broken"))
    with pytest.raises(jax.errors.JaxRuntimeError):
        run.main(["--env=point"])


def test_help_that_is_read_in_part():
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "experiments.run", "--help"],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("stderr", [subprocess.PIPE, subprocess.STDOUT])
def test_a_run_goes_on_where_nobody_reads_it_any_more(tmp_path, stderr):
    process = subprocess.Popen(
        [sys.executable, "-m", "experiments.run", *TINY, f"--log_dir={tmp_path}", "--name=piped"],
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout.readline().startswith("point (jax)")
    process.stdout.close()
    assert process.wait(300) == 0
    if process.stderr is not None:
        with process.stderr as said:
            assert said.read() == "Nobody reads the output any more; the run goes on without it.\n"
    assert (tmp_path / "point" / "piped" / "skills.json").exists()


# Devices, caches, noise


def process(*argv: str, timeout: float | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("JAX_", "XLA_", "XDG_", "TF_"))}
    return subprocess.run(
        [sys.executable, *argv],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**env, **variables},
        check=False,
        timeout=timeout,
    )


def in_a_process(code: str, **variables: str) -> str:
    done = process("-c", code, **variables)
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout.strip()


START = (
    "from experiments import start; start.quiet(); start.start_jax(device='cpu', {}); import jax; print({})"
)


def test_devices_on_a_cpu():
    cores = parallel.num_cores()
    count = "jax.device_count(), jax.default_backend()"
    assert in_a_process(START.format("", count)) == f"{cores} cpu"
    # More than there are cores may be asked for, as a resume on another machine does.
    assert in_a_process(START.format(f"num_devices={cores + 3}", count)) == f"{cores + 3} cpu"
    assert in_a_process(START.format("num_devices=1", count)) == f"{cores} cpu"
    assert in_a_process(START.format("", count), JAX_NUM_CPU_DEVICES="7") == "7 cpu"
    flag = "--xla_force_host_platform_device_count=5"
    assert in_a_process(START.format("", count), XLA_FLAGS=flag) == "5 cpu"


def test_spare_threads():
    count = "__import__('diayn_jax.parallel').parallel.num_threads() - jax.device_count()"
    assert in_a_process(START.format("", count)) == "0"
    cores = parallel.num_cores()
    assert in_a_process(START.format("spare_threads=True", count)) == str(3 * cores + 1)
    assert in_a_process(START.format("spare_threads=True", count), PJRT_NPROC="999") == str(999 - cores)


def test_threads_of_a_jax_that_has_started():
    # Its threads are what they are, whatever is asked for or set now.
    again = "from diayn_jax import parallel; jax.devices(); parallel.use_cpu_cores(spare_threads=True)"
    code = f"{START.format('', 'jax.device_count()')}; {again}; print(parallel.num_threads())"
    cores = str(parallel.num_cores())
    assert in_a_process(code).split() == [cores, cores]


@pytest.mark.parametrize(
    ("flags", "spare"),
    [
        (["--env=ant"], False),
        (["--env=ant", "--backend=mjx"], True),
        (["--env=reacher", "--backend=spring"], False),
        (["--env=CartpoleBalance"], True),  # mjx is its own
    ],
)
def test_what_needs_a_spare_threads(started, monkeypatch, flags, spare):
    asked = {}
    monkeypatch.setattr(start, "start_jax", lambda **options: asked.update(options) or "cpu")
    assert run.main(flags) == 0
    assert asked["spare_threads"] == spare


EARLY_WORLD = """
import jax.numpy as jnp
from diayn_jax import envs

ORIGIN = jnp.zeros(2)  # JAX has started.

def world():
    return envs.make("point")
"""
EARLY_RUN = """
import sys
from types import SimpleNamespace
from diayn_jax import check, envs, runner
from experiments import run

def stub(config, **_):
    import jax
    print(check.num_devices(config, envs.from_config(config)), jax.device_count(), config.deterministic)
    return SimpleNamespace(stopped=None)

runner.run = stub
sys.exit(run.main(sys.argv[1:]))
"""


def test_devices_are_chosen_before_ones_own_environment_is_imported(tmp_path):
    (tmp_path / "early_world.py").write_text(EARLY_WORLD)
    count = parallel.num_cores() + 1
    flags = [f"--num_devices={count}", f"--num_envs={10 * count}", f"--batch_size={count}", "--deterministic"]
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = process("-c", EARLY_RUN, "--env=early_world:world", "--device=cpu", *flags, PYTHONPATH=path)
    assert done.stderr == ""
    assert done.stdout == f"{count} {count} True\n"


FACTORISING = """
from experiments import start
start.start_jax(device="cpu", spare_threads=True)
import jax, jax.numpy as jnp
from diayn_jax import parallel

def solved(a, eye=jnp.eye(14)):
    # Neither waits for the other.
    parts = [jax.scipy.linalg.cho_factor(a)[0], jax.scipy.linalg.cho_factor(a + eye)[0]]
    return jax.scipy.linalg.cho_solve((parts[0] + 0 * parts[1], False), eye)

def repeated(a):
    return jax.lax.fori_loop(0, 200, lambda _, a: jax.vmap(solved)(a), a)

spec = jax.sharding.PartitionSpec(parallel.AXIS)
mesh = parallel.make_mesh(jax.device_count())
a = jnp.tile(jnp.eye(14), (4096 * jax.device_count(), 1, 1))
sharded = jax.shard_map(repeated, mesh=mesh, in_specs=spec, out_specs=spec, check_vma=False)
print(jax.jit(sharded)(a).sum())
"""


@pytest.mark.skipif(parallel.num_cores() == 1, reason="one device waits for no other")
def test_factorisations_on_all_cores_end():
    # Without the spare threads the devices wait for each other, for ever.
    done = process("-c", FACTORISING, timeout=120)
    assert float(done.stdout) == 14 * 4096 * parallel.num_cores()


def test_deterministic_sets_xlas_flag():
    code = START.format("deterministic=True", "__import__('os').environ['XLA_FLAGS']")
    assert in_a_process(code) == "--xla_gpu_deterministic_ops=true"
    mine = "--xla_gpu_deterministic_ops=false"
    assert in_a_process(code, XLA_FLAGS=mine) == mine


def test_compilation_cache(tmp_path):
    code = START.format("", "jax.config.jax_compilation_cache_dir")
    found = Path(in_a_process(code, XDG_CACHE_HOME=str(tmp_path)))
    assert found.parent == tmp_path / "diayn_jax" / "jax"
    assert found.is_dir()
    other = str(tmp_path / "other")
    assert in_a_process(code, JAX_COMPILATION_CACHE_DIR=other) == other
    off = {"JAX_ENABLE_COMPILATION_CACHE": "false", "XDG_CACHE_HOME": str(tmp_path)}
    assert in_a_process(code, **off) == "None"
    (tmp_path / "file").touch()
    assert in_a_process(code, XDG_CACHE_HOME=str(tmp_path / "file")) == "None"


@pytest.mark.parametrize(
    ("has_gpu", "platforms", "words"),
    [
        (True, None, ["cannot use this machine's NVIDIA GPU", "pip install 'diayn_jax[cuda12]'"]),
        (False, None, ["finds no GPU", "--device=cpu", "pip install 'diayn_jax[cuda12]'"]),
        (True, "cpu", ["JAX_PLATFORMS=cpu", "Unset it"]),
    ],
)
@pytest.mark.skipif(jax.default_backend() != "cpu", reason="there is an accelerator")
def test_an_accelerator_that_is_not_there(capsys, monkeypatch, has_gpu, platforms, words):
    monkeypatch.setattr(check, "has_nvidia_gpu", lambda: has_gpu)
    monkeypatch.delenv("JAX_PLATFORMS", raising=False)
    if platforms:
        monkeypatch.setenv("JAX_PLATFORMS", platforms)
    message = refusal(capsys, "--env=point", "--device=gpu")
    for word in ["--device=gpu", *words]:
        assert word in message


@pytest.mark.parametrize("platform", ["cuda", "nonsense"])
@pytest.mark.skipif(jax.default_backend() != "cpu", reason="there is an accelerator")
def test_a_platform_that_is_not_there(platform):
    done = process("-m", "experiments.run", "--env=point", JAX_PLATFORMS=platform)
    assert done.returncode == 2
    assert done.stderr.startswith(f"JAX cannot start (JAX_PLATFORMS={platform}). ")
    assert done.stderr.count("\n") == 1


@pytest.mark.skipif(jax.default_backend() != "cpu", reason="there is an accelerator")
def test_an_idle_gpu_is_spoken_of(capsys, monkeypatch, started):
    monkeypatch.setattr(check, "has_nvidia_gpu", lambda: True)
    monkeypatch.delenv("JAX_PLATFORMS", raising=False)
    assert run.main(["--env=point"]) == 0
    assert capsys.readouterr().out.startswith("Running on the CPU. JAX cannot use this machine's NVIDIA GPU.")
    assert run.main(["--env=point", "--device=cpu"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.slow
def test_a_run_says_nothing_that_is_not_ours(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "experiments.run", *TINY, f"--log_dir={tmp_path}", "--name=quiet"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("point (jax): 2 skills by xy")
    path = tmp_path / "point" / "quiet"
    document = json.loads((path / "config.json").read_text())
    assert document["config"]["num_skills"] == 2
    for name in ("config.json", "progress.csv", "skills.json", "skills.png", "checkpoints"):
        assert (path / name).exists()
        assert f"Wrote {path / name}" in lines


@pytest.mark.slow
@pytest.mark.parametrize("num_devices", [1, 2])
def test_a_run_goes_on(tmp_path, capsys, num_devices):
    # Constant rates: those of a longer run fall more slowly from its start.
    argv = [*TINY, f"--log_dir={tmp_path}", f"--num_devices={num_devices}", "--noplots", "--anneal=0"]
    assert run.main([*argv, "--name=whole", "--num_env_steps=400"]) == 0
    assert run.main([*argv, "--name=parts", "--checkpoint_every=1"]) == 0
    capsys.readouterr()
    # Fields that are not said are the run's own.
    again = ["--env=point", f"--log_dir={tmp_path}", "--name=parts", "--num_env_steps=400", "--resume"]
    assert run.main(again) == 0
    assert "Resumed at step " in capsys.readouterr().out
    states = [library.load(tmp_path / "point" / name).state for name in ("whole", "parts")]
    assert jax.tree.all(jax.tree.map(lambda x, y: bool((x == y).all()), *states))
    assert refusal(capsys, *again, "--tau=0.5").startswith("--resume of ")
    assert "holds a run already" in refusal(capsys, *argv, "--name=whole")
