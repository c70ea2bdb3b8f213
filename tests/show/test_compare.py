import dataclasses

import numpy as np
import pytest
from browser import NARROW, chromium, opened
from pages import data_of
from test_player import recording_of

from diayn_jax.config import ConfigError
from diayn_jax.envs.worlds import point
from diayn_jax.resolve import make_config, to_json
from diayn_jax.show import compare, page
from diayn_jax.show.pictures.marginals import marginal
from diayn_jax.show.players.player import payload
from diayn_jax.show.report.header import skills_of_page
from diayn_jax.show.report.run_data import RunData, from_directory
from diayn_jax.show.shown_skills import discrete, shown_skills, single
from diayn_jax.skills import make_skills
from diayn_jax.storage import files

assert chromium  # a fixture

STEPS = np.array([1000, 2000, 3000, 4000])


def write_run(directory, name, mi, *, steps=STEPS, **fields):
    """Writes a run's config and log, as if the run had been trained."""
    given = {"env": "point", "num_skills": 4, "num_env_steps": 4000, **fields}
    config = make_config({key: value for key, value in given.items() if value is not None})
    path = directory / name
    path.mkdir(parents=True)
    resolved = {"backend": "jax", "features": "xy", "num_devices": 1}
    document = {"config": to_json(config), "resolved": resolved, "started": "2026-01-01", "resumed": []}
    files.write_json(path / files.CONFIG, document)
    rows = [f"{step},{value},{value / np.log(4)}" for step, value in zip(steps, mi, strict=True)]
    text = "\n".join(["time/env_steps,eval/mi,eval/mi_normalised", *rows, ""])
    (path / files.PROGRESS).write_text(text, encoding="utf-8")
    return path


def test_runs_are_grouped_by_what_was_asked_for(tmp_path):
    paths = [
        write_run(tmp_path, f"{rate}-{seed}", [0.1] * 4, seed=seed, learning_rate=rate, tensorboard=seed > 0)
        for rate in (1e-3, 1e-2)
        for seed in (0, 1, 2)
    ]
    groups = compare.grouped([from_directory(path) for path in paths])
    assert [group.label for group in groups] == ["learning_rate=0.001", "learning_rate=0.01"]
    assert [[run.config.seed for run in group.runs] for group in groups] == [[0, 1, 2], [0, 1, 2]]
    assert groups[0].settings == {"learning_rate": "0.001"}


def test_bins_of_many_values_do_not_divide_the_runs_of_a_value():
    # Every value has the same three figures, so their mean is 1 everywhere.
    found = marginal("tau", [(value / 100, float(seed)) for value in range(1, 14) for seed in range(3)])
    assert [place.interval.mean for place in found.places] == [1.0] * 8
    assert found.places[0].x == pytest.approx(np.exp(np.log([0.01, 0.02]).mean()))
    assert len(found.points) == 39


def test_a_run_that_became_a_copy_is_in_no_group_of_others(tmp_path):
    paths = [write_run(tmp_path, f"{seed}", [0.1] * 4, seed=seed) for seed in range(4)]
    records = [from_directory(path) for path in paths]
    records[1:3] = [run._replace(copied=True) for run in records[1:3]]
    groups = compare.grouped(records)
    assert [group.label for group in groups] == ["copied=no", "copied=seed 1", "copied=seed 2"]
    assert [[run.config.seed for run in group.runs] for group in groups] == [[0, 3], [1], [2]]


def test_environments_are_named_without_their_own_settings(tmp_path):
    paths = [
        write_run(tmp_path, f"{env}-{rate}", [0.1] * 4, env=env, learning_rate=rate, episode_length=length)
        for env, length in (("point", 100), ("point_maze", 200))
        for rate in (1e-3, 1e-2)
    ]
    groups = compare.grouped([from_directory(path) for path in paths])
    assert [group.label for group in groups] == [
        "point, learning_rate=0.001",
        "point, learning_rate=0.01",
        "point_maze, learning_rate=0.001",
        "point_maze, learning_rate=0.01",
    ]
    (over,) = [f for f in compare._figures(groups) if f["title"].endswith("over environments")]
    assert [row["label"] for row in over["rows"]] == ["learning_rate=0.001", "learning_rate=0.01"]
    assert over["rows"][0]["runs"] == pytest.approx([0.1 / np.log(4)] * 2)


