"""Fresh rollouts: where they stop, that they repeat, and that the mesh does not change them."""

import functools
import logging
import math

import chex
import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import blind, brittle, counter, tiny_config
from states import before_warmup

from diayn_jax import envs, parallel, training
from diayn_jax.evaluation import evaluators, metrics
from diayn_jax.evaluation.episodes import make_rollouts, to_play
from diayn_jax.machine.aot import Ahead

LENGTH = 6


@functools.cache
def make(name, num_devices=1):
    env, own = {
        "point": (envs.make("point"), {"num_skills": 4, "episode_length": LENGTH}),
        "counter": (counter(lifetime=4), {"episode_length": LENGTH}),
        "brittle": (brittle(), {"episode_length": LENGTH}),
        "uneven": (blind((2, 5)), {"episode_length": LENGTH}),
    }[name]
    config = tiny_config(**own)
    mesh = parallel.make_mesh(num_devices) if num_devices > 1 else None
    trainer = training.make_trainer(config, env, mesh)
    evaluator = evaluators.make_evaluator(config, trainer)
    # Of the state, rollouts need only networks and statistics.
    one_device = training.make_trainer(config, env)
    return config, trainer, evaluator, one_device


@functools.cache
def state_of(name):
    _, _, _, trainer = make(name)
    config = make(name)[0]
    hparams = training.make_hparams(config, trainer.env.action_size)
    return before_warmup(trainer, hparams)


def skills_of(name, episodes=2):
    return jnp.tile(jnp.arange(make(name)[0].num_skills), episodes)


def play(name, seed=0, num_devices=1, length=LENGTH, **kwargs):
    _, _, evaluator, _ = make(name, num_devices)
    return evaluator.rollouts(state_of(name), jax.random.key(seed), skills_of(name), length, **kwargs)


def test_shapes():
    config, trainer, _, _ = make("point")
    trajectories = play("point", record_obs=True)
    episodes = 2 * config.num_skills
    assert trajectories.skill.shape == (episodes,)
    assert trajectories.valid.shape == trajectories.reward.shape == (LENGTH, episodes)
    assert trajectories.obs.shape == (LENGTH, episodes, 2)
    assert trajectories.xy.shape == (LENGTH + 1, episodes, 2)
    assert trajectories.log_probs.shape == (LENGTH, episodes, config.num_skills)
    assert trajectories.score.shape == (LENGTH, episodes)
    assert trajectories.z.dtype == jnp.int8
    np.testing.assert_array_equal(trajectories.z, trajectories.skill)
    assert trajectories.valid.all()
    # The observation of the point is its position.
    np.testing.assert_array_equal(trajectories.xy[1:], trajectories.obs)
    assert not np.array_equal(trajectories.xy[0], trajectories.xy[1])
    assert trainer.mesh is None


def test_observations_are_kept_on_request_alone():
    assert play("point").obs is None


def test_an_environment_without_xy_has_none():
    trajectories = play("counter", record_obs=True)
    assert trajectories.xy is None
    np.testing.assert_array_equal(trajectories.features["double"][..., 0], 2 * trajectories.obs[..., 0])


def test_valid_stops_with_the_step_that_terminates():
    trajectories = play("counter", record_obs=True)
    # The counter shows its steps, and terminates at the fourth.
    np.testing.assert_array_equal(trajectories.obs[:4, 0, 0], [1, 2, 3, 4])
    np.testing.assert_array_equal(trajectories.valid[:, 0], [True, True, True, True, False, False])


def test_each_episode_stops_by_itself():
    valid = play("uneven").valid
    np.testing.assert_array_equal(valid.sum(0), [2, 5, 2, 5])
    # No episode begins again.
    assert (np.diff(valid.astype(int), axis=0) <= 0).all()


def test_log_probs_are_of_the_state_that_the_step_led_to():
    _, trainer, _, _ = make("point")
    state, trajectories = state_of("point"), play("point", record_obs=True)
    seen = trainer.components.features(
        training.policy_parts(state), trajectories.obs, trajectories.obs[..., :0]
    )
    expected = trainer.components.objective.log_probs(state.objective, seen)
    np.testing.assert_allclose(trajectories.log_probs, expected, rtol=1e-5, atol=1e-6)
    # DIAYN's score is the log q of the skill that acted.
    own = np.asarray(expected)[:, np.arange(len(trajectories.skill)), np.asarray(trajectories.skill)]
    np.testing.assert_allclose(trajectories.score, own, rtol=1e-5, atol=1e-6)


