import dataclasses
import json
import math
import re
import shutil

import numpy as np
import pytest
from pages import copied, data_of, data_of_text, points_of, run, unpacked
from runs import STEPS

from diayn_jax import number_format, shell
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import metrics
from diayn_jax.show import log_curves, page, report
from diayn_jax.show.colours import skill_colours
from diayn_jax.show.record import Selection
from diayn_jax.show.report import maps, settings, skills
from diayn_jax.show.report.header import head_part
from diayn_jax.show.report.run_data import from_directory
from diayn_jax.storage import checkpoint, files, logs
from diayn_jax.use import loaded_run

assert run  # a fixture


# The contents of a page.


def test_packed_numbers_come_back():
    values = np.random.default_rng(0).normal(size=(50, 3)) * 40
    values[3, 1] = np.nan
    values[4, 2] = np.inf
    back = unpacked(page.pack(values)).reshape(values.shape)
    there = np.isfinite(values)
    np.testing.assert_allclose(back[there], values[there], atol=np.ptp(values[there]) / 65534)
    assert np.isnan(back[~there]).all()
    np.testing.assert_allclose(unpacked(page.pack(np.full(4, 2.5))), 2.5)
    assert np.isnan(unpacked(page.pack(np.full(2, np.nan)))).all()
    winner = np.array([0, 65535, 7], np.uint16)
    np.testing.assert_array_equal(unpacked(page.pack(winner)), winner)
    with pytest.raises(TypeError, match="int64"):
        page.pack(np.arange(3))


def test_json_says_null_where_there_is_no_number():
    said = page.to_json(
        {"a": [1.0, math.nan, np.float32(math.inf)], "b": np.array([0.1234567891]), "c": np.int64(3)}
    )
    assert json.loads(said) == {"a": [1.0, None, None], "b": [0.123457], "c": 3}


def test_what_a_run_is_called_cannot_end_the_script():
    data = {"kind": "compare", "title": "</script><script>alert(1)</script>", "x": "<!--"}
    text = page.render(data)
    assert "</script><script>alert" not in text
    assert data_of_text(text) == data


def test_long_curves_keep_their_extremes():
    x = np.arange(100_000.0)
    points = np.stack([x, np.sin(x / 1000), x], axis=1)
    points[31_234, 1] = 9.0
    points[77_777, 1] = -9.0
    kept = log_curves.thinned(points)
    assert len(kept) <= 600
    assert kept[:, 1].max() == 9.0
    assert kept[:, 1].min() == -9.0
    assert (np.diff(kept[:, 0]) > 0).all()
    np.testing.assert_array_equal(kept[[0, -1]], points[[0, -1]])
    np.testing.assert_array_equal(log_curves.thinned(points[:600]), points[:600])


def test_curves_leave_out_what_is_no_number():
    rows = [
        {"time/env_steps": 1, "time/wall_seconds": 0.5, "a": 2.0, "b": None},
        {"time/env_steps": 2, "time/wall_seconds": 1.0, "a": math.nan, "b": 3.0, "eval/return_skill_0": 1.0},
    ]
    figures = log_curves.curves_part(rows)["figures"]
    assert figures["a"] == {"x": [1.0], "y": [2.0], "wall": [0.5]}
    assert figures["b"] == {"x": [2.0], "y": [3.0], "wall": [1.0]}
    assert set(figures) == {"a", "b", "time/wall_seconds"}
    assert log_curves.curves_part([]) is None


