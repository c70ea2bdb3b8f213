"""DISDAIN and SMERL: what they add to DIAYN's reward and loss."""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from probes import blank_batch, hparams_of, tiny_config, tiny_problem

from diayn_jax import envs, objectives, skills
from diayn_jax.config import ConfigError
from diayn_jax.objectives.smerl import RETURN_DECAY
from diayn_jax.resolve import make_config
from diayn_jax.types import ObservedRows

BATCH, SKILLS, FEATURES, MEMBERS = 6, 3, 2, 4
SKILL = np.arange(BATCH) % SKILLS
WEIGHT = np.array([0.3, 0.0, 0.1, 0.2, 0.25, 0.15])


def make(name, **fields):
    config = tiny_config(objective=name, num_skills=SKILLS, **fields)
    problem = tiny_problem(skills=skills.categorical(SKILLS), feature_size=FEATURES)
    objective, hparams = objectives.spec(name).make(config, problem), hparams_of(config)
    parts = ("init", "update", "reward", "log_probs")
    objective = objective._replace(**{part: jax.jit(getattr(objective, part)) for part in parts})
    return objective, objective.init(jax.random.key(0), hparams), hparams


def batch(**changes):
    values = {
        "next_features": jax.random.normal(jax.random.key(1), (BATCH, FEATURES)),
        "skill": jnp.asarray(SKILL, jnp.int8),
        "weight": jnp.asarray(WEIGHT),
        "reward": jnp.linspace(-1, 1, BATCH),
    }
    return blank_batch(BATCH, **(values | changes))


def of_network(params, features):
    """Returns softmax probabilities of a discriminator with one hidden layer, [B, K]."""
    (mlp,) = jax.tree.map(np.asarray, params)["params"].values()
    hidden = np.maximum(features @ mlp["Dense_0"]["kernel"] + mlp["Dense_0"]["bias"], 0)
    logits = hidden @ mlp["Dense_1"]["kernel"] + mlp["Dense_1"]["bias"]
    return np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)


# DISDAIN.


@pytest.fixture(scope="module")
def ensemble():
    """Returns the objective, its state, its hyperparameters, and q of each member on the batch [N, B, K]."""
    objective, state, hparams = make(
        "disdain", ensemble_size=MEMBERS, discriminator_floor=0.0, disagreement_weight=5.0
    )
    # Members that differ more than untrained ones.
    state = state._replace(params=jax.tree.map(lambda x: 3 * x, state.params))
    seen = np.asarray(batch().next_features)
    q = [of_network(jax.tree.map(lambda x, i=i: x[i], state.params), seen) for i in range(MEMBERS)]
    return objective, state, hparams, np.array(q)


def entropy(p):
    return -(p * np.log(p)).sum(-1)


def test_members_begin_apart_and_q_is_their_mean(ensemble):
    objective, state, _, q = ensemble
    assert q.std(axis=0).min() > 1e-4
    found = objective.log_probs(state, batch().next_features)
    np.testing.assert_allclose(np.exp(found), q.mean(0), rtol=1e-4)


def test_the_reward_adds_the_disagreement(ensemble):
    objective, state, hparams, q = ensemble
    mean = q.mean(0)
    skilled = np.log(mean[np.arange(BATCH), SKILL]) + np.log(SKILLS)
    bonus = entropy(mean) - entropy(q).mean(0)
    assert bonus.min() > 0
    np.testing.assert_allclose(objective.reward(state, batch(), hparams), skilled + 5 * bonus, rtol=1e-4)


def test_each_member_learns_from_rows_of_its_own(ensemble):
    objective, state, hparams, q = ensemble
    noise = jax.vmap(objective.noise)(jax.random.split(jax.random.key(2), BATCH))
    chosen = np.asarray(noise.chosen)
    assert chosen.shape == (BATCH, MEMBERS)
    rows = -np.log(q[:, np.arange(BATCH), SKILL])
    losses = (2 * chosen.T * WEIGHT * rows).sum(-1)
    _, metrics = objective.update(state, batch(objective_noise=noise), hparams)
    np.testing.assert_allclose(metrics["discriminator_loss"], losses.mean(), rtol=1e-4)
    bonus = entropy(q.mean(0)) - entropy(q).mean(0)
    np.testing.assert_allclose(metrics["disagreement"], (WEIGHT * bonus).sum(), rtol=1e-4)
    # A member that no row is chosen for stays as it is, and the others move.
    without = noise._replace(chosen=noise.chosen.at[:, 1].set(False).at[:, 0].set(True))
    new, _ = objective.update(state, batch(objective_noise=without), hparams)
    for old, moved in zip(jax.tree.leaves(state.params), jax.tree.leaves(new.params), strict=True):
        np.testing.assert_array_equal(moved[1], old[1])
    assert not np.array_equal(jax.tree.leaves(new.params)[-1][0], jax.tree.leaves(state.params)[-1][0])


