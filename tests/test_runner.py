import concurrent.futures
import csv
import dataclasses
import errno
import io
import json
import math
import os
import signal
import struct
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import orbax.checkpoint as ocp
import pytest
import tiny
from PIL import Image
from probes import brittle

import diayn_jax
from diayn_jax import checkpoint, envs, evaluation, logs, rundir, runner, training
from diayn_jax.config import RESUMABLE, ConfigError, make_config
from diayn_jax.show import live

# Steps after each of tiny's epochs, of 464, 864, 1264, 1664 rows: an episode, of 20 steps or, if it is
# an environment's first, of a random number up to that, is followed by a reset, which does not count.
STEPS = [441, 824, 1205, 1584]


class Crash(Exception):
    """A process that ends, as far as files can tell."""


@pytest.fixture(scope="module")
def built():
    return {}


@pytest.fixture
def fast(monkeypatch, built):
    """Builds and compiles each trainer once for all tests, and leaves out the costly figures."""
    make_trainer, make_evaluator = training.make_trainer, evaluation.make_evaluator

    def trainer_of(config, env, mesh=None):
        fixed = [getattr(config, f) for f in vars(config) if f not in RESUMABLE]
        key = (*fixed, config.eval_episodes, config.log_video)
        if key not in built:
            trainer = make_trainer(config, env, mesh)
            built[key] = trainer, make_evaluator(config, trainer)
        return built[key][0]

    def evaluator_of(config, trainer):
        whole = next(e for t, e in built.values() if t.agent is trainer.agent)

        def full(state):
            key = jax.random.key(0)
            trajectories = whole.rollouts(state, key, jnp.arange(3), config.episode_length)
            return {"eval/probe_mi": 0.25}, trajectories

        return whole._replace(full=full)

    monkeypatch.setattr(training, "make_trainer", trainer_of)
    monkeypatch.setattr(evaluation, "make_evaluator", evaluator_of)
    monkeypatch.setattr(runner._Loop, "_compile", lambda self, function, *_: function)


@pytest.fixture
def whole(tmp_path, fast):
    """A run from beginning to end."""
    return runner.run(tiny.config(tmp_path / "whole"), say=lambda _: None)


def run(config, crash_at=None, **options):
    """Runs; gives the run and what it said. Raises `Crash` once a line holds `crash_at`."""
    said = []

    def report(line):
        said.append(line)
        if crash_at is not None and crash_at in line:
            raise Crash

    return runner.run(config, say=report, **options), said


def rows_of(path):
    """Rows of progress.csv, without what a clock measured."""
    with (path / "progress.csv").open() as file:
        rows = list(csv.DictReader(file))
    clock = {"time/wall_seconds", "time/eval_seconds", "time/compile_seconds"}
    return [{k: v for k, v in row.items() if k not in clock and "per_second" not in k} for row in rows]


