"""The figures are drawn for any kind of run, and written completely."""

import math

import matplotlib.colors
import matplotlib.image
import numpy as np
import pytest

from diayn_jax.envs import Feature
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.show import log_curves
from diayn_jax.show.colours import cyclic
from diayn_jax.show.pictures import figure_style, trace_panel
from diayn_jax.show.pictures.skills_figure import skills_figure
from diayn_jax.show.pictures.traces import UNDECLARED, Dimensions
from diayn_jax.show.shown_skills import discrete, shown_skills, single
from diayn_jax.skills import make_skills

DECLARED = {
    "tip": Feature(2, "position of the tip", "m"),
    "phase": Feature(2, "position, and speed", "m, m/s", dims=(4, 1)),
    "speed": Feature(1, "speed", "m/s", dims=(1,)),
}


def episodes(num_skills, per_skill=2, steps=12, **fields):
    rng = np.random.default_rng(0)
    size = num_skills * per_skill
    valid = np.arange(steps)[:, None] < rng.integers(1, steps + 1, size)
    values = {
        "skill": np.arange(size) % num_skills,
        "z": np.arange(size) % num_skills,
        "valid": valid,
        "reward": np.zeros(valid.shape),
        "score": np.zeros(valid.shape),
        "obs": None,
        "features": {},
        "xy": np.cumsum(rng.normal(size=(steps + 1, size, 2)), axis=0),
        "log_probs": np.full((*valid.shape, num_skills), -math.log(num_skills)),
    }
    return Trajectories(**{**values, **fields})


def rows(num_skills, count=5):
    return [
        {
            "time/env_steps": 1000 * i,
            "eval/mi": math.log(num_skills) * i / count,
            "eval/discriminator_accuracy": i / count,
        }
        for i in range(count)
    ]


@pytest.mark.parametrize("num_skills", [2, 10, 50])
def test_one_line_for_each_episode_that_stops_where_it_ended(num_skills):
    t = episodes(num_skills)
    axes = skills_figure(t, rows(num_skills), UNDECLARED, skills=discrete(num_skills)).axes
    assert axes[0].get_aspect() == 1
    lines = [line.get_xydata() for line in axes[0].get_lines() if len(line.get_xydata()) > 1]
    assert len(lines) == 2 * num_skills
    ends = {tuple(np.round(line[-1], 6)) for line in lines}
    lengths = t.valid.sum(axis=0)
    assert ends == {tuple(np.round(t.xy[lengths[n], n], 6)) for n in range(2 * num_skills)}
    numbers = {text.get_text() for text in axes[0].texts}
    assert numbers >= {str(z) for z in range(num_skills)}


def test_the_curves_show_what_the_history_says():
    figure = skills_figure(episodes(4), rows(4), UNDECLARED, skills=discrete(4))
    _, mi, accuracy = figure.axes
    curve = [line for line in mi.get_lines() if len(line.get_xdata()) == 5]
    np.testing.assert_allclose(curve[0].get_ydata(), [row["eval/mi"] for row in rows(4)])
    np.testing.assert_allclose(curve[0].get_xdata(), [0, 1000, 2000, 3000, 4000])
    assert any(line.get_ydata()[0] == math.log(4) for line in mi.get_lines())
    assert next(line.get_ydata()[0] for line in accuracy.get_lines()) == 1 / 4
    skills = mi.child_axes[0]
    figure.canvas.draw()
    low, high = mi.get_ylim()
    np.testing.assert_allclose(skills.get_ylim(), [math.exp(low), math.exp(high)])


def test_rows_without_an_evaluation_are_passed_over():
    history = [
        {"time/env_steps": 0, "train/alpha": 0.1},
        {"time/env_steps": 100, "eval/mi": 0.5, "eval/discriminator_accuracy": None},
        {"time/env_steps": 200, "eval/mi": None},
        {"time/env_steps": 300, "eval/mi": float("nan")},
    ]
    steps, mi, _ = log_curves.curve(history, "eval/mi")
    assert (steps.tolist(), mi.tolist()) == ([100.0], [0.5])
    assert log_curves.curve(history, "eval/discriminator_accuracy").size == 0


