"""How the benchmarks evaluate measurements; nothing here is timed or trained."""

import argparse
import json
import math
import shlex
import sys
from types import SimpleNamespace

import jax.numpy as jnp
import numpy as np
import pytest
from a_worker import Setting
from probes import tiny_config

from benchmarks import (
    accelerator,
    arguments,
    envs,
    figures,
    finetune,
    hierarchy,
    learn_envs,
    results,
    throughput,
    time_to_quality,
)
from benchmarks.time_to_quality import Result
from benchmarks.worker import (
    Clock,
    Segment,
    Worker,
    WorkerError,
    all_ended,
    alternate,
    alternate_works,
    run_command,
)
from diayn_jax.envs import spec
from diayn_jax.resolve import make_config
from diayn_jax.storage import pretrained
from diayn_jax.sweeps import specification
from diayn_jax.use import loaded_run
from experiments import finetune as experiments_finetune
from experiments import flags, run, sweep


def test_names_are_among_those_that_there_are():
    names = arguments.names_among({"ant": 1, "ant, METRA": 2})
    assert names("ant, METRA;ant") == ["ant, METRA", "ant"]
    with pytest.raises(argparse.ArgumentTypeError, match="there is no 'art'; known are ant; ant, METRA"):
        names("ant;art")


def curve(values, every=15.0):
    return [
        {"wall_seconds": every * (i + 1), "env_steps": i, "updates": i, "figures": {"mi_normalised": value}}
        for i, value in enumerate(values)
    ]


@pytest.mark.parametrize(
    ("values", "seconds"),
    [
        ([0.1, 0.95, 0.2, 0.91, 0.9, 0.3], 60.0),  # a single evaluation does not count
        ([0.9, 0.9], 15.0),
        ([0.1, 0.9], None),
        ([], None),
        ([math.nan, 0.95, 0.95], 30.0),
    ],
)
def test_time_to_is_the_first_of_two_in_a_row(values, seconds):
    assert figures.time_to(curve(values), 0.9) == seconds


def test_at_times_holds_the_last_evaluation():
    found = figures.at_times(curve([0.1, 0.2]), [10, 15, 29, 300], "mi_normalised")
    assert math.isnan(found[0])
    assert found[1:] == [0.1, 0.1, 0.2]


def test_better_setting_gets_there_first_or_furthest():
    never = [Result("a", 0, curve([0.1, 0.3]), {})]
    further = [Result("b", 0, curve([0.2, 0.4]), {})]
    there = [Result("c", 0, curve([0.5, 0.5]), {})]
    assert time_to_quality.better([never, further]) is further
    assert time_to_quality.better([never, there, further]) is there
    assert time_to_quality.better([[Result("d", 0, [], {})], never]) is never


def test_ratio_to_a_censored_peer_is_a_bound():
    name = next(iter(time_to_quality.QDAX_SETTINGS))
    grouped = {"ours": [Result("ours", 0, curve([0.9, 0.9]), {})], name: [Result(name, 0, curve([0.1]), {})]}
    table = time_to_quality.ratio_table(grouped, 600.0)
    assert [row[1:] for row in table.rows] == [["15", "> 600", "> 40.0"]] * 2


def test_ratios_are_taken_within_rounds():
    rounds = [
        {"ours": Segment(1.0, 200, 2), "QDax": Segment(2.0, 200, 2)},
        {"ours": Segment(2.0, 200, 2), "QDax": Segment(8.0, 200, 2)},
    ]
    found = throughput.ratios(
        throughput.steps_per_second(rounds, "ours"), throughput.steps_per_second(rounds, "QDax")
    )
    assert found == [2.0, 4.0]
    assert throughput.seconds_per_iteration(rounds, "QDax") == [1.0, 4.0]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.123, "0.123"),
        (1234.5, "1234"),
        (26_700, "26.7k"),
        (1_500_000, "1.50M"),
        (0, "0"),
        (None, "–"),
        (-2.5, "-2.50"),
    ],
)
def test_number(value, text):
    assert results.number(value) == text