def files(path):
    return {file: file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


# A whole run


def test_writes_all_of_a_run(whole):
    path = whole.path
    names = {p.name for p in path.iterdir()}
    assert names == {".lock", "config.json", "progress.csv", "skills.json", "checkpoints"}
    document = json.loads((path / "config.json").read_text())
    assert document["config"]["env"] == "point"
    assert document["config"]["features"] == "auto"
    assert document["resolved"]["features"] == "xy"
    assert document["resolved"]["backend"] == "jax"
    assert document["resolved"]["num_devices"] == 1
    assert document["config"]["device"] == "auto"
    assert document["resolved"]["device"] == "cpu"
    assert document["device"]["platform"] == "cpu"
    assert {"python", "jax", "flax", "optax", "brax", "orbax-checkpoint"} <= set(document["versions"])
    assert document["command"]
    assert document["started"]
    if (Path(diayn_jax.__file__).parent.parent / ".git").exists():
        assert len(document["commit"]["hash"]) == 40
        assert isinstance(document["commit"]["dirty"], bool)
    skills = json.loads((path / "skills.json").read_text())
    assert [row["skill"] for row in skills["skills"]] == [0, 1, 2]
    assert skills["env_steps"] == STEPS[-1]
    assert skills["figures"]["eval/probe_mi"] == 0.25
    # An episode of 20 steps has none after 50; JSON has no NaN.
    assert skills["figures"]["eval/mi_after_50"] is None


def test_logs_a_row_for_each_report(whole):
    rows = rows_of(whole.path)
    assert [int(row["time/env_steps"]) for row in rows] == STEPS
    header = list(rows[0])
    assert header[:2] == ["time/env_steps", "time/updates"]
    assert {"train/critic_loss", "eval/mi", "eval/return_skill_2", "eval/probe_mi"} <= set(header)
    assert rows[0]["eval/mi"]
    # The full figures come at the end alone.
    assert [row["eval/probe_mi"] for row in rows] == ["", "", "", "0.25"]
    assert [int(row["time/updates"]) for row in rows] == [50, 100, 150, 200]


def test_rows_come_between_evaluations_too(tmp_path, fast):
    done, _ = run(tiny.config(tmp_path, eval_every=1_000_000))
    rows = rows_of(done.path)
    assert [int(row["time/env_steps"]) for row in rows] == STEPS
    assert [bool(row["eval/mi"]) for row in rows] == [False, False, False, True]


def test_times_go_on(whole):
    rows = logs.read(whole.path)
    for name in ("time/wall_seconds", "time/eval_seconds"):
        values = [row[name] for row in rows]
        assert values == sorted(values)
    assert all(row["time/env_steps_per_second"] > 0 for row in rows)


def test_says_what_it_does(tmp_path, fast):
    done, said = run(tiny.config(tmp_path))
    text = "\n".join(said)
    for words in (
        "point (jax): 3 skills by xy, 8 environments",
        "Devices: 1 of",
        "Replay: 1.6k transitions of 19 bytes, 0.0 MB",
        "Checkpoints: every 700 steps, up to 0.0 MB each",
        f"Writing to {done.path}",
        "steps/s",
        "ETA",
        "MI",
        "skills",
        "accuracy",
        "loss: critic",
        "First checkpoint:",
        "nearest share",
        "eval/mi_normalised",
        "Over episodes of 20 steps; terminate_when_unhealthy: false",
        f"Wrote {done.path / 'skills.json'}",
    ):
        assert words in text, words


def test_keeps_the_last_checkpoints_and_the_best(tmp_path, fast):
    done, _ = run(tiny.config(tmp_path, checkpoint_every=300, keep_checkpoints=1))
    directory = done.path / "checkpoints"
    scores = {int(row["time/env_steps"]): float(row["eval/mi"]) for row in rows_of(done.path)}
    best = max(scores, key=scores.get)
    assert set(checkpoint.steps(directory)) == {best, STEPS[-1]}
    assert checkpoint.best(directory) == best


def test_none_writes_nothing(tmp_path, fast, monkeypatch, whole):
    monkeypatch.chdir(tmp_path)
    before = files(tmp_path)
    done, said = run(tiny.config("none"))
    assert files(tmp_path) == before
    assert done.path is None
    assert "Nothing is written" in "\n".join(said)
    tiny.assert_same(done.state, whole.state)


def test_auto_schedule():
    schedule = runner.make_schedule(tiny.config(eval_every="auto", checkpoint_every="auto"))
    # Twenty times 3 skills × 2 episodes × 20 steps is more than a twentieth of 1500 steps that
    # learn from 2 rows each.
    assert schedule.eval_every == schedule.checkpoint_every == round(20 * 120 / 1.8)
    long = tiny.config(eval_every="auto", checkpoint_every="auto", num_env_steps=1_000_000)
    assert runner.make_schedule(long) == (50_000, 100_000, 10_000)


# Resume


@pytest.mark.parametrize("crash_at", ["29%", "55%", "First checkpoint", "80%", "100%", "eval/mi"])
def test_resumed_equals_uninterrupted(tmp_path, whole, crash_at):
    config = tiny.config(tmp_path)
    with pytest.raises(Crash):
        run(config, crash_at)
    resumed, said = run(config, resume=True)
    found = "has no checkpoint yet: starting from the beginning" in "\n".join(said)
    assert found == (crash_at in ("29%", "55%"))
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)
    assert resumed.figures == pytest.approx(whole.figures, nan_ok=True, abs=0, rel=0)
    assert len(json.loads((resumed.path / "config.json").read_text())["resumed"]) == 1


def test_resumed_twice_on_two_devices(tmp_path, fast):
    fields = {"num_devices": 2}
    whole, _ = run(tiny.config(tmp_path / "whole", **fields))
    config = tiny.config(tmp_path / "cut", checkpoint_every=300, **fields)
    for crash_at in ("55%", "80%"):
        with pytest.raises(Crash):
            run(config, crash_at, resume=crash_at == "80%")
    resumed, said = run(config, resume=True)
    assert "Devices: 2 of" in "\n".join(said)
    assert len(resumed.state.skill.sharding.device_set) == 2
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)


def test_device_count_is_the_saved_one(tmp_path, fast, monkeypatch):
    # As it was asked for: auto. What it came to is what counts.
    config = tiny.config(tmp_path, num_devices="auto")
    with pytest.raises(Crash):
        run(config, "80%")
    monkeypatch.setattr(jax, "device_count", lambda: 1)
    with pytest.raises(ConfigError, match=r"trained on 4 devices, and JAX sees 1.*JAX_NUM_CPU_DEVICES=4"):
        run(config, resume=True)
    monkeypatch.undo()


def test_a_run_goes_on_on_the_kind_of_device_that_it_began_on(tmp_path, whole, monkeypatch):
    config = tiny.config(tmp_path)
    with pytest.raises(Crash):
        run(config, "80%")
    path = tmp_path / "point" / "tiny"
    with monkeypatch.context() as patch:
        patch.setattr(jax, "default_backend", lambda: "gpu")
        with pytest.raises(ConfigError) as caught:
            run(config, resume=True)
    assert str(caught.value).startswith(f"{path} was trained on a CPU, and JAX runs on a GPU,")
    assert "Set JAX_PLATFORMS=cpu" in str(caught.value)
    with pytest.raises(ConfigError, match="--device=gpu: the run has auto, which is cpu"):
        run(dataclasses.replace(config, device="gpu"), resume=True)
    # What `auto` came to may be said; the run keeps what was asked for.
    resumed, _ = run(dataclasses.replace(config, device="cpu"), resume=True)
    tiny.assert_same(resumed.state, whole.state)
    document = json.loads((path / "config.json").read_text())
    assert (document["config"]["device"], document["resolved"]["device"]) == ("auto", "cpu")
    document["resolved"]["device"] = "gpu"
    (path / "config.json").write_text(json.dumps(document))
    monkeypatch.delenv("JAX_PLATFORMS", raising=False)
    with pytest.raises(ConfigError) as caught:
        run(config, resume=True)
    assert str(caught.value).startswith(f"{path} was trained on a GPU, and JAX runs on a CPU,")
    assert "pip install 'diayn_jax[cuda12]'" in str(caught.value)
    assert "--device=cpu" not in str(caught.value)
    assert f"--config={path} without --resume" in str(caught.value)


