"""Films of skills: their pictures, the number of pictures, and the messages if films are impossible."""

import io
import sys
from fractions import Fraction

import numpy as np
import pytest
from debian import missing
from matplotlib.colors import to_rgb
from PIL import Image, ImageFont

from diayn_jax.config import ConfigError
from diayn_jax.envs import ImageScene, MujocoScene, PlaneScene, Shape
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.films import film_files, offscreen, video
from diayn_jax.show.record import Recording
from diayn_jax.show.shown_skills import discrete, shown_skills, single
from diayn_jax.skills import make_skills
from diayn_jax.storage import files
from diayn_jax.types import OptionUnderWay

SQUARE = PlaneScene(
    pose=lambda state: state,
    shapes=lambda pose: [
        Shape("circle", pose[None], "agent", 0.1),
        Shape("line", [pose, pose + 0.1], "limb", 0.02),
    ],
    background=(Shape("polygon", ((-1, -1), (1, -1), (1, -0.9), (-1, -0.9)), "ground"),),
    limits=((-1.0, 1.0), (-1.0, 1.0)),
    trail=True,
)
# A box floats over a floor, and a wall does not move.
BOX = """
<mujoco><worldbody>
<geom type="plane" size="5 5 .1"/><geom name="wall" type="box" size=".1 .1 .1" pos="9 0 .1"/>
<body pos="0 0 .3"><freejoint name="root"/><geom type="box" size=".3 .2 .1"/>
<body pos=".3 0 0"><joint name="hinge" axis="0 1 0"/>
<geom type="capsule" fromto="0 0 0 .3 0 0" size=".05"/></body>
</body></worldbody><actuator><motor joint="hinge"/></actuator></mujoco>
"""


def recording(lengths, skill=None, scene=SQUARE, poses=None, dt=0.05):
    steps, count = max(lengths), len(lengths)
    valid = np.arange(steps)[:, None] < np.array(lengths)
    if poses is None:
        # Each episode goes its own way from the middle, and stays where it ends.
        t = np.minimum(np.arange(steps + 1)[:, None], lengths)[..., None] / steps
        angle = 2 * np.pi * np.arange(count) / count
        poses = (0.8 * t * np.stack([np.cos(angle), np.sin(angle)], -1)).astype(np.float32)
    trajectories = Trajectories(
        skill=np.arange(count) if skill is None else np.array(skill),
        z=np.arange(count) if skill is None else np.array(skill),
        valid=valid,
        reward=np.zeros(valid.shape),
        score=np.zeros(valid.shape),
        obs=None,
        features={},
        xy=None,
        log_probs=np.zeros((*valid.shape, count)),
    )
    return Recording(trajectories, scene, poses, dt)


def decoded(path):
    import av

    with av.open(str(path)) as file:
        rate = file.streams.video[0].average_rate
        return [frame.to_ndarray(format="rgb24") for frame in file.decode(video=0)], rate


def closest_matches(picture, colour, within=60):
    """Returns where a picture has a colour: bool [H, W]."""
    return np.abs(picture.astype(int) - 255 * np.array(to_rgb(colour))).sum(axis=-1) < within


def qpos(places):
    """Returns poses [T + 1, 1, 8] of the floating box at positions [T + 1, 3]."""
    poses = np.zeros((len(places), 1, 8), np.float32)
    poses[:, 0, :3] = places
    poses[:, 0, 3] = 1
    return poses


@pytest.fixture
def opengl():
    try:
        offscreen.platform()
    except ConfigError:
        missing("libegl1", "libgl1-mesa-dri")


def mujoco_scene():
    import mujoco

    return MujocoScene(lambda state: state, lambda: mujoco.MjModel.from_xml_string(BOX))


