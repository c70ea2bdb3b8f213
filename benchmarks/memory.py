"""Compares predicted with measured memory: `python -m benchmarks.memory`.

Each setting is a run of the training command, two epochs long, with its evaluation, checkpoint and
figures. The prediction that it prints at its start is compared with the peak memory of its process
(`ru_maxrss`), which also compiles all programs.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import arguments, results
from benchmarks.worker import ROOT

# Small and large settings of everything that takes memory.
SETTINGS = {
    "point": "--env=point",
    "point, replay of 4M": "--env=point --replay_size=4000000 --num_envs=1024",
    "point, 16k environments": "--env=point --num_envs=16384 --replay_size=1000000 --epoch_steps=65536",
    "point, K = 100": "--env=point --num_skills=100 --num_envs=200",
    "point, networks of 2048": "--env=point --policy_hidden_sizes=2048,2048 --critic_hidden_sizes=2048,2048",
    "point_pixels": "--env=point_pixels",
    "pendulum, PPO": "--env=pendulum --objective=task --agent=ppo",
    "halfcheetah, native": "--env=halfcheetah --backend=native",
    "ant": "--env=ant",
    "ant, replay of 2M": "--env=ant --replay_size=2000000",
    "ant, METRA by SAC": "--env=ant --objective=metra --agent=sac",
    "ant, 2048 environments": "--env=ant --num_envs=2048 --batch_size=1024 --updates_per_iteration=4",
}
_SHORT = "--plots=false --report=none --tensorboard=false --checkpoint_every=1000000000 --log_pictures=false"
_SAID = re.compile(r"^Memory: about ([\d.]+) (MB|GB)", re.MULTILINE)


def parse() -> argparse.Namespace:
    parser = results.parser(__doc__)
    arguments.add_names(parser, "--only", SETTINGS, ";")
    parser.add_argument("--args", default="", help="more flags of every run, such as --num_devices=1")
    parser.add_argument("--name", default="memory_cpu", help="name of the result files")
    return parser.parse_args()


def epochs_of(flags: Sequence[str]) -> int:
    """Returns the steps of two epochs, after which all is compiled and the ring buffer is in use."""
    given = dict(flag.removeprefix("--").partition("=")[::2] for flag in flags)
    return 2 * int(given.get("epoch_steps", 25_600))


def measure(flags: Sequence[str], folder: Path) -> dict[str, float]:
    """Returns the bytes that a run predicted and used."""
    command = [sys.executable, "-m", "experiments.run", *flags, f"--log_dir={folder}", *shlex.split(_SHORT)]
    command += [f"--num_env_steps={epochs_of(flags)}"]
    with (folder / "output.txt").open("w+") as output:
        # Compile without a cache, as in the first run on a machine, because that takes more memory.
        environ = {**os.environ, "JAX_ENABLE_COMPILATION_CACHE": "false"}
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        said = output.read()
    found = _SAID.search(said)
    if process.returncode or found is None:
        raise SystemExit(f"{shlex.join(command)}: {process.returncode}\n{said}")
    return {
        "predicted": float(found[1]) * (1e9 if found[2] == "GB" else 1e6),
        "measured": 1024.0 * usage.ru_maxrss,
    }


def main() -> None:
    """Measures, and writes the results."""
    options = parse()
    # Settings that were measured before are kept.
    found: dict[str, dict[str, Any]] = results.earlier(options.name).get("settings", {})
    for name in options.only:
        with tempfile.TemporaryDirectory() as folder:
            flags = [*shlex.split(SETTINGS[name]), *shlex.split(options.args)]
            found[name] = {"flags": flags, "commit": results.short_commit(), **measure(flags, Path(folder))}
        one = found[name]
        one["ratio"] = one["predicted"] / one["measured"]
        print(f"{name}: {one['predicted'] / 1e9:.2f} GB, {one['measured'] / 1e9:.2f} GB, {one['ratio']:.2f}")
    rows = [
        [
            name,
            f"`{SETTINGS[name]}`",
            f"{one['predicted'] / 1e9:.2f} GB",
            f"{one['measured'] / 1e9:.2f} GB",
            f"{one['ratio']:.2f}",
            one["commit"],
        ]
        for name, one in found.items()
    ]
    within = sum(0.8 <= one["ratio"] <= 1.2 for one in found.values())
    table = results.Table(
        f"Predicted within 20 % in {within} of {len(found)} settings",
        ["setting", "flags", "predicted", "measured", "ratio", "commit"],
        rows,
    )
    summary = "Memory that a run predicts at its start, and the peak memory of its process."
    results.write(options.name, summary, [table], {"settings": found})


if __name__ == "__main__":
    main()
