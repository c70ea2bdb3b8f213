"""Pages of runs whose skills are vectors, and of runs without skills or without a discriminator.

The episodes are made up: each skill goes in its own direction.
"""

import dataclasses
import types

import numpy as np
import pytest
import tiny
from browser import NARROW, WIDE, chromium, opened
from pages import data_of

from diayn_jax import envs
from diayn_jax.evaluation.metrics import Trajectories
from diayn_jax.resolve import make_config, make_skills
from diayn_jax.show import report
from diayn_jax.show.report.header import head_part, status
from diayn_jax.show.report.key_figures import headline
from diayn_jax.show.report.run_data import RunData
from diayn_jax.show.report.settings import flags_of
from diayn_jax.show.shown_skills import shown_of
from diayn_jax.storage import logs
from diayn_jax.use import loaded_run
from experiments import flags
from experiments import run as command

assert chromium  # a fixture

COMMON = {name: value for name, value in tiny.FIELDS.items() if name != "num_skills"}
COMMON = {name: value for name, value in COMMON.items() if not name.startswith("discriminator")}
KINDS = {
    "numbers": {"objective": "metra", "num_skills": 5},
    "directions": {"objective": "metra", "skill_space": "sphere:2"},
    "values": {"objective": "metra", "skill_space": "box:1"},
    "nothing": {"objective": "task"},
}
FIGURES = {
    "metra": {"eval/distance_mean": 9.5, "eval/policy_coverage": 300.0, "eval/return_best": 4.0},
    "task": {"eval/return": 250.0, "eval/return_mean": 240.0},
}


def directions(config):
    """Returns the direction of each skill, [P, 2]."""
    space = make_skills(config)
    if space.num_skills is not None or space.probes.shape[1] == 1:
        angle = 2 * np.pi * np.arange(len(space.probes)) / len(space.probes)
        return np.stack([np.cos(angle), np.sin(angle)], axis=-1)
    return space.probes[:, :2]


def made_up(config, skill, length, *, poses=False):
    """Returns episodes of skills that go 0.1 m per step; every second one ends early."""
    skill = np.asarray(skill)
    steps = np.arange(length + 1)[:, None, None]
    xy = 0.1 * steps * directions(config)[skill]
    size = len(skill)
    fields = {
        "skill": skill,
        "z": make_skills(config).probes[skill],
        "valid": np.arange(length)[:, None] < np.where(np.arange(size) % 2, length - 3, length),
        "reward": np.full((length, size), 0.5) + 0.01 * skill,
        "score": np.full((length, size), 0.1),
        "obs": xy[1:].astype(np.float32),
        "features": {},
        "xy": xy.astype(np.float32),
        "log_probs": None,
        "poses": xy.astype(np.float32) if poses else None,
    }
    return Trajectories(**{name: value for name, value in fields.items() if name in Trajectories._fields})


def run_of(kind):
    """Returns a run that plays such episodes."""
    config = make_config({**COMMON, **KINDS[kind]})
    env = envs.make("point")

    def rollouts(state, key, skill, length, deterministic, record_obs, poses=False):
        del state, key, deterministic, record_obs
        return made_up(config, skill, length, poses=poses)

    evaluator = types.SimpleNamespace(env=env, rollouts=rollouts)
    counters = types.SimpleNamespace(env_steps=np.int32(1500))
    components = types.SimpleNamespace(feature_map=types.SimpleNamespace(name="xy"))
    trainer = types.SimpleNamespace(env=env, components=components)
    return types.SimpleNamespace(
        config=config,
        path=None,
        figures=FIGURES[config.objective],
        state=types.SimpleNamespace(counters=counters),
        trainer=trainer,
        evaluator=evaluator,
    )


@pytest.fixture(scope="module", params=KINDS)
def page(request, tmp_path_factory):
    run = run_of(request.param)
    path = tmp_path_factory.mktemp(request.param) / "report.html"
    report.write(run, path)
    return types.SimpleNamespace(kind=request.param, run=run, path=path)


def test_the_parts_of_a_page_without_a_discriminator(page):
    data = data_of(page.path)
    head, skills = data["head"], data["skills"]
    count = {"numbers": 5, "directions": 64, "values": 64, "nothing": 1}[page.kind]
    assert skills["confusion"] is None
    assert skills["beliefs"] is None
    assert len(head["colours"]) == len(head["skills"]["labels"]) == count
    # A policy without skills has at least 20 episodes.
    episodes = 20 if page.kind == "nothing" else tiny.FIELDS["eval_episodes"]
    assert [len(values) for values in skills["returns"]] == [episodes] * count
    labels = [item["label"] for item in head["headline"]]
    assert not {"Mutual information", "Effective skills", "Accuracy"} & set(labels)
    assert labels[0] == ("Return" if page.kind == "nothing" else "Distance, start to end")
    assert "Accuracy" not in head["horizon"]
    assert head["skills"]["key"] == {"directions": "colour: the angle of z", "values": "colour: z"}.get(
        page.kind, ""
    )
    episodes = skills["gallery"]["episodes"]
    if page.kind == "nothing":
        assert skills["table"] is None
        assert head["title"] == "point, one policy"
        assert [episode["skill"] for episode in episodes] == [0, 0, 0, 0]
    else:
        assert [row["skill"] for row in skills["table"]] == list(range(count))
        assert [episode["skill"] for episode in episodes] == list(range(count))
        assert all(row.get("accuracy") is None and row.get("log_q") is None for row in skills["table"])