def test_films_of_all_and_of_each(tmp_path):
    told = []
    made = video.write(
        recording([12, 5, 12]),
        tmp_path,
        skills=discrete(3),
        separate=True,
        progress=lambda *given: told.append(given),
    )
    ones = [f"skill_0{z}.{kind}" for z in range(3) for kind in ("mp4", "gif")]
    assert [path.name for path in made] == ["skills.mp4", "skills.gif", *ones]
    # Each film has a picture of its start and one of each step, up to its longest episode's end.
    lengths = {"skills": 13, "skill_00": 13, "skill_01": 6, "skill_02": 13}
    assert told == [(f"Filming {name}", n, of) for name, of in lengths.items() for n in range(of + 1)]
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in made}
    frames, rate = decoded(tmp_path / "skills.mp4")
    assert (len(frames), rate) == (13, 20)
    assert all(frame.mean() > 100 for frame in frames)
    assert len({frame.tobytes() for frame in frames}) == 13
    assert [len(decoded(tmp_path / f"skill_0{z}.mp4")[0]) for z in range(3)] == [13, 6, 13]
    with Image.open(tmp_path / "skills.gif") as gif:
        times = []
        for i in range(gif.n_frames):
            gif.seek(i)
            times.append(gif.info["duration"])
            assert np.asarray(gif.convert("RGB")).mean() > 100
        # Equal pictures become one picture that lasts longer.
        assert sum(times) == 13 * 50
        assert gif.info["loop"] == 0


def test_a_disc_is_where_it_is_in_its_skills_colour(tmp_path):
    video.write(recording([10, 10]), tmp_path, skills=discrete(4), formats=("mp4",))
    frames, _ = decoded(tmp_path / "skills.mp4")
    height, width = frames[0].shape[:2]
    side = (width - 4) / 2
    for z, end in enumerate([(0.8, 0.0), (-0.8, 0.0)]):
        tile = frames[-1][:, round(z * (side + 4)) : round(z * (side + 4) + side)]
        there = closest_matches(tile[40:], skill_colours(4)[z])  # below the label, which has the colour, too
        rows, columns = np.nonzero(there)
        assert (columns.mean() / side * 2 - 1) == pytest.approx(end[0], abs=0.05)
        assert 1 - (rows.mean() + 40) / height * 2 == pytest.approx(end[1], abs=0.05)
        assert not closest_matches(tile[40:], skill_colours(4)[1 - z]).any()


