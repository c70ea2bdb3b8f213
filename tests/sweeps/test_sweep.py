"""Sweeps: their values, lanes that end, continue and copy one another, and their results."""

import csv
import dataclasses
import functools
import json
import os
import shlex
import shutil
import signal
import time
from pathlib import Path
from typing import NamedTuple

import checkpoints
import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from pages import data_of
from runs import STEPS, rows_of, share_compiled

import diayn_jax
from diayn_jax import shell, training
from diayn_jax.config import ConfigError, parse_seeds
from diayn_jax.machine import aot
from diayn_jax.run import compiling, loop, memory_plan, run_writer, scheduler
from diayn_jax.run import lanes as run_lanes
from diayn_jax.show.report import run_data
from diayn_jax.show.report.header import head_part, status
from diayn_jax.show.report.settings import reproduce
from diayn_jax.storage import checkpoint, files, run_to_resume, untrusted_files
from diayn_jax.sweeps import plan, programs, results, schedulers, specification, sweep_files, table
from diayn_jax.sweeps import sweep as driving
from diayn_jax.sweeps.workers import Cluster
from diayn_jax.training import stacked

FIELDS = {name: value for name, value in tiny.FIELDS.items() if name not in ("name", "checkpoint_every")}
# The agent with the smallest programs among those of one policy and a replay.
FIELDS |= {"num_env_steps": 1500, "checkpoint_every": 5000, "agent": "td3"}
# The fields of a sweep that is killed: a checkpoint after each epoch.
SAVED = {"checkpoint_every": 350}
RATES = {"learning_rate": (1e-3, 3e-3, 1e-2, 3e-2)}

compile_all = compiling.CompileCache.compile_all


class Killed(Exception):
    """Stands for the end of the process: the files stay as they are."""


def share_programs(patch):
    """Compiles the programs of each trainer and number of lanes once."""
    shared, make_compile_cache = {}, plan.make_compile_cache

    def shared_of(plan, lanes):
        key = (id(plan.trainer), lanes)
        if key not in shared:
            shared[key] = make_compile_cache(plan, lanes)
        return shared[key]

    patch.setattr(plan, "make_compile_cache", shared_of)


@pytest.fixture(scope="module", autouse=True)
def compiled_once(compiled_trainers):
    """Shares trainers, evaluators and programs between all sweeps here, without the costly figures."""
    with pytest.MonkeyPatch.context() as patch:
        share_compiled(patch, compiled_trainers)
        share_programs(patch)
        # Only a program that is compiled ahead refuses states that lie on other devices.
        patch.setattr(compiling, "compile_ahead", aot.compile_ahead)
        patch.setattr(compiling.CompileCache, "compile_all", compile_all)
        yield


def sweep(folder, killed_after=None, **options):
    """Runs a sweep; returns its result and its output. Raises `Killed` after `killed_after` epochs."""
    said, epochs = [], [0]
    progressed = schedulers.SweepScheduler.progressed

    def counting(self, lanes):
        progressed(self, lanes)
        epochs[0] += 1
        if epochs[0] == killed_after:
            raise Killed

    given = {**({} if options.get("resume") else FIELDS), "name": "sweep", **options}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schedulers.SweepScheduler, "progressed", counting)
        done = diayn_jax.sweep(log_dir=str(folder), say=said.append, **given)
    return done, said


@functools.cache
def final_states(path):
    """Returns each lane's last state, with its replay, and the rows of its log, of a sweep that has ended."""
    found = {}
    lanes = sorted(path.glob("*/*/checkpoints"))
    # The states of all lanes have the same shapes.
    first = diayn_jax.load(lanes[0].parent)
    like = checkpoints.like(training.state_shapes(first.config, first.trainer))
    for lane in lanes:
        last = lane / str(checkpoint.steps(lane)[-1])
        found[lane.parent.name] = checkpoint.restore(last, like), rows_of(lane.parent)
    return found


def assert_same_sweeps(one, other):
    one, other = final_states(one), final_states(other)
    assert one.keys() == other.keys()
    for name in one:
        tiny.assert_same(one[name][0], other[name][0])
        assert one[name][1] == other[name][1], name


def latest(path, lane):
    folder = path / "point" / lane / "checkpoints"
    return folder / str(checkpoint.steps(folder)[-1])


@pytest.fixture(scope="module")
def uninterrupted_sweep(tmp_path_factory, compiled_once):
    return sweep(tmp_path_factory.mktemp("uninterrupted_sweep"), grid=RATES)


NAMES = [f"learning_rate={rate}-s0" for rate in RATES["learning_rate"]]


def test_a_lane_is_a_run_directory(uninterrupted_sweep):
    done, _ = uninterrupted_sweep
    assert sorted(path.name for path in (done.path / "point").iterdir()) == sorted(NAMES)
    for rate, name in zip(RATES["learning_rate"], NAMES, strict=True):
        run = diayn_jax.load(done.path / "point" / name)
        assert run.config.learning_rate == rate
        assert float(json.loads((run.path / "config.json").read_text())["config"]["learning_rate"]) == rate
        assert len(run.skill_table) == 3
        # Its page has the command of the sweep, also after it is moved away.
        data = run_data.from_run(run)
        command = files.read_checked_json(done.path / "sweep.json")["command"]
        moved = data._replace(path=None)
        for each in (data, moved, data._replace(document={})):
            (made,) = (part for part in reproduce(each) if part["what"].startswith("The sweep of this run"))
            assert made["lines"] == [shlex.join(command)]
            assert "bit for bit" not in str(reproduce(each))
        assert run.figures["eval/probe_mi"] == 0.25


def test_says_first_what_it_takes(uninterrupted_sweep):
    done, said = uninterrupted_sweep
    assert "4 runs: 4 configurations × 1 seed, in 1 group" in said[0]
    assert "Group 1: point, 4 runs of 1.5k steps, 4 lanes at once," in said[1]
    assert "of memory" in said[1]
    assert "devices" not in said[1]
    assert f"Writing to {done.path}" in said
    # The lanes' lines are in another file.
    assert not any("Wrote" in line for line in said)
    assert f"[{NAMES[1]}] Wrote" in (done.path / "programs" / "0.log").read_text()


