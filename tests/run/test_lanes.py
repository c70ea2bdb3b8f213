"""Several runs that train as lanes of one program."""

import json
import os
import re
import shutil
import signal

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from runs import contents, rows_of, run

from diayn_jax.config import ConfigError
from diayn_jax.evaluation import evaluators
from diayn_jax.run import loop, plan
from diayn_jax.run.divergence import TrainingDiverged
from diayn_jax.storage import checkpoint
from diayn_jax.use import loaded_run, training_run

# After two epochs the first lane has 824 steps and the second has 823, so the second continues alone. The
# third lane diverges at once.
LANES = {
    "first": {"seed": 0},
    "second": {"seed": 4, "learning_rate": 5e-4},
    "diverging": {"seed": 2, "learning_rate": 1e30},
}
# The agent has the smallest programs among those of one policy and a replay.
FIELDS = {"num_env_steps": 824, "agent": "td3"}


def without_costly_figures(patch):
    make_evaluator, made = evaluators.make_evaluator, []

    def cheaper(config, trainer):
        made.append(config.seed)
        evaluator = make_evaluator(config, trainer)

        def full(state, seed=0):
            del seed
            key, skill = jax.random.key(0), jnp.arange(config.num_skills)
            return {"eval/probe_mi": 0.25}, evaluator.rollouts(state, key, skill, config.episode_length)

        return evaluator._replace(evaluate_full=full)

    patch.setattr(evaluators, "make_evaluator", cheaper)
    return made


@pytest.fixture(scope="module")
def patched():
    with pytest.MonkeyPatch.context() as patch:
        yield without_costly_figures(patch)


@pytest.fixture(scope="module")
def driven(tmp_path_factory, patched):
    """Returns the lanes by name, the output, and the first lane's files at its end."""
    folder, said, done = tmp_path_factory.mktemp("lanes"), [], {}
    configs = [tiny.config(folder, name=name, **FIELDS, **own) for name, own in LANES.items()]

    def say(line):
        said.append(line)
        if line.startswith("[first] Wrote") and line.endswith("checkpoints"):
            done.update(contents(folder / "point" / "first"))

    results = loop.drive(plan.make_lane_plans(configs), say=say)
    return dict(zip(LANES, results, strict=True)), "\n".join(said), done


@pytest.mark.parametrize("name", ["first", "second"])
def test_a_lane_is_its_own_run(driven, tmp_path, shared_compilation, name):
    lane = driven[0][name]
    alone, _ = run(tiny.config(tmp_path, name=name, **FIELDS, **LANES[name]))
    assert lane.failure is None
    assert lane.stopped is None
    for part in ("agent", "objective", "statistics", "env", "skill", "hparams"):
        for x, y in zip(
            jax.tree.leaves(getattr(lane.state, part)),
            jax.tree.leaves(getattr(alone.state, part)),
            strict=True,
        ):
            np.testing.assert_allclose(np.asarray(x), np.asarray(y), rtol=1e-4, atol=1e-4)
    assert int(lane.state.counters.env_steps) == int(alone.state.counters.env_steps)
    rows, expected = rows_of(lane.path), rows_of(alone.path)
    assert [row["time/env_steps"] for row in rows] == [row["time/env_steps"] for row in expected]
    for row, other in zip(rows, expected, strict=True):
        for key in ("train/critic_loss", "train/discriminator_loss"):
            assert float(row[key]) == pytest.approx(float(other[key]), rel=1e-3)
        # Evaluations use the lane's own seed.
        figures = [key for key in other if key.startswith("eval/")]
        assert len(figures) > 20
        for key in figures:
            assert bool(row[key]) == bool(other[key]), key
            if other[key]:
                assert float(row[key]) == pytest.approx(float(other[key]), rel=1e-2, abs=1e-2, nan_ok=True), (
                    key
                )
    config = json.loads((lane.path / "config.json").read_text())["config"]
    assert {key: config[key] for key in LANES[name]} == LANES[name]
    assert config["name"] == name


def test_lanes_share_one_compiled_evaluation(driven, patched):
    # The first evaluator that was made serves all three lanes.
    assert patched[:1] == [LANES["first"]["seed"]]
    assert len({id(lane.evaluator.rollouts) for lane in driven[0].values()}) == 1


def test_lanes_end_one_by_one(driven):
    lanes, said, _ = driven
    steps = {name: int(lanes[name].state.counters.env_steps) for name in ("first", "second")}
    assert steps["first"] == 824
    assert steps["second"] > 1200
    assert said.index("[first] Wrote") < said.index(f"[second] 100% {steps['second'] / 1000:.3g}k")


def test_a_lane_that_is_done_writes_no_more(driven):
    lanes, _, done = driven
    assert done
    assert contents(lanes["first"].path) == done