def test_extends_a_finished_run(tmp_path):
    # With constant rates, which are the same ones however long the run.
    at_once, _ = run(tiny.config(tmp_path / "at_once", anneal=0))
    short, _ = run(tiny.config(tmp_path, anneal=0, num_env_steps=STEPS[1]))
    assert int(short.state.counters.env_steps) == STEPS[1]
    longer, said = run(tiny.config(tmp_path, anneal=0), resume=True)
    assert f"Resumed at step {STEPS[1]}" in "\n".join(said)
    tiny.assert_same(longer.state, at_once.state)
    assert [int(row["time/env_steps"]) for row in rows_of(longer.path)] == STEPS
    assert rundir.read_config(longer.path)[0].num_env_steps == 1500


def test_a_finished_run_is_only_judged_again(tmp_path, whole):
    config = tiny.config(tmp_path / "whole")
    again, said = run(config, resume=True)
    assert "higher --num_env_steps goes on" in "\n".join(said)
    tiny.assert_same(again.state, whole.state)
    assert rows_of(again.path) == rows_of(whole.path)


def test_refuses_to_change_what_the_run_is(tmp_path, fast):
    with pytest.raises(Crash):
        run(tiny.config(tmp_path), "80%")
    before = files(tmp_path)
    changed = tiny.config(tmp_path, seed=5, learning_rate=0.25)
    with pytest.raises(ConfigError, match=r"--seed=5: the run has 0") as caught:
        run(changed, resume=True)
    assert "--learning_rate=0.25: the run has 0.001" in str(caught.value)
    assert "num_env_steps" in str(caught.value)
    assert files(tmp_path) == before


def test_takes_what_was_not_said_from_the_run(tmp_path, whole):
    with pytest.raises(Crash):
        run(tiny.config(tmp_path), "80%")
    # Of these, only the name was said; the rest are defaults of another kind.
    other = tiny.config(tmp_path, seed=5, num_skills=4, num_env_steps=99, eval_every=7)
    resumed, _ = run(other, resume=True, said=["env", "name", "log_dir"])
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)
    with pytest.raises(ConfigError, match="--num_skills=4: the run has 3"):
        run(other, resume=True, said=["name", "num_skills"])


def test_resolved_values_may_be_said(tmp_path, fast):
    with pytest.raises(Crash):
        run(tiny.config(tmp_path), "80%")
    run(tiny.config(tmp_path, features="xy", backend="jax"), resume=True)
    with pytest.raises(ConfigError, match="--features=obs: the run has auto"):
        run(tiny.config(tmp_path, features="obs"), resume=True)


def test_without_a_name_resumes_the_latest_of_this_config(tmp_path, fast):
    for seed in (0, 1, 0, 1):
        with pytest.raises(Crash):
            run(tiny.config(tmp_path, name="", seed=seed), "55%")
    names = sorted(p.name for p in (tmp_path / "point").iterdir())
    assert len(names) == 4
    seed_0 = [name for name in names if rundir.read_config(tmp_path / "point" / name)[0].seed == 0]
    resumed, _ = run(tiny.config(tmp_path, name="", seed=0), resume=True)
    assert resumed.path.name == seed_0[-1]
    with pytest.raises(
        ConfigError, match=r"no run in .* has this config\. Nearest is .*seed=1 \(asked for: 2\)"
    ):
        run(tiny.config(tmp_path, name="", seed=2), resume=True)


def test_the_latest_run_is_found_by_another_length(tmp_path):
    def asked(**said):
        return make_config({"env": "point", "log_dir": str(tmp_path), **said}), {"env", "log_dir", *said}

    config, _ = asked(num_env_steps=30_000)
    path = rundir.create(config)
    rundir.write_config(path, config, {"num_devices": 1}, resumed_at=None)
    longer, said = asked(num_env_steps=60_000)
    assert longer.epoch_steps != config.epoch_steps
    found, goes_on = rundir.find(longer, said)
    assert (found, goes_on.num_env_steps, goes_on.epoch_steps) == (path, 60_000, config.epoch_steps)
    # What is said of epochs is not to be changed.
    with pytest.raises(ConfigError, match=r"Nearest is .* epoch_steps=1500 \(asked for: 2000\)"):
        rundir.find(*asked(num_env_steps=60_000, epoch_steps=2000))


def test_no_run_to_resume(tmp_path, fast):
    with pytest.raises(ConfigError, match="there is no run in"):
        run(tiny.config(tmp_path, name=""), resume=True)
    with pytest.raises(ConfigError, match=r"there is no run .*/tiny\. Leave"):
        run(tiny.config(tmp_path), resume=True)
    with pytest.raises(ConfigError, match="--log_dir=none"):
        run(tiny.config(), resume=True)
    assert files(tmp_path) == {}


def test_a_damaged_checkpoint_costs_the_steps_since_the_one_before(tmp_path, whole):
    config = tiny.config(tmp_path, checkpoint_every=300)
    with pytest.raises(Crash):
        run(config, "100%")
    directory = tmp_path / "point" / "tiny" / "checkpoints"
    bad = directory / str(STEPS[2])
    file = next((bad / "replay").glob("**/d/*"))
    file.write_bytes(file.read_bytes()[:10])
    resumed, said = run(config, resume=True)
    text = "\n".join(said)
    assert f"{bad} is damaged" in text
    assert f"Resumed at step {STEPS[1]}" in text
    assert bad.with_name(f"{STEPS[2]}.unreadable").is_dir()
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)


