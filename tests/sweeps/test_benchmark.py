"""Benchmarks: methods on environments, their steps, and the tables of their figures."""

import dataclasses
import functools
import json
from pathlib import Path

import numpy as np
import pytest
import tiny
from runs import share_compiled
from states import leaves

import diayn_jax
from diayn_jax import resolve
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import evaluators
from diayn_jax.sweeps import benchmark as benchmarks
from diayn_jax.sweeps import sweep_files
from experiments import benchmark as command

OWN = ("name", "env", "objective", "num_env_steps", "seed")
METHODS = ("diayn", "metra/ppo")
# The fields of tiny runs that both methods have.
SHARED = resolve.fields_of("diayn", "sac").keys() & resolve.fields_of("metra", "ppo").keys()
FIELDS = {name: value for name, value in tiny.FIELDS.items() if name in SHARED and name not in OWN}


@pytest.fixture(scope="module", autouse=True)
def compiled_once(compiled_trainers):
    """Shares trainers and evaluators, without the costly figures, of which a number of the state is one."""
    with pytest.MonkeyPatch.context() as patch:
        share_compiled(patch, compiled_trainers)
        make_evaluator = evaluators.make_evaluator

        def evaluator_of(*args):
            evaluator = make_evaluator(*args)

            def full(state, seed=None):
                figures, trajectories = evaluator.evaluate_full(state, seed)
                size = sum(np.abs(x).sum() for x in leaves(state.agent).values())
                return {**figures, "eval/policy_coverage": float(size)}, trajectories

            return evaluator._replace(evaluate_full=full)

        patch.setattr(evaluators, "make_evaluator", evaluator_of)
        yield


@pytest.fixture(scope="module")
def found(tmp_path_factory, compiled_once):
    with pytest.MonkeyPatch.context() as patch:
        # Runs that train one after another need a smaller program than two lanes do.
        patch.setattr(benchmarks, "sweep", functools.partial(benchmarks.sweep, max_lanes=1))
        return diayn_jax.benchmark(
            envs=("point",),
            methods=METHODS,
            seeds=(0, 1),
            steps=1500,
            name="two",
            log_dir=str(tmp_path_factory.mktemp("benchmark")),
            **FIELDS,
        )


def runs_of(found, objective):
    """Reads the last figures of an objective's runs from their tables."""
    paths = sorted(path for path in found.sweep.path.glob("point/*") if f"objective={objective}" in path.name)
    return [diayn_jax.load(path) for path in paths]


def test_each_method_trains_with_each_seed(found):
    assert [(row.env, row.method, row.runs, row.failed) for row in found.results] == [
        ("point", "diayn", 2, 0),
        ("point", "metra/ppo", 2, 0),
    ]
    assert [run.config.agent for run in runs_of(found, "metra")] == ["ppo", "ppo"]
    assert [run.config.seed for run in runs_of(found, "diayn")] == [0, 1]


def test_figures_are_means_over_seeds(found):
    for row in found.results:
        for name in ("eval/distance_mean", "eval/policy_coverage", "time/env_steps"):
            own = []
            for path in sorted(found.sweep.path.glob(f"point/*objective={row.method.split('/')[0]}*")):
                rows = (path / "progress.csv").read_text().splitlines()
                head = rows[0].split(",")
                values = [line.split(",")[head.index(name)] for line in rows[1:]]
                own.append(float([value for value in values if value][-1]))
            assert len(own) == 2
            np.testing.assert_allclose(row.figures[name].mean, np.mean(own), rtol=1e-5)
    # METRA has no discriminator.
    assert "eval/mi_normalised" in found.results[0].figures
    assert "eval/mi_normalised" not in found.results[1].figures


