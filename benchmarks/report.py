"""Measures how long a run's page takes to make, by part, and to open in a browser.

    python -m benchmarks.report [--skills=10,100] [--env=ant] [--args="--backend=native"]

Each number of skills has a short training; the cost of the page does not depend on its length. The page
is made three times: by the training command at its end, which has already played the episodes; by
`experiments.show` with cached programs; and by `experiments.show` without them. Then Chromium opens it from
disk, without network and with software rendering.
"""

import argparse
import re
import shlex
import statistics
import tempfile
from pathlib import Path
from typing import Any

from benchmarks import results, worker

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
SIZE = {"width": 1280, "height": 900}
# The same as in tests/browser.py.
ARGUMENTS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]

# The page marks when all is drawn; it is usable two frames later.
WATCH = """
window.seconds = {};
const note = (name) => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.seconds[name] ??= performance.now() / 1000;
}));
new MutationObserver(() => {
  if (document.querySelector(".chips")) note("controls");
  if (document.querySelector("[data-painted=true]")) note("players");
  if (document.querySelector("#report[data-ready=true]")) note("all");
}).observe(document, {subtree: true, childList: true, attributes: true});
"""


def parse() -> argparse.Namespace:
    parser = results.parser(__doc__)
    parser.add_argument("--skills", default="10,100", help="numbers of skills [10,100]")
    parser.add_argument("--env", default="ant", help="environment [ant]")
    parser.add_argument("--args", default="", help="more flags of the training command")
    parser.add_argument("--loads", type=int, default=5, help="how often the browser opens a page [5]")
    parser.add_argument("--name", default="report_cpu", help="name of the files in benchmarks/results")
    return parser.parse_args()


def run_command(module: str, arguments: list[str], cache: Path) -> str:
    """Runs a command with its own compilation cache; returns its output."""
    return worker.run_command(module, arguments, {"JAX_COMPILATION_CACHE_DIR": str(cache)}, quiet=True)


def parts_of(output: str) -> dict[str, float]:
    """Reads the seconds of each part from a command's line about the report."""
    found = re.search(r"^report\.html: [\d.]+ MB in ([\d.]+) s \((.*)\)$", output, re.MULTILINE)
    if found is None:
        raise SystemExit(f"no line on the report in: {output[-2000:]}")
    parts = {name: float(seconds) for name, seconds in re.findall(r"(\w+) ([\d.]+)", found.group(2))}
    loaded = re.search(r"^Loaded .* in ([\d.]+) s$", output, re.MULTILINE)
    whole = {"report": float(found.group(1))}
    return ({"load": float(loaded.group(1))} if loaded else {}) | parts | whole


def make(num_skills: int, options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Trains briefly and makes the page in all three ways; returns seconds by part, and the page's path."""
    small = ["--num_env_steps=60000", "--warmup_steps=5000", "--eval_episodes=10"]
    more = shlex.split(options.args)
    where = [f"--log_dir={folder}", f"--name=k{num_skills}"]
    envs = [f"--num_envs={max(256, num_skills)}"] if num_skills > 256 else []
    kept = folder / "cache"
    said = [f"--env={options.env}", f"--num_skills={num_skills}", *small, *envs, *more, *where]
    after_training = parts_of(run_command("experiments.run", said, kept))
    (path,) = folder.glob(f"*/k{num_skills}")
    run_command("experiments.show", [str(path), f"--out={folder}"], kept)
    warm = parts_of(run_command("experiments.show", [str(path), f"--out={folder}"], kept))
    cold = parts_of(
        run_command("experiments.show", [str(path), f"--out={folder}"], folder / f"none{num_skills}")
    )
    page = path / "report.html"
    return {
        "seconds": {"after training": after_training, "show": warm, "show, nothing compiled": cold},
        "megabytes": page.stat().st_size / 1e6,
        "page": page,
    }


def opened(page: Path, loads: int) -> dict[str, list[float]]:
    """Measures seconds from the start of loading, for `loads` loads, each in a new browser context."""
    from playwright.sync_api import sync_playwright

    seconds: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for _ in range(loads):
            # Reduced motion stops the players: while they play, painting never ends.
            context = browser.new_context(viewport=SIZE, reduced_motion="reduce")
            context.set_offline(True)
            tab = context.new_page()
            tab.add_init_script(WATCH)
            tab.goto(page.as_uri())
            while not tab.evaluate("window.seconds.all && window.seconds.players"):
                tab.wait_for_timeout(100)
            for name, value in tab.evaluate("window.seconds").items():
                seconds.setdefault(name, []).append(value)
            context.close()
        browser.close()
    return seconds


def main() -> None:
    options = parse()
    data: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for num_skills in map(int, options.skills.split(",")):
            print(f"{options.env}, {num_skills} skills", flush=True)
            made = make(num_skills, options, Path(folder))
            made["browser_seconds"] = opened(made.pop("page"), options.loads)
            data[str(num_skills)] = made
            print(made, flush=True)
    making, opening = [], []
    for num_skills, made in data.items():
        for how, seconds in made["seconds"].items():
            rest = {name: x for name, x in seconds.items() if name != "report"}
            split = ", ".join(f"{name} {x:.1f}" for name, x in rest.items())
            making.append([f"{num_skills} skills, {how}", f"{seconds['report']:.1f}", split])
        medians = {name: statistics.median(x) for name, x in made["browser_seconds"].items()}
        opening.append(
            [
                f"{num_skills} skills",
                f"{made['megabytes']:.1f}",
                *(f"{medians[name]:.2f}" for name in ("controls", "players", "all")),
            ]
        )
    tables = [
        results.Table("Making the page", ["", "seconds", "of these"], making, "`load` is not counted."),
        results.Table(
            "Opening it in Chromium",
            ["", "MB", "controls, s", "players painted, s", "all drawn, s"],
            opening,
            f"Medians of {options.loads} loads from disk; software rendering (SwiftShader).",
        ),
    ]
    summary = f"Seconds to make and to open the page of a run of {options.env}."
    results.write(options.name, summary, tables, {"results": data})


if __name__ == "__main__":
    main()