def test_the_page_in_a_browser(page, chromium):
    titles_of_many = ["See the skills", "In figures", "Where they go", "Returns", "Every skill", "Settings"]
    titles_of_one = ["See the policy", "In figures", "Where it goes", "Returns", "Settings"]
    for size, theme in ((WIDE, "light"), (NARROW, "dark")):
        with opened(chromium, page.path, size=size, theme=theme) as seen:
            titles = seen.page.locator("section > h2").all_inner_texts()
            assert titles == (titles_of_one if page.kind == "nothing" else titles_of_many)
            assert seen.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
            names = seen.page.locator(".strip .name")
            cut = "names => names.filter((name) => name.scrollWidth > name.clientWidth).length"
            assert page.kind == "nothing" or names.evaluate_all(cut) == 0
            assert seen.serious() == []
            assert seen.said == []


def test_a_direction_is_picked_on_the_wheel_and_in_the_bar(chromium, tmp_path):
    run = run_of("directions")
    report.write(run, tmp_path / "page.html", gallery=False)
    labels = shown_of(run.config).labels
    with opened(chromium, tmp_path / "page.html") as seen:
        page = seen.page
        assert page.locator(".chip.bare").count() == 64
        parts = page.locator(".key path")
        assert parts.count() == 64
        # Each part of the wheel lies at its skill's angle.
        box = page.locator(".key svg").bounding_box()
        probes = make_skills(run.config).probes
        for i in (3, 20, 40, 60):
            x, y = map(float, probes[i])
            at = (box["x"] + box["width"] / 2 + 22 * x, box["y"] + box["height"] / 2 - 22 * y)
            page.mouse.move(*at)
            assert page.locator(".chips .shown").inner_text() == labels[i]
        page.mouse.click(*at)
        page.mouse.move(2, 2)
        assert page.locator(".chip[aria-pressed=true]").get_attribute("aria-label") == labels[60]
        assert page.locator("tr.faded").count() == 63
        page.get_by_role("button", name=labels[60], exact=True).first.focus()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Enter")
        assert page.locator(".chips .shown").inner_text() == "2 picked"


def test_the_headline_says_when_the_return_was_best():
    config = make_config({**COMMON, **KINDS["nothing"]})
    rows = [{logs.STEP: 1000.0 * i, "eval/return": value} for i, value in enumerate((1.0, 7.5, 3.0))]
    data = RunData(config, {}, rows, {"eval/return": 3.0, logs.STEP: 2000.0}, None, ())
    first, second = headline(data, shown_of(config))
    assert (first["label"], first["value"]) == ("Return", 3.0)
    assert first["note"].endswith("best evaluation 7.5, at step 1k")
    assert second["label"] == "Environment steps"
    head = head_part(data, None)
    assert "objective task" in head["facts"]
    assert "of each skill" not in head["horizon"]
    assert "evaluated at step 2k" in head["horizon"]


@pytest.mark.parametrize("kind", KINDS)
def test_flags_make_the_same_run(kind):
    config = run_of(kind).config
    given = flags.parse(flags_of(config), command.COMMAND).overrides
    again = loaded_run.make_config(**given)
    # The number of skills exists only for numbered skills, and is refused for others.
    assert ("num_skills" in given) == (kind == "numbers")
    ignored = {"name", "log_dir", "report"} | ({"num_skills"} - set(given))
    for name in (f.name for f in dataclasses.fields(config)):
        if name not in ignored:
            assert getattr(again, name) == getattr(config, name), name


def test_a_run_in_a_notebook_shows_what_it_has():
    shown = report.summary(run_of("directions"))
    assert "point, skills on sphere:2" in shown
    assert "ground covered" in shown
    assert "mutual information" not in shown
    assert "return, mean over episodes" in report.summary(run_of("nothing"))


@pytest.mark.parametrize(("objective", "note"), [("diayn", "never trained on"), ("smerl", "its episodes")])
def test_the_page_says_whether_the_return_is_trained_on_and_how_many_skills_are_active(objective, note):
    config = make_config(env="point", objective=objective, num_skills=4, expand=True)
    figures = {"eval/effective_skills": 1.5, "eval/return_best": 3.0, "train/skills_active": 2.0}
    notes = {
        item["label"]: item["note"]
        for item in headline(RunData(config, {}, (), figures, None, ()), shown_of(config))
    }
    assert notes["Effective skills"] == "of 4, 2 of them active"
    assert notes["Best skill's return"].endswith(note)


@pytest.mark.parametrize(
    ("env", "setting", "words"),
    [
        ("hopper", "true", "steps, ended when the environment ends them."),
        ("hopper", "false", "steps, never ended early by falling."),
        ("hopper", "auto", "steps, ended as the environment does by default."),
        # These end episodes by their own rules, whatever the setting.
        ("cartpole", "false", "steps."),
        ("inverted_pendulum", "false", "steps."),
        ("lunar_lander", "false", "steps."),
        ("mountain_car", "auto", "steps."),
        # An environment that is not in the table of this process.
        ("ours:make", "false", "steps."),
    ],
)
def test_the_page_says_what_falling_does_only_where_a_setting_decides_it(env, setting, words):
    fields = {"env": env, "terminate_when_unhealthy": setting, "episode_length": 50}
    config = dataclasses.replace(make_config({"env": "point"}), **fields)
    said = head_part(RunData(config, {}, (), {}, None, ()), None)["horizon"]
    assert said.split(" of at most 50 ")[1].startswith(words)


def test_a_run_without_a_directory_is_not_told_to_resume(tmp_path):
    config = make_config({"env": "point", "num_env_steps": 1000})
    data = RunData(config, {}, ({"time/env_steps": 500.0},), {}, None, ())
    assert status(data)["text"] == "Ended early: 500 of 1k steps."
    text = status(data._replace(path=tmp_path))["text"]
    assert text.startswith("Ended early: 500 of 1k steps. To resume it, run ")
    assert text.endswith(f" resume {tmp_path}.")
