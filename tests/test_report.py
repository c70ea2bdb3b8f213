import dataclasses
import json
import math
import re
import shutil
import types

import jax
import numpy as np
import pytest
import tiny
from browser import NARROW, WIDE, chromium, opened

from diayn_jax import (
    checkpoint,
    console,
    envs,
    evaluation,
    library,
    logs,
    metrics,
    rundir,
    runner,
    training,
)
from diayn_jax.config import ConfigError
from diayn_jax.show import page, report
from diayn_jax.show.colours import skill_colours

assert chromium  # a fixture


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """A run of three skills in the point world, with its page."""
    config = tiny.config(tmp_path_factory.mktemp("runs"), report="html")
    said = []
    done = runner.run(config, say=said.append)
    return types.SimpleNamespace(run=done, path=done.path, said=said, page=done.path / rundir.REPORT)


def data_of(path):
    """The data in a page."""
    text = path.read_text(encoding="utf-8")
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text).group(1))


def unpacked(packed):
    import base64

    raw = np.frombuffer(base64.b64decode(packed["data"]), dtype=packed["type"])
    if "scale" not in packed:
        return raw
    return np.where(raw == packed["missing"], np.nan, raw * packed["scale"] + packed["offset"])


def points_of(traces):
    x, y = (unpacked(traces[name]).reshape(traces["rows"], traces["count"]) for name in ("x", "y"))
    return np.stack([x, y], axis=-1)


# What a page holds.


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


def data_of_text(text):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', text).group(1))


def test_long_curves_keep_their_extremes():
    x = np.arange(100_000.0)
    points = np.stack([x, np.sin(x / 1000), x], axis=1)
    points[31_234, 1] = 9.0
    points[77_777, 1] = -9.0
    kept = report.thinned(points)
    assert len(kept) <= 600
    assert kept[:, 1].max() == 9.0
    assert kept[:, 1].min() == -9.0
    assert (np.diff(kept[:, 0]) > 0).all()
    np.testing.assert_array_equal(kept[[0, -1]], points[[0, -1]])
    np.testing.assert_array_equal(report.thinned(points[:600]), points[:600])


def test_curves_leave_out_what_is_no_number():
    rows = [
        {"time/env_steps": 1, "time/wall_seconds": 0.5, "a": 2.0, "b": None},
        {"time/env_steps": 2, "time/wall_seconds": 1.0, "a": math.nan, "b": 3.0, "eval/return_skill_0": 1.0},
    ]
    figures = report.curves_part(rows)["figures"]
    assert figures["a"] == {"x": [1.0], "y": [2.0], "wall": [0.5]}
    assert figures["b"] == {"x": [2.0], "y": [3.0], "wall": [1.0]}
    assert set(figures) == {"a", "b", "time/wall_seconds"}
    assert report.curves_part([]) is None


def test_the_page_of_a_run(run):
    assert f"Wrote {run.page}" in run.said
    assert re.search(
        r"Report: [\d.]+ MB in [\d.]+ s \(recording .*gallery .*figures .*traces .*page ", run.said[-1]
    )
    assert run.page.stat().st_size < 3e6
    data = data_of(run.page)
    head, skills = data["head"], data["skills"]
    assert head["title"] == "point, 3 skills"
    assert head["status"] == {"tone": "good", "text": "Finished: 1.58k steps."}
    assert head["colours"] == skill_colours(3)
    labels = {item["label"]: item for item in head["headline"]}
    assert labels["Mutual information"]["value"] == pytest.approx(run.run.figures["eval/mi"], rel=1e-5)
    assert labels["Effective skills"]["value"] == pytest.approx(
        math.exp(run.run.figures["eval/mi"]), rel=1e-4
    )
    assert labels["Environment steps"]["value"] == int(run.run.state.counters.env_steps)
    assert skills["gallery"]
    assert skills["notes"] == []
    np.testing.assert_allclose(np.sum(skills["confusion"], axis=1), 1.0, atol=1e-3)
    assert [row["skill"] for row in skills["table"]] == [0, 1, 2]
    # The table is of the same episodes as the run's own.
    for row, own in zip(skills["table"], run.run.skills, strict=True):
        assert row["return"] == pytest.approx(own["return"], rel=1e-4)
        assert np.mean(skills["returns"][row["skill"]]) == pytest.approx(own["return"], rel=1e-4)
    steps = logs.read(run.path)
    curve = data["curves"]["figures"]["eval/mi"]
    assert curve["x"] == [row["time/env_steps"] for row in steps if row["eval/mi"] is not None]


