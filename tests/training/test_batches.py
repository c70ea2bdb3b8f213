"""An update's inputs: which batches, their weights, and the reward, which is computed when they are used."""

import dataclasses

import jax
import jax.numpy as jnp
import numpy as np
import pytest
import scipy.stats
from probes import counter, hparams_of, tiny_config

from diayn_jax import agents, objectives, training
from diayn_jax.config import Range, field
from diayn_jax.interfaces import Agent, AgentSpec, Objective, ObjectiveSpec


@dataclasses.dataclass(frozen=True, kw_only=True)
class CountingSettings:
    objective_rate: float = field(0.25, "a rate", "objective", Range(above=0), traced=True, annealed=True)
    width: float = field(2.0, "a width", "objective", Range(above=0), traced=True, annealed="width_falls")
    width_falls: bool = field(False, "let the width fall", "objective")


@dataclasses.dataclass(frozen=True, kw_only=True)
class ShowingSettings:
    rate: float = field(0.5, "a rate", "agent", Range(above=0), traced=True, annealed=True)


def make_counting(config, problem):
    """Returns an objective that counts its updates and uses the count as the reward."""
    del config, problem
    return Objective(
        init=lambda key, hparams: jnp.zeros(()),
        update=lambda state, batch, hparams: (
            state + 1,
            {name: hparams[name] for name in ("objective_rate", "width")},
        ),
        reward=lambda state, batch, hparams: jnp.full(batch.skill.shape[:1], state),
        score=lambda state, step, hparams: step.reward,
        noise=lambda key: jax.random.normal(key, (3,)),
    )


