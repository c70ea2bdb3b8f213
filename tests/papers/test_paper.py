"""The figures of the papers: the tables, one figure from end to end, and what is computed for them."""

import csv
import json
from types import SimpleNamespace

import numpy as np
import pytest
import untaught

import diayn_jax
from diayn_jax.config import ConfigError
from diayn_jax.envs import MujocoScene
from diayn_jax.papers import make_paper, panels, published, robots, studies, uses, worlds
from diayn_jax.papers.figures import FIGURES
from diayn_jax.papers.studies import BUDGETS, STUDIES, Made
from diayn_jax.run import schedule
from diayn_jax.show.pictures.figure_style import new_figure
from diayn_jax.storage import files
from diayn_jax.sweeps import specification
from diayn_jax.sweeps.specification import Options


def test_every_figure_has_its_row_in_each_table():
    assert set(FIGURES) == set(published.PUBLISHED)
    for name, row in FIGURES.items():
        assert row.title, name
        assert row.place, name
        assert row.minutes > 0, name
        assert row.studies, name
        assert set(row.studies) <= set(STUDIES), name
        assert published.PUBLISHED[name], name
        for given in published.PUBLISHED[name]:
            assert "arXiv:" in given.source, name
            assert given.how in published.HOW, name
            # A statement in words has no value, and every other one has.
            assert (given.low is None) == (given.how == published.IN_WORDS), name
            assert given.low is None or given.low <= given.high, name
    used = {study for row in FIGURES.values() for study in row.studies}
    used |= {STUDIES[name].of for name in used} - {""}
    assert used == set(STUDIES)


@pytest.mark.parametrize("budget", BUDGETS)
def test_the_runs_of_every_budget_are_allowed(budget):
    for name, study in STUDIES.items():
        given = study.arguments(budget)
        if study.call != studies.SWEEP:
            continue
        options = {key: given.pop(key) for key in list(given) if key in Options._fields}
        lanes = specification.make_lanes(specification.make_specification(given, **options), "runs", "cpu")
        assert len(lanes) >= len(options["seeds"]), name
        # Objectives have their own figures to rank by, so runs of several need one that all have.
        assert "rank_by" in options or len({lane.config.objective for lane in lanes}) == 1, name
        for lane in lanes:
            schedule.check_schedule(lane.config)
        # The papers' curves and intervals need several evaluations and several seeds.
        if budget != studies.QUICK:
            assert all(lane.config.num_env_steps >= 4 * lane.config.eval_every for lane in lanes), name
            assert len(options["seeds"]) >= (1 if name == "ant_prior" else 3), name


def test_the_full_budget_has_the_sizes_of_the_paper():
    """50 skills, 1000 steps and five seeds: Eysenbach et al. 2018, appendix."""
    given = STUDIES["halfcheetah"].arguments(studies.FULL)
    options = {key: given.pop(key) for key in list(given) if key in Options._fields}
    lanes = specification.make_lanes(specification.make_specification(given, **options), "runs", "cpu")
    assert {(lane.config.num_skills, lane.config.episode_length) for lane in lanes} == {(50, 1000)}
    assert len(lanes) == 5


def test_what_is_unknown_is_refused_with_what_there_is(tmp_path):
    with pytest.raises(
        ConfigError, match=r"^entrpy: there is no such figure\. Did you mean entropy\?"
    ) as error:
        diayn_jax.paper("entrpy", out=tmp_path)
    assert all(name in str(error.value) for name in (*FIGURES, "all"))
    with pytest.raises(ConfigError, match=r"^budget=big: it takes quick, small, full\.$"):
        diayn_jax.paper("entropy", budget="big", out=tmp_path)
    assert not list(tmp_path.iterdir())


def test_without_a_figure_it_lists_all_and_makes_none(tmp_path):
    found = diayn_jax.paper(out=tmp_path)
    assert [row[0] for row in found.cells()[1:]] == list(FIGURES)
    assert found.written == ()
    assert not list(tmp_path.iterdir())


@pytest.fixture
def one_weight(monkeypatch):
    """One weight of entropy suffices to draw the figure."""
    given = STUDIES["entropy"]
    less = given._replace(fields={**given.fields, "grid": {"alpha": (0.01,)}})
    monkeypatch.setattr(studies, "STUDIES", {**STUDIES, "entropy": less})


