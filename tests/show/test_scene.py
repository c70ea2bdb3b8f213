"""All skills in one scene, in a real browser."""

import re

import mujoco
import numpy as np
import pytest
from browser import NARROW, chromium
from matplotlib import colors as mpl
from test_gallery import STEPS, button, choice, flat, mounted, open_page, pixels, seek, settle, totem
from test_player import images, recording_of, scene_of

from diayn_jax import envs
from diayn_jax.envs.worlds import point
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.players.player import payload
from diayn_jax.show.shown_skills import shown_skills
from diayn_jax.skills import make_skills

__all__ = ["chromium", "mounted", "open_page"]

SCENE = ".player-scene"


_CONVERTED = {}  # the last picture and its hues, because a test asks one picture for many colours


def of_hue(image, colour, saturation=0.25):
    """Returns where a picture has the hue of a colour, in any light: bool [H, W]."""
    if _CONVERTED.get("image") is not image:
        _CONVERTED.update(image=image, hsv=mpl.rgb_to_hsv(image[..., :3] / 255))
    hue, strength, _ = np.moveaxis(_CONVERTED["hsv"], -1, 0)
    wanted = mpl.rgb_to_hsv(mpl.to_rgb(colour))[0]
    return (np.abs((hue - wanted + 0.5) % 1 - 0.5) < 0.03) & (strength > saturation)


def title(page):
    return page.page.locator(".player-scene-title").inner_text()


@pytest.fixture
def scene(mounted):
    with mounted(totem(), own=False) as page:
        yield page


@pytest.mark.parametrize(("space", "number"), [("categorical", 3), ("sphere:2", 0)])
def test_every_skills_body_has_its_colour(mounted, space, number):
    shown = shown_skills(make_skills(space, number))
    # Four of the 64 drawn vectors are a quarter of a turn apart.
    some = shown.spread(4) if shown.are_vectors else [0, 1, 2]
    colours = [shown.colours[z] for z in some]
    with mounted(totem(shown.count), own=False, colours=shown.colours) as page:
        # At the start there are no traces yet.
        image = pixels(page, where=SCENE)
        assert min(of_hue(image, colour).sum() for colour in shown.colours) > 450 / shown.count
        places = []
        for z, colour in zip(some, colours, strict=True):
            # The players have the skill's colour.
            own = pixels(page, z)
            assert of_hue(own, colour).sum() > 150
            assert all(of_hue(own, other).sum() < 20 for other in colours if other != colour)
            # In the scene, the skill's body has this colour. Each body has its own lane.
            page.page.evaluate(f"gallery.highlight({z})")
            settle(page)
            alone = pixels(page, where=SCENE)
            assert of_hue(alone, colour).sum() > 450 / shown.count
            assert all(of_hue(alone, other).sum() < 5 for other in colours if other != colour)
            places.append(np.nonzero(of_hue(alone, colour))[1].mean())
        way = np.sign(places[-1] - places[0])
        assert (way * np.diff(places) > 2).all()
        page.page.evaluate("gallery.highlight(null)")
        button(page, "Own colours").click()
        settle(page)
        image = pixels(page, where=SCENE)
        assert (image[..., 0].astype(int) - image[..., 1:3].max(axis=-1) > 60).sum() > 100


@pytest.mark.parametrize("skills", [2, 3, 20, 50])
def test_the_camera_sees_all_of_them(mounted, skills):
    with mounted(totem(skills), own=False) as page:
        seek(page, STEPS)
        image = pixels(page, where=SCENE)
        ground = image[5, 5, :3].astype(int)
        coloured = (np.ptp(image[..., :3].astype(int), axis=-1) > 50) & (
            np.abs(image[..., :3].astype(int) - ground).sum(axis=-1) > 90
        )
        rows, columns = np.nonzero(coloured)
        height, width = image.shape[:2]
        assert rows.size > 200
        # The body is completely visible, and not smaller than necessary.
        assert 2 < rows.min() < rows.max() < height - 3
        assert 2 < columns.min() < columns.max() < width - 3
        assert max(np.ptp(rows) / height, np.ptp(columns) / width) > 0.35