def test_what_is_drawn_where_there_is_no_plane():
    rng = np.random.default_rng(1)
    flat = np.zeros((13, 8, 2))
    flat[..., 0] = np.cumsum(rng.normal(size=(13, 8)), axis=0)

    def labels(seen="", **fields):
        dimensions = Dimensions(DECLARED, seen)
        axes = skills_figure(episodes(4, **fields), rows(4), dimensions, skills=discrete(4)).axes
        return len(axes), axes[0].get_xlabel(), axes[0].get_ylabel()

    one, two = rng.normal(size=(12, 8, 1)), rng.normal(size=(12, 8, 2))
    assert labels(xy=flat) == (3, "step of the episode", "x (m)")
    assert labels(xy=None, features={"height": one}) == (3, "step of the episode", "height")
    assert labels(xy=None, features={"tip": two}) == (3, "tip (m), first", "tip (m), second")
    # The axes are parts of the observation, with two units or one. The discriminator's features come first.
    obs = rng.normal(size=(12, 8, 5))
    assert labels(xy=None, obs=obs) == (3, "phase (m), first", "phase (m/s), second")
    assert labels(xy=None, obs=obs, seen="speed") == (3, "step of the episode", "speed (m/s)")
    assert labels(xy=None, obs=obs, features={"tip": two}, seen="tip") == (
        3,
        "tip (m), first",
        "tip (m), second",
    )
    count, xlabel, _ = labels(xy=None, obs=obs, features={"tip": two}, seen="obs")
    assert (count, xlabel.startswith("first component")) == (3, True)
    assert labels(xy=None)[0] == 2


def test_a_part_of_the_observation_is_drawn_from_its_places():
    obs = np.random.default_rng(1).normal(size=(12, 2, 5))
    t = episodes(2, per_skill=1, xy=None, obs=obs)
    axes = skills_figure(t, rows(2), Dimensions(DECLARED, "phase"), skills=discrete(2)).axes
    assert axes[0].get_aspect() == "auto"
    assert axes[0].get_title(loc="left") == "Position, and speed"
    lines = [line.get_xydata() for line in axes[0].get_lines() if line.get_linestyle() != "None"]
    drawn = next(line for line in lines if len(line) == t.valid[:, 0].sum())
    np.testing.assert_allclose(drawn, obs[t.valid[:, 0], 0][:, [4, 1]])


def test_walls_are_drawn():
    walls = (((-30.0, -30.0), (-30.0, 30.0)), ((-30.0, 30.0), (30.0, 30.0)))
    figure = skills_figure(episodes(3), rows(3), Dimensions(walls=walls), skills=discrete(3))
    (drawn,) = figure.axes[0].collections
    np.testing.assert_allclose(drawn.get_segments(), walls)
    figure.canvas.draw()
    assert figure.axes[0].get_xlim()[0] < -30
    assert figure.axes[0].get_ylim()[1] > 30
    assert not skills_figure(episodes(3), rows(3), UNDECLARED, skills=discrete(3)).axes[0].collections


def test_skills_are_drawn_apart():
    for num_skills in (2, 10, 20, 21, 50):
        styles = [
            (style["color"], style.get("linestyle"))
            for style in trace_panel.skill_styles(discrete(num_skills))
        ]
        assert len(set(styles)) == num_skills


def test_png_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    figure = skills_figure(episodes(3), [], UNDECLARED, skills=discrete(3), title="point")
    path = figure_style.save(figure, tmp_path / "skills.png", 40)
    assert matplotlib.image.imread(path).shape[:2] == (280, 500)
    before = path.read_bytes()

    def fail(*args, **kwargs):
        raise OSError("no space left")

    monkeypatch.setattr(figure_style.Figure, "savefig", fail)
    with pytest.raises(OSError, match="no space"):
        figure_style.save(figure, path)
    assert [p.name for p in tmp_path.iterdir()] == ["skills.png"]
    assert path.read_bytes() == before


# Other objectives: there is no classifier.


def travels(shown, per_skill=1, steps=12):
    """Returns episodes in which each skill goes along its own z, one metre per step, without a classifier."""
    angle = 2 * np.pi * (shown.places if shown.kind == "wheel" else np.arange(shown.count) / shown.count)
    t = episodes(
        shown.count, per_skill, steps, log_probs=None, valid=np.ones((steps, shown.count * per_skill), bool)
    )
    way = np.stack([np.cos(angle), np.sin(angle)], axis=-1)[t.skill]
    return t._replace(xy=np.arange(steps + 1)[:, None, None] * way)