def test_a_figure_is_made_and_then_taken(one_weight, tmp_path, monkeypatch):
    untaught.with_stubs(monkeypatch)
    said = []
    found = diayn_jax.paper("entropy", budget="quick", out=tmp_path, say=said.append)
    folder = tmp_path / "quick"
    assert [path.name for path in found.written] == [
        "entropy.png", "data.json", "data.csv", "paper.html", "paper.pdf",
    ]  # fmt: skip
    assert (folder / "entropy" / "entropy.png").read_bytes().startswith(b"\x89PNG")
    assert (folder / "paper.pdf").read_bytes().startswith(b"%PDF")
    document = json.loads((folder / "entropy" / "data.json").read_text())
    assert document["published"][0]["source"].startswith("Eysenbach et al. 2018")
    # The table has what the runs have logged.
    with (folder / "entropy" / "data.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if row["figure"] == "eval/distance_mean"]
    assert [float(row["alpha"]) for row in rows] == [0.01]
    for row in rows:
        logs = [
            json.loads(path.read_text())["figures"]["eval/distance_mean"]
            for path in (folder / "runs" / "sweeps" / "entropy" / "point").glob(
                f"alpha={row['alpha']}-*/skills.json"
            )
        ]
        assert len(logs) == 2
        np.testing.assert_allclose(float(row["mean"]), np.mean(logs), rtol=1e-5)
    page = (folder / "paper.html").read_text()
    assert document["text"].split(":")[0] in page
    assert "http" not in page.split("<body>")[0]
    assert [row[3] for row in found.cells()[1:] if row[0] == "entropy"] == ["made"]
    # Nothing is trained again.
    with monkeypatch.context() as patch:
        patch.setitem(studies._CALLS, studies.SWEEP, lambda *_: pytest.fail("the study was made again"))
        again = diayn_jax.paper("entropy", budget="quick", out=tmp_path)
    assert again.texts == found.texts
    # As after a kill between the last end of a run and the note of it: the sweep has nothing left to do.
    note = folder / "runs" / "entropy.json"
    files.write_checked_json(note, {**files.read_checked_json(note), "done": False})
    states = {path: path.stat().st_mtime_ns for path in folder.rglob("checkpoints/*/metadata.json")}
    assert states
    resumed = diayn_jax.paper("entropy", budget="quick", out=tmp_path, say=said.append)
    assert any("2 of 2 runs have ended" in line for line in said)
    assert resumed.texts == found.texts
    assert states == {path: path.stat().st_mtime_ns for path in folder.rglob("checkpoints/*/metadata.json")}


def test_what_was_stopped_goes_on_and_what_is_done_is_taken(tmp_path, monkeypatch):
    calls = []

    def stub(stops):
        def call(name, study, arguments, root, source, say):
            calls.append((name, source.name))
            return Made(name, (root / name,), stopped=15 if name in stops else None)

        return call

    for kind in studies._CALLS:
        monkeypatch.setitem(studies._CALLS, kind, stub({"finetune_hopper"}))
    found = diayn_jax.paper("finetuning", budget="quick", out=tmp_path)
    assert found.stopped == 15
    assert "to continue" in found.lines()[0]
    begun = ["halfcheetah", "finetune_halfcheetah", "hopper", "finetune_hopper"]
    assert [name for name, _ in calls] == begun
    # A study gets the study whose skills it uses.
    assert dict(calls)["finetune_hopper"] == "hopper"
    calls.clear()
    for kind in studies._CALLS:
        monkeypatch.setitem(studies._CALLS, kind, stub(set()))
    drawn = []
    monkeypatch.setattr(
        make_paper, "_draw", lambda name, made, *_: drawn.append(sorted(made)) or ("text", [])
    )
    monkeypatch.setattr(make_paper.pages, "write", lambda *_: [])
    assert diayn_jax.paper("finetuning", budget="quick", out=tmp_path).stopped is None
    assert [name for name, _ in calls] == ["finetune_hopper", "ant", "finetune_ant"]
    assert drawn == [["finetune_ant", "finetune_halfcheetah", "finetune_hopper"]]


def test_runs_of_other_arguments_are_refused(tmp_path, monkeypatch):
    monkeypatch.setitem(studies._CALLS, studies.SWEEP, lambda name, *_: Made(name))
    studies.make("gridworld", "quick", tmp_path, lambda line: None)
    other = STUDIES["gridworld"]._replace(fields={"env": "point"})
    monkeypatch.setattr(studies, "STUDIES", {**STUDIES, "gridworld": other})
    with pytest.raises(ConfigError, match="gridworld was begun with other arguments than it has now"):
        studies.make("gridworld", "quick", tmp_path, lambda line: None)


def test_the_list_says_which_figure_has_other_arguments(tmp_path, monkeypatch):
    monkeypatch.setitem(studies._CALLS, studies.SWEEP, lambda name, *_: Made(name))
    studies.make("gridworld", "quick", tmp_path / "quick" / "runs", lambda line: None)
    other = STUDIES["gridworld"]._replace(fields={"env": "point"})
    monkeypatch.setattr(studies, "STUDIES", {**STUDIES, "gridworld": other})
    rows = {row[0]: row[3] for row in diayn_jax.paper(budget="quick", out=tmp_path).cells()[1:]}
    assert rows.pop("gridworld") == "other arguments"
    assert all(state.endswith("to make") for state in rows.values())


def test_damaged_files_are_refused_by_name(tmp_path, monkeypatch):
    monkeypatch.setitem(studies._CALLS, studies.SWEEP, lambda name, *_: Made(name))
    monkeypatch.setattr(make_paper, "_draw", lambda *_: ("text", []))
    runs = tmp_path / "quick" / "runs"
    studies.make("gridworld", "quick", runs, lambda line: None)
    for file in (runs / "gridworld.json", tmp_path / "quick" / "entropy" / "data.json"):
        file.parent.mkdir(exist_ok=True)
        file.write_text("{}")
        with pytest.raises(ConfigError, match=rf"{file.name} cannot be read: its checksum .*remove it"):
            diayn_jax.paper("gridworld", budget="quick", out=tmp_path).lines()
        file.unlink()


def test_a_damaged_imitation_is_refused_by_name(tmp_path):
    whole, damaged = tmp_path / "a.json", tmp_path / "b.json"
    whole.write_text('{"accuracy": 0.5}')
    assert Made("imitation", (whole,)).documents() == [{"accuracy": 0.5}]
    damaged.write_text('{"accuracy": 0')
    with pytest.raises(ConfigError, match=r"b.json cannot be read: .*remove it and make the figure again"):
        Made("imitation", (whole, damaged)).documents()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match=r"^out=.*file/quick cannot be made: .*Name a folder\.$"):
        diayn_jax.paper("entropy", budget="quick", out=tmp_path / "file")
    with pytest.raises(files.RunFileError, match="cannot be written"):
        studies.make("gridworld", "quick", tmp_path / "file" / "runs", lambda line: None)