def test_a_click_on_a_body_follows_it(scene):
    seek(scene, STEPS)
    canvas = scene.page.locator(f"{SCENE} canvas")
    image = pixels(scene, where=SCENE)
    rows, columns = np.nonzero(of_hue(image, skill_colours(3)[1]))
    box = canvas.bounding_box()
    scale = box["width"] / image.shape[1]

    def click(column, row):
        scene.page.mouse.click(box["x"] + scale * column, box["y"] + scale * row)
        settle(scene)

    # The body has gone a metre to the right of the start of its trace.
    click(np.quantile(columns, 0.7), np.median(rows[columns > np.quantile(columns, 0.6)]))
    assert title(scene).strip().startswith("skill 1")
    assert choice(scene, "Look at").input_value() == "1"
    followed = pixels(scene, where=SCENE)
    there = np.nonzero(of_hue(followed, skill_colours(3)[1]))
    assert np.median(there[1]) == pytest.approx(followed.shape[1] / 2, rel=0.25)
    click(followed.shape[1] / 2, followed.shape[0] / 2)
    assert title(scene) == "All 3 skills in one scene"
    scene.page.mouse.move(2, 2)
    np.testing.assert_array_equal(pixels(scene, where=SCENE), image)
    # The list selects a skill, and Escape deselects it, wherever the focus is.
    choice(scene, "Look at").select_option("2")
    assert "skill 2" in title(scene)
    scene.page.evaluate("document.activeElement.blur()")
    scene.page.keyboard.press("Escape")
    assert title(scene) == "All 3 skills in one scene"
    assert scene.page.evaluate("picked") == []


def test_what_is_not_picked_is_pale(scene):
    one, other = skill_colours(3)[0], skill_colours(3)[2]
    before = pixels(scene, where=SCENE)
    scene.page.evaluate("gallery.select([2])")
    settle(scene)
    after = pixels(scene, where=SCENE)
    assert of_hue(after, one).sum() < of_hue(before, one).sum() / 4
    assert of_hue(after, other).sum() > of_hue(before, other).sum() / 2
    # Pointing at a skill on the page also shows it alone.
    scene.page.evaluate("gallery.select([]); gallery.highlight(0)")
    settle(scene)
    assert of_hue(pixels(scene, where=SCENE), other).sum() < of_hue(before, other).sum() / 4


def test_space_plays_wherever_the_focus_is(scene):
    page = scene.page
    page.evaluate(
        """() => document.getElementById("report").insertAdjacentHTML("beforeend",
          "<p><input type=text aria-label=Words><button type=button>Idle</button></p>")"""
    )
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Space")
    assert button(scene, "Pause").is_visible()
    page.locator(".player-scrub").focus()
    page.keyboard.press("Space")
    assert button(scene, "Play").is_visible()
    # In a text field Space writes, and on a button it presses. In both places it plays nothing.
    page.get_by_label("Words").focus()
    page.keyboard.press("Space")
    assert page.get_by_label("Words").input_value() == " "
    page.get_by_role("button", name="Idle").focus()
    page.keyboard.press("Space")
    assert button(scene, "Play").is_visible()


def test_the_picture_is_saved_and_filmed(scene):
    with scene.page.expect_download() as taken:
        button(scene, "PNG of the scene").click()
    assert taken.value.suggested_filename == "skills.png"
    assert taken.value.path().read_bytes().startswith(b"\x89PNG")
    with scene.page.expect_download() as taken:
        button(scene, "Film of the scene").click()
    # The film ends by itself with the episode.
    assert re.fullmatch(r"skills\.(webm|mp4)", taken.value.suggested_filename)
    assert taken.value.path().stat().st_size > 1000
    assert button(scene, "Film of the scene").is_visible()


def test_flat_bodies_are_together_too(mounted):
    with mounted(flat(point.SCENE)) as page:
        seek(page, STEPS)
        image = pixels(page, where=SCENE)
        for colour in skill_colours(2):
            assert of_hue(image, colour).sum() > 60
        choice(page, "Look at").select_option("0")
        settle(page)
        assert (
            of_hue(pixels(page, where=SCENE), skill_colours(2)[1]).sum()
            < of_hue(image, skill_colours(2)[1]).sum()
        )


def test_worlds_that_draw_themselves_have_no_scene(mounted):
    data = payload(recording_of(envs.ImageScene(lambda state: state), images(STEPS, 2, 16, 24)))
    with mounted(data) as page:
        assert page.page.locator(SCENE).count() == 0