def test_the_same_key_gives_the_same_episodes():
    chex.assert_trees_all_equal(play("point"), play("point"))
    assert not np.array_equal(play("point").xy, play("point", seed=1).xy)
    # Episodes of one skill differ from each other.
    xy = np.asarray(play("point").xy)
    assert np.unique(xy[-1], axis=0).shape[0] == xy.shape[1]


def test_the_mode_differs_from_a_sample_and_needs_no_luck():
    mode = play("point", deterministic=True)
    assert not np.array_equal(mode.xy, play("point").xy)
    # With the mode, only the start is random: one start has one way.
    step = mode.xy[1] - mode.xy[0]
    _, trainer, _, _ = make("point")
    state = state_of("point")
    first = jnp.ones(mode.skill.shape, bool)
    action, _ = trainer.act(
        training.policy_parts(state), (), mode.xy[0], mode.xy[0][:, :0], mode.skill, first, None
    )
    np.testing.assert_allclose(step, 0.1 * action, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("num_devices", [2, 4])
def test_a_mesh_plays_the_same_episodes(num_devices):
    one, many = play("point", record_obs=True), play("point", record_obs=True, num_devices=num_devices)
    jax.tree.map(lambda a, b: np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-6), one, many)


def test_a_mesh_that_does_not_divide_the_episodes_plays_them_still():
    _, _, evaluator, _ = make("point", 3)  # eight episodes are played at once
    _, _, alone, _ = make("point")
    key = jax.random.key(4)
    for skill in (jnp.array([3, 1, 0]), jnp.array([3, 1, 0, 2, 2, 1, 0, 3])):
        many = evaluator.rollouts(state_of("point"), key, skill, LENGTH, record_obs=True)
        one = alone.rollouts(state_of("point"), key, skill, LENGTH, record_obs=True)
        jax.tree.map(lambda a, b: np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-6), many, one)


def counting(config, trainer):
    """Returns an evaluator, and a list of how many episodes each traced program plays on a device."""
    counted, reset = [], trainer.env.reset
    env = trainer.env._replace(reset=lambda keys: (counted.append(keys.shape[0]), reset(keys))[1])
    return evaluators.make_evaluator(config, trainer._replace(env=env)), counted


def test_a_mesh_shares_the_episodes():
    # Four devices play eight episodes at once, two each, whatever number is asked for.
    evaluator, counted = counting(*make("point", 4)[:2])
    for number in (6, 8, 3):
        played = evaluator.rollouts(state_of("point"), jax.random.key(0), jnp.arange(number) % 4, LENGTH)
        assert played.skill.shape == (number,)
    assert counted == [2]


def test_one_program_plays_samples_and_modes_few_and_many_short_and_whole():
    config, trainer, _, _ = make("point")
    evaluator, counted = counting(config, trainer)
    state, key = state_of("point"), jax.random.key(5)
    skill = jnp.arange(19, dtype=jnp.int32) % 4
    play = jax.jit(make_rollouts(trainer, trainer.env).play, static_argnums=(2, 3, 4))
    for steps, deterministic, number in ((LENGTH, False, 19), (LENGTH, True, 8), (LENGTH - 2, False, 3)):
        found = evaluator.rollouts(state, key, skill[:number], steps, deterministic, record_obs=True)
        wanted = to_play(
            key, skill[:number], jnp.asarray(trainer.components.skills.probes)[skill[:number]], deterministic
        )
        wanted = wanted._replace(z=wanted.z.astype(trainer.components.skills.dtype))
        alone = play(training.policy_parts(state), wanted, steps, True, False)
        jax.tree.map(lambda a, b: np.testing.assert_allclose(a, b, rtol=1e-5, atol=1e-6), found, alone)
        assert found.poses is None
    evaluator.evaluate(state)
    assert counted == [8]
    # Episodes that are longer than those for coverage need a program of their own.
    evaluator.rollouts(state, key, jnp.zeros(2, jnp.int32), metrics.COVERAGE_STEPS + 1)
    assert counted == [8, 2]


@pytest.mark.parametrize("name", ["point", "counter", "uneven"])
def test_quick_figures(name):
    _, _, evaluator, _ = make(name)
    figures = evaluator.evaluate(state_of(name))[0]
    assert all(type(value) is float for value in figures.values())
    # Episodes of six steps have no step 50.
    unknown = {key for key, value in figures.items() if not math.isfinite(value)}
    assert unknown == {"eval/mi_after_50"}
    assert figures["eval/mi"] <= math.log(make(name)[0].num_skills)
    if name == "uneven":
        assert figures["eval/episode_length_skill_0"] == 2
        assert figures["eval/episode_length_skill_1"] == 5
    assert ("eval/distance_mean" in figures) == (name == "point")