def test_spread():
    assert results.spread([3.0, 1.0, 2.0, 10.0]) == "1.00 / 2.50 / 10.0"


def test_results_hold_no_folders_and_no_nan(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "sys.argv", ["/some/where/throughput.py", "--qdax_python=/home/me/venv/bin/python", "--a=1"]
    )
    table = results.Table("T", ["what", "n"], [["a", "1"]], "A note.")
    as_json, as_text = results.write("name", "Summary.", [table], {"x": math.nan}, tmp_path)
    data = json.loads(as_json.read_text())
    assert data["x"] is None
    assert data["command"] == "python -m benchmarks.throughput --qdax_python=.../python --a=1"
    text = as_text.read_text()
    assert "| a | 1 |" in text
    assert "/home/me" not in text


def test_the_clock_leaves_out_pauses(monkeypatch):
    now = iter([0.0, 2.0, 12.0, 13.0])
    monkeypatch.setattr("benchmarks.worker.time.perf_counter", lambda: next(now))
    clock = Clock()
    with clock.paused():
        pass
    assert clock.seconds() == 3.0


class TestWorker:
    def start(self, **fields):
        return Worker("w", sys.executable, "tests.a_worker", Setting(**fields))

    def test_segments_alternate(self):
        workers = [self.start()]
        with all_ended(workers):
            assert workers[0].wait_for("ready")["iterations"] >= 3
            first, second = alternate(workers, 2)
            assert first["w"].env_steps == second["w"].env_steps > 0
            assert first["w"].seconds > 0
            assert workers[0].stop()["peak_rss_bytes"] > 1e6

    def test_works_of_several_workers_take_turns(self):
        workers = [
            Worker(name, sys.executable, "tests.a_worker", Setting(works=works))
            for name, works in (("one", ["short", "long"]), ("two", ["short"]))
        ]
        with all_ended(workers):
            about = {worker.name: worker.wait_for("ready") for worker in workers}
            rounds = alternate_works(workers, about, 2)
        assert [{name: list(x) for name, x in r.items()} for r in rounds] == [
            {"one": ["short", "long"], "two": ["short"]}
        ] * 2
        assert about["one"]["works"] == ["short", "long"]
        # A call of the long work has twice the steps. Each has three iterations.
        for work, steps in (("short", 10), ("long", 20)):
            segment = rounds[0]["one"][work]
            assert segment.env_steps * 3 == steps * segment.iterations

    def test_a_work_that_there_is_not_is_refused(self):
        worker = self.start(works=["short"])
        with all_ended([worker]):
            worker.wait_for("ready")
            with pytest.raises(WorkerError, match="ended early"):
                worker.segment("long")

    def test_learning_stops_at_its_budget(self):
        worker = self.start(learns=True)
        with all_ended([worker]):
            *evaluations, end = list(worker.messages())
        assert end["event"] == "end"
        assert evaluations
        assert [e["figures"]["number"] for e in evaluations] == list(range(len(evaluations)))

    def test_learning_stops_when_it_has_its_steps(self):
        worker = self.start(learns=True, num_env_steps=35)
        with all_ended([worker]):
            *_, last, end = list(worker.messages())
        # An epoch has ten steps. The last evaluation is at the end.
        assert (last["event"], last["env_steps"]) == ("evaluation", 40)
        assert (end["env_steps"], end["wall_seconds"]) == (40, last["wall_seconds"])

    def test_an_early_end_is_said(self):
        worker = self.start(fails=True)
        with all_ended([worker]), pytest.raises(WorkerError, match=r"w ended early \(exit code 1\)"):
            worker.wait_for("ready")


