"""The page of a run in a browser."""

import re
import shutil

import numpy as np
import pytest
import tiny
from browser import NARROW, WIDE, chromium, opened
from pages import copied, run
from untrained import blank_state

from diayn_jax import envs, training
from diayn_jax.evaluation import evaluators
from diayn_jax.show import report
from diayn_jax.show.colours import skill_colours
from diayn_jax.storage import files
from diayn_jax.use import loaded_run

assert chromium  # fixtures
assert run


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_opens_from_disk(run, chromium, theme):
    with opened(chromium, run.page, theme=theme) as seen:
        titles = seen.page.locator("section > h2").all_inner_texts()
        assert titles == [
            "See the skills",
            "In figures",
            "Where they go",
            "How well they are told apart",
            "Returns",
            "Every skill",
            "Learning",
            "Settings",
        ]
        assert seen.serious() == []
        assert seen.said == []
        assert {url.split(":")[0] for url in seen.asked} <= {"file", "data", "blob"}
        background = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
        light = sum(map(int, re.findall(r"\d+", background)[:3])) > 3 * 128
        assert light == (theme == "light")


def test_the_page_fits_a_phone(run, chromium):
    with opened(chromium, run.page, size=NARROW) as seen:
        width = seen.page.evaluate("document.documentElement.scrollWidth")
        assert width <= NARROW["width"]
        assert seen.serious() == []
        assert seen.said == []


COLOURED = """place => {
  const canvas = document.querySelector(place + " canvas");
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", {willReadFrequently: true});
  copy.drawImage(canvas, 0, 0);
  const {data} = copy.getImageData(0, 0, canvas.width, canvas.height);
  const seen = {};
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] < 200) continue;
    const key = "#" + [0, 1, 2].map(k => data[i + k].toString(16).padStart(2, "0")).join("");
    seen[key] = (seen[key] || 0) + 1;
  }
  return seen;
}"""


def coloured(seen, colour, place="#plane figure:first-child"):
    """Returns how many pixels of the traces have nearly this colour."""
    wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
    # The page draws its plots one after the other.
    seen.page.wait_for_selector(f"{place} canvas", state="attached")
    counts = seen.page.evaluate(COLOURED, place)
    return sum(
        n
        for key, n in counts.items()
        if np.abs(wanted - [int(key[i : i + 2], 16) for i in (1, 3, 5)]).max() <= 2
    )


def test_skills_are_picked_by_mouse_and_keyboard(run, chromium):
    colours = skill_colours(3)
    with opened(chromium, run.page) as seen:
        page = seen.page
        assert all(coloured(seen, colour) > 20 for colour in colours)
        page.get_by_role("button", name="skill 1", exact=True).first.click()
        page.mouse.move(5, 5)
        page.wait_for_timeout(100)
        assert coloured(seen, colours[1]) > 20
        assert coloured(seen, colours[0]) < coloured(seen, colours[1]) / 4
        assert page.locator("tr.faded").count() == 2
        # The keyboard adds the next skill, and then selects all again.
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert page.locator(".chip[aria-pressed=true]").count() == 2
        page.get_by_role("button", name="all", exact=True).focus()
        page.keyboard.press("Space")
        page.mouse.move(5, 5)
        assert page.locator("tr.faded").count() == 0
        assert seen.said == []


def test_traces_say_what_is_under_the_pointer(run, chromium):
    with opened(chromium, run.page) as seen:
        plane = seen.page.locator("#plane figure:first-child .plane")
        plane.scroll_into_view_if_needed()
        box = plane.bounding_box()
        found, tip = set(), plane.locator(".tip")
        # Places all over the plane, in any order: neighbours often show the same skill.
        places = np.random.default_rng(0).permutation([(i, j) for i in range(3, 18) for j in range(3, 16)])
        for i, j in places.tolist():
            seen.page.mouse.move(box["x"] + i * box["width"] / 20, box["y"] + j * box["height"] / 20)
            if tip.is_visible():
                words = re.fullmatch(r"skill (\d), episode \d+, step \d+: \(.+, .+\)", tip.inner_text())
                found.add(words.group(1))
            if len(found) == 3:
                break
        assert found == {"0", "1", "2"}


def test_returns_open_a_skill(run, chromium):
    with opened(chromium, run.page) as seen:
        seen.page.get_by_role("button", name=re.compile("Open skill 2")).click()
        seen.page.mouse.move(5, 5)
        assert seen.page.locator(".chip[aria-pressed=true]").inner_text() == "2"
        seen.until("document.getElementById('gallery').getBoundingClientRect().top < 200")


def test_the_table_sorts(run, chromium):
    with opened(chromium, run.page) as seen:
        table = seen.page.locator("table.skills")
        values = sorted((row["return"] for row in run.run.skill_table), reverse=True)
        order = [next(r["skill"] for r in run.run.skill_table if r["return"] == v) for v in values]
        table.get_by_role("button", name="Return").click()
        assert table.locator("tbody th").all_inner_texts() == [f"skill {z}" for z in order]
        assert table.locator("th[aria-sort=descending]").inner_text().startswith("Return")
        table.get_by_role("button", name="Return").click()
        assert table.locator("tbody th").all_inner_texts() == [f"skill {z}" for z in reversed(order)]


def test_a_hundred_skills(chromium, tmp_path):
    config = tiny.config(num_skills=100, num_envs=100, warmup_steps=100, episode_length=300)
    trainer = training.make_trainer(config, envs.from_config(config))
    untrained = loaded_run.Run(
        config=config,
        path=None,
        state=blank_state(config, trainer.components),
        figures={},
        skill_table=(),
        trainer=trainer,
        evaluator=evaluators.make_evaluator(config, trainer),
    )
    written = report.write(untrained, tmp_path / "page.html")
    assert written.path.stat().st_size < 50e6
    with opened(chromium, written.path, size=NARROW) as seen:
        # The rows are drawn when their width is known.
        seen.until("document.querySelectorAll('.strip').length === 100")
        assert seen.serious() == []
        for size in (NARROW, WIDE):
            seen.page.set_viewport_size(size)
            seen.until(f"document.documentElement.clientWidth === {size['width']}")
            seen.until("document.querySelectorAll('.strip').length === 100")
            assert seen.page.locator(".chip").count() == 101
            assert seen.page.locator("table.skills tbody tr").count() == 100
            seen.until(f"document.documentElement.scrollWidth <= {size['width']}", seconds=20)
            seen.page.get_by_role("button", name="skill 77", exact=True).first.click()
            seen.page.mouse.move(2, 2)
            assert seen.page.locator("tr.faded").count() == 99
            seen.page.get_by_role("button", name="all", exact=True).click()
            assert seen.page.locator("tr.faded").count() == 0
        assert seen.said == []


def test_pages_of_which_much_is_missing_open_too(run, chromium, tmp_path):
    path = copied(run, tmp_path)
    shutil.rmtree(path / files.CHECKPOINTS)
    (path / files.PROGRESS).unlink()
    with opened(chromium, report.write_directory(path, tmp_path / "page.html").path) as seen:
        assert seen.page.locator("section > h2").all_inner_texts() == ["Settings"]
        assert seen.page.locator(".warning").count() == 2
        assert seen.serious() == []
        assert seen.said == []