def metra_rows(count=5):
    return [
        {
            "time/env_steps": 1000 * i,
            "eval/distance_mean": 2.0 * i,
            "train/lambda": 30.0 / (i + 1),
            "train/phi_step": 0.1 * i,
        }
        for i in range(count)
    ]


def test_directions_are_drawn_in_the_colours_of_a_wheel():
    shown = shown_skills(make_skills("sphere:2", 2))
    t = travels(shown)
    figure = skills_figure(t, metra_rows(), UNDECLARED, skills=shown)
    ax, distance, dual, _ = figure.axes
    lines = [line for line in ax.get_lines() if len(line.get_xydata()) == 13]
    assert len(lines) == 64
    for line in lines:
        x, y = line.get_xydata()[-1]
        turns = math.atan2(y, x) / (2 * math.pi) % 1
        assert line.get_color() == cyclic(np.array([turns]))[0]
    # The lines have no numbers at their ends. A wheel explains the colours.
    assert not {text.get_text() for text in ax.texts} & set(shown.names)
    (key,) = ax.child_axes
    assert key.name == "polar"
    for bar in key.patches:
        turns = (bar.get_x() + bar.get_width() / 2) / (2 * math.pi)
        assert mpl_hex(bar.get_facecolor()) == cyclic(np.array([turns]))[0]
    assert "64 draws of z" in " ".join(text.get_text() for text in ax.texts)
    (drawn,) = [line for line in distance.get_lines() if len(line.get_xdata()) == 5]
    np.testing.assert_allclose(drawn.get_ydata(), [0, 2, 4, 6, 8])
    (drawn,) = [line for line in dual.get_lines() if len(line.get_xdata()) == 5]
    np.testing.assert_allclose(drawn.get_ydata(), [30, 15, 10, 7.5, 6])
    step = figure.axes[3]
    np.testing.assert_allclose(step.get_lines()[0].get_ydata(), [0, 0.1, 0.2, 0.3, 0.4])
    figure.canvas.draw()


def mpl_hex(rgba):
    return matplotlib.colors.to_hex(rgba)


def test_numbered_skills_without_a_discriminator():
    shown = discrete(4)
    figure = skills_figure(travels(shown), metra_rows(), UNDECLARED, skills=shown)
    titles = [ax.get_title(loc="left") for ax in figure.axes]
    assert titles[:3] == [
        "Where each skill goes",
        "How far skills travel",
        "METRA's λ and the step of φ that it bounds",
    ]
    assert {text.get_text() for text in figure.axes[0].texts} >= {"0", "1", "2", "3"}
    assert not figure.axes[0].child_axes


def test_coverage_of_the_end_alone_is_said_beside_the_distance():
    history = metra_rows()
    history[-1]["eval/policy_coverage"] = 768.0
    _, distance = skills_figure(travels(discrete(4)), history[-2:], UNDECLARED, skills=discrete(4)).axes[:2]
    assert "now 8 m, 768 m² covered" in {text.get_text() for text in distance.texts}


def test_a_policy_without_skills_shows_its_return():
    history = [{"time/env_steps": 100 * i, "eval/return": -1200.0 + 300 * i} for i in range(4)]
    shown = single()
    t = travels(shown, per_skill=6)
    ax, returns = skills_figure(t, history, UNDECLARED, skills=shown).axes
    (drawn,) = returns.get_lines()
    np.testing.assert_allclose(drawn.get_ydata(), [-1200, -900, -600, -300])
    assert "6 episodes of at most 12 steps" in {text.get_text() for text in ax.texts}
    assert "now −300" in {text.get_text() for text in returns.texts}
    # Before the first evaluation, and without dimensions for traces.
    (empty,) = skills_figure(t._replace(xy=None), [], UNDECLARED, skills=shown).axes
    assert "no evaluation yet" in {text.get_text() for text in empty.texts}


def test_a_ramp_has_its_ends_in_writing():
    shown = shown_skills(make_skills("box:1", 2))
    ax = skills_figure(travels(shown), metra_rows(), UNDECLARED, skills=shown).axes[0]
    (key,) = ax.child_axes
    texts = [label.get_text() for label in key.get_xticklabels()]
    assert texts == [f"{shown.places.min():.3g}".replace("-", "−"), f"z = {shown.places.max():.3g}"]
