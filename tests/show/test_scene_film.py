"""The film of all skills in one scene, and the camera that shows all of them."""

import itertools

import numpy as np
import pytest
from matplotlib import colors as mpl
from PIL import Image
from test_video import closest_matches, decoded, mujoco_scene, opengl, recording

from diayn_jax.config import ConfigError
from diayn_jax.envs import ImageScene
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.films import film_files, scene_film
from diayn_jax.show.films.camera import Framer, offsets
from diayn_jax.show.shown_skills import discrete, shown_skills
from diayn_jax.skills import make_skills

assert opengl  # a fixture


def directions(azimuth, elevation):
    """Returns the directions ahead, right and up of a MuJoCo camera, by rotating the x axis."""
    a, e = np.radians([azimuth, elevation])
    turn = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    tilt = np.array([[np.cos(e), 0, -np.sin(e)], [0, 1, 0], [np.sin(e), 0, np.cos(e)]])
    ahead = turn @ tilt @ [1, 0, 0]
    right = np.cross(ahead, [0, 0, 1])
    right /= np.linalg.norm(right)
    return ahead, right, np.cross(right, ahead)


@pytest.mark.parametrize(("azimuth", "elevation"), [(90, -30), (118.6, -24.1), (61.4, -35.5), (10, -80)])
def test_the_camera_sees_all_balls_whole_and_is_no_farther_than_that(azimuth, elevation):
    rng = np.random.default_rng(int(azimuth))
    places = rng.normal(size=(40, 3)) * [8, 3, 0.5] + [20, -5, 0]
    tan_x, tan_y, radius = 0.6, 0.35, 0.7
    framer = Framer(azimuth, elevation, tan_x, tan_y, radius)
    framer.add(places[:25])
    framer.add(places[25:].reshape(3, 5, 3))
    placed = framer.place()
    ahead, right, up = directions(azimuth, elevation)
    seen = places - placed.eye
    # The distances from the four planes through the eye that bound the picture.
    depth = seen @ ahead
    gaps = np.array(
        [
            (tan * depth - sign * (seen @ axis)) / np.hypot(1, tan) - radius
            for tan, axis in ((tan_x, right), (tan_y, up))
            for sign in (1, -1)
        ]
    ).min(axis=1)
    assert gaps.min() > -1e-6
    # The bodies touch both sides in one direction. In the other direction the picture is wider, and they lie
    # in its middle.
    across, upright = gaps[:2], gaps[2:]
    assert min(across.max(), upright.max()) < 1e-6
    assert across[0] == pytest.approx(across[1], abs=1e-6)
    assert upright[0] == pytest.approx(upright[1], abs=1e-6)
    np.testing.assert_allclose(placed.target - placed.eye, placed.distance * ahead, atol=1e-6)


def test_what_has_seen_more_stands_farther_back():
    framer = Framer(61.4, -35.5, 0.6, 0.35, 0.5)
    distances = []
    for reach in (0.0, 1.0, 5.0, 2.0):
        framer.add(np.array([[reach, 0, 0], [-reach, 0, 0]]))
        distances.append(framer.place().distance)
    assert distances[0] < distances[1] < distances[2] == distances[3]


def test_bodies_that_would_cover_each_other_stand_beside_each_other():
    np.testing.assert_array_equal(offsets(5, "over", True, 2.0), np.zeros((5, 2)))
    lanes = offsets(3, "side", True, 2.0)
    np.testing.assert_array_equal(lanes[:, 0], 0)
    np.testing.assert_allclose(lanes[:, 1], [1.8, 0, -1.8])
    spots = offsets(10, "top", False, 1.0)
    far = np.linalg.norm(spots[:, None] - spots, axis=-1)[~np.eye(10, dtype=bool)]
    assert far.min() > 2


def scattered(skills, steps=8):
    """Returns poses [T + 1, N, 8] of floating boxes that go different ways from one start."""
    angle = 2 * np.pi * np.arange(skills) / skills
    t = np.linspace(0, 2, steps + 1)[:, None]
    poses = np.zeros((steps + 1, skills, 8), np.float32)
    poses[..., 0], poses[..., 1], poses[..., 2], poses[..., 3] = t * np.cos(angle), t * np.sin(angle), 0.3, 1
    return poses


def of_hue(picture, colour):
    hue, strength, _ = np.moveaxis(mpl.rgb_to_hsv(picture / 255), -1, 0)
    wanted = mpl.rgb_to_hsv(mpl.to_rgb(colour))[0]
    return (np.abs((hue - wanted + 0.5) % 1 - 0.5) < 0.03) & (strength > 0.25)