def test_a_checkpoint_of_another_run_is_refused(tmp_path, whole):
    other, _ = run(tiny.config(tmp_path / "other", seed=1))
    path = whole.path / "checkpoints"
    for step in checkpoint.steps(path):
        (path / str(step)).rename(path.parent / str(step))
    source = other.path / "checkpoints"
    (source / str(STEPS[-1])).rename(path / str(STEPS[-1]))
    before = files(whole.path)
    with pytest.raises(checkpoint.CheckpointError, match="another run: it differs in seed"):
        run(tiny.config(tmp_path / "whole", num_env_steps=3000), resume=True)
    assert files(whole.path) == before


def test_replay_can_be_left_out(tmp_path, fast):
    config = tiny.config(tmp_path, checkpoint_replay=False)
    with pytest.raises(Crash) as _:
        run(config, "80%")
    resumed, said = run(config, resume=True)
    text = "\n".join(said)
    assert "discriminator can collapse" in text
    assert "without learning to fill it" in text
    # As many slices as the warm-up had, then an epoch at a time until the steps are done.
    epochs = (int(resumed.state.counters.updates) - 100) // 50
    assert int(resumed.state.replay.size) == 8 + 50 * epochs
    assert int(resumed.state.counters.env_steps) >= 1500


def test_a_finished_run_without_replay_is_left_as_it_is(tmp_path, fast):
    config = tiny.config(tmp_path, checkpoint_replay=False)
    whole, _ = run(config)
    again, said = run(config, resume=True)
    assert "without learning to fill it" not in "\n".join(said)
    tiny.assert_same(again.state.agent, whole.state.agent)
    assert int(again.state.counters.env_steps) == STEPS[-1]
    assert json.loads((again.path / "skills.json").read_text())["env_steps"] == STEPS[-1]


def test_steps_that_fill_replay_anew_may_be_the_last(tmp_path, fast):
    config = tiny.config(tmp_path, checkpoint_replay=False)
    with pytest.raises(Crash):
        run(config, "80%")
    # Fewer are left than replay takes.
    resumed, _ = run(dataclasses.replace(config, num_env_steps=STEPS[1] + 10), resume=True)
    steps = int(resumed.state.counters.env_steps)
    assert steps > STEPS[1] + 10
    assert int(resumed.state.counters.updates) == 100
    assert json.loads((resumed.path / "skills.json").read_text())["env_steps"] == steps
    assert steps in checkpoint.steps(resumed.path / "checkpoints")


NO_TEXT = b"\xff\xfe{"


def test_a_config_that_is_no_text(tmp_path, whole):
    config = tiny.config(tmp_path / "whole", name="")
    other = whole.path.parent / "other"
    other.mkdir()
    (other / "config.json").write_bytes(NO_TEXT)
    # It is in nobody's way.
    again, _ = run(config, resume=True)
    assert again.path == whole.path
    with pytest.raises(ConfigError, match=r"other/config\.json cannot be read: .*Put back a copy"):
        run(dataclasses.replace(config, name="other"), resume=True)


@pytest.mark.parametrize(
    ("log", "why"),
    [
        (NO_TEXT, "can't decode"),
        (b"time/env_steps,eval/mi\n441,much\n", "much"),
        (b"steps,eval/mi\n441,0.5\n", "no column time/env_steps"),
    ],
)
def test_a_damaged_log_changes_nothing(tmp_path, whole, log, why):
    (whole.path / "progress.csv").write_bytes(log)
    before = files(whole.path)
    with pytest.raises(rundir.RunFileError, match=rf"progress\.csv cannot be read: .*{why}.*move it away"):
        run(tiny.config(tmp_path / "whole", num_env_steps=3000), resume=True)
    assert files(whole.path) == before
    (whole.path / "progress.csv").unlink()
    again, _ = run(tiny.config(tmp_path / "whole"), resume=True)
    assert [int(row["time/env_steps"]) for row in rows_of(again.path)] == [STEPS[-1]]


# Directories


def test_a_run_is_not_written_over(tmp_path, whole):
    before = files(whole.path)
    with pytest.raises(ConfigError, match=r"holds a run already.*--resume"):
        run(tiny.config(tmp_path / "whole"))
    assert files(whole.path) == before


def test_a_run_is_written_by_one_process(tmp_path, whole):
    with rundir.lock(whole.path, print), pytest.raises(ConfigError, match="another process"):
        run(tiny.config(tmp_path / "whole"), resume=True)


def test_where_there_are_no_locks_it_says_so(tmp_path, fast, monkeypatch):
    def fail(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(rundir.fcntl, "flock", fail)
    done, said = run(tiny.config(tmp_path))
    assert f"{done.path} cannot be locked (No locks available): see to it that no other process" in "\n".join(
        said
    )


def test_runs_of_the_same_instant_have_a_directory_each(tmp_path, monkeypatch):
    monkeypatch.setattr(rundir, "run_name", lambda *_: "now")
    config = tiny.config(tmp_path, name="")
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda _: rundir.create(config), range(8)))
    assert {path.name for path in paths} == {"now", *(f"now-{i}" for i in range(2, 9))}


def test_a_directory_of_a_given_name_may_be_there(tmp_path):
    path = tmp_path / "point" / "tiny"
    path.mkdir(parents=True)
    assert rundir.create(tiny.config(tmp_path)) == path


