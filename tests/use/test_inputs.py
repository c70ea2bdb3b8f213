"""The networks' inputs: normalised observations, and the features that an observation lacks."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probe_runs import make, train
from probes import counter, hparams_of, tiny_config
from states import before_warmup, history

from diayn_jax import training
from diayn_jax.training.statistics import deviation_sums, merge, no_samples


def test_the_agent_sees_the_features_that_its_observation_lacks():
    def input_size(**fields):
        config = tiny_config(**fields)
        trainer = training.make_trainer(config, counter())
        state = training.state_shapes(config, trainer)
        layers = jax.tree_util.tree_leaves_with_path(state.agent.policy)
        (size,) = {
            x.shape[-2] for path, x in layers if "kernel" in jax.tree_util.keystr(path) and x.shape[-1] == 8
        }
        return (
            size - config.num_skills,
            trainer.components.feature_map.size,
            trainer.components.feature_map.stored_size,
        )

    # The observation has two numbers. `double`, the default feature, is not among them.
    assert input_size() == (3, 1, 1)
    assert input_size(agent_sees_features=False) == (2, 1, 1)
    assert input_size(features="double") == (3, 1, 1)
    assert input_size(features="obs") == (2, 2, 0)
    assert input_size(features="obs", agent_sees_features=False) == (2, 2, 0)
    assert input_size(features="dims:1") == (2, 1, 0)


@pytest.mark.parametrize("epochs", [0, 3])
def test_statistics_equal_numpys_over_all_that_was_seen(epochs):
    state, _ = train("resampled", epochs)
    rows = history(state)
    # Each step's result: all rows but the first, and the state in which the agent acts next.
    last = np.concatenate(
        [state.env.timestep.obs, np.asarray(state.env.timestep.features["double"])], axis=-1
    )
    seen = np.concatenate([np.concatenate([rows.obs, rows.features], -1)[1:], last[None]])
    seen = seen.reshape(-1, 3).astype(np.float64)
    assert float(state.statistics.count) == len(seen)
    np.testing.assert_allclose(state.statistics.mean, seen.mean(0), rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(state.statistics.m2 / len(seen), seen.var(0), rtol=1e-3)


def test_networks_see_normalised_values():
    trainer = make("counter")[1]
    nothing = no_samples(jnp.array([1.0, 2.0, 3.0]))
    statistics = nothing.replace(count=jnp.array(4.0), m2=jnp.array([16.0, 4.0, 0.0]))
    parts = training.PolicyParts((), (), statistics)
    obs, stored = jnp.array([[5.0, 2.5]]), jnp.array([[7.0]])
    np.testing.assert_allclose(
        trainer.components.inputs.agent_input(statistics, obs, stored), [[2.0, 0.5, 4.0]], rtol=1e-6
    )
    np.testing.assert_allclose(trainer.components.features(parts, obs, stored), [[4.0]], rtol=1e-6)
    bound = training.NORMALIZED_BOUND
    far = trainer.components.inputs.agent_input(statistics, 1e6 * obs, -1e6 * stored)
    np.testing.assert_allclose(far, [[bound, bound, -bound]])


def test_normalisation_can_be_switched_off():
    trainer = training.make_trainer(tiny_config(normalize=False), counter())
    statistics = no_samples(jnp.ones(3)).replace(count=jnp.array(4.0), m2=jnp.ones(3))
    parts = training.PolicyParts((), (), statistics)
    obs, stored = jnp.array([[50.0, 2.5]]), jnp.array([[7.0]])
    np.testing.assert_array_equal(
        trainer.components.inputs.agent_input(statistics, obs, stored), [[50.0, 2.5, 7.0]]
    )
    np.testing.assert_array_equal(trainer.components.features(parts, obs, stored), stored)


def test_statistics_survive_an_observation_far_from_zero():
    env = counter()

    def moved(timestep):
        return timestep.replace(obs=timestep.obs * jnp.array([1e-2, 1.0]) + jnp.array([1e3, 0.0]))

    far = env._replace(
        reset=lambda keys: moved(env.reset(keys)), step=lambda state, action: moved(env.step(state, action))
    )
    config = tiny_config(episode_length=10_000)
    trainer = training.make_trainer(config, far)
    statistics = before_warmup(trainer, hparams_of(config)).statistics
    # Eight steps without an end of an episode are merged as each iteration merges its own. If the statistics
    # began at zero, rounding would leave only noise of this variance.
    count = np.arange(1, 9)
    seen = np.stack([1e3 + 1e-2 * count, count, count], axis=-1).astype(np.float32)
    found = jax.jit(lambda x: merge(statistics, 8, deviation_sums(statistics, x)))(seen[:, None])
    assert float(found.count) == 8
    np.testing.assert_allclose(found.m2[0] / found.count, np.var(count) * 1e-4, rtol=0.05)


def test_statistics_count_on_beyond_what_float32_can_count():
    # One environment is stepped once at a time, after 2²⁴ samples of mean 1 and variance 1. Then 100,000
    # samples follow: with mean 3 and variance 9 in one column, and as before in the other.
    before, added = 2**24, 100_000
    draws = np.random.default_rng(0).normal(size=(added, 2)).astype(np.float32)
    x = np.array([3.0, 1.0], np.float32) + np.array([3.0, 1.0], np.float32) * draws
    start = no_samples(jnp.ones(2)).replace(count=jnp.array(float(before)), m2=jnp.full(2, float(before)))

    def add(statistics, sample):
        return merge(statistics, 1, deviation_sums(statistics, sample[None, None])), None

    count = before + added
    mean = (before + x.sum(axis=0, dtype=np.float64)) / count
    squares = 2 * before + (x.astype(np.float64) ** 2).sum(axis=0)
    lanes = jax.tree.map(lambda leaf: jnp.stack([leaf, leaf]), start)
    for found in (
        jax.jit(lambda s: jax.lax.scan(add, s, x)[0])(start),
        jax.tree.map(lambda leaf: leaf[1], jax.jit(jax.vmap(lambda s: jax.lax.scan(add, s, x)[0]))(lanes)),
    ):
        assert float(found.count) + float(found.lost[0]) == count
        np.testing.assert_allclose(found.mean, mean, rtol=3e-7)
        variance = np.float64(found.m2) / count
        # The error is at most a thousandth of the change.
        np.testing.assert_allclose(variance - 1, squares / count - mean**2 - 1, rtol=1e-3, atol=1e-5)