def test_an_evaluation_repeats_itself_and_the_next_differs():
    _, _, evaluator, _ = make("point")
    state = state_of("point")
    once = evaluator.evaluate(state)[0]
    assert evaluator.evaluate(state)[0] == pytest.approx(once, nan_ok=True, abs=0)
    later = state.replace(counters=state.counters.replace(env_steps=state.counters.env_steps + 1))
    assert evaluator.evaluate(later)[0]["eval/mi"] != once["eval/mi"]


@pytest.mark.parametrize("num_devices", [3, 4])
def test_quick_figures_of_a_mesh(num_devices):
    # Three devices play nine episodes for eight.
    one, _ = make("point")[2].evaluate(state_of("point"))
    many, trajectories = make("point", num_devices)[2].evaluate(state_of("point"))
    assert many == pytest.approx(one, rel=1e-4, abs=1e-5, nan_ok=True)
    assert trajectories.skill.shape == (8,)


def test_every_evaluation_has_keys_of_its_own():
    # Steps may be beyond the range of 31 bits.
    keys = [
        jax.random.key_data(key).tobytes()
        for seed in (0, 1)
        for step in (0, 1, 2**31, 4_000_000_000)
        for key in evaluators.evaluation_keys(seed, step)
    ]
    assert len(set(keys)) == len(keys)


def test_first_part_of_a_record():
    whole = play("point", record_obs=True)
    part = metrics.first_part(whole, 3, 4)
    assert part.valid.shape == part.reward.shape == (4, 3)
    np.testing.assert_array_equal(part.skill, whole.skill[:3])
    np.testing.assert_array_equal(part.z, whole.z[:3])
    np.testing.assert_array_equal(part.xy, whole.xy[:5, :3])
    np.testing.assert_array_equal(part.obs, whole.obs[:4, :3])
    np.testing.assert_array_equal(part.log_probs, whole.log_probs[:4, :3])


def test_full_figures_tell_of_the_mode_too():
    config, _, evaluator, _ = make("counter")
    state = state_of("counter")
    figures, _ = evaluator.evaluate_full(state)
    # This environment is deterministic, so samples and the mode have the same lengths and rewards.
    quick = {key.removeprefix("eval/") for key in evaluator.evaluate(state)[0]}
    assert {key.removeprefix("eval_deterministic/") for key in figures if "deterministic" in key} == quick
    assert figures["eval_deterministic/episode_length_mean"] == 4
    sampled, _ = evaluator.evaluate(state)
    assert figures["eval_deterministic/mi"] == pytest.approx(sampled["eval/mi"], rel=1e-4)
    assert config.episode_length == LENGTH


def test_an_episode_whose_physics_breaks_down_ends_before_it():
    trajectories = play("brittle")
    step = np.arange(LENGTH)[:, None]
    # In every other environment, the third step is not valid.
    alive = (step < 2) | (np.arange(trajectories.skill.shape[0]) % 2 == 1)
    np.testing.assert_array_equal(trajectories.valid, alive)
    figures = make("brittle")[2].evaluate(state_of("brittle"))[0]
    assert all(math.isfinite(x) for name, x in figures.items() if name != "eval/mi_after_50")


@pytest.mark.parametrize("prepared", [False, True])
def test_what_was_prepared_is_not_compiled_again(caplog, monkeypatch, prepared):
    config, trainer, _, _ = make("point")
    evaluator = evaluators.make_evaluator(config, trainer)
    if prepared:
        given = jax.tree.map(jnp.copy, state_of("point"))
        evaluator.prepare(given)
        # A run donates its state meanwhile, to the program of an epoch.
        jax.tree.map(lambda x: x.delete(), given)
    # JAX's own handler would keep the messages to itself, so they are propagated. Those of a thread are not
    # checked.
    monkeypatch.setattr(logging.getLogger("jax"), "propagate", True)
    with jax.log_compiles():
        evaluator.evaluate(state_of("point"))
    assert ("Compiling jit(_play_and_sum)" in caplog.text) != prepared


def test_what_fails_in_the_thread_fails_in_the_call():
    def wrong(x):
        raise ValueError("no such thing")

    function = Ahead(jax.jit(wrong))
    function.compile(1.0)
    with pytest.raises(ValueError, match="no such thing"):
        function(1.0)