def test_the_commit_of_a_call_that_fails_is_kept(tmp_path, monkeypatch):
    def fails(*_):
        raise files.RunFileError("no room")

    monkeypatch.setattr(studies.provenance, "commit", lambda: {"hash": "abc"})
    monkeypatch.setitem(studies._CALLS, studies.SWEEP, fails)
    with pytest.raises(files.RunFileError, match="no room"):
        studies.make("gridworld", "quick", tmp_path, lambda line: None)
    monkeypatch.setattr(studies.provenance, "commit", lambda: {"hash": "def"})
    monkeypatch.setitem(studies._CALLS, studies.SWEEP, lambda name, *_: Made(name))
    assert studies.make("gridworld", "quick", tmp_path, lambda line: None).commits == ("abc", "def")


def test_a_study_whose_runs_stopped_on_errors_is_not_done(tmp_path, monkeypatch):
    rows = (SimpleNamespace(lanes=("point/a", "point/b", "point/c")),)
    failures = {"b": "b cannot be written: the disk is full.", "c": "NaN or inf"}
    swept = SimpleNamespace(path=tmp_path, rows=rows, failures=failures, stopped=None, unended=("b",))
    monkeypatch.setattr(studies, "sweep", lambda **_: swept)
    again = r"gridworld: 1 of its runs .*; b: b cannot be written: the disk is full\. Give the command again"
    with pytest.raises(files.RunFileError, match=again):
        studies.make("gridworld", "quick", tmp_path, lambda line: None)
    assert studies.missing("gridworld", "quick", tmp_path) == ["gridworld"]
    # After the resume, only the run that diverged is left out.
    swept.unended, swept.failures = (), {"c": "NaN or inf"}
    made = studies.make("gridworld", "quick", tmp_path, lambda line: None)
    assert ([path.name for path in made.paths], made.failures) == (["a", "b"], ("c",))
    # A run that a signal stopped, and that could not save then, has not diverged.
    swept.unended, swept.failures, swept.stopped = ("b",), failures, 15
    made = studies.make("navigation", "quick", tmp_path, lambda line: None)
    assert (made.failures, made.stopped) == (("c",), 15)


