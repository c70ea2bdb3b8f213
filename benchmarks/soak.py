"""Uses the library for hours in one process, and measures what grows.

    python -m benchmarks.soak --hours=8
    python -m benchmarks.soak --hours=0.3

In turns it trains a run of the point world, evaluates it, writes its page, serves it live, plays it on a
socket, and stops and resumes a sweep. After each turn it measures memory, memory maps, open files, threads,
disk, and the rate of training; then it removes all files. The exit status is 1 if a robust line (the median
of the slopes between all pairs of points) through the second half rises faster than a bound.

`memory` is all that the process has, with what was freed and what the C library keeps for later. `allocated`
and `objects` are what is in use: only they show whether something is kept.
"""

import argparse
import asyncio
import contextlib
import csv
import ctypes
import gc
import os
import re
import shutil
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import results
from benchmarks.worker import ROOT

# Set before JAX is imported. Each turn builds its programs anew, and finds them compiled.
os.environ.setdefault("JAX_PLATFORMS", "cpu")
os.environ.setdefault("JAX_COMPILATION_CACHE_DIR", str(ROOT / ".jax_cache"))
os.environ.setdefault("JAX_ENABLE_COMPILATION_CACHE", "true")
os.environ.setdefault("JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS", "0")
os.environ.setdefault("JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES", "0")

import numpy as np
from scipy import stats

import diayn_jax
from benchmarks.faults.subject import FIELDS
from diayn_jax.show import serve
from diayn_jax.show.pictures import figure_style
from diayn_jax.storage import files
from diayn_jax.use.play import server
from diayn_jax.use.play.simulation import Playground


class Bound(NamedTuple):
    """How fast a measure may rise over the second half, by turn."""

    unit: str
    most: float


# A turn compiles its programs anew, and what JAX keeps of them is freed late: 813 objects a turn, until its
# caches are full.
BOUNDS: Mapping[str, Bound] = {
    "memory": Bound("MB", 1.0),
    "allocated": Bound("MB", 0.3),
    "objects": Bound("Python objects", 1000.0),
    "maps": Bound("memory maps", 20.0),
    "files": Bound("open files", 0.02),
    "threads": Bound("threads", 0.02),
    "disk": Bound("MB", 0.01),
    "seconds": Bound("s per turn", 0.1),
    "slowness": Bound("µs per environment step", 0.5),
}
_SWEPT = {name: x for name, x in FIELDS.items() if name not in ("name", "keep_checkpoints")}
_FEWEST = 10  # turns in the second half that a line needs
_MALLINFO = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"


Rows = list[dict[str, float]]


class Interrupted(Exception):
    """Raised by a line of a sweep, to stop it there."""


def _train(folder: Path) -> float:
    """Trains the run; returns the time of an environment step, in microseconds."""
    rates: list[float] = []

    def say(line: str) -> None:
        if found := re.search(r"([\d.,]+)([kM]?) steps/s", line):
            rates.append(float(found[1].replace(",", "")) * {"": 1, "k": 1e3, "M": 1e6}[found[2]])

    begun = time.monotonic()
    run = diayn_jax.train(
        **{**FIELDS, "num_env_steps": 20_000, "epoch_steps": 2000}, log_dir=str(folder), say=say
    )
    results.leave_if_stopped(run.stopped)
    return 1e6 / max(rates) if rates else 1e6 * (time.monotonic() - begun) / int(run.state.counters.env_steps)


def _use(path: Path) -> None:
    diayn_jax.evaluate(path, episodes=1)
    diayn_jax.archive(path, centroids=8)
    diayn_jax.load(path).report()


def _serve(path: Path) -> None:
    live = serve.Live(path, diayn_jax.load)
    live.start()
    served = serve.make_server(live, 0)
    thread = threading.Thread(target=served.serve_forever)
    thread.start()
    try:
        for place in ("", "news"):
            with urllib.request.urlopen(f"{serve.address(served)}{place}") as answer:
                answer.read()
    finally:
        served.shutdown()
        served.server_close()
        thread.join()
        live.close()


def _play(path: Path) -> None:
    """Opens the page of `diayn play` and its socket, and receives some frames."""
    from websockets.asyncio.client import connect

    async def visit(serving: server.Serving) -> None:
        address = serving.address.replace("http", "ws", 1) + "socket"
        origin = re.match(r"http://[^/]+", serving.address)
        assert origin is not None
        async with connect(address, origin=origin[0]) as socket:  # type: ignore[arg-type]
            for _ in range(20):
                await socket.recv()

    def begun(serving: server.Serving) -> None:
        def client() -> None:
            try:
                asyncio.run(visit(serving))
            finally:
                serving.stop()

        threading.Thread(target=client).start()

    server.play_served(Playground(diayn_jax.load(path)), lambda place: place, 0, begun)


def _sweep(folder: Path) -> None:
    lines = 0

    def say(line: str) -> None:
        nonlocal lines
        lines += "%" in line
        if lines == 2:
            raise Interrupted

    with contextlib.suppress(Interrupted):
        diayn_jax.sweep(**_SWEPT, name="swept", seeds=(0, 1), log_dir=str(folder), say=say)
    results.leave_if_stopped(diayn_jax.resume(folder / "sweeps" / "swept").stopped)