def test_the_tables_are_written_and_printed_again(found, capsys):
    page = (found.sweep.path / "benchmark.md").read_text()
    assert "## point" in page
    assert "| metra/ppo | 2 |" in page
    assert (found.sweep.path / "compare.html").exists()
    again = diayn_jax.benchmark(path=found.sweep.path)
    assert again.results == found.results
    assert command.main([str(found.sweep.path), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert [row["method"] for row in document["results"]] == list(METHODS)
    assert found.cells()[0][:3] == ["environment", "method", "runs"]


def test_only_runs_that_ended_count(found):
    """As in a benchmark that was stopped: the first run is unended, and the last has not begun."""
    first, second = found.sweep.rows
    second = second._replace(
        lanes=(second.lanes[0], "point/absent"), figures=(second.figures[0], float("nan"))
    )
    unended = (Path(first.lanes[0]).name, "absent")
    stopped = dataclasses.replace(found.sweep, rows=(first, second), unended=unended, written=())
    assert [row.runs for row in benchmarks._gathered(stopped, trust=False).results] == [1, 1]


def test_a_sweep_that_is_no_benchmark_is_not_continued(found, tmp_path):
    spec = sweep_files.read_sweep(found.sweep.path)[0]._replace(configurations=({"num_skills": 2},))
    sweep_files.write_sweep(tmp_path, spec, [["one"]], [1], {"device": "cpu"})
    with pytest.raises(ConfigError, match=r"is a sweep, but not a benchmark\. Continue it with .*resume"):
        diayn_jax.benchmark(path=tmp_path)


def test_parts_that_do_not_fit_are_refused_before_the_trials(monkeypatch):
    monkeypatch.setattr(benchmarks, "dry_run", lambda *args, **kwargs: pytest.fail("a trial began"))
    with pytest.raises(ConfigError, match="csf gives vectors"):
        diayn_jax.benchmark(envs=("point",), methods=("diayn", "csf/ppo"), seconds=60)


def test_equal_time_gives_each_method_its_own_steps(monkeypatch):
    rates = {"diayn": 100.0, "metra": 2500.0}
    monkeypatch.setattr(benchmarks, "_rate", lambda config, trust, say: rates[config.objective])
    given = {}

    def sweep(**options):
        given.update(options)
        raise KeyboardInterrupt

    monkeypatch.setattr(benchmarks, "sweep", sweep)
    with pytest.raises(KeyboardInterrupt):
        diayn_jax.benchmark(envs=("point",), methods=("diayn", "metra"), seconds=60)
    steps = [(each["objective"], each["num_env_steps"]) for each in given["configurations"]]
    assert steps == [("diayn", 6000), ("metra", 150_000)]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "--envs is empty"),
        ({"envs": ("point",)}, "--methods is empty"),
        ({"envs": ("pont",), "methods": ("diayn",)}, "point"),
        ({"envs": ("point",), "methods": ("diyan",)}, "diayn"),
        ({"envs": ("point",), "methods": ("diayn/sca",)}, "sac"),
        ({"envs": ("point",), "methods": ("task",)}, "task has no skills"),
        ({"envs": ("point", "point"), "methods": ("diayn",)}, "point is given twice"),
        ({"envs": ("point",), "methods": ("diayn", "diayn/")}, "diayn is given twice"),
        ({"envs": ("point",), "methods": ("diayn",)}, "Give --steps for equal steps, or --seconds"),
        ({"envs": ("point",), "methods": ("diayn",), "steps": 1, "seconds": 1}, "one of them"),
        ({"envs": ("point",), "methods": ("diayn",), "steps": 0}, "--steps=0"),
        ({"envs": ("point",), "methods": ("diayn",), "seconds": -1}, "--seconds=-1"),
        ({"envs": ("point",), "methods": ("diayn",), "steps": 9, "objective": "metra"}, "takes --methods"),
        ({"envs": ("point",), "methods": ("diayn", "metra"), "steps": 9, "dual_slack": 1.0}, "dual_slack"),
        ({"path": "runs/x", "steps": 9}, "continued as it began"),
        ({"path": "runs/x", "seeds": (1,)}, "continued as it began"),
        ({"path": "runs/absent"}, "There is no sweep"),
    ],
)
def test_what_cannot_be_compared_is_refused(options, words):
    with pytest.raises(ConfigError) as error:
        diayn_jax.benchmark(**options)
    assert words.replace("--", "") in str(error.value).replace("--", "")