def test_visits_are_counted_by_skill_and_cell():
    generator = np.random.default_rng(0)
    steps, episodes, skills = 7, 6, 3
    xy = generator.integers(0, 4, (steps, episodes, 2)) + generator.uniform(-0.2, 0.2, (steps, episodes, 2))
    valid = np.arange(steps)[:, None] < generator.integers(1, steps, episodes)
    skill = np.arange(episodes) % skills
    found = worlds.occupancy(xy, valid, skill, skills)
    counted = {}
    for t in range(steps):
        for n in range(episodes):
            if valid[t, n]:
                key = (int(skill[n]), round(xy[t, n, 1]), round(xy[t, n, 0]))
                counted[key] = counted.get(key, 0) + 1
    assert {tuple(map(int, at)): int(found[tuple(at)]) for at in np.argwhere(found > 0)} == counted
    # Three visits of skill 0 and one of skill 1 to a cell, and one of skill 2 to another.
    visits = np.zeros((3, 1, 2))
    visits[0, 0, 0], visits[1, 0, 0], visits[2, 0, 1] = 3, 1, 1
    np.testing.assert_allclose(worlds.shares_of(visits), [0.75, 1.0])


def test_the_skills_that_are_drawn_are_found_from_the_bound():
    """The log has I and I / H, so exp(I / (I / H)) is exp H."""
    p = np.array([0.7, 0.2, 0.1])
    entropy = -(p * np.log(p)).sum()
    rows = [
        {"time/env_steps": 10.0, "eval/mi": None, "eval/mi_normalised": None},
        {"time/env_steps": 20.0, "eval/mi": 0.3, "eval/mi_normalised": 0.3 / entropy},
    ]
    np.testing.assert_allclose(
        worlds._drawn_skills(SimpleNamespace(rows=rows)), [[20.0], [np.exp(entropy)]], rtol=1e-12
    )


def test_lines_are_interquartile_means_over_seeds():
    steps = np.array([0.0, 10.0, 20.0])
    values = [np.array([seed, 2.0 * seed, 3.0 * seed]) for seed in range(5)]
    found = panels.line_of("x", [np.stack([steps, own]) for own in values])
    # A quarter of five runs, rounded down, is left out at each end.
    np.testing.assert_allclose(found.mean, np.sort(values, axis=0)[1:4].mean(axis=0))
    assert (found.low <= found.mean).all()
    assert (found.mean <= found.high).all()
    assert [row["steps"] for row in found.as_rows()] == steps.tolist()
    alone = panels.line_of("x", [np.stack([steps, values[1]])])
    np.testing.assert_allclose(alone.mean, values[1])
    assert np.isnan(alone.low).all()


def test_intervals_are_apart_only_if_they_do_not_meet():
    interval = panels.Interval
    assert panels.apart(interval(5, 4, 6), interval(2, 1, 3)) == "above"
    assert panels.apart(interval(2, 1, 3), interval(5, 4, 6)) == "below"
    assert panels.apart(interval(2, 1, 4.5), interval(5, 4, 6)) == "not apart from"
    nothing = interval(2, np.nan, np.nan)
    assert panels.apart(nothing, interval(5, 4, 6)) == "not apart from"


