"""The library, as a notebook calls it."""

import dataclasses
import subprocess
import sys
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import probes
import pytest
import tiny
import untaught
from states import before_warmup

import diayn_jax
from diayn_jax import envs, training
from diayn_jax.evaluation import evaluators
from diayn_jax.storage import files
from diayn_jax.use import loaded_run

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def trained(tiny_run):
    return tiny_run


def observations(n=5):
    return np.random.default_rng(0).uniform(-1, 1, (n, 2)).astype(np.float32)


def test_import_is_light():
    program = (
        "import sys, diayn_jax; diayn_jax.Config(); "
        "print([m for m in ('jax', 'brax', 'orbax', 'flax', 'matplotlib') if m in sys.modules])"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert done.stderr == ""


def test_names_are_there():
    for name in diayn_jax.__all__:
        assert getattr(diayn_jax, name) is not None
    assert set(diayn_jax.__all__) <= set(dir(diayn_jax))
    with pytest.raises(AttributeError, match="no attribute 'tain'"):
        _ = diayn_jax.tain


def test_train_gives_a_run(trained):
    assert trained.path.name == "tiny"
    assert trained.stopped is None
    assert trained.figures["eval/mi"] <= np.log(3)
    assert "eval/probe_mi" in trained.figures
    assert [row["skill"] for row in trained.skill_table] == [0, 1, 2]
    assert int(trained.state.counters.env_steps) >= 1500


def test_load_acts_as_before_saving(trained):
    loaded = diayn_jax.load(trained.path)
    obs, skill = observations(), jnp.array([0, 1, 2, 0, 1])
    np.testing.assert_array_equal(loaded.act(obs, skill), trained.act(obs, skill))
    key = jax.random.key(3)
    np.testing.assert_array_equal(loaded.act(obs, skill, key), trained.act(obs, skill, key))
    assert loaded.figures == pytest.approx(trained.figures, nan_ok=True, rel=0, abs=0)
    assert loaded.skill_table == trained.skill_table
    assert loaded.config == trained.config
    assert loaded.evaluate() == pytest.approx(trained.evaluate(), nan_ok=True, rel=1e-6)


def test_evaluation_repeats_itself(trained):
    first, second = trained.evaluate(), trained.evaluate()
    assert first == pytest.approx(second, nan_ok=True, rel=0, abs=0)
    assert first["eval/mi"] == trained.figures["eval/mi"]


def test_skills_are_judged_in_another_environment(monkeypatch):
    import dataclasses

    # The point's steps are as long as its actuators are strong.
    from diayn_jax.envs.worlds import point

    def strong(backend, variation):
        env = point.make_point(backend, variation)
        factor = variation.actuator_strength
        return env._replace(step=lambda state, action: env.step(state, factor * action))

    row = envs.spec("point")._replace(factory=strong, variations=("actuator_strength",))
    monkeypatch.setitem(point.SPECS, "point", row)
    config = tiny.config(episode_length=4)
    env = envs.from_config(config)
    trainer = training.make_trainer(config, env)
    state = before_warmup(trainer, training.make_hparams(config, env.action_size))
    evaluator = evaluators.make_evaluator(config, trainer)
    run = diayn_jax.Run(config, None, state, {}, (), trainer, evaluator)
    as_trained, same, halved = (
        run.evaluate(),
        run.evaluate(actuator_strength=1.0),
        run.evaluate(actuator_strength=0.5),
    )
    assert same == pytest.approx(as_trained, nan_ok=True, rel=1e-6)
    distance = "eval/distance_skill_0"
    assert halved[distance] < 0.8 * as_trained[distance]
    with pytest.raises(diayn_jax.ConfigError, match=r"^gravity=0.5: point does not take this setting"):
        run.evaluate(gravity=0.5)
    with pytest.raises(
        diayn_jax.ConfigError, match=r"gravty=2: .*no such variation\. Did you mean gravity\?"
    ):
        run.evaluate(gravty=2)
    # The policy would not know this input.
    seen = env._replace(observation_size=3)
    other = dataclasses.replace(run, trainer=trainer._replace(env=seen))
    message = r"actuator_strength=0.5: point then observes 2 numbers, .* trained on 3\.$"
    with pytest.raises(diayn_jax.ConfigError, match=message):
        other.evaluate(actuator_strength=0.5)


def test_full_figures_come_beside_the_quick_ones():
    config = tiny.config(episode_length=4)
    trainer = training.make_trainer(config, envs.from_config(config))
    hparams = training.make_hparams(config, trainer.env.action_size)
    state = before_warmup(trainer, hparams)
    evaluator = evaluators.make_evaluator(config, trainer)
    evaluator = evaluator._replace(evaluate_full=lambda state: ({"eval/probe_mi": 0.25}, None))
    run = diayn_jax.Run(config, None, state, {}, (), trainer, evaluator)
    quick, full = run.evaluate(), run.evaluate(full=True)
    assert "eval/mi" in quick
    assert full == pytest.approx({**quick, "eval/probe_mi": 0.25}, nan_ok=True)


def test_load_takes_a_checkpoint_by_name(trained):
    steps = [int(p.name) for p in (trained.path / "checkpoints").iterdir()]
    for which in ("latest", "best", *steps, str(steps[0])):
        loaded = diayn_jax.load(str(trained.path), which)
        if which == "latest":
            assert int(loaded.state.counters.env_steps) == max(steps)
        if isinstance(which, int):
            assert int(loaded.state.counters.env_steps) == which
    words = f"no checkpoint '5'; there are: latest, best, {min(steps)}"
    with pytest.raises(diayn_jax.CheckpointError, match=words):
        diayn_jax.load(trained.path, 5)


def test_a_tilde_is_home(trained, monkeypatch):
    monkeypatch.setenv("HOME", str(trained.path.parent))
    assert diayn_jax.load("~/tiny").path == trained.path
    assert diayn_jax.load(Path("~") / "tiny").path == trained.path
    assert files.folder("~/runs", "point") == trained.path.parent / "runs" / "point"
    with pytest.raises(diayn_jax.ConfigError, match="~nobody-here/tiny: there is no such home"):
        diayn_jax.load("~nobody-here/tiny")
    for path in (None, 3, b"runs", ["runs"]):
        with pytest.raises(diayn_jax.ConfigError, match=r"is not a path. Give a str or a pathlib\.Path"):
            diayn_jax.load(path)


def test_load_refuses_what_is_no_run(tmp_path):
    with pytest.raises(diayn_jax.ConfigError, match=r"There is no run at .*config\.json"):
        diayn_jax.load(tmp_path)


def test_act_takes_any_leading_shape(trained):
    obs = observations(6)
    flat = trained.act(obs, 1)
    assert flat.shape == (6, 2)
    assert np.all(np.abs(flat) <= 1)
    np.testing.assert_allclose(trained.act(obs.reshape(2, 3, 2), 1), flat.reshape(2, 3, 2), rtol=1e-6)
    np.testing.assert_allclose(trained.act(obs[0], 1), flat[0], rtol=1e-6)
    np.testing.assert_allclose(trained.act(obs[0].tolist(), 1), flat[0], rtol=1e-6)
    assert not np.allclose(trained.act(obs, 2), flat)


def test_act_samples_with_a_key(trained):
    obs = np.zeros((4, 2))
    first = trained.act(obs, 1, jax.random.key(0))
    np.testing.assert_array_equal(first, trained.act(obs, 1, jax.random.key(0)))
    assert not np.allclose(first, trained.act(obs, 1, jax.random.key(1)))
    assert len(np.unique(np.asarray(first), axis=0)) == 4


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((np.zeros(3), 0), r"obs has shape \(3,\); point observes 2 numbers"),
        ((np.zeros(2), 3), "this run has skills 0 to 2"),
        ((np.zeros(2), -1), "this run has skills 0 to 2"),
        ((np.zeros((4, 2)), 0, None, np.zeros((4, 1))), r"features has shape \(4, 1\); expected \(4, 0\)"),
    ],
)
def test_act_refuses_what_does_not_fit(trained, arguments, message):
    with pytest.raises(ValueError, match=message):
        trained.act(*arguments)