def test_half_of_the_rows_are_chosen(ensemble):
    drawn = jax.vmap(ensemble[0].noise)(jax.random.split(jax.random.key(3), 1000)).chosen
    # The tolerance is five standard deviations.
    assert abs(drawn.mean() - 0.5) < 5 * 0.5 / np.sqrt(1000 * MEMBERS)


def test_an_ensemble_has_two_members_or_more():
    with pytest.raises(ConfigError, match="--ensemble_size=1 is not allowed"):
        tiny_config(objective="disdain", ensemble_size=1)


# SMERL.


def rows_of(reward, skill, valid, whole):
    size = np.shape(reward)
    blank = jnp.zeros((*size, 1))
    return ObservedRows(
        blank, blank, blank, jnp.asarray(reward), jnp.asarray(skill, jnp.int8), jnp.zeros(size, bool),
        jnp.asarray(valid), jnp.asarray(whole),
    )  # fmt: skip


def test_returns_of_whole_episodes_are_kept_by_skill():
    objective, state, hparams = make("smerl", best_return=10.0)
    rng, length, envs = np.random.default_rng(0), 40, 4
    reward = rng.normal(size=(length, envs)).astype(np.float32)
    valid = np.ones((length, envs), bool)
    valid[rng.random((length, envs)) < 0.2] = False
    # Some rows that are not valid follow each other, and some episodes that end are not whole.
    ended = valid[:-1] & ~valid[1:]
    whole = np.append(ended & (rng.random(ended.shape) < 0.7), np.zeros((1, envs), bool), axis=0)
    assert whole.sum() < ended.sum() < (~valid).sum()
    skill = np.zeros((length, envs), int)
    returns, memory = {z: [] for z in range(SKILLS)}, objective.init_memory(envs)
    for e in range(envs):
        now, total = e % 2, 0.0
        for t in range(length):
            skill[t, e] = now
            if not valid[t, e]:
                now, total = rng.integers(2), 0.0
                continue
            total += reward[t, e]
            if whole[t, e]:
                returns[now].append((t, total))
    observe = jax.jit(objective.observe)
    expected, weight = np.zeros(SKILLS), np.zeros(SKILLS)
    for start in range(0, length, 10):
        now = slice(start, start + 10)
        state, memory = observe(
            state, memory, rows_of(reward[now], skill[now], valid[now], whole[now]), hparams
        )
        for z, of_skill in returns.items():
            ended = [total for t, total in of_skill if start <= t < start + 10]
            if ended:
                decay = RETURN_DECAY ** len(ended)
                expected[z] = decay * expected[z] + (1 - decay) * np.mean(ended)
                weight[z] = decay * weight[z] + 1 - decay
    assert weight[:2].min() > 0.1
    np.testing.assert_allclose(state.returns[:, 0], expected, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(state.returns[:, 1], weight, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize(("best", "near"), [(10.0, [True, False, False]), (-10.0, [True, True, False])])
def test_only_skills_near_the_best_return_are_paid_for_being_different(best, near):
    objective, state, hparams = make(
        "smerl", best_return=best, return_margin=0.2, diversity_weight=3.0, discriminator_floor=0.0
    )
    # The mean returns of skills 0 and 1 are 8.1 and −11.9. Skill 2 has had no episode yet.
    state = state._replace(returns=jnp.array([[4.05, 0.5], [-11.9, 1.0], [0.0, 0.0]]))
    q = of_network(state.diayn.params, np.asarray(batch().next_features))[np.arange(BATCH), SKILL]
    different = np.where(np.array(near)[SKILL], np.log(q) + np.log(SKILLS), 0.0)
    expected = np.linspace(-1, 1, BATCH) + 3 * different
    np.testing.assert_allclose(objective.reward(state, batch(), hparams), expected, rtol=1e-4, atol=1e-5)
    _, metrics = objective.update(state, batch(), hparams)
    assert float(metrics["near_best"]) == pytest.approx(sum(near) / SKILLS, rel=1e-5)


def test_the_best_return_has_to_be_given():
    with pytest.raises(ConfigError, match=r"--objective=smerl needs --best_return"):
        make("smerl")


@pytest.mark.parametrize("env", ["point", "point_pixels", "car_racing", "car_racing_discrete"])
def test_the_discriminator_sees_the_whole_observation_or_its_code(env):
    config = make_config(env=env, objective="smerl", best_return=1.0, env_defaults=envs.defaults(env))
    assert config.features == ("obs" if env == "point" else "latent")
