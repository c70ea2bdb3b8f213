"""Traces over any two dimensions, in file formats for papers."""

import re
import xml.etree.ElementTree as ET

import matplotlib.image
import numpy as np
import pytest
from test_skills_figure import DECLARED, episodes

from diayn_jax.config import ConfigError
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.pictures import traces
from diayn_jax.show.shown_skills import discrete

RNG = np.random.default_rng(3)
OBS = RNG.normal(size=(12, 8, 5))
TIP = RNG.normal(size=(12, 8, 2))


def recorded(**fields):
    return episodes(4, obs=OBS, features={"tip": TIP}, **fields)


def drawn(dims, trajectories=None, **kwargs):
    """Returns the labels of the axes, and the lines of the episodes."""
    t = recorded() if trajectories is None else trajectories
    dimensions = traces.Dimensions(DECLARED, **kwargs)
    ax = traces.figure(t, dims, dimensions, skills=discrete(4)).axes[0]
    lines = [line.get_xydata() for line in ax.get_lines() if line.get_marker() == "None"]
    return (ax.get_xlabel(), ax.get_ylabel()), lines, ax


def expected(values, t):
    """Returns the values of each valid step, one episode after another in the order of skills: [N][T, 2]."""
    order = [n for z in range(4) for n in np.flatnonzero(t.skill == z)]
    return [values[: t.valid[:, n].sum(), n] for n in order]


@pytest.mark.parametrize(
    ("dims", "labels", "values"),
    [
        ("obs:3,4", ("obs 3", "obs 4"), OBS[..., 3:]),
        ("obs:4,obs:0", ("obs 4", "obs 0"), OBS[..., [4, 0]]),
        ("tip", ("tip 0 (m)", "tip 1 (m)"), TIP),
        ("tip:1,0", ("tip 1 (m)", "tip 0 (m)"), TIP[..., ::-1]),
        ("speed,tip:1", ("speed (m/s)", "tip 1 (m)"), np.stack([OBS[..., 1], TIP[..., 1]], -1)),
        ("phase", ("phase 0 (m)", "phase 1 (m/s)"), OBS[..., [4, 1]]),
    ],
)
def test_two_dimensions(dims, labels, values):
    t = recorded()
    seen, lines, ax = drawn(dims, t)
    assert seen == labels
    assert ax.get_aspect() == (1 if dims.startswith("tip") else "auto")
    for line, want in zip(lines, expected(values, t), strict=True):
        np.testing.assert_allclose(line, want)


@pytest.mark.parametrize(("dims", "values"), [("speed", OBS[..., 1]), ("obs:2", OBS[..., 2])])
def test_one_dimension_is_drawn_over_time(dims, values):
    t = recorded()
    (xlabel, _), lines, _ = drawn(dims, t)
    assert xlabel == "step of the episode"
    steps = np.broadcast_to(np.arange(1, 13)[:, None], values.shape)
    for line, want in zip(lines, expected(np.stack([steps, values], -1), t), strict=True):
        np.testing.assert_allclose(line, want)


def test_positions_begin_at_the_start():
    t = recorded()
    labels, lines, ax = drawn("xy", t, walls=(((0, 0), (1, 1)),))
    assert labels == ("x (m)", "y (m)")
    assert len(ax.collections) == 1
    starts = {tuple(line[0]) for line in lines}
    assert starts == {tuple(t.xy[0, n]) for n in range(8)}
    # The observation begins at the first s', so a position that is drawn with it begins there, too.
    _, lines, _ = drawn("xy:0,obs:1", t)
    assert {tuple(line[0]) for line in lines} == {(t.xy[1, n, 0], OBS[0, n, 1]) for n in range(8)}


def from_start(spread):
    """Returns positions [13, 8, 2] that go 10 m along x, from (1, −2) and from `spread` m beside it."""
    xy = np.full((13, 8, 2), (1.0, -2.0))
    xy[0, 3:, 1] += spread
    xy[1:] += np.linspace(0, 10, 12)[:, None, None] * [1.0, 0.1]
    return xy