def test_traces_are_where_the_skills_went(run):
    played = report.play(run.run, 2, 20)
    part = report.skills_part(run.run, trajectories=played, gallery=False)
    traces = part["traces"]
    points = points_of(traces)
    assert traces["skill"] == [0, 1, 2, 0, 1, 2]
    for axis in (0, 1):
        width = np.ptp(played.xy[..., axis])
        np.testing.assert_allclose(points[..., axis], played.xy[..., axis], atol=width / 60_000)
    # The box holds them all, and is square.
    (x0, x1), (y0, y1) = traces["xrange"], traces["yrange"]
    assert x0 < played.xy[..., 0].min() < played.xy[..., 0].max() < x1
    assert y0 < played.xy[..., 1].min() < played.xy[..., 1].max() < y1
    assert x1 - x0 == pytest.approx(y1 - y0)


def test_traces_over_time_are_as_fine_as_others(run):
    played = report.play(run.run, 2, 20)
    still = played._replace(xy=np.stack([played.xy[..., 0], np.zeros_like(played.xy[..., 0])], axis=-1))
    traces = report.skills_part(run.run, trajectories=still, gallery=False)["traces"]
    assert traces["over_time"]
    points = points_of(traces)
    np.testing.assert_allclose(points[..., 0], np.arange(21)[:, None] * np.ones(6), atol=1e-3)
    width = np.ptp(still.xy[..., 0])
    np.testing.assert_allclose(points[..., 1], still.xy[..., 0], atol=width / 60_000)


def test_beliefs_are_the_discriminators(run):
    part = report.skills_part(run.run, gallery=False)
    beliefs = part["beliefs"]
    winner = unpacked(beliefs["winner"]).reshape(beliefs["rows"], beliefs["columns"])
    certainty = unpacked(beliefs["certainty"]).reshape(beliefs["rows"], beliefs["columns"]) / 255
    (x0, x1), (y0, y1) = beliefs["xrange"], beliefs["yrange"]
    for row, column in ((0, 0), (40, 70), (95, 3)):
        # Row 0 is the topmost.
        xy = np.array([[x0 + (column + 0.5) / 96 * (x1 - x0), y1 - (row + 0.5) / 96 * (y1 - y0)]])
        log_probs = np.asarray(evaluation.xy_log_probs(run.run.trainer)(run.run.state, xy))[0]
        assert winner[row, column] == log_probs.argmax()
        assert certainty[row, column] == pytest.approx(np.exp(log_probs.max()), abs=0.01)


def test_beliefs_where_the_discriminator_sees_more_than_the_axes():
    log_probs = np.log(np.array([[[0.9, 0.1]], [[0.7, 0.3]], [[0.1, 0.9]], [[0.5, 0.5]]]))
    played = metrics.Trajectories(
        skill=np.zeros(1, np.int32),
        valid=np.array([[True], [True], [True], [False]]),
        reward=np.zeros((4, 1)),
        obs=None,
        features={},
        xy=None,
        log_probs=log_probs,
    )
    points = np.array([[[9.0, 9.0]], [[0.1, 0.1]], [[0.1, 0.1]], [[0.9, 0.9]], [[0.5, 0.5]]])
    found = report._believed_where_visited(played, points, ((0.0, 1.0), (0.0, 1.0)), 2)
    size = found["rows"]
    winner = unpacked(found["winner"]).reshape(size, size)
    certainty = unpacked(found["certainty"]).reshape(size, size)
    low, high = int(0.1 * size), int(0.9 * size)
    assert winner[size - 1 - low, low] == 0
    assert certainty[size - 1 - low, low] == round(255 * 0.8)
    assert winner[size - 1 - high, high] == 1
    # Nothing is said of places where nobody was, nor of steps after an episode's end.
    assert (winner != found["nobody"]).sum() == 2


