"""Measures how often rivals finish the courses of `diayn play` in time.

    python -m benchmarks.game RUN [RUN ...] [--rival=CHOOSE_RUN] [--served]

All rivals play the same courses. One picks the skill that leads to the next ring, one picks at random, and
one holds the skill that leads to the first ring; with `--rival`, a policy of `diayn choose` plays too. The
page's own JavaScript plays, in a headless Chromium that draws nothing. It simulates the robot itself, or asks
the server of `diayn play`, which simulates it by the run's own physics (`--served`).
"""

import argparse
import contextlib
import queue
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

import diayn_jax
from benchmarks import results
from benchmarks.report import ARGUMENTS, CHROMIUM

WHO = {
    "learned": "a policy that `diayn choose` trained",
    "directed": "picks the skill that leads to the next ring",
    "random": "picks at random",
    "single": "holds the skill that leads to the first ring",
}
# Pages draw in these calls only.
STILL = "window.requestAnimationFrame = () => 0;"
COURSES = "() => played.game.courses().map(({ name }) => name)"
PLAYED = """async ([kind, number, names]) => {
  window.rivals ??= await played.game.rivals();
  const course = played.game.courses().find(({ name }) => name === kind).draw(number);
  const seconds = {};
  for (const name of names) seconds[name] = (await window.rivals.play(name, course)).seconds;
  return { goals: course.goals, seconds };
}"""


def parse() -> argparse.Namespace:
    """Parses the command line."""
    parser = results.parser(__doc__, "game")
    parser.add_argument("runs", nargs="+", help="runs, or skills that come with the package")
    parser.add_argument("--rival", help="a run of `diayn choose` over the skills of the only run")
    parser.add_argument("--served", action="store_true", help="the server simulates, and not the page")
    parser.add_argument("--courses", type=int, default=50, help="courses of each kind [50]")
    parser.add_argument("--first", type=int, default=1, help="number of the first course [1]")
    parser.add_argument("--only", default="", help="kinds of courses, such as Waypoints,Race [all]")
    options = parser.parse_args()
    if options.rival and len(options.runs) > 1:
        parser.error("--rival chooses among the skills of one run. Give one run.")
    return options


@contextlib.contextmanager
def address_of(run: str, options: argparse.Namespace) -> Iterator[str]:
    """Yields where a browser finds the page of a run."""
    if not options.served:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "play.html"
            diayn_jax.play(run, page=page, rival=options.rival)
            yield page.as_uri()
        return
    said: queue.Queue[str | Exception] = queue.Queue()

    def serve() -> None:
        try:
            diayn_jax.play(run, port=0, rival=options.rival, say=said.put)
        except Exception as error:  # noqa: BLE001 (the main thread raises it)
            said.put(error)

    # The server ends with this process.
    threading.Thread(target=serve, daemon=True).start()
    first = said.get(timeout=600)
    if isinstance(first, Exception):
        raise first
    yield first.split()[2]


def played(address: str, options: argparse.Namespace) -> dict[str, list[dict[str, Any]]]:
    """Lets all rivals play all courses of a page; returns what happened, by kind of course."""
    from playwright.sync_api import sync_playwright

    names = [name for name in WHO if name != "learned" or options.rival]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        tab = browser.new_page()
        tab.add_init_script(STILL)
        tab.goto(address)
        tab.wait_for_selector("#report[data-ready=true]", timeout=600_000)
        tab.keyboard.press("Space")  # The person's robot waits.
        found: dict[str, list[dict[str, Any]]] = {}
        for kind in tab.evaluate(COURSES):
            if options.only and kind not in options.only.split(","):
                continue
            found[kind] = [
                tab.evaluate(PLAYED, [kind, number, names])
                for number in range(options.first, options.first + options.courses)
            ]
            print(kind, {name: share(found[kind], name) for name in names}, flush=True)
        browser.close()
    return found


def share(courses: list[dict[str, Any]], name: str) -> float:
    """Returns the share of courses that a rival finished in time."""
    return sum(course["seconds"][name] is not None for course in courses) / len(courses)


def row_of(run: str, kind: str, courses: list[dict[str, Any]], name: str) -> list[str]:
    """Returns a row of the table."""
    times = [course["seconds"][name] for course in courses if course["seconds"][name] is not None]
    typical = f"{np.median(times):.1f} ({min(times):.1f} to {max(times):.1f})" if times else "–"
    return [Path(run).name, kind, WHO[name], f"{len(times)} of {len(courses)}", typical]


def main() -> None:
    """Measures, prints and writes the results."""
    options = parse()
    data: dict[str, Any] = {}
    rows = []
    for run in options.runs:
        with address_of(run, options) as address:
            data[Path(run).name] = found = played(address, options)
        for kind, courses in found.items():
            rows += [row_of(run, kind, courses, name) for name in courses[0]["seconds"]]
    table = results.Table(
        f"{options.courses} courses of each kind, 60 s for each",
        ["skills", "course", "who", "finished", "seconds, median (range)"],
        rows,
        "Seconds are those of courses that were finished, by the world's clock.",
    )
    where = "the server simulates" if options.served else "the page simulates"
    summary = f"Courses of `diayn play` that rivals finish in time; {where}."
    results.write(options.name, summary, [table], {"courses": data}, options.out)


if __name__ == "__main__":
    main()