def test_groups_that_differ_in_a_fourth_setting_have_their_own_figures(tmp_path):
    """Three settings in a label are not enough here; no two groups may share a label, nor a column."""
    differing = ("learning_rate", "discount", "tau", "reward_scale")
    paths = []
    for i in range(16):
        own = {name: 0.1 + 0.1 * (i >> bit & 1) for bit, name in enumerate(differing)}
        paths.append(write_run(tmp_path, str(i), [0.01 * i] * 4, **own))
    found = compare.compare(*paths)
    (head, *rows) = found.cells()
    assert len(set(head[1:])) == 16
    (shares,) = (row for row in rows if row[0] == "eval/mi_normalised")
    assert [float(x) for x in shares[1:]] == pytest.approx(
        [0.01 * i / np.log(4) for i in range(16)], abs=1e-3
    )


def test_objectives_are_named_without_their_own_settings(tmp_path):
    kinds = [
        {"objective": "diayn", "num_skills": 6},
        {"objective": "metra"},
        {"objective": "metra", "dual_slack": 0.01},
        {"objective": "task"},
    ]
    paths = [
        write_run(tmp_path, f"{i}-{seed}", [0.1] * 4, **{"seed": seed, "num_skills": None, **kind})
        for i, kind in enumerate(kinds)
        for seed in (0, 1)
    ]
    groups = compare.grouped([from_directory(path) for path in paths])
    assert [group.label for group in groups] == [
        "objective=diayn",
        "objective=metra, dual_slack=0.001",
        "objective=metra, dual_slack=0.01",
        "objective=task",
    ]
    assert [len(group.runs) for group in groups] == [2, 2, 2, 2]
    assert [group.settings["skill_space"] for group in groups] == [
        "categorical",
        "sphere:2",
        "sphere:2",
        "none",
    ]
    assert [group.settings["dual_slack"] for group in groups] == ["–", "0.001", "0.01", "–"]
    # Only one of the runs has a number of skills, so this is not a difference.
    assert "num_skills" not in groups[0].settings


def test_curves_lie_on_one_another(tmp_path):
    paths = [write_run(tmp_path, str(seed), np.arange(4.0) + seed, seed=seed) for seed in range(4)]
    written = compare.write(paths, tmp_path / "page.html")
    data = data_of(written.path)
    assert data["title"] == "4 runs of point"
    curve = data["groups"][0]["curves"]["eval/mi"]
    assert curve["x"] == STEPS.tolist()
    np.testing.assert_allclose(curve["y"], np.arange(4.0) + 1.5)
    for low, mean, high in zip(curve["low"], curve["y"], curve["high"], strict=True):
        assert mean - 1.5 <= low < mean < high <= mean + 1.5
    (share,) = [f for f in data["figures"] if f["title"].startswith("Mutual information")]
    assert share["rows"][0]["mean"] == pytest.approx(4.5 / np.log(4), rel=1e-4)
    assert data["differences"] == []


def test_a_run_that_ended_early_ends_the_curve(tmp_path):
    paths = [
        write_run(tmp_path, "whole", [1.0, 2.0, 3.0, 4.0]),
        write_run(tmp_path, "short", [3.0, 4.0], steps=STEPS[:2] + 500, seed=1),
    ]
    curve = data_of(compare.write(paths, tmp_path / "page.html").path)["groups"][0]["curves"]["eval/mi"]
    # Between its own steps, a curve is a straight line.
    assert curve["x"] == [1500, 2000, 2500]
    np.testing.assert_allclose(curve["y"], [(1.5 + 3) / 2, (2 + 3.5) / 2, (2.5 + 4) / 2])


def test_runs_that_share_no_step(tmp_path):
    paths = [
        write_run(tmp_path, "early", [1.0, 2.0], steps=STEPS[:2]),
        write_run(tmp_path, "late", [3.0, 4.0, 5.0], steps=STEPS[:3] + 5000, seed=1),
    ]
    data = data_of(compare.write(paths, tmp_path / "page.html").path)
    curve = data["groups"][0]["curves"]["eval/mi"]
    assert (curve["x"], curve["y"]) == ([6000, 7000, 8000], [3, 4, 5])
    assert "low" not in curve
    (note,) = data["notes"]
    assert "some runs end an epoch or more before others begin, so 2 curves" in note


