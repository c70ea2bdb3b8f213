"""Disturbs workers at random: those of sweeps on a Ray cluster, and those of runs of several processes.

    python -m benchmarks.chaos --runs=200

- `ray`: small runs of the point world, as lanes of programs on a cluster of machines with one CPU each, which
  are processes of this machine (extra `cluster`).
- `processes`: runs that two processes train together, over and over. If one of them is killed, the other must
  end, and a resume must continue.

Workers are killed (SIGKILL), paused for seconds, and delayed by many short pauses. At the end each run must
have the state and the log of one that nobody disturbed, bit for bit.
"""

import argparse
import contextlib
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import arguments, results, worker
from benchmarks.faults import subject
from diayn_jax.storage import checkpoint, files, lock
from diayn_jax.use import loaded_run

PARTS = ("ray", "processes")
KINDS = ("killed", "paused", "delayed")
# One thread for XLA in every process: it rounds differently with another number of threads.
ENVIRON = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "JAX_NUM_CPU_DEVICES": "1", "PJRT_NPROC": "1"}
FIELDS = {**subject.FIELDS, "keep_checkpoints": 1, "tensorboard": False}
# Ray starts a program again three times.
MOST_KILLS = 3
HURT, LOST = 4, -signal.SIGKILL  # exit codes of two processes of which the second is killed
PATIENCE = 1800.0  # seconds until a sweep or a run counts as hanging

# The cluster lives until its input ends.
_CLUSTER = """
import sys
from ray.cluster_utils import Cluster
node = {"num_cpus": 1, "num_gpus": 0, "include_log_monitor": False}
head = {**node, "include_dashboard": False, "no_monitor": True}  # nobody watches it, and it does not grow
cluster = Cluster(initialize_head=True, head_node_args=head)
for _ in range(int(sys.argv[1]) - 1):
    cluster.add_node(**node)
print(cluster.address, flush=True)
sys.stdin.read()
cluster.shutdown()
"""


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "chaos")
    arguments.add_names(parser, "--only", PARTS)
    parser.add_argument("--runs", type=int, default=200, help="runs of the sweep on the cluster")
    parser.add_argument("--lanes", type=int, default=10, help="runs in a program of the sweep")
    parser.add_argument("--machines", type=int, default=2, help="machines of the cluster")
    parser.add_argument("--rounds", type=int, default=6, help="runs of two processes")
    parser.add_argument("--seconds", type=float, default=6.0, help="mean time between two disturbances")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