def test_a_directory_that_cannot_be_written(tmp_path, fast):
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match=r"--log_dir=.*file: cannot write .*Not a directory.*none"):
        run(tiny.config(tmp_path / "file"))


def test_names():
    import datetime

    now = datetime.datetime(2031, 4, 5, 6, 7, 8, tzinfo=datetime.UTC)
    assert rundir.run_name(tiny.config(name="", seed=3), now) == "20310405-060708-s3"
    tagged = tiny.config(name="", tags=("num_skills", "policy_hidden_sizes", "features"), features="dims:0")
    assert (
        rundir.run_name(tagged, now)
        == "20310405-060708-s0-num_skills=3-policy_hidden_sizes=8-features=dims_0"
    )
    assert rundir.run_name(tiny.config(tags=("seed",)), now) == "tiny-seed=0"


def test_a_slash_in_an_environments_name_makes_no_folder(tmp_path):
    config = tiny.config(tmp_path, env="gymnasium:folder/World-v0")
    path = rundir.create(config)
    assert path == tmp_path / "gymnasium:folder_World-v0" / "tiny"
    rundir.write_config(path, config, {"num_devices": 1}, resumed_at=None)
    assert rundir.find(config)[0] == path
    assert rundir.find(dataclasses.replace(config, name=""))[0] == path


def made(config):
    """The directory of a run that has only begun."""
    path = rundir.create(config)
    rundir.write_config(path, config, {"num_devices": 1}, resumed_at=None)
    return path


def test_tags_that_are_said_are_a_part_of_the_name(tmp_path):
    plain, tagged = tiny.config(tmp_path), tiny.config(tmp_path, seed=1, tags=("seed",))
    paths = made(plain), made(tagged)
    assert paths[1].name == "tiny-seed=1"
    assert [rundir.find(config)[0] for config in (plain, tagged)] == [*paths]
    whole = dataclasses.replace(tagged, name="tiny-seed=1")
    assert rundir.find(whole)[0] == paths[1]


def test_a_run_of_that_name_of_another_environment_is_told(tmp_path):
    for env in ("point", "gymnasium:folder/World-v0"):
        made(tiny.config(tmp_path, env=env))
    words = (
        "/ant/tiny. There is one of --env=gymnasium:folder/World-v0 and of --env=point. Leave --resume out"
    )
    with pytest.raises(ConfigError) as caught:
        rundir.find(tiny.config(tmp_path, env="ant"))
    assert words in str(caught.value)
    with pytest.raises(ConfigError, match=r"/point/tony\. Did you mean tiny\?"):
        rundir.find(tiny.config(tmp_path, name="tony"))


# Ends


def test_a_signal_saves_and_stops(tmp_path, whole, monkeypatch):
    handlers = [signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM)]
    config, said = tiny.config(tmp_path), []

    def report(line):
        said.append(line)
        if "55%" in line:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(0.5)
        if "SIGTERM: stopping after this epoch" in line:
            announced.set()

    announced = threading.Event()
    stopped = runner.run(config, say=report)
    assert stopped.stopped == signal.SIGTERM
    text = "\n".join(said)
    assert announced.wait(10)
    assert (
        f"Stopped by SIGTERM at step {STEPS[1]}; saved {stopped.path / 'checkpoints' / str(STEPS[1])}" in text
    )
    assert f"--env=point --name=tiny --log_dir={tmp_path} --resume" in text
    assert [signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM)] == handlers
    assert signal.set_wakeup_fd(-1) == -1
    resumed, _ = run(config, resume=True)
    assert resumed.stopped is None
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)


def test_a_signal_at_the_end_is_told_that_it_is_the_end(tmp_path, fast):
    announced, said = threading.Event(), []

    def report(line):
        said.append(line)
        if "nearest share" in line:
            os.kill(os.getpid(), signal.SIGINT)
        if line == "SIGINT: all steps are done, finishing; again: at once.":
            announced.set()

    done = runner.run(tiny.config(tmp_path), say=report)
    assert announced.wait(10)
    assert done.stopped is None
    assert done.skills
    assert not any("stopping" in line for line in said)


@pytest.mark.parametrize("stopped", [False, True])
def test_output_that_nobody_reads_any_more_ends_nothing(tmp_path, whole, capsys, stopped):
    reader, writer = os.pipe()
    said = []

    def report(line):
        said.append(line)
        if "55%" in line:
            os.close(reader)
            if stopped:
                os.kill(os.getpid(), signal.SIGINT)
        os.write(writer, f"{line}\n".encode())

    done = runner.run(tiny.config(tmp_path), say=report)
    os.close(writer)
    assert "55%" in said[-1]
    assert capsys.readouterr().err == "Nobody reads the output any more; the run goes on without it.\n"
    assert done.stopped == (signal.SIGINT if stopped else None)
    assert checkpoint.steps(done.path / "checkpoints")[-1] == STEPS[1 if stopped else -1]
    resumed, _ = run(tiny.config(tmp_path), resume=True)
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)


def test_runs_outside_the_main_thread(fast, whole):
    done = []
    thread = threading.Thread(target=lambda: done.append(run(tiny.config())[0]))
    thread.start()
    thread.join()
    tiny.assert_same(done[0].state, whole.state)


