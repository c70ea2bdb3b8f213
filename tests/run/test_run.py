"""A whole run, and how it ends."""

import itertools
import json
from pathlib import Path
from types import SimpleNamespace

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from probes import brittle
from runs import STEPS, contents, rows_of, run, share_compiled

import diayn_jax
from diayn_jax import envs, training
from diayn_jax.machine import aot
from diayn_jax.run import compiling, divergence, loop, plan, schedule
from diayn_jax.run.divergence import TrainingDiverged
from diayn_jax.storage import checkpoint, logs

compile_all = compiling.CompileCache.compile_all


def test_writes_all_of_a_run(uninterrupted_run):
    path = uninterrupted_run.path
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
    # An episode of 20 steps has no step 50, and JSON has no NaN.
    assert skills["figures"]["eval/mi_after_50"] is None


def test_logs_a_row_for_each_report(uninterrupted_run):
    rows = rows_of(uninterrupted_run.path)
    assert [int(row["time/env_steps"]) for row in rows] == STEPS
    header = list(rows[0])
    assert header[:2] == ["time/env_steps", "time/updates"]
    assert {"train/critic_loss", "eval/mi", "eval/return_skill_2", "eval/probe_mi"} <= set(header)
    assert rows[0]["eval/mi"]
    # Only the end has the full figures.
    assert [row["eval/probe_mi"] for row in rows] == ["", "", "", "0.25"]
    assert [int(row["time/updates"]) for row in rows] == [50, 100, 150, 200]


def test_rows_come_between_evaluations_too(tmp_path, shared_compilation):
    done, _ = run(tiny.config(tmp_path, eval_every=1_000_000))
    rows = rows_of(done.path)
    assert [int(row["time/env_steps"]) for row in rows] == STEPS
    assert [bool(row["eval/mi"]) for row in rows] == [False, False, False, True]


def test_times_go_on(uninterrupted_run):
    rows = logs.read(uninterrupted_run.path)
    for name in ("time/wall_seconds", "time/eval_seconds"):
        values = [row[name] for row in rows]
        assert values == sorted(values)
    assert all(row["time/env_steps_per_second"] > 0 for row in rows)


def test_evaluation_is_compiled_behind_the_first_epoch(tmp_path, shared_compilation, monkeypatch):
    compile_ahead, advanced, compiled_at = compiling.compile_ahead, [], []

    def counting(function, *args):
        compiled = compile_ahead(function, *args)

        def call(*args):
            advanced.append(function.__name__)
            return compiled(*args)

        return call

    monkeypatch.setattr(compiling, "compile_ahead", counting)
    monkeypatch.setattr(aot.Ahead, "compile", lambda self, *_: compiled_at.append(advanced.count("_advance")))
    run(tiny.config(tmp_path))
    # The warm-up and the first epoch.
    assert compiled_at == [2]
    assert advanced.count("_advance") > 2
    # A run that has its steps needs no epoch, and compiles only what it plays.
    run(tiny.config(tmp_path), resume=True)
    assert compiled_at == [2]


def test_all_is_compiled_before_there_is_a_replay(tmp_path, shared_compilation, monkeypatch):
    done = []

    def noting(function, *args):
        compiled = aot.compile_ahead(function, *args)
        name = function.__name__
        done.append(("compiled", name))

        def call(*args):
            done.append(("ran", name))
            return compiled(*args)

        call.output_shardings = compiled.output_shardings
        return call

    monkeypatch.setattr(compiling, "compile_ahead", noting)
    monkeypatch.setattr(compiling.CompileCache, "compile_all", compile_all)
    run(tiny.config(tmp_path, num_devices=2))
    stages = ["_make_pool", "_begin", "_advance"]
    assert done[:6] == [*(("compiled", name) for name in stages), *(("ran", name) for name in stages)]
    assert "compiled" not in dict(done[6:])


def test_nan_and_inf_are_found_in_their_lane_by_name():
    tree = {"net": [np.ones((3, 2, 2)), np.ones((3, 4), np.int32)], "rate": np.ones(3, np.float16)}
    tree["net"][0][1, 0, 1] = np.nan
    tree["rate"][[1, 2]] = [-np.inf, np.inf]
    lanes = jax.tree.map(jnp.asarray, tree)
    assert divergence.all_finite(lanes, 3).tolist() == [True, False, False]
    names = [divergence.names_not_finite(lanes, 3, lane) for lane in range(3)]
    assert names == [[], ["net.0", "rate"], ["rate"]]
    # Those of a single run are not stacked.
    alone = jax.tree.map(lambda x: x[2], lanes)
    assert divergence.all_finite(alone, 1).tolist() == [False]
    assert divergence.names_not_finite(alone, 1, 0) == ["rate"]