def test_the_search_for_e_stops_where_the_rate_falls():
    rates = {64: [10.0, 30.0, 20.0], 256: [50.0, 50.0, 50.0], 1024: [40.0, 45.0, 90.0], 4096: [99.0] * 3}
    found = envs.until_it_falls(envs.Measured(e, rates[e], 1.0, 2, "0a1b2c3") for e in rates)
    assert [each.num_envs for each in found] == [64, 256, 1024]
    assert [envs.rate(each) for each in found] == [20.0, 50.0, 45.0]
    rows = envs.table({"gymnasium:A-v1@gym": found}, ["ant (mjx)"]).rows
    shown = ["gymnasium:A-v1", "gym", "256", "50.0 / 50.0 / 50.0", "1.00", "2", "64, 256, 1024", "0a1b2c3"]
    assert rows == [shown]


def test_rates_are_shown_by_name_and_backend():
    def at(*rates):
        return [envs.Measured(64 * 4**i, [each], 1.0, 2, "0a1b2c3") for i, each in enumerate(rates)]

    shown = envs.overview({"ant@spring": at(20.0, 30.0, 25.0), "ant@mjx": at(5.0), "point@jax": at(8e6)})
    assert list(shown.header) == ["environment", "spring", "mjx", "jax"]
    assert shown.rows == [["ant", "30.0", "5.00", "–"], ["point", "–", "–", "8.00M"]]


def test_results_are_added_to_those_of_the_same_machine(tmp_path):
    assert results.earlier("some", tmp_path) == {}
    path, _ = results.write("some", "A summary.", [], {"runs": {"a": 1}}, tmp_path)
    assert results.earlier("some", tmp_path)["runs"] == {"a": 1}
    document = json.loads(path.read_text())
    document["machine"]["processor"] = "another"
    path.write_text(json.dumps(document))
    with pytest.raises(SystemExit, match=r"was measured on another.*Choose another --name"):
        results.earlier("some", tmp_path)
    assert results.earlier("some", tmp_path, any_machine=True)["runs"] == {"a": 1}


@pytest.mark.parametrize(
    ("argument", "shown"),
    [
        ("--out=/a/b/c", "--out=.../c"),
        ("--runs=/a/one,/b/two", "--runs=.../one,.../two"),
        ("--runs=one,/b/two", "--runs=one,.../two"),
        ("--cases=ant,point:jax", "--cases=ant,point:jax"),
        ("--args=--gravity=0.5 --name=x", "--args=--gravity=0.5 --name=x"),
        ("--quick", "--quick"),
    ],
)
def test_folders_of_a_machine_are_not_shown(argument, shown):
    assert results.hide_folders(argument) == shown


def test_a_command_says_what_it_says_and_its_failure_ends_the_benchmark():
    once = ["-n1", "-r1"]
    said = run_command("timeit", [*once, "import os; print(os.environ['TOLD'])"], {"TOLD": "so"}, quiet=True)
    assert said.splitlines()[0] == "so"
    with pytest.raises(SystemExit, match=r"(?s)-m timeit .* ended with 1: .*ZeroDivisionError"):
        run_command("timeit", [*once, "1 / 0"], quiet=True)


def test_cases_are_kept_by_name_or_by_backend():
    assert envs.cases(["hopper:mjx", "point"]) == [("point", "jax"), ("hopper", "mjx")]
    assert envs.cases(["gymnasium"]) == [(name, "gymnasium") for name in ("lunar_lander", "bipedal_walker")]
    assert len(envs.cases([])) > 30