def test_a_skill_of_which_there_are_no_numbers(run, tmp_path):
    played = report.play(run.run, 2, 20)
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

    said = flags.parse(report.flags_of(run.run.config), command.COMMAND).overrides
    again = library.make_config(**said)
    kept = ("name", "log_dir", "report")
    for field in dataclasses.fields(again):
        if field.name not in kept:
            assert getattr(again, field.name) == getattr(run.run.config, field.name), field.name


def test_flags_say_the_preset_and_every_digit():
    config = library.make_config(env="point", preset="gpu", discount=0.99123456789, num_skills=4)
    said = report.flags_of(config)
    assert {"--preset=gpu", "--discount=0.99123456789"} <= set(said)
    assert not any(flag.startswith("--num_envs") for flag in said)


def test_settings_tell_what_was_set(run):
    changed = {row["name"]: row["value"] for row in data_of(run.page)["head"]["config"] if row["changed"]}
    assert changed["num_skills"] == "3"
    assert changed["policy_hidden_sizes"] == "8"
    assert "discount" not in changed
    assert "log_dir" not in changed


# Runs of which something is missing.


def copied(run, tmp_path):
    path = tmp_path / "copy"
    shutil.copytree(run.path, path)
    return path


def test_a_run_without_a_checkpoint_has_a_page_of_curves(run, tmp_path):
    path = copied(run, tmp_path)
    shutil.rmtree(path / rundir.CHECKPOINTS)
    written = report.write_directory(path)
    data = data_of(written.path)
    assert data["skills"] is None
    assert "There is no checkpoint to play. Only curves and settings are shown." in data["head"]["notes"]
    assert data["curves"]["figures"]["eval/mi"]["y"]


def test_a_run_without_a_log(run, tmp_path):
    path = copied(run, tmp_path)
    (path / rundir.PROGRESS).unlink()
    data = data_of(report.write_directory(path).path)
    assert data["curves"] is None
    assert "progress.csv is missing: there are no curves." in data["head"]["notes"]


def test_a_torn_log_is_read_as_far_as_it_goes(run, tmp_path):
    path = copied(run, tmp_path)
    log = path / rundir.PROGRESS
    text = log.read_text(encoding="utf-8")
    log.write_text(text[: int(0.6 * len(text))], encoding="utf-8")
    head = report.head_part(report.of_directory(path), None)
    assert head["status"]["tone"] == "warn"
    assert "It goes on by --resume." in head["status"]["text"]


def test_what_is_no_run_is_refused(run, tmp_path):
    with pytest.raises(ConfigError, match=r"There is no run at .*config\.json"):
        report.write_directory(tmp_path)
    path = copied(run, tmp_path)
    (path / rundir.PROGRESS).write_text("time/env_steps,eval/mi\n1,much\n", encoding="utf-8")
    with pytest.raises(rundir.RunFileError, match=r"progress\.csv cannot be read"):
        report.of_directory(path)
    with pytest.raises(ConfigError, match="skills: 3 given; this run has skills 0 to 2"):
        report.write(run.run, skills=[1, 3])
    with pytest.raises(ConfigError, match="rollouts: 0 given"):
        report.write(run.run, rollouts=0)
    with pytest.raises(ConfigError, match="say path="):
        report.write(dataclasses.replace(run.run, path=None))
    with pytest.raises(rundir.RunFileError, match="cannot be written"):
        report.write_directory(run.path, tmp_path / "nowhere" / "page.html")