def test_the_table_is_ranked_by_what_the_runs_came_to(uninterrupted_sweep):
    done, _ = uninterrupted_sweep
    assert done.figure == "eval/mi_normalised"
    last = {name: diayn_jax.load(done.path / "point" / name).figures[done.figure] for name in NAMES}
    order = sorted(NAMES, key=lambda name: -last[name])
    assert [row.lanes for row in done.rows] == [(f"point/{name}",) for name in order]
    with (done.path / "table.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [row["rank"] for row in rows] == ["1", "2", "3", "4"]
    assert [float(row["learning_rate"]) for row in rows] == [row.values["learning_rate"] for row in done.rows]
    assert [float(row["eval/mi_normalised_mean"]) for row in rows] == pytest.approx(
        [last[name] for name in order], rel=1e-6
    )
    saved = files.read_checked_json(done.path / "table.json")
    assert [list(row["lanes"]) for row in saved["rows"]] == [list(row.lanes) for row in done.rows]
    assert done.load(0).config.learning_rate == done.best.values["learning_rate"]
    rows = len(done.rows)
    with pytest.raises(ConfigError, match=rf"row={rows}: the sweep has rows 0 to {rows - 1}\."):
        done.load(rows)
    with pytest.raises(ConfigError, match=r"run=-1: row 0 of the sweep has runs 0 to \d+\."):
        done.load(0, run=-1)
    assert done.lines()[1].split()[0] == "1"


def test_the_page_has_the_figure_over_each_setting(uninterrupted_sweep):
    done, _ = uninterrupted_sweep
    assert {path.name for path in done.written} == {
        "table.csv",
        "table.json",
        "marginals.png",
        "compare.html",
    }
    data = data_of(done.path / "compare.html")
    (marginal,) = data["marginals"]
    assert marginal["name"] == "learning_rate"
    assert marginal["labels"] == ["0.001", "0.003", "0.01", "0.03"]
    means = {row.values["learning_rate"]: row.interval.mean for row in done.rows}
    assert [place["mean"] for place in marginal["places"]] == pytest.approx(
        [means[rate] for rate in RATES["learning_rate"]], rel=1e-5
    )
    assert (done.path / "marginals.png").stat().st_size > 1000


def test_the_page_has_the_best_of_many_configurations(uninterrupted_sweep, tmp_path, monkeypatch):
    monkeypatch.setattr(results.compare, "MOST_GROUPS", 2)
    done = diayn_jax.sweep(path=shutil.copytree(uninterrupted_sweep[0].path, tmp_path / "sweep"), resume=True)
    data = data_of(done.path / "compare.html")
    best = {f"learning_rate={row.values['learning_rate']}" for row in done.rows[:2]}
    assert {group["label"] for group in data["groups"]} == best
    assert data["notes"][0] == f"The page shows the best 2 of 4 groups, by {done.figure}."


@pytest.mark.parametrize("epochs", [1, 3])
def test_a_killed_sweep_goes_on_bit_for_bit(uninterrupted_sweep, tmp_path, epochs):
    with pytest.raises(Killed):
        sweep(tmp_path, killed_after=epochs, grid=RATES, **SAVED)
    path = tmp_path / "sweeps" / "sweep"
    if epochs == 3:
        # Some lanes have saved and others have not: one lane is behind, and one has to begin anew.
        shutil.rmtree(latest(path, NAMES[1]))
        shutil.rmtree(path / "point" / NAMES[2] / "checkpoints")
    with pytest.raises(ConfigError, match="rank_by=eval/goals: these runs have no such figure"):
        sweep(tmp_path, resume=True, rank_by="goals")
    done, said = sweep(tmp_path, resume=True)
    assert "Continuing " in said[0]
    assert_same_sweeps(done.path, uninterrupted_sweep[0].path)
    again, said = sweep(tmp_path, resume=True)
    assert "4 of 4 runs have ended" in said[0]
    assert [row.lanes for row in again.rows] == [row.lanes for row in uninterrupted_sweep[0].rows]


def assert_close_sweeps(one, other):
    one, other = final_states(one), final_states(other)
    assert one.keys() == other.keys()
    for name in one:
        assert int(one[name][0].counters.env_steps) == int(other[name][0].counters.env_steps)
        pairs = zip(*(jax.tree.leaves(each[name][0].agent) for each in (one, other)), strict=True)
        for x, y in pairs:
            np.testing.assert_allclose(np.asarray(x), np.asarray(y), rtol=1e-3, atol=1e-3)


def test_lanes_are_dealt_out_to_devices_with_an_empty_place(tmp_path, monkeypatch):
    fields = {"seeds": (0, 1, 2), "num_devices": 2}
    whole, said = sweep(tmp_path / "whole", **fields)
    assert "3 lanes at once, dealt out to 2 devices, compiled once, " in said[1]
    begun = files.read_checked_json(whole.path / "programs" / "0.json")["begun"]
    assert begun == [{"updates": 0, "lanes": ["s0", "s1", "s2", ""]}]
    # If the sweep is resumed on one device, the results are the same up to rounding.
    with pytest.raises(Killed):
        sweep(tmp_path / "killed", killed_after=2, **fields, **SAVED)
    with monkeypatch.context() as patch:
        patch.setattr(jax, "device_count", lambda: 1)
        done, _ = sweep(tmp_path / "killed", resume=True)
    log = (done.path / "programs" / "0.log").read_text()
    assert "It was on 2 devices and is now on 1 device" in log
    assert_close_sweeps(done.path, whole.path)


def test_a_sweep_over_devices_becomes_smaller_and_goes_on_bit_for_bit(tmp_path):
    rates = (1e-3, 2e-3, 3e-3, 5e-3, 1e-2, 3e-2)
    fields = {"grid": {"learning_rate": rates}, "halving": 2, "first_rung": 400, "num_devices": 2}
    whole, _ = sweep(tmp_path / "whole", **fields)
    begun = files.read_checked_json(whole.path / "programs" / "0.json")["begun"]
    # Three lanes and an empty slot are dealt out. The last lane lies over both devices.
    assert [len(entry["lanes"]) for entry in begun] == [6, 4, 1]
    assert begun[1]["lanes"][-1] == ""
    with pytest.raises(Killed):
        sweep(tmp_path, killed_after=2, **fields, **SAVED)
    # One of the three lanes that were left is behind the others.
    path = tmp_path / "sweeps" / "sweep"
    ended = files.read_checked_json(path / "programs" / "0.json")["ended"]
    left = [f"learning_rate={rate}-s0" for rate in rates if f"learning_rate={rate}-s0" not in ended]
    assert len(left) == 3
    shutil.rmtree(latest(path, left[0]))
    done, _ = sweep(tmp_path, resume=True)
    assert_same_sweeps(done.path, whole.path)
    (last,) = begun[2]["lanes"]
    assert diayn_jax.load(done.path / "point" / last).figures["eval/probe_mi"] == 0.25


def test_a_lane_that_diverges_hurts_no_other(uninterrupted_sweep, tmp_path):
    rates = {"learning_rate": (1e-3, 3e-3, 1e30, 3e-2)}
    done, said = sweep(tmp_path, grid=rates)
    bad = "learning_rate=1e+30-s0"
    assert list(done.failures) == [bad]
    assert "NaN or inf" in done.failures[bad]
    assert any(line.startswith(f"[{bad}] NaN or inf") for line in said)
    assert done.rows[-1].values["learning_rate"] == 1e30
    assert done.rows[-1].failed == 1
    ended = final_states(done.path)
    for name, (state, rows) in final_states(uninterrupted_sweep[0].path).items():
        if name in ended:
            tiny.assert_same(state, ended[name][0])
            assert rows == ended[name][1]
    assert len(ended) == 3
    # The failed run is not tried again.
    assert "4 of 4 runs have ended" in sweep(tmp_path, resume=True)[1][0]


# A second rung would be at 1500 steps, when the runs are already over.
HALVING = {"grid": RATES, "halving": 2, "first_rung": 750}


@pytest.fixture(scope="module")
def halved(tmp_path_factory, compiled_once):
    return sweep(tmp_path_factory.mktemp("halved"), **HALVING)


def test_successive_halving_ends_the_worse_ones(uninterrupted_sweep, halved):
    done, said = halved
    assert any("one configuration in 2 is kept at 750 steps" in line for line in said)
    saved = files.read_checked_json(done.path / "programs" / "0.json")
    (rung,) = saved["decisions"]
    worst = sorted(rung["figures"], key=lambda name: rung["figures"][name])[:2]
    assert set(rung["retired"]) == set(worst)
    outcomes = {name: how["outcome"] for name, how in saved["ended"].items()}
    assert {name for name, outcome in outcomes.items() if outcome == "retired"} == set(worst)
    assert sorted(outcomes.values()) == ["finished", "finished", "retired", "retired"]
    # Runs with more steps come first.
    assert [row.env_steps > 1500 for row in done.rows] == [True, True, False, False]
    # The remaining runs continue in a smaller program, and all runs can be loaded.
    assert [len(begun["lanes"]) for begun in saved["begun"]] == [4, 2]
    steps = {name: int(state.counters.env_steps) for name, (state, _) in final_states(done.path).items()}
    assert sum(steps.values()) < 0.8 * 4 * STEPS[-1]
    winner = Path(done.rows[0].lanes[0]).name
    assert done.rows[0].env_steps == steps[winner]
    # The states equal those of a sweep without halving, up to the rounding of another program.
    expected = diayn_jax.load(uninterrupted_sweep[0].path / "point" / winner).state
    got = diayn_jax.load(done.path / "point" / winner).state
    for x, y in zip(jax.tree.leaves(got.agent), jax.tree.leaves(expected.agent), strict=True):
        np.testing.assert_allclose(np.asarray(x), np.asarray(y), rtol=1e-3, atol=1e-3)


class StandingLane:
    """A lane that has a figure."""

    def __init__(self, name, figure, env_steps=700):
        self.name, self._figure, self.env_steps, self.share_left = name, figure, env_steps, 0.5

    def figure(self, name):
        assert name == "eval/return"
        return self._figure


def test_a_rung_counts_runs_that_have_diverged_as_the_worst(tmp_path):
    spec = make(grid={"tau": (0.1, 0.2, 0.3, 0.4)}, seeds=range(3), halving=2, first_rung=700)
    lanes = {lane.name: lane for lane in specification.make_lanes(spec, str(tmp_path), "cpu")}
    # By configuration and seed. None means that the run diverged.
    figures = {0: (None, None, 9.0), 1: (1.0, 1.0, 1.0), 2: (0.2, 0.2, 0.2), 3: (None, None, None)}
    found = {name: figures[lane.configuration][lane.config.seed] for name, lane in lanes.items()}
    failed = {name: {"outcome": "failed", "updates": 1, "why": ""} for name, x in found.items() if x is None}
    state = sweep_files.State([], failed, [])
    spec = spec._replace(rank_by="eval/return")
    scheduler = schedulers.SweepScheduler(lambda _: None, state, len(lanes), spec, lanes, lambda _: None)
    decision = scheduler.decide(10, [StandingLane(name, x) for name, x in found.items() if x is not None])
    (survivor,) = (name for name, x in found.items() if x == 9.0)
    # The rest of the first configuration has the best figure, but two of its runs have failed.
    assert decision.retired == (survivor,)


@pytest.mark.parametrize(
    ("pauses", "kept"),
    [
        ([99, 100, 250, 300, 1000], [9, 3, 3, 1, 1]),
        # An epoch passes both rungs, at 100 and at 300 steps.
        ([99, 350, 700], [9, 1, 1]),
    ],
)
def test_a_pause_holds_all_rungs_that_are_due(tmp_path, pauses, kept):
    spec = make(grid={"tau": tuple(0.1 * i for i in range(1, 10))}, halving=3, first_rung=100)
    spec = spec._replace(rank_by="eval/return")
    lanes = {lane.name: lane for lane in specification.make_lanes(spec, str(tmp_path), "cpu")}
    (tmp_path / sweep_files.PROGRAMS).mkdir()
    write = functools.partial(sweep_files.write_state, tmp_path, "now", 0)
    for clock, (env_steps, expected) in enumerate(zip(pauses, kept, strict=True)):
        # Each pause is that of a sweep which has been resumed.
        state = sweep_files.read_state(tmp_path, "now", 0, list(lanes))
        its = schedulers.SweepScheduler(write, state, len(lanes), spec, lanes, lambda _: None)
        going = [
            StandingLane(name, lane.configuration, env_steps)
            for name, lane in lanes.items()
            if name not in state.ended
        ]
        decision = its.decide(clock, going)
        if decision is not None:
            its.note(clock, decision)
            for name in decision.retired:
                its.ended(name, "retired", clock)
        assert len(lanes) - len(state.ended) == expected
    # The best have the highest figures.
    assert {lanes[name].configuration for name in lanes.keys() - state.ended.keys()} == {8}


def test_a_first_rung_without_a_finite_figure_is_refused(tmp_path):
    spec = make(grid={"tau": (0.1, 0.2, 0.3, 0.4)}, halving=2, first_rung=700)._replace(rank_by="eval/return")
    lanes = {lane.name: lane for lane in specification.make_lanes(spec, str(tmp_path), "cpu")}
    state = sweep_files.State([], {}, [])
    scheduler = schedulers.SweepScheduler(lambda _: None, state, len(lanes), spec, lanes, lambda _: None)
    with pytest.raises(
        ConfigError, match="rank_by=eval/return: no run has a finite value of it at 700 steps"
    ):
        scheduler.decide(10, [StandingLane(name, float("nan")) for name in lanes])


def test_a_population_whose_decisions_could_not_be_read_again_is_refused(tmp_path, monkeypatch):
    spec = make(grid={"tau": (0.1, 0.2, 0.3, 0.4)}, pbt=100)
    lanes = specification.make_lanes(spec, str(tmp_path), "cpu")
    names, scales = [lane.name for lane in lanes], np.float32([1e-6, 1e-3, 1.0, 1e3])
    generator = np.random.default_rng(0)

    def written(rounds):
        decisions = []
        for i in range(rounds):
            figures = [float(x) for x in generator.normal(size=4).astype(np.float32) * scales]
            copy = scheduler.Copy(names[0], names[3], {"tau": figures[i % 4]})
            decision = scheduler.Decision(copies=(copy,))
            row = dict(zip(names, figures, strict=True))
            decisions.append(sweep_files.entry_of(1000 * i, decision, row, env_steps=8000 * i))
        ended = {name: {"outcome": "finished", "updates": 10**6, "why": ""} for name in names}
        (tmp_path / "programs").mkdir(exist_ok=True)
        sweep_files.write_state(tmp_path, "now", 0, sweep_files.State([(0, tuple(names))], ended, decisions))

    monkeypatch.setattr(untrusted_files, "MOST_JSON", 100_000)
    most = sweep_files.most_rounds(names, 1, ["tau"])
    written(most)
    assert len(sweep_files.read_state(tmp_path, "now", 0, names).decisions) == most
    written(int(1.2 * most))
    with pytest.raises(ConfigError, match="more than 0 MB"):
        sweep_files.read_state(tmp_path, "now", 0, names)
    long = [
        lane._replace(
            config=dataclasses.replace(lane.config, num_env_steps=10**6, num_envs=100, epoch_steps=100)
        )
        for lane in lanes
    ]
    with pytest.raises(ConfigError, match=rf"pbt=100: .* {most} rounds of 4 runs, and this .* 10000\. Give"):
        plan.check_population(spec, long)
    least = 10**6 // (most + 1) + 1
    plan.check_population(spec._replace(population=specification.Population(least)), long)
    with pytest.raises(ConfigError, match="rounds of 4 runs"):
        plan.check_population(spec._replace(population=specification.Population(least - 1)), long)


def test_halving_goes_on_bit_for_bit(halved, tmp_path):
    with pytest.raises(Killed):
        sweep(tmp_path, killed_after=3, **HALVING, **SAVED)
    path = tmp_path / "sweeps" / "sweep"
    state = files.read_checked_json(path / "programs" / "0.json")
    going = [name for name in NAMES if name not in state["ended"]]
    # The sweep is killed after the rung, which is not repeated.
    shutil.rmtree(path / "point" / going[0] / "checkpoints")
    done, _ = sweep(tmp_path, resume=True)
    assert_same_sweeps(done.path, halved[0].path)
    assert (
        files.read_checked_json(path / "programs" / "0.json")["decisions"]
        == files.read_checked_json(halved[0].path / "programs" / "0.json")["decisions"]
    )


PBT = {"grid": RATES, "pbt": 400}


@pytest.fixture(scope="module")
def bred(tmp_path_factory, compiled_once):
    return sweep(tmp_path_factory.mktemp("bred"), **PBT)


def breed_until_saved(folder, saves, monkeypatch):
    """Starts the population of `bred` in a folder; its process is killed after so many checkpoints."""
    save, count = run_writer.RunWriter.save, [0]

    def counting(self, *args):
        save(self, *args)
        count[0] += 1
        if count[0] == saves:
            raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(run_writer.RunWriter, "save", counting)
        with pytest.raises(Killed):
            sweep(folder, **PBT)


def assert_ends_like(bred, folder):
    """Resumes the population in a folder, and checks that its runs end in the states of `bred`."""
    done, _ = sweep(folder, resume=True)
    expected, got = final_states(bred[0].path), final_states(done.path)
    for name, (state, _) in expected.items():
        tiny.assert_same(state, got[name][0])


def test_the_worst_become_copies_of_the_best(bred):
    done, _ = bred
    decisions = files.read_checked_json(done.path / "programs" / "0.json")["decisions"]
    assert len(decisions) == 3
    for entry in decisions:
        figures = entry["figures"]
        for copy in entry["copies"]:
            assert figures[copy["source"]] == max(figures.values())
            assert figures[copy["target"]] == min(figures.values())
            assert 1e-3 <= copy["hparams"]["learning_rate"] <= 3e-2
    copies = [copy for entry in decisions for copy in entry["copies"]]
    assert copies
    for name in {copy["target"] for copy in copies}:
        state = diayn_jax.load(done.path / "point" / name).state
        last = [copy for copy in copies if copy["target"] == name][-1]
        assert float(state.hparams["learning_rate"]) == pytest.approx(last["hparams"]["learning_rate"])
    assert len(done.rows) == 4
    assert all("learning_rate" in row.values for row in done.rows)
    # The pages say that the settings are those of the start.
    pages = {name: run_data.from_directory(done.path / "point" / name) for name in NAMES}
    targets = {copy["target"] for copy in copies}
    assert {name for name, data in pages.items() if data.copied} == targets
    for name, data in pages.items():
        notes = " ".join(head_part(data, None)["notes"])
        assert ("programs/*.json list the decisions" in notes) == (name in targets)
    notes = " ".join(data_of(done.path / "compare.html")["notes"])
    assert f"made {len(targets)} run" in notes


@pytest.mark.parametrize("saves", [2, 5])
def test_a_population_goes_on_bit_for_bit(bred, tmp_path, saves, monkeypatch):
    """The sweep is killed after a round, when the second of four lanes is saved, and in later epochs."""
    breed_until_saved(tmp_path, saves, monkeypatch)
    assert_ends_like(bred, tmp_path)


def test_a_copy_is_made_although_its_lane_was_saved_at_the_same_clock(bred, tmp_path, monkeypatch):
    """The sweep is killed when a round is decided, and again when it repeats the round, before the copy."""

    def killed(*args):
        raise Killed

    note = schedulers.SweepScheduler.note

    def noted_and_killed(*args):
        note(*args)
        raise Killed

    kills = ((schedulers.SweepScheduler, "note", noted_and_killed), (run_lanes.Lane, "becomes_copy", killed))
    for kill, fields in zip(kills, ({**PBT, **SAVED}, {"resume": True}), strict=True):
        with monkeypatch.context() as patch:
            patch.setattr(*kill)
            with pytest.raises(Killed):
                sweep(tmp_path, **fields)
    assert_ends_like(bred, tmp_path)


def test_a_copy_counts_as_what_it_copied(tmp_path, monkeypatch):
    """A copy has its source's figure until its next evaluation.

    Its own earlier figure belongs to another policy.
    """
    breed_until_saved(tmp_path, 4, monkeypatch)
    path = tmp_path / "sweeps" / "sweep"
    begun = programs.find(path, trust=False)
    (entry,) = begun.states[0].decisions
    (copy,) = entry["copies"]
    assert entry["figures"][copy["source"]] > entry["figures"][copy["target"]]
    rows, _ = results.gather(path, begun.spec, begun.lanes, begun.states[0], complete=False, say=pytest.fail)
    figures = {Path(row.lanes[0]).name: row.figures[0] for row in rows}
    assert figures[copy["target"]] == figures[copy["source"]] == entry["figures"][copy["source"]]
    run = diayn_jax.load(path / "point" / copy["target"])
    assert run.figures == {}
    shown = run_data.from_run(run).figures
    assert shown["train/critic_loss"] > 0
    assert not [name for name in shown if name.startswith(("eval/", "qd/"))]
    assert begun.spec.rank_by in run_data.from_run(diayn_jax.load(path / "point" / copy["source"])).figures


@pytest.fixture(scope="module")
def four_begun():
    config = tiny.config(agent="td3")
    trainer = training.make_trainer(config, diayn_jax.envs.make("point"))
    hparams = training.make_hparams(config, 2)
    stacked = jax.tree.map(lambda x: jnp.stack([x] * 4), hparams)
    stages, keys = training.compiled(trainer, lanes=True).stages, jax.random.split(jax.random.key(0), 4)
    begun = stages.begin(keys, stacked, stages.make_pool(keys))
    # Without the warm-up, whose program is costly, replay is empty. Each of its numbers is another one here.
    numbered = jax.tree.map(lambda x: np.arange(x.size).reshape(x.shape).astype(x.dtype), begun.replay)
    return trainer, begun.replace(replay=numbered)


@pytest.fixture
def four_lanes(four_begun):
    """Returns a trainer, and the states of four lanes, which may be donated."""
    trainer, begun = four_begun
    return trainer, jax.jit(lambda states: jax.tree.map(jnp.copy, states))(begun)


@pytest.mark.parametrize("target", [0, 1, 2])
def test_a_copy_has_no_key_that_the_other_comes_to(four_lanes, target):
    """The source derives its later keys by splits and folds, and a part of a split is a fold, too."""
    trainer, states = four_lanes
    key = states.key[3]
    copied = training.copy_lane(trainer, states, 3, target, {})
    own = np.asarray(jax.random.key_data(copied.key[target])).tolist()
    for _ in range(4):
        parts = [jax.random.fold_in(key, i) for i in range(2)] + list(jax.random.split(key, 3))
        assert own not in [np.asarray(jax.random.key_data(part)).tolist() for part in (key, *parts)]
        key = parts[0]


def test_a_copy_has_all_of_the_other_but_its_key_steps_and_hyperparameters(four_lanes, monkeypatch):
    trainer, states = four_lanes
    before = [training.lane_state(trainer, states, i, True) for i in range(4)]
    states = training.copy_lane(trainer, states, 1, 3, {"discount": 0.5})
    after = [training.lane_state(trainer, states, i, True) for i in range(4)]
    for i in (0, 1, 2):
        tiny.assert_same(after[i], before[i])
    for part in ("agent", "objective", "replay", "env", "skill", "statistics"):
        tiny.assert_same(getattr(after[3], part), getattr(before[1], part))
    assert float(after[3].hparams["discount"]) == 0.5
    assert float(after[3].hparams["tau"]) == float(before[1].hparams["tau"])
    assert int(after[3].counters.env_steps) == int(before[3].counters.env_steps)
    keys = {tuple(np.asarray(jax.random.key_data(state.key)).tolist()) for state in after}
    assert len(keys) == 4
    # Few bytes at a time, as of a large state.
    monkeypatch.setattr(stacked, "_BATCH", 20_000)
    kept = training.select_lanes(trainer, states, [3, 0])
    tiny.assert_same(training.lane_state(trainer, kept, 0, True), after[3])
    tiny.assert_same(training.lane_state(trainer, kept, 1, True), after[0])


@pytest.mark.parametrize(
    ("options", "flag"), [({"halving": 2}, "--halving=2"), ({"pbt": 400}, "--pbt=400"), ({}, "")]
)
def test_a_run_that_its_sweep_still_compares_is_not_resumed_alone(tmp_path, options, flag):
    directory = tmp_path / "sweeps" / "s"
    names = [tiny.unstarted(directory, name=name).name for name in ("s0", "s1")]
    (directory / "programs").mkdir()
    spec = make(grid=RATES, **options)
    started = sweep_files.write_sweep(directory, spec, [names], [2], {"device": "cpu"})
    by_name = tiny.config(directory, name="s0")

    def found():
        by_path = run_to_resume.find(by_name, (), path=directory / "point" / "s0")[0]
        assert by_path.samefile(run_to_resume.find(by_name)[0])
        return by_path.name

    def refused():
        for path in (directory / "point" / "s0", None):
            with pytest.raises(ConfigError) as error:
                run_to_resume.find(by_name, None if path is None else (), path=path)
            words = f"({flag}), and the run has not ended there. Continue the whole sweep: "
            assert words in str(error.value)
            assert f"resume {directory}." in str(error.value)

    if not options:
        assert found() == "s0"
        return
    refused()
    ended = {"s1": {"outcome": "retired", "updates": 9, "why": ""}}
    sweep_files.write_state(directory, started, 0, sweep_files.State([], ended, []))
    refused()
    for outcome in ("retired", "finished"):
        ended["s0"] = {"outcome": outcome, "updates": 9, "why": ""}
        sweep_files.write_state(directory, started, 0, sweep_files.State([], ended, []))
        assert found() == "s0"


def test_a_run_that_stopped_in_a_search_names_its_sweep_to_resume(tmp_path, monkeypatch):
    stops, progressed = [], schedulers.SweepScheduler.progressed

    class Kept(loop.StopSignals):
        def __enter__(self):
            stops.append(self)
            return super().__enter__()

    def stopped(self, lanes):
        progressed(self, lanes)
        os.kill(os.getpid(), signal.SIGTERM)
        while stops[0].received is None:
            time.sleep(0.01)

    monkeypatch.setattr(loop, "StopSignals", Kept)
    with monkeypatch.context() as stopping:
        stopping.setattr(schedulers.SweepScheduler, "progressed", stopped)
        done = diayn_jax.sweep(log_dir=str(tmp_path), name="sweep", **FIELDS, **HALVING)
    assert done.stopped == signal.SIGTERM
    said = (done.path / "programs" / "0.log").read_text()
    again = shell.command("resume", done.path)
    assert [line.split("] ")[1] for line in said.splitlines() if "Resume with" in line] == [
        f"Resume with: {again}"
    ] * len(NAMES)
    page = status(run_data.from_directory(done.path / "point" / NAMES[0]))["text"]
    assert page.endswith(f"To resume it, run {again}.")


def test_sweeps_of_the_same_second_have_a_directory_each(tmp_path, monkeypatch):
    monkeypatch.setattr(sweep_files, "new_name", lambda seed: "now")
    begun = []

    def begin(directory, *_):
        # The directory is locked while others begin.
        begun.append(directory.name)
        if len(begun) < 3:
            another()

    def another():
        diayn_jax.sweep(log_dir=str(tmp_path), **FIELDS)

    monkeypatch.setattr(driving, "_begin", begin)
    another()
    assert begun == ["now", "now-2", "now-3"]
    # None of them was written.
    assert not list((tmp_path / "sweeps").iterdir())


@pytest.mark.parametrize("cluster", [None, Cluster("10.0.0.1:6379")])
def test_a_sweep_that_stopped_on_a_cluster_names_it_to_resume(tmp_path, cluster):
    spec = make(grid=RATES)
    names = [lane.name for lane in specification.make_lanes(spec, str(tmp_path), "cpu")]
    sweep_files.write_sweep(tmp_path, spec, [names], [4], {"device": "cpu"})
    begun, said = programs.find(tmp_path, trust=False), []
    driving._gathered(begun, programs.Outcome({}, signal.SIGTERM), said.append, cluster)
    again = shell.command("resume", tmp_path)
    assert said == [f"Resume with: {again}" + (" --cluster=10.0.0.1:6379" if cluster else "")]


def test_configurations_whose_names_would_be_equal_have_different_ones(tmp_path):
    given = [{"start_run": "a/b"}, {"start_run": "a_b"}, {"start_run": "a:b"}, {"start_run": "c"}]
    spec = specification.make_specification(
        {"env": "point", "objective": "task"}, configurations=given, seeds=range(2)
    )
    names = [lane.name for lane in specification.make_lanes(spec, str(tmp_path), "cpu")]
    named = ["start_run=a_b", "c1", "c2", "start_run=c"]
    assert names == [f"{name}-s{seed}" for name in named for seed in (0, 1)]


def test_a_sweep_over_environments_may_repeat_its_options_at_a_resume():
    began = specification.make_specification({}, grid={"env": ("point", "ant")}, seeds=range(2))
    same = {"seeds": (0, 1), "grid": {"env": ("point", "ant")}}
    assert driving._resumed_specification(began, [], same) == began


def make(**options):
    fields = {name: options.pop(name) for name in list(options) if name in FIELDS or name == "env"}
    return specification.make_specification({"env": "point", **fields}, **options)


def test_a_resume_keeps_the_configurations_that_were_given(tmp_path):
    # Python's 1 is 1.0 for a field of numbers, and the file of the sweep names the runs by that.
    given = [{"reward_scale": x} for x in (1, 2, 4, 8)]
    began = make(configurations=given, halving=2)
    named = [lane.name for lane in specification.make_lanes(began, str(tmp_path), "cpu")]
    sweep_files.write_sweep(tmp_path, began, [named], [4], {"device": "cpu"})
    assert [lane.name for lane in programs.find(tmp_path, trust=False).lanes] == named
    for same in ({"halving": 2}, {"configurations": given}):
        assert driving._resumed_specification(began, [], same) == began
    for other in ({"configurations": given[:2]}, {"grid": {"tau": (0.1, 0.2)}}):
        with pytest.raises(ConfigError, match=f"--{min(other)} differs from"):
            driving._resumed_specification(began, [], other)


def test_a_resume_takes_the_same_values_in_other_types(tmp_path):
    # The file has 1000, (8,) and the word "true".
    given = {"num_env_steps": 1e3, "policy_hidden_sizes": [8], "exclude_current_positions": True}
    began = specification.make_specification({"env": "ant", **given}, grid=RATES)
    sweep_files.write_sweep(tmp_path, began, [], [], {"device": "cpu"})
    read = sweep_files.read_sweep(tmp_path)[0]
    assert driving._resumed_specification(read, [], given) == read
    for name, value in {"policy_hidden_sizes": [9], "seed": 5}.items():
        with pytest.raises(ConfigError, match=f"--{name} differs"):
            driving._resumed_specification(read, [], {**given, name: value})


def test_a_narrow_range_gives_no_number_twice():
    # With four digits there are 51 numbers: 0.990, 0.9901, …, 0.995 in steps of 0.0001.
    (*drawn,) = (c["discount"] for c in make(ranges={"discount": (0.99, 0.995)}, random=40).configurations)
    assert len(set(drawn)) == 40
    with pytest.raises(ConfigError, match=r"--random=60: the ranges have only about 51 values with 4 digits"):
        make(ranges={"discount": (0.99, 0.995)}, random=60)


def test_every_combination_of_the_grid_has_the_same_draws():
    spec = make(
        grid={"tau": (0.1, 0.2), "num_skills": (2, 3)},
        ranges={"learning_rate": (1e-4, 1e-2, "log"), "discount": (0.9, 0.99)},
        random=200,
    )
    assert len(spec.configurations) == 800
    parts = [spec.configurations[i : i + 200] for i in range(0, 800, 200)]
    drawn = [[(c["learning_rate"], c["discount"]) for c in part] for part in parts]
    assert drawn[0] == drawn[1] == drawn[2] == drawn[3]
    rates, discounts = np.array(drawn[0]).T
    assert rates.min() >= 1e-4
    assert rates.max() <= 1e-2
    # The rates are uniform in the logarithm, and the discounts are uniform.
    assert np.mean(np.log10(rates)) == pytest.approx(-3, abs=0.15)
    assert np.mean(discounts) == pytest.approx(0.945, abs=0.01)
    assert {(c["tau"], c["num_skills"]) for c in spec.configurations} == {
        (0.1, 2),
        (0.1, 3),
        (0.2, 2),
        (0.2, 3),
    }


def test_what_is_compiled_differently_is_another_group():
    spec = make(grid={"discriminator_noise": (0.0, 0.1, 0.2), "num_skills": (2, 3)}, seeds=range(2))
    groups = specification.grouped(specification.make_lanes(spec, "x", "cpu"))
    assert [len(group) for group in groups] == [2, 2, 4, 4]
    words = specification.what_differs(groups)
    assert words[0] == "num_skills=2, discriminator_noise=0"


def test_halvings_rungs():
    spec = make(grid={"tau": tuple(0.1 * i for i in range(1, 10))}, halving=3)
    # 9 → 3 → 1 configurations, at a ninth and a third of the steps.
    assert schedulers.rungs(spec, 9000) == [1000, 3000]
    assert schedulers.rungs(spec._replace(halving=specification.Halving(3, 5000)), 9000) == [5000]


def test_a_row_is_the_interquartile_mean_over_seeds():
    row = table.make_row({"tau": 1}, [1.0, 2.0, 3.0, 4.0, float("nan")], 1, 10, ["a"] * 5)
    assert row.interval.mean == 2.5
    assert row.interval.low <= 2.5 <= row.interval.high
    assert row.runs == 4
    worst = table.make_row({"tau": 2}, [float("nan")], 1, 10, ["b"])
    assert [r.values["tau"] for r in table.ranked([worst, row])] == [1, 2]


def test_a_row_that_has_lost_most_of_its_runs_stands_below():
    nan = float("nan")
    given = {
        "one of three": [9.0, nan, nan],
        "sound": [1.0, 1.0, 1.0],
        "none": [nan] * 3,
        "two": [9.0, 8.0, nan],
    }
    # For eight runs, the interquartile mean leaves two out at each end.
    given |= {"six of eight": [2.0] * 6 + [nan] * 2}
    rows = [
        table.make_row({"of": name}, x, int(np.isnan(x).sum()), 10, ["a"] * len(x))
        for name, x in given.items()
    ]
    order = [row.values["of"] for row in table.ranked(rows)]
    assert order == ["six of eight", "sound", "two", "one of three", "none"]
    # The mean in the table is that of the runs that did not fail.
    assert {row.values["of"]: row.interval.mean for row in rows}["one of three"] == 9.0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            {"grid": {"learning_rat": (1,)}},
            "learning_rat=…: there is no such field. Did you mean",
        ),
        ({"grid": {"learning_rate": ()}}, "--grid=learning_rate= is empty"),
        ({"grid": {"learning_rate": 0.1}}, "--grid=learning_rate=0.1: it takes a list of values"),
        ({"grid": {"discount": (0.9, 1.5)}}, "--discount=1.5 is not allowed"),
        ({"grid": {"tau": (0.1, 0.1)}}, "0.1 is given twice"),
        ({"grid": {"seed": (0, 1)}}, "seed cannot be swept over: give --seeds"),
        (
            {"env": "ant", "grid": {"env": ("point", "pendulum")}},
            "--env=ant is given for all runs, but it is also swept over. Leave one out.",
        ),
        (
            {"configurations": ({"tau": 0.1}, {"seed": 2})},
            "one gives seed, which cannot be swept over: give --seeds",
        ),
        (
            {"grid": {"tau": (0.1,)}, "ranges": {"tau": (0.1, 0.2)}, "random": 2},
            "tau is given in --grid and",
        ),
        (
            {"ranges": {"batch_size": (8, 16)}, "random": 2},
            "batch_size is a constant of the",
        ),
        ({"ranges": {"tau": (0.1, 0.2)}}, "with --random=N"),
        ({"random": 3}, "--random=3 draws from ranges"),
        ({"ranges": {"tau": (0.2, 0.1)}, "random": 2}, "the first smaller than the second"),
        ({"ranges": {"discount": (0.0, 0.9, "log")}, "random": 2}, "both must be greater than 0"),
        ({"ranges": {"tau": (0.5, 2.0)}, "random": 2}, "--tau=2 is not allowed"),
        ({"seeds": (0, 1, 0)}, "seeds: 0 is given twice"),
        ({"seeds": 0}, "seeds=0: give the seeds themselves"),
        ({"seeds": "0..3"}, "give whole numbers, such as range"),
        ({"seeds": (-1,)}, "seeds: -1 is not allowed"),
        ({"grid": "tau=0.1"}, "--grid='tau=0.1': give values by field"),
        ({"ranges": ["tau"], "random": 2}, "--ranges=['tau']: give values by field"),
        ({"configurations": {"tau": 0.1}}, "configurations={'tau': 0.1}: give a list of mappings"),
        ({"configurations": ["tau=0.1"]}, "configurations=['tau=0.1']: give a list of mappings"),
        ({"configurations": ({"tau": x} for x in (0.1, 0.2))}, "give a list of mappings"),
        ({"rank_by": 3}, "--rank_by=3: give the name of a figure"),
        ({"grid": RATES, "halving": 5}, "there are 4 configurations, and one in 5"),
        ({"grid": RATES, "first_rung": 100}, "needs --halving"),
        ({"grid": RATES, "halving": 2, "pbt": 100}, "--pbt and --halving both decide which runs continue"),
        ({"seeds": (0, 1, 2), "pbt": 100}, "a population needs 4 runs or more"),
        ({"grid": {"tau": (0.1,)}, "seeds": range(4), "pbt": 100}, "that differ in a traced hyperparameter"),
        ({"grid": {"tau": tuple(range(1, 200))}, "seeds": range(100)}, "--tau=2 is not allowed"),
    ],
)
def test_wrong_input_is_refused(options, words):
    with pytest.raises(ConfigError) as error:
        make(**options)
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("fields", "name"),
    [({"objective": "metra"}, "dual_lambda"), ({"agent": "es", "strategy": "snes"}, "sigma")],
)
def test_a_population_does_not_explore_what_counts_only_at_the_start(fields, name):
    grid = {name: (0.1, 0.2, 0.3, 0.4)}
    with pytest.raises(ConfigError, match=f"--pbt=100: {name} counts only at the start of a run"):
        specification.make_specification({"env": "point", **fields}, grid=grid, pbt=100)
    specification.make_specification({"env": "point", **fields}, grid=grid)