def test_it_is_the_first_thing_on_a_phone(mounted):
    with mounted(totem(), size=NARROW) as page:
        box = page.page.locator(f"{SCENE} canvas").bounding_box()
        controls = page.page.locator(".player-controls").bounding_box()
        assert box["y"] + box["height"] < controls["y"] < NARROW["height"]
        assert box["height"] > 0.7 * box["width"]
        assert page.serious() == []


@pytest.mark.parametrize(("skills", "rows"), [(2, [2]), (3, [3]), (6, [3, 3]), (7, [4, 3]), (10, [5, 5])])
def test_no_player_stands_alone_in_a_row(mounted, skills, rows):
    # Flat bodies are painted at once, and their players stand as those of other bodies do.
    poses = np.zeros((3, skills, 2), np.float32)
    size = {"width": 1280, "height": 700}
    with mounted(payload(recording_of(point.SCENE, poses, dt=1.0)), size=size) as page:
        tops = [figure.bounding_box()["y"] for figure in page.page.locator(".player-grid figure").all()]
        assert [int((np.round(tops) == top).sum()) for top in np.unique(np.round(tops))] == rows
        page.page.set_viewport_size(NARROW)
        settle(page)
        boxes = [figure.bounding_box() for figure in page.page.locator(".player-grid figure").all()]
        assert max(box["x"] + box["width"] for box in boxes) <= NARROW["width"]
        last = [box for box in boxes if round(box["y"]) == round(boxes[-1]["y"])]
        # The last player is not alone in its row, or it fills the row.
        assert len(last) > 1 or last[0]["width"] > 0.8 * NARROW["width"]


def test_single_and_overlaid_players_use_the_width(mounted):
    with mounted(totem(), size={"width": 1280, "height": 700}) as page:
        page.page.evaluate("gallery.select([1])")
        settle(page)
        whole = page.page.locator("#here").bounding_box()["width"]
        assert page.page.locator(".player-grid figure:visible").bounding_box()["width"] > 0.97 * whole
        page.page.evaluate("gallery.compare(0, 1)")
        button(page, "Over each other").click()
        assert page.page.locator(".player-pair figure").bounding_box()["width"] > 0.95 * whole


def test_a_slider_over_checkpoints(mounted):
    data, other = totem(), totem(3, reverse=True)
    earlier = [{"step": 1000, **{name: other[name] for name in ("episodes", "pos", "quat")}}]
    with mounted({**data, "step": 52_000, "earlier": earlier}, own=False) as page:
        seek(page, STEPS)
        slider = page.page.get_by_role("slider", name="Steps of training")
        assert slider.get_attribute("aria-valuetext") == "52k steps"
        now = pixels(page, where=SCENE)
        slider.fill("0")
        settle(page)
        assert slider.get_attribute("aria-valuetext") == "1k steps"
        # In that checkpoint the skills went the other way, to the left of the skill that stays.
        before = pixels(page, where=SCENE)
        colour = skill_colours(3)[0]
        middle = [np.nonzero(of_hue(image, colour))[1].mean() for image in (before, now)]
        assert middle[0] > middle[1] + now.shape[1] / 10
        slider.fill("1")
        settle(page)
        np.testing.assert_array_equal(pixels(page, where=SCENE), now)


PALACE = """
<mujoco>
  <worldbody>
    <geom type="plane" size="0 0 1"/>
    <body pos="0 0 0.5">
      <joint type="hinge" axis="0 0 1"/>
      <geom type="capsule" fromto="0 0 0 0.5 0 0" size="0.1"/>
    </body>
  </worldbody>
</mujoco>
"""


def test_what_stays_in_place_is_followed_where_it_stands(mounted):
    model = mujoco.MjModel.from_xml_string(PALACE)
    poses = np.linspace(0, 1, STEPS + 1)[:, None, None] * np.ones((1, 6, 1))
    data = payload(recording_of(scene_of(model), poses.astype(np.float32)))
    assert not data["view"]["travels"]
    with mounted(data, own=False) as page:
        # The first and the last skill stand at opposite corners of a grid.
        for z in (0, 5):
            choice(page, "Look at").select_option(str(z))
            settle(page)
            image = pixels(page, where=SCENE)
            rows, columns = np.nonzero(of_hue(image, skill_colours(6)[z]))
            assert np.median(columns) == pytest.approx(image.shape[1] / 2, rel=0.2)
            assert np.median(rows) == pytest.approx(image.shape[0] / 2, rel=0.3)


