"""What a reader does with the page of a run: links, files, reading off the axes, a phone."""

import csv
import io

import numpy as np
import pytest
from browser import NARROW, chromium, opened
from pages import data_of, points_of, run
from PIL import Image

from diayn_jax.run import logs
from diayn_jax.show import page

assert chromium  # fixtures
assert run

WIDTHS = (390, 700, 1280)


def address(seen):
    return seen.page.evaluate("location.hash")


def clock(seen):
    return seen.page.locator("#gallery .player-controls output").inner_text()


def test_a_link_opens_a_skill_at_a_step(run, chromium):
    steps = data_of(run.page)["skills"]["gallery"]["steps"]
    with opened(chromium, run.page) as seen:
        seen.page.goto(f"{run.page.resolve().as_uri()}#skill=1&step=3")
        seen.page.reload()
        seen.ready()
        assert seen.page.locator(".chip[aria-pressed=true]").all_inner_texts() == ["1"]
        assert clock(seen).startswith(f"step 3 of {steps}")
        # By the address alone, without another load.
        seen.page.evaluate("location.hash = '#skill=0,2&step=4'")
        seen.until("document.querySelectorAll('.chip[aria-pressed=true]').length === 2")
        assert clock(seen).startswith(f"step 4 of {steps}")
        # What there is not, is not picked.
        seen.page.evaluate("location.hash = '#skill=7&step=x'")
        seen.page.wait_for_timeout(100)
        assert seen.page.locator(".chip[aria-pressed=true]").count() == 2
        assert seen.said == []


def test_the_address_says_what_is_shown(run, chromium):
    with opened(chromium, run.page) as seen:
        assert address(seen) == ""
        seen.page.get_by_role("button", name="skill 1", exact=True).first.click()
        assert address(seen) == "#skill=1"
        slider = seen.page.get_by_role("slider", name="Step of the episode")
        slider.fill("5")
        assert address(seen) == "#skill=1&step=5"
        # While it plays there is no such step.
        seen.page.get_by_role("button", name="Play", exact=True).click()
        assert address(seen) == "#skill=1"
        seen.page.get_by_role("button", name="Pause", exact=True).click()
        assert "step=" in address(seen)


def test_space_after_a_click_plays(run, chromium):
    with opened(chromium, run.page) as seen:
        seen.page.get_by_role("button", name="skill 1", exact=True).first.click()
        seen.page.keyboard.press("Space")
        assert seen.page.locator(".chip[aria-pressed=true]").all_inner_texts() == ["1"]
        assert seen.page.get_by_role("button", name="Pause", exact=True).is_visible()
        seen.page.keyboard.press("Space")
        assert seen.page.get_by_role("button", name="Play", exact=True).is_visible()
        # Whoever came by the keyboard presses the button.
        seen.page.get_by_role("button", name="skill 2", exact=True).first.focus()
        seen.page.keyboard.press("Space")
        assert seen.page.locator(".chip[aria-pressed=true]").all_inner_texts() == ["1", "2"]


def saved(seen, name):
    """The file that a button gives."""
    seen.page.set_default_timeout(60_000)
    with seen.page.expect_download() as taken:
        seen.page.get_by_role("button", name=name, exact=True).click()
    return taken.value.path().read_bytes()


def test_numbers_are_saved(run, chromium):
    data = data_of(run.page)
    with opened(chromium, run.page) as seen:
        rows = list(csv.DictReader(io.StringIO(saved(seen, "CSV: Discriminator's accuracy").decode())))
        name = "eval/discriminator_accuracy"
        log = [row for row in logs.read(run.path) if row.get(name) is not None]
        assert [float(row["value"]) for row in rows] == pytest.approx([row[name] for row in log], rel=1e-5)
        assert [int(row["environment steps"]) for row in rows] == [row[logs.STEP] for row in log]
        table = list(csv.DictReader(io.StringIO(saved(seen, "CSV: Every skill").decode())))
        assert [row["Skill"] for row in table] == ["0", "1", "2"]
        expected = [row["return"] for row in data["skills"]["table"]]
        assert [float(row["Return"]) for row in table] == pytest.approx(expected, rel=1e-5)
        title = data["skills"]["traces"]["title"]
        traces = list(csv.reader(io.StringIO(saved(seen, f"CSV: {title}").decode())))[1:]
        points = points_of(data["skills"]["traces"])
        there = np.isfinite(points).all(axis=-1).sum()
        assert len(traces) == there
        assert seen.said == []


