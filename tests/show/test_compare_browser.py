"""The page of several runs in a browser: its charts, their axes, and the files that it saves."""

import csv
import io
import re

import numpy as np
import pytest
from browser import assert_tick_labels_apart, chromium, grid_lines, opened, saved, saved_picture
from test_compare import STEPS, players, with_report, write_run
from test_report_browser import coloured

from diayn_jax.show import compare
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.pictures.marginals import marginal
from diayn_jax.show.shown_skills import discrete
from diayn_jax.storage import files

assert chromium  # a fixture

FIGURE = "Share of H(p)"
RATES = np.geomspace(1e-4, 1e-1, 24)
MI = {0.1: [0.2, 0.4], 0.2: [0.6, 0.9]}
SECONDS = 30  # duration of each run


def timed(path):
    """Adds the seconds since its start to a run's log."""
    first, *rows = (path / files.PROGRESS).read_text(encoding="utf-8").splitlines()
    seconds = SECONDS * STEPS / STEPS[-1]
    rows = [f"{row},{time}" for row, time in zip(rows, seconds, strict=True)]
    (path / files.PROGRESS).write_text("\n".join([f"{first},time/wall_seconds", *rows, ""]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    """Writes the page of four runs in two settings, with players, traces, and two settings' marginals."""
    path = tmp_path_factory.mktemp("compared")
    paths = []
    for tau, ends in MI.items():
        for seed, end in enumerate(ends):
            run = timed(write_run(path, f"{tau}-{seed}", end * np.arange(1, 5) / 4, seed=seed, tau=tau))
            paths.append(with_report(run, discrete(4), players(4), reach=1 + tau))
    drawn = [
        marginal("tau", [(tau, value) for tau, values in MI.items() for value in values]),
        marginal("learning_rate", [(float(rate), float(i % 5)) for i, rate in enumerate(RATES)], log=True),
    ]
    return compare.write(paths, path / "page.html", drawn, FIGURE).path


@pytest.fixture(scope="module")
def opened_once(compared, chromium):
    with opened(chromium, compared) as page:
        # Charts are drawn when their width is known.
        page.until("document.querySelectorAll('#learning svg, #marginals svg, #figures svg').length >= 5")
        yield page


@pytest.fixture
def seen(opened_once):
    """The page, which each test leaves as it was."""
    yield opened_once
    assert opened_once.said == []


def texts(seen, label):
    """Returns the texts at an axis of the first learning curve's chart."""
    chart = seen.page.locator("#learning .plot").first
    return chart.locator(f'[aria-label="{label}"] text').all_text_contents()


def test_the_curves_go_over_steps_or_over_time(seen):
    for name, unit, last in (
        ("environment steps", "steps", "4.?0?k"),
        ("time", "seconds", str(SECONDS)),
        ("environment steps", "steps", "4.?0?k"),
    ):
        seen.page.get_by_label(name, exact=True).click()
        assert texts(seen, "x-axis label") == [unit]
        ticks = texts(seen, "x-axis tick label")
        assert ticks[0] == "0"
        assert re.fullmatch(last, ticks[-1])


def test_the_traces_of_each_run_are_drawn_in_its_skills_colours(seen):
    places = seen.page.locator("#traces .runs > div")
    assert places.locator("h3").all_inner_texts() == ["tau=0.1", "tau=0.2"]
    for i in (1, 2):
        place = f"#traces .runs > div:nth-child({i})"
        seen.until(f"document.querySelector('{place} canvas') !== null")
        for colour in skill_colours(4):
            assert coloured(seen, colour, place) > 20


TOLD = """async () => {
  const clock = document.querySelector("#scenes .player-clock");
  const told = new Set();
  const end = performance.now() + 1500;
  while (performance.now() < end) {
    told.add(clock.value);
    await new Promise(requestAnimationFrame);
  }
  return [...told];
}"""


@pytest.mark.parametrize(
    ("dts", "label", "form", "last"),
    [
        ((0.1, 0.05), "Seconds of the episodes", r"0\.\d s of 0\.6 s", "0.6 s of 0.6 s"),
        # A world without a clock has no seconds. Its six steps are played in 0.3 s, as are the other's.
        ((1.0, 1.0), "Step of the episodes", r"step \d of 6", "step 6 of 6"),
        ((1.0, 0.05), "Step of the episodes", r"step \d of 6", "step 6 of 6"),
    ],
)
def test_players_tell_the_time_up_to_the_end(chromium, tmp_path, dts, label, form, last):
    runs = []
    for i, dt in enumerate(dts):
        run = write_run(tmp_path, str(i), [0.1] * 4, tau=0.1 * (i + 1))
        runs.append(with_report(run, discrete(2), players(2, dt=dt)))
    with opened(chromium, compare.write(runs, tmp_path / "page.html").path) as seen:
        scrub = seen.page.locator("#scenes .player-scrub")
        assert scrub.get_attribute("aria-label") == label
        seen.page.locator("#scenes .player-play").click()
        told = seen.page.evaluate(TOLD)
        assert all(re.fullmatch(form, text) for text in told)
        assert max(told) == last
        assert re.fullmatch(form, scrub.get_attribute("aria-valuetext"))
        assert seen.said == []


@pytest.mark.parametrize("width", [390, 700, 1280])
def test_labels_of_ticks_never_touch(compared, chromium, width):
    with opened(chromium, compared, size={"width": width, "height": 900}) as seen:
        seen.until("document.querySelectorAll('#learning svg, #marginals svg, #figures svg').length >= 5")
        assert_tick_labels_apart(seen, axes=14)
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("place", "axes"), [("#figures", "x"), ("#marginals", "y"), ("#learning", "xy"), ("#traces", "xy")]
)
def test_a_line_of_the_grid_at_each_tick(seen, place, axes):
    charts = grid_lines(seen, place)
    assert charts
    for chart in charts:
        for axis in axes:
            lines, labels = map(sorted, chart[axis])
            assert len(lines) >= 2
            if place == "#learning" and axis == "y":
                # The curve of mutual information also has an axis of skills on the right, which has no grid
                # lines.
                labels = sorted(min(labels, key=lambda label, line=line: abs(line - label)) for line in lines)
            assert lines == pytest.approx(labels, abs=2)


def test_settings_are_saved_as_numbers(seen):
    rows = list(csv.DictReader(io.StringIO(saved(seen, f"CSV: {FIGURE} by tau").decode())))
    runs = [row for row in rows if row["what"] == "run"]
    assert [(float(row["tau"]), float(row[FIGURE])) for row in runs] == [
        (tau, value) for tau, values in MI.items() for value in values
    ]
    means = [row for row in rows if row["what"] == "interquartile mean"]
    # For two runs, the interquartile mean is the plain mean.
    assert {float(row["tau"]): float(row[FIGURE]) for row in means} == {
        tau: pytest.approx(np.mean(values), rel=1e-5) for tau, values in MI.items()
    }
    for row in means:
        assert float(row["low"]) <= float(row[FIGURE]) <= float(row["high"])
    rows = list(csv.DictReader(io.StringIO(saved(seen, f"CSV: {FIGURE} by learning_rate").decode())))
    rates = [float(row["learning_rate"]) for row in rows if row["what"] == "run"]
    assert rates == pytest.approx(RATES, rel=1e-5)


def test_every_chart_has_its_picture_and_its_numbers(seen):
    charts = seen.page.locator("figure.chart").all()
    assert len(charts) >= 7
    for chart in charts:
        assert chart.locator(".save").all_inner_texts() == ["PNG", "CSV"]
    for title, chart in (
        (f"{FIGURE} by tau", "#marginals .plot"),
        ("Mutual information, share of H(p)", "#figures .plot"),
    ):
        place = seen.page.locator(chart).first.bounding_box()
        image = saved_picture(seen, f"PNG: {title}")
        assert image.size == pytest.approx((2 * place["width"], 2 * (place["height"] + 30)), abs=2)
        body = np.asarray(image.crop((0, 60, *image.size)))
        # The panel shows axes, labels and dots.
        assert (np.ptp(body.reshape(-1, 3), axis=0) > 100).all()
        assert 0.01 < (body != body[-1, -1]).any(axis=-1).mean() < 0.5