@contextlib.contextmanager
def started(module: str, words: Sequence[str], screen: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Starts a command, whose output goes into a file; kills it if the block ends first."""
    command = [sys.executable, "-m", f"experiments.{module}", *words]
    with screen.open("a") as file:
        process = subprocess.Popen(command, env=ENVIRON, stdout=file, stderr=subprocess.STDOUT)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def disturb(pid: int, kind: str, dice: random.Random) -> bool:
    """Kills, pauses or delays a process; returns whether it was still there."""
    try:
        if kind == "killed":
            os.kill(pid, signal.SIGKILL)
            return True
        # A pause of some seconds, or two seconds of which most are lost.
        pauses = [dice.uniform(2, 8)] if kind == "paused" else [0.08] * 20
        for seconds in pauses:
            os.kill(pid, signal.SIGSTOP)
            time.sleep(seconds)
            os.kill(pid, signal.SIGCONT)
            time.sleep(0.02)
    except ProcessLookupError:
        return False
    return True


@contextlib.contextmanager
def ray_cluster(machines: int) -> Iterator[str]:
    """Starts a Ray cluster on this machine; yields its address."""
    command = [sys.executable, "-c", _CLUSTER, str(machines)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=ENVIRON, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True
    ) as cluster:
        assert cluster.stdin is not None
        assert cluster.stdout is not None
        # Ray may print messages of its own first.
        yield next(line.strip() for line in cluster.stdout if re.fullmatch(r"[\d.]+:\d+\s*", line))
        cluster.stdin.close()


def on_ray(options: argparse.Namespace, folder: Path) -> list[list[str]]:
    """Disturbs a sweep on a cluster; returns the row of the table."""
    fields = {name: x for name, x in FIELDS.items() if name not in ("name", "num_devices")}
    folder.mkdir()
    asked = [*worker.flags_of(fields), f"--seeds=0..{options.runs - 1}", f"--max_lanes={options.lanes}"]
    say("the sweep that is left alone")
    alone, told = folder / "alone", folder / "alone.txt"
    with started("sweep", [*asked, f"--log_dir={alone}", "--name=sweep", "--num_devices=1"], told) as process:
        code = process.wait(PATIENCE)
    if code:
        raise SystemExit(f"The sweep that is left alone ended with {code}: {told.read_text()[-4000:]}")
    begun = time.monotonic()
    with ray_cluster(options.machines) as address:
        there, screen = folder / "ray", folder / "ray.txt"
        say("the sweep on the cluster")
        cluster = [f"--log_dir={there}", "--name=sweep", f"--cluster={address}"]
        with started("sweep", [*asked, *cluster], screen) as process:
            done = _trouble(process, screen, options)
            code = process.wait(PATIENCE)
    seconds = time.monotonic() - begun
    same, wrong = compared(alone / "sweeps" / "sweep", there / "sweeps" / "sweep")
    for line in wrong:
        say(line)
    return [_row(f"sweep on Ray, {options.machines} machines", options.runs, done, same, code, seconds)]


def _trouble(process: subprocess.Popen[bytes], screen: Path, options: argparse.Namespace) -> Counter[str]:
    """Disturbs the workers of a sweep until it ends; returns how often, by kind."""
    dice, done, kills = random.Random(options.seed), Counter[str](), Counter[str]()
    until = time.monotonic() + PATIENCE
    while process.poll() is None:
        if time.monotonic() > until:
            raise SystemExit(f"The sweep hangs: {screen.read_text()[-4000:]}")
        time.sleep(dice.expovariate(1 / options.seconds))
        workers = dict(re.findall(r"\[(\d+)/\d+\] .*process (\d+)", screen.read_text(errors="replace")))
        alive = {program: int(pid) for program, pid in workers.items() if is_alive(int(pid))}
        if not alive:
            continue
        program, kind = dice.choice(sorted(alive)), dice.choice(KINDS)
        if kind == "killed" and kills[program] == MOST_KILLS:
            kind = "paused"
        if disturb(alive[program], kind, dice):
            done[kind] += 1
            kills[program] += kind == "killed"
    return done


def is_alive(pid: int) -> bool:
    """Whether there is a process with this id, and it has not ended."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False


def of_processes(options: argparse.Namespace, folder: Path) -> list[list[str]]:
    """Disturbs runs of two processes; returns the row of the table."""
    dice, done, same, begun = random.Random(options.seed), Counter[str](), 0, time.monotonic()
    say("the run that is left alone")
    expected, _ = _trained(folder / "alone", lambda *_: False)
    for number in range(options.rounds):
        kind = KINDS[number % len(KINDS)]
        say(f"round {number + 1} of {options.rounds}: {kind}")
        wait = dice.uniform(1, 8)

        def once(processes: Sequence[subprocess.Popen[bytes]], kind: str = kind, wait: float = wait) -> bool:
            time.sleep(wait)
            return disturb(dice.choice(processes).pid, kind, dice)

        state, disturbed = _trained(folder / f"round{number}", once)
        done[kind] += disturbed
        same += state is not None and state == expected
    seconds = time.monotonic() - begun
    return [_row("two processes", options.rounds, done, same, 0, seconds)]


Once = Callable[[Sequence[subprocess.Popen[bytes]]], bool]


def _trained(log_dir: Path, once: Once) -> tuple[Any, bool]:
    """Trains a run by two processes, disturbs it once, and resumes it if it has ended early.

    Returns:
      What the run has in the end (None: it did not get there), and whether it was disturbed.
    """
    log_dir.mkdir(parents=True)
    path, disturbed = subject.directory(log_dir), False
    for attempt in range(3):
        first = log_dir / f"{attempt}_0.txt"
        with contextlib.ExitStack() as stack:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                address = f"127.0.0.1:{free.getsockname()[1]}"
            processes = []
            for i in range(2):
                among = [f"--coordinator={address}", "--num_processes=2", f"--process_id={i}"]
                given = {**FIELDS, "num_devices": 2, "log_dir": log_dir}
                more = ["--resume"] if attempt else []
                screen = log_dir / f"{attempt}_{i}.txt"
                processes.append(
                    stack.enter_context(started("run", [*worker.flags_of(given), *among, *more], screen))
                )
            while not disturbed and all(x.poll() is None for x in processes):
                if path.exists() and files.checkpoint_steps(path / files.CHECKPOINTS):
                    disturbed = once(processes)
                    break
                time.sleep(0.1)
            codes = [process.wait(PATIENCE) for process in processes]
        if codes == [0, 0]:
            return learned(path), disturbed
        # A process may have ended before its partner was killed.
        if not set(codes) <= {0, HURT, LOST, -signal.SIGABRT}:
            say(f"{log_dir}: the processes ended with {codes}: {first.read_text()[-2000:]}")
            return None, disturbed
    say(f"{log_dir}: the run does not end: {first.read_text()[-2000:]}")
    return None, disturbed


def learned(path: Path) -> tuple[dict[str, bytes], list[dict[str, str]]]:
    """Returns the state of a run without its replay, as bytes by name, and its log without times."""
    return subject.bits(loaded_run.load(path).state), subject.rows_of(path)


def stored(path: Path) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Returns size and checksum of each file of arrays in the last checkpoint, and the log without times."""
    folder = path / files.CHECKPOINTS
    last = folder / str(files.checkpoint_steps(folder)[-1])
    found = checkpoint.read_metadata(last)["files"]
    return {name: x for name, x in found.items() if name != files.PROGRESS}, subject.rows_of(path)


def compared(alone: Path, there: Path) -> tuple[int, list[str]]:
    """Returns how many runs of two sweeps are the same, and what is wrong with the others."""
    same, wrong = 0, []
    for path in sorted((alone / "point").iterdir()):
        if path.name == lock.NAME or not path.is_dir():
            continue
        other = there / "point" / path.name
        try:
            if stored(path) == stored(other):
                same += 1
            else:
                wrong.append(f"{path.name} has another state or log")
        except (OSError, RuntimeError, IndexError) as error:
            wrong.append(f"{path.name}: {error}")
    return same, wrong


def _row(title: str, runs: int, done: Mapping[str, int], same: int, code: int, seconds: float) -> list[str]:
    disturbances = [str(done.get(kind, 0)) for kind in KINDS]
    return [title, str(runs), *disturbances, str(same), str(code), f"{seconds:.0f}"]


def say(line: str) -> None:
    """Prints a line at once."""
    print(line, flush=True)


def main() -> int:
    """Disturbs, compares, and writes the table; returns 1 if a run differs."""
    options = parse()
    folder = Path(tempfile.mkdtemp(prefix="chaos"))
    by_part = {"ray": on_ray, "processes": of_processes}
    rows = [row for part in options.only for row in by_part[part](options, folder / part)]
    header = ["what", "runs", *KINDS, "the same in the end", "exit code", "seconds"]
    note = (
        "The same: state and log equal those of a run that was left alone, bit for bit. Kills are SIGKILL; a "
        "pause lasts 2 to 8 s; a delay is 20 pauses of 80 ms."
    )
    table = results.Table("Workers that are disturbed at random", header, rows, note)
    say("\n".join(results.grid(table.header, table.rows)))
    words = f"Workers of small runs of the point world are killed, paused and delayed; seed {options.seed}."
    results.write(options.name, words, [table], {"rows": rows}, options.out)
    bad = [row for row in rows if row[1] != row[-3] or row[-2] != "0"]
    if not bad:
        shutil.rmtree(folder)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