def test_the_page_of_a_run(run):
    assert f"Wrote {run.page}" in run.said
    assert re.search(
        r"report\.html: [\d.]+ MB in [\d.]+ s \(recording .*gallery .*figures .*traces .*page ", run.said[-1]
    )
    assert run.page.stat().st_size < 3e6
    data = data_of(run.page)
    head, shown = data["head"], data["skills"]
    assert head["title"] == "point, 3 skills"
    assert head["status"] == {"tone": "good", "text": f"Finished: {number_format.count(STEPS[-1])} steps."}
    assert head["colours"] == skill_colours(3)
    labels = {item["label"]: item for item in head["headline"]}
    assert labels["Mutual information"]["value"] == pytest.approx(run.run.figures["eval/mi"], rel=1e-5)
    assert labels["Effective skills"]["value"] == pytest.approx(
        math.exp(run.run.figures["eval/mi"]), rel=1e-4
    )
    assert labels["Environment steps"]["value"] == int(run.run.state.counters.env_steps)
    assert shown["gallery"]
    assert shown["notes"] == []
    np.testing.assert_allclose(np.sum(shown["confusion"], axis=1), 1.0, atol=1e-3)
    assert [row["skill"] for row in shown["table"]] == [0, 1, 2]
    # The table describes the same episodes as the run's own table.
    for row, own in zip(shown["table"], run.run.skill_table, strict=True):
        assert row["return"] == pytest.approx(own["return"], rel=1e-4)
        assert np.mean(shown["returns"][row["skill"]]) == pytest.approx(own["return"], rel=1e-4)
    steps = logs.read(run.path)
    curve = data["curves"]["figures"]["eval/mi"]
    assert curve["x"] == [row["time/env_steps"] for row in steps if row["eval/mi"] is not None]


def test_traces_are_where_the_skills_went(run):
    played = skills.play(run.run, Selection(None, 2, 20))
    part = skills.skills_part(run.run, trajectories=played, gallery=False)
    traces = part["traces"]
    points = points_of(traces)
    assert traces["skill"] == [0, 1, 2, 0, 1, 2]
    for axis in (0, 1):
        width = np.ptp(played.xy[..., axis])
        np.testing.assert_allclose(points[..., axis], played.xy[..., axis], atol=width / 60_000)
    # The box contains all traces, and fits one of its sides.
    sides = []
    for axis, name in enumerate(("xrange", "yrange")):
        (low, high), drawn = traces[name], played.xy[..., axis]
        assert low < drawn.min() < drawn.max() < high
        sides.append((high - low, np.ptp(drawn)))
    (width, across), (height, up) = sides
    assert 0.5 <= height / width <= 1 + 1e-6
    assert min(width / across, height / up) == pytest.approx(1.1, rel=0.01)


def test_traces_over_time_are_as_fine_as_others(run):
    played = skills.play(run.run, Selection(None, 2, 20))
    still = played._replace(xy=np.stack([played.xy[..., 0], np.zeros_like(played.xy[..., 0])], axis=-1))
    traces = skills.skills_part(run.run, trajectories=still, gallery=False)["traces"]
    assert traces["over_time"]
    points = points_of(traces)
    np.testing.assert_allclose(points[..., 0], np.arange(21)[:, None] * np.ones(6), atol=1e-3)
    width = np.ptp(still.xy[..., 0])
    np.testing.assert_allclose(points[..., 1], still.xy[..., 0], atol=width / 60_000)


def test_beliefs_are_the_discriminators(run):
    part = skills.skills_part(run.run, gallery=False)
    beliefs = part["beliefs"]
    winner = unpacked(beliefs["winner"]).reshape(beliefs["rows"], beliefs["columns"])
    certainty = unpacked(beliefs["certainty"]).reshape(beliefs["rows"], beliefs["columns"]) / 255
    (x0, x1), (y0, y1) = beliefs["xrange"], beliefs["yrange"]
    rows, columns = winner.shape
    # Cells are as wide as they are high.
    assert (x1 - x0) / columns == pytest.approx((y1 - y0) / rows, rel=0.02)
    for row, column in ((0, 0), (40, 70), (rows - 1, 3)):
        # Row 0 is at the top.
        xy = np.array([[x0 + (column + 0.5) / columns * (x1 - x0), y1 - (row + 0.5) / rows * (y1 - y0)]])
        log_probs = np.asarray(run.run.evaluator.xy_log_probs(run.run.state, xy))[0]
        assert winner[row, column] == log_probs.argmax()
        assert certainty[row, column] == pytest.approx(np.exp(log_probs.max()), abs=0.01)


