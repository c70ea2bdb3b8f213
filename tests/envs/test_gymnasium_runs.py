"""Gymnasium's simulators in runs: limits, failures of the physics, evaluations and resumes."""

import dataclasses

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import tiny
from gymnasium_worlds import BOX, NUM_ENVS, keys, make
from probes import tiny_config
from runs import with_quick_figures
from states import before_warmup

from diayn_jax import envs, training
from diayn_jax.config import ConfigError
from diayn_jax.evaluation import evaluators
from diayn_jax.machine import devices
from diayn_jax.run import plan
from diayn_jax.use import loaded_run, training_run
from diayn_jax.use.finetuning import skill_start


def test_an_end_of_its_own_that_is_not_terminal_stops_the_run(register_world):
    env = envs.make(register_world(observation=BOX, action=BOX, limit=3))
    step = jax.jit(env.step)
    timestep = env.reset(keys())
    for _ in range(2):
        timestep = step(timestep.state, jnp.zeros((NUM_ENVS, 2)))
    with pytest.raises(jax.errors.JaxRuntimeError, match="Set --episode_length=2 or less"):
        jax.block_until_ready(step(timestep.state, jnp.zeros((NUM_ENVS, 2))))
    # No length is short enough for an end at the first step.
    env = envs.make(register_world(observation=BOX, action=BOX, limit=1))
    with pytest.raises(jax.errors.JaxRuntimeError, match=r"may truncate\. Register it in"):
        jax.block_until_ready(jax.jit(env.step)(env.reset(keys()).state, jnp.zeros((NUM_ENVS, 2))))


def test_evaluations_stay_within_a_limit_of_the_worlds_own(register_world):
    ended = []
    name = register_world(observation=BOX, action=BOX, limit=6, ended=ended)
    config = tiny_config(env=name, num_envs=2, eval_episodes=1)
    trainer = training.make_trainer(config, envs.make(config.env))
    before = len(ended)
    state = before_warmup(trainer, training.make_hparams(config, 2))
    figures, trajectories = evaluators.make_evaluator(config, trainer).evaluate_full(state)
    assert trajectories.valid.shape[0] == config.episode_length == 5
    # Each simulator that was played has ended.
    assert len(ended) - before == max(2 * 20, 48)
    assert figures["eval_deterministic/episode_length_mean"] == 5


def test_a_simulator_that_breaks_down_shows_no_nan_and_begins_anew(register_world):
    env = envs.make(register_world(observation=BOX, action=BOX, broken=(3,)))
    vector = envs.make_vector_env(env, 5)

    @jax.jit
    def run():
        def body(state, time):
            state, _, valid, _ = vector.step(state, jnp.zeros((NUM_ENVS, 2)), (), time)
            return state, (state.timestep, valid, state.done)

        return jax.lax.scan(body, vector.reset(keys()), jnp.arange(6))[1]

    timestep, valid, done = jax.device_get(run())
    np.testing.assert_array_equal(timestep.reward[:, 0], [1, 1, 1, 0, 1, 1])
    np.testing.assert_array_equal(timestep.obs[2], timestep.obs[1])
    np.testing.assert_array_equal(valid[:, 0], [True, True, False, False, True, True])
    np.testing.assert_array_equal(done[:, 0], [False, False, True, False, False, False])


def test_several_devices_are_refused_and_auto_is_one():
    env = make("lunar_lander")
    assert devices.choose_num_devices(tiny_config(env="lunar_lander"), env) == 1
    with pytest.raises(ConfigError, match="num_devices=2: the simulators of lunar_lander"):
        plan.check(tiny_config(env="lunar_lander", num_devices=2), env)


def test_lanes_are_refused():
    env = make("lunar_lander")
    with pytest.raises(ValueError, match="vmap"):
        jax.vmap(env.reset)(jnp.stack([keys(), keys(1)]))


def test_the_same_seed_gives_the_same_run_and_evaluations_do_not_disturb_it():
    config = tiny_config(env="lunar_lander", episode_length=60, eval_episodes=1)
    trainer = training.make_trainer(config, make("lunar_lander"))
    evaluator = evaluators.make_evaluator(config, trainer)
    functions, hparams = training.compiled(trainer), training.make_hparams(config, 2)

    def play(seed, evaluates):
        state = functions.init(jax.random.key(seed), hparams)
        for _ in range(2):
            if evaluates:
                assert np.isfinite(evaluator.evaluate(state)[0]["eval/return_mean"])
            state, _ = functions.epoch(state)
        return jax.device_get(state.replace(key=jax.random.key_data(state.key)))

    once, again, other = play(0, False), play(0, True), play(1, False)
    tiny.assert_same(once, again)
    assert not np.array_equal(once.replay.rows.obs, other.replay.rows.obs)
    assert once.counters.env_steps > 64