def turn(folder: Path) -> dict[str, float]:
    """Uses everything once, measures this process, and removes all files."""
    begun = time.monotonic()
    slowness = _train(folder)
    path = folder / FIELDS["env"] / FIELDS["name"]
    for use in (_use, _serve, _play):
        use(path)
    _sweep(folder)
    found = {"seconds": time.monotonic() - begun, "slowness": slowness, **measured(folder)}
    for inside in folder.iterdir():
        files.remove(inside)
    return found


def measured(folder: Path) -> dict[str, float]:
    """Returns what this process holds now, and the size of the files in the folder."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return {
        "memory": pages * os.sysconf("SC_PAGE_SIZE") / 1e6,
        "allocated": allocated() / 1e6,
        "objects": float(len(gc.get_objects())),
        "maps": float(Path("/proc/self/maps").read_text(encoding="utf-8").count("\n")),
        "files": float(len(list(Path("/proc/self/fd").iterdir()))),
        "threads": float(threading.active_count()),
        "disk": sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6,
    }


class _Mallinfo(ctypes.Structure):
    """`struct mallinfo2` of the GNU C library, from version 2.33 on."""

    _fields_ = [(name, ctypes.c_size_t) for name in _MALLINFO.split()]


def allocated() -> int:
    """Returns the bytes that this process has from the C library's allocator and has not freed."""
    mallinfo = ctypes.CDLL(None).mallinfo2
    mallinfo.restype = _Mallinfo
    found = mallinfo()
    return int(found.uordblks + found.hblkhd)


def slopes(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Returns the rise of each measure by turn: the Theil-Sen slope over the second half of the turns."""
    half = rows[len(rows) // 2 :]
    if len(half) < 2:
        return dict.fromkeys(BOUNDS, 0.0)
    turns = np.arange(len(half))
    return {name: float(stats.theilslopes([row[name] for row in half], turns)[0]) for name in BOUNDS}


def rising(found: Mapping[str, float]) -> list[str]:
    """Returns the measures that rise faster than their bound."""
    return [name for name, bound in BOUNDS.items() if found[name] > bound.most]


def draw(rows: Sequence[Mapping[str, float]], path: Path) -> Path:
    """Draws each measure over time."""
    figure = figure_style.new_figure(9, 1.6 * len(BOUNDS), "A process that is used for hours")
    hours = [row["hours"] for row in rows]
    for i, (name, bound) in enumerate(BOUNDS.items()):
        axes = figure.add_subplot(len(BOUNDS), 1, i + 1)
        axes.plot(hours, [row[name] for row in rows], linewidth=1)
        axes.set_ylabel(f"{name}\n{bound.unit}", fontsize=8)
    axes.set_xlabel("hours")
    return figure_style.save(figure, path, dpi=100)


def soak(hours: float, folder: Path, done: Callable[[Rows], object]) -> Rows:
    """Takes turns for some hours; gives `done` what was measured so far after each, and returns all."""
    rows: Rows = []
    begun = time.monotonic()
    while not rows or time.monotonic() - begun < 3600 * hours:
        found = turn(folder)
        rows.append({"turn": len(rows), "hours": (time.monotonic() - begun) / 3600, **found})
        print(" ".join(f"{name}={x:.4g}" for name, x in rows[-1].items()), flush=True)
        done(rows)
    return rows


def write(rows: Rows, options: argparse.Namespace) -> tuple[Path, Path]:
    """Writes the CSV, the picture and the table of the turns so far."""
    options.out.mkdir(parents=True, exist_ok=True)
    with (options.out / f"{options.name}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows({name: f"{x:.6g}" for name, x in row.items()} for row in rows)
    draw(rows, options.out / f"{options.name}.png")
    found = slopes(rows)
    cells = [
        [
            name,
            bound.unit,
            *(results.number(x) for x in (rows[0][name], rows[-1][name], found[name], bound.most)),
        ]
        for name, bound in BOUNDS.items()
    ]
    header = ["measure", "unit", "first turn", "last turn", "rise by turn", "bound"]
    note = f"{len(rows)} turns in {rows[-1]['hours']:.2f} hours."
    if few(rows):
        note += f" Fewer than {2 * _FEWEST} turns: the rises decide nothing."
    summary = (
        "One process that trains, evaluates, writes pages, serves, plays, and stops and resumes sweeps, in "
        f"turns, for {rows[-1]['hours']:.2g} hours. The rise is the median slope between all pairs of points "
        "of the second half."
    )
    data: dict[str, Any] = {"rows": rows, "rise": found, "too_fast": rising(found)}
    table = results.Table("What grows", header, cells, note)
    return results.write(options.name, summary, [table], data, options.out)


def few(rows: Sequence[Mapping[str, float]]) -> bool:
    """Returns whether there are too few turns for a line through them."""
    return len(rows) < 2 * _FEWEST


def main(argv: list[str] | None = None) -> int:
    """Takes turns; returns 1 if something rises too fast.

    All is written after each turn, so a soak that is killed has given its turns so far.
    """
    parser = results.parser(__doc__, "soak")
    parser.add_argument("--hours", type=float, default=8.0, help="hours [8]")
    options = parser.parse_args(argv)
    folder = Path(tempfile.mkdtemp())
    try:
        rows = soak(options.hours, folder, lambda rows: write(rows, options))
    finally:
        shutil.rmtree(folder)
    _, page = write(rows, options)
    print(page.read_text(encoding="utf-8"))
    return 1 if rising(slopes(rows)) and not few(rows) else 0


if __name__ == "__main__":
    sys.exit(main())