def test_beliefs_where_the_discriminator_sees_more_than_the_axes():
    log_probs = np.log(np.array([[[0.9, 0.1]], [[0.7, 0.3]], [[0.1, 0.9]], [[0.5, 0.5]]]))
    played = metrics.Trajectories(
        skill=np.zeros(1, np.int32),
        z=np.zeros(1, np.int32),
        valid=np.array([[True], [True], [True], [False]]),
        reward=np.zeros((4, 1)),
        score=np.zeros((4, 1)),
        obs=None,
        features={},
        xy=None,
        log_probs=log_probs,
    )
    points = np.array([[[9.0, 9.0]], [[0.1, 0.1]], [[0.1, 0.1]], [[0.9, 0.9]], [[0.5, 0.5]]])
    found = maps._mean_beliefs(played, points, ((0.0, 1.0), (0.0, 1.0)))
    size = found["rows"]
    winner = unpacked(found["winner"]).reshape(size, size)
    certainty = unpacked(found["certainty"]).reshape(size, size)
    low, high = int(0.1 * size), int(0.9 * size)
    assert winner[size - 1 - low, low] == 0
    assert certainty[size - 1 - low, low] == round(255 * 0.8)
    assert winner[size - 1 - high, high] == 1
    # The map leaves out places far from all visits, and steps after an episode's end.
    said = np.argwhere(winner != found["nobody"])
    places = np.array([(size - 1 - low, low), (size - 1 - high, high)])
    assert np.abs(said[:, None] - places).max(axis=-1).min(axis=1).max() <= 2
    assert winner[size // 2, size // 2] == found["nobody"]
    # Visited places have full strength, and the colour fades with the distance.
    visited = unpacked(found["visited"]).reshape(size, size)
    assert [visited[tuple(place)] for place in places] == [255, 255]
    assert visited[size // 2, size // 2] < 20


def test_a_skill_of_which_there_are_no_numbers(run, tmp_path):
    played = skills.play(run.run, Selection(None, 2, 20))
    lost = played.skill == 1
    valid, xy, obs = (np.array(x) for x in (played.valid, played.xy, played.obs))
    valid[:, lost] = False
    xy[1:, lost] = np.nan
    obs[:, lost] = np.nan
    broken = played._replace(valid=valid, xy=xy, obs=obs)
    written = report.write(run.run, tmp_path / "page.html", trajectories=broken)
    data = data_of(written.path)
    assert any("No figures of skill 1" in note for note in data["head"]["notes"])
    assert data["skills"]["table"][1]["return"] is None
    assert data["skills"]["returns"][1] == [None, None]
    assert data["skills"]["confusion"][1] == [None, None, None]


def test_flags_make_the_same_run(run):
    from experiments import flags
    from experiments import run as command

    said = flags.parse(settings.flags_of(run.run.config), command.COMMAND).overrides
    again = loaded_run.make_config(**said)
    kept = ("name", "log_dir", "report")
    for field in dataclasses.fields(again):
        if field.name not in kept:
            assert getattr(again, field.name) == getattr(run.run.config, field.name), field.name


def test_flags_say_the_preset_and_every_digit():
    config = loaded_run.make_config(env="point", preset="gpu", discount=0.99123456789, num_skills=4)
    said = settings.flags_of(config)
    assert {"--preset=gpu", "--discount=0.99123456789"} <= set(said)
    assert not any(flag.startswith("--num_envs") for flag in said)


def test_flags_say_the_backend_whose_defaults_there_are():
    config = loaded_run.make_config(env="ant", objective="metra", backend="native")
    changed = {flag for flag in settings.flags_of(config) if not flag.startswith(("--env=", "--seed="))}
    assert changed - {f"--preset={config.preset}"} == {"--objective=metra", "--backend=native"}


def test_settings_tell_what_was_set(run):
    changed = {row["name"]: row["value"] for row in data_of(run.page)["head"]["config"] if row["changed"]}
    assert changed["num_skills"] == "3"
    assert changed["policy_hidden_sizes"] == "8"
    assert "discount" not in changed
    assert "log_dir" not in changed


# Runs with missing parts.


def test_a_run_without_a_checkpoint_has_a_page_of_curves(run, tmp_path):
    path = copied(run, tmp_path)
    shutil.rmtree(path / files.CHECKPOINTS)
    (path / files.REPORT).unlink(missing_ok=True)  # because a page with players would be kept
    written = report.write_directory(path)
    data = data_of(written.path)
    assert data["skills"] is None
    assert "The run has no checkpoint to play. Only curves and settings are shown." in data["head"]["notes"]
    assert data["curves"]["figures"]["eval/mi"]["y"]


def test_a_run_without_a_log(run, tmp_path):
    path = copied(run, tmp_path)
    (path / files.PROGRESS).unlink()
    shutil.rmtree(path / files.CHECKPOINTS)  # because they hold copies of it
    (path / files.REPORT).unlink(missing_ok=True)
    data = data_of(report.write_directory(path).path)
    assert data["curves"] is None
    assert "progress.csv is missing, so there are no curves." in data["head"]["notes"]


def test_a_torn_log_is_read_as_far_as_it_goes(run, tmp_path):
    path = copied(run, tmp_path)
    log = path / files.PROGRESS
    text = log.read_text(encoding="utf-8")
    log.write_text(text[: int(0.6 * len(text))], encoding="utf-8")
    assert head_part(from_directory(path), None)["status"]["tone"] == "good"  # the checkpoint has all of it
    shutil.rmtree(path / files.CHECKPOINTS)
    head = head_part(from_directory(path), None)
    assert head["status"]["tone"] == "warn"
    assert f"To resume it, run {shell.command('resume', path)}." in head["status"]["text"]


def test_what_is_no_run_is_refused(run, tmp_path):
    with pytest.raises(ConfigError, match=r"There is no run at .*config\.json"):
        report.write_directory(tmp_path)
    path = copied(run, tmp_path)
    (path / files.PROGRESS).write_text("time/env_steps,eval/mi\n1,much\n", encoding="utf-8")
    with pytest.raises(files.RunFileError, match=r"progress\.csv cannot be read"):
        from_directory(path)
    with pytest.raises(ConfigError, match="skills=3: this run has the skills 0 to 2"):
        report.write(run.run, None, Selection([1, 3]))
    with pytest.raises(ConfigError, match=r"--episodes=0: it takes a whole number, 1 or more\."):
        report.write(run.run, None, Selection(episodes=0))
    with pytest.raises(ConfigError, match="Give path="):
        report.write(dataclasses.replace(run.run, path=None))
    with pytest.raises(files.RunFileError, match="cannot be written"):
        report.write_directory(run.path, tmp_path / "nowhere" / "page.html")


def test_the_page_of_an_earlier_checkpoint_is_of_that_step(run, tmp_path):
    first, last = checkpoint.steps(run.path / files.CHECKPOINTS)
    earlier = loaded_run.load(run.path, first)
    data = data_of(report.write(earlier, tmp_path / "page.html", gallery=False).path)
    head = data["head"]
    labels = {item["label"]: item for item in head["headline"]}
    rows = {row["time/env_steps"]: row for row in logs.read(run.path)}
    assert labels["Environment steps"]["value"] == first
    assert labels["Mutual information"]["value"] == pytest.approx(earlier.figures["eval/mi"], rel=1e-5)
    assert labels["Time"]["value"] == pytest.approx(rows[first]["time/wall_seconds"], rel=1e-5)
    assert "Ground covered" not in labels  # measured only at the end
    assert f"plays step {number_format.count(first)}" in head["facts"]
    assert head["status"]["text"].startswith("Finished")
    assert data["curves"]["figures"]["eval/mi"]["x"][-1] == last


# In the library.


def test_a_run_reports_and_shows_itself(run, tmp_path):
    written = run.run.report(tmp_path / "page.html", episodes=1, episode_length=5)
    assert written.path == tmp_path / "page.html"
    assert data_of(written.path)["skills"]["traces"]["steps"] == 5
    shown = written._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert shown.count("<") == 2
    summary = run.run._repr_html_()
    assert "point, 3 skills" in summary
    assert "effective skills (of 3)" in summary