@pytest.mark.parametrize(
    ("bad", "named"),
    [
        (["loss"], "in loss."),
        (["a", "b", "c"], "in a, b and 1 more."),
        (["a", "statistics.mean", "b", "c"], "in statistics.mean and 3 more."),
    ],
)
def test_two_quantities_are_named_and_the_others_counted(tmp_path, bad, named):
    check = divergence.DivergenceCheck(plan.make_plan(tiny.config(tmp_path)), print)
    assert f"NaN or inf at step 7, {named} Last." in check.why_not_finite(bad, 7, "Last.")


def test_records_of_functions_have_short_reprs(tmp_path):
    trainer = training.make_trainer(tiny.config(tmp_path), envs.make("point"))
    for record in (trainer, trainer.stages, trainer.components, trainer.learner, trainer.env):
        assert repr(record).startswith(f"{type(record).__name__}(")
        assert len(repr(record)) < 300
    assert "name='point', backend='jax', observation_size=2" in repr(trainer.env)


def test_the_rate_is_of_the_epoch_alone(tmp_path, shared_compilation, monkeypatch):
    # By this clock an epoch takes two seconds, and compiling beside it takes a thousand.
    now = [0.0]
    compile_ahead, finite = compiling.compile_ahead, divergence.all_finite

    def compiles(function, *args):
        now[0] += 1000.0
        compiled = compile_ahead(function, *args)

        def call(*args):
            now[0] += 2.0 if function.__name__ == "_advance" else 0.0
            return compiled(*args)

        return call

    def checks(*args):
        now[0] += 1000.0
        return finite(*args)

    monkeypatch.setattr(loop, "time", SimpleNamespace(perf_counter=lambda: now[0]))
    monkeypatch.setattr(compiling, "compile_ahead", compiles)
    monkeypatch.setattr(loop, "all_finite", checks)
    done, _ = run(tiny.config(tmp_path, eval_every=1_000_000))
    rates = [row["time/env_steps_per_second"] for row in logs.read(done.path)]
    assert 150 < rates[0] <= STEPS[0] / 2
    assert rates[1:] == [(after - before) / 2 for before, after in itertools.pairwise(STEPS)]