@pytest.mark.parametrize(("space", "number"), [("categorical", 4), ("sphere:2", 0)])
def test_all_bodies_are_on_it_in_their_colours(tmp_path, opengl, space, number):
    skills = shown_skills(make_skills(space, number))
    # Some of the 64 drawn vectors, a quarter of a turn apart.
    some = skills.spread(4)
    colours = [skills.colours[z] for z in some]
    made = recording([8, 8, 8, 4], some, scene=mujoco_scene(), poses=scattered(4))
    paths = scene_film.write(made, tmp_path, skills=skills, width=320)
    assert [path.name for path in paths] == ["scene.mp4", "scene.gif"]
    frames, rate = decoded(paths[0])
    assert (len(frames), rate, frames[0].shape) == (9, 20, (180, 320, 3))
    middles = []
    for colour in colours[:3]:
        there = of_hue(frames[-1], colour)
        assert there.sum() > 60
        rows, columns = np.nonzero(there)
        # The body and its trace are completely visible.
        assert 0 < columns.min() < columns.max() < 319
        middles.append((columns.mean(), rows.mean()))
    assert min(np.hypot(*np.subtract(a, b)) for a, b in itertools.pairwise(middles)) > 15
    # The skill that ended halfway is paler than before.
    strength = [mpl.rgb_to_hsv(f / 255)[..., 1][of_hue(f, colours[3])].mean() for f in frames[2:]]
    assert strength[-1] < strength[0]
    with Image.open(paths[1]) as gif:
        assert gif.n_frames > 3


@pytest.mark.parametrize("number", [2, 100])
def test_it_takes_two_skills_or_a_hundred(tmp_path, opengl, number):
    skills = discrete(number)
    made = recording([8] * number, scene=mujoco_scene(), poses=scattered(number))
    (path,) = scene_film.write(made, tmp_path, skills=skills, formats=("mp4",), width=320)
    frame = decoded(path)[0][-1]
    coloured = np.any([of_hue(frame, colour) for colour in skills.colours], axis=0)
    rows, columns = np.nonzero(coloured)
    assert 0 < columns.min() < columns.max() < 319
    assert 0 < rows.min() < rows.max() < frame.shape[0] - 1
    # The bodies lie all around the start: in each of 2 or 24 directions, however the camera foreshortens
    # them.
    count = min(number, 24)
    x, y = columns - columns.mean(), rows - rows.mean()
    outer = np.hypot(x / np.ptp(columns), y / np.ptp(rows)) > 0.35
    direction = np.arctan2(y[outer] / np.ptp(rows), x[outer] / np.ptp(columns)) % (2 * np.pi)
    assert len(np.unique((direction / (2 * np.pi) * count).astype(int))) == count


def test_flat_worlds_have_such_a_film(tmp_path):
    made = recording([10, 10, 10])
    scene_film.write(made, tmp_path, skills=discrete(3), formats=("mp4",), width=400)
    frames, _ = decoded(tmp_path / "scene.mp4")
    size = frames[-1].shape[0]
    for z, angle in enumerate(2 * np.pi * np.arange(3) / 3):
        rows, columns = np.nonzero(closest_matches(frames[-1], skill_colours(3)[z]))
        assert columns.max() / size * 2 - 1 == pytest.approx(0.8 * np.cos(angle), abs=0.2)
        assert 1 - np.median(rows) / size * 2 == pytest.approx(0.8 * np.sin(angle), abs=0.2)


def test_worlds_that_draw_themselves_have_none(tmp_path):
    pictures = np.zeros((3, 2, 8, 12, 3), np.uint8)
    made = recording([2, 2], scene=ImageScene(lambda state: state), poses=pictures)
    with pytest.raises(ConfigError, match="--scene: this world renders itself"):
        scene_film.write(made, tmp_path, skills=discrete(2), formats=("gif",))
    assert not list(tmp_path.iterdir())


def test_a_gif_is_as_small_as_it_must_be():
    rng = np.random.default_rng(0)
    noise = [Image.fromarray(rng.integers(0, 255, (120, 400, 3), np.uint8)) for _ in range(24)]
    paletted = [film_files._paletted(np.asarray(image)) for image in noise]
    whole = film_files._fitted(paletted, 24, None)
    small = film_files._fitted(paletted, 24, 150_000)
    assert len(small) <= 150_000 < len(whole)


def test_speed_and_width_are_checked(tmp_path):
    with pytest.raises(ConfigError, match=r"speed=0.0, width=320"):
        scene_film.write(recording([2]), tmp_path, skills=discrete(1), formats=("gif",), speed=0.0, width=320)