def witness(**fields):
    """Runs an epoch with that objective and an agent that records its batches."""
    seen = []
    usual = {"batch_size": 64, "epoch_steps": 16} | ({} if "skill_space" in fields else {"num_skills": 3})

    def make_showing(config, problem):
        del config

        def update(state, batch, reward, hparams):
            assert batch.latent_gradient == ()
            jax.debug.callback(lambda *args: seen.append(jax.tree.map(np.array, args)), state, batch, reward)
            return state + 1, {"rate": hparams["rate"]}

        return Agent(
            init=lambda key, hparams: jnp.zeros((), jnp.int32),
            act=lambda state, obs, skill, keys: jnp.zeros((obs.shape[0], problem.action_size)),
            update=update,
            noise=lambda key: jax.random.normal(key, (2,)),
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(objectives.OBJECTIVES, "counting", ObjectiveSpec(make_counting, CountingSettings))
        patch.setitem(agents.AGENTS, "showing", AgentSpec(make_showing, ShowingSettings))
        config = tiny_config(objective="counting", agent="showing", **(usual | fields))
        trainer = training.make_trainer(config, counter(lifetime=3))
        hparams = hparams_of(config)
    functions = training.compiled(trainer)
    state, metrics = functions.epoch(functions.init(jax.random.key(0), hparams))
    jax.block_until_ready(state)
    jax.effects_barrier()
    return config, state, sorted(seen, key=lambda args: int(args[0])), metrics, functions


@pytest.fixture(scope="module")
def witnessed():
    return witness(normalize=False, objective_updates=3, agent_updates=2, reward_scale=10.0, anneal=0.0)


@pytest.fixture(scope="module")
def normalised():
    """A run with vectors as skills, normalised inputs, and settings that fall over its second half.

    Its epoch has one iteration.
    """
    falling = {"anneal": 0.5, "num_env_steps": 1000, "width_falls": True}
    return witness(skill_space="sphere:2", epoch_steps=8, **falling)


def test_the_objective_is_updated_before_it_rewards(witnessed):
    config, _, seen, *_ = witnessed
    # There are two iterations. Each has two rounds of three objective updates and two agent updates.
    assert [int(step) for step, _, _ in seen] == list(range(8))
    rewards = [reward for _, _, reward in seen]
    expected = [10.0 * 3 * (1 + i // 2) for i in range(8)]
    np.testing.assert_array_equal(rewards, np.repeat(np.array(expected)[:, None], config.batch_size, axis=1))


def test_a_batch_holds_transitions(witnessed):
    _, _, seen, *_ = witnessed
    for _, batch, _ in seen:
        real = batch.weight > 0
        count, double = batch.obs[:, 0], batch.obs[:, 2]
        np.testing.assert_array_equal(double, 2 * count)
        # Reset rows have weight zero, whether the count was at its end or the first episode was cut off. The
        # other rows have equal weights.
        np.testing.assert_array_equal(real, batch.next_obs[:, 0] > 0)
        assert not real[count == 3].any()
        np.testing.assert_allclose(batch.weight[real], 1 / real.sum(), rtol=1e-5)
        np.testing.assert_array_equal(batch.next_obs[real, 0], count[real] + 1)
        np.testing.assert_array_equal(batch.next_obs[real, 1], batch.obs[real, 1])
        np.testing.assert_array_equal(batch.next_obs[:, 2], 2 * batch.next_obs[:, 0])
        # The objective's features, of both states.
        np.testing.assert_array_equal(batch.features[:, 0], batch.obs[:, 2])
        np.testing.assert_array_equal(batch.next_features[:, 0], batch.next_obs[:, 2])
        np.testing.assert_array_equal(batch.feature_scale, np.ones_like(batch.features))
        # The environment's own reward is the action, which is random in the warm-up.
        np.testing.assert_array_equal(batch.reward[real], batch.action[real, 0])
        np.testing.assert_array_equal(batch.terminated[real], count[real] == 2)
        assert not batch.terminated[~real].any()
        assert 0 < real.sum() < real.size


# Before the second half of the run, within it, and after its end.
@pytest.mark.parametrize("env_steps", [100, 700, 900, 1200])
def test_learning_rates_fall_to_nothing_at_the_end_of_the_run(normalised, env_steps):
    _, state, *_, functions = normalised
    counters = state.counters.replace(env_steps=jnp.full_like(state.counters.env_steps, env_steps))
    state, metrics = functions.epoch(jax.tree.map(jnp.copy, state.replace(counters=counters)))
    # The epoch has one iteration, so its mean is the rate of this iteration.
    assert env_steps < int(state.counters.env_steps) <= env_steps + 8
    factor = min(1.0, max(0.0, 1 - int(state.counters.env_steps) / 1000) / 0.5)
    assert (factor == 1.0, factor == 0.0) == (env_steps == 100, env_steps == 1200)
    assert metrics["train/rate"] == pytest.approx(0.5 * factor, rel=1e-5)
    assert metrics["train/objective_rate"] == pytest.approx(0.25 * factor, rel=1e-5)
    # A setting that falls only if its switch is on.
    assert metrics["train/width"] == pytest.approx(2.0 * factor, rel=1e-5)
    # The hyperparameter itself does not change.
    assert state.hparams["rate"] == 0.5


def test_no_setting_falls_where_none_is_annealed(witnessed):
    *_, metrics, _ = witnessed
    assert [metrics[f"train/{name}"] for name in ("rate", "objective_rate", "width")] == [0.5, 0.25, 2.0]


def test_a_setting_falls_only_if_its_switch_is_on():
    config, state, _, metrics, _ = witness(anneal=0.5, num_env_steps=40, epoch_steps=8)
    assert int(state.counters.env_steps) > config.num_env_steps
    assert metrics["train/rate"] == metrics["train/objective_rate"] == 0
    assert metrics["train/width"] == 2.0


def test_batches_weigh_skills_by_the_prior_over_their_share(witnessed):
    config, state, seen, *_ = witnessed
    # After the second iteration, the replay is as it was for the last batches.
    counts = np.asarray(state.replay.counts)
    _, batch, _ = seen[-1]
    np.testing.assert_allclose(batch.skill_weight, (1 / 3 / (counts / counts.sum()))[batch.skill], rtol=1e-5)
    assert batch.skill.dtype == np.int8  # as stored
    assert set(np.unique(batch.skill)) == set(range(config.num_skills))


def test_skills_that_are_not_counted_weigh_the_same(normalised):
    config, state, seen, *_ = normalised
    assert state.replay.counts.shape == (0,)
    for _, batch, _ in seen:
        np.testing.assert_array_equal(batch.skill_weight, np.ones(config.batch_size))
        np.testing.assert_allclose(np.linalg.norm(batch.skill, axis=-1), np.ones(64), rtol=1e-5)


def test_every_batch_is_a_new_one(witnessed):
    _, _, seen, *_ = witnessed
    for part in ("agent_noise", "objective_noise"):
        values = [getattr(batch, part).tobytes() for _, batch, _ in seen]
        assert len(set(values)) == len(values), part


def test_noise_is_of_its_owners_shape_and_new_in_every_row(witnessed):
    config, _, seen, *_ = witnessed
    drawn = []
    for part, size in (("agent_noise", 2), ("objective_noise", 3)):
        noise = np.concatenate([getattr(batch, part) for _, batch, _ in seen])
        assert noise.shape == (8 * config.batch_size, size)
        assert np.unique(noise).size == noise.size
        assert scipy.stats.kstest(noise.ravel(), "norm").pvalue > 1e-3
        drawn.append(noise.ravel())
    assert abs(np.corrcoef(drawn[0], drawn[1][: drawn[0].size])[0, 1]) < 0.1


def test_the_scale_of_features_is_what_normalisation_made_of_one_unit(normalised):
    # A feature with a standard deviation of 2, for example, is halved for the networks.
    _, state, seen, *_ = normalised
    deviation = np.sqrt(state.statistics.m2[2] / state.statistics.count)
    assert deviation > 1.5
    # The last batches were normalised by the statistics in the state.
    _, batch, _ = seen[-1]
    np.testing.assert_allclose(batch.feature_scale, np.full_like(batch.features, 1 / deviation), rtol=1e-4)