def test_a_population_explores_the_sigma_of_its_generations():
    fields = {"env": "point", "agent": "es", "strategy": "open_es"}
    assert specification.make_specification(fields, grid={"sigma": (0.1, 0.2, 0.3, 0.4)}, pbt=100).population


@pytest.mark.parametrize(("runs", "copied"), [(4, 1), (9, 1), (10, 2)])
def test_the_number_of_runs_that_become_copies_is_told(tmp_path, runs, copied):
    """A fifth, rounded down, but one at least."""
    spec = make(grid={"tau": (0.1, 0.2)}, seeds=range(runs // 2 + runs % 2), pbt=100)
    lanes = specification.make_lanes(spec, str(tmp_path), "cpu")[:runs]
    need = memory_plan.LaneMemory(0, 1, None)
    planned = plan.PlannedGroup(lanes, plan.Group({}), [plan.Program(0, lanes, runs)], need)
    told = plan.announcement(spec, [planned], "eval/mi", on_workers=False)[-1]
    assert f"the worst runs, {copied} of {runs}, become copies" in told


def test_one_seed_is_refused():
    with pytest.raises(ConfigError, match="--seed=3: a sweep takes --seeds"):
        specification.make_specification({"env": "point", "seed": 3})
    for text, words in {"0": r"0,3,5\. Write 0\.\.0 for this one", "4": r"Write 0\.\.3 .* 4\.\.4"}.items():
        with pytest.raises(ConfigError, match=words):
            parse_seeds(text)


def test_a_folder_that_no_run_may_have_is_refused():
    for given, words in {"": "--log_dir= is empty", 3: "--log_dir=3 is not allowed"}.items():
        with pytest.raises(ConfigError, match=words):
            driving.new_sweep({"env": "point", "log_dir": given})


def test_tags_are_refused():
    with pytest.raises(ConfigError, match=r"^--tags=tau,seed: a sweep names its runs by what"):
        specification.make_specification({"env": "point", "tags": ("tau", "seed")})
    specification.make_specification({"env": "point", "tags": ()})


@pytest.mark.parametrize("array", [np.array, jnp.array], ids=["NumPy", "JAX"])
def test_a_grid_takes_an_array(array):
    spec = specification.make_specification({"env": "point"}, grid={"tau": array([0.25, 0.5])})
    assert spec.grid == {"tau": (0.25, 0.5)}


@pytest.mark.parametrize("option", [{"name": "other"}, {"log_dir": "elsewhere"}, {"tags": ("tau",)}])
def test_a_sweep_is_named_once(tmp_path, option):
    (name,) = option
    with pytest.raises(ConfigError, match=f"^{name}: .*A says which sweep to resume. Leave {name} out."):
        diayn_jax.sweep(path=tmp_path / "A", resume=True, **option)


def test_runs_to_start_from_are_found_from_anywhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    given = {"start_run": "runs/a", "grid": {"start_run": ("runs/b", str(tmp_path / "c"))}, "seeds": (0, 1)}
    whole = {
        "start_run": str(tmp_path / "runs" / "a"),
        "grid": {"start_run": (str(tmp_path / "runs" / "b"), str(tmp_path / "c"))},
        "seeds": (0, 1),
    }
    assert driving._with_absolute_paths(given) == whole
    chosen = {"choose_from": "runs/a", "grid": {"choose_from": ("runs/b",)}}
    assert driving._with_absolute_paths(chosen) == {
        "choose_from": str(tmp_path / "runs" / "a"),
        "grid": {"choose_from": (str(tmp_path / "runs" / "b"),)},
    }


def test_a_sweep_starts_from_skills_of_the_package(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = driving._with_absolute_paths({"start_run": "ant-metra", "grid": {"choose_from": ("ant-metra",)}})
    copied = tmp_path / "runs" / "pretrained" / "ant-metra"
    assert found == {"start_run": str(copied), "grid": {"choose_from": (str(copied),)}}
    given = driving._with_absolute_paths({"configurations": [{"start_run": "ant-metra"}, {"tau": 0.1}]})
    assert given == {"configurations": ({"start_run": str(copied)}, {"tau": 0.1})}
    assert (copied / "config.json").exists()


def test_a_sweep_that_named_a_run_by_a_relative_path_goes_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    of_task = {"env": "point", "objective": "task"}
    began = specification.make_specification({**of_task, "start_run": "runs/a"}, seeds=range(2))
    again = driving._with_absolute_paths({**of_task, "start_run": "runs/a", "seeds": (0, 1)})
    assert driving._resumed_specification(began, [], again) == began
    with pytest.raises(ConfigError, match="--start_run differs"):
        driving._resumed_specification(
            began, [], driving._with_absolute_paths({**of_task, "start_run": "runs/b"})
        )
    grid = {"start_run": ("runs/a", "runs/b")}
    began = specification.make_specification(of_task, grid=grid)
    assert (
        driving._resumed_specification(began, [], driving._with_absolute_paths({**of_task, "grid": grid}))
        == began
    )
    given = {"configurations": [{"start_run": "runs/a"}, {"start_run": "runs/b"}]}
    began = specification.make_specification(of_task, **given)
    assert driving._resumed_specification(began, [], driving._with_absolute_paths(given)) == began


def test_what_programs_took_of_a_cluster_they_take_again():
    began = {"device": "cpu", "program_cpus": 3, "program_gpus": 0.5}
    sized = driving._sized_as_before
    assert sized(Cluster("auto"), began) == Cluster("auto", 3, 0.5)
    assert sized(Cluster("auto", 2, 0), began) == Cluster("auto", 2, 0)
    assert sized(Cluster("auto", 2), {"device": "cpu"}) == Cluster("auto", 2)
    with pytest.raises(ConfigError, match="--program_cpus=many"):
        sized(Cluster("auto"), {"program_cpus": "many"})


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            {"grid": {**RATES, "normalize": (True, False)}, "halving": 2},
            "halving compares runs of one program",
        ),
        ({"grid": RATES, "rank_by": "mi_normalized"}, "no such figure. Did you mean mi_normalised"),
        # A classifier that sees the velocity too cannot seek goals on the plane.
        ({"grid": RATES, "features": "obs", "rank_by": "goal_success"}, "goal_success: these runs have no"),
        ({"grid": RATES, "halving": 2, "first_rung": 10_000}, "runs end before it, at 1500 steps"),
        # After 64 steps of warm-up there are pauses at 864 and 1664 steps.
        (
            {"grid": RATES, "halving": 2, "first_rung": 433, "epoch_steps": 800},
            "halving=2: the last rung is at 866 steps, but with epochs of 800 steps",
        ),
        ({"grid": RATES, "pbt": 10_000}, "before the first round"),
        # Eight environments take 13 steps each to make 100.
        (
            {"grid": RATES, "halving": 2, "warmup_steps": 375},
            "halving=2: the first rung is at 375 steps, but",
        ),
        ({"grid": RATES, "halving": 2, "first_rung": 104, "warmup_steps": 100}, "the warm-up of 104 steps"),
        ({"grid": RATES, "pbt": 104, "warmup_steps": 100}, "pbt=104: no run learns in the warm-up of 104"),
        (
            {"grid": RATES, "pbt": 400, "checkpoint_replay": False},
            "checkpoint_replay=false: pbt=400 copies",
        ),
        (
            {"grid": RATES, "pbt": 400, "keep_checkpoints": 1},
            "keep_checkpoints=1: while a run becomes a copy (pbt=400), it would have none. Keep 2 or more.",
        ),
        ({"grid": {"objective": ("diayn", "task")}}, "objective=task: discriminator_hidden_sizes is"),
        ({"grid": RATES, "max_lanes": 4}, "max_lanes=4: these lanes need"),
        ({"grid": RATES, "pbt": 400}, "pbt: all 4 runs train together and need"),
        ({"wandb": "offline"}, "wandb=offline"),
        ({"wandb_project": "mine"}, "wandb_project=mine"),
    ],
)
def test_what_cannot_be_run_here_is_refused_and_leaves_nothing(tmp_path, monkeypatch, options, words):
    if "lanes" in words or "together" in words:
        # The memory has room for two lanes.
        need = memory_plan.LaneMemory(700_000_000, 50_000_000, 800_000_000)
        monkeypatch.setattr(memory_plan, "lane_memory", lambda *_: need)
    with pytest.raises(ConfigError) as error:
        sweep(tmp_path, **options)
    assert words in str(error.value)
    assert not list(tmp_path.rglob("*.json"))
    assert not (tmp_path / "sweeps" / "sweep").exists()