@pytest.mark.parametrize("where", ["loss", "parameter", "statistics"])
def test_nan_stops_the_run(tmp_path, fast, monkeypatch, where):
    make_trainer = training.make_trainer

    def poisoned(config, env, mesh=None):
        trainer = make_trainer(config, env, mesh)
        calls = []

        def epoch(state):
            state, measured = trainer.epoch(state)
            if not isinstance(state.skill, jax.core.Tracer):
                calls.append(None)
            if len(calls) == 3:
                if where == "loss":
                    measured["train/critic_loss"] = jnp.inf * measured["train/critic_loss"]
                elif where == "parameter":
                    agent = jax.tree.map(
                        lambda x: x.at[0].set(jnp.nan) if x.ndim and x.dtype == jnp.float32 else x,
                        state.agent,
                    )
                    state = state.replace(agent=agent)
                else:
                    mean = state.statistics.mean.at[1].set(jnp.nan)
                    state = state.replace(statistics=state.statistics.replace(mean=mean))
            return state, measured

        return trainer._replace(epoch=epoch)

    monkeypatch.setattr(training, "make_trainer", poisoned)
    config = tiny.config(tmp_path, checkpoint_every=300)
    good = tmp_path / "point" / "tiny" / "checkpoints" / str(STEPS[1])
    quantity = {"loss": "train/critic_loss", "parameter": "agent.", "statistics": "statistics.mean"}[where]
    with pytest.raises(
        runner.TrainingDiverged, match=f"NaN or inf at step {STEPS[2]}, in .*{quantity}"
    ) as caught:
        run(config)
    assert f"last good checkpoint is {good}" in str(caught.value)
    assert checkpoint.steps(good.parent) == STEPS[:2]
    assert [int(row["time/env_steps"]) for row in rows_of(good.parent.parent)] == STEPS[:2]


def test_broken_physics_stops_the_run_beyond_a_share(tmp_path, monkeypatch):
    monkeypatch.setattr(envs, "from_config", lambda *_: brittle(life=10))
    fields = {"features": "obs", "eval_every": 10_000, "checkpoint_every": 10_000, "num_env_steps": 450}
    # No episode ends by its limit.
    fields["episode_length"] = 10_000
    # A warm-up of 8 steps and an epoch of 50: 10, 20, …, 50 are broken in half of the environments:
    # 4 · 53 + 4 · 58 real ones.
    with pytest.raises(
        runner.TrainingDiverged,
        match=r"Physics broke down at step 444: 5 % of the epoch's steps of brittle .*"
        r"--max_physics_resets=0.04 allows 4 %. No checkpoint.*another --backend",
    ):
        run(tiny.config(tmp_path, max_physics_resets=0.04, **fields))
    allowed, _ = run(tiny.config(tmp_path, max_physics_resets=0.06, name="allowed", **fields))
    row = rows_of(allowed.path)[0]
    assert float(row["train/physics_resets"]) == 20


def test_a_disk_too_full_for_checkpoints_is_refused_first(tmp_path, fast, monkeypatch):
    monkeypatch.setattr(runner.check, "free_disk", lambda folder: 1000)
    config = tiny.config(tmp_path, keep_checkpoints=100)
    # After 700 and 1400 steps, and at the end.
    with pytest.raises(
        ConfigError, match=rf"--log_dir={tmp_path}: 3 checkpoints .* disk of {tmp_path}/point "
    ):
        run(config)
    assert files(tmp_path) == {}
    assert runner._checkpoints_to_come(dataclasses.replace(config, checkpoint_every=1), None) == 102
    for step in (1, 2):
        (tmp_path / "checkpoints" / str(step)).mkdir(parents=True)
    assert runner._checkpoints_to_come(config, tmp_path) == 1


def test_a_full_disk_keeps_the_checkpoint_before(tmp_path, whole, monkeypatch):
    config, save = tiny.config(tmp_path, checkpoint_every=300), ocp.Checkpointer.save

    def fill(self, path, *args, **kwargs):
        if str(STEPS[2]) in path.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        save(self, path, *args, **kwargs)

    monkeypatch.setattr(ocp.Checkpointer, "save", fill)
    path = tmp_path / "point" / "tiny" / "checkpoints" / str(STEPS[2])
    with pytest.raises(
        checkpoint.CheckpointError, match=rf"No room for the checkpoint {path}: it needs up to"
    ):
        run(config)
    assert checkpoint.steps(path.parent) == STEPS[:2]
    monkeypatch.setattr(ocp.Checkpointer, "save", save)
    resumed, _ = run(config, resume=True)
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)


def test_a_full_disk_under_the_log(tmp_path, fast, monkeypatch):
    def fail(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(rundir.RunFileError, match=r"config\.json cannot be written: No space left.*--resume"):
        run(tiny.config(tmp_path))


# What old versions of protobuf say of tensorboardX.
@pytest.mark.filterwarnings("ignore:Call to deprecated create function:DeprecationWarning")
def test_a_full_disk_under_new_events(tmp_path, fast, monkeypatch):
    import tensorboardX.record_writer

    config = tiny.config(tmp_path, tensorboard=True)
    done, _ = run(config)
    before = logs.event_files(done.path)
    # Its flush fails, and then its close.
    full = io.BufferedWriter(io.FileIO("/dev/full", "w"))
    monkeypatch.setattr(tensorboardX.record_writer, "open_file", lambda _: full)
    with pytest.raises(
        rundir.RunFileError, match=r"events\.out\..* cannot be written: No space left.*--resume"
    ):
        run(config, resume=True)
    assert logs.event_files(done.path) == before


@pytest.mark.filterwarnings("ignore:Call to deprecated create function:DeprecationWarning")
def test_a_full_disk_under_the_events(tmp_path, whole, monkeypatch):
    import tensorboardX.record_writer

    written, writer = [], tensorboardX.RecordWriter
    write, close = writer.write, writer.close

    def fill(self, data):
        written.append(data)
        # The version, then a row for each evaluation.
        if len(written) > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(self, data)

    def fail(self):
        close(self)
        raise OSError(errno.ENOSPC, "No space left on device")

    config = tiny.config(tmp_path, tensorboard=True)
    with monkeypatch.context() as full:
        full.setattr(writer, "write", fill)
        full.setattr(writer, "close", fail)
        with pytest.raises(
            rundir.RunFileError, match=r"events\.out\..* cannot be written: No space left.*--resume"
        ):
            run(config)
    resumed, _ = run(config, resume=True)
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)
    (path,) = logs.event_files(resumed.path)
    assert {step for step, _ in read_events(path)} == set(STEPS)