def test_runs_that_differ_by_less_than_an_epoch_are_one_curve(tmp_path):
    # Each figure is computed once, at the end of a run.
    ends = (60_582, 60_585, 60_584)
    fields = {"num_env_steps": 60_000, "epoch_steps": 1000}
    paths = [
        write_run(tmp_path, str(seed), [2.0 + seed], steps=[end], seed=seed, **fields)
        for seed, end in enumerate(ends)
    ]
    data = data_of(compare.write(paths, tmp_path / "page.html").path)
    assert data["notes"] == []
    curve = data["groups"][0]["curves"]["eval/mi"]
    # For three runs, the interquartile mean is the plain mean.
    assert (curve["x"], curve["y"]) == ([60_585], [pytest.approx(3.0)])
    assert curve["low"][0] < 3 < curve["high"][0]


def test_curves_have_the_mean_time_of_the_runs(tmp_path):
    paths = [write_run(tmp_path, str(seed), [1.0, 2.0, 3.0, 4.0], seed=seed) for seed in range(2)]
    for path, rate in zip(paths, (100.0, 200.0), strict=True):
        rows = (path / files.PROGRESS).read_text(encoding="utf-8").splitlines()
        timed = [f"{row},{int(row.split(',')[0]) / rate}" for row in rows[1:]]
        text = "\n".join([f"{rows[0]},time/wall_seconds", *timed, ""])
        (path / files.PROGRESS).write_text(text, encoding="utf-8")
    curve = data_of(compare.write(paths, tmp_path / "page.html").path)["groups"][0]["curves"]["eval/mi"]
    np.testing.assert_allclose(curve["wall"], STEPS * (1 / 100 + 1 / 200) / 2)


def test_many_groups_differ_in_colour_or_dashes():
    looks = [(compare._colour(i), compare._dash(i)) for i in range(24)]
    assert len(set(looks)) == 24


def test_what_cannot_be_compared_is_refused(tmp_path):
    path = write_run(tmp_path, "one", [0.1] * 4)
    with pytest.raises(ConfigError, match="two different runs"):
        compare.write([path, path / ".." / "one"], tmp_path / "page.html")
    with pytest.raises(ConfigError, match="There is no run"):
        compare.write([path, tmp_path], tmp_path / "page.html")


def test_different_numbers_of_skills_are_said(tmp_path):
    paths = [write_run(tmp_path, str(k), [0.1] * 4, num_skills=k) for k in (4, 8)]
    data = data_of(compare.write(paths, tmp_path / "page.html").path)
    assert any("4, 8 skills" in note for note in data["notes"])
    assert data["differences"] == [{"name": "num_skills", "values": ["4", "8"]}]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_opens(tmp_path, chromium, theme):
    paths = [
        write_run(tmp_path, f"{tau}-{seed}", np.arange(4.0) * tau + seed, seed=seed, tau=tau)
        for tau in (0.1, 0.2)
        for seed in (0, 1)
    ]
    (paths[0] / files.PROGRESS).unlink()
    page = compare.write(paths, tmp_path / "page.html").path
    with opened(chromium, page, theme=theme, size=NARROW) as seen:
        assert seen.page.locator("section > h2").all_inner_texts() == [
            "Last figures",
            "Learning",
            "What differs",
            "Runs",
        ]
        assert seen.page.locator(".legend li").all_inner_texts() == ["tau=0.1", "tau=0.2"]
        assert "progress.csv is missing" in seen.page.locator(".warning").inner_text()
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
        assert seen.serious() == []
        assert seen.said == []


def test_groups_have_all_their_fields():
    assert {f.name for f in dataclasses.fields(make_config())} >= compare._SAME_ANYWAY


def test_a_run_to_start_from_is_told_by_its_name():
    configs = [
        make_config(env="point", objective="task"),
        make_config(env="point", objective="task", start_run="/somewhere/runs/point/skills"),
    ]
    groups = compare.grouped([RunData(config, {}, (), {}, None, ()) for config in configs])
    assert [group.label for group in groups] == ["start_run=none", "start_run=skills"]