def test_act_asks_for_features_that_the_policy_sees():
    config = probes.tiny_config(features="double")
    trainer = training.make_trainer(config, probes.counter())
    hparams = training.make_hparams(config, 1)
    run = loaded_run.Run(
        config=config,
        path=None,
        state=before_warmup(trainer, hparams),
        figures={},
        skill_table=(),
        trainer=trainer,
        evaluator=evaluators.make_evaluator(config, trainer),
    )
    obs = np.zeros((3, 2))
    with pytest.raises(ValueError, match=r"the policy sees double, which .*Pass features=… \[\.\.\., 1\]"):
        run.act(obs, 1)
    near = run.act(obs, 1, features=np.zeros((3, 1)))
    assert near.shape == (3, 1)
    assert not np.allclose(near, run.act(obs, 1, features=np.full((3, 1), 50.0)))


def test_make_config_knows_the_environment():
    config = diayn_jax.make_config(env="point")
    assert config.episode_length == 100
    assert config.preset == "cpu"
    assert diayn_jax.make_config(env="point", episode_length=7).episode_length == 7
    with pytest.raises(diayn_jax.ConfigError, match="no such environment"):
        diayn_jax.make_config(env="pont")
    with pytest.raises(diayn_jax.ConfigError, match="num_skills"):
        diayn_jax.make_config(env="point", num_skils=3)


