"""A run's page: the map of beliefs that it draws, and its text about bodies that sink into the ground."""

import base64
import io

import numpy as np
import pytest
from browser import chromium, opened
from pages import data_of, run
from PIL import Image
from test_gallery import flat

from diayn_jax.envs.worlds import point
from diayn_jax.show import page
from diayn_jax.show.colours import skill_colours

assert chromium  # fixtures
assert run


def page_with(run, path, **parts):
    """Writes the run's page, with these parts of its skills replaced."""
    data = data_of(run.page)
    data["skills"] |= parts
    path.write_text(page.render(data), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("sinks", "said"),
    # The text begins at 4 % of the body's radius of 5 m.
    [(0.199, None), (0.201, "20.1 cm"), (0.994, "99.4 cm"), (0.996, "0.996 m"), (1.25, "1.25 m")],
)
def test_bodies_that_sink_into_the_ground_are_explained(run, chromium, tmp_path, sinks, said):
    # Flat bodies are drawn at once. The text does not depend on how the bodies look.
    gallery = {**flat(point.SCENE), "sinks": sinks, "view": {"radius": 5.0}}
    path = page_with(run, tmp_path / "page.html", gallery=gallery)
    with opened(chromium, path, size={"width": 640, "height": 600}) as seen:
        note = seen.page.locator("#gallery .note.sinks")
        assert note.count() == (said is not None)
        if said:
            assert f"sink up to {said} into the ground" in note.inner_text()
            assert "The drawing is right" in note.inner_text()
        assert seen.said == []


COLUMNS, ROWS = 16, 9


def beliefs_over(traces):
    """Returns a map with skill 0 in the left half and skill 1 in the right half.

    The first three rows were visited, and the last three rows are unknown.
    """
    winner = np.tile(np.arange(COLUMNS) // 8, (ROWS, 1)).astype(np.uint16)
    winner[6:] = 65535
    visited = np.full((ROWS, COLUMNS), 255, np.uint8)
    visited[3:] = 0
    return {
        "columns": COLUMNS,
        "rows": ROWS,
        "xrange": traces["xrange"],
        "yrange": traces["yrange"],
        "winner": page.pack(winner.ravel()),
        "certainty": page.pack(np.full(ROWS * COLUMNS, 255, np.uint8)),
        "visited": page.pack(visited.ravel()),
        "nobody": 65535,
        "note": "",
        "summary": "",
    }


def plane_drawn(seen, which):
    """Returns the pixels [H, W, 4] of the traces (0) or the beliefs (1) between its axes."""
    chart = seen.page.locator("#plane figure").nth(which)
    canvas = chart.locator("canvas")
    raw = base64.b64decode(canvas.evaluate("(canvas) => canvas.toDataURL()").split(",")[1])
    image = np.asarray(Image.open(io.BytesIO(raw)).convert("RGBA")).astype(int)
    corner = canvas.bounding_box()
    across, up = (chart.locator(f'[aria-label="{axis}-grid"]').bounding_box() for axis in ("y", "x"))
    left, top = round(across["x"] - corner["x"]), round(up["y"] - corner["y"])
    return image[top : top + round(up["height"]), left : left + round(across["width"])]


@pytest.mark.parametrize("start", [(0.25, 0.75), None])
def test_the_ring_is_where_episodes_start(run, chromium, tmp_path, start):
    traces = data_of(run.page)["skills"]["traces"]
    # Episodes of the point world start within 0.1 m of 0.
    assert np.abs(traces["start"]).max() < 0.1
    # Nothing else is drawn here.
    nowhere = page.pack(np.full(traces["rows"] * traces["count"], np.nan))
    ranges = [np.array(traces[name]) for name in ("xrange", "yrange")]
    place = start and [low + share * (high - low) for share, (low, high) in zip(start, ranges, strict=True)]
    traces |= {"x": nowhere, "y": nowhere, "walls": [], "start": place}
    path = page_with(run, tmp_path / "page.html", traces=traces)
    with opened(chromium, path) as seen:
        seen.until("document.querySelector('#plane canvas') !== null")
        image = plane_drawn(seen, 0)
        said = seen.page.locator("#plane .note").first.inner_text()
        assert seen.said == []
    assert ("; ring: start" in said) == (start is not None)
    rows, columns = np.nonzero(image[..., 3])
    if start is None:
        assert len(rows) == 0
    else:
        # Row 0 is at the top.
        high, wide = image.shape[:2]
        np.testing.assert_allclose(columns.mean(), start[0] * wide, atol=2)
        np.testing.assert_allclose(rows.mean(), (1 - start[1]) * high, atol=2)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_map_of_beliefs_is_smooth_and_faded_where_nobody_has_been(run, chromium, tmp_path, theme):
    traces = data_of(run.page)["skills"]["traces"]
    # The ends of episodes are removed, because they would be drawn over the map.
    nowhere = page.pack(np.full(traces["rows"] * traces["count"], np.nan))
    traces |= {"x": nowhere, "y": nowhere, "walls": []}
    path = page_with(run, tmp_path / "page.html", traces=traces, beliefs=beliefs_over(traces))
    with opened(chromium, path, theme=theme) as seen:
        seen.until("document.querySelectorAll('#plane canvas').length === 2")
        image = plane_drawn(seen, 1)
        assert seen.said == []
    high, wide = image.shape[0] / ROWS, image.shape[1] / COLUMNS
    assert min(high, wide) > 12

    def at(row, column):
        """Returns the pixel in the middle of a cell."""
        return image[int((row + 0.5) * high), int((column + 0.5) * wide)]

    names = skill_colours(3, dark=theme == "dark")[:2]
    colours = np.array([[int(name[i : i + 2], 16) for i in (1, 3, 5)] for name in names])
    for z, column in ((0, 3), (1, 12)):
        np.testing.assert_allclose(at(1, column)[:3], colours[z], atol=4)
        here, elsewhere = at(1, column)[3], at(4, column)[3]
        assert here > 200
        assert 0.05 * here < elsewhere < 0.3 * here
        assert at(7, column)[3] == 0
    # The colour changes gradually from one skill to the other, and from visited to unvisited places. In
    # blocks, it would change completely from one pixel to the next.
    across = image[int(1.5 * high), 4:-4, :3]
    down = image[4:, int(3.5 * wide), 3:]
    for line in (across, down):
        change = np.ptp(line, axis=0).max()
        assert change > 60
        assert np.abs(np.diff(line, axis=0)).max() < change / 6