def test_a_hundred_in_one_scene(mounted):
    with mounted(totem(100), own=False) as page:
        seek(page, STEPS)
        image = pixels(page, where=SCENE)[..., :3].astype(int)
        bodies = (np.ptp(image, axis=-1) > 40).sum(axis=0)
        # Each part of the picture's middle has some bodies.
        thirds = np.array_split(bodies[len(bodies) // 5 : -len(bodies) // 5], 3)
        assert min(part.sum() for part in thirds) > 50
        assert title(page) == "All 100 skills in one scene"
        # There are too many skills for numbers beside them. The one under the pointer shows its name.
        assert page.page.locator(f"{SCENE} option").count() == 101


def test_draws_of_a_continuous_space_are_called_that(mounted):
    shown = shown_skills(make_skills("sphere:2", 0))
    with mounted(totem(8)) as page:
        page.page.evaluate(
            """([colours, labels, names]) => {
              gallery.dispose();
              window.gallery = diaynReport.mountGallery(document.getElementById("here"), window.payload, {
                colours, labels, names, captions: names, counted: (n) => `${n} draws of z` });
            }""",
            [shown.colours[:8], shown.labels[:8], shown.names[:8]],
        )
        settle(page)
        assert title(page) == "All 8 draws of z in one scene"
        assert page.page.get_by_role("img", name="All 8 draws of z in one scene").is_visible()
        assert page.serious() == []


def test_a_chosen_checkpoint_survives_news(mounted):
    data, other = totem(), totem(3, reverse=True)
    earlier = [{"step": 1000, **{name: other[name] for name in ("episodes", "pos", "quat")}}]
    data = {**data, "step": 52_000, "earlier": earlier}
    again = """() => {
      const state = gallery.dispose();
      window.gallery = diaynReport.mountGallery(document.getElementById("here"), window.payload, { state });
    }"""
    with mounted(data, own=False) as page:
        slider = page.page.get_by_role("slider", name="Steps of training")
        page.page.evaluate(again)
        assert slider.get_attribute("aria-valuetext") == "52k steps"
        slider.fill("0")
        seek(page, STEPS)
        before = pixels(page, where=SCENE)
        page.page.evaluate(again)
        settle(page)
        assert slider.get_attribute("aria-valuetext") == "1k steps"
        assert pixels(page, where=SCENE).shape == before.shape
        # If a later checkpoint is loaded, the slider follows from the page's own checkpoint to it.
        slider.fill("1")
        page.page.evaluate("window.payload = { ...window.payload, step: 60000 }")
        page.page.evaluate(again)
        assert slider.get_attribute("aria-valuetext") == "60k steps"


def test_with_a_clock_of_somebody_else(mounted):
    asked = """(payload) => {
      gallery.dispose();
      window.asked = 0;
      const here = document.getElementById("here");
      window.gallery = diaynReport.mountGallery(here, payload, { toggle: () => asked++ });
    }"""
    with mounted(totem(), own=False) as page:
        page.page.evaluate(asked, totem())
        settle(page)
        assert page.page.locator(SCENE).count() == 1
        assert page.page.locator(".player-grid, .player-controls").count() == 0
        assert button(page, "Film of the scene").count() == 0
        # A click beside the bodies asks the page to play. The scene does not react to Space.
        box = page.page.locator(f"{SCENE} canvas").bounding_box()
        page.page.mouse.click(box["x"] + 4, box["y"] + 4)
        assert page.page.evaluate("asked") == 1
        page.page.keyboard.press("Space")
        assert page.page.evaluate("asked") == 1
        # Without a scene, the players are shown.
        for data in (
            totem(1),
            payload(recording_of(envs.ImageScene(lambda state: state), images(4, 2, 16, 24))),
        ):
            page.page.evaluate(asked, data)
            settle(page)
            assert page.page.locator(SCENE).count() == 0
            assert page.page.locator(".player-grid canvas:visible").count() == len(data["episodes"])
            assert page.page.locator(".player-controls, .player-other").count() == 0