def test_a_run_of_learning_is_a_row():
    run = {
        "config": {
            "config": {"num_skills": 20, "episode_length": 500},
            "resolved": {"backend": "spring", "features": "x", "num_devices": 2},
            "commit": {"hash": "0a1b2c3d4e5f", "dirty": False},
        },
        "env_steps": 2_000_000,
        "training_seconds": 100.0,
        "processor": "a processor",
        "figures": {"eval/mi_normalised": 0.5, "eval/return_best": 12.0},
        "curve": [
            {"time/env_steps": 1e5 * i, "time/wall_seconds": 10.0 * i, "eval/mi_normalised": mi}
            for i, mi in enumerate((0.1, 0.4, 0.6, 0.49, 0.71))
        ],
    }
    other = {**run, "config": {**run["config"], "resolved": {**run["config"]["resolved"], "features": "obs"}}}
    row, with_obs = learn_envs.table({"hopper": run, "hopper@obs": other}).rows
    assert row[:7] == ["hopper", "spring", "x", "20", "500", "2.00M", "100"]
    assert row[7:10] == ["20.0", "40.0", "–"]
    assert row[10:] == ["2", "a processor", "0.500", "–", "–", "–", "12.0", "–", "–", "0a1b2c3"]
    assert with_obs[:3] == ["hopper", "spring", "obs"]
    assert with_obs[-2:] == ["15.6 of 20", "0a1b2c3"]


def test_what_a_run_of_learning_is_told():
    options = argparse.Namespace(steps=0, args="--report=none", log_dir="runs")
    told = learn_envs.arguments("hopper@obs", options)
    assert (told.env, told.num_skills) == ("hopper", 20)
    assert told.args.split() == ["--num_env_steps=2000000", "--features=obs", "--report=none"]
    told = learn_envs.arguments(learn_envs.case("Hopper-v5/spring"), options)
    assert told.env == "hopper"
    assert told.args.split() == ["--num_env_steps=2000000", "--backend=spring", "--report=none"]
    assert learn_envs.case("half-cheetah@obs/native") == "halfcheetah@obs/native"
    # The preset sets the other values.
    assert learn_envs.arguments("pendulum", options).args.split() == ["--report=none"]


@pytest.mark.parametrize("tiny", [False, True])
def test_all_that_an_accelerator_runs_is_a_config(tiny):
    options = argparse.Namespace(tiny=tiny)
    configs = [each.config for each in accelerator.LEARNING if each.module == accelerator.OURS]
    modes = (*accelerator.TRAINING, "environment")
    configs += [accelerator.OF_LANES]
    configs += [accelerator.speed_config(mode, E) for mode in modes for E in accelerator.ENVS]
    for given in configs:
        fields = accelerator.sized(given, options, 8)
        fields = {name: tuple(x) if isinstance(x, list) else x for name, x in fields.items()}
        config = make_config(fields, env_defaults=spec(fields["env"]).defaults, device="gpu")
        assert config.env == ("point" if tiny else given["env"])
        usual = {"metra": 16384, "diayn": 4096}[config.objective] if config.agent == "ppo" else 2048
        assert config.num_envs == (8 if tiny else given.get("num_envs", usual))
    assert {each.figure for each in accelerator.LEARNING} <= set(figures.SHOWN)


@pytest.mark.parametrize(("mode", "replayed"), [("training", 16), ("sparse", 1)])
def test_rows_that_are_replayed_for_each_step(mode, replayed):
    for num_envs in accelerator.ENVS:
        given = accelerator.speed_config(mode, num_envs)
        config = make_config(given, env_defaults=spec("ant").defaults, device="gpu")
        rows = config.updates_per_iteration * config.batch_size
        assert rows == replayed * config.num_envs * config.rollout_length
        assert (config.objective_updates, config.agent_updates) == (1, 1)
    assert mode == "training" or config.batch_size == 256


@pytest.mark.slow
def test_an_accelerators_call_tries_itself_at_a_tiny_size(tmp_path, monkeypatch):
    # Each part is another list of the same processes. Only METRA trains.
    words = ["--tiny", "--only=lanes,learning", "--learn_seconds=1", f"--out={tmp_path}"]
    monkeypatch.setattr(sys, "argv", ["accelerator", *words])
    monkeypatch.setattr(accelerator, "LEARNING", accelerator.LEARNING[1:2])
    accelerator.main()
    found = json.loads((tmp_path / "accelerator.json").read_text())
    assert [set(each) for each in found["lanes"]] == [{"1", "2"}]
    assert all(segment["env_steps"] > 0 for each in found["lanes"] for segment in each.values())
    (learned,) = found["learning"].values()
    assert learned["error"] == ""
    steps = [each["env_steps"] for each in learned["curve"]]
    assert len(steps) > 0
    assert steps == sorted(steps)
    assert all("policy_coverage" in each["figures"] for each in learned["curve"])
    written = (tmp_path / "accelerator.md").read_text()
    assert "Runs in one program" in written
    assert "| ant, METRA by PPO | policy_coverage ≥ 1500 |" in written


