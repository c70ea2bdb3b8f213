"""A reader's actions on the page of a run: links, files, reading values off the axes, a phone."""

import csv
import io

import numpy as np
import pytest
from browser import (
    NARROW,
    assert_tick_labels_apart,
    chromium,
    grid_lines,
    opened,
    saved,
    saved_picture,
)
from pages import data_of, points_of, run

from diayn_jax.show import page
from diayn_jax.show.colours import skill_colours
from diayn_jax.storage import logs

assert chromium  # fixtures
assert run

WIDTHS = (390, 700, 1280)


@pytest.fixture(scope="module")
def unchanged(run, chromium):
    """The page, for the tests that choose nothing on it."""
    with opened(chromium, run.page) as seen:
        yield seen


def address(seen):
    return seen.page.evaluate("location.hash")


def shows(seen, words):
    """Waits until the players' clock begins with these words.

    The clock is written with the next frame.
    """
    seen.until(f"document.querySelector('#gallery .player-controls output').innerText.startsWith('{words}')")


def test_a_link_opens_a_skill_at_a_step(run, chromium):
    steps = data_of(run.page)["skills"]["gallery"]["steps"]
    with opened(chromium, run.page) as seen:
        seen.page.goto(f"{run.page.resolve().as_uri()}#skill=1&step=3")
        seen.page.reload()
        seen.ready()
        assert seen.page.locator(".chip[aria-pressed=true]").all_inner_texts() == ["1"]
        shows(seen, f"step 3 of {steps}")
        # The address alone changes the page, without another load.
        seen.page.evaluate("location.hash = '#skill=0,2&step=4'")
        seen.until("document.querySelectorAll('.chip[aria-pressed=true]').length === 2")
        shows(seen, f"step 4 of {steps}")
        # An address with an unknown skill or step changes nothing.
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
        # The address has no step while the episodes play.
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
        # With the focus on a button, Space presses the button.
        seen.page.get_by_role("button", name="skill 2", exact=True).first.focus()
        seen.page.keyboard.press("Space")
        assert seen.page.locator(".chip[aria-pressed=true]").all_inner_texts() == ["1", "2"]


CONTROLS = {
    "list": lambda page: page.get_by_role("combobox", name="Speed", exact=True),
    "list of bodies": lambda page: page.get_by_role("combobox", name="Look at", exact=True),
    "radio": lambda page: page.get_by_role("radio", name="time", exact=True),
    # The radio has chosen the time.
    "radio's label": lambda page: page.locator(".choices label", has_text="environment steps"),
    "summary": lambda page: page.locator(".player-help summary"),
}
STATE = """() => [
  ...document.querySelectorAll("select, input[type=radio], details")
].map((each) => each.open ?? (each.type === "radio" ? each.checked : each.value))"""


def playing(seen):
    return seen.page.get_by_role("button", name="Pause", exact=True).is_visible()


def test_space_plays_after_any_control_was_used_by_mouse(run, chromium):
    with opened(chromium, run.page) as seen:
        keyboard = seen.page.keyboard
        for name, control in CONTROLS.items():
            before = seen.page.evaluate(STATE)
            control(seen.page).click()
            if name.startswith("list"):
                # The list has opened a window of its own, whose keys do not reach the page.
                for key in ("ArrowDown", "Enter"):
                    keyboard.press(key)
            chosen = seen.page.evaluate(STATE)
            assert chosen != before, name
            assert not playing(seen), name
            for expected in (True, False):
                keyboard.press("Space")
                assert playing(seen) == expected, name
                assert seen.page.evaluate(STATE) == chosen, name


def test_space_presses_a_control_that_was_reached_by_the_keyboard(run, chromium):
    with opened(chromium, run.page) as seen:
        for name in ("radio", "summary"):
            control = CONTROLS[name](seen.page)
            before = seen.page.evaluate(STATE)
            # The mouse was used elsewhere before.
            seen.page.get_by_role("heading", name="Learning", exact=True).click()
            control.focus()
            seen.page.keyboard.press("Space")
            assert seen.page.evaluate(STATE) != before, name
            assert not playing(seen), name
            seen.page.locator(".player-scrub").focus()
            seen.page.keyboard.press("Space")
            assert playing(seen), name
            seen.page.keyboard.press("Space")
            assert not playing(seen), name
        # The keyboard comes back to a button that the mouse has pressed.
        chip = seen.page.locator(".chips .chip").nth(1)
        chip.click()
        assert chip.get_attribute("aria-pressed") == "true"
        seen.page.keyboard.press("ArrowRight")
        seen.page.keyboard.press("ArrowLeft")
        seen.page.keyboard.press("Space")
        assert chip.get_attribute("aria-pressed") == "false"
        assert not playing(seen)