@pytest.mark.parametrize(
    ("dims", "spread", "place"),
    [
        ("xy", 0.0, (1.0, -2.0)),
        ("auto", 0.9, (1.0, -1.1)),
        ("xy:1,0", 0.0, (-2.0, 1.0)),
        # Episodes start more than a tenth of the picture apart, in another dimension each, or after a step.
        ("xy", 1.1, None),
        ("phase", 0.0, None),
        ("tip", 0.0, None),
        ("xy:0,tip:1", 0.0, None),
    ],
)
def test_a_ring_is_drawn_only_where_episodes_start(dims, spread, place):
    tip = TIP.copy()
    tip[0] = 0.5  # the same place, but after the first step
    t = recorded(xy=from_start(spread), valid=np.ones((12, 8), bool))._replace(features={"tip": tip})
    _, _, ax = drawn(dims, t)
    rings = [line.get_xydata()[0] for line in ax.get_lines() if line.get_label() == "start"]
    np.testing.assert_allclose(rings, [place] if place else [])
    assert (ax.get_legend() is not None) == (place is not None)


def test_principal_components_and_auto():
    assert drawn("pca")[0][0].startswith("first component")
    assert drawn("auto")[0] == ("x (m)", "y (m)")


@pytest.mark.parametrize(
    ("dims", "words"),
    [
        ("tap", "--dims=tap: these episodes have no tap. Did you mean tip?"),
        ("obs:5,0", "obs has the dimensions 0 to 4"),
        ("obs:x", "obs has the dimensions 0 to 4"),
        ("obs", "obs has 5 numbers; say which, as in obs:0,1"),
        ("tip,speed", "these are 3 dimensions"),
        ("", "these episodes have no such dimension"),
        ("obs:1,", "obs has the dimensions 0 to 4|these episodes have no such dimension"),
    ],
)
def test_what_is_no_dimension(dims, words):
    with pytest.raises(ConfigError, match=words.replace("?", r"\?")) as error:
        drawn(dims)
    assert "pca" in str(error.value)


def test_without_observations():
    t = episodes(4, obs=None, xy=None)
    for dims in ("pca", "auto", "obs:0,1"):
        with pytest.raises(ConfigError, match=f"--dims={dims}"):
            drawn(dims, t)


def test_files(tmp_path):
    kinds = {"skills": discrete(4), "dimensions": traces.Dimensions(DECLARED)}
    written = traces.write(recorded(), tmp_path, ["xy", "obs:3,4"], **kinds)
    names = ["traces_xy.png", "traces_xy.svg", "traces_obs_3_4.png", "traces_obs_3_4.svg"]
    assert [path.name for path in written] == names
    picture = matplotlib.image.imread(written[0])
    assert min(picture.shape[:2]) > 900
    text = written[1].read_text(encoding="utf-8")
    root = ET.fromstring(text)
    said = {"".join(node.itertext()).strip() for node in root.iter() if node.tag.endswith("}text")}
    assert {"x (m)", "y (m)", "Where each skill goes", "skill", "0", "3"} <= said
    assert not [node for node in root.iter() if node.tag.endswith("}image")]
    assert all(colour in text for colour in skill_colours(4))
    again = traces.write(recorded(), tmp_path, ["xy"], **kinds)
    assert again[1].read_text(encoding="utf-8") == text
    assert not re.search(r"20\d\d-\d\d-\d\d", text)


def test_some_of_the_skills_keep_their_colours():
    t = recorded()
    some = [n for n in range(8) if t.skill[n] in (1, 3)]
    part = t._replace(
        skill=t.skill[some], valid=t.valid[:, some], reward=t.reward[:, some], obs=t.obs[:, some],
        features={}, xy=t.xy[:, some], log_probs=t.log_probs[:, some],
    )  # fmt: skip
    _, _, ax = drawn("xy", part)
    colours = {line.get_color() for line in ax.get_lines() if line.get_marker() == "None"}
    assert colours == {skill_colours(4)[1], skill_colours(4)[3]}
    assert {text.get_text() for text in ax.texts} >= {"1", "3"}
    assert "2 skills, 2 episodes" in " ".join(text.get_text() for text in ax.texts)


def test_episodes_without_a_step_have_no_components():
    none = recorded(valid=np.zeros((12, 8), bool), xy=None)
    assert traces.most_telling(none, traces.UNDECLARED._replace(seen="obs")) is None
    for dims in ("auto", "pca"):
        with pytest.raises(ConfigError, match="no step"):
            traces.figure(none, dims, traces.Dimensions(seen="obs"), skills=discrete(4))


def test_a_single_step_is_the_middle_of_its_components():
    valid = np.zeros((12, 8), bool)
    valid[0, 3] = True
    points = traces.choose(recorded(valid=valid), "pca", traces.UNDECLARED).points
    np.testing.assert_array_equal(points[valid], [[0.0, 0.0]])
    assert np.isnan(points[~valid]).all()