# Events


def read_events(path):
    """(step, name) of every scalar in an event file: records of length, CRC, protobuf, CRC."""
    from tensorboardX.proto import event_pb2

    found, data = [], path.read_bytes()
    while data:
        (length,) = struct.unpack("<Q", data[:8])
        event = event_pb2.Event.FromString(data[12 : 12 + length])
        found += [(event.step, value.tag) for value in event.summary.value]
        data = data[16 + length :]
    return found


@pytest.mark.filterwarnings("ignore:Call to deprecated create function:DeprecationWarning")
def test_events_join_without_gap_or_repeat(tmp_path, fast):
    whole, _ = run(tiny.config(tmp_path / "whole", tensorboard=True))
    config = tiny.config(tmp_path, tensorboard=True)
    with pytest.raises(Crash):
        run(config, "100%")
    resumed, _ = run(config, resume=True)
    both = [read_events(*logs.event_files(done.path)) for done in (whole, resumed)]
    written = [[event for event in events if not event[1].startswith("time/compile")] for events in both]
    assert sorted(written[0]) == sorted(written[1])
    assert len(set(written[0])) == len(written[0])
    assert {step for step, _ in written[0]} == set(STEPS)


@pytest.mark.filterwarnings("ignore:Call to deprecated create function:DeprecationWarning")
def test_views_of_every_evaluation_join_too(tmp_path, fast, monkeypatch):
    monkeypatch.setattr(runner, "_VIEW_SHARE", math.inf)
    views = {"tensorboard": True, "log_pictures": True, "log_video": 2}
    whole, _ = run(tiny.config(tmp_path / "whole", **views))
    with pytest.raises(Crash):
        run(tiny.config(tmp_path, **views), "100%")
    resumed, _ = run(tiny.config(tmp_path, **views), resume=True)
    seen = []
    for done in (whole, resumed):
        (path,) = logs.event_files(done.path)
        values = [(e.step, x) for e in logs.read_events(path) for x in e.summary.value]
        seen.append([(step, x.tag) for step, x in values if not x.HasField("simple_value")])
        film = next(x.image for step, x in values if x.tag == "skills" and step == STEPS[-1])
        with Image.open(io.BytesIO(film.encoded_image_string)) as gif:
            assert gif.size == (film.width, film.height)
            times = []
            for i in range(gif.n_frames):
                gif.seek(i)
                times.append(gif.info["duration"])
            # Episodes of 20 steps, at 15 a second.
            assert sum(times) == 21 * 70
        picture = next(x.image for step, x in values if x.tag == "traces" and step == STEPS[-1])
        with Image.open(io.BytesIO(picture.encoded_image_string)) as png:
            assert png.size == (picture.width, picture.height)
    assert sorted(seen[0]) == sorted(seen[1])
    names = {"histogram/return", "histogram/episode_length", "histogram/action", "traces", "skills"}
    names |= {f"histogram/log_q_skill_{z}" for z in range(3)}
    assert set(seen[0]) == {(step, name) for step in STEPS for name in names}


def test_pictures_wait_until_they_are_a_small_part_of_the_time(tmp_path, fast, monkeypatch):
    drawn = []

    def picture(trajectories, env, seen, title):
        drawn.append(title)
        time.sleep(0.05)

    monkeypatch.setattr(live, "picture", picture)
    run(tiny.config(tmp_path, tensorboard=True, log_pictures=True))
    # The first, to see that there are any, and the last; between them there was no time.
    assert [title.split(" steps")[0] for title in drawn] == [f"{STEPS[0]:,}", f"{STEPS[-1]:,}"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"log_video": 4, "tensorboard": True}, "--log_video=4: there are 3 skills"),
        ({"log_video": 1}, "--log_video=1: films go to TensorBoard or Weights & Biases"),
        ({"wandb": "offline", "log_dir": "none"}, "--wandb=offline keeps its files in the run's directory"),
    ],
)
def test_what_cannot_be_shown_is_refused_first(tmp_path, fields, words):
    with pytest.raises(ConfigError, match=words):
        runner.run(tiny.config(**{"log_dir": tmp_path, **fields}))
    assert not list(tmp_path.iterdir())


def test_without_weights_and_biases(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "wandb", None)
    monkeypatch.setattr(logs.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"pip install 'diayn_jax\[wandb\]'"):
        runner.run(tiny.config(tmp_path, wandb="offline"))
    assert not list(tmp_path.iterdir())


