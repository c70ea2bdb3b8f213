"""Returns per skill and a run's curves say what was measured."""

import numpy as np
import pytest
from test_plots import episodes, rows

from diayn_jax import metrics
from diayn_jax.show import charts, live
from diayn_jax.show.colours import skill_colours


def test_returns_are_sorted_by_skill_and_leave_out_what_came_after():
    rng = np.random.default_rng(0)
    t = episodes(4, per_skill=3, reward=rng.normal(size=(12, 12)))
    ax = charts.returns_figure(t, num_skills=4).axes[0]
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
    ax = charts.returns_figure(t, num_skills=2).axes[0]
    dots = [line.get_ydata().tolist() for line in ax.get_lines() if line.get_marker() == "o"]
    assert dots == [[3.0], [5.0]]
    assert live.counts(live.histograms(t)["histogram/return"])[0].sum() == 2


@pytest.mark.parametrize("num_skills", [2, 100])
def test_returns_of_any_number_of_skills(num_skills, tmp_path):
    figure = charts.returns_figure(episodes(num_skills, per_skill=1), num_skills=num_skills, title="t")
    paths = charts.write({"returns": figure}, tmp_path)
    assert [path.name for path in paths] == ["returns.png", "returns.svg"]
    assert figure.get_size_inches()[0] <= 14


def test_curves_of_what_there_is():
    history = [{**row, "train/critic_loss": 1.0 / (i + 1)} for i, row in enumerate(rows(4))]
    figure = charts.curves_figure(history, num_skills=4, title="point")
    titles = [ax.get_title(loc="left") for ax in figure.axes]
    assert titles == ["How much a state tells of its skill", "The discriminator's accuracy", "Losses"]
    (line,) = figure.axes[2].get_lines()
    np.testing.assert_allclose(line.get_ydata(), [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5])
    figure.canvas.draw()
    # Before the first evaluation too.
    assert len(charts.curves_figure([], num_skills=4).axes) == 2