def test_the_page_of_an_earlier_checkpoint_is_of_that_step(run, tmp_path):
    first, last = checkpoint.steps(run.path / rundir.CHECKPOINTS)
    earlier = library.load(run.path, first)
    data = data_of(report.write(earlier, tmp_path / "page.html", gallery=False).path)
    head = data["head"]
    labels = {item["label"]: item for item in head["headline"]}
    rows = {row["time/env_steps"]: row for row in logs.read(run.path)}
    assert labels["Environment steps"]["value"] == first
    assert labels["Mutual information"]["value"] == pytest.approx(earlier.figures["eval/mi"], rel=1e-5)
    assert labels["Time"]["value"] == pytest.approx(rows[first]["time/wall_seconds"], rel=1e-5)
    assert "Ground covered" not in labels  # measured at the end alone
    assert f"plays step {console.count(first)}" in head["facts"]
    assert head["status"]["text"].startswith("Finished")
    assert data["curves"]["figures"]["eval/mi"]["x"][-1] == last


# In the library.


def test_a_run_reports_and_shows_itself(run, tmp_path):
    written = run.run.report(tmp_path / "page.html", rollouts=1, length=5)
    assert written.path == tmp_path / "page.html"
    assert data_of(written.path)["skills"]["traces"]["steps"] == 5
    shown = written._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert shown.count("<") == 2
    summary = run.run._repr_html_()
    assert "point, 3 skills" in summary
    assert "effective skills (of 3)" in summary


# In a browser.


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_opens_from_disk(run, chromium, theme):
    with opened(chromium, run.page, theme=theme) as seen:
        titles = seen.page.locator("section > h2").all_inner_texts()
        assert titles == [
            "See the skills",
            "Where they go",
            "How well they are told apart",
            "Returns",
            "Every skill",
            "Learning",
            "Settings",
        ]
        assert seen.serious() == []
        assert seen.said == []
        assert {url.split(":")[0] for url in seen.asked} <= {"file", "data", "blob"}
        background = seen.page.evaluate("getComputedStyle(document.body).backgroundColor")
        light = sum(map(int, re.findall(r"\d+", background)[:3])) > 3 * 128
        assert light == (theme == "light")


def test_the_page_fits_a_phone(run, chromium):
    with opened(chromium, run.page, size=NARROW) as seen:
        width = seen.page.evaluate("document.documentElement.scrollWidth")
        assert width <= NARROW["width"]
        assert seen.serious() == []
        assert seen.said == []


COLOURED = """place => {
  const canvas = document.querySelector(place + " canvas");
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", {willReadFrequently: true});
  copy.drawImage(canvas, 0, 0);
  const {data} = copy.getImageData(0, 0, canvas.width, canvas.height);
  const seen = {};
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] < 200) continue;
    const key = "#" + [0, 1, 2].map(k => data[i + k].toString(16).padStart(2, "0")).join("");
    seen[key] = (seen[key] || 0) + 1;
  }
  return seen;
}"""


def coloured(seen, colour, place="#plane figure:first-child"):
    """How many pixels of the traces are very nearly of a colour."""
    wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
    counts = seen.page.evaluate(COLOURED, place)
    return sum(
        n
        for key, n in counts.items()
        if np.abs(wanted - [int(key[i : i + 2], 16) for i in (1, 3, 5)]).max() <= 2
    )


def test_skills_are_picked_by_mouse_and_keyboard(run, chromium):
    colours = skill_colours(3)
    with opened(chromium, run.page) as seen:
        page = seen.page
        assert all(coloured(seen, colour) > 20 for colour in colours)
        page.get_by_role("button", name="skill 1", exact=True).first.click()
        page.mouse.move(5, 5)
        page.wait_for_timeout(100)
        assert coloured(seen, colours[1]) > 20
        assert coloured(seen, colours[0]) < coloured(seen, colours[1]) / 4
        assert page.locator("tr.faded").count() == 2
        # By keyboard: the next one beside it, and then all again.
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert page.locator(".chip[aria-pressed=true]").count() == 2
        page.get_by_role("button", name="all", exact=True).focus()
        page.keyboard.press("Space")
        page.mouse.move(5, 5)
        assert page.locator("tr.faded").count() == 0
        assert seen.said == []