def test_pictures_are_saved(run, chromium):
    title = data_of(run.page)["skills"]["traces"]["title"]
    with opened(chromium, run.page) as seen:
        place = seen.page.locator("#plane figure:first-child .plane").bounding_box()
        image = Image.open(io.BytesIO(saved(seen, f"PNG: {title}"))).convert("RGB")
        # Twice as sharp as the page, with its title above.
        assert image.width == pytest.approx(2 * place["width"], abs=3)
        assert image.height > 2 * place["height"]
        assert len(image.resize((image.width // 4, image.height // 4)).getcolors(100_000)) > 20
        assert seen.said == []


BOXES = """() => [...document.querySelectorAll("svg")].flatMap((svg) => {
  const labels = [...svg.querySelectorAll('[aria-label$="axis tick label"]')];
  return labels.map((group) => [...group.querySelectorAll("text")].map((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    return { text: text.textContent, left, right, top, bottom };
  }));
})"""


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_of_ticks_never_touch(run, chromium, width):
    with opened(chromium, run.page, size={"width": width, "height": 900}) as seen:
        # Charts are drawn when their width is known.
        seen.until("""document.querySelectorAll('[aria-label$="axis tick label"]').length > 20""")
        axes = [axis for axis in seen.page.evaluate(BOXES) if axis]
        assert len(axes) > 10
        for axis in axes:
            assert len({box["text"] for box in axis}) == len(axis), axis
            for i, a in enumerate(axis):
                for b in axis[:i]:
                    across = min(a["right"], b["right"]) - max(a["left"], b["left"])
                    down = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
                    assert min(across, down) < 0, (a, b)


LINES = """() => [...document.querySelectorAll("#plane svg")].map((svg) => {
  const middle = (box, axis) => (axis === "x" ? box.left + box.right : box.top + box.bottom) / 2;
  const of = (label, shape, axis) => [...svg.querySelectorAll(`[aria-label="${label}"] ${shape}`)]
    .map((part) => middle(part.getBoundingClientRect(), axis));
  const both = (axis) => [of(`${axis}-grid`, "line", axis), of(`${axis}-axis tick label`, "text", axis)];
  return ["x", "y"].map(both);
})"""


def test_a_line_of_the_grid_at_each_tick(run, chromium):
    with opened(chromium, run.page) as seen:
        seen.until("""document.querySelectorAll('#plane [aria-label$="axis tick label"]').length === 4""")
        for axes in seen.page.evaluate(LINES):
            for lines, labels in axes:
                assert len(labels) >= 2
                assert lines == pytest.approx(labels, abs=2)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_phone_shows_a_body_first_whatever_there_is_to_be_warned_of(run, chromium, tmp_path, theme):
    data = data_of(run.page)
    data["head"]["notes"] = ["Something is missing: " + "it is told at some length. " * 8]
    path = tmp_path / "page.html"
    path.write_text(page.render(data), encoding="utf-8")
    with opened(chromium, path, size=NARROW, theme=theme) as seen:
        scene = seen.page.locator(".player-scene canvas").bounding_box()
        warning = seen.page.locator(".warning").bounding_box()
        assert scene["y"] + scene["height"] < NARROW["height"]
        assert warning["y"] > scene["y"] + scene["height"]
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        assert seen.serious() == []
        # On a wide screen it stands above them.
        seen.page.set_viewport_size({"width": 1280, "height": 900})
        seen.until(
            "document.querySelector('.warning').getBoundingClientRect().top < "
            "document.querySelector('.player-scene').getBoundingClientRect().top"
        )
        assert seen.said == []