def test_a_resumed_run_begins_its_episodes_anew_and_says_so(tmp_path, monkeypatch):
    with_quick_figures(monkeypatch)
    lines = []
    # After a resume all episodes begin anew. So an epoch of one step has no transition.
    fields = {"epoch_steps": 8, "num_env_steps": 80, "num_devices": "auto", "eval_every": 1000}
    config = tiny.config(tmp_path, env="lunar_lander", **fields)
    training_run.run(config, say=lines.append)
    assert any("lunar_lander run outside JAX" in line for line in lines)
    lines.clear()
    longer = dataclasses.replace(config, num_env_steps=96)
    before = loaded_run.load(tmp_path / "lunar_lander" / "tiny").state
    run = training_run.run(longer, resume=True, say=lines.append)
    assert any("New episodes of lunar_lander begin" in line for line in lines)
    assert int(run.state.counters.env_steps) >= 96
    np.testing.assert_array_less(
        before.env.timestep.state["episode"], run.state.env.timestep.state["episode"]
    )
    # The run's simulators end with the run. Later calls make their own.
    assert np.isfinite(run.evaluate()["eval/return_mean"])


def test_a_run_may_start_from_a_skill_that_is_played_first(tmp_path, monkeypatch):
    """`start_kl` plays the skill when the new run's episodes have begun, in simulators of its own."""
    with_quick_figures(monkeypatch)
    fields = {"epoch_steps": 8, "num_env_steps": 80, "num_devices": "auto", "eval_every": 1000}
    fields["episode_length"] = 30
    source = tiny.config(tmp_path, env="gymnasium:Pendulum-v1", objective="task", **fields)
    path = training_run.run(source, say=str).path
    config = skill_start.config_for(source, str(path), name="tuned", log_dir=str(tmp_path), start_kl=0.1)
    run = training_run.run(config, say=str)
    assert int(run.state.counters.env_steps) >= 80
    # A step of the pendulum costs at most 16.3.
    assert -30 * 16.3 < float(run.state.agent.anchor.value) < 0


def test_a_state_without_its_simulators_must_begin_anew():
    config = tiny_config(env="gymnasium:Pendulum-v1", episode_length=50, warmup_steps=16, epoch_steps=16)
    env = envs.make(config.env)
    functions = training.compiled(training.make_trainer(config, env))
    state = functions.init(jax.random.key(0), training.make_hparams(config, 1))
    before = np.array(state.replay.rows.valid)
    # As in another process, the state exists and its simulators do not.
    env.close()
    lost = jax.tree.map(jnp.copy, state)
    with pytest.raises(jax.errors.JaxRuntimeError, match="has no episode, and the given state is at step 2"):
        jax.block_until_ready(functions.epoch(lost))
    anew = state.replace(env=state.env.replace(done=jnp.ones_like(state.env.done)))
    after, _ = functions.epoch(anew)
    # Two rows of the warm-up come first. The third row, on which all episodes begin anew, is not a
    # transition. The fourth one is.
    valid = np.asarray(after.replay.rows.valid)
    assert valid[0].all()
    assert valid[3].all()
    np.testing.assert_array_equal(valid[:2], before[:2])
    assert not after.replay.rows.valid[2].any()


# Other agents learn from images in the tests of agents.
@pytest.mark.slow
def test_an_epoch_of_the_cars_pixels():
    config = tiny_config(
        env="gymnasium:CarRacing-v3",
        num_envs=2,
        episode_length=6,
        warmup_steps=8,
        epoch_steps=12,
        encoder_channels=(4, 4),
        encoder_patches=(8, 4),
        latent_size=5,
        updates_per_iteration=1,
        batch_size=4,
        replay_size=64,
    )
    functions = training.compiled(training.make_trainer(config, make("gymnasium:CarRacing-v3")))
    state = functions.init(jax.random.key(0), training.make_hparams(config, 3))
    before = jax.device_get(state.agent)
    state, metrics = functions.epoch(state)
    assert state.replay.rows.obs.dtype == jnp.uint8
    assert state.replay.rows.obs.shape[1:] == (2, 96, 96, 3)
    assert all(np.isfinite(x) for x in jax.device_get(metrics).values())
    moved = jax.tree.map(lambda a, b: not np.array_equal(a, b), before.critics, state.agent.critics)
    assert all(jax.tree.leaves(moved))
    # Only the time limit ends its episodes.
    valid = np.asarray(state.replay.rows.valid[: int(state.replay.size)])
    assert 0 < (~valid).sum() < valid.size / 2