def test_runs_without_skills_have_no_full_figures(tmp_path):
    of_skills = ("num_skills", "discriminator_hidden_sizes")
    fields = {name: value for name, value in FIELDS.items() if name not in of_skills}
    given = {**fields, "objective": "task", "grid": RATES, "rank_by": "probe_mi"}
    with pytest.raises(ConfigError, match="rank_by=probe_mi: these runs have no such figure"):
        diayn_jax.sweep(log_dir=str(tmp_path), name="sweep", say=[].append, **given)


def test_runs_that_would_be_ranked_by_different_figures_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "rank_by", lambda given, objective, known: f"eval/{'qd/score' in known}")
    fields = {name: value for name, value in FIELDS.items() if name != "env"}
    words = "Runs of diayn on pendulum are ranked by eval/False, and others by eval/True. Give one"
    with pytest.raises(ConfigError, match=words):
        diayn_jax.sweep(
            log_dir=str(tmp_path), name="sweep", say=[].append, grid={"env": ("point", "pendulum")}, **fields
        )
    assert not (tmp_path / "sweeps" / "sweep").exists()


def test_lanes_are_split_to_fit(tmp_path, monkeypatch):
    asked = []

    def planned(begun, groups, say):
        asked.extend(begun.programs)
        raise ConfigError("enough")

    monkeypatch.setattr(driving, "_train_in_turn", planned)
    need = memory_plan.LaneMemory(700_000_000, 50_000_000, 860_000_000)
    monkeypatch.setattr(memory_plan, "lane_memory", lambda *_: need)
    with pytest.raises(ConfigError, match="enough"):
        sweep(tmp_path, grid=RATES, seeds=range(2))
    # Three lanes fit, and two divide the runs evenly.
    assert [len(program.lanes) for program in asked] == [2, 2, 2, 2]
    asked.clear()
    with pytest.raises(ConfigError, match="enough"):
        sweep(tmp_path, grid=RATES, seeds=range(2), max_lanes=2, name="other")
    assert [len(program.lanes) for program in asked] == [2, 2, 2, 2]