@pytest.mark.parametrize("name", ["start_run", "choose_from"])
def test_runs_of_one_name_in_different_folders_are_different_starts(name):
    paths = ["/runs/a/point/s0", "/runs/b/point/s0", "/runs/b/point/s0"]
    configs = [
        make_config(env="point_goals", objective="task", seed=i, **{name: path})
        for i, path in enumerate(paths)
    ]
    groups = compare.grouped([RunData(config, {}, (), {}, None, ()) for config in configs])
    assert [group.label for group in groups] == [f"{name}=a/point/s0", f"{name}=b/point/s0"]
    assert [[run.config.seed for run in group.runs] for group in groups] == [[0], [1, 2]]


def test_a_reward_that_is_trained_on_is_not_said_to_be_none_of_that():
    figures = {"eval/return_best": 1.0}
    runs = [
        RunData(make_config(env="point", objective=name), {}, (), figures, None, ())
        for name in ("smerl", "diayn")
    ]
    (best,) = compare._figures(compare.grouped(runs))
    assert best["title"] == "Best skill's return"
    assert best["note"] == "the environment's reward"


def traces_of(skills, reach):
    """Returns traces as in a report: one episode of each skill, from the left edge's middle to the right."""
    points = np.linspace(0, reach, 5)[:, None] * np.ones(skills)
    ends = (np.arange(skills) + 0.5) / skills - 0.5
    return {
        "title": "Where each skill goes",
        "xlabel": "x (m)",
        "ylabel": "y (m)",
        "plane": True,
        "over_time": False,
        "walls": [],
        "steps": 4,
        "first": 0,
        "episodes": 1,
        "count": skills,
        "rows": 5,
        "row_steps": list(range(5)),
        "skill": list(range(skills)),
        "x": page.pack(points),
        "y": page.pack(points * ends),
        "xrange": [0.0, reach],
        "yrange": [-reach / 2, reach / 2],
    }


def with_report(path, shown, gallery, reach=1.0):
    """Gives a run a report with these players, and with traces of this reach."""
    head = {
        "title": "A run",
        "colours": shown.colours,
        "dark_colours": shown.dark_colours,
        "skills": skills_of_page(shown),
    }
    skills = {"gallery": gallery, "traces": traces_of(shown.count, reach)}
    (path / files.REPORT).write_text(page.render({"head": head, "skills": skills}), encoding="utf-8")
    return path


def players(episodes, steps=6, dt=1.0):
    poses = np.linspace(-0.8, 0.8, steps + 1)[:, None, None] * np.ones((1, episodes, 2))
    poses[..., 1] = np.arange(episodes) / episodes
    made = payload(recording_of(point.SCENE, poses.astype(np.float32), dt=dt))
    return {**made, "step": 4000, "earlier": [{"step": 1000, "episodes": made["episodes"]}]}


def test_runs_of_different_skill_spaces_are_seen_side_by_side(tmp_path, chromium):
    diayn = with_report(write_run(tmp_path, "diayn", [0.1] * 4), discrete(4), players(4))
    metra = write_run(tmp_path, "metra", [0.1] * 4, num_skills=None, objective="metra")
    vectors = shown_skills(make_skills("sphere:2", 0))
    with_report(metra, vectors, players(8), reach=3.0)
    # A run with a single policy has players, and no scene.
    task = write_run(tmp_path, "task", [0.1] * 4, num_skills=None, objective="task")
    with_report(task, single(), players(1))
    written = compare.write([diayn, metra, task], tmp_path / "page.html")
    seen = data_of(written.path)["seen"]
    assert all("earlier" not in run["gallery"] for run in seen)
    # The runs share an environment and the axes, so that lengths can be compared. Neither axis is flat.
    (x,) = {tuple(run["traces"]["xrange"]) for run in seen}
    (y,) = {tuple(run["traces"]["yrange"]) for run in seen}
    assert x[0] <= 0 < 3 <= x[1]
    assert 0.5 <= (y[1] - y[0]) / (x[1] - x[0]) <= 1
    with opened(chromium, written.path) as opened_page:
        opened_page.page.set_default_timeout(60_000)
        runs = opened_page.page.locator("#scenes .runs > div")
        assert [run.locator(".player-scene").count() for run in runs.all()] == [1, 1, 0]
        assert runs.nth(2).locator("canvas").count() == 1
        assert opened_page.page.locator(".player-scene-title").all_inner_texts() == [
            "All 4 skills in one scene",
            "All 8 draws of z in one scene",
        ]
        # Each run has its own colours.
        for i, shown in enumerate((discrete(4), vectors)):
            colour = (
                runs.nth(i)
                .locator(".gallery")
                .evaluate("place => getComputedStyle(place).getPropertyValue('--skill-1')")
            )
            assert colour == shown.colours[1]
        # There is one clock. A click beside the bodies and Space play all runs, and no other clock runs.
        clock = opened_page.page.locator("#scenes .player-clock")
        box = runs.nth(0).locator("canvas").bounding_box()
        opened_page.page.mouse.click(box["x"] + 3, box["y"] + 3)
        assert opened_page.page.get_by_role("button", name="Pause").is_visible()
        opened_page.until("document.querySelector('#scenes .player-scrub').value > 0")
        opened_page.page.keyboard.press("Space")
        assert opened_page.page.get_by_role("button", name="Play").is_visible()
        stopped = clock.inner_text()
        opened_page.page.wait_for_timeout(200)
        assert clock.inner_text() == stopped
        assert opened_page.page.get_by_role("button", name="Film of the scene").count() == 0
        assert opened_page.serious() == []
        assert opened_page.said == []


