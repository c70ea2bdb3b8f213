"""`diayn sweep --dry_run`: what a sweep would do, and for how long."""

import json
import signal
import time
from types import SimpleNamespace

import numpy as np
import pytest
import tiny

from diayn_jax import training
from diayn_jax.config import ConfigError
from diayn_jax.sweeps import dry_run, programs
from diayn_jax.use import dry_run as of_a_run
from experiments import interrupt, sweep

FIELDS = {name: value for name, value in tiny.FIELDS.items() if name not in ("name", "checkpoint_every")}
FIELDS["agent"] = "td3"  # the smallest program among those of one policy and a replay
RATES = (1e-3, 3e-3, 1e-2, 3e-2)


@pytest.fixture
def timed(monkeypatch):
    """Replaces the trial: it compiles in 7 s and takes 100 steps a second. Collects numbers of lanes."""
    lanes = []

    def trial(functions, key, hparams):
        lanes.append(key.shape[0] if key.shape else 1)
        return of_a_run.Trial(2.0, 5.0, 100.0)

    monkeypatch.setattr(of_a_run, "timed", trial)
    return lanes


def planned(tmp_path, say=lambda line: None, **options):
    return dry_run.dry_run_sweep(**{**FIELDS, "log_dir": str(tmp_path / "new/runs"), **options}, say=say)


def test_the_time_is_that_of_all_programs(tmp_path, timed):
    found = planned(tmp_path, grid={"learning_rate": RATES}, seeds=(0, 1), max_lanes=4)
    assert timed == [4]
    # Eight runs of 1500 steps in two programs, which are compiled once.
    assert found.seconds == pytest.approx(7 + 8 * 1500 / 100)
    assert [row["learning_rate"] for row in found.configurations] == list(RATES)
    assert list(tmp_path.iterdir()) == []


def test_each_group_has_its_time(tmp_path, timed):
    said = []
    found = planned(tmp_path, said.append, grid={"critic_layer_norm": (True, False)}, seeds=(0,))
    assert timed == [1, 1]
    assert [group.seconds for group in found.groups] == [pytest.approx(7 + 15)] * 2
    assert found.seconds == pytest.approx(44)
    assert said[:3] == [
        "Configurations, each with the seed 0",
        *(f"  critic_layer_norm={x}" for x in ("true", "false")),
    ]
    assert said[-2].startswith("Group 2: about 7 s until the first epoch has run, then 100 steps/s")
    assert said[-1] == "In all: 0.7 min without evaluations and pictures"


def test_halving_trains_fewer_runs_after_each_rung(tmp_path, timed):
    found = planned(tmp_path, grid={"learning_rate": RATES}, seeds=(0, 1), halving=2, first_rung=400)
    # Eight runs up to 400 steps, four up to 800, two to the end at 1500: three epochs are compiled.
    assert found.seconds == pytest.approx(2 + 3 * 5 + (8 * 400 + 4 * 400 + 2 * 700) / 100)


def test_the_compilation_of_an_epoch_counts_as_the_epochs(monkeypatch):
    """The first call of each stage compiles: for 10, 20 and 40 s. An epoch of 300 steps takes 3 s."""
    now, compiling = [0.0], {"make_pool": 10.0, "begin": 20.0, "advance": 40.0}
    monkeypatch.setattr(time, "perf_counter", lambda: now[0])

    def stage(name):
        now[0] += compiling.pop(name, 0.0)

    def advance(state, pool, phase):
        stage("advance")
        now[0] += phase.iterations / 100
        return SimpleNamespace(
            key=0, counters=SimpleNamespace(env_steps=state.counters.env_steps + phase.iterations)
        ), {}

    begun = SimpleNamespace(key=0, counters=SimpleNamespace(env_steps=np.zeros(1, int)))
    stages = training.Stages(
        lambda key: stage("make_pool"), lambda *_: stage("begin") or begun, advance, 100, 300
    )
    functions = SimpleNamespace(stages=stages, init=stages.init, epoch=stages.epoch)
    # Another number of lanes compiles all but the first state anew. The warm-up takes 1 s.
    assert of_a_run.timed(functions, 0, {}) == (20.0, 10 + 40 + 1 + 3, 100.0)


def test_what_a_sweep_would_refuse_is_refused_and_leaves_nothing(tmp_path, timed):
    with pytest.raises(ConfigError, match=r"num_envs"):
        planned(tmp_path, num_envs=10**9)
    assert (list(tmp_path.iterdir()), timed) == ([], [])


def test_a_folder_that_cannot_be_written_is_refused_as_by_the_sweep(tmp_path, timed):
    (tmp_path / "new").touch()
    with pytest.raises(ConfigError, match=r"--log_dir=\S*new/runs: .* Choose another --log_dir\.$"):
        planned(tmp_path)
    assert timed == []


def test_what_exists_stays(tmp_path, timed):
    # Another process may have just begun a sweep there, and hold its lock.
    lock = tmp_path / "new/runs/sweeps/mine/.lock"
    (lock.parent / "point").mkdir(parents=True)
    lock.touch()
    before = set(tmp_path.rglob("*"))
    planned(tmp_path, name="mine")
    assert set(tmp_path.rglob("*")) == before


def test_the_trial_trains(tmp_path, monkeypatch):
    monkeypatch.setattr(of_a_run, "_SECONDS", 0.01)
    found = planned(tmp_path, seeds=(0, 1))
    (group,) = found.groups
    assert group.env_steps_per_second > 100
    assert found.seconds > group.compile_seconds > 0


@pytest.mark.usefixtures("no_start", "timed")
def test_the_command_prints_lines_or_json(tmp_path, capsys):
    words = [f"--{name}={','.join(map(str, x)) if isinstance(x, tuple) else x}" for name, x in FIELDS.items()]
    words = [word.replace("=False", "=false") for word in words]
    words += [f"--log_dir={tmp_path}", "--seeds=0..2", "--dry_run"]
    assert sweep.main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "One configuration, with the seeds 0..2"
    assert lines[-1] == "In all: 0.9 min without evaluations and pictures"
    assert sweep.main([*words, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["seeds"], document["seconds"]) == ([0, 1, 2], 7 + 45)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("no_start", "timed")
def test_ctrl_c_leaves_no_folders(tmp_path, monkeypatch):
    def planned(*args, **more):
        signal.raise_signal(signal.SIGINT)

    # As if a shell had started the command.
    monkeypatch.setattr(interrupt, "_end", lambda *_: pytest.fail("The process would end at once."))
    before = signal.signal(signal.SIGINT, interrupt._end)
    monkeypatch.setattr(programs, "planned", planned)
    try:
        assert sweep.main(["--env=point", f"--log_dir={tmp_path}", "--dry_run"]) == 130
    finally:
        signal.signal(signal.SIGINT, before)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("flag", ["resume", "cluster"])
def test_it_is_for_a_new_sweep_in_this_process(flag, capsys):
    words = ["--resume", "--name=x"] if flag == "resume" else ["--cluster=auto"]
    assert sweep.main(["--dry_run", *words]) == 2
    assert f"Leave --{flag} out" in capsys.readouterr().err
