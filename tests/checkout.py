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

from commands import SHORT_PROBES

from experiments import diayn

ROOT = Path(__file__).parent.parent

# In the commands of such a checkout few and short episodes are enough for the figures, as in other tests.
SHORT_FIGURES = """
    from diayn_jax.evaluation import metrics
    metrics.COVERAGE_STEPS, metrics.PROBE_EPISODES = 1, 4
    return device
"""

# Settings with which a run trains in seconds. With constant rates, runs of all lengths have one program.
SIZES = {
    "anneal": 0.0,
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
# Runs of one number of skills have one program. No page names a skill above 7.
NUM_SKILLS = 8
# The networks of an objective. Those of its defaults would take most of an evaluation.
NETWORKS = {
    "diayn": {"discriminator_hidden_sizes": (8,)},
    "metra": {"representation_hidden_sizes": (8,)},
    "task": {},
}
# The runs of a benchmark, which sets their steps.
METHODS = {name: x for name, x in OFF_POLICY.items() if name != "num_env_steps"} | NETWORKS["diayn"]
# A run of DQN that chooses among skills.
CHOICES = {
    "episodes": 2,
    "num_env_steps": 120,
    "episode_length": 20,
    "steps_per_choice": 2,
    "num_envs": 4,
    "batch_size": 4,
    "replay_size": 400,
    "warmup_steps": 16,
    "epoch_steps": 40,
    "updates_per_iteration": 1,
    "eval_episodes": 1,
    "critic_hidden_sizes": (8,),
}
# Solutions that are distilled into one policy.
SOLUTIONS = {
    "episodes": 1,
    "rounds": 1,
    "updates": 2,
    "eval_episodes": 1,
    "policy_hidden_sizes": (8,),
    "discriminator_hidden_sizes": (8,),
}


def flags(fields: dict) -> str:
    """Returns settings as a user types them."""
    return " ".join(
        f"--{name}={','.join(map(str, value)) if isinstance(value, tuple) else value}"
        for name, value in fields.items()
    )


NO_PAGES = "--report=none --noplots --notensorboard"
QUICK = f"{flags(OFF_POLICY)} --num_devices=1 {NO_PAGES}"


def quick(line: str) -> str:
    """Returns the flags with which a command that trains takes seconds."""
    objective = re.search(r"--objective=(\w+)", line)
    return f"{QUICK} {flags(NETWORKS[objective[1] if objective else 'diayn'])}".rstrip()


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
        program = SHORT_PROBES.replace("    return device\n", SHORT_FIGURES)
        program += f"import sys\nfrom {module} import {function}\nsys.exit({function}())\n"
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