@pytest.mark.parametrize(
    "changes",
    [
        {"gallery": [1]},
        {"gallery": "players"},
        {"traces": [1]},
        {"traces": {"title": "Traces without axes"}},
        {"traces": {**traces_of(4, 1.0), "xlabel": ["x"]}},
        {"traces": {**traces_of(4, 1.0), "yrange": [0.0]}},
        {"traces": {**traces_of(4, 1.0), "yrange": [None, "1"]}},
    ],
)
def test_a_report_that_is_malformed_is_left_out(tmp_path, changes):
    paths = [write_run(tmp_path, str(rate), [0.1] * 4, learning_rate=rate) for rate in (0.001, 0.002)]
    for path in paths:
        with_report(path, discrete(4), players(4))
    data = data_of(paths[1] / files.REPORT)
    other = page.render({**data, "skills": {**data["skills"], **changes}})
    (paths[1] / files.REPORT).write_text(other, encoding="utf-8")
    written = data_of(compare.write(paths, tmp_path / "page.html").path)
    assert [run["name"] for run in written["seen"]] == ["0.001"]
    assert any(note.startswith("No players for learning_rate=0.002") for note in written["notes"])


def test_groups_that_are_too_many_to_be_seen_are_named(tmp_path):
    rates = [round(0.001 * (i + 1), 3) for i in range(10)]
    paths = [
        with_report(write_run(tmp_path, str(rate), [0.1] * 4, learning_rate=rate), discrete(4), players(4))
        for rate in rates
    ]
    data = data_of(compare.write(paths, tmp_path / "page.html").path)
    assert len(data["seen"]) == 8
    (note,) = [note for note in data["notes"] if "first 8 groups" in note]
    assert note.endswith("Left out: learning_rate=0.009, learning_rate=0.01.")


def test_of_many_groups_the_page_has_the_best(tmp_path, monkeypatch):
    monkeypatch.setattr(compare, "MOST_GROUPS", 2)
    shares = {0.001: 0.3, 0.002: 0.1, 0.003: np.nan, 0.004: 0.2}
    paths = [
        write_run(tmp_path, f"{rate}-{seed}", [share] * 4, learning_rate=rate, seed=seed)
        for rate, share in shares.items()
        for seed in (0, 1)
    ]
    found = compare.compare(*paths)
    note = "The page shows the best 2 of 4 groups, by eval/mi_normalised."
    data = data_of(found.page.path)
    assert [group["label"] for group in data["groups"]] == ["learning_rate=0.001", "learning_rate=0.004"]
    assert len(data["runs"]) == 4
    assert data["notes"] == [note]
    assert note in found.lines()
    # A sweep ranks by a figure of its own, and leaves out the others itself.
    written = compare.write(paths[:4], tmp_path / "page.html", ranked_by="eval/x", left_out=3)
    assert data_of(written.path)["notes"] == ["The page shows the best 2 of 5 groups, by eval/x."]
