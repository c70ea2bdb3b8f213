"""The page shows pictures that commands have written to a run's directory."""

import base64

import pytest
from browser import chromium, opened
from pages import copied, data_of, run

from diayn_jax.show import page, report
from diayn_jax.show.report.saved_pictures import pictures_part
from diayn_jax.storage import files

assert chromium  # fixtures
assert run

# One white pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8////fwAJ/gP9o8SsnAAAAABJRU5ErkJggg=="
)


def test_pictures_go_on_the_page_and_all_else_stays(run, tmp_path):
    path = copied(run, tmp_path)
    before = data_of(path / files.REPORT)
    assert before["pictures"] == []
    for name in ("archive.png", "imitation-other.png", "skills.png"):
        (path / name).write_bytes(PNG)
    assert report.show_pictures(path) == path / files.REPORT
    after = data_of(path / files.REPORT)
    assert [(x["title"], x["file"]) for x in after["pictures"]] == [
        ("The skills as an archive", "archive.png"),
        ("What others do", "imitation-other.png"),
    ]
    assert base64.b64decode(after["pictures"][0]["image"].partition("base64,")[2]) == PNG
    assert {**after, "pictures": []} == before
    # A page that is written again has them, too, and does not have a deleted picture.
    (path / "archive.png").unlink()
    (path / files.REPORT).unlink()  # because a page with players would be kept
    report.write_directory(path)
    assert [x["file"] for x in data_of(path / files.REPORT)["pictures"]] == ["imitation-other.png"]


def test_what_is_no_picture_is_left_out(tmp_path):
    (tmp_path / "archive.png").write_bytes(b"<svg onload=alert(1)>")
    (tmp_path / "archive-2.png").mkdir()
    (tmp_path / "imitation-large.png").write_bytes(PNG + bytes(5_000_000))
    (tmp_path / "other.png").write_bytes(PNG)
    assert pictures_part(tmp_path) == []
    for i in range(25):
        (tmp_path / f"imitation-{i}.png").write_bytes(PNG)
    assert len(pictures_part(tmp_path)) == 20
    assert pictures_part(None) == []


@pytest.mark.parametrize("text", ["", "no page", page.render({"kind": "compare", "title": "runs"})])
def test_what_is_no_page_of_a_run_stays_as_it_is(tmp_path, text):
    (tmp_path / "archive.png").write_bytes(PNG)
    target = tmp_path / files.REPORT
    assert report.show_pictures(tmp_path) is None
    assert not target.exists()
    target.write_text(text)
    assert report.show_pictures(tmp_path) is None
    assert target.read_text() == text


def test_they_are_seen_in_a_browser(run, chromium, tmp_path):
    path = copied(run, tmp_path)
    (path / "imitation-<b>other.png").write_bytes(PNG)
    report.show_pictures(path)
    with opened(chromium, path / files.REPORT, theme="dark") as seen:
        assert "What else was drawn" in seen.page.locator("section > h2").all_inner_texts()
        shown = seen.page.locator("#pictures img")
        assert shown.count() == 1
        assert shown.evaluate("image => image.complete && image.naturalWidth === 1")
        assert "imitation-<b>other.png" in seen.page.locator("#pictures figcaption").inner_text()
        assert seen.serious() == []
        assert seen.said == []
