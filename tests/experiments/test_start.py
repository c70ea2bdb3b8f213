"""What a command sets up and how it ends: signals, devices, caches, noise."""

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import jax
import pytest
import untaught
from commands import ROOT, TINY, TINY_TASK, in_a_process, process, refusal, short

from diayn_jax import SimulatorError, parallel
from diayn_jax.config import ConfigError
from diayn_jax.machine import devices
from diayn_jax.run.divergence import TrainingDiverged
from diayn_jax.storage import checkpoint, files, metadata
from diayn_jax.sweeps import plan, specification
from diayn_jax.use import loaded_run, training_run
from experiments import benchmark, run, start, sweep


def ends_with(monkeypatch, result) -> None:
    def stub(config, **_):
        if isinstance(result, BaseException):
            raise result
        return result

    monkeypatch.setattr(training_run, "run", stub)


@pytest.mark.parametrize(
    ("result", "code", "said"),
    [
        (SimpleNamespace(stopped=None), 0, ""),
        (SimpleNamespace(stopped=signal.SIGINT), 130, ""),
        (SimpleNamespace(stopped=signal.SIGTERM), 143, ""),
        (SimpleNamespace(stopped=signal.SIGHUP), 129, ""),
        (TrainingDiverged("NaN at step 7"), 3, "NaN at step 7\n"),
        (checkpoint.CheckpointError("no room"), 4, "no room\n"),
        (files.RunFileError("no room"), 4, "no room\n"),
        (ConfigError("--x: no"), 2, "--x: no\n"),
        (KeyboardInterrupt(), 130, "Interrupted.\n"),
        (
            jax.errors.JaxRuntimeError("RESOURCE_EXHAUSTED: 9 GB\nat"),
            4,
            "Out of memory: RESOURCE_EXHAUSTED: 9 GB. Lower --replay_size, --batch_size or --num_envs.\n",
        ),
        (
            SimulatorError("World ends."),
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


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (metadata.CheckpointError("There is no checkpoint."), 2),
        (metadata.UnreadableCheckpointError("It is damaged."), 4),
        (files.RunFileError("It cannot be written."), 4),
    ],
    ids=repr,
)
def test_exit_codes_of_commands_that_read_a_run(capsys, error, code):
    def command():
        raise error

    assert start.run(command, "--episodes") == code
    assert capsys.readouterr().err == f"{error}\n"


def test_errors_of_ours_keep_their_traceback(monkeypatch):
    ends_with(monkeypatch, jax.errors.JaxRuntimeError("INTERNAL: broken"))
    with pytest.raises(jax.errors.JaxRuntimeError):
        run.main(["--env=point"])


@pytest.mark.parametrize("stderr", [subprocess.PIPE, subprocess.STDOUT])
def test_help_that_is_read_in_part(stderr):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "experiments.run", "--help"],
        stdout=writer,
        stderr=stderr,
        text=True,
        cwd=ROOT,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr or "") == (0, "")


# With constant rates the program does not depend on the number of steps, so it is compiled once.
STEADY_TASK = [*TINY_TASK, "--anneal=0"]


