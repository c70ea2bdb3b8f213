"""Charts of returns per skill, and of a run's curves."""

import numpy as np
import pytest
from test_skills_figure import episodes, rows

from diayn_jax import envs
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import metrics
from diayn_jax.show import live
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.pictures import charts, figure_style
from diayn_jax.show.shown_skills import discrete, shown_skills, single
from diayn_jax.skills import make_skills


def test_returns_are_sorted_by_skill_and_leave_out_what_came_after():
    rng = np.random.default_rng(0)
    t = episodes(4, per_skill=3, reward=rng.normal(size=(12, 12)))
    ax = charts.returns_figure(t, skills=discrete(4)).axes[0]
    by_skill = {z: [] for z in range(4)}
    for n in range(12):
        by_skill[n % 4].append(sum(t.reward[s, n] for s in range(12) if t.valid[s, n]))
    order = sorted(by_skill, key=lambda z: np.mean(by_skill[z]))
    assert [label.get_text() for label in ax.get_xticklabels()] == [str(z) for z in order]
    dots = [line for line in ax.get_lines() if line.get_marker() == "o"]
    for line, z in zip(dots, order, strict=True):
        np.testing.assert_allclose(line.get_ydata(), sorted(by_skill[z]))
        assert line.get_color() == skill_colours(4)[z]
    means = [segment[0, 1] for segment in ax.collections[0].get_segments()]
    np.testing.assert_allclose(means, [np.mean(by_skill[z]) for z in order])


def test_an_episode_without_a_step_has_no_return():
    t = episodes(2, per_skill=2, reward=np.ones((12, 4)), valid=np.arange(12)[:, None] < [5, 3, 0, 0])
    np.testing.assert_array_equal(metrics.episode_returns(t), [5.0, 3.0, np.nan, np.nan])
    ax = charts.returns_figure(t, skills=discrete(2)).axes[0]
    dots = [line.get_ydata().tolist() for line in ax.get_lines() if line.get_marker() == "o"]
    assert dots == [[3.0], [5.0]]
    assert live.counts(live.histograms(t)["histogram/return"])[0].sum() == 2


@pytest.mark.parametrize("space", ["categorical", "sphere:2", "gaussian:1"])
def test_returns_are_empty_if_no_episode_has_a_step(space):
    skills = shown_skills(make_skills(space, 3))
    t = episodes(skills.count, per_skill=1, valid=np.zeros((12, skills.count), bool))
    ax = charts.returns_figure(t, skills=skills).axes[0]
    assert [line for line in ax.get_lines() if line.get_marker() == "o"] == []
    assert list(ax.get_xticks()) == []


@pytest.mark.parametrize("num_skills", [2, 100])
def test_returns_of_any_number_of_skills(num_skills, tmp_path):
    figure = charts.returns_figure(episodes(num_skills, per_skill=1), skills=discrete(num_skills), title="t")
    paths = figure_style.save_all({"returns": figure}, tmp_path)
    assert [path.name for path in paths] == ["returns.png", "returns.svg"]
    assert figure.get_size_inches()[0] <= 14


def test_curves_of_what_there_is():
    history = [{**row, "train/critic_loss": 1.0 / (i + 1)} for i, row in enumerate(rows(4))]
    figure = charts.curves_figure(history, skills=discrete(4), title="point")
    titles = [ax.get_title(loc="left") for ax in figure.axes]
    assert titles == ["How much a state tells about its skill", "The discriminator's accuracy", "Losses"]
    (line,) = figure.axes[2].get_lines()
    np.testing.assert_allclose(line.get_ydata(), [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5])
    figure.canvas.draw()
    # Also before the first evaluation.
    assert len(charts.curves_figure([], skills=discrete(4)).axes) == 1


def test_curves_of_metra_and_of_a_task():
    steps = [1000.0 * i for i in range(4)]
    metra = [
        {"time/env_steps": step, "eval/distance_mean": step / 100, "train/lambda": 3.0, "train/phi_step": 0.5}
        for step in steps
    ]
    shown = shown_skills(make_skills("sphere:2", 2))
    titles = [ax.get_title(loc="left") for ax in charts.curves_figure(metra, skills=shown).axes]
    assert [title for title in titles if title] == [
        "How far skills travel",
        "METRA's λ and the step of φ that it bounds",
    ]
    task = [{"time/env_steps": step, "eval/return": -step} for step in steps]
    (ax,) = charts.curves_figure(task, skills=single()).axes
    assert ax.get_title(loc="left") == "The environment's return"
    np.testing.assert_allclose(ax.get_lines()[0].get_ydata(), [-step for step in steps])


def test_returns_of_directions_are_in_order_of_their_angle():
    shown = shown_skills(make_skills("sphere:2", 2))
    rng = np.random.default_rng(0)
    t = episodes(64, per_skill=2, reward=rng.normal(size=(12, 128)))
    order = rng.permutation(128)
    t = t._replace(skill=t.skill[order])
    ax = charts.returns_figure(t, skills=shown).axes[0]
    dots = [line for line in ax.get_lines() if line.get_marker() == "o"]
    by_angle = np.argsort(shown.places)
    assert [line.get_color() for line in dots] == [shown.colours[z] for z in by_angle]
    returns = metrics.episode_returns(t)
    for line, z in zip(dots, by_angle, strict=True):
        np.testing.assert_allclose(line.get_ydata(), np.sort(returns[t.skill == z]))
    assert ax.get_xlabel() == "angle of z"


def test_live_views_of_what_has_no_discriminator():
    t = episodes(3, log_probs=None)
    assert set(live.histograms(t)) == {"histogram/return", "histogram/episode_length"}
    assert live.describe({"eval/distance_mean": 12.34, "eval/return_best": 5.0}, 2000).endswith(
        "12.3 m from start to end"
    )
    assert live.describe({"eval/return": -1376.7}, 2000) == "2k steps: return −1,377"
    assert live.describe({}, 2000) == "2k steps"
    png = live.picture(t, envs.make("point"), "xy", discrete(3), "title")
    assert png.startswith(b"\x89PNG")


def test_films_of_directions_lie_all_around():
    shown = shown_skills(make_skills("sphere:2", 2))
    with pytest.raises(ConfigError, match="has only 64 draws of z"):
        live.check(envs.make("point"), 65, shown)
    with pytest.raises(ConfigError, match="this run has only one policy"):
        live.check(envs.make("point"), 2, single())
    live.check(envs.make("point"), 64, shown)
