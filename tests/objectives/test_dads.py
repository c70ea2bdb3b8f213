"""DADS: its skill dynamics and its reward, against a version in NumPy."""

import chex
import jax
import jax.numpy as jnp
import numpy as np
import pytest
from arrays import normal
from probes import blank_batch, hparams_of, step_of, tiny_config, tiny_problem

from diayn_jax import skills
from diayn_jax.objectives.dads import make_dads

BATCH, FEATURES, COMPONENTS = 6, 2, 3
SPACES = {space.name: space for space in (skills.categorical(2), skills.categorical(4), skills.box(2))}
WEIGHT = np.array([0.3, 0.0, 0.1, 0.2, 0.25, 0.15])


def make(name="box:2", **fields):
    config = tiny_config(
        objective="dads", **{"dynamics_components": COMPONENTS, "other_skills": 13, **fields}
    )
    objective = make_dads(config, tiny_problem(skills=SPACES[name], feature_size=FEATURES))
    hparams = hparams_of(config)
    jitted = {part: jax.jit(getattr(objective, part)) for part in ("init", "update", "reward", "score")}
    objective = objective._replace(**jitted)
    return objective, objective.init(jax.random.key(0), hparams), hparams


def batch(name="box:2", **changes):
    raw = 4 + 3 * normal(1, BATCH, FEATURES)
    values = {
        "features": normal(4, BATCH, FEATURES),
        "next_features": normal(5, BATCH, FEATURES),
        "raw_features": raw,
        "next_raw_features": raw + normal(2, BATCH, FEATURES),
        "skill": SPACES[name].sample(jax.random.split(jax.random.key(3), BATCH)),
        "weight": jnp.asarray(WEIGHT, jnp.float32),
    }
    return blank_batch(BATCH, **{**values, **changes})


def log_q(state, features, change, encoded):
    """Returns log q(Δφ|φ, z) of one row: the density of a mixture of Gaussians with variance 1."""
    layers = state.params["params"]
    x = np.concatenate([features, encoded])
    hidden = np.maximum(x @ layers["Dense_0"]["kernel"] + layers["Dense_0"]["bias"], 0)
    out = np.asarray(hidden @ layers["Dense_1"]["kernel"] + layers["Dense_1"]["bias"], np.float64)
    share = np.exp(out[:COMPONENTS]) / np.exp(out[:COMPONENTS]).sum()
    means = out[COMPONENTS:].reshape(COMPONENTS, FEATURES)
    scaled = (np.asarray(change) - np.asarray(state.mean)) / np.sqrt(np.asarray(state.variance))
    density = [np.exp(-0.5 * ((scaled - mean) ** 2).sum()) / (2 * np.pi) ** (FEATURES / 2) for mean in means]
    return float(np.log((share * density).sum()))


def by_the_book(name, state, b):
    """Returns log q of each row's own skill [B], and the rewards [B], row by row."""
    space = SPACES[name]
    change = np.asarray(b.next_raw_features - b.raw_features)
    own, reward = [], []
    for i in range(BATCH):
        others = list(np.asarray(state.others.skills))
        if space.num_skills is not None:
            others = [z for z in range(space.num_skills) if z != int(b.skill[i])]
        encoded = np.asarray(space.encode(jnp.asarray(others)))
        mine = np.asarray(space.encode(b.skill[i]))
        own.append(log_q(state, b.features[i], change[i], mine))
        ratio = [np.exp(log_q(state, b.features[i], change[i], z) - own[-1]) for z in encoded]
        reward.append(np.log(len(others) + 1) - np.log(1 + sum(ratio)))
    return np.array(own), np.array(reward)


@pytest.mark.parametrize("name", ["categorical:4", "box:2"])
def test_a_step_is_rewarded_if_its_skill_predicts_it_and_others_do_not(name):
    objective, state, hparams = make(name, dynamics_learning_rate=1e-2)
    b = batch(name)
    for _ in range(3):  # the moments of Δφ move, and other skills are drawn
        state, _ = objective.update(state, b, hparams)
    own, reward = by_the_book(name, state, b)
    np.testing.assert_allclose(objective.reward(state, b, {}), reward, rtol=1e-3, atol=1e-4)
    np.testing.assert_allclose(objective.score(state, step_of(b), {}), reward, rtol=1e-3, atol=1e-4)
    _, metrics = objective.update(state, b, hparams)
    np.testing.assert_allclose(metrics["dynamics_loss"], -(WEIGHT * own).sum(), rtol=1e-4)


def test_changes_are_normalised_by_their_running_moments():
    objective, state, hparams = make()
    batches = [batch(next_raw_features=0.1 * normal(10 + i, BATCH, FEATURES)) for i in range(3)]
    for b in batches:
        state, _ = objective.update(state, b, hparams)
    # The first batches have equal weights in the moments.
    change = np.concatenate([np.asarray(b.next_raw_features - b.raw_features) for b in batches])
    weight = np.tile(WEIGHT, 3)[:, None] / 3
    mean = (weight * change).sum(0)
    np.testing.assert_allclose(state.mean, mean, rtol=1e-4)
    np.testing.assert_allclose(state.variance, (weight * (change - mean) ** 2).sum(0), rtol=1e-4)


def test_the_reward_of_two_skills_that_go_opposite_ways():
    objective, state, hparams = make("categorical:2", dynamics_learning_rate=1e-2)
    skill = jnp.arange(BATCH) % 2
    raw = batch().raw_features
    moved = raw.at[:, 0].add(0.1 * (2 * skill - 1))
    b = batch("categorical:2", skill=skill, raw_features=raw, next_raw_features=moved)
    b = b._replace(features=jnp.zeros((BATCH, FEATURES)), weight=jnp.full(BATCH, 1 / BATCH))

    @jax.jit
    def run(state):
        return jax.lax.scan(lambda state, _: objective.update(state, b, hparams), state, length=500)

    assert abs(float(objective.reward(state, b, {}).mean())) < 0.3
    state, _ = run(state)
    # Normalised steps are −1 and 1, so the other skill's mean is 2 away: log q differs by 2²/2.
    expected = np.log(2) - np.log(1 + np.exp(-2.0))
    np.testing.assert_allclose(objective.reward(state, b, {}), np.full(BATCH, expected), atol=0.03)


def test_a_row_without_weight_teaches_nothing():
    objective, state, hparams = make()
    b = batch()  # its row 1 has weight 0
    other = b._replace(next_raw_features=b.next_raw_features.at[1].set(50.0))
    one, two = (objective.update(state, x, hparams)[0] for x in (b, other))
    chex.assert_trees_all_equal(one, two)