# The run in a terminal that is closed, below, goes on where nobody reads stderr either.
@pytest.mark.slow
def test_a_run_goes_on_where_nobody_reads_it_any_more(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "experiments.run", *STEADY_TASK, f"--log_dir={tmp_path}", "--name=piped"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout.readline().startswith("point (jax)")
    process.stdout.close()
    with process.stderr as said:
        assert said.read() == "The output is no longer read; the run continues without it.\n"
    assert process.wait(300) == 0
    assert (tmp_path / "point" / "piped" / "skills.json").exists()


LEAVING = """
import atexit, sys, time
from experiments import start

def at_end():
    print("ending", flush=True)
    time.sleep(60)

atexit.register(at_end)
start.leave(lambda: 130)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_after_the_work_ends_a_command_without_a_traceback(number):
    # This signal is like a second Ctrl-C, after the first one has saved the run.
    process = subprocess.Popen(
        [sys.executable, "-c", LEAVING], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout.readline() == "ending\n"
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (-number, "")


@pytest.mark.slow
def test_a_run_whose_terminal_is_closed_is_saved(tmp_path):
    ours, terminal = os.openpty()
    program = (
        # Under nohup, the tests ignore the signal that a closed terminal sends, and so would the run.
        "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL); "
        "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
        "from experiments import run, start; start.leave(run.main)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, *STEADY_TASK, "--num_env_steps=1e9", f"--log_dir={tmp_path}"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        cwd=ROOT,
        start_new_session=True,
    )
    os.close(terminal)
    while b"steps/s" not in os.read(ours, 4096):
        pass
    os.close(ours)
    try:
        assert process.wait(120) == 128 + signal.SIGHUP
    finally:
        process.kill()
    (run_path,) = (tmp_path / "point").iterdir()
    assert checkpoint.steps(run_path / "checkpoints")


# Devices, caches, noise.


STARTED = """
import json, os
from experiments import start
start.quiet()
start.start_jax(device="cpu", {options})
import jax
from diayn_jax import parallel

float(jax.jit(lambda x: x + 1)(1.0))  # a small program, for the cache
found = {{
    "devices": f"{{jax.device_count()}} {{jax.default_backend()}}",
    "threads": parallel.num_threads(),
    "flags": os.environ.get("XLA_FLAGS", ""),
    "cache": jax.config.jax_compilation_cache_dir,
}}
parallel.use_cpu_cores(spare_threads=True)
print(json.dumps(found | {{"threads_later": parallel.num_threads()}}))
"""


def started(options="", **variables):
    """Starts JAX in a process with these variables, and returns how it is set up there."""
    return SimpleNamespace(**json.loads(in_a_process(STARTED.format(options=options), **variables)))


def test_how_jax_starts(tmp_path):
    cores = parallel.num_cores()
    found = started(XDG_CACHE_HOME=str(tmp_path))
    assert found.devices == f"{cores} cpu"
    # The number of JAX's threads is fixed once it has started.
    assert found.threads == found.threads_later == cores
    cache = Path(found.cache)
    assert cache.parent == tmp_path / "diayn_jax" / "jax"
    # Small programs are kept, too.
    assert any(cache.iterdir())


def test_how_jax_starts_with_options(tmp_path):
    cores = parallel.num_cores()
    # A command may ask for more devices than there are cores, as when a run is resumed on another machine.
    off = {"JAX_ENABLE_COMPILATION_CACHE": "false", "XDG_CACHE_HOME": str(tmp_path)}
    found = started(f"num_devices={cores + 3}, deterministic=True", **off)
    assert found.devices == f"{cores + 3} cpu"
    assert found.flags == "--xla_gpu_deterministic_ops=true"
    assert found.cache is None
    (tmp_path / "file").touch()
    found = started("num_devices=1, spare_threads=True", XDG_CACHE_HOME=str(tmp_path / "file"))
    assert found.devices == f"{cores} cpu"
    assert found.threads - cores == 3 * cores + 1
    assert found.cache is None


# As in a container whose user has no entry among the users.
HOMELESS = """
import os, pwd

def nobody(number):
    raise KeyError(number)

os.environ.pop("HOME", None)
pwd.getpwuid = nobody
"""


def test_jax_starts_without_a_home_directory():
    found = json.loads(in_a_process(HOMELESS + STARTED.format(options="num_devices=1"), XDG_CACHE_HOME=""))
    assert found["devices"].endswith(" cpu")
    assert found["cache"] is None


def test_variables_go_first_when_jax_starts(tmp_path):
    cache = tmp_path / "other"
    threads = {"JAX_NUM_CPU_DEVICES": "7", "PJRT_NPROC": "999"}
    kept = {"JAX_COMPILATION_CACHE_DIR": str(cache), "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "60"}
    found = started("spare_threads=True", **threads, **kept)
    assert found.devices == "7 cpu"
    assert found.threads == 999
    assert found.cache == str(cache)
    assert not cache.exists() or not any(cache.iterdir())
    mine = "--xla_force_host_platform_device_count=5 --xla_gpu_deterministic_ops=false"
    found = started("deterministic=True", XLA_FLAGS=mine)
    assert found.devices == "5 cpu"
    assert found.flags == mine


@pytest.mark.parametrize(
    ("flags", "spare"),
    [
        (["--env=ant"], False),
        (["--env=ant", "--backend=mjx"], True),
        (["--env=reacher", "--backend=spring"], False),
        (["--env=CartpoleBalance"], True),  # mjx is its own default
    ],
)
def test_what_needs_a_spare_threads(training_calls, monkeypatch, flags, spare):
    asked = {}
    monkeypatch.setattr(start, "start_jax", lambda **options: asked.update(options) or "cpu")
    assert run.main(flags) == 0
    assert asked["spare_threads"] == spare


@pytest.mark.parametrize(
    ("command", "words", "spare"),
    [
        (sweep, ["--env=ant", "--grid=backend=spring,mjx"], True),
        (sweep, ["--env=ant", "--grid=backend=spring,positional"], False),
        (sweep, ["--grid=env=point,CartpoleBalance"], True),
        (benchmark, ["--envs=point,ant", "--methods=diayn", "--steps=1k"], False),
        (benchmark, ["--envs=point,CartpoleBalance", "--methods=diayn", "--steps=1k"], True),
    ],
)
def test_what_needs_a_spare_threads_of_many_runs(tmp_path, monkeypatch, command, words, spare):
    asked = {}

    def started(**options):
        asked.update(options)
        raise ConfigError("started")

    monkeypatch.setattr(start, "start_jax", started)
    assert command.main([*words, f"--log_dir={tmp_path}"]) == start.REFUSED
    assert asked["spare_threads"] == spare
    # The library decides alike, for notebooks.
    if command is sweep:
        grid = dict(word.removeprefix("--grid=").split("=") for word in words if "grid" in word)
        spec = specification.make_specification(
            {} if "env" in grid else {"env": "ant"},
            grid={name: values.split(",") for name, values in grid.items()},
        )
    else:
        worlds = [{"env": name} for name in words[0].removeprefix("--envs=").split(",")]
        spec = specification.make_specification({}, configurations=worlds)
    assert plan.factorises(spec) == spare


@pytest.mark.parametrize("backends", [["spring", "mjx"], ["spring"]])
def test_a_sweep_is_resumed_with_the_threads_that_it_needs(tmp_path, monkeypatch, backends):
    asked = {}

    def started(*, say, **options):
        asked.update(options)
        raise ConfigError("started")

    given = {"fields": {"env": "ant"}, "configurations": [{"backend": name} for name in backends]}
    document = {"specification": given, "resolved": {"device": "cpu", "num_devices": 2}}
    files.write_checked_json(tmp_path / files.SWEEP, document)
    monkeypatch.setattr(start, "start_jax", started)
    for command, words in ((sweep, ["--resume", str(tmp_path)]), (benchmark, [str(tmp_path)])):
        assert command.main(words) == start.REFUSED
        spare = "mjx" in backends
        assert asked == {"device": "cpu", "num_devices": 2, "deterministic": False, "spare_threads": spare}


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
from diayn_jax import envs
from diayn_jax.machine import devices
from diayn_jax.use import training_run

from experiments import run

def stub(config, **_):
    import jax
    num_devices = devices.choose_num_devices(config, envs.from_config(config))
    print(num_devices, jax.device_count(), config.deterministic)
    return SimpleNamespace(stopped=None)

training_run.run = stub
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
    return jax.lax.fori_loop(0, 50, lambda _, a: jax.vmap(solved)(a), a)

spec = jax.sharding.PartitionSpec(parallel.AXIS)
mesh = parallel.make_mesh(jax.device_count())
a = jnp.tile(jnp.eye(14), (4096 * jax.device_count(), 1, 1))
sharded = jax.shard_map(repeated, mesh=mesh, in_specs=spec, out_specs=spec, check_vma=False)
print(jax.jit(sharded)(a).sum())
"""


@pytest.mark.skipif(parallel.num_cores() == 1, reason="needs more than one core")
def test_factorisations_on_all_cores_end():
    # Without the spare threads, the devices would wait for each other for ever.
    done = process("-c", FACTORISING, timeout=120)
    assert float(done.stdout) == 14 * 4096 * parallel.num_cores()


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
    monkeypatch.setattr(devices, "has_nvidia_gpu", lambda: has_gpu)
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
def test_an_idle_gpu_is_spoken_of(capsys, monkeypatch, training_calls):
    monkeypatch.setattr(devices, "has_nvidia_gpu", lambda: True)
    monkeypatch.delenv("JAX_PLATFORMS", raising=False)
    assert run.main(["--env=point"]) == 0
    assert capsys.readouterr().out.startswith("Running on the CPU. JAX cannot use this machine's NVIDIA GPU.")
    assert run.main(["--env=point", "--device=cpu"]) == 0
    assert capsys.readouterr().out == ""


FEW_EPISODES = """
from diayn_jax.evaluation import metrics
metrics.COVERAGE_STEPS, metrics.PROBE_EPISODES = 1, 4
"""


@pytest.mark.slow
def test_a_run_says_nothing_that_is_not_ours(tmp_path):
    done = subprocess.run(
        [*short("run", FEW_EPISODES), *TINY, f"--log_dir={tmp_path}", "--name=quiet", "--num_devices=1"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("point (jax), diayn: 2 skills by xy")
    path = tmp_path / "point" / "quiet"
    document = json.loads((path / "config.json").read_text())
    assert document["config"]["num_skills"] == 2
    for name in ("config.json", "progress.csv", "skills.json", "skills.png", "checkpoints"):
        assert (path / name).exists()
        assert f"Wrote {path / name}" in lines


@pytest.mark.slow
def test_a_run_goes_on(tmp_path, monkeypatch, capsys):
    """The command resumes as it is told; tests/run/test_resume.py has what is learnt then."""
    untaught.with_stubs(monkeypatch)
    # Constant rates, because those of a longer run fall more slowly from the start.
    argv = [*TINY_TASK, f"--log_dir={tmp_path}", "--num_devices=2", "--anneal=0"]
    assert run.main([*argv, "--name=whole", "--num_env_steps=400"]) == 0
    assert run.main([*argv, "--name=parts", "--checkpoint_every=1"]) == 0
    capsys.readouterr()
    # Fields without a flag keep the run's values.
    again = ["--env=point", f"--log_dir={tmp_path}", "--name=parts", "--num_env_steps=400", "--resume"]
    assert run.main(again) == 0
    assert "Resumed at step " in capsys.readouterr().out
    whole, parts = (loaded_run.load(tmp_path / "point" / name) for name in ("whole", "parts"))
    assert jax.tree.all(jax.tree.map(lambda x, y: bool((x == y).all()), whole.state, parts.state))
    assert int(parts.state.counters.env_steps) >= 400
    differ = {name for name, x in vars(whole.config).items() if getattr(parts.config, name) != x}
    assert differ == {"name", "checkpoint_every"}
    assert refusal(capsys, *again, "--tau=0.5").startswith("--resume of ")
    assert "holds a run already" in refusal(capsys, *argv, "--name=whole")


def test_what_an_encoding_lacks_is_printed_in_ascii(monkeypatch):
    out = io.TextIOWrapper(io.BytesIO(), "latin-1")
    monkeypatch.setattr(sys, "stdout", out)

    def command():
        # The last character is the byte 0xE9 of a path's name.
        print("−1.5·10⁻⁴ ± 2 × λ \udce9")
        return 0

    assert start.run(command, "") == 0
    assert out.buffer.getvalue() == b"-1.5\xb710-4 \xb1 2 \xd7 ? \xe9\n"
    assert out.errors == "strict"