@pytest.mark.parametrize(
    ("lanes", "most", "on_cpu", "on_gpu"),
    [
        (8, 8, [(8, 8)], [(8, 8)]),
        (8, 3, [(2, 2)] * 4, [(3, 3), (3, 3), (2, 3)]),
        # No number from three to five divides them evenly.
        (7, 5, [(4, 4), (3, 3)], [(4, 4), (3, 4)]),
        # A program with one run counts like any other.
        (3, 2, [(2, 2), (1, 1)], [(2, 2), (1, 2)]),
        (3, 1, [(1, 1)] * 3, [(1, 1)] * 3),
    ],
)
def test_places_of_programs(lanes, most, on_cpu, on_gpu):
    assert plan.places_of(lanes, most, 1, pad=False, equal=True) == on_cpu
    assert plan.places_of(lanes, most, 1, pad=True, equal=False) == on_gpu
    # Workers train at the same time, so each one gets a program, and the sizes are as equal as possible.
    of_workers = plan.places_of(lanes, most, 1, pad=False, equal=False)
    assert [size for size, _ in of_workers] == [size for size, _ in on_gpu]


@pytest.mark.parametrize(
    ("lanes", "most", "devices", "on_cpu", "on_gpu"),
    [
        (8, 8, 2, [(8, 8)], [(8, 8)]),
        (7, 7, 2, [(7, 8)], [(7, 8)]),
        (8, 3, 2, [(2, 2)] * 4, [(2, 2)] * 4),
        (12, 8, 2, [(6, 6)] * 2, [(6, 6)] * 2),
        (7, 5, 2, [(4, 4), (3, 4)], [(4, 4), (3, 4)]),
        # The last program lies over all four devices.
        (9, 8, 4, [(8, 8), (1, 1)], [(8, 8), (1, 8)]),
        # There are fewer lanes than devices, so the devices share each lane.
        (3, 3, 4, [(3, 3)], [(3, 3)]),
        (6, 3, 4, [(3, 3), (3, 3)], [(3, 3), (3, 3)]),
    ],
)
def test_places_are_dealt_out_to_devices(lanes, most, devices, on_cpu, on_gpu):
    assert plan.places_of(lanes, most, devices, pad=False, equal=True) == on_cpu
    assert plan.places_of(lanes, most, devices, pad=True, equal=False) == on_gpu


