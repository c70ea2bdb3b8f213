"""The gallery in a real browser: it shows what was recorded, and its controls work."""

import base64
import contextlib
import functools
import io
import json
import re
from pathlib import Path

import mujoco
import numpy as np
import pytest
from browser import NARROW, chromium, opened
from PIL import Image
from test_player import images, recording_of, scene_of

from diayn_jax import envs
from diayn_jax.envs.worlds import classic_control, point
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.players.player import payload
from diayn_jax.types import OptionUnderWay

__all__ = ["chromium"]

WEB = Path(__file__).parent.parent.parent / "diayn_jax" / "show" / "web"
STEPS = 20
SMALL = {"width": 640, "height": 600}  # software WebGL is slow

# A post stands on the floor, with a red ball at +x and a blue one at −x. It moves along y = const.
TOTEM = """
<mujoco>
  <worldbody>
    <geom type="plane" size="0 0 1"/>
    <body pos="0 0 0.5">
      <joint type="slide" axis="1 0 0"/>
      <geom type="{post}" size="0.1 0.5" rgba="0 1 0 1"/>
      <geom type="sphere" size="0.15" pos="0.5 0 0.4" rgba="1 0 0 1"/>
      <geom type="sphere" size="0.15" pos="-0.5 0 0.4" rgba="0 0 1 1"/>
    </body>
  </worldbody>
</mujoco>
"""