def test_a_lane_can_be_loaded_and_resumed_alone(driven, tmp_path):
    lane = driven[0]["second"]
    loaded = loaded_run.load(lane.path)
    obs = np.zeros((3, 2), np.float32)
    np.testing.assert_array_equal(
        loaded.act(obs, jnp.arange(3)), training_run.as_run(lane).act(obs, jnp.arange(3))
    )
    assert loaded.figures["eval/probe_mi"] == 0.25
    shutil.copytree(lane.path, tmp_path / "point" / "second")
    with pytest.raises(ConfigError, match="--seed=3: the run has 4"):
        run(tiny.config(tmp_path, name="second", agent="td3", seed=3, learning_rate=5e-4), resume=True)
    longer = tiny.config(tmp_path, name="second", **{**FIELDS, "num_env_steps": 1500}, **LANES["second"])
    resumed, said = run(longer, resume=True)
    assert f"Resumed at step {int(lane.state.counters.env_steps)}" in "\n".join(said)
    assert int(resumed.state.counters.env_steps) >= 1500


def test_a_lane_that_diverges_is_reported_and_left(driven):
    lanes, said, _ = driven
    lane = lanes["diverging"]
    assert isinstance(lane.failure, TrainingDiverged)
    assert lane.state is None
    assert re.search(r"\[diverging\] NaN or inf at step \d+, in agent\.", said)
    assert rows_of(lane.path) == []
    assert checkpoint.steps(lane.path / "checkpoints") == []
    assert not (lane.path / "skills.json").exists()


def test_a_signal_saves_all_lanes(tmp_path, patched):
    # As many lanes and steps as above, so that the compiled programs are the same.
    lanes = {**LANES, "diverging": {"seed": 2}}
    configs = [tiny.config(tmp_path, name=name, **FIELDS, **own) for name, own in lanes.items()]

    def say(line):
        if "[first]  54%" in line:
            os.kill(os.getpid(), signal.SIGTERM)

    results = loop.drive(plan.make_lane_plans(configs), say=say)
    for result in results:
        assert result.stopped == signal.SIGTERM
        assert checkpoint.steps(result.path / "checkpoints") == [int(result.state.counters.env_steps)]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"batch_size": 32}, "cannot differ in batch_size. They may differ in .*learning_rate.*seed"),
        # A fixed weight needs another program than a learned one. So does noise, compared with none.
        ({"alpha": 0.1}, r"cannot differ in alpha\."),
        ({"discriminator_noise": 0.5}, r"cannot differ in discriminator_noise\."),
        ({"seed": 5, "env": "pendulum"}, "cannot differ in env"),
    ],
)
def test_lanes_that_are_not_one_program_are_refused(tmp_path, fields, words):
    configs = [tiny.config(tmp_path, name="a"), tiny.config(tmp_path, name="b", **fields)]
    with pytest.raises(ConfigError, match=words):
        plan.make_lane_plans(configs)
    assert contents(tmp_path) == {}


def test_lanes_that_choose_skills_have_one_discount(tmp_path):
    # Their environment, which lanes share, adds up the rewards of a choice with it.
    lanes = {"a": 0.9, "b": 0.99}
    configs = [
        tiny.config(tmp_path, name=name, discount=x, choose_from="skills") for name, x in lanes.items()
    ]
    with pytest.raises(ConfigError, match=r"cannot differ in discount\."):
        plan.make_lane_plans(configs)


@pytest.mark.parametrize(
    ("agent", "env", "targets", "words"),
    [
        # The uniform distribution has the most entropy: 2 ln 2 in (−1, 1)², and ln 2 over two actions.
        ("sac", "point", (-1.0, 1.5), "--target_entropy=1.5: .* less than 1.39 nats"),
        ("soft_option_critic", "cartpole", (0.3, 0.7), "--target_entropy=0.7: .* between 0 and 0.69 nats"),
    ],
)
def test_each_lane_is_checked_before_anything_is_written(tmp_path, agent, env, targets, words):
    configs = [
        tiny.config(tmp_path, env=env, agent=agent, name=f"target-{x}", target_entropy=x) for x in targets
    ]
    with pytest.raises(ConfigError, match=words):
        plan.make_lane_plans(configs)
    assert contents(tmp_path) == {}


def test_lanes_with_weights_and_biases_are_refused(tmp_path):
    configs = [tiny.config(tmp_path, name=name, wandb="offline") for name in "ab"]
    with pytest.raises(ConfigError, match="--wandb=offline logs one run of a program at a time"):
        plan.make_lane_plans(configs)


def test_a_name_that_two_lanes_have_is_refused(tmp_path):
    configs = [tiny.config(tmp_path, seed=seed) for seed in (0, 1)]
    with pytest.raises(ConfigError, match="--name=tiny: 2 of the runs have this name"):
        plan.make_lane_plans(configs)
    assert contents(tmp_path) == {}


def test_a_refused_lane_leaves_no_directory_of_another(tmp_path):
    configs = [tiny.config(tmp_path, name=name) for name in ("a", "b")]
    there = tmp_path / "point" / "b" / "config.json"
    there.parent.mkdir(parents=True)
    there.write_text("{}", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"--name=b: .* holds a run already"):
        plan.make_lane_plans(configs)
    assert [path.name for path in (tmp_path / "point").iterdir()] == ["b"]