class LaneLeft(NamedTuple):
    """A lane with steps that remain."""

    name: str
    share_left: float = 0.5


@pytest.mark.parametrize(
    ("at_start", "left", "devices", "slots"),
    [
        (8, "abcd", 2, ["a", "b", "c", "d"]),
        (6, "abc", 2, ["a", "b", "c", ""]),
        # Fewer lanes than devices.
        (8, "abc", 4, ["a", "b", "c"]),
        (5, "abc", 2, None),
        (4, "", 2, None),
    ],
)
def test_the_places_of_a_smaller_program(at_start, left, devices, slots):
    lanes = [LaneLeft(name) for name in left]
    assert scheduler.lanes_to_keep(at_start, lanes, devices) == slots
    almost_done = [lane._replace(share_left=0.05) for lane in lanes]
    assert scheduler.lanes_to_keep(at_start, almost_done, devices) is None


@pytest.mark.parametrize(
    ("objective", "given", "sizes"),
    [
        ("diayn", {"seeds": range(12)}, [12]),
        ("diayn", {"seeds": range(16)}, [8, 8]),
        ("diayn", {"seeds": range(14), "max_lanes": 14}, [14]),
        # Runs that are compared with each other, or share a discriminator, train together.
        ("diayn", {"seeds": range(14), "grid": {"tau": (0.1, 0.2)}, "halving": 2, "first_rung": 100}, [28]),
        ("diayn_islands", {"seeds": range(14)}, [14]),
    ],
)
def test_a_cpu_trains_no_more_lanes_together_than_are_fast(objective, given, sizes, tmp_path):
    fields = {**tiny.FIELDS, "objective": objective, "num_devices": 2}
    spec = specification.make_specification(fields, **given)
    lanes = specification.make_lanes(spec, str(tmp_path), "cpu")
    programs = plan.plan_group(lanes, 0, spec, trust=False).programs
    assert [len(program.lanes) for program in programs] == sizes


