"""What README.md shows runs, in a fresh shell without an activated environment."""

import configparser
import os
import re
import shutil
import subprocess
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

# Sizes of seconds, for what trains.
SIZES = {
    "num_envs": 10,
    "batch_size": 8,
    "episode_length": 10,
    "warmup_steps": 20,
    "epoch_steps": 60,
    "num_env_steps": 120,
    "eval_episodes": 1,
    "policy_hidden_sizes": (8,),
    "critic_hidden_sizes": (8,),
}
OFF_POLICY = SIZES | {"replay_size": 200, "updates_per_iteration": 1}
SMALL = " ".join(
    f"--{name}={','.join(map(str, value)) if isinstance(value, tuple) else value}"
    for name, value in OFF_POLICY.items()
)
QUICK = f"{SMALL} --num_devices=1 --report=none --noplots --notensorboard"

# By how they begin: what is added to commands, so that they take seconds; None for what is not run here.
ADDED = {
    "make train": f' ARGS="{QUICK} --name=first"',
    "make test": None,  # which this is a part of
    "pip install": None,  # tests/test_package.py has what is installed
    "diayn-train --env=ant --num_skills=10": " --help",  # the same as `make train`
    ".venv/bin/diayn-train --help": "",
    ".venv/bin/diayn-train --list_envs": "",
    ".venv/bin/diayn-train --resume RUN": " --num_env_steps=180",
    ".venv/bin/diayn-train": f" {QUICK}",
    ".venv/bin/diayn-sweep": f" {QUICK}",
    ".venv/bin/diayn-show": " --max_path_length=5 --rollouts=1",
    ".venv/bin/diayn-evaluate": " --episodes=1",
    ".venv/bin/diayn-finetune": " --num_env_steps=60 --report=none --noplots --notensorboard",
    ".venv/bin/diayn-export": "",
    ".venv/bin/diayn-imitate": " --episodes=1 --max_path_length=5",
    ".venv/bin/diayn-archive": " --centroids=16",
    ".venv/bin/diayn-choose": " --episodes=2 --num_env_steps=120 --episode_length=20 --steps_per_choice=2"
    " --num_envs=4 --batch_size=4 --warmup_steps=16 --epoch_steps=40 --updates_per_iteration=1"
    " --report=none --noplots --notensorboard",
    ".venv/bin/diayn-hierarchy": f" {QUICK}",
}
# Of a run of ten skills of ant.
RUN = "runs/ant/first"


def commands() -> list[str]:
    """The indented lines of the README, without what is said of them."""
    outside = re.sub(r"^```.*?^```$", "", README, flags=re.MULTILINE | re.DOTALL)
    lines = re.findall(r"^    (\S.*)$", outside, flags=re.MULTILINE)
    return list(dict.fromkeys(re.sub(r"\s+#.*", "", line) for line in lines))


def added(command: str) -> str | None:
    begins = [begin for begin in ADDED if command.startswith(begin)]
    assert begins, f"{command}: say in this file how it is run"
    return ADDED[max(begins, key=len)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A checkout as `make setup` leaves it, with the packages of the environment that the tests run in."""
    folder = tmp_path_factory.mktemp("checkout")
    environment = folder / ".venv"
    venv.create(environment, symlinks=True)
    (installed,) = environment.glob("lib/python3*/site-packages")
    here = sysconfig.get_path("purelib")
    (installed / "here.pth").write_text(f"{ROOT}\nimport site; site.addsitedir({here!r})\n")
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    for line in parser["options.entry_points"]["console_scripts"].strip().splitlines():
        name, module, function = re.split(r" = |:", line)
        script = environment / "bin" / name
        program = f"import sys\nfrom {module} import {function}\nsys.exit({function}())\n"
        script.write_text(f"#!{environment}/bin/python\n{program}")
        script.chmod(0o755)
    for name in ("Makefile", "setup.cfg"):
        shutil.copy(ROOT / name, folder)
    (environment / ".installed").touch()
    return folder


def shell(folder: Path, command: str) -> str:
    """Runs a command in a shell that knows of no environment; gives what it said."""
    cache = os.environ["JAX_COMPILATION_CACHE_DIR"]
    env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "JAX_COMPILATION_CACHE_DIR": cache}
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout


def test_the_readme_shows_commands():
    assert len(commands()) > 15
    # Each of the commands that are installed, and no other.
    parser = configparser.ConfigParser()
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    names = re.findall(r"^(diayn-\w+) =", parser["options.entry_points"]["console_scripts"], re.MULTILINE)
    assert set(names) == {word for line in commands() for word in re.findall(r"diayn-\w+", line)}
    assert not [line for line in commands() if "python -m" in line]


@pytest.mark.slow
def test_every_command_runs(folder):
    if shutil.which("make") is None:
        pytest.skip("there is no make")
    for command in commands():
        more = added(command)
        if more is None:
            continue
        typed = command.replace("RUN", RUN)
        # By the name alone, as of a package that was installed.
        typed = typed if "/" in typed.split()[0] or typed.startswith("make") else f".venv/bin/{typed}"
        said = shell(folder, typed + more)
        if "--name=first" in more:
            # What was said is a command as well.
            assert (folder / RUN / "checkpoints").is_dir()
    assert (folder / RUN / "report.html").exists()
    assert "usage" not in said


@pytest.mark.slow
def test_every_block_of_python_runs(folder):
    blocks = re.findall(r"^```python\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 3
    program = "\n".join(blocks)
    assert program.count('env="point", num_skills=6') == 2
    program = program.replace('env="point", num_skills=6', f'env="point", num_skills=6, **{OFF_POLICY}')
    (folder / "program.py").write_text(program)
    shell(folder, ".venv/bin/python program.py")


def test_a_run_says_how_it_goes_on_by_a_command_that_runs(folder):
    said = shell(folder, ".venv/bin/diayn-train --help")
    assert "\n  .venv/bin/diayn-train --env=ant --num_skills=10\n" in said
    said = shell(folder, ".venv/bin/python -m experiments.show --help")
    assert "\n  .venv/bin/diayn-show runs/ant/NAME\n" in said
    # Where no command is installed, by the interpreter.
    (folder / ".venv" / "bin" / "diayn-show").rename(folder / "show")
    said = shell(folder, ".venv/bin/python -m experiments.show --help")
    (folder / "show").rename(folder / ".venv" / "bin" / "diayn-show")
    assert "\n  .venv/bin/python -m experiments.show runs/ant/NAME\n" in said
