"""A checkout with its own environment, in a shell where this environment is not activated."""

import configparser
import os
import re
import shlex
import shutil
import subprocess
import sysconfig
import venv
from pathlib import Path

from experiments import diayn

ROOT = Path(__file__).parent.parent

# Settings with which a run trains in seconds.
SIZES = {
    "num_envs": 20,
    "batch_size": 8,
    "episode_length": 10,
    "warmup_steps": 20,
    "epoch_steps": 60,
    "num_env_steps": 120,
    "eval_episodes": 1,
    "policy_hidden_sizes": (8,),
    "critic_hidden_sizes": (8,),
}
OFF_POLICY = SIZES | {"replay_size": 400, "updates_per_iteration": 1}
SMALL = " ".join(
    f"--{name}={','.join(map(str, value)) if isinstance(value, tuple) else value}"
    for name, value in OFF_POLICY.items()
)
QUICK = f"{SMALL} --num_devices=1 --report=none --noplots --notensorboard"


def make_checkout(folder: Path) -> Path:
    """Makes a checkout as `make setup` does, with the packages of the environment that the tests run in."""
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


def variables(folder: Path) -> dict[str, str]:
    """Returns the variables of a shell in which no environment is activated."""
    # The commands compile and cache programs as the tests do.
    compiling = {name: value for name, value in os.environ.items() if name.startswith(("JAX_", "XLA_"))}
    return {**compiling, "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder)}


def shell(folder: Path, command: str) -> str:
    """Runs a command in such a shell; returns its output."""
    env = variables(folder)
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stdout


def run_here(line: str, capsys) -> str:
    """Runs a command of this package in this process, as a user types it; returns its output."""
    name, *words = shlex.split(line.replace("\\\n", " "))
    assert Path(name).name == "diayn"
    capsys.readouterr()
    code = diayn.main(words)
    said = capsys.readouterr()
    assert code == 0, f"{line}\n{said.out}{said.err}"
    return said.out