@pytest.mark.parametrize(("objective", "slots"), [("diayn", 4), ("diayn_islands", 3)])
def test_islands_have_no_empty_slots_whose_copies_would_count_too(objective, slots, tmp_path):
    fields = {**tiny.FIELDS, "objective": objective, "num_devices": 2}
    spec = specification.make_specification(fields, seeds=range(3))
    lanes = specification.make_lanes(spec, str(tmp_path), "cpu")
    (program,) = plan.plan_group(lanes, 0, spec, trust=False).programs
    assert (len(program.lanes), program.slots) == (3, slots)


STAGES = ["_make_pool", "_begin", "_advance"]


def test_programs_of_one_size_are_compiled_once(tmp_path, monkeypatch):
    """An empty slot does not change a bit of any run, and a killed sweep resumes with it."""
    compiled, ahead, places_of = [], compiling.compile_ahead, plan.places_of
    caches, shared_cache = {}, plan.make_compile_cache

    def counting(function, *args):
        compiled.append(function.__name__)
        return ahead(function, *args)

    def own_cache(plan, lanes):
        """Returns a cache without the programs that other sweeps here have compiled."""
        if lanes not in caches:
            caches[lanes] = shared_cache(plan, lanes)._replace(programs={})
        return caches[lanes]

    monkeypatch.setattr(compiling, "compile_ahead", counting)
    monkeypatch.setattr(plan, "make_compile_cache", own_cache)
    # The device is named as a resume names it.
    fields = {"device": "cpu", "max_lanes": 2}
    with monkeypatch.context() as patch:
        patch.setattr(plan, "places_of", lambda *args, **_: places_of(*args, pad=True, equal=False))
        padded, said = sweep(tmp_path / "padded", seeds=range(3), **fields)
        assert "3 runs of 1.5k steps, 2 programs of up to 2 lanes, compiled once, " in said[1]
        assert compiled == STAGES
        with pytest.raises(Killed):
            sweep(tmp_path / "killed", killed_after=5, seeds=range(3), **fields, **SAVED)
    begun = files.read_checked_json(padded.path / "programs" / "1.json")["begun"]
    assert begun == [{"updates": 0, "lanes": ["s2", ""]}]
    killed, _ = sweep(tmp_path / "killed", resume=True)
    assert_same_sweeps(killed.path, padded.path)
    full, _ = sweep(tmp_path / "full", seeds=(2, 3), **fields)
    assert compiled == STAGES
    tiny.assert_same(final_states(full.path)["s2"][0], final_states(padded.path)["s2"][0])
    # Without empty slots there are two sizes.
    _, said = sweep(tmp_path / "two", seeds=range(3), **fields)
    assert "2 programs of up to 2 lanes, compiled twice, for 2 lanes and for 1, " in said[1]
    assert compiled == STAGES * 2