def test_says_what_it_does(tmp_path, shared_compilation):
    done, said = run(tiny.config(tmp_path))
    text = "\n".join(said)
    for words in (
        "point (jax), diayn: 3 skills by xy, 8 environments",
        "Devices: 1 of",
        "Replay: 1.6k transitions of 23 bytes, 0.0 MB",
        "Memory: about 1.0 GB of ",
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
    assert "breaks down" not in text


def test_keeps_the_last_checkpoints_and_the_best(tmp_path, shared_compilation):
    done, _ = run(tiny.config(tmp_path, checkpoint_every=300, keep_checkpoints=1))
    directory = done.path / "checkpoints"
    scores = {int(row["time/env_steps"]): float(row["eval/mi"]) for row in rows_of(done.path)}
    best = max(scores, key=scores.get)
    assert set(checkpoint.steps(directory)) == {best, STEPS[-1]}
    assert checkpoint.best(directory) == best


def test_none_writes_nothing(tmp_path, shared_compilation, monkeypatch, uninterrupted_run):
    monkeypatch.chdir(tmp_path)
    before = contents(tmp_path)
    done, said = run(tiny.config("none"))
    assert contents(tmp_path) == before
    assert done.path is None
    assert "Nothing is written" in "\n".join(said)
    tiny.assert_same(done.state, uninterrupted_run.state)


def test_auto_schedule():
    timing = schedule.make_schedule(tiny.config(eval_every="auto", checkpoint_every="auto"), 3)
    # An evaluation has 3 skills × 2 episodes × 20 steps. Twenty times this is more than a tenth of the
    # run's 1500 steps, each of which learns from 2 rows.
    assert timing.eval_every == round(20 * 120 / 1.8) == 1333
    # The run has ten checkpoints, the ninth of them at the evaluation.
    assert timing.checkpoint_every == 148
    for eval_every, checkpoint_every in ((100, 200), (150, 150), (700, 140), (1500, 150), (15_000, 150)):
        timing = schedule.make_schedule(tiny.config(eval_every=eval_every, checkpoint_every="auto"), 3)
        assert timing.checkpoint_every == checkpoint_every
    long = tiny.config(eval_every="auto", checkpoint_every="auto", num_env_steps=1_000_000)
    assert schedule.make_schedule(long, 3) == (100_000, 100_000, 10_000)


@pytest.mark.parametrize("where", ["loss", "parameter", "statistics"])
def test_nan_stops_the_run(tmp_path, shared_compilation, monkeypatch, where):
    compiled, calls = training.compiled, []

    def poisoned(trainer, lanes=False):
        functions = compiled(trainer, lanes)

        def advance(state, pool, phase):
            state, measured = functions.stages.advance(state, pool, phase)
            calls.extend([None] * bool(phase.learns))
            if phase.learns and len(calls) == 3:
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

        return functions._replace(stages=functions.stages._replace(advance=advance))

    monkeypatch.setattr(training, "compiled", poisoned)
    config = tiny.config(tmp_path, checkpoint_every=300)
    good = tmp_path / "point" / "tiny" / "checkpoints" / str(STEPS[1])
    quantity = {"loss": "train/critic_loss", "parameter": "agent.", "statistics": "statistics.mean"}[where]
    with pytest.raises(TrainingDiverged, match=f"NaN or inf at step {STEPS[2]}, in .*{quantity}") as caught:
        run(config)
    advice = "the reset of point (jax) gives" if where == "statistics" else "Lower --reward_scale"
    assert advice in str(caught.value)
    assert f"last good checkpoint is {good}" in str(caught.value)
    assert checkpoint.steps(good.parent) == STEPS[:2]
    assert [int(row["time/env_steps"]) for row in rows_of(good.parent.parent)] == STEPS[:2]


# The agent with the smallest program among those of one policy and a replay.
SMALL = {"agent": "td3"}


def test_broken_physics_stops_the_run_beyond_a_share(tmp_path, monkeypatch):
    share_compiled(monkeypatch, {})
    monkeypatch.setattr(envs, "from_config", lambda *_, **__: brittle(life=10))
    fields = {"features": "obs", "eval_every": 10_000, "checkpoint_every": 10_000, "num_env_steps": 450}
    fields |= SMALL
    # The time limit ends no episode.
    fields["episode_length"] = 10_000
    # The warm-up has 8 steps, and an epoch has 50. In half of the environments, steps 10, 20, …, 50 break.
    # The real steps are 4 · 53 + 4 · 58.
    with pytest.raises(
        TrainingDiverged,
        match=r"Physics broke down at step 444: 5 % of the epoch's steps of brittle .*"
        r"--max_physics_resets=0.04 allows 4 %. No checkpoint.*another --backend",
    ):
        run(tiny.config(tmp_path, max_physics_resets=0.04, **fields))
    allowed, _ = run(tiny.config(tmp_path, max_physics_resets=0.06, name="allowed", **fields))
    row = rows_of(allowed.path)[0]
    assert float(row["train/physics_resets"]) == 20


def test_a_reward_that_is_never_a_number_is_told_as_that_and_as_all_of_the_steps(tmp_path, monkeypatch):
    share_compiled(monkeypatch, {})
    good = brittle()
    step = good.step
    env = good._replace(step=lambda *args: step(*args).replace(reward=jnp.full(8, jnp.nan)))
    monkeypatch.setattr(envs, "from_config", lambda *_, **__: env)
    with pytest.raises(
        TrainingDiverged,
        match=r"The reward of brittle \(test\) was NaN or huge .*, in 100 % of the epoch's steps",
    ) as caught:
        run(tiny.config(tmp_path, features="obs", **SMALL))
    assert "Correct the reward of its step" in str(caught.value)
    assert "actuator" not in str(caught.value)


@pytest.mark.parametrize("where", ["obs", "features"])
def test_a_reset_that_gives_nan_is_told_before_anything_is_learnt(tmp_path, monkeypatch, where):
    share_compiled(monkeypatch, {})
    good = brittle()

    def reset(keys):
        first = good.reset(keys)
        spoilt = {"obs": first.obs, "features": first.features["double"]}[where].at[3].set(jnp.nan)
        return first.replace(**{where: spoilt if where == "obs" else {"double": spoilt}})

    monkeypatch.setattr(envs, "from_config", lambda *_, **__: good._replace(reset=reset))
    config = tiny.config(tmp_path, features="double", **SMALL)
    with pytest.raises(TrainingDiverged) as caught:
        run(config)
    assert "the reset of brittle (test) gives an observation or a feature that is NaN" in str(caught.value)
    assert "learning rate" not in str(caught.value)
    assert rows_of(tmp_path / "point" / config.name) == []


def test_an_environment_that_breaks_down_in_every_episode_is_told_once(tmp_path, monkeypatch):
    share_compiled(monkeypatch, {})

    def spoil(stepped):
        bad = (stepped.state >= 15) & (jnp.arange(stepped.state.size) == 5)
        return stepped.replace(obs=jnp.where(bad[:, None], jnp.nan, stepped.obs))

    good = brittle(life=10**6)
    env = good._replace(step=lambda state, action: spoil(good.step(state, action)))
    monkeypatch.setattr(envs, "from_config", lambda *_, **__: env)
    _, said = run(tiny.config(tmp_path, features="obs", max_physics_resets=0.1, **SMALL))
    (line,) = [line for line in said if "breaks down" in line]
    assert line.startswith(
        "Physics of brittle (test) breaks down in about every episode of environment 5 (there are 8 in all). "
    )