def test_train_takes_a_config_or_fields():
    with pytest.raises(TypeError, match="not both: seed"):
        diayn_jax.train(tiny.config(), seed=1)


def test_train_takes_an_environment(monkeypatch, tmp_path):
    untaught.with_stubs(monkeypatch)
    from diayn_jax.envs import registry
    from diayn_jax.envs.worlds import point

    monkeypatch.setattr(registry, "_REGISTERED", {})
    made = point.make_point("jax", envs.Variation())
    fields = {**tiny.FIELDS, "log_dir": str(tmp_path), "say": lambda _: None}

    def paying(reward):
        def step(state, action):
            return made.step(state, action).replace(reward=jnp.full(action.shape[0], reward))

        return made._replace(name="payer", step=step)

    run = diayn_jax.train(**{**fields, "env": paying(2.0)})
    assert run.path == tmp_path / "payer" / "tiny"
    assert run.trainer.env.name == "payer"
    assert float(run.rollout(0).reward.mean()) == 2.0
    # In the same process the name finds this environment, until another one has the name.
    assert float(diayn_jax.load(run.path).rollout(1).reward.mean()) == 2.0
    assert diayn_jax.make_config(env=paying(3.0)).env == "payer"
    env = envs.make("payer")
    timestep = env.reset(jax.random.key_data(jax.random.split(jax.random.key(0), 2)))
    assert env.step(timestep.state, jnp.zeros((2, 2))).reward.tolist() == [3.0, 3.0]
    # A registered name is found, too, with the settings that suit it.
    envs.register("saver", lambda: paying(1.0), defaults={"episode_length": 7})
    config = diayn_jax.make_config(env=paying(4.0)._replace(name="saver"))
    assert (config.env, config.episode_length) == ("saver", 7)
    env = envs.make("saver")
    timestep = env.reset(jax.random.key_data(jax.random.split(jax.random.key(0), 2)))
    assert env.step(timestep.state, jnp.zeros((2, 2))).reward.tolist() == [4.0, 4.0]
    assert diayn_jax.make_config(env=env).env == "saver"


def test_a_lane_is_a_run_by_one_call(monkeypatch):
    untaught.with_stubs(monkeypatch)
    config = tiny.config(num_env_steps=400)
    trainer = training.make_trainer(config, envs.make("point"))
    functions = training.compiled(trainer, lanes=True)
    hparams = training.make_hparams(config, trainer.env.action_size)
    hparams = jax.tree.map(lambda x: jnp.stack([x, x]), hparams)
    state = functions.init(jax.random.split(jax.random.key(0), 2), hparams)
    state, _ = functions.epoch(state)
    first = diayn_jax.as_run(trainer, config, state, lane=0)
    second = diayn_jax.as_run(trainer, config, state, lane=1, evaluator=first.evaluator)
    # Each run is evaluated with the seed of its own config, whoever made the programs.
    other = dataclasses.replace(config, seed=1)
    reused = diayn_jax.as_run(trainer, other, state, lane=1, evaluator=first.evaluator)
    assert reused.figures == pytest.approx(
        diayn_jax.as_run(trainer, other, state, lane=1).figures, nan_ok=True
    )
    assert reused.figures != second.figures
    obs = observations()
    alone = training.lane_state(trainer, state, 1, True)
    single = diayn_jax.as_run(trainer, config, alone)
    # The run acts as the lane's own networks do, although an epoch has taken the memory of the states.
    state, _ = functions.epoch(state)
    np.testing.assert_allclose(second.act(obs, 1), single.act(obs, 1), rtol=1e-6)
    assert not np.allclose(first.act(obs, 1), second.act(obs, 1))
    assert second.figures == pytest.approx(single.figures, nan_ok=True)
    assert 0 <= first.figures["eval/discriminator_accuracy"] <= 1
    assert second.rollout(2, episode_length=4).action.shape == (4, 1, 2)
    assert repr(second).count("\n") == 4
