"""Seconds that a run's page takes to be made, by part, and in a browser until it can be used.

    python -m benchmarks.report [--skills=10,100] [--env=ant] [--args="--backend=native"]

Trains a little for each number of skills, as the page costs the same after much. The page is made
three times: by the training command at its end, which has played the episodes already; by
`experiments.show` with compiled programs kept; and by `experiments.show` with none. Then Chromium
opens it from disk, with its network off and 3-D by software.
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
# As in tests/browser.py.
ARGUMENTS = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]

# The page says when all is drawn; it can be used when the browser then comes round to two frames.
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


def parse(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--skills", default="10,100", help="numbers of skills [10,100]")
    parser.add_argument("--env", default="ant", help="environment [ant]")
    parser.add_argument("--args", default="", help="more flags of the training command")
    parser.add_argument("--loads", type=int, default=5, help="times that the browser opens a page [5]")
    parser.add_argument("--name", default="report_cpu", help="of the files in benchmarks/results")
    return parser.parse_args(argv)


def run_command(module: str, arguments: list[str], cache: Path) -> str:
    """What a command says, with a compilation cache of its own."""
    return worker.run_command(module, arguments, {"JAX_COMPILATION_CACHE_DIR": str(cache)}, quiet=True)


def parts_of(output: str) -> dict[str, float]:
    """Seconds by part, as a command says them in its line on the report."""
    found = re.search(r"^Report: [\d.]+ MB in ([\d.]+) s \((.*)\)$", output, re.MULTILINE)
    if found is None:
        raise SystemExit(f"no line on the report in: {output[-2000:]}")
    parts = {name: float(seconds) for name, seconds in re.findall(r"(\w+) ([\d.]+)", found.group(2))}
    loaded = re.search(r"^Loaded .* in ([\d.]+) s$", output, re.MULTILINE)
    whole = {"report": float(found.group(1))}
    return ({"load": float(loaded.group(1))} if loaded else {}) | parts | whole


def make(num_skills: int, options: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """Trains a little and makes the page in all ways; seconds by part of each, and the page's path."""
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
    """Seconds from the start of loading, over `loads` loads, each in a new browser context."""
    from playwright.sync_api import sync_playwright

    seconds: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for _ in range(loads):
            # At rest, as for whoever asks for less motion: playing, there is always more to paint.
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
            f"Medians of {options.loads} loads from disk; 3-D by software (SwiftShader).",
        ),
    ]
    summary = f"Seconds that the page of a run of {options.env} takes to be made and to be opened."
    for path in results.write(options.name, summary, tables, {"results": data}):
        print(f"Wrote {path}")


if __name__ == "__main__":
    main()