class Biases:
    """What stands for the module wandb: keeps what it is told."""

    def __init__(self):
        self.begun, self.rows, self.ended = {}, [], False
        self.errors = SimpleNamespace(Error=RuntimeError)

    def init(self, **asked):
        self.begun = asked
        return self

    def Settings(self, **asked):
        return asked

    def Histogram(self, np_histogram):
        return "histogram", np_histogram

    def Image(self, image):
        return "image", image.size

    def Video(self, file, format):  # noqa: A002
        return "video", format, len(file.getvalue())

    def log(self, row, step):
        self.rows.append((step, row))

    def finish(self):
        self.ended = True


def test_weights_and_biases_is_told_what_the_log_is(tmp_path, fast, monkeypatch):
    biases = Biases()
    monkeypatch.setitem(sys.modules, "wandb", biases)
    monkeypatch.setattr(logs.importlib.util, "find_spec", lambda name: name)
    monkeypatch.setattr(runner, "_VIEW_SHARE", math.inf)
    done, _ = run(tiny.config(tmp_path, wandb="offline", log_pictures=True, log_video=1))
    assert biases.ended
    assert (biases.begun["mode"], biases.begun["name"]) == ("offline", "point/tiny")
    assert biases.begun["dir"] == str(done.path)
    assert biases.begun["config"]["num_skills"] == 3
    steps = [step for step, _ in biases.rows]
    assert steps == sorted(steps)
    told = {}
    for step, row in biases.rows:
        told.setdefault(step, {}).update(row)
    assert sorted(told) == STEPS
    for row in logs.read(done.path):
        step = row["time/env_steps"]
        # The last row is written twice, with the clock of the second time.
        logged = {name: x for name, x in row.items() if x is not None and not name.startswith("time/")}
        assert {name: told[step][name] for name in logged} == pytest.approx(logged, rel=0, nan_ok=True)
        assert told[step]["traces"][0] == "image"
        assert told[step]["skills"][:2] == ("video", "gif")
        assert sum(told[step]["histogram/return"][1][0]) == 6


def test_weights_and_biases_that_refuse_leave_the_name_free(tmp_path, fast, monkeypatch):
    biases = Biases()
    monkeypatch.setitem(sys.modules, "wandb", biases)
    monkeypatch.setattr(logs.importlib.util, "find_spec", lambda name: name)

    def refuse(**_):
        raise RuntimeError("no key.")

    with monkeypatch.context() as refusing:
        refusing.setattr(biases, "init", refuse)
        with pytest.raises(ConfigError, match=r"--wandb=online does not start: no key\. Log in"):
            run(tiny.config(tmp_path, wandb="online"))
    done, _ = run(tiny.config(tmp_path, wandb="offline"))
    assert done.path.name == "tiny"


# Other processes

PROGRAM = """
    import sys, time
    import jax
    jax.config.update("jax_num_cpu_devices", 4)
    sys.path.insert(0, "tests")
    import tiny
    from diayn_jax import runner

    def report(line):
        print(line, flush=True)
        if "%" in line:
            time.sleep(1)

    done = runner.run(tiny.config(sys.argv[1]), resume=len(sys.argv) > 2, say=report)
    print("stopped", done.stopped)
"""


def start(program, *arguments):
    root = Path(__file__).parent.parent
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )


def wait_for(process, words):
    """Reads a program's lines until one holds the words."""
    lines = []
    for line in process.stdout:
        lines.append(line)
        if words in line:
            return
    raise AssertionError("".join(lines))


def test_stopped_and_killed_a_run_still_ends_as_if_never_touched(tmp_path, whole):
    directory = tmp_path / "point" / "tiny" / "checkpoints"
    first = start(PROGRAM, tmp_path)
    wait_for(first, f"{STEPS[0]}/")
    first.send_signal(signal.SIGTERM)
    said, _ = first.communicate(timeout=300)
    assert first.returncode == 0
    assert f"stopped {int(signal.SIGTERM)}" in said
    assert "Go on with: python -m experiments.run --env=point --name=tiny" in said
    (stopped_at,) = checkpoint.steps(directory)
    assert stopped_at in STEPS[:2]

    second = start(PROGRAM, tmp_path, "--resume")
    wait_for(second, "80%")
    second.kill()
    second.communicate()
    assert second.returncode == -signal.SIGKILL
    assert checkpoint.steps(directory)[-1] == STEPS[1]

    resumed, said = run(tiny.config(tmp_path), resume=True)
    assert f"Resumed at step {STEPS[1]}" in "\n".join(said)
    tiny.assert_same(resumed.state, whole.state)
    assert rows_of(resumed.path) == rows_of(whole.path)


WAITING = """
    import os, signal, sys, time
    from diayn_jax.signals import StopSignals

    with StopSignals(lambda line: print(line, flush=True), "stopping") as stop:
        print("ready", flush=True)
        if len(sys.argv) > 1:
            for _ in range(2):
                os.kill(os.getpid(), signal.SIGTERM)
        while stop.received is None:
            time.sleep(0.01)
        time.sleep(1.5)
        print("waiting", flush=True)
        time.sleep(60)
"""


def test_the_second_signal_ends_a_process_at_once():
    process = start(WAITING)
    wait_for(process, "ready")
    process.send_signal(signal.SIGINT)
    wait_for(process, "SIGINT: stopping; again: at once.")
    wait_for(process, "waiting")
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert process.returncode == 128 + signal.SIGTERM


def test_a_signal_that_comes_twice_at_once_is_one():
    process = start(WAITING, "twice")
    wait_for(process, "SIGTERM: stopping; again: at once.")
    wait_for(process, "waiting")
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 128 + signal.SIGINT