def test_another_sweep_is_not_gone_on_with(uninterrupted_sweep):
    path = uninterrupted_sweep[0].path
    folder = path.parent.parent
    for options, words in (
        ({"grid": {"learning_rate": (1e-3, 2e-3)}}, "grid differs"),
        ({"seeds": (0, 1, 2)}, "seeds differs"),
        ({"batch_size": 8}, "batch_size differs"),
        ({"discount": 0.9}, "discount differs"),
        ({"max_lanes": 2}, "max_lanes differs"),
    ):
        with pytest.raises(ConfigError, match=words):
            sweep(folder, resume=True, **options)
    with pytest.raises(ConfigError, match="holds a sweep already"):
        sweep(folder, grid=RATES)
    with pytest.raises(ConfigError, match="There is no sweep at"):
        sweep(folder, resume=True, name="swep")
    # The same values may be given again, defaults too, and so may another figure.
    done, _ = sweep(folder, resume=True, **FIELDS, grid=RATES, discount=0.99, rank_by="return_mean")
    assert done.figure == "eval/return_mean"


def test_the_files_of_a_sweep_are_not_believed_blindly(uninterrupted_sweep, tmp_path):
    path = shutil.copytree(uninterrupted_sweep[0].path, tmp_path / "sweeps" / "sweep")
    good = files.read_checked_json(path / "sweep.json")
    started = good["started"]

    def refused(words, **changes):
        files.write_checked_json(path / "sweep.json", {**good, **changes})
        with pytest.raises(ConfigError, match=words):
            sweep_files.read_sweep(path)

    spec = good["specification"]
    refused("format 9", format=9)
    refused("programs", programs=[["../../x"]])
    refused("slots are wrong", slots=[3])
    refused("slots are wrong", slots=[4, 4])
    refused("its device is 'tpu'", resolved={**good["resolved"], "device": "tpu"})
    refused("its device is None", resolved={})
    refused("lacks seeds", specification={k: v for k, v in spec.items() if k != "seeds"})
    refused("does not know", specification={**spec, "configurations": [{"learning_rat": 1}]})
    refused("evil.module", specification={**spec, "fields": {**spec["fields"], "env": "evil.module:make"}})
    refused("evil.module", specification={**spec, "grid": {"objective": ["evil.module:SPEC"]}})
    files.write_checked_json(path / "sweep.json", good)
    assert sweep_files.read_sweep(path)[0].configurations[0] == {"learning_rate": 1e-3}
    # A sweep that began before empty slots existed.
    files.write_checked_json(path / "sweep.json", {k: v for k, v in good.items() if k != "slots"})
    assert sweep_files.read_sweep(path)[2]["slots"] == [4]
    files.write_checked_json(path / "sweep.json", good)
    state = files.read_checked_json(path / "programs" / "0.json")
    for changes, words in (
        ({"started": "other"}, "another sweep"),
        ({"ended": {"x": {"outcome": "finished", "updates": 1}}}, "ended has 'x'"),
        ({"begun": [{"updates": 1, "lanes": ["x"]}]}, "begun has the lanes"),
        ({"decisions": [{"updates": 1, "retired": ["x"]}]}, "retired is"),
        ({"decisions": [{"updates": 1, "env_steps": "9"}]}, "env_steps '9'"),
    ):
        files.write_checked_json(path / "programs" / "0.json", {**state, **changes})
        with pytest.raises(ConfigError, match=words):
            sweep_files.read_state(path, started, 0, NAMES)
    (path / "sweep.json").write_text((path / "sweep.json").read_text().replace("1500", "1600"))
    with pytest.raises(ConfigError, match="checksum"):
        sweep_files.read_sweep(path)
