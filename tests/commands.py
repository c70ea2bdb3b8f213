"""What the tests of commands share: a run of seconds, refusals, other processes."""

import os
import subprocess
import sys
from pathlib import Path

from experiments import run

ROOT = Path(__file__).parent.parent
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


# The same run without skills, which ends sooner, because the figures of skills take most of its time.
TINY_TASK = [flag for flag in TINY if "skills" not in flag and "discriminator" not in flag]
TINY_TASK += ["--objective=task", "--noplots"]


def refusal(capsys, *argv, main=run.main) -> str:
    """Returns the command's refusal, and asserts that the command prints nothing else."""
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err.strip()


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


SHORT_PROBES = """
from experiments import start

start_jax = start.start_jax

def start_with_short_probes(**options):
    device = start_jax(**options)
    from diayn_jax.evaluation.metrics import probe
    probe._WIDTH, probe._BATCH, probe._MAX_ROUNDS = 32, 64, 3
    return device

start.start_jax = start_with_short_probes
"""
LEAVE = """
from experiments import {module}

start.leave({module}.main)
"""


def short(module: str, more: str = "") -> list[str]:
    """Returns the words that run a module of `experiments`, whose probes fit as shortly as in other tests.

    `more` is code that runs as soon as JAX has started.
    """
    program = SHORT_PROBES.replace("    return device\n", f"    exec({more!r})\n    return device\n")
    return [sys.executable, "-c", program + LEAVE.format(module=module)]


def in_a_process(code: str, **variables: str) -> str:
    done = process("-c", code, **variables)
    assert done.stderr == ""
    assert done.returncode == 0
    return done.stdout.strip()