@functools.cache
def totem(skills=3, post="capsule", reverse=False):
    """Returns a gallery's data: skill z goes z metres along x, or back if reversed; the last ends halfway."""
    model = mujoco.MjModel.from_xml_string(TOTEM.format(post=post))
    way = np.linspace(0, -1 if reverse else 1, STEPS + 1)[:, None] * np.arange(skills)
    lifetimes = [STEPS] * (skills - 1) + [STEPS // 2]
    return payload(recording_of(scene_of(model), way[..., None].astype(np.float32), lifetimes=lifetimes))


def flat(scene):
    place = np.linspace(-0.8, 0.3, STEPS + 1, dtype=np.float32)[:, None, None] * np.array(
        [[[1], [0.7]]], "f4"
    )
    poses = np.repeat(place, 2, axis=-1) if scene is point.SCENE else place
    return payload(recording_of(scene, poses, dt=1.0))


@contextlib.contextmanager
def gallery(browser, tmp_path, data, *, before="", size=SMALL, own=True, colours=None, **options):
    """Opens a page with only a gallery; `window.gallery` is the result of mountGallery.

    If `own` is true, the page shows the bodies in their own colours.
    """
    colours = colours or colours_of(data)
    file = tmp_path / "gallery.html"
    script = (WEB / "bundle.js").read_text(encoding="utf-8").replace("</script", "<\\/script")
    file.write_text(
        f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gallery</title>
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <style>{(WEB / "bundle.css").read_text(encoding="utf-8")}</style></head>
        <body><main id="report"><h1>Gallery</h1><div id="here"></div></main>
        <script>{before}</script><script>{script}</script><script>
        window.payload = {json.dumps(data)};
        window.colours = {json.dumps(colours)};
        window.mount = () => {{
          window.picked = [];
          window.gallery = diaynReport.mountGallery(document.getElementById("here"), window.payload, {{
            colours: window.colours, onSelect: (skills) => window.picked.push(skills) }});
        }};
        mount();
        document.getElementById("report").dataset.ready = "true";
        </script></body></html>""",
        encoding="utf-8",
    )
    with opened(browser, file, size=size, **options) as page:
        if own:
            show_own_colours(page)
        settle(page)
        yield page
        assert page.said == []


def show_own_colours(page):
    if button(page, "Own colours").count():
        button(page, "Own colours").click()


def colours_of(data):
    return skill_colours(len({episode["skill"] for episode in data["episodes"]}))


@pytest.fixture(scope="module")
def open_page(chromium, tmp_path_factory):
    """A page with a gallery, which `mounted` uses again and again: opening a page takes seconds."""
    with gallery(chromium, tmp_path_factory.mktemp("gallery"), flat(point.SCENE)) as page:
        yield page


@pytest.fixture
def mounted(open_page):
    """Returns a function that shows a new gallery, as `gallery` does, on a page that is open already."""

    @contextlib.contextmanager
    def mount(data, *, size=SMALL, own=True, colours=None):
        open_page.said.clear()
        open_page.page.set_viewport_size(size)
        open_page.page.mouse.move(2, 2)
        open_page.page.evaluate(
            """([payload, colours]) => {
              if (document.getElementById("here").innerHTML) gallery.dispose();
              for (const other of document.querySelectorAll("#report > :not(h1, #here)")) other.remove();
              Object.assign(window, { payload, colours });
              mount();
              document.activeElement.blur();
              window.scrollTo(0, 0);
            }""",
            [data, colours or colours_of(data)],
        )
        if own:
            show_own_colours(open_page)
        settle(open_page)
        yield open_page
        assert open_page.said == []

    return mount


def settle(page):
    """Waits until all visible parts are painted."""
    # The browser reports only one frame later whether a canvas is visible.
    page.page.evaluate(
        """async () => {
          const painted = () => document.getElementById("here").dataset.painted !== "false";
          for (let frames = 0; frames < 3 || !painted(); frames++) await new Promise(requestAnimationFrame);
        }"""
    )


def pixels(page, which=0, where=".player-cell:not(.player-scene)"):
    """Returns the pixels [H, W, 4] of one of the players' canvases, or of the scene's."""
    canvas = page.page.locator(f"{where} canvas").nth(which)
    canvas.scroll_into_view_if_needed()
    settle(page)
    data = canvas.evaluate("(canvas) => canvas.toDataURL()")
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(data.split(",")[1]))).convert("RGBA"))


def middle_of(image, channel):
    """Returns where a picture has most of one colour: mean column and row, and the extent of both."""
    others = [c for c in range(3) if c != channel]
    strong = image[..., channel].astype(int) - image[..., others].max(axis=-1) > 60
    rows, columns = np.nonzero(strong)
    assert rows.size > 20
    return columns.mean(), rows.mean(), np.ptp(columns) + 1, np.ptp(rows) + 1


def button(page, name):
    return page.page.get_by_role("button", name=name, exact=True)


def choice(page, name):
    return page.page.get_by_role("combobox", name=name, exact=True)


def differ(a, b):
    # Columns of the grid may differ by a pixel in width.
    height, width = np.minimum(a.shape, b.shape)[:2]
    return (a[:height, :width] != b[:height, :width]).any()


def seek(page, step):
    page.page.evaluate(f"gallery.seek({step})")
    settle(page)


@pytest.fixture
def shown(mounted):
    with mounted(totem()) as page:
        yield page


@pytest.mark.parametrize("post", ["capsule", "cylinder"])
def test_what_is_seen_is_the_world(mounted, post):
    with mounted(totem(post=post)) as page:
        image = pixels(page)
        assert (image[..., 3] == 255).all()
        red, green, blue = (middle_of(image, channel) for channel in range(3))
        # The view is from the side, with x to the right. The balls are at the same height, near the top of
        # the post.
        assert blue[0] < green[0] < red[0]
        assert red[0] - blue[0] > image.shape[1] / 8
        assert red[1] == pytest.approx(blue[1], abs=image.shape[0] / 30)
        assert red[1] < green[1]
        # The post stands upright, and the balls are round.
        assert green[3] > 2 * green[2]
        assert red[2] == pytest.approx(red[3], rel=0.2)


def test_a_player_for_each_skill(shown):
    assert shown.page.locator(".player-grid figure").count() == 3
    seek(shown, STEPS)
    # Skills with different paths have different traces.
    assert differ(pixels(shown, 0), pixels(shown, 1))
    assert shown.page.locator(".player-grid figure").nth(1).inner_text().startswith("skill 1")
    # The last skill ended halfway.
    assert shown.page.locator(".player-ended").count() == 1
    seek(shown, STEPS // 2 - 1)
    assert shown.page.locator(".player-ended").count() == 0


def test_scrubbing(shown):
    slider = shown.page.get_by_role("slider")
    before = pixels(shown, 1)
    slider.fill("10")
    settle(shown)
    assert differ(pixels(shown, 1), before)
    assert shown.page.locator("output").inner_text().startswith(f"step 10 of {STEPS}")
    assert "10 of" in slider.get_attribute("aria-valuetext")
    slider.fill("0")
    settle(shown)
    np.testing.assert_array_equal(pixels(shown, 1), before)


def test_playing_never_goes_before_the_start(chromium, tmp_path):
    # A browser may give a frame the time at which it became due, which is before playing began.
    late = "const real = performance.now.bind(performance); performance.now = () => real() + 900;"
    with gallery(chromium, tmp_path, totem(), before=late) as page:
        button(page, "Play").click()
        times = page.page.evaluate(
            """async () => {
              const times = [];
              for (let frames = 0; frames < 5; frames++) {
                await new Promise(requestAnimationFrame);
                times.push(document.querySelector("output").textContent);
              }
              return times;
            }"""
        )
        button(page, "Pause").click()
        settle(page)
        assert [time for time in times if time.startswith("step -")] == []


def test_reduced_motion_waits_to_be_played(shown):
    assert shown.page.locator("output").inner_text().startswith("step 0 of")
    button(shown, "Play").click()
    shown.page.wait_for_function("document.querySelector('.player-scrub').value > 0")
    button(shown, "Pause").click()
    settle(shown)
    step = shown.page.locator("output").inner_text()
    shown.page.wait_for_timeout(200)
    assert shown.page.locator("output").inner_text() == step


def test_speed(shown):
    shown.page.evaluate("gallery.setSpeed(0.1)")
    assert choice(shown, "Speed").input_value() == "0.1"
    shown.page.evaluate("gallery.play()")
    shown.page.wait_for_timeout(300)
    shown.page.evaluate("gallery.pause()")
    # At a tenth of real time, a step of 0.05 s takes half a second.
    assert int(shown.page.get_by_role("slider").input_value()) <= 3
    choice(shown, "Speed").select_option("8")
    shown.page.evaluate("gallery.play()")
    shown.page.wait_for_function(f"document.querySelector('.player-scrub').value == {STEPS}")


def test_picking_a_skill(shown):
    button(shown, "skill 1").click()
    shown_now = [figure.is_visible() for figure in shown.page.locator(".player-grid figure").all()]
    assert shown_now == [False, True, False]
    assert shown.page.evaluate("picked") == [[1]]
    button(shown, "Show all").click()
    assert shown.page.locator(".player-grid figure:visible").count() == 3
    assert shown.page.evaluate("picked") == [[1], []]
    # A selection from outside is not reported back.
    shown.page.evaluate("gallery.select([0, 2, 7])")
    assert shown.page.locator(".player-grid figure:visible").count() == 2
    assert shown.page.evaluate("picked.length") == 2


def test_comparing(shown):
    button(shown, "Compare two").click()
    panel = shown.page.get_by_label("Two skills compared")
    assert [figure.get_attribute("data-skill") for figure in panel.locator("figure").all()] == ["0", "1"]
    choice(shown, "with").select_option("2")
    assert [figure.get_attribute("data-skill") for figure in panel.locator("figure").all()] == ["0", "2"]
    seek(shown, STEPS)
    button(shown, "Over each other").click()
    settle(shown)
    assert panel.locator("canvas").count() == 1
    # The panel shows both bodies, two metres apart, in the colours of their skills.
    image = pixels(shown, 0)[..., :3].astype(int)
    for colour in [skill_colours(3)[z] for z in (0, 2)]:
        wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
        assert (np.abs(image - wanted).sum(axis=-1) < 60).sum() > 20
    button(shown, "Compare two").click()
    assert not panel.is_visible()
    shown.page.evaluate("gallery.compare(2, 1)")
    assert panel.is_visible()
    shown.page.evaluate("gallery.compare()")
    assert not panel.is_visible()


def test_turning_the_camera(shown):
    before = pixels(shown)
    shown.page.locator(".player-grid canvas").first.scroll_into_view_if_needed()
    box = shown.page.locator(".player-grid canvas").first.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    shown.page.mouse.move(x, y)
    shown.page.mouse.down()
    shown.page.mouse.move(x + 100, y + 20, steps=4)
    shown.page.mouse.up()
    settle(shown)
    assert (pixels(shown) != before).mean() > 0.02
    # A drag does not count as a click.
    assert button(shown, "Play").is_visible()
    button(shown, "Reset view").click()
    settle(shown)
    np.testing.assert_array_equal(pixels(shown), before)
    shown.page.mouse.click(x, y)
    assert button(shown, "Pause").is_visible()
    shown.page.evaluate("gallery.pause()")


def test_following(shown):
    seek(shown, STEPS)
    followed = middle_of(pixels(shown, 2), 1)
    assert followed[0] == pytest.approx(pixels(shown, 2).shape[1] / 2, rel=0.1)
    button(shown, "Follow").click()
    settle(shown)
    # The skill that went two metres is now on the right, and smaller.
    still = middle_of(pixels(shown, 2), 1)
    assert still[0] > followed[0] * 1.2
    assert still[3] < followed[3]


def test_keys(shown):
    shown.page.locator(".player-grid").focus()
    press, slider = shown.page.keyboard.press, shown.page.get_by_role("slider")
    for key, step in [
        ("ArrowRight", 1),
        ("PageUp", 11),
        ("ArrowLeft", 10),
        ("End", STEPS),
        ("PageDown", 10),
        ("Home", 0),
    ]:
        press(key)
        assert slider.input_value() == str(step)
    press("Space")
    assert button(shown, "Pause").is_visible()
    press("Space")
    assert button(shown, "Play").is_visible()
    press(">")
    assert choice(shown, "Speed").input_value() == "2"
    press("Home")
    settle(shown)
    before = pixels(shown)
    press("Shift+ArrowLeft")
    settle(shown)
    assert differ(pixels(shown), before)
    press("0")
    settle(shown)
    np.testing.assert_array_equal(pixels(shown), before)
    # If a button has the focus, the space bar presses the button.
    button(shown, "skill 2").focus()
    press("Space")
    assert shown.page.evaluate("picked") == [[2]]
    assert button(shown, "Play").is_visible()


def test_one_context_serves_a_hundred_players(chromium, tmp_path):
    count = """
      window.contexts = 0;
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        if (kind.startsWith("webgl")) window.contexts += 1;
        return get.call(this, kind, ...rest);
      };"""
    with gallery(chromium, tmp_path, totem(skills=100), before=count) as page:
        assert page.page.locator(".player-grid figure").count() == 100
        assert page.page.evaluate("contexts") == 1
        assert middle_of(pixels(page, 5), 1)
        # Players outside the view are painted when they come into view.
        last = page.page.locator("canvas").last
        assert last.evaluate("(c) => c.width") == 300
        last.scroll_into_view_if_needed()
        page.page.wait_for_function("(c) => c.width != 300", arg=last.element_handle())
        settle(page)
        assert middle_of(pixels(page, 99), 1)
        # The controls are still visible.
        assert page.page.get_by_role("slider").bounding_box()["y"] < 120


def test_without_webgl(chromium, tmp_path):
    none = """
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind.startsWith("webgl") ? null : get.call(this, kind, ...rest);
      };"""
    with gallery(chromium, tmp_path, totem(), before=none) as page:
        assert "WebGL" in page.page.get_by_role("status").inner_text()
        page.page.evaluate(
            "gallery.play(); gallery.seek(3); gallery.select([1]); gallery.compare(0, 1); gallery.dispose()"
        )
        # three.js reports it too, in its own words.
        assert all("WebGL" in text for text in page.said)
        page.said.clear()


@pytest.mark.parametrize(
    "data",
    [
        flat(point.SCENE),
        flat(classic_control.CAR_SCENE),
        flat(classic_control.PENDULUM_SCENE),
        payload(recording_of(envs.ImageScene(lambda state: state), images(STEPS, 2, 16, 24))),
    ],
    ids=["point", "mountain_car", "pendulum", "images"],
)
def test_flat_worlds_and_images(mounted, data):
    with mounted(data) as page:
        before = pixels(page)
        assert len(np.unique(before.reshape(-1, 4), axis=0)) > 3
        assert differ(pixels(page, 1), before)
        seek(page, STEPS)
        assert differ(pixels(page), before)
        assert page.page.locator("output").inner_text() == f"step {STEPS} of {STEPS}" + (
            " · 1.00 s" if data["kind"] == "image" else ""
        )
        # This view has no camera to turn.
        assert button(page, "Reset view").count() == 0
        page.page.evaluate("gallery.compare(0, 1)")
        settle(page)
        button(page, "Over each other").click()
        settle(page)
        assert len(np.unique(pixels(page).reshape(-1, 4), axis=0)) > 3


def test_the_point_is_drawn_where_it_is(mounted):
    poses = np.array([[[0.5, 0.5]], [[-0.5, 0.5]]], np.float32)
    with mounted(payload(recording_of(point.SCENE, poses, dt=1.0))) as page:
        colour = np.array([int(skill_colours(1)[0][i : i + 2], 16) for i in (1, 3, 5)])

        def place():
            # This finds the disc, not its thin trace.
            image = pixels(page)
            near = (np.abs(image[..., :3].astype(int) - colour).sum(axis=-1) < 30).astype(float)
            rows, columns = near.sum(axis=1), near.sum(axis=0)
            return np.argmax(columns) / image.shape[1], np.argmax(rows) / image.shape[0]

        # The world is 2.16 m high, in the middle of a wider picture. y points up.
        height, width = pixels(page).shape[:2]
        assert width > 1.5 * height
        left, top = 0.5 + 0.5 / 2.16 * height / width, 0.5 - 0.5 / 2.16
        assert place()[0] == pytest.approx(left, abs=0.03)
        seek(page, 1)
        assert place()[0] == pytest.approx(1 - left, abs=0.03)
        assert place()[1] == pytest.approx(top, abs=0.03)


def test_several_episodes_of_a_skill(mounted):
    recording = recording_of(
        point.SCENE, np.random.default_rng(0).uniform(-1, 1, (5, 4, 2)).astype("f4"), dt=1.0
    )
    skill = np.array([0, 1, 0, 1], np.int32)
    data = payload(recording._replace(trajectories=recording.trajectories._replace(skill=skill)))
    with mounted(data) as page:
        assert page.page.locator(".player-grid figure").count() == 2
        before = pixels(page)
        choice(page, "Episode").select_option("1")
        settle(page)
        assert differ(pixels(page), before)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_themes_and_access(chromium, tmp_path, theme):
    with gallery(chromium, tmp_path, totem(), theme=theme) as page:
        # The lower edge shows the floor.
        lightness = pixels(page)[-3, :, :3].mean()
        assert lightness > 200 if theme == "light" else lightness < 90
        page.page.evaluate("gallery.compare(0, 1)")
        assert page.serious() == []


def test_on_a_phone(mounted):
    with mounted(totem(), size=NARROW) as page:
        assert middle_of(pixels(page), 1)
        page.page.evaluate("gallery.compare(0, 1)")
        assert page.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        for control in page.page.locator("button:visible").all():
            assert control.bounding_box()["height"] >= 30


def test_another_goes_on_where_it_was(shown):
    button(shown, "Follow").click()
    shown.page.evaluate("gallery.seek(7); gallery.setSpeed(2); gallery.compare(2, 0); gallery.select([1, 2])")
    settle(shown)
    before = pixels(shown, 0)
    shown.page.evaluate(
        """() => {
          const state = gallery.dispose();
          const here = document.getElementById("here");
          window.gallery = diaynReport.mountGallery(here, window.payload, { state });
        }"""
    )
    settle(shown)
    assert shown.page.get_by_role("slider").input_value() == "7"
    assert choice(shown, "Speed").input_value() == "2"
    assert shown.page.locator(".player-grid figure:visible").count() == 2
    assert choice(shown, "Compare").input_value() == "2"
    assert button(shown, "Follow").get_attribute("aria-pressed") == "false"
    assert button(shown, "Play").is_visible()
    assert pixels(shown, 0).shape == before.shape


def test_it_goes_without_a_trace(shown):
    shown.page.evaluate("gallery.play(); gallery.dispose()")
    assert shown.page.locator("#here").inner_html() == ""
    shown.page.wait_for_timeout(100)


def test_the_scripts_have_no_address_of_others():
    for file in (WEB / "src" / "player").glob("*.js"):
        assert not re.search(r"https?://", file.read_text(encoding="utf-8")), file.name


def test_bodies_have_the_colour_of_the_option_under_way(mounted):
    poses = np.linspace(-0.8, 0.8, 9)[:, None, None] * np.ones((1, 1, 2))
    made = recording_of(point.SCENE, poses.astype(np.float32), dt=1.0)
    # The first half of the episode has the first option, the second half the third.
    option = np.array([0, 0, 0, 0, 2, 2, 2, 2], np.int8)[:, None]
    actor = OptionUnderWay(option, np.zeros_like(option, dtype=bool))
    data = payload(made._replace(trajectories=made.trajectories._replace(actor=actor)))
    with mounted(data) as page:
        assert page.page.locator(".legend li").all_inner_texts() == ["option 0", "option 1", "option 2"]
        first, third = (
            np.array([int(skill_colours(3)[k][i : i + 2], 16) for i in (1, 3, 5)]) for k in (0, 2)
        )

        def covered(colour):
            return (np.abs(pixels(page)[..., :3].astype(int) - colour).sum(axis=-1) < 20).sum()

        assert covered(first) > 80
        for step, seen in ((3, False), (4, True), (8, True), (1, False)):
            seek(page, step)
            assert (covered(third) > 80) == seen
            assert seen or covered(third) < 5


def test_episodes_without_a_step_have_no_option_under_way():
    made = recording_of(point.SCENE, np.zeros((3, 2, 2), np.float32), dt=1.0)
    option = np.ones((2, 2), np.int8)
    actor = OptionUnderWay(option, np.zeros_like(option, dtype=bool))
    broken = made.trajectories._replace(actor=actor, valid=np.zeros((2, 2), bool))
    found = payload(made._replace(trajectories=broken))["options"]
    assert base64.b64decode(found["under_way"]) == bytes([255] * 4)
    assert found["colours"] == skill_colours(1)
