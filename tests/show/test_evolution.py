"""The skills of earlier checkpoints, on a page and while the page is served."""

import dataclasses
import logging

import jax
import numpy as np
import pytest
from pages import copied, data_of, run
from test_player import decoded

from diayn_jax.config import ConfigError
from diayn_jax.show import record, report
from diayn_jax.show.players import player
from diayn_jax.show.report import evolution, skills
from diayn_jax.storage import checkpoint, files
from diayn_jax.use import loaded_run

assert run  # a fixture


@pytest.fixture
def loaded(run, tmp_path, shared_programs):
    """The run, loaded from a copy of its directory, with the programs of the other tests."""
    return loaded_run.load(copied(run, tmp_path))


def shown_of(run):
    return player.payload(record.record(run))


def test_other_checkpoints_are_played_too(run, loaded):
    steps = checkpoint.steps(run.path / files.CHECKPOINTS)
    assert len(steps) > 1
    known = {}
    made = evolution.with_earlier(loaded, shown_of(loaded), record.ALL_SKILLS, known=known)
    assert [each["step"] for each in made["earlier"]] == steps[:-1]
    # The page has the same points as the loaded checkpoint.
    first = loaded_run.load(loaded.path, str(steps[0]))
    np.testing.assert_array_equal(decoded(made["earlier"][0]["points"]), decoded(shown_of(first)["points"]))
    assert set(known) == set(steps)


def put(x, bound):
    if jax.dtypes.issubdtype(x.dtype, jax.dtypes.prng_key):
        return x
    return jax.device_put(np.asarray(x), jax.devices()[0] if bound else None)


@pytest.mark.parametrize("bound", [False, True])
def test_other_checkpoints_are_played_by_what_is_compiled(run, tmp_path, monkeypatch, caplog, bound):
    """A state may be bound to its device, like a checkpoint's, or not, like the state after training."""
    loaded = loaded_run.load(copied(run, tmp_path))  # without the programs of other tests
    played = dataclasses.replace(loaded, state=jax.tree.map(lambda x: put(x, bound), loaded.state))
    shown = shown_of(played)
    # JAX's own handler would keep the messages to itself, so they are propagated.
    monkeypatch.setattr(logging.getLogger("jax"), "propagate", True)
    with jax.log_compiles():
        jax.jit(lambda x: x + 1)(np.zeros(3))
        made = evolution.with_earlier(played, shown, record.ALL_SKILLS)
    assert made["earlier"]
    assert "Compiling jit(<lambda>)" in caplog.text
    assert "Compiling jit(_play_and_sum)" not in caplog.text


def test_what_is_known_is_not_played_again(loaded, monkeypatch):
    known = {}
    made = evolution.with_earlier(loaded, shown_of(loaded), record.ALL_SKILLS, known=known)
    shown = shown_of(loaded)
    monkeypatch.setattr(record, "record", None)
    again = evolution.with_earlier(loaded, shown, record.ALL_SKILLS, known=known)
    assert again["earlier"] == made["earlier"]
    # Steps without a checkpoint are forgotten.
    known[1] = known[made["earlier"][0]["step"]]
    evolution.with_earlier(loaded, shown, record.ALL_SKILLS, known=known)
    assert 1 not in known


@pytest.mark.parametrize("why", ["slow", "outside"])
def test_no_time_is_spent_where_playing_is_slow(loaded, monkeypatch, why):
    shown = shown_of(loaded)
    monkeypatch.setattr(record, "record", None)
    if why == "outside":
        env = loaded.evaluator.env._replace(runs_on="simulator")
        loaded = dataclasses.replace(loaded, evaluator=loaded.evaluator._replace(env=env))
    notes = []
    seconds = 99.0 if why == "slow" else 0.0
    made = evolution.with_earlier(loaded, shown, record.ALL_SKILLS, seconds=seconds, notes=notes)
    assert made["earlier"] == []
    reason = {"slow": "took 99 s", "outside": "simulators outside JAX"}[why]
    assert [reason in note for note in notes] == [True]


@pytest.mark.parametrize("error", [ConfigError("a pose"), RuntimeError("a simulator"), OSError("a disk")])
def test_a_failure_there_does_not_cost_the_players(loaded, monkeypatch, error):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr(evolution, "_states", fail)
    part = skills.skills_part(loaded)
    assert part["gallery"]["kind"] == "plane"
    assert part["gallery"]["earlier"] == []
    assert part["notes"] == [f"The page has no slider over checkpoints: one could not be played. {error}"]


def test_bounds_are_those_of_all():
    views = [
        {"low": [0, 0, 1], "high": [5, 0, 1], "travels": True, "look": "side", "radius": 1.0},
        {"low": [-3, 0, 1], "high": [1, 2, 2], "travels": False, "look": "over", "radius": 2.0},
    ]
    payloads = [{"view": views[0], "sinks": 0.1}, {"view": views[1], "sinks": 0.3}]
    assert evolution.united(payloads) == {
        "view": {"low": [-3, 0, 1], "high": [5, 2, 2], "travels": True, "look": "over", "radius": 1.0},
        "sinks": 0.3,
    }
    limits = [[(-1, 2), (0, 1)], [(0, 3), (-1, 0.5)]]
    assert evolution.united([{"limits": each} for each in limits]) == {"limits": [[-1, 3], [-1, 1]]}


def test_options_that_only_an_earlier_checkpoint_uses_have_colours():
    def options(count, under_way):
        return {"colours": ["c"] * count, "dark_colours": ["d"] * count, "under_way": under_way}

    own, other = {"options": options(1, "own")}, {"options": options(3, "other")}
    assert evolution.united([own, other]) == {"options": options(3, "own")}
    assert evolution.united([other, own]) == {"options": options(3, "other")}


def test_a_page_with_players_is_not_replaced_by_one_without(run, loaded, monkeypatch):
    target = loaded.path / files.REPORT
    good = target.read_bytes()
    assert data_of(target)["skills"]["gallery"]
    monkeypatch.setattr(record, "record", refuse)
    written = loaded.report()
    assert target.read_bytes() == good
    step = int(loaded.state.counters.env_steps)
    assert f"{target} is kept: it shows skills of step {step}" in written.describe()
    assert "There is no gallery. It cannot be drawn." in written.describe()
    assert report.write_directory(loaded.path).kept
    assert target.read_bytes() == good
    # The page is written to another file, and also over the page of another run, or of earlier skills.
    other = loaded.path / "elsewhere" / "page.html"
    other.parent.mkdir()
    other.write_bytes(good)
    assert not loaded.report(other).kept
    assert data_of(other)["skills"]["gallery"] is None
    earlier = good.decode().replace(f'"step":{step},', f'"step":{step - 1},')
    target.write_text(earlier, encoding="utf-8")
    assert not loaded.report().kept


def refuse(*args, **kwargs):
    raise ConfigError("It cannot be drawn.")
