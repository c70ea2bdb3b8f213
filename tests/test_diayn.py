"""The DIAYN objective: its loss, its reward, and what its weights do."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import tiny_config

from diayn_jax import skills, training
from diayn_jax.objectives import OBJECTIVES, make_diayn
from diayn_jax.types import Batch

BATCH, SKILLS, FEATURES = 6, 3, 2


def make(**fields):
    config = tiny_config(num_skills=SKILLS, **fields)
    objective = make_diayn(config, FEATURES, skills.uniform_log_prior(SKILLS), None)
    hparams = training.make_hparams(config, 1)
    return objective, objective.init(jax.random.key(0), hparams), hparams


def batch(**changes):
    weight = jnp.array([0.3, 0.0, 0.1, 0.2, 0.25, 0.15])
    values = {
        "obs": jnp.zeros((BATCH, 1)),
        "next_obs": jnp.zeros((BATCH, 1)),
        "action": jnp.zeros((BATCH, 1)),
        "features": jax.random.normal(jax.random.key(1), (BATCH, FEATURES)),
        "noise": jnp.zeros((BATCH, 2, 1)),
        "skill": jnp.arange(BATCH, dtype=jnp.int32) % SKILLS,
        "terminated": jnp.zeros(BATCH, bool),
        "weight": weight,
        "skill_weight": jnp.array([0.5, 1.0, 2.0, 0.5, 1.0, 2.0]),
    }
    values = {**values, **changes}
    return Batch(**{"blurred_features": values["features"], **values})


def same(a, b):
    return all(np.array_equal(x, y) for x, y in zip(jax.tree.leaves(a), jax.tree.leaves(b), strict=True))


def test_log_probs_are_of_skills():
    objective, state, _ = make()
    log_probs = objective.log_probs(state, batch().features)
    assert log_probs.shape == (BATCH, SKILLS)
    np.testing.assert_allclose(np.exp(log_probs).sum(-1), np.ones(BATCH), rtol=1e-5)


@pytest.mark.parametrize("add_log_p", [True, False])
def test_reward_is_log_q_of_the_next_state_less_log_p(add_log_p):
    objective, state, _ = make(add_log_p=add_log_p)
    log_probs = np.asarray(objective.log_probs(state, batch().features))
    expected = log_probs[np.arange(BATCH), batch().skill] + (np.log(SKILLS) if add_log_p else 0)
    np.testing.assert_allclose(objective.reward(state, batch()), expected, rtol=1e-5)


def test_loss_is_the_weighted_cross_entropy():
    objective, state, hparams = make()
    b = batch()
    log_probs = np.asarray(objective.log_probs(state, b.features))
    rows = [b.weight[i] * b.skill_weight[i] * -log_probs[i, b.skill[i]] for i in range(BATCH)]
    _, metrics = objective.update(state, b, hparams)
    np.testing.assert_allclose(metrics["discriminator_loss"], sum(rows), rtol=1e-5)
    assert metrics["grad_norm_discriminator"] > 0


def test_a_step_lowers_the_loss():
    objective, state, hparams = make()
    state, before = objective.update(state, batch(), hparams)
    _, after = objective.update(state, batch(), hparams)
    assert after["discriminator_loss"] < before["discriminator_loss"]


@pytest.mark.parametrize("weighting", ["weight", "skill_weight"])
def test_a_row_without_weight_teaches_nothing(weighting):
    objective, state, hparams = make()
    weight = jnp.ones(BATCH).at[2].set(0.0)
    plain = batch(**{"weight": jnp.ones(BATCH), "skill_weight": jnp.ones(BATCH), weighting: weight})
    other = plain._replace(blurred_features=plain.features.at[2].set(3.0), skill=plain.skill.at[2].set(0))
    moved = [objective.update(state, b, hparams)[0] for b in (plain, other)]
    assert same(*moved)
    seen, _ = objective.update(state, other._replace(**{weighting: jnp.ones(BATCH)}), hparams)
    assert not same(moved[1], seen)


def test_the_objective_is_unmoved_by_what_is_not_its_business():
    objective, state, hparams = make()
    b = batch()
    other = b._replace(obs=b.obs + 1, next_obs=b.next_obs + 1, action=b.action + 1, terminated=~b.terminated)
    assert same(objective.update(state, b, hparams), objective.update(state, other, hparams))


def test_it_learns_from_blurred_features_and_rewards_by_sharp_ones():
    objective, state, hparams = make()
    b = batch()
    blurred = b._replace(blurred_features=b.features + 1)
    log_probs = np.asarray(objective.log_probs(state, blurred.blurred_features))
    rows = b.weight * b.skill_weight * -log_probs[np.arange(BATCH), b.skill]
    _, metrics = objective.update(state, blurred, hparams)
    np.testing.assert_allclose(metrics["discriminator_loss"], sum(rows), rtol=1e-5)
    np.testing.assert_array_equal(objective.reward(state, blurred), objective.reward(state, b))


def test_settings_are_traced():
    objective, state, hparams = make()
    update = jax.jit(objective.update)
    still = hparams.replace(discriminator_learning_rate=jnp.float32(0.0))
    assert same(update(state, batch(), still)[0].params, state.params)
    decayed = still.replace(
        discriminator_learning_rate=jnp.float32(0.1), discriminator_weight_decay=jnp.float32(0.5)
    )
    no_rows = batch(weight=jnp.zeros(BATCH))
    moved, metrics = update(state, no_rows, decayed)
    jax.tree.map(
        lambda new, old: np.testing.assert_allclose(new, 0.95 * old, rtol=1e-5), moved.params, state.params
    )
    assert float(metrics["discriminator_loss"]) == 0
    assert update._cache_size() == 1


@pytest.mark.parametrize("name", OBJECTIVES)
def test_every_objective_keeps_the_contract(name):
    config = tiny_config(num_skills=SKILLS)
    hparams = training.make_hparams(config, 1)
    objective = OBJECTIVES[name](config, FEATURES, skills.uniform_log_prior(SKILLS), None)
    state = jax.jit(objective.init)(jax.random.key(0), hparams)
    new, metrics = jax.jit(objective.update)(state, batch(), hparams)
    assert jax.tree.map(jnp.shape, new) == jax.tree.map(jnp.shape, state)
    assert jax.tree.map(lambda x: x.dtype, new) == jax.tree.map(lambda x: x.dtype, state)
    assert all(jnp.shape(x) == () and jnp.isfinite(x) for x in metrics.values())
    reward = objective.reward(new, batch())
    assert reward.shape == (BATCH,)
    assert jnp.isfinite(reward).all()
    assert objective.log_probs(new, jnp.zeros((2, 4, FEATURES))).shape == (2, 4, SKILLS)