def test_a_skill_without_a_return_leaves_no_row_and_keeps_the_numbers_of_the_others():
    figures = {f"eval/return_skill_{z}": float(10 * z) for z in range(12)} | {"eval/return_skill_2": np.nan}
    run = SimpleNamespace(figures=figures, config=SimpleNamespace(num_skills=12, seed=3))
    rows = panels.return_rows("ant", [run])
    assert [(row["seed"], row["skill"], row["return"]) for row in rows] == [
        (3, z, 10.0 * z) for z in range(12) if z != 2
    ]
    assert panels.known_returns(run).tolist() == [10.0 * z for z in range(12) if z != 2]


def test_more_lines_than_colours_are_an_error():
    one = panels.line_of("x", [np.array([[0.0, 1.0], [2.0, 3.0]])])
    ax = new_figure(2.0, 2.0).add_subplot()
    panels.draw_lines(ax, [one] * len(panels.OURS), "", "", "")
    assert len(ax.lines) == len(panels.OURS)
    with pytest.raises(ValueError, match="shorter"):
        panels.draw_lines(ax, [one] * (len(panels.OURS) + 1), "", "", "")


def test_seeds_differ_if_their_means_differ_more_than_skills_would_by_chance():
    spread = np.array([-30.0, -10.0, 10.0, 30.0])  # of standard deviation √500
    near = robots.differences([spread, spread + 3.0, spread - 3.0])
    assert near == "0.11 (2.45 of 22.4), not more than chance gives"
    far = robots.differences([spread, spread + 90.0, spread - 90.0])
    assert far == "3.29 (73.5 of 22.4), more than chance gives"
    assert robots.differences([spread]).startswith("cannot be judged")


def test_a_uniform_prior_is_compared_with_each_learned_one():
    uniform, near, low = [panels.Interval(x, x - 1, x + 1) for x in (17.0, 16.0, 12.0)]
    both = worlds._preferred(uniform, near, low, names=["A", "B"])
    assert "16 (15 to 17) with A (the uniform one lies not apart from it)" in both
    assert "12 (11 to 13) with B (the uniform one lies above it)" in both
    assert "do not show" in both
    assert "which the paper prefers" in worlds._preferred(uniform, low, low, names=["A", "B"])


def test_distances_are_compared_with_that_of_the_smallest_weight():
    found = [panels.Interval(*x) for x in ((0.96, 0.8, 1.1), (0.82, 0.79, 0.86), (0.7, 0.66, 0.75))]
    told = worlds._distances_in_words((0.01, 0.1, 10.0), found)
    assert "clearly less far with α = 10 than with the smallest" in told
    assert "clearly less far with none" in worlds._distances_in_words((0.01, 0.1), found[:2])


def test_an_interval_over_episodes_has_two_errors_at_each_end():
    np.testing.assert_allclose(uses._interval({"mean": 5.0, "error": 2.0}), (5.0, 1.08, 8.92))


POLE = """
<mujoco><worldbody><geom type="plane" size="5 5 .1"/>
<body pos="0 0 1"><freejoint/><geom type="capsule" fromto="0 0 -.9 0 0 .9" size=".08"/></body>
</worldbody></mujoco>
"""


def test_a_strip_shows_all_of_a_robot_that_falls():
    import mujoco

    scene = MujocoScene(lambda state: state, lambda: mujoco.MjModel.from_xml_string(POLE))
    lies = [0.0, 0.0, 0.1, np.sqrt(0.5), 0.0, np.sqrt(0.5), 0.0]
    poses = np.array([[0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0], *[lies] * 8], np.float32)[:, None]
    played = SimpleNamespace(skill=np.array([0]), valid=np.ones((8, 1), bool))
    strip = robots.strip_of(SimpleNamespace(scene=scene, poses=poses, trajectories=played), ("#ff0000",))
    first = strip[:, : strip.shape[1] // 5].astype(int)
    red = first[..., 0] - first[..., 1:].max(axis=-1) > 40
    rows = np.flatnonzero(red.any(axis=1))
    assert len(rows) > 0.3 * len(red)  # it stands
    # It is in the middle, not at the edge.
    assert min(rows[0], len(red) - 1 - rows[-1]) > 0.15 * len(red)