def test_what_has_ended_stands_still_and_pales(tmp_path):
    video.write(recording([12, 4]), tmp_path, skills=discrete(2), formats=("mp4",))
    frames, _ = decoded(tmp_path / "skills.mp4")
    second = [frame[:, frame.shape[1] // 2 + 4 :].astype(int) for frame in frames]
    assert np.abs(second[4] - second[3]).max() > 50
    assert np.abs(second[5] - (second[4] // 2 + 127)).mean() < 2
    assert np.abs(second[12] - second[5]).mean() < 1


def test_a_world_beyond_its_limits_is_shown_whole_or_followed():
    def last(reach):
        poses = np.linspace([0, 0], [reach, 0], 5, dtype=np.float32)[:, None]
        with video.painter(SQUARE, poses, 200, 200) as paint:
            return list(paint.frames(poses[:, 0], "#4000df"))[-1]

    for reach in (3.0, 50.0):
        rows, columns = np.nonzero(closest_matches(last(reach), "#4000df"))
        assert len(rows) > 10
    assert abs(columns.mean() - 100) < 3
    rows, columns = np.nonzero(closest_matches(last(3.0), "#4000df"))
    assert columns.mean() > 150


def test_worlds_that_draw_themselves(tmp_path):
    pictures = np.zeros((7, 2, 8, 12, 3), np.uint8)
    pictures[..., :6, :] = [200, 30, 30]
    pictures[..., 6:, :] = [30, 30, 200]
    scene = ImageScene(lambda state: state)
    video.write(
        recording([6, 6], scene=scene, poses=pictures),
        tmp_path,
        skills=discrete(2),
        formats=("gif",),
        look=video.Look(width=400),
    )
    with Image.open(tmp_path / "skills.gif") as gif:
        picture = np.asarray(gif.convert("RGB")).astype(int)
    left, right = picture[100, 30], picture[100, 170]
    assert left[0] > 150 > left[2]
    assert right[2] > 150 > right[0]


def test_mujocos_worlds(tmp_path, opengl):
    places = np.linspace([0, 0, 0.3], [2, 1, 0.3], 9)
    made = recording([8], skill=[1], scene=mujoco_scene(), poses=qpos(places))
    video.write(made, tmp_path, skills=discrete(2), formats=("mp4",), look=video.Look(width=240))
    frames, _ = decoded(tmp_path / "skills.mp4")
    assert len(frames) == 9
    for frame in frames:
        assert 100 < frame.mean() < 240
        assert frame.std() > 8
        # The body has the skill's colour, green, in light and in shade, and so does its trace. The camera
        # follows the body.
        red, green, blue = (frame[30:, :, i].astype(int) for i in range(3))
        body = (green > blue + 40) & (green > red + 40)
        assert body.sum() > 200
        rows, columns = np.nonzero(body)
        assert abs(np.median(columns) / frame.shape[1] - 0.5) < 0.2
        assert abs((rows.mean() + 30) / frame.shape[0] - 0.5) < 0.25


@pytest.mark.parametrize("kind", ["flat", "mujoco"])
def test_bodies_have_the_colour_of_the_option_under_way(tmp_path, opengl, kind):
    if kind == "flat":
        made = recording([8])
    else:
        places = np.linspace([0, 0, 0.3], [0.5, 0, 0.3], 9)
        made = recording([8], scene=mujoco_scene(), poses=qpos(places))
    # The first half of the episode has the first option, the second half the seventh, which is red.
    option = np.array([0, 0, 0, 0, 6, 6, 6, 6], np.int8)[:, None]
    actor = OptionUnderWay(option, np.zeros_like(option, dtype=bool))
    made = made._replace(trajectories=made.trajectories._replace(actor=actor))
    video.write(made, tmp_path, skills=single(), formats=("mp4",), look=video.Look(width=240))
    frames, _ = decoded(tmp_path / "skills.mp4")
    for step, frame in enumerate(frames):
        red, _, blue = (frame[30:, :, i].astype(int) for i in range(3))
        assert ((red > blue + 50).sum() > 60) == (step >= 4), step


def test_a_robot_that_jumps_stays_in_the_picture(opengl):
    # A body at rest, which is 1.2 m higher for a moment.
    height = np.full(21, 0.3)
    height[10] = 1.5
    poses = qpos(np.stack([np.zeros(21), np.zeros(21), height], axis=-1))[:, 0]
    with video.painter(mujoco_scene(), poses, 96, 72) as paint:
        pictures = list(paint.frames(poses, "#ff0060"))
    seen = [closest_matches(picture, "#ff0060") for picture in pictures]
    # It is seen in the air, clear of the picture's edge.
    assert seen[10].sum() > 0.5 * seen[0].sum() > 20
    assert not seen[10][:2].any()


def test_no_dark_dots_on_the_ground_far_from_a_small_body(opengl):
    # The camera sees five metres of ground, beside a body that casts a shadow of centimetres.
    height = np.linspace(0.3, 4.3, 9)
    poses = qpos(np.stack([np.zeros(9), np.zeros(9), height], axis=-1))[:, 0]
    with video.painter(mujoco_scene(), poses, 320, 240) as paint:
        ground = next(iter(paint.frames(poses, "#ff0060")))[160:, :120]
    assert ground.min() > 0.8 * np.median(ground)


def test_episodes_may_be_drawn_in_turns(opengl):
    poses = qpos(np.linspace([0, 0, 0.3], [1, 0, 0.3], 3))[:, 0]
    with video.painter(mujoco_scene(), poses, 96, 72) as paint:
        alone = [list(paint.frames(poses, colour)) for colour in ("#ff0060", "#4000df")]
        both = zip(paint.frames(poses, "#ff0060"), paint.frames(poses, "#4000df"), strict=True)
        for together, separate in zip(both, zip(*alone, strict=True), strict=True):
            np.testing.assert_array_equal(together, separate)


def test_meshes_stand_as_they_stood(opengl):
    # A tetrahedron is far from its own origin, on a turned body. The test compares with MuJoCo's own
    # vertices.
    import mujoco

    xml = """
    <mujoco>
    <asset><mesh name="m" vertex="1 0 0  1.5 0 0  1 .4 0  1 0 .9" face="0 2 1 0 1 3 0 3 2 1 2 3"/></asset>
    <worldbody><body euler="0 0 70"><joint axis="0 0 1" name="j"/><geom name="m" type="mesh" mesh="m"/></body>
    </worldbody><actuator><motor joint="j"/></actuator></mujoco>"""
    from diayn_jax.show.films.mujoco_scene import Stage

    model = mujoco.MjModel.from_xml_string(xml)
    data = mujoco.MjData(model)
    data.qpos[:] = 0.4
    mujoco.mj_kinematics(model, data)
    with Stage(model, 64, 48) as stage:
        xpos, xmat, _ = stage._kinematics(np.array([[0.4]]))
        drawn = stage._set.model
        seen = drawn.mesh_vert.reshape(-1, 3) @ xmat[0, 0].T + xpos[0, 0]
    expected = model.mesh_vert @ data.geom_xmat[0].reshape(3, 3).T + data.geom_xpos[0]
    order = [np.lexsort(np.round(v, 4).T) for v in (seen, expected)]
    np.testing.assert_allclose(seen[order[0]], expected[order[1]], atol=1e-5)


@pytest.mark.parametrize(
    ("dt", "speed", "stride", "fps"),
    [
        (0.05, 1, 1, 20),
        (0.05, 2, 2, 20),
        (0.015, 1, 3, Fraction(200, 9)),
        (0.008, 1, 5, 25),
        (1.0, 1, 1, 15),
        (0.2, 1, 1, 5),
        (0.05, 0.5, 1, 10),
    ],
)
def test_timing(dt, speed, stride, fps):
    found = video.timing(dt, speed)
    assert found.stride == stride
    assert float(found.fps) == pytest.approx(float(fps), rel=1e-3)


def test_the_last_state_is_shown():
    assert video.shown_steps(6, 3) == [0, 3, 6]
    assert video.shown_steps(7, 3) == [0, 3, 6, 7]
    assert video.shown_steps(0, 3) == [0]


@pytest.mark.parametrize("count", [1, 2, 3, 6, 7, 10, 20, 50, 100])
def test_a_grid_holds_all_and_is_not_too_large(count):
    columns, width, height = video._grid(count, 4 / 3, None)
    rows = -(-count // columns)
    assert (rows - 1) * columns < count <= rows * columns
    assert width % 2 == height % 2 == 0
    assert columns * width <= 1700
    assert rows * height <= 1300


def test_labels_and_names_of_several_episodes():
    skill = np.array([3, 1, 3, 1])
    assert [video._label(n, skill, discrete(4)) for n in range(4)] == [
        "skill 3 · 1",
        "skill 1 · 1",
        "skill 3 · 2",
        "skill 1 · 2",
    ]
    assert [video._name(n, skill) for n in range(4)] == ["skill_03", "skill_01", "skill_03_2", "skill_01_2"]
    assert video._label(1, np.array([3, 1]), discrete(4)) == "skill 1"
    directions = shown_skills(make_skills("sphere:2", 2))
    assert video._label(0, np.array([7]), directions) == directions.labels[7]
    assert directions.labels[7].startswith("z = (")


def test_a_gif_as_bytes():
    frames = [np.full((20, 30, 3), shade, np.uint8) for shade in (0, 120, 240)]
    with Image.open(io.BytesIO(film_files.gif(frames, Fraction(10)))) as gif:
        shades = []
        for i in range(gif.n_frames):
            gif.seek(i)
            shades.append(int(np.asarray(gif.convert("L")).mean()))
        assert shades == pytest.approx([0, 120, 240], abs=3)
        assert gif.info["duration"] == 100


def test_signs_have_all_their_letters():
    font = ImageFont.load_default(40)

    def drawn(letter):
        return font.getmask(letter).size, bytes(font.getmask(letter))

    vectors = shown_skills(make_skills("gaussian:6", 2)).labels
    assert any("−" in label and "…" in label for label in vectors)
    for label in (*vectors, *discrete(3).labels, *single().labels, "skill 3 · 2"):
        # No letter is drawn as the box that stands for letters which the font lacks.
        assert all(drawn(letter) != drawn("\uffff") for letter in video.writable(label)), label
    assert drawn("−") == drawn("\uffff")


@pytest.mark.parametrize("length", [99, 100, 300])
def test_a_gif_has_no_more_pictures_than_asked_for(length):
    data = video.as_gif(recording([length]), skills=discrete(1), tile_width=400, pictures=100)
    with Image.open(io.BytesIO(data)) as gif:
        assert 50 <= gif.n_frames <= 100


def test_without_pyav_only_gifs(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(ConfigError, match=r"pip install 'diayn_jax\[video\]'"):
        video.write(recording([2]), tmp_path, skills=discrete(1))
    assert not list(tmp_path.iterdir())
    video.write(recording([2]), tmp_path, skills=discrete(1), formats=("gif",))
    assert [path.name for path in tmp_path.iterdir()] == ["skills.gif"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"formats": ("avi",)}, "avi: films are written as mp4 and gif"),
        ({"formats": ()}, "none: films are written as"),
        ({"look": video.Look(speed=0.0)}, "speed=0.0"),
        ({"look": video.Look(width=8)}, "at least 128 pixels"),
    ],
)
def test_what_is_refused(tmp_path, options, words):
    with pytest.raises(ConfigError, match=words):
        video.write(recording([2]), tmp_path, skills=discrete(1), **options)
    assert not list(tmp_path.iterdir())


def test_a_film_is_written_whole_or_not_at_all(tmp_path):
    with pytest.raises(files.RunFileError, match="none/skills cannot be written: No such file"):
        video.write(recording([2]), tmp_path / "none", skills=discrete(1))

    def fails(pose):
        raise ValueError("cannot be drawn")

    with pytest.raises(ValueError, match="cannot be drawn"):
        video.write(recording([2], scene=SQUARE._replace(shapes=fails)), tmp_path, skills=discrete(1))
    assert not list(tmp_path.iterdir())


@pytest.fixture
def unchosen(monkeypatch):
    """Resets the choice of OpenGL, as if none had been made."""
    offscreen.platform.cache_clear()
    monkeypatch.delenv("MUJOCO_GL", raising=False)
    yield monkeypatch
    offscreen.platform.cache_clear()


def test_no_opengl_names_the_packages(unchosen):
    unchosen.setattr(offscreen, "_loads", lambda library: None)
    with pytest.raises(ConfigError, match="libegl1 and libgl1-mesa-dri, or else libosmesa6"):
        offscreen.platform()


def test_osmesa_where_egl_does_not_work(unchosen):
    unchosen.setattr(offscreen, "_egl_works", lambda: False)
    unchosen.setattr(offscreen, "_loads", lambda library: library == "libOSMesa.so.8")
    assert offscreen.platform() == "osmesa"


@pytest.mark.parametrize(("asked", "found"), [("osmesa", "osmesa"), ("EGL", "egl"), ("glfw", "glfw")])
def test_what_mujoco_gl_says_goes(unchosen, asked, found):
    unchosen.setenv("MUJOCO_GL", asked)
    assert offscreen.platform() == found


def test_what_mujoco_gl_cannot_say(unchosen):
    unchosen.setenv("MUJOCO_GL", "metal")
    with pytest.raises(ConfigError, match="MUJOCO_GL=metal: it takes egl, osmesa, glfw"):
        offscreen.platform()