def test_traces_say_what_is_under_the_pointer(run, chromium):
    with opened(chromium, run.page) as seen:
        plane = seen.page.locator("#plane figure:first-child .plane")
        plane.scroll_into_view_if_needed()
        box = plane.bounding_box()
        found = set()
        for i in range(3, 18):
            for j in range(3, 16) if len(found) < 3 else ():
                seen.page.mouse.move(box["x"] + i * box["width"] / 20, box["y"] + j * box["height"] / 20)
                tip = plane.locator(".tip")
                if tip.is_visible():
                    found.add(
                        re.fullmatch(
                            r"skill (\d), episode \d+, step \d+: \(.+, .+\)", tip.inner_text()
                        ).group(1)
                    )
        assert found == {"0", "1", "2"}


def test_returns_open_a_skill(run, chromium):
    with opened(chromium, run.page) as seen:
        seen.page.get_by_role("button", name=re.compile("Open skill 2")).click()
        seen.page.mouse.move(5, 5)
        assert seen.page.locator(".chip[aria-pressed=true]").inner_text() == "2"
        seen.until("document.getElementById('gallery').getBoundingClientRect().top < 200")


def test_the_table_sorts(run, chromium):
    with opened(chromium, run.page) as seen:
        table = seen.page.locator("table.skills")
        values = sorted((row["return"] for row in run.run.skills), reverse=True)
        order = [next(r["skill"] for r in run.run.skills if r["return"] == v) for v in values]
        table.get_by_role("button", name="Return").click()
        assert table.locator("tbody th").all_inner_texts() == [f"skill {z}" for z in order]
        assert table.locator("th[aria-sort=descending]").inner_text().startswith("Return")
        table.get_by_role("button", name="Return").click()
        assert table.locator("tbody th").all_inner_texts() == [f"skill {z}" for z in reversed(order)]


def test_a_hundred_skills(chromium, tmp_path):
    config = tiny.config(num_skills=100, num_envs=100, warmup_steps=100, episode_length=300)
    trainer = training.make_trainer(config, envs.from_config(config))
    hparams = training.make_hparams(config, trainer.env.action_size)
    untrained = library.Run(
        config=config,
        path=None,
        state=trainer.init(jax.random.key(0), hparams),
        figures={},
        skills=(),
        trainer=trainer,
        evaluator=evaluation.make_evaluator(config, trainer),
    )
    written = report.write(untrained, tmp_path / "page.html")
    assert written.path.stat().st_size < 50e6
    for size in (WIDE, NARROW):
        with opened(chromium, written.path, size=size) as seen:
            assert seen.page.locator(".chip").count() == 101
            # They are drawn when their width is known.
            seen.until("document.querySelectorAll('.strip').length === 100")
            assert seen.page.locator("table.skills tbody tr").count() == 100
            assert seen.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
            assert seen.serious() == []
            assert seen.said == []
            seen.page.get_by_role("button", name="skill 77", exact=True).first.click()
            seen.page.mouse.move(2, 2)
            assert seen.page.locator("tr.faded").count() == 99


def test_pages_of_which_much_is_missing_open_too(run, chromium, tmp_path):
    path = copied(run, tmp_path)
    shutil.rmtree(path / rundir.CHECKPOINTS)
    (path / rundir.PROGRESS).unlink()
    with opened(chromium, report.write_directory(path).path) as seen:
        assert seen.page.locator("section > h2").all_inner_texts() == ["Settings"]
        assert seen.page.locator(".warning").count() == 2
        assert seen.serious() == []
        assert seen.said == []