def test_what_a_budget_was_not_enough_for_is_said():
    assert accelerator.time_words(12.4, {"wall_seconds": 80.0}) == "12"
    assert accelerator.time_words(None, {"wall_seconds": 33.3}) == "> 33"
    assert accelerator.time_words(None, None) == "–"


def test_coverage_of_skills_that_are_vectors_is_over_fresh_ones(monkeypatch):
    config = tiny_config(objective="metra", skill_space="sphere:2")
    played = []

    def rollouts(state, key, skill, length, *flags):
        played.append((np.asarray(skill), length, flags))
        # Each position is one metre farther along x than the one before it.
        xy = jnp.stack([jnp.arange(len(skill)) + 0.5, jnp.zeros(len(skill))], axis=-1)
        return SimpleNamespace(xy=jnp.stack([xy, xy]), valid=jnp.ones((1, len(skill)), bool))

    evaluator = SimpleNamespace(evaluate=lambda state: ({"eval/score": 1.0}, None), rollouts=rollouts)
    found = figures.evaluate(evaluator, None, config, 0)
    ((skill, length, flags),) = played
    assert found == {"score": 1.0, "policy_coverage": 48.0}
    assert (skill.shape, length, flags) == ((48, 2), 200, (True, False))
    np.testing.assert_allclose(np.linalg.norm(skill, axis=-1), 1.0, rtol=1e-5)
    assert len(np.unique(skill, axis=0)) == 48


@pytest.mark.parametrize("task", hierarchy.TASKS)
@pytest.mark.parametrize("learner", hierarchy.LEARNERS)
def test_what_a_hierarchy_and_a_flat_learner_are_told_is_a_config(task, learner):
    options = argparse.Namespace(task=task, steps=0, args="--report=none")
    words = hierarchy.flags_of(learner, options)
    given = specification.make_specification(flags.parse(words, sweep.COMMAND).overrides)
    (lane,) = specification.make_lanes(given, "runs", "cpu")
    config = lane.config
    assert (config.env, config.objective, config.report) == (task, "task", "none")
    assert config.agent == {"options": "soft_option_critic"}.get(learner, learner)
    # All learners of a task have the same steps, and ten evaluations.
    assert config.num_env_steps == hierarchy.TASKS[task][0] == 10 * int(config.eval_every)
    assert config.on_policy == (learner in ("ppo", "fun"))
    told = hierarchy.flags_of(learner, argparse.Namespace(task=task, steps=500, args=""))
    assert "--num_env_steps=500" in told


def test_a_hierarchys_curve_is_over_the_robots_steps(tmp_path):
    header = "time/env_steps,time/wall_seconds,train/critic_loss,eval/return,eval/success"
    rows = ["100,1.5,0.1,,", "200,2.5,0.1,4.0,0.25", "300,4.0,0.1,6.0,"]
    (tmp_path / "progress.csv").write_text("\n".join([header, *rows, ""]))
    found = hierarchy.curve(tmp_path, per_step=25)
    assert found == [
        {"steps": 5000.0, "seconds": 2.5, "return": 4.0, "success": 0.25},
        {"steps": 7500.0, "seconds": 4.0, "return": 6.0},
    ]