def test_numbers_are_saved(run, unchanged):
    data = data_of(run.page)
    seen = unchanged
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


def test_pictures_are_saved(run, unchanged):
    title = data_of(run.page)["skills"]["traces"]["title"]
    seen = unchanged
    place = seen.page.locator("#plane figure:first-child .plane").bounding_box()
    image = saved_picture(seen, f"PNG: {title}")
    # The picture has twice the page's resolution, with its title above.
    assert image.width == pytest.approx(2 * place["width"], abs=3)
    assert image.height > 2 * place["height"]
    assert len(image.resize((image.width // 4, image.height // 4)).getcolors(100_000)) > 20
    assert seen.said == []


def test_returns_are_saved_with_their_names(run, unchanged):
    returns = data_of(run.page)["skills"]["returns"]
    seen = unchanged
    seen.until("document.querySelectorAll('.strip').length === 3")
    rows = list(csv.DictReader(io.StringIO(saved(seen, "CSV: Returns").decode())))
    assert [(row["skill"], row["episode"]) for row in rows] == [
        (str(z), str(i + 1)) for z, values in enumerate(returns) for i in range(len(values))
    ]
    expected = [value for values in returns for value in values]
    assert [float(row["return"]) for row in rows] == pytest.approx(expected, rel=1e-5)
    image = np.asarray(saved_picture(seen, "PNG: Returns")).astype(int)
    place = seen.page.locator(".returns").bounding_box()
    # The picture has twice the page's resolution, with its title above.
    assert image.shape[1] == pytest.approx(2 * place["width"], abs=1)
    assert image.shape[0] == pytest.approx(2 * (place["height"] + 30), abs=1)

    def part(element):
        """Returns the picture's part at an element and one pixel around it: lines have no width."""
        box = element.bounding_box()
        top, left = box["y"] - place["y"] + 30, box["x"] - place["x"]
        rows, columns = (
            slice(max(round(2 * start) - 2, 0), round(2 * (start + length)) + 2)
            for start, length in ((top, box["height"]), (left, box["width"]))
        )
        return image[rows, columns]

    for strip in seen.page.locator(".strip").all():
        for what in (".name", ".number", "circle >> nth=0", ".mean"):
            assert np.ptp(part(strip.locator(what))) > 60, what
        dot = part(strip.locator(".swatch"))
        name = strip.locator(".name").inner_text()
        colour = [int(skill_colours(3)[int(name)][i : i + 2], 16) for i in (1, 3, 5)]
        np.testing.assert_allclose(dot[len(dot) // 2, dot.shape[1] // 2], colour, atol=3)
    for label in seen.page.locator(".returns .scale text").all():
        assert np.ptp(part(label)) > 40
    assert seen.said == []


def test_every_chart_has_its_picture_and_its_numbers(unchanged):
    seen = unchanged
    charts = seen.page.locator("figure.chart, #returns").all()
    assert len(charts) > 8
    for chart in charts:
        assert chart.locator(".save").all_inner_texts() == ["PNG", "CSV"]


@pytest.mark.parametrize("width", WIDTHS)
def test_labels_of_ticks_never_touch(run, chromium, width):
    with opened(chromium, run.page, size={"width": width, "height": 900}) as seen:
        # Charts are drawn when their width is known.
        seen.until("""document.querySelectorAll('[aria-label$="axis tick label"]').length > 20""")
        assert_tick_labels_apart(seen, axes=11)


def test_a_line_of_the_grid_at_each_tick(unchanged):
    seen = unchanged
    seen.until("""document.querySelectorAll('#plane [aria-label$="axis tick label"]').length === 4""")
    for axes in grid_lines(seen, "#plane"):
        for lines, labels in axes.values():
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
        # On a wide screen, the warning is above the players.
        seen.page.set_viewport_size({"width": 1280, "height": 900})
        seen.until(
            "document.querySelector('.warning').getBoundingClientRect().top < "
            "document.querySelector('.player-scene').getBoundingClientRect().top"
        )
        assert seen.said == []