def test_a_hierarchys_row_is_over_its_seeds():
    def points(*returns):
        return [{"steps": 10.0 * i, "seconds": 1.0 * i, "return": x} for i, x in enumerate(returns, 1)]

    curves = {"hiro": [points(1.0, 5.0, 3.0), points(2.0, 4.0, 4.0), []], "sac": [points(7.0)]}
    hiro, sac = hierarchy.table("point_goals", curves).rows
    assert hiro[:3] == ["hiro", "2", "30.0"]
    # The last evaluations are 3 and 4, and the best ones are 5 and 4.
    assert hiro[3].startswith("3.50 (3.00 to 4.00")
    assert hiro[4].startswith("4.50 (4.00 to 5.00")
    assert hiro[5:] == ["–", "3.00"]
    assert sac == ["sac", "1", "10.0", "7.00", "7.00", "–", "1.00"]


def test_how_options_are_used_has_columns_where_a_learner_has_some(tmp_path):
    use = {"option_share_largest": 0.5, "option_entropy": 1.25, "option_length": 8.0}
    curves = {
        "options": [[{"steps": 10.0, "seconds": 1.0, "return": 2.0, **use}]] * 2,
        "sac": [[{"steps": 10.0, "seconds": 1.0, "return": 3.0}], []],
    }
    table = hierarchy.table("pendulum", curves)
    assert table.header[7:] == ["largest option's share", "entropy of options, nats", "steps of an option"]
    options, sac = table.rows
    assert [float(cell.split(" ")[0]) for cell in options[7:]] == [0.5, 1.25, 8.0]
    assert sac[7:] == ["–", "–", "–"]
    path = hierarchy.picture("pendulum", curves, tmp_path / "curves.png")
    assert path.read_bytes().startswith(b"\x89PNG")


def test_what_is_kept_of_a_skill_and_when_scratchs_end_is_reached(tmp_path):
    header = "time/env_steps,eval/return,train/critic_loss"
    rows = ["0,10.0,", "50000,8.0,1.0", "60000,,1.0", "200000,4.0,1.0", "400000,16.0,1.0"]
    (tmp_path / "progress.csv").write_text("\n".join([header, *rows, ""]))
    curve = finetune.read_curve(tmp_path)
    np.testing.assert_array_equal(curve.steps, [0, 50_000, 200_000, 400_000])
    better = finetune.Curve(curve.steps, np.array([10.0, 9.0, 14.0, 16.0]))
    scratch = [finetune.Curve(np.array([0.0, 400_000.0]), np.array([0.0, x])) for x in (11.0, 13.0)]
    found = finetune.figures([curve, better], scratch, choice=10_000)
    # The lowest of both in the first 100k steps is 8; what is lost later is another matter.
    assert (found["own"], found["early"], found["kept"]) == (10.0, 8.0, 0.8)
    # Scratch ends at 12. The first reaches it after 200k + 8/12 · 200k, the other after 50k + 3/5 · 150k.
    steps = [200_000 + 200_000 * 8 / 12, 50_000 + 150_000 * 3 / 5]
    assert found["share_of_steps"] == pytest.approx((np.mean(steps) + 10_000) / 400_000)
    (row,) = finetune.table({"ant": found}).rows
    assert row[:3] == ["ant", "10.0", "0.800"]
    # A skill whose return is not above 0 has no share that is kept.
    lost = finetune.Curve(curve.steps, curve.returns - 20.0)
    assert finetune.figures([lost], scratch, choice=0)["kept"] is None


@pytest.mark.parametrize("robot", finetune.ROBOTS)
def test_what_a_robots_finetuning_is_told_is_a_config(robot):
    row = finetune.ROBOTS[robot]
    if row.pretrained:
        assert row.pretrained in pretrained.names()
        assert not row.skills
    else:
        words = [f"--env={robot}", "--objective=metra", *shlex.split(row.skills)]
        assert loaded_run.make_config(**flags.parse(words, run.COMMAND).overrides).objective == "metra"
    told = flags.parse(
        ["runs/x", *shlex.split(row.finetuning)], experiments_finetune.COMMAND, operands=True
    ).overrides
    assert int(told["num_env_steps"]) >= finetune.EARLY
